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

// ---- runs of characters of one width -------------------------------------------------------------------------------

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
u32 units_max(const void *data, u32 width, size_t n); // an upper bound in the right width class, exact enough for `ascii`

// Searching (str_search.c): the place of the first or last occurrence, or -1. Linear in the worst case.
i64 units_find(Units hay, Units needle);
i64 units_rfind(Units hay, Units needle);
size_t units_count(Units hay, Units needle, size_t limit); // not overlapping; an empty needle counts len + 1

// ---- arguments -----------------------------------------------------------------------------------------------------

// An optional argument that is an index: *out untouched when it is V_UNSET. 0, IS_ERROR, IS_PYTHON.
int arg_index(Vm *vm, Value v, i64 *out);
// Optional start and end of find, count, startswith, …: None and V_UNSET mean the ends; clipped into 0..len, but start may
// be greater than end. 0, IS_ERROR ("slice indices must be integers or None or have an __index__ method"), IS_PYTHON.
int arg_bounds(Vm *vm, Value start, Value end, i64 len, i64 *from, i64 *to);
#define fail_with(status) ((status) == IS_PYTHON ? V_PYTHON : V_ERROR)

// ---- pieces shared by several files --------------------------------------------------------------------------------

Str *str_exact(Vm *vm, Str *s); // s itself, or a copy when it is of a subclass: owned
Str *str_join(Vm *vm, Str *sep, const Value *items, u32 n); // TypeError for an item that is not a str
Value str_percent(Vm *vm, Value format, Value args);
Value str_translate(Vm *vm, const Value *args, u32 n);
Value str_format_method(Vm *vm, const Value *args, u32 n);
Value str_format_map(Vm *vm, const Value *args, u32 n);
Value str_slot_format(Vm *vm, Value self, Str *spec);
Value str_iter_new(Vm *vm, Value self);
Value str_ascii_repr(Vm *vm, Value v); // ascii(v): V_PYTHON when its repr needs Python

extern const NativeDef str_methods[];

// ---- codecs (bytes_codec.c) ----------------------------------------------------------------------------------------

// Owned; V_ERROR; V_PYTHON when the codec or the error handler is not one of ours.
Value codec_encode(Vm *vm, Str *s, Value encoding, Value errors);              // a bytes
Value codec_decode(Vm *vm, Value object, const u8 *data, u32 n, Value encoding, Value errors); // a str

#endif
