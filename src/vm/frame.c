// frame.c: frames come from a list on their code object and go back to it, so that a call allocates nothing.
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/machine.h"
#include "obj/call.h"
#include "obj/gc.h"
#include "obj/ops.h"

static size_t frame_size(u32 nslots) { return sizeof(GcHead) + sizeof(Frame) + nslots * sizeof(Value); }

static Frame *frame_alloc(Vm *vm, u32 nslots) {
    u8 *block = mem_alloc(&vm->mem, frame_size(nslots));
    if (!block) return raise_memory(vm), NULL;
    GcHead *h = (GcHead *)block;
    h->next = h->prev = NULL;
    Frame *f = (Frame *)(block + sizeof(GcHead));
    memset(f, 0, sizeof *f);
    f->head.shape = vm_type(vm, T_FRAME)->shape;
    f->nslots = nslots;
    f->ns = f->instead = V_UNSET;
    return f;
}

static void frame_dispose(Vm *vm, Frame *f) {
    mem_free(&vm->mem, (u8 *)f - sizeof(GcHead), frame_size(f->nslots));
}

void code_frames_free(Vm *vm, Code *code) {
    while (code->free_frames) {
        Frame *f = code->free_frames;
        code->free_frames = f->back;
        frame_dispose(vm, f);
    }
}

Frame *frame_push(Vm *vm, Function *function) {
    Fiber *fiber = vm->fiber;
    Code *code = function->code;
    if (unlikely(fiber->depth >= vm->machine->recursion_limit)) {
        raise(vm, T_RecursionError, "maximum recursion depth exceeded");
        return NULL;
    }
    Frame *f = code->free_frames;
    if (likely(f != NULL)) code->free_frames = f->back;
    else {
        f = frame_alloc(vm, (u32)code->nlocals + code->ntemps + code->nfar);
        if (!f) return NULL;
        f->code = code;
    }
    f->head.refs = 1;
    f->pc = code->code;
    INCREF(f->function = function);
    f->ret = RETURN_DELIVER;
    f->back = fiber->frame;
    fiber->frame = f;
    if (!(code->flags & CO_HIDDEN)) fiber->depth++;
    return f;
}

Frame *step_push(Vm *vm, StepFn step, u32 nslots) {
    Frame *f = frame_alloc(vm, nslots);
    if (!f) return NULL;
    f->head.refs = 1;
    f->kind = FRAME_STEP;
    f->step = step;
    f->ret = RETURN_DELIVER;
    for (u32 i = 0; i < nslots; i++) f->slots[i] = V_UNSET;
    f->back = vm->fiber->frame;
    vm->fiber->frame = f;
    return f;
}

// Everything that a frame owns. A Python frame's temporaries have been dropped before.
static void frame_clear(Vm *vm, Frame *f) {
    if (f->kind == FRAME_STEP) {
        for (u32 i = 0; i < f->nslots; i++) {
            Value v = f->slots[i];
            f->slots[i] = V_UNSET;
            decref(vm, v);
        }
    } else {
        Code *code = f->code; // the last local goes first, as in CPython
        for (u32 i = code->nfar, at = code->nlocals + code->ntemps; i-- > 0;) {
            Value v = f->slots[at + i];
            f->slots[at + i] = V_UNSET;
            decref(vm, v);
        }
        for (u32 i = code->nlocals; i-- > 0;) {
            Value v = f->slots[i];
            f->slots[i] = V_UNSET;
            decref(vm, v);
        }
    }
    Value ns = f->ns;
    f->ns = V_UNSET;
    decref(vm, ns);
    Value instead = f->instead;
    f->instead = V_UNSET;
    decref(vm, instead);
}

static void frame_recycle(Vm *vm, Frame *f) {
    frame_clear(vm, f);
    if (f->kind == FRAME_STEP) {
        frame_dispose(vm, f);
        return;
    }
    Function *function = f->function;
    Code *code = f->code;
    f->function = NULL;
    f->generator = NULL;
    f->check = 0;
#ifdef AITER_NO_POOLS
    (void)code;
    frame_dispose(vm, f);
#else
    f->back = code->free_frames;
    code->free_frames = f;
#endif
    DECREF(vm, function);
}

void frame_leave(Vm *vm, Frame *f) {
    Fiber *fiber = vm->fiber;
    fiber->frame = f->back;
    if (f->kind == FRAME_PYTHON && !(f->code->flags & CO_HIDDEN)) fiber->depth--;
    f->back = NULL;
    if (likely(--f->head.refs == 0)) frame_recycle(vm, f);
    else if (f->kind == FRAME_PYTHON) gc_track(vm, &f->head); // a traceback or frame object keeps it
}

void frame_drop(Vm *vm, Frame *f, u32 from, u32 to) {
    Value *t = f->slots + f->code->nlocals;
    while (to > from) decref(vm, t[--to]);
}

u32 frame_place(const Frame *f) { return f->pc < f->code->code ? 0 : (u32)(f->pc - f->code->code); }

int frame_line(const Frame *f) {
    if (!f->code) return 0;
    if (f->pc < f->code->code) return (int)f->code->firstlineno;
    const CodeLine *line = code_line(f->code, frame_place(f));
    return line && line->line > 0 ? line->line : (int)f->code->firstlineno;
}

Dict *frame_globals(const Frame *f) { return f->function->globals; }

Value frame_locals(Vm *vm, Frame *f) {
    Code *code = f->code;
    Dict *dict = NULL;
    Value space = f->ns != V_UNSET ? f->ns : code->flags & CO_OPTIMIZED ? V_UNSET : value_object(f->function->globals);
    if (space == V_UNSET && !(dict = dict_new(vm, 8))) return V_ERROR;
    for (u32 i = 0; i < code->local_names->len; i++) {
        u32 reg = i < code->nlocals ? i : i + code->ntemps; // local_names: every register, then the far ones
        Value v = f->slots[reg];
        bool is_cell = (reg >= code->cell_start && reg < (u32)code->cell_start + code->ncells) ||
                       (reg >= code->free_start && reg < (u32)code->free_start + code->nfrees);
        if (is_cell && value_is(v, T_CELL)) v = cell_get(v)->content;
        if (v == V_UNSET || !value_has(code->local_names->items[i], SHAPE_STR)) continue;
        Str *name = str_get(code->local_names->items[i]);
        if (name->len && str_at(name, 0) == '.') continue;
        // Beside a namespace: a variable of a comprehension that is under way. It stands in a copy.
        if (!dict && !(value_has(space, SHAPE_DICTTYPE) && (dict = dict_copy(vm, dict_get(space))))) break;
        if (!dict_set_str(vm, dict, name, v)) {
            DECREF(vm, dict);
            return V_ERROR;
        }
    }
    return dict ? value_object(dict) : own(space);
}

Value frame_calls(Vm *vm, const Frame *f, u32 depth) {
    List *calls = list_new(vm, depth);
    for (; calls && f && calls->len < depth; f = f->back) {
        if (f->kind == FRAME_STEP || f->code->flags & CO_HIDDEN) continue;
        Tuple *call = tuple_pack(vm, 3, value_object(f->code->filename), value_small(frame_line(f)), value_object(f->code->name));
        bool added = call && list_append(vm, calls, value_object(call));
        XDECREF(vm, call);
        if (!added) return DECREF(vm, calls), V_ERROR;
    }
    if (!calls) return V_ERROR;
    Value all = tuple_of(vm, value_object(calls));
    DECREF(vm, calls);
    return all;
}

// ---- as an object: what a traceback or sys._getframe holds

static void frame_dealloc(Vm *vm, Object *o) {
    Frame *f = (Frame *)o;
    if (gc_head(o)->next) gc_untrack(vm, o);
    f->head.refs = 0;
    frame_recycle(vm, f);
}
static void frame_traverse(Object *o, Visit *visit) {
    Frame *f = (Frame *)o;
    if (f->kind == FRAME_STEP || !f->code) return;
    u32 live = f->generator && f->generator->state == GEN_SUSPENDED ? f->code->depth[frame_place(f)] : 0;
    for (u32 i = 0; i < f->code->nlocals + live; i++) visit_value(visit, f->slots[i]);
    for (u32 i = 0, at = f->code->nlocals + f->code->ntemps; i < f->code->nfar; i++) visit_value(visit, f->slots[at + i]);
    visit_value(visit, f->ns);
    visit_object(visit, f->function);
}
static void frame_gc_clear(Vm *vm, Object *o) { frame_clear(vm, (Frame *)o); }

static Value get_back(Vm *vm, Value v) {
    Frame *b = frame_get(v)->back;
    while (b && (b->kind == FRAME_STEP || b->code->flags & CO_HIDDEN)) b = b->back;
    return b ? own(value_object(b)) : V_NONE;
}
static Value get_code(Vm *vm, Value v) { return own(value_object(frame_get(v)->code)); }
static Value get_globals(Vm *vm, Value v) { return own(value_object(frame_globals(frame_get(v)))); }
static Value get_builtins(Vm *vm, Value v) { return own(value_object(frame_get(v)->function->builtins)); }
static Value get_locals(Vm *vm, Value v) { return frame_locals(vm, frame_get(v)); }
static Value get_lineno(Vm *vm, Value v) { return value_small(frame_line(frame_get(v))); }
static Value get_lasti(Vm *vm, Value v) { return value_small((i64)frame_place(frame_get(v)) * 2); }
static const GetSetDef frame_getset[] = {{"f_back", get_back, NULL}, {"f_code", get_code, NULL}, {"f_globals", get_globals, NULL},
                                         {"f_builtins", get_builtins, NULL}, {"f_locals", get_locals, NULL},
                                         {"f_lineno", get_lineno, NULL}, {"f_lasti", get_lasti, NULL}, {0}};
static Value frame_repr(Vm *vm, Value v) {
    Frame *f = frame_get(v);
    if (!f->code) return value_object(str_from_text(vm, "<frame>"));
    Str *s = str_format(vm, "<frame at 0x%llx, file '%S', line %d, code %S>", (unsigned long long)(uintptr_t)f, f->code->filename,
                        frame_line(f), f->code->name);
    return s ? value_object(s) : V_ERROR;
}
static const NativeDef no_methods[] = {{0}};
const TypeSpec frame_spec = {
    .name = "frame", .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(Frame),
    .slots = {.dealloc = frame_dealloc, .traverse = frame_traverse, .clear = frame_gc_clear, .repr = frame_repr},
    .methods = no_methods, .getset = frame_getset};
