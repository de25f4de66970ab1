// set_impl.h: what set.c gives set_type.c. Nobody else includes it.
#ifndef AITER_SET_IMPL_H
#define AITER_SET_IMPL_H

#include "obj/container.h"

Set *set_of_type(Vm *vm, Type *type);
int set_lookup(Vm *vm, const Set *set, Value key, i64 hash, u32 *slot);
int set_contains_hash(Vm *vm, Set *set, Value key, i64 hash);
int set_discard_hash(Vm *vm, Set *set, Value key, i64 hash); // 1, 0, IS_ERROR, IS_PYTHON
void set_clear(Vm *vm, Set *set);
Value set_pop(Vm *vm, Set *set); // of a set that is not empty
void set_swap(Set *a, Set *b);   // their contents
// Iteration with hashes: *place starts with 0; NULL at the end.
const SetEntry *set_next(const Set *set, u32 *place);
i64 set_hash(Set *set);

// 0, IS_ERROR, IS_PYTHON. What was done until Python was needed is done again, to the same effect.
int set_update(Vm *vm, Set *set, Value other);
// Into a fresh set: what is in both; what is in `set` and not in `other`, a set or an exact dict.
int set_intersect(Vm *vm, Set *result, Set *set, Value other);
int set_subtract_new(Vm *vm, Set *result, Set *set, Value other);
bool set_tidy(Vm *vm, Set *set);              // after many deletions; false: MemoryError
int set_subset(Vm *vm, Set *set, Set *other); // 0, 1, IS_ERROR, IS_PYTHON

#endif
