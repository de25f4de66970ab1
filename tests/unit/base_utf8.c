// UTF-8: every code point there and back, and CPython's error positions and reasons.
#include "base/utf8.h"
#include "unit.h"

static void round_trip(void) {
    for (u32 c = 0; c < 0x110000; c++) {
        u8 bytes[4];
        int size = utf8_encode(c, bytes);
        u32 back = 0;
        bool surrogate = c >= 0xD800 && c < 0xE000;
        if (utf8_decode(bytes, (size_t)size, true, &back) != size || back != c) CHECK(!"decode");
        if (surrogate && utf8_decode(bytes, 3, false, &back) != -1) CHECK(!"surrogate refused");
        const u8 *at = bytes;
        if (utf8_read(&at) != c || at != bytes + size) CHECK(!"read");
        if (utf8_size(c) != size) CHECK(!"size");
    }
    CHECK(true);
}

static void fault(const char *bytes, size_t start, size_t end, Utf8Reason reason) {
    Utf8Fault fault = {0};
    CHECK(!utf8_check((const u8 *)bytes, strlen(bytes), false, &fault));
    CHECK_EQ_INT(fault.start, start);
    CHECK_EQ_INT(fault.end, end);
    CHECK_EQ_INT(fault.reason, reason);
}

// The expected values are those of CPython's bytes.decode().
static void faults(void) {
    fault("abc\x80", 3, 4, UTF8_BAD_START);
    fault("abcdefghijkl\xFF", 12, 13, UTF8_BAD_START);
    fault("\xC0\x80", 0, 1, UTF8_BAD_START);
    fault("\xC1\xBF", 0, 1, UTF8_BAD_START);
    fault("\xF5\x80\x80\x80", 0, 1, UTF8_BAD_START);
    fault("\xC3", 0, 1, UTF8_CUT_SHORT);
    fault("\xC3(", 0, 1, UTF8_BAD_CONTINUATION);
    fault("\xE4\xB8", 0, 2, UTF8_CUT_SHORT);
    fault("\xE4", 0, 1, UTF8_CUT_SHORT);
    fault("\xE4(", 0, 1, UTF8_BAD_CONTINUATION);
    fault("\xE4\xB8(", 0, 2, UTF8_BAD_CONTINUATION);
    fault("\xE0\x80\x80", 0, 1, UTF8_BAD_CONTINUATION);
    fault("\xE0\x80", 0, 1, UTF8_BAD_CONTINUATION);
    fault("\xED\xA0\x80", 0, 1, UTF8_BAD_CONTINUATION);
    fault("\xF0\x9F\x98", 0, 3, UTF8_CUT_SHORT);
    fault("\xF0\x9F\x98x", 0, 3, UTF8_BAD_CONTINUATION);
    fault("\xF0\x80\x80\x80", 0, 1, UTF8_BAD_CONTINUATION);
    fault("\xF4\x90\x80\x80", 0, 1, UTF8_BAD_CONTINUATION);
    CHECK_EQ_TEXT(utf8_reason_text(UTF8_BAD_START), "invalid start byte");
    CHECK_EQ_TEXT(utf8_reason_text(UTF8_BAD_CONTINUATION), "invalid continuation byte");
    CHECK_EQ_TEXT(utf8_reason_text(UTF8_CUT_SHORT), "unexpected end of data");
}

static void measuring(void) {
    const u8 *text = (const u8 *)"plain ascii text, then \xC3\xA9 and \xF0\x9F\x98\x80";
    u32 max;
    CHECK_EQ_INT(utf8_measure(text, strlen((char *)text), &max), 30);
    CHECK_EQ_INT(max, 0x1F600);
    CHECK_EQ_INT(utf8_measure(text, 0, &max), 0);
    CHECK_EQ_INT(max, 0);
    CHECK_EQ_INT(utf8_ascii_run(text, strlen((char *)text)), 23);
    CHECK_EQ_INT(utf8_ascii_run(text, 9), 9);
    CHECK(utf8_check(text, strlen((char *)text), false, NULL));
    CHECK(utf8_check((const u8 *)"\xED\xA0\x80", 3, true, NULL));
}

int main(void) {
    round_trip();
    faults();
    measuring();
    return unit_end();
}
