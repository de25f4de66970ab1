// literal.c: what literals mean: numbers, escapes in strings, and f-strings put together (PEP 701, PEP 750).
#include "tree/parser.h"

#include "base/numtext.h"
#include "base/utf8.h"

#include <stdarg.h>

static const u8 *token_text(const Parser *p, const Token *token) { return p->tree->source.text + token->start; }

// Numbers -------------------------------------------------------------------------------------------------------------

enum { MAX_INT_DIGITS = 4300 }; // sys.int_info.default_max_str_digits

static u32 digit_value(u8 c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

// The digits of an integer, behind the prefix, to a value that fits or to digit text.
static bool read_integer(Parser *p, Constant *value, const u8 *at, const u8 *end, u32 base) {
    const u8 *digits = at;
    u64 number = 0, limit = (u64)INT64_MAX;
    for (; at < end; at++) {
        if (*at == '_') continue;
        u32 digit = digit_value(*at);
        if (number > (limit - digit) / base) break;
        number = number * base + digit;
    }
    if (at == end) {
        value->kind = CONST_INT;
        value->integer = (i64)number;
        return true;
    }
    u8 *text = parser_alloc(p, (size_t)(end - digits));
    if (!text) return false;
    u32 n = 0;
    for (at = digits; at < end; at++) {
        if (*at != '_' && (n || *at != '0')) text[n++] = *at;
    }
    if (base == 10 && n > MAX_INT_DIGITS) {
        const Token *token = &p->tokens[p->at - 1];
        error_range(p, ERROR_SYNTAX, token->line, -1, token->end_line, -1,
                    "Exceeds the limit (%d digits) for integer string conversion: value has %u digits; use "
                    "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                    "literals to avoid decimal conversion limits.",
                    MAX_INT_DIGITS, n);
        return false;
    }
    value->kind = CONST_BIG;
    value->base = (u8)base;
    value->text.bytes = text;
    value->text.length = n;
    return true;
}

// NUMBER
Node *parse_number(Parser *p) {
    if (!advance(p)) return NULL;
    Node *node = node_here(p, NODE_Constant, p->at - 1);
    if (!node) return NULL;
    const Token *token = &p->tokens[p->at - 1];
    const u8 *at = token_text(p, token), *end = p->tree->source.text + token->end;
    Constant *value = &node->Constant.value;
    if (at[0] == '0' && end - at > 2 && (at[1] | 0x20) >= 'a') {
        u32 base = (at[1] | 0x20) == 'x' ? 16 : (at[1] | 0x20) == 'o' ? 8 : (at[1] | 0x20) == 'b' ? 2 : 10;
        if (base != 10) return read_integer(p, value, at + 2, end, base) ? node : NULL;
    }
    bool is_float = false;
    for (const u8 *c = at; c < end; c++) is_float |= *c == '.' || (*c | 0x20) == 'e';
    bool imaginary = (end[-1] | 0x20) == 'j';
    if (!is_float && !imaginary) return read_integer(p, value, at, end, 10) ? node : NULL;
    numtext_read((const char *)at, (size_t)(end - at), NUMTEXT_UNDERSCORES, &value->real);
    value->kind = imaginary ? CONST_IMAGINARY : CONST_FLOAT;
    return node;
}

// Escapes -------------------------------------------------------------------------------------------------------------

typedef struct Literal {
    Parser *p;
    u32 token;      // where it stands, for errors and warnings
    const u8 *text; // between the quotes
    const u8 *end;
    u8 *to; // where the result goes: never longer than the text
    bool bytes;
    bool warned; // CPython warns of the first wrong escape of a token only
} Literal;

static void warn_escape(Literal *l, const u8 *at, bool octal) {
    if (l->warned || l->p->is_error_pass) return;
    l->warned = true;
    const Token *token = &l->p->tokens[l->token];
    const Source *source = &l->p->tree->source;
    u32 line = token->line;
    while (line < source->line_count && source->lines[line] <= (u32)(at - source->text)) line++;
    u32 column = (u32)(at - source->text) - source->lines[line - 1];
    Node place = {.lineno = line, .col_offset = column, .end_lineno = line, .end_col_offset = column + 2};
    int size = octal ? 3 : 1;
    tree_warn(l->p->tree, &place,
              "\"\\%.*s\" is an invalid %sescape sequence. Such sequences will not work in the future. "
              "Did you mean \"\\\\%.*s\"? A raw string is also an option.",
              size, (const char *)at + 1, octal ? "octal " : "", size, (const char *)at + 1);
}

// Positions in CPython's message count a character past ASCII as ten: it has been written \UXXXXXXXX before.
static u32 decoder_position(const Literal *l, const u8 *at) {
    u32 position = 0;
    for (const u8 *c = l->text; c < at;) {
        if (*c < 0x80) c++, position++;
        else utf8_read(&c), position += 10;
    }
    return position;
}

static bool bad_escape(Literal *l, const u8 *start, const u8 *end, const char *why) {
    u32 from = decoder_position(l, start), to = decoder_position(l, end) - 1;
    if (l->bytes) {
        error_at_token(l->p, l->token, "(value error) invalid \\x escape at position %u", from);
    } else if (from == to) {
        error_at_token(l->p, l->token,
                       "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %u: %s", from, why);
    } else {
        error_at_token(l->p, l->token, "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: %s",
                       from, to, why);
    }
    return false;
}

static bool is_hex(u8 c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

static void put(Literal *l, u32 c) {
    if (l->bytes) *l->to++ = (u8)c;
    else l->to += utf8_encode(c, l->to);
}

// \xXX, \uXXXX, \UXXXXXXXX: at is behind the letter.
static bool read_hex(Literal *l, const u8 *start, const u8 **at, u32 digits, const char *why) {
    u32 c = 0;
    for (u32 i = 0; i < digits; i++, (*at)++) {
        if (*at >= l->end || !is_hex(**at)) return bad_escape(l, start, *at, why);
        c = c << 4 | digit_value(**at);
    }
    if (c > 0x10FFFF) return bad_escape(l, start, *at, "illegal Unicode character");
    put(l, c);
    return true;
}

// \N{name}: at is behind the N.
static bool read_named(Literal *l, const u8 *start, const u8 **at) {
    const u8 *name = *at + 1, *close = name;
    if (*at < l->end && **at == '{') {
        while (close < l->end && *close != '}') close++;
        if (close < l->end && close > name) {
            const Tree *tree = l->p->tree;
            i32 c = tree->character_by_name ? tree->character_by_name((const char *)name, (u32)(close - name)) : -1;
            *at = close + 1;
            if (c < 0)
                return bad_escape(l, start, *at, tree->character_by_name ? "unknown Unicode character name"
                                                                         : "names of characters are not known here yet: write \\u or \\U");
            put(l, (u32)c);
            return true;
        }
        return bad_escape(l, start, close < l->end ? close + 1 : l->end, "malformed \\N character escape");
    }
    return bad_escape(l, start, *at, "malformed \\N character escape");
}

// One escape; *at is the backslash.
static bool read_escape(Literal *l, const u8 **at) {
    static const char letters[] = "\\'\"abfnrtv", values[] = "\\'\"\a\b\f\n\r\t\v";
    const u8 *start = (*at)++;
    if (*at == l->end) {
        // Only in f-strings, before a brace: the backslash stands for itself.
        if (**at == '{' || **at == '}') warn_escape(l, start, false);
        *l->to++ = '\\';
        return true;
    }
    u8 c = *(*at)++;
    const char *found = c ? strchr(letters, c) : NULL;
    if (found) {
        *l->to++ = (u8)values[found - letters];
        return true;
    }
    if (c == '\n') return true;
    if (c >= '0' && c <= '7') {
        u32 value = c - '0';
        for (u32 i = 0; i < 2 && *at < l->end && **at >= '0' && **at <= '7'; i++) value = value * 8 + *(*at)++ - '0';
        if (value > 0377) warn_escape(l, start, true);
        put(l, value);
        return true;
    }
    if (c == 'x') return read_hex(l, start, at, 2, "truncated \\xXX escape");
    if (!l->bytes) {
        if (c == 'u') return read_hex(l, start, at, 4, "truncated \\uXXXX escape");
        if (c == 'U') return read_hex(l, start, at, 8, "truncated \\UXXXXXXXX escape");
        if (c == 'N') return read_named(l, start, at);
    }
    *l->to++ = '\\';
    (*at)--;
    if (c < 0x80) warn_escape(l, start, false); // and then the character as usual
    return true;
}

// Text between quotes to the text that it means. Without escapes it is a piece of the source.
static bool decode(Literal *l, bool raw, Constant *value) {
    const u8 *at = l->text;
    value->kind = l->bytes ? CONST_BYTES : CONST_STR;
    value->text.bytes = at;
    value->text.length = (u32)(l->end - at);
    const u8 *escape = raw ? NULL : memchr(at, '\\', (size_t)(l->end - at));
    if (!escape) return true;
    u8 *result = parser_alloc(l->p, (size_t)(l->end - at) + 1);
    if (!result) return false;
    l->to = result;
    while (escape) {
        memcpy(l->to, at, (size_t)(escape - at));
        l->to += escape - at;
        at = escape;
        if (!read_escape(l, &at)) return false;
        escape = memchr(at, '\\', (size_t)(l->end - at));
    }
    memcpy(l->to, at, (size_t)(l->end - at));
    l->to += l->end - at;
    value->text.bytes = result;
    value->text.length = (u32)(l->to - result);
    return true;
}

// Strings -------------------------------------------------------------------------------------------------------------

// string: STRING
static Node *parse_string(Parser *p) {
    u32 index = p->at;
    if (!advance(p)) return NULL;
    Node *node = node_here(p, NODE_Constant, index);
    if (!node) return NULL;
    const Token *token = &p->tokens[index];
    Literal l = {.p = p, .token = index};
    const u8 *at = token_text(p, token);
    bool raw = false;
    for (; *at != '"' && *at != '\''; at++) {
        u8 letter = *at | 0x20;
        if (letter == 'r') raw = true;
        else if (letter == 'b') l.bytes = true;
        else node->Constant.value.u_prefix = true;
    }
    u32 size = token->end - (u32)(at - p->tree->source.text),
        quotes = size >= 6 && at[1] == *at && at[2] == *at ? 3 : 1;
    l.text = at + quotes;
    l.end = at + size - quotes;
    if (l.bytes && utf8_ascii_run(l.text, (size_t)(l.end - l.text)) < (size_t)(l.end - l.text))
        return error_at_token(p, index, "bytes can only contain ASCII literal characters");
    return decode(&l, raw, &node->Constant.value) ? node : NULL;
}

// FSTRING_MIDDLE: nothing is pushed for empty text.
static bool push_middle(Parser *p, bool raw) {
    u32 index = p->at;
    if (!advance(p)) return false;
    const Token *token = &p->tokens[index];
    Literal l = {.p = p, .token = index, .text = token_text(p, token), .end = p->tree->source.text + token->end};
    if (l.text == l.end) return true;
    Node *node = node_here(p, NODE_Constant, index);
    if (!node || !decode(&l, raw, &node->Constant.value)) return false;
    // `{{` ended the token behind its first brace; the text goes on behind the second.
    if (l.end[-1] == l.end[0] && (l.end[0] == '{' || l.end[0] == '}')) node->end_col_offset++;
    return push(p, node);
}

// A Constant of the same text with adjacent constants joined; NULL when all are empty (or memory is short).
static Node *join_constants(Parser *p, Node **parts, u32 count) {
    size_t length = 0;
    for (u32 i = 0; i < count; i++) length += parts[i]->Constant.value.text.length;
    if (length == 0) return NULL;
    Node *node = parts[0];
    node->end_lineno = parts[count - 1]->end_lineno;
    node->end_col_offset = parts[count - 1]->end_col_offset;
    if (count == 1) return node;
    u8 *text = parser_alloc(p, length), *to = text;
    if (!text) return NULL;
    for (u32 i = 0; i < count; i++) {
        const Constant *value = &parts[i]->Constant.value;
        memcpy(to, value->text.bytes, value->text.length);
        to += value->text.length;
    }
    node->Constant.value.text.bytes = text;
    node->Constant.value.text.length = (u32)length;
    return node;
}

// Joins runs of constants among the parts on the stack, and takes them.
static bool take_parts(Parser *p, u32 mark, Seq *values) {
    u32 to = mark;
    for (u32 i = mark; i < p->stack_count;) {
        Node *part = p->stack[i];
        u32 next = i + 1;
        if (part->kind == NODE_Constant) {
            while (next < p->stack_count && p->stack[next]->kind == NODE_Constant) next++;
            part = join_constants(p, p->stack + i, next - i);
            if (p->tree->error.kind) return false;
        }
        if (part) p->stack[to++] = part;
        i = next;
    }
    p->stack_count = to;
    return take(p, mark, values);
}

// f-strings and t-strings ---------------------------------------------------------------------------------------------

typedef struct Format {
    char letter;
    bool raw;
    bool in_spec;
} Format;

// fstring_conversion: "!" NAME
static bool parse_conversion(Parser *p, const Format *format, i32 *conversion) {
    u32 mark = p->at;
    if (!advance(p) || peek(p) != TOKEN_NAME) return false;
    const Token *sign = &p->tokens[mark], *token = current(p);
    if (sign->end != token->start) {
        error_range(p, ERROR_SYNTAX, sign->line, (i32)token_column(p, sign), token->end_line,
                    (i32)(token->end - p->lines[token->end_line - 1]),
                    "%c-string: conversion type must come right after the exclamation mark", format->letter);
        return false;
    }
    const Name *name = token->name;
    if (name->length != 1 || !memchr("sra", name->text[0], 3)) {
        error_at_token(p, p->at, "%c-string: invalid conversion character '%s': expected 's', 'r', or 'a'",
                       format->letter, (const char *)name->text);
        return false;
    }
    *conversion = name->text[0];
    return advance(p);
}

static bool push_field(Parser *p, Format format);

// fstring_full_format_spec: ':' (FSTRING_MIDDLE | fstring_replacement_field)*
static Node *parse_format_spec(Parser *p, Format format) {
    u32 first = p->at, mark = p->stack_count;
    if (!advance(p)) return NULL;
    format.in_spec = true;
    for (;;) {
        u8 token = peek(p);
        if (token == TOKEN_FSTRING_MIDDLE || token == TOKEN_TSTRING_MIDDLE) {
            if (!push_middle(p, false)) return NULL;
        } else if (token == TOKEN_LBRACE) {
            if (!push_field(p, format)) return NULL;
        } else {
            break;
        }
    }
    Node *node = node_here(p, NODE_JoinedStr, first);
    return node && take_parts(p, mark, &node->JoinedStr.values) ? node : NULL;
}

// The source between { and a token, without comments; for the = form and for Interpolation.str.
static bool source_between(Parser *p, u32 open, u32 token, Constant *value) {
    const u8 *from = p->tree->source.text + p->tokens[open].end, *to = token_text(p, &p->tokens[token]);
    value->kind = CONST_STR;
    value->text.bytes = from;
    value->text.length = (u32)(to - from);
    if (!memchr(from, '#', (size_t)(to - from))) return true;
    u8 *text = parser_alloc(p, (size_t)(to - from)), quote = 0;
    if (!text) return false;
    u32 n = 0;
    while (from < to) {
        u8 c = *from++;
        if (quote ? c == quote : (c == '"' || c == '\'')) quote = quote ? 0 : c;
        if (c == '#' && !quote) {
            while (from < to && *from != '\n') from++;
            continue;
        }
        text[n++] = c;
    }
    value->text.bytes = text;
    value->text.length = n;
    return true;
}

static bool is_blank(u8 c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// fstring_replacement_field: '{' annotated_rhs ['='] [fstring_conversion] [fstring_full_format_spec] '}'
// Onto the stack: the text of the = form, then the field.
static bool push_field(Parser *p, Format format) {
    u32 first = p->at;
    if (!advance(p)) return false;
    Node *value = parse_yield_or_star_expressions(p), *spec = NULL;
    if (!value) return false;
    u32 behind = p->at; // the token behind the expression
    bool debug = peek(p) == TOKEN_EQUAL;
    i32 conversion = -1;
    if (debug) {
        if (!advance(p)) return false;
        Node *text = node_new(p, NODE_Constant, first);
        const Token *open = &p->tokens[first], *next = current(p);
        if (!text || !source_between(p, first, p->at, &text->Constant.value)) return false;
        text->lineno = open->end_line;
        text->col_offset = open->end - p->lines[open->end_line - 1];
        text->end_lineno = next->line;
        text->end_col_offset = token_column(p, next);
        if (!push(p, text)) return false;
    }
    if (peek(p) == TOKEN_EXCLAMATION && !parse_conversion(p, &format, &conversion)) return false;
    if (peek(p) == TOKEN_COLON && !(spec = parse_format_spec(p, format))) return false;
    if (!accept(p, TOKEN_RBRACE)) return false;
    if (debug && conversion < 0 && !spec) conversion = 'r';
    bool template = format.letter == 't' && !format.in_spec;
    Node *node = node_here(p, template ? NODE_Interpolation : NODE_FormattedValue, first);
    if (!node) return false;
    if (template) {
        Constant *text = &node->Interpolation.str;
        if (!source_between(p, first, behind, text)) return false;
        while (text->text.length && is_blank(text->text.bytes[text->text.length - 1])) text->text.length--;
        node->Interpolation.value = value;
        node->Interpolation.conversion = conversion;
        node->Interpolation.format_spec = spec;
    } else {
        node->FormattedValue.value = value;
        node->FormattedValue.conversion = conversion;
        node->FormattedValue.format_spec = spec;
    }
    return push(p, node);
}

// fstring: FSTRING_START (FSTRING_MIDDLE | fstring_replacement_field)* FSTRING_END        parts onto the stack
static bool push_fstring(Parser *p) {
    u8 end = peek(p) + TOKEN_FSTRING_END - TOKEN_FSTRING_START;
    Format format = {.letter = peek(p) == TOKEN_TSTRING_START ? 't' : 'f'};
    for (const u8 *c = token_text(p, current(p)); *c != '"' && *c != '\''; c++) format.raw |= (*c | 0x20) == 'r';
    if (!advance(p)) return false;
    for (;;) {
        u8 token = peek(p);
        if (token == end) return advance(p);
        if (token == TOKEN_LBRACE) {
            if (!push_field(p, format)) return false;
        } else if (token == TOKEN_FSTRING_MIDDLE || token == TOKEN_TSTRING_MIDDLE) {
            if (!push_middle(p, format.raw)) return false;
        } else {
            return false;
        }
    }
}

// strings: (fstring | string)+ | tstring+
Node *parse_strings(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    bool plain = true, template = peek(p) == TOKEN_TSTRING_START;
    u8 kind = 0;
    bool mixed = false;
    for (;;) {
        u8 token = peek(p);
        if (token == TOKEN_STRING) {
            Node *node = parse_string(p);
            if (!node) return NULL;
            u8 next = peek(p);
            // Most strings stand alone.
            if (p->stack_count == mark && next != TOKEN_STRING && next != TOKEN_FSTRING_START &&
                next != TOKEN_TSTRING_START && plain)
                return node;
            if (!push(p, node)) return NULL;
            if (!kind) kind = node->Constant.value.kind;
            mixed |= kind != node->Constant.value.kind;
        } else if (token == TOKEN_FSTRING_START || token == TOKEN_TSTRING_START) {
            plain = false;
            if (!kind) kind = CONST_STR;
            mixed |= kind != CONST_STR;
            if (!push_fstring(p)) return NULL;
        } else {
            break;
        }
        if ((peek(p) == TOKEN_TSTRING_START) != template &&
            (peek(p) == TOKEN_TSTRING_START || peek(p) == TOKEN_STRING || peek(p) == TOKEN_FSTRING_START))
            return NULL;
    }
    if (mixed) return error_at_token(p, p->at, "cannot mix bytes and nonbytes literals");
    if (plain) {
        Node *node = p->stack[mark];
        u32 count = p->stack_count - mark;
        p->stack_count = mark;
        node_end(p, node);
        join_constants(p, p->stack + mark, count);
        return p->tree->error.kind ? NULL : node_end(p, node);
    }
    Node *node = node_here(p, template ? NODE_TemplateStr : NODE_JoinedStr, first);
    return node && take_parts(p, mark, &node->JoinedStr.values) ? node : NULL;
}
