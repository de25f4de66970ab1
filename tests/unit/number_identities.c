// Integers of both representations against each other by identities, conversions there and back, comparison with
// doubles; and every operation with each of its allocations refused: no crash, no leak, MemoryError.
#include "base/host.h"
#include "host/aiter.h"
#include "obj/number_core.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"
#include "unit.h"

#include <math.h>

static Vm *vm;

double host_clock_ms(void *host) { return 0; }
double host_time(void *host) { return 0; }
bool host_random(void *host, void *bytes, size_t n) { return false; }
bool host_write(void *host, int stream, const void *bytes, size_t n) { return true; }

static u64 bits(int n) { return n ? unit_random() >> (64 - n) : 0; }

// Small ones, ones near powers of two, and long ones.
static Value random_int(u32 max_digits) {
    u32 digits[64], n = 0;
    switch (bits(2)) {
    case 0: return value_small((i64)bits(7) - 64);
    case 1: return int_from_i64(vm, (i64)(unit_random() >> bits(6)) * (bits(1) ? 1 : -1));
    case 2:
        n = 1 + (u32)bits(16) % max_digits;
        for (u32 i = 0; i < n; i++) digits[i] = bits(1) ? UINT32_MAX : 0;
        digits[0] += (u32)bits(2) - 2;
        break;
    default:
        n = 1 + (u32)bits(16) % max_digits;
        for (u32 i = 0; i < n; i++) digits[i] = (u32)bits(32);
    }
    return int_from_digits(vm, digits, n, bits(1));
}

static Value op(BinaryOp o, Value a, Value b) { return int_binary(vm, o, a, b); }

// a op b equals c; takes c.
static bool same_take(Value a, Value b_take) {
    bool same = !is_marker(a) && !is_marker(b_take) && int_compare(a, b_take) == 0 && int_hash(a) == int_hash(b_take);
    decref(vm, b_take);
    return same;
}

static void check_pair(Value a, Value b) {
    Value sum = op(OP_ADD, a, b), difference = op(OP_SUB, a, b), product = op(OP_MUL, a, b);
    CHECK(same_take(a, op(OP_SUB, sum, b)));
    CHECK(same_take(a, op(OP_ADD, difference, b)));
    CHECK(int_compare(a, b) == int_sign(difference));

    Value both = op(OP_AND, a, b), any = op(OP_OR, a, b), either = op(OP_XOR, a, b);
    CHECK(same_take(sum, op(OP_ADD, both, any)));
    CHECK(same_take(either, op(OP_SUB, any, both)));

    if (int_sign(b)) {
        CHECK(same_take(a, op(OP_FLOORDIV, product, b)));
        CHECK(same_take(value_small(0), op(OP_MOD, product, b)));
        Value q = op(OP_FLOORDIV, a, b), r = op(OP_MOD, a, b), back = op(OP_MUL, q, b);
        CHECK(same_take(a, op(OP_ADD, back, r)));
        CHECK(!int_sign(r) || int_sign(r) == int_sign(b));
        Value size_r = int_unary(vm, OP_ABS, r), size_b = int_unary(vm, OP_ABS, b);
        CHECK(int_compare(size_r, size_b) < 0);
        Value gcd = int_gcd(vm, a, b);
        CHECK(gcd == V_PYTHON ||
              (same_take(value_small(0), op(OP_MOD, a, gcd)) && same_take(value_small(0), op(OP_MOD, b, gcd))));
        Value owned[] = {q, r, back, size_r, size_b, gcd};
        for (size_t i = 0; i < countof(owned); i++) decref(vm, owned[i]);
    }
    Value owned[] = {sum, difference, product, both, any, either};
    for (size_t i = 0; i < countof(owned); i++) decref(vm, owned[i]);
}

static void check_one(Value a) {
    Value by = value_small((i64)bits(8)), left = op(OP_LSHIFT, a, by);
    CHECK(same_take(a, op(OP_RSHIFT, left, by)));
    Value inverted = int_unary(vm, OP_INVERT, a), negated = int_unary(vm, OP_NEG, a);
    CHECK(same_take(inverted, op(OP_SUB, negated, value_small(1))));
    Value square = op(OP_MUL, a, a), cube = op(OP_MUL, square, a);
    CHECK(same_take(cube, op(OP_POW, a, value_small(3))));
    Value owned[] = {left, inverted, negated, square, cube};
    for (size_t i = 0; i < countof(owned); i++) decref(vm, owned[i]);

    // Text in any base, there and back.
    int base = 2 + (int)bits(16) % 35;
    Buf text;
    buf_open(&text, &vm->mem);
    int_text(vm, a, base, &text);
    Str *s = str_from_buf(vm, &text);
    CHECK(same_take(a, int_from_str(vm, s, base)));
    DECREF(vm, s);

    // The nearest double: no other is nearer.
    double d;
    if (!int_to_double(a, &d)) return;
    Value exact = int_from_double(vm, d);
    CHECK(int_equal_double(exact, d) && int_compare_double(exact, d) == 0);
    CHECK(int_compare(a, exact) == int_compare_double(a, d));
    CHECK(int_hash(exact) == float_hash(d));
    for (int side = -1; side <= 1; side += 2) {
        double next = nextafter(d, side * INFINITY);
        if (isinf(next)) continue;
        Value other = int_from_double(vm, next), there = op(OP_SUB, other, a), here = op(OP_SUB, exact, a);
        Value far = int_unary(vm, OP_ABS, there), near = int_unary(vm, OP_ABS, here);
        if (fabs(d) > 1e16) CHECK(int_compare(near, far) <= 0);
        Value owned[] = {other, there, here, far, near};
        for (size_t i = 0; i < countof(owned); i++) decref(vm, owned[i]);
    }
    decref(vm, exact);
}

static void identities(void) {
    for (int i = 0; i < 20000; i++) {
        Value a = random_int(40), b = random_int(i % 2 ? 40 : 5);
        check_pair(a, b);
        check_one(a);
        decref(vm, a);
        decref(vm, b);
    }
}

static void powers(void) {
    for (int i = 0; i < 2000; i++) {
        Value base = random_int(3), modulus = random_int(3), expected = value_small(1);
        int exponent = (int)bits(5);
        if (int_sign(modulus) > 0) {
            for (int k = 0; k < exponent; k++) {
                Value product = op(OP_MUL, expected, base);
                decref(vm, expected);
                expected = op(OP_MOD, product, modulus);
                decref(vm, product);
            }
            if (!exponent) expected = op(OP_MOD, value_small(1), modulus);
            Value reduced = op(OP_MOD, base, modulus);
            CHECK(same_take(expected, int_pow_mod(vm, reduced, value_small(exponent), modulus)));
            decref(vm, reduced);
        }
        decref(vm, base);
        decref(vm, modulus);
        decref(vm, expected);
    }
}

// Every allocation of an operation refused in turn.
static void refused(void) {
    for (int i = 0; i < 200; i++) {
        Value a = random_int(60), b = random_int(60);
        for (BinaryOp o = 0; o < BINARY_OPS; o++) {
            if (o == OP_POW || o == OP_MATMUL) continue;
            if ((o == OP_LSHIFT || o == OP_RSHIFT) && is_object(b)) continue;
            for (u32 n = 1; n < 20; n++) {
                size_t used = vm->mem.used;
                vm->mem.fail_after = n;
                Value r = op(o, a, b);
                bool happened = !vm->mem.fail_after;
                vm->mem.fail_after = 0;
                if (r == V_ERROR) exc_clear(vm);
                else decref(vm, r);
                CHECK(vm->mem.used == used);
                if (!happened) break;
            }
        }
        decref(vm, a);
        decref(vm, b);
    }
}

int main(void) {
    vm = (Vm *)aiter_open(NULL, &(AiterOptions){.memory_limit = 64 << 20}); // an engine begins with its Vm
    if (!vm) return 1;
    identities();
    powers();
    refused();
    CHECK_EQ_INT(aiter_close((Aiter *)vm), 0);
    return unit_end();
}
