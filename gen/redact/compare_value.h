/*
 * compare_value.h - two values of one field. Private to redact/compare*.c.
 */
#ifndef REDACT_COMPARE_VALUE_H
#define REDACT_COMPARE_VALUE_H

#include "redact/canon.h"
#include "redact/compare.h"

typedef struct Compare {
	Differences *out;
	Canon before, after;
	ChangeArea area;
	Slice item;
} Compare;

/* Notes one difference; both values, or neither. */
void compare_note(Compare *c, ChangeType type, Slice field, const Pub *before, const Pub *after);
/* Notes `count` things that have no name. */
void compare_count(Compare *c, ChangeType type, size_t count);
/* The fields of two maps, with those inside them; the shape tells people, whose values are not shown. */
void compare_fields(Compare *c, Slice prefix, const PubShape *shape, const Pub *before, const Pub *after);
/* Two values by their canonical bytes; NULL is one. */
bool compare_equal(Compare *c, const Pub *before, const Pub *after);

#endif
