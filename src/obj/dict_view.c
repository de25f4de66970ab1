// dict_view.c: keys(), values() and items() of a dict, and the six iterators over a dict. The set operations of views
// are the prelude's (src/lib/_dict.py).
#include "obj/container.h"

typedef struct DictView {
    Object head;
    Dict *dict;
} DictView;
#define view_get(value) ((DictView *)object_get(value))

// A forward iterator is at entry `at`, a reversed one at `at` - 1.
typedef struct DictIter {
    Object head;
    Dict *dict; // NULL: at its end
    u32 len;    // of the dict when iteration began; DICT_CHANGED once it was found changed
    u32 at;
    u32 left;    // items that should still come
    Tuple *pair; // of items(): the one given last, filled again while nobody else has it
} DictIter;
#define dict_iter_get(value) ((DictIter *)object_get(value))
#define DICT_CHANGED 0xFFFFFFFFu

// ---- iterators -----------------------------------------------------------------------------------------------------

static bool is_reversed(u16 type_id) { return type_id >= T_DICT_REVERSE_KEY_ITER; }

Value dict_iter_new(Vm *vm, Dict *dict, u16 type_id) {
    DictIter *it = object_new_gc(vm, vm_type(vm, type_id), sizeof(DictIter));
    if (!it) return V_ERROR;
    INCREF(dict);
    it->dict = dict;
    it->len = it->left = dict->len;
    it->at = is_reversed(type_id) ? dict->used : 0;
    return value_object(it);
}

static Value pair_of(Vm *vm, DictIter *it, const DictEntry *e) {
    Tuple *pair = it->pair;
    if (pair && pair->head.refs == 1) {
        Value key = pair->items[0], value = pair->items[1];
        pair->items[0] = own(e->key);
        pair->items[1] = own(e->value);
        pair->hash_done = 0;
        decref(vm, key);
        decref(vm, value);
    } else {
        Tuple *fresh = tuple_pack(vm, 2, e->key, e->value);
        if (!fresh || pair) return object_value(fresh);
        pair = it->pair = fresh;
    }
    INCREF(pair);
    return value_object(pair);
}

static void dict_iter_end(Vm *vm, DictIter *it) {
    Dict *dict = it->dict;
    it->dict = NULL;
    XDECREF(vm, dict);
}

static void dict_iter_clear(Vm *vm, Object *o) {
    Tuple *pair = ((DictIter *)o)->pair;
    ((DictIter *)o)->pair = NULL;
    dict_iter_end(vm, (DictIter *)o);
    XDECREF(vm, pair);
}

static void dict_iter_dealloc(Vm *vm, Object *o) {
    dict_iter_clear(vm, o);
    object_dispose(vm, o, sizeof(DictIter));
}

static void dict_iter_traverse(Object *o, Visit *visit) {
    visit_object(visit, ((DictIter *)o)->dict);
    visit_object(visit, ((DictIter *)o)->pair);
}

static Value dict_iter_next(Vm *vm, Value self) {
    DictIter *it = dict_iter_get(self);
    Dict *dict = it->dict;
    if (!dict) return V_STOP;
    if (unlikely(it->len != dict->len)) {
        it->len = DICT_CHANGED;
        return raise_runtime(vm, "dictionary changed size during iteration");
    }
    const DictEntry *e;
    u16 type_id = it->head.shape->type_id;
    if (is_reversed(type_id)) {
        u32 at = it->at < dict->used ? it->at : dict->used;
        do {
            if (!at) goto stop;
            e = &dict->entries[--at];
        } while (e->key == V_UNSET);
        it->at = at;
        type_id -= T_DICT_REVERSE_KEY_ITER - T_DICT_KEY_ITER;
    } else {
        u32 at = it->at;
        while (at < dict->used && dict->entries[at].key == V_UNSET) at++;
        if (at >= dict->used) goto stop;
        if (unlikely(!it->left)) {
            dict_iter_end(vm, it);
            return raise_runtime(vm, "dictionary keys changed during iteration");
        }
        e = &dict->entries[at];
        it->at = at + 1;
    }
    it->left--;
    if (type_id == T_DICT_KEY_ITER) return own(e->key);
    return type_id == T_DICT_VALUE_ITER ? own(e->value) : pair_of(vm, it, e);
stop:
    dict_iter_end(vm, it);
    return V_STOP;
}

static Value dict_iter_hint(Vm *vm, const Value *args, u32 n) {
    DictIter *it = dict_iter_get(args[0]);
    return value_count(it->dict && it->len == it->dict->len ? it->left : 0);
}

// _dict_iter_copy(iterator): one at the same place.
static Value intrinsic_iter_copy(Vm *vm, const Value *args, u32 n) {
    DictIter *it = dict_iter_get(args[0]);
    DictIter *copy = object_new_gc(vm, it->head.shape->type, sizeof(DictIter));
    if (!copy) return V_ERROR;
    if (it->dict) INCREF(it->dict);
    copy->dict = it->dict;
    copy->len = it->len;
    copy->at = it->at;
    copy->left = it->left;
    return value_object(copy);
}

static const NativeDef dict_iter_methods[] = {
    {"__length_hint__", "($self, /)", dict_iter_hint, NULL, 0},
    {"__reduce__", "($self, /)", always_python, "_dict.iter_reduce", 0},
    {0},
};

#define DICT_ITER_SPEC(spec, text)                                                                                     \
    const TypeSpec spec = {                                                                                            \
        .name = text,                                                                                                  \
        .base = T_OBJECT,                                                                                              \
        .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_GC,                                                                  \
        .size = sizeof(DictIter),                                                                                      \
        .slots = {.dealloc = dict_iter_dealloc,                                                                        \
                  .traverse = dict_iter_traverse,                                                                      \
                  .clear = dict_iter_clear,                                                                            \
                  .iter = iter_self,                                                                                   \
                  .next = dict_iter_next},                                                                             \
        .methods = dict_iter_methods,                                                                                  \
    }
DICT_ITER_SPEC(dict_key_iter_spec, "dict_keyiterator");
DICT_ITER_SPEC(dict_value_iter_spec, "dict_valueiterator");
DICT_ITER_SPEC(dict_item_iter_spec, "dict_itemiterator");
DICT_ITER_SPEC(dict_reverse_key_iter_spec, "dict_reversekeyiterator");
DICT_ITER_SPEC(dict_reverse_value_iter_spec, "dict_reversevalueiterator");
DICT_ITER_SPEC(dict_reverse_item_iter_spec, "dict_reverseitemiterator");

// ---- views ---------------------------------------------------------------------------------------------------------

Value dict_view_new(Vm *vm, Value dict, u16 type_id) {
    DictView *view = object_new_gc(vm, vm_type(vm, type_id), sizeof(DictView));
    if (!view) return V_ERROR;
    view->dict = dict_get(own(dict));
    return value_object(view);
}

static void view_clear(Vm *vm, Object *o) {
    Dict *dict = ((DictView *)o)->dict;
    ((DictView *)o)->dict = NULL;
    XDECREF(vm, dict);
}

static void view_dealloc(Vm *vm, Object *o) {
    view_clear(vm, o);
    object_dispose(vm, o, sizeof(DictView));
}

static void view_traverse(Object *o, Visit *visit) { visit_object(visit, ((DictView *)o)->dict); }

static i64 view_len(Vm *vm, Value self) { return view_get(self)->dict->len; }

static Value view_iter(Vm *vm, Value self) {
    return dict_iter_new(vm, view_get(self)->dict, shape_of(self)->type_id - T_DICT_KEYS + T_DICT_KEY_ITER);
}

static Value view_reversed(Vm *vm, const Value *args, u32 n) {
    return dict_iter_new(vm, view_get(args[0])->dict,
                         shape_of(args[0])->type_id - T_DICT_KEYS + T_DICT_REVERSE_KEY_ITER);
}

static int keys_contains(Vm *vm, Value self, Value key) {
    Value value;
    return dict_find(vm, view_get(self)->dict, key, &value);
}

static int items_contains(Vm *vm, Value self, Value item) {
    if (!is_tuple(item) || tuple_get(item)->len != 2) return 0;
    Value value;
    int status = dict_find(vm, view_get(self)->dict, tuple_get(item)->items[0], &value);
    return status == 1 ? value_equal(vm, value, tuple_get(item)->items[1]) : status;
}

static Value view_repr(Vm *vm, Value self) {
    Dict *dict = view_get(self)->dict;
    u16 type_id = shape_of(self)->type_id;
    int status = repr_enter(vm, self);
    if (status <= 0) return status ? V_ERROR : object_value(str_from_text(vm, "..."));
    StrBuilder out;
    builder_open(&out, vm);
    builder_text(&out, shape_of(self)->type->spec->name);
    builder_text(&out, "([");
    if (!(status = repr_nest(vm))) {
        u32 place = 0;
        Value key, value;
        for (bool first = true; !status && dict_each(dict, &place, &key, &value); first = false) {
            if (!first) builder_text(&out, ", ");
            if (type_id == T_DICT_ITEMS) builder_char(&out, '(');
            if (type_id != T_DICT_VALUES) status = repr_item(vm, &out, key);
            if (status) break;
            if (type_id == T_DICT_ITEMS) builder_text(&out, ", ");
            if (type_id != T_DICT_KEYS) status = repr_item(vm, &out, value);
            if (type_id == T_DICT_ITEMS) builder_char(&out, ')');
        }
        c_leave(vm);
    }
    builder_text(&out, "])");
    return repr_finish(vm, &out, self, status);
}

static bool is_view(Value v) { return value_is(v, T_DICT_KEYS) || value_is(v, T_DICT_ITEMS); }

static Value view_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!is_set(b) && !is_view(b)) return V_NOT_IMPLEMENTED;
    return V_PYTHON;
}

// Either side is a view: all of it in the prelude, which also finds what is not iterable.
static Value view_binary(Vm *vm, BinaryOp op, Value a, Value b) {
    return op == OP_AND || op == OP_OR || op == OP_XOR || op == OP_SUB ? V_PYTHON : V_NOT_IMPLEMENTED;
}

static Value view_mapping(Vm *vm, Value self) { return mapping_proxy_new(vm, value_object(view_get(self)->dict)); }

// _view_dict(view)
static Value intrinsic_view_dict(Vm *vm, const Value *args, u32 n) {
    return own(value_object(view_get(args[0])->dict));
}

const NativeDef dict_view_intrinsics[] = {
    {"_dict_iter_copy", "(iterator, /)", intrinsic_iter_copy, NULL, 0},
    {"_view_dict", "(view, /)", intrinsic_view_dict, NULL, 0},
    {0},
};

static const GetSetDef view_getset[] = {
    {"mapping", view_mapping, NULL},
    {0},
};

// The one for dict_values is the part that begins with __reversed__.
static const NativeDef view_methods[] = {
    {"isdisjoint", "($self, other, /)", always_python, "_dict.view_isdisjoint", 0},
    {"__reversed__", "($self, /)", view_reversed, NULL, 0},
    {0},
};

static const SlotPython view_python[] = {
    {SLOT_REPR, 0, "_dict.view_repr"},
    {SLOT_CONTAINS, 0, "_dict.view_contains"},
    {SLOT_EQ, 0, "_dict.view_eq"},
    {SLOT_NE, 0, "_dict.view_ne"},
    {SLOT_LT, 0, "_dict.view_lt"},
    {SLOT_LE, 0, "_dict.view_le"},
    {SLOT_GT, 0, "_dict.view_gt"},
    {SLOT_GE, 0, "_dict.view_ge"},
    {SLOT_BINARY, OP_AND, "_dict.view_and"},
    {SLOT_BINARY, OP_OR, "_dict.view_or"},
    {SLOT_BINARY, OP_XOR, "_dict.view_xor"},
    {SLOT_BINARY, OP_SUB, "_dict.view_sub"},
    {0},
};

#define VIEW_SPEC(spec, text, row_methods, ...)                                                                        \
    const TypeSpec spec = {                                                                                            \
        .name = text,                                                                                                  \
        .base = T_OBJECT,                                                                                              \
        .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_GC,                                                                  \
        .size = sizeof(DictView),                                                                                      \
        .slots = {.dealloc = view_dealloc,                                                                             \
                  .traverse = view_traverse,                                                                           \
                  .clear = view_clear,                                                                                 \
                  .repr = view_repr,                                                                                   \
                  .len = view_len,                                                                                     \
                  .iter = view_iter,                                                                                   \
                  __VA_ARGS__},                                                                                        \
        .methods = row_methods,                                                                                        \
        .getset = view_getset,                                                                                         \
        .python = view_python,                                                                                         \
    }
VIEW_SPEC(dict_keys_spec, "dict_keys", view_methods, .unhashable = true, .compare = view_compare,
          .contains = keys_contains, .binary = view_binary);
VIEW_SPEC(dict_items_spec, "dict_items", view_methods, .unhashable = true, .compare = view_compare,
          .contains = items_contains, .binary = view_binary);
VIEW_SPEC(dict_values_spec, "dict_values", view_methods + 1, .unhashable = false);
