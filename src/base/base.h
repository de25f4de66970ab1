// base.h: the few words that every file uses: integer names, branch hints, function attributes.
// Includes nothing of ours.
#ifndef AITER_BASE_H
#define AITER_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int8_t i8;
typedef int16_t i16;
typedef int32_t i32;
typedef int64_t i64;

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define NOINLINE __attribute__((noinline))
#ifdef AITER_SMALL // built for size (build.sh): the compiler decides
#define INLINE static inline
#else
#define INLINE static inline __attribute__((always_inline))
#endif
#define countof(array) (sizeof(array) / sizeof((array)[0]))

#endif
