// library.h: the part of the engine that is text (src/lib, and the grammar of syntax errors), found by module name.
//
// In the native and the WASI build all of it is part of the program. A module for browsers holds only what src/lib/first.txt
// names; when a program needs more, its fiber waits until the host has given the rest (aiter.h: AITER_REQUEST_LIBRARY).
#ifndef AITER_LIBRARY_H
#define AITER_LIBRARY_H

#include "vm/machine.h"

typedef struct LibSource {
    const char *name, *text; // text NULL: it lies at `offset` of the rest
    u32 length, offset;
} LibSource;

const LibSource *library_find(const char *name, size_t n);     // "asyncio.queues"; NULL: none
bool library_is_package(const char *name, size_t n);           // are there modules below it?
const char *library_text(Vm *vm, const LibSource *source);     // terminated; NULL: the rest is not there yet
bool library_has_rest(Vm *vm);
void library_ready(Vm *vm);                                    // takes from it what the engine itself needs
// Takes the rest from the host, and wakes who waits for it: with an ImportError of these words when there is none (text NULL).
// False: memory.
bool library_give(Vm *vm, const u8 *text, size_t length, const char *why_not);

// For a native that cannot answer before the rest is there, and has done nothing yet: its result is that of the same call,
// made again later. The arguments are borrowed.
Value library_retry(Vm *vm, NativeFn fn, const Value *args, u32 n);

Value prelude_function(Vm *vm, const char *python);        // "_list.sort": borrowed; V_ERROR, V_UNSET: it is in the rest
Value prelude_lookup(Vm *vm, const Value *args, u32 n);    // the native _prelude('_file.function') -> that function
// Runs a function of the engine's own, which can not suspend, to its end at once. Owned; V_ERROR.
Value machine_run_now(Vm *vm, Function *f);

#endif
