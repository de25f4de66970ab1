// list_sort.c: sorting. All ways are stable:
//
//   numbers   integers of 48 bits, or floats, only: by their bits, digit by digit
//   timsort   all else. It makes exactly CPython's comparisons in CPython's order (runs, binary insertion, galloping,
//             the merge order of powersort), since a program that prints in __lt__, or whose order is not
//             consistent, sees it.
//
// Timsort is a coroutine in C: at each comparison it can be left and entered again, to let Python code compare
// (src/lib/_sort.py asks for the pairs) or to end a piece of work. The numbers need no such care.
#include "obj/container.h"

#define MAX_MINRUN 64
#define MIN_GALLOP 7

typedef int (*LessFn)(Vm *vm, Value a, Value b); // 0, 1, IS_ERROR, IS_PYTHON

typedef struct Run {
    u32 start, len;
    int power;
} Run;

enum Gap { GAP_NONE, GAP_LOW, GAP_HIGH }; // which of two merged runs waits in temp

typedef struct Sort {
    Vm *vm;
    Value *keys;
    Value *values; // move with the keys; NULL: there are only keys
    u32 len;
    LessFn less;
    Value *temp; // room for half of the keys, and behind them for as many values; NULL: not needed
    u32 temp_room;
    u32 budget; // comparisons left in this piece of work

    // Where it stands: the place in the code, and what its loops are at.
    int at;
    int answer;        // of the comparison at which it was left
    Value left, right; // that comparison: left < right? Borrowed
    u32 min_run, start, i, low, high, equal;
    u32 min_gallop, runs;
    int power;
    Run run[40]; // powers grow strictly from one to the next, and are below 34
    // Merging na keys with the nb that follow: the next of each, and where the next one goes. Of the run in temp the
    // places count from its beginning there.
    u8 gap, merge_back, gallop_back;
    bool gallop_right;
    u32 a, b, to, na, nb, won_a, won_b;
    // Galloping: where `key` belongs in row[0 … n).
    Value key;
    const Value *row;
    u32 n, hint, found;
    i64 last, step, most;
} Sort;

// ---- moving --------------------------------------------------------------------------------------------------------

INLINE void copy_one(Sort *s, u32 to, u32 from) {
    s->keys[to] = s->keys[from];
    if (s->values) s->values[to] = s->values[from];
}
INLINE void one_from_temp(Sort *s, u32 to, u32 from) {
    s->keys[to] = s->temp[from];
    if (s->values) s->values[to] = s->temp[s->temp_room + from];
}
static void copy_some(Sort *s, u32 to, u32 from, u32 n) {
    memmove(s->keys + to, s->keys + from, n * sizeof(Value));
    if (s->values) memmove(s->values + to, s->values + from, n * sizeof(Value));
}
static void to_temp(Sort *s, u32 from, u32 n) {
    memcpy(s->temp, s->keys + from, n * sizeof(Value));
    if (s->values) memcpy(s->temp + s->temp_room, s->values + from, n * sizeof(Value));
}
static void from_temp(Sort *s, u32 to, u32 from, u32 n) {
    memcpy(s->keys + to, s->temp + from, n * sizeof(Value));
    if (s->values) memcpy(s->values + to, s->temp + s->temp_room + from, n * sizeof(Value));
}
static void reverse(Sort *s, u32 start, u32 n) {
    items_reverse(s->keys + start, n);
    if (s->values) items_reverse(s->values + start, n);
}
static void move_back(Value *items, u32 from, u32 to) {
    Value moved = items[from];
    memmove(items + to + 1, items + to, (from - to) * sizeof(Value));
    items[to] = moved;
}

// What waits in temp goes back into the gap, which is as long: then the keys are all there, in some order.
static void close_gap(Sort *s) {
    if (s->gap == GAP_LOW) from_temp(s, s->to, s->a, s->na);
    if (s->gap == GAP_HIGH) from_temp(s, s->to + 1 - s->nb, 0, s->nb);
    s->gap = GAP_NONE;
}

// ---- timsort -------------------------------------------------------------------------------------------------------

static u32 minimum_run(u32 n) {
    u32 lost = 0;
    for (; n >= MAX_MINRUN; n >>= 1) lost |= n & 1;
    return n + lost;
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

// `less` = x < y. When that cannot be told here the coroutine is left with the status; entered again, it finds the
// answer in s->answer. So all that must outlast a comparison is kept in s.
#define LESS(x, y)                                                                                                     \
    do {                                                                                                               \
        s->left = (x);                                                                                                 \
        s->right = (y);                                                                                                \
        less = s->less(s->vm, s->left, s->right);                                                                      \
        if (unlikely(less < 0) || unlikely(--s->budget == 0)) {                                                        \
            s->at = __LINE__;                                                                                          \
            s->answer = less;                                                                                          \
            return less < 0 ? less : SORT_MORE;                                                                        \
        case __LINE__: less = s->answer;                                                                               \
        }                                                                                                              \
    } while (0)
#define SORT_MORE 1

// found = where `item` belongs in items[0 … length), searched from the place `near` outwards; behind those equal to it,
// or before them.
#define GALLOP(behind, item, items, length, near, back)                                                                \
    s->gallop_right = behind;                                                                                          \
    s->key = item;                                                                                                     \
    s->row = items;                                                                                                    \
    s->n = length;                                                                                                     \
    s->hint = near;                                                                                                    \
    s->gallop_back = back;                                                                                             \
    goto gallop;                                                                                                       \
    galloped_##back:

#define MERGE(first, back)                                                                                             \
    s->i = first;                                                                                                      \
    s->merge_back = back;                                                                                              \
    goto merge;                                                                                                        \
    merged_##back:

#define KEY(place) s->keys[s->start + (place)]

// 0: sorted; SORT_MORE: the piece of work is done; IS_ERROR; IS_PYTHON: s->left < s->right is asked. s->at begins at 0.
static int timsort(Sort *s) {
    int less;
    switch (s->at) {
    case 0:
        s->min_run = minimum_run(s->len);
        s->min_gallop = MIN_GALLOP;
        while (s->start < s->len) {
            // The run that begins here: i keys; one that falls is turned round.
            for (s->i = 1; s->i < s->len - s->start; s->i++) {
                LESS(KEY(s->i), KEY(s->i - 1));
                if (less) break;
            }
            if (s->i == s->len - s->start) goto counted;
            // KEY(i) is less than the one before it. If all before it are equal, the run falls from its first key on.
            if (s->i > 1) {
                LESS(KEY(0), KEY(s->i - 1));
                if (less) goto counted;
                reverse(s, s->start, s->i);
            }
            // Equal keys are turned round at once, and once more with the whole run: so they keep their order.
            s->equal = 0;
            for (s->i++; s->i < s->len - s->start; s->i++) {
                LESS(KEY(s->i), KEY(s->i - 1));
                if (!less) {
                    LESS(KEY(s->i - 1), KEY(s->i));
                    if (less) break;
                    s->equal++;
                } else if (s->equal) {
                    reverse(s, s->start + s->i - s->equal - 1, s->equal + 1);
                    s->equal = 0;
                }
            }
            if (s->equal) reverse(s, s->start + s->i - s->equal - 1, s->equal + 1);
            reverse(s, s->start, s->i);
            for (; s->i < s->len - s->start; s->i++) {
                LESS(KEY(s->i), KEY(s->i - 1));
                if (less) break;
            }
        counted:
            // A short one is made longer by binary insertion.
            for (; s->i < s->min_run && s->i < s->len - s->start; s->i++) {
                for (s->low = 0, s->high = s->i; s->low < s->high;) {
                    LESS(KEY(s->i), KEY((s->low + s->high) >> 1));
                    if (less) s->high = (s->low + s->high) >> 1;
                    else s->low = ((s->low + s->high) >> 1) + 1;
                }
                move_back(s->keys + s->start, s->i, s->low);
                if (s->values) move_back(s->values + s->start, s->i, s->low);
            }
            s->run[s->runs++] = (Run){s->start, s->i, 0};
            s->start += s->i;
            if (s->runs == 1) continue;
            // Runs whose boundary stands deeper than the new one are merged first. (The new one waits on top.)
            Run *top = &s->run[s->runs - 2];
            s->power = power_between(top->start, top->len, s->i, s->len);
            while (s->runs > 2 && s->run[s->runs - 3].power > s->power) { MERGE(s->runs - 3, 0); }
            s->run[s->runs - 2].power = s->power;
        }
        while (s->runs > 1) {
            u32 last = s->runs - 2;
            if (last > 0 && s->run[last - 1].len < s->run[last + 1].len) last--;
            MERGE(last, 1);
        }
        return 0;

    merge: // the runs i and i + 1
        s->a = s->run[s->i].start;
        s->na = s->run[s->i].len;
        s->b = s->run[s->i + 1].start;
        s->nb = s->run[s->i + 1].len;
        s->run[s->i].len += s->nb;
        if (s->i + 2 < s->runs) s->run[s->i + 1] = s->run[s->i + 2];
        s->runs--;
        // What of a comes before all of b, and what of b behind all of a, is in its place.
        GALLOP(true, s->keys[s->b], s->keys + s->a, s->na, 0, 0);
        s->a += s->found;
        s->na -= s->found;
        if (!s->na) goto merged;
        GALLOP(false, s->keys[s->a + s->na - 1], s->keys + s->b, s->nb, s->nb - 1, 1);
        s->nb = s->found;
        if (!s->nb) goto merged;
        if (s->na > s->nb) goto merge_high;

        // The first run waits in temp, and the gap that it leaves is filled from the left. b's first key comes before
        // all of a, a's last key behind all of b.
        to_temp(s, s->a, s->na);
        s->to = s->a;
        s->a = 0;
        s->gap = GAP_LOW;
        copy_one(s, s->to++, s->b++);
        if (!--s->nb) goto merged;
        if (s->na == 1) goto low_last;
        for (;;) {
            s->won_a = s->won_b = 0;
            for (;;) {
                LESS(s->keys[s->b], s->temp[s->a]);
                if (less) {
                    copy_one(s, s->to++, s->b++);
                    s->won_a = 0;
                    if (!--s->nb) goto merged;
                    if (++s->won_b >= s->min_gallop) break;
                } else {
                    one_from_temp(s, s->to++, s->a++);
                    s->won_b = 0;
                    if (--s->na == 1) goto low_last;
                    if (++s->won_a >= s->min_gallop) break;
                }
            }
            s->min_gallop++;
            do {
                s->min_gallop -= s->min_gallop > 1;
                GALLOP(true, s->keys[s->b], s->temp + s->a, s->na, 0, 2);
                s->won_a = s->found;
                from_temp(s, s->to, s->a, s->found);
                s->to += s->found;
                s->a += s->found;
                s->na -= s->found;
                if (s->na == 1) goto low_last;
                if (!s->na) goto merged; // only when the comparison is not consistent
                copy_one(s, s->to++, s->b++);
                if (!--s->nb) goto merged;
                GALLOP(false, s->temp[s->a], s->keys + s->b, s->nb, 0, 3);
                s->won_b = s->found;
                copy_some(s, s->to, s->b, s->found);
                s->to += s->found;
                s->b += s->found;
                s->nb -= s->found;
                if (!s->nb) goto merged;
                one_from_temp(s, s->to++, s->a++);
                if (--s->na == 1) goto low_last;
            } while (s->won_a >= MIN_GALLOP || s->won_b >= MIN_GALLOP);
            s->min_gallop++; // leaving it costs
        }
    low_last:
        copy_some(s, s->to, s->b, s->nb);
        s->to += s->nb;
        goto merged;

    merge_high: // The second run waits in temp, and the gap is filled from the right: a is the first key of the first
                // run, b that of the second in temp, and the keys are taken from their ends.
        to_temp(s, s->b, s->nb);
        s->to = s->b + s->nb - 1;
        s->gap = GAP_HIGH;
        copy_one(s, s->to--, s->a + --s->na);
        if (!s->na) goto merged;
        if (s->nb == 1) goto high_last;
        for (;;) {
            s->won_a = s->won_b = 0;
            for (;;) {
                LESS(s->temp[s->nb - 1], s->keys[s->a + s->na - 1]);
                if (less) {
                    copy_one(s, s->to--, s->a + --s->na);
                    s->won_b = 0;
                    if (!s->na) goto merged;
                    if (++s->won_a >= s->min_gallop) break;
                } else {
                    one_from_temp(s, s->to--, --s->nb);
                    s->won_a = 0;
                    if (s->nb == 1) goto high_last;
                    if (++s->won_b >= s->min_gallop) break;
                }
            }
            s->min_gallop++;
            do {
                s->min_gallop -= s->min_gallop > 1;
                GALLOP(true, s->temp[s->nb - 1], s->keys + s->a, s->na, s->na - 1, 4);
                s->won_a = s->na - s->found;
                s->to -= s->won_a;
                s->na = s->found;
                copy_some(s, s->to + 1, s->a + s->na, s->won_a);
                if (!s->na) goto merged;
                one_from_temp(s, s->to--, --s->nb);
                if (s->nb == 1) goto high_last;
                GALLOP(false, s->keys[s->a + s->na - 1], s->temp, s->nb, s->nb - 1, 5);
                s->won_b = s->nb - s->found;
                s->to -= s->won_b;
                s->nb = s->found;
                from_temp(s, s->to + 1, s->nb, s->won_b);
                if (s->nb == 1) goto high_last;
                if (!s->nb) goto merged;
                copy_one(s, s->to--, s->a + --s->na);
                if (!s->na) goto merged;
            } while (s->won_a >= MIN_GALLOP || s->won_b >= MIN_GALLOP);
            s->min_gallop++;
        }
    high_last:
        s->to -= s->na;
        copy_some(s, s->to + 1, s->a, s->na);
        goto merged;

    merged:
        close_gap(s);
        if (s->merge_back == 0) goto merged_0;
        goto merged_1;

    gallop: // `less` of an item tells whether it comes before the key
        LESS(s->gallop_right ? s->key : s->row[s->hint], s->gallop_right ? s->row[s->hint] : s->key);
        s->last = 0;
        s->step = 1;
        if (less != s->gallop_right) {
            for (s->most = (i64)s->n - s->hint; s->step < s->most; s->step = s->step * 2 + 1) {
                LESS(s->gallop_right ? s->key : s->row[s->hint + s->step],
                     s->gallop_right ? s->row[s->hint + s->step] : s->key);
                if (less == s->gallop_right) break;
                s->last = s->step;
            }
            if (s->step > s->most) s->step = s->most;
            s->last += s->hint;
            s->step += s->hint;
        } else {
            for (s->most = (i64)s->hint + 1; s->step < s->most; s->step = s->step * 2 + 1) {
                LESS(s->gallop_right ? s->key : s->row[s->hint - s->step],
                     s->gallop_right ? s->row[s->hint - s->step] : s->key);
                if (less != s->gallop_right) break;
                s->last = s->step;
            }
            if (s->step > s->most) s->step = s->most;
            i64 last = s->last;
            s->last = s->hint - s->step;
            s->step = s->hint - last;
        }
        for (s->last++; s->last < s->step;) {
            s->most = s->last + ((s->step - s->last) >> 1);
            LESS(s->gallop_right ? s->key : s->row[s->most], s->gallop_right ? s->row[s->most] : s->key);
            if (less != s->gallop_right) s->last = s->most + 1;
            else s->step = s->most;
        }
        s->found = (u32)s->step;
        switch (s->gallop_back) {
        case 0: goto galloped_0;
        case 1: goto galloped_1;
        case 2: goto galloped_2;
        case 3: goto galloped_3;
        case 4: goto galloped_4;
        default: goto galloped_5;
        }
    }
    return IS_ERROR; // never
}

// ---- what the keys are ---------------------------------------------------------------------------------------------

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
    bool numbers = (a == KEYS_SMALL || a == KEYS_FLOAT || a == KEYS_NUMBER) &&
                   (b == KEYS_SMALL || b == KEYS_FLOAT || b == KEYS_NUMBER);
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

// ---- numbers -------------------------------------------------------------------------------------------------------

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

// ---- plain sorting -------------------------------------------------------------------------------------------------

#define DIGITS_FROM 400     // numbers from which on digits are worth it
#define NUMBERS_MAX 1000000 // as many are sorted in one piece of work
#define PIECE 50000         // comparisons in one piece of work

static bool by_digits(const Value *keys, u32 n, enum KeyKind kind) {
    if (n < DIGITS_FROM || n > NUMBERS_MAX) return false;
    return kind == KEYS_SMALL || (kind == KEYS_FLOAT && !has_negative_zero(keys, n));
}

static size_t temp_size(const Sort *s) { return (size_t)s->temp_room * sizeof(Value) * (s->values ? 2 : 1); }

// Makes s ready, but for what is to be sorted. So few keys as one run holds need no temp. false: MemoryError.
static bool sort_open(Vm *vm, Sort *s, enum KeyKind kind) {
    s->vm = vm;
    s->less = less_by_kind[kind];
    s->temp_room = s->len < MAX_MINRUN ? 0 : s->len / 2 + 1;
    s->temp = s->temp_room ? mem_alloc(&vm->mem, temp_size(s)) : NULL;
    return s->temp || !s->temp_room || (raise_memory(vm), false);
}

static void sort_close(Vm *vm, Sort *s) {
    close_gap(s);
    if (s->temp) mem_free(&vm->mem, s->temp, temp_size(s));
    s->temp = NULL;
}

// 0; IS_ERROR: the keys are in some order; IS_PYTHON: as they were, since something needs Python or too much is to be
// done.
static int sort_plain(Vm *vm, Value *keys, u32 n, bool backwards) {
    if (n < 2) return 0;
    // A Python __lt__ shows at the first key as a rule.
    if (is_object(keys[0]) && (has_python(keys[0], SLOT_LT) || has_python(keys[0], SLOT_GT))) return IS_PYTHON;
    enum KeyKind kind = kind_of_all(keys, n);
    bool digits = by_digits(keys, n, kind), sure = kind == KEYS_STR || kind == KEYS_SMALL || kind == KEYS_FLOAT;
    if (!digits && n > PIECE / 8) return IS_PYTHON;
    size_t size = n * sizeof(Value);
    Value few[16], *saved = sure ? NULL : few;
    if (!sure && n > countof(few) && !(saved = mem_alloc(&vm->mem, size))) return raise_memory(vm), IS_ERROR;
    if (saved) memcpy(saved, keys, size);
    if (backwards) items_reverse(keys, n);
    int status;
    if (digits) status = sort_numbers(vm, keys, NULL, n, kind) ? 0 : IS_ERROR;
    else {
        Sort s = {.keys = keys, .len = n};
        status = IS_ERROR;
        if (sort_open(vm, &s, kind)) {
            do {
                s.budget = PIECE;
                status = timsort(&s);
            } while (status == SORT_MORE && sure);
            sort_close(vm, &s);
            if (status == SORT_MORE) status = IS_PYTHON;
        }
    }
    if (backwards) items_reverse(keys, n);
    if (status == IS_PYTHON) memcpy(keys, saved, size);
    if (saved && saved != few) mem_free(&vm->mem, saved, size);
    charge(vm, digits ? n : n * 8);
    return status;
}

Value list_sort(Vm *vm, const Value *args, u32 n) {
    List *list = list_get(args[0]);
    int backwards = args[2] == V_UNSET ? 0 : value_truth(vm, args[2]);
    if (backwards < 0) return status_value(backwards);
    if (args[1] != V_UNSET && !is_none(args[1])) return V_PYTHON;
    int status = sort_plain(vm, list->items, list->len, backwards);
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

// ---- sorters: a sort that goes on in pieces, for the prelude -------------------------------------------------------

// Owns the items of two lists, keys and values (or of one), while they are sorted. What is between two places at the
// moment is put back when it ends, in whatever way.
typedef struct Sorter {
    Object head;
    Sort sort;
    u32 keys_room, values_room;
} Sorter;
#define sorter_get(value) ((Sorter *)object_get(value))

static void take_items(List *list, Value **items, u32 *room) {
    *items = list->items;
    *room = list->room;
    list->items = NULL;
    list->len = list->room = 0;
}

static void give_items(Vm *vm, Sorter *sorter, Value *items, u32 room, Value to) {
    List list = {.items = items, .len = sorter->sort.len, .room = room};
    if (is_none(to)) {
        for (u32 i = list.len; i-- > 0;) decref(vm, items[i]);
        mem_free(&vm->mem, items, room * sizeof(Value));
    } else list_reclaim(vm, list_get(to), &list);
}

// The items go to these lists, or, for None, are dropped.
static void sorter_end(Vm *vm, Sorter *sorter, Value keys, Value values) {
    Sort *s = &sorter->sort;
    sort_close(vm, s);
    if (s->keys) give_items(vm, sorter, s->keys, sorter->keys_room, keys);
    if (s->values) give_items(vm, sorter, s->values, sorter->values_room, values);
    s->keys = s->values = NULL;
}

static void sorter_clear(Vm *vm, Object *o) { sorter_end(vm, (Sorter *)o, V_NONE, V_NONE); }

static void sorter_dealloc(Vm *vm, Object *o) {
    sorter_clear(vm, o);
    object_dispose(vm, o, sizeof(Sorter));
}

static void sorter_traverse(Object *o, Visit *visit) {
    Sort *s = &((Sorter *)o)->sort;
    // Filled, the gap makes the keys complete; the sort goes on from temp, which still has it all.
    u8 gap = s->gap;
    close_gap(s);
    s->gap = gap;
    for (u32 i = 0; s->keys && i < s->len; i++) {
        visit_value(visit, s->keys[i]);
        if (s->values) visit_value(visit, s->values[i]);
    }
}

const TypeSpec sorter_spec = {
    .name = "sorter",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_GC,
    .size = sizeof(Sorter),
    .slots = {.dealloc = sorter_dealloc, .traverse = sorter_traverse, .clear = sorter_clear},
};

// _sort_lend(list): a list with its items; the list is empty until _sort_return(list, items): False when it was
// touched.
static Value intrinsic_lend(Vm *vm, const Value *args, u32 n) {
    List *items = list_new(vm, 0);
    if (!items) return V_ERROR;
    list_lend(list_get(args[0]), items);
    return value_object(items);
}
static Value intrinsic_return(Vm *vm, const Value *args, u32 n) {
    return value_bool(list_reclaim(vm, list_get(args[0]), list_get(args[1])));
}

// _sort_open(keys, values or None): a sorter, which takes over their items.
static Value intrinsic_open(Vm *vm, const Value *args, u32 n) {
    List *keys = list_get(args[0]);
    Sorter *sorter = object_new_gc(vm, vm_type(vm, T_SORTER), sizeof(Sorter));
    if (!sorter) return V_ERROR;
    sorter->sort.len = keys->len;
    if (!is_none(args[1])) sorter->sort.values = list_get(args[1])->items; // for the size of temp
    bool ok = sort_open(vm, &sorter->sort, keys->len ? kind_of_all(keys->items, keys->len) : KEYS_MIXED);
    sorter->sort.values = NULL;
    if (!ok) {
        DECREF(vm, sorter);
        return V_ERROR;
    }
    take_items(keys, &sorter->sort.keys, &sorter->keys_room);
    if (!is_none(args[1])) take_items(list_get(args[1]), &sorter->sort.values, &sorter->values_room);
    return value_object(sorter);
}

// _sort_go(sorter, answer): goes on, the answer being that of the comparison asked for. The next pair to compare; ()
// after a piece of work; None when all is sorted.
static Value intrinsic_go(Vm *vm, const Value *args, u32 n) {
    Sort *s = &sorter_get(args[0])->sort;
    if (is_bool(args[1])) s->answer = args[1] == V_TRUE;
    if (s->at == 0) {
        if (s->len < 2) return V_NONE;
        enum KeyKind kind = kind_of_all(s->keys, s->len);
        if (by_digits(s->keys, s->len, kind))
            return sort_numbers(vm, s->keys, s->values, s->len, kind) ? V_NONE : V_ERROR;
    }
    s->budget = PIECE;
    int status = timsort(s);
    charge(vm, (PIECE - s->budget) * 4);
    if (status == 0) return V_NONE;
    if (status == IS_PYTHON) return object_value(tuple_pack(vm, 2, s->left, s->right));
    return status == SORT_MORE ? object_value(tuple_new(vm, 0)) : V_ERROR;
}

// _sort_end(sorter, keys, values or None): gives the items back.
static Value intrinsic_end(Vm *vm, const Value *args, u32 n) {
    sorter_end(vm, sorter_get(args[0]), args[1], args[2]);
    return V_NONE;
}

const NativeDef sort_intrinsics[] = {
    {"_sort_lend", "(list, /)", intrinsic_lend, NULL, 0},
    {"_sort_return", "(list, items, /)", intrinsic_return, NULL, 0},
    {"_sort_open", "(keys, values, /)", intrinsic_open, NULL, 0},
    {"_sort_go", "(sorter, answer, /)", intrinsic_go, NULL, 0},
    {"_sort_end", "(sorter, keys, values, /)", intrinsic_end, NULL, 0},
    {0},
};
