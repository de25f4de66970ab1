// name.c: the table of identifiers: a growing hash table of records that live in the arena.
#include "text/name.h"

#include "text/token.h"

const char *const token_texts[TOKEN_KINDS] = {
#define TOKEN(kind, text) text,
#define OPERATOR(kind, text) text,
#define KEYWORD(kind, text) text,
#include "text/token.def"
};

enum { FIRST_BUCKETS = 256 };

bool names_open(NameTable *table, Arena *arena) {
    table->arena = arena;
    table->count = 0;
    table->mask = FIRST_BUCKETS - 1;
    table->buckets = arena_alloc(arena, FIRST_BUCKETS * sizeof(Name *));
    if (!table->buckets) return false;
    for (u32 kind = TOKEN_False; kind < TOKEN_KINDS; kind++) {
        Name *name = names_word(table, token_texts[kind]);
        if (!name) return false;
        name->token = (u8)kind;
    }
    static const char soft[][6] = {"case", "match", "type", "_"};
    for (u32 i = 0; i < countof(soft); i++) {
        Name *name = names_word(table, soft[i]);
        if (!name) return false;
        name->soft = (u8)(SOFT_CASE + i);
    }
    return true;
}

static bool grow(NameTable *table) {
    u32 size = (table->mask + 1) * 2;
    Name **buckets = arena_alloc(table->arena, size * sizeof(Name *));
    if (!buckets) return false;
    for (u32 i = 0; i <= table->mask; i++) {
        for (Name *name = table->buckets[i], *next; name; name = next) {
            next = name->next;
            Name **slot = &buckets[name->hash & (size - 1)];
            name->next = *slot;
            *slot = name;
        }
    }
    table->buckets = buckets;
    table->mask = size - 1;
    return true;
}

Name *names_intern(NameTable *table, const u8 *text, u32 length) {
    u32 hash = 2166136261u;
    for (u32 i = 0; i < length; i++) hash = (hash ^ text[i]) * 16777619u;
    hash ^= hash >> 15;
    for (Name *name = table->buckets[hash & table->mask]; name; name = name->next) {
        if (name->hash == hash && name->length == length && memcmp(name->text, text, length) == 0) return name;
    }
    if (table->count > table->mask && !grow(table)) return NULL;
    Name *name = arena_alloc(table->arena, sizeof(Name));
    char *copy = arena_text_copy(table->arena, text, length);
    if (!name || !copy) return NULL;
    name->text = (u8 *)copy;
    name->length = length;
    name->hash = hash;
    name->token = TOKEN_NAME;
    Name **slot = &table->buckets[hash & table->mask];
    name->next = *slot;
    *slot = name;
    table->count++;
    return name;
}

Name *names_word(NameTable *table, const char *word) {
    return names_intern(table, (const u8 *)word, (u32)strlen(word));
}

int name_compare(const Name *a, const Name *b) {
    u32 length = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, length);
    return order ? order : (a->length > b->length) - (a->length < b->length);
}
