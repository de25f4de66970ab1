// arena.c: chunks from a Mem, cut from the front.
#include "base/arena.h"

#define CHUNK_FIRST 4096
#define CHUNK_MOST 65536

struct ArenaChunk {
    ArenaChunk *next;
    size_t size; // with this header, as asked from Mem
};

#define CHUNK_HEAD ((sizeof(ArenaChunk) + 7) & ~(size_t)7)

void arena_open(Arena *arena, Mem *mem) {
    memset(arena, 0, sizeof *arena);
    arena->mem = mem;
    arena->chunk_size = CHUNK_FIRST;
}

void arena_close(Arena *arena) {
    for (ArenaChunk *chunk = arena->chunks; chunk;) {
        ArenaChunk *next = chunk->next;
        mem_free(arena->mem, chunk, chunk->size);
        chunk = next;
    }
    arena_open(arena, arena->mem);
}

// A new chunk of `size` bytes; what follows its header.
static u8 *chunk_add(Arena *arena, size_t size) {
    ArenaChunk *chunk = mem_alloc(arena->mem, size);
    if (!chunk) return NULL;
    chunk->next = arena->chunks;
    chunk->size = size;
    arena->chunks = chunk;
    return (u8 *)chunk + CHUNK_HEAD;
}

void *arena_alloc(Arena *arena, size_t size) {
    if (unlikely(size > SIZE_MAX - 64)) return NULL;
    size = size ? (size + 7) & ~(size_t)7 : 8; // an empty block has an address, too
    u8 *block;
    if (likely(size <= (size_t)(arena->end - arena->next))) {
        block = arena->next;
        arena->next += size;
    } else if (size > CHUNK_FIRST / 4) {
        block = chunk_add(arena, CHUNK_HEAD + size); // of its own; the chunk in use stays in use
        if (!block) return NULL;
    } else {
        block = chunk_add(arena, arena->chunk_size);
        if (!block) return NULL;
        arena->next = block + size;
        arena->end = block - CHUNK_HEAD + arena->chunk_size;
        if (arena->chunk_size < CHUNK_MOST) arena->chunk_size *= 2;
    }
    return memset(block, 0, size);
}

char *arena_text_copy(Arena *arena, const void *text, size_t n) {
    if (n == SIZE_MAX) return NULL;
    char *copy = arena_alloc(arena, n + 1);
    if (copy && n) memcpy(copy, text, n);
    return copy;
}
