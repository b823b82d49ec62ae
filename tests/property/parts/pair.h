/*
 * pair.h - two trees, one changed from the other, and what their sites make of it.
 */
#ifndef TESTS_PAIR_H
#define TESTS_PAIR_H

#include "mutate.h"
#include "output.h"

enum { MOST_CHANGES = 32 };

/* A record, or a key of it, taken out of the tree by the shrinker. */
typedef struct Cut {
	size_t item;
	Slice key; /* empty: all of it */
} Cut;

/* From which a pair can be made again. */
typedef struct Recipe {
	const char *root;               /* the repository with the demonstration content; NULL: the tree is grown */
	Date today;                     /* of the demonstration content */
	uint64_t seed;                  /* of the tree */
	uint64_t changes[MOST_CHANGES]; /* seeds; 0: left out */
	size_t change_count;
	bool public;  /* the change is one that must show */
	bool limited; /* the change is one that may show on some pages */
	bool folder;  /* compared as folders: by the command, with twins and audit */
	VEC(Cut) cuts;
	uint64_t editions; /* left out: a set of numbers */
} Recipe;

typedef enum Verdict {
	PAIR_EQUAL,
	PAIR_DIFFERENT,
	PAIR_BASE_FAULTY,    /* the grown tree is not valid */
	PAIR_CHANGED_FAULTY, /* the changed one is not, though the other is */
	PAIR_UNCHANGED,      /* nothing was found to change */
	PAIR_UNGROWN,        /* the demonstration content could not be read */
} Verdict;

typedef struct Pair {
	Story base, changed;
	Output before, after;
	Buf done;       /* what was changed, a line each */
	uint64_t kinds; /* of changes that were made: a set of numbers (mutation_name()) */
	Verdict verdict;
	Reach reach; /* of a limited change: where it may show */
	Slice where; /* the first path that differs */
	const Made *x, *y;
} Pair;

/* Only the story; false when the demonstration content cannot be read. */
bool pair_plant(Story *out, const Recipe *how, size_t *grown);
/* `base` and `before` may be given, made before from the same recipe; then they are the caller's. */
void pair_make(Pair *out, Workshop *w, const Recipe *how, const Story *base, const Output *before);
void pair_release(Pair *p);
/* Is it what the law forbids, or what the program may not do? */
bool pair_fails(const Pair *p, const Recipe *how);

#endif
