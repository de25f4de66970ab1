// attrs.h: attributes of instances: shapes and the values that they describe.
#ifndef AITER_ATTRS_H
#define AITER_ATTRS_H

#include "obj/state.h"

// Place of an attribute by a shape, or -1. `name` is interned.
i32 shape_find(Vm *vm, Shape *shape, const Str *name);
// The shape with one attribute more; NULL with MemoryError, or without an exception when the type has too many: then use
// dictionary mode.
Shape *shape_add(Vm *vm, Shape *shape, Str *name);
Shape *shape_open(Vm *vm, Type *type); // the first shape of a type; NULL with MemoryError
void shape_close(Vm *vm, Shape *shape); // with all that grew from it

// The attribute of an instance, borrowed; V_UNSET: none.
Value attrs_get(Vm *vm, Object *o, Str *name);
bool attrs_set(Vm *vm, Object *o, Str *name, Value value); // false: MemoryError
int attrs_delete(Vm *vm, Object *o, Str *name);            // 1, 0 when there was none, IS_ERROR
// The attributes as a live dict (borrowed): the object is in dictionary mode from then on. NULL: MemoryError.
Dict *attrs_dict(Vm *vm, Object *o);
bool attrs_set_dict(Vm *vm, Object *o, Dict *dict); // obj.__dict__ = dict
void attrs_drop(Vm *vm, Shape *shape, Attrs *attrs);
void attrs_traverse(Object *o, Visit *visit);
void attrs_clear(Vm *vm, Object *o);

#endif
