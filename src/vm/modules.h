// modules.h: the modules written in C, and the intrinsics of the prelude, as the machine asks for them. Declared here and
// defined in src/mod, which knows the machine; the machine does not know it.
#ifndef AITER_MODULES_H
#define AITER_MODULES_H

#include "obj/module_def.h"

const ModuleDef *module_def_find(const Str *name); // NULL: no C module of that name
Value module_load(Vm *vm, const ModuleDef *def);   // made, filled and entered in sys.modules: owned; V_ERROR
bool builtins_open(Vm *vm);                        // vm->builtins and the prelude's namespace
bool add_natives(Vm *vm, Dict *dict, const NativeDef *rows, Value module_name);

#endif
