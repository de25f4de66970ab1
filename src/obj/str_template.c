// str_template.c: str.format and format_map: templates with {fields}. Read one field at a time, as CPython does. Here
// in C as long as fields are plain: an argument, [items] of built-in containers, values whose format needs no Python.
// What goes further (attributes, Python's __format__ or __getitem__) is V_PYTHON, and _str.format goes through the same
// steps by the intrinsics at the end.
#include "obj/str_impl.h"

#include "base/unicode.h"
#include "obj/dict.h"
#include "obj/list.h"
#include "obj/number.h"

// ---- parsing ------------------------------------------------------------------------------------------------------

typedef struct Span {
    u32 start, end;
} Span;

//     literal {name!c:spec}
typedef struct Markup {
    Span literal, name, spec;
    bool field;     // false: there is only the literal
    bool nested;    // the spec has fields of its own
    u32 conversion; // 0: none
} Markup;

static bool bad(Vm *vm, const char *message) {
    raise_value(vm, "%s", message);
    return false;
}

// The field behind a '{' at *at; *at ends behind its '}'.
static bool parse_field(Vm *vm, const Str *s, u32 *at, u32 end, Markup *m) {
    u32 c = 0, i = *at;
    m->field = true;
    m->name.start = i;
    while (i < end) {
        c = str_at(s, i++);
        if (c == '{') return bad(vm, "unexpected '{' in field name");
        if (c == '[') {
            while (i < end && str_at(s, i) != ']') i++;
        } else if (c == '}' || c == ':' || c == '!') break;
        c = 0;
    }
    m->name.end = c ? i - 1 : i;
    if (!c) return bad(vm, "expected '}' before end of string");
    *at = i;
    if (c == '}') return true;
    if (c == '!') {
        if (i >= end) return bad(vm, "end of string while looking for conversion specifier");
        m->conversion = str_at(s, i++);
        if (i < end) {
            c = str_at(s, i++);
            if (c == '}') return *at = i, true;
            if (c != ':') return bad(vm, "expected ':' after conversion specifier");
        }
    }
    m->spec.start = i;
    for (u32 depth = 1; i < end;) {
        c = str_at(s, i++);
        if (c == '{') m->nested = true, depth++;
        else if (c == '}' && --depth == 0) {
            m->spec.end = i - 1;
            *at = i;
            return true;
        }
    }
    return bad(vm, "unmatched '{' in format spec");
}

// The next literal and field from *at on. A doubled brace ends a literal that contains one of them.
static bool parse_markup(Vm *vm, const Str *s, u32 *at, u32 end, Markup *m) {
    *m = (Markup){.literal = {*at, *at}};
    u32 c = 0, i = *at;
    while (i < end && (c = str_at(s, i)) != '{' && c != '}') i++;
    m->literal.end = i;
    if (i == end) return *at = end, true;
    bool doubled = i + 1 < end && str_at(s, i + 1) == c;
    if (doubled) {
        m->literal.end = i + 1;
        *at = i + 2;
        return true;
    }
    if (c == '}') return bad(vm, "Single '}' encountered in format string");
    if (i + 1 == end) return bad(vm, "Single '{' encountered in format string");
    *at = i + 1;
    return parse_field(vm, s, at, end, m);
}

// The text as a number: its value; -1 when it is none; -2 with ValueError when it is too large.
static i64 span_number(Vm *vm, const Str *s, Span span) {
    i64 number = 0;
    if (span.start == span.end) return -1;
    for (u32 i = span.start; i < span.end; i++) {
        int digit = unicode_decimal(str_at(s, i));
        if (digit < 0) return -1;
        if (number > (INT64_MAX - digit) / 10) return bad(vm, "Too many decimal digits in format string"), -2;
        number = number * 10 + digit;
    }
    return number;
}

// The part of a field name before the first '.' or '['.
static Span first_part(const Str *s, Span name) {
    u32 i = name.start;
    while (i < name.end && str_at(s, i) != '.' && str_at(s, i) != '[') i++;
    return (Span){name.start, i};
}

// The next ".name" or "[name]" from *at on.
static bool next_part(Vm *vm, const Str *s, u32 *at, u32 end, bool *attribute, Span *part) {
    u32 c = str_at(s, *at), i = *at + 1;
    part->start = i;
    if (c == '.') {
        while (i < end && str_at(s, i) != '.' && str_at(s, i) != '[') i++;
        part->end = *at = i;
    } else if (c == '[') {
        while (i < end && str_at(s, i) != ']') i++;
        if (i == end) return bad(vm, "Missing ']' in format string");
        part->end = i;
        *at = i + 1;
    } else return bad(vm, "Only '.' or '[' may follow ']' in format field specifier");
    *attribute = c == '.';
    return part->start < part->end || bad(vm, "Empty attribute in format string");
}

// ---- building -----------------------------------------------------------------------------------------------------

enum { NUMBERS_UNKNOWN, NUMBERS_AUTO, NUMBERS_MANUAL };
typedef struct Template {
    Vm *vm;
    const Str *text;
    Tuple *args;  // NULL: of format_map
    Value kwargs; // a dict or V_UNSET; of format_map any mapping
    u32 next, numbers;
} Template;

// Field numbers are all given or all left out.
static bool check_numbers(Vm *vm, u32 *numbers, bool empty) {
    if (*numbers == NUMBERS_UNKNOWN) *numbers = empty ? NUMBERS_AUTO : NUMBERS_MANUAL;
    if (*numbers == NUMBERS_MANUAL && empty)
        return bad(vm, "cannot switch from manual field specification to automatic field numbering");
    if (*numbers == NUMBERS_AUTO && !empty)
        return bad(vm, "cannot switch from automatic field numbering to manual field specification");
    return true;
}

static Value span_str(Vm *vm, const Str *s, Span span) {
    return str_value(str_slice(vm, (Str *)s, span.start, span.end));
}

// The argument that a field begins with: owned.
static Value find_argument(Template *t, Span first) {
    Vm *vm = t->vm;
    bool empty = first.start == first.end;
    i64 index = span_number(vm, t->text, first);
    if (index == -2) return V_ERROR;
    if (empty || index >= 0) {
        if (!check_numbers(vm, &t->numbers, empty)) return V_ERROR;
        if (empty) index = t->next++;
        if (!t->args) return raise_value(vm, "Format string contains positional fields");
        if (index >= t->args->len)
            return raise_index(vm, "Replacement index %lld out of range for positional args tuple", (long long)index);
        return own(t->args->items[index]);
    }
    Value key = span_str(vm, t->text, first);
    if (key == V_ERROR) return V_ERROR;
    Value result = V_UNSET;
    if (t->kwargs == V_UNSET) result = raise_key(vm, key);
    else if (value_is(t->kwargs, T_DICT)) {
        int found = dict_find(vm, dict_get(t->kwargs), key, &result);
        result = found > 0 ? own(result) : found == 0 ? raise_key(vm, key) : fail_with(found);
    } else result = value_getitem(vm, t->kwargs, key);
    decref(vm, key);
    return result;
}

static Value field_value(Template *t, Span name) {
    Vm *vm = t->vm;
    Span first = first_part(t->text, name), part;
    Value v = find_argument(t, first);
    for (u32 at = first.end; at < name.end && v != V_ERROR && v != V_PYTHON;) {
        bool attribute;
        Value item = V_ERROR;
        if (next_part(vm, t->text, &at, name.end, &attribute, &part)) {
            if (attribute) item = V_PYTHON;
            else {
                i64 index = span_number(vm, t->text, part);
                Value key = index == -2 ? V_ERROR : index >= 0 ? int_from_i64(vm, index) : span_str(vm, t->text, part);
                if (key != V_ERROR) item = value_getitem(vm, v, key);
                decref(vm, key);
            }
        }
        decref(vm, v);
        v = item;
    }
    return v;
}

static Value convert(Vm *vm, Value v, u32 conversion) {
    switch (conversion) {
    case 'r': return value_repr(vm, v);
    case 's': return value_str(vm, v);
    case 'a': return str_ascii_repr(vm, v);
    default:
        return conversion > 32 && conversion < 127 ? raise_value(vm, "Unknown conversion specifier %c", (int)conversion)
                                                   : raise_value(vm, "Unknown conversion specifier \\x%x", conversion);
    }
}

static int build(Template *t, StrBuilder *out, u32 at, u32 end, int depth);

static int status_of(Value v) { return v == V_ERROR ? IS_ERROR : v == V_PYTHON ? IS_PYTHON : 0; }

static int put_field(Template *t, StrBuilder *out, const Markup *m, int depth) {
    Vm *vm = t->vm;
    Value v = field_value(t, m->name);
    int status = status_of(v);
    if (status) return status;
    if (m->conversion) {
        Value converted = convert(vm, v, m->conversion);
        decref(vm, v);
        v = converted;
        status = status_of(v);
        if (status) return status;
    }
    if (m->spec.start == m->spec.end && value_is(v, T_STR)) {
        builder_str(out, str_get(v));
        decref(vm, v);
        return 0;
    }
    Str *spec = NULL;
    if (m->nested) {
        StrBuilder b;
        builder_open(&b, vm);
        status = build(t, &b, m->spec.start, m->spec.end, depth - 1);
        if (status) builder_close(&b);
        else spec = builder_finish(&b);
    } else spec = str_slice(vm, (Str *)t->text, m->spec.start, m->spec.end);
    if (!status && !spec) status = IS_ERROR;
    if (!status) {
        Value text = value_format(vm, v, spec);
        status = status_of(text);
        if (!status) builder_str(out, str_get(text)), decref(vm, text);
    }
    XDECREF(vm, spec);
    decref(vm, v);
    return status;
}

static int build(Template *t, StrBuilder *out, u32 at, u32 end, int depth) {
    if (depth < 0) return bad(t->vm, "Max string recursion exceeded"), IS_ERROR;
    while (at < end) {
        Markup m;
        if (!parse_markup(t->vm, t->text, &at, end, &m)) return IS_ERROR;
        builder_slice(out, t->text, m.literal.start, m.literal.end);
        int status = m.field ? put_field(t, out, &m, depth) : 0;
        if (status) return status;
    }
    return 0;
}

#define DEPTH 1 // a spec may have fields, whose own specs may not

static Value fill_in(Vm *vm, Value self, Tuple *args, Value kwargs) {
    Str *s = str_get(self);
    Units text = str_units(s, 0, s->len);
    if (units_find(text, byte_units("{", 1)) < 0 && units_find(text, byte_units("}", 1)) < 0) return own(self);
    Template t = {vm, s, args, kwargs, 0, NUMBERS_UNKNOWN};
    charge(vm, s->len);
    StrBuilder b;
    builder_open(&b, vm);
    int status = build(&t, &b, 0, s->len, DEPTH);
    if (!status) return str_value(builder_finish(&b));
    builder_close(&b);
    return fail_with(status);
}

Value str_format_method(Vm *vm, const Value *args, u32 n) { return fill_in(vm, args[0], tuple_get(args[1]), args[2]); }
Value str_format_map(Vm *vm, const Value *args, u32 n) { return fill_in(vm, args[0], NULL, args[1]); }

// ---- for the prelude, and for the module _string ------------------------------------------------------------------

// (template, at) -> None at the end, else (literal, next at, field name or None, conversion or None, spec, nested).
Value template_next(Vm *vm, const Value *args, u32 n) {
    const Str *s = str_get(args[0]);
    u32 at = (u32)small_get(args[1]);
    Markup m;
    if (at >= s->len) return V_NONE;
    if (!parse_markup(vm, s, &at, s->len, &m)) return V_ERROR;
    Value parts[6] = {span_str(vm, s, m.literal), value_small(at), V_NONE, V_NONE, V_NONE, value_bool(m.nested)};
    if (m.field) parts[2] = span_str(vm, s, m.name), parts[4] = span_str(vm, s, m.spec);
    if (m.conversion) parts[3] = str_value(str_from_char(vm, m.conversion));
    Tuple *result = NULL;
    if (parts[0] != V_ERROR && parts[2] != V_ERROR && parts[3] != V_ERROR && parts[4] != V_ERROR)
        result = tuple_from(vm, parts, 6);
    for (u32 i = 0; i < 6; i++) decref(vm, parts[i]);
    return result ? value_object(result) : V_ERROR;
}

// (field name) -> (first part: an int or a str, where the rest begins).
Value template_first(Vm *vm, const Value *args, u32 n) {
    const Str *s = str_get(args[0]);
    Span first = first_part(s, (Span){0, s->len});
    i64 index = span_number(vm, s, first);
    Value key = index == -2 ? V_ERROR : index >= 0 ? int_from_i64(vm, index) : span_str(vm, s, first);
    if (key == V_ERROR) return V_ERROR;
    Tuple *result = tuple_pack(vm, 2, key, value_small(first.end));
    decref(vm, key);
    return result ? value_object(result) : V_ERROR;
}

// (field name, at) -> None at the end, else (is it an attribute, name or index, next at).
Value template_part(Vm *vm, const Value *args, u32 n) {
    const Str *s = str_get(args[0]);
    u32 at = (u32)small_get(args[1]);
    bool attribute;
    Span part;
    if (at >= s->len) return V_NONE;
    if (!next_part(vm, s, &at, s->len, &attribute, &part)) return V_ERROR;
    i64 index = attribute ? -1 : span_number(vm, s, part);
    Value key = index == -2 ? V_ERROR : index >= 0 ? int_from_i64(vm, index) : span_str(vm, s, part);
    if (key == V_ERROR) return V_ERROR;
    Tuple *result = tuple_pack(vm, 3, value_bool(attribute), key, value_small(at));
    decref(vm, key);
    return result ? value_object(result) : V_ERROR;
}

// Raises what an unknown conversion raises.
Value template_conversion(Vm *vm, const Value *args, u32 n) { return convert(vm, V_NONE, str_at(str_get(args[0]), 0)); }
