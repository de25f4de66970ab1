// mem.h: all memory of an engine comes from one Mem, which counts every byte and refuses at its limit.
//
// Frees are sized: the caller says how many bytes it had asked for, so small blocks need no header. Blocks of up to
// MEM_SMALL bytes come from free lists by 16-byte class, cut from larger runs; larger ones from malloc.
// Built with -DAITER_NO_POOLS (sanitizers) every block comes from malloc.
#ifndef AITER_MEM_H
#define AITER_MEM_H

#include "base/base.h"

#define MEM_SMALL 512
#define MEM_CLASSES (MEM_SMALL / 16)

typedef struct MemFree {
    struct MemFree *next;
} MemFree;

typedef struct Mem {
    MemFree *free[MEM_CLASSES + 1]; // by class: blocks of 16 * class bytes
    size_t used;                    // bytes asked for and not yet freed
    size_t peak;                    // the most that `used` has been
    size_t limit;                   // mem_alloc fails when `used` would pass it; 0: no limit
    size_t reserve;                 // bytes below `limit` kept for reporting MemoryError (see mem_use_reserve); large blocks leave twice that
    u8 *run, *run_end;              // rest of the run that small blocks are cut from
    void *runs;                     // all runs, for mem_close
    u32 reserve_open;               // mem_use_reserve is on, so many times
    u32 fail_after; // tests: when not 0, counts down at each allocation, and the one that reaches 0 fails
    bool fail_all;  // tests: so do all that follow it
} Mem;

// Makes an empty Mem with a limit in bytes (0: none).
void mem_open(Mem *mem, size_t limit);
// Gives the runs back to the system. Everything allocated must have been freed (mem->used == 0) or is lost with it.
void mem_close(Mem *mem);

// `size` bytes, not cleared, aligned to 16; NULL when the limit or the system refuses. mem_alloc(mem, 0) gives a block.
void *mem_alloc(Mem *mem, size_t size);
// The same, cleared to zero.
void *mem_alloc_zero(Mem *mem, size_t size);
// Frees a block of exactly `size` bytes as asked for. NULL is allowed.
void mem_free(Mem *mem, void *block, size_t size);
// Moves or resizes; on failure NULL, and the old block is untouched. block may be NULL when old_size is 0.
void *mem_realloc(Mem *mem, void *block, size_t old_size, size_t new_size);
// While on, allocations may eat into the reserve. For building and reporting MemoryError only. Calls nest.
void mem_use_reserve(Mem *mem, bool on);

#endif
