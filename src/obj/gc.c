// gc.c: the cycle collector. As CPython's: every container hangs in a ring; a collection copies the counts, takes off
// every reference that comes from inside, and what is still referenced from outside (running frames, natives, globals of
// the host) keeps alive all that it reaches. The rest is cleared. Runs only at check points of the machine. It needs no
// memory of its own, so it works at the memory limit, where it is wanted most.
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

static void ring_add(GcHead *ring, GcHead *h) {
    h->prev = ring->prev;
    h->next = ring;
    h->prev->next = h;
    ring->prev = h;
}

static void ring_remove(GcHead *h) {
    h->prev->next = h->next;
    h->next->prev = h->prev;
    h->next = h->prev = NULL;
}

void gc_track(Vm *vm, Object *o) {
    Gc *gc = vm->gc;
    ring_add(&gc->all, gc_head(o));
    gc->count++;
    if (unlikely(++gc->born > gc->threshold) && gc->enabled) vm->budget = 0; // the next check point collects
}

void gc_untrack(Vm *vm, Object *o) {
    if (!gc_head(o)->next) return;
    ring_remove(gc_head(o));
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
bool gc_due(Vm *vm) {
    Gc *gc = vm->gc;
    return gc->enabled && (gc->born > gc->threshold || (gc->mark && vm->mem.used > gc->mark));
}

// During a collection `prev` of a head says what is known of its object, in the two lowest bits: COUNTED, and above them the
// references not yet seen to come from inside; or REACHED, and the next one of those that are still to be walked.
#define COUNTED 1u
#define REACHED 2u
#define KNOWN 3u
#define NOTE(h) (*(uintptr_t *)&(h)->prev)

struct Visit {
    void (*see)(struct Visit *, Object *o);
    Gc *gc;
    GcHead *walk; // reached, still to be walked
};

void visit_value(Visit *visit, Value v) {
    if (is_object(v)) visit->see(visit, object_get(v));
}

static void note_count(GcHead *h) {
    u32 refs = gc_object(h)->refs, most = UINT32_MAX >> 2; // of what is immortal
    NOTE(h) = (uintptr_t)(refs < most ? refs : most) << 2 | COUNTED;
}

// Its head, or NULL: not a container. Built-in classes are part of the Vm and have no head before them.
static GcHead *head_of(Object *o) {
    Shape *shape = o->shape;
    if (!(shape->type->flags & TYPE_GC)) return NULL;
    if (unlikely(shape->layout == T_TYPE) && ((Type *)o)->id != T_HEAP) return NULL;
    return gc_head(o);
}

static void see_subtract(Visit *v, Object *o) {
    GcHead *h = head_of(o);
    if (!h) return;
    if (unlikely(!h->next)) { // a frame that somebody holds beside its generator or fiber: in the ring for this collection
        ring_add(&v->gc->all, h);
        note_count(h);
    }
    NOTE(h) -= 4;
}

static void see_reach(Visit *v, Object *o) {
    GcHead *h = head_of(o);
    if (!h || NOTE(h) & REACHED) return;
    NOTE(h) = (uintptr_t)v->walk | REACHED;
    v->walk = h;
}

static void walk(Object *o, Visit *visit) {
    Type *type = o->shape->type;
    if (type->slots->traverse) type->slots->traverse(o, visit);
    if (o->shape->attrs | o->shape->slots) attrs_traverse(o, visit);
    if (type->flags & CLASS_HEAP) visit->see(visit, &type->head);
}

u32 gc_collect(Vm *vm) {
    Gc *gc = vm->gc;
    u32 found = 0, place = 0, tracked = gc->count;
    gc->born = 0;
    if (gc->running) return 0;
    gc->running = true;
    Visit visit = {.gc = gc, .see = see_subtract};
    GcHead *ring = &gc->all, *next;
    for (GcHead *h = ring->next; h != ring; h = h->next) note_count(h);
    for (GcHead *h = ring->next; h != ring; h = h->next) walk(gc_object(h), &visit);
    visit.see = see_reach;
    for (GcHead *h = ring->next; h != ring; h = h->next) {
        if (NOTE(h) >> 2 && !(NOTE(h) & REACHED)) see_reach(&visit, gc_object(h)); // referenced from outside
        while (visit.walk) {
            GcHead *reached = visit.walk;
            visit.walk = (GcHead *)(NOTE(reached) & ~(uintptr_t)KNOWN);
            walk(gc_object(reached), &visit);
        }
    }
    // The ring is made whole again; what was not reached is gathered, and held until all of it has been cleared. The frames
    // that were only here for the collection stand last: they leave again.
    GcHead garbage = {&garbage, &garbage}, *before = ring, *first_frame = NULL;
    for (GcHead *h = ring->next; h != ring; h = next) {
        next = h->next;
        bool reached = NOTE(h) & REACHED, frame = place++ >= tracked;
        if (!reached) {
            ring_add(&garbage, h);
            gc_object(h)->refs++;
            found++;
            if (frame && !first_frame) first_frame = h;
        } else if (frame) h->next = h->prev = NULL;
        else {
            h->prev = before;
            before->next = h;
            before = h;
        }
    }
    before->next = ring;
    ring->prev = before;
    // Finalizers first: if anything in the garbage has one, this round only queues them (the next one frees).
    bool finalizing = false;
    for (GcHead *h = garbage.next; h != &garbage; h = h->next) {
        Object *o = gc_object(h);
        const Type *type = o->shape->type;
        if (type->flags & CLASS_HAS_DEL) finalizing |= finalizer_queue(vm, o);
        else if (type->slots->finalize) finalizing |= type->slots->finalize(vm, o);
    }
    for (GcHead *h = garbage.next; h != &garbage && !finalizing; h = h->next)
        if (gc_object(h)->shape->layout == T_WEAKREF) weakref_silence(vm, gc_object(h));
    for (GcHead *h = garbage.next; h != &garbage && !finalizing; h = h->next) {
        Object *o = gc_object(h);
        const Type *type = o->shape->type;
        if (type->slots->clear) type->slots->clear(vm, o);
        if (o->shape->attrs | o->shape->slots) attrs_clear(vm, o);
    }
    bool frames = false;
    for (GcHead *h = garbage.next; h != &garbage; h = next) {
        next = h->next;
        frames |= h == first_frame;
        if (frames) ring_remove(h);
        object_decref(vm, gc_object(h));
    }
    if (garbage.next != &garbage) { // what a finalizer was queued for lives on
        garbage.next->prev = ring->prev;
        ring->prev->next = garbage.next;
        garbage.prev->next = ring;
        ring->prev = garbage.prev;
    }
    gc->running = false;
    gc->born = 0;
    // As many again as have survived: all collections together cost as much as all births. When half of the memory is used,
    // sooner; and when half of what is left has gone to few but large things, too.
    size_t limit = vm->mem.limit, used = vm->mem.used;
    gc->threshold = used > limit / 2 && limit ? gc->count / 4 : gc->count;
    if (gc->threshold < GC_FIRST) gc->threshold = GC_FIRST;
    if (finalizing) gc->threshold = 0;
    gc->mark = limit ? used + (limit - used) / 2 : 0;
    return found;
}
