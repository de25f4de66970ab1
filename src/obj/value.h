// value.h: one Python value in one 64-bit word, and what every heap object starts with.
//
//     a double          any bit pattern below 0xFFFD…: the number itself (NaNs are made canonical by value_float)
//     0xFFFD nnnn…      None, True, False, … and the engine's own markers (V_ERROR, …), which no program ever sees
//     0xFFFE pppp…      pointer to a heap object, 48 bits
//     0xFFFF iiii…      integer of 48 bits, two's complement; larger ones are Int objects
//
// Ownership everywhere: borrow in, own out. Arguments are borrowed, results are owned; exceptions end in `_take`.
#ifndef AITER_VALUE_H
#define AITER_VALUE_H

#include "base/base.h"

typedef u64 Value;
typedef struct Vm Vm;
typedef struct Type Type;
typedef struct Shape Shape;

// Every heap object. `refs` counts owners; `shape` names the type and the layout of the attributes, and is the only
// thing that an inline cache compares.
typedef struct Object {
    u32 refs;
    Shape *shape;
} Object;

#define TAG_SPECIAL 0xFFFD000000000000ull
#define TAG_POINTER 0xFFFE000000000000ull
#define TAG_INT 0xFFFF000000000000ull
#define TAG_MASK 0xFFFF000000000000ull

#define V_FALSE (TAG_SPECIAL | 0)
#define V_TRUE (TAG_SPECIAL | 1)
#define V_NONE (TAG_SPECIAL | 2)
#define V_ELLIPSIS (TAG_SPECIAL | 3)
#define V_NOT_IMPLEMENTED (TAG_SPECIAL | 4)
// Markers: never stored where a program can read them.
#define V_UNSET (TAG_SPECIAL | 16)   // an argument not given, a local not bound, a slot that is empty
#define V_ERROR (TAG_SPECIAL | 17)   // failed: vm->exc holds the exception
#define V_PYTHON (TAG_SPECIAL | 18)  // nothing was done: this needs a call into Python (see obj/call.h)
#define V_CALL (TAG_SPECIAL | 19)    // a frame was pushed; its result is the result
#define V_SUSPEND (TAG_SPECIAL | 20) // the fiber waits; the scheduler will deliver the result
#define V_STOP (TAG_SPECIAL | 21)    // an iterator's end (no StopIteration object is made)

// Predicates that may fail answer 0 or 1, or one of these. (Same meaning as V_ERROR and V_PYTHON.)
#define IS_ERROR (-1)
#define IS_PYTHON (-2)

INLINE bool is_float(Value v) { return v < TAG_SPECIAL; }
INLINE bool is_small(Value v) { return v >= TAG_INT; } // an integer of up to 48 bits
INLINE bool both_small(Value a, Value b) { return (a & b) >= TAG_INT; }
INLINE bool is_object(Value v) { return (u32)(v >> 48) == 0xFFFE; }
INLINE bool is_bool(Value v) { return (v & ~1ull) == V_FALSE; }
INLINE bool is_none(Value v) { return v == V_NONE; }
// One of the markers: the result of an operation that did not simply give a value.
INLINE bool is_marker(Value v) { return (u32)(v >> 4) == (u32)(V_UNSET >> 4) && (u32)(v >> 48) == 0xFFFD; }

#define SMALL_MIN (-((i64)1 << 47))
#define SMALL_MAX (((i64)1 << 47) - 1)
INLINE i64 small_get(Value v) { return (i64)(v << 16) >> 16; }
INLINE bool small_fits(i64 n) { return (u64)n + (1ull << 47) < 1ull << 48; }
INLINE Value value_small(i64 n) { return TAG_INT | ((u64)n & ~TAG_MASK); } // n must fit
INLINE Value value_bool(bool b) { return V_FALSE | (Value)b; }

INLINE double float_get(Value v) {
    double d;
    memcpy(&d, &v, 8);
    return d;
}
// NaNs keep their sign; their payload is made canonical, so that they can not be taken for a tag.
INLINE Value value_float(double d) {
    Value v;
    memcpy(&v, &d, 8);
    return likely(d == d) ? v : (v & 0x8000000000000000ull) | 0x7FF8000000000000ull;
}

#if UINTPTR_MAX == UINT32_MAX
INLINE Object *object_get(Value v) { return (Object *)(u32)v; }
#else
INLINE Object *object_get(Value v) { return (Object *)(v & ~TAG_MASK); }
#endif
INLINE Value value_object(const void *o) { return TAG_POINTER | (Value)(uintptr_t)o; }

// Called when a count falls to zero; see object.c. Never runs Python: finalizers are queued.
void object_free(Vm *vm, Object *o);

#ifndef AITER_SMALL
INLINE void incref(Value v) {
    if (is_object(v)) object_get(v)->refs++;
}
INLINE void decref(Vm *vm, Value v) {
    if (is_object(v)) {
        Object *o = object_get(v);
        if (unlikely(--o->refs == 0)) object_free(vm, o);
    }
}
INLINE Value own(Value v) { // a second owner for the same value
    incref(v);
    return v;
}
INLINE void object_decref(Vm *vm, Object *o) {
    if (unlikely(--o->refs == 0)) object_free(vm, o);
}
#else // files built for size call these, which are in object.c
#define incref incref_call
#define decref decref_call
#define own own_call
#define object_decref object_decref_call
void incref(Value v);
void decref(Vm *vm, Value v);
Value own(Value v);
void object_decref(Vm *vm, Object *o);
#endif
// For pointers to objects of a known type. NULL is not allowed.
#define INCREF(o) ((void)((Object *)(o))->refs++)
#define DECREF(vm, o) object_decref(vm, (Object *)(o))
#define XDECREF(vm, o) ((o) ? DECREF(vm, o) : (void)0)

#endif
