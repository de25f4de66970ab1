// math_special.c: the gamma function and logarithms, computed as CPython computes them, to the last digit.
#include "mod/math_impl.h"

#include "base/floatbits.h"

#define PI 3.141592653589793238462643383279502884

// ------------------------------------------------------------------------------------------------ gamma

// Lanczos' approximation with the coefficients that Boost found for g = 6.0246…
#define LANCZOS_G 6.024680040776729583740234375
#define LANCZOS_G_MINUS_HALF 5.524680040776729583740234375
static const double lanczos_top[] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double lanczos_bottom[] = {
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0,
};
#define LANCZOS_N ((int)countof(lanczos_top))

// x > 0. From above when x is large, so that no power of it overflows.
static double lanczos_sum(double x) {
    double top = 0.0, bottom = 0.0;
    for (int k = 0; k < LANCZOS_N; k++) {
        int i = x < 5.0 ? LANCZOS_N - 1 - k : k;
        top = (x < 5.0 ? top * x : top / x) + lanczos_top[i];
        bottom = (x < 5.0 ? bottom * x : bottom / x) + lanczos_bottom[i];
    }
    return top / bottom;
}

static double sin_pi(double x) {
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(PI * y); break;
    case 1: r = cos(PI * (y - 0.5)); break;
    case 2: r = sin(PI * (1.0 - y)); break;
    case 3: r = -cos(PI * (y - 1.5)); break;
    default: r = sin(PI * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

#define NO_GAMMA "expected a noninteger or positive integer, got %S"

// A positive number to a large power, in two steps when one would overflow.
static double times_power(double r, double y, double power, bool divide) {
    bool halves = power >= 139.5;
    double factor = pow(y, halves ? power / 2.0 : power);
    for (int i = 0; i <= halves; i++) r = divide ? r / factor : r * factor;
    return r;
}

MATH_NATIVE(math_gamma) {
    double x;
    Value status = math_doubles(vm, args, 1, &x);
    if (status != V_NONE) return status;
    if (x != x || (isinf(x) && x > 0)) return value_float(x);
    if (isinf(x) || x == 0) return math_input_error(vm, NO_GAMMA, x);
    if (x == floor(x)) {
        if (x < 0) return math_input_error(vm, NO_GAMMA, x);
        if (x <= 23) {
            double factorial = 1.0;
            for (int i = 2; i < (int)x; i++) factorial *= i; // exact up to 22!
            return value_float(factorial);
        }
    }
    double size = fabs(x), r;
    if (size < 1e-20) {
        r = 1.0 / x;
        return isinf(r) ? math_range_error(vm) : value_float(r);
    }
    if (size > 200.0) return x < 0 ? value_float(0.0 / sin_pi(x)) : math_range_error(vm);

    double y = size + LANCZOS_G_MINUS_HALF, error; // what was lost in that sum
    if (size > LANCZOS_G_MINUS_HALF) error = y - size - LANCZOS_G_MINUS_HALF;
    else error = y - LANCZOS_G_MINUS_HALF - size;
    error = error * LANCZOS_G / y;
    if (x < 0) {
        r = -PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        r -= error * r;
    } else {
        r = lanczos_sum(size) / exp(y);
        r += error * r;
    }
    r = times_power(r, y, size - 0.5, x < 0);
    return isinf(r) ? math_range_error(vm) : value_float(r);
}

MATH_NATIVE(math_lgamma) {
    double x;
    Value status = math_doubles(vm, args, 1, &x);
    if (status != V_NONE) return status;
    if (x != x) return value_float(x);
    if (isinf(x)) return value_float(INFINITY);
    if (x == floor(x) && x <= 2.0) return x <= 0 ? math_input_error(vm, NO_GAMMA, x) : value_float(0.0);
    double size = fabs(x);
    if (size < 1e-20) return value_float(-log(size));
    double r = log(lanczos_sum(size)) - LANCZOS_G;
    r += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
    if (x < 0) r = 1.144729885849400174143427351353058711647 - log(fabs(sin_pi(size))) - log(size) - r; // log(pi) - …
    return isinf(r) ? math_range_error(vm) : value_float(r);
}

// ------------------------------------------------------------------------------------------------ logarithms

// Ints too large for a double have logarithms all the same: their upper bits, and how many there are below.
static NOINLINE Value logarithm(Vm *vm, Value v, double (*function)(double)) {
    double x;
    if (is_int(v)) {
        if (int_sign(v) <= 0) return raise_value(vm, "expected a positive input");
        if (int_to_double(v, &x)) return value_float(function(x));
        u64 bits = int_bit_length(v);
        Value by = int_from_u64(vm, bits - 64);
        Value top = by == V_ERROR ? by : int_binary(vm, OP_RSHIFT, v, by);
        decref(vm, by);
        if (top == V_ERROR) return top;
        IntView view;
        int_view(top, &view);
        // Of the bits that were cut off, rounding only asks whether one is set.
        IntView all;
        int_view(v, &all);
        bool more = big_trailing_zeros(all.digits, all.count) < bits - 64;
        double fraction = float_round(big_to_u64(view.digits, view.count), more, -64);
        decref(vm, top);
        return value_float(function(fraction) + function(2.0) * (double)bits);
    }
    Value status = math_doubles(vm, &v, 1, &x);
    if (status != V_NONE) return status;
    if (x <= 0 || (isinf(x) && x < 0)) return math_input_error(vm, "expected a positive input, got %S", x);
    return value_float(function(x));
}

MATH_NATIVE(math_log) {
    Value top = logarithm(vm, args[0], log);
    if (is_marker(top) || args[1] == V_UNSET) return top;
    Value below = logarithm(vm, args[1], log);
    return is_marker(below) ? below : float_binary(vm, OP_TRUEDIV, float_get(top), float_get(below));
}
MATH_NATIVE(math_log2) { return logarithm(vm, args[0], log2); }
MATH_NATIVE(math_log10) { return logarithm(vm, args[0], log10); }
