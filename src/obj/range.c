// range.c: range objects and their iterators. All is done here for bounds of up to 48 bits; ranges of greater numbers
// are the prelude's (src/lib/_sequence.py), which works with ints of any size.
#include "obj/container.h"

// How many items from start to stop: the difference may need all 64 bits.
static u64 items_between(i64 start, i64 stop, i64 step) {
    if (likely(step == 1)) return start < stop ? (u64)stop - (u64)start : 0;
    if (step > 0) return start < stop ? ((u64)stop - (u64)start - 1) / (u64)step + 1 : 0;
    return start > stop ? ((u64)start - (u64)stop - 1) / (0 - (u64)step) + 1 : 0;
}

// Takes over all four numbers, also when it fails.
static Value range_take(Vm *vm, Value start, Value stop, Value step, Value len) {
    Range *range = object_new(vm, vm_type(vm, T_RANGE), sizeof(Range));
    if (!range) {
        const Value parts[4] = {start, stop, step, len};
        for (u32 i = 0; i < 4; i++) decref(vm, parts[i]);
        return V_ERROR;
    }
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->len = len;
    range->small = is_small(start) && is_small(stop) && is_small(step) && is_small(len);
    return value_object(range);
}

Value range_new(Vm *vm, i64 start, i64 stop, i64 step) {
    Value numbers[4] = {int_from_i64(vm, start), int_from_i64(vm, stop), int_from_i64(vm, step),
                        int_from_u64(vm, items_between(start, stop, step))};
    for (u32 i = 0; i < 4; i++) {
        if (numbers[i] != V_ERROR) continue;
        for (u32 k = 0; k < 4; k++) decref(vm, numbers[k]);
        return V_ERROR;
    }
    return range_take(vm, numbers[0], numbers[1], numbers[2], numbers[3]);
}

static Value range_make(Vm *vm, const Value *args, u32 n) {
    Value start = args[1], stop = args[2], step = args[3] == V_UNSET ? value_small(1) : args[3];
    if (stop == V_UNSET) {
        stop = start;
        start = value_small(0);
    }
    if (!is_small(start) || !is_small(stop) || !is_small(step)) return V_PYTHON;
    if (step == value_small(0)) return raise_value(vm, "range() arg 3 must not be zero");
    return range_new(vm, small_get(start), small_get(stop), small_get(step));
}

static void range_dealloc(Vm *vm, Object *o) {
    Range *range = (Range *)o;
    decref(vm, range->start);
    decref(vm, range->stop);
    decref(vm, range->step);
    decref(vm, range->len);
    object_dispose(vm, o, sizeof(Range));
}

static i64 item_at(Range *range, i64 i) { return small_get(range->start) + i * small_get(range->step); }

static i64 range_len(Vm *vm, Value self) {
    i64 len;
    if (int_to_i64(range_get(self)->len, &len)) return len;
    raise_overflow(vm, "Python int too large to convert to C ssize_t");
    return IS_ERROR;
}

static int range_truth(Vm *vm, Value self) { return range_get(self)->len != value_small(0); }

static Value range_repr(Vm *vm, Value self) {
    Range *range = range_get(self);
    if (range->step == value_small(1)) return object_value(str_format(vm, "range(%R, %R)", range->start, range->stop));
    return object_value(str_format(vm, "range(%R, %R, %R)", range->start, range->stop, range->step));
}

// What decides equality and hash: (len, start, step), None where it makes no difference.
static Items range_key(Range *range, Value out[3]) {
    out[0] = range->len;
    out[1] = range->len == value_small(0) ? V_NONE : range->start;
    out[2] = range->len == value_small(0) || range->len == value_small(1) ? V_NONE : range->step;
    return (Items){out, 3};
}

static int range_hash(Vm *vm, Value self, i64 *hash) {
    Value key[3];
    return items_hash(vm, range_key(range_get(self), key), true, hash);
}

static Value range_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!value_is(b, T_RANGE) || (op != CMP_EQ && op != CMP_NE)) return V_NOT_IMPLEMENTED;
    Value key_a[3], key_b[3];
    return items_compare(vm, range_key(range_get(a), key_a), range_key(range_get(b), key_b), op);
}

static Value range_getitem(Vm *vm, Value self, Value key) {
    Range *range = range_get(self);
    if (!range->small) return V_PYTHON;
    i64 i, len = small_get(range->len);
    int status = key_position(vm, key, &i);
    if (status == 0) {
        if (i < 0) i += len;
        if ((u64)i >= (u64)len) return raise_index(vm, "range object index out of range");
        return value_small(item_at(range, i));
    }
    if (status == IS_ERROR) { // an index too large for us is out of range
        exc_clear(vm);
        return raise_index(vm, "range object index out of range");
    }
    if (status == IS_PYTHON) return V_PYTHON;
    if (!value_is(key, T_SLICE)) return raise_type(vm, "range indices must be integers or slices, not %T", key);
    Slice *slice = slice_get(key);
    i64 start, stop, step, count;
    // A great step is multiplied in the prelude.
    if (!is_none(slice->step) && !(is_small(slice->step) && small_get(slice->step) == (i32)small_get(slice->step)))
        return V_PYTHON;
    if ((status = slice_resolve(vm, key, len, &start, &stop, &step, &count))) return status_value(status);
    if (small_get(range->step) != (i32)small_get(range->step)) return V_PYTHON;
    return range_new(vm, item_at(range, start), item_at(range, stop), small_get(range->step) * step);
}

// The place of v in the range: 0 and *place (-1: it is not in it); IS_PYTHON.
static int find_place(Vm *vm, Range *range, Value v, i64 *place) {
    *place = -1;
    if (!range->small) return IS_PYTHON;
    i64 n;
    if (is_small(v)) n = small_get(v);
    else if (is_bool(v)) n = v == V_TRUE;
    else if (is_float(v)) {
        double d = float_get(v);
        if (!(d >= (double)SMALL_MIN && d <= (double)SMALL_MAX)) return 0;
        n = (i64)d;
        if ((double)n != d) return 0;
    } else if (!is_object(v) || value_is(v, T_INT) || value_is(v, T_STR)) return 0; // equal to no small integer
    else return IS_PYTHON;
    i64 start = small_get(range->start), step = small_get(range->step), len = small_get(range->len);
    i64 distance = n - start;
    if (distance % step == 0 && distance / step >= 0 && distance / step < len) *place = distance / step;
    return 0;
}

static int range_contains(Vm *vm, Value self, Value item) {
    i64 place;
    int status = find_place(vm, range_get(self), item, &place);
    return status ? status : place >= 0;
}

static Value range_count(Vm *vm, const Value *args, u32 n) {
    i64 place;
    if (find_place(vm, range_get(args[0]), args[1], &place)) return V_PYTHON;
    return value_small(place >= 0);
}

static Value range_index(Vm *vm, const Value *args, u32 n) {
    i64 place;
    if (find_place(vm, range_get(args[0]), args[1], &place)) return V_PYTHON;
    if (place >= 0) return value_small(place);
    if (is_bool(args[1]) || is_int(args[1])) return raise_value(vm, "range.index(x): x not in range");
    return raise_value(vm, "sequence.index(x): x not in sequence");
}

// ---- iteration -----------------------------------------------------------------------------------------------------

// Of a range whose bounds need more than 48 bits: next, step and how many are left, all ints of any size.
typedef struct LongRangeIter {
    Object head;
    Value next, step, left;
} LongRangeIter;

static Value range_iter_new(Vm *vm, i64 next, i64 step, u64 left) {
    RangeIter *it = object_new(vm, vm_type(vm, T_RANGE_ITER), sizeof(RangeIter));
    if (!it) return V_ERROR;
    it->next = next;
    it->step = step;
    it->left = left;
    return value_object(it);
}

static Value range_iter(Vm *vm, Value self) {
    Range *range = range_get(self);
    if (likely(range->small))
        return range_iter_new(vm, small_get(range->start), small_get(range->step), (u64)small_get(range->len));
    LongRangeIter *it = object_new(vm, vm_type(vm, T_LONG_RANGE_ITER), sizeof(LongRangeIter));
    if (!it) return V_ERROR;
    it->next = own(range->start);
    it->step = own(range->step);
    it->left = own(range->len);
    return value_object(it);
}

static Value range_reversed(Vm *vm, const Value *args, u32 n) {
    Range *range = range_get(args[0]);
    if (!range->small) return V_PYTHON;
    i64 len = small_get(range->len);
    return range_iter_new(vm, item_at(range, len - 1), -small_get(range->step), (u64)len);
}

static Value range_iter_next(Vm *vm, Value self) {
    RangeIter *it = (RangeIter *)object_get(self);
    if (!it->left) return V_STOP;
    it->left--;
    i64 n = it->next;
    it->next += it->step;
    return value_small(n);
}

// How many items lie behind it, of all that there are: negative states are the beginning.
static Value range_iter_setstate(Vm *vm, const Value *args, u32 n) {
    RangeIter *it = (RangeIter *)object_get(args[0]);
    i64 skip;
    int status = value_index_i64(vm, args[1], &skip, false);
    if (status) return status_value(status);
    if (skip < 0) skip = 0;
    if ((u64)skip > it->left) skip = (i64)it->left;
    it->next += skip * it->step;
    it->left -= (u64)skip;
    return V_NONE;
}

static Value range_iter_hint(Vm *vm, const Value *args, u32 n) {
    return int_from_u64(vm, ((RangeIter *)object_get(args[0]))->left);
}

static Value long_iter_next(Vm *vm, Value self) {
    LongRangeIter *it = (LongRangeIter *)object_get(self);
    if (it->left == value_small(0)) return V_STOP;
    Value after = int_binary(vm, OP_ADD, it->next, it->step);
    if (is_marker(after)) return V_ERROR;
    Value left = int_binary(vm, OP_SUB, it->left, value_small(1));
    if (is_marker(left)) {
        decref(vm, after);
        return V_ERROR;
    }
    Value n = it->next, old = it->left;
    it->next = after;
    it->left = left;
    decref(vm, old);
    return n;
}

static void long_iter_dealloc(Vm *vm, Object *o) {
    LongRangeIter *it = (LongRangeIter *)o;
    decref(vm, it->next);
    decref(vm, it->step);
    decref(vm, it->left);
    object_dispose(vm, o, sizeof(LongRangeIter));
}

static Value long_iter_hint(Vm *vm, const Value *args, u32 n) {
    return own(((LongRangeIter *)object_get(args[0]))->left);
}

static void range_iter_dealloc(Vm *vm, Object *o) { object_dispose(vm, o, sizeof(RangeIter)); }

// What is left, as a range: for copying and pickling.
static Value range_iter_rest(Vm *vm, const Value *args, u32 n) {
    if (value_is(args[0], T_LONG_RANGE_ITER)) {
        LongRangeIter *it = (LongRangeIter *)object_get(args[0]);
        return object_value(tuple_pack(vm, 3, it->next, it->step, it->left));
    }
    RangeIter *it = (RangeIter *)object_get(args[0]);
    Value parts[3] = {int_from_i64(vm, it->next), int_from_i64(vm, it->step), int_from_u64(vm, it->left)};
    for (u32 i = 0; i < 3; i++) {
        if (parts[i] == V_ERROR) return V_ERROR;
    }
    return object_value(tuple_from_take(vm, parts, 3));
}

// ---- the types -----------------------------------------------------------------------------------------------------

static Value range_get_start(Vm *vm, Value self) { return own(range_get(self)->start); }
static Value range_get_stop(Vm *vm, Value self) { return own(range_get(self)->stop); }
static Value range_get_step(Vm *vm, Value self) { return own(range_get(self)->step); }

// _range_new(start, stop, step, len): all ints. _range_len(range): of any size.
static Value intrinsic_range_new(Vm *vm, const Value *args, u32 n) {
    return range_take(vm, own(args[0]), own(args[1]), own(args[2]), own(args[3]));
}
static Value intrinsic_range_len(Vm *vm, const Value *args, u32 n) { return own(range_get(args[0])->len); }

const NativeDef range_intrinsics[] = {
    {"_range_new", "(start, stop, step, len, /)", intrinsic_range_new, NULL, 0},
    {"_range_len", "(range, /)", intrinsic_range_len, NULL, 0},
    {"_range_rest", "(iterator, /)", range_iter_rest, NULL, 0},
    {0},
};

static const NativeDef range_methods[] = {
    {"__reversed__", "($self, /)", range_reversed, "_sequence.range_reversed", 0},
    {"__reduce__", "($self, /)", always_python, "_sequence.range_reduce", 0},
    {"count", "($self, object, /)", range_count, "_sequence.range_count", 0},
    {"index", "($self, object, /)", range_index, "_sequence.range_index", 0},
    {0},
};

static const GetSetDef range_getset[] = {
    {"start", range_get_start, readonly_attribute},
    {"stop", range_get_stop, readonly_attribute},
    {"step", range_get_step, readonly_attribute},
    {0},
};

static const SlotPython range_python[] = {
    {SLOT_GETITEM, 0, "_sequence.range_getitem"},
    {SLOT_CONTAINS, 0, "_sequence.range_contains"},
    {0},
};

const TypeSpec range_spec = {
    .name = "range",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_SEQUENCE,
    .size = sizeof(Range),
    .slots =
        {
            .dealloc = range_dealloc,
            .repr = range_repr,
            .hash = range_hash,
            .compare = range_compare,
            .truth = range_truth,
            .len = range_len,
            .getitem = range_getitem,
            .contains = range_contains,
            .iter = range_iter,
        },
    .make = {"__new__", "($type, start, stop=None, step=None, /)", range_make, "_sequence.range_make", NATIVE_UNPACKED},
    .methods = range_methods,
    .getset = range_getset,
    .python = range_python,
};

static const NativeDef range_iter_methods[] = {
    {"__length_hint__", "($self, /)", range_iter_hint, NULL, 0},
    {"__setstate__", "($self, state, /)", range_iter_setstate, NULL, 0},
    {"__reduce__", "($self, /)", always_python, "_sequence.range_iter_reduce", 0},
    {0},
};

const TypeSpec range_iter_spec = {
    .name = "range_iterator",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE,
    .size = sizeof(RangeIter),
    .slots = {.dealloc = range_iter_dealloc, .iter = iter_self, .next = range_iter_next},
    .methods = range_iter_methods,
};

static const NativeDef long_iter_methods[] = {
    {"__length_hint__", "($self, /)", long_iter_hint, NULL, 0},
    {"__reduce__", "($self, /)", always_python, "_sequence.range_iter_reduce", 0},
    {0},
};

const TypeSpec long_range_iter_spec = {
    .name = "longrange_iterator",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE,
    .size = sizeof(LongRangeIter),
    .slots = {.dealloc = long_iter_dealloc, .iter = iter_self, .next = long_iter_next},
    .methods = long_iter_methods,
};
