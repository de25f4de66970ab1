// raise.c: raising exceptions from C, and what every raise does: the context that was being handled is noted
// (__context__), and frames that the exception passes leave their entry in its traceback.
#include "vm/machine.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/type.h"

// The exception being handled becomes the context of a new one; a loop in the chain is cut (as _PyErr_SetObject does).
static void set_context(Vm *vm, Value exc) {
    if (!vm->fiber) return;
    Value handled = handled_exception(vm->fiber);
    if (handled == V_UNSET || handled == exc) return;
    Exception *e = exception_get(exc);
    if (e->context == handled) return;
    for (Value v = handled; is_object(v);) {
        Exception *outer = exception_get(v);
        if (outer->context == exc) {
            outer->context = V_NONE;
            decref(vm, exc);
            break;
        }
        v = outer->context;
        if (v == handled) break;
    }
    Value old = e->context;
    e->context = own(handled);
    decref(vm, old);
}

static Value raise_take(Vm *vm, Value exc) {
    if (vm->exc != V_UNSET) {
        Value old = vm->exc;
        vm->exc = V_UNSET;
        decref(vm, old);
    }
    vm->exc = exc;
    return V_ERROR;
}

Value raise_object(Vm *vm, Value exc) {
    own(exc);
    set_context(vm, exc);
    return raise_take(vm, exc);
}

Value raise_again(Vm *vm, Value exc) {
    exception_get(exc)->traced_here = true;
    return raise_take(vm, own(exc));
}

static Value raise_formatted(Vm *vm, u16 type_id, const char *format, va_list args) {
    Str *message = format ? str_vformat(vm, format, args) : NULL;
    if (format && !message) return V_ERROR; // MemoryError is pending
    Value exc = message ? exception_new_text(vm, type_id, message) : exception_new(vm, type_id, NULL, 0);
    XDECREF(vm, message);
    if (exc == V_ERROR) return V_ERROR;
    set_context(vm, exc);
    return raise_take(vm, exc);
}

Value raise(Vm *vm, u16 type_id, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Value v = raise_formatted(vm, type_id, format, args);
    va_end(args);
    return v;
}

Value raise_name(Vm *vm, u16 type_id, Str *name, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_formatted(vm, type_id, format, args);
    va_end(args);
    if (exc_matches(vm, T_NameError)) exception_set_field(vm, vm->exc, NAME_NAME, value_object(name));
    return V_ERROR;
}

// MemoryError, from the reserve, so that there is room for it; when even that is used up, the one made beforehand (none yet
// while the engine opens: then the failure is all that there is).
Value raise_memory(Vm *vm) {
    if (vm->exc != V_UNSET) return V_ERROR; // what is pending already tells
    Value last = vm->machine->last_memory_error, exc = V_ERROR;
    if (!vm->mem.reserve_open && last != V_UNSET) {
        mem_use_reserve(&vm->mem, true);
        exc = exception_new(vm, T_MemoryError, NULL, 0);
        mem_use_reserve(&vm->mem, false);
    }
    return raise_take(vm, exc == V_ERROR ? own(last) : exc);
}

Value raise_key(Vm *vm, Value key) {
    Value exc = exception_new(vm, T_KeyError, &key, 1);
    if (exc == V_ERROR) return V_ERROR;
    set_context(vm, exc);
    return raise_take(vm, exc);
}

Value raise_stop_iteration(Vm *vm, Value value) {
    Value exc = value == V_NONE ? exception_new(vm, T_StopIteration, NULL, 0) : exception_new(vm, T_StopIteration, &value, 1);
    if (exc == V_ERROR) return V_ERROR;
    set_context(vm, exc);
    return raise_take(vm, exc);
}

bool exc_matches(Vm *vm, u16 type_id) {
    return is_object(vm->exc) && type_is_subtype(vm, type_of(vm, vm->exc), vm_type(vm, type_id));
}
void exc_clear(Vm *vm) {
    Value old = vm->exc;
    vm->exc = V_UNSET;
    if (old != V_UNSET) decref(vm, old);
}
Value exc_take(Vm *vm) {
    Value e = vm->exc;
    vm->exc = V_UNSET;
    return e;
}

void traceback_add(Vm *vm, Frame *frame) {
    if (frame->code->flags & CO_HIDDEN) return;
    Value exc = exc_take(vm); // making the entry may fail on its own: the exception stays what it was
    Exception *e = exception_get(exc);
    mem_use_reserve(&vm->mem, true);
    Traceback *tb = traceback_new(vm, e->traceback, frame, frame_place(frame), frame_line(frame));
    mem_use_reserve(&vm->mem, false);
    exc_clear(vm);
    if (tb) {
        XDECREF(vm, e->traceback);
        e->traceback = tb;
    }
    vm->exc = exc;
}

Value raise_not_iterable_argument(Vm *vm, Value callable, Value args) {
    Buf name;
    buf_open(&name, &vm->mem);
    callable_text(vm, callable, &name);
    raise_type(vm, "%.*s argument after * must be an iterable, not %T", (int)name.len, name.data, args);
    buf_close(&name);
    return V_ERROR;
}

// "module.qualname()" as messages about a call name the callable (_PyObject_FunctionStr)
void callable_text(Vm *vm, Value callable, Buf *out) {
    if (value_is(callable, T_METHOD)) callable = method_get(callable)->function;
    if (value_is(callable, T_FUNCTION)) {
        Function *f = function_get(callable);
        if (value_has(f->module, SHAPE_STR) && !str_is(str_get(f->module), "builtins")) {
            str_utf8(str_get(f->module), out);
            buf_put(out, '.');
        }
        str_utf8(f->qualname, out);
        buf_text(out, "()");
    } else if (is_type(callable)) {
        type_full_name(vm, type_get(callable), out);
        buf_text(out, "()");
    } else if (value_is(callable, T_NATIVE_FUNCTION) || value_is(callable, T_NATIVE_METHOD)) {
        NativeFunction *f = native_get(callable);
        if (f->owner) {
            type_ready(vm, f->owner);
            str_utf8(f->owner->qualname, out);
            buf_put(out, '.');
        }
        buf_text(out, f->def->name);
        buf_text(out, "()");
    } else {
        Str *s = str_format(vm, "%R", callable);
        if (s) str_utf8(s, out);
        XDECREF(vm, s);
        exc_clear(vm);
    }
}

bool c_enter(Vm *vm, const char *what) {
    if (likely(++vm->c_depth <= vm->c_limit)) return true;
    vm->c_depth--;
    raise(vm, T_RecursionError, "maximum recursion depth exceeded%s", what);
    return false;
}
