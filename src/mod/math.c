// math.c: the module math: elementary functions by the C library, with CPython's errors, and the table of them all.
// What calls Python (an argument with a __float__ of its own, an iterable) or takes long is _math.py's.
#include "mod/math_impl.h"

#include "base/floatbits.h"
#include "obj/module_def.h"
#include "obj/dict.h"
#include "obj/str.h"

#define PI 3.141592653589793238462643383279502884

Value math_doubles(Vm *vm, const Value *args, u32 n, double *out) {
    for (u32 i = 0; i < n; i++) {
        int status = value_to_double(vm, args[i], &out[i]);
        if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    }
    return V_NONE;
}

Value math_domain_error(Vm *vm) { return raise_value(vm, "math domain error"); }
Value math_range_error(Vm *vm) { return raise_overflow(vm, "math range error"); }

Value math_input_error(Vm *vm, const char *format, double x) {
    Value text = float_repr(vm, x);
    if (text == V_ERROR) return text;
    raise_value(vm, format, str_get(text));
    decref(vm, text);
    return V_ERROR;
}

bool math_items(Value v, const Value **items, u32 *n) {
    if (value_is(v, T_LIST)) return *items = list_get(v)->items, *n = list_get(v)->len, true;
    if (value_is(v, T_TUPLE)) return *items = tuple_get(v)->items, *n = tuple_get(v)->len, true;
    return false;
}

// ------------------------------------------------------------------------------------------------ one argument

// A NaN out of a number is a domain error; an infinity out of a finite one an overflow, or a domain error when `domain`
// (the message of that error, NULL: the general one) is given.
static NOINLINE Value one(Vm *vm, const Value *args, double (*function)(double), const char *domain) {
    double x;
    Value status = math_doubles(vm, args, 1, &x);
    if (status != V_NONE) return status;
    double r = function(x);
    if (likely(r - r == 0)) return value_float(r);
    if ((r != r && x == x) || (isinf(r) && float_is_finite(x) && domain)) {
        return domain ? math_input_error(vm, domain, x) : math_domain_error(vm);
    }
    if (isinf(r) && float_is_finite(x)) return math_range_error(vm);
    return value_float(r);
}

#define UNIT "expected a number in range from -1 up to 1, got %S"
#define FINITE "expected a finite input, got %S"

static MATH_NATIVE(m_acos) { return one(vm, args, acos, UNIT); }
static MATH_NATIVE(m_acosh) { return one(vm, args, acosh, "expected argument value not less than 1, got %S"); }
static MATH_NATIVE(m_asin) { return one(vm, args, asin, UNIT); }
static MATH_NATIVE(m_asinh) { return one(vm, args, asinh, NULL); }
static MATH_NATIVE(m_atan) { return one(vm, args, atan, NULL); }
static MATH_NATIVE(m_atanh) { return one(vm, args, atanh, "expected a number between -1 and 1, got %S"); }
static MATH_NATIVE(m_cbrt) { return one(vm, args, cbrt, NULL); }
static MATH_NATIVE(m_cos) { return one(vm, args, cos, FINITE); }
static MATH_NATIVE(m_cosh) { return one(vm, args, cosh, NULL); }
static MATH_NATIVE(m_erf) { return one(vm, args, erf, NULL); }
static MATH_NATIVE(m_erfc) { return one(vm, args, erfc, NULL); }
static MATH_NATIVE(m_exp) { return one(vm, args, exp, NULL); }
static MATH_NATIVE(m_exp2) { return one(vm, args, exp2, NULL); }
static MATH_NATIVE(m_expm1) { return one(vm, args, expm1, NULL); }
static MATH_NATIVE(m_fabs) { return one(vm, args, fabs, NULL); }
static MATH_NATIVE(m_sin) { return one(vm, args, sin, FINITE); }
static MATH_NATIVE(m_sinh) { return one(vm, args, sinh, NULL); }
static MATH_NATIVE(m_sqrt) { return one(vm, args, sqrt, "expected a nonnegative input, got %S"); }
static MATH_NATIVE(m_tan) { return one(vm, args, tan, FINITE); }
static MATH_NATIVE(m_tanh) { return one(vm, args, tanh, NULL); }

static double log1p_zero(double x) { return x == 0 ? x : log1p(x); } // keeps -0.0 on every libm
static MATH_NATIVE(m_log1p) { return one(vm, args, log1p_zero, "expected argument value > -1, got %S"); }
static double degrees(double x) { return x * (180.0 / PI); }
static double radians(double x) { return x * (PI / 180.0); }

// Functions that have no errors of their own.
static NOINLINE Value plain(Vm *vm, const Value *args, double (*function)(double)) {
    double x;
    Value status = math_doubles(vm, args, 1, &x);
    return status != V_NONE ? status : value_float(function(x));
}
static MATH_NATIVE(m_degrees) { return plain(vm, args, degrees); }
static MATH_NATIVE(m_radians) { return plain(vm, args, radians); }

static double ulp(double x) {
    if (x != x) return x;
    x = fabs(x);
    if (isinf(x)) return x;
    double next = nextafter(x, INFINITY);
    return isinf(next) ? x - nextafter(x, -INFINITY) : next - x;
}
static MATH_NATIVE(m_ulp) { return plain(vm, args, ulp); }

static MATH_NATIVE(m_isfinite) {
    double x;
    Value status = math_doubles(vm, args, 1, &x);
    return status != V_NONE ? status : value_bool(float_is_finite(x));
}
static MATH_NATIVE(m_isinf) {
    double x;
    Value status = math_doubles(vm, args, 1, &x);
    return status != V_NONE ? status : value_bool(isinf(x));
}
static MATH_NATIVE(m_isnan) {
    double x;
    Value status = math_doubles(vm, args, 1, &x);
    return status != V_NONE ? status : value_bool(x != x);
}

static Value pair_value(Vm *vm, Value a, Value b) {
    Value items[2] = {a, b};
    Tuple *pair = tuple_from_take(vm, items, 2);
    return pair ? value_object(pair) : V_ERROR;
}

static MATH_NATIVE(m_frexp) {
    double x;
    int exponent = 0;
    Value status = math_doubles(vm, args, 1, &x);
    if (status != V_NONE) return status;
    if (float_is_finite(x) && x != 0) x = frexp(x, &exponent);
    return pair_value(vm, value_float(x), value_small(exponent));
}

static MATH_NATIVE(m_modf) {
    double x, whole;
    Value status = math_doubles(vm, args, 1, &x);
    if (status != V_NONE) return status;
    if (isinf(x)) return pair_value(vm, value_float(copysign(0.0, x)), value_float(x));
    if (x != x) return pair_value(vm, value_float(x), value_float(x));
    double part = modf(x, &whole);
    return pair_value(vm, value_float(part), value_float(whole));
}

// floor, ceil and trunc of plain numbers; others have methods of these names, or are made floats.
static NOINLINE Value whole(Vm *vm, Value v, double (*function)(double)) {
    if (is_small(v)) return v;
    if (is_float(v)) return int_from_double(vm, function(float_get(v)));
    if (is_bool(v) || value_is(v, T_INT)) return int_exact(vm, v);
    return V_PYTHON;
}
static MATH_NATIVE(m_floor) { return whole(vm, args[0], floor); }
static MATH_NATIVE(m_ceil) { return whole(vm, args[0], ceil); }
static MATH_NATIVE(m_trunc) { return whole(vm, args[0], trunc); }

// ------------------------------------------------------------------------------------------------ two and three

static MATH_NATIVE(m_atan2) {
    double x[2];
    Value status = math_doubles(vm, args, 2, x);
    return status != V_NONE ? status : value_float(atan2(x[0], x[1]));
}

static MATH_NATIVE(m_copysign) {
    double x[2];
    Value status = math_doubles(vm, args, 2, x);
    return status != V_NONE ? status : value_float(copysign(x[0], x[1]));
}

static MATH_NATIVE(m_fmod) {
    double x[2];
    Value status = math_doubles(vm, args, 2, x);
    if (status != V_NONE) return status;
    if (isinf(x[1]) && float_is_finite(x[0])) return value_float(x[0]);
    double r = fmod(x[0], x[1]);
    if (r != r && x[0] == x[0] && x[1] == x[1]) return math_domain_error(vm);
    return value_float(r);
}

static MATH_NATIVE(m_remainder) {
    double x[2];
    Value status = math_doubles(vm, args, 2, x);
    if (status != V_NONE) return status;
    if (x[0] != x[0]) return value_float(x[0]);
    if (x[1] != x[1]) return value_float(x[1]);
    if (isinf(x[0]) || x[1] == 0) return math_domain_error(vm);
    if (isinf(x[1])) return value_float(x[0]);
    // The library's own loses the sign of a zero with subnormal numbers.
    double a = fabs(x[0]), b = fabs(x[1]), below = fmod(a, b), above = b - below, r;
    if (below < above) r = below;
    else if (below > above) r = -above;
    else r = below - 2.0 * fmod(0.5 * (a - below), b); // half way: to the even quotient
    return value_float(copysign(1.0, x[0]) * r);
}

static MATH_NATIVE(m_pow) {
    double x[2];
    Value status = math_doubles(vm, args, 2, x);
    if (status != V_NONE) return status;
    double a = x[0], b = x[1];
    if (a == 1.0 || b == 0.0) return value_float(1.0);
    if (a != a || b != b) return value_float(a != a ? a : b);
    if (isinf(a) || isinf(b)) {
        if (isinf(a)) { // b may be infinite too
            bool odd = float_is_finite(b) && fmod(fabs(b), 2.0) == 1.0;
            if (b > 0) return value_float(odd ? a : fabs(a));
            return value_float(odd ? copysign(0.0, a) : 0.0);
        }
        if (fabs(a) == 1.0) return value_float(1.0);
        if (b > 0) return value_float(fabs(a) > 1.0 ? b : 0.0);
        return value_float(fabs(a) < 1.0 ? -b : 0.0);
    }
    double r = pow(a, b);
    if (r != r) return math_domain_error(vm);
    if (isinf(r)) return a == 0 ? math_domain_error(vm) : math_range_error(vm);
    return value_float(r);
}

static MATH_NATIVE(m_fma) {
    double x[3];
    Value status = math_doubles(vm, args, 3, x);
    if (status != V_NONE) return status;
    double r = fma(x[0], x[1], x[2]);
    if (likely(float_is_finite(r))) return value_float(r);
    if (r != r) {
        if (x[0] == x[0] && x[1] == x[1] && x[2] == x[2]) return raise_value(vm, "invalid operation in fma");
    } else if (float_is_finite(x[0]) && float_is_finite(x[1]) && float_is_finite(x[2])) {
        return raise_overflow(vm, "overflow in fma");
    }
    return value_float(r);
}

static MATH_NATIVE(m_ldexp) {
    double x;
    i64 by;
    Value status = math_doubles(vm, args, 1, &x);
    if (status != V_NONE) return status;
    if (!is_int(args[1])) return raise_type(vm, "Expected an int as second argument to ldexp.");
    if (x == 0 || !float_is_finite(x)) return value_float(x);
    if (!int_to_i64(args[1], &by)) by = int_sign(args[1]) < 0 ? INT32_MIN : INT32_MAX;
    if (by > INT32_MAX) by = INT32_MAX;
    if (by < INT32_MIN) return value_float(copysign(0.0, x));
    double r = ldexp(x, (int)by);
    return isinf(r) ? math_range_error(vm) : value_float(r);
}

// nextafter(x, y, /, *, steps=None): doubles of one sign are ordered as their bits are.
static MATH_NATIVE(m_nextafter) {
    double x[2];
    i64 steps = 1;
    Value status = math_doubles(vm, args, 2, x);
    if (status != V_NONE) return status;
    if (args[2] != V_UNSET && !is_none(args[2])) {
        int index = value_index_i64(vm, args[2], &steps, true);
        if (index) return index == IS_PYTHON ? V_PYTHON : V_ERROR;
        if (steps < 0) return raise_value(vm, "steps must be a non-negative integer");
        if (!steps) return value_float(x[0]);
    }
    if (x[0] != x[0]) return value_float(x[0]);
    if (x[1] != x[1]) return value_float(x[1]);
    if (x[0] == x[1]) return value_float(x[1]);
    u64 from = float_to_bits(x[0]), to = float_to_bits(x[1]), sign = 1ull << 63;
    u64 from_size = from & ~sign, to_size = to & ~sign, left = (u64)steps;
    if (steps == INT64_MAX) left = UINT64_MAX; // clipped: more than there are doubles
    if ((from ^ to) & sign) {                  // through zero
        if (left >= from_size + to_size) return value_float(x[1]);
        if (left <= from_size) return value_float(float_from_bits(from - left));
        return value_float(float_from_bits((to & sign) | (left - from_size)));
    }
    if (from_size > to_size) return value_float(left >= from_size - to_size ? x[1] : float_from_bits(from - left));
    return value_float(left >= to_size - from_size ? x[1] : float_from_bits(from + left));
}

// isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)
static MATH_NATIVE(m_isclose) {
    double x[4] = {0, 0, 1e-9, 0};
    for (u32 i = 0; i < 4; i++) {
        Value status = args[i] == V_UNSET ? V_NONE : math_doubles(vm, args + i, 1, x + i);
        if (status != V_NONE) return status;
    }
    double a = x[0], b = x[1];
    if (x[2] < 0 || x[3] < 0) return raise_value(vm, "tolerances must be non-negative");
    if (a == b) return V_TRUE;
    if (isinf(a) || isinf(b)) return V_FALSE;
    double difference = fabs(b - a);
    return value_bool(difference <= fabs(x[2] * b) || difference <= fabs(x[2] * a) || difference <= x[3]);
}

// ------------------------------------------------------------------------------------------------ the module

#define ONE "(x, /)"

static const NativeDef math_functions[] = {
    {"acos", ONE, m_acos, "_math.acos", 0},
    {"acosh", ONE, m_acosh, "_math.acosh", 0},
    {"asin", ONE, m_asin, "_math.asin", 0},
    {"asinh", ONE, m_asinh, "_math.asinh", 0},
    {"atan", ONE, m_atan, "_math.atan", 0},
    {"atan2", "(y, x, /)", m_atan2, "_math.atan2", NATIVE_UNPACKED},
    {"atanh", ONE, m_atanh, "_math.atanh", 0},
    {"cbrt", ONE, m_cbrt, "_math.cbrt", 0},
    {"ceil", ONE, m_ceil, "_math.ceil", 0},
    {"comb", "(n, k, /)", math_comb, "_math.comb", NATIVE_UNPACKED},
    {"copysign", "(x, y, /)", m_copysign, "_math.copysign", NATIVE_UNPACKED},
    {"cos", ONE, m_cos, "_math.cos", 0},
    {"cosh", ONE, m_cosh, "_math.cosh", 0},
    {"degrees", ONE, m_degrees, "_math.degrees", 0},
    {"dist", "(p, q, /)", math_dist, "_math.dist", NATIVE_UNPACKED},
    {"erf", ONE, m_erf, "_math.erf", 0},
    {"erfc", ONE, m_erfc, "_math.erfc", 0},
    {"exp", ONE, m_exp, "_math.exp", 0},
    {"exp2", ONE, m_exp2, "_math.exp2", 0},
    {"expm1", ONE, m_expm1, "_math.expm1", 0},
    {"fabs", ONE, m_fabs, "_math.fabs", 0},
    {"factorial", "(n, /)", math_factorial, "_math.factorial", 0},
    {"floor", ONE, m_floor, "_math.floor", 0},
    {"fma", "(x, y, z, /)", m_fma, "_math.fma", NATIVE_UNPACKED},
    {"fmod", "(x, y, /)", m_fmod, "_math.fmod", NATIVE_UNPACKED},
    {"frexp", ONE, m_frexp, "_math.frexp", 0},
    {"fsum", "(seq, /)", math_fsum, "_math.fsum", 0},
    {"gamma", ONE, math_gamma, "_math.gamma", 0},
    {"gcd", "(*integers)", math_gcd, "_math.gcd", 0},
    {"hypot", "(*coordinates)", math_hypot, "_math.hypot", 0},
    {"isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", m_isclose, "_math.isclose", 0},
    {"isfinite", ONE, m_isfinite, "_math.isfinite", 0},
    {"isinf", ONE, m_isinf, "_math.isinf", 0},
    {"isnan", ONE, m_isnan, "_math.isnan", 0},
    {"isqrt", "(n, /)", math_isqrt, "_math.isqrt", 0},
    {"lcm", "(*integers)", math_lcm, "_math.lcm", 0},
    {"ldexp", "(x, i, /)", m_ldexp, "_math.ldexp", NATIVE_UNPACKED},
    {"lgamma", ONE, math_lgamma, "_math.lgamma", 0},
    {"log", "(x, base=None, /)", math_log, "_math.log", NATIVE_UNPACKED},
    {"log10", ONE, math_log10, "_math.log10", 0},
    {"log1p", ONE, m_log1p, "_math.log1p", 0},
    {"log2", ONE, math_log2, "_math.log2", 0},
    {"modf", ONE, m_modf, "_math.modf", 0},
    {"nextafter", "(x, y, /, *, steps=None)", m_nextafter, "_math.nextafter", 0},
    {"perm", "(n, k=None, /)", math_perm, "_math.perm", NATIVE_UNPACKED},
    {"pow", "(x, y, /)", m_pow, "_math.pow", NATIVE_UNPACKED},
    {"prod", "(iterable, /, *, start=1)", math_prod, "_math.prod", 0},
    {"radians", ONE, m_radians, "_math.radians", 0},
    {"remainder", "(x, y, /)", m_remainder, "_math.remainder", NATIVE_UNPACKED},
    {"sin", ONE, m_sin, "_math.sin", 0},
    {"sinh", ONE, m_sinh, "_math.sinh", 0},
    {"sqrt", ONE, m_sqrt, "_math.sqrt", 0},
    {"sumprod", "(p, q, /)", math_sumprod, "_math.sumprod", NATIVE_UNPACKED},
    {"tan", ONE, m_tan, "_math.tan", 0},
    {"tanh", ONE, m_tanh, "_math.tanh", 0},
    {"trunc", ONE, m_trunc, "_math.trunc", 0},
    {"ulp", ONE, m_ulp, "_math.ulp", 0},
    {NULL, NULL, NULL, NULL, 0},
};

static bool fill(Vm *vm, Dict *dict) {
    return dict_set_text(vm, dict, "pi", value_float(PI)) &&
           dict_set_text(vm, dict, "e", value_float(2.718281828459045235360287471352662498)) &&
           dict_set_text(vm, dict, "tau", value_float(2 * PI)) &&
           dict_set_text(vm, dict, "inf", value_float(INFINITY)) && dict_set_text(vm, dict, "nan", value_float(NAN));
}

const ModuleDef math_module = {"math", math_functions, fill};

// _math(name, args): the function of this name, with arguments that it takes as they are; None when it takes long.
static Value call_by_name(Vm *vm, const Value *args, u32 n) {
    Value full[4] = {V_UNSET, V_UNSET, V_UNSET, V_UNSET}; // no function has more parameters
    const Tuple *given = tuple_get(args[1]);
    memcpy(full, given->items, given->len * sizeof(Value));
    for (const NativeDef *def = math_functions; def->name; def++) {
        if (!str_is(str_get(args[0]), def->name)) continue;
        Value result = def->fn(vm, full, given->len);
        return result == V_PYTHON ? V_NONE : result;
    }
    return raise(vm, T_SystemError, "no such function");
}

const NativeDef math_intrinsics[] = {
    {"_math", "(name, args, /)", call_by_name, NULL, 0},
    {"_math_falling", "(n, k, /)", math_falling, NULL, 0},
    {"_math_fsum_add", "(partials, items, /)", math_fsum_add, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};
