#include "tree/parser.h"
void explain_error(Parser *p) {
    if (p->tree->error.kind) return;
    error_at_token(p, p->at, "invalid syntax");
}
