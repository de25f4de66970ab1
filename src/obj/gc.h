// gc.h: the cycle collector: containers hang in a list; a collection finds those that only hold each other. Also weak
// references and the queue of finalizers, since all three are about how objects end.
#ifndef AITER_GC_H
#define AITER_GC_H

#include "obj/state.h"

typedef struct GcHead { // before every object of a TYPE_GC type
    struct GcHead *next, *prev;
} GcHead;

typedef struct Gc {
    GcHead all;        // ring of tracked objects, youngest last
    u32 count;         // tracked objects
    u32 born;          // tracked since the last collection
    u32 threshold;     // collect when `born` passes it
    size_t mark;       // or when so many bytes are used; 0: never for that
    bool enabled, running;
} Gc;

INLINE GcHead *gc_head(Object *o) { return (GcHead *)((u8 *)o - sizeof(GcHead)); }
INLINE Object *gc_object(GcHead *h) { return (Object *)((u8 *)h + sizeof(GcHead)); }
void gc_track(Vm *vm, Object *o);
void gc_untrack(Vm *vm, Object *o);
bool gc_open(Vm *vm);
void gc_close(Vm *vm);
bool gc_due(Vm *vm); // is it time for a collection?
// Frees unreachable cycles; answers how many objects were in them. Never runs Python (finalizers are queued).
u32 gc_collect(Vm *vm);

bool gc_knows(Vm *vm, const Object *o); // is there a tracked object at that address?

// Something with a __del__ has no owner any more: it is brought back to life (count 1) and queued, once in its life.
// false: it has been finalized already, free it (and say so by finalizer_forget).
bool finalizer_queue(Vm *vm, Object *o);
void finalizer_forget(Vm *vm, Object *o);
// Weak references to o are cleared and their callbacks queued. true: o lives on (never at present).
bool weakref_object_dies(Vm *vm, Object *o);
void weakref_silence(Vm *vm, Object *o); // a weak reference that is garbage itself: nobody is told any more
Value weakref_list(Vm *vm, Value v); // the weak references to it that there are, as a list

#endif
