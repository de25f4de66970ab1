// complex.c: complex: pairs of doubles, with C's rules (Annex G) for infinities and for one real operand.
#include "obj/number_core.h"

#include "base/floatbits.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"
#include <math.h>

typedef struct Pair {
    double real, imag;
} Pair;

static bool is_complex(Value v) { return is_object(v) && shape_of(v)->layout == T_COMPLEX; }
static Pair pair_of(Value v) { return (Pair){((Complex *)object_get(v))->real, ((Complex *)object_get(v))->imag}; }

Value complex_of_type(Vm *vm, Type *type, double real, double imag) {
    Complex *z = object_new(vm, type, sizeof(Complex));
    if (!z) return V_ERROR;
    z->real = real;
    z->imag = imag;
    return value_object(z);
}

Value complex_new(Vm *vm, double real, double imag) { return complex_of_type(vm, vm_type(vm, T_COMPLEX), real, imag); }

// ------------------------------------------------------------------------------------------------ arithmetic

static double boxed(double d) { return copysign(isinf(d) ? 1.0 : 0.0, d); } // an infinity as 1, all else as 0
static double without_nan(double d) { return d != d ? copysign(0.0, d) : d; }

static Pair multiply(Pair z, Pair w) {
    double a = z.real, b = z.imag, c = w.real, d = w.imag;
    double ac = a * c, bd = b * d, ad = a * d, bc = b * c;
    Pair r = {ac - bd, ad + bc};
    if (r.real == r.real || r.imag == r.imag) return r;
    // Infinities that came out as nan+nanj.
    bool again = false;
    if (isinf(a) || isinf(b)) {
        a = boxed(a), b = boxed(b);
        c = without_nan(c), d = without_nan(d);
        again = true;
    }
    if (isinf(c) || isinf(d)) {
        c = boxed(c), d = boxed(d);
        a = without_nan(a), b = without_nan(b);
        again = true;
    }
    if (!again && (isinf(ac) || isinf(bd) || isinf(ad) || isinf(bc))) {
        a = without_nan(a), b = without_nan(b), c = without_nan(c), d = without_nan(d);
        again = true;
    }
    if (again) r.real = INFINITY * (a * c - b * d), r.imag = INFINITY * (a * d + b * c);
    return r;
}

// a / b; with `real`, a is real: then a.imag takes no part, not even as a zero. false: division by zero.
static bool divide(Pair a, bool real, Pair b, Pair *r) {
    double abs_real = fabs(b.real), abs_imag = fabs(b.imag);
    if (abs_real >= abs_imag) {
        if (abs_real == 0) return false;
        double ratio = b.imag / b.real, below = b.real + b.imag * ratio;
        r->real = (real ? a.real : a.real + a.imag * ratio) / below;
        r->imag = (real ? -a.real * ratio : a.imag - a.real * ratio) / below;
    } else if (abs_imag >= abs_real) {
        double ratio = b.real / b.imag, below = b.real * ratio + b.imag;
        r->real = (real ? a.real * ratio : a.real * ratio + a.imag) / below;
        r->imag = (real ? -a.real : a.imag * ratio - a.real) / below;
    } else {
        r->real = r->imag = NAN;
    }
    if (r->real == r->real || r->imag == r->imag) return true;
    // Infinities and zeros that came out as nan+nanj.
    bool a_infinite = isinf(a.real) || (!real && isinf(a.imag)),
         a_finite = isfinite(a.real) && (real || isfinite(a.imag));
    if (!real && a_infinite && isfinite(b.real) && isfinite(b.imag)) {
        double x = boxed(a.real), y = boxed(a.imag);
        r->real = INFINITY * (x * b.real + y * b.imag);
        r->imag = INFINITY * (y * b.real - x * b.imag);
    } else if ((isinf(abs_real) || isinf(abs_imag)) && a_finite) {
        double x = boxed(b.real), y = boxed(b.imag);
        r->real = 0.0 * (real ? a.real * x : a.real * x + a.imag * y);
        r->imag = 0.0 * (real ? -a.real * y : a.imag * x - a.real * y);
    }
    return true;
}

static Value pair_value(Vm *vm, Pair p) { return complex_new(vm, p.real, p.imag); }

Value complex_power(Vm *vm, double a_real, double a_imag, double b_real, double b_imag) {
    Pair a = {a_real, a_imag}, r;
    if (b_imag == 0 && b_real == floor(b_real) && fabs(b_real) <= 100) { // by squaring: faster, more accurate
        int exponent = (int)fabs(b_real);
        r = (Pair){1.0, 0.0};
        for (int mask = 1; mask <= exponent; mask <<= 1) {
            if (exponent & mask) r = multiply(r, a);
            a = multiply(a, a);
        }
        if (b_real <= 0 && !divide((Pair){1.0, 0.0}, false, r, &r)) goto zero;
    } else if (a_real == 0 && a_imag == 0) {
        if (b_imag != 0 || b_real < 0) goto zero;
        r = (Pair){0.0, 0.0};
    } else {
        double size = hypot(a_real, a_imag), length = pow(size, b_real);
        double angle = atan2(a_imag, a_real), phase = angle * b_real;
        if (b_imag != 0) {
            length *= exp(-angle * b_imag);
            phase += b_imag * log(size);
        }
        r = (Pair){length * cos(phase), length * sin(phase)};
    }
    if (isinf(r.real) || isinf(r.imag)) return raise_overflow(vm, "complex exponentiation");
    return pair_value(vm, r);
zero:
    return raise(vm, T_ZeroDivisionError, "zero to a negative or complex power");
}

// An operand: 1 and its parts (*real: it is a float or int), 0 when it is no number, IS_ERROR.
static int operand(Vm *vm, Value v, Pair *out, bool *real) {
    *real = !is_complex(v);
    out->imag = 0.0;
    if (*real) return number_double(vm, v, &out->real);
    *out = pair_of(v);
    return 1;
}

static Value binary_slot(Vm *vm, BinaryOp op, Value left, Value right) {
    Pair a, b, r;
    bool a_real, b_real;
    if (op != OP_ADD && op != OP_SUB && op != OP_MUL && op != OP_TRUEDIV && op != OP_POW) return V_NOT_IMPLEMENTED;
    int status = operand(vm, left, &a, &a_real);
    if (status == 1) status = operand(vm, right, &b, &b_real);
    if (status != 1) return status ? V_ERROR : V_NOT_IMPLEMENTED;
    switch (op) {
    case OP_ADD: r = (Pair){a.real + b.real, a_real ? b.imag : b_real ? a.imag : a.imag + b.imag}; break;
    case OP_SUB: r = (Pair){a.real - b.real, a_real ? -b.imag : b_real ? a.imag : a.imag - b.imag}; break;
    case OP_MUL:
        if (a_real) r = (Pair){a.real * b.real, a.real * b.imag};
        else if (b_real) r = (Pair){a.real * b.real, a.imag * b.real};
        else r = multiply(a, b);
        break;
    case OP_TRUEDIV:
        if (b_real && b.real != 0) r = (Pair){a.real / b.real, a.imag / b.real};
        else if (b_real || !divide(a, a_real, b, &r)) return raise(vm, T_ZeroDivisionError, "division by zero");
        break;
    default: return complex_power(vm, a.real, a.imag, b.real, b.imag);
    }
    return pair_value(vm, r);
}

static Value power_slot(Vm *vm, Value a, Value b, Value modulus) {
    if (is_none(modulus)) return binary_slot(vm, OP_POW, a, b);
    return raise_value(vm, "complex modulo");
}

static Value absolute(Vm *vm, Pair z) {
    if (isinf(z.real) || isinf(z.imag)) return value_float(INFINITY);
    double d = hypot(z.real, z.imag);
    if (isinf(d)) return raise_overflow(vm, "absolute value too large");
    return value_float(d);
}

static Value unary_slot(Vm *vm, UnaryOp op, Value v) {
    Pair z = pair_of(v);
    switch (op) {
    case OP_NEG: return complex_new(vm, -z.real, -z.imag);
    case OP_POS: return pair_value(vm, z);
    case OP_ABS: return absolute(vm, z);
    default: return V_NOT_IMPLEMENTED;
    }
}

static bool equals(Pair z, Value v) {
    if (is_complex(v)) return pair_of(v).real == z.real && pair_of(v).imag == z.imag;
    if (z.imag != 0) return false;
    return is_int(v) ? int_equal_double(v, z.real) : float_of(v) == z.real;
}

static Value compare_slot(Vm *vm, Value a, Value b, CompareOp op) {
    if (op != CMP_EQ && op != CMP_NE) return V_NOT_IMPLEMENTED;
    Value z = is_complex(a) ? a : b, other = is_complex(a) ? b : a;
    if (!is_complex(other) && !is_int(other) && !is_float_like(other)) return V_NOT_IMPLEMENTED;
    return value_bool(equals(pair_of(z), other) == (op == CMP_EQ));
}

// ------------------------------------------------------------------------------------------------ text

// One part, shortest form without ".0"; with `sign`, a plus is written.
static void put_part(Buf *out, double d, bool sign) {
    if (sign && (d != d || !float_is_negative(d))) buf_put(out, '+');
    numtext_format(out, d, 'r', 0, 0);
}

static Value repr_slot(Vm *vm, Value self) {
    Pair z = pair_of(self);
    Buf out;
    buf_open(&out, &vm->mem);
    bool only_imag = !float_to_bits(z.real);
    if (!only_imag) {
        buf_put(&out, '(');
        put_part(&out, z.real, false);
    }
    put_part(&out, z.imag, !only_imag);
    buf_text(&out, only_imag ? "j" : "j)");
    Str *s = str_from_buf(vm, &out);
    return s ? value_object(s) : V_ERROR;
}

static bool is_unit(const u8 *at, const u8 *end) { return at < end && (*at | 32) == 'j'; }

// [spaces] [(] [spaces] (float | [float] imaginary) [spaces] [)] [spaces], imaginary: signed float, or a sign, then j.
static bool read_text(const u8 *text, size_t n, Pair *z) {
    number_trim(&text, &n);
    if (n >= 2 && text[0] == '(' && text[n - 1] == ')') {
        text++;
        n -= 2;
        number_trim(&text, &n);
    }
    const u8 *at = text, *end = text + n;
    double d;
    *z = (Pair){0, 0};
    size_t size = numtext_read((const char *)at, n, NUMTEXT_UNDERSCORES | NUMTEXT_NAMES, &d);
    if (size) {
        at += size;
        if (at == end) return z->real = d, true;
        if (is_unit(at, end)) return z->imag = d, at + 1 == end;
        if (*at != '+' && *at != '-') return false;
        z->real = d;
    }
    size = numtext_read((const char *)at, (size_t)(end - at), NUMTEXT_UNDERSCORES | NUMTEXT_NAMES, &d);
    if (size) {
        at += size;
    } else { // a bare sign, or nothing, before the j
        d = 1;
        if (at < end && (*at == '+' || *at == '-')) d = *at++ == '-' ? -1 : 1;
    }
    z->imag = d;
    return is_unit(at, end) && at + 1 == end;
}

// Does every underscore stand between two digits?
static bool underscores_fit(const u8 *text, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (text[i] != '_') continue;
        if (!i || i + 1 == n || big_digit_value(text[i - 1]) > 9 || big_digit_value(text[i + 1]) > 9) return false;
    }
    return true;
}

static Value from_text(Vm *vm, Type *type, Str *text) {
    Pair z;
    Buf ascii;
    buf_open(&ascii, &vm->mem);
    number_ascii(text, &ascii);
    bool failed = ascii.failed, good = !failed && read_text(ascii.data, ascii.len, &z);
    bool fit = failed || underscores_fit(ascii.data, ascii.len);
    buf_close(&ascii);
    if (failed) return raise_memory(vm);
    if (!fit) return raise_value(vm, "could not convert string to complex: %R", value_object(text));
    if (!good) return raise_value(vm, "complex() arg is a malformed string");
    return complex_of_type(vm, type, z.real, z.imag);
}

// ------------------------------------------------------------------------------------------------ slots, methods

// complex.__new__(type, real=0, imag=0). Anything but plain numbers and text is the prelude's.
static Value make(Vm *vm, const Value *args, u32 n) {
    Type *type = (Type *)object_get(args[0]);
    double parts[2] = {0, 0};
    Value real = args[1];
    if (real != V_UNSET && args[2] == V_UNSET) {
        if (value_is(real, T_COMPLEX)) {
            return type->id == T_COMPLEX ? own(real)
                                         : complex_of_type(vm, type, pair_of(real).real, pair_of(real).imag);
        }
        if (value_has(real, SHAPE_STR)) return from_text(vm, type, str_get(real));
    }
    for (int i = 0; i < 2; i++) {
        Value part = args[i + 1];
        if (part == V_UNSET) continue;
        if (!is_float(part) && !is_small(part) && !is_bool(part) && !value_is(part, T_INT)) return V_PYTHON;
        if (is_bool(part)) parts[i] = part == V_TRUE;
        else if (number_double(vm, part, &parts[i]) < 0) return V_ERROR;
    }
    return complex_of_type(vm, type, parts[0], parts[1]);
}

static void dealloc(Vm *vm, Object *o) { object_dispose(vm, o, sizeof(Complex)); }

static int hash_slot(Vm *vm, Value self, i64 *hash) {
    Pair z = pair_of(self);
    u64 real = z.real == z.real ? (u64)float_hash(z.real) : self >> 4,
        imag = z.imag == z.imag ? (u64)float_hash(z.imag) : self >> 4;
    *hash = (i64)(real + imag * 1000003u);
    if (*hash == -1) *hash = -2;
    return 0;
}

static int truth_slot(Vm *vm, Value self) { return pair_of(self).real != 0 || pair_of(self).imag != 0; }

static Value conjugate(Vm *vm, const Value *args, u32 n) {
    return complex_new(vm, pair_of(args[0]).real, -pair_of(args[0]).imag);
}

static Value to_complex(Vm *vm, const Value *args, u32 n) {
    return value_is(args[0], T_COMPLEX) ? own(args[0]) : pair_value(vm, pair_of(args[0]));
}

static Value getnewargs(Vm *vm, const Value *args, u32 n) {
    Pair z = pair_of(args[0]);
    Tuple *pair = tuple_pack(vm, 2, value_float(z.real), value_float(z.imag));
    return pair ? value_object(pair) : V_ERROR;
}

static Value from_number(Vm *vm, const Value *args, u32 n) {
    bool exact_type = args[0] == value_object(vm_type(vm, T_COMPLEX));
    if (value_is(args[1], T_COMPLEX) && exact_type) return own(args[1]);
    if (is_complex(args[1]) || (!is_float(args[1]) && !is_small(args[1]) && !is_bool(args[1]))) return V_PYTHON;
    double d;
    if (number_double(vm, args[1], &d) < 0) return V_ERROR;
    Value z = complex_new(vm, d, 0.0);
    if (z == V_ERROR || exact_type) return z;
    Value made = call(vm, args[0], &z, 1);
    decref(vm, z);
    return made;
}

// As on 64-bit CPython.
static Value size_of(Vm *vm, const Value *args, u32 n) { return value_small(32); }

static const NativeDef methods[] = {
    {"__sizeof__", "($self, /)", size_of, NULL, 0},
    {"from_number", "($type, number, /)", from_number, "_float.complex_from_number", NATIVE_CLASS},
    {"conjugate", "($self, /)", conjugate, NULL, 0},
    {"__complex__", "($self, /)", to_complex, NULL, 0},
    {"__getnewargs__", "($self, /)", getnewargs, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};

static Value get_real(Vm *vm, Value self) { return value_float(pair_of(self).real); }
static Value get_imag(Vm *vm, Value self) { return value_float(pair_of(self).imag); }

static const GetSetDef getset[] = {
    {"real", get_real, NULL},
    {"imag", get_imag, NULL},
    {NULL, NULL, NULL},
};

static const SlotPython in_python[] = {
    {SLOT_FORMAT, 0, "_float.format"},
    {0, 0, NULL},
};

const TypeSpec complex_spec = {
    .name = "complex",
    .base = T_OBJECT,
    .size = sizeof(Complex),
    .attrs = offsetof(Complex, attrs),
    .flags = TYPE_NO_DICT,
    .slots =
        {
            .dealloc = dealloc,
            .repr = repr_slot,
            .format = complex_format,
            .hash = hash_slot,
            .compare = compare_slot,
            .truth = truth_slot,
            .binary = binary_slot,
            .power = power_slot,
            .unary = unary_slot,
        },
    .make = {"__new__", "($type, real=0, imag=0)", make, "_float.make_complex", 0},
    .methods = methods,
    .getset = getset,
    .python = in_python,
};
