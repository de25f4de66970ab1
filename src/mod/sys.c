// sys.c: the module sys: settings of the engine, the exception being handled, frames, standard streams.
#include "obj/module_def.h"
#include "vm/modules.h"
#include "obj/bytes.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/exception.h"
#include "obj/function.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/str.h"
#include "obj/type.h"
#include "vm/generator.h"
#include "vm/machine.h"

#define NATIVE(name) static Value name(Vm *vm, const Value *args, u32 n)

NATIVE(sys_exit) {
    Value code = args[0], e;
    if (code == V_UNSET || code == V_NONE) e = exception_new(vm, T_SystemExit, NULL, 0);
    else if (value_has(code, SHAPE_TUPLE)) e = exception_new(vm, T_SystemExit, tuple_get(code)->items, tuple_get(code)->len);
    else e = exception_new(vm, T_SystemExit, &code, 1);
    if (e == V_ERROR) return V_ERROR;
    raise_object(vm, e);
    decref(vm, e);
    return V_ERROR;
}
NATIVE(sys_exception) {
    Value e = handled_exception(vm->fiber);
    return e == V_UNSET ? V_NONE : own(e);
}
NATIVE(sys_exc_info) {
    Value e = handled_exception(vm->fiber);
    if (e == V_UNSET) return value_object(tuple_pack(vm, 3, V_NONE, V_NONE, V_NONE));
    Traceback *tb = exception_get(e)->traceback;
    Tuple *t = tuple_pack(vm, 3, value_object(type_of(vm, e)), e, tb ? value_object(tb) : V_NONE);
    return t ? value_object(t) : V_ERROR;
}
NATIVE(sys_get_origin_depth) { return value_small(vm->machine->origin_depth); }
NATIVE(sys_set_origin_depth) {
    i64 depth;
    if (!is_int(args[0])) return raise_type(vm, "'%T' object cannot be interpreted as an integer", args[0]);
    if (!int_to_i64(args[0], &depth) || depth > INT32_MAX) return raise_overflow(vm, "Python int too large to convert to C int");
    if (depth < 0) return raise_value(vm, "depth must be >= 0");
    vm->machine->origin_depth = (u32)depth;
    return V_NONE;
}
NATIVE(sys_getrecursionlimit) { return value_small(vm->machine->recursion_limit); }
NATIVE(sys_setrecursionlimit) {
    i64 limit;
    if (!is_int(args[0])) return raise_type(vm, "'%T' object cannot be interpreted as an integer", args[0]);
    if (!int_to_i64(args[0], &limit) || limit > 1000000) return raise_overflow(vm, "Python int too large to convert to C int");
    if (limit < 1) return raise_value(vm, "recursion limit must be greater or equal than 1");
    if (vm->fiber && vm->fiber->depth >= limit)
        return raise(vm, T_RecursionError, "cannot set the recursion limit to %lld at the recursion depth %u: the limit is too low", (long long)limit, vm->fiber->depth);
    vm->machine->recursion_limit = (u32)limit;
    return V_NONE;
}
NATIVE(sys_getrefcount) { return value_small(is_object(args[0]) ? (i64)object_get(args[0])->refs + 1 : 0xffffffff); }
NATIVE(sys_intern) {
    if (!value_is(args[0], T_STR)) return raise_type(vm, "intern() argument must be str, not %T", args[0]);
    return value_object(str_intern_take(vm, str_get(own(args[0]))));
}
NATIVE(sys_getsizeof) { return value_small(is_object(args[0]) ? (i64)object_size(object_get(args[0])) : 28); }
NATIVE(sys_getframe) {
    i64 depth = args[0] == V_UNSET ? 0 : small_get(args[0]);
    Frame *f = current_frame(vm);
    for (; f && depth > 0; depth--) {
        f = f->back;
        while (f && (f->kind == FRAME_STEP || f->code->flags & CO_HIDDEN)) f = f->back;
    }
    return f ? own(value_object(f)) : raise_value(vm, "call stack is not deep enough");
}
NATIVE(sys_get_int_max_str_digits) { return value_small(vm->int_max_str_digits); }
NATIVE(sys_set_int_max_str_digits) {
    i64 d;
    if (!is_int(args[0]) || !int_to_i64(args[0], &d)) return raise_type(vm, "'%T' object cannot be interpreted as an integer", args[0]);
    if (d != 0 && d < 640) return raise_value(vm, "maxdigits must be >= 640 or 0 for unlimited");
    vm->int_max_str_digits = (u32)d;
    return V_NONE;
}
NATIVE(sys_getdefaultencoding) { return value_object(str_from_text(vm, "utf-8")); }
NATIVE(sys_getswitchinterval) { return value_float(0.005); }
NATIVE(sys_is_finalizing) { return V_FALSE; }
NATIVE(sys_gettrace) { return V_NONE; }
NATIVE(sys_python) { return V_PYTHON; }
NATIVE(sys_getattr) { // stdin, stdout, stderr and version_info are made when first asked for
    return V_PYTHON;
}

static const NativeDef sys_functions[] = {
    {"__getattr__", "(name, /)", sys_getattr, "_sys.getattr_", 0},
    {"__dir__", "()", sys_python, "_sys.module_dir", 0},
    {"exit", "(status=None, /)", sys_exit, NULL, 0},
    {"exception", "()", sys_exception, NULL, 0},
    {"exc_info", "()", sys_exc_info, NULL, 0},
    {"excepthook", "(exctype, value, traceback, /)", sys_python, "_traceback.excepthook", 0},
    {"unraisablehook", "(unraisable, /)", sys_python, "_traceback.unraisablehook", 0},
    {"displayhook", "(object, /)", sys_python, "_sys.displayhook", 0},
    {"get_coroutine_origin_tracking_depth", "()", sys_get_origin_depth, NULL, 0},
    {"set_coroutine_origin_tracking_depth", "(depth)", sys_set_origin_depth, NULL, 0},
    {"getrecursionlimit", "()", sys_getrecursionlimit, NULL, 0},
    {"setrecursionlimit", "(limit, /)", sys_setrecursionlimit, NULL, 0},
    {"getrefcount", "(object, /)", sys_getrefcount, NULL, 0},
    {"intern", "(string, /)", sys_intern, NULL, 0},
    {"getsizeof", "(object, default=0)", sys_getsizeof, NULL, 0},
    {"_getframe", "(depth=0, /)", sys_getframe, NULL, 0},
    {"get_int_max_str_digits", "()", sys_get_int_max_str_digits, NULL, 0},
    {"set_int_max_str_digits", "(maxdigits)", sys_set_int_max_str_digits, NULL, 0},
    {"getdefaultencoding", "()", sys_getdefaultencoding, NULL, 0},
    {"getfilesystemencoding", "()", sys_getdefaultencoding, NULL, 0},
    {"getswitchinterval", "()", sys_getswitchinterval, NULL, 0},
    {"is_finalizing", "()", sys_is_finalizing, NULL, 0},
    {"gettrace", "()", sys_gettrace, NULL, 0},
    {"getprofile", "()", sys_gettrace, NULL, 0},
    {0},
};

#if defined(__EMSCRIPTEN__)
#define PLATFORM "emscripten"
#elif defined(__wasi__)
#define PLATFORM "wasi"
#else
#define PLATFORM "linux"
#endif

static bool set_text(Vm *vm, Dict *dict, const char *name, const char *text) {
    Str *s = str_from_text(vm, text);
    bool ok = s && dict_set_text(vm, dict, name, value_object(s));
    XDECREF(vm, s);
    return ok;
}
static bool set_take(Vm *vm, Dict *dict, const char *name, Value v) {
    if (is_marker(v)) return false;
    bool ok = dict_set_text(vm, dict, name, v);
    decref(vm, v);
    return ok;
}
static bool sys_fill(Vm *vm, Dict *dict) {
    List *path = list_new(vm, 0), *argv = list_new(vm, 0);
    bool ok = path && argv && dict_set_text(vm, dict, "modules", value_object(vm->modules)) && dict_set_text(vm, dict, "path", value_object(path)) &&
              dict_set_text(vm, dict, "argv", value_object(argv)) && set_text(vm, dict, "platform", PLATFORM) &&
              set_text(vm, dict, "version", "3.14.2 (aiter 0.1.0)") && set_take(vm, dict, "maxsize", int_from_i64(vm, INT64_MAX)) &&
              set_take(vm, dict, "maxunicode", value_small(0x10ffff)) && set_text(vm, dict, "byteorder", "little") &&
              set_take(vm, dict, "hexversion", value_small(0x030e02f0)) && set_take(vm, dict, "api_version", value_small(1013)) &&
              set_text(vm, dict, "copyright", "MIT") && dict_set_text(vm, dict, "dont_write_bytecode", V_FALSE) &&
              set_text(vm, dict, "executable", "") && set_text(vm, dict, "prefix", "/usr") && set_text(vm, dict, "exec_prefix", "/usr") &&
              set_text(vm, dict, "base_prefix", "/usr") && set_text(vm, dict, "platlibdir", "lib");
    static const char *const hooks[] = {"excepthook", "displayhook", "unraisablehook"};
    for (u32 i = 0; i < countof(hooks) && ok; i++) { // sys.__excepthook__ is what the hook was at first
        Str *name = str_format(vm, "%s", hooks[i]), *original = str_format(vm, "__%s__", hooks[i]);
        name = str_intern_take(vm, name);
        original = str_intern_take(vm, original);
        ok = name && original && dict_set_str(vm, dict, original, dict_find_str(dict, name));
        XDECREF(vm, name);
        XDECREF(vm, original);
    }
    XDECREF(vm, path);
    XDECREF(vm, argv);
    return ok;
}
const ModuleDef sys_module = {"sys", sys_functions, sys_fill};
