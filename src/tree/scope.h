// scope.h: which variable every name means. scope_build walks the tree once, opens a Scope for every block, resolves
// all names and gives each variable its place, so that the compiler only reads (resolution, slot).
//
// A *block* is a namespace, a *frame* is what runs it. List, set and dict comprehensions are blocks without a frame of
// their own (PEP 709): their targets are extra locals of the frame around them, distinct from its own names. So every
// Scope has a `frame` (itself, unless inlined), and the lists of locals, cells and frees belong to frames.
//
// Mangling is done: Name.id, Attribute.attr, arg.arg, Global and Nonlocal names, ExceptHandler.name and the names in
// patterns have been replaced in the tree (keyword.arg is never mangled). FunctionDef.name, ClassDef.name,
// TypeAlias.name, TypeVar.name and aliases keep the written name, since it is needed too; scope_symbol mangles those
// itself (Symbol.name is the mangled one).
//
// Under `from __future__ import annotations` (TREE_FUTURE_ANNOTATIONS in tree->flags) there are no annotation scopes.
//
// Implicit names, as in CPython: `.0` is the first parameter of a generator expression and of a comprehension that is
// not inlined, `.format` of annotation scopes, type aliases and type variables; a type parameter scope has `.defaults`
// and
// `.kwdefaults` (function) or `.type_params` and `.generic_base` (class), and the class block then `__type_params__`.
#ifndef AITER_SCOPE_H
#define AITER_SCOPE_H

#include "tree/tree.h"

typedef enum ScopeKind {
    SCOPE_MODULE,   // Module, Interactive, Expression
    SCOPE_FUNCTION, // FunctionDef, AsyncFunctionDef: the body
    SCOPE_LAMBDA,
    SCOPE_CLASS,
    SCOPE_COMPREHENSION,   // ListComp, SetComp, DictComp
    SCOPE_GENERATOR,       // GeneratorExp
    SCOPE_ANNOTATIONS,     // __annotate__ of a function, class or module (PEP 649)
    SCOPE_TYPE_PARAMETERS, // around a generic function, class or alias (PEP 695)
    SCOPE_TYPE_ALIAS,      // the value of `type X = ...`
    SCOPE_TYPE_VARIABLE,   // the bound or default of a type parameter
} ScopeKind;

typedef enum Resolution {
    RESOLVED_NOT,
    LOCAL,           // slot in frame->locals; or slot -1: a key of the module's or class's namespace
    GLOBAL_EXPLICIT, // by a `global` statement
    GLOBAL_IMPLICIT, // a global or builtin; in a class block the class namespace is asked first
    FREE,            // slot in frame->frees; in a class block the class namespace is asked first
    CELL,            // slot in frame->cells
} Resolution;

enum SymbolFlags {
    SYM_PARAMETER = 1,
    SYM_ASSIGNED = 2, // bound in this block in any way but as a parameter or an import
    SYM_IMPORTED = 4,
    SYM_USED = 8,
    SYM_GLOBAL = 16,
    SYM_NONLOCAL = 32,
    SYM_ANNOTATED = 64,
    SYM_TYPE_PARAMETER = 128,
    SYM_ITERATION = 256,  // a comprehension's iteration variable
    SYM_FREE_CLASS = 512, // class block: bound here, and passed through from outside to a block within
};

typedef struct Symbol {
    Name *name; // mangled
    u16 flags;  // SymbolFlags
    u8 resolution;
    bool captured; // bound here and used in another frame: it is a cell
    i32 slot;
    Scope *scope;             // the block it belongs to
    struct Symbol *target;    // the variable that it means: itself when bound here, NULL for globals
    struct Symbol *next;      // in the order of first appearance
    struct Symbol *chain;     // same hash bucket
    const struct Node *where; // the first global or nonlocal statement, for errors
} Symbol;

typedef struct LocalVar {
    Name *name;
    bool hidden; // an inlined comprehension's own variable: not in locals(), unbound again when the comprehension ends
} LocalVar;

typedef struct CellVar {
    Name *name;
    i32 parameter; // the local slot of the parameter that moves into the cell on entry, or -1
    bool hidden;   // as above; a new cell is made each time the comprehension is entered
    Symbol *symbol;
} CellVar;

typedef struct FreeVar {
    Name *name;
    bool from_cell; // where the frame that makes the closure has it: its cells[index], or its frees[index]
    u32 index;
    Symbol *target;
} FreeVar;

struct Scope {
    u8 kind;
    bool inlined;                     // runs in the frame of the block around it
    bool nested;                      // somewhere inside a function
    bool is_generator;                // a function with yield, or a generator expression
    bool is_coroutine;                // async def, or await/async for in a module (top-level await) or comprehension
    bool has_yield;                   // yield in it (with is_coroutine: an asynchronous generator)
    bool can_see_class;               // annotation-like block directly in a class: names come from __classdict__ first
    bool needs_class_closure;         // class: a method uses __class__ or super: there is a cell __class__
    bool needs_classdict;             // class: there is a cell __classdict__
    bool has_conditional_annotations; // class or module: __conditional_annotations__ is kept (a cell)
    bool returns_value;               // function: has `return value`
    bool has_docstring;
    bool has_varargs, has_varkeywords;
    u32 parameters; // positional (posonly included), then kwonly: counts as in code objects
    u32 posonly, kwonly;
    Name *name;         // "f", "<lambda>", "C", "<module>", "<listcomp>", "<genexpr>", "__annotate__", ...
    Name *class_name;   // for mangling, or NULL
    Node *node;         // what opens it
    Scope *parent;      // the block around it
    Scope *frame;       // what runs it: itself unless inlined
    Scope *annotations; // module, class: its __annotate__, or NULL
    Scope *first_child, *last_child, *next_sibling;
    Symbol *symbols, *last_symbol; // in order
    Symbol **buckets;
    u32 symbol_count, mask;
    Symbol *class_cell, *classdict_cell, *conditional_cell; // class: these cells, when something needs them, or NULL

    // Of a frame (frame == self) only:
    LocalVar
        *locals;     // parameters in CPython's order (positional, keyword-only, *args, **kwargs), then the rest as met.
    u32 local_count; // A parameter that is a cell keeps its slot here too
    CellVar *cells;  // sorted by name, hidden ones behind
    u32 cell_count;
    FreeVar *frees; // sorted by name
    u32 free_count;

    // While scope_build runs only:
    struct FrameFree *passed; // free variables, unsorted
    const char *where;        // "a TypeVar bound", for messages
    u32 iterables;            // inside so many iterables of comprehensions
    bool in_target;           // inside the target of a comprehension's clause
    bool in_conditional;      // inside if, for, try, ...
    bool unevaluated;         // the annotation of a function's local variable
};

// Resolves the whole tree; the scopes hang on its nodes (nodes.def, SCOPE). Returns the module's, or NULL: tree->error.
// Reports all that CPython finds in its symbol table and in its compiler from the tree alone: 'return' outside
// function, 'break' outside loop, no binding for nonlocal, ...
Scope *scope_build(Tree *tree);
// The entry of a name in a block, mangled or not; NULL: it does not occur there.
Symbol *scope_symbol(const Scope *scope, const Name *name);
// The name as a block inside class `class_name` (may be NULL) stores it: _C__x for __x in C. NULL: out of memory.
Name *scope_mangle(Tree *tree, const Name *class_name, Name *name);

#endif
