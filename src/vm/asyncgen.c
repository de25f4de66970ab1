// asyncgen.c: what the methods of asynchronous generators give (PEP 525): awaitables that drive the generator up to its
// next yield. asend() and __anext__() are one kind (AsyncGenSend), athrow() and aclose() the other (AsyncGenThrow).
#include "vm/generator.h"
#include "vm/machine.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/ops.h"
#include "obj/type.h"

enum { STEP_INIT, STEP_ITER, STEP_CLOSED };

typedef struct AsyncGenStep { // both kinds
    Object head;
    Value generator;
    Value value;      // asend: what is sent; athrow: the exception (V_UNSET: aclose)
    u8 state;
} AsyncGenStep;
#define step_get(v) ((AsyncGenStep *)object_get(v))

static Value step_new(Vm *vm, u16 type_id, Value generator, Value value) {
    AsyncGenStep *s = object_new_gc(vm, vm_type(vm, type_id), sizeof *s);
    if (!s) return V_ERROR;
    s->generator = own(generator);
    s->value = own(value);
    return value_object(s);
}

// The event loop is told of a generator when it is first iterated (sys.set_asyncgen_hooks).
static Value told(Vm *vm, Value generator, Value made) {
    Generator *g = generator_get(generator);
    if (g->hooks || made == V_ERROR) return made;
    g->hooks = true;
    if (asyncgen_firstiter(vm, generator)) return made;
    decref(vm, made);
    return V_ERROR;
}

void asyncgen_step_ends(Vm *vm, Generator *g) {
    g->running_async = false;
    if (g->asend != V_UNSET) {
        Value s = g->asend;
        g->asend = V_UNSET;
        step_get(s)->state = STEP_CLOSED;
        decref(vm, s);
    }
    if (g->state == GEN_CLOSED) g->closed = true;
}

static Value begin(Vm *vm, AsyncGenStep *s, const char *what) {
    Generator *g = generator_get(s->generator);
    if (g->running_async)
        return s->state = STEP_CLOSED, raise_runtime(vm, "%s(): asynchronous generator is already running", what);
    g->running_async = true;
    g->asend = own(value_object(s));
    s->state = STEP_ITER;
    return V_NONE;
}

bool anext_suspended(Vm *vm, Frame *frame) {
    Generator *g = frame->generator;
    Frame *back = frame->back;
    Value s = step_new(vm, T_ASYNC_GEN_SEND, value_object(g), V_NONE);
    if (s == V_ERROR) return false;
    step_get(s)->state = STEP_ITER;
    g->asend = own(s);
    back->slots[(*back->pc >> 8) & 255] = s;
    g->head.refs--; // what stood there
    frame->ret = RETURN_DELIVER;
    return true;
}

// aclose() and athrow(): the outcome is looked at by a step native between the generator and whoever awaits.
static Value close_step(Vm *vm, Frame *f, Value in) {
    AsyncGenStep *s = step_get(f->slots[0]);
    Generator *g = generator_get(s->generator);
    bool closing = s->value == V_UNSET;
    if (f->state == 0) { // start or go on
        f->state = 1;
        Value v;
        if (s->state == STEP_INIT) {
            bool ended = g->state == GEN_CLOSED;
            if (ended || (g->closed && !g->running_async)) {
                s->state = STEP_CLOSED;
                return ended ? raise_stop_iteration(vm, V_NONE) : raise(vm, T_StopAsyncIteration, NULL);
            }
            if (begin(vm, s, closing ? "aclose" : "athrow") == V_ERROR) return V_ERROR;
            if (closing) g->closed = true;
            Value exc = closing ? exception_new(vm, T_GeneratorExit, NULL, 0) : own(s->value);
            if (exc == V_ERROR) return V_ERROR;
            v = generator_throw(vm, s->generator, exc);
            decref(vm, exc);
        } else v = f->slots[1] == V_ERROR ? generator_throw(vm, s->generator, f->slots[2]) : generator_resume(vm, s->generator, f->slots[1]);
        if (v == V_CALL || v == V_SUSPEND) return v;
        if (v == V_ERROR && vm->fiber->frame != f) return V_ERROR;
        in = v;
    }
    if (in == V_ERROR) {
        bool ended = g->state == GEN_CLOSED;
        if (ended || s->state == STEP_CLOSED) asyncgen_step_ends(vm, g);
        s->state = STEP_CLOSED;
        if (closing && (exc_matches(vm, T_StopAsyncIteration) || exc_matches(vm, T_GeneratorExit))) {
            exc_clear(vm);
            return raise_stop_iteration(vm, V_NONE);
        }
        return V_ERROR;
    }
    if (f->event == EVENT_YIELDED) { // it waits on something: handed on
        f->event = EVENT_RETURNED;
        return own(in);
    }
    s->state = STEP_CLOSED; // it yielded a value of its own
    if (closing) return raise_runtime(vm, "async generator ignored GeneratorExit");
    return raise_stop_iteration(vm, in);
}

Value asyncgen_send(Vm *vm, Value awaitable, Value sent) {
    AsyncGenStep *s = step_get(awaitable);
    bool is_send = value_is(awaitable, T_ASYNC_GEN_SEND);
    if (s->state == STEP_CLOSED)
        return raise_runtime(vm, is_send ? "cannot reuse already awaited __anext__()/asend()" : "cannot reuse already awaited aclose()/athrow()");
    if (is_send) {
        if (s->state == STEP_INIT) {
            Generator *g = generator_get(s->generator);
            if (begin(vm, s, "anext") == V_ERROR) return V_ERROR;
            if (sent == V_NONE) sent = s->value;
            if (g->state == GEN_CLOSED) {
                asyncgen_step_ends(vm, g);
                return raise(vm, T_StopAsyncIteration, NULL);
            }
        }
        Value v = generator_resume(vm, s->generator, sent);
        if (v == V_ERROR && vm->fiber->frame && generator_get(s->generator)->state != GEN_RUNNING) asyncgen_step_ends(vm, generator_get(s->generator));
        return v;
    }
    if (s->state == STEP_INIT && sent != V_NONE) return raise_runtime(vm, "can't send non-None value to a just-started coroutine");
    Frame *f = step_push(vm, close_step, 3);
    if (!f) return V_ERROR;
    f->slots[0] = own(awaitable);
    f->slots[1] = own(sent);
    return V_CALL;
}

Value asyncgen_throw(Vm *vm, Value awaitable, Value exc) {
    AsyncGenStep *s = step_get(awaitable);
    if (s->state == STEP_CLOSED)
        return raise_runtime(vm, value_is(awaitable, T_ASYNC_GEN_SEND) ? "cannot reuse already awaited __anext__()/asend()" : "cannot reuse already awaited aclose()/athrow()");
    if (s->state == STEP_INIT) {
        if (begin(vm, s, "anext") == V_ERROR) return V_ERROR;
    }
    if (value_is(awaitable, T_ASYNC_GEN_SEND)) {
        Generator *g = generator_get(s->generator);
        Value v = generator_throw(vm, s->generator, exc);
        if (v == V_ERROR && g->state != GEN_RUNNING) asyncgen_step_ends(vm, g); // it has not been entered
        return v;
    }
    Frame *f = step_push(vm, close_step, 3);
    if (!f) return V_ERROR;
    f->slots[0] = own(awaitable);
    f->slots[1] = V_ERROR;
    f->slots[2] = own(exc);
    return V_CALL;
}

// ---- the generator's methods

Value asyncgen_anext(Vm *vm, Value generator) { return told(vm, generator, step_new(vm, T_ASYNC_GEN_SEND, generator, V_NONE)); }
static Value agen_asend(Vm *vm, const Value *args, u32 n) { return told(vm, args[0], step_new(vm, T_ASYNC_GEN_SEND, args[0], args[1])); }
Value asyncgen_aclose(Vm *vm, Value generator) { return told(vm, generator, step_new(vm, T_ASYNC_GEN_THROW, generator, V_UNSET)); }
static Value agen_aclose(Vm *vm, const Value *args, u32 n) { return asyncgen_aclose(vm, args[0]); }
static Value agen_athrow(Vm *vm, const Value *args, u32 n) {
    Value exc = throw_instance(vm, args);
    if (is_marker(exc)) return exc;
    Value made = step_new(vm, T_ASYNC_GEN_THROW, args[0], exc);
    decref(vm, exc);
    return told(vm, args[0], made);
}
const NativeDef async_generator_methods[] = {
    {"asend", "($self, value, /)", agen_asend, NULL, 0},
    {"athrow", "($self, type, value=None, traceback=None, /)", agen_athrow, "_generator.athrow", 0},
    {"aclose", "($self, /)", agen_aclose, NULL, 0},
    {0},
};

// ---- the awaitables' methods

static void step_dealloc(Vm *vm, Object *o) {
    AsyncGenStep *s = (AsyncGenStep *)o;
    if (s->state == STEP_INIT) {
        const char *format = o->shape->type_id == T_ASYNC_GEN_SEND ? "coroutine method 'asend' of '%S' was never awaited"
                             : s->value == V_UNSET                ? "coroutine method 'aclose' of '%S' was never awaited"
                                                                  : "coroutine method 'athrow' of '%S' was never awaited";
        warn_never_awaited(vm, format, generator_qualname(generator_get(s->generator)), V_UNSET);
    }
    decref(vm, s->generator);
    decref(vm, s->value);
    object_dispose(vm, o, sizeof *s);
}
static void step_traverse(Object *o, Visit *visit) {
    visit_value(visit, ((AsyncGenStep *)o)->generator);
    visit_value(visit, ((AsyncGenStep *)o)->value);
}
static Value step_self(Vm *vm, Value self) { return own(self); }
static Value step_send(Vm *vm, const Value *args, u32 n) { return asyncgen_send(vm, args[0], args[1]); }
static Value step_next(Vm *vm, const Value *args, u32 n) { return asyncgen_send(vm, args[0], V_NONE); }
static Value step_throw(Vm *vm, const Value *args, u32 n) {
    Value exc = throw_instance(vm, args);
    if (is_marker(exc)) return exc;
    Value v = asyncgen_throw(vm, args[0], exc);
    decref(vm, exc);
    return v;
}
static Value step_close(Vm *vm, const Value *args, u32 n) { return step_get(args[0])->state == STEP_CLOSED ? V_NONE : V_PYTHON; }
static const NativeDef step_methods[] = {
    {"send", "($self, value, /)", step_send, NULL, 0},
    {"throw", "($self, type, value=None, traceback=None, /)", step_throw, "_generator.throw", 0},
    {"close", "($self, /)", step_close, "_generator.step_close", 0},
    {"__next__", "($self, /)", step_next, NULL, 0},
    {0},
};
#define STEP_SPEC(spec, shown)                                                                                         \
    const TypeSpec spec##_spec = {                                                                                     \
        .name = shown, .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(AsyncGenStep), \
        .slots = {.dealloc = step_dealloc, .traverse = step_traverse, .iter = step_self, .await = step_self}, .methods = step_methods}
STEP_SPEC(async_gen_send, "async_generator_asend");
STEP_SPEC(async_gen_throw, "async_generator_athrow");

// ---- anext(iterator, default)

typedef struct AnextAwaitable { Object head; Value awaitable, fallback, coroutine; } AnextAwaitable; // coroutine: made when it is driven
static void anext_dealloc(Vm *vm, Object *o) {
    decref(vm, ((AnextAwaitable *)o)->awaitable);
    decref(vm, ((AnextAwaitable *)o)->fallback);
    decref(vm, ((AnextAwaitable *)o)->coroutine);
    object_dispose(vm, o, sizeof(AnextAwaitable));
}
static void anext_traverse(Object *o, Visit *visit) {
    visit_value(visit, ((AnextAwaitable *)o)->awaitable);
    visit_value(visit, ((AnextAwaitable *)o)->fallback);
    visit_value(visit, ((AnextAwaitable *)o)->coroutine);
}
Value anext_awaitable_new(Vm *vm, Value awaitable, Value fallback) {
    AnextAwaitable *a = object_new_gc(vm, vm_type(vm, T_ANEXT_AWAITABLE), sizeof *a);
    if (!a) return V_ERROR;
    a->awaitable = own(awaitable);
    a->fallback = own(fallback);
    a->coroutine = V_UNSET;
    return value_object(a);
}
// It is driven by way of a prelude coroutine that catches StopAsyncIteration. Borrowed; V_ERROR.
static Value anext_coroutine(Vm *vm, Value self) {
    AnextAwaitable *a = (AnextAwaitable *)object_get(self);
    if (a->coroutine == V_UNSET) {
        Value args[2] = {a->awaitable, a->fallback}, made = prelude_call(vm, "_generator.anext_default", args, 2);
        if (is_marker(made)) return V_ERROR;
        a->coroutine = made;
    }
    return a->coroutine;
}
static Value anext_await(Vm *vm, Value self) {
    Value c = anext_coroutine(vm, self);
    return c == V_ERROR ? c : own(c);
}
static Value anext_send(Vm *vm, const Value *args, u32 n) {
    Value c = anext_coroutine(vm, args[0]);
    return c == V_ERROR ? c : generator_resume(vm, c, args[1]);
}
static Value anext_next(Vm *vm, const Value *args, u32 n) {
    Value c = anext_coroutine(vm, args[0]);
    return c == V_ERROR ? c : generator_resume(vm, c, V_NONE);
}
static Value anext_throw(Vm *vm, const Value *args, u32 n) {
    Value c = anext_coroutine(vm, args[0]);
    return c == V_ERROR ? c : call_method(vm, c, vm->names.throw, args + 1, args[2] == V_UNSET ? 1 : args[3] == V_UNSET ? 2 : 3);
}
static Value anext_close(Vm *vm, const Value *args, u32 n) {
    Value c = anext_coroutine(vm, args[0]);
    return c == V_ERROR ? c : generator_close(vm, c);
}
static const NativeDef anext_methods[] = {
    {"send", "($self, value, /)", anext_send, NULL, 0},
    {"throw", "($self, type, value=None, traceback=None, /)", anext_throw, NULL, 0},
    {"close", "($self, /)", anext_close, NULL, 0},
    {"__next__", "($self, /)", anext_next, NULL, 0},
    {0},
};
const TypeSpec anext_awaitable_spec = {
    .name = "anext_awaitable", .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(AnextAwaitable),
    .slots = {.dealloc = anext_dealloc, .traverse = anext_traverse, .iter = step_self, .await = anext_await}, .methods = anext_methods};
