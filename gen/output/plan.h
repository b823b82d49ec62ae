/*
 * plan.h - the manifest: every file of an output tree with its size and digest.
 *
 * Printed it is one line a file, sorted by bytes of the path:
 *
 *	9f86d081884c7d659a2feaa0c55ad015 4711 news/index.html
 *
 * that is 32 hexadecimal digits (base/hash.h), the size in bytes, the path
 * below the site to the end of the line. It is a function of the tree alone,
 * and lies in it as PLAN_FILE, which it does not list: so the next run knows
 * what it may replace. One thread at a time.
 */
#ifndef OUTPUT_PLAN_H
#define OUTPUT_PLAN_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/map.h"

#define PLAN_FILE ".rubrika-manifest"

typedef struct PlanItem {
	Slice path; /* ends in NUL after its bytes */
	uint64_t size;
	Digest digest;
} PlanItem;

typedef struct Plan {
	Arena arena;
	PlanItem **items; /* in order of addition until plan_sort() */
	size_t n, cap;
	Map by_path;
} Plan;

#define PLAN_INIT                                \
	{                                        \
		ARENA_INIT, NULL, 0, 0, MAP_INIT \
	}

void plan_init(Plan *p);
void plan_release(Plan *p);
/* Can a file of the output be called so? Relative, no empty part, no "." nor
 * "..", no NUL and no line feed, and not PLAN_FILE. */
bool plan_path_ok(Slice path);
/* Adds a file; the path is copied. Gives the item, or NULL when that path is
 * there already with the same digest and size; with others is a bug (asserts),
 * as is a path that is not OK. */
const PlanItem *plan_add(Plan *p, Slice path, uint64_t size, Digest digest);
const PlanItem *plan_find(const Plan *p, Slice path); /* NULL when absent */
void plan_sort(Plan *p);                              /* before what follows */
/* Is there a file anywhere below the folder? */
bool plan_has_below(const Plan *p, Slice folder);
void plan_print(Buf *out, const Plan *p);
/* Reads what plan_print() wrote, sorted. False, with out empty, for anything else. */
bool plan_parse(Plan *out, Slice text);

/* What a change of trees means, in files. */
typedef struct PlanDelta {
	size_t added, changed, removed;
} PlanDelta;

PlanDelta plan_compare(const Plan *before, const Plan *after);

#endif
