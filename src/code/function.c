// function.c: what has a code object of its own: functions, lambdas, classes, comprehensions, annotations, type
// parameters. The pictures of each are CPython's, so that names, order and positions agree.
#include "code/compiler.h"

static void return_top(Compiler *c) {
    Reg r = temp_pop_top(c);
    emit(c, OP_RETURN, r, 0, 0);
    emit_end(c);
}

static Reg cell_register(const Unit *u, Name *name) {
    for (u32 i = 0; name && i < u->scope->cell_count; i++)
        if (u->scope->cells[i].name == name) return u->cells[i];
    return NO_REG;
}

// ---- closures -------------------------------------------------------------------------------------------------------

// Pushes a function of a code made for `scope`; what the bits of `flags` 1, 2 and 4 stand for is on the stack.
static void make_function(Compiler *c, Value code, const Scope *scope, u32 flags) {
    const Unit *u = c->unit;
    u32 n = scope->free_count;
    if (n) {
        bool many = n > CHUNK || n + 8 > temps_left(c);
        Reg list = many ? emit_push(c, OP_BUILD_LIST, 0, 0) : 0;
        for (u32 i = 0; i < n; i++) {
            u32 index = scope->frees[i].index;
            Reg cell = scope->frees[i].from_cell ? u->cells[index] : u->free_start + index;
            if (many) emit(c, OP_LIST_APPEND, list, cell, 0);
            else emit_move(c, cell);
        }
        if (many) emit(c, OP_LIST_TO_TUPLE, list, 0, 0);
        else emit_build(c, OP_BUILD_TUPLE, n, n, 0);
        flags |= 8;
    }
    u32 k = const_take(c, code);
    emit_build_wide(c, OP_MAKE_FUNCTION, (u32)__builtin_popcount(flags), flags, 0, k);
}

// Defaults of parameters, pushed: bit 1 a tuple, bit 2 a dict of the keyword-only ones.
static u32 push_defaults(Compiler *c, Node *args, const Node *p) {
    const Seq *defaults = &args->arguments.defaults, *names = &args->arguments.kwonlyargs,
              *values = &args->arguments.kw_defaults;
    u32 flags = 0, pairs = 0;
    Reg dict = NO_REG;
    Value v;
    if (defaults->count) {
        flags |= 1;
        if (fold_items(c, defaults, &v)) {
            at(c, p);
            emit_const(c, const_take(c, v));
        } else push_tuple(c, defaults, p);
    }
    for (u32 i = 0; i < names->count; i++) {
        if (!values->items[i]) continue;
        flags |= 2;
        at(c, p);
        if (pairs == CHUNK / 2) {
            dict = emit_build(c, OP_BUILD_DICT, 2 * pairs, pairs, 0);
            pairs++;
        }
        emit_const(c, const_name(c, names->items[i]->arg.arg));
        expr_push(c, values->items[i]);
        at(c, p);
        if (dict != NO_REG) {
            Reg value = temp_pop_top(c);
            temp_pop(c, value - 1);
            emit(c, OP_DICT_SET, dict, value - 1, value);
        } else pairs++;
    }
    if (flags & 2 && dict == NO_REG) emit_build(c, OP_BUILD_DICT, 2 * pairs, pairs, 0);
    return flags;
}

static u32 default_flags(const Node *args) {
    u32 flags = args->arguments.defaults.count ? 1 : 0;
    for (u32 i = 0; i < args->arguments.kw_defaults.count; i++)
        if (args->arguments.kw_defaults.items[i]) flags |= 2;
    return flags;
}

// ---- annotations ----------------------------------------------------------------------------------------------------

// The start of an __annotate__ or evaluate function: formats past VALUE_WITH_FAKE_GLOBALS are not its business.
static void annotation_open(Compiler *c, Unit *u, Scope *scope, const Node *p) {
    unit_open(c, u, scope, p->lineno);
    Label body;
    label_init(&body);
    at(c, p);
    u32 k = const_take(c, value_small(2));
    emit_branch(c, OP_J_GT_K, 0, k, 0, &body, 0);
    emit_build_wide(c, OP_INTRINSIC, 0, 0, 0, INTRINSIC_NOT_IMPLEMENTED_ERROR);
    Reg r = temp_pop_top(c);
    emit(c, OP_RAISE, r, 1, 0);
    emit_end(c);
    label_bind(c, &body);
}

static void push_annotation(Compiler *c, Node *e) {
    if (c->tree->flags & TREE_FUTURE_ANNOTATIONS) {
        at(c, e);
        emit_const(c, const_take(c, unparse(c, e)));
    } else if (e->kind == NODE_Starred) { // *args: *Ts
        expr_push(c, e->Starred.value);
        at(c, e);
        emit_build(c, OP_UNPACK, 1, 1, 0);
    } else expr_push(c, e);
}

static void annotate_name(Compiler *c, Name *name, Node *annotation, Reg dict, const Node *p) {
    if (!annotation) return;
    at(c, p);
    emit_const(c, const_name(c, name));
    Reg key = top_temp(c);
    push_annotation(c, annotation);
    Reg value = temp_pop_top(c);
    temp_pop(c, key);
    at(c, p);
    emit(c, OP_DICT_SET, dict, key, value);
}

static void annotate_arguments(Compiler *c, const Seq *args, Reg dict, const Node *p) {
    for (u32 i = 0; i < args->count; i++)
        annotate_name(c, args->items[i]->arg.arg, args->items[i]->arg.annotation, dict, p);
}

static bool any_annotation(const Seq *args) {
    for (u32 i = 0; i < args->count; i++)
        if (args->items[i]->arg.annotation) return true;
    return false;
}

// With annotations from the future no names are looked up in them, and the tree has no scope for __annotate__.
static Scope *future_scope(Compiler *c) {
    Scope *scope = arena_get(c, sizeof *scope);
    LocalVar *format = scope ? arena_get(c, sizeof *format) : NULL;
    if (!format) return NULL;
    format->name = name_word(c, ".format");
    scope->kind = SCOPE_ANNOTATIONS;
    scope->name = name_word(c, "__annotate__");
    scope->parent = c->unit->block;
    scope->frame = scope;
    scope->nested = c->unit->scope->nested;
    scope->locals = format;
    scope->local_count = scope->parameters = 1;
    return c->failed ? NULL : scope;
}

// Pushes __annotate__ of a function when it has annotations: 4, or 0.
static u32 push_function_annotations(Compiler *c, Node *s) {
    Scope *scope = s->FunctionDef.annotation_scope;
    const Node *args = s->FunctionDef.args;
    Node *vararg = args->arguments.vararg, *kwarg = args->arguments.kwarg;
    if (!s->FunctionDef.returns && !any_annotation(&args->arguments.args) &&
        !any_annotation(&args->arguments.posonlyargs) && !any_annotation(&args->arguments.kwonlyargs) &&
        !(vararg && vararg->arg.annotation) && !(kwarg && kwarg->arg.annotation))
        return 0;
    if (!scope && !(scope = future_scope(c))) return 0;
    Unit unit;
    const Node *p = s;
    annotation_open(c, &unit, scope, p);
    Reg dict = emit_push(c, OP_BUILD_DICT, 0, 0);
    annotate_arguments(c, &args->arguments.args, dict, p);
    annotate_arguments(c, &args->arguments.posonlyargs, dict, p);
    if (vararg) annotate_name(c, vararg->arg.arg, vararg->arg.annotation, dict, p);
    annotate_arguments(c, &args->arguments.kwonlyargs, dict, p);
    if (kwarg) annotate_name(c, kwarg->arg.arg, kwarg->arg.annotation, dict, p);
    annotate_name(c, name_word(c, "return"), s->FunctionDef.returns, dict, p);
    return_top(c);
    Value code = unit_close(c);
    at(c, p);
    make_function(c, code, scope, 0);
    return 4;
}

void compile_annotations(Compiler *c) {
    Unit *outer = c->unit;
    Scope *scope = outer->scope->annotations;
    if (!outer->nannotations || !scope) return;
    const Node *p = c->at;
    bool is_class = outer->scope->kind == SCOPE_CLASS;
    Name *conditional = name_word(c, "__conditional_annotations__");
    u32 number = 0;
    Unit unit;
    annotation_open(c, &unit, scope, p);
    Reg dict = emit_push(c, OP_BUILD_DICT, 0, 0);
    for (u32 i = 0; i < outer->nannotations && !c->failed; i++) {
        Node *s = outer->annotations[i];
        Label not_set;
        label_init(&not_set);
        if (s->AnnAssign.conditional) {
            at(c, s);
            emit_const(c, const_take(c, value_small(number++)));
            Reg l = top_temp(c);
            const Symbol *symbol = conditional ? scope_symbol(scope, conditional) : NULL;
            if (symbol && symbol->resolution == FREE) load_cell(c, unit.free_start + (u32)symbol->slot);
            else {
                emit_wide(c, OP_LOAD_GLOBAL, next_temp(c), 0, 0, cache_global(c, conditional));
                temp_push(c);
            }
            Reg answer = emit_binary(c, OP_IN, l, l + 1);
            temp_pop(c, answer);
            emit_branch(c, OP_J_IF, answer, 0, 0, &not_set, unit.depth);
        }
        const Symbol *symbol = scope_symbol(outer->scope, s->AnnAssign.target->Name.id);
        annotate_name(c, symbol ? symbol->name : s->AnnAssign.target->Name.id, s->AnnAssign.annotation, dict, s);
        label_bind(c, &not_set);
    }
    at(c, p);
    return_top(c);
    Value code = unit_close(c);
    at(c, p);
    make_function(c, code, scope, 0);
    name_store(c, name_word(c, is_class ? "__annotate_func__" : "__annotate__"), top_temp(c));
}

// ---- type parameters ------------------------------------------------------------------------------------------------

// Pushes a function that evaluates e when asked. Its format argument has a default, 1.
static void push_evaluate(Compiler *c, Node *e, Scope *scope, const Node *p) {
    Unit unit;
    at(c, p);
    Tuple *defaults = tuple_new(c->vm, 1);
    if (defaults) defaults->items[0] = value_small(1);
    emit_const(c, const_take(c, defaults ? value_object(defaults) : V_ERROR));
    if (!scope || c->failed) return;
    annotation_open(c, &unit, scope, p);
    if (e->kind == NODE_Starred) {
        expr_push(c, e->Starred.value);
        at(c, p);
        emit_build(c, OP_UNPACK, 1, 1, 0);
    } else expr_push(c, e);
    at(c, p);
    return_top(c);
    Value code = unit_close(c);
    at(c, p);
    make_function(c, code, scope, 1);
}

// Pushes the tuple of parameters; each is bound to its name too.
static void push_type_parameters(Compiler *c, const Seq *parameters) {
    u32 n = parameters->count;
    bool many = n > CHUNK;
    Reg list = many ? emit_push(c, OP_BUILD_LIST, 0, 0) : 0;
    for (u32 i = 0; i < n && !c->failed; i++) {
        Node *t = parameters->items[i];
        Node *default_value;
        Scope *default_scope;
        Name *name;
        const Node *p = t;
        at(c, p);
        if (t->kind == NODE_TypeVar) {
            name = t->TypeVar.name;
            default_value = t->TypeVar.default_value;
            default_scope = t->TypeVar.default_scope;
            emit_const(c, const_name(c, name));
            Node *bound = t->TypeVar.bound;
            if (bound) push_evaluate(c, bound, t->TypeVar.bound_scope, bound);
            else emit_none(c);
            at(c, p);
            emit_const(c, const_take(c, value_bool(bound && bound->kind == NODE_Tuple)));
            emit_build_wide(c, OP_INTRINSIC, 3, 3, 0, INTRINSIC_TYPE_VAR);
        } else {
            name = t->ParamSpec.name;
            default_value = t->ParamSpec.default_value;
            default_scope = t->ParamSpec.default_scope;
            emit_const(c, const_name(c, name));
            emit_build_wide(c, OP_INTRINSIC, 1, 1, 0,
                            t->kind == NODE_ParamSpec ? INTRINSIC_PARAM_SPEC : INTRINSIC_TYPE_VAR_TUPLE);
        }
        if (default_value) {
            push_evaluate(c, default_value, default_scope, default_value);
            at(c, p);
            emit_build_wide(c, OP_INTRINSIC, 2, 2, 0, INTRINSIC_TYPE_PARAM_DEFAULT);
        }
        Reg copy = emit_push(c, OP_DUP, top_temp(c), 0);
        name_store(c, name, copy);
        if (many) {
            temp_pop(c, list + 1);
            emit(c, OP_LIST_APPEND, list, list + 1, 0);
        }
    }
    if (n) at(c, parameters->items[0]);
    if (many) emit(c, OP_LIST_TO_TUPLE, list, 0, 0);
    else emit_build(c, OP_BUILD_TUPLE, n, n, 0);
}

// ---- functions ------------------------------------------------------------------------------------------------------

static u32 first_line(const Node *s, const Seq *decorators) {
    return decorators->count ? decorators->items[0]->lineno : s->lineno;
}

static void push_decorators(Compiler *c, const Seq *decorators) {
    for (u32 i = 0; i < decorators->count; i++) expr_push(c, decorators->items[i]);
}

static void apply_decorators(Compiler *c, const Seq *decorators) {
    for (u32 i = decorators->count; i-- > 0;) {
        at(c, decorators->items[i]);
        emit_build(c, OP_CALL, 2, 1, 0);
    }
}

static void unit_end(Compiler *c) { emit_return_const(c, const_none(c)); }

// What the flags stand for is on the stack; so is, above, __annotate__ after this has begun.
static void function_body(Compiler *c, Node *s, u32 flags, u32 firstlineno) {
    flags |= push_function_annotations(c, s);
    Unit unit;
    const Seq *body = &s->FunctionDef.body;
    unit_open(c, &unit, s->FunctionDef.scope, firstlineno);
    Value doc = docstring_of(c, body);
    if (doc != V_UNSET) {
        const_take(c, doc); // consts[0]
        unit.flags |= CO_HAS_DOCSTRING;
    }
    compile_body(c, body);
    if (!is_dead(c)) unit_end(c);
    Value code = unit_close(c);
    at(c, s);
    make_function(c, code, s->FunctionDef.scope, flags);
}

void compile_function(Compiler *c, Node *s) {
    const Seq *decorators = &s->FunctionDef.decorator_list;
    const Node *p = s;
    u32 line = first_line(s, decorators);
    push_decorators(c, decorators);
    at(c, p);
    if (!s->FunctionDef.type_scope) function_body(c, s, push_defaults(c, s->FunctionDef.args, p), line);
    else {
        // def f[T](x=1): a function makes f, with the defaults as its arguments, and is called at once.
        u32 flags = default_flags(s->FunctionDef.args), n = (u32)__builtin_popcount(flags);
        Unit unit;
        unit_open(c, &unit, s->FunctionDef.type_scope, line);
        push_type_parameters(c, &s->FunctionDef.type_params);
        at(c, p);
        for (u32 i = 0; i < n; i++) emit_move(c, i);
        function_body(c, s, flags, line);
        Reg f = top_temp(c);
        emit(c, OP_SWAP, f - 1, f, 0);
        emit_build_wide(c, OP_INTRINSIC, 2, 2, 0, INTRINSIC_SET_TYPE_PARAMS);
        return_top(c);
        Value code = unit_close(c);
        at(c, p);
        make_function(c, code, s->FunctionDef.type_scope, 0);
        push_defaults(c, s->FunctionDef.args, p);
        at(c, p);
        emit_build(c, OP_CALL, n + 1, n, 0);
    }
    apply_decorators(c, decorators);
    at(c, p);
    name_store(c, s->FunctionDef.name, top_temp(c));
}

void compile_lambda(Compiler *c, Node *e) {
    const Node *p = e;
    u32 flags = push_defaults(c, e->Lambda.args, p);
    Unit unit;
    unit_open(c, &unit, e->Lambda.scope, e->lineno);
    Reg r = expr_operand(c, e->Lambda.body);
    at(c, e->Lambda.body);
    temp_pop(c, r);
    emit(c, OP_RETURN, r, 0, 0);
    emit_end(c);
    Value code = unit_close(c);
    at(c, p);
    make_function(c, code, e->Lambda.scope, flags);
}

// ---- classes and modules --------------------------------------------------------------------------------------------

static void store_word(Compiler *c, const char *word) { name_store(c, name_word(c, word), top_temp(c)); }

void compile_namespace(Compiler *c, const Seq *body, bool has_docstring) {
    Unit *u = c->unit;
    const Node *p = c->at;
    bool future = c->tree->flags & TREE_FUTURE_ANNOTATIONS;
    if (future && u->annotated) {
        emit_build_wide(c, OP_INTRINSIC, 0, 0, 0, INTRINSIC_SETUP_ANNOTATIONS);
        emit_drop(c);
    }
    Value doc = has_docstring ? docstring_of(c, body) : V_UNSET;
    if (doc != V_UNSET) {
        at(c, body->items[0]->Expr.value);
        emit_const(c, const_take(c, doc));
        store_word(c, "__doc__");
    }
    compile_body(c, body);
    if (is_dead(c)) return;
    u->depth = 0;
    if (!future && u->scope->kind == SCOPE_CLASS) {
        at(c, p);
        compile_annotations(c);
    }
}

// The names in order: few.
static u32 static_attributes(Compiler *c) {
    Unit *u = c->unit;
    for (u32 i = 1; i < u->nstatics; i++)
        for (u32 k = i; k > 0 && name_compare(u->statics[k - 1], u->statics[k]) > 0; k--) {
            Name *swap = u->statics[k];
            u->statics[k] = u->statics[k - 1];
            u->statics[k - 1] = swap;
        }
    return const_names(c, u->statics, u->nstatics);
}

static void store_cell_word(Compiler *c, const char *word) {
    Reg cell = cell_register(c->unit, name_word(c, word)), r = top_temp(c);
    temp_pop(c, r);
    if (cell != NO_REG) emit(c, OP_STORE_CELL, cell, r, 0);
    else emit(c, OP_DROP, r, 0, 0);
}

static void class_body(Compiler *c, Node *s, u32 line) {
    Unit unit;
    Scope *scope = s->ClassDef.scope;
    unit_open(c, &unit, scope, line);
    at(c, position_new(c, line, line, 0, 0));
    name_load(c, name_word(c, "__name__"));
    store_word(c, "__module__");
    emit_const(c, const_take(c, unit.qualname ? own(value_object(unit.qualname)) : V_NONE));
    store_word(c, "__qualname__");
    emit_const(c, const_take(c, value_small(line)));
    store_word(c, "__firstlineno__");
    if (s->ClassDef.type_params.count) {
        name_load(c, name_word(c, ".type_params"));
        store_word(c, "__type_params__");
    }
    if (scope->needs_classdict) {
        emit_push(c, OP_LOAD_LOCALS, 0, 0);
        store_cell_word(c, "__classdict__");
    }
    if (scope->has_conditional_annotations) {
        emit_push(c, OP_BUILD_SET, 0, 0);
        store_cell_word(c, "__conditional_annotations__");
    }
    compile_namespace(c, &s->ClassDef.body, true);
    if (!is_dead(c)) {
        emit_const(c, static_attributes(c));
        store_word(c, "__static_attributes__");
        Reg cell;
        if (scope->needs_classdict && (cell = cell_register(&unit, name_word(c, "__classdict__"))) != NO_REG) {
            emit_move(c, cell);
            store_word(c, "__classdictcell__");
        }
        if (scope->needs_class_closure && (cell = cell_register(&unit, name_word(c, "__class__"))) != NO_REG) {
            emit_move(c, cell);
            emit_push(c, OP_DUP, top_temp(c), 0);
            store_word(c, "__classcell__");
            return_top(c);
        } else unit_end(c);
    }
    Value code = unit_close(c);
    at(c, s);
    emit_push(c, OP_LOAD_BUILD_CLASS, 0, 0);
    make_function(c, code, scope, 0);
    emit_const(c, const_name(c, s->ClassDef.name));
}

void compile_class(Compiler *c, Node *s) {
    const Seq *decorators = &s->ClassDef.decorator_list;
    const Node *p = s;
    u32 line = first_line(s, decorators);
    push_decorators(c, decorators);
    at(c, p);
    Scope *type_scope = s->ClassDef.type_scope;
    if (!type_scope) {
        class_body(c, s, line);
        compile_call(c, top_temp(c) - 2, false, 2, &s->ClassDef.bases, &s->ClassDef.keywords, NULL, p);
    } else {
        Unit unit;
        Name *base = name_word(c, ".generic_base");
        unit_open(c, &unit, type_scope, line);
        push_type_parameters(c, &s->ClassDef.type_params);
        at(c, p);
        store_word(c, ".type_params");
        class_body(c, s, line);
        name_load(c, name_word(c, ".type_params"));
        emit_build_wide(c, OP_INTRINSIC, 1, 1, 0, INTRINSIC_SUBSCRIPT_GENERIC);
        name_store(c, base, top_temp(c));
        compile_call(c, top_temp(c) - 2, false, 2, &s->ClassDef.bases, &s->ClassDef.keywords, base, p);
        return_top(c);
        Value code = unit_close(c);
        at(c, p);
        make_function(c, code, type_scope, 0);
        emit_build(c, OP_CALL, 1, 0, 0);
    }
    apply_decorators(c, decorators);
    at(c, p);
    name_store(c, s->ClassDef.name, top_temp(c));
}

void compile_type_alias(Compiler *c, Node *s) {
    const Node *p = s;
    Name *name = s->TypeAlias.name->Name.id;
    Scope *type_scope = s->TypeAlias.type_scope;
    Unit unit;
    if (type_scope) unit_open(c, &unit, type_scope, s->lineno);
    at(c, p);
    emit_const(c, const_name(c, name));
    if (type_scope) push_type_parameters(c, &s->TypeAlias.type_params);
    else emit_none(c);
    push_evaluate(c, s->TypeAlias.value, s->TypeAlias.scope, p);
    at(c, p);
    emit_build_wide(c, OP_INTRINSIC, 3, 3, 0, INTRINSIC_TYPE_ALIAS);
    if (type_scope) {
        return_top(c);
        Value code = unit_close(c);
        at(c, p);
        make_function(c, code, type_scope, 0);
        emit_build(c, OP_CALL, 1, 0, 0);
    }
    at(c, p);
    name_store(c, name, top_temp(c));
}

// ---- comprehensions -------------------------------------------------------------------------------------------------

typedef struct Comprehension {
    Node *e, *element, *value; // value of a dict's
    const Seq *generators;
    Scope *scope;
    Reg container;
} Comprehension;

static void comprehension_element(Compiler *c, const Comprehension *k) {
    Node *element = k->element, *value = k->value;
    if (value) {
        Reg key = expr_operand_before(c, element, value, NULL), v = expr_operand(c, value);
        temp_pop(c, v);
        temp_pop(c, key);
        at(c, position_new(c, element->lineno, value->end_lineno, element->col_offset, value->end_col_offset));
        emit(c, OP_DICT_SET, k->container, key, v);
        return;
    }
    Reg r = expr_operand(c, element);
    at(c, element);
    if (k->e->kind == NODE_GeneratorExp) {
        emit_unary(c, OP_YIELD, r, 0);
        emit_drop(c);
        return;
    }
    temp_pop(c, r);
    emit(c, k->e->kind == NODE_ListComp ? OP_LIST_APPEND : OP_SET_ADD, k->container, r, 0);
}

static void comprehension_loop(Compiler *c, const Comprehension *k, u32 i);

// The conditions of for clause i, and all that is inside it.
static void comprehension_inside(Compiler *c, const Comprehension *k, u32 i) {
    const Node *g = k->generators->items[i];
    Label skip;
    label_init(&skip);
    for (u32 n = 0; n < g->comprehension.ifs.count; n++) expr_jump(c, g->comprehension.ifs.items[n], &skip, false);
    if (!is_dead(c)) {
        if (i + 1 < k->generators->count) comprehension_loop(c, k, i + 1);
        else comprehension_element(c, k);
    }
    label_bind(c, &skip);
}

// for y in [x]: is an assignment.
static Node *single_item(const Node *iter) {
    if ((iter->kind != NODE_List && iter->kind != NODE_Tuple) || iter->List.elts.count != 1) return NULL;
    Node *item = iter->List.elts.items[0];
    return item->kind == NODE_Starred ? NULL : item;
}

// The iterator of the first clause is on the stack; the others push theirs.
static void comprehension_loop(Compiler *c, const Comprehension *k, u32 i) {
    Unit *u = c->unit;
    Node *g = k->generators->items[i], *iter = g->comprehension.iter;
    bool is_async = g->comprehension.is_async;
    if (!recursion_enter(c)) return;
    if (i > 0) {
        Node *item = is_async ? NULL : single_item(iter);
        if (item) {
            assign_to(c, g->comprehension.target, item);
            comprehension_inside(c, k, i);
            recursion_leave(c);
            return;
        }
        push_iterator(c, iter, is_async);
    }
    u32 depth = u->depth - 1;
    Label top, end;
    Guard done;
    label_init(&top);
    label_init(&end);
    label_bind_back(c, &top);
    if (is_async) {
        async_next(c, &done, k->e);
        store_temp(c, g->comprehension.target);
    } else for_next(c, iter, g->comprehension.target, &end);
    comprehension_inside(c, k, i);
    u->depth = depth + 1;
    emit_loop(c, &top);
    if (is_async) async_end(c, &done, &end, k->e);
    label_bind(c, &end);
    u->depth = depth;
    recursion_leave(c);
}

// The comprehension's own variables: new cells when it is entered, nothing bound when it is left. Are there any?
static bool own_variables(Compiler *c, const Scope *scope, bool enter) {
    const Unit *u = c->unit;
    bool any = false;
    for (const Symbol *s = scope->symbols; s; s = s->next) {
        if (!(s->flags & (SYM_ITERATION | SYM_ASSIGNED)) || s->slot < 0) continue;
        if (s->resolution == LOCAL && u->scope->locals[s->slot].hidden) {
            any = true;
            if (enter) continue;
            Reg r = u->registers[s->slot];
            if (r >= u->cell_start) emit(c, OP_DELETE_FAR, 1, r - u->cell_start, 0);
            else {
                emit(c, OP_CLEAR, r, 0, 0);
                certain_reset(&c->unit->certain, r);
            }
        } else if (s->resolution == CELL && u->scope->cells[s->slot].hidden) {
            Reg r = u->cells[s->slot];
            if (enter) emit(c, OP_MAKE_CELL, r, 0, 0);
            else emit(c, OP_CLEAR, r, 0, 0);
            any = true;
        }
    }
    return any;
}

// May a handler in this code see what the comprehension leaves behind when it raises?
static bool is_guarded(const Unit *u) {
    for (const Block *block = u->blocks; block; block = block->outer)
        if (block->guard) return true;
    return false;
}

static void push_container(Compiler *c, Comprehension *k) {
    u8 kind = k->e->kind;
    if (kind != NODE_GeneratorExp)
        k->container = emit_push(c,
                                 kind == NODE_ListComp  ? OP_BUILD_LIST
                                 : kind == NODE_SetComp ? OP_BUILD_SET
                                                        : OP_BUILD_DICT,
                                 0, 0);
}

// In a frame of its own, which gets the outermost iterator as its argument.
static void separate_comprehension(Compiler *c, Comprehension *k) {
    Unit unit;
    bool generator = k->e->kind == NODE_GeneratorExp;
    const Node *first = k->generators->items[0];
    unit_open(c, &unit, k->scope, k->e->lineno);
    at(c, k->e);
    push_container(c, k);
    emit_move(c, 0);
    comprehension_loop(c, k, 0);
    if (generator) {
        if (!is_dead(c)) unit_end(c);
    } else {
        at(c, k->e);
        return_top(c);
    }
    Value code = unit_close(c);
    at(c, k->e);
    make_function(c, code, k->scope, 0);
    push_iterator(c, first->comprehension.iter, first->comprehension.is_async);
    at(c, k->e);
    emit_build(c, OP_CALL, 2, 1, 0);
    if (k->scope->is_coroutine && !generator) {
        emit_unary(c, OP_GET_AWAITABLE, top_temp(c), 0);
        emit(c, OP_AWAIT, top_temp(c), 0, 0);
    }
}

void compile_comprehension(Compiler *c, Node *e) {
    bool is_dict = e->kind == NODE_DictComp;
    Comprehension k = {
        .e = e,
        .element = is_dict ? e->DictComp.key : e->ListComp.elt,
        .value = is_dict ? e->DictComp.value : NULL,
        .generators = is_dict ? &e->DictComp.generators : &e->ListComp.generators,
        .scope = is_dict ? e->DictComp.scope : e->ListComp.scope,
    };
    if (!k.scope->inlined) return separate_comprehension(c, &k);
    Unit *u = c->unit;
    const Node *first = k.generators->items[0];
    u32 depth = u->depth;
    Label end;
    Guard guard;
    label_init(&end);
    at(c, e);
    push_container(c, &k);
    push_iterator(c, first->comprehension.iter, first->comprehension.is_async);
    Scope *outer = u->block;
    u->block = k.scope;
    bool cleanup = own_variables(c, k.scope, true) && is_guarded(u);
    guard_open(c, &guard, depth);
    comprehension_loop(c, &k, 0);
    if (cleanup) guard_close(c, &guard);
    own_variables(c, k.scope, false);
    if (cleanup) {
        emit_jump(c, &end);
        if (guard_handler(c, &guard)) {
            own_variables(c, k.scope, false);
            Reg exc = temp_pop_top(c);
            emit(c, OP_RERAISE, exc, 0, 0);
            emit_end(c);
        }
        label_bind(c, &end);
        u->depth = depth + 1;
    }
    u->block = outer;
}
