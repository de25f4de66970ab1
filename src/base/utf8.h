// utf8.h: UTF-8 in and out, with the errors of CPython's decoder: where the first wrong bytes are, how many, and why.
#ifndef AITER_UTF8_H
#define AITER_UTF8_H

#include "base/base.h"

typedef enum Utf8Reason {
    UTF8_OK,
    UTF8_BAD_START,        // "invalid start byte"
    UTF8_BAD_CONTINUATION, // "invalid continuation byte" (also overlong forms, surrogates, past U+10FFFF)
    UTF8_CUT_SHORT,        // "unexpected end of data"
} Utf8Reason;

typedef struct Utf8Fault {
    size_t start, end; // the wrong bytes, as in UnicodeDecodeError.start and .end
    Utf8Reason reason;
} Utf8Fault;

// One code point from n > 0 bytes. Answers its size in bytes, 1 to 4. When the bytes are wrong the answer is -k, where
// k is the number of bytes that belong to the error (go on behind them), and *code_point holds the Utf8Reason. With
// `surrogates`, the three-byte forms of U+D800..U+DFFF are taken too.
int utf8_decode(const u8 *bytes, size_t n, bool surrogates, u32 *code_point);

// Writes 1 to 4 bytes and answers how many. A lone surrogate is written as its three bytes.
int utf8_encode(u32 code_point, u8 *to);
INLINE int utf8_size(u32 code_point) {
    return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

// Is all of it right? If not, *fault (may be NULL) says what comes first.
bool utf8_check(const u8 *bytes, size_t n, bool surrogates, Utf8Fault *fault);
// CPython's words for a reason.
const char *utf8_reason_text(Utf8Reason reason);

// Text that is known to be right (surrogates allowed): how many code points, and (max_code_point may be NULL) the
// greatest, 0 for empty text.
size_t utf8_measure(const u8 *bytes, size_t n, u32 *max_code_point);
// How many of the first bytes are below 0x80.
size_t utf8_ascii_run(const u8 *bytes, size_t n);

// Reads one code point of text that is known to be right, and moves on.
INLINE u32 utf8_read(const u8 **at) {
    const u8 *p = *at;
    u32 c = p[0];
    if (likely(c < 0x80)) return *at = p + 1, c;
    if (c < 0xE0) return *at = p + 2, (c & 0x1F) << 6 | (p[1] & 0x3F);
    if (c < 0xF0) return *at = p + 3, (c & 0x0F) << 12 | (u32)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    *at = p + 4;
    return (c & 0x07) << 18 | (u32)(p[1] & 0x3F) << 12 | (u32)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
}

#endif
