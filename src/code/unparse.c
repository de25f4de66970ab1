// unparse.c: an annotation back to text, for `from __future__ import annotations`: what CPython writes, sign by sign.
#include "code/compiler.h"
#include "obj/ops.h"

// How tightly an expression binds; one that binds looser than its place asks for gets parentheses.
enum {
    TUPLE,
    TEST,
    OR,
    AND,
    NOT,
    COMPARISON,
    BIT_OR,
    BIT_XOR,
    BIT_AND,
    SHIFT,
    ARITHMETIC,
    TERM,
    FACTOR,
    POWER,
    AWAIT,
    ATOM
};

typedef struct Unparser {
    Compiler *c;
    Buf *out;
} Unparser;

static void put(Unparser *u, const Node *e, int level);

static void text(Unparser *u, const char *s) { buf_text(u->out, s); }
static void put_name(Unparser *u, const Name *name) { buf_add(u->out, name->text, name->length); }

static void open_paren(Unparser *u, bool needed) {
    if (needed) buf_put(u->out, '(');
}
static void close_paren(Unparser *u, bool needed) {
    if (needed) buf_put(u->out, ')');
}

static void put_all(Unparser *u, const Seq *items, int level) {
    for (u32 i = 0; i < items->count; i++) {
        if (i) text(u, ", ");
        put(u, items->items[i], level);
    }
}

static void put_binary(Unparser *u, const Node *e, int level) {
    static const struct {
        const char *text;
        u8 level;
    } operators[] = {
        [OP_Add] = {" + ", ARITHMETIC}, [OP_Sub] = {" - ", ARITHMETIC}, [OP_Mult] = {" * ", TERM},
        [OP_MatMult] = {" @ ", TERM},   [OP_Div] = {" / ", TERM},       [OP_Mod] = {" % ", TERM},
        [OP_Pow] = {" ** ", POWER},     [OP_LShift] = {" << ", SHIFT},  [OP_RShift] = {" >> ", SHIFT},
        [OP_BitOr] = {" | ", BIT_OR},   [OP_BitXor] = {" ^ ", BIT_XOR}, [OP_BitAnd] = {" & ", BIT_AND},
        [OP_FloorDiv] = {" // ", TERM},
    };
    int own = operators[e->BinOp.op].level;
    bool right_first = e->BinOp.op == OP_Pow;
    open_paren(u, level > own);
    put(u, e->BinOp.left, own + right_first);
    text(u, operators[e->BinOp.op].text);
    put(u, e->BinOp.right, own + !right_first);
    close_paren(u, level > own);
}

static void put_unary(Unparser *u, const Node *e, int level) {
    static const char *const operators[] = {"~", "not ", "+", "-"};
    int own = e->UnaryOp.op == OP_Not ? NOT : FACTOR;
    open_paren(u, level > own);
    text(u, operators[e->UnaryOp.op - OP_Invert]);
    put(u, e->UnaryOp.operand, own);
    close_paren(u, level > own);
}

static void put_boolop(Unparser *u, const Node *e, int level) {
    int own = e->BoolOp.op == OP_And ? AND : OR;
    open_paren(u, level > own);
    for (u32 i = 0; i < e->BoolOp.values.count; i++) {
        if (i) text(u, own == AND ? " and " : " or ");
        put(u, e->BoolOp.values.items[i], own + 1);
    }
    close_paren(u, level > own);
}

static void put_compare(Unparser *u, const Node *e, int level) {
    open_paren(u, level > COMPARISON);
    put(u, e->Compare.left, COMPARISON + 1);
    for (u32 i = 0; i < e->Compare.comparators.count; i++) {
        buf_put(u->out, ' ');
        text(u, operator_symbol((Operator)e->Compare.ops[i]));
        buf_put(u->out, ' ');
        put(u, e->Compare.comparators.items[i], COMPARISON + 1);
    }
    close_paren(u, level > COMPARISON);
}

static void put_parameter(Unparser *u, bool *first, const char *stars, const Node *parameter, const Node *value) {
    if (!*first) text(u, ", ");
    *first = false;
    text(u, stars);
    if (parameter) put_name(u, parameter->arg.arg);
    if (!value) return;
    buf_put(u->out, '=');
    put(u, value, TEST);
}

static void put_lambda(Unparser *u, const Node *e, int level) {
    const Node *a = e->Lambda.args;
    const Seq *posonly = &a->arguments.posonlyargs, *args = &a->arguments.args, *defaults = &a->arguments.defaults;
    u32 n = posonly->count + args->count, plain = n - defaults->count;
    bool first = true;
    open_paren(u, level > TEST);
    text(u, n + a->arguments.kwonlyargs.count || a->arguments.vararg || a->arguments.kwarg ? "lambda " : "lambda");
    for (u32 i = 0; i < n; i++) {
        const Node *p = i < posonly->count ? posonly->items[i] : args->items[i - posonly->count];
        put_parameter(u, &first, "", p, i < plain ? NULL : defaults->items[i - plain]);
        if (i + 1 == posonly->count) text(u, ", /");
    }
    if (a->arguments.vararg || a->arguments.kwonlyargs.count) put_parameter(u, &first, "*", a->arguments.vararg, NULL);
    for (u32 i = 0; i < a->arguments.kwonlyargs.count; i++)
        put_parameter(u, &first, "", a->arguments.kwonlyargs.items[i], a->arguments.kw_defaults.items[i]);
    if (a->arguments.kwarg) put_parameter(u, &first, "**", a->arguments.kwarg, NULL);
    text(u, ": ");
    put(u, e->Lambda.body, TEST);
    close_paren(u, level > TEST);
}

static void put_comprehension(Unparser *u, const Node *e) {
    bool dict = e->kind == NODE_DictComp;
    const Seq *generators = dict ? &e->DictComp.generators : &e->ListComp.generators;
    text(u, e->kind == NODE_GeneratorExp ? "(" : e->kind == NODE_ListComp ? "[" : "{");
    put(u, dict ? e->DictComp.key : e->ListComp.elt, TEST);
    if (dict) {
        text(u, ": ");
        put(u, e->DictComp.value, TEST);
    }
    for (u32 i = 0; i < generators->count; i++) {
        const Node *g = generators->items[i];
        text(u, g->comprehension.is_async ? " async for " : " for ");
        put(u, g->comprehension.target, TUPLE);
        text(u, " in ");
        put(u, g->comprehension.iter, TEST + 1);
        for (u32 k = 0; k < g->comprehension.ifs.count; k++) {
            text(u, " if ");
            put(u, g->comprehension.ifs.items[k], TEST + 1);
        }
    }
    text(u, e->kind == NODE_GeneratorExp ? ")" : e->kind == NODE_ListComp ? "]" : "}");
}

static void put_dict(Unparser *u, const Node *e) {
    buf_put(u->out, '{');
    for (u32 i = 0; i < e->Dict.values.count; i++) {
        const Node *key = e->Dict.keys.items[i];
        if (i) text(u, ", ");
        if (key) {
            put(u, key, TEST);
            text(u, ": ");
        } else text(u, "**");
        put(u, e->Dict.values.items[i], key ? TEST : BIT_OR);
    }
    buf_put(u->out, '}');
}

static void put_call(Unparser *u, const Node *e) {
    const Seq *args = &e->Call.args, *keywords = &e->Call.keywords;
    put(u, e->Call.func, ATOM);
    if (args->count == 1 && !keywords->count && args->items[0]->kind == NODE_GeneratorExp)
        return put(u, args->items[0], TEST);
    buf_put(u->out, '(');
    put_all(u, args, TEST);
    for (u32 i = 0; i < keywords->count; i++) {
        const Node *k = keywords->items[i];
        if (i || args->count) text(u, ", ");
        if (k->keyword.arg) {
            put_name(u, k->keyword.arg);
            buf_put(u->out, '=');
        } else text(u, "**");
        put(u, k->keyword.value, TEST);
    }
    buf_put(u->out, ')');
}

// repr of a value that needs no Python; consumed.
static void put_repr(Unparser *u, Value v) {
    Vm *vm = u->c->vm;
    Value s = v == V_ERROR ? V_ERROR : value_repr(vm, v);
    if (v != V_ERROR) decref(vm, v);
    if (!value_is(s, T_STR)) {
        u->c->failed = true;
        return;
    }
    Buf own;
    buf_open(&own, &vm->mem);
    str_utf8(str_get(s), &own);
    decref(vm, s);
    // An infinite number has no name in the language.
    const u8 *inf = is_float(v) || value_is(v, T_COMPLEX) ? memchr(own.data, 'i', own.len) : NULL;
    if (inf) {
        size_t before = (size_t)(inf - own.data);
        buf_add(u->out, own.data, before);
        text(u, "1e309");
        buf_add(u->out, inf + 3, own.len - before - 3);
    } else buf_add(u->out, own.data, own.len);
    if (own.failed) u->out->failed = true;
    buf_close(&own);
}

static void put_constant(Unparser *u, const Constant *k) {
    if (k->kind == CONST_ELLIPSIS) return text(u, "...");
    if (k->kind == CONST_STR && k->u_prefix) buf_put(u->out, 'u');
    put_repr(u, constant_value(u->c, k));
}

// The inside of an f-string or t-string.
static void put_parts(Unparser *u, const Node *e) {
    const Seq *parts =
        e->kind == NODE_JoinedStr || e->kind == NODE_TemplateStr ? &e->JoinedStr.values : &(Seq){(Node **)&e, 1};
    for (u32 i = 0; i < parts->count; i++) {
        const Node *part = parts->items[i];
        if (part->kind == NODE_Constant) {
            const Constant *k = &part->Constant.value;
            for (u32 n = 0; n < k->text.length; n++) {
                u8 b = k->text.bytes[n];
                if (b == '{' || b == '}') buf_put(u->out, b);
                buf_put(u->out, b);
            }
            continue;
        }
        bool formatted = part->kind == NODE_FormattedValue;
        if (!formatted && part->kind != NODE_Interpolation) {
            put_parts(u, part);
            continue;
        }
        Buf own;
        buf_open(&own, &u->c->vm->mem);
        Unparser inner = {u->c, &own};
        put(&inner, formatted ? part->FormattedValue.value : part->Interpolation.value, TEST + 1);
        text(u, own.len && own.data[0] == '{' ? "{ " : "{");
        buf_add(u->out, own.data, own.len);
        if (own.failed) u->out->failed = true;
        buf_close(&own);
        i32 conversion = formatted ? part->FormattedValue.conversion : part->Interpolation.conversion;
        const Node *spec = formatted ? part->FormattedValue.format_spec : part->Interpolation.format_spec;
        if (conversion > 0) buf_format(u->out, "!%c", conversion);
        if (spec) {
            buf_put(u->out, ':');
            put_parts(u, spec);
        }
        buf_put(u->out, '}');
    }
}

static void put_string(Unparser *u, const Node *e) {
    Buf own;
    buf_open(&own, &u->c->vm->mem);
    Unparser inner = {u->c, &own};
    put_parts(&inner, e);
    buf_put(u->out, e->kind == NODE_TemplateStr || e->kind == NODE_Interpolation ? 't' : 'f');
    put_repr(u, own.failed ? V_ERROR : text_value(u->c, own.data ? own.data : (const u8 *)"", (u32)own.len));
    if (own.failed) u->out->failed = true;
    buf_close(&own);
}

static void put_compound(Unparser *u, const Node *e, int level) {
    switch (e->kind) {
    case NODE_BoolOp: put_boolop(u, e, level); break;
    case NODE_BinOp: put_binary(u, e, level); break;
    case NODE_UnaryOp: put_unary(u, e, level); break;
    case NODE_Compare: put_compare(u, e, level); break;
    case NODE_Lambda: put_lambda(u, e, level); break;
    case NODE_IfExp:
        open_paren(u, level > TEST);
        put(u, e->IfExp.body, TEST + 1);
        text(u, " if ");
        put(u, e->IfExp.test, TEST + 1);
        text(u, " else ");
        put(u, e->IfExp.orelse, TEST);
        close_paren(u, level > TEST);
        break;
    case NODE_NamedExpr:
        open_paren(u, level > TUPLE);
        put(u, e->NamedExpr.target, ATOM);
        text(u, " := ");
        put(u, e->NamedExpr.value, ATOM);
        close_paren(u, level > TUPLE);
        break;
    case NODE_Dict: put_dict(u, e); break;
    case NODE_Set:
        buf_put(u->out, '{');
        put_all(u, &e->Set.elts, TEST);
        buf_put(u->out, '}');
        break;
    case NODE_List:
        buf_put(u->out, '[');
        put_all(u, &e->List.elts, TEST);
        buf_put(u->out, ']');
        break;
    case NODE_Tuple: {
        bool paren = level > TUPLE || !e->Tuple.elts.count;
        open_paren(u, paren);
        put_all(u, &e->Tuple.elts, TEST);
        if (e->Tuple.elts.count == 1) buf_put(u->out, ',');
        close_paren(u, paren);
        break;
    }
    case NODE_ListComp:
    case NODE_SetComp:
    case NODE_DictComp:
    case NODE_GeneratorExp: put_comprehension(u, e); break;
    case NODE_Await:
        open_paren(u, level > AWAIT);
        text(u, "await ");
        put(u, e->Await.value, ATOM);
        close_paren(u, level > AWAIT);
        break;
    case NODE_Yield:
        text(u, e->Yield.value ? "(yield " : "(yield");
        if (e->Yield.value) put(u, e->Yield.value, TEST);
        buf_put(u->out, ')');
        break;
    case NODE_YieldFrom:
        text(u, "(yield from ");
        put(u, e->YieldFrom.value, TEST);
        buf_put(u->out, ')');
        break;
    case NODE_Call: put_call(u, e); break;
    case NODE_JoinedStr:
    case NODE_TemplateStr:
    case NODE_FormattedValue:
    case NODE_Interpolation: put_string(u, e); break;
    case NODE_Attribute:
        put(u, e->Attribute.value, ATOM);
        if (e->Attribute.value->kind == NODE_Constant && (e->Attribute.value->Constant.value.kind == CONST_INT ||
                                                          e->Attribute.value->Constant.value.kind == CONST_BIG))
            buf_put(u->out, ' ');
        buf_put(u->out, '.');
        put_name(u, e->Attribute.attr);
        break;
    case NODE_Subscript:
        put(u, e->Subscript.value, ATOM);
        buf_put(u->out, '[');
        put(u, e->Subscript.slice, TUPLE);
        buf_put(u->out, ']');
        break;
    case NODE_Starred:
        buf_put(u->out, '*');
        put(u, e->Starred.value, BIT_OR);
        break;
    case NODE_Slice:
        if (e->Slice.lower) put(u, e->Slice.lower, TEST);
        buf_put(u->out, ':');
        if (e->Slice.upper) put(u, e->Slice.upper, TEST);
        if (e->Slice.step) {
            buf_put(u->out, ':');
            put(u, e->Slice.step, TEST);
        }
        break;
    default: break;
    }
}

static void put(Unparser *u, const Node *e, int level) {
    if (e->kind == NODE_Name) return put_name(u, e->Name.id);
    if (e->kind == NODE_Constant) return put_constant(u, &e->Constant.value);
    if (!recursion_enter(u->c)) return;
    put_compound(u, e, level);
    recursion_leave(u->c);
}

Value unparse(Compiler *c, Node *e) {
    Buf out;
    buf_open(&out, &c->vm->mem);
    Unparser u = {c, &out};
    put(&u, e, TEST);
    Value v = V_ERROR;
    if (out.failed) fail_memory(c);
    else if (!c->failed) v = text_value(c, out.data ? out.data : (const u8 *)"", (u32)out.len);
    buf_close(&out);
    return v;
}
