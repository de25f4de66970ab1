// The functions that web/instance.js calls: host/aiter.h with only i32 and f64 in its signatures. One instance of the
// module holds one engine, so that closing it gives its memory back.

#include "host/aiter.h"

#include <stdlib.h>

#define EXPORT(name) __attribute__((export_name(name)))
#define IMPORT(name) __attribute__((import_module("env"), import_name(name))) extern

// Memory for what JavaScript hands over: texts, argument lists. NULL: none left.
EXPORT("alloc") void *export_alloc(size_t size) { return malloc(size); }
EXPORT("free") void export_free(void *memory) { free(memory); }

IMPORT("has_function") int import_has_function(int function);
static bool has_function(uintptr_t function) { return import_has_function((int)function) != 0; }

EXPORT("open") Aiter *export_open(double memory_limit, int virtual_time, double slice_ms) {
    AiterOptions options = {.memory_limit = (size_t)memory_limit, .virtual_time = virtual_time, .slice_ms = slice_ms,
                            .has_function = has_function};
    return aiter_open(NULL, &options);
}
EXPORT("close") size_t export_close(Aiter *engine) { return aiter_close(engine); }

// `args` holds count texts one after the other, each terminated.
EXPORT("set_args") int export_set_args(Aiter *engine, int count, const char *args) {
    const char **list = malloc(((size_t)count + 1) * sizeof *list);
    if (!list) return false;
    for (int i = 0; i < count; i++) {
        list[i] = args;
        while (*args++) {}
    }
    bool done = aiter_set_args(engine, count, list);
    free(list);
    return done;
}

EXPORT("start") int export_start(Aiter *engine, const char *source, size_t length, const char *filename, int flags) {
    return aiter_start(engine, source, length, filename, flags);
}
EXPORT("run") int export_run(Aiter *engine) { return aiter_run(engine); }
EXPORT("wait_ms") double export_wait_ms(Aiter *engine) { return aiter_wait_ms(engine); }
EXPORT("request") int export_request(Aiter *engine) { return aiter_request(engine); }
EXPORT("input") int export_input(Aiter *engine, const char *line, size_t length) {
    return aiter_input(engine, line, length);
}
EXPORT("library") int export_library(Aiter *engine, const char *text, size_t length) {
    return aiter_library(engine, text, length);
}
EXPORT("no_library") void export_no_library(Aiter *engine, const char *why) { aiter_no_library(engine, why); }
EXPORT("interrupt") int export_interrupt(Aiter *engine, int run) { return aiter_interrupt(engine, run); }

EXPORT("ended") int export_ended(Aiter *engine) { return aiter_ended(engine); }
EXPORT("status") int export_status(Aiter *engine, int run) { return aiter_status(engine, run); }
// These two put the length in *length, and answer where the bytes are (0: none).
EXPORT("result") const uint8_t *export_result(Aiter *engine, int run, size_t *length) {
    return aiter_result(engine, run, length);
}
EXPORT("error") const uint8_t *export_error(Aiter *engine, int run, size_t *length) {
    return aiter_error(engine, run, length);
}
EXPORT("forget") void export_forget(Aiter *engine, int run) { aiter_forget(engine, run); }

EXPORT("memory_used") double export_memory_used(Aiter *engine) { return (double)aiter_memory_used(engine); }
EXPORT("memory_peak") double export_memory_peak(Aiter *engine) { return (double)aiter_memory_peak(engine); }
