// The event loop's ready queue and timers, without running it: order of rounds, order of timers of one moment as
// CPython's heapq gives it, cancelled ones, the virtual clock's moments; and that a refused allocation at any place
// leaks nothing.
#include "base/host.h"
#include "host/aiter.h"
#include "loop/clock.h"
#include "loop/context.h"
#include "loop/loop.h"
#include "obj/call.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "unit.h"
#include "vm/run.h"

double host_clock_ms(void *host) { return 0; }
double host_time(void *host) { return 0; }
bool host_random(void *host, void *bytes, size_t n) { return false; }
bool host_write(void *host, int stream, const void *bytes, size_t n) { return true; }

static u32 chance(u32 n) { return (u32)(unit_random() % n); }

// ---- heapq, over (time, name)

typedef struct Item {
    double time;
    int name;
} Item;
typedef struct Heap {
    Item at[2000];
    u32 count;
} Heap;

static void model_down(Heap *h, u32 start, u32 at) {
    Item item = h->at[at];
    for (u32 parent; at > start && item.time < h->at[parent = (at - 1) / 2].time; at = parent)
        h->at[at] = h->at[parent];
    h->at[at] = item;
}
static Item model_pop(Heap *h) {
    Item first = h->at[0], last = h->at[--h->count];
    u32 at = 0;
    if (!h->count) return first;
    h->at[0] = last;
    for (u32 child = 1; child < h->count; child = 2 * at + 1) {
        if (child + 1 < h->count && !(h->at[child].time < h->at[child + 1].time)) child++;
        h->at[at] = h->at[child];
        at = child;
    }
    h->at[at] = last;
    model_down(h, 0, at);
    return first;
}

static void timers_in_order(Vm *vm, EventLoop *loop, u32 count, u32 moments) {
    static Heap model;
    model.count = 0;
    for (u32 i = 0; i < count; i++) {
        double time = 1 + chance(moments);
        Value args = value_object(vm->empty_tuple), timer;
        timer = loop_call_at(vm, loop, value_float(time), time, value_small(i), args, V_UNSET);
        CHECK(timer != V_ERROR);
        decref(vm, timer);
        model.at[model.count] = (Item){time, (int)i};
        model_down(&model, 0, model.count++);
        if (chance(3) == 0 && model.count) { // some become due on the way
            Item next = model.at[0];
            CHECK(timers_due(vm, loop, next.time));
            while (model.count && model.at[0].time < next.time + 1e-9) {
                Item want = model_pop(&model);
                Ready *r = &loop->ready[loop->ready_first];
                CHECK_EQ_INT(small_get(handle_get(r->what)->callback), want.name);
                decref(vm, r->what);
                loop->ready_first = (loop->ready_first + 1) & (loop->ready_room - 1);
                loop->ready_count--;
            }
            CHECK_EQ_INT(loop->ready_count, 0);
        }
    }
    CHECK_EQ_INT(loop->timer_count, model.count);
    CHECK(timers_due(vm, loop, 1e9));
    while (model.count) {
        Ready *r = &loop->ready[loop->ready_first];
        CHECK_EQ_INT(small_get(handle_get(r->what)->callback), model_pop(&model).name);
        decref(vm, r->what);
        loop->ready_first = (loop->ready_first + 1) & (loop->ready_room - 1);
        loop->ready_count--;
    }
    CHECK_EQ_INT(loop->ready_count, 0);
}

static void cancelled_timers_go(Vm *vm, EventLoop *loop) {
    for (u32 i = 0; i < 300; i++) {
        Value timer = loop_call_at(vm, loop, value_small(i), i, value_small(i), value_object(vm->empty_tuple), V_UNSET);
        if (i % 3 == 0) goto next; // every third one stays
        handle_get(timer)->cancelled = true;
        loop->timers_cancelled++;
    next:
        decref(vm, timer);
    }
    timers_tidy(vm, loop);
    CHECK_EQ_INT(loop->timer_count, 100);
    CHECK_EQ_INT(loop->timers_cancelled, 0);
    CHECK(timers_due(vm, loop, 150));
    CHECK_EQ_INT(loop->ready_count, 51);
}

static void ready_queue_keeps_order(Vm *vm) {
    Value v = event_loop_new(vm);
    EventLoop *loop = event_loop_get(v);
    i64 in = 0, out = 0;
    for (u32 round = 0; round < 2000; round++) {
        for (u32 n = chance(5); n > 0; n--) CHECK(loop_add(vm, loop, value_small(in++), V_UNSET, V_UNSET));
        for (u32 n = chance(5); n > 0 && loop->ready_count; n--) {
            CHECK_EQ_INT(small_get(loop->ready[loop->ready_first].what), out++);
            loop->ready_first = (loop->ready_first + 1) & (loop->ready_room - 1);
            loop->ready_count--;
        }
    }
    CHECK_EQ_INT(loop->ready_count, in - out);
    decref(vm, v);
}

static void clock_gives_back_moments(Vm *vm) {
    vm->machine->virtual_time = true;
    CHECK(clock_now(vm) == 1000.0);
    double when = 1000.1;
    for (u32 i = 0; i < 100; i++, when += 0.1) {
        vm->machine->clock_offset = clock_wake(vm, when);
        CHECK(clock_now(vm) == when);
    }
}

static void contexts_share_until_set(Vm *vm) {
    Value a = context_new(vm), before = V_UNSET;
    CHECK(context_enter(vm, a, &before));
    CHECK(!context_enter(vm, a, &before) && exc_matches(vm, T_RuntimeError));
    exc_clear(vm);
    Value copy = context_copy(vm);
    CHECK(copy != a && context_get(copy)->vars == context_get(a)->vars);
    context_leave(vm, V_UNSET);
    CHECK(vm->fiber->context == V_UNSET && !context_get(a)->entered);
    decref(vm, a);
    decref(vm, copy);
}

// Everything that one round of work allocates, with the n-th allocation refused, for every n until all succeed.
static bool work(Vm *vm) {
    Value loop_value = event_loop_new(vm);
    if (loop_value == V_ERROR) return false;
    EventLoop *loop = event_loop_get(loop_value);
    Value future = future_new(vm, loop), timer = V_ERROR;
    bool good = future != V_ERROR;
    for (u32 i = 0; good && i < 20; i++) {
        timer = loop_call_at(vm, loop, value_small(i), i, V_NONE, value_object(vm->empty_tuple), V_UNSET);
        good = timer != V_ERROR && future_when_done(vm, future_get(future), timer, V_NONE);
        if (timer != V_ERROR) decref(vm, timer);
    }
    good = good && timers_due(vm, loop, 5) && future_set_result(vm, future_get(future), V_TRUE);
    if (future != V_ERROR) decref(vm, future);
    decref(vm, loop_value);
    return good;
}

static void memory_failures(Vm *vm) {
    CHECK(work(vm));
    gc_collect(vm); // a loop and its timers hold each other
    size_t used = vm->mem.used;
    u32 n = 1;
    for (;; n++) {
        vm->mem.fail_after = n;
        bool good = work(vm);
        bool reached = vm->mem.fail_after == 0;
        vm->mem.fail_after = 0;
        CHECK(good == !reached || good);
        if (!good) CHECK(vm->exc != V_UNSET);
        exc_clear(vm);
        gc_collect(vm);
        CHECK_EQ_INT(vm->mem.used, used);
        if (!reached) break;
    }
    CHECK(n > 20);
}

int main(void) {
    Aiter *engine = aiter_open(NULL, NULL);
    Vm *vm = (Vm *)engine;
    vm->fiber = fiber_new(vm);
    ready_queue_keeps_order(vm);
    Value loop = event_loop_new(vm);
    timers_in_order(vm, event_loop_get(loop), 1000, 1000);
    timers_in_order(vm, event_loop_get(loop), 1000, 7);
    timers_in_order(vm, event_loop_get(loop), 100, 1);
    cancelled_timers_go(vm, event_loop_get(loop));
    decref(vm, loop);
    contexts_share_until_set(vm);
    clock_gives_back_moments(vm);
    memory_failures(vm);
    CHECK_EQ_INT(aiter_close(engine), 0);
    return unit_end();
}
