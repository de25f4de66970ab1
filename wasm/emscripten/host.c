// The host functions of the module for JavaScript: imports that web/instance.js provides. Only i32 and f64 cross.

#include "base/host.h"

#define IMPORT(name) __attribute__((import_module("env"), import_name(name))) extern

IMPORT("clock_ms") double import_clock_ms(void);
IMPORT("time") double import_time(void);
IMPORT("random") int import_random(void *bytes, size_t n);
IMPORT("write") int import_write(int stream, const void *bytes, size_t n);

double host_clock_ms(void *host) { return import_clock_ms(); }
double host_time(void *host) { return import_time(); }
bool host_random(void *host, void *bytes, size_t n) { return import_random(bytes, n) != 0; }
bool host_write(void *host, int stream, const void *bytes, size_t n) { return import_write(stream, bytes, n) != 0; }
