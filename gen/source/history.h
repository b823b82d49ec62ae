/*
 * history.h - what changed in the content, commit by commit.
 *
 * The line of first parents, oldest first: a branch counts from the day on
 * which it was merged, for that is when the public could see it. Commits'
 * authors, messages and ids do not leave this file (law of dates).
 */
#ifndef SOURCE_HISTORY_H
#define SOURCE_HISTORY_H

#include "source/tree.h"

/* A file as one commit left it. */
typedef struct Change {
	Slice path;           /* below the content folder */
	unsigned char id[20]; /* of the blob; equal ids, equal bytes */
	bool gone;            /* the commit removed it */
} Change;

/* One commit that touched the content. */
typedef struct Step {
	int64_t time; /* of committing, seconds since the epoch, UTC */
	const Change *changes;
	size_t n;
} Step;

typedef struct History History;

/* Reads the history up to the snapshot's commit. NULL for a folder; NULL with
 * a diagnostic for a shallow clone (shallow-clone) or a damaged one
 * (git-failed). Nobody may call tree_bytes() meanwhile. */
History *history_open(const Tree *t, Diags *diags);
void history_free(History *h);
const Step *history_steps(const History *h, size_t *n);
/* Bytes of a version; false when they cannot be read or are too many for a record (over 2 MiB). Not for threads. */
bool history_bytes(History *h, Buf *out, const Change *change);

#endif
