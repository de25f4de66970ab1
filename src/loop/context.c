// context.c: contexts, context variables and their tokens. A fiber's current context is fiber->context; V_UNSET stands
// for one that is still empty and nobody has asked for.
#include "loop/context.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"
#include "vm/machine.h"

// ---- contexts

Value context_new(Vm *vm) {
    Context *c = object_new_gc(vm, vm_type(vm, T_CONTEXT), sizeof *c);
    return c ? value_object(c) : V_ERROR;
}

static Value copy_of(Vm *vm, const Context *from) {
    Value v = context_new(vm);
    if (v != V_ERROR && from->vars) INCREF(context_get(v)->vars = from->vars);
    return v;
}

// The fiber's current context as an object: borrowed; NULL with MemoryError.
static Context *current(Vm *vm) {
    Fiber *fiber = vm->fiber;
    if (fiber->context == V_UNSET) {
        Value v = context_new(vm);
        if (v == V_ERROR) return NULL;
        context_get(v)->entered = true;
        fiber->context = v;
    }
    return context_get(fiber->context);
}

Value context_copy(Vm *vm) {
    Value now = vm->fiber->context;
    return now == V_UNSET ? context_new(vm) : copy_of(vm, context_get(now));
}

bool context_enter(Vm *vm, Value context, Value *before) {
    Context *c = context_get(context);
    if (unlikely(c->entered)) {
        raise_runtime(vm, "cannot enter context: %R is already entered", context);
        return false;
    }
    *before = vm->fiber->context;
    vm->fiber->context = own(context);
    c->entered = true;
    return true;
}

void context_leave(Vm *vm, Value before) {
    Value context = vm->fiber->context;
    vm->fiber->context = before;
    if (context == V_UNSET) return;
    context_get(context)->entered = false;
    decref(vm, context);
}

// The variables, for writing: a dict that no other context has.
static Dict *vars_own(Vm *vm, Context *c) {
    if (!c->vars) return c->vars = dict_new(vm, 4);
    if (c->vars->head.refs == 1) return c->vars;
    Dict *copy = dict_copy(vm, c->vars);
    if (!copy) return NULL;
    DECREF(vm, c->vars);
    return c->vars = copy;
}

// The value of a variable in a context, borrowed; V_UNSET.
static Value vars_find(Vm *vm, const Context *c, const ContextVar *var) {
    Value found;
    if (!c->vars || dict_find(vm, c->vars, value_object(var), &found) != 1) return V_UNSET;
    return found;
}

// Sets it, or deletes it with V_UNSET.
static bool vars_set(Vm *vm, Context *c, ContextVar *var, Value value) {
    Dict *vars = vars_own(vm, c);
    if (!vars) return false;
    return (value == V_UNSET ? dict_delete(vm, vars, value_object(var))
                             : dict_set(vm, vars, value_object(var), value)) != IS_ERROR;
}

static void context_dealloc(Vm *vm, Object *o) {
    XDECREF(vm, ((Context *)o)->vars);
    object_dispose(vm, o, sizeof(Context));
}
static void context_traverse(Object *o, Visit *visit) {
    Context *c = (Context *)o;
    if (c->vars && c->vars->head.refs == 1) visit_object(visit, c->vars);
}
static void context_clear(Vm *vm, Object *o) {
    Dict *vars = ((Context *)o)->vars;
    ((Context *)o)->vars = NULL;
    XDECREF(vm, vars);
}

static Value context_make(Vm *vm, const Value *args, u32 n) {
    if (tuple_get(args[1])->len || args[2] != V_UNSET) return raise_type(vm, "Context() does not accept any arguments");
    return context_new(vm);
}

static bool is_var(Vm *vm, Value key) {
    if (value_is(key, T_CONTEXT_VAR)) return true;
    raise_type(vm, "a ContextVar key was expected, got %R", key);
    return false;
}
static Value context_item(Vm *vm, Value self, Value key) {
    if (!is_var(vm, key)) return V_ERROR;
    Value v = vars_find(vm, context_get(self), (ContextVar *)object_get(key));
    return v == V_UNSET ? raise_key(vm, key) : own(v);
}
static int context_contains(Vm *vm, Value self, Value key) {
    if (!is_var(vm, key)) return IS_ERROR;
    return vars_find(vm, context_get(self), (ContextVar *)object_get(key)) != V_UNSET;
}
static i64 context_len(Vm *vm, Value self) { return context_get(self)->vars ? context_get(self)->vars->len : 0; }

static Value context_get_method(Vm *vm, const Value *args, u32 n) {
    if (!is_var(vm, args[1])) return V_ERROR;
    Value v = vars_find(vm, context_get(args[0]), (ContextVar *)object_get(args[1]));
    return own(v != V_UNSET ? v : args[2] == V_UNSET ? V_NONE : args[2]);
}

// keys(), values(), items() and iteration are those of a dict that nobody else has.
static Value context_view(Vm *vm, Value self, Str *method) {
    Context *c = context_get(self);
    Dict *copy = c->vars ? dict_copy(vm, c->vars) : dict_new(vm, 0);
    if (!copy) return V_ERROR;
    Value v = method ? call_method(vm, value_object(copy), method, NULL, 0) : value_iter(vm, value_object(copy));
    DECREF(vm, copy);
    return v;
}
static Value context_iter(Vm *vm, Value self) { return context_view(vm, self, NULL); }
static Value context_keys(Vm *vm, const Value *args, u32 n) { return context_view(vm, args[0], vm->names.keys); }
static Value context_values(Vm *vm, const Value *args, u32 n) { return context_view(vm, args[0], vm->names.values); }
static Value context_items(Vm *vm, const Value *args, u32 n) { return context_view(vm, args[0], vm->names.items); }
static Value context_copy_method(Vm *vm, const Value *args, u32 n) { return copy_of(vm, context_get(args[0])); }

static Value context_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!value_is(a, T_CONTEXT) || !value_is(b, T_CONTEXT) || (op != CMP_EQ && op != CMP_NE)) return V_NOT_IMPLEMENTED;
    const Dict *x = context_get(a)->vars, *y = context_get(b)->vars;
    if (x == y) return value_bool(op == CMP_EQ);
    u32 nx = x ? x->len : 0, ny = y ? y->len : 0;
    if (nx == 0 || ny == 0) return value_bool((nx == ny) == (op == CMP_EQ));
    return value_compare(vm, value_object(x), value_object(y), op); // keys have no __eq__; values may
}
// run(callable, *args, **kwargs). Slots: the context, the callable, its arguments, what was current, the keywords.
static Value run_step(Vm *vm, Frame *f, Value in) {
    if (in == V_UNSET) {
        if (!context_enter(vm, f->slots[0], &f->slots[3])) return V_ERROR;
        in = call_ex(vm, f->slots[1], tuple_get(f->slots[2]), f->slots[4] == V_UNSET ? NULL : dict_get(f->slots[4]));
        if (in == V_CALL || in == V_SUSPEND || (in == V_ERROR && vm->fiber->frame != f)) return in;
    } else incref(in);
    Value before = f->slots[3];
    f->slots[3] = V_UNSET;
    context_leave(vm, before);
    return in;
}
static Value context_run(Vm *vm, const Value *args, u32 n) {
    Tuple *given = tuple_get(args[1]);
    if (!given->len) return raise_type(vm, "run() missing 1 required positional argument");
    Tuple *rest = tuple_from(vm, given->items + 1, given->len - 1);
    if (!rest) return V_ERROR;
    Frame *f = step_push(vm, run_step, 5);
    if (!f) return DECREF(vm, rest), V_ERROR;
    f->slots[0] = own(args[0]);
    f->slots[1] = own(given->items[0]);
    f->slots[2] = value_object(rest);
    f->slots[4] = own(args[2]); // V_UNSET: no keywords
    return V_CALL;
}

static const NativeDef context_methods[] = {
    {"run", "($self, /, *args, **kwargs)", context_run, NULL, 0},
    {"copy", "($self, /)", context_copy_method, NULL, 0},
    {"get", "($self, key, default=None, /)", context_get_method, NULL, 0},
    {"keys", "($self, /)", context_keys, NULL, 0},
    {"values", "($self, /)", context_values, NULL, 0},
    {"items", "($self, /)", context_items, NULL, 0},
    {0},
};
const TypeSpec context_spec = {
    .name = "Context",
    .module = "_contextvars",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_DICT | TYPE_MAPPING,
    .size = sizeof(Context),
    .slots = {.dealloc = context_dealloc,
              .traverse = context_traverse,
              .clear = context_clear,
              .unhashable = true,
              .getitem = context_item,
              .contains = context_contains,
              .len = context_len,
              .iter = context_iter,
              .compare = context_compare},
    .make = {"__new__", "($type, *args, **kwargs)", context_make, NULL, 0},
    .methods = context_methods,
    .python = (const SlotPython[]){{SLOT_EQ, 0, "_contextvars.eq"}, {SLOT_NE, 0, "_contextvars.ne"}, {0}},
};

// ---- variables

#define var_get(value) ((ContextVar *)object_get(value))
#define token_get(value) ((ContextToken *)object_get(value))

static Value var_make(Vm *vm, const Value *args, u32 n) {
    if (!value_has(args[1], SHAPE_STR)) return raise_type(vm, "context variable name must be a str");
    ContextVar *var = object_new_gc(vm, vm_type(vm, T_CONTEXT_VAR), sizeof *var);
    if (!var) return V_ERROR;
    INCREF(var->name = str_get(args[1]));
    var->preset = own(args[2]);
    return value_object(var);
}
static void var_dealloc(Vm *vm, Object *o) {
    ContextVar *var = (ContextVar *)o;
    XDECREF(vm, var->name);
    decref(vm, var->preset);
    object_dispose(vm, o, sizeof *var);
}
static void var_traverse(Object *o, Visit *visit) { visit_value(visit, ((ContextVar *)o)->preset); }
static void var_clear(Vm *vm, Object *o) {
    Value v = ((ContextVar *)o)->preset;
    ((ContextVar *)o)->preset = V_UNSET;
    decref(vm, v);
}

static Value text_value(Str *s) { return s ? value_object(s) : V_ERROR; }
#define ADDRESS(v) ((unsigned long long)(uintptr_t)object_get(v))

static Value var_repr(Vm *vm, Value self) {
    ContextVar *var = var_get(self);
    Value name = value_repr(vm, value_object(var->name));
    if (is_marker(name)) return name;
    Value preset = var->preset == V_UNSET ? V_UNSET : value_repr(vm, var->preset), v;
    if (preset == V_UNSET) v = text_value(str_format(vm, "<ContextVar name=%U at 0x%llx>", name, ADDRESS(self)));
    else if (is_marker(preset)) v = preset;
    else {
        v = text_value(str_format(vm, "<ContextVar name=%U default=%U at 0x%llx>", name, preset, ADDRESS(self)));
        decref(vm, preset);
    }
    decref(vm, name);
    return v;
}

static Value var_value(Vm *vm, const Value *args, u32 n) {
    ContextVar *var = var_get(args[0]);
    Value now = vm->fiber->context;
    Value v = now == V_UNSET ? V_UNSET : vars_find(vm, context_get(now), var);
    if (v == V_UNSET) v = args[1];
    if (v == V_UNSET) v = var->preset;
    if (v != V_UNSET) return own(v);
    Value exc = exception_new(vm, T_LookupError, args, 1);
    if (exc == V_ERROR) return V_ERROR;
    raise_object(vm, exc);
    decref(vm, exc);
    return V_ERROR;
}

static Value var_set(Vm *vm, const Value *args, u32 n) {
    Context *c = current(vm);
    if (!c) return V_ERROR;
    ContextVar *var = var_get(args[0]);
    ContextToken *token = object_new_gc(vm, vm_type(vm, T_CONTEXT_TOKEN), sizeof *token);
    if (!token) return V_ERROR;
    INCREF(token->context = c);
    INCREF(token->var = var);
    token->old = own(vars_find(vm, c, var));
    if (vars_set(vm, c, var, args[1])) return value_object(token);
    DECREF(vm, token);
    return V_ERROR;
}

static Value reset(Vm *vm, ContextVar *var, Value token_value) {
    ContextToken *token = token_get(token_value);
    if (token->used) return raise_runtime(vm, "%R has already been used once", token_value);
    if (token->var != var) return raise_value(vm, "%R was created by a different ContextVar", token_value);
    Context *c = current(vm);
    if (!c) return V_ERROR;
    if (token->context != c) return raise_value(vm, "%R was created in a different Context", token_value);
    token->used = true;
    return vars_set(vm, c, var, token->old) ? V_NONE : V_ERROR;
}
static Value var_reset(Vm *vm, const Value *args, u32 n) {
    if (!value_is(args[1], T_CONTEXT_TOKEN)) return raise_type(vm, "expected an instance of Token, got %R", args[1]);
    return reset(vm, var_get(args[0]), args[1]);
}
static Value var_name(Vm *vm, Value self) { return own(value_object(var_get(self)->name)); }

static Value class_getitem(Vm *vm, const Value *args, u32 n) { return V_PYTHON; }
#define GENERIC_ROW                                                                                                    \
    { "__class_getitem__", "($type, object, /)", class_getitem, "_generic.alias", NATIVE_CLASS }

static const NativeDef var_methods[] = {
    {"get", "($self, default=<unrepresentable>, /)", var_value, NULL, 0},
    {"set", "($self, value, /)", var_set, NULL, 0},
    {"reset", "($self, token, /)", var_reset, NULL, 0},
    GENERIC_ROW,
    {0},
};
static const GetSetDef var_getset[] = {{"name", var_name, NULL}, {0}};
const TypeSpec context_var_spec = {
    .name = "ContextVar",
    .module = "_contextvars",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_DICT,
    .size = sizeof(ContextVar),
    .slots = {.dealloc = var_dealloc, .traverse = var_traverse, .clear = var_clear, .repr = var_repr},
    .make = {"__new__", "($type, name, /, *, default=<unrepresentable>)", var_make, NULL, 0},
    .methods = var_methods,
    .getset = var_getset,
    .python = (const SlotPython[]){{SLOT_REPR, 0, "_contextvars.var_repr"}, {0}},
};

// ---- tokens

static void token_dealloc(Vm *vm, Object *o) {
    ContextToken *token = (ContextToken *)o;
    XDECREF(vm, token->context);
    XDECREF(vm, token->var);
    decref(vm, token->old);
    object_dispose(vm, o, sizeof *token);
}
static void token_traverse(Object *o, Visit *visit) {
    ContextToken *token = (ContextToken *)o;
    visit_object(visit, token->context);
    visit_object(visit, token->var);
    visit_value(visit, token->old);
}
static void token_clear(Vm *vm, Object *o) {
    ContextToken *token = (ContextToken *)o;
    Value old = token->old;
    token->old = V_UNSET;
    decref(vm, old);
}
static Value token_repr(Vm *vm, Value self) {
    ContextToken *token = token_get(self);
    Value var = value_repr(vm, value_object(token->var));
    if (is_marker(var)) return var;
    Str *s = str_format(vm, "<Token%s var=%U at 0x%llx>", token->used ? " used" : "", var, ADDRESS(self));
    decref(vm, var);
    return text_value(s);
}
static Value token_var(Vm *vm, Value self) { return own(value_object(token_get(self)->var)); }
// Token.MISSING: one object, an attribute of the class.
static Value missing(Vm *vm) {
    Type *type = vm_type(vm, T_CONTEXT_TOKEN);
    Str *name = str_intern(vm, "MISSING", 7);
    Value v = !name || !type_ready(vm, type) ? V_ERROR : own(dict_find_str(type->dict, name));
    if (v == V_UNSET) {
        Object *o = object_new(vm, vm_type(vm, T_CONTEXT_MISSING), sizeof *o);
        v = o && dict_set_str(vm, type->dict, name, value_object(o)) ? own(value_object(o)) : V_ERROR;
        XDECREF(vm, o);
    }
    XDECREF(vm, name);
    return v;
}
static Value token_old(Vm *vm, Value self) {
    Value old = token_get(self)->old;
    return old == V_UNSET ? missing(vm) : own(old);
}
static Value token_enter(Vm *vm, const Value *args, u32 n) { return own(args[0]); }
static Value token_exit(Vm *vm, const Value *args, u32 n) { return reset(vm, token_get(args[0])->var, args[0]); }

static Value token_make(Vm *vm, const Value *args, u32 n) {
    return raise_runtime(vm, "Tokens can only be created by ContextVars");
}

static const NativeDef token_methods[] = {
    {"__enter__", "($self, /)", token_enter, NULL, 0},
    {"__exit__", "($self, type, value, traceback, /)", token_exit, NULL, 0},
    GENERIC_ROW,
    {0},
};
static const GetSetDef token_getset[] = {{"var", token_var, NULL}, {"old_value", token_old, NULL}, {0}};
const TypeSpec context_token_spec = {
    .name = "Token",
    .module = "_contextvars",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_DICT,
    .size = sizeof(ContextToken),
    .slots = {.dealloc = token_dealloc,
              .traverse = token_traverse,
              .clear = token_clear,
              .repr = token_repr,
              .unhashable = true},
    .make = {"__new__", "($type, *args, **kwargs)", token_make, NULL, 0},
    .methods = token_methods,
    .getset = token_getset,
    .python = (const SlotPython[]){{SLOT_REPR, 0, "_contextvars.token_repr"}, {0}},
};

static void missing_dealloc(Vm *vm, Object *o) { object_dispose(vm, o, sizeof *o); }
static Value missing_repr(Vm *vm, Value self) { return text_value(str_from_text(vm, "<Token.MISSING>")); }
const TypeSpec context_missing_spec = {
    .name = "Token.MISSING",
    .base = T_OBJECT,
    .flags = TYPE_FINAL | TYPE_NO_DICT | TYPE_NO_MAKE,
    .size = sizeof(Object),
    .slots = {.dealloc = missing_dealloc, .repr = missing_repr},
};

// ---- the module

static Value copy_context(Vm *vm, const Value *args, u32 n) { return context_copy(vm); }
const NativeDef contextvars_functions[] = {{"copy_context", "()", copy_context, NULL, 0}, {0}};

bool contextvars_fill(Vm *vm, Dict *dict) {
    Value m = missing(vm);
    if (m == V_ERROR) return false;
    decref(vm, m);
    return dict_set_text(vm, dict, "Context", value_object(vm_type(vm, T_CONTEXT))) &&
           dict_set_text(vm, dict, "ContextVar", value_object(vm_type(vm, T_CONTEXT_VAR))) &&
           dict_set_text(vm, dict, "Token", value_object(vm_type(vm, T_CONTEXT_TOKEN)));
}

// ---- for the prelude

static Value i_default(Vm *vm, const Value *args, u32 n) { return own(var_get(args[0])->preset); }
static Value i_used(Vm *vm, const Value *args, u32 n) { return value_bool(token_get(args[0])->used); }
const NativeDef context_intrinsics[] = {
    {"_context_default", "(var, /)", i_default, NULL, 0},
    {"_context_token_used", "(token, /)", i_used, NULL, 0},
    {0},
};
