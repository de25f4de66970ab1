// numtext.h: doubles to text and back, always correctly rounded, with no help from libc.
//
// Decimal digits are characters '0'..'9' without trailing zeros, and an exponent: the value is d.ddd * 10^exponent.
// Zero has no digits and exponent 0. The sign is left to the caller.
#ifndef AITER_NUMTEXT_H
#define AITER_NUMTEXT_H

#include "base/buf.h"

// Room for the digits of any double: it has at most 767 exactly.
#define NUMTEXT_DIGITS 768

// The fewest digits that read back as the same double, and of those the nearest. Finite values. At most 17.
int numtext_shortest(double value, char *digits, int *exponent);
// Rounded to `count` >= 1 significant digits, or to `count` digits behind the point (negative: before it), half to even
// on the exact value. Finite values. They answer the number of digits, 0 when nothing is left.
int numtext_significant(double value, int count, char *digits, int *exponent);
int numtext_decimals(double value, int count, char *digits, int *exponent);
// value rounded to so many decimals, as a double: Python's round(value, decimals). May be infinite.
double numtext_round(double value, int decimals);

enum {
    NUMTEXT_ALT = 1,      // '#': keeps the point, and for 'g' the zeros
    NUMTEXT_UPPER = 2,    // E, INF, NAN
    NUMTEXT_DOT_ZERO = 4, // 'r', 'g': 1.0, not 1; 'g' then has an exponent one digit earlier (CPython's ADD_DOT_0)
};
// Types 'e', 'f', 'g' as C's printf with a precision (>= 0), and 'r': the shortest text, with an exponent from 1e16 up
// and below 1e-4, precision ignored. `-` for negative values and -0.0; nan never has a sign.
void numtext_format(Buf *buf, double value, char type, int precision, int flags);
// Python's repr of a float.
void numtext_repr(double value, Buf *buf);
// Decimal text of an integer; answers its length, at most 20.
int numtext_u64(u64 value, char *to);

enum {
    NUMTEXT_UNDERSCORES = 1, // single ones between digits
    NUMTEXT_NAMES = 2,       // inf, infinity, nan, in any case
};
// Reads the longest beginning of n bytes that is a number and answers its length, 0 when there is none:
//      [+-] (digits [. [digits]] | . digits) [e [+-] digits]
// Too great is infinite, too small is zero.
size_t numtext_read(const char *text, size_t n, int flags, double *value);

#endif
