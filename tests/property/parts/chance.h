/*
 * chance.h - random values of every type that the schema knows, from a seed.
 */
#ifndef TESTS_CHANCE_H
#define TESTS_CHANCE_H

#include "garden.h"

typedef struct Chance {
	uint64_t state;
	Arena *arena;
	size_t *grown; /* by FieldId: how often one was made; may be NULL */
} Chance;

uint64_t roll(Chance *c);
size_t below(Chance *c, size_t n); /* 0 .. n - 1 */
bool one_in(Chance *c, size_t n);
/* Words that are no surname. Of a few that come again, or of many. */
Slice nonsense(Chance *c, size_t words);
Slice echo(Chance *c);
/* An id that no file has. */
Slice fresh_id(Chance *c);
/* A day of the years around the demonstration's story. */
Slice some_day(Chance *c);
/* The id of some record of a kind; empty when there is none. */
Slice some_id(Chance *c, const Garden *g, Kind kind);
/* A small whole text in Markdown. */
Slice some_prose(Chance *c);

/* The text of a scalar of a field's type; empty where none can be made up. */
Slice random_text(Chance *c, const Garden *g, FieldId id);
/* A valid value of a field; NULL where none can be made up. */
Node *random_node(Chance *c, const Garden *g, FieldId id);
/* A map with every field that is needed and some of the others. */
Node *random_map(Chance *c, const Garden *g, Owner owner, Slice key);
/* In another order: the children of a node. */
void shuffle(Chance *c, Node *parent);

#endif
