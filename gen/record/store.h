/*
 * store.h - records decoded once and kept while their files stay as they are.
 *
 * For whoever reads one content tree again and again (`serve`). What decoding
 * says of a file depends on its path and bytes alone, so a record, and the
 * faults found in it, stand until either changes. What takes other files is
 * linked anew in every corpus (link.h): of two corpora made from one store only
 * the later may be asked where a reference leads.
 */
#ifndef RECORD_STORE_H
#define RECORD_STORE_H

#include "record/record.h"
#include "source/tree.h"

typedef struct Store Store;

/* One file of records on its way. */
typedef struct StoreJob {
	const TreeFile *file;
	Kind kind;
	Slice id;
	Record *record; /* NULL: unreadable, diagnosed */
} StoreJob;

/* The records of one corpus; they live while it is held, whatever the store keeps by then. */
typedef struct Held Held;

Store *store_new(void);
/* What is held meanwhile stays. NULL is fine. */
void store_free(Store *s);
/*
 * Fills the record of each job: the one kept when the file has the bytes that
 * it had, else decoded on `threads` threads. Adds the faults of every file to
 * diags. From then on the store keeps these files and no others. NULL is never
 * given; release with held_free().
 */
Held *store_decode(Store *s, Tree *tree, StoreJob *jobs, size_t n, unsigned threads, Diags *diags);
void held_free(Held *h); /* NULL is fine */
/* How many files the last store_decode() had to decode. */
size_t store_decoded(const Store *s);

#endif
