// set.c: the table behind set and frozenset, and the operations of one set with another. The types with their methods
// are in set_type.c.
//
// Table, probing and growth are CPython's: a run of up to ten neighbours, then a jump by the perturbed hash; so sets of
// integers iterate in CPython's order.
#include "obj/set_impl.h"

#define LINEAR_PROBES 9
#define SET_MIN 8
#define SET_MAX (1u << 27)

// ---- probing -------------------------------------------------------------------------------------------------------

// The way of a hash through a table: at `base` + 0 … + `run`, then on.
typedef struct SetProbe {
    u64 perturb;
    u32 base, offset, run;
} SetProbe;

INLINE u32 run_at(u32 base, u32 mask) { return base + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0; }
INLINE SetProbe probe_open(u32 mask, i64 hash) {
    u32 base = (u32)hash & mask;
    return (SetProbe){(u64)hash, base, 0, run_at(base, mask)};
}
INLINE void probe_next(SetProbe *probe, u32 mask) {
    if (probe->offset < probe->run) {
        probe->offset++;
        return;
    }
    probe->perturb >>= 5;
    probe->base = (u32)(probe->base * 5 + 1 + probe->perturb) & mask;
    probe->offset = 0;
    probe->run = run_at(probe->base, mask);
}
INLINE u32 probe_slot(const SetProbe *probe) { return probe->base + probe->offset; }

#define NO_SLOT 0xFFFFFFFFu

// 1 and *slot: there; 0 and *slot: absent, and that is where it would go: to the last deleted entry on its way, if
// there is one; IS_ERROR; IS_PYTHON.
int set_lookup(Vm *vm, const Set *set, Value key, i64 hash, u32 *slot) {
    u32 mask = set->mask, deleted = NO_SLOT;
    for (SetProbe probe = probe_open(mask, hash);; probe_next(&probe, mask)) {
        const SetEntry *e = &set->table[probe_slot(&probe)];
        if (e->key == V_UNSET) {
            *slot = deleted == NO_SLOT ? probe_slot(&probe) : deleted;
            return 0;
        }
        if (e->key == V_STOP) deleted = probe_slot(&probe);
        if (e->hash != hash || e->key == V_STOP) continue;
        int equal = e->key == key ? 1 : value_equal(vm, e->key, key);
        if (!equal) continue;
        *slot = probe_slot(&probe);
        return equal;
    }
}

// ---- storage -------------------------------------------------------------------------------------------------------

static void make_empty(Set *set) {
    set->table = set->small;
    set->mask = SET_MIN - 1;
    set->len = set->fill = 0;
    for (u32 i = 0; i < SET_MIN; i++) set->small[i] = (SetEntry){V_UNSET, 0};
}

static void free_table(Vm *vm, Set *set, SetEntry *table, u32 mask) {
    if (table != set->small) mem_free(&vm->mem, table, ((size_t)mask + 1) * sizeof(SetEntry));
}

Set *set_of_type(Vm *vm, Type *type) {
    Set *set = object_new_gc(vm, type, sizeof(Set));
    if (!set) return NULL;
    make_empty(set);
    set->hash = -1;
    return set;
}

Set *set_new(Vm *vm, u16 type_id) { return set_of_type(vm, vm_type(vm, type_id)); }

static void insert_clean(SetEntry *table, u32 mask, Value key, i64 hash) {
    SetProbe probe = probe_open(mask, hash);
    while (table[probe_slot(&probe)].key != V_UNSET) probe_next(&probe, mask);
    table[probe_slot(&probe)] = (SetEntry){key, hash};
}

INLINE bool is_live(const SetEntry *e) { return e->key != V_UNSET && e->key != V_STOP; }

// A new table for more than `least` entries, without the deleted ones.
static NOINLINE bool resize(Vm *vm, Set *set, size_t least) {
    u32 size = SET_MIN, old_mask = set->mask;
    while (size <= least && size < SET_MAX) size <<= 1;
    SetEntry *old = set->table, copy[SET_MIN], *table = set->small;
    if (size == SET_MIN) {
        if (old == set->small) {
            if (set->fill == set->len) return true;
            memcpy(copy, old, sizeof copy);
            old = copy;
        }
    } else {
        table = size <= least ? NULL : mem_alloc(&vm->mem, size * sizeof(SetEntry));
        if (!table) return raise_memory(vm), false;
    }
    for (u32 i = 0; i < size; i++) table[i] = (SetEntry){V_UNSET, 0};
    for (u32 i = 0; i <= old_mask; i++) {
        if (is_live(&old[i])) insert_clean(table, size - 1, old[i].key, old[i].hash);
    }
    charge(vm, old_mask);
    if (old != copy) free_table(vm, set, old, old_mask);
    set->table = table;
    set->mask = size - 1;
    set->fill = set->len;
    return true;
}

static size_t grown(const Set *set) { return set->len > 50000 ? (size_t)set->len * 2 : (size_t)set->len * 4; }

// Into a slot that is free.
static bool fill_slot(Vm *vm, Set *set, u32 slot, Value key, i64 hash) {
    bool deleted = set->table[slot].key == V_STOP;
    set->table[slot] = (SetEntry){key, hash};
    set->len++;
    if (deleted) {
        incref(key);
        return true;
    }
    set->fill++;
    if (likely((u64)set->fill * 5 < (u64)set->mask * 3) || resize(vm, set, grown(set))) {
        incref(key);
        return true;
    }
    set->table[slot] = (SetEntry){V_UNSET, 0};
    set->fill--;
    set->len--;
    return false;
}

int set_add_hash(Vm *vm, Set *set, Value key, i64 hash) {
    u32 slot;
    int status = set_lookup(vm, set, key, hash, &slot);
    if (status) return status < 0 ? status : 0;
    return fill_slot(vm, set, slot, key, hash) ? 0 : IS_ERROR;
}

bool set_insert_hash(Vm *vm, Set *set, Value key, i64 hash) {
    u32 deleted = NO_SLOT;
    SetProbe probe = probe_open(set->mask, hash);
    for (; set->table[probe_slot(&probe)].key != V_UNSET; probe_next(&probe, set->mask)) {
        if (set->table[probe_slot(&probe)].key == V_STOP) deleted = probe_slot(&probe);
    }
    return fill_slot(vm, set, deleted == NO_SLOT ? probe_slot(&probe) : deleted, key, hash);
}

static void delete_slot(Vm *vm, Set *set, u32 slot) {
    Value key = set->table[slot].key;
    set->table[slot] = (SetEntry){V_STOP, -1};
    set->len--;
    decref(vm, key);
}

int set_discard_hash(Vm *vm, Set *set, Value key, i64 hash) {
    u32 slot;
    int status = set_lookup(vm, set, key, hash, &slot);
    if (status == 1) delete_slot(vm, set, slot);
    return status;
}

void set_clear(Vm *vm, Set *set) {
    if (!set->fill && set->table == set->small) return;
    SetEntry *table = set->table, copy[SET_MIN];
    u32 mask = set->mask;
    if (table == set->small) {
        memcpy(copy, table, sizeof copy);
        table = copy;
    }
    make_empty(set);
    for (u32 i = 0; i <= mask; i++) decref(vm, table[i].key);
    charge(vm, mask);
    if (table != copy) free_table(vm, set, table, mask);
}

Value set_pop(Vm *vm, Set *set) {
    u32 slot = set->finger & set->mask;
    while (!is_live(&set->table[slot])) slot = slot == set->mask ? 0 : slot + 1;
    Value key = own(set->table[slot].key);
    delete_slot(vm, set, slot);
    set->finger = slot + 1; // where the next one is looked for
    return key;
}

void set_swap(Set *a, Set *b) {
    bool small_a = a->table == a->small, small_b = b->table == b->small;
    Set old = *a;
    a->len = b->len, a->fill = b->fill, a->mask = b->mask;
    b->len = old.len, b->fill = old.fill, b->mask = old.mask;
    a->table = small_b ? a->small : b->table;
    b->table = small_a ? b->small : old.table;
    if (small_b) memcpy(a->small, b->small, sizeof a->small);
    if (small_a) memcpy(b->small, old.small, sizeof b->small);
    a->hash = b->hash = -1;
}

bool set_each(const Set *set, u32 *place, Value *key) {
    const SetEntry *e = set_next(set, place);
    if (e) *key = e->key;
    return e != NULL;
}

const SetEntry *set_next(const Set *set, u32 *place) {
    for (u32 i = *place; i <= set->mask; i++) {
        if (!is_live(&set->table[i])) continue;
        *place = i + 1;
        return &set->table[i];
    }
    *place = set->mask + 1;
    return NULL;
}

// The hash of a set as a frozenset: the same for any order.
static u64 shuffle(u64 h) { return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u; }

i64 set_hash(Set *set) {
    if (set->hash != -1) return set->hash;
    u64 hash = 0;
    u32 place = 0;
    for (const SetEntry *e; (e = set_next(set, &place));) hash ^= shuffle((u64)e->hash);
    hash ^= ((u64)set->len + 1) * 1927868237u;
    hash ^= hash >> 11 ^ hash >> 25;
    hash = hash * 69069u + 907133923u;
    if (hash == (u64)-1) hash = 590923713u;
    // Only what can not change may remember it.
    if (set->head.shape->layout == T_FROZENSET) set->hash = (i64)hash;
    return (i64)hash;
}

// ---- by key --------------------------------------------------------------------------------------------------------

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
    return key_hash(vm, key, AS_SET_ELEMENT, hash);
}

// For `in`, remove and discard a set stands for the frozenset with the same elements.
static int hash_sought(Vm *vm, Value key, i64 *hash) {
    if (is_set(key) && shape_of(key)->layout == T_SET && !has_python(key, SLOT_HASH)) {
        *hash = set_hash(set_get(key));
        return 0;
    }
    return hash_of(vm, key, hash);
}

int set_add(Vm *vm, Set *set, Value key) {
    i64 hash;
    int status = hash_of(vm, key, &hash);
    return status ? status : set_add_hash(vm, set, key, hash);
}

int set_contains_hash(Vm *vm, Set *set, Value key, i64 hash) {
    u32 slot;
    return set_lookup(vm, set, key, hash, &slot);
}

int set_contains(Vm *vm, Set *set, Value key) {
    i64 hash;
    int status = hash_sought(vm, key, &hash);
    return status ? status : set_contains_hash(vm, set, key, hash);
}

int set_discard(Vm *vm, Set *set, Value key) {
    i64 hash;
    int status = hash_sought(vm, key, &hash);
    return status ? status : set_discard_hash(vm, set, key, hash);
}

// ---- two sets ------------------------------------------------------------------------------------------------------

// Room for `more` entries, in one step.
static bool make_room(Vm *vm, Set *set, u32 more) {
    if (((u64)set->fill + more) * 5 < (u64)set->mask * 3) return true;
    return resize(vm, set, ((size_t)set->len + more) * 2);
}

static int merge_set(Vm *vm, Set *set, Set *other) {
    if (set == other || !other->len) return 0;
    if (!make_room(vm, set, other->len)) return IS_ERROR;
    charge(vm, other->mask);
    if (!set->fill) {
        if (set->mask == other->mask && other->fill == other->len) {
            for (u32 i = 0; i <= set->mask; i++) {
                set->table[i] = other->table[i];
                incref(set->table[i].key);
            }
        } else {
            u32 place = 0;
            for (const SetEntry *e; (e = set_next(other, &place));)
                insert_clean(set->table, set->mask, own(e->key), e->hash);
        }
        set->len = set->fill = other->len;
        return 0;
    }
    u32 place = 0;
    for (const SetEntry *e; (e = set_next(other, &place));) {
        int status = set_add_hash(vm, set, e->key, e->hash);
        if (status) return status;
    }
    return 0;
}

static int merge_dict(Vm *vm, Set *set, Dict *dict) {
    if (!make_room(vm, set, dict->len)) return IS_ERROR;
    charge(vm, dict->used);
    for (u32 i = 0; i < dict->used; i++) {
        if (dict->entries[i].key == V_UNSET) continue;
        int status = set_add_hash(vm, set, dict->entries[i].key, dict->entries[i].hash);
        if (status) return status;
    }
    return 0;
}

int set_update(Vm *vm, Set *set, Value other) {
    if (is_set(other)) return merge_set(vm, set, set_get(other));
    if (value_is(other, T_DICT)) return merge_dict(vm, set, dict_get(other));
    Iterate it;
    int status = iterate_again(vm, &it, other);
    if (status) return status;
    Value key;
    u32 before = set->len;
    while (!is_marker(key = iterate_next(vm, &it))) {
        status = set_add(vm, set, key);
        decref(vm, key);
        if (status) {
            key = status_value(status);
            break;
        }
    }
    iterate_close(vm, &it);
    charge(vm, (set->len - before) * 2);
    return key == V_STOP ? 0 : value_status(key);
}

int set_intersect(Vm *vm, Set *result, Set *set, Value other) {
    if (is_set(other)) {
        Set *less = set_get(other), *more = set;
        if (less->len > more->len) less = set, more = set_get(other);
        charge(vm, less->mask);
        u32 place = 0;
        for (const SetEntry *e; (e = set_next(less, &place));) {
            int status = set_contains_hash(vm, more, e->key, e->hash);
            if (status == 1) status = set_add_hash(vm, result, e->key, e->hash);
            if (status) return status;
        }
        return 0;
    }
    Iterate it;
    int status = iterate_again(vm, &it, other);
    if (status) return status;
    Value key;
    while (!is_marker(key = iterate_next(vm, &it))) {
        i64 hash;
        bool all = false;                    // nothing more can be found
        status = value_hash(vm, key, &hash); // its error is not reworded
        if (!status) status = set_contains_hash(vm, set, key, hash);
        if (status == 1) {
            status = set_add_hash(vm, result, key, hash);
            all = result->len >= set->len;
        }
        decref(vm, key);
        if (status || all) {
            key = status ? status_value(status) : V_STOP;
            break;
        }
    }
    iterate_close(vm, &it);
    charge(vm, result->len * 2);
    return key == V_STOP ? 0 : value_status(key);
}

int set_subtract_new(Vm *vm, Set *result, Set *set, Value other) {
    charge(vm, set->mask);
    u32 place = 0;
    for (const SetEntry *e; (e = set_next(set, &place));) {
        i32 entry;
        int status = is_set(other) ? set_contains_hash(vm, set_get(other), e->key, e->hash)
                                   : dict_find_hash(vm, dict_get(other), e->key, e->hash, &entry);
        if (status == 0) status = set_add_hash(vm, result, e->key, e->hash);
        else if (status == 1) status = 0;
        if (status) return status;
    }
    return 0;
}

bool set_tidy(Vm *vm, Set *set) {
    if (set->fill - set->len <= set->mask / 4) return true;
    return resize(vm, set, grown(set));
}

int set_subset(Vm *vm, Set *set, Set *other) {
    if (set->len > other->len) return 0;
    charge(vm, set->mask);
    u32 place = 0;
    for (const SetEntry *e; (e = set_next(set, &place));) {
        int status = set_contains_hash(vm, other, e->key, e->hash);
        if (status != 1) return status;
    }
    return 1;
}

// ---- for the prelude -----------------------------------------------------------------------------------------------
// As in dict.c: a search whose keys have a Python __eq__ is a loop there over _set_probe.

static Set *set_arg(const Value *args) { return set_get(args[0]); }
static i64 i64_arg(Value v) {
    i64 n = 0;
    int_to_i64(v, &n);
    return n;
}

// _set_probe(set, key, hash, step): the slot; -1: not there; -2 - step: that candidate must be compared.
static Value intrinsic_probe(Vm *vm, const Value *args, u32 n) {
    Set *set = set_arg(args);
    i64 hash = i64_arg(args[2]), step = small_get(args[3]);
    SetProbe probe = probe_open(set->mask, hash);
    for (i64 i = 0; i < step; i++) probe_next(&probe, set->mask);
    charge(vm, (size_t)step);
    for (;; step++, probe_next(&probe, set->mask)) {
        const SetEntry *e = &set->table[probe_slot(&probe)];
        if (e->key == V_UNSET) return value_small(-1);
        if (e->hash != hash || e->key == V_STOP) continue;
        int equal = e->key == args[1] ? 1 : value_equal(vm, e->key, args[1]);
        if (equal == IS_ERROR) return V_ERROR;
        if (equal == IS_PYTHON) return value_small(-2 - step);
        if (equal) return value_count(probe_slot(&probe));
    }
}

// _set_probed(set, hash, step): the slot of a candidate. _set_table(set): a number that changes with its table.
static Value intrinsic_probed(Vm *vm, const Value *args, u32 n) {
    Set *set = set_arg(args);
    SetProbe probe = probe_open(set->mask, i64_arg(args[1]));
    for (i64 i = small_get(args[2]); i > 0; i--) probe_next(&probe, set->mask);
    return value_count(probe_slot(&probe));
}
static Value intrinsic_table(Vm *vm, const Value *args, u32 n) {
    return value_small((i64)((uintptr_t)set_arg(args)->table >> 3));
}

// _set_key(set, slot), _set_hash(set, slot): None and 0 when there is nothing any more.
static const SetEntry *entry_arg(const Value *args) {
    static const SetEntry none = {V_NONE, 0};
    i64 i = small_get(args[1]);
    Set *set = set_arg(args);
    return i >= 0 && i <= set->mask && is_live(&set->table[i]) ? &set->table[i] : &none;
}
static Value intrinsic_key(Vm *vm, const Value *args, u32 n) { return own(entry_arg(args)->key); }
static Value intrinsic_hash(Vm *vm, const Value *args, u32 n) { return int_from_i64(vm, entry_arg(args)->hash); }

// _set_insert(set, key, hash), _set_remove(set, slot), _set_next(set, slot): the first one with a key from there on, or
// -1.
static Value intrinsic_insert(Vm *vm, const Value *args, u32 n) {
    return set_insert_hash(vm, set_arg(args), args[1], i64_arg(args[2])) ? V_NONE : V_ERROR;
}
static Value intrinsic_remove(Vm *vm, const Value *args, u32 n) {
    delete_slot(vm, set_arg(args), (u32)small_get(args[1]));
    return V_NONE;
}
static Value intrinsic_next(Vm *vm, const Value *args, u32 n) {
    u32 place = (u32)small_get(args[1]);
    return value_small(set_next(set_arg(args), &place) ? (i64)place - 1 : -1);
}

// _set_new(class), _set_len(set), _set_clear(set), _set_swap(set, set), _set_room(set, more), _set_tidy(set)
static Value intrinsic_new(Vm *vm, const Value *args, u32 n) {
    return object_value(set_of_type(vm, (Type *)object_get(args[0])));
}
static Value intrinsic_len(Vm *vm, const Value *args, u32 n) { return value_count(set_arg(args)->len); }
static Value intrinsic_clear(Vm *vm, const Value *args, u32 n) {
    set_clear(vm, set_arg(args));
    return V_NONE;
}
static Value intrinsic_swap(Vm *vm, const Value *args, u32 n) {
    set_swap(set_arg(args), set_get(args[1]));
    return V_NONE;
}
static Value intrinsic_room(Vm *vm, const Value *args, u32 n) {
    return make_room(vm, set_arg(args), (u32)small_get(args[1])) ? V_NONE : V_ERROR;
}
static Value intrinsic_tidy(Vm *vm, const Value *args, u32 n) { return set_tidy(vm, set_arg(args)) ? V_NONE : V_ERROR; }

// _set_add(set, key): whatever a subclass makes of it.
static Value intrinsic_add(Vm *vm, const Value *args, u32 n) {
    int status = set_add(vm, set_arg(args), args[1]);
    return status ? status_value(status) : V_NONE;
}

// _set_as_frozen(key): the hash by which a set is sought, or None when it is no set.
static Value intrinsic_frozen(Vm *vm, const Value *args, u32 n) {
    if (!is_set(args[0]) || shape_of(args[0])->layout != T_SET) return V_NONE;
    return int_from_i64(vm, set_hash(set_get(args[0])));
}

const NativeDef set_intrinsics[] = {
    {"_set_probe", "(set, key, hash, step, /)", intrinsic_probe, NULL, 0},
    {"_set_probed", "(set, hash, step, /)", intrinsic_probed, NULL, 0},
    {"_set_table", "(set, /)", intrinsic_table, NULL, 0},
    {"_set_key", "(set, slot, /)", intrinsic_key, NULL, 0},
    {"_set_hash", "(set, slot, /)", intrinsic_hash, NULL, 0},
    {"_set_insert", "(set, key, hash, /)", intrinsic_insert, NULL, 0},
    {"_set_remove", "(set, slot, /)", intrinsic_remove, NULL, 0},
    {"_set_next", "(set, slot, /)", intrinsic_next, NULL, 0},
    {"_set_new", "(cls, /)", intrinsic_new, NULL, 0},
    {"_set_len", "(set, /)", intrinsic_len, NULL, 0},
    {"_set_clear", "(set, /)", intrinsic_clear, NULL, 0},
    {"_set_swap", "(a, b, /)", intrinsic_swap, NULL, 0},
    {"_set_room", "(set, more, /)", intrinsic_room, NULL, 0},
    {"_set_tidy", "(set, /)", intrinsic_tidy, NULL, 0},
    {"_set_add", "(set, key, /)", intrinsic_add, "_set.add", 0},
    {"_set_as_frozen", "(key, /)", intrinsic_frozen, NULL, 0},
    {0},
};
