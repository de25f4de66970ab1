// gc.c: the cycle collector. As CPython's: every container hangs in a ring; a collection copies the counts, takes off
// every reference that comes from inside, and what is still referenced from outside (running frames, natives, globals of
// the host) keeps alive all that it reaches. The rest is cleared. Runs only at check points of the machine.
#include "obj/gc.h"
#include "obj/attrs.h"
#include "obj/call.h"

#define GC_FIRST 3000u // containers born before the first collection

bool gc_open(Vm *vm) {
    Gc *gc = mem_alloc_zero(&vm->mem, sizeof *gc);
    if (!gc) return false;
    gc->all.next = gc->all.prev = &gc->all;
    gc->threshold = GC_FIRST;
    gc->enabled = true;
    vm->gc = gc;
    return true;
}

void gc_close(Vm *vm) {
    mem_free(&vm->mem, vm->gc, sizeof *vm->gc);
    vm->gc = NULL;
}

void gc_track(Vm *vm, Object *o) {
    Gc *gc = vm->gc;
    GcHead *h = gc_head(o);
    h->prev = gc->all.prev;
    h->next = &gc->all;
    h->prev->next = h;
    gc->all.prev = h;
    gc->count++;
    if (unlikely(++gc->born > gc->threshold) && gc->enabled) vm->budget = 0; // the next check point collects
}

void gc_untrack(Vm *vm, Object *o) {
    GcHead *h = gc_head(o);
    if (!h->next) return;
    h->prev->next = h->next;
    h->next->prev = h->prev;
    h->next = h->prev = NULL;
    vm->gc->count--;
    if (vm->gc->born) vm->gc->born--;
}

bool gc_knows(Vm *vm, const Object *o) {
    for (GcHead *h = vm->gc->all.next; h != &vm->gc->all; h = h->next)
        if (gc_object(h) == o) return true;
    return false;
}

// During a collection the refs field of every tracked object is split: the upper half of a side table would cost memory, so
// the copies stand in an array in ring order, found through the `prev` link, which holds the place for the time being.
struct Visit {
    void (*see)(struct Visit *, Object *o);
    u32 *counts;       // by place
    u32 total;
    Object **stack;    // reachable, still to be walked
    u32 stacked;
};

void visit_value(Visit *visit, Value v) {
    if (is_object(v)) visit->see(visit, object_get(v));
}

#define PLACE(h) ((u32)(uintptr_t)(h)->prev)

// Built-in classes are part of the Vm and have no head before them.
static bool in_ring(Object *o) {
    Shape *shape = o->shape;
    if (!(shape->type->flags & TYPE_GC)) return false;
    if (unlikely(shape->layout == T_TYPE) && ((Type *)o)->id != T_HEAP) return false;
    return gc_head(o)->next != NULL;
}

static void see_subtract(Visit *v, Object *o) {
    if (in_ring(o)) v->counts[PLACE(gc_head(o))]--;
}

#define REACHED 0x80000000u
static void see_reach(Visit *v, Object *o) {
    if (!in_ring(o)) return;
    u32 *count = &v->counts[PLACE(gc_head(o))];
    if (*count & REACHED) return;
    *count |= REACHED;
    v->stack[v->stacked++] = o;
}

static void walk(Object *o, Visit *visit) {
    Type *type = o->shape->type;
    if (type->slots->traverse) type->slots->traverse(o, visit);
    if (o->shape->attrs | o->shape->slots) attrs_traverse(o, visit);
    if (type->flags & CLASS_HEAP) visit->see(visit, &type->head);
}

u32 gc_collect(Vm *vm) {
    Gc *gc = vm->gc;
    u32 n = gc->count, found = 0;
    gc->born = 0;
    if (gc->running || !n) return 0;
    mem_use_reserve(&vm->mem, true);
    Visit visit = {.total = n};
    visit.counts = mem_alloc(&vm->mem, n * sizeof(u32));
    visit.stack = mem_alloc(&vm->mem, n * sizeof(Object *));
    mem_use_reserve(&vm->mem, false);
    if (!visit.counts || !visit.stack) goto done; // no room: later
    gc->running = true;
    u32 place = 0;
    for (GcHead *h = gc->all.next; h != &gc->all; h = h->next) {
        visit.counts[place] = gc_object(h)->refs;
        h->prev = (GcHead *)(uintptr_t)place++;
    }
    visit.see = see_subtract;
    for (GcHead *h = gc->all.next; h != &gc->all; h = h->next) walk(gc_object(h), &visit);
    visit.see = see_reach;
    for (GcHead *h = gc->all.next; h != &gc->all; h = h->next) {
        u32 *count = &visit.counts[PLACE(h)];
        // Outside references; immortal types and objects that wait for their finalizer count as such.
        if (!(*count & REACHED) && *count > 0) {
            *count |= REACHED;
            visit.stack[visit.stacked++] = gc_object(h);
        }
        while (visit.stacked) walk(visit.stack[--visit.stacked], &visit);
    }
    // The ring is made whole again; what was not reached is gathered.
    GcHead *before = &gc->all;
    place = 0;
    for (GcHead *h = gc->all.next; h != &gc->all; h = h->next) {
        if (!(visit.counts[place++] & REACHED)) visit.stack[found++] = gc_object(h);
        h->prev = before;
        before = h;
    }
    gc->all.prev = before;
    for (u32 i = 0; i < found; i++) visit.stack[i]->refs++;
    // Finalizers first: if anything in the garbage has one, this round only queues them (the next one frees).
    bool finalizing = false;
    for (u32 i = 0; i < found; i++) {
        Object *o = visit.stack[i];
        const Type *type = o->shape->type;
        if (type->flags & CLASS_HAS_DEL) finalizing |= finalizer_queue(vm, o);
        else if (type->slots->finalize) finalizing |= type->slots->finalize(vm, o);
    }
    for (u32 i = 0; i < found && !finalizing; i++)
        if (visit.stack[i]->shape->layout == T_WEAKREF) weakref_silence(vm, visit.stack[i]);
    for (u32 i = 0; i < found && !finalizing; i++) {
        Object *o = visit.stack[i];
        Type *type = o->shape->type;
        if (type->slots->clear) type->slots->clear(vm, o);
        if (o->shape->attrs | o->shape->slots) attrs_clear(vm, o);
    }
    for (u32 i = 0; i < found; i++) object_decref(vm, visit.stack[i]);
    gc->running = false;
    gc->survivors = gc->count;
    gc->born = 0;
    gc->threshold = gc->survivors / 2 > GC_FIRST ? gc->survivors / 2 : GC_FIRST;
done:
    if (visit.counts) mem_free(&vm->mem, visit.counts, n * sizeof(u32));
    if (visit.stack) mem_free(&vm->mem, visit.stack, n * sizeof(Object *));
    return found;
}
