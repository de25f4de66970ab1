// asyncio.c: the module _asyncio, which the package asyncio (src/lib/asyncio) takes its foundations from. See src/loop.
#include "loop/loop.h"
#include "obj/module_def.h"

const ModuleDef asyncio_core_module = {"_asyncio", asyncio_functions, asyncio_fill};
