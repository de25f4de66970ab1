// lexer.c: the tokenizer: indentation, names, operators, strings and f-strings. Numbers are in number.c.
// Every message, and the place that it points at, is CPython's.
#include "text/lexer_inside.h"

#include "base/unicode.h"
#include "base/utf8.h"

#include <stdarg.h>

// S: may start a name. N: may go on in one. D: digit, goes on too. B: blank.
enum { S = NAME_START | NAME_PART, D = NAME_PART | DIGIT, B = BLANK };
const u8 lexer_classes[256] = {
    [' '] = B,         ['\t'] = B, ['\f'] = B,        ['0' ... '9'] = D,
    ['A' ... 'Z'] = S, ['_'] = S,  ['a' ... 'z'] = S, [0x80 ... 0xFF] = S,
};

void lexer_open(Lexer *lexer, const Source *source, Arena *arena, NameTable *names, SyntaxErrorInfo *error) {
    lexer->source = source;
    lexer->arena = arena;
    lexer->names = names;
    lexer->error = error;
    lexer->at = lexer->line_start = source->text;
    lexer->line = 1;
    lexer->at_line_start = true;
    lexer->at_end = lexer->keep_indents = lexer->unterminated_at_end = false;
    lexer->indents = lexer->pending = 0;
    lexer->indent[0] = lexer->alternative[0] = 0;
    lexer->level = 0;
    lexer->formats = 0;
    lexer->warnings = NULL;
    lexer->last_warning = &lexer->warnings;
}

// Errors --------------------------------------------------------------------------------------------------------------

static u32 characters(const u8 *from, const u8 *to) { return (u32)utf8_measure(from, (size_t)(to - from), NULL); }

static bool report(Lexer *lexer, u8 kind, u32 offset, i32 end_offset, const char *format, va_list args) {
    SyntaxErrorInfo *error = lexer->error;
    error->kind = kind;
    error->lineno = error->end_lineno = (i32)lexer->line;
    error->offset = (i32)offset;
    error->end_offset = end_offset;
    source_vreport(lexer->source, lexer->arena, error, format, args);
    return false;
}

bool lexer_fail(Lexer *lexer, const char *format, ...) {
    va_list args;
    va_start(args, format);
    u32 offset = characters(lexer->line_start, lexer->at);
    report(lexer, ERROR_SYNTAX, offset, (i32)offset, format, args);
    va_end(args);
    return false;
}

bool lexer_fail_at(Lexer *lexer, u8 kind, u32 offset, i32 end_offset, const char *format, ...) {
    va_list args;
    va_start(args, format);
    report(lexer, kind, offset, end_offset, format, args);
    va_end(args);
    return false;
}

void lexer_warn(Lexer *lexer, const u8 *at, const char *kind) {
    LexWarning *warning = arena_alloc(lexer->arena, sizeof *warning);
    if (!warning) return; // a warning less: memory is short anyway, the next allocation will tell
    static const char head[] = "invalid ", tail[] = " literal";
    size_t n = strlen(kind);
    memcpy(warning->message, head, 8);
    memcpy(warning->message + 8, kind, n);
    memcpy(warning->message + 8 + n, tail, sizeof tail);
    warning->line = lexer->line;
    warning->column = (u32)(at - lexer->line_start);
    *lexer->last_warning = warning;
    lexer->last_warning = &warning->next;
}

static bool inconsistent_tabs(Lexer *lexer) {
    return lexer_fail_at(lexer, ERROR_TAB, 1, 0, "inconsistent use of tabs and spaces in indentation");
}

// The text ends where it may not.
static bool unexpected_end(Lexer *lexer) {
    lexer->at = lexer->source->text + lexer->source->length;
    return lexer_fail_at(lexer, ERROR_SYNTAX, characters(lexer->line_start, lexer->at), -1,
                         "unexpected EOF while parsing");
}

// Tokens --------------------------------------------------------------------------------------------------------------

INLINE bool make(Lexer *lexer, Token *token, u8 kind, u32 line, const u8 *start) {
    token->kind = kind;
    token->flags = 0;
    token->level = (u16)lexer->level;
    token->line = line;
    token->start = (u32)(start - lexer->source->text);
    token->end_line = lexer->line;
    token->end = (u32)(lexer->at - lexer->source->text);
    token->name = NULL;
    return true;
}

static bool make_bare(Lexer *lexer, Token *token, u8 kind) {
    make(lexer, token, kind, lexer->line, lexer->at);
    token->flags = TOKEN_NO_COLUMN;
    return true;
}

// Behind a newline: the next line begins.
INLINE void next_line(Lexer *lexer) {
    lexer->line++;
    lexer->line_start = lexer->at;
}

// at: behind a backslash that joins two lines. Moves to the second line.
static bool continue_line(Lexer *lexer) {
    if (*lexer->at != '\n') {
        if (*lexer->at) lexer->at++;
        // CPython counts this column from the start of the text, then cuts it to the line.
        u32 length, offset = (u32)(lexer->at - lexer->source->text);
        source_line(lexer->source, lexer->line, &length);
        return lexer_fail_at(lexer, ERROR_SYNTAX, offset < length + 2 ? offset : length + 2, 0,
                             "unexpected character after line continuation character");
    }
    lexer->at++;
    if (*lexer->at == 0) return unexpected_end(lexer);
    next_line(lexer);
    return true;
}

// The white space at the start of a line: counts it, and sets `pending`. A blank line (nothing but a comment) counts
// for nothing, and *blank is set.
static bool measure_indent(Lexer *lexer, bool *blank) {
    u32 column = 0, alternative = 0, joined = 0;
    for (;; lexer->at++) {
        u8 c = *lexer->at;
        if (c == ' ') column++, alternative++;
        else if (c == '\t') column = (column / 8 + 1) * 8, alternative++;
        else if (c == '\f') column = alternative = 0;
        else if (c == '\\') {
            // The white space before the first backslash is what counts.
            if (!joined) joined = column;
            lexer->at++;
            if (!continue_line(lexer)) return false;
            lexer->at--;
        } else break;
    }
    u8 c = *lexer->at;
    *blank = c == '#' || c == '\n' || (c == 0 && lexer->keep_indents);
    if (*blank || lexer->level > 0) return true;
    if (joined) column = alternative = joined;
    i32 *top = &lexer->indents;
    if (column == lexer->indent[*top]) {
        if (alternative != lexer->alternative[*top]) return inconsistent_tabs(lexer);
    } else if (column > lexer->indent[*top]) {
        if (*top + 1 >= MAX_INDENTS)
            return lexer_fail_at(lexer, ERROR_INDENTATION, 1, 0, "too many levels of indentation");
        if (alternative <= lexer->alternative[*top]) return inconsistent_tabs(lexer);
        lexer->pending++;
        (*top)++;
        lexer->indent[*top] = column;
        lexer->alternative[*top] = alternative;
    } else {
        while (*top > 0 && column < lexer->indent[*top]) lexer->pending--, (*top)--;
        if (column != lexer->indent[*top]) {
            u32 length;
            const u8 *text = source_line(lexer->source, lexer->line, &length);
            return lexer_fail_at(lexer, ERROR_INDENTATION, characters(text, text + length) + 1, -1,
                                 "unindent does not match any outer indentation level");
        }
        if (alternative != lexer->alternative[*top]) return inconsistent_tabs(lexer);
    }
    return true;
}

// Names ---------------------------------------------------------------------------------------------------------------

// start..at holds bytes past ASCII: are all its characters allowed in a name?
static bool check_name(Lexer *lexer, const u8 *start) {
    for (const u8 *at = start; at < lexer->at;) {
        bool first = at == start;
        u32 c = utf8_read(&at);
        bool allowed = first ? unicode_is_xid_start(c) : unicode_is_xid_continue(c);
        if (allowed && !unicode_is_changed_by_nfkc(c)) continue;
        lexer->at = at;
        u8 text[5] = {0};
        utf8_encode(c, text);
        // CPython would take another character for it (PEP 3131); taking it as it is would make another name, silently.
        if (allowed)
            return lexer_fail(lexer, "names are not NFKC-normalised here yet: write the plain character for '%s' (U+%04X)", (char *)text, c);
        return unicode_is_printable(c) ? lexer_fail(lexer, "invalid character '%s' (U+%04X)", (char *)text, c)
                                       : lexer_fail(lexer, "invalid non-printable character U+%04X", c);
    }
    return true;
}

static bool read_name(Lexer *lexer, Token *token, const u8 *start) {
    const u8 *at = start;
    u8 all = 0;
    while (lexer_classes[*at] & NAME_PART) all |= *at++;
    lexer->at = at;
    if (unlikely(all & 0x80) && !check_name(lexer, start)) return false;
    make(lexer, token, TOKEN_NAME, lexer->line, start);
    token->name = names_intern(lexer->names, start, (u32)(at - start));
    if (!token->name) return lexer->error->kind = ERROR_MEMORY, false;
    token->kind = token->name->token;
    return true;
}

// Strings -------------------------------------------------------------------------------------------------------------

enum { SAW_B = 1, SAW_R = 2, SAW_U = 4, SAW_F = 8, SAW_T = 16 };

// start..at is a prefix, *at a quote: may its letters stand together?
static bool check_prefix(Lexer *lexer, const u8 *start, u32 saw) {
    static const struct {
        u8 pair;
        char a, b;
    } wrong[] = {
        {SAW_U | SAW_B, 'u', 'b'}, {SAW_U | SAW_R, 'u', 'r'}, {SAW_U | SAW_F, 'u', 'f'}, {SAW_U | SAW_T, 'u', 't'},
        {SAW_B | SAW_F, 'b', 'f'}, {SAW_B | SAW_T, 'b', 't'}, {SAW_F | SAW_T, 'f', 't'},
    };
    for (u32 i = 0; i < countof(wrong); i++) {
        if ((saw & wrong[i].pair) != wrong[i].pair) continue;
        u32 offset = characters(lexer->line_start, start) + 1;
        return lexer_fail_at(lexer, ERROR_SYNTAX, offset, (i32)(offset + (u32)(lexer->at - start)),
                             "'%c' and '%c' prefixes are incompatible", wrong[i].a, wrong[i].b);
    }
    return true;
}

// *at is a quote. Moves behind the opening quotes; 1 or 3, or 0 for an empty string already read.
static u32 opening_quotes(Lexer *lexer, bool *empty) {
    u8 quote = *lexer->at;
    *empty = false;
    if (lexer->at[1] != quote) return lexer->at += 1, 1;
    if (lexer->at[2] == quote) return lexer->at += 3, 3;
    *empty = true;
    return lexer->at += 2, 1;
}

// The text ended in a string that began at `start`: report it there.
static bool unterminated(Lexer *lexer, u32 line, const u8 *start, bool triple, const char *prefix, bool escaped) {
    u32 detected = lexer->line;
    lexer->unterminated_at_end = *lexer->at == 0;
    lexer->line = line;
    lexer->line_start = lexer->source->text + lexer->source->lines[line - 1];
    lexer->at = start + 1;
    if (triple)
        return lexer_fail(lexer, "unterminated triple-quoted %sstring literal (detected at line %u)", prefix, detected);
    return lexer_fail(lexer, "unterminated %sstring literal (detected at line %u)%s", prefix, detected,
                      escaped ? "; perhaps you escaped the end quote?" : "");
}

// at: the opening quote.
static bool read_string(Lexer *lexer, Token *token, const u8 *start) {
    u32 line = lexer->line;
    bool empty, escaped_quote = false;
    u8 quote = *lexer->at;
    u32 size = opening_quotes(lexer, &empty);
    const u8 *at = lexer->at;
    for (u32 closing = empty ? size : 0; closing < size;) {
        u8 c = *at;
        if (c == 0 || (c == '\n' && size == 1)) {
            // Lines are counted as CPython reads them: the last one has been read, none is behind it.
            if (c == 0 && lexer->line > lexer->source->line_count) lexer->line = lexer->source->line_count;
            lexer->at = at;
            if (lexer->formats > 0) {
                FormatString *format = &lexer->format[lexer->formats - 1];
                if (format->quote == quote && format->quote_size == size) {
                    lexer->line = line;
                    lexer->line_start = lexer->source->text + lexer->source->lines[line - 1];
                    lexer->at = start + 1;
                    return lexer_fail(lexer, "%c-string: expecting '}'", format->letter);
                }
            }
            return unterminated(lexer, line, start, size == 3, "", escaped_quote);
        }
        at++;
        if (c == quote) {
            closing++;
            continue;
        }
        closing = 0;
        if (c == '\\') {
            c = *at;
            if (c == 0) continue;
            if (c == quote) escaped_quote = true;
            at++;
        }
        if (c == '\n') {
            lexer->at = at;
            next_line(lexer);
        }
    }
    lexer->at = at;
    return make(lexer, token, TOKEN_STRING, line, start);
}

// f-strings and t-strings ---------------------------------------------------------------------------------------------

INLINE FormatString *inside(Lexer *lexer) { return &lexer->format[lexer->formats - 1]; }

// at: the opening quote. FSTRING_START is the prefix and the quotes.
static bool start_format(Lexer *lexer, Token *token, const u8 *start, u32 saw) {
    bool empty;
    u8 quote = *lexer->at;
    u32 size = opening_quotes(lexer, &empty);
    if (empty) lexer->at--;
    if (lexer->formats + 1 >= MAX_FORMATS) return lexer_fail(lexer, "too many nested f-strings or t-strings");
    FormatString *format = &lexer->format[lexer->formats++];
    memset(format, 0, sizeof *format);
    format->letter = saw & SAW_T ? 't' : 'f';
    format->quote = quote;
    format->quote_size = (u8)size;
    format->raw = saw & SAW_R;
    format->field_depth = -1;
    format->line = lexer->line;
    format->start = (u32)(start - lexer->source->text);
    return make(lexer, token, saw & SAW_T ? TOKEN_TSTRING_START : TOKEN_FSTRING_START, lexer->line, start);
}

// One more field begins at the { that follows.
static bool enter_field(Lexer *lexer, FormatString *format) {
    if (format->field_depth + 1 >= MAX_FIELDS) {
        return lexer_fail(lexer, "%c-string: expressions nested too deeply", format->letter);
    }
    format->field_depth++;
    format->in_field = true;
    return true;
}

static bool closing_quotes(const u8 *at, const FormatString *format) {
    return at[0] == format->quote && (format->quote_size == 1 || (at[1] == format->quote && at[2] == format->quote));
}

static bool read_normal(Lexer *lexer, Token *token);

// Between the fields of an f-string: its end, a field, or text (FSTRING_MIDDLE) up to one of them. `{{` ends the text
// behind its first brace, so that the parts put together have single braces.
static bool read_format(Lexer *lexer, Token *token) {
    FormatString *format = inside(lexer);
    u8 shift = format->letter == 't' ? TOKEN_TSTRING_START - TOKEN_FSTRING_START : 0;
    const u8 *start = lexer->at, *at = start;
    u32 line = lexer->line;
    if (*at == '{' && at[1] != '{') {
        if (!enter_field(lexer, format)) return false;
        return read_normal(lexer, token);
    }
    if (closing_quotes(at, format)) {
        lexer->at += format->quote_size;
        lexer->formats--;
        return make(lexer, token, TOKEN_FSTRING_END + shift, line, start);
    }
    for (;;) {
        u8 c = *at;
        bool in_spec = format->in_spec && format->field_depth >= 0;
        if (c == 0 || (c == '\n' && format->quote_size == 1)) {
            lexer->at = at;
            if (in_spec && c == '\n') {
                lexer->at++;
                return lexer_fail(
                    lexer, "%c-string: newlines are not allowed in format specifiers for single quoted %c-strings",
                    format->letter, format->letter);
            }
            if (c == 0 && lexer->line > lexer->source->line_count) lexer->line = lexer->source->line_count;
            char prefix[] = {(char)format->letter, '-', 0};
            return unterminated(lexer, format->line, lexer->source->text + format->start, format->quote_size == 3,
                                prefix, false);
        }
        if (c == format->quote && closing_quotes(at, format)) {
            lexer->at = at;
            break;
        }
        at++;
        if (c == '\n') {
            lexer->at = at;
            next_line(lexer);
        } else if (c == '{') {
            if (*at == '{' && !in_spec) {
                lexer->at = at;
                make(lexer, token, TOKEN_FSTRING_MIDDLE + shift, line, start);
                lexer->at = at + 1;
                return true;
            }
            lexer->at = at - 1;
            if (!enter_field(lexer, format)) return false;
            break;
        } else if (c == '}') {
            if (*at == '}' && !in_spec && format->depth == 0) {
                lexer->at = at;
                make(lexer, token, TOKEN_FSTRING_MIDDLE + shift, line, start);
                lexer->at = at + 1;
                return true;
            }
            lexer->at = at - 1;
            format->in_field = true;
            if (at - 1 == start) return read_normal(lexer, token);
            break;
        } else if (c == '\\' && *at && *at != '{' && *at != '}') {
            if (*at == 'N' && at[1] == '{' && !format->raw) {
                // A named character: its braces are no field.
                const u8 *end = at + 2;
                while (*end && *end != '}' && *end != '\n' && *end != '{' && *end != format->quote) end++;
                at = *end == '}' ? end + 1 : at + 2;
            } else {
                if (*at == '\n') {
                    lexer->at = at + 1;
                    next_line(lexer);
                }
                at++;
            }
        }
    }
    return make(lexer, token, TOKEN_FSTRING_MIDDLE + shift, line, start);
}

// Operators -----------------------------------------------------------------------------------------------------------

// The longest operator at `at`: its kind, and its size in *size.
static u8 operator_at(const u8 *at, u32 *size) {
    u8 c = at[0], d = at[1];
    *size = 2;
    switch (c) {
    case '*':
        if (d == '*') return at[2] == '=' ? *size = 3, TOKEN_DOUBLESTAREQUAL : TOKEN_DOUBLESTAR;
        if (d == '=') return TOKEN_STAREQUAL;
        return *size = 1, TOKEN_STAR;
    case '/':
        if (d == '/') return at[2] == '=' ? *size = 3, TOKEN_DOUBLESLASHEQUAL : TOKEN_DOUBLESLASH;
        if (d == '=') return TOKEN_SLASHEQUAL;
        return *size = 1, TOKEN_SLASH;
    case '<':
        if (d == '<') return at[2] == '=' ? *size = 3, TOKEN_LEFTSHIFTEQUAL : TOKEN_LEFTSHIFT;
        if (d == '=') return TOKEN_LESSEQUAL;
        if (d == '>') return TOKEN_NOTEQUAL;
        return *size = 1, TOKEN_LESS;
    case '>':
        if (d == '>') return at[2] == '=' ? *size = 3, TOKEN_RIGHTSHIFTEQUAL : TOKEN_RIGHTSHIFT;
        if (d == '=') return TOKEN_GREATEREQUAL;
        return *size = 1, TOKEN_GREATER;
    case '-':
        if (d == '>') return TOKEN_RARROW;
        return d == '=' ? TOKEN_MINEQUAL : (*size = 1, TOKEN_MINUS);
    case '.':
        if (d == '.' && at[2] == '.') return *size = 3, TOKEN_ELLIPSIS;
        return *size = 1, TOKEN_DOT;
    case '=': return d == '=' ? TOKEN_EQEQUAL : (*size = 1, TOKEN_EQUAL);
    case '!': return d == '=' ? TOKEN_NOTEQUAL : (*size = 1, TOKEN_EXCLAMATION);
    case ':': return d == '=' ? TOKEN_COLONEQUAL : (*size = 1, TOKEN_COLON);
    case '+': return d == '=' ? TOKEN_PLUSEQUAL : (*size = 1, TOKEN_PLUS);
    case '%': return d == '=' ? TOKEN_PERCENTEQUAL : (*size = 1, TOKEN_PERCENT);
    case '&': return d == '=' ? TOKEN_AMPEREQUAL : (*size = 1, TOKEN_AMPER);
    case '|': return d == '=' ? TOKEN_VBAREQUAL : (*size = 1, TOKEN_VBAR);
    case '^': return d == '=' ? TOKEN_CIRCUMFLEXEQUAL : (*size = 1, TOKEN_CIRCUMFLEX);
    case '@': return d == '=' ? TOKEN_ATEQUAL : (*size = 1, TOKEN_AT);
    case '(': return *size = 1, TOKEN_LPAR;
    case ')': return *size = 1, TOKEN_RPAR;
    case '[': return *size = 1, TOKEN_LSQB;
    case ']': return *size = 1, TOKEN_RSQB;
    case '{': return *size = 1, TOKEN_LBRACE;
    case '}': return *size = 1, TOKEN_RBRACE;
    case ',': return *size = 1, TOKEN_COMMA;
    case ';': return *size = 1, TOKEN_SEMI;
    case '~': return *size = 1, TOKEN_TILDE;
    case '$':
    case '?':
    case '`': return *size = 1, TOKEN_STRAY;
    }
    return *size = 1, TOKEN_ERROR;
}

static bool open_bracket(Lexer *lexer) {
    if (lexer->level >= MAX_BRACKETS) return lexer_fail(lexer, "too many nested parentheses");
    Bracket *bracket = &lexer->brackets[lexer->level++];
    bracket->text = lexer->at[-1];
    bracket->line = lexer->line;
    bracket->at = (u32)(lexer->at - 1 - lexer->source->text);
    if (lexer->formats > 0) inside(lexer)->depth++;
    return true;
}

static bool close_bracket(Lexer *lexer) {
    u8 c = lexer->at[-1];
    FormatString *format = lexer->formats > 0 ? inside(lexer) : NULL;
    if (format && format->depth == 0 && c == '}')
        return lexer_fail(lexer, "%c-string: single '}' is not allowed", format->letter);
    if (lexer->level == 0) return lexer_fail(lexer, "unmatched '%c'", c);
    Bracket *bracket = &lexer->brackets[--lexer->level];
    u8 wanted = bracket->text == '(' ? ')' : bracket->text == '[' ? ']' : '}';
    if (c != wanted) {
        if (format && bracket->text == '{' && format->depth - 1 == format->field_depth)
            return lexer_fail(lexer, "%c-string: unmatched '%c'", format->letter, c);
        if (bracket->line != lexer->line)
            return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u", c,
                              bracket->text, bracket->line);
        return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, bracket->text);
    }
    if (format) {
        if (--format->depth < 0) return lexer_fail(lexer, "%c-string: unmatched '%c'", format->letter, c);
        if (c == '}' && format->depth == format->field_depth) {
            format->field_depth--;
            format->in_field = false;
            format->in_spec = false;
        }
    }
    return true;
}

static bool read_operator(Lexer *lexer, Token *token, const u8 *start) {
    u8 c = *start;
    u32 size = 1;
    u8 kind;
    FormatString *format = lexer->formats > 0 ? inside(lexer) : NULL;
    if (format && c == ':' && format->depth - 1 == format->field_depth) {
        // The colon before a format spec, whatever follows it.
        kind = TOKEN_COLON;
        format->in_field = false;
        format->in_spec = true;
    } else {
        kind = operator_at(start, &size);
    }
    lexer->at = start + size;
    switch (kind) {
    case TOKEN_ERROR: return lexer_fail(lexer, "invalid non-printable character U+%04X", c);
    case TOKEN_LPAR:
    case TOKEN_LSQB:
    case TOKEN_LBRACE:
        if (!open_bracket(lexer)) return false;
        break;
    case TOKEN_RPAR:
    case TOKEN_RSQB:
    case TOKEN_RBRACE:
        if (!close_bracket(lexer)) return false;
        break;
    }
    return make(lexer, token, kind, lexer->line, start);
}

// The main loop -------------------------------------------------------------------------------------------------------

static bool read_end(Lexer *lexer, Token *token) {
    lexer->at_end = true;
    if (lexer->line > lexer->source->line_count) {
        // CPython counts the lines that it has read: the end of the text belongs to the last one.
        lexer->line = lexer->source->line_count;
        if (lexer->line) lexer->line_start = lexer->source->text + lexer->source->lines[lexer->line - 1];
    }
    if (lexer->level > 0) return false;
    return make_bare(lexer, token, TOKEN_END);
}

// NEWLINE covers the comment before it.
static bool read_newline(Lexer *lexer, Token *token, const u8 *start) {
    lexer->at++;
    make(lexer, token, TOKEN_NEWLINE, lexer->line, start);
    lexer->at_line_start = true;
    next_line(lexer);
    return true;
}

// A name or a string with a prefix.
static bool read_word(Lexer *lexer, Token *token, const u8 *start) {
    u32 saw = 0;
    for (const u8 *at = start;; at++) {
        u32 letter;
        switch (*at | 0x20) {
        case 'b': letter = SAW_B; break;
        case 'r': letter = SAW_R; break;
        case 'u': letter = SAW_U; break;
        case 'f': letter = SAW_F; break;
        case 't': letter = SAW_T; break;
        default: letter = 0;
        }
        if (letter == 0 || (saw & letter)) {
            if (at == start || (*at != '"' && *at != '\'')) break;
            lexer->at = at;
            if (!check_prefix(lexer, start, saw)) return false;
            return saw & (SAW_F | SAW_T) ? start_format(lexer, token, start, saw) : read_string(lexer, token, start);
        }
        saw |= letter;
    }
    return read_name(lexer, token, start);
}

static bool read_normal(Lexer *lexer, Token *token) {
    for (;;) {
        bool blank = false;
        if (lexer->at_line_start) {
            lexer->at_line_start = false;
            if (!measure_indent(lexer, &blank)) return false;
        }
        if (unlikely(lexer->pending != 0)) {
            bool indent = lexer->pending > 0;
            if (*lexer->at == 0 && lexer->line > lexer->source->line_count) {
                const u8 *line_start = lexer->line_start;
                lexer->line--; // the end of the text belongs to the last line
                make_bare(lexer, token, TOKEN_DEDENT);
                lexer->line++;
                lexer->line_start = line_start;
            } else {
                make_bare(lexer, token, indent ? TOKEN_INDENT : TOKEN_DEDENT);
            }
            lexer->pending += indent ? -1 : 1;
            return true;
        }
    again:;
        const u8 *start = lexer->at;
        while (lexer_classes[*start] & BLANK) start++;
        u8 c = *start, class = lexer_classes[c];
        if (class & NAME_START) return read_word(lexer, token, start);
        if (class & DIGIT || (c == '.' && lexer_classes[start[1]] & DIGIT)) {
            lexer->at = start;
            return number_read(lexer) && make(lexer, token, TOKEN_NUMBER, lexer->line, start);
        }
        switch (c) {
        case '#':
            lexer->at = memchr(start, '\n', (size_t)(lexer->source->text + lexer->source->length - start));
            // fall through
        case '\n':
            if (c == '\n') lexer->at = start;
            if (!blank && lexer->level == 0) return read_newline(lexer, token, start);
            lexer->at++;
            lexer->at_line_start = true;
            next_line(lexer);
            continue;
        case 0: lexer->at = start; return read_end(lexer, token);
        case '"':
        case '\'': lexer->at = start; return read_string(lexer, token, start);
        case '\\':
            lexer->at = start + 1;
            if (!continue_line(lexer)) return false;
            goto again;
        }
        return read_operator(lexer, token, start);
    }
}

void lexer_next(Lexer *lexer, Token *token) {
    bool done = lexer->formats > 0 && !inside(lexer)->in_field ? read_format(lexer, token) : read_normal(lexer, token);
    if (unlikely(!done)) make_bare(lexer, token, TOKEN_ERROR);
}
