/*
 * relation.h - who is linked to whom, seen from the other end.
 *
 * Records point one way (a programme at its mentors); pages show both. Built
 * once from public values; lists keep public order.
 */
#ifndef RENDER_RELATION_H
#define RENDER_RELATION_H

#include "base/map.h"
#include "redact/public.h"

typedef enum Relation {
	REL_MENTOR_PROGRAMMES,
	REL_MENTOR_CASES,
	REL_MENTOR_AWARDS,
	REL_PARTNER_PROGRAMMES,
	REL_PARTNER_CASES, /* of programmes with the partner */
	REL_PROGRAMME_CASES,
	REL_PROGRAMME_NEWS,
	REL_DOCUMENT_SUCCESSORS,
	REL_DOCUMENT_PROGRAMMES, /* whose order the act is */
	REL_DOCUMENT_MENTORS,    /* likewise */
	RELATIONS
} Relation;

typedef struct Relations {
	Arena arena;
	Map of[RELATIONS]; /* page of the target → list */
	Map orders;        /* number and date of a published act → its record */
} Relations;

void relations_init(Relations *r, const PubSite *site);
void relations_release(Relations *r);
/* The records that point at the one whose page this is. */
PubList relations_get(const Relations *r, Relation relation, Slice page);
/* The published act that is the order of a record (the same number and date), as far as `page` shows the order; or
 * NULL. */
const PubRecord *relations_order(const Relations *r, const PubRecord *record, Slice page);

#endif
