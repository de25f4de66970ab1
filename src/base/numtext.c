// numtext.c: doubles to digits, and digits to text.
//
// Shortest digits come from Schubfach (R. Giulietti, "The Schubfach way to render doubles", 2020); digits to a given
// precision from one 192-bit product, and from exact integers in the rare case where that is not decisive.
#include "base/numtext.h"

#include "base/bignum.h"
#include "base/floatbits.h"
#include "base/pow10.h"

// ------------------------------------------------------------------------------------------------ digits

int numtext_u64(u64 value, char *to) {
    char digits[20];
    int n = 0;
    do digits[n++] = (char)('0' + value % 10);
    while (value /= 10);
    for (int i = 0; i < n; i++) to[i] = digits[n - 1 - i];
    return n;
}

// The digits of value * 10^scale.
static int digits_of(u64 value, int scale, char *digits, int *exponent) {
    *exponent = 0;
    if (!value) return 0;
    int n = numtext_u64(value, digits);
    *exponent = n - 1 + scale;
    while (digits[n - 1] == '0') n--;
    return n;
}

// The product cp * g / 2^128, rounded so that a fraction shows in the last bit.
static u64 round_to_odd(u64 hi, u64 lo, u64 cp) {
    u64 p2, p1, p0;
    mul_three(cp, hi, lo, &p2, &p1, &p0);
    return p2 | (p1 > 1);
}

int numtext_shortest(double value, char *digits, int *exponent) {
    u64 c, hi, lo;
    int q;
    float_split(value, &c, &q);
    // A whole number below 2^53 is its own shortest text.
    if (q <= 0 && q > -53 && !(c & ((1ull << -q) - 1))) return digits_of(c >> -q, 0, digits, exponent);
    if (!c) return digits_of(0, 0, digits, exponent);

    // All that lies between the neighbours' midpoints reads back as the value. k is the greatest exponent for which
    // that interval is wide enough to be sure to hold a multiple of 10^k; the same interval in quarters of 10^k is
    // low..high.
    bool closer_below = c == FLOAT_HIDDEN && q > -1074;
    bool odd = c & 1; // the midpoints themselves belong to an even mantissa
    int k = (q * 1262611 - (closer_below ? 524031 : 0)) >> 22;
    int h = q + pow10_log2(-k) + 1;
    pow10_mantissa(-k, &hi, &lo);
    u64 middle = round_to_odd(hi, lo, 4 * c << h);
    u64 low = round_to_odd(hi, lo, (4 * c - (closer_below ? 1 : 2)) << h) + odd;
    u64 high = round_to_odd(hi, lo, (4 * c + 2) << h) - odd;
    u64 s = middle / 4;
    if (s >= 10) { // one digit fewer?
        u64 tens = s / 10;
        bool below = low <= 40 * tens, above = 40 * tens + 40 <= high;
        if (below != above) return digits_of(tens + above, k + 1, digits, exponent);
    }
    bool below = low <= 4 * s, above = 4 * s + 4 <= high;
    if (below != above) return digits_of(s + above, k, digits, exponent);
    u64 half = 4 * s + 2;
    return digits_of(s + (middle > half || (middle == half && (s & 1))), k, digits, exponent);
}

#define FAST_LIMIT 1000000000000000000ull // 10^18

// value * 10^k to the nearest integer, for value = c * 2^q. False when the result has more than 18 digits, or when the
// product is too near to a half to tell.
static bool scaled_integer(u64 c, int q, int k, u64 *result) {
    if (k < POW10_MIN || k > POW10_MAX) return false;
    int zeros = __builtin_clzll(c);
    u64 hi, lo, p2, p1, p0, half = 1ull << 63;
    pow10_mantissa(k, &hi, &lo);
    mul_three(c << zeros, hi, lo, &p2, &p1, &p0);
    int fraction_bits = 127 - pow10_log2(k) - (q - zeros); // of the 192 bits of the product
    *result = 0;
    if (fraction_bits > 192) return true; // less than a half
    int shift = fraction_bits - 128;
    if (shift < 4) return false;
    u64 whole = 0, fraction = p2, rest = p1 | p0;
    if (shift < 64) {
        whole = p2 >> shift;
        fraction = p2 << (64 - shift) | p1 >> shift;
        rest = p1 << (64 - shift) | p0;
    }
    if (whole >= FAST_LIMIT) return false;
    // A rounded power makes the product too great by less than one unit of `fraction`.
    if (fraction == half && !POW10_EXACT(k)) return false;
    *result = whole + (fraction > half || (fraction == half && (rest || (whole & 1))));
    return true;
}

// All digits of a double, by exact integers: c * 2^q is c * 5^-q * 10^q for a negative q. Answers their number.
static int exact_digits(u64 c, int q, char *digits, int *exponent) {
    u32 big[96];
    size_t length, n = big_from_u64(big, c);
    if (q >= 0) n = big_shift_left(big, big, n, (size_t)q);
    for (int i = q; i < 0;) {
        int step = i < -13 ? 13 : -i;
        u32 five = 1;
        for (int j = 0; j < step; j++) five *= 5;
        n = big_mul_small(big, big, n, five, 0);
        i += step;
    }
    BigWork no_work = {0}; // none is asked for a number of this size
    big_to_text(&no_work, digits, &length, big, n, 10);
    *exponent = (int)length - 1 + (q < 0 ? q : 0);
    return (int)length;
}

// Rounds n digits to the first `keep`, and drops trailing zeros.
static int digits_round(char *digits, int n, int *exponent, int keep) {
    if (keep < 0) n = 0;
    else if (keep < n) {
        bool more = false, odd = keep && ((digits[keep - 1] - '0') & 1);
        for (int i = keep + 1; i < n && !more; i++) more = digits[i] != '0';
        bool up = digits[keep] > '5' || (digits[keep] == '5' && (more || odd));
        n = keep;
        if (up) {
            while (n && digits[n - 1] == '9') n--;
            if (n) digits[n - 1]++;
            else {
                digits[n++] = '1';
                ++*exponent;
            }
        }
    }
    while (n && digits[n - 1] == '0') n--;
    if (!n) *exponent = 0;
    return n;
}

#define TEXT_ROOM 1040 // of the exact digits while they are made: big_text_room(96, 10)

static NOINLINE int exact_rounded(u64 c, int q, int count, bool behind_point, char *digits, int *exponent) {
    char all[TEXT_ROOM];
    int n = exact_digits(c, q, all, exponent);
    i64 keep = behind_point ? (i64)count + *exponent + 1 : count;
    n = digits_round(all, n, exponent, keep > n ? n : keep < 0 ? -1 : (int)keep);
    memcpy(digits, all, (size_t)n);
    return n;
}

int numtext_significant(double value, int count, char *digits, int *exponent) {
    u64 c, scaled;
    int q;
    float_split(value, &c, &q);
    if (!c) return digits_of(0, 0, digits, exponent);
    if (count <= 17) {
        u64 limit = 1;
        for (int i = 0; i < count; i++) limit *= 10;
        // The guess at the exponent may be one too small; then there is one digit too many.
        int k = count - 1 - pow10_of_2(q + 63 - __builtin_clzll(c));
        bool sure = scaled_integer(c, q, k, &scaled);
        if (sure && scaled > limit) sure = scaled_integer(c, q, --k, &scaled);
        if (sure) return digits_of(scaled, -k, digits, exponent);
    }
    return exact_rounded(c, q, count, false, digits, exponent);
}

int numtext_decimals(double value, int count, char *digits, int *exponent) {
    u64 c, scaled;
    int q;
    float_split(value, &c, &q);
    if (!c) return digits_of(0, 0, digits, exponent);
    if (scaled_integer(c, q, count, &scaled)) return digits_of(scaled, -count, digits, exponent);
    return exact_rounded(c, q, count, true, digits, exponent);
}

double numtext_round(double value, int decimals) {
    char text[NUMTEXT_DIGITS + 16];
    int exponent, n = numtext_decimals(value, decimals, text, &exponent);
    double rounded = 0.0;
    if (n) {
        exponent -= n - 1;
        text[n++] = 'e';
        if (exponent < 0) text[n++] = '-';
        n += numtext_u64((u64)(exponent < 0 ? -exponent : exponent), text + n);
        numtext_read(text, (size_t)n, 0, &rounded);
    }
    return float_is_negative(value) ? -rounded : rounded;
}

// ------------------------------------------------------------------------------------------------ text

// `count` digits starting at digit `from`, zeros before the first and behind the last of n.
static char *put_digits(char *at, const char *digits, i64 n, i64 from, i64 count) {
    for (; count > 0 && from < 0; count--, from++) *at++ = '0';
    i64 have = n - from < count ? n - from : count;
    if (have > 0) {
        memcpy(at, digits + from, (size_t)have);
        at += have;
        count -= have;
    }
    if (count > 0) memset(at, '0', (size_t)count), at += count;
    return at;
}

// One layout for all: the digits before the point, `decimals` behind it, and perhaps an exponent.
static void layout(Buf *buf, const char *digits, int n, int exponent, bool scientific, i64 decimals, bool minus,
                   int flags) {
    i64 whole = scientific || exponent < 0 ? 1 : exponent + 1; // digits before the point
    i64 first = !scientific && exponent < 0 ? exponent : 0; // which of the digits is the leading one; before 0: zeros
    char *start = (char *)buf_reserve(buf, (size_t)(whole + decimals) + 16), *at = start;
    if (!start) return;
    if (minus) *at++ = '-';
    at = put_digits(at, digits, n, first, whole);
    if (decimals || (flags & NUMTEXT_ALT)) *at++ = '.';
    at = put_digits(at, digits, n, first + whole, decimals);
    if (scientific) {
        u32 size = (u32)(exponent < 0 ? -exponent : exponent);
        *at++ = flags & NUMTEXT_UPPER ? 'E' : 'e';
        *at++ = exponent < 0 ? '-' : '+';
        if (size < 10) *at++ = '0';
        at += numtext_u64(size, at);
    }
    buf->len += (size_t)(at - start);
}

void numtext_format(Buf *buf, double value, char type, int precision, int flags) {
    bool minus = float_is_negative(value), dot_zero = flags & NUMTEXT_DOT_ZERO, alt = flags & NUMTEXT_ALT;
    if (!float_is_finite(value)) {
        bool upper = flags & NUMTEXT_UPPER;
        if (value != value) buf_text(buf, upper ? "NAN" : "nan");
        else buf_text(buf, (upper ? "-INF" : "-inf") + !minus);
        return;
    }
    char digits[NUMTEXT_DIGITS];
    int n, exponent;
    if (type == 'f') {
        n = numtext_decimals(value, precision, digits, &exponent);
        layout(buf, digits, n, exponent, false, precision, minus, flags);
        return;
    }
    if (type == 'e') {
        n = numtext_significant(value, precision < INT32_MAX ? precision + 1 : precision, digits, &exponent);
        layout(buf, digits, n, exponent, true, precision, minus, flags);
        return;
    }
    // 'g' and 'r': fixed for exponents from -4 up to a limit, and only as many decimals as there are digits.
    int limit = 16;
    if (type == 'r') n = numtext_shortest(value, digits, &exponent);
    else {
        if (!precision) precision = 1;
        limit = precision - dot_zero;
        n = numtext_significant(value, precision, digits, &exponent);
    }
    bool scientific = exponent < -4 || exponent >= limit;
    i64 all = type == 'g' && alt ? precision : n > 0 ? n : 1; // significant digits to show
    i64 decimals = scientific ? all - 1 : all - 1 - exponent;
    if (decimals < 0) decimals = 0;
    if (!decimals && !scientific && dot_zero) decimals = 1;
    layout(buf, digits, n, exponent, scientific, decimals, minus, flags);
}

void numtext_repr(double value, Buf *buf) { numtext_format(buf, value, 'r', 0, NUMTEXT_DOT_ZERO); }
