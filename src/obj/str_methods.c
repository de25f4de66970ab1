// str_methods.c: the methods of str that search, trim, pad and translate, and the table of all of them.
#include "obj/str_impl.h"

#include "base/unicode.h"
#include "obj/dict.h"
#include "obj/list.h"
#include "obj/number.h"

#define SELF str_get(args[0])

static Units whole_units(const Str *s) { return str_units(s, 0, s->len); }

// ---- find, index, count, startswith -------------------------------------------------------------------------------

// find and its kin: the place, or -1; IS_ERROR - 1 and IS_PYTHON - 1 when there is none to tell.
static i64 find_place(Vm *vm, const Value *args, const char *name, bool from_right, int *status) {
    const Str *s = SELF;
    i64 start, end;
    *status = 0;
    if (!is_str(args[1])) {
        raise_argument(vm, name, " 1", "str", args[1]);
        *status = IS_ERROR;
        return -1;
    }
    *status = arg_bounds(vm, args[2], args[3], s->len, &start, &end);
    if (*status || start > end) return -1;
    charge(vm, (size_t)(end - start) >> 4);
    Units hay = str_units(s, (u32)start, (u32)end), needle = whole_units(str_get(args[1]));
    i64 at = from_right ? units_rfind(hay, needle) : units_find(hay, needle);
    return at < 0 ? -1 : at + start;
}

static Value find_value(Vm *vm, const Value *args, const char *name, bool from_right, bool must) {
    int status;
    i64 at = find_place(vm, args, name, from_right, &status);
    if (status) return fail_with(status);
    if (at < 0 && must) return raise_value(vm, "substring not found");
    return value_small(at);
}

static Value find(Vm *vm, const Value *args, u32 n) { return find_value(vm, args, "find", false, false); }
static Value rfind(Vm *vm, const Value *args, u32 n) { return find_value(vm, args, "rfind", true, false); }
static Value index_of(Vm *vm, const Value *args, u32 n) { return find_value(vm, args, "index", false, true); }
static Value rindex_of(Vm *vm, const Value *args, u32 n) { return find_value(vm, args, "rindex", true, true); }

static Value count(Vm *vm, const Value *args, u32 n) {
    const Str *s = SELF;
    i64 start, end;
    if (!is_str(args[1])) return raise_argument(vm, "count", " 1", "str", args[1]);
    int status = arg_bounds(vm, args[2], args[3], s->len, &start, &end);
    if (status) return fail_with(status);
    if (start > end) return value_small(0);
    charge(vm, (size_t)(end - start) >> 3);
    return value_small((i64)units_count(str_units(s, (u32)start, (u32)end), whole_units(str_get(args[1])), SIZE_MAX));
}

static bool has_end(const Str *s, const Str *part, i64 start, i64 end, bool at_end) {
    if (end - start < (i64)part->len) return false;
    u32 at = (u32)(at_end ? end - part->len : start);
    return units_find(str_units(s, at, at + part->len), whole_units(part)) == 0;
}

static Value has_ends(Vm *vm, const Value *args, const char *name, bool at_end) {
    const Str *s = SELF;
    i64 start, end;
    int status = arg_bounds(vm, args[2], args[3], s->len, &start, &end);
    if (status) return fail_with(status);
    if (is_str(args[1])) return value_bool(has_end(s, str_get(args[1]), start, end, at_end));
    if (!value_has(args[1], SHAPE_TUPLE))
        return raise_type(vm, "%s first arg must be str or a tuple of str, not %T", name, args[1]);
    const Tuple *choices = tuple_get(args[1]);
    for (u32 i = 0; i < choices->len; i++) {
        Value choice = choices->items[i];
        if (!is_str(choice)) return raise_type(vm, "tuple for %s must only contain str, not %T", name, choice);
        if (has_end(s, str_get(choice), start, end, at_end)) return V_TRUE;
    }
    return V_FALSE;
}

static Value startswith(Vm *vm, const Value *args, u32 n) { return has_ends(vm, args, "startswith", false); }
static Value endswith(Vm *vm, const Value *args, u32 n) { return has_ends(vm, args, "endswith", true); }

static Value removeprefix(Vm *vm, const Value *args, u32 n) {
    Str *s = SELF;
    if (!is_str(args[1])) return raise_argument(vm, "removeprefix", "", "str", args[1]);
    const Str *part = str_get(args[1]);
    return str_value(str_slice(vm, s, has_end(s, part, 0, s->len, false) ? part->len : 0, s->len));
}

static Value removesuffix(Vm *vm, const Value *args, u32 n) {
    Str *s = SELF;
    if (!is_str(args[1])) return raise_argument(vm, "removesuffix", "", "str", args[1]);
    const Str *part = str_get(args[1]);
    return str_value(str_slice(vm, s, 0, s->len - (has_end(s, part, 0, s->len, true) ? part->len : 0)));
}

// ---- strip --------------------------------------------------------------------------------------------------------

// Narrows start and end by the characters in `chars` (NULL: white space). side: 1 left, 2 right, 3 both.
void units_strip(Units u, const Units *chars, bool bytes, int side, size_t *start, size_t *end) {
    size_t from = 0, to = u.len;
    for (; (side & 1) && from < to; from++) {
        if (chars ? units_find_char(*chars, 0, unit_at(u.data, from, u.width)) < 0 : !unit_is_space(u, from, bytes))
            break;
    }
    for (; (side & 2) && to > from; to--) {
        if (chars ? units_find_char(*chars, 0, unit_at(u.data, to - 1, u.width)) < 0 : !unit_is_space(u, to - 1, bytes))
            break;
    }
    *start = from;
    *end = to;
}

static Value strip_side(Vm *vm, const Value *args, const char *name, int side) {
    Str *s = SELF;
    Units chars = {0};
    bool given = args[1] != V_UNSET && args[1] != V_NONE;
    if (given) {
        if (!is_str(args[1])) return raise_type(vm, "%s arg must be None or str", name);
        chars = whole_units(str_get(args[1]));
    }
    size_t start, end;
    units_strip(whole_units(s), given ? &chars : NULL, false, side, &start, &end);
    return str_value(str_slice(vm, s, (u32)start, (u32)end));
}

static Value strip(Vm *vm, const Value *args, u32 n) { return strip_side(vm, args, "strip", 3); }
static Value lstrip(Vm *vm, const Value *args, u32 n) { return strip_side(vm, args, "lstrip", 1); }
static Value rstrip(Vm *vm, const Value *args, u32 n) { return strip_side(vm, args, "rstrip", 2); }

// ---- padding ------------------------------------------------------------------------------------------------------

static Value pad(Vm *vm, const Value *args, char align) {
    Str *s = SELF;
    FormatSpec spec = {.fill = ' ', .align = align};
    int status = value_index_i64(vm, args[1], &spec.width, false);
    if (status) return fail_with(status);
    if (args[2] != V_UNSET) {
        if (!is_str(args[2])) return raise_type(vm, "The fill character must be a unicode character, not %T", args[2]);
        if (str_get(args[2])->len != 1) return raise_type(vm, "The fill character must be exactly one character long");
        spec.fill = str_at(str_get(args[2]), 0);
    }
    // center puts the odd one of an odd padding to the left when the width is odd; format's '^' never does.
    i64 padding = spec.width - s->len;
    if (align == '^' && padding > 0 && (padding & spec.width & 1)) {
        if (spec.width > TEXT_LIMIT) return raise_memory(vm);
        StrBuilder b;
        builder_open(&b, vm);
        builder_fill(&b, spec.fill, (u32)(padding / 2 + 1));
        builder_str(&b, s);
        builder_fill(&b, spec.fill, (u32)(padding / 2));
        return str_value(builder_finish(&b));
    }
    return format_pad(vm, &spec, s, 0);
}

static Value center(Vm *vm, const Value *args, u32 n) { return pad(vm, args, '^'); }
static Value ljust(Vm *vm, const Value *args, u32 n) { return pad(vm, args, '<'); }
static Value rjust(Vm *vm, const Value *args, u32 n) { return pad(vm, args, '>'); }

static Value zfill(Vm *vm, const Value *args, u32 n) {
    Str *s = SELF;
    FormatSpec spec = {.fill = '0', .align = '='};
    int status = value_index_i64(vm, args[1], &spec.width, false);
    if (status) return fail_with(status);
    u32 sign = s->len && (str_at(s, 0) == '+' || str_at(s, 0) == '-');
    return format_pad(vm, &spec, s, sign);
}

// How long text is with its tabs expanded; with `out`, writes it. Columns start anew behind \n and \r.
u64 units_expandtabs(Units u, i64 size, void *out) {
    u64 column = 0, len = 0;
    for (size_t i = 0; i < u.len; i++) {
        u32 c = unit_at(u.data, i, u.width);
        u64 n = 1;
        if (c == '\t') {
            n = size > 0 ? (u64)size - column % (u64)size : 0;
            if (out) units_fill((u8 *)out + len * u.width, u.width, (size_t)n, ' ');
        } else if (out) unit_set(out, (size_t)len, u.width, c);
        len += n;
        column = c == '\n' || c == '\r' ? 0 : column + n;
        if (len > TEXT_LIMIT) break;
    }
    return len;
}

int tab_size(Vm *vm, Value v, i64 *size) {
    *size = 8;
    return arg_int(vm, v, size);
}

static Value expandtabs(Vm *vm, const Value *args, u32 n) {
    Str *s = SELF;
    i64 size;
    int status = tab_size(vm, args[1], &size);
    if (status) return fail_with(status);
    charge(vm, s->len);
    if (units_find(whole_units(s), byte_units("\t", 1)) < 0) return str_value(str_exact(vm, s));
    u64 len = units_expandtabs(whole_units(s), size, NULL);
    if (len > TEXT_LIMIT) return raise_overflow(vm, "new string is too long");
    Str *result = str_new(vm, (u32)len, s->ascii ? 0x7F : point_max(s->width));
    if (!result) return V_ERROR;
    units_expandtabs(whole_units(s), size, result->data);
    return len ? value_object(result) : str_value(str_narrow_take(vm, result));
}

// ---- split and join: arguments ------------------------------------------------------------------------------------

static Value split_args(Vm *vm, const Value *args, bool from_right) {
    i64 most = -1;
    int status = arg_index(vm, args[2], &most);
    if (status) return fail_with(status);
    Units sep = {0};
    bool given = args[1] != V_UNSET && args[1] != V_NONE;
    if (given) {
        if (!is_str(args[1])) return raise_type(vm, "must be str or None, not %T", args[1]);
        sep = whole_units(str_get(args[1]));
    }
    return text_split(vm, args[0], whole_units(SELF), given ? &sep : NULL, false, most, from_right);
}

static Value split(Vm *vm, const Value *args, u32 n) { return split_args(vm, args, false); }
static Value rsplit(Vm *vm, const Value *args, u32 n) { return split_args(vm, args, true); }

static Value splitlines(Vm *vm, const Value *args, u32 n) {
    int keep = args[1] == V_UNSET ? 0 : value_truth(vm, args[1]);
    if (keep < 0) return fail_with(keep);
    return text_splitlines(vm, args[0], whole_units(SELF), false, keep);
}

static Value partition_args(Vm *vm, const Value *args, bool from_right) {
    if (!is_str(args[1])) return raise_type(vm, "must be str, not %T", args[1]);
    return text_partition(vm, args[0], whole_units(SELF), args[1], whole_units(str_get(args[1])), from_right);
}

static Value partition(Vm *vm, const Value *args, u32 n) { return partition_args(vm, args, false); }
static Value rpartition(Vm *vm, const Value *args, u32 n) { return partition_args(vm, args, true); }

// ---- case and kinds -----------------------------------------------------------------------------------------------

static Value capitalize(Vm *vm, const Value *args, u32 n) { return str_case(vm, args[0], CASE_CAPITAL); }
static Value casefold(Vm *vm, const Value *args, u32 n) { return str_case(vm, args[0], CASE_FOLD); }
static Value lower(Vm *vm, const Value *args, u32 n) { return str_case(vm, args[0], CASE_LOWER); }
static Value swapcase(Vm *vm, const Value *args, u32 n) { return str_case(vm, args[0], CASE_SWAP); }
static Value title(Vm *vm, const Value *args, u32 n) { return str_case(vm, args[0], CASE_TITLE); }
static Value upper(Vm *vm, const Value *args, u32 n) { return str_case(vm, args[0], CASE_UPPER); }

static Value are(Vm *vm, const Value *args, enum CharKind kind) {
    charge(vm, SELF->len);
    return value_bool(units_are(whole_units(SELF), kind, false));
}
static Value is_alnum(Vm *vm, const Value *args, u32 n) { return are(vm, args, CHARS_ALNUM); }
static Value is_alpha(Vm *vm, const Value *args, u32 n) { return are(vm, args, CHARS_ALPHA); }
static Value is_decimal(Vm *vm, const Value *args, u32 n) { return are(vm, args, CHARS_DECIMAL); }
static Value is_digit(Vm *vm, const Value *args, u32 n) { return are(vm, args, CHARS_DIGIT); }
static Value is_numeric(Vm *vm, const Value *args, u32 n) { return are(vm, args, CHARS_NUMERIC); }
static Value is_printable(Vm *vm, const Value *args, u32 n) { return are(vm, args, CHARS_PRINTABLE); }
static Value is_space(Vm *vm, const Value *args, u32 n) { return are(vm, args, CHARS_SPACE); }

static Value are_cased(Vm *vm, const Value *args, enum CaseKind kind) {
    charge(vm, SELF->len);
    return value_bool(units_are_cased(whole_units(SELF), kind, false));
}
static Value is_lower(Vm *vm, const Value *args, u32 n) { return are_cased(vm, args, CASE_LOWER); }
static Value is_title(Vm *vm, const Value *args, u32 n) { return are_cased(vm, args, CASE_TITLE); }
static Value is_upper(Vm *vm, const Value *args, u32 n) { return are_cased(vm, args, CASE_UPPER); }
static Value is_ascii(Vm *vm, const Value *args, u32 n) { return value_bool(SELF->ascii); }
static Value is_identifier(Vm *vm, const Value *args, u32 n) { return value_bool(str_is_identifier(SELF)); }

// ---- translate ----------------------------------------------------------------------------------------------------

// What a table made of a character: appended. An int is a code point, None deletes, V_STOP keeps.
static bool add_translated(Vm *vm, StrBuilder *b, u32 c, Value item) {
    if (item == V_STOP) builder_char(b, c);
    else if (is_str(item)) builder_str(b, str_get(item));
    else if (is_int(item)) {
        i64 point;
        if (!int_to_i64(item, &point) || point < 0 || point > 0x10FFFF)
            return raise_value(vm, "character mapping must be in range(0x110000)"), false;
        builder_char(b, (u32)point);
    } else if (item != V_NONE) return raise_type(vm, "character mapping must return integer, None or str"), false;
    return true;
}

// What a table says of a character: owned, V_STOP when it says nothing, V_ERROR, V_PYTHON.
static Value translation(Vm *vm, Value table, u32 c) {
    Value item;
    if (value_is(table, T_DICT)) {
        int found = dict_find(vm, dict_get(table), value_small(c), &item);
        return found < 0 ? fail_with(found) : found ? own(item) : V_STOP;
    }
    item = value_getitem(vm, table, value_small(c));
    if (item != V_ERROR || !exc_matches(vm, T_LookupError)) return item;
    exc_clear(vm);
    return V_STOP;
}

static Value translate(Vm *vm, const Value *args, u32 n) {
    const Str *s = SELF;
    Value table = args[1];
    charge(vm, s->len * 4u);
    if (s->len && !has_getitem(vm, table)) return raise_type(vm, "'%T' object is not subscriptable", table);
    StrBuilder b;
    builder_open(&b, vm);
    Value known[128]; // what a dict says of ASCII characters, borrowed
    bool dict = value_is(table, T_DICT);
    for (u32 c = 0; c < countof(known); c++) known[c] = V_UNSET;
    for (u32 i = 0; i < s->len; i++) {
        u32 c = str_at(s, i);
        Value item = dict && c < countof(known) ? own(known[c]) : V_UNSET;
        if (item == V_UNSET) {
            item = translation(vm, table, c);
            if (item == V_ERROR || item == V_PYTHON) return builder_close(&b), item;
            if (dict && c < countof(known)) known[c] = item;
        }
        bool ok = add_translated(vm, &b, c, item);
        decref(vm, item);
        if (!ok) return builder_close(&b), V_ERROR;
    }
    return str_value(builder_finish(&b));
}

// For the prelude, whose table is Python's: (character, item found) -> text.
Value str_translated(Vm *vm, const Value *args, u32 n) {
    StrBuilder b;
    builder_open(&b, vm);
    if (!add_translated(vm, &b, 0, args[0])) return builder_close(&b), V_ERROR;
    return str_value(builder_finish(&b));
}

// Adds character -> value (an owned one). false: an exception.
static bool map_char(Vm *vm, Dict *map, u32 c, Value value) {
    int status = dict_set(vm, map, value_small(c), value);
    return status == 0;
}

static bool map_texts(Vm *vm, Dict *map, const Str *from, const Str *to, const Str *gone) {
    for (u32 i = 0; i < from->len; i++) {
        if (!map_char(vm, map, str_at(from, i), value_small(str_at(to, i)))) return false;
    }
    for (u32 i = 0; gone && i < gone->len; i++) {
        if (!map_char(vm, map, str_at(gone, i), V_NONE)) return false;
    }
    return true;
}

// Keys of one character become their code points.
static int map_dict(Vm *vm, Dict *map, Dict *given) {
    Value key, value;
    for (u32 place = 0; dict_each(given, &place, &key, &value);) {
        int status;
        if (is_str(key)) {
            if (str_get(key)->len != 1)
                return raise_value(vm, "string keys in translate table must be of length 1"), IS_ERROR;
            status = dict_set(vm, map, value_small(str_at(str_get(key), 0)), value);
        } else if (is_int(key)) status = dict_set(vm, map, key, value);
        else return raise_type(vm, "keys in translate table must be strings or integers"), IS_ERROR;
        if (status) return status;
    }
    return 0;
}

static Value maketrans(Vm *vm, const Value *args, u32 n) {
    Value from = args[0], to = args[1], gone = args[2];
    if (to != V_UNSET) {
        if (!is_str(to)) return raise_argument(vm, "maketrans", " 2", "str", to);
        if (gone != V_UNSET && !is_str(gone)) return raise_argument(vm, "maketrans", " 3", "str", gone);
        if (!is_str(from))
            return raise_type(vm, "first maketrans argument must be a string if there is a second argument");
        if (str_get(from)->len != str_get(to)->len)
            return raise_value(vm, "the first two maketrans arguments must have equal length");
    } else if (!value_is(from, T_DICT))
        return raise_type(vm, "if you give only one argument to maketrans it must be a dict");
    Dict *map = dict_new(vm, 0);
    if (!map) return V_ERROR;
    int status = 0;
    if (to == V_UNSET) status = map_dict(vm, map, dict_get(from));
    else if (!map_texts(vm, map, str_get(from), str_get(to), gone == V_UNSET ? NULL : str_get(gone))) status = IS_ERROR;
    if (!status) return value_object(map);
    DECREF(vm, map);
    return fail_with(status);
}

// ---- the rest -----------------------------------------------------------------------------------------------------

static Value encode(Vm *vm, const Value *args, u32 n) {
    if (codec_names(vm, "encode", args[1], args[2])) return V_ERROR;
    return codec_encode(vm, SELF, args[1], args[2]);
}

static Value getnewargs(Vm *vm, const Value *args, u32 n) {
    Str *s = str_exact(vm, SELF);
    if (!s) return V_ERROR;
    Tuple *result = tuple_pack(vm, 1, value_object(s));
    DECREF(vm, s);
    return result ? value_object(result) : V_ERROR;
}

// What CPython 3.14 answers on a 64-bit machine.
static Value size_of(Vm *vm, const Value *args, u32 n) {
    const Str *s = SELF;
    return value_small((s->ascii ? 40 : 56) + ((i64)s->len + 1) * s->width);
}

#define BOUNDED "($self, sub, start=None, end=None, /)"

const NativeDef str_methods[] = {
    {"capitalize", "($self, /)", capitalize},
    {"casefold", "($self, /)", casefold},
    {"center", "($self, width, fillchar=' ', /)", center, "_str.center", NATIVE_UNPACKED},
    {"count", BOUNDED, count, "_str.count", NATIVE_UNPACKED},
    {"encode", "($self, /, encoding='utf-8', errors='strict')", encode},
    {"endswith", "($self, suffix, start=None, end=None, /)", endswith, "_str.endswith", NATIVE_UNPACKED},
    {"expandtabs", "($self, /, tabsize=8)", expandtabs, "_str.expandtabs"},
    {"find", BOUNDED, find, "_str.find", NATIVE_UNPACKED},
    {"format", "($self, /, *args, **kwargs)", str_format_method, "_str.format_method"},
    {"format_map", "($self, mapping, /)", str_format_map, "_str.format_map"},
    {"index", BOUNDED, index_of, "_str.index", NATIVE_UNPACKED},
    {"isalnum", "($self, /)", is_alnum},
    {"isalpha", "($self, /)", is_alpha},
    {"isascii", "($self, /)", is_ascii},
    {"isdecimal", "($self, /)", is_decimal},
    {"isdigit", "($self, /)", is_digit},
    {"isidentifier", "($self, /)", is_identifier},
    {"islower", "($self, /)", is_lower},
    {"isnumeric", "($self, /)", is_numeric},
    {"isprintable", "($self, /)", is_printable},
    {"isspace", "($self, /)", is_space},
    {"istitle", "($self, /)", is_title},
    {"isupper", "($self, /)", is_upper},
    {"join", "($self, iterable, /)", str_join_method, "_str.join"},
    {"ljust", "($self, width, fillchar=' ', /)", ljust, "_str.ljust", NATIVE_UNPACKED},
    {"lower", "($self, /)", lower},
    {"lstrip", "($self, chars=None, /)", lstrip, NULL, NATIVE_UNPACKED},
    {"maketrans", "(x, y=<unrepresentable>, z=<unrepresentable>, /)", maketrans, "_str.maketrans",
     NATIVE_STATIC | NATIVE_UNPACKED},
    {"partition", "($self, sep, /)", partition},
    {"removeprefix", "($self, prefix, /)", removeprefix},
    {"removesuffix", "($self, suffix, /)", removesuffix},
    {"replace", "($self, old, new, /, count=-1)", str_replace, "_str.replace"},
    {"rfind", BOUNDED, rfind, "_str.rfind", NATIVE_UNPACKED},
    {"rindex", BOUNDED, rindex_of, "_str.rindex", NATIVE_UNPACKED},
    {"rjust", "($self, width, fillchar=' ', /)", rjust, "_str.rjust", NATIVE_UNPACKED},
    {"rpartition", "($self, sep, /)", rpartition},
    {"rsplit", "($self, /, sep=None, maxsplit=-1)", rsplit, "_str.rsplit"},
    {"rstrip", "($self, chars=None, /)", rstrip, NULL, NATIVE_UNPACKED},
    {"split", "($self, /, sep=None, maxsplit=-1)", split, "_str.split"},
    {"splitlines", "($self, /, keepends=False)", splitlines, "_str.splitlines"},
    {"startswith", "($self, prefix, start=None, end=None, /)", startswith, "_str.startswith", NATIVE_UNPACKED},
    {"strip", "($self, chars=None, /)", strip, NULL, NATIVE_UNPACKED},
    {"swapcase", "($self, /)", swapcase},
    {"title", "($self, /)", title},
    {"translate", "($self, table, /)", translate, "_str.translate"},
    {"upper", "($self, /)", upper},
    {"zfill", "($self, width, /)", zfill, "_str.zfill"},
    {"__getnewargs__", "($self, /)", getnewargs},
    {"__sizeof__", "($self, /)", size_of},
    {0},
};
