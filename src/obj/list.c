// list.c: list and its iterators. Sorting is in list_sort.c.
#include "obj/container.h"

// ---- storage -------------------------------------------------------------------------------------------------------

// While a list is sorted by way of Python it is empty, and its items point here with no room: anything that stores into
// it gives it items of its own, by which the sort sees that it was changed.
static const Value sorting_marker[1];
#define SORTING ((Value *)(uintptr_t)sorting_marker)

static void *no_memory(Vm *vm) {
    raise_memory(vm);
    return NULL;
}

// Exactly that much room; room >= len.
static bool set_room(Vm *vm, List *list, u32 room) {
    if (room > ITEMS_MAX) return no_memory(vm);
    if (!room) {
        mem_free(&vm->mem, list->room ? list->items : NULL, list->room * sizeof(Value));
        list->items = NULL;
    } else {
        Value *items =
            mem_realloc(&vm->mem, list->room ? list->items : NULL, list->room * sizeof(Value), room * sizeof(Value));
        if (unlikely(!items)) return no_memory(vm);
        list->items = items;
    }
    list->room = room;
    return true;
}

// Room for at least `need`, growing by an eighth.
static NOINLINE bool grow(Vm *vm, List *list, size_t need) {
    if (need > ITEMS_MAX) return no_memory(vm);
    return set_room(vm, list, ((u32)need + (u32)(need >> 3) + 6) & ~3u);
}

// After items were taken out: gives memory back when less than half of it is used.
static void shrink(Vm *vm, List *list) {
    if (list->len >= list->room >> 1 || list->room <= 8) return;
    // A smaller block can be refused too: then the large one stays.
    bool pending = vm->exc != V_UNSET;
    if (!grow(vm, list, list->len) && !pending) exc_clear(vm);
}

bool list_reserve(Vm *vm, List *list, u32 room) { return room <= list->room || set_room(vm, list, room); }

static List *list_of_type(Vm *vm, Type *type, u32 room) {
    List *list = object_new_gc(vm, type, sizeof(List));
    if (unlikely(!list)) return NULL;
    if (room && unlikely(!set_room(vm, list, room))) {
        DECREF(vm, list);
        return NULL;
    }
    return list;
}

List *list_new(Vm *vm, u32 room) { return list_of_type(vm, vm_type(vm, T_LIST), room); }

List *list_from(Vm *vm, const Value *items, u32 n) {
    List *list = list_new(vm, n);
    if (!list) return NULL;
    for (u32 i = 0; i < n; i++) list->items[i] = own(items[i]);
    list->len = n;
    return list;
}

bool list_append_take(Vm *vm, List *list, Value item) {
    if (unlikely(list->len == list->room) && unlikely(!grow(vm, list, (size_t)list->len + 1))) {
        decref(vm, item);
        return false;
    }
    list->items[list->len++] = item;
    return true;
}

bool list_append(Vm *vm, List *list, Value item) { return list_append_take(vm, list, own(item)); }

bool list_insert(Vm *vm, List *list, u32 at, Value item) {
    if (list->len == list->room && !grow(vm, list, (size_t)list->len + 1)) return false;
    memmove(&list->items[at + 1], &list->items[at], (list->len - at) * sizeof(Value));
    charge(vm, (list->len - at) >> 3);
    list->items[at] = own(item);
    list->len++;
    return true;
}

// The last one first, as everywhere: finalizers show the order.
static void drop_items(Vm *vm, Value *items, u32 n) {
    while (n-- > 0) decref(vm, items[n]);
}

void list_truncate(Vm *vm, List *list, u32 len) {
    u32 old = list->len;
    if (len >= old) return;
    list->len = len;
    drop_items(vm, list->items + len, old - len);
    charge(vm, old - len);
    shrink(vm, list);
}

static void clear_items(Vm *vm, List *list) {
    if (!list->room) return;
    Value *items = list->items;
    u32 len = list->len, room = list->room;
    list->items = NULL;
    list->len = list->room = 0;
    drop_items(vm, items, len);
    mem_free(&vm->mem, items, room * sizeof(Value));
}

// ---- sorting by way of Python: see list_sort.c ---------------------------------------------------------------------

void list_lend(List *list, List *to) {
    to->items = list->items; // the marker too, when it is being sorted already
    to->len = list->len;
    to->room = list->room;
    list->items = SORTING;
    list->len = list->room = 0;
}

bool list_reclaim(Vm *vm, List *list, List *from) {
    bool untouched = list->items == SORTING;
    clear_items(vm, list);
    list->items = from->items;
    list->len = from->len;
    list->room = from->room;
    from->items = NULL;
    from->len = from->room = 0;
    return untouched;
}

// ---- from and to other things --------------------------------------------------------------------------------------

static bool append_items(Vm *vm, List *list, const Value *items, u32 n) {
    size_t len = (size_t)list->len + n;
    if (len > list->room && !(list->room ? grow(vm, list, len) : set_room(vm, list, (u32)len))) return false;
    for (u32 i = 0; i < n; i++) list->items[list->len + i] = own(items[i]);
    list->len = (u32)len;
    charge(vm, n >> 2);
    return true;
}

int list_extend(Vm *vm, List *list, Value iterable) {
    if (value_is(iterable, T_LIST) || value_is(iterable, T_TUPLE)) {
        Items items = items_of(iterable);
        if (!items.len) return 0;
        if (iterable == value_object(list)) {
            // Its items may move while it grows.
            if (!list_reserve(vm, list, items.len * 2)) return IS_ERROR;
            items = items_of(iterable);
        }
        return append_items(vm, list, items.at, items.len) ? 0 : IS_ERROR;
    }
    Iterate it;
    int status = iterate_open(vm, &it, iterable);
    if (status) return status;
    u32 before = list->len;
    Value item;
    while (!is_marker(item = iterate_next(vm, &it))) {
        if (unlikely(!list_append_take(vm, list, item))) {
            item = V_ERROR;
            break;
        }
    }
    iterate_close(vm, &it);
    charge(vm, list->len - before);
    return item == V_STOP ? 0 : value_status(item);
}

Value list_of(Vm *vm, Value iterable) {
    List *list = list_new(vm, 0);
    if (!list) return V_ERROR;
    int status = list_extend(vm, list, iterable);
    if (!status) return value_object(list);
    DECREF(vm, list);
    return status_value(status);
}

static List *list_slice(Vm *vm, List *list, i64 start, i64 step, u32 count) {
    if (!count) return list_new(vm, 0);
    if (step == 1) return list_from(vm, list->items + start, count);
    List *result = list_new(vm, count);
    if (!result) return NULL;
    for (u32 i = 0; i < count; i++) result->items[i] = own(list->items[start + i * step]);
    result->len = count;
    return result;
}

// ---- changing a part -----------------------------------------------------------------------------------------------

// list[start:stop] = items; they are not part of the list itself.
static bool replace(Vm *vm, List *list, u32 start, u32 stop, const Value *items, u32 n) {
    u32 old = stop - start, tail = list->len - stop, len = list->len - old + n;
    Value few[8], *dropped = few;
    if (len > list->room && !grow(vm, list, (size_t)list->len - old + n)) return false;
    if (old > countof(few) && !(dropped = mem_alloc(&vm->mem, old * sizeof(Value)))) return no_memory(vm);
    if (old) memcpy(dropped, list->items + start, old * sizeof(Value));
    if (tail) memmove(list->items + start + n, list->items + stop, tail * sizeof(Value));
    for (u32 i = 0; i < n; i++) list->items[start + i] = own(items[i]);
    list->len = len;
    drop_items(vm, dropped, old);
    if (dropped != few) mem_free(&vm->mem, dropped, old * sizeof(Value));
    charge(vm, n + (tail >> 3));
    if (n < old) {
        if (len) shrink(vm, list);
        else clear_items(vm, list);
    }
    return true;
}

static void take_out(Vm *vm, List *list, u32 at) {
    Value item = list->items[at];
    list->len--;
    memmove(list->items + at, list->items + at + 1, (list->len - at) * sizeof(Value));
    charge(vm, (list->len - at) >> 3);
    shrink(vm, list);
    decref(vm, item);
}

// del list[start::step], `count` items.
static bool delete_step(Vm *vm, List *list, u32 start, i64 step, u32 count) {
    if (step < 0) {
        start = (u32)(start + step * (count - 1));
        step = -step;
    }
    Value *dropped = mem_alloc(&vm->mem, count * sizeof(Value));
    if (!dropped) return no_memory(vm);
    Value *to = list->items + start;
    u32 next = start, found = 0;
    for (u32 i = start; i < list->len; i++) {
        if (i == next && found < count) {
            dropped[found++] = list->items[i];
            next += (u32)(found < count ? step : 0);
        } else *to++ = list->items[i];
    }
    charge(vm, (list->len - start) >> 2);
    list->len -= count;
    shrink(vm, list);
    for (u32 i = 0; i < count; i++) decref(vm, dropped[i]);
    mem_free(&vm->mem, dropped, count * sizeof(Value));
    return true;
}

// The right side of list[a:b] = v as items: borrowed from v or from *holder, which is owned. 0, IS_ERROR, IS_PYTHON.
static int assigned_items(Vm *vm, List *list, Value v, Items *items, Value *holder) {
    *holder = V_NONE;
    if (!value_is(v, T_TUPLE) && !(value_is(v, T_LIST) && v != value_object(list))) {
        bool iterable = is_object(v) && (shape_of(v)->type->slots->iter || shape_of(v)->type->slots->getitem ||
                                         has_python(v, SLOT_ITER) || has_python(v, SLOT_GETITEM));
        if (!iterable) {
            raise_type(vm, "must assign iterable to extended slice");
            return IS_ERROR;
        }
        *holder = v = list_of(vm, v);
        if (is_marker(v)) return value_status(v);
    }
    *items = items_of(v);
    return 0;
}

static bool assign_items(Vm *vm, List *list, u32 start, i64 step, u32 count, Items items) {
    if (step == 1) return replace(vm, list, start, start + count, items.at, items.len);
    if (items.len != count) {
        raise_value(vm, "attempt to assign sequence of size %u to extended slice of size %u", items.len, count);
        return false;
    }
    Value *dropped = mem_alloc(&vm->mem, count * sizeof(Value));
    if (!dropped) return no_memory(vm);
    for (u32 i = 0; i < count; i++) {
        dropped[i] = list->items[start + i * step];
        list->items[start + i * step] = own(items.at[i]);
    }
    for (u32 i = 0; i < count; i++) decref(vm, dropped[i]);
    mem_free(&vm->mem, dropped, count * sizeof(Value));
    charge(vm, count);
    return true;
}

static int set_slice(Vm *vm, List *list, Value slice, Value v) {
    i64 start, stop, step, count;
    int status = slice_resolve(vm, slice, list->len, &start, &stop, &step, &count);
    if (status) return status;
    if (v == V_UNSET) {
        if (!count) return 0;
        bool ok = step == 1 ? replace(vm, list, (u32)start, (u32)(start + count), NULL, 0)
                            : delete_step(vm, list, (u32)start, step, (u32)count);
        return ok ? 0 : IS_ERROR;
    }
    Items items;
    Value holder;
    if ((status = assigned_items(vm, list, v, &items, &holder))) return status;
    bool ok = assign_items(vm, list, (u32)start, step, (u32)count, items);
    decref(vm, holder);
    return ok ? 0 : IS_ERROR;
}

// ---- slots ---------------------------------------------------------------------------------------------------------

static Value list_make(Vm *vm, const Value *args, u32 n) {
    return object_value(list_of_type(vm, (Type *)object_get(args[0]), 0));
}

static Value list_init(Vm *vm, const Value *args, u32 n) {
    List *list = list_get(args[0]);
    if (list->len) {
        // Before anything of the old is dropped it must be sure that C can do it all.
        if (args[1] == V_UNSET) clear_items(vm, list);
        else return V_PYTHON;
    }
    if (args[1] == V_UNSET) return V_NONE;
    int status = list_extend(vm, list, args[1]);
    return status ? status_value(status) : V_NONE;
}

static void list_dealloc(Vm *vm, Object *o) {
    clear_items(vm, (List *)o);
    object_dispose(vm, o, sizeof(List));
}

static void list_traverse(Object *o, Visit *visit) {
    List *list = (List *)o;
    for (u32 i = 0; i < list->len; i++) visit_value(visit, list->items[i]);
}

static void list_clear_slot(Vm *vm, Object *o) { clear_items(vm, (List *)o); }

static Value list_repr(Vm *vm, Value self) {
    List *list = list_get(self);
    if (!list->len) return object_value(str_from_text(vm, "[]"));
    int status = repr_enter(vm, self);
    if (status <= 0) return status ? V_ERROR : object_value(str_from_text(vm, "[...]"));
    StrBuilder out;
    builder_open(&out, vm);
    builder_char(&out, '[');
    if (!(status = repr_nest(vm))) {
        for (u32 i = 0; i < list->len && !status; i++) {
            if (i) builder_text(&out, ", ");
            status = repr_item(vm, &out, list->items[i]);
        }
        c_leave(vm);
    }
    builder_char(&out, ']');
    return repr_finish(vm, &out, self, status);
}

static Value list_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!is_list(b)) return V_NOT_IMPLEMENTED;
    return items_compare(vm, items_of(a), items_of(b), op);
}

static int list_truth(Vm *vm, Value self) { return list_get(self)->len != 0; }
static i64 list_len(Vm *vm, Value self) { return list_get(self)->len; }

static Value list_getitem(Vm *vm, Value self, Value key) {
    List *list = list_get(self);
    i64 i;
    int status = key_position(vm, key, &i);
    if (likely(status == 0)) {
        if (i < 0) i += list->len;
        if (unlikely((u64)i >= list->len)) return raise_index(vm, "list index out of range");
        return own(list->items[i]);
    }
    if (status < 0) return status_value(status);
    if (!value_is(key, T_SLICE)) return raise_type(vm, "list indices must be integers or slices, not %T", key);
    i64 start, stop, step, count;
    if ((status = slice_resolve(vm, key, list->len, &start, &stop, &step, &count))) return status_value(status);
    charge(vm, (size_t)count);
    return object_value(list_slice(vm, list, start, step, (u32)count));
}

static int list_setitem(Vm *vm, Value self, Value key, Value value) {
    List *list = list_get(self);
    i64 i;
    int status = key_position(vm, key, &i);
    if (likely(status == 0)) {
        if (i < 0) i += list->len;
        if (unlikely((u64)i >= list->len)) {
            raise_index(vm, "list assignment index out of range");
            return IS_ERROR;
        }
        if (value == V_UNSET) take_out(vm, list, (u32)i);
        else {
            Value old = list->items[i];
            list->items[i] = own(value);
            decref(vm, old);
        }
        return 0;
    }
    if (status < 0) return status;
    if (value_is(key, T_SLICE)) return set_slice(vm, list, key, value);
    raise_type(vm, "list indices must be integers or slices, not %T", key);
    return IS_ERROR;
}

static int list_contains(Vm *vm, Value self, Value item) {
    i64 place = items_find(vm, items_of(self), item, 0, ITEMS_MAX);
    return place >= 0 ? 1 : place == ITEMS_ABSENT ? 0 : (int)place;
}

static Value list_concat(Vm *vm, Value a, Value b) {
    if (!is_list(b)) return raise_type(vm, "can only concatenate list (not \"%T\") to list", b);
    Items left = items_of(a), right = items_of(b);
    if ((size_t)left.len + right.len > ITEMS_MAX) return raise_memory(vm);
    List *list = list_new(vm, left.len + right.len);
    if (!list) return V_ERROR;
    append_items(vm, list, left.at, left.len);
    append_items(vm, list, right.at, right.len);
    return value_object(list);
}

// `count` times the first n values of `items`, which the rest of them is filled with. All are counted.
void items_repeat(Value *items, u32 n, u32 count) {
    for (u32 i = 0; i < n; i++) {
        if (is_object(items[i])) object_get(items[i])->refs += count - 1;
    }
    if (n == 1) {
        for (u32 i = 1; i < count; i++) items[i] = items[0];
        return;
    }
    // What is filled doubles at each step.
    size_t done = n, all = (size_t)n * count;
    while (done < all) {
        size_t more = done < all - done ? done : all - done;
        memcpy(items + done, items, more * sizeof(Value));
        done += more;
    }
}

static Value list_repeat(Vm *vm, Value a, i64 count) {
    List *list = list_get(a);
    if (count <= 0 || !list->len) return object_value(list_new(vm, 0));
    if (count > ITEMS_MAX / list->len) return raise_memory(vm);
    List *result = list_new(vm, list->len * (u32)count);
    if (!result) return V_ERROR;
    append_items(vm, result, list->items, list->len);
    items_repeat(result->items, list->len, (u32)count);
    result->len = list->len * (u32)count;
    charge(vm, result->len >> 3);
    return value_object(result);
}

static Value list_inplace(Vm *vm, BinaryOp op, Value self, Value other) {
    List *list = list_get(self);
    if (op != OP_ADD && op != OP_MUL) return V_NOT_IMPLEMENTED;
    if (is_object(other) && has_python(other, SLOT_BINARY)) return V_PYTHON; // its __radd__ or __rmul__ comes first
    if (op == OP_ADD) {
        int status = list_extend(vm, list, other);
        return status ? status_value(status) : own(self);
    }
    i64 count;
    if (is_bool(other)) count = other == V_TRUE;
    else if (!is_int(other)) return V_PYTHON; // an index, or the error is found there
    else if (!int_to_i64(other, &count))
        return raise_overflow(vm, "cannot fit '%T' into an index-sized integer", other);
    if (count <= 0) clear_items(vm, list);
    else if (list->len && count > 1) {
        u32 len = list->len;
        if (count > ITEMS_MAX / len) return raise_memory(vm);
        if (!list_reserve(vm, list, len * (u32)count)) return V_ERROR;
        items_repeat(list->items, len, (u32)count);
        list->len = len * (u32)count;
        charge(vm, list->len >> 3);
    }
    return own(self);
}

// ---- methods -------------------------------------------------------------------------------------------------------

static Value list_append_method(Vm *vm, const Value *args, u32 n) {
    return list_append(vm, list_get(args[0]), args[1]) ? V_NONE : V_ERROR;
}

static Value list_extend_method(Vm *vm, const Value *args, u32 n) {
    int status = list_extend(vm, list_get(args[0]), args[1]);
    return status ? status_value(status) : V_NONE;
}

static Value list_insert_method(Vm *vm, const Value *args, u32 n) {
    List *list = list_get(args[0]);
    i64 at;
    int status = value_index_i64(vm, args[1], &at, false);
    if (status) return status_value(status);
    if (at < 0) at = at + list->len < 0 ? 0 : at + list->len;
    if (at > list->len) at = list->len;
    return list_insert(vm, list, (u32)at, args[2]) ? V_NONE : V_ERROR;
}

static Value list_pop(Vm *vm, const Value *args, u32 n) {
    List *list = list_get(args[0]);
    i64 at = -1;
    if (args[1] != V_UNSET) {
        int status = value_index_i64(vm, args[1], &at, false);
        if (status) return status_value(status);
    }
    if (!list->len) return raise_index(vm, "pop from empty list");
    if (at < 0) at += list->len;
    if ((u64)at >= list->len) return raise_index(vm, "pop index out of range");
    Value item = own(list->items[at]);
    take_out(vm, list, (u32)at);
    return item;
}

static Value list_remove(Vm *vm, const Value *args, u32 n) {
    i64 place = items_find(vm, items_of(args[0]), args[1], 0, ITEMS_MAX);
    if (place == ITEMS_ABSENT) return raise_value(vm, "list.remove(x): x not in list");
    if (place < 0) return status_value((int)place);
    take_out(vm, list_get(args[0]), (u32)place);
    return V_NONE;
}

Value items_index(Vm *vm, const Value *args, u32 n) {
    Items items = items_of(args[0]);
    i64 start = 0, stop = ITEMS_MAX;
    int status = bound_position(vm, args[2], items.len, &start);
    if (!status) status = bound_position(vm, args[3], items.len, &stop);
    if (status) return status_value(status);
    i64 place = items_find(vm, items, args[1], start, stop);
    if (place >= 0) return value_small(place);
    if (place != ITEMS_ABSENT) return status_value((int)place);
    return raise_value(vm, is_list(args[0]) ? "list.index(x): x not in list" : "tuple.index(x): x not in tuple");
}

Value items_count_method(Vm *vm, const Value *args, u32 n) { return items_count(vm, items_of(args[0]), args[1]); }

static Value list_reverse(Vm *vm, const Value *args, u32 n) {
    List *list = list_get(args[0]);
    items_reverse(list->items, list->len);
    charge(vm, list->len >> 2);
    return V_NONE;
}

void items_reverse(Value *items, u32 n) {
    for (u32 i = 0; i < n / 2; i++) {
        Value item = items[i];
        items[i] = items[n - 1 - i];
        items[n - 1 - i] = item;
    }
}

static Value list_copy(Vm *vm, const Value *args, u32 n) {
    List *list = list_get(args[0]);
    charge(vm, list->len >> 2);
    return object_value(list_from(vm, list->items, list->len));
}

static Value list_clear(Vm *vm, const Value *args, u32 n) {
    charge(vm, list_get(args[0])->len);
    clear_items(vm, list_get(args[0]));
    return V_NONE;
}

// What sys.getsizeof says on 64-bit CPython, without what it adds for the collector.
static Value list_sizeof(Vm *vm, const Value *args, u32 n) {
    return value_count(40 + (size_t)list_get(args[0])->room * 8);
}

// ---- iterators -----------------------------------------------------------------------------------------------------

static Value list_iter(Vm *vm, Value self) {
    ListIter *it = object_new_gc(vm, vm_type(vm, T_LIST_ITER), sizeof(ListIter));
    if (!it) return V_ERROR;
    it->list = list_get(own(self));
    return value_object(it);
}

// `position` counts down: the item before it comes next.
static Value list_reversed(Vm *vm, const Value *args, u32 n) {
    ListIter *it = object_new_gc(vm, vm_type(vm, T_LIST_REVERSE_ITER), sizeof(ListIter));
    if (!it) return V_ERROR;
    it->list = list_get(own(args[0]));
    it->position = it->list->len;
    return value_object(it);
}

static void list_iter_clear(Vm *vm, Object *o) {
    List *list = ((ListIter *)o)->list;
    ((ListIter *)o)->list = NULL;
    XDECREF(vm, list);
}

static void list_iter_dealloc(Vm *vm, Object *o) {
    list_iter_clear(vm, o);
    object_dispose(vm, o, sizeof(ListIter));
}

static void list_iter_traverse(Object *o, Visit *visit) { visit_object(visit, ((ListIter *)o)->list); }

static Value list_iter_next(Vm *vm, Value self) {
    ListIter *it = (ListIter *)object_get(self);
    if (!it->list) return V_STOP;
    if (likely(it->position < it->list->len)) return own(it->list->items[it->position++]);
    list_iter_clear(vm, &it->head);
    return V_STOP;
}

static Value list_reverse_iter_next(Vm *vm, Value self) {
    ListIter *it = (ListIter *)object_get(self);
    if (!it->list) return V_STOP;
    if (it->position && it->position <= it->list->len) return own(it->list->items[--it->position]);
    list_iter_clear(vm, &it->head);
    return V_STOP;
}

static Value list_iter_hint(Vm *vm, const Value *args, u32 n) {
    ListIter *it = (ListIter *)object_get(args[0]);
    if (!it->list) return value_small(0);
    i64 len = it->list->len, left = len - it->position;
    if (value_is(args[0], T_LIST_REVERSE_ITER)) left = it->position <= len ? it->position : 0;
    return value_small(left < 0 ? 0 : left);
}

static Value list_iter_setstate(Vm *vm, const Value *args, u32 n) {
    ListIter *it = (ListIter *)object_get(args[0]);
    i64 at;
    int status = value_index_i64(vm, args[1], &at, false);
    if (status) return status_value(status);
    if (!it->list) return V_NONE;
    if (value_is(args[0], T_LIST_REVERSE_ITER)) at++;
    it->position = (u32)(at < 0 ? 0 : at > it->list->len ? it->list->len : at);
    return V_NONE;
}

// _list_append(list, item), _list_clear(list): whatever a subclass makes of them.
static Value intrinsic_clear(Vm *vm, const Value *args, u32 n) {
    clear_items(vm, list_get(args[0]));
    return V_NONE;
}

// _list_adopt(list, other): the list, which is empty, takes over the items of another.
static Value intrinsic_adopt(Vm *vm, const Value *args, u32 n) {
    list_reclaim(vm, list_get(args[0]), list_get(args[1]));
    return V_NONE;
}

// _list_repeat(list, count): in place.
static Value intrinsic_repeat(Vm *vm, const Value *args, u32 n) { return list_inplace(vm, OP_MUL, args[0], args[1]); }

// _list_take(list, iterator): appends a piece of what is left in an iterator that needs no Python. True: there may be
// more.
static Value intrinsic_take(Vm *vm, const Value *args, u32 n) {
    if (!iterator_depth(args[1])) return V_FALSE;
    u32 left = 100000;
    charge(vm, left * 2);
    while (left-- > 0) {
        Value item = value_next(vm, args[1]);
        if (is_marker(item)) return item == V_STOP ? V_FALSE : item;
        if (!list_append_take(vm, list_get(args[0]), item)) return V_ERROR;
    }
    return V_TRUE;
}

// _iter_state(iterator): (what it goes over, position), or None when it is at its end: for __reduce__.
static Value list_iter_state(Vm *vm, const Value *args, u32 n) {
    ListIter *it = (ListIter *)object_get(args[0]); // a TupleIter has the same layout
    if (!it->list) return V_NONE;
    return object_value(tuple_pack(vm, 2, value_object(it->list), value_count(it->position)));
}

const NativeDef list_intrinsics[] = {
    {"_list_append", "(list, item, /)", list_append_method, NULL, 0},
    {"_list_clear", "(list, /)", intrinsic_clear, NULL, 0},
    {"_list_adopt", "(list, other, /)", intrinsic_adopt, NULL, 0},
    {"_list_repeat", "(list, count, /)", intrinsic_repeat, NULL, 0},
    {"_list_take", "(list, iterator, /)", intrinsic_take, NULL, 0},
    {"_iter_state", "(iterator, /)", list_iter_state, NULL, 0},
    {0},
};

static const NativeDef list_iter_methods[] = {
    {"__length_hint__", "($self, /)", list_iter_hint, NULL, 0},
    {"__reduce__", "($self, /)", always_python, "_sequence.iter_reduce", 0},
    {"__setstate__", "($self, state, /)", list_iter_setstate, NULL, 0},
    {0},
};

const TypeSpec list_iter_spec = {
    .name = "list_iterator",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_GC,
    .size = sizeof(ListIter),
    .slots =
        {
            .dealloc = list_iter_dealloc,
            .traverse = list_iter_traverse,
            .clear = list_iter_clear,
            .iter = iter_self,
            .next = list_iter_next,
        },
    .methods = list_iter_methods,
};

const TypeSpec list_reverse_iter_spec = {
    .name = "list_reverseiterator",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_GC,
    .size = sizeof(ListIter),
    .slots =
        {
            .dealloc = list_iter_dealloc,
            .traverse = list_iter_traverse,
            .clear = list_iter_clear,
            .iter = iter_self,
            .next = list_reverse_iter_next,
        },
    .methods = list_iter_methods,
};

// ---- the type ------------------------------------------------------------------------------------------------------

static const NativeDef list_methods[] = {
    {"__reversed__", "($self, /)", list_reversed, NULL, 0},
    {"clear", "($self, /)", list_clear, NULL, 0},
    {"copy", "($self, /)", list_copy, NULL, 0},
    {"append", "($self, object, /)", list_append_method, NULL, 0},
    {"insert", "($self, index, object, /)", list_insert_method, "_sequence.insert", NATIVE_UNPACKED},
    {"extend", "($self, iterable, /)", list_extend_method, "_sequence.extend", 0},
    {"pop", "($self, index=-1, /)", list_pop, "_sequence.pop", NATIVE_UNPACKED},
    {"remove", "($self, value, /)", list_remove, "_sequence.remove", 0},
    {"index", "($self, value, start=0, stop=sys.maxsize, /)", items_index, "_sequence.index", NATIVE_UNPACKED},
    {"count", "($self, value, /)", items_count_method, "_sequence.count", 0},
    {"reverse", "($self, /)", list_reverse, NULL, 0},
    {"sort", "($self, /, *, key=None, reverse=False)", list_sort, "_sort.sort", 0},
    {"__sizeof__", "($self, /)", list_sizeof, NULL, 0},
    CLASS_GETITEM_ROW,
    {0},
};

static const SlotPython list_python[] = {
    {SLOT_REPR, 0, "_sequence.list_repr"},
    ITEMS_COMPARE_PYTHON,
    {SLOT_GETITEM, 0, "_sequence.getitem"},
    {SLOT_SETITEM, 0, "_sequence.setitem"},
    {SLOT_DELITEM, 0, "_sequence.delitem"},
    {SLOT_CONTAINS, 0, "_sequence.contains"},
    {SLOT_INPLACE, OP_ADD, "_sequence.iadd"},
    {SLOT_INPLACE, OP_MUL, "_sequence.imul"},
    {0},
};

const TypeSpec list_spec = {
    .name = "list",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_NO_DICT | TYPE_SEQUENCE,
    .size = sizeof(List),
    .attrs = offsetof(List, attrs),
    .slots =
        {
            .dealloc = list_dealloc,
            .traverse = list_traverse,
            .clear = list_clear_slot,
            .repr = list_repr,
            .unhashable = true,
            .compare = list_compare,
            .truth = list_truth,
            .len = list_len,
            .getitem = list_getitem,
            .setitem = list_setitem,
            .contains = list_contains,
            .iter = list_iter,
            .inplace = list_inplace,
            .concat = list_concat,
            .repeat = list_repeat,
        },
    .make = {"__new__", "($type, /, *args, **kwargs)", list_make, NULL, 0},
    .init = {"__init__", "($self, iterable=(), /)", list_init, "_sequence.init", NATIVE_UNPACKED},
    .methods = list_methods,
    .python = list_python,
};
