// str_split.c: taking text apart and putting it together: split, partition, splitlines, join, replace. The places are
// found the same way for str and bytes (Pieces), which differ only in what they make of each piece.
#include "obj/str_impl.h"

#include "base/unicode.h"
#include "obj/list.h"

NOINLINE bool unit_is_space(Units u, size_t i, bool bytes) {
    u32 c = unit_at(u.data, i, u.width);
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (!bytes && c >= 28 && c <= 31);
    return !bytes && unicode_is_space(c);
}

static bool is_line_break(u32 c, bool bytes) {
    if (bytes) return c == '\n' || c == '\r';
    return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

Value piece_new(Vm *vm, Value whole, size_t start, size_t end) {
    if (is_str(whole)) return str_value(str_slice(vm, str_get(whole), (u32)start, (u32)end));
    return bytes_piece(vm, whole, start, end);
}

// ---- split --------------------------------------------------------------------------------------------------------

// A piece from start to end goes onto the list. false: MemoryError.
static NOINLINE bool add_piece(Vm *vm, List *list, Value whole, size_t start, size_t end) {
    Value piece = piece_new(vm, whole, start, end);
    return piece != V_ERROR && list_append_take(vm, list, piece);
}

static bool split_spaces(Vm *vm, List *list, Value whole, Units u, bool bytes, i64 most) {
    size_t i = 0, start;
    for (;;) {
        while (i < u.len && unit_is_space(u, i, bytes)) i++;
        if (i == u.len) return true;
        start = i;
        if (most-- <= 0) break;
        do {
            if (u.width == 1) // printable ASCII is seen at a glance
                while (i < u.len && (u8)(((const u8 *)u.data)[i] - '!') < 0x80 - '!') i++;
            if (i == u.len || unit_is_space(u, i, bytes)) break;
        } while (++i < u.len);
        if (!add_piece(vm, list, whole, start, i)) return false;
    }
    return add_piece(vm, list, whole, start, u.len); // the rest, as it is
}

static bool rsplit_spaces(Vm *vm, List *list, Value whole, Units u, bool bytes, i64 most) {
    size_t i = u.len, end;
    for (;;) {
        while (i > 0 && unit_is_space(u, i - 1, bytes)) i--;
        if (i == 0) return true;
        end = i;
        if (most-- <= 0) break;
        while (i > 0 && !unit_is_space(u, i - 1, bytes)) i--;
        if (!add_piece(vm, list, whole, i, end)) return false;
    }
    return add_piece(vm, list, whole, 0, end);
}

static bool split_at(Vm *vm, List *list, Value whole, Units u, Units sep, i64 most) {
    size_t start = 0;
    Units rest = u;
    if (sep.len == 1) { // nearly always
        u32 c = unit_at(sep.data, 0, sep.width);
        for (i64 at; most-- > 0 && (at = units_find_char(u, start, c)) >= 0; start = (size_t)at + 1) {
            if (!add_piece(vm, list, whole, start, (size_t)at)) return false;
        }
        return add_piece(vm, list, whole, start, u.len);
    }
    for (i64 at; most-- > 0 && (at = units_find(rest, sep)) >= 0;) {
        if (!add_piece(vm, list, whole, start, start + (size_t)at)) return false;
        size_t step = (size_t)at + sep.len;
        start += step;
        rest.data += step * u.width;
        rest.len -= step;
    }
    return add_piece(vm, list, whole, start, u.len);
}

static bool rsplit_at(Vm *vm, List *list, Value whole, Units u, Units sep, i64 most) {
    for (i64 at; most-- > 0 && (at = units_rfind(u, sep)) >= 0; u.len = (size_t)at) {
        if (!add_piece(vm, list, whole, (size_t)at + sep.len, u.len)) return false;
    }
    return add_piece(vm, list, whole, 0, u.len);
}

Value text_split(Vm *vm, Value whole, Units u, const Units *sep, bool bytes, i64 most, bool from_right) {
    if (sep && sep->len == 0) return raise_value(vm, "empty separator");
    charge(vm, u.len);
    List *list = list_new(vm, 8);
    if (!list) return V_ERROR;
    if (most < 0) most = INT64_MAX;
    bool ok = sep ? (from_right ? rsplit_at : split_at)(vm, list, whole, u, *sep, most)
                  : (from_right ? rsplit_spaces : split_spaces)(vm, list, whole, u, bytes, most);
    if (!ok) {
        DECREF(vm, list);
        return V_ERROR;
    }
    if (from_right) {
        for (u32 i = 0, j = list->len; i + 1 < j; i++) {
            Value v = list->items[i];
            list->items[i] = list->items[--j];
            list->items[j] = v;
        }
    }
    return value_object(list);
}

Value text_splitlines(Vm *vm, Value whole, Units u, bool bytes, bool keep) {
    charge(vm, u.len);
    List *list = list_new(vm, 0);
    if (!list) return V_ERROR;
    for (size_t start = 0, i = 0; start < u.len; start = i) {
        u32 c = 0;
        size_t end;
        for (end = start; end < u.len; end++) {
            c = unit_at(u.data, end, u.width);
            if (is_line_break(c, bytes)) break;
        }
        i = end;
        if (i < u.len) i++;
        if (c == '\r' && i < u.len && unit_at(u.data, i, u.width) == '\n') i++;
        if (!add_piece(vm, list, whole, start, keep ? i : end)) {
            DECREF(vm, list);
            return V_ERROR;
        }
    }
    return value_object(list);
}

// (before, separator, behind), or the whole and two empty ones: before them, or behind for rpartition. Whole and
// separator are answered as they are, but copied when they can be changed.
Value text_partition(Vm *vm, Value whole, Units u, Value sep, Units sep_units, bool from_right) {
    if (sep_units.len == 0) return raise_value(vm, "empty separator");
    charge(vm, u.len >> 4);
    i64 at = from_right ? units_rfind(u, sep_units) : units_find(u, sep_units);
    bool copy = !is_str(whole) && !value_has(whole, SHAPE_BYTES);
    Value parts[3];
    if (at >= 0) {
        size_t behind = (size_t)at + sep_units.len;
        parts[0] = piece_new(vm, whole, 0, (size_t)at);
        parts[1] = copy ? piece_new(vm, whole, (size_t)at, behind) : own(sep);
        parts[2] = piece_new(vm, whole, behind, u.len);
    } else {
        parts[from_right ? 2 : 0] = copy ? piece_new(vm, whole, 0, u.len) : own(whole);
        parts[1] = piece_new(vm, whole, 0, 0);
        parts[from_right ? 0 : 2] = piece_new(vm, whole, 0, 0);
    }
    Tuple *result = NULL;
    if (parts[0] != V_ERROR && parts[1] != V_ERROR && parts[2] != V_ERROR) result = tuple_from(vm, parts, 3);
    for (u32 i = 0; i < 3; i++) decref(vm, parts[i]);
    return result ? value_object(result) : V_ERROR;
}

// ---- replace ------------------------------------------------------------------------------------------------------

// Writes u with the first `count` of `from` replaced; `out` has the room, and u's width fits into out_width.
void units_replace(void *out, u32 out_width, Units u, Units from, Units to, size_t count) {
    u8 *at = out;
    for (; count > 0; count--) {
        size_t before = from.len ? (size_t)units_find(u, from) : 0, step = before + from.len;
        units_copy(at, out_width, u.data, u.width, before);
        at += before * out_width;
        units_copy(at, out_width, to.data, to.width, to.len);
        at += to.len * out_width;
        if (!from.len && u.len) { // an empty one stands before each character and behind the last
            units_copy(at, out_width, u.data, u.width, 1);
            at += out_width;
            step = 1;
        } else if (!from.len) break;
        u.data += step * u.width;
        u.len -= step;
    }
    units_copy(at, out_width, u.data, u.width, u.len);
}

// One character below U+0100 by another, `count` times.
static Str *replace_bytes(Vm *vm, const Str *s, u8 old, u8 new, size_t count) {
    Str *result = str_new(vm, s->len, s->ascii && new < 0x80 ? 0x7F : 0xFF);
    if (!result) return NULL;
    memcpy(result->data, s->data, s->len);
    for (u8 *at = result->data; count > 0; count--) {
        at = memchr(at, old, (size_t)(result->data + result->len - at));
        *at++ = new;
    }
    return old < 0x80 || new >= 0x80 ? result : str_narrow_take(vm, result);
}

Value str_replace(Vm *vm, const Value *args, u32 n) {
    Str *s = str_get(args[0]);
    i64 most = -1;
    for (u32 i = 1; i <= 2; i++) {
        if (!is_str(args[i])) return raise_argument(vm, "replace", i == 1 ? " 1" : " 2", "str", args[i]);
    }
    int status = arg_index(vm, args[3], &most);
    if (status) return fail_with(status);
    const Str *from = str_get(args[1]), *to = str_get(args[2]);
    charge(vm, s->len >> 2);
    Units u = str_units(s, 0, s->len), old = str_units(from, 0, from->len), new = str_units(to, 0, to->len);
    size_t count = most == 0 ? 0 : units_count(u, old, most < 0 ? SIZE_MAX : (size_t)most);
    if (count == 0 || str_equal(from, to)) return str_value(str_exact(vm, s));
    u64 len = s->len - (u64)count * old.len + (u64)count * new.len;
    if (len > TEXT_LIMIT) return raise_memory(vm);
    charge(vm, len >> 3);
    if (old.len == 1 && new.len == 1 && s->width == 1 && to->width == 1)
        return str_value(replace_bytes(vm, s, *old.data, *new.data, count));
    u32 width = s->width > to->width ? s->width : to->width;
    Str *result = str_new(vm, (u32)len, s->ascii && to->ascii ? 0x7F : point_max(width));
    if (!result) return V_ERROR;
    units_replace(result->data, width, u, old, new, count);
    // What was replaced may have been all that made the text wide.
    bool sure = from->ascii || (to->width == width && !to->ascii);
    return str_value(sure ? result : str_narrow_take(vm, result));
}

// ---- join ---------------------------------------------------------------------------------------------------------

Str *str_join(Vm *vm, Str *sep, const Value *items, u32 n) {
    u64 len = 0;
    u32 width = n > 1 ? sep->width : 1;
    bool ascii = n > 1 ? sep->ascii : true;
    for (u32 i = 0; i < n; i++) {
        if (!is_str(items[i]))
            return raise_type(vm, "sequence item %u: expected str instance, %T found", i, items[i]), NULL;
        const Str *s = str_get(items[i]);
        len += s->len;
        if (s->width > width) width = s->width;
        ascii &= s->ascii;
    }
    if (n == 1 && shape_of(items[0])->type_id == T_STR) return str_get(own(items[0]));
    if (n) len += (u64)sep->len * (n - 1);
    if (len == 0) return str_empty(vm);
    if (len > TEXT_LIMIT) return raise_memory(vm), NULL;
    charge(vm, n + (len >> 4));
    Str *result = str_new(vm, (u32)len, ascii ? 0x7F : point_max(width));
    if (!result) return NULL;
    u8 *at = result->data;
    for (u32 i = 0; i < n; i++) {
        const Str *s = str_get(items[i]);
        if (i && sep->len) {
            units_copy(at, width, sep->data, sep->width, sep->len);
            at += (size_t)sep->len * width;
        }
        units_copy(at, width, s->data, s->width, s->len);
        at += (size_t)s->len * width;
    }
    return result;
}

Value str_join_method(Vm *vm, const Value *args, u32 n) {
    Str *sep = str_get(args[0]);
    Value items = args[1];
    if (value_is(items, T_LIST)) return str_value(str_join(vm, sep, list_get(items)->items, list_get(items)->len));
    if (value_is(items, T_TUPLE)) return str_value(str_join(vm, sep, tuple_get(items)->items, tuple_get(items)->len));
    if (!can_iterate(vm, items)) return raise_type(vm, "can only join an iterable");
    Value list = list_of(vm, items);
    if (is_marker(list)) return list;
    Str *result = str_join(vm, sep, list_get(list)->items, list_get(list)->len);
    decref(vm, list);
    return str_value(result);
}
