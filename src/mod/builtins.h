// builtins.h: the tables of built-in functions and of the prelude's intrinsics.
#ifndef AITER_BUILTINS_H
#define AITER_BUILTINS_H

#include "obj/state.h"

extern const NativeDef builtin_functions[], builtin_intrinsics[];
Value builtin_sorted(Vm *vm, const Value *args, u32 n);            // list_sort.c
Value call_iter_new(Vm *vm, Value callable, Value sentinel);       // iter.c: iter(callable, sentinel)

bool quitters_add(Vm *vm, Dict *dict); // exit and quit
#endif
