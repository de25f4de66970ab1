// Large integers: small ones against __int128, large ones against each other by identities; text, doubles, being
// stopped, and memory refused.
#include "base/bignum.h"
#include "base/floatbits.h"
#include "unit.h"

#include <math.h>
#include <stdlib.h>

typedef unsigned __int128 u128;

static Mem mem;
static BigWork work = {.mem = &mem};

// Random digits with runs of zeros and ones, trimmed.
static size_t random_big(u32 *to, size_t n) {
    int kind = (int)(unit_random() >> 32) % 4;
    for (size_t i = 0; i < n; i++) {
        u64 r = unit_random();
        to[i] = kind == 0 ? (u32)(r >> 16) : (r >> 40) % 3 == 0 ? 0 : (r >> 40) % 3 == 1 ? UINT32_MAX : (u32)r;
    }
    return big_trim(to, n);
}

static size_t from_u128(u32 *to, u128 value) {
    for (int i = 0; i < 4; i++) to[i] = (u32)(value >> (32 * i));
    return big_trim(to, 4);
}

static u128 to_u128(const u32 *a, size_t n) {
    u128 value = 0;
    for (size_t i = n; i--;) value = value << 32 | a[i];
    return value;
}

static u128 random_u128(void) {
    u128 value = (u128)unit_random() << 64 | unit_random();
    return value >> (unit_random() >> 57);
}

static void small(void) {
    for (int round = 0; round < 200000; round++) {
        u128 x = random_u128(), y = random_u128();
        u32 a[4], b[4], r[8], q[8];
        size_t na = from_u128(a, x), nb = from_u128(b, y), nr, nq;
        CHECK_EQ_INT(big_compare(a, na, b, nb), x < y ? -1 : x > y);
        if (x + y >= x) CHECK(to_u128(r, big_add(r, a, na, b, nb)) == x + y);
        if (x >= y) CHECK(to_u128(r, big_sub(r, a, na, b, nb)) == x - y);
        if (!((x | y) >> 64)) CHECK(big_mul(&work, r, &nr, a, na, b, nb) == BIG_OK && to_u128(r, nr) == x * y);
        if (y) {
            CHECK(big_divmod(&work, q, &nq, r, &nr, a, na, b, nb) == BIG_OK);
            CHECK(to_u128(q, nq) == x / y && to_u128(r, nr) == x % y);
            CHECK(big_divmod(&work, NULL, NULL, r, &nr, a, na, b, nb) == BIG_OK && to_u128(r, nr) == x % y);
        }
        u32 z = (u32)y | 1;
        CHECK(big_div_small(q, &nq, a, na, z) == x % z && to_u128(q, nq) == x / z);
        if (!(x >> 96)) CHECK(to_u128(r, big_mul_small(r, a, na, z, 5)) == x * z + 5);
        u32 bits = (u32)(unit_random() >> 57);
        bool lost;
        CHECK(to_u128(r, big_shift_right(r, a, na, bits, &lost)) == x >> bits);
        CHECK(lost == (bits && x << (128 - bits) != 0));
        if (x << bits >> bits == x) CHECK(to_u128(r, big_shift_left(r, a, na, bits)) == x << bits);
        u64 length = 0, count = 0, zeros = 0;
        for (u128 v = x; v; v >>= 1) length++, count += v & 1;
        for (u128 v = x; v && !(v & 1); v >>= 1) zeros++;
        CHECK(big_bit_length(a, na) == length && big_bit_count(a, na) == count && big_trailing_zeros(a, na) == zeros);
        CHECK(big_to_u64(a, na) == (u64)x);
        bool overflow;
        CHECK(big_to_double(a, na, &overflow) == (double)x && !overflow);
    }
}

// (a + b) * c == a * c + b * c, over lengths on both sides of the Karatsuba threshold.
static void products(void) {
    enum { MOST = 700 };
    static u32 a[MOST], b[MOST], c[MOST], sum[MOST + 1], left[2 * MOST + 1], ac[2 * MOST], bc[2 * MOST + 1];
    for (int round = 0; round < 3000; round++) {
        size_t shape = round % 3 ? MOST : 100;
        size_t na = random_big(a, unit_random() % shape), nb = random_big(b, unit_random() % shape);
        size_t nc = random_big(c, unit_random() % shape), n_left, n_ac, n_bc;
        size_t n_sum = big_add(sum, a, na, b, nb);
        CHECK(big_mul(&work, left, &n_left, sum, n_sum, c, nc) == BIG_OK);
        CHECK(big_mul(&work, ac, &n_ac, c, nc, a, na) == BIG_OK);
        CHECK(big_mul(&work, bc, &n_bc, b, nb, c, nc) == BIG_OK);
        n_bc = big_add(bc, bc, n_bc, ac, n_ac);
        CHECK(big_compare(left, n_left, bc, n_bc) == 0);
        if (n_sum == 0 || nc == 0) CHECK_EQ_INT(n_left, 0);
    }
    // Against one digit at a time.
    for (int round = 0; round < 100; round++) {
        size_t na = random_big(a, 500), nb = random_big(b, 300), n_left, n = 0;
        CHECK(big_mul(&work, left, &n_left, a, na, b, nb) == BIG_OK);
        for (size_t i = nb; i--;) {
            n = big_shift_left(bc, bc, n, 32);
            size_t n_ac = big_mul_small(ac, a, na, b[i], 0);
            n = big_add(bc, bc, n, ac, n_ac);
        }
        CHECK(big_compare(left, n_left, bc, n) == 0);
    }
}

// q * b + r == a, r < b; also with the digits that make Knuth's guess wrong.
static void quotients(void) {
    enum { MOST = 200 };
    static u32 a[MOST], b[MOST], q[MOST], r[MOST], back[2 * MOST];
    for (int round = 0; round < 30000; round++) {
        size_t na = random_big(a, unit_random() % MOST), nb = random_big(b, 1 + unit_random() % (round & 1 ? 6 : MOST));
        size_t nq, nr, n;
        if (!nb) continue;
        CHECK(big_divmod(&work, q, &nq, r, &nr, a, na, b, nb) == BIG_OK);
        CHECK(big_compare(r, nr, b, nb) < 0);
        CHECK(big_mul(&work, back, &n, q, nq, b, nb) == BIG_OK);
        n = big_add(back, back, n, r, nr);
        CHECK(big_compare(back, n, a, na) == 0);
    }
}

static void shifts(void) {
    u32 a[40], left[80], right[80];
    for (int round = 0; round < 20000; round++) {
        size_t n = random_big(a, unit_random() % 40), bits = unit_random() % 1200;
        bool lost;
        size_t n_left = big_shift_left(left, a, n, bits);
        if (n) CHECK(big_bit_length(left, n_left) == big_bit_length(a, n) + bits);
        n_left = big_shift_right(left, left, n_left, bits, &lost);
        CHECK(big_compare(left, n_left, a, n) == 0 && !lost);
        size_t n_right = big_shift_right(right, a, n, bits, &lost);
        n_right = big_shift_left(right, right, n_right, bits);
        CHECK(lost == (big_compare(right, n_right, a, n) != 0));
    }
}

static void texts(void) {
    u32 a[200], back[300];
    static char text[200 * 32 + 2], by_hand[200];
    for (u32 base = 2; base <= 36; base++) {
        for (int round = 0; round < 200; round++) {
            size_t na = random_big(a, unit_random() % (round & 1 ? 3 : 200)), length, n;
            CHECK(big_text_room(na, base) <= sizeof text);
            CHECK(big_to_text(&work, text, &length, a, na, base) == BIG_OK);
            CHECK(length && (text[0] != '0' || length == 1));
            CHECK(big_digits_room(length, base) <= countof(back));
            CHECK(big_from_text(&work, back, &n, text, length, base) == BIG_OK);
            CHECK(big_compare(a, na, back, n) == 0);
            if (na <= 2) { // one digit at a time
                u64 value = big_to_u64(a, na);
                char *end = by_hand + sizeof by_hand - 1, *at = end;
                do *--at = "0123456789abcdefghijklmnopqrstuvwxyz"[value % base];
                while (value /= base);
                CHECK_EQ_BYTES(text, length, at);
            }
        }
    }
    size_t n;
    CHECK(big_from_text(&work, back, &n, "000000000000000000000000000FF", 29, 16) == BIG_OK && n == 1 &&
          back[0] == 255);
    CHECK(big_from_text(&work, back, &n, "00000000000000000000000000000012", 32, 10) == BIG_OK && n == 1 &&
          back[0] == 12);
    CHECK(big_digit_value('z') == 35 && big_digit_value('Z') == 35 && big_digit_value('9') == 9);
    CHECK(big_digit_value('@') == 255 && big_digit_value('_') == 255 && big_digit_value('{') == 255);
}

static void doubles(void) {
    u32 a[BIG_DOUBLE_ROOM + 2];
    bool overflow;
    for (int round = 0; round < 300000; round++) {
        double value = fabs(float_from_bits(unit_random()));
        if (!(value < INFINITY)) continue;
        size_t n = big_from_double(a, -value);
        CHECK(big_to_double(a, n, &overflow) == floor(value) && !overflow);
    }
    // 2^53 + 1 is half way, and any bit far below decides it.
    u32 half[10] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1u << 21};
    double even = ldexp(9007199254740992.0, 256);
    CHECK(big_to_double(half, 10, &overflow) == even);
    half[0] = 1;
    CHECK(big_to_double(half, 10, &overflow) == even + ldexp(2, 256));
    u32 huge[33] = {0};
    huge[32] = 1;
    CHECK(isinf(big_to_double(huge, 33, &overflow)) && overflow);
    huge[32] = 0;
    huge[31] = 0xFFFFFFFF;
    huge[30] = 0xFFFFFBFF;
    CHECK(big_to_double(huge, 32, &overflow) == 1.7976931348623157e308 && !overflow);
    huge[30] = 0xFFFFFC00;
    CHECK(isinf(big_to_double(huge, 32, &overflow)) && overflow);
    CHECK(float_round(1ull << 63, false, -1138) == 0 && float_round(1ull << 63, true, -1138) == 5e-324);
    CHECK(float_round(3ull << 62, false, -1138) == 5e-324 && float_round(1ull << 63, true, -1139) == 0);
    CHECK(float_round(UINT64_MAX, false, -64 - 1022) == ldexp(1, -1022));
}

static bool stop_third(void *context) { return ++*(int *)context < 3; }

// Work that is stopped, or refused memory, ends at once and leaves nothing behind.
static void stopping(void) {
    enum { N = 40000 };
    u32 *a = malloc(N * 4), *b = malloc(N * 4), *r = malloc(2 * N * 4), *q = malloc(N * 4);
    char *text = malloc(big_text_room(N, 10));
    size_t na, nr, nq;
    for (size_t i = 0; i < N; i++) a[i] = b[i] = (u32)unit_random() | 1;
    for (int kind = 0; kind < 5; kind++) {
        int asked = 0;
        BigWork stopped = {.mem = &mem, .go_on = stop_third, .context = &asked};
        size_t length = N;
        memset(text, '7', N);
        BigStatus status = kind == 0   ? big_mul(&stopped, r, &nr, a, N, b, N)
                           : kind == 1 ? big_mul(&stopped, r, &nr, a, 40, b, N)
                           : kind == 2 ? big_divmod(&stopped, q, &nq, r, &nr, a, N, b, N / 2)
                           : kind == 3 ? big_to_text(&stopped, text, &length, a, N, 10)
                                       : big_from_text(&stopped, r, &na, text, N, 7);
        CHECK_EQ_INT(status, BIG_STOPPED);
        CHECK_EQ_INT(asked, 3);
        CHECK_EQ_INT(mem.used, 0);
        mem.fail_after = 1;
        status = kind == 0   ? big_mul(&work, r, &nr, a, N, b, N)
                 : kind == 2 ? big_divmod(&work, q, &nq, r, &nr, a, N, b, N / 2)
                 : kind == 3 ? big_to_text(&work, text, &length, a, N, 10)
                             : BIG_NO_MEMORY;
        CHECK_EQ_INT(status, BIG_NO_MEMORY);
        CHECK_EQ_INT(mem.used, 0);
        mem.fail_after = 0;
    }
    // A short factor against a very long one goes in slices.
    size_t nl, one = big_mul_small(r, a, N, 3, 0);
    u32 *left = malloc((N + 40) * 4), many[40] = {3};
    CHECK(big_mul(&work, left, &nl, a, N, many, 1) == BIG_OK && !big_compare(left, nl, r, one));
    for (int i = 0; i < 40; i++) many[i] = UINT32_MAX;
    CHECK(big_mul(&work, left, &nl, a, N, many, 40) == BIG_OK); // a * 2^1280 - a
    memset(r, 0, 40 * 4);
    memcpy(r + 40, a, N * 4);
    nr = big_sub(r, r, N + 40, a, N);
    CHECK(big_compare(left, nl, r, nr) == 0);
    free(a), free(b), free(r), free(q), free(text), free(left);
}

int main(void) {
    mem_open(&mem, 0);
    small();
    products();
    quotients();
    shifts();
    texts();
    doubles();
    stopping();
    CHECK_EQ_INT(mem.used, 0);
    mem_close(&mem);
    return unit_end();
}
