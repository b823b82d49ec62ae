/*
 * output.h - a whole site in memory: every file that a build would write, but the compressed twins.
 */
#ifndef TESTS_OUTPUT_H
#define TESTS_OUTPUT_H

#include "base/hash.h"
#include "cmd/session.h"
#include "render/image.h"

typedef struct Made {
	Slice path, bytes;
} Made;

typedef struct Output {
	Arena arena;
	VEC(Made) files; /* by path */
	bool sound;
	Buf complaints;
} Output;

/* Pictures are slow to encode and depend on their bytes alone: each is made once. */
typedef struct Picture1 {
	struct PubPicture made;
	Made files[8];
	size_t n;
} Picture1;

static struct {
	Arena arena;
	Map made; /* digest and type → Picture1 * */
	Picture1 *now;
} pictures;

static inline void keep_variant(void *ctx, Slice path, Slice bytes)
{
	Picture1 *p = ctx;
	p->files[p->n++] = (Made){arena_dup(&pictures.arena, path), arena_dup(&pictures.arena, bytes)};
}

static inline Picture1 *picture_of(PubMedia *m)
{
	char hex[33];
	digest_hex(hex, digest_of(m->bytes));
	Slice key = arena_printf(&pictures.arena, "%s %d %.*s", hex, m->type,
	                         SLICE_ARG(m->type == MEDIA_FILE ? m->stem : SL("")));
	Picture1 *p = map_get(&pictures.made, key);
	if (!p) {
		p = ARENA_NEW(&pictures.arena, Picture1);
		if (!image_make(m, &pictures.arena, keep_variant, p)) {
			return NULL;
		}
		p->made = *m->out;
		map_put(&pictures.made, key, p);
	}
	return p;
}

static inline void output_put(Output *out, Slice path, Slice bytes)
{
	vec_push(&out->files, (Made){arena_dup(&out->arena, path), arena_dup(&out->arena, bytes)});
}

static inline void make_products(Output *out, Session *s)
{
	Products ps;
	const Render *r = &s->render;
	products_init(&ps);
	pages_add_products(s->pages, &ps, r, true);
	feed_products(&ps, r);
	calendar_products(&ps, r);
	export_products(&ps, r);
	table_products(&ps, r);
	search_products(&ps, r);
	asset_products(&ps, r);
	products_sort(&ps);
	for (size_t i = 0; i < ps.list.n; i++) {
		Buf bytes = BUF_INIT;
		ps.list.items[i].make(r, &ps.list.items[i], &bytes);
		output_put(out, ps.list.items[i].path, buf_slice(&bytes));
		buf_release(&bytes);
	}
	products_release(&ps);
}

static inline bool make_pictures(Output *out, Session *s)
{
	for (size_t i = 0; i < s->site->media_count; i++) {
		PubMedia *m = s->site->media[i];
		Picture1 *p = m->used ? picture_of(m) : NULL;
		if (m->used && !p) {
			return false;
		}
		if (p) {
			m->out = ARENA_NEW(&out->arena, struct PubPicture);
			*m->out = p->made;
			m->out->shown = false;
		}
	}
	return true;
}

static inline void put_pictures(Output *out, Session *s)
{
	for (size_t i = 0; i < s->site->media_count; i++) {
		PubMedia *m = s->site->media[i];
		Picture1 *p = m->out && m->out->shown ? picture_of(m) : NULL;
		for (size_t k = 0; p && k < p->n; k++) {
			output_put(out, p->files[k].path, p->files[k].bytes);
		}
	}
}

static inline int by_path(const void *x, const void *y)
{
	const Made *a = x;
	const Made *b = y;
	int c = slice_cmp(a->path, b->path);
	return c ? c : slice_cmp(a->bytes, b->bytes);
}

/* A picture that lies in the content twice is written once. */
static inline void drop_repeats(Output *out)
{
	size_t kept = 0;
	qsort(out->files.items, out->files.n, sizeof *out->files.items, by_path);
	for (size_t i = 0; i < out->files.n; i++) {
		if (kept == 0 || by_path(&out->files.items[i], &out->files.items[kept - 1])) {
			out->files.items[kept++] = out->files.items[i];
		}
	}
	out->files.n = kept;
}

/* Builds DIR/content as of a day. */
static inline void output_make(Output *out, const char *dir, Date today)
{
	Session s;
	const Options o = {
	        .repo = dir, .content = "content", .worktree = true, .no_history = true, .as_of = today, .jobs = 2};
	*out = (Output){.arena = ARENA_INIT, .complaints = BUF_INIT};
	if (session_open(&s, &o) && make_pictures(out, &s)) {
		make_products(out, &s);
		put_pictures(out, &s);
		drop_repeats(out);
		out->sound = true;
	}
	diags_print(&out->complaints, &s.diags, FORMAT_TEXT, LANG_EN, false);
	session_close(&s);
}

static inline void output_release(Output *out)
{
	arena_release(&out->arena);
	vec_release(&out->files);
	buf_release(&out->complaints);
}

/* The first path at which two outputs differ; empty when they are the same, byte for byte. */
static inline Slice output_differs(const Output *a, const Output *b)
{
	size_t n = a->files.n < b->files.n ? a->files.n : b->files.n;
	for (size_t i = 0; i < n; i++) {
		const Made *x = &a->files.items[i];
		const Made *y = &b->files.items[i];
		if (!slice_eq(x->path, y->path)) {
			return slice_cmp(x->path, y->path) < 0 ? x->path : y->path;
		}
		if (!slice_eq(x->bytes, y->bytes)) {
			return x->path;
		}
	}
	return a->files.n == b->files.n ? SL("") : a->files.n > n ? a->files.items[n].path : b->files.items[n].path;
}

#endif
