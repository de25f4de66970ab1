// Doubles to text and back, against the C library, on random doubles of every kind and on the known hard ones.
#include "base/bignum.h"
#include "base/floatbits.h"
#include "base/numtext.h"
#include "base/pow10.h"
#include "unit.h"

#include <math.h>
#include <stdlib.h>

#ifndef ROUNDS
#define ROUNDS 1000000
#endif

static Mem mem;
static Buf buf;

// Any bits; near whole numbers; short decimals; powers of two and their neighbours; subnormals.
static double random_double(int round) {
    u64 r = unit_random();
    double value = 0;
    switch (round % 6) {
    case 0: value = (double)(i64)(r >> 40) / 1000.0; break;
    case 1: value = ldexp((double)(r >> 11), (int)(r & 127) - 100); break;
    case 2: value = float_from_bits(((r & 0x7FF) << 52) + (r >> 62) - 1); break;
    case 3: value = float_from_bits(r >> (12 + (r & 31))); break;
    case 4: value = (double)(r >> 44) * pow(10, (int)(r & 31) - 16); break;
    default: value = float_from_bits(r);
    }
    return isfinite(value) ? value : 1.5;
}

// Every power of ten against exact integers.
static void powers(void) {
    BigWork work = {.mem = &mem};
    for (int k = POW10_MIN; k <= POW10_MAX; k++) {
        u32 ten[60], one[60], exact[60], rest[60];
        size_t n = big_from_u64(ten, 1), n_rest = 0;
        for (int i = 0; i < abs(k); i++) n = big_mul_small(ten, ten, n, 10, 0);
        int log2 = k >= 0 ? (int)big_bit_length(ten, n) - 1 : -(int)big_bit_length(ten, n);
        bool lost;
        if (k >= 0) {
            n = big_shift_left(exact, ten, n, 128); // so that 128 bits are there
            n = big_shift_right(exact, exact, n, (size_t)(128 + log2 - 127), &lost);
        } else {
            size_t n_one = big_shift_left(one, one, big_from_u64(one, 1), (size_t)(127 - log2));
            CHECK(big_divmod(&work, exact, &n, rest, &n_rest, one, n_one, ten, n) == BIG_OK);
            lost = n_rest != 0;
        }
        if (lost) n = big_add(exact, exact, n, (u32[]){1}, 1);
        u64 hi, lo;
        pow10_mantissa(k, &hi, &lo);
        CHECK_EQ_INT(pow10_log2(k), log2);
        CHECK_EQ_INT(n, 4);
        CHECK(big_to_u64(exact, 2) == lo && big_to_u64(exact + 2, 2) == hi);
        CHECK_EQ_INT(!lost, POW10_EXACT(k));
    }
    for (int k = -1100; k < 1100; k++) CHECK_EQ_INT(pow10_of_2(k), floor(k * 0.30102999566398119521));
}

// Are these the shortest digits? A text of so many digits reads back, none with fewer does, and none is nearer.
static void shortest(void) {
    for (int round = 0; round < ROUNDS; round++) {
        double value = fabs(random_double(round));
        char digits[20], text[64], theirs[64];
        int exponent, n = numtext_shortest(value, digits, &exponent), n_theirs = 0;
        if (!value) continue;
        snprintf(text, sizeof text, "%.1s.%.*se%d", digits, n - 1, digits + 1, exponent);
        if (strtod(text, NULL) != value) CHECK_EQ_TEXT(text, "a text that reads back");
        // The C library's shortest correctly rounded text. Ours may have one digit fewer beside a power of two.
        while (n_theirs < 17) {
            snprintf(theirs, sizeof theirs, "%.*e", n_theirs++, value);
            if (strtod(theirs, NULL) == value) break;
        }
        bool power = !(float_to_bits(value) & FLOAT_FRACTION);
        if (n == n_theirs) {
            char *point = theirs[1] == '.' ? theirs + 2 : theirs + 1;
            bool same = theirs[0] == digits[0] && !strncmp(point, digits + 1, (size_t)n - 1) &&
                        atoi(strchr(theirs, 'e') + 1) == exponent;
            if (!same) CHECK_EQ_TEXT(text, theirs);
        } else if (!(power && n < n_theirs)) CHECK_EQ_TEXT(text, theirs);
    }
    CHECK(true);
}

static void repr(double value, const char *want) {
    buf_clear(&buf);
    numtext_repr(value, &buf);
    CHECK_EQ_BYTES(buf.data, buf.len, want);
    double back;
    CHECK(numtext_read((char *)buf.data, buf.len, NUMTEXT_NAMES, &back) == buf.len);
    CHECK(float_to_bits(back) == float_to_bits(value) || value != value);
}

static void reprs(void) {
    repr(0.0, "0.0"), repr(-0.0, "-0.0"), repr(1, "1.0"), repr(-1.5, "-1.5"), repr(0.1, "0.1"),
        repr(0.1 + 0.2, "0.30000000000000004");
    repr(1e15, "1000000000000000.0"), repr(1e16, "1e+16"), repr(123456789012345680.0, "1.2345678901234568e+17");
    repr(9999999999999998.0, "9999999999999998.0"), repr(1e22, "1e+22"), repr(1e23, "1e+23"), repr(1e100, "1e+100");
    repr(0.0001, "0.0001"), repr(0.00001, "1e-05"), repr(0.00012345, "0.00012345"), repr(1.5e-7, "1.5e-07");
    repr(5e-324, "5e-324"), repr(2e-323, "2e-323"), repr(1.7976931348623157e308, "1.7976931348623157e+308");
    repr(2.2250738585072014e-308, "2.2250738585072014e-308"), repr(2.225073858507201e-308, "2.225073858507201e-308");
    repr(INFINITY, "inf"), repr(-INFINITY, "-inf"), repr(NAN, "nan"), repr(-NAN, "nan");
    repr(5.684341886080802e-14, "5.684341886080802e-14"), repr(9007199254740993.0, "9007199254740992.0");
    repr(9.5367431640625e-07, "9.5367431640625e-07"), repr(4.35, "4.35"), repr(100, "100.0"), repr(2.5e20, "2.5e+20");
    buf_clear(&buf);
    numtext_format(&buf, 2, 'r', 0, 0);
    buf_put(&buf, ' ');
    numtext_format(&buf, 2, 'r', 0, NUMTEXT_ALT);
    buf_put(&buf, ' ');
    numtext_format(&buf, 123456, 'g', 6, NUMTEXT_DOT_ZERO);
    buf_put(&buf, ' ');
    numtext_format(&buf, 12345, 'g', 6, NUMTEXT_DOT_ZERO);
    CHECK_EQ_BYTES(buf.data, buf.len, "2 2. 1.23456e+05 12345.0");
}

static void format(double value, char type, int precision, int flags) {
    static char theirs[6000];
    char spec[16];
    char letter = flags & NUMTEXT_UPPER ? (char)(type - 32) : type;
    snprintf(spec, sizeof spec, flags & NUMTEXT_ALT ? "%%#.%d%c" : "%%.%d%c", precision, letter);
    int n = snprintf(theirs, sizeof theirs, spec, value);
    buf_clear(&buf);
    numtext_format(&buf, value, type, precision, flags);
    // The C library drops the zeros of %#g where rounding made one digit more: 99.5 to two digits is 1.e+02. CPython
    // does not.
    char *mantissa = theirs + (theirs[0] == '-');
    if (type == 'g' && (flags & NUMTEXT_ALT) && mantissa[1] == '.' && (mantissa[2] | 32) == 'e') return;
    if (buf.len != (size_t)n || memcmp(buf.data, theirs, buf.len)) CHECK_EQ_BYTES(buf.data, buf.len, theirs);
    unit_passed++;
}

static void formats(void) {
    static const double hard[] = {0.0,
                                  -0.0,
                                  0.5,
                                  1.5,
                                  2.5,
                                  0.125,
                                  0.375,
                                  0.25,
                                  1e15 + 0.5,
                                  9.5,
                                  99.5,
                                  0.05,
                                  0.95,
                                  999.95,
                                  1e23,
                                  5e-324,
                                  9.995,
                                  1.005,
                                  2.675,
                                  1e22,
                                  1e21,
                                  123456789.0,
                                  0.0001,
                                  1e-5,
                                  9.9999999e-5,
                                  0.00099999,
                                  1e300,
                                  1.7976931348623157e308,
                                  2.2250738585072014e-308,
                                  1.0 / 3,
                                  4503599627370496.5,
                                  4503599627370497.5,
                                  8.5,
                                  1e16,
                                  0.1,
                                  999999.5,
                                  9999995,
                                  99999.95,
                                  1234567.5,
                                  INFINITY,
                                  -INFINITY};
    static const char types[] = "efg";
    for (size_t i = 0; i < countof(hard); i++) {
        for (int t = 0; t < 3; t++) {
            for (int precision = 0; precision < 40; precision++) {
                for (int flags = 0; flags < 4; flags++) format(hard[i], types[t], precision, flags);
            }
            for (int precision = 300; precision < 1200; precision += 111) format(hard[i], types[t], precision, 0);
            format(hard[i], types[t], 5000, 0);
        }
    }
    for (int round = 0; round < ROUNDS; round++) {
        u64 r = unit_random();
        double value = random_double(round + 1);
        if (fabs(value) > 1e40 && r % 8) value = fmod(value, 1e25);
        format(value, types[r % 3], (int)(r >> 40) % (r & 0x70 ? 20 : 60), (int)(r >> 60) % 4);
    }
    for (int round = 0; round < ROUNDS / 2; round++) { // ties in decimals
        u64 r = unit_random();
        format((double)(r >> (20 + r % 40)) / (double)(1 << (r >> 8) % 12), types[r % 3], (int)(r >> 40) % 12, 0);
    }
    buf_clear(&buf);
    numtext_format(&buf, -NAN, 'f', 2, 0);
    numtext_format(&buf, NAN, 'g', 2, NUMTEXT_UPPER);
    CHECK_EQ_BYTES(buf.data, buf.len, "nanNAN");
}

static void read_as(const char *text, size_t used, double want) {
    double value = -77;
    int flags = NUMTEXT_UNDERSCORES | NUMTEXT_NAMES;
    CHECK_EQ_INT(numtext_read(text, strlen(text), flags, &value), used);
    if (used) {
        bool same = float_to_bits(value) == float_to_bits(want);
        if (!same) CHECK_EQ_TEXT(text, "as the C library reads it");
    }
}
static void read_all(const char *text) { read_as(text, strlen(text), strtod(text, NULL)); }

// The text of the midpoint above a double, exactly, with `tail` behind it.
static void read_midpoint(double value, const char *tail) {
    static char text[6000];
    double next = nextafter(value, INFINITY);
    if (!isfinite(next)) return;
    // Its digits: those of the sum of both, halved; the long double has the bits for that.
    snprintf(text, sizeof text, "%.1100Le", ((long double)value + next) / 2);
    char *e = strchr(text, 'e'), exponent[16];
    snprintf(exponent, sizeof exponent, "%s", e);
    snprintf(e, sizeof text - (size_t)(e - text), "%s%s", tail, exponent);
    read_all(text);
    // One digit less in the last place: below the midpoint.
    for (char *at = strchr(text, 'e'); --at > text;) {
        if (*at >= '1' && *at <= '9') {
            --*at;
            break;
        }
    }
    read_all(text);
}

static void reads(void) {
    char text[64];
    for (int round = 0; round < ROUNDS; round++) {
        double value = random_double(round);
        snprintf(text, sizeof text, "%.*e", (int)(unit_random() % 25), value);
        double back, theirs = strtod(text, NULL);
        size_t n = strlen(text);
        if (numtext_read(text, n, 0, &back) != n || float_to_bits(back) != float_to_bits(theirs))
            CHECK_EQ_TEXT(text, "");
    }
    for (int round = 0; round < ROUNDS / 4; round++) { // any digits, any exponent
        u64 r = unit_random();
        snprintf(text, sizeof text, "%llu%.*se%d", unit_random() >> (r % 64), (int)(r >> 40) % 12, "123456789876",
                 (int)(r >> 44) % 680 - 360);
        double back, theirs = strtod(text, NULL);
        size_t n = strlen(text);
        if (numtext_read(text, n, 0, &back) != n || float_to_bits(back) != float_to_bits(theirs))
            CHECK_EQ_TEXT(text, "");
    }
    for (int round = 0; round < ROUNDS / 200; round++) {
        double value = fabs(random_double(round));
        read_midpoint(value, "");
        read_midpoint(value, "1");
        read_midpoint(value, "000000000000000000000000000000000000000000000001");
    }
    static const char *hard[] = {"0",
                                 "-0",
                                 "0.0",
                                 "1",
                                 "1.",
                                 ".5",
                                 "5e0",
                                 "1e23",
                                 "8.5e22",
                                 "9007199254740993",
                                 "9007199254740992.99999999999999",
                                 "9007199254740993.00000000000000000000001",
                                 "2.2250738585072011e-308",
                                 "2.2250738585072012e-308",
                                 "2.2250738585072013e-308",
                                 "4.9e-324",
                                 "2.4703282292062327e-324",
                                 "2.4703282292062328e-324",
                                 "2.5e-324",
                                 "2e-324",
                                 "1.7976931348623157e308",
                                 "1.7976931348623158e308",
                                 "1.7976931348623159e308",
                                 "1.8e308",
                                 "1e309",
                                 "1e400",
                                 "1e-400",
                                 "1e99999999999999999999",
                                 "1e-99999999999999999999",
                                 "0e99999999999999999999",
                                 "6.631236846766476e-316",
                                 "1797693134862315807937289714053034150799341327100378269361737789804449682927647509466"
                                 "49017977587207096330286416692887"
                                 "9109465555478519404026306574886715058206819089020007083836762738548458177115317644757"
                                 "30270069855571366959622842914819"
                                 "860834936475292719074168444365510704342711559699508093042880e0",
                                 "1797693134862315807937289714053034150799341327100378269361737789804449682927647509466"
                                 "49017977587207096330286416692887"
                                 "9109465555478519404026306574886715058206819089020007083836762738548458177115317644757"
                                 "30270069855571366959622842914819"
                                 "860834936475292719074168444365510704342711559699508093042879.9999",
                                 "0."
                                 "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                                 "00001234567890123456789012345",
                                 "12345678901234567890123456789012345678901234567890.5e-40",
                                 "3.518437208883201171875e13",
                                 "62.5364939768271845828",
                                 "1.00000000000000011102230246251565404236316680908203125",
                                 "1.00000000000000011102230246251565404236316680908203124",
                                 "1.00000000000000011102230246251565404236316680908203126",
                                 "0.5e-323",
                                 "7.4109846876186981626485318930233205854758970392e-324"};
    for (size_t i = 0; i < countof(hard); i++) read_all(hard[i]);

    // Very long ones: a million zeros on either side, undone by the exponent; a last digit that decides.
    size_t most = 1000100;
    char *longest = malloc(most);
    memset(longest, '0', most);
    strcpy(longest + 1000000, "123e-1000000");
    longest[0] = '1';
    read_as(longest, 1000012, 100);
    memset(longest, '0', most);
    memcpy(longest, "0.", 2);
    strcpy(longest + 1000000, "123e999998");
    read_as(longest, 1000010, 0.123);
    memset(longest, '0', most);
    memcpy(longest, "9007199254740993.", 17);
    strcpy(longest + 1000000, "1");
    read_as(longest, 1000001, 9007199254740994.0);
    strcpy(longest + 1000000, "0");
    read_as(longest, 1000001, 9007199254740992.0);
    free(longest);

    read_as("", 0, 0), read_as("+", 0, 0), read_as(".", 0, 0), read_as("-.", 0, 0), read_as("e5", 0, 0),
        read_as("_1", 0, 0);
    read_as("1e", 1, 1), read_as("1e+", 1, 1), read_as("1.e", 2, 1), read_as("1.5.5", 3, 1.5), read_as("1 ", 1, 1);
    read_as("1_000.2_5e1_0", 13, 1000.25e10), read_as("1__0", 1, 1), read_as("1_", 1, 1), read_as("1_.5", 1, 1);
    read_as("1._5", 2, 1), read_as("1e_5", 1, 1), read_as("1e5_", 3, 1e5), read_as("+1", 2, 1),
        read_as("-1.5E+2", 7, -150);
    read_as("inf", 3, INFINITY), read_as("-Infinity", 9, -INFINITY), read_as("INFINIT", 3, INFINITY),
        read_as("in", 0, 0);
    read_as("nan", 3, NAN), read_as("+NaN", 4, NAN), read_as("0x10", 1, 0),
        read_as("1_000_000_000_000_000_000_000", 29, 1e21);
    double value;
    CHECK_EQ_INT(numtext_read("1_0", 3, 0, &value), 1);
    CHECK_EQ_INT(numtext_read("inf", 3, 0, &value), 0);
    CHECK_EQ_INT(numtext_read("123456", 3, 0, &value), 3);
    CHECK(value == 123);
}

static void roundings(void) {
    CHECK(numtext_round(2.675, 2) == 2.67 && numtext_round(2.5, 0) == 2 && numtext_round(3.5, 0) == 4);
    CHECK(numtext_round(1234567, -3) == 1235000 && numtext_round(15, -1) == 20 && numtext_round(25, -1) == 20);
    CHECK(numtext_round(-0.4, 0) == 0 && float_is_negative(numtext_round(-0.4, 0)));
    CHECK(numtext_round(4, -1) == 0 && numtext_round(5.1, -1) == 10 && numtext_round(1e300, -400) == 0);
    CHECK(isinf(numtext_round(1.7976931348623157e308, -308)) && numtext_round(0.1, 400) == 0.1);
    CHECK(numtext_round(5e-324, 323) == 0 && numtext_round(5e-324, 324) == 5e-324 && numtext_round(5.015, 2) == 5.01);
    for (int round = 0; round < ROUNDS / 4; round++) {
        double value = random_double(round);
        int decimals = (int)(unit_random() % 20);
        char text[800];
        snprintf(text, sizeof text, "%.*f", decimals, value);
        CHECK(float_to_bits(numtext_round(value, decimals)) == float_to_bits(strtod(text, NULL)));
    }
    char text[24];
    for (u64 value = 1, round = 0; round < 64; round++, value = value * 2 + (round & 1)) {
        char theirs[24];
        snprintf(theirs, sizeof theirs, "%llu", (unsigned long long)value);
        CHECK_EQ_BYTES(text, (size_t)numtext_u64(value, text), theirs);
    }
    CHECK_EQ_BYTES(text, (size_t)numtext_u64(0, text), "0");
}

int main(void) {
    mem_open(&mem, 0);
    buf_open(&buf, &mem);
    powers();
    reprs();
    formats();
    reads();
    roundings();
    shortest();
    CHECK(!buf.failed);
    buf_close(&buf);
    CHECK_EQ_INT(mem.used, 0);
    mem_close(&mem);
    return unit_end();
}
