// type.h: classes: making them, looking names up in them, changing them.
#ifndef AITER_TYPE_H
#define AITER_TYPE_H

#include "obj/state.h"
#include "base/buf.h"

bool types_open(Vm *vm);  // all built-in types; false: out of memory
// The end, in this order, with the last collection between the first two: what their dicts own; all that they own; and, when no
// object is left, their shapes.
void types_clear(Vm *vm);
void types_drop(Vm *vm);
void types_close(Vm *vm);

// Fills the dict of a built-in type, once, when it is first needed. false: MemoryError.
bool type_ready(Vm *vm, Type *type);
// The attribute of a class along its MRO, borrowed; V_UNSET: none. Never fails (a MemoryError while making a type ready
// reads as none). `name` is interned.
Value type_lookup(Vm *vm, Type *type, Str *name);
Value type_lookup_after(Vm *vm, Type *type, Type *after, Str *name, Type **where); // in the MRO behind `after`: for super()
// A new class; `ns` is copied. Computes bases, MRO, slots, layout. NULL: exception. Calls no Python: __set_name__ and
// __init_subclass__ are the caller's.
Type *type_create(Vm *vm, Type *meta, Str *name, Tuple *bases, Dict *ns);
// The metaclass for bases, starting from `meta`: borrowed; NULL: TypeError.
Type *type_winner(Vm *vm, Type *meta, Tuple *bases);
// C.name = value, del C.name (V_UNSET), with all that hangs on it. 0 or IS_ERROR.
int type_set(Vm *vm, Type *type, Str *name, Value value);
int type_set_bases(Vm *vm, Type *type, Value bases);
// Empties inline caches of all code; called when a class changes or is freed. Defined by the machine.
void caches_flush(Vm *vm);
INLINE bool is_type(Value v) { return value_has(v, SHAPE_TYPE); }
#define type_get(value) ((Type *)object_get(value))
// "module.qualname" or "qualname" for builtins, as reprs and messages of uncaught exceptions show it.
void type_full_name(Vm *vm, Type *type, Buf *out);
Value type_module(Vm *vm, Type *type); // borrowed; V_UNSET when it has none

// Names of special methods and the slot behind each.
typedef struct SlotName {
    const char *name;
    u8 slot;       // SlotId
    u8 op;         // BinaryOp, UnaryOp or CompareOp
    u8 reflected;  // __radd__
    const NativeDef *wrapper; // what stands in the dict of a built-in type that has the slot
} SlotName;
extern const SlotName slot_names[];

#endif
