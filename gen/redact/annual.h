/*
 * annual.h - the year's figures for the school itself: private.
 *
 * What the annual analytical report is made of: counts, never a name. They
 * are of all records but drafts, published or not, and small ones stand as
 * they are, for the report goes to the head and the founder and not to the
 * site. The one exception is a survey that too few have answered: there even
 * the head might tell who said what.
 *
 * A school year begins on 1 September. The figures are as of its last day, or
 * of today while it lasts. The words are Russian: it is a Russian document.
 */
#ifndef REDACT_ANNUAL_H
#define REDACT_ANNUAL_H

#include "base/vec.h"
#include "record/corpus.h"

enum { ANNUAL_NUMBERS = 3 };

typedef struct AnnualRow {
	Slice title;
	int64_t numbers[ANNUAL_NUMBERS];
} AnnualRow;

typedef struct AnnualTable {
	Slice title;                           /* empty for the first of a section */
	const char *heads[ANNUAL_NUMBERS + 1]; /* of the titles and of each number */
	size_t numbers;                        /* a row has so many; 0: a sentence in place of a table */
	VEC(AnnualRow) rows;
} AnnualTable;

typedef struct AnnualSection {
	const char *title;
	VEC(AnnualTable) tables;
} AnnualSection;

typedef struct Annual {
	int year;        /* the first of the two */
	Date begin, end; /* of the school year */
	Date day;        /* that the figures are of */
	VEC(AnnualSection) sections;
} Annual;

/* The school year must have begun by `today`. The corpus is without errors;
 * texts are its own or in the arena. */
void annual_init(Annual *out, Arena *a, const Corpus *c, int year, Date today);
void annual_release(Annual *a);

#endif
