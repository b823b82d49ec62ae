#include "output/view.h"

void view_init(View *v)
{
	*v = (View){.text = BUF_INIT};
}

void view_release(View *v)
{
	buf_release(&v->text);
	vec_release(&v->origins);
}

void view_clear(View *v, const View *source)
{
	buf_clear(&v->text);
	v->origins.n = 0;
	v->source = source;
}

/* The last origin not after `at`. */
static size_t origin_here(const View *v, size_t at)
{
	size_t low = 0;
	size_t high = v->origins.n;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (v->origins.items[middle].at <= at) {
			low = middle;
		} else {
			high = middle;
		}
	}
	const Origin *o = &v->origins.items[low];
	return v->origins.n && o->at <= at ? o->from + (at - o->at) : 0;
}

size_t view_origin(const View *v, size_t at)
{
	for (; v; v = v->source) {
		at = origin_here(v, at);
	}
	return at;
}

static void note_origin(View *v, size_t from)
{
	const Origin *last = v->origins.n ? &v->origins.items[v->origins.n - 1] : NULL;
	if (!last || last->from + (v->text.n - last->at) != from) {
		vec_push(&v->origins, (Origin){v->text.n, from});
	}
}

void view_put(View *v, Slice bytes, size_t from)
{
	if (bytes.n) {
		note_origin(v, from);
		buf_add(&v->text, bytes);
	}
}
