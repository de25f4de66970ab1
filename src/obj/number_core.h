// number_core.h: what the files of the numeric types share among themselves (and with the modules math and random).
// Nobody else needs this.
#ifndef AITER_NUMBER_CORE_H
#define AITER_NUMBER_CORE_H

#include "base/bignum.h"
#include "base/numtext.h"
#include "obj/call.h"
#include "obj/number.h"

// A bounded native takes at most so many digit products (about 1.5 ms); what would take more answers V_PYTHON, and the
// prelude (_int.py) splits it.
#define INT_LONG_WORK 1500000

// Sign and magnitude of any int. A word's digits stand in `room`; a view must not outlive its value.
typedef struct IntView {
    const u32 *digits;
    u32 count;
    bool negative;
    u32 room[2];
} IntView;
void int_view(Value v, IntView *view);

// Digits to compute in: on the C stack when few.
typedef struct Digits {
    u32 *at;
    size_t n;
    u32 local[48];
} Digits;
bool digits_open(Vm *vm, Digits *digits, size_t n); // false: MemoryError is pending
void digits_close(Vm *vm, Digits *digits);
// The int of so many digits; closes them. V_ERROR with MemoryError.
Value digits_to_int(Vm *vm, Digits *digits, size_t count, bool negative);

INLINE BigWork big_work(Vm *vm) { return (BigWork){&vm->mem, NULL, NULL, 0}; }

// An exact int: v itself, or the value of a bool or of an instance of a subclass.
Value int_exact(Vm *vm, Value v);
// The value as an instance of `type`, which is int or derives from it. Takes v, an exact int or V_ERROR.
Value int_of_type_take(Vm *vm, Type *type, Value v);
u64 int_bit_length(Value v);

// Digit products that a product or a quotient of so many digits costs, for comparison with INT_LONG_WORK.
u64 int_mul_cost(u64 na, u64 nb);
u64 int_div_cost(u64 na, u64 nb);

// Parts of the spec that stand in files of their own.
extern const NativeDef int_methods[];
extern const GetSetDef int_getset[];
Value int_format(Vm *vm, Value self, Str *spec);                     // number_format.c, as the next two
Value int_format_digits(Vm *vm, Value self, Str *spec, Str *digits); // digits: its decimal text, when there already
Value float_format(Vm *vm, Value self, Str *spec);
Value complex_format(Vm *vm, Value self, Str *spec);
Value int_unary(Vm *vm, UnaryOp op, Value v);
// a ** b with b < 0, by way of floats.
Value int_power_float(Vm *vm, Value a, Value b);
// Greatest common divisor; V_PYTHON for long ones.
Value int_gcd(Vm *vm, Value a, Value b);
// A bounded part of that work: (a, b) with the same divisor, smaller; b is 0 in the end. Neither is much longer.
Value int_gcd_steps(Vm *vm, Value a, Value b);
Value int_isqrt(Vm *vm, Value n); // n >= 0; V_PYTHON for large ones

// ---- float and complex
// ------------------------------------------------------------------------------------------------

// A float or int as a double: 1; 0: v is neither; IS_ERROR: the int is too large.
int number_double(Vm *vm, Value v, double *out);
// The value as an instance of `type`, which is float or derives from it.
Value float_of_type(Vm *vm, Type *type, double d);
Value complex_of_type(Vm *vm, Type *type, double real, double imag);
Value complex_power(Vm *vm, double a_real, double a_imag, double b_real, double b_imag);
extern const NativeDef float_methods[];
extern const GetSetDef float_getset[];

// ---- text (int_text.c) ---------------------------------------------------------------------------------------------

// Whether text is that of an int, in parts: (digits, base, negative), without underscores; V_NONE if not.
Value int_text_parts(Vm *vm, Value text, int base);
// The int of n digits, each good for the base.
Value int_from_digits_text(Vm *vm, const u8 *digits, size_t n, int base, bool negative);
// Text of bytes as int(b'12', base) reads it, the bytes named in the error as `b'…'`.
Value int_from_bytes_text(Vm *vm, const u8 *data, u32 n, int base);
// The text of a number as ASCII, digits and spaces of other scripts translated, what else is not ASCII as '?'.
void number_ascii(Str *text, Buf *out);
INLINE bool is_ascii_space(u32 c) { return c == ' ' || (c >= 9 && c <= 13); }
// The text between the white space at both ends.
void number_trim(const u8 **text, size_t *n);
// ValueError with `format`, in which %S is the repr of the text, cut to 200 characters.
Value raise_text(Vm *vm, Value text, const char *format, int base);
// ValueError when an int of so many decimal digits may not be made into text, or the reverse.
bool int_digits_allowed(Vm *vm, u64 digits, bool from_text);
// V_NONE when decimal text of v may be made at once; V_ERROR beyond the limit; V_PYTHON when it takes long.
Value int_text_check(Vm *vm, Value v);

#endif
