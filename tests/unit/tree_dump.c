// tree_dump.c: shows what src/text and src/tree make of Python source, in the words of CPython's own tools, so that the
// two can be compared as text (tree_compare.mjs).
//
//   tree_dump FILE            the tree, as ast.dump(tree, include_attributes=True, indent=1) prints it, or the error
//   tree_dump --symbols FILE  the scopes and their names
//   tree_dump --time N FILE   parses N times and says how fast
//   tree_dump --memory FILE   makes every allocation fail in turn: nothing may break, nothing may leak
//   tree_dump --batch FILE    FILE holds cases: a line "MODE FLAGS LENGTH", then so many bytes. MODE: exec, eval,
//   single;
//                             FLAGS: numbers of TreeFlags, 256 for the scopes, 512 for errors and warnings only.
//                             Each answer is a line with its length, then so many bytes.
#include "base/numtext.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "tree/scope.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SHOW_SCOPES = 256, ERRORS_ONLY = 512 };

typedef struct Dump {
    Buf out;
    int level;
    bool any; // something was written between the parentheses
} Dump;

// Values, as Python's repr
// ---------------------------------------------------------------------------------------------

static void dump_text(Buf *out, const u8 *text, u32 length, bool bytes) {
    const u8 *end = text + length;
    bool single = memchr(text, '\'', length), twice = memchr(text, '"', length);
    char quote = single && !twice ? '"' : '\'';
    if (bytes) buf_put(out, 'b');
    buf_put(out, (u8)quote);
    while (text < end) {
        u32 c = bytes ? *text++ : utf8_read(&text);
        if (c == (u8)quote || c == '\\') buf_put(out, '\\'), buf_put(out, (u8)c);
        else if (c == '\n') buf_text(out, "\\n");
        else if (c == '\r') buf_text(out, "\\r");
        else if (c == '\t') buf_text(out, "\\t");
        else if (bytes ? c >= ' ' && c < 127 : unicode_is_printable(c)) buf_utf8(out, c);
        else if (c < 0x100) buf_format(out, "\\x%02x", c);
        else if (c < 0x10000) buf_format(out, "\\u%04x", c);
        else buf_format(out, "\\U%08x", c);
    }
    buf_put(out, (u8)quote);
}

// Digits of another base to decimal: repeated multiplication, good enough for tests.
static void dump_big(Buf *out, const Constant *value) {
    if (value->base == 10) {
        buf_add(out, value->text.bytes, value->text.length);
        return;
    }
    u32 room = value->text.length * 4 / 3 + 2, used = 1;
    u8 *digits = calloc(room, 1); // decimal, lowest first
    for (u32 i = 0; i < value->text.length; i++) {
        u8 c = value->text.bytes[i];
        u32 carry = c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
        for (u32 k = 0; k < used || carry; k++) {
            if (k >= used) used = k + 1;
            carry += digits[k] * (u32)value->base;
            digits[k] = (u8)(carry % 10);
            carry /= 10;
        }
    }
    while (used) buf_put(out, '0' + digits[--used]);
    free(digits);
}

static void dump_constant(Buf *out, const Constant *value) {
    switch (value->kind) {
    case CONST_NONE: buf_text(out, "None"); break;
    case CONST_TRUE: buf_text(out, "True"); break;
    case CONST_FALSE: buf_text(out, "False"); break;
    case CONST_ELLIPSIS: buf_text(out, "Ellipsis"); break;
    case CONST_INT: buf_format(out, "%lld", (long long)value->integer); break;
    case CONST_BIG: dump_big(out, value); break;
    case CONST_FLOAT: numtext_repr(value->real, out); break;
    case CONST_IMAGINARY: numtext_format(out, value->real, 'r', 0, 0), buf_put(out, 'j'); break;
    case CONST_STR:
    case CONST_BYTES: dump_text(out, value->text.bytes, value->text.length, value->kind == CONST_BYTES); break;
    }
}

// The tree
// -------------------------------------------------------------------------------------------------------------

static void dump_node(Dump *d, const Node *node);

static void new_line(Dump *d) {
    buf_put(&d->out, '\n');
    for (int i = 0; i < d->level; i++) buf_put(&d->out, ' ');
}

static void field(Dump *d, const char *name) {
    if (d->any) buf_put(&d->out, ',');
    d->any = true;
    new_line(d);
    buf_text(&d->out, name);
    buf_put(&d->out, '=');
}

static void field_node(Dump *d, const char *name, const Node *node) {
    if (!node) return;
    field(d, name);
    dump_node(d, node);
}

static void field_nodes(Dump *d, const char *name, Seq seq) {
    if (seq.count == 0) return;
    field(d, name);
    buf_put(&d->out, '[');
    d->level++;
    for (u32 i = 0; i < seq.count; i++) {
        if (i) buf_put(&d->out, ',');
        new_line(d);
        if (seq.items[i]) dump_node(d, seq.items[i]);
        else buf_text(&d->out, "None");
    }
    d->level--;
    buf_put(&d->out, ']');
}

static void field_name(Dump *d, const char *name, const Name *value) {
    if (!value) return;
    field(d, name);
    dump_text(&d->out, value->text, value->length, false);
}

static void field_names(Dump *d, const char *name, NameSeq names) {
    if (names.count == 0) return;
    field(d, name);
    buf_put(&d->out, '[');
    d->level++;
    for (u32 i = 0; i < names.count; i++) {
        if (i) buf_put(&d->out, ',');
        new_line(d);
        dump_text(&d->out, names.items[i]->text, names.items[i]->length, false);
    }
    d->level--;
    buf_put(&d->out, ']');
}

static void field_constant(Dump *d, const char *name, const Constant *value) {
    field(d, name);
    dump_constant(&d->out, value);
    if (value->kind == CONST_STR && value->u_prefix) {
        field(d, "kind");
        buf_text(&d->out, "'u'");
    }
}

static void field_number(Dump *d, const char *name, i32 value) {
    field(d, name);
    buf_format(&d->out, "%d", value);
}

static void field_operators(Dump *d, const Node *node) {
    field(d, "ops");
    buf_put(&d->out, '[');
    d->level++;
    for (u32 i = 0; i < node->Compare.comparators.count; i++) {
        if (i) buf_put(&d->out, ',');
        new_line(d);
        buf_format(&d->out, "%s()", operator_name(node->Compare.ops[i]));
    }
    d->level--;
    buf_put(&d->out, ']');
}

static void dump_node(Dump *d, const Node *node) {
    static const char contexts[][6] = {"Load", "Store", "Del"};
    bool outer = d->any;
    buf_format(&d->out, "%s(", node_names[node->kind]);
    d->level++;
    d->any = false;
    switch (node->kind) {
#define NODE(kind, category, fields)                                                                                   \
    case NODE_##kind: {                                                                                                \
        const __typeof__(node->kind) *n = &node->kind;                                                                 \
        (void)n;                                                                                                       \
        fields break;                                                                                                  \
    }
#define CHILD(f) field_node(d, #f, n->f);
#define MAYBE(f) field_node(d, #f, n->f);
#define NODES(f) field_nodes(d, #f, n->f);
#define NULLABLE(f) field_nodes(d, #f, n->f);
#define NAME(f) field_name(d, #f, n->f);
#define NAMES(f) field_names(d, #f, n->f);
#define CONSTANT(f) field_constant(d, #f, &n->f);
#define SMALL(f) field_number(d, #f, n->f);
#define OPERATOR(f) field(d, #f), buf_format(&d->out, "%s()", operator_name(n->f));
#define OPERATORS(f) field_operators(d, node);
#define CONTEXT(f) field(d, #f), buf_format(&d->out, "%s()", contexts[n->f]);
#define SCOPE(f)
#define FLAG(f)
#include "tree/nodes.def"
    }
    if (node->lineno) {
        field_number(d, "lineno", (i32)node->lineno);
        field_number(d, "col_offset", (i32)node->col_offset);
        field_number(d, "end_lineno", (i32)node->end_lineno);
        field_number(d, "end_col_offset", (i32)node->end_col_offset);
    }
    d->level--;
    d->any = outer;
    buf_put(&d->out, ')');
}

// Errors and warnings
// --------------------------------------------------------------------------------------------------

static void dump_error(Buf *out, const SyntaxErrorInfo *error) {
    static const char *const kinds[] = {
        "", "SyntaxError", "IndentationError", "TabError", "_IncompleteInputError", "MemoryError", "RecursionError"};
    buf_format(out, "%s: %s\n", kinds[error->kind], error->message ? error->message : "");
    if (error->no_position) buf_text(out, "None None None None");
    else buf_format(out, "%d %d %d %d", error->lineno, error->offset, error->end_lineno, error->end_offset);
    if (error->text && !error->late) buf_format(out, "\n%.*s", (int)error->text_length, (const char *)error->text);
}

// As if all names of characters were known, and none asked for: the words are CPython's then.
static i32 no_name(const char *name, u32 length) { return -1; }

static void dump_warnings(Buf *out, const Tree *tree) {
    for (const TreeWarning *w = tree->warnings; w; w = w->next) buf_format(out, "\nline %u: %s", w->lineno, w->message);
}

// Scopes
// ---------------------------------------------------------------------------------------------------------------

static void dump_name_list(Buf *out, const char *title, u32 count) {
    if (count) buf_format(out, " %s:", title);
}

static void dump_scope(Buf *out, const Scope *scope, int depth) {
    static const char *const kinds[] = {"module",    "function",   "lambda",          "class",      "comprehension",
                                        "generator", "annotation", "type parameters", "type alias", "type variable"};
    static const char *const resolutions[] = {"-", "local", "global_explicit", "global_implicit", "free", "cell"};
    for (int i = 0; i < depth; i++) buf_text(out, "  ");
    buf_format(out, "%s %.*s @%u", kinds[scope->kind], (int)scope->name->length, (const char *)scope->name->text,
               scope->node->lineno);
    if (scope->inlined) buf_text(out, " inlined");
    if (scope->nested) buf_text(out, " nested");
    if (scope->is_generator) buf_text(out, " generator");
    if (scope->is_coroutine) buf_text(out, " coroutine");
    dump_name_list(out, "locals", scope->local_count);
    for (u32 i = 0; i < scope->local_count; i++) {
        const LocalVar *local = &scope->locals[i];
        buf_format(out, " %.*s%s", (int)local->name->length, (const char *)local->name->text, local->hidden ? "?" : "");
    }
    dump_name_list(out, "cells", scope->cell_count);
    for (u32 i = 0; i < scope->cell_count; i++) {
        const CellVar *cell = &scope->cells[i];
        buf_format(out, " %.*s%s", (int)cell->name->length, (const char *)cell->name->text, cell->hidden ? "?" : "");
        if (cell->parameter >= 0) buf_format(out, "=%d", cell->parameter);
    }
    dump_name_list(out, "frees", scope->free_count);
    for (u32 i = 0; i < scope->free_count; i++) {
        const FreeVar *var = &scope->frees[i];
        buf_format(out, " %.*s<%s%u", (int)var->name->length, (const char *)var->name->text,
                   var->from_cell ? "cell " : "free ", var->index);
    }
    buf_put(out, '\n');
    for (const Symbol *symbol = scope->symbols; symbol; symbol = symbol->next) {
        for (int i = 0; i <= depth; i++) buf_text(out, "  ");
        buf_format(out, ". %.*s %s %d", (int)symbol->name->length, (const char *)symbol->name->text,
                   resolutions[symbol->resolution], symbol->slot);
        static const char *const flags[] = {"parameter", "assigned",  "imported",  "used",      "global",
                                            "nonlocal",  "annotated", "typeparam", "iteration", "freeclass"};
        for (u32 i = 0; i < countof(flags); i++) {
            if (symbol->flags & 1u << i) buf_format(out, " %s", flags[i]);
        }
        buf_put(out, '\n');
    }
    for (const Scope *child = scope->first_child; child; child = child->next_sibling) dump_scope(out, child, depth + 1);
}

// Commands
// -------------------------------------------------------------------------------------------------------------

// As src/lib/embed.mjs writes it.
static const char grammar[] =
#define RULE(name, text) #name "\0" text "\0"
#define MEMO(name, text) "+" #name "\0" text "\0"
#include "tree/grammar.def"
    ;

static void show(Buf *out, Mem *mem, const u8 *source, size_t length, TreeMode mode, u32 flags) {
    Tree tree;
    tree_open(&tree, mem);
    tree.character_by_name = no_name;
    tree.grammar = grammar;
    Node *root = tree_parse(&tree, source, length, mode, flags & 0xFF);
    Scope *scope = NULL;
    if (root && flags & (SHOW_SCOPES | ERRORS_ONLY)) scope = scope_build(&tree);
    if (tree.error.kind) {
        dump_error(out, &tree.error);
    } else if (flags & SHOW_SCOPES) {
        dump_scope(out, scope, 0);
    } else if (!(flags & ERRORS_ONLY)) {
        Dump dump = {.level = 0};
        buf_open(&dump.out, mem);
        dump_node(&dump, root);
        buf_add(out, dump.out.data, dump.out.len);
        buf_close(&dump.out);
    }
    if (flags & ERRORS_ONLY && !tree.error.kind) {
        buf_text(out, "fine");
        dump_warnings(out, &tree);
    }
    tree_close(&tree);
}

static u8 *read_all(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(2);
    }
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    u8 *bytes = malloc(*length + 1);
    if (fread(bytes, 1, *length, file) != *length) exit(2);
    bytes[*length] = 0;
    fclose(file);
    return bytes;
}

static void batch(Mem *mem, const u8 *cases, size_t length) {
    const u8 *at = cases, *end = cases + length;
    while (at < end) {
        char mode[8];
        unsigned flags, size;
        int used;
        if (sscanf((const char *)at, "%7s %u %u%n", mode, &flags, &size, &used) != 3) exit(2);
        at += used + 1;
        // A copy of exactly this size, so that a sanitizer sees reads behind it.
        u8 *source = malloc(size ? size : 1);
        memcpy(source, at, size);
        at += size;
        Buf out;
        buf_open(&out, mem);
        show(&out, mem, source, size, mode[1] == 'v' ? TREE_EVAL : mode[0] == 's' ? TREE_SINGLE : TREE_FILE, flags);
        printf("%zu\n", out.len);
        fwrite(out.data, 1, out.len, stdout);
        buf_close(&out);
        free(source);
        if (mem->used) fprintf(stderr, "leak: %zu bytes\n", mem->used), exit(3);
    }
}

static void measure(Mem *mem, const u8 *source, size_t length, int times) {
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    size_t peak = 0;
    bool scopes = true;
    for (int i = 0; i < times; i++) {
        Tree tree;
        tree_open(&tree, mem);
        if (tree_parse(&tree, source, length, TREE_FILE, 0) && scopes) scope_build(&tree);
        if (mem->used > peak) peak = mem->used;
        tree_close(&tree);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    double seconds = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
    printf("%.1f MB/s, %.2f bytes of memory per byte of source\n", (double)length * times / seconds / 1e6,
           (double)mem->peak / (double)length);
}

static void starve(Mem *mem, const u8 *source, size_t length) {
    u32 count = 0;
    for (bool failed = true; failed; count++) {
        Buf out;
        buf_open(&out, mem);
        mem->fail_after = count + 1;
        show(&out, mem, source, length, TREE_FILE, ERRORS_ONLY);
        failed = mem->fail_after == 0;
        mem->fail_after = 0;
        buf_close(&out);
        if (mem->used) fprintf(stderr, "leak: %zu bytes after allocation %u\n", mem->used, count), exit(3);
    }
    printf("%u allocations\n", count);
}

int main(int argc, char **argv) {
    if (argc < 2) return fprintf(stderr, "usage: tree_dump [--symbols | --time N | --memory | --batch] FILE\n"), 2;
    size_t length;
    u8 *bytes = read_all(argv[argc - 1], &length);
    Mem mem;
    mem_open(&mem, 0);
    if (strcmp(argv[1], "--batch") == 0) {
        batch(&mem, bytes, length);
    } else if (strcmp(argv[1], "--memory") == 0) {
        starve(&mem, bytes, length);
    } else if (strcmp(argv[1], "--time") == 0) {
        measure(&mem, bytes, length, atoi(argv[2]));
    } else {
        Buf out;
        buf_open(&out, &mem);
        show(&out, &mem, bytes, length, TREE_FILE, strcmp(argv[1], "--symbols") == 0 ? SHOW_SCOPES : 0);
        buf_put(&out, '\n');
        fwrite(out.data, 1, out.len, stdout);
        buf_close(&out);
    }
    free(bytes);
    mem_close(&mem);
    return 0;
}
