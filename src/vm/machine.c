// machine.c: an engine's machine from nothing to ready, and back; and the parts of call.h that are one line each.
#include "vm/machine.h"
#include "vm/library.h"
#include "vm/generator.h"
#include "vm/output.h"
#include "vm/run.h"
#include "vm/modules.h"
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/object_type.h"
#include "obj/ops.h"
#include "obj/type.h"
#include "base/utf8.h"

#define C_RECURSION 500 // nested containers and the like: sized for a page's main thread before its code is optimised

static bool names_intern_all(Vm *vm) {
    static const struct { u16 offset; const char *text; } rows[] = {
#define NAME(name) {offsetof(Names, name), #name},
#define NAMED(field, text) {offsetof(Names, field), text},
#include "obj/names.def"
#undef NAME
#undef NAMED
    };
    for (u32 i = 0; i < countof(rows); i++) {
        Str *s = str_intern(vm, rows[i].text, strlen(rows[i].text));
        if (!s) return false;
        *(Str **)((u8 *)&vm->names + rows[i].offset) = s;
    }
    return true;
}

// The strings that inline paths take for granted.
static bool strings_open(Vm *vm) {
    Str *empty = str_from_text(vm, ""), *dot = str_from_char(vm, '.');
    XDECREF(vm, empty); // vm->empty_str and vm->latin1 own them
    XDECREF(vm, dot);
    return empty && dot;
}

static void strings_close(Vm *vm) {
    for (u32 i = 0; i < countof(vm->latin1); i++) XDECREF(vm, vm->latin1[i]);
    XDECREF(vm, vm->empty_str);
    XDECREF(vm, vm->empty_bytes);
}

bool machine_open(Vm *vm) {
    vm->exc = vm->stop_value = V_UNSET;
    vm->c_limit = C_RECURSION;
    vm->int_max_str_digits = 4300;
    Machine *m = vm->machine = mem_alloc_zero(&vm->mem, sizeof *m);
    if (!m) return false;
    m->recursion_limit = 1000;
    m->slice_ms = 8;
    m->budget = 4000;
    m->main_module = m->last_memory_error = m->first_stdout = m->import_native = V_UNSET;
    buf_open(&m->input, &vm->mem);
    buf_open(&m->library, &vm->mem);
    library_ready(vm);
    buf_open(&m->out, &vm->mem);
    m->out_stream = 1;
    if (!gc_open(vm) || !types_open(vm) || !strings_open(vm) || !names_intern_all(vm)) return false;
    if (!(vm->empty_tuple = tuple_new(vm, 0))) return false;
    m->last_memory_error = exception_new(vm, T_MemoryError, NULL, 0);
    vm->modules = dict_new(vm, 8);
    m->prelude = dict_new(vm, 8);
    if (m->last_memory_error == V_ERROR || !vm->modules || !m->prelude || !builtins_open(vm)) return false;
    Value sys = module_load(vm, module_def_find(vm->names.sys));
    if (sys == V_ERROR) return false;
    vm->sys_module = module_get(sys);
    vm->mem.reserve = 64 * 1024;
    return true;
}

// Frees everything. Modules are emptied first, so that what their names hold goes while the engine still stands.
void machine_close(Vm *vm) {
    Machine *m = vm->machine;
    if (!m) return;
    m->closing = true;
    vm->mem.limit = vm->mem.fail_after = 0; // the collector needs room
    generators_close(vm);
    vm->fiber = NULL;
    while (m->fibers) fiber_free(vm, m->fibers);
    finalizers_drop(vm);
    loops_close(vm);
    exc_clear(vm);
    loops_close(vm);
    decref(vm, m->main_module);
    decref(vm, m->first_stdout);
    decref(vm, m->last_memory_error);
    decref(vm, m->import_native);
    Dict *dicts[] = {vm->modules, m->prelude, m->prelude_builtins, vm->builtins};
    for (u32 i = 0; i < countof(dicts); i++)
        if (dicts[i]) dict_clear(vm, dicts[i]);
    if (vm->gc) {
        gc_collect(vm);
        gc_collect(vm);
    }
    for (u32 i = 0; i < countof(dicts); i++) XDECREF(vm, dicts[i]);
    vm->modules = vm->builtins = m->prelude = m->prelude_builtins = NULL;
    XDECREF(vm, vm->builtins_module);
    XDECREF(vm, vm->sys_module);
    vm->builtins_module = vm->sys_module = NULL;
    types_clear(vm);
    if (vm->gc) gc_collect(vm);
    types_drop(vm);
    XDECREF(vm, vm->empty_tuple);
    for (u32 i = 0; i < sizeof(Names) / sizeof(Str *); i++) XDECREF(vm, ((Str **)&vm->names)[i]);
    strings_close(vm);
    types_close(vm);
    if (vm->interned.table) mem_free(&vm->mem, vm->interned.table, (vm->interned.mask + 1) * sizeof(Str *)); // names of shapes were still in it
    weakrefs_close(vm);
    buf_close(&m->input);
    buf_close(&m->library);
    buf_close(&m->out);
    if (m->finalized) mem_free(&vm->mem, m->finalized, m->finalized_room * sizeof *m->finalized);
    if (vm->trash.items) mem_free(&vm->mem, vm->trash.items, vm->trash.room * sizeof *vm->trash.items);
    if (vm->gc) gc_close(vm);
    mem_free(&vm->mem, m, sizeof *m);
    vm->machine = NULL;
}

// ---- the small parts of call.h

Value call_args(Vm *vm, Value callable, Tuple *args, Dict *kwargs) { return call_ex(vm, callable, args, kwargs); }
Value call_slot_python(Vm *vm, Type *type, u8 slot, u8 op, const Value *args, u32 n) { return slot_python(vm, type, slot, op, args, n); }
Value call_stop(Vm *vm) {
    Value result = vm->stop_value == V_UNSET ? V_NONE : vm->stop_value;
    vm->stop_value = V_UNSET;
    raise_stop_iteration(vm, result);
    decref(vm, result);
    return V_ERROR;
}
Value call_descriptor_get(Vm *vm, Value descriptor, Value object) {
    return call(vm, ((Property *)object_get(descriptor))->get, &object, 1);
}
Value call_descriptor_set(Vm *vm, Value descriptor, Value object, Value value) {
    int r = type_of(vm, descriptor)->slots->set(vm, descriptor, object, value);
    if (r == 0) return V_NONE;
    if (r == IS_ERROR) return V_ERROR;
    Property *p = (Property *)object_get(descriptor);
    Value args[2] = {object, value};
    return value == V_UNSET ? call_checked(vm, p->del, args, 1, CHECK_NOTHING) : call_checked(vm, p->set, args, 2, CHECK_NOTHING);
}
Value call_generic_getattr(Vm *vm, Value v, Str *name) { return generic_getattr(vm, v, name); }
Value call_generic_setattr(Vm *vm, Value v, Str *name, Value value) {
    int r = generic_setattr(vm, v, name, value);
    return r == IS_ERROR ? V_ERROR : r == IS_PYTHON ? V_CALL : V_NONE;
}

// type.__call__ by name: as a call of the class, but past its metaclass's own __call__.
Value call_type(Vm *vm, Type *type, Tuple *args, Dict *kwargs) {
    Type *meta = type->head.shape->type;
    u64 python = meta->python;
    meta->python &= ~(1ull << SLOT_CALL);
    Value v = call_ex(vm, value_object(type), args, kwargs);
    meta->python = python;
    return v;
}

Value call_super_context(Vm *vm, Value *klass, Value *self) {
    Frame *f = current_frame(vm);
    if (!f) return raise_runtime(vm, "super(): no current frame");
    Code *code = f->code;
    if (!code->argcount) return raise_runtime(vm, "super(): no arguments");
    Value first = f->slots[code_register(code, 0)];
    if (first == V_UNSET) // a parameter that is a cell
        for (u32 i = 0; i < code->ncells; i++)
            if (str_get(code->cellvars->items[i]) == str_get(code->varnames->items[0])) first = cell_get(f->slots[code->cell_start + i])->content;
    if (first == V_UNSET) return raise_runtime(vm, "super(): arg[0] deleted");
    for (u32 i = 0; i < code->nfrees; i++)
        if (str_get(code->freevars->items[i]) == vm->names.__class__) {
            Value cell = f->slots[code->free_start + i];
            if (!value_is(cell, T_CELL) || cell_get(cell)->content == V_UNSET) return raise_runtime(vm, "super(): empty __class__ cell");
            *klass = cell_get(cell)->content;
            *self = first;
            return V_NONE;
        }
    return raise_runtime(vm, "super(): __class__ cell not found");
}

Str *str_from_utf8_lossy(Vm *vm, const u8 *bytes, size_t n) {
    Buf text;
    buf_open(&text, &vm->mem);
    for (size_t i = 0; i < n;) {
        u32 c;
        int k = utf8_decode(bytes + i, n - i, false, &c);
        if (k > 0) {
            buf_add(&text, bytes + i, (size_t)k);
            i += (size_t)k;
        } else buf_utf8(&text, 0xDC00 + bytes[i++]);
    }
    return str_from_buf(vm, &text);
}
