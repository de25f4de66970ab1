// number.h: int (48 bits in the word, larger as an object), bool, float, complex.
#ifndef AITER_NUMBER_H
#define AITER_NUMBER_H

#include "obj/state.h"
#include "base/buf.h"

// An integer outside SMALL_MIN..SMALL_MAX, or an instance of a subclass of int (of any size), or bool's values seen as
// ints never: they are words. Magnitude little-endian, no leading zero digit.
typedef struct Int {
    Object head;
    u32 count;     // digits
    u32 negative;  // 0 or 1
    u32 digits[]; // attributes of subclasses stand behind them
} Int;
#define int_object(value) ((Int *)object_get(value))

typedef struct Float { // only for instances of subclasses of float; plain floats are words
    Object head;
    double number;
    struct Attrs attrs;
} Float;

typedef struct Complex { Object head; double real, imag; struct Attrs attrs; } Complex;

// An int of any representation: is v an int (bool and subclasses included)?
bool is_int(Value v);
// Owned values; V_ERROR with MemoryError.
Value int_from_i64(Vm *vm, i64 n);
Value int_from_u64(Vm *vm, u64 n);
Value int_from_double(Vm *vm, double d); // truncates; OverflowError / ValueError for inf and nan
Value int_from_digits(Vm *vm, const u32 *digits, u32 count, bool negative); // copied, normalised
// Text as int(text, base) reads it (underscores, prefixes, spaces, any Unicode decimal digits). ValueError in CPython's words;
// V_PYTHON for text so long that it is read in pieces.
Value int_from_str(Vm *vm, Str *text, int base);
Value int_from_literal(Vm *vm, const char *digits, size_t n, int base); // source text, valid, no underscores or prefix
// The value as a C integer. false: it does not fit (nothing is raised). v must be an int.
bool int_to_i64(Value v, i64 *out);
int int_sign(Value v);                  // -1, 0, 1
bool int_to_double(Value v, double *out); // round half even; false: too large
void int_text(Vm *vm, Value v, int base, Buf *out); // digits with sign, no prefix; may fail the Buf
Value int_repr(Vm *vm, Value v);         // decimal str; ValueError beyond int_max_str_digits
i64 int_hash(Value v);                   // as CPython on 64 bits: modulo 2**61 - 1
int int_compare(Value a, Value b);       // <0, 0, >0; both ints
bool int_equal_double(Value a, double b);
int int_compare_double(Value a, double b); // -1, 0, 1; 2 when b is a NaN
Value int_binary(Vm *vm, BinaryOp op, Value a, Value b); // both ints; OP_POW and OP_TRUEDIV included; V_PYTHON for long work
Value int_pow_mod(Vm *vm, Value a, Value b, Value modulus);

i64 float_hash(double d); // for a NaN 0: the caller uses the object's identity
double float_of(Value v); // v is_float, or an instance of a subclass of float
bool is_float_like(Value v); // float or a subclass
Value float_repr(Vm *vm, double d);
Value float_binary(Vm *vm, BinaryOp op, double a, double b);
// Text as float(text) reads it. ValueError "could not convert string to float: 'x'".
Value float_from_str(Vm *vm, Str *text);
Value complex_new(Vm *vm, double real, double imag);

#endif
