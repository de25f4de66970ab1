// bytes_array.c: bytearray: storage that grows, item and slice assignment, and the methods that change it. While a
// memoryview looks at it (`exports`) its size is fixed.
#include "obj/bytes_impl.h"

#include "obj/list.h"
#include "obj/number.h"
#include "obj/range.h"

#define SELF bytearray_get(args[0])

// ---- storage ------------------------------------------------------------------------------------------------------

static ByteArray *new_of_type(Vm *vm, Type *type) { return object_new(vm, type, sizeof(ByteArray)); }

// Exactly that length; what is new is not set. false: MemoryError, BufferError.
static bool resize(Vm *vm, ByteArray *a, u64 len) {
    if (len == a->len) return true;
    if (a->exports) return raise(vm, T_BufferError, "Existing exports of data: object cannot be re-sized"), false;
    if (len > TEXT_LIMIT) return raise_memory(vm), false;
    if (len > a->room || len < a->room / 2) {
        u64 room = len > a->len && a->len ? len + (len >> 3) + 8 : len;
        u8 *data = mem_realloc(&vm->mem, a->data, a->room, (size_t)room);
        if (!data && len > a->room) return raise_memory(vm), false;
        if (data) a->data = data, a->room = (u32)room;
    }
    a->len = (u32)len;
    return true;
}

Value bytearray_from(Vm *vm, const void *data, size_t n) {
    ByteArray *a = new_of_type(vm, vm_type(vm, T_BYTEARRAY));
    if (!a) return V_ERROR;
    if (!resize(vm, a, n)) {
        DECREF(vm, a);
        return V_ERROR;
    }
    if (n && data) memcpy(a->data, data, n);
    else if (n) memset(a->data, 0, n);
    return value_object(a);
}

static void dealloc(Vm *vm, Object *o) {
    ByteArray *a = (ByteArray *)o;
    mem_free(&vm->mem, a->data, a->room);
    object_dispose(vm, o, sizeof(ByteArray));
}

// Puts n bytes in the place of those from start to end. `data` must not lie in the array itself.
static bool splice(Vm *vm, ByteArray *a, size_t start, size_t end, const u8 *data, size_t n) {
    size_t tail = a->len - end;
    u64 len = (u64)start + n + tail;
    if (len > a->len) {
        if (!resize(vm, a, len)) return false;
        if (tail) memmove(a->data + start + n, a->data + end, tail);
    } else if (len < a->len) {
        if (a->exports) return resize(vm, a, len);
        if (tail) memmove(a->data + start + n, a->data + end, tail);
        resize(vm, a, len);
    }
    if (n) memcpy(a->data + start, data, n);
    charge(vm, tail >> 4);
    return true;
}

// ---- slots --------------------------------------------------------------------------------------------------------

static Value slot_repr(Vm *vm, Value self) {
    const ByteArray *a = bytearray_get(self);
    charge(vm, a->len);
    Buf buf;
    buf_open(&buf, &vm->mem);
    type_name_text(type_of(vm, self), &buf);
    buf_put(&buf, '(');
    bytearray_repr(a->data, a->len, &buf);
    buf_put(&buf, ')');
    return str_value(str_from_buf(vm, &buf));
}

static int slot_truth(Vm *vm, Value self) { return bytearray_get(self)->len != 0; }
static i64 slot_len(Vm *vm, Value self) { return bytearray_get(self)->len; }

// What is assigned to a slice: a view, or (of the array itself, or an iterable) gathered in *buf. 0, IS_ERROR,
// IS_PYTHON.
static int slice_values(Vm *vm, ByteArray *a, Value values, Buf *buf, Units *out) {
    if (bytes_units(values, out)) {
        bool own = a->len && out->data >= a->data && out->data < a->data + a->len;
        if (!own) return 0;
        buf_add(buf, out->data, out->len);
    } else {
        if (is_str(values) || has_index(vm, values) || is_float_like(values) || value_is(values, T_COMPLEX))
            return raise_type(vm, "can assign only bytes, buffers, or iterables of ints in range(0, 256)"), IS_ERROR;
        if (!can_iterate(vm, values))
            return raise_type(vm, "cannot convert '%T' object to bytearray", values), IS_ERROR;
        int status = bytes_gather(vm, values, true, buf);
        if (status) return status;
    }
    if (buf->failed) return raise_memory(vm), IS_ERROR;
    *out = byte_units(buf->data, buf->len);
    return 0;
}

// a[start:stop:step] = u, or deletion when u is empty. 0 or IS_ERROR.
static int assign_slice(Vm *vm, ByteArray *a, i64 start, i64 stop, i64 step, i64 count, Units u) {
    if (step == 1) {
        if (stop < start) stop = start;
        return splice(vm, a, (size_t)start, (size_t)stop, u.data, u.len) ? 0 : IS_ERROR;
    }
    if (u.len == 0 && count > 0) { // taken out, one here and there
        if (a->exports) return resize(vm, a, 0) ? 0 : IS_ERROR;
        if (step < 0) start += (count - 1) * step, step = -step;
        u32 to = (u32)start;
        for (u32 i = to, next = to; i < a->len; i++) {
            if (i == next && count > 0) count--, next += (u32)step;
            else a->data[to++] = a->data[i];
        }
        return resize(vm, a, to) ? 0 : IS_ERROR;
    }
    if ((i64)u.len != count)
        return raise_value(vm, "attempt to assign bytes of size %zu to extended slice of size %lld", u.len,
                           (long long)count),
               IS_ERROR;
    for (i64 i = 0; i < count; i++, start += step) a->data[start] = u.data[i];
    return 0;
}

static int slot_setitem(Vm *vm, Value self, Value key, Value value) {
    ByteArray *a = bytearray_get(self);
    i64 at, stop, step, count;
    int status;
    if (value_is(key, T_SLICE)) {
        Buf buf;
        Units u = {.width = 1};
        status = slice_resolve(vm, key, a->len, &at, &stop, &step, &count);
        if (status) return status;
        buf_open(&buf, &vm->mem);
        if (value != V_UNSET) status = slice_values(vm, a, value, &buf, &u);
        if (!status) status = assign_slice(vm, a, at, stop, step, count, u);
        buf_close(&buf);
        return status;
    }
    u8 byte = 0;
    status = arg_subscript(vm, key, "bytearray ", a->len, &at);
    if (status > 0) return raise_type(vm, "bytearray indices must be integers or slices, not %T", key), IS_ERROR;
    if (status) return status;
    if (value == V_UNSET) return splice(vm, a, (size_t)at, (size_t)at + 1, NULL, 0) ? 0 : IS_ERROR;
    status = arg_byte(vm, value, "byte", &byte);
    if (!status) a->data[at] = byte;
    return status;
}

static Value slot_inplace(Vm *vm, BinaryOp op, Value self, Value other) {
    ByteArray *a = bytearray_get(self);
    if (op == OP_ADD) {
        Units u;
        if (!bytes_units(other, &u)) return raise_type(vm, "can't concat %T to %T", other, self);
        if (other == self && u.len)
            return raise(vm, T_BufferError, "Existing exports of data: object cannot be re-sized");
        return splice(vm, a, a->len, a->len, u.data, u.len) ? own(self) : V_ERROR;
    }
    if (op == OP_MUL && has_index(vm, other)) {
        i64 count;
        u64 total;
        size_t piece = a->len;
        int status = value_index_i64(vm, other, &count, true);
        if (status) return fail_with(status);
        if (count == INT64_MAX || count == INT64_MIN)
            return raise_overflow(vm, "cannot fit '%T' into an index-sized integer", other);
        if (!repeat_size(vm, a->len, count, NULL, &total) || !resize(vm, a, total)) return V_ERROR;
        if (total) repeat_fill(a->data, piece, (size_t)total);
        return own(self);
    }
    return V_NOT_IMPLEMENTED;
}

// ---- methods ------------------------------------------------------------------------------------------------------

Value bytearray_append(Vm *vm, const Value *args, u32 n) {
    u8 byte;
    int status = arg_byte(vm, args[1], "byte", &byte);
    if (status) return fail_with(status);
    ByteArray *a = SELF;
    if (!resize(vm, a, (u64)a->len + 1)) return V_ERROR;
    a->data[a->len - 1] = byte;
    return V_NONE;
}

Value bytearray_clear(Vm *vm, const Value *args, u32 n) { return resize(vm, SELF, 0) ? V_NONE : V_ERROR; }

Value bytearray_copy(Vm *vm, const Value *args, u32 n) { return bytearray_from(vm, SELF->data, SELF->len); }

Value bytearray_extend(Vm *vm, const Value *args, u32 n) {
    ByteArray *a = SELF;
    Buf buf;
    Units u;
    if (is_str(args[1])) return raise_type(vm, "expected iterable of integers; got: 'str'");
    if (!bytes_units(args[1], &u) && !can_iterate(vm, args[1]))
        return raise_type(vm, "can't extend bytearray with %T", args[1]);
    buf_open(&buf, &vm->mem);
    int status = 0;
    if (bytes_view(args[1], &u.data, &n)) status = slice_values(vm, a, args[1], &buf, &u);
    else {
        status = bytes_gather(vm, args[1], true, &buf);
        u = byte_units(buf.data, buf.len);
    }
    if (!status && !splice(vm, a, a->len, a->len, u.data, u.len)) status = IS_ERROR;
    buf_close(&buf);
    return status ? fail_with(status) : V_NONE;
}

Value bytearray_insert(Vm *vm, const Value *args, u32 n) {
    i64 at;
    u8 byte;
    int status = value_index_i64(vm, args[1], &at, false);
    if (!status) status = arg_byte(vm, args[2], "byte", &byte);
    if (status) return fail_with(status);
    ByteArray *a = SELF;
    if (at < 0) at = at < -(i64)a->len ? 0 : at + a->len;
    if (at > a->len) at = a->len;
    return splice(vm, a, (size_t)at, (size_t)at, &byte, 1) ? V_NONE : V_ERROR;
}

Value bytearray_pop(Vm *vm, const Value *args, u32 n) {
    i64 at = -1;
    int status = arg_index(vm, args[1], &at);
    if (status) return fail_with(status);
    ByteArray *a = SELF;
    if (a->len == 0) return raise_index(vm, "pop from empty bytearray");
    if (at < 0) at += a->len;
    if (at < 0 || at >= a->len) return raise_index(vm, "pop index out of range");
    u8 byte = a->data[at];
    return splice(vm, a, (size_t)at, (size_t)at + 1, NULL, 0) ? value_small(byte) : V_ERROR;
}

Value bytearray_remove(Vm *vm, const Value *args, u32 n) {
    u8 byte;
    int status = arg_byte(vm, args[1], "byte", &byte);
    if (status) return fail_with(status);
    ByteArray *a = SELF;
    i64 at = units_find(byte_units(a->data, a->len), byte_units(&byte, 1));
    if (at < 0) return raise_value(vm, "value not found in bytearray");
    return splice(vm, a, (size_t)at, (size_t)at + 1, NULL, 0) ? V_NONE : V_ERROR;
}

Value bytearray_resize(Vm *vm, const Value *args, u32 n) {
    i64 len;
    int status = value_index_i64(vm, args[1], &len, false);
    if (status) return fail_with(status);
    ByteArray *a = SELF;
    u32 old = a->len;
    if (len < 0) return raise_value(vm, "Can only resize to positive sizes, got %lld", (long long)len);
    if (!resize(vm, a, (u64)len)) return V_ERROR;
    if (a->len > old) memset(a->data + old, 0, a->len - old);
    return V_NONE;
}

Value bytearray_reverse(Vm *vm, const Value *args, u32 n) {
    ByteArray *a = SELF;
    charge(vm, a->len);
    for (u32 i = 0, j = a->len; i + 1 < j; i++) {
        u8 byte = a->data[i];
        a->data[i] = a->data[--j];
        a->data[j] = byte;
    }
    return V_NONE;
}

Value bytearray_reduce(Vm *vm, const Value *args, u32 n) { return V_PYTHON; }

Value bytearray_alloc(Vm *vm, const Value *args, u32 n) { return value_small(SELF->len ? SELF->len + 1 : 0); }
Value bytearray_sizeof(Vm *vm, const Value *args, u32 n) {
    return value_small(56 + (SELF->len ? (i64)SELF->len + 1 : 0));
}

// ---- the type -----------------------------------------------------------------------------------------------------

static Value make(Vm *vm, const Value *args, u32 n) {
    ByteArray *a = new_of_type(vm, (Type *)object_get(args[0]));
    return a ? value_object(a) : V_ERROR;
}

static Value init(Vm *vm, const Value *args, u32 n) {
    Buf buf;
    ByteArray *a = SELF;
    if (!resize(vm, a, 0)) return V_ERROR;
    buf_open(&buf, &vm->mem);
    int status = bytes_source(vm, args, true, &buf);
    if (!status && !splice(vm, a, 0, a->len, buf.data, buf.len)) status = IS_ERROR;
    buf_close(&buf);
    return status ? fail_with(status) : V_NONE;
}

static const SlotPython python[] = {
    {SLOT_GETITEM, 0, "_bytes.getitem"},
    {SLOT_SETITEM, 0, "_bytes.array_setitem"},
    {SLOT_DELITEM, 0, "_bytes.array_delitem"},
    {SLOT_CONTAINS, 0, "_bytes.contains"},
    {SLOT_BINARY, OP_MOD, "_str.percent"},
    {SLOT_INPLACE, OP_MUL, "_bytes.array_multiply"},
    {0},
};

const TypeSpec bytearray_spec = {
    .name = "bytearray",
    .base = T_OBJECT,
    .flags = TYPE_NO_DICT,
    .size = sizeof(ByteArray),
    .attrs = offsetof(ByteArray, attrs),
    .slots =
        {
            .dealloc = dealloc,
            .repr = slot_repr,
            .unhashable = true,
            .compare = bytes_compare,
            .truth = slot_truth,
            .len = slot_len,
            .getitem = bytes_getitem,
            .setitem = slot_setitem,
            .contains = bytes_contains,
            .iter = bytes_iter_new,
            .binary = bytes_binary,
            .inplace = slot_inplace,
            .concat = bytes_concat,
            .repeat = bytes_repeat,
        },
    .make = {"__new__", "($type, /, *args, **kwargs)", make},
    .init = {"__init__", "($self, /, source=b'', encoding='utf-8', errors='strict')", init, "_bytes.array_init"},
    .methods = bytearray_methods,
    .python = python,
};
