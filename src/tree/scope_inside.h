// scope_inside.h: what the passes behind scope_build share.
#ifndef AITER_SCOPE_INSIDE_H
#define AITER_SCOPE_INSIDE_H

#include "tree/scope.h"

// By its stored (mangled) name.
Symbol *symbol_find(const Scope *scope, const Name *name);
// A block that runs in a function-like frame: its variables have slots.
INLINE bool is_function_like(const Scope *scope) { return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS; }
INLINE bool is_comprehension(const Scope *scope) {
    return scope->kind == SCOPE_COMPREHENSION || scope->kind == SCOPE_GENERATOR;
}

// resolve.c: what every name means, and where it lives. False: tree->error.
bool scopes_resolve(Tree *tree, Scope *module);
// check.c: what CPython's compiler reports from the tree alone, and its warnings. False: tree->error.
bool tree_check(Tree *tree);
// The __future__ imports at the top: sets tree->flags, and says where the last one is. False: tree->error.
bool tree_check_futures(Tree *tree, u32 *last_line, u32 *last_column);

#endif
