// run.h: what the host room asks of the machine: make fibers, run them, look at them.
#ifndef AITER_RUN_H
#define AITER_RUN_H

#include "vm/machine.h"

enum RunResult { RUN_MORE, RUN_SUSPENDED, RUN_ENDED };
enum MachineState { MACHINE_IDLE, MACHINE_MORE, MACHINE_WAIT, MACHINE_HOST };

bool machine_open(Vm *vm);
void machine_close(Vm *vm);
Fiber *fiber_new(Vm *vm); // READY and without frames: push one, with vm->fiber set to it
void fiber_free(Vm *vm, Fiber *fiber);
enum RunResult fiber_run(Vm *vm, Fiber *fiber);
enum MachineState machine_run(Vm *vm); // all fibers, for a slice
double machine_wait_ms(Vm *vm);
void machine_ended(Vm *vm, Fiber *fiber); // called when a fiber has ended (defined by the host room)
void machine_drop_operands(Vm *vm, Frame *frame);
Str *str_from_utf8_lossy(Vm *vm, const u8 *bytes, size_t n); // what is no UTF-8 becomes lone surrogates (surrogateescape)

#endif
