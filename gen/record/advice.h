/*
 * advice.h - what is valid, and still probably not meant: the act's own limits, dates, orders, letters, sizes.
 *
 * Warnings of `check` alone: a site builds in spite of each, and nothing
 * public depends on one. Says where, and never what stands there.
 */
#ifndef RECORD_ADVICE_H
#define RECORD_ADVICE_H

#include "record/corpus.h"

/* The corpus is without errors; `today` is D. */
void advice_check(const Corpus *c, Date today, Diags *diags);

#endif
