// bytes_codec.c: text to bytes and back: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, each with CPython's error handlers.
// What cannot be converted is put to the handler as a range of characters or bytes with a reason.
#include "obj/bytes_impl.h"

#include "base/utf8.h"
#include "obj/exception.h"

enum { UTF_8, UTF_8_SIG, ASCII, LATIN_1, UTF_16, UTF_16_LE, UTF_16_BE, UTF_32, UTF_32_LE, UTF_32_BE, UNKNOWN };

static const struct {
    const char *name;    // in error messages
    const char *aliases; // in lower case, with '_' for '-', ' ' and '.'
} codecs[] = {
    [UTF_8] = {"utf-8", " utf_8 utf8 u8 utf cp65001 "},
    [UTF_8_SIG] = {"utf-8", " utf_8_sig "},
    [ASCII] = {"ascii", " ascii us_ascii 646 ansi_x3_4_1968 iso646_us "},
    [LATIN_1] = {"latin-1", " latin_1 latin1 latin l1 iso_8859_1 iso8859_1 iso8859 8859 cp819 "},
    [UTF_16] = {"utf-16", " utf_16 utf16 u16 "},
    [UTF_16_LE] = {"utf-16-le", " utf_16_le utf_16le unicodelittleunmarked "},
    [UTF_16_BE] = {"utf-16-be", " utf_16_be utf_16be unicodebigunmarked "},
    [UTF_32] = {"utf-32", " utf_32 utf32 u32 "},
    [UTF_32_LE] = {"utf-32-le", " utf_32_le utf_32le "},
    [UTF_32_BE] = {"utf-32-be", " utf_32_be utf_32be "},
};

static int find_codec(Value encoding) {
    if (encoding == V_UNSET) return UTF_8;
    const Str *s = str_get(encoding);
    char name[32] = " ";
    if (s->len > sizeof name - 2 || !s->ascii) return UNKNOWN;
    for (u32 i = 0; i < s->len; i++) {
        u32 c = str_at(s, i);
        name[i + 1] = c == '-' || c == ' ' || c == '.' ? '_' : c - 'A' < 26 ? (char)(c + 32) : (char)c;
    }
    name[s->len + 1] = ' ';
    for (int i = 0; i < UNKNOWN; i++) {
        if (units_find(byte_units(codecs[i].aliases, strlen(codecs[i].aliases)), byte_units(name, s->len + 2)) >= 0)
            return i;
    }
    return UNKNOWN;
}

enum { STRICT, IGNORE, REPLACE, BACKSLASH, ESCAPE, PASS, XML, OTHER };

static int find_handler(Value errors) {
    static const char *const names[] = {"strict",          "ignore",        "replace",          "backslashreplace",
                                        "surrogateescape", "surrogatepass", "xmlcharrefreplace"};
    if (errors == V_UNSET) return STRICT;
    for (int i = 0; i < OTHER; i++) {
        if (str_is(str_get(errors), names[i])) return i;
    }
    return OTHER;
}

static int check_name(Vm *vm, const char *function, const char *which, Value v) {
    if (v == V_UNSET) return 0;
    if (!is_str(v) && !strcmp(function, "str"))
        return raise_type(vm, "str() argument%s must be str, not %T", which, v), IS_ERROR;
    if (!is_str(v)) return raise_argument(vm, function, which, "str", v), IS_ERROR;
    const Str *s = str_get(v);
    for (u32 i = 0; i < s->len; i++) {
        if (str_at(s, i) == 0) return raise_value(vm, "embedded null character"), IS_ERROR;
    }
    return 0;
}

int codec_names(Vm *vm, const char *name, Value encoding, Value errors) {
    int status = check_name(vm, name, " 'encoding'", encoding);
    return status ? status : check_name(vm, name, " 'errors'", errors);
}

static Value unknown_codec(Vm *vm, Value encoding) {
    return raise(vm, T_LookupError, "unknown encoding: %U", encoding);
}
static Value unknown_handler(Vm *vm, Value errors) {
    return raise(vm, T_LookupError, "unknown error handler name '%U'", errors);
}

static Value raise_unicode(Vm *vm, u16 type_id, int codec, Value object, size_t start, size_t end, const char *reason) {
    Value args[5] = {str_value(str_from_text(vm, codecs[codec].name)), own(object), value_small((i64)start),
                     value_small((i64)end), str_value(str_from_text(vm, reason))};
    Value e = args[0] != V_ERROR && args[4] != V_ERROR ? exception_new(vm, type_id, args, 5) : V_ERROR;
    for (u32 i = 0; i < 5; i++) decref(vm, args[i]);
    if (e == V_ERROR) return V_ERROR;
    raise_object(vm, e);
    decref(vm, e);
    return V_ERROR;
}

// ---- encoding -----------------------------------------------------------------------------------------------------

typedef struct Encoder {
    Vm *vm;
    Str *text;
    Value errors;
    int codec, handler;
    Buf out;
} Encoder;

static bool is_big(int codec) { return codec == UTF_16_BE || codec == UTF_32_BE; }
static bool is_16(int codec) { return codec >= UTF_16 && codec <= UTF_16_BE; }
static bool is_32(int codec) { return codec >= UTF_32; }
static bool is_surrogate(u32 c) { return c - 0xD800 < 0x800; }

static void put_unit(Buf *out, u32 unit, u32 size, bool big) {
    u8 *at = buf_reserve(out, size);
    if (!at) return;
    for (u32 i = 0; i < size; i++) at[big ? size - 1 - i : i] = (u8)(unit >> 8 * i);
    out->len += size;
}

// A character that the codec can hold (or a surrogate, as it is).
static void put_char(Encoder *e, u32 c) {
    bool big = is_big(e->codec);
    if (is_16(e->codec)) {
        if (c >= 0x10000) {
            put_unit(&e->out, 0xD7C0 + (c >> 10), 2, big);
            c = 0xDC00 | (c & 0x3FF);
        }
        put_unit(&e->out, c, 2, big);
    } else if (is_32(e->codec)) put_unit(&e->out, c, 4, big);
    else if (e->codec <= UTF_8_SIG) buf_utf8(&e->out, c);
    else buf_put(&e->out, (u8)c);
}

static void put_text(Encoder *e, const Buf *ascii) {
    for (size_t i = 0; i < ascii->len; i++) put_char(e, ascii->data[i]);
}

static Value encode_fault(Encoder *e, u32 start, u32 end, const char *reason) {
    return raise_unicode(e->vm, T_UnicodeEncodeError, e->codec == UTF_8_SIG ? UTF_8 : e->codec, value_object(e->text),
                         start, end, reason);
}

// What the handler makes of the characters from start to end. V_NONE or V_ERROR.
static Value handle_encode(Encoder *e, u32 start, u32 end, const char *reason) {
    Buf text;
    for (u32 i = start; i < end; i++) {
        u32 c = str_at(e->text, i);
        switch (e->handler) {
        case IGNORE: break;
        case REPLACE: put_char(e, '?'); break;
        case BACKSLASH:
        case XML:
            buf_open(&text, &e->vm->mem);
            if (e->handler == XML) buf_format(&text, "&#%u;", c);
            else escape_char(&text, c);
            put_text(e, &text);
            e->out.failed |= text.failed;
            buf_close(&text);
            break;
        case ESCAPE:
            if (c - 0xDC80 >= 0x80 || is_16(e->codec) || is_32(e->codec)) return encode_fault(e, i, end, reason);
            buf_put(&e->out, (u8)c);
            break;
        case PASS:
            if (!is_surrogate(c) || e->codec == ASCII || e->codec == LATIN_1) return encode_fault(e, i, end, reason);
            put_char(e, c);
            break;
        case STRICT: return encode_fault(e, start, end, reason);
        default: return unknown_handler(e->vm, e->errors);
        }
    }
    return V_NONE;
}

static Value encode_all(Encoder *e) {
    const Str *s = e->text;
    u32 limit = e->codec == ASCII ? 0x80 : 0x100;
    bool narrow = e->codec == ASCII || e->codec == LATIN_1;
    const char *reason = e->codec == ASCII     ? "ordinal not in range(128)"
                         : e->codec == LATIN_1 ? "ordinal not in range(256)"
                                               : "surrogates not allowed";
    bool one_by_one = is_16(e->codec) || is_32(e->codec); // their errors are single characters
    buf_reserve(&e->out, s->len);
    for (u32 i = 0; i < s->len;) {
        u32 c = str_at(s, i), end = i;
        while (end < s->len && (narrow ? c >= limit : is_surrogate(c))) {
            if (++end == s->len || one_by_one) break;
            c = str_at(s, end);
        }
        if (end == i) {
            put_char(e, c);
            i++;
        } else {
            if (handle_encode(e, i, end, reason) == V_ERROR) return V_ERROR;
            i = end;
        }
    }
    return V_NONE;
}

Value codec_encode(Vm *vm, Str *s, Value encoding, Value errors) {
    int codec = find_codec(encoding);
    if (codec == UNKNOWN) return unknown_codec(vm, encoding);
    charge(vm, s->len);
    if ((codec <= LATIN_1 && codec != UTF_8_SIG && s->ascii) || (codec == LATIN_1 && s->width == 1))
        return bytes_value(bytes_from(vm, s->data, s->len));
    if (codec == UTF_8) { // without surrogates there is nothing to handle
        u64 size = 0;
        bool good = true;
        for (u32 i = 0; i < s->len; i++) {
            u32 c = str_at(s, i);
            size += (u64)utf8_size(c);
            good &= !is_surrogate(c);
        }
        if (good) {
            Bytes *b = size > TEXT_LIMIT ? (raise_memory(vm), NULL) : bytes_new(vm, (u32)size);
            u8 *at = b ? b->data : NULL;
            for (u32 i = 0; b && i < s->len; i++) at += utf8_encode(str_at(s, i), at);
            return bytes_value(b);
        }
    }
    Encoder e = {vm, s, errors, codec, find_handler(errors), {0}};
    buf_open(&e.out, &vm->mem);
    if (codec == UTF_8_SIG || codec == UTF_16 || codec == UTF_32) put_char(&e, 0xFEFF);
    if (encode_all(&e) == V_ERROR) {
        buf_close(&e.out);
        return V_ERROR;
    }
    return bytes_value(bytes_from_buf(vm, &e.out));
}

// ---- decoding -----------------------------------------------------------------------------------------------------

typedef struct Decoder {
    Vm *vm;
    Value object, errors;
    const u8 *data;
    size_t n;
    int codec, handler;
    StrBuilder out;
} Decoder;

static Value decode_fault(Decoder *d, size_t start, size_t end, const char *reason) {
    Value object = d->object;
    Bytes *copy = NULL;
    // The error shows bytes: exactly those that were decoded.
    if (!value_is(object, T_BYTES) || bytes_get(object)->data != d->data) {
        copy = bytes_from(d->vm, d->data, d->n);
        if (!copy) return V_ERROR;
        object = value_object(copy);
    }
    raise_unicode(d->vm, T_UnicodeDecodeError, d->codec == UTF_8_SIG ? UTF_8 : d->codec, object, start, end, reason);
    XDECREF(d->vm, copy);
    return V_ERROR;
}

static u32 read_unit(const u8 *at, u32 size, bool big) {
    u32 unit = 0;
    for (u32 i = 0; i < size; i++) unit |= (u32)at[big ? size - 1 - i : i] << 8 * i;
    return unit;
}

// A surrogate standing at `start` that surrogatepass lets through: its size, or 0.
static size_t passed(const Decoder *d, size_t start, u32 *c) {
    size_t left = d->n - start;
    if (d->codec <= UTF_8_SIG) {
        int size = utf8_decode(d->data + start, left, true, c);
        return size == 3 && is_surrogate(*c) ? 3 : 0;
    }
    u32 size = is_16(d->codec) ? 2 : is_32(d->codec) ? 4 : 0;
    if (!size || left < size) return 0;
    *c = read_unit(d->data + start, size, is_big(d->codec));
    return is_surrogate(*c) ? size : 0;
}

// What the handler makes of the bytes from start to end. *next: where to go on.
static Value handle_decode(Decoder *d, size_t start, size_t end, const char *reason, size_t *next) {
    u32 c;
    *next = end;
    switch (d->handler) {
    case IGNORE: return V_NONE;
    case REPLACE: builder_char(&d->out, 0xFFFD); return V_NONE;
    case BACKSLASH:
        for (size_t i = start; i < end; i++) {
            builder_text(&d->out, "\\x");
            builder_char(&d->out, (u8) "0123456789abcdef"[d->data[i] >> 4]);
            builder_char(&d->out, (u8) "0123456789abcdef"[d->data[i] & 15]);
        }
        return V_NONE;
    case ESCAPE: {
        size_t i = start;
        for (; i < end && d->data[i] >= 0x80; i++) builder_char(&d->out, 0xDC00u + d->data[i]);
        *next = i;
        return i > start ? V_NONE : decode_fault(d, start, end, reason);
    }
    case PASS: {
        size_t size = passed(d, start, &c);
        if (!size) return decode_fault(d, start, end, reason);
        builder_char(&d->out, c);
        *next = start + size;
        return V_NONE;
    }
    case XML: return raise_type(d->vm, "don't know how to handle UnicodeDecodeError in error callback");
    case STRICT: return decode_fault(d, start, end, reason);
    default: return unknown_handler(d->vm, d->errors);
    }
}

// One character at *at: V_NONE, or V_ERROR.
static Value decode_utf8(Decoder *d, size_t *at) {
    size_t run = utf8_ascii_run(d->data + *at, d->n - *at);
    if (run) {
        builder_ascii(&d->out, d->data + *at, (u32)run);
        *at += run;
        return V_NONE;
    }
    u32 c;
    int size = utf8_decode(d->data + *at, d->n - *at, false, &c);
    if (size < 0) return handle_decode(d, *at, *at + (size_t)-size, utf8_reason_text((Utf8Reason)c), at);
    builder_char(&d->out, c);
    *at += (size_t)size;
    return V_NONE;
}

static Value decode_ascii(Decoder *d, size_t *at) {
    size_t run = utf8_ascii_run(d->data + *at, d->n - *at);
    builder_ascii(&d->out, d->data + *at, (u32)run);
    *at += run;
    return *at == d->n ? V_NONE : handle_decode(d, *at, *at + 1, "ordinal not in range(128)", at);
}

static Value decode_16(Decoder *d, size_t *at) {
    size_t i = *at, left = d->n - i;
    bool big = is_big(d->codec);
    if (left < 2) return handle_decode(d, i, d->n, "truncated data", at);
    u32 c = read_unit(d->data + i, 2, big);
    *at = i + 2;
    if (is_surrogate(c)) {
        if (c >= 0xDC00) return handle_decode(d, i, i + 2, "illegal encoding", at);
        if (left < 4) return handle_decode(d, i, d->n, "unexpected end of data", at);
        u32 low = read_unit(d->data + i + 2, 2, big);
        if (low - 0xDC00 >= 0x400) return handle_decode(d, i, i + 2, "illegal UTF-16 surrogate", at);
        c = 0x10000 + ((c & 0x3FF) << 10 | (low & 0x3FF));
        *at = i + 4;
    }
    builder_char(&d->out, c);
    return V_NONE;
}

static Value decode_32(Decoder *d, size_t *at) {
    size_t i = *at;
    if (d->n - i < 4) return handle_decode(d, i, d->n, "truncated data", at);
    u32 c = read_unit(d->data + i, 4, is_big(d->codec));
    if (is_surrogate(c))
        return handle_decode(d, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)", at);
    if (c > 0x10FFFF) return handle_decode(d, i, i + 4, "code point not in range(0x110000)", at);
    builder_char(&d->out, c);
    *at = i + 4;
    return V_NONE;
}

// The byte order mark decides between the two orders, little-endian without one. Answers how many bytes it takes.
static size_t read_mark(Decoder *d) {
    bool wide = d->codec == UTF_32;
    u32 size = wide ? 4 : 2;
    int little = d->codec + 1, big = d->codec + 2;
    d->codec = little;
    if (d->n < size) return 0;
    if (read_unit(d->data, size, false) == 0xFEFF) return size;
    if (read_unit(d->data, size, true) != 0xFEFF) return 0;
    d->codec = big;
    return size;
}

Value codec_decode(Vm *vm, Value object, const u8 *data, u32 n, Value encoding, Value errors) {
    if (n == 0) return str_value(str_empty(vm));
    int codec = find_codec(encoding);
    if (codec == UNKNOWN) return unknown_codec(vm, encoding);
    charge(vm, n);
    if (codec == LATIN_1) return str_value(str_from_units(vm, data, 1, n));
    if (codec == UTF_8 && utf8_check(data, n, false, NULL)) return str_value(str_from_utf8(vm, data, n));
    Decoder d = {vm, object, errors, data, n, codec, find_handler(errors), {0}};
    size_t at = 0;
    if (codec == UTF_16 || codec == UTF_32) at = read_mark(&d);
    if (codec == UTF_8_SIG && n >= 3 && !memcmp(data, "\xEF\xBB\xBF", 3)) d.data += 3, d.n -= 3;
    Value (*step)(Decoder *, size_t *) = codec <= UTF_8_SIG ? decode_utf8
                                         : codec == ASCII   ? decode_ascii
                                         : is_16(d.codec)   ? decode_16
                                                            : decode_32;
    builder_open(&d.out, vm);
    while (at < d.n) {
        if (step(&d, &at) == V_NONE) continue;
        builder_close(&d.out);
        return V_ERROR;
    }
    return str_value(builder_finish(&d.out));
}
