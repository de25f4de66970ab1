// The order in which sets of integers iterate: as 64-bit CPython's (recorded with Debian's python3: the table has been
// the same since 3.7), also after deletions, pops and unions.
#include "base/host.h"
#include "host/aiter.h"
#include "obj/set_impl.h"
#include "unit.h"

double host_clock_ms(void *host) { return 0; }
double host_time(void *host) { return 0; }
bool host_random(void *host, void *bytes, size_t n) { return false; }
bool host_write(void *host, int stream, const void *bytes, size_t n) { return true; }

static const i64 added_0[] = {19, 8, 11, 16, 0};
static const i64 order_0[] = {0, 8, 11, 16, 19};
static const i64 added_1[] = {59, 99, 31, 83, 6, 20, 14, 47, 60, 31, 48, 69};
static const i64 order_1[] = {99, 69, 6, 14, 47, 48, 83, 20, 59, 60, 31};
static const i64 added_2[] = {-37, 23, -19, -49, 43,  -23, 2,   -15, -27, 48,  -1,  -30, 47,  -41, -33,
                              29,  29, 6,   -34, -34, -50, -50, -24, 49,  -23, -29, -29, -13, -10, -25};
static const i64 order_2[] = {2,   6,   23,  29,  43,  47,  48,  49,  -50, -49, -41, -37, -34,
                              -33, -30, -29, -27, -25, -24, -23, -19, -15, -13, -10, -1};
static const i64 added_3[] = {565416, 918677, 710756, 656125, 214726, 190493, 986684, 724190, 206442, 937156,
                              401838, 313302, 22618,  378735, 435061, 174017, 981249, 152779, 276626, 68303,
                              347974, 315997, 857106, 632406, 614613, 3547,   624929, 710865, 742052, 354310,
                              69229,  325014, 372612, 858278, 320931, 504097, 730249, 331133, 193748, 504594};
static const i64 order_3[] = {981249, 372612, 354310, 730249, 276626, 857106, 504594, 918677, 325014, 190493,
                              624929, 504097, 320931, 742052, 858278, 565416, 401838, 986684, 174017, 937156,
                              214726, 347974, 152779, 68303,  710865, 193748, 614613, 313302, 632406, 22618,
                              3547,   315997, 724190, 331133, 710756, 206442, 69229,  378735, 435061, 656125};
static const i64 added_4[] = {548217763317,  -874689518412, -948722334721, 649049345262,  856961941426,  -959608864455,
                              733230040559,  -195042266359, 272926796764,  -979207057884, -899270895408, -601823210180,
                              -566404177330, 658368565654,  -242100598985, -220409765798, 154885400264,  706179597834,
                              -761788874124, 647505488763,  755700971035,  891363139763,  -921419863295, -798229559662,
                              -251780261132, 342232599401,  -252039195096, 201313548537,  -316704747924, -301269097224,
                              -612137948618, -824770601599, -670890375210, 514925739606,  -645734803295, -893827855150,
                              175105840523,  -106974908651, -480172263476, 308850732482,  818247917264,  1802018829,
                              -73786151783,  -879115443812, -928538940945, 85774881112,   843976284891,  -715642843000,
                              610532422176,  383549742138,  734722241374,  -766294412258, -45792180201,  -671980472872,
                              855678289746,  -353948245545, -2961127590,   875270347276,  -1324779664,   73570589436};
static const i64 order_4[] = {-921419863295, -824770601599, -715642843000, -195042266359, 706179597834,  175105840523,
                              875270347276,  1802018829,    -798229559662, -106974908651, 658368565654,  -45792180201,
                              -73786151783,  755700971035,  -879115443812, -766294412258, 610532422176,  -645734803295,
                              -979207057884, -252039195096, 856961941426,  891363139763,  -874689518412, -612137948618,
                              -242100598985, -959608864455, 383549742138,  -601823210180, 308850732482,  154885400264,
                              -480172263476, -566404177330, -899270895408, 818247917264,  -893827855150, 855678289746,
                              -670890375210, 514925739606,  85774881112,   -671980472872, -220409765798, 843976284891,
                              272926796764,  -353948245545, 734722241374,  -2961127590,   342232599401,  -316704747924,
                              649049345262,  733230040559,  -928538940945, -1324779664,   -761788874124, 548217763317,
                              -251780261132, -301269097224, 201313548537,  647505488763,  73570589436,   -948722334721};
static const i64 added_5[] = {81,  122, 70,  74,  120, 103, 37,  28, 96,  136, 45,  127, 86, 46,  22,  125, 69,
                              131, 140, 128, 92,  16,  91,  8,   78, 93,  143, 71,  124, 67, 75,  87,  45,  148,
                              2,   121, 140, 64,  83,  70,  118, 73, 128, 91,  89,  70,  88, 104, 89,  44,  115,
                              93,  85,  132, 36,  135, 42,  50,  92, 122, 72,  20,  106, 43, 148, 132, 107, 77,
                              141, 69,  7,   50,  40,  112, 46,  56, 46,  10,  120, 57,  42, 13,  34,  28,  81,
                              46,  123, 49,  140, 9,   106, 119, 89, 97,  18,  52,  60,  95, 0,   89};
static const i64 order_5[] = {128, 0,   2,   131, 132, 135, 136, 8,   7,   10,  140, 141, 13,  143, 16,
                              9,   18,  148, 20,  22,  28,  34,  36,  37,  40,  42,  43,  44,  45,  46,
                              49,  50,  52,  56,  57,  60,  64,  67,  69,  70,  71,  72,  73,  74,  75,
                              77,  78,  81,  83,  85,  86,  87,  88,  89,  91,  92,  93,  95,  96,  97,
                              103, 104, 106, 107, 112, 115, 118, 119, 120, 121, 122, 123, 124, 125, 127};
static const i64 popped[] = {129, 3, 132, 6, 138, 12, 141, 15, 147, 21};
static const i64 after[] = {5,  150, 24, 156, 30, 159, 33, 165, 39, 168, 42, 174, 48,  177,  51,  183, 57,  186, 12345,
                            60, 192, 66, 195, 69, 75,  77, 78,  84, 87,  93, 96,  102, 1000, 105, 111, 114, 120, 123};
static const i64 pairs[] = {40, 34, 43, 31, 54, 51, 2,  22, 10, 13, 42, 30, 33, 50, 53,
                            1,  24, 12, 4,  21, 32, 41, 52, 44, 0,  11, 3,  20, 14, 23}; // i * 10 + j
static const i64 frozen_hashes[] = {133146708735736ll, -2704248722033767810ll,
                                    3895031357313128696ll}; // of range(0), range(1), range(10)

static void check_order(Set *set, const i64 *order, u32 n) {
    u32 place = 0, i = 0;
    Value key;
    CHECK_EQ_INT(set->len, n);
    while (set_each(set, &place, &key)) {
        if (i < n) CHECK_EQ_INT(small_get(key), order[i]);
        i++;
    }
    CHECK_EQ_INT(i, n);
}

static void check_added(Vm *vm, const i64 *added, u32 n, const i64 *order, u32 n_order) {
    Set *set = set_new(vm, T_SET);
    for (u32 i = 0; i < n; i++) CHECK_EQ_INT(set_add(vm, set, value_small(added[i])), 0);
    check_order(set, order, n_order);
    for (u32 i = 0; i < n; i++) CHECK_EQ_INT(set_contains(vm, set, value_small(added[i])), 1);
    CHECK_EQ_INT(set_contains(vm, set, value_small(-987654321)), 0);
    DECREF(vm, set);
}

int main(void) {
    Vm *vm = (Vm *)aiter_open(NULL, NULL); // an engine begins with its Vm
    check_added(vm, added_0, countof(added_0), order_0, countof(order_0));
    check_added(vm, added_1, countof(added_1), order_1, countof(order_1));
    check_added(vm, added_2, countof(added_2), order_2, countof(order_2));
    check_added(vm, added_3, countof(added_3), order_3, countof(order_3));
    check_added(vm, added_4, countof(added_4), order_4, countof(order_4));
    check_added(vm, added_5, countof(added_5), order_5, countof(order_5));

    Set *set = set_new(vm, T_SET), *more = set_new(vm, T_SET);
    for (i64 n = 0; n < 200; n += 3) set_add(vm, set, value_small(n));
    for (i64 n = 0; n < 200; n += 9) CHECK_EQ_INT(set_discard(vm, set, value_small(n)), 1);
    for (u32 i = 0; i < countof(popped); i++) CHECK_EQ_INT(small_get(set_pop(vm, set)), popped[i]);
    static const i64 added[] = {5, 1000, 77, 12345};
    for (u32 i = 0; i < 4; i++) set_add(vm, more, value_small(added[i]));
    CHECK_EQ_INT(set_update(vm, set, value_object(more)), 0);
    check_order(set, after, countof(after));
    DECREF(vm, set);
    DECREF(vm, more);

    set = set_new(vm, T_SET);
    for (i64 i = 0; i < 6; i++) {
        for (i64 j = 0; j < 5; j++) {
            Tuple *pair = tuple_pack(vm, 2, value_small(i), value_small(j));
            set_add(vm, set, value_object(pair));
            DECREF(vm, pair);
        }
    }
    u32 place = 0, i = 0;
    for (Value key; set_each(set, &place, &key); i++)
        CHECK_EQ_INT(small_get(tuple_get(key)->items[0]) * 10 + small_get(tuple_get(key)->items[1]), pairs[i]);
    DECREF(vm, set);

    static const i64 sizes[] = {0, 1, 10};
    for (u32 k = 0; k < 3; k++) {
        set = set_new(vm, T_FROZENSET);
        for (i64 n = 0; n < sizes[k]; n++) set_add(vm, set, value_small(n));
        CHECK_EQ_INT(set_hash(set), frozen_hashes[k]);
        DECREF(vm, set);
    }
    CHECK_EQ_INT(aiter_close((Aiter *)vm), 0);
    return unit_end();
}
