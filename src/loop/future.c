// future.c: asyncio.Future: a result that is not there yet, and who waits for it. Also the iterator of its __await__.
#include "loop/context.h"
#include "loop/loop.h"
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"

// ---- making

Value future_new(Vm *vm, EventLoop *loop) {
    Future *f = object_new_gc(vm, vm_type(vm, T_FUTURE), sizeof *f);
    return f && future_open(vm, f, value_object(loop)) ? value_object(f) : V_ERROR;
}

static void future_blank(Future *f) {
    f->first.fn = f->first.context = f->result = f->exception = f->cancel_message = f->cancelled_error = f->awaited_by =
        V_UNSET;
}

// In debug mode: where it was made.
bool future_remember(Vm *vm, Future *f, Value calls) {
    Str *name = calls == V_ERROR ? NULL : str_intern(vm, "_source_traceback", 17);
    bool good = name && attrs_set(vm, &f->head, name, calls);
    XDECREF(vm, name);
    if (calls != V_ERROR) decref(vm, calls);
    return good;
}

bool future_open(Vm *vm, Future *f, Value loop) {
    if (f->loop) { // __init__ once more: as CPython, from the beginning
        future_clear(vm, &f->head);
        f->state = FUTURE_PENDING;
        f->blocking = f->log_traceback = f->must_cancel = false;
    }
    future_blank(f);
    f->log_destroyed = true;
    EventLoop *l = loop == V_UNSET || loop == V_NONE ? current_loop(vm)
                   : is_event_loop(loop)             ? event_loop_get(loop)
                                                     : NULL;
    if (!l) {
        if (vm->exc == V_UNSET) raise_type(vm, "loop must be an event loop, not '%T'", loop);
        return false;
    }
    INCREF(f->loop = l);
    return likely(!l->debug) || future_remember(vm, f, frame_calls(vm, current_frame(vm), DEBUG_STACK_DEPTH));
}

static Value future_make(Vm *vm, const Value *args, u32 n) {
    Type *type = type_get(args[0]);
    bool task = type->shape->layout == T_TASK;
    Future *f = object_new_gc(vm, type, task ? sizeof(Task) : sizeof(Future));
    if (!f) return V_ERROR;
    future_blank(f);
    if (task) {
        Task *t = (Task *)f;
        t->coroutine = t->waiter = t->name = t->context = V_UNSET;
    }
    return value_object(f);
}
static Value future_init(Vm *vm, const Value *args, u32 n) {
    return status_of(future_open(vm, future_get(args[0]), args[1]));
}

bool future_overrides(Vm *vm, Value future, const char *method) {
    Type *type = type_of(vm, future);
    if (likely(type->id != T_HEAP)) return false;
    Str *name = str_intern(vm, method, strlen(method));
    if (!name) return exc_clear(vm), true; // no memory: Python will find out
    bool other = type_lookup(vm, type, name) != type_lookup(vm, vm_type(vm, is_task(future) ? T_TASK : T_FUTURE), name);
    DECREF(vm, name);
    return other;
}

// ---- callbacks

static bool callbacks_schedule(Vm *vm, Future *f) {
    bool good = true;
    Value self = value_object(f);
    Callback first = f->first, *more = f->more;
    u32 count = f->more_count, room = f->more_room;
    f->first.fn = f->first.context = V_UNSET;
    f->more = NULL;
    f->more_count = f->more_room = 0;
    if (first.fn != V_UNSET) {
        good = loop_add(vm, f->loop, first.fn, self, first.context);
        decref(vm, first.fn);
        decref(vm, first.context);
    }
    for (u32 i = 0; i < count; i++) {
        good = good && loop_add(vm, f->loop, more[i].fn, self, more[i].context);
        decref(vm, more[i].fn);
        decref(vm, more[i].context);
    }
    if (more) mem_free(&vm->mem, more, room * sizeof *more);
    return good;
}

bool future_when_done(Vm *vm, Future *f, Value fn, Value context) {
    if (f->state != FUTURE_PENDING) return loop_add(vm, f->loop, fn, value_object(f), context);
    if (f->first.fn == V_UNSET && !f->more_count) {
        f->first = (Callback){own(fn), own(context)};
        return true;
    }
    if (f->more_count == f->more_room) {
        u32 room = f->more_room ? f->more_room * 2 : 4;
        Callback *more = mem_realloc(&vm->mem, f->more, f->more_room * sizeof *more, room * sizeof *more);
        if (!more) return raise_memory(vm), false;
        f->more = more;
        f->more_room = room;
    }
    f->more[f->more_count++] = (Callback){own(fn), own(context)};
    return true;
}

// Takes out callback i of 0 (the first) … more_count.
static void callback_remove(Vm *vm, Future *f, u32 i) {
    Callback gone = i ? f->more[i - 1] : f->first;
    if (i == 0) f->first = (Callback){V_UNSET, V_UNSET};
    else memmove(&f->more[i - 1], &f->more[i], (--f->more_count - (i - 1)) * sizeof(Callback));
    decref(vm, gone.fn);
    decref(vm, gone.context);
}

void future_forget_callback(Vm *vm, Future *f, Value fn) {
    for (u32 i = f->more_count; i > 0; i--)
        if (f->more[i - 1].fn == fn) callback_remove(vm, f, i);
    if (f->first.fn == fn) callback_remove(vm, f, 0);
}

static bool is_open(Vm *vm, Future *f) {
    if (likely(f->loop != NULL)) return true;
    raise_runtime(vm, "Future object is not initialized.");
    return false;
}

static Value add_done_callback(Vm *vm, const Value *args, u32 n) {
    Future *f = future_get(args[0]);
    if (!is_open(vm, f)) return V_ERROR;
    if (args[2] != V_UNSET) return status_of(future_when_done(vm, f, args[1], args[2]));
    Value context = context_copy(vm);
    if (context == V_ERROR) return V_ERROR;
    bool good = future_when_done(vm, f, args[1], context);
    decref(vm, context);
    return status_of(good);
}

// All that are equal to it; comparing may need Python, so first it is only counted.
static Value remove_done_callback(Vm *vm, const Value *args, u32 n) {
    Future *f = future_get(args[0]);
    if (!is_open(vm, f)) return V_ERROR;
    u32 total = f->more_count + 1;
    for (u32 i = 0; i < total; i++) {
        Callback c = i ? f->more[i - 1] : f->first;
        if (c.context == V_UNSET) continue;
        int same = value_equal(vm, c.fn, args[1]);
        if (same < 0) return same == IS_PYTHON ? V_PYTHON : V_ERROR;
    }
    u32 removed = 0;
    for (u32 i = total; i-- > 0;) {
        Callback c = i ? f->more[i - 1] : f->first;
        if (c.context == V_UNSET || value_equal(vm, c.fn, args[1]) != 1) continue;
        callback_remove(vm, f, i);
        removed++;
    }
    return value_small(removed);
}

// ---- ending

static bool invalid_state(Vm *vm, const char *text) { return raise(vm, T_InvalidStateError, "%s", text), false; }

bool future_set_result(Vm *vm, Future *f, Value result) {
    if (!is_open(vm, f)) return false;
    if (f->state != FUTURE_PENDING) return invalid_state(vm, "invalid state");
    f->result = own(result);
    f->state = FUTURE_FINISHED;
    return callbacks_schedule(vm, f);
}

bool future_set_exception(Vm *vm, Future *f, Value exception) {
    if (!is_open(vm, f)) return false;
    if (f->state != FUTURE_PENDING) return invalid_state(vm, "invalid state");
    if (type_is_subtype(vm, type_of(vm, exception), vm_type(vm, T_StopIteration))) {
        Str *text =
            str_from_text(vm, "StopIteration interacts badly with generators and cannot be raised into a Future");
        Value other = text ? exception_new_text(vm, T_RuntimeError, text) : V_ERROR;
        XDECREF(vm, text);
        if (other == V_ERROR) return false;
        exception_get(other)->cause = own(exception);
        exception_get(other)->context = own(exception);
        exception_get(other)->suppress_context = true;
        f->exception = other;
    } else f->exception = own(exception);
    if ((f->traceback = exception_get(f->exception)->traceback)) INCREF(f->traceback);
    f->state = FUTURE_FINISHED;
    f->log_traceback = true;
    return callbacks_schedule(vm, f);
}

bool future_cancel(Vm *vm, Future *f, Value message) {
    f->log_traceback = false;
    Value old = f->cancel_message;
    f->cancel_message = own(message);
    decref(vm, old);
    f->state = FUTURE_CANCELLED;
    return callbacks_schedule(vm, f);
}

Value future_cancelled_error(Vm *vm, Future *f) {
    Value e = f->cancelled_error;
    f->cancelled_error = V_UNSET;
    if (e != V_UNSET) return e;
    bool bare = f->cancel_message == V_UNSET || f->cancel_message == V_NONE;
    return exception_new(vm, T_CancelledError, &f->cancel_message, bare ? 0 : 1);
}

static Value raise_cancelled(Vm *vm, Future *f) {
    Value e = future_cancelled_error(vm, f);
    if (e == V_ERROR) return V_ERROR;
    raise_object(vm, e);
    decref(vm, e);
    return V_ERROR;
}

// The exception with the traceback that it came with: waiting for it again does not make it longer.
static Value future_take_exception(Vm *vm, Future *f) {
    f->log_traceback = false;
    Exception *e = exception_get(f->exception);
    Traceback *old = e->traceback;
    e->traceback = f->traceback;
    f->traceback = NULL;
    e->traced_here = false;
    XDECREF(vm, old);
    return own(f->exception);
}

Value future_result(Vm *vm, Future *f) {
    if (f->state == FUTURE_CANCELLED) return raise_cancelled(vm, f);
    if (f->state != FUTURE_FINISHED) return invalid_state(vm, "Result is not set."), V_ERROR;
    f->log_traceback = false;
    if (f->exception == V_UNSET) return own(f->result);
    Value e = future_take_exception(vm, f);
    raise_object(vm, e);
    decref(vm, e);
    return V_ERROR;
}

Value task_wake(Vm *vm, Value future) {
    if (future_overrides(vm, future, "result")) return V_PYTHON;
    Future *f = future_get(future);
    if (f->state == FUTURE_CANCELLED) return future_cancelled_error(vm, f);
    f->log_traceback = false;
    return f->exception == V_UNSET ? V_UNSET : future_take_exception(vm, f);
}

// ---- methods

#define NOT_OPEN "Future object is not initialized."
static Value m_result(Vm *vm, const Value *args, u32 n) {
    Future *f = future_get(args[0]);
    return f->loop ? future_result(vm, f) : (invalid_state(vm, NOT_OPEN), V_ERROR);
}
static Value m_exception(Vm *vm, const Value *args, u32 n) {
    Future *f = future_get(args[0]);
    if (!f->loop) return invalid_state(vm, NOT_OPEN), V_ERROR;
    if (f->state == FUTURE_CANCELLED) return raise_cancelled(vm, f);
    if (f->state != FUTURE_FINISHED) return invalid_state(vm, "Exception is not set."), V_ERROR;
    f->log_traceback = false;
    return f->exception == V_UNSET ? V_NONE : own(f->exception);
}
static Value m_set_result(Vm *vm, const Value *args, u32 n) {
    return status_of(future_set_result(vm, future_get(args[0]), args[1]));
}
static Value m_set_exception(Vm *vm, const Value *args, u32 n) {
    Future *f = future_get(args[0]);
    Value e = args[1];
    if (!is_open(vm, f)) return V_ERROR;
    if (f->state != FUTURE_PENDING) return invalid_state(vm, "invalid state"), V_ERROR;
    if (is_exception(e)) return status_of(future_set_exception(vm, f, e));
    if (!is_exception_class(vm, e)) return is_type(e) ? V_PYTHON : raise_type(vm, "invalid exception object");
    if (type_get(e)->id == T_HEAP) return V_PYTHON;
    Value made = exception_new(vm, type_get(e)->id, NULL, 0);
    if (made == V_ERROR) return V_ERROR;
    bool good = future_set_exception(vm, f, made);
    decref(vm, made);
    return status_of(good);
}
static Value m_cancel(Vm *vm, const Value *args, u32 n) {
    Future *f = future_get(args[0]);
    if (!is_open(vm, f)) return V_ERROR;
    f->log_traceback = false;
    if (f->state != FUTURE_PENDING) return V_FALSE;
    return future_cancel(vm, f, args[1]) ? V_TRUE : V_ERROR;
}
static Value m_cancelled(Vm *vm, const Value *args, u32 n) {
    return value_bool(future_get(args[0])->state == FUTURE_CANCELLED);
}
static Value m_done(Vm *vm, const Value *args, u32 n) {
    return value_bool(future_get(args[0])->loop && future_get(args[0])->state != FUTURE_PENDING);
}
static Value m_get_loop(Vm *vm, const Value *args, u32 n) {
    return is_open(vm, future_get(args[0])) ? own(value_object(future_get(args[0])->loop)) : V_ERROR;
}
static Value m_make_cancelled_error(Vm *vm, const Value *args, u32 n) {
    return future_cancelled_error(vm, future_get(args[0]));
}
static Value in_python(Vm *vm, const Value *args, u32 n) { return V_PYTHON; }

static const NativeDef future_methods[] = {
    {"result", "($self, /)", m_result, NULL, 0},
    {"exception", "($self, /)", m_exception, NULL, 0},
    {"set_result", "($self, result, /)", m_set_result, NULL, 0},
    {"set_exception", "($self, exception, /)", m_set_exception, "_asyncio.set_exception", 0},
    {"add_done_callback", "($self, fn, /, *, context=<unrepresentable>)", add_done_callback, NULL, 0},
    {"remove_done_callback", "($self, fn, /)", remove_done_callback, "_asyncio.remove_done_callback", 0},
    {"cancel", "($self, /, msg=None)", m_cancel, NULL, 0},
    {"cancelled", "($self, /)", m_cancelled, NULL, 0},
    {"done", "($self, /)", m_done, NULL, 0},
    {"get_loop", "($self, /)", m_get_loop, NULL, 0},
    {"_make_cancelled_error", "($self, /)", m_make_cancelled_error, NULL, 0},
    {"__del__", "($self, /)", in_python, "_asyncio_report.dropped", 0},
    {"__class_getitem__", "($type, object, /)", in_python, "_generic.alias", NATIVE_CLASS},
    {0},
};

// ---- attributes: those that CPython shows

static Value or_none(Value v) { return v == V_UNSET ? V_NONE : own(v); }
static Value g_state(Vm *vm, Value self) {
    static const char *const names[] = {"PENDING", "CANCELLED", "FINISHED"};
    Str *s = str_from_text(vm, names[future_get(self)->state]);
    return s ? value_object(s) : V_ERROR;
}
// An object whose class says what it is in Python counts as true.
static bool is_true(Vm *vm, Value v) { return value_truth(vm, v) != 0; }
static Value g_blocking(Vm *vm, Value self) { return value_bool(future_get(self)->blocking); }
static int s_blocking(Vm *vm, Value self, Value value) {
    if (value == V_UNSET) return raise(vm, T_AttributeError, "cannot delete attribute"), IS_ERROR;
    future_get(self)->blocking = is_true(vm, value);
    return 0;
}
static Value g_log_traceback(Vm *vm, Value self) { return value_bool(future_get(self)->log_traceback); }
static int s_log_traceback(Vm *vm, Value self, Value value) {
    if (value == V_UNSET) return raise(vm, T_AttributeError, "cannot delete attribute"), IS_ERROR;
    if (is_true(vm, value)) return raise_value(vm, "_log_traceback can only be set to False"), IS_ERROR;
    future_get(self)->log_traceback = false;
    return 0;
}
static Value g_result(Vm *vm, Value self) { return or_none(future_get(self)->result); }
static Value g_exception(Vm *vm, Value self) { return or_none(future_get(self)->exception); }
static Value g_loop(Vm *vm, Value self) {
    return future_get(self)->loop ? own(value_object(future_get(self)->loop)) : V_NONE;
}
static Value g_cancel_message(Vm *vm, Value self) { return or_none(future_get(self)->cancel_message); }
static int s_cancel_message(Vm *vm, Value self, Value value) {
    Value old = future_get(self)->cancel_message;
    future_get(self)->cancel_message = own(value);
    decref(vm, old);
    return 0;
}
// The tasks that wait for it, for call graphs: none, one, or a set of several.
static Value g_awaited_by(Vm *vm, Value self) {
    Value v = future_get(self)->awaited_by;
    if (v == V_UNSET || value_is(v, T_SET)) return or_none(v);
    Set *set = set_new(vm, T_SET);
    if (!set) return V_ERROR;
    return set_add(vm, set, v) == 0 ? value_object(set) : (DECREF(vm, set), V_ERROR);
}
Value future_add_waiter(Vm *vm, const Value *args, u32 n) {
    if (!is_future(args[0]) || !is_future(args[1])) return V_NONE;
    Future *f = future_get(args[0]);
    if (f->awaited_by == V_UNSET) {
        f->awaited_by = own(args[1]);
        return V_NONE;
    }
    if (f->awaited_by == args[1]) return V_NONE;
    Value set = g_awaited_by(vm, args[0]);
    if (set == V_ERROR) return V_ERROR;
    if (set_add(vm, set_get(set), args[1]) == IS_ERROR) return decref(vm, set), V_ERROR;
    Value old = f->awaited_by;
    f->awaited_by = set;
    decref(vm, old);
    return V_NONE;
}
Value future_discard_waiter(Vm *vm, const Value *args, u32 n) {
    if (!is_future(args[0])) return V_NONE;
    Value v = future_get(args[0])->awaited_by;
    if (v != V_UNSET && value_is(v, T_SET)) return status_of(set_discard(vm, set_get(v), args[1]) != IS_ERROR);
    if (v != args[1]) return V_NONE;
    future_get(args[0])->awaited_by = V_UNSET;
    decref(vm, v);
    return V_NONE;
}

// What stands for the callbacks that are none of Python's, in _callbacks and in reprs.
static const NativeDef stop_def = {"_run_until_complete_cb", "(fut, /)", in_python, "_asyncio.stop_loop", 0};
static Value callback_shown(Vm *vm, Callback c) {
    if (c.context != V_UNSET) return own(c.fn);
    return is_task(c.fn) ? task_wakeup_method(vm, c.fn) : native_new(vm, &stop_def, NULL, V_UNSET);
}
static Value g_callbacks(Vm *vm, Value self) {
    Future *f = future_get(self);
    if (f->first.fn == V_UNSET && !f->more_count) return V_NONE;
    List *list = list_new(vm, f->more_count + 1);
    if (!list) return V_ERROR;
    for (u32 i = 0; i <= f->more_count; i++) {
        Callback c = i ? f->more[i - 1] : f->first;
        if (c.fn == V_UNSET) continue;
        Value fn = callback_shown(vm, c);
        Tuple *pair = fn == V_ERROR ? NULL : tuple_pack(vm, 2, fn, c.context == V_UNSET ? V_NONE : c.context);
        if (fn != V_ERROR) decref(vm, fn);
        if (!pair || !list_append_take(vm, list, value_object(pair))) {
            DECREF(vm, list);
            return V_ERROR;
        }
    }
    return value_object(list);
}

static const GetSetDef future_getset[] = {
    {"_state", g_state, NULL},
    {"_asyncio_future_blocking", g_blocking, s_blocking},
    {"_result", g_result, NULL},
    {"_exception", g_exception, NULL},
    {"_loop", g_loop, NULL},
    {"_callbacks", g_callbacks, NULL},
    {"_log_traceback", g_log_traceback, s_log_traceback},
    {"_cancel_message", g_cancel_message, s_cancel_message},
    {"_asyncio_awaited_by", g_awaited_by, NULL},
    {0},
};

// ---- life

void future_visit(Object *o, Visit *visit) {
    Future *f = (Future *)o;
    visit_object(visit, f->loop);
    visit_value(visit, f->first.fn);
    visit_value(visit, f->first.context);
    for (u32 i = 0; i < f->more_count; i++) {
        visit_value(visit, f->more[i].fn);
        visit_value(visit, f->more[i].context);
    }
    visit_value(visit, f->result);
    visit_value(visit, f->exception);
    visit_object(visit, f->traceback);
    visit_value(visit, f->cancel_message);
    visit_value(visit, f->cancelled_error);
    visit_value(visit, f->awaited_by);
}

static void drop_value(Vm *vm, Value *slot) {
    Value v = *slot;
    *slot = V_UNSET;
    decref(vm, v);
}

void future_clear(Vm *vm, Object *o) {
    Future *f = (Future *)o;
    while (f->more_count) callback_remove(vm, f, f->more_count);
    if (f->more) mem_free(&vm->mem, f->more, f->more_room * sizeof *f->more);
    f->more = NULL;
    f->more_room = 0;
    drop_value(vm, &f->first.fn);
    drop_value(vm, &f->first.context);
    drop_value(vm, &f->result);
    drop_value(vm, &f->exception);
    drop_value(vm, &f->cancel_message);
    drop_value(vm, &f->cancelled_error);
    drop_value(vm, &f->awaited_by);
    Traceback *traceback = f->traceback;
    f->traceback = NULL;
    XDECREF(vm, traceback);
    EventLoop *loop = f->loop;
    f->loop = NULL;
    XDECREF(vm, loop);
}

bool future_queue(Vm *vm, Future *f) {
    if (finalizer_queue(vm, &f->head)) return f->finalized = true;
    f->log_traceback = f->log_destroyed = false; // it has had its turn, or the engine ends
    return false;
}

// Nobody has it any more. true: it lives on until __del__ has reported what nobody asked for.
static bool future_finalize(Vm *vm, Object *o) {
    Future *f = (Future *)o;
    if (o->shape->type->flags & CLASS_HAS_DEL) return false; // a __del__ of its own: object_free sees to it
    return unlikely(f->log_traceback) && future_queue(vm, f);
}
static void future_dealloc(Vm *vm, Object *o) {
    Future *f = (Future *)o;
    if (future_finalize(vm, o)) return;
    if (f->finalized) finalizer_forget(vm, o);
    future_clear(vm, o);
    object_dispose(vm, o, sizeof *f);
}

static Value future_repr(Vm *vm, Value self) { return V_PYTHON; }

const TypeSpec future_spec = {
    .name = "Future",
    .module = "_asyncio",
    .base = T_OBJECT,
    .flags = TYPE_GC,
    .size = sizeof(Future),
    .attrs = offsetof(Future, attrs),
    .slots = {.dealloc = future_dealloc,
              .traverse = future_visit,
              .clear = future_clear,
              .finalize = future_finalize,
              .repr = future_repr,
              .iter = future_iter,
              .await = future_iter},
    .make = {"__new__", "($type, *args, **kwargs)", future_make, NULL, 0},
    .init = {"__init__", "($self, /, *, loop=None)", future_init, NULL, 0},
    .methods = future_methods,
    .getset = future_getset,
    .python = (const SlotPython[]){{SLOT_REPR, 0, "_asyncio_show.future_repr"}, {0}},
};

// ---- what await drives

typedef struct FutureIter {
    Object head;
    Future *future; // NULL: at its end
    bool pause;     // without a future: yields None first
} FutureIter;

Value future_iter(Vm *vm, Value self) {
    if (!is_open(vm, future_get(self))) return V_ERROR;
    FutureIter *it = object_new_gc(vm, vm_type(vm, T_FUTURE_ITER), sizeof *it);
    if (!it) return V_ERROR;
    INCREF(it->future = future_get(self));
    return value_object(it);
}

static Value iter_next(Vm *vm, Value self) {
    FutureIter *it = (FutureIter *)object_get(self);
    Future *f = it->future;
    if (!f) {
        if (it->pause) {
            it->pause = false;
            return V_NONE;
        }
        vm->stop_value = V_UNSET;
        return V_STOP;
    }
    if (f->state == FUTURE_PENDING) {
        if (f->blocking) return raise_runtime(vm, "await wasn't used with future");
        f->blocking = true;
        return own(value_object(f));
    }
    it->future = NULL;
    Value v = future_result(vm, f);
    DECREF(vm, f);
    if (v == V_ERROR) return v;
    vm->stop_value = v;
    return V_STOP;
}
Value asyncio_pause(Vm *vm, const Value *args, u32 n) {
    FutureIter *it = object_new_gc(vm, vm_type(vm, T_FUTURE_ITER), sizeof *it);
    if (!it) return V_ERROR;
    it->pause = true;
    return value_object(it);
}
static Value iter_self(Vm *vm, Value self) { return own(self); }

static Value iter_send(Vm *vm, const Value *args, u32 n) {
    Value v = iter_next(vm, args[0]);
    if (v != V_STOP) return v;
    Value result = vm->stop_value == V_UNSET ? V_NONE : vm->stop_value;
    vm->stop_value = V_UNSET;
    raise_stop_iteration(vm, result);
    decref(vm, result);
    return V_ERROR;
}
static void iter_end(Vm *vm, FutureIter *it) {
    it->pause = false;
    Future *f = it->future;
    it->future = NULL;
    XDECREF(vm, f);
}
static Value iter_throw(Vm *vm, const Value *args, u32 n) {
    Value type = args[1], value = args[2];
    if (is_exception(type)) {
        if (value != V_UNSET && value != V_NONE)
            return raise_type(vm, "instance exception may not have a separate value");
        raise_object(vm, type);
    } else if (!is_exception_class(vm, type)) {
        return raise_type(vm, "exceptions must be classes deriving BaseException or instances of such a class");
    } else if (is_exception(value)) {
        raise_object(vm, value);
    } else if (type_get(type)->id == T_HEAP) {
        return V_PYTHON;
    } else {
        bool bare = value == V_UNSET || value == V_NONE;
        Value made = exception_new(vm, type_get(type)->id, &value, bare ? 0 : 1);
        if (made == V_ERROR) return V_ERROR;
        raise_object(vm, made);
        decref(vm, made);
    }
    iter_end(vm, (FutureIter *)object_get(args[0]));
    return V_ERROR;
}
static Value iter_close(Vm *vm, const Value *args, u32 n) {
    iter_end(vm, (FutureIter *)object_get(args[0]));
    return V_NONE;
}
static void iter_dealloc(Vm *vm, Object *o) {
    iter_end(vm, (FutureIter *)o);
    object_dispose(vm, o, sizeof(FutureIter));
}
static void iter_traverse(Object *o, Visit *visit) { visit_object(visit, ((FutureIter *)o)->future); }
static void iter_clear(Vm *vm, Object *o) { iter_end(vm, (FutureIter *)o); }

static const NativeDef iter_methods[] = {
    {"send", "($self, value, /)", iter_send, NULL, 0},
    {"throw", "($self, type, value=None, traceback=None, /)", iter_throw, "_asyncio.iter_throw", 0},
    {"close", "($self, /)", iter_close, NULL, 0},
    {0},
};
const TypeSpec future_iter_spec = {
    .name = "FutureIter",
    .module = "_asyncio",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_DICT | TYPE_NO_MAKE,
    .size = sizeof(FutureIter),
    .slots = {.dealloc = iter_dealloc,
              .traverse = iter_traverse,
              .clear = iter_clear,
              .iter = iter_self,
              .next = iter_next,
              .await = iter_self},
    .methods = iter_methods,
};

// ---- for the prelude

// The callbacks that Python gave, put in place again.
static Value i_set_callbacks(Vm *vm, const Value *args, u32 n) {
    Future *f = future_get(args[0]);
    List *wanted = list_get(args[1]); // of functions, in order, each at most as often as it is there
    u32 at = wanted->len;
    for (u32 i = f->more_count + 1; i-- > 0;) {
        Callback c = i ? f->more[i - 1] : f->first;
        if (c.fn == V_UNSET || c.context == V_UNSET) continue;
        if (at && wanted->items[at - 1] == c.fn) at--;
        else callback_remove(vm, f, i);
    }
    return V_NONE;
}
const NativeDef future_intrinsics[] = {
    {"_future_keep_callbacks", "(future, functions, /)", i_set_callbacks, NULL, 0},
    {0},
};
