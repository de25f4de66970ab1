// aiter.h: the public C interface: an engine, the runs in it, and the one small contract by which a host drives it.
//
//     Aiter *engine = aiter_open(host, &options);
//     int run = aiter_start(engine, source, length, "demo.py", AITER_PROGRAM);
//     for (;;) switch (aiter_run(engine)) {
//         case AITER_MORE: …come back at once, after the host's own events…       continue;
//         case AITER_WAIT: …come back after aiter_wait_ms(engine), or earlier…     continue;
//         case AITER_HOST: …give what aiter_request(engine) asks for…              continue;
//         case AITER_IDLE: …every run has ended: aiter_ended, aiter_status…        break;
//     }
//     aiter_close(engine);
//
// Nothing blocks: a program that sleeps or reads input is suspended, and aiter_run returns. What the engine needs from
// outside otherwise is base/host.h. Text is UTF-8 with a length. Not thread-safe: one engine, one thread at a time.
#ifndef AITER_H
#define AITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Aiter Aiter;

typedef struct AiterOptions {
    size_t memory_limit; // bytes; 0: none. At the limit a program gets MemoryError
    bool virtual_time;   // the clock jumps to the next timer instead of waiting
    double slice_ms;     // aiter_run returns AITER_MORE after about so long; 0: 8 ms
    // For a module that was divided (wasm/emscripten/split.mjs): is this function there? Where it is not, the engine asks for
    // the rest (AITER_REQUEST_LIBRARY) before it calls it. NULL: everything is there.
    bool (*has_function)(uintptr_t function);
} AiterOptions;

// An engine; `host` is handed to every host_… function. NULL: not enough memory. options may be NULL.
Aiter *aiter_open(void *host, const AiterOptions *options);
// Frees everything. Runs that have not ended are dropped. Answers the bytes still allocated (0, or a leak).
size_t aiter_close(Aiter *engine);

// sys.argv for the runs that follow: count texts, each terminated. argv[0] is the script as given, "-c" or "-".
bool aiter_set_args(Aiter *engine, int count, const char *const *args);

enum AiterStartFlags {
    AITER_PROGRAM = 0, // as `python3 FILE`: module __main__ afresh; an uncaught exception is printed to standard error
    AITER_SHARED = 1,  // in the engine's shared namespace __main__, whose names stay for later runs
    AITER_RESULT = 2,  // the value of a last expression is kept (aiter_result), an uncaught exception too (aiter_error): not printed
    AITER_TOP_LEVEL_AWAIT = 4, // `await` outside functions
};
// Starts a run: a fiber of its own. Answers its number (> 0), or 0 when memory is short. A SyntaxError is a run that fails.
int aiter_start(Aiter *engine, const char *source, size_t length, const char *filename, int flags);

enum AiterState { AITER_IDLE, AITER_MORE, AITER_WAIT, AITER_HOST };
// Runs what can run, for at most about a slice.
int aiter_run(Aiter *engine);
// After AITER_WAIT: milliseconds until the engine wants to be run again (>= 0).
double aiter_wait_ms(Aiter *engine);

enum AiterRequest { AITER_REQUEST_NONE, AITER_REQUEST_LINE, AITER_REQUEST_LIBRARY };
// After AITER_HOST: what is asked for first. AITER_REQUEST_LINE: a line of standard input, to be given by aiter_input.
// AITER_REQUEST_LIBRARY: the rest of the library, to be given by aiter_library, or aiter_no_library where that fails; asked for
// only by an engine that was built without it (AITER_LIBRARY_APART).
int aiter_request(Aiter *engine);
// One line with its newline (the last one may lack it); length 0: end of input. false: memory.
bool aiter_input(Aiter *engine, const char *line, size_t length);

// The rest of the library (build/gen/library_rest.txt of the same build; copied). false: memory.
bool aiter_library(Aiter *engine, const char *text, size_t length);
// It can not be had: what waits for it raises ImportError with these words. It is asked for again when it is needed again.
void aiter_no_library(Aiter *engine, const char *why);

// KeyboardInterrupt in that run, where it is executing or waiting; also when it is in a long built-in. false: no such run.
bool aiter_interrupt(Aiter *engine, int run);

// The number of a run that has ended and was not yet asked about, or 0. Then, until aiter_forget:
int aiter_ended(Aiter *engine);
int aiter_status(Aiter *engine, int run); // exit status as python3's: 0, 1, 2, 130, sys.exit's; -1: still running
// The result, encoded (see web/decode.js and host/encode.c): *length bytes, valid until aiter_forget. NULL: none.
const uint8_t *aiter_result(Aiter *engine, int run, size_t *length);
// The uncaught exception: encoded as a tuple of type name, message, traceback text. NULL: none.
const uint8_t *aiter_error(Aiter *engine, int run, size_t *length);
void aiter_forget(Aiter *engine, int run);

// Bytes in use and the most there were.
size_t aiter_memory_used(Aiter *engine);
size_t aiter_memory_peak(Aiter *engine);

// Encoding of values, the same in both directions. One byte of kind, then (numbers little-endian):
//   'N' None   'T' True   'F' False   'i' int as f64 (exact)   'I' u32 length, decimal digits with sign   'f' f64
//   's' u32 length, UTF-8    'b' u32 length, bytes    'l' list, 't' tuple, 'S' set: u32 count, items
//   'd' u32 count, key value pairs    'o' another object: its type's name ('s'), its repr ('s')
#endif
