// str.h: text. Characters are 1, 2 or 4 bytes wide by the widest one (PEP 393); lone surrogates are allowed.
#ifndef AITER_STR_H
#define AITER_STR_H

#include "obj/state.h"
#include "base/buf.h"

struct Str {
    Object head;
    u32 hash;   // 0: not computed yet
    u32 len;    // code points
    u32 room;   // bytes that `data` can hold, for appending in place while only one owner holds it
    u8 width;   // bytes a character: 1, 2 or 4; the smallest that fits, always
    u8 ascii;   // all below 0x80
    u8 interned;
    u8 data[] __attribute__((aligned(8)));
};

#define str_get(value) ((Str *)object_get(value))
INLINE u32 str_at(const Str *s, u32 i) {
    return s->width == 1 ? s->data[i] : s->width == 2 ? ((const u16 *)s->data)[i] : ((const u32 *)s->data)[i];
}

// All that make a string answer an owned Str, or NULL with MemoryError (or OverflowError) pending.
Str *str_from_utf8(Vm *vm, const void *bytes, size_t n); // valid UTF-8; surrogates as three bytes are accepted
Str *str_from_text(Vm *vm, const char *text);            // the same, terminated
Str *str_from_buf(Vm *vm, Buf *buf);                     // the same; closes the buffer; a failed one is MemoryError
Str *str_from_points(Vm *vm, const u32 *points, size_t n);
Str *str_from_char(Vm *vm, u32 code_point); // shared for U+00FF and below
Str *str_new(Vm *vm, u32 len, u32 max_point); // characters not set yet; the caller sets them, the widest as promised
Str *str_intern(Vm *vm, const void *bytes, size_t n); // the one string of this text
Str *str_intern_take(Vm *vm, Str *s);                 // takes s, answers the one string of its text (never fails but for NULL)
Str *str_slice(Vm *vm, Str *s, u32 start, u32 end);   // 0 <= start <= end <= len
Str *str_concat(Vm *vm, Str *a, Str *b);
// a + b where a is consumed: appends in place when nobody else owns a. For `s += t`.
Str *str_append_take(Vm *vm, Str *a, Str *b);
Str *str_format(Vm *vm, const char *format, ...); // the formats of raise()
Str *str_vformat(Vm *vm, const char *format, __builtin_va_list args);
Str *str_empty(Vm *vm);
Str *str_to_ascii(Vm *vm, Str *repr); // as ascii() makes it of a repr: \x, \u and \U for what is not ASCII
bool str_equal(const Str *a, const Str *b);
bool str_is(const Str *s, const char *ascii); // equal to this ASCII text
int str_compare(const Str *a, const Str *b);  // <0, 0, >0 by code points
u32 str_hash(Str *s);                         // never 0
i64 str_find(const Str *s, const Str *sub, u32 start, u32 end); // first place, or -1
void str_utf8(const Str *s, Buf *out);        // appends as UTF-8; surrogates as three bytes
void str_repr(const Str *s, Buf *out);        // as repr(): quotes and escapes

// Builds text piece by piece, in UTF-32-safe form and the narrowest width. Sticky failure, as Buf.
typedef struct StrBuilder {
    Vm *vm;
    u8 *data;
    u32 len, room; // characters, bytes
    u8 width;
    bool failed;
    u32 max;       // widest so far
} StrBuilder;
void builder_open(StrBuilder *b, Vm *vm);
void builder_char(StrBuilder *b, u32 code_point);
void builder_str(StrBuilder *b, const Str *s);
void builder_text(StrBuilder *b, const char *ascii);
void builder_utf8(StrBuilder *b, const void *bytes, size_t n);
void builder_slice(StrBuilder *b, const Str *s, u32 start, u32 end);
void builder_fill(StrBuilder *b, u32 code_point, u32 count);
Str *builder_finish(StrBuilder *b); // owned; NULL with MemoryError if anything failed; closes the builder
void builder_close(StrBuilder *b);  // gives up

// PEP 3101's format specifications, shared by the numeric types and str: parsed once, applied by each type's format.
typedef struct FormatSpec {
    u32 fill;           // ' '
    char align;         // '<' '>' '=' '^' or 0
    char sign;          // '+' '-' ' ' or 0
    bool alt, zero, no_negative_zero; // '#', '0', 'z'
    i64 width;          // -1: none
    char grouping;      // ',' '_' or 0
    i64 precision;      // -1: none
    char frac_grouping; // 3.14: after the precision
    u32 type;           // 0: none
} FormatSpec;
// false: ValueError pending, in CPython's words for an object of `type`.
bool format_spec_parse(Vm *vm, Str *spec, FormatSpec *out, Type *type, char default_align);
// ValueError "Unknown format code 'x' for object of type 'T'".
Value format_unknown_code(Vm *vm, u32 code, Type *type);
// Pads `body` (of which the first `sign_len` characters are sign and base prefix, for '=') to the width.
Value format_pad(Vm *vm, const FormatSpec *spec, Str *body, u32 prefix_len);

#endif
