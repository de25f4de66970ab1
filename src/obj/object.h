// object.h: types, shapes, the tables from which built-in types are made, allocation, and the cycle collector's hold on
// an object. What a built-in type is stands in one place: its const TypeSpec, in the file of the type.
#ifndef AITER_OBJECT_H
#define AITER_OBJECT_H

#include "obj/value.h"

typedef struct Str Str;
typedef struct Dict Dict;
typedef struct Tuple Tuple;
typedef struct Visit Visit; // the collector's question, see below

enum TypeId {
    T_HEAP, // a class made by a program
#define TYPE(id, spec) T_##id,
#include "obj/types.def"
#undef TYPE
#define EXCEPTION(name, base, layout) T_##name,
#include "obj/exceptions.def"
#undef EXCEPTION
    T_COUNT
};

// Operators, in one numbering for bytecode, slots and messages.
typedef enum BinaryOp {
    OP_ADD, OP_SUB, OP_MUL, OP_TRUEDIV, OP_FLOORDIV, OP_MOD, OP_POW, OP_LSHIFT, OP_RSHIFT, OP_AND, OP_OR, OP_XOR,
    OP_MATMUL, OP_DIVMOD, BINARY_OPS
} BinaryOp;
typedef enum UnaryOp { OP_NEG, OP_POS, OP_INVERT, OP_ABS, UNARY_OPS } UnaryOp;
typedef enum CompareOp { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE } CompareOp;

// ---- natives: functions written in C ----------------------------------------------------------------------------

// The body of a native. `args` are the parameters in the order of the signature, self (or the class) first: borrowed.
// A parameter not given is V_UNSET; *args is a tuple, **kwargs a dict. `n` is the number of parameters (constant for a
// signature). Answers an owned value, V_ERROR, or
//   V_PYTHON   "this needs Python": nothing was done; the machine calls the prelude function `python` with the same
//              arguments instead (those not given are left to its defaults);
//   V_CALL     a frame was pushed by a function of call.h, and its result is the result;
//   V_SUSPEND  the fiber waits, and the scheduler will deliver the result.
// A native is bounded: about 1 ms at most. Work that grows with its input is charged (call.h: charge).
typedef Value (*NativeFn)(Vm *vm, const Value *args, u32 n);

// One row of a type's or a module's table. `signature` is CPython's __text_signature__ (and, for a few, "\n" and the
// docstring: most have none, since every page would have to load them), such as
// "($self, object, /)", "($self, /, *, key=None, reverse=False)" or "($type, iterable, value=None, /)" or
// "(iterable, /, start=0)" or "(*args, sep=' ', end='\\n')". $self and $type count as the first parameter. The machine
// binds arguments by it and raises CPython's words when they do not fit; defaults in it are for reading only: the body
// sees V_UNSET.
typedef struct NativeDef {
    const char *name; // NULL ends a table
    const char *signature;
    NativeFn fn;
    const char *python; // the prelude function that takes over on V_PYTHON: "_list.sort" is sort in src/lib/_list.py
    u32 flags;
} NativeDef;
#define NATIVE_STATIC 1u // a static method
#define NATIVE_CLASS 2u  // a class method: the first argument is the class
// How argument-count errors are worded, where the signature does not tell:
#define NATIVE_UNPACKED 4u // CPython's PyArg_UnpackTuple / _PyArg_CheckPositional: "f expected 2 arguments, got 1"
#define NATIVE_SORTS 8u    // of sorted(): it leaves its keywords to list.sort, which messages name

// A computed attribute: `set` NULL makes it read-only ("attribute 'x' of 'T' objects is not writable"). Setting gives
// value V_UNSET for deletion; answers 0 or IS_ERROR.
typedef struct GetSetDef {
    const char *name;
    Value (*get)(Vm *vm, Value self);
    int (*set)(Vm *vm, Value self, Value value);
} GetSetDef;

// A slot that may answer V_PYTHON or IS_PYTHON names the prelude function that does the same by way of Python.
enum SlotId {
    SLOT_REPR, SLOT_STR, SLOT_FORMAT, SLOT_HASH, SLOT_EQ, SLOT_NE, SLOT_LT, SLOT_LE, SLOT_GT, SLOT_GE, SLOT_BOOL,
    SLOT_LEN, SLOT_GETITEM, SLOT_SETITEM, SLOT_DELITEM, SLOT_CONTAINS, SLOT_ITER, SLOT_NEXT, SLOT_REVERSED, SLOT_CALL,
    SLOT_GETATTRIBUTE, SLOT_GETATTR, SLOT_SETATTR, SLOT_DELATTR, SLOT_GET, SLOT_SET, SLOT_DELETE, SLOT_NEW, SLOT_INIT,
    SLOT_DEL, SLOT_INDEX, SLOT_INT, SLOT_FLOAT, SLOT_COMPLEX, SLOT_AWAIT, SLOT_AITER, SLOT_ANEXT, SLOT_BINARY,
    SLOT_INPLACE, SLOT_UNARY, SLOT_ENTER, SLOT_EXIT, SLOT_AENTER, SLOT_AEXIT, SLOT_COUNT
};
typedef struct SlotPython { u8 slot; u8 op; const char *python; } SlotPython; // op: the BinaryOp or UnaryOp where it matters

// ---- types ------------------------------------------------------------------------------------------------------

// What a built-in type can do, in C. Absent members are NULL; a subtype has its base's where its own is NULL (resolved
// when the engine starts, into Type.slots). Predicates answer 0, 1, IS_ERROR or IS_PYTHON.
typedef struct Slots {
    void (*dealloc)(Vm *vm, Object *o);                // frees what the object owns, then object_dispose(vm, o)
    void (*traverse)(Object *o, Visit *visit);  // shows every owned value that may be in a cycle (gc.h)
    void (*clear)(Vm *vm, Object *o);                  // drops them, to break a cycle
    bool (*finalize)(Vm *vm, Object *o);               // the collector found it in garbage: true: its end was queued (gc.h: finalizer_queue)
    Value (*repr)(Vm *vm, Value self);
    Value (*str)(Vm *vm, Value self);                  // NULL: as repr
    Value (*format)(Vm *vm, Value self, Str *spec);    // NULL: str(self) for an empty spec, else TypeError
    int (*hash)(Vm *vm, Value self, i64 *hash);        // 0 and *hash, IS_ERROR or IS_PYTHON
    bool unhashable;                                   // hash is None: "unhashable type: 'list'" (3.14 wording)
    Value (*compare)(Vm *vm, Value a, Value b, CompareOp op); // V_NOT_IMPLEMENTED when it does not know
    int (*truth)(Vm *vm, Value self);
    i64 (*len)(Vm *vm, Value self);                    // -1: IS_ERROR, -2: IS_PYTHON
    Value (*getitem)(Vm *vm, Value self, Value key);
    int (*setitem)(Vm *vm, Value self, Value key, Value value); // value V_UNSET deletes; 0, IS_ERROR or IS_PYTHON
    int (*contains)(Vm *vm, Value self, Value item);
    Value (*iter)(Vm *vm, Value self);
    Value (*next)(Vm *vm, Value self);                 // V_STOP at the end
    Value (*binary)(Vm *vm, BinaryOp op, Value a, Value b);  // either side may be of this type; V_NOT_IMPLEMENTED
    Value (*power)(Vm *vm, Value a, Value b, Value modulus); // pow() with three arguments
    Value (*inplace)(Vm *vm, BinaryOp op, Value a, Value b); // V_NOT_IMPLEMENTED: try binary
    Value (*concat)(Vm *vm, Value a, Value b);         // sequence +, tried after binary of both sides
    Value (*repeat)(Vm *vm, Value a, i64 count);       // sequence *, likewise
    Value (*unary)(Vm *vm, UnaryOp op, Value self);
    Value (*index)(Vm *vm, Value self);                // operator.index: an exact int
    Value (*to_int)(Vm *vm, Value self);               // int(self)
    Value (*to_float)(Vm *vm, Value self);             // float(self)
    Value (*getattr)(Vm *vm, Value self, Str *name);   // NULL: the generic look-up
    int (*setattr)(Vm *vm, Value self, Str *name, Value value); // value V_UNSET deletes
    Value (*get)(Vm *vm, Value self, Value object, Value type); // descriptor; object is V_UNSET for access by the class
    int (*set)(Vm *vm, Value self, Value object, Value value);  // data descriptor
    // A call of an instance. Binds for itself. kwnames: tuple of names for the last of args, or NULL.
    Value (*call)(Vm *vm, Value self, const Value *args, u32 n, Tuple *kwnames);
    Value (*await)(Vm *vm, Value self);                // an iterator
    Value (*aiter)(Vm *vm, Value self);
    Value (*anext)(Vm *vm, Value self);
} Slots;

typedef struct TypeSpec {
    const char *name;      // as __name__ shows it
    const char *module;    // NULL: "builtins"
    u16 base;              // T_ number
    u16 flags;             // TYPE_…
    u16 size;              // bytes of an instance, without attributes
    u16 attrs;             // offset of its `Attrs`, when instances (or those of subclasses) can have attributes; else 0
    Slots slots;
    NativeDef make;        // __new__: args[0] is the class
    NativeDef init;        // __init__: args[0] is self
    const NativeDef *methods;
    const GetSetDef *getset;
    const SlotPython *python; // prelude functions of slots; ends with a NULL python
    const char *doc;          // __doc__; NULL: None
} TypeSpec;
#define TYPE_FINAL 1u        // can not be a base ("type 'bool' is not an acceptable base type")
#define TYPE_GC 2u           // instances may be part of a cycle: allocated with object_new_gc
#define TYPE_NO_MAKE 4u      // "cannot create 'generator' instances"
#define TYPE_NO_DICT 8u      // instances of the type itself take no attributes (those of subclasses do)
#define TYPE_MAPPING 16u     // matches {…} patterns
#define TYPE_SEQUENCE 32u    // matches […] patterns

extern const TypeSpec *const type_specs[T_COUNT];

// Attributes of an instance: `shape` says which name stands in which place.
typedef struct Attrs {
    Value *slots; // shape->count values (room for `room`); in dictionary mode slots[0] is the dict
    u16 room;
    u16 inline_room; // values that stand behind the object itself: slots points there until it has to grow
} Attrs;

// A shape: the type of an object and the order of its attributes. Shapes of one type form a tree whose edges are names.
struct Shape {
    Type *type;
    u16 type_id; // T_ number of a built-in type, T_HEAP for a program's class
    u16 layout;  // T_ number of the nearest built-in base whose struct it has: T_LIST for a subclass of list
    u32 flags;   // SHAPE_…
    u16 attrs;   // offset of Attrs in the object; 0: none; ATTRS_BEHIND: behind the items (see object_attrs)
    u16 slots;   // what __slots__ added: number of values
    u32 count;   // attributes, the one added last is `name`
    Str *name;
    Shape *parent;       // the shape without it
    Shape *next;         // sibling
    Shape *children;     // by first child and next
    struct ShapeTable *table; // name -> index, made when first asked for and count > 8
};
#define SHAPE_DICT 1u  // dictionary mode: attributes live in a Dict
#define SHAPE_LIST 2u  // instance of list or a subclass; the others likewise
#define SHAPE_TUPLE 4u
#define SHAPE_STR 8u
#define SHAPE_BYTES 16u
#define SHAPE_INT 32u
#define SHAPE_DICTTYPE 64u
#define SHAPE_EXCEPTION 128u
#define SHAPE_TYPE 256u
#define SHAPE_SETTYPE 512u // set or frozenset
#define SHAPE_FLOAT 1024u
#define ATTRS_BEHIND 0xFFFF // objects of variable size (int, str, bytes, tuple): Attrs follows the last item, 8-aligned

struct Type {
    Object head;
    const TypeSpec *spec; // of the nearest built-in base (its own, for a built-in type)
    const Slots *slots;   // C slots with inheritance resolved; what a class overrides in Python is in `python`
    u64 python;           // bit SLOT_x: a class in the MRO, before spec's, defines it in Python
    u16 id;               // T_ number or T_HEAP
    u16 flags;            // TYPE_…, CLASS_…
    u16 own_slots;        // values that __slots__ adds in this class and its bases
    u16 has_dict;         // instances can have attributes of any name
    Str *name, *qualname;
    Type *base;    // __base__
    Tuple *bases;  // owned, NULL until a built-in type is made ready
    Tuple *mro;
    Dict *dict;    // NULL until a built-in type is made ready (type_ready)
    Shape *shape;  // of a new instance
    Shape *dict_shape; // of an instance in dictionary mode
    u32 version;   // changes with any change to it or a base
    u32 hint;      // how many attributes instances ended up with
    Type *native_base;        // the nearest built-in class above (NULL for a built-in one)
    struct List *subclasses;  // classes that derive from it directly, as numbers: they are not owned
};

enum { CLASS_ABSTRACT = 1 << 8, CLASS_HAS_DEL = 1 << 9, CLASS_CUSTOM_MRO = 1 << 10, CLASS_HEAP = 1 << 11 };

INLINE Shape *shape_of(Value v) { return object_get(v)->shape; } // v must be an object
#ifndef AITER_SMALL
INLINE bool value_is(Value v, u16 type_id) { return is_object(v) && shape_of(v)->type_id == type_id; } // exactly that type
INLINE bool value_has(Value v, u32 flag) { return is_object(v) && (shape_of(v)->flags & flag); } // that type or a subclass
#else // see value.h
#define value_is value_is_call
#define value_has value_has_call
bool value_is(Value v, u16 type_id);
bool value_has(Value v, u32 flag);
#endif
// The class of any value: borrowed.
Type *type_of(Vm *vm, Value v);
// Is `type` the class `base` or derived from it (by the MRO)?
bool type_is_subtype(Vm *vm, Type *type, Type *base);

// ---- allocation -------------------------------------------------------------------------------------------------

// A new instance of a built-in type or of a class with that layout: `size` bytes, count 1, cleared but for the head.
// NULL with MemoryError. Of TYPE_GC types only through object_new_gc: then the object is tracked by the collector at
// once, so its fields must stay valid (NULL or 0 is).
void *object_new(Vm *vm, Type *type, size_t size);
void *object_new_gc(Vm *vm, Type *type, size_t size);
// Where the attributes of an object are described; NULL when it can have none. Behind them stand the values of __slots__.
Attrs *object_attrs(Object *o);
Value *object_slots(Object *o);
// Bytes of an object as its built-in base lays it out, items included.
size_t object_size(const Object *o);
// Gives the block back; `size` as at allocation. The end of every dealloc. Handles attributes, __slots__ and weak references.
void object_dispose(Vm *vm, Object *o, size_t size);

// The collector asks a container which values it owns.
void visit_value(Visit *visit, Value v);
#define visit_object(visit, pointer)                                                                                   \
    do {                                                                                                               \
        if (pointer) visit_value(visit, value_object(pointer));                                                        \
    } while (0)

#endif
