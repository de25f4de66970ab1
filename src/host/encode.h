// encode.h: Python values as bytes for the host (the encoding is described in aiter.h).
#ifndef AITER_ENCODE_H
#define AITER_ENCODE_H

#include "obj/state.h"
#include "base/buf.h"

// Appends v. What has no encoding of its own goes as its type's name and its repr (as far as that needs no Python).
void encode_value(Vm *vm, Value v, Buf *out);

#endif
