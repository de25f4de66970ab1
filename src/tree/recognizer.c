// recognizer.c: a small machine for parsing expression grammars, and a compiler from grammar.def to it. It runs only
// when a program has an error. Everything it needs lies in memory of its own, nothing on the C stack: a rule calls the
// next one hundreds deep.
#include "tree/recognizer.h"

enum Code {
    CODE_TOKEN,     // kind
    CODE_SOFT,      // soft keyword, SOFT_NONE: any
    CODE_NOT_EQUAL, // != but not <>
    CODE_FORCE,     // kind: must be there
    CODE_CALL,      // rule
    CODE_RETURN,
    CODE_CHOICE,      // where to go on when what follows fails
    CODE_COMMIT,      // forget the choice, go to
    CODE_LOOP,        // the choice starts from here now, go to
    CODE_BACK_COMMIT, // forget the choice, go back to where it was made, go to
    CODE_FAIL_TWICE,  // forget the choice, fail
    CODE_CUT,         // forget the choice
    CODE_MARK,        // capture: it begins here
    CODE_KEEP,        // capture, rule: it ends here
    CODE_ACTION,      // offset in the rule's text
};

static bool is_error_rule(const Recognizer *r, u32 rule) { return strncmp(r->rules[rule].name, "invalid_", 8) == 0; }

// A call (with where it goes on), or a choice (with where it goes on if all fails).
typedef struct Frame {
    bool is_call;
    bool error_rules; // as they were before the call
    u16 pc, rule;
    u32 at;
    u32 call; // index of the call frame around
    Capture captures[CAPTURES];
} Frame;

// The compiler --------------------------------------------------------------------------------------------------------

typedef struct Compiler {
    Recognizer *r;
    const char *text, *at; // the rule's text
} Compiler;

static u32 emit(Recognizer *r, u32 word) {
    if (r->code_count == r->code_capacity) {
        u32 capacity = r->code_capacity ? r->code_capacity * 2 : 4096;
        u16 *code = mem_realloc(r->p->mem, r->code, r->code_capacity * sizeof(u16), capacity * sizeof(u16));
        if (!code) {
            r->failed = true;
            return 0;
        }
        r->code = code;
        r->code_capacity = capacity;
    }
    r->code[r->code_count] = (u16)word;
    return r->code_count++;
}

static u32 emit_jump(Recognizer *r, u8 code) {
    emit(r, code);
    return emit(r, 0);
}

static void land(Recognizer *r, u32 jump) {
    if (!r->failed) r->code[jump] = (u16)r->code_count;
}

static void skip_blanks(Compiler *c) {
    while (*c->at == ' ') c->at++;
}

static bool is_word_char(char ch) { return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || ch == '_'; }

// 'x' or WORD: a kind of token
static u32 token_of(const char *text, size_t n) {
    for (u32 kind = 0; kind < TOKEN_KINDS; kind++) {
        if (strlen(token_texts[kind]) == n && memcmp(token_texts[kind], text, n) == 0) return kind;
    }
    return TOKEN_ERROR;
}

static u32 rule_of(const Recognizer *r, const char *text, size_t n) {
    for (u32 rule = 0; rule < RULES; rule++) {
        if (strlen(r->rules[rule].name) == n && memcmp(r->rules[rule].name, text, n) == 0) return rule;
    }
    return RULES;
}

static u32 quoted(Compiler *c, char quote) {
    const char *start = ++c->at;
    while (*c->at != quote) c->at++;
    u32 kind = token_of(start, (size_t)(c->at - start));
    c->at++;
    return kind;
}

static void compile_choice(Compiler *c);

// `x`: its soft keyword
static void compile_soft(Compiler *c) {
    u32 soft = c->at[1] == 'c'   ? SOFT_CASE
               : c->at[1] == 'm' ? SOFT_MATCH
               : c->at[1] == 't' ? SOFT_TYPE
                                 : SOFT_UNDERSCORE;
    c->at++;
    while (*c->at++ != '`') {}
    emit(c->r, CODE_SOFT);
    emit(c->r, soft);
}

// A token, a rule or a group. Answers the rule, or RULES.
static u32 compile_atom(Compiler *c) {
    Recognizer *r = c->r;
    u32 rule = RULES;
    if (*c->at == '(') {
        c->at++;
        compile_choice(c);
        c->at++;
    } else if (*c->at == '\'') {
        emit(r, CODE_TOKEN);
        emit(r, quoted(c, '\''));
    } else if (*c->at == '`') {
        compile_soft(c);
    } else {
        const char *start = c->at;
        while (is_word_char(*c->at)) c->at++;
        size_t n = (size_t)(c->at - start);
        if (n == 4 && memcmp(start, "SOFT", 4) == 0) {
            emit(r, CODE_SOFT);
            emit(r, SOFT_NONE);
        } else if (n == 9 && memcmp(start, "NOT_EQUAL", 9) == 0) {
            emit(r, CODE_NOT_EQUAL);
        } else if (*start >= 'A' && *start <= 'Z') {
            emit(r, CODE_TOKEN);
            emit(r, token_of(start, n));
        } else {
            rule = rule_of(c->r, start, n);
            emit(r, CODE_CALL);
            emit(r, rule);
        }
    }
    return rule;
}

// What was compiled from `from` on is moved behind two more words; the jumps in it with it.
static void make_room(Recognizer *r, u32 from) {
    emit(r, 0);
    emit(r, 0);
    if (r->failed) return;
    memmove(r->code + from + 2, r->code + from, (r->code_count - 2 - from) * sizeof(u16));
    for (u32 pc = from + 2; pc < r->code_count;) {
        switch (r->code[pc]) {
        case CODE_CHOICE:
        case CODE_COMMIT:
        case CODE_LOOP:
        case CODE_BACK_COMMIT: r->code[pc + 1] += 2; break;
        case CODE_KEEP: pc++; break;
        case CODE_RETURN:
        case CODE_NOT_EQUAL:
        case CODE_FAIL_TWICE:
        case CODE_CUT: pc--; break;
        }
        pc += 2;
    }
}

// x?   CHOICE out, x, COMMIT out          x*   again: CHOICE out, x, LOOP again          x+   x x*
static u32 compile_repeated(Compiler *c) {
    Recognizer *r = c->r;
    const char *text = c->at;
    u32 from = r->code_count, rule = compile_atom(c);
    char mark = *c->at;
    if (mark == '.') {
        // s.x+   x, again: CHOICE out, s, x, LOOP again
        r->code_count = from;
        c->at++;
        const char *item = c->at;
        compile_atom(c);
        const char *behind = c->at + 1;
        u32 out = emit_jump(r, CODE_CHOICE), again = r->code_count;
        c->at = text;
        compile_atom(c);
        c->at = item;
        compile_atom(c);
        emit(r, CODE_LOOP);
        emit(r, again);
        land(r, out);
        c->at = behind;
        return RULES;
    }
    if (mark != '?' && mark != '*' && mark != '+') return rule;
    c->at++;
    if (mark == '+') {
        const char *behind = c->at;
        from = r->code_count;
        c->at = text;
        compile_atom(c);
        c->at = behind;
    }
    make_room(r, from);
    if (r->failed) return RULES;
    r->code[from] = CODE_CHOICE;
    emit(r, mark == '?' ? CODE_COMMIT : CODE_LOOP);
    u32 target = emit(r, from + 2);
    r->code[from + 1] = (u16)r->code_count;
    if (mark == '?') land(r, target);
    return RULES;
}

static void compile_item(Compiler *c) {
    Recognizer *r = c->r;
    char first = c->at[0];
    if (first == '&' && c->at[1] == '&') {
        c->at += 2;
        emit(r, CODE_FORCE);
        emit(r, quoted(c, '\''));
    } else if (first == '&' || first == '!') {
        // &x   CHOICE no, x, BACK_COMMIT yes, no: FAIL_TWICE is never reached; !x   CHOICE yes, x, FAIL_TWICE, yes:
        c->at++;
        if (first == '!') {
            u32 yes = emit_jump(r, CODE_CHOICE);
            compile_atom(c);
            emit(r, CODE_FAIL_TWICE);
            land(r, yes);
        } else {
            u32 no = emit_jump(r, CODE_CHOICE);
            compile_atom(c);
            u32 yes = emit_jump(r, CODE_BACK_COMMIT);
            land(r, no);
            // Nothing is left to forget here: fail by a token that never comes.
            emit(r, CODE_TOKEN);
            emit(r, TOKEN_KINDS);
            land(r, yes);
        }
    } else if (first >= 'a' && first <= 'c' && c->at[1] == '=') {
        u32 variable = (u32)(first - 'a');
        c->at += 2;
        emit(r, CODE_MARK);
        emit(r, variable);
        u32 rule = compile_repeated(c);
        emit(r, CODE_KEEP);
        emit(r, variable);
        emit(r, rule);
    } else {
        compile_repeated(c);
    }
}

// Items up to | or ) or the end. Answers whether there was a ~ (which counts only where alternatives follow).
static bool compile_sequence(Compiler *c, bool last) {
    bool cut = false;
    for (;;) {
        skip_blanks(c);
        switch (*c->at) {
        case 0:
        case '|':
        case ')': return cut;
        case '~':
            c->at++;
            if (!last) emit(c->r, CODE_CUT);
            cut = true;
            continue;
        case '<':
            emit(c->r, CODE_ACTION);
            emit(c->r, (u32)(c->at + 1 - c->text));
            // The message may hold a > of its own only as the first character.
            for (c->at += 2; *c->at != '>'; c->at++) {}
            c->at++;
            continue;
        }
        compile_item(c);
    }
}

// Is there a | before the group ends?
static bool has_more_alternatives(const char *at) {
    for (int depth = 0;; at++) {
        switch (*at) {
        case 0: return false;
        case '\'':
        case '`': {
            char quote = *at++;
            while (*at != quote) at++;
            break;
        }
        case '<':
            for (at += 2; *at != '>'; at++) {}
            break;
        case '(': depth++; break;
        case ')':
            if (depth-- == 0) return false;
            break;
        case '|':
            if (depth == 0) return true;
            break;
        }
    }
}

// x | y   CHOICE other, x, COMMIT out, other: y, out:
static void compile_choice(Compiler *c) {
    Recognizer *r = c->r;
    u32 outs[16], count = 0;
    while (has_more_alternatives(c->at)) {
        u32 other = emit_jump(r, CODE_CHOICE);
        bool cut = compile_sequence(c, false);
        c->at++;
        if (cut) {
            // The choice is gone: make one to be forgotten.
            u32 next = emit_jump(r, CODE_CHOICE);
            land(r, next);
        }
        outs[count++] = emit_jump(r, CODE_COMMIT);
        land(r, other);
    }
    compile_sequence(c, true);
    while (count > 0) land(r, outs[--count]);
}

bool recognizer_open(Recognizer *r, Parser *p, const char *grammar) {
    memset(r, 0, sizeof *r);
    r->p = p;
    r->rules = mem_alloc(p->mem, RULES * sizeof *r->rules);
    if (!r->rules) return false;
    for (u32 rule = 0; rule < RULES; rule++) {
        bool memo = *grammar == '+';
        const char *name = grammar + memo, *text = name + strlen(name) + 1;
        r->rules[rule] = (Rule){name, text, memo};
        grammar = text + strlen(text) + 1;
    }
    for (u32 rule = 0; rule < RULES; rule++) {
        Compiler compiler = {r, r->rules[rule].text, r->rules[rule].text};
        r->entry[rule] = (u16)r->code_count;
        compile_choice(&compiler);
        emit(r, CODE_RETURN);
    }
    return !r->failed;
}

void recognizer_close(Recognizer *r) {
    Mem *mem = r->p->mem;
    mem_free(mem, r->rules, r->rules ? RULES * sizeof *r->rules : 0);
    mem_free(mem, r->code, r->code_capacity * sizeof(u16));
    mem_free(mem, r->stack, r->capacity * sizeof *r->stack);
    mem_free(mem, r->memo, r->memo ? (r->memo_mask + 1) * sizeof *r->memo : 0);
}

// The machine ---------------------------------------------------------------------------------------------------------

enum { NO_MATCH = 0xFFFFFFFF, MAX_STEPS = 30000000 };

static Frame *push_frame(Recognizer *r) {
    if (r->count == r->capacity) {
        u32 capacity = r->capacity ? r->capacity * 2 : 256;
        Frame *stack = mem_realloc(r->p->mem, r->stack, r->capacity * sizeof(Frame), capacity * sizeof(Frame));
        if (!stack) {
            r->failed = true;
            return NULL;
        }
        r->stack = stack;
        r->capacity = capacity;
    }
    return &r->stack[r->count++];
}

static u32 memo_key(u32 rule, u32 at) { return at * RULES + rule + 1; }

// The place of a key, or the free place where it belongs.
static u32 memo_slot(const Recognizer *r, u32 key) {
    u32 slot = (key * 2654435761u) >> 7 & r->memo_mask;
    while (r->memo[slot].key && r->memo[slot].key != key) slot = (slot + 1) & r->memo_mask;
    return slot;
}

static void remember(Recognizer *r, u32 rule, u32 at, u32 end) {
    if (!r->rules[rule].memo) return;
    if (!r->memo || r->memo_count * 2 > r->memo_mask) {
        Recognizer old = *r;
        u32 size = r->memo ? (r->memo_mask + 1) * 2 : 1024;
        void *memo = mem_alloc_zero(r->p->mem, size * sizeof *r->memo);
        if (!memo) {
            r->failed = true;
            return;
        }
        r->memo = memo;
        r->memo_mask = size - 1;
        for (u32 i = 0; old.memo && i <= old.memo_mask; i++) {
            if (old.memo[i].key) r->memo[memo_slot(r, old.memo[i].key)] = old.memo[i];
        }
        mem_free(r->p->mem, old.memo, old.memo ? (old.memo_mask + 1) * sizeof *old.memo : 0);
    }
    u32 slot = memo_slot(r, memo_key(rule, at));
    if (!r->memo[slot].key) r->memo_count++;
    r->memo[slot].key = memo_key(rule, at);
    r->memo[slot].end = end;
}

// The current token; NULL: it is an ERROR, or memory is short.
static const Token *look(Recognizer *r) {
    if (r->at >= r->fill) r->fill = r->at + 1;
    if (!parser_fill(r->p, r->at)) {
        r->failed = true;
        return NULL;
    }
    const Token *token = &r->p->tokens[r->at];
    return token->kind == TOKEN_ERROR ? NULL : token;
}

MatchResult recognizer_run(Recognizer *r, RuleId start, u32 at, bool error_rules) {
    if (r->memo) memset(r->memo, 0, (r->memo_mask + 1) * sizeof *r->memo);
    r->memo_count = 0;
    r->at = at;
    if (r->fill < at) r->fill = at;
    r->error_rules = error_rules;
    r->count = 0;
    Frame *frame = push_frame(r);
    if (!frame) return NOT_MATCHED;
    *frame = (Frame){.is_call = true, .rule = (u16)start, .at = at, .error_rules = error_rules};
    u32 call = 0, pc = r->entry[start];
    for (u32 steps = 0; !r->failed; steps++) {
        if (steps > MAX_STEPS) break;
        u16 code = r->code[pc], operand = r->code[pc + 1];
        switch (code) {
        case CODE_TOKEN:
        case CODE_SOFT:
        case CODE_NOT_EQUAL:
        case CODE_FORCE: {
            const Token *token = look(r);
            if (!token) return r->failed ? NOT_MATCHED : MATCH_REPORTED;
            bool match = token->kind == operand;
            if (code == CODE_SOFT) {
                u8 soft = token->kind == TOKEN_NAME ? token->name->soft : SOFT_NONE;
                match = soft && (operand == SOFT_NONE || soft == operand);
            } else if (code == CODE_NOT_EQUAL) {
                match = token->kind == TOKEN_NOTEQUAL && r->p->tree->source.text[token->start] == '!';
                pc--;
            } else if (code == CODE_FORCE && !match) {
                error_at_token(r->p, r->at, "expected '%s'", token_texts[operand]);
                return MATCH_REPORTED;
            }
            if (!match) goto fail;
            r->at++;
            pc += 2;
            continue;
        }
        case CODE_CALL: {
            if (!r->error_rules && is_error_rule(r, operand)) goto fail;
            if (r->rules[operand].memo && r->memo) {
                u32 slot = memo_slot(r, memo_key(operand, r->at));
                if (r->memo[slot].key) {
                    if (r->memo[slot].end == NO_MATCH) goto fail;
                    r->at = r->memo[slot].end;
                    pc += 2;
                    continue;
                }
            }
            frame = push_frame(r);
            if (!frame) return NOT_MATCHED;
            *frame = (Frame){.is_call = true,
                             .pc = (u16)(pc + 2),
                             .rule = operand,
                             .at = r->at,
                             .call = call,
                             .error_rules = r->error_rules};
            call = r->count - 1;
            if (operand == RULE_expression_without_invalid) r->error_rules = false;
            pc = r->entry[operand];
            continue;
        }
        case CODE_RETURN:
            // All choices made in the rule are forgotten with it.
            frame = &r->stack[call];
            remember(r, frame->rule, frame->at, r->at);
            r->error_rules = frame->error_rules;
            r->count = call;
            pc = frame->pc;
            call = frame->call;
            if (r->count == 0) return MATCHED;
            continue;
        case CODE_CHOICE:
            frame = push_frame(r);
            if (!frame) return NOT_MATCHED;
            frame->is_call = false;
            frame->pc = operand;
            frame->at = r->at;
            frame->call = call;
            pc += 2;
            continue;
        case CODE_COMMIT:
            r->count--;
            pc = operand;
            continue;
        case CODE_LOOP:
            // What matches nothing would match for ever.
            if (r->stack[r->count - 1].at == r->at) goto fail;
            r->stack[r->count - 1].at = r->at;
            pc = operand;
            continue;
        case CODE_BACK_COMMIT:
            r->at = r->stack[--r->count].at;
            pc = operand;
            continue;
        case CODE_FAIL_TWICE: r->count--; goto fail;
        case CODE_CUT:
            r->count--;
            pc++;
            continue;
        case CODE_MARK:
            r->stack[call].captures[operand].mark = r->at;
            pc += 2;
            continue;
        case CODE_KEEP: {
            Capture *capture = &r->stack[call].captures[operand];
            *capture = (Capture){capture->mark, r->at, capture->mark, r->code[pc + 2]};
            pc += 3;
            continue;
        }
        case CODE_ACTION: {
            Frame *rule = &r->stack[call];
            if (invalid_action(r, r->rules[rule->rule].text + operand, rule->captures)) return MATCH_REPORTED;
            // Not this time: the whole rule fails, not only this alternative.
            r->count = call + 1;
            goto fail;
        }
        }
    fail:
        for (;;) {
            frame = &r->stack[--r->count];
            if (!frame->is_call) break;
            remember(r, frame->rule, frame->at, NO_MATCH);
            r->error_rules = frame->error_rules;
            if (r->count == 0) return NOT_MATCHED;
        }
        r->at = frame->at;
        pc = frame->pc;
        call = frame->call;
    }
    return NOT_MATCHED;
}
