// slow.c: the instructions that are not in eval's switch. Each answers what eval does next; on GO_ON the frame's pc says
// where. Operands are consumed as opcodes.def says, whatever happens.
#include "vm/machine.h"
#include "vm/generator.h"
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/ops.h"
#include "obj/number.h"
#include "obj/range.h"
#include "obj/str_impl.h"
#include "obj/type.h"

#define A ((insn >> 8) & 255)
#define B ((insn >> 16) & 255)
#define C (insn >> 24)
#define BC (insn >> 16)
#define W (fr->pc[1])
#define CONSUME(reg)                                                                                                   \
    do {                                                                                                               \
        if ((reg) >= fr->code->nlocals) decref(vm, r[reg]);                                                            \
    } while (0)
#define DONE(words)                                                                                                    \
    do {                                                                                                               \
        fr->pc += (words);                                                                                             \
        return GO_ON;                                                                                                  \
    } while (0)
#define RESULT(value) return result(vm, fr, value)
#define RESULT_INT(status) return result(vm, fr, (status) == 0 ? V_NONE : (status) == IS_ERROR ? V_ERROR : V_CALL)

// What an operation gave: a value is stored where the instruction wants it.
static int result(Vm *vm, Frame *fr, Value v) {
    switch (v) {
    case V_CALL: return GO_ON;
    case V_ERROR: return GO_RAISE;
    case V_SUSPEND: return GO_SUSPEND;
    default: return deliver(vm, v);
    }
}

// The same for an instruction whose result simply goes to register a.
static int put(Vm *vm, Frame *fr, Value v, u32 words) {
    if (unlikely(is_marker(v))) return result(vm, fr, v);
    fr->slots[(*fr->pc >> 8) & 255] = v;
    DONE(words);
}
#define PUT(value, words) return put(vm, fr, value, words)

static Str *local_name(Frame *fr, u32 reg) {
    Code *code = fr->code;
    u32 place = reg < code->nlocals ? reg : reg - code->ntemps;
    return place < code->local_names->len && value_has(code->local_names->items[place], SHAPE_STR) ? str_get(code->local_names->items[place]) : NULL;
}

static int unbound_local(Vm *vm, Str *name) {
    raise(vm, T_UnboundLocalError, "cannot access local variable '%S' where it is not associated with a value", name);
    return GO_RAISE;
}

static int unbound_cell(Vm *vm, Frame *fr, u32 reg) {
    Code *code = fr->code;
    if (reg >= code->free_start && reg < (u32)code->free_start + code->nfrees) {
        Str *name = str_get(code->freevars->items[reg - code->free_start]);
        raise_name(vm, T_NameError, name, "cannot access free variable '%S' where it is not associated with a value in enclosing scope", name);
        return GO_RAISE;
    }
    return unbound_local(vm, local_name(fr, reg));
}

static int no_name(Vm *vm, Str *name) {
    raise_name(vm, T_NameError, name, "name '%S' is not defined", name);
    return GO_RAISE;
}

// ---- names

// A global or builtin, borrowed, through the cache; V_UNSET: neither.
static Value global_lookup(Frame *fr, Cache *cache) {
    Function *f = fr->function;
    i32 place = dict_index_str(f->globals, cache->name);
    if (place >= 0) {
        cache->kind = CACHE_GLOBAL;
        cache->version = f->globals->version;
        cache->slot = (u16)place;
        if (place > 0xffff) cache->kind = CACHE_EMPTY;
        return f->globals->entries[place].value;
    }
    place = dict_index_str(f->builtins, cache->name);
    if (place < 0) return V_UNSET;
    cache->kind = place > 0xffff ? CACHE_EMPTY : CACHE_BUILTIN;
    cache->version = f->globals->version;
    cache->value = f->builtins->version;
    cache->slot = (u16)place;
    return f->builtins->entries[place].value;
}

static int load_global(Vm *vm, Frame *fr, u32 insn) {
    Cache *cache = &fr->code->caches[W];
    Value v = global_lookup(fr, cache);
    if (v == V_UNSET) return no_name(vm, cache->name);
    fr->slots[A] = own(v);
    DONE(2);
}

static bool namespace_is_globals(Frame *fr) { return fr->ns == V_UNSET || object_get(fr->ns) == (Object *)fr->function->globals; }

static int load_name(Vm *vm, Frame *fr, u32 insn) {
    Cache *cache = &fr->code->caches[W];
    if (!namespace_is_globals(fr)) {
        if (!value_is(fr->ns, T_DICT)) { // a mapping of __prepare__'s: may be Python's
            Value args[3] = {fr->ns, value_object(cache->name), value_object(fr->function->globals)};
            RESULT(prelude_call(vm, "_ops.load_name", args, 3));
        }
        Value v = dict_find_str(dict_get(fr->ns), cache->name);
        if (v != V_UNSET) {
            fr->slots[A] = own(v);
            DONE(2);
        }
    } else { // module code: the same caches as for globals
        Function *f = fr->function;
        if (cache->kind == CACHE_GLOBAL && cache->version == f->globals->version) {
            fr->slots[A] = own(f->globals->entries[cache->slot].value);
            DONE(2);
        }
        if (cache->kind == CACHE_BUILTIN && cache->version == f->globals->version && (u32)cache->value == f->builtins->version) {
            fr->slots[A] = own(f->builtins->entries[cache->slot].value);
            DONE(2);
        }
    }
    return load_global(vm, fr, insn);
}

static int store_in(Vm *vm, Frame *fr, Dict *dict, u32 insn) {
    Value *r = fr->slots;
    Cache *cache = &fr->code->caches[W];
    bool temporary = A >= fr->code->nlocals;
    if (cache->kind == CACHE_GLOBAL && cache->version == dict->version && dict == fr->function->globals) {
        Value *slot = &dict->entries[cache->slot].value, old = *slot;
        *slot = temporary ? r[A] : own(r[A]);
        decref(vm, old);
        DONE(2);
    }
    bool ok = dict_set_str(vm, dict, cache->name, r[A]);
    if (temporary) decref(vm, r[A]);
    if (!ok) return GO_RAISE;
    if (dict == fr->function->globals) {
        i32 place = dict_index_str(dict, cache->name);
        if (place >= 0 && place <= 0xffff) {
            cache->kind = CACHE_GLOBAL;
            cache->version = dict->version;
            cache->slot = (u16)place;
        }
    }
    DONE(2);
}

static int store_name(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    if (namespace_is_globals(fr)) return store_in(vm, fr, fr->function->globals, insn);
    if (value_is(fr->ns, T_DICT)) return store_in(vm, fr, dict_get(fr->ns), insn);
    Value v = call_setitem(vm, fr->ns, value_object(fr->code->caches[W].name), r[A]);
    CONSUME(A);
    RESULT(v);
}

static int delete_name(Vm *vm, Frame *fr, bool global) {
    Str *name = fr->code->caches[W].name;
    Dict *dict = global || namespace_is_globals(fr) ? fr->function->globals : value_has(fr->ns, SHAPE_DICTTYPE) ? dict_get(fr->ns) : NULL;
    if (!dict) RESULT(call_setitem(vm, fr->ns, value_object(name), V_UNSET));
    int gone = dict_delete_str(vm, dict, name);
    if (gone < 0) return GO_RAISE;
    if (!gone) return no_name(vm, name);
    DONE(2);
}

// LOAD_CLASS_CELL, LOAD_DICT_CELL, LOAD_DICT_GLOBAL: a name in a class-like namespace, else further out.
static int load_from_dict(Vm *vm, Frame *fr, u32 insn, Value ns, bool cell) {
    Cache *cache = &fr->code->caches[W];
    Value v = V_UNSET;
    if (value_has(ns, SHAPE_DICTTYPE)) v = dict_find_str(dict_get(ns), cache->name);
    else if (value_is(ns, T_MAPPING_PROXY)) {
        Value key = value_object(cache->name);
        int has = value_contains(vm, ns, key);
        if (has == IS_ERROR) return GO_RAISE;
        if (has == 1) {
            v = value_getitem(vm, ns, key);
            if (is_marker(v)) return result(vm, fr, v);
            fr->pc = store_result(vm, fr, v);
            return GO_ON;
        }
    }
    if (v == V_UNSET && cell) {
        v = cell_get(fr->slots[B])->content;
        if (v == V_UNSET) return unbound_cell(vm, fr, B);
    } else if (v == V_UNSET) {
        i32 place = dict_index_str(fr->function->globals, cache->name);
        if (place >= 0) v = fr->function->globals->entries[place].value;
        else v = dict_find_str(fr->function->builtins, cache->name);
        if (v == V_UNSET) return no_name(vm, cache->name);
    }
    fr->pc = store_result(vm, fr, own(v));
    return GO_ON;
}

// ---- iteration

Value iterator_next(Vm *vm, Frame *fr, Value it) {
    Type *type = type_of(vm, it);
    bool native = type->slots->next && !slot_is_python(type, SLOT_NEXT);
    return iterator_got(vm, fr, type, it, native ? type->slots->next(vm, it) : call_next(vm, it));
}

Value iterator_got(Vm *vm, Frame *fr, Type *type, Value it, Value v) {
    if (v == V_PYTHON) v = slot_python(vm, type, SLOT_NEXT, 0, &it, 1);
    if (v == V_STOP && vm->stop_value != V_UNSET) {
        decref(vm, vm->stop_value);
        vm->stop_value = V_UNSET;
    }
    if (v == V_ERROR && vm->fiber->frame == fr && exc_matches(vm, T_StopIteration)) {
        exc_clear(vm);
        return V_STOP;
    }
    return v;
}

// ---- calls

static int call_kw_insn(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 first = A + 1, n = B;
    if (C) { // from LOAD_METHOD
        if (r[A + 1] == V_UNSET) first++;
        else n++;
    }
    Value v = call_vector(vm, r[A], r + first, n, tuple_get(fr->code->consts[W]));
    for (u32 i = first + n; i > first;) decref(vm, r[--i]);
    decref(vm, r[A]);
    RESULT(v);
}

static int call_ex_insn(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, v;
    Value args = r[A + 1], kwargs = B ? r[A + 2] : V_UNSET;
    Value t = value_is(args, T_TUPLE) ? own(args) : value_is(args, T_LIST) ? list_as_tuple(vm, list_get(args)) : tuple_of(vm, args);
    if (t == V_PYTHON) {
        Value all[3] = {r[A], args, kwargs};
        v = prelude_call(vm, "_ops.call_ex", all, 3);
    } else if (t == V_ERROR) {
        if (exc_matches(vm, T_TypeError) && !type_of(vm, args)->slots->iter) {
            exc_clear(vm);
            raise_not_iterable_argument(vm, r[A], args);
        }
        v = V_ERROR;
    } else {
        v = call_ex(vm, r[A], tuple_get(t), kwargs == V_UNSET ? NULL : dict_get(kwargs));
        decref(vm, t);
    }
    if (B) decref(vm, kwargs);
    decref(vm, args);
    decref(vm, r[A]);
    RESULT(v);
}

// ---- building

static int take_items(Vm *vm, Frame *fr, Value v) { // BUILD_…: the operands have been moved into v
    if (v == V_ERROR) return GO_RAISE;
    fr->slots[(*fr->pc >> 8) & 255] = v;
    DONE(1);
}

static int build_tuple(Vm *vm, Frame *fr, u32 insn) {
    if (!B) return take_items(vm, fr, own(value_object(vm->empty_tuple)));
    Tuple *t = tuple_from_take(vm, fr->slots + A, B);
    return take_items(vm, fr, t ? value_object(t) : V_ERROR);
}

static int build_list(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    List *list = list_from(vm, r + A, B);
    for (u32 i = A + B; i > A;) decref(vm, r[--i]);
    return take_items(vm, fr, list ? value_object(list) : V_ERROR);
}

static int build_set(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    Set *set = set_new(vm, T_SET);
    int status = set ? 0 : IS_ERROR;
    for (u32 i = 0; i < B && !status; i++) status = set_add(vm, set, r[A + i]);
    Value v = V_ERROR;
    if (status == IS_PYTHON) { // some element hashes or compares in Python: anew, by the prelude
        Tuple *items = tuple_from(vm, r + A, B);
        if (items) {
            Value arg = value_object(items);
            v = prelude_call(vm, "_set.from_items", &arg, 1);
            DECREF(vm, items);
        }
    } else if (!status) v = own(value_object(set));
    XDECREF(vm, set);
    for (u32 i = A + B; i > A;) decref(vm, r[--i]);
    RESULT(v);
}

static int build_dict(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 n = B;
    Dict *dict = dict_new(vm, n);
    int status = dict ? 0 : IS_ERROR;
    for (u32 i = 0; i < n && !status; i++) status = dict_set(vm, dict, r[A + 2 * i], r[A + 2 * i + 1]);
    Value v = V_ERROR;
    if (status == IS_PYTHON) {
        Tuple *items = tuple_from(vm, r + A, 2 * n);
        if (items) {
            Value arg = value_object(items);
            v = prelude_call(vm, "_dict.from_items", &arg, 1);
            DECREF(vm, items);
        }
    } else if (!status) v = own(value_object(dict));
    XDECREF(vm, dict);
    for (u32 i = A + 2 * n; i > A;) decref(vm, r[--i]);
    RESULT(v);
}

static int build_string(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 total = 0, max = 0;
    for (u32 i = 0; i < B; i++) {
        Str *s = str_get(r[A + i]);
        total += s->len;
        u32 top = s->ascii ? 0x7f : s->width == 1 ? 0xff : s->width == 2 ? 0xffff : 0x10ffff;
        if (top > max) max = top;
    }
    Str *out = str_new(vm, total, max);
    if (out) {
        u8 *at = out->data;
        for (u32 i = 0; i < B; i++) {
            Str *s = str_get(r[A + i]);
            units_copy(at, out->width, s->data, s->width, s->len);
            at += (size_t)s->len * out->width;
        }
    }
    for (u32 i = A + B; i > A;) decref(vm, r[--i]);
    return take_items(vm, fr, out ? value_object(out) : V_ERROR);
}

// FORMAT: conversion, then format(). Both may be Python's: the one with a conversion goes by the prelude then.
static int format_insn(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, v = r[A];
    u32 conversion = C & 3;
    Value spec = C & 4 ? r[A + 1] : value_object(vm->empty_str), answer;
    if (!conversion) {
        if (value_is(v, T_STR) && !(C & 4)) DONE(1);
        answer = is_small(v) && !(C & 4) ? int_repr(vm, v) : call_format(vm, v, str_get(spec));
    } else {
        Value text = conversion == 1 ? value_str(vm, v) : conversion == 2 ? value_repr(vm, v) : V_PYTHON;
        if (text == V_PYTHON) {
            Value args[3] = {v, value_small(conversion), spec};
            answer = prelude_call(vm, "_ops.format_converted", args, 3);
        } else if (text == V_ERROR) answer = V_ERROR;
        else {
            answer = call_format(vm, text, str_get(spec));
            decref(vm, text);
        }
    }
    if (C & 4) decref(vm, spec);
    if (unlikely(is_marker(answer))) RESULT(answer);
    r[A] = answer;
    decref(vm, v);
    DONE(1);
}

static int unpack(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, v = r[A];
    u32 n = B;
    if (value_is(v, T_TUPLE) || value_is(v, T_LIST)) {
        bool tuple = value_is(v, T_TUPLE);
        u32 len = tuple ? tuple_get(v)->len : list_get(v)->len;
        Value *items = tuple ? tuple_get(v)->items : list_get(v)->items;
        if (len == n) {
            for (u32 i = 0; i < n; i++) r[A + n - 1 - i] = own(items[i]);
            decref(vm, v);
            DONE(1);
        }
        if (len < n) raise_value(vm, "not enough values to unpack (expected %u, got %u)", n, len);
        else raise_value(vm, "too many values to unpack (expected %u, got %u)", n, len);
        decref(vm, v);
        return GO_RAISE;
    }
    Value args[2] = {v, value_small(n)};
    Value answer = prelude_call(vm, "_ops.unpack", args, 2);
    decref(vm, v);
    RESULT(answer);
}

static int unpack_ex(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, v = r[A];
    Value args[3] = {v, value_small(B), value_small(C)};
    Value list = list_of(vm, v), answer;
    if (list == V_PYTHON) answer = prelude_call(vm, "_ops.unpack_ex", args, 3);
    else if (list == V_ERROR) {
        if (exc_matches(vm, T_TypeError)) {
            exc_clear(vm);
            raise_type(vm, "cannot unpack non-iterable %T object", v);
        }
        answer = V_ERROR;
    } else {
        u32 len = list_get(list)->len, before = B, after = C;
        if (len < before + after) answer = raise_value(vm, "not enough values to unpack (expected at least %u, got %u)", before + after, len);
        else {
            Value *items = list_get(list)->items;
            Tuple *t = tuple_new(vm, before + 1 + after);
            List *rest = t ? list_from(vm, items + before, len - before - after) : NULL;
            answer = V_ERROR;
            if (rest) {
                for (u32 i = 0; i < before; i++) t->items[i] = own(items[i]);
                t->items[before] = value_object(rest);
                for (u32 i = 0; i < after; i++) t->items[before + 1 + i] = own(items[len - after + i]);
                answer = value_object(t);
            } else XDECREF(vm, t);
        }
        decref(vm, list);
    }
    decref(vm, v);
    RESULT(answer);
}

static int dict_update_insn(Vm *vm, Frame *fr, u32 insn, bool merge) {
    Value *r = fr->slots, from = r[B];
    Value answer;
    if (value_is(from, T_DICT) && (!merge || !dict_get(r[A])->len)) { // into an empty one no key comes twice
        int status = dict_update(vm, dict_get(r[A]), dict_get(from));
        if (status == 0) {
            CONSUME(B);
            DONE(1);
        }
        if (status == IS_ERROR) {
            CONSUME(B);
            return GO_RAISE;
        }
    }
    Value args[3] = {r[A], from, merge ? r[C] : V_NONE};
    answer = prelude_call(vm, merge ? "_ops.dict_merge" : "_ops.dict_update", args, merge ? 3 : 2);
    CONSUME(B);
    RESULT(answer);
}

static int list_extend_insn(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    int status = list_extend(vm, list_get(r[A]), r[B]);
    Value answer = V_NONE;
    if (status == IS_PYTHON) {
        Value args[2] = {r[A], r[B]};
        answer = prelude_call(vm, "_sequence.star_extend", args, 2);
    } else if (status == IS_ERROR) {
        Type *type = type_of(vm, r[B]);
        if (exc_matches(vm, T_TypeError) && !type->slots->iter && !slot_is_python(type, SLOT_ITER)) {
            exc_clear(vm);
            raise_type(vm, "Value after * must be an iterable, not %N", type);
        }
        answer = V_ERROR;
    }
    CONSUME(B);
    RESULT(answer);
}

// ---- functions

static int make_function(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    Code *code = code_get(fr->code->consts[W]);
    machine_join(vm, code);
    Function *f = function_new(vm, code, fr->function->globals, fr->function->builtins);
    u32 at = A;
    if (!f) {
        for (u32 parts = B; parts; parts &= parts - 1) decref(vm, r[at++]);
        return GO_RAISE;
    }
    if (B & 1) f->defaults = tuple_get(r[at++]);
    if (B & 2) f->kwdefaults = dict_get(r[at++]);
    if (B & 4) f->annotate = r[at++];
    if (B & 8) f->closure = tuple_get(r[at++]);
    r[A] = value_object(f);
    DONE(2);
}

// ---- exceptions

// What is handled now: the nearest in the chain of generators around.
Value handled_exception(Fiber *fiber) {
    for (ExcState *s = fiber->exc; s; s = s->prev)
        if (s->exc != V_UNSET && s->exc != V_NONE) return s->exc;
    return V_UNSET;
}

static int push_exc(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, exc = r[A];
    ExcState *state = vm->fiber->exc;
    r[A] = state->exc == V_UNSET ? V_NONE : state->exc;
    r[A + 1] = exc;
    state->exc = own(exc);
    DONE(1);
}

static int pop_exc(Vm *vm, Frame *fr, u32 insn) {
    ExcState *state = vm->fiber->exc;
    Value old = state->exc, before = fr->slots[A];
    state->exc = before == V_NONE ? V_UNSET : before;
    decref(vm, old);
    DONE(1);
}

// Would `except type` catch the exception? 1, 0, IS_ERROR.
static int catches(Vm *vm, Value exc, Value type) {
    static const char message[] = "catching classes that do not inherit from BaseException is not allowed";
    if (value_has(type, SHAPE_TUPLE)) {
        Tuple *t = tuple_get(type);
        for (u32 i = 0; i < t->len; i++)
            if (!is_exception_class(vm, t->items[i])) return raise_type(vm, message), IS_ERROR;
        for (u32 i = 0; i < t->len; i++)
            if (type_is_subtype(vm, type_of(vm, exc), type_get(t->items[i]))) return 1;
        return 0;
    }
    if (!is_exception_class(vm, type)) return raise_type(vm, message), IS_ERROR;
    return type_is_subtype(vm, type_of(vm, exc), type_get(type));
}

static int match_exc(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    int match = catches(vm, r[B], r[C]);
    CONSUME(C);
    if (match == IS_ERROR) return GO_RAISE;
    r[A] = value_bool(match);
    DONE(1);
}

// raise X from Y, where X or Y is a class that Python code must instantiate.
static Value raise_step(Vm *vm, Frame *f, Value in) {
    if (in == V_ERROR) return V_ERROR;
    if (in != V_UNSET) {
        u32 which = f->state - 1;
        if (!is_exception(in)) {
            if (which) return raise_type(vm, "calling %R should have returned an instance of BaseException, not %T", f->slots[which], in);
            return raise_type(vm, "calling %R should have returned an instance of BaseException, not %N", f->slots[which], type_of(vm, in));
        }
        decref(vm, f->slots[which]);
        f->slots[which] = own(in);
    }
    while (f->state < 2) {
        Value v = f->slots[f->state++];
        if (v == V_UNSET || v == V_NONE || is_exception(v)) continue;
        if (!is_exception_class(vm, v)) {
            if (f->state == 2) return raise_type(vm, "exception causes must derive from BaseException");
            return raise_type(vm, "exceptions must derive from BaseException");
        }
        Value made = call_vector(vm, v, NULL, 0, NULL);
        if (made == V_CALL) return V_CALL;
        if (made == V_ERROR) return V_ERROR;
        decref(vm, f->slots[f->state - 1]);
        f->slots[f->state - 1] = made;
    }
    Value exc = f->slots[0], cause = f->slots[1];
    if (cause != V_UNSET) {
        Exception *e = exception_get(exc);
        decref(vm, e->cause);
        e->cause = own(cause);
        e->suppress_context = true;
    }
    return raise_object(vm, exc);
}

static int raise_insn(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    if (B == 0) {
        Value exc = handled_exception(vm->fiber);
        if (exc == V_UNSET) raise_runtime(vm, "No active exception to reraise");
        else raise_again(vm, exc);
        return GO_RAISE;
    }
    if (B == 1 && is_exception(r[A])) {
        raise_object(vm, r[A]);
        CONSUME(A);
        return GO_RAISE;
    }
    Frame *f = step_push(vm, raise_step, 2);
    if (!f) {
        CONSUME(A);
        if (B == 2) CONSUME(A + 1);
        return GO_RAISE;
    }
    f->slots[0] = A >= fr->code->nlocals ? r[A] : own(r[A]);
    if (B == 2) f->slots[1] = r[A + 1];
    return GO_ON;
}

static int reraise(Vm *vm, Frame *fr, u32 insn) {
    Value exc = fr->slots[A];
    decref(vm, vm->exc);
    vm->exc = exc; // moved
    exception_get(exc)->traced_here = true;
    return GO_RAISE;
}

// ---- with

static int with_start(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, manager = r[A];
    Names *names = &vm->names;
    Str *enter = B ? names->__aenter__ : names->__enter__, *leave = B ? names->__aexit__ : names->__exit__;
    bool bound_enter, bound_exit;
    Value x = bind_special(vm, manager, leave, &bound_exit), e = V_UNSET; // __exit__ is asked for first
    if (x == V_ERROR) goto failed;
    e = x == V_UNSET ? V_UNSET : bind_special(vm, manager, enter, &bound_enter);
    if (e == V_ERROR) goto failed;
    if (e == V_UNSET || x == V_UNSET) {
        Type *type = type_of(vm, manager);
        bool other = type_lookup(vm, type, B ? names->__enter__ : names->__aenter__) != V_UNSET &&
                     type_lookup(vm, type, B ? names->__exit__ : names->__aexit__) != V_UNSET;
        const char *hint = !other ? ""
                           : B ? " but it supports the context manager protocol. Did you mean to use 'with'?"
                               : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
        raise_type(vm, "'%Q' object does not support the %scontext manager protocol (missed %S method)%s", type, B ? "asynchronous " : "",
                   x == V_UNSET ? leave : enter, hint);
        goto failed;
    }
    if (bound_exit) {
        Value m = method_new(vm, x, manager);
        decref(vm, x);
        x = m;
    }
    if (bound_enter) {
        Value m = method_new(vm, e, manager);
        decref(vm, e);
        e = m;
    }
    if (e == V_ERROR || x == V_ERROR) goto failed;
    r[A] = x;
    r[A + 1] = e;
    decref(vm, manager);
    DONE(1);
failed:
    if (!is_marker(e)) decref(vm, e);
    if (!is_marker(x)) decref(vm, x);
    decref(vm, manager);
    return GO_RAISE;
}

static int with_except(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, exc = r[C];
    Traceback *tb = exception_get(exc)->traceback;
    Value args[3] = {value_object(type_of(vm, exc)), exc, tb ? value_object(tb) : V_NONE};
    RESULT(call_vector(vm, r[B], args, 3, NULL));
}

static int end_async_for(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, exc = r[B];
    if (type_is_subtype(vm, type_of(vm, exc), vm_type(vm, T_StopAsyncIteration))) {
        decref(vm, exc);
        decref(vm, r[A]);
        DONE(2 + (i32)W);
    }
    decref(vm, vm->exc);
    vm->exc = exc;
    exception_get(exc)->traced_here = true;
    return GO_RAISE;
}

// ---- attributes

static int load_super(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, super = r[A], klass = r[A + 1], self = r[A + 2];
    Str *name = fr->code->caches[W].name;
    if (value_object(vm_type(vm, T_SUPER)) == super && is_type(klass)) {
        Type *type = type_get(klass), *object_type = NULL;
        if (is_type(self) && type_is_subtype(vm, type_get(self), type)) object_type = type_get(self);
        else if (type_is_subtype(vm, type_of(vm, self), type)) object_type = type_of(vm, self);
        Value found = object_type ? type_lookup_after(vm, object_type, type, name, NULL) : V_UNSET;
        bool plain = value_is(found, T_FUNCTION) || value_is(found, T_NATIVE_METHOD) || value_is(found, T_SLOT_WRAPPER);
        if (plain && object_type == type_of(vm, self) && B) {
            r[A] = own(found);
            r[A + 1] = self; // moved
            decref(vm, klass);
            decref(vm, super);
            DONE(2);
        }
    }
    // The general way: super(class, self).name
    Value args[2] = {klass, self};
    Value object = call_vector(vm, super, args, 2, NULL);
    decref(vm, self);
    decref(vm, klass);
    if (object == V_CALL) { // `super` means something else: its result is asked for the attribute
        raise_runtime(vm, "super has been replaced by a Python function: not supported here");
        return GO_RAISE;
    }
    if (object == V_ERROR) return GO_RAISE;
    Value v = call_getattr(vm, object, name);
    decref(vm, object);
    if (is_marker(v)) RESULT(v);
    decref(vm, super);
    r[A] = v;
    if (B) r[A + 1] = V_UNSET;
    DONE(2);
}

int slow(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, v;
    switch (insn & 255) {
    case OP_NOP: DONE(1);
    case OP_LOADK_FAR:
        r[A] = own(fr->code->consts[W]);
        DONE(2);
    case OP_DUP:
        r[A] = own(r[B]);
        DONE(1);
    case OP_REPLACE:
        v = r[A];
        r[A] = r[B];
        decref(vm, v);
        DONE(1);
    case OP_SWAP:
        v = r[A];
        r[A] = r[B];
        r[B] = v;
        DONE(1);
    case OP_CHECK:
        if (r[A] == V_UNSET) return unbound_local(vm, local_name(fr, A));
        DONE(1);
    case OP_DELETE:
        v = r[A];
        if (v == V_UNSET) return unbound_local(vm, local_name(fr, A));
        r[A] = V_UNSET;
        decref(vm, v);
        DONE(1);
    case OP_CLEAR:
        v = r[A];
        r[A] = V_UNSET;
        decref(vm, v);
        DONE(1);
    case OP_LOAD_FAR: case OP_STORE_FAR: case OP_DELETE_FAR: {
        Value *far = &r[fr->code->nlocals + fr->code->ntemps + BC];
        u32 op = insn & 255;
        if (op == OP_STORE_FAR) {
            v = *far;
            *far = A >= fr->code->nlocals ? r[A] : own(r[A]);
            decref(vm, v);
            DONE(1);
        }
        if (*far == V_UNSET && (op == OP_LOAD_FAR || A == 0))
            return unbound_local(vm, local_name(fr, fr->code->nlocals + fr->code->ntemps + BC));
        if (op == OP_LOAD_FAR) r[A] = own(*far);
        else {
            v = *far;
            *far = V_UNSET;
            decref(vm, v);
        }
        DONE(1);
    }
    case OP_MAKE_CELL: {
        Value content = C ? r[B] : V_UNSET;
        Cell *cell = cell_new(vm, content);
        if (!cell) return GO_RAISE;
        if (C) {
            r[B] = V_UNSET;
            decref(vm, content);
        }
        v = r[A];
        r[A] = value_object(cell);
        decref(vm, v);
        DONE(1);
    }
    case OP_COPY_FREE: {
        Tuple *closure = fr->function->closure;
        for (u32 i = 0; i < B && closure; i++) r[A + i] = own(closure->items[i]);
        DONE(1);
    }
    case OP_LOAD_CELL: return unbound_cell(vm, fr, B);
    case OP_STORE_CELL: {
        Cell *cell = cell_get(r[A]);
        v = cell->content;
        cell->content = B >= fr->code->nlocals ? r[B] : own(r[B]);
        decref(vm, v);
        DONE(1);
    }
    case OP_DELETE_CELL: {
        Cell *cell = cell_get(r[A]);
        v = cell->content;
        if (v == V_UNSET) return unbound_cell(vm, fr, A);
        cell->content = V_UNSET;
        decref(vm, v);
        DONE(1);
    }
    case OP_LOAD_CLASS_CELL: return load_from_dict(vm, fr, insn, fr->ns, true);
    case OP_LOAD_DICT_CELL: return load_from_dict(vm, fr, insn, r[A], true);
    case OP_LOAD_DICT_GLOBAL: return load_from_dict(vm, fr, insn, r[A], false);
    case OP_LOAD_GLOBAL: return load_global(vm, fr, insn);
    case OP_STORE_GLOBAL: return store_in(vm, fr, fr->function->globals, insn);
    case OP_DELETE_GLOBAL: return delete_name(vm, fr, true);
    case OP_LOAD_NAME: return load_name(vm, fr, insn);
    case OP_STORE_NAME: return store_name(vm, fr, insn);
    case OP_DELETE_NAME: return delete_name(vm, fr, false);
    case OP_LOAD_LOCALS:
        r[A] = fr->ns != V_UNSET ? own(fr->ns) : own(value_object(fr->function->globals));
        DONE(1);
    case OP_STORE_ATTR: {
        int status = store_attr(vm, r[A], fr->code->caches[W].name, r[B], &fr->code->caches[W]);
        CONSUME(B);
        CONSUME(A);
        if (likely(!status)) DONE(2);
        RESULT_INT(status);
    }
    case OP_DELETE_ATTR: {
        v = call_setattr(vm, r[A], fr->code->caches[W].name, V_UNSET);
        CONSUME(A);
        RESULT(v);
    }
    case OP_LOAD_SUPER: return load_super(vm, fr, insn);
    case OP_DELETE_ITEM:
        v = call_setitem(vm, r[A], r[B], V_UNSET);
        CONSUME(B);
        CONSUME(A);
        RESULT(v);
    case OP_BINARY:
        v = call_binary(vm, (BinaryOp)W, r[B], r[C]);
        CONSUME(C);
        CONSUME(B);
        PUT(v, 2);
    case OP_INPLACE:
        v = call_inplace(vm, (BinaryOp)W, r[A], r[B]);
        CONSUME(B);
        RESULT(v);
    case OP_UNARY:
        v = call_unary(vm, (UnaryOp)C, r[B]);
        CONSUME(B);
        PUT(v, 1);
    case OP_NOT:
        v = call_truth(vm, r[B]);
        CONSUME(B);
        RESULT(v);
    case OP_COMPARE:
        v = call_compare(vm, r[B], r[C], (CompareOp)W);
        CONSUME(C);
        CONSUME(B);
        PUT(v, 2);
    case OP_IS: case OP_IS_NOT: {
        bool same = r[B] == r[C];
        CONSUME(C);
        CONSUME(B);
        r[A] = value_bool(same == ((insn & 255) == OP_IS));
        DONE(1);
    }
    case OP_IN: case OP_NOT_IN:
        v = call_contains(vm, r[C], r[B]);
        CONSUME(C);
        CONSUME(B);
        if ((insn & 255) == OP_NOT_IN && is_bool(v)) v = value_bool(v == V_FALSE);
        if (is_bool(v)) {
            r[A] = v;
            DONE(1);
        }
        RESULT(v);
    case OP_J_IF_KEEP:
        v = call_truth(vm, r[A]);
        RESULT(v);
    case OP_GET_ITER:
        v = call_iter(vm, r[B]);
        CONSUME(B);
        PUT(v, 1);
    case OP_GET_AITER:
        v = call_aiter(vm, r[B], true);
        CONSUME(B);
        PUT(v, 1);
    case OP_GET_ANEXT: {
        v = call_anext(vm, r[B], CHECK_ANEXT);
        if (is_marker(v) || value_is(v, T_COROUTINE) || value_is(v, T_ASYNC_GEN_SEND)) PUT(v, 1);
        Value w = call_awaitable(vm, v, 3);
        decref(vm, v);
        RESULT(w);
    }
    case OP_END_ASYNC_FOR: return end_async_for(vm, fr, insn);
    case OP_GET_AWAITABLE:
        v = call_awaitable(vm, r[B], C);
        CONSUME(B);
        PUT(v, 1);
    case OP_GET_YIELD_FROM: {
        Value from = r[B];
        if (value_is(from, T_COROUTINE) && !(fr->code->flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)))
            v = raise_type(vm, "cannot 'yield from' a coroutine object in a non-coroutine generator");
        else v = is_generator(from) ? own(from) : call_iter(vm, from);
        CONSUME(B);
        PUT(v, 1);
    }
    case OP_AWAIT: return await_step(vm, fr);
    case OP_YIELD:
        v = B >= fr->code->nlocals ? r[B] : own(r[B]);
        return generator_yielded(vm, fr, v);
    case OP_CALL_KW: return call_kw_insn(vm, fr, insn);
    case OP_CALL_EX: return call_ex_insn(vm, fr, insn);
    case OP_BUILD_TUPLE: return build_tuple(vm, fr, insn);
    case OP_BUILD_LIST: return build_list(vm, fr, insn);
    case OP_BUILD_SET: return build_set(vm, fr, insn);
    case OP_BUILD_DICT: return build_dict(vm, fr, insn);
    case OP_LIST_EXTEND: return list_extend_insn(vm, fr, insn);
    case OP_LIST_TO_TUPLE:
        v = list_as_tuple(vm, list_get(r[A]));
        RESULT(v);
    case OP_SET_ADD: {
        int status = set_add(vm, set_get(r[A]), r[B]);
        Value args[2] = {r[A], r[B]};
        v = status == IS_PYTHON ? prelude_call(vm, "_set.add", args, 2) : status ? V_ERROR : V_NONE;
        CONSUME(B);
        if (likely(v == V_NONE)) DONE(1);
        RESULT(v);
    }
    case OP_SET_UPDATE: {
        Value args[2] = {r[A], r[B]};
        v = prelude_call(vm, "_ops.set_update", args, 2);
        CONSUME(B);
        RESULT(v);
    }
    case OP_DICT_SET:
        v = call_setitem(vm, r[A], r[B], r[C]);
        CONSUME(C);
        CONSUME(B);
        if (likely(v == V_NONE)) DONE(1);
        RESULT(v);
    case OP_DICT_UPDATE: return dict_update_insn(vm, fr, insn, false);
    case OP_DICT_MERGE: return dict_update_insn(vm, fr, insn, true);
    case OP_BUILD_SLICE: {
        v = slice_new(vm, r[A], r[A + 1], B == 3 ? r[A + 2] : V_NONE);
        for (u32 i = A + B; i > A;) decref(vm, r[--i]);
        return take_items(vm, fr, v);
    }
    case OP_BUILD_STRING: return build_string(vm, fr, insn);
    case OP_FORMAT: return format_insn(vm, fr, insn);
    case OP_UNPACK: return unpack(vm, fr, insn);
    case OP_UNPACK_EX: return unpack_ex(vm, fr, insn);
    case OP_MAKE_FUNCTION: return make_function(vm, fr, insn);
    case OP_LOAD_BUILD_CLASS:
        v = dict_find_str(fr->function->builtins, vm->names.__build_class__);
        if (v == V_UNSET) return raise_name(vm, T_NameError, vm->names.__build_class__, "__build_class__ not found"), GO_RAISE;
        r[A] = own(v);
        DONE(1);
    case OP_WITH_START: return with_start(vm, fr, insn);
    case OP_WITH_EXCEPT: return with_except(vm, fr, insn);
    case OP_PUSH_EXC: return push_exc(vm, fr, insn);
    case OP_POP_EXC: return pop_exc(vm, fr, insn);
    case OP_MATCH_EXC: return match_exc(vm, fr, insn);
    case OP_MATCH_GROUP: {
        Value args[2] = {r[B], r[C]};
        if (r[B] == V_NONE) {
            CONSUME(C);
            r[A] = V_NONE;
            DONE(1);
        }
        v = prelude_call(vm, "_exception.match_group", args, 2); // (matched or None, rest or None)
        CONSUME(C);
        RESULT(v);
    }
    case OP_RAISE: return raise_insn(vm, fr, insn);
    case OP_RERAISE: return reraise(vm, fr, insn);
    case OP_IMPORT_NAME: {
        Value name = fr->code->consts[W], fromlist = r[A];
        Value globals = value_object(fr->function->globals);
        v = import_insn(vm, fr, str_get(name), globals, fromlist, B);
        RESULT(v);
    }
    case OP_IMPORT_FROM: {
        Value args[2] = {r[B], fr->code->consts[W]};
        v = lookup_attr(vm, r[B], str_get(args[1]));
        if (v == V_UNSET || v == V_PYTHON) v = prelude_call(vm, "_import.import_from", args, 2);
        RESULT(v);
    }
    case OP_IMPORT_STAR: {
        Value locals = fr->ns != V_UNSET ? fr->ns : value_object(fr->function->globals);
        Value args[2] = {r[A], locals};
        v = prelude_call(vm, "_import.import_star", args, 2);
        CONSUME(A);
        RESULT(v);
    }
    case OP_INTRINSIC: {
        v = intrinsic_call(vm, W, r + A, B, fr);
        for (u32 i = A + B; i > A;) decref(vm, r[--i]);
        RESULT(v);
    }
    default: raise(vm, T_SystemError, "unknown opcode %u", insn & 255); return GO_RAISE;
    }
}
