// bytes_memoryview.c: memoryview: a window of one dimension on the memory of a bytes or bytearray, every stride-th item
// of it. While it is open the bytearray keeps its size.
#include "obj/bytes_impl.h"

#include "obj/list.h"
#include "obj/number.h"
#include "obj/range.h"

typedef struct MemoryView {
    Object head;
    Value object; // bytes or bytearray, counted in its `exports`; V_UNSET: released
    u32 start;    // byte of the first item
    u32 len;      // items
    i64 stride;   // from one item to the next, in bytes
    u8 size;      // bytes an item
    char format;
    bool at; // the format was given as "@x"
    bool readonly;
} MemoryView;

#define view_get(value) ((MemoryView *)object_get(value))
#define SELF view_get(args[0])

// Items by format: size, and 'i' signed, 'u' unsigned, 'f' float, 'c' bytes, '?' bool. Sizes are those of 64 bits.
static const char formats[][3] = {"Bu\1",  "bi\1",  "cc\1",  "??\1",  "hi\2",  "Hu\2",  "ii\4", "Iu\4",
                                  "li\10", "Lu\10", "qi\10", "Qu\10", "ni\10", "Nu\10", "ff\4", "df\10"};

static const char *find_format(char format) {
    for (size_t i = 0; i < countof(formats); i++) {
        if (formats[i][0] == format) return formats[i];
    }
    return NULL;
}

static u8 *memory(const MemoryView *v) {
    if (is_bytearray(v->object)) {
        u8 *data = bytearray_get(v->object)->data;
        return data ? data + v->start : data; // an empty one has no storage
    }
    return bytes_get(v->object)->data + v->start;
}

static bool is_contiguous(const MemoryView *v) { return v->len <= 1 || v->stride == v->size; }
static bool is_open(Vm *vm, const MemoryView *v) {
    if (v->object != V_UNSET) return true;
    raise_value(vm, "operation forbidden on released memoryview object");
    return false;
}

bool memoryview_bytes(Value value, const u8 **data, u32 *len) {
    const MemoryView *v = view_get(value);
    if (v->object == V_UNSET || !is_contiguous(v)) return false;
    *data = memory(v);
    *len = v->len * v->size;
    return true;
}

Value memoryview_complain(Vm *vm, Value value) {
    if (!is_open(vm, view_get(value))) return V_ERROR;
    return raise(vm, T_BufferError, "memoryview: underlying buffer is not C-contiguous");
}

int memoryview_copy(Vm *vm, Value value, Buf *out) {
    const MemoryView *v = view_get(value);
    if (!is_open(vm, v)) return IS_ERROR;
    charge(vm, v->len);
    const u8 *at = memory(v);
    for (u32 i = 0; i < v->len; i++, at += v->stride) buf_add(out, at, v->size);
    return 0;
}

// ---- making and releasing -----------------------------------------------------------------------------------------

// Another view of the same object.
static MemoryView *view_new(Vm *vm, Value object, const MemoryView *like) {
    MemoryView *v = object_new_gc(vm, vm_type(vm, T_MEMORYVIEW), sizeof *v);
    if (!v) return NULL;
    if (like) {
        Object head = v->head;
        *v = *like;
        v->head = head;
    } else {
        Units u;
        bytes_units(object, &u);
        v->len = (u32)u.len;
        v->stride = v->size = 1;
        v->format = 'B';
        v->readonly = !is_bytearray(object);
    }
    v->object = own(object);
    if (is_bytearray(object)) bytearray_get(object)->exports++;
    return v;
}

static void release(Vm *vm, MemoryView *v) {
    Value object = v->object;
    v->object = V_UNSET;
    if (object == V_UNSET) return;
    if (is_bytearray(object)) bytearray_get(object)->exports--;
    decref(vm, object);
}

static void traverse(Object *o, Visit *visit) { visit_value(visit, ((MemoryView *)o)->object); }
static void clear(Vm *vm, Object *o) { release(vm, (MemoryView *)o); }

static void dealloc(Vm *vm, Object *o) {
    release(vm, (MemoryView *)o);
    object_dispose(vm, o, sizeof(MemoryView));
}

static Value view_value(MemoryView *v) { return v ? value_object(v) : V_ERROR; }

static Value make(Vm *vm, const Value *args, u32 n) {
    Units u;
    Value object = args[1];
    if (value_is(object, T_MEMORYVIEW)) {
        const MemoryView *from = view_get(object);
        return is_open(vm, from) ? view_value(view_new(vm, from->object, from)) : V_ERROR;
    }
    if (!bytes_units(object, &u))
        return raise_type(vm, "memoryview: a bytes-like object is required, not '%T'", object);
    return view_value(view_new(vm, object, NULL));
}

// ---- items --------------------------------------------------------------------------------------------------------

static Value item_get(Vm *vm, const MemoryView *v, const u8 *at) {
    const char *format = find_format(v->format);
    union {
        u64 bits;
        float narrow;
        double wide;
    } number = {0};
    memcpy(&number, at, v->size);
    switch (format[1]) {
    case 'c': return bytes_value(bytes_from(vm, at, 1));
    case '?': return value_bool(number.bits != 0);
    case 'f': return value_float(v->size == 4 ? (double)number.narrow : number.wide);
    case 'i': {
        u32 unused = 64 - 8u * v->size;
        return int_from_i64(vm, (i64)(number.bits << unused) >> unused);
    }
    default: return int_from_u64(vm, number.bits);
    }
}

static int bad_value(Vm *vm, const MemoryView *v, bool type) {
    if (type) raise_type(vm, "memoryview: invalid type for format '%c'", v->format);
    else raise_value(vm, "memoryview: invalid value for format '%c'", v->format);
    return IS_ERROR;
}

static int item_set(Vm *vm, const MemoryView *v, u8 *at, Value value) {
    const char *format = find_format(v->format);
    union {
        u64 bits;
        float narrow;
        double wide;
    } number = {0};
    int status = 0;
    if (format[1] == 'c') {
        if (!value_has(value, SHAPE_BYTES)) return bad_value(vm, v, true);
        if (bytes_get(value)->len != 1) return bad_value(vm, v, false);
        number.bits = bytes_get(value)->data[0];
    } else if (format[1] == '?') {
        status = value_truth(vm, value);
        if (status < 0) return status;
        number.bits = (u64)status;
        status = 0;
    } else if (format[1] == 'f') {
        double d = 0;
        status = value_to_double(vm, value, &d);
        if (status == IS_ERROR && exc_matches(vm, T_TypeError)) return exc_clear(vm), bad_value(vm, v, true);
        if (v->size == 4) number.narrow = (float)d;
        else number.wide = d;
    } else {
        if (!has_index(vm, value)) return bad_value(vm, v, true);
        Value n = value_index(vm, value);
        if (n == V_PYTHON || n == V_ERROR) return n == V_PYTHON ? IS_PYTHON : IS_ERROR;
        i64 signed_n;
        bool fits = int_to_i64(n, &signed_n);
        number.bits = (u64)signed_n;
        if (!fits && format[1] == 'u' && v->size == 8 && int_object(n)->count == 2 && !int_object(n)->negative) {
            number.bits = int_object(n)->digits[0] | (u64)int_object(n)->digits[1] << 32; // the upper half
            fits = true;
        } else if (fits && v->size < 8) {
            u32 unused = 64 - 8u * v->size;
            i64 back =
                format[1] == 'i' ? (i64)(number.bits << unused) >> unused : (i64)(number.bits << unused >> unused);
            fits = back == signed_n;
        } else if (fits && format[1] == 'u') fits = signed_n >= 0;
        decref(vm, n);
        if (!fits) return bad_value(vm, v, false);
    }
    if (!status) memcpy(at, &number, v->size);
    return status;
}

// x[i], x[i,]: the place of an item. 0, IS_ERROR, IS_PYTHON.
static int item_place(Vm *vm, const MemoryView *v, Value key, u8 **at) {
    if (value_has(key, SHAPE_TUPLE)) {
        const Tuple *keys = tuple_get(key);
        if (keys->len == 0) return raise(vm, T_NotImplementedError, "sub-views are not implemented"), IS_ERROR;
        if (keys->len > 1)
            return raise_type(vm, "cannot index 1-dimension view with %u-element tuple", keys->len), IS_ERROR;
        key = keys->items[0];
    }
    i64 i;
    if (!has_index(vm, key)) return raise_type(vm, "memoryview: invalid slice key"), IS_ERROR;
    int status = value_index_i64(vm, key, &i, true);
    if (status) return status;
    if (i < 0) i += v->len;
    if (i < 0 || i >= v->len) return raise_index(vm, "index out of bounds on dimension 1"), IS_ERROR;
    *at = memory(v) + i * v->stride;
    return 0;
}

// The view that a slice selects. 0, IS_ERROR, IS_PYTHON.
static int select(Vm *vm, const MemoryView *v, Value slice, MemoryView *out) {
    i64 start, stop, step, count;
    int status = slice_resolve(vm, slice, v->len, &start, &stop, &step, &count);
    if (status) return status;
    *out = *v;
    if (count) out->start = (u32)(v->start + start * v->stride);
    out->len = (u32)count;
    out->stride = v->stride * step;
    return 0;
}

static Value slot_getitem(Vm *vm, Value self, Value key) {
    const MemoryView *v = view_get(self);
    u8 *at;
    if (!is_open(vm, v)) return V_ERROR;
    if (value_is(key, T_SLICE)) {
        MemoryView part;
        int status = select(vm, v, key, &part);
        return status ? fail_with(status) : view_value(view_new(vm, v->object, &part));
    }
    int status = item_place(vm, v, key, &at);
    return status ? fail_with(status) : item_get(vm, v, at);
}

static int slot_setitem(Vm *vm, Value self, Value key, Value value) {
    const MemoryView *v = view_get(self);
    u8 *at;
    if (!is_open(vm, v)) return IS_ERROR;
    if (v->readonly) return raise_type(vm, "cannot modify read-only memory"), IS_ERROR;
    if (value == V_UNSET) return raise_type(vm, "cannot delete memory"), IS_ERROR;
    if (!value_is(key, T_SLICE)) {
        int status = item_place(vm, v, key, &at);
        return status ? status : item_set(vm, v, at, value);
    }
    MemoryView part;
    int status = select(vm, v, key, &part);
    if (status) return status;
    Units u;
    Buf buf;
    char format = 'B';
    buf_open(&buf, &vm->mem);
    if (value_is(value, T_MEMORYVIEW)) {
        format = view_get(value)->format;
        status = memoryview_copy(vm, value, &buf);
    } else if (need_bytes(vm, value, &u)) buf_add(&buf, u.data, u.len);
    else status = IS_ERROR;
    if (!status && buf.failed) raise_memory(vm), status = IS_ERROR;
    if (!status && (format != v->format || buf.len != (u64)part.len * part.size)) {
        raise_value(vm, "memoryview assignment: lvalue and rvalue have different structures");
        status = IS_ERROR;
    }
    at = memory(&part);
    for (u32 i = 0; !status && i < part.len; i++, at += part.stride)
        memcpy(at, buf.data + (size_t)i * part.size, part.size);
    buf_close(&buf);
    return status;
}

// ---- other slots --------------------------------------------------------------------------------------------------

static Value slot_repr(Vm *vm, Value self) {
    bool open = view_get(self)->object != V_UNSET;
    return str_value(str_format(vm, "<%smemory at 0x%zx>", open ? "" : "released ", (size_t)object_get(self)));
}

static i64 slot_len(Vm *vm, Value self) { return is_open(vm, view_get(self)) ? (i64)view_get(self)->len : IS_ERROR; }

static int slot_hash(Vm *vm, Value self, i64 *hash) {
    const MemoryView *v = view_get(self);
    if (!is_open(vm, v)) return IS_ERROR;
    if (!v->readonly) return raise_value(vm, "cannot hash writable memoryview object"), IS_ERROR;
    if (!strchr("Bbc", v->format))
        return raise_value(vm, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"), IS_ERROR;
    Buf buf;
    buf_open(&buf, &vm->mem);
    int status = memoryview_copy(vm, self, &buf);
    if (!status && buf.failed) raise_memory(vm), status = IS_ERROR;
    *hash = bytes_hash(buf.data, buf.len);
    buf_close(&buf);
    return status;
}

static Value slot_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (op != CMP_EQ && op != CMP_NE) return V_NOT_IMPLEMENTED;
    MemoryView x = {0}, y = {0}, *views[2] = {&x, &y};
    for (int i = 0; i < 2; i++) {
        Value value = i ? b : a;
        Units u;
        if (value_is(value, T_MEMORYVIEW)) *views[i] = *view_get(value);
        else if (bytes_units(value, &u))
            *views[i] = (MemoryView){.object = value, .len = (u32)u.len, .stride = 1, .size = 1, .format = 'B'};
        else return V_NOT_IMPLEMENTED;
    }
    bool equal = a == b;
    if (!equal && x.object != V_UNSET && y.object != V_UNSET && x.len == y.len) {
        charge(vm, x.len);
        const u8 *p = memory(&x), *q = memory(&y);
        bool same = x.format == y.format && find_format(x.format)[1] != 'f';
        equal = true;
        for (u32 i = 0; equal && i < x.len; i++, p += x.stride, q += y.stride) {
            if (same) {
                equal = memcmp(p, q, x.size) == 0;
                continue;
            }
            Value left = item_get(vm, &x, p), right = item_get(vm, &y, q);
            Value result = left != V_ERROR && right != V_ERROR ? value_compare(vm, left, right, CMP_EQ) : V_ERROR;
            decref(vm, left);
            decref(vm, right);
            if (result == V_ERROR) return V_ERROR;
            equal = result == V_TRUE;
        }
    }
    return value_bool(equal == (op == CMP_EQ));
}

// The first item equal to `item` from `from` on, and with `count` how many there are up to `to`. 0, IS_ERROR,
// IS_PYTHON.
static int find_item(Vm *vm, Value self, Value item, i64 from, i64 to, i64 *at, i64 *count) {
    const MemoryView *v = view_get(self);
    *at = -1;
    if (!is_open(vm, v)) return IS_ERROR;
    charge(vm, v->len);
    for (i64 i = from; i < to; i++) {
        Value each = item_get(vm, v, memory(v) + i * v->stride);
        int equal = each == V_ERROR ? IS_ERROR : value_equal(vm, each, item);
        decref(vm, each);
        if (equal < 0) return equal;
        if (equal && *at < 0) *at = i;
        if (equal && !count) return 0;
        if (equal) ++*count;
    }
    return 0;
}

static int slot_contains(Vm *vm, Value self, Value item) {
    i64 at;
    int status = find_item(vm, self, item, 0, view_get(self)->len, &at, NULL);
    return status ? status : at >= 0;
}

static Value slot_iter(Vm *vm, Value self) { return is_open(vm, view_get(self)) ? seq_iter_new(vm, self) : V_ERROR; }

// ---- methods ------------------------------------------------------------------------------------------------------

static Value tobytes(Vm *vm, const Value *args, u32 n) {
    if (args[1] != V_UNSET && args[1] != V_NONE) {
        if (!is_str(args[1])) return raise_argument(vm, "tobytes", " 'order'", "str or None", args[1]);
        const Str *s = str_get(args[1]);
        if (!str_is(s, "C") && !str_is(s, "F") && !str_is(s, "A"))
            return raise_value(vm, "order must be 'C', 'F' or 'A'");
    }
    Buf buf;
    buf_open(&buf, &vm->mem);
    int status = memoryview_copy(vm, args[0], &buf);
    Bytes *b = bytes_from_buf(vm, &buf);
    if (!status) return bytes_value(b);
    XDECREF(vm, b);
    return V_ERROR;
}

static Value tolist(Vm *vm, const Value *args, u32 n) {
    const MemoryView *v = SELF;
    if (!is_open(vm, v)) return V_ERROR;
    List *list = list_new(vm, v->len);
    if (!list) return V_ERROR;
    charge(vm, v->len);
    for (u32 i = 0; i < v->len; i++) {
        Value item = item_get(vm, v, memory(v) + i * v->stride);
        if (item == V_ERROR || !list_append_take(vm, list, item)) {
            DECREF(vm, list);
            return V_ERROR;
        }
    }
    return value_object(list);
}

static Value hex(Vm *vm, const Value *args, u32 n) {
    Buf buf;
    buf_open(&buf, &vm->mem);
    int status = memoryview_copy(vm, args[0], &buf);
    if (!status && buf.failed) raise_memory(vm), status = IS_ERROR;
    Value result = status ? V_ERROR : bytes_hex(vm, byte_units(buf.data, buf.len), args[1], args[2]);
    buf_close(&buf);
    return result;
}

static Value count(Vm *vm, const Value *args, u32 n) {
    i64 at, count = 0;
    int status = find_item(vm, args[0], args[1], 0, SELF->len, &at, &count);
    return status ? fail_with(status) : value_small(count);
}

static Value index_of(Vm *vm, const Value *args, u32 n) {
    i64 from, to, at;
    int status = arg_bounds(vm, args[2], args[3], SELF->len, &from, &to);
    if (!status) status = find_item(vm, args[0], args[1], from, to, &at, NULL);
    if (status) return fail_with(status);
    return at < 0 ? raise_value(vm, "memoryview.index(x): x not found") : value_small(at);
}

static Value toreadonly(Vm *vm, const Value *args, u32 n) {
    if (!is_open(vm, SELF)) return V_ERROR;
    MemoryView *v = view_new(vm, SELF->object, SELF);
    if (v) v->readonly = true;
    return view_value(v);
}

static Value cast(Vm *vm, const Value *args, u32 n) {
    const MemoryView *v = SELF;
    if (!is_open(vm, v)) return V_ERROR;
    if (!is_str(args[1])) return raise_argument(vm, "cast", " 'format'", "str", args[1]);
    if (!is_contiguous(v)) return raise_type(vm, "memoryview: casts are restricted to C-contiguous views");
    const Str *name = str_get(args[1]);
    bool at = name->len == 2 && str_at(name, 0) == '@';
    const char *format = name->len == 1u + at && str_at(name, at) < 0x80 ? find_format((char)str_at(name, at)) : NULL;
    if (!format)
        return raise_value(
            vm,
            "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    if (!strchr("Bbc", v->format) && !strchr("Bbc", format[0]))
        return raise_type(vm, "memoryview: cannot cast between two non-byte formats");
    u32 bytes = v->len * v->size, size = (u8)format[2];
    if (bytes % size) return raise_type(vm, "memoryview: length is not a multiple of itemsize");
    if (args[2] != V_UNSET)
        return raise(vm, T_NotImplementedError, "memoryview: only views of one dimension are supported");
    MemoryView *to = view_new(vm, v->object, v);
    if (!to) return V_ERROR;
    to->format = format[0];
    to->at = at;
    to->size = (u8)size;
    to->stride = size;
    to->len = bytes / size;
    return value_object(to);
}

static Value release_method(Vm *vm, const Value *args, u32 n) {
    release(vm, SELF);
    return V_NONE;
}

static Value enter(Vm *vm, const Value *args, u32 n) { return is_open(vm, SELF) ? own(args[0]) : V_ERROR; }

static const NativeDef methods[] = {
    {"__enter__", "($self, /)", enter},
    {"__exit__", "($self, /, *exc_info)", release_method},
    {"cast", "($self, /, format, shape=<unrepresentable>)", cast},
    {"count", "($self, value, /)", count, "_bytes.view_count"},
    {"hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hex, "_bytes.hex"},
    {"index", "($self, value, start=0, stop=sys.maxsize, /)", index_of, "_bytes.view_index", NATIVE_UNPACKED},
    {"release", "($self, /)", release_method},
    {"tobytes", "($self, /, order='C')", tobytes},
    {"tolist", "($self, /)", tolist},
    {"toreadonly", "($self, /)", toreadonly},
    {0},
};

// ---- attributes ---------------------------------------------------------------------------------------------------

static Value pair_of_one(Vm *vm, i64 number) {
    Tuple *t = tuple_pack(vm, 1, value_small(number));
    return t ? value_object(t) : V_ERROR;
}

// One function for all: `what` is the letter in the table below.
static Value attribute(Vm *vm, Value self, char what) {
    const MemoryView *v = view_get(self);
    if (!is_open(vm, v)) return V_ERROR;
    switch (what) {
    case 'o': return own(v->object);
    case 'r': return value_bool(v->readonly);
    case 'f': return str_value(str_format(vm, v->at ? "@%c" : "%c", v->format));
    case 'i': return value_small(v->size);
    case 'd': return value_small(1);
    case 'n': return value_small((i64)v->len * v->size);
    case 's': return pair_of_one(vm, v->len);
    case 't': return pair_of_one(vm, v->stride);
    case 'u': {
        Tuple *none = tuple_new(vm, 0);
        return none ? value_object(none) : V_ERROR;
    }
    default: return value_bool(is_contiguous(v));
    }
}

static Value get_obj(Vm *vm, Value self) { return attribute(vm, self, 'o'); }
static Value get_readonly(Vm *vm, Value self) { return attribute(vm, self, 'r'); }
static Value get_format(Vm *vm, Value self) { return attribute(vm, self, 'f'); }
static Value get_itemsize(Vm *vm, Value self) { return attribute(vm, self, 'i'); }
static Value get_ndim(Vm *vm, Value self) { return attribute(vm, self, 'd'); }
static Value get_nbytes(Vm *vm, Value self) { return attribute(vm, self, 'n'); }
static Value get_shape(Vm *vm, Value self) { return attribute(vm, self, 's'); }
static Value get_strides(Vm *vm, Value self) { return attribute(vm, self, 't'); }
static Value get_suboffsets(Vm *vm, Value self) { return attribute(vm, self, 'u'); }
static Value get_contiguous(Vm *vm, Value self) { return attribute(vm, self, 'c'); }

static const GetSetDef getset[] = {
    {"c_contiguous", get_contiguous},
    {"contiguous", get_contiguous},
    {"f_contiguous", get_contiguous},
    {"format", get_format},
    {"itemsize", get_itemsize},
    {"nbytes", get_nbytes},
    {"ndim", get_ndim},
    {"obj", get_obj},
    {"readonly", get_readonly},
    {"shape", get_shape},
    {"strides", get_strides},
    {"suboffsets", get_suboffsets},
    {0},
};

static const SlotPython python[] = {
    {SLOT_GETITEM, 0, "_bytes.getitem"},
    {SLOT_SETITEM, 0, "_bytes.view_setitem"},
    {SLOT_CONTAINS, 0, "_bytes.view_contains"},
    {0},
};

const TypeSpec memoryview_spec = {
    .name = "memoryview",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_DICT | TYPE_SEQUENCE | TYPE_GC,
    .size = sizeof(MemoryView),
    .slots =
        {
            .dealloc = dealloc,
            .traverse = traverse,
            .clear = clear,
            .repr = slot_repr,
            .hash = slot_hash,
            .compare = slot_compare,
            .len = slot_len,
            .getitem = slot_getitem,
            .setitem = slot_setitem,
            .contains = slot_contains,
            .iter = slot_iter,
        },
    .make = {"__new__", "($type, /, object)", make},
    .methods = methods,
    .getset = getset,
    .python = python,
};
