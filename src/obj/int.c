// int.c: what an int is: its representations (a word, or an object with digits), conversions to and from C's numbers,
// hash, comparison, and the type's table. Arithmetic: int_math.c; text: int_text.c; methods: int_methods.c.
#include "obj/number_core.h"

#include "base/floatbits.h"
#include "obj/bytes.h"
#include "obj/ops.h"
#include "obj/str.h"

// ------------------------------------------------------------------------------------------------ representation

bool is_int(Value v) { return is_small(v) || is_bool(v) || value_has(v, SHAPE_INT); }

void int_view(Value v, IntView *view) {
    if (is_object(v)) {
        Int *i = int_object(v);
        view->digits = i->digits, view->count = i->count, view->negative = i->negative;
        return;
    }
    i64 n = is_bool(v) ? v == V_TRUE : small_get(v);
    view->negative = n < 0;
    view->count = (u32)big_from_u64(view->room, n < 0 ? 0 - (u64)n : (u64)n);
    view->digits = view->room;
}

bool digits_open(Vm *vm, Digits *digits, size_t n) {
    digits->n = n;
    digits->at = digits->local;
    if (n <= countof(digits->local)) return true;
    digits->at = n > UINT32_MAX / 4 ? NULL : mem_alloc(&vm->mem, n * 4);
    if (!digits->at) raise_memory(vm);
    return digits->at;
}

void digits_close(Vm *vm, Digits *digits) {
    if (digits->at && digits->at != digits->local) mem_free(&vm->mem, digits->at, digits->n * 4);
}

Value digits_to_int(Vm *vm, Digits *digits, size_t count, bool negative) {
    Value v = int_from_digits(vm, digits->at, (u32)count, negative);
    digits_close(vm, digits);
    return v;
}

static Value int_new(Vm *vm, Type *type, const u32 *digits, u32 count, bool negative) {
    Int *i = object_new(vm, type, sizeof(Int) + (size_t)count * 4);
    if (!i) return V_ERROR;
    i->count = count;
    i->negative = negative;
    memcpy(i->digits, digits, (size_t)count * 4);
    return value_object(i);
}

Value int_from_digits(Vm *vm, const u32 *digits, u32 count, bool negative) {
    count = (u32)big_trim(digits, count);
    if (count <= 2) {
        u64 n = big_to_u64(digits, count);
        if (n <= (u64)SMALL_MAX + negative) return value_small(negative ? -(i64)n : (i64)n);
    }
    return int_new(vm, vm_type(vm, T_INT), digits, count, negative);
}

static NOINLINE Value from_magnitude(Vm *vm, u64 n, bool negative) {
    u32 digits[2];
    return int_from_digits(vm, digits, (u32)big_from_u64(digits, n), negative);
}

Value int_from_i64(Vm *vm, i64 n) {
    if (likely(small_fits(n))) return value_small(n);
    return from_magnitude(vm, n < 0 ? 0 - (u64)n : (u64)n, n < 0);
}

Value int_from_u64(Vm *vm, u64 n) { return from_magnitude(vm, n, false); }

Value int_from_double(Vm *vm, double d) {
    if (d > -(double)SMALL_MAX && d < (double)SMALL_MAX) return value_small((i64)d);
    if (d != d) return raise_value(vm, "cannot convert float NaN to integer");
    if (!float_is_finite(d)) return raise_overflow(vm, "cannot convert float infinity to integer");
    u32 digits[BIG_DOUBLE_ROOM];
    return int_from_digits(vm, digits, (u32)big_from_double(digits, d), d < 0);
}

Value int_exact(Vm *vm, Value v) {
    if (is_small(v)) return v;
    if (is_bool(v)) return value_small(v == V_TRUE);
    if (value_is(v, T_INT)) return own(v);
    Int *i = int_object(v);
    return int_from_digits(vm, i->digits, i->count, i->negative);
}

Value int_of_type_take(Vm *vm, Type *type, Value v) {
    if (type->id == T_INT || is_marker(v)) return v;
    IntView view;
    int_view(v, &view);
    Value made = int_new(vm, type, view.digits, view.count, view.negative);
    decref(vm, v);
    return made;
}

// ------------------------------------------------------------------------------------------------ questions

bool int_to_i64(Value v, i64 *out) {
    if (likely(is_small(v))) return *out = small_get(v), true;
    if (is_bool(v)) return *out = v == V_TRUE, true;
    Int *i = int_object(v);
    if (i->count > 2) return false;
    u64 n = big_to_u64(i->digits, i->count);
    if (n > (u64)INT64_MAX + i->negative) return false;
    *out = i->negative ? (i64)(0 - n) : (i64)n;
    return true;
}

int int_sign(Value v) {
    if (is_object(v)) return !int_object(v)->count ? 0 : int_object(v)->negative ? -1 : 1;
    if (is_bool(v)) return v == V_TRUE;
    i64 n = small_get(v);
    return (n > 0) - (n < 0);
}

u64 int_bit_length(Value v) {
    IntView view;
    int_view(v, &view);
    return big_bit_length(view.digits, view.count);
}

bool int_to_double(Value v, double *out) {
    if (is_small(v)) return *out = (double)small_get(v), true;
    IntView view;
    int_view(v, &view);
    bool overflow;
    double d = big_to_double(view.digits, view.count, &overflow);
    *out = view.negative ? -d : d;
    return !overflow;
}

// Modulo 2^61 - 1: a digit more shifts the value by 32 bits, which modulo this prime is a rotation.
#define HASH_BITS 61
#define HASH_PRIME ((1ull << HASH_BITS) - 1)

i64 int_hash(Value v) {
    i64 hash;
    if (likely(!is_object(v))) {
        hash = is_small(v) ? small_get(v) : v == V_TRUE;
    } else {
        Int *i = int_object(v);
        u64 h = 0;
        for (u32 k = i->count; k--;) {
            h = (h << 32 & HASH_PRIME) | h >> (HASH_BITS - 32);
            h += i->digits[k];
            if (h >= HASH_PRIME) h -= HASH_PRIME;
        }
        hash = i->negative ? -(i64)h : (i64)h;
    }
    return hash == -1 ? -2 : hash;
}

int int_compare(Value a, Value b) {
    if (likely(both_small(a, b))) {
        i64 x = small_get(a), y = small_get(b);
        return (x > y) - (x < y);
    }
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.negative != y.negative) return x.negative ? -1 : 1;
    int order = big_compare(x.digits, x.count, y.digits, y.count);
    return x.negative ? -order : order;
}

int int_compare_double(Value a, double b) {
    i64 n;
    if (b != b) return 2;
    bool fits = int_to_i64(a, &n);
    if (!float_is_finite(b)) return b > 0 ? -1 : 1;
    if (b >= -9223372036854775808.0 && b < 9223372036854775808.0) {
        if (!fits) return int_sign(a);
        i64 whole = (i64)b;
        if (n != whole) return n < whole ? -1 : 1;
        double rest = b - (double)whole;
        return (rest < 0) - (rest > 0);
    }
    if (fits) return b > 0 ? -1 : 1;
    IntView view;
    int_view(a, &view);
    if (view.negative != (b < 0)) return view.negative ? -1 : 1;
    u32 digits[BIG_DOUBLE_ROOM];
    int order = big_compare(view.digits, view.count, digits, big_from_double(digits, b));
    return view.negative ? -order : order;
}

bool int_equal_double(Value a, double b) {
    if (is_small(a)) return (double)small_get(a) == b;
    return int_compare_double(a, b) == 0;
}

// ------------------------------------------------------------------------------------------------ slots

static void dealloc(Vm *vm, Object *o) { object_dispose(vm, o, sizeof(Int) + (size_t)((Int *)o)->count * 4); }

static int hash_slot(Vm *vm, Value self, i64 *hash) {
    *hash = int_hash(self);
    return 0;
}

static Value compare_slot(Vm *vm, Value a, Value b, CompareOp op) {
    if (!is_int(a) || !is_int(b)) return V_NOT_IMPLEMENTED;
    int order = int_compare(a, b);
    return value_bool(op == CMP_LT   ? order < 0
                      : op == CMP_LE ? order <= 0
                      : op == CMP_EQ ? order == 0
                      : op == CMP_NE ? order != 0
                      : op == CMP_GT ? order > 0
                                     : order >= 0);
}

static int truth_slot(Vm *vm, Value self) { return int_sign(self) != 0; }

static Value binary_slot(Vm *vm, BinaryOp op, Value a, Value b) {
    if (!is_int(a) || !is_int(b) || op == OP_MATMUL) return V_NOT_IMPLEMENTED;
    return int_binary(vm, op, a, b);
}

static Value power_slot(Vm *vm, Value a, Value b, Value modulus) {
    if (!is_int(a) || !is_int(b)) return V_NOT_IMPLEMENTED;
    if (is_none(modulus)) return int_binary(vm, OP_POW, a, b);
    return is_int(modulus) ? int_pow_mod(vm, a, b, modulus) : V_NOT_IMPLEMENTED;
}

static Value to_float_slot(Vm *vm, Value self) {
    double d;
    if (!int_to_double(self, &d)) return raise_overflow(vm, "int too large to convert to float");
    return value_float(d);
}

// int(x) without a base: an exact int. The order is __int__, __index__, text.
static Value from_value(Vm *vm, Value x) {
    if (is_small(x)) return x;
    Type *type = type_of(vm, x);
    if (slot_is_python(type, SLOT_INT)) return V_PYTHON;
    if (type->slots->to_int) return type->slots->to_int(vm, x);
    if (slot_is_python(type, SLOT_INDEX)) return V_PYTHON;
    if (type->slots->index) return type->slots->index(vm, x);
    if (value_has(x, SHAPE_STR)) return int_from_str(vm, str_get(x), 10);
    const u8 *data;
    u32 n;
    if (bytes_view(x, &data, &n)) return int_from_bytes_text(vm, data, n, 10);
    return raise_type(vm, "int() argument must be a string, a bytes-like object or a real number, not '%T'", x);
}

static Value from_text(Vm *vm, Value text, Value base_value) {
    if (text == V_UNSET) return raise_type(vm, "int() missing string argument");
    i64 base;
    int status = value_index_i64(vm, base_value, &base, true);
    if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    if ((base != 0 && base < 2) || base > 36) return raise_value(vm, "int() base must be >= 2 and <= 36, or 0");
    if (value_has(text, SHAPE_STR)) return int_from_str(vm, str_get(text), (int)base);
    const u8 *data;
    u32 n;
    bool is_bytes = value_has(text, SHAPE_BYTES) || (is_object(text) && shape_of(text)->layout == T_BYTEARRAY);
    if (is_bytes && bytes_view(text, &data, &n)) return int_from_bytes_text(vm, data, n, (int)base);
    return raise_type(vm, "int() can't convert non-string with explicit base");
}

// int.__new__(type, x=0, /, base=10)
static Value make(Vm *vm, const Value *args, u32 n) {
    Type *type = (Type *)object_get(args[0]);
    Value v = args[2] != V_UNSET   ? from_text(vm, args[1], args[2])
              : args[1] == V_UNSET ? value_small(0)
                                   : from_value(vm, args[1]);
    return int_of_type_take(vm, type, v);
}

static const SlotPython in_python[] = {
    {SLOT_REPR, 0, "_int.decimal"},      {SLOT_FORMAT, 0, "_int.format_long"},
    {SLOT_BINARY, OP_MUL, "_int.mul"},   {SLOT_BINARY, OP_FLOORDIV, "_int.floordiv"},
    {SLOT_BINARY, OP_MOD, "_int.mod"},   {SLOT_BINARY, OP_DIVMOD, "_int.divide"},
    {SLOT_BINARY, OP_POW, "_int.power"}, {0, 0, NULL},
};

const TypeSpec int_spec = {
    .name = "int",
    .base = T_OBJECT,
    .size = sizeof(Int),
    .attrs = ATTRS_BEHIND,
    .flags = TYPE_NO_DICT,
    .slots =
        {
            .dealloc = dealloc,
            .repr = int_repr,
            .format = int_format,
            .hash = hash_slot,
            .compare = compare_slot,
            .truth = truth_slot,
            .binary = binary_slot,
            .power = power_slot,
            .unary = int_unary,
            .index = int_exact,
            .to_int = int_exact,
            .to_float = to_float_slot,
        },
    .make = {"__new__", "($type, x=0, /, base=10)", make, "_int.make", NATIVE_UNPACKED},
    .methods = int_methods,
    .getset = int_getset,
    .python = in_python,
};
