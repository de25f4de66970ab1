// str_case.c: what kind of characters a text consists of (isalpha, isupper, …), and its letters in another case. ASCII
// text goes the short way: one table look-up a character, no Unicode tables.
#include "obj/str_impl.h"

#include "base/unicode.h"

// ---- ASCII, for str and bytes -------------------------------------------------------------------------------------

INLINE bool ascii_lower(u32 c) { return c - 'a' < 26; }
INLINE bool ascii_upper(u32 c) { return c - 'A' < 26; }
INLINE bool ascii_letter(u32 c) { return (c | 0x20) - 'a' < 26; }
INLINE bool ascii_digit(u32 c) { return c - '0' < 10; }

// One byte in another case. `start`: is it the first letter of a word (CASE_TITLE) or of the text (CASE_CAPITAL)?
static u8 ascii_cased(u8 c, enum CaseKind kind, bool start) {
    if (!ascii_letter(c)) return c;
    switch (kind) {
    case CASE_UPPER: return c & ~0x20;
    case CASE_SWAP: return c ^ 0x20;
    case CASE_TITLE:
    case CASE_CAPITAL: return start ? c & ~0x20 : c | 0x20;
    default: return c | 0x20; // lower, fold
    }
}

void ascii_case(u8 *to, const u8 *from, size_t n, enum CaseKind kind) {
    bool start = true;
    for (size_t i = 0; i < n; i++) {
        to[i] = ascii_cased(from[i], kind, start);
        start = kind == CASE_TITLE && !ascii_letter(from[i]);
    }
}

// ---- any text -----------------------------------------------------------------------------------------------------

// A capital sigma becomes the final form behind a letter and not before one (characters without case in between do not
// count).
static u32 lower_sigma(const Str *s, u32 at) {
    u32 i = at, c = 0;
    while (i > 0 && unicode_is_case_ignorable(c = str_at(s, i - 1))) i--;
    bool final = i > 0 && unicode_is_cased(c);
    if (final) {
        for (i = at + 1; i < s->len && unicode_is_case_ignorable(c = str_at(s, i));) i++;
        final = i == s->len || !unicode_is_cased(c);
    }
    return final ? 0x3C2 : 0x3C3;
}

static Value wide_case(Vm *vm, const Str *s, enum CaseKind kind) {
    charge(vm, s->len);
    StrBuilder b;
    builder_open(&b, vm);
    bool start = true;
    for (u32 i = 0; i < s->len; i++) {
        u32 c = str_at(s, i), to[3];
        int n = 1;
        enum CaseKind how = kind;
        if (kind == CASE_SWAP && c >= 0x80)
            how = unicode_is_upper(c) ? CASE_LOWER : unicode_is_lower(c) ? CASE_UPPER : CASE_SWAP;
        else if (kind == CASE_TITLE || kind == CASE_CAPITAL) how = start ? CASE_TITLE : CASE_LOWER;
        to[0] = c;
        if (c < 0x80) to[0] = ascii_cased((u8)c, how, true);
        else if (how == CASE_LOWER && c == 0x3A3) to[0] = lower_sigma(s, i);
        else if (how == CASE_LOWER) n = unicode_lower(c, to);
        else if (how == CASE_UPPER) n = unicode_upper(c, to);
        else if (how == CASE_TITLE) n = unicode_title(c, to);
        else if (how == CASE_FOLD) n = unicode_fold(c, to);
        for (int k = 0; k < n; k++) builder_char(&b, to[k]);
        start = kind == CASE_TITLE && !unicode_is_cased(c);
    }
    return str_value(builder_finish(&b));
}

Value str_case(Vm *vm, Value self, enum CaseKind kind) {
    const Str *s = str_get(self);
    if (!s->ascii) return wide_case(vm, s, kind);
    if (s->len == 1) return str_value(str_from_char(vm, ascii_cased(s->data[0], kind, true)));
    if (s->len == 0) return str_value(str_empty(vm));
    charge(vm, s->len >> 2);
    Str *result = str_new(vm, s->len, 0x7F);
    if (!result) return V_ERROR;
    ascii_case(result->data, s->data, s->len, kind);
    return value_object(result);
}

// ---- is… ----------------------------------------------------------------------------------------------------------

static bool ascii_is(u32 c, enum CharKind kind) {
    switch (kind) {
    case CHARS_ALPHA: return ascii_letter(c);
    case CHARS_ALNUM: return ascii_letter(c) || ascii_digit(c);
    case CHARS_DECIMAL:
    case CHARS_DIGIT:
    case CHARS_NUMERIC: return ascii_digit(c);
    case CHARS_SPACE: return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    default: return c >= ' ' && c < 0x7F; // CHARS_PRINTABLE
    }
}

static bool wide_is(u32 c, enum CharKind kind, UnicodeRun *run) {
    switch (kind) {
    case CHARS_ALPHA: return unicode_word_in(run, c) & UNICODE_ALPHA;
    case CHARS_ALNUM:
        return (unicode_word_in(run, c) & UNICODE_ALPHA) || unicode_is_numeric(c) || unicode_digit(c) >= 0;
    case CHARS_DECIMAL: return unicode_decimal(c) >= 0;
    case CHARS_DIGIT: return unicode_digit(c) >= 0;
    case CHARS_NUMERIC: return unicode_is_numeric(c);
    case CHARS_SPACE: return unicode_word_in(run, c) & UNICODE_SPACE;
    default: return unicode_word_in(run, c) & UNICODE_PRINTABLE;
    }
}

bool units_are(Units u, enum CharKind kind, bool bytes) {
    UnicodeRun run = {0};
    for (size_t i = 0; i < u.len; i++) {
        u32 c = unit_at(u.data, i, u.width);
        if (bytes && (c >= 0x80 || (kind == CHARS_SPACE && c >= 28 && c <= 31))) return false;
        if (!(c < 0x80 ? ascii_is(c, kind) : wide_is(c, kind, &run))) return false;
    }
    return u.len > 0 || kind == CHARS_PRINTABLE;
}

// islower, isupper, istitle: at least one letter with case, and all of them as they should be.
bool units_are_cased(Units u, enum CaseKind kind, bool bytes) {
    bool any = false, inside = false; // inside a word
    for (size_t i = 0; i < u.len; i++) {
        u32 c = unit_at(u.data, i, u.width);
        bool wide = c >= 0x80 && !bytes;
        bool upper = wide ? unicode_is_upper(c) : ascii_upper(c);
        bool lower = wide ? unicode_is_lower(c) : ascii_lower(c);
        bool title = wide && unicode_is_title(c);
        if (kind == CASE_TITLE) {
            if ((upper || title) ? inside : lower && !inside) return false;
            inside = upper || title || lower;
        } else if (title || (kind == CASE_LOWER ? upper : lower)) return false;
        any |= upper || lower || title;
    }
    return any;
}

bool str_is_identifier(const Str *s) {
    for (u32 i = 0; i < s->len; i++) {
        u32 c = str_at(s, i);
        bool ok = c < 0x80 ? ascii_letter(c) || c == '_' || (i && ascii_digit(c))
                  : i      ? unicode_is_xid_continue(c)
                           : unicode_is_xid_start(c);
        if (!ok) return false;
    }
    return s->len > 0;
}
