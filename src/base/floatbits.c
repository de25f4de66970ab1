// floatbits.c: rounding to a double.
#include "base/floatbits.h"

double float_round(u64 mantissa, bool more, i64 exponent) {
    if (!mantissa) return 0.0; // a caller with `more` gives a mantissa of many bits
    int zeros = __builtin_clzll(mantissa);
    mantissa <<= zeros;
    exponent -= zeros;
    // mantissa = 1.bits * 2^63: the double keeps 53 bits of the 64, or fewer below 2^-1022.
    i64 biased = exponent + 63 + 1023;
    if (biased >= 2047) return float_from_bits(FLOAT_INFINITE);
    i64 drop = 11;
    if (biased <= 0) {
        drop += 1 - biased;
        biased = 1;
    }
    if (drop > 64) return 0.0;
    u64 kept = drop == 64 ? 0 : mantissa >> drop;
    u64 rest = mantissa << (64 - drop); // drop is 11 .. 64
    u64 half = 1ull << 63;
    if (rest > half || (rest == half && (more || (kept & 1)))) kept++;
    // A hidden bit in `kept` adds one to the exponent field; a carry out of the fraction adds one more, up to infinity.
    return float_from_bits(((u64)(biased - 1) << 52) + kept);
}
