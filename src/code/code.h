// code.h: code objects: what the compiler makes and the machine runs.
#ifndef AITER_CODE_H
#define AITER_CODE_H

#include "obj/state.h"
#include "obj/list.h"
#include "obj/dict.h"
#include "obj/str.h"
#include "obj/bytes.h"

typedef enum Opcode {
#define OPCODE(name, words, a, b, c, w, text) OP_##name,
#define ARITHMETIC(name) OP_##name##_T, OP_##name##_K, OP_##name##_L, OP_##name##_KL,
#define COMPARE_JUMP(name) OP_J_##name, OP_J_##name##_K,
#include "code/opcodes.def"
    OPCODES
} Opcode;

typedef enum Intrinsic {
#define INTRINSIC(name, arguments, text) INTRINSIC_##name,
#include "code/intrinsics.def"
    INTRINSICS
} Intrinsic;

// One inline cache: the name it is for, and what was found the last time.
typedef struct Cache {
    Str *name;    // interned, owned by the code object
    Shape *shape; // for attributes: of the object; NULL: empty
    u32 version;  // for names: the Dict.version; for attributes: where Attrs is in the object
    u16 kind;     // for names: CACHE_…, the machine's
    u16 slot;     // place in the attributes, or in the dict's entries
    Value value;  // borrowed: a method, a property's function, … (valid while shape or version is)
} Cache;

// Words start <= place < end are guarded: on an exception temporaries down to `depth` are dropped, the exception is put
// in the temporary `depth`, and the frame goes on at `handler`. The first entry that fits counts: inner ones come first.
typedef struct ExceptionEntry { u32 start, end, handler, depth; } ExceptionEntry;

// From word `start` on, up to the next row: the position in the source, columns in UTF-8 bytes. line 0: no position (artificial).
typedef struct CodeLine { u32 start; i32 line, end_line, col, end_col; } CodeLine;

struct Code {
    Object head;
    u32 flags;                      // CO_…
    u16 argcount, posonly, kwonly;  // positional parameters (posonly included), of them positional-only; keyword-only
    u16 nlocals;                    // registers below it are locals
    u16 ntemps;                     // temporaries above them
    u16 nfar;                       // locals behind the temporaries
    u16 nparams;                    // argcount + kwonly + *args + **kwargs
    u16 cell_start, ncells;         // registers of the cells; the plain locals that are near stand below
    u16 free_start, nfrees;         // registers of the free variables
    u32 *code;
    u8 *depth;
    u32 words;
    Value *consts;
    u32 nconsts;
    Cache *caches;
    u32 ncaches;
    ExceptionEntry *exceptions;
    u32 nexceptions;
    CodeLine *lines;
    u32 nlines;
    Str *name, *qualname, *filename;
    Tuple *varnames;                // all locals that have a name, in the order of registers (far ones behind; hidden ones of comprehensions are left out at the end)
    Tuple *local_names;             // name of every local register, then of the far locals: for messages and locals()
    Tuple *cellvars, *freevars;
    u32 firstlineno;
    Bytes *source;                  // UTF-8 of the whole file, for tracebacks; shared; may be NULL
    Frame *free_frames;             // frames to be used again (vm/frame.c)
    Code *next, **link;             // all code objects of the engine, for emptying caches (vm->machine)
};
#define code_get(value) ((Code *)object_get(value))

enum CodeFlags { // CPython's numbers
    CO_OPTIMIZED = 1, CO_NEWLOCALS = 2, CO_VARARGS = 4, CO_VARKEYWORDS = 8, CO_NESTED = 16, CO_GENERATOR = 32,
    CO_COROUTINE = 128, CO_ITERABLE_COROUTINE = 256, CO_ASYNC_GENERATOR = 512,
    CO_FUTURE_ANNOTATIONS = 0x1000000, CO_HAS_DOCSTRING = 0x4000000, CO_METHOD = 0x8000000,
    CO_HIDDEN = 0x10000000,  // of the prelude: in no traceback
    CODE_KEEP_LAST = 0x40000000, // given to code_compile only: the module returns the value of its last expression statement
    CODE_NO_SOURCE = 0x40000,    // likewise: tracebacks show no lines of it (of exec, eval and compile)
    CO_SIMPLE = 0x20000000,  // no *args, **kwargs, keyword-only parameters, cells from parameters, far locals: the short way to call it
};

// Where plain local (or parameter) i stands: a register, or behind the temporaries.
INLINE u32 code_register(const Code *code, u32 i) {
    return i < code->cell_start ? i : i - code->cell_start + code->nlocals + code->ntemps;
}

// How code_compile reads its source: the numbers of TreeMode and TreeFlags, for rooms that do not know the tree.
enum CodeMode { CODE_FILE, CODE_EVAL, CODE_SINGLE };
enum { CODE_TOP_LEVEL_AWAIT = 1, CODE_IGNORE_COOKIE = 8 };

// Compiles source text (UTF-8, or with a coding cookie). `mode` is a TreeMode, `flags` TreeFlags plus CO_HIDDEN. Owned, or
// NULL with SyntaxError (its attributes set), MemoryError or another exception pending. SyntaxWarnings go to
// vm_warn_syntax (vm/warn.c).
// NULL: an exception; or none when a syntax error was found, but not vm->grammar, without which it has no words.
Code *code_compile(Vm *vm, const u8 *source, size_t length, Str *filename, int mode, u32 flags);
// An empty one, to be filled by the compiler; NULL with MemoryError.
Code *code_new(Vm *vm);
// For the machine to define: the frames kept in free_frames are freed (vm/frame.c); a SyntaxWarning, false: it became an
// exception, which is pending (vm/warn.c).
void code_frames_free(Vm *vm, Code *code);
bool vm_warn_syntax(Vm *vm, const char *message, Str *filename, u32 lineno, const u8 *line, u32 length); // the source line
// Words of an instruction by opcode; names for the disassembler.
extern const u8 opcode_words[OPCODES];
extern const char *const opcode_names[OPCODES];
// Position of the instruction at word `place`; NULL when it has none.
const CodeLine *code_line(const Code *code, u32 place);
// Readable listing, for engineers.
void code_disassemble(Vm *vm, const Code *code, Buf *out);

#endif
