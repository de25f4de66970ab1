// unicode_nfkc.c: which characters of a name normalisation form NFKC replaces: enough to refuse them.
#include "base/unicode.h"
#include "base/unicode_nfkc_table.h"

// The table: how far it is to the next such run of characters, and how long that is, in turn, as LEB128.
static u32 read_number(const u8 **at) {
    u32 n = 0;
    for (u32 shift = 0;; shift += 7) {
        u8 byte = *(*at)++;
        n |= (u32)(byte & 127) << shift;
        if (byte < 128) return n;
    }
}

bool unicode_is_changed_by_nfkc(u32 c) {
    u32 first = 0;
    for (const u8 *at = nfkc_changed; at < nfkc_changed + sizeof nfkc_changed;) {
        first += read_number(&at);
        u32 length = read_number(&at);
        if (c < first) return false;
        if (c < first + length) return true;
        first += length;
    }
    return false;
}
