// quick.c: the common instructions that are longer than eval's own cases, the usual ways first. Those of generators are in resume.c.
#include "vm/quick.h"
#include "obj/call.h"
#include "obj/number.h"
#include "obj/ops.h"

#define A ((insn >> 8) & 255)
#define B ((insn >> 16) & 255)
#define C (insn >> 24)
#define CONSUME(reg, value)                                                                                            \
    do {                                                                                                               \
        if ((reg) >= fr->code->nlocals) decref(vm, value);                                                             \
    } while (0)

// ---- operators

// The number of a float or small integer.
INLINE bool number_get(Value v, double *d) {
    if (is_float(v)) *d = float_get(v);
    else if (is_small(v)) *d = (double)small_get(v);
    else return false;
    return true;
}

// V_PYTHON: not two numbers that are simply divided (or a mixed operation that is simple).
static Value numbers(u32 op, Value x, Value y) {
    if (both_small(x, y)) {
        i64 i = small_get(x), j = small_get(y), q, m;
        if (j == 0) return V_PYTHON;
        switch (op) {
        case OP_TRUEDIV_T: return value_float((double)i / (double)j);
        case OP_FLOORDIV_T: case OP_MOD_T:
            if ((i32)i == i && (i32)j == j && j != -1) q = (i32)i / (i32)j; // 32 bits divide faster
            else q = i / j;
            m = i - q * j;
            if (m && (m ^ j) < 0) q--, m += j;
            return op == OP_MOD_T ? value_small(m) : small_fits(q) ? value_small(q) : V_PYTHON;
        default: return V_PYTHON; // too large
        }
    }
    double d, e;
    if (!number_get(x, &d) || !number_get(y, &e)) return V_PYTHON;
    switch (op) {
    case OP_ADD_T: return value_float(d + e);
    case OP_SUB_T: return value_float(d - e);
    case OP_MUL_T: return value_float(d * e);
    case OP_TRUEDIV_T: return e == 0 ? V_PYTHON : value_float(d / e);
    default: return V_PYTHON;
    }
}

Value quick_arithmetic(Vm *vm, Frame *fr, u32 insn) {
    static const u8 ops[] = {OP_ADD, OP_SUB, OP_MUL, OP_TRUEDIV, OP_FLOORDIV, OP_MOD, OP_AND};
    Value *r = fr->slots;
    u32 index = (insn & 255) - OP_ADD_T, form = index & 3;
    Value x = r[B], y = form & 1 ? fr->code->consts[C] : r[C];
    Value v = numbers((insn & 255) - form, x, y);
    if (v != V_PYTHON) return v;
    v = call_binary(vm, ops[index >> 2], x, y);
    CONSUME(B, x);
    if (!(form & 1)) CONSUME(C, y);
    return v;
}

Value quick_inplace(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 op = insn & 255;
    bool constant = op == OP_IADD_K || op == OP_ISUB_K, plus = op == OP_IADD || op == OP_IADD_K;
    Value x = r[A], y = constant ? fr->code->consts[B] : r[B];
    Value v = numbers(plus ? OP_ADD_T : OP_SUB_T, x, y);
    if (v != V_PYTHON) return v;
    if (plus && value_is(x, T_STR) && value_is(y, T_STR)) { // s += t in place when nobody else has s
        r[A] = V_UNSET;
        Str *s = str_append_take(vm, str_get(x), str_get(y));
        v = s ? value_object(s) : V_ERROR;
    } else v = call_inplace(vm, plus ? OP_ADD : OP_SUB, x, y);
    if (!constant) CONSUME(B, y);
    return v;
}

Value quick_compare(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 index = (insn & 255) - OP_J_LT;
    bool constant = index & 1;
    CompareOp op = index >> 1;
    Value x = r[A], y = constant ? fr->code->consts[B] : r[B], v;
    double d, e;
    if (number_get(x, &d) && number_get(y, &e)) { // one of them a float, which the other, of 48 bits, can be as well
        switch (op) {
        case CMP_LT: return value_bool(d < e);
        case CMP_LE: return value_bool(d <= e);
        case CMP_EQ: return value_bool(d == e);
        case CMP_NE: return value_bool(d != e);
        case CMP_GT: return value_bool(d > e);
        default: return value_bool(d >= e);
        }
    }
    if ((op == CMP_EQ || op == CMP_NE) && value_is(x, T_STR) && value_is(y, T_STR))
        v = value_bool((x == y || str_equal(str_get(x), str_get(y))) == (op == CMP_EQ));
    else v = call_compare(vm, x, y, op);
    CONSUME(A, x);
    if (!constant) CONSUME(B, y);
    return v;
}

Value quick_truth(Vm *vm, Frame *fr, u32 insn) {
    Value x = fr->slots[A], v = call_truth(vm, x);
    CONSUME(A, x);
    return v;
}

// ---- attributes and items

// What a module has by the name of the cache, borrowed; V_UNSET: nothing simple. The cache knows where while the dict has its version.
static Value module_name(Value module, Cache *cache) {
    Dict *dict = module_get(module)->dict;
    if (unlikely(cache->kind != CACHE_MODULE || cache->version != dict->version || cache->value != module)) {
        i32 place = dict_index_str(dict, cache->name);
        if (place < 0 || place > 0xffff) return V_UNSET;
        cache->shape = NULL;
        cache->kind = CACHE_MODULE;
        cache->version = dict->version;
        cache->value = module;
        cache->slot = (u16)place;
    }
    return dict->entries[cache->slot].value;
}

Value quick_attr(Vm *vm, Frame *fr, u32 insn) {
    Value object = fr->slots[B], v = V_UNSET;
    Cache *cache = &fr->code->caches[fr->pc[1]];
    if (value_is(object, T_MODULE)) v = module_name(object, cache);
    if (v != V_UNSET) incref(v);
    else v = load_attr(vm, object, cache);
    CONSUME(B, object);
    return v;
}

Value quick_method(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, object = r[B];
    Cache *cache = &fr->code->caches[fr->pc[1]];
    bool bound = false, temporary = B >= fr->code->nlocals;
    Value v = V_UNSET;
    if (value_is(object, T_MODULE)) v = module_name(object, cache);
    if (v != V_UNSET) incref(v);
    else v = load_method(vm, object, cache->name, cache, &bound);
    if (!is_marker(v) && bound) r[A + 1] = temporary ? object : own(object);
    else {
        if (temporary) decref(vm, object);
        r[A + 1] = V_UNSET;
    }
    return v;
}

// A Python function that was pushed for an instruction of one word, with a temporary as destination, can return the shortest way.
static Value returns_here(Vm *vm, Frame *fr, Value v) {
    Frame *top = vm->fiber->frame;
    if (v == V_CALL && top->back == fr && top->kind == FRAME_PYTHON && top->ret == RETURN_DELIVER && !top->check && !top->generator)
        top->ret = RETURN_CALL;
    return v;
}

Value quick_get_item(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, object = r[B], key = r[C], v = V_UNSET;
    if (is_small(key) && (value_is(object, T_LIST) || value_is(object, T_TUPLE))) {
        bool is_list = value_is(object, T_LIST);
        i64 len = is_list ? list_get(object)->len : tuple_get(object)->len, i = small_get(key);
        if (i < 0) i += len;
        if (i >= 0 && i < len) v = is_list ? list_get(object)->items[i] : tuple_get(object)->items[i];
    } else if (value_is(object, T_DICT) && value_is(key, T_STR)) v = dict_find_str(dict_get(object), str_get(key));
    if (v != V_UNSET) incref(v);
    else v = call_getitem(vm, object, key);
    CONSUME(C, key);
    CONSUME(B, object);
    return returns_here(vm, fr, v);
}

Value quick_set_item(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, object = r[A], key = r[B], item = r[C], v = V_UNSET;
    if (value_is(object, T_LIST) && is_small(key)) {
        List *list = list_get(object);
        i64 i = small_get(key);
        if (i < 0) i += list->len;
        if (i >= 0 && i < list->len) {
            Value old = list->items[i];
            list->items[i] = own(item);
            decref(vm, old);
            v = V_NONE;
        }
    } else if (value_is(object, T_DICT) && (is_small(key) || value_is(key, T_STR))) {
        if (likely(dict_set(vm, dict_get(object), key, item) == 0)) v = V_NONE;
        else exc_clear(vm);
    }
    if (v == V_UNSET) v = call_setitem(vm, object, key, item);
    CONSUME(C, item);
    CONSUME(B, key);
    CONSUME(A, object);
    return v;
}

// ---- calls

Value quick_call(Vm *vm, Frame *fr, u32 first, u32 n) {
    u32 insn = *fr->pc;
    Value *r = fr->slots;
    Value f = r[A], v;
    if (value_is(f, T_NATIVE_FUNCTION) || value_is(f, T_NATIVE_METHOD)) v = native_call(vm, native_get(f), r + first, n, NULL);
    else v = call_vector(vm, f, r + first, n, NULL);
    for (u32 i = first + n; i > first;) decref(vm, r[--i]);
    decref(vm, f);
    return returns_here(vm, fr, v);
}
