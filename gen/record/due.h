/*
 * due.h - the curator's agenda: what is to be done by which day, and on which ground.
 *
 * Private: it speaks of closed fields, by their places and never by what they
 * hold. Terms are those of the policy's limits; what the policy does not limit
 * has no deadline. A term in days or months that ends on a day off ends on the
 * next working day (Civil Code, art. 193); a day that is a fact, such as the
 * end of a consent, stays.
 */
#ifndef RECORD_DUE_H
#define RECORD_DUE_H

#include "base/vec.h"
#include "record/corpus.h"

typedef enum DueId {
#define DUE(id, clause, law, ru, en) DUE_##id,
#include "record/due.def"
	DUES
} DueId;

typedef struct Due {
	DueId id;
	Date day; /* the last on which it is done in time */
	Loc loc;  /* of the field that sets the term, or of the record */
} Due;

typedef struct Agenda {
	VEC(Due) list; /* by day, then by place */
} Agenda;

typedef struct DueInfo {
	const char *name;
	FieldId clause;
	const char *law;
	const char *title[2]; /* by Lang */
} DueInfo;

/* What is not done by `today` and falls due not later than `days` days after it; what is overdue comes first. The
 * corpus is without errors. */
void agenda_init(Agenda *out, const Corpus *c, Date today, int64_t days);
void agenda_release(Agenda *a);
const DueInfo *due_info(DueId id);
/* The clause of the school's act, as the policy writes it; empty when it names none. */
Slice due_clause(const Policy *p, DueId id);

#endif
