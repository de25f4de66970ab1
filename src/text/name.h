// name.h: identifiers of one parse, each stored once, so that two equal names are one pointer. Keywords are names too:
// the record says which token a word is, so a word costs one look-up.
#ifndef AITER_NAME_H
#define AITER_NAME_H

#include "base/arena.h"

typedef struct Name {
    const u8 *text;    // UTF-8, with a zero byte behind it
    u32 length;        // in bytes
    u32 hash;          // of the text, for the table only
    u8 token;          // TOKEN_NAME, or the keyword's token
    u8 soft;           // a soft keyword (match, case, type, _), see token.def
    void *value;       // free for the compiler: NULL after parsing
    struct Name *next; // same bucket
} Name;

typedef struct NameTable {
    Arena *arena;
    Name **buckets;
    u32 mask;  // number of buckets - 1
    u32 count; // names in the table
} NameTable;

// An empty table with the keywords in it. False: out of memory.
bool names_open(NameTable *table, Arena *arena);
// The one record of a text; the text is copied. NULL: out of memory.
Name *names_intern(NameTable *table, const u8 *text, u32 length);
// The same for a C string.
Name *names_word(NameTable *table, const char *word);
// By text, as strcmp orders: for the sorted lists of cell and free variables.
int name_compare(const Name *a, const Name *b);

INLINE bool name_is(const Name *name, const char *word) {
    size_t length = strlen(word);
    return name->length == length && memcmp(name->text, word, length) == 0;
}

#endif
