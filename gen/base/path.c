#include "base/path.h"

Slice path_tidy(Slice path)
{
	while (slice_starts(path, SL("./"))) {
		path = slice_sub(path, 2, path.n);
		while (slice_starts(path, SL("/"))) {
			path = slice_sub(path, 1, path.n);
		}
	}
	while (path.n > 1 && slice_ends(path, SL("/"))) {
		path.n--;
	}
	return slice_is(path, ".") ? slice_sub(path, 0, 0) : path;
}

/* The end of the folder above the first n bytes of a normal path. */
static size_t above(const char *p, size_t n)
{
	while (n && p[n - 1] != '/') {
		n--;
	}
	return n ? n - 1 : 0;
}

Slice path_normal(Arena *a, Slice path)
{
	char *out = arena_alloc(a, path.n + 2);
	size_t n = 0;
	Slice part;
	while (slice_split(&path, '/', &part)) {
		if (slice_is(part, "..")) {
			n = above(out, n);
		} else if (part.n && !slice_is(part, ".")) {
			out[n++] = '/';
			memcpy(out + n, part.p, part.n);
			n += part.n;
		}
	}
	out[n] = '\0';
	return (Slice){out, n};
}

bool path_holds(Slice folder, Slice path)
{
	return slice_starts(path, folder) && (path.n == folder.n || path.p[folder.n] == '/');
}

bool path_below(Slice *out, Arena *a, Slice top, Slice from, Slice path)
{
	bool is_absolute = slice_starts(path, SL("/"));
	Slice whole = path_normal(a, is_absolute ? path : arena_join(a, from, SL("/"), path));
	if (!path_holds(top, whole)) {
		return false;
	}
	*out = slice_sub(whole, top.n + 1, whole.n);
	return true;
}
