// generator.c: generators and coroutines: making, resuming, throwing into and closing them.
//
// A chain of awaits is a chain of frames. Resuming the outermost walks down to the innermost that is not itself waiting on
// a generator, linking each frame to the one above it, and goes on there: nothing is copied, no level runs any code.
#include "vm/generator.h"
#include "vm/machine.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/ops.h"
#include "obj/type.h"

#define AWAITING(frame) ((*(frame)->pc & 255) == OP_AWAIT)
#define AWAITED(frame) ((frame)->slots[(*(frame)->pc >> 8) & 255])

bool is_generator(Value v) {
    return value_is(v, T_GENERATOR) || value_is(v, T_COROUTINE) || value_is(v, T_ASYNC_GENERATOR);
}

static u16 type_for(u32 flags) {
    return flags & CO_COROUTINE ? T_COROUTINE : flags & CO_ASYNC_GENERATOR ? T_ASYNC_GENERATOR : T_GENERATOR;
}

#define FREE_GENERATORS 64 // so many are kept for use again

void generators_close(Vm *vm) {
    Machine *m = vm->machine;
    for (Generator *g; (g = m->free_generators);) {
        m->free_generators = (Generator *)g->frame;
        gc_track(vm, &g->head); // as object_dispose expects it
        object_dispose(vm, &g->head, sizeof *g);
    }
}

Value generator_new(Vm *vm, Frame *frame) {
    Fiber *fiber = vm->fiber;
    Machine *m = vm->machine;
    Code *code = frame->code;
    Function *function = frame->function;
    fiber->frame = frame->back;
    fiber->depth -= !(code->flags & CO_HIDDEN);
    frame->back = NULL;
    Type *type = vm_type(vm, type_for(code->flags));
    Generator *g = m->free_generators;
    if (likely(g != NULL)) {
        m->free_generators = (Generator *)g->frame;
        m->free_generator_count--;
        g->head.refs = 1;
        g->head.shape = type->shape;
        g->name = g->qualname = NULL;
        g->state = GEN_CREATED;
        g->awaited = g->hooks = g->running_async = g->closed = g->finalized = false;
        gc_track(vm, &g->head);
    } else if (!(g = object_new_gc(vm, type, sizeof *g))) {
        DECREF(vm, frame);
        return V_ERROR;
    }
    g->frame = frame;
    frame->generator = g;
    INCREF(g->code = code);
    if (unlikely(function->name != code->name)) INCREF(g->name = function->name);
    if (unlikely(function->qualname != code->qualname)) INCREF(g->qualname = function->qualname);
    g->exc.exc = V_UNSET;
    g->finalizer = g->origin = g->asend = V_UNSET;
    return value_object(g);
}

static const char *kind_name(const Generator *g) {
    return g->code->flags & CO_ASYNC_GENERATOR ? "async generator" : g->code->flags & CO_COROUTINE ? "coroutine" : "generator";
}

// Puts a generator's frame on top of the running fiber. false: it can not run now.
static bool enter(Vm *vm, Generator *g) {
    Fiber *fiber = vm->fiber;
    if (g->state == GEN_RUNNING) return raise_value(vm, "%s already executing", kind_name(g)), false;
    Frame *f = g->frame;
    bool hidden = f->code->flags & CO_HIDDEN;
    if (!hidden && fiber->depth >= vm->machine->recursion_limit)
        return raise(vm, T_RecursionError, "maximum recursion depth exceeded"), false;
    generator_link(fiber, g, RETURN_DELIVER);
    return true;
}

Value generator_resume(Vm *vm, Value generator, Value sent) {
    for (;;) {
        Generator *g = generator_get(generator);
        if (unlikely(g->state == GEN_CLOSED)) {
            if (g->code->flags & CO_COROUTINE) return raise_runtime(vm, "cannot reuse already awaited coroutine");
            return raise_stop_iteration(vm, V_NONE);
        }
        bool created = g->state == GEN_CREATED;
        if (unlikely(created && sent != V_NONE && sent != V_ERROR))
            return raise_type(vm, "can't send non-None value to a just-started %s", kind_name(g));
        if (unlikely(!enter(vm, g))) return V_ERROR;
        if (created) return V_CALL;
        Frame *f = g->frame;
        if (!AWAITING(f)) { // at YIELD: the value is what the expression gives
            f->slots[(*f->pc >> 8) & 255] = own(sent);
            f->pc += 1;
            return V_CALL;
        }
        Value delegate = AWAITED(f);
        if (!value_is(delegate, T_COROUTINE) && !value_is(delegate, T_GENERATOR)) { // AWAIT runs again and asks it
            f->instead = own(sent);
            return V_CALL;
        }
        generator = delegate;
    }
}

// AWAIT asks a delegate that is not a generator: fr is on top and at the AWAIT. What it yields goes to the driver.
int await_step(Vm *vm, Frame *fr) {
    Value delegate = AWAITED(fr), sent = fr->instead == V_UNSET ? V_NONE : fr->instead, v;
    fr->instead = V_UNSET;
    Type *type = type_of(vm, delegate);
    if (value_is(delegate, T_GENERATOR) || value_is(delegate, T_COROUTINE)) v = generator_resume(vm, delegate, sent);
    else if (value_is(delegate, T_ASYNC_GEN_SEND) || value_is(delegate, T_ASYNC_GEN_THROW)) v = asyncgen_send(vm, delegate, sent);
    else if (value_is(delegate, T_COROUTINE_WRAPPER)) v = generator_resume(vm, coroutine_wrapped(delegate), sent);
    else if (sent == V_NONE && type->slots->next && !slot_is_python(type, SLOT_NEXT)) {
        v = type->slots->next(vm, delegate);
        if (v == V_PYTHON) v = slot_python(vm, type, SLOT_NEXT, 0, &delegate, 1);
        if (v == V_STOP) {
            v = vm->stop_value == V_UNSET ? V_NONE : vm->stop_value;
            vm->stop_value = V_UNSET;
            fr->pc = store_result(vm, fr, v);
            return GO_ON;
        }
    } else if (sent == V_NONE) v = call_method(vm, delegate, vm->names.__next__, NULL, 0);
    else v = call_method(vm, delegate, vm->names.send, &sent, 1);
    decref(vm, sent);
    if (v == V_CALL) return GO_ON;
    if (v == V_SUSPEND) return GO_SUSPEND;
    if (v != V_ERROR) return generator_yielded(vm, fr, v);
    if (vm->fiber->frame != fr || !exc_matches(vm, T_StopIteration)) return GO_RAISE;
    Value stop = exc_take(vm), value = own(exception_get(stop)->fields[STOP_VALUE]);
    decref(vm, stop);
    fr->pc = store_result(vm, fr, value);
    return GO_ON;
}

// ---- throwing

// Holds a value and gives it as its result: for a native's immediate answer where a frame's is expected.
static Value answer_step(Vm *vm, Frame *f, Value in) { return own(f->slots[0]); }

// GeneratorExit reaches a generator that waits on another: that one is closed first, then the exception goes on here.
static Value exit_step(Vm *vm, Frame *f, Value in) {
    if (f->state == 0) {
        f->state = 1;
        Value v = is_generator(f->slots[0]) ? generator_close(vm, f->slots[0]) : V_PYTHON;
        if (v == V_PYTHON) {
            Value close = lookup_attr(vm, f->slots[0], vm->names.close);
            if (close == V_UNSET) v = V_NONE;
            else if (is_marker(close)) v = close;
            else {
                v = call(vm, close, NULL, 0);
                decref(vm, close);
            }
        }
        if (is_marker(v)) return v;
        decref(vm, v);
    } else if (in == V_ERROR) return V_ERROR;
    return raise_object(vm, f->slots[1]);
}

Value generator_throw(Vm *vm, Value generator, Value exc) {
    for (;;) {
        Generator *g = generator_get(generator);
        if (g->state == GEN_CLOSED) {
            if (g->code->flags & CO_COROUTINE) return raise_runtime(vm, "cannot reuse already awaited coroutine");
            return raise_object(vm, exc);
        }
        bool created = g->state == GEN_CREATED;
        if (!enter(vm, g)) return V_ERROR;
        Frame *f = g->frame;
        if (created) f->pc = f->code->code - 1; // before its first instruction: no handler of its own guards that
        if (created || !AWAITING(f)) return raise_object(vm, exc);
        Value delegate = AWAITED(f);
        if (type_is_subtype(vm, type_of(vm, exc), vm_type(vm, T_GeneratorExit))) {
            Frame *s = step_push(vm, exit_step, 2);
            if (!s) return V_ERROR;
            s->slots[0] = own(delegate);
            s->slots[1] = own(exc);
            return V_CALL;
        }
        if (value_is(delegate, T_COROUTINE) || value_is(delegate, T_GENERATOR)) {
            generator = delegate;
            continue;
        }
        if (value_is(delegate, T_COROUTINE_WRAPPER)) {
            generator = coroutine_wrapped(delegate);
            continue;
        }
        Value v;
        if (value_is(delegate, T_ASYNC_GEN_SEND) || value_is(delegate, T_ASYNC_GEN_THROW)) v = asyncgen_throw(vm, delegate, exc);
        else {
            Value throw = lookup_attr(vm, delegate, vm->names.throw);
            if (throw == V_UNSET) return raise_object(vm, exc);
            if (is_marker(throw)) return throw;
            v = call(vm, throw, &exc, 1);
            decref(vm, throw);
        }
        if (v == V_ERROR && exc_matches(vm, T_StopIteration) && vm->fiber->frame == f) {
            Value stop = exc_take(vm), value = own(exception_get(stop)->fields[STOP_VALUE]);
            decref(vm, stop);
            f->pc = store_result(vm, f, value);
            return V_CALL;
        }
        if (is_marker(v)) return v;
        Frame *s = step_push(vm, answer_step, 1);
        if (!s) return decref(vm, v), V_ERROR;
        s->slots[0] = v;
        return V_CALL;
    }
}

// ---- closing

static Value close_step(Vm *vm, Frame *f, Value in) {
    if (f->state == 0) {
        f->state = 1;
        Value exit = exception_new(vm, T_GeneratorExit, NULL, 0);
        if (exit == V_ERROR) return V_ERROR;
        Value v = generator_throw(vm, f->slots[0], exit);
        decref(vm, exit);
        if (v == V_CALL || v == V_SUSPEND) return v;
        in = v;
        if (v == V_ERROR && vm->fiber->frame != f) return V_ERROR; // raised inside: it comes back here
    }
    if (in == V_ERROR) {
        if (exc_matches(vm, T_StopIteration)) { // it ended: its return value is close()'s (3.13)
            Value stop = exc_take(vm), value = own(exception_get(stop)->fields[STOP_VALUE]);
            decref(vm, stop);
            return value;
        }
        if (!exc_matches(vm, T_GeneratorExit)) return V_ERROR;
        exc_clear(vm);
        return V_NONE;
    }
    if (f->event == EVENT_RETURNED) return own(in);
    return raise_runtime(vm, "%s ignored GeneratorExit", kind_name(generator_get(f->slots[0])));
}

Value generator_close(Vm *vm, Value generator) {
    Generator *g = generator_get(generator);
    if (g->state == GEN_CLOSED) return V_NONE;
    if (g->state == GEN_RUNNING) return raise_value(vm, "%s already executing", kind_name(g));
    if (g->state == GEN_CREATED) {
        Frame *f = g->frame;
        g->state = GEN_CLOSED;
        g->frame = NULL;
        f->generator = NULL;
        DECREF(vm, f);
        return V_NONE;
    }
    Frame *s = step_push(vm, close_step, 1);
    if (!s) return V_ERROR;
    s->slots[0] = own(generator);
    return V_CALL;
}

// ---- methods

static Value gen_send(Vm *vm, const Value *args, u32 n) { return generator_resume(vm, args[0], args[1]); }
static Value gen_close(Vm *vm, const Value *args, u32 n) { return generator_close(vm, args[0]); }
static Value gen_next(Vm *vm, const Value *args, u32 n) { return generator_resume(vm, args[0], V_NONE); }
static Value gen_iter(Vm *vm, Value self) { return own(self); }

// throw(type[, value[, tb]]) -> the instance to throw, owned; V_PYTHON when a class must be called
static Value throw_instance(Vm *vm, const Value *args) {
    Value type = args[1], value = args[2];
    if (is_exception(type)) {
        if (value != V_UNSET && value != V_NONE) return raise_type(vm, "instance exception may not have a separate value");
        return own(type);
    }
    if (!is_exception_class(vm, type))
        return raise_type(vm, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    if (is_exception(value)) return own(value);
    if (type_get(type)->id == T_HEAP) return V_PYTHON;
    if (value == V_UNSET || value == V_NONE) return exception_new(vm, type_get(type)->id, NULL, 0);
    return exception_new(vm, type_get(type)->id, &value, 1);
}
static Value gen_throw(Vm *vm, const Value *args, u32 n) {
    Value exc = throw_instance(vm, args);
    if (is_marker(exc)) return exc;
    if (value_is(args[3], T_TRACEBACK)) {
        Exception *e = exception_get(exc);
        XDECREF(vm, e->traceback);
        e->traceback = (Traceback *)object_get(own(args[3]));
    }
    Value v = generator_throw(vm, args[0], exc);
    decref(vm, exc);
    return v;
}

static Value g_name(Vm *vm, Value v) { return own(value_object(generator_name(generator_get(v)))); }
static Value g_qualname(Vm *vm, Value v) { return own(value_object(generator_qualname(generator_get(v)))); }
static int set_name(Vm *vm, Str **slot, Value value, const char *what) {
    if (!value_has(value, SHAPE_STR)) return raise_type(vm, "%s must be set to a string object", what), IS_ERROR;
    Str *old = *slot;
    INCREF(*slot = str_get(value));
    XDECREF(vm, old);
    return 0;
}
static int g_set_name(Vm *vm, Value v, Value value) { return set_name(vm, &generator_get(v)->name, value, "__name__"); }
static int g_set_qualname(Vm *vm, Value v, Value value) { return set_name(vm, &generator_get(v)->qualname, value, "__qualname__"); }
static Value g_running(Vm *vm, Value v) { return value_bool(generator_get(v)->state == GEN_RUNNING); }
static Value g_suspended(Vm *vm, Value v) { return value_bool(generator_get(v)->state == GEN_SUSPENDED); }
static Value g_frame(Vm *vm, Value v) { return generator_get(v)->frame ? own(value_object(generator_get(v)->frame)) : V_NONE; }
static Value g_code(Vm *vm, Value v) { return own(value_object(generator_get(v)->code)); }
static Value g_delegate(Vm *vm, Value v) {
    Generator *g = generator_get(v);
    return g->state == GEN_SUSPENDED && AWAITING(g->frame) ? own(AWAITED(g->frame)) : V_NONE;
}
static Value g_origin(Vm *vm, Value v) { return generator_get(v)->origin == V_UNSET ? V_NONE : own(generator_get(v)->origin); }
static Value a_running(Vm *vm, Value v) { return value_bool(generator_get(v)->running_async); }

static const NativeDef generator_methods[] = {
    {"send", "($self, value, /)", gen_send, NULL, 0},
    {"throw", "($self, type, value=None, traceback=None, /)", gen_throw, "_generator.throw", 0},
    {"close", "($self, /)", gen_close, NULL, 0},
    {"__next__", "($self, /)", gen_next, NULL, 0},
    {0},
};
static const GetSetDef generator_getset[] = {
    {"__name__", g_name, g_set_name}, {"__qualname__", g_qualname, g_set_qualname}, {"gi_running", g_running, NULL},
    {"gi_suspended", g_suspended, NULL}, {"gi_frame", g_frame, NULL}, {"gi_code", g_code, NULL}, {"gi_yieldfrom", g_delegate, NULL}, {0}};

static Value generator_repr(Vm *vm, Value v) {
    Generator *g = generator_get(v);
    const char *what = value_is(v, T_COROUTINE) ? "coroutine" : value_is(v, T_ASYNC_GENERATOR) ? "async_generator" : "generator";
    Str *s = str_format(vm, "<%s object %S at 0x%llx>", what, generator_qualname(g), (unsigned long long)(uintptr_t)g);
    return s ? value_object(s) : V_ERROR;
}

// ---- life

static bool generator_gc_finalize(Vm *vm, Object *o) {
    Generator *g = (Generator *)o;
    return g->state == GEN_SUSPENDED && generator_finalize(vm, g);
}
static void generator_dealloc(Vm *vm, Object *o) {
    Generator *g = (Generator *)o;
    if (g->state == GEN_SUSPENDED && generator_finalize(vm, g)) return; // lives on until its `finally` has run
    if (g->state == GEN_CREATED && (g->code->flags & CO_COROUTINE) && !g->awaited) {
        g->awaited = true;
        g->head.refs = 1;
        warn_never_awaited(vm, g);
        if (--g->head.refs) return;
    }
    Frame *f = g->frame;
    if (f) {
        if (g->state == GEN_SUSPENDED) frame_drop(vm, f, 0, g->code->depth[frame_place(f)]);
        g->frame = NULL;
        f->generator = NULL;
        g->state = GEN_CLOSED;
        DECREF(vm, f);
    }
    decref(vm, g->exc.exc);
    decref(vm, g->finalizer);
    decref(vm, g->origin);
    decref(vm, g->asend);
    DECREF(vm, g->code);
    XDECREF(vm, g->name);
    XDECREF(vm, g->qualname);
    Machine *m = vm->machine;
    if (FRAMES_POOLED && likely(m->free_generator_count < FREE_GENERATORS && !m->closing)) {
        gc_untrack(vm, o);
        g->frame = (Frame *)m->free_generators;
        m->free_generators = g;
        m->free_generator_count++;
    } else object_dispose(vm, o, sizeof *g);
}
static void generator_traverse(Object *o, Visit *visit) {
    Generator *g = (Generator *)o;
    visit_value(visit, g->exc.exc);
    visit_value(visit, g->finalizer);
    visit_value(visit, g->asend);
    Frame *f = g->frame;
    if (!f || g->state == GEN_RUNNING) return; // on a fiber: a root
    if (f->head.refs != 1) { // a traceback has it, too: it is asked itself
        visit_object(visit, f);
        return;
    }
    Code *code = f->code;
    u32 live = g->state == GEN_SUSPENDED ? code->depth[frame_place(f)] : 0;
    for (u32 i = 0; i < code->nlocals + live; i++) visit_value(visit, f->slots[i]);
    for (u32 i = 0, at = code->nlocals + code->ntemps; i < code->nfar; i++) visit_value(visit, f->slots[at + i]);
    visit_value(visit, f->ns);
    visit_object(visit, f->function);
}
static void generator_clear(Vm *vm, Object *o) {
    Generator *g = (Generator *)o;
    Value asend = g->asend; // which owns the generator
    g->asend = V_UNSET;
    decref(vm, asend);
    Frame *f = g->frame;
    if (!f || g->state == GEN_RUNNING) return;
    if (g->state == GEN_SUSPENDED) frame_drop(vm, f, 0, g->code->depth[frame_place(f)]);
    g->frame = NULL;
    f->generator = NULL;
    g->state = GEN_CLOSED;
    DECREF(vm, f);
}

#define LIFE .dealloc = generator_dealloc, .traverse = generator_traverse, .clear = generator_clear, .finalize = generator_gc_finalize, .repr = generator_repr
const TypeSpec generator_spec = {
    .name = "generator", .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(Generator),
    .slots = {LIFE, .iter = gen_iter}, .methods = generator_methods, .getset = generator_getset};

// ---- coroutines

typedef struct CoroutineWrapper { Object head; Value coroutine; } CoroutineWrapper;
Value coroutine_wrapped(Value v) { return ((CoroutineWrapper *)object_get(v))->coroutine; }
static Value coroutine_await(Vm *vm, Value self) {
    CoroutineWrapper *w = object_new_gc(vm, vm_type(vm, T_COROUTINE_WRAPPER), sizeof *w);
    if (!w) return V_ERROR;
    w->coroutine = own(self);
    return value_object(w);
}
static const NativeDef coroutine_methods[] = {
    {"send", "($self, value, /)", gen_send, NULL, 0},
    {"throw", "($self, type, value=None, traceback=None, /)", gen_throw, "_generator.throw", 0},
    {"close", "($self, /)", gen_close, NULL, 0},
    {0},
};
static const GetSetDef coroutine_getset[] = {
    {"__name__", g_name, g_set_name}, {"__qualname__", g_qualname, g_set_qualname}, {"cr_running", g_running, NULL},
    {"cr_suspended", g_suspended, NULL}, {"cr_frame", g_frame, NULL}, {"cr_code", g_code, NULL}, {"cr_await", g_delegate, NULL},
    {"cr_origin", g_origin, NULL}, {0}};
const TypeSpec coroutine_spec = {
    .name = "coroutine", .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(Generator),
    .slots = {LIFE, .await = coroutine_await}, .methods = coroutine_methods, .getset = coroutine_getset};

static void wrapper_dealloc(Vm *vm, Object *o) {
    decref(vm, ((CoroutineWrapper *)o)->coroutine);
    object_dispose(vm, o, sizeof(CoroutineWrapper));
}
static void wrapper_traverse(Object *o, Visit *visit) { visit_value(visit, ((CoroutineWrapper *)o)->coroutine); }
static Value wrapper_send(Vm *vm, const Value *args, u32 n) { return generator_resume(vm, coroutine_wrapped(args[0]), args[1]); }
static Value wrapper_close(Vm *vm, const Value *args, u32 n) { return generator_close(vm, coroutine_wrapped(args[0])); }
static Value wrapper_throw(Vm *vm, const Value *args, u32 n) {
    Value inner[4] = {coroutine_wrapped(args[0]), args[1], args[2], args[3]};
    return gen_throw(vm, inner, 4);
}
static Value wrapper_next(Vm *vm, const Value *args, u32 n) { return generator_resume(vm, coroutine_wrapped(args[0]), V_NONE); }
static const NativeDef wrapper_methods[] = {
    {"send", "($self, value, /)", wrapper_send, NULL, 0},
    {"throw", "($self, type, value=None, traceback=None, /)", wrapper_throw, "_generator.throw", 0},
    {"close", "($self, /)", wrapper_close, NULL, 0},
    {"__next__", "($self, /)", wrapper_next, NULL, 0},
    {0},
};
const TypeSpec coroutine_wrapper_spec = {
    .name = "coroutine_wrapper", .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(CoroutineWrapper),
    .slots = {.dealloc = wrapper_dealloc, .traverse = wrapper_traverse, .iter = gen_iter}, .methods = wrapper_methods, .getset = NULL};

// ---- asynchronous generators: their asend(), athrow() and aclose() are in asyncgen.c

static Value agen_iter(Vm *vm, Value self) { return own(self); }
static const GetSetDef async_generator_getset[] = {
    {"__name__", g_name, g_set_name}, {"__qualname__", g_qualname, g_set_qualname}, {"ag_running", a_running, NULL},
    {"ag_suspended", g_suspended, NULL}, {"ag_frame", g_frame, NULL}, {"ag_code", g_code, NULL}, {"ag_await", g_delegate, NULL}, {0}};
const TypeSpec async_generator_spec = {
    .name = "async_generator", .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(Generator),
    .slots = {LIFE, .aiter = agen_iter, .anext = asyncgen_anext}, .methods = async_generator_methods, .getset = async_generator_getset};
