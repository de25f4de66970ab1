// resolve.c: the second pass of scope_build. For every name of every block: which variable is it? Then every variable
// gets its place: a local slot, a cell, or a key of a namespace.
//
// A name that is not bound in its block is looked for outwards, block by block, class blocks left out. Found in the
// same frame it is that variable; found in another frame that variable becomes a cell, and every frame between passes
// it on as a free variable.
#include "tree/scope_inside.h"

typedef struct FrameFree {
    struct FrameFree *next;
    Symbol *target;
} FrameFree;

typedef struct Resolver {
    Tree *tree;
    Name *class_word, *classdict_word, *conditional_word;
} Resolver;

static bool memory(Resolver *r) {
    if (!r->tree->error.kind) r->tree->error.kind = ERROR_MEMORY;
    return false;
}

enum { SYM_BOUND = SYM_PARAMETER | SYM_ASSIGNED | SYM_IMPORTED | SYM_TYPE_PARAMETER };

// The cells that a class has beside its names.
static Symbol *implicit_cell(Resolver *r, Scope *class, const Name *name) {
    Symbol **place = name == r->class_word                                               ? &class->class_cell
                     : name == r->classdict_word                                         ? &class->classdict_cell
                     : name == r->conditional_word && class->has_conditional_annotations ? &class->conditional_cell
                                                                                         : NULL;
    if (!place) return NULL;
    if (!*place) {
        Symbol *symbol = arena_alloc(&r->tree->arena, sizeof *symbol);
        if (!symbol) return memory(r), NULL;
        symbol->name = (Name *)name;
        symbol->scope = class;
        symbol->target = symbol;
        symbol->captured = true;
        symbol->resolution = CELL;
        if (name == r->class_word) class->needs_class_closure = true;
        if (name == r->classdict_word) class->needs_classdict = true;
        *place = symbol;
    }
    return *place;
}

// The frame passes `target` on: one more free variable, once.
static bool add_free(Resolver *r, Scope *frame, Symbol *target) {
    for (FrameFree *free = frame->passed; free; free = free->next) {
        if (free->target == target) return true;
    }
    FrameFree *free = arena_alloc(&r->tree->arena, sizeof *free);
    if (!free) return memory(r);
    free->target = target;
    free->next = frame->passed;
    frame->passed = free;
    frame->free_count++;
    // A class that binds the name itself still passes the outer one on.
    Symbol *own = frame->kind == SCOPE_CLASS ? symbol_find(frame, target->name) : NULL;
    if (own && own->flags & SYM_BOUND) own->flags |= SYM_FREE_CLASS;
    return true;
}

// Where a name that is not bound in `scope` is bound; NULL: it is a global.
static Symbol *look_outward(Resolver *r, Scope *scope, const Name *name) {
    for (Scope *outer = scope->parent; outer; outer = outer->parent) {
        if (outer->kind == SCOPE_MODULE) return NULL;
        if (outer->kind == SCOPE_CLASS) {
            Symbol *cell = implicit_cell(r, outer, name);
            if (cell || r->tree->error.kind) return cell;
            continue;
        }
        Symbol *symbol = symbol_find(outer, name);
        if (!symbol || symbol->flags & SYM_NONLOCAL) continue;
        if (symbol->flags & SYM_GLOBAL) return NULL;
        if (symbol->flags & SYM_BOUND) return symbol;
    }
    return NULL;
}

// `symbol` means `target`, which is bound in a block further out.
static bool refer(Resolver *r, Symbol *symbol, Symbol *target) {
    Scope *frame = symbol->scope->frame, *home = target->scope->frame;
    symbol->target = target;
    symbol->resolution = FREE; // in the same frame: settled when slots are given
    if (frame == home) return true;
    target->captured = true;
    for (; frame != home; frame = frame->parent->frame) {
        if (!add_free(r, frame, target)) return false;
    }
    return true;
}

// The class whose names an annotation-like block sees first, or NULL.
static Scope *visible_class(Scope *scope) {
    while (scope->can_see_class) {
        scope = scope->parent;
        if (scope->kind == SCOPE_CLASS) return scope;
    }
    return NULL;
}

static bool fail(Resolver *r, const Symbol *symbol, const char *format) {
    tree_late_error(r->tree, symbol->where, format, (const char *)symbol->name->text);
    return false;
}

static bool resolve_nonlocal(Resolver *r, Symbol *symbol) {
    if (symbol->scope->kind == SCOPE_MODULE) return fail(r, symbol, "nonlocal declaration not allowed at module level");
    Symbol *target = look_outward(r, symbol->scope, symbol->name);
    if (r->tree->error.kind) return false;
    if (!target) return fail(r, symbol, "no binding for nonlocal '%s' found");
    if (target->flags & SYM_TYPE_PARAMETER)
        return fail(r, symbol, "nonlocal binding not allowed for type parameter '%s'");
    return refer(r, symbol, target);
}

static bool resolve_symbol(Resolver *r, Symbol *symbol) {
    Scope *scope = symbol->scope;
    if (symbol->flags & SYM_GLOBAL) {
        if (symbol->flags & SYM_NONLOCAL) return fail(r, symbol, "name '%s' is nonlocal and global");
        symbol->resolution = GLOBAL_EXPLICIT;
        return true;
    }
    if (symbol->flags & SYM_NONLOCAL) return resolve_nonlocal(r, symbol);
    if (symbol->flags & SYM_BOUND) {
        symbol->resolution = LOCAL;
        symbol->target = symbol;
        return true;
    }
    symbol->resolution = GLOBAL_IMPLICIT;
    Scope *class = visible_class(scope);
    Symbol *seen = class ? symbol_find(class, symbol->name) : NULL;
    if (seen && seen->flags & SYM_GLOBAL) {
        symbol->resolution = GLOBAL_EXPLICIT;
        return true;
    }
    if (seen && seen->flags & SYM_BOUND && !(seen->flags & SYM_NONLOCAL)) return true;
    if (scope->kind == SCOPE_MODULE) return true;
    if (scope->kind == SCOPE_CLASS && symbol->name == r->conditional_word) {
        Symbol *cell = implicit_cell(r, scope, symbol->name);
        if (!cell) return false;
        symbol->target = cell;
        symbol->resolution = CELL;
        return true;
    }
    Symbol *target = look_outward(r, scope, symbol->name);
    if (r->tree->error.kind) return false;
    // An inlined comprehension in a class body is no function: it has no __class__.
    if (target && target->scope == scope->frame && target->scope->kind == SCOPE_CLASS) return true;
    return !target || refer(r, symbol, target);
}

// Outer blocks first; their own lists do not depend on it, but errors come in the order of the text.
static bool resolve_scope(Resolver *r, Scope *scope) {
    for (Symbol *symbol = scope->symbols; symbol; symbol = symbol->next) {
        if (!resolve_symbol(r, symbol)) return false;
    }
    for (Scope *child = scope->first_child; child; child = child->next_sibling) {
        if (!resolve_scope(r, child)) return false;
    }
    return true;
}

// Slots ---------------------------------------------------------------------------------------------------------------

// Is it a variable of the frame, and of which sort? (Names in modules and classes are keys of a namespace.)
static bool is_variable(const Symbol *symbol) {
    return symbol->target == symbol && (symbol->captured || symbol->scope->inlined || is_function_like(symbol->scope));
}

typedef void (*SymbolVisitor)(Scope *frame, Symbol *symbol);

// Every variable of a frame: the frame's own block, then those inlined in it.
static void each_variable(Scope *frame, Scope *scope, SymbolVisitor visitor) {
    for (Symbol *symbol = scope->symbols; symbol; symbol = symbol->next) {
        if (is_variable(symbol)) visitor(frame, symbol);
    }
    for (Scope *child = scope->first_child; child; child = child->next_sibling) {
        if (child->inlined) each_variable(frame, child, visitor);
    }
}

static bool is_local(const Symbol *symbol) {
    return !symbol->captured || (symbol->flags & SYM_PARAMETER && !symbol->scope->inlined);
}

static void count_variable(Scope *frame, Symbol *symbol) {
    if (symbol->captured) frame->cell_count++;
    if (is_local(symbol)) frame->local_count++;
}

static void place_parameter(Scope *frame, Symbol *symbol) {
    if (symbol->flags & SYM_PARAMETER && is_local(symbol)) {
        symbol->slot = (i32)frame->local_count;
        frame->locals[frame->local_count++] = (LocalVar){symbol->name, false};
    }
}

static void place_local(Scope *frame, Symbol *symbol) {
    bool parameter = symbol->flags & SYM_PARAMETER && is_local(symbol);
    i32 local = symbol->slot;
    if (is_local(symbol) && !parameter) {
        symbol->slot = (i32)frame->local_count;
        frame->locals[frame->local_count++] = (LocalVar){symbol->name, symbol->scope->inlined};
    }
    if (symbol->captured)
        frame->cells[frame->cell_count++] =
            (CellVar){symbol->name, parameter ? local : -1, symbol->scope->inlined, symbol};
}

static bool cell_before(const CellVar *a, const CellVar *b) {
    if (a->hidden != b->hidden) return b->hidden;
    return name_compare(a->name, b->name) < 0;
}

// Few cells, nearly sorted: insertion is good enough.
static void sort_cells(Scope *frame) {
    for (u32 i = 1; i < frame->cell_count; i++) {
        CellVar cell = frame->cells[i];
        u32 k = i;
        for (; k > 0 && cell_before(&cell, &frame->cells[k - 1]); k--) frame->cells[k] = frame->cells[k - 1];
        frame->cells[k] = cell;
    }
}

static bool place_variables(Resolver *r, Scope *frame) {
    Arena *arena = &r->tree->arena;
    Symbol *implicit[] = {frame->class_cell, frame->classdict_cell, frame->conditional_cell};
    each_variable(frame, frame, count_variable);
    for (u32 i = 0; i < countof(implicit); i++) frame->cell_count += implicit[i] != NULL;
    if (frame->local_count && !(frame->locals = arena_alloc(arena, frame->local_count * sizeof(LocalVar))))
        return memory(r);
    if (frame->cell_count && !(frame->cells = arena_alloc(arena, frame->cell_count * sizeof(CellVar))))
        return memory(r);
    frame->local_count = frame->cell_count = 0;
    each_variable(frame, frame, place_parameter);
    each_variable(frame, frame, place_local);
    for (u32 i = 0; i < countof(implicit); i++) {
        if (implicit[i]) frame->cells[frame->cell_count++] = (CellVar){implicit[i]->name, -1, false, implicit[i]};
    }
    sort_cells(frame);
    for (u32 i = 0; i < frame->cell_count; i++) {
        frame->cells[i].symbol->slot = (i32)i;
        frame->cells[i].symbol->resolution = CELL;
    }
    return true;
}

static u32 free_index(const Scope *frame, const Symbol *target) {
    for (u32 i = 0; i < frame->free_count; i++) {
        if (frame->frees[i].target == target) return i;
    }
    return 0; // not reached: refer has told every frame between
}

// The frame around has its lists already.
static bool place_frees(Resolver *r, Scope *frame) {
    if (!frame->free_count) return true;
    frame->frees = arena_alloc(&r->tree->arena, frame->free_count * sizeof(FreeVar));
    if (!frame->frees) return memory(r);
    u32 count = 0;
    for (FrameFree *free = frame->passed; free; free = free->next) {
        Symbol *target = free->target;
        u32 k = count++;
        for (; k > 0 && name_compare(target->name, frame->frees[k - 1].name) < 0; k--)
            frame->frees[k] = frame->frees[k - 1];
        frame->frees[k] = (FreeVar){.name = target->name, .target = target};
    }
    const Scope *outer = frame->parent->frame;
    for (u32 i = 0; i < count; i++) {
        FreeVar *var = &frame->frees[i];
        var->from_cell = var->target->scope->frame == outer;
        var->index = var->from_cell ? (u32)var->target->slot : free_index(outer, var->target);
    }
    return true;
}

static bool place_scope(Resolver *r, Scope *scope) {
    if (scope->frame == scope && (!place_variables(r, scope) || !place_frees(r, scope))) return false;
    for (Symbol *symbol = scope->symbols; symbol; symbol = symbol->next) {
        Symbol *target = symbol->target;
        if (!target || target == symbol) continue;
        if (target->scope->frame == scope->frame) {
            symbol->slot = target->slot;
            symbol->resolution = target->resolution;
        } else {
            symbol->slot = (i32)free_index(scope->frame, target);
        }
    }
    for (Scope *child = scope->first_child; child; child = child->next_sibling) {
        if (!place_scope(r, child)) return false;
    }
    return true;
}

bool scopes_resolve(Tree *tree, Scope *module) {
    Resolver resolver = {
        .tree = tree,
        .class_word = names_word(&tree->names, "__class__"),
        .classdict_word = names_word(&tree->names, "__classdict__"),
        .conditional_word = names_word(&tree->names, "__conditional_annotations__"),
    };
    Resolver *r = &resolver;
    if (!r->class_word || !r->classdict_word || !r->conditional_word) return memory(r);
    return resolve_scope(r, module) && place_scope(r, module);
}
