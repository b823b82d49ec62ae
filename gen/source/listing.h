/*
 * listing.h - which entries of folders become files of a snapshot.
 *
 * The one judge of names, kinds, places and sizes (content.md, Files) for
 * source/tree.c and source/folder.c, so that a commit and a folder refuse the
 * same things in the same words. It reads nothing itself.
 */
#ifndef SOURCE_LISTING_H
#define SOURCE_LISTING_H

#include "base/vec.h"
#include "source/tree.h"

typedef enum EntryKind { KIND_FILE, KIND_FOLDER, KIND_LINK, KIND_MODULE, KIND_OTHER } EntryKind;

typedef enum Verdict {
	VERDICT_SKIP,  /* not ours, or diagnosed */
	VERDICT_TAKE,  /* a file */
	VERDICT_ENTER, /* a folder */
} Verdict;

/* What a listing is of: records are held to the layout and limits of
 * content.md; of any other folder, such as a theme, every file is text. */
typedef enum ListingRules { RULES_CONTENT, RULES_OTHER } ListingRules;

typedef struct Limit {
	uint64_t bytes;
	const char *words; /* the same for people: "1 MiB" */
} Limit;

typedef struct Found {
	TreeFile file;
	unsigned char id[20]; /* of its blob, when the snapshot is a commit */
} Found;

typedef struct Listing {
	ListingRules rules;
	Arena *arena; /* of the paths */
	Diags *diags;
	Slice shown;   /* goes before every path: "content/", or nothing */
	size_t seen;   /* entries judged */
	uint64_t text; /* bytes of the files that are loaded */
	bool is_full;  /* a limit of all was passed */
	VEC(Found) found;
} Listing;

void listing_init(Listing *l, ListingRules rules, Arena *a, Slice folder, Diags *diags);
void listing_release(Listing *l); /* the paths stay, in the arena */

/* Judges the entry `name` of the folder `dir` (a path of this listing, empty
 * for its root), with diagnostics; sets path and shown of `out` unless skipped. */
Verdict listing_judge(Listing *l, TreeFile *out, Slice dir, Slice name, EntryKind kind);
/* Adds a file whose size is known; diagnosed and left out when too large. id: 20 bytes, or NULL. */
void listing_add(Listing *l, TreeFile file, const unsigned char *id);
/* Orders by bytes of the path; a path that stands there twice is diagnosed. */
void listing_sort(Listing *l);

/* The files found, l->found.n of them, in an array of their own. */
TreeFile *listing_files(const Listing *l, Arena *a);

/* True when the bytes belong to the snapshot from its start. */
bool listing_loads(const Listing *l, Slice path);
/* Most bytes that a file of that name may have. */
Limit listing_limit(const Listing *l, Slice path);
/* The place of a path of this listing, for diagnostics; in its arena. */
Loc listing_loc(Listing *l, Slice path);

#endif
