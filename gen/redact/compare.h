/*
 * compare.h - two public sites: what appears, changes and vanishes.
 *
 * Records are the same when their page is; rows of kinds without pages when
 * all they show is. Both sites are of the same day, and neither has dates of
 * change. What is public on one side only is named by its page and field, never
 * by its value: it may be withheld on the other.
 */
#ifndef REDACT_COMPARE_H
#define REDACT_COMPARE_H

#include "base/vec.h"
#include "redact/public.h"

typedef enum ChangeType { CHANGE_APPEARS, CHANGE_CHANGES, CHANGE_VANISHES } ChangeType;

/* What a change is of: the kinds of records first, as PubKind numbers them. */
typedef enum ChangeArea {
	AREA_SITE = PUB_KINDS,
	AREA_POLICY,
	AREA_ROADMAP,
	AREA_SECTIONS,
	AREA_TOTALS,
	AREA_BREAKDOWNS,
	AREA_NOTICES,
	AREA_FILES,
	AREA_PICTURES,
	AREA_PAGES,
	CHANGE_AREAS
} ChangeArea;

typedef struct Difference {
	ChangeArea area;
	ChangeType type;
	Slice item;   /* the page, section, breakdown or file; empty: what has no public name of its own */
	Slice field;  /* "results.summary"; empty: the whole. Of a breakdown a cell; empty: that of the others */
	size_t count; /* of things without a name that are alike: rows, pictures, notices */
	bool valued;  /* public on both sides, and short enough to be shown: */
	Slice before, after;
} Difference;

typedef struct Differences {
	Arena arena;
	VEC(Difference) list; /* by area, then item, then in the order of the fields */
} Differences;

void differences_init(Differences *c);
void differences_release(Differences *c);
/* All that differs but the pages that are no record's. */
void compare_sites(Differences *out, const PubSite *before, const PubSite *after);
/* Those, after that: two lists of paths. */
void compare_pages(Differences *out, const Slice *before, size_t before_count, const Slice *after, size_t after_count);

#endif
