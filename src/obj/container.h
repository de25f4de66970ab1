// container.h: what list, tuple, dict, set, range and their iterators share among themselves. Nobody else includes it.
#ifndef AITER_CONTAINER_H
#define AITER_CONTAINER_H

#include "obj/call.h"
#include "obj/dict.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/range.h"
#include "obj/str.h"

// ---- results -------------------------------------------------------------------------------------------------------

// A status below 0 as the answer of a native.
INLINE Value status_value(int status) { return status == IS_PYTHON ? V_PYTHON : V_ERROR; }
// A status of 0 or 1 as a bool, one below 0 as above.
INLINE Value truth_value(int status) { return status < 0 ? status_value(status) : value_bool(status); }
// The status that a marker stands for.
INLINE int value_status(Value v) { return v == V_PYTHON ? IS_PYTHON : IS_ERROR; }
// What a constructor answered, as the answer of a native.
INLINE Value object_value(void *object) { return object ? value_object(object) : V_ERROR; }
// A native or slot that is always the prelude's.
Value always_python(Vm *vm, const Value *args, u32 n);
// A count as an int: always fits.
INLINE Value value_count(size_t n) { return value_small((i64)n); }

// One level of nesting deeper, as c_enter. So deep that the C stack must be spared, the prelude goes on, whose frames
// are on the heap. 0 or IS_PYTHON; c_leave after 0.
INLINE int nest_enter(Vm *vm) {
    if (unlikely(vm->c_depth + 1 >= vm->c_limit)) return IS_PYTHON;
    vm->c_depth++;
    return 0;
}

#define ITEMS_MAX 0x0FFFFFFFu // the longest list or tuple: its bytes fit 31 bits

INLINE bool is_list(Value v) { return value_has(v, SHAPE_LIST); }
INLINE bool is_tuple(Value v) { return value_has(v, SHAPE_TUPLE); }
INLINE bool is_dict(Value v) { return value_has(v, SHAPE_DICTTYPE); }
INLINE bool is_set(Value v) { return value_has(v, SHAPE_SETTYPE); } // set or frozenset
INLINE bool is_exact_str(Value v) { return value_is(v, T_STR); }
// The hash under which a str stands in a dict or set.
INLINE i64 str_key_hash(Str *s) { return likely(s->hash != 0) ? s->hash : str_hash(s); }
// Does the class of v (an object) have an operation of its own, written in Python?
INLINE bool has_python(Value v, enum SlotId slot) { return slot_is_python(shape_of(v)->type, slot); }
// What a view of an object's class costs when it is exactly the built-in type.
INLINE bool is_exactly(Value v, u16 type_id) { return shape_of(v)->type_id == type_id; }

// ---- sequence.c ----------------------------------------------------------------------------------------------------

// The key of x[key] as a position: 0; 1: it is no index at all; IS_ERROR (IndexError: too large); IS_PYTHON.
int key_position(Vm *vm, Value key, i64 *out);
// An optional start or stop of index(): clipped; *out untouched when V_UNSET. 0, IS_ERROR, IS_PYTHON.
int bound_position(Vm *vm, Value v, i64 len, i64 *out);

// One row of items: of a list or of a tuple.
typedef struct Items {
    const Value *at;
    u32 len;
} Items;
// v is a list or a tuple, or an instance of a subclass; or a slice: its three parts.
INLINE Items items_of(Value v) {
    if (is_list(v)) return (Items){list_get(v)->items, list_get(v)->len};
    if (is_tuple(v)) return (Items){tuple_get(v)->items, tuple_get(v)->len};
    return (Items){&slice_get(v)->start, 3};
}
#define ITEMS_ABSENT (-3)
// The first place from `from` on where an item is `value` or equal to it: the place, ITEMS_ABSENT, IS_ERROR, IS_PYTHON.
i64 items_find(Vm *vm, Items items, Value value, i64 from, i64 to);
Value items_count(Vm *vm, Items items, Value value);
Value items_compare(Vm *vm, Items a, Items b, CompareOp op);
// The hash of a tuple with these items, or of a slice. 0, IS_ERROR, IS_PYTHON.
int items_hash(Vm *vm, Items items, bool is_tuple, i64 *hash);
// The rows of SlotPython for types that are compared item by item.
#define ITEMS_COMPARE_PYTHON                                                                                           \
    {SLOT_EQ, 0, "_sequence.eq"}, {SLOT_NE, 0, "_sequence.ne"}, {SLOT_LT, 0, "_sequence.lt"},                          \
        {SLOT_LE, 0, "_sequence.le"}, {SLOT_GT, 0, "_sequence.gt"}, {                                                  \
        SLOT_GE, 0, "_sequence.ge"                                                                                     \
    }
// The `set` of an attribute that CPython calls read-only.
int readonly_attribute(Vm *vm, Value self, Value value);

// repr(): which containers are being shown, so that one that holds itself ends in "[...]". Entered by the C and the
// prelude paths alike. 1 entered, 0 it is being shown already, IS_ERROR.
int repr_enter(Vm *vm, Value container);
void repr_leave(Vm *vm, Value container);
// After repr_enter: nest_enter, but IS_PYTHON also below a depth at which it was found to be too deep for C already.
int repr_nest(Vm *vm);
// Appends repr(item). 0, IS_ERROR, IS_PYTHON; the latter also when the text has become too long for one piece of work.
int repr_item(Vm *vm, StrBuilder *out, Value item);
// Ends a repr: the text, or what `status` says; leaves the container.
Value repr_finish(Vm *vm, StrBuilder *out, Value container, int status);

// Reverses in place; repeats the first n `count` times into the room behind them, counting owners.
void items_reverse(Value *items, u32 n);
void items_repeat(Value *items, u32 n, u32 count);
// The methods that list and tuple share.
Value items_index(Vm *vm, const Value *args, u32 n);
Value items_count_method(Vm *vm, const Value *args, u32 n);

// ---- list_sort.c ---------------------------------------------------------------------------------------------------
Value list_sort(Vm *vm, const Value *args, u32 n);
// While Python code compares, the list is empty: its items are lent to another. Given back: true when nobody touched
// it.
void list_lend(List *list, List *to);
bool list_reclaim(Vm *vm, List *list, List *from);

// __class_getitem__ of every type that is generic.
#define CLASS_GETITEM_ROW                                                                                              \
    { "__class_getitem__", "($type, object, /)", always_python, "_types.generic_alias", NATIVE_CLASS }

// ---- keys ----------------------------------------------------------------------------------------------------------

// A hash for a dict key or set element: the TypeError of an unhashable one says what it was for. 0, IS_ERROR,
// IS_PYTHON.
int key_hash(Vm *vm, Value key, const char *use, i64 *hash);
#define AS_DICT_KEY "dict key"
#define AS_SET_ELEMENT "set element"

// ---- dict.c --------------------------------------------------------------------------------------------------------
Dict *dict_of_type(Vm *vm, Type *type, u32 room);
void dict_delete_entry(Vm *vm, Dict *dict, i32 entry);
// *out: what stands there, else value, which is inserted. 0, IS_ERROR, IS_PYTHON.
int dict_find_or_set(Vm *vm, Dict *dict, Value key, Value value, Value *out);
int dict_equal(Vm *vm, Dict *a, Dict *b); // 0, 1, IS_ERROR, IS_PYTHON
i32 dict_last(const Dict *dict);          // the last entry that is not deleted, or -1
Value dict_view_new(Vm *vm, Value dict, u16 type_id);

// ---- sets, for dict views ------------------------------------------------------------------------------------------
bool set_insert_hash(Vm *vm, Set *set, Value key, i64 hash); // key known to be absent; false: MemoryError
int set_add_hash(Vm *vm, Set *set, Value key, i64 hash);     // 0, IS_ERROR, IS_PYTHON

// ---- iterators (iter.c, iterate.c) ---------------------------------------------------------------------------------
// How deep the next step of an iterator goes in C: 1 for those over a container, more for those over others; 0 when it
// may need Python.
u32 iterator_depth(Value iterator);
// And is the whole of what is left short enough for one piece of work?
bool iterator_is_plain(Value iterator);
// What every iterator's __iter__ does.
Value iter_self(Vm *vm, Value self);
Value dict_iter_new(Vm *vm, Dict *dict, u16 type_id);

// enumerate, zip and the others: one layout for all, so that they share what they can. What the parts are: see iter.c.
typedef struct Iter {
    Object head;
    Value a, b, c; // V_UNSET: none, or no more
    i64 n;
    u8 strict;
    u8 depth; // as iterator_depth says
    struct Attrs attrs;
} Iter;
#define iter_get(value) ((Iter *)object_get(value))

#endif
