// task_step.c: one step of a task: its coroutine is resumed, and what it yields, returns or raises says how the task
// goes on. Nothing here waits: the step native that drives a task (run.c) calls task_resume, and task_stepped with what
// came.
//
// A coroutine of ours (KIND_COROUTINE) and the asend() of an asynchronous generator (KIND_ASEND) tell by the frame's
// event what a value is; the send() of any other object (KIND_FOREIGN) returns what it yields, and raises StopIteration
// at its end.
#include "loop/loop.h"
#include "obj/call.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"
#include "vm/generator.h"

Value task_resume(Vm *vm, Task *task, Value exc) {
    Future *f = &task->future;
    if (unlikely(f->state != FUTURE_PENDING))
        return raise(vm, T_InvalidStateError, "__step(): already done: %R %R", value_object(task),
                     exc == V_UNSET ? V_NONE : exc);
    Value thrown = own(exc);
    if (f->must_cancel) {
        f->must_cancel = false;
        if (exc == V_UNSET || !type_is_subtype(vm, type_of(vm, exc), vm_type(vm, T_CancelledError))) {
            decref(vm, thrown);
            thrown = future_cancelled_error(vm, f);
            if (thrown == V_ERROR) return V_ERROR;
        }
    }
    Value waiter = task->waiter, none = V_NONE, v;
    task->waiter = V_UNSET;
    decref(vm, waiter);
    if (likely(thrown == V_UNSET)) {
        if (f->kind == KIND_COROUTINE) return generator_resume(vm, task->coroutine, V_NONE);
        if (f->kind == KIND_ASEND) return asyncgen_send(vm, task->coroutine, V_NONE);
        return call_method(vm, task->coroutine, vm->names.send, &none, 1);
    }
    if (f->kind == KIND_COROUTINE) v = generator_throw(vm, task->coroutine, thrown);
    else if (f->kind == KIND_ASEND) v = asyncgen_throw(vm, task->coroutine, thrown);
    else v = call_method(vm, task->coroutine, vm->names.throw, &thrown, 1);
    decref(vm, thrown);
    return v;
}

// The task has ended.
static int ended(Task *task, bool good) {
    task_unlist(task);
    return good ? 0 : IS_ERROR;
}

static int returned(Vm *vm, Task *task, Value result) {
    Future *f = &task->future;
    if (!f->must_cancel) return ended(task, future_set_result(vm, f, result));
    f->must_cancel = false; // it was cancelled and did not see it
    return ended(task, future_cancel(vm, f, f->cancel_message));
}

static int raised(Vm *vm, Task *task) {
    Future *f = &task->future;
    if (f->kind != KIND_COROUTINE && exc_matches(vm, T_StopIteration)) {
        Value stop = exc_take(vm);
        int status = returned(vm, task, exception_get(stop)->fields[STOP_VALUE]);
        decref(vm, stop);
        return status;
    }
    if (exc_matches(vm, T_CancelledError)) {
        f->cancelled_error = exc_take(vm);
        return ended(task, future_cancel(vm, f, V_UNSET));
    }
    bool fatal = exc_matches(vm, T_KeyboardInterrupt) || exc_matches(vm, T_SystemExit);
    Value exc = exc_take(vm);
    int status = ended(task, future_set_exception(vm, f, exc));
    if (fatal && !status) { // goes through the loop as well
        vm->exc = exc;
        return IS_ERROR;
    }
    decref(vm, exc);
    return status;
}

static int to_python(Vm *vm, const char *function, Task *task, Value v) {
    Value args[2] = {value_object(task), v};
    Value answer = call_prelude(vm, function, args, 2);
    if (answer == V_CALL) return IS_PYTHON;
    if (answer == V_ERROR) return IS_ERROR;
    decref(vm, answer);
    return 0;
}

// The task was cancelled in the same step in which it began to wait.
static int cancel_waiter(Vm *vm, Task *task, Value waiter) {
    Value message = task->future.cancel_message, done = V_FALSE;
    if (future_overrides(vm, waiter, "cancel")) done = V_PYTHON;
    else if (is_task(waiter)) done = task_cancel(vm, waiter, message);
    else if (future_get(waiter)->state == FUTURE_PENDING)
        done = future_cancel(vm, future_get(waiter), message) ? V_TRUE : V_ERROR;
    if (done == V_PYTHON) return to_python(vm, "_asyncio.cancel_waiter", task, waiter);
    if (done == V_TRUE) task->future.must_cancel = false;
    return done == V_ERROR ? IS_ERROR : 0;
}

static int yielded(Vm *vm, Task *task, Value v) {
    if (v == V_NONE) return loop_add(vm, task->future.loop, value_object(task), V_UNSET, V_UNSET) ? 0 : IS_ERROR;
    if (!is_future(v)) return to_python(vm, "_asyncio.task_yielded", task, v);
    Future *waiter = future_get(v);
    if (unlikely(&task->future == waiter || waiter->loop != task->future.loop || !waiter->blocking))
        return to_python(vm, "_asyncio.task_yielded", task, v); // all of them errors
    if (future_overrides(vm, v, "add_done_callback")) return to_python(vm, "_asyncio.task_yielded", task, v);
    waiter->blocking = false;
    if (!future_when_done(vm, waiter, value_object(task), V_UNSET)) return IS_ERROR;
    task->waiter = own(v);
    return task->future.must_cancel ? cancel_waiter(vm, task, v) : 0;
}

int task_stepped(Vm *vm, Task *task, Value in, u8 event) {
    if (unlikely(in == V_ERROR)) return raised(vm, task);
    if (event == EVENT_YIELDED || task->future.kind == KIND_FOREIGN) return yielded(vm, task, in);
    return returned(vm, task, in);
}
