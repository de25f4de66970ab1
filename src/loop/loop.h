// loop.h: the event loop of asyncio and what it runs: futures, tasks, handles. A loop belongs to the fiber it runs in.
//
//     run.c        run_forever and run_until_complete: one step native, which drives everything
//     task_step.c  one step of a task: what its coroutine yields, returns or raises, and what that means
//     event_loop.c the type: ready queue, timers, call_soon … close
//     future.c, task.c, handle.c   their types;  asyncgen_hook.c  asynchronous generators that a loop has seen
//     thread.c     functions that run beside a loop (to_thread), in fibers of their own
//     context.c    context variables;  clock.c  the clock in seconds
//
// What is rare or shows objects of a program is in src/lib/_asyncio.py (prelude), the rest of the package asyncio in
// src/lib/asyncio.
#ifndef AITER_LOOP_H
#define AITER_LOOP_H

#include "obj/state.h"
#include "obj/exception.h"
#include "vm/machine.h"

typedef struct EventLoop EventLoop;
typedef struct Future Future;
typedef struct Task Task;
typedef struct Handle Handle;
typedef struct TimerHandle TimerHandle;
typedef struct AsyncgenHook AsyncgenHook;

typedef struct Moment { // of the virtual clock (clock.c)
    double ms, seconds;
} Moment;
// The loop room's own state, hung off vm->loops: made when first needed (loops_get), freed by loops_close.
typedef struct Loops {
    Value event_loop;  // asyncio.set_event_loop, or V_UNSET
    u64 tasks_named;   // Task-1, Task-2, …
    Moment moments[8];
    u32 next_moment;
} Loops;
Loops *loops_get(Vm *vm); // NULL: MemoryError

// ---- futures

// What to do when a future is done. context V_UNSET: fn is a Task, to be woken up, or the EventLoop, to be stopped.
typedef struct Callback {
    Value fn, context;
} Callback;

enum FutureState { FUTURE_PENDING, FUTURE_CANCELLED, FUTURE_FINISHED };

struct Future {
    Object head;
    EventLoop *loop; // NULL: __init__ has not run
    Callback first;  // fn V_UNSET: none. Nearly every future has one waiter at most
    Callback *more;
    u32 more_count, more_room;
    Value result;          // or V_UNSET
    Value exception;       // or V_UNSET
    Traceback *traceback;  // the exception's, as it was when it was set
    Value cancel_message;  // V_UNSET: None
    Value cancelled_error; // what ended the task: raised once, as it is
    Value awaited_by;      // for call graphs: a task, a set of several, or V_UNSET
    u8 state;
    bool blocking;      // __await__ has yielded it: whoever gets it now may wait for it
    bool log_traceback; // somebody should ask for the exception
    bool log_destroyed; // tasks: complain when it is dropped while pending
    bool finalized;     // __del__ is queued or has run
    bool must_cancel;   // tasks: CancelledError is due at the next step
    u8 kind;            // tasks: of the coroutine, see task_step.c
    bool listed;        // tasks: it is in the loop's list
    Attrs attrs;
};
#define future_get(value) ((Future *)object_get(value))

struct Task {
    Future future;
    Value coroutine; // V_UNSET: __init__ has not run, or it ended in its eager first step
    Value waiter;    // the future that it waits for, or V_UNSET
    Value name;      // a str; a number until somebody asks
    Value context;
    u32 cancels;           // cancel() less uncancel()
    Task *next, *previous; // in loop->tasks, not owned
};
#define task_get(value) ((Task *)object_get(value))

INLINE bool is_future(Value v) { // a Future, a Task or an instance of a subclass
    return is_object(v) && (shape_of(v)->layout == T_FUTURE || shape_of(v)->layout == T_TASK);
}
INLINE bool is_task(Value v) { return is_object(v) && shape_of(v)->layout == T_TASK; }
// Does the class of a future have a method of its own where ours would be called?
bool future_overrides(Vm *vm, Value future, const char *method);

Value future_new(Vm *vm, EventLoop *loop);
#define DEBUG_STACK_DEPTH 10 // calls that coroutines, futures and tasks remember in debug mode
bool future_remember(Vm *vm, Future *f, Value calls_take);
bool future_open(Vm *vm, Future *f, Value loop); // __init__: loop is V_UNSET or None for the current one
// fn(future) as soon as it is done; see Callback. false: an exception is pending.
bool future_when_done(Vm *vm, Future *f, Value fn, Value context);
void future_forget_callback(Vm *vm, Future *f, Value fn); // those that are that very object
Value future_result(Vm *vm, Future *f); // owned; V_ERROR: its exception is raised, or InvalidStateError
bool future_set_result(Vm *vm, Future *f, Value result); // of a pending one; false: an exception is pending
bool future_set_exception(Vm *vm, Future *f, Value exception);
bool future_cancel(Vm *vm, Future *f, Value message); // of a pending one
Value future_cancelled_error(Vm *vm, Future *f);      // the CancelledError to raise, owned
Value future_iter(Vm *vm, Value self);
// Natives: an awaitable that yields None once, so that the task goes on in the next round; future_add_to_awaited_by and
// its opposite.
Value asyncio_pause(Vm *vm, const Value *args, u32 n);
Value future_add_waiter(Vm *vm, const Value *args, u32 n);
Value future_discard_waiter(Vm *vm, const Value *args, u32 n);
void future_visit(Object *o, Visit *visit);
void future_clear(Vm *vm, Object *o);
bool future_queue(Vm *vm, Future *f); // its __del__ is queued, once: it lives on. false: free it
extern const NativeDef future_intrinsics[];
INLINE Value status_of(bool ok) { return ok ? V_NONE : V_ERROR; }

// ---- tasks

enum TaskKind { KIND_FOREIGN, KIND_COROUTINE, KIND_ASEND };
bool is_coroutine(Vm *vm, Value v); // as asyncio.iscoroutine says
Value task_new(Vm *vm, EventLoop *loop, Value coroutine, Value name, Value context); // scheduled; name a str or V_UNSET
Value task_cancel(Vm *vm, Value task, Value message); // True, False or V_PYTHON
Str *task_name(Vm *vm, Task *task);                   // owned
void task_unlist(Task *task);
Value task_wakeup_method(Vm *vm, Value task); // callable: wakes the task up with the future that it is given
extern const NativeDef task_intrinsics[];

// ---- one step of a task (task_step.c). The step native that drives it keeps the task in a slot of its frame.
// Resumes the coroutine, with an exception raised in it unless exc is V_UNSET. V_CALL: what it gives comes later.
Value task_resume(Vm *vm, Task *task, Value exc);
// What came: `in` and the frame's event. 0: the step is over; IS_ERROR: an exception goes through (KeyboardInterrupt,
// SystemExit, MemoryError); IS_PYTHON: a call was pushed, whose result says nothing: then the step is over.
int task_stepped(Vm *vm, Task *task, Value in, u8 event);
// A future that the task waited for is done: the exception to raise in it (owned), or V_UNSET; V_PYTHON: ask its class.
Value task_wake(Vm *vm, Value future);

// ---- handles

struct Handle {
    Object head;
    EventLoop *loop;
    Value callback; // V_NONE when cancelled
    Value args;     // a tuple, or V_NONE
    Value context;
    bool cancelled;
    Attrs attrs; // of subclasses
};
struct TimerHandle {
    Handle handle;
    Value when;
    double time;    // when as a number
    bool scheduled; // it is in the loop's heap
};
#define handle_get(value) ((Handle *)object_get(value))
// context V_UNSET, None: a copy of the current one; V_STOP: none is needed.
Handle *handle_new(Vm *vm, u16 type_id, EventLoop *loop, Value callback, Value args, Value context);

// ---- loops

// What is to be run in the next iteration. context V_UNSET: `what` is a Handle; a Task, to be resumed (arg V_UNSET, an
// exception to raise in it, or the future that woke it up); or the EventLoop, to be stopped by the future arg.
// Otherwise what(arg) is called in that context.
typedef struct Ready {
    Value what, arg, context;
} Ready;

struct EventLoop {
    Object head;
    Ready *ready; // a ring
    u32 ready_first, ready_count, ready_room;
    TimerHandle **timers; // a heap, as heapq keeps it
    u32 timer_count, timer_room, timers_cancelled;
    Task *tasks, *last_task;               // all that have not ended, in the order in which they were made
    Value current;                         // the task in its step, or V_UNSET
    Value main;                            // of asyncio.run: cancelled by KeyboardInterrupt while everything waits
    Value task_factory, exception_handler; // or V_NONE
    AsyncgenHook *asyncgens;               // asynchronous generators that were started under it
    Fiber *fiber;                          // that runs it, while it runs
    u32 threads;                           // functions that run beside it (thread.c)
    Value threads_waiter;                  // a future that waits for their end, or V_UNSET
    Value executor;                        // run_in_executor: set_default_executor, or V_NONE
    double began, slow; // in debug mode: when the current call began, and how long one may take in seconds
    bool running, stopping, closed, debug;
    u32 origin_depth; // while it runs in debug mode: what sys.get_coroutine_origin_tracking_depth() was before
    bool interrupted; // main has been cancelled
    bool asyncgens_shut, executor_shut;
    Attrs attrs;
};
#define event_loop_get(value) ((EventLoop *)object_get(value))
INLINE bool is_event_loop(Value v) { return is_object(v) && shape_of(v)->layout == T_EVENT_LOOP; }

Value event_loop_new(Vm *vm);
EventLoop *running_loop(Vm *vm); // of this fiber: borrowed; NULL: none
EventLoop *current_loop(Vm *vm); // the running one, else the one that was set; NULL: RuntimeError
bool loop_add(Vm *vm, EventLoop *loop, Value what, Value arg, Value context); // to the ready queue; false: exception
// A TimerHandle.
Value loop_call_at(Vm *vm, EventLoop *loop, Value when, double time, Value callback, Value args, Value context);
void timers_tidy(Vm *vm, EventLoop *loop);            // drops cancelled ones as _run_once does
bool timers_due(Vm *vm, EventLoop *loop, double now); // moves what is due to the ready queue
Value loop_create_task(Vm *vm, EventLoop *loop, Value coroutine, Dict *kwargs);

// run.c. A native that ends with one of them runs the loop: V_CALL.
Value loop_run(Vm *vm, EventLoop *loop, Value future); // until the future is done; V_UNSET: until stop()
Value loop_check_running(Vm *vm, EventLoop *loop);     // V_NONE, or RuntimeError
Value task_start_eagerly(Vm *vm, Task *task);          // V_CALL: its first step, now. The result is None
extern const NativeDef run_intrinsics[];

// asyncgen_hook.c
Value loop_take_asyncgens(Vm *vm, EventLoop *loop); // those that live: a list; none are known after
void asyncgens_forget(EventLoop *loop);

// thread.c
Value loop_run_beside(Vm *vm, EventLoop *loop, Value callable, Value args); // a future of callable(*args)
Value loop_threads_end(Vm *vm, EventLoop *loop);

// The module _asyncio.
extern const NativeDef asyncio_functions[];
bool asyncio_fill(Vm *vm, Dict *dict);

#endif
