// mem.c: the one allocator of an engine. Every byte is counted against the limit before it is looked for, so a program
// that asks for too much is refused by us and never by a trap of the platform.
#include "base/mem.h"

#include <stdlib.h>

#define RUN_SIZE 16384 // one request to malloc feeds this many bytes of small blocks

// A run:  | MemRun | block | block | ...  not yet cut  |
//                                   ^ mem->run          ^ mem->run_end
typedef struct MemRun {
    struct MemRun *next;
    size_t unused; // keeps the first block aligned to 16 where pointers have 8 bytes
} MemRun;

#define RUN_HEAD 16

void mem_open(Mem *mem, size_t limit) {
    memset(mem, 0, sizeof *mem);
    mem->limit = limit;
}

void mem_close(Mem *mem) {
    for (MemRun *run = mem->runs; run;) {
        MemRun *next = run->next;
        free(run);
        run = next;
    }
    memset(mem, 0, sizeof *mem);
}

void mem_use_reserve(Mem *mem, bool on) { mem->reserve_open += on ? 1 : -1u; }

// Counts `size` more bytes, or says that they are refused.
INLINE bool charge(Mem *mem, size_t size) {
    size_t used = mem->used + size;
    if (unlikely(used < size)) return false;
    if (mem->limit) {
        // Large blocks are refused a little earlier: so a program that catches MemoryError has room to say so.
        size_t kept = mem->reserve_open ? 0 : size > MEM_SMALL ? 2 * mem->reserve : mem->reserve;
        if (unlikely(used > mem->limit || mem->limit - used < kept)) return false;
    }
    if (unlikely(mem->fail_after) && --mem->fail_after == 0) {
        mem->fail_after = mem->fail_all;
        return false;
    }
    mem->used = used;
    if (used > mem->peak) mem->peak = used;
    return true;
}

#ifdef AITER_NO_POOLS

INLINE bool is_small(size_t size) { return false; }
INLINE void *small_alloc(Mem *mem, size_t size) { return NULL; }
INLINE void small_free(Mem *mem, void *block, size_t size) {}
INLINE bool same_class(size_t a, size_t b) { return false; }

#else

INLINE bool is_small(size_t size) { return size <= MEM_SMALL; }
// Blocks of class c have 16 * c bytes. An empty block is of class 1.
INLINE size_t class_of(size_t size) { return size ? (size + 15) >> 4 : 1; }
INLINE bool same_class(size_t a, size_t b) { return is_small(a) && is_small(b) && class_of(a) == class_of(b); }

INLINE void class_push(Mem *mem, size_t class, void *block) {
    MemFree *head = block;
    head->next = mem->free[class];
    mem->free[class] = head;
}

// Cuts a block from the run, or from a new one; what is left of the old run goes to the list of its size.
static NOINLINE void *cut_block(Mem *mem, size_t class) {
    size_t room = (size_t)(mem->run_end - mem->run);
    if (room < class * 16) {
        MemRun *run = malloc(RUN_SIZE);
        if (!run) return NULL;
        if (room) class_push(mem, room >> 4, mem->run);
        run->next = mem->runs;
        mem->runs = run;
        mem->run = (u8 *)run + RUN_HEAD;
        mem->run_end = (u8 *)run + RUN_SIZE;
    }
    void *block = mem->run;
    mem->run += class * 16;
    return block;
}

INLINE void *small_alloc(Mem *mem, size_t size) {
    size_t class = class_of(size);
    MemFree *block = mem->free[class];
    if (unlikely(!block)) return cut_block(mem, class);
    mem->free[class] = block->next;
    return block;
}

INLINE void small_free(Mem *mem, void *block, size_t size) { class_push(mem, class_of(size), block); }

#endif

void *mem_alloc(Mem *mem, size_t size) {
    if (unlikely(!charge(mem, size))) return NULL;
    void *block = is_small(size) ? small_alloc(mem, size) : malloc(size ? size : 1);
    if (unlikely(!block)) mem->used -= size;
    return block;
}

void *mem_alloc_zero(Mem *mem, size_t size) {
    void *block = mem_alloc(mem, size);
    if (block) memset(block, 0, size);
    return block;
}

#if defined(AITER_NO_POOLS) && defined(__SANITIZE_ADDRESS__) || defined(AITER_NO_POOLS) && defined(__linux__)
// Under the sanitizers malloc knows what was asked for: a free with another size is a fault in the caller's books.
#include <malloc.h>
static void check_size(void *block, size_t size) {
    size_t asked = malloc_usable_size(block);
    if (asked != size && !(size == 0 && asked <= 1)) __builtin_trap();
}
#else
static void check_size(void *block, size_t size) { (void)block, (void)size; }
#endif

void mem_free(Mem *mem, void *block, size_t size) {
    if (!block) return;
    check_size(block, size);
    mem->used -= size;
    if (is_small(size)) small_free(mem, block, size);
    else free(block);
}

void *mem_realloc(Mem *mem, void *block, size_t old_size, size_t new_size) {
    if (!block) return mem_alloc(mem, new_size);
    // Only what is added is charged: growing in place never needs old and new together.
    if (same_class(old_size, new_size) || (!is_small(old_size) && !is_small(new_size))) {
        size_t used = mem->used;
        if (new_size > old_size) {
            if (unlikely(!charge(mem, new_size - old_size))) return NULL;
        } else mem->used -= old_size - new_size;
        if (is_small(new_size)) return block;
        void *moved = realloc(block, new_size ? new_size : 1);
        if (unlikely(!moved)) mem->used = used;
        return moved;
    }
    void *moved = mem_alloc(mem, new_size);
    if (unlikely(!moved)) return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    mem_free(mem, block, old_size);
    return moved;
}
