// call.h: the little that a native may ask of the machine. Declared here so that objects need not know the machine;
// defined in src/vm. Nothing here runs Python on the C stack: what needs Python pushes a frame and answers V_CALL.
#ifndef AITER_CALL_H
#define AITER_CALL_H

#include "obj/state.h"

// ---- exceptions: every function answers V_ERROR, so that a failure reads `return raise_type(vm, "…");` ------------
// Formats: d i u x c s .*s % with l, ll, z as in C, and
//   %S  a Str *            %R  repr of a Value that needs no Python (else its type's name in <>)
//   %T  the name of a Value's type        %N  the name of a Type *          %U  a Value that is a str
//   %Q  of a Type *, with its module where that is neither builtins nor __main__ (CPython's %T)
Value raise(Vm *vm, u16 type_id, const char *format, ...);
#define raise_type(vm, ...) raise(vm, T_TypeError, __VA_ARGS__)
#define raise_value(vm, ...) raise(vm, T_ValueError, __VA_ARGS__)
#define raise_index(vm, ...) raise(vm, T_IndexError, __VA_ARGS__)
#define raise_overflow(vm, ...) raise(vm, T_OverflowError, __VA_ARGS__)
#define raise_runtime(vm, ...) raise(vm, T_RuntimeError, __VA_ARGS__)
Value raise_memory(Vm *vm);                  // MemoryError, from the reserve: what to answer when an allocation fails
Value raise_key(Vm *vm, Value key);          // KeyError(key)
Value raise_object(Vm *vm, Value exception); // raises that instance (borrowed)
Value raise_attribute(Vm *vm, Value object, Str *name); // AttributeError with name and obj: "'T' object has no attribute 'x'"
bool exc_matches(Vm *vm, u16 type_id);       // is the pending exception an instance of it?
void exc_clear(Vm *vm);                      // drops the pending exception
Value exc_take(Vm *vm);                      // takes it over (owned); nothing is pending after

// ---- C recursion --------------------------------------------------------------------------------------------------
// Plain natives that recurse on nested data (repr, comparison, hash, dealloc is cared for elsewhere) call c_enter first;
// false: RecursionError is pending ("maximum recursion depth exceeded" + what, such as " while getting the repr of an
// object"). c_leave after.
bool c_enter(Vm *vm, const char *what);
INLINE void c_leave(Vm *vm) { vm->c_depth--; }

// ---- work -----------------------------------------------------------------------------------------------------------
// Charges n units of about 10 ns of bounded work to the slice.
INLINE void charge(Vm *vm, size_t n) { vm->budget -= (i32)(n >> 3 > 1000000 ? 1000000 : n >> 3); }

// ---- calls ----------------------------------------------------------------------------------------------------------
// Each either gives its result at once (a native did it), or V_ERROR, or pushes a frame and answers V_CALL. A plain
// native may therefore *end* with one (`return call(vm, f, args, n);`) but not go on after it: to go on, be a step
// native (step.h) or hand over to the prelude (V_PYTHON).
Value call(Vm *vm, Value callable, const Value *args, u32 n);
Value call_kw(Vm *vm, Value callable, const Value *args, u32 n, Tuple *kwnames); // the last ones are named by kwnames
Value call_method(Vm *vm, Value object, Str *name, const Value *args, u32 n);    // args without self
// Operations on any value, calling Python where a class says so.
Value call_repr(Vm *vm, Value v);
Value call_str(Vm *vm, Value v);
Value call_format(Vm *vm, Value v, Str *spec);
Value call_hash(Vm *vm, Value v);
Value call_truth(Vm *vm, Value v);
Value call_len(Vm *vm, Value v);
Value call_compare(Vm *vm, Value a, Value b, CompareOp op);
Value call_binary(Vm *vm, BinaryOp op, Value a, Value b);
Value call_inplace(Vm *vm, BinaryOp op, Value a, Value b);
Value call_unary(Vm *vm, UnaryOp op, Value v);
Value call_iter(Vm *vm, Value v);
Value call_next(Vm *vm, Value iterator); // at the end: StopIteration is raised
Value call_getitem(Vm *vm, Value v, Value key);
Value call_setitem(Vm *vm, Value v, Value key, Value item); // item V_UNSET deletes; the result is None
Value call_contains(Vm *vm, Value v, Value item);
Value call_getattr(Vm *vm, Value v, Str *name);
Value call_setattr(Vm *vm, Value v, Str *name, Value value); // value V_UNSET deletes; the result is None
// f(*args, **kwargs); kwargs may be NULL.
Value call_args(Vm *vm, Value callable, Tuple *args, Dict *kwargs);
// What a built-in type's slot hands over to (TypeSpec.python).
Value call_slot_python(Vm *vm, Type *type, u8 slot, u8 op, const Value *args, u32 n);
Value call_stop(Vm *vm); // after V_STOP from a slot `next`: raises StopIteration with vm->stop_value
Value call_descriptor_get(Vm *vm, Value descriptor, Value object);              // property.__get__
Value call_descriptor_set(Vm *vm, Value descriptor, Value object, Value value); // any data descriptor; V_UNSET deletes
// A function of the prelude by name, such as "_list.sort".
Value call_prelude(Vm *vm, const char *python, const Value *args, u32 n);

#endif
