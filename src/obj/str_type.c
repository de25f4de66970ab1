// str_type.c: str as Python sees it, but for the methods: its slots (operators, indexing, comparison, hash), str(…),
// and its iterator.
#include "obj/str_impl.h"

#include "obj/list.h"
#include "obj/range.h"

// ---- arguments, for all files of str and bytes --------------------------------------------------------------------

bool has_index(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    return slot_is_python(type, SLOT_INDEX) || type->slots->index;
}

bool has_getitem(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    return slot_is_python(type, SLOT_GETITEM) || type->slots->getitem;
}

bool can_iterate(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    return slot_is_python(type, SLOT_ITER) || type->slots->iter || has_getitem(vm, v);
}

Value raise_argument(Vm *vm, const char *function, const char *which, const char *what, Value v) {
    if (v == V_NONE) return raise_type(vm, "%s() argument%s must be %s, not None", function, which, what);
    return raise_type(vm, "%s() argument%s must be %s, not %T", function, which, what, v);
}

int arg_index(Vm *vm, Value v, i64 *out) {
    if (v == V_UNSET) return 0;
    if (likely(is_small(v))) {
        *out = small_get(v);
        return 0;
    }
    return value_index_i64(vm, v, out, false);
}

int arg_int(Vm *vm, Value v, i64 *out) {
    int status = v == V_UNSET ? 0 : value_index_i64(vm, v, out, true);
    if (!status && *out != (i32)*out) status = IS_ERROR, raise_overflow(vm, "Python int too large to convert to C int");
    return status;
}

static int arg_bound(Vm *vm, Value v, i64 len, i64 *out) {
    if (v == V_UNSET || v == V_NONE) return 0;
    i64 n;
    if (likely(is_small(v))) n = small_get(v);
    else {
        if (!has_index(vm, v))
            return raise_type(vm, "slice indices must be integers or None or have an __index__ method"), IS_ERROR;
        int status = value_index_i64(vm, v, &n, true);
        if (status) return status;
    }
    if (n < 0) n = n < -len ? 0 : n + len;
    *out = n > len ? len + 1 : n; // one past the end still tells "behind" from "at" the end
    return 0;
}

int arg_bounds(Vm *vm, Value start, Value end, i64 len, i64 *from, i64 *to) {
    *from = 0;
    *to = len;
    int status = arg_bound(vm, start, len, from);
    if (!status) status = arg_bound(vm, end, len, to);
    if (*to > len) *to = len;
    return status;
}

int arg_subscript(Vm *vm, Value key, const char *what, i64 len, i64 *out) {
    if (likely(is_small(key))) *out = small_get(key);
    else {
        if (!has_index(vm, key)) return 1;
        int status = value_index_i64(vm, key, out, true);
        if (status) return status;
        if (*out == INT64_MAX || *out == INT64_MIN)
            return raise_index(vm, "cannot fit '%T' into an index-sized integer", key), IS_ERROR;
    }
    if (*out < 0) *out += len;
    if (*out < 0 || *out >= len) return raise_index(vm, "%sindex out of range", what), IS_ERROR;
    return 0;
}

bool repeat_size(Vm *vm, u64 len, i64 count, const char *what, u64 *total) {
    if (count <= 0 || len == 0) return *total = 0, true;
    if ((u64)count > (u64)INT64_MAX / len) return what ? raise_overflow(vm, "%s", what) : raise_memory(vm), false;
    *total = len * (u64)count;
    if (*total > TEXT_LIMIT) return raise_memory(vm), false;
    charge(vm, *total >> 4);
    return true;
}

void repeat_fill(u8 *data, size_t piece, size_t total) {
    for (size_t done = piece; done < total;) {
        size_t n = done < total - done ? done : total - done;
        memcpy(data + done, data, n);
        done += n;
    }
}

// ---- slots --------------------------------------------------------------------------------------------------------

static void str_dealloc(Vm *vm, Object *o) {
    Str *s = (Str *)o;
    if (s->interned) str_forget(vm, s);
    str_dispose(vm, s);
}

// Does repr only put quotes around this ASCII text?
static bool repr_is_plain(const Str *s) {
    for (u32 i = 0; i < s->len; i++) {
        u8 c = s->data[i];
        if (c < ' ' || c >= 0x7F || c == '\'' || c == '\\') return false;
    }
    return true;
}

static Value str_slot_repr(Vm *vm, Value self) {
    Str *s = str_get(self);
    charge(vm, s->len);
    if (s->ascii && s->len < TEXT_LIMIT - 2 && repr_is_plain(s)) {
        Str *result = str_new(vm, s->len + 2, 0x7F);
        if (!result) return V_ERROR;
        result->data[0] = result->data[s->len + 1] = '\'';
        memcpy(result->data + 1, s->data, s->len);
        return value_object(result);
    }
    Buf buf;
    buf_open(&buf, &vm->mem);
    str_repr(s, &buf);
    return str_value(str_from_buf(vm, &buf));
}

static Value str_slot_str(Vm *vm, Value self) { return str_value(str_exact(vm, str_get(self))); }

static int str_slot_hash(Vm *vm, Value self, i64 *hash) {
    *hash = str_hash(str_get(self));
    return 0;
}

bool compare_holds(int order, CompareOp op) {
    switch (op) {
    case CMP_LT: return order < 0;
    case CMP_LE: return order <= 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

static Value str_slot_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!is_str(b) || !is_str(a)) return V_NOT_IMPLEMENTED;
    const Str *x = str_get(a), *y = str_get(b);
    if (op == CMP_EQ) return value_bool(str_equal(x, y));
    if (op == CMP_NE) return value_bool(!str_equal(x, y));
    return value_bool(compare_holds(str_compare(x, y), op));
}

static int str_slot_truth(Vm *vm, Value self) { return str_get(self)->len != 0; }
static i64 str_slot_len(Vm *vm, Value self) { return str_get(self)->len; }

static Value str_slot_getitem(Vm *vm, Value self, Value key) {
    Str *s = str_get(self);
    i64 at, stop, step, count;
    if (value_is(key, T_SLICE)) {
        int status = slice_resolve(vm, key, s->len, &at, &stop, &step, &count);
        if (status) return fail_with(status);
        if (count == 0) return str_value(str_slice(vm, s, 0, 0));
        if (step == 1) return str_value(str_slice(vm, s, (u32)at, (u32)stop));
        charge(vm, (size_t)count);
        u32 all = 0;
        for (i64 i = 0, from = at; i < count; i++, from += step) all |= str_at(s, (u32)from);
        if (count == 1) return str_value(str_from_char(vm, all));
        Str *result = str_new(vm, (u32)count, s->ascii ? 0x7F : all);
        if (!result) return V_ERROR;
        for (i64 i = 0; i < count; i++, at += step) str_set(result, (u32)i, str_at(s, (u32)at));
        return value_object(result);
    }
    int status = arg_subscript(vm, key, "string ", s->len, &at);
    if (status > 0) return raise_type(vm, "string indices must be integers, not '%T'", key);
    if (status) return fail_with(status);
    return str_value(str_from_char(vm, str_at(s, (u32)at)));
}

static int str_slot_contains(Vm *vm, Value self, Value item) {
    if (!is_str(item)) return raise_type(vm, "'in <string>' requires string as left operand, not %T", item), IS_ERROR;
    const Str *s = str_get(self);
    charge(vm, s->len >> 4);
    return str_find(s, str_get(item), 0, s->len) >= 0;
}

static Value str_slot_binary(Vm *vm, BinaryOp op, Value a, Value b) {
    return op == OP_MOD && is_str(a) ? str_percent(vm, a, b) : V_NOT_IMPLEMENTED;
}

static Value str_slot_concat(Vm *vm, Value a, Value b) {
    if (!is_str(b)) return raise_type(vm, "can only concatenate str (not \"%T\") to str", b);
    charge(vm, (str_get(a)->len + str_get(b)->len) >> 4);
    return str_value(str_concat(vm, str_get(a), str_get(b)));
}

static Value str_slot_repeat(Vm *vm, Value a, i64 count) {
    Str *s = str_get(a);
    u64 total;
    if (count == 1) return str_value(str_exact(vm, s));
    if (!repeat_size(vm, s->len, count, "repeated string is too long", &total)) return V_ERROR;
    if (total == 0) return str_value(str_slice(vm, s, 0, 0));
    Str *result = str_new(vm, (u32)total, s->ascii ? 0x7F : point_max(s->width));
    if (!result) return V_ERROR;
    size_t piece = (size_t)s->len * s->width;
    memcpy(result->data, s->data, piece);
    repeat_fill(result->data, piece, (size_t)total * s->width);
    return value_object(result);
}

// ---- str(…) -------------------------------------------------------------------------------------------------------

// str(bytes, encoding, errors)
static Value decode_argument(Vm *vm, Value object, Value encoding, Value errors) {
    const u8 *data;
    u32 n;
    if (is_str(object)) return raise_type(vm, "decoding str is not supported");
    if (!bytes_view(object, &data, &n))
        return raise_type(vm, "decoding to str: need a bytes-like object, %T found", object);
    return codec_decode(vm, object, data, n, encoding, errors);
}

// In cls, when that is not str itself. Consumes text.
static Value of_class_take(Vm *vm, Value cls, Value text) {
    if (is_marker(text) || object_get(cls) == &vm_type(vm, T_STR)->head) return text;
    Str *s = str_new_subclass(vm, (Type *)object_get(cls), str_get(text));
    decref(vm, text);
    return str_value(s);
}

static Value str_make(Vm *vm, const Value *args, u32 n) {
    Value cls = args[0], object = args[1], encoding = args[2], errors = args[3];
    if (codec_names(vm, "str", encoding, errors)) return V_ERROR;
    Value text;
    if (object == V_UNSET) text = str_value(str_empty(vm));
    else if (encoding != V_UNSET || errors != V_UNSET) text = decode_argument(vm, object, encoding, errors);
    else {
        text = value_str(vm, object);
        if (text == V_PYTHON && object_get(cls) == &vm_type(vm, T_STR)->head) return call_str(vm, object);
    }
    return of_class_take(vm, cls, text);
}

// For the prelude: text in a subclass of str.
static Value str_of_class(Vm *vm, const Value *args, u32 n) { return of_class_take(vm, args[0], own(args[1])); }

// ---- the iterator -------------------------------------------------------------------------------------------------

typedef struct StrIter {
    Object head;
    Str *str; // NULL: exhausted
    u32 at;
} StrIter;

Value str_iter_new(Vm *vm, Value self) {
    StrIter *it = object_new_gc(vm, vm_type(vm, T_STR_ITER), sizeof *it);
    if (!it) return V_ERROR;
    it->str = str_get(own(self));
    return value_object(it);
}

static void str_iter_traverse(Object *o, Visit *visit) { visit_object(visit, ((StrIter *)o)->str); }

static void str_iter_clear(Vm *vm, Object *o) {
    Str *s = ((StrIter *)o)->str;
    ((StrIter *)o)->str = NULL;
    XDECREF(vm, s);
}

static void str_iter_dealloc(Vm *vm, Object *o) {
    str_iter_clear(vm, o);
    object_dispose(vm, o, sizeof(StrIter));
}

static Value str_iter_next(Vm *vm, Value self) {
    StrIter *it = (StrIter *)object_get(self);
    Str *s = it->str;
    if (unlikely(!s)) return V_STOP;
    if (likely(it->at < s->len)) return str_value(str_from_char(vm, str_at(s, it->at++)));
    it->str = NULL;
    DECREF(vm, s);
    return V_STOP;
}

static Value str_iter_length_hint(Vm *vm, const Value *args, u32 n) {
    const StrIter *it = (const StrIter *)object_get(args[0]);
    return value_small(it->str ? it->str->len - it->at : 0);
}

static Value own_self(Vm *vm, Value self) { return own(self); }

static const NativeDef str_iter_methods[] = {
    {"__length_hint__", "($self, /)", str_iter_length_hint},
    {0},
};

const TypeSpec str_iter_spec = {
    .name = "str_ascii_iterator", // CPython has another one for other text; nearly all is ASCII
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT | TYPE_GC, // an instance of a subclass may own its iterator
    .size = sizeof(StrIter),
    .slots = {.dealloc = str_iter_dealloc,
              .traverse = str_iter_traverse,
              .clear = str_iter_clear,
              .iter = own_self,
              .next = str_iter_next},
    .methods = str_iter_methods,
};

// ---- the type -----------------------------------------------------------------------------------------------------

static const SlotPython str_python[] = {
    {SLOT_FORMAT, 0, "_str.format_slot"},
    {SLOT_GETITEM, 0, "_str.getitem"},
    {SLOT_BINARY, OP_MOD, "_str.percent"},
    {0},
};

const TypeSpec str_spec = {
    .name = "str",
    .base = T_OBJECT,
    .flags = TYPE_NO_DICT,
    .size = sizeof(Str),
    .attrs = ATTRS_BEHIND,
    .slots =
        {
            .dealloc = str_dealloc,
            .repr = str_slot_repr,
            .str = str_slot_str,
            .format = str_slot_format,
            .hash = str_slot_hash,
            .compare = str_slot_compare,
            .truth = str_slot_truth,
            .len = str_slot_len,
            .getitem = str_slot_getitem,
            .contains = str_slot_contains,
            .iter = str_iter_new,
            .binary = str_slot_binary,
            .concat = str_slot_concat,
            .repeat = str_slot_repeat,
        },
    .make = {"__new__", "($type, /, object='', encoding='utf-8', errors='strict')", str_make, "_str.make",
             NATIVE_UNPACKED},
    .methods = str_methods,
    .python = str_python,
};

const NativeDef str_intrinsics[] = {
    {"_str_of_class", "(cls, text, /)", str_of_class},
    {"_str_translated", "(item, /)", str_translated},
    {"_percent_parse", "(format, at, /)", percent_parse},
    {"_percent_is_mapping", "(format, values, /)", percent_is_mapping},
    {"_percent_put", "(format, flags, width, precision, conversion, place, value, /)", percent_put, "_str.percent_put"},
    {"_template_next", "(template, at, /)", template_next},
    {"_template_first", "(field, /)", template_first},
    {"_template_part", "(field, at, /)", template_part},
    {"_template_conversion", "(conversion, /)", template_conversion},
    {0},
};
