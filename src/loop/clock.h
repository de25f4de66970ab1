// clock.h: the machine's clock in seconds, for timers and module time.
#ifndef AITER_CLOCK_H
#define AITER_CLOCK_H

#include "obj/state.h"

// What the clock says. Under the virtual clock it starts at 1000 seconds.
double clock_now(Vm *vm);
// A moment of that clock as fiber_sleep wants it. When the virtual clock has jumped there, clock_now gives exactly that
// moment: then timers that are due at the same time by their seconds come together, as they do in CPython.
double clock_wake(Vm *vm, double seconds);

#endif
