// ops.h: operations on any value, as far as they need no Python: they dispatch to the type's C slot. When a class
// defines the operation in Python they do nothing and say so (V_PYTHON or IS_PYTHON); the caller hands that on, and in
// the end the machine starts the operation anew by way of Python (a plain operation has no effects until it succeeds,
// so starting anew is safe). An identical object is equal without asking, as everywhere in containers.
#ifndef AITER_OPS_H
#define AITER_OPS_H

#include "obj/state.h"

Value value_repr(Vm *vm, Value v); // a str
Value value_str(Vm *vm, Value v);
Value value_format(Vm *vm, Value v, Str *spec);
int value_hash(Vm *vm, Value v, i64 *hash);    // 0, IS_ERROR (unhashable), IS_PYTHON
int value_truth(Vm *vm, Value v);              // 0, 1, IS_ERROR, IS_PYTHON
int value_equal(Vm *vm, Value a, Value b);     // identity first, then ==: 0, 1, IS_ERROR, IS_PYTHON
Value value_compare(Vm *vm, Value a, Value b, CompareOp op); // as the operator: True, False, …; TypeError for an unordered pair
int value_less(Vm *vm, Value a, Value b);      // a < b: 0, 1, IS_ERROR, IS_PYTHON
i64 value_len(Vm *vm, Value v);                // -1: IS_ERROR, -2: IS_PYTHON
Value value_getitem(Vm *vm, Value v, Value key);
int value_contains(Vm *vm, Value v, Value item);
Value value_iter(Vm *vm, Value v);             // an iterator; V_PYTHON when __iter__ is Python's
Value value_next(Vm *vm, Value iterator);      // V_STOP at the end; V_PYTHON for generators and Python's __next__
Value value_binary(Vm *vm, BinaryOp op, Value a, Value b); // both slots, then concat and repeat; TypeError as CPython words it
Value value_unary(Vm *vm, UnaryOp op, Value v);
// The tail of a binary operator: sequence + and * after both binary slots have answered V_NOT_IMPLEMENTED (handled false:
// neither), and the TypeError when nothing knew.
Value binary_sequence(Vm *vm, BinaryOp op, Value a, Value b, bool *handled);
Value binary_type_error(Vm *vm, BinaryOp op, Value a, Value b, bool inplace);
Value seq_iter_new(Vm *vm, Value sequence); // iterates by __getitem__(0), (1), … (iter.c)
// operator.index: an int of any size (owned), TypeError "'T' object cannot be interpreted as an integer", or V_PYTHON.
Value value_index(Vm *vm, Value v);
// The same as an i64, for lengths and positions. With `clip`, values out of range become INT64_MIN/MAX; else
// OverflowError "Python int too large to convert to C ssize_t". 0, IS_ERROR, IS_PYTHON.
int value_index_i64(Vm *vm, Value v, i64 *out, bool clip);
int value_to_double(Vm *vm, Value v, double *out); // float(v) of a real number: 0, IS_ERROR "must be real number, not str", IS_PYTHON
// Does a class of v define `slot` in Python?
INLINE bool slot_is_python(const Type *type, enum SlotId slot) { return type->python >> slot & 1; }

// An iteration over one value which goes the short way for list, tuple, dict, set, str, range and other built-in
// iterators. iterate_next answers V_STOP at the end and V_PYTHON when it would have to call Python: a native then must
// not have done anything yet that can not be done again, so ask iterate_open, which already answers IS_PYTHON for an
// iterable that needs Python, and for `map`, `zip`, … over such. 0, IS_ERROR, IS_PYTHON.
typedef struct Iterate { Value source; i64 position; } Iterate;
int iterate_open(Vm *vm, Iterate *it, Value iterable);
// iterate_open, but IS_PYTHON for what can be gone over only once: for natives that may have to hand over in the
// middle.
int iterate_again(Vm *vm, Iterate *it, Value iterable);
Value iterate_next(Vm *vm, Iterate *it);
void iterate_close(Vm *vm, Iterate *it);

#endif
