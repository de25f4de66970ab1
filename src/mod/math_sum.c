// math_sum.c: sums and norms that lose no digits on the way: fsum, sumprod, hypot, dist; and prod. They work on exact
// lists and tuples of plain numbers; iterators, and numbers of other types, are _math.py's.
#include "mod/math_impl.h"

#include "base/floatbits.h"
#include <float.h>

// Items that are summed at once; longer sequences come in pieces.
#define PIECE 20000

// A sum or product of two doubles and what rounding lost.
typedef struct Double2 {
    double high, low;
} Double2;

static Double2 sum2(double a, double b) {
    double sum = a + b, z = sum - a;
    return (Double2){sum, (a - (sum - z)) + (b - z)};
}
static Double2 fast_sum2(double a, double b) { // |a| >= |b|
    double sum = a + b;
    return (Double2){sum, (a - sum) + b};
}
static Double2 product2(double a, double b) {
    double product = a * b;
    return (Double2){product, fma(a, b, -product)};
}

// ------------------------------------------------------------------------------------------------ fsum

// Shewchuk's partial sums: they do not overlap, and grow in size. There are never more than some forty.
#define PARTIALS 64
typedef struct Sum {
    double partials[PARTIALS];
    int n;
    double special, infinite; // sums of what is not finite: with NaNs, of infinities only
} Sum;

static Value sum_add(Vm *vm, Sum *s, double x) {
    double given = x;
    int kept = 0;
    for (int j = 0; j < s->n; j++) {
        double y = s->partials[j];
        if (fabs(x) < fabs(y)) {
            double t = x;
            x = y;
            y = t;
        }
        Double2 r = fast_sum2(x, y);
        if (r.low != 0) s->partials[kept++] = r.low;
        x = r.high;
    }
    s->n = kept;
    if (x == 0) return V_NONE;
    if (!float_is_finite(x)) {
        if (float_is_finite(given)) return raise_overflow(vm, "intermediate overflow in fsum");
        if (isinf(given)) s->infinite += given;
        s->special += given;
        s->n = 0;
    } else if (s->n < PARTIALS) s->partials[s->n++] = x;
    return V_NONE;
}

static Value sum_end(Vm *vm, Sum *s) {
    if (s->special != 0) {
        if (s->infinite != s->infinite) return raise_value(vm, "-inf + inf in fsum");
        return value_float(s->special);
    }
    int n = s->n;
    double *p = s->partials, high = 0.0, low = 0.0;
    if (n > 0) {
        high = p[--n];
        while (n > 0) {
            Double2 r = fast_sum2(high, p[--n]);
            high = r.high;
            low = r.low;
            if (low != 0) break;
        }
        // Half way between two doubles, the next partial decides.
        if (n > 0 && ((low < 0 && p[n - 1] < 0) || (low > 0 && p[n - 1] > 0))) {
            double twice = low * 2.0, x = high + twice;
            if (twice == x - high) high = x;
        }
    }
    return value_float(high);
}

static Value sum_items(Vm *vm, Sum *s, const Value *items, u32 n) {
    charge(vm, n * 2);
    for (u32 i = 0; i < n; i++) {
        double x;
        Value status = math_doubles(vm, &items[i], 1, &x);
        if (status == V_NONE) status = sum_add(vm, s, x);
        if (status != V_NONE) return status;
    }
    return V_NONE;
}

MATH_NATIVE(math_fsum) {
    const Value *items;
    u32 count;
    if (!math_items(args[0], &items, &count) || count > PIECE) return V_PYTHON;
    Sum sum = {.n = 0};
    Value status = sum_items(vm, &sum, items, count);
    return status != V_NONE ? status : sum_end(vm, &sum);
}

// _math_fsum_add(state, items): the state after some items more: (special, infinite, partials…); items None ends it
// with the sum. All items are real numbers.
MATH_NATIVE(math_fsum_add) {
    Sum sum = {.n = 0};
    Tuple *state = tuple_get(args[0]);
    if (state->len) {
        sum.special = float_get(state->items[0]);
        sum.infinite = float_get(state->items[1]);
        for (u32 i = 2; i < state->len; i++) sum.partials[sum.n++] = float_get(state->items[i]);
    }
    if (is_none(args[1])) return sum_end(vm, &sum);
    List *items = list_get(args[1]);
    Value status = sum_items(vm, &sum, items->items, items->len);
    if (status != V_NONE) return status;
    Tuple *after = tuple_new(vm, (u32)sum.n + 2);
    if (!after) return V_ERROR;
    after->items[0] = value_float(sum.special);
    after->items[1] = value_float(sum.infinite);
    for (int i = 0; i < sum.n; i++) after->items[i + 2] = value_float(sum.partials[i]);
    return value_object(after);
}

// ------------------------------------------------------------------------------------------------ products

INLINE bool is_plain_number(Value v) { return is_small(v) || is_float(v) || value_is(v, T_INT); }

MATH_NATIVE(math_prod) {
    const Value *items;
    u32 count;
    if (!math_items(args[0], &items, &count) || count > 500) return V_PYTHON;
    Value result = args[1] == V_UNSET ? value_small(1) : own(args[1]);
    for (u32 i = 0; i < count; i++) {
        bool plain = is_plain_number(result) && is_plain_number(items[i]);
        Value next = plain ? value_binary(vm, OP_MUL, result, items[i]) : V_PYTHON;
        decref(vm, result);
        if (is_marker(next)) return next;
        result = next;
    }
    return result;
}

// total + x, or total + p * q when there is a q; takes total.
static Value plus_take(Vm *vm, Value total, Value p, Value q) {
    Value product = q == V_UNSET ? own(p) : value_binary(vm, OP_MUL, p, q);
    Value sum = is_marker(product) ? product : value_binary(vm, OP_ADD, total, product);
    decref(vm, product);
    decref(vm, total);
    return sum;
}

// As in CPython, three ways that follow each other: pairs of ints as long as sums fit a word; pairs with a float,
// summed in three doubles, as long as the sum is finite; then everything with + and *.
MATH_NATIVE(math_sumprod) {
    const Value *p, *q;
    u32 np, nq;
    if (!math_items(args[0], &p, &np) || !math_items(args[1], &q, &nq) || np > PIECE) return V_PYTHON;
    for (u32 i = 0; i < np && i < nq; i++)
        if (!is_plain_number(p[i]) || !is_plain_number(q[i])) return V_PYTHON;
    if (np != nq) return raise_value(vm, "Inputs are not the same length");
    charge(vm, np * 2);
    Value total = value_small(0);
    double high = 0.0, low = 0.0, tiny = 0.0, x[2];
    u32 i = 0;
    i64 word;
    for (; i < np && !is_float(p[i]) && !is_float(q[i]) && int_to_i64(total, &word); i++) {
        total = plus_take(vm, total, p[i], q[i]);
        if (is_marker(total)) return total;
    }
    bool floats = i < np && int_to_i64(total, &word);
    for (; floats && i < np && (is_float(p[i]) || is_float(q[i])); i++) {
        Value pair[2] = {p[i], q[i]}, status = math_doubles(vm, pair, 2, x);
        if (status != V_NONE) return decref(vm, total), status;
        Double2 product = product2(x[0], x[1]), sum = sum2(high, product.high), rest = sum2(low, product.low);
        if (!float_is_finite(sum.high)) break;
        Double2 both = sum2(rest.high, sum.low);
        high = sum.high;
        low = both.high;
        tiny += rest.low + both.low;
    }
    if (floats) {
        Double2 last = sum2(low, high);
        total = plus_take(vm, total, value_float(tiny + last.low + last.high), V_UNSET);
    }
    for (; i < np && !is_marker(total); i++) total = plus_take(vm, total, p[i], q[i]);
    return total;
}

// ------------------------------------------------------------------------------------------------ norms

// The root of the sum of squares of n numbers >= 0, of which `max` is the greatest: scaled by a power of two, squared
// and summed without loss, and the root corrected once.
static double norm(double *x, u32 n, double max, bool found_nan) {
    if (isinf(max)) return max;
    if (found_nan) return NAN;
    if (max == 0 || n <= 1) return max;
    int exponent;
    frexp(max, &exponent);
    if (exponent < -1023) { // the scale would overflow: subnormals are made normal first
        for (u32 i = 0; i < n; i++) x[i] /= DBL_MIN;
        return DBL_MIN * norm(x, n, max / DBL_MIN, found_nan);
    }
    double scale = ldexp(1.0, -exponent), sum = 1.0, lost1 = 0.0, lost2 = 0.0;
    for (u32 i = 0; i < n; i++) {
        double scaled = x[i] * scale;
        Double2 square = product2(scaled, scaled), next = fast_sum2(sum, square.high);
        sum = next.high;
        lost1 += square.low;
        lost2 += next.low;
    }
    double root = sqrt(sum - 1.0 + (lost1 + lost2));
    Double2 square = product2(-root, root), next = fast_sum2(sum, square.high);
    lost1 += square.low;
    lost2 += next.low;
    root += (next.high - 1.0 + (lost1 + lost2)) / (2.0 * root);
    return root / scale;
}

// hypot: of the numbers p; dist: of the differences p - q.
static Value norm_of(Vm *vm, const Value *p, const Value *q, u32 n) {
    double local[16], *x = n <= countof(local) ? local : mem_alloc(&vm->mem, n * sizeof *x);
    if (!x) return raise_memory(vm);
    double max = 0.0;
    bool found_nan = false;
    Value result = V_NONE;
    charge(vm, n);
    for (u32 i = 0; i < n && result == V_NONE; i++) {
        double a, b = 0;
        result = math_doubles(vm, &p[i], 1, &a);
        if (result == V_NONE && q) result = math_doubles(vm, &q[i], 1, &b);
        if (result != V_NONE) break;
        x[i] = fabs(q ? a - b : a);
        found_nan |= x[i] != x[i];
        if (x[i] > max) max = x[i];
    }
    if (result == V_NONE) result = value_float(norm(x, n, max, found_nan));
    if (x != local) mem_free(&vm->mem, x, n * sizeof *x);
    return result;
}

MATH_NATIVE(math_hypot) { return norm_of(vm, tuple_get(args[0])->items, NULL, tuple_get(args[0])->len); }

MATH_NATIVE(math_dist) {
    const Value *p, *q;
    u32 np, nq;
    if (!math_items(args[0], &p, &np) || !math_items(args[1], &q, &nq)) return V_PYTHON;
    if (np != nq) return raise_value(vm, "both points must have the same number of dimensions");
    return norm_of(vm, p, q, np);
}
