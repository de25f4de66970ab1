// stmt.c: statements and blocks.
#include "tree/parser.h"

static Node *parse_statement_compound(Parser *p);

// Where to go back to when a guess was wrong.
typedef struct Mark {
    u32 at, stack_count, depth;
} Mark;
static Mark remember(Parser *p) { return (Mark){p->at, p->stack_count, p->depth}; }
static bool go_back(Parser *p, Mark mark) {
    p->at = mark.at;
    p->stack_count = mark.stack_count;
    p->depth = mark.depth;
    return p->tree->error.kind == ERROR_NONE;
}

// Simple statements ---------------------------------------------------------------------------------------------------

static const u8 augmented[][2] = {
    {TOKEN_PLUSEQUAL, OP_Add},
    {TOKEN_MINEQUAL, OP_Sub},
    {TOKEN_STAREQUAL, OP_Mult},
    {TOKEN_ATEQUAL, OP_MatMult},
    {TOKEN_SLASHEQUAL, OP_Div},
    {TOKEN_PERCENTEQUAL, OP_Mod},
    {TOKEN_AMPEREQUAL, OP_BitAnd},
    {TOKEN_VBAREQUAL, OP_BitOr},
    {TOKEN_CIRCUMFLEXEQUAL, OP_BitXor},
    {TOKEN_LEFTSHIFTEQUAL, OP_LShift},
    {TOKEN_RIGHTSHIFTEQUAL, OP_RShift},
    {TOKEN_DOUBLESTAREQUAL, OP_Pow},
    {TOKEN_DOUBLESLASHEQUAL, OP_FloorDiv},
};

static bool is_single_target(const Node *node) {
    return node->kind == NODE_Name || node->kind == NODE_Attribute || node->kind == NODE_Subscript;
}

// assignment: NAME ':' expression ['=' annotated_rhs]
//           | ('(' single_target ')' | t_primary '.' NAME | t_primary '[' slices ']') ':' expression ['='
//           annotated_rhs]
static Node *parse_annotated(Parser *p, Node *target, u32 first) {
    if (!is_single_target(target) || !advance(p)) return NULL;
    Node *annotation = parse_expression(p), *value = NULL;
    if (!annotation) return NULL;
    if (accept(p, TOKEN_EQUAL) && !(value = parse_yield_or_star_expressions(p))) return NULL;
    Node *node = node_here(p, NODE_AnnAssign, first);
    if (!node) return NULL;
    set_context(target, CTX_STORE);
    node->AnnAssign.target = target;
    node->AnnAssign.annotation = annotation;
    node->AnnAssign.value = value;
    node->AnnAssign.simple = target->kind == NODE_Name && !target->parenthesized;
    return node;
}

// assignment: (star_targets '=')+ annotated_rhs !'='
static Node *parse_assign(Parser *p, Node *value, u32 first) {
    u32 mark = p->stack_count;
    while (peek(p) == TOKEN_EQUAL) {
        // What looked like a value is a target.
        if (value->kind == NODE_Yield || value->kind == NODE_YieldFrom || !set_context(value, CTX_STORE)) return NULL;
        if (!push(p, value) || !advance(p) || !(value = parse_yield_or_star_expressions(p))) return NULL;
    }
    Node *node = node_here(p, NODE_Assign, first);
    if (!node || !take(p, mark, &node->Assign.targets)) return NULL;
    node->Assign.value = value;
    return node;
}

// assignment | star_expressions | yield_expr;  assignment: single_target augassign annotated_rhs
static Node *parse_expression_statement(Parser *p) {
    u32 first = p->at;
    Node *value = parse_yield_or_star_expressions(p), *node;
    if (!value) return NULL;
    u8 token = peek(p);
    if (token == TOKEN_EQUAL) return parse_assign(p, value, first);
    if (token == TOKEN_COLON) return parse_annotated(p, value, first);
    if (token >= TOKEN_PLUSEQUAL && token <= TOKEN_DOUBLESLASHEQUAL) {
        u32 i = 0;
        while (augmented[i][0] != token) i++;
        if (!is_single_target(value) || !advance(p)) return NULL;
        set_context(value, CTX_STORE);
        Node *right = parse_yield_or_star_expressions(p);
        if (!right || !(node = node_here(p, NODE_AugAssign, first))) return NULL;
        node->AugAssign.target = value;
        node->AugAssign.op = augmented[i][1];
        node->AugAssign.value = right;
        return node;
    }
    node = node_here(p, NODE_Expr, first);
    if (node) node->Expr.value = value;
    return node;
}

static bool at_statement_end(Parser *p) { return peek(p) == TOKEN_NEWLINE || peek(p) == TOKEN_SEMI; }

// return_stmt: 'return' [star_expressions]
static Node *parse_return(Parser *p) {
    u32 first = p->at;
    Node *value = NULL;
    if (!advance(p) || (!at_statement_end(p) && !(value = parse_star_expressions(p)))) return NULL;
    Node *node = node_here(p, NODE_Return, first);
    if (node) node->Return.value = value;
    return node;
}

// raise_stmt: 'raise' [expression ['from' expression]]
static Node *parse_raise(Parser *p) {
    u32 first = p->at;
    Node *exc = NULL, *cause = NULL;
    if (!advance(p)) return NULL;
    if (!at_statement_end(p)) {
        if (!(exc = parse_expression(p))) return NULL;
        if (accept(p, TOKEN_from) && !(cause = parse_expression(p))) return NULL;
    }
    Node *node = node_here(p, NODE_Raise, first);
    if (!node) return NULL;
    node->Raise.exc = exc;
    node->Raise.cause = cause;
    return node;
}

// global_stmt: 'global' ','.NAME+      nonlocal_stmt: 'nonlocal' ','.NAME+
static Node *parse_global(Parser *p, u8 kind) {
    u32 first = p->at;
    do {
        if (!advance(p) || peek(p) != TOKEN_NAME || !advance(p)) return NULL;
    } while (peek(p) == TOKEN_COMMA);
    Node *node = node_here(p, kind, first);
    if (!node) return NULL;
    u32 count = (p->at - first) / 2;
    node->Global.names.items = parser_alloc(p, count * sizeof(Name *));
    if (!node->Global.names.items) return NULL;
    node->Global.names.count = count;
    for (u32 i = 0; i < count; i++) node->Global.names.items[i] = p->tokens[first + 1 + 2 * i].name;
    return node;
}

// del_stmt: 'del' del_targets &(';' | NEWLINE)      del_targets: ','.del_target+ [',']
static Node *parse_del(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    if (!advance(p)) return NULL;
    do {
        if (at_statement_end(p) && p->stack_count > mark) break;
        Node *target = parse_bitwise_or(p);
        if (!target || !set_context(target, CTX_DEL) || !push(p, target)) return NULL;
    } while (accept(p, TOKEN_COMMA));
    if (!at_statement_end(p)) return NULL;
    Node *node = node_here(p, NODE_Delete, first);
    return node && take(p, mark, &node->Delete.targets) ? node : NULL;
}

// assert_stmt: 'assert' expression [',' expression]
static Node *parse_assert(Parser *p) {
    u32 first = p->at;
    if (!advance(p)) return NULL;
    Node *test = parse_expression(p), *msg = NULL;
    if (!test || (accept(p, TOKEN_COMMA) && !(msg = parse_expression(p)))) return NULL;
    Node *node = node_here(p, NODE_Assert, first);
    if (!node) return NULL;
    node->Assert.test = test;
    node->Assert.msg = msg;
    return node;
}

// dotted_name: NAME ('.' NAME)*
static Name *parse_dotted_name(Parser *p) {
    if (peek(p) != TOKEN_NAME) return NULL;
    Name *name = current(p)->name;
    u32 first = p->at;
    u32 length = name->length;
    if (!advance(p)) return NULL;
    while (peek(p) == TOKEN_DOT) {
        if (!advance(p) || peek(p) != TOKEN_NAME) return NULL;
        length += 1 + current(p)->name->length;
        if (!advance(p)) return NULL;
    }
    if (p->at == first + 1) return name;
    u8 *text = parser_alloc(p, length), *to = text;
    if (!text) return NULL;
    for (u32 i = first; i < p->at; i += 2) {
        if (i > first) *to++ = '.';
        memcpy(to, p->tokens[i].name->text, p->tokens[i].name->length);
        to += p->tokens[i].name->length;
    }
    name = names_intern(&p->tree->names, text, length);
    return name ? name : error_memory(p);
}

// import_from_as_name: NAME ['as' NAME]      dotted_as_name: dotted_name ['as' NAME]
static Node *parse_alias(Parser *p, bool dotted) {
    u32 first = p->at;
    Name *name = NULL, *asname = NULL;
    if (dotted) {
        if (!(name = parse_dotted_name(p))) return NULL;
    } else {
        if (peek(p) != TOKEN_NAME) return NULL;
        name = current(p)->name;
        if (!advance(p)) return NULL;
    }
    if (accept(p, TOKEN_as)) {
        if (peek(p) != TOKEN_NAME) return NULL;
        asname = current(p)->name;
        if (!advance(p)) return NULL;
    }
    Node *node = node_here(p, NODE_alias, first);
    if (!node) return NULL;
    node->alias.name = name;
    node->alias.asname = asname;
    return node;
}

// import_name: 'import' ','.dotted_as_name+
static Node *parse_import(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    do {
        if (!advance(p) || !push(p, parse_alias(p, true))) return NULL;
    } while (peek(p) == TOKEN_COMMA);
    Node *node = node_here(p, NODE_Import, first);
    return node && take(p, mark, &node->Import.names) ? node : NULL;
}

// import_from_targets: '(' ','.import_from_as_name+ [','] ')' | ','.import_from_as_name+ !',' | '*'
static bool parse_import_targets(Parser *p, Seq *names) {
    u32 mark = p->stack_count, first = p->at;
    if (peek(p) == TOKEN_STAR) {
        if (!advance(p)) return false;
        Node *node = node_here(p, NODE_alias, first);
        if (!node || !push(p, node)) return false;
        node->alias.name = names_word(&p->tree->names, "*");
        if (!node->alias.name) return error_memory(p), false;
        return take(p, mark, names);
    }
    bool bracketed = peek(p) == TOKEN_LPAR;
    if (bracketed && !advance(p)) return false;
    for (;;) {
        if (!push(p, parse_alias(p, false))) return false;
        if (peek(p) != TOKEN_COMMA) break;
        if (!advance(p)) return false;
        if (bracketed && peek(p) == TOKEN_RPAR) break;
    }
    if (bracketed && !accept(p, TOKEN_RPAR)) return false;
    return take(p, mark, names);
}

// import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets
//            | 'from' ('.' | '...')+ 'import' import_from_targets
static Node *parse_import_from(Parser *p) {
    u32 first = p->at;
    i32 level = 0;
    Name *module = NULL;
    if (!advance(p)) return NULL;
    while (peek(p) == TOKEN_DOT || peek(p) == TOKEN_ELLIPSIS) {
        level += peek(p) == TOKEN_DOT ? 1 : 3;
        if (!advance(p)) return NULL;
    }
    if ((level == 0 || peek(p) == TOKEN_NAME) && !(module = parse_dotted_name(p))) return NULL;
    Seq names;
    if (!accept(p, TOKEN_import) || !parse_import_targets(p, &names)) return NULL;
    Node *node = node_here(p, NODE_ImportFrom, first);
    if (!node) return NULL;
    node->ImportFrom.module = module;
    node->ImportFrom.names = names;
    node->ImportFrom.level = level;
    if (module && level == 0 && name_is(module, "__future__")) {
        for (u32 i = 0; i < names.count; i++) {
            // This one changes how the rest is read.
            if (name_is(names.items[i]->alias.name, "barry_as_FLUFL")) p->tree->flags |= TREE_FUTURE_BARRY;
        }
    }
    return node;
}

static bool parse_type_params(Parser *p, Seq *params);

// type_alias: "type" NAME [type_params] '=' expression
static Node *parse_type_alias(Parser *p) {
    u32 first = p->at;
    if (!advance(p)) return NULL;
    Node *name = parse_atom(p);
    Node *node = name ? node_new(p, NODE_TypeAlias, first) : NULL;
    if (!node || !parse_type_params(p, &node->TypeAlias.type_params) || !accept(p, TOKEN_EQUAL)) return NULL;
    name->Name.ctx = CTX_STORE;
    node->TypeAlias.name = name;
    node->TypeAlias.value = parse_expression(p);
    return node->TypeAlias.value ? node_end(p, node) : NULL;
}

static Node *parse_word(Parser *p, u8 kind) { return advance(p) ? node_here(p, kind, p->at - 1) : NULL; }

static Node *parse_simple_statement(Parser *p) {
    switch (peek(p)) {
    case TOKEN_NAME:
        if (current(p)->name->soft == SOFT_TYPE && peek_second(p) == TOKEN_NAME) return parse_type_alias(p);
        break;
    case TOKEN_return: return parse_return(p);
    case TOKEN_import: return parse_import(p);
    case TOKEN_from: return parse_import_from(p);
    case TOKEN_raise: return parse_raise(p);
    case TOKEN_pass: return parse_word(p, NODE_Pass);
    case TOKEN_del: return parse_del(p);
    case TOKEN_assert: return parse_assert(p);
    case TOKEN_break: return parse_word(p, NODE_Break);
    case TOKEN_continue: return parse_word(p, NODE_Continue);
    case TOKEN_global: return parse_global(p, NODE_Global);
    case TOKEN_nonlocal: return parse_global(p, NODE_Nonlocal);
    }
    return parse_expression_statement(p);
}

// simple_stmts: ';'.simple_stmt+ [';'] NEWLINE          onto the stack
static bool parse_simple_statements(Parser *p) {
    do {
        if (!push(p, parse_simple_statement(p))) return false;
    } while (accept(p, TOKEN_SEMI) && peek(p) != TOKEN_NEWLINE);
    return accept(p, TOKEN_NEWLINE);
}

// Blocks --------------------------------------------------------------------------------------------------------------

// block: NEWLINE INDENT statements DEDENT | simple_stmts
bool parse_block(Parser *p, Seq *body) {
    u32 mark = p->stack_count;
    if (peek(p) != TOKEN_NEWLINE) return parse_simple_statements(p) && take(p, mark, body);
    if (!advance(p) || !accept(p, TOKEN_INDENT) || !enter(p)) return false;
    if (!parse_statements(p, body) || !accept(p, TOKEN_DEDENT)) return false;
    leave(p);
    return true;
}

// ':' block
static bool parse_suite(Parser *p, Seq *body) { return accept(p, TOKEN_COLON) && parse_block(p, body); }

// [else_block]      else_block: 'else' ':' block
static bool parse_else(Parser *p, Seq *orelse) {
    if (peek(p) != TOKEN_else) return true;
    return advance(p) && parse_suite(p, orelse);
}

// if_stmt: 'if' named_expression ':' block (elif_stmt | [else_block])
// elif_stmt: 'elif' named_expression ':' block (elif_stmt | [else_block])      a loop: chains of elif are long
static Node *parse_if(Parser *p) {
    Node *outer = NULL;
    u32 mark = p->stack_count;
    for (Seq *place = NULL;;) {
        u32 first = p->at;
        if (!advance(p)) return NULL;
        Node *test = parse_named_expression(p);
        Node *node = test ? node_new(p, NODE_If, first) : NULL;
        if (!node || !parse_suite(p, &node->If.body)) return NULL;
        node->If.test = test;
        if (place && (!push(p, node) || !take(p, p->stack_count - 1, place))) return NULL;
        if (!outer) outer = node;
        place = &node->If.orelse;
        if (peek(p) == TOKEN_elif) continue;
        if (!parse_else(p, place)) return NULL;
        break;
    }
    p->stack_count = mark;
    // All of the chain ends here.
    for (Node *node = node_end(p, outer);;) {
        if (node->If.orelse.count != 1 || node->If.orelse.items[0]->kind != NODE_If) break;
        node = node->If.orelse.items[0];
        if (node->end_lineno) break; // an `if` inside `else:`
        node_end(p, node);
    }
    return outer;
}

// while_stmt: 'while' named_expression ':' block [else_block]
static Node *parse_while(Parser *p) {
    u32 first = p->at;
    if (!advance(p)) return NULL;
    Node *test = parse_named_expression(p);
    Node *node = test ? node_new(p, NODE_While, first) : NULL;
    if (!node || !parse_suite(p, &node->While.body) || !parse_else(p, &node->While.orelse)) return NULL;
    node->While.test = test;
    return node_end(p, node);
}

// for_stmt: ['async'] 'for' star_targets 'in' star_expressions ':' block [else_block]
static Node *parse_for(Parser *p, u32 first, bool is_async) {
    if (!advance(p)) return NULL;
    Node *target = parse_targets(p);
    if (!target || !accept(p, TOKEN_in)) return NULL;
    Node *iter = parse_star_expressions(p);
    Node *node = iter ? node_new(p, is_async ? NODE_AsyncFor : NODE_For, first) : NULL;
    if (!node || !parse_suite(p, &node->For.body) || !parse_else(p, &node->For.orelse)) return NULL;
    node->For.target = target;
    node->For.iter = iter;
    return node_end(p, node);
}

// with_item: expression ['as' star_target]
static Node *parse_with_item(Parser *p) {
    Node *context = parse_expression(p), *vars = NULL;
    if (!context || (accept(p, TOKEN_as) && !(vars = parse_star_target(p)))) return NULL;
    Node *node = node_bare(p, NODE_withitem);
    if (!node) return NULL;
    node->withitem.context_expr = context;
    node->withitem.optional_vars = vars;
    return node;
}

// '(' ','.with_item+ [','] ')' ':'          up to the colon
static bool parse_bracketed_items(Parser *p, Seq *items) {
    u32 mark = p->stack_count;
    do {
        if (!advance(p)) return false;
        if (peek(p) == TOKEN_RPAR && p->stack_count > mark) break;
        if (!push(p, parse_with_item(p))) return false;
    } while (peek(p) == TOKEN_COMMA);
    return accept(p, TOKEN_RPAR) && peek(p) == TOKEN_COLON && take(p, mark, items);
}

// with_stmt: ['async'] 'with' ('(' ','.with_item+ [','] ')' | ','.with_item+) ':' block
static Node *parse_with(Parser *p, u32 first, bool is_async) {
    if (!advance(p)) return NULL;
    Node *node = node_new(p, is_async ? NODE_AsyncWith : NODE_With, first);
    if (!node) return NULL;
    Mark mark = remember(p);
    // A parenthesis may hold the items, or belong to the first of them.
    if (peek(p) != TOKEN_LPAR || !parse_bracketed_items(p, &node->With.items)) {
        if (!go_back(p, mark)) return NULL;
        do {
            if (!push(p, parse_with_item(p))) return NULL;
        } while (accept(p, TOKEN_COMMA));
        if (!take(p, mark.stack_count, &node->With.items)) return NULL;
    }
    return parse_suite(p, &node->With.body) ? node_end(p, node) : NULL;
}

// except_block: 'except' [expressions | expression 'as' NAME] ':' block      with '*' the expression must be there
static Node *parse_handler(Parser *p, bool star) {
    u32 first = p->at;
    Node *type = NULL;
    Name *name = NULL;
    if (!advance(p) || (star && !accept(p, TOKEN_STAR))) return NULL;
    if (!star && peek(p) == TOKEN_STAR) return NULL;
    if (star || peek(p) != TOKEN_COLON) {
        u32 start = p->at;
        if (!(type = parse_expressions(p))) return NULL;
        if (peek(p) == TOKEN_as) {
            bool bare = type->kind == NODE_Tuple && type->col_offset == token_column(p, &p->tokens[start]) &&
                        p->tokens[start].kind != TOKEN_LPAR;
            if (bare || !advance(p) || peek(p) != TOKEN_NAME) return NULL;
            name = current(p)->name;
            if (!advance(p)) return NULL;
        }
    }
    Node *node = node_new(p, NODE_ExceptHandler, first);
    if (!node || !parse_suite(p, &node->ExceptHandler.body)) return NULL;
    node->ExceptHandler.type = type;
    node->ExceptHandler.name = name;
    return node_end(p, node);
}

// try_stmt: 'try' ':' block (finally_block | except_block+ [else_block] [finally_block] | the same with except*)
static Node *parse_try(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    Seq body, handlers = {0}, orelse = {0}, finalbody = {0};
    if (!advance(p) || !parse_suite(p, &body)) return NULL;
    bool star = peek(p) == TOKEN_except && peek_second(p) == TOKEN_STAR;
    while (peek(p) == TOKEN_except) {
        if (!push(p, parse_handler(p, star))) return NULL;
    }
    if (!take(p, mark, &handlers)) return NULL;
    if (handlers.count && !parse_else(p, &orelse)) return NULL;
    if (peek(p) == TOKEN_finally) {
        if (!advance(p) || !parse_suite(p, &finalbody)) return NULL;
    } else if (handlers.count == 0) {
        return NULL;
    }
    Node *node = node_here(p, star ? NODE_TryStar : NODE_Try, first);
    if (!node) return NULL;
    node->Try.body = body;
    node->Try.handlers = handlers;
    node->Try.orelse = orelse;
    node->Try.finalbody = finalbody;
    return node;
}

// Definitions ---------------------------------------------------------------------------------------------------------

// type_param: NAME [':' expression] ['=' expression] | '*' NAME ['=' star_expression] | '**' NAME ['=' expression]
static Node *parse_type_param(Parser *p) {
    u32 first = p->at;
    u8 kind = peek(p) == TOKEN_STAR ? NODE_TypeVarTuple : peek(p) == TOKEN_DOUBLESTAR ? NODE_ParamSpec : NODE_TypeVar;
    if (kind != NODE_TypeVar && !advance(p)) return NULL;
    if (peek(p) != TOKEN_NAME) return NULL;
    Name *name = current(p)->name;
    Node *bound = NULL, *value = NULL;
    if (!advance(p)) return NULL;
    if (kind == NODE_TypeVar && accept(p, TOKEN_COLON) && !(bound = parse_expression(p))) return NULL;
    if (accept(p, TOKEN_EQUAL)) {
        value = kind == NODE_TypeVarTuple ? parse_star_expression(p) : parse_expression(p);
        if (!value) return NULL;
    }
    Node *node = node_here(p, kind, first);
    if (!node) return NULL;
    if (kind == NODE_TypeVar) {
        node->TypeVar.name = name;
        node->TypeVar.bound = bound;
        node->TypeVar.default_value = value;
    } else {
        node->ParamSpec.name = name;
        node->ParamSpec.default_value = value;
    }
    return node;
}

// [type_params]      type_params: '[' ','.type_param+ [','] ']'
static bool parse_type_params(Parser *p, Seq *params) {
    *params = (Seq){NULL, 0};
    if (peek(p) != TOKEN_LSQB) return true;
    u32 mark = p->stack_count;
    do {
        if (!advance(p)) return false;
        if (peek(p) == TOKEN_RSQB && p->stack_count > mark) break;
        if (!push(p, parse_type_param(p))) return false;
    } while (peek(p) == TOKEN_COMMA);
    return accept(p, TOKEN_RSQB) && take(p, mark, params);
}

// function_def_raw: ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
static Node *parse_function(Parser *p, u32 first, bool is_async, Seq decorators) {
    if (!advance(p) || peek(p) != TOKEN_NAME) return NULL;
    Node *node = node_new(p, is_async ? NODE_AsyncFunctionDef : NODE_FunctionDef, first);
    if (!node) return NULL;
    node->FunctionDef.name = current(p)->name;
    node->FunctionDef.decorator_list = decorators;
    if (!advance(p) || !parse_type_params(p, &node->FunctionDef.type_params) || !accept(p, TOKEN_LPAR)) return NULL;
    if (!(node->FunctionDef.args = parse_parameters(p, false)) || !accept(p, TOKEN_RPAR)) return NULL;
    if (accept(p, TOKEN_RARROW) && !(node->FunctionDef.returns = parse_expression(p))) return NULL;
    return parse_suite(p, &node->FunctionDef.body) ? node_end(p, node) : NULL;
}

// class_def_raw: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
static Node *parse_class(Parser *p, Seq decorators) {
    u32 first = p->at;
    if (!advance(p) || peek(p) != TOKEN_NAME) return NULL;
    Node *node = node_new(p, NODE_ClassDef, first);
    if (!node) return NULL;
    node->ClassDef.name = current(p)->name;
    node->ClassDef.decorator_list = decorators;
    if (!advance(p) || !parse_type_params(p, &node->ClassDef.type_params)) return NULL;
    if (accept(p, TOKEN_LPAR)) {
        if (!parse_arguments(p, &node->ClassDef.bases, &node->ClassDef.keywords, true) || !accept(p, TOKEN_RPAR))
            return NULL;
    }
    return parse_suite(p, &node->ClassDef.body) ? node_end(p, node) : NULL;
}

// decorators: ('@' named_expression NEWLINE)+
static Node *parse_decorated(Parser *p) {
    u32 mark = p->stack_count;
    while (peek(p) == TOKEN_AT) {
        if (!advance(p) || !push(p, parse_named_expression(p)) || !accept(p, TOKEN_NEWLINE)) return NULL;
    }
    Seq decorators;
    if (!take(p, mark, &decorators)) return NULL;
    u32 first = p->at;
    switch (peek(p)) {
    case TOKEN_class: return parse_class(p, decorators);
    case TOKEN_def: return parse_function(p, first, false, decorators);
    case TOKEN_async:
        if (!advance(p) || peek(p) != TOKEN_def) return NULL;
        return parse_function(p, first, true, decorators);
    }
    return NULL;
}

// Statements ----------------------------------------------------------------------------------------------------------

static bool is_compound(Parser *p) {
    switch (peek(p)) {
    case TOKEN_def:
    case TOKEN_AT:
    case TOKEN_async:
    case TOKEN_if:
    case TOKEN_class:
    case TOKEN_with:
    case TOKEN_for:
    case TOKEN_try:
    case TOKEN_while: return true;
    }
    return false;
}

static Node *parse_statement_compound(Parser *p) {
    u32 first = p->at;
    switch (peek(p)) {
    case TOKEN_def: return parse_function(p, first, false, (Seq){0});
    case TOKEN_AT: return parse_decorated(p);
    case TOKEN_if: return parse_if(p);
    case TOKEN_class: return parse_class(p, (Seq){0});
    case TOKEN_with: return parse_with(p, first, false);
    case TOKEN_for: return parse_for(p, first, false);
    case TOKEN_try: return parse_try(p);
    case TOKEN_while: return parse_while(p);
    case TOKEN_async:
        if (!advance(p)) return NULL;
        switch (peek(p)) {
        case TOKEN_def: return parse_function(p, first, true, (Seq){0});
        case TOKEN_with: return parse_with(p, first, true);
        case TOKEN_for: return parse_for(p, first, true);
        }
    }
    return NULL;
}

// `match` begins a statement only if all of `match subject: NEWLINE INDENT` follows. *node stays NULL otherwise.
static bool try_match(Parser *p, Node **node) {
    *node = NULL;
    if (!is_soft(p, SOFT_MATCH)) return true;
    switch (peek_second(p)) {
    case TOKEN_EQUAL: // what a name is most often followed by
    case TOKEN_DOT:
    case TOKEN_COMMA:
    case TOKEN_COLON:
    case TOKEN_NEWLINE:
    case TOKEN_RPAR: return true;
    }
    Mark mark = remember(p);
    *node = parse_match(p);
    return *node || go_back(p, mark);
}

// statement: compound_stmt | simple_stmts          onto the stack
static bool parse_statement(Parser *p) {
    if (is_compound(p)) return push(p, parse_statement_compound(p));
    Node *match;
    if (!try_match(p, &match)) return false;
    return match ? push(p, match) : parse_simple_statements(p);
}

// statements: statement+          up to a DEDENT or the end (a file may be empty)
bool parse_statements(Parser *p, Seq *body) {
    u32 mark = p->stack_count;
    bool is_top = p->depth == 0;
    while (peek(p) != TOKEN_DEDENT && peek(p) != TOKEN_END) {
        if (is_top) p->previous = p->statement, p->statement = p->at;
        if (!parse_statement(p)) return false;
    }
    return take(p, mark, body);
}

// statement_newline: compound_stmt NEWLINE | simple_stmts | NEWLINE
bool parse_interactive(Parser *p, Seq *body) {
    u32 mark = p->stack_count, first = p->at;
    if (peek(p) == TOKEN_NEWLINE) {
        if (!advance(p) || !push(p, node_new(p, NODE_Pass, first))) return false;
        Node *node = p->stack[p->stack_count - 1];
        node->end_lineno = node->lineno;
        node->end_col_offset = node->col_offset;
    } else {
        bool compound = is_compound(p) || is_soft(p, SOFT_MATCH);
        if (peek(p) == TOKEN_END || !parse_statement(p)) return false;
        // CPython's prompt turns the end of the text into the NEWLINE that a compound statement wants.
        if (compound && peek(p) != TOKEN_NEWLINE && peek(p) != TOKEN_END && p->tokens[p->at - 1].kind != TOKEN_NEWLINE)
            return false;
    }
    if (!take(p, mark, body)) return false;
    u32 last = peek(p) == TOKEN_NEWLINE ? p->at : p->at - 1;
    while (peek(p) == TOKEN_NEWLINE) {
        if (!advance(p)) return false;
    }
    if (peek(p) == TOKEN_END) return true;
    if (peek(p) != TOKEN_ERROR) error_at_token(p, last, "multiple statements found while compiling a single statement");
    return false;
}
