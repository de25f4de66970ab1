// bytes.h: bytes and bytearray.
#ifndef AITER_BYTES_H
#define AITER_BYTES_H

#include "obj/state.h"
#include "base/buf.h"

typedef struct Bytes {
    Object head;
    u32 hash; // 0: not computed
    u32 len;
    u8 data[];
} Bytes;
#define bytes_get(value) ((Bytes *)object_get(value))

typedef struct ByteArray {
    Object head;
    u32 len, room, exports;
    u8 *data;
    struct Attrs attrs;
} ByteArray;

Bytes *bytes_new(Vm *vm, u32 len); // not set; NULL with MemoryError
Bytes *bytes_from(Vm *vm, const void *data, size_t n);
void bytes_repr(const u8 *data, u32 n, Buf *out); // b'…'
// A view of the bytes of bytes, bytearray or memoryview, for natives that take "a bytes-like object": true, or false
// without an exception when v is not one.
bool bytes_view(Value v, const u8 **data, u32 *len);

#endif
