// random.c: the module _random, on which random.py stands: the Mersenne Twister, exactly as CPython seeds and reads it.
// Its state is a bytearray that the functions are given first:
//
//      { 624 words of 32 bits } { place of the next one }
#include "base/host.h"
#include "obj/module_def.h"
#include "mod/sha512.h"
#include "obj/bytes.h"
#include "obj/function.h"
#include "obj/list.h"
#include "obj/number_core.h"
#include "obj/ops.h"

#define WORDS 624

typedef struct Twister {
    u32 word[WORDS];
    u32 place;
} Twister;

// The state, or NULL with TypeError.
static Twister *twister(Vm *vm, Value v) {
    if (is_object(v) && shape_of(v)->layout == T_BYTEARRAY) {
        ByteArray *bytes = (ByteArray *)object_get(v);
        Twister *t = (Twister *)bytes->data;
        if (bytes->len == sizeof(Twister) && t->place <= WORDS) return t;
    }
    raise_type(vm, "not the state of a generator");
    return NULL;
}

// ------------------------------------------------------------------------------------------------ the generator

static void refill(Twister *t) {
    u32 *word = t->word;
    for (u32 i = 0; i < WORDS; i++) {
        u32 next = word[(i + 1) % WORDS], y = (word[i] & 0x80000000u) | (next & 0x7FFFFFFFu);
        word[i] = word[(i + 397) % WORDS] ^ y >> 1 ^ (y & 1 ? 0x9908B0DFu : 0);
    }
    t->place = 0;
}

static u32 next_word(Twister *t) {
    if (t->place >= WORDS) refill(t);
    u32 y = t->word[t->place++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9D2C5680u;
    y ^= y << 15 & 0xEFC60000u;
    return y ^ y >> 18;
}

static void start(Twister *t, const u32 *key, u32 n) {
    u32 *word = t->word;
    word[0] = 19650218u;
    for (u32 i = 1; i < WORDS; i++) word[i] = 1812433253u * (word[i - 1] ^ word[i - 1] >> 30) + i;
    u32 i = 1, j = 0;
    for (u32 k = n > WORDS ? n : WORDS; k; k--) {
        word[i] = (word[i] ^ (word[i - 1] ^ word[i - 1] >> 30) * 1664525u) + key[j] + j;
        if (++i >= WORDS) word[0] = word[WORDS - 1], i = 1;
        if (++j >= n) j = 0;
    }
    for (u32 k = WORDS - 1; k; k--) {
        word[i] = (word[i] ^ (word[i - 1] ^ word[i - 1] >> 30) * 1566083941u) - i;
        if (++i >= WORDS) word[0] = word[WORDS - 1], i = 1;
    }
    word[0] = 0x80000000u;
    t->place = WORDS;
}

static Value take_bits(Vm *vm, Twister *t, u64 bits) {
    if (bits <= 32) return int_from_u64(vm, bits ? next_word(t) >> (32 - bits) : 0);
    size_t count = (size_t)((bits + 31) / 32);
    Digits r;
    if (bits > (u64)INT32_MAX * 32) return raise_memory(vm);
    if (!digits_open(vm, &r, count)) return V_ERROR;
    charge(vm, count);
    for (size_t i = 0; i < count; i++, bits -= 32) r.at[i] = bits < 32 ? next_word(t) >> (32 - bits) : next_word(t);
    return digits_to_int(vm, &r, big_trim(r.at, count), false);
}

// ------------------------------------------------------------------------------------------------ functions

// random(state): 53 bits between 0.0 and 1.0
static Value random_float(Vm *vm, const Value *args, u32 n) {
    Twister *t = twister(vm, args[0]);
    if (!t) return V_ERROR;
    u32 high = next_word(t) >> 5, low = next_word(t) >> 6;
    return value_float((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

// getrandbits(state, k)
static Value getrandbits(Vm *vm, const Value *args, u32 n) {
    i64 bits;
    Twister *t = twister(vm, args[0]);
    if (!t) return V_ERROR;
    int status = value_index_i64(vm, args[1], &bits, true);
    if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    if (bits < 0) return raise_value(vm, "Cannot convert negative int");
    return take_bits(vm, t, (u64)bits);
}

// below(state, n): an int from 0 to n - 1, drawn as _randbelow_with_getrandbits draws it
static Value below(Vm *vm, const Value *args, u32 n) {
    Twister *t = twister(vm, args[0]);
    if (!t) return V_ERROR;
    if (!is_int(args[1]) || int_sign(args[1]) <= 0) return raise_value(vm, "n must be a positive int");
    u64 bits = int_bit_length(args[1]);
    for (;;) {
        Value v = take_bits(vm, t, bits);
        if (v == V_ERROR || int_compare(v, args[1]) < 0) return v;
        decref(vm, v);
    }
}

// seed(state, n): n an int >= 0
static Value seed(Vm *vm, const Value *args, u32 n) {
    Twister *t = twister(vm, args[0]);
    if (!t) return V_ERROR;
    IntView key;
    u32 zero = 0;
    int_view(args[1], &key);
    charge(vm, key.count + 500);
    if (key.count) start(t, key.digits, key.count);
    else start(t, &zero, 1);
    return V_NONE;
}

// getstate(state): the words and the place, as a tuple
static Value getstate(Vm *vm, const Value *args, u32 n) {
    Twister *t = twister(vm, args[0]);
    Tuple *tuple = t ? tuple_new(vm, WORDS + 1) : NULL;
    if (!tuple) return V_ERROR;
    for (u32 i = 0; i < WORDS; i++) tuple->items[i] = value_small(t->word[i]);
    tuple->items[WORDS] = value_small(t->place);
    return value_object(tuple);
}

static Value setstate(Vm *vm, const Value *args, u32 n) {
    Twister *t = twister(vm, args[0]), taken;
    if (!t) return V_ERROR;
    if (!value_has(args[1], SHAPE_TUPLE)) return raise_type(vm, "state vector must be a tuple");
    Tuple *tuple = tuple_get(args[1]);
    if (tuple->len != WORDS + 1) return raise_value(vm, "state vector is the wrong size");
    for (u32 i = 0; i <= WORDS; i++) {
        i64 word;
        if (!is_int(tuple->items[i])) return raise_type(vm, "an integer is required");
        if (!int_to_i64(tuple->items[i], &word) || word < 0 || word > UINT32_MAX) {
            return raise_overflow(vm, "can't convert negative value to unsigned int");
        }
        if (i < WORDS) taken.word[i] = (u32)word;
        else if (word > WORDS) return raise_value(vm, "invalid state");
        else taken.place = (u32)word;
    }
    *t = taken;
    return V_NONE;
}

// entropy(n): n bytes that nobody can guess
static Value entropy(Vm *vm, const Value *args, u32 n) {
    i64 count;
    int status = value_index_i64(vm, args[0], &count, false);
    if (status) return status == IS_PYTHON ? V_PYTHON : V_ERROR;
    if (count < 0) return raise_value(vm, "negative argument not allowed");
    if (count > INT32_MAX) return raise_memory(vm);
    Bytes *bytes = bytes_new(vm, (u32)count);
    if (!bytes) return V_ERROR;
    if (!host_random(vm->host, bytes->data, (size_t)count)) {
        DECREF(vm, bytes);
        return raise(vm, T_NotImplementedError, "/dev/urandom (or equivalent) not found");
    }
    return value_object(bytes);
}

static Value sha512_digest(Vm *vm, const Value *args, u32 n) {
    const u8 *data;
    u32 length;
    if (!bytes_view(args[0], &data, &length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", args[0]);
    Bytes *digest = bytes_new(vm, 64);
    if (!digest) return V_ERROR;
    charge(vm, length);
    sha512(data, length, digest->data);
    return value_object(digest);
}

static const NativeDef bound_random = {"random", "($self, /)", random_float, NULL, 0};
static const NativeDef bound_getrandbits = {"getrandbits", "($self, k, /)", getrandbits, "_math.random_bits", 0};

static Value bind(Vm *vm, const NativeDef *def, Value state) {
    Value function = native_new(vm, def, NULL, V_UNSET);
    if (function == V_ERROR) return function;
    Value bound = native_bind(vm, native_get(function), state);
    decref(vm, function);
    return bound;
}

// bound(state): random and getrandbits as functions of that state: what the module random offers by these names
static Value bound(Vm *vm, const Value *args, u32 n) {
    Value items[2] = {bind(vm, &bound_random, args[0]), V_UNSET};
    if (items[0] != V_ERROR) items[1] = bind(vm, &bound_getrandbits, args[0]);
    if (items[0] == V_ERROR || items[1] == V_ERROR) return decref(vm, items[0]), V_ERROR;
    Tuple *pair = tuple_from_take(vm, items, 2);
    return pair ? value_object(pair) : V_ERROR;
}

// clock(): the wall clock, for a seed where there is nothing better
static Value clock_seed(Vm *vm, const Value *args, u32 n) { return value_float(host_time(vm->host)); }

static const NativeDef functions[] = {
    {"random", "(state, /)", random_float, NULL, 0},
    {"getrandbits", "(state, k, /)", getrandbits, "_math.random_bits", 0},
    {"below", "(state, n, /)", below, NULL, 0},
    {"seed", "(state, n, /)", seed, NULL, 0},
    {"getstate", "(state, /)", getstate, NULL, 0},
    {"setstate", "(state, words, /)", setstate, NULL, 0},
    {"entropy", "(n, /)", entropy, NULL, 0},
    {"sha512", "(data, /)", sha512_digest, NULL, 0},
    {"bound", "(state, /)", bound, NULL, 0},
    {"clock", "()", clock_seed, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};

const ModuleDef random_module = {"_random", functions, NULL};

const NativeDef random_intrinsics[] = {
    {"_math.random_bits", "(state, k, /)", getrandbits, NULL, 0},
    {NULL, NULL, NULL, NULL, 0},
};
