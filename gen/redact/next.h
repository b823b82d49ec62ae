/*
 * next.h - the next day on which the public site changes by itself, and why.
 */
#ifndef REDACT_NEXT_H
#define REDACT_NEXT_H

#include "base/vec.h"
#include "redact/project.h"
#include "redact/reason.h"

typedef struct Next {
	Date day;            /* DATE_NONE: never again */
	VEC(Reason) reasons; /* by place; names are the paths of the records */
	Diags faults; /* why the site cannot be built on that day: texts that link to or name what is then withheld */
} Next;

/*
 * Tries the days after `today` on which a rule may turn (turns.h), in order,
 * and stops at the first whose whole site (canon.h) is another than today's.
 * Dates of change count when `history` is given. The corpus is without errors.
 */
void next_find(Next *out, const Corpus *c, History *history, Date today, unsigned threads);
void next_release(Next *n);

#endif
