// int_math.c: the operators of int. Operands that fit 64 bits go short ways; longer ones are computed from their
// digits, up to INT_LONG_WORK: beyond it the answer is V_PYTHON, and _int.py splits the work.
#include "obj/number_core.h"

#include "base/floatbits.h"
#include "obj/list.h"

static Value raise_zero(Vm *vm) { return raise(vm, T_ZeroDivisionError, "division by zero"); }

u64 int_mul_cost(u64 na, u64 nb) {
    if (na < nb) {
        u64 n = na;
        na = nb;
        nb = n;
    }
    if (na > 1u << 26) return UINT64_MAX >> 8; // no product of that size is short, and the sum below stays in 64 bits
    if (nb < 48) return na * nb;
    u64 pieces = (na + nb - 1) / nb, side = nb, cost = 1;
    for (; side >= 48; side = (side + 1) / 2) cost *= 3;
    return cost * side * side * pieces;
}

u64 int_div_cost(u64 na, u64 nb) { return na < nb ? 0 : (na - nb + 1) * (nb + 4) * 2; }

static Value status_value(Vm *vm, BigStatus status) { return status == BIG_OK ? V_NONE : raise_memory(vm); }

// A product of 64-bit magnitudes.
static Value mul_magnitudes(Vm *vm, u64 a, u64 b, bool negative) {
    u64 a0 = (u32)a, a1 = a >> 32, b0 = (u32)b, b1 = b >> 32;
    u64 low = a0 * b0, mid = a1 * b0 + (low >> 32), mid2 = a0 * b1 + (u32)mid;
    u64 high = a1 * b1 + (mid >> 32) + (mid2 >> 32);
    u32 digits[4] = {(u32)low, (u32)mid2, (u32)high, (u32)(high >> 32)};
    return int_from_digits(vm, digits, 4, negative);
}

INLINE u64 magnitude(i64 n) { return n < 0 ? 0 - (u64)n : (u64)n; }
INLINE bool fits_32(i64 n) { return n == (i32)n; }

// ------------------------------------------------------------------------------------------------ digits

static Value add_big(Vm *vm, const IntView *a, const IntView *b, bool b_negative) {
    Digits r;
    size_t n = a->count > b->count ? a->count : b->count;
    charge(vm, n >> 3);
    if (!digits_open(vm, &r, n + 1)) return V_ERROR;
    if (a->negative == b_negative) {
        n = big_add(r.at, a->digits, a->count, b->digits, b->count);
        return digits_to_int(vm, &r, n, a->negative);
    }
    bool less = big_compare(a->digits, a->count, b->digits, b->count) < 0;
    if (less) n = big_sub(r.at, b->digits, b->count, a->digits, a->count);
    else n = big_sub(r.at, a->digits, a->count, b->digits, b->count);
    return digits_to_int(vm, &r, n, less ? b_negative : a->negative);
}

static Value mul_big(Vm *vm, const IntView *a, const IntView *b) {
    u64 cost = int_mul_cost(a->count, b->count);
    if (cost > INT_LONG_WORK && a->count > 1 && b->count > 1) return V_PYTHON;
    charge(vm, (size_t)(cost >> 3));
    if (!a->count || !b->count) return value_small(0);
    Digits r;
    if (!digits_open(vm, &r, (size_t)a->count + b->count)) return V_ERROR;
    BigWork work = big_work(vm);
    size_t n;
    if (big_mul(&work, r.at, &n, a->digits, a->count, b->digits, b->count) != BIG_OK) {
        digits_close(vm, &r);
        return raise_memory(vm);
    }
    return digits_to_int(vm, &r, n, a->negative != b->negative);
}

// Floor division: with a remainder whose sign is not the divisor's, one less and one divisor more. Each of the results
// is made when its pointer is given.
static Value divide_big(Vm *vm, const IntView *a, const IntView *b, Value *quotient, Value *remainder) {
    u64 cost = int_div_cost(a->count, b->count);
    if (cost > INT_LONG_WORK && b->count > 1) return V_PYTHON;
    charge(vm, (size_t)(cost >> 3));
    Digits q, r;
    Value done = V_ERROR;
    size_t nq = 0, nr, room = a->count >= b->count ? a->count + 1 : 1;
    if (!digits_open(vm, &q, room + 1)) return V_ERROR;
    if (!digits_open(vm, &r, (a->count > b->count ? b->count : a->count + b->count) + 1)) goto close_q;
    BigWork work = big_work(vm);
    BigStatus status = big_divmod(&work, q.at, &nq, r.at, &nr, a->digits, a->count, b->digits, b->count);
    if (status_value(vm, status) == V_ERROR) goto close_r;
    bool negative = a->negative != b->negative;
    if (negative && nr) {
        u32 one = 1;
        nq = big_add(q.at, q.at, nq, &one, 1);
        nr = big_sub(r.at, b->digits, b->count, r.at, nr);
    }
    if (quotient) {
        *quotient = int_from_digits(vm, q.at, (u32)nq, negative);
        if (*quotient == V_ERROR) goto close_r;
    }
    if (remainder) {
        *remainder = int_from_digits(vm, r.at, (u32)nr, b->negative);
        if (*remainder == V_ERROR) {
            if (quotient) decref(vm, *quotient);
            goto close_r;
        }
    }
    done = V_NONE;
close_r:
    digits_close(vm, &r);
close_q:
    digits_close(vm, &q);
    return done;
}

static Value pair_take(Vm *vm, Value a, Value b) {
    Value items[2] = {a, b};
    Tuple *pair = tuple_from_take(vm, items, 2);
    return pair ? value_object(pair) : V_ERROR;
}

static Value divide(Vm *vm, BinaryOp op, const IntView *a, const IntView *b) {
    if (!b->count) return raise_zero(vm);
    Value q = V_NONE, r = V_NONE;
    Value done = divide_big(vm, a, b, op == OP_MOD ? NULL : &q, op == OP_FLOORDIV ? NULL : &r);
    if (done != V_NONE) return done;
    return op == OP_MOD ? r : op == OP_FLOORDIV ? q : pair_take(vm, q, r);
}

// a / b, rounded once: a quotient of 63 or 64 bits, and whether anything is left over.
static Value true_divide(Vm *vm, const IntView *a, const IntView *b) {
    if (!b->count) return raise_zero(vm);
    bool negative = a->negative != b->negative;
    i64 bits_a = (i64)big_bit_length(a->digits, a->count), bits_b = (i64)big_bit_length(b->digits, b->count);
    i64 shift = 63 - (bits_a - bits_b);
    if (!a->count || shift > 2000) return value_float(negative ? -0.0 : 0.0);
    if (shift < -1100) goto overflow;
    charge(vm, a->count + b->count);

    // u = a * 2^shift, which has one digit pair more than b, or (shift < 0) a itself without its lowest bits.
    Digits u, q, r;
    Value result = V_ERROR;
    size_t nu, nq, nr;
    bool lost = false;
    if (!digits_open(vm, &u, a->count + (shift > 0 ? (size_t)shift / 32 : 0) + 1)) return V_ERROR;
    if (shift >= 0) nu = big_shift_left(u.at, a->digits, a->count, (size_t)shift);
    else nu = big_shift_right(u.at, a->digits, a->count, (size_t)-shift, &lost);
    if (!digits_open(vm, &q, nu + 1)) goto close_u;
    if (!digits_open(vm, &r, (size_t)b->count + nu + 1)) goto close_q;
    BigWork work = big_work(vm);
    BigStatus status = big_divmod(&work, q.at, &nq, r.at, &nr, u.at, nu, b->digits, b->count);
    if (status_value(vm, status) != V_ERROR) {
        double d = float_round(big_to_u64(q.at, nq), nr || lost, -shift);
        result = value_float(negative ? -d : d);
    }
    digits_close(vm, &r);
close_q:
    digits_close(vm, &q);
close_u:
    digits_close(vm, &u);
    if (is_marker(result) || float_is_finite(float_get(result))) return result;
overflow:
    return raise_overflow(vm, "integer division result too large for a float");
}

// & | ^ on two's complement: a negative number is seen as endless ones above its digits, ~(magnitude - 1).
static u32 twos_digit(const IntView *a, size_t i, u32 *borrow) {
    u32 digit = i < a->count ? a->digits[i] : 0;
    if (!a->negative) return digit;
    u32 less = digit - *borrow;
    *borrow = *borrow && !digit;
    return ~less;
}

static Value bitwise(Vm *vm, BinaryOp op, const IntView *a, const IntView *b) {
    size_t n = (a->count > b->count ? a->count : b->count) + 1;
    charge(vm, n >> 3);
    Digits r;
    if (!digits_open(vm, &r, n)) return V_ERROR;
    u32 borrow_a = 1, borrow_b = 1;
    for (size_t i = 0; i < n; i++) {
        u32 x = twos_digit(a, i, &borrow_a), y = twos_digit(b, i, &borrow_b);
        r.at[i] = op == OP_AND ? x & y : op == OP_OR ? x | y : x ^ y;
    }
    bool negative = r.at[n - 1] >> 31; // the digit above both is nothing but sign
    if (negative) {
        u32 carry = 1;
        for (size_t i = 0; i < n; i++) {
            r.at[i] = ~r.at[i] + carry;
            carry = carry && !r.at[i];
        }
    }
    return digits_to_int(vm, &r, big_trim(r.at, n), negative);
}

static Value shift_left(Vm *vm, const IntView *a, Value by) {
    i64 bits;
    if (!a->count) return value_small(0);
    if (!int_to_i64(by, &bits) || bits > INT64_MAX / 2) return raise_overflow(vm, "too many digits in integer");
    u64 n = a->count + (u64)bits / 32 + 1;
    if (n > UINT32_MAX / 4) return raise_memory(vm);
    charge(vm, (size_t)n >> 3);
    Digits r;
    if (!digits_open(vm, &r, (size_t)n)) return V_ERROR;
    size_t count = big_shift_left(r.at, a->digits, a->count, (size_t)bits);
    return digits_to_int(vm, &r, count, a->negative);
}

static Value shift_right(Vm *vm, const IntView *a, Value by) {
    i64 bits;
    if (!int_to_i64(by, &bits) || (u64)bits / 32 >= a->count) return value_small(a->count ? -(i64)a->negative : 0);
    charge(vm, a->count >> 3);
    Digits r;
    bool lost;
    if (!digits_open(vm, &r, (size_t)a->count + 1)) return V_ERROR;
    size_t count = big_shift_right(r.at, a->digits, a->count, (size_t)bits, &lost);
    u32 one = 1;
    if (a->negative && lost) count = big_add(r.at, r.at, count, &one, 1);
    return digits_to_int(vm, &r, count, a->negative);
}

// ------------------------------------------------------------------------------------------------ powers

Value int_power_float(Vm *vm, Value a, Value b) {
    double x, y;
    if (!int_to_double(a, &x) || !int_to_double(b, &y)) return raise_overflow(vm, "int too large to convert to float");
    return float_binary(vm, OP_POW, x, y);
}

// base ** exponent for an exponent of one digit or two, by squaring from the top bit down.
static Value power_big(Vm *vm, const IntView *base, u64 exponent) {
    u64 bits = big_bit_length(base->digits, base->count);
    u32 low = base->digits[0];
    bool negative = base->negative && (exponent & 1);
    if (base->count == 1 && !(low & (low - 1))) { // a power of two
        if (exponent > (u64)INT64_MAX / 64) return raise_memory(vm);
        u32 one = 1;
        IntView view = {&one, 1, negative, {0}};
        Value by = int_from_u64(vm, exponent * (bits - 1)), result = by == V_ERROR ? by : shift_left(vm, &view, by);
        decref(vm, by);
        return result;
    }
    // The result has more than (bits - 1) * exponent bits; what can not be held need not be begun.
    u64 limit = vm->mem.limit ? vm->mem.limit : UINT32_MAX;
    if (exponent > limit * 8 / (bits - 1)) return raise_memory(vm);
    u64 room = bits * exponent / 32 + 2;
    if (int_mul_cost(room / 2, room / 2) > INT_LONG_WORK / 2) return V_PYTHON;
    charge(vm, (size_t)int_mul_cost(room / 2, room / 2) >> 2);

    Digits x, y;
    if (!digits_open(vm, &x, (size_t)room + base->count)) return V_ERROR;
    if (!digits_open(vm, &y, (size_t)room + base->count)) return digits_close(vm, &x), V_ERROR;
    u32 *now = x.at, *next = y.at;
    BigWork work = big_work(vm);
    BigStatus status = BIG_OK;
    size_t n = base->count;
    memcpy(now, base->digits, n * 4);
    for (int bit = 62 - __builtin_clzll(exponent); bit >= 0 && status == BIG_OK; bit--) {
        u32 *old = now;
        status = big_mul(&work, next, &n, now, n, now, n);
        now = next, next = old;
        if (!(exponent >> bit & 1) || status != BIG_OK) continue;
        if (base->count == 1) {
            n = big_mul_small(now, now, n, low, 0);
        } else {
            status = big_mul(&work, next, &n, now, n, base->digits, base->count);
            old = now, now = next, next = old;
        }
    }
    Value result = status_value(vm, status);
    if (result != V_ERROR) result = int_from_digits(vm, now, (u32)n, negative);
    digits_close(vm, &y);
    digits_close(vm, &x);
    return result;
}

static Value power(Vm *vm, Value a, Value b) {
    int sign = int_sign(b);
    if (sign < 0) return int_power_float(vm, a, b);
    if (!sign) return value_small(1);
    i64 base, exponent;
    bool small_base = int_to_i64(a, &base);
    if (small_base && (base == 0 || base == 1)) return value_small(base);
    if (!int_to_i64(b, &exponent)) {
        IntView view;
        int_view(b, &view);
        if (small_base && base == -1) return value_small(view.digits[0] & 1 ? -1 : 1);
        return raise_memory(vm);
    }
    if (small_base && base == -1) return value_small(exponent & 1 ? -1 : 1);
    if (small_base && fits_32(base) && exponent < 64) {
        i64 result = 1, factor = base;
        u64 left = (u64)exponent;
        while (fits_32(factor) && fits_32(result)) {
            if (left & 1) result *= factor;
            left >>= 1;
            if (!left) return int_from_i64(vm, result);
            factor *= factor;
        }
        if (left == 1 && (result == 1 || result == -1)) return int_from_i64(vm, result * factor);
    }
    IntView view;
    int_view(a, &view);
    return power_big(vm, &view, (u64)exponent);
}

// a * b % m. Below 2^50 a double's guess of the quotient is wrong by one at most.
static u64 mul_mod(u64 a, u64 b, u64 m) {
    if (m <= UINT32_MAX) return a * b % m;
    if (m < 1ull << 50) {
        i64 rest = (i64)(a * b - (u64)((double)a * (double)b / (double)m) * m);
        return rest < 0 ? (u64)rest + m : (u64)rest >= m ? (u64)rest - m : (u64)rest;
    }
    return (u64)((unsigned __int128)a * b % m);
}

// The inverse of a modulo m > 1, for 0 <= a < m; 0 when there is none. Both stay below 2^63.
static u64 inverse_mod(u64 a, u64 m) {
    i64 s = 0, t = 1;
    u64 r = m;
    while (a) {
        u64 q = r / a, rest = r % a;
        i64 next = s - (i64)q * t;
        r = a, a = rest;
        s = t, t = next;
    }
    return r != 1 ? 0 : s < 0 ? (u64)s + m : (u64)s;
}

// base ** exponent % m, for an exponent >= 0 and 0 <= base < m.
//      space = { now : n } { product : 2n } { its quotient by m : n + 2 } { left over : n + 2 }
static Value power_mod_big(Vm *vm, const IntView *base, const IntView *exponent, const IntView *m) {
    u64 bits = big_bit_length(exponent->digits, exponent->count), n = m->count;
    u64 cost = int_mul_cost(n, n) + int_div_cost(2 * n, n) + 100;
    if (cost > INT_LONG_WORK || bits * cost * 2 > INT_LONG_WORK) return V_PYTHON;
    charge(vm, (size_t)(bits * cost >> 3));
    Digits space;
    if (!digits_open(vm, &space, 5 * n + 4)) return V_ERROR;
    u32 *now = space.at, *product = now + n, *quotient = product + 2 * n, *rest = quotient + n + 2;
    BigWork work = big_work(vm);
    BigStatus status = BIG_OK;
    size_t count = 1, size, nq;
    now[0] = 1;
    for (u64 bit = bits; bit-- && status == BIG_OK;) {
        bool set = exponent->digits[bit / 32] >> bit % 32 & 1;
        for (int step = 0; step <= set && status == BIG_OK; step++) { // square, and multiply for a set bit
            const u32 *factor = step ? base->digits : now;
            status = big_mul(&work, product, &size, now, count, factor, step ? base->count : count);
            if (status == BIG_OK) {
                status = big_divmod(&work, quotient, &nq, rest, &count, product, size, m->digits, n);
            }
            memcpy(now, rest, count * 4);
        }
    }
    Value result = status_value(vm, status);
    if (result != V_ERROR) result = int_from_digits(vm, now, (u32)count, false);
    digits_close(vm, &space);
    return result;
}

Value int_pow_mod(Vm *vm, Value a, Value b, Value modulus) {
    i64 m, base, exponent;
    if (!int_sign(modulus)) return raise_value(vm, "pow() 3rd argument cannot be 0");
    if (!int_to_i64(modulus, &m) || m == INT64_MIN || !int_to_i64(a, &base) || !int_to_i64(b, &exponent)) {
        if (int_sign(b) < 0 || int_sign(modulus) < 0 || int_sign(a) < 0 || int_compare(a, modulus) >= 0)
            return V_PYTHON;
        IntView va, vb, size_view;
        int_view(a, &va);
        int_view(b, &vb);
        int_view(modulus, &size_view);
        return power_mod_big(vm, &va, &vb, &size_view);
    }
    u64 size = magnitude(m), result = 1 % size;
    if (size == 1) return value_small(0);
    u64 factor = magnitude(base) % size;
    if (base < 0 && factor) factor = size - factor;
    if (exponent < 0) {
        factor = inverse_mod(factor, size);
        if (!factor) return raise_value(vm, "base is not invertible for the given modulus");
    }
    for (u64 left = magnitude(exponent); left; left >>= 1) {
        if (left & 1) result = mul_mod(result, factor, size);
        factor = mul_mod(factor, factor, size);
    }
    return int_from_i64(vm, m < 0 && result ? (i64)(result - size) : (i64)result);
}

// ------------------------------------------------------------------------------------------------ operators

// Both fit 64 bits. Answers V_UNSET when the result does not.
static Value binary_words(Vm *vm, BinaryOp op, i64 a, i64 b) {
    i64 result;
    switch (op) {
    case OP_ADD: return __builtin_add_overflow(a, b, &result) ? V_UNSET : int_from_i64(vm, result);
    case OP_SUB: return __builtin_sub_overflow(a, b, &result) ? V_UNSET : int_from_i64(vm, result);
    case OP_MUL:
        if (fits_32(a) && fits_32(b)) return int_from_i64(vm, a * b);
        return mul_magnitudes(vm, magnitude(a), magnitude(b), (a < 0) != (b < 0));
    case OP_AND: return int_from_i64(vm, a & b);
    case OP_OR: return int_from_i64(vm, a | b);
    case OP_XOR: return int_from_i64(vm, a ^ b);
    case OP_FLOORDIV:
    case OP_MOD:
    case OP_DIVMOD: {
        if (!b) return raise_zero(vm);
        if (b == -1) return V_UNSET; // INT64_MIN has no opposite
        i64 q = a / b, r = a % b;
        if (r && (r < 0) != (b < 0)) q--, r += b;
        if (op == OP_DIVMOD) {
            Value quotient = int_from_i64(vm, q), remainder = quotient == V_ERROR ? V_ERROR : int_from_i64(vm, r);
            if (remainder == V_ERROR) return decref(vm, quotient), V_ERROR;
            return pair_take(vm, quotient, remainder);
        }
        return int_from_i64(vm, op == OP_MOD ? r : q);
    }
    case OP_TRUEDIV:
        if (!b) return raise_zero(vm);
        if (magnitude(a) > FLOAT_HIDDEN || magnitude(b) > FLOAT_HIDDEN) return V_UNSET;
        return value_float((double)a / (double)b);
    case OP_LSHIFT:
        if (b < 0) return raise_value(vm, "negative shift count");
        if (b < 32 && fits_32(a)) return int_from_i64(vm, a * ((i64)1 << b));
        return V_UNSET;
    case OP_RSHIFT:
        if (b < 0) return raise_value(vm, "negative shift count");
        return int_from_i64(vm, a >> (b > 63 ? 63 : b));
    default: return V_UNSET;
    }
}

// v as an unsigned word, when it is one: what hash functions and generators of random numbers work with.
static bool to_unsigned(Value v, u64 *out) {
    if (is_small(v)) return *out = (u64)small_get(v), small_get(v) >= 0;
    if (is_bool(v)) return *out = v == V_TRUE, true;
    Int *i = int_object(v);
    return *out = big_to_u64(i->digits, i->count), i->count <= 2 && !i->negative;
}

static Value binary_unsigned(Vm *vm, BinaryOp op, u64 a, u64 b) {
    u64 result;
    switch (op) {
    case OP_ADD: return __builtin_add_overflow(a, b, &result) ? V_UNSET : int_from_u64(vm, result);
    case OP_SUB: return a < b ? V_UNSET : int_from_u64(vm, a - b);
    case OP_MUL: return mul_magnitudes(vm, a, b, false);
    case OP_AND: return int_from_u64(vm, a & b);
    case OP_OR: return int_from_u64(vm, a | b);
    case OP_XOR: return int_from_u64(vm, a ^ b);
    case OP_FLOORDIV: return b ? int_from_u64(vm, a / b) : V_UNSET;
    case OP_MOD: return b ? int_from_u64(vm, a % b) : V_UNSET;
    case OP_LSHIFT: return b < 64 ? mul_magnitudes(vm, a, 1ull << b, false) : V_UNSET;
    case OP_RSHIFT: return int_from_u64(vm, b < 64 ? a >> b : 0);
    default: return V_UNSET;
    }
}

Value int_binary(Vm *vm, BinaryOp op, Value a, Value b) {
    i64 x, y;
    u64 p, q;
    if (op == OP_POW) return power(vm, a, b);
    Value result = V_UNSET;
    if (int_to_i64(a, &x) && int_to_i64(b, &y)) result = binary_words(vm, op, x, y);
    if (result == V_UNSET && to_unsigned(a, &p) && to_unsigned(b, &q)) result = binary_unsigned(vm, op, p, q);
    if (result != V_UNSET) return result;
    IntView va, vb;
    int_view(a, &va);
    int_view(b, &vb);
    switch (op) {
    case OP_ADD: return add_big(vm, &va, &vb, vb.negative);
    case OP_SUB: return add_big(vm, &va, &vb, !vb.negative);
    case OP_MUL: return mul_big(vm, &va, &vb);
    case OP_FLOORDIV:
    case OP_MOD:
    case OP_DIVMOD: return divide(vm, op, &va, &vb);
    case OP_TRUEDIV: return true_divide(vm, &va, &vb);
    case OP_AND:
    case OP_OR:
    case OP_XOR: return bitwise(vm, op, &va, &vb);
    case OP_LSHIFT:
    case OP_RSHIFT:
        if (vb.negative && vb.count) return raise_value(vm, "negative shift count");
        return op == OP_LSHIFT ? shift_left(vm, &va, b) : shift_right(vm, &va, b);
    default: return V_NOT_IMPLEMENTED;
    }
}

Value int_unary(Vm *vm, UnaryOp op, Value v) {
    i64 n;
    if (op == OP_POS || (op == OP_ABS && int_sign(v) >= 0)) return int_exact(vm, v);
    if (int_to_i64(v, &n) && n != INT64_MIN) return int_from_i64(vm, op == OP_INVERT ? ~n : -n);
    IntView view;
    int_view(v, &view);
    if (op != OP_INVERT) return int_from_digits(vm, view.digits, view.count, !view.negative);
    // ~v = -v - 1
    u32 one = 1;
    IntView minus_one = {&one, 1, true, {0}};
    view.negative = !view.negative;
    return add_big(vm, &view, &minus_one, true);
}

// ------------------------------------------------------------------------------------------------ for math

// Bits `from` to `from` + 59 of a number.
static i64 sixty_bits(const u32 *a, size_t n, u64 from) {
    size_t i = (size_t)(from / 32);
    u32 part = from % 32;
    u64 low = (i < n ? a[i] : 0) | (u64)(i + 1 < n ? a[i + 1] : 0) << 32;
    u64 high = i + 2 < n ? a[i + 2] : 0;
    return (i64)((part ? low >> part | high << (64 - part) : low) & ((1ull << 60) - 1));
}

// Lehmer's steps for a >= b: as many steps of Euclid as the upper 60 bits of both decide, on these words alone, then
// all of them at once on the digits. Ends when b has two digits or fewer, or after about `work` digit products.
static BigStatus lehmer(BigWork *big, u32 **pa, size_t *na, u32 **pb, size_t *nb, u32 **spare, u32 *quotient,
                        u64 work) {
    BigStatus status = BIG_OK;
    for (u64 done = 0; *nb > 2 && done < work && status == BIG_OK; done += 4 * *na + 150) {
        u32 *a = *pa, *b = *pb;
        u64 from = big_bit_length(a, *na) - 60;
        i64 x = sixty_bits(a, *na, from), y = sixty_bits(b, *nb, from);
        i64 A = 1, B = 0, C = 0, D = 1;
        int k = 0;
        for (; y != C; k++) {
            i64 q = (x + (A - 1)) / (y - C), s = B + q * D, t = x - q * y;
            if (s > t) break;
            x = y, y = t;
            t = A + q * C;
            A = D, B = C, C = s, D = t;
        }
        if (!k) { // no quotient is certain: one step on all digits
            size_t unused, nr;
            status = big_divmod(big, quotient, &unused, *spare, &nr, a, *na, b, *nb);
            done += int_div_cost(*na, *nb);
            *pa = b, *na = *nb;
            *pb = *spare, *nb = nr;
            *spare = a;
            continue;
        }
        if (k & 1) {
            i64 t = -A;
            A = -B, B = t;
            t = -C;
            C = -D, D = t;
        }
        // a, b = A a - B b, D b - C a: the cofactors have 30 bits
        i64 carry_a = 0, carry_b = 0;
        for (size_t i = 0; i < *na; i++) {
            i64 p = a[i], q = i < *nb ? b[i] : 0;
            carry_a += A * p - B * q;
            carry_b += D * q - C * p;
            a[i] = (u32)carry_a;
            b[i] = (u32)carry_b;
            carry_a >>= 32;
            carry_b >>= 32;
        }
        *nb = big_trim(b, *na);
        *na = big_trim(a, *na);
    }
    return status;
}

static u64 gcd_words(u64 a, u64 b) {
    while (b) {
        u64 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

// Steps towards the divisor of a and b, up to `work`: *a and *b (owned, >= 0) have the same one; *b is 0 at the end.
static Value gcd_steps(Vm *vm, Value *a, Value *b, u64 work) {
    IntView va, vb;
    int_view(*a, &va);
    int_view(*b, &vb);
    if (big_compare(va.digits, va.count, vb.digits, vb.count) < 0) {
        Value *other = a;
        a = b, b = other;
        int_view(*a, &va);
        int_view(*b, &vb);
    }
    size_t n = va.count, na = n, nb = vb.count, room = n + 2;
    Digits space; // four arrays, of which the first three take turns
    if (!digits_open(vm, &space, 4 * room)) return V_ERROR;
    u32 *pa = space.at, *pb = pa + room, *spare = pb + room, *quotient = spare + room;
    memcpy(pa, va.digits, na * 4);
    memcpy(pb, vb.digits, nb * 4);
    BigWork big = big_work(vm);
    BigStatus status = BIG_OK;
    if (na >= nb + 2 && nb) { // of very different sizes: one division first
        size_t unused;
        status = big_divmod(&big, quotient, &unused, spare, &n, pa, na, pb, nb);
        u32 *old = pa;
        pa = pb, na = nb;
        pb = spare, nb = n;
        spare = old;
    }
    if (status == BIG_OK) status = lehmer(&big, &pa, &na, &pb, &nb, &spare, quotient, work);
    if (status == BIG_OK && nb && nb <= 2) {
        size_t unused;
        status = big_divmod(&big, quotient, &unused, spare, &n, pa, na, pb, nb);
        if (status == BIG_OK) na = big_from_u64(pa, gcd_words(big_to_u64(pb, nb), big_to_u64(spare, n))), nb = 0;
    }
    Value result = status_value(vm, status);
    if (result != V_ERROR) {
        Value next_a = int_from_digits(vm, pa, (u32)na, false);
        Value next_b = next_a == V_ERROR ? V_ERROR : int_from_digits(vm, pb, (u32)nb, false);
        if (next_b == V_ERROR) {
            decref(vm, next_a);
            result = V_ERROR;
        } else {
            decref(vm, *a);
            decref(vm, *b);
            *a = next_a, *b = next_b;
        }
    }
    digits_close(vm, &space);
    return result;
}

static u64 gcd_cost(Value a, Value b) {
    u64 na = int_bit_length(a) / 32, nb = int_bit_length(b) / 32, least = na < nb ? na : nb;
    return int_div_cost(na, nb) + int_div_cost(nb, na) + least * (4 * least + 150);
}

Value int_gcd(Vm *vm, Value a, Value b) {
    i64 x, y;
    if (int_to_i64(a, &x) && int_to_i64(b, &y)) return int_from_u64(vm, gcd_words(magnitude(x), magnitude(y)));
    u64 cost = gcd_cost(a, b);
    if (cost > INT_LONG_WORK) return V_PYTHON;
    charge(vm, (size_t)(cost >> 3));
    Value p = int_unary(vm, OP_ABS, a), q = p == V_ERROR ? p : int_unary(vm, OP_ABS, b);
    Value status = q == V_ERROR ? q : gcd_steps(vm, &p, &q, UINT64_MAX);
    Value result = status == V_ERROR ? status : own(int_sign(q) ? q : p);
    decref(vm, p);
    decref(vm, q);
    return result;
}

Value int_gcd_steps(Vm *vm, Value a, Value b) {
    charge(vm, INT_LONG_WORK >> 3);
    Value items[2] = {int_unary(vm, OP_ABS, a), V_UNSET};
    if (items[0] != V_ERROR) items[1] = int_unary(vm, OP_ABS, b);
    Value status = items[0] == V_ERROR || items[1] == V_ERROR ? V_ERROR : V_NONE;
    if (status != V_ERROR) status = gcd_steps(vm, &items[0], &items[1], INT_LONG_WORK);
    if (status != V_ERROR) return pair_take(vm, items[0], items[1]);
    decref(vm, items[0]);
    decref(vm, items[1]);
    return V_ERROR;
}

Value int_isqrt(Vm *vm, Value n) {
    i64 x;
    if (!int_to_i64(n, &x)) return V_PYTHON;
    u64 v = (u64)x, root = (u64)__builtin_sqrt((double)v);
    while (root * root > v) root--;
    while (v - root * root > 2 * root) root++;
    return int_from_u64(vm, root);
}
