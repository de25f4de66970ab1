// exception.h: exception objects and traceback entries.
#ifndef AITER_EXCEPTION_H
#define AITER_EXCEPTION_H

#include "obj/state.h"

enum ExceptionLayout {
    LAYOUT_PLAIN, LAYOUT_STOP, LAYOUT_EXIT, LAYOUT_OS, LAYOUT_SYNTAX, LAYOUT_UNICODE, LAYOUT_NAME, LAYOUT_ATTRIBUTE,
    LAYOUT_IMPORT, LAYOUT_GROUP, LAYOUT_KEY
};
// Places in Exception.fields, by layout.
enum { STOP_VALUE = 0, EXIT_CODE = 0, OS_ERRNO = 0, OS_STRERROR, OS_FILENAME, OS_FILENAME2,
       SYNTAX_MSG = 0, SYNTAX_FILENAME, SYNTAX_LINENO, SYNTAX_OFFSET, SYNTAX_TEXT, SYNTAX_END_LINENO, SYNTAX_END_OFFSET, SYNTAX_PRINT,
       UNICODE_ENCODING = 0, UNICODE_OBJECT, UNICODE_START, UNICODE_END, UNICODE_REASON,
       NAME_NAME = 0, ATTRIBUTE_NAME = 0, ATTRIBUTE_OBJ,
       IMPORT_MSG = 0, IMPORT_NAME, IMPORT_PATH, IMPORT_NAME_FROM, GROUP_MESSAGE = 0, GROUP_EXCEPTIONS };

typedef struct Traceback Traceback;

typedef struct Exception {
    Object head;
    Tuple *args;
    Value cause, context;  // V_NONE when there is none
    Traceback *traceback;  // or NULL
    bool suppress_context;
    bool traced_here;      // machine: the frame on top has its entry already (RERAISE)
    Attrs attrs;           // __notes__ among them
    Value fields[8];       // V_UNSET or V_NONE when not given
} Exception;
#define exception_get(value) ((Exception *)object_get(value))

struct Traceback { // newest call last: the entry nearest to the handler comes first
    Object head;
    Traceback *next;
    Frame *frame;
    u32 place;   // word in the frame's code
    i32 lineno;
};

INLINE bool is_exception(Value v) { return value_has(v, SHAPE_EXCEPTION); }
bool is_exception_class(Vm *vm, Value v);
// An instance of a built-in class with those args (borrowed): fields set as its __init__ would. V_ERROR: MemoryError.
Value exception_new(Vm *vm, u16 type_id, const Value *args, u32 n);
Value exception_new_text(Vm *vm, u16 type_id, Str *message);
void exception_set_field(Vm *vm, Value exception, u32 field, Value value);
void exception_set_cause(Vm *vm, Value exception, Value cause); // as `raise exception from cause`; the context is the cause too
u8 exception_layout(const Exception *e);
// str(e) as far as it needs no Python
Value exception_str(Vm *vm, Value e);
Traceback *traceback_new(Vm *vm, Traceback *next, Frame *frame, u32 place, i32 lineno);

#endif
