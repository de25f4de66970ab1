// math_impl.h: what the files math*.c share among themselves.
#ifndef AITER_MATH_IMPL_H
#define AITER_MATH_IMPL_H

#include "obj/call.h"
#include "obj/list.h"
#include "obj/number_core.h"
#include "obj/ops.h"
#include <math.h>

// The doubles of n arguments. V_NONE, or what the native answers instead: V_ERROR ("must be real number, not str"),
// V_PYTHON.
Value math_doubles(Vm *vm, const Value *args, u32 n, double *out);
Value math_domain_error(Vm *vm);
Value math_range_error(Vm *vm);
// ValueError whose message has the number's repr for %S.
Value math_input_error(Vm *vm, const char *format, double x);

// The items of an exact list or tuple; false for everything else.
bool math_items(Value v, const Value **items, u32 *n);

#define MATH_NATIVE(name) Value name(Vm *vm, const Value *args, u32 n)

// math_special.c
MATH_NATIVE(math_gamma);
MATH_NATIVE(math_lgamma);
MATH_NATIVE(math_log);
MATH_NATIVE(math_log2);
MATH_NATIVE(math_log10);
// math_sum.c
MATH_NATIVE(math_fsum);
MATH_NATIVE(math_prod);
MATH_NATIVE(math_sumprod);
MATH_NATIVE(math_hypot);
MATH_NATIVE(math_dist);
MATH_NATIVE(math_fsum_add);
// math_int.c
MATH_NATIVE(math_factorial);
MATH_NATIVE(math_comb);
MATH_NATIVE(math_perm);
MATH_NATIVE(math_gcd);
MATH_NATIVE(math_lcm);
MATH_NATIVE(math_isqrt);
MATH_NATIVE(math_falling);

#endif
