// dict_type.c: dict as Python sees it: slots and methods over the table of dict.c.
#include "obj/container.h"
#include "obj/type.h"

// ---- filling -------------------------------------------------------------------------------------------------------

// A dict (or an instance of a subclass that iterates as a dict does) is taken as a whole.
static bool merges_plainly(Value v) { return is_dict(v) && !has_python(v, SLOT_ITER); }

// From a list or tuple of pairs that are lists or tuples themselves. 0, IS_ERROR, IS_PYTHON (what was set until then is
// set once more, to the same).
static int update_pairs(Vm *vm, Dict *dict, Items pairs) {
    for (u32 i = 0; i < pairs.len; i++) {
        if (!value_is(pairs.at[i], T_TUPLE) && !value_is(pairs.at[i], T_LIST)) return IS_PYTHON;
        Items pair = items_of(pairs.at[i]);
        if (pair.len != 2) {
            raise_value(vm, "dictionary update sequence element #%u has length %u; 2 is required", i, pair.len);
            return IS_ERROR;
        }
        int status = dict_set(vm, dict, pair.at[0], pair.at[1]);
        if (status) return status;
    }
    charge(vm, pairs.len * 2);
    return 0;
}

// What dict(x), update(x) and |= x do with x.
static int update_from(Vm *vm, Dict *dict, Value from) {
    if (from == V_UNSET) return 0;
    if (merges_plainly(from)) return dict_update(vm, dict, dict_get(from));
    if (value_is(from, T_LIST) || value_is(from, T_TUPLE)) return update_pairs(vm, dict, items_of(from));
    return IS_PYTHON;
}

static Value dict_make(Vm *vm, const Value *args, u32 n) {
    return object_value(dict_of_type(vm, (Type *)object_get(args[0]), 0));
}

// __init__ and update.
static Value dict_init(Vm *vm, const Value *args, u32 n) {
    Dict *dict = dict_get(args[0]);
    int status = update_from(vm, dict, args[1]);
    if (!status && args[2] != V_UNSET) status = dict_update(vm, dict, dict_get(args[2]));
    return status ? status_value(status) : V_NONE;
}

static Value dict_fromkeys(Vm *vm, const Value *args, u32 n) {
    Value keys = args[1], value = args[2] == V_UNSET ? V_NONE : args[2];
    if (args[0] != value_object(vm_type(vm, T_DICT))) return V_PYTHON;
    Iterate it;
    int status = iterate_again(vm, &it, keys);
    if (status) return status_value(status);
    Dict *dict = dict_new(vm, 0);
    Value key = dict ? V_UNSET : V_ERROR;
    while (dict && !is_marker(key = iterate_next(vm, &it))) {
        status = dict_set(vm, dict, key, value);
        decref(vm, key);
        if (status) {
            key = status_value(status);
            break;
        }
    }
    iterate_close(vm, &it);
    if (key == V_STOP) {
        charge(vm, dict->len * 4);
        return value_object(dict);
    }
    XDECREF(vm, dict);
    return key;
}

// ---- slots ---------------------------------------------------------------------------------------------------------

static void dict_dealloc(Vm *vm, Object *o) {
    dict_clear(vm, (Dict *)o);
    object_dispose(vm, o, sizeof(Dict));
}

static void dict_traverse(Object *o, Visit *visit) {
    Dict *dict = (Dict *)o;
    for (u32 i = 0; i < dict->used; i++) {
        visit_value(visit, dict->entries[i].key);
        visit_value(visit, dict->entries[i].value);
    }
}

static void dict_clear_slot(Vm *vm, Object *o) { dict_clear(vm, (Dict *)o); }

static Value dict_repr(Vm *vm, Value self) {
    Dict *dict = dict_get(self);
    if (!dict->len) return object_value(str_from_text(vm, "{}"));
    int status = repr_enter(vm, self);
    if (status <= 0) return status ? V_ERROR : object_value(str_from_text(vm, "{...}"));
    StrBuilder out;
    builder_open(&out, vm);
    builder_char(&out, '{');
    if (!(status = repr_nest(vm))) {
        u32 place = 0;
        Value key, value;
        while (!status && dict_each(dict, &place, &key, &value)) {
            if (out.len > 1) builder_text(&out, ", ");
            status = repr_item(vm, &out, key);
            if (status) break;
            builder_text(&out, ": ");
            status = repr_item(vm, &out, value);
        }
        c_leave(vm);
    }
    builder_char(&out, '}');
    return repr_finish(vm, &out, self, status);
}

static Value dict_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!is_dict(b) || (op != CMP_EQ && op != CMP_NE)) return V_NOT_IMPLEMENTED;
    int equal = dict_equal(vm, dict_get(a), dict_get(b));
    if (equal < 0) return status_value(equal);
    return value_bool(equal == (op == CMP_EQ));
}

static int dict_truth(Vm *vm, Value self) { return dict_get(self)->len != 0; }
static i64 dict_len(Vm *vm, Value self) { return dict_get(self)->len; }

static Value dict_getitem(Vm *vm, Value self, Value key) {
    Value value;
    int status = dict_find(vm, dict_get(self), key, &value);
    if (likely(status == 1)) return own(value);
    if (status < 0) return status_value(status);
    if (!is_exactly(self, T_DICT) && type_lookup(vm, shape_of(self)->type, vm->names.__missing__) != V_UNSET)
        return V_PYTHON;
    return raise_key(vm, key);
}

static int dict_setitem(Vm *vm, Value self, Value key, Value value) {
    if (likely(value != V_UNSET)) return dict_set(vm, dict_get(self), key, value);
    int status = dict_delete(vm, dict_get(self), key);
    if (status == 0) raise_key(vm, key);
    return status == 1 ? 0 : status == 0 ? IS_ERROR : status;
}

static int dict_contains(Vm *vm, Value self, Value key) {
    Value value;
    return dict_find(vm, dict_get(self), key, &value);
}

static Value dict_iter(Vm *vm, Value self) { return dict_iter_new(vm, dict_get(self), T_DICT_KEY_ITER); }

static Value dict_binary(Vm *vm, BinaryOp op, Value a, Value b) {
    if (op != OP_OR || !is_dict(a) || !is_dict(b)) return V_NOT_IMPLEMENTED;
    if (!merges_plainly(a) || !merges_plainly(b)) return V_PYTHON;
    Dict *dict = dict_copy(vm, dict_get(a));
    if (!dict) return V_ERROR;
    int status = dict_update(vm, dict, dict_get(b));
    if (!status) return value_object(dict);
    DECREF(vm, dict);
    return status_value(status);
}

static Value dict_inplace(Vm *vm, BinaryOp op, Value self, Value other) {
    if (op != OP_OR) return V_NOT_IMPLEMENTED;
    int status = update_from(vm, dict_get(self), other);
    return status ? status_value(status) : own(self);
}

// ---- methods -------------------------------------------------------------------------------------------------------

static Value dict_get_method(Vm *vm, const Value *args, u32 n) {
    Value value;
    int status = dict_find(vm, dict_get(args[0]), args[1], &value);
    if (status < 0) return status_value(status);
    if (status) return own(value);
    return args[2] == V_UNSET ? V_NONE : own(args[2]);
}

static Value dict_setdefault(Vm *vm, const Value *args, u32 n) {
    Value value;
    int status = dict_find_or_set(vm, dict_get(args[0]), args[1], args[2] == V_UNSET ? V_NONE : args[2], &value);
    return status ? status_value(status) : own(value);
}

static Value dict_pop(Vm *vm, const Value *args, u32 n) {
    Dict *dict = dict_get(args[0]);
    Value value;
    // An empty dict does not ask for the hash.
    int status = dict->len ? dict_find(vm, dict, args[1], &value) : 0;
    if (status < 0) return status_value(status);
    if (!status) return args[2] == V_UNSET ? raise_key(vm, args[1]) : own(args[2]);
    incref(value);
    dict_delete(vm, dict, args[1]);
    return value;
}

static Value dict_popitem(Vm *vm, const Value *args, u32 n) {
    Dict *dict = dict_get(args[0]);
    if (!dict->len) return raise(vm, T_KeyError, "popitem(): dictionary is empty");
    i32 last = dict_last(dict);
    Tuple *item = tuple_pack(vm, 2, dict->entries[last].key, dict->entries[last].value);
    if (!item) return V_ERROR;
    dict_delete_entry(vm, dict, last);
    dict->used = (u32)last; // so that the next one is found at once
    return value_object(item);
}

static Value dict_copy_method(Vm *vm, const Value *args, u32 n) {
    return merges_plainly(args[0]) ? object_value(dict_copy(vm, dict_get(args[0]))) : V_PYTHON;
}

static Value dict_clear_method(Vm *vm, const Value *args, u32 n) {
    dict_clear(vm, dict_get(args[0]));
    return V_NONE;
}

static Value dict_keys(Vm *vm, const Value *args, u32 n) { return dict_view_new(vm, args[0], T_DICT_KEYS); }
static Value dict_values(Vm *vm, const Value *args, u32 n) { return dict_view_new(vm, args[0], T_DICT_VALUES); }
static Value dict_items(Vm *vm, const Value *args, u32 n) { return dict_view_new(vm, args[0], T_DICT_ITEMS); }
static Value dict_reversed(Vm *vm, const Value *args, u32 n) {
    return dict_iter_new(vm, dict_get(args[0]), T_DICT_REVERSE_KEY_ITER);
}

// As 64-bit CPython counts: entries are smaller while all keys are strings.
static Value dict_sizeof(Vm *vm, const Value *args, u32 n) {
    Dict *dict = dict_get(args[0]);
    if (!dict->room) return value_small(48);
    bool names = true;
    for (u32 i = 0; i < dict->used && names; i++)
        names = dict->entries[i].key == V_UNSET || is_exact_str(dict->entries[i].key);
    size_t places = (size_t)dict->mask + 1, width = places < 256 ? 1 : places < 65536 ? 2 : 4;
    return value_count(48 + 32 + places * width + dict->room * (names ? 16u : 24u));
}

// ---- the type ------------------------------------------------------------------------------------------------------

static const NativeDef dict_methods[] = {
    {"get", "($self, key, default=None, /)", dict_get_method, "_dict.get", NATIVE_UNPACKED},
    {"setdefault", "($self, key, default=None, /)", dict_setdefault, "_dict.setdefault", NATIVE_UNPACKED},
    {"pop", "($self, key, default=None, /)", dict_pop, "_dict.pop", NATIVE_UNPACKED},
    {"popitem", "($self, /)", dict_popitem, NULL, 0},
    {"keys", "($self, /)", dict_keys, NULL, 0},
    {"items", "($self, /)", dict_items, NULL, 0},
    {"values", "($self, /)", dict_values, NULL, 0},
    {"update", "($self, iterable=None, /, **kwargs)", dict_init, "_dict.update", NATIVE_UNPACKED},
    {"fromkeys", "($type, iterable, value=None, /)", dict_fromkeys, "_dict.fromkeys", NATIVE_CLASS | NATIVE_UNPACKED},
    {"clear", "($self, /)", dict_clear_method, NULL, 0},
    {"copy", "($self, /)", dict_copy_method, "_dict.copy", 0},
    {"__reversed__", "($self, /)", dict_reversed, NULL, 0},
    {"__sizeof__", "($self, /)", dict_sizeof, NULL, 0},
    CLASS_GETITEM_ROW,
    {0},
};

static const SlotPython dict_python[] = {
    {SLOT_REPR, 0, "_dict.dict_repr"},
    {SLOT_EQ, 0, "_dict.eq"},
    {SLOT_NE, 0, "_dict.ne"},
    {SLOT_GETITEM, 0, "_dict.getitem"},
    {SLOT_SETITEM, 0, "_dict.setitem"},
    {SLOT_DELITEM, 0, "_dict.delitem"},
    {SLOT_CONTAINS, 0, "_dict.contains"},
    {SLOT_BINARY, OP_OR, "_dict.or_"},
    {SLOT_INPLACE, OP_OR, "_dict.ior"},
    {0},
};

const TypeSpec dict_spec = {
    .name = "dict",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_NO_DICT | TYPE_MAPPING,
    .size = sizeof(Dict),
    .attrs = offsetof(Dict, attrs),
    .slots =
        {
            .dealloc = dict_dealloc,
            .traverse = dict_traverse,
            .clear = dict_clear_slot,
            .repr = dict_repr,
            .unhashable = true,
            .compare = dict_compare,
            .truth = dict_truth,
            .len = dict_len,
            .getitem = dict_getitem,
            .setitem = dict_setitem,
            .contains = dict_contains,
            .iter = dict_iter,
            .binary = dict_binary,
            .inplace = dict_inplace,
        },
    .make = {"__new__", "($type, /, *args, **kwargs)", dict_make, NULL, 0},
    .init = {"__init__", "($self, iterable=None, /, **kwargs)", dict_init, "_dict.update", NATIVE_UNPACKED},
    .methods = dict_methods,
    .python = dict_python,
};
