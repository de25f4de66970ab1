// bignum.h: arithmetic on magnitudes of any size.
//
// A magnitude is an array of 32-bit digits, least significant first, and a count; trimmed, its last digit is not 0, and
// zero has no digits. All inputs are trimmed, all results are, and functions answer the trimmed count. Callers own
// every array and give results the room that is stated. A result may be the same array as an input only where it says
// so.
//
//      2^32 + 7  =  { 7, 1 }, n = 2
//
// What takes longer than linear time takes a BigWork: memory for scratch, and a question asked about every millisecond.
#ifndef AITER_BIGNUM_H
#define AITER_BIGNUM_H

#include "base/mem.h"

typedef struct BigWork {
    Mem *mem;
    bool (*go_on)(void *context); // NULL: never stop. False ends the work with BIG_STOPPED
    void *context;
    u32 steps; // digit products since the last question; start with 0
} BigWork;

typedef enum BigStatus { BIG_OK, BIG_NO_MEMORY, BIG_STOPPED } BigStatus;

// The count without leading zero digits.
INLINE size_t big_trim(const u32 *a, size_t n) {
    while (n && !a[n - 1]) n--;
    return n;
}

size_t big_from_u64(u32 *to, u64 value); // room 2
// The lowest 64 bits.
u64 big_to_u64(const u32 *a, size_t n);

// -1, 0 or 1.
int big_compare(const u32 *a, size_t na, const u32 *b, size_t nb);
// a + b; room max(na, nb) + 1; r may be a or b.
size_t big_add(u32 *r, const u32 *a, size_t na, const u32 *b, size_t nb);
// a - b for a >= b; room na; r may be a or b.
size_t big_sub(u32 *r, const u32 *a, size_t na, const u32 *b, size_t nb);
// a * factor + more; room n + 1; r may be a.
size_t big_mul_small(u32 *r, const u32 *a, size_t n, u32 factor, u32 more);
// a * b into exactly na + nb digits, of which *nr are left after trimming; r overlaps neither.
BigStatus big_mul(BigWork *work, u32 *r, size_t *nr, const u32 *a, size_t na, const u32 *b, size_t nb);
// Quotient into q (room n, may be a), *nq digits; answers the remainder. divisor > 0.
u32 big_div_small(u32 *q, size_t *nq, const u32 *a, size_t n, u32 divisor);
// a = q * b + r with r < b, for b > 0. Room: q na - nb + 1 (1 when na < nb), r nb (max(na, 1) when na < nb); q may be
// NULL when only the remainder is wanted. Results overlap neither input.
BigStatus big_divmod(BigWork *work, u32 *q, size_t *nq, u32 *r, size_t *nr, const u32 *a, size_t na, const u32 *b,
                     size_t nb);

// a * 2^bits; room n + bits / 32 + 1; r may be a.
size_t big_shift_left(u32 *r, const u32 *a, size_t n, size_t bits);
// floor(a / 2^bits); room n; r may be a. *lost (may be NULL): were any of the dropped bits 1?
size_t big_shift_right(u32 *r, const u32 *a, size_t n, size_t bits, bool *lost);
// How many bits a has without leading zeros, how many of them are 1, and how many zeros it ends in (0 for zero).
u64 big_bit_length(const u32 *a, size_t n);
u64 big_bit_count(const u32 *a, size_t n);
u64 big_trailing_zeros(const u32 *a, size_t n);

// Enough characters for n digits in a base from 2 to 36, and enough digits for n characters.
size_t big_text_room(size_t n, u32 base);
size_t big_digits_room(size_t n, u32 base);
// Writes the text (no sign, no prefix, no terminator, at least "0", lower case) and its length.
BigStatus big_to_text(BigWork *work, char *to, size_t *length, const u32 *a, size_t n, u32 base);
// Reads n characters, each a digit of that base (the caller has checked); room big_digits_room(n, base).
BigStatus big_from_text(BigWork *work, u32 *r, size_t *nr, const char *text, size_t n, u32 base);
// The value of a digit character, or 255. Bases up to 36, both cases.
u32 big_digit_value(u32 character);

// The nearest double, half to even. Too great: infinite, and *overflow is set (else cleared).
double big_to_double(const u32 *a, size_t n, bool *overflow);
// The whole part of |value| for a finite value; room BIG_DOUBLE_ROOM.
#define BIG_DOUBLE_ROOM 33
size_t big_from_double(u32 *r, double value);

#endif
