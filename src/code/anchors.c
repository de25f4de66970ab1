// anchors.c: where the carets of a traceback line stand: the operator of a binary operation, the brackets of a subscript,
// the parentheses of a call, found by parsing the piece of source (CPython's _extract_caret_anchors_from_line_segment).
#include "code/code.h"
#include "obj/call.h"
#include "tree/tree.h"

typedef struct Place { u32 line, col; } Place; // line from 0, col in bytes

static const u8 *line_text(const Tree *tree, u32 line, u32 *length) { return source_line(&tree->source, line + 1, length); }

// The next place behind `at` that is no space; comments and continuations are skipped. `skip`: closing parentheses too.
static bool next_code(const Tree *tree, Place *at, bool skip_parens, Place end) {
    for (;;) {
        u32 length;
        const u8 *text = line_text(tree, at->line, &length);
        while (at->col < length) {
            u8 c = text[at->col];
            if (c == '\\' || c == '#') break;
            if (c == ' ' || c == '\t' || c == '\f' || (skip_parens && c == ')')) at->col++;
            else return true;
        }
        at->line++;
        at->col = 0;
        if (at->line > end.line) return false;
    }
}

static u32 characters(const u8 *text, u32 bytes) {
    u32 n = 0;
    for (u32 i = 0; i < bytes; i++) n += (text[i] & 0xC0) != 0x80;
    return n;
}

// (left line, left column, right line, right column) in the segment, columns in characters; None.
static Value answer(Vm *vm, const Tree *tree, Place left, Place right) {
    u32 length;
    const u8 *l = line_text(tree, left.line, &length);
    u32 lc = characters(l, left.col < length ? left.col : length);
    const u8 *r = line_text(tree, right.line, &length);
    u32 rc = characters(r, right.col < length ? right.col : length);
    // the segment stands on line 1 of "(\n…\n)"
    Tuple *t = tuple_pack(vm, 4, value_small(left.line - 1), value_small(lc), value_small(right.line - 1), value_small(rc));
    return t ? value_object(t) : V_ERROR;
}

static Place end_of(const Node *n) { return (Place){n->end_lineno - 1, n->end_col_offset}; }

static Value find(Vm *vm, const Tree *tree, const Node *e) {
    u32 length;
    Place end = end_of(e), left, right;
    switch (e->kind) {
    case NODE_BinOp: {
        left = end_of(e->BinOp.left);
        if (!next_code(tree, &left, true, end)) return V_NONE;
        right = (Place){left.line, left.col + 1};
        const u8 *text = line_text(tree, right.line, &length);
        if (right.col < length && text[right.col] != ' ' && text[right.col] != '\t' && text[right.col] != '\\' && text[right.col] != '#')
            // a second character of the operator
            if (strchr("*/<>@=", text[right.col])) right.col++;
        return answer(vm, tree, left, right);
    }
    case NODE_Subscript: {
        left = end_of(e->Subscript.value);
        if (!next_code(tree, &left, true, end)) return V_NONE;
        while (line_text(tree, left.line, &length)[left.col] != '[')
            if (++left.col >= length) return V_NONE;
        return answer(vm, tree, left, end);
    }
    case NODE_Call: {
        left = end_of(e->Call.func);
        if (!next_code(tree, &left, true, end)) return V_NONE;
        while (line_text(tree, left.line, &length)[left.col] != '(')
            if (++left.col >= length) return V_NONE;
        return answer(vm, tree, left, end);
    }
    default: return V_NONE;
    }
}

static Value i_anchors(Vm *vm, const Value *args, u32 n) {
    Buf text;
    buf_open(&text, &vm->mem);
    buf_text(&text, "(\n");
    str_utf8(str_get(args[0]), &text);
    buf_text(&text, "\n)");
    Tree tree;
    tree_open(&tree, &vm->mem);
    Value v = V_NONE;
    Node *root = text.failed ? NULL : tree_parse(&tree, text.data, text.len, TREE_FILE, TREE_IGNORE_COOKIE | TREE_ALLOW_TOP_LEVEL_AWAIT);
    if (root && root->Module.body.count == 1 && root->Module.body.items[0]->kind == NODE_Expr)
        v = find(vm, &tree, root->Module.body.items[0]->Expr.value);
    tree_close(&tree);
    buf_close(&text);
    return v;
}

// _is_whole_call(text, lines, start, end): is the piece the whole of `f(…)`, `return f(…)` or `x = f(…)`'s call? Then carets say nothing.
static Value i_is_whole_call(Vm *vm, const Value *args, u32 n) {
    Buf text;
    buf_open(&text, &vm->mem);
    str_utf8(str_get(args[0]), &text);
    Tree tree;
    tree_open(&tree, &vm->mem);
    bool whole = false;
    Node *root = text.failed ? NULL : tree_parse(&tree, text.data ? text.data : (const u8 *)"", text.len, TREE_FILE, TREE_IGNORE_COOKIE | TREE_ALLOW_TOP_LEVEL_AWAIT);
    if (root && root->Module.body.count) {
        Node *s = root->Module.body.items[0], *call = NULL;
        if (s->kind == NODE_Return && s->Return.value && s->Return.value->kind == NODE_Call && s->Return.value->Call.func->kind == NODE_Name)
            call = s->Return.value;
        if (s->kind == NODE_Assign && s->Assign.value->kind == NODE_Call) call = s->Assign.value;
        whole = call && call->lineno == 1 && call->end_lineno == (u32)small_get(args[1]) && call->col_offset == (u32)small_get(args[2]) &&
                call->end_col_offset == (u32)small_get(args[3]);
    }
    tree_close(&tree);
    buf_close(&text);
    return value_bool(whole);
}

const NativeDef anchors_intrinsics[] = {
    {"_anchors", "(segment, /)", i_anchors, NULL, 0},
    {"_is_whole_call", "(text, lines, start, end, /)", i_is_whole_call, NULL, 0},
    {0},
};
