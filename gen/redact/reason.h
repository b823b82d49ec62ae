/*
 * reason.h - why something is public, is not, or changes: sentences from reasons.def.
 *
 * Law of silence (publication.md): what a sentence is filled with is a name of
 * the schema or the path of a record, never a value.
 */
#ifndef REDACT_REASON_H
#define REDACT_REASON_H

#include "base/buf.h"
#include "record/schema.h"

typedef enum ReasonId {
#define RULE(number, ru, en)
#define REASON(symbol, rule, clause, ru, en) REASON_##symbol,
#include "redact/reasons.def"
#undef RULE
#undef REASON
	REASON_COUNT
} ReasonId;

typedef struct Reason {
	ReasonId id;
	bool met;      /* is this condition of being public fulfilled? Of a turn: true */
	Loc loc;       /* the place that decides; an empty path: none in particular */
	FieldId field; /* that stands there; FIELD_COUNT: none */
	Slice name[2]; /* what the sentence is filled with */
} Reason;

/* The sentence, without a full stop. */
void reason_text(Buf *out, const Reason *r, Lang lang);
/* The rule of publication.md that it follows from; 0: none, see reasons.def. */
unsigned reason_rule(ReasonId id);
/* The field of policy.clauses that is its ground; FIELD_COUNT: none. */
FieldId reason_clause(ReasonId id);
/* A rule in words. */
const char *reason_rule_text(unsigned rule, Lang lang);

#endif
