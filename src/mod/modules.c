// modules.c: see modules.h. A module is made when it is first imported; the built-in one when the engine starts.
#include "vm/modules.h"
#include "mod/builtins.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/function.h"
#include "obj/str.h"
#include "obj/type.h"
#include "vm/machine.h"

#define MODULE(name) extern const ModuleDef name##_module;
#define INTRINSICS(name) extern const NativeDef name##_intrinsics[];
#include "mod/modules.def"
#undef MODULE
#undef INTRINSICS

static const ModuleDef *const defs[] = {
#define MODULE(name) &name##_module,
#define INTRINSICS(name)
#include "mod/modules.def"
#undef MODULE
#undef INTRINSICS
};
static const NativeDef *const intrinsics[] = {
#define MODULE(name)
#define INTRINSICS(name) name##_intrinsics,
#include "mod/modules.def"
#undef MODULE
#undef INTRINSICS
};

const ModuleDef *module_def_find(const Str *name) {
    for (u32 i = 0; i < countof(defs); i++)
        if (str_is(name, defs[i]->name)) return defs[i];
    return NULL;
}

bool add_natives(Vm *vm, Dict *dict, const NativeDef *rows, Value module_name) {
    for (const NativeDef *def = rows; def && def->name; def++) {
        Str *name = str_intern(vm, def->name, strlen(def->name));
        Value f = name ? native_new(vm, def, NULL, module_name) : V_ERROR;
        bool ok = f != V_ERROR && dict_set_str(vm, dict, name, f);
        if (f != V_ERROR) decref(vm, f);
        XDECREF(vm, name);
        if (!ok) return false;
    }
    return true;
}

Value module_load(Vm *vm, const ModuleDef *def) {
    Str *name = str_intern(vm, def->name, strlen(def->name));
    if (!name) return V_ERROR;
    Value known = dict_find_str(vm->modules, name);
    if (known != V_UNSET) return DECREF(vm, name), own(known);
    Module *m = module_new(vm, name);
    bool ok = m && add_natives(vm, m->dict, def->functions, value_object(name)) && (!def->fill || def->fill(vm, m->dict)) &&
              dict_set_str(vm, vm->modules, name, value_object(m));
    DECREF(vm, name);
    if (ok) return value_object(m);
    XDECREF(vm, m);
    return V_ERROR;
}

// The classes that builtins shows under their names.
static const u16 shown[] = {T_OBJECT, T_TYPE, T_INT, T_BOOL, T_FLOAT, T_COMPLEX, T_STR, T_BYTES, T_BYTEARRAY, T_MEMORYVIEW, T_LIST, T_TUPLE,
                            T_DICT, T_SET, T_FROZENSET, T_RANGE, T_SLICE, T_ENUMERATE, T_REVERSED, T_ZIP, T_MAP, T_FILTER, T_PROPERTY,
                            T_STATIC_METHOD, T_CLASS_METHOD, T_SUPER};

static bool add_type(Vm *vm, Dict *dict, u16 id) {
    return dict_set_text(vm, dict, vm_type(vm, id)->spec->name, value_object(vm_type(vm, id)));
}

bool builtins_open(Vm *vm) {
    Machine *m = vm->machine;
    Str *name = vm->names.builtins;
    vm->builtins_module = module_new(vm, name);
    if (!vm->builtins_module) return false;
    Dict *dict = vm->builtins = vm->builtins_module->dict;
    INCREF(dict);
    if (!add_natives(vm, dict, builtin_functions, value_object(name))) return false;
    for (u32 i = 0; i < countof(shown); i++)
        if (!add_type(vm, dict, shown[i])) return false;
    for (u16 id = T_BaseException; id < T_COUNT; id++)
        if (!type_specs[id]->module && !add_type(vm, dict, id)) return false;
    struct { const char *name; Value value; } constants[] = {{"None", V_NONE}, {"True", V_TRUE}, {"False", V_FALSE}, {"Ellipsis", V_ELLIPSIS},
        {"NotImplemented", V_NOT_IMPLEMENTED}, {"__debug__", V_TRUE}, {"EnvironmentError", value_object(vm_type(vm, T_OSError))},
        {"IOError", value_object(vm_type(vm, T_OSError))}};
    for (u32 i = 0; i < countof(constants); i++)
        if (!dict_set_text(vm, dict, constants[i].name, constants[i].value)) return false;
    if (!quitters_add(vm, dict)) return false;
    m->import_native = own(dict_find_str(dict, vm->names.__import__));
    // The prelude sees builtins as they are now, and the intrinsics.
    if (!(m->prelude_builtins = dict_copy(vm, dict))) return false;
    for (u32 i = 0; i < countof(intrinsics); i++)
        if (!add_natives(vm, m->prelude_builtins, intrinsics[i], V_NONE)) return false;
    return dict_set_str(vm, vm->modules, name, value_object(vm->builtins_module));
}
