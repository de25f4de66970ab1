// eval.c: the loop over instructions. One short case for each hot instruction; everything else is in slow.c, behind
// `default`. V8 takes about a millisecond to optimise each kilobyte of this function, and until then runs it three to four
// times slower: so cases share their ends (put_*, store_*, jump_if), forms of one instruction share a case, and what is
// longer than a call goes to quick.c.
//
// `pc` is the instruction in progress until NEXT moves on; whatever may look at the frame (call Python, raise, suspend)
// is preceded by SAVE. A result that does not come at once is delivered by deliver.c to the instruction at frame->pc.
#include "vm/machine.h"
#include "vm/generator.h"
#include "vm/quick.h"
#include "obj/attrs.h"
#include "obj/number.h"
#include "obj/range.h"

#define A ((insn >> 8) & 255)
#define B ((insn >> 16) & 255)
#define C (insn >> 24)
#define BC (insn >> 16)
#define SAVE (fr->pc = pc)
#define NEXT(words)                                                                                                    \
    do {                                                                                                               \
        pc += (words);                                                                                                 \
        goto next;                                                                                                     \
    } while (0)
// An operand that has been read: a temporary is consumed.
#define CONSUME(reg, value)                                                                                            \
    do {                                                                                                               \
        if (is_object(value) && (reg) >= nlocals) object_decref(vm, object_get(value));                                \
    } while (0)

// The four forms of an arithmetic instruction: register or constant on the right, temporary or local as destination.
#define ALL_FORMS(name) case OP_##name##_T: case OP_##name##_K: case OP_##name##_L: case OP_##name##_KL
#define FORM ((insn & 255) - OP_ADD_T)
#define ARITHMETIC_FORMS(name, op, integers)                                                                           \
    ALL_FORMS(name): {                                                                                                 \
        Value x = r[B], y = (FORM & 1 ? consts : r)[C];                                                                \
        if (likely(both_small(x, y))) {                                                                                \
            i64 i = small_get(x), j = small_get(y), k;                                                                 \
            integers;                                                                                                  \
            if (unlikely(!small_fits(k))) goto arithmetic_slow;                                                        \
            v = value_small(k);                                                                                        \
            goto store_arithmetic;                                                                                     \
        }                                                                                                              \
        if (unlikely(!is_float(x) || !is_float(y))) goto arithmetic_slow;                                              \
        d = float_get(x) op float_get(y);                                                                              \
        goto store_float;                                                                                              \
    }
#define COMPARE_FORMS(name, op)                                                                                        \
    case OP_J_##name: case OP_J_##name##_K: {                                                                          \
        Value x = r[A], y = (((insn & 255) - OP_J_LT) & 1 ? consts : r)[B];                                            \
        if (unlikely(!both_small(x, y))) goto compare;                                                                 \
        truth = (i64)(x << 16) op (i64)(y << 16);                                                                      \
        goto jump_if;                                                                                                  \
    }

int eval(Vm *vm, Fiber *fiber) {
    Frame *fr;
    const u32 *pc;
    Value *r;
    const Value *consts;
    u32 nlocals, insn;
    Value v;
    int go;
    u32 truth;
    double d;

    switch (fiber->resume) {
    case RESUME_VALUE:
        v = fiber->value;
        fiber->value = V_UNSET;
        fiber->resume = RESUME_RUN;
        go = deliver(vm, v);
        goto decide;
    case RESUME_RAISE:
        fiber->resume = RESUME_RUN;
        goto raise;
    default: break;
    }
enter: // whatever frame is on top now
    fr = fiber->frame;
    if (unlikely(fr->kind == FRAME_STEP)) {
        go = deliver(vm, V_UNSET); // a step native that has just been pushed
        goto decide;
    }
resume:
    pc = fr->pc;
    r = fr->slots;
    consts = fr->code->consts;
    nlocals = fr->code->nlocals;
next:
    insn = *pc;
    switch (insn & 255) {
    // ---- moves
    case OP_LOADK:
        v = consts[BC];
        goto put_own;
    case OP_LOADK_L:
        v = consts[BC];
        goto store_own;
    case OP_MOVE:
        v = r[B];
        goto put_own;
    case OP_COPY:
        v = r[B];
        goto store_own;
    case OP_STORE:
        v = r[B];
        goto store_local;
    case OP_DROP:
        v = r[A];
        decref(vm, v);
        NEXT(1);
    case OP_LOAD_NAME:
        if (fr->ns != V_UNSET) goto other; // a class body; else module code
        // fall through
    case OP_LOAD_GLOBAL: {
        Cache *c = &fr->code->caches[pc[1]];
        Function *f = fr->function;
        if (unlikely(c->version != f->globals->version)) goto other;
        DictEntry *entries = f->globals->entries;
        if (c->kind != CACHE_GLOBAL) {
            if (unlikely(c->kind != CACHE_BUILTIN || (u32)c->value != f->builtins->version)) goto other;
            entries = f->builtins->entries;
        }
        v = entries[c->slot].value;
        goto put_own_2;
    }
    case OP_LOAD_CELL:
        v = cell_get(r[B])->content;
        if (unlikely(v == V_UNSET)) goto other;
        goto put_own;
    // ---- attributes
    case OP_LOAD_ATTR: case OP_LOAD_ATTR_T: {
        Value object = r[B];
        Cache *c = &fr->code->caches[pc[1]];
        if (likely(is_object(object) && shape_of(object) == c->shape)) {
            v = ((Attrs *)((u8 *)object_get(object) + c->version))->slots[c->slot];
            incref(v);
            if ((insn & 255) != OP_LOAD_ATTR) object_decref(vm, object_get(object));
            goto put_2;
        }
        SAVE;
        v = quick_attr(vm, fr, insn);
        if (unlikely(is_marker(v))) goto pending;
        goto put_2;
    }
    case OP_STORE_ATTR: {
        Value object = r[A];
        Cache *c = &fr->code->caches[pc[1]];
        if (unlikely(!is_object(object) || shape_of(object) != c->shape)) goto other;
        Value *slot = &((Attrs *)((u8 *)object_get(object) + c->version))->slots[c->slot], old = *slot;
        v = r[B];
        if (B < nlocals) incref(v);
        *slot = v;
        decref(vm, old);
        if (A >= nlocals) object_decref(vm, object_get(object));
        NEXT(2);
    }
    case OP_LOAD_METHOD: {
        Value object = r[B];
        Cache *c = &fr->code->caches[pc[1]];
        if (likely(is_object(object) && shape_of(object) == c->shape)) {
            if (B < nlocals) object_get(object)->refs++;
            r[A + 1] = object;
            v = c->value;
            goto put_own_2;
        }
        SAVE;
        v = quick_method(vm, fr, insn);
        if (unlikely(is_marker(v))) goto pending;
        goto put_2;
    }
    // ---- items
    case OP_GET_ITEM: {
        Value object = r[B], key = r[C];
        if (likely(value_is(object, T_LIST) && is_small(key))) {
            List *list = list_get(object);
            i64 i = small_get(key);
            if (likely((u64)i < list->len)) {
                v = list->items[i];
                incref(v);
                if (B >= nlocals) object_decref(vm, object_get(object));
                goto put;
            }
        }
        SAVE;
        v = quick_get_item(vm, fr, insn);
        goto result;
    }
    case OP_SET_ITEM:
        SAVE;
        v = quick_set_item(vm, fr, insn);
        if (likely(v == V_NONE)) NEXT(1);
        goto pending;
    // ---- arithmetic
        ARITHMETIC_FORMS(ADD, +, k = i + j)
        ARITHMETIC_FORMS(SUB, -, k = i - j)
        ARITHMETIC_FORMS(MUL, *, if (unlikely(i != (i32)i || j != (i32)j)) goto arithmetic_slow; k = i * j)
    ALL_FORMS(AND): {
        Value x = r[B], y = (FORM & 1 ? consts : r)[C];
        if (unlikely(!both_small(x, y))) goto arithmetic_slow;
        v = x & y;
        goto store_arithmetic;
    }
    ALL_FORMS(TRUEDIV): {
        Value x = r[B], y = (FORM & 1 ? consts : r)[C];
        if (unlikely(!is_float(x) || !is_float(y) || float_get(y) == 0)) goto arithmetic_slow;
        d = float_get(x) / float_get(y);
    }
    store_float:
        v = value_float(d);
        goto store_arithmetic;
    ALL_FORMS(MOD): {
        Value x = r[B], y = (FORM & 1 ? consts : r)[C];
        u64 i = (u64)small_get(x), j = (u64)small_get(y);
        if (unlikely(!both_small(x, y) || (i | j) >> 32 || !j)) goto arithmetic_slow; // 32 bits divide faster
        v = value_small((u32)i % (u32)j);
        goto store_arithmetic;
    }
    ALL_FORMS(FLOORDIV):
    arithmetic_slow:
        SAVE;
        v = quick_arithmetic(vm, fr, insn);
        if (unlikely(is_marker(v))) goto pending;
    store_arithmetic:
        if (FORM & 2) goto store_local;
        goto put;
    case OP_IADD: case OP_IADD_K: {
        Value x = r[A], y = ((insn & 255) == OP_IADD ? r : consts)[B];
        if (likely(both_small(x, y))) {
            i64 k = small_get(x) + small_get(y);
            if (unlikely(!small_fits(k))) goto inplace;
            v = value_small(k);
            goto put;
        }
        if (unlikely(!is_float(x) || !is_float(y))) goto inplace;
        v = value_float(float_get(x) + float_get(y));
        goto put;
    }
    case OP_ISUB: case OP_ISUB_K: {
        Value x = r[A], y = ((insn & 255) == OP_ISUB ? r : consts)[B];
        i64 k = small_get(x) - small_get(y);
        if (unlikely(!both_small(x, y) || !small_fits(k))) goto inplace;
        v = value_small(k);
        goto put;
    }
    inplace:
        SAVE;
        v = quick_inplace(vm, fr, insn);
        if (unlikely(is_marker(v))) goto pending;
        goto store_local;
    // ---- comparison and jumps
        COMPARE_FORMS(LT, <)
        COMPARE_FORMS(LE, <=)
        COMPARE_FORMS(EQ, ==)
        COMPARE_FORMS(NE, !=)
        COMPARE_FORMS(GT, >)
        COMPARE_FORMS(GE, >=)
    compare: {
        Value x = r[A], y = (((insn & 255) - OP_J_LT) & 1 ? consts : r)[B];
        if (is_float(x) && is_float(y)) { // by operator, the orders for which it holds: less 1, equal 2, greater 4, unordered 8
            double d = float_get(x), e = float_get(y);
            u32 order = d < e ? 1 : d == e ? 2 : d > e ? 4 : 8;
            truth = (0x64D231u >> (((insn & 255) - OP_J_LT) >> 1) * 4 & order) != 0;
            goto jump_if;
        }
        SAVE;
        v = quick_compare(vm, fr, insn);
        if (unlikely(!is_bool(v))) goto pending;
        truth = v & 1;
        goto jump_if;
    }
    case OP_J_IS: case OP_J_IS_K: {
        Value x = r[A], y = ((insn & 255) == OP_J_IS ? r : consts)[B];
        truth = x == y;
        if ((insn & 255) == OP_J_IS) CONSUME(B, y);
        CONSUME(A, x);
        goto jump_if;
    }
    case OP_J_IF: {
        Value x = r[A];
        if (likely(is_small(x) || is_bool(x) || x == V_NONE)) {
            truth = x != value_small(0) && x != V_FALSE && x != V_NONE;
            goto jump_if;
        }
        SAVE;
        v = quick_truth(vm, fr, insn);
        if (unlikely(!is_bool(v))) goto pending;
        truth = v & 1;
    }
    jump_if:
        if (truth == C) pc += (i32)pc[1];
        NEXT(2);
    case OP_LOOP:
        if (unlikely(--vm->budget <= 0)) {
            pc += 1 + ((i32)insn >> 8);
            SAVE;
            return EVAL_CHECK;
        }
        // fall through
    case OP_JUMP: NEXT(1 + ((i32)insn >> 8));
    // ---- iteration
    case OP_FOR_ITER_T:
        r[B] = V_UNSET; // dead: from here on as FOR_ITER
        // fall through
    case OP_FOR_ITER: {
        Object *it = object_get(r[A]);
        if (it->shape->type_id == T_RANGE_ITER) {
            RangeIter *range = (RangeIter *)it;
            if (unlikely(!range->left)) goto for_end;
            range->left--;
            v = value_small(range->next);
            range->next += range->step;
        } else if (it->shape->type_id == T_LIST_ITER && ((ListIter *)it)->list && ((ListIter *)it)->position < ((ListIter *)it)->list->len) {
            v = ((ListIter *)it)->list->items[((ListIter *)it)->position++];
            incref(v);
        } else {
            SAVE;
            v = quick_next(vm, fr, it);
            if (unlikely(is_marker(v))) {
                if (v == V_STOP) goto for_end;
                goto pending;
            }
        }
        Value old = r[B];
        r[B] = v;
        if (is_object(old)) {
            SAVE;
            object_decref(vm, object_get(old));
        }
        NEXT(2);
    }
    for_end:
        decref(vm, r[A]);
        pc += (i32)pc[1];
        NEXT(2);
    // ---- calls
    u32 first, n;
    case OP_CALL_METHOD:
        first = A + 1, n = B + 1;
        if (r[first] == V_UNSET) first++, n--;
        goto call;
    case OP_CALL:
        first = A + 1, n = B;
    call: {
        if (unlikely(--vm->budget <= 0)) {
            SAVE;
            return EVAL_CHECK;
        }
        SAVE;
        Value f = r[A];
        if (likely(value_is(f, T_FUNCTION))) {
            Function *function = function_get(f);
            Code *code = function->code;
            Frame *callee = code->free_frames;
            if (likely(code->argcount == n && (code->flags & CO_SIMPLE) && callee && fiber->depth < vm->machine->recursion_limit)) {
                code->free_frames = callee->back;
                frame_link(fiber, callee, function); // r[A]'s count goes to the frame
                const Value *from = r + first;
                Value *to = callee->slots;
                u32 i = 0;
                for (; i < n; i++) to[i] = from[i];
                for (n = code->nlocals; i < n; i++) to[i] = V_UNSET;
                if (unlikely(code->flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR))) {
                    v = generator_new(vm, callee, (pc[1] & 255) != OP_GET_AWAITABLE);
                    goto result;
                }
                callee->ret = RETURN_CALL;
                fr = callee;
                goto resume;
            }
        }
        v = quick_call(vm, fr, first, n);
        goto result;
    }
    case OP_RETURN_K:
        v = consts[BC];
        incref(v);
        goto leave;
    case OP_RETURN:
        v = r[A];
        if (A < nlocals) r[A] = V_UNSET; // moved out: the frame is about to end
    leave:
        if (likely(fr->ret == RETURN_CALL && fr->head.refs == 1 && FRAMES_POOLED)) {
            Function *function = fr->function;
            Frame *back = fr->back;
            frame_unlink(fiber, fr);
            while (nlocals) { // the last first, as CPython
                Value w = r[--nlocals];
                decref(vm, w);
            }
            frame_pool(fr);
            DECREF(vm, function);
            fr = back;
            pc = fr->pc;
            r = fr->slots;
            consts = fr->code->consts;
            nlocals = fr->code->nlocals;
            insn = *pc;
            goto put;
        }
        if (quick_return(vm, fr, v)) goto top;
        go = deliver_return(vm, fr, v);
        goto decide;
    case OP_LIST_APPEND: {
        List *list = list_get(r[A]);
        v = r[B];
        if (B < nlocals) incref(v);
        if (unlikely(list->len == list->room)) {
            SAVE;
            if (!list_append_take(vm, list, v)) goto raise;
        } else list->items[list->len++] = v;
        NEXT(1);
    }
    // ---- coroutines and generators
    case OP_GET_AWAITABLE:
        v = r[B];
        if (unlikely(!value_is(v, T_COROUTINE) || generator_get(v)->state != GEN_CREATED || B < nlocals)) goto other;
        goto put;
    case OP_AWAIT:
        SAVE;
        if (likely(quick_await(vm, fr, insn))) goto top;
        goto other;
    case OP_GET_ANEXT:
        SAVE;
        v = quick_anext(vm, fr, insn);
        if (likely(v == V_CALL)) goto top;
        if (v == V_ERROR) goto raise;
        goto other;
    case OP_YIELD:
        SAVE;
        if (likely(quick_yield(vm, fr, insn))) goto top;
        goto other;
    default:
    other:
        SAVE;
        go = slow(vm, fr, insn);
        if (likely(go == GO_ON)) {
            if (likely(fr == fiber->frame)) goto resume;
            goto enter;
        }
        goto decide;
    }

result: // v is the result of a one-word instruction with a temporary as destination, or a marker
    if (unlikely(is_marker(v))) goto pending;
    goto put;
put_own:
    incref(v);
put:
    r[A] = v;
    NEXT(1);
put_own_2:
    incref(v);
put_2: // of an instruction of two words
    r[A] = v;
    NEXT(2);
store_own:
    incref(v);
store_local: {
    Value old = r[A];
    r[A] = v;
    if (is_object(old) && --object_get(old)->refs == 0) { // its end may want to know the line
        SAVE;
        object_free(vm, object_get(old));
    }
    NEXT(1);
}
top: // a Python frame is on top
    fr = fiber->frame;
    goto resume;
pending:
    switch (v) {
    case V_CALL: goto enter;
    case V_SUSPEND: return EVAL_SUSPENDED;
    case V_ERROR: goto raise;
    default: // a value that is not simply stored
        go = deliver(vm, v);
        goto decide;
    }
raise:
    go = deliver_raise(vm);
decide:
    switch (go) {
    case GO_ON: goto enter;
    case GO_RAISE: goto raise;
    case GO_SUSPEND: return EVAL_SUSPENDED;
    default: return EVAL_ENDED;
    }
}
