// int_methods.c: the methods of int, and the intrinsics by which _int.py works on long ints piece by piece.
#include "obj/number_core.h"

#include "obj/bytes.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"

// ------------------------------------------------------------------------------------------------ bytes

// What both conversions take: the order of the bytes, and whether the sign is in them. 0, IS_ERROR, IS_PYTHON.
static int read_order(Vm *vm, const char *method, Value order, Value is_signed, bool *little, bool *with_sign) {
    *little = false;
    *with_sign = false;
    if (order != V_UNSET) {
        if (!value_has(order, SHAPE_STR)) {
            if (is_none(order)) raise_type(vm, "%s() argument 'byteorder' must be str, not None", method);
            else raise_type(vm, "%s() argument 'byteorder' must be str, not %T", method, order);
            return IS_ERROR;
        }
        *little = str_is(str_get(order), "little");
    }
    if (is_signed != V_UNSET) {
        int truth = value_truth(vm, is_signed);
        if (truth < 0) return truth;
        *with_sign = truth;
    }
    if (order != V_UNSET && !*little && !str_is(str_get(order), "big")) {
        raise_value(vm, "byteorder must be either 'little' or 'big'");
        return IS_ERROR;
    }
    return 0;
}

// Byte i of the magnitude, or with *borrow (first 1) of its two's complement.
static u8 magnitude_byte(const IntView *v, size_t i, u32 *borrow) {
    u32 byte = i / 4 < v->count ? v->digits[i / 4] >> i % 4 * 8 & 0xFF : 0;
    if (!v->negative) return (u8)byte;
    u32 less = byte - *borrow;
    *borrow = *borrow && !byte;
    return (u8)~less;
}

// int.to_bytes(self, length=1, byteorder='big', *, signed=False)
static Value to_bytes(Vm *vm, const Value *args, u32 n) {
    i64 length = 1;
    bool little, with_sign;
    int status = args[1] == V_UNSET ? 0 : value_index_i64(vm, args[1], &length, false);
    if (!status) status = read_order(vm, "to_bytes", args[2], args[3], &little, &with_sign);
    if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    if (length < 0) return raise_value(vm, "length argument must be non-negative");
    IntView v;
    int_view(args[0], &v);
    if (v.negative && !with_sign) return raise_overflow(vm, "can't convert negative int to unsigned");
    // With a sign one bit more is needed, but for -2^k, whose magnitude fills all its bits.
    u64 bits = big_bit_length(v.digits, v.count);
    if (with_sign && bits) bits += !v.negative || big_trailing_zeros(v.digits, v.count) + 1 != bits;
    if (bits > (u64)length * 8) return raise_overflow(vm, "int too big to convert");
    if (length > INT32_MAX) return raise_memory(vm);
    Bytes *bytes = bytes_new(vm, (u32)length);
    if (!bytes) return V_ERROR;
    charge(vm, (size_t)length);
    u32 borrow = 1;
    for (size_t i = 0; i < (size_t)length; i++) {
        bytes->data[little ? i : (size_t)length - 1 - i] = magnitude_byte(&v, i, &borrow);
    }
    return value_object(bytes);
}

// int.from_bytes(type, bytes, byteorder='big', *, signed=False)
static Value from_bytes(Vm *vm, const Value *args, u32 n) {
    bool little, with_sign;
    int status = read_order(vm, "from_bytes", args[2], args[3], &little, &with_sign);
    if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    const u8 *data;
    u32 length;
    if (!bytes_view(args[1], &data, &length)) return V_PYTHON; // has __bytes__, or is an iterable of ints
    Digits r;
    size_t count = (size_t)length / 4 + 1;
    charge(vm, length);
    if (!digits_open(vm, &r, count)) return V_ERROR;
    bool negative = with_sign && length && data[little ? length - 1 : 0] >> 7;
    memset(r.at, 0, count * 4);
    u32 carry = 1;
    for (size_t i = 0; i < length; i++) {
        u32 byte = data[little ? i : length - 1 - i];
        if (negative) { // ~x + 1
            byte = (byte ^ 0xFF) + carry;
            carry = byte >> 8;
            byte &= 0xFF;
        }
        r.at[i / 4] |= byte << i % 4 * 8;
    }
    if (negative && carry) r.at[length / 4] |= 1u << length % 4 * 8;
    Value v = digits_to_int(vm, &r, big_trim(r.at, count), negative);
    if (v == V_ERROR || args[0] == value_object(vm_type(vm, T_INT))) return v;
    Value made = call(vm, args[0], &v, 1);
    decref(vm, v);
    return made;
}

// ------------------------------------------------------------------------------------------------ methods

static Value exact(Vm *vm, const Value *args, u32 n) { return int_exact(vm, args[0]); }
static Value bit_length(Vm *vm, const Value *args, u32 n) { return int_from_u64(vm, int_bit_length(args[0])); }

static Value bit_count(Vm *vm, const Value *args, u32 n) {
    IntView v;
    int_view(args[0], &v);
    return int_from_u64(vm, big_bit_count(v.digits, v.count));
}

static Value as_integer_ratio(Vm *vm, const Value *args, u32 n) {
    Value items[2] = {int_exact(vm, args[0]), value_small(1)};
    if (items[0] == V_ERROR) return V_ERROR;
    Tuple *pair = tuple_from_take(vm, items, 2);
    return pair ? value_object(pair) : V_ERROR;
}

static Value getnewargs(Vm *vm, const Value *args, u32 n) {
    Value v = int_exact(vm, args[0]);
    if (v == V_ERROR) return v;
    Tuple *tuple = tuple_from_take(vm, &v, 1);
    return tuple ? value_object(tuple) : V_ERROR;
}

// Rounding to tens, hundreds, … is the prelude's.
static Value round_to(Vm *vm, const Value *args, u32 n) {
    i64 digits = 0;
    if (args[1] == V_UNSET || is_none(args[1])) return int_exact(vm, args[0]);
    int status = value_index_i64(vm, args[1], &digits, true);
    if (status == IS_ERROR) return V_ERROR;
    return status == IS_PYTHON || digits < 0 ? V_PYTHON : int_exact(vm, args[0]);
}

// As on 64-bit CPython, whose digits have 30 bits.
static Value size_of(Vm *vm, const Value *args, u32 n) {
    u64 bits = int_bit_length(args[0]);
    return int_from_u64(vm, 24 + 4 * (bits ? (bits + 29) / 30 : 1));
}

static Value is_integer(Vm *vm, const Value *args, u32 n) { return V_TRUE; }

const NativeDef int_methods[] = {
    {"conjugate", "($self, /)", exact, NULL, 0},
    {"bit_length", "($self, /)", bit_length, NULL, 0},
    {"bit_count", "($self, /)", bit_count, NULL, 0},
    {"to_bytes", "($self, /, length=1, byteorder='big', *, signed=False)", to_bytes, "_int.to_bytes", 0},
    {"from_bytes", "($type, /, bytes, byteorder='big', *, signed=False)", from_bytes, "_int.from_bytes", NATIVE_CLASS},
    {"as_integer_ratio", "($self, /)", as_integer_ratio, NULL, 0},
    {"__trunc__", "($self, /)", exact, NULL, 0},
    {"__floor__", "($self, /)", exact, NULL, 0},
    {"__ceil__", "($self, /)", exact, NULL, 0},
    {"__round__", "($self, ndigits=None, /)", round_to, "_int.round_to", 0},
    {"__getnewargs__", "($self, /)", getnewargs, NULL, 0},
    {"__sizeof__", "($self, /)", size_of, NULL, 0},
    {"is_integer", "($self, /)", is_integer, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};

static Value get_zero(Vm *vm, Value self) { return value_small(0); }
static Value get_one(Vm *vm, Value self) { return value_small(1); }

const GetSetDef int_getset[] = {
    {"real", int_exact, NULL},      {"imag", get_zero, NULL}, {"numerator", int_exact, NULL},
    {"denominator", get_one, NULL}, {NULL, NULL, NULL},
};

// ------------------------------------------------------------------------------------------------ intrinsics

// _int_exact(x): the value of any int as an int and nothing else
// _int_slice(x, start, end): bits start … end - 1 of x >= 0, as a number
static Value slice(Vm *vm, const Value *args, u32 n) {
    i64 start, end;
    IntView v;
    int_view(args[0], &v);
    if (!int_to_i64(args[1], &start) || !int_to_i64(args[2], &end)) return V_ERROR;
    i64 total = (i64)v.count * 32;
    if (end > total) end = total;
    if (start >= end) return value_small(0);
    u32 first = (u32)(start / 32), last = (u32)((end + 31) / 32);
    Digits r;
    if (!digits_open(vm, &r, (size_t)(last - first) + 1)) return V_ERROR;
    charge(vm, (last - first) >> 3);
    u32 part = end % 32;
    size_t count = last - first;
    memcpy(r.at, v.digits + first, count * 4);
    if (part) r.at[count - 1] &= (1u << part) - 1;
    count = big_shift_right(r.at, r.at, big_trim(r.at, count), (size_t)(start % 32), NULL);
    return digits_to_int(vm, &r, count, false);
}

// _int_text(x, base): text of any length; only for pieces that are short
static Value piece_text(Vm *vm, const Value *args, u32 n) {
    Buf text;
    buf_open(&text, &vm->mem);
    int_text(vm, args[0], (int)small_get(args[1]), &text);
    Str *s = str_from_buf(vm, &text);
    return s ? value_object(s) : V_ERROR;
}

// _int_parts(text, base): see int_text_parts
static Value text_parts(Vm *vm, const Value *args, u32 n) {
    return int_text_parts(vm, args[0], (int)small_get(args[1]));
}

// _int_read(digits, start, end, base): the int of a few digits
static Value read_piece(Vm *vm, const Value *args, u32 n) {
    Str *digits = str_get(args[0]);
    i64 start = small_get(args[1]), end = small_get(args[2]);
    if (end > digits->len) end = digits->len;
    return int_from_digits_text(vm, digits->data + start, (size_t)(end - start), (int)small_get(args[3]), false);
}

// _int_check_digits(count, from_text): ValueError beyond the limit of sys.set_int_max_str_digits
static Value check_digits(Vm *vm, const Value *args, u32 n) {
    return int_digits_allowed(vm, (u64)small_get(args[0]), args[1] == V_TRUE) ? V_NONE : V_ERROR;
}

// _int_format(x, spec, digits): format() of an int whose decimal text is known
static Value format_digits(Vm *vm, const Value *args, u32 n) {
    return int_format_digits(vm, args[0], str_get(args[1]), str_get(args[2]));
}

// _int_power_mod(a, b, m): None when it takes long
static Value short_power_mod(Vm *vm, const Value *args, u32 n) {
    Value result = int_pow_mod(vm, args[0], args[1], args[2]);
    return result == V_PYTHON ? V_NONE : result;
}

static Value of_type(Vm *vm, const Value *args, u32 n) {
    return int_of_type_take(vm, (Type *)object_get(args[0]), own(args[1]));
}

// _int_gcd(a, b): a pair with the same greatest common divisor, after about a millisecond's work
static Value part_of_gcd(Vm *vm, const Value *args, u32 n) { return int_gcd_steps(vm, args[0], args[1]); }

// _int_pow(a, b, m): pow() of three ints
static Value power_mod(Vm *vm, const Value *args, u32 n) { return int_pow_mod(vm, args[0], args[1], args[2]); }

// _special(x, name): calls the special method that the class of x has by this name, without arguments; NotImplemented
// when it has none. What `int`, `float`, `complex` and `operator.index` ask of a class written in Python.
static Value special(Vm *vm, const Value *args, u32 n) {
    Type *type = type_of(vm, args[0]);
    Str *name = str_intern_take(vm, (INCREF(str_get(args[1])), str_get(args[1])));
    if (!name) return V_ERROR;
    Value method = type_lookup(vm, type, name);
    DECREF(vm, name);
    if (method == V_UNSET) return V_NOT_IMPLEMENTED;
    Type *method_type = type_of(vm, method);
    if (!method_type->slots->get) return call(vm, method, NULL, 0);
    if (is_object(method) && shape_of(method)->type_id == T_FUNCTION) return call(vm, method, args, 1);
    Value bound = method_type->slots->get(vm, method, args[0], value_object(type));
    if (is_marker(bound)) return bound;
    Value result = call(vm, bound, NULL, 0);
    decref(vm, bound);
    return result;
}

const NativeDef int_intrinsics[] = {
    {"_int_exact", "(x, /)", exact, NULL, 0},
    {"_int_slice", "(x, start, end, /)", slice, NULL, 0},
    {"_int_text", "(x, base, /)", piece_text, NULL, 0},
    {"_int_parts", "(text, base, /)", text_parts, NULL, 0},
    {"_int_read", "(digits, start, end, base, /)", read_piece, NULL, 0},
    {"_int_check_digits", "(count, from_text, /)", check_digits, NULL, 0},
    {"_int_format", "(x, spec, digits, /)", format_digits, NULL, 0},
    {"_int_from_bytes", "(cls, data, byteorder, signed, /)", from_bytes, NULL, 0},
    {"_int_power_mod", "(a, b, m, /)", short_power_mod, NULL, 0},
    {"_int_gcd", "(a, b, /)", part_of_gcd, NULL, 0},
    {"_int_of_type", "(cls, x, /)", of_type, NULL, 0},
    {"_int_pow", "(a, b, m, /)", power_mod, "_int.power_mod", 0},
    {"_special", "(x, name, /)", special, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};
