// tree.h: source text in, syntax tree out, or one syntax error with CPython's words and position.
//
//     Tree tree;
//     tree_open(&tree, mem);
//     Node *module = tree_parse(&tree, source, length, TREE_FILE, 0);
//     Scope *scope = module ? scope_build(&tree) : NULL;      // scope.h: names resolved, late errors
//     if (!scope) ... tree.error ...
//     tree_close(&tree);                                      // nodes, names, scopes: all are gone
//
// Everything that the tree points to lives in tree.arena. The tree is Python's own `ast`, kind by kind and field by
// field (nodes.def): `node->BinOp.left`, `node->FunctionDef.body.items[i]`.
#ifndef AITER_TREE_H
#define AITER_TREE_H

#include "base/arena.h"
#include "text/error.h" // SyntaxErrorInfo, the one record of an error
#include "text/name.h"
#include "text/source.h"

typedef struct Node Node;
typedef struct Scope Scope; // scope.h

typedef enum NodeKind {
    NODE_NONE, // no node has it
#define NODE(kind, category, fields) NODE_##kind,
#include "tree/nodes.def"
    NODE_KINDS
} NodeKind;

typedef struct Seq {
    Node **items;
    u32 count;
} Seq;

typedef struct NameSeq {
    Name **items;
    u32 count;
} NameSeq;

// Operators of BoolOp, BinOp, AugAssign, UnaryOp, Compare. operator_name gives the name that `ast` prints.
typedef enum Operator {
    OP_Add,
    OP_Sub,
    OP_Mult,
    OP_MatMult,
    OP_Div,
    OP_Mod,
    OP_Pow,
    OP_LShift,
    OP_RShift,
    OP_BitOr,
    OP_BitXor,
    OP_BitAnd,
    OP_FloorDiv, // BinOp, AugAssign
    OP_And,
    OP_Or, // BoolOp
    OP_Invert,
    OP_Not,
    OP_UAdd,
    OP_USub, // UnaryOp
    OP_Eq,
    OP_NotEq,
    OP_Lt,
    OP_LtE,
    OP_Gt,
    OP_GtE,
    OP_Is,
    OP_IsNot,
    OP_In,
    OP_NotIn, // Compare
} Operator;

typedef enum Context { CTX_LOAD, CTX_STORE, CTX_DEL } Context;

typedef enum ConstantKind {
    CONST_NONE,
    CONST_TRUE,
    CONST_FALSE,
    CONST_ELLIPSIS,
    CONST_INT,       // .integer
    CONST_BIG,       // an int past i64: .text holds digits of .base, without prefix and underscores
    CONST_FLOAT,     // .real
    CONST_IMAGINARY, // .real is the imaginary part
    CONST_STR,       // .text: UTF-8, a lone surrogate as its three bytes
    CONST_BYTES,     // .text
} ConstantKind;

typedef struct Constant {
    u8 kind;     // ConstantKind
    u8 base;     // CONST_BIG: 2, 8, 10 or 16
    u8 u_prefix; // CONST_STR: written u"..." (ast's `kind`)
    union {
        i64 integer;
        double real;
        struct {
            const u8 *bytes;
            u32 length;
        } text; // not terminated
    };
} Constant;

// A node has room only for the fields of its kind: never copy one by value. Pairs with equal fields may be read through
// either name: FunctionDef and AsyncFunctionDef, For and AsyncFor, With and AsyncWith, Try and TryStar, ListComp,
// SetComp and GeneratorExp, Global and Nonlocal, JoinedStr and TemplateStr, List and Tuple, ParamSpec and TypeVarTuple.
struct Node {
    u8 kind;          // NodeKind
    u8 parenthesized; // an expression that stood in parentheses of its own
    u32 lineno;       // from 1. Nodes of category mod and other have no position of their own in Python: it is 0 there
    u32 col_offset;   // in UTF-8 bytes, from 0
    u32 end_lineno;
    u32 end_col_offset;
    union {
#define NODE(kind, category, fields)                                                                                   \
    struct {                                                                                                           \
        fields                                                                                                         \
    } kind;
#define CHILD(f) Node *f;
#define MAYBE(f) Node *f;
#define NODES(f) Seq f;
#define NULLABLE(f) Seq f;
#define NAME(f) Name *f;
#define NAMES(f) NameSeq f;
#define CONSTANT(f) Constant f;
#define SMALL(f) i32 f;
#define OPERATOR(f) u8 f;
#define OPERATORS(f) u8 *f;
#define CONTEXT(f) u8 f;
#define SCOPE(f) Scope *f;
#define FLAG(f) u8 f;
#include "tree/nodes.def"
    };
};

typedef enum TreeMode { TREE_FILE, TREE_EVAL, TREE_SINGLE } TreeMode;

enum TreeFlags {
    TREE_ALLOW_TOP_LEVEL_AWAIT = 1,  // ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    TREE_ALLOW_INCOMPLETE_INPUT = 2, // a prompt: an error that more lines could mend is ERROR_INCOMPLETE
    TREE_DONT_IMPLY_DEDENT = 4,      // a prompt: a block must be closed by an empty line
    TREE_IGNORE_COOKIE = 8,          // the source is a str: no coding cookie, no byte order mark
    TREE_FUTURE_ANNOTATIONS = 16,    // from __future__ import annotations, inherited
    TREE_FUTURE_BARRY = 32,          // from __future__ import barry_as_FLUFL, inherited
};

typedef struct TreeWarning {
    struct TreeWarning *next;
    const char *message; // of a SyntaxWarning
    u32 lineno, col_offset, end_lineno, end_col_offset;
} TreeWarning;

typedef struct Tree {
    Arena arena;
    NameTable names;
    u32 flags; // TreeFlags as given, with the futures that the module imports added
    u8 mode;   // TreeMode
    // Asked for \N{name}, set by the owner before parsing: a code point, or -1. NULL: no name is known.
    i32 (*character_by_name)(const char *name, u32 length);
    // The rules of grammar.def as src/lib/embed.mjs writes them, set by the owner before parsing; NULL: text that is not
    // Python gives ERROR_NO_GRAMMAR instead of CPython's words.
    const char *grammar;
    Node *root;
    Source source; // decoded to UTF-8, with \n line ends
    SyntaxErrorInfo error;
    TreeWarning *warnings, *last_warning; // in the order found
} Tree;

void tree_open(Tree *tree, Mem *mem);
void tree_close(Tree *tree);
// Module, Expression or Interactive by mode; NULL: tree->error says why. The source may go away afterwards. Once per
// Tree.
Node *tree_parse(Tree *tree, const u8 *source, size_t length, TreeMode mode, u32 flags);

// Reports an error found after parsing, at a node; always returns NULL. For scope_build and the compiler. The first
// wins.
void *tree_late_error(Tree *tree, const Node *node, const char *format, ...) __attribute__((format(printf, 3, 4)));
void tree_warn(Tree *tree, const Node *node, const char *format, ...) __attribute__((format(printf, 3, 4)));

extern const char *const node_names[NODE_KINDS];
const char *operator_name(Operator op);   // "Add"
const char *operator_symbol(Operator op); // "+"

#endif
