// source.c: decoding: byte order mark, coding cookie, line ends, and the errors of each.
#include "text/source.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdarg.h>

const char *text_format(Arena *arena, const char *format, va_list args) {
    Buf buf;
    buf_open(&buf, arena->mem);
    buf_vformat(&buf, format, args);
    const char *text = buf.failed ? NULL : arena_text_copy(arena, buf.data, buf.len);
    buf_close(&buf);
    return text;
}

const u8 *source_line(const Source *source, u32 line, u32 *length) {
    if (line == 0 || line > source->line_count) {
        *length = 0;
        return (const u8 *)"";
    }
    u32 start = source->lines[line - 1], end = source->lines[line];
    if (end > start && source->text[end - 1] == '\n') end--;
    *length = end - start;
    return source->text + start;
}

void source_vreport(const Source *source, Arena *arena, SyntaxErrorInfo *error, const char *format, va_list args) {
    error->message = text_format(arena, format, args);
    if (!error->message) {
        error->kind = ERROR_MEMORY;
    } else if (source) {
        error->text = source_line(source, (u32)error->lineno, &error->text_length);
    }
}

void source_report(const Source *source, Arena *arena, SyntaxErrorInfo *error, const char *format, ...) {
    va_list args;
    va_start(args, format);
    source_vreport(source, arena, error, format, args);
    va_end(args);
}

// Coding cookies ------------------------------------------------------------------------------------------------------

typedef struct Cookie {
    char name[32]; // normalised: lower case, _ as -
    u32 line;      // 0: there is none
} Cookie;

static bool is_name_byte(u8 c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           c == '.';
}

// Looks for  # ... coding[:=] name  in one line. Answers whether the next line may still hold one.
static bool cookie_in_line(Cookie *cookie, const u8 *at, const u8 *end) {
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\f')) at++;
    if (at == end) return true;
    if (*at != '#') return false;
    for (; at + 7 < end; at++) {
        if (memcmp(at, "coding", 6) != 0 || (at[6] != ':' && at[6] != '=')) continue;
        const u8 *name = at + 7;
        while (name < end && (*name == ' ' || *name == '\t')) name++;
        u32 n = 0;
        while (name < end && is_name_byte(*name) && n < sizeof cookie->name - 1) {
            u8 c = *name++;
            cookie->name[n++] = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        if (n == 0) continue;
        cookie->name[n] = 0;
        cookie->line = 1;
        return false;
    }
    return true;
}

static Cookie find_cookie(const u8 *bytes, const u8 *end) {
    Cookie cookie = {.line = 0};
    for (u32 line = 1; line <= 2; line++) {
        const u8 *stop = bytes;
        while (stop < end && *stop != '\n' && *stop != '\r') stop++;
        bool more = cookie_in_line(&cookie, bytes, stop);
        if (cookie.line) cookie.line = line;
        if (!more || stop == end) break;
        bytes = stop + 1 + (*stop == '\r' && stop + 1 < end && stop[1] == '\n');
    }
    return cookie;
}

static bool starts_with(const char *text, const char *prefix) {
    size_t n = strlen(prefix);
    return memcmp(text, prefix, n) == 0 && (text[n] == 0 || text[n] == '-');
}

typedef enum Encoding { UTF_8, LATIN_1, ASCII, UNKNOWN } Encoding;

static Encoding encoding_of(const char *name) {
    if (starts_with(name, "utf-8") || strcmp(name, "utf8") == 0) return UTF_8;
    if (starts_with(name, "latin-1") || starts_with(name, "iso-8859-1") || starts_with(name, "iso-latin-1") ||
        strcmp(name, "latin1") == 0 || strcmp(name, "iso8859-1") == 0)
        return LATIN_1;
    if (strcmp(name, "ascii") == 0 || strcmp(name, "us-ascii") == 0) return ASCII;
    return UNKNOWN;
}

// Decoding ------------------------------------------------------------------------------------------------------------

static bool fail(Arena *arena, SyntaxErrorInfo *error, bool no_position, const char *format, ...) {
    va_list args;
    va_start(args, format);
    error->kind = ERROR_SYNTAX;
    error->no_position = no_position;
    source_vreport(NULL, arena, error, format, args);
    va_end(args);
    return false;
}

// Copies with line ends made \n, one more \n at the end where it is missing, and Latin-1 widened. False: no memory.
static bool copy_text(Source *source, Arena *arena, const u8 *bytes, size_t length, bool latin_1) {
    u8 *text = arena_alloc(arena, length * (latin_1 ? 2 : 1) + 2);
    if (!text) return false;
    u8 *to = text;
    if (!latin_1 && !memchr(bytes, '\r', length)) {
        memcpy(text, bytes, length);
        to += length;
    } else {
        for (size_t i = 0; i < length; i++) {
            u8 c = bytes[i];
            if (c == '\r') {
                if (i + 1 < length && bytes[i + 1] == '\n') i++;
                c = '\n';
            }
            if (latin_1 && c >= 0x80) *to++ = 0xC0 | c >> 6, *to++ = 0x80 | (c & 0x3F);
            else *to++ = c;
        }
    }
    source->newline_added = to > text && to[-1] != '\n';
    if (source->newline_added) *to++ = '\n';
    *to = 0;
    source->text = text;
    source->length = (u32)(to - text);
    return true;
}

static bool index_lines(Source *source, Arena *arena) {
    const u8 *end = source->text + source->length;
    u32 count = 0;
    for (const u8 *at = source->text; at < end; count++) at = (const u8 *)memchr(at, '\n', (size_t)(end - at)) + 1;
    u32 *lines = arena_alloc(arena, (count + 1) * sizeof(u32));
    if (!lines) return false;
    const u8 *at = source->text;
    for (u32 i = 0; i < count; i++) {
        lines[i] = (u32)(at - source->text);
        at = (const u8 *)memchr(at, '\n', (size_t)(end - at)) + 1;
    }
    lines[count] = source->length;
    source->lines = lines;
    source->line_count = count;
    return true;
}

bool source_open(Source *source, Arena *arena, const u8 *bytes, size_t length, bool is_text, SyntaxErrorInfo *error) {
    memset(source, 0, sizeof *source);
    if (length == 0) bytes = (const u8 *)"";
    if (length >= 0x7FFFFFF0u / 2) {
        error->kind = ERROR_MEMORY;
        return false;
    }
    if (memchr(bytes, 0, length)) return fail(arena, error, true, "source code string cannot contain null bytes");
    Encoding encoding = UTF_8;
    Cookie cookie = {.line = 0};
    bool bom = !is_text && length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    if (bom) bytes += 3, length -= 3;
    if (!is_text) {
        cookie = find_cookie(bytes, bytes + length);
        if (cookie.line) encoding = encoding_of(cookie.name);
        if (encoding == UNKNOWN) {
            error->lineno = 0, error->offset = -1;
            return fail(arena, error, false, "unknown encoding: %s", cookie.name);
        }
    }
    if (!copy_text(source, arena, bytes, length, encoding == LATIN_1 && !bom) || !index_lines(source, arena)) {
        error->kind = ERROR_MEMORY;
        return false;
    }
    error->offset = 1, error->end_offset = 1;
    if (bom && encoding != UTF_8) {
        error->lineno = error->end_lineno = (i32)cookie.line;
        error->offset = 0;
        fail(arena, error, false, "encoding problem: %s with BOM", encoding == LATIN_1 ? "iso-8859-1" : cookie.name);
        error->text = source_line(source, cookie.line, &error->text_length);
        error->end_offset = (i32)error->text_length;
        return false;
    }
    Utf8Fault fault;
    if (encoding != LATIN_1 && !utf8_check(source->text, source->length, is_text, &fault)) {
        u32 line = 1;
        while (source->lines[line] <= fault.start) line++;
        u8 byte = source->text[fault.start];
        error->lineno = error->end_lineno = (i32)line;
        error->text = source_line(source, line, &error->text_length);
        // A faulty line cannot be shown: CPython shows replacement characters. Here: up to the fault.
        error->text_length = (u32)fault.start - source->lines[line - 1];
        if (cookie.line || bom)
            return fail(arena, error, false, "(unicode error) '%s' codec can't decode byte 0x%02x in position %u: %s",
                        encoding == ASCII ? "ascii" : "utf-8", byte, (unsigned)fault.start,
                        encoding == ASCII ? "ordinal not in range(128)" : utf8_reason_text(fault.reason));
        error->offset = error->end_offset =
            (i32)utf8_measure(source->text + source->lines[line - 1], error->text_length, NULL) + 1;
        return fail(arena, error, false,
                    "Non-UTF-8 code starting with '\\x%02x' on line %u, but no encoding declared; "
                    "see https://peps.python.org/pep-0263/ for details",
                    byte, line);
    }
    error->offset = error->end_offset = 0;
    return true;
}
