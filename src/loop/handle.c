// handle.c: asyncio.Handle and TimerHandle: what call_soon and call_later answer.
#include "loop/context.h"
#include "loop/loop.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/ops.h"

static bool handle_open(Vm *vm, Handle *h, EventLoop *loop, Value callback, Value args, Value context) {
    // V_STOP: none is needed
    Value c = context == V_UNSET || context == V_NONE ? context_copy(vm) : context == V_STOP ? V_NONE : own(context);
    if (c == V_ERROR) return false;
    INCREF(h->loop = loop);
    h->callback = own(callback);
    h->args = own(args);
    h->context = c;
    return true;
}

Handle *handle_new(Vm *vm, u16 type_id, EventLoop *loop, Value callback, Value args, Value context) {
    size_t size = type_id == T_HANDLE ? sizeof(Handle) : sizeof(TimerHandle);
    Handle *h = object_new_gc(vm, vm_type(vm, type_id), size);
    if (!h) return NULL;
    h->callback = h->args = h->context = V_NONE;
    if (handle_open(vm, h, loop, callback, args, context)) return h;
    DECREF(vm, h);
    return NULL;
}

static bool is_timer(Value v) { return shape_of(v)->layout == T_TIMER_HANDLE; }
#define timer_get(value) ((TimerHandle *)object_get(value))

// Handle(callback, args, loop, context=None) and TimerHandle(when, callback, args, loop, context=None)
static Value make(Vm *vm, Type *type, size_t size, const Value *args) {
    if (!is_event_loop(args[2])) return raise_type(vm, "loop must be an event loop, not '%T'", args[2]);
    Value items = tuple_of(vm, args[1]);
    if (is_marker(items)) return items == V_PYTHON ? raise_type(vm, "args must be a tuple") : items;
    Handle *h = object_new_gc(vm, type, size);
    if (h) h->callback = h->args = h->context = V_NONE;
    bool good = h && handle_open(vm, h, event_loop_get(args[2]), args[0], items, args[3]);
    decref(vm, items);
    if (good) return value_object(h);
    XDECREF(vm, h);
    return V_ERROR;
}
static Value handle_make(Vm *vm, const Value *args, u32 n) {
    return make(vm, (Type *)object_get(args[0]), sizeof(Handle), args + 1);
}
static Value timer_make(Vm *vm, const Value *args, u32 n) {
    double time;
    int status = value_to_double(vm, args[1], &time);
    if (status) return status == IS_PYTHON ? raise_type(vm, "when must be a number") : V_ERROR;
    Value v = make(vm, (Type *)object_get(args[0]), sizeof(TimerHandle), args + 2);
    if (v == V_ERROR) return v;
    timer_get(v)->when = own(args[1]);
    timer_get(v)->time = time;
    return v;
}
static Value no_init(Vm *vm, const Value *args, u32 n) { return V_NONE; }

static void drop_value(Vm *vm, Value *slot) {
    Value v = *slot;
    *slot = V_NONE;
    decref(vm, v);
}

static Value m_cancel(Vm *vm, const Value *args, u32 n) {
    Handle *h = handle_get(args[0]);
    if (h->cancelled) return V_NONE;
    h->cancelled = true;
    if (is_timer(args[0]) && timer_get(args[0])->scheduled && h->loop) h->loop->timers_cancelled++;
    drop_value(vm, &h->callback);
    drop_value(vm, &h->args);
    return V_NONE;
}
static Value m_cancelled(Vm *vm, const Value *args, u32 n) { return value_bool(handle_get(args[0])->cancelled); }
static Value m_get_context(Vm *vm, const Value *args, u32 n) { return own(handle_get(args[0])->context); }
static Value m_when(Vm *vm, const Value *args, u32 n) { return own(timer_get(args[0])->when); }

static const NativeDef handle_methods[] = {
    {"cancel", "($self, /)", m_cancel, NULL, 0},
    {"cancelled", "($self, /)", m_cancelled, NULL, 0},
    {"get_context", "($self, /)", m_get_context, NULL, 0},
    {0},
};
static const NativeDef timer_methods[] = {{"when", "($self, /)", m_when, NULL, 0}, {0}};

static Value g_callback(Vm *vm, Value self) { return own(handle_get(self)->callback); }
static Value g_args(Vm *vm, Value self) { return own(handle_get(self)->args); }
static Value g_cancelled(Vm *vm, Value self) { return value_bool(handle_get(self)->cancelled); }
static Value g_loop(Vm *vm, Value self) {
    return handle_get(self)->loop ? own(value_object(handle_get(self)->loop)) : V_NONE;
}
static Value g_scheduled(Vm *vm, Value self) { return value_bool(timer_get(self)->scheduled); }
static Value g_when(Vm *vm, Value self) { return own(timer_get(self)->when); }
static const GetSetDef handle_getset[] = {{"_callback", g_callback, NULL},
                                          {"_args", g_args, NULL},
                                          {"_cancelled", g_cancelled, NULL},
                                          {"_loop", g_loop, NULL},
                                          {0}};
static const GetSetDef timer_getset[] = {{"_scheduled", g_scheduled, NULL}, {"_when", g_when, NULL}, {0}};

static void handle_clear(Vm *vm, Object *o) {
    Handle *h = (Handle *)o;
    drop_value(vm, &h->callback);
    drop_value(vm, &h->args);
    drop_value(vm, &h->context);
    EventLoop *loop = h->loop;
    h->loop = NULL;
    XDECREF(vm, loop);
}
static void handle_traverse(Object *o, Visit *visit) {
    Handle *h = (Handle *)o;
    visit_object(visit, h->loop);
    visit_value(visit, h->callback);
    visit_value(visit, h->args);
    visit_value(visit, h->context);
}
static void handle_dealloc(Vm *vm, Object *o) {
    handle_clear(vm, o);
    object_dispose(vm, o, sizeof(Handle));
}
static void timer_dealloc(Vm *vm, Object *o) {
    handle_clear(vm, o);
    drop_value(vm, &((TimerHandle *)o)->when);
    object_dispose(vm, o, sizeof(TimerHandle));
}
static Value handle_repr(Vm *vm, Value self) { return V_PYTHON; }

// Timers are ordered, equal and hashed by when.
static Value timer_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!is_object(a) || !is_object(b) || !is_timer(a) || !is_timer(b)) return V_NOT_IMPLEMENTED;
    const TimerHandle *x = timer_get(a), *y = timer_get(b);
    bool same = x->time == y->time && x->handle.callback == y->handle.callback && x->handle.args == y->handle.args &&
                x->handle.cancelled == y->handle.cancelled;
    switch (op) {
    case CMP_LT: return value_bool(x->time < y->time);
    case CMP_LE: return value_bool(x->time < y->time || same);
    case CMP_EQ: return value_bool(same);
    case CMP_NE: return value_bool(!same);
    case CMP_GT: return value_bool(x->time > y->time);
    default: return value_bool(x->time > y->time || same);
    }
}
static int timer_hash(Vm *vm, Value self, i64 *hash) { return value_hash(vm, timer_get(self)->when, hash); }

const TypeSpec handle_spec = {
    .name = "Handle",
    .module = "asyncio.events",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_NO_DICT,
    .size = sizeof(Handle),
    .attrs = offsetof(Handle, attrs),
    .slots = {.dealloc = handle_dealloc, .traverse = handle_traverse, .clear = handle_clear, .repr = handle_repr},
    .make = {"__new__", "($type, callback, args, loop, context=None)", handle_make, NULL, 0},
    .init = {"__init__", "($self, callback, args, loop, context=None)", no_init, NULL, 0},
    .methods = handle_methods,
    .getset = handle_getset,
    .python = (const SlotPython[]){{SLOT_REPR, 0, "_asyncio_show.handle_repr"}, {0}},
};
const TypeSpec timer_handle_spec = {
    .name = "TimerHandle",
    .module = "asyncio.events",
    .base = T_HANDLE,
    .flags = TYPE_GC | TYPE_NO_DICT,
    .size = sizeof(TimerHandle),
    .attrs = offsetof(Handle, attrs),
    .slots = {.dealloc = timer_dealloc,
              .traverse = handle_traverse,
              .clear = handle_clear,
              .repr = handle_repr,
              .compare = timer_compare,
              .hash = timer_hash},
    .make = {"__new__", "($type, when, callback, args, loop, context=None)", timer_make, NULL, 0},
    .init = {"__init__", "($self, when, callback, args, loop, context=None)", no_init, NULL, 0},
    .methods = timer_methods,
    .getset = timer_getset,
    .python = (const SlotPython[]){{SLOT_REPR, 0, "_asyncio_show.handle_repr"}, {0}},
};
