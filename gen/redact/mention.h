/*
 * mention.h - who and what each record refers to, and in which of its fields. Private to redact/.
 *
 * The index holds for every day: whether a mention may be seen is decided by
 * the record that has it, the class of the field, and the consents (judge.h).
 */
#ifndef REDACT_MENTION_H
#define REDACT_MENTION_H

#include "base/vec.h"
#include "record/corpus.h"

enum { FIELD_DEPTH = 4 }; /* roadmap.stages.responsible.person is the deepest there is */

/* A field of a record: the one at the top first. */
typedef struct FieldPath {
	FieldId id[FIELD_DEPTH];
	size_t n;
} FieldPath;

typedef struct Mention {
	const Record *from; /* the record that refers */
	FieldPath field;    /* where: a reference, a medium, or a text */
	Loc loc;
	const Record *who; /* a person, or a mentor or mentee; NULL: a medium is meant */
	const MediaFile *medium;
} Mention;

typedef struct Mentions {
	VEC(Mention) list; /* in the order of kinds, ids and fields */
} Mentions;

void mentions_init(Mentions *out, const Corpus *c);
void mentions_release(Mentions *m);
/* The person that a mention speaks of: itself, or whoever has that part; NULL of a medium. */
const Record *mention_person(const Mention *m);

#endif
