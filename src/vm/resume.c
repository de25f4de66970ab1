// resume.c: generators and coroutines at work: made, resumed, awaited, yielding and returning; the usual ways first.
//
// A chain of awaits is a chain of frames. Resuming the outermost walks down to the innermost that is not itself waiting on
// a generator, linking each frame to the one above it, and goes on there: nothing is copied, no level runs any code.
#include "vm/generator.h"
#include "vm/quick.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/ops.h"
#include "obj/type.h"

#define A ((insn >> 8) & 255)
#define B ((insn >> 16) & 255)

#define FREE_GENERATORS 64 // so many are kept for use again

void generator_keep(Vm *vm, Generator *g) {
    Machine *m = vm->machine;
    if (FRAMES_POOLED && likely(m->free_generator_count < FREE_GENERATORS && !m->closing)) {
        gc_untrack(vm, &g->head);
        g->frame = (Frame *)m->free_generators;
        m->free_generators = g;
        m->free_generator_count++;
    } else object_dispose(vm, &g->head, sizeof *g);
}

Value generator_new(Vm *vm, Frame *frame, bool track) {
    Fiber *fiber = vm->fiber;
    Machine *m = vm->machine;
    Code *code = frame->code;
    Function *function = frame->function;
    frame_unlink(fiber, frame);
    frame->back = NULL;
    Type *type = vm_type(vm, code->flags & CO_COROUTINE ? T_COROUTINE : code->flags & CO_ASYNC_GENERATOR ? T_ASYNC_GENERATOR : T_GENERATOR);
    Generator *g = m->free_generators;
    if (likely(g != NULL)) {
        m->free_generators = (Generator *)g->frame;
        m->free_generator_count--;
        g->head.refs = 1;
        g->head.shape = type->shape;
        g->name = g->qualname = NULL;
        g->state = GEN_CREATED;
        g->finalized = g->awaited = g->hooks = g->running_async = g->closed = false;
        if (track) gc_track(vm, &g->head);
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
    if (unlikely(m->origin_depth) && code->flags & CO_COROUTINE && !(code->flags & CO_HIDDEN)) {
        Value calls = frame_calls(vm, fiber->frame, m->origin_depth);
        if (calls == V_ERROR) return DECREF(vm, g), V_ERROR;
        g->origin = calls;
    }
    return value_object(g);
}

// Puts a generator's frame on top of the running fiber. false: it can not run now.
bool generator_enter(Vm *vm, Generator *g) {
    Fiber *fiber = vm->fiber;
    if (g->state == GEN_RUNNING) return raise_value(vm, "%s already executing", generator_kind(g)), false;
    Frame *f = g->frame;
    bool hidden = f->code->flags & CO_HIDDEN;
    if (!hidden && fiber->depth >= vm->machine->recursion_limit)
        return raise(vm, T_RecursionError, "maximum recursion depth exceeded"), false;
    generator_link(fiber, g, RETURN_DELIVER);
    return true;
}

Value generator_resume(Vm *vm, Value generator, Value sent) {
    for (u8 ret = RETURN_DELIVER;; ret = RETURN_AWAIT) {
        Generator *g = generator_get(generator);
        if (unlikely(g->state == GEN_CLOSED)) {
            if (g->code->flags & CO_COROUTINE) return raise_runtime(vm, "cannot reuse already awaited coroutine");
            return raise_stop_iteration(vm, V_NONE);
        }
        bool created = g->state == GEN_CREATED;
        if (unlikely(created && sent != V_NONE && sent != V_ERROR))
            return raise_type(vm, "can't send non-None value to a just-started %s", generator_kind(g));
        if (unlikely(!generator_enter(vm, g))) return V_ERROR;
        Frame *f = g->frame;
        f->ret = ret;
        if (created) return V_CALL;
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
    if (likely(sent == V_NONE && type->slots->next && !slot_is_python(type, SLOT_NEXT))) {
        v = type->slots->next(vm, delegate);
        if (v == V_PYTHON) v = slot_python(vm, type, SLOT_NEXT, 0, &delegate, 1);
        if (v == V_STOP) {
            v = vm->stop_value == V_UNSET ? V_NONE : vm->stop_value;
            vm->stop_value = V_UNSET;
            fr->pc = store_result(vm, fr, v);
            return GO_ON;
        }
    } else if (value_is(delegate, T_GENERATOR) || value_is(delegate, T_COROUTINE)) v = generator_resume(vm, delegate, sent);
    else if (value_is(delegate, T_ASYNC_GEN_SEND) || value_is(delegate, T_ASYNC_GEN_THROW)) v = asyncgen_send(vm, delegate, sent);
    else if (value_is(delegate, T_COROUTINE_WRAPPER)) v = generator_resume(vm, coroutine_wrapped(delegate), sent);
    else if (sent == V_NONE) v = call_method(vm, delegate, vm->names.__next__, NULL, 0);
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

// ---- from eval (quick.h)

INLINE bool too_deep(Vm *vm) { return vm->fiber->depth >= vm->machine->recursion_limit; }

// A generator that waits at a yield (or has not begun) goes on with None. false: it can not.
INLINE bool go_on(Vm *vm, Generator *g, u8 ret) {
    if (unlikely(g->state > GEN_SUSPENDED || too_deep(vm))) return false;
    Frame *frame = g->frame;
    if (g->state == GEN_SUSPENDED) {
        u32 insn = *frame->pc;
        if (unlikely((insn & 255) != OP_YIELD)) return false; // at a `yield from`
        frame->slots[A] = V_NONE; // what the yield gives
        frame->pc += 1;
    }
    generator_link(vm->fiber, g, ret);
    return true;
}

Value quick_next(Vm *vm, Frame *fr, Object *it) {
    Type *type = it->shape->type;
    if (type->id == T_GENERATOR) {
        if (likely(go_on(vm, (Generator *)it, RETURN_ITER))) return V_CALL;
    } else if (likely(type->slots->next && !slot_is_python(type, SLOT_NEXT))) {
        Value v = type->slots->next(vm, value_object(it));
        if (likely(!is_marker(v))) return v;
        if (v == V_STOP && vm->stop_value == V_UNSET) return v;
        return iterator_got(vm, fr, type, value_object(it), v);
    }
    return iterator_next(vm, fr, value_object(it));
}

bool quick_await(Vm *vm, Frame *fr, u32 insn) {
    Value w = fr->slots[A];
    if (unlikely(!value_is(w, T_COROUTINE))) return false;
    Generator *g = generator_get(w);
    if (unlikely(g->state != GEN_CREATED || too_deep(vm))) return false;
    generator_link(vm->fiber, g, RETURN_AWAIT);
    return true;
}

// A coroutine that AWAIT has started (RETURN_AWAIT) ends with v, the result of the AWAIT.
bool quick_return(Vm *vm, Frame *fr, Value v) {
    if (unlikely(fr->ret != RETURN_AWAIT)) return false;
    Fiber *fiber = vm->fiber;
    Generator *g = fr->generator;
    Frame *back = fr->back;
    Value *place = back->slots + ((*back->pc >> 8) & 255), awaited = *place;
    fiber->exc = g->exc.prev;
    g->state = GEN_CLOSED;
    g->frame = NULL;
    fr->generator = NULL;
    if (likely(fr->head.refs == 1 && fr->code->flags & CO_SIMPLE && FRAMES_POOLED)) {
        Function *function = fr->function;
        frame_unlink(fiber, fr);
        for (u32 i = fr->code->nlocals; i;) decref(vm, fr->slots[--i]);
        frame_pool(fr);
        DECREF(vm, function);
    } else frame_leave(vm, fr);
    *place = v;
    back->pc += 1;
    // It goes at once when nobody else has it: two owners are its running and the operand of AWAIT.
    if (likely(g->head.refs == 2 && awaited == value_object(g) && !vm->weakrefs && g->exc.exc == V_UNSET && g->origin == V_UNSET && !g->name && !g->qualname)) {
        g->head.refs = 0;
        DECREF(vm, g->code);
        generator_keep(vm, g);
    } else {
        DECREF(vm, g);
        decref(vm, awaited);
    }
    return true;
}

bool quick_yield(Vm *vm, Frame *fr, u32 insn) {
    u8 ret = fr->ret;
    if (unlikely(ret != RETURN_ITER && ret != RETURN_ANEXT)) return false;
    Fiber *fiber = vm->fiber;
    Generator *g = fr->generator;
    Frame *back = fr->back;
    Value v = fr->slots[B];
    if (B < fr->code->nlocals) incref(v);
    fiber->exc = g->exc.prev;
    g->state = GEN_SUSPENDED;
    g->head.refs--; // the owner that running had added: the iterator's register is another
    frame_unlink(fiber, fr);
    fr->back = NULL;
    insn = *back->pc;
    if (ret == RETURN_ITER) {
        Value *place = back->slots + B, old = *place;
        *place = v;
        if ((insn & 255) == OP_FOR_ITER) decref(vm, old);
        back->pc += 2;
    } else {
        g->head.refs--; // the operand of AWAIT
        g->running_async = false;
        back->slots[A] = v;
        back->pc += 1;
    }
    return true;
}

// The next item of `async for`: GET_ANEXT and the AWAIT that follows are one step when __anext__ is an ordinary coroutine
// function, and when the iterator is an asynchronous generator. That one then stands in the operand of AWAIT itself, in place
// of the awaitable that asyncgen_anext makes, which nothing can see while it runs; when it suspends, anext_suspended
// makes one.
Value quick_anext(Vm *vm, Frame *fr, u32 insn) {
    Value it = fr->slots[B];
    if (unlikely(!is_object(it) || fr->pc[1] != (OP_AWAIT | A << 8))) return V_PYTHON;
    if (shape_of(it)->type_id == T_ASYNC_GENERATOR) {
        Generator *g = generator_get(it);
        if (unlikely(g->running_async || g->closed || !g->hooks || !go_on(vm, g, RETURN_ANEXT))) return V_PYTHON;
        g->running_async = true;
        g->head.refs++;
        fr->slots[A] = it;
        fr->pc += 1;
        return V_CALL;
    }
    Type *type = shape_of(it)->type;
    if (unlikely(!slot_is_python(type, SLOT_ANEXT) || too_deep(vm))) return V_PYTHON;
    Value f = type_lookup(vm, type, vm->names.__anext__);
    if (unlikely(!value_is(f, T_FUNCTION))) return V_PYTHON;
    Function *function = function_get(f);
    Code *code = function->code;
    if (unlikely(code->argcount != 1 || (code->flags & (CO_COROUTINE | CO_SIMPLE)) != (CO_COROUTINE | CO_SIMPLE))) return V_PYTHON;
    Frame *frame = code->free_frames;
    if (likely(frame != NULL)) {
        code->free_frames = frame->back;
        INCREF(function);
        frame_link(vm->fiber, frame, function);
    } else if (!(frame = frame_push(vm, function))) return V_ERROR;
    frame->slots[0] = own(it);
    for (u32 i = 1; i < code->nlocals; i++) frame->slots[i] = V_UNSET;
    Value w = generator_new(vm, frame, false);
    if (unlikely(w == V_ERROR)) return w;
    fr->slots[A] = w;
    fr->pc += 1;
    generator_link(vm->fiber, generator_get(w), RETURN_AWAIT);
    return V_CALL;
}
