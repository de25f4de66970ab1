// thread.c: functions that run beside the event loop (run_in_executor, to_thread), each in a fiber of its own: where it
// waits, in time.sleep or input, the loop goes on. Fibers that have ended are used again.
#include "loop/loop.h"
#include "obj/call.h"
#include "obj/list.h"
#include "vm/run.h"

#define FIBER_BESIDE 0x80 // in Fiber.flags: one of these, not a run of the host

enum { FUTURE, CALLABLE, ARGUMENTS, SLOTS };

static void ended(Vm *vm, EventLoop *loop) {
    if (--loop->threads || loop->threads_waiter == V_UNSET) return;
    Value waiter = loop->threads_waiter;
    loop->threads_waiter = V_UNSET;
    if (future_get(waiter)->state == FUTURE_PENDING && !future_set_result(vm, future_get(waiter), V_NONE))
        exc_clear(vm);
    decref(vm, waiter);
}

static Value thread_step(Vm *vm, Frame *f, Value in) {
    Future *future = future_get(f->slots[FUTURE]);
    EventLoop *loop = future->loop;
    bool owned = false;
    if (in == V_UNSET) {
        in = V_NONE;
        if (future->state == FUTURE_PENDING) { // not cancelled before it began
            const Tuple *args = tuple_get(f->slots[ARGUMENTS]);
            in = call(vm, f->slots[CALLABLE], args->items, args->len);
            if (in == V_CALL || in == V_SUSPEND || (in == V_ERROR && vm->fiber->frame != f)) return in;
            owned = in != V_ERROR;
        }
    }
    Value exc = in == V_ERROR ? exc_take(vm) : V_UNSET;
    if (future->state == FUTURE_PENDING && !loop->closed) {
        bool good = exc != V_UNSET ? future_set_exception(vm, future, exc) : future_set_result(vm, future, in);
        if (!good) exc_clear(vm);
    }
    if (owned) decref(vm, in);
    decref(vm, exc);
    ended(vm, loop);
    return V_NONE;
}

Value loop_run_beside(Vm *vm, EventLoop *loop, Value callable, Value args) {
    Value future = future_new(vm, loop);
    if (future == V_ERROR) return V_ERROR;
    Fiber *fiber = vm->machine->fibers;
    while (fiber && !(fiber->state == FIBER_ENDED && fiber->flags & FIBER_BESIDE)) fiber = fiber->next;
    if (!fiber) fiber = fiber_new(vm);
    Frame *f = NULL;
    if (fiber) {
        fiber->flags = FIBER_BESIDE;
        fiber->asked = true;
        Fiber *self = vm->fiber;
        vm->fiber = fiber;
        f = step_push(vm, thread_step, SLOTS);
        vm->fiber = self;
        fiber->state = f ? FIBER_READY : FIBER_ENDED;
        fiber->resume = RESUME_RUN;
        fiber->failed = fiber->interrupt = false;
    }
    if (!f) return decref(vm, future), V_ERROR;
    f->slots[FUTURE] = own(future);
    f->slots[CALLABLE] = own(callable);
    f->slots[ARGUMENTS] = own(args);
    loop->threads++;
    return future;
}

// A future that is done when all have ended; None when they have.
Value loop_threads_end(Vm *vm, EventLoop *loop) {
    if (!loop->threads) return V_NONE;
    if (loop->threads_waiter == V_UNSET) {
        Value waiter = future_new(vm, loop);
        if (waiter == V_ERROR) return V_ERROR;
        loop->threads_waiter = waiter;
    }
    return own(loop->threads_waiter);
}
