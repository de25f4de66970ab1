// str_percent.c: `format % values` for str and bytes. One specification is parsed at a time, as CPython does, so that
// what an earlier one does comes before a later one's complaint. A value whose text or number is Python's makes the
// whole answer V_PYTHON; the prelude (_str.percent, _bytes.percent) then goes through the same steps by the intrinsics
// below.
#include "obj/bytes_impl.h"

#include "base/numtext.h"
#include "base/utf8.h"
#include "obj/dict.h"
#include "obj/list.h"
#include "obj/number.h"

enum { F_LEFT = 1, F_SIGN = 2, F_BLANK = 4, F_ALT = 8, F_ZERO = 16 };

//     %(key)#0- +*.*lx        '*': taken from the values
typedef struct PercentSpec {
    bool has_key, star_width, star_precision;
    u32 flags;
    i64 width, precision; // -1: none
    u32 conv;
    size_t key_start, key_end;
    size_t conv_at;
    const char *error; // ValueError, after key and stars are taken
} PercentSpec;

// ---- parsing ------------------------------------------------------------------------------------------------------

// A number from *at on, whose first digit is c. Answers the character behind it, or sets *error.
static u32 next_unit(Units f, size_t *at, PercentSpec *spec) {
    if (*at >= f.len) {
        spec->error = "incomplete format";
        return 0;
    }
    return unit_at(f.data, (*at)++, f.width);
}

static u32 parse_number(Units f, size_t *at, u32 c, i64 most, i64 *out, const char *too_big, PercentSpec *spec) {
    i64 number = 0;
    while (c - '0' < 10) {
        if (number > (most - (i64)(c - '0')) / 10) {
            spec->error = too_big;
            return 0;
        }
        number = number * 10 + (c - '0');
        c = next_unit(f, at, spec);
        if (spec->error) return 0;
    }
    *out = number;
    return c;
}

// What follows a '%'; *at ends behind it.
static void parse_spec(Units f, bool bytes, size_t *at, PercentSpec *spec) {
    static const char flag_chars[] = "-+ #0";
    *spec = (PercentSpec){.width = -1, .precision = -1};
    if (*at < f.len && unit_at(f.data, *at, f.width) == '(') {
        spec->has_key = true;
        spec->key_start = ++*at;
        for (u32 depth = 1; depth; ++*at) {
            if (*at >= f.len) {
                spec->error = "incomplete format key";
                return;
            }
            u32 c = unit_at(f.data, *at, f.width);
            if (c == '(') depth++;
            else if (c == ')') depth--;
        }
        spec->key_end = *at - 1;
    }
    u32 c;
    const char *flag;
    while ((c = next_unit(f, at, spec)) && c < 0x80 && (flag = strchr(flag_chars, (int)c)))
        spec->flags |= 1u << (flag - flag_chars);
    if (spec->error) return;
    if (c == '*') {
        spec->star_width = true;
        c = next_unit(f, at, spec);
    } else if (c - '0' < 10) c = parse_number(f, at, c, INT64_MAX, &spec->width, "width too big", spec);
    if (spec->error) return;
    if (c == '.') {
        spec->precision = 0;
        c = next_unit(f, at, spec);
        if (spec->error) return;
        if (c == '*') {
            spec->star_precision = true;
            c = next_unit(f, at, spec);
        } else if (c - '0' < 10)
            c = parse_number(f, at, c, INT32_MAX, &spec->precision, bytes ? "prec too big" : "precision too big", spec);
        if (spec->error) return;
    }
    if (c == 'h' || c == 'l' || c == 'L') c = next_unit(f, at, spec);
    spec->conv = c;
    spec->conv_at = *at - 1;
}

// ---- the result, text or bytes ------------------------------------------------------------------------------------

typedef struct Sink {
    Vm *vm;
    bool bytes;
    StrBuilder text;
    Buf data;
} Sink;

static void sink_open(Sink *sink, Vm *vm, bool bytes) {
    sink->vm = vm;
    sink->bytes = bytes;
    builder_open(&sink->text, vm);
    buf_open(&sink->data, &vm->mem);
}

static void sink_close(Sink *sink) {
    builder_close(&sink->text);
    buf_close(&sink->data);
}

static NOINLINE void sink_fill(Sink *sink, u32 c, u64 n) {
    if (n > TEXT_LIMIT) sink->text.failed = sink->data.failed = true;
    else if (!sink->bytes) builder_fill(&sink->text, c, (u32)n);
    else {
        u8 *at = n ? buf_reserve(&sink->data, (size_t)n) : NULL;
        if (at) memset(at, (int)c, (size_t)n), sink->data.len += (size_t)n;
    }
}

static NOINLINE void sink_ascii(Sink *sink, const void *bytes, size_t n) {
    if (sink->bytes) buf_add(&sink->data, bytes, n);
    else builder_ascii(&sink->text, bytes, (u32)n);
}

static Value sink_finish(Sink *sink, Value like) {
    Value result;
    if (!sink->bytes) result = str_value(builder_finish(&sink->text));
    else if (sink->data.failed) result = raise_memory(sink->vm);
    else result = bytes_like(sink->vm, like, sink->data.data, sink->data.len);
    sink_close(sink);
    return result;
}

// ---- one value ----------------------------------------------------------------------------------------------------

// A number's characters, sign first: padded, the zeros between sign (and 0x) and digits.
static void put_number(Sink *sink, const PercentSpec *spec, const Buf *body, const char *base_prefix) {
    const u8 *digits = body->data;
    size_t n = body->len;
    char prefix[4];
    size_t prefix_n = 0;
    if (n && *digits == '-') prefix[prefix_n++] = '-', digits++, n--;
    else if (spec->flags & F_SIGN) prefix[prefix_n++] = '+';
    else if (spec->flags & F_BLANK) prefix[prefix_n++] = ' ';
    if (base_prefix) prefix[prefix_n++] = base_prefix[0], prefix[prefix_n++] = base_prefix[1];
    u64 width = prefix_n + n, padding = spec->width > (i64)width ? (u64)spec->width - width : 0;
    bool left = spec->flags & F_LEFT, zeros = spec->flags & F_ZERO;
    if (!left && !zeros) sink_fill(sink, ' ', padding);
    sink_ascii(sink, prefix, prefix_n);
    if (!left && zeros) sink_fill(sink, '0', padding);
    sink_ascii(sink, digits, n);
    if (left) sink_fill(sink, ' ', padding);
}

static bool is_upper_code(u32 conv) { return conv - 'A' < 26; }

// Digits of an int: at least `precision` of them.
static void put_digits(Sink *sink, const PercentSpec *spec, Buf *body) {
    size_t sign = body->len && body->data[0] == '-', n = body->len - sign;
    if (spec->precision > (i64)n) {
        size_t more = (size_t)spec->precision - n;
        u8 *at = buf_reserve(body, more);
        if (!at) {
            sink->text.failed = sink->data.failed = true;
            return;
        }
        memmove(body->data + sign + more, body->data + sign, n);
        memset(body->data + sign, '0', more);
        body->len += more;
    }
    if (spec->conv == 'X') {
        for (size_t i = 0; i < body->len; i++) {
            if (body->data[i] >= 'a') body->data[i] -= 32;
        }
    }
    const char *prefix = spec->conv == 'x' ? "0x" : spec->conv == 'X' ? "0X" : "0o";
    bool decimal = spec->conv == 'd' || spec->conv == 'i' || spec->conv == 'u';
    put_number(sink, spec, body, (spec->flags & F_ALT) && !decimal ? prefix : NULL);
}

static int put_int(Sink *sink, const PercentSpec *spec, Value v) {
    Vm *vm = sink->vm;
    Buf body;
    if (is_bool(v)) v = value_small(v == V_TRUE);
    buf_open(&body, &vm->mem);
    if (spec->conv == 'x' || spec->conv == 'X' || spec->conv == 'o') int_text(vm, v, spec->conv == 'o' ? 8 : 16, &body);
    else if (is_small(v)) int_text(vm, v, 10, &body);
    else {
        Value text = int_repr(vm, v);
        if (text == V_ERROR || text == V_PYTHON) return text == V_ERROR ? IS_ERROR : IS_PYTHON;
        str_utf8(str_get(text), &body);
        decref(vm, text);
    }
    if (body.failed) sink->text.failed = sink->data.failed = true;
    else put_digits(sink, spec, &body);
    buf_close(&body);
    return 0;
}

// %d takes any real number, %x and %o what has an index. Answers an int (owned), V_ERROR, V_PYTHON.
static Value number_of(Vm *vm, const PercentSpec *spec, Value v) {
    bool integral = spec->conv == 'x' || spec->conv == 'X' || spec->conv == 'o';
    if (is_int(v)) return own(v);
    Type *type = type_of(vm, v);
    if (slot_is_python(type, SLOT_INDEX) || (!integral && slot_is_python(type, SLOT_INT))) return V_PYTHON;
    if (!integral && is_float_like(v)) return int_from_double(vm, float_of(v));
    if (type->slots->index) return value_index(vm, v);
    return raise_type(vm, "%%%c format: %s is required, not %T", (int)spec->conv,
                      integral ? "an integer" : "a real number", v);
}

static int put_float(Sink *sink, const PercentSpec *spec, Value v) {
    Vm *vm = sink->vm;
    double number;
    int status = value_to_double(vm, v, &number);
    if (status == IS_ERROR && sink->bytes && exc_matches(vm, T_TypeError)) {
        exc_clear(vm);
        raise_type(vm, "float argument required, not %T", v);
    }
    if (status) return status;
    Buf body;
    buf_open(&body, &vm->mem);
    int flags = (spec->flags & F_ALT ? NUMTEXT_ALT : 0) | (is_upper_code(spec->conv) ? NUMTEXT_UPPER : 0);
    numtext_format(&body, number, (char)(spec->conv | 0x20), spec->precision < 0 ? 6 : (int)spec->precision, flags);
    if (body.failed) sink->text.failed = sink->data.failed = true;
    else put_number(sink, spec, &body, NULL);
    buf_close(&body);
    return 0;
}

// Text or bytes of `len` characters, cut to the precision and padded with blanks.
static void put_text(Sink *sink, const PercentSpec *spec, const Str *text, const u8 *data, u64 len) {
    if (spec->precision >= 0 && (u64)spec->precision < len) len = (u64)spec->precision;
    u64 padding = spec->width > (i64)len ? (u64)spec->width - len : 0;
    if (!(spec->flags & F_LEFT)) sink_fill(sink, ' ', padding);
    if (sink->bytes) buf_add(&sink->data, data, (size_t)len);
    else if (len == text->len) builder_str(&sink->text, text);
    else builder_slice(&sink->text, text, 0, (u32)len);
    if (spec->flags & F_LEFT) sink_fill(sink, ' ', padding);
}

// %s, %r, %a: str(), repr(), ascii(). `text` (of the prelude): v is the text itself.
static int put_object(Sink *sink, const PercentSpec *spec, Value v) {
    Vm *vm = sink->vm;
    Value text = spec->conv == 's'                   ? value_str(vm, v)
                 : spec->conv == 'r' && !sink->bytes ? value_repr(vm, v)
                                                     : str_ascii_repr(vm, v);
    if (text == V_ERROR) return IS_ERROR;
    if (text == V_PYTHON) return IS_PYTHON;
    put_text(sink, spec, str_get(text), str_get(text)->data, str_get(text)->len); // for bytes it is ASCII
    decref(vm, text);
    return 0;
}

static int put_buffer(Sink *sink, const PercentSpec *spec, Value v) {
    Vm *vm = sink->vm;
    Units u;
    Buf copy;
    if (has_bytes_method(vm, v)) return IS_PYTHON;
    if (bytes_units(v, &u)) return put_text(sink, spec, NULL, u.data, u.len), 0;
    if (!value_is(v, T_MEMORYVIEW)) {
        raise_type(vm, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
        return IS_ERROR;
    }
    buf_open(&copy, &vm->mem); // a view with gaps
    int status = memoryview_copy(vm, v, &copy);
    sink->data.failed |= copy.failed;
    if (!status) put_text(sink, spec, NULL, copy.data, copy.len);
    buf_close(&copy);
    return status;
}

static int put_char(Sink *sink, const PercentSpec *spec, Value v) {
    Vm *vm = sink->vm;
    i64 c = 0;
    u32 limit = sink->bytes ? 256 : 0x110000;
    const u8 *data;
    u32 n;
    PercentSpec whole = *spec;
    whole.precision = -1;
    if (!sink->bytes && is_str(v)) {
        n = str_get(v)->len;
        if (n == 1) return put_text(sink, &whole, str_get(v), NULL, 1), 0;
        raise_type(vm, "%%c requires an int or a unicode character, not a string of length %u", n);
        return IS_ERROR;
    }
    if (sink->bytes && !value_is(v, T_MEMORYVIEW) && bytes_view(v, &data, &n)) {
        if (n == 1) return put_text(sink, &whole, NULL, data, 1), 0;
        raise_type(vm, "%%c requires an integer in range(256) or a single byte, not a %s object of length %u",
                   value_has(v, SHAPE_BYTES) ? "bytes" : "bytearray", n);
        return IS_ERROR;
    }
    if (!has_index(vm, v)) {
        raise_type(vm,
                   sink->bytes ? "%%c requires an integer in range(256) or a single byte, not %T"
                               : "%%c requires an int or a unicode character, not %T",
                   v);
        return IS_ERROR;
    }
    int status = value_index_i64(vm, v, &c, true);
    if (status) return status;
    if (c < 0 || c >= limit) {
        raise_overflow(vm, sink->bytes ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
        return IS_ERROR;
    }
    u64 padding = spec->width > 1 ? (u64)spec->width - 1 : 0;
    if (!(spec->flags & F_LEFT)) sink_fill(sink, ' ', padding);
    sink_fill(sink, (u32)c, 1);
    if (spec->flags & F_LEFT) sink_fill(sink, ' ', padding);
    return 0;
}

#define CONV_TEXT 1   // of the prelude: the value is the text
#define CONV_DIGITS 2 // … the value is the decimal digits of an int

static int put_value(Sink *sink, const PercentSpec *spec, Value v) {
    switch (spec->conv) {
    case 's': return sink->bytes ? put_buffer(sink, spec, v) : put_object(sink, spec, v);
    case 'b':
        if (sink->bytes) return put_buffer(sink, spec, v);
        break;
    case 'r':
    case 'a': return put_object(sink, spec, v);
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o': {
        Value number = number_of(sink->vm, spec, v);
        if (number == V_ERROR || number == V_PYTHON) return number == V_ERROR ? IS_ERROR : IS_PYTHON;
        int status = put_int(sink, spec, number);
        decref(sink->vm, number);
        return status;
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return put_float(sink, spec, v);
    case 'c': return put_char(sink, spec, v);
    default: break;
    }
    raise_value(sink->vm, "unsupported format character '%c' (0x%x) at index %zu",
                (int)(spec->conv >= 31 && spec->conv <= 126 ? spec->conv : '?'), spec->conv, spec->conv_at);
    return IS_ERROR;
}

// ---- all of them --------------------------------------------------------------------------------------------------

// The values in turn: the items of a tuple; else one value (len -1), anew for each key.
typedef struct Values {
    Value all, mapping;
    Value item; // owned: what the last key gave, or V_UNSET
    i64 at, len;
} Values;

static bool is_mapping(Vm *vm, Value v, bool bytes) {
    if (is_str(v) || value_has(v, SHAPE_TUPLE)) return false;
    if (bytes && (value_has(v, SHAPE_BYTES) || is_bytearray(v))) return false;
    return has_getitem(vm, v);
}

static NOINLINE Value next_value(Vm *vm, Values *values) { // borrowed, or V_ERROR
    if (values->at >= values->len) return raise_type(vm, "not enough arguments for format string");
    values->at++;
    if (values->len < 0) return values->item != V_UNSET ? values->item : values->all;
    return tuple_get(values->all)->items[values->at - 1];
}

// '*': an int of the values. 0 or IS_ERROR.
static int take_star(Vm *vm, Values *values, bool width, i64 *out) {
    Value v = next_value(vm, values);
    if (v == V_ERROR) return IS_ERROR;
    if (!is_int(v)) return raise_type(vm, "* wants int"), IS_ERROR;
    if (!int_to_i64(v, out))
        return raise_overflow(vm, "Python int too large to convert to C %s", width ? "ssize_t" : "int"), IS_ERROR;
    if (!width && *out != (i32)*out) return raise_overflow(vm, "Python int too large to convert to C int"), IS_ERROR;
    return 0;
}

static void apply_width(PercentSpec *spec) {
    if (spec->width >= 0) return;
    spec->flags |= F_LEFT;
    spec->width = spec->width < -(i64)TEXT_LIMIT ? (i64)TEXT_LIMIT + 1 : -spec->width;
}

static int put_spec(Sink *sink, Units format, Value whole, Values *values, PercentSpec *spec) {
    Vm *vm = sink->vm;
    if (spec->has_key) {
        if (values->mapping == V_UNSET) return raise_type(vm, "format requires a mapping"), IS_ERROR;
        if (!spec->key_end) return raise_value(vm, "%s", spec->error), IS_ERROR;
        Value key = piece_new(vm, whole, spec->key_start, spec->key_end);
        if (key == V_ERROR) return IS_ERROR;
        Value item = value_getitem(vm, values->mapping, key);
        decref(vm, key);
        if (item == V_ERROR || item == V_PYTHON) return item == V_ERROR ? IS_ERROR : IS_PYTHON;
        decref(vm, values->item);
        values->item = item;
        values->len = -1;
        values->at = -2;
    }
    if (spec->star_width) {
        if (take_star(vm, values, true, &spec->width)) return IS_ERROR;
        apply_width(spec);
    }
    if (spec->star_precision) {
        if (take_star(vm, values, false, &spec->precision)) return IS_ERROR;
        if (spec->precision < 0) spec->precision = 0;
    }
    if (spec->error) return raise_value(vm, "%s", spec->error), IS_ERROR;
    Value v = next_value(vm, values);
    return v == V_ERROR ? IS_ERROR : put_value(sink, spec, v);
}

static int put_all(Sink *sink, Value whole, Units format, Values *values) {
    for (size_t at = 0;;) {
        Units rest = {format.data + at * format.width, format.len - at, format.width};
        i64 percent = units_find(rest, byte_units("%", 1));
        size_t literal = percent < 0 ? rest.len : (size_t)percent;
        if (sink->bytes) buf_add(&sink->data, rest.data, literal);
        else builder_slice(&sink->text, str_get(whole), (u32)at, (u32)(at + literal));
        if (percent < 0) return 0;
        at += literal + 1;
        if (at < format.len && unit_at(format.data, at, format.width) == '%') {
            sink_fill(sink, '%', 1);
            at++;
            continue;
        }
        PercentSpec spec;
        parse_spec(format, sink->bytes, &at, &spec);
        int status = put_spec(sink, format, whole, values, &spec);
        if (status) return status;
    }
}

static Value percent(Vm *vm, Value whole, Units format, Value args, bool bytes) {
    bool tuple = value_has(args, SHAPE_TUPLE);
    Values values = {args, is_mapping(vm, args, bytes) ? args : V_UNSET, V_UNSET, tuple ? 0 : -2,
                     tuple ? (i64)tuple_get(args)->len : -1};
    charge(vm, format.len);
    Sink sink;
    sink_open(&sink, vm, bytes);
    int status = put_all(&sink, whole, format, &values);
    if (!status && values.at < values.len && values.mapping == V_UNSET) {
        raise_type(vm, "not all arguments converted during %s formatting", bytes ? "bytes" : "string");
        status = IS_ERROR;
    }
    decref(vm, values.item);
    if (status || (!bytes && units_find(format, byte_units("%", 1)) < 0)) { // without a '%' it is the format itself
        sink_close(&sink);
        return status ? fail_with(status) : own(whole);
    }
    return sink_finish(&sink, whole);
}

Value str_percent(Vm *vm, Value format, Value args) {
    Str *s = str_get(format);
    return percent(vm, format, str_units(s, 0, s->len), args, false);
}

Value bytes_percent(Vm *vm, Value format, Value args) {
    const u8 *data;
    u32 n;
    bytes_view(format, &data, &n);
    return percent(vm, format, byte_units(data, n), args, true);
}

// ---- for the prelude ----------------------------------------------------------------------------------------------

static Units format_units(Value format) {
    const u8 *data;
    u32 n;
    if (is_str(format)) return str_units(str_get(format), 0, str_get(format)->len);
    bytes_view(format, &data, &n);
    return byte_units(data, n);
}

static Value maybe(bool present, Value v) { return present ? v : V_NONE; }

// (format, at) -> None at the end, else (literal, next at, key, flags, width, precision, conversion, its place, error).
// conversion None: there is only the literal. width and precision: None, a number, or True for '*'. key: a text, None,
// or False when it is incomplete.
Value percent_parse(Vm *vm, const Value *args, u32 n) {
    Value whole = args[0];
    Units format = format_units(whole);
    size_t start = (size_t)small_get(args[1]), at = start;
    if (start >= format.len) return V_NONE;
    Units rest = {format.data + at * format.width, format.len - at, format.width};
    i64 percent = units_find(rest, byte_units("%", 1));
    size_t literal = percent < 0 ? format.len : at + (size_t)percent;
    PercentSpec spec = {0};
    bool doubled = percent >= 0 && literal + 1 < format.len && unit_at(format.data, literal + 1, format.width) == '%';
    at = literal + 1;
    if (doubled) literal++, at++;
    else if (percent >= 0) parse_spec(format, !is_str(whole), &at, &spec);
    Value text = piece_new(vm, whole, start, literal), key = V_NONE, error = V_NONE;
    if (spec.has_key) key = spec.key_end ? piece_new(vm, whole, spec.key_start, spec.key_end) : V_FALSE;
    if (spec.error) error = str_value(str_from_text(vm, spec.error));
    Tuple *result = NULL;
    if (text != V_ERROR && key != V_ERROR && error != V_ERROR)
        result = tuple_pack(
            vm, 9, text, value_small((i64)at), key, value_small(spec.flags),
            spec.star_width ? V_TRUE
                            : maybe(spec.width >= 0, value_small(spec.width > SMALL_MAX ? SMALL_MAX : spec.width)),
            spec.star_precision ? V_TRUE : maybe(spec.precision >= 0, value_small(spec.precision)),
            maybe(percent >= 0 && !doubled, value_small(spec.conv)), value_small((i64)spec.conv_at), error);
    decref(vm, text);
    decref(vm, key);
    decref(vm, error);
    return result ? value_object(result) : V_ERROR;
}

Value percent_is_mapping(Vm *vm, const Value *args, u32 n) {
    return value_bool(is_mapping(vm, args[1], !is_str(args[0])));
}

// (format, flags, width, precision, conversion, its place, value) -> the piece of the result. conversion 1: the value
// is the text; 2: it is the digits of an int for %d.
Value percent_put(Vm *vm, const Value *args, u32 n) {
    PercentSpec spec = {.flags = (u32)small_get(args[1]),
                        .width = -1,
                        .precision = -1,
                        .conv = (u32)small_get(args[4]),
                        .conv_at = (size_t)small_get(args[5])};
    Value v = args[6];
    if (args[2] != V_NONE && !int_to_i64(args[2], &spec.width))
        return raise_overflow(vm, "Python int too large to convert to C ssize_t");
    if (args[2] != V_NONE) apply_width(&spec);
    if (args[3] != V_NONE && (!int_to_i64(args[3], &spec.precision) || spec.precision != (i32)spec.precision))
        return raise_overflow(vm, "Python int too large to convert to C int");
    if (args[3] != V_NONE && spec.precision < 0) spec.precision = 0;
    Sink sink;
    sink_open(&sink, vm, !is_str(args[0]));
    int status = 0;
    if (spec.conv == CONV_DIGITS) {
        Buf body;
        buf_open(&body, &vm->mem);
        str_utf8(str_get(v), &body);
        spec.conv = 'd';
        put_digits(&sink, &spec, &body);
        buf_close(&body);
    } else if (spec.conv == CONV_TEXT) {
        Units text = format_units(v);
        put_text(&sink, &spec, is_str(v) ? str_get(v) : NULL, text.data, text.len);
    } else status = put_value(&sink, &spec, v);
    if (status) {
        sink_close(&sink);
        return fail_with(status);
    }
    return sink_finish(&sink, args[0]);
}
