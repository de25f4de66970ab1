// unicode.c: reads the tables of unicode_table.h, which unicode_generate.mjs makes from CPython's own data.
//
// Words (category and flags) come in runs of code points, two streams side by side:
//
//      run_ids      | 128 | 1 | 0 | 129 | ...    which record of `records`; from 128 up which pair of records, in turn
//      run_lengths  | 36  | 1 | 1 | 4   | ...    of 7 bits a byte, the upper bits first
//
// and every 64 runs a mark, with the code point and the place in run_lengths. A lookup is a binary search over the
// marks and a walk over at most 64 runs.
#include "base/unicode.h"

#include "base/unicode_table.h"

#define RUNS_PER_MARK 64 // as in unicode_generate.mjs
#define CODE_POINTS 0x110000

const u16 unicode_low[256] = {LOW_WORDS};

static u32 read_length(const u8 **at) {
    u32 length = 0, byte;
    do {
        byte = *(*at)++;
        length = length << 7 | (byte & 127);
    } while (byte & 128);
    return length;
}

// The run of a code point from U+0100 to U+10FFFF: its id, first code point and the one behind its last.
static u32 find_run(u32 c, u32 *first, u32 *end) {
    u32 low = 0, high = countof(mark_starts); // mark_starts[low] <= c < mark_starts[high]
    while (high - low > 1) {
        u32 middle = (low + high) / 2;
        if (mark_starts[middle] <= c) low = middle;
        else high = middle;
    }
    const u8 *lengths = run_lengths + mark_offsets[low], *ids = run_ids + low * RUNS_PER_MARK;
    u32 start = mark_starts[low];
    for (;; ids++) {
        u32 next = start + read_length(&lengths);
        if (c < next) {
            *first = start;
            *end = next;
            return *ids;
        }
        start = next;
    }
}

void unicode_run(u32 c, UnicodeRun *run) {
    if (c < 256 || c >= CODE_POINTS) {
        *run = (UnicodeRun){c, c + 1, c < 256 ? unicode_low[c] : 0};
        return;
    }
    u32 id = find_run(c, &run->first, &run->end);
    if (id >= 128) {
        u32 pair = pairs[id - 128];
        id = (c - run->first) & 1 ? pair & 255 : pair >> 8;
        run->first = c;
        run->end = c + 1;
    }
    run->word = records[id];
}

u32 unicode_word_above(u32 c) {
    UnicodeRun run;
    unicode_run(c, &run);
    return run.word;
}

const char *unicode_category_name(UnicodeCategory category) {
    static const char names[] =
        "Cn\0Cc\0Cf\0Cs\0Co\0Lu\0Ll\0Lt\0Lm\0Lo\0Mn\0Mc\0Me\0Nd\0Nl\0No\0Pc\0Pd\0Ps\0Pe\0Pi\0Pf\0Po\0"
        "Sm\0Sc\0Sk\0So\0Zs\0Zl\0Zp";
    return names + category * 3;
}

// ------------------------------------------------------------------------------------------------ numbers, width

int unicode_decimal_above(u32 c) {
    if (c < 256 || c >= CODE_POINTS) return -1;
    u32 first, end, id = find_run(c, &first, &end);
    if (id >= 128 || (records[id] & UNICODE_CATEGORY) != UNICODE_ND) return -1;
    return (int)((c - first) % 10); // each run of them begins with a zero
}

int unicode_digit(u32 c) {
    for (size_t i = 0; i < countof(digit_runs); i++) {
        u32 run = digit_runs[i], distance = c - (run >> 8);
        if (distance < (run & 15)) return (int)((run >> 4 & 15) + distance);
    }
    return unicode_decimal(c);
}

bool unicode_is_numeric(u32 c) {
    u32 word = unicode_word(c);
    if (word & UNICODE_NUMBER) return true;
    if ((word & UNICODE_CATEGORY) != UNICODE_LO) return false;
    for (size_t i = 0; i < countof(numerals); i++) {
        if (numerals[i] + (i < NUMERALS_PLANE_0 ? 0 : 0x20000u) == c) return true;
    }
    return false;
}

bool unicode_is_wide(u32 c) {
    bool wide = false;
    const u8 *at = width_runs;
    for (u32 end = 0; at < width_runs + sizeof width_runs; wide = !wide) {
        end += read_length(&at);
        if (c < end) return wide;
    }
    return false;
}

// ------------------------------------------------------------------------------------------------ case

// Ranges of pairs, each upper letter at the same distance from its lower one, of every or every second code point:
//
//      case_uppers[i] = first upper << 8 | (step - 1) << 7 | how many      case_lowers[i] = first lower, 16 bits
//
// Both letters of a pair are in the same plane. case_by_lower has the ranges in the order of their lower letters.

INLINE u32 first_upper(u32 i) { return case_uppers[i] >> 8; }
INLINE u32 first_lower(u32 i) { return case_lowers[i] | (case_uppers[i] >> 8 & ~0xFFFFu); }

// The other letter of a pair, or c.
static u32 other_case(u32 c, bool c_is_upper) {
    u32 low = 0, high = countof(case_uppers);
    while (high - low > 1) {
        u32 middle = (low + high) / 2;
        u32 first = c_is_upper ? first_upper(middle) : first_lower(case_by_lower[middle]);
        if (first <= c) low = middle;
        else high = middle;
    }
    u32 i = c_is_upper ? low : case_by_lower[low];
    u32 from = c_is_upper ? first_upper(i) : first_lower(i), to = c_is_upper ? first_lower(i) : first_upper(i);
    u32 step = 1 + (case_uppers[i] >> 7 & 1), distance = c - from;
    if (c < from || distance % step || distance / step >= (case_uppers[i] & 127)) return c;
    return to + distance;
}

static u32 one_way(u32 c, const u16 *map, size_t n) {
    for (size_t i = 0; i < n; i += 2) {
        if (map[i] == c) return map[i + 1];
    }
    return c;
}

u32 unicode_lower_above(u32 c) {
    u32 lower = other_case(c, true);
    return lower != c ? lower : one_way(c, lower_only, countof(lower_only));
}

u32 unicode_upper_above(u32 c) {
    u32 upper = other_case(c, false);
    return upper != c ? upper : one_way(c, upper_only, countof(upper_only));
}

u32 unicode_title_one(u32 c) {
    if (c - 0x1C4 < 9) return 0x1C5 + (c - 0x1C4) / 3 * 3; // DZ with caron, LJ, NJ: upper, title, lower
    if (c - 0x1F1 < 3) return 0x1F2;                       // DZ
    if (c - 0x10D0 < 48) return c;                         // Georgian has an upper case, but no title case
    return unicode_upper_one(c);
}

int unicode_lower(u32 c, u32 to[3]) {
    to[0] = unicode_lower_one(c);
    if (c != 0x130) return 1;
    to[1] = 0x307; // I with a dot keeps it
    return 2;
}

int unicode_upper(u32 c, u32 to[3]) {
    if (c >= 0xDF) {
        u32 low = 0, high = countof(special_from);
        while (high - low > 1) {
            u32 middle = (low + high) / 2;
            if (special_from[middle] <= c) low = middle;
            else high = middle;
        }
        if (special_from[low] == c) {
            int n = 0;
            do to[n] = special_to[low * 3 + (u32)n];
            while (++n < 3 && special_to[low * 3 + (u32)n]);
            return n;
        }
    }
    to[0] = unicode_upper_one(c);
    return 1;
}

int unicode_title(u32 c, u32 to[3]) {
    to[0] = unicode_title_one(c);
    // Where there is a title letter that is the answer; else the upper case, of which all but the first are lowered.
    if (to[0] != c || unicode_is_title(c) || c - 0x10D0 < 48) return 1;
    int n = unicode_upper(c, to);
    for (int i = 1; i < n && c != 0x149; i++) to[i] = to[i] == 0x399 ? 0x345 : unicode_lower_one(to[i]);
    return n;
}

int unicode_fold(u32 c, u32 to[3]) {
    to[0] = c;
    if (c == 0x131) return 1; // a dotless i stays what it is
    // Cherokee folds to its older letters, the upper ones.
    if (c - 0x13A0 < 0x5E || c - 0xAB70 < 0x50) return unicode_upper(c, to);
    if (c == 0x1E9E) c = 0xDF;
    int n = unicode_upper(c, to);
    // For all others folding is the lower case of the upper case.
    if (n == 1) return unicode_lower(to[0], to);
    for (int i = 0; i < n; i++) to[i] = unicode_lower_one(to[i]);
    return n;
}

const char *unicode_version(void) { return UNICODE_VERSION; }
u32 unicode_checksum(void) { return UNICODE_CHECKSUM; }
