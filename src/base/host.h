// host.h: all that the engine asks of the outside. Each platform (wasm/ for Emscripten, WASI and the native command)
// implements these; nothing else in src/ may call the system. Waiting, input and modules are not here: for those
// the engine returns to its host and is resumed.
//
// Every function takes the `host` pointer first: what the embedder gave when it opened the engine, handed back
// untouched (it may be NULL). No function keeps a pointer that it is given, and none may call back into the engine.
#ifndef AITER_HOST_H
#define AITER_HOST_H

#include "base/base.h"

// Milliseconds since some fixed moment, with fractions; never goes back. Used for time slices, timers and
// time.monotonic(), time.perf_counter(). Cannot fail.
double host_clock_ms(void *host);

// Seconds since 1970-01-01 00:00:00 UTC, with fractions; may jump. Used for time.time(). Cannot fail.
double host_time(void *host);

// Fills n bytes that cannot be guessed (secrets, the seed of random, hash keys). False when the platform has none: the
// engine then raises NotImplementedError, or takes the clock where only variety matters. n may be 0.
bool host_random(void *host, void *bytes, size_t n);

// Writes n bytes to standard output (stream 1) or standard error (stream 2): all of them, in order. It may keep a copy
// and write later. False when the stream is closed or broken: the engine raises OSError. n may be 0; the bytes are raw
// and need not end with a whole UTF-8 character.
bool host_write(void *host, int stream, const void *bytes, size_t n);

#endif
