// object_type.c: the classes `object`, `type` and `super`.
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/function.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/object_type.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"

static Value text_value(Str *s) { return s ? value_object(s) : V_ERROR; }

// ---- object

typedef struct Instance { // of a plain class
    Object head;
    Attrs attrs;
} Instance;

// Also of built-in types that own nothing and have no dealloc of their own.
static void instance_dealloc(Vm *vm, Object *o) { object_dispose(vm, o, o->shape->type->spec->size); }

static Value object_make(Vm *vm, const Value *args, u32 n) {
    if (!is_type(args[0])) return raise_type(vm, "object.__new__(X): X is not a type object (%T)", args[0]);
    Type *type = type_get(args[0]);
    bool extra = (args[1] != V_UNSET && tuple_get(args[1])->len) || args[2] != V_UNSET;
    if (extra) {
        Value make = type_lookup(vm, type, vm->names.__new__), init = type_lookup(vm, type, vm->names.__init__);
        bool own_make = !(value_is(make, T_NATIVE_FUNCTION) && native_get(make)->owner->id == T_OBJECT);
        bool own_init = !(value_is(init, T_NATIVE_METHOD) && native_get(init)->owner->id == T_OBJECT);
        if (own_make) return raise_type(vm, "object.__new__() takes exactly one argument (the type to instantiate)");
        if (!own_init) return raise_type(vm, "%N() takes no arguments", type);
    }
    if (type->flags & CLASS_ABSTRACT) return V_PYTHON;
    Type *solid = vm_type(vm, type->shape->layout);
    if (solid->id != T_OBJECT) return raise_type(vm, "object.__new__(%N) is not safe, use %N.__new__()", type, type);
    Object *o = type->id == T_OBJECT ? object_new(vm, type, sizeof(Instance)) : object_new_gc(vm, type, sizeof(Instance));
    return o ? value_object(o) : V_ERROR;
}
static Value object_init(Vm *vm, const Value *args, u32 n) {
    bool extra = (args[1] != V_UNSET && tuple_get(args[1])->len) || args[2] != V_UNSET;
    if (!extra) return V_NONE;
    Type *type = type_of(vm, args[0]);
    Value make = type_lookup(vm, type, vm->names.__new__), init = type_lookup(vm, type, vm->names.__init__);
    bool own_init = !(value_is(init, T_NATIVE_METHOD) && native_get(init)->owner->id == T_OBJECT);
    if (own_init) return raise_type(vm, "object.__init__() takes exactly one argument (the instance to initialize)");
    bool own_make = !(value_is(make, T_NATIVE_FUNCTION) && native_get(make)->owner->id == T_OBJECT);
    if (!own_make) return raise_type(vm, "%N.__init__() takes exactly one argument (the instance to initialize)", type);
    return V_NONE;
}
static Value object_repr_method(Vm *vm, const Value *args, u32 n) { return object_repr(vm, args[0]); }
static Value object_str_method(Vm *vm, const Value *args, u32 n) { return call_repr(vm, args[0]); }
static Value object_format_method(Vm *vm, const Value *args, u32 n) {
    if (!value_has(args[1], SHAPE_STR)) return raise_type(vm, "__format__() argument must be str, not %T", args[1]);
    if (str_get(args[1])->len) return raise_type(vm, "unsupported format string passed to %T.__format__", args[0]);
    return call_str(vm, args[0]);
}
static Value object_hash_method(Vm *vm, const Value *args, u32 n) {
    return int_from_i64(vm, is_object(args[0]) ? (i64)((uintptr_t)object_get(args[0]) >> 4) : (i64)(args[0] & 0xffffff));
}
static Value object_eq(Vm *vm, const Value *args, u32 n) { return args[0] == args[1] ? V_TRUE : V_NOT_IMPLEMENTED; }
static Value object_ne(Vm *vm, const Value *args, u32 n) { // the opposite of __eq__
    Type *type = type_of(vm, args[0]);
    if (slot_is_python(type, SLOT_EQ)) return V_PYTHON;
    if (type->slots->compare) return type->slots->compare(vm, args[0], args[1], CMP_NE);
    return args[0] == args[1] ? V_FALSE : V_NOT_IMPLEMENTED;
}
static Value object_order(Vm *vm, const Value *args, u32 n) { return V_NOT_IMPLEMENTED; }
static Value object_getattribute(Vm *vm, const Value *args, u32 n) {
    if (!value_has(args[1], SHAPE_STR)) return raise_type(vm, "attribute name must be string, not '%T'", args[1]);
    Str *name = str_intern_take(vm, str_get(own(args[1])));
    Value v = call_generic_getattr(vm, args[0], name);
    DECREF(vm, name);
    return v;
}
static Value set_attr(Vm *vm, Value object, Value key, Value value) {
    if (!value_has(key, SHAPE_STR)) return raise_type(vm, "attribute name must be string, not '%T'", key);
    Str *name = str_intern_take(vm, str_get(own(key)));
    Value v = call_generic_setattr(vm, object, name, value);
    DECREF(vm, name);
    return v;
}
static Value object_setattr(Vm *vm, const Value *args, u32 n) { return set_attr(vm, args[0], args[1], args[2]); }
static Value object_delattr(Vm *vm, const Value *args, u32 n) { return set_attr(vm, args[0], args[1], V_UNSET); }
static Value object_init_subclass(Vm *vm, const Value *args, u32 n) {
    if (args[1] != V_UNSET) return raise_type(vm, "%N.__init_subclass__() takes no keyword arguments", type_get(args[0]));
    return V_NONE;
}
static Value object_subclasshook(Vm *vm, const Value *args, u32 n) { return V_NOT_IMPLEMENTED; }
static Value object_python(Vm *vm, const Value *args, u32 n) { return V_PYTHON; }
static Value object_sizeof(Vm *vm, const Value *args, u32 n) {
    return int_from_i64(vm, is_object(args[0]) ? (i64)object_size(object_get(args[0])) : 28);
}

static const NativeDef object_methods[] = {
    {"__repr__", "($self, /)", object_repr_method, NULL, 0},
    {"__str__", "($self, /)", object_str_method, NULL, 0},
    {"__format__", "($self, format_spec, /)", object_format_method, NULL, 0},
    {"__hash__", "($self, /)", object_hash_method, NULL, 0},
    {"__eq__", "($self, value, /)", object_eq, NULL, 0},
    {"__ne__", "($self, value, /)", object_ne, "_object.ne", 0},
    {"__lt__", "($self, value, /)", object_order, NULL, 0},
    {"__le__", "($self, value, /)", object_order, NULL, 0},
    {"__gt__", "($self, value, /)", object_order, NULL, 0},
    {"__ge__", "($self, value, /)", object_order, NULL, 0},
    {"__getattribute__", "($self, name, /)", object_getattribute, NULL, 0},
    {"__setattr__", "($self, name, value, /)", object_setattr, NULL, 0},
    {"__delattr__", "($self, name, /)", object_delattr, NULL, 0},
    {"__init_subclass__", "($type, /, **kwargs)", object_init_subclass, NULL, NATIVE_CLASS},
    {"__subclasshook__", "($type, subclass, /)", object_subclasshook, NULL, NATIVE_CLASS},
    {"__dir__", "($self, /)", object_python, "_object.dir", 0},
    {"__reduce__", "($self, /)", object_python, "_object.reduce", 0},
    {"__reduce_ex__", "($self, protocol, /)", object_python, "_object.reduce_ex", 0},
    {"__getstate__", "($self, /)", object_python, "_object.getstate", 0},
    {"__sizeof__", "($self, /)", object_sizeof, NULL, 0},
    {0},
};

static Value get_class(Vm *vm, Value v) { return own(value_object(type_of(vm, v))); }
static int set_class(Vm *vm, Value v, Value value) {
    if (value == V_UNSET) return raise_type(vm, "can't delete __class__ attribute"), IS_ERROR;
    if (!is_type(value)) return raise_type(vm, "__class__ must be set to a class, not '%T' object", value), IS_ERROR;
    Type *to = type_get(value), *from = type_of(vm, v);
    if (to->id != T_HEAP || from->id != T_HEAP) return raise_type(vm, "__class__ assignment only supported for mutable types or ModuleType subclasses"), IS_ERROR;
    if (to->shape->layout != from->shape->layout || to->own_slots != from->own_slots || to->has_dict != from->has_dict)
        return raise_type(vm, "__class__ assignment: '%N' object layout differs from '%N'", to, from), IS_ERROR;
    Object *o = object_get(v);
    if (to->has_dict && !attrs_dict(vm, o)) return IS_ERROR; // shapes belong to a class: by way of a dict
    if (to->has_dict) {
        if (!to->dict_shape) { // made by putting a throw-away instance in dictionary mode
            Object *other = object_new_gc(vm, to, to->spec->size);
            if (!other) return IS_ERROR;
            Dict *d = attrs_dict(vm, other);
            DECREF(vm, other);
            if (!d) return IS_ERROR;
        }
        o->shape = to->dict_shape;
    } else o->shape = to->shape;
    to->head.refs++;
    DECREF(vm, from);
    return 0;
}
static const GetSetDef object_getset[] = {{"__class__", get_class, set_class}, {0}};

const TypeSpec object_spec = {
    .name = "object", .base = T_OBJECT, .flags = TYPE_NO_DICT, .size = sizeof(Instance), .attrs = offsetof(Instance, attrs),
    .slots = {.dealloc = instance_dealloc},
    .make = {"__new__", "($type, /, *args, **kwargs)", object_make, "_object.abstract", 0},
    .init = {"__init__", "($self, /, *args, **kwargs)", object_init, NULL, 0},
    .methods = object_methods, .getset = object_getset,
    .doc = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
           "instance that has no instance attributes and cannot be given any.\n"};

// instance.__dict__, found on classes whose instances have one
static Value get_dict(Vm *vm, Value v) {
    if (!is_object(v) || !shape_of(v)->attrs) return raise(vm, T_AttributeError, "'%T' object has no attribute '__dict__'", v);
    Dict *d = attrs_dict(vm, object_get(v));
    return d ? own(value_object(d)) : V_ERROR;
}
static int set_dict(Vm *vm, Value v, Value value) {
    if (value == V_UNSET) {
        Dict *d = dict_new(vm, 0);
        if (!d) return IS_ERROR;
        bool ok = attrs_set_dict(vm, object_get(v), d);
        DECREF(vm, d);
        return ok ? 0 : IS_ERROR;
    }
    if (!value_has(value, SHAPE_DICTTYPE)) return raise_type(vm, "__dict__ must be set to a dictionary, not a '%T'", value), IS_ERROR;
    return attrs_set_dict(vm, object_get(v), dict_get(value)) ? 0 : IS_ERROR;
}
static Value get_weakref(Vm *vm, Value v) { return V_NONE; }
const GetSetDef instance_dict_getset = {"__dict__", get_dict, set_dict};
const GetSetDef instance_weakref_getset = {"__weakref__", get_weakref, NULL};

// ---- type

static Value type_repr(Vm *vm, Value v) {
    Buf name;
    buf_open(&name, &vm->mem);
    buf_text(&name, "<class '");
    type_full_name(vm, type_get(v), &name);
    buf_text(&name, "'>");
    return text_value(str_from_buf(vm, &name));
}
static Value type_or(Vm *vm, BinaryOp op, Value a, Value b) { // X | Y
    if (op != OP_OR) return V_NOT_IMPLEMENTED;
    if (!is_type(a) && a != V_NONE) return V_NOT_IMPLEMENTED;
    if (!is_type(b) && b != V_NONE) return V_NOT_IMPLEMENTED;
    return V_PYTHON;
}
static const SlotPython type_python[] = {{SLOT_BINARY, OP_OR, "_types.union"}, {0, 0, NULL}};

// type(name, bases, namespace, **kwds): the class itself in C; __set_name__ and __init_subclass__ by the prelude when there
// are any that do something.
static bool has_hooks(Vm *vm, Type *type, Dict *ns) {
    u32 place = 0;
    Value key, value;
    static const char name[] = "__set_name__";
    Str *set_name = str_intern(vm, name, sizeof name - 1);
    if (!set_name) return true;
    bool hooks = false;
    while (!hooks && dict_each(ns, &place, &key, &value)) {
        Type *t = type_of(vm, value);
        if (t->id == T_FUNCTION || t->id == T_STR || t->id == T_INT) continue;
        if (t->id == T_PROPERTY) { // its __set_name__ only notes the name
            Property *p = (Property *)object_get(value);
            Value old = p->name;
            p->name = own(key);
            decref(vm, old);
            continue;
        }
        hooks = type_lookup(vm, t, set_name) != V_UNSET;
    }
    DECREF(vm, set_name);
    Value init = type_lookup_after(vm, type, type, vm->names.__init_subclass__, NULL);
    bool plain = value_is(init, T_CLASS_METHOD) && value_is(((Wrapper *)object_get(init))->function, T_NATIVE_METHOD) &&
                 native_get(((Wrapper *)object_get(init))->function)->owner->id == T_OBJECT;
    return hooks || !plain;
}
static Value type_make(Vm *vm, const Value *args, u32 n) {
    if (args[2] == V_UNSET && args[3] == V_UNSET) {
        if (args[1] == V_UNSET) return raise_type(vm, "type.__new__() missing required argument 'name' (pos 1)");
        return raise_type(vm, "type() takes 1 or 3 arguments");
    }
    if (args[3] == V_UNSET) return raise_type(vm, "type() takes 1 or 3 arguments");
    if (!value_has(args[1], SHAPE_STR)) return raise_type(vm, "type.__new__() argument 1 must be str, not %T", args[1]);
    if (!value_has(args[2], SHAPE_TUPLE)) return raise_type(vm, "type.__new__() argument 2 must be tuple, not %T", args[2]);
    if (!value_has(args[3], SHAPE_DICTTYPE)) return raise_type(vm, "type.__new__() argument 3 must be dict, not %T", args[3]);
    Type *meta = type_winner(vm, type_get(args[0]), tuple_get(args[2]));
    if (!meta) return V_ERROR;
    if (meta != type_get(args[0])) {
        Value make = type_lookup(vm, meta, vm->names.__new__);
        if (!value_is(make, T_NATIVE_FUNCTION)) return V_PYTHON; // a derived metaclass with its own __new__
    }
    Type *type = type_create(vm, meta, str_get(args[1]), tuple_get(args[2]), dict_get(args[3]));
    if (!type) return V_ERROR;
    if (type_add_instance_getsets(vm, type) && !has_hooks(vm, type, dict_get(args[3])) && args[4] == V_UNSET) return value_object(type);
    if (vm->exc != V_UNSET) return DECREF(vm, type), V_ERROR;
    Value hook[2] = {value_object(type), args[4] == V_UNSET ? V_NONE : args[4]};
    Value v = call_prelude(vm, "_type.finish", hook, 2);
    DECREF(vm, type);
    return v;
}
static bool add_getset(Vm *vm, Type *type, Str *name, const GetSetDef *def) {
    Value g = getset_new(vm, def, type);
    if (g == V_ERROR) return false;
    bool ok = dict_set_str(vm, type->dict, name, g);
    decref(vm, g);
    return ok;
}
// __dict__ and __weakref__ descriptors, where this class is the one that introduces them.
bool type_add_instance_getsets(Vm *vm, Type *type) {
    if (type->has_dict && !type->base->has_dict && !type_is_subtype(vm, type, vm_type(vm, T_TYPE)) && dict_find_str(type->dict, vm->names.__dict__) == V_UNSET) {
        return add_getset(vm, type, vm->names.__dict__, &instance_dict_getset) &&
               add_getset(vm, type, vm->names.__weakref__, &instance_weakref_getset);
    }
    return true;
}
static Value type_init(Vm *vm, const Value *args, u32 n) { return V_NONE; }
static Value type_prepare(Vm *vm, const Value *args, u32 n) {
    Dict *d = dict_new(vm, 0);
    return d ? value_object(d) : V_ERROR;
}
static Value type_mro_method(Vm *vm, const Value *args, u32 n) {
    if (!type_ready(vm, type_get(args[0]))) return V_ERROR;
    Tuple *mro = type_get(args[0])->mro;
    List *list = list_from(vm, mro->items, mro->len);
    return list ? value_object(list) : V_ERROR;
}
static Value type_subclasses(Vm *vm, const Value *args, u32 n) {
    List *from = type_get(args[0])->subclasses, *list = list_new(vm, from ? from->len : 0);
    for (u32 i = 0; list && from && i < from->len; i++)
        if (!list_append(vm, list, value_object((Type *)(uintptr_t)small_get(from->items[i])))) return DECREF(vm, list), V_ERROR;
    return list ? value_object(list) : V_ERROR;
}
static Value type_instancecheck(Vm *vm, const Value *args, u32 n) {
    return value_bool(type_is_subtype(vm, type_of(vm, args[1]), type_get(args[0])));
}
static Value type_subclasscheck(Vm *vm, const Value *args, u32 n) {
    if (!is_type(args[1])) return raise_type(vm, "issubclass() arg 1 must be a class");
    return value_bool(type_is_subtype(vm, type_get(args[1]), type_get(args[0])));
}
static Value type_call_method(Vm *vm, const Value *args, u32 n) {
    return call_type(vm, type_get(args[0]), tuple_get(args[1]), args[2] == V_UNSET ? NULL : dict_get(args[2]));
}
static const NativeDef type_methods[] = {
    {"__call__", "($self, /, *args, **kwargs)", type_call_method, NULL, 0},
    {"__prepare__", "($type, /, *args, **kwargs)", type_prepare, NULL, NATIVE_CLASS},
    {"mro", "($self, /)", type_mro_method, NULL, 0},
    {"__subclasses__", "($self, /)", type_subclasses, NULL, 0},
    {"__instancecheck__", "($self, instance, /)", type_instancecheck, NULL, 0},
    {"__subclasscheck__", "($self, subclass, /)", type_subclasscheck, NULL, 0},
    {"__dir__", "($self, /)", object_python, "_object.type_dir", 0},
    {0},
};
static Value t_name(Vm *vm, Value v) { return type_ready(vm, type_get(v)) ? own(value_object(type_get(v)->name)) : V_ERROR; }
static int t_set_text(Vm *vm, Value v, Value value, bool qualified) {
    Type *t = type_get(v);
    const char *what = qualified ? "__qualname__" : "__name__";
    if (t->id != T_HEAP) return raise_type(vm, "cannot set '%s' attribute of immutable type '%N'", what, t), IS_ERROR;
    if (!value_has(value, SHAPE_STR)) return raise_type(vm, "can only assign string to %N.%s, not '%T'", t, what, value), IS_ERROR;
    Str **slot = qualified ? &t->qualname : &t->name, *old = *slot;
    INCREF(*slot = str_get(value));
    DECREF(vm, old);
    return 0;
}
static int t_set_name(Vm *vm, Value v, Value value) { return t_set_text(vm, v, value, false); }
static int t_set_qualname(Vm *vm, Value v, Value value) { return t_set_text(vm, v, value, true); }
static Value t_qualname(Vm *vm, Value v) { return type_ready(vm, type_get(v)) ? own(value_object(type_get(v)->qualname)) : V_ERROR; }
static Value t_module(Vm *vm, Value v) {
    Type *t = type_get(v);
    if (t->id != T_HEAP) return text_value(str_from_text(vm, t->spec->module ? t->spec->module : "builtins"));
    Value m = type_module(vm, t);
    return m == V_UNSET ? raise(vm, T_AttributeError, "__module__") : own(m);
}
static int t_set_module(Vm *vm, Value v, Value value) { return type_set(vm, type_get(v), vm->names.__module__, value); }
static Value t_bases(Vm *vm, Value v) { return type_ready(vm, type_get(v)) ? own(value_object(type_get(v)->bases)) : V_ERROR; }
static int t_set_bases(Vm *vm, Value v, Value value) { return type_set_bases(vm, type_get(v), value); }
static Value t_base(Vm *vm, Value v) { return type_get(v)->base ? own(value_object(type_get(v)->base)) : V_NONE; }
static Value t_mro(Vm *vm, Value v) { return type_ready(vm, type_get(v)) ? own(value_object(type_get(v)->mro)) : V_ERROR; }
static Value t_dict(Vm *vm, Value v) {
    return type_ready(vm, type_get(v)) ? mapping_proxy_new(vm, value_object(type_get(v)->dict)) : V_ERROR;
}
static Value t_doc(Vm *vm, Value v) {
    if (!type_ready(vm, type_get(v))) return V_ERROR;
    Value d = dict_find_str(type_get(v)->dict, vm->names.__doc__);
    return d == V_UNSET ? V_NONE : own(d);
}
static int t_set_doc(Vm *vm, Value v, Value value) { return type_set(vm, type_get(v), vm->names.__doc__, value); }
static Value t_annotations(Vm *vm, Value v) {
    Type *t = type_get(v);
    if (t->id != T_HEAP) return raise(vm, T_AttributeError, "type object '%N' has no attribute '__annotations__'", t);
    Value cached = dict_find_str(t->dict, vm->names.__annotations_cache__);
    if (cached == V_UNSET) cached = dict_find_str(t->dict, vm->names.__annotations__);
    return cached == V_UNSET ? V_PYTHON : own(cached);
}
static int t_set_annotations(Vm *vm, Value v, Value value) {
    return type_set(vm, type_get(v), vm->names.__annotations_cache__, value);
}
static Value t_annotate(Vm *vm, Value v) {
    Type *t = type_get(v);
    if (t->id != T_HEAP) return raise(vm, T_AttributeError, "type object '%N' has no attribute '__annotate__'", t);
    Value f = dict_find_str(t->dict, vm->names.__annotate_func__);
    return f == V_UNSET ? V_NONE : own(f);
}
static int t_set_annotate(Vm *vm, Value v, Value value) { return type_set(vm, type_get(v), vm->names.__annotate_func__, value); }
static Value t_abstract(Vm *vm, Value v) {
    Type *t = type_get(v);
    Value a = t->dict ? dict_find_str(t->dict, vm->names.__abstractmethods__) : V_UNSET;
    return a == V_UNSET ? raise(vm, T_AttributeError, "__abstractmethods__") : own(a);
}
static int t_set_abstract(Vm *vm, Value v, Value value) {
    Type *t = type_get(v);
    if (type_set(vm, t, vm->names.__abstractmethods__, value)) return IS_ERROR;
    int some = value == V_UNSET ? 0 : value_truth(vm, value);
    if (some < 0) return IS_ERROR;
    t->flags = some ? t->flags | CLASS_ABSTRACT : t->flags & ~CLASS_ABSTRACT;
    return 0;
}
static Value t_type_params(Vm *vm, Value v) {
    Value p = type_get(v)->dict ? dict_find_str(type_get(v)->dict, vm->names.__type_params__) : V_UNSET;
    return p == V_UNSET ? own(value_object(vm->empty_tuple)) : own(p);
}
static int t_set_type_params(Vm *vm, Value v, Value value) { return type_set(vm, type_get(v), vm->names.__type_params__, value); }
static Value t_size(Vm *vm, Value v) { return value_small(type_get(v)->spec->size); }
static Value t_flags(Vm *vm, Value v) { return value_small(type_get(v)->flags & CLASS_ABSTRACT ? 1 << 20 : 0); }
static const GetSetDef type_getset[] = {
    {"__name__", t_name, t_set_name}, {"__qualname__", t_qualname, t_set_qualname}, {"__module__", t_module, t_set_module},
    {"__bases__", t_bases, t_set_bases}, {"__base__", t_base, NULL}, {"__mro__", t_mro, NULL}, {"__dict__", t_dict, NULL}, {"__doc__", t_doc, t_set_doc},
    {"__annotations__", t_annotations, t_set_annotations}, {"__annotate__", t_annotate, t_set_annotate},
    {"__abstractmethods__", t_abstract, t_set_abstract}, {"__type_params__", t_type_params, t_set_type_params},
    {"__basicsize__", t_size, NULL}, {"__flags__", t_flags, NULL}, {0}};

const TypeSpec type_spec = {
    .name = "type", .base = T_OBJECT, .flags = TYPE_GC | TYPE_NO_DICT, .size = sizeof(Type),
    .slots = {.dealloc = type_dealloc, .traverse = type_traverse, .clear = type_clear, .repr = type_repr, .binary = type_or},
    .make = {"__new__", "($type, name, bases=None, namespace=None, /, **kwds)", type_make, "_type.derived_metaclass", 0},
    .init = {"__init__", "($self, /, *args, **kwargs)", type_init, NULL, 0},
    .methods = type_methods, .getset = type_getset, .python = type_python};

// ---- super

static void super_dealloc(Vm *vm, Object *o) {
    Super *s = (Super *)o;
    XDECREF(vm, s->type);
    XDECREF(vm, s->object_type);
    decref(vm, s->object);
    object_dispose(vm, o, sizeof *s);
}
static void super_traverse(Object *o, Visit *visit) {
    visit_object(visit, ((Super *)o)->type);
    visit_value(visit, ((Super *)o)->object);
}
static Value super_make(Vm *vm, const Value *args, u32 n) {
    Super *s = object_new_gc(vm, type_get(args[0]), sizeof *s);
    if (!s) return V_ERROR;
    s->object = V_UNSET;
    return value_object(s);
}
static Value super_init(Vm *vm, const Value *args, u32 n) {
    Super *s = (Super *)object_get(args[0]);
    Value klass = args[1], object = args[2];
    u32 more = tuple_get(args[3])->len; // counted here because CPython's words are odd
    if (more) return raise_type(vm, "super() expected at most 2 arguments, got %u", 2 + more);
    if (klass == V_UNSET) { // super() in a method: __class__ and the first argument of the calling frame
        if (call_super_context(vm, &klass, &object) == V_ERROR) return V_ERROR;
    }
    if (!is_type(klass)) return raise_type(vm, "super() argument 1 must be a type, not %T", klass);
    Type *type = type_get(klass), *object_type = NULL;
    if (object != V_UNSET && object != V_NONE) {
        if (is_type(object) && type_is_subtype(vm, type_get(object), type)) object_type = type_get(object);
        else if (type_is_subtype(vm, type_of(vm, object), type)) object_type = type_of(vm, object);
        else {
            if (is_type(object))
                return raise_type(vm, "super(type, obj): obj (type %N) is not an instance or subtype of type (%N).", type_get(object), type);
            return raise_type(vm, "super(type, obj): obj (instance of %T) is not an instance or subtype of type (%N).", object, type);
        }
    }
    Type *old = s->type, *old_type = s->object_type;
    Value old_object = s->object;
    INCREF(s->type = type);
    s->object_type = object_type;
    if (object_type) INCREF(object_type);
    s->object = object_type ? own(object) : V_UNSET;
    XDECREF(vm, old);
    XDECREF(vm, old_type);
    decref(vm, old_object);
    return V_NONE;
}
static Value super_repr(Vm *vm, Value v) {
    Super *s = (Super *)object_get(v);
    if (s->object_type) return text_value(str_format(vm, "<super: <class '%N'>, <%N object>>", s->type, s->object_type));
    return text_value(str_format(vm, "<super: <class '%N'>, NULL>", s->type));
}
static Value s_thisclass(Vm *vm, Value v) { return own(value_object(((Super *)object_get(v))->type)); }
static Value s_self(Vm *vm, Value v) {
    Value o = ((Super *)object_get(v))->object;
    return o == V_UNSET ? V_NONE : own(o);
}
static Value s_self_class(Vm *vm, Value v) {
    Type *t = ((Super *)object_get(v))->object_type;
    return t ? own(value_object(t)) : V_NONE;
}
static const GetSetDef super_getset[] = {{"__thisclass__", s_thisclass, NULL}, {"__self__", s_self, NULL}, {"__self_class__", s_self_class, NULL}, {0}};
const TypeSpec super_spec = {
    .name = "super", .base = T_OBJECT, .flags = TYPE_GC | TYPE_NO_DICT, .size = sizeof(Super),
    .slots = {.dealloc = super_dealloc, .traverse = super_traverse, .repr = super_repr},
    .make = {"__new__", "($type, /, *args, **kwargs)", super_make, NULL, 0},
    .init = {"__init__", "($self, type=None, object=None, /, *args)", super_init, NULL, 0},
    .getset = super_getset};
