// floatbits.h: doubles as their 64 bits, and the one place where a longer mantissa is rounded to a double.
#ifndef AITER_FLOATBITS_H
#define AITER_FLOATBITS_H

#include "base/base.h"

//   63   62 .. 52   51 .. 0
//  sign  exponent   fraction     value = 1.fraction * 2^(exponent - 1023), or 0.fraction * 2^-1022 when exponent is 0
#define FLOAT_HIDDEN (1ull << 52)
#define FLOAT_FRACTION (FLOAT_HIDDEN - 1)
#define FLOAT_INFINITE 0x7FF0000000000000ull

INLINE u64 float_to_bits(double value) {
    u64 bits;
    memcpy(&bits, &value, 8);
    return bits;
}

INLINE double float_from_bits(u64 bits) {
    double value;
    memcpy(&value, &bits, 8);
    return value;
}

INLINE bool float_is_negative(double value) { return float_to_bits(value) >> 63; }
INLINE bool float_is_finite(double value) { return (float_to_bits(value) & FLOAT_INFINITE) != FLOAT_INFINITE; }

// |value| = *mantissa * 2^*exponent for a finite value; the mantissa is below 2^53.
INLINE void float_split(double value, u64 *mantissa, int *exponent) {
    u64 bits = float_to_bits(value), fraction = bits & FLOAT_FRACTION;
    int biased = (int)(bits >> 52 & 0x7FF);
    *mantissa = biased ? fraction | FLOAT_HIDDEN : fraction;
    *exponent = (biased ? biased : 1) - 1075;
}

// The double nearest to (mantissa + a bit less than 1 if `more`) * 2^exponent, half to even; infinite when too great.
double float_round(u64 mantissa, bool more, i64 exponent);

#endif
