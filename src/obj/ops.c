// ops.c: operations on any value, by its type's C slot (see ops.h). What a class defines in Python is answered with
// V_PYTHON before anything is done.
#include "obj/ops.h"
#include "obj/call.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/str.h"
#include "obj/type.h"

#define PYTHON(type, slot) unlikely((type)->python && slot_is_python(type, slot))

// ---- text

static Value default_repr(Vm *vm, Value v) {
    Buf out;
    buf_open(&out, &vm->mem);
    buf_put(&out, '<');
    type_full_name(vm, type_of(vm, v), &out);
    buf_format(&out, " object at 0x%llx>", (unsigned long long)(uintptr_t)object_get(v));
    Str *s = str_from_buf(vm, &out);
    return s ? value_object(s) : V_ERROR;
}

Value object_repr(Vm *vm, Value v) { return default_repr(vm, v); }

Value value_repr(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (PYTHON(type, SLOT_REPR)) return V_PYTHON;
    return type->slots->repr ? type->slots->repr(vm, v) : default_repr(vm, v);
}

Value value_str(Vm *vm, Value v) {
    if (value_is(v, T_STR)) return own(v);
    Type *type = type_of(vm, v);
    if (PYTHON(type, SLOT_STR)) return V_PYTHON;
    if (type->slots->str) return type->slots->str(vm, v);
    return value_repr(vm, v);
}

Value value_format(Vm *vm, Value v, Str *spec) {
    Type *type = type_of(vm, v);
    if (PYTHON(type, SLOT_FORMAT)) return V_PYTHON;
    if (type->slots->format) return type->slots->format(vm, v, spec);
    if (spec->len) return raise_type(vm, "unsupported format string passed to %N.__format__", type);
    return value_str(vm, v);
}

// ---- hash, truth, length

int value_hash(Vm *vm, Value v, i64 *hash) {
    if (is_small(v) || v == V_TRUE || v == V_FALSE) {
        *hash = int_hash(v);
        return 0;
    }
    Type *type = type_of(vm, v);
    if (PYTHON(type, SLOT_HASH)) {
        if (type_lookup(vm, type, vm->names.__hash__) == V_NONE) goto unhashable;
        return IS_PYTHON;
    }
    if (type->slots->hash) return type->slots->hash(vm, v, hash);
    if (type->slots->unhashable) goto unhashable;
    *hash = (i64)((uintptr_t)object_get(v) >> 4);
    if (!is_object(v)) *hash = (i64)(v & 0xFFFF) + 0xfca86420;
    return 0;
unhashable:
    raise_type(vm, "unhashable type: '%N'", type);
    return IS_ERROR;
}

int value_truth(Vm *vm, Value v) {
    if (v == V_TRUE) return 1;
    if (v == V_FALSE || v == V_NONE) return 0;
    if (is_small(v)) return small_get(v) != 0;
    if (is_float(v)) return float_get(v) != 0;
    Type *type = type_of(vm, v);
    if (unlikely(type->python) && type->python & (1ull << SLOT_BOOL | 1ull << SLOT_LEN)) return IS_PYTHON;
    if (type->slots->truth) return type->slots->truth(vm, v);
    if (type->slots->len) {
        i64 n = type->slots->len(vm, v);
        return n < 0 ? (int)n : n != 0;
    }
    if (v == V_NOT_IMPLEMENTED) {
        raise_type(vm, "NotImplemented should not be used in a boolean context");
        return IS_ERROR;
    }
    return 1;
}

i64 value_len(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (PYTHON(type, SLOT_LEN)) return IS_PYTHON;
    if (type->slots->len) return type->slots->len(vm, v);
    raise_type(vm, "object of type '%N' has no len()", type);
    return IS_ERROR;
}

// ---- comparison

static const char *const compare_symbols[] = {"<", "<=", "==", "!=", ">", ">="};
static const u8 compare_slots[] = {SLOT_LT, SLOT_LE, SLOT_EQ, SLOT_NE, SLOT_GT, SLOT_GE};
static const u8 compare_swapped[] = {CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE};

// `!=` falls back on `==`, so a class with only __eq__ is Python's for both.
static bool compares_in_python(const Type *type, CompareOp op) {
    return unlikely(type->python != 0) &&
           (slot_is_python(type, compare_slots[op]) || (op == CMP_NE && slot_is_python(type, SLOT_EQ)));
}

Value value_compare(Vm *vm, Value a, Value b, CompareOp op) {
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    if (compares_in_python(ta, op) || compares_in_python(tb, compare_swapped[op])) return V_PYTHON;
    Value r = V_NOT_IMPLEMENTED;
    bool reflected_first = ta != tb && type_is_subtype(vm, tb, ta) && tb->slots->compare;
    if (reflected_first) {
        r = tb->slots->compare(vm, b, a, compare_swapped[op]);
        if (r != V_NOT_IMPLEMENTED) return r;
    }
    if (ta->slots->compare) {
        r = ta->slots->compare(vm, a, b, op);
        if (r != V_NOT_IMPLEMENTED) return r;
    }
    if (!reflected_first && tb->slots->compare) {
        r = tb->slots->compare(vm, b, a, compare_swapped[op]);
        if (r != V_NOT_IMPLEMENTED) return r;
    }
    if (op == CMP_EQ) return value_bool(a == b);
    if (op == CMP_NE) return value_bool(a != b);
    return raise_type(vm, "'%s' not supported between instances of '%N' and '%N'", compare_symbols[op], ta, tb);
}

static int as_predicate(Vm *vm, Value r) {
    if (r == V_TRUE) return 1;
    if (r == V_FALSE) return 0;
    if (r == V_ERROR) return IS_ERROR;
    if (r == V_PYTHON) return IS_PYTHON;
    int t = value_truth(vm, r);
    decref(vm, r);
    return t;
}

int value_equal(Vm *vm, Value a, Value b) {
    if (a == b && !is_float(a)) return 1;
    if (a == b) return 1; // the same float word: identity, also for a NaN
    if (both_small(a, b)) return 0;
    if (value_is(a, T_STR) && value_is(b, T_STR)) return str_equal(str_get(a), str_get(b));
    return as_predicate(vm, value_compare(vm, a, b, CMP_EQ));
}

int value_less(Vm *vm, Value a, Value b) {
    if (both_small(a, b)) return small_get(a) < small_get(b);
    return as_predicate(vm, value_compare(vm, a, b, CMP_LT));
}

// ---- items

Value value_getitem(Vm *vm, Value v, Value key) {
    Type *type = type_of(vm, v);
    if (PYTHON(type, SLOT_GETITEM)) return V_PYTHON;
    if (type->slots->getitem) return type->slots->getitem(vm, v, key);
    return raise_type(vm, "'%N' object is not subscriptable", type);
}

int value_contains(Vm *vm, Value v, Value item) {
    Type *type = type_of(vm, v);
    if (unlikely(type->python) && type->python & (1ull << SLOT_CONTAINS)) return IS_PYTHON;
    if (type->slots->contains) return type->slots->contains(vm, v, item);
    return IS_PYTHON; // by iteration: the prelude does it, and finds the error when v is no container
}

Value value_iter(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (PYTHON(type, SLOT_ITER)) return V_PYTHON;
    if (type->slots->iter) return type->slots->iter(vm, v);
    if (type->slots->getitem || PYTHON(type, SLOT_GETITEM)) return V_PYTHON; // the old protocol
    return raise_type(vm, "'%N' object is not iterable", type);
}

Value value_next(Vm *vm, Value iterator) {
    Type *type = type_of(vm, iterator);
    if (PYTHON(type, SLOT_NEXT)) return V_PYTHON;
    if (type->spec == type_specs[T_MAP] || type->spec == type_specs[T_FILTER]) return V_PYTHON; // their step pushes a call
    if (type->slots->next) return type->slots->next(vm, iterator);
    if (type->id == T_GENERATOR) return V_PYTHON;
    return raise_type(vm, "'%N' object is not an iterator", type);
}

// ---- arithmetic

const char *const binary_symbols[BINARY_OPS] = {"+", "-", "*", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^", "@", "divmod()"};
static const char *const unary_symbols[] = {"unary -", "unary +", "unary ~", "abs()"};

Value binary_type_error(Vm *vm, BinaryOp op, Value a, Value b, bool inplace) {
    const char *symbol = binary_symbols[op];
    char text[8];
    if (inplace && op < OP_DIVMOD) {
        if (op == OP_POW) symbol = "**=";
        else {
            size_t n = strlen(symbol);
            memcpy(text, symbol, n);
            text[n] = '=';
            text[n + 1] = 0;
            symbol = text;
        }
    }
    if (op == OP_RSHIFT && !inplace && value_is(a, T_NATIVE_FUNCTION))
        return raise_type(vm, "unsupported operand type(s) for %s: '%T' and '%T'. Did you mean \"print(<message>, file=<output_stream>)\"?",
                          symbol, a, b);
    return raise_type(vm, "unsupported operand type(s) for %s: '%T' and '%T'", symbol, a, b);
}

// Sequence + and *, which are asked when no number slot knew: `handled` false leaves the error to the caller.
Value binary_sequence(Vm *vm, BinaryOp op, Value a, Value b, bool *handled) {
    *handled = true;
    const Slots *sa = type_of(vm, a)->slots, *sb = type_of(vm, b)->slots;
    if (op == OP_ADD && sa->concat) return sa->concat(vm, a, b);
    if (op == OP_MUL && (sa->repeat || sb->repeat)) {
        bool left = sa->repeat != NULL;
        Value count = left ? b : a;
        i64 n;
        if (!is_int(count) && !type_of(vm, count)->slots->index && !slot_is_python(type_of(vm, count), SLOT_INDEX))
            return raise_type(vm, "can't multiply sequence by non-int of type '%T'", count);
        int r = value_index_i64(vm, count, &n, false);
        if (r == IS_PYTHON) return V_PYTHON;
        if (r == IS_ERROR) {
            if (exc_matches(vm, T_OverflowError)) {
                exc_clear(vm);
                return raise_overflow(vm, "cannot fit '%T' into an index-sized integer", count);
            }
            return V_ERROR;
        }
        return left ? sa->repeat(vm, a, n) : sb->repeat(vm, b, n);
    }
    *handled = false;
    return V_NOT_IMPLEMENTED;
}

Value value_binary(Vm *vm, BinaryOp op, Value a, Value b) {
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    if (unlikely((ta->python | tb->python) >> SLOT_BINARY & 1)) return V_PYTHON;
    Value r;
    bool reflected_first = ta != tb && tb->slots->binary != ta->slots->binary && type_is_subtype(vm, tb, ta);
    if (reflected_first) {
        r = tb->slots->binary(vm, op, a, b);
        if (r != V_NOT_IMPLEMENTED) return r;
    }
    if (ta->slots->binary) {
        r = ta->slots->binary(vm, op, a, b);
        if (r != V_NOT_IMPLEMENTED) return r;
    }
    if (!reflected_first && tb->slots->binary && tb->slots->binary != ta->slots->binary) {
        r = tb->slots->binary(vm, op, a, b);
        if (r != V_NOT_IMPLEMENTED) return r;
    }
    bool handled;
    r = binary_sequence(vm, op, a, b, &handled);
    return handled ? r : binary_type_error(vm, op, a, b, false);
}

Value value_unary(Vm *vm, UnaryOp op, Value v) {
    Type *type = type_of(vm, v);
    if (PYTHON(type, SLOT_UNARY)) return V_PYTHON;
    Value r = type->slots->unary ? type->slots->unary(vm, op, v) : V_NOT_IMPLEMENTED;
    if (r != V_NOT_IMPLEMENTED) return r;
    return raise_type(vm, "bad operand type for %s: '%N'", unary_symbols[op], type);
}

// ---- conversion

Value value_index(Vm *vm, Value v) {
    if (is_small(v)) return v;
    Type *type = type_of(vm, v);
    if (PYTHON(type, SLOT_INDEX) && !is_int(v)) return V_PYTHON;
    if (type->slots->index) return type->slots->index(vm, v);
    return raise_type(vm, "'%N' object cannot be interpreted as an integer", type);
}

int value_index_i64(Vm *vm, Value v, i64 *out, bool clip) {
    Value n = value_index(vm, v);
    if (is_small(n)) {
        *out = small_get(n);
        return 0;
    }
    if (n == V_ERROR) return IS_ERROR;
    if (n == V_PYTHON) return IS_PYTHON;
    bool fits = int_to_i64(n, out);
    int sign = int_sign(n);
    decref(vm, n);
    if (fits) return 0;
    if (!clip) {
        raise_overflow(vm, "Python int too large to convert to C ssize_t");
        return IS_ERROR;
    }
    *out = sign < 0 ? INT64_MIN : INT64_MAX;
    return 0;
}

int value_to_double(Vm *vm, Value v, double *out) {
    if (is_float(v)) {
        *out = float_get(v);
        return 0;
    }
    if (is_small(v)) {
        *out = (double)small_get(v);
        return 0;
    }
    if (is_float_like(v)) {
        *out = float_of(v);
        return 0;
    }
    Type *type = type_of(vm, v);
    if (is_int(v) && !PYTHON(type, SLOT_FLOAT)) {
        if (int_to_double(v, out)) return 0;
        raise_overflow(vm, "int too large to convert to float");
        return IS_ERROR;
    }
    if (type->python & (1ull << SLOT_FLOAT | 1ull << SLOT_INDEX)) return IS_PYTHON;
    raise_type(vm, "must be real number, not %N", type);
    return IS_ERROR;
}
