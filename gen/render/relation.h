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
	REL_PROGRAMME_CASES,
	REL_PROGRAMME_NEWS,
	REL_DOCUMENT_SUCCESSORS,
	RELATIONS
} Relation;

typedef struct Relations {
	Arena arena;
	Map of[RELATIONS]; /* page of the target → list */
} Relations;

void relations_init(Relations *r, const PubSite *site);
void relations_release(Relations *r);
/* The records that point at the one whose page this is. */
PubList relations_get(const Relations *r, Relation relation, Slice page);

#endif
