#include "redact/scope.h"

const PubScope scope_nowhere = {0, NULL};

bool scope_is_nowhere(const PubScope *s)
{
	return s && s->n == 0;
}

static int by_bytes(const void *x, const void *y)
{
	return slice_cmp(*(const Slice *)x, *(const Slice *)y);
}

const PubScope *scope_of(Arena *a, const Slice *prefixes, size_t n)
{
	if (n == 0) {
		return SCOPE_NOWHERE;
	}
	Slice *sorted = arena_array(a, n, sizeof *sorted);
	memcpy(sorted, prefixes, n * sizeof *sorted);
	qsort(sorted, n, sizeof *sorted, by_bytes);
	/* Sorted, a prefix stands right before what it covers. */
	size_t kept = 1;
	for (size_t i = 1; i < n; i++) {
		if (!slice_starts(sorted[i], sorted[kept - 1])) {
			sorted[kept++] = sorted[i];
		}
	}
	if (sorted[0].n == 0) {
		return NULL; /* the empty prefix begins every path */
	}
	PubScope *s = ARENA_NEW(a, PubScope);
	*s = (PubScope){kept, sorted};
	return s;
}

const PubScope *scope_or(Arena *a, const PubScope *x, const PubScope *y)
{
	if (!x || !y) {
		return NULL;
	}
	if (x->n == 0 || y->n == 0) {
		return x->n ? x : y;
	}
	Slice *all = arena_array(a, x->n + y->n, sizeof *all);
	memcpy(all, x->prefix, x->n * sizeof *all);
	memcpy(all + x->n, y->prefix, y->n * sizeof *all);
	return scope_of(a, all, x->n + y->n);
}

const PubScope *scope_and(Arena *a, const PubScope *x, const PubScope *y)
{
	if (!x || !y) {
		return x ? x : y;
	}
	/* Two prefixes meet only when one begins the other: in the longer. */
	Slice *both = arena_array(a, x->n * y->n + 1, sizeof *both);
	size_t n = 0;
	for (size_t i = 0; i < x->n; i++) {
		for (size_t k = 0; k < y->n; k++) {
			if (slice_starts(x->prefix[i], y->prefix[k])) {
				both[n++] = x->prefix[i];
			} else if (slice_starts(y->prefix[k], x->prefix[i])) {
				both[n++] = y->prefix[k];
			}
		}
	}
	return scope_of(a, both, n);
}
