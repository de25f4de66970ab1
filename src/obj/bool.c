// bool.c: True and False: words that count as the ints 1 and 0.
#include "obj/number_core.h"

#include "obj/ops.h"
#include "obj/str.h"

static Value repr(Vm *vm, Value self) {
    Str *s = str_intern(vm, self == V_TRUE ? "True" : "False", self == V_TRUE ? 4 : 5);
    return s ? value_object(s) : V_ERROR;
}

// Only & | ^ of two bools stay bools.
static Value binary(Vm *vm, BinaryOp op, Value a, Value b) {
    if (is_bool(a) && is_bool(b)) {
        if (op == OP_AND) return a & b;
        if (op == OP_OR) return a | b;
        if (op == OP_XOR) return value_bool(a != b);
    }
    return type_specs[T_INT]->slots.binary(vm, op, a, b);
}

static Value unary(Vm *vm, UnaryOp op, Value v) {
    return op == OP_INVERT ? V_PYTHON : int_unary(vm, op, v); // with a DeprecationWarning
}

// bool.__new__(type, x=False, /)
static Value make(Vm *vm, const Value *args, u32 n) {
    if (args[1] == V_UNSET) return V_FALSE;
    int truth = value_truth(vm, args[1]);
    return truth < 0 ? (truth == IS_PYTHON ? V_PYTHON : V_ERROR) : value_bool(truth);
}

static const SlotPython in_python[] = {
    {SLOT_UNARY, OP_INVERT, "_int.invert_bool"},
    {0, 0, NULL},
};

const TypeSpec bool_spec = {
    .name = "bool",
    .base = T_INT,
    .size = sizeof(Int),
    .flags = TYPE_FINAL | TYPE_NO_DICT,
    .slots = {.repr = repr, .binary = binary, .unary = unary},
    .make = {"__new__", "($type, x=False, /)", make, "_int.make_bool", NATIVE_UNPACKED},
    .python = in_python,
};
