// frame.h: one activation: of Python code, or of a native that goes on after calling Python (a *step native*).
#ifndef AITER_FRAME_H
#define AITER_FRAME_H

#include "code/code.h"
#include "obj/function.h"

typedef struct Generator Generator;

// The body of a step native. `in` is what the call that it made gave (borrowed), V_ERROR when it raised (vm->exc), or
// V_UNSET when the frame has just been pushed. It answers an owned value (its result: the frame is popped), V_ERROR,
// V_CALL (it pushed a call, whose result comes in next) or V_SUSPEND. `frame->state` and its slots are all that lasts.
typedef Value (*StepFn)(Vm *vm, Frame *frame, Value in);

enum FrameKind { FRAME_PYTHON, FRAME_STEP };
// How the result of a frame goes to the one that called it.
enum FrameReturn {
    RETURN_CALL,    // to register a of a one-word call instruction: the fast way
    RETURN_DELIVER, // by the instruction in progress there (deliver.c)
    RETURN_DISCARD, // nowhere: the caller goes on where it is (finalizers)
    RETURN_AWAIT,   // as RETURN_DELIVER, of a coroutine to an AWAIT: eval has a short way for it
    RETURN_ITER,    // as RETURN_DELIVER, of a generator to a FOR_ITER: a short way for YIELD
    RETURN_ANEXT,   // the same of an asynchronous generator to the AWAIT of an `async for` (quick_anext)
};
// What a step native's `in` was, when it drives a generator or coroutine.
enum FrameEvent { EVENT_RETURNED, EVENT_YIELDED };

struct Frame {
    Object head;
    Frame *back;        // the caller while this one runs
    const u32 *pc;      // the instruction in progress, or the next one when a frame has just been pushed
    Code *code;         // borrowed from function; NULL: a step native
    Function *function; // owned
    StepFn step;
    Generator *generator; // whose frame it is
    Value ns;           // namespace of a module, class body or exec; V_UNSET for functions (owned)
    Value instead;      // with CHECK_INIT: the new instance, which is the call's result (owned)
    u8 kind, ret, check, event;
    bool check_point;   // eval was left before the call at pc: its operands are still in place
    u32 state;          // of a step native
    u32 nslots;
    u32 nargs;          // step natives: free
    Value slots[];
};
#define frame_get(value) ((Frame *)object_get(value))

// What the result of a special method must be, checked when its frame returns.
enum FrameCheck {
    CHECK_NONE, CHECK_INIT, CHECK_REPR, CHECK_STR, CHECK_FORMAT, CHECK_HASH, CHECK_BOOL, CHECK_LEN, CHECK_ITER, CHECK_AWAIT,
    CHECK_INDEX, CHECK_INT, CHECK_FLOAT, CHECK_TRUTH, CHECK_ANEXT, CHECK_AITER, CHECK_AITER_CALL, CHECK_TRUTH_LEN, CHECK_NOTHING, CHECK_ANNOTATIONS,
    CHECK_BYTES, CHECK_COMPLEX, CHECK_CONTAINS, CHECK_LENGTH_HINT,
};

// A frame for a function, pushed on the running fiber; slots are not set. NULL: MemoryError or RecursionError.
Frame *frame_push(Vm *vm, Function *function);
// A step native with n slots (all V_UNSET) on top of the running fiber; the machine calls it with V_UNSET. NULL: MemoryError.
Frame *step_push(Vm *vm, StepFn step, u32 nslots);
// The top frame has ended: unlinks it, and frees it unless a traceback or generator still holds it.
void frame_leave(Vm *vm, Frame *frame);
// Drops the temporaries from `depth` on of a frame whose instruction in progress has `live` of them.
void frame_drop(Vm *vm, Frame *frame, u32 from, u32 to);
u32 frame_place(const Frame *frame); // word of the instruction in progress
int frame_line(const Frame *frame);  // its line, 0 when unknown
void code_frames_free(Vm *vm, Code *code); // the frames kept for use again; for code_dealloc
// Namespace of a frame as a dict: globals of module code; for functions a new dict of the bound locals (owned).
Value frame_locals(Vm *vm, Frame *frame);
Dict *frame_globals(const Frame *frame);
// ((filename, line, function), …) of a frame and its callers, at most `depth`: where something was made. Owned.
Value frame_calls(Vm *vm, const Frame *frame, u32 depth);

#endif
