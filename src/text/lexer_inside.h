// lexer_inside.h: what lexer.c and number.c share.
#ifndef AITER_LEXER_INSIDE_H
#define AITER_LEXER_INSIDE_H

#include "text/lexer.h"

enum CharacterClass { NAME_START = 1, NAME_PART = 2, DIGIT = 4, BLANK = 8 };
extern const u8 lexer_classes[256];

// Both report and return false. lexer_fail points at the character before `at`.
bool lexer_fail(Lexer *lexer, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool lexer_fail_at(Lexer *lexer, u8 kind, u32 offset, i32 end_offset, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
// "invalid decimal literal" as a warning.
void lexer_warn(Lexer *lexer, const u8 *at, const char *kind);

// at: a digit, or a dot before one. Moves behind the number; false: reported.
bool number_read(Lexer *lexer);

#endif
