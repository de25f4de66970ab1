// str_impl.h: what the files str_*.c and bytes*.c share among themselves. Nobody else includes it.
#ifndef AITER_STR_IMPL_H
#define AITER_STR_IMPL_H

#include "obj/bytes.h"
#include "obj/call.h"
#include "obj/ops.h"
#include "obj/str.h"

// The largest block of text or bytes: lengths in bytes stay well inside 32 bits, and so does every sum of two of them.
#define TEXT_LIMIT 0x7FFFFF00u

INLINE bool is_str(Value v) { return value_has(v, SHAPE_STR); }
INLINE Value str_value(Str *s) { return s ? value_object(s) : V_ERROR; } // what a constructor answered, as a result
INLINE Value bytes_value(Bytes *b) { return b ? value_object(b) : V_ERROR; }
INLINE u32 width_for(u32 max_point) { return max_point < 0x100 ? 1 : max_point < 0x10000 ? 2 : 4; }
INLINE u32 point_max(u32 width) { return width == 1 ? 0xFF : width == 2 ? 0xFFFF : 0x10FFFF; } // the greatest that fits

// ---- runs of characters of one width ------------------------------------------------------------------------------

typedef struct Units {
    const u8 *data;
    size_t len;
    u32 width;
} Units;

INLINE u32 unit_at(const void *data, size_t i, u32 width) {
    return width == 1 ? ((const u8 *)data)[i] : width == 2 ? ((const u16 *)data)[i] : ((const u32 *)data)[i];
}
INLINE void unit_set(void *data, size_t i, u32 width, u32 c) {
    if (width == 1) ((u8 *)data)[i] = (u8)c;
    else if (width == 2) ((u16 *)data)[i] = (u16)c;
    else ((u32 *)data)[i] = c;
}
INLINE void str_set(Str *s, u32 i, u32 c) { unit_set(s->data, i, s->width, c); }
INLINE Units str_units(const Str *s, u32 start, u32 end) {
    return (Units){s->data + (size_t)start * s->width, end - start, s->width};
}
INLINE Units byte_units(const void *data, size_t len) { return (Units){data, len, 1}; }

// Copies n characters; `to_width` must hold them all.
void units_copy(void *to, u32 to_width, const void *from, u32 from_width, size_t n);
void units_fill(void *to, u32 width, size_t n, u32 c);
u32 units_max(const void *data, u32 width,
              size_t n); // an upper bound in the right width class, exact enough for `ascii`

// Searching (str_search.c): the place of the first or last occurrence, or -1. Linear in the worst case. The needle must
// be as narrow as it can be: a wider one than the text is taken not to occur.
i64 units_find(Units hay, Units needle);
i64 units_rfind(Units hay, Units needle);
i64 units_find_char(Units hay, size_t from, u32 c);
size_t units_count(Units hay, Units needle, size_t limit); // not overlapping; an empty needle counts len + 1

// Splitting and trimming, of str and bytes (`bytes`: ASCII white space and line breaks only).
enum CharKind { CHARS_ALPHA, CHARS_ALNUM, CHARS_DECIMAL, CHARS_DIGIT, CHARS_NUMERIC, CHARS_SPACE, CHARS_PRINTABLE };
enum CaseKind { CASE_LOWER, CASE_UPPER, CASE_TITLE, CASE_CAPITAL, CASE_SWAP, CASE_FOLD };
bool unit_is_space(Units u, size_t i, bool bytes);
bool units_are(Units u, enum CharKind kind, bool bytes);
bool units_are_cased(Units u, enum CaseKind kind, bool bytes);
void ascii_case(u8 *to, const u8 *from, size_t n, enum CaseKind kind);
void units_strip(Units u, const Units *chars, bool bytes, int side, size_t *start,
                 size_t *end);                      // side: 1 left, 2 right
u64 units_expandtabs(Units u, i64 size, void *out); // out NULL: only the length
void units_replace(void *out, u32 out_width, Units u, Units from, Units to, size_t count);
Value text_split(Vm *vm, Value whole, Units u, const Units *sep, bool bytes, i64 most,
                 bool from_right); // sep NULL: white space
Value text_splitlines(Vm *vm, Value whole, Units u, bool bytes, bool keep);
Value text_partition(Vm *vm, Value whole, Units u, Value sep, Units sep_units, bool from_right);
// A part of a str, bytes or bytearray as a value of the same type.
Value piece_new(Vm *vm, Value whole, size_t start, size_t end);
Value bytes_piece(Vm *vm, Value whole, size_t start, size_t end);

// ---- arguments ----------------------------------------------------------------------------------------------------

#define fail_with(status) ((status) == IS_PYTHON ? V_PYTHON : V_ERROR)

bool has_index(Vm *vm, Value v);   // does its class have __index__?
bool has_getitem(Vm *vm, Value v); // … __getitem__?
bool can_iterate(Vm *vm, Value v); // … __iter__ or __getitem__?
// TypeError "f() argument 1 must be str, not int" (`which`: " 1", " 'encoding'" or "").
Value raise_argument(Vm *vm, const char *function, const char *which, const char *what, Value v);
// An optional argument that is an index: *out untouched when it is V_UNSET. 0, IS_ERROR, IS_PYTHON.
int arg_index(Vm *vm, Value v, i64 *out);
int arg_int(Vm *vm, Value v, i64 *out); // within 32 bits
// Optional start and end of find, count, startswith, …: None and V_UNSET mean the ends; clipped into 0..len, but start
// may be greater than end. 0, IS_ERROR ("slice indices must be integers or None or have an __index__ method"),
// IS_PYTHON.
int arg_bounds(Vm *vm, Value start, Value end, i64 len, i64 *from, i64 *to);
// The key of x[key] as a place: 0, IS_ERROR (IndexError: what + "index out of range"), IS_PYTHON, 1: it is no index.
int arg_subscript(Vm *vm, Value key, const char *what, i64 len, i64 *out);
int tab_size(Vm *vm, Value v, i64 *size); // of expandtabs
// len * count for x * count. false: OverflowError `what` (NULL: MemoryError) or MemoryError.
bool repeat_size(Vm *vm, u64 len, i64 count, const char *what, u64 *total);
void repeat_fill(u8 *data, size_t piece, size_t total); // the first `piece` bytes again and again
bool compare_holds(int order, CompareOp op);

// ---- str ----------------------------------------------------------------------------------------------------------

Str *str_exact(Vm *vm, Str *s);                                     // s itself, or a copy when it is of a subclass
Str *str_from_units(Vm *vm, const void *data, u32 width, size_t n); // any characters, in the width that they need
Str *str_narrow_take(Vm *vm, Str *s); // consumes one whose characters may need less than its width
Str *str_new_subclass(Vm *vm, Type *type, const Str *text);
void str_dispose(Vm *vm, Str *s);
void str_forget(Vm *vm, Str *s);                            // takes it out of the table of interned strings
Str *str_join(Vm *vm, Str *sep, const Value *items, u32 n); // TypeError for an item that is not a str
bool str_is_identifier(const Str *s);
void builder_ascii(StrBuilder *b, const void *bytes, u32 n);
void type_name_text(const Type *type, Buf *out);
void escape_char(Buf *out, u32 c); // \xhh, \uhhhh or \Uhhhhhhhh
u32 bytes_hash(const u8 *data, size_t n);

Value str_ascii_repr(Vm *vm, Value v); // ascii(v): V_PYTHON when its repr needs Python
Value str_case(Vm *vm, Value self, enum CaseKind kind);
Value str_replace(Vm *vm, const Value *args, u32 n);
Value str_join_method(Vm *vm, const Value *args, u32 n);
Value str_percent(Vm *vm, Value format, Value args);
Value str_format_method(Vm *vm, const Value *args, u32 n);
Value str_format_map(Vm *vm, const Value *args, u32 n);
Value str_slot_format(Vm *vm, Value self, Str *spec);
Value str_iter_new(Vm *vm, Value self);
extern const NativeDef str_methods[];

// Intrinsics of the prelude, where they stand.
Value str_translated(Vm *vm, const Value *args, u32 n);
Value percent_parse(Vm *vm, const Value *args, u32 n);
Value percent_is_mapping(Vm *vm, const Value *args, u32 n);
Value percent_put(Vm *vm, const Value *args, u32 n);
Value template_next(Vm *vm, const Value *args, u32 n);
Value template_first(Vm *vm, const Value *args, u32 n);
Value template_part(Vm *vm, const Value *args, u32 n);
Value template_conversion(Vm *vm, const Value *args, u32 n);

// ---- codecs (bytes_codec.c) ---------------------------------------------------------------------------------------

// Are encoding and errors texts (or V_UNSET)? 0 or IS_ERROR: TypeError, ValueError as of the function `name`.
int codec_names(Vm *vm, const char *name, Value encoding, Value errors);
// Owned or V_ERROR. `object` is what the data is of, for UnicodeDecodeError.
Value codec_encode(Vm *vm, Str *s, Value encoding, Value errors);                              // a bytes
Value codec_decode(Vm *vm, Value object, const u8 *data, u32 n, Value encoding, Value errors); // a str

#endif
