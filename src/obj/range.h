// range.h: range, slice and their iterator.
#ifndef AITER_RANGE_H
#define AITER_RANGE_H

#include "obj/state.h"

// Bounds are ints of any size. When all fit 48 bits `small` holds, and the fast paths use the numbers.
typedef struct Range {
    Object head;
    Value start, stop, step, len; // owned ints
    bool small;
} Range;
#define range_get(value) ((Range *)object_get(value))
typedef struct RangeIter {
    Object head;
    i64 next, step;
    u64 left;     // items still to come
} RangeIter;      // of a range whose bounds fit; others iterate by a RangeIterBig (range.c)

typedef struct Slice { Object head; Value start, stop, step; } Slice;
#define slice_get(value) ((Slice *)object_get(value))

Value range_new(Vm *vm, i64 start, i64 stop, i64 step);
Value slice_new(Vm *vm, Value start, Value stop, Value step);
// Start, stop and step of a slice against a length, clipped as CPython's slice.indices: 0, IS_ERROR (zero step, no
// index), IS_PYTHON. *count is the number of items.
int slice_resolve(Vm *vm, Value slice, i64 len, i64 *start, i64 *stop, i64 *step, i64 *count);

#endif
