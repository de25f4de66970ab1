// pattern.c: the match statement and its patterns.
#include "tree/parser.h"

static Node *parse_pattern(Parser *p);

// pattern_capture_target: !"_" NAME !('.' | '(' | '=')
static bool is_capture(Parser *p) {
    if (peek(p) != TOKEN_NAME || current(p)->name->soft == SOFT_UNDERSCORE) return false;
    u8 next = peek_second(p);
    return next != TOKEN_DOT && next != TOKEN_LPAR && next != TOKEN_EQUAL;
}

static Node *match_value(Parser *p, Node *value, u32 first) {
    Node *node = value ? node_here(p, NODE_MatchValue, first) : NULL;
    if (node) node->MatchValue.value = value;
    return node;
}

// signed_number: ['-'] NUMBER      complex_number: signed_real_number ('+' | '-') imaginary_number
static Node *parse_signed_number(Parser *p) {
    u32 first = p->at;
    bool negative = peek(p) == TOKEN_MINUS;
    if (negative && !advance(p)) return NULL;
    if (peek(p) != TOKEN_NUMBER) return NULL;
    Node *number = parse_number(p), *node = number;
    if (!number) return NULL;
    if (negative) {
        if (!(node = node_here(p, NODE_UnaryOp, first))) return NULL;
        node->UnaryOp.op = OP_USub;
        node->UnaryOp.operand = number;
    }
    if (peek(p) != TOKEN_PLUS && peek(p) != TOKEN_MINUS) return node;
    u8 op = peek(p) == TOKEN_PLUS ? OP_Add : OP_Sub;
    if (!advance(p) || peek(p) != TOKEN_NUMBER) return NULL;
    Node *imaginary = parse_number(p);
    if (!imaginary) return NULL;
    if (number->Constant.value.kind == CONST_IMAGINARY)
        return error_at_node(p, number, "real number required in complex literal");
    if (imaginary->Constant.value.kind != CONST_IMAGINARY)
        return error_at_node(p, imaginary, "imaginary number required in complex literal");
    Node *sum = node_here(p, NODE_BinOp, first);
    if (!sum) return NULL;
    sum->BinOp.left = node;
    sum->BinOp.op = op;
    sum->BinOp.right = imaginary;
    return sum;
}

// name_or_attr: NAME ('.' NAME)*
static Node *parse_name_or_attr(Parser *p) {
    u32 first = p->at;
    Node *node = parse_atom(p);
    while (node && peek(p) == TOKEN_DOT) {
        Node *value = node;
        if (!advance(p) || peek(p) != TOKEN_NAME) return NULL;
        Name *attr = current(p)->name;
        if (!advance(p) || !(node = node_here(p, NODE_Attribute, first))) return NULL;
        node->Attribute.value = value;
        node->Attribute.attr = attr;
    }
    return node;
}

static Node *parse_singleton(Parser *p, u32 first) {
    u8 kind = peek(p) == TOKEN_None ? CONST_NONE : peek(p) == TOKEN_True ? CONST_TRUE : CONST_FALSE;
    if (!advance(p)) return NULL;
    Node *node = node_here(p, NODE_MatchSingleton, first);
    if (node) node->MatchSingleton.value.kind = kind;
    return node;
}

// maybe_star_pattern: '*' (pattern_capture_target | "_") | pattern
static Node *parse_maybe_star(Parser *p) {
    if (peek(p) != TOKEN_STAR) return parse_pattern(p);
    u32 first = p->at;
    if (!advance(p)) return NULL;
    bool wildcard = is_soft(p, SOFT_UNDERSCORE);
    if (!wildcard && !is_capture(p)) return NULL;
    Name *name = wildcard ? NULL : current(p)->name;
    if (!advance(p)) return NULL;
    Node *node = node_here(p, NODE_MatchStar, first);
    if (node) node->MatchStar.name = name;
    return node;
}

// Items up to `closing`: onto the stack. Answers whether there was a comma in *comma.
static bool parse_sequence_items(Parser *p, u8 closing, bool *comma) {
    *comma = false;
    while (peek(p) != closing) {
        if (!push(p, parse_maybe_star(p))) return false;
        if (peek(p) != TOKEN_COMMA) break;
        *comma = true;
        if (!advance(p)) return false;
    }
    return peek(p) == closing;
}

// group_pattern: '(' pattern ')'      sequence_pattern: '[' [maybe_sequence_pattern] ']' | '(' [open_sequence_pattern]
// ')'
static Node *parse_sequence(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    bool round = peek(p) == TOKEN_LPAR, comma;
    u8 closing = round ? TOKEN_RPAR : TOKEN_RSQB;
    if (!advance(p) || !parse_sequence_items(p, closing, &comma) || !advance(p)) return NULL;
    if (round && !comma && p->stack_count == mark + 1) {
        Node *only = p->stack[--p->stack_count];
        return only->kind == NODE_MatchStar ? NULL : only;
    }
    Node *node = node_here(p, NODE_MatchSequence, first);
    return node && take(p, mark, &node->MatchSequence.patterns) ? node : NULL;
}

// key_value_pattern: (literal_expr | attr) ':' pattern
static Node *parse_key(Parser *p) {
    switch (peek(p)) {
    case TOKEN_None:
    case TOKEN_True:
    case TOKEN_False:
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
    case TOKEN_TSTRING_START: return parse_atom(p);
    case TOKEN_NAME: return peek_second(p) == TOKEN_DOT ? parse_name_or_attr(p) : NULL;
    }
    return parse_signed_number(p);
}

// mapping_pattern: '{' [items_pattern] [',' '**' pattern_capture_target] [','] '}'
static Node *parse_mapping(Parser *p) {
    u32 first = p->at, mark = p->stack_count, count = 0;
    Name *rest = NULL;
    if (!advance(p)) return NULL;
    while (peek(p) != TOKEN_RBRACE) {
        if (rest) return NULL;
        if (accept(p, TOKEN_DOUBLESTAR)) {
            if (!is_capture(p)) return NULL;
            rest = current(p)->name;
            if (!advance(p)) return NULL;
        } else {
            if (!push(p, parse_key(p)) || !accept(p, TOKEN_COLON) || !push(p, parse_pattern(p))) return NULL;
            count++;
        }
        if (!accept(p, TOKEN_COMMA)) break;
    }
    if (!accept(p, TOKEN_RBRACE)) return NULL;
    Node *node = node_here(p, NODE_MatchMapping, first);
    if (!node) return NULL;
    node->MatchMapping.rest = rest;
    if (count) {
        Node **items = parser_alloc(p, 2 * count * sizeof(Node *));
        if (!items) return NULL;
        for (u32 i = 0; i < count; i++) {
            items[i] = p->stack[mark + 2 * i];
            items[count + i] = p->stack[mark + 2 * i + 1];
        }
        node->MatchMapping.keys = (Seq){items, count};
        node->MatchMapping.patterns = (Seq){items + count, count};
        p->stack_count = mark;
    }
    return node;
}

// class_pattern: name_or_attr '(' [','.pattern+] [','.(NAME '=' pattern)+] [','] ')'          cls is parsed
static Node *parse_class_pattern(Parser *p, Node *cls, u32 first) {
    u32 mark = p->stack_count, positional = 0, keywords = 0;
    if (!advance(p)) return NULL;
    while (peek(p) != TOKEN_RPAR) {
        if (peek(p) == TOKEN_NAME && peek_second(p) == TOKEN_EQUAL) {
            keywords++;
            // The name goes on the stack as a node, to be found again.
            if (!push(p, parse_atom(p)) || !advance(p)) return NULL;
        } else if (keywords) {
            return NULL;
        } else {
            positional++;
        }
        if (!push(p, parse_pattern(p))) return NULL;
        if (!accept(p, TOKEN_COMMA)) break;
    }
    if (!accept(p, TOKEN_RPAR)) return NULL;
    Node *node = node_here(p, NODE_MatchClass, first);
    if (!node) return NULL;
    node->MatchClass.cls = cls;
    if (keywords) {
        Node **patterns = parser_alloc(p, keywords * sizeof(Node *));
        Name **names = parser_alloc(p, keywords * sizeof(Name *));
        if (!patterns || !names) return NULL;
        for (u32 i = 0; i < keywords; i++) {
            names[i] = p->stack[mark + positional + 2 * i]->Name.id;
            patterns[i] = p->stack[mark + positional + 2 * i + 1];
        }
        node->MatchClass.kwd_attrs = (NameSeq){names, keywords};
        node->MatchClass.kwd_patterns = (Seq){patterns, keywords};
    }
    p->stack_count = mark + positional;
    return take(p, mark, &node->MatchClass.patterns) ? node : NULL;
}

// closed_pattern: literal_pattern | capture_pattern | wildcard_pattern | value_pattern | group_pattern |
//                 sequence_pattern | mapping_pattern | class_pattern
static Node *parse_closed(Parser *p) {
    u32 first = p->at;
    switch (peek(p)) {
    case TOKEN_NUMBER:
    case TOKEN_MINUS: return match_value(p, parse_signed_number(p), first);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
    case TOKEN_TSTRING_START: return match_value(p, parse_strings(p), first);
    case TOKEN_None:
    case TOKEN_True:
    case TOKEN_False: return parse_singleton(p, first);
    case TOKEN_LPAR:
    case TOKEN_LSQB: return parse_sequence(p);
    case TOKEN_LBRACE: return parse_mapping(p);
    case TOKEN_NAME: break;
    default: return NULL;
    }
    u8 next = peek_second(p);
    if (next == TOKEN_DOT || next == TOKEN_LPAR) {
        Node *name = parse_name_or_attr(p);
        if (!name || peek(p) == TOKEN_EQUAL) return NULL;
        if (peek(p) == TOKEN_LPAR) return parse_class_pattern(p, name, first);
        return match_value(p, name, first);
    }
    if (next == TOKEN_EQUAL && !is_soft(p, SOFT_UNDERSCORE)) return NULL;
    Name *name = is_soft(p, SOFT_UNDERSCORE) ? NULL : current(p)->name;
    if (!advance(p)) return NULL;
    Node *node = node_here(p, NODE_MatchAs, first);
    if (node) node->MatchAs.name = name;
    return node;
}

// pattern: or_pattern ['as' pattern_capture_target]      or_pattern: '|'.closed_pattern+
static Node *parse_pattern(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    if (!enter(p)) return NULL;
    Node *node = parse_closed(p);
    if (!node) return NULL;
    if (peek(p) == TOKEN_VBAR) {
        if (!push(p, node)) return NULL;
        while (accept(p, TOKEN_VBAR)) {
            if (!push(p, parse_closed(p))) return NULL;
        }
        node = node_here(p, NODE_MatchOr, first);
        if (!node || !take(p, mark, &node->MatchOr.patterns)) return NULL;
    }
    if (accept(p, TOKEN_as)) {
        Node *pattern = node;
        if (!is_capture(p)) return NULL;
        Name *name = current(p)->name;
        if (!advance(p) || !(node = node_here(p, NODE_MatchAs, first))) return NULL;
        node->MatchAs.pattern = pattern;
        node->MatchAs.name = name;
    }
    leave(p);
    return node;
}

// patterns: open_sequence_pattern | pattern      open_sequence_pattern: maybe_star_pattern ',' [maybe_sequence_pattern]
Node *parse_patterns(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    Node *node = parse_maybe_star(p);
    if (!node) return NULL;
    if (peek(p) != TOKEN_COMMA) return node->kind == NODE_MatchStar ? NULL : node;
    if (!push(p, node)) return NULL;
    while (accept(p, TOKEN_COMMA)) {
        if (peek(p) == TOKEN_COLON || peek(p) == TOKEN_if) break;
        if (!push(p, parse_maybe_star(p))) return NULL;
    }
    node = node_here(p, NODE_MatchSequence, first);
    return node && take(p, mark, &node->MatchSequence.patterns) ? node : NULL;
}

// case_block: "case" patterns ['if' named_expression] ':' block
static Node *parse_case(Parser *p) {
    if (!is_soft(p, SOFT_CASE) || !advance(p)) return NULL;
    Node *node = node_bare(p, NODE_match_case);
    if (!node) return NULL;
    if (!(node->match_case.pattern = parse_patterns(p))) return NULL;
    if (accept(p, TOKEN_if) && !(node->match_case.guard = parse_named_expression(p))) return NULL;
    return accept(p, TOKEN_COLON) && parse_block(p, &node->match_case.body) ? node : NULL;
}

// subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
static Node *parse_subject(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    Node *node = parse_star_named_expression(p);
    if (!node) return NULL;
    if (peek(p) != TOKEN_COMMA) return node->kind == NODE_Starred ? NULL : node;
    if (!push(p, node)) return NULL;
    while (accept(p, TOKEN_COMMA)) {
        if (peek(p) == TOKEN_COLON) break;
        if (!push(p, parse_star_named_expression(p))) return NULL;
    }
    node = node_here(p, NODE_Tuple, first);
    return node && take(p, mark, &node->Tuple.elts) ? node : NULL;
}

// match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
Node *parse_match(Parser *p) {
    u32 first = p->at, mark = p->stack_count;
    if (!advance(p)) return NULL;
    Node *subject = parse_subject(p);
    if (!subject || !accept(p, TOKEN_COLON) || !accept(p, TOKEN_NEWLINE) || !accept(p, TOKEN_INDENT)) return NULL;
    if (!enter(p)) return NULL;
    do {
        if (!push(p, parse_case(p))) return NULL;
    } while (is_soft(p, SOFT_CASE));
    leave(p);
    if (!accept(p, TOKEN_DEDENT)) return NULL;
    Node *node = node_here(p, NODE_Match, first);
    if (!node || !take(p, mark, &node->Match.cases)) return NULL;
    node->Match.subject = subject;
    return node;
}
