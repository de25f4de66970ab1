// operator.c: the module operator: operators as functions. itemgetter, attrgetter and methodcaller are classes of
// src/lib/_operator.py.
#include "obj/module_def.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "vm/library.h"

#define NATIVE(name) static Value name(Vm *vm, const Value *args, u32 n)
#define BINARY(name, op) NATIVE(op_##name) { return call_binary(vm, op, args[0], args[1]); }
#define INPLACE(name, op) NATIVE(op_##name) { return call_inplace(vm, op, args[0], args[1]); }
#define UNARY(name, op) NATIVE(op_##name) { return call_unary(vm, op, args[0]); }
#define COMPARE(name, op) NATIVE(op_##name) { return call_compare(vm, args[0], args[1], op); }

COMPARE(lt, CMP_LT)
COMPARE(le, CMP_LE)
COMPARE(eq, CMP_EQ)
COMPARE(ne, CMP_NE)
COMPARE(gt, CMP_GT)
COMPARE(ge, CMP_GE)
BINARY(add, OP_ADD)
BINARY(sub, OP_SUB)
BINARY(mul, OP_MUL)
BINARY(truediv, OP_TRUEDIV)
BINARY(floordiv, OP_FLOORDIV)
BINARY(mod, OP_MOD)
BINARY(pow, OP_POW)
BINARY(lshift, OP_LSHIFT)
BINARY(rshift, OP_RSHIFT)
BINARY(and, OP_AND)
BINARY(or, OP_OR)
BINARY(xor, OP_XOR)
BINARY(matmul, OP_MATMUL)
INPLACE(iadd, OP_ADD)
INPLACE(isub, OP_SUB)
INPLACE(imul, OP_MUL)
INPLACE(itruediv, OP_TRUEDIV)
INPLACE(ifloordiv, OP_FLOORDIV)
INPLACE(imod, OP_MOD)
INPLACE(ipow, OP_POW)
INPLACE(ilshift, OP_LSHIFT)
INPLACE(irshift, OP_RSHIFT)
INPLACE(iand, OP_AND)
INPLACE(ior, OP_OR)
INPLACE(ixor, OP_XOR)
INPLACE(imatmul, OP_MATMUL)
UNARY(neg, OP_NEG)
UNARY(pos, OP_POS)
UNARY(invert, OP_INVERT)
UNARY(abs, OP_ABS)
NATIVE(op_truth) { return call_truth(vm, args[0]); }
NATIVE(op_is) { return value_bool(args[0] == args[1]); }
NATIVE(op_is_not) { return value_bool(args[0] != args[1]); }
NATIVE(op_is_none) { return value_bool(args[0] == V_NONE); }
NATIVE(op_is_not_none) { return value_bool(args[0] != V_NONE); }
NATIVE(op_contains) { return call_contains(vm, args[0], args[1]); }
NATIVE(op_getitem) { return call_getitem(vm, args[0], args[1]); }
NATIVE(op_setitem) { return call_setitem(vm, args[0], args[1], args[2]); }
NATIVE(op_delitem) { return call_setitem(vm, args[0], args[1], V_UNSET); }
NATIVE(op_index) { return value_index(vm, args[0]); }
NATIVE(op_python) { return V_PYTHON; }
NATIVE(op_not) {
    int t = value_truth(vm, args[0]);
    return t == IS_PYTHON ? V_PYTHON : t == IS_ERROR ? V_ERROR : value_bool(!t);
}

#define TWO(name) {#name, "(a, b, /)", op_##name, NULL, 0}
#define ONE(name) {#name, "(a, /)", op_##name, NULL, 0}
static const NativeDef operator_functions[] = {
    TWO(lt), TWO(le), TWO(eq), TWO(ne), TWO(gt), TWO(ge), TWO(add), TWO(sub), TWO(mul), TWO(truediv), TWO(floordiv), TWO(mod), TWO(pow),
    TWO(lshift), TWO(rshift), TWO(xor), TWO(matmul), TWO(iadd), TWO(isub), TWO(imul), TWO(itruediv), TWO(ifloordiv), TWO(imod),
    TWO(ipow), TWO(ilshift), TWO(irshift), TWO(iand), TWO(ior), TWO(ixor), TWO(imatmul), ONE(neg), ONE(pos), ONE(invert), ONE(abs),
    ONE(truth), ONE(is_none), ONE(is_not_none), TWO(contains), TWO(getitem), TWO(delitem),
    {"and_", "(a, b, /)", op_and, NULL, 0},
    {"or_", "(a, b, /)", op_or, NULL, 0},
    {"is_", "(a, b, /)", op_is, NULL, 0},
    {"is_not", "(a, b, /)", op_is_not, NULL, 0},
    {"inv", "(a, /)", op_invert, NULL, 0},
    {"not_", "(a, /)", op_not, "_operator.not_", 0},
    {"index", "(a, /)", op_index, "_operator.index", 0},
    {"setitem", "(a, b, c, /)", op_setitem, NULL, 0},
    {"concat", "(a, b, /)", op_python, "_operator.concat", 0},
    {"iconcat", "(a, b, /)", op_python, "_operator.iconcat", 0},
    {"countOf", "(a, b, /)", op_python, "_operator.countOf", 0},
    {"indexOf", "(a, b, /)", op_python, "_operator.indexOf", 0},
    {"length_hint", "(obj, default=0, /)", op_python, "_operator.length_hint", 0},
    {"call", "(obj, /, *args, **kwargs)", op_python, "_operator.call", 0},
    {"__getattr__", "(name, /)", op_python, "_operator.getattr_", 0},
    {0},
};
// The same functions under the names of the special methods.
static bool operator_fill(Vm *vm, Dict *dict) {
    static const char names[] = "lt le eq ne gt ge add sub mul truediv floordiv mod pow lshift rshift xor matmul iadd isub imul itruediv "
                                "ifloordiv imod ipow ilshift irshift iand ior ixor imatmul neg pos invert abs contains getitem delitem "
                                "setitem concat iconcat and_ or_ inv not_ index call ";
    const char *p = names;
    while (*p) {
        size_t len = strcspn(p, " "), bare = len - (p[len - 1] == '_');
        Str *from = str_intern(vm, p, len), *to = str_format(vm, "__%.*s__", (int)bare, p);
        to = to ? str_intern_take(vm, to) : NULL;
        bool ok = from && to && dict_set_str(vm, dict, to, dict_find_str(dict, from));
        XDECREF(vm, from);
        XDECREF(vm, to);
        if (!ok) return false;
        p += len + 1;
    }
    return true;
}
const ModuleDef operator_module = {"operator", operator_functions, operator_fill};
