// intrinsic.c: the INTRINSIC instruction: rare operations of compiled code. Those that are not one line of C are the
// prelude's.
#include "vm/machine.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/ops.h"
#include "obj/type.h"
#include "base/unicode.h"

Value intrinsic_call(Vm *vm, u32 id, const Value *args, u32 n, Frame *fr) {
    switch (id) {
    case INTRINSIC_ASSERTION_ERROR: return own(value_object(vm_type(vm, T_AssertionError)));
    case INTRINSIC_NOT_IMPLEMENTED_ERROR: return own(value_object(vm_type(vm, T_NotImplementedError)));
    case INTRINSIC_PRINT: return prelude_call(vm, "_sys.display", args, 1);
    case INTRINSIC_GROUP_START: return prelude_call(vm, "_exception.group_start", args, 1);
    case INTRINSIC_GROUP_END: return prelude_call(vm, "_exception.group_end", args, 2);
    case INTRINSIC_MATCH_SEQUENCE: {
        Type *t = type_of(vm, args[0]);
        if (value_has(args[0], SHAPE_STR | SHAPE_BYTES)) return V_FALSE;
        if (t->flags & TYPE_SEQUENCE) return V_TRUE;
        return t->id == T_HEAP ? prelude_call(vm, "_match.is_sequence", args, 1) : V_FALSE;
    }
    case INTRINSIC_MATCH_MAPPING: {
        Type *t = type_of(vm, args[0]);
        if (t->flags & TYPE_MAPPING) return V_TRUE;
        return t->id == T_HEAP ? prelude_call(vm, "_match.is_mapping", args, 1) : V_FALSE;
    }
    case INTRINSIC_MATCH_KEYS: return prelude_call(vm, "_match.keys", args, 2);
    case INTRINSIC_MATCH_CLASS: return prelude_call(vm, "_match.class_", args, 4);
    case INTRINSIC_MATCH_REST: return prelude_call(vm, "_match.rest", args, 2);
    case INTRINSIC_MATCH_LENGTH: return call_len(vm, args[0]);
    case INTRINSIC_INTERPOLATION: return prelude_call(vm, "_template.interpolation", args, 4);
    case INTRINSIC_TEMPLATE: return prelude_call(vm, "_template.template", args, 2);
    case INTRINSIC_TYPE_VAR: return prelude_call(vm, "_types.type_var", args, 3);
    case INTRINSIC_PARAM_SPEC: return prelude_call(vm, "_types.param_spec", args, 1);
    case INTRINSIC_TYPE_VAR_TUPLE: return prelude_call(vm, "_types.type_var_tuple", args, 1);
    case INTRINSIC_TYPE_PARAM_DEFAULT: return prelude_call(vm, "_types.type_param_default", args, 2);
    case INTRINSIC_TYPE_ALIAS: return prelude_call(vm, "_types.type_alias", args, 3);
    case INTRINSIC_SUBSCRIPT_GENERIC: return prelude_call(vm, "_types.subscript_generic", args, 1);
    case INTRINSIC_SET_TYPE_PARAMS: {
        Function *f = function_get(args[0]);
        Value old = f->type_params;
        f->type_params = own(args[1]);
        decref(vm, old);
        return own(args[0]);
    }
    default: return raise(vm, T_SystemError, "unknown intrinsic %u", id);
    }
}

// ---- for src/lib/_exception.py and _type.py

#define NATIVE(name) static Value name(Vm *vm, const Value *args, u32 n)

NATIVE(i_handled) {
    Value e = handled_exception(vm->fiber);
    return e == V_UNSET ? V_NONE : own(e);
}
NATIVE(i_raise_again) { return raise_again(vm, args[0]); } // _raise_again(exception): without touching its context
NATIVE(i_copy_links) { // _copy_links(to, from): cause, context, traceback and notes of a group's part
    Exception *to = exception_get(args[0]), *from = exception_get(args[1]);
    Value cause = to->cause, context = to->context;
    Traceback *tb = to->traceback;
    to->cause = own(from->cause);
    to->context = own(from->context);
    to->suppress_context = from->suppress_context;
    to->traceback = from->traceback;
    if (to->traceback) INCREF(to->traceback);
    decref(vm, cause);
    decref(vm, context);
    XDECREF(vm, tb);
    return V_NONE;
}
NATIVE(i_trace_here) { // _trace_here(exception): its traceback is the place where the program is now
    Frame *f = current_frame(vm);
    Exception *e = exception_get(args[0]);
    Traceback *old = e->traceback, *tb = f ? traceback_new(vm, NULL, f, frame_place(f), frame_line(f)) : NULL;
    if (f && !tb) return V_ERROR;
    e->traceback = tb;
    XDECREF(vm, old);
    return V_NONE;
}
NATIVE(i_frame_line) { // _positions(code, place) -> (line, end_line, col, end_col) or None; place as tb_lasti // 2
    Code *code = code_get(args[0]);
    const CodeLine *line = code_line(code, (u32)small_get(args[1]));
    if (!line || line->line <= 0) return V_NONE;
    Tuple *t = tuple_pack(vm, 4, value_small(line->line), value_small(line->end_line), value_small(line->col), value_small(line->end_col));
    return t ? value_object(t) : V_ERROR;
}
NATIVE(i_source) { // _source_line(code, lineno) -> the line without its end, or None
    Code *code = code_get(args[0]);
    i64 want = small_get(args[1]);
    if (!code->source || want < 1) return V_NONE;
    const u8 *p = code->source->data, *end = p + code->source->len;
    for (i64 line = 1; line < want; line++) {
        p = memchr(p, '\n', (size_t)(end - p));
        if (!p) return V_NONE;
        p++;
    }
    const u8 *stop = memchr(p, '\n', (size_t)(end - p));
    if (!stop) stop = end;
    if (stop > p && stop[-1] == '\r') stop--;
    Str *s = str_from_utf8(vm, p, (size_t)(stop - p));
    return s ? value_object(s) : V_ERROR;
}
NATIVE(i_is_hidden) { return value_bool(code_get(args[0])->flags & CO_HIDDEN); }
NATIVE(i_suggest) { // _suggest(list of names, wrong name) -> the nearest or None
    List *list = list_get(args[0]);
    Str *names[750];
    u32 count = 0;
    for (u32 i = 0; i < list->len && count < countof(names); i++)
        if (value_has(list->items[i], SHAPE_STR)) names[count++] = str_get(list->items[i]);
    if (list->len > countof(names)) return V_NONE;
    Str *s = suggest_name(vm, names, count, str_get(args[1]));
    return s ? own(value_object(s)) : V_NONE;
}
NATIVE(i_is_wide) { // _wide(character): takes two columns
    return value_bool(unicode_is_wide(str_at(str_get(args[0]), 0)));
}
const NativeDef exception_intrinsics[] = {
    {"_handled", "()", i_handled, NULL, 0},
    {"_raise_again", "(exception, /)", i_raise_again, NULL, 0},
    {"_trace_here", "(exception, /)", i_trace_here, NULL, 0},
    {"_copy_links", "(to, from_, /)", i_copy_links, NULL, 0},
    {"_positions", "(code, place, /)", i_frame_line, NULL, 0},
    {"_source_line", "(code, lineno, /)", i_source, NULL, 0},
    {"_is_hidden", "(code, /)", i_is_hidden, NULL, 0},
    {"_suggest", "(names, wrong, /)", i_suggest, NULL, 0},
    {"_is_wide", "(character, /)", i_is_wide, NULL, 0},
    {0},
};
