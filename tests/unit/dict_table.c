// The table of dict: random insertions, deletions and look-ups against a plain array; order of insertion; names.
#include "base/host.h"
#include "host/aiter.h"
#include "obj/container.h"
#include "unit.h"

double host_clock_ms(void *host) { return 0; }
double host_time(void *host) { return 0; }
bool host_random(void *host, void *bytes, size_t n) { return false; }
bool host_write(void *host, int stream, const void *bytes, size_t n) { return true; }

static u32 chance(u32 n) { return (u32)(unit_random() % n); }

typedef struct Model {
    i64 keys[6000], values[6000];
    u32 len;
} Model;

static u32 model_find(const Model *m, i64 key) {
    u32 i = 0;
    while (i < m->len && m->keys[i] != key) i++;
    return i;
}

static void check_same(const Model *m, Dict *dict) {
    u32 place = 0, i = 0;
    Value key, value;
    bool same = m->len == dict->len;
    while (dict_each(dict, &place, &key, &value)) {
        same = same && i < m->len && small_get(key) == m->keys[i] && small_get(value) == m->values[i];
        i++;
    }
    CHECK(same && i == m->len);
}

static void random_changes(Vm *vm, u32 range, u32 rounds) {
    static Model m;
    m.len = 0;
    Dict *dict = dict_new(vm, 0);
    for (u32 round = 0; round < rounds; round++) {
        i64 key = (i64)chance(range) - range / 2;
        u32 at = model_find(&m, key);
        Value value;
        switch (chance(4)) {
        case 0:
        case 1:
            CHECK(dict_set(vm, dict, value_small(key), value_small(round)) == 0);
            if (at == m.len) m.keys[m.len++] = key;
            m.values[at] = round;
            break;
        case 2:
            CHECK_EQ_INT(dict_delete(vm, dict, value_small(key)), at < m.len);
            if (at == m.len) break;
            m.len--;
            memmove(&m.keys[at], &m.keys[at + 1], (m.len - at) * sizeof m.keys[0]);
            memmove(&m.values[at], &m.values[at + 1], (m.len - at) * sizeof m.values[0]);
            break;
        default:
            CHECK_EQ_INT(dict_find(vm, dict, value_small(key), &value), at < m.len);
            if (at < m.len) CHECK_EQ_INT(small_get(value), m.values[at]);
        }
        if (round % 500 == 0) check_same(&m, dict);
    }
    check_same(&m, dict);
    Dict *copy = dict_copy(vm, dict);
    check_same(&m, copy);
    CHECK_EQ_INT(dict_equal(vm, dict, copy), 1);
    dict_clear(vm, dict);
    CHECK_EQ_INT(dict->len, 0);
    DECREF(vm, dict);
    DECREF(vm, copy);
}

static void names(Vm *vm) {
    Dict *dict = dict_new(vm, 0);
    for (u32 i = 0; i < 2000; i++) {
        Str *name = str_format(vm, "name%u", i);
        CHECK(dict_set_str(vm, dict, name, value_small(i)));
        DECREF(vm, name);
    }
    for (u32 i = 0; i < 2100; i++) {
        Str *name = str_format(vm, "name%u", i);
        Value found = dict_find_str(dict, name), other;
        CHECK(found == (i < 2000 ? value_small(i) : V_UNSET));
        CHECK_EQ_INT(dict_find(vm, dict, value_object(name), &other), i < 2000);
        if (i % 3 == 0) CHECK_EQ_INT(dict_delete_str(vm, dict, name), i < 2000);
        if (i % 3 == 0) CHECK(dict_find_str(dict, name) == V_UNSET);
        DECREF(vm, name);
    }
    DECREF(vm, dict);
}

// 1, 1.0 and True are one key; the first one stays.
static void equal_keys(Vm *vm) {
    Dict *dict = dict_new(vm, 0);
    Value key, value;
    u32 place = 0;
    dict_set(vm, dict, value_small(1), value_small(10));
    dict_set(vm, dict, value_float(1.0), value_small(20));
    dict_set(vm, dict, V_TRUE, value_small(30));
    CHECK_EQ_INT(dict->len, 1);
    CHECK(dict_each(dict, &place, &key, &value) && key == value_small(1) && value == value_small(30));
    DECREF(vm, dict);
}

int main(void) {
    Vm *vm = (Vm *)aiter_open(NULL, NULL); // an engine begins with its Vm
    random_changes(vm, 10, 3000);
    random_changes(vm, 300, 6000);
    random_changes(vm, 5000, 12000);
    names(vm);
    equal_keys(vm);
    CHECK_EQ_INT(aiter_close((Aiter *)vm), 0);
    return unit_end();
}
