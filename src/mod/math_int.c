// math_int.c: the integer functions of math, as far as they are short; what takes long is divided by _math.py.
#include "mod/math_impl.h"

// Operands are ints of any type: as exact ints in `out` (owned, to be dropped). V_NONE or what to answer instead.
static Value indices(Vm *vm, const Value *args, u32 n, Value *out) {
    for (u32 i = 0; i < n; i++) {
        out[i] = value_index(vm, args[i]);
        if (!is_marker(out[i])) continue;
        Value answer = out[i];
        while (i) decref(vm, out[--i]);
        return answer;
    }
    return V_NONE;
}

// n (n - 1) … (n - k + 1) for n < 2^32 and a product that fits `room` digits.
static Value falling(Vm *vm, u64 n, u64 k) {
    u64 small = 1;
    while (k && small <= UINT64_MAX / (n ? n : 1)) { // most fit two digits
        small *= n--;
        k--;
    }
    if (!k) return int_from_u64(vm, small);
    Digits r;
    if (!digits_open(vm, &r, (size_t)k + 4)) return V_ERROR;
    size_t count = big_from_u64(r.at, small);
    charge(vm, (size_t)(k * k / 20));
    for (; k; k--) count = big_mul_small(r.at, r.at, count, (u32)n--, 0);
    return digits_to_int(vm, &r, count, false);
}

#define SHORT_PRODUCT 1000 // factors of 32 bits: some 0.3 ms

// _math_falling(n, k): for n < 2^32 and k <= 1000
MATH_NATIVE(math_falling) { return falling(vm, (u64)small_get(args[0]), (u64)small_get(args[1])); }

MATH_NATIVE(math_factorial) {
    Value v;
    Value status = indices(vm, args, 1, &v);
    if (status != V_NONE) return status;
    i64 k;
    bool fits = int_to_i64(v, &k);
    int sign = int_sign(v);
    decref(vm, v);
    if (sign < 0) return raise_value(vm, "factorial() not defined for negative values");
    if (!fits) return raise_overflow(vm, "factorial() argument should not exceed 9223372036854775807");
    return k <= SHORT_PRODUCT ? falling(vm, (u64)k, (u64)k) : V_PYTHON;
}

#define NEGATIVE(name) name " must be a non-negative integer"

MATH_NATIVE(math_perm) {
    if (args[1] == V_UNSET || is_none(args[1])) return math_factorial(vm, args, 1);
    Value v[2];
    Value status = indices(vm, args, 2, v);
    if (status != V_NONE) return status;
    i64 n_value, k;
    Value result = V_PYTHON;
    if (int_sign(v[0]) < 0) result = raise_value(vm, NEGATIVE("n"));
    else if (int_sign(v[1]) < 0) result = raise_value(vm, NEGATIVE("k"));
    else if (int_compare(v[1], v[0]) > 0) result = value_small(0);
    else if (!int_to_i64(v[1], &k)) result = raise_overflow(vm, "k must not exceed 9223372036854775807");
    else if (int_to_i64(v[0], &n_value) && n_value <= UINT32_MAX && k <= SHORT_PRODUCT) {
        result = falling(vm, (u64)n_value, (u64)k);
    }
    decref(vm, v[0]);
    decref(vm, v[1]);
    return result;
}

// n! / k! (n - k)!, each step an exact division.
static Value binomial(Vm *vm, u64 n, u64 k) {
    Digits r;
    if (!digits_open(vm, &r, (size_t)k + 3)) return V_ERROR;
    size_t count = big_from_u64(r.at, 1);
    charge(vm, (size_t)(k * k / 4));
    for (u64 i = 0; i < k; i++) {
        count = big_mul_small(r.at, r.at, count, (u32)(n - i), 0);
        big_div_small(r.at, &count, r.at, count, (u32)(i + 1));
    }
    return digits_to_int(vm, &r, count, false);
}

MATH_NATIVE(math_comb) {
    Value v[2];
    Value status = indices(vm, args, 2, v);
    if (status != V_NONE) return status;
    i64 n_value, k;
    Value result = V_PYTHON;
    if (int_sign(v[0]) < 0) result = raise_value(vm, NEGATIVE("n"));
    else if (int_sign(v[1]) < 0) result = raise_value(vm, NEGATIVE("k"));
    else if (int_compare(v[1], v[0]) > 0) result = value_small(0);
    else if (int_to_i64(v[0], &n_value) && int_to_i64(v[1], &k)) {
        if (k > n_value - k) k = n_value - k;
        if (n_value <= UINT32_MAX && k <= SHORT_PRODUCT / 2) result = binomial(vm, (u64)n_value, (u64)k);
    }
    decref(vm, v[0]);
    decref(vm, v[1]);
    return result;
}

MATH_NATIVE(math_gcd) {
    const Tuple *integers = tuple_get(args[0]);
    Value result = value_small(0);
    for (u32 i = 0; i < integers->len; i++) {
        Value v;
        Value status = indices(vm, &integers->items[i], 1, &v);
        Value next = status != V_NONE ? status : int_gcd(vm, result, v);
        if (status == V_NONE) decref(vm, v);
        decref(vm, result);
        if (is_marker(next)) return next;
        result = next;
    }
    return result;
}

// a * b / gcd(a, b); consumes a.
static Value lcm_take(Vm *vm, Value a, Value b) {
    if (!int_sign(a) || !int_sign(b)) return decref(vm, a), value_small(0);
    Value gcd = int_gcd(vm, a, b);
    Value part = is_marker(gcd) ? gcd : int_binary(vm, OP_FLOORDIV, a, gcd);
    Value product = is_marker(part) ? part : int_binary(vm, OP_MUL, part, b);
    Value result = is_marker(product) ? product : int_unary(vm, OP_ABS, product);
    decref(vm, a);
    decref(vm, gcd);
    decref(vm, part);
    decref(vm, product);
    return result;
}

MATH_NATIVE(math_lcm) {
    const Tuple *integers = tuple_get(args[0]);
    Value result = value_small(1);
    for (u32 i = 0; i < integers->len; i++) {
        Value v;
        Value status = indices(vm, &integers->items[i], 1, &v);
        if (status != V_NONE) return decref(vm, result), status;
        result = lcm_take(vm, result, v);
        decref(vm, v);
        if (is_marker(result)) return result;
    }
    return result;
}

MATH_NATIVE(math_isqrt) {
    Value v;
    Value status = indices(vm, args, 1, &v);
    if (status != V_NONE) return status;
    Value root = int_sign(v) < 0 ? raise_value(vm, "isqrt() argument must be nonnegative") : int_isqrt(vm, v);
    decref(vm, v);
    return root;
}
