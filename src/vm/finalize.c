// finalize.c: what has to run when objects go: __del__, weakref callbacks, the `finally` of dropped generators, the warning
// about coroutines that nobody awaited. A decref only queues; the queue runs as pushed frames at the next check point.
#include "vm/machine.h"
#include "vm/generator.h"
#include "obj/list.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/type.h"
#include "obj/ops.h"
#include "vm/library.h"

typedef struct Finalizer {
    struct Finalizer *next;
    Value object;   // owned
    Value callback; // a weak reference's; V_UNSET: the object's own end
} Finalizer;

static bool queue(Vm *vm, Value object_take, Value callback_take) {
    mem_use_reserve(&vm->mem, true);
    Finalizer *f = mem_alloc(&vm->mem, sizeof *f);
    mem_use_reserve(&vm->mem, false);
    if (!f) return false;
    *f = (Finalizer){NULL, object_take, callback_take};
    Finalizer **end = &vm->finalizers;
    while (*end) end = &(*end)->next;
    *end = f;
    vm->budget = 0; // the next check point sees to it
    return true;
}

bool finalizers_due(Vm *vm) { return vm->finalizers && !vm->machine->finalizing; }

// __del__ runs once: objects that have had theirs and still live stand in a short table until they are freed.
static bool object_finalized(Vm *vm, Object *o) {
    for (u32 i = 0; i < vm->machine->finalized_count; i++)
        if (vm->machine->finalized[i] == o) {
            vm->machine->finalized[i] = vm->machine->finalized[--vm->machine->finalized_count];
            return true;
        }
    return false;
}
static bool was_finalized(Vm *vm, Object *o) {
    for (u32 i = 0; i < vm->machine->finalized_count; i++)
        if (vm->machine->finalized[i] == o) return true;
    return false;
}
static bool object_set_finalized(Vm *vm, Object *o) {
    Machine *m = vm->machine;
    if (m->finalized_count == m->finalized_room) {
        u32 room = m->finalized_room ? m->finalized_room * 2 : 16;
        Object **items = mem_realloc(&vm->mem, m->finalized, m->finalized_room * sizeof *items, room * sizeof *items);
        if (!items) return false;
        m->finalized = items;
        m->finalized_room = room;
    }
    m->finalized[m->finalized_count++] = o;
    return true;
}

bool finalizer_queue(Vm *vm, Object *o) {
    // The collector may ask again before it frees; what is freed needs no note any more.
    if (vm->machine->closing || (o->refs ? was_finalized(vm, o) : object_finalized(vm, o))) return false;
    if (!object_set_finalized(vm, o)) return false;
    o->refs++; // from 0, or, found in a cycle, one owner more
    if (!queue(vm, value_object(o), V_UNSET)) {
        o->refs--;
        return false;
    }
    return true;
}

bool generator_finalize(Vm *vm, Generator *g) {
    if (vm->machine->closing || !g->frame || g->finalized) return false;
    Code *code = g->code;
    u32 place = frame_place(g->frame);
    bool guarded = g->finalizer != V_UNSET && !g->closed; // an event loop closes it, by a task, whatever it guards
    for (u32 i = 0; i < code->nexceptions && !guarded; i++)
        guarded = place >= code->exceptions[i].start && place < code->exceptions[i].end;
    if (!guarded && (*g->frame->pc & 255) != OP_AWAIT) return false;
    if (!guarded && !is_generator(g->frame->slots[(*g->frame->pc >> 8) & 255])) return false;
    g->head.refs++;
    if (!queue(vm, value_object(g), V_UNSET)) {
        g->head.refs--;
        return false;
    }
    g->finalized = true;
    return true;
}

// One finalizer: calls, and whatever it raises is reported and dropped.
static Value finalize_step(Vm *vm, Frame *f, Value in) {
    Value object = f->slots[0], callback = f->slots[1], v;
    if (f->state == 0) {
        f->state = 1;
        if (callback != V_UNSET) v = call(vm, callback, &object, 1);
        else if (value_is(object, T_ASYNC_GENERATOR)) v = asyncgen_finalize(vm, object);
        else if (is_generator(object)) v = generator_close(vm, object);
        else {
            bool bound;
            Value del = bind_special(vm, object, vm->names.__del__, &bound);
            if (is_marker(del)) v = del == V_UNSET ? V_NONE : V_ERROR;
            else {
                v = bound ? call(vm, del, &object, 1) : call(vm, del, NULL, 0);
                decref(vm, del);
            }
        }
        if (v == V_CALL || v == V_SUSPEND) return v;
        if (v != V_ERROR) {
            decref(vm, v);
            v = V_NONE;
        }
        in = v;
    }
    if (f->state == 1 && in == V_ERROR) {
        f->state = 2;
        Value exc = exc_take(vm), what = callback != V_UNSET ? callback : object;
        if (!is_generator(object) && callback == V_UNSET) what = type_lookup(vm, type_of(vm, object), vm->names.__del__);
        const char *doing = callback != V_UNSET ? "while calling weakref callback" : is_generator(object) ? "while closing generator" : "while calling deallocator";
        Str *text = str_from_text(vm, doing);
        Value args[3] = {exc, what, text ? value_object(text) : V_NONE};
        v = prelude_call(vm, "_traceback.unraisable", args, 3);
        XDECREF(vm, text);
        decref(vm, exc);
        if (v == V_CALL) return V_CALL;
        if (v == V_ERROR) exc_clear(vm);
    }
    if (in == V_ERROR) exc_clear(vm);
    vm->machine->finalizing = false;
    if (vm->finalizers) vm->budget = 0;
    return V_NONE;
}

int finalizers_push(Vm *vm) {
    Finalizer *f = vm->finalizers;
    Frame *step = step_push(vm, finalize_step, 2);
    if (!step) {
        exc_clear(vm);
        return 0;
    }
    vm->machine->finalizing = true;
    vm->finalizers = f->next;
    step->slots[0] = f->object;
    step->slots[1] = f->callback;
    step->ret = RETURN_DISCARD;
    mem_free(&vm->mem, f, sizeof *f);
    return 1;
}

void finalizers_drop(Vm *vm) {
    while (vm->finalizers) {
        Finalizer *f = vm->finalizers;
        vm->finalizers = f->next;
        decref(vm, f->object);
        decref(vm, f->callback);
        mem_free(&vm->mem, f, sizeof *f);
    }
}

// ---- weak references: a table of objects that have some, by address

typedef struct Weakref { Object head; Object *target; Value callback; struct Weakref *next; i64 hash; bool hashed; Attrs attrs; } Weakref;
typedef struct Weakrefs { Weakref **bucket; u32 mask, count; } Weakrefs;

static u32 bucket_of(Weakrefs *t, Object *o) { return (u32)((uintptr_t)o >> 4) & t->mask; }

static bool table_open(Vm *vm) {
    if (vm->weakrefs) return true;
    Weakrefs *t = mem_alloc(&vm->mem, sizeof *t);
    if (!t) return raise_memory(vm), false;
    t->mask = 255;
    t->count = 0;
    t->bucket = mem_alloc_zero(&vm->mem, 256 * sizeof *t->bucket);
    if (!t->bucket) {
        mem_free(&vm->mem, t, sizeof *t);
        return raise_memory(vm), false;
    }
    vm->weakrefs = t;
    return true;
}

void weakrefs_close(Vm *vm) {
    if (!vm->weakrefs) return;
    mem_free(&vm->mem, vm->weakrefs->bucket, 256 * sizeof(Weakref *));
    mem_free(&vm->mem, vm->weakrefs, sizeof(Weakrefs));
    vm->weakrefs = NULL;
}

static void unlink(Vm *vm, Weakref *w) {
    if (!w->target) return;
    for (Weakref **p = &vm->weakrefs->bucket[bucket_of(vm->weakrefs, w->target)]; *p; p = &(*p)->next)
        if (*p == w) {
            *p = w->next;
            break;
        }
    w->target = NULL;
    vm->weakrefs->count--;
}

bool weakref_object_dies(Vm *vm, Object *o) {
    Weakrefs *t = vm->weakrefs;
    if (!t->count) return false;
    Type *type = o->shape->type;
    if (type->flags & CLASS_HAS_DEL && !was_finalized(vm, o)) return false; // it may live on: asked again after __del__
    for (Weakref **p = &t->bucket[bucket_of(t, o)]; *p;) {
        Weakref *w = *p;
        if (w->target != o) {
            p = &w->next;
            continue;
        }
        *p = w->next;
        w->target = NULL;
        t->count--;
        if (w->callback != V_UNSET && !vm->machine->closing) {
            Value callback = w->callback;
            w->callback = V_UNSET;
            if (!queue(vm, own(value_object(w)), callback)) decref(vm, callback);
        }
    }
    return false;
}

Value weakref_list(Vm *vm, Value v) {
    List *list = list_new(vm, 0);
    if (!list) return V_ERROR;
    if (vm->weakrefs && is_object(v))
        for (Weakref *w = vm->weakrefs->bucket[bucket_of(vm->weakrefs, object_get(v))]; w; w = w->next)
            if (w->target == object_get(v) && !list_append(vm, list, value_object(w))) return DECREF(vm, list), V_ERROR;
    return value_object(list);
}

static bool can_be_weak(Vm *vm, Value v) {
    if (!is_object(v)) return false;
    Type *t = type_of(vm, v);
    if (t->id == T_HEAP) return t->has_dict || !t->own_slots;
    switch (t->id) {
    case T_FUNCTION: case T_METHOD: case T_SET: case T_FROZENSET: case T_TYPE: case T_MODULE: case T_GENERATOR: case T_COROUTINE:
    case T_ASYNC_GENERATOR: case T_NATIVE_FUNCTION: case T_CODE: case T_FUTURE: case T_TASK: case T_MEMORYVIEW: return true;
    default: return false;
    }
}
static Value weakref_make(Vm *vm, const Value *args, u32 n) {
    if (!can_be_weak(vm, args[1])) return raise_type(vm, "cannot create weak reference to '%T' object", args[1]);
    if (!table_open(vm)) return V_ERROR;
    Object *target = object_get(args[1]);
    Weakref **head = &vm->weakrefs->bucket[bucket_of(vm->weakrefs, target)];
    Value callback = args[2] == V_NONE ? V_UNSET : args[2];
    Type *type = type_get(args[0]);
    if (callback == V_UNSET && type->id == T_WEAKREF)
        for (Weakref *w = *head; w; w = w->next)
            if (w->target == target && w->callback == V_UNSET && w->head.shape->type == type) return own(value_object(w));
    Weakref *w = object_new_gc(vm, type, sizeof *w);
    if (!w) return V_ERROR;
    w->target = target;
    w->callback = own(callback);
    w->next = *head;
    *head = w;
    vm->weakrefs->count++;
    return value_object(w);
}
#define weakref_get(v) ((Weakref *)object_get(v))
static Value weakref_call(Vm *vm, Value self, const Value *args, u32 n, Tuple *kwnames) {
    if (n) return raise_type(vm, "weakref expected 0 arguments, got %u", n);
    Object *target = weakref_get(self)->target;
    return target ? own(value_object(target)) : V_NONE;
}
static void weakref_dealloc(Vm *vm, Object *o) {
    unlink(vm, (Weakref *)o);
    decref(vm, ((Weakref *)o)->callback);
    object_dispose(vm, o, sizeof(Weakref));
}
static void weakref_traverse(Object *o, Visit *visit) { visit_value(visit, ((Weakref *)o)->callback); }
static Value weakref_repr(Vm *vm, Value v) {
    Object *target = weakref_get(v)->target;
    unsigned long long at = (uintptr_t)object_get(v);
    Str *s = target ? str_format(vm, "<weakref at 0x%llx; to '%T' at 0x%llx>", at, value_object(target), (unsigned long long)(uintptr_t)target)
                    : str_format(vm, "<weakref at 0x%llx; dead>", at);
    return s ? value_object(s) : V_ERROR;
}
static int weakref_hash(Vm *vm, Value v, i64 *hash) {
    Weakref *w = weakref_get(v);
    if (!w->hashed) {
        if (!w->target) return raise_type(vm, "weak object has gone away"), IS_ERROR;
        int r = value_hash(vm, value_object(w->target), &w->hash);
        if (r) return r;
        w->hashed = true;
    }
    *hash = w->hash;
    return 0;
}
static Value weakref_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (op != CMP_EQ && op != CMP_NE) return V_NOT_IMPLEMENTED;
    if (type_of(vm, b)->slots != vm_type(vm, T_WEAKREF)->slots || type_of(vm, a)->slots != type_of(vm, b)->slots) return V_NOT_IMPLEMENTED;
    Weakref *x = weakref_get(a), *y = weakref_get(b);
    if (!x->target || !y->target) return value_bool((x == y) == (op == CMP_EQ));
    return value_compare(vm, value_object(x->target), value_object(y->target), op);
}
static Value weakref_callback(Vm *vm, Value v) { return weakref_get(v)->callback == V_UNSET ? V_NONE : own(weakref_get(v)->callback); }
static const GetSetDef weakref_getset[] = {{"__callback__", weakref_callback, NULL}, {0}};
const TypeSpec weakref_spec = {
    .name = "ReferenceType", .module = "weakref", .base = T_OBJECT, .flags = TYPE_GC | TYPE_NO_DICT, .size = sizeof(Weakref), .attrs = offsetof(Weakref, attrs),
    .slots = {.dealloc = weakref_dealloc, .traverse = weakref_traverse, .repr = weakref_repr, .hash = weakref_hash, .compare = weakref_compare, .call = weakref_call},
    .make = {"__new__", "($type, object, callback=None, /)", weakref_make, NULL, 0}, .getset = weakref_getset};

// ---- coroutines that nobody awaited

void warn_never_awaited(Vm *vm, Generator *g) {
    if (vm->machine->closing) return;
    Value pending = exc_take(vm); // it may have been dropped because of an exception, which goes on
    // The line is the one that dropped it: by the time that the warning is printed the program is further on.
    Frame *f = current_frame(vm);
    Str *message = str_format(vm, "coroutine '%S' was never awaited", generator_qualname(g));
    Value callback = message ? prelude_function(vm, "_warnings.never_awaited") : V_ERROR;
    Tuple *what = callback == V_ERROR ? NULL
                  : tuple_pack(vm, 3, value_object(message), f ? value_object(f->code) : V_NONE, value_small(f ? frame_line(f) : 0));
    XDECREF(vm, message);
    if (!what) exc_clear(vm);
    else if (!queue(vm, value_object(what), own(callback))) DECREF(vm, what);
    vm->exc = pending;
}
