// unit.h: the little that a unit test needs. A test is one program: checks, then `return unit_end();`.
//
//      cc -std=gnu11 -Isrc tests/unit/base_mem.c src/base/*.c -o base_mem && ./base_mem
#ifndef AITER_UNIT_H
#define AITER_UNIT_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static int unit_passed, unit_failed;

__attribute__((format(printf, 4, 5))) static inline int unit_check(int good, const char *file, int line,
                                                                   const char *format, ...) {
    if (good) return ++unit_passed;
    if (++unit_failed > 20) return 0; // the first ones say enough
    va_list args;
    va_start(args, format);
    printf("%s:%d: ", file, line);
    vprintf(format, args);
    printf("\n");
    va_end(args);
    return 0;
}

static inline int unit_end(void) {
    printf("%d passed, %d failed\n", unit_passed, unit_failed);
    return unit_failed ? 1 : 0;
}

#define CHECK(condition) unit_check(!!(condition), __FILE__, __LINE__, "%s", #condition)
#define CHECK_EQ_INT(got, want) unit_eq_int((long long)(got), (long long)(want), #got, __FILE__, __LINE__)
// Text with its length, against a C string.
#define CHECK_EQ_BYTES(got, n, want) unit_eq_bytes((const char *)(got), n, want, strlen(want), #got, __FILE__, __LINE__)
#define CHECK_EQ_TEXT(got, want) unit_eq_bytes(got, strlen(got), want, strlen(want), #got, __FILE__, __LINE__)

__attribute__((unused)) static void unit_eq_int(long long got, long long want, const char *what, const char *file,
                                                int line) {
    unit_check(got == want, file, line, "%s is %lld, expected %lld", what, got, want);
}

__attribute__((unused)) static void unit_eq_bytes(const char *got, size_t got_n, const char *want, size_t want_n,
                                                  const char *what, const char *file, int line) {
    int same = got_n == want_n && !memcmp(got, want, want_n);
    unit_check(same, file, line, "%s is '%.*s', expected '%.*s'", what, (int)got_n, got, (int)want_n, want);
}

// Numbers that repeat from run to run (xorshift64*).
__attribute__((unused)) static unsigned long long unit_random(void) {
    static unsigned long long state = 88172645463325252ull;
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 2685821657736338717ull;
}

#endif
