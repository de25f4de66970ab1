// arena.h: many small things that live and die together (a syntax tree). Nothing is freed alone.
#ifndef AITER_ARENA_H
#define AITER_ARENA_H

#include "base/mem.h"

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    Mem *mem;
    ArenaChunk *chunks; // newest first
    u8 *next, *end;     // what is left of the newest chunk that is not a chunk of one block
    size_t chunk_size;  // of the next chunk: 4 kB, doubling up to 64 kB
} Arena;

void arena_open(Arena *arena, Mem *mem);
// Frees all of it.
void arena_close(Arena *arena);
// `size` bytes, cleared to zero, aligned to 8; NULL when memory is refused. Large blocks get a chunk of their own.
void *arena_alloc(Arena *arena, size_t size);
// A copy of n bytes with a zero byte behind them; NULL when memory is refused.
char *arena_text_copy(Arena *arena, const void *text, size_t n);

#endif
