// state.h: one engine. There are no mutable C globals: everything that changes hangs off a Vm, so several can share one
// WebAssembly instance. The machine, the loop and the host keep their parts behind their own types.
#ifndef AITER_STATE_H
#define AITER_STATE_H

#include "obj/object.h"
#include "base/mem.h"

typedef struct Frame Frame;
typedef struct Fiber Fiber;
typedef struct Code Code;

// Names that the engine itself looks up; interned when it starts. NAME(x) is vm->names.x.
typedef struct Names {
#define NAME(name) Str *name;
#define NAMED(field, text) Str *field;
#include "obj/names.def"
#undef NAME
#undef NAMED
} Names;

#define METHOD_CACHE 512
typedef struct MethodCache { // of type_lookup, for all classes; Type.version tells whether a row still holds
    Str *name;
    u32 version;
    Value value; // borrowed
} MethodCache;

typedef struct Trash { Object **items; u32 count, room; } Trash;

struct Vm {
    Mem mem;
    void *host; // the context of every host_… function

    // What runs: the machine's, kept here because inline paths in headers read them.
    i32 budget;    // check points left before eval looks up: slices, stops, finalizers, collection (vm/slice.c)
    Value exc;     // the pending exception, or V_UNSET
    Value stop_value; // with V_STOP from a slot `next`: what the iterator returned (owned), V_UNSET for None
    Fiber *fiber;  // the Python call stack that runs now
    u32 c_depth;   // C recursion of plain natives (repr of nested lists, comparison, …), see call.h: c_enter
    u32 c_limit;

    // Objects
    Names names;
    struct Interned { Str **table; u32 count, mask; } interned;
    Str *latin1[256];   // strings of one character
    Str *empty_str;
    struct Bytes *empty_bytes;
    Tuple *empty_tuple;
    struct Gc *gc;
    struct Weakrefs *weakrefs; // NULL until the first weak reference
    Trash trash;               // objects whose count fell to zero deep inside another dealloc
    u32 dealloc_depth;
    struct ReprStack *repr_stack; // containers whose repr is being made (sequence.c); NULL between them
    struct Finalizer *finalizers; // __del__, weakref callbacks, dropped generators: run at the next check point
    u32 dict_version;          // last Dict.version given
    u32 type_version;          // last Type.version given
    MethodCache method_cache[METHOD_CACHE];

    Dict *modules;             // sys.modules
    Dict *builtins;            // builtins.__dict__
    struct Module *builtins_module, *sys_module;

    const char *grammar;       // for the words of syntax errors (tree.h); NULL: not there yet
    u32 int_max_str_digits;    // sys.set_int_max_str_digits

    // Parts whose layout only their room knows
    struct Machine *machine; // vm: fibers, frames, code objects, prelude
    struct Loops *loops;     // loop: event loops
    struct Session *session; // host: settings, standard streams, arguments

    Type types[T_COUNT]; // [0] is not used
};

INLINE Type *vm_type(Vm *vm, u16 id) { return &vm->types[id]; }

#endif
