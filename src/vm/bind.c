// bind.c: arguments of Python functions: positional, keywords, defaults, *args, **kwargs, into a frame's parameters
// (CPython's initialize_locals), with its words when they do not fit.
#include "vm/machine.h"
#include "obj/call.h"
#include "obj/ops.h"

static Str *param_name(Code *code, u32 i) { return str_get(code->varnames->items[i]); }

// "'a', 'b', and 'c'"
static void list_names(Vm *vm, Buf *out, Str **names, u32 n) {
    for (u32 i = 0; i < n; i++) {
        if (i) buf_text(out, n == 2 ? " and " : i + 1 == n ? ", and " : ", ");
        str_repr(names[i], out);
    }
}

static bool missing(Vm *vm, Function *f, Value *slots, u32 from, u32 to, const char *kind) {
    Str *names[256];
    u32 n = 0;
    for (u32 i = from; i < to && n < 256; i++)
        if (slots[code_register(f->code, i)] == V_UNSET) names[n++] = param_name(f->code, i);
    Buf text;
    buf_open(&text, &vm->mem);
    list_names(vm, &text, names, n);
    raise_type(vm, "%S() missing %u required %s argument%s: %.*s", f->qualname, n, kind, n == 1 ? "" : "s", (int)text.len, text.data);
    buf_close(&text);
    return false;
}

static bool too_many(Vm *vm, Function *f, Value *slots, u32 given) {
    Code *code = f->code;
    u32 ndefaults = f->defaults ? f->defaults->len : 0, kwonly_given = 0;
    for (u32 i = code->argcount; i < (u32)code->argcount + code->kwonly; i++) kwonly_given += slots[code_register(code, i)] != V_UNSET;
    Buf takes;
    buf_open(&takes, &vm->mem);
    bool plural;
    if (ndefaults) {
        buf_format(&takes, "from %u to %u", code->argcount - ndefaults, code->argcount);
        plural = true;
    } else {
        buf_format(&takes, "%u", code->argcount);
        plural = code->argcount != 1;
    }
    Buf extra;
    buf_open(&extra, &vm->mem);
    if (kwonly_given)
        buf_format(&extra, " positional argument%s (and %u keyword-only argument%s)", given == 1 ? "" : "s", kwonly_given, kwonly_given == 1 ? "" : "s");
    raise_type(vm, "%S() takes %.*s positional argument%s but %u%.*s %s given", f->qualname, (int)takes.len, takes.data, plural ? "s" : "",
               given, (int)extra.len, extra.data, given == 1 && !kwonly_given ? "was" : "were");
    buf_close(&takes);
    buf_close(&extra);
    return false;
}

// Positional-only parameters given by keyword: all of them are named. true: there were some, and an error is pending.
static bool posonly_by_keyword(Vm *vm, Function *f, Tuple *kwnames) {
    Code *code = f->code;
    Buf text;
    buf_open(&text, &vm->mem);
    u32 n = 0;
    for (u32 i = 0; i < code->posonly; i++)
        for (u32 k = 0; k < kwnames->len; k++)
            if (str_equal(param_name(code, i), str_get(kwnames->items[k]))) {
                if (n++) buf_text(&text, ", ");
                str_utf8(param_name(code, i), &text);
            }
    if (n)
        raise_type(vm, "%S() got some positional-only arguments passed as keyword arguments: '%.*s'", f->qualname, (int)text.len, text.data);
    buf_close(&text);
    return n != 0;
}

// The parameter name nearest to a misspelt keyword (3.14 suggests it), or NULL.
static Str *nearest(Vm *vm, Function *f, Str *wrong) {
    Code *code = f->code;
    Str *names[256];
    u32 n = 0;
    for (u32 i = code->posonly; i < (u32)code->argcount + code->kwonly && n < 256; i++) names[n++] = param_name(code, i);
    return suggest_name(vm, names, n, wrong);
}

bool bind_arguments(Vm *vm, Function *f, Frame *frame, const Value *args, u32 n, Tuple *kwnames) {
    Code *code = f->code;
    Value *slots = frame->slots;
    u32 nkw = kwnames ? kwnames->len : 0, given = n - nkw, argcount = code->argcount;
    u32 total = argcount + code->kwonly;
    for (u32 i = 0; i < code->nlocals; i++) slots[i] = V_UNSET;
    for (u32 i = 0, at = code->nlocals + code->ntemps; i < code->nfar; i++) slots[at + i] = V_UNSET;
    u32 direct = given < argcount ? given : argcount;
    for (u32 i = 0; i < direct; i++) slots[code_register(code, i)] = own(args[i]);
    u32 next = total;
    if (code->flags & CO_VARARGS) {
        Tuple *rest = tuple_from(vm, args + direct, given - direct);
        if (!rest) return false;
        slots[code_register(code, next++)] = value_object(rest);
    }
    Dict *kwargs = NULL;
    if (code->flags & CO_VARKEYWORDS) {
        if (!(kwargs = dict_new(vm, nkw))) return false;
        slots[code_register(code, next)] = value_object(kwargs);
    }
    for (u32 k = 0; k < nkw; k++) {
        Str *name = str_get(kwnames->items[k]);
        Value value = args[given + k];
        i32 place = -1;
        for (u32 i = code->posonly; i < total && place < 0; i++)
            if (param_name(code, i) == name) place = (i32)i;
        for (u32 i = code->posonly; i < total && place < 0; i++)
            if (str_equal(param_name(code, i), name)) place = (i32)i;
        if (place < 0) {
            if (kwargs) {
                if (!dict_set_str(vm, kwargs, name, value)) return false;
                continue;
            }
            if (code->posonly && posonly_by_keyword(vm, f, kwnames)) return false;
            Str *near = nearest(vm, f, name);
            if (near) raise_type(vm, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", f->qualname, name, near);
            else raise_type(vm, "%S() got an unexpected keyword argument '%S'", f->qualname, name);
            return false;
        }
        Value *slot = &slots[code_register(code, (u32)place)];
        if (*slot != V_UNSET) {
            raise_type(vm, "%S() got multiple values for argument '%S'", f->qualname, name);
            return false;
        }
        *slot = own(value);
    }
    if (given > argcount && !(code->flags & CO_VARARGS)) return too_many(vm, f, slots, given);
    if (given < argcount) {
        u32 ndefaults = f->defaults ? f->defaults->len : 0;
        u32 required = argcount > ndefaults ? argcount - ndefaults : 0;
        for (u32 i = given; i < required; i++)
            if (slots[code_register(code, i)] == V_UNSET) return missing(vm, f, slots, 0, required, "positional");
        for (u32 i = required; i < argcount; i++) {
            Value *slot = &slots[code_register(code, i)];
            if (*slot == V_UNSET) *slot = own(f->defaults->items[i - required]);
        }
    }
    if (code->kwonly) {
        bool lacking = false;
        for (u32 i = argcount; i < total; i++) {
            Value *slot = &slots[code_register(code, i)];
            if (*slot != V_UNSET) continue;
            Value v = f->kwdefaults ? dict_find_str(f->kwdefaults, param_name(code, i)) : V_UNSET;
            if (v == V_UNSET) lacking = true;
            else *slot = own(v);
        }
        if (lacking) return missing(vm, f, slots, argcount, total, "keyword-only");
    }
    return true;
}
