// none.c: the types of None, NotImplemented and Ellipsis, each with one instance, which is a word.
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/list.h"
#include "obj/str.h"

static Value text(Vm *vm, const char *ascii) {
    Str *s = str_intern(vm, ascii, strlen(ascii));
    return s ? value_object(s) : V_ERROR;
}

static Value none_repr(Vm *vm, Value self) { return text(vm, "None"); }
static Value not_implemented_repr(Vm *vm, Value self) { return text(vm, "NotImplemented"); }
static Value ellipsis_repr(Vm *vm, Value self) { return text(vm, "Ellipsis"); }

static int none_truth(Vm *vm, Value self) { return 0; }

static int none_hash(Vm *vm, Value self, i64 *hash) {
    *hash = 0xfca86420; // the same in every run
    return 0;
}

static int not_implemented_truth(Vm *vm, Value self) {
    raise_type(vm, "NotImplemented should not be used in a boolean context");
    return IS_ERROR;
}

// args: the class, a tuple, a dict. The one instance, if nothing was given.
static Value make(Vm *vm, const Value *args, const char *name, Value instance) {
    if (tuple_get(args[1])->len || (args[2] != V_UNSET && dict_get(args[2])->len))
        return raise_type(vm, "%s takes no arguments", name);
    return instance;
}
static Value none_make(Vm *vm, const Value *args, u32 n) { return make(vm, args, "NoneType", V_NONE); }
static Value not_implemented_make(Vm *vm, const Value *args, u32 n) {
    return make(vm, args, "NotImplementedType", V_NOT_IMPLEMENTED);
}
static Value ellipsis_make(Vm *vm, const Value *args, u32 n) { return make(vm, args, "EllipsisType", V_ELLIPSIS); }

// What copy and pickle ask: the name of the global that the object is.
static Value not_implemented_reduce(Vm *vm, const Value *args, u32 n) { return text(vm, "NotImplemented"); }
static Value ellipsis_reduce(Vm *vm, const Value *args, u32 n) { return text(vm, "Ellipsis"); }

static const NativeDef not_implemented_methods[] = {
    {"__reduce__", "($self, /)", not_implemented_reduce, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};
static const NativeDef ellipsis_methods[] = {
    {"__reduce__", "($self, /)", ellipsis_reduce, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};

const TypeSpec none_spec = {
    .name = "NoneType",
    .doc = "The type of the None singleton.",
    .base = T_OBJECT,
    .size = sizeof(Object),
    .flags = TYPE_FINAL | TYPE_NO_DICT,
    .slots = {.repr = none_repr, .truth = none_truth, .hash = none_hash},
    .make = {"__new__", "($type, *args, **kwargs)", none_make, NULL, 0},
};
const TypeSpec not_implemented_spec = {
    .name = "NotImplementedType",
    .doc = "The type of the NotImplemented singleton.",
    .base = T_OBJECT,
    .size = sizeof(Object),
    .flags = TYPE_FINAL | TYPE_NO_DICT,
    .slots = {.repr = not_implemented_repr, .truth = not_implemented_truth},
    .make = {"__new__", "($type, *args, **kwargs)", not_implemented_make, NULL, 0},
    .methods = not_implemented_methods,
};
const TypeSpec ellipsis_spec = {
    .name = "ellipsis",
    .doc = "The type of the Ellipsis singleton.",
    .base = T_OBJECT,
    .size = sizeof(Object),
    .flags = TYPE_FINAL | TYPE_NO_DICT,
    .slots = {.repr = ellipsis_repr},
    .make = {"__new__", "($type, *args, **kwargs)", ellipsis_make, NULL, 0},
    .methods = ellipsis_methods,
};
