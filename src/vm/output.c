// output.c: see output.h.
#include "vm/output.h"
#include "base/host.h"
#include "base/utf8.h"
#include "obj/call.h"
#include "obj/exception.h"

#define OUTPUT_ROOM 16384

static bool hand_over(Vm *vm, const void *bytes, size_t n) {
    Machine *m = vm->machine;
    if (!host_write(vm->host, m->out_stream, bytes, n)) m->out_broken |= 1 << m->out_stream;
    return !(m->out_broken >> m->out_stream & 1);
}

void output_flush(Vm *vm) {
    Machine *m = vm->machine;
    if (m->out.len) hand_over(vm, m->out.data, m->out.len);
    buf_clear(&m->out);
    m->out.failed = false;
}

static bool raise_broken_pipe(Vm *vm) {
    Str *text = str_from_text(vm, "Broken pipe");
    Value args[2] = {value_small(32), text ? value_object(text) : V_NONE};
    Value e = text ? exception_new(vm, T_BrokenPipeError, args, 2) : V_ERROR;
    XDECREF(vm, text);
    if (e != V_ERROR) {
        raise_object(vm, e);
        decref(vm, e);
    }
    return false;
}

// A lone surrogate can not be written as UTF-8: standard output refuses, standard error escapes it (as python3's streams).
static bool has_surrogate(const u8 *s, size_t n) {
    for (size_t i = 0; i + 1 < n; i++)
        if (s[i] == 0xED && s[i + 1] >= 0xA0) return true;
    return false;
}

static bool refuse_surrogate(Vm *vm, const Buf *text) {
    Str *s = str_from_utf8(vm, text->data, text->len);
    if (!s) return false;
    u32 at = 0;
    while (at < s->len && !(str_at(s, at) >= 0xD800 && str_at(s, at) < 0xE000)) at++;
    u32 end = at;
    while (end < s->len && str_at(s, end) >= 0xD800 && str_at(s, end) < 0xE000) end++;
    Str *encoding = str_from_text(vm, "utf-8"), *reason = str_from_text(vm, "surrogates not allowed");
    if (encoding && reason) {
        Value args[5] = {value_object(encoding), value_object(s), value_small(at), value_small(end), value_object(reason)};
        Value e = exception_new(vm, T_UnicodeEncodeError, args, 5);
        if (e != V_ERROR) {
            raise_object(vm, e);
            decref(vm, e);
        }
    }
    XDECREF(vm, encoding);
    XDECREF(vm, reason);
    DECREF(vm, s);
    return false;
}

bool output_bytes(Vm *vm, int stream, const u8 *bytes, size_t n) {
    Machine *m = vm->machine;
    if (m->out.len && m->out_stream != stream) output_flush(vm);
    m->out_stream = stream;
    if (m->out_broken >> stream & 1) return raise_broken_pipe(vm);
    if (n > OUTPUT_ROOM || !buf_reserve(&m->out, n)) { // too much to gather, or no memory for it
        output_flush(vm);
        charge(vm, n);
        return hand_over(vm, bytes, n) || raise_broken_pipe(vm);
    }
    buf_add(&m->out, bytes, n);
    if (m->out.len > OUTPUT_ROOM) output_flush(vm);
    return true;
}

bool output_text(Vm *vm, int stream, const Buf *text) {
    Machine *m = vm->machine;
    if (has_surrogate(text->data, text->len) && stream == 1) return refuse_surrogate(vm, text);
    if (m->out.len && m->out_stream != stream) output_flush(vm);
    m->out_stream = stream;
    if (m->out_broken >> stream & 1) return raise_broken_pipe(vm);
    if (has_surrogate(text->data, text->len)) {
        const u8 *p = text->data, *end = p + text->len;
        while (p < end) {
            u32 c = utf8_read(&p);
            if (c >= 0xD800 && c < 0xE000) buf_format(&m->out, "\\u%04x", c);
            else buf_utf8(&m->out, c);
        }
        if (m->out.len > OUTPUT_ROOM) output_flush(vm);
        return true;
    }
    return output_bytes(vm, stream, text->data, text->len);
}


bool output_is_direct(Vm *vm) {
    Value now = dict_find_str(vm->sys_module->dict, vm->names.stdout);
    return now == V_UNSET || now == vm->machine->first_stdout;
}
