// quick.h: what eval calls for the common instructions that are longer than its own cases. fr is the running frame, its pc
// has been saved. Operands are consumed as opcodes.def says, whatever happens; a Value is the result or a marker.
#ifndef AITER_QUICK_H
#define AITER_QUICK_H

#include "vm/machine.h"

Value quick_arithmetic(Vm *vm, Frame *fr, u32 insn);
Value quick_inplace(Vm *vm, Frame *fr, u32 insn);
Value quick_compare(Vm *vm, Frame *fr, u32 insn); // of a fused comparison and jump
Value quick_truth(Vm *vm, Frame *fr, u32 insn);   // of J_IF
Value quick_attr(Vm *vm, Frame *fr, u32 insn);
Value quick_method(Vm *vm, Frame *fr, u32 insn);  // the result is for register a; a+1 has been set
Value quick_get_item(Vm *vm, Frame *fr, u32 insn);
Value quick_set_item(Vm *vm, Frame *fr, u32 insn);
Value quick_next(Vm *vm, Frame *fr, Object *iterator); // V_STOP: the end
Value quick_call(Vm *vm, Frame *fr, u32 first, u32 n); // n arguments from register `first` on, the callable in register a
// These answer true when they did it and a Python frame is on top; false: nothing was done.
bool quick_return(Vm *vm, Frame *fr, Value v_take);
bool quick_await(Vm *vm, Frame *fr, u32 insn);
bool quick_yield(Vm *vm, Frame *fr, u32 insn);
Value quick_anext(Vm *vm, Frame *fr, u32 insn); // GET_ANEXT and the AWAIT behind it: V_CALL, V_ERROR, or V_PYTHON: not done

#endif
