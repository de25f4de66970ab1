// module_def.h: what a module written in C consists of: one const table of its functions, and what else fills its dict.
#ifndef AITER_MODULE_DEF_H
#define AITER_MODULE_DEF_H

#include "obj/state.h"

typedef struct ModuleDef {
    const char *name;
    const NativeDef *functions;
    bool (*fill)(Vm *vm, Dict *dict); // constants and types; may be NULL. false: an exception is pending
} ModuleDef;

#endif
