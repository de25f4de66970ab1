// generator.h: generators, coroutines and asynchronous generators: frames that own themselves.
#ifndef AITER_GENERATOR_H
#define AITER_GENERATOR_H

#include "vm/frame.h"
#include "vm/machine.h"

enum GeneratorState { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_CLOSED };

struct Generator {
    Object head;
    Frame *frame;   // owned; NULL when closed
    Code *code;     // owned
    Str *name, *qualname; // NULL: as its code's
    ExcState exc;   // what it handles
    u8 state;
    u8 awaited;     // a coroutine: something has started it ("was never awaited")
    u8 hooks;       // an asynchronous generator: the loop has been told
    u8 running_async; // an asynchronous generator: an asend, athrow or aclose is under way
    u8 closed;      // an asynchronous generator: aclose was called or it ended
    u8 finalized;   // it was dropped unfinished and has had its chance to clean up
    Value asend;    // an asynchronous generator: the awaitable that drives it now (owned), or V_UNSET
    Value finalizer; // asynchronous generator: the loop's hook
    Value origin;   // coroutine: where it was made, or None
};
#define generator_get(value) ((Generator *)object_get(value))

INLINE Str *generator_name(const Generator *g) { return g->name ? g->name : g->code->name; }
INLINE Str *generator_qualname(const Generator *g) { return g->qualname ? g->qualname : g->code->qualname; }

// Puts a generator's frame on top of the running fiber. It must not run already, nor be closed.
INLINE void generator_link(Fiber *fiber, Generator *g, u8 ret) {
    Frame *f = g->frame;
    f->back = fiber->frame;
    f->ret = ret;
    fiber->frame = f;
    fiber->depth += !(f->code->flags & CO_HIDDEN);
    g->exc.prev = fiber->exc;
    fiber->exc = &g->exc;
    g->state = GEN_RUNNING;
    g->awaited = true;
    INCREF(g);
}
// A coroutine's frame that AWAIT has started (RETURN_AWAIT) ends with v, which becomes the result of the AWAIT.
void coroutine_returns(Vm *vm, Fiber *fiber, Frame *frame, Value v_take);
void generators_close(Vm *vm); // frees those that are kept for use again

// A new generator object for a frame that has been filled but not entered (the frame is taken over and popped).
Value generator_new(Vm *vm, Frame *frame);
// Resumes with a value (or raises vm->exc inside, when value is V_ERROR): pushes its frames and answers V_CALL; V_ERROR with
// what is wrong: an ended one raises StopIteration (or for coroutines RuntimeError).
Value generator_resume(Vm *vm, Value generator, Value sent);
// Throws: as generator.throw does, with delegation. Answers V_CALL, V_ERROR, or a value that a foreign delegate yielded.
Value generator_throw(Vm *vm, Value generator, Value exception);
// A running generator frame yields v (owned): suspends it and every frame that awaits it, and delivers v to who drives them.
// Answers the frame to go on with, see deliver.
int generator_yielded(Vm *vm, Frame *frame, Value v);
bool is_generator(Value v); // generator, coroutine or asynchronous generator
Value generator_close(Vm *vm, Value generator);
// AWAIT on a delegate that is no generator: asks it for its next value; fr is the top frame. Answers a Deliver.
int await_step(Vm *vm, Frame *fr);
Value coroutine_wrapped(Value wrapper); // the coroutine behind coroutine.__await__(): borrowed
// A dropped generator that is suspended where code would still run (finally, with): brought back to life and queued to be
// closed at the next check point. false: nothing to run. (finalize.c)
bool generator_finalize(Vm *vm, Generator *g);

// ---- asyncgen.c: what __anext__, asend, athrow and aclose of an asynchronous generator give
Value asyncgen_anext(Vm *vm, Value generator);
Value asyncgen_send(Vm *vm, Value awaitable, Value sent);     // V_CALL, V_ERROR, or a value yielded at once
Value asyncgen_throw(Vm *vm, Value awaitable, Value exception);
extern const NativeDef async_generator_methods[];
Value anext_awaitable_new(Vm *vm, Value awaitable, Value fallback);
// Tells the running event loop of an asynchronous generator that is iterated for the first time. false: exception. (loop)
bool asyncgen_firstiter(Vm *vm, Value generator);

#endif
