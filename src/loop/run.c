// run.c: running an event loop. One step native does what run_forever and _run_once do: it takes what is ready, calls
// it (a coroutine is resumed, a callback called), and is entered again with what came of it. When nothing is ready it
// puts its fiber to sleep. Order and rounds are CPython's: each round runs what was ready when it began.
#include "loop/clock.h"
#include "loop/context.h"
#include "loop/loop.h"
#include "obj/call.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"

// Slots of the frame. What is being run is kept there until it is done; BEFORE: the context that was current. HELD and
// HOW: what came, and its event (V_ERROR: it is an exception), while finalizers run first.
enum { LOOP, FUTURE, WHAT, ARG, BEFORE, HELD, HOW, RUN_SLOTS };
// What the value that comes in is the result of.
enum { AT_START, OF_TASK, OF_CALL, OF_REPORT, OF_SLEEP, OF_CANCEL, OF_RESULT, OF_FINALIZERS };

// The answer of a call made by the step native f is not the result yet.
static bool comes_later(Vm *vm, const Frame *f, Value v) {
    return v == V_CALL || v == V_SUSPEND || (v == V_ERROR && vm->fiber->frame != f);
}

static void drop(Vm *vm, Frame *f, u32 slot) {
    Value v = f->slots[slot];
    f->slots[slot] = V_UNSET;
    decref(vm, v);
}

static bool is_fatal(Vm *vm) { return exc_matches(vm, T_KeyboardInterrupt) || exc_matches(vm, T_SystemExit); }

static Value call_named(Vm *vm, Value object, const char *method) {
    Str *name = str_intern(vm, method, strlen(method));
    if (!name) return V_ERROR;
    Value v = call_method(vm, object, name, NULL, 0);
    DECREF(vm, name);
    return v;
}

static bool run_starts(Vm *vm, Frame *f) {
    EventLoop *loop = event_loop_get(f->slots[LOOP]);
    if (f->slots[FUTURE] != V_UNSET && !future_when_done(vm, future_get(f->slots[FUTURE]), f->slots[LOOP], V_UNSET))
        return false;
    loop->running = true;
    loop->origin_depth = vm->machine->origin_depth;
    if (loop->debug) vm->machine->origin_depth = DEBUG_STACK_DEPTH;
    loop->fiber = vm->fiber;
    Value old = vm->fiber->loop;
    vm->fiber->loop = own(f->slots[LOOP]);
    decref(vm, old);
    return true;
}

// The loop has stopped, or (V_ERROR) an exception ends it: what the native answers.
static Value run_ends(Vm *vm, Frame *f, Value answer) {
    EventLoop *loop = event_loop_get(f->slots[LOOP]);
    loop->stopping = loop->running = false;
    vm->machine->origin_depth = loop->origin_depth;
    loop->fiber = NULL;
    Value running = vm->fiber->loop;
    vm->fiber->loop = V_UNSET;
    decref(vm, running);
    Value v = f->slots[FUTURE];
    if (v == V_UNSET) return answer;
    Future *future = future_get(v);
    future_forget_callback(vm, future, f->slots[LOOP]);
    if (answer == V_ERROR) {
        if (is_task(v) && !future->log_destroyed && future->state == FUTURE_FINISHED) future->log_traceback = false;
        return V_ERROR;
    }
    if (future->state == FUTURE_PENDING) return raise_runtime(vm, "Event loop stopped before Future completed.");
    f->state = OF_RESULT;
    return future_overrides(vm, v, "result") ? call_named(vm, v, "result") : future_result(vm, future);
}

// The future of run_until_complete is done.
static void stop(Vm *vm, EventLoop *loop, Future *future) {
    if (future->state != FUTURE_CANCELLED) {
        future->log_traceback = false;
        Value e = future->exception;
        if (e != V_UNSET && (type_is_subtype(vm, type_of(vm, e), vm_type(vm, T_KeyboardInterrupt)) ||
                             type_is_subtype(vm, type_of(vm, e), vm_type(vm, T_SystemExit))))
            return; // it has ended the loop already
    }
    loop->stopping = true;
}

// Begins a round. 0: something is ready; 1: the fiber sleeps; IS_ERROR.
static int round_begins(Vm *vm, Frame *f, EventLoop *loop) {
    if (loop->timer_count) timers_tidy(vm, loop);
    double now = loop->timer_count ? clock_now(vm) : 0;
    if (!loop->ready_count && !loop->stopping) {
        double wake = loop->timer_count ? loop->timers[0]->time : __builtin_inf();
        if (!loop->timer_count || wake > now) {
            f->state = OF_SLEEP;
            fiber_sleep(vm, vm->fiber, clock_wake(vm, wake));
            return 1;
        }
    }
    if (loop->timer_count && !timers_due(vm, loop, now)) return IS_ERROR;
    f->nargs = loop->ready_count;
    return 0;
}

// A callback has failed: the loop's exception handler is called.
static Value report(Vm *vm, Frame *f) {
    Value args[4] = {f->slots[LOOP], f->slots[WHAT], f->slots[ARG] == V_UNSET ? V_NONE : f->slots[ARG], exc_take(vm)};
    f->state = OF_REPORT;
    Value v = call_prelude(vm, "_asyncio_report.callback_failed", args, 4);
    decref(vm, args[3]);
    return v;
}

#define NOT_ENTERED V_STOP // in BEFORE: no context was entered

static bool enter(Vm *vm, Frame *f, Value context) {
    f->state = OF_CALL;
    if (context_enter(vm, context, &f->slots[BEFORE])) return true;
    f->slots[BEFORE] = NOT_ENTERED;
    return false;
}

// In debug mode: what has just ended took so long that the loop's owner should know.
static Value report_slow(Vm *vm, Frame *f, EventLoop *loop) {
    double seconds = clock_now(vm) - loop->began;
    if (seconds < loop->slow) return V_NONE;
    Value args[3] = {f->slots[WHAT], f->slots[ARG] == V_UNSET ? V_NONE : f->slots[ARG], value_float(seconds)};
    f->state = OF_REPORT;
    return call_prelude(vm, "_asyncio_report.slow", args, 3);
}

// What is ready next, taken from the queue into the frame, is called. OF_TASK or OF_CALL says what the answer is of;
// V_UNSET: it is done.
static Value run_next(Vm *vm, Frame *f, EventLoop *loop) {
    Ready next = loop->ready[loop->ready_first];
    loop->ready_first = (loop->ready_first + 1) & (loop->ready_room - 1);
    loop->ready_count--;
    f->nargs--;
    f->slots[WHAT] = next.what;
    f->slots[ARG] = next.arg;
    charge(vm, 10);
    if (unlikely(loop->debug)) loop->began = clock_now(vm);
    if (next.context != V_UNSET) { // a done callback
        bool entered = enter(vm, f, next.context);
        decref(vm, next.context);
        return entered ? call(vm, next.what, &next.arg, 1) : V_ERROR;
    }
    if (is_task(next.what)) {
        Task *task = task_get(next.what);
        if (!enter(vm, f, task->context)) return V_ERROR;
        Value exc = V_UNSET;
        if (is_future(next.arg)) {
            exc = task_wake(vm, next.arg);
            if (exc == V_ERROR) return V_ERROR;
            if (exc == V_PYTHON) {
                Value args[2] = {next.what, next.arg};
                return call_prelude(vm, "_asyncio.wakeup", args, 2);
            }
        } else exc = own(next.arg);
        loop->current = own(next.what);
        f->state = OF_TASK;
        Value v = task_resume(vm, task, exc);
        decref(vm, exc);
        return v;
    }
    if (is_event_loop(next.what)) {
        stop(vm, loop, future_get(next.arg));
        return V_UNSET;
    }
    Handle *h = handle_get(next.what);
    if (h->cancelled) return V_UNSET;
    if (value_is(h->callback, T_FUTURE)) { // of asyncio.sleep
        Future *future = future_get(h->callback);
        if (future->state == FUTURE_PENDING && !future_set_result(vm, future, h->args)) {
            f->slots[BEFORE] = NOT_ENTERED;
            f->state = OF_CALL;
            return V_ERROR;
        }
        return V_UNSET;
    }
    if (!enter(vm, f, h->context)) return V_ERROR;
    const Tuple *args = tuple_get(h->args);
    return call(vm, h->callback, args->items, args->len);
}

// What was called is done, well or not.
static void call_ends(Vm *vm, Frame *f, EventLoop *loop) {
    Value before = f->slots[BEFORE];
    f->slots[BEFORE] = V_UNSET;
    if (before != NOT_ENTERED) context_leave(vm, before);
    Value current = loop->current;
    if (current != V_UNSET) {
        loop->current = V_UNSET;
        decref(vm, current);
    }
}

// Dropping something has queued finalizers (__del__, closing a dropped asynchronous generator): they run before what
// came is looked at, so that what they schedule comes first, as in CPython. false: there are none.
static bool hold(Vm *vm, Frame *f, Value in) {
    if (likely(!finalizers_due(vm))) return false;
    if (f->slots[HOW] == V_UNSET) {
        f->slots[HOW] = in == V_ERROR ? V_ERROR : value_small(f->event);
        f->slots[HELD] = in == V_ERROR ? exc_take(vm) : own(in);
    }
    return finalizers_push(vm);
}

// What was held, owned; V_ERROR: the exception is pending again.
static Value unhold(Vm *vm, Frame *f) {
    Value in = f->slots[HELD], how = f->slots[HOW];
    f->slots[HELD] = f->slots[HOW] = V_UNSET;
    if (how != V_ERROR) return f->event = (u8)small_get(how), in;
    vm->exc = in;
    return V_ERROR;
}

static Value run_step(Vm *vm, Frame *f, Value in) {
    EventLoop *loop = event_loop_get(f->slots[LOOP]);
    bool fresh = false, owned = false; // `in` came from a call that answered at once: ours to drop
    Value v;
    switch (f->state) {
    case AT_START:
        if (!run_starts(vm, f)) return V_ERROR;
        fresh = true;
        break;
    case OF_RESULT: return in == V_ERROR ? V_ERROR : own(in);
    case OF_SLEEP:
        if (in != V_ERROR) break;
        // Stopped while everything waits: the main task of asyncio.run is cancelled, once.
        if (loop->main == V_UNSET || loop->interrupted || !exc_matches(vm, T_KeyboardInterrupt) ||
            future_get(loop->main)->state != FUTURE_PENDING)
            return run_ends(vm, f, V_ERROR);
        exc_clear(vm);
        loop->interrupted = true;
        f->state = OF_CANCEL;
        v = call_named(vm, loop->main, "cancel");
        if (comes_later(vm, f, v)) return v;
        decref(vm, v);
        in = v;
        // fall through
    case OF_CANCEL:
        if (in == V_ERROR) return run_ends(vm, f, V_ERROR);
        break;
    case OF_FINALIZERS: break;
    default: goto came;
    }
    for (;;) {
        if (unlikely(finalizers_due(vm)) && !fresh && finalizers_push(vm)) { // of what has just been dropped
            f->state = OF_FINALIZERS;
            return V_CALL;
        }
        if (f->nargs == 0) {
            if (loop->stopping && !fresh) break;
            fresh = false;
            int status = round_begins(vm, f, loop);
            if (status) return status == 1 ? V_SUSPEND : run_ends(vm, f, V_ERROR);
            if (!f->nargs) {
                if (loop->stopping) break;
                continue;
            }
        }
        in = run_next(vm, f, loop);
        if (in == V_UNSET) goto next;
        if (comes_later(vm, f, in)) return in;
        f->event = EVENT_RETURNED;
        owned = true;
    came:
        if (unlikely(hold(vm, f, in))) {
            if (owned) decref(vm, in);
            return V_CALL;
        }
        if (unlikely(f->slots[HOW] != V_UNSET)) { // they have run; or there is no memory to run them
            if (owned) decref(vm, in);
            in = unhold(vm, f);
            owned = true;
        }
        switch (f->state) {
        case OF_TASK: {
            int status = task_stepped(vm, task_get(f->slots[WHAT]), in, f->event);
            if (owned) decref(vm, in);
            owned = false;
            if (status == IS_PYTHON) {
                f->state = OF_CALL;
                return V_CALL;
            }
            in = status == IS_ERROR ? V_ERROR : V_NONE;
        } // fall through
        case OF_CALL:
            if (owned) decref(vm, in);
            owned = false;
            call_ends(vm, f, loop);
            if (likely(in != V_ERROR && !loop->debug)) break;
            if (in == V_ERROR && is_fatal(vm)) goto failed;
            in = in == V_ERROR ? report(vm, f) : report_slow(vm, f, loop);
            if (comes_later(vm, f, in)) return in;
            owned = true;
            // fall through
        default: // OF_REPORT
            if (in == V_ERROR) goto failed;
            if (owned) decref(vm, in);
            owned = false;
        }
    next:
        drop(vm, f, WHAT);
        drop(vm, f, ARG);
    }
    v = run_ends(vm, f, V_NONE);
    return v;
failed:
    drop(vm, f, WHAT);
    drop(vm, f, ARG);
    return run_ends(vm, f, V_ERROR);
}

Value loop_run(Vm *vm, EventLoop *loop, Value future) {
    Frame *f = step_push(vm, run_step, RUN_SLOTS);
    if (!f) return V_ERROR;
    f->slots[LOOP] = own(value_object(loop));
    f->slots[FUTURE] = own(future);
    return V_CALL;
}

// ---- a step out of turn: the eager first one, and when a future of another make wakes the task up

enum { TASK, EXCEPTION, OUTER, PREVIOUS, NOW_SLOTS };
enum { NOW_START, NOW_RESUMED, NOW_LAST };

static Value now_step(Vm *vm, Frame *f, Value in) {
    Task *task = task_get(f->slots[TASK]);
    EventLoop *loop = task->future.loop;
    bool eager = f->nargs, owned = false;
    int status = 0;
    switch (f->state) {
    case NOW_START:
        if (eager && !context_enter(vm, task->context, &f->slots[OUTER])) return V_ERROR;
        f->slots[PREVIOUS] = loop->current;
        loop->current = own(f->slots[TASK]);
        f->state = NOW_RESUMED;
        in = task_resume(vm, task, f->slots[EXCEPTION]);
        if (comes_later(vm, f, in)) return in;
        f->event = EVENT_RETURNED;
        owned = true;
        // fall through
    case NOW_RESUMED:
        status = task_stepped(vm, task, in, f->event);
        if (owned) decref(vm, in);
        if (status == IS_PYTHON) {
            f->state = NOW_LAST;
            return V_CALL;
        }
        break;
    default: status = in == V_ERROR ? IS_ERROR : 0;
    }
    Value current = loop->current;
    loop->current = f->slots[PREVIOUS];
    f->slots[PREVIOUS] = V_UNSET;
    decref(vm, current);
    if (eager) {
        Value outer = f->slots[OUTER];
        f->slots[OUTER] = V_UNSET;
        context_leave(vm, outer);
        if (task->future.state != FUTURE_PENDING) {
            Value coroutine = task->coroutine;
            task->coroutine = V_UNSET;
            decref(vm, coroutine);
        }
    }
    return status == IS_ERROR ? V_ERROR : V_NONE;
}

static Value step_now(Vm *vm, Task *task, Value exc, bool eager) {
    Frame *f = step_push(vm, now_step, NOW_SLOTS);
    if (!f) return V_ERROR;
    f->slots[TASK] = own(value_object(task));
    f->slots[EXCEPTION] = own(exc);
    f->nargs = eager;
    return V_CALL;
}
Value task_start_eagerly(Vm *vm, Task *task) { return step_now(vm, task, V_UNSET, true); }

static Value i_step(Vm *vm, const Value *args, u32 n) {
    return step_now(vm, task_get(args[0]), args[1] == V_NONE ? V_UNSET : args[1], false);
}
const NativeDef run_intrinsics[] = {{"_task_step", "(task, exception, /)", i_step, NULL, 0}, {0}};
