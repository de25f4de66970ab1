// expr.c: expressions. Each form compiles into the next temporary (push), to an operand that may be a local in place
// (operand), into a near local (into), or to a jump on its truth (jump).
#include "code/compiler.h"

const u8 binary_operators[] = {
    [OP_Add] = OP_ADD,           [OP_Sub] = OP_SUB,  [OP_Mult] = OP_MUL,   [OP_MatMult] = OP_MATMUL,
    [OP_Div] = OP_TRUEDIV,       [OP_Mod] = OP_MOD,  [OP_Pow] = OP_POW,    [OP_LShift] = OP_LSHIFT,
    [OP_RShift] = OP_RSHIFT,     [OP_BitOr] = OP_OR, [OP_BitXor] = OP_XOR, [OP_BitAnd] = OP_AND,
    [OP_FloorDiv] = OP_FLOORDIV,
};

const u8 unary_operators[] = {
    [OP_Invert - OP_Invert] = OP_INVERT,
    [OP_UAdd - OP_Invert] = OP_POS,
    [OP_USub - OP_Invert] = OP_NEG,
};

// The _T form of operators that have instructions of their own (X_K, X_L, X_KL follow it), else 0.
static u32 operator_fast(u32 op) {
    switch (op) {
    case OP_Add: return OP_ADD_T;
    case OP_Sub: return OP_SUB_T;
    case OP_Mult: return OP_MUL_T;
    case OP_Div: return OP_TRUEDIV_T;
    case OP_FloorDiv: return OP_FLOORDIV_T;
    case OP_Mod: return OP_MOD_T;
    case OP_BitAnd: return OP_AND_T;
    default: return 0;
    }
}

static bool has_star(const Seq *items) {
    for (u32 i = 0; i < items->count; i++)
        if (items->items[i]->kind == NODE_Starred) return true;
    return false;
}

// ---- operands -------------------------------------------------------------------------------------------------------

u32 small_const(Compiler *c, Node *e, bool strings) {
    Value v;
    if (e->kind != NODE_Constant && e->kind != NODE_UnaryOp && e->kind != NODE_BinOp) return NO_REG;
    if (!fold(c, e, &v)) return NO_REG;
    if (!is_float(v) && !is_small(v) && !(strings && value_is(v, T_STR))) {
        decref(c->vm, v);
        return NO_REG;
    }
    u32 index = const_take(c, v);
    return index < 256 ? index : NO_REG;
}

Reg expr_operand(Compiler *c, Node *e) {
    if (e->kind == NODE_Name) {
        Reg local = name_local(c, e->Name.id);
        if (local != NO_REG) {
            at(c, e);
            check_local(c, local);
            return local;
        }
    } else if (e->kind == NODE_NamedExpr) {
        Reg local = name_local(c, e->NamedExpr.target->Name.id);
        if (local != NO_REG) {
            expr_into(c, e->NamedExpr.value, local);
            return local;
        }
    }
    expr_push(c, e);
    return top_temp(c);
}

Reg expr_operand_before(Compiler *c, Node *e, const Node *later, const Node *latest) {
    Reg r = expr_operand(c, e);
    if (c->unit->walrus && !is_temp(c, r) && (rebinds(c, later, r) || rebinds(c, latest, r))) {
        emit_move(c, r);
        r = top_temp(c);
    }
    return r;
}

// ---- arithmetic -----------------------------------------------------------------------------------------------------

static bool is_simple_percent(const Node *e);
static void push_percent(Compiler *c, Node *e);

// left is an operand already. `into` NO_REG: pushes the result, else that local gets it.
static void emit_arithmetic(Compiler *c, Node *e, Reg left, Reg into) {
    u32 fast = operator_fast(e->BinOp.op);
    u32 k = fast ? small_const(c, e->BinOp.right, false) : NO_REG;
    Reg right = k != NO_REG ? k : expr_operand(c, e->BinOp.right);
    at(c, e);
    if (k == NO_REG) temp_pop(c, right);
    temp_pop(c, left);
    Reg result = into != NO_REG && fast ? into : next_temp(c);
    if (fast) emit(c, fast + (k != NO_REG) + 2 * (into != NO_REG), result, left, right);
    else emit_wide(c, OP_BINARY, result, left, right, binary_operators[e->BinOp.op]);
    if (into == NO_REG) temp_push(c);
    else if (!fast) {
        temp_push(c);
        temp_pop(c, result);
        emit(c, OP_STORE, into, result, 0);
    }
}

// a + b + c …: the left spine is walked down, not recursed into.
static void compile_arithmetic(Compiler *c, Node *e, Reg into) {
    u32 n = 1;
    Node *bottom = e;
    while (bottom->BinOp.left->kind == NODE_BinOp && !is_simple_percent(bottom->BinOp.left))
        bottom = bottom->BinOp.left, n++;
    Node *few[8], **spine = few;
    if (n > countof(few) && !(spine = arena_get(c, n * sizeof *spine))) return;
    for (u32 i = n; i-- > 0; e = e->BinOp.left) spine[i] = e;
    u32 start = 0;
    Reg left = NO_REG;
    // A part of the chain at its bottom may be a constant.
    Value v;
    for (u32 i = n - 1; i-- > 0;) {
        if (!fold(c, spine[i], &v)) continue;
        emit_const(c, const_take(c, v));
        left = top_temp(c);
        start = i + 1;
        break;
    }
    if (left == NO_REG) {
        const Node *later = n > 1 && c->unit->walrus ? spine[n - 1] : NULL; // all that comes, and a little more
        left = expr_operand_before(c, bottom->BinOp.left, bottom->BinOp.right, later);
    }
    for (u32 i = start; i < n; i++) {
        emit_arithmetic(c, spine[i], left, i == n - 1 ? into : NO_REG);
        if (i < n - 1) left = top_temp(c);
    }
}

static void push_compare_not(Compiler *c, Node *e, Node *whole);

static void push_unary(Compiler *c, Node *e) {
    Node *operand = e->UnaryOp.operand;
    if (e->UnaryOp.op == OP_Not && operand->kind == NODE_Compare && operand->Compare.comparators.count == 1) {
        push_compare_not(c, operand, e);
        return;
    }
    Reg r = expr_operand(c, operand);
    at(c, e);
    if (e->UnaryOp.op == OP_Not) emit_unary(c, OP_NOT, r, 0);
    else emit_unary(c, OP_UNARY, r, unary_operators[e->UnaryOp.op - OP_Invert]);
}

// ---- comparison -----------------------------------------------------------------------------------------------------

static const u8 operator_compare[] = {
    [OP_Eq - OP_Eq] = CMP_EQ,  [OP_NotEq - OP_Eq] = CMP_NE, [OP_Lt - OP_Eq] = CMP_LT,
    [OP_LtE - OP_Eq] = CMP_LE, [OP_Gt - OP_Eq] = CMP_GT,    [OP_GtE - OP_Eq] = CMP_GE,
};
static const u8 compare_jump[] = {[CMP_LT] = OP_J_LT, [CMP_LE] = OP_J_LE, [CMP_EQ] = OP_J_EQ,
                                  [CMP_NE] = OP_J_NE, [CMP_GT] = OP_J_GT, [CMP_GE] = OP_J_GE};

// The right side of `in`: a display of constants is a constant.
static Reg compare_operand(Compiler *c, u32 op, Node *e, const Node *later) {
    Value v;
    if ((op == OP_In || op == OP_NotIn) && (e->kind == NODE_List || e->kind == NODE_Set) && e->List.elts.count &&
        fold_items(c, &e->List.elts, &v)) {
        if (e->kind == NODE_Set) v = frozenset_of(c, v);
        at(c, e);
        emit_const(c, const_take(c, v));
        return top_temp(c);
    }
    return expr_operand_before(c, e, later, NULL);
}

// Consumes both, pushes the answer.
static void emit_compare(Compiler *c, u32 op, Reg l, Reg r) {
    switch (op) {
    case OP_Is: emit_binary(c, OP_IS, l, r); break;
    case OP_IsNot: emit_binary(c, OP_IS_NOT, l, r); break;
    case OP_In: emit_binary(c, OP_IN, l, r); break;
    case OP_NotIn: emit_binary(c, OP_NOT_IN, l, r); break;
    default: emit_binary_wide(c, OP_COMPARE, l, r, operator_compare[op - OP_Eq]);
    }
}

// Consumes both, jumps when the answer is condition, with `depth` temporaries left.
static void emit_compare_jump(Compiler *c, u32 op, Reg l, Reg r, Label *label, bool condition) {
    if (op == OP_In || op == OP_NotIn) {
        emit_compare(c, OP_In, l, r);
        Reg answer = temp_pop_top(c);
        emit_branch(c, OP_J_IF, answer, 0, condition != (op == OP_NotIn), label, c->unit->depth);
        return;
    }
    temp_pop(c, r);
    temp_pop(c, l);
    if (op == OP_Is || op == OP_IsNot)
        emit_branch(c, OP_J_IS, l, r, condition != (op == OP_IsNot), label, c->unit->depth);
    else emit_branch(c, compare_jump[operator_compare[op - OP_Eq]], l, r, condition, label, c->unit->depth);
}

// a < b < c: links but the last. Leaves the left operand of the last link; jumps that leave early go to `early` with
// nothing but (value) the answer, or (jump) nothing; those that have the middle operand on the stack too go to
// `middle`.
typedef struct Chain {
    Label early, middle;
    bool value, has_middle;
    Label *target;
} Chain;

static Reg compare_links(Compiler *c, Node *e, Chain *chain) {
    const Seq *others = &e->Compare.comparators;
    u32 n = others->count - 1;
    Reg left = expr_operand_before(c, e->Compare.left, others->items[0], n ? e : NULL);
    for (u32 i = 0; i < n; i++) {
        u32 op = e->Compare.ops[i];
        Node *next = others->items[i];
        Value v;
        bool constant = next->kind == NODE_Constant && fold(c, next, &v);
        u32 k = constant ? const_take(c, v) : 0;
        Reg middle;
        if (constant) {
            emit_const(c, k);
            middle = top_temp(c);
        } else middle = compare_operand(c, op, next, others->items[i + 1]);
        at(c, e);
        bool kept = !constant && is_temp(c, middle);
        if (kept) {
            if (is_temp(c, left)) {
                emit(c, OP_SWAP, left, middle, 0);
                Reg swapped = left;
                left = middle;
                middle = swapped;
            }
            Reg copy = emit_push(c, OP_DUP, middle, 0);
            if (chain->value) emit_compare(c, op, left, copy);
            else {
                emit_compare_jump(c, op, left, copy, &chain->middle, false);
                chain->has_middle = true;
            }
        } else if (chain->value) emit_compare(c, op, left, middle);
        else emit_compare_jump(c, op, left, middle, chain->target, false);
        if (chain->value) {
            Reg answer = top_temp(c);
            emit_branch(c, OP_J_IF_KEEP, answer, 0, 0, kept ? &chain->middle : &chain->early, c->unit->depth);
            chain->has_middle |= kept;
            temp_pop(c, answer);
        }
        left = middle;
        if (constant) {
            emit_const(c, k);
            left = top_temp(c);
        }
    }
    return left;
}

static void push_compare(Compiler *c, Node *e) {
    u32 n = e->Compare.comparators.count - 1;
    Chain chain = {.value = true};
    label_init(&chain.early);
    label_init(&chain.middle);
    Reg left = compare_links(c, e, &chain);
    Reg right = compare_operand(c, e->Compare.ops[n], e->Compare.comparators.items[n], NULL);
    at(c, e);
    emit_compare(c, e->Compare.ops[n], left, right);
    if (!n) return;
    if (chain.has_middle) {
        emit_jump(c, &chain.early);
        label_bind(c, &chain.middle); // [middle, answer]
        if (!is_dead(c)) {
            Reg answer = temp_pop_top(c);
            emit(c, OP_REPLACE, answer - 1, answer, 0);
        }
    }
    label_bind(c, &chain.early);
}

// not a == b, not a in b, not a is b: one comparison as far as its position tells.
static void push_compare_not(Compiler *c, Node *e, Node *whole) {
    Node *right = e->Compare.comparators.items[0];
    u32 op = e->Compare.ops[0];
    Reg l = expr_operand_before(c, e->Compare.left, right, NULL), r = compare_operand(c, op, right, NULL);
    at(c, whole);
    switch (op) {
    case OP_Is: emit_binary(c, OP_IS_NOT, l, r); break;
    case OP_IsNot: emit_binary(c, OP_IS, l, r); break;
    case OP_In: emit_binary(c, OP_NOT_IN, l, r); break;
    case OP_NotIn: emit_binary(c, OP_IN, l, r); break;
    default: emit_compare(c, op, l, r); emit_unary(c, OP_NOT, top_temp(c), 0);
    }
}

static void jump_compare(Compiler *c, Node *e, Label *label, bool condition) {
    u32 n = e->Compare.comparators.count - 1, op = e->Compare.ops[n];
    Label end;
    Chain chain = {.value = false};
    label_init(&end);
    label_init(&chain.middle);
    chain.target = condition ? &end : label;
    Reg left = compare_links(c, e, &chain);
    Node *right = e->Compare.comparators.items[n];
    // The last one, against a constant where it can be.
    if (op == OP_Is || op == OP_IsNot) {
        Value v;
        u32 k = NO_REG;
        if (right->kind == NODE_Constant && fold(c, right, &v)) k = const_take(c, v);
        if (k < 256) {
            temp_pop(c, left);
            at(c, e);
            emit_branch(c, OP_J_IS_K, left, k, condition != (op == OP_IsNot), label, c->unit->depth);
            goto last;
        }
    } else if (op != OP_In && op != OP_NotIn) {
        u32 k = small_const(c, right, true);
        if (k != NO_REG) {
            temp_pop(c, left);
            at(c, e);
            emit_branch(c, compare_jump[operator_compare[op - OP_Eq]] + 1u, left, k, condition, label, c->unit->depth);
            goto last;
        }
    }
    Reg r = compare_operand(c, op, right, NULL);
    at(c, e);
    emit_compare_jump(c, op, left, r, label, condition);
last:
    if (chain.has_middle) {
        emit_jump(c, &end);
        label_bind(c, &chain.middle);
        if (!is_dead(c)) emit_drop(c);
        if (!condition) emit_jump(c, label);
    }
    label_bind(c, &end);
}

// ---- conditions -----------------------------------------------------------------------------------------------------

static void jump_boolop(Compiler *c, Node *e, Label *label, bool condition) {
    const Seq *values = &e->BoolOp.values;
    bool is_or = e->BoolOp.op == OP_Or;
    Label end;
    label_init(&end);
    Label *early = is_or == condition ? label : &end;
    u32 n = values->count - 1;
    for (u32 i = 0; i < n; i++) expr_jump(c, values->items[i], early, is_or);
    expr_jump(c, values->items[n], label, condition);
    label_bind(c, &end);
}

static void jump_ifexp(Compiler *c, Node *e, Label *label, bool condition) {
    Label end, orelse;
    label_init(&end);
    label_init(&orelse);
    expr_jump(c, e->IfExp.test, &orelse, false);
    expr_jump(c, e->IfExp.body, label, condition);
    emit_jump(c, &end);
    label_bind(c, &orelse);
    expr_jump(c, e->IfExp.orelse, label, condition);
    label_bind(c, &end);
}

void expr_jump(Compiler *c, Node *e, Label *label, bool condition) {
    if (is_dead(c) || !recursion_enter(c)) return;
    while (e->kind == NODE_UnaryOp && e->UnaryOp.op == OP_Not) e = e->UnaryOp.operand, condition = !condition;
    int truth = fold_truth(c, e);
    if (truth >= 0) {
        at(c, e);
        if (truth == condition) emit_jump(c, label);
    } else if (e->kind == NODE_BoolOp) jump_boolop(c, e, label, condition);
    else if (e->kind == NODE_IfExp) jump_ifexp(c, e, label, condition);
    else if (e->kind == NODE_Compare) jump_compare(c, e, label, condition);
    else {
        Reg r = expr_operand(c, e);
        temp_pop(c, r);
        at(c, e);
        emit_branch(c, OP_J_IF, r, 0, condition, label, c->unit->depth);
    }
    recursion_leave(c);
}

static void push_boolop(Compiler *c, Node *e) {
    const Seq *values = &e->BoolOp.values;
    Label end;
    label_init(&end);
    u32 n = values->count - 1;
    for (u32 i = 0; i < n && !is_dead(c); i++) {
        expr_push(c, values->items[i]);
        Reg r = top_temp(c);
        at(c, e);
        emit_branch(c, OP_J_IF_KEEP, r, 0, e->BoolOp.op == OP_Or, &end, c->unit->depth);
        temp_pop(c, r);
    }
    expr_push(c, values->items[n]);
    label_bind(c, &end);
}

// into: NO_REG to push.
static void compile_ifexp(Compiler *c, Node *e, Reg into) {
    Label end, orelse;
    label_init(&end);
    u32 depth = c->unit->depth;
    do { // a if b else c if d else …: no recursion
        label_init(&orelse);
        expr_jump(c, e->IfExp.test, &orelse, false);
        if (!is_dead(c)) {
            if (into != NO_REG) expr_into(c, e->IfExp.body, into);
            else expr_push(c, e->IfExp.body);
            emit_jump(c, &end);
        }
        c->unit->depth = depth;
        label_bind(c, &orelse);
        e = e->IfExp.orelse;
    } while (e->kind == NODE_IfExp && !c->failed);
    if (!is_dead(c)) {
        if (into != NO_REG) expr_into(c, e, into);
        else expr_push(c, e);
    }
    label_bind(c, &end);
    c->unit->depth = depth + (into == NO_REG);
}

// ---- displays -------------------------------------------------------------------------------------------------------

// Items as a list, tuple or set; op is BUILD_LIST, BUILD_TUPLE or BUILD_SET.
static void push_sequence(Compiler *c, const Seq *items, u32 op, Name *extra, const Node *p) {
    u32 n = items->count, i = 0, all = n + (extra != NULL);
    bool is_set = op == OP_BUILD_SET, long_way = has_star(items) || all > CHUNK || all + 8 > temps_left(c);
    Value v;
    if (op != OP_BUILD_TUPLE && n >= 3 && !long_way && fold_items(c, items, &v)) {
        at(c, p);
        emit_push(c, op, 0, 0);
        emit_const(c, const_take(c, v));
        Reg k = temp_pop_top(c);
        emit(c, is_set ? OP_SET_UPDATE : OP_LIST_EXTEND, k - 1, k, 0);
        return;
    }
    u32 chunk = temps_left(c) > CHUNK + 8 ? CHUNK : temps_left(c) > 12 ? temps_left(c) - 12 : 0;
    for (; i < n && items->items[i]->kind != NODE_Starred && i < chunk; i++) expr_push(c, items->items[i]);
    if (!long_way) {
        at(c, p);
        if (extra) name_load(c, extra);
        emit_build(c, op, all, all, 0);
        return;
    }
    at(c, p);
    Reg list = emit_build(c, is_set ? OP_BUILD_SET : OP_BUILD_LIST, i, i, 0);
    for (; i < n; i++) {
        Node *item = items->items[i];
        bool star = item->kind == NODE_Starred;
        Reg r = expr_operand(c, star ? item->Starred.value : item);
        temp_pop(c, r);
        at(c, p);
        emit(c, is_set ? (star ? OP_SET_UPDATE : OP_SET_ADD) : star ? OP_LIST_EXTEND : OP_LIST_APPEND, list, r, 0);
    }
    if (extra) {
        name_load(c, extra);
        temp_pop_top(c);
        emit(c, OP_LIST_APPEND, list, list + 1, 0);
    }
    if (op == OP_BUILD_TUPLE) emit(c, OP_LIST_TO_TUPLE, list, 0, 0);
}

void push_tuple(Compiler *c, const Seq *items, const Node *p) { push_sequence(c, items, OP_BUILD_TUPLE, NULL, p); }

static void push_dict(Compiler *c, Node *e) {
    const Seq *keys = &e->Dict.keys, *values = &e->Dict.values;
    u32 n = values->count, i = 0, chunk = temps_left(c) > CHUNK + 8 ? CHUNK / 2 : 1;
    for (; i < n && keys->items[i] && i < chunk; i++) {
        expr_push(c, keys->items[i]);
        expr_push(c, values->items[i]);
    }
    at(c, e);
    Reg dict = emit_build(c, OP_BUILD_DICT, 2 * i, i, 0);
    for (; i < n; i++) {
        if (keys->items[i]) {
            Reg k = expr_operand_before(c, keys->items[i], values->items[i], NULL);
            Reg v = expr_operand(c, values->items[i]);
            temp_pop(c, v);
            temp_pop(c, k);
            at(c, e);
            emit(c, OP_DICT_SET, dict, k, v);
        } else {
            Reg r = expr_operand(c, values->items[i]);
            temp_pop(c, r);
            at(c, e);
            emit(c, OP_DICT_UPDATE, dict, r, 0);
        }
    }
}

// ---- strings --------------------------------------------------------------------------------------------------------

static void push_formatted(Compiler *c, Node *e) {
    static const char conversions[] = "sra";
    expr_push(c, e->FormattedValue.value);
    Reg r = top_temp(c);
    u32 how = 0;
    i32 conversion = e->FormattedValue.conversion;
    for (u32 i = 0; i < 3; i++)
        if (conversion == conversions[i]) how = i + 1;
    Node *spec = e->FormattedValue.format_spec;
    if (spec) {
        bool plain =
            spec->kind == NODE_Constant || (spec->kind == NODE_JoinedStr && spec->JoinedStr.values.count == 1 &&
                                            spec->JoinedStr.values.items[0]->kind == NODE_Constant);
        if (how && !plain) { // the conversion comes before the spec is evaluated
            at(c, e);
            emit(c, OP_FORMAT, r, 0, how);
            how = 0;
        }
        expr_push(c, spec);
        temp_pop_top(c);
        how |= 4;
    }
    at(c, e);
    emit(c, OP_FORMAT, r, 0, how);
}

// Pieces of one string on the stack: many are joined in between.
typedef struct Pieces {
    u32 pending, chunk;
} Pieces;

static Pieces pieces_open(const Compiler *c) { return (Pieces){0, temps_left(c) > CHUNK + 8 ? CHUNK : 4}; }

static void piece_room(Compiler *c, Pieces *p, const Node *e) {
    if (p->pending < p->chunk) return;
    at(c, e);
    emit_build(c, OP_BUILD_STRING, p->pending, p->pending, 0);
    p->pending = 1;
}

static void pieces_join(Compiler *c, const Pieces *p, const Node *e) {
    at(c, e);
    if (!p->pending) emit_const(c, const_str(c, ""));
    else if (p->pending > 1) emit_build(c, OP_BUILD_STRING, p->pending, p->pending, 0);
}

static void push_joined(Compiler *c, Node *e) {
    const Seq *values = &e->JoinedStr.values;
    Pieces pieces = pieces_open(c);
    for (u32 i = 0; i < values->count; i++, pieces.pending++) {
        piece_room(c, &pieces, e);
        expr_push(c, values->items[i]);
    }
    pieces_join(c, &pieces, e);
}

// '… %s … %r' % (a, b) is an f-string in CPython too, where the format has nothing but %s, %r, %a and %%.
static bool is_simple_percent(const Node *e) {
    if (e->BinOp.op != OP_Mod || e->BinOp.left->kind != NODE_Constant || e->BinOp.right->kind != NODE_Tuple)
        return false;
    const Constant *k = &e->BinOp.left->Constant.value;
    const Seq *items = &e->BinOp.right->Tuple.elts;
    if (k->kind != CONST_STR || !items->count || has_star(items)) return false;
    u32 specs = 0;
    for (u32 i = 0; i < k->text.length; i++) {
        if (k->text.bytes[i] != '%') continue;
        if (++i == k->text.length) return false;
        u8 b = k->text.bytes[i];
        if (b != '%' && b != 's' && b != 'r' && b != 'a') return false;
        specs += b != '%';
    }
    return specs == items->count;
}

static void push_percent(Compiler *c, Node *e) {
    const Constant *k = &e->BinOp.left->Constant.value;
    const Seq *items = &e->BinOp.right->Tuple.elts;
    const u8 *text = k->text.bytes;
    u32 length = k->text.length, next = 0;
    Pieces pieces = pieces_open(c);
    Buf literal;
    buf_open(&literal, &c->vm->mem);
    for (u32 i = 0; i <= length; i++) {
        if (i < length && (text[i] != '%' || text[++i] == '%')) {
            buf_put(&literal, text[i]);
            continue;
        }
        if (literal.len) {
            piece_room(c, &pieces, e);
            at(c, e->BinOp.left);
            emit_const(c, const_take(c, text_value(c, literal.data, (u32)literal.len)));
            pieces.pending++;
            buf_clear(&literal);
        }
        if (i == length) break;
        piece_room(c, &pieces, e);
        Node *item = items->items[next++];
        expr_push(c, item);
        at(c, item);
        emit(c, OP_FORMAT, top_temp(c), 0, text[i] == 's' ? 1 : text[i] == 'r' ? 2 : 3);
        pieces.pending++;
    }
    if (literal.failed) fail_memory(c);
    buf_close(&literal);
    pieces_join(c, &pieces, e);
}

// value, expression text, conversion, spec
static void push_interpolation(Compiler *c, Node *e) {
    expr_push(c, e->Interpolation.value);
    at(c, e);
    emit_const(c, const_take(c, constant_value(c, &e->Interpolation.str)));
    char conversion[2] = {(char)e->Interpolation.conversion, 0};
    if (e->Interpolation.conversion > 0) emit_const(c, const_str(c, conversion));
    else emit_none(c);
    if (e->Interpolation.format_spec) expr_push(c, e->Interpolation.format_spec);
    else emit_const(c, const_str(c, ""));
    at(c, e);
    emit_build_wide(c, OP_INTRINSIC, 4, 4, 0, INTRINSIC_INTERPOLATION);
}

// The strings stand around the interpolations: one more than these, empty where nothing is between two.
static void push_template(Compiler *c, Node *e) {
    const Seq *values = &e->TemplateStr.values;
    u32 n = values->count, strings = 0, interpolations = 0;
    bool last_was_string = false;
    at(c, e);
    Reg list = emit_push(c, OP_BUILD_LIST, 0, 0);
    for (u32 i = 0; i <= n; i++) {
        bool is_string = i < n && values->items[i]->kind != NODE_Interpolation;
        if (is_string) {
            expr_push(c, values->items[i]);
            if (last_was_string) { // adjacent pieces are one
                at(c, e);
                emit_build(c, OP_BUILD_STRING, 2, 2, 0);
            }
        } else {
            if (!last_was_string) emit_const(c, const_str(c, ""));
            temp_pop(c, list + 1);
            at(c, e);
            emit(c, OP_LIST_APPEND, list, list + 1, 0);
            strings++;
        }
        last_was_string = is_string;
    }
    emit(c, OP_LIST_TO_TUPLE, list, 0, 0);
    list = emit_push(c, OP_BUILD_LIST, 0, 0);
    for (u32 i = 0; i < n; i++) {
        if (values->items[i]->kind != NODE_Interpolation) continue;
        push_interpolation(c, values->items[i]);
        temp_pop(c, list + 1);
        at(c, e);
        emit(c, OP_LIST_APPEND, list, list + 1, 0);
        interpolations++;
    }
    emit(c, OP_LIST_TO_TUPLE, list, 0, 0);
    emit_build_wide(c, OP_INTRINSIC, 2, 2, 0, INTRINSIC_TEMPLATE);
}

// ---- attributes, items, calls ---------------------------------------------------------------------------------------

// super().x and super(a, b).x, where super is the builtin by all that can be seen: CPython's can_optimize_super_call.
static bool is_super(Compiler *c, const Node *attribute) {
    const Node *call = attribute->Attribute.value;
    if (call->kind != NODE_Call || call->Call.func->kind != NODE_Name || !name_is(call->Call.func->Name.id, "super") ||
        name_is(attribute->Attribute.attr, "__class__") || call->Call.keywords.count)
        return false;
    Name *super = call->Call.func->Name.id;
    const Symbol *symbol = scope_symbol(c->unit->block, super), *outer = scope_symbol(c->module, super);
    if (!symbol || symbol->resolution != GLOBAL_IMPLICIT || (outer && outer->resolution != RESOLVED_NOT)) return false;
    const Scope *scope = c->unit->scope;
    if (call->Call.args.count == 2) return !has_star(&call->Call.args);
    if (call->Call.args.count || !scope->parameters) return false;
    symbol = scope_symbol(c->unit->block, name_word(c, "__class__"));
    return symbol && symbol->resolution == FREE;
}

// Pushes super, class and self, and then the attribute: b as in LOAD_SUPER.
static void emit_super(Compiler *c, Node *attribute, bool method) {
    Node *call = attribute->Attribute.value;
    at(c, call->Call.func);
    name_load(c, call->Call.func->Name.id);
    Reg base = top_temp(c);
    if (call->Call.args.count) {
        expr_push(c, call->Call.args.items[0]);
        expr_push(c, call->Call.args.items[1]);
    } else {
        at(c, call);
        name_load(c, name_word(c, "__class__"));
        Scope *block = c->unit->block; // the first argument is the function's, also in a comprehension
        c->unit->block = c->unit->scope;
        name_load(c, c->unit->scope->locals[0].name);
        c->unit->block = block;
    }
    temp_pop(c, base + 2);
    temp_pop(c, base + 1);
    at(c, attribute);
    emit_wide(c, OP_LOAD_SUPER, base, method, 0, cache_new(c, attribute->Attribute.attr));
    if (method) temp_push(c);
}

static void push_attribute(Compiler *c, Node *e) {
    if (is_super(c, e)) return emit_super(c, e, false);
    Reg object = expr_operand(c, e->Attribute.value);
    at(c, attribute_position(c, e, e));
    temp_pop(c, object);
    emit_wide(c, is_temp(c, object) ? OP_LOAD_ATTR_T : OP_LOAD_ATTR, next_temp(c), object, 0,
              cache_new(c, e->Attribute.attr));
    temp_push(c);
}

static void slice_part(Compiler *c, Node *e, const Node *slice) {
    if (e) return expr_push(c, e);
    at(c, slice);
    emit_none(c);
}

// A subscript: an index or a slice.
Reg compile_slice(Compiler *c, Node *e, const Node *later) {
    if (e->kind != NODE_Slice) return expr_operand_before(c, e, later, NULL);
    Value v;
    if (fold(c, e, &v)) {
        at(c, e);
        emit_const(c, const_take(c, v));
        return top_temp(c);
    }
    slice_part(c, e->Slice.lower, e);
    slice_part(c, e->Slice.upper, e);
    u32 n = 2;
    if (e->Slice.step) {
        expr_push(c, e->Slice.step);
        n = 3;
    }
    at(c, e);
    return emit_build(c, OP_BUILD_SLICE, n, n, 0);
}

static void push_subscript(Compiler *c, Node *e) {
    Reg object = expr_operand_before(c, e->Subscript.value, e->Subscript.slice, NULL);
    Reg key = compile_slice(c, e->Subscript.slice, NULL);
    at(c, e);
    emit_binary(c, OP_GET_ITEM, object, key);
}

static bool call_is_long(const Seq *args, const Seq *keywords, u32 pushed, u32 limit) {
    if (args->count + keywords->count + pushed > limit || has_star(args)) return true;
    for (u32 i = 0; i < keywords->count; i++)
        if (!keywords->items[i]->keyword.arg) return true;
    return false;
}

static u32 call_limit(const Compiler *c) {
    u32 left = temps_left(c);
    return left > MAX_ARGUMENTS + 12 ? MAX_ARGUMENTS : left > 20 ? left - 20 : 0;
}

// The keywords from `from` to `to` as a dict.
static void push_keywords(Compiler *c, const Seq *keywords, u32 from, u32 to, const Node *p) {
    u32 n = 0, chunk = temps_left(c) > CHUNK + 8 ? CHUNK / 2 : 1;
    for (; from < to && n < chunk; from++, n++) {
        Node *k = keywords->items[from];
        at(c, p);
        emit_const(c, const_name(c, k->keyword.arg));
        expr_push(c, k->keyword.value);
    }
    at(c, p);
    Reg dict = emit_build(c, OP_BUILD_DICT, 2 * n, n, 0);
    for (; from < to; from++) {
        Node *k = keywords->items[from];
        emit_const(c, const_name(c, k->keyword.arg));
        Reg key = top_temp(c), v = expr_operand(c, k->keyword.value);
        temp_pop(c, v);
        temp_pop(c, key);
        at(c, p);
        emit(c, OP_DICT_SET, dict, key, v);
    }
}

// What stands on the stack: the callable in base, then `pushed` arguments.
static void call_long(Compiler *c, Reg base, u32 pushed, const Seq *args, const Seq *keywords, Name *extra,
                      const Node *p) {
    Node *first = args->count ? args->items[0] : NULL;
    if (!pushed && !extra && args->count == 1 && first->kind == NODE_Starred) expr_push(c, first->Starred.value);
    else if (!pushed) push_sequence(c, args, OP_BUILD_TUPLE, extra, p);
    else { // class C(*bases): the function and the name are there already
        at(c, p);
        Reg list = emit_build(c, OP_BUILD_LIST, pushed, pushed, 0);
        push_sequence(c, args, OP_BUILD_TUPLE, extra, p);
        temp_pop(c, list + 1);
        at(c, p);
        emit(c, OP_LIST_EXTEND, list, list + 1, 0);
        emit(c, OP_LIST_TO_TUPLE, list, 0, 0);
    }
    u32 n = keywords->count, seen = 0;
    Reg dict = NO_REG;
    for (u32 i = 0; i <= n; i++) {
        bool unpacks = i < n && !keywords->items[i]->keyword.arg;
        if (i < n && !unpacks) {
            seen++;
            continue;
        }
        if (seen) {
            push_keywords(c, keywords, i - seen, i, p);
            if (dict != NO_REG) {
                temp_pop(c, dict + 1);
                emit(c, OP_DICT_MERGE, dict, dict + 1, base);
            } else dict = top_temp(c);
            seen = 0;
        }
        if (!unpacks) break;
        at(c, p);
        if (dict == NO_REG) dict = emit_push(c, OP_BUILD_DICT, 0, 0);
        Reg r = expr_operand(c, keywords->items[i]->keyword.value);
        temp_pop(c, r);
        at(c, p);
        emit(c, OP_DICT_MERGE, dict, r, base);
    }
    at(c, p);
    emit_build(c, OP_CALL_EX, 2 + (dict != NO_REG), dict != NO_REG, 0);
}

void compile_call(Compiler *c, Reg base, bool method, u32 pushed, const Seq *args, const Seq *keywords, Name *extra,
                  const Node *p) {
    if (call_is_long(args, keywords, pushed, call_limit(c)))
        return call_long(c, base, pushed, args, keywords, extra, p);
    u32 n = args->count + keywords->count + pushed + (extra != NULL);
    for (u32 i = 0; i < args->count; i++) expr_push(c, args->items[i]);
    if (extra) {
        at(c, p);
        name_load(c, extra);
    }
    if (!keywords->count) {
        at(c, p);
        emit_build(c, method ? OP_CALL_METHOD : OP_CALL, n + 1 + method, n, 0);
        return;
    }
    Name *few[16], **names = few;
    if (keywords->count > countof(few) && !(names = arena_get(c, keywords->count * sizeof *names))) return;
    for (u32 i = 0; i < keywords->count; i++) {
        names[i] = keywords->items[i]->keyword.arg;
        expr_push(c, keywords->items[i]->keyword.value);
    }
    at(c, p);
    emit_build_wide(c, OP_CALL_KW, n + 1 + method, n, method, const_names(c, names, keywords->count));
}

// import x … x.f(): CPython does not treat these as method calls, which shows in the position.
static bool is_imported(const Compiler *c, const Node *e) {
    if (e->kind != NODE_Name) return false;
    const Symbol *symbol = scope_symbol(c->module, e->Name.id);
    return symbol && symbol->flags & SYM_IMPORTED;
}

// all(x for …): CPython 3.14 runs the loop in place when the name means the builtin, which shows in the position.
static bool is_inlined_builtin(Compiler *c, const Node *e) {
    const Node *func = e->Call.func;
    if (func->kind != NODE_Name || e->Call.args.count != 1 || e->Call.keywords.count ||
        e->Call.args.items[0]->kind != NODE_GeneratorExp)
        return false;
    if (!name_is(func->Name.id, "all") && !name_is(func->Name.id, "any") && !name_is(func->Name.id, "tuple"))
        return false;
    const Symbol *inner = scope_symbol(c->unit->block, func->Name.id), *outer = scope_symbol(c->module, func->Name.id);
    return inner && inner->resolution == GLOBAL_IMPLICIT && !(outer && outer->flags & (SYM_ASSIGNED | SYM_IMPORTED));
}

static void push_call(Compiler *c, Node *e) {
    Node *func = e->Call.func;
    const Seq *args = &e->Call.args, *keywords = &e->Call.keywords;
    const Node *p = e;
    bool method = func->kind == NODE_Attribute && !call_is_long(args, keywords, 0, call_limit(c));
    if (!method) {
        expr_push(c, func);
        if (is_inlined_builtin(c, e)) p = func;
    } else if (is_super(c, func)) {
        emit_super(c, func, true);
        p = attribute_position(c, func, p);
    } else {
        Reg object = expr_operand(c, func->Attribute.value);
        at(c, attribute_position(c, func, func));
        if (args->count + keywords->count + (keywords->count != 0) < 30 && !is_imported(c, func->Attribute.value))
            p = attribute_position(c, func, p);
        temp_pop(c, object);
        emit_wide(c, OP_LOAD_METHOD, next_temp(c), object, 0, cache_new(c, func->Attribute.attr));
        temp_push(c);
        temp_push(c);
    }
    compile_call(c, top_temp(c) - method, method, 0, args, keywords, NULL, p);
}

// ---- the rest -------------------------------------------------------------------------------------------------------

static void push_await(Compiler *c, Node *e) {
    Reg r = expr_operand(c, e->Await.value);
    at(c, e);
    emit_unary(c, OP_GET_AWAITABLE, r, 0);
    emit(c, OP_AWAIT, top_temp(c), 0, 0);
}

static void push_yield(Compiler *c, Node *e) {
    Reg r;
    if (e->Yield.value) r = expr_operand(c, e->Yield.value);
    else {
        at(c, e);
        emit_none(c);
        r = top_temp(c);
    }
    at(c, e);
    emit_unary(c, OP_YIELD, r, 0);
}

static void push_yield_from(Compiler *c, Node *e) {
    Reg r = expr_operand(c, e->YieldFrom.value);
    at(c, e);
    emit_unary(c, OP_GET_YIELD_FROM, r, 0);
    emit(c, OP_AWAIT, top_temp(c), 0, 0);
}

static void push_named(Compiler *c, Node *e) {
    Reg local = name_local(c, e->NamedExpr.target->Name.id);
    if (local != NO_REG) {
        expr_into(c, e->NamedExpr.value, local);
        emit_move(c, local);
        return;
    }
    expr_push(c, e->NamedExpr.value);
    at(c, e);
    emit_push(c, OP_DUP, top_temp(c), 0);
    store_temp(c, e->NamedExpr.target);
}

// Kinds that may be constants as a whole.
static bool may_fold(const Node *e) {
    return e->kind == NODE_BinOp || e->kind == NODE_UnaryOp || e->kind == NODE_Tuple || e->kind == NODE_Subscript ||
           e->kind == NODE_Slice;
}

static void push_compound(Compiler *c, Node *e) {
    switch (e->kind) {
    case NODE_BoolOp: push_boolop(c, e); break;
    case NODE_NamedExpr: push_named(c, e); break;
    case NODE_BinOp:
        if (is_simple_percent(e)) push_percent(c, e);
        else compile_arithmetic(c, e, NO_REG);
        break;
    case NODE_UnaryOp: push_unary(c, e); break;
    case NODE_Lambda: compile_lambda(c, e); break;
    case NODE_IfExp: compile_ifexp(c, e, NO_REG); break;
    case NODE_Dict: push_dict(c, e); break;
    case NODE_Set: push_sequence(c, &e->Set.elts, OP_BUILD_SET, NULL, e); break;
    case NODE_List: push_sequence(c, &e->List.elts, OP_BUILD_LIST, NULL, e); break;
    case NODE_Tuple: push_sequence(c, &e->Tuple.elts, OP_BUILD_TUPLE, NULL, e); break;
    case NODE_ListComp:
    case NODE_SetComp:
    case NODE_DictComp:
    case NODE_GeneratorExp: compile_comprehension(c, e); break;
    case NODE_Await: push_await(c, e); break;
    case NODE_Yield: push_yield(c, e); break;
    case NODE_YieldFrom: push_yield_from(c, e); break;
    case NODE_Compare: push_compare(c, e); break;
    case NODE_Call: push_call(c, e); break;
    case NODE_FormattedValue: push_formatted(c, e); break;
    case NODE_Interpolation: push_interpolation(c, e); break;
    case NODE_JoinedStr: push_joined(c, e); break;
    case NODE_TemplateStr: push_template(c, e); break;
    case NODE_Attribute: push_attribute(c, e); break;
    case NODE_Subscript: push_subscript(c, e); break;
    case NODE_Slice: compile_slice(c, e, NULL); break;
    case NODE_Starred: compile_error(c, e, "can't use starred expression here"); break;
    default: break;
    }
}

// Deep in an expression, with no registers left: all temporaries of the statement are put away as a tuple in a far
// place (reversed, so that UNPACK gives them back in order), the expression gets their registers, and they come back
// below it.
static void push_spilled(Compiler *c, Node *e) {
    Unit *u = c->unit;
    u32 n = u->depth - u->base, far = u->nfar + u->spilled;
    u->spilled += 2;
    if (u->spilled > u->max_spilled) u->max_spilled = u->spilled;
    Reg base = emit_build(c, OP_BUILD_TUPLE, n, n, 0);
    emit_build(c, OP_UNPACK, 1, n, 0);
    u->depth += n - 1;
    emit_build(c, OP_BUILD_TUPLE, n, n, 0);
    temp_pop(c, base);
    emit(c, OP_STORE_FAR, base, far, 0);
    expr_push(c, e);
    temp_pop(c, base);
    emit(c, OP_STORE_FAR, base, far + 1, 0);
    emit_push(c, OP_LOAD_FAR, far, 0);
    emit(c, OP_DELETE_FAR, 1, far, 0);
    emit_build(c, OP_UNPACK, 1, n, 0);
    u->depth += n - 1;
    emit_push(c, OP_LOAD_FAR, far + 1, 0);
    emit(c, OP_DELETE_FAR, 1, far + 1, 0);
    u->spilled -= 2;
}

void expr_push(Compiler *c, Node *e) {
    if (e->kind == NODE_Name) {
        at(c, e);
        return name_load(c, e->Name.id);
    }
    Value v;
    if (e->kind == NODE_Constant || (may_fold(e) && fold(c, e, &v))) {
        if (e->kind == NODE_Constant) v = constant_value(c, &e->Constant.value);
        at(c, e);
        return emit_const(c, const_take(c, v));
    }
    u32 depth = c->unit->depth;
    if (!is_dead(c) && recursion_enter(c)) {
        if (unlikely(temps_left(c) < SPILL_ROOM) && depth - c->unit->base > SPILL_ROOM) push_spilled(c, e);
        else push_compound(c, e);
        recursion_leave(c);
    }
    // Whatever was left out (dead code, failure), the picture is right.
    c->unit->depth = depth;
    temp_push(c);
}

void expr_into(Compiler *c, Node *e, Reg local) {
    Value v;
    if (e->kind == NODE_Name) {
        Reg from = name_local(c, e->Name.id);
        if (from != NO_REG) {
            at(c, e);
            check_local(c, from);
            if (from != local) emit(c, OP_COPY, local, from, 0);
            certain_set(&c->unit->certain, local);
            return;
        }
    } else if (e->kind == NODE_Constant || may_fold(e)) {
        if (fold(c, e, &v)) {
            u32 k = const_take(c, v);
            at(c, e);
            if (k <= 0xFFFF) {
                emit(c, OP_LOADK_L, local, k, 0);
                certain_set(&c->unit->certain, local);
                return;
            }
        }
        if (e->kind == NODE_BinOp && !is_simple_percent(e) && recursion_enter(c)) {
            compile_arithmetic(c, e, local);
            recursion_leave(c);
            certain_set(&c->unit->certain, local);
            return;
        }
    } else if (e->kind == NODE_IfExp && recursion_enter(c)) {
        compile_ifexp(c, e, local);
        recursion_leave(c);
        certain_set(&c->unit->certain, local);
        return;
    }
    expr_push(c, e);
    Reg r = temp_pop_top(c);
    emit(c, OP_STORE, local, r, 0);
    certain_set(&c->unit->certain, local);
}

void expr_discard(Compiler *c, Node *e) {
    if (e->kind == NODE_Constant) return;
    Reg r = expr_operand(c, e);
    if (is_temp(c, r)) emit_drop(c);
}
