// Searching: random short texts against the plain way, and texts on which a plain search would be quadratic.
#include "base/host.h"
#include "obj/str_impl.h"
#include "unit.h"

#include <stdlib.h>

double host_clock_ms(void *host) { return 0; }
double host_time(void *host) { return 0; }
bool host_random(void *host, void *bytes, size_t n) { return false; }
bool host_write(void *host, int stream, const void *bytes, size_t n) { return true; }

#define MOST 64

static i64 plain(const u32 *hay, size_t n, const u32 *needle, size_t m, bool last) {
    i64 found = -1;
    for (size_t i = 0; i + m <= n; i++) {
        if (memcmp(hay + i, needle, m * sizeof *hay)) continue;
        found = (i64)i;
        if (!last) break;
    }
    return found;
}

// Few letters, so that parts of the needle occur often.
static size_t letters(u32 *to, size_t most, u32 first, u32 kinds) {
    size_t n = unit_random() % (most + 1);
    for (size_t i = 0; i < n; i++) to[i] = first + (u32)(unit_random() % 4 % kinds);
    return n;
}

static Units narrowed(u8 *room, const u32 *points, size_t n, u32 width) {
    for (size_t i = 0; i < n; i++) unit_set(room, i, width, points[i]);
    return (Units){room, n, width};
}

static void random_texts(void) {
    static u8 room_a[MOST * 4] __attribute__((aligned(8))), room_b[MOST * 4] __attribute__((aligned(8)));
    u32 hay[MOST], needle[MOST];
    for (int round = 0; round < 200000; round++) {
        u32 width = 1u << unit_random() % 3, first = width == 1 ? 'a' : width == 2 ? 0x2603 : 0x1F600;
        size_t n = letters(hay, MOST, first, 3), m = letters(needle, 12, first, 3);
        // A needle that can be narrower is.
        Units a = narrowed(room_a, hay, n, width), b = narrowed(room_b, needle, m, width);
        i64 want = plain(hay, n, needle, m, false), last = plain(hay, n, needle, m, true);
        if (units_find(a, b) != want || units_rfind(a, b) != last) {
            CHECK(!"found where it is");
            return;
        }
        size_t count = 0;
        for (size_t i = 0; m && i + m <= n;) {
            if (memcmp(hay + i, needle, m * sizeof *hay)) i++;
            else count++, i += m;
        }
        if (units_count(a, b, SIZE_MAX) != (m ? count : n + 1)) {
            CHECK(!"counted");
            return;
        }
    }
    CHECK(true);
}

// 'aaa…b…' in 'aaa…': each takes some milliseconds; the plain way would take minutes.
static void long_texts(void) {
    size_t n = 2000000, m = 1000000;
    u8 *hay = malloc(n), *needle = malloc(m);
    size_t places[] = {0, m / 3, m / 2, m - 1};
    for (size_t i = 0; i < countof(places); i++) {
        memset(hay, 'a', n);
        memset(needle, 'a', m);
        needle[places[i]] = 'b';
        Units a = byte_units(hay, n), b = byte_units(needle, m);
        CHECK_EQ_INT(units_find(a, b), -1);
        CHECK_EQ_INT(units_rfind(a, b), -1);
        hay[n / 2 + places[i] - 7] = 'b';
        CHECK_EQ_INT(units_find(a, b), (i64)n / 2 - 7);
        CHECK_EQ_INT(units_rfind(a, b), (i64)n / 2 - 7);
    }
    free(hay);
    free(needle);
}

static void mixed_widths(void) {
    static const u16 wide[] = {'a', 0x2603, 'b', 'c', 0x2603, 'b', 'c'};
    Units hay = {(const u8 *)wide, 7, 2};
    CHECK_EQ_INT(units_find(hay, byte_units("bc", 2)), 2);
    CHECK_EQ_INT(units_rfind(hay, byte_units("bc", 2)), 5);
    CHECK_EQ_INT(units_find(hay, byte_units("bd", 2)), -1);
    CHECK_EQ_INT(units_find(byte_units("abc", 3), hay), -1);
    CHECK_EQ_INT(units_find(hay, (Units){(const u8 *)(wide + 4), 2, 2}), 1);
}

int main(void) {
    random_texts();
    long_texts();
    mixed_widths();
    return unit_end();
}
