/*
 * reach.h - the pages to which somebody agreed (rule 1), and the files of a site that may show it.
 */
#ifndef TESTS_REACH_H
#define TESTS_REACH_H

#include "oracle.h"

enum { REACH_MOST = 64 };

/* Beginnings of paths. */
typedef struct Reach {
	Slice prefixes[REACH_MOST];
	size_t n;
} Reach;

/* Adds the pages for which somebody agrees to a category; false when it is all, and there is nothing to keep to. */
bool reach_add(Reach *out, const Oracle *o, const Node *person, const char *category);
/* One that is too many is left out. */
void reach_put(Reach *out, Slice prefix);
/* May a file differ when what is shown on these pages alone is another? */
bool reach_covers(const Reach *reach, Slice file);

#endif
