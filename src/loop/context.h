// context.h: context variables (PEP 567): what module contextvars shows, and what the event loop enters for each step.
#ifndef AITER_CONTEXT_H
#define AITER_CONTEXT_H

#include "obj/state.h"

// The values of the variables: ContextVar -> value. The dict is shared by copies until one of them sets something,
// so that copying a context costs one small object.
typedef struct Context {
    Object head;
    Dict *vars;   // NULL: empty
    bool entered; // it is (or will be again) the current context of a fiber
} Context;
#define context_get(value) ((Context *)object_get(value))

typedef struct ContextVar {
    Object head;
    Str *name;
    Value preset; // the default, or V_UNSET
} ContextVar;

typedef struct ContextToken {
    Object head;
    Context *context;
    ContextVar *var;
    Value old; // V_UNSET: it was not set
    bool used;
} ContextToken;

Value context_new(Vm *vm);
Value context_copy(Vm *vm); // of the running fiber's current context
// Makes it the fiber's current one; what was current goes to *before, for context_leave. false: RuntimeError, it is
// entered.
bool context_enter(Vm *vm, Value context, Value *before);
void context_leave(Vm *vm, Value before_take);
// Of module contextvars.
extern const NativeDef contextvars_functions[];
bool contextvars_fill(Vm *vm, Dict *dict);
extern const NativeDef context_intrinsics[];

#endif
