#include "redact/cells.h"

enum { LONE = 3 /* records that a breakdown of one cell has at least */ };

void cells_release(Cells *c)
{
	for (size_t i = 0; i < c->list.n; i++) {
		vec_release(&c->list.items[i].records);
	}
	vec_release(&c->list);
	map_release(&c->index);
}

void cells_add(Cells *c, Slice title, size_t record)
{
	size_t at = (size_t)(uintptr_t)map_get(&c->index, title);
	if (at == 0) {
		vec_push(&c->list, (Cell){title, {NULL, 0, 0}});
		at = c->list.n;
		map_put(&c->index, title, (void *)(uintptr_t)at);
	}
	Cell *cell = &c->list.items[at - 1];
	if (cell->records.n == 0 || cell->records.items[cell->records.n - 1] != record) {
		vec_push(&cell->records, record);
	}
	c->records = record + 1;
}

/* Largest first; the order of equals is the titles'. */
static int by_count(const void *x, const void *y)
{
	const Cell *a = x;
	const Cell *b = y;
	if (a->records.n != b->records.n) {
		return a->records.n < b->records.n ? 1 : -1;
	}
	return slice_cmp(a->title, b->title);
}

static int64_t count_of(const Cells *c, size_t i)
{
	return (int64_t)c->list.items[i].records.n;
}

/* Records of the cells from one on, each once. */
static int64_t count_records(const Cells *c, size_t from)
{
	bool *seen = mem_array(c->records, sizeof *seen);
	int64_t n = 0;
	for (size_t i = from; i < c->list.n; i++) {
		for (size_t k = 0; k < c->list.items[i].records.n; k++) {
			bool *record = &seen[c->list.items[i].records.items[k]];
			n += !*record;
			*record = true;
		}
	}
	free(seen);
	return n;
}

/* Do the cells from `kept` on mention all that small ones could, and is the
 * large one among them, if any, the only one that it can be? That is so when
 * an equal one stayed outside: between those the title decides. */
static bool is_pinned(const Cells *c, size_t kept, size_t large, int64_t min_group)
{
	int64_t mentions = 0;
	for (size_t i = kept; i < c->list.n; i++) {
		mentions += count_of(c, i);
	}
	bool loose = kept < large && count_of(c, kept) != count_of(c, kept - 1);
	return !loose && mentions >= (int64_t)(c->list.n - kept) * (min_group - 1);
}

static size_t take_equals(const Cells *c, size_t kept)
{
	int64_t count = count_of(c, kept - 1);
	while (kept > 0 && count_of(c, kept - 1) == count) {
		kept--;
	}
	return kept;
}

/* How many of the cells, sorted, are shown for themselves; 0: the breakdown may not be shown. */
static size_t count_shown(const Cells *c, int64_t min_group)
{
	size_t n = c->list.n;
	size_t large = n;
	while (large > 0 && count_of(c, large - 1) < min_group) {
		large--;
	}
	if (large == n) {
		return n == 1 && count_of(c, 0) < LONE ? 0 : n;
	}
	/* A lone small cell is never enough: «другие» would be that cell under another name. */
	bool enough = count_records(c, large) >= min_group;
	size_t kept = enough || large == 0 ? large : large - 1;
	return kept > 0 && is_pinned(c, kept, large, min_group) ? take_equals(c, kept) : kept;
}

size_t cells_merge(Cells *c, PubCell *out, int64_t min_group, bool *merged)
{
	if (c->list.n > 1) {
		qsort(c->list.items, c->list.n, sizeof *c->list.items, by_count);
	}
	size_t kept = count_shown(c, min_group);
	*merged = kept > 0 && kept < c->list.n;
	for (size_t i = 0; i < kept; i++) {
		out[i] = (PubCell){c->list.items[i].title, count_of(c, i)};
	}
	if (*merged) {
		out[kept] = (PubCell){{NULL, 0}, count_records(c, kept)};
	}
	return kept + *merged;
}
