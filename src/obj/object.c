// object.c: how heap objects come and go: allocation behind the collector's header, attributes and __slots__ behind the
// built-in part, and freeing without deep C recursion. Never runs Python: what has a finalizer is queued.
//
//     [GcHead]  built-in part [items]  Attrs?  values of __slots__  inline room for attributes
//               ^ Object *                                         (plain instances: Attrs is in the built-in part)
#undef AITER_SMALL // the functions that small files call are made here
#include "obj/object.h"
#include "obj/attrs.h"
#include "obj/bytes.h"
#include "obj/call.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/str.h"

static size_t round8(size_t n) { return (n + 7) & ~(size_t)7; }

size_t object_size(const Object *o) {
    switch (o->shape->layout) {
    case T_TUPLE: return sizeof(Tuple) + ((const Tuple *)o)->len * sizeof(Value);
    case T_INT: case T_BOOL: return sizeof(Int) + ((const Int *)o)->count * sizeof(u32);
    case T_STR: return sizeof(Str) + ((const Str *)o)->room;
    case T_BYTES: return sizeof(Bytes) + ((const Bytes *)o)->len + 1;
    default: return o->shape->type->spec->size;
    }
}

Attrs *object_attrs(Object *o) {
    u16 at = o->shape->attrs;
    if (!at) return NULL;
    if (at != ATTRS_BEHIND) return (Attrs *)((u8 *)o + at);
    return (Attrs *)((u8 *)o + round8(object_size(o)));
}

Value *object_slots(Object *o) {
    u8 *end = (u8 *)o + round8(object_size(o));
    return (Value *)(o->shape->attrs == ATTRS_BEHIND ? end + round8(sizeof(Attrs)) : end);
}

// What stands behind the built-in part of an instance of `type`, with room for `inline_room` attributes.
static size_t extra_size(const Shape *shape, u32 inline_room) {
    size_t n = shape->slots * sizeof(Value) + inline_room * sizeof(Value);
    return shape->attrs == ATTRS_BEHIND ? n + round8(sizeof(Attrs)) : n;
}

static void *object_open(Vm *vm, Type *type, size_t size, bool gc) {
    Shape *shape = type->shape;
    if (likely(!(shape->attrs | shape->slots))) { // a plain built-in object
        u8 *block = mem_alloc(&vm->mem, size + (gc ? sizeof(GcHead) : 0));
        if (unlikely(!block)) return raise_memory(vm), NULL;
        Object *o = (Object *)(gc ? block + sizeof(GcHead) : block);
        memset(o, 0, size);
        o->refs = 1;
        o->shape = shape;
        if (type->flags & CLASS_HEAP) type->head.refs++;
        if (gc) gc_track(vm, o);
        return o;
    }
    bool is_instance = shape->attrs && shape->attrs != ATTRS_BEHIND;
    u32 inline_room = is_instance && (type->flags & CLASS_HEAP) ? type->hint : 0;
    size_t total = extra_size(shape, inline_room) ? round8(size) + extra_size(shape, inline_room) : size;
    u8 *block = mem_alloc(&vm->mem, total + (gc ? sizeof(GcHead) : 0));
    if (unlikely(!block)) return raise_memory(vm), NULL;
    Object *o = (Object *)(gc ? block + sizeof(GcHead) : block);
    memset(o, 0, total);
    o->refs = 1;
    o->shape = shape;
    if (type->flags & CLASS_HEAP) type->head.refs++;
    Value *values = (Value *)((u8 *)o + round8(size) + (shape->attrs == ATTRS_BEHIND ? round8(sizeof(Attrs)) : 0));
    for (u32 i = 0; i < shape->slots; i++) values[i] = V_UNSET;
    if (inline_room) {
        Attrs *attrs = (Attrs *)((u8 *)o + shape->attrs);
        attrs->slots = values + shape->slots;
        attrs->room = attrs->inline_room = (u16)inline_room;
    }
    if (gc) gc_track(vm, o);
    return o;
}

void *object_new(Vm *vm, Type *type, size_t size) { return object_open(vm, type, size, type->flags & TYPE_GC); }
void *object_new_gc(Vm *vm, Type *type, size_t size) { return object_open(vm, type, size, true); }

void object_dispose(Vm *vm, Object *o, size_t size) {
    Shape *shape = o->shape;
    Type *type = shape->type;
    bool gc = type->flags & TYPE_GC;
    size_t total = size;
    if (shape->attrs | shape->slots) {
        Attrs *attrs = shape->attrs == 0 ? NULL
                       : shape->attrs == ATTRS_BEHIND ? (Attrs *)((u8 *)o + round8(size)) : (Attrs *)((u8 *)o + shape->attrs);
        u32 inline_room = attrs ? attrs->inline_room : 0;
        Value *values = (Value *)((u8 *)o + round8(size) + (shape->attrs == ATTRS_BEHIND ? round8(sizeof(Attrs)) : 0));
        if (attrs) attrs_drop(vm, shape, attrs);
        for (u32 i = 0; i < shape->slots; i++) decref(vm, values[i]);
        if (extra_size(shape, inline_room)) total = round8(size) + extra_size(shape, inline_room);
    }
    if (gc) {
        gc_untrack(vm, o);
        mem_free(&vm->mem, (u8 *)o - sizeof(GcHead), total + sizeof(GcHead));
    } else mem_free(&vm->mem, o, total);
    if (type->flags & CLASS_HEAP) DECREF(vm, type);
}

// Deep structures (a list in a list in a list …) must not recurse on the C stack: past some depth objects are put aside
// and freed when the outermost call is done. Their shape stays; the count field holds the way to the next one's slot.
#define DEALLOC_DEPTH 40

static void dealloc(Vm *vm, Object *o) {
    const Slots *slots = o->shape->type->slots;
    slots->dealloc(vm, o);
}

void object_free(Vm *vm, Object *o) {
    Type *type = o->shape->type;
    if (unlikely(vm->weakrefs != NULL) && weakref_object_dies(vm, o)) return;
    if (unlikely(type->flags & CLASS_HAS_DEL)) {
        if (finalizer_queue(vm, o)) return;
        finalizer_forget(vm, o);
    }
    if (likely(vm->dealloc_depth < DEALLOC_DEPTH)) {
        vm->dealloc_depth++;
        dealloc(vm, o);
        vm->dealloc_depth--;
        if (unlikely(vm->trash.count) && vm->dealloc_depth == 0) {
            while (vm->trash.count) {
                vm->dealloc_depth++;
                dealloc(vm, vm->trash.items[--vm->trash.count]);
                vm->dealloc_depth--;
            }
        }
        return;
    }
    Trash *trash = &vm->trash;
    if (trash->count == trash->room) {
        u32 room = trash->room ? trash->room * 2 : 64;
        mem_use_reserve(&vm->mem, true);
        Object **items = mem_realloc(&vm->mem, trash->items, trash->room * sizeof *items, room * sizeof *items);
        mem_use_reserve(&vm->mem, false);
        if (!items) { // nothing is left: go on recursing
            dealloc(vm, o);
            return;
        }
        trash->items = items;
        trash->room = room;
    }
    trash->items[trash->count++] = o;
}

Type *type_of(Vm *vm, Value v) {
    if (is_object(v)) return shape_of(v)->type;
    if (is_small(v)) return vm_type(vm, T_INT);
    if (is_float(v)) return vm_type(vm, T_FLOAT);
    switch (v) {
    case V_TRUE: case V_FALSE: return vm_type(vm, T_BOOL);
    case V_ELLIPSIS: return vm_type(vm, T_ELLIPSIS);
    case V_NOT_IMPLEMENTED: return vm_type(vm, T_NOT_IMPLEMENTED);
    default: return vm_type(vm, T_NONE);
    }
}

// ---- the inline functions of value.h and object.h, for files built with AITER_SMALL

void incref_call(Value v) { incref(v); }
void decref_call(Vm *vm, Value v) { decref(vm, v); }
Value own_call(Value v) { return own(v); }
void object_decref_call(Vm *vm, Object *o) { object_decref(vm, o); }
bool value_is_call(Value v, u16 type_id) { return value_is(v, type_id); }
bool value_has_call(Value v, u32 flag) { return value_has(v, flag); }
