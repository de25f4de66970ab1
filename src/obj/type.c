// type.c: classes. Built-in ones exist from the start as bare records and get their dict, bases and MRO when something
// asks (type_ready), so that starting an engine costs microseconds. Classes of programs are made by type_create.
#include "obj/type.h"
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/function.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/str.h"
#include "base/unicode.h"

#define TYPE(id, spec) extern const TypeSpec spec##_spec;
#include "obj/types.def"
#undef TYPE
#define EXCEPTION(name, base, layout) extern const TypeSpec name##_spec;
#include "obj/exceptions.def"
#undef EXCEPTION

const TypeSpec *const type_specs[T_COUNT] = {
#define TYPE(id, spec) [T_##id] = &spec##_spec,
#include "obj/types.def"
#undef TYPE
#define EXCEPTION(name, base, layout) [T_##name] = &name##_spec,
#include "obj/exceptions.def"
#undef EXCEPTION
};

#define IMMORTAL (1u << 30)

// ---- built-in types

static u32 shape_flags(u16 id, const Shape *base) {
    switch (id) {
    case T_LIST: return SHAPE_LIST;
    case T_TUPLE: return SHAPE_TUPLE;
    case T_STR: return SHAPE_STR;
    case T_BYTES: return SHAPE_BYTES;
    case T_INT: return SHAPE_INT;
    case T_FLOAT: return SHAPE_FLOAT;
    case T_DICT: return SHAPE_DICTTYPE;
    case T_SET: case T_FROZENSET: return SHAPE_SETTYPE;
    case T_BaseException: return SHAPE_EXCEPTION;
    case T_TYPE: return SHAPE_TYPE;
    default: return base ? base->flags & ~SHAPE_DICT : 0;
    }
}

// One table of slots for a type: its own where set, its base's elsewhere. Slots are all pointers but one flag.
static const Slots *slots_inherit(Vm *vm, const Slots *own, const Slots *base) {
    static const Slots none;
    if (!memcmp(own, &none, sizeof none)) return base;
    Slots *merged = mem_alloc(&vm->mem, sizeof *merged);
    if (!merged) return NULL;
    *merged = *own;
#define INHERIT(slot)                                                                                                  \
    if (!merged->slot) merged->slot = base->slot
    INHERIT(dealloc); INHERIT(traverse); INHERIT(clear); INHERIT(finalize); INHERIT(repr); INHERIT(str); INHERIT(format);
    if (!merged->compare && !merged->hash && !merged->unhashable) { // hash goes with ==
        merged->hash = base->hash;
        merged->unhashable = base->unhashable;
        merged->compare = base->compare;
    }
    INHERIT(truth); INHERIT(len); INHERIT(getitem); INHERIT(setitem); INHERIT(contains); INHERIT(iter); INHERIT(next);
    INHERIT(binary); INHERIT(power); INHERIT(inplace); INHERIT(concat); INHERIT(repeat); INHERIT(unary); INHERIT(index);
    INHERIT(to_int); INHERIT(to_float); INHERIT(getattr); INHERIT(setattr); INHERIT(get); INHERIT(set); INHERIT(call);
    INHERIT(await); INHERIT(aiter); INHERIT(anext);
#undef INHERIT
    return merged;
}

static bool type_open(Vm *vm, u16 id) {
    Type *type = vm_type(vm, id);
    const TypeSpec *spec = type_specs[id];
    Type *base = id == T_OBJECT ? NULL : vm_type(vm, spec->base);
    *type = (Type){.spec = spec, .id = id, .flags = spec->flags, .base = base};
    type->head.refs = IMMORTAL;
    type->slots = base ? slots_inherit(vm, &spec->slots, base->slots) : &spec->slots;
    type->shape = shape_open(vm, type);
    if (!type->slots || !type->shape) return false;
    Shape *shape = type->shape;
    shape->type_id = id;
    bool same_struct = base && spec->size == base->spec->size && id != T_INT && base->id != T_OBJECT;
    shape->layout = same_struct ? base->shape->layout : id;
    shape->flags = shape_flags(id, base ? base->shape : NULL);
    shape->attrs = spec->flags & TYPE_NO_DICT ? 0 : spec->attrs;
    type->has_dict = shape->attrs != 0;
    type->version = ++vm->type_version;
    return true;
}

bool types_open(Vm *vm) {
    for (u16 id = 1; id < T_COUNT; id++)
        if (!type_open(vm, id)) return false;
    for (u16 id = 1; id < T_COUNT; id++) vm->types[id].head.shape = vm->types[T_TYPE].shape;
    return true;
}

void types_clear(Vm *vm) {
    for (u16 id = 1; id < T_COUNT; id++) {
        Type *type = vm_type(vm, id);
        if (type->dict) dict_clear(vm, type->dict);
    }
}

void types_drop(Vm *vm) {
    for (u16 id = T_COUNT; --id;) {
        Type *type = vm_type(vm, id);
        Object *owned[] = {(Object *)type->dict, (Object *)type->bases, (Object *)type->mro, (Object *)type->name,
                           (Object *)type->qualname, (Object *)type->subclasses};
        type->dict = NULL;
        type->bases = type->mro = NULL;
        type->name = type->qualname = NULL;
        type->subclasses = NULL;
        for (u32 i = 0; i < countof(owned); i++) XDECREF(vm, owned[i]);
    }
}

void types_close(Vm *vm) {
    for (u16 id = T_COUNT; --id;) {
        Type *type = vm_type(vm, id);
        const TypeSpec *spec = type->spec;
        if (spec && type->slots && type->slots != &spec->slots && (!type->base || type->slots != type->base->slots))
            mem_free(&vm->mem, (void *)type->slots, sizeof(Slots));
        shape_close(vm, type->shape);
        if (type->dict_shape) mem_free(&vm->mem, type->dict_shape, sizeof(Shape));
    }
}

static bool has_slot(const Slots *s, const SlotName *n) {
    switch (n->slot) {
    case SLOT_REPR: return s->repr;
    case SLOT_STR: return s->str;
    case SLOT_FORMAT: return s->format;
    case SLOT_HASH: return s->hash;
    case SLOT_EQ: case SLOT_NE: case SLOT_LT: case SLOT_LE: case SLOT_GT: case SLOT_GE: return s->compare;
    case SLOT_BOOL: return s->truth && !s->len;
    case SLOT_LEN: return s->len;
    case SLOT_GETITEM: return s->getitem;
    case SLOT_SETITEM: case SLOT_DELITEM: return s->setitem;
    case SLOT_CONTAINS: return s->contains;
    case SLOT_ITER: return s->iter;
    case SLOT_NEXT: return s->next;
    case SLOT_CALL: return s->call;
    case SLOT_GETATTRIBUTE: return s->getattr;
    case SLOT_SETATTR: case SLOT_DELATTR: return s->setattr;
    case SLOT_GET: return s->get;
    case SLOT_SET: case SLOT_DELETE: return s->set;
    case SLOT_INDEX: return s->index;
    case SLOT_INT: return s->to_int;
    case SLOT_FLOAT: return s->to_float;
    case SLOT_AWAIT: return s->await;
    case SLOT_AITER: return s->aiter;
    case SLOT_ANEXT: return s->anext;
    case SLOT_UNARY: return s->unary;
    case SLOT_BINARY:
        if (n->op == OP_ADD && s->concat) return !n->reflected;
        if (n->op == OP_MUL && s->repeat) return true;
        return s->binary;
    case SLOT_INPLACE:
        return s->inplace;
    default: return false;
    }
}

// Does the type's binary slot know this operator? Asked of the type itself: an operator that it does not know answers
// NotImplemented for two small values of the type, which the type tables can not say; so tables list them.
static bool binary_known(u16 id, u8 op) {
    switch (id) {
    case T_INT: return op != OP_MATMUL;
    case T_BOOL: return op == OP_AND || op == OP_OR || op == OP_XOR;
    case T_FLOAT: return op <= OP_POW || op == OP_DIVMOD;
    case T_COMPLEX: return op <= OP_TRUEDIV || op == OP_POW;
    case T_SET: case T_FROZENSET: case T_DICT_KEYS: case T_DICT_ITEMS: return op == OP_SUB || op == OP_AND || op == OP_OR || op == OP_XOR;
    case T_DICT: case T_MAPPING_PROXY: case T_TYPE: return op == OP_OR;
    case T_STR: case T_BYTES: case T_BYTEARRAY: return op == OP_MOD || op == OP_ADD || op == OP_MUL;
    default: return true;
    }
}
static bool inplace_known(u16 id, u8 op) {
    switch (id) {
    case T_LIST: case T_BYTEARRAY: return op == OP_ADD || op == OP_MUL;
    case T_SET: return op == OP_SUB || op == OP_AND || op == OP_OR || op == OP_XOR;
    case T_DICT: return op == OP_OR;
    default: return false;
    }
}

static bool dict_add(Vm *vm, Dict *dict, const char *text, Value value_take) {
    if (value_take == V_ERROR) return false;
    Str *name = str_intern(vm, text, strlen(text));
    bool ok = name && dict_set_str(vm, dict, name, value_take);
    XDECREF(vm, name);
    decref(vm, value_take);
    return ok;
}

static Value native_row(Vm *vm, const NativeDef *def, Type *type) {
    Value f = native_new(vm, def, type, V_UNSET);
    if (f == V_ERROR || !(def->flags & (NATIVE_STATIC | NATIVE_CLASS))) return f;
    Value wrapped = wrapper_new(vm, def->flags & NATIVE_STATIC ? T_STATIC_METHOD : T_CLASS_METHOD, f);
    decref(vm, f);
    return wrapped;
}

static bool fill(Vm *vm, Type *type) {
    const TypeSpec *spec = type->spec;
    Dict *dict = type->dict;
    if (spec->make.fn && !dict_add(vm, dict, "__new__", native_new(vm, &spec->make, type, V_UNSET))) return false;
    if (spec->init.fn && !dict_add(vm, dict, "__init__", native_new(vm, &spec->init, type, V_UNSET))) return false;
    for (const SlotName *n = slot_names; n->name; n++) {
        if (!n->wrapper || !has_slot(&spec->slots, n)) continue;
        if (n->slot == SLOT_BINARY && !binary_known(type->id, n->op)) continue;
        if (n->slot == SLOT_INPLACE && !inplace_known(type->id, n->op)) continue;
        Value f = native_new(vm, n->wrapper, type, V_UNSET);
        if (f != V_ERROR) object_get(f)->shape = vm_type(vm, T_SLOT_WRAPPER)->shape;
        if (!dict_add(vm, dict, n->name, f)) return false;
    }
    for (const NativeDef *def = spec->methods; def && def->name; def++)
        if (!dict_add(vm, dict, def->name, native_row(vm, def, type))) return false;
    for (const GetSetDef *def = spec->getset; def && def->name; def++)
        if (!dict_add(vm, dict, def->name, getset_new(vm, def, type))) return false;
    if (spec->slots.unhashable && !dict_set_str(vm, dict, vm->names.__hash__, V_NONE)) return false;
    if (dict_find_str(dict, vm->names.__doc__) != V_UNSET) return true;
    if (!spec->doc) return dict_set_str(vm, dict, vm->names.__doc__, V_NONE);
    Str *doc = str_from_text(vm, spec->doc);
    return doc && dict_add(vm, dict, "__doc__", value_object(doc));
}

bool type_ready(Vm *vm, Type *type) {
    if (likely(type->mro)) return true;
    Type *base = type->base;
    if (base && !type_ready(vm, base)) return false;
    if (!type->name) type->name = str_intern(vm, type->spec->name, strlen(type->spec->name));
    if (type->name && !type->qualname) INCREF(type->qualname = type->name);
    Tuple *mro, *bases;
    if (type->id == T_ExceptionGroup) { // (BaseExceptionGroup, Exception)
        Type *second = vm_type(vm, T_Exception);
        if (!type_ready(vm, second)) return false;
        bases = tuple_pack(vm, 2, value_object(base), value_object(second));
        mro = tuple_pack(vm, 5, value_object(type), value_object(base), value_object(second), value_object(second->base),
                         value_object(vm_type(vm, T_OBJECT)));
    } else {
        u32 above = base ? base->mro->len : 0;
        mro = tuple_new(vm, above + 1);
        bases = tuple_new(vm, base ? 1 : 0);
        if (mro) mro->items[0] = own(value_object(type));
        for (u32 i = 0; mro && i < above; i++) mro->items[i + 1] = own(base->mro->items[i]);
        if (base && bases) bases->items[0] = own(value_object(base));
    }
    type->dict = dict_new(vm, 8);
    if (!type->name || !mro || !bases || !type->dict) goto failed;
    type->mro = mro;
    type->bases = bases;
    if (fill(vm, type)) return true;
    type->mro = type->bases = NULL;
failed:
    XDECREF(vm, mro);
    XDECREF(vm, bases);
    XDECREF(vm, type->dict);
    type->dict = NULL;
    return false;
}

// ---- look-up

bool type_is_subtype(Vm *vm, Type *type, Type *base) {
    if (type == base) return true;
    if (type->mro && type->id == T_HEAP) {
        for (u32 i = 0; i < type->mro->len; i++)
            if (type_get(type->mro->items[i]) == base) return true;
        return false;
    }
    for (Type *t = type; t; t = t->base)
        if (t == base || (t->id == T_ExceptionGroup && base->id == T_Exception)) return true; // the one built-in class with two bases
    return false;
}

static Value lookup_slow(Vm *vm, Type *type, Str *name) {
    for (u32 i = 0; i < type->mro->len; i++) {
        Type *t = type_get(type->mro->items[i]);
        if (!t->dict && !type_ready(vm, t)) return V_UNSET;
        Value v = dict_find_str(t->dict, name);
        if (v != V_UNSET) return v;
    }
    return V_UNSET;
}

Value type_lookup(Vm *vm, Type *type, Str *name) {
    if (unlikely(!type->mro) && !type_ready(vm, type)) return V_UNSET;
    MethodCache *c = &vm->method_cache[(((uintptr_t)name >> 4) ^ type->version * 31) % METHOD_CACHE];
    if (likely(c->name == name && c->version == type->version)) return c->value;
    Value v = lookup_slow(vm, type, name);
    *c = (MethodCache){name, type->version, v};
    return v;
}

Value type_lookup_after(Vm *vm, Type *type, Type *after, Str *name, Type **where) {
    if (!type_ready(vm, type)) return V_UNSET;
    u32 i = 0, n = type->mro->len;
    while (i < n && type_get(type->mro->items[i]) != after) i++;
    for (i++; i < n; i++) {
        Type *t = type_get(type->mro->items[i]);
        if (!t->dict && !type_ready(vm, t)) return V_UNSET;
        Value v = dict_find_str(t->dict, name);
        if (v != V_UNSET) {
            if (where) *where = t;
            return v;
        }
    }
    return V_UNSET;
}

Value type_module(Vm *vm, Type *type) {
    if (type->id != T_HEAP) return V_UNSET;
    return dict_find_str(type->dict, vm->names.__module__);
}

void type_full_name(Vm *vm, Type *type, Buf *out) {
    if (!type_ready(vm, type)) return;
    Value module = type_module(vm, type);
    if (module != V_UNSET && value_has(module, SHAPE_STR) && !str_is(str_get(module), "builtins")) {
        str_utf8(str_get(module), out);
        buf_put(out, '.');
    } else if (type->id != T_HEAP && type->spec->module) {
        buf_text(out, type->spec->module);
        buf_put(out, '.');
    }
    str_utf8(type->qualname, out);
}

// ---- change

// Every class that derives from `type` has its version renewed, so that look-ups and caches start afresh.
static void invalidate(Vm *vm, Type *type) {
    type->version = ++vm->type_version;
    if (!type->subclasses) return;
    for (u32 i = 0; i < type->subclasses->len; i++) invalidate(vm, (Type *)(uintptr_t)small_get(type->subclasses->items[i]));
}

static const SlotName *slot_by_name(const Str *name) {
    if (name->len < 5 || name->width != 1 || name->data[0] != '_' || name->data[1] != '_') return NULL;
    for (const SlotName *n = slot_names; n->name; n++)
        if (str_is(name, n->name)) return n;
    return NULL;
}

static bool is_native_slot(Value v) { return value_is(v, T_SLOT_WRAPPER) || value_is(v, T_NATIVE_METHOD); }

// Which slots are Python's for instances: walks the MRO for every special name. A slot counts as Python's when the class that
// provides the name is not the built-in type whose C slots the class uses.
static void slots_update(Vm *vm, Type *type) {
    u64 python = 0;
    for (u32 i = 0; i < type->mro->len; i++) python |= type_get(type->mro->items[i])->python;
    // Bits above may be too many (a class in between may restore a built-in's slot): check each set bit by name.
    u64 own = 0;
    for (u32 i = 0; i < type->dict->used; i++) {
        DictEntry *e = &type->dict->entries[i];
        if (e->key == V_UNSET || !value_has(e->key, SHAPE_STR)) continue;
        const SlotName *n = slot_by_name(str_get(e->key));
        if (n) own |= 1ull << n->slot;
    }
    python |= own;
    u64 result = 0;
    for (const SlotName *n = slot_names; n->name; n++) {
        if (!(python >> n->slot & 1)) continue;
        Str *name = str_intern(vm, n->name, strlen(n->name));
        if (!name) continue;
        Value v = lookup_slow(vm, type, name);
        DECREF(vm, name);
        if (v == V_UNSET) continue;
        Type *spec_type = vm_type(vm, type->shape ? type->shape->layout : type->base->shape->layout);
        bool native = is_native_slot(v) && (native_get(v)->owner == spec_type || native_get(v)->owner->id == T_OBJECT ||
                                            type_is_subtype(vm, type->native_base, native_get(v)->owner));
        if (n->slot == SLOT_NEW) native = value_is(v, T_NATIVE_FUNCTION);
        if (!native) result |= 1ull << n->slot;
    }
    if (result >> SLOT_DEL & 1) type->flags |= CLASS_HAS_DEL;
    type->python = result;
}

static void slots_update_all(Vm *vm, Type *type) {
    if (type->id == T_HEAP) slots_update(vm, type);
    if (!type->subclasses) return;
    for (u32 i = 0; i < type->subclasses->len; i++)
        slots_update_all(vm, (Type *)(uintptr_t)small_get(type->subclasses->items[i]));
}

static bool plain_data(Value v) {
    return !is_object(v) || value_is(v, T_STR) || value_is(v, T_LIST) || value_is(v, T_DICT) || value_is(v, T_TUPLE) ||
           value_is(v, T_INT) || value_is(v, T_SET);
}

int type_set(Vm *vm, Type *type, Str *name, Value value) {
    if (type->id != T_HEAP) {
        raise_type(vm, "cannot set '%S' attribute of immutable type '%N'", name, type);
        return IS_ERROR;
    }
    Value old = dict_find_str(type->dict, name);
    bool had_plain = old != V_UNSET && plain_data(old);
    if (value == V_UNSET) {
        if (old == V_UNSET) {
            raise(vm, T_AttributeError, "type object '%N' has no attribute '%S'", type, name);
            return IS_ERROR;
        }
        own(old);
        dict_delete_str(vm, type->dict, name);
        decref(vm, old);
    } else if (!dict_set_str(vm, type->dict, name, value)) return IS_ERROR;
    invalidate(vm, type);
    // Counters and settings kept in a class are common: replacing one plain value by another empties no caches, since
    // those never hold plain data of classes by value (vm/attr.c).
    if (!(had_plain && value != V_UNSET && plain_data(value))) caches_flush(vm);
    if (slot_by_name(name)) slots_update_all(vm, type);
    return 0;
}

// ---- making classes

// Merges MROs as C3 does. `lists` holds n lists of classes; answers a new tuple with `type` in front, or NULL: TypeError.
static Tuple *mro_compute(Vm *vm, Type *type, Tuple *bases) {
    for (u32 i = 0; i < bases->len; i++)
        for (u32 j = i + 1; j < bases->len; j++)
            if (bases->items[i] == bases->items[j]) return raise_type(vm, "duplicate base class %N", type_get(bases->items[i])), NULL;
    u32 n = bases->len + 1, total = 1;
    for (u32 i = 0; i < bases->len; i++) {
        if (!type_ready(vm, type_get(bases->items[i]))) return NULL;
        total += type_get(bases->items[i])->mro->len;
    }
    u32 at_size = n * sizeof(u32);
    u32 *at = mem_alloc_zero(&vm->mem, at_size);
    Value *out = mem_alloc(&vm->mem, total * sizeof(Value));
    Tuple *result = NULL;
    u32 len = 0;
    if (!at || !out) {
        raise_memory(vm);
        goto done;
    }
    out[len++] = value_object(type);
#define LIST(i) ((i) < bases->len ? type_get(bases->items[i])->mro : bases)
    for (;;) {
        bool left = false;
        Value pick = V_UNSET;
        for (u32 i = 0; i < n && pick == V_UNSET; i++) {
            Tuple *list = LIST(i);
            if (at[i] >= list->len) continue;
            left = true;
            Value candidate = list->items[at[i]];
            bool in_tail = false;
            for (u32 j = 0; j < n && !in_tail; j++) {
                Tuple *other = LIST(j);
                for (u32 k = at[j] + 1; k < other->len; k++)
                    if (other->items[k] == candidate) {
                        in_tail = true;
                        break;
                    }
            }
            if (!in_tail) pick = candidate;
        }
        if (!left) break;
        if (pick == V_UNSET) {
            Buf names;
            buf_open(&names, &vm->mem);
            // CPython names the heads that are left, each once.
            Value seen[64];
            u32 nseen = 0;
            for (u32 i = 0; i < n; i++) {
                Tuple *list = LIST(i);
                if (at[i] >= list->len) continue;
                bool known = false;
                for (u32 k = 0; k < nseen; k++) known |= seen[k] == list->items[at[i]];
                if (known || nseen == 64) continue;
                if (nseen) buf_text(&names, ", ");
                str_utf8(type_get(list->items[at[i]])->name, &names);
                seen[nseen++] = list->items[at[i]];
            }
            raise_type(vm, "Cannot create a consistent method resolution order (MRO) for bases %.*s", (int)names.len, names.data);
            buf_close(&names);
            goto done;
        }
        out[len++] = pick;
        for (u32 i = 0; i < n; i++) {
            Tuple *list = LIST(i);
            if (at[i] < list->len && list->items[at[i]] == pick) at[i]++;
        }
    }
#undef LIST
    result = tuple_from(vm, out, len);
done:
    mem_free(&vm->mem, at, at_size);
    mem_free(&vm->mem, out, total * sizeof(Value));
    return result;
}

// The built-in type whose struct instances of `t` have (object for plain classes).
static Type *solid(Vm *vm, Type *t) { return vm_type(vm, t->shape->layout); }

static Type *best_base(Vm *vm, Tuple *bases) {
    Type *winner = NULL, *winner_solid = NULL;
    for (u32 i = 0; i < bases->len; i++) {
        if (!is_type(bases->items[i])) return raise_type(vm, "bases must be types"), NULL;
        Type *b = type_get(bases->items[i]);
        if (b->flags & TYPE_FINAL) {
            raise_type(vm, "type '%N' is not an acceptable base type", b);
            return NULL;
        }
        Type *s = solid(vm, b);
        if (!winner) {
            winner = b;
            winner_solid = s;
        } else if (winner_solid == s || type_is_subtype(vm, winner_solid, s)) {
            // two classes that both add __slots__ can not be laid out together
            if (b->own_slots && winner->own_slots && !type_is_subtype(vm, winner, b) && !type_is_subtype(vm, b, winner)) {
                raise_type(vm, "multiple bases have instance lay-out conflict");
                return NULL;
            }
            if (b->own_slots > winner->own_slots && winner_solid == s) winner = b;
        } else if (type_is_subtype(vm, s, winner_solid)) {
            winner = b;
            winner_solid = s;
        } else {
            raise_type(vm, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return winner;
}

Type *type_winner(Vm *vm, Type *meta, Tuple *bases) {
    Type *winner = meta;
    for (u32 i = 0; i < bases->len; i++) {
        Type *m = type_of(vm, bases->items[i]);
        if (type_is_subtype(vm, winner, m)) continue;
        if (type_is_subtype(vm, m, winner)) {
            winner = m;
            continue;
        }
        raise_type(vm, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                       "metaclasses of all its bases");
        return NULL;
    }
    return winner;
}

static bool subclass_add(Vm *vm, Type *base, Type *type) {
    if (base->id != T_HEAP && base->id == T_OBJECT) return true; // nothing ever changes in object
    if (!base->subclasses && !(base->subclasses = list_new(vm, 4))) return false;
    gc_untrack(vm, &base->subclasses->head); // it owns nothing: pointers as plain numbers
    bool ok = list_append(vm, base->subclasses, value_small((i64)(uintptr_t)type));
    gc_track(vm, &base->subclasses->head);
    return ok;
}

static void subclass_remove(Type *base, Type *type) {
    List *list = base->subclasses;
    for (u32 i = 0; list && i < list->len; i++)
        if ((Type *)(uintptr_t)small_get(list->items[i]) == type) {
            list->items[i] = list->items[--list->len];
            return;
        }
}

static bool is_identifier(const Str *s) {
    for (u32 i = 0; i < s->len; i++) {
        u32 c = str_at(s, i);
        if (!(i ? unicode_is_xid_continue(c) : unicode_is_xid_start(c))) return false;
    }
    return s->len > 0;
}

// __slots__ as names: each becomes a Member in the dict. false: exception.
static bool slots_add(Vm *vm, Type *type, Value slots, u32 first, bool *dict_wanted, bool *weakref_wanted) {
    Value names = value_has(slots, SHAPE_STR) ? value_object(tuple_from(vm, &slots, 1)) : tuple_of(vm, slots);
    if (names == V_ERROR || names == V_PYTHON || !is_object(names)) {
        if (names == V_PYTHON) raise_type(vm, "__slots__ must be a tuple, list, dict or str here");
        return false;
    }
    Tuple *t = tuple_get(names);
    bool ok = true;
    u32 index = first;
    u16 layout = type->base->shape->layout;
    if (t->len && (layout == T_INT || layout == T_TUPLE || layout == T_BYTES || layout == T_TYPE)) {
        raise_type(vm, "nonempty __slots__ not supported for subtype of '%N'", type->base);
        return DECREF(vm, t), false;
    }
    for (u32 i = 0; i < t->len && ok; i++) {
        if (!value_has(t->items[i], SHAPE_STR)) {
            raise_type(vm, "__slots__ items must be strings, not '%T'", t->items[i]);
            ok = false;
            break;
        }
        Str *s = str_get(t->items[i]);
        if (!is_identifier(s)) {
            raise_type(vm, "__slots__ must be identifiers");
            ok = false;
            break;
        }
        if (str_is(s, "__dict__")) {
            *dict_wanted = true;
            continue;
        }
        if (str_is(s, "__weakref__")) {
            *weakref_wanted = true;
            continue;
        }
        Buf mangled;
        buf_open(&mangled, &vm->mem);
        if (s->len > 2 && str_at(s, 0) == '_' && str_at(s, 1) == '_' &&
            !(str_at(s, s->len - 1) == '_' && str_at(s, s->len - 2) == '_')) {
            u32 k = 0;
            while (k < type->name->len && str_at(type->name, k) == '_') k++;
            if (k < type->name->len) {
                buf_put(&mangled, '_');
                for (; k < type->name->len; k++) buf_utf8(&mangled, str_at(type->name, k));
            }
        }
        str_utf8(s, &mangled);
        Str *name = mangled.failed ? NULL : str_intern(vm, mangled.data, mangled.len);
        buf_close(&mangled);
        if (!name) return DECREF(vm, t), false;
        if (dict_find_str(type->dict, name) != V_UNSET && !str_is(name, "__qualname__")) {
            raise_value(vm, "'%S' in __slots__ conflicts with class variable", name);
            ok = false;
        } else {
            Value member = member_new(vm, name, type, index++);
            ok = member != V_ERROR && dict_set_str(vm, type->dict, name, member);
            if (member != V_ERROR) decref(vm, member);
        }
        DECREF(vm, name);
    }
    type->own_slots = (u16)index;
    DECREF(vm, t);
    return ok;
}

// A function under one of these names becomes a static or class method by itself.
static bool wrap_special(Vm *vm, Dict *dict, Str *name, u16 wrapper) {
    Value f = dict_find_str(dict, name);
    if (f == V_UNSET || !value_is(f, T_FUNCTION)) return true;
    Value w = wrapper_new(vm, wrapper, f);
    if (w == V_ERROR) return false;
    bool ok = dict_set_str(vm, dict, name, w);
    decref(vm, w);
    return ok;
}

static bool prepare_dict(Vm *vm, Type *type) {
    Dict *dict = type->dict;
    Names *names = &vm->names;
    Value qualname = dict_find_str(dict, names->__qualname__);
    if (qualname != V_UNSET) {
        if (!value_has(qualname, SHAPE_STR)) return raise_type(vm, "type __qualname__ must be a str, not %T", qualname), false;
        INCREF(type->qualname = str_get(qualname));
        dict_delete_str(vm, dict, names->__qualname__);
    } else INCREF(type->qualname = type->name);
    Value cell = dict_find_str(dict, names->__classcell__);
    if (value_is(cell, T_CELL)) {
        Value old = cell_get(cell)->content;
        cell_get(cell)->content = own(value_object(type));
        decref(vm, old);
        dict_delete_str(vm, dict, names->__classcell__);
    }
    cell = dict_find_str(dict, names->__classdictcell__);
    if (value_is(cell, T_CELL)) {
        Value old = cell_get(cell)->content;
        cell_get(cell)->content = own(value_object(dict));
        decref(vm, old);
        dict_delete_str(vm, dict, names->__classdictcell__);
    }
    // A class with its own == and no hash is not hashable.
    if (dict_find_str(dict, names->__eq__) != V_UNSET && dict_find_str(dict, names->__hash__) == V_UNSET &&
        !dict_set_str(vm, dict, names->__hash__, V_NONE))
        return false;
    if (dict_find_str(dict, names->__doc__) == V_UNSET && !dict_set_str(vm, dict, names->__doc__, V_NONE)) return false;
    return wrap_special(vm, dict, names->__new__, T_STATIC_METHOD) &&
           wrap_special(vm, dict, names->__init_subclass__, T_CLASS_METHOD) &&
           wrap_special(vm, dict, names->__class_getitem__, T_CLASS_METHOD);
}

static bool make_shape(Vm *vm, Type *type, bool has_dict) {
    Type *base = type->base;
    Shape *shape = type->shape = shape_open(vm, type);
    if (!shape) return false;
    shape->type_id = T_HEAP;
    shape->layout = base->shape->layout;
    shape->flags = base->shape->flags & ~SHAPE_DICT;
    shape->slots = type->own_slots;
    shape->attrs = has_dict ? base->spec->attrs : 0;
    type->has_dict = has_dict;
    return true;
}

Type *type_create(Vm *vm, Type *meta, Str *name, Tuple *bases, Dict *ns) {
    Tuple *own_bases = NULL;
    if (!bases->len) {
        Value object = value_object(vm_type(vm, T_OBJECT));
        if (!(bases = own_bases = tuple_from(vm, &object, 1))) return NULL;
    }
    Type *base = best_base(vm, bases);
    Type *type = base ? object_new_gc(vm, meta, sizeof(Type)) : NULL;
    if (!type) {
        XDECREF(vm, own_bases);
        return NULL;
    }
    if (own_bases) type->bases = own_bases;
    else INCREF(type->bases = bases);
    INCREF(type->name = name);
    type->spec = base->spec;
    type->slots = base->slots;
    type->native_base = base->id == T_HEAP ? base->native_base : base;
    type->flags = (base->flags & (TYPE_MAPPING | TYPE_SEQUENCE | CLASS_HAS_DEL)) | TYPE_GC | CLASS_HEAP;
    type->own_slots = base->own_slots;
    INCREF(type->base = base);
    type->hint = base->id == T_HEAP ? base->hint : 2;
    type->version = ++vm->type_version;
    if (!(type->dict = dict_copy(vm, ns)) || !(prepare_dict(vm, type))) goto failed;
    bool has_dict = base->has_dict;
    for (u32 i = 0; i < bases->len; i++) has_dict |= type_get(bases->items[i])->has_dict;
    Value slots = dict_find_str(type->dict, vm->names.__slots__);
    if (slots == V_UNSET) has_dict = true;
    else {
        bool weakref = false;
        if (!slots_add(vm, type, slots, base->own_slots, &has_dict, &weakref)) goto failed;
    }
    if (!make_shape(vm, type, has_dict)) goto failed;
    if (!(type->mro = mro_compute(vm, type, type->bases))) goto failed;
    for (u32 i = 0; i < type->bases->len; i++)
        if (!subclass_add(vm, type_get(type->bases->items[i]), type)) goto failed;
    slots_update(vm, type);
    return type;
failed:
    DECREF(vm, type);
    return NULL;
}

// ---- C.__bases__ = (…)

// The MRO of a class and of all that derive from it, after a change of bases.
static bool mro_update(Vm *vm, Type *type) {
    Tuple *mro = mro_compute(vm, type, type->bases), *old = type->mro;
    if (!mro) return false;
    type->mro = mro;
    DECREF(vm, old);
    for (u32 i = 0; type->subclasses && i < type->subclasses->len; i++)
        if (!mro_update(vm, (Type *)(uintptr_t)small_get(type->subclasses->items[i]))) return false;
    return true;
}

static bool bases_replace(Vm *vm, Type *type, Tuple *bases) {
    Tuple *old = type->bases;
    for (u32 i = 0; i < old->len; i++) subclass_remove(type_get(old->items[i]), type);
    INCREF(type->bases = bases);
    DECREF(vm, old);
    for (u32 i = 0; i < bases->len; i++)
        if (!subclass_add(vm, type_get(bases->items[i]), type)) return false;
    return mro_update(vm, type);
}

int type_set_bases(Vm *vm, Type *type, Value value) {
    const char *wrong = NULL;
    Tuple *bases = value_has(value, SHAPE_TUPLE) ? tuple_get(value) : NULL;
    if (type->id != T_HEAP) wrong = "cannot set '__bases__' attribute of immutable type '%N'";
    else if (value == V_UNSET) wrong = "cannot delete '__bases__' attribute of immutable type '%N'";
    else if (!bases) wrong = "can only assign tuple to %N.__bases__, not %T";
    else if (!bases->len) wrong = "can only assign non-empty tuple to %N.__bases__, not ()";
    for (u32 i = 0; !wrong && i < bases->len; i++) {
        value = bases->items[i];
        if (!is_type(value)) wrong = "%N.__bases__ must be tuple of classes, not '%T'";
        else if (type_is_subtype(vm, type_get(value), type)) wrong = "a __bases__ item causes an inheritance cycle";
    }
    if (wrong) return raise_type(vm, wrong, type, value), IS_ERROR;
    Type *base = best_base(vm, bases), *old = type->base;
    if (!base) return IS_ERROR;
    if (base->shape->layout != old->shape->layout || base->own_slots != old->own_slots || base->has_dict != old->has_dict)
        return raise_type(vm, "__bases__ assignment: '%N' %s differs from '%N'", base,
                          base->id == old->id ? "object layout" : "deallocator", old), IS_ERROR;
    Tuple *before = type->bases;
    INCREF(before);
    bool good = bases_replace(vm, type, bases);
    if (good) {
        INCREF(type->base = base);
        DECREF(vm, old);
        type->native_base = base->id == T_HEAP ? base->native_base : base;
    } else {
        Value exc = exc_take(vm);
        bases_replace(vm, type, before);
        exc_clear(vm);
        vm->exc = exc;
    }
    DECREF(vm, before);
    invalidate(vm, type);
    caches_flush(vm);
    slots_update_all(vm, type);
    return good ? 0 : IS_ERROR;
}

// ---- the end of a class

void type_dealloc(Vm *vm, Object *o) {
    Type *type = (Type *)o;
    for (u32 i = 0; type->bases && i < type->bases->len; i++) subclass_remove(type_get(type->bases->items[i]), type);
    caches_flush(vm);
    XDECREF(vm, type->dict);
    XDECREF(vm, type->mro);
    XDECREF(vm, type->bases);
    XDECREF(vm, type->name);
    XDECREF(vm, type->qualname);
    XDECREF(vm, type->subclasses);
    shape_close(vm, type->shape);
    if (type->dict_shape) mem_free(&vm->mem, type->dict_shape, sizeof(Shape));
    Type *base = type->base;
    object_dispose(vm, o, sizeof(Type));
    XDECREF(vm, base);
}

void type_traverse(Object *o, Visit *visit) {
    Type *type = (Type *)o;
    visit_object(visit, type->dict);
    visit_object(visit, type->mro);
    visit_object(visit, type->bases);
    if (type->base) visit_object(visit, type->base);
}

void type_clear(Vm *vm, Object *o) {
    Type *type = (Type *)o;
    if (type->dict) dict_clear(vm, type->dict);
    // The MRO holds the class itself. Instances that are still to be freed need spec and slots only.
    Tuple *mro = type->mro;
    type->mro = NULL;
    XDECREF(vm, mro);
}
