// asyncgen_hook.c: the asynchronous generators that were started under a loop. Each keeps a hook as its finalizer: an
// object of its own that hangs in the loop's list, so that the loop knows those that live (shutdown_asyncgens) without
// owning them; and when the generator is dropped unfinished, it says which loop must close it.
#include "loop/context.h"
#include "loop/loop.h"
#include "obj/call.h"
#include "obj/function.h"
#include "obj/list.h"
#include "obj/str.h"
#include "obj/type.h"
#include "vm/generator.h"

struct AsyncgenHook {
    Object head;
    EventLoop *loop; // not owned; NULL: it is gone, or does not know the generator any more
    Value generator; // not owned: it owns the hook
    AsyncgenHook *next, *previous;
};

static void forget(AsyncgenHook *h) {
    if (!h->loop) return;
    if (h->next) h->next->previous = h->previous;
    if (h->previous) h->previous->next = h->next;
    else h->loop->asyncgens = h->next;
    h->loop = NULL;
}

bool asyncgen_firstiter(Vm *vm, Value generator) {
    EventLoop *loop = running_loop(vm);
    if (!loop) return true;
    AsyncgenHook *h = object_new(vm, vm_type(vm, T_ASYNCGEN_HOOK), sizeof *h);
    if (!h) return false;
    h->loop = loop;
    h->generator = generator;
    h->next = loop->asyncgens;
    if (h->next) h->next->previous = h;
    loop->asyncgens = h;
    generator_get(generator)->finalizer = value_object(h);
    return true;
}

void asyncgens_forget(EventLoop *loop) {
    while (loop->asyncgens) forget(loop->asyncgens);
}

Value loop_take_asyncgens(Vm *vm, EventLoop *loop) {
    List *list = list_new(vm, 4);
    if (!list) return V_ERROR;
    while (loop->asyncgens) {
        if (!list_append(vm, list, loop->asyncgens->generator)) return DECREF(vm, list), V_ERROR;
        forget(loop->asyncgens);
    }
    for (u32 i = 0, j = list->len; i + 1 < j; i++) { // in the order in which they were started
        Value last = list->items[--j];
        list->items[j] = list->items[i];
        list->items[i] = last;
    }
    return value_object(list);
}

// A generator is dropped unfinished: loop.call_soon(loop.create_task, generator.aclose()). Without a loop it is closed
// at once, which can not wait for anything.
Value asyncgen_finalize(Vm *vm, Value generator) {
    Generator *g = generator_get(generator);
    AsyncgenHook *h = g->finalizer == V_UNSET ? NULL : (AsyncgenHook *)object_get(g->finalizer);
    if (!h || g->closed) return generator_close(vm, generator);
    EventLoop *loop = h->loop;
    if (loop) forget(h);
    if (!loop || loop->closed) { // nobody can wait for it any more: it goes as it is
        shape_of(generator)->type->slots->clear(vm, object_get(generator));
        return V_NONE;
    }
    Str *name = str_intern(vm, "create_task", 11);
    Value method = name ? type_lookup(vm, vm_type(vm, T_EVENT_LOOP), name) : V_ERROR;
    XDECREF(vm, name);
    if (!is_object(method)) return V_ERROR;
    Value create = native_bind(vm, native_get(method), value_object(loop));
    Value closing = create == V_ERROR ? V_ERROR : asyncgen_aclose(vm, generator);
    Value context = closing == V_ERROR ? V_ERROR : context_copy(vm);
    bool good = context != V_ERROR && loop_add(vm, loop, create, closing, context);
    if (create != V_ERROR) decref(vm, create);
    if (closing != V_ERROR) decref(vm, closing);
    if (context != V_ERROR) decref(vm, context);
    return status_of(good);
}

static void hook_dealloc(Vm *vm, Object *o) {
    forget((AsyncgenHook *)o);
    object_dispose(vm, o, sizeof(AsyncgenHook));
}

const TypeSpec asyncgen_hook_spec = {
    .name = "asyncgen_hook",
    .module = "_asyncio",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT,
    .size = sizeof(AsyncgenHook),
    .slots = {.dealloc = hook_dealloc},
};
