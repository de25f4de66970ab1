// mapping_proxy.c: mappingproxy, the read-only view of a mapping that C.__dict__ is. What it is asked it asks the
// mapping.
#include "obj/container.h"

typedef struct MappingProxy {
    Object head;
    Value mapping;
} MappingProxy;
INLINE Value mapping_of(Value self) { return ((MappingProxy *)object_get(self))->mapping; }

Value mapping_proxy_new(Vm *vm, Value mapping) {
    MappingProxy *proxy = object_new_gc(vm, vm_type(vm, T_MAPPING_PROXY), sizeof(MappingProxy));
    if (!proxy) return V_ERROR;
    proxy->mapping = own(mapping);
    return value_object(proxy);
}

static Value proxy_make(Vm *vm, const Value *args, u32 n) {
    Value mapping = args[1];
    bool can = is_object(mapping) && !is_list(mapping) && !is_tuple(mapping) &&
               (has_python(mapping, SLOT_GETITEM) || shape_of(mapping)->type->slots->getitem);
    if (!can) return raise_type(vm, "mappingproxy() argument must be a mapping, not %T", mapping);
    return mapping_proxy_new(vm, mapping);
}

static void proxy_clear(Vm *vm, Object *o) {
    Value mapping = ((MappingProxy *)o)->mapping;
    ((MappingProxy *)o)->mapping = V_NONE;
    decref(vm, mapping);
}

static void proxy_dealloc(Vm *vm, Object *o) {
    proxy_clear(vm, o);
    object_dispose(vm, o, sizeof(MappingProxy));
}

static void proxy_traverse(Object *o, Visit *visit) { visit_value(visit, ((MappingProxy *)o)->mapping); }

static Value proxy_repr(Vm *vm, Value self) {
    if (nest_enter(vm)) return V_PYTHON;
    Value text = value_repr(vm, mapping_of(self));
    c_leave(vm);
    if (is_marker(text)) return text;
    Str *whole = str_format(vm, "mappingproxy(%U)", text);
    decref(vm, text);
    return object_value(whole);
}

static Value proxy_str(Vm *vm, Value self) { return value_str(vm, mapping_of(self)); }
static int proxy_hash(Vm *vm, Value self, i64 *hash) { return value_hash(vm, mapping_of(self), hash); }
static i64 proxy_len(Vm *vm, Value self) { return value_len(vm, mapping_of(self)); }
static Value proxy_getitem(Vm *vm, Value self, Value key) { return value_getitem(vm, mapping_of(self), key); }
static int proxy_contains(Vm *vm, Value self, Value key) { return value_contains(vm, mapping_of(self), key); }
static Value proxy_iter(Vm *vm, Value self) { return value_iter(vm, mapping_of(self)); }

static Value proxy_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!c_enter(vm, " in comparison")) return V_ERROR;
    Value result = value_compare(vm, mapping_of(a), b, op);
    c_leave(vm);
    return result;
}

static Value proxy_binary(Vm *vm, BinaryOp op, Value a, Value b) {
    if (op != OP_OR) return V_NOT_IMPLEMENTED;
    if (value_is(a, T_MAPPING_PROXY)) a = mapping_of(a);
    if (value_is(b, T_MAPPING_PROXY)) b = mapping_of(b);
    return value_binary(vm, op, a, b);
}

static Value proxy_inplace(Vm *vm, BinaryOp op, Value self, Value other) {
    if (op != OP_OR) return V_NOT_IMPLEMENTED;
    return raise_type(vm, "'|=' is not supported by mappingproxy; use '|' instead");
}

// _proxy_mapping(proxy)
static Value intrinsic_mapping(Vm *vm, const Value *args, u32 n) { return own(mapping_of(args[0])); }

const NativeDef mapping_proxy_intrinsics[] = {
    {"_proxy_mapping", "(proxy, /)", intrinsic_mapping, NULL, 0},
    {0},
};

static const NativeDef proxy_methods[] = {
    {"get", "($self, key, default=None, /)", always_python, "_dict.proxy_get", NATIVE_UNPACKED},
    {"keys", "($self, /)", always_python, "_dict.proxy_keys", 0},
    {"values", "($self, /)", always_python, "_dict.proxy_values", 0},
    {"items", "($self, /)", always_python, "_dict.proxy_items", 0},
    {"copy", "($self, /)", always_python, "_dict.proxy_copy", 0},
    {"__reversed__", "($self, /)", always_python, "_dict.proxy_reversed", 0},
    CLASS_GETITEM_ROW,
    {0},
};

static const SlotPython proxy_python[] = {
    {SLOT_REPR, 0, "_dict.proxy_repr"},
    {SLOT_STR, 0, "_dict.proxy_str"},
    {SLOT_HASH, 0, "_dict.proxy_hash"},
    {SLOT_LEN, 0, "_dict.proxy_len"},
    {SLOT_GETITEM, 0, "_dict.proxy_getitem"},
    {SLOT_CONTAINS, 0, "_dict.proxy_contains"},
    {SLOT_ITER, 0, "_dict.proxy_iter"},
    {SLOT_BINARY, OP_OR, "_dict.proxy_or"},
    {SLOT_EQ, 0, "_dict.proxy_eq"},
    {SLOT_NE, 0, "_dict.proxy_ne"},
    {SLOT_LT, 0, "_dict.proxy_lt"},
    {SLOT_LE, 0, "_dict.proxy_le"},
    {SLOT_GT, 0, "_dict.proxy_gt"},
    {SLOT_GE, 0, "_dict.proxy_ge"},
    {0},
};

const TypeSpec mapping_proxy_spec = {
    .name = "mappingproxy",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_FINAL | TYPE_MAPPING,
    .size = sizeof(MappingProxy),
    .slots =
        {
            .dealloc = proxy_dealloc,
            .traverse = proxy_traverse,
            .clear = proxy_clear,
            .repr = proxy_repr,
            .str = proxy_str,
            .hash = proxy_hash,
            .compare = proxy_compare,
            .len = proxy_len,
            .getitem = proxy_getitem,
            .contains = proxy_contains,
            .iter = proxy_iter,
            .binary = proxy_binary,
            .inplace = proxy_inplace,
        },
    .make = {"__new__", "($type, mapping)", proxy_make, NULL, 0},
    .methods = proxy_methods,
    .python = proxy_python,
};
