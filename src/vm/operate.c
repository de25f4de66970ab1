// operate.c: operators and protocols on any value. The C slot is asked when the class has nothing of its own in Python;
// otherwise the special method is called, and where the protocol has several tries (a reflected operator, __bool__ then
// __len__, …) a step native goes through them in CPython's order.
#include "vm/machine.h"
#include "vm/generator.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/type.h"

#define NAME_AT(offset) (*(Str **)((u8 *)&vm->names + (offset)))
#define N(name) offsetof(Names, name)

static const struct { u16 plain, reflected, inplace; } binary_names[BINARY_OPS] = {
    [OP_ADD] = {N(__add__), N(__radd__), N(__iadd__)},
    [OP_SUB] = {N(__sub__), N(__rsub__), N(__isub__)},
    [OP_MUL] = {N(__mul__), N(__rmul__), N(__imul__)},
    [OP_TRUEDIV] = {N(__truediv__), N(__rtruediv__), N(__itruediv__)},
    [OP_FLOORDIV] = {N(__floordiv__), N(__rfloordiv__), N(__ifloordiv__)},
    [OP_MOD] = {N(__mod__), N(__rmod__), N(__imod__)},
    [OP_POW] = {N(__pow__), N(__rpow__), N(__ipow__)},
    [OP_LSHIFT] = {N(__lshift__), N(__rlshift__), N(__ilshift__)},
    [OP_RSHIFT] = {N(__rshift__), N(__rrshift__), N(__irshift__)},
    [OP_AND] = {N(__and__), N(__rand__), N(__iand__)},
    [OP_OR] = {N(__or__), N(__ror__), N(__ior__)},
    [OP_XOR] = {N(__xor__), N(__rxor__), N(__ixor__)},
    [OP_MATMUL] = {N(__matmul__), N(__rmatmul__), N(__imatmul__)},
    [OP_DIVMOD] = {N(__divmod__), N(__rdivmod__), N(__divmod__)},
};
static const u16 compare_names[] = {N(__lt__), N(__le__), N(__eq__), N(__ne__), N(__gt__), N(__ge__)};
static const u8 compare_swapped[] = {CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE};
static const char *const compare_symbols[] = {"<", "<=", "==", "!=", ">", ">="};
static const u16 unary_names[] = {N(__neg__), N(__pos__), N(__invert__), N(__abs__)};

// Calls a special method of v's class with up to two more arguments. V_UNSET: the class has none (or it is None: *none).
static Value special(Vm *vm, Value v, Str *name, const Value *args, u32 n, u8 check) {
    bool bound;
    Value f = bind_special(vm, v, name, &bound);
    if (is_marker(f) || f == V_NONE) return f == V_NONE ? V_UNSET : f;
    Value all[4] = {v};
    for (u32 i = 0; i < n; i++) all[i + 1] = args[i];
    Value r = bound ? call_checked(vm, f, all, n + 1, check) : call_checked(vm, f, all + 1, n, check);
    decref(vm, f);
    return r;
}

// The prelude function that a built-in type names for a slot which needs Python.
Value slot_python(Vm *vm, Type *type, u8 slot, u8 op, const Value *args, u32 n) {
    for (Type *t = type; t; t = t->base) {
        if (t->id == T_HEAP) continue;
        for (const SlotPython *row = t->spec->python; row && row->python; row++)
            if (row->slot == slot && row->op == op) return prelude_call(vm, row->python, args, n);
    }
    return raise(vm, T_SystemError, "operation %u of '%N' needs Python and has no prelude function", slot, type);
}

#define IN_PYTHON(type, slot) unlikely((type)->python && slot_is_python(type, slot))

// ---- text

Value call_repr(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (IN_PYTHON(type, SLOT_REPR)) {
        Value r = special(vm, v, vm->names.__repr__, NULL, 0, CHECK_REPR);
        return r == V_UNSET ? raise_type(vm, "'NoneType' object is not callable") : r;
    }
    Value r = value_repr(vm, v);
    return r == V_PYTHON ? slot_python(vm, type, SLOT_REPR, 0, &v, 1) : r;
}
Value call_str(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (IN_PYTHON(type, SLOT_STR)) {
        Value r = special(vm, v, vm->names.__str__, NULL, 0, CHECK_STR);
        return r == V_UNSET ? raise_type(vm, "'NoneType' object is not callable") : r;
    }
    if (type->slots->str) {
        Value r = value_str(vm, v);
        return r == V_PYTHON ? slot_python(vm, type, SLOT_STR, 0, &v, 1) : r;
    }
    return call_repr(vm, v);
}
Value call_format(Vm *vm, Value v, Str *spec) {
    Type *type = type_of(vm, v);
    Value arg = value_object(spec);
    if (IN_PYTHON(type, SLOT_FORMAT)) return special(vm, v, vm->names.__format__, &arg, 1, CHECK_FORMAT);
    if (!type->slots->format && spec->len) return raise_type(vm, "unsupported format string passed to %N.__format__", type);
    if (!type->slots->format) return call_str(vm, v);
    Value r = value_format(vm, v, spec);
    if (r != V_PYTHON) return r;
    if (!spec->len) return call_str(vm, v);
    Value args[2] = {v, arg};
    return slot_python(vm, type, SLOT_FORMAT, 0, args, 2);
}

// ---- hash, truth, length

Value call_hash(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    i64 h;
    if (IN_PYTHON(type, SLOT_HASH)) {
        Value r = special(vm, v, vm->names.__hash__, NULL, 0, CHECK_HASH);
        return r == V_UNSET ? raise_type(vm, "unhashable type: '%N'", type) : r;
    }
    int r = value_hash(vm, v, &h);
    if (r == IS_PYTHON) return slot_python(vm, type, SLOT_HASH, 0, &v, 1);
    return r == IS_ERROR ? V_ERROR : int_from_i64(vm, h);
}
Value call_truth(Vm *vm, Value v) {
    int t = value_truth(vm, v);
    if (likely(t >= 0)) return value_bool(t);
    if (t == IS_ERROR) return V_ERROR;
    Type *type = type_of(vm, v);
    if (slot_is_python(type, SLOT_BOOL)) return special(vm, v, vm->names.__bool__, NULL, 0, CHECK_BOOL);
    if (slot_is_python(type, SLOT_LEN)) return special(vm, v, vm->names.__len__, NULL, 0, CHECK_TRUTH_LEN);
    return slot_python(vm, type, SLOT_BOOL, 0, &v, 1);
}
Value call_len(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (IN_PYTHON(type, SLOT_LEN)) return special(vm, v, vm->names.__len__, NULL, 0, CHECK_LEN);
    i64 n = value_len(vm, v);
    if (n == IS_PYTHON) return slot_python(vm, type, SLOT_LEN, 0, &v, 1);
    return n < 0 ? V_ERROR : int_from_i64(vm, n);
}

// ---- binary operators

enum { BIN_LEFT, BIN_RIGHT, BIN_SLOTS };
// state: what is tried next
enum { TRY_INPLACE, TRY_REFLECTED_FIRST, TRY_LEFT, TRY_RIGHT, TRY_SEQUENCE, TRY_NOTHING };

static bool reflected_first(Vm *vm, Value a, Value b, Str *name) {
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    if (ta == tb || !type_is_subtype(vm, tb, ta)) return false;
    Value mine = type_lookup(vm, tb, name); // only when the subclass has its own
    return mine != V_UNSET && mine != type_lookup(vm, ta, name);
}

// One operand's own way: its special method in Python, or its C slot. V_NOT_IMPLEMENTED: it does not know.
static Value try_operand(Vm *vm, BinaryOp op, Value self, Value other, Str *name, bool reflected) {
    Type *type = type_of(vm, self);
    if (IN_PYTHON(type, SLOT_BINARY)) {
        Value found = type_lookup(vm, type, name);
        if (!value_is(found, T_SLOT_WRAPPER)) {
            if (found == V_UNSET) return V_NOT_IMPLEMENTED;
            if (found == V_NONE) return V_NOT_IMPLEMENTED;
            return special(vm, self, name, &other, 1, CHECK_NONE);
        }
    }
    if (!type->slots->binary) return V_NOT_IMPLEMENTED;
    Value r = reflected ? type->slots->binary(vm, op, other, self) : type->slots->binary(vm, op, self, other);
    if (r != V_PYTHON) return r;
    Value args[2] = {reflected ? other : self, reflected ? self : other};
    return slot_python(vm, type, SLOT_BINARY, op, args, 2);
}

static Value binary_step(Vm *vm, Frame *f, Value in) {
    if (in == V_ERROR) return V_ERROR;
    BinaryOp op = f->nargs & 0xff;
    bool inplace = f->nargs >> 8;
    Value a = f->slots[BIN_LEFT], b = f->slots[BIN_RIGHT];
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    Value r = in == V_UNSET ? V_NOT_IMPLEMENTED : own(in);
    Str *rname = NAME_AT(binary_names[op].reflected);
    while (r == V_NOT_IMPLEMENTED) {
        switch (f->state++) {
        case TRY_INPLACE: {
            if (!inplace) continue;
            Str *name = NAME_AT(binary_names[op].inplace);
            if (IN_PYTHON(ta, SLOT_INPLACE) && type_lookup(vm, ta, name) != V_UNSET && !value_is(type_lookup(vm, ta, name), T_SLOT_WRAPPER))
                r = special(vm, a, name, &b, 1, CHECK_NONE);
            else if (ta->slots->inplace) {
                r = ta->slots->inplace(vm, op, a, b);
                Value args[2] = {a, b};
                if (r == V_PYTHON) r = slot_python(vm, ta, SLOT_INPLACE, op, args, 2);
            }
            if (r == V_UNSET) r = V_NOT_IMPLEMENTED;
            break;
        }
        case TRY_REFLECTED_FIRST:
            if (!reflected_first(vm, a, b, rname)) continue;
            f->event = 2; // remembered: the right side has been asked
            f->state = TRY_LEFT;
            f->nargs |= 0x10000;
            r = try_operand(vm, op, b, a, rname, true);
            break;
        case TRY_LEFT: r = try_operand(vm, op, a, b, NAME_AT(binary_names[op].plain), false); break;
        case TRY_RIGHT:
            if (ta == tb || f->nargs & 0x10000) continue;
            if (!IN_PYTHON(tb, SLOT_BINARY) && tb->slots->binary == ta->slots->binary && !IN_PYTHON(ta, SLOT_BINARY)) continue;
            r = try_operand(vm, op, b, a, rname, true);
            break;
        case TRY_SEQUENCE: {
            bool handled;
            r = binary_sequence(vm, op, a, b, &handled);
            if (!handled) return binary_type_error(vm, op, a, b, inplace);
            if (r == V_PYTHON) {
                Value args[2] = {a, b};
                return prelude_call(vm, "_ops.repeat", args, 2);
            }
            break;
        }
        default: return binary_type_error(vm, op, a, b, inplace);
        }
    }
    return r;
}

static Value binary_by_steps(Vm *vm, BinaryOp op, Value a, Value b, bool inplace) {
    Frame *f = step_push(vm, binary_step, BIN_SLOTS);
    if (!f) return V_ERROR;
    f->slots[BIN_LEFT] = own(a);
    f->slots[BIN_RIGHT] = own(b);
    f->nargs = op | (u32)inplace << 8;
    return V_CALL;
}

static Value binary_handed_over(Vm *vm, BinaryOp op, Value a, Value b) {
    return binary_by_steps(vm, op, a, b, false);
}

Value call_binary(Vm *vm, BinaryOp op, Value a, Value b) {
    Value r = value_binary(vm, op, a, b);
    return r == V_PYTHON ? binary_handed_over(vm, op, a, b) : r;
}
Value call_inplace(Vm *vm, BinaryOp op, Value a, Value b) {
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    if (!((ta->python | tb->python) & (1ull << SLOT_BINARY | 1ull << SLOT_INPLACE))) {
        if (ta->slots->inplace) {
            Value r = ta->slots->inplace(vm, op, a, b);
            if (r == V_PYTHON) return binary_by_steps(vm, op, a, b, true);
            if (r != V_NOT_IMPLEMENTED) return r;
        }
        if (both_small(a, b) || is_float(a) || (ta->id == T_INT && tb->id == T_INT)) return call_binary(vm, op, a, b);
    }
    return binary_by_steps(vm, op, a, b, true);
}
Value call_unary(Vm *vm, UnaryOp op, Value v) {
    Type *type = type_of(vm, v);
    if (IN_PYTHON(type, SLOT_UNARY)) {
        Value found = type_lookup(vm, type, NAME_AT(unary_names[op]));
        if (found != V_UNSET && !value_is(found, T_SLOT_WRAPPER)) return special(vm, v, NAME_AT(unary_names[op]), NULL, 0, CHECK_NONE);
        u64 python = type->python; // the built-in base's own
        type->python &= ~(1ull << SLOT_UNARY);
        Value r = value_unary(vm, op, v);
        type->python = python;
        return r;
    }
    Value r = value_unary(vm, op, v);
    return r == V_PYTHON ? slot_python(vm, type, SLOT_UNARY, op, &v, 1) : r;
}

// ---- comparison

// state: 0 reflected first, 1 left, 2 right, 3 default. nargs: op, bit 8: right has been asked, bit 9: the answer is to be inverted
static Value compare_try(Vm *vm, Frame *f, Value self, Value other, CompareOp op) {
    Type *type = type_of(vm, self);
    static const u8 slots[] = {SLOT_LT, SLOT_LE, SLOT_EQ, SLOT_NE, SLOT_GT, SLOT_GE};
    if (IN_PYTHON(type, slots[op])) {
        Value r = special(vm, self, NAME_AT(compare_names[op]), &other, 1, CHECK_NONE);
        return r == V_UNSET ? V_NOT_IMPLEMENTED : r;
    }
    if (op == CMP_NE && IN_PYTHON(type, SLOT_EQ)) { // object.__ne__ asks __eq__
        f->nargs |= 0x200;
        Value r = special(vm, self, vm->names.__eq__, &other, 1, CHECK_NONE);
        return r == V_UNSET ? V_NOT_IMPLEMENTED : r;
    }
    if (!type->slots->compare) return V_NOT_IMPLEMENTED;
    Value r = type->slots->compare(vm, self, other, op);
    if (r != V_PYTHON) return r;
    Value args[2] = {self, other};
    return slot_python(vm, type, slots[op], 0, args, 2);
}

static Value compare_step(Vm *vm, Frame *f, Value in) {
    if (in == V_ERROR) return V_ERROR;
    CompareOp op = f->nargs & 0xff;
    Value a = f->slots[BIN_LEFT], b = f->slots[BIN_RIGHT];
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    Value r = in == V_UNSET ? V_NOT_IMPLEMENTED : own(in);
    for (;;) {
        if (is_marker(r)) return r;
        if (r != V_NOT_IMPLEMENTED) {
            if (!(f->nargs & 0x200)) return r;
            f->nargs &= ~0x200u;
            if (f->state == 4) return value_bool(r == V_FALSE);
            Value t = call_truth(vm, r);
            decref(vm, r);
            if (is_marker(t)) {
                f->nargs |= 0x200;
                f->state = 4;
                return t;
            }
            return value_bool(t == V_FALSE);
        }
        f->nargs &= ~0x200u;
        switch (f->state++) {
        case 0:
            if (ta == tb || !type_is_subtype(vm, tb, ta)) continue;
            f->nargs |= 0x100;
            r = compare_try(vm, f, b, a, compare_swapped[op]);
            break;
        case 1: r = compare_try(vm, f, a, b, op); break;
        case 2:
            if (f->nargs & 0x100) continue;
            r = compare_try(vm, f, b, a, compare_swapped[op]);
            break;
        default:
            if (op == CMP_EQ) return value_bool(a == b);
            if (op == CMP_NE) return value_bool(a != b);
            return raise_type(vm, "'%s' not supported between instances of '%N' and '%N'", compare_symbols[op], ta, tb);
        }
    }
}

Value call_compare(Vm *vm, Value a, Value b, CompareOp op) {
    Value r = value_compare(vm, a, b, op);
    if (likely(r != V_PYTHON)) return r;
    Frame *f = step_push(vm, compare_step, BIN_SLOTS);
    if (!f) return V_ERROR;
    f->slots[BIN_LEFT] = own(a);
    f->slots[BIN_RIGHT] = own(b);
    f->nargs = op;
    return V_CALL;
}

// ---- iteration

Value call_iter(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (IN_PYTHON(type, SLOT_ITER)) {
        Value r = special(vm, v, vm->names.__iter__, NULL, 0, CHECK_ITER);
        return r == V_UNSET ? raise_type(vm, "'%N' object is not iterable", type) : r;
    }
    if (type->slots->iter) {
        Value r = type->slots->iter(vm, v);
        return r == V_PYTHON ? slot_python(vm, type, SLOT_ITER, 0, &v, 1) : r;
    }
    if (is_type(v)) { // a metaclass may have __iter__; a plain class has not
        return raise_type(vm, "'%N' object is not iterable", type);
    }
    if (IN_PYTHON(type, SLOT_GETITEM) || (type->slots->getitem && !type->slots->setitem && type->slots->len)) return seq_iter_new(vm, v);
    return raise_type(vm, "'%N' object is not iterable", type);
}

Value call_next(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (type->id == T_GENERATOR) return generator_resume(vm, v, V_NONE);
    if (IN_PYTHON(type, SLOT_NEXT)) return special(vm, v, vm->names.__next__, NULL, 0, CHECK_NONE);
    if (!type->slots->next) {
        if (type->id == T_COROUTINE_WRAPPER) return generator_resume(vm, coroutine_wrapped(v), V_NONE);
        if (type->id == T_ASYNC_GEN_SEND || type->id == T_ASYNC_GEN_THROW) return asyncgen_send(vm, v, V_NONE);
        return raise_type(vm, "'%N' object is not an iterator", type);
    }
    Value r = type->slots->next(vm, v);
    if (r == V_PYTHON) return slot_python(vm, type, SLOT_NEXT, 0, &v, 1);
    if (r != V_STOP) return r;
    Value result = vm->stop_value == V_UNSET ? V_NONE : vm->stop_value;
    vm->stop_value = V_UNSET;
    raise_stop_iteration(vm, result);
    decref(vm, result);
    return V_ERROR;
}

// ---- items

Value call_getitem(Vm *vm, Value v, Value key) {
    Type *type = type_of(vm, v);
    if (IN_PYTHON(type, SLOT_GETITEM)) return special(vm, v, vm->names.__getitem__, &key, 1, CHECK_NONE);
    if (is_type(v) && !type->slots->getitem) {
        Value r = load_attr_or_unset(vm, v, vm->names.__class_getitem__);
        if (r == V_UNSET) {
            if (type_get(v)->id == T_TYPE) return prelude_call(vm, "_types.generic_alias", (Value[]){v, key}, 2);
            return raise_type(vm, "type '%N' is not subscriptable", type_get(v));
        }
        if (is_marker(r)) return r;
        Value result = call_vector(vm, r, &key, 1, NULL);
        decref(vm, r);
        return result;
    }
    Value r = value_getitem(vm, v, key);
    if (r != V_PYTHON) return r;
    Value args[2] = {v, key};
    return slot_python(vm, type, SLOT_GETITEM, 0, args, 2);
}

Value call_setitem(Vm *vm, Value v, Value key, Value item) {
    Type *type = type_of(vm, v);
    bool delete = item == V_UNSET;
    Value args[3] = {v, key, item};
    if (IN_PYTHON(type, delete ? SLOT_DELITEM : SLOT_SETITEM))
        return delete ? special(vm, v, vm->names.__delitem__, &key, 1, CHECK_NOTHING) : special(vm, v, vm->names.__setitem__, args + 1, 2, CHECK_NOTHING);
    if (!type->slots->setitem)
        return raise_type(vm, delete ? "'%N' object doesn't support item deletion" : "'%N' object does not support item assignment", type);
    int r = type->slots->setitem(vm, v, key, item);
    if (r == IS_PYTHON) return slot_python(vm, type, delete ? SLOT_DELITEM : SLOT_SETITEM, 0, args, delete ? 2 : 3);
    return r ? V_ERROR : V_NONE;
}

Value call_contains(Vm *vm, Value v, Value item) {
    Type *type = type_of(vm, v);
    Value args[2] = {v, item};
    if (IN_PYTHON(type, SLOT_CONTAINS)) {
        Value r = special(vm, v, vm->names.__contains__, &item, 1, CHECK_CONTAINS);
        return r == V_UNSET ? raise_type(vm, "'%N' object is not a container", type) : r;
    }
    if (type->slots->contains) {
        int r = type->slots->contains(vm, v, item);
        if (r == IS_PYTHON) return slot_python(vm, type, SLOT_CONTAINS, 0, args, 2);
        return r == IS_ERROR ? V_ERROR : value_bool(r);
    }
    if (!type->slots->iter && !slot_is_python(type, SLOT_ITER) && !slot_is_python(type, SLOT_GETITEM))
        return raise_type(vm, "argument of type '%N' is not a container or iterable", type);
    return prelude_call(vm, "_ops.contains", args, 2);
}

// ---- awaiting

Value call_awaitable(Vm *vm, Value v, u32 what) {
    Type *type = type_of(vm, v);
    if (type->id == T_COROUTINE) {
        Generator *g = generator_get(v);
        if (g->state == GEN_SUSPENDED && (*g->frame->pc & 255) == OP_AWAIT && what == 0)
            return raise_runtime(vm, "coroutine is being awaited already");
        return own(v);
    }
    if (type->id == T_GENERATOR && generator_get(v)->code->flags & CO_ITERABLE_COROUTINE) return own(v);
    if (IN_PYTHON(type, SLOT_AWAIT)) return special(vm, v, vm->names.__await__, NULL, 0, CHECK_AWAIT);
    if (type->slots->await) return type->slots->await(vm, v);
    switch (what) {
    case 1: return raise_type(vm, "'async with' received an object from __aenter__ that does not implement __await__: %N", type);
    case 2: return raise_type(vm, "'async with' received an object from __aexit__ that does not implement __await__: %N", type);
    case 3: {
        raise_type(vm, "'%N' object can't be awaited", type);
        Value cause = exc_take(vm);
        raise_type(vm, "'async for' received an invalid object from __anext__: %N", type);
        exception_set_cause(vm, vm->exc, cause);
        decref(vm, cause);
        return V_ERROR;
    }
    default: return raise_type(vm, "'%N' object can't be awaited", type);
    }
}

Value call_aiter(Vm *vm, Value v, bool for_loop) {
    Type *type = type_of(vm, v);
    if (IN_PYTHON(type, SLOT_AITER)) return special(vm, v, vm->names.__aiter__, NULL, 0, for_loop ? CHECK_AITER : CHECK_AITER_CALL);
    if (type->slots->aiter) return type->slots->aiter(vm, v);
    if (for_loop) return raise_type(vm, "'async for' requires an object with __aiter__ method, got %N", type);
    return raise_type(vm, "'%N' object is not an async iterable", type);
}

// The awaitable for the next item of an asynchronous iterator; `check`: CHECK_ANEXT makes it ready for AWAIT.
Value call_anext(Vm *vm, Value v, u8 check) {
    Type *type = type_of(vm, v);
    if (IN_PYTHON(type, SLOT_ANEXT)) {
        Value f = type_lookup(vm, type, vm->names.__anext__);
        if (likely(value_is(f, T_FUNCTION) && function_get(f)->code->flags & CO_COROUTINE)) // a coroutine needs no check
            return function_call(vm, function_get(f), &v, 1, NULL);
        return special(vm, v, vm->names.__anext__, NULL, 0, check);
    }
    if (!type->slots->anext) {
        if (check) return raise_type(vm, "'async for' requires an iterator with __anext__ method, got %N", type);
        return raise_type(vm, "'%N' object is not an async iterator", type);
    }
    return type->slots->anext(vm, v);
}
