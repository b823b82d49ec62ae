/*
 * period.h - when an activity of a plan takes place, from the words of its period.
 *
 * The field is free text («октябрь – ноябрь 2025 года», «ежемесячно»). It is
 * read only where it can mean one thing: months and quarters with their years,
 * days, lists and ranges of them, and phrases for the whole of the programme.
 * A month without a year is that of the range it stands in, else the only one
 * the programme has. Anything else is not read, and then nothing is drawn.
 */
#ifndef RENDER_PERIOD_H
#define RENDER_PERIOD_H

#include "base/date.h"

typedef struct Span {
	Date from, to; /* both whole */
} Span;

enum { PERIOD_SPANS = 8 };

typedef struct Period {
	Span spans[PERIOD_SPANS];
	size_t n;
	bool monthly; /* one span, in every month of which it takes place */
} Period;

/* Reads `text` of a programme that lasts over `whole`; spans end with it. False when it cannot be told for certain. */
bool period_read(Period *out, Slice text, Span whole);

#endif
