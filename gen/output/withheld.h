/*
 * withheld.h - what publication.md withholds at D, worked out a second time: private, for the audit alone.
 *
 * The audit would prove nothing if it asked the projection. These are the same
 * rules, read from the same page and written by themselves; nothing of redact/
 * may be included here (make lint). Where the two differ, one of them errs.
 */
#ifndef OUTPUT_WITHHELD_H
#define OUTPUT_WITHHELD_H

#include "record/corpus.h"

typedef struct Withheld {
	const Corpus *corpus;
	Date today;
	unsigned *somewhere, *everywhere; /* by person: the categories agreed to on some page, on every page */
	bool *shown;                      /* by medium */
} Withheld;

void withheld_init(Withheld *w, const Corpus *c, Date today);
void withheld_release(Withheld *w);

/* Rules 1 and 4. */
bool withheld_agrees(const Withheld *w, const Record *person, EnumRow category, Slice page);
bool withheld_agrees_somewhere(const Withheld *w, const Record *person, EnumRow category);

/* Rule 2: how much of a name may stand. */
typedef enum Naming { NAMED_NOT, NAMED_BRIEFLY, NAMED_FULLY } Naming;
Naming withheld_naming(const Withheld *w, const Record *person, Slice page);
Naming withheld_naming_somewhere(const Withheld *w, const Record *person);
Naming withheld_naming_everywhere(const Withheld *w, const Record *person);

/* Rules 3, 4, 9, 11: does the site know nothing of the record? Of a medium's
 * sidecar: is the medium nowhere shown (rule 6)? A person is never withheld
 * whole, for a person is no page. */
bool withheld_record(const Withheld *w, const Record *r);
/* The values of a record, those inside its maps and lists one by one. `path`
 * names the field: "results.summary". */
typedef struct WithheldValue {
	const Record *record;
	const Val *val;
	Slice path; /* until the visit is over */
	bool withheld;
} WithheldValue;
typedef void WithheldVisit(void *ctx, const WithheldValue *v);
void withheld_visit(const Withheld *w, const Record *r, WithheldVisit *visit, void *ctx);

#endif
