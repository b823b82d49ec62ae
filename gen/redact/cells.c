#include "redact/cells.h"

/* Largest first; the order of equals is the titles'. */
static int by_count(const void *x, const void *y)
{
	const PubCell *a = x;
	const PubCell *b = y;
	return a->count != b->count ? (a->count < b->count ? 1 : -1) : slice_cmp(a->title, b->title);
}

static size_t drop_empty(PubCell *cells, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		if (cells[i].count > 0) {
			cells[kept++] = cells[i];
		}
	}
	return kept;
}

size_t cells_merge(PubCell *cells, size_t n, int64_t min_group, bool *merged)
{
	int64_t sum = 0;
	*merged = false;
	n = drop_empty(cells, n);
	if (n > 1) {
		qsort(cells, n, sizeof *cells, by_count);
	}
	size_t kept = n;
	while (kept && cells[kept - 1].count < min_group) {
		sum += cells[--kept].count;
	}
	if (kept == n) {
		return n;
	}
	/* A lone small cell takes a neighbour even if it were large enough together only with it;
	 * with one cell inside, «другие» would be that cell under another name. */
	while (kept && (sum < min_group || n - kept < 2)) {
		sum += cells[--kept].count;
	}
	if (sum < min_group || kept == 0) {
		return 0;
	}
	*merged = true;
	cells[kept] = (PubCell){{NULL, 0}, sum};
	return kept + 1;
}
