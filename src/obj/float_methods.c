// float_methods.c: the methods of float: exact ratios, rounding, hexadecimal text.
#include "obj/number_core.h"

#include "base/floatbits.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"
#include <math.h>

static Value pair_take(Vm *vm, Value a, Value b) {
    Value items[2] = {a, b};
    if (a == V_ERROR || b == V_ERROR) {
        decref(vm, a);
        decref(vm, b);
        return V_ERROR;
    }
    Tuple *pair = tuple_from_take(vm, items, 2);
    return pair ? value_object(pair) : V_ERROR;
}

// The result of a class method: made by calling the class, when it is a subclass.
static Value as_class(Vm *vm, Value cls, double d) {
    Value v = value_float(d);
    return cls == value_object(vm_type(vm, T_FLOAT)) ? v : call(vm, cls, &v, 1);
}

static Value conjugate(Vm *vm, const Value *args, u32 n) { return value_float(float_of(args[0])); }
static Value trunc_method(Vm *vm, const Value *args, u32 n) { return int_from_double(vm, float_of(args[0])); }
static Value floor_method(Vm *vm, const Value *args, u32 n) { return int_from_double(vm, floor(float_of(args[0]))); }
static Value ceil_method(Vm *vm, const Value *args, u32 n) { return int_from_double(vm, ceil(float_of(args[0]))); }

static Value is_integer(Vm *vm, const Value *args, u32 n) {
    double d = float_of(args[0]);
    return value_bool(float_is_finite(d) && floor(d) == d);
}

static Value from_number(Vm *vm, const Value *args, u32 n) {
    double d;
    int status = value_to_double(vm, args[1], &d);
    if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    return as_class(vm, args[0], d);
}

// Half to even; with digits, exactly as the decimal text would be rounded.
static Value round_method(Vm *vm, const Value *args, u32 n) {
    double d = float_of(args[0]);
    i64 digits;
    if (args[1] == V_UNSET || is_none(args[1])) {
        double whole = round(d);
        if (fabs(d - whole) == 0.5) whole = 2.0 * round(d / 2.0);
        return int_from_double(vm, whole);
    }
    int status = value_index_i64(vm, args[1], &digits, true);
    if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    if (!float_is_finite(d) || d == 0 || digits > 323) return value_float(d);
    if (digits < -308) return value_float(0.0 * d);
    d = numtext_round(d, (int)digits);
    if (!float_is_finite(d)) return raise_overflow(vm, "rounded value too large to represent");
    return value_float(d);
}

static Value as_integer_ratio(Vm *vm, const Value *args, u32 n) {
    double d = float_of(args[0]);
    u64 mantissa;
    int exponent;
    if (d != d) return raise_value(vm, "cannot convert NaN to integer ratio");
    if (!float_is_finite(d)) return raise_overflow(vm, "cannot convert Infinity to integer ratio");
    if (d == 0) return pair_take(vm, value_small(0), value_small(1));
    float_split(d, &mantissa, &exponent);
    int zeros = __builtin_ctzll(mantissa);
    mantissa >>= zeros;
    exponent += zeros;
    Value top = int_from_i64(vm, d < 0 ? -(i64)mantissa : (i64)mantissa),
          by = value_small(exponent < 0 ? -exponent : exponent);
    if (top == V_ERROR) return V_ERROR;
    if (exponent < 0) return pair_take(vm, top, int_binary(vm, OP_LSHIFT, value_small(1), by));
    Value shifted = int_binary(vm, OP_LSHIFT, top, by);
    decref(vm, top);
    return pair_take(vm, shifted, value_small(1));
}

static Value getnewargs(Vm *vm, const Value *args, u32 n) {
    Value v = value_float(float_of(args[0]));
    Tuple *tuple = tuple_from_take(vm, &v, 1);
    return tuple ? value_object(tuple) : V_ERROR;
}

static Value getformat(Vm *vm, const Value *args, u32 n) {
    if (!value_has(args[1], SHAPE_STR)) {
        return raise_type(vm, "__getformat__() argument must be str, not %T", args[1]);
    }
    if (!str_is(str_get(args[1]), "double") && !str_is(str_get(args[1]), "float")) {
        return raise_value(vm, "__getformat__() argument 1 must be 'double' or 'float'");
    }
    Str *s = str_from_text(vm, "IEEE, little-endian");
    return s ? value_object(s) : V_ERROR;
}

// As on 64-bit CPython.
static Value size_of(Vm *vm, const Value *args, u32 n) { return value_small(24); }

// ------------------------------------------------------------------------------------------------ hexadecimal

//      [-] 0x1.8000000000000p+3        a digit of 1 bit, 13 of 4, the exponent in decimal
static Value hex(Vm *vm, const Value *args, u32 n) {
    double d = float_of(args[0]);
    if (!float_is_finite(d)) return float_repr(vm, d);
    u64 bits = float_to_bits(d), fraction = bits & FLOAT_FRACTION;
    int biased = (int)(bits >> 52 & 0x7FF), exponent = biased ? biased - 1023 : -1022;
    Buf text;
    buf_open(&text, &vm->mem);
    if (float_is_negative(d)) buf_put(&text, '-');
    if (d == 0) {
        buf_text(&text, "0x0.0p+0");
    } else {
        buf_text(&text, biased ? "0x1." : "0x0.");
        for (int shift = 48; shift >= 0; shift -= 4) buf_put(&text, (u8) "0123456789abcdef"[fraction >> shift & 15]);
        buf_format(&text, "p%c%d", exponent < 0 ? '-' : '+', exponent < 0 ? -exponent : exponent);
    }
    Str *s = str_from_buf(vm, &text);
    return s ? value_object(s) : V_ERROR;
}

// Does the text go on with these lower-case letters, in any case?
static bool take_word(const u8 **at, const u8 *end, const char *word) {
    size_t n = strlen(word);
    if ((size_t)(end - *at) < n) return false;
    for (size_t i = 0; i < n; i++)
        if (((*at)[i] | 32) != (u8)word[i]) return false;
    *at += n;
    return true;
}

// [spaces] [+-] ([0x] hex [. hex] [p [+-] digits] | inf | infinity | nan) [spaces]. 0: not that; IS_ERROR: too great.
static int read_hex(const u8 *text, size_t n, double *out) {
    number_trim(&text, &n);
    if (!n) return 0;
    const u8 *at = text, *end = text + n;
    bool negative = false, more = false, point = false, any = false;
    if (at < end && (*at == '+' || *at == '-')) negative = *at++ == '-';
    if (take_word(&at, end, "inf")) {
        take_word(&at, end, "inity");
        *out = negative ? -INFINITY : INFINITY;
        return at == end;
    }
    if (take_word(&at, end, "nan")) {
        *out = negative ? -NAN : NAN;
        return at == end;
    }
    if (end - at >= 2 && at[0] == '0' && (at[1] | 32) == 'x') at += 2;
    u64 mantissa = 0;
    i64 exponent = 0;
    for (; at < end; at++) {
        if (*at == '.' && !point) {
            point = true;
            continue;
        }
        u32 digit = big_digit_value(*at);
        if (digit > 15) break;
        any = true;
        if (mantissa >> 58) { // full: what follows only tells whether there is more
            more |= digit != 0;
            exponent += point ? 0 : 4;
        } else {
            mantissa = mantissa << 4 | digit;
            exponent -= point ? 4 : 0;
        }
    }
    if (!any) return 0;
    if (at < end && (*at | 32) == 'p') {
        bool down = false;
        i64 given = 0;
        at++;
        if (at < end && (*at == '+' || *at == '-')) down = *at++ == '-';
        if (at == end || *at < '0' || *at > '9') return 0;
        for (; at < end && *at >= '0' && *at <= '9'; at++)
            if (given < INT64_MAX / 100) given = given * 10 + (*at - '0');
        exponent += down ? -given : given;
    }
    if (at != end) return 0;
    double d = mantissa ? float_round(mantissa, more, exponent) : 0.0;
    if (!float_is_finite(d)) return IS_ERROR;
    *out = negative ? -d : d;
    return 1;
}

static Value fromhex(Vm *vm, const Value *args, u32 n) {
    double d;
    if (!value_has(args[1], SHAPE_STR)) return raise_type(vm, "bad argument type for built-in operation");
    Buf text;
    buf_open(&text, &vm->mem);
    str_utf8(str_get(args[1]), &text);
    if (text.failed) return raise_memory(vm);
    int status = read_hex(text.data, text.len, &d);
    buf_close(&text);
    if (status == 0) return raise_value(vm, "invalid hexadecimal floating-point string");
    if (status < 0) return raise_overflow(vm, "hexadecimal value too large to represent as a float");
    return as_class(vm, args[0], d);
}

const NativeDef float_methods[] = {
    {"from_number", "($type, number, /)", from_number, "_float.from_number", NATIVE_CLASS},
    {"conjugate", "($self, /)", conjugate, NULL, 0},
    {"__trunc__", "($self, /)", trunc_method, NULL, 0},
    {"__floor__", "($self, /)", floor_method, NULL, 0},
    {"__ceil__", "($self, /)", ceil_method, NULL, 0},
    {"__round__", "($self, ndigits=None, /)", round_method, "_float.round_to", 0},
    {"as_integer_ratio", "($self, /)", as_integer_ratio, NULL, 0},
    {"fromhex", "($type, string, /)", fromhex, NULL, NATIVE_CLASS},
    {"hex", "($self, /)", hex, NULL, 0},
    {"is_integer", "($self, /)", is_integer, NULL, 0},
    {"__getnewargs__", "($self, /)", getnewargs, NULL, 0},
    {"__sizeof__", "($self, /)", size_of, NULL, 0},
    {"__getformat__", "($type, typestr, /)", getformat, NULL, NATIVE_CLASS},
    {NULL, NULL, NULL, NULL, 0},
};

static Value get_real(Vm *vm, Value self) { return value_float(float_of(self)); }
static Value get_imag(Vm *vm, Value self) { return value_float(0.0); }

const GetSetDef float_getset[] = {
    {"real", get_real, NULL},
    {"imag", get_imag, NULL},
    {NULL, NULL, NULL},
};

// ------------------------------------------------------------------------------------------------ intrinsics

static Value of_type(Vm *vm, const Value *args, u32 n) {
    return float_of_type(vm, (Type *)object_get(args[0]), float_of(args[1]));
}

static Value complex_parts_of_type(Vm *vm, const Value *args, u32 n) {
    return complex_of_type(vm, (Type *)object_get(args[0]), float_of(args[1]), float_of(args[2]));
}

// _real(x): a real number as math takes it: x itself, or what its __float__ or __index__ says
static Value real_of(Vm *vm, const Value *args, u32 n) {
    if (is_int(args[0]) && slot_is_python(type_of(vm, args[0]), SLOT_FLOAT)) return V_PYTHON;
    return is_float_like(args[0]) || is_int(args[0]) ? own(args[0]) : V_PYTHON;
}

const NativeDef float_intrinsics[] = {
    {"_real", "(x, /)", real_of, "_float.must_be_real", 0},
    {"_float_of_type", "(cls, x, /)", of_type, NULL, 0},
    {"_complex_of_type", "(cls, real, imag, /)", complex_parts_of_type, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};
