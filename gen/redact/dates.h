/*
 * dates.h - the law of dates: when did the public last see a record change?
 *
 * Every version of a record's file is projected as of today - today's
 * consents, today's D - and the day of the last commit that changed the
 * outcome is the record's date. A commit that touches only what is withheld
 * changes no outcome and moves nothing. Private to redact/.
 */
#ifndef REDACT_DATES_H
#define REDACT_DATES_H

#include "redact/door.h"
#include "source/history.h"

/* Sets `updated` of every public record that has a page. */
void dates_project(Pass *p, PubSite *site, History *h, unsigned threads);

#endif
