// function.c: functions, bound methods, natives as values, cells, descriptors and modules: their life and attributes.
// Calling them is the machine's.
#include "obj/function.h"
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"
#include "obj/code_view.h"

static Value text_value(Str *s) { return s ? value_object(s) : V_ERROR; }
static const NativeDef no_methods[] = {{0}};

// ---- function

Function *function_new(Vm *vm, Code *code, Dict *globals, Dict *builtins) {
    Function *f = object_new_gc(vm, vm_type(vm, T_FUNCTION), sizeof *f);
    if (!f) return NULL;
    INCREF(f->code = code);
    INCREF(f->globals = globals);
    INCREF(f->builtins = builtins);
    INCREF(f->name = code_name(code));
    INCREF(f->qualname = code_qualname(code));
    f->doc = own(code_doc(code));
    f->module = own(dict_find_str(globals, vm->names.__name__));
    if (f->module == V_UNSET) f->module = V_NONE;
    f->annotations = f->annotate = f->type_params = V_UNSET;
    return f;
}

static void function_dealloc(Vm *vm, Object *o) {
    Function *f = (Function *)o;
    DECREF(vm, f->code);
    DECREF(vm, f->globals);
    DECREF(vm, f->builtins);
    XDECREF(vm, f->defaults);
    XDECREF(vm, f->kwdefaults);
    XDECREF(vm, f->closure);
    DECREF(vm, f->name);
    DECREF(vm, f->qualname);
    decref(vm, f->doc);
    decref(vm, f->module);
    decref(vm, f->annotations);
    decref(vm, f->annotate);
    decref(vm, f->type_params);
    object_dispose(vm, o, sizeof *f);
}
static void function_traverse(Object *o, Visit *visit) {
    Function *f = (Function *)o;
    visit_object(visit, f->code);
    visit_object(visit, f->globals);
    visit_object(visit, f->builtins);
    visit_object(visit, f->defaults);
    visit_object(visit, f->kwdefaults);
    visit_object(visit, f->closure);
    visit_value(visit, f->doc);
    visit_value(visit, f->module);
    visit_value(visit, f->annotations);
    visit_value(visit, f->annotate);
    visit_value(visit, f->type_params);
}
static void function_clear(Vm *vm, Object *o) { // code, globals and names stay: the machine relies on them
    Function *f = (Function *)o;
    Tuple *closure = f->closure, *defaults = f->defaults;
    Dict *kwdefaults = f->kwdefaults;
    Value annotate = f->annotate, annotations = f->annotations;
    f->closure = f->defaults = NULL;
    f->kwdefaults = NULL;
    f->annotate = f->annotations = V_UNSET;
    XDECREF(vm, closure);
    XDECREF(vm, defaults);
    XDECREF(vm, kwdefaults);
    decref(vm, annotate);
    decref(vm, annotations);
}
static Value function_repr(Vm *vm, Value v) {
    return text_value(str_format(vm, "<function %S at 0x%llx>", function_get(v)->qualname, (unsigned long long)(uintptr_t)object_get(v)));
}

static Value function_bind(Vm *vm, Value self, Value object, Value type) {
    return object == V_UNSET ? own(self) : method_new(vm, self, object);
}

static int set_str(Vm *vm, Str **slot, Value value, const char *name) {
    if (!value_has(value, SHAPE_STR)) return raise_type(vm, "%s must be set to a string object", name), IS_ERROR;
    Str *old = *slot;
    INCREF(*slot = str_get(value));
    DECREF(vm, old);
    return 0;
}
static int set_value(Vm *vm, Value *slot, Value value, Value when_deleted) {
    Value old = *slot;
    *slot = value == V_UNSET ? when_deleted : own(value);
    decref(vm, old);
    return 0;
}
static Value get_or_none(Value v) { return v == V_UNSET ? V_NONE : own(v); }
static Value object_or_none(void *o) { return o ? own(value_object(o)) : V_NONE; }

static Value f_name(Vm *vm, Value v) { return own(value_object(function_get(v)->name)); }
static int f_set_name(Vm *vm, Value v, Value value) { return set_str(vm, &function_get(v)->name, value, "__name__"); }
static Value f_qualname(Vm *vm, Value v) { return own(value_object(function_get(v)->qualname)); }
static int f_set_qualname(Vm *vm, Value v, Value value) { return set_str(vm, &function_get(v)->qualname, value, "__qualname__"); }
static Value f_doc(Vm *vm, Value v) { return own(function_get(v)->doc); }
static int f_set_doc(Vm *vm, Value v, Value value) { return set_value(vm, &function_get(v)->doc, value, V_NONE); }
static Value f_module(Vm *vm, Value v) { return own(function_get(v)->module); }
static int f_set_module(Vm *vm, Value v, Value value) { return set_value(vm, &function_get(v)->module, value, V_NONE); }
static Value f_code(Vm *vm, Value v) { return own(value_object(function_get(v)->code)); }
static int f_set_code(Vm *vm, Value v, Value value) {
    if (!value_is(value, T_CODE)) return raise_type(vm, "__code__ must be set to a code object"), IS_ERROR;
    Code *old = function_get(v)->code;
    INCREF(function_get(v)->code = (Code *)object_get(value));
    DECREF(vm, old);
    return 0;
}
static Value f_globals(Vm *vm, Value v) { return own(value_object(function_get(v)->globals)); }
static Value f_builtins(Vm *vm, Value v) { return own(value_object(function_get(v)->builtins)); }
static Value f_closure(Vm *vm, Value v) { return object_or_none(function_get(v)->closure); }
static Value f_defaults(Vm *vm, Value v) { return object_or_none(function_get(v)->defaults); }
static int f_set_defaults(Vm *vm, Value v, Value value) {
    if (value != V_NONE && value != V_UNSET && !value_is(value, T_TUPLE))
        return raise_type(vm, "__defaults__ must be set to a tuple object"), IS_ERROR;
    Tuple *old = function_get(v)->defaults;
    function_get(v)->defaults = is_object(value) ? tuple_get(own(value)) : NULL;
    XDECREF(vm, old);
    return 0;
}
static Value f_kwdefaults(Vm *vm, Value v) { return object_or_none(function_get(v)->kwdefaults); }
static int f_set_kwdefaults(Vm *vm, Value v, Value value) {
    if (value != V_NONE && value != V_UNSET && !value_has(value, SHAPE_DICTTYPE))
        return raise_type(vm, "__kwdefaults__ must be set to a dict object"), IS_ERROR;
    Dict *old = function_get(v)->kwdefaults;
    function_get(v)->kwdefaults = is_object(value) ? dict_get(own(value)) : NULL;
    XDECREF(vm, old);
    return 0;
}
static Value f_annotate(Vm *vm, Value v) { return get_or_none(function_get(v)->annotate); }
static int f_set_annotate(Vm *vm, Value v, Value value) {
    set_value(vm, &function_get(v)->annotations, V_UNSET, V_UNSET);
    return set_value(vm, &function_get(v)->annotate, value, V_NONE);
}
static Value f_annotations(Vm *vm, Value v) {
    Function *f = function_get(v);
    if (f->annotations != V_UNSET) return own(f->annotations);
    if (f->annotate == V_UNSET || f->annotate == V_NONE) {
        Dict *d = dict_new(vm, 0);
        if (!d) return V_ERROR;
        f->annotations = value_object(d);
        return own(f->annotations);
    }
    return V_PYTHON; // the machine calls __annotate__(1) and keeps the result
}
static int f_set_annotations(Vm *vm, Value v, Value value) {
    set_value(vm, &function_get(v)->annotate, V_NONE, V_NONE);
    return set_value(vm, &function_get(v)->annotations, value, V_UNSET);
}
static Value f_type_params(Vm *vm, Value v) {
    Value t = function_get(v)->type_params;
    return t == V_UNSET ? own(value_object(vm->empty_tuple)) : own(t);
}
static int f_set_type_params(Vm *vm, Value v, Value value) { return set_value(vm, &function_get(v)->type_params, value, V_UNSET); }
static Value attr_dict(Vm *vm, Value v) {
    Dict *d = attrs_dict(vm, object_get(v));
    return d ? own(value_object(d)) : V_ERROR;
}
static const GetSetDef function_getset[] = {
    {"__name__", f_name, f_set_name},
    {"__qualname__", f_qualname, f_set_qualname},
    {"__doc__", f_doc, f_set_doc},
    {"__module__", f_module, f_set_module},
    {"__code__", f_code, f_set_code},
    {"__globals__", f_globals, NULL},
    {"__builtins__", f_builtins, NULL},
    {"__closure__", f_closure, NULL},
    {"__defaults__", f_defaults, f_set_defaults},
    {"__kwdefaults__", f_kwdefaults, f_set_kwdefaults},
    {"__annotate__", f_annotate, f_set_annotate},
    {"__annotations__", f_annotations, f_set_annotations},
    {"__type_params__", f_type_params, f_set_type_params},
    {"__dict__", attr_dict, NULL},
    {0},
};
const TypeSpec function_spec = {
    .name = "function", .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_MAKE, .size = sizeof(Function),
    .attrs = offsetof(Function, attrs),
    .slots = {.dealloc = function_dealloc, .traverse = function_traverse, .clear = function_clear, .repr = function_repr,
              .get = function_bind},
    .methods = no_methods, .getset = function_getset};

// ---- bound method

Value method_new(Vm *vm, Value function, Value self) {
    Method *m = object_new_gc(vm, vm_type(vm, T_METHOD), sizeof *m);
    if (!m) return V_ERROR;
    m->function = own(function);
    m->self = own(self);
    return value_object(m);
}
static void method_dealloc(Vm *vm, Object *o) {
    decref(vm, ((Method *)o)->function);
    decref(vm, ((Method *)o)->self);
    object_dispose(vm, o, sizeof(Method));
}
static void method_traverse(Object *o, Visit *visit) {
    visit_value(visit, ((Method *)o)->function);
    visit_value(visit, ((Method *)o)->self);
}
static Value method_repr(Vm *vm, Value v) { return V_PYTHON; } // the object's repr may be anything
static Value method_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!value_is(a, T_METHOD) || !value_is(b, T_METHOD) || (op != CMP_EQ && op != CMP_NE)) return V_NOT_IMPLEMENTED;
    bool same = method_get(a)->self == method_get(b)->self && method_get(a)->function == method_get(b)->function;
    return value_bool(same == (op == CMP_EQ));
}
static int method_hash(Vm *vm, Value v, i64 *hash) {
    Method *m = method_get(v);
    *hash = (i64)(((uintptr_t)object_get(m->function) >> 4) * 31 + (is_object(m->self) ? (uintptr_t)object_get(m->self) >> 4 : (uintptr_t)m->self));
    return 0;
}
static Value m_function(Vm *vm, Value v) { return own(method_get(v)->function); }
static Value m_self(Vm *vm, Value v) { return own(method_get(v)->self); }
// Everything else is the function's.
static Value method_getattr(Vm *vm, Value v, Str *name);
static const GetSetDef method_getset[] = {{"__func__", m_function, NULL}, {"__self__", m_self, NULL}, {0}};
static Value method_make(Vm *vm, const Value *args, u32 n) {
    if (args[2] == V_NONE) return raise_type(vm, "instance must not be None");
    return method_new(vm, args[1], args[2]);
}
static const SlotPython method_python[] = {{SLOT_REPR, 0, "_object.method_repr"}, {0}};
const TypeSpec method_spec = {
    .name = "method", .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_DICT, .size = sizeof(Method),
    .slots = {.dealloc = method_dealloc, .traverse = method_traverse, .repr = method_repr, .compare = method_compare,
              .hash = method_hash, .getattr = method_getattr},
    .make = {"__new__", "($type, function, instance, /)", method_make, NULL, 0},
    .methods = no_methods, .getset = method_getset, .python = method_python};

static Value method_getattr(Vm *vm, Value v, Str *name) {
    if (str_is(name, "__func__")) return m_function(vm, v);
    if (str_is(name, "__self__")) return m_self(vm, v);
    Value own_attr = type_lookup(vm, vm_type(vm, T_METHOD), name);
    if (own_attr != V_UNSET && !str_is(name, "__doc__") && !str_is(name, "__call__")) return V_UNSET; // generic look-up
    if (str_is(name, "__call__")) return V_UNSET;
    return call_getattr(vm, method_get(v)->function, name);
}

// ---- natives

Value native_new(Vm *vm, const NativeDef *def, Type *owner, Value module) {
    // Called like a function: a __new__, whose first argument is the class, and a static method.
    bool method = owner && def != &owner->spec->make && !(def->flags & NATIVE_STATIC);
    NativeFunction *f = method ? object_new(vm, vm_type(vm, T_NATIVE_METHOD), sizeof *f)
                               : object_new_gc(vm, vm_type(vm, T_NATIVE_FUNCTION), sizeof *f);
    if (!f) return V_ERROR;
    f->def = def;
    f->owner = owner;
    f->self = V_UNSET;
    f->module = own(module);
    return value_object(f);
}
Value native_bind(Vm *vm, NativeFunction *from, Value self) {
    NativeFunction *f = object_new_gc(vm, vm_type(vm, from->head.shape->type_id == T_SLOT_WRAPPER ? T_METHOD_WRAPPER : T_NATIVE_FUNCTION), sizeof *f);
    if (!f) return V_ERROR;
    f->def = from->def;
    f->owner = from->owner;
    f->self = own(self);
    f->module = V_UNSET;
    if (!from->signature && !signature_parse(vm, from)) return DECREF(vm, f), V_ERROR;
    f->signature = NULL; // parsed anew when called: kept per function object, rarely needed twice for a bound one
    return value_object(f);
}
static size_t signature_size(u32 count) { return sizeof(Signature) + count * sizeof(Str *); }

// "($self, iterable, /, *args, key=None, **kw)" -> Signature. Defaults may contain brackets, quotes and commas.
bool signature_parse(Vm *vm, NativeFunction *f) {
    const char *s = f->def->signature;
    u32 count = 0;
    Signature *sig = NULL;
    for (int pass = 0; pass < 2; pass++) { // count, then fill
        const char *p = s + 1;
        u32 i = 0;
        bool keyword_only = false, seen_slash = false;
        while (*p && *p != ')') {
            while (*p == ' ' || *p == ',') p++;
            if (*p == ')') break;
            if (*p == '/') {
                if (pass) sig->posonly = (u8)i;
                seen_slash = true;
                p++;
                continue;
            }
            int stars = 0;
            while (*p == '*') stars++, p++;
            if (stars == 1 && (*p == ',' || *p == ')')) {
                keyword_only = true;
                continue;
            }
            bool self = *p == '$';
            if (self) p++;
            const char *start = p;
            while (*p && *p != ',' && *p != ')' && *p != '=') p++;
            u32 n = (u32)(p - start);
            bool has_default = *p == '=';
            if (has_default) {
                int depth = 0;
                char quote = 0;
                for (p++; *p && (depth || quote || (*p != ',' && *p != ')')); p++) {
                    if (quote) {
                        if (*p == '\\') p++;
                        else if (*p == quote) quote = 0;
                    } else if (*p == '\'' || *p == '"') quote = *p;
                    else if (*p == '(' || *p == '[' || *p == '{') depth++;
                    else if (*p == ')' || *p == ']' || *p == '}') depth--;
                }
            }
            if (pass) {
                if (!(sig->names[i] = str_intern(vm, start, n))) goto failed;
                if (self) sig->self = 1;
                if (stars == 1) {
                    sig->varargs = (i8)i;
                    keyword_only = true;
                } else if (stars == 2) sig->varkw = (i8)i;
                else if (has_default) sig->optional |= 1u << i;
                else if (keyword_only) sig->kwrequired = 1;
                else sig->required = (u8)(i + 1);
                if (!stars && !keyword_only) sig->positional = (u8)(i + 1);
            }
            i++;
        }
        (void)seen_slash;
        if (!pass) {
            count = i;
            if (!(sig = mem_alloc_zero(&vm->mem, signature_size(count)))) return raise_memory(vm), false;
            sig->count = (u8)count;
            sig->varargs = sig->varkw = -1;
        }
    }
    f->signature = sig;
    return true;
failed:
    for (u32 i = 0; i < count; i++) XDECREF(vm, sig->names[i]);
    mem_free(&vm->mem, sig, signature_size(count));
    return false;
}

static void native_traverse(Object *o, Visit *visit) { visit_value(visit, ((NativeFunction *)o)->self); }
static void native_dealloc(Vm *vm, Object *o) {
    NativeFunction *f = (NativeFunction *)o;
    if (f->signature) {
        u32 count = f->signature->count;
        for (u32 i = 0; i < count; i++) DECREF(vm, f->signature->names[i]);
        mem_free(&vm->mem, f->signature, signature_size(count));
    }
    decref(vm, f->self);
    decref(vm, f->module);
    object_dispose(vm, o, sizeof *f);
}
static Value native_function_repr(Vm *vm, Value v) {
    NativeFunction *f = native_get(v);
    if (f->self == V_UNSET && f->owner) // __new__ or a static method
        return text_value(str_format(vm, "<built-in method %s of type object at 0x%llx>", f->def->name, (unsigned long long)(uintptr_t)f->owner));
    if (f->self == V_UNSET) return text_value(str_format(vm, "<built-in function %s>", f->def->name));
    return text_value(str_format(vm, "<built-in method %s of %T object at 0x%llx>", f->def->name, f->self,
                                 (unsigned long long)(is_object(f->self) ? (uintptr_t)object_get(f->self) : (uintptr_t)f->self)));
}
static Value native_method_repr(Vm *vm, Value v) {
    return text_value(str_format(vm, "<method '%s' of '%N' objects>", native_get(v)->def->name, native_get(v)->owner));
}
static Value slot_wrapper_repr(Vm *vm, Value v) {
    return text_value(str_format(vm, "<slot wrapper '%s' of '%N' objects>", native_get(v)->def->name, native_get(v)->owner));
}
static Value method_wrapper_repr(Vm *vm, Value v) {
    return text_value(str_format(vm, "<method-wrapper '%s' of %T object at 0x%llx>", native_get(v)->def->name, native_get(v)->self,
                                 (unsigned long long)(uintptr_t)object_get(native_get(v)->self)));
}
static Value native_get_bound(Vm *vm, Value self, Value object, Value type) {
    return object == V_UNSET ? own(self) : native_bind(vm, native_get(self), object);
}
static Value n_name(Vm *vm, Value v) { return text_value(str_from_text(vm, native_get(v)->def->name)); }
static Value n_qualname(Vm *vm, Value v) {
    NativeFunction *f = native_get(v);
    if (f->owner && f->self == V_UNSET) return text_value(str_format(vm, "%N.%s", f->owner, f->def->name));
    if (f->self != V_UNSET && f->owner) return text_value(str_format(vm, "%T.%s", f->self, f->def->name));
    return n_name(vm, v);
}
static Value n_module(Vm *vm, Value v) { return get_or_none(native_get(v)->module); }
// Of a function of a module: the module.
static Value n_self(Vm *vm, Value v) {
    NativeFunction *f = native_get(v);
    Value module = f->self == V_UNSET && !f->owner && value_is(f->module, T_STR) ? dict_find_str(vm->modules, str_get(f->module)) : V_UNSET;
    return get_or_none(module == V_UNSET ? f->self : module);
}
static Value n_owner(Vm *vm, Value v) { return object_or_none(native_get(v)->owner); }
// The docstring, if the row has one, stands on the line after the signature.
static const char *signature_end(Value v) {
    const char *s = native_get(v)->def->signature;
    while (*s && *s != '\n') s++;
    return s;
}
static Value n_doc(Vm *vm, Value v) {
    const char *end = signature_end(v);
    return *end ? text_value(str_from_text(vm, end + 1)) : V_NONE;
}
static Value n_signature(Vm *vm, Value v) {
    const char *s = native_get(v)->def->signature;
    return text_value(str_from_utf8(vm, (const u8 *)s, (size_t)(signature_end(v) - s)));
}
static const GetSetDef native_getset[] = {
    {"__name__", n_name, NULL}, {"__qualname__", n_qualname, NULL}, {"__module__", n_module, NULL}, {"__self__", n_self, NULL},
    {"__doc__", n_doc, NULL}, {"__text_signature__", n_signature, NULL}, {0}};
static const GetSetDef native_method_getset[] = {
    {"__name__", n_name, NULL}, {"__qualname__", n_qualname, NULL}, {"__objclass__", n_owner, NULL},
    {"__doc__", n_doc, NULL}, {"__text_signature__", n_signature, NULL}, {0}};
static Value native_compare(Vm *vm, Value a, Value b, CompareOp op) {
    if (!value_is(a, T_NATIVE_FUNCTION) || !value_is(b, T_NATIVE_FUNCTION) || (op != CMP_EQ && op != CMP_NE)) return V_NOT_IMPLEMENTED;
    bool same = native_get(a)->def == native_get(b)->def && native_get(a)->self == native_get(b)->self;
    return value_bool(same == (op == CMP_EQ));
}
static int native_hash(Vm *vm, Value v, i64 *hash) {
    NativeFunction *f = native_get(v);
    *hash = (i64)((uintptr_t)f->def ^ (is_object(f->self) ? (uintptr_t)object_get(f->self) : (uintptr_t)f->self));
    return 0;
}
// Those that are bound to an object may be part of a cycle.
#define NATIVE_SPEC(spec, shown, gc, repr_function, bind, rows)                                                            \
    const TypeSpec spec##_spec = {                                                                                     \
        .name = shown, .base = T_OBJECT, .flags = gc | TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(NativeFunction), \
        .slots = {.dealloc = native_dealloc, .traverse = native_traverse, .repr = repr_function, .get = bind, .compare = native_compare, .hash = native_hash}, \
        .methods = no_methods, .getset = rows}
NATIVE_SPEC(native_function, "builtin_function_or_method", TYPE_GC, native_function_repr, NULL, native_getset);
NATIVE_SPEC(native_method, "method_descriptor", 0, native_method_repr, native_get_bound, native_method_getset);
NATIVE_SPEC(slot_wrapper, "wrapper_descriptor", 0, slot_wrapper_repr, native_get_bound, native_method_getset);
NATIVE_SPEC(method_wrapper, "method-wrapper", TYPE_GC, method_wrapper_repr, NULL, native_getset);

// ---- cell

Cell *cell_new(Vm *vm, Value content) {
    Cell *c = object_new_gc(vm, vm_type(vm, T_CELL), sizeof *c);
    if (c) c->content = own(content);
    return c;
}
static void cell_dealloc(Vm *vm, Object *o) {
    decref(vm, ((Cell *)o)->content);
    object_dispose(vm, o, sizeof(Cell));
}
static void cell_traverse(Object *o, Visit *visit) { visit_value(visit, ((Cell *)o)->content); }
static void cell_clear(Vm *vm, Object *o) {
    Value v = ((Cell *)o)->content;
    ((Cell *)o)->content = V_UNSET;
    decref(vm, v);
}
static Value cell_repr(Vm *vm, Value v) {
    Value c = cell_get(v)->content;
    unsigned long long at = (uintptr_t)object_get(v);
    if (c == V_UNSET) return text_value(str_format(vm, "<cell at 0x%llx: empty>", at));
    return text_value(str_format(vm, "<cell at 0x%llx: %T object at 0x%llx>", at, c,
                                 (unsigned long long)(is_object(c) ? (uintptr_t)object_get(c) : (uintptr_t)c)));
}
static Value cell_contents(Vm *vm, Value v) {
    Value c = cell_get(v)->content;
    return c == V_UNSET ? raise_value(vm, "cell is empty") : own(c);
}
static int cell_set_contents(Vm *vm, Value v, Value value) { return set_value(vm, &cell_get(v)->content, value, V_UNSET); }
static const GetSetDef cell_getset[] = {{"cell_contents", cell_contents, cell_set_contents}, {0}};
static Value cell_make(Vm *vm, const Value *args, u32 n) {
    Cell *c = cell_new(vm, args[1]);
    return c ? value_object(c) : V_ERROR;
}
const TypeSpec cell_spec = {
    .name = "cell", .base = T_OBJECT, .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_DICT, .size = sizeof(Cell),
    .slots = {.dealloc = cell_dealloc, .traverse = cell_traverse, .clear = cell_clear, .repr = cell_repr},
    .make = {"__new__", "($type, contents=<unrepresentable>, /)", cell_make, NULL, 0},
    .methods = no_methods, .getset = cell_getset};

// ---- descriptors of built-in classes and of __slots__

Value getset_new(Vm *vm, const GetSetDef *def, Type *owner) {
    GetSet *g = object_new(vm, vm_type(vm, T_GETSET), sizeof *g);
    if (!g) return V_ERROR;
    g->def = def;
    g->owner = owner;
    return value_object(g);
}
static void plain_dealloc_getset(Vm *vm, Object *o) { object_dispose(vm, o, sizeof(GetSet)); }
static Value getset_get(Vm *vm, Value self, Value object, Value type) {
    GetSet *g = (GetSet *)object_get(self);
    if (object == V_UNSET) return own(self);
    if (!type_is_subtype(vm, type_of(vm, object), g->owner))
        return raise_type(vm, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", g->def->name, g->owner, object);
    return g->def->get(vm, object);
}
static int getset_set(Vm *vm, Value self, Value object, Value value) {
    GetSet *g = (GetSet *)object_get(self);
    if (g->def->set) return g->def->set(vm, object, value);
    raise(vm, T_AttributeError, "attribute '%s' of '%N' objects is not writable", g->def->name, g->owner);
    return IS_ERROR;
}
static Value getset_repr(Vm *vm, Value v) {
    GetSet *g = (GetSet *)object_get(v);
    return text_value(str_format(vm, "<attribute '%s' of '%N' objects>", g->def->name, g->owner));
}
static Value getset_name(Vm *vm, Value v) { return text_value(str_from_text(vm, ((GetSet *)object_get(v))->def->name)); }
static Value getset_owner(Vm *vm, Value v) { return own(value_object(((GetSet *)object_get(v))->owner)); }
static const GetSetDef getset_getset[] = {{"__name__", getset_name, NULL}, {"__objclass__", getset_owner, NULL}, {0}};
const TypeSpec getset_spec = {
    .name = "getset_descriptor", .base = T_OBJECT, .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(GetSet),
    .slots = {.dealloc = plain_dealloc_getset, .repr = getset_repr, .get = getset_get, .set = getset_set},
    .methods = no_methods, .getset = getset_getset};

Value member_new(Vm *vm, Str *name, Type *owner, u32 index) {
    Member *m = object_new(vm, vm_type(vm, T_MEMBER), sizeof *m);
    if (!m) return V_ERROR;
    INCREF(m->name = name);
    m->owner = owner; // the class's dict owns the member: no count
    m->index = index;
    return value_object(m);
}
static void member_dealloc(Vm *vm, Object *o) {
    DECREF(vm, ((Member *)o)->name);
    object_dispose(vm, o, sizeof(Member));
}
static bool member_fits(Vm *vm, Member *m, Value object) {
    if (type_is_subtype(vm, type_of(vm, object), m->owner)) return true;
    raise_type(vm, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", m->name, m->owner, object);
    return false;
}
static Value member_get(Vm *vm, Value self, Value object, Value type) {
    Member *m = (Member *)object_get(self);
    if (object == V_UNSET) return own(self);
    if (!member_fits(vm, m, object)) return V_ERROR;
    Value v = object_slots(object_get(object))[m->index];
    return v == V_UNSET ? raise_attribute(vm, object, m->name) : own(v);
}
static int member_set(Vm *vm, Value self, Value object, Value value) {
    Member *m = (Member *)object_get(self);
    if (!member_fits(vm, m, object)) return IS_ERROR;
    Value *slot = &object_slots(object_get(object))[m->index], old = *slot;
    if (value == V_UNSET && old == V_UNSET) return raise(vm, T_AttributeError, "%S", m->name), IS_ERROR; // CPython's words
    *slot = own(value);
    decref(vm, old);
    return 0;
}
static Value member_repr(Vm *vm, Value v) {
    Member *m = (Member *)object_get(v);
    return text_value(str_format(vm, "<member '%S' of '%N' objects>", m->name, m->owner));
}
static Value member_name(Vm *vm, Value v) { return own(value_object(((Member *)object_get(v))->name)); }
static Value member_owner(Vm *vm, Value v) { return own(value_object(((Member *)object_get(v))->owner)); }
static const GetSetDef member_getset[] = {{"__name__", member_name, NULL}, {"__objclass__", member_owner, NULL}, {0}};
const TypeSpec member_spec = {
    .name = "member_descriptor", .base = T_OBJECT, .flags = TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(Member),
    .slots = {.dealloc = member_dealloc, .repr = member_repr, .get = member_get, .set = member_set},
    .methods = no_methods, .getset = member_getset};

// ---- property, staticmethod, classmethod

Value property_new(Vm *vm, Value get, Value set, Value del, Value doc) {
    Property *p = object_new_gc(vm, vm_type(vm, T_PROPERTY), sizeof *p);
    if (!p) return V_ERROR;
    p->get = own(get);
    p->set = own(set);
    p->del = own(del);
    p->doc = own(doc);
    p->name = V_UNSET;
    return value_object(p);
}
static void property_dealloc(Vm *vm, Object *o) {
    Property *p = (Property *)o;
    decref(vm, p->get);
    decref(vm, p->set);
    decref(vm, p->del);
    decref(vm, p->doc);
    decref(vm, p->name);
    object_dispose(vm, o, sizeof *p);
}
static void property_traverse(Object *o, Visit *visit) {
    Property *p = (Property *)o;
    visit_value(visit, p->get);
    visit_value(visit, p->set);
    visit_value(visit, p->del);
    visit_value(visit, p->doc);
    visit_value(visit, p->name);
}
#define property_of(v) ((Property *)object_get(v))
static Value property_make(Vm *vm, const Value *args, u32 n) {
    Property *p = object_new_gc(vm, type_get(args[0]), sizeof *p);
    if (!p) return V_ERROR;
    p->get = p->set = p->del = p->doc = V_NONE;
    p->name = V_UNSET;
    return value_object(p);
}
static Value property_init(Vm *vm, const Value *args, u32 n) {
    Property *p = property_of(args[0]);
    Value *slots[] = {&p->get, &p->set, &p->del, &p->doc};
    for (u32 i = 0; i < 4; i++) set_value(vm, slots[i], args[i + 1] == V_UNSET ? V_NONE : args[i + 1], V_NONE);
    if (p->doc == V_NONE && value_is(p->get, T_FUNCTION)) set_value(vm, &p->doc, function_get(p->get)->doc, V_NONE);
    return V_NONE;
}
static Value property_copy(Vm *vm, Value self, int which, Value function) {
    Property *p = property_of(self);
    Value parts[3] = {p->get, p->set, p->del};
    parts[which] = function;
    Value doc = which == 0 && value_is(function, T_FUNCTION) ? function_get(function)->doc : p->doc;
    Value r = property_new(vm, parts[0], parts[1], parts[2], doc);
    if (r == V_ERROR) return r;
    property_of(r)->name = own(p->name);
    if (type_of(vm, self)->id == T_HEAP) { // an instance of a subclass stays one
        decref(vm, r);
        Value args[4] = {parts[0], parts[1], parts[2], doc};
        return call(vm, value_object(type_of(vm, self)), args, 4);
    }
    return r;
}
static Value property_getter(Vm *vm, const Value *args, u32 n) { return property_copy(vm, args[0], 0, args[1]); }
static Value property_setter(Vm *vm, const Value *args, u32 n) { return property_copy(vm, args[0], 1, args[1]); }
static Value property_deleter(Vm *vm, const Value *args, u32 n) { return property_copy(vm, args[0], 2, args[1]); }
static Value property_set_name(Vm *vm, const Value *args, u32 n) {
    set_value(vm, &property_of(args[0])->name, args[2], V_UNSET);
    return V_NONE;
}
static const NativeDef property_methods[] = {
    {"getter", "($self, object, /)", property_getter, NULL, 0},
    {"setter", "($self, object, /)", property_setter, NULL, 0},
    {"deleter", "($self, object, /)", property_deleter, NULL, 0},
    {"__set_name__", "($self, owner, name, /)", property_set_name, NULL, 0},
    {0},
};
static Value p_get(Vm *vm, Value v) { return own(property_of(v)->get); }
static Value p_set(Vm *vm, Value v) { return own(property_of(v)->set); }
static Value p_del(Vm *vm, Value v) { return own(property_of(v)->del); }
static Value p_doc(Vm *vm, Value v) { return own(property_of(v)->doc); }
static int p_set_doc(Vm *vm, Value v, Value value) { return set_value(vm, &property_of(v)->doc, value, V_NONE); }
static Value p_name(Vm *vm, Value v) {
    Property *p = property_of(v);
    if (p->name != V_UNSET) return own(p->name);
    if (value_is(p->get, T_FUNCTION)) return own(value_object(function_get(p->get)->name));
    return raise(vm, T_AttributeError, "'property' object has no attribute '__name__'");
}
static int p_set_name(Vm *vm, Value v, Value value) { return set_value(vm, &property_of(v)->name, value, V_UNSET); }
static Value p_abstract(Vm *vm, Value v) {
    Value parts[] = {property_of(v)->get, property_of(v)->set, property_of(v)->del};
    for (u32 i = 0; i < 3; i++)
        if (value_is(parts[i], T_FUNCTION)) {
            Str *name = str_intern(vm, "__isabstractmethod__", 20);
            Value a = name ? attrs_get(vm, object_get(parts[i]), name) : V_UNSET;
            XDECREF(vm, name);
            if (a == V_TRUE) return V_TRUE;
        }
    return V_FALSE;
}
static const GetSetDef property_getset[] = {{"fget", p_get, NULL}, {"fset", p_set, NULL}, {"fdel", p_del, NULL},
                                            {"__doc__", p_doc, p_set_doc}, {"__name__", p_name, p_set_name},
                                            {"__isabstractmethod__", p_abstract, NULL}, {0}};
static Value property_access(Vm *vm, Value self, Value object, Value type) {
    if (object == V_UNSET) return own(self);
    Property *p = property_of(self);
    if (p->get == V_NONE) {
        if (p->name != V_UNSET) return raise(vm, T_AttributeError, "property %R of '%T' object has no getter", p->name, object);
        return raise(vm, T_AttributeError, "property of '%T' object has no getter", object);
    }
    return V_PYTHON; // the machine calls fget
}
static int property_assign(Vm *vm, Value self, Value object, Value value) {
    Property *p = property_of(self);
    if ((value == V_UNSET ? p->del : p->set) != V_NONE) return IS_PYTHON;
    const char *what = value == V_UNSET ? "deleter" : "setter";
    if (p->name != V_UNSET) raise(vm, T_AttributeError, "property %R of '%T' object has no %s", p->name, object, what);
    else raise(vm, T_AttributeError, "property of '%T' object has no %s", object, what);
    return IS_ERROR;
}
const TypeSpec property_spec = {
    .name = "property", .base = T_OBJECT, .flags = TYPE_GC | TYPE_NO_DICT, .size = sizeof(Property), .attrs = offsetof(Property, attrs),
    .slots = {.dealloc = property_dealloc, .traverse = property_traverse, .get = property_access, .set = property_assign},
    .make = {"__new__", "($type, /, *args, **kwargs)", property_make, NULL, 0},
    .init = {"__init__", "($self, fget=None, fset=None, fdel=None, doc=None)", property_init, NULL, 0},
    .methods = property_methods, .getset = property_getset};

Value wrapper_new(Vm *vm, u16 type_id, Value function) {
    Wrapper *w = object_new_gc(vm, vm_type(vm, type_id), sizeof *w);
    if (!w) return V_ERROR;
    w->function = own(function);
    return value_object(w);
}
static void wrapper_dealloc(Vm *vm, Object *o) {
    decref(vm, ((Wrapper *)o)->function);
    object_dispose(vm, o, sizeof(Wrapper));
}
static void wrapper_traverse(Object *o, Visit *visit) { visit_value(visit, ((Wrapper *)o)->function); }
static Value wrapper_make(Vm *vm, const Value *args, u32 n) {
    Wrapper *w = object_new_gc(vm, type_get(args[0]), sizeof *w);
    if (!w) return V_ERROR;
    w->function = own(args[1]);
    // A wrapper shows its function's names (CPython copies them).
    if (value_is(args[1], T_FUNCTION)) {
        Function *f = function_get(args[1]);
        struct { Str *name; Value value; } rows[] = {{vm->names.__name__, value_object(f->name)}, {vm->names.__qualname__, value_object(f->qualname)},
                                                     {vm->names.__module__, f->module}, {vm->names.__doc__, f->doc}, {vm->names.__wrapped__, args[1]}};
        for (u32 i = 0; i < countof(rows); i++)
            if (!attrs_set(vm, &w->head, rows[i].name, rows[i].value)) return DECREF(vm, w), V_ERROR;
    }
    return value_object(w);
}
static Value static_get(Vm *vm, Value self, Value object, Value type) { return own(((Wrapper *)object_get(self))->function); }
static Value class_get(Vm *vm, Value self, Value object, Value type) {
    Value f = ((Wrapper *)object_get(self))->function;
    if (value_is(f, T_NATIVE_METHOD)) return native_bind(vm, native_get(f), type);
    if (value_is(f, T_FUNCTION)) return method_new(vm, f, type);
    Type *t = type_of(vm, f);
    if (t->slots->get && !slot_is_python(t, SLOT_GET) && t->id != T_PROPERTY) return t->slots->get(vm, f, type, value_object(type_of(vm, type)));
    return method_new(vm, f, type);
}
static Value wrapper_repr(Vm *vm, Value v) { return V_PYTHON; }
static const SlotPython wrapper_python[] = {{SLOT_REPR, 0, "_object.wrapper_repr"}, {0}};
static Value w_function(Vm *vm, Value v) { return own(((Wrapper *)object_get(v))->function); }
static Value w_abstract(Vm *vm, Value v) {
    Value f = ((Wrapper *)object_get(v))->function;
    if (!value_is(f, T_FUNCTION)) return V_FALSE;
    Str *name = str_intern(vm, "__isabstractmethod__", 20);
    Value a = name ? attrs_get(vm, object_get(f), name) : V_UNSET;
    XDECREF(vm, name);
    return value_bool(a == V_TRUE);
}
static const GetSetDef wrapper_getset[] = {{"__func__", w_function, NULL}, {"__wrapped__", w_function, NULL}, {"__isabstractmethod__", w_abstract, NULL}, {"__dict__", attr_dict, NULL}, {0}};
static Value static_call(Vm *vm, Value self, const Value *args, u32 n, Tuple *kwnames) {
    return call_kw(vm, ((Wrapper *)object_get(self))->function, args, n, kwnames);
}
#define WRAPPER_SPEC(spec, shown, getter, call_function)                                                \
    const TypeSpec spec##_spec = {                                                                                     \
        .name = shown, .base = T_OBJECT, .flags = TYPE_GC, .size = sizeof(Wrapper), .attrs = offsetof(Wrapper, attrs), \
        .slots = {.dealloc = wrapper_dealloc, .traverse = wrapper_traverse, .get = getter, .repr = wrapper_repr, .call = call_function}, \
        .make = {"__new__", "($type, function, /)", wrapper_make, NULL, NATIVE_UNPACKED},                                            \
        .methods = no_methods, .getset = wrapper_getset, .python = wrapper_python}
WRAPPER_SPEC(static_method, "staticmethod", static_get, static_call);
WRAPPER_SPEC(class_method, "classmethod", class_get, NULL);

// ---- module

Module *module_new(Vm *vm, Str *name) {
    Module *m = object_new_gc(vm, vm_type(vm, T_MODULE), sizeof *m);
    if (!m) return NULL;
    m->dict = dict_new(vm, 8);
    Names *names = &vm->names;
    if (!m->dict || !dict_set_str(vm, m->dict, names->__name__, value_object(name)) || !dict_set_str(vm, m->dict, names->__doc__, V_NONE) ||
        !dict_set_str(vm, m->dict, names->__package__, V_NONE) || !dict_set_str(vm, m->dict, names->__loader__, V_NONE) ||
        !dict_set_str(vm, m->dict, names->__spec__, V_NONE)) {
        DECREF(vm, m);
        return NULL;
    }
    return m;
}
static void module_dealloc(Vm *vm, Object *o) {
    XDECREF(vm, ((Module *)o)->dict);
    object_dispose(vm, o, sizeof(Module));
}
static void module_traverse(Object *o, Visit *visit) { visit_object(visit, ((Module *)o)->dict); }
static Value module_repr(Vm *vm, Value v) {
    Dict *d = module_get(v)->dict;
    Value name = dict_find_str(d, vm->names.__name__), file = dict_find_str(d, vm->names.__file__);
    if (name == V_UNSET) return text_value(str_from_text(vm, "<module '?'>"));
    if (file != V_UNSET && file != V_NONE) return text_value(str_format(vm, "<module %R from %R>", name, file));
    return text_value(str_format(vm, module_get(v)->made ? "<module %R>" : "<module %R (built-in)>", name));
}
static Value module_dict(Vm *vm, Value v) { return own(value_object(module_get(v)->dict)); }
static const GetSetDef module_getset[] = {{"__dict__", module_dict, NULL}, {0}};
static Value module_make(Vm *vm, const Value *args, u32 n) {
    Module *m = object_new_gc(vm, type_get(args[0]), sizeof *m);
    if (m && !(m->dict = dict_new(vm, 8))) DECREF(vm, m), m = NULL;
    if (!m) return V_ERROR;
    m->made = true;
    return value_object(m);
}
static Value module_init(Vm *vm, const Value *args, u32 n) {
    Dict *d = module_get(args[0])->dict;
    Names *names = &vm->names;
    bool ok = dict_set_str(vm, d, names->__name__, args[1]) && dict_set_str(vm, d, names->__doc__, args[2] == V_UNSET ? V_NONE : args[2]) &&
              dict_set_str(vm, d, names->__package__, V_NONE) && dict_set_str(vm, d, names->__loader__, V_NONE) && dict_set_str(vm, d, names->__spec__, V_NONE);
    return ok ? V_NONE : V_ERROR;
}
static Value module_dir(Vm *vm, const Value *args, u32 n) { return V_PYTHON; }
static const NativeDef module_methods[] = {{"__dir__", "($self, /)", module_dir, "_object.module_dir", 0}, {0}};
const TypeSpec module_spec = {
    .name = "module", .base = T_OBJECT, .flags = TYPE_GC, .size = sizeof(Module),
    .slots = {.dealloc = module_dealloc, .traverse = module_traverse, .repr = module_repr},
    .make = {"__new__", "($type, /, *args, **kwargs)", module_make, NULL, 0},
    .init = {"__init__", "($self, name, doc=None)", module_init, NULL, 0},
    .methods = module_methods, .getset = module_getset};
