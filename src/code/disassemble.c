// disassemble.c: a code object as readable text, for engineers.
#include "code/code.h"
#include "base/numtext.h"

// The operand kinds, as written in opcodes.def.
static const char *const operand_kinds[OPCODES] = {
#define OPCODE(name, words, a, b, c, w, text) #a " " #b " " #c " " #w,
#define ARITHMETIC(name) "T R R -", "T R K -", "L R R -", "L R K -",
#define COMPARE_JUMP(name) "R R n target", "R K n target",
#include "code/opcodes.def"
};

static void put_register(const Code *code, Buf *out, u32 r) {
    if (r >= code->nlocals) return buf_format(out, " t%u", r - code->nlocals);
    buf_put(out, ' ');
    Value name = r < code->local_names->len ? code->local_names->items[r] : V_NONE;
    if (value_is(name, T_STR)) str_utf8(str_get(name), out);
    else buf_format(out, "r%u", r);
}

static void put_const(const Code *code, Buf *out, u32 k) {
    buf_format(out, " #%u", k);
    if (k >= code->nconsts) return buf_text(out, "(?)");
    Value v = code->consts[k];
    buf_put(out, '=');
    if (is_small(v)) buf_format(out, "%lld", (long long)small_get(v));
    else if (is_float(v)) numtext_repr(float_get(v), out);
    else if (v == V_NONE) buf_text(out, "None");
    else if (is_bool(v)) buf_text(out, v == V_TRUE ? "True" : "False");
    else if (value_is(v, T_STR)) str_repr(str_get(v), out);
    else if (value_is(v, T_CODE)) {
        buf_text(out, "code ");
        str_utf8(code_get(v)->qualname, out);
    } else buf_text(out, "…");
}

static void put_instruction(const Code *code, Buf *out, u32 place) {
    u32 word = code->code[place], op = word & 255, w = opcode_words[op] == 2 ? code->code[place + 1] : 0;
    const char *kinds = operand_kinds[op], *tail = kinds + 6;
    u32 operands[3] = {word >> 8 & 255, word >> 16 & 255, word >> 24};
    buf_format(out, "%5u  [%u] ", place, code->depth[place]);
    size_t start = out->len;
    buf_text(out, opcode_names[op]);
    while (out->len < start + 16 && !out->failed) buf_put(out, ' ');
    if (op == OP_JUMP || op == OP_LOOP) buf_format(out, " -> %u", place + 1 + (u32)((i32)word >> 8));
    else
        for (u32 i = 0; i < 3; i++) {
            char kind = kinds[2 * i];
            u32 n = i == 1 && kinds[4] == '.' ? word >> 16 : operands[i];
            if (kind == 'K') put_const(code, out, n);
            else if (kind == 'n') buf_format(out, " %u", n);
            else if (kind != '-' && kind != '.') put_register(code, out, n);
        }
    if (tail[0] == 't') buf_format(out, " -> %u", place + 2 + w);
    else if (tail[0] == 'n') buf_format(out, " %u", w);
    else if (tail[0] == 'c' && tail[1] == 'o') put_const(code, out, w);
    else if (tail[0] == 'c') {
        buf_put(out, ' ');
        if (w < code->ncaches) str_utf8(code->caches[w].name, out);
    }
    const CodeLine *line = code_line(code, place);
    if (line) buf_format(out, "   ; %d:%d-%d:%d", line->line, line->col, line->end_line, line->end_col);
    buf_put(out, '\n');
}

void code_disassemble(Vm *vm, const Code *code, Buf *out) {
    str_utf8(code->qualname, out);
    buf_format(out, ": %u locals, %u temporaries, %u far, flags %x\n", code->nlocals, code->ntemps, code->nfar,
               code->flags);
    for (u32 i = 0; i < code->words; i += opcode_words[code->code[i] & 255]) put_instruction(code, out, i);
    for (u32 i = 0; i < code->nexceptions; i++) {
        const ExceptionEntry *e = &code->exceptions[i];
        buf_format(out, "   on exception in %u..%u: %u, depth %u\n", e->start, e->end, e->handler, e->depth);
    }
    for (u32 i = 0; i < code->nconsts; i++)
        if (value_is(code->consts[i], T_CODE)) {
            buf_put(out, '\n');
            code_disassemble(vm, code_get(code->consts[i]), out);
        }
}
