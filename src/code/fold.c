// fold.c: constants: the values of literals, and expressions whose value is known when compiling. What is folded, and
// up to which size, is CPython's choice where a program can tell.
#include "code/compiler.h"
#include "obj/call.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/range.h"

#define MAX_BITS 128      // of a folded integer
#define MAX_TEXT 4096     // of a folded string
#define MAX_ITEMS 256     // of a folded tuple
#define NOT_CONSTANT 0x80 // in Node.parenthesized: tried already

// A str; one that looks like a name is interned.
Value text_value(Compiler *c, const u8 *bytes, u32 length) {
    bool name = length <= 64;
    for (u32 i = 0; i < length && name; i++) {
        u8 b = bytes[i];
        name = (u32)(b | 32) - 'a' < 26 || (u32)b - '0' < 10 || b == '_';
    }
    Str *s = name ? str_intern(c->vm, bytes, length) : str_from_utf8(c->vm, bytes, length);
    return s ? value_object(s) : V_ERROR;
}

Value constant_value(Compiler *c, const Constant *k) {
    Vm *vm = c->vm;
    switch (k->kind) {
    case CONST_TRUE: return V_TRUE;
    case CONST_FALSE: return V_FALSE;
    case CONST_ELLIPSIS: return V_ELLIPSIS;
    case CONST_INT: return small_fits(k->integer) ? value_small(k->integer) : int_from_i64(vm, k->integer);
    case CONST_BIG: return int_from_literal(vm, (const char *)k->text.bytes, k->text.length, k->base);
    case CONST_FLOAT: return value_float(k->real);
    case CONST_IMAGINARY: return complex_new(vm, 0, k->real);
    case CONST_STR: return text_value(c, k->text.bytes, k->text.length);
    case CONST_BYTES: {
        Bytes *b = bytes_from(vm, k->text.bytes, k->text.length);
        return b ? value_object(b) : V_ERROR;
    }
    default: return V_NONE;
    }
}

// ---- operators ------------------------------------------------------------------------------------------------------

static u32 int_bits(Value v) {
    i64 n;
    if (!is_int(v)) return 0;
    if (!int_to_i64(v, &n)) return value_is(v, T_INT) ? 32 * int_object(v)->count : 64;
    u64 m = n < 0 ? 0 - (u64)n : (u64)n;
    return m ? 64 - (u32)__builtin_clzll(m) : 0;
}

static bool is_number(Value v) { return is_int(v) || is_float(v) || value_is(v, T_COMPLEX); }

static bool sequence_length(Value v, u32 *length, u32 *limit) {
    if (value_is(v, T_STR)) *length = str_get(v)->len, *limit = MAX_TEXT;
    else if (value_is(v, T_BYTES)) *length = bytes_get(v)->len, *limit = MAX_TEXT;
    else if (value_is(v, T_TUPLE)) *length = tuple_get(v)->len, *limit = MAX_ITEMS;
    else return false;
    return true;
}

static bool repeat_is_safe(Value sequence, Value count) {
    u32 length, limit;
    i64 n;
    return sequence_length(sequence, &length, &limit) && is_int(count) && int_to_i64(count, &n) && n >= 0 &&
           n <= limit && (u64)n * length <= limit;
}

static bool is_safe(u32 op, Value a, Value b) {
    u32 length, more, limit;
    i64 n;
    bool ints = is_int(a) && is_int(b);
    switch (op) {
    case OP_Mult:
        if (ints) return int_bits(a) + int_bits(b) <= MAX_BITS;
        return (is_number(a) && is_number(b)) || repeat_is_safe(a, b) || repeat_is_safe(b, a);
    case OP_Pow:
        if (!ints) return is_number(a) && is_number(b);
        if (!int_to_i64(b, &n)) return false;
        return n < 0 ? true : n <= MAX_BITS && int_bits(a) * (u64)n <= MAX_BITS;
    case OP_LShift: return ints && int_to_i64(b, &n) && n >= 0 && n <= MAX_BITS && int_bits(a) + n <= MAX_BITS;
    case OP_Add:
        if (sequence_length(a, &length, &limit) && sequence_length(b, &more, &limit))
            return shape_of(a) == shape_of(b) && (u64)length + more <= limit;
        return is_number(a) && is_number(b);
    case OP_MatMult: return false;
    default: return is_number(a) && is_number(b);
    }
}

static bool take_result(Compiler *c, Value result, Value *out) {
    if (result == V_ERROR) {
        // 1 / 0 and the like: raised when it runs. Out of memory is out of memory.
        if (exc_matches(c->vm, T_MemoryError)) c->failed = true;
        else exc_clear(c->vm);
        return false;
    }
    if (is_marker(result) || result == V_NOT_IMPLEMENTED) return false;
    *out = result;
    return true;
}

// One operator with its left side known; consumes it.
static bool fold_step(Compiler *c, Node *e, Value left, Value *out) {
    Value right;
    bool ok = fold(c, e->BinOp.right, &right);
    if (ok) {
        ok = is_safe(e->BinOp.op, left, right) &&
             take_result(c, value_binary(c->vm, binary_operators[e->BinOp.op], left, right), out);
        decref(c->vm, right);
    }
    decref(c->vm, left);
    return ok;
}

// a + b + c …: from the bottom of the left spine up. The parts that are no constants are marked.
static bool fold_binary(Compiler *c, Node *e, Value *out) {
    Node *bottom = e, *few[8], **spine = few;
    u32 n = 1;
    while (bottom->BinOp.left->kind == NODE_BinOp) bottom = bottom->BinOp.left, n++;
    if (n > countof(few) && !(spine = arena_get(c, n * sizeof *spine))) return false;
    for (u32 i = n; i-- > 0; e = e->BinOp.left) spine[i] = e;
    u32 i = 0;
    while (i < n && spine[i]->parenthesized & NOT_CONSTANT) i++;
    bool ok = i == 0 && fold(c, bottom->BinOp.left, out);
    for (i = 0; i < n && ok; i++)
        if (!(ok = fold_step(c, spine[i], *out, out))) break;
    for (; !ok && i < n; i++) spine[i]->parenthesized |= NOT_CONSTANT;
    return ok;
}

static bool fold_unary(Compiler *c, Node *e, Value *out) {
    Value v;
    if (e->UnaryOp.op == OP_Not) {
        int truth = fold_truth(c, e->UnaryOp.operand);
        *out = value_bool(truth == 0);
        return truth >= 0;
    }
    if (!fold(c, e->UnaryOp.operand, &v)) return false;
    bool ok = is_number(v) && !(e->UnaryOp.op == OP_Invert && is_bool(v));
    if (ok && e->UnaryOp.op == OP_USub && is_small(v) && v != value_small(SMALL_MIN)) *out = value_small(-small_get(v));
    else if (ok && is_float(v) && e->UnaryOp.op == OP_USub) *out = value_float(-float_get(v));
    else if (ok) ok = take_result(c, value_unary(c->vm, unary_operators[e->UnaryOp.op - OP_Invert], v), out);
    decref(c->vm, v);
    return ok;
}

bool fold_items(Compiler *c, const Seq *items, Value *out) {
    // Look before building: most displays are not constant.
    for (u32 i = 0; i < items->count; i++) {
        u8 kind = items->items[i]->kind;
        if (kind != NODE_Constant && kind != NODE_UnaryOp && kind != NODE_BinOp && kind != NODE_Tuple) return false;
    }
    Tuple *tuple = tuple_new(c->vm, items->count);
    if (!tuple) return c->failed = true, false;
    for (u32 i = 0; i < items->count; i++) {
        Value v;
        if (!fold(c, items->items[i], &v)) {
            DECREF(c->vm, tuple);
            return false;
        }
        tuple->items[i] = v;
    }
    *out = value_object(tuple);
    return true;
}

static bool fold_slice(Compiler *c, Node *e, Value *out) {
    Node *parts[3] = {e->Slice.lower, e->Slice.upper, e->Slice.step};
    Value values[3] = {V_NONE, V_NONE, V_NONE};
    bool ok = true;
    for (u32 i = 0; i < 3 && ok; i++)
        if (parts[i])
            ok = (parts[i]->kind == NODE_Constant || parts[i]->kind == NODE_UnaryOp) && fold(c, parts[i], &values[i]);
    if (ok) ok = take_result(c, slice_new(c->vm, values[0], values[1], values[2]), out);
    for (u32 i = 0; i < 3; i++) decref(c->vm, values[i]);
    return ok;
}

// 'abc'[1]
static bool fold_subscript(Compiler *c, Node *e, Value *out) {
    Value object, key;
    u32 length, limit;
    if (e->Subscript.value->kind != NODE_Constant && e->Subscript.value->kind != NODE_Tuple) return false;
    if (!fold(c, e->Subscript.slice, &key)) return false;
    bool ok = fold(c, e->Subscript.value, &object);
    if (ok) {
        ok = sequence_length(object, &length, &limit) && take_result(c, value_getitem(c->vm, object, key), out);
        decref(c->vm, object);
    }
    decref(c->vm, key);
    return ok;
}

bool fold(Compiler *c, Node *e, Value *out) {
    if (e->kind == NODE_Constant) {
        *out = constant_value(c, &e->Constant.value);
        if (*out != V_ERROR) return true;
        c->failed = true;
        return false;
    }
    if (e->parenthesized & NOT_CONSTANT || c->failed) return false;
    bool ok = false;
    if (e->kind == NODE_BinOp || e->kind == NODE_UnaryOp || e->kind == NODE_Tuple || e->kind == NODE_Slice ||
        e->kind == NODE_Subscript) {
        if (c->recursion >= MAX_RECURSION) return false;
        c->recursion++;
        switch (e->kind) {
        case NODE_BinOp: ok = fold_binary(c, e, out); break;
        case NODE_UnaryOp: ok = fold_unary(c, e, out); break;
        case NODE_Tuple: ok = fold_items(c, &e->Tuple.elts, out); break;
        case NODE_Subscript: ok = fold_subscript(c, e, out); break;
        default: ok = fold_slice(c, e, out);
        }
        recursion_leave(c);
    }
    if (!ok) e->parenthesized |= NOT_CONSTANT;
    return ok;
}

int fold_truth(Compiler *c, Node *e) {
    if (e->kind == NODE_Constant) {
        const Constant *k = &e->Constant.value;
        switch (k->kind) {
        case CONST_NONE:
        case CONST_FALSE: return 0;
        case CONST_INT: return k->integer != 0;
        case CONST_FLOAT:
        case CONST_IMAGINARY: return k->real != 0;
        case CONST_STR:
        case CONST_BYTES: return k->text.length != 0;
        default: return 1;
        }
    }
    if (e->kind == NODE_Name) return name_is(e->Name.id, "__debug__") ? 1 : -1;
    Value v;
    if ((e->kind != NODE_BinOp && e->kind != NODE_UnaryOp && e->kind != NODE_Tuple) || !fold(c, e, &v)) return -1;
    int truth = value_truth(c->vm, v);
    decref(c->vm, v);
    return truth < 0 ? -1 : truth;
}

// `x in {1, 2}`: the set as a constant.
Value frozenset_of(Compiler *c, Value v) {
    Tuple *tuple = tuple_get(v);
    Set *set = set_new(c->vm, T_FROZENSET);
    for (u32 i = 0; i < tuple->len && set; i++) {
        if (set_add(c->vm, set, tuple->items[i]) == 0) continue;
        DECREF(c->vm, set);
        set = NULL;
    }
    decref(c->vm, v);
    return set ? value_object(set) : V_ERROR;
}

// ---- docstrings -----------------------------------------------------------------------------------------------------

static void expand_tabs(Buf *to, const u8 *text, u32 length) {
    u32 column = 0;
    for (u32 i = 0; i < length; i++) {
        u8 b = text[i];
        if (b == '\t') {
            do buf_put(to, ' ');
            while (++column & 7);
            continue;
        }
        buf_put(to, b);
        if (b == '\n' || b == '\r') column = 0;
        else if ((b & 0xC0) != 0x80) column++;
    }
}

// Without the indentation that all lines but the first share.
static Value clean_docstring(Compiler *c, const u8 *text, u32 length) {
    Buf whole, out;
    buf_open(&whole, &c->vm->mem);
    buf_open(&out, &c->vm->mem);
    expand_tabs(&whole, text, length);
    size_t n = whole.len, margin = SIZE_MAX, i = 0;
    const u8 *s = whole.data;
    while (i < n && s[i++] != '\n') {}
    while (i < n) {
        size_t start = i;
        while (i < n && s[i] == ' ') i++;
        if (i < n && s[i] != '\n' && i - start < margin) margin = i - start;
        while (i < n && s[i++] != '\n') {}
    }
    if (margin == SIZE_MAX) margin = 0;
    i = 0;
    while (i < n && s[i] == ' ') i++;
    for (bool first = true; i < n; first = false) {
        for (size_t k = 0; !first && k < margin && i < n && s[i] == ' '; k++) i++;
        size_t start = i;
        while (i < n && s[i++] != '\n') {}
        buf_add(&out, s + start, i - start);
    }
    Value v = V_ERROR;
    if (whole.failed || out.failed) raise_memory(c->vm);
    else v = text_value(c, out.data ? out.data : (const u8 *)"", (u32)out.len);
    buf_close(&whole);
    buf_close(&out);
    return v;
}

Value docstring_of(Compiler *c, const Seq *body) {
    if (!body->count) return V_UNSET;
    const Node *s = body->items[0];
    if (s->kind != NODE_Expr || s->Expr.value->kind != NODE_Constant) return V_UNSET;
    const Constant *k = &s->Expr.value->Constant.value;
    return k->kind == CONST_STR ? clean_docstring(c, k->text.bytes, k->text.length) : V_UNSET;
}
