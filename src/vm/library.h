// library.h: Python source text that is part of the engine (src/lib), found by module name.
#ifndef AITER_LIBRARY_H
#define AITER_LIBRARY_H

#include "vm/machine.h"

typedef struct LibSource { const char *name; const char *text; u32 length; } LibSource;

const LibSource *library_find(const char *name, size_t n); // "asyncio.queues"; NULL: none
bool library_is_package(const char *name, size_t n);       // are there modules below it?
Value prelude_function(Vm *vm, const char *python);        // "_list.sort": borrowed; V_ERROR
// Runs a function of the engine's own, which can not suspend, to its end at once. Owned; V_ERROR.
Value machine_run_now(Vm *vm, Function *f);

#endif
