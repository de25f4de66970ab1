// assign.c: names and what they mean in a block, and all that stores: targets, unpacking, augmented and annotated
// assignment, del.
#include "code/compiler.h"
#include "base/utf8.h"

// ---- names ----------------------------------------------------------------------------------------------------------

Place place_of(Compiler *c, Name *name) {
    const Unit *u = c->unit;
    if (!name) return (Place){PLACE_GLOBAL, 0, NULL};
    const Symbol *symbol = scope_symbol(u->block, name);
    bool is_class = u->scope->kind == SCOPE_CLASS && u->block == u->scope;
    Place place = {PLACE_GLOBAL, 0, symbol ? symbol->name : name};
    switch (symbol ? symbol->resolution : RESOLVED_NOT) {
    case LOCAL:
        if (symbol->slot < 0) {
            place.kind = PLACE_NAME;
            break;
        }
        place.index = u->registers[symbol->slot];
        place.kind = PLACE_LOCAL;
        if (place.index >= u->cell_start) place.kind = PLACE_FAR, place.index -= u->cell_start;
        break;
    case CELL:
        place.kind = PLACE_CELL;
        place.index = u->cells[symbol->slot];
        break;
    case FREE:
        place.kind = is_class ? PLACE_CLASS_CELL : u->scope->can_see_class ? PLACE_DICT_CELL : PLACE_CELL;
        place.index = u->free_start + (u32)symbol->slot;
        break;
    case GLOBAL_EXPLICIT: break;
    default:
        if (u->scope->kind == SCOPE_MODULE || is_class) place.kind = PLACE_NAME;
        else if (u->scope->can_see_class) place.kind = PLACE_DICT_GLOBAL;
    }
    return place;
}

Reg name_local(Compiler *c, Name *name) {
    Place place = place_of(c, name);
    return place.kind == PLACE_LOCAL ? place.index : NO_REG;
}

void check_local(Compiler *c, Reg r) {
    if (certain_has(&c->unit->certain, r)) return;
    emit(c, OP_CHECK, r, 0, 0);
    certain_set(&c->unit->certain, r);
}

void load_cell(Compiler *c, u32 index) { emit_push(c, OP_LOAD_CELL, index, 0); }

static void load_classdict(Compiler *c) {
    Name *name = name_word(c, "__classdict__");
    const Symbol *symbol = name ? scope_symbol(c->unit->scope, name) : NULL;
    load_cell(c, c->unit->free_start + (symbol ? (u32)symbol->slot : 0));
}

void name_load(Compiler *c, Name *name) {
    if (name && name->length == 9 && memcmp(name->text, "__debug__", 9) == 0)
        return emit_const(c, const_take(c, V_TRUE));
    Place place = place_of(c, name);
    switch (place.kind) {
    case PLACE_LOCAL:
        check_local(c, place.index);
        emit_move(c, place.index);
        break;
    case PLACE_FAR: emit_push(c, OP_LOAD_FAR, place.index, 0); break;
    case PLACE_CELL: load_cell(c, place.index); break;
    case PLACE_GLOBAL:
        emit_wide(c, OP_LOAD_GLOBAL, next_temp(c), 0, 0, cache_global(c, place.name));
        temp_push(c);
        break;
    case PLACE_NAME:
        emit_wide(c, OP_LOAD_NAME, next_temp(c), 0, 0, cache_name(c, place.name));
        temp_push(c);
        break;
    case PLACE_CLASS_CELL:
        emit_wide(c, OP_LOAD_CLASS_CELL, next_temp(c), place.index, 0, cache_new(c, place.name));
        temp_push(c);
        break;
    case PLACE_DICT_CELL:
        load_classdict(c);
        emit_wide(c, OP_LOAD_DICT_CELL, top_temp(c), place.index, 0, cache_new(c, place.name));
        break;
    case PLACE_DICT_GLOBAL:
        load_classdict(c);
        emit_wide(c, OP_LOAD_DICT_GLOBAL, top_temp(c), 0, 0, cache_new(c, place.name));
        break;
    }
}

void name_store(Compiler *c, Name *name, Reg value) {
    Place place = place_of(c, name);
    temp_pop(c, value);
    switch (place.kind) {
    case PLACE_LOCAL:
        if (is_temp(c, value)) emit(c, OP_STORE, place.index, value, 0);
        else if (value != place.index) emit(c, OP_COPY, place.index, value, 0);
        certain_set(&c->unit->certain, place.index);
        break;
    case PLACE_FAR: emit(c, OP_STORE_FAR, value, place.index, 0); break;
    case PLACE_GLOBAL:
    case PLACE_DICT_GLOBAL: emit_wide(c, OP_STORE_GLOBAL, value, 0, 0, cache_new(c, place.name)); break;
    case PLACE_NAME: emit_wide(c, OP_STORE_NAME, value, 0, 0, cache_new(c, place.name)); break;
    default: emit(c, OP_STORE_CELL, place.index, value, 0);
    }
}

void name_delete(Compiler *c, Name *name) {
    Place place = place_of(c, name);
    switch (place.kind) {
    case PLACE_LOCAL:
        emit(c, OP_DELETE, place.index, 0, 0);
        certain_reset(&c->unit->certain, place.index);
        break;
    case PLACE_FAR: emit(c, OP_DELETE_FAR, 0, place.index, 0); break;
    case PLACE_GLOBAL:
    case PLACE_DICT_GLOBAL: emit_wide(c, OP_DELETE_GLOBAL, 0, 0, 0, cache_new(c, place.name)); break;
    case PLACE_NAME: emit_wide(c, OP_DELETE_NAME, 0, 0, 0, cache_new(c, place.name)); break;
    default: emit(c, OP_DELETE_CELL, place.index, 0, 0);
    }
}

void name_unbind(Compiler *c, Name *name) {
    Place place = place_of(c, name);
    if (place.kind == PLACE_LOCAL) {
        emit(c, OP_CLEAR, place.index, 0, 0);
        certain_reset(&c->unit->certain, place.index);
    } else if (place.kind == PLACE_FAR) {
        emit(c, OP_DELETE_FAR, 1, place.index, 0);
    } else { // name = None first, since the body may have deleted it
        emit_none(c);
        name_store(c, name, top_temp(c));
        name_delete(c, name);
    }
}

// ---- does a := get in between? --------------------------------------------------------------------------------------

static bool any_rebinds(Compiler *c, const Seq *items, Reg local) {
    for (u32 i = 0; i < items->count; i++)
        if (rebinds(c, items->items[i], local)) return true;
    return false;
}

static bool generators_rebind(Compiler *c, const Seq *generators, Reg local) {
    for (u32 i = 0; i < generators->count; i++) {
        const Node *g = generators->items[i];
        if (rebinds(c, g->comprehension.iter, local) || any_rebinds(c, &g->comprehension.ifs, local)) return true;
    }
    return false;
}

bool rebinds(Compiler *c, const Node *e, Reg local) {
    if (!e || !c->unit->walrus || local >= c->unit->nlocals) return false;
    switch (e->kind) {
    case NODE_NamedExpr:
        return name_local(c, e->NamedExpr.target->Name.id) == local || rebinds(c, e->NamedExpr.value, local);
    case NODE_BoolOp: return any_rebinds(c, &e->BoolOp.values, local);
    case NODE_BinOp: return rebinds(c, e->BinOp.left, local) || rebinds(c, e->BinOp.right, local);
    case NODE_UnaryOp: return rebinds(c, e->UnaryOp.operand, local);
    case NODE_IfExp:
        return rebinds(c, e->IfExp.test, local) || rebinds(c, e->IfExp.body, local) ||
               rebinds(c, e->IfExp.orelse, local);
    case NODE_Dict: return any_rebinds(c, &e->Dict.keys, local) || any_rebinds(c, &e->Dict.values, local);
    case NODE_Set: return any_rebinds(c, &e->Set.elts, local);
    case NODE_List:
    case NODE_Tuple: return any_rebinds(c, &e->List.elts, local);
    case NODE_ListComp:
    case NODE_SetComp:
        return rebinds(c, e->ListComp.elt, local) || generators_rebind(c, &e->ListComp.generators, local);
    case NODE_DictComp:
        return rebinds(c, e->DictComp.key, local) || rebinds(c, e->DictComp.value, local) ||
               generators_rebind(c, &e->DictComp.generators, local);
    case NODE_GeneratorExp: return rebinds(c, e->GeneratorExp.generators.items[0]->comprehension.iter, local);
    case NODE_Await: return rebinds(c, e->Await.value, local);
    case NODE_Yield: return rebinds(c, e->Yield.value, local);
    case NODE_YieldFrom: return rebinds(c, e->YieldFrom.value, local);
    case NODE_Compare: return rebinds(c, e->Compare.left, local) || any_rebinds(c, &e->Compare.comparators, local);
    case NODE_Call:
        return rebinds(c, e->Call.func, local) || any_rebinds(c, &e->Call.args, local) ||
               any_rebinds(c, &e->Call.keywords, local);
    case NODE_keyword: return rebinds(c, e->keyword.value, local);
    case NODE_FormattedValue:
        return rebinds(c, e->FormattedValue.value, local) || rebinds(c, e->FormattedValue.format_spec, local);
    case NODE_Interpolation:
        return rebinds(c, e->Interpolation.value, local) || rebinds(c, e->Interpolation.format_spec, local);
    case NODE_JoinedStr:
    case NODE_TemplateStr: return any_rebinds(c, &e->JoinedStr.values, local);
    case NODE_Attribute: return rebinds(c, e->Attribute.value, local);
    case NODE_Subscript: return rebinds(c, e->Subscript.value, local) || rebinds(c, e->Subscript.slice, local);
    case NODE_Starred: return rebinds(c, e->Starred.value, local);
    case NODE_Slice:
        return rebinds(c, e->Slice.lower, local) || rebinds(c, e->Slice.upper, local) ||
               rebinds(c, e->Slice.step, local);
    case NODE_Lambda: // its defaults
        return any_rebinds(c, &e->Lambda.args->arguments.defaults, local) ||
               any_rebinds(c, &e->Lambda.args->arguments.kw_defaults, local);
    default: return false;
    }
}

// ---- targets --------------------------------------------------------------------------------------------------------

const Node *attribute_position(Compiler *c, const Node *attribute, const Node *p) {
    u32 line = attribute->end_lineno;
    if (p->lineno == line) return p;
    // Columns count bytes here, the length of the name characters: as CPython does it.
    const Name *name = attribute->Attribute.attr;
    u32 length = (u32)utf8_measure(name->text, name->length, NULL), end = attribute->end_col_offset;
    u32 start = length <= end ? end - length : (u32)-1, end_line = p->end_lineno < line ? line : p->end_lineno;
    return position_new(c, line, end_line, start,
                        line == end_line && p->end_col_offset < start ? start : p->end_col_offset);
}

// self.x = … in a method: x is one of the class's __static_attributes__.
void note_static(Compiler *c, const Node *e) {
    const Node *self = e->Attribute.value;
    if (self->kind != NODE_Name || !name_is(self->Name.id, "self")) return;
    Unit *u = c->unit->outer;
    while (u && u->scope->kind != SCOPE_CLASS) u = u->outer;
    if (!u) return;
    for (u32 i = u->nstatics; i-- > 0;)
        if (u->statics[i] == e->Attribute.attr) return;
    if (u->nstatics == u->statics_room) {
        u32 room = u->statics_room ? u->statics_room * 2 : 16;
        Name **statics = arena_get(c, room * sizeof *statics);
        if (!statics) return;
        if (u->nstatics) memcpy(statics, u->statics, u->nstatics * sizeof *statics);
        u->statics = statics;
        u->statics_room = room;
    }
    u->statics[u->nstatics++] = e->Attribute.attr;
}

static void emit_store_attr(Compiler *c, const Node *target, Reg object, Reg value) {
    note_static(c, target);
    temp_pop(c, object);
    temp_pop(c, value);
    at(c, attribute_position(c, target, target));
    emit_wide(c, OP_STORE_ATTR, object, value, 0, cache_new(c, target->Attribute.attr));
}

static void emit_set_item(Compiler *c, const Node *target, Reg object, Reg key, Reg value) {
    temp_pop(c, key);
    temp_pop(c, object);
    temp_pop(c, value);
    at(c, target);
    emit(c, OP_SET_ITEM, object, key, value);
}

// Takes the topmost temporary apart into n ones, the first on top, and stores each.
static void unpack(Compiler *c, Node *target) {
    const Seq *items = &target->List.elts;
    u32 n = items->count, star = n, i = 0;
    for (u32 k = 0; k < n; k++)
        if (items->items[k]->kind == NODE_Starred && star == n) star = k;
    at(c, target);
    // Too many for the registers: 32 from the front, again and again.
    u32 limit = temps_left(c) > 100 ? 64 : CHUNK;
    while ((star < n ? star : n) - i > limit) {
        emit_build(c, OP_UNPACK_EX, 1, CHUNK, 0);
        for (u32 k = 0; k < CHUNK; k++) temp_push(c);
        for (u32 end = i + CHUNK; i < end; i++) store_temp(c, items->items[i]);
        at(c, target);
    }
    u32 count = n - i;
    if (star < n) {
        if (n - star - 1 > 255 || star > 255)
            return compile_error(c, target, "too many expressions in star-unpacking assignment");
        emit_build(c, OP_UNPACK_EX, 1, star - i, n - star - 1);
    } else if (!count) { // () = x
        Reg value = temp_pop_top(c);
        emit(c, OP_UNPACK, value, 0, 0);
        return;
    } else emit_build(c, OP_UNPACK, 1, count, 0);
    for (u32 k = 1; k < count; k++) temp_push(c);
    for (; i < n; i++) {
        Node *item = items->items[i];
        store_temp(c, item->kind == NODE_Starred ? item->Starred.value : item);
    }
}

void store_temp(Compiler *c, Node *target) {
    Reg value = top_temp(c);
    switch (target->kind) {
    case NODE_Name:
        at(c, target);
        name_store(c, target->Name.id, value);
        break;
    case NODE_Attribute: {
        Reg object = expr_operand(c, target->Attribute.value);
        emit_store_attr(c, target, object, value);
        break;
    }
    case NODE_Subscript: {
        Reg object = expr_operand_before(c, target->Subscript.value, target->Subscript.slice, NULL);
        Reg key = compile_slice(c, target->Subscript.slice, NULL);
        emit_set_item(c, target, object, key, value);
        break;
    }
    case NODE_List:
    case NODE_Tuple:
        if (!recursion_enter(c)) break;
        unpack(c, target);
        recursion_leave(c);
        break;
    case NODE_Starred: compile_error(c, target, "starred assignment target must be in a list or tuple"); break;
    default: break;
    }
}

// Can a, b = x, y do without the tuple? As many on both sides, no stars.
static bool is_parallel(const Node *target, const Node *value) {
    if (value->kind != NODE_Tuple) return false;
    const Seq *targets = &target->List.elts, *values = &value->Tuple.elts;
    if (targets->count != values->count || !values->count || values->count > CHUNK) return false;
    for (u32 i = 0; i < targets->count; i++)
        if (targets->items[i]->kind == NODE_Starred || values->items[i]->kind == NODE_Starred) return false;
    return true;
}

// a, b = x, y: all values first, then the stores from left to right. Where all targets are different locals the order
// of the stores does not show, and the last value goes to its place at once.
static void assign_parallel(Compiler *c, Node *target, Node *value) {
    const Seq *targets = &target->List.elts, *values = &value->Tuple.elts;
    u32 n = targets->count;
    bool locals = true;
    Certain seen = {{0}};
    for (u32 i = 0; i < n && locals; i++) {
        Node *t = targets->items[i];
        Reg r = t->kind == NODE_Name ? name_local(c, t->Name.id) : NO_REG;
        if (r == NO_REG || certain_has(&seen, r)) locals = false;
        else certain_set(&seen, r);
    }
    for (u32 i = 0; i + locals < n; i++) expr_push(c, values->items[i]);
    if (locals) {
        expr_into(c, values->items[n - 1], name_local(c, targets->items[n - 1]->Name.id));
        for (u32 i = n - 1; i-- > 0;) store_temp(c, targets->items[i]);
        return;
    }
    Reg base = top_temp(c) - (n - 1);
    for (u32 i = 0; i < n / 2; i++) emit(c, OP_SWAP, base + i, base + n - 1 - i, 0);
    for (u32 i = 0; i < n; i++) store_temp(c, targets->items[i]);
}

void assign_to(Compiler *c, Node *target, Node *value) {
    switch (target->kind) {
    case NODE_Name: {
        Reg local = name_local(c, target->Name.id);
        if (local != NO_REG) return expr_into(c, value, local);
        Reg r = expr_operand(c, value);
        at(c, target);
        name_store(c, target->Name.id, r);
        break;
    }
    case NODE_Attribute: {
        Reg r = expr_operand_before(c, value, target->Attribute.value, NULL);
        Reg object = expr_operand(c, target->Attribute.value);
        emit_store_attr(c, target, object, r);
        break;
    }
    case NODE_Subscript: {
        Reg r = expr_operand_before(c, value, target->Subscript.value, target->Subscript.slice);
        Reg object = expr_operand_before(c, target->Subscript.value, target->Subscript.slice, NULL);
        Reg key = compile_slice(c, target->Subscript.slice, NULL);
        emit_set_item(c, target, object, key, r);
        break;
    }
    default:
        if ((target->kind == NODE_Tuple || target->kind == NODE_List) && is_parallel(target, value))
            return assign_parallel(c, target, value);
        expr_push(c, value);
        store_temp(c, target);
    }
}

void compile_assign(Compiler *c, Node *s) {
    const Seq *targets = &s->Assign.targets;
    u32 n = targets->count;
    if (n == 1) return assign_to(c, targets->items[0], s->Assign.value);
    expr_push(c, s->Assign.value);
    for (u32 i = 0; i < n; i++) {
        if (i < n - 1) {
            at(c, s);
            emit_push(c, OP_DUP, top_temp(c), 0);
        }
        store_temp(c, targets->items[i]);
    }
}

// ---- augmented assignment -------------------------------------------------------------------------------------------

// x op= value, x a local or the topmost temporary.
static void emit_inplace(Compiler *c, Node *s, Reg x) {
    u32 op = s->AugAssign.op;
    bool fast = op == OP_Add || op == OP_Sub;
    u32 k = fast ? small_const(c, s->AugAssign.value, false) : NO_REG;
    if (k != NO_REG) {
        at(c, s);
        emit(c, op == OP_Add ? OP_IADD_K : OP_ISUB_K, x, k, 0);
        return;
    }
    Reg value = expr_operand(c, s->AugAssign.value);
    temp_pop(c, value);
    at(c, s);
    if (fast) emit(c, op == OP_Add ? OP_IADD : OP_ISUB, x, value, 0);
    else emit_wide(c, OP_INPLACE, x, value, 0, binary_operators[op]);
}

void compile_augmented(Compiler *c, Node *s) {
    Node *target = s->AugAssign.target, *value = s->AugAssign.value;
    switch (target->kind) {
    case NODE_Name: {
        Reg local = name_local(c, target->Name.id);
        at(c, target);
        if (local != NO_REG && !rebinds(c, value, local)) {
            check_local(c, local);
            emit_inplace(c, s, local);
            break;
        }
        name_load(c, target->Name.id);
        emit_inplace(c, s, top_temp(c));
        at(c, target);
        name_store(c, target->Name.id, top_temp(c));
        break;
    }
    case NODE_Attribute: {
        Reg object = expr_operand_before(c, target->Attribute.value, value, NULL);
        const Node *p = attribute_position(c, target, target);
        u32 op = OP_LOAD_ATTR;
        Reg from = object;
        if (is_temp(c, object)) {
            at(c, target);
            from = emit_push(c, OP_DUP, object, 0);
            temp_pop(c, from);
            op = OP_LOAD_ATTR_T;
        }
        at(c, p);
        emit_wide(c, op, next_temp(c), from, 0, cache_new(c, target->Attribute.attr));
        Reg x = temp_push(c);
        emit_inplace(c, s, x);
        temp_pop(c, x);
        temp_pop(c, object);
        at(c, p);
        emit_wide(c, OP_STORE_ATTR, object, x, 0, cache_new(c, target->Attribute.attr));
        break;
    }
    case NODE_Subscript: {
        Node *slice = target->Subscript.slice;
        Reg object = expr_operand_before(c, target->Subscript.value, slice, value);
        Reg key = compile_slice(c, slice, value);
        at(c, target);
        Reg object_copy = is_temp(c, object) ? emit_push(c, OP_DUP, object, 0) : object;
        Reg key_copy = is_temp(c, key) ? emit_push(c, OP_DUP, key, 0) : key;
        Reg x = emit_binary(c, OP_GET_ITEM, object_copy, key_copy);
        emit_inplace(c, s, x);
        temp_pop(c, x);
        temp_pop(c, key);
        temp_pop(c, object);
        at(c, target);
        emit(c, OP_SET_ITEM, object, key, x);
        break;
    }
    default: break;
    }
}

// ---- annotated assignment -------------------------------------------------------------------------------------------

static void check_annotation(Compiler *c, Node *e) {
    if (!e) return;
    expr_push(c, e);
    emit_drop(c);
}

static void check_annotation_slice(Compiler *c, Node *e) {
    if (e->kind == NODE_Slice) {
        check_annotation(c, e->Slice.lower);
        check_annotation(c, e->Slice.upper);
        check_annotation(c, e->Slice.step);
    } else if (e->kind == NODE_Tuple) {
        for (u32 i = 0; i < e->Tuple.elts.count; i++) check_annotation_slice(c, e->Tuple.elts.items[i]);
    } else check_annotation(c, e);
}

// A simple annotated name of a module or class: __annotate__ will come back to it.
static void note_annotation(Compiler *c, Node *s) {
    Unit *u = c->unit;
    if (u->nannotations == u->annotations_room) {
        u32 room = u->annotations_room ? u->annotations_room * 2 : 16;
        Node **all = arena_get(c, room * sizeof *all);
        if (!all) return;
        if (u->nannotations) memcpy(all, u->annotations, u->nannotations * sizeof *all);
        u->annotations = all;
        u->annotations_room = room;
    }
    u->annotations[u->nannotations++] = s;
    if (!s->AnnAssign.conditional) return;
    at(c, s);
    Name *name = name_word(c, "__conditional_annotations__");
    const Symbol *symbol = name ? scope_symbol(u->scope, name) : NULL;
    if (symbol && symbol->resolution == CELL) load_cell(c, u->cells[symbol->slot]);
    else name_load(c, name);
    Reg set = top_temp(c);
    emit_const(c, const_take(c, value_small(u->conditional++)));
    temp_pop_top(c);
    emit(c, OP_SET_ADD, set, set + 1, 0);
    emit_drop(c);
}

void compile_annotated(Compiler *c, Node *s) {
    Node *target = s->AnnAssign.target;
    bool future = c->tree->flags & TREE_FUTURE_ANNOTATIONS, has_value = s->AnnAssign.value != NULL;
    u8 kind = c->unit->scope->kind;
    bool in_namespace = kind == SCOPE_MODULE || kind == SCOPE_CLASS;
    if (has_value) assign_to(c, target, s->AnnAssign.value);
    if (target->kind == NODE_Name) {
        if (s->AnnAssign.simple && in_namespace) {
            if (!future) note_annotation(c, s);
            else {
                at(c, s->AnnAssign.annotation);
                emit_const(c, const_take(c, unparse(c, s->AnnAssign.annotation)));
                Reg text = top_temp(c);
                at(c, s);
                Name *annotations = name_word(c, "__annotations__");
                emit_wide(c, OP_LOAD_NAME, next_temp(c), 0, 0, cache_name(c, annotations));
                Reg dict = temp_push(c);
                emit_const(c, const_name(c, place_of(c, target->Name.id).name));
                Reg key = temp_pop_top(c);
                temp_pop(c, dict);
                temp_pop(c, text);
                emit(c, OP_SET_ITEM, dict, key, text);
            }
        }
    } else if (!has_value) {
        if (target->kind == NODE_Attribute) check_annotation(c, target->Attribute.value);
        else {
            check_annotation(c, target->Subscript.value);
            check_annotation_slice(c, target->Subscript.slice);
        }
    }
}

void compile_delete(Compiler *c, Node *target) {
    switch (target->kind) {
    case NODE_Name:
        at(c, target);
        name_delete(c, target->Name.id);
        break;
    case NODE_Attribute: {
        Reg object = expr_operand(c, target->Attribute.value);
        temp_pop(c, object);
        at(c, attribute_position(c, target, target));
        emit_wide(c, OP_DELETE_ATTR, object, 0, 0, cache_new(c, target->Attribute.attr));
        break;
    }
    case NODE_Subscript: {
        Reg object = expr_operand_before(c, target->Subscript.value, target->Subscript.slice, NULL);
        Reg key = compile_slice(c, target->Subscript.slice, NULL);
        temp_pop(c, key);
        temp_pop(c, object);
        at(c, target);
        emit(c, OP_DELETE_ITEM, object, key, 0);
        break;
    }
    case NODE_List:
    case NODE_Tuple:
        if (!recursion_enter(c)) break;
        for (u32 i = 0; i < target->List.elts.count; i++) compile_delete(c, target->List.elts.items[i]);
        recursion_leave(c);
        break;
    default: break;
    }
}
