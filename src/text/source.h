// source.h: bytes of a program, in whatever encoding they declare, to UTF-8 text with \n line ends and a table of
// lines.
#ifndef AITER_SOURCE_H
#define AITER_SOURCE_H

#include "base/arena.h"
#include "text/error.h"

typedef struct Source {
    const u8 *text; // ends in \n (unless empty) and a zero byte
    u32 length;
    const u32 *lines; // byte offset of each line; one more, lines[line_count] == length
    u32 line_count;
    bool newline_added; // the last line had none
} Source;

// False: *error says why. With is_text there is no coding cookie and no byte order mark: it was a str.
bool source_open(Source *source, Arena *arena, const u8 *bytes, size_t length, bool is_text, SyntaxErrorInfo *error);
// A line, from 1, without its newline; "" where there is none.
const u8 *source_line(const Source *source, u32 line, u32 *length);

// Fills in a message, and the text of error->lineno. For all who report.
void source_report(const Source *source, Arena *arena, SyntaxErrorInfo *error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void source_vreport(const Source *source, Arena *arena, SyntaxErrorInfo *error, const char *format,
                    __builtin_va_list args);
// A terminated message in the arena; NULL: out of memory.
const char *text_format(Arena *arena, const char *format, __builtin_va_list args);

#endif
