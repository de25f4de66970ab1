// dict.c: the table behind dict: finding, inserting, deleting by any key, with the short ways for names. The type with
// its methods is in dict_type.c, the views and iterators in dict_view.c.
//
// Probing and growth are CPython's (i = hash & mask, then i * 5 + perturb + 1; deleted places are used again; a table
// is made anew with three places for each entry when two thirds of it have been used), so that a program whose keys
// have a Python __eq__ sees the same comparisons in the same order.
#include "obj/container.h"

#define INDEX_EMPTY (-1)
#define INDEX_DELETED (-2)
#define INDEX_MIN 8
#define INDEX_MAX (1u << 27)

// ---- the index -----------------------------------------------------------------------------------------------------

INLINE u32 index_width(u32 mask) { return mask <= 0xFF ? 1 : mask <= 0xFFFF ? 2 : 4; }

// Bytes of a block with entries and index.
static size_t block_size(u32 room, u32 mask) {
    return room * sizeof(DictEntry) + ((size_t)mask + 1) * index_width(mask);
}

// What stands in a place of the index: a place in entries, INDEX_EMPTY or INDEX_DELETED.
INLINE i32 index_at(const Dict *dict, u32 i) {
    if (likely(dict->mask <= 0xFF)) {
        u32 n = ((const u8 *)dict->index)[i];
        return n < 0xFE ? (i32)n : (i32)n - 0x100;
    }
    if (dict->mask <= 0xFFFF) {
        u32 n = ((const u16 *)dict->index)[i];
        return n < 0xFFFE ? (i32)n : (i32)n - 0x10000;
    }
    return ((const i32 *)dict->index)[i];
}

INLINE void index_set(Dict *dict, u32 i, i32 to) {
    if (dict->mask <= 0xFF) ((u8 *)dict->index)[i] = (u8)to;
    else if (dict->mask <= 0xFFFF) ((u16 *)dict->index)[i] = (u16)to;
    else ((i32 *)dict->index)[i] = to;
}

// The way of a hash through an index.
typedef struct Probe {
    u64 perturb;
    u32 at;
} Probe;
INLINE Probe probe_open(const Dict *dict, i64 hash) { return (Probe){(u64)hash, (u32)hash & dict->mask}; }
INLINE void probe_next(const Dict *dict, Probe *probe) {
    probe->perturb >>= 5;
    probe->at = (u32)(probe->at * 5 + probe->perturb + 1) & dict->mask;
}

// The first place that is free for an entry with that hash.
static u32 free_place(const Dict *dict, i64 hash) {
    Probe probe = probe_open(dict, hash);
    while (index_at(dict, probe.at) >= 0) probe_next(dict, &probe);
    return probe.at;
}

// The place in the index of an entry that is there.
static u32 place_of_entry(const Dict *dict, i32 entry) {
    Probe probe = probe_open(dict, dict->entries[entry].hash);
    while (index_at(dict, probe.at) != entry) probe_next(dict, &probe);
    return probe.at;
}

// ---- storage -------------------------------------------------------------------------------------------------------

static void changed(Vm *vm, Dict *dict) { dict->version = ++vm->dict_version; }

static void free_block(Vm *vm, Dict *dict) {
    if (dict->room) mem_free(&vm->mem, dict->entries, block_size(dict->room, dict->mask));
}

// A new table with at least `places`, filled with the entries in their order.
static NOINLINE bool rebuild(Vm *vm, Dict *dict, size_t places) {
    u32 size = INDEX_MIN;
    while (size < places && size < INDEX_MAX) size <<= 1;
    u32 room = (u32)((u64)size * 2 / 3), mask = size - 1;
    DictEntry *entries = size < places ? NULL : mem_alloc(&vm->mem, block_size(room, mask));
    if (unlikely(!entries)) return raise_memory(vm), false;
    DictEntry *old = dict->entries;
    u32 used = dict->used, old_room = dict->room, old_mask = dict->mask;
    dict->entries = entries;
    dict->index = entries + room;
    dict->room = room;
    dict->mask = mask;
    memset(dict->index, 0xFF, (size_t)size * index_width(mask));
    u32 n = 0;
    for (u32 i = 0; i < used; i++) {
        if (old[i].key == V_UNSET) continue;
        entries[n] = old[i];
        index_set(dict, free_place(dict, old[i].hash), (i32)n++);
    }
    dict->used = n;
    dict->usable = room - n;
    charge(vm, used);
    if (old_room) mem_free(&vm->mem, old, block_size(old_room, old_mask));
    return true;
}

Dict *dict_of_type(Vm *vm, Type *type, u32 room) {
    Dict *dict = object_new_gc(vm, type, sizeof(Dict));
    if (unlikely(!dict)) return NULL;
    if (room && unlikely(!rebuild(vm, dict, ((size_t)room * 3 + 1) / 2))) {
        DECREF(vm, dict);
        return NULL;
    }
    return dict;
}

Dict *dict_new(Vm *vm, u32 room) { return dict_of_type(vm, vm_type(vm, T_DICT), room); }

Dict *dict_copy(Vm *vm, Dict *from) {
    Dict *dict = dict_new(vm, 0);
    if (!dict || !from->len) return dict;
    charge(vm, from->used);
    if (from->len < from->used) { // not with the holes of deleted entries
        if (dict_update(vm, dict, from) == 0) return dict;
        DECREF(vm, dict);
        return NULL;
    }
    size_t size = block_size(from->room, from->mask);
    DictEntry *entries = mem_alloc(&vm->mem, size);
    if (!entries) {
        DECREF(vm, dict);
        return raise_memory(vm), NULL;
    }
    memcpy(entries, from->entries, size);
    dict->entries = entries;
    dict->index = entries + from->room;
    dict->len = from->len;
    dict->used = from->used;
    dict->room = from->room;
    dict->mask = from->mask;
    dict->usable = from->usable;
    for (u32 i = 0; i < dict->used; i++) {
        incref(entries[i].key);
        incref(entries[i].value);
    }
    changed(vm, dict);
    return dict;
}

void dict_clear(Vm *vm, Dict *dict) {
    if (!dict->room) return;
    Dict old = *dict;
    dict->entries = NULL;
    dict->index = NULL;
    dict->len = dict->used = dict->room = dict->mask = dict->usable = 0;
    changed(vm, dict);
    for (u32 i = 0; i < old.used; i++) {
        decref(vm, old.entries[i].key);
        decref(vm, old.entries[i].value);
    }
    charge(vm, old.used);
    free_block(vm, &old);
}

// Room for n entries more.
static bool reserve(Vm *vm, Dict *dict, u32 n) {
    if (n <= dict->usable) return true;
    return rebuild(vm, dict, (((size_t)dict->len + n) * 3 + 1) / 2);
}

bool dict_insert_hash(Vm *vm, Dict *dict, Value key, i64 hash, Value value) {
    if (unlikely(!dict->usable) && unlikely(!rebuild(vm, dict, (size_t)dict->len * 3))) return false;
    u32 entry = dict->used;
    dict->entries[entry] = (DictEntry){own(key), own(value), hash};
    index_set(dict, free_place(dict, hash), (i32)entry);
    dict->used++;
    dict->usable--;
    dict->len++;
    changed(vm, dict);
    return true;
}

static void replace_value(Vm *vm, Dict *dict, i32 entry, Value value) {
    Value old = dict->entries[entry].value;
    dict->entries[entry].value = own(value);
    decref(vm, old);
}

void dict_delete_entry(Vm *vm, Dict *dict, i32 entry) {
    index_set(dict, place_of_entry(dict, entry), INDEX_DELETED);
    DictEntry old = dict->entries[entry];
    dict->entries[entry].key = dict->entries[entry].value = V_UNSET;
    dict->len--;
    changed(vm, dict);
    decref(vm, old.key);
    decref(vm, old.value);
}

// ---- names ---------------------------------------------------------------------------------------------------------

// Equal text, the hashes being equal. Two different interned strings never have it.
static NOINLINE bool same_name(Value key, Str *name) {
    if (!value_has(key, SHAPE_STR)) return false;
    Str *s = str_get(key);
    if (s->interned && name->interned) return false;
    return !has_python(key, SLOT_EQ) && str_equal(s, name);
}

i32 dict_index_str(Dict *dict, Str *name) {
    if (unlikely(!dict->len)) return -1;
    u32 hash = likely(name->hash != 0) ? name->hash : str_hash(name);
    Value word = value_object(name);
    const DictEntry *entries = dict->entries;
    u32 mask = dict->mask, at = hash & mask, perturb = hash;
    if (likely(mask <= 0xFF)) {
        const u8 *index = dict->index;
        for (;;) {
            u32 entry = index[at];
            if (likely(entry < 0xFE)) {
                if (likely(entries[entry].key == word)) return (i32)entry;
                if (entries[entry].hash == hash && same_name(entries[entry].key, name)) return (i32)entry;
            } else if (entry == 0xFF) return -1;
            perturb >>= 5;
            at = (at * 5 + perturb + 1) & mask;
        }
    }
    for (;;) {
        i32 entry = index_at(dict, at);
        if (entry >= 0) {
            if (entries[entry].key == word) return entry;
            if (entries[entry].hash == hash && same_name(entries[entry].key, name)) return entry;
        } else if (entry == INDEX_EMPTY) return -1;
        perturb >>= 5;
        at = (at * 5 + perturb + 1) & mask;
    }
}

Value dict_find_str(Dict *dict, Str *name) {
    i32 entry = dict_index_str(dict, name);
    return entry < 0 ? V_UNSET : dict->entries[entry].value;
}

bool dict_set_str(Vm *vm, Dict *dict, Str *name, Value value) {
    i32 entry = dict_index_str(dict, name);
    if (entry < 0) return dict_insert_hash(vm, dict, value_object(name), str_key_hash(name), value);
    replace_value(vm, dict, entry, value);
    return true;
}

bool dict_set_text(Vm *vm, Dict *dict, const char *text, Value value) {
    Str *name = str_intern(vm, text, strlen(text));
    if (!name) return false;
    bool ok = dict_set_str(vm, dict, name, value);
    DECREF(vm, name);
    return ok;
}

int dict_delete_str(Vm *vm, Dict *dict, Str *name) {
    i32 entry = dict_index_str(dict, name);
    if (entry < 0) return 0;
    dict_delete_entry(vm, dict, entry);
    return 1;
}

// ---- any key -------------------------------------------------------------------------------------------------------

// The hash of a key: 0, IS_ERROR (unhashable, as it is said of a key), IS_PYTHON.
INLINE int hash_of(Vm *vm, Value key, i64 *hash) {
    if (is_small(key)) {
        i64 n = small_get(key);
        *hash = n == -1 ? -2 : n;
        return 0;
    }
    if (is_exact_str(key)) {
        *hash = str_key_hash(str_get(key));
        return 0;
    }
    return key_hash(vm, key, AS_DICT_KEY, hash);
}

int dict_find_hash(Vm *vm, Dict *dict, Value key, i64 hash, i32 *place) {
    if (!dict->len) return 0;
    for (Probe probe = probe_open(dict, hash);; probe_next(dict, &probe)) {
        i32 entry = index_at(dict, probe.at);
        if (entry < 0) {
            if (entry == INDEX_EMPTY) return 0;
            continue;
        }
        const DictEntry *e = &dict->entries[entry];
        if (e->key != key) {
            if (e->hash != hash) continue;
            int equal = is_exact_str(e->key) && is_exact_str(key) ? str_equal(str_get(e->key), str_get(key)) : value_equal(vm, e->key, key);
            if (equal < 0) return equal;
            if (!equal) continue;
        }
        *place = entry;
        return 1;
    }
}

// 1 and *place, 0 and *hash, IS_ERROR, IS_PYTHON.
INLINE int find(Vm *vm, Dict *dict, Value key, i64 *hash, i32 *place) {
    int status = hash_of(vm, key, hash);
    return likely(status == 0) ? dict_find_hash(vm, dict, key, *hash, place) : status;
}

int dict_find(Vm *vm, Dict *dict, Value key, Value *out) {
    i64 hash;
    i32 place;
    int status = find(vm, dict, key, &hash, &place);
    if (status == 1) *out = dict->entries[place].value;
    return status;
}

int dict_set(Vm *vm, Dict *dict, Value key, Value value) {
    i64 hash;
    i32 place;
    int status = find(vm, dict, key, &hash, &place);
    if (status < 0) return status;
    if (status == 0) return dict_insert_hash(vm, dict, key, hash, value) ? 0 : IS_ERROR;
    replace_value(vm, dict, place, value);
    return 0;
}

int dict_delete(Vm *vm, Dict *dict, Value key) {
    i64 hash;
    i32 place;
    int status = find(vm, dict, key, &hash, &place);
    if (status == 1) dict_delete_entry(vm, dict, place);
    return status;
}

int dict_find_or_set(Vm *vm, Dict *dict, Value key, Value value, Value *out) {
    i64 hash;
    i32 place;
    int status = find(vm, dict, key, &hash, &place);
    if (status < 0) return status;
    if (status == 0) {
        *out = value;
        return dict_insert_hash(vm, dict, key, hash, value) ? 0 : IS_ERROR;
    }
    *out = dict->entries[place].value;
    return 0;
}

int dict_update(Vm *vm, Dict *dict, Dict *from) {
    if (dict == from || !from->len) return 0;
    if (dict->room < from->len && !reserve(vm, dict, from->len)) return IS_ERROR;
    charge(vm, from->used);
    for (u32 i = 0; i < from->used; i++) {
        const DictEntry *e = &from->entries[i];
        if (e->key == V_UNSET) continue;
        i32 place;
        int status = dict_find_hash(vm, dict, e->key, e->hash, &place);
        if (status < 0) return status;
        if (status) replace_value(vm, dict, place, e->value);
        else if (!dict_insert_hash(vm, dict, e->key, e->hash, e->value)) return IS_ERROR;
    }
    return 0;
}

int dict_equal(Vm *vm, Dict *a, Dict *b) {
    if (a->len != b->len) return 0;
    if (!c_enter(vm, " in comparison")) return IS_ERROR;
    int equal = 1;
    for (u32 i = 0; i < a->used && equal == 1; i++) {
        const DictEntry *e = &a->entries[i];
        i32 place;
        if (e->key == V_UNSET) continue;
        equal = dict_find_hash(vm, b, e->key, e->hash, &place);
        if (equal == 1) equal = value_equal(vm, e->value, b->entries[place].value);
    }
    c_leave(vm);
    charge(vm, a->used);
    return equal;
}

bool dict_each(const Dict *dict, u32 *place, Value *key, Value *value) {
    for (u32 i = *place; i < dict->used; i++) {
        const DictEntry *e = &dict->entries[i];
        if (e->key == V_UNSET) continue;
        *key = e->key;
        *value = e->value;
        *place = i + 1;
        return true;
    }
    return false;
}

i32 dict_last(const Dict *dict) {
    i32 i = (i32)dict->used - 1;
    while (i >= 0 && dict->entries[i].key == V_UNSET) i--;
    return i;
}

// ---- for the prelude -----------------------------------------------------------------------------------------------
//
// With keys whose __eq__ is Python's, a search is a loop of the prelude: _dict_probe goes on in C as far as it can, and
// names the next candidate that Python has to compare by the number of steps from the start of its way.

static Dict *dict_arg(const Value *args) { return dict_get(args[0]); }

static i32 entry_at_step(const Dict *dict, i64 hash, i64 step) {
    if (!dict->len) return INDEX_EMPTY;
    Probe probe = probe_open(dict, hash);
    while (step-- > 0) probe_next(dict, &probe);
    return index_at(dict, probe.at);
}

// _dict_probe(dict, key, hash, step): the entry; -1: not there; -2 - step: that candidate must be compared.
static Value intrinsic_probe(Vm *vm, const Value *args, u32 n) {
    Dict *dict = dict_arg(args);
    i64 hash, step = small_get(args[3]);
    if (!int_to_i64(args[2], &hash) || !dict->len) return value_small(-1);
    Probe probe = probe_open(dict, hash);
    for (i64 i = 0; i < step; i++) probe_next(dict, &probe);
    charge(vm, (size_t)step);
    for (;; step++, probe_next(dict, &probe)) {
        i32 entry = index_at(dict, probe.at);
        if (entry == INDEX_EMPTY) return value_small(-1);
        if (entry < 0) continue;
        const DictEntry *e = &dict->entries[entry];
        if (e->key == args[1]) return value_small(entry);
        if (e->hash != hash) continue;
        int equal = value_equal(vm, e->key, args[1]);
        if (equal == IS_ERROR) return V_ERROR;
        if (equal == IS_PYTHON) return value_small(-2 - step);
        if (equal) return value_small(entry);
    }
}

// _dict_probed(dict, hash, step): the entry of a candidate. _dict_table(dict): a number that changes with its table.
static Value intrinsic_probed(Vm *vm, const Value *args, u32 n) {
    i64 hash = 0;
    int_to_i64(args[1], &hash);
    return value_small(entry_at_step(dict_arg(args), hash, small_get(args[2])));
}
static Value intrinsic_table(Vm *vm, const Value *args, u32 n) {
    return value_small((i64)((uintptr_t)dict_arg(args)->entries >> 3));
}

// What an entry holds; it may have been deleted since: None.
static const DictEntry *entry_arg(const Value *args) {
    static const DictEntry none = {V_NONE, V_NONE, 0};
    i64 i = small_get(args[1]);
    Dict *dict = dict_arg(args);
    return i >= 0 && i < dict->used && dict->entries[i].key != V_UNSET ? &dict->entries[i] : &none;
}
static Value intrinsic_key(Vm *vm, const Value *args, u32 n) { return own(entry_arg(args)->key); }
static Value intrinsic_value(Vm *vm, const Value *args, u32 n) { return own(entry_arg(args)->value); }
static Value intrinsic_hash(Vm *vm, const Value *args, u32 n) { return int_from_i64(vm, entry_arg(args)->hash); }

// _dict_put(dict, entry, value), _dict_insert(dict, key, hash, value), _dict_remove(dict, entry)
static Value intrinsic_put(Vm *vm, const Value *args, u32 n) {
    replace_value(vm, dict_arg(args), (i32)small_get(args[1]), args[2]);
    return V_NONE;
}
static Value intrinsic_insert(Vm *vm, const Value *args, u32 n) {
    i64 hash = 0;
    int_to_i64(args[2], &hash);
    return dict_insert_hash(vm, dict_arg(args), args[1], hash, args[3]) ? V_NONE : V_ERROR;
}
static Value intrinsic_remove(Vm *vm, const Value *args, u32 n) {
    dict_delete_entry(vm, dict_arg(args), (i32)small_get(args[1]));
    return V_NONE;
}

// _dict_next(dict, entry): the first entry that is not deleted from there on, or -1. _dict_len(dict); _dict_used(dict):
// with the deleted ones.
static Value intrinsic_next(Vm *vm, const Value *args, u32 n) {
    Dict *dict = dict_arg(args);
    for (u32 i = (u32)small_get(args[1]); i < dict->used; i++) {
        if (dict->entries[i].key != V_UNSET) return value_count(i);
    }
    return value_small(-1);
}
static Value intrinsic_len(Vm *vm, const Value *args, u32 n) { return value_count(dict_arg(args)->len); }
static Value intrinsic_used(Vm *vm, const Value *args, u32 n) { return value_count(dict_arg(args)->used); }

// _dict_take(dict, iterator, i): takes pairs from an iterator that needs no Python; i counts them. (i, what came last):
// `...` when there may be more, None at the end or when it needs Python, else something that is for the prelude to take
// apart.
static Value intrinsic_take(Vm *vm, const Value *args, u32 n) {
    i64 i = small_get(args[2]);
    Value last = iterator_depth(args[1]) ? V_ELLIPSIS : V_NONE;
    for (u32 count = 0; last == V_ELLIPSIS && count < 20000; count++, i++) {
        Value item = value_next(vm, args[1]);
        if (is_marker(item)) {
            if (item != V_STOP) return item;
            last = V_NONE;
            break;
        }
        bool pair = value_is(item, T_TUPLE) && tuple_get(item)->len == 2;
        int status =
            pair ? dict_set(vm, dict_arg(args), tuple_get(item)->items[0], tuple_get(item)->items[1]) : IS_PYTHON;
        if (status == IS_PYTHON) {
            last = item;
            break;
        }
        decref(vm, item);
        if (status) return V_ERROR;
    }
    charge(vm, 40000);
    Value result[2] = {value_small(i), last};
    return object_value(tuple_from_take(vm, result, 2));
}

// _dict_set(dict, key, value): whatever a subclass makes of it.
static Value intrinsic_set(Vm *vm, const Value *args, u32 n) {
    int status = dict_set(vm, dict_arg(args), args[1], args[2]);
    return status ? status_value(status) : V_NONE;
}

const NativeDef dict_intrinsics[] = {
    {"_dict_probe", "(dict, key, hash, step, /)", intrinsic_probe, NULL, 0},
    {"_dict_probed", "(dict, hash, step, /)", intrinsic_probed, NULL, 0},
    {"_dict_table", "(dict, /)", intrinsic_table, NULL, 0},
    {"_dict_key", "(dict, entry, /)", intrinsic_key, NULL, 0},
    {"_dict_value", "(dict, entry, /)", intrinsic_value, NULL, 0},
    {"_dict_hash", "(dict, entry, /)", intrinsic_hash, NULL, 0},
    {"_dict_put", "(dict, entry, value, /)", intrinsic_put, NULL, 0},
    {"_dict_insert", "(dict, key, hash, value, /)", intrinsic_insert, NULL, 0},
    {"_dict_remove", "(dict, entry, /)", intrinsic_remove, NULL, 0},
    {"_dict_next", "(dict, entry, /)", intrinsic_next, NULL, 0},
    {"_dict_len", "(dict, /)", intrinsic_len, NULL, 0},
    {"_dict_used", "(dict, /)", intrinsic_used, NULL, 0},
    {"_dict_take", "(dict, iterator, i, /)", intrinsic_take, NULL, 0},
    {"_dict_set", "(dict, key, value, /)", intrinsic_set, "_dict.setitem", 0},
    {0},
};
