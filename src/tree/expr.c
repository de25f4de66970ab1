// expr.c: expressions, targets, arguments and parameters. Binary operators are parsed by precedence climbing, so that
// one level of brackets costs few C frames.
#include "tree/parser.h"

// Precedence ----------------------------------------------------------------------------------------------------------

enum Precedence {
    PREC_NONE,
    PREC_OR,
    PREC_AND,
    PREC_NOT,
    PREC_COMPARE,
    PREC_BIT_OR,
    PREC_BIT_XOR,
    PREC_BIT_AND,
    PREC_SHIFT,
    PREC_SUM,
    PREC_TERM,
};

static const struct {
    u8 precedence, op;
} binary_operators[TOKEN_KINDS] = {
    [TOKEN_or] = {PREC_OR, OP_Or},
    [TOKEN_and] = {PREC_AND, OP_And},
    [TOKEN_EQEQUAL] = {PREC_COMPARE, OP_Eq},
    [TOKEN_NOTEQUAL] = {PREC_COMPARE, OP_NotEq},
    [TOKEN_LESS] = {PREC_COMPARE, OP_Lt},
    [TOKEN_LESSEQUAL] = {PREC_COMPARE, OP_LtE},
    [TOKEN_GREATER] = {PREC_COMPARE, OP_Gt},
    [TOKEN_GREATEREQUAL] = {PREC_COMPARE, OP_GtE},
    [TOKEN_is] = {PREC_COMPARE, OP_Is},
    [TOKEN_in] = {PREC_COMPARE, OP_In},
    [TOKEN_not] = {PREC_COMPARE, OP_NotIn},
    [TOKEN_VBAR] = {PREC_BIT_OR, OP_BitOr},
    [TOKEN_CIRCUMFLEX] = {PREC_BIT_XOR, OP_BitXor},
    [TOKEN_AMPER] = {PREC_BIT_AND, OP_BitAnd},
    [TOKEN_LEFTSHIFT] = {PREC_SHIFT, OP_LShift},
    [TOKEN_RIGHTSHIFT] = {PREC_SHIFT, OP_RShift},
    [TOKEN_PLUS] = {PREC_SUM, OP_Add},
    [TOKEN_MINUS] = {PREC_SUM, OP_Sub},
    [TOKEN_STAR] = {PREC_TERM, OP_Mult},
    [TOKEN_SLASH] = {PREC_TERM, OP_Div},
    [TOKEN_DOUBLESLASH] = {PREC_TERM, OP_FloorDiv},
    [TOKEN_PERCENT] = {PREC_TERM, OP_Mod},
    [TOKEN_AT] = {PREC_TERM, OP_MatMult},
};

static Node *parse_binary(Parser *p, u8 lowest);

// factor: ('+' | '-' | '~') factor | power
// power: await_primary ['**' factor]
static Node *parse_primary(Parser *p, u32 first);
Node *parse_factor(Parser *p) {
    u32 first = p->at;
    u8 op;
    switch (peek(p)) {
    case TOKEN_PLUS: op = OP_UAdd; break;
    case TOKEN_MINUS: op = OP_USub; break;
    case TOKEN_TILDE: op = OP_Invert; break;
    default: {
        Node *base;
        if (peek(p) == TOKEN_await) {
            if (!advance(p)) return NULL;
            Node *value = parse_primary(p, p->at);
            if (!value) return NULL;
            base = node_here(p, NODE_Await, first);
            if (!base) return NULL;
            base->Await.value = value;
        } else {
            base = parse_primary(p, first);
            if (!base) return NULL;
        }
        if (likely(peek(p) != TOKEN_DOUBLESTAR)) return base;
        if (!advance(p) || !enter(p)) return NULL;
        Node *exponent = parse_factor(p);
        leave(p);
        if (!exponent) return NULL;
        Node *node = node_here(p, NODE_BinOp, first);
        if (!node) return NULL;
        node->BinOp.left = base;
        node->BinOp.op = OP_Pow;
        node->BinOp.right = exponent;
        return node;
    }
    }
    if (!advance(p) || !enter(p)) return NULL;
    Node *operand = parse_factor(p);
    leave(p);
    if (!operand) return NULL;
    Node *node = node_here(p, NODE_UnaryOp, first);
    if (!node) return NULL;
    node->UnaryOp.op = op;
    node->UnaryOp.operand = operand;
    return node;
}

// disjunction: conjunction ('or' conjunction)*       `left` is the first conjunction; conjunctions likewise
static Node *parse_bool_op(Parser *p, Node *left, u32 first, u8 token) {
    u32 mark = p->stack_count;
    u8 precedence = binary_operators[token].precedence;
    if (!push(p, left)) return NULL;
    while (peek(p) == token) {
        if (!advance(p) || !push(p, parse_binary(p, precedence + 1))) return NULL;
    }
    Node *node = node_here(p, NODE_BoolOp, first);
    if (!node || !take(p, mark, &node->BoolOp.values)) return NULL;
    node->BoolOp.op = binary_operators[token].op;
    return node;
}

// compare_op: '==' | '!=' | '<=' | '<' | '>=' | '>' | 'in' | 'is' ['not'] | 'not' 'in'
// Answers the operator, or -1 when there is none.
static int parse_compare_op(Parser *p) {
    u8 token = peek(p);
    if (binary_operators[token].precedence != PREC_COMPARE) return -1;
    if (token == TOKEN_not && peek_second(p) != TOKEN_in) return -1;
    int op = binary_operators[token].op;
    if (token == TOKEN_NOTEQUAL) {
        // `<>` is an operator only after `from __future__ import barry_as_FLUFL`, and then != is none.
        bool old = p->tree->source.text[current(p)->start] == '<';
        bool barry = p->tree->flags & TREE_FUTURE_BARRY;
        if (barry && !old) return error_at_token(p, p->at, "with Barry as BDFL, use '<>' instead of '!='"), -1;
        if (old != barry) return -1;
    }
    if (!advance(p)) return -1;
    if (token == TOKEN_not && !advance(p)) return -1;
    if (token == TOKEN_is && peek(p) == TOKEN_not) {
        if (!advance(p)) return -1;
        op = OP_IsNot;
    }
    return op;
}

// comparison: bitwise_or (compare_op bitwise_or)+
static Node *parse_comparison(Parser *p, Node *left, u32 first) {
    u32 mark = p->stack_count, count = 0, room = 4;
    u8 few[4], *ops = few;
    for (int op; (op = parse_compare_op(p)) >= 0; count++) {
        if (count == room) {
            u8 *more = parser_alloc(p, room * 2);
            if (!more) return NULL;
            memcpy(more, ops, count);
            ops = more;
            room *= 2;
        }
        ops[count] = (u8)op;
        if (!push(p, parse_binary(p, PREC_BIT_OR))) return NULL;
    }
    if (count == 0) return NULL; // `a not b`, `a <> b`
    Node *node = node_here(p, NODE_Compare, first);
    if (!node || !take(p, mark, &node->Compare.comparators)) return NULL;
    node->Compare.left = left;
    node->Compare.ops = parser_alloc(p, count);
    if (!node->Compare.ops) return NULL;
    memcpy(node->Compare.ops, ops, count);
    return node;
}

// inversion: 'not' inversion | comparison; everything else between `or` and `*` by the table. Takes operators of
// precedence `lowest` and higher.
static Node *parse_binary(Parser *p, u8 lowest) {
    u32 first = p->at;
    Node *left;
    if (!enter(p)) return NULL;
    if (peek(p) == TOKEN_not && lowest <= PREC_NOT) {
        if (!advance(p)) return NULL;
        Node *operand = parse_binary(p, PREC_NOT);
        if (!operand || !(left = node_here(p, NODE_UnaryOp, first))) return NULL;
        left->UnaryOp.op = OP_Not;
        left->UnaryOp.operand = operand;
    } else {
        left = parse_factor(p);
    }
    while (left) {
        u8 token = peek(p), precedence = binary_operators[token].precedence;
        if (precedence < lowest || precedence == PREC_NONE) break;
        if (precedence <= PREC_AND) {
            left = parse_bool_op(p, left, first, token);
        } else if (precedence == PREC_COMPARE) {
            if (token == TOKEN_not && peek_second(p) != TOKEN_in) break;
            left = parse_comparison(p, left, first);
        } else {
            if (!advance(p)) return NULL;
            Node *right = parse_binary(p, precedence + 1);
            if (!right) return NULL;
            Node *node = node_here(p, NODE_BinOp, first);
            if (!node) return NULL;
            node->BinOp.left = left;
            node->BinOp.op = binary_operators[token].op;
            node->BinOp.right = right;
            left = node;
        }
    }
    leave(p);
    return left;
}

Node *parse_disjunction(Parser *p) { return parse_binary(p, PREC_OR); }
Node *parse_inversion(Parser *p) { return parse_binary(p, PREC_NOT); }
Node *parse_bitwise_or(Parser *p) { return parse_binary(p, PREC_BIT_OR); }

// Atoms ---------------------------------------------------------------------------------------------------------------

static Node *parse_name(Parser *p) {
    Name *id = current(p)->name;
    if (!advance(p)) return NULL;
    Node *node = node_here(p, NODE_Name, p->at - 1);
    if (node) node->Name.id = id;
    return node;
}

static Node *parse_constant(Parser *p, u8 kind) {
    if (!advance(p)) return NULL;
    Node *node = node_here(p, NODE_Constant, p->at - 1);
    if (node) node->Constant.value.kind = kind;
    return node;
}

static bool at_for(Parser *p) {
    return peek(p) == TOKEN_for || (peek(p) == TOKEN_async && peek_second(p) == TOKEN_for);
}

// for_if_clause: ['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*
static Node *parse_for_if(Parser *p) {
    u32 mark = p->stack_count;
    bool is_async = peek(p) == TOKEN_async;
    if (is_async && !advance(p)) return NULL;
    if (!accept(p, TOKEN_for)) return NULL;
    Node *target = parse_targets(p);
    if (!target || !accept(p, TOKEN_in)) return NULL;
    Node *iter = parse_disjunction(p);
    if (!iter) return NULL;
    while (peek(p) == TOKEN_if) {
        if (!advance(p) || !push(p, parse_disjunction(p))) return NULL;
    }
    Node *node = node_bare(p, NODE_comprehension);
    if (!node || !take(p, mark, &node->comprehension.ifs)) return NULL;
    node->comprehension.target = target;
    node->comprehension.iter = iter;
    node->comprehension.is_async = is_async;
    return node;
}

bool parse_for_ifs(Parser *p, Seq *generators) {
    u32 mark = p->stack_count;
    do {
        if (!push(p, parse_for_if(p))) return false;
    } while (at_for(p));
    return take(p, mark, generators);
}

// listcomp, setcomp, genexp: their clauses up to the closing bracket. `elt` is parsed.
static Node *parse_comprehension(Parser *p, u8 kind, Node *elt, u32 first, u8 closing) {
    Seq generators;
    if (elt->kind == NODE_Starred) return NULL;
    if (!parse_for_ifs(p, &generators) || !accept(p, closing)) return NULL;
    Node *node = node_here(p, kind, first);
    if (!node) return NULL;
    node->ListComp.elt = elt;
    node->ListComp.generators = generators;
    return node;
}

// The rest of `x, y, ...]` behind the first item, up to the closing bracket: onto the stack.
static bool parse_more_items(Parser *p, u8 closing) {
    while (accept(p, TOKEN_COMMA)) {
        if (peek(p) == closing) break;
        if (!push(p, parse_star_named_expression(p))) return false;
    }
    return accept(p, closing);
}

// group: '(' (yield_expr | named_expression) ')'
// tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
// genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')'
static Node *parse_parentheses(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    if (!advance(p)) return NULL;
    if (peek(p) == TOKEN_yield) {
        Node *node = parse_yield(p);
        if (!node || !accept(p, TOKEN_RPAR)) return NULL;
        node->parenthesized = true;
        return node;
    }
    if (peek(p) != TOKEN_RPAR) {
        Node *item = parse_star_named_expression(p);
        if (!item) return NULL;
        if (at_for(p)) return parse_comprehension(p, NODE_GeneratorExp, item, first, TOKEN_RPAR);
        if (peek(p) != TOKEN_COMMA) {
            if (item->kind == NODE_Starred || !accept(p, TOKEN_RPAR)) return NULL;
            item->parenthesized = true;
            return item;
        }
        if (!push(p, item)) return NULL;
    }
    if (!parse_more_items(p, TOKEN_RPAR)) return NULL;
    Node *node = node_here(p, NODE_Tuple, first);
    return node && take(p, mark, &node->Tuple.elts) ? node : NULL;
}

// list: '[' [star_named_expressions] ']'      listcomp: '[' named_expression for_if_clauses ']'
static Node *parse_list(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    if (!advance(p)) return NULL;
    if (peek(p) != TOKEN_RSQB) {
        Node *item = parse_star_named_expression(p);
        if (!item) return NULL;
        if (at_for(p)) return parse_comprehension(p, NODE_ListComp, item, first, TOKEN_RSQB);
        if (!push(p, item)) return NULL;
    }
    if (!parse_more_items(p, TOKEN_RSQB)) return NULL;
    Node *node = node_here(p, NODE_List, first);
    return node && take(p, mark, &node->List.elts) ? node : NULL;
}

// dictcomp: '{' expression ':' expression for_if_clauses '}'     the key is parsed, the colon is current
static Node *parse_dict(Parser *p, Node *key, u32 first) {
    u32 mark = p->stack_count; // keys and values by turns; for **x both are x
    for (;;) {
        Node *value;
        if (key) {
            if (!accept(p, TOKEN_COLON)) return NULL;
            value = parse_expression(p);
            if (!value) return NULL;
            if (p->stack_count == mark && at_for(p)) {
                Node *node = node_new(p, NODE_DictComp, first);
                if (!node || !parse_for_ifs(p, &node->DictComp.generators) || !accept(p, TOKEN_RBRACE)) return NULL;
                node->DictComp.key = key;
                node->DictComp.value = value;
                return node_end(p, node);
            }
        } else {
            if (!accept(p, TOKEN_DOUBLESTAR)) return NULL;
            key = value = parse_bitwise_or(p);
        }
        if (!push(p, key) || !push(p, value)) return NULL;
        if (!accept(p, TOKEN_COMMA) || peek(p) == TOKEN_RBRACE) break;
        key = NULL;
        if (peek(p) != TOKEN_DOUBLESTAR && !(key = parse_expression(p))) return NULL;
    }
    if (!accept(p, TOKEN_RBRACE)) return NULL;
    Node *node = node_here(p, NODE_Dict, first);
    if (!node) return NULL;
    u32 count = (p->stack_count - mark) / 2;
    Node **items = parser_alloc(p, count * 2 * sizeof(Node *));
    if (!items) return NULL;
    for (u32 i = 0; i < count; i++) {
        Node *item_key = p->stack[mark + 2 * i], *value = p->stack[mark + 2 * i + 1];
        items[i] = item_key == value ? NULL : item_key;
        items[count + i] = value;
    }
    node->Dict.keys = (Seq){items, count};
    node->Dict.values = (Seq){items + count, count};
    p->stack_count = mark;
    return node;
}

// set: '{' star_named_expressions '}'      setcomp: '{' named_expression for_if_clauses '}'      or a dict
static Node *parse_braces(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    if (!advance(p)) return NULL;
    if (peek(p) == TOKEN_RBRACE) {
        if (!advance(p)) return NULL;
        return node_here(p, NODE_Dict, first);
    }
    if (peek(p) == TOKEN_DOUBLESTAR) return parse_dict(p, NULL, first);
    Node *item = parse_star_named_expression(p);
    if (!item) return NULL;
    if (peek(p) == TOKEN_COLON) {
        bool is_key = item->kind != NODE_Starred && (item->kind != NODE_NamedExpr || item->parenthesized);
        return is_key ? parse_dict(p, item, first) : NULL;
    }
    if (at_for(p)) return parse_comprehension(p, NODE_SetComp, item, first, TOKEN_RBRACE);
    if (!push(p, item) || !parse_more_items(p, TOKEN_RBRACE)) return NULL;
    Node *node = node_here(p, NODE_Set, first);
    return node && take(p, mark, &node->Set.elts) ? node : NULL;
}

// atom: NAME | 'True' | 'False' | 'None' | strings | NUMBER | '...' | (tuple | group | genexp) | (list | listcomp) |
//       (dict | set | dictcomp | setcomp)
Node *parse_atom(Parser *p) {
    switch (peek(p)) {
    case TOKEN_NAME: return parse_name(p);
    case TOKEN_NUMBER: return parse_number(p);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
    case TOKEN_TSTRING_START: return parse_strings(p);
    case TOKEN_None: return parse_constant(p, CONST_NONE);
    case TOKEN_True: return parse_constant(p, CONST_TRUE);
    case TOKEN_False: return parse_constant(p, CONST_FALSE);
    case TOKEN_ELLIPSIS: return parse_constant(p, CONST_ELLIPSIS);
    case TOKEN_LPAR: return parse_parentheses(p);
    case TOKEN_LSQB: return parse_list(p);
    case TOKEN_LBRACE: return parse_braces(p);
    }
    return NULL;
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression
static Node *parse_slice(Parser *p) {
    u32 first = p->at;
    Node *lower = NULL, *upper = NULL, *step = NULL;
    if (peek(p) != TOKEN_COLON) {
        lower = parse_named_expression(p);
        if (!lower || peek(p) != TOKEN_COLON) return lower;
        if (lower->kind == NODE_NamedExpr && !lower->parenthesized) return NULL;
    }
    if (!advance(p)) return NULL;
    u8 next = peek(p);
    if (next != TOKEN_COLON && next != TOKEN_COMMA && next != TOKEN_RSQB && !(upper = parse_expression(p))) return NULL;
    if (peek(p) == TOKEN_COLON) {
        if (!advance(p)) return NULL;
        next = peek(p);
        if (next != TOKEN_COMMA && next != TOKEN_RSQB && !(step = parse_expression(p))) return NULL;
    }
    Node *node = node_here(p, NODE_Slice, first);
    if (!node) return NULL;
    node->Slice.lower = lower;
    node->Slice.upper = upper;
    node->Slice.step = step;
    return node;
}

Node *parse_starred(Parser *p, Node *(*operand)(Parser *)) {
    u32 first = p->at;
    if (!advance(p)) return NULL;
    Node *value = operand(p);
    Node *node = value ? node_here(p, NODE_Starred, first) : NULL;
    if (node) node->Starred.value = value;
    return node;
}

// slices: slice !',' | ','.(slice | starred_expression)+ [',']
static Node *parse_slices(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    if (peek(p) != TOKEN_STAR) {
        Node *only = parse_slice(p);
        if (!only || peek(p) != TOKEN_COMMA) return only;
        if (!push(p, only)) return NULL;
    } else if (!push(p, parse_starred(p, parse_expression))) {
        return NULL;
    }
    while (accept(p, TOKEN_COMMA)) {
        if (peek(p) == TOKEN_RSQB) break;
        if (!push(p, peek(p) == TOKEN_STAR ? parse_starred(p, parse_expression) : parse_slice(p))) return NULL;
    }
    Node *node = node_here(p, NODE_Tuple, first);
    return node && take(p, mark, &node->Tuple.elts) ? node : NULL;
}

static Node *parse_call(Parser *p, Node *func, u32 first) {
    Node *node = node_new(p, NODE_Call, first);
    if (!node || !advance(p)) return NULL;
    node->Call.func = func;
    if (!parse_arguments(p, &node->Call.args, &node->Call.keywords, false) || !accept(p, TOKEN_RPAR)) return NULL;
    return node_end(p, node);
}

// primary: atom ('.' NAME | genexp | '(' [arguments] ')' | '[' slices ']')*
static Node *parse_primary(Parser *p, u32 first) {
    Node *node = parse_atom(p);
    while (node) {
        Node *value = node;
        switch (peek(p)) {
        case TOKEN_DOT: {
            if (!advance(p) || peek(p) != TOKEN_NAME) return NULL;
            Name *attr = current(p)->name;
            if (!advance(p) || !(node = node_here(p, NODE_Attribute, first))) return NULL;
            node->Attribute.value = value;
            node->Attribute.attr = attr;
            break;
        }
        case TOKEN_LPAR: node = parse_call(p, value, first); break;
        case TOKEN_LSQB: {
            if (!advance(p)) return NULL;
            Node *slice = parse_slices(p);
            if (!slice || !accept(p, TOKEN_RSQB) || !(node = node_here(p, NODE_Subscript, first))) return NULL;
            node->Subscript.value = value;
            node->Subscript.slice = slice;
            break;
        }
        default: return node;
        }
    }
    return NULL;
}

// Arguments -----------------------------------------------------------------------------------------------------------

// `f(x for x in y)`: the generator expression takes the parentheses of the call, where it must stand alone.
static Node *parse_bare_generator(Parser *p, Node *elt, u32 opening) {
    Node *node = node_new(p, NODE_GeneratorExp, opening);
    if (!node || !parse_for_ifs(p, &node->GeneratorExp.generators) || peek(p) != TOKEN_RPAR) return NULL;
    node->GeneratorExp.elt = elt;
    const Token *closing = current(p);
    node->end_lineno = closing->end_line;
    node->end_col_offset = closing->end - p->lines[closing->end_line - 1];
    return node;
}

// arguments: args [','] &')'
// args: ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ [',' kwargs] | kwargs
// kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+ | ','.kwarg_or_starred+ | ','.kwarg_or_double_starred+
bool parse_arguments(Parser *p, Seq *args, Seq *keywords, bool is_class) {
    u32 opening = p->at - 1, mark = p->stack_count;
    u32 keyword_count = 0;
    bool doubled = false; // a **x has been
    // Positional arguments and keywords share the stack; they are told apart by kind at the end.
    while (peek(p) != TOKEN_RPAR) {
        u32 first = p->at;
        Node *node;
        if (peek(p) == TOKEN_STAR) {
            if (doubled) return false;
            node = parse_starred(p, parse_expression);
        } else if (peek(p) == TOKEN_DOUBLESTAR || (peek(p) == TOKEN_NAME && peek_second(p) == TOKEN_EQUAL)) {
            Name *name = NULL;
            if (peek(p) == TOKEN_DOUBLESTAR) {
                doubled = true;
            } else {
                name = current(p)->name;
                if (!advance(p)) return false;
            }
            if (!advance(p)) return false;
            Node *value = parse_expression(p);
            if (!value || !(node = node_here(p, NODE_keyword, first))) return false;
            node->keyword.arg = name;
            node->keyword.value = value;
            keyword_count++;
        } else {
            if (keyword_count) return false;
            node = parse_named_expression(p);
            if (!node) return false;
            if (at_for(p)) {
                if (is_class || p->stack_count > mark) return false;
                node = parse_bare_generator(p, node, opening);
            }
        }
        if (!push(p, node)) return false;
        if (!accept(p, TOKEN_COMMA)) break;
        if (node->kind == NODE_GeneratorExp && node->col_offset == token_column(p, &p->tokens[opening]) &&
            node->lineno == p->tokens[opening].line)
            return false;
    }
    if (peek(p) != TOKEN_RPAR) return false;
    u32 count = p->stack_count - mark;
    *args = *keywords = (Seq){NULL, 0};
    if (count) {
        Node **items = parser_alloc(p, count * sizeof(Node *));
        if (!items) return false;
        args->items = items;
        keywords->items = items + (count - keyword_count);
        for (u32 i = 0; i < count; i++) {
            Node *node = p->stack[mark + i];
            Seq *to = node->kind == NODE_keyword ? keywords : args;
            to->items[to->count++] = node;
        }
        p->stack_count = mark;
    }
    return true;
}

// Parameters ----------------------------------------------------------------------------------------------------------

// param: NAME [':' expression]; with `starred` the annotation may be a star_expression; a lambda has none.
Node *parse_param(Parser *p, bool is_lambda, bool starred) {
    u32 first = p->at;
    if (peek(p) != TOKEN_NAME) return NULL;
    Name *name = current(p)->name;
    Node *annotation = NULL;
    if (!advance(p)) return NULL;
    if (!is_lambda && peek(p) == TOKEN_COLON) {
        if (!advance(p)) return NULL;
        annotation = starred ? parse_star_expression(p) : parse_expression(p);
        if (!annotation) return NULL;
    }
    Node *node = node_here(p, NODE_arg, first);
    if (!node) return NULL;
    node->arg.arg = name;
    node->arg.annotation = annotation;
    return node;
}

// parameters: (param [default] ',')* ['/' ','] (param [default] ',')* ['*' (param | ',') ...] ['**' param [',']]
Node *parse_parameters(Parser *p, bool is_lambda) {
    u8 end = is_lambda ? TOKEN_COLON : TOKEN_RPAR;
    Node *node = node_bare(p, NODE_arguments);
    if (!node) return NULL;
    u32 mark = p->stack_count;
    bool slash = false, star = false, kwarg = false, need_name = false;
    // The stack holds pairs: parameter, its default or itself for none.
    u32 star_mark = 0;
    while (peek(p) != end) {
        if (kwarg) return NULL;
        u8 token = peek(p);
        if (token == TOKEN_SLASH) {
            if (slash || star || p->stack_count == mark) return NULL;
            slash = true;
            if (!advance(p)) return NULL;
            u32 count = (p->stack_count - mark) / 2;
            node->arguments.posonlyargs.count = count;
        } else if (token == TOKEN_STAR) {
            if (star) return NULL;
            star = true;
            star_mark = p->stack_count;
            if (!advance(p)) return NULL;
            if (peek(p) == TOKEN_COMMA) {
                need_name = true;
            } else if (!(node->arguments.vararg = parse_param(p, is_lambda, true))) {
                return NULL;
            }
        } else if (token == TOKEN_DOUBLESTAR) {
            if (need_name || !advance(p)) return NULL;
            kwarg = true;
            if (!(node->arguments.kwarg = parse_param(p, is_lambda, false))) return NULL;
        } else {
            Node *param = parse_param(p, is_lambda, false), *value = param;
            if (!param) return NULL;
            need_name = false;
            if (accept(p, TOKEN_EQUAL)) {
                value = parse_expression(p);
                if (!value) return NULL;
            } else if (!star && p->stack_count > mark && p->stack[p->stack_count - 1] != p->stack[p->stack_count - 2]) {
                return NULL; // without a default behind one with a default
            }
            if (!push(p, param) || !push(p, value)) return NULL;
        }
        if (!accept(p, TOKEN_COMMA)) break;
    }
    if (peek(p) != end || need_name) return NULL;
    u32 total = (p->stack_count - mark) / 2, keyword_only = star ? (p->stack_count - star_mark) / 2 : 0;
    u32 positional = total - keyword_only, posonly = node->arguments.posonlyargs.count, defaults = 0;
    if (total) {
        Node **pairs = p->stack + mark;
        Node **items = parser_alloc(p, total * 2 * sizeof(Node *));
        if (!items) return NULL;
        node->arguments.posonlyargs.items = items;
        node->arguments.args = (Seq){items + posonly, positional - posonly};
        node->arguments.kwonlyargs = (Seq){items + positional, keyword_only};
        node->arguments.kw_defaults = (Seq){items + total, keyword_only};
        node->arguments.defaults.items = items + total + keyword_only;
        for (u32 i = 0; i < total; i++) {
            Node *param = pairs[2 * i], *value = pairs[2 * i + 1];
            if (value == param) value = NULL;
            items[i] = param;
            if (i >= positional) items[total + i - positional] = value;
            else if (value) node->arguments.defaults.items[defaults++] = value;
        }
        node->arguments.defaults.count = defaults;
        p->stack_count = mark;
    }
    return node;
}

// lambdef: 'lambda' [lambda_params] ':' expression
static Node *parse_lambda(Parser *p) {
    u32 first = p->at;
    if (!advance(p)) return NULL;
    Node *args = parse_parameters(p, true);
    if (!args || !accept(p, TOKEN_COLON)) return NULL;
    Node *body = parse_expression(p);
    Node *node = body ? node_here(p, NODE_Lambda, first) : NULL;
    if (!node) return NULL;
    node->Lambda.args = args;
    node->Lambda.body = body;
    return node;
}

// Expressions ---------------------------------------------------------------------------------------------------------

// expression: disjunction ['if' disjunction 'else' expression] | lambdef
Node *parse_expression(Parser *p) {
    if (!enter(p)) return NULL;
    u32 first = p->at;
    Node *node = peek(p) == TOKEN_lambda ? parse_lambda(p) : parse_disjunction(p);
    if (node && peek(p) == TOKEN_if && node->kind != NODE_Lambda) {
        Node *body = node;
        if (!advance(p)) return NULL;
        Node *test = parse_disjunction(p);
        if (!test || !accept(p, TOKEN_else)) return NULL;
        Node *orelse = parse_expression(p);
        if (!orelse || !(node = node_here(p, NODE_IfExp, first))) return NULL;
        node->IfExp.test = test;
        node->IfExp.body = body;
        node->IfExp.orelse = orelse;
    }
    leave(p);
    return node;
}

// named_expression: NAME ':=' expression | expression !':='
Node *parse_named_expression(Parser *p) {
    u32 first = p->at;
    if (peek(p) == TOKEN_NAME && peek_second(p) == TOKEN_COLONEQUAL) {
        Node *target = parse_name(p);
        if (!target || !advance(p)) return NULL;
        target->Name.ctx = CTX_STORE;
        Node *value = parse_expression(p);
        Node *node = value ? node_here(p, NODE_NamedExpr, first) : NULL;
        if (!node) return NULL;
        node->NamedExpr.target = target;
        node->NamedExpr.value = value;
        return node;
    }
    Node *node = parse_expression(p);
    return peek(p) == TOKEN_COLONEQUAL ? NULL : node;
}

// star_expression: '*' bitwise_or | expression
Node *parse_star_expression(Parser *p) {
    return peek(p) == TOKEN_STAR ? parse_starred(p, parse_bitwise_or) : parse_expression(p);
}

// star_named_expression: '*' bitwise_or | named_expression
Node *parse_star_named_expression(Parser *p) {
    return peek(p) == TOKEN_STAR ? parse_starred(p, parse_bitwise_or) : parse_named_expression(p);
}

// May another item follow the comma, or was it the last one?
static bool begins_item(Parser *p) {
    switch (peek(p)) {
    case TOKEN_NAME:
    case TOKEN_NUMBER:
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
    case TOKEN_TSTRING_START:
    case TOKEN_LPAR:
    case TOKEN_LSQB:
    case TOKEN_LBRACE:
    case TOKEN_MINUS:
    case TOKEN_PLUS:
    case TOKEN_TILDE:
    case TOKEN_STAR:
    case TOKEN_ELLIPSIS:
    case TOKEN_None:
    case TOKEN_True:
    case TOKEN_False:
    case TOKEN_not:
    case TOKEN_lambda:
    case TOKEN_await: return true;
    }
    return false;
}

// X (',' X)* [',']: one X alone, or a tuple
static Node *parse_tuple_of(Parser *p, Node *(*item)(Parser *)) {
    u32 first = p->at, mark = p->stack_count;
    Node *node = item(p);
    if (!node || peek(p) != TOKEN_COMMA) return node;
    if (!push(p, node)) return NULL;
    while (accept(p, TOKEN_COMMA)) {
        if (!begins_item(p)) break;
        if (!push(p, item(p))) return NULL;
    }
    node = node_here(p, NODE_Tuple, first);
    return node && take(p, mark, &node->Tuple.elts) ? node : NULL;
}

Node *parse_expressions(Parser *p) { return parse_tuple_of(p, parse_expression); }
Node *parse_star_expressions(Parser *p) { return parse_tuple_of(p, parse_star_expression); }

// yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
Node *parse_yield(Parser *p) {
    u32 first = p->at;
    if (!advance(p)) return NULL;
    bool from = peek(p) == TOKEN_from;
    Node *value = NULL;
    if (from) {
        if (!advance(p) || !(value = parse_expression(p))) return NULL;
    } else if (begins_item(p) && !(value = parse_star_expressions(p))) {
        return NULL;
    }
    Node *node = node_here(p, from ? NODE_YieldFrom : NODE_Yield, first);
    if (node) node->Yield.value = value;
    return node;
}

// annotated_rhs: yield_expr | star_expressions
Node *parse_yield_or_star_expressions(Parser *p) {
    return peek(p) == TOKEN_yield ? parse_yield(p) : parse_star_expressions(p);
}

// Targets -------------------------------------------------------------------------------------------------------------

bool set_context(Node *node, u8 context) {
    switch (node->kind) {
    case NODE_Name: node->Name.ctx = context; return true;
    case NODE_Attribute: node->Attribute.ctx = context; return true;
    case NODE_Subscript: node->Subscript.ctx = context; return true;
    case NODE_Starred:
        if (context == CTX_DEL || node->Starred.value->kind == NODE_Starred) return false;
        node->Starred.ctx = context;
        return set_context(node->Starred.value, context);
    case NODE_List:
    case NODE_Tuple:
        for (u32 i = 0; i < node->List.elts.count; i++) {
            if (!set_context(node->List.elts.items[i], context)) return false;
        }
        node->List.ctx = context;
        return true;
    }
    return false;
}

// star_target: '*' star_target | t_primary '.' NAME | t_primary '[' slices ']' | star_atom
// Read as what it looks like, then turned into a target.
Node *parse_star_target(Parser *p) {
    Node *node = peek(p) == TOKEN_STAR ? parse_starred(p, parse_bitwise_or) : parse_bitwise_or(p);
    return node && set_context(node, CTX_STORE) ? node : NULL;
}

// star_targets: star_target !',' | ','.star_target+ [',']
Node *parse_targets(Parser *p) {
    Node *node = parse_tuple_of(p, parse_star_target);
    if (node && node->kind == NODE_Tuple) node->Tuple.ctx = CTX_STORE;
    return node;
}
