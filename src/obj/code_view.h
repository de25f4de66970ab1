// code_view.h: the little that function objects need of a code object, so that obj need not know src/code.
#ifndef AITER_CODE_VIEW_H
#define AITER_CODE_VIEW_H

#include "obj/state.h"

Str *code_name(const Code *code);     // borrowed
Str *code_qualname(const Code *code); // borrowed
Value code_doc(const Code *code);     // borrowed: the docstring or None

#endif
