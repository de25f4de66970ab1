// dict.h: dict, its views, set and frozenset.
//
// A Dict keeps its entries in order of insertion, and an index of places beside them (1, 2 or 4 bytes each):
//     index    [ -  2  -  0  -  1  -  - ]        hash & mask, then perturbed
//     entries  [ key value hash ][ … ][ … ]       key V_UNSET: deleted
#ifndef AITER_DICT_H
#define AITER_DICT_H

#include "obj/state.h"

typedef struct DictEntry {
    Value key, value;
    i64 hash;
} DictEntry;

struct Dict {
    Object head;
    u32 len;     // live entries
    u32 used;    // entries in use, deleted ones included
    u32 room;    // entries allocated
    u32 usable;  // insertions left before the table is made anew
    u32 mask;    // size of the index - 1
    u32 version; // a new number at every insertion of a key, deletion, or move of entries; not when a value is replaced
    void *index; // behind the entries, in the same block
    DictEntry *entries;
    struct Attrs attrs; // of subclasses
};
#define dict_get(value) ((Dict *)object_get(value))

Dict *dict_new(Vm *vm, u32 room); // NULL with MemoryError
Dict *dict_copy(Vm *vm, Dict *from);

// With names (interned or not): never need Python, as long as the keys in the dict do not either: a str is only ever equal
// to a str or to an object with a Python __eq__ of the same hash, which these pass over.
Value dict_find_str(Dict *dict, Str *name);               // borrowed, V_UNSET when absent
i32 dict_index_str(Dict *dict, Str *name);                // place in entries, or -1
bool dict_set_str(Vm *vm, Dict *dict, Str *name, Value value); // false: MemoryError
bool dict_set_text(Vm *vm, Dict *dict, const char *name, Value value);
int dict_delete_str(Vm *vm, Dict *dict, Str *name);       // 1 deleted, 0 was absent

// With any key: hashes and compares. IS_PYTHON when that needs Python: hand over to the prelude.
int dict_find(Vm *vm, Dict *dict, Value key, Value *out); // 1 and *out borrowed; 0 absent; IS_ERROR (unhashable); IS_PYTHON
int dict_set(Vm *vm, Dict *dict, Value key, Value value); // 0, IS_ERROR, IS_PYTHON
int dict_delete(Vm *vm, Dict *dict, Value key);           // 1, 0 absent, IS_ERROR, IS_PYTHON
int dict_find_hash(Vm *vm, Dict *dict, Value key, i64 hash, i32 *place); // for a hash already known: 1, 0, IS_ERROR, IS_PYTHON
bool dict_insert_hash(Vm *vm, Dict *dict, Value key, i64 hash, Value value); // key known to be absent; false: MemoryError
void dict_clear(Vm *vm, Dict *dict);
int dict_update(Vm *vm, Dict *dict, Dict *from);          // 0, IS_ERROR, IS_PYTHON
// Iteration by place: start with *place 0; false at the end. Borrowed.
bool dict_each(const Dict *dict, u32 *place, Value *key, Value *value);

Value mapping_proxy_new(Vm *vm, Value mapping); // read-only view, as C.__dict__ is

// A Set has CPython's table, probing and growth, so that sets of integers iterate in CPython's order.
typedef struct SetEntry { Value key; i64 hash; } SetEntry; // key V_UNSET: never used; V_STOP: deleted
typedef struct Set {
    Object head;
    u32 len;  // live
    u32 fill; // live and deleted
    u32 mask;
    u32 finger;
    SetEntry *table;
    SetEntry small[8];
    i64 hash; // frozenset: cached, -1 not computed
    struct Attrs attrs;
} Set;
#define set_get(value) ((Set *)object_get(value))

Set *set_new(Vm *vm, u16 type_id); // T_SET or T_FROZENSET
int set_add(Vm *vm, Set *set, Value key);      // 0, IS_ERROR, IS_PYTHON
int set_contains(Vm *vm, Set *set, Value key); // 1, 0, IS_ERROR, IS_PYTHON
int set_discard(Vm *vm, Set *set, Value key);  // 1, 0, IS_ERROR, IS_PYTHON
bool set_each(const Set *set, u32 *place, Value *key);

#endif
