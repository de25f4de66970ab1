// object_type.h: what the classes object, type and super share with the rest.
#ifndef AITER_OBJECT_TYPE_H
#define AITER_OBJECT_TYPE_H

#include "obj/function.h"

Value object_repr(Vm *vm, Value v); // "<module.Class object at 0x…>"
void type_dealloc(Vm *vm, Object *o);
void type_traverse(Object *o, Visit *visit);
void type_clear(Vm *vm, Object *o);
bool type_add_instance_getsets(Vm *vm, Type *type);
Value mapping_proxy_new(Vm *vm, Value mapping); // mapping_proxy.c
// The machine's part:
Value call_generic_getattr(Vm *vm, Value v, Str *name);              // object.__getattribute__
Value call_generic_setattr(Vm *vm, Value v, Str *name, Value value); // object.__setattr__; V_UNSET deletes
Value call_type(Vm *vm, Type *type, Tuple *args, Dict *kwargs);      // type.__call__
Value call_super_context(Vm *vm, Value *klass, Value *self);         // super() without arguments: borrowed, from the calling frame

#endif
