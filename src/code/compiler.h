// compiler.h: the inside of the compiler: what its files share. Nobody outside src/code includes it.
//
// One walk over the tree emits final instructions; there is no intermediate form. All tables grow at the end of buffers
// that every unit (a code object in the making) shares: an inner function stands behind its outer one, and is cut off
// again when it is done. What is unreachable is not emitted, and statements there are not even visited.
//
// Failure is sticky: c->failed, with the exception pending or tree->error set; everything goes on harmlessly to its end.
#ifndef AITER_COMPILER_H
#define AITER_COMPILER_H

#include "tree/scope.h"
#include "code/code.h"

typedef struct Compiler Compiler;
typedef struct Unit Unit;
typedef struct Block Block;
typedef u32 Reg;
#define NO_REG 0xFFFFFFFFu

#define NEAR_LOCALS 170  // plain locals, cells and free variables together; cells and free variables alone may be more
#define MAX_REGISTERS 256
#define MAX_WORDS 0x3FFFFF
#define CHUNK 32         // items of a display that are held in registers at once
#define MAX_ARGUMENTS 60 // of a call, likewise
#define SPILL_ROOM 24    // with fewer registers left, what is pending goes to a far place
#define MAX_RECURSION 1000 // measured in Node: half of that much stack is taken
#define UNIT_RECURSION 3   // a unit inside a unit counts as so many levels more
#define MAX_BLOCKS 21    // statically nested, CPython's limit

// Which near locals are certainly assigned here: a bit a register.
typedef struct Certain { u32 bits[8]; } Certain;

// A place to jump to. While not bound, the jumps to it are chained through their target words.
typedef struct Label {
    u32 place;       // word of the unit, or UNBOUND
    u32 chain;       // 0: none, else (word << 1 | it is a JUMP) + 1 of the last jump
    u32 depth;       // live temporaries on arrival
    Certain certain; // of all jumps so far
} Label;
#define UNBOUND 0xFFFFFFFFu

// Words that one handler guards, in pieces: what `return` runs on its way out stands in between and is not guarded.
typedef struct Guard {
    u32 start; // of the open piece
    u32 chain; // rows of the exception table, linked through `handler`: index + 1 of the last one, 0: none
    u32 depth; // at the handler, without the exception
    Certain certain;
} Guard;

// What break, continue and return leave, innermost first.
typedef enum BlockKind {
    BLOCK_WHILE,
    BLOCK_FOR,         // iterator in `depth`
    BLOCK_TRY,         // body with except clauses
    BLOCK_FINALLY,     // body whose `finals` run on every way out
    BLOCK_FINALLY_END, // those, run for an exception: handled before in `depth`, the exception above
    BLOCK_WITH,        // __exit__ in `depth`
    BLOCK_HANDLER,     // body of an except clause: handled before in `depth`; `name` to unbind
    BLOCK_GROUP,       // body of an except* clause: cannot be left
    BLOCK_VALUE,       // a value to be returned, in `depth`
} BlockKind;

struct Block {
    Block *outer;
    u8 kind;
    bool is_async; // BLOCK_WITH
    u32 depth;
    Label *top, *end; // loops
    const Seq *finals;
    Name *name;
    const Node *at;
    Guard *guard; // what guards the body, or NULL
};

typedef struct ConstUse { u32 unit, index; struct ConstUse *next; } ConstUse;
typedef struct Const { // a constant of the whole compilation: equal ones are one object
    Value value;       // owned
    u32 hash;
    ConstUse *uses;    // in which units, innermost first
    struct Const *chain, *next;
} Const;

typedef struct NameInfo { // behind Name.value
    Str *str;       // interned, owned
    Const *constant;
    u32 global_unit, global_cache; // its cache for LOAD_GLOBAL in the unit that used it last
    u32 name_unit, name_cache;     // and for LOAD_NAME
    struct NameInfo *next;
} NameInfo;

typedef struct Vec { void *data; u32 len, room; } Vec; // items of one size

struct Unit {
    Unit *outer;
    Scope *scope;  // its frame
    Scope *block;  // where names are looked up now: the frame's, or an inlined comprehension's in it
    u32 number;
    u32 first_word, first_line, first_const, first_cache, first_exception;
    u32 nlocals, cell_start, free_start, nfar;
    u32 visible;    // plain locals with a name of their own come first
    u16 *registers; // of the plain locals by slot: below cell_start near, else cell_start + number of the far one
    u16 *cells;     // registers of the cells by slot
    u32 depth, max_depth;
    u32 base;       // temporaries at the start of the statement
    u32 spilled, max_spilled; // far places in use for what the registers have no room for
    u32 pin;        // the last place that something refers to: what is in front of it stays
    bool falls;     // the last instruction goes on here
    u32 here;       // jumps that arrive here, not yet patched (as Label.chain)
    bool walrus;    // some := is in its text
    bool annotated; // module, class: with annotations from the future, there are some
    Certain certain, deleted; // now; names that some statement in it unbinds
    Block *blocks;
    u32 nblocks;    // of them, and one for the body of a generator or coroutine
    const Node *outer_at; // the outer unit's position
    u32 flags;
    u32 firstlineno;
    Name *name;
    Str *qualname;  // owned
    Name **statics; // class: names assigned through self by its methods
    u32 nstatics, statics_room;
    Node **annotations; // module, class: simple annotated names, for __annotate__
    u32 nannotations, annotations_room;
    u32 conditional;    // how many of them are conditional
};

struct Compiler {
    Vm *vm;
    Tree *tree;
    Arena *arena;
    Str *filename;
    Bytes *source;
    u32 code_flags; // for every code object: CO_HIDDEN, CO_FUTURE_ANNOTATIONS
    Unit *unit;
    const Node *at; // the position of the instructions that come: that of a node
    const Node *noted; // whose position the last row of lines is, if known
    Scope *module;
    u32 recursion, units;
    bool failed, has_walrus, interactive;
    u32 *words; // of all units
    u8 *depths;
    u32 nwords, words_room, depths_room;
    Vec lines, consts, caches, exceptions; // CodeLine, Value, Str *, ExceptionEntry
    Const **buckets, *all_consts;
    u32 const_count, const_mask;
    NameInfo *names;
};

// ---- emit.c: instructions, temporaries, labels, tables --------------------------------------------------------------

// Nothing gets here.
bool is_dead(const Compiler *c);
Reg next_temp(const Compiler *c);
Reg top_temp(const Compiler *c);
bool is_temp(const Compiler *c, Reg r);
// How many more temporaries there may be.
u32 temps_left(const Compiler *c);

INLINE void at(Compiler *c, const Node *node) { c->at = node; }
// A position that no node has.
const Node *position_new(Compiler *c, u32 line, u32 end_line, u32 col, u32 end_col);

// Takes the next temporary / gives up the topmost one. temp_pop of a local does nothing.
Reg temp_push(Compiler *c);
void temp_pop(Compiler *c, Reg r);
Reg temp_pop_top(Compiler *c);
void emit(Compiler *c, u32 op, u32 a, u32 b, u32 d);
void emit_wide(Compiler *c, u32 op, u32 a, u32 b, u32 d, u32 w);
void emit_end(Compiler *c); // behind an instruction that does not go on: RETURN, RAISE, …
// The common pictures: consumes its operands, pushes its result.
Reg emit_push(Compiler *c, u32 op, u32 b, u32 d);               // T, plain b and c
Reg emit_unary(Compiler *c, u32 op, Reg b, u32 d);              // T, R, n
Reg emit_binary(Compiler *c, u32 op, Reg l, Reg r);             // T, R, R
Reg emit_binary_wide(Compiler *c, u32 op, Reg l, Reg r, u32 w); // the same with w
Reg emit_build(Compiler *c, u32 op, u32 count, u32 b, u32 d);   // T at the lowest of `count` temporaries
Reg emit_build_wide(Compiler *c, u32 op, u32 count, u32 b, u32 d, u32 w);
void emit_drop(Compiler *c);         // drops the topmost temporary
void emit_move(Compiler *c, Reg l);  // pushes a copy of a local
void emit_const(Compiler *c, u32 index);
void emit_return_const(Compiler *c, u32 index);
void emit_none(Compiler *c);         // pushes None

void label_init(Label *label);
void label_bind(Compiler *c, Label *label);      // all jumps to it come from before
void label_bind_back(Compiler *c, Label *label); // a loop's start: jumps come from behind
void emit_jump(Compiler *c, Label *label);
void emit_jump_back(Compiler *c, Label *label); // the same to a label behind, no check point
void emit_loop(Compiler *c, Label *label);
// A two-word instruction that jumps to the label or goes on; operands are already consumed. The state on arrival is the
// present one, with `depth` temporaries.
void emit_branch(Compiler *c, u32 op, u32 a, u32 b, u32 d, Label *label, u32 depth);

void guard_open(Compiler *c, Guard *guard, u32 depth);
void guard_close(Compiler *c, Guard *guard);   // ends the open piece
void guard_reopen(Compiler *c, Guard *guard);
bool guard_handler(Compiler *c, Guard *guard); // the handler starts here, exception pushed; false: nothing can raise

u32 const_take(Compiler *c, Value v); // consumes v; V_ERROR: fails. Index in the unit
u32 const_none(Compiler *c);
u32 const_str(Compiler *c, const char *text);
u32 const_name(Compiler *c, Name *name);
u32 const_names(Compiler *c, Name **names, u32 count); // a tuple of strs
Str *name_str(Compiler *c, Name *name); // borrowed; NULL: failed
Name *name_word(Compiler *c, const char *word);
u32 cache_new(Compiler *c, Name *name);
u32 cache_global(Compiler *c, Name *name);
u32 cache_name(Compiler *c, Name *name);

void *vec_add(Compiler *c, Vec *vec, u32 item_size); // a new item, not cleared; NULL: failed
void fail_memory(Compiler *c);
bool recursion_enter(Compiler *c); // false: failed
INLINE void recursion_leave(Compiler *c) { c->recursion--; }
void *arena_get(Compiler *c, size_t size); // NULL: failed

void certain_set(Certain *s, Reg r);
void certain_reset(Certain *s, Reg r);
bool certain_has(const Certain *s, Reg r);

// ---- compile.c: units -----------------------------------------------------------------------------------------------

// Begins a code object for a scope. The name in tracebacks is the scope's.
void unit_open(Compiler *c, Unit *u, Scope *scope, u32 firstlineno);
// Ends it: its code as an owned value, V_ERROR when something failed.
Value unit_close(Compiler *c);
// All of a parsed module: the code as an owned value, V_ERROR: an exception is pending or tree->error is set.
Value compile_tree(Vm *vm, Tree *tree, Scope *module, Str *filename, u32 code_flags);
void compile_error(Compiler *c, const Node *node, const char *format, ...) __attribute__((format(printf, 3, 4)));

// ---- names (assign.c) -----------------------------------------------------------------------------------------------

typedef enum PlaceKind {
    PLACE_LOCAL, PLACE_FAR, PLACE_CELL, PLACE_GLOBAL, PLACE_NAME,
    PLACE_CLASS_CELL,  // class body: the namespace first, then the cell
    PLACE_DICT_CELL,   // annotation-like scope in a class: __classdict__ first
    PLACE_DICT_GLOBAL,
} PlaceKind;
typedef struct Place { u8 kind; u32 index; Name *name; } Place; // register, or number of the far local

Place place_of(Compiler *c, Name *name);
Reg name_local(Compiler *c, Name *name);      // the register when it is a near local, else NO_REG
void check_local(Compiler *c, Reg r);         // emits CHECK unless it is certainly bound
void name_load(Compiler *c, Name *name);      // pushed
void name_store(Compiler *c, Name *name, Reg value); // consumes value
void name_delete(Compiler *c, Name *name);
void name_unbind(Compiler *c, Name *name);    // at the end of `except … as name`: bound or not
void load_cell(Compiler *c, u32 index);       // pushes what is in the cell of that register

// Stores the topmost temporary into a target.
void store_temp(Compiler *c, Node *target);
void assign_to(Compiler *c, Node *target, Node *value); // target = value
void compile_assign(Compiler *c, Node *s);
void compile_augmented(Compiler *c, Node *s);
void compile_annotated(Compiler *c, Node *s);
void compile_delete(Compiler *c, Node *target);
// CPython's update_start_location_to_match_attr
const Node *attribute_position(Compiler *c, const Node *attribute, const Node *p);
// Does an expression rebind the local by := ?
bool rebinds(Compiler *c, const Node *node, Reg local);
void note_static(Compiler *c, const Node *attribute);

// BinaryOp by the tree's Operator; UnaryOp by Operator - OP_Invert.
extern const u8 binary_operators[], unary_operators[];

// ---- expr.c ---------------------------------------------------------------------------------------------------------

void expr_push(Compiler *c, Node *e);           // into a new temporary
Reg expr_operand(Compiler *c, Node *e);         // a near local, read in place, or a new temporary
// The same, for an operand that is used after `later` (or NULL) has run.
Reg expr_operand_before(Compiler *c, Node *e, const Node *later, const Node *latest);
void expr_into(Compiler *c, Node *e, Reg local); // into a near local
void expr_discard(Compiler *c, Node *e);
void expr_jump(Compiler *c, Node *e, Label *label, bool condition); // jumps when bool(e) is condition
Reg compile_slice(Compiler *c, Node *slice, const Node *later);
void push_tuple(Compiler *c, const Seq *items, const Node *position);
u32 small_const(Compiler *c, Node *e, bool strings); // index below 256 of an int or float (or str) constant, or NO_REG
// Arguments of a call whose callable and `pushed` arguments stand on the stack from register `base` on. method: as CALL_METHOD.
void compile_call(Compiler *c, Reg base, bool method, u32 pushed, const Seq *args, const Seq *keywords, Name *extra,
                  const Node *position);

// ---- fold.c ---------------------------------------------------------------------------------------------------------

bool fold(Compiler *c, Node *e, Value *out);  // true: a constant, owned
int fold_truth(Compiler *c, Node *e);         // 0, 1, or -1: not a constant
Value constant_value(Compiler *c, const Constant *k); // owned, V_ERROR
Value docstring_of(Compiler *c, const Seq *body);     // cleaned, owned; V_UNSET: none
bool fold_items(Compiler *c, const Seq *items, Value *out); // a tuple when all are constants
Value frozenset_of(Compiler *c, Value tuple);  // consumes the tuple
Value text_value(Compiler *c, const u8 *bytes, u32 length);

// ---- stmt.c, try.c, function.c, pattern.c ---------------------------------------------------------------------------

void compile_body(Compiler *c, const Seq *body);
void compile_statement(Compiler *c, Node *s);
void block_push(Compiler *c, Block *block, BlockKind kind, u32 depth, Guard *guard);
void block_pop(Compiler *c, Block *block);
// Pushes iter(e) or aiter(e).
void push_iterator(Compiler *c, Node *e, bool is_async);
// The next item of the iterator on top goes to the target; at the end the iterator is dropped and `end` is next.
void for_next(Compiler *c, Node *iter, Node *target, Label *end);
// Leaves all blocks inside `stop`. `value`: a temporary on top that is to stay, or NO_REG. Answers where the value is.
Reg unwind_blocks(Compiler *c, Block *stop, Reg value);

void compile_try(Compiler *c, Node *s);
void compile_try_star(Compiler *c, Node *s);
void compile_with(Compiler *c, Node *s);
void compile_async_for(Compiler *c, Node *s);
// One step of an asynchronous iteration: the iterator is on top; pushes the item. `done` guards it.
void async_next(Compiler *c, Guard *done, const Node *position);
void async_end(Compiler *c, Guard *done, Label *end, const Node *position);
void with_exit_call(Compiler *c, bool is_async);

void compile_function(Compiler *c, Node *s);
void compile_lambda(Compiler *c, Node *e);
void compile_class(Compiler *c, Node *s);
void compile_type_alias(Compiler *c, Node *s);
void compile_comprehension(Compiler *c, Node *e);
void compile_annotations(Compiler *c); // __annotate__ of a module or class, when its body is done
void compile_namespace(Compiler *c, const Seq *body, bool has_docstring); // the body of a module or class

void compile_match(Compiler *c, Node *s);

// ---- unparse.c ------------------------------------------------------------------------------------------------------

Value unparse(Compiler *c, Node *e); // source text of an expression, as ast.unparse writes it for annotations

#endif
