// builtins.c: the built-in functions. The plain case of each is here; what meets Python code (a class's __getattr__, keys,
// iterables that are generators, …) is handed to src/lib/_builtins.py.
#include "mod/builtins.h"
#include "obj/attrs.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/exception.h"
#include "obj/function.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/bytes.h"
#include "obj/type.h"
#include "vm/generator.h"
#include "vm/library.h"
#include "vm/machine.h"
#include "vm/output.h"

#define NATIVE(name) static Value name(Vm *vm, const Value *args, u32 n)
static Value text_value(Str *s) { return s ? value_object(s) : V_ERROR; }

// Attribute names come as any str: the interned one is what tables hold.
static Str *name_of(Vm *vm, Value v, const char *function) {
    if (!value_has(v, SHAPE_STR)) {
        if (function) raise_type(vm, "%s(): attribute name must be string", function);
        else raise_type(vm, "attribute name must be string, not '%T'", v);
        return NULL;
    }
    return str_intern_take(vm, str_get(own(v)));
}

// ---- printing

NATIVE(b_print) {
    Tuple *values = tuple_get(args[0]);
    Value sep = args[1], end = args[2], file = args[3];
    if (file != V_UNSET && file != V_NONE) return V_PYTHON;
    if (!output_is_direct(vm)) return V_PYTHON;
    if (sep != V_UNSET && sep != V_NONE && !value_has(sep, SHAPE_STR)) return raise_type(vm, "sep must be None or a string, not %T", sep);
    if (end != V_UNSET && end != V_NONE && !value_has(end, SHAPE_STR)) return raise_type(vm, "end must be None or a string, not %T", end);
    Buf out;
    buf_open(&out, &vm->mem);
    for (u32 i = 0; i < values->len; i++) {
        Value text = value_str(vm, values->items[i]);
        if (is_marker(text)) {
            buf_close(&out);
            if (text == V_ERROR && i) return V_ERROR;
            return text;
        }
        if (i) {
            if (is_object(sep)) str_utf8(str_get(sep), &out);
            else buf_put(&out, ' ');
        }
        str_utf8(str_get(text), &out);
        decref(vm, text);
    }
    if (is_object(end)) str_utf8(str_get(end), &out);
    else buf_put(&out, '\n');
    bool ok = !out.failed && output_text(vm, 1, &out);
    buf_close(&out);
    if (!ok) return vm->exc == V_UNSET ? raise_memory(vm) : V_ERROR;
    return V_NONE;
}

// ---- input: the prompt is written, then the fiber waits for a line

NATIVE(b_input) { return V_PYTHON; }
// _read_line() -> text with its newline, '' at the end
NATIVE(i_read_line) {
    vm->fiber->state = FIBER_INPUT;
    output_flush(vm);
    return V_SUSPEND;
}

// ---- attributes

NATIVE(b_getattr) {
    Str *name = name_of(vm, args[1], args[2] == V_UNSET ? NULL : NULL);
    if (!name) return V_ERROR;
    Value v;
    if (args[2] == V_UNSET) v = call_getattr(vm, args[0], name);
    else {
        v = lookup_attr(vm, args[0], name);
        if (v == V_UNSET) v = own(args[2]);
        else if (v == V_ERROR && exc_matches(vm, T_AttributeError)) {
            exc_clear(vm);
            v = own(args[2]);
        } else if (v == V_CALL) v = raise_runtime(vm, "attribute needs Python code");
    }
    DECREF(vm, name);
    return v;
}
NATIVE(b_hasattr) {
    Str *name = name_of(vm, args[1], NULL);
    if (!name) return V_ERROR;
    Value v = lookup_attr(vm, args[0], name);
    DECREF(vm, name);
    if (v == V_ERROR && exc_matches(vm, T_AttributeError)) {
        exc_clear(vm);
        return V_FALSE;
    }
    if (v == V_ERROR || v == V_PYTHON) return v;
    if (v == V_UNSET) return V_FALSE;
    decref(vm, v);
    return V_TRUE;
}
NATIVE(b_setattr) {
    Str *name = name_of(vm, args[1], NULL);
    if (!name) return V_ERROR;
    Value v = call_setattr(vm, args[0], name, args[2]);
    DECREF(vm, name);
    return v;
}
NATIVE(b_delattr) {
    Str *name = name_of(vm, args[1], NULL);
    if (!name) return V_ERROR;
    Value v = call_setattr(vm, args[0], name, V_UNSET);
    DECREF(vm, name);
    return v;
}

// ---- conversions and protocols

NATIVE(b_repr) { return call_repr(vm, args[0]); }
NATIVE(b_len) { return call_len(vm, args[0]); }
NATIVE(b_hash) { return call_hash(vm, args[0]); }
NATIVE(b_abs) { return call_unary(vm, OP_ABS, args[0]); }
NATIVE(b_divmod) { return call_binary(vm, OP_DIVMOD, args[0], args[1]); }
static bool can_call(Vm *vm, Value v) {
    Type *t = type_of(vm, v);
    if (value_is(v, T_FUNCTION) || value_is(v, T_METHOD) || is_type(v) || slot_is_python(t, SLOT_CALL) || t->slots->call) return true;
    return t->id == T_NATIVE_FUNCTION || t->id == T_NATIVE_METHOD || t->id == T_SLOT_WRAPPER || t->id == T_METHOD_WRAPPER;
}
NATIVE(b_iter) {
    if (args[1] == V_UNSET) return call_iter(vm, args[0]);
    if (!can_call(vm, args[0])) return raise_type(vm, "iter(v, w): v must be callable");
    return call_iter_new(vm, args[0], args[1]);
}
NATIVE(b_next) {
    if (args[1] == V_UNSET) return call_next(vm, args[0]);
    Value v = value_next(vm, args[0]);
    if (v == V_STOP) {
        if (vm->stop_value != V_UNSET) {
            decref(vm, vm->stop_value);
            vm->stop_value = V_UNSET;
        }
        return own(args[1]);
    }
    if (v == V_ERROR && exc_matches(vm, T_StopIteration)) {
        exc_clear(vm);
        return own(args[1]);
    }
    return v;
}
NATIVE(b_aiter) { return call_aiter(vm, args[0], false); }
NATIVE(b_anext) {
    if (args[1] == V_UNSET) return call_anext(vm, args[0], CHECK_NONE);
    return V_PYTHON;
}
NATIVE(i_anext_awaitable) { return anext_awaitable_new(vm, args[0], args[1]); }
NATIVE(i_get_awaitable) { return call_awaitable(vm, args[0], 0); }
NATIVE(b_format) {
    if (args[1] == V_UNSET) return call_format(vm, args[0], vm->empty_str);
    if (!value_has(args[1], SHAPE_STR)) return raise_type(vm, "format() argument 2 must be str, not %T", args[1]);
    return call_format(vm, args[0], str_get(args[1]));
}
NATIVE(b_callable) { return value_bool(can_call(vm, args[0])); }
NATIVE(b_id) {
    Value v = args[0];
    return int_from_u64(vm, is_object(v) ? (uintptr_t)object_get(v) : v & 0x7fffffffffffull);
}
NATIVE(b_chr) {
    i64 c;
    Value i = value_index(vm, args[0]);
    if (is_marker(i)) return i;
    bool fits = int_to_i64(i, &c);
    decref(vm, i);
    if (!fits || c < 0 || c > 0x10ffff) return raise_value(vm, "chr() arg not in range(0x110000)");
    return text_value(str_from_char(vm, (u32)c));
}
NATIVE(b_ord) {
    Value v = args[0];
    const u8 *data;
    u32 len;
    if (value_has(v, SHAPE_STR)) {
        if (str_get(v)->len == 1) return value_small(str_at(str_get(v), 0));
        len = str_get(v)->len;
    } else if (bytes_view(v, &data, &len)) {
        if (len == 1) return value_small(data[0]);
    } else return raise_type(vm, "ord() expected string of length 1, but %T found", v);
    if (value_has(v, SHAPE_STR)) return raise_type(vm, "ord() expected a character, but string of length %u found", len);
    return raise_type(vm, "ord() expected a character, but string of length %u found", len);
}
static Value in_base(Vm *vm, Value v, int base, const char *prefix) {
    Value i = value_index(vm, v);
    if (is_marker(i)) return i;
    Buf digits;
    buf_open(&digits, &vm->mem);
    int_text(vm, i, base, &digits);
    decref(vm, i);
    bool negative = digits.len && digits.data[0] == '-';
    Str *s = digits.failed ? NULL : str_format(vm, "%s%s%.*s", negative ? "-" : "", prefix, (int)digits.len - negative, (char *)digits.data + negative);
    buf_close(&digits);
    return s ? value_object(s) : raise_memory(vm);
}
NATIVE(b_bin) { return in_base(vm, args[0], 2, "0b"); }
NATIVE(b_oct) { return in_base(vm, args[0], 8, "0o"); }
NATIVE(b_hex) { return in_base(vm, args[0], 16, "0x"); }
NATIVE(b_ascii) {
    Value r = value_repr(vm, args[0]);
    if (is_marker(r)) return r;
    Str *s = str_get(r);
    if (s->ascii) return r;
    Buf out;
    buf_open(&out, &vm->mem);
    for (u32 i = 0; i < s->len; i++) {
        u32 c = str_at(s, i);
        if (c < 0x80) buf_put(&out, (u8)c);
        else if (c <= 0xff) buf_format(&out, "\\x%02x", c);
        else if (c <= 0xffff) buf_format(&out, "\\u%04x", c);
        else buf_format(&out, "\\U%08x", c);
    }
    decref(vm, r);
    return text_value(str_from_buf(vm, &out));
}
NATIVE(b_pow) {
    if (args[2] == V_UNSET || args[2] == V_NONE) return call_binary(vm, OP_POW, args[0], args[1]);
    for (int i = 0; i < 3; i++) if (!is_small(args[i]) && !is_bool(args[i]) && !value_is(args[i], T_INT)) return V_PYTHON;
    return int_pow_mod(vm, args[0], args[1], args[2]);
}
NATIVE(b_round) {
    if (is_small(args[0]) && (args[1] == V_UNSET || args[1] == V_NONE)) return args[0];
    return V_PYTHON;
}

// ---- aggregates: the plain loop while nothing needs Python; then from the start by the prelude (no effects were seen)

// Small integers, then perhaps floats (with compensation, as _builtins._sum_floats); all else is left to the prelude, which
// begins anew: so only what can be gone over again is looked at.
NATIVE(b_sum) {
    Value start = args[1] == V_UNSET ? value_small(0) : args[1], v;
    if (!is_small(start) && !is_float(start)) return V_PYTHON;
    Iterate it;
    int status = iterate_again(vm, &it, args[0]);
    if (status) return status == IS_ERROR ? V_ERROR : V_PYTHON;
    bool floats = is_float(start);
    i64 small = floats ? 0 : small_get(start);
    double total = floats ? float_get(start) : 0, compensation = 0;
    u32 count = 0;
    while ((v = iterate_next(vm, &it)) != V_STOP) {
        if (++count > 50000) break; // in slices
        if (is_small(v) && !floats && small_fits(small + small_get(v))) small += small_get(v);
        else if (is_float(v) && !floats) {
            floats = true;
            total = (double)small + float_get(v);
        } else if (is_float(v)) {
            double x = float_get(v), t = total + x, large = total < 0 ? -total : total;
            compensation += large >= (x < 0 ? -x : x) ? (total - t) + x : (x - t) + total;
            total = t;
        } else if (is_small(v) && floats) total += (double)small_get(v);
        else break;
    }
    bool whole = v == V_STOP;
    if (!whole && !is_marker(v)) decref(vm, v);
    iterate_close(vm, &it);
    charge(vm, count);
    if (v == V_ERROR) return V_ERROR;
    if (!whole) return V_PYTHON;
    if (!floats) return value_small(small);
    if (compensation != 0 && compensation - compensation == 0) total += compensation;
    return value_float(total);
}
static Value any_all(Vm *vm, Value source, bool stop) {
    if (!value_is(source, T_LIST) && !value_is(source, T_TUPLE)) return V_PYTHON;
    u32 len = value_is(source, T_LIST) ? list_get(source)->len : tuple_get(source)->len;
    Value *items = value_is(source, T_LIST) ? list_get(source)->items : tuple_get(source)->items;
    for (u32 i = 0; i < len; i++) {
        int t = value_truth(vm, items[i]);
        if (t < 0) return t == IS_ERROR ? V_ERROR : V_PYTHON;
        if (t == stop) return value_bool(stop);
    }
    charge(vm, len);
    return value_bool(!stop);
}
NATIVE(b_any) { return any_all(vm, args[0], true); }
NATIVE(b_all) { return any_all(vm, args[0], false); }
static Value extreme(Vm *vm, const Value *args, bool smallest) {
    Tuple *given = tuple_get(args[0]);
    if (args[1] != V_UNSET && args[1] != V_NONE) return V_PYTHON;
    Value *items = given->items;
    u32 len = given->len;
    if (len == 0) return raise_type(vm, "%s expected at least 1 argument, got 0", smallest ? "min" : "max");
    if (len == 1) {
        Value source = items[0];
        if (value_is(source, T_LIST)) {
            len = list_get(source)->len;
            items = list_get(source)->items;
        } else if (value_is(source, T_TUPLE)) {
            len = tuple_get(source)->len;
            items = tuple_get(source)->items;
        } else return V_PYTHON;
        if (!len) return args[2] != V_UNSET ? own(args[2]) : raise_value(vm, "%s() iterable argument is empty", smallest ? "min" : "max");
        if (len > 50000) return V_PYTHON;
    } else if (args[2] != V_UNSET) return raise_type(vm, "Cannot specify a default for %s() with multiple positional arguments", smallest ? "min" : "max");
    Value best = items[0];
    for (u32 i = 1; i < len; i++) {
        Value r = value_compare(vm, items[i], best, smallest ? CMP_LT : CMP_GT);
        if (r == V_TRUE) best = items[i];
        else if (r != V_FALSE) {
            if (!is_marker(r)) decref(vm, r), r = V_PYTHON;
            return r;
        }
    }
    charge(vm, len);
    return own(best);
}
NATIVE(b_min) { return extreme(vm, args, true); }
NATIVE(b_max) { return extreme(vm, args, false); }

// ---- classes

// 1, 0, IS_ERROR, IS_PYTHON
static int class_matches(Vm *vm, Value object, Type *of, Value klass, bool instance, u32 depth) {
    if (is_type(klass)) {
        Type *meta = type_of(vm, klass);
        if (meta->id == T_TYPE) {
            if (type_is_subtype(vm, of, type_get(klass))) return 1;
            return 0;
        }
        static const char *const hooks[] = {"__subclasscheck__", "__instancecheck__"};
        Str *name = str_intern(vm, hooks[instance], strlen(hooks[instance]));
        if (!name) return IS_ERROR;
        Value hook = type_lookup(vm, meta, name);
        DECREF(vm, name);
        if (!value_is(hook, T_NATIVE_METHOD)) return IS_PYTHON;
        return type_is_subtype(vm, of, type_get(klass));
    }
    if (value_has(klass, SHAPE_TUPLE)) {
        if (depth > 100) return raise(vm, T_RecursionError, "maximum recursion depth exceeded in __instancecheck__"), IS_ERROR;
        Tuple *t = tuple_get(klass);
        for (u32 i = 0; i < t->len; i++) {
            int r = class_matches(vm, object, of, t->items[i], instance, depth + 1);
            if (r) return r;
        }
        return 0;
    }
    return IS_PYTHON;
}
NATIVE(b_isinstance) {
    int r = class_matches(vm, args[0], type_of(vm, args[0]), args[1], true, 0);
    return r == IS_PYTHON ? V_PYTHON : r == IS_ERROR ? V_ERROR : value_bool(r);
}
NATIVE(b_issubclass) {
    if (!is_type(args[0])) return V_PYTHON;
    int r = class_matches(vm, args[0], type_get(args[0]), args[1], false, 0);
    return r == IS_PYTHON ? V_PYTHON : r == IS_ERROR ? V_ERROR : value_bool(r);
}

// ---- namespaces and code

NATIVE(b_globals) {
    Frame *f = current_frame(vm);
    return f ? own(value_object(frame_globals(f))) : V_NONE;
}
NATIVE(b_locals) {
    Frame *f = current_frame(vm);
    return f ? frame_locals(vm, f) : V_NONE;
}
NATIVE(b_python) { return V_PYTHON; }

// _compile(source, filename, mode, flags): source is str or bytes
NATIVE(i_compile) {
    const u8 *data;
    u32 len;
    u32 flags = (u32)small_get(args[3]) | CODE_NO_SOURCE;
    Buf text;
    buf_open(&text, &vm->mem);
    if (value_has(args[0], SHAPE_STR)) {
        str_utf8(str_get(args[0]), &text);
        data = text.data;
        len = (u32)text.len;
        flags |= CODE_IGNORE_COOKIE;
    } else if (!bytes_view(args[0], &data, &len)) return raise_type(vm, "compile() arg 1 must be a string, bytes or AST object");
    Str *mode = str_get(args[2]);
    int m = str_is(mode, "eval") ? CODE_EVAL : str_is(mode, "single") ? CODE_SINGLE : CODE_FILE;
    Code *code = code_compile(vm, data ? data : (const u8 *)"", len, str_get(args[1]), m, flags);
    buf_close(&text);
    if (!code) return vm->exc == V_UNSET ? library_retry(vm, i_compile, args, n) : V_ERROR;
    machine_join(vm, code);
    return value_object(code);
}
// _run_code(code, globals, locals): executes; the result of an expression
NATIVE(i_run_code) {
    if (!value_is(args[0], T_CODE)) return raise_type(vm, "a code object is needed, not '%T'", args[0]);
    Code *code = code_get(args[0]);
    Dict *globals = dict_get(args[1]);
    if (code->nfrees) return raise_type(vm, "code object passed to exec() may not contain free variables");
    Value builtins = dict_find_str(globals, vm->names.__builtins__);
    Dict *b = value_is(builtins, T_MODULE) ? module_get(builtins)->dict : value_has(builtins, SHAPE_DICTTYPE) ? dict_get(builtins) : NULL;
    if (!b) {
        b = vm->builtins;
        if (!dict_set_str(vm, globals, vm->names.__builtins__, value_object(vm->builtins_module))) return V_ERROR;
    }
    Function *f = function_new(vm, code, globals, b);
    if (!f) return V_ERROR;
    Value v = function_call(vm, f, NULL, 0, NULL);
    DECREF(vm, f);
    if (v == V_CALL && !(code->flags & CO_OPTIMIZED) && args[2] != args[1]) vm->fiber->frame->ns = own(args[2]);
    return v;
}
// _run_class_body(function, namespace) -> what the body returns (its __classcell__ or None)
NATIVE(i_run_class_body) {
    if (!value_is(args[0], T_FUNCTION)) return raise_type(vm, "__build_class__: func must be a function");
    Value v = function_call(vm, function_get(args[0]), NULL, 0, NULL);
    if (v == V_CALL) vm->fiber->frame->ns = own(args[1]);
    return v;
}
// __build_class__ for the plain case: no metaclass, no keywords, bases that are classes of plain metaclass
enum { BUILD_FUNCTION, BUILD_NAME, BUILD_BASES, BUILD_NS, BUILD_SLOTS };
static Value build_class_step(Vm *vm, Frame *f, Value in) {
    if (in == V_ERROR) return V_ERROR;
    if (f->state == 0) {
        f->state = 1;
        Value args[2] = {f->slots[BUILD_FUNCTION], f->slots[BUILD_NS]};
        Value v = i_run_class_body(vm, args, 2);
        if (is_marker(v)) return v;
        in = v;
    }
    if (f->state == 1) {
        f->state = 2;
        Value args[3] = {f->slots[BUILD_NAME], f->slots[BUILD_BASES], f->slots[BUILD_NS]};
        Value meta = value_object(vm_type(vm, T_TYPE));
        Tuple *bases = tuple_get(f->slots[BUILD_BASES]);
        if (bases->len) meta = value_object(type_of(vm, bases->items[0]));
        return call(vm, meta, args, 3);
    }
    return own(in);
}
NATIVE(b_build_class) {
    Tuple *bases = tuple_get(args[2]);
    if (args[3] != V_UNSET) return V_PYTHON;
    for (u32 i = 0; i < bases->len; i++)
        if (!is_type(bases->items[i]) || type_of(vm, bases->items[i])->id != T_TYPE) return V_PYTHON;
    Frame *f = step_push(vm, build_class_step, BUILD_SLOTS);
    if (!f) return V_ERROR;
    Dict *ns = dict_new(vm, 8);
    if (!ns) return V_ERROR;
    f->slots[BUILD_FUNCTION] = own(args[0]);
    f->slots[BUILD_NAME] = own(args[1]);
    f->slots[BUILD_BASES] = own(args[2]);
    f->slots[BUILD_NS] = value_object(ns);
    return V_CALL;
}

const NativeDef builtin_functions[] = {
    {"__build_class__", "(func, name, /, *bases, **kwds)", b_build_class, "_builtins.build_class", 0},
    {"__import__", "(name, globals=None, locals=None, fromlist=(), level=0)", b_python, "_import.import_", 0},
    {"abs", "(number, /)\n"
     "Return the absolute value of the argument.", b_abs, NULL, 0},
    {"aiter", "(async_iterable, /)\n"
     "Return an AsyncIterator for an AsyncIterable object.", b_aiter, NULL, 0},
    {"all", "(iterable, /)\n"
     "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.", b_all, "_builtins.all", 0},
    {"anext", "(aiterator, default=<unrepresentable>, /)\n"
     "Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration.", b_anext, "_builtins.anext", NATIVE_UNPACKED},
    {"any", "(iterable, /)\n"
     "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.", b_any, "_builtins.any", 0},
    {"ascii", "(obj, /)", b_ascii, "_builtins.ascii", 0},
    {"bin", "(number, /)", b_bin, "_builtins.bin", 0},
    {"breakpoint", "(*args, **kws)", b_python, "_builtins.breakpoint", 0},
    {"callable", "(obj, /)\n"
     "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.", b_callable, NULL, 0},
    {"chr", "(i, /)\n"
     "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.", b_chr, "_builtins.chr", 0},
    {"compile", "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", b_python, "_builtins.compile", 0},
    {"delattr", "(obj, name, /)", b_delattr, NULL, 0},
    {"dir", "(object=<unrepresentable>, /)", b_python, "_builtins.dir", NATIVE_UNPACKED},
    {"divmod", "(x, y, /)\n"
     "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.", b_divmod, NULL, 0},
    {"eval", "(source, /, globals=None, locals=None)", b_python, "_builtins.eval", 0},
    {"exec", "(source, /, globals=None, locals=None, *, closure=None)", b_python, "_builtins.exec", 0},
    {"format", "(value, format_spec='', /)", b_format, NULL, 0},
    {"getattr", "(object, name, default=<unrepresentable>, /)", b_getattr, "_builtins.getattr", 0},
    {"globals", "()", b_globals, NULL, 0},
    {"hasattr", "(obj, name, /)", b_hasattr, "_builtins.hasattr", 0},
    {"hash", "(obj, /)", b_hash, NULL, 0},
    {"help", "(*args)", b_python, "_builtins.help", 0},
    {"hex", "(number, /)", b_hex, "_builtins.hex", 0},
    {"id", "(obj, /)", b_id, NULL, 0},
    {"input", "(prompt='', /)", b_input, "_builtins.input", 0},
    {"isinstance", "(obj, class_or_tuple, /)", b_isinstance, "_builtins.isinstance", 0},
    {"issubclass", "(cls, class_or_tuple, /)", b_issubclass, "_builtins.issubclass", 0},
    {"iter", "(object, sentinel=<unrepresentable>, /)", b_iter, NULL, 0},
    {"len", "(obj, /)\n"
     "Return the number of items in a container.", b_len, NULL, 0},
    {"locals", "()", b_locals, NULL, 0},
    {"max", "(*args, key=None, default=<unrepresentable>)", b_max, "_builtins.max", 0},
    {"min", "(*args, key=None, default=<unrepresentable>)", b_min, "_builtins.min", 0},
    {"next", "(iterator, default=<unrepresentable>, /)\n"
     "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration.", b_next, "_builtins.next", 0},
    {"oct", "(number, /)", b_oct, "_builtins.oct", 0},
    {"open", "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", b_python, "_builtins.open", 0},
    {"ord", "(character, /)", b_ord, NULL, 0},
    {"pow", "(base, exp, mod=None)", b_pow, "_builtins.pow", 0},
    {"print", "(*args, sep=' ', end='\\n', file=None, flush=False)", b_print, "_builtins.print", 0},
    {"repr", "(obj, /)", b_repr, NULL, 0},
    {"round", "(number, ndigits=None)", b_round, "_builtins.round", 0},
    {"setattr", "(obj, name, value, /)", b_setattr, NULL, 0},
    {"sorted", "(iterable, /, *, key=None, reverse=False)", builtin_sorted, "_sort.sorted", NATIVE_UNPACKED | NATIVE_SORTS},
    {"sum", "(iterable, /, start=0)", b_sum, "_builtins.sum", 0},
    {"vars", "(object=<unrepresentable>, /)", b_python, "_builtins.vars", NATIVE_UNPACKED},
    {0},
};

// ---- intrinsics of the prelude

NATIVE(i_type_lookup) { // _type_lookup(cls, name) -> as found in the MRO, unbound; raises LookupError
    Str *name = str_intern_take(vm, str_get(own(args[1])));
    Value v = name ? type_lookup(vm, type_get(args[0]), name) : V_UNSET;
    XDECREF(vm, name);
    if (v == V_UNSET) return raise(vm, T_LookupError, NULL);
    return own(v);
}
NATIVE(i_has_special) { // _has_special(object, name): does its class have the special method?
    Str *name = str_intern_take(vm, str_get(own(args[1])));
    Value v = name ? type_lookup(vm, type_of(vm, args[0]), name) : V_UNSET;
    XDECREF(vm, name);
    return value_bool(v != V_UNSET && v != V_NONE);
}
NATIVE(i_call_special) { // _call_special(object, name, *args)
    Str *name = str_intern_take(vm, str_get(own(args[1])));
    bool bound;
    Value f = bind_special(vm, args[0], name, &bound);
    Value v;
    if (is_marker(f)) v = f == V_UNSET ? raise_attribute(vm, args[0], name) : f;
    else {
        Tuple *rest = tuple_get(args[2]);
        Value all[8] = {args[0]};
        for (u32 i = 0; i < rest->len && i < 7; i++) all[i + 1] = rest->items[i];
        v = bound ? call(vm, f, all, rest->len + 1) : call(vm, f, all + 1, rest->len);
        decref(vm, f);
    }
    DECREF(vm, name);
    return v;
}
NATIVE(i_index) { // operator.index
    Value v = value_index(vm, args[0]);
    if (v != V_PYTHON) return v;
    bool bound;
    Value f = bind_special(vm, args[0], vm->names.__index__, &bound);
    if (is_marker(f)) return V_ERROR;
    Value r = bound ? call_checked(vm, f, args, 1, CHECK_INDEX) : call_checked(vm, f, NULL, 0, CHECK_INDEX);
    decref(vm, f);
    return r;
}
NATIVE(i_compare) { // _compare(a, b, op): by number, as an operator
    return call_compare(vm, args[0], args[1], (CompareOp)small_get(args[2]));
}
NATIVE(i_mro) { return type_ready(vm, type_get(args[0])) ? own(value_object(type_get(args[0])->mro)) : V_ERROR; }
NATIVE(i_is_exact) { return value_bool(type_of(vm, args[0]) == type_get(args[1])); }
NATIVE(i_type_of) { return own(value_object(type_of(vm, args[0]))); }
NATIVE(i_write) { // _write(stream, text)
    Buf out;
    buf_open(&out, &vm->mem);
    str_utf8(str_get(args[1]), &out);
    bool ok = !out.failed && output_text(vm, (int)small_get(args[0]), &out);
    buf_close(&out);
    return ok ? value_small(str_get(args[1])->len) : vm->exc == V_UNSET ? raise_memory(vm) : V_ERROR;
}
NATIVE(i_write_bytes) { // _write_bytes(stream, bytes)
    const u8 *data;
    u32 len;
    if (!bytes_view(args[1], &data, &len)) return raise_type(vm, "a bytes-like object is required, not '%T'", args[1]);
    return output_bytes(vm, (int)small_get(args[0]), data, len) ? value_small(len) : V_ERROR;
}
NATIVE(i_flush) {
    output_flush(vm);
    return V_NONE;
}
NATIVE(i_caller_globals) { return b_globals(vm, args, n); }
NATIVE(i_caller_locals) { return b_locals(vm, args, n); }
NATIVE(i_attrs) { // the instance's __dict__ as a plain copy, or None
    if (!is_object(args[0]) || !shape_of(args[0])->attrs) return V_NONE;
    Dict *d = attrs_dict(vm, object_get(args[0]));
    Dict *copy = d ? dict_copy(vm, d) : NULL;
    return copy ? value_object(copy) : V_ERROR;
}
NATIVE(i_type_dict) { // the class's own dict (the real one: prelude code only reads it)
    if (!type_ready(vm, type_get(args[0]))) return V_ERROR;
    return own(value_object(type_get(args[0])->dict));
}
NATIVE(i_type_winner) { // _type_winner(meta, bases)
    Type *t = type_winner(vm, type_get(args[0]), tuple_get(args[1]));
    return t ? own(value_object(t)) : V_ERROR;
}
NATIVE(i_super_hook) { // _init_subclass(cls): super(cls, cls).__init_subclass__
    Type *type = type_get(args[0]);
    Value f = type_lookup_after(vm, type, type, vm->names.__init_subclass__, NULL);
    if (f == V_UNSET) return V_NONE;
    Type *t = type_of(vm, f);
    return t->slots->get ? t->slots->get(vm, f, V_UNSET, args[0]) : own(f);
}
NATIVE(i_cell_content) { return cell_get(args[0])->content == V_UNSET ? V_NONE : own(cell_get(args[0])->content); }
NATIVE(i_set_annotations) { // keeps what __annotate__ gave
    if (value_is(args[0], T_FUNCTION)) function_get(args[0])->annotations = own(args[1]);
    return V_NONE;
}
NATIVE(i_getattr_or) { // _getattr_or(object, name, default): only what needs no Python
    Str *name = str_intern_take(vm, str_get(own(args[1])));
    Value v = name ? lookup_attr(vm, args[0], name) : V_ERROR;
    XDECREF(vm, name);
    if (v == V_ERROR) exc_clear(vm);
    return is_marker(v) ? own(args[2]) : v;
}

const NativeDef builtin_intrinsics[] = {
    {"_anext_awaitable", "(awaitable, default, /)", i_anext_awaitable, NULL, 0},
    {"_attrs", "(object, /)", i_attrs, NULL, 0},
    {"_call_special", "(object, name, /, *args)", i_call_special, NULL, 0},
    {"_caller_globals", "()", i_caller_globals, NULL, 0},
    {"_caller_locals", "()", i_caller_locals, NULL, 0},
    {"_cell_content", "(cell, /)", i_cell_content, NULL, 0},
    {"_compare", "(a, b, op, /)", i_compare, NULL, 0},
    {"_compile", "(source, filename, mode, flags, /)", i_compile, NULL, 0},
    {"_flush", "()", i_flush, NULL, 0},
    {"_get_awaitable", "(object, /)", i_get_awaitable, NULL, 0},
    {"_getattr_or", "(object, name, default, /)", i_getattr_or, NULL, 0},
    {"_has_special", "(object, name, /)", i_has_special, NULL, 0},
    {"_index", "(object, /)", i_index, NULL, 0},
    {"_init_subclass_of", "(cls, /)", i_super_hook, NULL, 0},
    {"_is_exact", "(object, cls, /)", i_is_exact, NULL, 0},
    {"_mro", "(cls, /)", i_mro, NULL, 0},
    {"_read_line", "()", i_read_line, NULL, 0},
    {"_run_class_body", "(function, namespace, /)", i_run_class_body, NULL, 0},
    {"_run_code", "(code, globals, locals, /)", i_run_code, NULL, 0},
    {"_set_annotations", "(object, annotations, /)", i_set_annotations, NULL, 0},
    {"_type_dict", "(cls, /)", i_type_dict, NULL, 0},
    {"_type_lookup", "(cls, name, /)", i_type_lookup, NULL, 0},
    {"_type_of", "(object, /)", i_type_of, NULL, 0},
    {"_type_winner", "(meta, bases, /)", i_type_winner, NULL, 0},
    {"_write_bytes", "(stream, data, /)", i_write_bytes, NULL, 0},
    {"_write", "(stream, text, /)", i_write, NULL, 0},
    {0},
};
