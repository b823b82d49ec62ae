/*
 * mutate.h - ways to change what the public does not see, and one to change what it does.
 *
 * Each tries a random place and says whether it did anything there. Which
 * place it takes depends on the place, not on how many others there are, so
 * that a failure stays one while the shrinker takes the others away.
 */
#ifndef TESTS_MUTATE_H
#define TESTS_MUTATE_H

#include "oracle.h"
#include "picture.h"
#include "reach.h"

typedef struct Limited Limited;

/* One round: a story, what is withheld in it, and what was done to it. */
typedef struct Round {
	Story *story;
	Oracle oracle;
	Chance chance;
	Buf *done;              /* told here, a line each; may be NULL */
	bool renamed;           /* in the last version alone: older ones are no longer known by name */
	const Limited *limited; /* for mutate_limited() */
} Round;

typedef bool Mutation(Round *r);

/* Does any one of what is withheld, by the round's chance; tries until something is done. Gives which. */
size_t mutate_unseen(Round *r);
const char *mutation_name(size_t i); /* NULL past the last */
/* Changes something that the public sees; false when nothing was found. */
bool mutate_public(Round *r);
/* Changes something that the public sees on the pages given alone; false when nothing was found. */
bool mutate_limited(Round *r, Reach *out);

/* --- for mutate_*.c --- */

void tell(Round *r, const char *what, Slice path, Slice detail);
/* An item that is there and fits; NULL when there is none. Kind OWNER_COUNT: a record of whatever kind. */
typedef bool Fits(const Round *r, const Garden *g, const Item *item);
Item *some_item(Round *r, Garden *g, Kind kind, Fits *fits);
/* Adds a file to the last version, and keeps its place free in the older ones. */
Item *add_item(Round *r, Slice path);
/* Likewise a record, at random. */
Item *add_record_of(Round *r, Kind kind, Slice id);
/* A scalar, and the field that it is of. */
typedef struct Spot {
	Node *node;
	FieldId id;
} Spot;
typedef VEC(Spot) Spots;
/* Scalars of a record that are withheld (`hidden`), or that are not. */
void gather_spots(Round *r, const Garden *g, const Item *item, bool hidden, Spots *out);

Mutation change_values, change_body, add_closed_field, change_given_name, add_dead_consent, change_ground,
        change_namesakes, drop_closed_field;
Mutation reorder_keys, reorder_lists, reorder_files;
Mutation rename_record, rename_picture, remove_record, add_record, add_silent;
Mutation add_hidden_part, leave_lists, foretell_completion, change_reports;
Mutation add_media, change_picture, dress_picture, change_limits;
Mutation change_commit, move_time, repeat_commit, rename_lately, change_past_consents, change_past_rules, change_beside;

#endif
