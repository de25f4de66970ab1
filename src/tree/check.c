// check.c: the last pass of scope_build: what CPython's compiler reports, and warns of, from the tree alone. It walks
// in the order in which CPython compiles, so that of several errors the same one is found.
#include "tree/scope_inside.h"

// What `break`, `continue` and `return` see around them.
typedef struct Surroundings {
    const Scope *scope;                                   // of the function, class or module
    enum { NO_LOOP, IN_LOOP, IN_STAR_HANDLER } breakable; // the innermost of loop and except*
    bool in_star_handler;                                 // any except* in this function
    bool in_finally;                                      // directly: CPython's warning overlooks loops
} Surroundings;

typedef struct Checker {
    Tree *tree;
    Surroundings around;
    struct {
        const Node **items;
        u32 count, capacity;
    } spine; // left parts, as in scope.c
} Checker;

static bool check(Checker *c, const Node *node);

#define FAIL(node, ...) (tree_late_error(c->tree, node, __VA_ARGS__), false)

static bool check_seq(Checker *c, const Seq *seq) {
    for (u32 i = 0; i < seq->count; i++) {
        if (seq->items[i] && !check(c, seq->items[i])) return false;
    }
    return true;
}

static bool check_maybe(Checker *c, const Node *node) { return !node || check(c, node); }

// Futures -------------------------------------------------------------------------------------------------------------

static bool check_future(Tree *tree, const Node *node) {
    static const char *const known[] = {"nested_scopes",  "generators",     "division",         "absolute_import",
                                        "with_statement", "print_function", "unicode_literals", "barry_as_FLUFL",
                                        "generator_stop", "annotations"};
    for (u32 i = 0; i < node->ImportFrom.names.count; i++) {
        const Node *alias = node->ImportFrom.names.items[i];
        const Name *name = alias->alias.name;
        u32 k = 0;
        while (k < countof(known) && !name_is(name, known[k])) k++;
        if (k == countof(known)) {
            if (name_is(name, "braces")) return tree_late_error(tree, alias, "not a chance"), false;
            tree_late_error(tree, alias, "future feature %.100s is not defined", (const char *)name->text);
            return false;
        }
        if (name_is(name, "annotations")) tree->flags |= TREE_FUTURE_ANNOTATIONS;
        if (name_is(name, "barry_as_FLUFL")) tree->flags |= TREE_FUTURE_BARRY;
    }
    return true;
}

// __future__ imports may stand behind the docstring and nothing else.
bool tree_check_futures(Tree *tree, u32 *last_line, u32 *last_column) {
    *last_line = *last_column = 0;
    if (tree->root->kind == NODE_Expression) return true;
    const Seq *body = &tree->root->Module.body;
    for (u32 i = 0; i < body->count; i++) {
        const Node *node = body->items[i];
        if (node->kind == NODE_ImportFrom && node->ImportFrom.module && node->ImportFrom.level == 0 &&
            name_is(node->ImportFrom.module, "__future__")) {
            if (!check_future(tree, node)) return false;
            *last_line = node->lineno;
            *last_column = node->col_offset;
            continue;
        }
        bool docstring = i == 0 && node->kind == NODE_Expr && node->Expr.value->kind == NODE_Constant &&
                         node->Expr.value->Constant.value.kind == CONST_STR;
        if (!docstring) break;
    }
    return true;
}

// Warnings ------------------------------------------------------------------------------------------------------------

static const char *constant_type(const Constant *value) {
    switch (value->kind) {
    case CONST_NONE: return "NoneType";
    case CONST_TRUE:
    case CONST_FALSE: return "bool";
    case CONST_ELLIPSIS: return "ellipsis";
    case CONST_INT:
    case CONST_BIG: return "int";
    case CONST_FLOAT: return "float";
    case CONST_IMAGINARY: return "complex";
    case CONST_STR: return "str";
    }
    return "bytes";
}

// The type that a display or literal has; NULL when only running it can tell.
static const char *type_of(const Node *node) {
    switch (node->kind) {
    case NODE_Tuple: return "tuple";
    case NODE_List:
    case NODE_ListComp: return "list";
    case NODE_Dict:
    case NODE_DictComp: return "dict";
    case NODE_Set:
    case NODE_SetComp: return "set";
    case NODE_GeneratorExp: return "generator";
    case NODE_Lambda: return "function";
    case NODE_TemplateStr:
    case NODE_Interpolation: return "string.templatelib.Template";
    case NODE_JoinedStr:
    case NODE_FormattedValue: return "str";
    case NODE_Constant: return constant_type(&node->Constant.value);
    }
    return NULL;
}

static void warn_call(Checker *c, const Node *func) {
    switch (func->kind) {
    case NODE_Lambda: return;
    default:
        if (!type_of(func)) return;
    }
    tree_warn(c->tree, func, "'%s' object is not callable; perhaps you missed a comma?", type_of(func));
}

static void warn_subscript(Checker *c, const Node *value, const Node *index) {
    const char *type = type_of(value), *index_type = type_of(index);
    if (!type) return;
    u8 constant = value->kind == NODE_Constant ? value->Constant.value.kind : CONST_STR;
    switch (value->kind) {
    case NODE_Constant:
        if (constant == CONST_STR || constant == CONST_BYTES) break;
        // fall through
    case NODE_Set:
    case NODE_SetComp:
    case NODE_GeneratorExp:
    case NODE_TemplateStr:
    case NODE_Interpolation:
    case NODE_Lambda:
        tree_warn(c->tree, value, "'%s' object is not subscriptable; perhaps you missed a comma?", type);
        return;
    case NODE_Tuple:
    case NODE_List:
    case NODE_ListComp:
    case NODE_JoinedStr:
    case NODE_FormattedValue: break;
    default: return;
    }
    if (!index_type || strcmp(index_type, "int") == 0 || strcmp(index_type, "bool") == 0) return;
    tree_warn(c->tree, value, "%s indices must be integers or slices, not %s; perhaps you missed a comma?", type,
              index_type);
}

static bool is_literal(const Node *node) {
    if (node->kind == NODE_Tuple) {
        // A tuple of constants is one, once it is folded.
        for (u32 i = 0; i < node->Tuple.elts.count; i++) {
            if (node->Tuple.elts.items[i]->kind != NODE_Constant && !is_literal(node->Tuple.elts.items[i]))
                return false;
        }
        return true;
    }
    return node->kind == NODE_Constant && node->Constant.value.kind >= CONST_INT;
}

static void warn_identity(Checker *c, const Node *node) {
    const Node *left = node->Compare.left;
    for (u32 i = 0; i < node->Compare.comparators.count; i++) {
        const Node *right = node->Compare.comparators.items[i];
        u8 op = node->Compare.ops[i];
        if ((op == OP_Is || op == OP_IsNot) && (is_literal(left) || is_literal(right))) {
            const char *type = type_of(is_literal(left) ? left : right);
            tree_warn(c->tree, node,
                      op == OP_Is ? "\"is\" with '%s' literal. Did you mean \"==\"?"
                                  : "\"is not\" with '%s' literal. Did you mean \"!=\"?",
                      type);
            return;
        }
        left = right;
    }
}

// Expressions ---------------------------------------------------------------------------------------------------------

static bool check_keywords(Checker *c, const Seq *keywords) {
    for (u32 i = 0; i < keywords->count; i++) {
        const Name *name = keywords->items[i]->keyword.arg;
        if (!name) continue;
        for (u32 k = i + 1; k < keywords->count; k++) {
            if (keywords->items[k]->keyword.arg == name)
                return FAIL(keywords->items[k], "keyword argument repeated: %s", (const char *)name->text);
        }
    }
    for (u32 i = 0; i < keywords->count; i++) {
        if (!check(c, keywords->items[i]->keyword.value)) return false;
    }
    return true;
}

// Items among which a starred one may stand.
static bool check_items(Checker *c, const Seq *items) {
    for (u32 i = 0; i < items->count; i++) {
        const Node *item = items->items[i];
        if (!check(c, item->kind == NODE_Starred ? item->Starred.value : item)) return false;
    }
    return true;
}

static bool check_unpacking(Checker *c, const Node *node) {
    const Seq *items = &node->Tuple.elts;
    bool starred = false;
    for (u32 i = 0; i < items->count; i++) {
        if (items->items[i]->kind != NODE_Starred) continue;
        if (starred) return FAIL(node, "multiple starred expressions in assignment");
        starred = true;
        if (i >= 256) return FAIL(node, "too many expressions in star-unpacking assignment");
    }
    return check_items(c, items);
}

static const Node *left_part(const Node *node) {
    switch (node->kind) {
    case NODE_BinOp: return node->BinOp.left;
    case NODE_Attribute: return node->Attribute.value;
    case NODE_Call: return node->Call.func;
    case NODE_Subscript: return node->Subscript.value;
    }
    return NULL;
}

static bool check_right_part(Checker *c, const Node *node) {
    switch (node->kind) {
    case NODE_BinOp: return check(c, node->BinOp.right);
    case NODE_Attribute: return true;
    case NODE_Call:
        warn_call(c, node->Call.func);
        return check_items(c, &node->Call.args) && check_keywords(c, &node->Call.keywords);
    }
    if (node->Subscript.ctx == CTX_LOAD) warn_subscript(c, node->Subscript.value, node->Subscript.slice);
    return check(c, node->Subscript.slice);
}

static bool check_spine(Checker *c, const Node *node) {
    u32 mark = c->spine.count;
    for (const Node *left; (left = left_part(node)); node = left) {
        if (c->spine.count == c->spine.capacity) {
            u32 old = c->spine.capacity, new = old ? old * 2 : 64;
            const Node **items =
                mem_realloc(c->tree->arena.mem, c->spine.items, old * sizeof(Node *), new * sizeof(Node *));
            if (!items) return c->tree->error.kind = ERROR_MEMORY, false;
            c->spine.items = items;
            c->spine.capacity = new;
        }
        c->spine.items[c->spine.count++] = node;
    }
    if (!check(c, node)) return false;
    while (c->spine.count > mark) {
        if (!check_right_part(c, c->spine.items[--c->spine.count])) return false;
    }
    return true;
}

static bool check_comprehension(Checker *c, const Seq *generators, const Scope *scope, const Node *elt,
                                const Node *value) {
    if (!check(c, generators->items[0]->comprehension.iter)) return false;
    Surroundings before = c->around;
    c->around.scope = scope;
    for (u32 i = 0; i < generators->count; i++) {
        const Node *clause = generators->items[i];
        if (i && !check(c, clause->comprehension.iter)) return false;
        if (!check(c, clause->comprehension.target) || !check_seq(c, &clause->comprehension.ifs)) return false;
    }
    if (!check(c, elt) || !check_maybe(c, value)) return false;
    c->around = before;
    return true;
}

static bool check_yield(Checker *c, const Node *node) {
    const Scope *scope = c->around.scope;
    bool from = node->kind == NODE_YieldFrom;
    if (scope->kind == SCOPE_MODULE || scope->kind == SCOPE_CLASS)
        return FAIL(node, from ? "'yield from' outside function" : "'yield' outside function");
    if (from && scope->kind == SCOPE_FUNCTION && scope->node->kind == NODE_AsyncFunctionDef)
        return FAIL(node, "'yield from' inside async function");
    return check_maybe(c, node->Yield.value);
}

static bool check_defaults(Checker *c, const Node *args) {
    return check_seq(c, &args->arguments.defaults) && check_seq(c, &args->arguments.kw_defaults);
}

// The body of a function or class: nothing around it counts.
static Surroundings enter_body(Checker *c, const Scope *scope) {
    Surroundings before = c->around;
    c->around = (Surroundings){.scope = scope};
    return before;
}

static bool check_lambda(Checker *c, const Node *node) {
    if (!check_defaults(c, node->Lambda.args)) return false;
    Surroundings before = enter_body(c, node->Lambda.scope);
    if (!check(c, node->Lambda.body)) return false;
    c->around = before;
    return true;
}

// Patterns ------------------------------------------------------------------------------------------------------------

// The names that the patterns so far have bound.
typedef struct Bound {
    const Name **names;
    u32 count, capacity;
} Bound;

static bool bind(Checker *c, Bound *bound, const Node *node, const Name *name) {
    if (!name) return true;
    for (u32 i = 0; i < bound->count; i++) {
        if (bound->names[i] == name)
            return FAIL(node, "multiple assignments to name '%s' in pattern", (const char *)name->text);
    }
    if (bound->count == bound->capacity) {
        u32 capacity = bound->capacity ? bound->capacity * 2 : 16;
        const Name **names = arena_alloc(&c->tree->arena, capacity * sizeof(Name *));
        if (!names) return c->tree->error.kind = ERROR_MEMORY, false;
        if (bound->count) memcpy(names, bound->names, bound->count * sizeof(Name *));
        bound->names = names;
        bound->capacity = capacity;
    }
    bound->names[bound->count++] = name;
    return true;
}

static bool check_pattern(Checker *c, const Node *node, Bound *bound, bool may_be_irrefutable);

static bool check_patterns(Checker *c, const Seq *patterns, Bound *bound) {
    for (u32 i = 0; i < patterns->count; i++) {
        if (!check_pattern(c, patterns->items[i], bound, true)) return false;
    }
    return true;
}

// Do two alternatives bind the same names? `from` is where each begins in its list.
static bool same_names(const Bound *a, const Bound *b, u32 from) {
    if (a->count != b->count) return false;
    for (u32 i = from; i < a->count; i++) {
        u32 k = from;
        while (k < b->count && b->names[k] != a->names[i]) k++;
        if (k == b->count) return false;
    }
    return true;
}

static bool check_alternatives(Checker *c, const Node *node, Bound *bound, bool may_be_irrefutable) {
    const Seq *patterns = &node->MatchOr.patterns;
    u32 from = bound->count;
    Bound first = {0};
    for (u32 i = 0; i < patterns->count; i++) {
        // Each begins with a list of its own, of the names bound before.
        Bound one = {0};
        for (u32 k = 0; k < from; k++) {
            if (!bind(c, &one, node, bound->names[k])) return false;
        }
        bool last = i == patterns->count - 1;
        if (!check_pattern(c, patterns->items[i], &one, last && may_be_irrefutable)) return false;
        if (i == 0) first = one;
        else if (!same_names(&first, &one, from)) return FAIL(node, "alternative patterns bind different names");
    }
    *bound = first;
    return true;
}

static bool is_value_pattern(const Node *value) {
    switch (value->kind) {
    case NODE_Constant:
    case NODE_Attribute:
    case NODE_UnaryOp:
    case NODE_BinOp: return true;
    }
    return false;
}

static bool same_constant(const Constant *a, const Constant *b) {
    if (a->kind != b->kind) return false;
    switch (a->kind) {
    case CONST_INT: return a->integer == b->integer;
    case CONST_FLOAT:
    case CONST_IMAGINARY: return a->real == b->real;
    case CONST_BIG:
    case CONST_STR:
    case CONST_BYTES:
        return a->text.length == b->text.length && memcmp(a->text.bytes, b->text.bytes, a->text.length) == 0;
    }
    return true;
}

// A literal as CPython's message shows it: simple ones only, others as written.
static bool report_key(Checker *c, const Node *pattern, const Node *key) {
    u32 length;
    const u8 *line = source_line(&c->tree->source, key->lineno, &length);
    u32 size = key->lineno == key->end_lineno ? key->end_col_offset - key->col_offset : 0;
    const char *text = (const char *)line + key->col_offset;
    if (key->kind == NODE_Constant && key->Constant.value.kind == CONST_STR)
        return FAIL(pattern, "mapping pattern checks duplicate key ('%.*s')", (int)key->Constant.value.text.length,
                    (const char *)key->Constant.value.text.bytes);
    return FAIL(pattern, "mapping pattern checks duplicate key (%.*s)", (int)size, text);
}

static bool check_mapping(Checker *c, const Node *node, Bound *bound) {
    const Seq *keys = &node->MatchMapping.keys;
    for (u32 i = 0; i < keys->count; i++) {
        const Node *key = keys->items[i];
        if (!is_value_pattern(key))
            return FAIL(node, "mapping pattern keys may only match literals and attribute lookups");
        for (u32 k = 0; key->kind == NODE_Constant && k < i; k++) {
            if (keys->items[k]->kind == NODE_Constant &&
                same_constant(&keys->items[k]->Constant.value, &key->Constant.value))
                return report_key(c, node, key);
        }
    }
    return check_patterns(c, &node->MatchMapping.patterns, bound) && bind(c, bound, node, node->MatchMapping.rest);
}

static bool check_class_pattern(Checker *c, const Node *node, Bound *bound) {
    const NameSeq *attrs = &node->MatchClass.kwd_attrs;
    for (u32 i = 0; i < attrs->count; i++) {
        for (u32 k = i + 1; k < attrs->count; k++) {
            if (attrs->items[i] == attrs->items[k])
                return FAIL(node->MatchClass.kwd_patterns.items[k], "attribute name repeated in class pattern: %s",
                            (const char *)attrs->items[i]->text);
        }
    }
    return check(c, node->MatchClass.cls) && check_patterns(c, &node->MatchClass.patterns, bound) &&
           check_patterns(c, &node->MatchClass.kwd_patterns, bound);
}

static bool check_pattern(Checker *c, const Node *node, Bound *bound, bool may_be_irrefutable) {
    switch (node->kind) {
    case NODE_MatchValue:
        if (!is_value_pattern(node->MatchValue.value))
            return FAIL(node, "patterns may only match literals and attribute lookups");
        return check(c, node->MatchValue.value);
    case NODE_MatchSequence: {
        u32 stars = 0;
        for (u32 i = 0; i < node->MatchSequence.patterns.count; i++) {
            stars += node->MatchSequence.patterns.items[i]->kind == NODE_MatchStar;
            if (stars > 1) return FAIL(node, "multiple starred names in sequence pattern");
        }
        return check_patterns(c, &node->MatchSequence.patterns, bound);
    }
    case NODE_MatchStar: return bind(c, bound, node, node->MatchStar.name);
    case NODE_MatchAs:
        if (node->MatchAs.pattern)
            return check_pattern(c, node->MatchAs.pattern, bound, may_be_irrefutable) &&
                   bind(c, bound, node, node->MatchAs.name);
        if (!may_be_irrefutable) {
            if (!node->MatchAs.name) return FAIL(node, "wildcard makes remaining patterns unreachable");
            return FAIL(node, "name capture '%s' makes remaining patterns unreachable",
                        (const char *)node->MatchAs.name->text);
        }
        return bind(c, bound, node, node->MatchAs.name);
    case NODE_MatchOr: return check_alternatives(c, node, bound, may_be_irrefutable);
    case NODE_MatchMapping: return check_mapping(c, node, bound);
    case NODE_MatchClass: return check_class_pattern(c, node, bound);
    }
    return true;
}

static bool check_match(Checker *c, const Node *node) {
    if (!check(c, node->Match.subject)) return false;
    const Seq *cases = &node->Match.cases;
    for (u32 i = 0; i < cases->count; i++) {
        const Node *one = cases->items[i];
        Bound bound = {0};
        bool may_be_irrefutable = one->match_case.guard || i == cases->count - 1;
        if (!check_pattern(c, one->match_case.pattern, &bound, may_be_irrefutable) ||
            !check_maybe(c, one->match_case.guard) || !check_seq(c, &one->match_case.body))
            return false;
    }
    return true;
}

// Statements ----------------------------------------------------------------------------------------------------------

static bool check_jump(Checker *c, const Node *node) {
    const char *word = node->kind == NODE_Break ? "break" : "continue";
    if (c->around.in_finally) tree_warn(c->tree, node, "'%s' in a 'finally' block", word);
    switch (c->around.breakable) {
    case IN_LOOP: return true;
    case IN_STAR_HANDLER: return FAIL(node, "'break', 'continue' and 'return' cannot appear in an except* block");
    case NO_LOOP: break;
    }
    return node->kind == NODE_Break ? FAIL(node, "'break' outside loop")
                                    : FAIL(node, "'continue' not properly in loop");
}

static bool check_return(Checker *c, const Node *node) {
    const Scope *scope = c->around.scope;
    if (c->around.in_finally) tree_warn(c->tree, node, "'return' in a 'finally' block");
    if (scope->kind == SCOPE_MODULE || scope->kind == SCOPE_CLASS) return FAIL(node, "'return' outside function");
    if (node->Return.value && scope->is_coroutine && scope->is_generator)
        return FAIL(node, "'return' with value in async generator");
    if (!check_maybe(c, node->Return.value)) return false;
    if (c->around.in_star_handler)
        return FAIL(node, "'break', 'continue' and 'return' cannot appear in an except* block");
    return true;
}

static bool check_loop(Checker *c, const Seq *body, const Seq *orelse) {
    Surroundings before = c->around;
    c->around.breakable = IN_LOOP;
    c->around.in_finally = false;
    if (!check_seq(c, body)) return false;
    c->around = before;
    return check_seq(c, orelse);
}

static bool check_try(Checker *c, const Node *node) {
    Surroundings before = c->around;
    bool star = node->kind == NODE_TryStar;
    if (!check_seq(c, &node->Try.body) || !check_seq(c, &node->Try.orelse)) return false;
    for (u32 i = 0; i < node->Try.handlers.count; i++) {
        const Node *handler = node->Try.handlers.items[i];
        if (!handler->ExceptHandler.type && i < node->Try.handlers.count - 1)
            return FAIL(handler, "default 'except:' must be last");
        if (!check_maybe(c, handler->ExceptHandler.type)) return false;
        if (star) c->around.breakable = IN_STAR_HANDLER, c->around.in_star_handler = true;
        if (!check_seq(c, &handler->ExceptHandler.body)) return false;
        c->around = before;
    }
    c->around.in_finally = true;
    if (node->Try.finalbody.count && !check_seq(c, &node->Try.finalbody)) return false;
    c->around = before;
    return true;
}

static bool check_deferred(Checker *c, const Node *node, const Scope *scope) {
    if (!node) return true;
    Surroundings before = enter_body(c, scope);
    // A starred annotation, `*args: *Ts`, and a starred default are unpacked.
    if (!check(c, node->kind == NODE_Starred ? node->Starred.value : node)) return false;
    c->around = before;
    return true;
}

static bool check_type_params(Checker *c, const Seq *params) {
    bool defaults = false;
    for (u32 i = 0; i < params->count; i++) {
        const Node *param = params->items[i];
        bool is_var = param->kind == NODE_TypeVar;
        const Node *value = is_var ? param->TypeVar.default_value : param->ParamSpec.default_value;
        const Name *name = is_var ? param->TypeVar.name : param->ParamSpec.name;
        if (is_var && !check_deferred(c, param->TypeVar.bound, param->TypeVar.bound_scope)) return false;
        if (!value && defaults)
            return FAIL(param, "non-default type parameter '%s' follows default type parameter",
                        (const char *)name->text);
        defaults |= value != NULL;
        if (!check_deferred(c, value, is_var ? param->TypeVar.default_scope : param->ParamSpec.default_scope))
            return false;
    }
    return true;
}

static bool check_annotations(Checker *c, const Seq *params, const Scope *scope) {
    for (u32 i = 0; i < params->count; i++) {
        if (!check_deferred(c, params->items[i]->arg.annotation, scope)) return false;
    }
    return true;
}

static bool check_function(Checker *c, const Node *node) {
    const Node *args = node->FunctionDef.args, *vararg = args->arguments.vararg, *kwarg = args->arguments.kwarg;
    const Scope *annotations = node->FunctionDef.annotation_scope;
    if (!check_seq(c, &node->FunctionDef.decorator_list) || !check_defaults(c, args)) return false;
    if (!check_type_params(c, &node->FunctionDef.type_params)) return false;
    if (annotations) {
        if (!check_annotations(c, &args->arguments.posonlyargs, annotations) ||
            !check_annotations(c, &args->arguments.args, annotations) ||
            !check_deferred(c, vararg ? vararg->arg.annotation : NULL, annotations) ||
            !check_annotations(c, &args->arguments.kwonlyargs, annotations) ||
            !check_deferred(c, kwarg ? kwarg->arg.annotation : NULL, annotations) ||
            !check_deferred(c, node->FunctionDef.returns, annotations))
            return false;
    }
    Surroundings before = enter_body(c, node->FunctionDef.scope);
    if (!check_seq(c, &node->FunctionDef.body)) return false;
    c->around = before;
    return true;
}

static bool check_class(Checker *c, const Node *node) {
    if (!check_seq(c, &node->ClassDef.decorator_list) || !check_type_params(c, &node->ClassDef.type_params))
        return false;
    Surroundings before = enter_body(c, node->ClassDef.scope);
    if (!check_seq(c, &node->ClassDef.body)) return false;
    c->around = before;
    return check_items(c, &node->ClassDef.bases) && check_keywords(c, &node->ClassDef.keywords);
}

static bool check_ann_assign(Checker *c, const Node *node) {
    if (!check_maybe(c, node->AnnAssign.value)) return false;
    if (node->AnnAssign.target->kind != NODE_Name && !check(c, node->AnnAssign.target)) return false;
    const Scope *scope = c->around.scope->annotations;
    return !scope || is_function_like(c->around.scope) || check_deferred(c, node->AnnAssign.annotation, scope);
}

// Every child in the order of the fields: right for all kinds that are not listed in check.
static bool check_fields(Checker *c, const Node *node) {
    switch (node->kind) {
#define NODE(kind, category, fields)                                                                                   \
    case NODE_##kind: {                                                                                                \
        const __typeof__(node->kind) *n = &node->kind;                                                                 \
        (void)n;                                                                                                       \
        fields break;                                                                                                  \
    }
#define CHILD(f)                                                                                                       \
    if (!check(c, n->f)) return false;
#define MAYBE(f)                                                                                                       \
    if (n->f && !check(c, n->f)) return false;
#define NODES(f)                                                                                                       \
    if (!check_seq(c, &n->f)) return false;
#define NULLABLE(f)                                                                                                    \
    if (!check_seq(c, &n->f)) return false;
#define NAME(f)
#define NAMES(f)
#define CONSTANT(f)
#define SMALL(f)
#define OPERATOR(f)
#define OPERATORS(f)
#define CONTEXT(f)
#define SCOPE(f)
#define FLAG(f)
#include "tree/nodes.def"
    }
    return true;
}

static bool check_if(Checker *c, const Node *node) {
    for (;;) {
        if (!check(c, node->If.test) || !check_seq(c, &node->If.body)) return false;
        const Seq *orelse = &node->If.orelse;
        if (orelse->count != 1 || orelse->items[0]->kind != NODE_If) return check_seq(c, orelse);
        node = orelse->items[0]; // elif: a loop, chains are long
    }
}

static bool check(Checker *c, const Node *node) {
    switch (node->kind) {
    case NODE_Name:
    case NODE_Constant:
    case NODE_Import:
    case NODE_ImportFrom:
    case NODE_Global:
    case NODE_Nonlocal: return true;
    case NODE_BinOp:
    case NODE_Attribute:
    case NODE_Call:
    case NODE_Subscript: return check_spine(c, node);
    case NODE_Tuple:
    case NODE_List: return node->Tuple.ctx == CTX_STORE ? check_unpacking(c, node) : check_items(c, &node->Tuple.elts);
    case NODE_Set: return check_items(c, &node->Set.elts);
    case NODE_Starred:
        return node->Starred.ctx == CTX_STORE ? FAIL(node, "starred assignment target must be in a list or tuple")
                                              : FAIL(node, "can't use starred expression here");
    case NODE_Compare: warn_identity(c, node); return check_fields(c, node);
    case NODE_ListComp:
    case NODE_SetComp:
    case NODE_GeneratorExp:
        return check_comprehension(c, &node->ListComp.generators, node->ListComp.scope, node->ListComp.elt, NULL);
    case NODE_DictComp:
        return check_comprehension(c, &node->DictComp.generators, node->DictComp.scope, node->DictComp.key,
                                   node->DictComp.value);
    case NODE_Lambda: return check_lambda(c, node);
    case NODE_Yield:
    case NODE_YieldFrom: return check_yield(c, node);
    case NODE_FunctionDef:
    case NODE_AsyncFunctionDef: return check_function(c, node);
    case NODE_ClassDef: return check_class(c, node);
    case NODE_TypeAlias:
        return check_type_params(c, &node->TypeAlias.type_params) &&
               check_deferred(c, node->TypeAlias.value, node->TypeAlias.scope);
    case NODE_AnnAssign: return check_ann_assign(c, node);
    case NODE_Assign: return check(c, node->Assign.value) && check_seq(c, &node->Assign.targets);
    case NODE_Return: return check_return(c, node);
    case NODE_Break:
    case NODE_Continue: return check_jump(c, node);
    case NODE_If: return check_if(c, node);
    case NODE_For:
    case NODE_AsyncFor:
        return check(c, node->For.iter) && check(c, node->For.target) &&
               check_loop(c, &node->For.body, &node->For.orelse);
    case NODE_While: return check(c, node->While.test) && check_loop(c, &node->While.body, &node->While.orelse);
    case NODE_Try:
    case NODE_TryStar: return check_try(c, node);
    case NODE_Match: return check_match(c, node);
    case NODE_Assert:
        if (node->Assert.test->kind == NODE_Tuple && node->Assert.test->Tuple.elts.count)
            tree_warn(c->tree, node, "assertion is always true, perhaps remove parentheses?");
        break;
    }
    return check_fields(c, node);
}

bool tree_check(Tree *tree) {
    const Node *root = tree->root;
    Checker checker = {.tree = tree}, *c = &checker;
    c->around.scope = root->kind == NODE_Expression ? root->Expression.scope : root->Module.scope;
    bool done = check_fields(c, root);
    mem_free(tree->arena.mem, c->spine.items, c->spine.capacity * sizeof(Node *));
    return done;
}
