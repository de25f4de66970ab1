// numtext_read.c: text to double, correctly rounded for any length. The first 19 digits and one 192-bit product decide
// nearly always; where they do not, the text is compared with the midpoint between two doubles by exact integers.
#include "base/bignum.h"
#include "base/floatbits.h"
#include "base/numtext.h"
#include "base/pow10.h"

#define DIGITS_MOST 800 // a midpoint between two doubles has at most 768: what follows only says "a bit more"

INLINE bool is_digit(char c) { return (u8)(c - '0') < 10; }

typedef struct Scan {
    const char *at, *end;
    bool underscores;
    const char *digits; // the first digit that is not 0
    const char *digits_end;
    u64 leading;  // the value of the first 19 digits from there
    bool more;    // digits other than 0 follow those
    i64 exponent; // the number is leading * 10^exponent, and a bit if `more`
} Scan;

// Steps over one underscore between two digits.
static void skip_underscore(Scan *scan) {
    const char *at = scan->at;
    if (scan->underscores && at + 1 < scan->end && *at == '_' && is_digit(at[-1]) && is_digit(at[1])) scan->at++;
}

// One run of digits, before the point or behind it; answers whether there was any.
static bool scan_digits(Scan *scan, bool behind_point) {
    const char *start = scan->at;
    for (; scan->at < scan->end && is_digit(*scan->at); skip_underscore(scan)) {
        u32 digit = (u32)(*scan->at - '0');
        if (!scan->digits && digit) scan->digits = scan->at;
        if (scan->leading < 1000000000000000000ull) { // fewer than 19 digits yet
            scan->leading = scan->leading * 10 + digit;
            scan->exponent -= behind_point;
        } else {
            scan->more |= digit != 0;
            scan->exponent += !behind_point;
        }
        scan->at++;
        if (digit) scan->digits_end = scan->at;
    }
    return scan->at != start;
}

// Compares the digits of the text, scaled, with m * 2^e2: -1, 0 or 1.
static int compare_exactly(const Scan *scan, u64 m, int e2) {
    char digits[DIGITS_MOST];
    u32 left[160], right[160];
    size_t n = 0, nl, nr;
    bool more = false;
    // The digits again, this time all. The last of them is worth 10^e10.
    for (const char *at = scan->digits; at < scan->digits_end; at++) {
        if (!is_digit(*at)) continue;
        if (n < DIGITS_MOST) digits[n++] = *at;
        else more |= *at != '0';
    }
    u64 leading = scan->leading;
    int leading_n = 0;
    for (; leading; leading /= 10) leading_n++;
    int e10 = (int)(scan->exponent + leading_n - (i64)n);

    BigWork no_work = {0}; // reading digits needs no memory
    big_from_text(&no_work, left, &nl, digits, n, 10);
    nr = big_from_u64(right, m);
    // left * 10^e10 against right * 2^e2, as integers: 5s to one side, 2s to one side.
    for (int fives = e10 < 0 ? -e10 : e10; fives;) {
        int step = fives > 13 ? 13 : fives;
        u32 five = 1;
        for (int i = 0; i < step; i++) five *= 5;
        if (e10 < 0) nr = big_mul_small(right, right, nr, five, 0);
        else nl = big_mul_small(left, left, nl, five, 0);
        fives -= step;
    }
    if (e10 > e2) nl = big_shift_left(left, left, nl, (size_t)(e10 - e2));
    else nr = big_shift_left(right, right, nr, (size_t)(e2 - e10));
    int order = big_compare(left, nl, right, nr);
    return order ? order : more;
}

static double scan_value(const Scan *scan) {
    if (!scan->leading || scan->exponent < -343) return 0.0;
    if (scan->exponent > 308) return float_from_bits(FLOAT_INFINITE);

    // leading * 10^exponent = p2.p1 p0 * 2^.., p2 with its top bit set, as 1.bits * 2^(biased - 1023).
    int k = (int)scan->exponent, zeros = __builtin_clzll(scan->leading);
    u64 hi, lo, p2, p1, p0;
    pow10_mantissa(k, &hi, &lo);
    mul_three(scan->leading << zeros, hi, lo, &p2, &p1, &p0);
    int biased = pow10_log2(k) + 64 - zeros + 1023;
    if (!(p2 >> 63)) {
        p2 = p2 << 1 | p1 >> 63;
        p1 = p1 << 1 | p0 >> 63;
        p0 <<= 1;
        biased--;
    }
    if (biased >= 2047) return float_from_bits(FLOAT_INFINITE);
    int drop = 11; // bits of p2 that the double has no room for; more of them below 2^-1022
    if (biased <= 0) {
        drop += 1 - biased;
        biased = 1;
    }
    if (drop > 65) return 0.0;
    u64 kept = drop < 64 ? p2 >> drop : 0;

    // The true product is less than p2.p1 by at most two units of p1 (a rounded power), or with more digits to come
    // greater by less than 17 units of p2. Is that enough to be on one side of the half?
    u64 half = drop < 65 ? 1ull << (drop - 1) : 0;            // 65: the half is 2^64, just past p2
    u64 above = (p2 - (drop < 64 ? kept << drop : 0)) - half; // modulo 2^64
    bool near = scan->more ? above + 18 <= 20 : !above && p1 < 2;
    bool up;
    if (near && !(POW10_EXACT(k) && !scan->more)) {
        int order = compare_exactly(scan, kept * 2 + 1, biased - 1075 - 1);
        up = order > 0 || (order == 0 && (kept & 1));
    } else if (drop == 65) up = false;
    else up = above < half && (above || p1 || p0 || (kept & 1)); // `above` wrapped around: below the half
    return float_from_bits(((u64)(biased - 1) << 52) + kept + up);
}

// Is the text, in any case, the word at this place? The word is in lower case.
static bool is_word(const Scan *scan, const char *word, size_t n) {
    if ((size_t)(scan->end - scan->at) < n) return false;
    for (size_t i = 0; i < n; i++) {
        if ((scan->at[i] | 32) != word[i]) return false;
    }
    return true;
}

size_t numtext_read(const char *text, size_t n, int flags, double *value) {
    Scan scan = {.at = text, .end = text + n, .underscores = flags & NUMTEXT_UNDERSCORES};
    bool minus = n && *text == '-';
    if (n && (minus || *text == '+')) scan.at++;
    double result;
    if ((flags & NUMTEXT_NAMES) && is_word(&scan, "inf", 3)) {
        scan.at += is_word(&scan, "infinity", 8) ? 8 : 3;
        result = float_from_bits(FLOAT_INFINITE);
    } else if ((flags & NUMTEXT_NAMES) && is_word(&scan, "nan", 3)) {
        scan.at += 3;
        result = float_from_bits(FLOAT_INFINITE | FLOAT_HIDDEN >> 1);
    } else {
        bool any = scan_digits(&scan, false);
        if (scan.at < scan.end && *scan.at == '.') {
            scan.at++;
            bool fraction = scan_digits(&scan, true);
            if (!any && !fraction) return 0;
            any = true;
        }
        if (!any) return 0;
        if (scan.at < scan.end && (*scan.at | 32) == 'e') {
            const char *mark = scan.at++; // back to here when no digits follow
            bool below = scan.at < scan.end && *scan.at == '-';
            if (scan.at < scan.end && (below || *scan.at == '+')) scan.at++;
            i64 exponent = 0;
            if (scan.at == scan.end || !is_digit(*scan.at)) scan.at = mark;
            for (; scan.at > mark && scan.at < scan.end && is_digit(*scan.at); skip_underscore(&scan)) {
                exponent = exponent * 10 + (*scan.at++ - '0');
                if (exponent > INT64_MAX / 16) exponent = INT64_MAX / 16;
            }
            scan.exponent += below ? -exponent : exponent;
        }
        result = scan_value(&scan);
    }
    *value = minus ? -result : result;
    return (size_t)(scan.at - text);
}
