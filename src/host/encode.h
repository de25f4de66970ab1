// encode.h: Python values as bytes for the host (the encoding is described in aiter.h).
#ifndef AITER_ENCODE_H
#define AITER_ENCODE_H

#include "obj/state.h"
#include "base/buf.h"

// Appends v. What has no encoding of its own goes as its type's name and its repr: from `reprs` (id -> str, made by
// src/lib/_main.py, since a repr may be Python's), or, without one, as far as it needs no Python.
void encode_value(Vm *vm, Value v, Dict *reprs, Buf *out);
// What is left to say of an exception when even its description failed: its type, with no text.
void encode_failure(const Type *type, Buf *out);

#endif
