// What Debian's compiler library for WASI asks for: its 128-bit division was compiled with a stack protector, and
// wasi-libc has none. In WebAssembly the value guards nothing that a program could reach.

#include <stdint.h>

uintptr_t __stack_chk_guard = 0x5bd1e995;
_Noreturn void __stack_chk_fail(void);

_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }
