// generator.c: generators and coroutines as Python sees them, and throwing into and closing them. What runs them is in resume.c.
#include "vm/generator.h"
#include "vm/machine.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/ops.h"
#include "obj/type.h"


const char *generator_kind(const Generator *g) {
    return g->code->flags & CO_ASYNC_GENERATOR ? "async generator" : g->code->flags & CO_COROUTINE ? "coroutine" : "generator";
}

bool is_generator(Value v) {
    return value_is(v, T_GENERATOR) || value_is(v, T_COROUTINE) || value_is(v, T_ASYNC_GENERATOR);
}

void generators_close(Vm *vm) {
    Machine *m = vm->machine;
    for (Generator *g; (g = m->free_generators);) {
        m->free_generators = (Generator *)g->frame;
        object_dispose(vm, &g->head, sizeof *g);
    }
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
        if (!generator_enter(vm, g)) return V_ERROR;
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
    // What an asynchronous generator yields comes as a result; it ends with StopAsyncIteration.
    if (f->event == EVENT_RETURNED && !value_is(f->slots[0], T_ASYNC_GENERATOR)) return own(in);
    return raise_runtime(vm, "%s ignored GeneratorExit", generator_kind(generator_get(f->slots[0])));
}

Value generator_close(Vm *vm, Value generator) {
    Generator *g = generator_get(generator);
    if (g->state == GEN_CLOSED) return V_NONE;
    if (g->state == GEN_RUNNING) return raise_value(vm, "%s already executing", generator_kind(g));
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

// throw(type[, value[, tb]]) -> the instance to throw, owned; V_PYTHON: the prelude makes it and comes again
Value throw_instance(Vm *vm, const Value *args) {
    Value type = args[1];
    if (args[2] != V_UNSET) return V_PYTHON; // deprecated: with a warning
    if (is_exception(type)) return own(type);
    if (!is_exception_class(vm, type))
        return raise_type(vm, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    return type_get(type)->id == T_HEAP ? V_PYTHON : exception_new(vm, type_get(type)->id, NULL, 0);
}
static Value gen_throw(Vm *vm, const Value *args, u32 n) {
    Value exc = throw_instance(vm, args);
    if (is_marker(exc)) return exc;
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

// Nobody has it any more. true: it lives on until its `finally` has run.
static bool generator_ends(Vm *vm, Object *o) {
    Generator *g = (Generator *)o;
    if (g->state == GEN_SUSPENDED) return generator_finalize(vm, g);
    if (g->state == GEN_CREATED && (g->code->flags & CO_COROUTINE) && !g->awaited) {
        g->awaited = true;
        warn_never_awaited(vm, "coroutine '%S' was never awaited", generator_qualname(g), g->origin);
    }
    return false;
}
static void generator_dealloc(Vm *vm, Object *o) {
    Generator *g = (Generator *)o;
    if (generator_ends(vm, o)) return;
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
    generator_keep(vm, g);
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

#define LIFE .dealloc = generator_dealloc, .traverse = generator_traverse, .clear = generator_clear, .finalize = generator_ends, .repr = generator_repr
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
