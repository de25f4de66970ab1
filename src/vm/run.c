// run.c: fibers and the scheduler. A fiber runs until it ends, waits, or its slice is over; nothing here blocks.
#include <math.h>
#include "vm/machine.h"
#include "vm/generator.h"
#include "vm/library.h"
#include "vm/run.h"
#include "base/host.h"
#include "obj/call.h"
#include "obj/exception.h"
#include "obj/gc.h"
#include "obj/list.h"


double machine_clock(Vm *vm) {
    Machine *m = vm->machine;
    return m->virtual_time ? m->clock_offset : host_clock_ms(vm->host);
}

void fiber_sleep(Vm *vm, Fiber *fiber, double wake_ms) {
    fiber->state = FIBER_SLEEPING;
    fiber->wake = wake_ms;
}

// ---- fibers

static void fiber_init(Fiber *f) {
    *f = (Fiber){.value = V_UNSET, .context = V_UNSET, .loop = V_UNSET};
    f->exc_base.exc = V_UNSET;
    f->exc = &f->exc_base;
}

Fiber *fiber_new(Vm *vm) {
    Fiber *f = mem_alloc(&vm->mem, sizeof *f);
    if (!f) return raise_memory(vm), NULL;
    fiber_init(f);
    f->id = ++vm->machine->last_id;
    buf_open(&f->encoded_result, &vm->mem);
    buf_open(&f->encoded_error, &vm->mem);
    Fiber **end = &vm->machine->fibers;
    while (*end) end = &(*end)->next;
    *end = f;
    return f;
}

// Drops the frames of a fiber that will not go on, from the top, running nothing.
static void unwind_silently(Vm *vm, Fiber *fiber) {
    Fiber *saved = vm->fiber;
    vm->fiber = fiber;
    while (fiber->frame) {
        Frame *f = fiber->frame;
        if (f->kind == FRAME_PYTHON) {
            machine_drop_operands(vm, f);
            frame_drop(vm, f, 0, f->code->depth[frame_place(f)]);
            Generator *g = f->generator;
            if (g) {
                fiber->exc = g->exc.prev;
                g->state = GEN_CLOSED;
                g->frame = NULL;
                f->generator = NULL;
                frame_leave(vm, f);
                DECREF(vm, g);
                continue;
            }
        }
        frame_leave(vm, f);
    }
    vm->fiber = saved;
}

static void fiber_clear(Vm *vm, Fiber *f) {
    unwind_silently(vm, f);
    repr_forget(vm, f);
    decref(vm, f->value);
    decref(vm, f->context);
    decref(vm, f->loop);
    decref(vm, f->exc_base.exc);
    f->value = f->context = f->loop = f->exc_base.exc = V_UNSET;
}

void fiber_free(Vm *vm, Fiber *f) {
    Fiber **link = &vm->machine->fibers;
    while (*link && *link != f) link = &(*link)->next;
    if (*link) *link = f->next;
    fiber_clear(vm, f);
    buf_close(&f->encoded_result);
    buf_close(&f->encoded_error);
    mem_free(&vm->mem, f, sizeof *f);
}

// At a check point before a call its operands are still in their registers: they are dropped when the call will not happen.
// (The frame need not be the top one: a finalizer may have been pushed there.)
void machine_drop_operands(Vm *vm, Frame *f) {
    if (!f->check_point) return;
    u32 insn = *f->pc, op = insn & 255, a = (insn >> 8) & 255, n = (insn >> 16) & 255;
    if (op != OP_CALL && op != OP_CALL_METHOD) return;
    u32 end = a + 1 + n + (op == OP_CALL_METHOD);
    u32 live = f->code->nlocals + f->code->depth[frame_place(f)];
    while (end > live) decref(vm, f->slots[--end]);
    f->check_point = false;
}

// ---- running

// In a prelude function that has something to clean up, a stop comes between two rounds of a loop, or in what it calls: its calls
// to clean up are not cut short.
static bool may_interrupt(const Fiber *fiber) {
    const Frame *top = fiber->frame;
    if (!top || top->kind != FRAME_PYTHON || !top->check_point || !(top->code->flags & CO_HIDDEN)) return true;
    u32 op = *top->pc & 255;
    return !top->code->nexceptions || (op != OP_CALL && op != OP_CALL_METHOD);
}

static void interrupt(Vm *vm, Fiber *fiber) {
    fiber->interrupt = 0;
    Frame *top = fiber->frame;
    if (top && top->kind == FRAME_PYTHON && fiber->resume == RESUME_RUN) machine_drop_operands(vm, top);
    if (fiber->resume == RESUME_VALUE) {
        decref(vm, fiber->value);
        fiber->value = V_UNSET;
    }
    raise(vm, T_KeyboardInterrupt, NULL);
    fiber->resume = RESUME_RAISE;
}

// Fibers take turns by counted check points, not by the clock: so a run under the virtual clock repeats exactly.
static bool other_is_ready(Vm *vm, const Fiber *fiber) {
    for (const Fiber *f = vm->machine->fibers; f; f = f->next)
        if (f != fiber && f->state == FIBER_READY) return true;
    return false;
}

enum RunResult fiber_run(Vm *vm, Fiber *fiber) {
    vm->fiber = fiber;
    if (fiber->resume == RESUME_RAISE && fiber->value != V_UNSET) { // an exception from before it ran: a SyntaxError
        vm->exc = fiber->value;
        fiber->value = V_UNSET;
    }
    for (;;) {
        vm->budget = vm->machine->budget;
        if (unlikely(fiber->interrupt) && may_interrupt(fiber)) interrupt(vm, fiber);
        else if (finalizers_due(vm)) {
            if (fiber->resume == RESUME_RUN) finalizers_push(vm);
            else vm->budget = 0; // first what it waited for is delivered
        }
        if (gc_due(vm) && !vm->finalizers && !vm->machine->finalizing) gc_collect(vm);
        if (fiber->frame) fiber->frame->check_point = false;
        if (fiber->interrupt) vm->budget = 2; // at the next one, then
        int r = eval(vm, fiber);
        if (r == EVAL_ENDED) return RUN_ENDED;
        if (r == EVAL_SUSPENDED) return RUN_SUSPENDED;
        Frame *top = fiber->frame;
        if (top->kind == FRAME_PYTHON) top->check_point = true;
        if (fiber->interrupt || finalizers_due(vm)) continue;
        if (host_clock_ms(vm->host) >= vm->machine->slice_end || other_is_ready(vm, fiber)) return RUN_MORE;
    }
}

Value machine_run_now(Vm *vm, Function *f) {
    Fiber *saved = vm->fiber, own_fiber;
    i32 budget = vm->budget;
    fiber_init(&own_fiber);
    vm->fiber = &own_fiber;
    Value v = function_call(vm, f, NULL, 0, NULL);
    int r = v == V_CALL ? EVAL_CHECK : EVAL_ENDED;
    if (v == V_ERROR) own_fiber.failed = true, own_fiber.value = exc_take(vm);
    while (r == EVAL_CHECK) {
        vm->budget = vm->machine->budget;
        r = eval(vm, &own_fiber);
    }
    vm->fiber = saved;
    vm->budget = budget;
    if (r == EVAL_SUSPENDED) {
        fiber_clear(vm, &own_fiber);
        return raise_runtime(vm, "code that must end at once tried to wait");
    }
    if (!own_fiber.failed) return own_fiber.value;
    vm->exc = own_fiber.value;
    return V_ERROR;
}

// Makes ready what is due. Under the virtual clock, when nothing else can go on, the clock jumps to the next timer.
static bool wake_sleepers(Vm *vm, bool jump) {
    Machine *m = vm->machine;
    double next = INFINITY;
    bool waiting_host = false;
    for (Fiber *f = m->fibers; f; f = f->next) {
        if (f->state == FIBER_SLEEPING && f->wake < next) next = f->wake;
        waiting_host |= f->state == FIBER_INPUT || f->state == FIBER_LIBRARY;
    }
    if (isinf(next)) return false;
    if (jump && m->virtual_time && !waiting_host && next > m->clock_offset) m->clock_offset = next;
    double now = machine_clock(vm);
    bool any = false;
    for (Fiber *f = m->fibers; f; f = f->next)
        if (f->state == FIBER_SLEEPING && f->wake <= now) {
            f->state = FIBER_READY;
            f->resume = RESUME_VALUE;
            f->value = V_NONE;
            any = true;
        }
    return any;
}

static bool give_input(Vm *vm) {
    Machine *m = vm->machine;
    if (!m->input_given) return false;
    for (Fiber *f = m->fibers; f; f = f->next)
        if (f->state == FIBER_INPUT) {
            Str *line = str_from_utf8_lossy(vm, m->input.data, m->input.len);
            m->input_given = false;
            f->state = FIBER_READY;
            if (line) {
                f->resume = RESUME_VALUE;
                f->value = value_object(line);
            } else f->resume = RESUME_RAISE;
            return true;
        }
    return false;
}

enum MachineState machine_run(Vm *vm) {
    Machine *m = vm->machine;
    m->slice_end = host_clock_ms(vm->host) + m->slice_ms;
    give_input(vm);
    wake_sleepers(vm, false); // whom a fiber that only computes must not keep waiting
    bool ran_out = false;
    while (!ran_out) {
        bool any = false;
        u32 after = m->turn; // the round begins behind the one that ran last
        m->turn = 0;
        for (Fiber *f = m->fibers, *next; f && !ran_out; f = next) {
            next = f->next;
            if (f->id <= after) continue;
            if (f->interrupt && f->state != FIBER_READY && f->state != FIBER_ENDED) {
                f->state = FIBER_READY;
                f->resume = RESUME_VALUE; // replaced by the exception
                f->value = V_NONE;
            }
            if (f->state != FIBER_READY) continue;
            any = true;
            u32 id = f->id;
            enum RunResult r = fiber_run(vm, f);
            vm->fiber = NULL;
            if (r == RUN_ENDED) machine_ended(vm, f);
            if (host_clock_ms(vm->host) >= m->slice_end) {
                ran_out = true;
                m->turn = id;
            }
        }
        if (ran_out) break;
        if (after) continue; // the first ones have not had their turn
        if (give_input(vm) || wake_sleepers(vm, !any)) continue;
        if (!any) break;
    }
    bool ready = false, sleeping = false, timer = false, input = false, library = false;
    for (Fiber *f = m->fibers; f; f = f->next) {
        ready |= f->state == FIBER_READY;
        sleeping |= f->state == FIBER_SLEEPING;
        timer |= f->state == FIBER_SLEEPING && f->wake < INFINITY;
        input |= f->state == FIBER_INPUT;
        library |= f->state == FIBER_LIBRARY;
    }
    if (timer && !input && !library && m->virtual_time) return MACHINE_MORE; // the slice ended before the clock could jump
    return ready ? MACHINE_MORE : library || (input && !m->input_given) ? MACHINE_HOST : input ? MACHINE_MORE : sleeping ? MACHINE_WAIT : MACHINE_IDLE;
}

double machine_wait_ms(Vm *vm) {
    if (vm->machine->virtual_time) return INFINITY; // it waits for input only: virtual milliseconds are no real ones
    double next = INFINITY, now = machine_clock(vm);
    for (Fiber *f = vm->machine->fibers; f; f = f->next)
        if (f->state == FIBER_SLEEPING && f->wake < next) next = f->wake;
    return isinf(next) ? next : next > now ? next - now : 0;
}

Frame *current_frame(Vm *vm) {
    for (Frame *f = vm->fiber ? vm->fiber->frame : NULL; f; f = f->back)
        if (f->kind == FRAME_PYTHON && !(f->code->flags & CO_HIDDEN)) return f;
    return NULL;
}
