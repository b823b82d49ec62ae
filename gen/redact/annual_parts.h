/*
 * annual_parts.h - what the sections of the report share: private to redact/annual*.
 */
#ifndef REDACT_ANNUAL_PARTS_H
#define REDACT_ANNUAL_PARTS_H

#include "redact/annual.h"
#include "redact/rules.h"

typedef struct Counting {
	Annual *annual;
	const Corpus *corpus;
	Arena *arena;
	Rules rules; /* on the day of the figures */
	Date begin, end, day;
	bool *mentors, *mentees; /* by index: in a programme of the year */
} Counting;

/* Opens a section; what follows goes into it. */
void annual_section(Counting *c, const char *title);
/* Opens a table; heads end with NULL. */
void annual_table(Counting *c, Slice title, const char *const *heads);
/* «Показатель | Число», without a title. */
void annual_list(Counting *c);
void annual_row(Counting *c, Slice title, int64_t x, int64_t y, int64_t z);
/* A row of a list. */
void annual_count(Counting *c, const char *title, int64_t n);

/* Within the school year, and not after the day of the figures. */
bool annual_within(const Counting *c, Date d);
bool annual_is_draft(const Record *r);
/* The last day of a programme as it stands: of its completion, else as extended, else as planned. */
Date annual_last(const Record *programme);
/* Did the programme run on some day of the year? */
bool annual_ran(const Counting *c, const Record *programme);
/* Was it completed within the year? */
bool annual_completed(const Counting *c, const Record *programme);
/* Records of a kind whose date falls within the year. */
int64_t annual_dated(const Counting *c, Kind kind, FieldId date);

void annual_terms(Counting *c);    /* deadlines kept and missed */
void annual_consents(Counting *c); /* consents */
void annual_surveys(Counting *c);  /* surveys */

#endif
