// list_sort.c: sorting. Three ways, all stable:
//
//   numbers       integers of 48 bits, or floats, only: by their bits, digit by digit
//   plain         anything that is compared without Python: timsort
//   by Python     the same timsort in src/lib/_sort.py, where each comparison is a real `a < b`
//
// Timsort makes exactly CPython's comparisons in CPython's order (runs, binary insertion, galloping, the merge order of
// powersort): a program that prints in __lt__, or whose order is not consistent, sees the difference. The numbers need
// no such care, since nobody sees them being compared.
#include "obj/bytes.h"
#include "obj/container.h"

#define MAX_MINRUN 64
#define MIN_GALLOP 7

typedef int (*LessFn)(Vm *vm, Value a, Value b); // 0, 1, IS_ERROR, IS_PYTHON

typedef struct Run {
    u32 start, len;
    int power;
} Run;

typedef struct Sort {
    Vm *vm;
    Value *keys;
    Value *values; // move with the keys; NULL: there are only keys
    u32 len;
    LessFn less;
    Value *temp;   // room for half of the keys, and behind them for as many values
    u32 temp_room;
    u32 min_gallop;
    u32 runs;
    Run run[40]; // powers grow strictly from one to the next, and are below 34
} Sort;

// ---- moving ----------------------------------------------------------------------------------------------------------------

INLINE void copy_one(Sort *s, u32 to, u32 from) {
    s->keys[to] = s->keys[from];
    if (s->values) s->values[to] = s->values[from];
}
INLINE void copy_some(Sort *s, u32 to, u32 from, u32 n) {
    memmove(s->keys + to, s->keys + from, n * sizeof(Value));
    if (s->values) memmove(s->values + to, s->values + from, n * sizeof(Value));
}
INLINE void to_temp(Sort *s, u32 from, u32 n) {
    memcpy(s->temp, s->keys + from, n * sizeof(Value));
    if (s->values) memcpy(s->temp + s->temp_room, s->values + from, n * sizeof(Value));
}
INLINE void from_temp(Sort *s, u32 to, u32 from, u32 n) {
    memcpy(s->keys + to, s->temp + from, n * sizeof(Value));
    if (s->values) memcpy(s->values + to, s->temp + s->temp_room + from, n * sizeof(Value));
}
INLINE void one_from_temp(Sort *s, u32 to, u32 from) {
    s->keys[to] = s->temp[from];
    if (s->values) s->values[to] = s->temp[s->temp_room + from];
}
static void reverse(Sort *s, u32 start, u32 n) {
    items_reverse(s->keys + start, n);
    if (s->values) items_reverse(s->values + start, n);
}

// ---- runs ------------------------------------------------------------------------------------------------------------------

#define LESS(a, b) s->less(s->vm, a, b)

// The first `sorted` of the n keys from `start` on are in order: inserts the others by binary search.
static int binary_insertion(Sort *s, u32 start, u32 n, u32 sorted) {
    for (Value *keys = s->keys + start; sorted < n; sorted++) {
        Value pivot = keys[sorted];
        u32 left = 0, right = sorted;
        while (left < right) {
            u32 middle = (left + right) >> 1;
            int less = LESS(pivot, keys[middle]);
            if (less < 0) return less;
            if (less) right = middle;
            else left = middle + 1;
        }
        memmove(keys + left + 1, keys + left, (sorted - left) * sizeof(Value));
        keys[left] = pivot;
        if (s->values) {
            Value *values = s->values + start, moved = values[sorted];
            memmove(values + left + 1, values + left, (sorted - left) * sizeof(Value));
            values[left] = moved;
        }
    }
    return 0;
}

// The length of the run that begins there, of at most n keys; one that falls is turned round. Below 0: a status.
static i64 count_run(Sort *s, u32 start, u32 n) {
    Value *keys = s->keys + start;
    u32 i = 1;
    int less = 0;
    for (; i < n; i++) {
        if ((less = LESS(keys[i], keys[i - 1]))) break;
    }
    if (less < 0) return less;
    if (i == n) return n;
    // keys[i] is less than the one before it. If all before it are equal, the run falls from its first key on.
    if (i > 1) {
        if ((less = LESS(keys[0], keys[i - 1]))) return less < 0 ? less : (i64)i;
        reverse(s, start, i);
    }
    i++;
    // Equal keys are turned round at once, and once more with the whole run: so they keep their order.
    u32 equal = 0;
    for (; i < n; i++) {
        if ((less = LESS(keys[i], keys[i - 1])) < 0) return less;
        if (!less) {
            if ((less = LESS(keys[i - 1], keys[i])) < 0) return less;
            if (less) break;
            equal++;
        } else if (equal) {
            reverse(s, start + i - equal - 1, equal + 1);
            equal = 0;
        }
    }
    if (equal) reverse(s, start + i - equal - 1, equal + 1);
    reverse(s, start, i);
    for (; i < n; i++) {
        if ((less = LESS(keys[i], keys[i - 1])) < 0) return less;
        if (less) break;
    }
    return i;
}

static u32 minimum_run(u32 n) {
    u32 lost = 0;
    for (; n >= MAX_MINRUN; n >>= 1) lost |= n & 1;
    return n + lost;
}

// ---- galloping -------------------------------------------------------------------------------------------------------------
// Where `key` belongs in a[0..n), searched from a[hint] outwards in growing steps, then by halves. Below 0: a status.

// To the left of all that are equal to it.
static i64 gallop_left(Sort *s, Value key, const Value *a, u32 n, u32 hint) {
    i64 last = 0, step = 1, max;
    int less = LESS(a[hint], key);
    if (less < 0) return less;
    if (less) {
        for (max = (i64)n - hint; step < max; step = step * 2 + 1) {
            if ((less = LESS(a[hint + step], key)) < 0) return less;
            if (!less) break;
            last = step;
        }
        if (step > max) step = max;
        last += hint;
        step += hint;
    } else {
        for (max = (i64)hint + 1; step < max; step = step * 2 + 1) {
            if ((less = LESS(a[hint - step], key)) < 0) return less;
            if (less) break;
            last = step;
        }
        if (step > max) step = max;
        i64 swap = last;
        last = hint - step;
        step = hint - swap;
    }
    for (last++; last < step;) {
        i64 middle = last + ((step - last) >> 1);
        if ((less = LESS(a[middle], key)) < 0) return less;
        if (less) last = middle + 1;
        else step = middle;
    }
    return step;
}

// To the right of all that are equal to it.
static i64 gallop_right(Sort *s, Value key, const Value *a, u32 n, u32 hint) {
    i64 last = 0, step = 1, max;
    int less = LESS(key, a[hint]);
    if (less < 0) return less;
    if (less) {
        for (max = (i64)hint + 1; step < max; step = step * 2 + 1) {
            if ((less = LESS(key, a[hint - step])) < 0) return less;
            if (!less) break;
            last = step;
        }
        if (step > max) step = max;
        i64 swap = last;
        last = hint - step;
        step = hint - swap;
    } else {
        for (max = (i64)n - hint; step < max; step = step * 2 + 1) {
            if ((less = LESS(key, a[hint + step])) < 0) return less;
            if (less) break;
            last = step;
        }
        if (step > max) step = max;
        last += hint;
        step += hint;
    }
    for (last++; last < step;) {
        i64 middle = last + ((step - last) >> 1);
        if ((less = LESS(key, a[middle])) < 0) return less;
        if (less) step = middle;
        else last = middle + 1;
    }
    return step;
}

// ---- merging ---------------------------------------------------------------------------------------------------------------

// Merges na keys from `to` on with the nb that follow them, na <= nb: the first run waits in temp, and the gap that it
// leaves is filled from the left. b's first key comes before all of a, a's last key behind all of b.
static int merge_low(Sort *s, u32 to, u32 na, u32 nb) {
    u32 a = 0, b = to + na, min_gallop = s->min_gallop;
    int status = 0;
    to_temp(s, to, na);
    copy_one(s, to++, b++);
    if (!--nb) goto end;
    if (na == 1) goto last;
    for (;;) {
        u32 won_a = 0, won_b = 0;
        for (;;) {
            status = LESS(s->keys[b], s->temp[a]);
            if (status < 0) goto end;
            if (status) {
                copy_one(s, to++, b++);
                won_a = 0;
                if (!--nb) goto end;
                if (++won_b >= min_gallop) break;
            } else {
                one_from_temp(s, to++, a++);
                won_b = 0;
                if (--na == 1) goto last;
                if (++won_a >= min_gallop) break;
            }
        }
        min_gallop++;
        do {
            min_gallop -= min_gallop > 1;
            s->min_gallop = min_gallop;
            i64 n = gallop_right(s, s->keys[b], s->temp + a, na, 0);
            if (n < 0) {
                status = (int)n;
                goto end;
            }
            won_a = (u32)n;
            if (n) {
                from_temp(s, to, a, won_a);
                to += won_a, a += won_a, na -= won_a;
                if (na == 1) goto last;
                if (!na) goto end; // only when the comparison is not consistent
            }
            copy_one(s, to++, b++);
            if (!--nb) goto end;
            n = gallop_left(s, s->temp[a], s->keys + b, nb, 0);
            if (n < 0) {
                status = (int)n;
                goto end;
            }
            won_b = (u32)n;
            if (n) {
                copy_some(s, to, b, won_b);
                to += won_b, b += won_b, nb -= won_b;
                if (!nb) goto end;
            }
            one_from_temp(s, to++, a++);
            if (--na == 1) goto last;
        } while (won_a >= MIN_GALLOP || won_b >= MIN_GALLOP);
        s->min_gallop = ++min_gallop; // leaving it costs
    }
last:
    copy_some(s, to, b, nb);
    one_from_temp(s, to + nb, a);
    return 0;
end:
    from_temp(s, to, a, na);
    return status < 0 ? status : 0;
}

// The same for na >= nb: the second run waits in temp, and the gap is filled from the right. `start` is a's first key.
static int merge_high(Sort *s, u32 start, u32 na, u32 nb) {
    u32 min_gallop = s->min_gallop;
    i64 a = (i64)start + na - 1, b = (i64)nb - 1, to = a + nb; // where each of them has its last key left
    int status = 0;
    to_temp(s, start + na, nb);
    copy_one(s, (u32)to--, (u32)a--);
    if (!--na) goto end;
    if (nb == 1) goto last;
    for (;;) {
        u32 won_a = 0, won_b = 0;
        for (;;) {
            status = LESS(s->temp[b], s->keys[a]);
            if (status < 0) goto end;
            if (status) {
                copy_one(s, (u32)to--, (u32)a--);
                won_b = 0;
                if (!--na) goto end;
                if (++won_a >= min_gallop) break;
            } else {
                one_from_temp(s, (u32)to--, (u32)b--);
                won_a = 0;
                if (--nb == 1) goto last;
                if (++won_b >= min_gallop) break;
            }
        }
        min_gallop++;
        do {
            min_gallop -= min_gallop > 1;
            s->min_gallop = min_gallop;
            i64 n = gallop_right(s, s->temp[b], s->keys + start, na, na - 1);
            if (n < 0) {
                status = (int)n;
                goto end;
            }
            won_a = na - (u32)n;
            if (won_a) {
                to -= won_a, a -= won_a;
                copy_some(s, (u32)(to + 1), (u32)(a + 1), won_a);
                if (!(na -= won_a)) goto end;
            }
            one_from_temp(s, (u32)to--, (u32)b--);
            if (--nb == 1) goto last;
            n = gallop_left(s, s->keys[a], s->temp, nb, nb - 1);
            if (n < 0) {
                status = (int)n;
                goto end;
            }
            won_b = nb - (u32)n;
            if (won_b) {
                to -= won_b, b -= won_b, nb -= won_b;
                from_temp(s, (u32)(to + 1), (u32)(b + 1), won_b);
                if (nb == 1) goto last;
                if (!nb) goto end;
            }
            copy_one(s, (u32)to--, (u32)a--);
            if (!--na) goto end;
        } while (won_a >= MIN_GALLOP || won_b >= MIN_GALLOP);
        s->min_gallop = ++min_gallop;
    }
last:
    to -= na, a -= na;
    copy_some(s, (u32)(to + 1), (u32)(a + 1), na);
    one_from_temp(s, (u32)to, (u32)b);
    return 0;
end:
    if (nb) from_temp(s, (u32)(to - (nb - 1)), 0, nb);
    return status < 0 ? status : 0;
}

// Merges the runs i and i + 1.
static int merge_at(Sort *s, u32 i) {
    u32 a = s->run[i].start, na = s->run[i].len, b = s->run[i + 1].start, nb = s->run[i + 1].len;
    s->run[i].len = na + nb;
    if (i + 3 == s->runs) s->run[i + 1] = s->run[i + 2];
    s->runs--;
    // What of a comes before all of b, and what of b behind all of a, is in its place.
    i64 n = gallop_right(s, s->keys[b], s->keys + a, na, 0);
    if (n < 0) return (int)n;
    a += (u32)n;
    na -= (u32)n;
    if (!na) return 0;
    n = gallop_left(s, s->keys[a + na - 1], s->keys + b, nb, nb - 1);
    if (n <= 0) return (int)n;
    return na <= n ? merge_low(s, a, na, (u32)n) : merge_high(s, a, na, (u32)n);
}

// Powersort: how deep the boundary between two neighbouring runs stands in an ideal tree of merges.
static int power_between(u32 start, u32 n1, u32 n2, u32 len) {
    u64 a = 2 * (u64)start + n1, b = a + n1 + n2; // twice the middles
    for (int power = 1;; power++) {
        if (a >= len) {
            a -= len;
            b -= len;
        } else if (b >= len) return power;
        a <<= 1;
        b <<= 1;
    }
}

static int timsort(Sort *s) {
    u32 min_run = minimum_run(s->len), start = 0;
    int status = 0;
    s->min_gallop = MIN_GALLOP;
    s->runs = 0;
    while (start < s->len) {
        u32 left = s->len - start;
        i64 n = count_run(s, start, left);
        if (n < 0) return (int)n;
        if (n < min_run) {
            u32 forced = left < min_run ? left : min_run;
            if ((status = binary_insertion(s, start, forced, (u32)n))) return status;
            n = forced;
        }
        if (s->runs) {
            Run *top = &s->run[s->runs - 1];
            int power = power_between(top->start, top->len, (u32)n, s->len);
            while (s->runs > 1 && s->run[s->runs - 2].power > power) {
                if ((status = merge_at(s, s->runs - 2))) return status;
            }
            s->run[s->runs - 1].power = power;
        }
        s->run[s->runs++] = (Run){start, (u32)n, 0};
        start += (u32)n;
    }
    while (s->runs > 1) {
        u32 i = s->runs - 2;
        if (i > 0 && s->run[i - 1].len < s->run[i + 1].len) i--;
        if ((status = merge_at(s, i))) return status;
    }
    return 0;
}

// ---- what the keys are -----------------------------------------------------------------------------------------------------

// KEYS_NUMBER: any numbers but NaNs, whose order is total, too.
enum KeyKind { KEYS_MIXED, KEYS_SMALL, KEYS_FLOAT, KEYS_STR, KEYS_TUPLE, KEYS_NUMBER };

static int less_small(Vm *vm, Value a, Value b) { return small_get(a) < small_get(b); }
static int less_float(Vm *vm, Value a, Value b) { return float_get(a) < float_get(b); }
static int less_str(Vm *vm, Value a, Value b) { return str_compare(str_get(a), str_get(b)) < 0; }
static int less_tuple(Vm *vm, Value a, Value b) {
    // Mostly the first items tell, and mostly they are numbers.
    Value x = tuple_get(a)->items[0], y = tuple_get(b)->items[0];
    if (both_small(x, y) && x != y) return small_get(x) < small_get(y);
    return value_less(vm, a, b);
}
static const LessFn less_by_kind[] = {value_less, less_small, less_float, less_str, less_tuple, value_less};

static enum KeyKind kind_of(Value v) {
    if (is_small(v)) return KEYS_SMALL;
    if (is_float(v)) return float_get(v) == float_get(v) ? KEYS_FLOAT : KEYS_MIXED; // a NaN has no order
    if (is_exact_str(v)) return KEYS_STR;
    if (is_bool(v) || value_is(v, T_INT)) return KEYS_NUMBER;
    return value_is(v, T_TUPLE) && tuple_get(v)->len ? KEYS_TUPLE : KEYS_MIXED;
}

// The kind of keys of both kinds.
static enum KeyKind kind_with(enum KeyKind a, enum KeyKind b) {
    if (a == b) return a;
    bool numbers = (a == KEYS_SMALL || a == KEYS_FLOAT || a == KEYS_NUMBER) && (b == KEYS_SMALL || b == KEYS_FLOAT || b == KEYS_NUMBER);
    return numbers ? KEYS_NUMBER : KEYS_MIXED;
}

static enum KeyKind kind_of_all(const Value *keys, u32 n) {
    enum KeyKind kind = kind_of(keys[0]);
    for (u32 i = 1; kind && i < n; i++) {
        enum KeyKind one = kind_of(keys[i]);
        if (one != kind) kind = kind_with(kind, one);
    }
    return kind;
}

// Are these tuples totally ordered, without errors and without Python: each column of numbers or of strings?
static bool columns_are_plain(const Value *keys, u32 n) {
    enum KeyKind columns[8];
    Tuple *first = tuple_get(keys[0]);
    if (first->len > countof(columns)) return false;
    for (u32 c = 0; c < first->len; c++) columns[c] = kind_of(first->items[c]);
    for (u32 i = 0; i < n; i++) {
        Tuple *tuple = tuple_get(keys[i]);
        if (tuple->len != first->len) return false;
        for (u32 c = 0; c < tuple->len; c++) {
            columns[c] = kind_with(columns[c], kind_of(tuple->items[c]));
            if (columns[c] == KEYS_MIXED || columns[c] == KEYS_TUPLE) return false;
        }
    }
    return true;
}

// ---- numbers -----------------------------------------------------------------------------------------------------------------

// Numbers as unsigned ones of the same order, and back.
static u64 number_rank(Value v) {
    if (is_small(v)) return v ^ 1ull << 47; // all have the same tag
    return v >> 63 ? ~v : v | 1ull << 63;
}
static Value rank_number(u64 rank, enum KeyKind kind) {
    if (kind == KEYS_SMALL) return rank ^ 1ull << 47;
    return rank >> 63 ? rank & ~(1ull << 63) : ~rank;
}

#define DIGIT 11 // bits

// Sorts by digits, the lowest first. temp has room for n keys (and n values behind them).
static void sort_digits(u64 *keys, Value *values, u32 n, u64 *temp, u32 *counts) {
    u64 min = keys[0], max = keys[0];
    for (u32 i = 1; i < n; i++) {
        if (keys[i] < min) min = keys[i];
        if (keys[i] > max) max = keys[i];
    }
    u64 *from = keys, *to = temp, *from_values = values, *to_values = temp + n;
    for (u32 shift = 0; shift < 64 && (max - min) >> shift; shift += DIGIT) {
        memset(counts, 0, sizeof(u32) << DIGIT);
        for (u32 i = 0; i < n; i++) counts[(from[i] - min) >> shift & ((1u << DIGIT) - 1)]++;
        u32 place = 0;
        for (u32 d = 0; d < 1u << DIGIT; d++) {
            u32 count = counts[d];
            counts[d] = place;
            place += count;
        }
        for (u32 i = 0; i < n; i++) {
            u32 at = counts[(from[i] - min) >> shift & ((1u << DIGIT) - 1)]++;
            to[at] = from[i];
            if (values) to_values[at] = from_values[i];
        }
        u64 *swap = from;
        from = to, to = swap;
        swap = from_values;
        from_values = to_values, to_values = swap;
    }
    if (from != keys) {
        memcpy(keys, from, n * sizeof(u64));
        if (values) memcpy(values, from_values, n * sizeof(Value));
    }
}

// false: MemoryError. Falls back on nothing: all keys are of one kind of number.
static bool sort_numbers(Vm *vm, Value *keys, Value *values, u32 n, enum KeyKind kind) {
    u32 i = 1;
    while (i < n && number_rank(keys[i]) >= number_rank(keys[i - 1])) i++;
    if (i == n) return true;
    size_t size = (size_t)n * sizeof(Value) * (values ? 2 : 1) + (sizeof(u32) << DIGIT);
    u64 *temp = mem_alloc(&vm->mem, size);
    if (!temp) return raise_memory(vm), false;
    for (i = 0; i < n; i++) keys[i] = number_rank(keys[i]);
    sort_digits(keys, values, n, temp, (u32 *)(temp + (size_t)n * (values ? 2 : 1)));
    for (i = 0; i < n; i++) keys[i] = rank_number(keys[i], kind);
    mem_free(&vm->mem, temp, size);
    return true;
}

// -0.0 and 0.0 are equal and so keep their order, which their bits would not.
static bool has_negative_zero(const Value *keys, u32 n) {
    for (u32 i = 0; i < n; i++) {
        if (keys[i] == 1ull << 63) return true;
    }
    return false;
}

// ---- plain sorting -----------------------------------------------------------------------------------------------------------

#define DIGITS_FROM 400 // numbers from which on digits are worth it

static int sort_by(Vm *vm, Value *keys, Value *values, u32 n, LessFn less) {
    u32 half = n / 2 + 1;
    size_t size = (size_t)half * sizeof(Value) * (values ? 2 : 1);
    Sort s = {.vm = vm, .keys = keys, .values = values, .len = n, .less = less, .temp_room = half};
    Value few[MAX_MINRUN];
    // So few are one run, which is sorted without temp.
    s.temp = n < MAX_MINRUN ? few : mem_alloc(&vm->mem, size);
    if (!s.temp) return raise_memory(vm), IS_ERROR;
    int status = timsort(&s);
    if (s.temp != few) mem_free(&vm->mem, s.temp, size);
    return status;
}

static int sort_kind(Vm *vm, Value *keys, Value *values, u32 n, enum KeyKind kind) {
    if ((kind == KEYS_SMALL || kind == KEYS_FLOAT) && n >= DIGITS_FROM && !(kind == KEYS_FLOAT && has_negative_zero(keys, n)))
        return sort_numbers(vm, keys, values, n, kind) ? 0 : IS_ERROR;
    return sort_by(vm, keys, values, n, less_by_kind[kind]);
}

// The most that is sorted in one piece of work, by kind.
static const u32 longest[] = {20000, 1000000, 1000000, 20000, 10000, 20000};

// Sorts keys, and values with them (or NULL). 0; IS_ERROR: in some order; IS_PYTHON: as they were.
static int sort_plain(Vm *vm, Value *keys, Value *values, u32 n, bool backwards) {
    if (n < 2) return 0;
    // A Python __lt__ shows at the first key as a rule.
    if (is_object(keys[0]) && (has_python(keys[0], SLOT_LT) || has_python(keys[0], SLOT_GT))) return IS_PYTHON;
    enum KeyKind kind = kind_of_all(keys, n);
    if (n > longest[kind]) return IS_PYTHON;
    bool may_hand_over = kind == KEYS_MIXED || kind == KEYS_TUPLE;
    size_t size = (size_t)n * sizeof(Value);
    Value few[16], *saved = few;
    if (may_hand_over) {
        if (n > countof(few) / 2 && !(saved = mem_alloc(&vm->mem, size * 2))) return raise_memory(vm), IS_ERROR;
        memcpy(saved, keys, size);
        if (values) memcpy(saved + n, values, size);
    }
    Sort both = {.keys = keys, .values = values};
    if (backwards) reverse(&both, 0, n);
    int status = sort_kind(vm, keys, values, n, kind);
    if (backwards) reverse(&both, 0, n);
    if (status == IS_PYTHON) {
        memcpy(keys, saved, size);
        if (values) memcpy(values, saved + n, size);
    }
    if (saved != few) mem_free(&vm->mem, saved, size * 2);
    charge(vm, kind == KEYS_SMALL || kind == KEYS_FLOAT ? n : n * 8);
    return status;
}

Value list_sort(Vm *vm, const Value *args, u32 n) {
    List *list = list_get(args[0]);
    int backwards = args[2] == V_UNSET ? 0 : value_truth(vm, args[2]);
    if (backwards < 0) return status_value(backwards);
    if (args[1] != V_UNSET && !is_none(args[1])) return V_PYTHON;
    int status = sort_plain(vm, list->items, NULL, list->len, backwards);
    return status ? status_value(status) : V_NONE;
}

Value builtin_sorted(Vm *vm, const Value *args, u32 n) {
    if (args[1] != V_UNSET && !is_none(args[1])) return V_PYTHON;
    // What can be gone over only once must not be taken before it is sure that all is done here.
    Iterate it;
    int status = iterate_again(vm, &it, args[0]);
    if (status) return status_value(status);
    iterate_close(vm, &it);
    Value list = list_of(vm, args[0]);
    if (is_marker(list)) return list;
    const Value sort_args[3] = {list, V_NONE, args[2]};
    Value result = list_sort(vm, sort_args, 3);
    if (result == V_NONE) return list;
    decref(vm, list);
    return result;
}

// ---- for the prelude -----------------------------------------------------------------------------------------------------------

// _sort_lend(list): a list with its items; the list is empty until _sort_return(list, items): False when it was touched.
static Value intrinsic_lend(Vm *vm, const Value *args, u32 n) {
    List *items = list_new(vm, 0);
    if (!items) return V_ERROR;
    list_lend(list_get(args[0]), items);
    return value_object(items);
}
static Value intrinsic_return(Vm *vm, const Value *args, u32 n) {
    return value_bool(list_reclaim(vm, list_get(args[0]), list_get(args[1])));
}

// _sort_plain(keys, values or None, backwards): True when it could be done without Python.
static Value intrinsic_plain(Vm *vm, const Value *args, u32 n) {
    List *keys = list_get(args[0]);
    Value *values = is_none(args[1]) ? NULL : list_get(args[1])->items;
    int status = sort_plain(vm, keys->items, values, keys->len, args[2] == V_TRUE);
    return status == IS_ERROR ? V_ERROR : value_bool(!status);
}

// Long sorts are cut into pieces. While they go on, the lists keep their items, and what is moved are the words of keys and
// values, without counts, in two blocks of bytes:  | key key key … | value value value … | kind |
static Value *words_of(Value v) { return (Value *)(void *)((Bytes *)object_get(v))->data; }

// _sort_words(keys, values or None): such a block; None when their order is not sure to be total.
static Value intrinsic_words(Vm *vm, const Value *args, u32 n) {
    List *keys = list_get(args[0]);
    u32 len = keys->len;
    enum KeyKind kind = kind_of_all(keys->items, len);
    if (kind == KEYS_MIXED || (kind == KEYS_TUPLE && !columns_are_plain(keys->items, len))) return V_NONE;
    bool paired = !is_none(args[1]);
    if (len > ITEMS_MAX / 2 - 1) return raise_memory(vm);
    u32 count = len * (paired ? 2 : 1);
    Bytes *block = bytes_new(vm, (count + 1) * (u32)sizeof(Value));
    if (!block) return V_ERROR;
    Value *words = words_of(value_object(block));
    memcpy(words, keys->items, len * sizeof(Value));
    if (paired) memcpy(words + len, list_get(args[1])->items, len * sizeof(Value));
    words[count] = kind;
    charge(vm, len);
    return value_object(block);
}

static enum KeyKind kind_of_words(const Value *args) {
    return (enum KeyKind)words_of(args[0])[small_get(args[1]) * (args[2] == V_TRUE ? 2 : 1)];
}

// _sort_run(block, len, paired, start, end): sorts that part.
static Value intrinsic_run(Vm *vm, const Value *args, u32 n) {
    Value *keys = words_of(args[0]);
    u32 len = (u32)small_get(args[1]), start = (u32)small_get(args[3]), end = (u32)small_get(args[4]);
    int status = sort_kind(vm, keys + start, args[2] == V_TRUE ? keys + len + start : NULL, end - start,
                           kind_of_words(args));
    charge(vm, (end - start) * 8);
    return status ? V_ERROR : V_NONE;
}

// _sort_merge(from, len, paired, to, i, middle, j, end): merges the sorted parts i … middle and j … end to place
// i + j - middle on, as far as one piece of work goes. The new i, from which the new j follows (src/lib/_sort.py).
#define MERGE_PIECE 50000
static Value intrinsic_merge(Vm *vm, const Value *args, u32 n) {
    const Value *from = words_of(args[0]);
    Value *to = words_of(args[3]);
    u32 len = (u32)small_get(args[1]), i = (u32)small_get(args[4]), middle = (u32)small_get(args[5]);
    u32 j = (u32)small_get(args[6]), end = (u32)small_get(args[7]), out = i + j - middle;
    bool paired = args[2] == V_TRUE;
    LessFn less = less_by_kind[kind_of_words(args)];
    for (u32 count = 0; count < MERGE_PIECE && out < end; count++, out++) {
        u32 take = i < middle && (j >= end || !less(vm, from[j], from[i])) ? i++ : j++;
        to[out] = from[take];
        if (paired) to[len + out] = from[len + take];
    }
    charge(vm, MERGE_PIECE * 2);
    return value_count(i);
}

// _sort_done(block, keys, values or None): the lists take that order. _sort_longest(block, len, paired): how long a part may be.
static Value intrinsic_done(Vm *vm, const Value *args, u32 n) {
    const Value *words = words_of(args[0]);
    List *keys = list_get(args[1]);
    memcpy(keys->items, words, keys->len * sizeof(Value));
    if (!is_none(args[2])) memcpy(list_get(args[2])->items, words + keys->len, keys->len * sizeof(Value));
    return V_NONE;
}
static Value intrinsic_longest(Vm *vm, const Value *args, u32 n) {
    return value_count(longest[kind_of_words(args)]);
}

const NativeDef sort_intrinsics[] = {
    {"_sort_lend", "(list, /)", intrinsic_lend, NULL, 0},
    {"_sort_return", "(list, items, /)", intrinsic_return, NULL, 0},
    {"_sort_plain", "(keys, values, backwards, /)", intrinsic_plain, NULL, 0},
    {"_sort_words", "(keys, values, /)", intrinsic_words, NULL, 0},
    {"_sort_run", "(block, len, paired, start, end, /)", intrinsic_run, NULL, 0},
    {"_sort_merge", "(source, len, paired, to, i, middle, j, end, /)", intrinsic_merge, NULL, 0},
    {"_sort_done", "(block, keys, values, /)", intrinsic_done, NULL, 0},
    {"_sort_longest", "(block, len, paired, /)", intrinsic_longest, NULL, 0},
    {0},
};
