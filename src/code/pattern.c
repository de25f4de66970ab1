// pattern.c: match. While a pattern is tried, the subject, its parts and what was captured all stay in temporaries, in
// the order in which they came up; a failing test jumps to where as many are dropped as there are by then. Names are
// bound only when the whole pattern has matched.
//
//      subject | parts of it … parts of these … | what a test needs
//      base-1    base …
#include "code/compiler.h"

typedef struct Capture {
    Name *name;
    Reg from;
    struct Capture *next;
} Capture;

typedef struct Pattern {
    u32 base;      // temporaries that stay when it fails
    Label **fails; // fails[n]: n of those above are to be dropped
    u32 count, room;
    Capture *captures, *last;
} Pattern;

static void compile_pattern(Compiler *c, Pattern *m, Node *p, Reg subject);

// ---- failing --------------------------------------------------------------------------------------------------------

static Label *fail_label(Compiler *c, Pattern *m) {
    u32 n = c->unit->depth - m->base;
    while (m->count <= n && !c->failed) {
        if (m->count == m->room) {
            u32 room = m->room ? m->room * 2 : 8;
            Label **fails = arena_get(c, room * sizeof *fails);
            if (!fails) return NULL;
            if (m->count) memcpy(fails, m->fails, m->count * sizeof *fails);
            m->fails = fails;
            m->room = room;
        }
        Label *label = arena_get(c, sizeof *label);
        if (!label) return NULL;
        label_init(label);
        m->fails[m->count++] = label;
    }
    return c->failed ? NULL : m->fails[n];
}

// A test whose operands are already consumed: the pattern fails when its outcome is `condition`.
static void fail_if(Compiler *c, Pattern *m, u32 op, u32 a, u32 b, bool condition) {
    Label *label = fail_label(c, m);
    if (label) emit_branch(c, op, a, b, condition, label, c->unit->depth);
}

// The same for a truth that is on top.
static void fail_unless(Compiler *c, Pattern *m) {
    Reg r = temp_pop_top(c);
    fail_if(c, m, OP_J_IF, r, 0, false);
}

// All who failed arrive here, with only the base left.
static void bind_fails(Compiler *c, Pattern *m) {
    for (u32 n = m->count; n-- > 0;) {
        label_bind(c, m->fails[n]);
        if (is_dead(c)) continue;
        c->unit->depth = m->base + n;
        if (n) emit_drop(c);
    }
    c->unit->depth = m->base;
}

// ---- tests ----------------------------------------------------------------------------------------------------------

static Reg copy(Compiler *c, Reg from) { return emit_push(c, OP_DUP, from, 0); }

// Pushes intrinsic(copies of the subject and, unless NO_REG, of another).
static Reg ask(Compiler *c, u32 intrinsic, Reg subject, Reg other) {
    copy(c, subject);
    if (other != NO_REG) copy(c, other);
    u32 n = 1 + (other != NO_REG);
    return emit_build_wide(c, OP_INTRINSIC, n, n, 0, intrinsic);
}

// The temporary on top is None: the pattern fails.
static void fail_if_none(Compiler *c, Pattern *m) {
    Reg r = copy(c, top_temp(c));
    u32 none = const_none(c);
    if (none < 256) {
        temp_pop(c, r);
        fail_if(c, m, OP_J_IS_K, r, none, true);
        return;
    }
    emit_none(c);
    temp_pop(c, r + 1);
    temp_pop(c, r);
    fail_if(c, m, OP_J_IS, r, r + 1, true);
}

// jump is J_EQ or J_GE.
static void fail_unless_length(Compiler *c, Pattern *m, Reg subject, u32 jump, u32 n) {
    Reg r = ask(c, INTRINSIC_MATCH_LENGTH, subject, NO_REG);
    u32 k = const_take(c, value_small(n));
    if (k < 256) {
        temp_pop(c, r);
        fail_if(c, m, jump + 1, r, k, false);
        return;
    }
    emit_const(c, k);
    temp_pop(c, r + 1);
    temp_pop(c, r);
    fail_if(c, m, jump, r, r + 1, false);
}

static void capture(Compiler *c, Pattern *m, Name *name, Reg from) {
    Capture *k = name ? arena_get(c, sizeof *k) : NULL;
    if (!k) return;
    *k = (Capture){name, from, NULL};
    if (m->last) m->last->next = k;
    else m->captures = k;
    m->last = k;
}

static bool is_wildcard(const Node *p) { return p->kind == NODE_MatchAs && !p->MatchAs.pattern && !p->MatchAs.name; }

// ---- patterns -------------------------------------------------------------------------------------------------------

static void pattern_value(Compiler *c, Pattern *m, Node *p, Reg subject) {
    Reg l = copy(c, subject);
    u32 k = small_const(c, p->MatchValue.value, true);
    if (k != NO_REG) {
        temp_pop(c, l);
        at(c, p);
        fail_if(c, m, OP_J_EQ_K, l, k, false);
        return;
    }
    expr_push(c, p->MatchValue.value);
    temp_pop(c, l + 1);
    temp_pop(c, l);
    at(c, p);
    fail_if(c, m, OP_J_EQ, l, l + 1, false);
}

static void pattern_singleton(Compiler *c, Pattern *m, Node *p, Reg subject) {
    Reg l = copy(c, subject);
    u32 k = const_take(c, constant_value(c, &p->MatchSingleton.value));
    if (k < 256) {
        temp_pop(c, l);
        fail_if(c, m, OP_J_IS_K, l, k, false);
        return;
    }
    emit_const(c, k);
    temp_pop(c, l + 1);
    temp_pop(c, l);
    fail_if(c, m, OP_J_IS, l, l + 1, false);
}

// Pushes a copy of subject[i], counted from the end when `behind` is not 0.
static void push_item(Compiler *c, Reg subject, u32 i, u32 behind) {
    Reg s = copy(c, subject);
    if (behind) {
        Reg length = ask(c, INTRINSIC_MATCH_LENGTH, subject, NO_REG);
        emit_const(c, const_take(c, value_small(behind)));
        emit_binary_wide(c, OP_BINARY, length, length + 1, OP_SUB);
    } else emit_const(c, const_take(c, value_small(i)));
    emit_binary(c, OP_GET_ITEM, s, s + 1);
}

static void pattern_sequence(Compiler *c, Pattern *m, Node *p, Reg subject) {
    const Seq *patterns = &p->MatchSequence.patterns;
    u32 n = patterns->count, star = n;
    bool only_wildcards = true, star_wildcard = false;
    for (u32 i = 0; i < n; i++) {
        const Node *item = patterns->items[i];
        if (item->kind == NODE_MatchStar) {
            star = i;
            star_wildcard = !item->MatchStar.name;
            only_wildcards &= star_wildcard;
        } else only_wildcards &= is_wildcard(item);
    }
    ask(c, INTRINSIC_MATCH_SEQUENCE, subject, NO_REG);
    fail_unless(c, m);
    if (star == n) fail_unless_length(c, m, subject, OP_J_EQ, n);
    else if (n > 1) fail_unless_length(c, m, subject, OP_J_GE, n - 1);
    if (only_wildcards) return;
    if (star_wildcard) {
        for (u32 i = 0; i < n; i++) {
            Node *item = patterns->items[i];
            if (i == star || is_wildcard(item)) continue;
            at(c, p);
            push_item(c, subject, i, i > star ? n - i : 0);
            compile_pattern(c, m, item, top_temp(c));
        }
        return;
    }
    if (n > 255 || (star < n && n - star > 255))
        return compile_error(c, p, "too many expressions in star-unpacking sequence pattern");
    copy(c, subject);
    Reg last = star == n ? emit_build(c, OP_UNPACK, 1, n, 0) : emit_build(c, OP_UNPACK_EX, 1, star, n - star - 1);
    for (u32 i = 1; i < n; i++) temp_push(c);
    for (u32 i = 0; i < n; i++) compile_pattern(c, m, patterns->items[i], last + n - 1 - i);
}

static void pattern_mapping(Compiler *c, Pattern *m, Node *p, Reg subject) {
    const Seq *keys = &p->MatchMapping.keys;
    u32 n = keys->count;
    Name *rest = p->MatchMapping.rest;
    ask(c, INTRINSIC_MATCH_MAPPING, subject, NO_REG);
    fail_unless(c, m);
    if (!n && !rest) return;
    if (n) fail_unless_length(c, m, subject, OP_J_GE, n);
    push_tuple(c, keys, p);
    Reg all = top_temp(c);
    if (n) {
        if (n > 255) return compile_error(c, p, "too many sub-patterns in mapping pattern");
        at(c, p);
        ask(c, INTRINSIC_MATCH_KEYS, subject, all);
        fail_if_none(c, m);
        Reg last = emit_build(c, OP_UNPACK, 1, n, 0);
        for (u32 i = 1; i < n; i++) temp_push(c);
        for (u32 i = 0; i < n; i++) compile_pattern(c, m, p->MatchMapping.patterns.items[i], last + n - 1 - i);
    }
    if (rest) {
        at(c, p);
        capture(c, m, rest, ask(c, INTRINSIC_MATCH_REST, subject, all));
    }
}

static void pattern_class(Compiler *c, Pattern *m, Node *p, Reg subject) {
    const Seq *positional = &p->MatchClass.patterns, *named = &p->MatchClass.kwd_patterns;
    u32 n = positional->count + named->count;
    if (n > 255) return compile_error(c, p, "too many sub-patterns in class pattern");
    copy(c, subject);
    expr_push(c, p->MatchClass.cls);
    at(c, p);
    emit_const(c, const_take(c, value_small(positional->count)));
    emit_const(c, const_names(c, p->MatchClass.kwd_attrs.items, p->MatchClass.kwd_attrs.count));
    emit_build_wide(c, OP_INTRINSIC, 4, 4, 0, INTRINSIC_MATCH_CLASS);
    fail_if_none(c, m);
    if (!n) return;
    Reg last = emit_build(c, OP_UNPACK, 1, n, 0);
    for (u32 i = 1; i < n; i++) temp_push(c);
    for (u32 i = 0; i < n; i++) {
        Node *item = i < positional->count ? positional->items[i] : named->items[i - positional->count];
        compile_pattern(c, m, item, last + n - 1 - i);
    }
}

// What one alternative captured goes, in the order of the first one, right above the base; the rest is dropped.
static void gather(Compiler *c, const Pattern *one, const Capture *order, u32 n) {
    u32 extra = c->unit->depth - one->base;
    for (const Capture *k = order; k; k = k->next)
        for (const Capture *own = one->captures; own; own = own->next)
            if (own->name == k->name) {
                copy(c, own->from);
                break;
            }
    if (n > 1) emit_build(c, OP_BUILD_TUPLE, n, n, 0);
    for (u32 i = 0; i < extra; i++) {
        Reg r = temp_pop_top(c);
        emit(c, n ? OP_REPLACE : OP_DROP, n ? r - 1 : r, r, 0);
    }
    if (n > 1) emit_build(c, OP_UNPACK, 1, n, 0); // the first on top
    for (u32 i = 1; i < n; i++) temp_push(c);
}

static void pattern_or(Compiler *c, Pattern *m, Node *p, Reg subject) {
    Unit *u = c->unit;
    u32 base = u->depth, n = 0;
    const Capture *order = NULL;
    Label end;
    label_init(&end);
    for (u32 i = 0; i < p->MatchOr.patterns.count && !c->failed; i++) {
        Node *item = p->MatchOr.patterns.items[i];
        Pattern one = {.base = base};
        u->depth = base;
        compile_pattern(c, &one, item, subject);
        if (i == 0) {
            order = one.captures;
            for (const Capture *k = order; k; k = k->next) n++;
        }
        at(c, item);
        gather(c, &one, order, n);
        emit_jump(c, &end);
        bind_fails(c, &one);
    }
    at(c, p);
    if (!is_dead(c)) {
        Label *fail = fail_label(c, m);
        if (fail) emit_jump(c, fail);
    }
    label_bind(c, &end);
    u->depth = base + n;
    for (const Capture *k = order; k; k = k->next) capture(c, m, k->name, u->nlocals + base + --n);
}

static void compile_pattern(Compiler *c, Pattern *m, Node *p, Reg subject) {
    if (!recursion_enter(c)) return;
    at(c, p);
    switch (p->kind) {
    case NODE_MatchValue: pattern_value(c, m, p, subject); break;
    case NODE_MatchSingleton: pattern_singleton(c, m, p, subject); break;
    case NODE_MatchSequence: pattern_sequence(c, m, p, subject); break;
    case NODE_MatchMapping: pattern_mapping(c, m, p, subject); break;
    case NODE_MatchClass: pattern_class(c, m, p, subject); break;
    case NODE_MatchStar: capture(c, m, p->MatchStar.name, subject); break;
    case NODE_MatchAs:
        if (p->MatchAs.pattern) compile_pattern(c, m, p->MatchAs.pattern, subject);
        capture(c, m, p->MatchAs.name, subject);
        break;
    case NODE_MatchOr: pattern_or(c, m, p, subject); break;
    default: break;
    }
    recursion_leave(c);
}

// ---- the statement --------------------------------------------------------------------------------------------------

// The names are bound; what is above the base is dropped.
static void store_captures(Compiler *c, const Pattern *m) {
    Unit *u = c->unit;
    for (const Capture *k = m->captures; k; k = k->next) {
        bool last_use = k->from == top_temp(c) && u->depth > m->base;
        for (const Capture *l = k->next; l && last_use; l = l->next) last_use = l->from != k->from;
        name_store(c, k->name, last_use ? k->from : copy(c, k->from));
    }
    while (u->depth > m->base && !c->failed) emit_drop(c);
}

void compile_match(Compiler *c, Node *s) {
    Unit *u = c->unit;
    u32 depth = u->depth;
    Label end;
    label_init(&end);
    expr_push(c, s->Match.subject);
    Reg subject = top_temp(c);
    for (u32 i = 0; i < s->Match.cases.count && !is_dead(c) && !c->failed; i++) {
        Node *one = s->Match.cases.items[i], *p = one->match_case.pattern;
        Pattern m = {.base = depth + 1};
        compile_pattern(c, &m, p, subject);
        at(c, p);
        store_captures(c, &m);
        if (one->match_case.guard) {
            Label *fail = fail_label(c, &m);
            if (fail) expr_jump(c, one->match_case.guard, fail, false);
        }
        if (!is_dead(c)) {
            emit_drop(c);
            compile_body(c, &one->match_case.body);
            u->depth = depth;
            emit_jump(c, &end);
        }
        at(c, p);
        bind_fails(c, &m);
    }
    if (!is_dead(c)) emit_drop(c);
    label_bind(c, &end);
    u->depth = depth;
}
