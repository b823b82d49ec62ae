/*
 * grow_parts.h - what growing a tree is done in. For grow*.c alone.
 */
#ifndef TESTS_GROW_PARTS_H
#define TESTS_GROW_PARTS_H

#include "chance.h"
#include "oracle.h"
#include "picture.h"

typedef struct Grower {
	Chance chance;
	Story *story;
	Garden *garden; /* the story's last */
	size_t dates;   /* seen */
} Grower;

/* Consents of a person in every state that rule 1 knows. */
void grow_consents(Grower *g, Item *person);
/* A mentor who is named in full on the pages of mentors alone, or on one of them. */
void grow_own_page(Grower *g, Item *person, Slice mentor);
/* Somebody whose awards are shown. */
void grow_awarded(Grower *g, Item *person);
/* Sections in some order, and thresholds that small trees can reach. */
void grow_policy(Grower *g, Item *policy);
/* Bodies, and links in texts: to what may be linked to on the story's day. */
void grow_texts(Grower *g);

#endif
