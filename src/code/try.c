// try.c: try, except, finally, except*, with, async with, async for.
//
// In the pictures D is the depth at the start of the statement; on entry of a handler the exception is in temporary D
// (or wherever the guard says). While an exception is handled the stack holds  before  exc:  what was handled before,
// for POP_EXC, and the exception.
#include "code/compiler.h"

static Reg pop_top(Compiler *c) {
    Reg r = temp_pop_top(c);
    return r;
}

static void emit_pop_exc(Compiler *c) { emit(c, OP_POP_EXC, pop_top(c), 0, 0); }

// [exc] -> [before, exc]
static void emit_push_exc(Compiler *c) {
    emit(c, OP_PUSH_EXC, top_temp(c), 0, 0);
    temp_push(c);
}

// [before, exc]: handled again is what was before, and exc is raised on. Reached from above, or by the guard.
static void emit_reraise(Compiler *c, Guard *guard) {
    Unit *u = c->unit;
    bool live = !is_dead(c);
    if (!guard_handler(c, guard) && !live) return;
    u->depth = guard->depth + 1;
    Reg exc = top_temp(c);
    emit(c, OP_SWAP, exc - 1, exc, 0);
    emit_pop_exc(c);
    emit(c, OP_RERAISE, pop_top(c), 0, 0);
    emit_end(c);
}

// ---- try … except ---------------------------------------------------------------------------------------------------

// Stack [before, exc], depth D + 2. `cleanup` guards it all but for the bodies of clauses with a name.
static void except_clause(Compiler *c, Node *h, u32 depth, Guard *cleanup, Label *reraise, Label *end) {
    Unit *u = c->unit;
    Label next;
    label_init(&next);
    u->depth = depth + 2;
    Reg exc = top_temp(c);
    if (h->ExceptHandler.type) {
        Reg type = expr_operand(c, h->ExceptHandler.type);
        at(c, h);
        temp_pop(c, type);
        emit(c, OP_MATCH_EXC, next_temp(c), exc, type);
        Reg answer = next_temp(c);
        emit_branch(c, OP_J_IF, answer, 0, 0, &next, u->depth);
        if (u->depth + 1 > u->max_depth) u->max_depth = u->depth + 1;
    }
    Name *name = h->ExceptHandler.name;
    at(c, h);
    Guard named;
    if (name) {
        name_store(c, name, exc);
        guard_close(c, cleanup);
        guard_open(c, &named, depth + 1);
    } else emit_drop(c);
    Block block;
    block_push(c, &block, BLOCK_HANDLER, depth, name ? &named : cleanup);
    block.name = name;
    compile_body(c, &h->ExceptHandler.body);
    block_pop(c, &block);
    u->depth = depth + 1;
    emit_pop_exc(c);
    if (name) name_unbind(c, name);
    emit_jump(c, end);
    if (name && guard_handler(c, &named)) {
        guard_reopen(c, cleanup);
        name_unbind(c, name);
        guard_close(c, cleanup);
        emit_jump(c, reraise);
    }
    label_bind(c, &next);
    guard_reopen(c, cleanup);
}

static void try_except(Compiler *c, Node *s) {
    Unit *u = c->unit;
    u32 depth = u->depth;
    Label end, reraise;
    label_init(&end);
    label_init(&reraise);
    Guard body, cleanup;
    Block block;
    at(c, s);
    guard_open(c, &body, depth);
    block_push(c, &block, BLOCK_TRY, depth, &body);
    compile_body(c, &s->Try.body);
    block_pop(c, &block);
    compile_body(c, &s->Try.orelse);
    emit_jump(c, &end);
    if (guard_handler(c, &body)) {
        emit_push_exc(c);
        guard_open(c, &cleanup, depth + 1);
        for (u32 i = 0; i < s->Try.handlers.count && !is_dead(c) && !c->failed; i++)
            except_clause(c, s->Try.handlers.items[i], depth, &cleanup, &reraise, &end);
        guard_close(c, &cleanup);
        label_bind(c, &reraise);
        emit_reraise(c, &cleanup);
    }
    label_bind(c, &end);
    u->depth = depth;
}

// ---- except* --------------------------------------------------------------------------------------------------------

// Stack: before, original, list of what was raised in the clauses, what is left of the exception (or None).
static void except_star_clause(Compiler *c, Node *h, u32 depth) {
    Unit *u = c->unit;
    Label no_match, next;
    label_init(&no_match);
    label_init(&next);
    Reg rest = top_temp(c);
    Reg type = expr_operand(c, h->ExceptHandler.type);
    at(c, h);
    temp_pop(c, type);
    emit(c, OP_MATCH_GROUP, next_temp(c), rest, type);
    Reg match = temp_push(c);
    Reg copy = emit_push(c, OP_DUP, match, 0);
    temp_pop(c, copy);
    u32 none = const_none(c);
    if (none < 256) emit_branch(c, OP_J_IS_K, copy, none, 1, &no_match, u->depth);
    else {
        temp_push(c);
        emit_none(c);
        temp_pop(c, copy + 1);
        temp_pop(c, copy);
        emit_branch(c, OP_J_IS, copy, copy + 1, 1, &no_match, u->depth);
    }
    Name *name = h->ExceptHandler.name;
    if (name) name_store(c, name, match);
    else emit_drop(c);
    Guard guard;
    Block block;
    at(c, h);
    guard_open(c, &guard, depth + 4);
    block_push(c, &block, BLOCK_GROUP, depth, &guard);
    compile_body(c, &h->ExceptHandler.body);
    block_pop(c, &block);
    u->depth = depth + 4;
    if (name) name_unbind(c, name);
    emit_jump(c, &next);
    if (guard_handler(c, &guard)) {
        if (name) name_unbind(c, name);
        Reg exc = pop_top(c);
        emit(c, OP_LIST_APPEND, rest - 1, exc, 0);
        emit_jump(c, &next);
    }
    label_bind(c, &no_match);
    if (!is_dead(c)) emit_drop(c);
    label_bind(c, &next);
    u->depth = depth + 4;
}

static void try_except_star(Compiler *c, Node *s) {
    Unit *u = c->unit;
    u32 depth = u->depth;
    Label end, raise;
    label_init(&end);
    label_init(&raise);
    Guard body, cleanup;
    Block block;
    at(c, s);
    guard_open(c, &body, depth);
    block_push(c, &block, BLOCK_TRY, depth, &body);
    compile_body(c, &s->TryStar.body);
    block_pop(c, &block);
    compile_body(c, &s->TryStar.orelse);
    emit_jump(c, &end);
    if (guard_handler(c, &body)) {
        emit_push_exc(c);
        guard_open(c, &cleanup, depth + 1);
        Reg original = top_temp(c), list = original + 1;
        emit_push(c, OP_BUILD_LIST, 0, 0);
        emit_push(c, OP_DUP, original, 0);
        emit_build_wide(c, OP_INTRINSIC, 1, 1, 0, INTRINSIC_GROUP_START);
        // The clauses' own guards are inner ones: they are closed first, and so come first in the table.
        for (u32 i = 0; i < s->TryStar.handlers.count && !c->failed; i++)
            except_star_clause(c, s->TryStar.handlers.items[i], depth);
        Reg rest = pop_top(c);
        emit(c, OP_LIST_APPEND, list, rest, 0);
        Reg result = emit_build_wide(c, OP_INTRINSIC, 2, 2, 0, INTRINSIC_GROUP_END);
        Reg copy = emit_push(c, OP_DUP, result, 0);
        emit_none(c);
        temp_pop(c, copy + 1);
        temp_pop(c, copy);
        emit_branch(c, OP_J_IS, copy, copy + 1, 0, &raise, u->depth);
        guard_close(c, &cleanup);
        emit_drop(c);
        emit_pop_exc(c);
        emit_jump(c, &end);
        label_bind(c, &raise);
        emit_reraise(c, &cleanup);
    }
    label_bind(c, &end);
    u->depth = depth;
}

// ---- try … finally --------------------------------------------------------------------------------------------------

static void try_finally(Compiler *c, Node *s) {
    Unit *u = c->unit;
    u32 depth = u->depth;
    Label exit;
    label_init(&exit);
    Guard body, cleanup;
    Block block;
    at(c, s);
    guard_open(c, &body, depth);
    block_push(c, &block, BLOCK_FINALLY, depth, &body);
    block.finals = &s->Try.finalbody;
    if (!s->Try.handlers.count) compile_body(c, &s->Try.body);
    else if (s->kind == NODE_TryStar) try_except_star(c, s);
    else try_except(c, s);
    block_pop(c, &block);
    compile_body(c, &s->Try.finalbody);
    emit_jump(c, &exit);
    if (guard_handler(c, &body)) {
        emit_push_exc(c);
        guard_open(c, &cleanup, depth + 1);
        block_push(c, &block, BLOCK_FINALLY_END, depth, &cleanup);
        compile_body(c, &s->Try.finalbody);
        block_pop(c, &block);
        emit_reraise(c, &cleanup);
    }
    label_bind(c, &exit);
    u->depth = depth;
}

void compile_try(Compiler *c, Node *s) {
    if (s->Try.finalbody.count) try_finally(c, s);
    else try_except(c, s);
}

void compile_try_star(Compiler *c, Node *s) {
    if (s->TryStar.finalbody.count) try_finally(c, s);
    else try_except_star(c, s);
}

// ---- with -----------------------------------------------------------------------------------------------------------

static void emit_await(Compiler *c, u32 what) {
    emit_unary(c, OP_GET_AWAITABLE, top_temp(c), what);
    emit(c, OP_AWAIT, top_temp(c), 0, 0);
}

// __exit__, on top, is called with three Nones and its answer dropped.
void with_exit_call(Compiler *c, bool is_async) {
    for (int i = 0; i < 3; i++) emit_none(c);
    emit_build(c, OP_CALL, 4, 3, 0);
    if (is_async) emit_await(c, 2);
    emit_drop(c);
}

static void with_item(Compiler *c, Node *s, u32 i) {
    Unit *u = c->unit;
    Node *item = s->With.items.items[i];
    const Node *p = item->withitem.context_expr;
    bool is_async = s->kind == NODE_AsyncWith;
    u32 depth = u->depth;
    Label exit, suppress;
    label_init(&exit);
    label_init(&suppress);
    expr_push(c, item->withitem.context_expr);
    at(c, p);
    Reg leave = emit_build(c, OP_WITH_START, 1, is_async, 0); // [__exit__, __enter__]
    temp_push(c);
    emit_build(c, OP_CALL, 1, 0, 0);
    if (is_async) emit_await(c, 1);
    Guard body, cleanup;
    Block block;
    guard_open(c, &body, depth + 1);
    block_push(c, &block, BLOCK_WITH, depth, &body);
    block.at = p;
    block.is_async = is_async;
    if (item->withitem.optional_vars) store_temp(c, item->withitem.optional_vars);
    else emit_drop(c);
    if (i + 1 < s->With.items.count) {
        if (recursion_enter(c)) {
            with_item(c, s, i + 1);
            recursion_leave(c);
        }
    } else compile_body(c, &s->With.body);
    block_pop(c, &block);
    u->depth = depth + 1;
    at(c, p);
    if (!is_dead(c)) with_exit_call(c, is_async);
    emit_jump(c, &exit);
    if (guard_handler(c, &body)) {
        at(c, p);
        emit_push_exc(c);
        guard_open(c, &cleanup, depth + 2);
        Reg exc = top_temp(c);
        emit(c, OP_WITH_EXCEPT, next_temp(c), leave, exc);
        temp_push(c);
        if (is_async) emit_await(c, 2);
        Reg answer = pop_top(c);
        emit_branch(c, OP_J_IF, answer, 0, 1, &suppress, u->depth);
        guard_close(c, &cleanup);
        emit_reraise(c, &cleanup);
        label_bind(c, &suppress); // [__exit__, before, exc]
        emit_drop(c);
        emit_pop_exc(c);
        emit_drop(c);
    }
    label_bind(c, &exit);
    u->depth = depth;
}

void compile_with(Compiler *c, Node *s) { with_item(c, s, 0); }

// ---- asynchronous iteration -----------------------------------------------------------------------------------------

void async_next(Compiler *c, Guard *done, const Node *p) {
    Reg iterator = top_temp(c);
    at(c, p);
    guard_open(c, done, c->unit->depth);
    emit_push(c, OP_GET_ANEXT, iterator, 0);
    emit(c, OP_AWAIT, top_temp(c), 0, 0);
    guard_close(c, done);
}

void async_end(Compiler *c, Guard *done, Label *end, const Node *p) {
    if (!guard_handler(c, done)) return;
    at(c, p);
    Reg exc = pop_top(c);
    emit_branch(c, OP_END_ASYNC_FOR, exc - 1, exc, 0, end, c->unit->depth - 1);
    emit_end(c);
}

void compile_async_for(Compiler *c, Node *s) {
    Unit *u = c->unit;
    Label top, end, orelse;
    label_init(&top);
    label_init(&end);
    label_init(&orelse);
    push_iterator(c, s->AsyncFor.iter, true);
    u32 depth = u->depth - 1;
    label_bind_back(c, &top);
    Block block;
    at(c, s);
    block_push(c, &block, BLOCK_FOR, depth, NULL);
    block.top = &top;
    block.end = &end;
    Guard done;
    async_next(c, &done, s);
    store_temp(c, s->AsyncFor.target);
    compile_body(c, &s->AsyncFor.body);
    u->depth = depth + 1;
    emit_loop(c, &top);
    block_pop(c, &block);
    async_end(c, &done, &orelse, s->AsyncFor.iter);
    label_bind(c, &orelse);
    u->depth = depth;
    compile_body(c, &s->AsyncFor.orelse);
    label_bind(c, &end);
}
