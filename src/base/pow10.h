// pow10.h: powers of ten as 128-bit mantissas, the common ground of printing and reading doubles.
#ifndef AITER_POW10_H
#define AITER_POW10_H

#include "base/base.h"

#define POW10_MIN -364
#define POW10_MAX 363
// 10^k is exactly its mantissa for these; otherwise the mantissa is rounded up, by less than one unit of its last
// place.
#define POW10_EXACT(k) ((k) >= 0 && (k) <= 55)

// 10^k = hi:lo * 2^(pow10_log2(k) - 127), the top bit of hi set.
void pow10_mantissa(int k, u64 *hi, u64 *lo);

// floor(log2(10^k)), and floor(log10(2^k)), for |k| up to 1650.
INLINE int pow10_log2(int k) { return (k * 1741647) >> 19; }
INLINE int pow10_of_2(int k) { return (k * 1262611) >> 22; }

// The high half of a product of two 64-bit numbers, and the low one.
INLINE u64 mul_wide(u64 a, u64 b, u64 *low) {
#ifdef __wasm__ // without a call into the compiler's library
    u64 a0 = (u32)a, a1 = a >> 32, b0 = (u32)b, b1 = b >> 32;
    u64 low_product = a0 * b0, middle = a1 * b0 + (low_product >> 32);
    u64 other = a0 * b1 + (u32)middle;
    *low = other << 32 | (u32)low_product;
    return a1 * b1 + (middle >> 32) + (other >> 32);
#else
    unsigned __int128 product = (unsigned __int128)a * b;
    *low = (u64)product;
    return (u64)(product >> 64);
#endif
}

// m * hi:lo as three words, most significant first.
INLINE void mul_three(u64 m, u64 hi, u64 lo, u64 *p2, u64 *p1, u64 *p0) {
    u64 upper = mul_wide(m, lo, p0);
    *p2 = mul_wide(m, hi, p1);
    *p1 += upper;
    *p2 += *p1 < upper;
}

#endif
