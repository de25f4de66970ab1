// eval.c: the loop over instructions. One short case for each hot instruction; everything else is in slow.c, behind
// `default`, so that this function stays small enough for WebAssembly engines to optimise well.
//
// `pc` is the instruction in progress until NEXT moves on; whatever may look at the frame (call Python, raise, suspend)
// is preceded by SAVE. A result that does not come at once is delivered by deliver.c to the instruction at frame->pc.
#include "vm/machine.h"
#include "vm/generator.h"
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/number.h"
#include "obj/ops.h"
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
#define SET_LOCAL(reg, value)                                                                                          \
    do {                                                                                                               \
        Value set_old = r[reg];                                                                                        \
        r[reg] = (value);                                                                                              \
        if (is_object(set_old) && --object_get(set_old)->refs == 0) { /* its end may want to know the line */          \
            SAVE;                                                                                                      \
            object_free(vm, object_get(set_old));                                                                      \
        }                                                                                                              \
    } while (0)
#define JUMP_IF_IS(condition)                                                                                          \
    do {                                                                                                               \
        if ((u32)(condition) == C) pc += (i32)pc[1];                                                                   \
        NEXT(2);                                                                                                       \
    } while (0)

// The four forms of an arithmetic instruction: register or constant on the right, temporary or local as destination. Only
// the case of two small integers is here; `arithmetic` has the floats, once for all. (Each form with everything in it made
// this function twice as large, and V8 took twice as long to optimise it.)
#define ARITHMETIC_FORMS(name, integers)                                                                               \
    case OP_##name##_T: {                                                                                              \
        Value x = r[B], y = r[C];                                                                                      \
        if (unlikely(!both_small(x, y))) goto arithmetic;                                                              \
        i64 i = small_get(x), j = small_get(y), k;                                                                     \
        integers;                                                                                                      \
        if (unlikely(!small_fits(k))) goto arithmetic;                                                                 \
        r[A] = value_small(k);                                                                                         \
        NEXT(1);                                                                                                       \
    }                                                                                                                  \
    case OP_##name##_K: {                                                                                              \
        Value x = r[B], y = consts[C];                                                                                 \
        if (unlikely(!both_small(x, y))) goto arithmetic;                                                              \
        i64 i = small_get(x), j = small_get(y), k;                                                                     \
        integers;                                                                                                      \
        if (unlikely(!small_fits(k))) goto arithmetic;                                                                 \
        r[A] = value_small(k);                                                                                         \
        NEXT(1);                                                                                                       \
    }                                                                                                                  \
    case OP_##name##_L: {                                                                                              \
        Value x = r[B], y = r[C];                                                                                      \
        if (unlikely(!both_small(x, y))) goto arithmetic;                                                              \
        i64 i = small_get(x), j = small_get(y), k;                                                                     \
        integers;                                                                                                      \
        if (unlikely(!small_fits(k))) goto arithmetic;                                                                 \
        v = value_small(k);                                                                                            \
        goto store_local;                                                                                              \
    }                                                                                                                  \
    case OP_##name##_KL: {                                                                                             \
        Value x = r[B], y = consts[C];                                                                                 \
        if (unlikely(!both_small(x, y))) goto arithmetic;                                                              \
        i64 i = small_get(x), j = small_get(y), k;                                                                     \
        integers;                                                                                                      \
        if (unlikely(!small_fits(k))) goto arithmetic;                                                                 \
        v = value_small(k);                                                                                            \
        goto store_local;                                                                                              \
    }
#define ALL_FORMS(name) case OP_##name##_T: case OP_##name##_K: case OP_##name##_L: case OP_##name##_KL

#define COMPARE_FORMS(name, op)                                                                                        \
    case OP_J_##name: {                                                                                                \
        Value x = r[A], y = r[B];                                                                                      \
        if (unlikely(!both_small(x, y))) goto compare;                                                                 \
        JUMP_IF_IS((i64)(x << 16) op (i64)(y << 16));                                                                  \
    }                                                                                                                  \
    case OP_J_##name##_K: {                                                                                            \
        Value x = r[A], y = consts[B];                                                                                 \
        if (unlikely(!both_small(x, y))) goto compare;                                                                 \
        JUMP_IF_IS((i64)(x << 16) op (i64)(y << 16));                                                                  \
    }

// The number of a float or small integer.
INLINE bool number_get(Value v, double *d) {
    if (is_float(v)) *d = float_get(v);
    else if (is_small(v)) *d = (double)small_get(v);
    else return false;
    return true;
}

static const u8 arithmetic_ops[] = {OP_ADD, OP_SUB, OP_MUL, OP_TRUEDIV, OP_FLOORDIV, OP_MOD, OP_AND};

// Arithmetic, in-place arithmetic and fused comparison that the fast paths did not know. The operands have been consumed
// when it returns; the answer is a value, V_CALL or V_ERROR.
static NOINLINE Value arithmetic_slow(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 index = (insn & 255) - OP_ADD_T, form = index & 3, nlocals = fr->code->nlocals;
    Value x = r[B], y = form & 1 ? fr->code->consts[C] : r[C];
    Value v = call_binary(vm, arithmetic_ops[index >> 2], x, y);
    CONSUME(B, x);
    if (!(form & 1)) CONSUME(C, y);
    return v;
}

static NOINLINE Value inplace_slow(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 op = insn & 255, nlocals = fr->code->nlocals;
    bool constant = op == OP_IADD_K || op == OP_ISUB_K;
    Value x = r[A], y = constant ? fr->code->consts[B] : r[B];
    BinaryOp which = op == OP_IADD || op == OP_IADD_K ? OP_ADD : OP_SUB;
    Value v;
    if (which == OP_ADD && value_is(x, T_STR) && value_is(y, T_STR)) { // s += t in place when nobody else has s
        r[A] = V_UNSET;
        Str *s = str_append_take(vm, str_get(x), str_get(y));
        v = s ? value_object(s) : V_ERROR;
    } else v = call_inplace(vm, which, x, y);
    if (!constant) CONSUME(B, y);
    return v;
}

static NOINLINE Value compare_jump_slow(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots;
    u32 index = (insn & 255) - OP_J_LT, nlocals = fr->code->nlocals;
    bool constant = index & 1;
    CompareOp op = index >> 1;
    Value x = r[A], y = constant ? fr->code->consts[B] : r[B], v;
    if (value_is(x, T_STR) && value_is(y, T_STR)) {
        if (op == CMP_EQ) v = value_bool(x == y || str_equal(str_get(x), str_get(y)));
        else if (op == CMP_NE) v = value_bool(x != y && !str_equal(str_get(x), str_get(y)));
        else v = call_compare(vm, x, y, op);
    } else v = call_compare(vm, x, y, op);
    CONSUME(A, x);
    if (!constant) CONSUME(B, y);
    return v;
}

// A call that is not the plain one: natives, classes, bound methods, keywords, defaults. `a` is the register of the callable,
// n arguments stand from `first` on. Operands are consumed.
static NOINLINE Value call_slow(Vm *vm, Frame *fr, u32 a, u32 first, u32 n) {
    Value *r = fr->slots;
    Value f = r[a], v;
    if (value_is(f, T_NATIVE_FUNCTION) || value_is(f, T_NATIVE_METHOD)) v = native_call(vm, native_get(f), r + first, n, NULL);
    else v = call_vector(vm, f, r + first, n, NULL);
    for (u32 i = first + n; i > first;) decref(vm, r[--i]);
    decref(vm, f);
    return v;
}

// A call will not happen: what stands from the callable on is dropped.
static NOINLINE void drop_call(Vm *vm, Value *from, Value *to) {
    while (to > from) decref(vm, *--to);
}

// Items of anything but lists and tuples. Operands are consumed.
static NOINLINE Value get_item_slow(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, object = r[B], key = r[C], v = V_UNSET;
    if (value_is(object, T_DICT) && value_is(key, T_STR)) v = dict_find_str(dict_get(object), str_get(key));
    if (v != V_UNSET) incref(v);
    else v = call_getitem(vm, object, key);
    if (C >= fr->code->nlocals) decref(vm, key);
    if (B >= fr->code->nlocals) decref(vm, object);
    return v;
}

static NOINLINE Value set_item_slow(Vm *vm, Frame *fr, u32 insn) {
    Value *r = fr->slots, object = r[A], key = r[B], item = r[C], v = V_UNSET;
    if (value_is(object, T_DICT) && (is_small(key) || value_is(key, T_STR))) {
        if (likely(dict_set(vm, dict_get(object), key, item) == 0)) v = V_NONE;
        else exc_clear(vm);
    }
    if (v == V_UNSET) v = call_setitem(vm, object, key, item);
    if (C >= fr->code->nlocals) decref(vm, item);
    if (B >= fr->code->nlocals) decref(vm, key);
    if (A >= fr->code->nlocals) decref(vm, object);
    return v;
}

// Instance attributes that the inline caches do not hold, by the frame's cache.
static NOINLINE Value attr_slow(Vm *vm, Frame *fr, u32 insn, Cache *cache) {
    Value *r = fr->slots, object = r[B];
    Value v = load_attr(vm, object, cache);
    if (B >= fr->code->nlocals) decref(vm, object);
    return v;
}

static NOINLINE bool method_slow(Vm *vm, Frame *fr, u32 insn, Cache *cache, Value *result) {
    Value *r = fr->slots, object = r[B];
    bool bound;
    Value v = load_method(vm, object, cache->name, cache, &bound);
    *result = v;
    bool temporary = B >= fr->code->nlocals;
    if (v == V_CALL || v == V_ERROR) {
        if (temporary) decref(vm, object);
        return false;
    }
    r[A] = v;
    if (bound) r[A + 1] = temporary ? object : own(object);
    else {
        if (temporary) decref(vm, object);
        r[A + 1] = V_UNSET;
    }
    return true;
}

int eval(Vm *vm, Fiber *fiber) {
    Frame *fr;
    const u32 *pc;
    Value *r;
    const Value *consts;
    u32 nlocals, insn;
    Value v;
    int go;

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
    case OP_LOADK: {
        v = consts[BC];
        incref(v);
        r[A] = v;
        NEXT(1);
    }
    case OP_LOADK_L: {
        v = consts[BC];
        incref(v);
        SET_LOCAL(A, v);
        NEXT(1);
    }
    case OP_MOVE: {
        v = r[B];
        incref(v);
        r[A] = v;
        NEXT(1);
    }
    case OP_COPY: {
        v = r[B];
        incref(v);
        SET_LOCAL(A, v);
        NEXT(1);
    }
    case OP_STORE: {
        SET_LOCAL(A, r[B]);
        NEXT(1);
    }
    case OP_DROP: {
        decref(vm, r[A]);
        NEXT(1);
    }
    case OP_LOAD_NAME:
        if (fr->ns != V_UNSET) goto other; // a class body; else module code
        // fall through
    case OP_LOAD_GLOBAL: {
        Cache *c = &fr->code->caches[pc[1]];
        Function *f = fr->function;
        if (likely(c->kind == CACHE_GLOBAL && c->version == f->globals->version)) v = f->globals->entries[c->slot].value;
        else if (c->kind == CACHE_BUILTIN && c->version == f->globals->version && (u32)c->value == f->builtins->version)
            v = f->builtins->entries[c->slot].value;
        else goto other;
        incref(v);
        r[A] = v;
        NEXT(2);
    }
    case OP_LOAD_CELL: {
        v = cell_get(r[B])->content;
        if (unlikely(v == V_UNSET)) goto other;
        incref(v);
        r[A] = v;
        NEXT(1);
    }
    // ---- attributes
    case OP_LOAD_ATTR: {
        Value object = r[B];
        Cache *c = &fr->code->caches[pc[1]];
        if (likely(is_object(object) && shape_of(object) == c->shape && c->kind == CACHE_SLOT)) {
            Attrs *attrs = (Attrs *)((u8 *)object_get(object) + c->shape->attrs);
            v = attrs->slots[c->slot];
            incref(v);
            r[A] = v;
            NEXT(2);
        }
        goto attr_slow;
    }
    case OP_LOAD_ATTR_T: {
        Value object = r[B];
        Cache *c = &fr->code->caches[pc[1]];
        if (likely(is_object(object) && shape_of(object) == c->shape && c->kind == CACHE_SLOT)) {
            Attrs *attrs = (Attrs *)((u8 *)object_get(object) + c->shape->attrs);
            v = attrs->slots[c->slot];
            incref(v);
            object_decref(vm, object_get(object));
            r[A] = v;
            NEXT(2);
        }
        goto attr_slow;
    }
    attr_slow:
        SAVE;
        v = attr_slow(vm, fr, insn, &fr->code->caches[pc[1]]);
        if (unlikely(is_marker(v))) goto pending;
        r[A] = v;
        NEXT(2);
    case OP_STORE_ATTR: {
        Value object = r[A];
        Cache *c = &fr->code->caches[pc[1]];
        if (unlikely(!is_object(object) || shape_of(object) != c->shape || c->kind != CACHE_SLOT)) goto other;
        Attrs *attrs = (Attrs *)((u8 *)object_get(object) + c->shape->attrs);
        Value *slot = &attrs->slots[c->slot], old = *slot;
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
        if (likely(is_object(object) && shape_of(object) == c->shape && c->kind == CACHE_METHOD)) {
            if (B < nlocals) object_get(object)->refs++;
            v = c->value;
            object_get(v)->refs++;
            r[A] = v;
            r[A + 1] = object;
            NEXT(2);
        }
        SAVE;
        if (method_slow(vm, fr, insn, c, &v)) NEXT(2);
        goto pending;
    }
    // ---- items
    case OP_GET_ITEM: {
        Value object = r[B], key = r[C];
        if (likely(is_object(object) && is_small(key))) {
            u32 kind = shape_of(object)->type_id, len;
            const Value *items;
            if (kind == T_LIST) items = list_get(object)->items, len = list_get(object)->len;
            else if (kind == T_TUPLE) items = tuple_get(object)->items, len = tuple_get(object)->len;
            else goto get_item_slow;
            i64 i = small_get(key);
            if (i < 0) i += len;
            if (unlikely((u64)i >= len)) goto get_item_slow;
            v = items[i];
            incref(v);
            if (B >= nlocals) object_decref(vm, object_get(object));
            r[A] = v;
            NEXT(1);
        }
    get_item_slow:
        SAVE;
        v = get_item_slow(vm, fr, insn);
        goto result_temporary;
    }
    case OP_SET_ITEM: {
        Value object = r[A], key = r[B];
        if (likely(value_is(object, T_LIST) && is_small(key))) {
            List *list = list_get(object);
            i64 i = small_get(key);
            if (i < 0) i += list->len;
            if (likely((u64)i < list->len)) {
                Value old = list->items[i];
                v = r[C];
                if (C < nlocals) incref(v);
                list->items[i] = v;
                decref(vm, old);
                CONSUME(A, object);
                NEXT(1);
            }
        }
        SAVE;
        v = set_item_slow(vm, fr, insn);
        if (likely(v == V_NONE)) NEXT(1);
        goto pending;
    }
    // ---- arithmetic
        ARITHMETIC_FORMS(ADD, k = i + j)
        ARITHMETIC_FORMS(SUB, k = i - j)
        ARITHMETIC_FORMS(MUL, if (unlikely(i != (i32)i || j != (i32)j)) goto arithmetic; k = i * j)
    ALL_FORMS(TRUEDIV):
    ALL_FORMS(FLOORDIV):
    ALL_FORMS(MOD):
    ALL_FORMS(AND):
    arithmetic: { // with floats, and the operators that divide
        u32 index = (insn & 255) - OP_ADD_T;
        Value x = r[B], y = index & 1 ? consts[C] : r[C];
        double d, e;
        if (index >= OP_TRUEDIV_T - OP_ADD_T && both_small(x, y)) {
            i64 i = small_get(x), j = small_get(y);
            if (index >= OP_AND_T - OP_ADD_T) v = x & y;
            else if (unlikely(j == 0)) goto arithmetic_slow;
            else if (index < OP_FLOORDIV_T - OP_ADD_T) v = value_float((double)i / (double)j);
            else {
                i64 q = i / j, m = i - q * j;
                if (m && (m ^ j) < 0) q--, m += j;
                if (index >= OP_MOD_T - OP_ADD_T) v = value_small(m);
                else if (small_fits(q)) v = value_small(q);
                else goto arithmetic_slow;
            }
        } else if (index < OP_FLOORDIV_T - OP_ADD_T && !both_small(x, y) && number_get(x, &d) && number_get(y, &e)) {
            switch (index >> 2) {
            case 0: d += e; break;
            case 1: d -= e; break;
            case 2: d *= e; break;
            default:
                if (unlikely(e == 0)) goto arithmetic_slow;
                d /= e;
            }
            v = value_float(d);
        } else goto arithmetic_slow;
        if (index & 2) goto store_local;
        r[A] = v;
        NEXT(1);
    }
    arithmetic_slow:
        SAVE;
        v = arithmetic_slow(vm, fr, insn);
        if (unlikely(is_marker(v))) goto pending;
        if (((insn & 255) - OP_ADD_T) & 2) goto store_local;
        r[A] = v;
        NEXT(1);
    store_local: // v, for a one-word instruction
        SET_LOCAL(A, v);
        NEXT(1);
    case OP_IADD: case OP_IADD_K: {
        Value x = r[A], y = (insn & 255) == OP_IADD ? r[B] : consts[B];
        if (likely(both_small(x, y))) {
            i64 k = small_get(x) + small_get(y);
            if (likely(small_fits(k))) {
                r[A] = value_small(k);
                NEXT(1);
            }
        } else {
            double d, e;
            if (number_get(x, &d) && number_get(y, &e)) {
                r[A] = value_float(d + e);
                NEXT(1);
            }
        }
        goto inplace_slow;
    }
    case OP_ISUB: case OP_ISUB_K: {
        Value x = r[A], y = (insn & 255) == OP_ISUB ? r[B] : consts[B];
        if (likely(both_small(x, y))) {
            i64 k = small_get(x) - small_get(y);
            if (likely(small_fits(k))) {
                r[A] = value_small(k);
                NEXT(1);
            }
        }
        goto inplace_slow;
    }
    inplace_slow:
        SAVE;
        v = inplace_slow(vm, fr, insn);
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
        u32 index = (insn & 255) - OP_J_LT;
        Value x = r[A], y = index & 1 ? consts[B] : r[B];
        double d, e;
        if (number_get(x, &d) && number_get(y, &e)) {
            bool truth;
            switch (index >> 1) {
            case CMP_LT: truth = d < e; break;
            case CMP_LE: truth = d <= e; break;
            case CMP_EQ: truth = d == e; break;
            case CMP_NE: truth = d != e; break;
            case CMP_GT: truth = d > e; break;
            default: truth = d >= e;
            }
            JUMP_IF_IS(truth);
        }
        SAVE;
        v = compare_jump_slow(vm, fr, insn);
        if (v == V_TRUE || v == V_FALSE) JUMP_IF_IS(v == V_TRUE);
        goto pending;
    }
    case OP_J_IS: {
        Value x = r[A], y = r[B];
        bool same = x == y;
        CONSUME(B, y);
        CONSUME(A, x);
        JUMP_IF_IS(same);
    }
    case OP_J_IS_K: {
        Value x = r[A];
        bool same = x == consts[B];
        CONSUME(A, x);
        JUMP_IF_IS(same);
    }
    case OP_J_IF: {
        Value x = r[A];
        if (is_bool(x)) JUMP_IF_IS((u32)x & 1);
        if (x == V_NONE || is_small(x)) JUMP_IF_IS(is_small(x) && x != value_small(0));
        SAVE;
        v = call_truth(vm, x);
        if (A >= nlocals) decref(vm, x);
        if (is_bool(v)) JUMP_IF_IS((u32)v & 1);
        goto pending;
    }
    case OP_JUMP: NEXT(1 + ((i32)insn >> 8));
    case OP_LOOP:
        pc += 1 + ((i32)insn >> 8);
        if (unlikely(--vm->budget <= 0)) {
            SAVE;
            return EVAL_CHECK;
        }
        goto next;
    // ---- iteration
    case OP_FOR_ITER: {
        Object *it = object_get(r[A]);
        switch (it->shape->type_id) {
        case T_RANGE_ITER: {
            RangeIter *range = (RangeIter *)it;
            if (unlikely(!range->left)) goto for_end;
            range->left--;
            v = value_small(range->next);
            range->next += range->step;
            SET_LOCAL(B, v);
            NEXT(2);
        }
        case T_LIST_ITER: {
            ListIter *iter = (ListIter *)it;
            if (unlikely(!iter->list)) goto for_end;
            if (unlikely(iter->position >= iter->list->len)) goto for_other; // drops the list, then ends
            v = iter->list->items[iter->position++];
            incref(v);
            SET_LOCAL(B, v);
            NEXT(2);
        }
        case T_GENERATOR: {
            Generator *g = (Generator *)it;
            if (unlikely(g->state > GEN_SUSPENDED || fiber->depth >= vm->machine->recursion_limit)) goto for_other;
            Frame *frame = g->frame;
            if (g->state == GEN_SUSPENDED) {
                u32 at = *frame->pc;
                if (unlikely((at & 255) != OP_YIELD)) goto for_other; // at a `yield from`
                frame->slots[(at >> 8) & 255] = V_NONE;               // what the yield gives
                frame->pc += 1;
            }
            SAVE;
            generator_link(fiber, g, RETURN_ITER);
            fr = frame;
            goto resume;
        }
        default: goto for_other;
        }
    }
    case OP_FOR_ITER_T:
    for_other:
        SAVE;
        v = iterator_next(vm, fr, r[A]);
        if (likely(!is_marker(v))) {
            Value old = (insn & 255) == OP_FOR_ITER ? r[B] : V_UNSET;
            r[B] = v;
            decref(vm, old);
            NEXT(2);
        }
        if (v != V_STOP) goto pending;
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
        Value f = r[A];
        SAVE;
        if (likely(value_is(f, T_FUNCTION))) {
            Function *function = function_get(f);
            Code *code = function->code;
            if (likely(code->argcount == n && (code->flags & CO_SIMPLE))) {
                Frame *callee = code->free_frames;
                if (likely(callee && fiber->depth < vm->machine->recursion_limit)) {
                    code->free_frames = callee->back;
                    frame_link(fiber, callee, function); // r[A]'s count goes to the frame
                } else {
                    callee = frame_push(vm, function);
                    if (unlikely(!callee)) {
                        drop_call(vm, r + A, r + first + n);
                        goto raise;
                    }
                    DECREF(vm, function);
                }
                const Value *from = r + first;
                Value *to = callee->slots;
                u32 i = 0;
                for (; i < n; i++) to[i] = from[i];
                for (n = code->nlocals; i < n; i++) to[i] = V_UNSET;
                if (unlikely(code->flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR))) {
                    v = generator_new(vm, callee);
                    goto result_temporary;
                }
                callee->ret = RETURN_CALL;
                fr = callee;
                goto resume;
            }
        }
        v = call_slow(vm, fr, A, first, n);
        goto result_temporary;
    }
    case OP_RETURN: {
        v = r[A];
        if (A < nlocals) r[A] = V_UNSET; // moved out: the frame is about to end
        goto leave;
    }
    case OP_RETURN_K: {
        v = consts[BC];
        incref(v);
    leave:
        if (likely(fr->ret == RETURN_CALL)) {
            Frame *back = fr->back;
            if (likely(fr->head.refs == 1 && FRAMES_POOLED)) {
                Function *function = fr->function;
                frame_unlink(fiber, fr);
                for (u32 i = nlocals; i;) decref(vm, r[--i]); // the last first, as CPython
                frame_pool(fr);
                DECREF(vm, function);
            } else frame_leave(vm, fr);
            fr = back;
            pc = fr->pc;
            r = fr->slots;
            consts = fr->code->consts;
            nlocals = fr->code->nlocals;
            insn = *pc;
            r[A] = v;
            NEXT(1);
        }
        if (fr->ret == RETURN_AWAIT) {
            Frame *back = fr->back;
            coroutine_returns(vm, fiber, fr, v);
            fr = back;
            goto resume;
        }
        go = deliver_return(vm, fr, v);
        goto decide;
    }
    case OP_LIST_APPEND: {
        v = r[B];
        if (unlikely(!list_append(vm, list_get(r[A]), v))) {
            CONSUME(B, v);
            SAVE;
            goto raise;
        }
        CONSUME(B, v);
        NEXT(1);
    }
    // ---- coroutines and generators
    case OP_GET_AWAITABLE: {
        Value w = r[B];
        if (unlikely(!value_is(w, T_COROUTINE) || generator_get(w)->state != GEN_CREATED || B < nlocals)) goto other;
        r[A] = w;
        NEXT(1);
    }
    case OP_AWAIT: {
        Value w = r[A];
        if (unlikely(!value_is(w, T_COROUTINE))) goto other;
        SAVE;
        Generator *g = generator_get(w);
        if (unlikely(g->state != GEN_CREATED || fiber->depth >= vm->machine->recursion_limit)) {
            v = generator_resume(vm, w, V_NONE);
            goto pending;
        }
        generator_link(fiber, g, RETURN_AWAIT);
        fr = g->frame;
        goto resume;
    }
    case OP_YIELD: {
        if (unlikely(fr->ret != RETURN_ITER)) goto other;
        SAVE;
        v = r[B];
        if (B < nlocals) incref(v);
        Generator *g = fr->generator;
        Frame *back = fr->back;
        fiber->exc = g->exc.prev;
        g->state = GEN_SUSPENDED;
        g->head.refs--; // the owner that running had added: the iterator's register is another
        frame_unlink(fiber, fr);
        fr->back = NULL;
        fr = back;
        pc = fr->pc;
        r = fr->slots;
        consts = fr->code->consts;
        nlocals = fr->code->nlocals;
        insn = *pc;
        Value old = r[B];
        r[B] = v;
        if ((insn & 255) == OP_FOR_ITER) decref(vm, old);
        NEXT(2);
    }
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

result_temporary: // v is the result of a one-word instruction with a temporary as destination, or a marker
    if (likely(!is_marker(v))) {
        r[A] = v;
        NEXT(1);
    }
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
