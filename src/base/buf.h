// buf.h: a growing byte buffer over a Mem. Failure is sticky: after one refused growth `failed` stays set, further
// appends do nothing, and the owner checks once at the end.
#ifndef AITER_BUF_H
#define AITER_BUF_H

#include "base/mem.h"

typedef struct Buf {
    Mem *mem;
    u8 *data;   // not terminated
    size_t len; // bytes in use
    size_t cap;
    bool failed; // an allocation was refused
} Buf;

void buf_open(Buf *buf, Mem *mem);
void buf_close(Buf *buf);
void buf_clear(Buf *buf); // empties, keeps the room
// Makes room for `more` bytes behind len and returns where they go, or NULL. Does not change len.
u8 *buf_reserve(Buf *buf, size_t more);
void buf_put(Buf *buf, u8 byte);
void buf_add(Buf *buf, const void *bytes, size_t n);
void buf_text(Buf *buf, const char *text);
// printf's d, u, x, c, s, .*s, %% with l, ll and z; nothing of floating point.
void buf_format(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
// The same with a va_list is buf_vformat.
void buf_vformat(Buf *buf, const char *format, __builtin_va_list args);
// Adds one code point as UTF-8; a lone surrogate is written as its three bytes.
void buf_utf8(Buf *buf, u32 code_point);

#endif
