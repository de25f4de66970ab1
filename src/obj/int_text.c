// int_text.c: ints from text and back. Text of more digits than sys.set_int_max_str_digits allows is refused, unless
// the base is a power of two; where that limit is lifted, long work goes to the prelude, which halves it until it is
// short.
#include "obj/number_core.h"

#include "base/unicode.h"
#include "obj/bytes.h"
#include "obj/list.h"
#include "obj/ops.h"
#include "obj/str.h"

// Below so many digits of the magnitude, text in bases that are no powers of two is made or read at once.
#define SHORT_TEXT 600

// ------------------------------------------------------------------------------------------------ reading

void number_ascii(Str *text, Buf *out) {
    u8 *to = buf_reserve(out, text->len);
    if (!to) return;
    for (u32 i = 0; i < text->len; i++) {
        u32 c = str_at(text, i);
        int digit;
        if (!text->ascii && unicode_is_space(c)) c = ' ';
        else if (c >= 128) c = (digit = unicode_decimal(c)) >= 0 ? '0' + (u32)digit : '?';
        to[i] = (u8)c;
    }
    out->len += text->len;
}

void number_trim(const u8 **text, size_t *n) {
    while (*n && is_ascii_space(**text)) ++*text, --*n;
    while (*n && is_ascii_space((*text)[*n - 1])) --*n;
}

Value raise_text(Vm *vm, Value text, const char *format, int base) {
    Value repr = value_repr(vm, text);
    if (repr == V_PYTHON) repr = V_NONE; // a subclass of str with a __repr__ of its own
    if (repr == V_ERROR) return repr;
    Str *shown = is_none(repr) ? str_from_text(vm, "...")
                               : str_slice(vm, str_get(repr), 0, str_get(repr)->len < 200 ? str_get(repr)->len : 200);
    decref(vm, repr);
    if (!shown) return V_ERROR;
    if (base < 0) raise_value(vm, format, shown);
    else raise_value(vm, format, base, shown);
    DECREF(vm, shown);
    return V_ERROR;
}

bool int_digits_allowed(Vm *vm, u64 digits, bool from_text) {
    u32 limit = vm->int_max_str_digits;
    if (digits <= 640 || !limit || digits <= limit) return true;
    if (from_text) {
        raise_value(vm,
                    "Exceeds the limit (%u digits) for integer string conversion: value has %llu digits; "
                    "use sys.set_int_max_str_digits() to increase the limit",
                    limit, (unsigned long long)digits);
    } else {
        raise_value(vm,
                    "Exceeds the limit (%u digits) for integer string conversion; "
                    "use sys.set_int_max_str_digits() to increase the limit",
                    limit);
    }
    return false;
}

// What the text of an int consists of.
typedef struct IntText {
    Buf digits; // without underscores
    int base;
    bool negative;
} IntText;

static bool is_power_of_two(int base) { return !(base & (base - 1)); }

// [spaces] [+-] [0x | 0o | 0b [_]] digits [_ digits]… [spaces]. In base 0 the prefix decides, and a number that begins
// with 0 must be 0. Answers whether that is what stands there.
static bool scan(const u8 *text, size_t n, int base, IntText *out) {
    number_trim(&text, &n);
    const u8 *end = text + n;
    bool only_zero = false, after_digit = false;
    out->negative = false;
    if (text < end && (*text == '+' || *text == '-')) out->negative = *text++ == '-';
    if (end - text >= 2 && *text == '0') {
        int letter = text[1] | 32, prefix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (prefix && (base == 0 || base == prefix)) {
            base = prefix;
            text += 2;
            if (text < end && *text == '_') text++;
        } else only_zero = base == 0;
    }
    out->base = base ? base : 10;
    for (; text < end; text++) {
        if (*text == '_') {
            if (!after_digit) return false;
            after_digit = false;
            continue;
        }
        if (big_digit_value(*text) >= (u32)out->base) return false;
        if (only_zero && *text != '0') return false;
        buf_put(&out->digits, *text);
        after_digit = true;
    }
    return after_digit;
}

Value int_from_digits_text(Vm *vm, const u8 *digits, size_t n, int base, bool negative) {
    while (n > 1 && *digits == '0') digits++, n--;
    Digits r;
    size_t count;
    if (!digits_open(vm, &r, big_digits_room(n, (u32)base))) return V_ERROR;
    BigWork work = big_work(vm);
    charge(vm, n);
    if (big_from_text(&work, r.at, &count, (const char *)digits, n, (u32)base) != BIG_OK) {
        digits_close(vm, &r);
        return raise_memory(vm);
    }
    return digits_to_int(vm, &r, count, negative);
}

// V_UNSET: that is not the text of an int.
static Value read_text(Vm *vm, const u8 *text, size_t n, int base) {
    IntText scanned;
    Value result = V_UNSET;
    buf_open(&scanned.digits, &vm->mem);
    bool good = scan(text, n, base, &scanned);
    if (scanned.digits.failed) result = raise_memory(vm);
    else if (good) {
        Buf *digits = &scanned.digits;
        bool fast = is_power_of_two(scanned.base);
        if (!fast && !int_digits_allowed(vm, digits->len, true)) result = V_ERROR;
        else if (!fast && big_digits_room(digits->len, (u32)scanned.base) > SHORT_TEXT) result = V_PYTHON;
        else result = int_from_digits_text(vm, digits->data, digits->len, scanned.base, scanned.negative);
    }
    buf_close(&scanned.digits);
    return result;
}

Value int_text_parts(Vm *vm, Value text, int base) {
    IntText scanned;
    Buf ascii;
    Value result = V_NONE;
    const u8 *data = NULL;
    u32 n = 0;
    buf_open(&scanned.digits, &vm->mem);
    buf_open(&ascii, &vm->mem);
    if (value_has(text, SHAPE_STR)) {
        number_ascii(str_get(text), &ascii);
        data = ascii.data;
        n = (u32)ascii.len;
    } else bytes_view(text, &data, &n);
    bool good = !ascii.failed && scan(data, n, base, &scanned);
    bool failed = ascii.failed || scanned.digits.failed;
    buf_close(&ascii);
    if (failed) {
        result = raise_memory(vm);
    } else if (good) {
        Str *digits = str_from_utf8(vm, scanned.digits.data, scanned.digits.len);
        Tuple *parts =
            digits ? tuple_pack(vm, 3, value_object(digits), value_small(scanned.base), value_bool(scanned.negative))
                   : NULL;
        XDECREF(vm, digits);
        result = parts ? value_object(parts) : V_ERROR;
    }
    buf_close(&scanned.digits);
    return result;
}

#define INVALID "invalid literal for int() with base %d: %S"

Value int_from_str(Vm *vm, Str *text, int base) {
    if (text->ascii) {
        Value result = read_text(vm, text->data, text->len, base);
        return result == V_UNSET ? raise_text(vm, value_object(text), INVALID, base) : result;
    }
    Buf ascii;
    buf_open(&ascii, &vm->mem);
    number_ascii(text, &ascii);
    Value result = ascii.failed ? raise_memory(vm) : read_text(vm, ascii.data, ascii.len, base);
    buf_close(&ascii);
    return result == V_UNSET ? raise_text(vm, value_object(text), INVALID, base) : result;
}

Value int_from_bytes_text(Vm *vm, const u8 *data, u32 n, int base) {
    Value result = read_text(vm, data, n, base);
    if (result != V_UNSET) return result;
    Bytes *bytes = bytes_from(vm, data, n);
    if (!bytes) return V_ERROR;
    raise_text(vm, value_object(bytes), INVALID, base);
    DECREF(vm, bytes);
    return V_ERROR;
}

Value int_from_literal(Vm *vm, const char *digits, size_t n, int base) {
    i64 value = 0;
    if (n <= 14 && base == 10) { // nearly all
        for (size_t i = 0; i < n; i++) value = value * 10 + (digits[i] - '0');
        return value_small(value);
    }
    if (!is_power_of_two(base) && !int_digits_allowed(vm, n, true)) return V_ERROR;
    return int_from_digits_text(vm, (const u8 *)digits, n, base, false);
}

// ------------------------------------------------------------------------------------------------ writing

void int_text(Vm *vm, Value v, int base, Buf *out) {
    IntView view;
    int_view(v, &view);
    if (view.negative) buf_put(out, '-');
    if (base == 10 && view.count <= 2) {
        char text[24];
        buf_add(out, text, (size_t)numtext_u64(big_to_u64(view.digits, view.count), text));
        return;
    }
    size_t room = big_text_room(view.count, (u32)base), length;
    u8 *to = buf_reserve(out, room);
    if (!to) return;
    BigWork work = big_work(vm);
    charge(vm, room);
    if (big_to_text(&work, (char *)to, &length, view.digits, view.count, (u32)base) == BIG_OK) out->len += length;
    else out->failed = true;
}

Value int_text_check(Vm *vm, Value v) {
    if (!is_object(v)) return V_NONE;
    u64 bits = int_bit_length(v);
    // More than bits * log10(2) - 1 digits: enough to refuse what is far too long before it is made.
    if (!int_digits_allowed(vm, bits * 30102 / 100000, false)) return V_ERROR;
    return bits / 32 > SHORT_TEXT ? V_PYTHON : V_NONE;
}

Value int_repr(Vm *vm, Value v) {
    i64 n;
    if (likely(int_to_i64(v, &n))) {
        char word[24];
        word[0] = '-';
        int length = numtext_u64(n < 0 ? 0 - (u64)n : (u64)n, word + 1);
        Str *s = n < 0 ? str_from_utf8(vm, word, (size_t)length + 1) : str_from_utf8(vm, word + 1, (size_t)length);
        return s ? value_object(s) : V_ERROR;
    }
    Value check = int_text_check(vm, v);
    if (check != V_NONE) return check;
    Buf text;
    buf_open(&text, &vm->mem);
    int_text(vm, v, 10, &text);
    if (!text.failed && !int_digits_allowed(vm, text.len - (text.data[0] == '-'), false)) {
        buf_close(&text);
        return V_ERROR;
    }
    Str *s = str_from_buf(vm, &text);
    return s ? value_object(s) : V_ERROR;
}
