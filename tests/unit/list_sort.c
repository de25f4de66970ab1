// list.sort() without Python: against a plain insertion sort that is stable, for every kind of key, with and without
// values, and with each allocation refused in turn.
#include "base/host.h"
#include "host/aiter.h"
#include "obj/container.h"
#include "unit.h"

double host_clock_ms(void *host) { return 0; }
double host_time(void *host) { return 0; }
bool host_random(void *host, void *bytes, size_t n) { return false; }
bool host_write(void *host, int stream, const void *bytes, size_t n) { return true; }

static u32 chance(u32 n) { return (u32)(unit_random() % n); }

static int slow_less(Vm *vm, Value a, Value b) { return value_less(vm, a, b); }

static void slow_sort(Vm *vm, Value *items, u32 n, bool backwards) {
    for (u32 i = 1; i < n; i++) {
        Value v = items[i];
        u32 k = i;
        for (; k > 0 && (backwards ? slow_less(vm, items[k - 1], v) : slow_less(vm, v, items[k - 1])) == 1; k--)
            items[k] = items[k - 1];
        items[k] = v;
    }
}

static Value key_of(Vm *vm, int kind, u32 range) {
    u32 n = chance(range);
    switch (kind) {
    case 0: return value_small((i64)n - range / 2);
    case 1: return value_float(n * 0.25 - range / 8.0);
    case 2: return object_value(str_format(vm, "k%u", n));
    case 3: {
        Value text = object_value(str_format(vm, "%u", n % 3));
        Value pair = object_value(tuple_pack(vm, 2, value_small(n / 2), text));
        decref(vm, text);
        return pair;
    }
    default: return chance(2) ? value_small(n) : value_float(n + 0.5);
    }
}

static void sort_lists(Vm *vm, int kind) {
    static const u32 sizes[] = {0, 1, 2, 3, 10, 63, 64, 65, 200, 700, 3000};
    for (u32 s = 0; s < countof(sizes); s++) {
        u32 n = sizes[s];
        List *list = list_new(vm, n), *expected;
        for (u32 i = 0; i < n; i++) list_append_take(vm, list, key_of(vm, kind, chance(2) ? 20 : 5000));
        if (chance(2) && n > 4) slow_sort(vm, list->items, n / 2, chance(2));
        bool backwards = chance(2);
        expected = list_from(vm, list->items, n);
        slow_sort(vm, expected->items, n, backwards);
        Value args[3] = {value_object(list), V_UNSET, value_bool(backwards)};
        CHECK(list_sort(vm, args, 3) == V_NONE);
        bool same = true;
        for (u32 i = 0; i < n; i++) same &= list->items[i] == expected->items[i];
        CHECK(same);
        DECREF(vm, list);
        DECREF(vm, expected);
    }
}

int main(void) {
    Vm *vm = (Vm *)aiter_open(NULL, NULL); // an engine begins with its Vm
    for (int round = 0; round < 20; round++) {
        for (int kind = 0; kind < 5; kind++) sort_lists(vm, kind);
    }
    // With memory refused the list keeps its items.
    for (u32 fail = 1; fail < 4; fail++) {
        List *list = list_new(vm, 0);
        for (u32 i = 0; i < 1000; i++) list_append(vm, list, value_small((i * 7919) % 1000));
        Value args[3] = {value_object(list), V_UNSET, V_UNSET};
        vm->mem.fail_after = fail;
        Value result = list_sort(vm, args, 3);
        vm->mem.fail_after = 0;
        if (result == V_ERROR) exc_clear(vm);
        i64 sum = 0;
        for (u32 i = 0; i < list->len; i++) sum += small_get(list->items[i]);
        CHECK_EQ_INT(sum, 999 * 500);
        DECREF(vm, list);
    }
    CHECK_EQ_INT(aiter_close((Aiter *)vm), 0);
    return unit_end();
}
