// str_search.c: where one run of characters occurs in another. Shared by str and bytes.
//
// First the quick way: find the needle's first character (memchr, for one byte a character), then compare. It is
// quadratic for needles such as "aaab" in "aaaa…", so it keeps an account of what the comparisons cost, and hands over
// to the two-way algorithm (Crochemore and Perrin), linear and without extra memory, when that outgrows the way
// covered.
#include "obj/str_impl.h"

// One text read forwards or backwards, for the part that need not be fast.
typedef struct Reader {
    const u8 *first;
    ptrdiff_t step; // in bytes; negative: from the end
    u32 width;
} Reader;

static Reader reader(Units u, bool backwards) {
    if (!backwards) return (Reader){u.data, (ptrdiff_t)u.width, u.width};
    return (Reader){u.data + (u.len - 1) * u.width, -(ptrdiff_t)u.width, u.width};
}
INLINE u32 reader_at(const Reader *r, ptrdiff_t i) { return unit_at(r->first + i * r->step, 0, r->width); }

// The start of the greatest suffix by < (or by > when `inverse`), less one, and its period.
static ptrdiff_t max_suffix(const Reader *x, ptrdiff_t m, bool inverse, ptrdiff_t *period) {
    ptrdiff_t suffix = -1, j = 0, k = 1, p = 1;
    while (j + k < m) {
        u32 a = reader_at(x, j + k), b = reader_at(x, suffix + k);
        if (a == b) {
            if (k == p) j += p, k = 1;
            else k++;
        } else if ((a < b) != inverse) {
            j += k;
            k = 1;
            p = j - suffix;
        } else {
            suffix = j++;
            k = p = 1;
        }
    }
    *period = p;
    return suffix;
}

static NOINLINE i64 two_way(Units hay, Units needle, bool backwards) {
    ptrdiff_t n = (ptrdiff_t)hay.len, m = (ptrdiff_t)needle.len, p, q;
    Reader x = reader(needle, backwards), y = reader(hay, backwards);
    ptrdiff_t cut = max_suffix(&x, m, false, &p), other = max_suffix(&x, m, true, &q);
    if (other >= cut) cut = other, p = q;
    bool periodic = true; // does the left part occur again, one period on?
    for (ptrdiff_t i = 0; periodic && i <= cut; i++) periodic = i + p < m && reader_at(&x, i) == reader_at(&x, i + p);
    if (!periodic) p = (cut + 1 > m - cut - 1 ? cut + 1 : m - cut - 1) + 1;
    for (ptrdiff_t j = 0, known = -1; j <= n - m;) { // x[0..known] is known to match at j
        ptrdiff_t i = (cut > known ? cut : known) + 1;
        while (i < m && reader_at(&x, i) == reader_at(&y, i + j)) i++;
        if (i < m) {
            j += i - cut;
            known = -1;
            continue;
        }
        for (i = cut; i > known && reader_at(&x, i) == reader_at(&y, i + j);) i--;
        if (i <= known) return backwards ? n - m - j : j;
        j += p;
        known = periodic ? m - p - 1 : -1;
    }
    return -1;
}

i64 units_find_char(Units hay, size_t from, u32 c) {
    if (hay.width == 1) {
        if (c > 0xFF) return -1;
        for (size_t near = from + 8 < hay.len ? from + 8 : hay.len; from < near; from++) { // often no call is needed
            if (hay.data[from] == c) return (i64)from;
        }
        const u8 *at = from < hay.len ? memchr(hay.data + from, (int)c, hay.len - from) : NULL;
        return at ? at - hay.data : -1;
    }
    if (hay.width == 2) {
        const u16 *data = (const u16 *)hay.data;
        for (; from < hay.len; from++) {
            if (data[from] == c) return (i64)from;
        }
        return -1;
    }
    for (; from < hay.len; from++) {
        if (((const u32 *)hay.data)[from] == c) return (i64)from;
    }
    return -1;
}

static i64 rfind_char(Units hay, size_t end, u32 c) {
    while (end-- > 0) {
        if (unit_at(hay.data, end, hay.width) == c) return (i64)end;
    }
    return -1;
}

static bool same_at(Units hay, size_t at, Units needle) {
    const u8 *here = hay.data + at * hay.width;
    if (hay.width == needle.width) return memcmp(here, needle.data, needle.len * hay.width) == 0;
    for (size_t i = 0; i < needle.len; i++) {
        if (unit_at(here, i, hay.width) != unit_at(needle.data, i, needle.width)) return false;
    }
    return true;
}

i64 units_find(Units hay, Units needle) {
    if (needle.len == 0) return 0;
    if (needle.len > hay.len || needle.width > hay.width) return -1; // every string has the smallest width
    u32 first = unit_at(needle.data, 0, needle.width);
    if (needle.len == 1) return units_find_char(hay, 0, first);
    u32 last = unit_at(needle.data, needle.len - 1, needle.width);
    size_t cost = 0;
    Units front = hay;
    front.len -= needle.len - 1; // where the needle may begin
    for (i64 at = -1; (at = units_find_char(front, (size_t)(at + 1), first)) >= 0;) {
        if (unit_at(hay.data, (size_t)at + needle.len - 1, hay.width) != last) continue;
        if (same_at(hay, (size_t)at, needle)) return at;
        cost += needle.len;
        if (cost > 256 + 4 * (size_t)at) {
            Units rest = {hay.data + (size_t)(at + 1) * hay.width, hay.len - (size_t)(at + 1), hay.width};
            i64 found = two_way(rest, needle, false);
            return found < 0 ? -1 : at + 1 + found;
        }
    }
    return -1;
}

i64 units_rfind(Units hay, Units needle) {
    if (needle.len == 0) return (i64)hay.len;
    if (needle.len > hay.len || needle.width > hay.width) return -1;
    u32 first = unit_at(needle.data, 0, needle.width);
    if (needle.len == 1) return rfind_char(hay, hay.len, first);
    u32 last = unit_at(needle.data, needle.len - 1, needle.width);
    size_t cost = 0, ends = hay.len - (needle.len - 1);
    for (i64 at = (i64)ends; (at = rfind_char(hay, (size_t)at, first)) >= 0;) {
        if (unit_at(hay.data, (size_t)at + needle.len - 1, hay.width) != last) continue;
        if (same_at(hay, (size_t)at, needle)) return at;
        cost += needle.len;
        if (cost > 256 + 4 * (ends - (size_t)at)) {
            Units rest = {hay.data, (size_t)at + needle.len - 1, hay.width};
            return two_way(rest, needle, true);
        }
    }
    return -1;
}

size_t units_count(Units hay, Units needle, size_t limit) {
    if (needle.len == 0) return hay.len < limit ? hay.len + 1 : limit;
    size_t count = 0;
    if (needle.len == 1 && hay.width == 1 && needle.width == 1 && limit >= hay.len) { // a call for each would cost more
        for (size_t i = 0; i < hay.len; i++) count += hay.data[i] == needle.data[0];
        return count;
    }
    while (count < limit) {
        i64 at = units_find(hay, needle);
        if (at < 0) break;
        count++;
        size_t step = (size_t)at + needle.len;
        hay.data += step * hay.width;
        hay.len -= step;
    }
    return count;
}

i64 str_find(const Str *s, const Str *sub, u32 start, u32 end) {
    if (start > end) return -1;
    i64 at = units_find(str_units(s, start, end), str_units(sub, 0, sub->len));
    return at < 0 ? -1 : at + start;
}
