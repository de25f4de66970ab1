// library.c: the table of library texts, and waiting for the part of it that a module for browsers does not hold.
#include "vm/library.h"
#include "obj/call.h"
#include "lib_table.h"

const LibSource *library_find(const char *name, size_t n) {
    u32 low = 0, high = countof(lib_sources);
    while (low < high) {
        u32 mid = (low + high) / 2;
        const char *other = lib_sources[mid].name;
        size_t m = strlen(other);
        int c = memcmp(name, other, n < m ? n : m);
        if (c == 0 && n == m) return &lib_sources[mid];
        if (c < 0 || (c == 0 && n < m)) high = mid;
        else low = mid + 1;
    }
    return NULL;
}

bool library_is_package(const char *name, size_t n) {
    for (u32 i = 0; i < countof(lib_sources); i++)
        if (!strncmp(lib_sources[i].name, name, n) && lib_sources[i].name[n] == '.') return true;
    return false;
}

const char *library_text(Vm *vm, const LibSource *source) {
    if (source->text) return source->text;
    return library_has_rest(vm) ? (const char *)vm->machine->library.data + source->offset : NULL;
}

bool library_has_rest(Vm *vm) { return vm->machine->library.len == LIB_REST_LENGTH; }

bool library_give(Vm *vm, const u8 *text, size_t length, const char *why_not) {
    Machine *m = vm->machine;
    if (text && length != LIB_REST_LENGTH) {
        text = NULL;
        why_not = "the rest of the Python library is of another version than the engine";
    }
    if (text && !library_has_rest(vm)) {
        mem_use_reserve(&vm->mem, true); // a program at its limit must be able to report that
        buf_add(&m->library, text, length);
        mem_use_reserve(&vm->mem, false);
        if (m->library.failed) {
            buf_close(&m->library);
            return false;
        }
        library_ready(vm);
    }
    for (Fiber *f = m->fibers; f; f = f->next) {
        if (f->state != FIBER_LIBRARY) continue;
        f->state = FIBER_READY;
        f->resume = RESUME_VALUE;
        f->value = V_NONE;
        if (text) continue;
        raise(vm, T_ImportError, "%s", why_not);
        f->resume = RESUME_RAISE;
        f->value = exc_take(vm);
    }
    return true;
}

void library_ready(Vm *vm) {
    const LibSource *grammar = library_find("_grammar", 8);
    vm->grammar = library_text(vm, grammar);
}

// slots: the arguments, then the function as a number
enum { STATE_WAIT, STATE_CALL, STATE_RESULT };

static Value retry_step(Vm *vm, Frame *f, Value in) {
    if (in == V_ERROR) return V_ERROR;
    switch (f->state++) {
    case STATE_WAIT:
        vm->fiber->state = FIBER_LIBRARY;
        return V_SUSPEND;
    case STATE_CALL: return ((NativeFn)(uintptr_t)small_get(f->slots[f->nargs]))(vm, f->slots, f->nargs);
    default: return own(in);
    }
}

Value library_retry(Vm *vm, NativeFn fn, const Value *args, u32 n) {
    Frame *f = step_push(vm, retry_step, n + 1);
    if (!f) return V_ERROR;
    for (u32 i = 0; i < n; i++) f->slots[i] = own(args[i]);
    f->slots[n] = value_small((i64)(uintptr_t)fn);
    f->nargs = n;
    return V_CALL;
}
