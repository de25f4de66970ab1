// attr.c: attributes of any value: the generic look-up along class and instance, descriptors, classes, modules, super,
// and the inline caches that make them one comparison.
#include "vm/machine.h"
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/ops.h"
#include "obj/type.h"

// How a value found in a class behaves.
static bool is_data_descriptor(Vm *vm, Value v) {
    if (!is_object(v)) return false;
    Type *t = type_of(vm, v);
    return t->slots->set || slot_is_python(t, SLOT_SET) || slot_is_python(t, SLOT_DELETE);
}

// Binds what was found in a class to an instance (or, object V_UNSET, to the class itself). Owned, V_CALL, V_ERROR.
static Value bind(Vm *vm, Value found, Value object, Value type) {
    if (!is_object(found)) return found;
    Type *t = type_of(vm, found);
    if (unlikely(t->python && slot_is_python(t, SLOT_GET))) {
        bool bound;
        Value get = bind_special(vm, found, vm->names.__get__, &bound);
        if (is_marker(get)) return get;
        Value args[3] = {found, object == V_UNSET ? V_NONE : object, type};
        Value v = bound ? call_vector(vm, get, args, 3, NULL) : call_vector(vm, get, args + 1, 2, NULL);
        decref(vm, get);
        return v;
    }
    if (!t->slots->get) return own(found);
    Value v = t->slots->get(vm, found, object, type);
    if (v != V_PYTHON) return v;
    if (t->slots == vm_type(vm, T_PROPERTY)->slots) return call_vector(vm, ((Property *)object_get(found))->get, &object, 1, NULL);
    return raise(vm, T_SystemError, "descriptor of type '%N' can not be called here", t);
}

// A computed attribute of a built-in class that needs Python: only annotations do (PEP 649).
static Value getset_python(Vm *vm, Value found, Value object) {
    GetSet *g = (GetSet *)object_get(found);
    if (!strcmp(g->def->name, "__annotations__")) return prelude_call(vm, "_annotations.get", &object, 1);
    return raise(vm, T_SystemError, "attribute '%s' needs Python", g->def->name);
}

static Value bind_found(Vm *vm, Value found, Value object, Type *type) {
    if (value_is(found, T_GETSET)) {
        Value v = ((GetSet *)object_get(found))->def->get(vm, object);
        return v == V_PYTHON ? getset_python(vm, found, object) : v;
    }
    return bind(vm, found, object, value_object(type));
}

// object.__getattribute__, but V_UNSET instead of AttributeError. May answer V_CALL.
static Value generic_lookup(Vm *vm, Value v, Str *name) {
    Type *type = type_of(vm, v);
    Value found = type_lookup(vm, type, name);
    if (found != V_UNSET && is_data_descriptor(vm, found)) return bind_found(vm, found, v, type);
    if (is_object(v) && shape_of(v)->attrs) {
        Value own_attr = attrs_get(vm, object_get(v), name);
        if (own_attr != V_UNSET) return own(own_attr);
    }
    if (found == V_UNSET) return V_UNSET;
    return bind_found(vm, found, v, type);
}

// type.__getattribute__: the class's own MRO beside its metaclass's.
static Value class_lookup(Vm *vm, Value v, Str *name) {
    Type *type = type_get(v), *meta = type_of(vm, v);
    Value in_meta = type_lookup(vm, meta, name);
    if (in_meta != V_UNSET && is_data_descriptor(vm, in_meta)) return bind_found(vm, in_meta, v, meta);
    Value found = type_lookup(vm, type, name);
    if (found != V_UNSET) return bind(vm, found, V_UNSET, v);
    if (in_meta != V_UNSET) return bind_found(vm, in_meta, v, meta);
    return V_UNSET;
}

// object.name by way of a __getattr__. A step native, so that what it raises is looked at.
enum { GETATTR_OBJECT, GETATTR_NAME, GETATTR_SLOTS };
enum { GETATTR_START, GETATTR_HOOK, GETATTR_PLAIN, GETATTR_MODULE };
static Value getattr_step(Vm *vm, Frame *f, Value in);
static Value getattr_push(Vm *vm, Value v, Str *name, u32 state) {
    Frame *f = step_push(vm, getattr_step, GETATTR_SLOTS);
    if (!f) return V_ERROR;
    f->state = state;
    f->slots[GETATTR_OBJECT] = own(v);
    f->slots[GETATTR_NAME] = own(value_object(name));
    return V_CALL;
}

static Value module_lookup(Vm *vm, Value v, Str *name) {
    Value found = dict_find_str(module_get(v)->dict, name);
    if (found != V_UNSET) return own(found);
    Value r = generic_lookup(vm, v, name);
    if (r != V_UNSET) return r;
    Value hook = dict_find_str(module_get(v)->dict, vm->names.__getattr__); // PEP 562
    return hook == V_UNSET ? V_UNSET : getattr_push(vm, v, name, GETATTR_MODULE);
}

// super().name: found behind the class in the object's MRO, bound to the object.
static Value super_lookup(Vm *vm, Value v, Str *name) {
    Super *s = (Super *)object_get(v);
    if (s->object_type && name != vm->names.__class__) {
        Value found = type_lookup_after(vm, s->object_type, s->type, name, NULL);
        if (found != V_UNSET) {
            bool on_class = value_object(s->object_type) == s->object;
            return bind(vm, found, on_class ? V_UNSET : s->object, value_object(s->object_type));
        }
    }
    return generic_lookup(vm, v, name);
}

// By kind of object, without Python's __getattribute__ and __getattr__.
static Value plain_lookup(Vm *vm, Value v, Str *name) {
    Type *type = type_of(vm, v);
    if (is_type(v)) return class_lookup(vm, v, name);
    if (type->slots == vm_type(vm, T_MODULE)->slots) return module_lookup(vm, v, name);
    if (type->id == T_SUPER || type->slots == vm_type(vm, T_SUPER)->slots) return super_lookup(vm, v, name);
    if (type->slots->getattr) {
        Value r = type->slots->getattr(vm, v, name);
        if (r != V_UNSET) return r;
    }
    return generic_lookup(vm, v, name);
}

Value generic_getattr(Vm *vm, Value v, Str *name) {
    Value r = plain_lookup(vm, v, name);
    return r == V_UNSET ? raise_attribute(vm, v, name) : r;
}

// With __getattr__: the ordinary way first; when that ends in AttributeError, the hook.
static Value call_getattr_hook(Vm *vm, Value v, Str *name) {
    bool bound;
    Value hook = bind_special(vm, v, vm->names.__getattr__, &bound);
    if (is_marker(hook)) return hook == V_UNSET ? raise_attribute(vm, v, name) : hook;
    Value args[2] = {v, value_object(name)};
    Value r = bound ? call_vector(vm, hook, args, 2, NULL) : call_vector(vm, hook, args + 1, 1, NULL);
    decref(vm, hook);
    return r;
}
static Value getattr_step(Vm *vm, Frame *f, Value in) {
    Value object = f->slots[GETATTR_OBJECT], name = f->slots[GETATTR_NAME], v;
    if (f->state == GETATTR_MODULE) {
        f->state = GETATTR_HOOK;
        Value hook = dict_find_str(module_get(object)->dict, vm->names.__getattr__);
        return hook == V_UNSET ? raise_attribute(vm, object, str_get(name)) : call_vector(vm, hook, &name, 1, NULL);
    }
    if (f->state == GETATTR_HOOK) { // its answer. An AttributeError that does not say of what is told, for "Did you mean"
        if (in != V_ERROR) return own(in);
        if (exc_matches(vm, T_AttributeError)) {
            Value *fields = exception_get(vm->exc)->fields;
            if (!is_object(fields[ATTRIBUTE_NAME]) && !is_object(fields[ATTRIBUTE_OBJ])) {
                exception_set_field(vm, vm->exc, ATTRIBUTE_NAME, name);
                exception_set_field(vm, vm->exc, ATTRIBUTE_OBJ, object);
            }
        }
        return V_ERROR;
    }
    if (in == V_UNSET && f->state == GETATTR_START) { // just pushed
        f->state = GETATTR_PLAIN;
        Type *type = type_of(vm, object);
        if (slot_is_python(type, SLOT_GETATTRIBUTE)) {
            bool bound;
            Value get = bind_special(vm, object, vm->names.__getattribute__, &bound);
            if (is_marker(get)) return get;
            v = bound ? call_vector(vm, get, f->slots, 2, NULL) : call_vector(vm, get, f->slots + 1, 1, NULL);
            decref(vm, get);
        } else v = plain_lookup(vm, object, str_get(name));
        if (v == V_CALL || v == V_SUSPEND) return v;
        if (v != V_UNSET && v != V_ERROR) return v;
        in = v == V_ERROR ? V_ERROR : V_UNSET;
    }
    if (in == V_ERROR) {
        if (!exc_matches(vm, T_AttributeError)) return V_ERROR;
        exc_clear(vm);
    } else if (in != V_UNSET) return own(in);
    f->state = GETATTR_HOOK;
    return call_getattr_hook(vm, object, str_get(name));
}

Value call_getattr(Vm *vm, Value v, Str *name) {
    Type *type = type_of(vm, v);
    if (likely(!(type->python & (1ull << SLOT_GETATTRIBUTE | 1ull << SLOT_GETATTR)))) return generic_getattr(vm, v, name);
    if (!slot_is_python(type, SLOT_GETATTR)) {
        bool bound;
        Value get = bind_special(vm, v, vm->names.__getattribute__, &bound);
        if (is_marker(get)) return get;
        Value args[2] = {v, value_object(name)};
        Value r = bound ? call_vector(vm, get, args, 2, NULL) : call_vector(vm, get, args + 1, 1, NULL);
        decref(vm, get);
        return r;
    }
    return getattr_push(vm, v, name, GETATTR_START);
}

Value lookup_attr(Vm *vm, Value v, Str *name) {
    Type *type = type_of(vm, v);
    if (type->python & (1ull << SLOT_GETATTRIBUTE | 1ull << SLOT_GETATTR)) return V_PYTHON;
    Value found = type_lookup(vm, type, name); // what would run Python is left alone
    if (is_type(v)) {
        Value in_class = type_lookup(vm, type_get(v), name);
        if (is_object(in_class) && slot_is_python(type_of(vm, in_class), SLOT_GET)) return V_PYTHON;
    }
    if (is_object(found)) {
        Type *t = type_of(vm, found);
        if (slot_is_python(t, SLOT_GET) || t->slots == vm_type(vm, T_PROPERTY)->slots) return V_PYTHON;
        if (t->id == T_GETSET && name == vm->names.__annotations__) return V_PYTHON;
    }
    if (type->slots == vm_type(vm, T_MODULE)->slots && dict_find_str(module_get(v)->dict, name) == V_UNSET &&
        dict_find_str(module_get(v)->dict, vm->names.__getattr__) != V_UNSET)
        return V_PYTHON;
    return plain_lookup(vm, v, name);
}

Value load_attr_or_unset(Vm *vm, Value v, Str *name) {
    Value r = lookup_attr(vm, v, name);
    return r == V_PYTHON ? call_getattr(vm, v, name) : r;
}

// ---- with caches

// Where the attribute of a class with __slots__ is in an instance of exactly that class, or NULL: the usual case.
static Value *member_place(Vm *vm, Value v, Type *type, Str *name) {
    if (!is_object(v) || !shape_of(v)->slots || type->python & (1ull << SLOT_GETATTRIBUTE | 1ull << SLOT_SETATTR)) return NULL;
    Value found = type_lookup(vm, type, name);
    if (!value_is(found, T_MEMBER)) return NULL;
    const Member *m = (const Member *)object_get(found);
    return m->owner == type ? &object_slots(object_get(v))[m->index] : NULL;
}

Value load_attr(Vm *vm, Value v, Cache *cache) {
    Type *type = type_of(vm, v);
    const Value *member = member_place(vm, v, type, cache->name);
    if (member && *member != V_UNSET) return own(*member);
    if (is_object(v) && shape_of(v)->attrs && shape_of(v)->attrs != ATTRS_BEHIND && !(shape_of(v)->flags & (SHAPE_DICT | SHAPE_TYPE)) &&
        !slot_is_python(type, SLOT_GETATTRIBUTE) && !type->slots->getattr) {
        i32 place = shape_find(vm, shape_of(v), cache->name);
        if (place >= 0) {
            Value found = type_lookup(vm, type, cache->name);
            if (found == V_UNSET || !is_data_descriptor(vm, found)) {
                cache->shape = shape_of(v);
                cache->kind = CACHE_EMPTY;
                cache->version = shape_of(v)->attrs;
                cache->slot = (u16)place;
                return own(object_attrs(object_get(v))->slots[place]);
            }
        }
    }
    return call_getattr(vm, v, cache->name);
}

Value load_method(Vm *vm, Value v, Str *name, Cache *cache, bool *bound) {
    Type *type = type_of(vm, v);
    *bound = false;
    if (!(type->python & (1ull << SLOT_GETATTRIBUTE | 1ull << SLOT_GETATTR)) && !is_type(v) && !type->slots->getattr &&
        type->slots != vm_type(vm, T_MODULE)->slots && type->slots != vm_type(vm, T_SUPER)->slots) {
        Value found = type_lookup(vm, type, name);
        if (value_is(found, T_FUNCTION) || value_is(found, T_NATIVE_METHOD) || value_is(found, T_SLOT_WRAPPER)) {
            bool shadowed = is_object(v) && shape_of(v)->attrs && attrs_get(vm, object_get(v), name) != V_UNSET;
            if (!shadowed) {
                *bound = true;
                if (cache && is_object(v) && !(shape_of(v)->flags & SHAPE_DICT)) {
                    cache->shape = shape_of(v);
                    cache->value = found;
                }
                return own(found);
            }
        }
    }
    return call_getattr(vm, v, name);
}

// A special method, looked up on the class. *bound: a function to be called with v first. V_UNSET: none.
Value bind_special(Vm *vm, Value v, Str *name, bool *bound) {
    Type *type = type_of(vm, v);
    Value found = type_lookup(vm, type, name);
    *bound = false;
    if (found == V_UNSET) return V_UNSET;
    if (value_is(found, T_FUNCTION) || value_is(found, T_NATIVE_METHOD) || value_is(found, T_SLOT_WRAPPER)) {
        *bound = true;
        return own(found);
    }
    Value r = bind(vm, found, v, value_object(type));
    return r == V_CALL ? raise_runtime(vm, "special method '%S' is a descriptor that needs Python code", name) : r;
}

// ---- setting

// object.__setattr__ / __delattr__ (value V_UNSET). 0, IS_ERROR, IS_PYTHON: a call was pushed.
int generic_setattr(Vm *vm, Value v, Str *name, Value value) {
    if (is_type(v)) {
        Value in_meta = type_lookup(vm, type_of(vm, v), name);
        if (in_meta == V_UNSET || !is_data_descriptor(vm, in_meta)) return type_set(vm, type_get(v), name, value);
    }
    Type *type = type_of(vm, v);
    Value found = type_lookup(vm, type, name);
    if (found != V_UNSET && is_data_descriptor(vm, found)) {
        Type *t = type_of(vm, found);
        u8 slot = value == V_UNSET ? SLOT_DELETE : SLOT_SET;
        if (slot_is_python(t, SLOT_SET) || slot_is_python(t, SLOT_DELETE)) {
            bool bound;
            Value f = bind_special(vm, found, value == V_UNSET ? vm->names.__delete__ : vm->names.__set__, &bound);
            if (f == V_UNSET) {
                if (slot == SLOT_SET) raise(vm, T_AttributeError, "__set__");
                else raise(vm, T_AttributeError, "__delete__");
                return IS_ERROR;
            }
            if (is_marker(f)) return IS_ERROR;
            Value args[3] = {found, v, value};
            u32 n = value == V_UNSET ? 2 : 3;
            Value r = bound ? call_checked(vm, f, args, n, CHECK_NOTHING) : call_checked(vm, f, args + 1, n - 1, CHECK_NOTHING);
            decref(vm, f);
            return r == V_CALL ? IS_PYTHON : r == V_ERROR ? IS_ERROR : 0;
        }
        int r = t->slots->set(vm, found, v, value);
        if (r != IS_PYTHON) return r;
        Property *p = (Property *)object_get(found);
        Value args[2] = {v, value};
        Value done = value == V_UNSET ? call_checked(vm, p->del, args, 1, CHECK_NOTHING) : call_checked(vm, p->set, args, 2, CHECK_NOTHING);
        return done == V_CALL ? IS_PYTHON : done == V_ERROR ? IS_ERROR : 0;
    }
    if (type->slots == vm_type(vm, T_MODULE)->slots) {
        Dict *d = module_get(v)->dict;
        if (value != V_UNSET) return dict_set_str(vm, d, name, value) ? 0 : IS_ERROR;
        int gone = dict_delete_str(vm, d, name);
        if (gone == 0) raise(vm, T_AttributeError, "'%N' object has no attribute '%S'", type, name);
        return gone > 0 ? 0 : IS_ERROR;
    }
    if (type->slots->setattr) return type->slots->setattr(vm, v, name, value);
    if (is_object(v) && shape_of(v)->attrs) {
        if (value != V_UNSET) return attrs_set(vm, object_get(v), name, value) ? 0 : IS_ERROR;
        int gone = attrs_delete(vm, object_get(v), name);
        if (gone > 0) return 0;
        if (gone == 0) raise_attribute(vm, v, name);
        return IS_ERROR;
    }
    if (found != V_UNSET) raise(vm, T_AttributeError, "'%N' object attribute '%S' is read-only", type, name);
    else raise(vm, T_AttributeError, "'%N' object has no attribute '%S' and no __dict__ for setting new attributes", type, name);
    return IS_ERROR;
}

static int setattr_any(Vm *vm, Value v, Str *name, Value value) {
    Type *type = type_of(vm, v);
    u8 slot = value == V_UNSET ? SLOT_DELATTR : SLOT_SETATTR;
    if (!(type->python && slot_is_python(type, slot))) return generic_setattr(vm, v, name, value);
    bool bound;
    Value f = bind_special(vm, v, value == V_UNSET ? vm->names.__delattr__ : vm->names.__setattr__, &bound);
    if (is_marker(f)) return IS_ERROR;
    Value args[3] = {v, value_object(name), value};
    u32 n = value == V_UNSET ? 2 : 3;
    Value r = bound ? call_checked(vm, f, args, n, CHECK_NOTHING) : call_checked(vm, f, args + 1, n - 1, CHECK_NOTHING);
    decref(vm, f);
    return r == V_CALL ? IS_PYTHON : r == V_ERROR ? IS_ERROR : 0;
}

int store_attr(Vm *vm, Value v, Str *name, Value value, Cache *cache) {
    Value *member = value == V_UNSET ? NULL : member_place(vm, v, type_of(vm, v), name);
    if (member) {
        Value old = *member;
        *member = own(value);
        decref(vm, old);
        return 0;
    }
    Shape *before = is_object(v) ? shape_of(v) : NULL;
    int r = setattr_any(vm, v, name, value);
    if (r || !cache || value == V_UNSET || !before || shape_of(v) != before) return r;
    if (!before->attrs || before->attrs == ATTRS_BEHIND || before->flags & (SHAPE_DICT | SHAPE_TYPE)) return r;
    Type *type = before->type;
    if (slot_is_python(type, SLOT_SETATTR)) return r;
    Value found = type_lookup(vm, type, name);
    i32 place = found != V_UNSET && is_data_descriptor(vm, found) ? -1 : shape_find(vm, before, name);
    if (place >= 0) {
        cache->shape = before;
        cache->version = before->attrs;
        cache->slot = (u16)place;
    }
    return r;
}

Value call_setattr(Vm *vm, Value v, Str *name, Value value) {
    int r = setattr_any(vm, v, name, value);
    return r == IS_ERROR ? V_ERROR : r == IS_PYTHON ? V_CALL : V_NONE;
}

Value raise_attribute(Vm *vm, Value object, Str *name) {
    Value e;
    if (is_type(object)) raise(vm, T_AttributeError, "type object '%N' has no attribute '%S'", type_get(object), name);
    else if (value_is(object, T_MODULE)) {
        Value module = dict_find_str(module_get(object)->dict, vm->names.__name__);
        if (value_has(module, SHAPE_STR)) raise(vm, T_AttributeError, "module '%U' has no attribute '%S'", module, name);
        else raise(vm, T_AttributeError, "module has no attribute '%S'", name);
    } else raise(vm, T_AttributeError, "'%T' object has no attribute '%S'", object, name);
    e = vm->exc;
    if (is_exception(e) && exc_matches(vm, T_AttributeError)) {
        exception_set_field(vm, e, ATTRIBUTE_NAME, value_object(name));
        exception_set_field(vm, e, ATTRIBUTE_OBJ, object);
    }
    return V_ERROR;
}

void caches_flush(Vm *vm) {
    if (!vm->machine) return; // closing
    for (Code *code = vm->machine->codes; code; code = code->next)
        for (u32 i = 0; i < code->ncaches; i++) {
            Cache *c = &code->caches[i];
            c->shape = NULL; // names are guarded by their dict's version
        }
}
