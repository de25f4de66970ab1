// recognizer.h: matches tokens against grammar.def exactly as CPython's parser would: same order, same furthest token.
#ifndef AITER_RECOGNIZER_H
#define AITER_RECOGNIZER_H

#include "tree/parser.h"

typedef enum RuleId {
#define RULE(name, text) RULE_##name,
#define MEMO(name, text) RULE_##name,
#include "tree/grammar.def"
    RULES
} RuleId;

// Where v in `v=x` stood: tokens from `start` up to `end`; rule is x, or RULES when x is no rule.
typedef struct Capture {
    u32 start, end;
    u32 mark; // where one begins that is being matched
    u16 rule;
} Capture;

enum { CAPTURES = 3 };

typedef enum MatchResult {
    MATCHED,
    NOT_MATCHED,
    MATCH_REPORTED, // an error has been reported: tree->error, or the token that was reached is an ERROR
} MatchResult;

typedef struct Rule {
    const char *name, *text;
    bool memo;
} Rule;

typedef struct Recognizer Recognizer;

struct Recognizer {
    Parser *p;
    u16 *code; // grammar.def, compiled
    u32 code_count, code_capacity;
    Rule *rules;
    u16 entry[RULES]; // where each rule begins
    struct Frame *stack;
    u32 count, capacity;
    struct {
        u32 key, end;
    } * memo; // key: 0 is free
    u32 memo_count, memo_mask;
    u32 fill;         // tokens before this one have been looked at
    u32 at;           // the current token
    bool error_rules; // do the rules called invalid_... count?
    bool failed;      // out of memory, or the text is beyond reason
};

// `grammar`: for each rule of grammar.def in its order its name, with a + before it for MEMO, and its text, each terminated.
// False: memory. To be closed in any case.
bool recognizer_open(Recognizer *r, Parser *p, const char *grammar);
void recognizer_close(Recognizer *r);
MatchResult recognizer_run(Recognizer *r, RuleId start, u32 at, bool error_rules);

// What a match asks for at its end, by the text between < and >. True: it has reported. False: the rule fails.
bool invalid_action(Recognizer *r, const char *action, const Capture *captures);

#endif
