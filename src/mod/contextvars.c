// contextvars.c: the module contextvars. Its types are in loop/context.c, beside the event loop that enters contexts.
#include "loop/context.h"
#include "obj/module_def.h"

const ModuleDef contextvars_module = {"contextvars", contextvars_functions, contextvars_fill};
