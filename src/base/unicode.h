// unicode.h: properties and case mappings of code points, as CPython has them. The first 256 are looked up in a table,
// the others in a compact one (about 50 ns); code points may be any u32, those past 0x10FFFF are unassigned.
#ifndef AITER_UNICODE_H
#define AITER_UNICODE_H

#include "base/base.h"

// clang-format off
typedef enum UnicodeCategory {
    UNICODE_CN, UNICODE_CC, UNICODE_CF, UNICODE_CS, UNICODE_CO, UNICODE_LU, UNICODE_LL, UNICODE_LT, UNICODE_LM,
    UNICODE_LO, UNICODE_MN, UNICODE_MC, UNICODE_ME, UNICODE_ND, UNICODE_NL, UNICODE_NO, UNICODE_PC, UNICODE_PD,
    UNICODE_PS, UNICODE_PE, UNICODE_PI, UNICODE_PF, UNICODE_PO, UNICODE_SM, UNICODE_SC, UNICODE_SK, UNICODE_SO,
    UNICODE_ZS, UNICODE_ZL, UNICODE_ZP,
} UnicodeCategory;
// clang-format on

// The word of a code point: its category in the lowest five bits, then these.
enum {
    UNICODE_CATEGORY = 31,
    UNICODE_ALPHA = 1 << 5,
    UNICODE_NUMBER = 1 << 6, // numeric by its category; see unicode_is_numeric
    UNICODE_SPACE = 1 << 7,
    UNICODE_PRINTABLE = 1 << 8,
    UNICODE_UPPER = 1 << 9,
    UNICODE_LOWER = 1 << 10,
    UNICODE_TITLE = 1 << 11,
    UNICODE_XID_START = 1 << 12, // including '_'
    UNICODE_XID_CONTINUE = 1 << 13,
    UNICODE_CASE_IGNORABLE = 1 << 14,
    UNICODE_CASED = UNICODE_UPPER | UNICODE_LOWER | UNICODE_TITLE,
};

extern const u16 unicode_low[256];
u32 unicode_word_above(u32 c); // of one from U+0100 up

INLINE u32 unicode_word(u32 c) { return likely(c < 256) ? unicode_low[c] : unicode_word_above(c); }

INLINE bool unicode_is_alpha(u32 c) { return unicode_word(c) & UNICODE_ALPHA; }
INLINE bool unicode_is_space(u32 c) { return unicode_word(c) & UNICODE_SPACE; }
INLINE bool unicode_is_printable(u32 c) { return unicode_word(c) & UNICODE_PRINTABLE; }
INLINE bool unicode_is_upper(u32 c) { return unicode_word(c) & UNICODE_UPPER; }
INLINE bool unicode_is_lower(u32 c) { return unicode_word(c) & UNICODE_LOWER; }
INLINE bool unicode_is_title(u32 c) { return unicode_word(c) & UNICODE_TITLE; } // a title case letter such as U+01C5
INLINE bool unicode_is_cased(u32 c) { return unicode_word(c) & UNICODE_CASED; }
INLINE bool unicode_is_case_ignorable(u32 c) { return unicode_word(c) & UNICODE_CASE_IGNORABLE; }
INLINE bool unicode_is_xid_start(u32 c) { return unicode_word(c) & UNICODE_XID_START; }
INLINE bool unicode_is_xid_continue(u32 c) { return unicode_word(c) & UNICODE_XID_CONTINUE; }
// Does NFKC replace this character of a name? (Not: does it join it with the one before?)
bool unicode_is_changed_by_nfkc(u32 c);
INLINE UnicodeCategory unicode_category(u32 c) { return (UnicodeCategory)(unicode_word(c) & UNICODE_CATEGORY); }
const char *unicode_category_name(UnicodeCategory category); // "Lu"

// For loops over text: the word, and the code points first <= c < end around it that share it. Start with {0}.
typedef struct UnicodeRun {
    u32 first, end, word;
} UnicodeRun;
void unicode_run(u32 c, UnicodeRun *run);
INLINE u32 unicode_word_in(UnicodeRun *run, u32 c) {
    if (unlikely(c - run->first >= run->end - run->first)) unicode_run(c, run);
    return run->word;
}

// str.isdecimal, isdigit and isnumeric. The values are 0 to 9, or -1.
int unicode_decimal_above(u32 c);
INLINE int unicode_decimal(u32 c) { return c < 128 ? (c - '0' < 10 ? (int)(c - '0') : -1) : unicode_decimal_above(c); }
int unicode_digit(u32 c);
bool unicode_is_numeric(u32 c);
// East Asian width W or F: two columns on a terminal.
bool unicode_is_wide(u32 c);

// Mappings to one code point, itself where there is none.
u32 unicode_lower_above(u32 c);
u32 unicode_upper_above(u32 c);
INLINE u32 unicode_lower_one(u32 c) { return c < 128 ? (c - 'A' < 26 ? c + 32 : c) : unicode_lower_above(c); }
INLINE u32 unicode_upper_one(u32 c) { return c < 128 ? (c - 'a' < 26 ? c - 32 : c) : unicode_upper_above(c); }
u32 unicode_title_one(u32 c);

// The full mappings of str.lower and so on: they write 1 to 3 code points and answer how many. The final sigma, which
// depends on its neighbours, is left to the caller.
int unicode_lower(u32 c, u32 to[3]);
int unicode_upper(u32 c, u32 to[3]);
int unicode_title(u32 c, u32 to[3]);
int unicode_fold(u32 c, u32 to[3]);

const char *unicode_version(void); // "16.0.0"
u32 unicode_checksum(void);        // for the unit test

#endif
