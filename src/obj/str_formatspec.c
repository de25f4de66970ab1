// str_formatspec.c: format specifications ("{:>10,.2f}"): parsed into a FormatSpec with CPython's complaints, padding
// for all types, and str's own __format__.
#include "obj/str_impl.h"

#include "base/unicode.h"

// Zero or more decimal digits of any script. Answers how many, or -1 with ValueError.
static int read_number(Vm *vm, const Str *s, u32 *at, i64 *out) {
    i64 number = 0;
    int count = 0;
    for (int digit; *at < s->len && (digit = unicode_decimal(str_at(s, *at))) >= 0; count++, ++*at) {
        if (number > (INT64_MAX - digit) / 10) {
            raise_value(vm, "Too many decimal digits in format string");
            return -1;
        }
        number = number * 10 + digit;
    }
    *out = count ? number : -1;
    return count;
}

static bool is_align(u32 c) { return c == '<' || c == '>' || c == '=' || c == '^'; }
static bool is_one_of(u32 c, const char *chars) { return c && c < 0x80 && strchr(chars, (int)c); }

static bool both_separators(Vm *vm) {
    raise_value(vm, "Cannot specify both ',' and '_'.");
    return false;
}

// A separator of thousands: [','] or ['_']. *taken counts what was read.
static bool read_grouping(Vm *vm, const Str *s, u32 *at, char *out, int *taken) {
    for (u32 c; *at < s->len && ((c = str_at(s, *at)) == ',' || c == '_'); ++*at, ++*taken) {
        if (*out && *out != (char)c) return both_separators(vm);
        if (*out) break; // a second one alike: not ours
        *out = (char)c;
    }
    return true;
}

// A grouping character must suit the type code.
static bool check_grouping(Vm *vm, char grouping, u32 type, const char *allowed) {
    if (!grouping || !type || is_one_of(type, allowed)) return true;
    if (type > 32 && type < 128) raise_value(vm, "Cannot specify '%c' with '%c'.", grouping, (int)type);
    else raise_value(vm, "Cannot specify '%c' with '\\x%x'.", grouping, type);
    return false;
}

// [[fill]align][sign]['z']['#']['0'][width][grouping]['.' precision [grouping]][type]
bool format_spec_parse(Vm *vm, Str *spec, FormatSpec *out, Type *type, char default_align) {
    u32 at = 0, n = spec->len;
    bool fill_given = false, align_given = false;
    *out = (FormatSpec){.fill = ' ', .align = default_align, .width = -1, .precision = -1};
    if (n >= 2 && is_align(str_at(spec, 1))) {
        out->fill = str_at(spec, 0);
        out->align = (char)str_at(spec, 1);
        fill_given = align_given = true;
        at = 2;
    } else if (n >= 1 && is_align(str_at(spec, 0))) {
        out->align = (char)str_at(spec, 0);
        align_given = true;
        at = 1;
    }
    if (at < n && is_one_of(str_at(spec, at), "+- ")) out->sign = (char)str_at(spec, at++);
    if (at < n && str_at(spec, at) == 'z') out->no_negative_zero = true, at++;
    if (at < n && str_at(spec, at) == '#') out->alt = true, at++;
    if (!fill_given && at < n && str_at(spec, at) == '0') {
        out->fill = '0';
        out->zero = true;
        if (!align_given && default_align == '>') out->align = '=';
        at++;
    }
    int taken = 0;
    if (read_number(vm, spec, &at, &out->width) < 0) return false;
    if (!read_grouping(vm, spec, &at, &out->grouping, &taken)) return false;
    if (at < n && str_at(spec, at) == '.') {
        at++;
        taken = read_number(vm, spec, &at, &out->precision);
        if (taken < 0 || !read_grouping(vm, spec, &at, &out->frac_grouping, &taken)) return false;
        if (taken == 0) {
            raise_value(vm, "Format specifier missing precision");
            return false;
        }
    }
    if (n - at > 1) {
        raise_value(vm, "Invalid format specifier '%S' for object of type '%N'", spec, type);
        return false;
    }
    if (at < n) out->type = str_at(spec, at);
    u32 code = out->type ? out->type : default_align == '<' ? 's' : 0; // only str aligns to the left, and its code is s
    return check_grouping(vm, out->grouping, code, out->grouping == '_' ? "deEfFgG%boxX" : "deEfFgG%") &&
           (code != 'n' || check_grouping(vm, out->frac_grouping, code, ""));
}

Value format_unknown_code(Vm *vm, u32 code, Type *type) {
    if (code > 32 && code < 128)
        return raise_value(vm, "Unknown format code '%c' for object of type '%N'", (int)code, type);
    return raise_value(vm, "Unknown format code '\\x%x' for object of type '%N'", code, type);
}

//   '<'  body padding      '>'  padding body      '^'  half of each      '='  prefix padding rest
Value format_pad(Vm *vm, const FormatSpec *spec, Str *body, u32 prefix_len) {
    if (spec->width <= (i64)body->len) return str_value(str_exact(vm, body));
    if (spec->width > TEXT_LIMIT) return raise_memory(vm);
    u32 padding = (u32)spec->width - body->len;
    u32 before = spec->align == '>' || spec->align == '=' ? padding : spec->align == '^' ? padding / 2 : 0;
    if (spec->align != '=') prefix_len = 0;
    charge(vm, padding);
    StrBuilder b;
    builder_open(&b, vm);
    builder_slice(&b, body, 0, prefix_len);
    builder_fill(&b, spec->fill, before);
    builder_slice(&b, body, prefix_len, body->len);
    builder_fill(&b, spec->fill, padding - before);
    return str_value(builder_finish(&b));
}

Value str_slot_format(Vm *vm, Value self, Str *spec) {
    Str *s = str_get(self);
    if (spec->len == 0) { // the whole of str(self), which a subclass may define
        if (shape_of(self)->type_id != T_STR && slot_is_python(type_of(vm, self), SLOT_STR)) return V_PYTHON;
        return str_value(str_exact(vm, s));
    }
    FormatSpec f;
    Type *type = type_of(vm, self);
    if (!format_spec_parse(vm, spec, &f, type, '<')) return V_ERROR;
    if (f.type && f.type != 's') return format_unknown_code(vm, f.type, type);
    if (f.sign == ' ') return raise_value(vm, "Space not allowed in string format specifier");
    if (f.sign) return raise_value(vm, "Sign not allowed in string format specifier");
    if (f.no_negative_zero) return raise_value(vm, "Negative zero coercion (z) not allowed in string format specifier");
    if (f.alt) return raise_value(vm, "Alternate form (#) not allowed in string format specifier");
    if (f.align == '=') return raise_value(vm, "'=' alignment not allowed in string format specifier");
    if (f.precision < 0 || f.precision >= s->len) return format_pad(vm, &f, s, 0);
    Str *cut = str_slice(vm, s, 0, (u32)f.precision);
    if (!cut) return V_ERROR;
    Value result = format_pad(vm, &f, cut, 0);
    DECREF(vm, cut);
    return result;
}
