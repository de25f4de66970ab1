// function.h: what can be called, and what stands in classes: functions, methods, natives, cells, descriptors, modules.
#ifndef AITER_FUNCTION_H
#define AITER_FUNCTION_H

#include "obj/state.h"

typedef struct Function {
    Object head;
    Code *code;
    Dict *globals;
    Dict *builtins;
    Tuple *defaults;  // or NULL
    Dict *kwdefaults; // or NULL
    Tuple *closure;   // of Cell, or NULL
    Str *name, *qualname;
    Value doc, module, annotations, annotate, type_params; // V_UNSET or V_NONE when there is none
    void *jit_entry;  // for a compiled body, later
    Attrs attrs;
} Function;
#define function_get(value) ((Function *)object_get(value))

typedef struct Method { // a function bound to its first argument
    Object head;
    Value function, self;
} Method;
#define method_get(value) ((Method *)object_get(value))

// How a native's signature binds. Names are interned, owned.
typedef struct Signature {
    u8 count;      // parameters, self included
    u8 positional; // that can be given by position (without *args)
    u8 required;   // of them, how many must be given (self included)
    u8 posonly;    // the first ones, which have no keyword
    i8 varargs;    // place of *args, or -1
    i8 varkw;      // place of **kwargs, or -1
    u8 self;       // 1: the first is $self or $type
    u8 kwrequired; // keyword-only ones without default: at least one
    u32 optional;  // bit i: parameter i has a default
    Str *names[];
} Signature;

// A native as a value: a function of a module, a method in a class's dict (owner set), or one of these bound (self set).
typedef struct NativeFunction {
    Object head;
    const NativeDef *def;
    Type *owner;     // the class whose method it is, or NULL
    Value self;      // bound to it, or V_UNSET
    Value module;    // its module's name, or V_UNSET
    Signature *signature; // parsed at the first call
    bool apart;           // its code is in the rest, and was not there when it was asked for last
} NativeFunction;
#define native_get(value) ((NativeFunction *)object_get(value))

typedef struct Cell { Object head; Value content; } Cell; // V_UNSET: empty
#define cell_get(value) ((Cell *)object_get(value))

typedef struct GetSet { Object head; const GetSetDef *def; Type *owner; } GetSet;
typedef struct Member { Object head; Str *name; Type *owner; u32 index; } Member; // of __slots__
typedef struct Property { Object head; Value get, set, del, doc, name; Attrs attrs; } Property;
typedef struct Wrapper { Object head; Value function; Attrs attrs; } Wrapper; // staticmethod, classmethod
typedef struct Super { Object head; Type *type; Value object; Type *object_type; } Super;
typedef struct Module { Object head; Dict *dict; bool made; } Module; // made: by a program, which called the class
#define module_get(value) ((Module *)object_get(value))

// Owned; NULL with MemoryError.
Function *function_new(Vm *vm, Code *code, Dict *globals, Dict *builtins);
Value method_new(Vm *vm, Value function, Value self);
Value native_new(Vm *vm, const NativeDef *def, Type *owner, Value module); // T_NATIVE_FUNCTION or, with an owner, T_NATIVE_METHOD
Value native_bind(Vm *vm, NativeFunction *f, Value self);
Cell *cell_new(Vm *vm, Value content);
Value getset_new(Vm *vm, const GetSetDef *def, Type *owner);
Value member_new(Vm *vm, Str *name, Type *owner, u32 index);
Value wrapper_new(Vm *vm, u16 type_id, Value function);
Value property_new(Vm *vm, Value get, Value set, Value del, Value doc);
Module *module_new(Vm *vm, Str *name);
bool signature_parse(Vm *vm, NativeFunction *f);

#endif
