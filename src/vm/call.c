// call.c: calling anything. Natives answer at once (or push); Python functions get a frame, and V_CALL is the answer.
#include "vm/machine.h"
#include "vm/generator.h"
#include "obj/call.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/type.h"

#define GENERATOR_FLAGS (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)

Value function_call(Vm *vm, Function *f, const Value *args, u32 n, Tuple *kwnames) {
    Code *code = f->code;
    Frame *frame = code->free_frames;
    if (likely(frame && vm->fiber->depth < vm->machine->recursion_limit)) {
        code->free_frames = frame->back;
        INCREF(f);
        frame_link(vm->fiber, frame, f);
        frame->ret = RETURN_DELIVER;
    } else if (!(frame = frame_push(vm, f))) return V_ERROR;
    u32 ndefaults = f->defaults ? f->defaults->len : 0;
    if (likely(!kwnames && code->flags & CO_SIMPLE && n <= code->argcount && n + ndefaults >= code->argcount)) {
        u32 i = 0, required = code->argcount - ndefaults; // wraps when there are more defaults than parameters: taken off again
        for (; i < n; i++) frame->slots[i] = own(args[i]);
        for (; i < code->argcount; i++) frame->slots[i] = own(f->defaults->items[i - required]);
        for (; i < code->nlocals; i++) frame->slots[i] = V_UNSET;
    } else if (!bind_arguments(vm, f, frame, args, n, kwnames)) {
        frame_leave(vm, frame); // the caller's line is to blame, as in CPython
        return V_ERROR;
    }
    if (code->flags & GENERATOR_FLAGS) return generator_new(vm, frame, true);
    return V_CALL;
}

// Puts one value before the arguments, on the C stack when they are few.
static Value call_with_first(Vm *vm, Value callable, Value first, const Value *args, u32 n, Tuple *kwnames) {
    Value few[12], *all = few;
    size_t size = (n + 1) * sizeof(Value);
    if (n + 1 > countof(few) && !(all = mem_alloc(&vm->mem, size))) return raise_memory(vm);
    all[0] = first;
    if (n) memcpy(all + 1, args, n * sizeof(Value));
    Value v = call_vector(vm, callable, all, n + 1, kwnames);
    if (all != few) mem_free(&vm->mem, all, size);
    return v;
}

Value call_vector(Vm *vm, Value callable, const Value *args, u32 n, Tuple *kwnames) {
    if (likely(is_object(callable))) {
        switch (shape_of(callable)->type_id) {
        case T_FUNCTION: return function_call(vm, function_get(callable), args, n, kwnames);
        case T_METHOD: return call_with_first(vm, method_get(callable)->function, method_get(callable)->self, args, n, kwnames);
        case T_NATIVE_FUNCTION: case T_NATIVE_METHOD: case T_SLOT_WRAPPER: case T_METHOD_WRAPPER:
            return native_call(vm, native_get(callable), args, n, kwnames);
        case T_TYPE: return type_call(vm, type_get(callable), args, n, kwnames);
        }
    }
    Type *type = type_of(vm, callable);
    if (type->python && slot_is_python(type, SLOT_CALL)) {
        bool bound;
        Value f = bind_special(vm, callable, vm->names.__call__, &bound);
        if (is_marker(f)) return f == V_UNSET ? raise_type(vm, "'%N' object is not callable", type) : f;
        Value v = bound ? call_with_first(vm, f, callable, args, n, kwnames) : call_vector(vm, f, args, n, kwnames);
        decref(vm, f);
        return v;
    }
    if (is_type(callable)) return type_call(vm, type_get(callable), args, n, kwnames);
    if (type->slots->call) return type->slots->call(vm, callable, args, n, kwnames);
    return raise_type(vm, "'%N' object is not callable", type);
}

Value call(Vm *vm, Value callable, const Value *args, u32 n) { return call_vector(vm, callable, args, n, NULL); }
Value call_kw(Vm *vm, Value callable, const Value *args, u32 n, Tuple *kwnames) { return call_vector(vm, callable, args, n, kwnames); }

Value call_method(Vm *vm, Value object, Str *name, const Value *args, u32 n) {
    bool bound;
    Value f = load_method(vm, object, name, NULL, &bound);
    if (f == V_CALL) return raise_runtime(vm, "attribute '%S' needs Python code to be found: not supported here", name);
    if (f == V_ERROR) return V_ERROR;
    Value v = bound ? call_with_first(vm, f, object, args, n, NULL) : call_vector(vm, f, args, n, NULL);
    decref(vm, f);
    return v;
}

// f(*args, **kwargs)
Value call_ex(Vm *vm, Value callable, Tuple *args, Dict *kwargs) {
    if (!kwargs || !kwargs->len) return call_vector(vm, callable, args->items, args->len, NULL);
    u32 n = args->len + kwargs->len;
    Value *all = mem_alloc(&vm->mem, n * sizeof(Value));
    Tuple *names = tuple_new(vm, kwargs->len);
    Value v = V_ERROR;
    if (!all || !names) {
        raise_memory(vm);
        goto done;
    }
    memcpy(all, args->items, args->len * sizeof(Value));
    u32 place = 0, i = 0;
    Value key, value;
    while (dict_each(kwargs, &place, &key, &value)) {
        if (!value_has(key, SHAPE_STR)) {
            raise_type(vm, "keywords must be strings");
            goto done;
        }
        names->items[i] = own(key);
        all[args->len + i++] = value;
    }
    v = call_vector(vm, callable, all, n, names);
done:
    if (all) mem_free(&vm->mem, all, n * sizeof(Value));
    XDECREF(vm, names);
    return v;
}

// ---- results of special methods

int check_result(Vm *vm, u8 check, Value *v, Value instead) {
    Value got = *v;
    Type *type = type_of(vm, got);
    switch (check) {
    case CHECK_INIT:
        if (got != V_NONE) {
            raise_type(vm, "__init__() should return None, not '%N'", type);
            decref(vm, instead);
            break;
        }
        *v = instead;
        return 0;
    case CHECK_NOTHING:
        decref(vm, got);
        *v = V_NONE;
        return 0;
    case CHECK_REPR:
        if (value_has(got, SHAPE_STR)) return 0;
        raise_type(vm, "__repr__ returned non-string (type %N)", type);
        break;
    case CHECK_STR:
        if (value_has(got, SHAPE_STR)) return 0;
        raise_type(vm, "__str__ returned non-string (type %N)", type);
        break;
    case CHECK_FORMAT:
        if (value_has(got, SHAPE_STR)) return 0;
        raise_type(vm, "__format__ must return a str, not %N", type);
        break;
    case CHECK_BYTES:
        if (value_has(got, SHAPE_BYTES)) return 0;
        raise_type(vm, "__bytes__ returned non-bytes (type %N)", type);
        break;
    case CHECK_BOOL:
        if (is_bool(got)) return 0;
        raise_type(vm, "__bool__ should return bool, returned %N", type);
        break;
    case CHECK_LEN: case CHECK_TRUTH_LEN: {
        Value n = is_int(got) ? own(got) : value_index(vm, got);
        if (n == V_ERROR) break;
        if (n == V_PYTHON) {
            raise_type(vm, "'%N' object cannot be interpreted as an integer", type);
            break;
        }
        i64 len;
        if (int_sign(n) < 0) raise_value(vm, "__len__() should return >= 0");
        else if (!int_to_i64(n, &len)) raise_overflow(vm, "cannot fit 'int' into an index-sized integer");
        else {
            decref(vm, got);
            *v = check == CHECK_LEN ? n : value_bool(len != 0);
            if (check != CHECK_LEN) decref(vm, n);
            return 0;
        }
        decref(vm, n);
        break;
    }
    case CHECK_HASH: {
        if (!is_int(got)) {
            raise_type(vm, "__hash__ method should return an integer");
            break;
        }
        i64 h;
        if (!int_to_i64(got, &h)) h = int_hash(got);
        if (h == -1) h = -2;
        decref(vm, got);
        *v = int_from_i64(vm, h);
        return *v == V_ERROR ? IS_ERROR : 0;
    }
    case CHECK_ITER:
        if (type->slots->next || is_generator(got) || slot_is_python(type, SLOT_NEXT)) return 0;
        raise_type(vm, "iter() returned non-iterator of type '%N'", type);
        break;
    case CHECK_AWAIT:
        if (value_is(got, T_COROUTINE)) raise_type(vm, "__await__() returned a coroutine");
        else if (type->slots->next || is_generator(got) || slot_is_python(type, SLOT_NEXT) || value_is(got, T_COROUTINE_WRAPPER) ||
                 value_is(got, T_ASYNC_GEN_SEND) || value_is(got, T_ASYNC_GEN_THROW)) return 0;
        else raise_type(vm, "__await__() returned non-iterator of type '%N'", type);
        break;
    case CHECK_AITER:
        if (type->slots->anext || slot_is_python(type, SLOT_ANEXT)) return 0;
        raise_type(vm, "'async for' received an object from __aiter__ that does not implement __anext__: %N", type);
        break;
    case CHECK_AITER_CALL:
        if (type->slots->anext || slot_is_python(type, SLOT_ANEXT)) return 0;
        raise_type(vm, "aiter() returned not an async iterator of type '%N'", type);
        break;
    case CHECK_INDEX:
        if (is_int(got)) return 0;
        raise_type(vm, "__index__ returned non-int (type %N)", type);
        break;
    case CHECK_INT:
        if (is_int(got)) return 0;
        raise_type(vm, "__int__ returned non-int (type %N)", type);
        break;
    case CHECK_FLOAT:
        if (is_float_like(got)) return 0;
        raise_type(vm, "%N.__float__() must return a float, not %N", type, type);
        break;
    case CHECK_COMPLEX:
        if (value_is(got, T_COMPLEX)) return 0;
        raise_type(vm, "__complex__() must return a complex, not %N", type);
        break;
    case CHECK_TRUTH: case CHECK_CONTAINS: {
        if (is_bool(got)) return 0;
        Value t = call_truth(vm, got);
        decref(vm, got);
        *v = t;
        return t == V_CALL ? IS_PYTHON : t == V_ERROR ? IS_ERROR : 0;
    }
    case CHECK_ANEXT: {
        Value w = call_awaitable(vm, got, 3);
        decref(vm, got);
        *v = w;
        return w == V_CALL ? IS_PYTHON : w == V_ERROR ? IS_ERROR : 0;
    }
    case CHECK_ANNOTATIONS:
        if (value_has(got, SHAPE_DICTTYPE)) return 0;
        raise_type(vm, "__annotate__ returned non-dict of type '%N'", type);
        break;
    default: return 0;
    }
    decref(vm, got);
    *v = V_NONE;
    return IS_ERROR;
}

// A call whose result is checked: now, when it comes at once; else when the frame returns.
Value call_checked(Vm *vm, Value callable, const Value *args, u32 n, u8 check) {
    Value v = call_vector(vm, callable, args, n, NULL);
    if (v == V_CALL) {
        Frame *top = vm->fiber->frame;
        if (!top->check && !top->generator) {
            top->check = check;
            return V_CALL;
        }
        return raise_runtime(vm, "nested check"); // no native pushes a frame that has a check already and is tail-called with another
    }
    if (is_marker(v)) return v;
    int ok = check_result(vm, check, &v, V_UNSET);
    return ok == IS_ERROR ? V_ERROR : ok == IS_PYTHON ? V_CALL : v;
}

// ---- classes

// `type(cls).__call__`: __new__, then __init__ when the result is an instance. Python's own ones run as frames: this step
// native holds the class, the arguments and the new instance between them.
enum { MAKE_CLASS, MAKE_ARGS, MAKE_NAMES, MAKE_OBJECT, MAKE_SLOTS };

static Value make_step(Vm *vm, Frame *f, Value in) {
    if (in == V_ERROR) return V_ERROR;
    Type *type = type_get(f->slots[MAKE_CLASS]);
    Tuple *args = tuple_get(f->slots[MAKE_ARGS]); // the class first
    Tuple *names = f->slots[MAKE_NAMES] == V_UNSET ? NULL : tuple_get(f->slots[MAKE_NAMES]);
    switch (f->state) {
    case 0: {
        f->state = 1;
        Value make = type_lookup(vm, type, vm->names.__new__);
        if (value_is(make, T_STATIC_METHOD)) make = ((Wrapper *)object_get(make))->function;
        Value v = call_vector(vm, make, args->items, args->len, names);
        if (is_marker(v)) return v;
        f->slots[MAKE_OBJECT] = v;
        break;
    }
    case 1: f->slots[MAKE_OBJECT] = own(in); break;
    default:
        if (in != V_NONE) return raise_type(vm, "__init__() should return None, not '%T'", in);
        return own(f->slots[MAKE_OBJECT]);
    }
    Value object = f->slots[MAKE_OBJECT];
    if (!type_is_subtype(vm, type_of(vm, object), type)) return own(object);
    f->state = 2;
    Value init = type_lookup(vm, type_of(vm, object), vm->names.__init__);
    Value *items = args->items, first = items[0];
    items[0] = object; // in place of the class, for the time of the call
    Value v = call_vector(vm, init, items, args->len, names);
    items[0] = first;
    if (is_marker(v)) return v;
    if (v != V_NONE) {
        raise_type(vm, "__init__() should return None, not '%T'", v);
        decref(vm, v);
        return V_ERROR;
    }
    return own(object);
}

static Value make_by_steps(Vm *vm, Type *type, const Value *args, u32 n, Tuple *kwnames) {
    Tuple *all = tuple_new(vm, n + 1);
    Frame *f = all ? step_push(vm, make_step, MAKE_SLOTS) : NULL;
    if (!f) return XDECREF(vm, all), V_ERROR;
    all->items[0] = own(value_object(type));
    for (u32 i = 0; i < n; i++) all->items[i + 1] = own(args[i]);
    f->slots[MAKE_CLASS] = own(value_object(type));
    f->slots[MAKE_ARGS] = value_object(all);
    if (kwnames) f->slots[MAKE_NAMES] = own(value_object(kwnames));
    return V_CALL;
}

// A native __new__ or __init__ of a built-in class, given the class or instance and the arguments.
static Value call_row(Vm *vm, Value row, Value first, const Value *args, u32 n, Tuple *kwnames) {
    return call_with_first(vm, row, first, args, n, kwnames);
}

Value type_call(Vm *vm, Type *type, const Value *args, u32 n, Tuple *kwnames) {
    if (type->id == T_TYPE) {
        if (n == 1 && !kwnames) return own(value_object(type_of(vm, args[0])));
        if (n - (kwnames ? kwnames->len : 0) != 3) return raise_type(vm, "type() takes 1 or 3 arguments");
    }
    Type *meta = type->head.shape->type;
    if (unlikely(meta->python) && slot_is_python(meta, SLOT_CALL)) {
        bool bound;
        Value f = bind_special(vm, value_object(type), vm->names.__call__, &bound);
        if (is_marker(f)) return V_ERROR;
        Value v = bound ? call_with_first(vm, f, value_object(type), args, n, kwnames) : call_vector(vm, f, args, n, kwnames);
        decref(vm, f);
        return v;
    }
    if (!type_ready(vm, type)) return V_ERROR;
    if (unlikely(type->flags & TYPE_NO_MAKE)) return raise_type(vm, "cannot create '%N' instances", type);
    Value make = type_lookup(vm, type, vm->names.__new__), init = type_lookup(vm, type, vm->names.__init__);
    if (unlikely(!value_is(make, T_NATIVE_FUNCTION) || native_waits(vm, native_get(make)))) return make_by_steps(vm, type, args, n, kwnames);
    if (native_get(make)->owner->id == T_OBJECT && !(type->flags & CLASS_ABSTRACT)) {
        if (!n && type->id == T_HEAP && type->shape->layout == T_OBJECT && value_is(init, T_NATIVE_METHOD) && native_get(init)->owner->id == T_OBJECT) {
            Object *plain = object_new_gc(vm, type, type->spec->size);
            return plain ? value_object(plain) : V_ERROR;
        }
        // A plain instance: object.__new__ takes no arguments unless __init__ does.
        if (value_is(init, T_FUNCTION)) {
            Value object = value_object(object_new_gc(vm, type, type->spec->size));
            if (!object_get(object)) return V_ERROR;
            Function *f = function_get(init);
            Code *code = f->code;
            if (likely(code->flags & CO_SIMPLE && code->argcount == n + 1 && !kwnames && !(code->flags & GENERATOR_FLAGS))) {
                Frame *frame = frame_push(vm, f);
                if (!frame) return decref(vm, object), V_ERROR;
                frame->slots[0] = own(object);
                for (u32 i = 0; i < n; i++) frame->slots[i + 1] = own(args[i]);
                for (u32 i = n + 1; i < code->nlocals; i++) frame->slots[i] = V_UNSET;
                frame->check = CHECK_INIT;
                frame->instead = object;
                return V_CALL;
            }
            Value v = call_with_first(vm, init, object, args, n, kwnames);
            if (v == V_CALL) {
                vm->fiber->frame->check = CHECK_INIT;
                vm->fiber->frame->instead = object;
                return V_CALL;
            }
            if (v == V_ERROR) return decref(vm, object), V_ERROR;
            return check_result(vm, CHECK_INIT, &v, object) ? V_ERROR : v;
        }
        if (!value_is(init, T_NATIVE_METHOD) && !value_is(init, T_SLOT_WRAPPER)) return make_by_steps(vm, type, args, n, kwnames);
    }
    else if (value_is(init, T_FUNCTION)) return make_by_steps(vm, type, args, n, kwnames);
    Value object = call_row(vm, make, value_object(type), args, n, kwnames);
    if (is_marker(object)) return object;
    if (!type_is_subtype(vm, type_of(vm, object), type)) return object;
    if (type->id != T_HEAP && !type->spec->init.fn && native_get(init)->owner->id == T_OBJECT) return object;
    if (native_get(init)->owner->id == T_OBJECT && value_is(init, T_NATIVE_METHOD) && native_get(make)->owner->id != T_OBJECT) return object;
    init = type_lookup(vm, type_of(vm, object), vm->names.__init__);
    Value v = call_row(vm, init, object, args, n, kwnames);
    if (v == V_CALL) { // the new instance is the result
        Frame *top = vm->fiber->frame;
        top->check = CHECK_INIT;
        top->instead = object;
        return V_CALL;
    }
    if (v == V_ERROR) return decref(vm, object), V_ERROR;
    return check_result(vm, CHECK_INIT, &v, object) ? V_ERROR : v;
}
