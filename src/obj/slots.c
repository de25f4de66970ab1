// slots.c: the names of special methods: which slot each stands for, and what stands in the dict of a built-in class that
// has the slot (a slot wrapper, so that int.__add__ or super().__repr__() can be called by name).
#include "obj/call.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"

#define SLOTS(v) (type_of(vm, v)->slots)
#define WRAP(name) static Value name(Vm *vm, const Value *a, u32 n)

// The C slot of the value's built-in part; when it needs Python, its prelude function.
static Value predicate(Vm *vm, int r, Value self, u8 slot, const Value *args, u32 n) {
    if (r == IS_PYTHON) return call_slot_python(vm, type_of(vm, self), slot, 0, args, n);
    return r == IS_ERROR ? V_ERROR : value_bool(r);
}
static Value done(Vm *vm, int r, u8 slot, const Value *args, u32 n) {
    if (r == IS_PYTHON) return call_slot_python(vm, type_of(vm, args[0]), slot, 0, args, n);
    return r == IS_ERROR ? V_ERROR : V_NONE;
}
static Value value_or_python(Vm *vm, Value v, u8 slot, u8 op, const Value *args, u32 n) {
    return v == V_PYTHON ? call_slot_python(vm, type_of(vm, args[0]), slot, op, args, n) : v;
}

WRAP(w_repr) { return value_or_python(vm, SLOTS(a[0])->repr(vm, a[0]), SLOT_REPR, 0, a, 1); }
WRAP(w_str) { return value_or_python(vm, SLOTS(a[0])->str(vm, a[0]), SLOT_STR, 0, a, 1); }
WRAP(w_format) {
    if (!value_has(a[1], SHAPE_STR)) return raise_type(vm, "__format__() argument must be str, not %T", a[1]);
    return value_or_python(vm, SLOTS(a[0])->format(vm, a[0], str_get(a[1])), SLOT_FORMAT, 0, a, 2);
}
WRAP(w_hash) {
    i64 h;
    int r = SLOTS(a[0])->hash ? SLOTS(a[0])->hash(vm, a[0], &h) : value_hash(vm, a[0], &h);
    if (r == IS_PYTHON) return call_slot_python(vm, type_of(vm, a[0]), SLOT_HASH, 0, a, 1);
    return r ? V_ERROR : int_from_i64(vm, h);
}
static Value compare(Vm *vm, const Value *a, CompareOp op) {
    static const u8 slots[] = {SLOT_LT, SLOT_LE, SLOT_EQ, SLOT_NE, SLOT_GT, SLOT_GE};
    return value_or_python(vm, SLOTS(a[0])->compare(vm, a[0], a[1], op), slots[op], 0, a, 2);
}
WRAP(w_lt) { return compare(vm, a, CMP_LT); }
WRAP(w_le) { return compare(vm, a, CMP_LE); }
WRAP(w_eq) { return compare(vm, a, CMP_EQ); }
WRAP(w_ne) { return compare(vm, a, CMP_NE); }
WRAP(w_gt) { return compare(vm, a, CMP_GT); }
WRAP(w_ge) { return compare(vm, a, CMP_GE); }
WRAP(w_bool) {
    int r = SLOTS(a[0])->truth(vm, a[0]);
    return predicate(vm, r, a[0], SLOT_BOOL, a, 1);
}
WRAP(w_len) {
    i64 len = SLOTS(a[0])->len(vm, a[0]);
    if (len == IS_PYTHON) return call_slot_python(vm, type_of(vm, a[0]), SLOT_LEN, 0, a, 1);
    return len < 0 ? V_ERROR : int_from_i64(vm, len);
}
WRAP(w_getitem) { return value_or_python(vm, SLOTS(a[0])->getitem(vm, a[0], a[1]), SLOT_GETITEM, 0, a, 2); }
WRAP(w_setitem) { return done(vm, SLOTS(a[0])->setitem(vm, a[0], a[1], a[2]), SLOT_SETITEM, a, 3); }
WRAP(w_delitem) { return done(vm, SLOTS(a[0])->setitem(vm, a[0], a[1], V_UNSET), SLOT_DELITEM, a, 2); }
WRAP(w_contains) { return predicate(vm, SLOTS(a[0])->contains(vm, a[0], a[1]), a[0], SLOT_CONTAINS, a, 2); }
WRAP(w_iter) { return value_or_python(vm, SLOTS(a[0])->iter(vm, a[0]), SLOT_ITER, 0, a, 1); }
WRAP(w_next) {
    Value v = SLOTS(a[0])->next(vm, a[0]);
    if (v == V_PYTHON) return call_slot_python(vm, type_of(vm, a[0]), SLOT_NEXT, 0, a, 1);
    return v == V_STOP ? call_stop(vm) : v;
}
WRAP(w_get) {
    if (a[1] == V_NONE && (a[2] == V_NONE || a[2] == V_UNSET)) return raise_type(vm, "__get__(None, None) is invalid");
    Value object = a[1] == V_NONE ? V_UNSET : a[1];
    Value type = a[2] == V_UNSET || a[2] == V_NONE ? value_object(type_of(vm, a[1])) : a[2];
    Value v = SLOTS(a[0])->get(vm, a[0], object, type);
    return v == V_PYTHON ? call_descriptor_get(vm, a[0], a[1]) : v;
}
WRAP(w_set) { return call_descriptor_set(vm, a[0], a[1], a[2]); }
WRAP(w_delete) { return call_descriptor_set(vm, a[0], a[1], V_UNSET); }
WRAP(w_index) { return SLOTS(a[0])->index(vm, a[0]); }
WRAP(w_int) { return SLOTS(a[0])->to_int(vm, a[0]); }
WRAP(w_float) { return SLOTS(a[0])->to_float(vm, a[0]); }
WRAP(w_await) { return SLOTS(a[0])->await(vm, a[0]); }
WRAP(w_aiter) { return SLOTS(a[0])->aiter(vm, a[0]); }
WRAP(w_anext) { return SLOTS(a[0])->anext(vm, a[0]); }
WRAP(w_call) {
    Dict *kwargs = a[2] == V_UNSET ? NULL : (Dict *)object_get(a[2]);
    Tuple *args = (Tuple *)object_get(a[1]);
    // Not by way of the class, whose __call__ may be who asks.
    if (!kwargs && SLOTS(a[0])->call) return SLOTS(a[0])->call(vm, a[0], args->items, args->len, NULL);
    return call_args(vm, a[0], (Tuple *)object_get(a[1]), kwargs);
}

static Value unary(Vm *vm, const Value *a, UnaryOp op) {
    Value v = SLOTS(a[0])->unary(vm, op, a[0]);
    if (v == V_NOT_IMPLEMENTED) return raise_type(vm, "bad operand type for unary operation: '%T'", a[0]);
    return value_or_python(vm, v, SLOT_UNARY, op, a, 1);
}
WRAP(w_neg) { return unary(vm, a, OP_NEG); }
WRAP(w_pos) { return unary(vm, a, OP_POS); }
WRAP(w_invert) { return unary(vm, a, OP_INVERT); }
WRAP(w_abs) { return unary(vm, a, OP_ABS); }

static Value binary(Vm *vm, BinaryOp op, Value left, Value right, Value self) {
    const Slots *slots = SLOTS(self);
    Value v = slots->binary ? slots->binary(vm, op, left, right) : V_NOT_IMPLEMENTED;
    if (v == V_NOT_IMPLEMENTED && left == self && op == OP_ADD && slots->concat) return slots->concat(vm, left, right);
    if (v == V_NOT_IMPLEMENTED && op == OP_MUL && slots->repeat) {
        i64 count;
        Value times = left == self ? right : left;
        int r = value_index_i64(vm, times, &count, false);
        if (r == IS_PYTHON) return call_binary(vm, op, left, right);
        return r ? V_ERROR : slots->repeat(vm, self, count);
    }
    if (v != V_PYTHON) return v;
    Value args[2] = {left, right};
    return call_slot_python(vm, type_of(vm, self), SLOT_BINARY, op, args, 2);
}
static Value inplace(Vm *vm, BinaryOp op, const Value *a) {
    Value v = SLOTS(a[0])->inplace(vm, op, a[0], a[1]);
    return v == V_PYTHON ? call_slot_python(vm, type_of(vm, a[0]), SLOT_INPLACE, op, a, 2) : v;
}
#define BINARY_WRAPPERS(name, op)                                                                                      \
    WRAP(w_##name) { return binary(vm, op, a[0], a[1], a[0]); }                                                        \
    WRAP(w_r##name) { return binary(vm, op, a[1], a[0], a[0]); }                                                       \
    WRAP(w_i##name) { return inplace(vm, op, a); }
BINARY_WRAPPERS(add, OP_ADD)
BINARY_WRAPPERS(sub, OP_SUB)
BINARY_WRAPPERS(mul, OP_MUL)
BINARY_WRAPPERS(truediv, OP_TRUEDIV)
BINARY_WRAPPERS(floordiv, OP_FLOORDIV)
BINARY_WRAPPERS(mod, OP_MOD)
BINARY_WRAPPERS(lshift, OP_LSHIFT)
BINARY_WRAPPERS(rshift, OP_RSHIFT)
BINARY_WRAPPERS(and, OP_AND)
BINARY_WRAPPERS(or, OP_OR)
BINARY_WRAPPERS(xor, OP_XOR)
BINARY_WRAPPERS(matmul, OP_MATMUL)
WRAP(w_divmod) { return binary(vm, OP_DIVMOD, a[0], a[1], a[0]); }
WRAP(w_rdivmod) { return binary(vm, OP_DIVMOD, a[1], a[0], a[0]); }
// left ** right, or pow(left, right, modulus), by the slots of `self`.
static Value power(Vm *vm, Value left, Value right, Value modulus, Value self) {
    if (modulus == V_UNSET || modulus == V_NONE || !SLOTS(self)->power) return binary(vm, OP_POW, left, right, self);
    Value args[3] = {left, right, modulus};
    return value_or_python(vm, SLOTS(self)->power(vm, left, right, modulus), SLOT_BINARY, OP_POW, args, 3);
}
WRAP(w_pow) { return power(vm, a[0], a[1], a[2], a[0]); }
WRAP(w_rpow) { return power(vm, a[1], a[0], a[2], a[0]); }
WRAP(w_ipow) { return inplace(vm, OP_POW, a); }

#define NONE_ "($self, /)"
#define ONE "($self, value, /)"
#define ROW(name, slot, op, reflected, signature, fn)                                                                  \
    { name, slot, op, reflected, &(const NativeDef){name, signature, fn, NULL, 0} }
#define BINARY_ROWS(name, op)                                                                                          \
    ROW("__" #name "__", SLOT_BINARY, op, 0, ONE, w_##name), ROW("__r" #name "__", SLOT_BINARY, op, 1, ONE, w_r##name), \
        ROW("__i" #name "__", SLOT_INPLACE, op, 0, ONE, w_i##name)

const SlotName slot_names[] = {
    ROW("__repr__", SLOT_REPR, 0, 0, NONE_, w_repr),
    ROW("__str__", SLOT_STR, 0, 0, NONE_, w_str),
    ROW("__format__", SLOT_FORMAT, 0, 0, "($self, format_spec, /)", w_format),
    ROW("__hash__", SLOT_HASH, 0, 0, NONE_, w_hash),
    ROW("__lt__", SLOT_LT, CMP_LT, 0, ONE, w_lt),
    ROW("__le__", SLOT_LE, CMP_LE, 0, ONE, w_le),
    ROW("__eq__", SLOT_EQ, CMP_EQ, 0, ONE, w_eq),
    ROW("__ne__", SLOT_NE, CMP_NE, 0, ONE, w_ne),
    ROW("__gt__", SLOT_GT, CMP_GT, 0, ONE, w_gt),
    ROW("__ge__", SLOT_GE, CMP_GE, 0, ONE, w_ge),
    ROW("__bool__", SLOT_BOOL, 0, 0, NONE_, w_bool),
    ROW("__len__", SLOT_LEN, 0, 0, NONE_, w_len),
    ROW("__getitem__", SLOT_GETITEM, 0, 0, "($self, key, /)", w_getitem),
    ROW("__setitem__", SLOT_SETITEM, 0, 0, "($self, key, value, /)", w_setitem),
    ROW("__delitem__", SLOT_DELITEM, 0, 0, "($self, key, /)", w_delitem),
    ROW("__contains__", SLOT_CONTAINS, 0, 0, "($self, key, /)", w_contains),
    ROW("__iter__", SLOT_ITER, 0, 0, NONE_, w_iter),
    ROW("__next__", SLOT_NEXT, 0, 0, NONE_, w_next),
    ROW("__call__", SLOT_CALL, 0, 0, "($self, /, *args, **kwargs)", w_call),
    ROW("__get__", SLOT_GET, 0, 0, "($self, instance, owner=None, /)", w_get),
    ROW("__set__", SLOT_SET, 0, 0, "($self, instance, value, /)", w_set),
    ROW("__delete__", SLOT_DELETE, 0, 0, "($self, instance, /)", w_delete),
    ROW("__index__", SLOT_INDEX, 0, 0, NONE_, w_index),
    ROW("__int__", SLOT_INT, 0, 0, NONE_, w_int),
    ROW("__float__", SLOT_FLOAT, 0, 0, NONE_, w_float),
    ROW("__await__", SLOT_AWAIT, 0, 0, NONE_, w_await),
    ROW("__aiter__", SLOT_AITER, 0, 0, NONE_, w_aiter),
    ROW("__anext__", SLOT_ANEXT, 0, 0, NONE_, w_anext),
    BINARY_ROWS(add, OP_ADD), BINARY_ROWS(sub, OP_SUB), BINARY_ROWS(mul, OP_MUL), BINARY_ROWS(truediv, OP_TRUEDIV),
    BINARY_ROWS(floordiv, OP_FLOORDIV), BINARY_ROWS(mod, OP_MOD), BINARY_ROWS(lshift, OP_LSHIFT), BINARY_ROWS(rshift, OP_RSHIFT),
    BINARY_ROWS(and, OP_AND), BINARY_ROWS(or, OP_OR), BINARY_ROWS(xor, OP_XOR), BINARY_ROWS(matmul, OP_MATMUL),
    ROW("__divmod__", SLOT_BINARY, OP_DIVMOD, 0, ONE, w_divmod),
    ROW("__rdivmod__", SLOT_BINARY, OP_DIVMOD, 1, ONE, w_rdivmod),
    ROW("__pow__", SLOT_BINARY, OP_POW, 0, "($self, value, mod=None, /)", w_pow),
    ROW("__rpow__", SLOT_BINARY, OP_POW, 1, "($self, value, mod=None, /)", w_rpow),
    ROW("__ipow__", SLOT_INPLACE, OP_POW, 0, ONE, w_ipow),
    ROW("__neg__", SLOT_UNARY, OP_NEG, 0, NONE_, w_neg),
    ROW("__pos__", SLOT_UNARY, OP_POS, 0, NONE_, w_pos),
    ROW("__invert__", SLOT_UNARY, OP_INVERT, 0, NONE_, w_invert),
    ROW("__abs__", SLOT_UNARY, OP_ABS, 0, NONE_, w_abs),
    // Without a wrapper: object's are methods (object_type.c), or no built-in type has them as a slot.
    {"__complex__", SLOT_COMPLEX, 0, 0, NULL},
    {"__reversed__", SLOT_REVERSED, 0, 0, NULL},
    {"__getattribute__", SLOT_GETATTRIBUTE, 0, 0, NULL},
    {"__getattr__", SLOT_GETATTR, 0, 0, NULL},
    {"__setattr__", SLOT_SETATTR, 0, 0, NULL},
    {"__delattr__", SLOT_DELATTR, 0, 0, NULL},
    {"__new__", SLOT_NEW, 0, 0, NULL},
    {"__init__", SLOT_INIT, 0, 0, NULL},
    {"__del__", SLOT_DEL, 0, 0, NULL},
    {"__enter__", SLOT_ENTER, 0, 0, NULL},
    {"__exit__", SLOT_EXIT, 0, 0, NULL},
    {"__aenter__", SLOT_AENTER, 0, 0, NULL},
    {"__aexit__", SLOT_AEXIT, 0, 0, NULL},
    {NULL, 0, 0, 0, NULL},
};
