// iterate.c: natives that go over an iterable: the built-in containers by position, without an iterator object, and
// iterators that need no Python.
#include "obj/container.h"

// How many items one piece of work may take: where each costs little, and where each is put into a dict or set, or
// made.
#define LONGEST 1000000
#define LONG 200000

u32 iterator_depth(Value v) {
    if (!is_object(v) || has_python(v, SLOT_NEXT)) return 0;
    u16 id = shape_of(v)->layout;
    if (id >= T_STR_ITER && id <= T_DICT_REVERSE_ITEM_ITER) return 1; // their rows stand together in types.def
    if (id >= T_SEQ_ITER && id <= T_FILTER) return iter_get(v)->depth;
    return 0;
}

bool iterator_is_plain(Value v) {
    if (!iterator_depth(v)) return false;
    switch (shape_of(v)->layout) {
    case T_RANGE_ITER: return ((RangeIter *)object_get(v))->left <= LONG;
    case T_LIST_ITER: {
        List *list = ((ListIter *)object_get(v))->list;
        return !list || list->len <= LONG;
    }
    case T_LONG_RANGE_ITER: return false;
    case T_ENUMERATE: return iterator_is_plain(iter_get(v)->a);
    case T_ZIP: { // as long as the shortest one
        Items all = items_of(iter_get(v)->a);
        for (u32 i = 0; i < all.len; i++) {
            if (iterator_is_plain(all.at[i])) return true;
        }
        return !all.len;
    }
    default: return true;
    }
}

// Is v gone over by position?
static bool by_position(Value v) {
    if (!is_object(v)) return false;
    switch (shape_of(v)->layout) {
    case T_LIST:
    case T_TUPLE:
    case T_DICT:
    case T_SET:
    case T_FROZENSET: return !has_python(v, SLOT_ITER);
    case T_STR: return !has_python(v, SLOT_ITER) && str_get(v)->len <= LONGEST;
    case T_RANGE: return range_get(v)->small && range_get(v)->len <= value_small(LONGEST);
    default: return false;
    }
}

int iterate_open(Vm *vm, Iterate *it, Value iterable) {
    if (by_position(iterable)) {
        it->source = own(iterable);
        it->position = 0;
        return 0;
    }
    u16 id = is_object(iterable) ? shape_of(iterable)->type_id : 0;
    bool text = id == T_STR || id == T_BYTES || id == T_BYTEARRAY;
    if (text && value_len(vm, iterable) > LONGEST) return IS_PYTHON;
    Value iterator = value_iter(vm, iterable);
    if (is_marker(iterator)) return value_status(iterator);
    if (!iterator_is_plain(iterator)) {
        decref(vm, iterator);
        return IS_PYTHON;
    }
    it->source = iterator;
    it->position = -1;
    return 0;
}

int iterate_again(Vm *vm, Iterate *it, Value iterable) {
    u16 id = is_object(iterable) ? shape_of(iterable)->type_id : 0;
    bool again = id == T_BYTES || id == T_BYTEARRAY || (id >= T_DICT_KEYS && id <= T_DICT_ITEMS);
    if (!again && !by_position(iterable)) return IS_PYTHON;
    return value_len(vm, iterable) > LONG ? IS_PYTHON : iterate_open(vm, it, iterable);
}

Value iterate_next(Vm *vm, Iterate *it) {
    Value v = it->source;
    i64 i = it->position;
    if (i < 0) return value_next(vm, v);
    switch (shape_of(v)->layout) {
    case T_LIST:
        if (i >= list_get(v)->len) return V_STOP;
        it->position++;
        return own(list_get(v)->items[i]);
    case T_TUPLE:
        if (i >= tuple_get(v)->len) return V_STOP;
        it->position++;
        return own(tuple_get(v)->items[i]);
    case T_STR:
        if (i >= str_get(v)->len) return V_STOP;
        it->position++;
        return object_value(str_from_char(vm, str_at(str_get(v), (u32)i)));
    case T_RANGE: {
        Range *range = range_get(v);
        if (i >= small_get(range->len)) return V_STOP;
        it->position++;
        return value_small(small_get(range->start) + i * small_get(range->step));
    }
    case T_DICT: {
        u32 place = (u32)i;
        Value key, value;
        if (!dict_each(dict_get(v), &place, &key, &value)) return V_STOP;
        it->position = place;
        return own(key);
    }
    default: {
        u32 place = (u32)i;
        Value key;
        if (!set_each(set_get(v), &place, &key)) return V_STOP;
        it->position = place;
        return own(key);
    }
    }
}

void iterate_close(Vm *vm, Iterate *it) { decref(vm, it->source); }
