// encode.c: see encode.h.
#include "host/encode.h"
#include "obj/bytes.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/str_impl.h"
#include "obj/type.h"

#define DEPTH 100

static void put_u32(Buf *out, u32 n) { buf_add(out, &n, 4); } // every platform of ours is little-endian
static void put_double(Buf *out, u8 kind, double d) {
    buf_put(out, kind);
    buf_add(out, &d, 8);
}
static void put_text(Buf *out, u8 kind, const void *bytes, size_t n) {
    buf_put(out, kind);
    put_u32(out, (u32)n);
    buf_add(out, bytes, n);
}
static void put_str(Vm *vm, Buf *out, const Str *s) {
    Buf text;
    buf_open(&text, &vm->mem);
    str_utf8(s, &text);
    put_text(out, 's', text.data, text.len);
    out->failed |= text.failed;
    buf_close(&text);
}

static void other(Vm *vm, Value v, Dict *reprs, Buf *out) {
    buf_put(out, 'o');
    Str *name = str_format(vm, "%T", v), *repr = NULL;
    Value made = V_UNSET;
    if (reprs && is_object(v) && dict_find(vm, reprs, value_small((i64)(uintptr_t)object_get(v)), &made) == 1 && value_has(made, SHAPE_STR))
        repr = str_get(own(made));
    else repr = str_format(vm, "%R", v);
    if (name && repr) {
        put_str(vm, out, name);
        put_str(vm, out, repr);
    } else out->failed = true;
    XDECREF(vm, name);
    XDECREF(vm, repr);
    exc_clear(vm);
}

static void encode(Vm *vm, Value v, Dict *reprs, Buf *out, u32 depth) {
    i64 n;
    if (v == V_NONE || v == V_UNSET) buf_put(out, 'N');
    else if (is_bool(v)) buf_put(out, v == V_TRUE ? 'T' : 'F');
    else if (is_small(v)) put_double(out, 'i', (double)small_get(v));
    else if (is_float(v)) put_double(out, 'f', float_get(v));
    else if (is_int(v)) {
        if (int_to_i64(v, &n) && n >= -(1ll << 53) && n <= 1ll << 53) {
            put_double(out, 'i', (double)n);
            return;
        }
        Buf text;
        buf_open(&text, &vm->mem);
        int_text(vm, v, 10, &text);
        put_text(out, 'I', text.data, text.len);
        buf_close(&text);
    } else if (value_has(v, SHAPE_STR)) put_str(vm, out, str_get(v));
    else if (value_has(v, SHAPE_BYTES)) put_text(out, 'b', bytes_get(v)->data, bytes_get(v)->len);
    else if (depth < DEPTH && value_has(v, SHAPE_LIST | SHAPE_TUPLE)) {
        bool list = value_has(v, SHAPE_LIST);
        u32 len = list ? list_get(v)->len : tuple_get(v)->len;
        Value *items = list ? list_get(v)->items : tuple_get(v)->items;
        buf_put(out, list ? 'l' : 't');
        put_u32(out, len);
        for (u32 i = 0; i < len; i++) encode(vm, items[i], reprs, out, depth + 1);
    } else if (depth < DEPTH && value_has(v, SHAPE_SETTYPE)) {
        u32 place = 0;
        Value key;
        buf_put(out, 'S');
        put_u32(out, set_get(v)->len);
        while (set_each(set_get(v), &place, &key)) encode(vm, key, reprs, out, depth + 1);
    } else if (depth < DEPTH && value_has(v, SHAPE_DICTTYPE)) {
        u32 place = 0;
        Value key, value;
        buf_put(out, 'd');
        put_u32(out, dict_get(v)->len);
        while (dict_each(dict_get(v), &place, &key, &value)) {
            encode(vm, key, reprs, out, depth + 1);
            encode(vm, value, reprs, out, depth + 1);
        }
    } else other(vm, v, reprs, out);
}

void encode_failure(const Type *type, Buf *out) {
    Buf name;
    buf_open(&name, out->mem);
    type_name_text(type, &name);
    buf_clear(out);
    buf_put(out, 't');
    put_u32(out, 3);
    if (name.failed) put_text(out, 's', "MemoryError", 11);
    else put_text(out, 's', name.data, name.len);
    put_text(out, 's', "", 0);
    put_text(out, 's', "", 0);
    buf_close(&name);
}

void encode_value(Vm *vm, Value v, Dict *reprs, Buf *out) { encode(vm, v, reprs, out, 0); }
