/*
 * turns.h - the days on which something public may change by itself. Private to redact/.
 *
 * A turn is a date of a record that a rule compares with D, as the first day
 * of what follows it: the day of signing, the day after the last. Between two
 * turns that follow each other every build is the same (law of stillness).
 * Whatever in redact/ asks for D must have its turn here.
 */
#ifndef REDACT_TURNS_H
#define REDACT_TURNS_H

#include "base/vec.h"
#include "record/corpus.h"
#include "redact/reason.h"
#include "source/history.h"

typedef struct Turn {
	Date day;
	ReasonId reason;      /* REASON_TURN_… */
	const Record *record; /* NULL: of an older version, which has a part in dates of change alone */
	FieldId field;
	Loc loc; /* of the date; of an older version none */
} Turn;

typedef struct Turns {
	VEC(Turn) list; /* by day, then by place */
} Turns;

/* Turns of every record, and of the older versions in `history` when it is not NULL. */
void turns_init(Turns *out, const Corpus *c, History *history);
void turns_release(Turns *t);
/* Index of the first turn after a day; list.n: there is none. */
size_t turns_after(const Turns *t, Date day);

#endif
