// sha512.h: the hash function SHA-512.
#ifndef AITER_SHA512_H
#define AITER_SHA512_H

#include "base/base.h"

void sha512(const u8 *data, size_t n, u8 digest[64]);

#endif
