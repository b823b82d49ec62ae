/*
 * postings.h - which entries hold which terms: the index of search, in shards.
 *
 * Terms stand sorted by their bytes and are cut into shards of about
 * POSTINGS_SHARD bytes, so that a query takes a few small files however large
 * the site is. A shard is a JSON object from terms to a text of four parts
 * with ';' between:
 *
 *   entries with the term in the title; in a field; in the running text; and,
 *   if the list was cut to POSTINGS_MOST, in how many entries it is
 *
 * Entries are numbers in base 36 with a blank between, each less the one
 * before. A word that is in the text often counts as if it were in a field.
 *
 * After all terms come those of letters alone once more, from the last letter
 * to the first and with '~' before ("~кинватсан": 0): whoever errs in a word's
 * beginning finds it by its end.
 */
#ifndef RENDER_POSTINGS_H
#define RENDER_POSTINGS_H

#include "base/arena.h"

enum { POSTINGS_SHARD = 6000, POSTINGS_MOST = 1000 };

typedef enum PostingRank { IN_TITLE, IN_FIELD, IN_TEXT, POSTING_RANKS } PostingRank;

typedef struct PostingShard {
	Slice from; /* terms of this shard are not below it, those of the one before are */
	Slice json;
} PostingShard;

typedef struct Postings Postings;

Postings *postings_new(void);
void postings_free(Postings *p);
/* Adds the words of a text to an entry; entries come in rising order. */
void postings_add(Postings *p, unsigned entry, PostingRank rank, Slice text);
/* Writes the shards, in arena a; the first begins with the empty text. */
PostingShard *postings_shards(Postings *p, Arena *a, size_t *n);

#endif
