// prelude.c: library code in Python that is part of the engine: found by name (library.h),
// compiled when first needed. Prelude files (_name.py) serve natives; the others are modules to be imported.
#include "vm/machine.h"
#include "vm/library.h"
#include "obj/call.h"
#include "obj/module_def.h"

void machine_join(Vm *vm, Code *code) {
    if (code->link) return;
    code->next = vm->machine->codes;
    code->link = &vm->machine->codes;
    if (code->next) code->next->link = &code->next;
    vm->machine->codes = code;
}

// A prelude file, executed: its namespace (borrowed). NULL: exception, or none when its text is not there yet. Its top level only defines functions, so that running it
// here, on the C stack, is bounded.
static Dict *prelude_module(Vm *vm, const char *name, size_t n) {
    Machine *m = vm->machine;
    Str *key = str_intern(vm, name, n);
    if (!key) return NULL;
    Value known = dict_find_str(m->prelude, key);
    if (known != V_UNSET) return DECREF(vm, key), dict_get(known);
    const LibSource *source = library_find(name, n);
    Dict *globals = NULL;
    Str *filename = NULL;
    Code *code = NULL;
    Function *f = NULL;
    if (!source) {
        raise(vm, T_SystemError, "no prelude file '%S'", key);
        goto failed;
    }
    const char *text = library_text(vm, source);
    if (!text) goto failed;
    filename = str_format(vm, "<frozen %S>", key);
    globals = filename ? dict_new(vm, 8) : NULL;
    if (!globals || !dict_set_str(vm, globals, vm->names.__name__, value_object(key))) goto failed;
    code = code_compile(vm, (const u8 *)text, source->length, filename, CODE_FILE, CO_HIDDEN);
    if (!code) goto failed;
    machine_join(vm, code);
    f = function_new(vm, code, globals, m->prelude_builtins);
    if (!f || !dict_set_str(vm, m->prelude, key, value_object(globals))) goto failed;
    // Runs in a fiber of its own, to its end at once.
    Value result = machine_run_now(vm, f);
    if (result == V_ERROR) goto failed;
    decref(vm, result);
    DECREF(vm, f);
    DECREF(vm, code);
    DECREF(vm, filename);
    DECREF(vm, key);
    DECREF(vm, globals);
    return globals; // the table owns it
failed:
    XDECREF(vm, f);
    XDECREF(vm, code);
    XDECREF(vm, filename);
    XDECREF(vm, globals);
    DECREF(vm, key);
    return NULL;
}

Value prelude_function(Vm *vm, const char *python) {
    const char *dot = strrchr(python, '.');
    Dict *module = prelude_module(vm, python, (size_t)(dot - python));
    if (!module) return vm->exc == V_UNSET ? V_UNSET : V_ERROR;
    Str *name = str_intern(vm, dot + 1, strlen(dot + 1));
    if (!name) return V_ERROR;
    Value f = dict_find_str(module, name);
    DECREF(vm, name);
    return f == V_UNSET ? raise(vm, T_SystemError, "no prelude function '%s'", python) : f;
}

// The last argument is the function's name, as a number.
static Value call_named(Vm *vm, const Value *args, u32 n) {
    return prelude_call(vm, (const char *)(uintptr_t)small_get(args[n - 1]), args, n - 1);
}

// Its file is in the rest of the library: the call is made when that is there.
static NOINLINE Value call_later(Vm *vm, const char *python, const Value *args, u32 n) {
    Value all[17];
    if (n > 16) return raise(vm, T_SystemError, "prelude function '%s' has too many parameters", python);
    for (u32 i = 0; i < n; i++) all[i] = args[i];
    all[n] = value_small((i64)(uintptr_t)python);
    return library_retry(vm, call_named, all, n + 1);
}

Value prelude_call(Vm *vm, const char *python, const Value *args, u32 n) {
    if (!python) return raise(vm, T_SystemError, "a native handed over to Python without saying to what");
    Value f = prelude_function(vm, python);
    if (f == V_ERROR) return V_ERROR;
    if (f == V_UNSET) return call_later(vm, python, args, n);
    Function *function = function_get(f);
    Code *code = function->code;
    bool gaps = n != code->argcount;
    for (u32 i = 0; i < n; i++) gaps |= args[i] == V_UNSET;
    if (!gaps) return function_call(vm, function, args, n, NULL);
    // Arguments not given are left to the function's defaults.
    Value few[16];
    if (code->argcount > countof(few)) return raise(vm, T_SystemError, "prelude function '%s' has too many parameters", python);
    u32 ndefaults = function->defaults ? function->defaults->len : 0, required = code->argcount - ndefaults;
    for (u32 i = 0; i < code->argcount; i++) {
        Value v = i < n ? args[i] : V_UNSET;
        if (v == V_UNSET) {
            if (i < required) return raise(vm, T_SystemError, "prelude function '%s' has no default for parameter %u", python, i);
            v = function->defaults->items[i - required];
        }
        few[i] = v;
    }
    return function_call(vm, function, few, code->argcount, NULL);
}

Value call_prelude(Vm *vm, const char *python, const Value *args, u32 n) { return prelude_call(vm, python, args, n); }
