// sequence.c: what the types with items have in common: positions, searching, comparing, and showing containers that
// may hold themselves.
#include "obj/container.h"
#include "obj/type.h"

Value always_python(Vm *vm, const Value *args, u32 n) { return V_PYTHON; }

// ---- positions -----------------------------------------------------------------------------------------------------

int key_position(Vm *vm, Value key, i64 *out) {
    if (likely(is_small(key))) {
        *out = small_get(key);
        return 0;
    }
    if (is_object(key)) {
        if (has_python(key, SLOT_INDEX)) return IS_PYTHON;
        if (!is_int(key) && !shape_of(key)->type->slots->index) return 1;
    } else if (!is_bool(key)) return 1;
    Value index = value_index(vm, key);
    if (is_marker(index)) return value_status(index);
    bool fits = int_to_i64(index, out);
    decref(vm, index);
    if (fits) return 0;
    raise_index(vm, "cannot fit '%T' into an index-sized integer", key);
    return IS_ERROR;
}

int bound_position(Vm *vm, Value v, i64 len, i64 *out) {
    if (v == V_UNSET) return 0;
    if (is_small(v)) *out = small_get(v);
    else {
        bool index =
            is_bool(v) || is_int(v) || (is_object(v) && (has_python(v, SLOT_INDEX) || shape_of(v)->type->slots->index));
        if (!index) {
            raise_type(vm, "slice indices must be integers or have an __index__ method");
            return IS_ERROR;
        }
        int status = value_index_i64(vm, v, out, true);
        if (status) return status;
    }
    if (*out < 0) *out = *out + len < 0 ? 0 : *out + len;
    return 0;
}

// ---- searching -----------------------------------------------------------------------------------------------------

i64 items_find(Vm *vm, Items items, Value value, i64 from, i64 to) {
    if (to > items.len) to = items.len;
    // Beside small integers most items are small integers, and no two words of those are equal.
    bool small = is_small(value);
    i64 i = from;
    for (; i < to; i++) {
        Value item = items.at[i];
        if (item == value) break;
        if (small && is_small(item)) continue;
        int equal = value_equal(vm, item, value);
        if (equal < 0) return equal;
        if (equal) break;
    }
    if (to > from) charge(vm, (size_t)(i - from));
    return i < to ? i : ITEMS_ABSENT;
}

Value items_count(Vm *vm, Items items, Value value) {
    u32 count = 0;
    for (u32 i = 0; i < items.len; i++) {
        int equal = value_equal(vm, items.at[i], value);
        if (equal < 0) return status_value(equal);
        count += (u32)equal;
    }
    charge(vm, items.len);
    return value_count(count);
}

static Value compare_lengths(u32 a, u32 b, CompareOp op) {
    switch (op) {
    case CMP_LT: return value_bool(a < b);
    case CMP_LE: return value_bool(a <= b);
    case CMP_EQ: return value_bool(a == b);
    case CMP_NE: return value_bool(a != b);
    case CMP_GT: return value_bool(a > b);
    default: return value_bool(a >= b);
    }
}

Value items_compare(Vm *vm, Items a, Items b, CompareOp op) {
    if (a.len != b.len && (op == CMP_EQ || op == CMP_NE)) return value_bool(op == CMP_NE);
    if (!c_enter(vm, " in comparison")) return V_ERROR; // it may never end: not nest_enter
    u32 shorter = a.len < b.len ? a.len : b.len, i = 0;
    int equal = 1;
    for (; i < shorter; i++) {
        if (a.at[i] == b.at[i]) continue;
        equal = value_equal(vm, a.at[i], b.at[i]);
        if (equal != 1) break;
    }
    charge(vm, i);
    Value result;
    if (equal < 0) result = status_value(equal);
    else if (equal) result = compare_lengths(a.len, b.len, op);
    else if (op == CMP_EQ || op == CMP_NE) result = value_bool(op == CMP_NE);
    else result = value_compare(vm, a.at[i], b.at[i], op);
    c_leave(vm);
    return result;
}

// ---- repr ----------------------------------------------------------------------------------------------------------

// One stack for the engine, innermost last. Fibers may be in the middle of a repr at the same time, so each entry names
// its own.
typedef struct ReprEntry {
    Object *container; // not counted: the frame that shows it holds it
    Fiber *fiber;
} ReprEntry;
struct ReprStack {
    u32 len, room;
    ReprEntry entries[];
};

static size_t repr_stack_size(u32 room) { return sizeof(struct ReprStack) + room * sizeof(ReprEntry); }

int repr_enter(Vm *vm, Value container) {
    struct ReprStack *stack = vm->repr_stack;
    u32 len = stack ? stack->len : 0, room = stack ? stack->room : 0;
    for (u32 i = len; i-- > 0;) {
        if (stack->entries[i].container == object_get(container) && stack->entries[i].fiber == vm->fiber) return 0;
    }
    if (len == room) {
        u32 more = room ? room * 2 : 8;
        stack = mem_realloc(&vm->mem, stack, stack ? repr_stack_size(room) : 0, repr_stack_size(more));
        if (!stack) {
            raise_memory(vm);
            return IS_ERROR;
        }
        stack->len = len;
        stack->room = more;
        vm->repr_stack = stack;
    }
    stack->entries[stack->len++] = (ReprEntry){object_get(container), vm->fiber};
    return 1;
}

void repr_leave(Vm *vm, Value container) {
    struct ReprStack *stack = vm->repr_stack;
    if (!stack) return;
    for (u32 i = stack->len; i-- > 0;) {
        if (stack->entries[i].container != object_get(container) || stack->entries[i].fiber != vm->fiber) continue;
        stack->len--;
        memmove(&stack->entries[i], &stack->entries[i + 1], (stack->len - i) * sizeof(ReprEntry));
        break;
    }
    if (!stack->len) {
        mem_free(&vm->mem, stack, repr_stack_size(stack->room));
        vm->repr_stack = NULL;
    }
}

#define REPR_DEEP 400

int repr_nest(Vm *vm) { return vm->repr_stack->len > REPR_DEEP ? IS_PYTHON : nest_enter(vm); }

void repr_forget(Vm *vm, Fiber *fiber) {
    struct ReprStack *stack = vm->repr_stack;
    if (!stack) return;
    u32 kept = 0;
    for (u32 i = 0; i < stack->len; i++) {
        if (stack->entries[i].fiber != fiber) stack->entries[kept++] = stack->entries[i];
    }
    stack->len = kept;
    if (!kept) {
        mem_free(&vm->mem, stack, repr_stack_size(stack->room));
        vm->repr_stack = NULL;
    }
}

#define REPR_PIECE 1000000 // characters: some milliseconds

// Short numbers are most of what is shown: without a str for each.
static void repr_small(StrBuilder *out, i64 n) {
    char text[24], *at = text + sizeof text;
    u64 rest = n < 0 ? -(u64)n : (u64)n;
    *--at = 0;
    do *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (n < 0) *--at = '-';
    builder_text(out, at);
}

int repr_item(Vm *vm, StrBuilder *out, Value item) {
    if (is_small(item)) repr_small(out, small_get(item));
    else {
        Value text = value_repr(vm, item);
        if (is_marker(text)) return value_status(text);
        builder_str(out, str_get(text));
        decref(vm, text);
    }
    return out->len > REPR_PIECE ? IS_PYTHON : 0;
}

Value repr_finish(Vm *vm, StrBuilder *out, Value container, int status) {
    repr_leave(vm, container);
    if (status < 0) {
        builder_close(out);
        return status_value(status);
    }
    charge(vm, out->len);
    return object_value(builder_finish(out));
}

// ---- keys ----------------------------------------------------------------------------------------------------------

// A class as messages name it: with its module, unless that is builtins or __main__.
static Str *full_name(Vm *vm, Type *type) {
    Value module = type_module(vm, type);
    if (value_has(module, SHAPE_STR) && str_is(str_get(module), "__main__")) {
        INCREF(type->qualname);
        return type->qualname;
    }
    Buf name;
    buf_open(&name, &vm->mem);
    type_full_name(vm, type, &name);
    return str_from_buf(vm, &name);
}

int key_hash(Vm *vm, Value key, const char *use, i64 *hash) {
    int status = value_hash(vm, key, hash);
    if (likely(status != IS_ERROR)) return status;
    // Only a plain TypeError is reworded, as CPython does it.
    if (!value_is(vm->exc, T_TypeError)) return IS_ERROR;
    Value exception = exc_take(vm);
    Value text = value_str(vm, exception);
    if (text == V_PYTHON) raise_object(vm, exception);
    else if (text != V_ERROR) {
        Str *name = full_name(vm, type_of(vm, key));
        if (name) raise_type(vm, "cannot use '%S' as a %s (%U)", name, use, text);
        XDECREF(vm, name);
        decref(vm, text);
    }
    decref(vm, exception);
    return IS_ERROR;
}

// ---- intrinsics ----------------------------------------------------------------------------------------------------

// _repr_enter(container): False when it is being shown already.
static Value intrinsic_repr_enter(Vm *vm, const Value *args, u32 n) { return truth_value(repr_enter(vm, args[0])); }

static Value intrinsic_repr_leave(Vm *vm, const Value *args, u32 n) {
    repr_leave(vm, args[0]);
    return V_NONE;
}

// _items_len(list or tuple), _items_at(list or tuple, place): not as a subclass may see them.
static Value intrinsic_items_len(Vm *vm, const Value *args, u32 n) { return value_count(items_of(args[0]).len); }

static Value intrinsic_items_at(Vm *vm, const Value *args, u32 n) {
    Items items = items_of(args[0]);
    i64 i = small_get(args[1]);
    if (i < 0 || i >= items.len) return raise_index(vm, "list index out of range");
    return own(items.at[i]);
}

// _items_probe(items, value, from, stop): the first place where an item is `value` or equal to it; -1: none; -2 -
// place: the item there must be compared in Python.
static Value intrinsic_items_probe(Vm *vm, const Value *args, u32 n) {
    Items items = items_of(args[0]);
    i64 i = small_get(args[2]), stop = small_get(args[3]), from = i;
    for (; i < stop && i < items.len; i++) {
        int equal = value_equal(vm, items.at[i], args[1]);
        if (equal == IS_ERROR) return V_ERROR;
        if (equal == IS_PYTHON) return value_small(-2 - i);
        if (equal) return value_small(i);
    }
    if (i > from) charge(vm, (size_t)(i - from));
    return value_small(-1);
}

// _items_differ(a, b, from): the first place where they differ; -1: nowhere that both have; -2 - place: as above.
static Value intrinsic_items_differ(Vm *vm, const Value *args, u32 n) {
    Items a = items_of(args[0]), b = items_of(args[1]);
    for (i64 i = small_get(args[2]); i < a.len && i < b.len; i++) {
        int equal = value_equal(vm, a.at[i], b.at[i]);
        if (equal == IS_ERROR) return V_ERROR;
        if (equal == IS_PYTHON) return value_small(-2 - i);
        if (!equal) return value_small(i);
    }
    return value_small(-1);
}

// _items_repr(items, start): (text, place): the texts of as many items as need no Python and make one piece of work,
// with commas between them; it goes on at that place.
static Value intrinsic_items_repr(Vm *vm, const Value *args, u32 n) {
    Items items = items_of(args[0]);
    u32 start = (u32)small_get(args[1]), i = start;
    StrBuilder out;
    builder_open(&out, vm);
    for (; i < items.len && out.len < 100000; i++) {
        u32 before = out.len;
        if (i > start) builder_text(&out, ", ");
        int status = repr_item(vm, &out, items.at[i]);
        if (!status) continue;
        if (status == IS_ERROR) {
            builder_close(&out);
            return V_ERROR;
        }
        out.len = before;
        break;
    }
    charge(vm, out.len);
    Value text = object_value(builder_finish(&out));
    if (text == V_ERROR) return V_ERROR;
    Value pair[2] = {text, value_count(i)};
    return object_value(tuple_from_take(vm, pair, 2));
}

// _full_name(class): the name for messages.
static Value intrinsic_full_name(Vm *vm, const Value *args, u32 n) {
    return object_value(full_name(vm, type_get(args[0])));
}

const NativeDef sequence_intrinsics[] = {
    {"_repr_enter", "(container, /)", intrinsic_repr_enter, NULL, 0},
    {"_repr_leave", "(container, /)", intrinsic_repr_leave, NULL, 0},
    {"_items_len", "(items, /)", intrinsic_items_len, NULL, 0},
    {"_items_at", "(items, place, /)", intrinsic_items_at, NULL, 0},
    {"_items_probe", "(items, value, start, stop, /)", intrinsic_items_probe, NULL, 0},
    {"_items_differ", "(a, b, start, /)", intrinsic_items_differ, NULL, 0},
    {"_items_repr", "(items, start, /)", intrinsic_items_repr, NULL, 0},
    {"_full_name", "(cls, /)", intrinsic_full_name, NULL, 0},
    {0},
};
