// slice.c: slice objects, and what a slice means for a sequence of some length.
#include "obj/container.h"

Value slice_new(Vm *vm, Value start, Value stop, Value step) {
    Slice *slice = object_new_gc(vm, vm_type(vm, T_SLICE), sizeof(Slice));
    if (!slice) return V_ERROR;
    slice->start = own(start);
    slice->stop = own(stop);
    slice->step = own(step);
    return value_object(slice);
}

// One bound: *out untouched for None. 0, IS_ERROR, IS_PYTHON.
static int slice_bound(Vm *vm, Value v, i64 *out) {
    if (is_none(v)) return 0;
    if (is_small(v)) {
        *out = small_get(v);
        return 0;
    }
    bool index =
        is_bool(v) || is_int(v) || (is_object(v) && (has_python(v, SLOT_INDEX) || shape_of(v)->type->slots->index));
    if (index) return value_index_i64(vm, v, out, true);
    raise_type(vm, "slice indices must be integers or None or have an __index__ method");
    return IS_ERROR;
}

// A bound against a length: where counting from the end comes out, and no further than `low` and `high`.
static i64 slice_clip(i64 at, i64 len, i64 low, i64 high) {
    if (at < 0) return at + len < low ? low : at + len;
    return at > high ? high : at;
}

int slice_resolve(Vm *vm, Value value, i64 len, i64 *start, i64 *stop, i64 *step, i64 *count) {
    Slice *slice = slice_get(value);
    int status;
    *step = 1;
    if ((status = slice_bound(vm, slice->step, step))) return status;
    if (*step == 0) {
        raise_value(vm, "slice step cannot be zero");
        return IS_ERROR;
    }
    if (*step < -INT64_MAX) *step = -INT64_MAX; // so that it can be negated
    bool down = *step < 0;
    *start = down ? INT64_MAX : 0;
    *stop = down ? INT64_MIN : INT64_MAX;
    if ((status = slice_bound(vm, slice->start, start))) return status;
    if ((status = slice_bound(vm, slice->stop, stop))) return status;
    // Counting down, positions run from len - 1 to -1.
    i64 low = down ? -1 : 0, high = down ? len - 1 : len;
    *start = slice_clip(*start, len, low, high);
    *stop = *stop == INT64_MIN ? low : slice_clip(*stop, len, low, high);
    if (down) *count = *stop < *start ? (*start - *stop - 1) / -*step + 1 : 0;
    else *count = *start < *stop ? (*stop - *start - 1) / *step + 1 : 0;
    return 0;
}

// ---- the type ------------------------------------------------------------------------------------------------------

static Value slice_make(Vm *vm, const Value *args, u32 n) {
    if (args[2] == V_UNSET) return slice_new(vm, V_NONE, args[1], V_NONE);
    return slice_new(vm, args[1], args[2], args[3] == V_UNSET ? V_NONE : args[3]);
}

static void slice_clear(Vm *vm, Object *o) {
    Slice *slice = (Slice *)o;
    Value old[3] = {slice->start, slice->stop, slice->step};
    slice->start = slice->stop = slice->step = V_NONE;
    for (u32 i = 0; i < 3; i++) decref(vm, old[i]);
}

static void slice_dealloc(Vm *vm, Object *o) {
    slice_clear(vm, o);
    object_dispose(vm, o, sizeof(Slice));
}

static void slice_traverse(Object *o, Visit *visit) {
    Slice *slice = (Slice *)o;
    visit_value(visit, slice->start);
    visit_value(visit, slice->stop);
    visit_value(visit, slice->step);
}

static Value slice_repr(Vm *vm, Value self) {
    Slice *slice = slice_get(self);
    const Value parts[3] = {slice->start, slice->stop, slice->step};
    if (nest_enter(vm)) return V_PYTHON;
    StrBuilder out;
    builder_open(&out, vm);
    builder_text(&out, "slice(");
    int status = 0;
    for (u32 i = 0; i < 3 && !status; i++) {
        if (i) builder_text(&out, ", ");
        status = repr_item(vm, &out, parts[i]);
    }
    c_leave(vm);
    builder_char(&out, ')');
    if (!status) return object_value(builder_finish(&out));
    builder_close(&out);
    return status_value(status);
}

static Value slice_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!value_is(b, T_SLICE)) return V_NOT_IMPLEMENTED;
    return items_compare(vm, items_of(a), items_of(b), op);
}

static int slice_hash(Vm *vm, Value self, i64 *hash) { return items_hash(vm, items_of(self), false, hash); }

static Value slice_indices(Vm *vm, const Value *args, u32 n) {
    Slice *slice = slice_get(args[0]);
    const Value bounds[4] = {args[1], slice->start, slice->stop, slice->step};
    // Of any size in the prelude.
    for (u32 i = 0; i < 4; i++) {
        if (!is_small(bounds[i]) && !(i && is_none(bounds[i]))) return V_PYTHON;
    }
    if (small_get(args[1]) < 0) return raise_value(vm, "length should not be negative");
    i64 start, stop, step, count;
    int status = slice_resolve(vm, args[0], small_get(args[1]), &start, &stop, &step, &count);
    if (status) return status_value(status);
    return object_value(tuple_pack(vm, 3, value_small(start), value_small(stop), value_small(step)));
}

static Value slice_get_start(Vm *vm, Value self) { return own(slice_get(self)->start); }
static Value slice_get_stop(Vm *vm, Value self) { return own(slice_get(self)->stop); }
static Value slice_get_step(Vm *vm, Value self) { return own(slice_get(self)->step); }

int readonly_attribute(Vm *vm, Value self, Value value) {
    raise(vm, T_AttributeError, "readonly attribute");
    return IS_ERROR;
}

static const NativeDef slice_methods[] = {
    {"indices", "($self, length, /)", slice_indices, "_sequence.slice_indices", 0},
    {"__reduce__", "($self, /)", always_python, "_sequence.slice_reduce", 0},
    {0},
};

static const GetSetDef slice_getset[] = {
    {"start", slice_get_start, readonly_attribute},
    {"stop", slice_get_stop, readonly_attribute},
    {"step", slice_get_step, readonly_attribute},
    {0},
};

static const SlotPython slice_python[] = {
    {SLOT_REPR, 0, "_sequence.slice_repr"},
    {SLOT_HASH, 0, "_sequence.slice_hash"},
    ITEMS_COMPARE_PYTHON,
    {0},
};

const TypeSpec slice_spec = {
    .name = "slice",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_GC,
    .size = sizeof(Slice),
    .slots =
        {
            .dealloc = slice_dealloc,
            .traverse = slice_traverse,
            .clear = slice_clear,
            .repr = slice_repr,
            .hash = slice_hash,
            .compare = slice_compare,
        },
    .make = {"__new__", "($type, start, stop=None, step=None, /)", slice_make, NULL, NATIVE_UNPACKED},
    .methods = slice_methods,
    .getset = slice_getset,
    .python = slice_python,
};
