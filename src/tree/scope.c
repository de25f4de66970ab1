// scope.c: the first pass of scope_build: walks the tree, opens a scope for every block, and notes what each block does
// with each name. Names are visited in the order in which the code will run, since co_varnames has that order.
// resolve.c then decides what the names mean.
#include "tree/scope_inside.h"

typedef struct Pass {
    Tree *tree;
    Scope *scope;        // the current block
    Name *private_name;  // the class whose private names are mangled, or NULL
    const Node *generic; // inside the type parameters or bases of this generic class only its parameters are mangled
    u32 future_line, future_column; // behind the last __future__ import that may be there
    struct {
        Node **items;
        u32 count, capacity;
    } spine; // see visit_spine
} Pass;

static bool visit(Pass *s, Node *node);

static bool memory(Pass *s) {
    if (!s->tree->error.kind) s->tree->error.kind = ERROR_MEMORY;
    return false;
}

static bool fail(Pass *s, const Node *node, const char *format, const Name *name) {
    tree_late_error(s->tree, node, format, name ? (const char *)name->text : "");
    return false;
}

// Symbols -------------------------------------------------------------------------------------------------------------

Symbol *symbol_find(const Scope *scope, const Name *name) {
    if (!scope->buckets) {
        for (Symbol *symbol = scope->symbols; symbol; symbol = symbol->next) {
            if (symbol->name == name) return symbol;
        }
        return NULL;
    }
    for (Symbol *symbol = scope->buckets[name->hash & scope->mask]; symbol; symbol = symbol->chain) {
        if (symbol->name == name) return symbol;
    }
    return NULL;
}

enum { FEW_SYMBOLS = 8 }; // up to here a list is searched as fast as a table

static bool rehash(Pass *s, Scope *scope) {
    u32 size = scope->buckets ? (scope->mask + 1) * 4 : FEW_SYMBOLS * 4;
    scope->buckets = arena_alloc(&s->tree->arena, size * sizeof(Symbol *));
    if (!scope->buckets) return memory(s);
    scope->mask = size - 1;
    for (Symbol *symbol = scope->symbols; symbol; symbol = symbol->next) {
        Symbol **bucket = &scope->buckets[symbol->name->hash & scope->mask];
        symbol->chain = *bucket;
        *bucket = symbol;
    }
    return true;
}

// The entry of a stored name, made when it is not there. NULL: out of memory.
static Symbol *symbol_enter(Pass *s, Scope *scope, Name *name) {
    Symbol *symbol = symbol_find(scope, name);
    if (symbol) return symbol;
    symbol = arena_alloc(&s->tree->arena, sizeof *symbol);
    if (!symbol) return memory(s), NULL;
    symbol->name = name;
    symbol->slot = -1;
    symbol->scope = scope;
    if (scope->last_symbol) scope->last_symbol->next = symbol;
    else scope->symbols = symbol;
    scope->last_symbol = symbol;
    scope->symbol_count++;
    if (scope->buckets) {
        Symbol **bucket = &scope->buckets[name->hash & scope->mask];
        symbol->chain = *bucket;
        *bucket = symbol;
    }
    if (scope->buckets ? scope->symbol_count > scope->mask : scope->symbol_count > FEW_SYMBOLS) {
        if (!rehash(s, scope)) return NULL;
    }
    return symbol;
}

// Mangling ------------------------------------------------------------------------------------------------------------

// Is it __x, and neither __x__ nor a.b?
static bool is_private(const Name *name) {
    const u8 *text = name->text;
    u32 n = name->length;
    return n > 2 && text[0] == '_' && text[1] == '_' && !(text[n - 1] == '_' && text[n - 2] == '_') &&
           !memchr(text, '.', n);
}

Name *scope_mangle(Tree *tree, const Name *class_name, Name *name) {
    if (likely(!class_name || !is_private(name))) return name;
    const u8 *from = class_name->text, *end = from + class_name->length;
    while (from < end && *from == '_') from++;
    if (from == end) return name;
    u32 n = (u32)(end - from);
    u8 *text = arena_alloc(&tree->arena, 1 + n + name->length);
    if (!text) return NULL;
    text[0] = '_';
    memcpy(text + 1, from, n);
    memcpy(text + 1 + n, name->text, name->length);
    return names_intern(&tree->names, text, 1 + n + name->length);
}

static const Name *type_param_name(const Node *param) {
    return param->kind == NODE_TypeVar ? param->TypeVar.name : param->ParamSpec.name;
}

// NULL: out of memory, reported.
static Name *mangle(Pass *s, Name *name) {
    if (likely(!s->private_name || !is_private(name))) return name;
    if (s->generic) {
        const Seq *params = &s->generic->ClassDef.type_params;
        u32 i = 0;
        while (i < params->count && type_param_name(params->items[i]) != name) i++;
        if (i == params->count) return name;
    }
    Name *mangled = scope_mangle(s->tree, s->private_name, name);
    if (!mangled) memory(s);
    return mangled;
}

Symbol *scope_symbol(const Scope *scope, const Name *name) {
    Symbol *symbol = symbol_find(scope, name);
    if (likely(symbol || !scope->class_name || !is_private(name))) return symbol;
    // A private name: look for one that ends in it, behind the class.
    const u8 *from = scope->class_name->text, *end = from + scope->class_name->length;
    while (from < end && *from == '_') from++;
    u32 n = (u32)(end - from);
    for (symbol = scope->symbols; symbol; symbol = symbol->next) {
        const Name *stored = symbol->name;
        if (stored->length == 1 + n + name->length && stored->text[0] == '_' &&
            memcmp(stored->text + 1, from, n) == 0 && memcmp(stored->text + 1 + n, name->text, name->length) == 0)
            return symbol;
    }
    return NULL;
}

// Notes ---------------------------------------------------------------------------------------------------------------

static bool check_debug(Pass *s, const Name *name, const Node *node, u8 context) {
    if (likely(context == CTX_LOAD || name->length != 9 || !name_is(name, "__debug__"))) return true;
    return fail(s, node, context == CTX_DEL ? "cannot delete __debug__" : "cannot assign to __debug__", NULL);
}

// Notes what a block does with a name as it is stored.
static Symbol *note_in(Pass *s, Scope *scope, Name *name, u16 flags, const Node *node) {
    Symbol *symbol = symbol_enter(s, scope, name);
    if (!symbol) return NULL;
    if (flags & symbol->flags & SYM_PARAMETER)
        return fail(s, node, "duplicate argument '%s' in function definition", name), NULL;
    if (flags & symbol->flags & SYM_TYPE_PARAMETER) return fail(s, node, "duplicate type parameter '%s'", name), NULL;
    symbol->flags |= flags;
    if (scope->in_target) {
        if (symbol->flags & (SYM_GLOBAL | SYM_NONLOCAL))
            return fail(s, node, "comprehension inner loop cannot rebind assignment expression target '%s'", name),
                   NULL;
        symbol->flags |= SYM_ITERATION;
    }
    return symbol;
}

// The same for a name as it is written, in the current block; answers the stored name in *stored (may be NULL).
static bool note(Pass *s, Name *name, u16 flags, const Node *node, Name **stored) {
    if (flags != SYM_USED && !check_debug(s, name, node, CTX_STORE)) return false;
    Name *mangled = mangle(s, name);
    if (!mangled) return false;
    if (stored) *stored = mangled;
    return note_in(s, s->scope, mangled, flags, node) != NULL;
}

// A name that no program can write, or that CPython adds.
static bool note_word(Pass *s, const char *word, u16 flags, const Node *node) {
    Name *name = names_word(&s->tree->names, word);
    return name ? note_in(s, s->scope, name, flags, node) != NULL : memory(s);
}

// Blocks --------------------------------------------------------------------------------------------------------------

static Scope *scope_new(Pass *s, u8 kind, Name *name, Node *node) {
    Scope *scope = arena_alloc(&s->tree->arena, sizeof *scope), *parent = s->scope;
    if (!scope || !name) return memory(s), NULL;
    scope->kind = kind;
    scope->name = name;
    scope->node = node;
    scope->parent = parent;
    scope->frame = scope;
    scope->class_name = s->private_name;
    if (parent) {
        scope->nested = parent->nested || is_function_like(parent);
        if (parent->last_child) parent->last_child->next_sibling = scope;
        else parent->first_child = scope;
        parent->last_child = scope;
    }
    return scope;
}

static Scope *scope_word(Pass *s, u8 kind, const char *word, Node *node) {
    return scope_new(s, kind, names_word(&s->tree->names, word), node);
}

// Makes a block current; closed by s->scope = scope->parent.
static bool open_scope(Pass *s, Scope **place, Scope *scope) {
    *place = scope;
    if (scope) s->scope = scope;
    return scope != NULL;
}

static void close_scope(Pass *s) { s->scope = s->scope->parent; }

// A block that evaluates something later: annotations, a type alias, a bound. In a class it sees the class's names.
static bool open_deferred(Pass *s, Scope **place, u8 kind, Name *name, Node *node, bool in_class) {
    if (!open_scope(s, place, scope_new(s, kind, name, node))) return false;
    if (!note_word(s, ".format", SYM_PARAMETER | SYM_USED, node)) return false;
    s->scope->can_see_class = in_class;
    return !in_class || note_word(s, "__classdict__", SYM_USED, node);
}

static bool has_docstring(const Seq *body) {
    if (body->count == 0 || body->items[0]->kind != NODE_Expr) return false;
    const Node *value = body->items[0]->Expr.value;
    return value->kind == NODE_Constant && value->Constant.value.kind == CONST_STR;
}

static bool visit_seq(Pass *s, const Seq *seq) {
    for (u32 i = 0; i < seq->count; i++) {
        if (seq->items[i] && !visit(s, seq->items[i])) return false;
    }
    return true;
}

static bool visit_maybe(Pass *s, Node *node) { return !node || visit(s, node); }

// Expressions that are not allowed in annotations and their like.
static bool check_deferred(Pass *s, const Node *node, const char *what) {
    const char *where = NULL;
    switch (s->scope->kind) {
    case SCOPE_ANNOTATIONS: where = "an annotation"; break;
    case SCOPE_TYPE_VARIABLE: where = s->scope->where; break;
    case SCOPE_TYPE_ALIAS: where = "a type alias"; break;
    case SCOPE_TYPE_PARAMETERS: where = "the definition of a generic"; break;
    }
    if (where) tree_late_error(s->tree, node, "%s cannot be used within %s", what, where);
    return !where;
}

static bool allows_top_level_await(const Pass *s) {
    return s->tree->flags & TREE_ALLOW_TOP_LEVEL_AWAIT && s->scope->kind == SCOPE_MODULE;
}

static bool is_async_function(const Scope *scope) {
    return scope->is_coroutine &&
           (scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_LAMBDA || is_comprehension(scope));
}

// Expressions ---------------------------------------------------------------------------------------------------------

static bool visit_name(Pass *s, Node *node) {
    if (s->scope->unevaluated) return true;
    if (!check_debug(s, node->Name.id, node, node->Name.ctx)) return false;
    Name *name = mangle(s, node->Name.id);
    if (!name) return false;
    node->Name.id = name;
    bool load = node->Name.ctx == CTX_LOAD;
    if (!note_in(s, s->scope, name, load ? SYM_USED : SYM_ASSIGNED, node)) return false;
    if (load && name->length == 5 && is_function_like(s->scope) && name_is(name, "super"))
        return note_word(s, "__class__", SYM_USED, node);
    return true;
}

// `x := value` in a comprehension binds x in the block around it.
static bool extend_binding(Pass *s, Node *target) {
    Name *name = mangle(s, target->Name.id);
    if (!name) return false;
    for (Scope *scope = s->scope;; scope = scope->parent) {
        Symbol *symbol = symbol_find(scope, name);
        const char *where = NULL;
        switch (scope->kind) {
        case SCOPE_COMPREHENSION:
        case SCOPE_GENERATOR:
            if (symbol && (symbol->flags & (SYM_ITERATION | SYM_ASSIGNED)) == (SYM_ITERATION | SYM_ASSIGNED))
                return fail(s, target, "assignment expression cannot rebind comprehension iteration variable '%s'",
                            name);
            continue;
        case SCOPE_CLASS: where = "cannot be used in a class body"; break;
        case SCOPE_TYPE_VARIABLE: where = "cannot be used in a TypeVar bound"; break;
        case SCOPE_TYPE_ALIAS: where = "cannot be used in a type alias"; break;
        case SCOPE_TYPE_PARAMETERS: where = "cannot be used within the definition of a generic"; break;
        case SCOPE_ANNOTATIONS: continue;
        }
        if (where) {
            tree_late_error(s->tree, target, "assignment expression within a comprehension %s", where);
            return false;
        }
        bool global = scope->kind == SCOPE_MODULE || (symbol && symbol->flags & SYM_GLOBAL);
        Symbol *inner = note_in(s, s->scope, name, global ? SYM_GLOBAL : SYM_NONLOCAL, target);
        if (!inner) return false;
        if (!inner->where) inner->where = target;
        u16 flags = scope->kind == SCOPE_MODULE ? SYM_GLOBAL : SYM_ASSIGNED;
        return note_in(s, scope, name, flags, target) != NULL;
    }
}

static bool visit_named(Pass *s, Node *node) {
    if (!check_deferred(s, node, "named expression")) return false;
    if (s->scope->iterables)
        return fail(s, node, "assignment expression cannot be used in a comprehension iterable expression", NULL);
    if (is_comprehension(s->scope) && !extend_binding(s, node->NamedExpr.target)) return false;
    return visit(s, node->NamedExpr.value) && visit(s, node->NamedExpr.target);
}

static bool visit_params(Pass *s, const Seq *params) {
    for (u32 i = 0; i < params->count; i++) {
        Node *param = params->items[i];
        if (!note(s, param->arg.arg, SYM_PARAMETER, param, &param->arg.arg)) return false;
    }
    return true;
}

static bool visit_param(Pass *s, Node *param) {
    return !param || note(s, param->arg.arg, SYM_PARAMETER, param, &param->arg.arg);
}

// The parameters, as names of the current block.
static bool enter_params(Pass *s, Node *args) {
    Scope *scope = s->scope;
    scope->posonly = args->arguments.posonlyargs.count;
    scope->parameters = scope->posonly + args->arguments.args.count;
    scope->kwonly = args->arguments.kwonlyargs.count;
    scope->has_varargs = args->arguments.vararg;
    scope->has_varkeywords = args->arguments.kwarg;
    return visit_params(s, &args->arguments.posonlyargs) && visit_params(s, &args->arguments.args) &&
           visit_params(s, &args->arguments.kwonlyargs) && visit_param(s, args->arguments.vararg) &&
           visit_param(s, args->arguments.kwarg);
}

static bool visit_defaults(Pass *s, const Node *args) {
    return visit_seq(s, &args->arguments.defaults) && visit_seq(s, &args->arguments.kw_defaults);
}

static bool visit_lambda(Pass *s, Node *node) {
    if (!visit_defaults(s, node->Lambda.args)) return false;
    if (!open_scope(s, &node->Lambda.scope, scope_word(s, SCOPE_LAMBDA, "<lambda>", node))) return false;
    if (!enter_params(s, node->Lambda.args) || !visit(s, node->Lambda.body)) return false;
    close_scope(s);
    return true;
}

static bool visit_iterable(Pass *s, Node *node) {
    Scope *scope = s->scope;
    scope->iterables++;
    bool done = visit(s, node);
    scope->iterables--;
    return done;
}

static bool visit_target(Pass *s, Node *node) {
    Scope *scope = s->scope;
    scope->in_target = true;
    bool done = visit(s, node);
    scope->in_target = false;
    return done;
}

// The first iterable belongs to the block around; everything else to the comprehension's own.
static bool visit_comprehension(Pass *s, Node *node, Seq *generators, Scope **place, Node *elt, Node *value) {
    static const char *const names[] = {"<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"};
    bool generator = node->kind == NODE_GeneratorExp;
    if (!visit_iterable(s, generators->items[0]->comprehension.iter)) return false;
    u8 kind = generator ? SCOPE_GENERATOR : SCOPE_COMPREHENSION;
    Scope *outer = s->scope, *scope;
    if (!open_scope(s, place, scope_word(s, kind, names[node->kind - NODE_ListComp], node))) return false;
    scope = s->scope;
    // Inlined, but for those in annotations and the like of a class: they need a frame to see the class's names from.
    scope->inlined = !generator && !outer->can_see_class;
    if (scope->inlined) scope->frame = outer->frame;
    else scope->parameters = 1;
    if (!scope->inlined && !note_word(s, ".0", SYM_PARAMETER | SYM_USED, node)) return false;
    for (u32 i = 0; i < generators->count; i++) {
        Node *clause = generators->items[i];
        if (clause->comprehension.is_async) scope->is_coroutine = true;
        if (i && !visit_iterable(s, clause->comprehension.iter)) return false;
        if (!visit_target(s, clause->comprehension.target) || !visit_seq(s, &clause->comprehension.ifs)) return false;
    }
    if (!visit(s, elt) || !visit_maybe(s, value)) return false;
    scope->is_generator = generator;
    close_scope(s);
    if (!scope->is_coroutine || generator) return true;
    if (!is_async_function(outer) && !is_comprehension(outer) && !allows_top_level_await(s))
        return fail(s, node, "asynchronous comprehension outside of an asynchronous function", NULL);
    outer->is_coroutine = true;
    return true;
}

static bool visit_yield(Pass *s, Node *node) {
    if (!check_deferred(s, node, "yield expression") || !visit_maybe(s, node->Yield.value)) return false;
    s->scope->is_generator = s->scope->has_yield = true;
    if (!is_comprehension(s->scope)) return true;
    switch (s->scope->node->kind) {
    case NODE_ListComp: return fail(s, node, "'yield' inside list comprehension", NULL);
    case NODE_SetComp: return fail(s, node, "'yield' inside set comprehension", NULL);
    case NODE_DictComp: return fail(s, node, "'yield' inside dict comprehension", NULL);
    }
    return fail(s, node, "'yield' inside generator expression", NULL);
}

static bool visit_await(Pass *s, Node *node) {
    if (!check_deferred(s, node, "await expression")) return false;
    if (!allows_top_level_await(s)) {
        if (!is_function_like(s->scope)) return fail(s, node, "'await' outside function", NULL);
        if (!is_async_function(s->scope) && !is_comprehension(s->scope))
            return fail(s, node, "'await' outside async function", NULL);
    }
    if (!visit(s, node->Await.value)) return false;
    s->scope->is_coroutine = true;
    return true;
}

static bool visit_keywords(Pass *s, const Seq *keywords) {
    for (u32 i = 0; i < keywords->count; i++) {
        Node *keyword = keywords->items[i];
        if (keyword->keyword.arg && !check_debug(s, keyword->keyword.arg, keyword, CTX_STORE)) return false;
        if (!visit(s, keyword->keyword.value)) return false;
    }
    return true;
}

static bool visit_attribute(Pass *s, Node *node) {
    if (!check_debug(s, node->Attribute.attr, node, node->Attribute.ctx)) return false;
    Name *name = mangle(s, node->Attribute.attr);
    if (!name) return false;
    node->Attribute.attr = name;
    return true;
}

// What hangs to the left of a BinOp, Attribute, Call or Subscript may be thousands deep (`a + b + c + ...`): it is
// walked by a loop. Answers the left part, NULL for other kinds.
static Node *left_part(const Node *node) {
    switch (node->kind) {
    case NODE_BinOp: return node->BinOp.left;
    case NODE_Attribute: return node->Attribute.value;
    case NODE_Call: return node->Call.func;
    case NODE_Subscript: return node->Subscript.value;
    }
    return NULL;
}

static bool visit_right_part(Pass *s, Node *node) {
    switch (node->kind) {
    case NODE_BinOp: return visit(s, node->BinOp.right);
    case NODE_Attribute: return visit_attribute(s, node);
    case NODE_Call: return visit_seq(s, &node->Call.args) && visit_keywords(s, &node->Call.keywords);
    }
    return visit(s, node->Subscript.slice);
}

static bool push_spine(Pass *s, Node *node) {
    if (s->spine.count == s->spine.capacity) {
        u32 old = s->spine.capacity, new = old ? old * 2 : 64;
        Node **items = mem_realloc(s->tree->arena.mem, s->spine.items, old * sizeof(Node *), new * sizeof(Node *));
        if (!items) return memory(s);
        s->spine.items = items;
        s->spine.capacity = new;
    }
    s->spine.items[s->spine.count++] = node;
    return true;
}

static bool visit_spine(Pass *s, Node *node) {
    u32 mark = s->spine.count;
    for (Node *left; (left = left_part(node)); node = left) {
        if (!push_spine(s, node)) return false;
    }
    if (!visit(s, node)) return false;
    while (s->spine.count > mark) {
        if (!visit_right_part(s, s->spine.items[--s->spine.count])) return false;
    }
    return true;
}

static bool visit_dict(Pass *s, Node *node) {
    for (u32 i = 0; i < node->Dict.keys.count; i++) {
        if (!visit_maybe(s, node->Dict.keys.items[i]) || !visit(s, node->Dict.values.items[i])) return false;
    }
    return true;
}

// Patterns ------------------------------------------------------------------------------------------------------------

static bool bind_pattern(Pass *s, Node *node, Name **name) {
    return !*name || note(s, *name, SYM_ASSIGNED, node, name);
}

static bool visit_pattern(Pass *s, Node *node) {
    switch (node->kind) {
    case NODE_MatchValue: return visit(s, node->MatchValue.value);
    case NODE_MatchSequence: return visit_seq(s, &node->MatchSequence.patterns);
    case NODE_MatchOr: return visit_seq(s, &node->MatchOr.patterns);
    case NODE_MatchStar: return bind_pattern(s, node, &node->MatchStar.name);
    case NODE_MatchAs: return visit_maybe(s, node->MatchAs.pattern) && bind_pattern(s, node, &node->MatchAs.name);
    case NODE_MatchMapping:
        return visit_seq(s, &node->MatchMapping.keys) && visit_seq(s, &node->MatchMapping.patterns) &&
               bind_pattern(s, node, &node->MatchMapping.rest);
    case NODE_MatchClass:
        if (!visit(s, node->MatchClass.cls) || !visit_seq(s, &node->MatchClass.patterns)) return false;
        for (u32 i = 0; i < node->MatchClass.kwd_attrs.count; i++) {
            if (!check_debug(s, node->MatchClass.kwd_attrs.items[i], node->MatchClass.kwd_patterns.items[i], CTX_STORE))
                return false;
        }
        return visit_seq(s, &node->MatchClass.kwd_patterns);
    }
    return true; // MatchSingleton
}

// Definitions ---------------------------------------------------------------------------------------------------------

static bool visit_bound(Pass *s, Node *param, Node *value, Scope **place, Name *name, const char *where) {
    if (name_is(name, "__classdict__"))
        return fail(s, param, "reserved name '%s' cannot be used for type parameter", name);
    if (!value) return true;
    if (!open_deferred(s, place, SCOPE_TYPE_VARIABLE, name, param, s->scope->can_see_class)) return false;
    s->scope->where = where;
    if (!visit(s, value)) return false;
    close_scope(s);
    return true;
}

static bool visit_type_params(Pass *s, const Seq *params) {
    for (u32 i = 0; i < params->count; i++) {
        Node *param = params->items[i];
        Name *name = (Name *)type_param_name(param);
        if (!note(s, name, SYM_TYPE_PARAMETER | SYM_ASSIGNED, param, NULL)) return false;
        if (param->kind == NODE_TypeVar) {
            Node *bound = param->TypeVar.bound;
            const char *where = bound && bound->kind == NODE_Tuple ? "a TypeVar constraint" : "a TypeVar bound";
            if (!visit_bound(s, param, bound, &param->TypeVar.bound_scope, name, where)) return false;
            if (!visit_bound(s, param, param->TypeVar.default_value, &param->TypeVar.default_scope, name,
                             "a TypeVar default"))
                return false;
        } else {
            const char *where = param->kind == NODE_ParamSpec ? "a ParamSpec default" : "a TypeVarTuple default";
            if (!visit_bound(s, param, param->ParamSpec.default_value, &param->ParamSpec.default_scope, name, where))
                return false;
        }
    }
    return true;
}

// The block around a generic definition, in which its type parameters live.
static bool open_type_params(Pass *s, Scope **place, Name *name, Node *node) {
    bool in_class = s->scope->kind == SCOPE_CLASS;
    if (!open_scope(s, place, scope_new(s, SCOPE_TYPE_PARAMETERS, name, node))) return false;
    s->scope->can_see_class = in_class;
    if (in_class && !note_word(s, "__classdict__", SYM_USED, node)) return false;
    if (node->kind == NODE_ClassDef)
        return note_word(s, ".type_params", SYM_ASSIGNED | SYM_USED, node) &&
               note_word(s, ".generic_base", SYM_ASSIGNED | SYM_USED, node);
    if (node->kind == NODE_TypeAlias) return true;
    const Node *args = node->FunctionDef.args;
    bool kwdefaults = false;
    for (u32 i = 0; i < args->arguments.kw_defaults.count; i++)
        kwdefaults |= args->arguments.kw_defaults.items[i] != NULL;
    return (args->arguments.defaults.count == 0 || note_word(s, ".defaults", SYM_PARAMETER, node)) &&
           (!kwdefaults || note_word(s, ".kwdefaults", SYM_PARAMETER, node));
}

// A block that hangs nowhere, for what is walked only to find its errors.
static Scope *scope_aside(Pass *s, Node *node) {
    Scope *outer = s->scope, *last = outer->last_child;
    Scope *scope = scope_word(s, SCOPE_ANNOTATIONS, "__annotate__", node);
    if (!scope) return NULL;
    if (last) last->next_sibling = NULL;
    else outer->first_child = NULL;
    outer->last_child = last;
    scope->unevaluated = true;
    return scope;
}

static bool visit_annotation_of(Pass *s, Node *param) { return !param || visit_maybe(s, param->arg.annotation); }

static bool visit_annotations_of(Pass *s, const Seq *params) {
    for (u32 i = 0; i < params->count; i++) {
        if (!visit_annotation_of(s, params->items[i])) return false;
    }
    return true;
}

static bool any_annotation(const Seq *params) {
    for (u32 i = 0; i < params->count; i++) {
        if (params->items[i]->arg.annotation) return true;
    }
    return false;
}

// __annotate__ of a function, when it has annotations that will be evaluated.
static bool visit_signature(Pass *s, Node *node) {
    const Node *args = node->FunctionDef.args;
    if (!node->FunctionDef.returns && !any_annotation(&args->arguments.posonlyargs) &&
        !any_annotation(&args->arguments.args) && !any_annotation(&args->arguments.kwonlyargs) &&
        !(args->arguments.vararg && args->arguments.vararg->arg.annotation) &&
        !(args->arguments.kwarg && args->arguments.kwarg->arg.annotation))
        return true;
    bool in_class = s->scope->can_see_class || s->scope->kind == SCOPE_CLASS;
    Name *name = names_word(&s->tree->names, "__annotate__");
    Scope *outer = s->scope, *aside;
    if (s->tree->flags & TREE_FUTURE_ANNOTATIONS) {
        if (!open_scope(s, &aside, scope_aside(s, node))) return false;
    } else if (!open_deferred(s, &node->FunctionDef.annotation_scope, SCOPE_ANNOTATIONS, name, node, in_class)) {
        return false;
    }
    if (!visit_annotations_of(s, &args->arguments.posonlyargs) || !visit_annotations_of(s, &args->arguments.args) ||
        !visit_annotation_of(s, args->arguments.vararg) || !visit_annotation_of(s, args->arguments.kwarg) ||
        !visit_annotations_of(s, &args->arguments.kwonlyargs) || !visit_maybe(s, node->FunctionDef.returns))
        return false;
    s->scope = outer;
    return true;
}

static bool visit_function(Pass *s, Node *node) {
    if (!visit_seq(s, &node->FunctionDef.decorator_list) || !visit_defaults(s, node->FunctionDef.args)) return false;
    // The name is bound at last, but a function may not bind a name that it declares global later.
    Scope *outer = s->scope;
    bool generic = node->FunctionDef.type_params.count > 0;
    if (generic) {
        if (!open_type_params(s, &node->FunctionDef.type_scope, node->FunctionDef.name, node)) return false;
        if (!visit_type_params(s, &node->FunctionDef.type_params)) return false;
    }
    if (!visit_signature(s, node)) return false;
    if (!open_scope(s, &node->FunctionDef.scope, scope_new(s, SCOPE_FUNCTION, node->FunctionDef.name, node)))
        return false;
    s->scope->is_coroutine = node->kind == NODE_AsyncFunctionDef;
    s->scope->has_docstring = has_docstring(&node->FunctionDef.body);
    if (!enter_params(s, node->FunctionDef.args) || !visit_seq(s, &node->FunctionDef.body)) return false;
    s->scope = outer;
    return note(s, node->FunctionDef.name, SYM_ASSIGNED, node, NULL);
}

static bool visit_class(Pass *s, Node *node) {
    if (!visit_seq(s, &node->ClassDef.decorator_list)) return false;
    Scope *outer = s->scope;
    Name *private_name = s->private_name;
    const Node *generic = s->generic;
    Name *name = node->ClassDef.name;
    bool has_params = node->ClassDef.type_params.count > 0;
    if (has_params) {
        if (!open_type_params(s, &node->ClassDef.type_scope, name, node)) return false;
        s->private_name = s->scope->class_name = name;
        s->generic = node;
        if (!visit_type_params(s, &node->ClassDef.type_params)) return false;
    }
    if (!visit_seq(s, &node->ClassDef.bases) || !visit_keywords(s, &node->ClassDef.keywords)) return false;
    s->private_name = name;
    s->generic = NULL;
    if (!open_scope(s, &node->ClassDef.scope, scope_new(s, SCOPE_CLASS, name, node))) return false;
    if (has_params &&
        (!note_word(s, "__type_params__", SYM_ASSIGNED, node) || !note_word(s, ".type_params", SYM_USED, node)))
        return false;
    s->scope->has_docstring = has_docstring(&node->ClassDef.body);
    if (!visit_seq(s, &node->ClassDef.body)) return false;
    s->scope = outer;
    s->private_name = private_name;
    s->generic = generic;
    return note(s, name, SYM_ASSIGNED, node, NULL);
}

static bool visit_type_alias(Pass *s, Node *node) {
    Scope *outer = s->scope;
    Name *name = node->TypeAlias.name->Name.id;
    bool in_class = outer->kind == SCOPE_CLASS;
    if (node->TypeAlias.type_params.count) {
        if (!open_type_params(s, &node->TypeAlias.type_scope, name, node)) return false;
        if (!visit_type_params(s, &node->TypeAlias.type_params)) return false;
    }
    if (!open_deferred(s, &node->TypeAlias.scope, SCOPE_TYPE_ALIAS, name, node, in_class)) return false;
    if (!visit(s, node->TypeAlias.value)) return false;
    s->scope = outer;
    return note(s, name, SYM_ASSIGNED, node->TypeAlias.name, NULL);
}

// Statements ----------------------------------------------------------------------------------------------------------

// The annotation of a variable belongs to the __annotate__ of its module or class; in a function it is never evaluated.
// Under `from __future__ import annotations` none is: annotations are strings then, and there are no scopes for them.
static bool visit_annotation(Pass *s, Node *node) {
    Scope *outer = s->scope, *scope = outer->annotations;
    Node *annotation = node->AnnAssign.annotation;
    Name *name = names_word(&s->tree->names, "__annotate__");
    if (!name) return memory(s);
    if (is_function_like(outer) || s->tree->flags & TREE_FUTURE_ANNOTATIONS) {
        if (!(s->scope = scope_aside(s, node))) return false;
        bool done = visit(s, annotation);
        s->scope = outer;
        return done;
    }
    bool in_class = outer->kind == SCOPE_CLASS;
    node->AnnAssign.conditional = !in_class || outer->in_conditional;
    bool first_conditional = node->AnnAssign.conditional && !outer->has_conditional_annotations;
    if (first_conditional) {
        outer->has_conditional_annotations = true;
        if (!note_word(s, "__conditional_annotations__", SYM_USED, annotation)) return false;
    }
    if (!scope) {
        if (!open_deferred(s, &outer->annotations, SCOPE_ANNOTATIONS, name, node, in_class)) return false;
    } else {
        s->scope = scope;
    }
    if (first_conditional && !note_word(s, "__conditional_annotations__", SYM_USED, annotation)) return false;
    if (!visit(s, annotation)) return false;
    s->scope = outer;
    return true;
}

static bool visit_ann_assign(Pass *s, Node *node) {
    Node *target = node->AnnAssign.target;
    if (target->kind == NODE_Name && node->AnnAssign.simple) {
        Name *name = mangle(s, target->Name.id);
        if (!name) return false;
        Symbol *symbol = symbol_find(s->scope, name);
        if (symbol && symbol->flags & (SYM_GLOBAL | SYM_NONLOCAL) && s->scope->kind != SCOPE_MODULE)
            return fail(s, node,
                        symbol->flags & SYM_GLOBAL ? "annotated name '%s' can't be global"
                                                   : "annotated name '%s' can't be nonlocal",
                        target->Name.id);
        if (!visit_maybe(s, node->AnnAssign.value)) return false;
        if (!note(s, target->Name.id, SYM_ANNOTATED | SYM_ASSIGNED, target, &target->Name.id)) return false;
    } else {
        if (!visit_maybe(s, node->AnnAssign.value)) return false;
        if (target->kind == NODE_Name) {
            if (node->AnnAssign.value && !note(s, target->Name.id, SYM_ASSIGNED, target, &target->Name.id))
                return false;
        } else if (!visit(s, target)) {
            return false;
        }
    }
    return visit_annotation(s, node);
}

static bool visit_directive(Pass *s, Node *node) {
    bool global = node->kind == NODE_Global;
    const char *word = global ? "global" : "nonlocal";
    for (u32 i = 0; i < node->Global.names.count; i++) {
        Name *written = node->Global.names.items[i], *name = mangle(s, written);
        if (!name) return false;
        Symbol *symbol = symbol_find(s->scope, name);
        u16 flags = symbol ? symbol->flags : 0;
        const char *text = (const char *)written->text;
        if (flags & SYM_PARAMETER)
            return tree_late_error(s->tree, node, "name '%s' is parameter and %s", text, word), false;
        if (flags & SYM_USED)
            return tree_late_error(s->tree, node, "name '%s' is used prior to %s declaration", text, word), false;
        if (flags & SYM_ANNOTATED)
            return tree_late_error(s->tree, node, "annotated name '%s' can't be %s", text, word), false;
        if (flags & SYM_ASSIGNED)
            return tree_late_error(s->tree, node, "name '%s' is assigned to before %s declaration", text, word), false;
        if (!(symbol = note_in(s, s->scope, name, global ? SYM_GLOBAL : SYM_NONLOCAL, node))) return false;
        if (!symbol->where) symbol->where = node;
        node->Global.names.items[i] = name;
    }
    return true;
}

static bool visit_imports(Pass *s, const Seq *names) {
    for (u32 i = 0; i < names->count; i++) {
        Node *alias = names->items[i];
        Name *name = alias->alias.asname ? alias->alias.asname : alias->alias.name;
        if (name->length == 1 && name->text[0] == '*') {
            if (s->scope->kind != SCOPE_MODULE) return fail(s, alias, "import * only allowed at module level", NULL);
            continue;
        }
        const u8 *dot = memchr(name->text, '.', name->length);
        if (dot && !(name = names_intern(&s->tree->names, name->text, (u32)(dot - name->text)))) return memory(s);
        if (!note(s, name, SYM_IMPORTED, alias, NULL)) return false;
    }
    return true;
}

static bool visit_import_from(Pass *s, Node *node) {
    if (!visit_imports(s, &node->ImportFrom.names)) return false;
    if (!node->ImportFrom.module || node->ImportFrom.level || !name_is(node->ImportFrom.module, "__future__"))
        return true;
    if (node->lineno > s->future_line || (node->lineno == s->future_line && node->col_offset > s->future_column))
        return fail(s, node, "from __future__ imports must occur at the beginning of the file", NULL);
    return true;
}

static bool visit_handlers(Pass *s, const Seq *handlers) {
    for (u32 i = 0; i < handlers->count; i++) {
        Node *handler = handlers->items[i];
        if (!visit_maybe(s, handler->ExceptHandler.type)) return false;
        Name **name = &handler->ExceptHandler.name;
        if (*name && !note(s, *name, SYM_ASSIGNED, handler, name)) return false;
        if (!visit_seq(s, &handler->ExceptHandler.body)) return false;
    }
    return true;
}

static bool visit_cases(Pass *s, const Seq *cases) {
    for (u32 i = 0; i < cases->count; i++) {
        Node *one = cases->items[i];
        if (!visit(s, one->match_case.pattern) || !visit_maybe(s, one->match_case.guard) ||
            !visit_seq(s, &one->match_case.body))
            return false;
    }
    return true;
}

static bool visit_items(Pass *s, const Seq *items) {
    for (u32 i = 0; i < items->count; i++) {
        Node *item = items->items[i];
        if (!visit(s, item->withitem.context_expr) || !visit_maybe(s, item->withitem.optional_vars)) return false;
    }
    return true;
}

static bool require_coroutine(Pass *s, Node *node, const char *message) {
    if (allows_top_level_await(s)) s->scope->is_coroutine = true;
    return s->scope->is_coroutine || fail(s, node, message, NULL);
}

// Statements whose parts run or do not: annotations in them are conditional.
static bool visit_conditional(Pass *s, Node *node) {
    Scope *scope = s->scope;
    bool before = scope->in_conditional, done = false;
    switch (node->kind) {
    case NODE_If:
        // Chains of elif are long: a loop.
        for (;;) {
            if (!visit(s, node->If.test)) return false;
            scope->in_conditional = true;
            if (!visit_seq(s, &node->If.body)) return false;
            const Seq *orelse = &node->If.orelse;
            done = orelse->count == 1 && orelse->items[0]->kind == NODE_If;
            if (!done) {
                done = visit_seq(s, orelse);
                break;
            }
            node = orelse->items[0];
        }
        break;
    case NODE_For:
    case NODE_AsyncFor:
        if (!visit(s, node->For.iter) || !visit(s, node->For.target)) return false;
        scope->in_conditional = true;
        done = visit_seq(s, &node->For.body) && visit_seq(s, &node->For.orelse);
        break;
    case NODE_While:
        if (!visit(s, node->While.test)) return false;
        scope->in_conditional = true;
        done = visit_seq(s, &node->While.body) && visit_seq(s, &node->While.orelse);
        break;
    case NODE_With:
    case NODE_AsyncWith:
        scope->in_conditional = true;
        done = visit_items(s, &node->With.items) && visit_seq(s, &node->With.body);
        break;
    case NODE_Match:
        if (!visit(s, node->Match.subject)) return false;
        scope->in_conditional = true;
        done = visit_cases(s, &node->Match.cases);
        break;
    case NODE_Try:
    case NODE_TryStar:
        scope->in_conditional = true;
        done = visit_seq(s, &node->Try.body) && visit_seq(s, &node->Try.orelse) &&
               visit_handlers(s, &node->Try.handlers) && visit_seq(s, &node->Try.finalbody);
        break;
    }
    scope->in_conditional = before;
    return done;
}

static bool visit(Pass *s, Node *node) {
    switch (node->kind) {
    case NODE_Name: return visit_name(s, node);
    case NODE_Constant: return true;
    case NODE_BinOp:
    case NODE_Attribute:
    case NODE_Call:
    case NODE_Subscript: return visit_spine(s, node);
    case NODE_Expr: return visit(s, node->Expr.value);
    case NODE_Assign: return visit(s, node->Assign.value) && visit_seq(s, &node->Assign.targets);
    case NODE_AugAssign: return visit(s, node->AugAssign.target) && visit(s, node->AugAssign.value);
    case NODE_AnnAssign: return visit_ann_assign(s, node);
    case NODE_Return:
        if (node->Return.value) s->scope->returns_value = true;
        return visit_maybe(s, node->Return.value);
    case NODE_FunctionDef:
    case NODE_AsyncFunctionDef: return visit_function(s, node);
    case NODE_ClassDef: return visit_class(s, node);
    case NODE_TypeAlias: return visit_type_alias(s, node);
    case NODE_AsyncFor:
        if (!require_coroutine(s, node, "'async for' outside async function")) return false;
        return visit_conditional(s, node);
    case NODE_AsyncWith:
        if (!require_coroutine(s, node, "'async with' outside async function")) return false;
        return visit_conditional(s, node);
    case NODE_If:
    case NODE_For:
    case NODE_While:
    case NODE_With:
    case NODE_Match:
    case NODE_Try:
    case NODE_TryStar: return visit_conditional(s, node);
    case NODE_Delete: return visit_seq(s, &node->Delete.targets);
    case NODE_Raise: return visit_maybe(s, node->Raise.exc) && visit_maybe(s, node->Raise.cause);
    case NODE_Assert: return visit(s, node->Assert.test) && visit_maybe(s, node->Assert.msg);
    case NODE_Import: return visit_imports(s, &node->Import.names);
    case NODE_ImportFrom: return visit_import_from(s, node);
    case NODE_Global:
    case NODE_Nonlocal: return visit_directive(s, node);
    case NODE_BoolOp: return visit_seq(s, &node->BoolOp.values);
    case NODE_NamedExpr: return visit_named(s, node);
    case NODE_UnaryOp: return visit(s, node->UnaryOp.operand);
    case NODE_Lambda: return visit_lambda(s, node);
    case NODE_IfExp: return visit(s, node->IfExp.test) && visit(s, node->IfExp.body) && visit(s, node->IfExp.orelse);
    case NODE_Dict: return visit_dict(s, node);
    case NODE_Set:
    case NODE_List:
    case NODE_Tuple: return visit_seq(s, &node->List.elts);
    case NODE_ListComp:
    case NODE_SetComp:
    case NODE_GeneratorExp:
        return visit_comprehension(s, node, &node->ListComp.generators, &node->ListComp.scope, node->ListComp.elt,
                                   NULL);
    case NODE_DictComp:
        return visit_comprehension(s, node, &node->DictComp.generators, &node->DictComp.scope, node->DictComp.key,
                                   node->DictComp.value);
    case NODE_Await: return visit_await(s, node);
    case NODE_Yield:
    case NODE_YieldFrom: return visit_yield(s, node);
    case NODE_Compare: return visit(s, node->Compare.left) && visit_seq(s, &node->Compare.comparators);
    case NODE_FormattedValue:
        return visit(s, node->FormattedValue.value) && visit_maybe(s, node->FormattedValue.format_spec);
    case NODE_Interpolation:
        return visit(s, node->Interpolation.value) && visit_maybe(s, node->Interpolation.format_spec);
    case NODE_JoinedStr:
    case NODE_TemplateStr: return visit_seq(s, &node->JoinedStr.values);
    case NODE_Starred: return visit(s, node->Starred.value);
    case NODE_Slice:
        return visit_maybe(s, node->Slice.lower) && visit_maybe(s, node->Slice.upper) &&
               visit_maybe(s, node->Slice.step);
    }
    return node->kind >= NODE_MatchValue && node->kind <= NODE_MatchOr ? visit_pattern(s, node) : true;
}

// The entry -----------------------------------------------------------------------------------------------------------

static bool visit_module(Pass *s, Node *root) {
    // Module, Interactive and Expression keep their scopes in different places.
    Scope **place = root->kind == NODE_Expression ? &root->Expression.scope : &root->Module.scope;
    if (!open_scope(s, place, scope_word(s, SCOPE_MODULE, "<module>", root))) return false;
    if (root->kind == NODE_Expression) return visit(s, root->Expression.body);
    s->scope->has_docstring = root->kind == NODE_Module && has_docstring(&root->Module.body);
    return visit_seq(s, &root->Module.body);
}

Scope *scope_build(Tree *tree) {
    Pass pass = {.tree = tree}, *s = &pass;
    bool done = tree_check_futures(tree, &s->future_line, &s->future_column) && visit_module(s, tree->root);
    mem_free(tree->arena.mem, s->spine.items, s->spine.capacity * sizeof(Node *));
    if (!done) return NULL;
    Scope *module = s->scope;
    return scopes_resolve(tree, module) && tree_check(tree) ? module : NULL;
}
