// shape.c: shapes (hidden classes) and the attributes that stand in their order. An instance starts with its type's
// shape; every new attribute moves it along an edge. Deleting, asking for __dict__ or having very many attributes puts it
// in dictionary mode: one Dict in place of the values.
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/gc.h"
#include "obj/str.h"

#define SHAPE_MOST 120u // attributes, before dictionary mode

// name -> place, open addressing, for shapes with more than a few attributes.
typedef struct ShapeTable {
    u32 mask;
    struct { const Str *name; u32 place; } row[];
} ShapeTable;

static size_t table_size(u32 mask) { return sizeof(ShapeTable) + (mask + 1) * sizeof(((ShapeTable *)0)->row[0]); }

Shape *shape_open(Vm *vm, Type *type) {
    Shape *s = mem_alloc_zero(&vm->mem, sizeof *s);
    if (!s) return raise_memory(vm), NULL;
    s->type = type;
    return s;
}

void shape_close(Vm *vm, Shape *shape) {
    if (!shape) return;
    for (Shape *child = shape->children; child;) {
        Shape *next = child->next;
        shape_close(vm, child);
        child = next;
    }
    if (shape->table) mem_free(&vm->mem, shape->table, table_size(shape->table->mask));
    XDECREF(vm, shape->name);
    mem_free(&vm->mem, shape, sizeof *shape);
}

static void table_make(Vm *vm, Shape *shape) {
    u32 mask = 31;
    while (mask < shape->count * 2) mask = mask * 2 + 1;
    ShapeTable *t = mem_alloc_zero(&vm->mem, table_size(mask));
    if (!t) return; // the chain will do
    t->mask = mask;
    for (Shape *s = shape; s->count; s = s->parent) {
        u32 i = (u32)((uintptr_t)s->name >> 4) & mask;
        while (t->row[i].name) i = (i + 1) & mask;
        t->row[i].name = s->name;
        t->row[i].place = s->count - 1;
    }
    shape->table = t;
}

i32 shape_find(Vm *vm, Shape *shape, const Str *name) {
    if (shape->count > 8) {
        if (!shape->table) table_make(vm, shape);
        ShapeTable *t = shape->table;
        if (t) {
            for (u32 i = (u32)((uintptr_t)name >> 4) & t->mask; t->row[i].name; i = (i + 1) & t->mask)
                if (t->row[i].name == name) return (i32)t->row[i].place;
            return -1;
        }
    }
    for (Shape *s = shape; s->count; s = s->parent)
        if (s->name == name) return (i32)s->count - 1;
    return -1;
}

Shape *shape_add(Vm *vm, Shape *shape, Str *name) {
    for (Shape *c = shape->children; c; c = c->next)
        if (c->name == name) return c;
    if (shape->count >= SHAPE_MOST) return NULL;
    Shape *s = mem_alloc(&vm->mem, sizeof *s);
    if (!s) return raise_memory(vm), NULL;
    *s = *shape;
    s->count++;
    s->name = name;
    INCREF(name);
    s->parent = shape;
    s->children = NULL;
    s->table = NULL;
    s->next = shape->children;
    shape->children = s;
    Type *type = shape->type;
    if (s->count > type->hint && type->hint < 16) type->hint = s->count;
    return s;
}

// ---- values

static bool attrs_grow(Vm *vm, Attrs *attrs, u32 room) {
    Value *values = mem_alloc(&vm->mem, room * sizeof(Value));
    if (!values) return raise_memory(vm), false;
    if (attrs->room) memcpy(values, attrs->slots, attrs->room * sizeof(Value));
    if (attrs->room > attrs->inline_room) mem_free(&vm->mem, attrs->slots, attrs->room * sizeof(Value));
    attrs->slots = values;
    attrs->room = (u16)room;
    return true;
}

void attrs_drop(Vm *vm, Shape *shape, Attrs *attrs) {
    for (u32 i = 0; i < shape->count; i++) decref(vm, attrs->slots[i]);
    if (attrs->room > attrs->inline_room) mem_free(&vm->mem, attrs->slots, attrs->room * sizeof(Value));
}

void attrs_traverse(Object *o, Visit *visit) {
    Attrs *attrs = object_attrs(o);
    if (attrs)
        for (u32 i = 0; i < o->shape->count; i++) visit_value(visit, attrs->slots[i]);
    if (o->shape->slots) {
        Value *values = object_slots(o);
        for (u32 i = 0; i < o->shape->slots; i++) visit_value(visit, values[i]);
    }
}

void attrs_clear(Vm *vm, Object *o) {
    Attrs *attrs = object_attrs(o);
    if (attrs && o->shape->count) {
        u32 n = o->shape->count;
        o->shape = o->shape->type->shape;
        for (u32 i = 0; i < n; i++) {
            Value v = attrs->slots[i];
            attrs->slots[i] = V_UNSET;
            decref(vm, v);
        }
    }
    if (o->shape->slots) {
        Value *values = object_slots(o);
        for (u32 i = 0; i < o->shape->slots; i++) {
            Value v = values[i];
            values[i] = V_UNSET;
            decref(vm, v);
        }
    }
}

static Shape *dict_shape(Vm *vm, Type *type) {
    if (!type->dict_shape) {
        Shape *s = mem_alloc(&vm->mem, sizeof *s);
        if (!s) return raise_memory(vm), NULL;
        *s = *type->shape;
        s->flags |= SHAPE_DICT;
        s->count = 1;
        s->name = NULL;
        s->parent = s->children = s->next = NULL;
        s->table = NULL;
        type->dict_shape = s;
    }
    return type->dict_shape;
}

Dict *attrs_dict(Vm *vm, Object *o) {
    Attrs *attrs = object_attrs(o);
    if (o->shape->flags & SHAPE_DICT) return dict_get(attrs->slots[0]);
    Shape *shape = o->shape, *to = dict_shape(vm, shape->type);
    Dict *dict = to ? dict_new(vm, shape->count) : NULL;
    if (!dict) return NULL;
    const Str *names[SHAPE_MOST + 1];
    for (Shape *s = shape; s->count; s = s->parent) names[s->count - 1] = s->name;
    for (u32 i = 0; i < shape->count; i++)
        if (!dict_set_str(vm, dict, (Str *)names[i], attrs->slots[i])) return object_free(vm, &dict->head), NULL;
    if (!attrs->room && !attrs_grow(vm, attrs, 1)) return DECREF(vm, dict), NULL;
    u32 n = shape->count;
    Value old[SHAPE_MOST + 1];
    memcpy(old, attrs->slots, n * sizeof(Value));
    attrs->slots[0] = value_object(dict);
    o->shape = to;
    for (u32 i = 0; i < n; i++) decref(vm, old[i]);
    return dict;
}

bool attrs_set_dict(Vm *vm, Object *o, Dict *dict) {
    if (!attrs_dict(vm, o)) return false;
    Attrs *attrs = object_attrs(o);
    Value old = attrs->slots[0];
    attrs->slots[0] = own(value_object(dict));
    decref(vm, old);
    return true;
}

Value attrs_get(Vm *vm, Object *o, Str *name) {
    Attrs *attrs = object_attrs(o);
    if (!attrs) return V_UNSET;
    if (unlikely(o->shape->flags & SHAPE_DICT)) return dict_find_str(dict_get(attrs->slots[0]), name);
    i32 place = shape_find(vm, o->shape, name);
    return place < 0 ? V_UNSET : attrs->slots[place];
}

bool attrs_set(Vm *vm, Object *o, Str *name, Value value) {
    Attrs *attrs = object_attrs(o);
    if (!(o->shape->flags & SHAPE_DICT)) {
        i32 place = shape_find(vm, o->shape, name);
        if (place >= 0) {
            Value old = attrs->slots[place];
            attrs->slots[place] = own(value);
            decref(vm, old);
            return true;
        }
        Shape *next = shape_add(vm, o->shape, name);
        if (next) {
            if (next->count > attrs->room && !attrs_grow(vm, attrs, attrs->room ? attrs->room * 2 : 4)) return false;
            attrs->slots[next->count - 1] = own(value);
            o->shape = next;
            return true;
        }
        if (vm->exc != V_UNSET) return false;
    }
    Dict *dict = attrs_dict(vm, o);
    return dict && dict_set_str(vm, dict, name, value);
}

int attrs_delete(Vm *vm, Object *o, Str *name) {
    Attrs *attrs = object_attrs(o);
    if (!attrs) return 0;
    if (!(o->shape->flags & SHAPE_DICT)) {
        i32 place = shape_find(vm, o->shape, name);
        if (place < 0) return 0;
        if ((u32)place == o->shape->count - 1) { // the one added last: one step back
            Value old = attrs->slots[place];
            o->shape = o->shape->parent;
            decref(vm, old);
            return 1;
        }
    }
    Dict *dict = attrs_dict(vm, o);
    return dict ? dict_delete_str(vm, dict, name) : IS_ERROR;
}
