// import.c: import statements. What is loaded already is found here; the rest of the work is src/lib/_import.py's, over two
// intrinsics: _find (a module written in C, or the code of a library module) and the table of modules.
#include "vm/machine.h"
#include "vm/library.h"
#include "vm/modules.h"
#include "obj/call.h"

Value import_insn(Vm *vm, Frame *fr, Str *name, Value globals, Value fromlist, u32 level) {
    Value hook = dict_find_str(fr->function->builtins, vm->names.__import__);
    if (hook == V_UNSET) return raise(vm, T_ImportError, "__import__ not found");
    if (hook == vm->machine->import_native && level == 0) { // the common case: loaded, and no package in the way
        Value found = dict_find_str(vm->modules, name);
        if (found != V_UNSET && found != V_NONE && (fromlist != V_NONE || str_find(name, vm->latin1['.'], 0, name->len) < 0) &&
            !(fromlist != V_NONE && value_is(found, T_MODULE) && dict_find_str(module_get(found)->dict, vm->names.__path__) != V_UNSET))
            return own(found);
        if (found == V_UNSET && fromlist == V_NONE && str_find(name, vm->latin1['.'], 0, name->len) < 0) {
            const ModuleDef *def = module_def_find(name);
            if (def) return module_load(vm, def);
        }
    }
    Value locals = fr->ns != V_UNSET ? fr->ns : V_NONE;
    Value args[5] = {value_object(name), globals, locals, fromlist, value_small(level)};
    return call(vm, hook, args, 5);
}

// _find(name) -> a module written in C, a code object with the library's source, or None
static Value i_find(Vm *vm, const Value *args, u32 n) {
    Str *name = str_get(args[0]);
    const ModuleDef *def = module_def_find(name);
    if (def) return module_load(vm, def);
    Buf text;
    buf_open(&text, &vm->mem);
    str_utf8(name, &text);
    const LibSource *source = text.len && text.data[0] != '_' ? library_find((char *)text.data, text.len) : NULL;
    Value v = V_NONE;
    const char *code_text = source ? library_text(vm, source) : NULL;
    if (source && !code_text) v = library_retry(vm, i_find, args, n);
    else if (source) {
        Str *filename = str_format(vm, "<frozen %S>", name);
        Code *code = filename ? code_compile(vm, (const u8 *)code_text, source->length, filename, CODE_FILE, 0) : NULL;
        XDECREF(vm, filename);
        if (code) machine_join(vm, code);
        v = code ? value_object(code) : V_ERROR;
    }
    buf_close(&text);
    return v;
}
static Value i_is_package(Vm *vm, const Value *args, u32 n) { // does the library have modules below this one?
    Buf text;
    buf_open(&text, &vm->mem);
    str_utf8(str_get(args[0]), &text);
    bool is = library_is_package((char *)text.data, text.len);
    buf_close(&text);
    return value_bool(is);
}
static Value i_new_module(Vm *vm, const Value *args, u32 n) {
    Module *m = module_new(vm, str_get(args[0]));
    return m ? value_object(m) : V_ERROR;
}
static Value i_modules(Vm *vm, const Value *args, u32 n) { return own(value_object(vm->modules)); }
Value prelude_lookup(Vm *vm, const Value *args, u32 n) {
    Buf text;
    buf_open(&text, &vm->mem);
    str_utf8(str_get(args[0]), &text);
    buf_put(&text, 0);
    Value f = text.failed ? raise_memory(vm) : prelude_function(vm, (char *)text.data);
    buf_close(&text);
    if (f == V_UNSET) return library_retry(vm, prelude_lookup, args, n);
    return f == V_ERROR ? f : own(f);
}
const NativeDef import_intrinsics[] = {
    {"_prelude", "(name, /)", prelude_lookup, NULL, 0},
    {"_find", "(name, /)", i_find, NULL, 0},
    {"_is_package", "(name, /)", i_is_package, NULL, 0},
    {"_new_module", "(name, /)", i_new_module, NULL, 0},
    {"_modules", "()", i_modules, NULL, 0},
    {0},
};
