/*
 * draft.h - a new record as text: every field of its kind, explained.
 *
 * Required fields hold a value of their type, so that the record passes the
 * check as it is; the others stand as comments, each to be switched on by
 * taking its '#' away. The comments are in Russian, for they are the
 * curator's. What is given in `values` stands in place of the samples, and is
 * switched on.
 */
#ifndef CMD_DRAFT_H
#define CMD_DRAFT_H

#include "record/corpus.h"
#include "record/heading.h"

/* A field's own value, as a file has it; of a list, an item a line. */
typedef struct DraftValue {
	Heading field;
	Slice text;
} DraftValue;

typedef struct Draft {
	const Corpus *corpus; /* what references may lead to; NULL when there is none */
	Kind kind;
	Slice id;       /* empty for kinds kept in a single file */
	Slice path;     /* as shown, for diagnostics */
	Slice modeline; /* a line to begin with, for editors; may be empty */
	Date today;
	Diags *diags;
	unsigned commented; /* depth of fields that are switched off; 0 to begin with */
	const DraftValue *values;
	size_t value_count;
	Heading around; /* the fields around the one at hand; none to begin with */
} Draft;

/* Adds the record's file to out. A required reference that leads nowhere yet
 * is written with the record's own id, and noted (make-first). */
void draft_write(Buf *out, Draft *d);

#endif
