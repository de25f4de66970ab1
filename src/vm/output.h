// output.h: standard output and standard error, gathered in one buffer so that many small prints cost one host call. What
// was written to one stream is handed to the host before anything goes to the other: their order stays.
#ifndef AITER_OUTPUT_H
#define AITER_OUTPUT_H

#include "vm/machine.h"

bool output_text(Vm *vm, int stream, const Buf *utf8); // false: UnicodeEncodeError for a lone surrogate, or the host's OSError
bool output_bytes(Vm *vm, int stream, const u8 *bytes, size_t n); // as they are
void output_flush(Vm *vm);
bool output_is_direct(Vm *vm); // is sys.stdout still the stream that the engine started with?

#endif
