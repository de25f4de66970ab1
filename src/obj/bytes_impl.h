// bytes_impl.h: what the files bytes*.c share among themselves (and str_percent.c with them). Nobody else includes it.
#ifndef AITER_BYTES_IMPL_H
#define AITER_BYTES_IMPL_H

#include "obj/str_impl.h"

INLINE bool is_bytearray(Value v) { return is_object(v) && shape_of(v)->layout == T_BYTEARRAY; }
#define bytearray_get(value) ((ByteArray *)object_get(value))

// The units of a bytes-like object: false when it is none (or a released or non-contiguous memoryview).
bool bytes_units(Value v, Units *out);
// The same with TypeError "a bytes-like object is required, not 'T'".
bool need_bytes(Vm *vm, Value v, Units *out);

// New ones of the kind of `like` (a bytearray or else bytes).
Value bytes_like(Vm *vm, Value like, const void *data, size_t n);
Value bytes_open(Vm *vm, Value like, u64 len, u8 **data); // *data: to be filled in
Value bytearray_from(Vm *vm, const void *data, size_t n); // data NULL: zeros
void bytearray_repr(const u8 *data, u32 n, Buf *out);
Bytes *bytes_from_buf(Vm *vm, Buf *buf); // closes it

// Has the class of v a __bytes__ written in Python?
bool has_bytes_method(Vm *vm, Value v);

// An int from 0 to 255; `what` is "byte" or "bytes" in the ValueError. 0, IS_ERROR, IS_PYTHON.
int arg_byte(Vm *vm, Value v, const char *what, u8 *out);
// What is looked for: a bytes-like object or an int, which is put into *one.
int arg_sub(Vm *vm, Value v, u8 *one, Units *out);

// What bytes(…) and bytearray(…) take, appended to *out. args as theirs: class, source, encoding, errors.
int bytes_source(Vm *vm, const Value *args, bool array, Buf *out);
// The ints of an iterable that can be iterated again. 0, IS_ERROR, IS_PYTHON.
int bytes_gather(Vm *vm, Value source, bool array, Buf *out);

// Slots of both types.
Value bytes_compare(Vm *vm, Value a, Value b, CompareOp op);
int bytes_contains(Vm *vm, Value self, Value item);
Value bytes_getitem(Vm *vm, Value self, Value key);
Value bytes_concat(Vm *vm, Value a, Value b);
Value bytes_repeat(Vm *vm, Value a, i64 count);
Value bytes_binary(Vm *vm, BinaryOp op, Value a, Value b);
Value bytes_iter_new(Vm *vm, Value self);
Value bytes_percent(Vm *vm, Value format, Value args);

extern const NativeDef bytes_methods[], bytearray_methods[];

// memoryview (bytes_view.c)
bool memoryview_bytes(Value v, const u8 **data, u32 *len); // false: released, or with gaps
Value memoryview_complain(Vm *vm, Value v);                // why not
int memoryview_copy(Vm *vm, Value v, Buf *out);            // its bytes in order, also with gaps. 0 or IS_ERROR
Value bytes_hex(Vm *vm, Units u, Value sep, Value group);

#endif
