// engine.c: aiter.h on top of the machine: engines, runs, and how a run ends.
#include <math.h>
#include "host/aiter.h"
#include "host/encode.h"
#include "vm/modules.h"
#include "obj/bytes.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/type.h"
#include "vm/generator.h"
#include "vm/library.h"
#include "vm/output.h"
#include "vm/run.h"

struct Aiter {
    Vm vm; // first
};

Aiter *aiter_open(void *host, const AiterOptions *options) {
    Mem mem;
    mem_open(&mem, options ? options->memory_limit : 0);
    Aiter *a = mem_alloc_zero(&mem, sizeof *a);
    if (!a) return NULL;
    Vm *vm = &a->vm;
    vm->mem = mem;
    vm->host = host;
    if (!machine_open(vm)) {
        aiter_close(a);
        return NULL;
    }
    if (options) {
        vm->machine->virtual_time = options->virtual_time;
        vm->machine->has_function = options->has_function;
        if (options->slice_ms > 0) vm->machine->slice_ms = options->slice_ms;
    }
    return a;
}

size_t aiter_close(Aiter *a) {
    Vm *vm = &a->vm;
    if (vm->machine) output_flush(vm);
    machine_close(vm);
    Mem mem = vm->mem;
    mem_free(&mem, a, sizeof *a);
    size_t left = mem.used;
    mem_close(&mem);
    return left;
}

bool aiter_set_args(Aiter *a, int count, const char *const *args) {
    Vm *vm = &a->vm;
    List *list = list_new(vm, (u32)count);
    for (int i = 0; list && i < count; i++) {
        Str *s = str_from_utf8_lossy(vm, (const u8 *)args[i], strlen(args[i]));
        if (!s || !list_append_take(vm, list, value_object(s))) {
            DECREF(vm, list);
            list = NULL;
        }
    }
    bool ok = list && dict_set_text(vm, vm->sys_module->dict, "argv", value_object(list));
    XDECREF(vm, list);
    exc_clear(vm);
    return ok;
}

// ---- runs

enum { RUN_SOURCE, RUN_FILENAME, RUN_FUNCTION, RUN_OUTCOME, RUN_MODULE, RUN_RESULT, RUN_SLOTS };
// states of a run's bottom frame
enum { STATE_START, STATE_RUNNING, STATE_AWAITING, STATE_REPORTING, STATE_ENCODING, STATE_ATEXIT, STATE_RELEASE,
       STATE_COLLECT, STATE_FREE, STATE_CLEAR, STATE_DRAIN };

// sys.exit's argument as an exit status. Text goes to standard error. (handle_system_exit)
static Value exit_status(Vm *vm, Fiber *fiber, Value code) {
    i64 status;
    if (code == V_NONE) fiber->status = 0;
    else if (is_int(code) || is_bool(code)) {
        if (is_bool(code)) status = code == V_TRUE;
        else if (!int_to_i64(code, &status)) status = -1;
        fiber->status = (int)(status & 0xff);
    } else {
        fiber->status = 1;
        return prelude_call(vm, "_traceback.print_exit", &code, 1);
    }
    return V_NONE;
}

static Value report(Vm *vm, Frame *f) {
    Fiber *fiber = vm->fiber;
    Value exc = f->slots[RUN_OUTCOME] = exc_take(vm);
    f->state = STATE_REPORTING;
    mem_use_reserve(&vm->mem, true); // until the next step
    Type *type = type_of(vm, exc);
    Value v;
    bool exit = type_is_subtype(vm, type, vm_type(vm, T_SystemExit));
    if (exit && !(fiber->flags & AITER_RESULT)) v = exit_status(vm, fiber, exception_get(exc)->fields[EXIT_CODE]);
    else {
        Value code = exit ? exception_get(exc)->fields[EXIT_CODE] : V_NONE;
        fiber->status = type_is_subtype(vm, type, vm_type(vm, T_KeyboardInterrupt)) ? 130 : exit && code == V_NONE ? 0 : exit && is_small(code) ? (int)(small_get(code) & 0xff) : 1;
        if (fiber->flags & AITER_RESULT) {
            fiber->failed = 2; // kept for aiter_error
            v = prelude_call(vm, "_traceback.describe", &exc, 1);
        } else v = prelude_call(vm, "_traceback.print_uncaught", &exc, 1);
    }
    return v;
}

// The report itself failed (no memory, sys.stderr replaced by something broken): plain C says what it was about.
static void report_failed(Vm *vm, Frame *f) {
    exc_clear(vm);
    Value exc = f->slots[RUN_OUTCOME];
    if (vm->fiber->flags & AITER_RESULT) {
        encode_failure(type_of(vm, exc), &vm->fiber->encoded_error);
        return;
    }
    Str *s = str_format(vm, ": %T: %R\n", exc, exc);
    Buf text;
    buf_open(&text, &vm->mem);
    if (s) str_utf8(s, &text);
    else buf_put(&text, '\n');
    static const char words[] = "aiter: an exception could not be reported";
    output_bytes(vm, 2, (const u8 *)words, sizeof words - 1);
    output_text(vm, 2, &text);
    buf_close(&text);
    XDECREF(vm, s);
    exc_clear(vm);
}

// The end of a program, as python3 goes about it: functions registered with atexit, then the module __main__ is let go, with
// the finalizers that this sets free. Entered again after each of them.
static Value finish(Vm *vm, Frame *f) {
    if (vm->fiber->flags & (AITER_SHARED | AITER_RESULT)) return own(f->slots[RUN_RESULT]);
    for (;;) {
        if (f->state > STATE_RELEASE && finalizers_due(vm) && finalizers_push(vm)) return V_CALL;
        switch (f->state++) {
        case STATE_ATEXIT: {
            Str *name = str_intern(vm, "atexit", 6), *run = str_intern(vm, "_run_exitfuncs", 14);
            Value atexit = name ? dict_find_str(vm->modules, name) : V_UNSET;
            Value v = atexit == V_UNSET || !run ? V_NONE : call_method(vm, atexit, run, NULL, 0);
            XDECREF(vm, name);
            XDECREF(vm, run);
            if (v == V_CALL) return v;
            if (v == V_ERROR) exc_clear(vm);
            else decref(vm, v);
            break;
        }
        case STATE_RELEASE: { // with its names in place: what they hold goes first, or as a cycle with the functions and classes
            output_flush(vm);
            Value module = f->slots[RUN_MODULE], function = f->slots[RUN_FUNCTION];
            if (module == V_UNSET) return own(f->slots[RUN_RESULT]); // it could not be compiled
            f->slots[RUN_MODULE] = V_UNSET;
            f->slots[RUN_FUNCTION] = value_small((i64)(uintptr_t)module_get(module)->dict); // not owned
            if (dict_find_str(vm->modules, vm->names.__main__) == module) dict_delete_str(vm, vm->modules, vm->names.__main__);
            decref(vm, module);
            decref(vm, function);
            break;
        }
        case STATE_COLLECT:
            gc_collect(vm);
            f->nargs = vm->finalizers != NULL;
            break;
        case STATE_FREE: // a round that has queued finalizers has freed nothing
            if (f->nargs) gc_collect(vm);
            break;
        case STATE_CLEAR: { // somebody still has it: its names become None, those of one underscore first
            Object *o = (Object *)(uintptr_t)small_get(f->slots[RUN_FUNCTION]);
            if (!gc_knows(vm, o)) return own(f->slots[RUN_RESULT]);
            Dict *dict = (Dict *)o;
            INCREF(dict);
            for (int pass = 0; pass < 2; pass++)
                for (u32 i = 0; i < dict->used; i++) {
                    DictEntry *e = &dict->entries[i];
                    if (e->key == V_UNSET || !value_has(e->key, SHAPE_STR) || str_get(e->key) == vm->names.__builtins__) continue;
                    Str *s = str_get(e->key);
                    bool private = s->len > 1 && str_at(s, 0) == '_' && str_at(s, 1) != '_';
                    if (pass == 0 && !private) continue;
                    Value old = e->value;
                    e->value = V_NONE;
                    decref(vm, old);
                }
            DECREF(vm, dict);
            f->nargs = 0;
            break;
        }
        default:
            if (f->nargs++) return own(f->slots[RUN_RESULT]);
            f->state = STATE_DRAIN;
            gc_collect(vm);
        }
    }
}

// Compiles the program, and begins it.
static Value begin(Vm *vm, Frame *f) {
    Fiber *fiber = vm->fiber;
    Bytes *source = bytes_get(f->slots[RUN_SOURCE]);
    u32 flags = (fiber->flags & AITER_TOP_LEVEL_AWAIT ? CODE_TOP_LEVEL_AWAIT : 0) | (fiber->flags & AITER_RESULT ? CODE_KEEP_LAST : 0);
    Code *code = code_compile(vm, source->data, source->len, str_get(f->slots[RUN_FILENAME]), CODE_FILE, flags);
    if (!code) {
        if (vm->exc != V_UNSET) return V_ERROR;
        fiber->state = FIBER_LIBRARY; // an error in it, whose words the host is to bring: then once more
        return V_SUSPEND;
    }
    machine_join(vm, code);
    Function *function = function_new(vm, code, module_get(f->slots[RUN_MODULE])->dict, vm->builtins);
    DECREF(vm, code);
    if (!function) return V_ERROR;
    decref(vm, f->slots[RUN_SOURCE]);
    f->slots[RUN_SOURCE] = V_UNSET;
    f->slots[RUN_FUNCTION] = value_object(function);
    f->state = STATE_RUNNING;
    return function_call(vm, function, NULL, 0, NULL);
}

static Value run_step(Vm *vm, Frame *f, Value in) {
    Fiber *fiber = vm->fiber;
    Value v;
    if (f->state >= STATE_ATEXIT) {
        if (in == V_ERROR) exc_clear(vm);
        return finish(vm, f);
    }
    if (f->state == STATE_START && in != V_ERROR) {
        mem_use_reserve(&vm->mem, true); // after MemoryError a run like `del big` must be possible
        v = begin(vm, f);
        mem_use_reserve(&vm->mem, false);
        if (v == V_ERROR) in = V_ERROR;
        else if (!value_is(v, T_COROUTINE)) return v;
        else { // top-level await: a task on an event loop
            f->state = STATE_AWAITING;
            in = prelude_call(vm, "_main.run_coroutine", &v, 1);
            decref(vm, v);
            return in;
        }
    }
    bool failed = in == V_ERROR;
    if (failed && f->state != STATE_REPORTING) {
        in = report(vm, f);
        if (in == V_CALL) return in;
        failed = in == V_ERROR;
    }
    if (failed) report_failed(vm, f); // even the report failed: says at least what it was
    switch (f->state) {
    case STATE_REPORTING:
        mem_use_reserve(&vm->mem, false);
        if (fiber->failed == 2 && !failed) encode_value(vm, in, NULL, &fiber->encoded_error);
        f->slots[RUN_RESULT] = V_NONE;
        decref(vm, f->slots[RUN_OUTCOME]); // with the frames that it remembers
        f->slots[RUN_OUTCOME] = V_UNSET;
        break;
    case STATE_ENCODING:
        encode_value(vm, f->slots[RUN_RESULT], dict_get(in), &fiber->encoded_result);
        break;
    default:
        f->slots[RUN_RESULT] = own(in);
        if (!(fiber->flags & AITER_RESULT)) break;
        f->state = STATE_ENCODING;
        return prelude_call(vm, "_main.reprs", &in, 1);
    }
    f->state = STATE_ATEXIT;
    return finish(vm, f);
}

// The module __main__ that a run executes in: the shared one, or a new one. Owned by sys.modules; NULL: MemoryError.
static Module *main_module(Vm *vm, bool shared, Str *filename) {
    Machine *m = vm->machine;
    if (shared && m->main_module != V_UNSET) return module_get(m->main_module);
    Module *module = module_new(vm, vm->names.__main__);
    if (!module) return NULL;
    bool ok = dict_set_str(vm, vm->modules, vm->names.__main__, value_object(module)) &&
              dict_set_str(vm, module->dict, vm->names.__builtins__, value_object(vm->builtins_module));
    if (ok && !(filename->len && str_at(filename, 0) == '<')) ok = dict_set_str(vm, module->dict, vm->names.__file__, value_object(filename));
    if (ok && shared) m->main_module = own(value_object(module));
    DECREF(vm, module);
    return ok ? module : NULL;
}

static int start_run(Aiter *a, const char *source, size_t length, const char *filename, int flags) {
    Vm *vm = &a->vm;
    Fiber *fiber = fiber_new(vm);
    Str *name = fiber ? str_from_utf8_lossy(vm, (const u8 *)filename, strlen(filename)) : NULL;
    Module *module = name ? main_module(vm, flags & AITER_SHARED, name) : NULL;
    if (!module) {
        if (fiber) fiber_free(vm, fiber);
        XDECREF(vm, name);
        exc_clear(vm);
        return 0;
    }
    fiber->flags = (u8)flags;
    fiber->status = -1;
    if (flags & AITER_RESULT) buf_reserve(&fiber->encoded_error, 64); // so that failing can be told when nothing else can
    vm->fiber = fiber;
    Bytes *text = bytes_from(vm, source, length);
    Frame *step = text ? step_push(vm, run_step, RUN_SLOTS) : NULL;
    vm->fiber = NULL;
    if (!step) {
        fiber_free(vm, fiber);
        XDECREF(vm, text);
        DECREF(vm, name);
        exc_clear(vm);
        return 0;
    }
    step->slots[RUN_SOURCE] = value_object(text);
    step->slots[RUN_FILENAME] = value_object(name);
    step->slots[RUN_MODULE] = own(value_object(module));
    return (int)fiber->id;
}

int aiter_start(Aiter *a, const char *source, size_t length, const char *filename, int flags) {
    mem_use_reserve(&a->vm.mem, true);
    int run = start_run(a, source, length, filename, flags);
    mem_use_reserve(&a->vm.mem, false);
    return run;
}

// ---- driving

int aiter_run(Aiter *a) {
    Vm *vm = &a->vm;
    enum MachineState state = machine_run(vm);
    output_flush(vm);
    switch (state) {
    case MACHINE_MORE: return AITER_MORE;
    case MACHINE_WAIT: return AITER_WAIT;
    case MACHINE_HOST: return AITER_HOST;
    default: return AITER_IDLE;
    }
}

double aiter_wait_ms(Aiter *a) { return machine_wait_ms(&a->vm); }

int aiter_request(Aiter *a) {
    Vm *vm = &a->vm;
    for (Fiber *f = vm->machine->fibers; f; f = f->next)
        if (f->state == FIBER_LIBRARY) return AITER_REQUEST_LIBRARY;
    if (vm->machine->input_given) return AITER_REQUEST_NONE;
    for (Fiber *f = vm->machine->fibers; f; f = f->next)
        if (f->state == FIBER_INPUT) return AITER_REQUEST_LINE;
    return AITER_REQUEST_NONE;
}

bool aiter_input(Aiter *a, const char *line, size_t length) {
    Machine *m = a->vm.machine;
    buf_clear(&m->input);
    buf_add(&m->input, line, length);
    m->input_given = true;
    return !m->input.failed;
}

bool aiter_library(Aiter *a, const char *text, size_t length) {
    return library_give(&a->vm, (const u8 *)text, length, NULL);
}
void aiter_no_library(Aiter *a, const char *why) { library_give(&a->vm, NULL, 0, why); }

static Fiber *find(Aiter *a, int run) {
    for (Fiber *f = a->vm.machine->fibers; f; f = f->next)
        if ((int)f->id == run) return f;
    return NULL;
}

bool aiter_interrupt(Aiter *a, int run) {
    Fiber *f = find(a, run);
    if (!f || f->state == FIBER_ENDED) return false;
    f->interrupt = 1;
    return true;
}

void machine_ended(Vm *vm, Fiber *f) {
    if (f->status < 0) f->status = f->failed == 1 ? 1 : 0;
    if (vm->fiber == NULL && f->value != V_UNSET) {
        decref(vm, f->value);
        f->value = V_UNSET;
    }
    output_flush(vm);
}

int aiter_ended(Aiter *a) {
    for (Fiber *f = a->vm.machine->fibers; f; f = f->next)
        if (f->state == FIBER_ENDED && !f->asked) {
            f->asked = true;
            return (int)f->id;
        }
    return 0;
}

int aiter_status(Aiter *a, int run) {
    Fiber *f = find(a, run);
    return f && f->state == FIBER_ENDED ? f->status : -1;
}

static const uint8_t *bytes_of(Buf *b, size_t *length) {
    if (!b->len || b->failed) return NULL;
    *length = b->len;
    return b->data;
}
const uint8_t *aiter_result(Aiter *a, int run, size_t *length) {
    Fiber *f = find(a, run);
    return f ? bytes_of(&f->encoded_result, length) : NULL;
}
const uint8_t *aiter_error(Aiter *a, int run, size_t *length) {
    Fiber *f = find(a, run);
    return f ? bytes_of(&f->encoded_error, length) : NULL;
}
void aiter_forget(Aiter *a, int run) {
    Fiber *f = find(a, run);
    if (f && f->state == FIBER_ENDED) fiber_free(&a->vm, f);
}

size_t aiter_memory_used(Aiter *a) { return a->vm.mem.used; }
size_t aiter_memory_peak(Aiter *a) { return a->vm.mem.peak; }
