/*
 * namebook.h - which record a name in a table means, and what file a new one gets.
 *
 * Tables name people as people do. A name means a record when exactly one
 * record of that kind has it: family name, given name and patronymic, or the
 * first two; a mentor and a mentee have the names of their person.
 */
#ifndef RECORD_NAMEBOOK_H
#define RECORD_NAMEBOOK_H

#include "record/corpus.h"

typedef struct Namebook {
	const Corpus *corpus;
	Arena *arena;
	Map names[OWNER_KINDS]; /* key of a name → Named *, of the kinds that have names */
	Map taken;              /* ids of records that are not in the corpus yet */
} Namebook;

typedef struct Named {
	Slice id;       /* the first that has the name */
	size_t records; /* how many have it */
} Named;

void namebook_init(Namebook *out, const Corpus *c, Arena *a);
void namebook_release(Namebook *b);
/* What a name means among the records of a kind; NULL when nothing. */
const Named *namebook_find(const Namebook *b, Kind kind, Slice name);
/* Adds a record that is not in the corpus. */
void namebook_add(Namebook *b, Kind kind, Slice name, Slice id);
/* Is there a record of that id, in the corpus or taken? */
bool namebook_has(const Namebook *b, Kind kind, Slice id);
/* Sets an id aside for a new record. */
void namebook_take(Namebook *b, Slice id);
/* A free id made of a text and, when it is taken, of what tells it from others:
 * "ivanova", "ivanova-mp", "ivanova-2". Empty when no letter of it can be
 * written in Latin. */
Slice namebook_id(const Namebook *b, Kind kind, Slice text, Slice more);

#endif
