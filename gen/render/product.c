#include "render/product.h"

#include <assert.h>

void products_init(Products *ps)
{
	*ps = (Products){.arena = ARENA_INIT};
}

void products_release(Products *ps)
{
	vec_release(&ps->list);
	arena_release(&ps->arena);
}

void products_add(Products *ps, Slice path, ProductMake *make, const void *arg)
{
	vec_push(&ps->list, (Product){arena_dup(&ps->arena, path), make, arg});
}

static int by_path(const void *x, const void *y)
{
	return slice_cmp(((const Product *)x)->path, ((const Product *)y)->path);
}

void products_sort(Products *ps)
{
	if (ps->list.n < 2) {
		return;
	}
	qsort(ps->list.items, ps->list.n, sizeof *ps->list.items, by_path);
	for (size_t i = 1; i < ps->list.n; i++) {
		assert(!slice_eq(ps->list.items[i - 1].path, ps->list.items[i].path));
	}
}
