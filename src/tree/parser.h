// parser.h: what the files of the parser share. A parse function begins at the current token and answers a node, or
// NULL: then either tree->error is set (a literal is wrong, memory is short), or the text simply does not fit the
// grammar, and invalid.c finds the words for it. A function that fails may leave the current token anywhere.
#ifndef AITER_PARSER_H
#define AITER_PARSER_H

#include "text/lexer.h"
#include "tree/tree.h"

// Levels of C recursion: above what 200 brackets can need, below what a page's stack gives.
enum { MAX_DEPTH = 1000 };

typedef struct Parser {
    Tree *tree;
    Arena *arena;
    Mem *mem;
    Lexer *lexer;
    SyntaxErrorInfo lexer_error; // why tokens[count - 1] is an ERROR; it becomes tree->error only when it is reached
    const u32 *lines;
    Token *tokens; // all tokens so far; tokens[at] is always there
    u32 at, count, capacity;
    Node **stack; // items of unfinished sequences
    u32 stack_count, stack_capacity;
    u32 depth;
    u32 statement, previous; // where the top-level statement that is being parsed begins, and the one before it
    bool is_error_pass;      // invalid.c wants a node for something that it has matched: no warnings
} Parser;

// Tokens --------------------------------------------------------------------------------------------------------------

// Makes sure that tokens[index] is there. False: out of memory. A text that cannot be read is a token ERROR.
bool parser_fill(Parser *p, u32 index);

INLINE Token *current(Parser *p) { return &p->tokens[p->at]; }
INLINE u8 peek(Parser *p) { return p->tokens[p->at].kind; }
u8 peek_second(Parser *p);
bool advance(Parser *p);
// Takes the token if it is there.
bool accept(Parser *p, u8 kind);
INLINE u32 token_column(const Parser *p, const Token *token) { return token->start - p->lines[token->line - 1]; }
INLINE bool is_soft(Parser *p, u8 soft) { return peek(p) == TOKEN_NAME && current(p)->name->soft == soft; }

// Nodes ---------------------------------------------------------------------------------------------------------------

// A node that begins at token `first`. NULL: out of memory, reported.
Node *node_new(Parser *p, u8 kind, u32 first);
// It ends with the last token taken (newlines and indents do not count).
Node *node_end(Parser *p, Node *node);
// Both.
Node *node_here(Parser *p, u8 kind, u32 first);
// One without a position: arguments, comprehension, withitem, match_case, modules.
Node *node_bare(Parser *p, u8 kind);

// Sequences: items are pushed on a stack, then taken from `mark` on.
bool push(Parser *p, Node *node);
bool take(Parser *p, u32 mark, Seq *seq);
void *parser_alloc(Parser *p, size_t size); // in the arena

// Reports an error; NULL. The first wins.
void *error_at_node(Parser *p, const Node *node, const char *format, ...) __attribute__((format(printf, 3, 4)));
void *error_at_token(Parser *p, u32 token, const char *format, ...) __attribute__((format(printf, 3, 4)));
// The whole of it: columns are bytes from 0, end_column -1 for none.
void *error_range(Parser *p, u8 kind, u32 line, i32 column, u32 end_line, i32 end_column, const char *format, ...)
    __attribute__((format(printf, 7, 8)));
void *error_memory(Parser *p);
// Too deep: enter answers false and reports.
bool enter(Parser *p);
INLINE void leave(Parser *p) { p->depth--; }

// Expressions (expr.c), by the names of the grammar -------------------------------------------------------------------

Node *parse_expression(Parser *p);
Node *parse_expressions(Parser *p);
Node *parse_star_expression(Parser *p);
Node *parse_star_expressions(Parser *p);
Node *parse_named_expression(Parser *p);
Node *parse_star_named_expression(Parser *p);
Node *parse_yield_or_star_expressions(Parser *p); // annotated_rhs
Node *parse_yield(Parser *p);
Node *parse_disjunction(Parser *p);
Node *parse_bitwise_or(Parser *p);
Node *parse_atom(Parser *p);
// star_targets: anything that can be assigned to, before `in` or `=`.
Node *parse_targets(Parser *p);
Node *parse_star_target(Parser *p);
// (args) of a call or class, without the parentheses, up to the closing one.
bool parse_arguments(Parser *p, Seq *args, Seq *keywords, bool is_class);
bool parse_for_ifs(Parser *p, Seq *generators);
Node *parse_param(Parser *p, bool is_lambda, bool starred);
Node *parse_inversion(Parser *p);
Node *parse_factor(Parser *p);
Node *parse_starred(Parser *p, Node *(*operand)(Parser *));
// Parameters up to `end`, `)` or `:` (lambda).
Node *parse_parameters(Parser *p, bool is_lambda);
// Makes a target of an expression. False: it cannot be one.
bool set_context(Node *node, u8 context);

// Statements (stmt.c), patterns (pattern.c), literals (literal.c) -----------------------------------------------------

bool parse_statements(Parser *p, Seq *body);
bool parse_block(Parser *p, Seq *body);
bool parse_interactive(Parser *p, Seq *body);
Node *parse_match(Parser *p);
Node *parse_patterns(Parser *p);
Node *parse_number(Parser *p);
Node *parse_strings(Parser *p);

// Finds the words for text that does not fit the grammar (invalid.c).
void explain_error(Parser *p);

#endif
