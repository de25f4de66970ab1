// list.h: list and tuple, their iterators, and slices of sequences.
#ifndef AITER_LIST_H
#define AITER_LIST_H

#include "obj/state.h"

typedef struct List {
    Object head;
    u32 len, room;
    Value *items;
    struct Attrs attrs; // of subclasses
} List;
#define list_get(value) ((List *)object_get(value))

struct Tuple {
    Object head;
    u32 len;
    u32 hash_done; // `hash` is known
    i64 hash;
    Value items[]; // attributes of subclasses stand behind the items (see tuple_attrs)
};
#define tuple_get(value) ((Tuple *)object_get(value))

typedef struct ListIter { Object head; List *list; u32 position; } ListIter;   // list NULL: exhausted
typedef struct TupleIter { Object head; Tuple *tuple; u32 position; } TupleIter;

// NULL with MemoryError. New lists own what they are given (`_take`) or count it once more.
List *list_new(Vm *vm, u32 room);
List *list_from(Vm *vm, const Value *items, u32 n);
bool list_append(Vm *vm, List *list, Value item); // false: MemoryError
bool list_append_take(Vm *vm, List *list, Value item); // consumes item even on failure
bool list_insert(Vm *vm, List *list, u32 at, Value item);
bool list_reserve(Vm *vm, List *list, u32 room);
void list_truncate(Vm *vm, List *list, u32 len);
// Appends everything of an iterable that needs no Python: 0, IS_ERROR, IS_PYTHON (then nothing was appended).
int list_extend(Vm *vm, List *list, Value iterable);

Tuple *tuple_new(Vm *vm, u32 len); // items V_UNSET: set each once
Tuple *tuple_from(Vm *vm, const Value *items, u32 n);
Tuple *tuple_from_take(Vm *vm, Value *items, u32 n); // consumes the items
Tuple *tuple_pack(Vm *vm, u32 n, ...);               // n borrowed Values
// An iterable that needs no Python, as list or tuple: owned; V_ERROR; V_PYTHON.
Value list_of(Vm *vm, Value iterable);
Value tuple_of(Vm *vm, Value iterable);
Value list_as_tuple(Vm *vm, List *list);

// A fiber that ends in the middle of a repr() is forgotten there (sequence.c).
void repr_forget(Vm *vm, Fiber *fiber);
// Iterators for iter(x) of a class with __getitem__ only, and for iter(callable, sentinel) (iter.c).
Value seq_iter_new(Vm *vm, Value seq);
Value call_iter_new(Vm *vm, Value callable, Value sentinel);
// sorted(iterable, /, *, key=None, reverse=False): "_sort.sorted" takes over (list_sort.c).
Value builtin_sorted(Vm *vm, const Value *args, u32 n);

#endif
