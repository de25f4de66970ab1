// quitter.c: exit and quit, as python3's site module adds them to the built-in names.
#include "mod/builtins.h"
#include "obj/call.h"
#include "obj/dict.h"
#include "obj/exception.h"
#include "obj/list.h"
#include "obj/str.h"
#include "obj/type.h"

typedef struct Quitter { Object head; Str *name; } Quitter;
#define quitter_get(value) ((Quitter *)object_get(value))

static void quitter_dealloc(Vm *vm, Object *o) {
    XDECREF(vm, ((Quitter *)o)->name);
    object_dispose(vm, o, sizeof(Quitter));
}
static Value quitter_repr(Vm *vm, Value self) {
    Str *s = str_format(vm, "Use %S() or Ctrl-D (i.e. EOF) to exit", quitter_get(self)->name);
    return s ? value_object(s) : V_ERROR;
}
static Value quitter_call(Vm *vm, Value self, const Value *args, u32 n, Tuple *kwnames) {
    static const char signature[] = "Quitter.__call__()";
    if (n > 1) return raise_type(vm, "%s takes from 1 to 2 positional arguments but %u were given", signature, n + 1);
    if (kwnames && kwnames->len && !str_is(str_get(kwnames->items[0]), "code"))
        return raise_type(vm, "%s got an unexpected keyword argument '%U'", signature, kwnames->items[0]);
    Value code = n ? args[0] : V_NONE;
    Value e = exception_new(vm, T_SystemExit, &code, 1);
    if (e == V_ERROR) return V_ERROR;
    raise_object(vm, e);
    decref(vm, e);
    return V_ERROR;
}
const TypeSpec quitter_spec = {
    .name = "Quitter", .module = "_sitebuiltins", .base = T_OBJECT, .flags = TYPE_NO_MAKE | TYPE_NO_DICT, .size = sizeof(Quitter),
    .slots = {.dealloc = quitter_dealloc, .repr = quitter_repr, .call = quitter_call}};

bool quitters_add(Vm *vm, Dict *dict) {
    static const char *const names[] = {"exit", "quit"};
    for (u32 i = 0; i < countof(names); i++) {
        Quitter *q = object_new(vm, vm_type(vm, T_QUITTER), sizeof *q);
        bool ok = q && (q->name = str_intern(vm, names[i], strlen(names[i]))) && dict_set_str(vm, dict, q->name, value_object(q));
        XDECREF(vm, q);
        if (!ok) return false;
    }
    return true;
}
