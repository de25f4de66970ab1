// task.c: asyncio.Task: a coroutine that the loop drives, as a future of its result.
#include "loop/context.h"
#include "loop/loop.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"
#include "vm/generator.h"

// ---- making

// What asyncio.iscoroutine accepts: coroutines, and what has all methods of collections.abc.Coroutine.
bool is_coroutine(Vm *vm, Value v) {
    if (value_is(v, T_COROUTINE)) return true;
    if (!is_object(v) || value_is(v, T_GENERATOR)) return false;
    Type *type = type_of(vm, v);
    Str *const methods[] = {vm->names.__await__, vm->names.send, vm->names.throw, vm->names.close};
    for (u32 i = 0; i < countof(methods); i++) {
        Value method = type_lookup(vm, type, methods[i]);
        if (method == V_UNSET || method == V_NONE) return false;
    }
    return true;
}

static void task_list(Task *task) {
    EventLoop *loop = task->future.loop;
    task->future.listed = true;
    task->next = NULL;
    task->previous = loop->last_task;
    if (loop->last_task) loop->last_task->next = task;
    else loop->tasks = task;
    loop->last_task = task;
}

void task_unlist(Task *task) {
    EventLoop *loop = task->future.loop;
    if (!task->future.listed || !loop) return;
    task->future.listed = false;
    if (task->next) task->next->previous = task->previous;
    else loop->last_task = task->previous;
    if (task->previous) task->previous->next = task->next;
    else loop->tasks = task->next;
}

// The second half of __init__, when the future has been opened: name is a str, or V_UNSET or None for Task-n.
static bool task_open(Vm *vm, Task *task, Value coroutine, Value name, Value context) {
    Loops *loops = loops_get(vm);
    if (!loops) return false;
    task->waiter = V_UNSET;
    task->name = name == V_UNSET || name == V_NONE ? value_small((i64)++loops->tasks_named) : own(name);
    task->coroutine = own(coroutine);
    task->future.kind = value_is(coroutine, T_COROUTINE)        ? KIND_COROUTINE
                        : value_is(coroutine, T_ASYNC_GEN_SEND) ? KIND_ASEND
                                                                : KIND_FOREIGN;
    task->cancels = 0;
    task->context = context == V_UNSET || context == V_NONE ? context_copy(vm) : own(context);
    if (task->context == V_ERROR) return task->context = V_UNSET, false;
    task_list(task);
    return true;
}

Value task_new(Vm *vm, EventLoop *loop, Value coroutine, Value name, Value context) {
    Task *task = object_new_gc(vm, vm_type(vm, T_TASK), sizeof *task);
    if (!task) return V_ERROR;
    task->coroutine = task->waiter = task->name = task->context = V_UNSET;
    Value v = value_object(task);
    if (future_open(vm, &task->future, value_object(loop)) && task_open(vm, task, coroutine, name, context) &&
        loop_add(vm, loop, v, V_UNSET, V_UNSET))
        return v;
    task->future.log_destroyed = false;
    decref(vm, v);
    return V_ERROR;
}

// __init__(coro, *, loop=None, name=None, context=None, eager_start=False). Python makes a str of a name that is none,
// and words the complaint about what is no coroutine.
static Value task_init(Vm *vm, const Value *args, u32 n) {
    Task *task = task_get(args[0]);
    Value name = args[3];
    if ((name != V_UNSET && name != V_NONE && !value_is(name, T_STR)) || !is_coroutine(vm, args[1])) return V_PYTHON;
    if (args[4] != V_UNSET && args[4] != V_NONE && !value_is(args[4], T_CONTEXT))
        return raise_type(vm, "a Context was expected, got %R", args[4]);
    int eager = args[5] == V_UNSET ? 0 : value_truth(vm, args[5]);
    if (eager < 0) return eager == IS_PYTHON ? V_PYTHON : V_ERROR;
    if (task->coroutine != V_UNSET) return raise_runtime(vm, "a task can not be initialized twice");
    if (!future_open(vm, &task->future, args[2]) || !task_open(vm, task, args[1], name, args[4])) return V_ERROR;
    if (eager && running_loop(vm) == task->future.loop) return task_start_eagerly(vm, task);
    return status_of(loop_add(vm, task->future.loop, args[0], V_UNSET, V_UNSET));
}

Str *task_name(Vm *vm, Task *task) {
    if (is_small(task->name)) {
        Str *s = str_format(vm, "Task-%lld", (long long)small_get(task->name));
        if (!s) return NULL;
        task->name = value_object(s);
    }
    INCREF(str_get(task->name));
    return str_get(task->name);
}

// ---- cancelling

// A task that waits for a task hands the request on; the last one waits for a future, or for its next step.
Value task_cancel(Vm *vm, Value v, Value message) {
    // First look whether some class on the way has a cancel() of its own: then Python does it all.
    for (Value at = v; is_task(at) && task_get(at)->future.state == FUTURE_PENDING;) {
        at = task_get(at)->waiter;
        if (at != V_UNSET && (!is_future(at) || future_overrides(vm, at, "cancel"))) return V_PYTHON;
    }
    Task *last = NULL; // the task whose waiter could not be cancelled, or that has none
    Value at = v;
    while (is_task(at)) {
        Task *task = task_get(at);
        task->future.log_traceback = false;
        if (task->future.state != FUTURE_PENDING) {
            if (!last) return V_FALSE;
            break;
        }
        task->cancels++;
        last = task;
        at = task->waiter;
    }
    if (at != V_UNSET && !is_task(at) && future_get(at)->state == FUTURE_PENDING)
        return future_cancel(vm, future_get(at), message) ? V_TRUE : V_ERROR;
    last->future.must_cancel = true;
    Value old = last->future.cancel_message;
    last->future.cancel_message = own(message);
    decref(vm, old);
    return V_TRUE;
}

static Value m_cancel(Vm *vm, const Value *args, u32 n) { return task_cancel(vm, args[0], args[1]); }
static Value m_cancelling(Vm *vm, const Value *args, u32 n) { return value_small(task_get(args[0])->cancels); }
static Value m_uncancel(Vm *vm, const Value *args, u32 n) {
    Task *task = task_get(args[0]);
    if (task->cancels && --task->cancels == 0) task->future.must_cancel = false;
    return value_small(task->cancels);
}

// ---- methods and attributes

static Value m_get_name(Vm *vm, const Value *args, u32 n) {
    if (task_get(args[0])->name == V_UNSET) return V_NONE;
    Str *name = task_name(vm, task_get(args[0]));
    return name ? value_object(name) : V_ERROR;
}
static Value m_set_name(Vm *vm, const Value *args, u32 n) {
    if (!value_is(args[1], T_STR)) return V_PYTHON;
    Value old = task_get(args[0])->name;
    task_get(args[0])->name = own(args[1]);
    decref(vm, old);
    return V_NONE;
}
static Value or_none(Value v) { return v == V_UNSET ? V_NONE : own(v); }
static Value m_get_coro(Vm *vm, const Value *args, u32 n) { return or_none(task_get(args[0])->coroutine); }
static Value m_get_context(Vm *vm, const Value *args, u32 n) { return or_none(task_get(args[0])->context); }
static Value m_set_result(Vm *vm, const Value *args, u32 n) {
    return raise_runtime(vm, "Task does not support set_result operation");
}
static Value m_set_exception(Vm *vm, const Value *args, u32 n) {
    return raise_runtime(vm, "Task does not support set_exception operation");
}
static Value in_python(Vm *vm, const Value *args, u32 n) { return V_PYTHON; }

static const NativeDef task_methods[] = {
    {"cancel", "($self, /, msg=None)", m_cancel, "_asyncio.task_cancel", 0},
    {"cancelling", "($self, /)", m_cancelling, NULL, 0},
    {"uncancel", "($self, /)", m_uncancel, NULL, 0},
    {"get_name", "($self, /)", m_get_name, NULL, 0},
    {"set_name", "($self, value, /)", m_set_name, "_asyncio.task_set_name", 0},
    {"get_coro", "($self, /)", m_get_coro, NULL, 0},
    {"get_context", "($self, /)", m_get_context, NULL, 0},
    {"set_result", "($self, result, /)", m_set_result, NULL, 0},
    {"set_exception", "($self, exception, /)", m_set_exception, NULL, 0},
    {"get_stack", "($self, /, *, limit=None)", in_python, "_asyncio_show.task_get_stack", 0},
    {"print_stack", "($self, /, *, limit=None, file=None)", in_python, "_asyncio_show.task_print_stack", 0},
    {"__class_getitem__", "($type, object, /)", in_python, "_generic.alias", NATIVE_CLASS},
    {0},
};

static Value g_must_cancel(Vm *vm, Value self) { return value_bool(task_get(self)->future.must_cancel); }
static Value g_coro(Vm *vm, Value self) { return or_none(task_get(self)->coroutine); }
static Value g_waiter(Vm *vm, Value self) { return or_none(task_get(self)->waiter); }
static Value g_log_destroyed(Vm *vm, Value self) { return value_bool(task_get(self)->future.log_destroyed); }
static int s_log_destroyed(Vm *vm, Value self, Value value) {
    if (value == V_UNSET) return raise(vm, T_AttributeError, "cannot delete attribute"), IS_ERROR;
    task_get(self)->future.log_destroyed = value_truth(vm, value) != 0;
    return 0;
}
static const GetSetDef task_getset[] = {
    {"_must_cancel", g_must_cancel, NULL},
    {"_coro", g_coro, NULL},
    {"_fut_waiter", g_waiter, NULL},
    {"_log_destroy_pending", g_log_destroyed, s_log_destroyed},
    {0},
};

// ---- life

static void task_traverse(Object *o, Visit *visit) {
    Task *task = (Task *)o;
    future_visit(o, visit);
    visit_value(visit, task->coroutine);
    visit_value(visit, task->waiter);
    visit_value(visit, task->name);
    visit_value(visit, task->context);
}

static void drop_value(Vm *vm, Value *slot) {
    Value v = *slot;
    *slot = V_UNSET;
    decref(vm, v);
}
static void task_clear(Vm *vm, Object *o) {
    Task *task = (Task *)o;
    task_unlist(task);
    drop_value(vm, &task->coroutine);
    drop_value(vm, &task->waiter);
    drop_value(vm, &task->name);
    drop_value(vm, &task->context);
    future_clear(vm, o);
}
// Nobody has it any more. true: it lives on until __del__ has complained that it has not ended, or that nobody asked.
static bool task_finalize(Vm *vm, Object *o) {
    Task *task = (Task *)o;
    Future *f = &task->future;
    bool destroyed = f->loop && f->state == FUTURE_PENDING && f->log_destroyed && task->coroutine != V_UNSET;
    if (o->shape->type->flags & CLASS_HAS_DEL) return false;
    return unlikely(f->log_traceback | destroyed) && future_queue(vm, f);
}
static void task_dealloc(Vm *vm, Object *o) {
    if (task_finalize(vm, o)) return;
    if (((Future *)o)->finalized) finalizer_forget(vm, o);
    task_clear(vm, o);
    object_dispose(vm, o, sizeof(Task));
}
static Value task_repr(Vm *vm, Value self) { return V_PYTHON; }

const TypeSpec task_spec = {
    .name = "Task",
    .module = "_asyncio",
    .base = T_FUTURE,
    .flags = TYPE_GC,
    .size = sizeof(Task),
    .attrs = offsetof(Future, attrs),
    .slots = {.dealloc = task_dealloc,
              .traverse = task_traverse,
              .clear = task_clear,
              .finalize = task_finalize,
              .repr = task_repr},
    .init = {"__init__", "($self, /, coro, *, loop=None, name=None, context=None, eager_start=False)", task_init,
             "_asyncio.task_init", 0},
    .methods = task_methods,
    .getset = task_getset,
    .python = (const SlotPython[]){{SLOT_REPR, 0, "_asyncio_show.task_repr"}, {0}},
};

// ---- for the prelude

static Value i_count_cancel(Vm *vm, const Value *args, u32 n) {
    task_get(args[0])->future.log_traceback = false;
    if (task_get(args[0])->future.state != FUTURE_PENDING) return V_FALSE;
    task_get(args[0])->cancels++;
    return V_TRUE;
}
static Value i_must_cancel(Vm *vm, const Value *args, u32 n) {
    Future *f = future_get(args[0]);
    f->must_cancel = args[1] == V_TRUE;
    if (!f->must_cancel) return V_NONE;
    Value old = f->cancel_message;
    f->cancel_message = own(args[2]);
    decref(vm, old);
    return V_NONE;
}
// A task may wait for v, a future or an object that says that it is one.
static Value i_set_waiter(Vm *vm, const Value *args, u32 n) {
    Value old = task_get(args[0])->waiter;
    task_get(args[0])->waiter = own(args[1]);
    decref(vm, old);
    return V_NONE;
}
// The task's next step raises an exception in it, or (None) just resumes it.
static Value i_step_soon(Vm *vm, const Value *args, u32 n) {
    return status_of(loop_add(vm, future_get(args[0])->loop, args[0], args[1] == V_NONE ? V_UNSET : args[1], V_UNSET));
}

// What a future of another make calls when it is done: task_wakeup, as CPython shows it.
static const NativeDef wakeup_def = {"task_wakeup", "($self, fut, /)", in_python, "_asyncio.wakeup", 0};
Value task_wakeup_method(Vm *vm, Value task) {
    Value f = native_new(vm, &wakeup_def, vm_type(vm, T_TASK), V_UNSET);
    if (f == V_ERROR) return V_ERROR;
    Value bound = native_bind(vm, native_get(f), task);
    decref(vm, f);
    return bound;
}
static Value i_wakeup(Vm *vm, const Value *args, u32 n) { return task_wakeup_method(vm, args[0]); }

const NativeDef task_intrinsics[] = {
    {"_task_wakeup", "(task, /)", i_wakeup, NULL, 0},
    {"_task_count_cancel", "(task, /)", i_count_cancel, NULL, 0},
    {"_task_must_cancel", "(task, must, message, /)", i_must_cancel, NULL, 0},
    {"_task_set_waiter", "(task, future, /)", i_set_waiter, NULL, 0},
    {"_task_step_soon", "(task, exception, /)", i_step_soon, NULL, 0},
    {0},
};
