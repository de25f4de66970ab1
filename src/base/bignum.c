// bignum.c: the arithmetic of large integers, signs left to the caller. Linear work first, then products (schoolbook,
// and Karatsuba for long ones), division (Knuth's algorithm D), text and doubles.
#include "base/bignum.h"

#include "base/floatbits.h"

#define KARATSUBA_FROM 48         // digits of the shorter factor; below, schoolbook is faster
#define STEPS_PER_QUESTION 500000 // digit products between two questions, about a millisecond

// Counts work and asks now and then whether to go on.
static bool work_on(BigWork *work, size_t steps) {
    u64 sum = (u64)work->steps + steps;
    work->steps = (u32)sum;
    if (likely(sum < STEPS_PER_QUESTION)) return true;
    work->steps = 0;
    return !work->go_on || work->go_on(work->context);
}

static u32 *digits_alloc(BigWork *work, size_t n) {
    if (n > SIZE_MAX / 4) return NULL;
    return mem_alloc(work->mem, n * 4);
}

static void digits_copy(u32 *to, const u32 *from, size_t n) {
    if (n) memmove(to, from, n * 4);
}

size_t big_from_u64(u32 *to, u64 value) {
    to[0] = (u32)value;
    to[1] = (u32)(value >> 32);
    return big_trim(to, 2);
}

u64 big_to_u64(const u32 *a, size_t n) { return (n > 0 ? a[0] : 0) | (u64)(n > 1 ? a[1] : 0) << 32; }

// ------------------------------------------------------------------------------------------------ linear work

int big_compare(const u32 *a, size_t na, const u32 *b, size_t nb) {
    if (na != nb) return na < nb ? -1 : 1;
    while (na--) {
        if (a[na] != b[na]) return a[na] < b[na] ? -1 : 1;
    }
    return 0;
}

// r = a + b for na >= nb, na digits and the carry.
static u32 add_digits(u32 *r, const u32 *a, size_t na, const u32 *b, size_t nb) {
    u64 sum = 0;
    size_t i = 0;
    for (; i < nb; i++, sum >>= 32) {
        sum += (u64)a[i] + b[i];
        r[i] = (u32)sum;
    }
    for (; i < na; i++, sum >>= 32) {
        sum += a[i];
        r[i] = (u32)sum;
    }
    return (u32)sum;
}

// r = a - b for na >= nb, na digits and the borrow.
static u32 sub_digits(u32 *r, const u32 *a, size_t na, const u32 *b, size_t nb) {
    u32 borrow = 0;
    for (size_t i = 0; i < na; i++) {
        u64 difference = (u64)a[i] - (i < nb ? b[i] : 0) - borrow;
        r[i] = (u32)difference;
        borrow = (u32)(difference >> 63);
    }
    return borrow;
}

size_t big_add(u32 *r, const u32 *a, size_t na, const u32 *b, size_t nb) {
    u32 carry = na >= nb ? add_digits(r, a, na, b, nb) : add_digits(r, b, nb, a, na);
    size_t n = na >= nb ? na : nb;
    if (carry) r[n++] = carry;
    return n;
}

size_t big_sub(u32 *r, const u32 *a, size_t na, const u32 *b, size_t nb) {
    sub_digits(r, a, na, b, nb);
    return big_trim(r, na);
}

size_t big_mul_small(u32 *r, const u32 *a, size_t n, u32 factor, u32 more) {
    u64 carry = more;
    for (size_t i = 0; i < n; i++, carry >>= 32) {
        carry += (u64)a[i] * factor;
        r[i] = (u32)carry;
    }
    if (carry) r[n++] = (u32)carry;
    return big_trim(r, n);
}

u32 big_div_small(u32 *q, size_t *nq, const u32 *a, size_t n, u32 divisor) {
    u64 rest = 0;
    for (size_t i = n; i--;) {
        rest = rest << 32 | a[i];
        u64 quotient = rest / divisor;
        q[i] = (u32)quotient;
        rest -= quotient * divisor;
    }
    *nq = big_trim(q, n);
    return (u32)rest;
}

size_t big_shift_left(u32 *r, const u32 *a, size_t n, size_t bits) {
    if (!n) return 0;
    size_t whole = bits / 32;
    u32 part = bits % 32;
    u64 high = 0; // of two neighbouring digits the upper bits of the lower one move up
    for (size_t i = n; i--;) {
        u64 pair = (u64)a[i] << part;
        r[i + whole + 1] = (u32)(high | pair >> 32);
        high = (u32)pair;
    }
    r[whole] = (u32)high;
    memset(r, 0, whole * 4);
    return big_trim(r, n + whole + 1);
}

size_t big_shift_right(u32 *r, const u32 *a, size_t n, size_t bits, bool *lost) {
    size_t whole = bits / 32;
    u32 part = bits % 32;
    if (whole > n) whole = n, part = 0;
    if (lost) {
        u32 dropped = whole < n ? a[whole] & ((1u << part) - 1) : 0;
        for (size_t i = 0; i < whole && !dropped; i++) dropped = a[i];
        *lost = dropped != 0;
    }
    for (size_t i = whole; i < n; i++) {
        u64 pair = a[i] | (u64)(i + 1 < n ? a[i + 1] : 0) << 32;
        r[i - whole] = (u32)(pair >> part);
    }
    return big_trim(r, n - whole);
}

u64 big_bit_length(const u32 *a, size_t n) { return n ? (u64)n * 32 - (u32)__builtin_clz(a[n - 1]) : 0; }

u64 big_bit_count(const u32 *a, size_t n) {
    u64 count = 0;
    for (size_t i = 0; i < n; i++) {
        u32 x = a[i];
        x -= x >> 1 & 0x55555555;
        x = (x & 0x33333333) + (x >> 2 & 0x33333333);
        count += ((x + (x >> 4)) & 0x0F0F0F0F) * 0x01010101 >> 24;
    }
    return count;
}

u64 big_trailing_zeros(const u32 *a, size_t n) {
    size_t i = 0;
    while (i < n && !a[i]) i++;
    return i < n ? (u64)i * 32 + (u32)__builtin_ctz(a[i]) : 0;
}

// ------------------------------------------------------------------------------------------------ products

// r = a * b, na + nb digits, each at least 1.
static void mul_school(u32 *r, const u32 *a, size_t na, const u32 *b, size_t nb) {
    memset(r, 0, nb * 4);
    for (size_t i = 0; i < na; i++) {
        u64 factor = a[i], carry = 0;
        for (size_t j = 0; j < nb; j++, carry >>= 32) {
            carry += factor * b[j] + r[i + j];
            r[i + j] = (u32)carry;
        }
        r[i + nb] = (u32)carry;
    }
}

// r = |a - b| over n digits, where b has nb <= n; was a the smaller one?
static bool sub_absolute(u32 *r, const u32 *a, size_t n, const u32 *b, size_t nb) {
    size_t ta = big_trim(a, n), tb = big_trim(b, nb);
    bool less = big_compare(a, ta, b, tb) < 0;
    memset(r, 0, n * 4);
    if (less) sub_digits(r, b, tb, a, ta);
    else sub_digits(r, a, ta, b, tb);
    return less;
}

// r = a * b for two factors of n digits, with KARATSUBA_SCRATCH(n) digits of scratch. With a = a1 B + a0:
//
//      a * b = a1 b1 B^2 + (a1 b1 + a0 b0 - (a0 - a1)(b0 - b1)) B + a0 b0
//
//      scratch = { |a0 - a1| * |b0 - b1| : 2h } { the middle : 2h + 1, or scratch of the three products }
#define KARATSUBA_SCRATCH(n) (2 * (n) + 256)
static bool mul_karatsuba(BigWork *work, u32 *r, const u32 *a, const u32 *b, size_t n, u32 *scratch) {
    if (n < KARATSUBA_FROM) {
        mul_school(r, a, n, b, n);
        return work_on(work, n * n);
    }
    size_t h = (n + 1) / 2, top = n - h; // low halves have h digits, high ones top <= h
    u32 *middle = scratch + 2 * h;
    bool minus = sub_absolute(r, a, h, a + h, top);
    minus ^= sub_absolute(r + h, b, h, b + h, top);
    if (!mul_karatsuba(work, scratch, r, r + h, h, middle)) return false;
    if (!mul_karatsuba(work, r, a, b, h, middle)) return false;
    if (!mul_karatsuba(work, r + 2 * h, a + h, b + h, top, middle)) return false;

    u32 carry = add_digits(middle, r, 2 * h, r + 2 * h, 2 * top);
    if (minus) carry += add_digits(middle, middle, 2 * h, scratch, 2 * h);
    else carry -= sub_digits(middle, middle, 2 * h, scratch, 2 * h);
    middle[2 * h] = carry;
    size_t room = 2 * n - h, used = big_trim(middle, 2 * h + 1);
    add_digits(r + h, r + h, room, middle, used);
    return true;
}

BigStatus big_mul(BigWork *work, u32 *r, size_t *nr, const u32 *a, size_t na, const u32 *b, size_t nb) {
    if (na < nb) { // a is the longer one from here on
        const u32 *digits = a;
        size_t n = na;
        a = b, na = nb;
        b = digits, nb = n;
    }
    if (!nb) {
        *nr = 0;
        return BIG_OK;
    }
    // The longer factor in slices: as long as the shorter one for Karatsuba, else as long as a question can wait.
    bool school = nb < KARATSUBA_FROM;
    size_t slice = school ? STEPS_PER_QUESTION / nb : nb;
    if (school && na <= slice) {
        mul_school(r, b, nb, a, na);
        *nr = big_trim(r, na + nb);
        return work_on(work, na * nb) ? BIG_OK : BIG_STOPPED;
    }
    //      scratch = { one product : slice + nb } { the last slice, filled up with zeros : nb } { for Karatsuba }
    size_t scratch_n = slice + 2 * nb + (school ? 0 : KARATSUBA_SCRATCH(nb));
    u32 *product = digits_alloc(work, scratch_n);
    if (!product) return BIG_NO_MEMORY;
    u32 *filled = product + slice + nb, *scratch = filled + nb;
    bool go_on = true;
    for (size_t i = 0; i < na && go_on; i += slice) {
        size_t n = na - i < slice ? na - i : slice;
        const u32 *part = a + i;
        if (school) {
            mul_school(product, b, nb, part, n);
            go_on = work_on(work, n * nb);
        } else {
            if (n < nb) {
                digits_copy(filled, part, n);
                memset(filled + n, 0, (nb - n) * 4);
                part = filled;
            }
            go_on = mul_karatsuba(work, product, part, b, nb, scratch);
        }
        // Its lower nb digits meet the upper ones of the product before, the rest is new.
        u32 carry = i ? add_digits(r + i, product, nb, r + i, nb) : 0;
        if (!i) digits_copy(r, product, nb);
        add_digits(r + i + nb, product + nb, n, &carry, 1);
    }
    mem_free(work->mem, product, scratch_n * 4);
    *nr = big_trim(r, na + nb);
    return go_on ? BIG_OK : BIG_STOPPED;
}

// ------------------------------------------------------------------------------------------------ division

// Knuth's algorithm D. u has nu + 1 digits and becomes the remainder; v has nv >= 2, its top bit set.
static bool div_knuth(BigWork *work, u32 *q, u32 *u, size_t nu, const u32 *v, size_t nv) {
    u64 top = v[nv - 1], next = v[nv - 2];
    for (size_t j = nu - nv + 1; j--;) {
        // A guess from the upper digits, at most one too great after the correction.
        u64 pair = (u64)u[j + nv] << 32 | u[j + nv - 1];
        u64 guess = pair / top, rest = pair - guess * top;
        while (guess >> 32 || guess * next > (rest << 32 | u[j + nv - 2])) {
            guess--;
            rest += top;
            if (rest >> 32) break;
        }
        u64 carry = 0;
        u32 borrow = 0;
        for (size_t i = 0; i < nv; i++, carry >>= 32) {
            carry += guess * v[i];
            u64 difference = (u64)u[i + j] - (u32)carry - borrow;
            u[i + j] = (u32)difference;
            borrow = (u32)(difference >> 63);
        }
        u64 difference = (u64)u[j + nv] - carry - borrow;
        u[j + nv] = (u32)difference;
        if (unlikely(difference >> 63)) {
            guess--;
            u[j + nv] += add_digits(u + j, u + j, nv, v, nv);
        }
        if (q) q[j] = (u32)guess;
        if (!work_on(work, nv)) return false;
    }
    return true;
}

BigStatus big_divmod(BigWork *work, u32 *q, size_t *nq, u32 *r, size_t *nr, const u32 *a, size_t na, const u32 *b,
                     size_t nb) {
    if (big_compare(a, na, b, nb) < 0) {
        digits_copy(r, a, na);
        *nr = na;
        if (q) *nq = 0;
        return BIG_OK;
    }
    if (nb == 1) {
        u64 rest = 0;
        if (q) rest = big_div_small(q, nq, a, na, b[0]);
        for (size_t i = na; i-- && !q;) rest = (rest << 32 | a[i]) % b[0];
        r[0] = (u32)rest;
        *nr = big_trim(r, 1);
        return BIG_OK;
    }
    size_t scratch_n = na + 1 + nb + 1;
    u32 *u = digits_alloc(work, scratch_n);
    if (!u) return BIG_NO_MEMORY;
    u32 *v = u + na + 1;
    size_t shift = (size_t)__builtin_clz(b[nb - 1]);
    u[na] = 0;
    big_shift_left(u, a, na, shift);
    big_shift_left(v, b, nb, shift);
    bool done = div_knuth(work, q, u, na, v, nb);
    if (done) {
        if (q) *nq = big_trim(q, na - nb + 1);
        *nr = big_shift_right(r, u, big_trim(u, nb), shift, NULL);
    }
    mem_free(work->mem, u, scratch_n * 4);
    return done ? BIG_OK : BIG_STOPPED;
}

// ------------------------------------------------------------------------------------------------ text

INLINE u32 log2_floor(u32 base) { return 31 - (u32)__builtin_clz(base); }
INLINE bool is_power_of_two(u32 base) { return !(base & (base - 1)); }

size_t big_text_room(size_t n, u32 base) {
    u64 room = (u64)n * 32 / log2_floor(base) + 2;
    return room > SIZE_MAX ? SIZE_MAX : (size_t)room;
}

size_t big_digits_room(size_t n, u32 base) {
    u32 bits = log2_floor(base) + !is_power_of_two(base);
    return (size_t)((u64)n * bits / 32 + 1);
}

// The greatest power of the base in one digit, and its exponent.
static u32 chunk_of(u32 base, u32 *exponent) {
    u64 power = base;
    *exponent = 1;
    for (; power * base <= UINT32_MAX; power *= base) ++*exponent;
    return (u32)power;
}

static char *digit_before(char *at, u32 digit) {
    *--at = (char)(digit < 10 ? '0' + digit : 'a' - 10 + digit);
    return at;
}

BigStatus big_to_text(BigWork *work, char *to, size_t *length, const u32 *a, size_t n, u32 base) {
    size_t room = big_text_room(n, base);
    char *end = to + room, *at = end; // written from the end, then moved to the front
    if (is_power_of_two(base)) {
        u32 step = log2_floor(base);
        u64 bits = 0, have = 0; // bits not yet written
        for (size_t i = 0; i < n; i++) {
            bits |= (u64)a[i] << have;
            for (have += 32; have >= step; have -= step, bits >>= step) at = digit_before(at, (u32)bits & (base - 1));
        }
        if (bits) at = digit_before(at, (u32)bits);
    } else {
        u32 on_stack[96], exponent, chunk = chunk_of(base, &exponent);
        u32 *left = n <= countof(on_stack) ? on_stack : digits_alloc(work, n);
        if (!left) return BIG_NO_MEMORY;
        digits_copy(left, a, n);
        bool go_on = true;
        for (size_t m = n; m && go_on;) {
            go_on = work_on(work, m * 4); // a division takes as long as several products
            u32 digits = big_div_small(left, &m, left, m, chunk);
            for (u32 i = 0; i < exponent && (m || digits); i++, digits /= base) at = digit_before(at, digits % base);
        }
        if (left != on_stack) mem_free(work->mem, left, n * 4);
        if (!go_on) return BIG_STOPPED;
    }
    while (at < end && *at == '0') at++;
    if (at == end) at = digit_before(at, 0);
    *length = (size_t)(end - at);
    memmove(to, at, *length);
    return BIG_OK;
}

u32 big_digit_value(u32 c) {
    if (c - '0' < 10) return c - '0';
    c |= 32;
    return c - 'a' < 26 ? c - 'a' + 10 : 255;
}

BigStatus big_from_text(BigWork *work, u32 *r, size_t *nr, const char *text, size_t n, u32 base) {
    size_t have = 0;
    if (is_power_of_two(base)) {
        u32 step = log2_floor(base), bits_n = 0;
        u64 bits = 0;
        for (size_t i = n; i--;) {
            bits |= (u64)big_digit_value((u8)text[i]) << bits_n;
            bits_n += step;
            if (bits_n < 32) continue;
            r[have++] = (u32)bits;
            bits >>= 32;
            bits_n -= 32;
        }
        if (bits) r[have++] = (u32)bits;
        *nr = big_trim(r, have);
        return BIG_OK;
    }
    u32 exponent, chunk = chunk_of(base, &exponent);
    // The first group takes what does not fill a whole one.
    for (size_t i = 0, group = n % exponent; i < n; i += group, group = exponent) {
        if (!group) group = exponent;
        u32 value = 0;
        for (size_t k = i; k < i + group; k++) value = value * base + big_digit_value((u8)text[k]);
        have = big_mul_small(r, r, have, chunk, value);
        if (!work_on(work, have)) return BIG_STOPPED;
    }
    *nr = have;
    return BIG_OK;
}

// ------------------------------------------------------------------------------------------------ doubles

double big_to_double(const u32 *a, size_t n, bool *overflow) {
    // The upper three digits hold 65 bits or more; what is below them only says whether there is more.
    u64 mantissa = 0;
    bool more = false;
    i64 exponent = 0;
    if (n <= 2) mantissa = big_to_u64(a, n);
    else {
        u32 zeros = (u32)__builtin_clz(a[n - 1]);
        u64 high = (u64)a[n - 1] << 32 | a[n - 2];
        u64 low = (u64)a[n - 3] << zeros;
        mantissa = high << zeros | low >> 32;
        more = (u32)low != 0;
        for (size_t i = n - 3; i-- && !more;) more = a[i] != 0;
        exponent = ((i64)n - 2) * 32 - zeros;
    }
    double value = float_round(mantissa, more, exponent);
    *overflow = !float_is_finite(value);
    return value;
}

size_t big_from_double(u32 *r, double value) {
    u64 mantissa;
    int exponent;
    float_split(value, &mantissa, &exponent);
    if (exponent < 0) return exponent <= -64 ? 0 : big_from_u64(r, mantissa >> -exponent);
    return big_shift_left(r, r, big_from_u64(r, mantissa), (size_t)exponent);
}
