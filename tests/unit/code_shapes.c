// code_shapes.c: which instructions some expressions and statements become: the short forms must not be lost.
//
//      cc -std=gnu11 -Isrc -Ibuild/gen tests/unit/code_shapes.c src/*/*.c wasm/native/host.c -lm
#include "unit.h"
#include "base/host.h"
#include "code/code.h"
#include "host/aiter.h"
#include "obj/call.h"

bool host_write(void *host, int stream, const void *bytes, size_t n) {
    return fwrite(bytes, 1, n, stream == 2 ? stderr : stdout) == n;
}

// The body of `def f(a, b, *c):`, and its instructions.
static const struct { const char *body, *shape; } shapes[] = {
    {"return a", "RETURN"},
    {"return 1", "RETURN_K"},
    {"return a + b", "ADD RETURN"},
    {"return a - 1", "SUB_K RETURN"},
    {"x = a * b", "MUL_L RETURN_K"},
    {"x = a // 2", "FLOORDIV_KL RETURN_K"},
    {"x = 5", "LOADK_L RETURN_K"},
    {"x = a", "COPY RETURN_K"},
    {"x = -(2 * 3)", "LOADK_L RETURN_K"},
    {"a += b", "IADD RETURN_K"},
    {"a -= 1", "ISUB_K RETURN_K"},
    {"a |= b", "INPLACE RETURN_K"},
    {"a, b = b, a + b", "MOVE ADD_L STORE RETURN_K"},
    {"a.x += 1", "LOAD_ATTR IADD_K STORE_ATTR RETURN_K"},
    {"a[b] += 1", "GET_ITEM IADD_K SET_ITEM RETURN_K"},
    {"a.x = b.y", "LOAD_ATTR STORE_ATTR RETURN_K"},
    {"a[1:2]", "LOADK GET_ITEM DROP RETURN_K"},
    {"if a < b: a", "J_LT RETURN_K"},
    {"if a < 5 and not b: return 1", "J_LT_K J_IF RETURN_K RETURN_K"},
    {"if a is None or b is not None: return 1", "J_IS_K J_IS_K RETURN_K RETURN_K"},
    {"return a if b else 1", "J_IF RETURN RETURN_K"},
    {"return a or b", "MOVE J_IF_KEEP MOVE RETURN"},
    {"return a in (1, 2)", "LOADK IN RETURN"},
    {"return a in {1, 2}", "LOADK IN RETURN"},
    {"return 0 < a < b", "LOADK COMPARE J_IF_KEEP COMPARE RETURN"},
    {"a.m(b)", "LOAD_METHOD MOVE CALL_METHOD DROP RETURN_K"},
    {"a(b, k=1)", "MOVE MOVE LOADK CALL_KW DROP RETURN_K"},
    {"a(*b)", "MOVE MOVE CALL_EX DROP RETURN_K"},
    {"for x in a: b", "GET_ITER FOR_ITER LOOP RETURN_K"},
    {"while a: b", "J_IF LOOP RETURN_K"},
    {"while True: a()", "MOVE CALL DROP LOOP"},
    {"if 0: a()\nelse: return b", "RETURN"},
    {"x = [y for y in a]", "BUILD_LIST GET_ITER FOR_ITER LIST_APPEND LOOP CLEAR STORE RETURN_K"},
    {"x = [1, 2, 3]", "BUILD_LIST LOADK LIST_EXTEND STORE RETURN_K"},
    {"x = f'{a}-{b!r}'", "MOVE FORMAT LOADK MOVE FORMAT BUILD_STRING STORE RETURN_K"},
    {"x = '%s-%r' % (a, b)", "MOVE FORMAT LOADK MOVE FORMAT BUILD_STRING STORE RETURN_K"},
    {"del a\nreturn a", "DELETE CHECK RETURN"},
    {"if a: x = 1\nreturn x", "J_IF LOADK_L CHECK RETURN"},
    {"if a: x = 1\nelse: x = 2\nreturn x", "J_IF LOADK_L JUMP LOADK_L RETURN"},
    {"return a + (a := 5)", "MOVE LOADK_L ADD RETURN"},
    {"return lambda: a", "MAKE_CELL MOVE BUILD_TUPLE MAKE_FUNCTION RETURN"},
    {"yield a", "NOP YIELD DROP RETURN_K"},
    {"try: a()\nfinally: b", "MOVE CALL DROP JUMP PUSH_EXC SWAP POP_EXC RERAISE RETURN_K"},
};

static Code *function_of(const Code *module) {
    for (u32 i = 0; i < module->nconsts; i++)
        if (value_is(module->consts[i], T_CODE)) return code_get(module->consts[i]);
    return NULL;
}

int main(void) {
    Aiter *engine = aiter_open(NULL, NULL);
    Vm *vm = (Vm *)engine; // its first member
    Str *name = str_from_text(vm, "shapes");
    for (u32 i = 0; i < countof(shapes); i++) {
        char source[400], got[1000] = "";
        size_t n = (size_t)snprintf(source, sizeof source, "def f(a, b, *c):\n ");
        for (const char *p = shapes[i].body; *p && n < sizeof source - 4; p++) {
            source[n++] = *p;
            if (*p == '\n') source[n++] = ' ';
        }
        source[n++] = '\n';
        Code *code = code_compile(vm, (const u8 *)source, n, name, 0, 0);
        const Code *f = code ? function_of(code) : NULL;
        if (!f) exc_clear(vm);
        for (u32 k = 0; f && k < f->words; k += opcode_words[f->code[k] & 255]) {
            if (k) strcat(got, " ");
            strcat(got, opcode_names[f->code[k] & 255]);
        }
        unit_check(!strcmp(got, shapes[i].shape), __FILE__, (int)i, "%s: %s, expected %s", shapes[i].body, got, shapes[i].shape);
        if (code) DECREF(vm, code);
    }
    DECREF(vm, name);
    CHECK_EQ_INT(aiter_close(engine), 0);
    return unit_end();
}
