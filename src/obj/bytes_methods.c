// bytes_methods.c: the methods that bytes and bytearray share, and the tables of both. Results are of the type of self.
#include "obj/bytes_impl.h"

#include "obj/list.h"
#include "obj/number.h"

static Units self_units(const Value *args) {
    Units u;
    bytes_units(args[0], &u);
    return u;
}

// ---- find, index, count, startswith -------------------------------------------------------------------------------

// The part of self between start and end, and what is looked for in it. 1: start lies behind end. 0, IS_ERROR,
// IS_PYTHON.
static int find_args(Vm *vm, const Value *args, u8 *one, Units *hay, Units *sub, i64 *start) {
    i64 end;
    int status = arg_bounds(vm, args[2], args[3], (i64)self_units(args).len, start, &end);
    if (!status) status = arg_sub(vm, args[1], one, sub);
    if (status) return status;
    *hay = self_units(args);
    if (*start > end) return 1;
    charge(vm, (size_t)(end - *start) >> 4);
    *hay = byte_units(hay->data + *start, (size_t)(end - *start));
    return 0;
}

static Value find_value(Vm *vm, const Value *args, bool from_right, bool must) {
    Units hay, sub;
    i64 start, at = -1;
    u8 one;
    int status = find_args(vm, args, &one, &hay, &sub, &start);
    if (status < 0) return fail_with(status);
    if (!status) at = from_right ? units_rfind(hay, sub) : units_find(hay, sub);
    if (at < 0 && must) return raise_value(vm, "subsection not found");
    return value_small(at < 0 ? -1 : at + start);
}

static Value find(Vm *vm, const Value *args, u32 n) { return find_value(vm, args, false, false); }
static Value rfind(Vm *vm, const Value *args, u32 n) { return find_value(vm, args, true, false); }
static Value index_of(Vm *vm, const Value *args, u32 n) { return find_value(vm, args, false, true); }
static Value rindex_of(Vm *vm, const Value *args, u32 n) { return find_value(vm, args, true, true); }

static Value count(Vm *vm, const Value *args, u32 n) {
    Units hay, sub;
    i64 start;
    u8 one;
    int status = find_args(vm, args, &one, &hay, &sub, &start);
    if (status < 0) return fail_with(status);
    return value_small(status ? 0 : (i64)units_count(hay, sub, SIZE_MAX));
}

static bool has_end(Units u, Units part, i64 start, i64 end, bool at_end) {
    if (end - start < (i64)part.len) return false;
    return !part.len || memcmp(u.data + (at_end ? end - (i64)part.len : start), part.data, part.len) == 0;
}

static Value has_ends(Vm *vm, const Value *args, const char *name, bool at_end) {
    i64 start, end;
    Units u = self_units(args), part;
    int status = arg_bounds(vm, args[2], args[3], (i64)u.len, &start, &end);
    if (status) return fail_with(status);
    if (value_has(args[1], SHAPE_TUPLE)) {
        const Tuple *choices = tuple_get(args[1]);
        for (u32 i = 0; i < choices->len; i++) {
            if (!need_bytes(vm, choices->items[i], &part)) return V_ERROR;
            if (has_end(u, part, start, end, at_end)) return V_TRUE;
        }
        return V_FALSE;
    }
    if (!bytes_units(args[1], &part))
        return raise_type(vm, "%s first arg must be bytes or a tuple of bytes, not %T", name, args[1]);
    return value_bool(has_end(u, part, start, end, at_end));
}

static Value startswith(Vm *vm, const Value *args, u32 n) { return has_ends(vm, args, "startswith", false); }
static Value endswith(Vm *vm, const Value *args, u32 n) { return has_ends(vm, args, "endswith", true); }

static Value remove_end(Vm *vm, const Value *args, bool at_end) {
    Units u = self_units(args), part;
    if (!need_bytes(vm, args[1], &part)) return V_ERROR;
    size_t cut = has_end(u, part, 0, (i64)u.len, at_end) ? part.len : 0;
    return bytes_piece(vm, args[0], at_end ? 0 : cut, at_end ? u.len - cut : u.len);
}

static Value removeprefix(Vm *vm, const Value *args, u32 n) { return remove_end(vm, args, false); }
static Value removesuffix(Vm *vm, const Value *args, u32 n) { return remove_end(vm, args, true); }

// ---- strip and padding --------------------------------------------------------------------------------------------

static Value strip_side(Vm *vm, const Value *args, int side) {
    Units chars = {0};
    bool given = args[1] != V_UNSET && args[1] != V_NONE;
    if (given && !need_bytes(vm, args[1], &chars)) return V_ERROR;
    size_t start, end;
    units_strip(self_units(args), given ? &chars : NULL, true, side, &start, &end);
    return bytes_piece(vm, args[0], start, end);
}

static Value strip(Vm *vm, const Value *args, u32 n) { return strip_side(vm, args, 3); }
static Value lstrip(Vm *vm, const Value *args, u32 n) { return strip_side(vm, args, 1); }
static Value rstrip(Vm *vm, const Value *args, u32 n) { return strip_side(vm, args, 2); }

// So many fill bytes before and behind self, the first `lead` of whose bytes stay in front.
static Value padded(Vm *vm, Value self, u64 before, u64 behind, u8 fill, size_t lead) {
    Units u;
    u8 *to;
    bytes_units(self, &u);
    Value result = bytes_open(vm, self, u.len + before + behind, &to);
    if (result == V_ERROR) return V_ERROR;
    charge(vm, (before + behind) >> 4);
    if (lead) memcpy(to, u.data, lead);
    memset(to + lead, fill, (size_t)before);
    if (u.len) memcpy(to + lead + before, u.data + lead, u.len - lead);
    memset(to + before + u.len, fill, (size_t)behind);
    return result;
}

static Value pad(Vm *vm, const Value *args, const char *name, int side) {
    i64 width;
    u8 fill = ' ';
    int status = value_index_i64(vm, args[1], &width, false);
    if (status) return fail_with(status);
    if (args[2] != V_UNSET) {
        Units u;
        bool is_array = is_bytearray(args[2]);
        if (!is_array && !value_has(args[2], SHAPE_BYTES))
            return raise_argument(vm, name, " 2", "a byte string of length 1", args[2]);
        bytes_units(args[2], &u);
        if (u.len != 1)
            return raise_type(vm, "%s(): argument 2 must be a byte string of length 1, not a %s object of length %zu",
                              name, is_array ? "bytearray" : "bytes", u.len);
        fill = u.data[0];
    }
    Units u = self_units(args);
    if (width <= (i64)u.len) return bytes_piece(vm, args[0], 0, u.len);
    u64 padding = (u64)width - u.len;
    u64 before = side == 0 ? 0 : side == 1 ? padding : padding / 2 + (padding & (u64)width & 1);
    return padded(vm, args[0], before, padding - before, fill, 0);
}

static Value center(Vm *vm, const Value *args, u32 n) { return pad(vm, args, "center", 2); }
static Value ljust(Vm *vm, const Value *args, u32 n) { return pad(vm, args, "ljust", 0); }
static Value rjust(Vm *vm, const Value *args, u32 n) { return pad(vm, args, "rjust", 1); }

static Value zfill(Vm *vm, const Value *args, u32 n) {
    i64 width;
    int status = value_index_i64(vm, args[1], &width, false);
    if (status) return fail_with(status);
    Units u = self_units(args);
    if (width <= (i64)u.len) return bytes_piece(vm, args[0], 0, u.len);
    return padded(vm, args[0], (u64)width - u.len, 0, '0', u.len && (u.data[0] == '+' || u.data[0] == '-'));
}

static Value expandtabs(Vm *vm, const Value *args, u32 n) {
    i64 size;
    u8 *to;
    int status = tab_size(vm, args[1], &size);
    if (status) return fail_with(status);
    Units u = self_units(args);
    charge(vm, u.len);
    u64 len = units_expandtabs(u, size, NULL);
    if (len > TEXT_LIMIT) return raise_overflow(vm, "result too long");
    Value result = bytes_open(vm, args[0], len, &to);
    if (result != V_ERROR) units_expandtabs(u, size, to);
    return result;
}

// ---- split, join, replace -----------------------------------------------------------------------------------------

static Value split_args(Vm *vm, const Value *args, bool from_right) {
    i64 most = -1;
    Units sep = {0};
    int status = arg_index(vm, args[2], &most);
    if (status) return fail_with(status);
    bool given = args[1] != V_UNSET && args[1] != V_NONE;
    if (given && !need_bytes(vm, args[1], &sep)) return V_ERROR;
    return text_split(vm, args[0], self_units(args), given ? &sep : NULL, true, most, from_right);
}

static Value split(Vm *vm, const Value *args, u32 n) { return split_args(vm, args, false); }
static Value rsplit(Vm *vm, const Value *args, u32 n) { return split_args(vm, args, true); }

static Value splitlines(Vm *vm, const Value *args, u32 n) {
    int keep = args[1] == V_UNSET ? 0 : value_truth(vm, args[1]);
    if (keep < 0) return fail_with(keep);
    return text_splitlines(vm, args[0], self_units(args), true, keep);
}

static Value partition_args(Vm *vm, const Value *args, bool from_right) {
    Units sep;
    if (!need_bytes(vm, args[1], &sep)) return V_ERROR;
    return text_partition(vm, args[0], self_units(args), args[1], sep, from_right);
}

static Value partition(Vm *vm, const Value *args, u32 n) { return partition_args(vm, args, false); }
static Value rpartition(Vm *vm, const Value *args, u32 n) { return partition_args(vm, args, true); }

static Value replace(Vm *vm, const Value *args, u32 n) {
    i64 most = -1;
    Units from, to;
    if (!need_bytes(vm, args[1], &from) || !need_bytes(vm, args[2], &to)) return V_ERROR;
    int status = arg_index(vm, args[3], &most);
    if (status) return fail_with(status);
    Units u = self_units(args);
    charge(vm, u.len >> 2);
    size_t count = most == 0 ? 0 : units_count(u, from, most < 0 ? SIZE_MAX : (size_t)most);
    if (count == 0) return bytes_piece(vm, args[0], 0, u.len);
    u8 *out;
    Value result = bytes_open(vm, args[0], u.len - (u64)count * from.len + (u64)count * to.len, &out);
    if (result != V_ERROR) units_replace(out, 1, u, from, to, count);
    return result;
}

static Value join_items(Vm *vm, Value sep, const Value *items, u32 n) {
    u64 len = 0;
    Units u, s;
    u8 *to;
    bytes_units(sep, &s);
    for (u32 i = 0; i < n; i++) {
        if (!bytes_units(items[i], &u))
            return raise_type(vm, "sequence item %u: expected a bytes-like object, %T found", i, items[i]);
        len += u.len + (i ? s.len : 0);
    }
    if (n == 1 && value_is(items[0], T_BYTES) && !is_bytearray(sep)) return own(items[0]);
    charge(vm, n + (len >> 4));
    Value result = len ? bytes_open(vm, sep, len, &to) : bytes_like(vm, sep, NULL, 0);
    if (result == V_ERROR || !len) return result;
    for (u32 i = 0; i < n; i++) {
        bytes_units(items[i], &u);
        if (i && s.len) memcpy(to, s.data, s.len), to += s.len;
        if (u.len) memcpy(to, u.data, u.len), to += u.len;
    }
    return result;
}

static Value join(Vm *vm, const Value *args, u32 n) {
    Value items = args[1];
    if (value_is(items, T_LIST)) return join_items(vm, args[0], list_get(items)->items, list_get(items)->len);
    if (value_is(items, T_TUPLE)) return join_items(vm, args[0], tuple_get(items)->items, tuple_get(items)->len);
    if (!can_iterate(vm, items)) return raise_type(vm, "can only join an iterable");
    Value list = list_of(vm, items);
    if (is_marker(list)) return list;
    Value result = join_items(vm, args[0], list_get(list)->items, list_get(list)->len);
    decref(vm, list);
    return result;
}

// ---- case, kinds, translate ---------------------------------------------------------------------------------------

static Value cased(Vm *vm, const Value *args, enum CaseKind kind) {
    Units u = self_units(args);
    u8 *to;
    charge(vm, u.len >> 2);
    Value result = bytes_open(vm, args[0], u.len, &to);
    if (result != V_ERROR) ascii_case(to, u.data, u.len, kind);
    return result;
}

static Value capitalize(Vm *vm, const Value *args, u32 n) { return cased(vm, args, CASE_CAPITAL); }
static Value lower(Vm *vm, const Value *args, u32 n) { return cased(vm, args, CASE_LOWER); }
static Value swapcase(Vm *vm, const Value *args, u32 n) { return cased(vm, args, CASE_SWAP); }
static Value title(Vm *vm, const Value *args, u32 n) { return cased(vm, args, CASE_TITLE); }
static Value upper(Vm *vm, const Value *args, u32 n) { return cased(vm, args, CASE_UPPER); }

static Value are(const Value *args, enum CharKind kind) { return value_bool(units_are(self_units(args), kind, true)); }
static Value is_alnum(Vm *vm, const Value *args, u32 n) { return are(args, CHARS_ALNUM); }
static Value is_alpha(Vm *vm, const Value *args, u32 n) { return are(args, CHARS_ALPHA); }
static Value is_digit(Vm *vm, const Value *args, u32 n) { return are(args, CHARS_DIGIT); }
static Value is_space(Vm *vm, const Value *args, u32 n) { return are(args, CHARS_SPACE); }
static Value are_cased(const Value *args, enum CaseKind kind) {
    return value_bool(units_are_cased(self_units(args), kind, true));
}
static Value is_lower(Vm *vm, const Value *args, u32 n) { return are_cased(args, CASE_LOWER); }
static Value is_title(Vm *vm, const Value *args, u32 n) { return are_cased(args, CASE_TITLE); }
static Value is_upper(Vm *vm, const Value *args, u32 n) { return are_cased(args, CASE_UPPER); }
static Value is_ascii(Vm *vm, const Value *args, u32 n) {
    Units u = self_units(args);
    return value_bool(u.len == 0 || units_max(u.data, 1, u.len) < 0x80);
}

static Value translate(Vm *vm, const Value *args, u32 n) {
    Units table = {0}, gone = {0};
    bool mapped = args[1] != V_NONE;
    if (mapped) {
        if (!need_bytes(vm, args[1], &table)) return V_ERROR;
        if (table.len != 256) return raise_value(vm, "translation table must be 256 characters long");
    }
    if (args[2] != V_UNSET && !need_bytes(vm, args[2], &gone)) return V_ERROR;
    Units u = self_units(args);
    charge(vm, u.len);
    u8 drop[256] = {0};
    for (size_t i = 0; i < gone.len; i++) drop[gone.data[i]] = 1;
    Buf buf;
    buf_open(&buf, &vm->mem);
    buf_reserve(&buf, u.len);
    for (size_t i = 0; i < u.len; i++) {
        if (!drop[u.data[i]]) buf_put(&buf, mapped ? table.data[u.data[i]] : u.data[i]);
    }
    Value result = buf.failed ? raise_memory(vm) : bytes_like(vm, args[0], buf.data, buf.len);
    buf_close(&buf);
    return result;
}

static Value maketrans(Vm *vm, const Value *args, u32 n) {
    Units from, to;
    if (!need_bytes(vm, args[0], &from) || !need_bytes(vm, args[1], &to)) return V_ERROR;
    if (from.len != to.len) return raise_value(vm, "maketrans arguments must have same length");
    Bytes *table = bytes_new(vm, 256);
    if (!table) return V_ERROR;
    for (u32 i = 0; i < 256; i++) table->data[i] = (u8)i;
    for (size_t i = 0; i < from.len; i++) table->data[from.data[i]] = to.data[i];
    return value_object(table);
}

// ---- hex, decode --------------------------------------------------------------------------------------------------

// The separator of hex(): *out 0 when there is none. 0 or IS_ERROR.
static int hex_separator(Vm *vm, Value sep, u8 *out) {
    Units u;
    *out = 0;
    if (sep == V_UNSET) return 0;
    if (is_str(sep)) u = str_units(str_get(sep), 0, str_get(sep)->len);
    else if (!bytes_units(sep, &u)) {
        if (value_len(vm, sep) >= 0) raise_type(vm, "sep must be str or bytes.");
        return IS_ERROR;
    }
    if (u.len != 1) return raise_value(vm, "sep must be length 1."), IS_ERROR;
    u32 c = unit_at(u.data, 0, u.width);
    if (c > 127) return raise_value(vm, "sep must be ASCII."), IS_ERROR;
    *out = (u8)c;
    return 0;
}

Value bytes_hex(Vm *vm, Units u, Value sep_value, Value group_value) {
    static const char digits[] = "0123456789abcdef";
    i64 group = 1;
    u8 sep;
    int status = arg_int(vm, group_value, &group);
    if (!status) status = hex_separator(vm, sep_value, &sep);
    if (status) return fail_with(status);
    u64 size = group < 0 ? (u64)-group : (u64)group;
    bool separate = sep_value != V_UNSET && size && u.len;
    u64 len = 2 * (u64)u.len + (separate ? (u.len - 1) / size : 0);
    if (len > TEXT_LIMIT) return raise_memory(vm);
    if (len == 0) return str_value(str_empty(vm));
    Str *s = str_new(vm, (u32)len, 0x7F);
    if (!s) return V_ERROR;
    charge(vm, len);
    u8 *to = s->data;
    for (size_t i = 0; i < u.len; i++) { // positive sizes count from the right
        if (separate && i && (group < 0 ? i % size : (u.len - i) % size) == 0) *to++ = sep;
        *to++ = (u8)digits[u.data[i] >> 4];
        *to++ = (u8)digits[u.data[i] & 15];
    }
    return value_object(s);
}

static Value hex(Vm *vm, const Value *args, u32 n) { return bytes_hex(vm, self_units(args), args[1], args[2]); }

static int hex_digit(u32 c) {
    return c - '0' < 10 ? (int)(c - '0') : (c | 0x20) - 'a' < 6 ? (int)((c | 0x20) - 'a' + 10) : -1;
}

// Pairs of digits, with white space between them. A class derived from bytes or bytearray is called with the result.
static Value fromhex(Vm *vm, const Value *args, u32 n) {
    Units u;
    if (is_str(args[1])) u = str_units(str_get(args[1]), 0, str_get(args[1])->len);
    else if (!bytes_units(args[1], &u))
        return raise_type(vm, "fromhex() argument must be str or bytes-like, not %T", args[1]);
    bool array = ((Type *)object_get(args[0]))->shape->layout == T_BYTEARRAY;
    charge(vm, u.len);
    Buf buf;
    buf_open(&buf, &vm->mem);
    size_t bad = u.len + 1; // where a character is wrong
    for (size_t i = 0; i < u.len && bad > u.len;) {
        if (unit_is_space(u, i, true)) {
            i++;
            continue;
        }
        int high = hex_digit(unit_at(u.data, i, u.width)), low = -1;
        if (high >= 0 && i + 1 < u.len) low = hex_digit(unit_at(u.data, i + 1, u.width));
        if (high >= 0 && low >= 0) buf_put(&buf, (u8)(high << 4 | low)), i += 2;
        else bad = high < 0 ? i : i + 1;
    }
    Value result;
    if (bad == u.len) result = raise_value(vm, "fromhex() arg must contain an even number of hexadecimal digits");
    else if (bad < u.len)
        result = raise_value(vm, "non-hexadecimal number found in fromhex() arg at position %zu", bad);
    else if (buf.failed) result = raise_memory(vm);
    else result = array ? bytearray_from(vm, buf.data, buf.len) : bytes_value(bytes_from(vm, buf.data, buf.len));
    buf_close(&buf);
    if (result == V_ERROR || object_get(args[0]) == &vm_type(vm, array ? T_BYTEARRAY : T_BYTES)->head) return result;
    Value made = call(vm, args[0], &result, 1);
    decref(vm, result);
    return made;
}

static Value decode(Vm *vm, const Value *args, u32 n) {
    if (codec_names(vm, "decode", args[1], args[2])) return V_ERROR;
    Units u = self_units(args);
    return codec_decode(vm, args[0], u.data, (u32)u.len, args[1], args[2]);
}

// ---- bytes alone --------------------------------------------------------------------------------------------------

static Value dunder_bytes(Vm *vm, const Value *args, u32 n) {
    return bytes_piece(vm, args[0], 0, bytes_get(args[0])->len);
}

static Value getnewargs(Vm *vm, const Value *args, u32 n) {
    Value exact = dunder_bytes(vm, args, 1);
    if (exact == V_ERROR) return V_ERROR;
    Tuple *result = tuple_pack(vm, 1, exact);
    decref(vm, exact);
    return result ? value_object(result) : V_ERROR;
}

static Value size_of(Vm *vm, const Value *args, u32 n) { return value_small(33 + (i64)self_units(args).len); }

// ---- the tables ---------------------------------------------------------------------------------------------------

Value bytearray_append(Vm *vm, const Value *args, u32 n);
Value bytearray_clear(Vm *vm, const Value *args, u32 n);
Value bytearray_copy(Vm *vm, const Value *args, u32 n);
Value bytearray_extend(Vm *vm, const Value *args, u32 n);
Value bytearray_insert(Vm *vm, const Value *args, u32 n);
Value bytearray_pop(Vm *vm, const Value *args, u32 n);
Value bytearray_remove(Vm *vm, const Value *args, u32 n);
Value bytearray_resize(Vm *vm, const Value *args, u32 n);
Value bytearray_reverse(Vm *vm, const Value *args, u32 n);
Value bytearray_reduce(Vm *vm, const Value *args, u32 n);
Value bytearray_alloc(Vm *vm, const Value *args, u32 n);
Value bytearray_sizeof(Vm *vm, const Value *args, u32 n);

const NativeDef bytes_methods[] = {
    {"__bytes__", "($self, /)", dunder_bytes},
    {"__getnewargs__", "($self, /)", getnewargs},
    {"__sizeof__", "($self, /)", size_of},
#include "obj/bytes_methods.def"
    {0},
};

const NativeDef bytearray_methods[] = {
    {"append", "($self, item, /)", bytearray_append, "_bytes.array_append"},
    {"clear", "($self, /)", bytearray_clear},
    {"copy", "($self, /)", bytearray_copy},
    {"extend", "($self, iterable_of_ints, /)", bytearray_extend, "_bytes.array_extend"},
    {"insert", "($self, index, item, /)", bytearray_insert, "_bytes.array_insert", NATIVE_UNPACKED},
    {"pop", "($self, index=-1, /)", bytearray_pop, "_bytes.array_pop", NATIVE_UNPACKED},
    {"remove", "($self, value, /)", bytearray_remove, "_bytes.array_remove"},
    {"resize", "($self, size, /)", bytearray_resize, "_bytes.array_resize"},
    {"reverse", "($self, /)", bytearray_reverse},
    {"__alloc__", "($self, /)", bytearray_alloc},
    {"__reduce__", "($self, /)", bytearray_reduce, "_bytes.array_reduce"},
    {"__reduce_ex__", "($self, proto=0, /)", bytearray_reduce, "_bytes.array_reduce"},
    {"__sizeof__", "($self, /)", bytearray_sizeof},
#include "obj/bytes_methods.def"
    {0},
};
