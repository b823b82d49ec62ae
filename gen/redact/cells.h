/*
 * cells.h - small numbers (publication.md, rule 12): private to redact/.
 */
#ifndef REDACT_CELLS_H
#define REDACT_CELLS_H

#include "redact/public.h"

/*
 * Makes a breakdown safe in place: cells below min_group are merged into one
 * untitled cell together with the next smallest until it reaches min_group.
 * Gives the number of cells left, largest first (ties by title), the merged
 * one last; 0 when the breakdown may not be shown: the merged cell cannot
 * reach min_group, or it would be all that is left. Cells of no count are
 * dropped first: that nobody is counted is no small group.
 */
size_t cells_merge(PubCell *cells, size_t n, int64_t min_group, bool *merged);

#endif
