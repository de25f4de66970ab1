// emit.c: from the walks over the tree to words: instructions, temporaries, labels, guards, constants, caches,
// positions.
#include "code/compiler.h"
#include "obj/call.h"
#include "obj/number.h"
#include "obj/range.h"

// ---- memory ---------------------------------------------------------------------------------------------------------

void fail_memory(Compiler *c) {
    if (!c->failed) raise_memory(c->vm);
    c->failed = true;
}

void *arena_get(Compiler *c, size_t size) {
    void *p = arena_alloc(c->arena, size);
    if (!p) fail_memory(c);
    return p;
}

// Room for one more item of a buffer.
static bool grow(Compiler *c, void **data, u32 *room, u32 item) {
    u32 old = *room, more = old ? old * 2 : 64;
    void *p = mem_realloc(&c->vm->mem, *data, (size_t)old * item, (size_t)more * item);
    if (!p) return fail_memory(c), false;
    *data = p;
    *room = more;
    return true;
}

void *vec_add(Compiler *c, Vec *vec, u32 item_size) {
    if (unlikely(vec->len == vec->room) && !grow(c, &vec->data, &vec->room, item_size)) return NULL;
    return (u8 *)vec->data + (size_t)vec->len++ * item_size;
}

bool recursion_enter(Compiler *c) {
    if (c->recursion >= MAX_RECURSION) {
        if (!c->failed) raise(c->vm, T_RecursionError, "maximum recursion depth exceeded during compilation");
        c->failed = true;
    }
    if (c->failed) return false;
    c->recursion++;
    return true;
}

const Node *position_new(Compiler *c, u32 line, u32 end_line, u32 col, u32 end_col) {
    Node *node = arena_get(c, offsetof(Node, Module));
    if (!node) return c->at;
    node->lineno = line;
    node->end_lineno = end_line;
    node->col_offset = col;
    node->end_col_offset = end_col;
    return node;
}

// ---- certainty ------------------------------------------------------------------------------------------------------

void certain_set(Certain *s, Reg r) { s->bits[r >> 5] |= 1u << (r & 31); }
void certain_reset(Certain *s, Reg r) { s->bits[r >> 5] &= ~(1u << (r & 31)); }
bool certain_has(const Certain *s, Reg r) { return s->bits[r >> 5] >> (r & 31) & 1; }

// What is certain in both; or, with `minus`, in s and not in t.
static void certain_and(Certain *s, const Certain *t, bool minus) {
    for (u32 i = 0; i < countof(s->bits); i++) s->bits[i] &= minus ? ~t->bits[i] : t->bits[i];
}

// ---- temporaries ----------------------------------------------------------------------------------------------------

Reg temp_push(Compiler *c) {
    Unit *u = c->unit;
    Reg r = u->nlocals + u->depth;
    if (unlikely(r >= MAX_REGISTERS)) {
        compile_error(c, NULL, "too many nested expressions");
        return MAX_REGISTERS - 1;
    }
    if (++u->depth > u->max_depth) u->max_depth = u->depth;
    return r;
}

bool is_dead(const Compiler *c) { return !c->unit->falls && !c->unit->here; }
static u32 place_now(const Compiler *c) { return c->nwords - c->unit->first_word; }
Reg next_temp(const Compiler *c) { return c->unit->nlocals + c->unit->depth; }
Reg top_temp(const Compiler *c) { return next_temp(c) - 1; }
bool is_temp(const Compiler *c, Reg r) { return r >= c->unit->nlocals; }
u32 temps_left(const Compiler *c) { return MAX_REGISTERS - next_temp(c); }

Reg temp_pop_top(Compiler *c) {
    Reg r = top_temp(c);
    temp_pop(c, r);
    return r;
}

void temp_pop(Compiler *c, Reg r) {
    if (r >= c->unit->nlocals && c->unit->depth) c->unit->depth--;
}

// ---- words ----------------------------------------------------------------------------------------------------------

// The words waiting in a chain get their target; or the next one in the chain is found.
static u32 chain_next(const u32 *words, u32 chain) {
    u32 word = words[(chain - 1) >> 1];
    return (chain - 1) & 1 ? word >> 8 : word;
}

static void chain_patch(Compiler *c, u32 chain, u32 place) {
    if (c->failed) return;
    u32 *words = c->words + c->unit->first_word;
    while (chain) {
        u32 next = chain_next(words, chain), word = (chain - 1) >> 1, distance = place - (word + 1);
        words[word] = (chain - 1) & 1 ? OP_JUMP | distance << 8 : distance;
        chain = next;
    }
}

// One chain of both; `first` is walked.
static u32 chain_join(Compiler *c, u32 first, u32 second) {
    if (!first || c->failed) return second;
    if (!second) return first;
    u32 *words = c->words + c->unit->first_word, last = first, next;
    while ((next = chain_next(words, last)) != 0) last = next;
    u32 *word = &words[(last - 1) >> 1];
    *word = (last - 1) & 1 ? OP_JUMP | second << 8 : second;
    return first;
}

static void word_add(Compiler *c, u32 word) {
    if (unlikely(c->nwords == c->words_room) && !grow(c, (void **)&c->words, &c->words_room, 4)) return;
    if (unlikely(c->nwords == c->depths_room) && !grow(c, (void **)&c->depths, &c->depths_room, 1)) return;
    c->words[c->nwords] = word;
    c->depths[c->nwords++] = (u8)c->unit->depth;
}

// Notes the position of the instruction that comes now.
static void note_position(Compiler *c) {
    const Node *n = c->at;
    if (n == c->noted) return;
    c->noted = n;
    CodeLine row = {place_now(c), (i32)n->lineno, (i32)n->end_lineno, (i32)n->col_offset, (i32)n->end_col_offset};
    if (c->lines.len > c->unit->first_line) {
        const CodeLine *last = (CodeLine *)c->lines.data + c->lines.len - 1;
        if (memcmp(&last->line, &row.line, sizeof row - offsetof(CodeLine, line)) == 0) return;
    }
    CodeLine *next = vec_add(c, &c->lines, sizeof row);
    if (next) *next = row;
}

static bool begin(Compiler *c) {
    Unit *u = c->unit;
    if (is_dead(c) || c->failed) return false;
    if (u->here) {
        chain_patch(c, u->here, place_now(c));
        u->here = 0;
    }
    if (unlikely(place_now(c) >= MAX_WORDS - 2)) {
        compile_error(c, NULL, "code object too large");
        return false;
    }
    note_position(c);
    u->falls = true;
    return true;
}

void emit(Compiler *c, u32 op, u32 a, u32 b, u32 d) {
    if (begin(c)) word_add(c, op | a << 8 | b << 16 | d << 24);
}

void emit_wide(Compiler *c, u32 op, u32 a, u32 b, u32 d, u32 w) {
    if (!begin(c)) return;
    word_add(c, op | a << 8 | b << 16 | d << 24);
    word_add(c, w);
}

void emit_end(Compiler *c) { c->unit->falls = false; }

Reg emit_push(Compiler *c, u32 op, u32 b, u32 d) {
    emit(c, op, next_temp(c), b, d);
    return temp_push(c);
}

Reg emit_unary(Compiler *c, u32 op, Reg b, u32 d) {
    temp_pop(c, b);
    return emit_push(c, op, b, d);
}

Reg emit_binary(Compiler *c, u32 op, Reg l, Reg r) {
    temp_pop(c, r);
    temp_pop(c, l);
    return emit_push(c, op, l, r);
}

Reg emit_binary_wide(Compiler *c, u32 op, Reg l, Reg r, u32 w) {
    temp_pop(c, r);
    temp_pop(c, l);
    emit_wide(c, op, next_temp(c), l, r, w);
    return temp_push(c);
}

static void temps_pop(Compiler *c, u32 count) { c->unit->depth = c->unit->depth > count ? c->unit->depth - count : 0; }

Reg emit_build(Compiler *c, u32 op, u32 count, u32 b, u32 d) {
    temps_pop(c, count);
    return emit_push(c, op, b, d);
}

Reg emit_build_wide(Compiler *c, u32 op, u32 count, u32 b, u32 d, u32 w) {
    temps_pop(c, count);
    emit_wide(c, op, next_temp(c), b, d, w);
    return temp_push(c);
}

void emit_drop(Compiler *c) {
    Reg r = temp_pop_top(c);
    emit(c, OP_DROP, r, 0, 0);
}

void emit_move(Compiler *c, Reg l) { emit_push(c, OP_MOVE, l, 0); }

void emit_const(Compiler *c, u32 index) {
    if (index > 0xFFFF) emit_wide(c, OP_LOADK_FAR, next_temp(c), 0, 0, index);
    else emit(c, OP_LOADK, next_temp(c), index, 0); // b and c are one field
    temp_push(c);
}

void emit_none(Compiler *c) { emit_const(c, const_none(c)); }

void emit_return_const(Compiler *c, u32 index) {
    if (index > 0xFFFF) {
        emit_const(c, index);
        Reg r = temp_pop_top(c);
        emit(c, OP_RETURN, r, 0, 0);
    } else emit(c, OP_RETURN_K, 0, index, 0);
    emit_end(c);
}

// ---- labels ---------------------------------------------------------------------------------------------------------

void label_init(Label *label) {
    label->place = UNBOUND;
    label->chain = 0;
}

// One more way to the label, with the present state.
static void label_arrive(Compiler *c, Label *label, u32 depth) {
    if (label->chain) certain_and(&label->certain, &c->unit->certain, false);
    else label->certain = c->unit->certain, label->depth = depth;
}

// A jump to where it stands anyway, the last word: it is taken back.
static void drop_jump(Compiler *c, Label *label) {
    Unit *u = c->unit;
    u32 last = place_now(c) - 1;
    if (label->chain != (last << 1 | 1) + 1 || u->falls || u->pin > last || c->failed) return;
    label->chain = c->words[--c->nwords] >> 8;
    u->falls = true;
    if (((CodeLine *)c->lines.data)[c->lines.len - 1].start == last) {
        c->lines.len--;
        c->noted = NULL;
    }
    if (u->here) certain_and(&u->certain, &label->certain, false);
    else u->certain = label->certain;
    u->depth = label->depth;
}

void label_bind(Compiler *c, Label *label) {
    Unit *u = c->unit;
    if (label->chain) drop_jump(c, label);
    label->place = place_now(c);
    if (!label->chain) return;
    if (is_dead(c)) u->certain = label->certain;
    else certain_and(&u->certain, &label->certain, false);
    u->depth = label->depth;
    u->here = chain_join(c, label->chain, u->here);
}

void label_bind_back(Compiler *c, Label *label) {
    Unit *u = c->unit;
    label->place = u->pin = place_now(c);
    label->depth = u->depth;
    certain_and(&u->certain, &u->deleted, true);
    // A jump that is the loop's first instruction must not be threaded through its start.
    if (u->here) {
        chain_patch(c, u->here, label->place);
        u->here = 0;
        u->falls = true;
    }
}

void emit_jump(Compiler *c, Label *label) {
    Unit *u = c->unit;
    if (is_dead(c) || c->failed) return;
    // Who arrives here by jumping may as well jump there.
    u32 arrivals = u->here;
    u->here = 0;
    bool falls = u->falls;
    label_arrive(c, label, u->depth);
    label->chain = chain_join(c, arrivals, label->chain);
    if (falls) {
        u32 word = place_now(c);
        if (!begin(c)) return;
        word_add(c, OP_JUMP | label->chain << 8);
        label->chain = (word << 1 | 1) + 1;
    }
    u->falls = false;
}

static void emit_back(Compiler *c, u32 op, const Label *label) {
    u32 distance = label->place - (place_now(c) + 1);
    if (begin(c)) word_add(c, op | distance << 8);
    emit_end(c);
}

void emit_jump_back(Compiler *c, Label *label) { emit_back(c, OP_JUMP, label); }
void emit_loop(Compiler *c, Label *label) { emit_back(c, OP_LOOP, label); }

void emit_branch(Compiler *c, u32 op, u32 a, u32 b, u32 d, Label *label, u32 depth) {
    if (!begin(c)) return;
    word_add(c, op | a << 8 | b << 16 | d << 24);
    if (label->place != UNBOUND) return word_add(c, label->place - (place_now(c) + 1));
    label_arrive(c, label, depth);
    u32 word = place_now(c);
    word_add(c, label->chain);
    label->chain = (word << 1) + 1;
}

// ---- guards ---------------------------------------------------------------------------------------------------------

void guard_open(Compiler *c, Guard *guard, u32 depth) {
    guard->chain = 0;
    guard->depth = depth;
    guard->certain = c->unit->certain;
    certain_and(&guard->certain, &c->unit->deleted, true);
    guard_reopen(c, guard);
}

void guard_reopen(Compiler *c, Guard *guard) { guard->start = c->unit->pin = place_now(c); }

void guard_close(Compiler *c, Guard *guard) {
    u32 end = place_now(c);
    if (end == guard->start) return;
    ExceptionEntry *row = vec_add(c, &c->exceptions, sizeof *row);
    if (!row) return;
    *row = (ExceptionEntry){guard->start, end, guard->chain, guard->depth};
    guard->chain = c->exceptions.len;
    guard->start = c->unit->pin = end;
}

bool guard_handler(Compiler *c, Guard *guard) {
    Unit *u = c->unit;
    u->depth = guard->depth;
    if (!guard->chain) return false;
    u32 place = u->pin = place_now(c);
    for (u32 i = guard->chain; i;) {
        ExceptionEntry *row = (ExceptionEntry *)c->exceptions.data + i - 1;
        i = row->handler;
        row->handler = place;
    }
    u->falls = true;
    u->certain = guard->certain;
    temp_push(c);
    return true;
}

// ---- names and caches -----------------------------------------------------------------------------------------------

static NameInfo *name_info(Compiler *c, Name *name) {
    if (likely(name->value != NULL)) return name->value;
    NameInfo *info = arena_get(c, sizeof *info);
    if (!info) return NULL;
    info->str = str_intern(c->vm, name->text, name->length);
    if (!info->str) return c->failed = true, NULL;
    info->next = c->names;
    c->names = info;
    return name->value = info;
}

Str *name_str(Compiler *c, Name *name) {
    NameInfo *info = name_info(c, name);
    return info ? info->str : NULL;
}

Name *name_word(Compiler *c, const char *word) {
    Name *name = names_word(&c->tree->names, word);
    if (!name) fail_memory(c);
    return name;
}

u32 cache_new(Compiler *c, Name *name) {
    Str *str = name ? name_str(c, name) : NULL;
    Str **cache = str ? vec_add(c, &c->caches, sizeof *cache) : NULL;
    if (!cache) return 0;
    *cache = str; // counted when the unit is closed
    return c->caches.len - 1 - c->unit->first_cache;
}

u32 cache_global(Compiler *c, Name *name) {
    NameInfo *info = name ? name_info(c, name) : NULL;
    if (!info) return 0;
    if (info->global_unit != c->unit->number) {
        info->global_cache = cache_new(c, name);
        info->global_unit = c->unit->number;
    }
    return info->global_cache;
}

u32 cache_name(Compiler *c, Name *name) {
    NameInfo *info = name ? name_info(c, name) : NULL;
    if (!info) return 0;
    if (info->name_unit != c->unit->number) {
        info->name_cache = cache_new(c, name);
        info->name_unit = c->unit->number;
    }
    return info->name_cache;
}

// ---- constants ------------------------------------------------------------------------------------------------------

// Are two constants one: equal, and of the same type all the way down (1, 1.0 and True are three; so are 0.0 and -0.0)?
static bool same_constant(Value a, Value b) {
    if (a == b) return true;
    if (!is_object(a) || !is_object(b)) return false;
    u16 type = shape_of(a)->type_id;
    if (type != shape_of(b)->type_id) return false;
    switch (type) {
    case T_STR: return str_equal(str_get(a), str_get(b));
    case T_BYTES: {
        Bytes *x = bytes_get(a), *y = bytes_get(b);
        return x->len == y->len && memcmp(x->data, y->data, x->len) == 0;
    }
    case T_TUPLE: {
        Tuple *x = tuple_get(a), *y = tuple_get(b);
        if (x->len != y->len) return false;
        for (u32 i = 0; i < x->len; i++)
            if (!same_constant(x->items[i], y->items[i])) return false;
        return true;
    }
    case T_INT: return int_compare(a, b) == 0;
    case T_COMPLEX: {
        Complex *x = (Complex *)object_get(a), *y = (Complex *)object_get(b);
        return memcmp(&x->real, &y->real, 8) == 0 && memcmp(&x->imag, &y->imag, 8) == 0;
    }
    case T_SLICE: {
        Slice *x = slice_get(a), *y = slice_get(b);
        return same_constant(x->start, y->start) && same_constant(x->stop, y->stop) && same_constant(x->step, y->step);
    }
    default: return false; // code
    }
}

static u32 hash_mix(u32 hash, u32 more) { return (hash ^ more) * 0x9E3779B1u ^ (hash >> 15); }
static u32 hash_bits(u64 bits) { return hash_mix((u32)bits * 0x85EBCA6Bu, (u32)(bits >> 32)); }

static u32 constant_hash(Value v) {
    if (!is_object(v)) return hash_bits(v);
    switch (shape_of(v)->type_id) {
    case T_STR: return str_hash(str_get(v));
    case T_BYTES: {
        Bytes *b = bytes_get(v);
        u32 hash = b->len;
        for (u32 i = 0; i < b->len; i++) hash = hash * 31 + b->data[i];
        return hash;
    }
    case T_TUPLE: {
        Tuple *t = tuple_get(v);
        u32 hash = t->len + 77;
        for (u32 i = 0; i < t->len; i++) hash = hash_mix(hash, constant_hash(t->items[i]));
        return hash;
    }
    case T_INT: return (u32)int_hash(v);
    case T_COMPLEX: {
        Complex *z = (Complex *)object_get(v);
        u64 bits[2];
        memcpy(bits, &z->real, 8);
        memcpy(bits + 1, &z->imag, 8);
        return hash_mix(hash_bits(bits[0]), hash_bits(bits[1]));
    }
    case T_SLICE: {
        Slice *s = slice_get(v);
        return hash_mix(hash_mix(constant_hash(s->start), constant_hash(s->stop)), constant_hash(s->step));
    }
    default: return hash_bits(v);
    }
}

static void consts_grow(Compiler *c) {
    u32 room = c->buckets ? (c->const_mask + 1) * 4 : 64;
    Const **buckets = arena_get(c, room * sizeof *buckets);
    if (!buckets) return;
    c->buckets = buckets;
    c->const_mask = room - 1;
    for (Const *k = c->all_consts; k; k = k->next) {
        k->chain = buckets[k->hash & c->const_mask];
        buckets[k->hash & c->const_mask] = k;
    }
}

// The one record of a constant. Consumes v.
static Const *const_intern(Compiler *c, Value v) {
    u32 hash = constant_hash(v);
    if (c->buckets) {
        for (Const *k = c->buckets[hash & c->const_mask]; k; k = k->chain)
            if (k->hash == hash && same_constant(k->value, v)) return decref(c->vm, v), k;
    }
    if (!c->buckets || c->const_count > c->const_mask) consts_grow(c);
    Const *k = c->buckets ? arena_get(c, sizeof *k) : NULL;
    if (!k) return decref(c->vm, v), NULL;
    k->value = v;
    k->hash = hash;
    k->chain = c->buckets[hash & c->const_mask];
    c->buckets[hash & c->const_mask] = k;
    k->next = c->all_consts;
    c->all_consts = k;
    c->const_count++;
    return k;
}

// Its index in the unit. Uses by units that are done (their number is higher) are forgotten.
static u32 const_index(Compiler *c, Const *k) {
    if (!k) return 0;
    u32 number = c->unit->number;
    while (k->uses && k->uses->unit > number) k->uses = k->uses->next;
    if (k->uses && k->uses->unit == number) return k->uses->index;
    ConstUse *use = arena_get(c, sizeof *use);
    Value *slot = use ? vec_add(c, &c->consts, sizeof *slot) : NULL;
    if (!slot) return 0;
    *slot = k->value; // counted when the unit is closed
    *use = (ConstUse){number, c->consts.len - 1 - c->unit->first_const, k->uses};
    k->uses = use;
    return use->index;
}

u32 const_take(Compiler *c, Value v) {
    if (v == V_ERROR) c->failed = true;
    if (c->failed) {
        if (v != V_ERROR) decref(c->vm, v);
        return 0;
    }
    return const_index(c, const_intern(c, v));
}

u32 const_none(Compiler *c) { return const_take(c, V_NONE); }

u32 const_name(Compiler *c, Name *name) {
    NameInfo *info = name ? name_info(c, name) : NULL;
    if (!info) return 0;
    if (!info->constant) info->constant = const_intern(c, own(value_object(info->str)));
    return const_index(c, info->constant);
}

u32 const_str(Compiler *c, const char *text) {
    Str *s = str_intern(c->vm, text, strlen(text));
    return const_take(c, s ? value_object(s) : V_ERROR);
}

u32 const_names(Compiler *c, Name **names, u32 count) {
    Tuple *tuple = c->failed ? NULL : tuple_new(c->vm, count);
    if (!tuple) return const_take(c, V_ERROR);
    for (u32 i = 0; i < count; i++) {
        Str *s = name_str(c, names[i]);
        tuple->items[i] = s ? own(value_object(s)) : V_NONE;
    }
    return const_take(c, value_object(tuple));
}
