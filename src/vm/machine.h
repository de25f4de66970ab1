// machine.h: fibers, and how the rooms of the machine fit together.
//
//     run.c      fibers, slices, the scheduler: what aiter_run does
//     eval.c     the loop over instructions; hot ones in place, the others in slow.c
//     deliver.c  a result, a yielded value or an exception reaches the frame that waits for it
//     call.c     calling anything; bind.c arguments; native.c natives; construct.c classes
//     operate.c  operators and protocols on any value, by C slot or by pushing a call
//     generator.c, attr.c, import.c, traceback.c, prelude.c, finalize.c
#ifndef AITER_MACHINE_H
#define AITER_MACHINE_H

#include <stdarg.h>
#include "vm/frame.h"

// The exceptions being handled: a chain of places, one for the fiber and one for each generator that runs in it.
typedef struct ExcState {
    Value exc; // V_UNSET: none
    struct ExcState *prev;
} ExcState;

enum FiberState { FIBER_READY, FIBER_SLEEPING, FIBER_INPUT, FIBER_LIBRARY, FIBER_ENDED };
enum FiberResume { RESUME_RUN, RESUME_VALUE, RESUME_RAISE };

struct Fiber {
    Fiber *next;      // all fibers, in the order in which they were made
    Frame *frame;     // top of its stack; NULL when ended
    u32 depth;        // Python frames on it
    u32 id;           // the run's number
    u8 state, resume;
    u8 failed;        // ended with an exception: value holds it
    u8 interrupt;     // KeyboardInterrupt is due
    u8 flags;         // AiterStartFlags of a run
    Value value;      // RESUME_VALUE: what is delivered. Ended: the result
    double wake;      // FIBER_SLEEPING: when, in ms of the engine's clock
    ExcState exc_base, *exc;
    Value context;    // contextvars: the current Context, or V_UNSET
    Value loop;       // the running event loop, or V_UNSET
    int status;       // exit status
    u8 asked;         // aiter_ended has named it
    Buf encoded_result, encoded_error;
};

typedef struct Machine {
    Fiber *fibers;
    Code *codes;            // all code objects
    Dict *prelude;          // file name -> Module
    u32 recursion_limit;
    u32 origin_depth;       // so many calls a coroutine remembers of how it was made
    u32 last_id;
    u32 turn;               // the fiber after whose turn the slice ended, or 0
    i32 budget;             // check points between two looks at the clock: also how often eval is left for faster code
    double slice_ms, slice_end, clock_offset;
    bool virtual_time;
    bool (*has_function)(uintptr_t function); // see AiterOptions; NULL: everything is there
    Buf input;              // lines given by the host
    u8 input_given;
    Buf library;            // the rest of the library, when the host has given it (library.h)
    Buf out;                // text not yet handed to the host, all for out_stream
    int out_stream;
    int out_broken;         // bit s: the host takes nothing more on stream s
    Value first_stdout;     // the object that sys.stdout was at first; V_UNSET until asked for
    Value main_module;      // the shared __main__
    Value import_native;    // builtins.__import__ as it was
    bool finalizing;        // a finalizer runs: the others wait
    bool closing;           // the engine is being freed: nothing is queued any more
    Object **finalized;     // alive although their __del__ has run
    u32 finalized_count, finalized_room;
    Value last_memory_error; // for when not even the reserve suffices
    Generator *free_generators; // to be used again, linked by `frame`
    u32 free_generator_count;
    Dict *prelude_builtins; // what prelude code sees as built in: builtins as they were, and the intrinsics
} Machine;

// ---- eval.c
enum EvalResult { EVAL_CHECK, EVAL_SUSPENDED, EVAL_ENDED };
int eval(Vm *vm, Fiber *fiber);

// ---- frames of simple calls, as eval makes them

// A frame from its code's pool becomes the top one. Its slots are not set, nor how it returns.
INLINE void frame_link(Fiber *fiber, Frame *f, Function *function_take) {
    Code *code = f->code;
    f->head.refs = 1;
    f->pc = code->code;
    f->function = function_take;
    f->back = fiber->frame;
    fiber->frame = f;
    fiber->depth += !(code->flags & CO_HIDDEN);
}
INLINE void frame_unlink(Fiber *fiber, Frame *f) {
    fiber->frame = f->back;
    fiber->depth -= !(f->code->flags & CO_HIDDEN);
}
// Back to the pool: its locals have been dropped, and nothing else was ever set.
INLINE void frame_pool(Frame *f) {
    f->back = f->code->free_frames;
    f->code->free_frames = f;
}
#ifdef AITER_NO_POOLS
#define FRAMES_POOLED 0
#else
#define FRAMES_POOLED 1
#endif

// ---- deliver.c. Each answers what eval does next.
enum Deliver { GO_ON, GO_RAISE, GO_SUSPEND, GO_END };
int deliver(Vm *vm, Value v_take);                 // v is the result for the top frame's instruction in progress
int deliver_return(Vm *vm, Frame *from, Value v_take); // the top frame returns v: pops it, checks, delivers
int deliver_raise(Vm *vm);                         // vm->exc is raised in the top frame: finds who catches it

// ---- call.c
Value call_vector(Vm *vm, Value callable, const Value *args, u32 n, Tuple *kwnames);
Value call_checked(Vm *vm, Value callable, const Value *args, u32 n, u8 check); // the result is checked when it comes
Value function_call(Vm *vm, Function *f, const Value *args, u32 n, Tuple *kwnames);
Value call_ex(Vm *vm, Value callable, Tuple *args, Dict *kwargs);
bool bind_arguments(Vm *vm, Function *f, Frame *frame, const Value *args, u32 n, Tuple *kwnames);
Value native_call(Vm *vm, NativeFunction *f, const Value *args, u32 n, Tuple *kwnames);
bool native_waits(Vm *vm, NativeFunction *f); // its code is in the rest: a call of it answers V_CALL
Value type_call(Vm *vm, Type *type, const Value *args, u32 n, Tuple *kwnames);
Value call_awaitable(Vm *vm, Value v, u32 what); // what `await v` waits on; what: 0 await, 1 __aenter__, 2 __aexit__, 3 __anext__ (messages)
int check_result(Vm *vm, u8 check, Value *v, Value instead); // 0, IS_ERROR, IS_PYTHON (a call was pushed to go on)

// ---- attr.c
Value lookup_attr(Vm *vm, Value v, Str *name);  // owned; V_UNSET: none, nothing raised; V_PYTHON; V_ERROR
Value load_attr(Vm *vm, Value v, Cache *cache); // with caching; V_CALL too
Value load_method(Vm *vm, Value v, Str *name, Cache *cache, bool *bound); // *bound: the value is a function to call with v first
int store_attr(Vm *vm, Value v, Str *name, Value value, Cache *cache);    // 0, IS_ERROR, IS_PYTHON: a call was pushed
Value generic_getattr(Vm *vm, Value v, Str *name);
int generic_setattr(Vm *vm, Value v, Str *name, Value value);
Value bind_special(Vm *vm, Value v, Str *name, bool *bound); // special method of v's class, owned; V_UNSET: none

// ---- slow.c: instructions that are not in eval's switch. Answers a Deliver; on GO_ON the frame's pc is right.
int slow(Vm *vm, Frame *fr, u32 insn);
Value iterator_next(Vm *vm, Frame *fr, Value it); // what FOR_ITER gets: V_STOP at the end, with nothing pending
Value iterator_got(Vm *vm, Frame *fr, Type *type, Value it, Value v_take); // the same after its slot `next` has answered v
const u32 *store_result(Vm *vm, Frame *fr, Value v_take); // puts v where the instruction at fr->pc wants it; next instruction

// ---- operate.c, beyond call.h
Value call_aiter(Vm *vm, Value v, bool for_loop); // for_loop: the checks and words of `async for`, else of aiter()
Value call_anext(Vm *vm, Value v, u8 check);      // CHECK_ANEXT: ready for AWAIT, as `async for` needs it; CHECK_NONE: as anext()
Value load_attr_or_unset(Vm *vm, Value v, Str *name); // V_UNSET: no such attribute

// ---- suggest.c: 'Did you mean'
Str *suggest_name(Vm *vm, Str **names, u32 n, Str *wrong); // borrowed; NULL: nothing is near enough

// ---- others
void machine_join(Vm *vm, Code *code);       // the code object's caches are known to caches_flush from now on
Value raise_again(Vm *vm, Value exception);   // raises without touching __context__: bare raise
void callable_text(Vm *vm, Value callable, Buf *out); // "module.f()", as messages about calls name it
Value raise_not_iterable_argument(Vm *vm, Value callable, Value args); // f(*1)
Value import_insn(Vm *vm, Frame *fr, Str *name, Value globals, Value fromlist, u32 level);
Value prelude_call(Vm *vm, const char *python, const Value *args, u32 n);
Value handled_exception(Fiber *fiber);        // borrowed; V_UNSET
void traceback_add(Vm *vm, Frame *frame);     // vm->exc gets an entry for the frame
Value slot_python(Vm *vm, Type *type, u8 slot, u8 op, const Value *args, u32 n); // the prelude function of a built-in's slot
Value exception_instance(Vm *vm, Value exc);  // for raise: a class is instantiated plainly where possible; V_PYTHON else
void warn_never_awaited(Vm *vm, const char *format, Str *name, Value origin);
void asyncgen_step_ends(Vm *vm, Generator *g); // its asend(), athrow() or aclose() under way is over (asyncgen.c)
bool finalizers_due(Vm *vm);
int finalizers_push(Vm *vm);
void finalizers_drop(Vm *vm);
void weakrefs_close(Vm *vm);
void loops_close(Vm *vm); // the loop room's state
void loops_close(Vm *vm);                     // what the event loops hang off vm->loops, when the engine ends (loop)
Value asyncgen_finalize(Vm *vm, Value generator); // the loop's hook for a dropped asynchronous generator (loop)
Value import_module(Vm *vm, Str *name, Value globals, Value fromlist, i64 level);
Value intrinsic_call(Vm *vm, u32 id, const Value *args, u32 n, Frame *fr);
Value raise_stop_iteration(Vm *vm, Value value);
Value raise_name(Vm *vm, u16 type_id, Str *name, const char *format, ...);
double machine_clock(Vm *vm);
void fiber_sleep(Vm *vm, Fiber *fiber, double wake_ms);
Frame *current_frame(Vm *vm);                 // the innermost Python frame that is not hidden, or NULL

enum CacheKind { CACHE_EMPTY, CACHE_GLOBAL, CACHE_BUILTIN, CACHE_MODULE }; // of names, and of attributes of modules

#endif
