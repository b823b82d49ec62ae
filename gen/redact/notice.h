/*
 * notice.h - rule 7: were the conditions of a consent published in time?
 *
 * The operator publishes the conditions and prohibitions that a person sets
 * within three working days of receiving the consent (152-FZ, art. 10.1, part
 * 10; the policy may say another number). The site is built on every commit,
 * so the first build that shows a consent's conditions is that of the first
 * commit on the line of first parents which holds the consent (by its number)
 * with conditions, on that commit's day in the site's zone. A consent that no
 * commit holds, or of which no history is known, is first shown at D.
 *
 * Only a consent whose notice the site of D shows is looked at: one that is
 * over, or of a person without a public name, has no notice to be late. A name
 * that became public only later makes no notice late that the records held in time.
 */
#ifndef REDACT_NOTICE_H
#define REDACT_NOTICE_H

#include "record/corpus.h"
#include "source/history.h"

/* Is there a notice whose term is over, so that the history must tell? Most days there is none. */
bool notice_any_due(const Corpus *c, Date today);
/* Warns of each that was published late (notice-late) or is not published yet
 * (notice-overdue), at the consent's line. `h` may be NULL. The corpus is without errors. */
void notice_check(const Corpus *c, History *h, Date today, Slice zone, Diags *diags);

#endif
