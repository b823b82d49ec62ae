/*
 * tally.h - how many records there are, and how many are withheld for which reason.
 *
 * For the line that ends a check or a build: counts alone. A record is counted
 * under the first reason that holds, in the order below.
 */
#ifndef REDACT_TALLY_H
#define REDACT_TALLY_H

#include "record/corpus.h"

typedef enum TallyReason {
	TALLY_DRAFT,      /* rule 11 */
	TALLY_DAYS,       /* rule 11: before publish_from, after publish_until */
	TALLY_MINOR,      /* rule 4: a minor's part, under `hide` or `count` */
	TALLY_UNNAMED,    /* rule 3: a mentor or a mentee without consent */
	TALLY_UNRELEASED, /* rule 9: a case, news, or the results of a programme */
	TALLY_REASONS
} TallyReason;

typedef struct Tally {
	size_t records; /* in folders of their own */
	size_t withheld[TALLY_REASONS];
} Tally;

/* The corpus is without errors. */
void tally_init(Tally *out, const Corpus *c, Date today);
/* «черновики», for a list of counts. */
const char *tally_title(TallyReason reason, Lang lang);

#endif
