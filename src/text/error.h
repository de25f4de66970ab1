// error.h: the one record in which a syntax error leaves these rooms: CPython's words and CPython's position.
#ifndef AITER_ERROR_H
#define AITER_ERROR_H

#include "base/base.h"

typedef enum TreeErrorKind {
    ERROR_NONE,
    ERROR_SYNTAX,
    ERROR_INDENTATION, // IndentationError
    ERROR_TAB,         // TabError
    ERROR_INCOMPLETE,  // _IncompleteInputError
    ERROR_MEMORY,      // MemoryError; message may be NULL
    ERROR_RECURSION,   // RecursionError
    ERROR_NO_GRAMMAR,  // the words need Tree.grammar, which was not there
} TreeErrorKind;

typedef struct SyntaxErrorInfo {
    u8 kind;          // TreeErrorKind
    bool late;        // found by the scope pass or the compiler: `offset` counts bytes, and CPython gives `text` only
                      // when it can read the file
    bool newline;     // the newline belongs to `text`, too (it stands behind it)
    bool no_position; // Python sees None for all four numbers
    const char *message; // UTF-8, terminated, in the arena
    i32 lineno, offset;  // from 1; offset 0 or -1: none
    i32 end_lineno, end_offset;
    const u8 *text; // the source line without its newline, or NULL
    u32 text_length;
} SyntaxErrorInfo;

#endif
