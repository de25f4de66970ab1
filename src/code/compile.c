// compile.c: source text in, code object out, or a pending exception. Also the units: one for each code object while it
// is made.
#include "code/compiler.h"
#include "obj/call.h"
#include "obj/exception.h"

// ---- names that statements unbind -----------------------------------------------------------------------------------

static void note_deleted(Compiler *c, Name *name, Certain *deleted) {
    Reg r = name_local(c, name);
    if (r != NO_REG) certain_set(deleted, r);
}

static void find_deleted_target(Compiler *c, const Node *target, Certain *deleted) {
    if (target->kind == NODE_Name) note_deleted(c, target->Name.id, deleted);
    else if (target->kind == NODE_Tuple || target->kind == NODE_List)
        for (u32 i = 0; i < target->List.elts.count; i++) find_deleted_target(c, target->List.elts.items[i], deleted);
}

// del x and except … as x, anywhere in a function: x is uncertain where a loop starts and where a handler does. Notes
// on the way whether there are annotations.
static void find_deleted(Compiler *c, const Seq *body, Certain *deleted) {
    if (!body->count || !recursion_enter(c)) return;
    for (u32 i = 0; i < body->count; i++) {
        const Node *s = body->items[i];
        switch (s->kind) {
        case NODE_AnnAssign: c->unit->annotated = true; break;
        case NODE_Delete:
            for (u32 k = 0; k < s->Delete.targets.count; k++)
                find_deleted_target(c, s->Delete.targets.items[k], deleted);
            break;
        case NODE_For:
        case NODE_AsyncFor:
            find_deleted(c, &s->For.body, deleted);
            find_deleted(c, &s->For.orelse, deleted);
            break;
        case NODE_While:
            find_deleted(c, &s->While.body, deleted);
            find_deleted(c, &s->While.orelse, deleted);
            break;
        case NODE_If:
            for (;;) { // elif
                find_deleted(c, &s->If.body, deleted);
                if (s->If.orelse.count != 1 || s->If.orelse.items[0]->kind != NODE_If) break;
                s = s->If.orelse.items[0];
            }
            find_deleted(c, &s->If.orelse, deleted);
            break;
        case NODE_With:
        case NODE_AsyncWith: find_deleted(c, &s->With.body, deleted); break;
        case NODE_Match:
            for (u32 k = 0; k < s->Match.cases.count; k++)
                find_deleted(c, &s->Match.cases.items[k]->match_case.body, deleted);
            break;
        case NODE_Try:
        case NODE_TryStar:
            find_deleted(c, &s->Try.body, deleted);
            for (u32 k = 0; k < s->Try.handlers.count; k++) {
                const Node *h = s->Try.handlers.items[k];
                if (h->ExceptHandler.name) note_deleted(c, h->ExceptHandler.name, deleted);
                find_deleted(c, &h->ExceptHandler.body, deleted);
            }
            find_deleted(c, &s->Try.orelse, deleted);
            find_deleted(c, &s->Try.finalbody, deleted);
            break;
        default: break;
        }
    }
    recursion_leave(c);
}

// Is there a := in the lines of a node?
static bool has_walrus(const Compiler *c, const Node *node) {
    const Source *source = &c->tree->source;
    if (!c->has_walrus) return false;
    if (!node || !node->lineno || node->end_lineno > source->line_count) return true;
    const u8 *p = source->text + source->lines[node->lineno - 1], *end = source->text + source->lines[node->end_lineno];
    while ((p = memchr(p, ':', (size_t)(end - p))) != NULL)
        if (*++p == '=') return true;
    return false;
}

// ---- units ----------------------------------------------------------------------------------------------------------

static bool is_function_like(const Scope *scope) { return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS; }

static bool is_annotation_like(const Scope *scope) {
    return scope->kind == SCOPE_ANNOTATIONS || scope->kind >= SCOPE_TYPE_PARAMETERS;
}

static Name *unit_name(Compiler *c, const Scope *scope) {
    if (scope->kind != SCOPE_TYPE_PARAMETERS) return scope->name;
    Buf text;
    buf_open(&text, &c->vm->mem);
    buf_format(&text, "<generic parameters of %s>", (const char *)scope->name->text);
    Name *name = text.failed ? NULL : names_intern(&c->tree->names, text.data, (u32)text.len);
    buf_close(&text);
    if (!name) fail_memory(c);
    return name;
}

static Str *qualname(Compiler *c, const Unit *u) {
    const Scope *scope = u->scope;
    Str *name = u->name ? name_str(c, u->name) : NULL;
    if (!name) return NULL;
    const Unit *outer = u->outer;
    if (outer && outer->outer && is_annotation_like(outer->scope)) outer = outer->outer;
    if (outer && outer->outer) {
        bool global = false;
        if (scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_CLASS) {
            const Symbol *symbol = scope_symbol(outer->scope, scope->name);
            global = symbol && symbol->resolution == GLOBAL_EXPLICIT;
        }
        if (!global) {
            u8 kind = outer->scope->kind;
            const char *middle = kind == SCOPE_FUNCTION || kind == SCOPE_LAMBDA ? ".<locals>." : ".";
            Str *s = outer->qualname ? str_format(c->vm, "%S%s%S", outer->qualname, middle, name) : NULL;
            return s ? str_intern_take(c->vm, s) : NULL;
        }
    }
    INCREF(name);
    return name;
}

static u32 unit_flags(const Unit *u) {
    const Scope *scope = u->scope;
    u32 flags = 0;
    if (is_function_like(scope)) {
        flags = CO_OPTIMIZED | CO_NEWLOCALS;
        if (scope->nested) flags |= CO_NESTED;
        if (scope->is_generator) flags |= scope->is_coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
        if (scope->has_varargs) flags |= CO_VARARGS;
        if (scope->has_varkeywords) flags |= CO_VARKEYWORDS;
        if (scope->kind == SCOPE_FUNCTION && u->outer && u->outer->scope->kind == SCOPE_CLASS) flags |= CO_METHOD;
    }
    if (scope->is_coroutine && !scope->is_generator) flags |= CO_COROUTINE;
    return flags;
}

static u32 parameter_count(const Scope *scope);

// Which register every plain local has: those with names first, then hidden ones. Of the cells, parameters come first.
static void place_locals(Compiler *c, Unit *u) {
    const Scope *scope = u->scope;
    u32 n = scope->local_count, others = scope->cell_count + scope->free_count, next = 0;
    u32 near = others < NEAR_LOCALS ? NEAR_LOCALS - others : 0;
    u->cell_start = n < near ? n : near;
    u->free_start = u->cell_start + scope->cell_count;
    u->nlocals = u->cell_start + others;
    u->nfar = n - u->cell_start;
    if (others > NEAR_LOCALS + 30) compile_error(c, scope->node, "too many variables of nested scopes");
    u->registers = n ? arena_get(c, n * sizeof *u->registers) : NULL;
    for (u32 i = 0; i < n && u->registers; i++)
        if (!scope->locals[i].hidden) u->registers[i] = (u16)next++;
    u->visible = next;
    for (u32 i = 0; i < n && u->registers; i++)
        if (scope->locals[i].hidden) u->registers[i] = (u16)next++;
    u->cells = scope->cell_count ? arena_get(c, scope->cell_count * sizeof *u->cells) : NULL;
    next = u->cell_start;
    for (i32 k = 0, params = (i32)parameter_count(scope); k <= params && u->cells; k++)
        for (u32 i = 0; i < scope->cell_count; i++)
            if (scope->cells[i].parameter == (k < params ? k : -1)) u->cells[i] = (u16)next++;
}

static void make_cells(Compiler *c, Unit *u) {
    const Scope *scope = u->scope;
    if (scope->free_count) emit(c, OP_COPY_FREE, u->free_start, scope->free_count, 0);
    for (u32 i = 0; i < scope->cell_count; i++) {
        if (scope->cells[i].hidden) continue;
        Reg cell = u->cells[i];
        i32 parameter = scope->cells[i].parameter;
        if (parameter < 0) emit(c, OP_MAKE_CELL, cell, 0, 0);
        else if ((u32)parameter < u->cell_start) {
            emit(c, OP_MAKE_CELL, cell, (u32)parameter, 1);
            certain_reset(&u->certain, (u32)parameter);
        } else {
            u32 far = (u32)parameter - u->cell_start;
            emit(c, OP_MAKE_CELL, cell, 0, 0);
            Reg r = emit_push(c, OP_LOAD_FAR, far, 0);
            temp_pop(c, r);
            emit(c, OP_STORE_CELL, cell, r, 0);
            emit(c, OP_DELETE_FAR, 1, far, 0);
        }
    }
}

// Positional ones: `format` of __annotate__ and the defaults given to what makes a generic function are not in the
// tree.
static u32 positional_count(const Scope *scope) {
    u32 n = scope->parameters;
    if (is_annotation_like(scope))
        for (const Symbol *s = scope->symbols; s; s = s->next) n += (s->flags & SYM_PARAMETER) != 0;
    return n;
}

static u32 parameter_count(const Scope *scope) {
    return positional_count(scope) + scope->kwonly + scope->has_varargs + scope->has_varkeywords;
}

void unit_open(Compiler *c, Unit *u, Scope *scope, u32 firstlineno) {
    *u = (Unit){
        .outer = c->unit,
        .scope = scope,
        .block = scope,
        .number = ++c->units,
        .first_word = c->nwords,
        .first_line = c->lines.len,
        .first_const = c->consts.len,
        .first_cache = c->caches.len,
        .first_exception = c->exceptions.len,
        .falls = true,
        .firstlineno = firstlineno,
        .outer_at = c->at,
    };
    c->unit = u;
    c->recursion += UNIT_RECURSION;
    c->noted = NULL;
    at(c, position_new(c, firstlineno, firstlineno, 0, 0));
    place_locals(c, u);
    if (c->failed) return;
    u->flags = unit_flags(u) | c->code_flags;
    u->name = unit_name(c, scope);
    u->qualname = qualname(c, u);
    if (!u->qualname) {
        c->failed = true;
        return;
    }
    u->walrus = has_walrus(c, scope->node);
    u32 parameters = parameter_count(scope);
    for (u32 i = 0; i < parameters && i < u->cell_start; i++) certain_set(&u->certain, i);
    bool future = c->code_flags & CO_FUTURE_ANNOTATIONS;
    if (scope->kind == SCOPE_FUNCTION) find_deleted(c, &scope->node->FunctionDef.body, &u->deleted);
    else if (scope->kind == SCOPE_CLASS && future) find_deleted(c, &scope->node->ClassDef.body, &u->deleted);
    else if (scope->kind == SCOPE_MODULE && future && scope->node->kind != NODE_Expression)
        find_deleted(c, &scope->node->Module.body, &u->deleted);
    make_cells(c, u);
    // A generator that has not started stands on the line of its def.
    if (scope->is_generator || scope->is_coroutine) {
        u->nblocks = 1;
        emit(c, OP_NOP, 0, 0, 0);
    }
}

// A block of exactly n items, copied.
static void *copy_items(Compiler *c, const void *from, u32 n, size_t item) {
    void *to = mem_alloc(&c->vm->mem, n * item);
    if (!to) return fail_memory(c), NULL;
    if (n) memcpy(to, from, n * item);
    return to;
}

// An item of a growing array, which has no memory yet while it is empty.
static const void *items_at(const void *data, u32 first, size_t item) {
    return data ? (const u8 *)data + first * item : NULL;
}

static Tuple *name_tuple(Compiler *c, u32 n) {
    Tuple *t = c->failed ? NULL : tuple_new(c->vm, n);
    if (!t) c->failed = true;
    return t;
}

static void tuple_set_name(Compiler *c, Tuple *t, u32 i, Name *name) {
    Str *s = name_str(c, name);
    t->items[i] = s ? own(value_object(s)) : V_NONE;
}

static void code_set_names(Compiler *c, Code *code, const Unit *u) {
    const Scope *scope = u->scope;
    u32 n = scope->local_count, others = scope->cell_count + scope->free_count, cells = 0;
    while (cells < scope->cell_count && !scope->cells[cells].hidden) cells++;
    code->varnames = name_tuple(c, u->visible);
    code->local_names = name_tuple(c, n + others + u->max_spilled);
    code->cellvars = name_tuple(c, cells);
    code->freevars = name_tuple(c, scope->free_count);
    if (c->failed) return;
    for (u32 i = 0; i < u->max_spilled; i++) tuple_set_name(c, code->local_names, n + others + i, name_word(c, ""));
    for (u32 i = 0; i < n; i++) {
        u32 r = u->registers[i];
        Name *name = scope->locals[i].name;
        if (name_is(name, ".format")) name = name_word(c, "format"); // as inspect.signature shows it
        if (r < u->visible) tuple_set_name(c, code->varnames, r, name);
        tuple_set_name(c, code->local_names, r < u->cell_start ? r : r + others, name);
    }
    for (u32 i = 0; i < scope->cell_count; i++) {
        if (i < cells) tuple_set_name(c, code->cellvars, u->cells[i] - u->cell_start, scope->cells[i].name);
        tuple_set_name(c, code->local_names, u->cells[i], scope->cells[i].name);
    }
    for (u32 i = 0; i < scope->free_count; i++) {
        tuple_set_name(c, code->freevars, i, scope->frees[i].name);
        tuple_set_name(c, code->local_names, u->free_start + i, scope->frees[i].name);
    }
}

static void code_set_tables(Compiler *c, Code *code, const Unit *u) {
    u32 words = c->nwords - u->first_word;
    code->code = copy_items(c, c->words + u->first_word, words, sizeof *code->code);
    code->depth = copy_items(c, c->depths + u->first_word, words, 1);
    if (code->code && code->depth) code->words = words;
    else { // code_dealloc frees by the same count
        mem_free(&c->vm->mem, code->code, words * sizeof *code->code);
        mem_free(&c->vm->mem, code->depth, words);
        code->code = NULL;
        code->depth = NULL;
    }
    u32 n = c->consts.len - u->first_const;
    if ((code->consts = copy_items(c, items_at(c->consts.data, u->first_const, sizeof(Value)), n, sizeof(Value)))) {
        code->nconsts = n;
        for (u32 i = 0; i < n; i++) incref(code->consts[i]);
    }
    n = c->exceptions.len - u->first_exception;
    code->exceptions = copy_items(c, items_at(c->exceptions.data, u->first_exception, sizeof(ExceptionEntry)), n,
                                  sizeof(ExceptionEntry));
    if (code->exceptions) code->nexceptions = n;
    n = c->lines.len - u->first_line;
    if ((code->lines = copy_items(c, items_at(c->lines.data, u->first_line, sizeof(CodeLine)), n, sizeof(CodeLine))))
        code->nlines = n;
    n = c->caches.len - u->first_cache;
    if ((code->caches = mem_alloc_zero(&c->vm->mem, n * sizeof(Cache)))) {
        code->ncaches = n;
        for (u32 i = 0; i < n; i++) {
            code->caches[i].name = ((Str **)c->caches.data)[u->first_cache + i];
            code->caches[i].value = V_UNSET;
            INCREF(code->caches[i].name);
        }
    } else fail_memory(c);
}

Value unit_close(Compiler *c) {
    Unit *u = c->unit;
    const Scope *scope = u->scope;
    Code *code = NULL;
    if (!c->failed && !is_dead(c)) emit_return_const(c, const_none(c));
    if (!c->failed && !(code = code_new(c->vm))) c->failed = true;
    if (code) {
        code->argcount = (u16)positional_count(scope);
        code->posonly = is_annotation_like(scope) && scope->kind != SCOPE_TYPE_PARAMETERS ? 1 : (u16)scope->posonly;
        code->kwonly = (u16)scope->kwonly;
        code->nparams = (u16)parameter_count(scope);
        code->nlocals = (u16)u->nlocals;
        code->ntemps = (u16)u->max_depth;
        code->nfar = (u16)(u->nfar + u->max_spilled);
        code->cell_start = (u16)u->cell_start;
        code->ncells = (u16)scope->cell_count;
        code->free_start = (u16)u->free_start;
        code->nfrees = (u16)scope->free_count;
        code->firstlineno = u->firstlineno;
        bool simple = !scope->kwonly && !scope->has_varargs && !scope->has_varkeywords && !code->nfar;
        for (u32 i = 0; i < scope->cell_count; i++) simple &= scope->cells[i].parameter < 0;
        code->flags = u->flags | (simple ? CO_SIMPLE : 0);
        code->name = name_str(c, u->name);
        code->qualname = u->qualname;
        code->filename = c->filename;
        code->source = c->source;
        if (code->name) INCREF(code->name);
        else c->failed = true;
        INCREF(code->qualname);
        INCREF(code->filename);
        if (code->source) INCREF(code->source);
        code_set_tables(c, code, u);
        code_set_names(c, code, u);
    }
    XDECREF(c->vm, u->qualname);
    c->nwords = u->first_word;
    c->lines.len = u->first_line;
    c->consts.len = u->first_const;
    c->caches.len = u->first_cache;
    c->exceptions.len = u->first_exception;
    c->unit = u->outer;
    c->recursion -= UNIT_RECURSION;
    c->at = u->outer_at;
    c->noted = NULL;
    if (!code) return V_ERROR;
    if (c->failed) {
        DECREF(c->vm, code);
        return V_ERROR;
    }
    return value_object(code);
}

// ---- errors ---------------------------------------------------------------------------------------------------------

void compile_error(Compiler *c, const Node *node, const char *format, ...) {
    if (c->failed) return;
    __builtin_va_list args;
    __builtin_va_start(args, format);
    const char *text = text_format(c->arena, format, args);
    __builtin_va_end(args);
    tree_late_error(c->tree, node ? node : c->at, "%s", text ? text : "");
    c->failed = true;
}

// SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset))
static Value raise_syntax_error(Vm *vm, u16 type, const SyntaxErrorInfo *error, Str *filename) {
    Value values[6] = {own(value_object(filename)), V_NONE, V_NONE, V_NONE, V_NONE, V_NONE};
    // What is found after parsing shows its line only where CPython could have read it again from a file.
    bool has_text = error->text && !(error->late && filename->len && str_at(filename, 0) == '<');
    if (!error->no_position) {
        values[1] = value_small(error->lineno);
        values[2] = value_small(error->offset);
        values[4] = value_small(error->end_lineno);
        values[5] = value_small(error->end_offset);
    }
    Str *message = str_from_text(vm, error->message ? error->message : "");
    Str *text = has_text && message ? str_from_utf8(vm, error->text, error->text_length + error->newline) : NULL;
    if (text) values[3] = value_object(text);
    Tuple *where = message && (text || !has_text) ? tuple_from(vm, values, 6) : NULL;
    Value exception = V_ERROR;
    if (where) exception = exception_new(vm, type, (Value[]){value_object(message), value_object(where)}, 2);
    decref(vm, values[0]);
    XDECREF(vm, text);
    XDECREF(vm, message);
    XDECREF(vm, where);
    if (exception == V_ERROR) return V_ERROR;
    raise_object(vm, exception);
    decref(vm, exception);
    return V_ERROR;
}

// The record of a syntax error as a pending exception.
static Value raise_syntax(Vm *vm, const SyntaxErrorInfo *error, Str *filename) {
    const char *message = error->message ? error->message : "";
    switch (error->kind) {
    case ERROR_MEMORY: return raise_memory(vm);
    case ERROR_RECURSION: return raise(vm, T_RecursionError, "%s", message);
    default: break;
    }
    u16 type = error->kind == ERROR_INDENTATION ? T_IndentationError
               : error->kind == ERROR_TAB       ? T_TabError
                                                : T_SyntaxError;
    return raise_syntax_error(vm, type, error, filename);
}

// ---- the whole ------------------------------------------------------------------------------------------------------

static Value compile_module(Compiler *c, Node *root) {
    Unit unit;
    unit_open(c, &unit, c->module, 1);
    if (root->kind == NODE_Expression) {
        Reg r = expr_operand(c, root->Expression.body);
        temp_pop(c, r);
        emit(c, OP_RETURN, r, 0, 0);
        emit_end(c);
        return unit_close(c);
    }
    const Seq *body = &root->Module.body;
    // __annotate__ is made first of all, but known last: its making stands at the end.
    bool annotations = c->module->annotations && !(c->tree->flags & TREE_FUTURE_ANNOTATIONS);
    Label start, setup;
    label_init(&start);
    label_init(&setup);
    if (body->count) at(c, body->items[0]);
    const Node *p = c->at;
    if (annotations) {
        emit_jump(c, &setup);
        unit.falls = true;
        label_bind_back(c, &start);
    }
    if (c->module->has_conditional_annotations) {
        emit_push(c, OP_BUILD_SET, 0, 0);
        name_store(c, name_word(c, "__conditional_annotations__"), top_temp(c));
    }
    compile_namespace(c, body, root->kind == NODE_Module);
    if (!is_dead(c)) emit_return_const(c, const_none(c));
    if (annotations) {
        label_bind(c, &setup);
        at(c, p);
        compile_annotations(c);
        emit_jump_back(c, &start);
    }
    return unit_close(c);
}

static bool compiler_close(Compiler *c) {
    Mem *mem = &c->vm->mem;
    for (Const *k = c->all_consts; k; k = k->next) decref(c->vm, k->value);
    for (NameInfo *info = c->names; info; info = info->next) DECREF(c->vm, info->str);
    mem_free(mem, c->words, (size_t)c->words_room * 4);
    mem_free(mem, c->depths, c->depths_room);
    mem_free(mem, c->lines.data, (size_t)c->lines.room * sizeof(CodeLine));
    mem_free(mem, c->consts.data, (size_t)c->consts.room * sizeof(Value));
    mem_free(mem, c->caches.data, (size_t)c->caches.room * sizeof(Str *));
    mem_free(mem, c->exceptions.data, (size_t)c->exceptions.room * sizeof(ExceptionEntry));
    XDECREF(c->vm, c->source);
    return !c->failed;
}

Value compile_tree(Vm *vm, Tree *tree, Scope *module, Str *filename, u32 code_flags) {
    Compiler c = {.vm = vm,
                  .tree = tree,
                  .arena = &tree->arena,
                  .filename = filename,
                  .module = module,
                  .code_flags = code_flags & ~(u32)CODE_NO_SOURCE};
    const Source *source = &tree->source;
    c.interactive = tree->mode == TREE_SINGLE;
    if (tree->flags & TREE_FUTURE_ANNOTATIONS) c.code_flags |= CO_FUTURE_ANNOTATIONS;
    if (!(code_flags & CODE_NO_SOURCE) && !(c.source = bytes_from(vm, source->text, source->length))) return V_ERROR;
    c.has_walrus = true;
    c.has_walrus = has_walrus(&c, &(Node){.lineno = 1, .end_lineno = source->line_count});
    Value code = compile_module(&c, tree->root);
    compiler_close(&c);
    return code;
}

static bool report_warnings(Vm *vm, const Tree *tree, Str *filename) {
    for (const TreeWarning *w = tree->warnings; w; w = w->next) {
        u32 length;
        const u8 *line = source_line(&tree->source, w->lineno, &length);
        if (!vm_warn_syntax(vm, w->message, filename, w->lineno, line, length)) return false;
    }
    return true;
}

_Static_assert((int)CODE_FILE == TREE_FILE && (int)CODE_EVAL == TREE_EVAL && (int)CODE_SINGLE == TREE_SINGLE, "modes");
_Static_assert((int)CODE_TOP_LEVEL_AWAIT == TREE_ALLOW_TOP_LEVEL_AWAIT && (int)CODE_IGNORE_COOKIE == TREE_IGNORE_COOKIE,
               "flags");

Code *code_compile(Vm *vm, const u8 *source, size_t length, Str *filename, int mode, u32 flags) {
    Tree tree;
    Value code = V_ERROR;
    tree_open(&tree, &vm->mem);
    tree.grammar = vm->grammar;
    Node *root = tree_parse(&tree, source, length, (TreeMode)mode, flags & 0xFF);
    Scope *module = root ? scope_build(&tree) : NULL;
    if (module && flags & CODE_KEEP_LAST && root->kind == NODE_Module && root->Module.body.count) {
        Node *last = root->Module.body.items[root->Module.body.count - 1];
        if (last->kind == NODE_Expr) last->kind = NODE_Return; // the same field, `value`
    }
    if (module && report_warnings(vm, &tree, filename))
        code = compile_tree(vm, &tree, module, filename, flags & (CO_HIDDEN | CODE_NO_SOURCE));
    if (tree.error.kind != ERROR_NONE) {
        if (code != V_ERROR) decref(vm, code);
        code = tree.error.kind == ERROR_NO_GRAMMAR ? V_ERROR : raise_syntax(vm, &tree.error, filename);
    }
    tree_close(&tree);
    return code == V_ERROR ? NULL : code_get(code);
}
