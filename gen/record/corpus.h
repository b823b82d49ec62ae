/*
 * corpus.h - all records of a snapshot, decoded, checked and linked: private.
 *
 * One pass: every file is decoded by itself on the pool, then references,
 * media and addresses are resolved between them. Every fault of every file is
 * in the diagnostics; a corpus with errors may be read but not projected.
 */
#ifndef RECORD_CORPUS_H
#define RECORD_CORPUS_H

#include "base/map.h"
#include "base/picture.h"
#include "record/policy.h"
#include "record/store.h"
#include "source/tree.h"

struct MediaFile {
	Slice path; /* "media/x.jpg" */
	const TreeFile *file;
	const Record *sidecar; /* NULL: none */
	bool portrait;         /* a photo of a person: needs no sidecar */
	PictureType type;      /* by its name; PICTURE_NONE: no picture */
	bool picture;
	bool has_twin; /* a PDF whose text is a page too, or that says it is accessible */
	size_t index;
};

typedef struct Corpus {
	Tree *tree;    /* borrowed */
	Arena *arenas; /* one a worker */
	unsigned arena_count;
	Held *held;                    /* the records, when they come from a store; NULL: they are in the arenas */
	Record **records[OWNER_KINDS]; /* by id, in order of bytes */
	size_t counts[OWNER_KINDS];
	Map by_id[OWNER_KINDS]; /* id → Record * */
	Map by_number;          /* programme number → Record * */
	MediaFile *media;
	size_t media_count;
	Map media_by_path;                            /* "media/x.jpg" → MediaFile * */
	const Record *site, *policy_record, *roadmap; /* NULL when absent */
	Policy policy;                                /* zero when the record is absent */
	Slice content;                                /* the content folder as shown: "content" */
} Corpus;

/* Reads everything; never NULL. Whether it is usable is for diags to say. */
Corpus *corpus_load(Tree *tree, Slice content, unsigned threads, Diags *diags);
/* The same, decoding only what the store does not keep as it is now; NULL: everything. */
Corpus *corpus_load_kept(Tree *tree, Slice content, Store *store, unsigned threads, Diags *diags);
void corpus_free(Corpus *c);
/* What a file below the content folder is: its kind and the id in its name; false when it is no record's. */
bool corpus_classify(Slice path, Kind *kind, Slice *id);
const Record *corpus_find(const Corpus *c, Kind kind, Slice id);
const MediaFile *corpus_media(const Corpus *c, Slice path);
/* True when the file, or a folder above it, has a diagnostic of its own: that
 * it is not in the corpus, or not what it should be, is then no second fault. */
bool corpus_is_faulty(const Corpus *c, Slice path, const Diags *diags);
bool corpus_record_is_faulty(const Corpus *c, Kind kind, Slice id, const Diags *diags);
/* The bytes of a medium; empty, with a diagnostic, when they cannot be read. */
Slice corpus_media_bytes(const Corpus *c, const MediaFile *m, Diags *diags);
/* Page of a record of a kind with pages: "mentors/ivanova/", "programmes/2025-03/", "about/". In arena a. */
Slice record_page(Arena *a, const Record *r);

#endif
