// code_check.c: compiles Python files and verifies every code object by abstract interpretation over all its paths:
// temporaries without holes, the depth table, every operand dead or live as opcodes.def says, locals bound where they are
// read, handlers and jumps in range, nothing unreachable. `code_check FILE...`, with -d for a listing, -p for
// positions, -t for the speed, -m to refuse every allocation in turn. At the end nothing may be left in memory.
//
//      cc -std=gnu11 -Isrc -Ibuild/gen tests/unit/code_check.c src/*/*.c wasm/native/host.c -lm
#include "unit.h"
#include "code/compiler.h"
#include "host/aiter.h"
#include "base/host.h"
#include "obj/call.h"
#include "obj/exception.h"
#include <stdlib.h>
#include <time.h>

static const char *const kinds_of[OPCODES] = {
#define OPCODE(name, words, a, b, c, w, text) #a " " #b " " #c " " #w,
#define ARITHMETIC(name) "T R R -", "T R K -", "L R R -", "L R K -",
#define COMPARE_JUMP(name) "R R n target", "R K n target",
#include "code/opcodes.def"
};

typedef struct State { int depth; unsigned long long bound[4]; } State;

typedef struct Checker {
    const Code *code;
    const char *file;
    State *states;
    u32 *work, nwork;
    bool *waiting;
    bool failed;
} Checker;

static bool bad(Checker *k, u32 place, const char *what) {
    if (!k->failed) {
        char name[200];
        snprintf(name, sizeof name, "%.*s", (int)k->code->qualname->len, (const char *)k->code->qualname->data);
        const CodeLine *line = code_line(k->code, place);
        unit_check(0, k->file, line ? line->line : 0, "%s at word %u (%s): %s", name, place,
                   place < k->code->words ? opcode_names[k->code->code[place] & 255] : "end", what);
    }
    k->failed = true;
    return false;
}

static void arrive(Checker *k, u32 from, u32 place, const State *s) {
    if (place >= k->code->words) { bad(k, from, "runs past the end"); return; }
    State *t = &k->states[place];
    bool changed = false;
    if (t->depth < 0) *t = *s, changed = true;
    else {
        if (t->depth != s->depth) { bad(k, place, "two depths on arrival"); return; }
        for (int i = 0; i < 4; i++) {
            unsigned long long both = t->bound[i] & s->bound[i];
            changed |= both != t->bound[i];
            t->bound[i] = both;
        }
    }
    if (changed && !k->waiting[place]) {
        k->waiting[place] = true;
        k->work[k->nwork++] = place;
    }
}

static bool is_bound(const State *s, u32 r) { return s->bound[r >> 6] >> (r & 63) & 1; }
static void set_bound(State *s, u32 r, bool on) {
    if (on) s->bound[r >> 6] |= 1ull << (r & 63);
    else s->bound[r >> 6] &= ~(1ull << (r & 63));
}

// How an instruction with a count takes and gives temporaries: from the one in a on.
static bool counted(u32 op, u32 b, u32 c, u32 *takes, u32 *gives) {
    *gives = 1;
    switch (op) {
    case OP_CALL: *takes = b + 1; return true;
    case OP_CALL_METHOD: *takes = b + 2; return true;
    case OP_CALL_KW: *takes = b + 1 + c; return true;
    case OP_CALL_EX: *takes = 2 + b; return true;
    case OP_BUILD_TUPLE: case OP_BUILD_LIST: case OP_BUILD_SET: case OP_BUILD_STRING: case OP_BUILD_SLICE: case OP_INTRINSIC:
        *takes = b; return true;
    case OP_BUILD_DICT: *takes = 2 * b; return true;
    case OP_UNPACK: *takes = 1; *gives = b; return true;
    case OP_UNPACK_EX: *takes = 1; *gives = b + 1 + c; return true;
    case OP_MAKE_FUNCTION: *takes = (u32)__builtin_popcount(b & 15); return true;
    case OP_WITH_START: *takes = 1; *gives = 2; return true;
    default: return false;
    }
}

static bool step(Checker *k, u32 place) {
    const Code *code = k->code;
    State s = k->states[place], before = s;
    u32 word = code->code[place], op = word & 255, n = code->nlocals;
    if (op >= OPCODES) return bad(k, place, "no such instruction");
    u32 words = opcode_words[op], w = 0, next = place + words;
    if (next > code->words) return bad(k, place, "cut off");
    if (words == 2) w = code->code[place + 1];
    u32 x[3] = {word >> 8 & 255, word >> 16 & 255, word >> 24};
    const char *kinds = kinds_of[op];
    int d = s.depth, taken = 0, given = 0, progress;
    u32 takes, gives;
    if (kinds[4] == '.') x[1] = word >> 16;
    // Constants, caches.
    for (int i = 0; i < 3; i++)
        if (kinds[2 * i] == 'K' && x[i] >= code->nconsts) return bad(k, place, "no such constant");
    if (!strcmp(kinds + 6, "const") && w >= code->nconsts) return bad(k, place, "no such constant in w");
    if (!strcmp(kinds + 6, "cache") && w >= code->ncaches) return bad(k, place, "no such cache");
    if (counted(op, x[1], x[2], &takes, &gives)) {
        if ((int)x[0] - (int)n != d - (int)takes) return bad(k, place, "operands are not on top");
        progress = d - (int)takes;
        d = progress + (int)gives;
    } else {
        // What is consumed must be the topmost ones.
        unsigned long long seen = 0;
        for (int i = 0; i < 3; i++) {
            char kind = kinds[2 * i];
            if (op == OP_RAISE && x[1] == 0) break;
            if (kind != 'R') continue;
            if (x[i] < n) {
                if (!is_bound(&s, x[i])) return bad(k, place, "a local may be unbound");
                continue;
            }
            if ((int)(x[i] - n) >= d || (int)(x[i] - n) < d - 60) return bad(k, place, "consumes what is not live");
            unsigned long long bit = 1ull << (d - 1 - (int)(x[i] - n));
            if (seen & bit) return bad(k, place, "consumes one twice");
            seen |= bit;
            taken++;
        }
        if (op == OP_RAISE && x[1] == 2) seen |= seen >> 1, taken++;
        if (op == OP_LOAD_SUPER) seen = 3, taken = 2;
        if (op == OP_FORMAT && x[2] & 4) seen = 1, taken = 1;
        if (seen != (1ull << taken) - 1) return bad(k, place, "consumes what is not on top");
        d -= taken;
        progress = d;
        for (int i = 0; i < 3; i++) {
            int t = (int)x[i] - (int)n;
            switch (kinds[2 * i]) {
            case 't':
                if (t < 0 || t >= d) return bad(k, place, "reads a dead temporary");
                break;
            case 'T':
                if (t != d) return bad(k, place, "writes a temporary that is not the next");
                given++;
                break;
            case 'X':
                if (t >= 0 ? t >= d : !is_bound(&s, x[i])) return bad(k, place, "changes what is dead or unbound");
                break;
            case 'L':
                if (t >= 0) return bad(k, place, "a temporary where a local must be");
                break;
            case 'l':
                if (t >= 0) return bad(k, place, "a temporary where a local must be");
                if (op != OP_CHECK && !is_bound(&s, x[i])) return bad(k, place, "a local may be unbound");
                break;
            default: break;
            }
        }
        d += given;
        if (op == OP_LOAD_METHOD || op == OP_PUSH_EXC || (op == OP_LOAD_SUPER && x[1])) d++;
        if (op == OP_FORMAT || op == OP_PUSH_EXC || op == OP_AWAIT || op == OP_IMPORT_NAME || op == OP_LOAD_SUPER)
            if ((int)x[0] - (int)n != progress - 1) return bad(k, place, "works on what is not on top");
    }
    if (op == OP_REPLACE && x[0] + 1 != x[1]) return bad(k, place, "replaces what is not below");
    if (code->depth[place] != progress) return bad(k, place, "depth table is wrong");
    if (words == 2 && code->depth[place + 1] != progress) return bad(k, place, "depth table is wrong in w");
    if (d > code->ntemps) return bad(k, place, "more temporaries than ntemps");
    // Who catches.
    for (u32 i = 0; i < code->nexceptions; i++) {
        const ExceptionEntry *e = &code->exceptions[i];
        if (place < e->start || place >= e->end) continue;
        if ((int)e->depth > progress) return bad(k, place, "handler wants more temporaries");
        State h = before;
        if (op == OP_DELETE || op == OP_CLEAR) set_bound(&h, x[0], false);
        if (op == OP_MAKE_CELL && x[2]) set_bound(&h, x[1], false);
        h.depth = (int)e->depth + 1;
        arrive(k, place, e->handler, &h);
        break;
    }
    // What is bound after.
    switch (op) {
    case OP_DELETE: case OP_CLEAR: set_bound(&s, x[0], false); break;
    case OP_CHECK: set_bound(&s, x[0], true); break;
    case OP_COPY_FREE:
        for (u32 i = 0; i < x[1]; i++) set_bound(&s, x[0] + i, true);
        break;
    case OP_MAKE_CELL:
        if (x[2]) set_bound(&s, x[1], false);
        set_bound(&s, x[0], true);
        break;
    case OP_FOR_ITER: break;
    default:
        for (int i = 0; i < 3; i++)
            if (kinds[2 * i] == 'L') set_bound(&s, x[i], true);
    }
    // Where to.
    s.depth = d;
    if (!strcmp(kinds + 6, "target")) {
        State t = s;
        if (op == OP_FOR_ITER || op == OP_FOR_ITER_T) t.depth = progress - 1;
        if (op == OP_END_ASYNC_FOR) t.depth = progress - 1;
        if (op == OP_J_IF_KEEP) s.depth = d - 1;
        if ((op == OP_FOR_ITER || op == OP_FOR_ITER_T || op == OP_J_IF_KEEP) && (int)x[0] - (int)n != progress - 1)
            return bad(k, place, "not on top");
        if (op == OP_FOR_ITER) set_bound(&s, x[1], true);
        arrive(k, place, next + w, &t);
        if (op == OP_END_ASYNC_FOR) return true;
    } else if (op == OP_JUMP || op == OP_LOOP) {
        i32 distance = (i32)word >> 8;
        if ((op == OP_LOOP) != (distance < 0) && op == OP_LOOP) return bad(k, place, "loops forward");
        arrive(k, place, next + (u32)distance, &s);
        return true;
    } else if (op == OP_RETURN || op == OP_RETURN_K) {
        if (d) return bad(k, place, "temporaries live at the end");
        return true;
    } else if (op == OP_RAISE || op == OP_RERAISE) return true;
    arrive(k, place, next, &s);
    return true;
}

static u32 total_words, total_codes, total_bytes_lines;

static void check_code(const char *file, const Code *code) {
    Checker k = {.code = code, .file = file};
    u32 n = code->words;
    total_words += n;
    total_codes++;
    total_bytes_lines += code->nlines;
    k.states = malloc((n + 1) * sizeof *k.states);
    k.work = malloc((n + 1) * sizeof *k.work);
    k.waiting = calloc(n + 1, 1);
    for (u32 i = 0; i <= n; i++) k.states[i].depth = -1;
    State start = {0};
    for (u32 i = 0; i < code->nparams && i < code->cell_start; i++) set_bound(&start, i, true);
    if (!n) bad(&k, 0, "empty");
    else arrive(&k, 0, 0, &start);
    while (k.nwork && !k.failed) {
        u32 place = k.work[--k.nwork];
        k.waiting[place] = false;
        step(&k, place);
    }
    for (u32 i = 0; i < n && !k.failed; i += opcode_words[code->code[i] & 255])
        if (k.states[i].depth < 0) bad(&k, i, "unreachable");
    if (code->nlocals + code->ntemps > 256) bad(&k, 0, "too many registers");
    if (code->local_names->len != (u32)code->nlocals + code->nfar) bad(&k, 0, "local_names");
    for (u32 i = 1; i < code->nlines; i++)
        if (code->lines[i].start <= code->lines[i - 1].start) bad(&k, code->lines[i].start, "lines out of order");
    unit_check(!k.failed, file, 0, "code");
    free(k.states);
    free(k.work);
    free(k.waiting);
    for (u32 i = 0; i < code->nconsts; i++)
        if (value_is(code->consts[i], T_CODE)) check_code(file, code_get(code->consts[i]));
}

// Positions of the instructions that can raise, by kind, to be compared with CPython's.
static const char *kind_of(u32 op) {
    if (op >= OP_ADD_T && op <= OP_AND_KL) return "binary";
    switch (op) {
    case OP_CALL: case OP_CALL_METHOD: case OP_CALL_KW: case OP_CALL_EX: return "call";
    case OP_LOAD_ATTR: case OP_LOAD_ATTR_T: case OP_LOAD_METHOD: return "attr";
    case OP_LOAD_SUPER: return "super";
    case OP_STORE_ATTR: return "store_attr";
    case OP_DELETE_ATTR: return "delete_attr";
    case OP_GET_ITEM: return "item";
    case OP_SET_ITEM: return "set_item";
    case OP_DELETE_ITEM: return "delete_item";
    case OP_IADD: case OP_IADD_K: case OP_ISUB: case OP_ISUB_K: case OP_BINARY: case OP_INPLACE: return "binary";
    case OP_COMPARE: case OP_J_LT: case OP_J_LE: case OP_J_EQ: case OP_J_NE: case OP_J_GT: case OP_J_GE:
    case OP_J_LT_K: case OP_J_LE_K: case OP_J_EQ_K: case OP_J_NE_K: case OP_J_GT_K: case OP_J_GE_K: return "compare";
    case OP_IN: case OP_NOT_IN: return "contains";
    case OP_GET_ITER: return "iter";
    case OP_FOR_ITER: case OP_FOR_ITER_T: return "for";
    case OP_GET_AITER: return "aiter";
    case OP_GET_ANEXT: return "anext";
    case OP_RAISE: return "raise";
    case OP_IMPORT_NAME: return "import";
    case OP_IMPORT_FROM: return "import_from";
    case OP_LOAD_GLOBAL: case OP_LOAD_NAME: return "global";
    case OP_UNPACK: case OP_UNPACK_EX: return "unpack";
    case OP_UNARY: return "unary";
    case OP_GET_AWAITABLE: return "await";
    case OP_YIELD: return "yield";
    case OP_MATCH_EXC: return "match_exc";
    case OP_FORMAT: return "format";
    case OP_WITH_START: return "with";
    case OP_MAKE_FUNCTION: return "function";
    case OP_DICT_MERGE: return "merge";
    default: return NULL;
    }
}

static void print_positions(const Code *code) {
    for (u32 i = 0; i < code->words; i += opcode_words[code->code[i] & 255]) {
        const char *kind = kind_of(code->code[i] & 255);
        const CodeLine *l = code_line(code, i);
        if (kind && l)
            printf("%.*s|%u|%s|%d:%d-%d:%d\n", (int)code->qualname->len, (const char *)code->qualname->data, code->firstlineno, kind,
                   l->line, l->col, l->end_line, l->end_col);
    }
    for (u32 i = 0; i < code->nconsts; i++)
        if (value_is(code->consts[i], T_CODE)) print_positions(code_get(code->consts[i]));
}

bool host_write(void *host, int stream, const void *bytes, size_t n) {
    return fwrite(bytes, 1, n, stream == 2 ? stderr : stdout) == n;
}

// The text of the pending exception, which is dropped.
static const char *error_text(Vm *vm) {
    static char text[1000];
    Value e = exc_take(vm), s = exception_str(vm, e);
    Buf out;
    buf_open(&out, &vm->mem);
    if (value_is(s, T_STR)) str_utf8(str_get(s), &out);
    snprintf(text, sizeof text, "%.*s", (int)out.len, (const char *)out.data);
    buf_close(&out);
    decref(vm, s);
    decref(vm, e);
    return text;
}

// What there is in the language, in small.
static const char program[] =
    "@deco\n"
    "class C[T: int, *Ts, **P](Base, metaclass=Meta, **kw):\n"
    "    \"\"\"doc\"\"\"\n"
    "    x: int = 1\n"
    "    if x: y: str\n"
    "    def __init__(self, a, /, b=2, *args: T, c, d=4, **kw) -> None:\n"
    "        super().__init__(a, *args, c=c, **kw)\n"
    "        self.a = self.b, *self.c = a, b\n"
    "    @property\n"
    "    def p(self): return __class__, [super().p for _ in range(3)]\n"
    "type Alias[K, V = str] = dict[K, V]\n"
    "def flow(n, data):\n"
    "    global g\n"
    "    while n:\n"
    "        try:\n"
    "            for i, (j, *k) in data:\n"
    "                if i: continue\n"
    "                elif j: break\n"
    "                with open(i) as f, lock: return f.read()\n"
    "            else: n -= 1\n"
    "        except (A, B) as e:\n"
    "            try: raise e from None\n"
    "            finally: del e; n //= 2\n"
    "        except C: return n\n"
    "        else: data[n:1] += k\n"
    "        finally:\n"
    "            if n < 0 <= i < 5 or not data is None: return 7\n"
    "    try: raise g\n"
    "    except* ValueError as v: print(f\"{v!r:>{n}} {n=}\", \"%s%%\" % (n,))\n"
    "    except* TypeError: pass\n"
    "    match data:\n"
    "        case [1, \"a\", *rest] | {\"k\": rest} if rest: return rest\n"
    "        case Point(x=0, y=[_, z]) as whole: return z, whole\n"
    "        case int() | None | -1: pass\n"
    "    g = lambda *a, b=(w := 5): (yield a) or (n if b else w)\n"
    "    return {**data, 1: {x for x in data}, 'k': [y := x for x in g if (lambda: x)()]}, t\"{n!s:{w}}\", data[::2, ...]\n"
    "async def co(it):\n"
    "    async with it as a, a.b as [c, d]:\n"
    "        async for a.x in it: yield [await z async for z in it for q in [z]]\n"
    "        else: return\n"
    "    assert a < b, (await c) + 1j\n"
    "    nonlocal_free = [x for x in it] if it else sum(x for x in it)\n";

static u8 *read_file(const char *name, size_t *length) {
    FILE *f = fopen(name, "rb");
    if (!f) return NULL;
    fseek(f, 0, SEEK_END);
    *length = (size_t)ftell(f);
    rewind(f);
    u8 *data = malloc(*length + 1);
    *length = fread(data, 1, *length, f);
    fclose(f);
    return data;
}

// Every allocation of the compiler in turn is refused: no crash, MemoryError, and nothing is left behind.
static void refuse_memory(Vm *vm, const char *name, const u8 *source, size_t length, Str *filename) {
    size_t start = vm->mem.used;
    bool refused = true;
    for (u32 n = 1; refused && n < 1000000; n += n < 3000 ? 1 : 37) {
        Value code = V_ERROR;
        Tree tree;
        tree_open(&tree, &vm->mem);
        Node *root = tree_parse(&tree, source, length, TREE_FILE, 0);
        Scope *module = root ? scope_build(&tree) : NULL;
        if (module) {
            vm->mem.fail_after = n;
            code = compile_tree(vm, &tree, module, filename, 0);
            refused = vm->mem.fail_after == 0;
            vm->mem.fail_after = 0;
        }
        if (!module) refused = false;
        else if (code != V_ERROR) decref(vm, code); // it could do without
        else {
            unit_check(exc_matches(vm, T_MemoryError), name, (int)n, "no MemoryError");
            exc_clear(vm);
        }
        tree_close(&tree);
    }
    // The engine's table of interned strings may have grown.
    unit_check(vm->mem.used <= start + 16384, name, 0, "%zu bytes left", vm->mem.used - start);
}

int main(int argc, char **argv) {
    bool listing = false, speed = false, positions = false, memory = false;
    Aiter *engine = aiter_open(NULL, NULL);
    Vm *vm = (Vm *)engine; // its first member
    size_t all = 0;
    double seconds = 0;
    int failed_files = 0;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "-d")) { listing = true; continue; }
        if (!strcmp(argv[i], "-m")) { memory = true; continue; }
        if (!strcmp(argv[i], "-p")) { positions = true; continue; }
        if (!strcmp(argv[i], "-t")) { speed = true; continue; }
        size_t length;
        u8 *source = read_file(argv[i], &length);
        if (!source) { printf("cannot read %s\n", argv[i]); continue; }
        Str *name = str_from_text(vm, argv[i]);
        if (memory) refuse_memory(vm, argv[i], source, length, name);
        clock_t before = clock();
        Code *code = code_compile(vm, source, length, name, 0, 0);
        for (int more = 0; speed && more < 20; more++) {
            if (code) DECREF(vm, code);
            code = code_compile(vm, source, length, name, 0, 0);
        }
        seconds += (double)(clock() - before) / CLOCKS_PER_SEC / (speed ? 21 : 1);
        all += length;
        if (code) {
            if (listing) {
                Buf out;
                buf_open(&out, &vm->mem);
                code_disassemble(vm, code, &out);
                fwrite(out.data, 1, out.len, stdout);
                buf_close(&out);
            }
            if (positions) print_positions(code);
            check_code(argv[i], code);
            DECREF(vm, code);
        } else {
            failed_files++;
            printf("%s: does not compile: %s\n", argv[i], error_text(vm));
        }
        DECREF(vm, name);
        free(source);
    }
    if (argc > 1)
        printf("%u code objects, %u words, %u lines rows, %zu bytes of source, %.2f MB/s with the parser, %d not compiled\n", total_codes,
               total_words, total_bytes_lines, all, all / 1e6 / (seconds > 0 ? seconds : 1), failed_files);
    if (argc == 1) {
        Str *name = str_from_text(vm, "program");
        Code *code = code_compile(vm, (const u8 *)program, sizeof program - 1, name, TREE_FILE, 0);
        if (CHECK(code != NULL)) {
            check_code("program", code);
            DECREF(vm, code);
        } else printf("%s\n", error_text(vm));
        refuse_memory(vm, "program", (const u8 *)program, sizeof program - 1, name);
        DECREF(vm, name);
    }
    CHECK_EQ_INT(aiter_close(engine), 0);
    return unit_end();
}
