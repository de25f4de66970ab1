// deliver.c: where results go. A frame that ends, yields or raises meets the frame below it, which is in the middle of an
// instruction (or a step native): that instruction says what the result means.
#include "vm/machine.h"
#include "vm/generator.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/ops.h"

enum ResultKind { KIND_T, KIND_L, KIND_X, KIND_NONE };
// What operand a of an opcode is: how a result is stored.
static const u8 result_kinds[OPCODES] = {
#define OPCODE(name, words, a, b, c, w, text) [OP_##name] = KIND_PICK(a),
#define KIND_PICK(a) (sizeof(#a) == 2 && #a[0] == 'T' ? KIND_T : #a[0] == 'L' ? KIND_L : #a[0] == 'X' ? KIND_X : KIND_NONE)
#define ARITHMETIC(name) [OP_##name##_T] = KIND_T, [OP_##name##_K] = KIND_T, [OP_##name##_L] = KIND_L, [OP_##name##_KL] = KIND_L,
#define COMPARE_JUMP(name) [OP_J_##name] = KIND_NONE, [OP_J_##name##_K] = KIND_NONE,
#include "code/opcodes.def"
};

#define A ((insn >> 8) & 255)
#define B ((insn >> 16) & 255)
#define C (insn >> 24)

const u32 *store_result(Vm *vm, Frame *fr, Value v) {
    u32 insn = *fr->pc, op = insn & 255;
    Value *r = fr->slots, old;
    switch (op) {
    case OP_LOAD_METHOD:
        r[A] = v;
        r[A + 1] = V_UNSET;
        break;
    case OP_LOAD_SUPER:
        r[A] = v;
        if (B) r[A + 1] = V_UNSET;
        break;
    case OP_FOR_ITER:
        old = r[B];
        r[B] = v;
        decref(vm, old);
        break;
    case OP_FOR_ITER_T: r[B] = v; break;
    case OP_IN: r[A] = v; break;
    case OP_NOT_IN: r[A] = value_bool(v == V_FALSE); break;
    case OP_MATCH_GROUP: { // (matched, rest): the rest takes the place of the exception; a match is handled from now on
        Tuple *t = tuple_get(v);
        old = r[B];
        r[B] = own(t->items[1]);
        decref(vm, old);
        r[A] = own(t->items[0]);
        if (r[A] != V_NONE) {
            ExcState *state = vm->fiber->exc;
            old = state->exc;
            state->exc = own(r[A]);
            decref(vm, old);
        }
        DECREF(vm, t);
        break;
    }
    case OP_UNPACK: case OP_UNPACK_EX: { // a tuple of exactly the items, the first to the highest register
        Tuple *t = tuple_get(v);
        u32 top = A + t->len - 1;
        for (u32 i = 0; i < t->len; i++) r[top - i] = own(t->items[i]);
        DECREF(vm, t);
        break;
    }
    default:
        switch (result_kinds[op]) {
        case KIND_T: r[A] = v; break;
        case KIND_L: case KIND_X:
            old = r[A];
            r[A] = v;
            decref(vm, old);
            break;
        default: decref(vm, v);
        }
    }
    return fr->pc + opcode_words[op];
}

static bool wants_truth(u32 op) {
    return (op >= OP_J_LT && op <= OP_J_GE_K) || op == OP_J_IF || op == OP_J_IF_KEEP || op == OP_NOT;
}

// A truth value reaches a jump (or NOT).
static void store_truth(Vm *vm, Frame *fr, bool truth) {
    u32 insn = *fr->pc, op = insn & 255;
    if (op == OP_NOT) {
        fr->slots[A] = value_bool(!truth);
        fr->pc += 1;
        return;
    }
    bool jump = truth == (C != 0);
    if (op == OP_J_IF_KEEP && !jump) decref(vm, fr->slots[A]);
    fr->pc += 2 + (jump ? (i32)fr->pc[1] : 0);
}

static int deliver_python(Vm *vm, Frame *fr, Value v) {
    u32 insn = *fr->pc, op = insn & 255;
    if (wants_truth(op)) {
        if (!is_bool(v)) {
            Value t = call_truth(vm, v);
            decref(vm, v);
            if (t == V_CALL) return GO_ON;
            if (t == V_ERROR) return GO_RAISE;
            v = t;
        }
        store_truth(vm, fr, v == V_TRUE);
        return GO_ON;
    }
    if (op == OP_AWAIT) return generator_yielded(vm, fr, v); // the delegate's __next__ gave it: it is yielded on
    if (op == OP_RAISE) { // cannot happen: RAISE makes instances by a step native
        decref(vm, v);
        return GO_ON;
    }
    fr->pc = store_result(vm, fr, v);
    return GO_ON;
}

// Ends the fiber with its result.
static int fiber_ends(Vm *vm, Value v, bool failed) {
    Fiber *fiber = vm->fiber;
    fiber->value = v;
    fiber->failed = failed;
    fiber->state = FIBER_ENDED;
    return GO_END;
}

// A callee has raised into the frame on top, which is in the middle of an instruction: some take StopIteration for an end.
static bool stop_is_taken(Vm *vm) {
    Frame *back = vm->fiber->frame;
    if (!back || back->kind == FRAME_STEP) return false;
    u32 insn = *back->pc;
    switch (insn & 255) {
    case OP_FOR_ITER: case OP_FOR_ITER_T: // the __next__ of a class ended
        if (!exc_matches(vm, T_StopIteration)) return false;
        exc_clear(vm);
        decref(vm, back->slots[A]);
        back->pc += 2 + (i32)back->pc[1];
        return true;
    case OP_AWAIT:
        if (!exc_matches(vm, T_StopIteration)) return false;
        Value stop = exc_take(vm), value = own(exception_get(stop)->fields[STOP_VALUE]);
        decref(vm, stop);
        back->pc = store_result(vm, back, value);
        return true;
    default: return false;
    }
}

// A step native has answered `answer`. Frames that it pushed stand above it.
static int stepped(Vm *vm, Frame *step, Value answer) {
    switch (answer) {
    case V_CALL: return GO_ON;
    case V_SUSPEND: return GO_SUSPEND;
    case V_ERROR:
        if (vm->fiber->frame == step) {
            frame_leave(vm, step);
            if (stop_is_taken(vm)) return GO_ON;
        }
        return GO_RAISE;
    default: return deliver_return(vm, step, answer);
    }
}

int deliver(Vm *vm, Value v) {
    Frame *fr = vm->fiber->frame;
    if (!fr) return fiber_ends(vm, v, false);
    if (fr->kind == FRAME_PYTHON) return deliver_python(vm, fr, v);
    fr->event = EVENT_RETURNED;
    Value answer = fr->step(vm, fr, v);
    decref(vm, v);
    return stepped(vm, fr, answer);
}

// A generator's frame returns: it is closed, and what that means depends on who drove it.
static int generator_returns(Vm *vm, Frame *from, Value v) {
    Generator *g = from->generator;
    Fiber *fiber = vm->fiber;
    fiber->exc = g->exc.prev;
    g->state = GEN_CLOSED;
    g->frame = NULL;
    from->generator = NULL;
    bool async_generator = g->code->flags & CO_ASYNC_GENERATOR;
    if (async_generator) asyncgen_step_ends(vm, g);
    frame_leave(vm, from);
    DECREF(vm, g);
    Frame *back = fiber->frame;
    if (async_generator) {
        decref(vm, v);
        raise(vm, T_StopAsyncIteration, NULL);
        return GO_RAISE;
    }
    if (!back) return fiber_ends(vm, v, false);
    if (back->kind == FRAME_STEP) {
        back->event = EVENT_RETURNED;
        Value answer = back->step(vm, back, v);
        decref(vm, v);
        return stepped(vm, back, answer);
    }
    u32 insn = *back->pc;
    switch (insn & 255) {
    case OP_FOR_ITER: case OP_FOR_ITER_T:
        decref(vm, v);
        decref(vm, back->slots[A]);
        back->pc += 2 + (i32)back->pc[1];
        return GO_ON;
    case OP_AWAIT:
        back->pc = store_result(vm, back, v);
        return GO_ON;
    default:
        raise_stop_iteration(vm, v);
        decref(vm, v);
        return GO_RAISE;
    }
}

int deliver_return(Vm *vm, Frame *from, Value v) {
    for (;;) {
        if (from->generator) return generator_returns(vm, from, v);
        Frame *back = from->back;
        u8 ret = from->ret, check = from->check;
        Value instead = from->instead;
        from->instead = V_UNSET;
        frame_leave(vm, from);
        if (ret == RETURN_DISCARD) {
            decref(vm, v);
            if (back) back->check_point = false; // it goes on with the call where it was left
            return GO_ON;
        }
        if (check) {
            int ok = check_result(vm, check, &v, instead);
            if (ok == IS_ERROR) return GO_RAISE;
            if (ok == IS_PYTHON) return GO_ON;
        }
        if (!back) return fiber_ends(vm, v, false);
        if (back->kind == FRAME_PYTHON) return deliver_python(vm, back, v);
        back->event = EVENT_RETURNED;
        Value answer = back->step(vm, back, v);
        decref(vm, v);
        if (is_marker(answer)) return stepped(vm, back, answer);
        from = back;
        v = answer;
    }
}

// ---- yielding

// Takes a generator's frame off the fiber without ending it.
static void suspend(Vm *vm, Frame *fr) {
    Generator *g = fr->generator;
    Fiber *fiber = vm->fiber;
    fiber->exc = g->exc.prev;
    g->state = GEN_SUSPENDED;
    fiber->frame = fr->back;
    if (!(fr->code->flags & CO_HIDDEN)) fiber->depth--;
    fr->back = NULL;
    if (!gc_head(&g->head)->next) gc_track(vm, &g->head); // see generator_new
    DECREF(vm, g); // the owner that running had added
}

int generator_yielded(Vm *vm, Frame *fr, Value v) {
    // An asynchronous generator's own yield is a product: it ends the asend() that drives it.
    bool product = (fr->code->flags & CO_ASYNC_GENERATOR) && (*fr->pc & 255) == OP_YIELD;
    if (product) asyncgen_step_ends(vm, fr->generator);
    for (;;) {
        if (unlikely(fr->ret == RETURN_ANEXT) && !product && !anext_suspended(vm, fr)) {
            decref(vm, v);
            return GO_RAISE;
        }
        suspend(vm, fr);
        Frame *back = vm->fiber->frame;
        if (!back) return fiber_ends(vm, v, false); // can not happen: a generator is never the bottom of a fiber
        if (back->kind == FRAME_STEP) {
            back->event = product ? EVENT_RETURNED : EVENT_YIELDED;
            Value answer = back->step(vm, back, v);
            decref(vm, v);
            return stepped(vm, back, answer);
        }
        switch (*back->pc & 255) {
        case OP_AWAIT:
            if (product) {
                back->pc = store_result(vm, back, v);
                return GO_ON;
            }
            if (!back->generator) { // `await` outside a coroutine can not be compiled; module code is driven by a step native
                decref(vm, v);
                raise_runtime(vm, "await outside a coroutine");
                return GO_RAISE;
            }
            fr = back;
            continue;
        default:
            if (product) {
                raise_stop_iteration(vm, v);
                decref(vm, v);
                return GO_RAISE;
            }
            back->pc = store_result(vm, back, v);
            return GO_ON;
        }
    }
}

// ---- raising

// A StopIteration that leaves a generator's frame would be taken for its end: it becomes a RuntimeError (PEP 479).
static void stop_iteration_escapes(Vm *vm, Code *code) {
    bool async_generator = code->flags & CO_ASYNC_GENERATOR;
    const char *what = async_generator ? "async generator" : code->flags & CO_COROUTINE ? "coroutine" : "generator";
    const char *which;
    if (exc_matches(vm, T_StopIteration)) which = "StopIteration";
    else if (async_generator && exc_matches(vm, T_StopAsyncIteration)) which = "StopAsyncIteration";
    else return;
    Value cause = exc_take(vm);
    raise(vm, T_RuntimeError, "%s raised %s", what, which);
    exception_set_cause(vm, vm->exc, cause);
    decref(vm, cause);
}

static const ExceptionEntry *find_handler(const Code *code, u32 place) {
    for (u32 i = 0; i < code->nexceptions; i++) {
        const ExceptionEntry *e = &code->exceptions[i];
        if (place >= e->start && place < e->end) return e;
    }
    return NULL;
}

int deliver_raise(Vm *vm) {
    Fiber *fiber = vm->fiber;
    for (;;) {
        Frame *fr = fiber->frame;
        if (!fr) return fiber_ends(vm, exc_take(vm), true);
        if (fr->kind == FRAME_STEP) {
            fr->event = EVENT_RETURNED;
            Value answer = fr->step(vm, fr, V_ERROR);
            if (answer != V_ERROR) return stepped(vm, fr, answer);
            if (fiber->frame == fr) {
                frame_leave(vm, fr);
                if (stop_is_taken(vm)) return GO_ON;
            }
            continue;
        }
        Code *code = fr->code;
        bool begun = fr->pc >= code->code;
        u32 place = frame_place(fr), live = begun ? code->depth[place] : 0;
        Exception *e = exception_get(vm->exc);
        if (e->traced_here) e->traced_here = false;
        else traceback_add(vm, fr);
        const ExceptionEntry *handler = begun ? find_handler(code, place) : NULL;
        if (handler) {
            frame_drop(vm, fr, handler->depth, live);
            fr->slots[code->nlocals + handler->depth] = exc_take(vm);
            fr->pc = code->code + handler->handler;
            return GO_ON;
        }
        frame_drop(vm, fr, 0, live);
        Generator *g = fr->generator;
        u8 ret = fr->ret;
        if (g) {
            fiber->exc = g->exc.prev;
            g->state = GEN_CLOSED;
            g->frame = NULL;
            fr->generator = NULL;
            if (g->code->flags & CO_ASYNC_GENERATOR) asyncgen_step_ends(vm, g);
            frame_leave(vm, fr);
            stop_iteration_escapes(vm, g->code);
            DECREF(vm, g);
        } else frame_leave(vm, fr);
        if (ret == RETURN_DISCARD) {
            exc_clear(vm);
            if (fiber->frame) fiber->frame->check_point = false;
            return GO_ON;
        }
        if (!g && stop_is_taken(vm)) return GO_ON;
    }
}
