// number_format.c: format() of int, float and complex: the digits are made, grouped and signed here, padded by
// format_pad.
#include "obj/number_core.h"

#include "base/floatbits.h"
#include "obj/ops.h"
#include "obj/str.h"

// A number as text, in parts:
//      sign  prefix  whole  [.]  fraction  rest        "-"  "0x"  "1234"  "."  "5"  "e+10" or "%"
typedef struct Parts {
    char sign; // 0: none
    const char *prefix;
    const char *whole, *fraction, *rest;
    size_t whole_n, fraction_n, rest_n;
    bool point;
} Parts;

// The whole part in groups, filled with zeros to at least `width` characters; written from its end. The shortest group
// that is begun has a digit, so a separator never comes first.
static void put_grouped(Buf *out, const char *digits, size_t n, char separator, size_t group, size_t width) {
    size_t room = n + n / group + 2 * width + 2;
    u8 *start = buf_reserve(out, room);
    if (!start) return;
    u8 *end = start + room, *at = end;
    for (;;) {
        size_t size = n > width ? n : width;
        if (size < 1) size = 1;
        if (size > group) size = group;
        for (size_t i = 0; i < size; i++) *--at = n ? (u8)digits[--n] : '0';
        width = width > size ? width - size : 0;
        if (!n && !width) break;
        *--at = (u8)separator;
        if (width) width--;
    }
    memmove(start, at, (size_t)(end - at));
    out->len += (size_t)(end - at);
}

static char sign_for(const FormatSpec *spec, bool negative) {
    return negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
}

// Puts the parts together; *prefix_len is what stands before the digits.
static void put_parts(Buf *out, const FormatSpec *spec, const Parts *p, size_t *prefix_len) {
    size_t start = out->len;
    if (p->sign) buf_put(out, (u8)p->sign);
    buf_text(out, p->prefix);
    *prefix_len = out->len - start;
    size_t fraction = p->fraction_n;
    if (spec->frac_grouping && fraction) fraction += (fraction - 1) / 3;
    if (!p->whole_n) {
        // inf and nan
    } else if (spec->grouping) {
        size_t others = *prefix_len + p->point + fraction + p->rest_n, width = 0;
        if (spec->fill == '0' && spec->align == '=' && spec->width > (i64)others) width = (size_t)spec->width - others;
        bool fours = spec->type == 'x' || spec->type == 'X' || spec->type == 'o' || spec->type == 'b';
        put_grouped(out, p->whole, p->whole_n, spec->grouping, fours ? 4 : 3, width);
    } else {
        buf_add(out, p->whole, p->whole_n);
    }
    if (p->point) buf_put(out, '.');
    for (size_t i = 0; i < p->fraction_n; i += 3) {
        size_t n = p->fraction_n - i < 3 ? p->fraction_n - i : 3;
        if (!spec->frac_grouping) n = p->fraction_n - i;
        else if (i) buf_put(out, (u8)spec->frac_grouping);
        buf_add(out, p->fraction + i, n);
        if (!spec->frac_grouping) break;
    }
    buf_add(out, p->rest, p->rest_n);
}

static Value pad_take(Vm *vm, const FormatSpec *spec, Buf *text, size_t prefix_len) {
    Str *body = str_from_buf(vm, text);
    if (!body) return V_ERROR;
    Value result = format_pad(vm, spec, body, (u32)prefix_len);
    DECREF(vm, body);
    return result;
}

static Value unknown_code(Vm *vm, const FormatSpec *spec, Value self) {
    if (spec->type > 32 && spec->type < 128) {
        return raise_value(vm, "Unknown format code '%c' for object of type '%T'", (int)spec->type, self);
    }
    return raise_value(vm, "Unknown format code '\\x%x' for object of type '%T'", spec->type, self);
}

// Neither one of the separators may stand with 'n', which takes them from the locale: there are none in ours.
INLINE bool is_float_code(u32 c) { return c && c < 128 && strchr("eEfFgG%n", (int)c); }

// ------------------------------------------------------------------------------------------------ doubles

// The digits of d as the specification asks, cut into parts that point into `text`.
static void split_double(Buf *text, double d, const FormatSpec *spec, char type, i64 precision, int flags, Parts *p) {
    text->len = 0;
    if (type != 'r' && precision > INT32_MAX) precision = INT32_MAX; // refused for want of memory
    numtext_format(text, d, type, (int)precision, flags | (spec->alt ? NUMTEXT_ALT : 0));
    if (spec->type == '%') buf_put(text, '%');
    *p = (Parts){.prefix = ""};
    if (text->failed) return;
    const char *at = (const char *)text->data, *end = at + text->len;
    bool negative = *at == '-', zero = true;
    at += negative;
    if (!float_is_finite(d)) {
        p->rest = at;
        p->rest_n = (size_t)(end - at);
        p->sign = sign_for(spec, negative);
        return;
    }
    const char **part = &p->whole;
    size_t *part_n = &p->whole_n;
    for (p->whole = at; at < end; at++) {
        if (*at == '.') {
            p->point = true;
            part = &p->fraction, part_n = &p->fraction_n;
            *part = at + 1;
        } else if (*at >= '0' && *at <= '9') {
            zero &= *at == '0';
            ++*part_n;
        } else break;
    }
    p->rest = at;
    p->rest_n = (size_t)(end - at);
    p->sign = sign_for(spec, negative && !(zero && spec->no_negative_zero));
}

// What a type code means to numtext_format. `none` is for no code at all: 'r', or 'g' when a precision is given.
static char float_code(const FormatSpec *spec, i64 *precision, int *flags, int dot_zero) {
    u32 type = spec->type;
    *precision = spec->precision;
    *flags = type == 'E' || type == 'F' || type == 'G' ? NUMTEXT_UPPER : 0;
    if (!type) {
        *flags |= dot_zero;
        if (*precision < 0) return 'r';
        return 'g';
    }
    if (*precision < 0) *precision = 6;
    return type == 'e' || type == 'E' ? 'e' : type == 'f' || type == 'F' || type == '%' ? 'f' : 'g';
}

static Value format_double(Vm *vm, double d, const FormatSpec *spec) {
    i64 precision;
    int flags;
    char type = float_code(spec, &precision, &flags, NUMTEXT_DOT_ZERO);
    if (precision > INT32_MAX) return raise_value(vm, "precision too big");
    if (precision > 0) charge(vm, (size_t)precision);
    Buf text, out;
    buf_open(&text, &vm->mem);
    buf_open(&out, &vm->mem);
    Parts parts;
    size_t prefix_len = 0;
    split_double(&text, spec->type == '%' ? d * 100 : d, spec, type, precision, flags, &parts);
    if (text.failed) out.failed = true;
    else put_parts(&out, spec, &parts, &prefix_len);
    buf_close(&text);
    return pad_take(vm, spec, &out, prefix_len);
}

Value float_format(Vm *vm, Value self, Str *spec_text) {
    if (!spec_text->len) return is_float(self) ? float_repr(vm, float_get(self)) : value_str(vm, self);
    FormatSpec spec;
    if (!format_spec_parse(vm, spec_text, &spec, type_of(vm, self), '>')) return V_ERROR;
    if (spec.type && !is_float_code(spec.type)) return unknown_code(vm, &spec, self);
    return format_double(vm, float_of(self), &spec);
}

// ------------------------------------------------------------------------------------------------ ints

static Value format_char(Vm *vm, Value self, const FormatSpec *spec) {
    i64 c;
    if (spec->sign) return raise_value(vm, "Sign not allowed with integer format specifier 'c'");
    if (spec->alt) return raise_value(vm, "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!int_to_i64(self, &c)) return raise_overflow(vm, "Python int too large to convert to C long");
    if (c < 0 || c > 0x10FFFF) return raise_overflow(vm, "%%c arg not in range(0x110000)");
    Str *body = str_from_char(vm, (u32)c);
    if (!body) return V_ERROR;
    Value result = format_pad(vm, spec, body, 0);
    DECREF(vm, body);
    return result;
}

Value int_format(Vm *vm, Value self, Str *spec_text) {
    if (!spec_text->len) return value_is(self, T_INT) || is_small(self) ? int_repr(vm, self) : value_str(vm, self);
    return int_format_digits(vm, self, spec_text, NULL);
}

Value int_format_digits(Vm *vm, Value self, Str *spec_text, Str *digits) {
    FormatSpec spec;
    if (!format_spec_parse(vm, spec_text, &spec, type_of(vm, self), '>')) return V_ERROR;
    int base = 10;
    const char *prefix = "";
    switch (spec.type) {
    case 0:
    case 'd':
    case 'n': break;
    case 'b': base = 2, prefix = "0b"; break;
    case 'o': base = 8, prefix = "0o"; break;
    case 'x': base = 16, prefix = "0x"; break;
    case 'X': base = 16, prefix = "0X"; break;
    case 'c': break;
    default: {
        if (!is_float_code(spec.type)) return unknown_code(vm, &spec, self);
        double d;
        if (!int_to_double(self, &d)) return raise_overflow(vm, "int too large to convert to float");
        return format_double(vm, d, &spec);
    }
    }
    if (spec.precision >= 0) return raise_value(vm, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero) {
        return raise_value(vm, "Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (spec.type == 'c') return format_char(vm, self, &spec);
    if (base == 10 && !digits) {
        Value check = int_text_check(vm, self);
        if (check != V_NONE) return check;
    }

    Buf text, out;
    buf_open(&text, &vm->mem);
    buf_open(&out, &vm->mem);
    if (digits) buf_add(&text, digits->data, digits->len);
    else int_text(vm, self, base, &text);
    size_t prefix_len = 0;
    Value result = V_ERROR;
    if (text.failed) {
        out.failed = true;
    } else {
        bool negative = text.data[0] == '-';
        size_t n = text.len - negative;
        if (base == 10 && !int_digits_allowed(vm, n, false)) goto close;
        if (spec.type == 'X') {
            for (size_t i = negative; i < text.len; i++)
                if (text.data[i] >= 'a') text.data[i] -= 32;
        }
        Parts parts = {.prefix = spec.alt ? prefix : "", .whole = (char *)text.data + negative, .whole_n = n};
        parts.sign = sign_for(&spec, negative);
        put_parts(&out, &spec, &parts, &prefix_len);
    }
    result = pad_take(vm, &spec, &out, prefix_len);
close:
    buf_close(&text);
    return result;
}

// ------------------------------------------------------------------------------------------------ complex

// Without a code both parts are as in repr, in parentheses, a real part of +0 left out.
Value complex_format(Vm *vm, Value self, Str *spec_text) {
    if (!spec_text->len) return value_str(vm, self);
    FormatSpec spec;
    if (!format_spec_parse(vm, spec_text, &spec, type_of(vm, self), '>')) return V_ERROR;
    if (spec.type && (!is_float_code(spec.type) || spec.type == '%')) return unknown_code(vm, &spec, self);
    if (spec.fill == '0') return raise_value(vm, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=') { return raise_value(vm, "'=' alignment flag is not allowed in complex format specifier"); }
    const Complex *z = (Complex *)object_get(self);
    i64 precision;
    int flags;
    char type = float_code(&spec, &precision, &flags, 0);
    if (precision > INT32_MAX) return raise_value(vm, "precision too big");
    bool parentheses = !spec.type, skip_real = !spec.type && !float_to_bits(z->real);
    Buf text, out;
    buf_open(&text, &vm->mem);
    buf_open(&out, &vm->mem);
    Parts parts;
    size_t prefix_len;
    if (parentheses && !skip_real) buf_put(&out, '(');
    if (!skip_real) {
        split_double(&text, z->real, &spec, type, precision, flags, &parts);
        if (!text.failed) put_parts(&out, &spec, &parts, &prefix_len);
        spec.sign = '+'; // the imaginary part follows with a sign of its own
    }
    split_double(&text, z->imag, &spec, type, precision, flags, &parts);
    if (!text.failed) put_parts(&out, &spec, &parts, &prefix_len);
    buf_put(&out, 'j');
    if (parentheses && !skip_real) buf_put(&out, ')');
    out.failed |= text.failed;
    buf_close(&text);
    return pad_take(vm, &spec, &out, 0);
}
