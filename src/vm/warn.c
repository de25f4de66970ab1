// warn.c: SyntaxWarnings of the compiler, as `warnings` shows them by default: to standard error, once.
#include "vm/machine.h"
#include "vm/output.h"
#include "obj/call.h"

bool vm_warn_syntax(Vm *vm, const char *message, Str *filename, u32 lineno, const u8 *line, u32 length) {
    if (!vm->fiber) return true; // the engine's own library
    Buf text;
    buf_open(&text, &vm->mem);
    str_utf8(filename, &text);
    buf_format(&text, ":%u: SyntaxWarning: %s\n", lineno, message);
    while (length && (*line == ' ' || *line == '\t')) line++, length--;
    if (length && str_at(filename, 0) != '<') { // as linecache finds it: only where there is a file
        buf_text(&text, "  ");
        buf_add(&text, line, length);
        buf_put(&text, '\n');
    }
    bool ok = !text.failed && output_text(vm, 2, &text);
    buf_close(&text);
    return ok || vm->exc == V_UNSET;
}
