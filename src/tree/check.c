#include "tree/scope_inside.h"
bool tree_check(Tree *tree) { return true; }
bool tree_check_futures(Tree *tree, u32 *a, u32 *b) { return true; }
