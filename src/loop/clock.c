// clock.c: seconds and milliseconds. The machine counts in milliseconds; converting there and back loses the last bit
// now and then, so the moments that somebody waits for are remembered as they were given.
#include "loop/clock.h"
#include "loop/loop.h"
#include "obj/call.h"

#define VIRTUAL_START 1000.0

double clock_now(Vm *vm) {
    double ms = machine_clock(vm);
    if (!vm->machine->virtual_time) return ms / 1000;
    for (u32 i = 0; vm->loops && i < countof(vm->loops->moments); i++)
        if (vm->loops->moments[i].ms == ms) return vm->loops->moments[i].seconds;
    return VIRTUAL_START + ms / 1000;
}

double clock_wake(Vm *vm, double seconds) {
    if (!vm->machine->virtual_time) return seconds * 1000;
    double ms = (seconds - VIRTUAL_START) * 1000;
    Loops *loops = loops_get(vm);
    if (!loops) {
        exc_clear(vm); // it is a little less exact
        return ms;
    }
    Moment *known = loops->moments;
    for (u32 i = 0; i < countof(loops->moments); i++)
        if (known[i].ms == ms) return ms; // the first who named it says what it is
    known[loops->next_moment++ % countof(loops->moments)] = (Moment){ms, seconds};
    return ms;
}
