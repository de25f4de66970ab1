// suggest.c: "Did you mean: 'x'?" (CPython's Lib/traceback.py: edit distance with moves of 2 and case changes of 1).
#include "vm/machine.h"

#define MOVE 2
#define CASE 1
#define MOST 40 // longer names are not compared

static u32 fold(u32 c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
static u32 substitution(u32 a, u32 b) { return a == b ? 0 : fold(a) == fold(b) ? CASE : MOVE; }

static u32 distance(const Str *a, const Str *b, u32 limit) {
    u32 i = 0, la = a->len, lb = b->len;
    while (i < la && i < lb && str_at(a, i) == str_at(b, i)) i++;
    while (la > i && lb > i && str_at(a, la - 1) == str_at(b, lb - 1)) la--, lb--;
    la -= i;
    lb -= i;
    if (!la || !lb) return MOVE * (la + lb);
    if (la > MOST || lb > MOST) return limit + 1;
    u32 row[MOST + 1];
    for (u32 k = 0; k < la; k++) row[k] = (k + 1) * MOVE;
    u32 result = 0;
    for (u32 j = 0; j < lb; j++) {
        u32 d = result = j * MOVE, least = UINT32_MAX;
        for (u32 k = 0; k < la; k++) {
            u32 swap = d + substitution(str_at(b, i + j), str_at(a, i + k));
            d = row[k];
            u32 move = (result < d ? result : d) + MOVE;
            result = swap < move ? swap : move;
            row[k] = result;
            if (result < least) least = result;
        }
        if (least > limit) return limit + 1;
    }
    return result;
}

Str *suggest_name(Vm *vm, Str **names, u32 n, Str *wrong) {
    Str *best = NULL;
    u32 best_distance = 0;
    if (wrong->len > MOST) return NULL;
    for (u32 i = 0; i < n; i++) {
        if (str_equal(names[i], wrong)) continue;
        u32 limit = (names[i]->len + wrong->len + 3) * MOVE / 6;
        if (best && best_distance - 1 < limit) limit = best_distance - 1;
        u32 d = distance(wrong, names[i], limit);
        if (d > limit || (best && d >= best_distance)) continue;
        best = names[i];
        best_distance = d;
    }
    return best;
}
