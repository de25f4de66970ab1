// event_loop.c: the event loop as an object: its queue of what is ready, its timers, its methods. What runs it is in
// run.c.
#include "loop/clock.h"
#include "loop/context.h"
#include "loop/loop.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"

#define CLOCK_RESOLUTION 1e-9
#define MIN_SCHEDULED 100 // cancelled timers are only gathered up when there are more than this

// ---- the room's state

Loops *loops_get(Vm *vm) {
    if (likely(vm->loops != NULL)) return vm->loops;
    Loops *loops = mem_alloc_zero(&vm->mem, sizeof *loops);
    if (!loops) return raise_memory(vm), NULL;
    loops->event_loop = V_UNSET;
    for (u32 i = 0; i < countof(loops->moments); i++) loops->moments[i].ms = -1;
    return vm->loops = loops;
}

void loops_close(Vm *vm) {
    Loops *loops = vm->loops;
    if (!loops) return;
    Value loop = loops->event_loop;
    loops->event_loop = V_UNSET;
    decref(vm, loop);
    vm->loops = NULL;
    mem_free(&vm->mem, loops, sizeof *loops);
}

EventLoop *running_loop(Vm *vm) {
    Value v = vm->fiber->loop;
    return v == V_UNSET ? NULL : event_loop_get(v);
}

EventLoop *current_loop(Vm *vm) {
    EventLoop *loop = running_loop(vm);
    if (loop) return loop;
    if (vm->loops && vm->loops->event_loop != V_UNSET) return event_loop_get(vm->loops->event_loop);
    raise_runtime(vm, "There is no current event loop in thread 'MainThread'.");
    return NULL;
}

// ---- the ready queue

static bool check_closed(Vm *vm, const EventLoop *loop) {
    if (likely(!loop->closed)) return true;
    raise_runtime(vm, "Event loop is closed");
    return false;
}

bool loop_add(Vm *vm, EventLoop *loop, Value what, Value arg, Value context) {
    if (unlikely(!check_closed(vm, loop))) return false;
    if (unlikely(loop->ready_count == loop->ready_room)) {
        u32 room = loop->ready_room ? loop->ready_room * 2 : 16;
        Ready *ready = mem_alloc(&vm->mem, room * sizeof *ready);
        if (!ready) return raise_memory(vm), false;
        for (u32 i = 0; i < loop->ready_count; i++)
            ready[i] = loop->ready[(loop->ready_first + i) & (loop->ready_room - 1)];
        if (loop->ready) mem_free(&vm->mem, loop->ready, loop->ready_room * sizeof *ready);
        loop->ready = ready;
        loop->ready_first = 0;
        loop->ready_room = room;
    }
    loop->ready[(loop->ready_first + loop->ready_count++) & (loop->ready_room - 1)] =
        (Ready){own(what), own(arg), own(context)};
    // Something beside the loop's own fiber has work for it: it must not sleep on.
    if (unlikely(loop->fiber && loop->fiber != vm->fiber && loop->fiber->state == FIBER_SLEEPING))
        loop->fiber->wake = machine_clock(vm);
    return true;
}

static void ready_clear(Vm *vm, EventLoop *loop) {
    while (loop->ready_count) {
        Ready r = loop->ready[loop->ready_first & (loop->ready_room - 1)];
        loop->ready_first++;
        loop->ready_count--;
        decref(vm, r.what);
        decref(vm, r.arg);
        decref(vm, r.context);
    }
    if (loop->ready) mem_free(&vm->mem, loop->ready, loop->ready_room * sizeof *loop->ready);
    loop->ready = NULL;
    loop->ready_first = loop->ready_room = 0;
}

// ---- timers: a binary heap by time alone. The steps are heapq's, so that timers of one moment come in CPython's
// order.

static void heap_down(TimerHandle **heap, u32 from, u32 at) {
    TimerHandle *item = heap[at];
    while (at > from) {
        u32 parent = (at - 1) >> 1;
        if (!(item->time < heap[parent]->time)) break;
        heap[at] = heap[parent];
        at = parent;
    }
    heap[at] = item;
}

static void heap_up(TimerHandle **heap, u32 count, u32 at) {
    u32 from = at;
    TimerHandle *item = heap[at];
    for (u32 child = 2 * at + 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && !(heap[child]->time < heap[child + 1]->time)) child++;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = item;
    heap_down(heap, from, at);
}

static TimerHandle *heap_pop(EventLoop *loop) {
    TimerHandle *first = loop->timers[0], *last = loop->timers[--loop->timer_count];
    if (loop->timer_count) {
        loop->timers[0] = last;
        heap_up(loop->timers, loop->timer_count, 0);
    }
    first->scheduled = false;
    return first;
}

static bool heap_push(Vm *vm, EventLoop *loop, TimerHandle *timer) {
    if (loop->timer_count == loop->timer_room) {
        u32 room = loop->timer_room ? loop->timer_room * 2 : 16;
        TimerHandle **timers =
            mem_realloc(&vm->mem, loop->timers, loop->timer_room * sizeof *timers, room * sizeof *timers);
        if (!timers) return raise_memory(vm), false;
        loop->timers = timers;
        loop->timer_room = room;
    }
    INCREF(timer);
    timer->scheduled = true;
    loop->timers[loop->timer_count++] = timer;
    heap_down(loop->timers, 0, loop->timer_count - 1);
    return true;
}

static void timers_clear(Vm *vm, EventLoop *loop) {
    while (loop->timer_count) {
        TimerHandle *timer = loop->timers[--loop->timer_count];
        timer->scheduled = false;
        DECREF(vm, timer);
    }
    if (loop->timers) mem_free(&vm->mem, loop->timers, loop->timer_room * sizeof *loop->timers);
    loop->timers = NULL;
    loop->timer_room = loop->timers_cancelled = 0;
}

void timers_tidy(Vm *vm, EventLoop *loop) {
    u32 count = loop->timer_count;
    if (count > MIN_SCHEDULED && 2 * loop->timers_cancelled > count) {
        u32 kept = 0;
        charge(vm, count);
        for (u32 i = 0; i < count; i++) {
            TimerHandle *timer = loop->timers[i];
            if (timer->handle.cancelled) {
                timer->scheduled = false;
                DECREF(vm, timer);
            } else loop->timers[kept++] = timer;
        }
        loop->timer_count = kept;
        for (u32 i = kept / 2; i-- > 0;) heap_up(loop->timers, kept, i);
        loop->timers_cancelled = 0;
        return;
    }
    while (loop->timer_count && loop->timers[0]->handle.cancelled) {
        loop->timers_cancelled--;
        TimerHandle *timer = heap_pop(loop);
        DECREF(vm, timer);
    }
}

bool timers_due(Vm *vm, EventLoop *loop, double now) {
    while (loop->timer_count && loop->timers[0]->time < now + CLOCK_RESOLUTION) {
        TimerHandle *timer = heap_pop(loop);
        bool good = loop_add(vm, loop, value_object(timer), V_UNSET, V_UNSET);
        DECREF(vm, timer);
        if (!good) return false;
    }
    return true;
}

Value loop_call_at(Vm *vm, EventLoop *loop, Value when, double time, Value callback, Value args, Value context) {
    if (!check_closed(vm, loop)) return V_ERROR;
    TimerHandle *timer = (TimerHandle *)handle_new(vm, T_TIMER_HANDLE, loop, callback, args, context);
    if (!timer) return V_ERROR;
    timer->when = own(when);
    timer->time = time;
    if (heap_push(vm, loop, timer)) return value_object(timer);
    DECREF(vm, timer);
    return V_ERROR;
}

// ---- scheduling methods

// In debug mode what is no callable is found at once (in Python).
static Value m_call_soon(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = event_loop_get(args[0]);
    if (!check_closed(vm, loop)) return V_ERROR;
    Handle *h = handle_new(vm, T_HANDLE, loop, args[1], args[2], args[3]);
    if (!h) return V_ERROR;
    if (loop_add(vm, loop, value_object(h), V_UNSET, V_UNSET)) return value_object(h);
    DECREF(vm, h);
    return V_ERROR;
}
static Value m_call_soon_checked(Vm *vm, const Value *args, u32 n) {
    return event_loop_get(args[0])->debug ? V_PYTHON : m_call_soon(vm, args, n);
}
static Value call_at(Vm *vm, const Value *args) {
    double time;
    if (args[1] == V_NONE) return raise_type(vm, "when cannot be None");
    int status = value_to_double(vm, args[1], &time);
    if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    return loop_call_at(vm, event_loop_get(args[0]), args[1], time, args[2], args[3], args[4]);
}
static Value m_call_at(Vm *vm, const Value *args, u32 n) {
    return event_loop_get(args[0])->debug ? V_PYTHON : call_at(vm, args);
}
static Value m_call_at_unchecked(Vm *vm, const Value *args, u32 n) {
    Value v = call_at(vm, args);
    return v == V_PYTHON ? raise_type(vm, "a number was expected, not '%T'", args[1]) : v;
}
static Value m_call_later(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = event_loop_get(args[0]);
    if (args[1] == V_NONE) return raise_type(vm, "delay must not be None");
    if (loop->debug || !(is_float(args[1]) || is_small(args[1]))) return V_PYTHON;
    double delay = is_float(args[1]) ? float_get(args[1]) : (double)small_get(args[1]), when = clock_now(vm) + delay;
    return loop_call_at(vm, loop, value_float(when), when, args[2], args[3], args[4]);
}
static Value m_time(Vm *vm, const Value *args, u32 n) { return value_float(clock_now(vm)); }
static Value m_create_future(Vm *vm, const Value *args, u32 n) { return future_new(vm, event_loop_get(args[0])); }

// Calls a function with positional arguments and the keywords of a dict (or NULL).
static Value call_keywords(Vm *vm, Value callable, Value first, Value second, Dict *kwargs) {
    Tuple *args = tuple_pack(vm, second == V_UNSET ? 1 : 2, first, second);
    if (!args) return V_ERROR;
    Value v = call_ex(vm, callable, args, kwargs);
    DECREF(vm, args);
    return v;
}

Value loop_create_task(Vm *vm, EventLoop *loop, Value coroutine, Dict *kwargs) {
    if (!check_closed(vm, loop)) return V_ERROR;
    if (loop->task_factory != V_NONE)
        return call_keywords(vm, loop->task_factory, value_object(loop), coroutine, kwargs);
    if (!is_coroutine(vm, coroutine)) return call_prelude(vm, "_asyncio.not_a_coroutine", &coroutine, 1);
    if (!kwargs || !kwargs->len) return task_new(vm, loop, coroutine, V_UNSET, V_UNSET);
    Dict *all = dict_copy(vm, kwargs);
    if (!all) return V_ERROR;
    Value v = V_ERROR;
    if (dict_set_text(vm, all, "loop", value_object(loop)))
        v = call_keywords(vm, value_object(vm_type(vm, T_TASK)), coroutine, V_UNSET, all);
    DECREF(vm, all);
    return v;
}
static Dict *keywords(Value v) { return v == V_UNSET ? NULL : dict_get(v); }
static Value m_create_task(Vm *vm, const Value *args, u32 n) {
    return loop_create_task(vm, event_loop_get(args[0]), args[1], keywords(args[2]));
}

// ---- running, stopping, closing

Value loop_check_running(Vm *vm, EventLoop *loop) {
    if (!check_closed(vm, loop)) return V_ERROR;
    if (loop->running) return raise_runtime(vm, "This event loop is already running");
    if (running_loop(vm)) return raise_runtime(vm, "Cannot run the event loop while another loop is running");
    return V_NONE;
}
static Value m_run_forever(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = event_loop_get(args[0]);
    return loop_check_running(vm, loop) == V_ERROR ? V_ERROR : loop_run(vm, loop, V_UNSET);
}
static Value m_run_until_complete(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = event_loop_get(args[0]);
    if (loop_check_running(vm, loop) == V_ERROR) {
        exc_clear(vm); // it is raised again in Python
        return V_PYTHON;
    }
    Value future = args[1];
    if (is_future(future)) {
        if (future_get(future)->loop != loop)
            return raise_value(vm,
                               "The future belongs to a different loop than the one specified as the loop argument");
        return loop_run(vm, loop, future);
    }
    if (!value_is(future, T_COROUTINE) || loop->task_factory != V_NONE) return V_PYTHON;
    Value task = task_new(vm, loop, future, V_UNSET, V_UNSET);
    if (task == V_ERROR) return V_ERROR;
    future_get(task)->log_destroyed = false;
    Value v = loop_run(vm, loop, task);
    decref(vm, task);
    return v;
}
static Value m_stop(Vm *vm, const Value *args, u32 n) {
    event_loop_get(args[0])->stopping = true;
    return V_NONE;
}
static Value m_close(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = event_loop_get(args[0]);
    if (loop->running) return raise_runtime(vm, "Cannot close a running event loop");
    if (loop->closed) return V_NONE;
    loop->closed = true;
    ready_clear(vm, loop);
    timers_clear(vm, loop);
    loop->executor_shut = true;
    return V_NONE;
}
static Value m_is_running(Vm *vm, const Value *args, u32 n) { return value_bool(event_loop_get(args[0])->running); }
static Value m_is_closed(Vm *vm, const Value *args, u32 n) { return value_bool(event_loop_get(args[0])->closed); }
static Value m_get_debug(Vm *vm, const Value *args, u32 n) { return value_bool(event_loop_get(args[0])->debug); }
static Value m_set_debug(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = event_loop_get(args[0]);
    loop->debug = value_truth(vm, args[1]) != 0;
    if (loop->running) vm->machine->origin_depth = loop->debug ? DEBUG_STACK_DEPTH : loop->origin_depth;
    return V_NONE;
}

static Value replace(Vm *vm, Value *slot, Value value) {
    Value old = *slot;
    *slot = own(value);
    decref(vm, old);
    return V_NONE;
}
// Callable as far as can be told without asking: what is not is found when it is called.
static bool is_callable(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    return type->slots->call || slot_is_python(type, SLOT_CALL) || value_is(v, T_FUNCTION) || value_is(v, T_METHOD) ||
           value_is(v, T_NATIVE_FUNCTION) || value_is(v, T_NATIVE_METHOD) || is_type(v);
}
static Value m_set_task_factory(Vm *vm, const Value *args, u32 n) {
    if (args[1] != V_NONE && !is_callable(vm, args[1]))
        return raise_type(vm, "task factory must be a callable or None");
    return replace(vm, &event_loop_get(args[0])->task_factory, args[1]);
}
static Value m_get_task_factory(Vm *vm, const Value *args, u32 n) { return own(event_loop_get(args[0])->task_factory); }
static Value m_set_exception_handler(Vm *vm, const Value *args, u32 n) {
    if (args[1] != V_NONE && !is_callable(vm, args[1]))
        return raise_type(vm, "A callable object or None is expected, got %R", args[1]);
    return replace(vm, &event_loop_get(args[0])->exception_handler, args[1]);
}
static Value m_get_exception_handler(Vm *vm, const Value *args, u32 n) {
    return own(event_loop_get(args[0])->exception_handler);
}
static Value m_set_default_executor(Vm *vm, const Value *args, u32 n) {
    return replace(vm, &event_loop_get(args[0])->executor, args[1]);
}
static Value in_python(Vm *vm, const Value *args, u32 n) { return V_PYTHON; }
static Value not_here(Vm *vm, const Value *args, u32 n) {
    return raise(vm, T_NotImplementedError, "this event loop has no sockets, subprocesses, pipes or signals");
}

// clang-format off
#define NOT_HERE(name) {name, "($self, /, *args, **kwargs)", not_here, NULL, 0}
static const NativeDef loop_methods[] = {
    {"call_soon", "($self, callback, /, *args, context=None)", m_call_soon_checked, "_asyncio.call_soon", 0},
    {"call_soon_threadsafe", "($self, callback, /, *args, context=None)", m_call_soon_checked,
     "_asyncio.call_soon_threadsafe", 0},
    {"call_later", "($self, delay, callback, /, *args, context=None)", m_call_later, "_asyncio.call_later", 0},
    {"call_at", "($self, when, callback, /, *args, context=None)", m_call_at, "_asyncio.call_at", 0},
    {"time", "($self, /)", m_time, NULL, 0},
    {"create_future", "($self, /)", m_create_future, NULL, 0},
    {"create_task", "($self, /, coro, **kwargs)", m_create_task, NULL, 0},
    {"run_forever", "($self, /)", m_run_forever, NULL, 0},
    {"run_until_complete", "($self, /, future)", m_run_until_complete, "_asyncio.run_until_complete", 0},
    {"stop", "($self, /)", m_stop, NULL, 0},
    {"close", "($self, /)", m_close, NULL, 0},
    {"is_running", "($self, /)", m_is_running, NULL, 0},
    {"is_closed", "($self, /)", m_is_closed, NULL, 0},
    {"get_debug", "($self, /)", m_get_debug, NULL, 0},
    {"set_debug", "($self, /, enabled)", m_set_debug, NULL, 0},
    {"set_task_factory", "($self, /, factory)", m_set_task_factory, NULL, 0},
    {"get_task_factory", "($self, /)", m_get_task_factory, NULL, 0},
    {"set_exception_handler", "($self, /, handler)", m_set_exception_handler, NULL, 0},
    {"get_exception_handler", "($self, /)", m_get_exception_handler, NULL, 0},
    {"default_exception_handler", "($self, /, context)", in_python, "_asyncio_report.default_exception_handler", 0},
    {"call_exception_handler", "($self, /, context)", in_python, "_asyncio_report.call_exception_handler", 0},
    {"shutdown_asyncgens", "($self, /)", in_python, "_asyncio_end.shutdown_asyncgens", 0},
    {"shutdown_default_executor", "($self, /, timeout=None)", in_python, "_asyncio_end.shutdown_default_executor", 0},
    {"run_in_executor", "($self, /, executor, func, *args)", in_python, "_asyncio.run_in_executor", 0},
    {"set_default_executor", "($self, /, executor)", m_set_default_executor, NULL, 0},
    NOT_HERE("add_reader"), NOT_HERE("remove_reader"), NOT_HERE("add_writer"), NOT_HERE("remove_writer"),
    NOT_HERE("add_signal_handler"), NOT_HERE("remove_signal_handler"), NOT_HERE("create_connection"),
    NOT_HERE("create_server"), NOT_HERE("create_unix_connection"), NOT_HERE("create_unix_server"),
    NOT_HERE("create_datagram_endpoint"), NOT_HERE("connect_read_pipe"), NOT_HERE("connect_write_pipe"),
    NOT_HERE("subprocess_exec"), NOT_HERE("subprocess_shell"), NOT_HERE("getaddrinfo"), NOT_HERE("getnameinfo"),
    NOT_HERE("sock_accept"), NOT_HERE("sock_connect"), NOT_HERE("sock_recv"), NOT_HERE("sock_sendall"),
    NOT_HERE("start_tls"), NOT_HERE("sendfile"),
    {0},
};
// clang-format on

// ---- life

static void loop_blank(EventLoop *loop) {
    loop->current = loop->main = loop->threads_waiter = V_UNSET;
    loop->task_factory = loop->exception_handler = loop->executor = V_NONE;
    loop->slow = 0.1;
}

Value event_loop_new(Vm *vm) {
    EventLoop *loop = object_new_gc(vm, vm_type(vm, T_EVENT_LOOP), sizeof *loop);
    if (!loop) return V_ERROR;
    loop_blank(loop);
    return value_object(loop);
}
static Value loop_make(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = object_new_gc(vm, type_get(args[0]), sizeof *loop);
    if (!loop) return V_ERROR;
    loop_blank(loop);
    return value_object(loop);
}
static Value loop_init(Vm *vm, const Value *args, u32 n) { return V_NONE; }

static void loop_traverse(Object *o, Visit *visit) {
    EventLoop *loop = (EventLoop *)o;
    for (u32 i = 0; i < loop->ready_count; i++) {
        Ready *r = &loop->ready[(loop->ready_first + i) & (loop->ready_room - 1)];
        visit_value(visit, r->what);
        visit_value(visit, r->arg);
        visit_value(visit, r->context);
    }
    for (u32 i = 0; i < loop->timer_count; i++) visit_object(visit, loop->timers[i]);
    visit_value(visit, loop->current);
    visit_value(visit, loop->main);
    visit_value(visit, loop->task_factory);
    visit_value(visit, loop->exception_handler);
    visit_value(visit, loop->executor);
    visit_value(visit, loop->threads_waiter);
}

static void loop_clear(Vm *vm, Object *o) {
    EventLoop *loop = (EventLoop *)o;
    ready_clear(vm, loop);
    timers_clear(vm, loop);
    asyncgens_forget(loop);
    Value values[] = {loop->current,           loop->main,     loop->task_factory,
                      loop->exception_handler, loop->executor, loop->threads_waiter};
    loop_blank(loop);
    for (u32 i = 0; i < countof(values); i++) decref(vm, values[i]);
}
static void loop_dealloc(Vm *vm, Object *o) {
    loop_clear(vm, o);
    object_dispose(vm, o, sizeof(EventLoop));
}

static Value loop_repr(Vm *vm, Value self) {
    static const char *const words[] = {"False", "True"};
    EventLoop *loop = event_loop_get(self);
    Str *s = str_format(vm, "<%T running=%s closed=%s debug=%s>", self, words[loop->running], words[loop->closed],
                        words[loop->debug]);
    return s ? value_object(s) : V_ERROR;
}

static Value g_slow(Vm *vm, Value self) { return value_float(event_loop_get(self)->slow); }
static int s_slow(Vm *vm, Value self, Value value) {
    if (value == V_UNSET) return raise(vm, T_AttributeError, "slow_callback_duration"), IS_ERROR;
    int status = value_to_double(vm, value, &event_loop_get(self)->slow);
    return status == IS_PYTHON ? (raise_type(vm, "must be real number, not %T", value), IS_ERROR) : status;
}
static const GetSetDef loop_getset[] = {{"slow_callback_duration", g_slow, s_slow}, {0}};

const TypeSpec event_loop_spec = {
    .name = "_UnixSelectorEventLoop",
    .module = "asyncio.unix_events",
    .base = T_OBJECT,
    .flags = TYPE_GC,
    .size = sizeof(EventLoop),
    .attrs = offsetof(EventLoop, attrs),
    .slots = {.dealloc = loop_dealloc, .traverse = loop_traverse, .clear = loop_clear, .repr = loop_repr},
    .make = {"__new__", "($type, *args, **kwargs)", loop_make, NULL, 0},
    .init = {"__init__", "($self, /, selector=None)", loop_init, NULL, 0},
    .methods = loop_methods,
    .getset = loop_getset,
};

// ---- the functions of module _asyncio

static Value f_running(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = running_loop(vm);
    return loop ? own(value_object(loop)) : raise_runtime(vm, "no running event loop");
}
static Value f_running_or_none(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = running_loop(vm);
    return loop ? own(value_object(loop)) : V_NONE;
}
static Value f_set_running(Vm *vm, const Value *args, u32 n) {
    if (args[0] != V_NONE && !is_event_loop(args[0]))
        return raise_type(vm, "an event loop is expected, got %R", args[0]);
    return replace(vm, &vm->fiber->loop, args[0] == V_NONE ? V_UNSET : args[0]);
}
static Value f_get_event_loop(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = current_loop(vm);
    return loop ? own(value_object(loop)) : V_ERROR;
}
static Value f_set_event_loop(Vm *vm, const Value *args, u32 n) {
    if (args[0] != V_NONE && !is_event_loop(args[0]))
        return raise_type(vm, "loop must be an instance of AbstractEventLoop or None, not '%T'", args[0]);
    Loops *loops = loops_get(vm);
    return loops ? replace(vm, &loops->event_loop, args[0] == V_NONE ? V_UNSET : args[0]) : V_ERROR;
}
// With the module logging in use a new loop says what it stands on (in Python).
static Value f_new_event_loop(Vm *vm, const Value *args, u32 n) {
    Str *logging = str_intern(vm, "logging", 7);
    bool logs = logging && dict_find_str(vm->modules, logging) != V_UNSET;
    XDECREF(vm, logging);
    return logs ? V_PYTHON : event_loop_new(vm);
}

// The loop that an optional argument names: borrowed; NULL: exception.
static EventLoop *loop_argument(Vm *vm, Value v) {
    if (is_event_loop(v)) return event_loop_get(v);
    EventLoop *loop = v == V_UNSET || v == V_NONE ? running_loop(vm) : NULL;
    if (!loop && (v == V_UNSET || v == V_NONE)) raise_runtime(vm, "no running event loop");
    else if (!loop) raise_type(vm, "an event loop is expected, got %R", v);
    return loop;
}
static Value f_current_task(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = loop_argument(vm, args[0]);
    if (!loop) return V_ERROR;
    return loop->current == V_UNSET ? V_NONE : own(loop->current);
}
// The tasks that have not ended, in the order in which they were made.
static Value f_task_list(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = loop_argument(vm, args[0]);
    List *list = loop ? list_new(vm, 8) : NULL;
    if (!list) return V_ERROR;
    for (Task *t = loop->tasks; t; t = t->next) {
        if (t->future.state != FUTURE_PENDING) continue;
        if (!list_append(vm, list, value_object(t))) return DECREF(vm, list), V_ERROR;
    }
    return value_object(list);
}
static Value f_all_tasks(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = loop_argument(vm, args[0]);
    Set *set = loop ? set_new(vm, T_SET) : NULL;
    if (!set) return V_ERROR;
    for (Task *t = loop->tasks; t; t = t->next) {
        if (t->future.state != FUTURE_PENDING) continue;
        int status = set_add(vm, set, value_object(t));
        if (status) return DECREF(vm, set), status == IS_PYTHON ? V_PYTHON : V_ERROR;
    }
    return value_object(set);
}
static Value f_create_task(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = running_loop(vm);
    // Without a loop it is raised there; in debug mode the task remembers who has made it.
    return loop && !loop->debug ? loop_create_task(vm, loop, args[0], keywords(args[1])) : V_PYTHON;
}
static Value f_iscoroutine(Vm *vm, const Value *args, u32 n) { return value_bool(is_coroutine(vm, args[0])); }
static Value f_isfuture(Vm *vm, const Value *args, u32 n) {
    if (is_future(args[0])) return V_TRUE;
    return is_object(args[0]) && type_of(vm, args[0])->id == T_HEAP ? V_PYTHON : V_FALSE;
}

// What asyncio.sleep waits for: a future, and the timer that gives it its result. The timer's callback is the future
// itself (run.c), which no program sees.
static Value f_sleep(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = running_loop(vm);
    if (!loop) return raise_runtime(vm, "no running event loop");
    double delay;
    int status = value_to_double(vm, args[0], &delay);
    if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    Value future = future_new(vm, loop);
    if (future == V_ERROR) return V_ERROR;
    double when = clock_now(vm) + delay;
    Value timer = loop_call_at(vm, loop, value_float(when), when, future, args[1], V_STOP);
    Tuple *pair = timer == V_ERROR ? NULL : tuple_pack(vm, 2, future, timer);
    decref(vm, future);
    if (timer != V_ERROR) decref(vm, timer);
    return pair ? value_object(pair) : V_ERROR;
}

// For asyncio.run: what KeyboardInterrupt cancels while everything waits; and whether it has.
static Value f_set_main(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = event_loop_get(args[0]);
    loop->interrupted = false;
    return replace(vm, &loop->main, args[1] == V_NONE ? V_UNSET : args[1]);
}
static Value f_interrupted(Vm *vm, const Value *args, u32 n) {
    return value_bool(event_loop_get(args[0])->interrupted);
}

// _swap_current_task(loop, task): what is current becomes task (or None); answers what it was.
static Value f_swap(Vm *vm, const Value *args, u32 n) {
    if (!is_event_loop(args[0])) return raise_type(vm, "an event loop is expected, got %R", args[0]);
    EventLoop *loop = event_loop_get(args[0]);
    Value old = loop->current == V_UNSET ? V_NONE : loop->current;
    loop->current = args[1] == V_NONE ? V_UNSET : own(args[1]);
    return old;
}
static Value f_enter(Vm *vm, const Value *args, u32 n) {
    if (!is_event_loop(args[0])) return raise_type(vm, "an event loop is expected, got %R", args[0]);
    EventLoop *loop = event_loop_get(args[0]);
    if (loop->current != V_UNSET)
        return raise_runtime(vm, "Cannot enter into task %R while another task %R is being executed.", args[1],
                             loop->current);
    loop->current = own(args[1]);
    return V_NONE;
}
static Value f_leave(Vm *vm, const Value *args, u32 n) {
    if (!is_event_loop(args[0])) return raise_type(vm, "an event loop is expected, got %R", args[0]);
    EventLoop *loop = event_loop_get(args[0]);
    if (loop->current != args[1])
        return raise_runtime(vm, "Invalid attempt to leave task %R while task %R is entered.", args[1],
                             loop->current == V_UNSET ? V_NONE : loop->current);
    return replace(vm, &loop->current, V_UNSET);
}
static Value f_nothing(Vm *vm, const Value *args, u32 n) { return V_NONE; }

const NativeDef asyncio_functions[] = {
    {"get_running_loop", "()", f_running, NULL, 0},
    {"_get_running_loop", "()", f_running_or_none, NULL, 0},
    {"_set_running_loop", "(loop, /)", f_set_running, NULL, 0},
    {"get_event_loop", "()", f_get_event_loop, NULL, 0},
    {"set_event_loop", "(loop)", f_set_event_loop, NULL, 0},
    {"new_event_loop", "()", f_new_event_loop, "_asyncio_report.new_event_loop", 0},
    {"current_task", "(loop=None)", f_current_task, NULL, 0},
    {"all_tasks", "(loop=None)", f_all_tasks, "_asyncio.all_tasks", 0},
    {"create_task", "(coro, **kwargs)", f_create_task, "_asyncio.create_task", 0},
    {"_sleep", "(delay, result, /)", f_sleep, "_asyncio.sleep", 0},
    {"_pause", "()", asyncio_pause, NULL, 0},
    {"iscoroutine", "(obj)", f_iscoroutine, NULL, 0},
    {"isfuture", "(obj)", f_isfuture, "_asyncio.isfuture", 0},
    {"future_add_to_awaited_by", "(fut, waiter, /)", future_add_waiter, NULL, 0},
    {"future_discard_from_awaited_by", "(fut, waiter, /)", future_discard_waiter, NULL, 0},
    {"_enter_task", "(loop, task)", f_enter, NULL, 0},
    {"_leave_task", "(loop, task)", f_leave, NULL, 0},
    {"_swap_current_task", "(loop, task)", f_swap, NULL, 0},
    {"_register_task", "(task)", f_nothing, NULL, 0},
    {"_unregister_task", "(task)", f_nothing, NULL, 0},
    {"_register_eager_task", "(task)", f_nothing, NULL, 0},
    {"_unregister_eager_task", "(task)", f_nothing, NULL, 0},
    {"_tasks_in_order", "(loop=None)", f_task_list, NULL, 0},
    {"_set_main", "(loop, task, /)", f_set_main, NULL, 0},
    {"_interrupted", "(loop, /)", f_interrupted, NULL, 0},
    {0},
};

bool asyncio_fill(Vm *vm, Dict *dict) {
    static const struct {
        const char *name;
        u16 type;
    } types[] = {{"Future", T_FUTURE},
                 {"Task", T_TASK},
                 {"Handle", T_HANDLE},
                 {"TimerHandle", T_TIMER_HANDLE},
                 {"EventLoop", T_EVENT_LOOP},
                 {"CancelledError", T_CancelledError},
                 {"InvalidStateError", T_InvalidStateError}};
    for (u32 i = 0; i < countof(types); i++)
        if (!dict_set_text(vm, dict, types[i].name, value_object(vm_type(vm, types[i].type)))) return false;
    return true;
}

// ---- for the prelude

static Value i_asyncgens(Vm *vm, const Value *args, u32 n) {
    event_loop_get(args[0])->asyncgens_shut = true;
    return loop_take_asyncgens(vm, event_loop_get(args[0]));
}
static Value i_executor(Vm *vm, const Value *args, u32 n) {
    EventLoop *loop = event_loop_get(args[0]);
    if (!check_closed(vm, loop)) return V_ERROR;
    if (args[1] == V_TRUE) loop->executor_shut = true;
    else if (loop->executor_shut) return raise_runtime(vm, "Executor shutdown has been called");
    return own(loop->executor);
}
static Value i_beside(Vm *vm, const Value *args, u32 n) {
    return loop_run_beside(vm, event_loop_get(args[0]), args[1], args[2]);
}
static Value i_threads_end(Vm *vm, const Value *args, u32 n) { return loop_threads_end(vm, event_loop_get(args[0])); }
static Value i_check(Vm *vm, const Value *args, u32 n) { return loop_check_running(vm, event_loop_get(args[0])); }
static Value i_can_run(Vm *vm, const Value *args, u32 n) {
    bool can = loop_check_running(vm, event_loop_get(args[0])) != V_ERROR;
    exc_clear(vm);
    return value_bool(can);
}
static Value i_run(Vm *vm, const Value *args, u32 n) { return loop_run(vm, event_loop_get(args[0]), args[1]); }

static Value i_types(Vm *vm, const Value *args, u32 n) {
    static const u16 ids[] = {T_FUTURE, T_TASK, T_HANDLE, T_TIMER_HANDLE};
    Value types[countof(ids)];
    for (u32 i = 0; i < countof(ids); i++) types[i] = value_object(vm_type(vm, ids[i]));
    Tuple *tuple = tuple_from(vm, types, countof(ids));
    return tuple ? value_object(tuple) : V_ERROR;
}

const NativeDef event_loop_intrinsics[] = {
    {"_asyncio_types", "()", i_types, NULL, 0},
    {"_iscoroutine", "(obj, /)", f_iscoroutine, NULL, 0},
    {"_running_loop", "()", f_running, NULL, 0},
    {"_loop_tasks", "(loop=None)", f_task_list, NULL, 0},
    {"_loop_take_asyncgens", "(loop, /)", i_asyncgens, NULL, 0},
    {"_loop_executor", "(loop, shut, /)", i_executor, NULL, 0},
    {"_loop_check", "(loop, /)", i_check, NULL, 0},
    {"_loop_can_run", "(loop, /)", i_can_run, NULL, 0},
    {"_loop_run_beside", "(loop, callable, args, /)", i_beside, NULL, 0},
    {"_loop_threads_end", "(loop, /)", i_threads_end, NULL, 0},
    {"_loop_run", "(loop, future, /)", i_run, NULL, 0},
    {"_loop_call_soon", "(loop, callback, args, context, /)", m_call_soon, NULL, 0},
    {"_loop_call_at", "(loop, when, callback, args, context, /)", m_call_at_unchecked, NULL, 0},
    {0},
};
