/*
 * shrink.h - the smallest tree and the fewest changes that still fail.
 */
#ifndef TESTS_SHRINK_H
#define TESTS_SHRINK_H

#include "pair.h"

/* Takes changes, commits, records and fields out of a recipe as long as the pair fails in the same way. */
void shrink(Recipe *how, Workshop *w, Verdict verdict);
/* Prints a failed pair: what was changed, the tree, the first path that differs, both sides of it. */
void shrink_tell(const Recipe *how, Workshop *w);

#endif
