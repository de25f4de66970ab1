// quick.c: the common instructions that are longer than eval's own cases, the usual ways first.
#include "vm/quick.h"
#include "vm/generator.h"
#include "obj/call.h"
#include "obj/gc.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/type.h"

#define A ((insn >> 8) & 255)
#define B ((insn >> 16) & 255)
#define C (insn >> 24)
#define CONSUME(reg, value)                                                                                            \
    do {                                                                                                               \
        if ((reg) >= fr->code->nlocals) decref(vm, value);                                                             \
    } while (0)

// ---- operators

// The number of a float or small integer.
INLINE bool number_get(Value v, double *d) {
    if (is_float(v)) *d = float_get(v);
    else if (is_small(v)) *d = (double)small_get(v);
    else return false;
    return true;
}

// V_PYTHON: not two numbers that are simply divided (or a mixed operation that is simple).
static Value numbers(u32 op, Value x, Value y) {
    if (both_small(x, y)) {
        i64 i = small_get(x), j = small_get(y), q, m;
        if (j == 0) return V_PYTHON;
        switch (op) {
        case OP_TRUEDIV_T: return value_float((double)i / (double)j);
        case OP_FLOORDIV_T: case OP_MOD_T:
            if ((i32)i == i && (i32)j == j && j != -1) q = (i32)i / (i32)j; // 32 bits divide faster
            else q = i / j;
            m = i - q * j;
            if (m && (m ^ j) < 0) q--, m += j;
            return op == OP_MOD_T ? value_small(m) : small_fits(q) ? value_small(q) : V_PYTHON;
        default: return V_PYTHON; // too large
        }
    }
    double d, e;
    if (!number_get(x, &d) || !number_get(y, &e)) return V_PYTHON;
    switch (op) {
    case OP_ADD_T: return value_float(d + e);
    case OP_SUB_T: return value_float(d - e);
    case OP_MUL_T: return value_float(d * e);
    case OP_TRUEDIV_T: return e == 0 ? V_PYTHON : value_float(d / e);
    default: return V_PYTHON;
    }
}

Value quick_arithmetic(Vm *vm, Frame *fr, u32 insn) {
    static const u8 ops[] = {OP_ADD, OP_SUB, OP_MUL, OP_TRUEDIV, OP_FLOORDIV, OP_MOD, OP_AND};
    Value *r = fr->slots;
    u32 index = (insn & 255) - OP_ADD_T, form = index & 3;
    Value x = r[B], y = form & 1 ? fr->code->consts[C] : r[C];
    Value v = numbers((insn & 255) - form, x, y);
    if (v != V_PYTHON) return v;
    v = call_binary(vm, ops[index >> 2], x, y);
    CONSUME(B, x);
    if (!(form & 1)) CONSUME(C, y);
    return v;
}

Value quick_inplace(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 op = insn & 255;
    bool constant = op == OP_IADD_K || op == OP_ISUB_K, plus = op == OP_IADD || op == OP_IADD_K;
    Value x = r[A], y = constant ? fr->code->consts[B] : r[B];
    Value v = numbers(plus ? OP_ADD_T : OP_SUB_T, x, y);
    if (v != V_PYTHON) return v;
    if (plus && value_is(x, T_STR) && value_is(y, T_STR)) { // s += t in place when nobody else has s
        r[A] = V_UNSET;
        Str *s = str_append_take(vm, str_get(x), str_get(y));
        v = s ? value_object(s) : V_ERROR;
    } else v = call_inplace(vm, plus ? OP_ADD : OP_SUB, x, y);
    if (!constant) CONSUME(B, y);
    return v;
}

Value quick_compare(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 index = (insn & 255) - OP_J_LT;
    bool constant = index & 1;
    CompareOp op = index >> 1;
    Value x = r[A], y = constant ? fr->code->consts[B] : r[B], v;
    double d, e;
    if (number_get(x, &d) && number_get(y, &e)) { // one of them a float, which the other, of 48 bits, can be as well
        switch (op) {
        case CMP_LT: return value_bool(d < e);
        case CMP_LE: return value_bool(d <= e);
        case CMP_EQ: return value_bool(d == e);
        case CMP_NE: return value_bool(d != e);
        case CMP_GT: return value_bool(d > e);
        default: return value_bool(d >= e);
        }
    }
    if ((op == CMP_EQ || op == CMP_NE) && value_is(x, T_STR) && value_is(y, T_STR))
        v = value_bool((x == y || str_equal(str_get(x), str_get(y))) == (op == CMP_EQ));
    else v = call_compare(vm, x, y, op);
    CONSUME(A, x);
    if (!constant) CONSUME(B, y);
    return v;
}

Value quick_truth(Vm *vm, Frame *fr, u32 insn) {
    Value x = fr->slots[A], v = call_truth(vm, x);
    CONSUME(A, x);
    return v;
}

// ---- attributes and items

Value quick_attr(Vm *vm, Frame *fr, u32 insn) {
    Value object = fr->slots[B], v = load_attr(vm, object, &fr->code->caches[fr->pc[1]]);
    CONSUME(B, object);
    return v;
}

Value quick_method(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, object = r[B];
    Cache *cache = &fr->code->caches[fr->pc[1]];
    bool bound, temporary = B >= fr->code->nlocals;
    Value v = load_method(vm, object, cache->name, cache, &bound);
    if (!is_marker(v) && bound) r[A + 1] = temporary ? object : own(object);
    else {
        if (temporary) decref(vm, object);
        r[A + 1] = V_UNSET;
    }
    return v;
}

Value quick_get_item(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, object = r[B], key = r[C], v = V_UNSET;
    if (is_small(key) && (value_is(object, T_LIST) || value_is(object, T_TUPLE))) {
        bool is_list = value_is(object, T_LIST);
        i64 len = is_list ? list_get(object)->len : tuple_get(object)->len, i = small_get(key);
        if (i < 0) i += len;
        if (i >= 0 && i < len) v = is_list ? list_get(object)->items[i] : tuple_get(object)->items[i];
    } else if (value_is(object, T_DICT) && value_is(key, T_STR)) v = dict_find_str(dict_get(object), str_get(key));
    if (v != V_UNSET) incref(v);
    else v = call_getitem(vm, object, key);
    CONSUME(C, key);
    CONSUME(B, object);
    return v;
}

Value quick_set_item(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, object = r[A], key = r[B], item = r[C], v = V_UNSET;
    if (value_is(object, T_LIST) && is_small(key)) {
        List *list = list_get(object);
        i64 i = small_get(key);
        if (i < 0) i += list->len;
        if (i >= 0 && i < list->len) {
            Value old = list->items[i];
            list->items[i] = own(item);
            decref(vm, old);
            v = V_NONE;
        }
    } else if (value_is(object, T_DICT) && (is_small(key) || value_is(key, T_STR))) {
        if (likely(dict_set(vm, dict_get(object), key, item) == 0)) v = V_NONE;
        else exc_clear(vm);
    }
    if (v == V_UNSET) v = call_setitem(vm, object, key, item);
    CONSUME(C, item);
    CONSUME(B, key);
    CONSUME(A, object);
    return v;
}

// ---- calls

Value quick_call(Vm *vm, Frame *fr, u32 first, u32 n) {
    u32 insn = *fr->pc;
    Value *r = fr->slots;
    Value f = r[A], v;
    if (value_is(f, T_NATIVE_FUNCTION) || value_is(f, T_NATIVE_METHOD)) v = native_call(vm, native_get(f), r + first, n, NULL);
    else v = call_vector(vm, f, r + first, n, NULL);
    for (u32 i = first + n; i > first;) decref(vm, r[--i]);
    decref(vm, f);
    return v;
}

// ---- generators and coroutines

#define FREE_GENERATORS 64 // so many are kept for use again

void generator_keep(Vm *vm, Generator *g) {
    Machine *m = vm->machine;
    if (FRAMES_POOLED && likely(m->free_generator_count < FREE_GENERATORS && !m->closing)) {
        gc_untrack(vm, &g->head);
        g->frame = (Frame *)m->free_generators;
        m->free_generators = g;
        m->free_generator_count++;
    } else object_dispose(vm, &g->head, sizeof *g);
}

Value generator_new(Vm *vm, Frame *frame, bool track) {
    Fiber *fiber = vm->fiber;
    Machine *m = vm->machine;
    Code *code = frame->code;
    Function *function = frame->function;
    frame_unlink(fiber, frame);
    frame->back = NULL;
    Type *type = vm_type(vm, code->flags & CO_COROUTINE ? T_COROUTINE : code->flags & CO_ASYNC_GENERATOR ? T_ASYNC_GENERATOR : T_GENERATOR);
    Generator *g = m->free_generators;
    if (likely(g != NULL)) {
        m->free_generators = (Generator *)g->frame;
        m->free_generator_count--;
        g->head.refs = 1;
        g->head.shape = type->shape;
        g->name = g->qualname = NULL;
        g->state = GEN_CREATED;
        g->finalized = g->awaited = g->hooks = g->running_async = g->closed = false;
        if (track) gc_track(vm, &g->head);
    } else if (!(g = object_new_gc(vm, type, sizeof *g))) {
        DECREF(vm, frame);
        return V_ERROR;
    }
    g->frame = frame;
    frame->generator = g;
    INCREF(g->code = code);
    if (unlikely(function->name != code->name)) INCREF(g->name = function->name);
    if (unlikely(function->qualname != code->qualname)) INCREF(g->qualname = function->qualname);
    g->exc.exc = V_UNSET;
    g->finalizer = g->origin = g->asend = V_UNSET;
    if (unlikely(m->origin_depth) && code->flags & CO_COROUTINE && !(code->flags & CO_HIDDEN)) {
        Value calls = frame_calls(vm, fiber->frame, m->origin_depth);
        if (calls == V_ERROR) return DECREF(vm, g), V_ERROR;
        g->origin = calls;
    }
    return value_object(g);
}

INLINE bool too_deep(Vm *vm) { return vm->fiber->depth >= vm->machine->recursion_limit; }

// A generator that waits at a yield (or has not begun) goes on with None. false: it can not.
INLINE bool go_on(Vm *vm, Generator *g, u8 ret) {
    if (unlikely(g->state > GEN_SUSPENDED || too_deep(vm))) return false;
    Frame *frame = g->frame;
    if (g->state == GEN_SUSPENDED) {
        u32 insn = *frame->pc;
        if (unlikely((insn & 255) != OP_YIELD)) return false; // at a `yield from`
        frame->slots[A] = V_NONE; // what the yield gives
        frame->pc += 1;
    }
    generator_link(vm->fiber, g, ret);
    return true;
}

Value quick_next(Vm *vm, Frame *fr, Object *it) {
    Type *type = it->shape->type;
    if (type->id == T_GENERATOR) {
        if (likely(go_on(vm, (Generator *)it, RETURN_ITER))) return V_CALL;
    } else if (likely(type->slots->next && !slot_is_python(type, SLOT_NEXT))) {
        Value v = type->slots->next(vm, value_object(it));
        if (likely(!is_marker(v))) return v;
        if (v == V_STOP && vm->stop_value == V_UNSET) return v;
        return iterator_got(vm, fr, type, value_object(it), v);
    }
    return iterator_next(vm, fr, value_object(it));
}

bool quick_await(Vm *vm, Frame *fr, u32 insn) {
    Value w = fr->slots[A];
    if (unlikely(!value_is(w, T_COROUTINE))) return false;
    Generator *g = generator_get(w);
    if (unlikely(g->state != GEN_CREATED || too_deep(vm))) return false;
    generator_link(vm->fiber, g, RETURN_AWAIT);
    return true;
}

// A coroutine that AWAIT has started (RETURN_AWAIT) ends with v, the result of the AWAIT.
bool quick_return(Vm *vm, Frame *fr, Value v) {
    if (unlikely(fr->ret != RETURN_AWAIT)) return false;
    Fiber *fiber = vm->fiber;
    Generator *g = fr->generator;
    Frame *back = fr->back;
    Value *place = back->slots + ((*back->pc >> 8) & 255), awaited = *place;
    fiber->exc = g->exc.prev;
    g->state = GEN_CLOSED;
    g->frame = NULL;
    fr->generator = NULL;
    if (likely(fr->head.refs == 1 && fr->code->flags & CO_SIMPLE && FRAMES_POOLED)) {
        Function *function = fr->function;
        frame_unlink(fiber, fr);
        for (u32 i = fr->code->nlocals; i;) decref(vm, fr->slots[--i]);
        frame_pool(fr);
        DECREF(vm, function);
    } else frame_leave(vm, fr);
    *place = v;
    back->pc += 1;
    // It goes at once when nobody else has it: two owners are its running and the operand of AWAIT.
    if (likely(g->head.refs == 2 && awaited == value_object(g) && !vm->weakrefs && g->exc.exc == V_UNSET && g->origin == V_UNSET && !g->name && !g->qualname)) {
        g->head.refs = 0;
        DECREF(vm, g->code);
        generator_keep(vm, g);
    } else {
        DECREF(vm, g);
        decref(vm, awaited);
    }
    return true;
}

bool quick_yield(Vm *vm, Frame *fr, u32 insn) {
    u8 ret = fr->ret;
    if (unlikely(ret != RETURN_ITER && ret != RETURN_ANEXT)) return false;
    Fiber *fiber = vm->fiber;
    Generator *g = fr->generator;
    Frame *back = fr->back;
    Value v = fr->slots[B];
    if (B < fr->code->nlocals) incref(v);
    fiber->exc = g->exc.prev;
    g->state = GEN_SUSPENDED;
    g->head.refs--; // the owner that running had added: the iterator's register is another
    frame_unlink(fiber, fr);
    fr->back = NULL;
    insn = *back->pc;
    if (ret == RETURN_ITER) {
        Value *place = back->slots + B, old = *place;
        *place = v;
        if ((insn & 255) == OP_FOR_ITER) decref(vm, old);
        back->pc += 2;
    } else {
        g->head.refs--; // the operand of AWAIT
        g->running_async = false;
        back->slots[A] = v;
        back->pc += 1;
    }
    return true;
}

// The next item of `async for`: GET_ANEXT and the AWAIT that follows are one step when __anext__ is an ordinary coroutine
// function, and when the iterator is an asynchronous generator. That one then stands in the operand of AWAIT itself, in place
// of the awaitable that asyncgen_anext makes, which nothing can see while it runs; when it suspends, anext_suspended
// makes one.
Value quick_anext(Vm *vm, Frame *fr, u32 insn) {
    Value it = fr->slots[B];
    if (unlikely(!is_object(it) || fr->pc[1] != (OP_AWAIT | A << 8))) return V_PYTHON;
    if (shape_of(it)->type_id == T_ASYNC_GENERATOR) {
        Generator *g = generator_get(it);
        if (unlikely(g->running_async || g->closed || !g->hooks || !go_on(vm, g, RETURN_ANEXT))) return V_PYTHON;
        g->running_async = true;
        g->head.refs++;
        fr->slots[A] = it;
        fr->pc += 1;
        return V_CALL;
    }
    Type *type = shape_of(it)->type;
    if (unlikely(!slot_is_python(type, SLOT_ANEXT) || too_deep(vm))) return V_PYTHON;
    Value f = type_lookup(vm, type, vm->names.__anext__);
    if (unlikely(!value_is(f, T_FUNCTION))) return V_PYTHON;
    Function *function = function_get(f);
    Code *code = function->code;
    if (unlikely(code->argcount != 1 || (code->flags & (CO_COROUTINE | CO_SIMPLE)) != (CO_COROUTINE | CO_SIMPLE))) return V_PYTHON;
    Frame *frame = code->free_frames;
    if (likely(frame != NULL)) {
        code->free_frames = frame->back;
        INCREF(function);
        frame_link(vm->fiber, frame, function);
    } else if (!(frame = frame_push(vm, function))) return V_ERROR;
    frame->slots[0] = own(it);
    for (u32 i = 1; i < code->nlocals; i++) frame->slots[i] = V_UNSET;
    Value w = generator_new(vm, frame, false);
    if (unlikely(w == V_ERROR)) return w;
    fr->slots[A] = w;
    fr->pc += 1;
    generator_link(vm->fiber, generator_get(w), RETURN_AWAIT);
    return V_CALL;
}
