// buf.c: the growing byte buffer, and our own small printf into it (libc's would bring floating point along).
#include "base/buf.h"

#include "base/utf8.h"

#include <stdarg.h>

void buf_open(Buf *buf, Mem *mem) {
    memset(buf, 0, sizeof *buf);
    buf->mem = mem;
}

void buf_close(Buf *buf) {
    mem_free(buf->mem, buf->data, buf->cap);
    buf_open(buf, buf->mem);
}

void buf_clear(Buf *buf) { buf->len = 0; }

static NOINLINE bool grow(Buf *buf, size_t more) {
    if (buf->failed) return false;
    size_t need = buf->len + more;
    size_t cap = buf->cap + (buf->cap >> 1);
    if (cap < need) cap = need;
    if (cap < 64) cap = 64;
    u8 *data = need < more ? NULL : mem_realloc(buf->mem, buf->data, buf->cap, cap);
    if (!data && cap > need && need >= more) { // near the limit: without room to spare
        cap = need;
        data = mem_realloc(buf->mem, buf->data, buf->cap, cap);
    }
    if (!data) {
        buf->failed = true;
        return false;
    }
    buf->data = data;
    buf->cap = cap;
    return true;
}

u8 *buf_reserve(Buf *buf, size_t more) {
    if (unlikely(buf->failed)) return NULL;
    if ((unlikely(buf->cap - buf->len < more) || !buf->data) && !grow(buf, more)) return NULL;
    return buf->data + buf->len;
}

void buf_put(Buf *buf, u8 byte) {
    u8 *at = buf_reserve(buf, 1);
    if (unlikely(!at)) return;
    *at = byte;
    buf->len++;
}

void buf_add(Buf *buf, const void *bytes, size_t n) {
    u8 *at = n ? buf_reserve(buf, n) : NULL;
    if (!at) return;
    memcpy(at, bytes, n);
    buf->len += n;
}

void buf_text(Buf *buf, const char *text) { buf_add(buf, text, strlen(text)); }

void buf_utf8(Buf *buf, u32 code_point) {
    u8 *at = buf_reserve(buf, 4);
    if (at) buf->len += (size_t)utf8_encode(code_point, at);
}

void buf_format(Buf *buf, const char *format, ...) {
    va_list args;
    va_start(args, format);
    buf_vformat(buf, format, args);
    va_end(args);
}

static void pad(Buf *buf, size_t have, size_t want, u8 with) {
    for (; have < want; have++) buf_put(buf, with);
}

// % ['0'] [width] ['.' (digits | '*')] ['l' | 'll' | 'z'] (d i u x X c s %)
void buf_vformat(Buf *buf, const char *format, va_list args) {
    for (const char *p = format;;) {
        const char *plain = p;
        while (*p && *p != '%') p++;
        buf_add(buf, plain, (size_t)(p - plain));
        if (!*p++) return;

        bool zeros = *p == '0';
        size_t width = 0, precision = SIZE_MAX;
        while (*p >= '0' && *p <= '9') width = width * 10 + (size_t)(*p++ - '0');
        if (*p == '.' && *++p == '*') {
            int given = va_arg(args, int);
            if (given >= 0) precision = (size_t)given;
            p++;
        } else if (p[-1] == '.') {
            for (precision = 0; *p >= '0' && *p <= '9';) precision = precision * 10 + (size_t)(*p++ - '0');
        }
        int longs = 0; // 1: long, 2: long long, 3: size_t
        for (; *p == 'l'; p++) longs++;
        if (*p == 'z') longs = 3, p++;

        char digits[24], *end = digits + sizeof digits, *at = end;
        char type = *p++;
        if (type == 's') {
            const char *text = va_arg(args, const char *);
            size_t n = 0;
            while (n < precision && text[n]) n++;
            pad(buf, n, width, ' ');
            buf_add(buf, text, n);
            continue;
        }
        if (type == 'c' || type == '%') {
            buf_put(buf, type == 'c' ? (u8)va_arg(args, int) : '%');
            continue;
        }
        u64 value;
        bool minus = false;
        if (type == 'd' || type == 'i') {
            i64 given = longs == 0   ? va_arg(args, int)
                        : longs == 1 ? va_arg(args, long)
                        : longs == 2 ? va_arg(args, long long)
                                     : (i64)va_arg(args, ptrdiff_t);
            minus = given < 0;
            value = minus ? 0 - (u64)given : (u64)given;
        } else {
            value = longs == 0   ? va_arg(args, unsigned)
                    : longs == 1 ? va_arg(args, unsigned long)
                    : longs == 2 ? va_arg(args, unsigned long long)
                                 : va_arg(args, size_t);
        }
        u32 base = type == 'x' || type == 'X' ? 16 : 10;
        char letter = type == 'X' ? 'A' - 10 : 'a' - 10;
        do {
            u32 digit = (u32)(value % base);
            *--at = (char)(digit < 10 ? '0' + digit : letter + digit);
            value /= base;
        } while (value);
        size_t n = (size_t)(end - at) + minus;
        if (!zeros) pad(buf, n, width, ' ');
        if (minus) buf_put(buf, '-');
        if (zeros) pad(buf, n, width, '0');
        buf_add(buf, at, (size_t)(end - at));
    }
}
