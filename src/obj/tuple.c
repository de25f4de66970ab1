// tuple.c: tuple and its iterator.
#include "obj/container.h"

// The items V_UNSET.
static Tuple *tuple_of_type(Vm *vm, Type *type, u32 len) {
    if (unlikely(len > ITEMS_MAX)) return raise_memory(vm), NULL;
    Tuple *tuple = object_new_gc(vm, type, sizeof(Tuple) + len * sizeof(Value));
    if (unlikely(!tuple)) return NULL;
    tuple->len = len;
    for (u32 i = 0; i < len; i++) tuple->items[i] = V_UNSET;
    return tuple;
}

static Tuple *empty(Vm *vm) {
    if (unlikely(!vm->empty_tuple)) return tuple_of_type(vm, vm_type(vm, T_TUPLE), 0); // the one that becomes it
    INCREF(vm->empty_tuple);
    return vm->empty_tuple;
}

Tuple *tuple_new(Vm *vm, u32 len) { return len ? tuple_of_type(vm, vm_type(vm, T_TUPLE), len) : empty(vm); }

Tuple *tuple_from_take(Vm *vm, Value *items, u32 n) {
    Tuple *tuple = tuple_new(vm, n);
    if (unlikely(!tuple)) {
        for (u32 i = 0; i < n; i++) decref(vm, items[i]);
        return NULL;
    }
    if (n) memcpy(tuple->items, items, n * sizeof(Value));
    return tuple;
}

Tuple *tuple_from(Vm *vm, const Value *items, u32 n) {
    Tuple *tuple = tuple_new(vm, n);
    if (unlikely(!tuple)) return NULL;
    for (u32 i = 0; i < n; i++) tuple->items[i] = own(items[i]);
    return tuple;
}

Tuple *tuple_pack(Vm *vm, u32 n, ...) {
    Tuple *tuple = tuple_new(vm, n);
    if (unlikely(!tuple)) return NULL;
    __builtin_va_list args;
    __builtin_va_start(args, n);
    for (u32 i = 0; i < n; i++) tuple->items[i] = own(__builtin_va_arg(args, Value));
    __builtin_va_end(args);
    return tuple;
}

Value list_as_tuple(Vm *vm, List *list) { return object_value(tuple_from(vm, list->items, list->len)); }

Value tuple_of(Vm *vm, Value iterable) {
    if (value_is(iterable, T_TUPLE)) return own(iterable);
    if (value_is(iterable, T_LIST)) return list_as_tuple(vm, list_get(iterable));
    Value list = list_of(vm, iterable);
    if (is_marker(list)) return list;
    // Nobody else has the list: its items move over.
    Tuple *tuple = tuple_from_take(vm, list_get(list)->items, list_get(list)->len);
    list_get(list)->len = 0;
    decref(vm, list);
    return object_value(tuple);
}

// ---- hash ----------------------------------------------------------------------------------------------------------

// xxHash over the hashes of the items, as CPython does it on 64 bits, so that sets of tuples iterate in the same order.
#define PRIME_1 11400714785074694791ull
#define PRIME_2 14029467366897019727ull
#define PRIME_5 2870177450012600261ull

static u64 hash_step(u64 acc, i64 hash) {
    acc += (u64)hash * PRIME_2;
    return (acc << 31 | acc >> 33) * PRIME_1;
}

// A tuple counts its length in.
static i64 hash_end(u64 acc, u32 len, bool is_tuple) {
    if (is_tuple) acc += len ^ (PRIME_5 ^ 3527539u);
    return acc == (u64)-1 ? 1546275796 : (i64)acc;
}

int items_hash(Vm *vm, Items items, bool is_tuple, i64 *hash) {
    u64 acc = PRIME_5;
    int status = nest_enter(vm);
    if (status) return status;
    for (u32 i = 0; i < items.len && !status; i++) {
        i64 one;
        if (!(status = value_hash(vm, items.at[i], &one))) acc = hash_step(acc, one);
    }
    c_leave(vm);
    charge(vm, items.len);
    *hash = hash_end(acc, items.len, is_tuple);
    return status;
}

// _items_hash(list of hashes, tuple or slice): the same from the hashes; a tuple remembers it.
static Value intrinsic_items_hash(Vm *vm, const Value *args, u32 n) {
    u64 acc = PRIME_5;
    Items hashes = items_of(args[0]);
    for (u32 i = 0; i < hashes.len; i++) {
        i64 hash = 0;
        int_to_i64(hashes.at[i], &hash);
        acc = hash_step(acc, hash);
    }
    bool tuple = is_tuple(args[1]);
    i64 hash = hash_end(acc, hashes.len, tuple);
    if (tuple) {
        tuple_get(args[1])->hash = hash;
        tuple_get(args[1])->hash_done = 1;
    }
    return int_from_i64(vm, hash);
}

// ---- slots ---------------------------------------------------------------------------------------------------------

static Value tuple_make(Vm *vm, const Value *args, u32 n) {
    Type *type = (Type *)object_get(args[0]);
    if (args[2] != V_UNSET && !slot_is_python(type, SLOT_INIT))
        return raise_type(vm, "tuple() takes no keyword arguments");
    Value plain = args[1] == V_UNSET ? object_value(empty(vm)) : tuple_of(vm, args[1]);
    if (is_marker(plain) || type->id == T_TUPLE) return plain;
    Tuple *from = tuple_get(plain), *tuple = tuple_of_type(vm, type, from->len);
    for (u32 i = 0; tuple && i < from->len; i++) tuple->items[i] = own(from->items[i]);
    DECREF(vm, from);
    return object_value(tuple);
}

static void tuple_dealloc(Vm *vm, Object *o) {
    Tuple *tuple = (Tuple *)o;
    u32 len = tuple->len;
    for (u32 i = len; i-- > 0;) decref(vm, tuple->items[i]);
    object_dispose(vm, o, sizeof(Tuple) + len * sizeof(Value));
}

static void tuple_traverse(Object *o, Visit *visit) {
    Tuple *tuple = (Tuple *)o;
    for (u32 i = 0; i < tuple->len; i++) visit_value(visit, tuple->items[i]);
}

static Value tuple_repr(Vm *vm, Value self) {
    Tuple *tuple = tuple_get(self);
    if (!tuple->len) return object_value(str_from_text(vm, "()"));
    int status = repr_enter(vm, self);
    if (status <= 0) return status ? V_ERROR : object_value(str_from_text(vm, "(...)"));
    StrBuilder out;
    builder_open(&out, vm);
    builder_char(&out, '(');
    if (!(status = repr_nest(vm))) {
        for (u32 i = 0; i < tuple->len && !status; i++) {
            if (i) builder_text(&out, ", ");
            status = repr_item(vm, &out, tuple->items[i]);
        }
        c_leave(vm);
    }
    builder_text(&out, tuple->len == 1 ? ",)" : ")");
    return repr_finish(vm, &out, self, status);
}

static int tuple_hash(Vm *vm, Value self, i64 *hash) {
    Tuple *tuple = tuple_get(self);
    if (!tuple->hash_done) {
        int status = items_hash(vm, items_of(self), true, &tuple->hash);
        if (status) return status;
        tuple->hash_done = 1;
    }
    *hash = tuple->hash;
    return 0;
}

static Value tuple_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!is_tuple(b)) return V_NOT_IMPLEMENTED;
    return items_compare(vm, items_of(a), items_of(b), op);
}

static int tuple_truth(Vm *vm, Value self) { return tuple_get(self)->len != 0; }
static i64 tuple_len(Vm *vm, Value self) { return tuple_get(self)->len; }

static Value tuple_getitem(Vm *vm, Value self, Value key) {
    Tuple *tuple = tuple_get(self);
    i64 i;
    int status = key_position(vm, key, &i);
    if (likely(status == 0)) {
        if (i < 0) i += tuple->len;
        if (unlikely((u64)i >= tuple->len)) return raise_index(vm, "tuple index out of range");
        return own(tuple->items[i]);
    }
    if (status < 0) return status_value(status);
    if (!value_is(key, T_SLICE)) return raise_type(vm, "tuple indices must be integers or slices, not %T", key);
    i64 start, stop, step, count;
    if ((status = slice_resolve(vm, key, tuple->len, &start, &stop, &step, &count))) return status_value(status);
    charge(vm, (size_t)count);
    if (count == tuple->len && step == 1 && is_exactly(self, T_TUPLE)) return own(self);
    Tuple *result = tuple_new(vm, (u32)count);
    if (!result) return V_ERROR;
    for (u32 i = 0; i < count; i++) result->items[i] = own(tuple->items[start + i * step]);
    return value_object(result);
}

static int tuple_contains(Vm *vm, Value self, Value item) {
    i64 place = items_find(vm, items_of(self), item, 0, ITEMS_MAX);
    return place >= 0 ? 1 : place == ITEMS_ABSENT ? 0 : (int)place;
}

static Value tuple_concat(Vm *vm, Value a, Value b) {
    if (!is_tuple(b)) return raise_type(vm, "can only concatenate tuple (not \"%T\") to tuple", b);
    Items left = items_of(a), right = items_of(b);
    if (!left.len && is_exactly(b, T_TUPLE)) return own(b);
    if (!right.len && is_exactly(a, T_TUPLE)) return own(a);
    if ((size_t)left.len + right.len > ITEMS_MAX) return raise_memory(vm);
    Tuple *tuple = tuple_new(vm, left.len + right.len);
    if (!tuple) return V_ERROR;
    for (u32 i = 0; i < left.len; i++) tuple->items[i] = own(left.at[i]);
    for (u32 i = 0; i < right.len; i++) tuple->items[left.len + i] = own(right.at[i]);
    charge(vm, tuple->len);
    return value_object(tuple);
}

static Value tuple_repeat(Vm *vm, Value a, i64 count) {
    Tuple *tuple = tuple_get(a);
    if (is_exactly(a, T_TUPLE) && (count == 1 || !tuple->len)) return own(a);
    if (count <= 0 || !tuple->len) return object_value(empty(vm));
    if (count > ITEMS_MAX / tuple->len) return raise_memory(vm);
    Tuple *result = tuple_new(vm, tuple->len * (u32)count);
    if (!result) return V_ERROR;
    for (u32 i = 0; i < tuple->len; i++) result->items[i] = own(tuple->items[i]);
    items_repeat(result->items, tuple->len, (u32)count);
    charge(vm, result->len >> 3);
    return value_object(result);
}

// ---- the iterator --------------------------------------------------------------------------------------------------

static Value tuple_iter(Vm *vm, Value self) {
    TupleIter *it = object_new_gc(vm, vm_type(vm, T_TUPLE_ITER), sizeof(TupleIter));
    if (!it) return V_ERROR;
    it->tuple = tuple_get(own(self));
    return value_object(it);
}

static void tuple_iter_clear(Vm *vm, Object *o) {
    Tuple *tuple = ((TupleIter *)o)->tuple;
    ((TupleIter *)o)->tuple = NULL;
    XDECREF(vm, tuple);
}

static void tuple_iter_dealloc(Vm *vm, Object *o) {
    tuple_iter_clear(vm, o);
    object_dispose(vm, o, sizeof(TupleIter));
}

static void tuple_iter_traverse(Object *o, Visit *visit) { visit_object(visit, ((TupleIter *)o)->tuple); }

static Value tuple_iter_next(Vm *vm, Value self) {
    TupleIter *it = (TupleIter *)object_get(self);
    if (!it->tuple) return V_STOP;
    if (likely(it->position < it->tuple->len)) return own(it->tuple->items[it->position++]);
    tuple_iter_clear(vm, &it->head);
    return V_STOP;
}

static Value tuple_iter_hint(Vm *vm, const Value *args, u32 n) {
    TupleIter *it = (TupleIter *)object_get(args[0]);
    return value_count(it->tuple ? it->tuple->len - it->position : 0);
}

static Value tuple_iter_setstate(Vm *vm, const Value *args, u32 n) {
    TupleIter *it = (TupleIter *)object_get(args[0]);
    i64 at;
    int status = value_index_i64(vm, args[1], &at, false);
    if (status) return status_value(status);
    if (it->tuple) it->position = (u32)(at < 0 ? 0 : at > it->tuple->len ? it->tuple->len : at);
    return V_NONE;
}

static const NativeDef tuple_iter_methods[] = {
    {"__length_hint__", "($self, /)", tuple_iter_hint, NULL, 0},
    {"__reduce__", "($self, /)", always_python, "_sequence.iter_reduce", 0},
    {"__setstate__", "($self, state, /)", tuple_iter_setstate, NULL, 0},
    {0},
};

const TypeSpec tuple_iter_spec = {
    .name = "tuple_iterator",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_GC,
    .size = sizeof(TupleIter),
    .slots =
        {
            .dealloc = tuple_iter_dealloc,
            .traverse = tuple_iter_traverse,
            .clear = tuple_iter_clear,
            .iter = iter_self,
            .next = tuple_iter_next,
        },
    .methods = tuple_iter_methods,
};

// ---- the type ------------------------------------------------------------------------------------------------------

static Value tuple_getnewargs(Vm *vm, const Value *args, u32 n) {
    Tuple *plain = tuple_from(vm, tuple_get(args[0])->items, tuple_get(args[0])->len);
    if (!plain) return V_ERROR;
    Value item = value_object(plain);
    Tuple *result = tuple_from_take(vm, &item, 1);
    return object_value(result);
}

static Value tuple_sizeof(Vm *vm, const Value *args, u32 n) {
    return value_count(32 + (size_t)tuple_get(args[0])->len * 8);
}

const NativeDef tuple_intrinsics[] = {
    {"_items_hash", "(hashes, self, /)", intrinsic_items_hash, NULL, 0},
    {0},
};

static const NativeDef tuple_methods[] = {
    {"__getnewargs__", "($self, /)", tuple_getnewargs, NULL, 0},
    {"index", "($self, value, start=0, stop=sys.maxsize, /)", items_index, "_sequence.index", NATIVE_UNPACKED},
    {"count", "($self, value, /)", items_count_method, "_sequence.count", 0},
    {"__sizeof__", "($self, /)", tuple_sizeof, NULL, 0},
    CLASS_GETITEM_ROW,
    {0},
};

static const SlotPython tuple_python[] = {
    {SLOT_REPR, 0, "_sequence.tuple_repr"}, {SLOT_HASH, 0, "_sequence.tuple_hash"},   ITEMS_COMPARE_PYTHON,
    {SLOT_GETITEM, 0, "_sequence.getitem"}, {SLOT_CONTAINS, 0, "_sequence.contains"}, {0},
};

const TypeSpec tuple_spec = {
    .name = "tuple",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_NO_DICT | TYPE_SEQUENCE,
    .size = sizeof(Tuple),
    .attrs = ATTRS_BEHIND,
    .slots =
        {
            .dealloc = tuple_dealloc,
            .traverse = tuple_traverse,
            .repr = tuple_repr,
            .hash = tuple_hash,
            .compare = tuple_compare,
            .truth = tuple_truth,
            .len = tuple_len,
            .getitem = tuple_getitem,
            .contains = tuple_contains,
            .iter = tuple_iter,
            .concat = tuple_concat,
            .repeat = tuple_repeat,
        },
    .make = {"__new__", "($type, iterable=(), /, **kwargs)", tuple_make, "_sequence.tuple_make", NATIVE_UNPACKED},
    .methods = tuple_methods,
    .python = tuple_python,
};
