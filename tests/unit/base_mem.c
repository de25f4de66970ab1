// Memory: counting, the limit and its reserve, resizing, every allocation made to fail; arenas and buffers on top of
// it.
#include "base/arena.h"
#include "base/buf.h"
#include "unit.h"

static void counting(void) {
    Mem mem;
    mem_open(&mem, 0);
    static void *block[1500];
    for (size_t i = 0; i < 1500; i++) {
        block[i] = mem_alloc(&mem, i);
        CHECK(block[i]);
        CHECK(((uintptr_t)block[i] & 15) == 0);
        memset(block[i], (int)i, i);
    }
    CHECK_EQ_INT(mem.used, 1500 * 1499 / 2);
    for (size_t i = 0; i < 1500; i++) {
        bool kept = true;
        for (size_t k = 0; k < i; k++) kept &= ((u8 *)block[i])[k] == (u8)i;
        CHECK(kept);
        mem_free(&mem, block[i], i);
    }
    CHECK_EQ_INT(mem.used, 0);
    CHECK_EQ_INT(mem.peak, 1500 * 1499 / 2);
    u8 *zero = mem_alloc_zero(&mem, 100);
    for (int i = 0; i < 100; i++) CHECK(!zero[i]);
    mem_free(&mem, zero, 100);
    mem_free(&mem, NULL, 0);
    mem_close(&mem);
}

static void limit(void) {
    Mem mem;
    mem_open(&mem, 1000);
    void *a = mem_alloc(&mem, 900), *b = mem_alloc(&mem, 100);
    CHECK(a && b);
    CHECK(!mem_alloc(&mem, 1));
    CHECK(!mem_alloc(&mem, SIZE_MAX));
    CHECK(!mem_realloc(&mem, a, 900, 901));
    CHECK_EQ_INT(mem.used, 1000);
    mem_free(&mem, b, 100);
    mem.reserve = 50;
    CHECK(!mem_alloc(&mem, 60));
    mem_use_reserve(&mem, true);
    b = mem_alloc(&mem, 60);
    CHECK(b);
    mem_use_reserve(&mem, false);
    mem_free(&mem, b, 60);
    mem_free(&mem, a, 900);
    CHECK_EQ_INT(mem.used, 0);
    mem_close(&mem);
}

static void resizing(void) {
    Mem mem;
    mem_open(&mem, 0);
    size_t size = 0;
    u8 *block = NULL;
    for (int round = 0; round < 20000; round++) {
        size_t next = unit_random() % (round & 1 ? 40 : 3000);
        u8 *moved = mem_realloc(&mem, block, size, next);
        CHECK(moved);
        size_t kept = size < next ? size : next, same = 0;
        for (; same < kept && moved[same] == (u8)(same * 7); same++) {}
        CHECK_EQ_INT(same, kept);
        for (size_t i = 0; i < next; i++) moved[i] = (u8)(i * 7);
        block = moved;
        size = next;
        CHECK_EQ_INT(mem.used, size);
    }
    mem_free(&mem, block, size);
    mem_close(&mem);
}

// A piece of work that may fail anywhere and must then have freed everything.
static bool work(Mem *mem) {
    Arena arena;
    Buf buf;
    arena_open(&arena, mem);
    buf_open(&buf, mem);
    bool good = true;
    for (int i = 0; i < 300 && good; i++) {
        char *text = arena_text_copy(&arena, "some words", 10);
        good = text && arena_alloc(&arena, (size_t)i * 13);
        if (good) buf_format(&buf, "%s %d\n", text, i);
    }
    if (good) good = arena_alloc(&arena, 100000) != NULL;
    good &= !buf.failed;
    if (good) CHECK_EQ_INT(buf.len, 300 * 12 + 10 + 90 * 2 + 200 * 3);
    buf_close(&buf);
    arena_close(&arena);
    return good;
}

static void failing(void) {
    int failures = 0;
    for (u32 n = 1;; n++) {
        Mem mem;
        mem_open(&mem, 0);
        mem.fail_after = n;
        bool good = work(&mem), reached = mem.fail_after == 0;
        CHECK_EQ_INT(mem.used, 0);
        mem_close(&mem);
        if (!reached) {
            CHECK(good);
            break;
        }
        failures += !good; // a buffer that is refused spare room may still get what it needs
    }
    CHECK(failures > 10);
}

static void arenas(void) {
    Mem mem;
    Arena arena;
    mem_open(&mem, 0);
    arena_open(&arena, &mem);
    u8 *block[2000];
    for (size_t i = 0; i < 2000; i++) {
        block[i] = arena_alloc(&arena, i % 1700);
        CHECK(((uintptr_t)block[i] & 7) == 0);
        bool zero = true;
        for (size_t k = 0; k < i % 1700; k++) zero &= !block[i][k];
        CHECK(zero);
        memset(block[i], (int)i, i % 1700);
    }
    for (size_t i = 0; i < 2000; i++) {
        bool kept = true;
        for (size_t k = 0; k < i % 1700; k++) kept &= block[i][k] == (u8)i;
        CHECK(kept);
    }
    CHECK_EQ_TEXT(arena_text_copy(&arena, "abcdef", 3), "abc");
    CHECK_EQ_TEXT(arena_text_copy(&arena, NULL, 0), "");
    CHECK(!arena_alloc(&arena, SIZE_MAX));
    arena_close(&arena);
    CHECK_EQ_INT(mem.used, 0);
    mem_close(&mem);
}

static void buffers(void) {
    Mem mem;
    Buf buf;
    mem_open(&mem, 2000);
    buf_open(&buf, &mem);
    buf_format(&buf, "%d|%5d|%05d|%u|%x|%04X|%c|%s|%.3s|%.*s|%%|%5s|", -12, 34, -56, 4000000000u, 0xabcu, 0xabu, 'c',
               "text", "cut off", 2, "cut", "abc");
    CHECK_EQ_BYTES(buf.data, buf.len, "-12|   34|-0056|4000000000|abc|00AB|c|text|cut|cu|%|  abc|");
    buf_clear(&buf);
    buf_format(&buf, "%ld %lld %zu %zd %lu %llx", -1l, (long long)INT64_MIN, (size_t)7, (ptrdiff_t)-7, 8ul,
               0xffffffffffffull);
    CHECK_EQ_BYTES(buf.data, buf.len, "-1 -9223372036854775808 7 -7 8 ffffffffffff");
    buf_clear(&buf);
    u32 points[] = {0x41, 0xE9, 0x20AC, 0xD800, 0x1F600};
    for (size_t i = 0; i < countof(points); i++) buf_utf8(&buf, points[i]);
    CHECK_EQ_BYTES(buf.data, buf.len, "A\xC3\xA9\xE2\x82\xAC\xED\xA0\x80\xF0\x9F\x98\x80");
    buf_clear(&buf);
    for (int i = 0; i < 1990; i++) buf_put(&buf, 'x');
    CHECK(!buf.failed);
    CHECK_EQ_INT(buf.len, 1990);
    buf_text(&buf, "twelve bytes");
    CHECK(buf.failed);
    CHECK_EQ_INT(buf.len, 1990);
    buf_put(&buf, 'y');
    CHECK_EQ_INT(buf.len, 1990);
    CHECK(!buf_reserve(&buf, 1));
    buf_close(&buf);
    buf_add(&buf, NULL, 0);
    CHECK(!buf.failed && buf_reserve(&buf, 0));
    buf_close(&buf);
    CHECK_EQ_INT(mem.used, 0);
    mem_close(&mem);
}

int main(void) {
    counting();
    limit();
    resizing();
    failing();
    arenas();
    buffers();
    return unit_end();
}
