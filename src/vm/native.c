// native.c: calling natives: arguments are bound by the signature string, with CPython's words when they do not fit.
#include "vm/machine.h"
#include "vm/library.h"
#include "obj/call.h"
#include "obj/type.h"

#define MOST_PARAMETERS 16

// What a message calls the native: "list.append" where CPython uses the qualified name, else "append".
static Str *message_name(Vm *vm, NativeFunction *f, bool qualified) {
    const char *name = f->def->name;
    if (f->owner && (!strcmp(name, "__new__"))) return str_format(vm, "%N", f->owner);
    if (f->owner && !strcmp(name, "__init__")) return str_format(vm, "%N", f->owner);
    if (qualified && f->owner) return str_format(vm, "%N.%s", f->owner, name);
    if (qualified && value_is(f->module, T_STR) && !str_is(str_get(f->module), "builtins")) {
        return str_format(vm, "%U.%s", f->module, name);
    }
    return str_from_text(vm, name);
}

#define FAIL(qualified, ...)                                                                                           \
    do {                                                                                                               \
        Str *fail_name = message_name(vm, f, qualified);                                                               \
        if (!fail_name) return false;                                                                                  \
        raise_type(vm, __VA_ARGS__);                                                                                   \
        DECREF(vm, fail_name);                                                                                         \
        return false;                                                                                                  \
    } while (0)

static bool wrong_count(Vm *vm, NativeFunction *f, u32 given, u32 nkw) {
    Signature *s = f->signature;
    u32 most = s->positional - s->self, least = s->required > s->self ? s->required - s->self : 0;
    u32 all = s->count - s->self - (s->varkw >= 0);
    bool keywords = s->posonly < s->count - (s->varkw >= 0) && s->varargs < 0;
    if (!keywords || f->def->flags & NATIVE_UNPACKED) { // positional-only, or worded as such
        if (most == 0 && s->varargs < 0) FAIL(true, "%S() takes no arguments (%u given)", fail_name, given);
        if (most == 1 && least == 1 && !(f->def->flags & NATIVE_UNPACKED) && s->varargs < 0)
            FAIL(true, "%S() takes exactly one argument (%u given)", fail_name, given);
        const char *bound = least == most && s->varargs < 0 ? "" : given < least ? "at least " : "at most ";
        u32 want = given < least ? least : most;
        FAIL(false, "%S expected %s%u argument%s, got %u", fail_name, bound, want, want == 1 ? "" : "s", given);
    }
    if (f->def->flags & NATIVE_UNPACKED && given > most) FAIL(false, "%S expected at most %u arguments, got %u", fail_name, most, given);
    if (given + nkw > all && most)
        FAIL(false, "%S() takes %s %u %sargument%s (%u given)", fail_name, least == all ? "exactly" : "at most", all,
             given ? "" : "keyword ", all == 1 ? "" : "s", given + nkw);
    if (!most) FAIL(false, "%S() takes no positional arguments", fail_name);
    FAIL(false, "%S() takes %s %u positional argument%s (%u given)", fail_name, least == most ? "exactly" : "at most", most,
         most == 1 ? "" : "s", given);
}

// Fills `out` (signature->count values) from positional arguments (self first, when there is one) and keywords. Values are
// borrowed, but *args and **kwargs, which are new (owned: see drop_extras).
static bool bind_native(Vm *vm, NativeFunction *f, const Value *args, u32 n, u32 npositional, Tuple *kwnames, Value *out) {
    Signature *s = f->signature;
    u32 nkw = n - npositional;
    for (u32 i = 0; i < s->count; i++) out[i] = V_UNSET;
    bool no_keywords = s->varkw < 0 && s->posonly >= s->count - (s->varargs >= 0);
    if (nkw && no_keywords) FAIL(true, "%S() takes no keyword arguments", fail_name);
    if (npositional > s->positional && s->varargs < 0) return wrong_count(vm, f, npositional - s->self, nkw);
    u32 direct = npositional < s->positional ? npositional : s->positional;
    for (u32 i = 0; i < direct; i++) out[i] = args[i];
    if (s->varargs >= 0) {
        Tuple *rest = tuple_from(vm, args + direct, npositional - direct);
        if (!rest) return false;
        out[s->varargs] = value_object(rest);
    }
    if (s->varkw >= 0) {
        Dict *rest = nkw ? dict_new(vm, nkw) : NULL;
        if (nkw && !rest) return false;
        if (rest) out[s->varkw] = value_object(rest);
    }
    for (u32 k = 0; k < nkw; k++) {
        Value name = kwnames->items[k], value = args[npositional + k];
        i32 place = -1;
        for (u32 i = s->posonly > s->self ? s->posonly : s->self; i < s->count; i++)
            if ((i32)i != s->varargs && (i32)i != s->varkw && str_equal(s->names[i], str_get(name))) place = (i32)i;
        if (place < 0) {
            if (s->varkw >= 0) {
                if (dict_set(vm, dict_get(out[s->varkw]), name, value) < 0) return false;
                continue;
            }
            if (f->def->flags & NATIVE_SORTS) return raise_type(vm, "sort() got an unexpected keyword argument %R", name), false;
            FAIL(false, "%S() got an unexpected keyword argument %R", fail_name, name);
        }
        if (out[place] != V_UNSET)
            FAIL(false, "argument for %S() given by name ('%U') and position (%d)", fail_name, name, place + 1 - s->self);
        out[place] = value;
    }
    for (u32 i = s->self; i < s->count; i++) {
        if (out[i] != V_UNSET || (i32)i == s->varargs || (i32)i == s->varkw || s->optional >> i & 1) continue;
        if (i < s->posonly || (s->posonly >= s->count - (s->varargs >= 0) - (s->varkw >= 0))) {
            if (s->posonly == s->count || s->varargs >= 0 || f->def->flags & NATIVE_UNPACKED)
                return wrong_count(vm, f, npositional - s->self, nkw);
            u32 least = s->required - s->self;
            FAIL(false, "%S() takes %s %u positional argument%s (%u given)", fail_name,
                 s->required < s->positional ? "at least" : "exactly", least, least == 1 ? "" : "s", npositional - s->self);
        }
        FAIL(false, "%S() missing required argument '%S' (pos %u)", fail_name, s->names[i], i + 1 - s->self);
    }
    return true;
}

static void drop_extras(Vm *vm, Signature *s, Value *out) {
    if (s->varargs >= 0) decref(vm, out[s->varargs]);
    if (s->varkw >= 0) decref(vm, out[s->varkw]);
}

// Is `cls` a class that this __new__ can make instances of?
static bool make_fits(Vm *vm, NativeFunction *f, Value cls) {
    Type *owner = f->owner, *type = type_get(cls);
    if (cls == V_UNSET) return raise_type(vm, "%N.__new__(): not enough arguments", owner), false;
    if (!is_type(cls)) return raise_type(vm, "%N.__new__(X): X is not a type object (%T)", owner, cls), false;
    if (likely(type == owner)) return true;
    if (!type_is_subtype(vm, type, owner)) {
        return raise_type(vm, "%N.__new__(%N): %N is not a subtype of %N", owner, type, type, owner), false;
    }
    Type *maker = type; // the built-in class that makes its instances
    while (maker->id == T_HEAP || !maker->spec->make.fn) maker = maker->base;
    if (maker->spec->make.fn == f->def->fn || owner->id == T_OBJECT) return true;
    return raise_type(vm, "%N.__new__(%N) is not safe, use %N.__new__()", owner, type, type), false;
}

// The native, and on V_PYTHON the prelude function that takes over.
static Value run(Vm *vm, const NativeDef *def, const Value *args, u32 n) {
    Value v = def->fn(vm, args, n);
    if (likely(v != V_PYTHON)) return v;
    return prelude_call(vm, def->python, args, n);
}

static bool prepare(Vm *vm, NativeFunction *f) {
    f->apart = vm->machine->has_function != NULL;
    return signature_parse(vm, f);
}

bool native_waits(Vm *vm, NativeFunction *f) {
    if (unlikely(!f->signature) && !prepare(vm, f)) {
        exc_clear(vm); // the call will say
        return false;
    }
    if (likely(!f->apart)) return false;
    return f->apart = !vm->machine->has_function((uintptr_t)f->def->fn);
}

// The last argument is the row, as a number.
static Value run_later(Vm *vm, const Value *args, u32 n) {
    return run(vm, (const NativeDef *)(uintptr_t)small_get(args[n - 1]), args, n - 1);
}

// Its code is in the rest: the call is made when that is there.
static NOINLINE Value run_apart(Vm *vm, NativeFunction *f, const Value *args, u32 n) {
    if (!native_waits(vm, f)) return run(vm, f->def, args, n);
    Value all[MOST_PARAMETERS + 1];
    memcpy(all, args, n * sizeof(Value));
    all[n] = value_small((i64)(uintptr_t)f->def);
    return library_retry(vm, run_later, all, n + 1);
}

INLINE Value run_native(Vm *vm, NativeFunction *f, const Value *args, u32 n) {
    return unlikely(f->apart) ? run_apart(vm, f, args, n) : run(vm, f->def, args, n);
}


Value native_call(Vm *vm, NativeFunction *f, const Value *args, u32 n, Tuple *kwnames) {
    if (unlikely(!f->signature) && !prepare(vm, f)) return V_ERROR;
    Signature *s = f->signature;
    bool has_self = f->self != V_UNSET;
    u32 total = n + has_self, npositional = total - (kwnames ? kwnames->len : 0);
    if (likely(!kwnames && total >= s->required && total <= s->positional && !s->kwrequired && s->varargs < 0 && s->varkw < 0 &&
               s->count <= MOST_PARAMETERS && total)) { // by position, and nothing to collect
        Value all[MOST_PARAMETERS];
        if (has_self || total < s->count) {
            u32 i = 0, k = 0;
            if (has_self) all[i++] = f->self;
            while (k < n) all[i++] = args[k++];
            while (i < s->count) all[i++] = V_UNSET;
            args = all;
        }
        if (f->owner) {
            if (!has_self && s->self && f->head.shape->type_id != T_NATIVE_FUNCTION && type_of(vm, args[0]) != f->owner &&
                !type_is_subtype(vm, type_of(vm, args[0]), f->owner) && !(f->def->flags & (NATIVE_CLASS | NATIVE_STATIC)))
                return raise_type(vm, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", f->def->name, f->owner, args[0]);
            if (unlikely(f->def == &f->owner->spec->make) && !make_fits(vm, f, args[0])) return V_ERROR;
        }
        return run_native(vm, f, args, s->count);
    }
    if (unlikely(s->count > MOST_PARAMETERS)) return raise(vm, T_SystemError, "native '%s' has too many parameters", f->def->name);
    Value *given = (Value *)args, few[MOST_PARAMETERS + 1];
    size_t size = total * sizeof(Value);
    bool copied = false;
    if (has_self) {
        given = few;
        if (total > countof(few)) {
            given = mem_alloc(&vm->mem, size);
            if (!given) return raise_memory(vm);
            copied = true;
        }
        given[0] = f->self;
        if (n) memcpy(given + 1, args, n * sizeof(Value));
    }
    Value out[MOST_PARAMETERS], v = V_ERROR;
    if (f->owner && !has_self && s->self && f->head.shape->type_id != T_NATIVE_FUNCTION) { // an unbound method: its first argument must fit
        if (!npositional) {
            raise_type(vm, "unbound method %N.%s() needs an argument", f->owner, f->def->name);
            goto done;
        }
        if (!(f->def->flags & NATIVE_CLASS) && !type_is_subtype(vm, type_of(vm, given[0]), f->owner)) {
            raise_type(vm, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", f->def->name, f->owner, given[0]);
            goto done;
        }
    }
    if (bind_native(vm, f, given, total, npositional, kwnames, out)) {
        bool fits = !f->owner || f->def != &f->owner->spec->make || make_fits(vm, f, out[0]);
        if (fits) v = run_native(vm, f, out, s->count);
    }
    drop_extras(vm, s, out);
done:
    if (copied) mem_free(&vm->mem, given, size);
    return v;
}
