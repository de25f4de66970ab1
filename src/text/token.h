// token.h: what a token is. Its text lies in the source between `start` and `end`.
#ifndef AITER_TOKEN_H
#define AITER_TOKEN_H

#include "text/name.h"

typedef enum TokenKind {
#define TOKEN(kind, text) TOKEN_##kind,
#define OPERATOR(kind, text) TOKEN_##kind,
#define KEYWORD(kind, text) TOKEN_##kind,
#include "text/token.def"
    TOKEN_KINDS
} TokenKind;

enum SoftKeyword { SOFT_NONE, SOFT_CASE, SOFT_MATCH, SOFT_TYPE, SOFT_UNDERSCORE };

enum TokenFlags {
    TOKEN_NO_COLUMN = 1, // INDENT, DEDENT, END: CPython gives them no column
    TOKEN_DEBUG = 2,     // the = of f"{x=}"
};

typedef struct Token {
    u8 kind;
    u8 flags;
    u16 level; // how many brackets are open behind it
    u32 line, end_line;
    u32 start, end; // byte offsets in the source
    Name *name;     // of NAME and keywords
} Token;

extern const char *const token_texts[TOKEN_KINDS];

#endif
