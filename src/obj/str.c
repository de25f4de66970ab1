// str.c: how text is held: making strings of 1, 2 or 4 bytes a character, interning, comparing, hashing, and the
// StrBuilder. What Python sees of the type is in str_type.c.
#include "obj/str_impl.h"

#include "base/utf8.h"

#define STR_HEAD offsetof(Str, data)

// ---- runs of characters -------------------------------------------------------------------------------------------

NOINLINE void units_copy(void *to, u32 to_width, const void *from, u32 from_width, size_t n) {
    if (to_width == from_width) memcpy(to, from, n * to_width);
    else if (from_width == 1 && to_width == 2) {
        for (size_t i = 0; i < n; i++) ((u16 *)to)[i] = ((const u8 *)from)[i];
    } else {
        for (size_t i = 0; i < n; i++) unit_set(to, i, to_width, unit_at(from, i, from_width));
    }
}

NOINLINE void units_fill(void *to, u32 width, size_t n, u32 c) {
    if (width == 1) memset(to, (int)c, n);
    else {
        for (size_t i = 0; i < n; i++) unit_set(to, i, width, c);
    }
}

// All characters or-ed together: below 0x80, 0x100 or 0x10000 exactly when all of them are.
NOINLINE u32 units_max(const void *data, u32 width, size_t n) {
    u32 all = 0;
    if (width == 1) return utf8_ascii_run(data, n) == n ? 0x7F : 0xFF;
    if (width == 2) {
        for (size_t i = 0; i < n; i++) all |= ((const u16 *)data)[i];
    } else {
        for (size_t i = 0; i < n; i++) all |= ((const u32 *)data)[i];
    }
    return all;
}

// ---- making strings -----------------------------------------------------------------------------------------------

// A string with room for at least `bytes`, rounded up to what the allocator gives anyway.
static NOINLINE Str *alloc(Vm *vm, Type *type, u64 bytes) {
    if (unlikely(bytes > TEXT_LIMIT)) return raise_memory(vm), NULL;
    size_t size = (STR_HEAD + (size_t)bytes + 15) & ~(size_t)15;
    Str *s;
    if (likely(type == vm_type(vm, T_STR))) { // as object_new, but the characters need no clearing
        s = mem_alloc(&vm->mem, size);
        if (!s) return raise_memory(vm), NULL;
        s->head.refs = 1;
        s->head.shape = type->shape;
        s->hash = 0;
        s->interned = 0;
    } else {
        s = object_new(vm, type, size);
        if (!s) return NULL;
    }
    s->room = (u32)(size - STR_HEAD);
    return s;
}

static Str *new_of_type(Vm *vm, Type *type, u64 len, u32 max_point) {
    u32 width = width_for(max_point);
    Str *s = alloc(vm, type, len * width);
    if (!s) return NULL;
    s->len = (u32)len;
    s->width = (u8)width;
    s->ascii = max_point < 0x80;
    return s;
}

Str *str_new(Vm *vm, u32 len, u32 max_point) { return new_of_type(vm, vm_type(vm, T_STR), len, max_point); }

Str *str_new_subclass(Vm *vm, Type *type, const Str *text) {
    Str *s = alloc(vm, type, (u64)text->len * text->width);
    if (!s) return NULL;
    s->len = text->len;
    s->width = text->width;
    s->ascii = text->ascii;
    memcpy(s->data, text->data, (size_t)text->len * text->width);
    return s;
}

void str_dispose(Vm *vm, Str *s) { object_dispose(vm, &s->head, STR_HEAD + s->room); }

Str *str_empty(Vm *vm) {
    if (unlikely(!vm->empty_str)) {
        vm->empty_str = str_new(vm, 0, 0);
        if (!vm->empty_str) return NULL;
        vm->empty_str->interned = 1;
    }
    INCREF(vm->empty_str);
    return vm->empty_str;
}

// Strings of no or one character below U+0100 are shared. They count as interned without being in the table.
Str *str_from_char(Vm *vm, u32 c) {
    if (likely(c < 0x100)) {
        Str *s = vm->latin1[c];
        if (unlikely(!s)) {
            s = str_new(vm, 1, c);
            if (!s) return NULL;
            s->data[0] = (u8)c;
            s->interned = 1;
            vm->latin1[c] = s;
        }
        INCREF(s);
        return s;
    }
    Str *s = str_new(vm, 1, c);
    if (s) str_set(s, 0, c);
    return s;
}

static NOINLINE Str *from_ascii(Vm *vm, const void *bytes, size_t n) {
    if (n == 0) return str_empty(vm);
    if (n == 1) return str_from_char(vm, *(const u8 *)bytes);
    if (n > TEXT_LIMIT) return raise_memory(vm), NULL;
    Str *s = str_new(vm, (u32)n, 0x7F);
    if (s) memcpy(s->data, bytes, n);
    return s;
}

Str *str_from_utf8(Vm *vm, const void *bytes, size_t n) {
    if (n == 0) return str_empty(vm);
    const u8 *at = bytes, *end = at + n;
    size_t ascii = utf8_ascii_run(at, n);
    if (ascii == n) return from_ascii(vm, bytes, n);
    u32 max;
    size_t len = utf8_measure(at + ascii, n - ascii, &max) + ascii;
    if (len == 1) return str_from_char(vm, utf8_read(&at));
    if (len > TEXT_LIMIT) return raise_memory(vm), NULL;
    Str *s = str_new(vm, (u32)len, max);
    if (!s) return NULL;
    units_copy(s->data, s->width, at, 1, ascii);
    at += ascii;
    for (u32 i = (u32)ascii; at < end; i++) str_set(s, i, utf8_read(&at));
    return s;
}

Str *str_from_text(Vm *vm, const char *text) { return str_from_utf8(vm, text, strlen(text)); }

Str *str_from_buf(Vm *vm, Buf *buf) {
    Str *s = NULL;
    if (buf->failed) raise_memory(vm);
    else s = str_from_utf8(vm, buf->data, buf->len);
    buf_close(buf);
    return s;
}

Str *str_from_units(Vm *vm, const void *data, u32 width, size_t n) {
    if (n == 0) return str_empty(vm);
    if (n == 1) return str_from_char(vm, unit_at(data, 0, width));
    if (n > TEXT_LIMIT) return raise_memory(vm), NULL;
    Str *s = str_new(vm, (u32)n, units_max(data, width, n));
    if (s) units_copy(s->data, s->width, data, width, n);
    return s;
}

Str *str_from_points(Vm *vm, const u32 *points, size_t n) { return str_from_units(vm, points, 4, n); }

Str *str_exact(Vm *vm, Str *s) {
    if (likely(s->head.shape->type_id == T_STR)) {
        INCREF(s);
        return s;
    }
    return str_from_units(vm, s->data, s->width, s->len);
}

Str *str_slice(Vm *vm, Str *s, u32 start, u32 end) {
    u32 n = end - start;
    if (n == s->len) return str_exact(vm, s);
    if (s->ascii) return from_ascii(vm, s->data + start, n);
    return str_from_units(vm, s->data + (size_t)start * s->width, s->width, n);
}

Str *str_concat(Vm *vm, Str *a, Str *b) {
    if (a->len == 0) return str_exact(vm, b);
    if (b->len == 0) return str_exact(vm, a);
    u32 width = a->width > b->width ? a->width : b->width;
    Str *s = alloc(vm, vm_type(vm, T_STR), ((u64)a->len + b->len) * width);
    if (!s) return NULL;
    s->len = a->len + b->len;
    s->width = (u8)width;
    s->ascii = a->ascii & b->ascii;
    units_copy(s->data, width, a->data, a->width, a->len);
    units_copy(s->data + (size_t)a->len * width, width, b->data, b->width, b->len);
    return s;
}

// A string whose widest character may be narrower than its width says.
Str *str_narrow_take(Vm *vm, Str *s) {
    u32 max = units_max(s->data, s->width, s->len);
    if (s->len > 1 && width_for(max) == s->width) {
        s->ascii = max < 0x80;
        return s;
    }
    Str *narrow = str_from_units(vm, s->data, s->width, s->len);
    DECREF(vm, s);
    return narrow;
}

// A string that only the caller owns is extended where it is. When its room is used up it moves to a block a quarter
// larger than needed, so that n appends copy some 5 n characters in all.
Str *str_append_take(Vm *vm, Str *a, Str *b) {
    Str *s;
    if (a->head.refs != 1 || a->interned || a->head.shape->type_id != T_STR || a->len == 0) {
        s = str_concat(vm, a, b);
        DECREF(vm, a);
        return s;
    }
    u32 width = a->width > b->width ? a->width : b->width;
    u64 need = ((u64)a->len + b->len) * width;
    if (width == a->width && need <= a->room) s = a;
    else {
        s = need > TEXT_LIMIT
                ? NULL
                : alloc(vm, vm_type(vm, T_STR), need + (need >> 2) > TEXT_LIMIT ? need : need + (need >> 2));
        if (!s) {
            if (need > TEXT_LIMIT) raise_memory(vm);
            DECREF(vm, a);
            return NULL;
        }
        units_copy(s->data, width, a->data, a->width, a->len);
    }
    units_copy(s->data + (size_t)a->len * width, width, b->data, b->width, b->len);
    s->len = a->len + b->len;
    s->width = (u8)width;
    s->ascii = a->ascii & b->ascii;
    s->hash = 0;
    if (s != a) DECREF(vm, a);
    return s;
}

Str *str_format(Vm *vm, const char *format, ...) {
    __builtin_va_list args;
    __builtin_va_start(args, format);
    Str *s = str_vformat(vm, format, args);
    __builtin_va_end(args);
    return s;
}

// ---- comparing ----------------------------------------------------------------------------------------------------

bool str_equal(const Str *a, const Str *b) {
    if (a == b) return true;
    if (a->len != b->len || a->width != b->width) return false;
    if (a->interned & b->interned) return false; // two interned strings are never equal
    if (a->hash && b->hash && a->hash != b->hash) return false;
    return memcmp(a->data, b->data, (size_t)a->len * a->width) == 0;
}

bool str_is(const Str *s, const char *ascii) {
    size_t n = strlen(ascii);
    return s->len == n && s->width == 1 && memcmp(s->data, ascii, n) == 0;
}

int str_compare(const Str *a, const Str *b) {
    u32 n = a->len < b->len ? a->len : b->len;
    if (a->width == 1 && b->width == 1) {
        int order = memcmp(a->data, b->data, n);
        if (order) return order;
    } else {
        for (u32 i = 0; i < n; i++) {
            u32 x = str_at(a, i), y = str_at(b, i);
            if (x != y) return x < y ? -1 : 1;
        }
    }
    return a->len < b->len ? -1 : a->len > b->len;
}

// Eight bytes a step; equal strings have equal widths, so their bytes will do.
u32 bytes_hash(const u8 *data, size_t n) {
    const u64 k = 0x9E3779B97F4A7C15ull;
    u64 h = n * k, w;
    for (; n >= 8; data += 8, n -= 8) {
        memcpy(&w, data, 8);
        h = (h ^ w) * k;
        h ^= h >> 32;
    }
    if (n) {
        w = 0;
        for (size_t i = 0; i < n; i++) w = w << 8 | data[i];
        h = (h ^ w) * k;
        h ^= h >> 32;
    }
    h *= k;
    u32 hash = (u32)(h >> 32);
    return hash ? hash : 1;
}

u32 str_hash(Str *s) {
    if (!s->hash) s->hash = bytes_hash(s->data, (size_t)s->len * s->width);
    return s->hash;
}

// ---- interning ----------------------------------------------------------------------------------------------------
// The table owns nothing: a name leaves it when its last owner goes. Open addressing, by steps of one; a deletion moves
// later members of its run back, so there are no tombstones.

static NOINLINE u32 intern_place(const Vm *vm, u32 hash, const void *data, u32 len, u32 width) {
    u32 i = hash & vm->interned.mask;
    for (Str *s; (s = vm->interned.table[i]); i = (i + 1) & vm->interned.mask) {
        if (s->hash == hash && s->len == len && s->width == width && memcmp(s->data, data, (size_t)len * width) == 0)
            break;
    }
    return i;
}

// Makes sure that one more finds a free place; false: no memory, and none is left but the one that ends each search.
static bool intern_room(Vm *vm) {
    u32 size = vm->interned.table ? vm->interned.mask + 1 : 0;
    if (vm->interned.count + 1 <= size / 3 * 2) return true;
    u32 new_size = size ? size * 2 : 512;
    Str **table = mem_alloc_zero(&vm->mem, new_size * sizeof *table);
    if (!table) return vm->interned.count + 2 <= size;
    for (u32 i = 0; i < size; i++) {
        Str *s = vm->interned.table[i];
        if (!s) continue;
        u32 place = s->hash & (new_size - 1);
        while (table[place]) place = (place + 1) & (new_size - 1);
        table[place] = s;
    }
    mem_free(&vm->mem, vm->interned.table, size * sizeof *table);
    vm->interned.table = table;
    vm->interned.mask = new_size - 1;
    return true;
}

void str_forget(Vm *vm, Str *s) {
    u32 mask = vm->interned.mask, hole = s->hash & mask;
    Str **table = vm->interned.table;
    if (!table) return;
    while (table[hole] != s) {
        if (!table[hole]) return;
        hole = (hole + 1) & mask;
    }
    vm->interned.count--;
    for (u32 i = (hole + 1) & mask; table[i]; i = (i + 1) & mask) {
        if (((i - table[i]->hash) & mask) < ((i - hole) & mask)) continue; // the hole lies before its first choice
        table[hole] = table[i];
        hole = i;
    }
    table[hole] = NULL;
}

Str *str_intern_take(Vm *vm, Str *s) {
    if (!s || s->interned) return s;
    if (s->len <= 1 || s->head.shape->type_id != T_STR) {
        Str *exact = str_from_units(vm, s->data, s->width, s->len);
        DECREF(vm, s);
        s = exact;
        if (!s || s->interned) return s;
    }
    if (!intern_room(vm)) return s;
    u32 i = intern_place(vm, str_hash(s), s->data, s->len, s->width);
    Str *known = vm->interned.table[i];
    if (known) {
        INCREF(known);
        DECREF(vm, s);
        return known;
    }
    vm->interned.table[i] = s;
    vm->interned.count++;
    s->interned = 1;
    return s;
}

Str *str_intern(Vm *vm, const void *bytes, size_t n) {
    if (n > 1 && vm->interned.table && utf8_ascii_run(bytes, n) == n) { // is it known? then nothing needs to be made
        Str *known = vm->interned.table[intern_place(vm, bytes_hash(bytes, n), bytes, (u32)n, 1)];
        if (known) {
            INCREF(known);
            return known;
        }
    }
    return str_intern_take(vm, str_from_utf8(vm, bytes, n));
}

// ---- StrBuilder ---------------------------------------------------------------------------------------------------
// `data` is the data of a string under construction, so that finishing need not copy.

INLINE Str *builder_block(const StrBuilder *b) { return (Str *)(void *)(b->data - STR_HEAD); }

void builder_open(StrBuilder *b, Vm *vm) {
    memset(b, 0, sizeof *b);
    b->vm = vm;
    b->width = 1;
}

static void builder_drop(StrBuilder *b) {
    if (b->data) str_dispose(b->vm, builder_block(b));
    b->data = NULL;
    b->room = b->len = 0;
}

void builder_close(StrBuilder *b) {
    builder_drop(b);
    b->failed = true;
}

static NOINLINE bool builder_grow(StrBuilder *b, u64 chars, u32 width) {
    if (b->failed) return false;
    u64 need = chars * width, want = need + (b->len ? need >> 1 : 16);
    if (want > TEXT_LIMIT) want = need;
    Str *block = alloc(b->vm, vm_type(b->vm, T_STR), want);
    if (!block) {
        builder_close(b);
        return false;
    }
    if (b->data) {
        units_copy(block->data, width, b->data, b->width, b->len);
        str_dispose(b->vm, builder_block(b));
    }
    b->data = block->data;
    b->room = block->room;
    b->width = (u8)width;
    return true;
}

// Room for n more characters up to `max`.
INLINE bool builder_room(StrBuilder *b, u32 n, u32 max) {
    b->max |= max;
    u32 width = width_for(max);
    if (width < b->width) width = b->width;
    u64 chars = (u64)b->len + n;
    if (likely(width == b->width && chars * width <= b->room && b->data)) return true;
    return builder_grow(b, chars, width);
}

void builder_char(StrBuilder *b, u32 c) {
    if (builder_room(b, 1, c)) unit_set(b->data, b->len++, b->width, c);
}

static NOINLINE void add_units(StrBuilder *b, const void *data, u32 width, u32 n, u32 max) {
    if (!n || !builder_room(b, n, max)) return;
    units_copy(b->data + (size_t)b->len * b->width, b->width, data, width, n);
    b->len += n;
}

void builder_slice(StrBuilder *b, const Str *s, u32 start, u32 end) {
    const u8 *from = s->data + (size_t)start * s->width;
    add_units(b, from, s->width, end - start, s->ascii ? 0x7F : units_max(from, s->width, end - start));
}

void builder_str(StrBuilder *b, const Str *s) {
    add_units(b, s->data, s->width, s->len, s->ascii ? 0x7F : point_max(s->width));
}

void builder_ascii(StrBuilder *b, const void *bytes, u32 n) { add_units(b, bytes, 1, n, 0x7F); }

void builder_text(StrBuilder *b, const char *ascii) { builder_ascii(b, ascii, (u32)strlen(ascii)); }

void builder_utf8(StrBuilder *b, const void *bytes, size_t n) {
    const u8 *at = bytes, *end = at + n;
    while (at < end) {
        size_t run = utf8_ascii_run(at, (size_t)(end - at));
        builder_ascii(b, at, (u32)run);
        at += run;
        if (at < end) builder_char(b, utf8_read(&at));
    }
}

void builder_fill(StrBuilder *b, u32 c, u32 count) {
    if (!count || !builder_room(b, count, c)) return;
    units_fill(b->data + (size_t)b->len * b->width, b->width, count, c);
    b->len += count;
}

Str *builder_finish(StrBuilder *b) {
    Vm *vm = b->vm;
    Str *s = NULL;
    if (b->failed) raise_memory(vm);
    else if (b->len <= 1) s = b->len ? str_from_char(vm, unit_at(b->data, 0, b->width)) : str_empty(vm);
    else {
        size_t used = (size_t)b->len * b->width;
        s = builder_block(b);
        if (b->room - used > 32 + used / 8) { // much room left over: give it back
            Str *fit = alloc(vm, vm_type(vm, T_STR), used);
            if (fit) memcpy(fit->data, b->data, used);
            s = fit;
        } else b->data = NULL;
        if (s) {
            s->len = b->len;
            s->width = b->width;
            s->ascii = b->max < 0x80;
        }
    }
    builder_close(b);
    return s;
}
