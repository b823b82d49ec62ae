/*
 * clause.h - the numbers of clauses in regulations as addresses.
 *
 * Real acts number by hand: «8.3.», «12.» printed for 4.12, «4)» below
 * «разд. III, п. 12», «4.1 4.». The text stays as printed; an id is made from
 * what the number most likely means:
 *
 *   «8.3.»                          8.3
 *   «12.» below «IV. Порядок…»      IV.12
 *   «4)» below the clause III.12    III.12.4
 *   a number met again              8.3-2
 */
#ifndef REDACT_CLAUSE_H
#define REDACT_CLAUSE_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"

typedef struct Clauses {
	Arena *arena;
	Map taken;      /* every id of the text, headings' too */
	VEC(Slice) ids; /* the same in order */
	Slice section;  /* "IV", or empty */
	Slice clause;   /* id of the last clause that is no sub-item */
} Clauses;

void clauses_init(Clauses *c, Arena *a);
void clauses_release(Clauses *c);
/* An id not yet taken in this text: `wanted`, or with "-2", "-3"… */
Slice clauses_unique(Clauses *c, Slice wanted);
/* Bytes of a printed number at the start of a text («8.3.», «4.1 4.»), 0 when
 * there is none; dates and plain decimals are no numbers of clauses. `lone`
 * also takes a single number («12.»), as in a heading. */
size_t clause_length(Slice text, bool lone);
/* Bytes of a Roman section number («IV.», «Раздел III.»), 0 when there is none. */
size_t clause_section_length(Slice text);
/* The id of a number printed in running text or a heading. */
Slice clauses_number(Clauses *c, Slice printed);
/* The id of a Roman section. */
Slice clauses_section(Clauses *c, Slice printed);
/* The id of a list item by its marker («12.», «4)»); `nested`: inside another item. */
Slice clauses_item(Clauses *c, Slice marker, bool nested);

#endif
