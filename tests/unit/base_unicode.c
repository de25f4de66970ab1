// Unicode: what every function says of every code point, against a checksum of what CPython says. To see where they
// differ: base_unicode --dump, and compare with node src/base/unicode_generate.mjs --dump
#include "base/unicode.h"
#include "unit.h"

static int put_hex(char *to, u32 value) {
    char digits[8];
    int n = 0, k = 0;
    do digits[n++] = "0123456789abcdef"[value & 15];
    while (value >>= 4);
    while (n) to[k++] = digits[--n];
    return k;
}

static int put_list(char *to, const u32 *codes, int n) {
    int k = 0;
    for (int i = 0; i < n; i++) {
        if (i) to[k++] = ',';
        k += put_hex(to + k, codes[i]);
    }
    return k;
}

// One line of the dump.
static int describe(u32 c, char *line) {
    u32 word = unicode_word(c), to[3];
    if (unicode_is_numeric(c)) word |= UNICODE_NUMBER;
    int k = put_hex(line, c);
    line[k++] = ' ';
    k += put_hex(line + k, word);
    k += sprintf(line + k, " %d %d %d ", unicode_decimal(c), unicode_digit(c), unicode_is_wide(c));
    k += put_hex(line + k, unicode_lower_one(c));
    line[k++] = ' ';
    k += put_hex(line + k, unicode_upper_one(c));
    line[k++] = ' ';
    k += put_hex(line + k, unicode_title_one(c));
    line[k++] = ' ';
    k += put_list(line + k, to, unicode_upper(c, to));
    line[k++] = ' ';
    k += put_list(line + k, to, unicode_lower(c, to));
    line[k++] = ' ';
    k += put_list(line + k, to, unicode_title(c, to));
    line[k++] = ' ';
    k += put_list(line + k, to, unicode_fold(c, to));
    line[k++] = '\n';
    return k;
}

int main(int argc, char **argv) {
    u32 checksum = 0x811c9dc5; // FNV-1a
    UnicodeRun run = {0};
    for (u32 c = 0; c < 0x110000; c++) {
        char line[200];
        int n = describe(c, line);
        if (argc > 1) fwrite(line, 1, (size_t)n, stdout);
        for (int i = 0; i < n; i++) checksum = (checksum ^ (u8)line[i]) * 0x01000193;
        if (unicode_word_in(&run, c) != unicode_word(c)) CHECK(!"the run of a code point");
    }
    if (argc > 1) return 0;
    CHECK_EQ_INT(checksum, unicode_checksum());
    CHECK_EQ_TEXT(unicode_version(), "16.0.0");

    u32 to[3];
    CHECK(unicode_is_alpha(0xE9) && !unicode_is_alpha(0x20AC) && unicode_is_space(0x3000) &&
          !unicode_is_printable(0xAD));
    CHECK(unicode_is_xid_start('_') && !unicode_is_xid_start('1') && unicode_is_xid_continue('1'));
    CHECK(unicode_is_cased(0x3A3) && unicode_is_case_ignorable('.') && unicode_is_title(0x1C5));
    CHECK(unicode_decimal('7') == 7 && unicode_decimal(0x0667) == 7 && unicode_decimal(0xB2) == -1);
    CHECK(unicode_digit(0xB2) == 2 && unicode_is_numeric(0x4E00) && !unicode_is_numeric('x') &&
          unicode_is_wide(0x1F600));
    CHECK(unicode_upper(0xDF, to) == 2 && to[0] == 'S' && to[1] == 'S');
    CHECK(unicode_title(0xFB03, to) == 3 && to[0] == 'F' && to[2] == 'i');
    CHECK(unicode_lower_one(0x410) == 0x430 && unicode_upper_one(0x450) == 0x400 &&
          unicode_lower_one(0x10400) == 0x10428);
    CHECK_EQ_TEXT(unicode_category_name(unicode_category(0x1F600)), "So");
    CHECK_EQ_TEXT(unicode_category_name(unicode_category('a')), "Ll");
    CHECK_EQ_TEXT(unicode_category_name(unicode_category(0x2029)), "Zp");
    u32 past[] = {0x110000, 0x7FFFFFFF, 0xFFFFFFFF};
    for (size_t i = 0; i < countof(past); i++) {
        CHECK(unicode_word(past[i]) == 0 && unicode_digit(past[i]) == -1 && !unicode_is_wide(past[i]));
        CHECK(unicode_upper(past[i], to) == 1 && to[0] == past[i] && unicode_fold(past[i], to) == 1);
    }
    return unit_end();
}
