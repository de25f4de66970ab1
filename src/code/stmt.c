// stmt.c: statements, and the blocks that break, continue and return leave on their way.
#include "code/compiler.h"

// ---- blocks ---------------------------------------------------------------------------------------------------------

// As CPython counts them: it has one more around the clauses of a try.
static u32 block_weight(u32 kind) { return kind == BLOCK_HANDLER || kind == BLOCK_GROUP ? 2 : 1; }

void block_push(Compiler *c, Block *block, BlockKind kind, u32 depth, Guard *guard) {
    if ((c->unit->nblocks += block_weight(kind)) > MAX_BLOCKS)
        compile_error(c, NULL, "too many statically nested blocks");
    *block = (Block){.outer = c->unit->blocks, .kind = (u8)kind, .depth = depth, .guard = guard};
    c->unit->blocks = block;
}

// The body of a block has ended.
void block_pop(Compiler *c, Block *block) {
    if (block->guard) guard_close(c, block->guard);
    c->unit->blocks = block->outer;
    c->unit->nblocks -= block_weight(block->kind);
}

static void emit_pop_exc(Compiler *c) {
    Reg r = temp_pop_top(c);
    emit(c, OP_POP_EXC, r, 0, 0);
}

// The value on top goes below what is under it; both registers are answered by the picture: value, then the other on
// top.
static void emit_swap(Compiler *c) { emit(c, OP_SWAP, top_temp(c) - 1, top_temp(c), 0); }

// Drops what is under the value on top, or, without a value, what is on top.
static void drop_under(Compiler *c, bool value) {
    if (!value) return emit_drop(c);
    Reg r = temp_pop_top(c);
    emit(c, OP_REPLACE, r - 1, r, 0);
}

static void unwind(Compiler *c, Block *block, bool value) {
    Unit *u = c->unit;
    switch (block->kind) {
    case BLOCK_FOR:
    case BLOCK_VALUE: drop_under(c, value); break;
    case BLOCK_FINALLY: {
        Block kept;
        if (value) block_push(c, &kept, BLOCK_VALUE, u->depth - 1, NULL);
        compile_body(c, block->finals);
        if (value) block_pop(c, &kept);
        break;
    }
    case BLOCK_FINALLY_END:
    case BLOCK_HANDLER:
        if (block->kind == BLOCK_FINALLY_END) drop_under(c, value);
        if (value) emit_swap(c);
        emit_pop_exc(c);
        if (block->name) name_unbind(c, block->name);
        break;
    case BLOCK_WITH:
        at(c, block->at);
        if (value) emit_swap(c);
        with_exit_call(c, block->is_async);
        break;
    case BLOCK_GROUP:
        compile_error(c, NULL, "'break', 'continue' and 'return' cannot appear in an except* block");
        break;
    default: break;
    }
}

Reg unwind_blocks(Compiler *c, Block *stop, Reg value) {
    Unit *u = c->unit;
    Block *top = u->blocks;
    u32 nblocks = u->nblocks;
    for (Block *block = top; block != stop && !c->failed; block = block->outer) {
        if (block->guard) guard_close(c, block->guard);
        u->blocks = block->outer;
        u->nblocks -= block_weight(block->kind);
        unwind(c, block, value != NO_REG);
    }
    u->blocks = top;
    u->nblocks = nblocks;
    return value != NO_REG ? top_temp(c) : NO_REG;
}

// What follows is inside the blocks again.
static void unwound(Compiler *c, Block *stop) {
    for (Block *block = c->unit->blocks; block != stop; block = block->outer)
        if (block->guard) guard_reopen(c, block->guard);
}

// ---- leaving --------------------------------------------------------------------------------------------------------

// Could what runs on the way out rebind a local that is to be returned?
static bool keeps_value(const Block *block) {
    for (; block; block = block->outer)
        if (block->kind == BLOCK_FINALLY || block->name) return true;
    return false;
}

static void return_value(Compiler *c, Node *s, Node *value) {
    Value v;
    bool constant = !value || value->kind == NODE_Constant;
    u32 k = 0;
    Reg r = NO_REG;
    at(c, s);
    if (value && (constant || value->kind == NODE_UnaryOp || value->kind == NODE_Tuple || value->kind == NODE_BinOp)) {
        constant = fold(c, value, &v);
        if (constant) k = const_take(c, v);
    } else if (!value) k = const_none(c);
    if (!constant) {
        r = expr_operand(c, value);
        if (!is_temp(c, r) && keeps_value(c->unit->blocks)) {
            emit_move(c, r);
            r = top_temp(c);
        }
    }
    if (r != NO_REG && is_temp(c, r)) r = unwind_blocks(c, NULL, r);
    else unwind_blocks(c, NULL, NO_REG);
    at(c, s);
    if (constant) emit_return_const(c, k);
    else {
        temp_pop(c, r);
        emit(c, OP_RETURN, r, 0, 0);
        emit_end(c);
    }
    unwound(c, NULL);
}

static void compile_return(Compiler *c, Node *s) {
    Node *value = s->Return.value;
    // return a if b else c, with nothing to leave: two returns
    while (value && value->kind == NODE_IfExp && !c->unit->blocks && !c->failed) {
        Label orelse;
        label_init(&orelse);
        expr_jump(c, value->IfExp.test, &orelse, false);
        if (!is_dead(c)) return_value(c, s, value->IfExp.body);
        label_bind(c, &orelse);
        if (is_dead(c)) return;
        value = value->IfExp.orelse;
    }
    return_value(c, s, value);
}

static void compile_leave(Compiler *c, Node *s) {
    Block *loop = c->unit->blocks;
    while (loop && loop->kind != BLOCK_WHILE && loop->kind != BLOCK_FOR) loop = loop->outer;
    bool is_break = s->kind == NODE_Break;
    if (!loop) return compile_error(c, s, is_break ? "'break' outside loop" : "'continue' not properly in loop");
    at(c, s);
    unwind_blocks(c, loop, NO_REG);
    if (is_break) {
        if (loop->kind == BLOCK_FOR) emit_drop(c);
        emit_jump(c, loop->end);
    } else emit_loop(c, loop->top);
    unwound(c, loop);
}

// ---- loops and conditions -------------------------------------------------------------------------------------------

static void compile_if(Compiler *c, Node *s) {
    Label end, next;
    label_init(&end);
    for (;;) {
        const Seq *orelse = &s->If.orelse;
        label_init(&next);
        expr_jump(c, s->If.test, &next, false);
        compile_body(c, &s->If.body);
        if (orelse->count) emit_jump(c, &end);
        label_bind(c, &next);
        if (orelse->count == 1 && orelse->items[0]->kind == NODE_If && !is_dead(c)) s = orelse->items[0]; // elif
        else {
            compile_body(c, orelse);
            break;
        }
    }
    label_bind(c, &end);
}

static void compile_while(Compiler *c, Node *s) {
    Label top, end, orelse;
    label_init(&top);
    label_init(&end);
    label_init(&orelse);
    label_bind_back(c, &top);
    Block block;
    at(c, s);
    block_push(c, &block, BLOCK_WHILE, c->unit->depth, NULL);
    block.top = &top;
    block.end = &end;
    expr_jump(c, s->While.test, &orelse, false);
    compile_body(c, &s->While.body);
    emit_loop(c, &top);
    block_pop(c, &block);
    label_bind(c, &orelse);
    compile_body(c, &s->While.orelse);
    label_bind(c, &end);
}

void push_iterator(Compiler *c, Node *e, bool is_async) {
    Value v;
    Reg r;
    if (e->kind == NODE_List && !is_async && e->List.elts.count && fold_items(c, &e->List.elts, &v)) {
        at(c, e); // nobody else sees the list: a constant tuple does
        emit_const(c, const_take(c, v));
        r = top_temp(c);
    } else r = expr_operand(c, e);
    at(c, e);
    emit_unary(c, is_async ? OP_GET_AITER : OP_GET_ITER, r, 0);
}

void for_next(Compiler *c, Node *iter, Node *target, Label *end) {
    Unit *u = c->unit;
    Reg local = target->kind == NODE_Name ? name_local(c, target->Name.id) : NO_REG;
    at(c, iter);
    if (local != NO_REG) {
        emit_branch(c, OP_FOR_ITER, top_temp(c), local, 0, end, u->depth - 1);
        certain_set(&u->certain, local);
        return;
    }
    emit_branch(c, OP_FOR_ITER_T, top_temp(c), next_temp(c), 0, end, u->depth - 1);
    temp_push(c);
    store_temp(c, target);
}

static void compile_for(Compiler *c, Node *s) {
    Unit *u = c->unit;
    Label top, end, orelse;
    label_init(&top);
    label_init(&end);
    label_init(&orelse);
    push_iterator(c, s->For.iter, false);
    u32 depth = u->depth - 1;
    label_bind_back(c, &top);
    Block block;
    at(c, s);
    block_push(c, &block, BLOCK_FOR, depth, NULL);
    block.top = &top;
    block.end = &end;
    for_next(c, s->For.iter, s->For.target, &orelse);
    compile_body(c, &s->For.body);
    u->depth = depth + 1;
    emit_loop(c, &top);
    block_pop(c, &block);
    label_bind(c, &orelse);
    u->depth = depth;
    compile_body(c, &s->For.orelse);
    label_bind(c, &end);
}

// ---- imports --------------------------------------------------------------------------------------------------------

// The part of a dotted name from `start` up to the next dot; *end is behind it.
static Name *name_part(Compiler *c, const Name *name, u32 start, u32 *end) {
    u32 i = start;
    while (i < name->length && name->text[i] != '.') i++;
    *end = i;
    Name *part = names_intern(&c->tree->names, name->text + start, i - start);
    if (!part) fail_memory(c);
    return part;
}

static void compile_import(Compiler *c, Node *s) {
    at(c, s);
    for (u32 i = 0; i < s->Import.names.count && !c->failed; i++) {
        const Node *alias = s->Import.names.items[i];
        Name *name = alias->alias.name;
        u32 end;
        emit_none(c);
        emit_wide(c, OP_IMPORT_NAME, top_temp(c), 0, 0, const_name(c, name));
        Name *first = name_part(c, name, 0, &end);
        if (alias->alias.asname) {
            while (end < name->length && !c->failed) { // import a.b.c as d: c of b of a
                Name *part = name_part(c, name, end + 1, &end);
                Reg module = top_temp(c);
                emit_wide(c, OP_IMPORT_FROM, next_temp(c), module, 0, const_name(c, part));
                temp_push(c);
                drop_under(c, true);
            }
            first = alias->alias.asname;
        }
        name_store(c, first, top_temp(c));
    }
}

static void compile_import_from(Compiler *c, Node *s) {
    const Seq *aliases = &s->ImportFrom.names;
    at(c, s);
    Name *few[16], **names = few;
    if (aliases->count > countof(few) && !(names = arena_get(c, aliases->count * sizeof *names))) return;
    for (u32 i = 0; i < aliases->count; i++) names[i] = aliases->items[i]->alias.name;
    emit_const(c, const_names(c, names, aliases->count));
    Reg module = top_temp(c);
    u32 name = s->ImportFrom.module ? const_name(c, s->ImportFrom.module) : const_str(c, "");
    emit_wide(c, OP_IMPORT_NAME, module, (u32)s->ImportFrom.level & 255, 0, name);
    if (aliases->count == 1 && name_is(names[0], "*")) {
        temp_pop(c, module);
        emit(c, OP_IMPORT_STAR, module, 0, 0);
        return;
    }
    for (u32 i = 0; i < aliases->count; i++) {
        emit_wide(c, OP_IMPORT_FROM, next_temp(c), module, 0, const_name(c, names[i]));
        Reg r = temp_push(c);
        Name *asname = aliases->items[i]->alias.asname;
        name_store(c, asname ? asname : names[i], r);
    }
    emit_drop(c);
}

// ---- the rest -------------------------------------------------------------------------------------------------------

static void compile_raise(Compiler *c, Node *s) {
    Reg r = 0;
    u32 n = 0;
    if (s->Raise.exc && s->Raise.cause) {
        n = 2;
        expr_push(c, s->Raise.exc);
        r = top_temp(c);
        expr_push(c, s->Raise.cause);
        temp_pop_top(c);
        temp_pop(c, r);
    } else if (s->Raise.exc) {
        n = 1;
        r = expr_operand(c, s->Raise.exc);
        temp_pop(c, r);
    }
    at(c, s);
    emit(c, OP_RAISE, r, n, 0);
    emit_end(c);
}

static void compile_assert(Compiler *c, Node *s) {
    Label end;
    label_init(&end);
    expr_jump(c, s->Assert.test, &end, true);
    if (!is_dead(c)) {
        at(c, s);
        emit_build_wide(c, OP_INTRINSIC, 0, 0, 0, INTRINSIC_ASSERTION_ERROR);
        if (s->Assert.msg) {
            expr_push(c, s->Assert.msg);
            at(c, s);
            emit_build(c, OP_CALL, 2, 1, 0);
        }
        at(c, s->Assert.test);
        Reg r = temp_pop_top(c);
        emit(c, OP_RAISE, r, 1, 0);
        emit_end(c);
    }
    label_bind(c, &end);
}

static void compile_expression(Compiler *c, Node *s) {
    if (!c->interactive || c->unit->outer) return expr_discard(c, s->Expr.value);
    expr_push(c, s->Expr.value);
    at(c, s);
    emit_build_wide(c, OP_INTRINSIC, 1, 1, 0, INTRINSIC_PRINT);
    emit_drop(c);
}

static void compile_compound(Compiler *c, Node *s) {
    switch (s->kind) {
    case NODE_FunctionDef:
    case NODE_AsyncFunctionDef: compile_function(c, s); break;
    case NODE_ClassDef: compile_class(c, s); break;
    case NODE_For: compile_for(c, s); break;
    case NODE_AsyncFor: compile_async_for(c, s); break;
    case NODE_While: compile_while(c, s); break;
    case NODE_If: compile_if(c, s); break;
    case NODE_With:
    case NODE_AsyncWith: compile_with(c, s); break;
    case NODE_Match: compile_match(c, s); break;
    case NODE_Try: compile_try(c, s); break;
    case NODE_TryStar: compile_try_star(c, s); break;
    default: break;
    }
}

void compile_statement(Compiler *c, Node *s) {
    Unit *u = c->unit;
    u32 depth = u->depth, base = u->base;
    u->base = depth;
    switch (s->kind) {
    case NODE_Expr: compile_expression(c, s); break;
    case NODE_Assign: compile_assign(c, s); break;
    case NODE_AugAssign: compile_augmented(c, s); break;
    case NODE_AnnAssign: compile_annotated(c, s); break;
    case NODE_Return: compile_return(c, s); break;
    case NODE_Delete:
        for (u32 i = 0; i < s->Delete.targets.count; i++) compile_delete(c, s->Delete.targets.items[i]);
        break;
    case NODE_TypeAlias: compile_type_alias(c, s); break;
    case NODE_Raise: compile_raise(c, s); break;
    case NODE_Assert: compile_assert(c, s); break;
    case NODE_Import: compile_import(c, s); break;
    case NODE_ImportFrom: compile_import_from(c, s); break;
    case NODE_Break:
    case NODE_Continue: compile_leave(c, s); break;
    case NODE_Global:
    case NODE_Nonlocal:
    case NODE_Pass: break;
    default:
        if (!recursion_enter(c)) return;
        compile_compound(c, s);
        recursion_leave(c);
    }
    u->depth = depth;
    u->base = base;
}

void compile_body(Compiler *c, const Seq *body) {
    for (u32 i = 0; i < body->count; i++) {
        if (is_dead(c) || c->failed) return;
        compile_statement(c, body->items[i]);
    }
}
