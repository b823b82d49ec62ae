/*
 * cells.h - small numbers (publication.md, rule 12): private to redact/.
 *
 * A cell counts records that have a value. A record may have several (the
 * kinds of a programme, a mentor's subjects), and is counted once in each of
 * their cells; in the merged cell too it is counted once, for «другие» says how
 * many records have some other value, and it is records that must be
 * min_group, not mentions of them.
 *
 * What is protected: whoever knows every number and list of the site, the
 * vocabulary and this very algorithm still cannot tell the number behind a
 * value that is not shown. (That a record which the site lists by itself has
 * its form on its own page is no secret: rule 10. The cells protect the
 * records that no list shows, and read the same where one does.) So, beyond
 * the letter of the rule:
 *
 *   - Each small cell holds at most min_group - 1. Where the merged cells
 *     mention as many records as that allows (two cells of one record each
 *     under a threshold of two, three of four under five), they can hold
 *     nothing but that, unless a large cell taken with them might be another
 *     one. Then the next smallest is merged as well, with all that equal it:
 *     which of the merged cells is the large one cannot be told.
 *   - A single cell of two records is not shown under a threshold of two:
 *     else two records without a breakdown would be one and one.
 *
 * tests/property/smallcells.c proves it by trying everything that could be behind.
 */
#ifndef REDACT_CELLS_H
#define REDACT_CELLS_H

#include "base/map.h"
#include "base/vec.h"
#include "redact/public.h"

typedef struct Cell {
	Slice title; /* borrowed */
	VEC(size_t) records;
} Cell;

typedef struct Cells {
	VEC(Cell) list;
	Map index;      /* title → position in the list, from 1 */
	size_t records; /* numbers up to which records were counted */
} Cells;

#define CELLS_INIT                        \
	{                                 \
		{NULL, 0, 0}, MAP_INIT, 0 \
	}

void cells_release(Cells *c);
/* Counts a record, by its number, under a title. Numbers come in ascending
 * order; a title that comes twice in one record counts once. */
void cells_add(Cells *c, Slice title, size_t record);
/*
 * Makes a breakdown that is safe to show, in `out`, which has room for each
 * title: cells below min_group are merged into one untitled cell together with
 * the next smallest until it holds two cells and min_group records, and more
 * as said above. Gives the number of cells, largest first (ties by title), the
 * merged one last; 0 when the breakdown may not be shown: the merged cell
 * cannot reach min_group, or it would be all that is left. Reorders the list.
 */
size_t cells_merge(Cells *c, PubCell *out, int64_t min_group, bool *merged);

#endif
