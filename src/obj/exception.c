// exception.c: exception objects: making and initialising them, their attributes, str() and repr(), and raising from C.
// The classes come from exceptions.def; one struct serves all, with up to eight fields by layout.
#include "obj/exception.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/gc.h"
#include "obj/list.h"
#include "obj/number.h"
#include "obj/ops.h"
#include "obj/str.h"
#include "obj/type.h"
#include "base/buf.h"

static const u8 layouts[T_COUNT] = {
#define EXCEPTION(name, base, layout) [T_##name] = LAYOUT_##layout,
#include "obj/exceptions.def"
#undef EXCEPTION
};

static Type *builtin_class(Type *type) { return type->id == T_HEAP ? type->native_base : type; }
u8 exception_layout(const Exception *e) { return layouts[builtin_class(e->head.shape->type)->id]; }

bool is_exception_class(Vm *vm, Value v) {
    return is_type(v) && type_is_subtype(vm, type_get(v), vm_type(vm, T_BaseException));
}

void exception_set_field(Vm *vm, Value exception, u32 field, Value value) {
    Value *slot = &exception_get(exception)->fields[field], old = *slot;
    *slot = own(value);
    decref(vm, old);
}

void exception_set_cause(Vm *vm, Value exception, Value cause) {
    if (!is_exception(exception)) return;
    Exception *e = exception_get(exception);
    Value old[] = {e->cause, e->context};
    e->cause = own(cause);
    e->context = own(cause);
    e->suppress_context = true;
    decref(vm, old[0]);
    decref(vm, old[1]);
}

// ---- making

static Exception *exception_alloc(Vm *vm, Type *type, Tuple *args) {
    Exception *e = object_new_gc(vm, type, sizeof *e);
    if (!e) return NULL;
    INCREF(e->args = args);
    e->cause = e->context = V_NONE;
    for (u32 i = 0; i < countof(e->fields); i++) e->fields[i] = V_NONE;
    return e;
}

// errno -> the class that OSError(errno, text) gives
static u16 os_class(i64 number) {
    switch (number) {
    case 1: case 13: return T_PermissionError;
    case 2: return T_FileNotFoundError;
    case 3: return T_ProcessLookupError;
    case 4: return T_InterruptedError;
    case 10: return T_ChildProcessError;
    case 11: case 114: case 115: return T_BlockingIOError;
    case 17: return T_FileExistsError;
    case 20: return T_NotADirectoryError;
    case 21: return T_IsADirectoryError;
    case 32: case 108: return T_BrokenPipeError;
    case 103: return T_ConnectionAbortedError;
    case 104: return T_ConnectionResetError;
    case 110: return T_TimeoutError;
    case 111: return T_ConnectionRefusedError;
    default: return T_OSError;
    }
}

// Sets the fields from args, as the class's __init__ does. false: exception.
static bool fields_from_args(Vm *vm, Exception *e) {
    Tuple *args = e->args;
    Value self = value_object(e);
    switch (exception_layout(e)) {
    case LAYOUT_STOP:
        exception_set_field(vm, self, STOP_VALUE, args->len ? args->items[0] : V_NONE);
        break;
    case LAYOUT_EXIT:
        exception_set_field(vm, self, EXIT_CODE, args->len == 0 ? V_NONE : args->len == 1 ? args->items[0] : value_object(args));
        break;
    case LAYOUT_OS:
        if (args->len >= 2 && args->len <= 5) {
            exception_set_field(vm, self, OS_ERRNO, args->items[0]);
            exception_set_field(vm, self, OS_STRERROR, args->items[1]);
            if (args->len > 2) {
                exception_set_field(vm, self, OS_FILENAME, args->items[2]);
                if (args->len > 4) exception_set_field(vm, self, OS_FILENAME2, args->items[4]);
                Tuple *two = tuple_from(vm, args->items, 2);
                if (!two) return false;
                e->args = two;
                DECREF(vm, args);
            }
        }
        break;
    case LAYOUT_SYNTAX:
        if (args->len) exception_set_field(vm, self, SYNTAX_MSG, args->items[0]);
        if (args->len == 2) {
            Value info = tuple_of(vm, args->items[1]);
            if (info == V_ERROR) return false;
            if (info == V_PYTHON) return raise_type(vm, "SyntaxError details must be a tuple"), false;
            Tuple *t = tuple_get(info);
            bool ok = t->len == 4 || t->len == 6 || t->len == 7;
            if (ok)
                for (u32 i = 0; i < t->len && i < 6; i++) exception_set_field(vm, self, SYNTAX_FILENAME + i, t->items[i]);
            else if (t->len < 4) raise_type(vm, "function missing required argument 'lineno' (pos 2)");
            else raise_type(vm, "end_offset must be provided when end_lineno is provided");
            DECREF(vm, t);
            return ok;
        }
        break;
    case LAYOUT_UNICODE: {
        u32 need = builtin_class(e->head.shape->type)->id == T_UnicodeTranslateError ? 4 : 5;
        if (args->len != need)
            return raise_type(vm, "function takes exactly %u arguments (%u given)", need, args->len), false;
        for (u32 i = 0; i < need; i++) exception_set_field(vm, self, i + 5 - need, args->items[i]);
        break;
    }
    case LAYOUT_IMPORT:
        exception_set_field(vm, self, IMPORT_MSG, args->len == 1 ? args->items[0] : V_NONE);
        break;
    case LAYOUT_GROUP:
        if (args->len == 2) {
            exception_set_field(vm, self, GROUP_MESSAGE, args->items[0]);
            Value inner = tuple_of(vm, args->items[1]);
            if (inner == V_ERROR) return false;
            if (inner == V_PYTHON) return raise_type(vm, "second argument (exceptions) must be a sequence"), false;
            exception_set_field(vm, self, GROUP_EXCEPTIONS, inner);
            decref(vm, inner);
        }
        break;
    }
    return true;
}

Value exception_new(Vm *vm, u16 type_id, const Value *args, u32 n) {
    Tuple *t = tuple_from(vm, args, n);
    Exception *e = t ? exception_alloc(vm, vm_type(vm, type_id), t) : NULL;
    XDECREF(vm, t);
    if (!e) return V_ERROR;
    if (!fields_from_args(vm, e)) {
        DECREF(vm, e);
        return V_ERROR;
    }
    return value_object(e);
}

Value exception_new_text(Vm *vm, u16 type_id, Str *message) {
    Value text = value_object(message);
    return exception_new(vm, type_id, &text, 1);
}

// BaseException.__new__(cls, *args, **kwargs)
static Value exception_make(Vm *vm, const Value *args, u32 n) {
    Type *type = type_get(args[0]);
    Tuple *given = tuple_get(args[1]);
    if (layouts[builtin_class(type)->id] == LAYOUT_OS && type->id == T_OSError && given->len >= 2 && given->len <= 5) {
        i64 number;
        if (is_int(given->items[0]) && int_to_i64(given->items[0], &number)) type = vm_type(vm, os_class(number));
    }
    if (layouts[builtin_class(type)->id] == LAYOUT_GROUP) {
        if (given->len != 2)
            return raise_type(vm, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u given)", given->len);
        if (!value_has(given->items[0], SHAPE_STR))
            return raise_type(vm, "BaseExceptionGroup.__new__() argument 1 must be str, not %T", given->items[0]);
        if (!value_has(given->items[1], SHAPE_LIST | SHAPE_TUPLE))
            return raise_type(vm, "second argument (exceptions) must be a sequence");
        Value items = tuple_of(vm, given->items[1]);
        if (items == V_ERROR) return V_ERROR;
        Tuple *t = tuple_get(items);
        bool only_exceptions = true;
        Value bad = V_UNSET;
        for (u32 i = 0; i < t->len && bad == V_UNSET; i++) {
            if (!is_exception(t->items[i])) {
                raise_value(vm, "Item %u of second argument (exceptions) is not an exception", i);
                bad = V_ERROR;
            } else if (!type_is_subtype(vm, type_of(vm, t->items[i]), vm_type(vm, T_Exception))) only_exceptions = false;
        }
        if (bad == V_UNSET && !t->len) {
            raise_value(vm, "second argument (exceptions) must be a non-empty sequence");
            bad = V_ERROR;
        }
        DECREF(vm, t);
        if (bad == V_ERROR) return V_ERROR;
        if (only_exceptions) {
            if (type->id == T_BaseExceptionGroup) type = vm_type(vm, T_ExceptionGroup);
        } else if (type_is_subtype(vm, type, vm_type(vm, T_Exception))) {
            if (type->id == T_ExceptionGroup) return raise_type(vm, "Cannot nest BaseExceptions in an ExceptionGroup");
            return raise_type(vm, "Cannot nest BaseExceptions in '%N'", type);
        }
    }
    Exception *e = exception_alloc(vm, type, given);
    if (!e) return V_ERROR;
    u8 layout = exception_layout(e); // subclasses may override __init__ without calling ours: fields are right at once
    if ((layout == LAYOUT_STOP || layout == LAYOUT_OS || layout == LAYOUT_GROUP || layout == LAYOUT_EXIT) && !fields_from_args(vm, e)) {
        DECREF(vm, e);
        return V_ERROR;
    }
    return value_object(e);
}

static int field_named(const Exception *e, Str *name) {
    switch (exception_layout(e)) {
    case LAYOUT_NAME: return str_is(name, "name") ? NAME_NAME : -1;
    case LAYOUT_ATTRIBUTE: return str_is(name, "name") ? ATTRIBUTE_NAME : str_is(name, "obj") ? ATTRIBUTE_OBJ : -1;
    case LAYOUT_IMPORT: return str_is(name, "name") ? IMPORT_NAME : str_is(name, "path") ? IMPORT_PATH : str_is(name, "name_from") ? IMPORT_NAME_FROM : -1;
    default: return -1;
    }
}

// BaseException.__init__(self, *args, **kwargs)
static Value exception_init(Vm *vm, const Value *args, u32 n) {
    Exception *e = exception_get(args[0]);
    Tuple *old = e->args;
    Tuple *given = tuple_get(args[1]);
    Dict *kwargs = args[2] == V_UNSET ? NULL : dict_get(args[2]);
    u32 place = 0;
    Value key, value;
    while (kwargs && dict_each(kwargs, &place, &key, &value)) {
        int field = field_named(e, str_get(key));
        if (field < 0) {
            u8 layout = exception_layout(e);
            if (layout == LAYOUT_NAME || layout == LAYOUT_ATTRIBUTE || layout == LAYOUT_IMPORT)
                return raise_type(vm, "%N() got an unexpected keyword argument '%U'", builtin_class(e->head.shape->type), key);
            return raise_type(vm, "%T() takes no keyword arguments", args[0]);
        }
        exception_set_field(vm, args[0], (u32)field, value);
    }
    INCREF(e->args = given);
    DECREF(vm, old);
    u8 layout = exception_layout(e);
    if (layout == LAYOUT_GROUP) return V_NONE;
    return fields_from_args(vm, e) ? V_NONE : V_ERROR;
}

// ---- life

static void exception_dealloc(Vm *vm, Object *o) {
    Exception *e = (Exception *)o;
    XDECREF(vm, e->args);
    decref(vm, e->cause);
    decref(vm, e->context);
    XDECREF(vm, e->traceback);
    for (u32 i = 0; i < countof(e->fields); i++) decref(vm, e->fields[i]);
    object_dispose(vm, o, sizeof *e);
}

static void exception_traverse(Object *o, Visit *visit) {
    Exception *e = (Exception *)o;
    visit_object(visit, e->args);
    visit_value(visit, e->cause);
    visit_value(visit, e->context);
    visit_object(visit, e->traceback);
    for (u32 i = 0; i < countof(e->fields); i++) visit_value(visit, e->fields[i]);
}

static void exception_clear(Vm *vm, Object *o) {
    Exception *e = (Exception *)o;
    Value values[] = {e->cause, e->context};
    Traceback *tb = e->traceback;
    e->cause = e->context = V_NONE;
    e->traceback = NULL;
    for (u32 i = 0; i < countof(values); i++) decref(vm, values[i]);
    XDECREF(vm, tb);
    for (u32 i = 0; i < countof(e->fields); i++) {
        Value v = e->fields[i];
        e->fields[i] = V_NONE;
        decref(vm, v);
    }
}

// ---- text

static Value text_value(Str *s) { return s ? value_object(s) : V_ERROR; }

static Value os_str(Vm *vm, Exception *e) {
    Value number = e->fields[OS_ERRNO], text = e->fields[OS_STRERROR], file = e->fields[OS_FILENAME];
    if (e->args->len < 2) return V_UNSET;
    if (file != V_NONE) {
        if (e->fields[OS_FILENAME2] != V_NONE)
            return text_value(str_format(vm, "[Errno %R] %s%U: %R -> %R", number, "", text, file, e->fields[OS_FILENAME2]));
        Value s = value_str(vm, text);
        if (s == V_ERROR || s == V_PYTHON) return s;
        Value r = text_value(str_format(vm, "[Errno %R] %U: %R", number, s, file));
        decref(vm, s);
        return r;
    }
    Value s = value_str(vm, text);
    if (s == V_ERROR || s == V_PYTHON) return s;
    Value r = text_value(str_format(vm, "[Errno %R] %U", number, s));
    decref(vm, s);
    return r;
}

static Value syntax_str(Vm *vm, Exception *e) {
    Value msg = value_str(vm, e->fields[SYNTAX_MSG]);
    if (msg == V_ERROR || msg == V_PYTHON) return msg;
    Value file = e->fields[SYNTAX_FILENAME], line = e->fields[SYNTAX_LINENO];
    Str *base = NULL;
    if (value_has(file, SHAPE_STR)) {
        Str *f = str_get(file);
        u32 at = f->len;
        while (at && str_at(f, at - 1) != '/') at--;
        if (!(base = str_slice(vm, f, at, f->len))) return decref(vm, msg), V_ERROR;
    }
    Value r = base && is_small(line) ? text_value(str_format(vm, "%U (%S, line %lld)", msg, base, (long long)small_get(line)))
              : base ? text_value(str_format(vm, "%U (%S)", msg, base))
              : is_small(line) ? text_value(str_format(vm, "%U (line %lld)", msg, (long long)small_get(line))) : own(msg);
    XDECREF(vm, base);
    decref(vm, msg);
    return r;
}

// One character as 'x41', 'u20ac' or 'U0001f600', as the messages of codec errors show it
static Value unicode_str(Vm *vm, Exception *e) {
    Value object = e->fields[UNICODE_OBJECT], start = e->fields[UNICODE_START], end = e->fields[UNICODE_END];
    u16 id = builtin_class(e->head.shape->type)->id;
    if (!is_small(start) || !is_small(end)) return text_value(str_from_text(vm, ""));
    i64 s = small_get(start), t = small_get(end);
    Str *result;
    if (id == T_UnicodeDecodeError) {
        Value byte = s + 1 == t ? value_getitem(vm, object, start) : V_NONE;
        if (byte == V_ERROR) exc_clear(vm);
        if (is_small(byte))
            result = str_format(vm, "'%U' codec can't decode byte 0x%02x in position %lld: %U", e->fields[UNICODE_ENCODING],
                                (unsigned)small_get(byte), (long long)s, e->fields[UNICODE_REASON]);
        else
            result = str_format(vm, "'%U' codec can't decode bytes in position %lld-%lld: %U", e->fields[UNICODE_ENCODING],
                                (long long)s, (long long)t - 1, e->fields[UNICODE_REASON]);
        return text_value(result);
    }
    const char *verb = id == T_UnicodeEncodeError ? "encode" : "translate";
    Buf lead;
    buf_open(&lead, &vm->mem);
    if (id == T_UnicodeEncodeError) {
        buf_put(&lead, '\'');
        if (value_has(e->fields[UNICODE_ENCODING], SHAPE_STR)) str_utf8(str_get(e->fields[UNICODE_ENCODING]), &lead);
        buf_text(&lead, "' codec ");
    }
    if (s + 1 == t && value_has(object, SHAPE_STR) && s >= 0 && s < str_get(object)->len) {
        u32 c = str_at(str_get(object), (u32)s);
        const char *form = c <= 0xff ? "can't %s character '\\x%02x'" : c <= 0xffff ? "can't %s character '\\u%04x'" : "can't %s character '\\U%08x'";
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        buf_format(&lead, form, verb, c);
#pragma GCC diagnostic pop
        result = str_format(vm, "%.*s in position %lld: %U", (int)lead.len, lead.data, (long long)s, e->fields[UNICODE_REASON]);
    } else
        result = str_format(vm, "%.*scan't %s characters in position %lld-%lld: %U", (int)lead.len, lead.data, verb, (long long)s,
                            (long long)t - 1, e->fields[UNICODE_REASON]);
    buf_close(&lead);
    return text_value(result);
}

Value exception_str(Vm *vm, Value self) {
    Exception *e = exception_get(self);
    switch (exception_layout(e)) {
    case LAYOUT_OS: {
        Value v = os_str(vm, e);
        if (v != V_UNSET) return v;
        break;
    }
    case LAYOUT_SYNTAX: return syntax_str(vm, e);
    case LAYOUT_UNICODE: return unicode_str(vm, e);
    case LAYOUT_IMPORT:
        if (value_has(e->fields[IMPORT_MSG], SHAPE_STR)) return own(e->fields[IMPORT_MSG]);
        break;
    case LAYOUT_GROUP: {
        Value inner = e->fields[GROUP_EXCEPTIONS];
        u32 n = value_is(inner, T_TUPLE) ? tuple_get(inner)->len : 0;
        return text_value(str_format(vm, "%U (%u sub-exception%s)", e->fields[GROUP_MESSAGE], n, n == 1 ? "" : "s"));
    }
    case LAYOUT_KEY:
        if (e->args->len == 1) return value_repr(vm, e->args->items[0]);
        break;
    }
    if (!e->args->len) return text_value(str_from_text(vm, ""));
    if (e->args->len == 1) return value_str(vm, e->args->items[0]);
    return value_repr(vm, value_object(e->args));
}

static Value exception_repr(Vm *vm, Value self) {
    Exception *e = exception_get(self);
    if (e->args->len == 1 || exception_layout(e) == LAYOUT_GROUP) {
        if (exception_layout(e) == LAYOUT_GROUP) {
            Value a = value_repr(vm, e->fields[GROUP_MESSAGE]), b = is_object(a) && e->args->len > 1 ? value_repr(vm, e->args->items[1]) : V_PYTHON;
            if (is_object(a) && is_object(b)) {
                Str *r = str_format(vm, "%T(%U, %U)", self, a, b);
                decref(vm, a);
                decref(vm, b);
                return text_value(r);
            }
            if (is_object(a)) decref(vm, a);
            return b == V_ERROR || a == V_ERROR ? V_ERROR : V_PYTHON;
        }
        Value inner = value_repr(vm, e->args->items[0]);
        if (!is_object(inner)) return inner;
        Str *r = str_format(vm, "%T(%U)", self, inner);
        decref(vm, inner);
        return text_value(r);
    }
    Value inner = value_repr(vm, value_object(e->args));
    if (!is_object(inner)) return inner;
    Str *r = str_format(vm, "%T%U", self, inner);
    decref(vm, inner);
    return text_value(r);
}

// ---- attributes

static Value get_args(Vm *vm, Value self) { return own(value_object(exception_get(self)->args)); }
static int set_args(Vm *vm, Value self, Value value) {
    if (value == V_UNSET) return raise_type(vm, "args may not be deleted"), IS_ERROR;
    Value t = tuple_of(vm, value);
    if (t == V_PYTHON) raise_type(vm, "args must be a tuple or list here");
    if (!is_object(t)) return IS_ERROR;
    Tuple *old = exception_get(self)->args;
    exception_get(self)->args = tuple_get(t);
    DECREF(vm, old);
    return 0;
}

static Value get_cause(Vm *vm, Value self) { return own(exception_get(self)->cause); }
static Value get_context(Vm *vm, Value self) { return own(exception_get(self)->context); }
static int set_linked(Vm *vm, Value self, Value value, Value *slot, const char *name) {
    if (value == V_UNSET) return raise_type(vm, "__%s__ may not be deleted", name), IS_ERROR;
    if (value != V_NONE && !is_exception(value))
        return raise_type(vm, "exception %s must be None or derive from BaseException", name), IS_ERROR;
    Value old = *slot;
    *slot = own(value);
    decref(vm, old);
    return 0;
}
static int set_cause(Vm *vm, Value self, Value value) {
    int r = set_linked(vm, self, value, &exception_get(self)->cause, "cause");
    if (!r) exception_get(self)->suppress_context = true;
    return r;
}
static int set_context(Vm *vm, Value self, Value value) {
    return set_linked(vm, self, value, &exception_get(self)->context, "context");
}
static Value get_suppress(Vm *vm, Value self) { return value_bool(exception_get(self)->suppress_context); }
static int set_suppress(Vm *vm, Value self, Value value) {
    if (!is_bool(value)) return raise_type(vm, "attribute value type must be bool"), IS_ERROR;
    exception_get(self)->suppress_context = value == V_TRUE;
    return 0;
}
static Value get_traceback(Vm *vm, Value self) {
    Traceback *tb = exception_get(self)->traceback;
    return tb ? own(value_object(tb)) : V_NONE;
}
static int set_traceback(Vm *vm, Value self, Value value) {
    if (value == V_UNSET) return raise_type(vm, "__traceback__ may not be deleted"), IS_ERROR;
    if (value != V_NONE && !value_is(value, T_TRACEBACK))
        return raise_type(vm, "__traceback__ must be a traceback or None"), IS_ERROR;
    Traceback *old = exception_get(self)->traceback;
    exception_get(self)->traceback = value == V_NONE ? NULL : (Traceback *)object_get(own(value));
    XDECREF(vm, old);
    return 0;
}

static const GetSetDef base_getset[] = {
    {"args", get_args, set_args},
    {"__cause__", get_cause, set_cause},
    {"__context__", get_context, set_context},
    {"__suppress_context__", get_suppress, set_suppress},
    {"__traceback__", get_traceback, set_traceback},
    {0},
};

static Value with_traceback(Vm *vm, const Value *args, u32 n) {
    return set_traceback(vm, args[0], args[1]) < 0 ? V_ERROR : own(args[0]);
}

static Value add_note(Vm *vm, const Value *args, u32 n) {
    if (!value_has(args[1], SHAPE_STR)) return raise_type(vm, "add_note() argument must be str, not %T", args[1]);
    return V_PYTHON; // __notes__ is an ordinary attribute: the prelude reads and sets it
}

static const NativeDef base_methods[] = {
    {"with_traceback", "($self, object, /)", with_traceback, NULL, 0},
    {"add_note", "($self, object, /)", add_note, "_exception.add_note", 0},
    {0},
};
static const SlotPython exception_python[] = {
    {SLOT_REPR, 0, "_exception.exception_repr"}, {SLOT_STR, 0, "_exception.exception_str"}, {0}};

#define FIELD(layout, name, index)                                                                                     \
    static Value get_##layout##_##name(Vm *vm, Value self) { return own(exception_get(self)->fields[index]); }         \
    static int set_##layout##_##name(Vm *vm, Value self, Value value) {                                                \
        exception_set_field(vm, self, index, value == V_UNSET ? V_NONE : value);                                       \
        return 0;                                                                                                      \
    }
#define ROW(layout, name) {#name, get_##layout##_##name, set_##layout##_##name}
FIELD(stop, value, STOP_VALUE)
FIELD(exit, code, EXIT_CODE)
FIELD(os, errno, OS_ERRNO)
FIELD(os, strerror, OS_STRERROR)
FIELD(os, filename, OS_FILENAME)
FIELD(os, filename2, OS_FILENAME2)
FIELD(syntax, msg, SYNTAX_MSG)
FIELD(syntax, filename, SYNTAX_FILENAME)
FIELD(syntax, lineno, SYNTAX_LINENO)
FIELD(syntax, offset, SYNTAX_OFFSET)
FIELD(syntax, text, SYNTAX_TEXT)
FIELD(syntax, end_lineno, SYNTAX_END_LINENO)
FIELD(syntax, end_offset, SYNTAX_END_OFFSET)
FIELD(syntax, print_file_and_line, SYNTAX_PRINT)
FIELD(unicode, encoding, UNICODE_ENCODING)
FIELD(unicode, object, UNICODE_OBJECT)
FIELD(unicode, start, UNICODE_START)
FIELD(unicode, end, UNICODE_END)
FIELD(unicode, reason, UNICODE_REASON)
FIELD(name, name, NAME_NAME)
FIELD(attribute, name, ATTRIBUTE_NAME)
FIELD(attribute, obj, ATTRIBUTE_OBJ)
FIELD(import, msg, IMPORT_MSG)
FIELD(import, name, IMPORT_NAME)
FIELD(import, path, IMPORT_PATH)
FIELD(import, name_from, IMPORT_NAME_FROM)
FIELD(group, message, GROUP_MESSAGE)
FIELD(group, exceptions, GROUP_EXCEPTIONS)
#undef errno
static const GetSetDef PLAIN_getset[] = {{0}}, KEY_getset[] = {{0}};
static const GetSetDef STOP_getset[] = {ROW(stop, value), {0}};
static const GetSetDef EXIT_getset[] = {ROW(exit, code), {0}};
static const GetSetDef OS_getset[] = {ROW(os, errno), ROW(os, strerror), ROW(os, filename), ROW(os, filename2), {0}};
static const GetSetDef SYNTAX_getset[] = {ROW(syntax, msg), ROW(syntax, filename), ROW(syntax, lineno), ROW(syntax, offset),
                                          ROW(syntax, text), ROW(syntax, end_lineno), ROW(syntax, end_offset), ROW(syntax, print_file_and_line), {0}};
static const GetSetDef UNICODE_getset[] = {ROW(unicode, encoding), ROW(unicode, object), ROW(unicode, start), ROW(unicode, end), ROW(unicode, reason), {0}};
static const GetSetDef NAME_getset[] = {ROW(name, name), {0}};
static const GetSetDef ATTRIBUTE_getset[] = {ROW(attribute, name), ROW(attribute, obj), {0}};
static const GetSetDef IMPORT_getset[] = {ROW(import, msg), ROW(import, name), ROW(import, path), ROW(import, name_from), {0}};
static const GetSetDef GROUP_getset[] = {ROW(group, message), ROW(group, exceptions), {0}};

static Value group_derive(Vm *vm, const Value *args, u32 n) {
    Value made[2] = {exception_get(args[0])->fields[GROUP_MESSAGE], args[1]};
    Value t = value_object(tuple_from(vm, made, 2));
    if (!object_get(t)) return V_ERROR;
    Value make[3] = {value_object(vm_type(vm, T_BaseExceptionGroup)), t, V_UNSET};
    Value r = exception_make(vm, make, 3);
    decref(vm, t);
    return r;
}
static Value group_python(Vm *vm, const Value *args, u32 n) { return V_PYTHON; }
static const NativeDef PLAIN_methods[] = {{0}};
static Value class_getitem(Vm *vm, const Value *args, u32 n) { return V_PYTHON; } // list[int]: a generic alias
static const NativeDef GROUP_methods[] = {
    {"__class_getitem__", "($type, object, /)", class_getitem, "_generic.alias", NATIVE_CLASS},
    {"derive", "($self, excs, /)", group_derive, NULL, 0},
    {"split", "($self, matcher_value, /)", group_python, "_exception.group_split", 0},
    {"subgroup", "($self, matcher_value, /)", group_python, "_exception.group_subgroup", 0},
    {0},
};
#define METHODS_PLAIN PLAIN_methods
#define METHODS_KEY PLAIN_methods
#define METHODS_STOP PLAIN_methods
#define METHODS_EXIT PLAIN_methods
#define METHODS_OS PLAIN_methods
#define METHODS_SYNTAX PLAIN_methods
#define METHODS_UNICODE PLAIN_methods
#define METHODS_NAME PLAIN_methods
#define METHODS_ATTRIBUTE PLAIN_methods
#define METHODS_IMPORT PLAIN_methods
#define METHODS_GROUP GROUP_methods

static const NativeDef no_methods[] = {{0}};

// The root has everything; the others inherit and add fields. (BaseExceptionGroup alone adds methods.)
#define EXCEPTION(class, base_class, layout)                                                                           \
    const TypeSpec class##_spec = {                                                                                    \
        .name = #class,                                                                                                \
        .module = T_##class == T_CancelledError || T_##class == T_InvalidStateError ? "asyncio.exceptions" : NULL,       \
        .base = T_##base_class,                                                                                        \
        .flags = TYPE_GC,                                                                                              \
        .size = sizeof(Exception),                                                                                     \
        .attrs = offsetof(Exception, attrs),                                                                           \
        .slots = {.dealloc = T_##class == T_BaseException ? exception_dealloc : NULL,                                  \
                  .traverse = T_##class == T_BaseException ? exception_traverse : NULL,                                \
                  .clear = T_##class == T_BaseException ? exception_clear : NULL,                                      \
                  .repr = T_##class == T_BaseException ? exception_repr : NULL,                                        \
                  .str = T_##class == T_BaseException ? exception_str : NULL},                                         \
        .make = {"__new__", "($type, /, *args, **kwargs)",                                                             \
                 T_##class == T_BaseException || LAYOUT_##layout == LAYOUT_GROUP || LAYOUT_##layout == LAYOUT_OS ? exception_make : NULL, NULL, 0}, \
        .init = {"__init__", "($self, /, *args, **kwargs)",                                                            \
                 T_##class == T_BaseException || LAYOUT_##layout != LAYOUT_PLAIN ? exception_init : NULL, NULL, 0},     \
        .methods = T_##class == T_BaseException ? base_methods : METHODS_##layout,                                     \
        .getset = T_##class == T_BaseException ? base_getset : layout##_getset,                                        \
        .python = T_##class == T_BaseException ? exception_python : NULL,                                              \
    };
#include "obj/exceptions.def"
#undef EXCEPTION

// ---- traceback entries

Traceback *traceback_new(Vm *vm, Traceback *next, Frame *frame, u32 place, i32 lineno) {
    Traceback *tb = object_new_gc(vm, vm_type(vm, T_TRACEBACK), sizeof *tb);
    if (!tb) return NULL;
    if (next) INCREF(tb->next = next);
    INCREF(tb->frame = frame);
    tb->place = place;
    tb->lineno = lineno;
    return tb;
}

static void traceback_dealloc(Vm *vm, Object *o) {
    Traceback *tb = (Traceback *)o;
    Frame *frame = tb->frame;
    Traceback *next = tb->next;
    object_dispose(vm, o, sizeof *tb);
    XDECREF(vm, frame);
    XDECREF(vm, next);
}
static void traceback_traverse(Object *o, Visit *visit) {
    Traceback *tb = (Traceback *)o;
    visit_object(visit, tb->next);
    visit_object(visit, tb->frame);
}
static void traceback_clear(Vm *vm, Object *o) {
    Traceback *tb = (Traceback *)o, *next = tb->next;
    Frame *frame = tb->frame;
    tb->next = NULL;
    tb->frame = NULL;
    XDECREF(vm, next);
    XDECREF(vm, frame);
}
static Value tb_get_next(Vm *vm, Value self) {
    Traceback *next = ((Traceback *)object_get(self))->next;
    return next ? own(value_object(next)) : V_NONE;
}
static int tb_set_next(Vm *vm, Value self, Value value) {
    if (value != V_NONE && !value_is(value, T_TRACEBACK)) return raise_type(vm, "expected traceback object or None, got '%T'", value), IS_ERROR;
    Traceback *tb = (Traceback *)object_get(self), *old = tb->next;
    tb->next = value == V_NONE ? NULL : (Traceback *)object_get(own(value));
    XDECREF(vm, old);
    return 0;
}
static Value tb_get_frame(Vm *vm, Value self) { return own(value_object(((Traceback *)object_get(self))->frame)); }
static Value tb_get_lineno(Vm *vm, Value self) { return value_small(((Traceback *)object_get(self))->lineno); }
static Value tb_get_lasti(Vm *vm, Value self) { return value_small((i64)((Traceback *)object_get(self))->place * 2); }
static const GetSetDef traceback_getset[] = {
    {"tb_next", tb_get_next, tb_set_next},
    {"tb_frame", tb_get_frame, NULL},
    {"tb_lineno", tb_get_lineno, NULL},
    {"tb_lasti", tb_get_lasti, NULL},
    {0},
};
const TypeSpec traceback_spec = {
    .name = "traceback",
    .base = T_OBJECT,
    .flags = TYPE_GC | TYPE_FINAL | TYPE_NO_MAKE | TYPE_NO_DICT,
    .size = sizeof(Traceback),
    .slots = {.dealloc = traceback_dealloc, .traverse = traceback_traverse, .clear = traceback_clear},
    .methods = no_methods,
    .getset = traceback_getset,
};
