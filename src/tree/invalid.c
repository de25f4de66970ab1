// invalid.c: finds the words for text that is not Python. The parser proper only says that a statement does not fit.
// Here that statement is matched against the whole grammar twice, as CPython does it: first plainly, to see how far it
// gets, then with the rules for errors, each of which has a message.
#include "tree/recognizer.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <stdarg.h>

// Nodes of what was matched ------------------------------------------------------------------------------------------

// A node for a capture, by the parser proper; NULL where the tokens say enough.
static Node *node_of(Parser *p, const Capture *capture) {
    p->at = capture->start;
    p->depth = p->stack_count = 0;
    switch (capture->rule) {
    case RULE_expression:
    case RULE_expression_without_invalid: return parse_expression(p);
    case RULE_disjunction: return parse_disjunction(p);
    case RULE_inversion: return parse_inversion(p);
    case RULE_factor: return parse_factor(p);
    case RULE_bitwise_or: return parse_bitwise_or(p);
    case RULE_star_expressions: return parse_star_expressions(p);
    case RULE_star_named_expression: return parse_star_named_expression(p);
    case RULE_yield_expr: return parse_yield(p);
    case RULE_invalid_ann_assign_target: return parse_atom(p);
    case RULE_param_no_default:
    case RULE_param: return parse_param(p, false, false);
    case RULE_lambda_param_no_default: return parse_param(p, true, false);
    }
    return NULL;
}

// The last of several, for the end of a range.
static Node *last_node_of(Parser *p, const Capture *capture) {
    Node *node = NULL;
    if (capture->rule == RULE_star_named_expressions) {
        p->at = capture->start;
        p->depth = p->stack_count = 0;
        while (p->at < capture->end) {
            Node *next = parse_star_named_expression(p);
            if (!next) break;
            node = next;
            if (!accept(p, TOKEN_COMMA)) break;
        }
        return node;
    }
    if (capture->rule == RULE_for_if_clauses) {
        Seq generators;
        p->at = capture->start;
        p->depth = p->stack_count = 0;
        if (!parse_for_ifs(p, &generators)) return NULL;
        const Node *last = generators.items[generators.count - 1];
        const Seq *ifs = &last->comprehension.ifs;
        return ifs->count ? ifs->items[ifs->count - 1] : last->comprehension.iter;
    }
    return node_of(p, capture);
}

static const char *expression_name(const Node *node) {
    switch (node->kind) {
    case NODE_Attribute: return "attribute";
    case NODE_Subscript: return "subscript";
    case NODE_Starred: return "starred";
    case NODE_Name: return "name";
    case NODE_List: return "list";
    case NODE_Tuple: return "tuple";
    case NODE_Lambda: return "lambda";
    case NODE_Call: return "function call";
    case NODE_BoolOp:
    case NODE_BinOp:
    case NODE_UnaryOp: return "expression";
    case NODE_GeneratorExp: return "generator expression";
    case NODE_Yield:
    case NODE_YieldFrom: return "yield expression";
    case NODE_Await: return "await expression";
    case NODE_ListComp: return "list comprehension";
    case NODE_SetComp: return "set comprehension";
    case NODE_DictComp: return "dict comprehension";
    case NODE_Dict: return "dict literal";
    case NODE_Set: return "set display";
    case NODE_JoinedStr:
    case NODE_FormattedValue: return "f-string expression";
    case NODE_TemplateStr:
    case NODE_Interpolation: return "t-string expression";
    case NODE_Compare: return "comparison";
    case NODE_IfExp: return "conditional expression";
    case NODE_NamedExpr: return "named expression";
    case NODE_Constant:
        switch (node->Constant.value.kind) {
        case CONST_NONE: return "None";
        case CONST_TRUE: return "True";
        case CONST_FALSE: return "False";
        case CONST_ELLIPSIS: return "ellipsis";
        }
        return "literal";
    }
    return "expression";
}

// Reports
// --------------------------------------------------------------------------------------------------------------

typedef struct Range {
    u32 line, end_line;
    i32 column, end_column; // -1: none
} Range;

static Range range_of_token(Parser *p, u32 index) {
    const Token *token = &p->tokens[index];
    if (token->flags & TOKEN_NO_COLUMN) return (Range){token->line, token->end_line, -1, -1};
    return (Range){token->line, token->end_line, (i32)token_column(p, token),
                   (i32)(token->end - p->lines[token->end_line - 1])};
}

static Range range_of(Parser *p, const Capture *capture) {
    const Node *node = node_of(p, capture);
    if (node) return (Range){node->lineno, node->end_lineno, (i32)node->col_offset, (i32)node->end_col_offset};
    Range range = range_of_token(p, capture->start), last = range_of_token(p, capture->end - 1);
    range.end_line = last.end_line;
    range.end_column = last.end_column;
    return range;
}

// How far the tokenizer had got when it handed out a token. CPython shows the column one too low.
static void cursor_behind(Parser *p, u32 index, u32 *line, i32 *column) {
    const Token *token = &p->tokens[index];
    *line = token->end_line;
    u32 start = token->end_line ? p->lines[token->end_line - 1] : 0;
    *column = (i32)(token->end - start) - 1;
}

static bool report(Recognizer *r, u8 kind, Range range, const char *message) {
    error_range(r->p, kind, range.line, range.column, range.end_line, range.end_column, "%s", message);
    return true;
}

// At the last token that was read.
static bool report_at_last(Recognizer *r, u8 kind, u32 index, const char *message) {
    Range range = range_of_token(r->p, index);
    if (range.column < 0) {
        u32 line;
        cursor_behind(r->p, index, &line, &range.column);
        range.end_column = -2;
    }
    return report(r, kind, range, message);
}

// The letter of the f-string or t-string around a token.
static char string_letter(const Parser *p, u32 index) {
    u32 depth = 0;
    while (index-- > 0) {
        switch (p->tokens[index].kind) {
        case TOKEN_FSTRING_END:
        case TOKEN_TSTRING_END: depth++; break;
        case TOKEN_FSTRING_START:
            if (depth-- == 0) return 'f';
            break;
        case TOKEN_TSTRING_START:
            if (depth-- == 0) return 't';
            break;
        }
    }
    return 'f';
}

// The message with its % forms filled in; NULL: out of memory.
static const char *fill_in(Recognizer *r, const char *message, const Capture *a) {
    Parser *p = r->p;
    Buf buf;
    buf_open(&buf, p->mem);
    for (; *message != '>'; message++) {
        if (*message != '%') {
            buf_put(&buf, (u8)*message);
            continue;
        }
        const Token *token = &p->tokens[a->start];
        switch (*++message) {
        case 'e': {
            const Node *node = node_of(p, a);
            buf_text(&buf, node ? expression_name(node) : "expression");
            break;
        }
        case 'n': buf_add(&buf, p->tree->source.text + token->start, token->end - token->start); break;
        case 'd': buf_format(&buf, "%u", token->line); break;
        case 's': buf_put(&buf, (u8)string_letter(p, r->at)); break;
        }
    }
    const char *text = buf.failed ? NULL : arena_text_copy(p->arena, buf.data, buf.len);
    buf_close(&buf);
    if (!text) r->failed = true;
    return text;
}

// Actions in C
// ---------------------------------------------------------------------------------------------------------

typedef enum TargetKind { STAR_TARGET, FOR_TARGET, DEL_TARGET } TargetKind;

// The first part of an expression that cannot be assigned to, or deleted.
static Node *invalid_target(Node *node, TargetKind kind) {
    switch (node->kind) {
    case NODE_List:
    case NODE_Tuple:
        for (u32 i = 0; i < node->List.elts.count; i++) {
            Node *found = invalid_target(node->List.elts.items[i], kind);
            if (found) return found;
        }
        return NULL;
    case NODE_Starred: return kind == DEL_TARGET ? node : invalid_target(node->Starred.value, kind);
    case NODE_Compare:
        // `for a in b` has been read as the comparison `a in b`.
        if (kind != FOR_TARGET) return node;
        return node->Compare.ops[0] == OP_In ? invalid_target(node->Compare.left, kind) : NULL;
    case NODE_Name:
    case NODE_Subscript:
    case NODE_Attribute: return NULL;
    }
    return node;
}

static bool report_target(Recognizer *r, const Capture *a, TargetKind kind) {
    Node *node = node_of(r->p, a), *target = node ? invalid_target(node, kind) : NULL;
    if (!target) return false;
    error_at_node(r->p, target, kind == DEL_TARGET ? "cannot delete %s" : "cannot assign to %s",
                  expression_name(target));
    return true;
}

static bool is_legacy_name(const Token *token) {
    return token->kind == TOKEN_NAME && (name_is(token->name, "print") || name_is(token->name, "exec"));
}

static bool report_legacy(Recognizer *r, const Capture *a, const Capture *b) {
    const Token *token = &r->p->tokens[a->start];
    if (!is_legacy_name(token)) return false;
    Range range = range_of_token(r->p, a->start), end = range_of(r->p, b);
    const char *name = (const char *)token->name->text;
    error_range(r->p, ERROR_SYNTAX, range.line, range.column, end.end_line, end.end_column,
                "Missing parentheses in call to '%s'. Did you mean %s(...)?", name, name);
    return true;
}

// Two expressions side by side: only inside brackets a comma is missing.
static bool report_comma(Recognizer *r, const Capture *a, const Capture *b) {
    Parser *p = r->p;
    if (a->end == a->start + 1 && is_legacy_name(&p->tokens[a->start])) return false;
    if (p->tokens[r->at - 1].level == 0) return false;
    Range range = range_of(p, a), end = range_of(p, b);
    range.end_line = end.end_line;
    range.end_column = end.end_column;
    return report(r, ERROR_SYNTAX, range, "invalid syntax. Perhaps you forgot a comma?");
}

typedef struct Arguments {
    u32 positional;
    bool doubled; // **x is among them
    Node *last;   // positional
} Arguments;

static Arguments arguments_of(Parser *p, const Capture *a) {
    Arguments arguments = {0};
    p->at = a->start;
    p->depth = p->stack_count = 0;
    while (p->at < a->end) {
        Node *node;
        if (peek(p) == TOKEN_DOUBLESTAR || (peek(p) == TOKEN_NAME && peek_second(p) == TOKEN_EQUAL)) {
            if (peek(p) == TOKEN_DOUBLESTAR) arguments.doubled = true;
            else if (!advance(p)) break;
            if (!advance(p)) break;
            node = parse_expression(p);
        } else {
            node = peek(p) == TOKEN_STAR ? parse_starred(p, parse_expression) : parse_named_expression(p);
            arguments.positional++;
            arguments.last = node;
        }
        if (!node || !accept(p, TOKEN_COMMA)) break;
    }
    return arguments;
}

static bool report_bare_generator(Recognizer *r, const Capture *a, const Capture *b) {
    Arguments arguments = arguments_of(r->p, a);
    if (arguments.positional <= 1 || !arguments.last) return false;
    const Node *end = last_node_of(r->p, b);
    if (!end) return false;
    Range range = {arguments.last->lineno, end->end_lineno, (i32)arguments.last->col_offset, (i32)end->end_col_offset};
    return report(r, ERROR_SYNTAX, range, "Generator expression must be parenthesized");
}

static bool report_star_bound(Recognizer *r, const Capture *captures) {
    Parser *p = r->p;
    const Node *bound = node_of(p, &captures[2]);
    bool variadic = p->tokens[captures[0].start - 1].kind == TOKEN_STAR;
    Range range = range_of_token(p, captures[1].start);
    cursor_behind(p, r->fill - 1, &range.end_line, &range.end_column);
    error_range(p, ERROR_SYNTAX, range.line, range.column, range.end_line, range.end_column, "cannot use %s with %s",
                bound && bound->kind == NODE_Tuple ? "constraints" : "bound", variadic ? "TypeVarTuple" : "ParamSpec");
    return true;
}

static bool report_colon_missing(Recognizer *r, const Capture *a) {
    Range range = range_of(r->p, a);
    range.column = range.end_column - 1;
    range.end_column = -1;
    return report(r, ERROR_SYNTAX, range, "':' expected after dictionary key");
}

static bool is_action(const char *action, const char *name) { return strncmp(action, name, strlen(name)) == 0; }

static bool special_action(Recognizer *r, const char *name, const Capture *captures) {
    const Capture *a = &captures[0], *b = &captures[1];
    if (is_action(name, "star_target")) return report_target(r, a, STAR_TARGET);
    if (is_action(name, "for_target")) return report_target(r, a, FOR_TARGET);
    if (is_action(name, "del_target")) return report_target(r, a, DEL_TARGET);
    if (is_action(name, "comma")) return report_comma(r, a, b);
    if (is_action(name, "legacy")) return report_legacy(r, a, b);
    if (is_action(name, "bare_generator")) return report_bare_generator(r, a, b);
    if (is_action(name, "star_bound")) return report_star_bound(r, captures);
    if (is_action(name, "colon_missing")) return report_colon_missing(r, a);
    if (is_action(name, "positional_after_keyword"))
        return report_at_last(r, ERROR_SYNTAX, r->fill - 1,
                              arguments_of(r->p, a).doubled ? "positional argument follows keyword argument unpacking"
                                                            : "positional argument follows keyword argument");
    return false; // end_of_input
}

bool invalid_action(Recognizer *r, const char *action, const Capture *captures) {
    Parser *p = r->p;
    char how = action[0];
    if (how == '$') return special_action(r, action + 1, captures);
    const Capture *a = &captures[0], *b = NULL;
    const char *at = action + 1;
    for (; *at != '|'; at++) {
        if (*at == 'b') b = &captures[1];
    }
    const char *message = fill_in(r, at + 1, a);
    if (!message) return false;
    switch (how) {
    case '.': return report_at_last(r, ERROR_SYNTAX, r->fill - 1, message);
    case '#': return report_at_last(r, ERROR_INDENTATION, r->fill - 1, message);
    case '^':
        if (r->at >= r->fill) r->fill = r->at + 1;
        if (!parser_fill(p, r->at)) return false;
        if (p->tokens[r->at].kind == TOKEN_ERROR) return true;
        return report_at_last(r, ERROR_SYNTAX, r->at, message);
    }
    Range range = range_of(p, a);
    if (how == '>') {
        cursor_behind(p, r->fill - 1, &range.end_line, &range.end_column);
    } else if (b) {
        const Node *end = last_node_of(p, b);
        Range other = end ? (Range){0, end->end_lineno, 0, (i32)end->end_col_offset} : range_of_token(p, b->end - 1);
        range.end_line = other.end_line;
        range.end_column = other.end_column;
    }
    return report(r, ERROR_SYNTAX, range, message);
}

// The two passes ------------------------------------------------------------------------------------------------------

static void report_unclosed(Parser *p) {
    const Bracket *bracket = &p->lexer->brackets[p->lexer->level - 1];
    error_range(p, ERROR_SYNTAX, bracket->line, (i32)(bracket->at - p->lines[bracket->line - 1]), bracket->line, -1,
                "'%c' was never closed", bracket->text);
}

// A token ERROR has been reached: its reason is the error.
static void take_lexer_error(Parser *p) {
    SyntaxErrorInfo *error = &p->tree->error;
    memset(error, 0, sizeof *error);
    if (p->lexer_error.kind) *error = p->lexer_error;
    else report_unclosed(p); // the text ended inside brackets
}

// The rest of the text may have a worse error, which the tokenizer sees: one that it sees comes first.
static void look_ahead(Parser *p, u32 fill) {
    u32 index = fill;
    while (parser_fill(p, index) && p->tokens[index].kind != TOKEN_END && p->tokens[index].kind != TOKEN_ERROR) index++;
    if (index >= p->count || p->tokens[index].kind != TOKEN_ERROR) return;
    if (p->lexer_error.kind) {
        // In an f-string the error found is better than the '}' that the tokenizer misses.
        if (p->lexer->formats == 0) take_lexer_error(p);
    } else if (p->tokens[fill - 1].line > p->lexer->brackets[p->lexer->level - 1].line && p->lexer->formats == 0) {
        take_lexer_error(p);
    }
}

static bool only_more_text_is_missing(const Parser *p) { return p->lexer->at_end || p->lexer->unterminated_at_end; }

static void explain(Parser *p, Recognizer *r) {
    static const u16 starts[] = {RULE_file, RULE_eval, RULE_interactive};
    SyntaxErrorInfo *error = &p->tree->error;
    u16 start = starts[p->tree->mode];
    // What comes before is right. One statement more, since an `elif` behind an `else` is an error of the `if`.
    u32 first = p->tree->mode == TREE_FILE ? p->previous : 0;
    MatchResult result = recognizer_run(r, start, first, false);
    u32 last = r->fill - 1;
    if (result == NOT_MATCHED && !error->kind) result = recognizer_run(r, start, first, true);
    if (r->failed) {
        error_memory(p);
        return;
    }
    if (result == MATCH_REPORTED) {
        if (error->kind) look_ahead(p, r->fill);
        else take_lexer_error(p);
        return;
    }
    const Token *token = &p->tokens[last];
    if (token->kind == TOKEN_INDENT || token->kind == TOKEN_DEDENT) {
        report_at_last(r, ERROR_INDENTATION, r->fill - 1,
                       token->kind == TOKEN_INDENT ? "unexpected indent" : "unexpected unindent");
        return;
    }
    report(r, ERROR_SYNTAX, range_of_token(p, last), "invalid syntax");
    look_ahead(p, r->fill);
}

void explain_error(Parser *p) {
    SyntaxErrorInfo *error = &p->tree->error;
    p->is_error_pass = true;
    if (error->kind == ERROR_MEMORY) return;
    if (error->kind) {
        look_ahead(p, p->at < p->count ? p->at + 1 : p->count);
    } else if (p->lexer_error.kind == ERROR_MEMORY) {
        error_memory(p);
        return;
    } else {
        if (!p->tree->grammar) {
            error->kind = ERROR_NO_GRAMMAR;
            return;
        }
        Recognizer recognizer;
        if (recognizer_open(&recognizer, p, p->tree->grammar)) explain(p, &recognizer);
        else error_memory(p);
        recognizer_close(&recognizer);
    }
    if (p->tree->flags & TREE_ALLOW_INCOMPLETE_INPUT && error->kind != ERROR_MEMORY && only_more_text_is_missing(p)) {
        memset(error, 0, sizeof *error);
        Recognizer place = {.p = p};
        report_at_last(&place, ERROR_INCOMPLETE, p->count - 1, "incomplete input");
    }
}
