// lexer.h: source text to tokens, one at a time.
#ifndef AITER_LEXER_H
#define AITER_LEXER_H

#include "text/source.h"
#include "text/token.h"

enum { MAX_INDENTS = 100, MAX_BRACKETS = 200, MAX_FORMATS = 150, MAX_FIELDS = 3 };

typedef struct Bracket {
    u8 text; // ( [ {
    u32 line, at;
} Bracket;

// An f-string or t-string that is being read. Depths count braces: `f"{a:{b}}"` reads b at depth 2, in field 1.
typedef struct FormatString {
    u8 letter; // f or t, for the messages
    u8 quote, quote_size;
    bool raw;
    bool in_field;   // reading an expression as usual, not the text between
    bool in_spec;    // reading a format spec
    i32 depth;       // braces and brackets open in it
    i32 field_depth; // depth at which the innermost field began; -1: none
    u32 line, start; // where it begins
} FormatString;

typedef struct LexWarning {
    struct LexWarning *next;
    u32 line, column;
    char message[48];
} LexWarning;

typedef struct Lexer {
    const Source *source;
    Arena *arena;
    NameTable *names;
    SyntaxErrorInfo *error; // set when a token ERROR is handed out, but for the end of the text inside brackets
    const u8 *at, *line_start;
    u32 line;
    bool at_line_start;
    bool unterminated_at_end;                          // a string ran to the end of the text
    bool at_end;                                       // END or an ERROR for a premature end was handed out
    bool keep_indents;                                 // the text ends in the middle of its blocks: no DEDENTs there
    i32 indents, pending;                              // pending: INDENTs (+) or DEDENTs (-) to hand out
    u32 indent[MAX_INDENTS], alternative[MAX_INDENTS]; // columns with tabs of 8 and of 1
    u32 level;
    Bracket brackets[MAX_BRACKETS];
    i32 formats; // f-strings being read
    FormatString format[MAX_FORMATS];
    LexWarning *warnings, **last_warning;
} Lexer;

void lexer_open(Lexer *lexer, const Source *source, Arena *arena, NameTable *names, SyntaxErrorInfo *error);
// The next token; after END always END, after ERROR always ERROR.
void lexer_next(Lexer *lexer, Token *token);

#endif
