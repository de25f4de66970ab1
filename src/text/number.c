// number.c: how numbers are written: where each ends, and what is wrong with those that are not numbers.
#include "text/lexer_inside.h"

static bool is_digit(u8 c) { return c >= '0' && c <= '9'; }
static bool is_digit_of(u8 c, u32 base) {
    if (base <= 10) return c >= '0' && c < '0' + base;
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

static bool is_word(const u8 *at, const char *word) {
    size_t n = strlen(word);
    return strncmp((const char *)at, word, n) == 0 && !(lexer_classes[at[n]] & NAME_PART);
}

// A number may touch a keyword that can follow it (`1if x else 2`): that is a warning. Any other letter is an error.
static bool check_end(Lexer *lexer, const char *kind) {
    const u8 *at = lexer->at;
    if (!(lexer_classes[*at] & NAME_PART)) return true;
    bool i_word = at[0] == 'i' && (at[1] == 'f' || at[1] == 'n' || at[1] == 's');
    if (i_word || is_word(at, "and") || is_word(at, "else") || is_word(at, "for") || is_word(at, "or") ||
        is_word(at, "not")) {
        lexer_warn(lexer, at, kind);
        return true;
    }
    return *at >= 0x80 || lexer_fail(lexer, "invalid %s literal", kind);
}

// digits: digit+ ('_' digit+)*
static bool read_digits(Lexer *lexer) {
    for (;;) {
        while (is_digit(*lexer->at)) lexer->at++;
        if (*lexer->at != '_') return true;
        lexer->at++;
        if (!is_digit(*lexer->at)) return lexer_fail(lexer, "invalid decimal literal");
    }
}

// behind 0x, 0o or 0b: ('_'? digit+)+
static bool read_based(Lexer *lexer, u32 base, const char *kind) {
    do {
        if (*lexer->at == '_') lexer->at++;
        if (!is_digit_of(*lexer->at, base)) break;
        while (is_digit_of(*lexer->at, base)) lexer->at++;
        if (*lexer->at != '_') {
            if (!is_digit(*lexer->at)) return check_end(lexer, kind);
            break;
        }
    } while (true);
    u8 c = *lexer->at;
    if (is_digit(c)) {
        lexer->at++;
        return lexer_fail(lexer, "invalid digit '%c' in %s literal", c, kind);
    }
    return lexer_fail(lexer, "invalid %s literal", kind);
}

// exponent: ('e' | 'E') ('+' | '-')? digits.  Without digits the `e` begins a word.
static bool read_exponent(Lexer *lexer, bool *none) {
    const u8 *e = lexer->at++;
    *none = false;
    if (*lexer->at == '+' || *lexer->at == '-') {
        lexer->at++;
        if (!is_digit(*lexer->at)) return lexer_fail(lexer, "invalid decimal literal");
    } else if (!is_digit(*lexer->at)) {
        lexer->at = e;
        *none = true;
        return check_end(lexer, "decimal");
    }
    return read_digits(lexer);
}

bool number_read(Lexer *lexer) {
    const u8 *start = lexer->at;
    u8 letter = start[1] | 0x20;
    if (*start == '0' && (letter == 'x' || letter == 'o' || letter == 'b')) {
        lexer->at += 2;
        if (letter == 'x') return read_based(lexer, 16, "hexadecimal");
        return letter == 'o' ? read_based(lexer, 8, "octal") : read_based(lexer, 2, "binary");
    }
    const u8 *zeros_end = NULL;
    if (*start == '0') {
        while (*lexer->at == '0' || (*lexer->at == '_' && is_digit(lexer->at[1]))) lexer->at++;
        if (is_digit(*lexer->at)) zeros_end = lexer->at + 1; // an error, unless a float follows
    }
    if (*start != '.' && !read_digits(lexer)) return false;
    bool is_float = *lexer->at == '.';
    if (is_float) {
        lexer->at++;
        if (is_digit(*lexer->at) && !read_digits(lexer)) return false;
    }
    if ((*lexer->at | 0x20) == 'e') {
        bool none;
        if (!read_exponent(lexer, &none)) return false;
        if (none) return true;
        is_float = true;
    }
    if ((*lexer->at | 0x20) == 'j') {
        lexer->at++;
        return check_end(lexer, "imaginary");
    }
    if (zeros_end && !is_float) {
        u32 offset = (u32)(start - lexer->line_start) + 1;
        return lexer_fail_at(lexer, ERROR_SYNTAX, offset, (i32)(zeros_end - lexer->line_start),
                             "leading zeros in decimal integer literals are not permitted; "
                             "use an 0o prefix for octal integers");
    }
    return check_end(lexer, "decimal");
}
