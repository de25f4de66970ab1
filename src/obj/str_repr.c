// str_repr.c: text on its way out: UTF-8, repr(), ascii(), and our own printf with Python's values (str_vformat).
#include "obj/str_impl.h"
#include "obj/type.h"

#include "base/unicode.h"
#include "base/utf8.h"

void str_utf8(const Str *s, Buf *out) {
    if (s->ascii) {
        buf_add(out, s->data, s->len);
        return;
    }
    for (u32 i = 0; i < s->len; i++) buf_utf8(out, str_at(s, i));
}

static const char hex_digits[] = "0123456789abcdef";

// \xhh, \uhhhh or \Uhhhhhhhh, whichever holds c.
void escape_char(Buf *out, u32 c) {
    u32 digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    buf_put(out, '\\');
    buf_put(out, digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
    for (u32 i = digits; i-- > 0;) buf_put(out, (u8)hex_digits[c >> (4 * i) & 15]);
}

// The quote that repr takes: ' unless the text has one and has no ".
static u8 quote_for(const void *data, u32 width, u32 n) {
    Units text = {data, n, width};
    bool single = units_find(text, byte_units("'", 1)) >= 0;
    return single && units_find(text, byte_units("\"", 1)) < 0 ? '"' : '\'';
}

// One character below 0x80, escaped where repr of str and of bytes does.
static void repr_ascii(Buf *out, u8 c, u8 quote) {
    if (c == quote || c == '\\') buf_put(out, '\\'), buf_put(out, c);
    else if (c == '\n') buf_add(out, "\\n", 2);
    else if (c == '\r') buf_add(out, "\\r", 2);
    else if (c == '\t') buf_add(out, "\\t", 2);
    else if (c < ' ' || c == 0x7F) escape_char(out, c);
    else buf_put(out, c);
}

void str_repr(const Str *s, Buf *out) {
    u8 quote = quote_for(s->data, s->width, s->len);
    buf_reserve(out, s->len + 2);
    buf_put(out, quote);
    UnicodeRun run = {0};
    for (u32 i = 0; i < s->len; i++) {
        u32 c = str_at(s, i);
        if (c < 0x80) repr_ascii(out, (u8)c, quote);
        else if (unicode_word_in(&run, c) & UNICODE_PRINTABLE) buf_utf8(out, c);
        else escape_char(out, c);
    }
    buf_put(out, quote);
}

static void repr_bytes(const u8 *data, u32 n, Buf *out, u8 quote, u8 escaped) {
    buf_reserve(out, (size_t)n + 3);
    buf_put(out, 'b');
    buf_put(out, quote);
    for (u32 i = 0; i < n; i++) {
        if (data[i] < 0x80) repr_ascii(out, data[i], escaped);
        else escape_char(out, data[i]);
    }
    buf_put(out, quote);
}

void bytes_repr(const u8 *data, u32 n, Buf *out) {
    u8 quote = quote_for(data, 1, n);
    repr_bytes(data, n, out, quote, quote);
}

// As CPython's bytearray: a ' is escaped even between double quotes.
void bytearray_repr(const u8 *data, u32 n, Buf *out) { repr_bytes(data, n, out, quote_for(data, 1, n), '\''); }

Str *str_to_ascii(Vm *vm, Str *s) {
    if (s->ascii) return str_exact(vm, s);
    Buf buf;
    buf_open(&buf, &vm->mem);
    for (u32 i = 0; i < s->len; i++) {
        u32 c = str_at(s, i);
        if (c < 0x80) buf_put(&buf, (u8)c);
        else escape_char(&buf, c);
    }
    return str_from_buf(vm, &buf);
}

Value str_ascii_repr(Vm *vm, Value v) {
    Value repr = value_repr(vm, v);
    if (is_marker(repr)) return repr;
    Str *s = str_to_ascii(vm, str_get(repr));
    decref(vm, repr);
    return str_value(s);
}

// ---- str_vformat --------------------------------------------------------------------------------------------------

static void put_number(Buf *out, u64 value, bool minus, u32 base, bool upper, size_t width, bool zeros) {
    char digits[24], *end = digits + sizeof digits, *at = end;
    do {
        char digit = hex_digits[value % base];
        *--at = upper && digit >= 'a' ? (char)(digit - 32) : digit;
        value /= base;
    } while (value);
    size_t n = (size_t)(end - at) + minus;
    if (!zeros)
        for (; n < width; n++) buf_put(out, ' ');
    if (minus) buf_put(out, '-');
    for (; n < width; n++) buf_put(out, '0');
    buf_add(out, at, (size_t)(end - at));
}

// A built-in type has its name as a str only once something has asked for its dict.
void type_name_text(const Type *type, Buf *out) {
    if (type->name) str_utf8(type->name, out);
    else buf_text(out, type->spec->name);
}

static void put_repr(Vm *vm, Buf *out, Value v) {
    Value repr = value_repr(vm, v);
    if (is_object(repr)) {
        str_utf8(str_get(repr), out);
        decref(vm, repr);
        return;
    }
    if (repr == V_ERROR) exc_clear(vm);
    buf_put(out, '<');
    type_name_text(type_of(vm, v), out);
    buf_text(out, " object>");
}

// % ['0'] [width] ['.' (digits | '*')] ['l' | 'll' | 'z'] (d i u x X c s S R T N U %)
// A built-in type that nothing has asked for yet has no name as a str.
static void put_type_name(const Type *type, Buf *out) {
    if (type->name) str_utf8(type->name, out);
    else buf_text(out, type->spec->name);
}

// As PyType_GetFullyQualifiedName: "asyncio.locks.Lock", but plain names for what is built in or the program's own.
static void put_full_name(Vm *vm, Type *type, Buf *out) {
    size_t start = out->len;
    type_full_name(vm, type, out);
    if (out->len - start > 9 && !memcmp(out->data + start, "__main__.", 9)) {
        memmove(out->data + start, out->data + start + 9, out->len - start - 9);
        out->len -= 9;
    }
}

Str *str_vformat(Vm *vm, const char *format, __builtin_va_list args) {
    Buf out;
    buf_open(&out, &vm->mem);
    for (const char *p = format;;) {
        const char *plain = p;
        while (*p && *p != '%') p++;
        buf_add(&out, plain, (size_t)(p - plain));
        if (!*p++) break;

        bool zeros = *p == '0';
        size_t width = 0, precision = SIZE_MAX;
        while (*p >= '0' && *p <= '9') width = width * 10 + (size_t)(*p++ - '0');
        if (*p == '.') {
            if (*++p == '*') {
                int given = __builtin_va_arg(args, int);
                if (given >= 0) precision = (size_t)given;
                p++;
            } else {
                for (precision = 0; *p >= '0' && *p <= '9';) precision = precision * 10 + (size_t)(*p++ - '0');
            }
        }
        int longs = 0; // 1: long, 2: long long, 3: size_t
        for (; *p == 'l'; p++) longs++;
        if (*p == 'z') longs = 3, p++;

        char type = *p++;
        switch (type) {
        case 'd':
        case 'i': {
            i64 given = longs == 0   ? __builtin_va_arg(args, int)
                        : longs == 1 ? __builtin_va_arg(args, long)
                        : longs == 2 ? __builtin_va_arg(args, long long)
                                     : (i64) __builtin_va_arg(args, ptrdiff_t);
            put_number(&out, given < 0 ? 0 - (u64)given : (u64)given, given < 0, 10, false, width, zeros);
            break;
        }
        case 'u':
        case 'x':
        case 'X': {
            u64 given = longs == 0   ? __builtin_va_arg(args, unsigned)
                        : longs == 1 ? __builtin_va_arg(args, unsigned long)
                        : longs == 2 ? __builtin_va_arg(args, unsigned long long)
                                     : __builtin_va_arg(args, size_t);
            put_number(&out, given, false, type == 'u' ? 10 : 16, type == 'X', width, zeros);
            break;
        }
        case 's': {
            const char *text = __builtin_va_arg(args, const char *);
            size_t n = 0;
            while (n < precision && text[n]) n++;
            for (size_t have = n; have < width; have++) buf_put(&out, ' ');
            buf_add(&out, text, n);
            break;
        }
        case 'c': buf_utf8(&out, (u32) __builtin_va_arg(args, int)); break;
        case 'S': str_utf8(__builtin_va_arg(args, Str *), &out); break;
        case 'R': put_repr(vm, &out, __builtin_va_arg(args, Value)); break;
        case 'T': put_type_name(type_of(vm, __builtin_va_arg(args, Value)), &out); break;
        case 'N': put_type_name(__builtin_va_arg(args, Type *), &out); break;
        case 'Q': put_full_name(vm, __builtin_va_arg(args, Type *), &out); break;
        case 'U': str_utf8(str_get(__builtin_va_arg(args, Value)), &out); break;
        default: buf_put(&out, '%'); break;
        }
    }
    return str_from_buf(vm, &out);
}
