// Strings as they are held: the narrowest width, sharing, interning, appending in place, the builder; and that every
// byte is given back.
#include "base/host.h"
#include "host/aiter.h"
#include "obj/str_impl.h"
#include "unit.h"

double host_clock_ms(void *host) { return 0; }
double host_time(void *host) { return 0; }
bool host_random(void *host, void *bytes, size_t n) { return false; }
bool host_write(void *host, int stream, const void *bytes, size_t n) { return true; }

static Vm *vm;

static void check_text(Str *s, const char *want, int width, int line) {
    Buf buf;
    buf_open(&buf, &vm->mem);
    str_utf8(s, &buf);
    unit_eq_bytes(buf.len ? (const char *)buf.data : "", buf.len, want, strlen(want), "text", __FILE__, line);
    unit_check(s->width == width, __FILE__, line, "width is %d, expected %d", s->width, width);
    bool ascii = true;
    for (u32 i = 0; i < s->len; i++) ascii &= str_at(s, i) < 0x80;
    unit_check(s->ascii == ascii, __FILE__, line, "ascii is %d", s->ascii);
    buf_close(&buf);
    DECREF(vm, s);
}
#define CHECK_TEXT(s, want, width) check_text(s, want, width, __LINE__)

static Str *text(const char *utf8) { return str_from_text(vm, utf8); }

static void widths(void) {
    CHECK_TEXT(text(""), "", 1);
    CHECK_TEXT(text("abc"), "abc", 1);
    CHECK_TEXT(text("h\xC3\xA9"), "h\xC3\xA9", 1);
    CHECK_TEXT(text("h\xE2\x98\x83"), "h\xE2\x98\x83", 2);
    CHECK_TEXT(text("h\xF0\x9F\x98\x80"), "h\xF0\x9F\x98\x80", 4);
    Str *s = text("ab\xF0\x9F\x98\x80\xC3\xA9");
    CHECK_TEXT(str_slice(vm, s, 0, 2), "ab", 1);
    CHECK_TEXT(str_slice(vm, s, 3, 4), "\xC3\xA9", 1);
    CHECK_TEXT(str_slice(vm, s, 1, 4), "b\xF0\x9F\x98\x80\xC3\xA9", 4);
    DECREF(vm, s);
    const u32 points[] = {0xD800, 0x41};
    CHECK_TEXT(str_from_points(vm, points, 2), "\xED\xA0\x80\x41", 2);
}

static void sharing(void) {
    Str *a = str_from_char(vm, 'x'), *b = text("x"), *c = str_intern(vm, "x", 1);
    CHECK(a == b && b == c);
    DECREF(vm, a);
    DECREF(vm, b);
    DECREF(vm, c);
    u32 before = vm->interned.count;
    Str *names[1000];
    for (int round = 0; round < 2; round++) { // the second time what has been freed must be gone from the table
        for (u32 i = 0; i < countof(names); i++) {
            names[i] = str_intern_take(vm, str_format(vm, "name_%u", i * 7919u));
            CHECK(names[i]->interned);
        }
        for (u32 i = 0; i < countof(names); i++) {
            Str *again = str_intern_take(vm, str_format(vm, "name_%u", i * 7919u));
            if (again != names[i]) CHECK(!"the same");
            DECREF(vm, again);
        }
        for (u32 i = 0; i < countof(names); i++) DECREF(vm, names[i * 631 % countof(names)]);
        CHECK_EQ_INT(vm->interned.count, before);
    }
}

static void appending(void) {
    Str *s = text("ab"), *more = text("cd"), *wide = text("\xE2\x98\x83");
    u32 moves = 0;
    for (u32 i = 0; i < 10000; i++) {
        Str *old = s;
        s = str_append_take(vm, s, more);
        moves += s != old;
    }
    CHECK_EQ_INT(s->len, 20002);
    unit_check(moves < 60, __FILE__, __LINE__, "%u moves for 10000 appends", moves);
    u32 hash = str_hash(s);
    s = str_append_take(vm, s, wide);
    CHECK(s->width == 2 && str_at(s, 20002) == 0x2603 && str_at(s, 20001) == 'd');
    CHECK(str_hash(s) != hash);
    Str *kept = s;
    INCREF(kept); // a second owner: it must not change
    s = str_append_take(vm, s, more);
    CHECK(kept != s && kept->len == 20003 && s->len == 20005);
    DECREF(vm, kept);
    DECREF(vm, s);
    DECREF(vm, more);
    DECREF(vm, wide);
}

static void building(void) {
    StrBuilder b;
    builder_open(&b, vm);
    CHECK_TEXT(builder_finish(&b), "", 1);
    builder_open(&b, vm);
    builder_text(&b, "one ");
    builder_char(&b, 0xE9);
    builder_fill(&b, '-', 3);
    builder_utf8(&b, " \xE2\x98\x83", 4);
    CHECK_TEXT(builder_finish(&b), "one \xC3\xA9--- \xE2\x98\x83", 2);
    Str *wide = text("ab\xF0\x9F\x98\x80");
    builder_open(&b, vm);
    builder_slice(&b, wide, 0, 2); // only the narrow part
    CHECK_TEXT(builder_finish(&b), "ab", 1);
    builder_open(&b, vm);
    for (int i = 0; i < 5000; i++) builder_str(&b, wide);
    Str *s = builder_finish(&b);
    CHECK(s->len == 15000 && s->width == 4 && str_at(s, 14999) == 0x1F600);
    DECREF(vm, s);
    DECREF(vm, wide);
}

static void comparing(void) {
    Str *a = text("a\xE2\x98\x83"), *b = text("b"), *c = text("a\xE2\x98\x83x"), *d = text("a\xE2\x98\x83");
    CHECK(str_compare(a, b) < 0 && str_compare(b, a) > 0 && str_compare(a, c) < 0 && str_compare(a, d) == 0);
    CHECK(str_equal(a, d) && !str_equal(a, c) && str_hash(a) == str_hash(d) && str_is(b, "b") && !str_is(a, "a"));
    DECREF(vm, a);
    DECREF(vm, b);
    DECREF(vm, c);
    DECREF(vm, d);
}

static void formatting(void) {
    Str *name = text("\xC3\xA9");
    Str *s = str_format(vm, "%d|%5u|%03x|%lld|%zu|%.2s|%s|%c|%S|%%|%U", -5, 7u, 10u, -1234567890123ll, (size_t)9, "abc",
                        "xy", 0x2603, name, value_object(name));
    CHECK_TEXT(s, "-5|    7|00a|-1234567890123|9|ab|xy|\xE2\x98\x83|\xC3\xA9|%|\xC3\xA9", 2);
    CHECK_TEXT(str_format(vm, "%R %T", value_object(name), value_small(5)), "'\xC3\xA9' int", 1);
    DECREF(vm, name);
}

static void quoting(void) {
    static const char *const pairs[][2] = {
        {"plain", "'plain'"},
        {"it's", "\"it's\""},
        {"it's \"so\"", "'it\\'s \"so\"'"},
        {"\n\r\t\\\x7f\x01", "'\\n\\r\\t\\\\\\x7f\\x01'"},
        {"\xC3\xA9\xC2\xAD\xE2\x80\x8B\xED\xA0\x80\xF3\xA0\x81\x81", "'\xC3\xA9\\xad\\u200b\\ud800\\U000e0041'"},
    };
    for (size_t i = 0; i < countof(pairs); i++) {
        Str *s = text(pairs[i][0]);
        Buf buf;
        buf_open(&buf, &vm->mem);
        str_repr(s, &buf);
        CHECK_EQ_BYTES(buf.data, buf.len, pairs[i][1]);
        buf_close(&buf);
        DECREF(vm, s);
    }
}

// What is allowed to be there at the end: the table of interned strings and the shared ones.
static size_t shared_size(void) {
    size_t size = (vm->interned.mask + 1) * sizeof(Str *);
    for (u32 c = 0; c < 256; c++) size += vm->latin1[c] ? object_size(&vm->latin1[c]->head) : 0;
    return size;
}

int main(void) {
    Aiter *engine = aiter_open(NULL, NULL);
    vm = (Vm *)engine; // an engine begins with its Vm
    size_t before = vm->mem.used - shared_size();
    widths();
    sharing();
    appending();
    building();
    comparing();
    formatting();
    quoting();
    CHECK_EQ_INT(vm->mem.used - shared_size(), before);
    CHECK_EQ_INT(aiter_close(engine), 0);
    return unit_end();
}
