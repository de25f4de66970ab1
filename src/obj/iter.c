// iter.c: the iterators that stand over other things: enumerate, zip, map, filter, reversed, and what iter() makes of a
// class with __getitem__ or of a callable. They share one struct:
//
//                  a                   b                  c              n
//     seq_iter     the object                                            position
//     call_iter    callable            sentinel; none: a is an iterator
//     enumerate    iterator            index, an int      result
//     reversed     the object                                            position of the next item
//     zip          tuple of iterators                     result
//     map          tuple of iterators  function                          1 when they need no Python
//     filter       iterator            function           item in hand   1 when there is one
//
// A step is done in C when the iterators below need no Python (`depth`), else by src/lib/_iter.py.
#include "obj/container.h"

#define DEPTH_MAX 16 // of steps that go on in C; deeper ones by Python, whose frames are on the heap

Value iter_self(Vm *vm, Value self) { return own(self); }

static Iter *iter_open(Vm *vm, Type *type, Value a, Value b) {
    Iter *it = object_new_gc(vm, type, sizeof(Iter));
    if (!it) return NULL;
    it->a = own(a);
    it->b = own(b);
    it->c = V_UNSET;
    return it;
}

static void iter_clear(Vm *vm, Object *o) {
    Iter *it = (Iter *)o;
    Value parts[3] = {it->a, it->b, it->c};
    it->a = it->b = it->c = V_UNSET;
    it->depth = 0;
    for (u32 i = 0; i < 3; i++) decref(vm, parts[i]);
}

static void iter_dealloc(Vm *vm, Object *o) {
    iter_clear(vm, o);
    object_dispose(vm, o, sizeof(Iter));
}

static void iter_traverse(Object *o, Visit *visit) {
    Iter *it = (Iter *)o;
    visit_value(visit, it->a);
    visit_value(visit, it->b);
    visit_value(visit, it->c);
}

static Value next_python(Vm *vm, Value self) { return V_PYTHON; }

// What a `for` of the prelude goes over, so that an __iter__ in Python is not called once more. Owned.
static Value each(Vm *vm, Value iterator) {
    if (!is_object(iterator) || !has_python(iterator, SLOT_ITER)) return own(iterator);
    return call_iter_new(vm, iterator, V_UNSET);
}

// A loop that takes a pair apart gives it back at once: while only the iterator has the tuple that it gave last, that
// one is filled again. So CPython does it, too: what was in it lives until the next step.
static Tuple *result_tuple(Vm *vm, Iter *it, u32 len) {
    if (it->c != V_UNSET && object_get(it->c)->refs == 1) {
        Tuple *tuple = tuple_get(it->c);
        for (u32 i = 0; i < len; i++) {
            Value old = tuple->items[i];
            tuple->items[i] = V_UNSET;
            decref(vm, old);
        }
        tuple->hash_done = 0;
        INCREF(tuple);
        return tuple;
    }
    Tuple *tuple = tuple_new(vm, len);
    if (tuple && it->c == V_UNSET) it->c = own(value_object(tuple));
    return tuple;
}

// One deeper than the deepest of them; 0 when one needs Python.
static u8 depth_over(const Value *iterators, u32 n) {
    u32 depth = 1;
    for (u32 i = 0; i < n; i++) {
        u32 one = iterator_depth(iterators[i]);
        if (!one || one >= DEPTH_MAX) return 0;
        if (one >= depth) depth = one + 1;
    }
    return (u8)depth;
}

// Iterators over each of them, as a tuple.
static Value iterators_of(Vm *vm, Items iterables) {
    Tuple *iterators = tuple_new(vm, iterables.len);
    if (!iterators) return V_ERROR;
    for (u32 i = 0; i < iterables.len; i++) {
        Value it = value_iter(vm, iterables.at[i]);
        if (is_marker(it)) {
            DECREF(vm, iterators);
            return it;
        }
        iterators->items[i] = it;
    }
    return value_object(iterators);
}

// Consumes a.
static Value iter_take(Vm *vm, Value cls, Value a, Value b, int strict) {
    if (is_marker(a)) return a;
    Iter *it = iter_open(vm, (Type *)object_get(cls), a, b);
    decref(vm, a);
    if (!it) return V_ERROR;
    it->strict = (u8)strict;
    if (it->head.shape->layout == T_ZIP) {
        Items all = items_of(a);
        it->depth = depth_over(all.at, all.len);
    } else if (it->head.shape->layout == T_MAP) {
        Items all = items_of(a);
        it->n = depth_over(all.at, all.len) != 0;
    } else if (it->head.shape->layout == T_ENUMERATE) it->depth = depth_over(&it->a, 1);
    return value_object(it);
}

// ---- enumerate -----------------------------------------------------------------------------------------------------

static Value enumerate_make(Vm *vm, const Value *args, u32 n) {
    Value key, value; // CPython words these in its own way
    u32 place = 0;
    bool more = args[3] != V_UNSET && dict_each(dict_get(args[3]), &place, &key, &value);
    if (more) return raise_type(vm, "'%U' is an invalid keyword argument for enumerate()", key);
    if (args[1] == V_UNSET && args[2] == V_UNSET)
        return raise_type(vm, "enumerate() missing required argument 'iterable'");
    if (args[1] == V_UNSET) return raise_type(vm, "'start' is an invalid keyword argument for enumerate()");
    Value start = args[2] == V_UNSET ? value_small(0) : value_index(vm, args[2]);
    if (is_marker(start)) return start;
    Value result = iter_take(vm, args[0], value_iter(vm, args[1]), start, 0);
    decref(vm, start);
    return result;
}

static Value enumerate_next(Vm *vm, Value self) {
    Iter *it = iter_get(self);
    Value index = it->b, after;
    if (likely(is_small(index)) && likely(index != value_small(SMALL_MAX))) after = value_small(small_get(index) + 1);
    else {
        after = int_binary(vm, OP_ADD, index, value_small(1));
        if (is_marker(after)) return after;
    }
    Value item = it->depth ? value_next(vm, it->a) : V_PYTHON;
    if (is_marker(item)) {
        decref(vm, after);
        return item;
    }
    it->b = after; // what it held goes into the tuple
    Tuple *tuple = result_tuple(vm, it, 2);
    if (!tuple) {
        decref(vm, index);
        decref(vm, item);
        return V_ERROR;
    }
    tuple->items[0] = index;
    tuple->items[1] = item;
    return value_object(tuple);
}

// ---- zip -----------------------------------------------------------------------------------------------------------

static Value zip_make(Vm *vm, const Value *args, u32 n) {
    int strict = args[2] == V_UNSET ? 0 : value_truth(vm, args[2]);
    if (strict < 0) return status_value(strict);
    return iter_take(vm, args[0], iterators_of(vm, items_of(args[1])), V_UNSET, strict);
}

// "argument 3 is shorter than arguments 1-2", for zip and map.
static Value uneven(Vm *vm, Value self, u32 at, const char *how) {
    Type *type = vm_type(vm, shape_of(self)->layout);
    if (at == 1) return raise_value(vm, "%N() argument 2 is %s than argument 1", type, how);
    return raise_value(vm, "%N() argument %u is %s than arguments 1-%u", type, at + 1, how, at);
}

// With strict: iterator `at` has ended; were the others at their end, too?
static Value strict_end(Vm *vm, Value self, Items all, u32 at) {
    if (at) return uneven(vm, self, at, "shorter");
    for (u32 i = 1; i < all.len; i++) {
        Value item = value_next(vm, all.at[i]);
        if (item == V_STOP) continue;
        if (is_marker(item)) return item;
        decref(vm, item);
        return uneven(vm, self, i, "longer");
    }
    return V_STOP;
}

static Value zip_next(Vm *vm, Value self) {
    Iter *it = iter_get(self);
    if (!it->depth) return it->a == V_UNSET ? V_STOP : V_PYTHON;
    Items all = items_of(it->a);
    if (!all.len) return V_STOP;
    Tuple *tuple = result_tuple(vm, it, all.len);
    if (!tuple) return V_ERROR;
    for (u32 i = 0; i < all.len; i++) {
        Value item = value_next(vm, all.at[i]);
        if (is_marker(item)) {
            DECREF(vm, tuple);
            return item == V_STOP && it->strict ? strict_end(vm, self, all, i) : item;
        }
        tuple->items[i] = item;
    }
    return value_object(tuple);
}

// ---- map, filter ---------------------------------------------------------------------------------------------------

static Value map_make(Vm *vm, const Value *args, u32 n) {
    int strict = args[3] == V_UNSET ? 0 : value_truth(vm, args[3]);
    if (strict < 0) return status_value(strict);
    if (args[1] == V_UNSET || !tuple_get(args[2])->len)
        return raise_type(vm, "map() must have at least two arguments.");
    return iter_take(vm, args[0], iterators_of(vm, items_of(args[2])), args[1], strict);
}

static Value filter_make(Vm *vm, const Value *args, u32 n) {
    return iter_take(vm, args[0], value_iter(vm, args[2]), args[1], 0);
}

#define MAP_ARGS 8

// The items of C iterators go into a call at once; its frame's result is the item. (Natives that iterate never come
// here: value_next answers V_PYTHON for a map.)
static Value map_next(Vm *vm, Value self) {
    Iter *it = iter_get(self);
    if (it->a == V_UNSET) return V_STOP;
    Items all = items_of(it->a);
    if (!it->n || all.len > MAP_ARGS) return V_PYTHON;
    Value args[MAP_ARGS] = {0}, item = V_STOP, result;
    u32 count = 0;
    while (count < all.len && !is_marker(item = value_next(vm, all.at[count]))) args[count++] = item;
    if (count == all.len) {
        result = call(vm, it->b, args, count);
        if (result == V_ERROR && exc_matches(vm, T_StopIteration)) {
            exc_clear(vm);
            result = V_STOP;
        }
    } else result = item == V_STOP && it->strict ? strict_end(vm, self, all, count) : item;
    while (count-- > 0) decref(vm, args[count]);
    return result;
}

#define FILTER_PIECE 10000 // items that one step may throw away in C

// filter(None, …) in C; with a function in the prelude. (As with map, natives that iterate never come here.)
static Value filter_next(Vm *vm, Value self) {
    Iter *it = iter_get(self);
    if (it->b != V_NONE && it->b != value_object(vm_type(vm, T_BOOL))) {
        Value args[2] = {it->b, each(vm, it->a)};
        if (args[1] == V_ERROR) return V_ERROR;
        Value result = call_prelude(vm, "_iter.filter_call", args, 2);
        decref(vm, args[1]);
        return result;
    }
    if (it->n) return V_PYTHON;
    for (u32 i = 0; i < FILTER_PIECE; i++) {
        Value item = value_next(vm, it->a);
        if (is_marker(item)) return item;
        int truth = value_truth(vm, item);
        if (truth == 1) return item;
        if (truth == IS_PYTHON) { // the prelude asks it
            it->c = item;
            it->n = 1;
            return V_PYTHON;
        }
        decref(vm, item);
        if (truth < 0) return V_ERROR;
    }
    charge(vm, FILTER_PIECE * 4);
    return V_PYTHON;
}

// ---- reversed ------------------------------------------------------------------------------------------------------

// Over something with a C len and getitem that never needs Python.
static bool reverses_plainly(Value v) {
    if (!is_object(v)) return false;
    u16 id = shape_of(v)->type_id;
    return id == T_TUPLE || id == T_STR || id == T_BYTES || id == T_BYTEARRAY;
}

static Value reversed_new(Vm *vm, Value cls, Value seq, i64 position) {
    Iter *it = iter_open(vm, (Type *)object_get(cls), seq, V_UNSET);
    if (!it) return V_ERROR;
    it->n = position;
    it->depth = reverses_plainly(seq);
    return value_object(it);
}

static Value reversed_make(Vm *vm, const Value *args, u32 n) {
    if (!reverses_plainly(args[1])) return V_PYTHON;
    i64 len = value_len(vm, args[1]);
    return len < 0 ? status_value((int)len) : reversed_new(vm, args[0], args[1], len - 1);
}

static Value reversed_next(Vm *vm, Value self) {
    Iter *it = iter_get(self);
    if (it->a == V_UNSET || it->n < 0) return V_STOP;
    if (!it->depth) return V_PYTHON;
    Value item = value_getitem(vm, it->a, value_small(it->n--));
    if (item != V_ERROR || !exc_matches(vm, T_IndexError)) return item;
    exc_clear(vm); // a bytearray that shrank
    it->n = -1;
    return V_STOP;
}

// ---- iter() of two kinds -------------------------------------------------------------------------------------------

Value seq_iter_new(Vm *vm, Value seq) { return object_value(iter_open(vm, vm_type(vm, T_SEQ_ITER), seq, V_UNSET)); }

// iter(callable, sentinel) is the prelude's. Without a sentinel it is an iterator in disguise: see _each.
static Value call_iter_next(Vm *vm, Value self) {
    Iter *it = iter_get(self);
    if (it->a == V_UNSET) return V_STOP;
    if (it->b != V_UNSET) return V_PYTHON;
    Value item = call_next(vm, it->a);
    if (item != V_ERROR || !exc_matches(vm, T_StopIteration)) return item;
    exc_clear(vm);
    return V_STOP;
}

Value call_iter_new(Vm *vm, Value callable, Value sentinel) {
    return object_value(iter_open(vm, vm_type(vm, T_CALL_ITER), callable, sentinel));
}

// ---- for the prelude -----------------------------------------------------------------------------------------------

// _iter_part(iterator, i), _iter_set(iterator, i, value): part 0, 1, 2 = a, b, c; 3 = n, an int; 4 = strict.
// A part that is not there reads as `...`, which no program puts there; set to `...`, it is not there.
static Value intrinsic_part(Vm *vm, const Value *args, u32 n) {
    Iter *it = iter_get(args[0]);
    i64 i = small_get(args[1]);
    if (i == 3) return int_from_i64(vm, it->n);
    if (i == 4) return value_bool(it->strict);
    Value v = (&it->a)[i];
    return v == V_UNSET ? V_ELLIPSIS : own(v);
}

static Value intrinsic_set(Vm *vm, const Value *args, u32 n) {
    Iter *it = iter_get(args[0]);
    i64 i = small_get(args[1]);
    if (i == 3) it->n = small_get(args[2]);
    else if (i == 4) it->strict = args[2] == V_TRUE;
    else {
        Value old = (&it->a)[i];
        (&it->a)[i] = args[2] == V_ELLIPSIS ? V_UNSET : own(args[2]);
        decref(vm, old);
    }
    return V_NONE;
}

// _each(iterator)
static Value intrinsic_each(Vm *vm, const Value *args, u32 n) { return each(vm, args[0]); }

// _iter_new(class, a, b, strict): also for classes derived from these. _reversed_new(class, seq, position)
static Value intrinsic_new(Vm *vm, const Value *args, u32 n) {
    return iter_take(vm, args[0], own(args[1]), args[2] == V_ELLIPSIS ? V_UNSET : args[2], args[3] == V_TRUE);
}
static Value intrinsic_reversed_new(Vm *vm, const Value *args, u32 n) {
    return reversed_new(vm, args[0], args[1], small_get(args[2]));
}

const NativeDef iter_intrinsics[] = {
    {"_iter_part", "(iterator, i, /)", intrinsic_part, NULL, 0},
    {"_iter_set", "(iterator, i, value, /)", intrinsic_set, NULL, 0},
    {"_each", "(iterator, /)", intrinsic_each, NULL, 0},
    {"_iter_new", "(cls, a, b, strict, /)", intrinsic_new, NULL, 0},
    {"_reversed_new", "(cls, seq, position, /)", intrinsic_reversed_new, NULL, 0},
    {0},
};

// ---- the types -----------------------------------------------------------------------------------------------------

#define ITER_SPEC(spec, text, more_flags, row_attrs, next_slot, row_methods, python_next, ...)                         \
    static const SlotPython spec##_python[] = {{SLOT_NEXT, 0, python_next}, {0}};                                      \
    const TypeSpec spec = {.name = text,                                                                               \
                           .base = T_OBJECT,                                                                           \
                           .flags = TYPE_GC | (more_flags),                                                            \
                           .size = sizeof(Iter),                                                                       \
                           .attrs = row_attrs,                                                                         \
                           .slots = {.dealloc = iter_dealloc,                                                          \
                                     .traverse = iter_traverse,                                                        \
                                     .clear = iter_clear,                                                              \
                                     .iter = iter_self,                                                                \
                                     .next = next_slot},                                                               \
                           .methods = row_methods,                                                                     \
                           .python = spec##_python,                                                                    \
                           __VA_ARGS__}
#define ITER_ATTRS offsetof(Iter, attrs)

static const NativeDef seq_iter_methods[] = {
    {"__length_hint__", "($self, /)", always_python, "_iter.seq_hint", 0},
    {"__reduce__", "($self, /)", always_python, "_iter.seq_reduce", 0},
    {0},
};
static const NativeDef call_iter_methods[] = {
    {"__reduce__", "($self, /)", always_python, "_iter.call_reduce", 0},
    {0},
};
static const NativeDef enumerate_methods[] = {
    {"__reduce__", "($self, /)", always_python, "_iter.enumerate_reduce", 0},
    CLASS_GETITEM_ROW,
    {0},
};
static const NativeDef reversed_methods[] = {
    {"__length_hint__", "($self, /)", always_python, "_iter.reversed_hint", 0},
    {"__reduce__", "($self, /)", always_python, "_iter.reversed_reduce", 0},
    {"__setstate__", "($self, state, /)", always_python, "_iter.reversed_setstate", 0},
    {0},
};
static const NativeDef zip_methods[] = {
    {"__reduce__", "($self, /)", always_python, "_iter.zip_reduce", 0},
    {"__setstate__", "($self, state, /)", always_python, "_iter.zip_setstate", 0},
    {0},
};
static const NativeDef map_methods[] = {
    {"__reduce__", "($self, /)", always_python, "_iter.map_reduce", 0},
    {"__setstate__", "($self, state, /)", always_python, "_iter.zip_setstate", 0},
    {0},
};
static const NativeDef filter_methods[] = {
    {"__reduce__", "($self, /)", always_python, "_iter.filter_reduce", 0},
    {0},
};

ITER_SPEC(seq_iter_spec, "iterator", TYPE_FINAL | TYPE_NO_MAKE, 0, next_python, seq_iter_methods, "_iter.seq_next");
ITER_SPEC(call_iter_spec, "callable_iterator", TYPE_FINAL | TYPE_NO_MAKE, 0, call_iter_next, call_iter_methods,
          "_iter.call_next");
ITER_SPEC(enumerate_spec, "enumerate", TYPE_NO_DICT, ITER_ATTRS, enumerate_next, enumerate_methods,
          "_iter.enumerate_next",
          .make = {"__new__", "($type, /, iterable=None, start=0, **kwargs)", enumerate_make, "_iter.enumerate_make",
                   0});
ITER_SPEC(reversed_spec, "reversed", TYPE_NO_DICT, ITER_ATTRS, reversed_next, reversed_methods, "_iter.reversed_next",
          .make = {"__new__", "($type, object, /)", reversed_make, "_iter.reversed_make", NATIVE_UNPACKED});
ITER_SPEC(zip_spec, "zip", TYPE_NO_DICT, ITER_ATTRS, zip_next, zip_methods, "_iter.zip_next",
          .make = {"__new__", "($type, /, *iterables, strict=False)", zip_make, "_iter.zip_make", 0});
ITER_SPEC(map_spec, "map", TYPE_NO_DICT, ITER_ATTRS, map_next, map_methods, "_iter.map_next",
          .make = {"__new__", "($type, function=None, /, *iterables, strict=False)", map_make, "_iter.map_make", 0});
ITER_SPEC(filter_spec, "filter", TYPE_NO_DICT, ITER_ATTRS, filter_next, filter_methods, "_iter.filter_next",
          .make = {"__new__", "($type, function, iterable, /)", filter_make, "_iter.filter_make", NATIVE_UNPACKED});
