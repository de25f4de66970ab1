// utf8.c: decoding, encoding, checking and measuring UTF-8.
#include "base/utf8.h"

INLINE bool is_more(u8 byte) { return (byte & 0xC0) == 0x80; }

static int fault_of(int size, Utf8Reason reason, u32 *out) {
    *out = reason;
    return -size;
}

int utf8_decode(const u8 *p, size_t n, bool surrogates, u32 *code_point) {
    u32 c = p[0];
    if (c < 0x80) {
        *code_point = c;
        return 1;
    }
    // What the second byte may be depends on the first: no overlong forms, no surrogates, nothing past U+10FFFF.
    int size = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    u32 low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    u32 high = c == 0xED && !surrogates ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    if (c < 0xC2 || c > 0xF4) return fault_of(1, UTF8_BAD_START, code_point);
    u32 value = c & (0x7Fu >> size);
    for (int i = 1; i < size; i++) {
        if ((size_t)i >= n) return fault_of(i, UTF8_CUT_SHORT, code_point);
        if (i == 1 ? p[1] < low || p[1] > high : !is_more(p[i])) return fault_of(i, UTF8_BAD_CONTINUATION, code_point);
        value = value << 6 | (p[i] & 0x3F);
    }
    *code_point = value;
    return size;
}

int utf8_encode(u32 c, u8 *to) {
    int size = utf8_size(c);
    if (size == 1) {
        to[0] = (u8)c;
        return 1;
    }
    for (int i = size - 1; i > 0; i--, c >>= 6) to[i] = (u8)(0x80 | (c & 0x3F));
    to[0] = (u8)(0xF00 >> size | c); // 110..., 1110..., 11110...
    return size;
}

size_t utf8_ascii_run(const u8 *bytes, size_t n) {
    size_t i = 0;
    for (u64 eight; i + 8 <= n; i += 8) {
        memcpy(&eight, bytes + i, 8);
        if (eight & 0x8080808080808080u) break;
    }
    while (i < n && bytes[i] < 0x80) i++;
    return i;
}

bool utf8_check(const u8 *bytes, size_t n, bool surrogates, Utf8Fault *fault) {
    for (size_t i = 0;;) {
        if (i < n && bytes[i] < 0x80) i += utf8_ascii_run(bytes + i, n - i);
        if (i >= n) return true;
        u32 value;
        int size = utf8_decode(bytes + i, n - i, surrogates, &value);
        if (size < 0) {
            if (fault) *fault = (Utf8Fault){i, i + (size_t)-size, (Utf8Reason)value};
            return false;
        }
        i += (size_t)size;
    }
}

const char *utf8_reason_text(Utf8Reason reason) {
    return reason == UTF8_BAD_START          ? "invalid start byte"
           : reason == UTF8_BAD_CONTINUATION ? "invalid continuation byte"
                                             : "unexpected end of data";
}

size_t utf8_measure(const u8 *bytes, size_t n, u32 *max_code_point) {
    size_t count = 0;
    u32 max = 0;
    const u8 *end = bytes + n;
    for (const u8 *at = bytes; at < end; count++) {
        u32 c = utf8_read(&at);
        if (c > max) max = c;
    }
    if (max_code_point) *max_code_point = max;
    return count;
}
