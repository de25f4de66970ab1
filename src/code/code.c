// code.c: code objects as values: their life, their attributes, positions; and the tables made of the opcode rows.
#include "code/code.h"
#include "obj/call.h"
#include "obj/code_view.h"
#include "obj/ops.h"

const u8 opcode_words[OPCODES] = {
#define OPCODE(name, words, a, b, c, w, text) words,
#define ARITHMETIC(name) 1, 1, 1, 1,
#define COMPARE_JUMP(name) 2, 2,
#include "code/opcodes.def"
};

const char *const opcode_names[OPCODES] = {
#define OPCODE(name, words, a, b, c, w, text) #name,
#define ARITHMETIC(name) #name, #name "_K", #name "_L", #name "_KL",
#define COMPARE_JUMP(name) "J_" #name, "J_" #name "_K",
#include "code/opcodes.def"
};

// ---- life -----------------------------------------------------------------------------------------------------------

Code *code_new(Vm *vm) { return object_new(vm, vm_type(vm, T_CODE), sizeof(Code)); }

static void code_dealloc(Vm *vm, Object *o) {
    Code *code = (Code *)o;
    Mem *mem = &vm->mem;
    if (code->free_frames) code_frames_free(vm, code);
    if (code->link) {
        *code->link = code->next;
        if (code->next) code->next->link = code->link;
    }
    for (u32 i = 0; i < code->nconsts; i++) decref(vm, code->consts[i]);
    for (u32 i = 0; i < code->ncaches; i++) DECREF(vm, code->caches[i].name);
    if (code->code) mem_free(mem, code->code, code->words * sizeof *code->code);
    if (code->depth) mem_free(mem, code->depth, code->words);
    if (code->consts) mem_free(mem, code->consts, code->nconsts * sizeof *code->consts);
    if (code->caches) mem_free(mem, code->caches, code->ncaches * sizeof *code->caches);
    if (code->exceptions) mem_free(mem, code->exceptions, code->nexceptions * sizeof *code->exceptions);
    if (code->lines) mem_free(mem, code->lines, code->nlines * sizeof *code->lines);
    XDECREF(vm, code->name);
    XDECREF(vm, code->qualname);
    XDECREF(vm, code->filename);
    XDECREF(vm, code->varnames);
    XDECREF(vm, code->local_names);
    XDECREF(vm, code->cellvars);
    XDECREF(vm, code->freevars);
    XDECREF(vm, code->source);
    object_dispose(vm, o, sizeof(Code));
}

// ---- what others ask ------------------------------------------------------------------------------------------------

const CodeLine *code_line(const Code *code, u32 place) {
    u32 low = 0, high = code->nlines;
    while (low < high) {
        u32 middle = (low + high) / 2;
        if (code->lines[middle].start <= place) low = middle + 1;
        else high = middle;
    }
    return low && code->lines[low - 1].line ? &code->lines[low - 1] : NULL;
}

Str *code_name(const Code *code) { return code->name; }
Str *code_qualname(const Code *code) { return code->qualname; }
Value code_doc(const Code *code) { return code->flags & CO_HAS_DOCSTRING ? code->consts[0] : V_NONE; }

// ---- attributes -----------------------------------------------------------------------------------------------------

static Value tuple_value(Tuple *tuple) { return tuple ? value_object(tuple) : V_ERROR; }

static Value co_argcount(Vm *vm, Value self) { return value_small(code_get(self)->argcount); }
static Value co_posonly(Vm *vm, Value self) { return value_small(code_get(self)->posonly); }
static Value co_kwonly(Vm *vm, Value self) { return value_small(code_get(self)->kwonly); }
static Value co_nlocals(Vm *vm, Value self) { return value_small(code_get(self)->varnames->len); }
static Value co_stacksize(Vm *vm, Value self) { return value_small(code_get(self)->ntemps); }
static Value co_flags(Vm *vm, Value self) { return value_small(code_get(self)->flags & ~(u32)(CO_HIDDEN | CO_SIMPLE)); }
static Value co_firstlineno(Vm *vm, Value self) { return value_small(code_get(self)->firstlineno); }
static Value co_name(Vm *vm, Value self) { return own(value_object(code_get(self)->name)); }
static Value co_qualname(Vm *vm, Value self) { return own(value_object(code_get(self)->qualname)); }
static Value co_filename(Vm *vm, Value self) { return own(value_object(code_get(self)->filename)); }
static Value co_varnames(Vm *vm, Value self) { return own(value_object(code_get(self)->varnames)); }
static Value co_cellvars(Vm *vm, Value self) { return own(value_object(code_get(self)->cellvars)); }
static Value co_freevars(Vm *vm, Value self) { return own(value_object(code_get(self)->freevars)); }

static Value bytes_value(Vm *vm, const void *data, size_t n) {
    Bytes *b = bytes_from(vm, data, n);
    return b ? value_object(b) : V_ERROR;
}

static Value co_code(Vm *vm, Value self) {
    Code *code = code_get(self);
    return bytes_value(vm, code->code, code->words * sizeof *code->code);
}

static Value co_linetable(Vm *vm, Value self) {
    Code *code = code_get(self);
    return bytes_value(vm, code->lines, code->nlines * sizeof *code->lines);
}

static Value co_exceptiontable(Vm *vm, Value self) {
    Code *code = code_get(self);
    return bytes_value(vm, code->exceptions, code->nexceptions * sizeof *code->exceptions);
}

static Value co_consts(Vm *vm, Value self) {
    return tuple_value(tuple_from(vm, code_get(self)->consts, code_get(self)->nconsts));
}

static Value co_names(Vm *vm, Value self) {
    Code *code = code_get(self);
    List *list = list_new(vm, code->ncaches);
    if (!list) return V_ERROR;
    for (u32 i = 0; i < code->ncaches; i++) {
        Value name = value_object(code->caches[i].name);
        bool known = false;
        for (u32 k = 0; k < list->len && !known; k++) known = list->items[k] == name;
        if (!known && !list_append(vm, list, name)) {
            DECREF(vm, list);
            return V_ERROR;
        }
    }
    Value names = list_as_tuple(vm, list);
    DECREF(vm, list);
    return names;
}

static const GetSetDef code_getset[] = {
    {"co_argcount", co_argcount, NULL},
    {"co_posonlyargcount", co_posonly, NULL},
    {"co_kwonlyargcount", co_kwonly, NULL},
    {"co_nlocals", co_nlocals, NULL},
    {"co_stacksize", co_stacksize, NULL},
    {"co_flags", co_flags, NULL},
    {"co_code", co_code, NULL},
    {"co_consts", co_consts, NULL},
    {"co_names", co_names, NULL},
    {"co_varnames", co_varnames, NULL},
    {"co_freevars", co_freevars, NULL},
    {"co_cellvars", co_cellvars, NULL},
    {"co_filename", co_filename, NULL},
    {"co_name", co_name, NULL},
    {"co_qualname", co_qualname, NULL},
    {"co_firstlineno", co_firstlineno, NULL},
    {"co_linetable", co_linetable, NULL},
    {"co_exceptiontable", co_exceptiontable, NULL},
    {NULL, NULL, NULL},
};

// Consumes the row. False: an exception is pending.
static bool rows_add(Vm *vm, List *rows, Tuple *row) { return row && list_append_take(vm, rows, value_object(row)); }

// An iterator over rows; consumes the list.
static Value rows_iterator(Vm *vm, List *rows, bool ok) {
    Value iterator = ok ? value_iter(vm, value_object(rows)) : V_ERROR;
    XDECREF(vm, rows);
    return iterator;
}

// (line, end line, column, end column) of every word
static Value code_co_positions(Vm *vm, const Value *args, u32 n) {
    Code *code = code_get(args[0]);
    List *rows = list_new(vm, code->words);
    bool ok = rows != NULL;
    for (u32 i = 0, row = 0; i < code->words && ok; i++) {
        while (row + 1 < code->nlines && code->lines[row + 1].start <= i) row++;
        const CodeLine *l = &code->lines[row];
        ok = rows_add(vm, rows,
                      tuple_pack(vm, 4, value_small(l->line), value_small(l->end_line), value_small(l->col),
                                 value_small(l->end_col)));
    }
    return rows_iterator(vm, rows, ok);
}

// (start, end, line) in bytes, for every run of words of one line
static Value code_co_lines(Vm *vm, const Value *args, u32 n) {
    Code *code = code_get(args[0]);
    List *rows = list_new(vm, code->nlines);
    bool ok = rows != NULL;
    for (u32 i = 0, next; i < code->nlines && ok; i = next) {
        for (next = i + 1; next < code->nlines && code->lines[next].line == code->lines[i].line;) next++;
        u32 end = next < code->nlines ? code->lines[next].start : code->words;
        ok = rows_add(vm, rows,
                      tuple_pack(vm, 3, value_small(4 * code->lines[i].start), value_small(4 * end),
                                 value_small(code->lines[i].line)));
    }
    return rows_iterator(vm, rows, ok);
}

static const NativeDef code_methods[] = {
    {"co_positions", "($self, /)", code_co_positions, NULL, 0},
    {"co_lines", "($self, /)", code_co_lines, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};

static Value code_repr(Vm *vm, Value self) {
    Code *code = code_get(self);
    Str *s = str_format(vm, "<code object %S at 0x%llx, file \"%S\", line %u>", code->name,
                        (unsigned long long)(uintptr_t)code, code->filename, code->firstlineno);
    return s ? value_object(s) : V_ERROR;
}

const TypeSpec code_spec = {
    .name = "code",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_MAKE,
    .size = sizeof(Code),
    .slots = {.dealloc = code_dealloc, .repr = code_repr},
    .methods = code_methods,
    .getset = code_getset,
};
