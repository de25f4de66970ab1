// float.c: float: a word that is a double, or an object for instances of subclasses. Conversions, hash, comparison,
// arithmetic with CPython's rules for signs and zeros, and the type's table. Methods: float_methods.c.
#include "obj/number_core.h"

#include "base/floatbits.h"
#include "obj/bytes.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"
#include <math.h>

// ------------------------------------------------------------------------------------------------ conversions

bool is_float_like(Value v) { return is_float(v) || value_has(v, SHAPE_FLOAT); }
double float_of(Value v) { return is_float(v) ? float_get(v) : ((Float *)object_get(v))->number; }

int number_double(Vm *vm, Value v, double *out) {
    if (is_float(v)) return *out = float_get(v), 1;
    if (is_small(v)) return *out = (double)small_get(v), 1;
    if (is_float_like(v)) return *out = float_of(v), 1;
    if (!is_int(v)) return 0;
    if (int_to_double(v, out)) return 1;
    raise_overflow(vm, "int too large to convert to float");
    return IS_ERROR;
}

Value float_of_type(Vm *vm, Type *type, double d) {
    if (type->id == T_FLOAT) return value_float(d);
    Float *f = object_new(vm, type, sizeof(Float));
    if (!f) return V_ERROR;
    f->number = d;
    return value_object(f);
}

Value float_repr(Vm *vm, double d) {
    Buf text;
    buf_open(&text, &vm->mem);
    numtext_repr(d, &text);
    Str *s = str_from_buf(vm, &text);
    return s ? value_object(s) : V_ERROR;
}

static bool read_text(const u8 *text, size_t n, double *out) {
    number_trim(&text, &n);
    return n && numtext_read((const char *)text, n, NUMTEXT_UNDERSCORES | NUMTEXT_NAMES, out) == n;
}

static Value raise_no_float(Vm *vm, Value text) {
    return raise_value(vm, "could not convert string to float: %R", text);
}

Value float_from_str(Vm *vm, Str *text) {
    double d;
    bool good;
    if (text->ascii) {
        good = read_text(text->data, text->len, &d);
    } else {
        Buf ascii;
        buf_open(&ascii, &vm->mem);
        number_ascii(text, &ascii);
        bool failed = ascii.failed;
        good = !failed && read_text(ascii.data, ascii.len, &d);
        buf_close(&ascii);
        if (failed) return raise_memory(vm);
    }
    return good ? value_float(d) : raise_no_float(vm, value_object(text));
}

// float(x): __float__, then __index__, then text.
static Value from_value(Vm *vm, Value x) {
    if (is_float(x)) return x;
    if (value_is(x, T_STR)) return float_from_str(vm, str_get(x));
    Type *type = type_of(vm, x);
    if (slot_is_python(type, SLOT_FLOAT)) return V_PYTHON;
    if (type->slots->to_float) return type->slots->to_float(vm, x);
    if (slot_is_python(type, SLOT_INDEX)) return V_PYTHON;
    if (value_has(x, SHAPE_STR)) return float_from_str(vm, str_get(x));
    const u8 *data;
    u32 n;
    double d;
    if (bytes_view(x, &data, &n)) return read_text(data, n, &d) ? value_float(d) : raise_no_float(vm, x);
    return raise_type(vm, "float() argument must be a string or a real number, not '%T'", x);
}

// float.__new__(type, x=0, /)
static Value make(Vm *vm, const Value *args, u32 n) {
    Type *type = (Type *)object_get(args[0]);
    Value v = args[1] == V_UNSET ? value_float(0.0) : from_value(vm, args[1]);
    return is_marker(v) ? v : float_of_type(vm, type, float_get(v));
}

// ------------------------------------------------------------------------------------------------ hash, comparison

#define HASH_BITS 61
#define HASH_PRIME ((1ull << HASH_BITS) - 1)

i64 float_hash(double d) {
    if (d > -2e9 && d < 2e9 && d == (double)(i32)d) return d == -1 ? -2 : (i64)d;
    if (!float_is_finite(d)) return d != d ? 0 : d > 0 ? 314159 : -314159;
    // mantissa * 2^exponent modulo 2^61 - 1: a power of two rotates.
    u64 x;
    int exponent;
    float_split(d, &x, &exponent);
    u32 turn = (u32)(exponent % HASH_BITS + HASH_BITS) % HASH_BITS;
    if (turn) x = (x << turn & HASH_PRIME) | x >> (HASH_BITS - turn);
    if (x == HASH_PRIME) x = 0;
    i64 hash = d < 0 ? -(i64)x : (i64)x;
    return hash == -1 ? -2 : hash;
}

static int hash_slot(Vm *vm, Value self, i64 *hash) {
    double d = float_of(self);
    *hash = d == d ? float_hash(d) : (i64)(self >> 4 & (((u64)1 << 44) - 1)); // a NaN is itself only
    return 0;
}

static bool order_is(int order, CompareOp op) {
    switch (op) {
    case CMP_LT: return order < 0;
    case CMP_LE: return order <= 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

static Value compare_slot(Vm *vm, Value a, Value b, CompareOp op) {
    int order;
    if (is_float_like(a) && is_float_like(b)) {
        double x = float_of(a), y = float_of(b);
        order = x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
    } else if (is_float_like(a) && is_int(b)) {
        order = int_compare_double(b, float_of(a));
        if (order != 2) order = -order;
    } else if (is_int(a) && is_float_like(b)) {
        order = int_compare_double(a, float_of(b));
    } else return V_NOT_IMPLEMENTED;
    return value_bool(order == 2 ? op == CMP_NE : order_is(order, op));
}

// ------------------------------------------------------------------------------------------------ arithmetic

static void divide(double a, double b, double *quotient, double *remainder) {
    double mod = fmod(a, b), div = (a - mod) / b;
    if (mod) {
        if ((b < 0) != (mod < 0)) {
            mod += b;
            div -= 1.0;
        }
    } else mod = copysign(0.0, b);
    if (div) {
        *quotient = floor(div);
        if (div - *quotient > 0.5) *quotient += 1.0;
    } else *quotient = copysign(0.0, a / b);
    *remainder = mod;
}

static bool is_odd(double d) { return fmod(fabs(d), 2.0) == 1.0; }

// Does not trust the library with the special cases. Overflow is the prelude's: its exception has two arguments.
static Value power(Vm *vm, double a, double b) {
    if (b == 0) return value_float(1.0);
    if (a != a) return value_float(a);
    if (b != b) return value_float(a == 1.0 ? 1.0 : b);
    if (isinf(b)) {
        a = fabs(a);
        if (a == 1.0) return value_float(1.0);
        return value_float((b > 0) == (a > 1.0) ? fabs(b) : 0.0);
    }
    bool odd = is_odd(b);
    if (isinf(a)) {
        if (b > 0) return value_float(odd ? a : fabs(a));
        return value_float(odd ? copysign(0.0, a) : 0.0);
    }
    if (a == 0) {
        if (b < 0) return raise(vm, T_ZeroDivisionError, "zero to a negative power");
        return value_float(odd ? a : 0.0);
    }
    bool negate = false;
    if (a < 0) {
        if (b != floor(b)) return complex_power(vm, a, 0.0, b, 0.0);
        a = -a;
        negate = odd;
    }
    double result = a == 1.0 ? 1.0 : pow(a, b);
    if (isinf(result)) return V_PYTHON;
    return value_float(negate ? -result : result);
}

Value float_binary(Vm *vm, BinaryOp op, double a, double b) {
    double quotient, remainder;
    switch (op) {
    case OP_ADD: return value_float(a + b);
    case OP_SUB: return value_float(a - b);
    case OP_MUL: return value_float(a * b);
    case OP_POW: return power(vm, a, b);
    case OP_TRUEDIV:
    case OP_FLOORDIV:
    case OP_MOD:
    case OP_DIVMOD: break;
    default: return V_NOT_IMPLEMENTED;
    }
    if (b == 0) return raise(vm, T_ZeroDivisionError, "division by zero");
    if (op == OP_TRUEDIV) return value_float(a / b);
    divide(a, b, &quotient, &remainder);
    if (op != OP_DIVMOD) return value_float(op == OP_MOD ? remainder : quotient);
    Value items[2] = {value_float(quotient), value_float(remainder)};
    Tuple *pair = tuple_from_take(vm, items, 2);
    return pair ? value_object(pair) : V_ERROR;
}

static Value binary_slot(Vm *vm, BinaryOp op, Value a, Value b) {
    double x, y;
    int status = number_double(vm, a, &x);
    if (status == 1) status = number_double(vm, b, &y);
    if (status != 1) return status ? V_ERROR : V_NOT_IMPLEMENTED;
    return float_binary(vm, op, x, y);
}

static Value power_slot(Vm *vm, Value a, Value b, Value modulus) {
    if (is_none(modulus)) return binary_slot(vm, OP_POW, a, b);
    return raise_type(vm, "pow() 3rd argument not allowed unless all arguments are integers");
}

static Value unary_slot(Vm *vm, UnaryOp op, Value v) {
    double d = float_of(v);
    switch (op) {
    case OP_NEG: return value_float(-d);
    case OP_POS: return value_float(d);
    case OP_ABS: return value_float(fabs(d));
    default: return V_NOT_IMPLEMENTED;
    }
}

// ------------------------------------------------------------------------------------------------ slots

static void dealloc(Vm *vm, Object *o) { object_dispose(vm, o, sizeof(Float)); }
static Value repr_slot(Vm *vm, Value self) { return float_repr(vm, float_of(self)); }
static int truth_slot(Vm *vm, Value self) { return float_of(self) != 0; }
static Value to_int_slot(Vm *vm, Value self) { return int_from_double(vm, float_of(self)); }
static Value to_float_slot(Vm *vm, Value self) { return value_float(float_of(self)); }

static const SlotPython in_python[] = {
    {SLOT_BINARY, OP_POW, "_float.power"},
    {SLOT_FORMAT, 0, "_float.format"},
    {0, 0, NULL},
};

const TypeSpec float_spec = {
    .name = "float",
    .base = T_OBJECT,
    .size = sizeof(Float),
    .attrs = offsetof(Float, attrs),
    .flags = TYPE_NO_DICT,
    .slots =
        {
            .dealloc = dealloc,
            .repr = repr_slot,
            .format = float_format,
            .hash = hash_slot,
            .compare = compare_slot,
            .truth = truth_slot,
            .binary = binary_slot,
            .power = power_slot,
            .unary = unary_slot,
            .to_int = to_int_slot,
            .to_float = to_float_slot,
        },
    .make = {"__new__", "($type, x=0, /)", make, "_float.make", NATIVE_UNPACKED},
    .methods = float_methods,
    .getset = float_getset,
    .python = in_python,
};
