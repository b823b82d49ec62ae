/*
 * story.h - a content tree with its past: the editions that were committed, oldest first.
 *
 * A record has the same place among the items of every version, so far as it
 * was there before anything was added.
 */
#ifndef TESTS_STORY_H
#define TESTS_STORY_H

#include "garden.h"

typedef struct Edition {
	Garden garden;
	int64_t time;     /* of committing */
	int64_t authored; /* likewise, what the author's clock said */
	int offset;       /* minutes east of Greenwich, both clocks' */
	Slice who, message;
	Slice beside; /* bytes of a file outside the content folder */
	bool dropped; /* by the shrinker */
} Edition;

typedef struct Story {
	Arena arena;
	VEC(Edition) editions;
	Date today;    /* D */
	bool worktree; /* built from files as they lie, which have no history */
} Story;

void story_init(Story *s, Date today);
void story_release(Story *s);
void story_copy(Story *out, const Story *from);
/* What is published: the last version. */
Garden *story_now(const Story *s);
/* Adds a version before which nothing was: empty, and of nobody. */
Edition *story_add(Story *s);
/* Adds a copy of version i right after it. */
Edition *story_repeat(Story *s, size_t i);

#endif
