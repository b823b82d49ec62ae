/*
 * shelf.h - bytes of files kept from one snapshot of a folder to the next.
 *
 * A file whose stamp (base/file.h) is as it was has the bytes that it had: no
 * write leaves the time of change as it is. Only where the two could fall into
 * one tick of the file system's clock, soon after a change, are they read again.
 * A snapshot keeps what it was given; the shelf may be asked by one at a time.
 */
#ifndef SOURCE_SHELF_H
#define SOURCE_SHELF_H

#include "source/tree.h"

typedef struct Shelf Shelf;

/* The bytes that a snapshot was given: they live until it returns them. */
typedef struct Loans {
	struct Volume **items;
	size_t n, cap;
} Loans;

Shelf *shelf_new(void);
void shelf_free(Shelf *s); /* what snapshots hold stays; NULL is fine */
/* Keeps these files and no others: what a snapshot has listed, once it has read what it reads at first. */
void shelf_keep(Shelf *s, const TreeFile *files, size_t n);
/* The bytes of a listed file below the folder fd, kept or read, at most `limit`; gives 0 or a negative errno value. */
int shelf_lend(Shelf *s, Loans *loans, Slice *out, int fd, const TreeFile *f, uint64_t limit);
void loans_return(Loans *loans);

#endif
