// set_type.c: set and frozenset as Python sees them, and their iterator, over the table of set.c.
#include "obj/set_impl.h"

// The result of an operation has the built-in type of its left operand.
static Set *set_like(Vm *vm, Value self) { return set_new(vm, shape_of(self)->layout); }

static Value finish(Vm *vm, Set *result, int status) {
    if (!status) return value_object(result);
    DECREF(vm, result);
    return status_value(status);
}

static Value copy_of(Vm *vm, Value self) {
    Set *result = set_like(vm, self);
    return result ? finish(vm, result, set_update(vm, result, self)) : V_ERROR;
}

// ---- making --------------------------------------------------------------------------------------------------------

static Value set_make(Vm *vm, const Value *args, u32 n) {
    return object_value(set_of_type(vm, (Type *)object_get(args[0])));
}

static Value set_init(Vm *vm, const Value *args, u32 n) {
    Set *set = set_get(args[0]);
    set_clear(vm, set);
    int status = args[1] == V_UNSET ? 0 : set_update(vm, set, args[1]);
    return status ? status_value(status) : V_NONE;
}

static Value frozenset_make(Vm *vm, const Value *args, u32 n) {
    Type *type = (Type *)object_get(args[0]);
    if (args[2] != V_UNSET && !slot_is_python(type, SLOT_INIT))
        return raise_type(vm, "frozenset() takes no keyword arguments");
    if (type->id == T_FROZENSET && value_is(args[1], T_FROZENSET)) return own(args[1]);
    Set *set = set_of_type(vm, type);
    if (!set) return V_ERROR;
    return finish(vm, set, args[1] == V_UNSET ? 0 : set_update(vm, set, args[1]));
}

// ---- slots ---------------------------------------------------------------------------------------------------------

static void set_dealloc(Vm *vm, Object *o) {
    set_clear(vm, (Set *)o);
    object_dispose(vm, o, sizeof(Set));
}

static void set_traverse(Object *o, Visit *visit) {
    u32 place = 0;
    for (const SetEntry *e; (e = set_next((Set *)o, &place));) visit_value(visit, e->key);
}

static void set_clear_slot(Vm *vm, Object *o) { set_clear(vm, (Set *)o); }

static Value set_repr(Vm *vm, Value self) {
    Set *set = set_get(self);
    Type *type = shape_of(self)->type;
    if (!set->len) return object_value(str_format(vm, "%N()", type));
    int status = repr_enter(vm, self);
    if (status <= 0) return status ? V_ERROR : object_value(str_format(vm, "%N(...)", type));
    bool plain = is_exactly(self, T_SET);
    StrBuilder out;
    builder_open(&out, vm);
    if (!plain) {
        if (type->id == T_HEAP) builder_str(&out, type->name);
        else builder_text(&out, type->spec->name);
        builder_char(&out, '(');
    }
    builder_char(&out, '{');
    if (!(status = repr_nest(vm))) {
        u32 place = 0, count = 0;
        for (const SetEntry *e; !status && (e = set_next(set, &place));) {
            if (count++) builder_text(&out, ", ");
            status = repr_item(vm, &out, e->key);
        }
        c_leave(vm);
    }
    builder_text(&out, plain ? "}" : "})");
    return repr_finish(vm, &out, self, status);
}

static int frozenset_hash(Vm *vm, Value self, i64 *hash) {
    *hash = set_hash(set_get(self));
    return 0;
}

static Value set_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!is_set(b)) return V_NOT_IMPLEMENTED;
    Set *x = set_get(a), *y = set_get(b);
    switch (op) {
    case CMP_EQ:
    case CMP_NE: {
        int equal =
            x->len == y->len && (x->hash == -1 || y->hash == -1 || x->hash == y->hash) ? set_subset(vm, x, y) : 0;
        return equal < 0 ? status_value(equal) : value_bool(equal == (op == CMP_EQ));
    }
    case CMP_LT: return x->len < y->len ? truth_value(set_subset(vm, x, y)) : V_FALSE;
    case CMP_LE: return truth_value(set_subset(vm, x, y));
    case CMP_GT: return x->len > y->len ? truth_value(set_subset(vm, y, x)) : V_FALSE;
    default: return truth_value(set_subset(vm, y, x));
    }
}

static int set_truth(Vm *vm, Value self) { return set_get(self)->len != 0; }
static i64 set_len(Vm *vm, Value self) { return set_get(self)->len; }
static int set_contains_slot(Vm *vm, Value self, Value key) { return set_contains(vm, set_get(self), key); }

// ---- operations ----------------------------------------------------------------------------------------------------

static Value set_or(Vm *vm, Value self, Value other) {
    Value result = copy_of(vm, self);
    if (is_marker(result) || self == other) return result;
    return finish(vm, set_get(result), set_update(vm, set_get(result), other));
}

static Value set_and(Vm *vm, Value self, Value other) {
    if (self == other) return copy_of(vm, self);
    Set *result = set_like(vm, self);
    return result ? finish(vm, result, set_intersect(vm, result, set_get(self), other)) : V_ERROR;
}

// Takes the elements of `other` out of the set. *place: where in it to begin, and, with IS_PYTHON, what was reached.
static int subtract(Vm *vm, Set *set, Value other, u32 *place) {
    int status = 0;
    if (value_object(set) == other) {
        set_clear(vm, set);
        return 0;
    }
    if (is_set(other)) {
        Set *from = set_get(other), *common = NULL;
        if (from->len >> 3 > set->len) {
            if (!(common = set_new(vm, T_SET))) return IS_ERROR;
            if ((status = set_intersect(vm, common, set, other))) {
                DECREF(vm, common);
                return status;
            }
            from = common;
        }
        charge(vm, from->mask);
        for (const SetEntry *e; status >= 0 && (e = set_next(from, place));)
            status = set_discard_hash(vm, set, e->key, e->hash);
        if (common) {
            // What is in both was found without Python, and so it is again.
            if (status < 0) *place = 0;
            DECREF(vm, common);
        }
        if (status < 0 && *place) --*place; // that one once more
    } else if (value_is(other, T_LIST) || value_is(other, T_TUPLE)) {
        Items items = items_of(other);
        charge(vm, items.len * 2);
        for (; *place < items.len && status >= 0; ++*place) status = set_discard(vm, set, items.at[*place]);
        if (status < 0) --*place;
    } else return IS_PYTHON;
    if (status >= 0 && !set_tidy(vm, set)) status = IS_ERROR;
    return status < 0 ? status : 0;
}

// As `subtract`, for all of `others`, and goes on in the prelude where it must. `result` is the answer then.
static Value subtract_all(Vm *vm, Value self, Tuple *others, Value result) {
    for (u32 i = 0; i < others->len; i++) {
        u32 place = 0;
        int status = subtract(vm, set_get(self), others->items[i], &place);
        if (status == IS_ERROR) return V_ERROR;
        if (status == IS_PYTHON) {
            const Value args[5] = {self, value_object(others), value_count(i), value_count(place), result};
            return call_prelude(vm, "_set.subtract", args, 5);
        }
    }
    return own(result);
}

static Value set_sub(Vm *vm, Value self, Value other) {
    Set *set = set_get(self);
    bool dict = value_is(other, T_DICT);
    u32 len = is_set(other) ? set_get(other)->len : dict ? dict_get(other)->len : 0;
    if ((is_set(other) || dict) && set->len >> 2 <= len) {
        Set *result = set_like(vm, self);
        return result ? finish(vm, result, set_subtract_new(vm, result, set, other)) : V_ERROR;
    }
    Value copy = copy_of(vm, self);
    if (is_marker(copy)) return copy;
    u32 place = 0;
    int status;
    if (dict) {
        Value key, value;
        for (status = 0; status >= 0 && dict_each(dict_get(other), &place, &key, &value);)
            status = set_discard(vm, set_get(copy), key);
        if (status >= 0) status = set_tidy(vm, set_get(copy)) ? 0 : IS_ERROR;
    } else status = subtract(vm, set_get(copy), other, &place);
    return finish(vm, set_get(copy), status);
}

// What is in one of the two only. *place as with `subtract`; other is a set or an exact dict.
static int toggle(Vm *vm, Set *set, Value other, u32 *place) {
    for (;;) {
        Value key;
        i64 hash;
        if (is_set(other)) {
            const SetEntry *e = set_next(set_get(other), place);
            if (!e) return 0;
            key = e->key, hash = e->hash;
        } else {
            Value value;
            Dict *dict = dict_get(other);
            if (!dict_each(dict, place, &key, &value)) return 0;
            hash = dict->entries[*place - 1].hash;
        }
        int status = set_discard_hash(vm, set, key, hash);
        if (status == 0) status = set_add_hash(vm, set, key, hash);
        if (status < 0) {
            --*place;
            return status;
        }
    }
}

// set ^= other, `result` being the answer.
static Value toggle_all(Vm *vm, Value self, Value other, Value result) {
    if (self == other) {
        set_clear(vm, set_get(self));
        return own(result);
    }
    Value from = own(other);
    if (!is_set(other) && !value_is(other, T_DICT)) {
        decref(vm, from);
        Set *set = set_new(vm, T_SET);
        if (!set) return V_ERROR;
        from = finish(vm, set, set_update(vm, set, other));
        if (is_marker(from)) return from;
    }
    u32 place = 0;
    int status = toggle(vm, set_get(self), from, &place);
    Value answer = V_ERROR;
    if (status == 0) answer = own(result);
    else if (status == IS_PYTHON) {
        const Value args[4] = {self, from, value_count(place), result};
        answer = call_prelude(vm, "_set.toggle", args, 4);
    }
    decref(vm, from);
    return answer;
}

static Value set_xor(Vm *vm, Value self, Value other) {
    Set *result = set_like(vm, self);
    if (!result) return V_ERROR;
    int status = set_update(vm, result, other);
    u32 place = 0;
    if (!status) status = toggle(vm, result, self, &place);
    return finish(vm, result, status);
}

static Value set_binary(Vm *vm, BinaryOp op, Value a, Value b) {
    if (!is_set(a) || !is_set(b)) return V_NOT_IMPLEMENTED;
    switch (op) {
    case OP_OR: return set_or(vm, a, b);
    case OP_AND: return set_and(vm, a, b);
    case OP_SUB: return set_sub(vm, a, b);
    case OP_XOR: return set_xor(vm, a, b);
    default: return V_NOT_IMPLEMENTED;
    }
}

static Value set_inplace(Vm *vm, BinaryOp op, Value self, Value other) {
    if (!is_set(other)) return V_NOT_IMPLEMENTED;
    Value result;
    int status;
    switch (op) {
    case OP_OR: status = set_update(vm, set_get(self), other); return status ? status_value(status) : own(self);
    case OP_AND:
        result = set_and(vm, self, other);
        if (is_marker(result)) return result;
        set_swap(set_get(self), set_get(result));
        decref(vm, result);
        return own(self);
    case OP_SUB: {
        Tuple *others = tuple_pack(vm, 1, other);
        if (!others) return V_ERROR;
        result = subtract_all(vm, self, others, self);
        DECREF(vm, others);
        return result;
    }
    case OP_XOR: return toggle_all(vm, self, other, self);
    default: return V_NOT_IMPLEMENTED;
    }
}

// ---- methods -------------------------------------------------------------------------------------------------------

static Value set_add_method(Vm *vm, const Value *args, u32 n) {
    int status = set_add(vm, set_get(args[0]), args[1]);
    return status ? status_value(status) : V_NONE;
}

static Value set_discard_method(Vm *vm, const Value *args, u32 n) {
    int status = set_discard(vm, set_get(args[0]), args[1]);
    return status < 0 ? status_value(status) : V_NONE;
}

static Value set_remove(Vm *vm, const Value *args, u32 n) {
    int status = set_discard(vm, set_get(args[0]), args[1]);
    return status < 0 ? status_value(status) : status ? V_NONE : raise_key(vm, args[1]);
}

static Value set_pop_method(Vm *vm, const Value *args, u32 n) {
    Set *set = set_get(args[0]);
    return set->len ? set_pop(vm, set) : raise(vm, T_KeyError, "pop from an empty set");
}

static Value set_clear_method(Vm *vm, const Value *args, u32 n) {
    set_clear(vm, set_get(args[0]));
    return V_NONE;
}

static Value set_copy(Vm *vm, const Value *args, u32 n) {
    return is_exactly(args[0], T_FROZENSET) ? own(args[0]) : copy_of(vm, args[0]);
}

static Value set_update_method(Vm *vm, const Value *args, u32 n) {
    Tuple *others = tuple_get(args[1]);
    for (u32 i = 0; i < others->len; i++) {
        int status = set_update(vm, set_get(args[0]), others->items[i]);
        if (status) return status_value(status);
    }
    return V_NONE;
}

static Value set_union(Vm *vm, const Value *args, u32 n) {
    Tuple *others = tuple_get(args[1]);
    Value result = copy_of(vm, args[0]);
    for (u32 i = 0; i < others->len && !is_marker(result); i++) {
        if (others->items[i] == args[0]) continue;
        result = finish(vm, set_get(result), set_update(vm, set_get(result), others->items[i]));
    }
    return result;
}

static Value set_intersection(Vm *vm, const Value *args, u32 n) {
    Tuple *others = tuple_get(args[1]);
    if (!others->len) return copy_of(vm, args[0]);
    Value result = own(args[0]);
    for (u32 i = 0; i < others->len && !is_marker(result); i++) {
        Value next = set_and(vm, result, others->items[i]);
        decref(vm, result);
        result = next;
    }
    return result;
}

static Value set_intersection_update(Vm *vm, const Value *args, u32 n) {
    Value result = set_intersection(vm, args, n);
    if (is_marker(result)) return result;
    set_swap(set_get(args[0]), set_get(result));
    decref(vm, result);
    return V_NONE;
}

static Value set_difference(Vm *vm, const Value *args, u32 n) {
    Tuple *others = tuple_get(args[1]);
    if (!others->len) return copy_of(vm, args[0]);
    Value result = set_sub(vm, args[0], others->items[0]);
    for (u32 i = 1; i < others->len && !is_marker(result); i++) {
        u32 place = 0;
        result = finish(vm, set_get(result), subtract(vm, set_get(result), others->items[i], &place));
    }
    return result;
}

static Value set_difference_update(Vm *vm, const Value *args, u32 n) {
    return subtract_all(vm, args[0], tuple_get(args[1]), V_NONE);
}

static Value set_symmetric_difference(Vm *vm, const Value *args, u32 n) { return set_xor(vm, args[0], args[1]); }

static Value set_symmetric_difference_update(Vm *vm, const Value *args, u32 n) {
    return toggle_all(vm, args[0], args[1], V_NONE);
}

static Value set_issubset(Vm *vm, const Value *args, u32 n) {
    if (is_set(args[1])) return truth_value(set_subset(vm, set_get(args[0]), set_get(args[1])));
    Value common = set_and(vm, args[0], args[1]);
    if (is_marker(common)) return common;
    bool all = set_get(common)->len == set_get(args[0])->len;
    decref(vm, common);
    return value_bool(all);
}

// Goes over `other` and stops at the first element of which `set` says `found`. 1: there is one.
static int any_element(Vm *vm, Set *set, Value other, int found) {
    Iterate it;
    int status = iterate_again(vm, &it, other);
    if (status) return status;
    Value key;
    while (!is_marker(key = iterate_next(vm, &it))) {
        i64 hash;
        status = key_hash(vm, key, AS_SET_ELEMENT, &hash);
        if (!status) status = set_contains_hash(vm, set, key, hash);
        decref(vm, key);
        if (status < 0 || status == found) break;
    }
    iterate_close(vm, &it);
    if (is_marker(key) && key != V_STOP) return value_status(key);
    return status < 0 ? status : key != V_STOP;
}

static Value set_issuperset(Vm *vm, const Value *args, u32 n) {
    if (is_set(args[1])) return truth_value(set_subset(vm, set_get(args[1]), set_get(args[0])));
    int status = any_element(vm, set_get(args[0]), args[1], 0);
    return status < 0 ? status_value(status) : value_bool(!status);
}

static Value set_isdisjoint(Vm *vm, const Value *args, u32 n) {
    Set *set = set_get(args[0]);
    if (args[0] == args[1]) return value_bool(!set->len);
    int status = 0;
    if (value_is(args[1], T_SET) || value_is(args[1], T_FROZENSET)) {
        Set *less = set_get(args[1]), *more = set;
        if (less->len > more->len) less = set, more = set_get(args[1]);
        u32 place = 0;
        for (const SetEntry *e; !status && (e = set_next(less, &place));)
            status = set_contains_hash(vm, more, e->key, e->hash);
        charge(vm, less->mask);
    } else status = any_element(vm, set, args[1], 1);
    return status < 0 ? status_value(status) : value_bool(!status);
}

static Value set_sizeof(Vm *vm, const Value *args, u32 n) {
    Set *set = set_get(args[0]);
    return value_count(200 + (set->table == set->small ? 0 : ((size_t)set->mask + 1) * 16));
}

// ---- the iterator --------------------------------------------------------------------------------------------------

typedef struct SetIter {
    Object head;
    Set *set; // NULL: at its end
    u32 len;  // of the set when iteration began; SET_CHANGED once it was found changed
    u32 place, left;
} SetIter;
#define SET_CHANGED 0xFFFFFFFFu

static Value set_iter(Vm *vm, Value self) {
    SetIter *it = object_new_gc(vm, vm_type(vm, T_SET_ITER), sizeof(SetIter));
    if (!it) return V_ERROR;
    it->set = set_get(own(self));
    it->len = it->left = it->set->len;
    return value_object(it);
}

static void set_iter_clear(Vm *vm, Object *o) {
    Set *set = ((SetIter *)o)->set;
    ((SetIter *)o)->set = NULL;
    XDECREF(vm, set);
}

static void set_iter_dealloc(Vm *vm, Object *o) {
    set_iter_clear(vm, o);
    object_dispose(vm, o, sizeof(SetIter));
}

static void set_iter_traverse(Object *o, Visit *visit) { visit_object(visit, ((SetIter *)o)->set); }

static Value set_iter_next(Vm *vm, Value self) {
    SetIter *it = (SetIter *)object_get(self);
    if (!it->set) return V_STOP;
    if (it->len != it->set->len) {
        it->len = SET_CHANGED;
        return raise_runtime(vm, "Set changed size during iteration");
    }
    const SetEntry *e = set_next(it->set, &it->place);
    if (!e) {
        set_iter_clear(vm, &it->head);
        return V_STOP;
    }
    it->left--;
    return own(e->key);
}

static Value set_iter_hint(Vm *vm, const Value *args, u32 n) {
    SetIter *it = (SetIter *)object_get(args[0]);
    return value_count(it->set && it->len == it->set->len ? it->left : 0);
}

// _set_iter_copy(iterator): one at the same place.
static Value intrinsic_iter_copy(Vm *vm, const Value *args, u32 n) {
    SetIter *it = (SetIter *)object_get(args[0]);
    SetIter *copy = object_new_gc(vm, it->head.shape->type, sizeof(SetIter));
    if (!copy) return V_ERROR;
    if (it->set) INCREF(it->set);
    copy->set = it->set;
    copy->len = it->len;
    copy->place = it->place;
    copy->left = it->left;
    return value_object(copy);
}

const NativeDef set_iter_intrinsics[] = {
    {"_set_iter_copy", "(iterator, /)", intrinsic_iter_copy, NULL, 0},
    {0},
};

static const NativeDef set_iter_methods[] = {
    {"__length_hint__", "($self, /)", set_iter_hint, NULL, 0},
    {"__reduce__", "($self, /)", always_python, "_set.iter_reduce", 0},
    {0},
};

const TypeSpec set_iter_spec = {
    .name = "set_iterator",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_GC,
    .size = sizeof(SetIter),
    .slots =
        {
            .dealloc = set_iter_dealloc,
            .traverse = set_iter_traverse,
            .clear = set_iter_clear,
            .iter = iter_self,
            .next = set_iter_next,
        },
    .methods = set_iter_methods,
};

// ---- the types -----------------------------------------------------------------------------------------------------

// Those of frozenset begin with copy.
#define SET_ONLY 9
static const NativeDef set_methods[] = {
    {"add", "($self, object, /)", set_add_method, "_set.add", 0},
    {"clear", "($self, /)", set_clear_method, NULL, 0},
    {"discard", "($self, object, /)", set_discard_method, "_set.discard", 0},
    {"difference_update", "($self, /, *others)", set_difference_update, "_set.difference_update", 0},
    {"intersection_update", "($self, /, *others)", set_intersection_update, "_set.intersection_update", 0},
    {"pop", "($self, /)", set_pop_method, NULL, 0},
    {"remove", "($self, object, /)", set_remove, "_set.remove", 0},
    {"symmetric_difference_update", "($self, other, /)", set_symmetric_difference_update,
     "_set.symmetric_difference_update", 0},
    {"update", "($self, /, *others)", set_update_method, "_set.update", 0},
    {"copy", "($self, /)", set_copy, NULL, 0},
    {"difference", "($self, /, *others)", set_difference, "_set.difference", 0},
    {"intersection", "($self, /, *others)", set_intersection, "_set.intersection", 0},
    {"isdisjoint", "($self, other, /)", set_isdisjoint, "_set.isdisjoint", 0},
    {"issubset", "($self, other, /)", set_issubset, "_set.issubset", 0},
    {"issuperset", "($self, other, /)", set_issuperset, "_set.issuperset", 0},
    {"symmetric_difference", "($self, other, /)", set_symmetric_difference, "_set.symmetric_difference", 0},
    {"union", "($self, /, *others)", set_union, "_set.union", 0},
    {"__reduce__", "($self, /)", always_python, "_set.reduce", 0},
    {"__sizeof__", "($self, /)", set_sizeof, NULL, 0},
    CLASS_GETITEM_ROW,
    {0},
};

static const SlotPython set_python[] = {
    {SLOT_REPR, 0, "_set.set_repr"},
    {SLOT_EQ, 0, "_set.eq"},
    {SLOT_NE, 0, "_set.ne"},
    {SLOT_LT, 0, "_set.lt"},
    {SLOT_LE, 0, "_set.le"},
    {SLOT_GT, 0, "_set.gt"},
    {SLOT_GE, 0, "_set.ge"},
    {SLOT_CONTAINS, 0, "_set.contains"},
    {SLOT_BINARY, OP_OR, "_set.or_"},
    {SLOT_BINARY, OP_AND, "_set.and_"},
    {SLOT_BINARY, OP_SUB, "_set.sub"},
    {SLOT_BINARY, OP_XOR, "_set.xor"},
    {SLOT_INPLACE, OP_OR, "_set.ior"},
    {SLOT_INPLACE, OP_AND, "_set.iand"},
    {0},
};

const TypeSpec set_spec = {
    .name = "set",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_NO_DICT,
    .size = sizeof(Set),
    .attrs = offsetof(Set, attrs),
    .slots =
        {
            .dealloc = set_dealloc,
            .traverse = set_traverse,
            .clear = set_clear_slot,
            .repr = set_repr,
            .unhashable = true,
            .compare = set_compare,
            .truth = set_truth,
            .len = set_len,
            .contains = set_contains_slot,
            .iter = set_iter,
            .binary = set_binary,
            .inplace = set_inplace,
        },
    .make = {"__new__", "($type, /, *args, **kwargs)", set_make, NULL, 0},
    .init = {"__init__", "($self, iterable=(), /)", set_init, "_set.init", NATIVE_UNPACKED},
    .methods = set_methods,
    .python = set_python,
};

const TypeSpec frozenset_spec = {
    .name = "frozenset",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_NO_DICT,
    .size = sizeof(Set),
    .attrs = offsetof(Set, attrs),
    .slots =
        {
            .dealloc = set_dealloc,
            .traverse = set_traverse,
            .clear = set_clear_slot,
            .repr = set_repr,
            .hash = frozenset_hash,
            .compare = set_compare,
            .truth = set_truth,
            .len = set_len,
            .contains = set_contains_slot,
            .iter = set_iter,
            .binary = set_binary,
        },
    .make = {"__new__", "($type, iterable=(), /, **kwargs)", frozenset_make, "_set.frozenset_make", NATIVE_UNPACKED},
    .methods = set_methods + SET_ONLY,
    .python = set_python,
};
