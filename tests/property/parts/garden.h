/*
 * garden.h - a content tree that can be changed: records as nodes of YAML, and written out again.
 *
 * Every record keeps its place in the schema, so that a mutation can walk it
 * field by field. Whatever is written out anew is written in another form
 * (one line a key, everything quoted): the form of a file is no content.
 */
#ifndef TESTS_GARDEN_H
#define TESTS_GARDEN_H

#include "base/vec.h"
#include "nodes.h"

typedef struct Item {
	Slice path;  /* "people/ivanova.yaml" */
	Kind kind;   /* OWNER_KINDS: a medium */
	Slice id;    /* of a sidecar: "media/x.jpg" */
	Node *map;   /* NULL for a medium */
	Slice body;  /* of a record in a .md file */
	Slice bytes; /* of a medium */
	bool gone;
} Item;

typedef struct Garden {
	Arena *arena;
	VEC(Item) items;
} Garden;

bool is_markdown(const Item *item);
bool is_picture(const Item *item);
/* Reads the content folder of a repository; false when it has faults of form. */
bool garden_open(Garden *g, Arena *a, const char *repo);
void garden_release(Garden *g);
/* The same, apart from the bytes of media and the texts, which nobody changes in place. */
void garden_copy(Garden *out, Arena *a, const Garden *from);
/* Adds a file; its record or bytes are the caller's to fill in. */
Item *garden_add(Garden *g, Slice path);
Item *garden_find(const Garden *g, Kind kind, Slice id);
/* The file at a path below media/. */
Item *garden_medium(const Garden *g, Slice path);
/* Has a medium words of its own, or of the person whose portrait it is? */
bool is_described(const Garden *g, const Item *medium);
void garden_write(Buf *out, const Item *item);

/* What is referred to in `from` is then in `to`: in fields, and in links of
 * texts; of media with the kind OWNER_KINDS. `to` empty: nothing is changed.
 * Gives the number of references; the records themselves are as they were. */
size_t garden_refer(Garden *g, Kind kind, Slice from, Slice to);
/* Renames a record or a medium with its sidecar, wherever it is referred to. */
void garden_rename(Garden *g, Kind kind, Slice from, Slice to);
/* "media/" of "media/x.jpg". */
Slice garden_folder(Slice path);

#endif
