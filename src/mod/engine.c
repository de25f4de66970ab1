// engine.c: the module _engine: by what the modules of src/lib reach the prelude, and the engine's collector and weak
// references. Programs have no business with it.
#include "obj/module_def.h"
#include "obj/bytes.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/function.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/str.h"
#include "obj/type.h"
#include "vm/machine.h"
#include "vm/library.h"

#define NATIVE(name) static Value name(Vm *vm, const Value *args, u32 n)

// How many objects were in cycles; negative: some wait for finalizers, and the next round frees them.
NATIVE(gc_collect_) {
    i64 found = gc_collect(vm);
    return value_small(vm->finalizers ? -found : found);
}
NATIVE(gc_enable) {
    vm->gc->enabled = true;
    return V_NONE;
}
NATIVE(gc_disable) {
    vm->gc->enabled = false;
    return V_NONE;
}
NATIVE(gc_isenabled) { return value_bool(vm->gc->enabled); }
NATIVE(gc_born) { return value_small(vm->gc->born); }

// Is the object known to the collector? Containers are, but for what can hold no reference.
NATIVE(gc_is_tracked) {
    if (!is_object(args[0])) return V_FALSE;
    return value_bool(shape_of(args[0])->type->spec->flags & TYPE_GC);
}
NATIVE(gc_objects) { // all containers
    List *list = list_new(vm, 0);
    if (!list) return V_ERROR;
    for (GcHead *h = vm->gc->all.next; h != &vm->gc->all; h = h->next) {
        Object *o = gc_object(h);
        if (o == (Object *)list) continue;
        if (!list_append(vm, list, value_object(o))) return DECREF(vm, list), V_ERROR;
    }
    return value_object(list);
}

NATIVE(engine_source) { // source(filename) -> the text of that file, if code of it is still there
    for (Code *code = vm->machine->codes; code; code = code->next) {
        if (!code->source || code->flags & CO_HIDDEN || !str_equal(code->filename, str_get(args[0]))) continue;
        Str *s = str_from_utf8(vm, code->source->data, code->source->len);
        return s ? value_object(s) : V_ERROR;
    }
    return V_NONE;
}
// make_function(code, globals, closure) -> a function; its built-in names are those of globals['__builtins__'], a dict
NATIVE(engine_function) {
    if (!value_is(args[0], T_CODE) || !value_has(args[1], SHAPE_DICTTYPE)) return raise_type(vm, "make_function() needs a code object and a dict");
    Code *code = code_get(args[0]);
    u32 given = value_has(args[2], SHAPE_TUPLE) ? tuple_get(args[2])->len : 0;
    if (given != code->nfrees) return raise_value(vm, "%S requires closure of length %u, not %u", code->name, code->nfrees, given);
    Value builtins = dict_find_str(dict_get(args[1]), vm->names.__builtins__);
    Function *f = function_new(vm, code, dict_get(args[1]), value_has(builtins, SHAPE_DICTTYPE) ? dict_get(builtins) : vm->builtins);
    if (!f) return V_ERROR;
    if (given) {
        f->closure = tuple_get(args[2]);
        INCREF(f->closure);
    }
    return value_object(f);
}
NATIVE(engine_cell) { // cell(content)
    Cell *cell = cell_new(vm, args[0]);
    return cell ? value_object(cell) : V_ERROR;
}
NATIVE(engine_weakrefs) { return weakref_list(vm, args[0]); }

static const NativeDef engine_functions[] = {
    {"source", "(filename, /)", engine_source, NULL, 0},
    {"make_function", "(code, globals, closure, /)", engine_function, NULL, 0},
    {"cell", "(content, /)", engine_cell, NULL, 0},
    {"weakrefs", "(object, /)", engine_weakrefs, NULL, 0},
    {"prelude", "(name, /)", prelude_lookup, NULL, 0},
    {"gc_collect", "()", gc_collect_, NULL, 0},
    {"gc_enable", "()", gc_enable, NULL, 0},
    {"gc_disable", "()", gc_disable, NULL, 0},
    {"gc_isenabled", "()", gc_isenabled, NULL, 0},
    {"gc_born", "()", gc_born, NULL, 0},
    {"gc_is_tracked", "(obj, /)", gc_is_tracked, NULL, 0},
    {"gc_objects", "()", gc_objects, NULL, 0},
    {0},
};

static const struct { const char *name; u16 id; } shown[] = {
    {"ReferenceType", T_WEAKREF}, {"MethodWrapperType", T_METHOD_WRAPPER}, {"MappingProxyType", T_MAPPING_PROXY},
    {"GetSetDescriptorType", T_GETSET}, {"MemberDescriptorType", T_MEMBER}, {"CellType", T_CELL}, {"ModuleType", T_MODULE},
    {"FrameType", T_FRAME}, {"TracebackType", T_TRACEBACK}, {"ClassMethodDescriptorType", T_NATIVE_METHOD},
};
static bool engine_fill(Vm *vm, Dict *dict) {
    for (u32 i = 0; i < countof(shown); i++)
        if (!dict_set_text(vm, dict, shown[i].name, value_object(vm_type(vm, shown[i].id)))) return false;
    return true;
}
const ModuleDef engine_module = {"_engine", engine_functions, engine_fill};
