// tree.c: the entry: opens a tree, runs the parser, reports errors; and what all its files use: tokens, nodes,
// sequences.
#include "tree/parser.h"

#include "base/utf8.h"

#include <stdarg.h>

const char *const node_names[NODE_KINDS] = {
    "",
#define NODE(kind, category, fields) #kind,
#include "tree/nodes.def"
};

static const u8 node_sizes[NODE_KINDS] = {
    0,
#define NODE(kind, category, fields) (u8)(offsetof(Node, kind) + sizeof(((Node *)0)->kind)),
#include "tree/nodes.def"
};

static const struct {
    char name[9], symbol[7];
} operators[] = {
    {"Add", "+"},       {"Sub", "-"},     {"Mult", "*"},       {"MatMult", "@"}, {"Div", "/"},        {"Mod", "%"},
    {"Pow", "**"},      {"LShift", "<<"}, {"RShift", ">>"},    {"BitOr", "|"},   {"BitXor", "^"},     {"BitAnd", "&"},
    {"FloorDiv", "//"}, {"And", "and"},   {"Or", "or"},        {"Invert", "~"},  {"Not", "not"},      {"UAdd", "+"},
    {"USub", "-"},      {"Eq", "=="},     {"NotEq", "!="},     {"Lt", "<"},      {"LtE", "<="},       {"Gt", ">"},
    {"GtE", ">="},      {"Is", "is"},     {"IsNot", "is not"}, {"In", "in"},     {"NotIn", "not in"},
};
const char *operator_name(Operator op) { return operators[op].name; }
const char *operator_symbol(Operator op) { return operators[op].symbol; }

void tree_open(Tree *tree, Mem *mem) {
    memset(tree, 0, sizeof *tree);
    arena_open(&tree->arena, mem);
}

void tree_close(Tree *tree) { arena_close(&tree->arena); }

// Errors --------------------------------------------------------------------------------------------------------------

// Characters (from 1) for a byte column (from 0); a column behind the line counts as right behind it.
static i32 character_offset(const SyntaxErrorInfo *error, i32 column) {
    if (column < 0) return 0;
    u32 length = error->text_length;
    if ((u32)column > length) return (i32)utf8_measure(error->text, length, NULL) + 2;
    return (i32)utf8_measure(error->text, (u32)column, NULL) + 1;
}

static void *error_range_list(Parser *p, u8 kind, u32 line, i32 column, u32 end_line, i32 end_column,
                              const char *format, va_list args) {
    SyntaxErrorInfo *error = &p->tree->error;
    if (error->kind) return NULL;
    error->kind = kind;
    error->lineno = (i32)line;
    error->end_lineno = (i32)end_line;
    source_vreport(&p->tree->source, p->arena, error, format, args);
    if (error->kind == ERROR_MEMORY) return NULL;
    const Source *source = &p->tree->source;
    // The text ends without a newline, and CPython adds none in this mode.
    bool open = source->newline_added && p->tree->mode != TREE_FILE && line == source->line_count;
    error->newline = !open && p->lexer->line - p->lexer->at_line_start <= line; // lines that the tokenizer has left are found without it
    if (open && column >= (i32)error->text_length) { // no token is there
        column = end_column < 0 ? (i32)error->text_length - 1 : -1;
        if (end_column > 0) end_column = -1;
    }
    error->offset = character_offset(error, column);
    // CPython measures the end in the first line, too.
    error->end_offset = end_column < 0 ? end_column + 1 : character_offset(error, end_column);
    return NULL;
}

void *error_range(Parser *p, u8 kind, u32 line, i32 column, u32 end_line, i32 end_column, const char *format, ...) {
    va_list args;
    va_start(args, format);
    error_range_list(p, kind, line, column, end_line, end_column, format, args);
    va_end(args);
    return NULL;
}

void *error_at_node(Parser *p, const Node *node, const char *format, ...) {
    va_list args;
    va_start(args, format);
    error_range_list(p, ERROR_SYNTAX, node->lineno, (i32)node->col_offset, node->end_lineno, (i32)node->end_col_offset,
                     format, args);
    va_end(args);
    return NULL;
}

void *error_at_token(Parser *p, u32 index, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const Token *token = &p->tokens[index];
    error_range_list(p, ERROR_SYNTAX, token->line, (i32)token_column(p, token), token->end_line,
                     (i32)(token->end - p->lines[token->end_line - 1]), format, args);
    va_end(args);
    return NULL;
}

void *error_memory(Parser *p) {
    if (!p->tree->error.kind) p->tree->error.kind = ERROR_MEMORY;
    return NULL;
}

bool enter(Parser *p) {
    if (likely(++p->depth < MAX_DEPTH)) return true;
    SyntaxErrorInfo *error = &p->tree->error;
    if (!error->kind) {
        error->kind = ERROR_MEMORY;
        error->message = "Parser stack overflowed - Python source too complex to parse";
    }
    return false;
}

void *tree_late_error(Tree *tree, const Node *node, const char *format, ...) {
    SyntaxErrorInfo *error = &tree->error;
    if (error->kind) return NULL;
    va_list args;
    va_start(args, format);
    error->kind = ERROR_SYNTAX;
    error->late = true;
    error->lineno = (i32)node->lineno;
    error->offset = (i32)node->col_offset + 1;
    error->end_lineno = (i32)node->end_lineno;
    error->end_offset = (i32)node->end_col_offset + 1;
    source_vreport(&tree->source, &tree->arena, error, format, args);
    error->newline = true;
    va_end(args);
    return NULL;
}

void tree_warn(Tree *tree, const Node *node, const char *format, ...) {
    va_list args;
    va_start(args, format);
    TreeWarning *warning = arena_alloc(&tree->arena, sizeof *warning);
    const char *message = text_format(&tree->arena, format, args);
    va_end(args);
    if (!warning || !message) return; // memory is short: the next allocation will tell
    warning->message = message;
    warning->lineno = node->lineno;
    warning->col_offset = node->col_offset;
    warning->end_lineno = node->end_lineno;
    warning->end_col_offset = node->end_col_offset;
    if (tree->last_warning) tree->last_warning->next = warning;
    else tree->warnings = warning;
    tree->last_warning = warning;
}

// Tokens and nodes ----------------------------------------------------------------------------------------------------

// One token more than `count` always has room: when memory is short an ERROR stands there, where the parser stops.
bool parser_fill(Parser *p, u32 index) {
    while (index >= p->count) {
        if (p->count + 1 >= p->capacity) {
            u32 capacity = p->capacity ? p->capacity * 2 : 256;
            Token *tokens = mem_realloc(p->mem, p->tokens, p->capacity * sizeof(Token), capacity * sizeof(Token));
            if (!tokens) {
                if (p->count) p->tokens[p->count] = p->tokens[p->count - 1], p->tokens[p->count].kind = TOKEN_ERROR;
                return error_memory(p), false;
            }
            p->tokens = tokens;
            p->capacity = capacity;
        }
        lexer_next(p->lexer, &p->tokens[p->count++]);
    }
    return true;
}

bool advance(Parser *p) {
    if (likely(++p->at < p->count) || parser_fill(p, p->at)) return true;
    p->at = p->count;
    return false;
}

bool accept(Parser *p, u8 kind) { return peek(p) == kind && advance(p); }

u8 peek_second(Parser *p) {
    return likely(p->at + 1 < p->count) || parser_fill(p, p->at + 1) ? p->tokens[p->at + 1].kind : TOKEN_ERROR;
}

void *parser_alloc(Parser *p, size_t size) {
    void *block = arena_alloc(p->arena, size);
    return block ? block : error_memory(p);
}

Node *node_bare(Parser *p, u8 kind) {
    Node *node = parser_alloc(p, node_sizes[kind]);
    if (node) node->kind = kind;
    return node;
}

Node *node_new(Parser *p, u8 kind, u32 first) {
    Node *node = node_bare(p, kind);
    if (!node) return NULL;
    const Token *token = &p->tokens[first];
    node->lineno = token->line;
    node->col_offset = token_column(p, token);
    return node;
}

Node *node_end(Parser *p, Node *node) {
    if (!node) return NULL;
    const Token *token = &p->tokens[p->at - 1];
    while (token->kind == TOKEN_NEWLINE || token->kind == TOKEN_DEDENT || token->kind == TOKEN_INDENT) token--;
    node->end_lineno = token->end_line;
    node->end_col_offset = token->end - p->lines[token->end_line - 1];
    return node;
}

Node *node_here(Parser *p, u8 kind, u32 first) { return node_end(p, node_new(p, kind, first)); }

bool push(Parser *p, Node *node) {
    if (!node) return false;
    if (p->stack_count == p->stack_capacity) {
        u32 capacity = p->stack_capacity ? p->stack_capacity * 2 : 64;
        Node **stack = mem_realloc(p->mem, p->stack, p->stack_capacity * sizeof(Node *), capacity * sizeof(Node *));
        if (!stack) return error_memory(p), false;
        p->stack = stack;
        p->stack_capacity = capacity;
    }
    p->stack[p->stack_count++] = node;
    return true;
}

bool take(Parser *p, u32 mark, Seq *seq) {
    u32 count = p->stack_count - mark;
    seq->count = 0;
    seq->items = NULL;
    if (count) {
        seq->items = parser_alloc(p, count * sizeof(Node *));
        if (!seq->items) return false;
        memcpy(seq->items, p->stack + mark, count * sizeof(Node *));
        seq->count = count;
    }
    p->stack_count = mark;
    return true;
}

// The entry -----------------------------------------------------------------------------------------------------------

// file: [statements] END      single: statement NEWLINE      eval: expressions NEWLINE* END
static Node *parse_module(Parser *p, TreeMode mode) {
    static const u8 kinds[] = {NODE_Module, NODE_Expression, NODE_Interactive};
    Node *root = node_bare(p, kinds[mode]);
    if (!root) return NULL;
    switch (mode) {
    case TREE_FILE: return parse_statements(p, &root->Module.body) && peek(p) == TOKEN_END ? root : NULL;
    case TREE_SINGLE: return parse_interactive(p, &root->Interactive.body) ? root : NULL;
    case TREE_EVAL:
        root->Expression.body = parse_expressions(p);
        if (!root->Expression.body) return NULL;
        while (peek(p) == TOKEN_NEWLINE) {
            if (!advance(p)) return NULL;
        }
        return peek(p) == TOKEN_END ? root : NULL;
    }
    return NULL;
}

static void take_lexer_warnings(Parser *p) {
    for (LexWarning *warning = p->lexer->warnings; warning; warning = warning->next) {
        Node place = {.lineno = warning->line,
                      .col_offset = warning->column,
                      .end_lineno = warning->line,
                      .end_col_offset = warning->column};
        tree_warn(p->tree, &place, "%s", warning->message);
    }
}

Node *tree_parse(Tree *tree, const u8 *source, size_t length, TreeMode mode, u32 flags) {
    Arena *arena = &tree->arena;
    tree->flags = flags;
    tree->mode = (u8)mode;
    if (!source_open(&tree->source, arena, source, length, flags & TREE_IGNORE_COOKIE, &tree->error)) return NULL;
    Parser parser = {.tree = tree, .arena = arena, .mem = arena->mem, .lines = tree->source.lines}, *p = &parser;
    p->lexer = mem_alloc(arena->mem, sizeof(Lexer));
    if (!p->lexer || !names_open(&tree->names, arena)) {
        error_memory(p);
    } else {
        lexer_open(p->lexer, &tree->source, arena, &tree->names, &p->lexer_error);
        if (mode == TREE_SINGLE && tree->source.newline_added && (flags & TREE_DONT_IMPLY_DEDENT))
            p->lexer->keep_indents = true;
        if (parser_fill(p, 0)) tree->root = parse_module(p, mode);
        if (!tree->root) explain_error(p);
        take_lexer_warnings(p);
    }
    mem_free(p->mem, p->tokens, p->capacity * sizeof(Token));
    mem_free(p->mem, p->stack, p->stack_capacity * sizeof(Node *));
    mem_free(p->mem, p->lexer, sizeof(Lexer));
    return tree->root;
}
