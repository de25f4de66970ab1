// bytes.c: the type bytes, and what it shares with bytearray and memoryview: views of their memory, pieces of them,
// comparison, subscripts, bytes(…) from ints and iterables.
#include "obj/bytes_impl.h"

#include "obj/list.h"
#include "obj/number.h"
#include "obj/range.h"
#include "obj/type.h"

#define BYTES_HEAD offsetof(Bytes, data)

// ---- making bytes -------------------------------------------------------------------------------------------------

static Bytes *new_of_type(Vm *vm, Type *type, u32 len) {
    if (len > TEXT_LIMIT) return raise_memory(vm), NULL;
    Bytes *b = object_new(vm, type, sizeof(Bytes) + (size_t)len + 1);
    if (b) b->len = len;
    return b;
}

Bytes *bytes_new(Vm *vm, u32 len) { return new_of_type(vm, vm_type(vm, T_BYTES), len); }

Bytes *bytes_from(Vm *vm, const void *data, size_t n) {
    if (n == 0) {
        if (!vm->empty_bytes && !(vm->empty_bytes = bytes_new(vm, 0))) return NULL;
        INCREF(vm->empty_bytes);
        return vm->empty_bytes;
    }
    if (n > TEXT_LIMIT) return raise_memory(vm), NULL;
    Bytes *b = bytes_new(vm, (u32)n);
    if (b) memcpy(b->data, data, n);
    return b;
}

Bytes *bytes_from_buf(Vm *vm, Buf *buf) {
    Bytes *b = NULL;
    if (buf->failed) raise_memory(vm);
    else b = bytes_from(vm, buf->data, buf->len);
    buf_close(buf);
    return b;
}

NOINLINE bool bytes_view(Value v, const u8 **data, u32 *len) {
    if (value_has(v, SHAPE_BYTES)) {
        *data = bytes_get(v)->data;
        *len = bytes_get(v)->len;
        return true;
    }
    if (is_bytearray(v)) {
        *data = bytearray_get(v)->data ? bytearray_get(v)->data : (const u8 *)""; // no storage yet
        *len = bytearray_get(v)->len;
        return true;
    }
    return value_is(v, T_MEMORYVIEW) && memoryview_bytes(v, data, len);
}

NOINLINE bool bytes_units(Value v, Units *out) {
    u32 len;
    *out = (Units){.width = 1};
    if (!bytes_view(v, &out->data, &len)) return false;
    out->len = len;
    return true;
}

bool need_bytes(Vm *vm, Value v, Units *out) {
    if (bytes_units(v, out)) return true;
    if (value_is(v, T_MEMORYVIEW)) memoryview_complain(vm, v);
    else raise_type(vm, "a bytes-like object is required, not '%T'", v);
    return false;
}

Value bytes_like(Vm *vm, Value like, const void *data, size_t n) {
    if (is_bytearray(like)) return bytearray_from(vm, data, n);
    return bytes_value(bytes_from(vm, data, n));
}

NOINLINE Value bytes_piece(Vm *vm, Value whole, size_t start, size_t end) {
    Units u;
    bytes_units(whole, &u);
    if (end - start == u.len && value_is(whole, T_BYTES)) return own(whole);
    return bytes_like(vm, whole, u.data + start, end - start);
}

// A new one of the same kind, to be filled in by the caller; *data is where.
Value bytes_open(Vm *vm, Value like, u64 len, u8 **data) {
    if (len > TEXT_LIMIT) return raise_memory(vm);
    if (is_bytearray(like)) {
        Value v = bytearray_from(vm, NULL, (size_t)len);
        if (v != V_ERROR) *data = len ? bytearray_get(v)->data : (u8 *)object_get(v); // an empty one has no storage
        return v;
    }
    Bytes *b = bytes_new(vm, (u32)len);
    if (!b) return V_ERROR;
    *data = b->data;
    return value_object(b);
}

// ---- arguments ----------------------------------------------------------------------------------------------------

int arg_byte(Vm *vm, Value v, const char *what, u8 *out) {
    i64 n;
    int status = value_index_i64(vm, v, &n, true);
    if (status) return status;
    if (n < 0 || n > 255) return raise_value(vm, "%s must be in range(0, 256)", what), IS_ERROR;
    *out = (u8)n;
    return 0;
}

int arg_sub(Vm *vm, Value v, u8 *one, Units *out) {
    if (bytes_units(v, out)) return 0;
    if (value_is(v, T_MEMORYVIEW)) return memoryview_complain(vm, v), IS_ERROR;
    if (!has_index(vm, v))
        return raise_type(vm, "argument should be integer or bytes-like object, not '%T'", v), IS_ERROR;
    *out = byte_units(one, 1);
    return arg_byte(vm, v, "byte", one);
}

// ---- operations that bytes and bytearray share --------------------------------------------------------------------

Value bytes_compare(Vm *vm, Value a, Value b, CompareOp op) {
    Units x, y;
    if (!is_bytearray(a) && !is_bytearray(b) && !(value_has(a, SHAPE_BYTES) && value_has(b, SHAPE_BYTES)))
        return V_NOT_IMPLEMENTED; // only bytearray is compared with other buffers
    if (!bytes_units(a, &x) || !bytes_units(b, &y)) return V_NOT_IMPLEMENTED;
    if ((op == CMP_EQ || op == CMP_NE) && x.len != y.len) return value_bool(op == CMP_NE);
    size_t n = x.len < y.len ? x.len : y.len;
    int order = n ? memcmp(x.data, y.data, n) : 0;
    if (!order) order = x.len < y.len ? -1 : x.len > y.len;
    return value_bool(compare_holds(order, op));
}

int bytes_contains(Vm *vm, Value self, Value item) {
    Units whole, sub;
    u8 one;
    bytes_units(self, &whole);
    if (has_index(vm, item)) {
        int status = arg_byte(vm, item, "byte", &one);
        if (status) return status;
        sub = byte_units(&one, 1);
    } else if (!need_bytes(vm, item, &sub)) return IS_ERROR;
    charge(vm, whole.len >> 4);
    return units_find(whole, sub) >= 0;
}

Value bytes_getitem(Vm *vm, Value self, Value key) {
    Units u;
    i64 at, stop, step, count;
    bytes_units(self, &u);
    bool array = is_bytearray(self);
    if (value_is(key, T_SLICE)) {
        int status = slice_resolve(vm, key, (i64)u.len, &at, &stop, &step, &count);
        if (status) return fail_with(status);
        bytes_units(self, &u);
        if (count == 0) return bytes_piece(vm, self, 0, 0);
        if (step == 1) return bytes_piece(vm, self, (size_t)at, (size_t)(at + count));
        u8 *to;
        Value result = bytes_open(vm, self, (u64)count, &to);
        if (result == V_ERROR) return V_ERROR;
        for (i64 i = 0; i < count; i++, at += step) to[i] = u.data[at];
        return result;
    }
    int status = arg_subscript(vm, key, array ? "bytearray " : "", (i64)u.len, &at);
    if (status > 0)
        return raise_type(vm, "%s indices must be integers or slices, not %T", array ? "bytearray" : "byte", key);
    return status ? fail_with(status) : value_small(u.data[at]);
}

Value bytes_concat(Vm *vm, Value a, Value b) {
    Units x, y;
    bytes_units(a, &x);
    if (!bytes_units(b, &y)) return raise_type(vm, "can't concat %T to %T", b, a);
    if (value_is(a, T_BYTES) && y.len == 0) return own(a);
    if (value_is(a, T_BYTES) && value_is(b, T_BYTES) && x.len == 0) return own(b);
    u8 *to;
    charge(vm, (x.len + y.len) >> 4);
    Value result = bytes_open(vm, a, (u64)x.len + y.len, &to);
    if (result == V_ERROR) return V_ERROR;
    if (x.len) memcpy(to, x.data, x.len);
    if (y.len) memcpy(to + x.len, y.data, y.len);
    return result;
}

Value bytes_repeat(Vm *vm, Value a, i64 count) {
    Units u;
    u64 total;
    bytes_units(a, &u);
    if (count == 1 && value_is(a, T_BYTES)) return own(a);
    if (!repeat_size(vm, u.len, count, is_bytearray(a) ? NULL : "repeated bytes are too long", &total)) return V_ERROR;
    u8 *to;
    if (total == 0) return bytes_like(vm, a, NULL, 0);
    Value result = bytes_open(vm, a, total, &to);
    if (result == V_ERROR) return V_ERROR;
    memcpy(to, u.data, u.len);
    repeat_fill(to, u.len, (size_t)total);
    return result;
}

Value bytes_binary(Vm *vm, BinaryOp op, Value a, Value b) {
    return op == OP_MOD && (value_has(a, SHAPE_BYTES) || is_bytearray(a)) ? bytes_percent(vm, a, b) : V_NOT_IMPLEMENTED;
}

// ---- from ints and iterables --------------------------------------------------------------------------------------

bool has_bytes_method(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    return type->id == T_HEAP && type_lookup(vm, type, vm->names.__bytes__) != V_UNSET;
}

// An item may turn out to need Python, and then the prelude begins anew: so only what can be iterated again.
static bool iterates_again(Value v) {
    if (!is_object(v)) return false;
    u16 id = shape_of(v)->type_id;
    return id == T_LIST || id == T_TUPLE || id == T_RANGE || id == T_SET || id == T_FROZENSET || id == T_DICT;
}

int bytes_gather(Vm *vm, Value source, bool array, Buf *out) {
    if (!iterates_again(source)) return IS_PYTHON;
    Iterate it;
    int status = iterate_open(vm, &it, source);
    if (status) return status;
    for (Value item; (item = iterate_next(vm, &it)) != V_STOP;) {
        u8 byte;
        if (item == V_ERROR || item == V_PYTHON) {
            status = item == V_ERROR ? IS_ERROR : IS_PYTHON;
            break;
        }
        status = arg_byte(vm, item, array ? "byte" : "bytes", &byte);
        decref(vm, item);
        if (status) break;
        buf_put(out, byte);
    }
    charge(vm, out->len * 2);
    iterate_close(vm, &it);
    if (!status && out->failed) status = IS_ERROR, raise_memory(vm);
    return status;
}

// What bytes(source, encoding, errors) and bytearray's consist of, appended to *out. 0, IS_ERROR, IS_PYTHON.
int bytes_source(Vm *vm, const Value *args, bool array, Buf *out) {
    Value source = args[1], encoding = args[2], errors = args[3];
    const char *name = array ? "bytearray" : "bytes";
    if (codec_names(vm, name, encoding, errors)) return IS_ERROR;
    bool text = source != V_UNSET && is_str(source);
    if (encoding != V_UNSET || (errors != V_UNSET && !text)) {
        if (!text)
            return raise_type(vm, "%s without a string argument", encoding != V_UNSET ? "encoding" : "errors"),
                   IS_ERROR;
        Value encoded = codec_encode(vm, str_get(source), encoding, errors);
        if (is_marker(encoded)) return encoded == V_PYTHON ? IS_PYTHON : IS_ERROR;
        buf_add(out, bytes_get(encoded)->data, bytes_get(encoded)->len);
        decref(vm, encoded);
        return 0;
    }
    if (source == V_UNSET) return 0;
    if (!array && has_bytes_method(vm, source)) return IS_PYTHON;
    if (text) return raise_type(vm, "string argument without an encoding"), IS_ERROR;
    Units u;
    if (bytes_units(source, &u)) {
        buf_add(out, u.data, u.len);
        return 0;
    }
    if (has_index(vm, source)) {
        i64 n;
        int status = value_index_i64(vm, source, &n, true);
        if (status) return status;
        if (n == INT64_MAX || n == INT64_MIN)
            return raise_overflow(vm, "cannot fit '%T' into an index-sized integer", source), IS_ERROR;
        if (n < 0) return raise_value(vm, "negative count"), IS_ERROR;
        u8 *at = n > TEXT_LIMIT ? NULL : buf_reserve(out, (size_t)n);
        if (!at) return raise_memory(vm), IS_ERROR;
        memset(at, 0, (size_t)n);
        out->len += (size_t)n;
        charge(vm, (size_t)n >> 4);
        return 0;
    }
    if (value_is(source, T_MEMORYVIEW)) return memoryview_copy(vm, source, out);
    if (!can_iterate(vm, source)) return raise_type(vm, "cannot convert '%T' object to %s", source, name), IS_ERROR;
    return bytes_gather(vm, source, array, out);
}

static Value bytes_of_class_take(Vm *vm, Value cls, Value v) {
    Type *type = (Type *)object_get(cls);
    if (is_marker(v) || type == vm_type(vm, T_BYTES)) return v;
    Bytes *from = bytes_get(v), *b = new_of_type(vm, type, from->len);
    if (b) memcpy(b->data, from->data, from->len);
    decref(vm, v);
    return bytes_value(b);
}

static Value bytes_of_class(Vm *vm, const Value *args, u32 n) { return bytes_of_class_take(vm, args[0], own(args[1])); }

static Value bytes_make(Vm *vm, const Value *args, u32 n) {
    if (args[2] == V_UNSET && args[3] == V_UNSET && args[1] != V_UNSET && value_is(args[1], T_BYTES))
        return bytes_of_class_take(vm, args[0], own(args[1]));
    Buf buf;
    buf_open(&buf, &vm->mem);
    int status = bytes_source(vm, args, false, &buf);
    if (status) {
        buf_close(&buf);
        return fail_with(status);
    }
    return bytes_of_class_take(vm, args[0], bytes_value(bytes_from_buf(vm, &buf)));
}

// ---- slots of bytes alone -----------------------------------------------------------------------------------------

static void bytes_dealloc(Vm *vm, Object *o) { object_dispose(vm, o, sizeof(Bytes) + (size_t)((Bytes *)o)->len + 1); }

static Value bytes_slot_repr(Vm *vm, Value self) {
    Buf buf;
    buf_open(&buf, &vm->mem);
    charge(vm, bytes_get(self)->len);
    bytes_repr(bytes_get(self)->data, bytes_get(self)->len, &buf);
    return str_value(str_from_buf(vm, &buf));
}

static int bytes_slot_hash(Vm *vm, Value self, i64 *hash) {
    Bytes *b = bytes_get(self);
    if (!b->hash) b->hash = bytes_hash(b->data, b->len);
    *hash = b->hash;
    return 0;
}

static int bytes_slot_truth(Vm *vm, Value self) { return bytes_get(self)->len != 0; }
static i64 bytes_slot_len(Vm *vm, Value self) { return bytes_get(self)->len; }

static const SlotPython bytes_python[] = {
    {SLOT_GETITEM, 0, "_bytes.getitem"},
    {SLOT_CONTAINS, 0, "_bytes.contains"},
    {SLOT_BINARY, OP_MOD, "_str.percent"},
    {0},
};

const TypeSpec bytes_spec = {
    .name = "bytes",
    .base = T_OBJECT,
    .flags = TYPE_NO_DICT,
    .size = sizeof(Bytes),
    .attrs = ATTRS_BEHIND,
    .slots =
        {
            .dealloc = bytes_dealloc,
            .repr = bytes_slot_repr,
            .hash = bytes_slot_hash,
            .compare = bytes_compare,
            .truth = bytes_slot_truth,
            .len = bytes_slot_len,
            .getitem = bytes_getitem,
            .contains = bytes_contains,
            .iter = bytes_iter_new,
            .binary = bytes_binary,
            .concat = bytes_concat,
            .repeat = bytes_repeat,
        },
    .make = {"__new__", "($type, /, source=b'', encoding='utf-8', errors='strict')", bytes_make, "_bytes.make"},
    .methods = bytes_methods,
    .python = bytes_python,
};

// ---- iterators of bytes and bytearray -----------------------------------------------------------------------------

typedef struct BytesIter {
    Object head;
    Value source; // V_UNSET: exhausted
    u32 at;
} BytesIter;

Value bytes_iter_new(Vm *vm, Value self) {
    BytesIter *it = object_new_gc(vm, vm_type(vm, is_bytearray(self) ? T_BYTEARRAY_ITER : T_BYTES_ITER), sizeof *it);
    if (!it) return V_ERROR;
    it->source = own(self);
    return value_object(it);
}

static void bytes_iter_traverse(Object *o, Visit *visit) { visit_value(visit, ((BytesIter *)o)->source); }

static void bytes_iter_clear(Vm *vm, Object *o) {
    Value source = ((BytesIter *)o)->source;
    ((BytesIter *)o)->source = V_UNSET;
    decref(vm, source);
}

static void bytes_iter_dealloc(Vm *vm, Object *o) {
    bytes_iter_clear(vm, o);
    object_dispose(vm, o, sizeof(BytesIter));
}

static Value bytes_iter_next(Vm *vm, Value self) {
    BytesIter *it = (BytesIter *)object_get(self);
    const u8 *data;
    u32 len;
    if (it->source == V_UNSET) return V_STOP;
    bytes_view(it->source, &data, &len);
    if (it->at < len) return value_small(data[it->at++]);
    Value source = it->source;
    it->source = V_UNSET;
    decref(vm, source);
    return V_STOP;
}

static Value bytes_iter_length_hint(Vm *vm, const Value *args, u32 n) {
    const BytesIter *it = (const BytesIter *)object_get(args[0]);
    const u8 *data;
    u32 len;
    if (it->source == V_UNSET) return value_small(0);
    bytes_view(it->source, &data, &len);
    return value_small(it->at < len ? len - it->at : 0);
}

static Value own_self(Vm *vm, Value self) { return own(self); }

static const NativeDef bytes_iter_methods[] = {
    {"__length_hint__", "($self, /)", bytes_iter_length_hint},
    {0},
};

#define ITER_SPEC(type_name)                                                                                           \
    {                                                                                                                  \
        .name = type_name, .base = T_OBJECT, .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT | TYPE_GC,              \
        .size = sizeof(BytesIter),                                                                                     \
        .slots = {.dealloc = bytes_iter_dealloc,                                                                       \
                  .traverse = bytes_iter_traverse,                                                                     \
                  .clear = bytes_iter_clear,                                                                           \
                  .iter = own_self,                                                                                    \
                  .next = bytes_iter_next},                                                                            \
        .methods = bytes_iter_methods,                                                                                 \
    }
const TypeSpec bytes_iter_spec = ITER_SPEC("bytes_iterator");
const TypeSpec bytearray_iter_spec = ITER_SPEC("bytearray_iterator");

const NativeDef bytes_intrinsics[] = {
    {"_bytes_of_class", "(cls, data, /)", bytes_of_class},
    {0},
};
