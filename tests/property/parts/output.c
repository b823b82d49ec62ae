#include "output.h"

#include <fcntl.h>

#include "base/file.h"
#include "base/hash.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "render/image.h"

/* --- the workshop --- */

bool workshop_open(Workshop *w, const char *dir)
{
	*w = (Workshop){.darkroom = {.arena = ARENA_INIT}};
	snprintf(w->bare, sizeof w->bare, "%s/bare", dir);
	snprintf(w->laid, sizeof w->laid, "%s/laid", dir);
	snprintf(w->public, sizeof w->public, "%s/public", dir);
	w->repo = repo_new(w->bare);
	return w->repo != NULL;
}

void workshop_close(Workshop *w)
{
	repo_free(w->repo);
	map_release(&w->darkroom.made);
	arena_release(&w->darkroom.arena);
}

/* --- pictures --- */

typedef struct Print {
	Arena *arena;
	struct PubPicture made;
	Made files[8];
	size_t n;
} Print;

static void keep_variant(void *ctx, Slice path, Slice bytes)
{
	Print *p = ctx;
	p->files[p->n++] = (Made){arena_dup(p->arena, path), arena_dup(p->arena, bytes)};
}

static Print *print_of(Darkroom *d, PubMedia *m)
{
	char hex[33];
	digest_hex(hex, digest_of(m->bytes));
	Slice key = arena_printf(&d->arena, "%s %d %.*s", hex, m->type,
	                         SLICE_ARG(m->type == MEDIA_FILE ? m->stem : SL("")));
	Print *p = map_get(&d->made, key);
	if (!p) {
		p = ARENA_NEW(&d->arena, Print);
		p->arena = &d->arena;
		if (!image_make(m, &d->arena, keep_variant, p)) {
			return NULL;
		}
		p->made = *m->out;
		map_put(&d->made, key, p);
	}
	return p;
}

static bool make_pictures(Output *out, Darkroom *d, Session *s)
{
	for (size_t i = 0; i < s->site->media_count; i++) {
		PubMedia *m = s->site->media[i];
		Print *p = m->used ? print_of(d, m) : NULL;
		if (m->used && !p) {
			return false;
		}
		if (p) {
			m->out = ARENA_NEW(&out->arena, struct PubPicture);
			*m->out = p->made;
			m->out->shown = false;
			m->out->drawn = false;
		}
	}
	return true;
}

/* --- files --- */

static void put(Output *out, Slice path, Slice bytes)
{
	vec_push(&out->files, (Made){arena_dup(&out->arena, path), arena_dup(&out->arena, bytes)});
}

static void put_pictures(Output *out, Darkroom *d, Session *s)
{
	for (size_t i = 0; i < s->site->media_count; i++) {
		PubMedia *m = s->site->media[i];
		Print *p = m->out ? print_of(d, m) : NULL;
		for (size_t k = 0; p && k < p->n; k++) {
			if (image_published(m, p->files[k].path)) {
				put(out, p->files[k].path, p->files[k].bytes);
			}
		}
	}
}

static void put_products(Output *out, Session *s)
{
	Products ps;
	const Render *r = &s->render;
	products_init(&ps);
	site_products(&ps, s->pages, r, true);
	for (size_t i = 0; i < ps.list.n; i++) {
		Buf bytes = BUF_INIT;
		ps.list.items[i].make(r, &ps.list.items[i], &bytes);
		put(out, ps.list.items[i].path, buf_slice(&bytes));
		buf_release(&bytes);
	}
	products_release(&ps);
}

static int by_path(const void *x, const void *y)
{
	const Made *a = x;
	const Made *b = y;
	int c = slice_cmp(a->path, b->path);
	return c ? c : slice_cmp(a->bytes, b->bytes);
}

/* A picture that lies in the content twice is written once. */
static void sort_files(Output *out)
{
	size_t kept = 0;
	if (out->files.n > 1) {
		qsort(out->files.items, out->files.n, sizeof *out->files.items, by_path);
	}
	for (size_t i = 0; i < out->files.n; i++) {
		if (kept == 0 || by_path(&out->files.items[i], &out->files.items[kept - 1])) {
			out->files.items[kept++] = out->files.items[i];
		}
	}
	out->files.n = kept;
}

/* --- building --- */

/* Where the story then lies, for the program's options; false with a complaint. */
static bool settle(Options *o, char rev[41], Workshop *w, const Story *s, Output *out)
{
	*o = (Options){.content = "content", .as_of = s->today, .lang = LANG_EN, .jobs = 1, .quiet = true};
	o->repo = s->worktree ? w->laid : w->bare;
	o->worktree = s->worktree;
	o->no_history = s->worktree;
	file_remove_tree(AT_FDCWD, w->laid);
	bool done = s->worktree ? repo_lay(w->laid, s) : repo_commit(rev, w->repo, s);
	o->rev = s->worktree ? NULL : rev;
	if (!done) {
		buf_str(&out->complaints, "the story could not be written\n");
	}
	return done;
}

void output_make(Output *out, Workshop *w, const Story *s)
{
	Session session;
	Options o;
	char rev[41];
	*out = (Output){.arena = ARENA_INIT, .complaints = BUF_INIT};
	if (!settle(&o, rev, w, s, out)) {
		return;
	}
	if (session_open(&session, &o) && make_pictures(out, &w->darkroom, &session)) {
		put_products(out, &session);
		put_pictures(out, &w->darkroom, &session);
		sort_files(out);
		out->sound = true;
	}
	diags_print(&out->complaints, &session.diags, FORMAT_TEXT, LANG_EN, false);
	session_close(&session);
}

/* Everything below a folder. */
static void take_folder(Output *out, const char *dir, Slice below)
{
	DirEntry *entries;
	size_t n = 0;
	char *here = arena_cstr(&out->arena, arena_join(&out->arena, slice_of(dir), SL("/"), below));
	file_list(&out->arena, &entries, &n, AT_FDCWD, here);
	for (size_t i = 0; i < n; i++) {
		Slice path = arena_join(&out->arena, below, below.n ? SL("/") : SL(""), entries[i].name);
		Slice whole = arena_join(&out->arena, slice_of(dir), SL("/"), path);
		Buf bytes = BUF_INIT;
		if (file_read(&bytes, AT_FDCWD, whole.p, SIZE_MAX / 2) == 0) {
			put(out, path, buf_slice(&bytes));
		} else {
			take_folder(out, dir, path);
		}
		buf_release(&bytes);
	}
}

void output_run(Output *out, Workshop *w, const Story *s)
{
	Options o;
	char rev[41];
	*out = (Output){.arena = ARENA_INIT, .complaints = BUF_INIT};
	if (!settle(&o, rev, w, s, out)) {
		return;
	}
	file_remove_tree(AT_FDCWD, w->public);
	o.output = w->public;
	o.fragments = true;
	out->sound = command_build(&o) == 0;
	if (out->sound) {
		take_folder(out, w->public, SL(""));
		sort_files(out);
	} else {
		buf_str(&out->complaints, "the build refused it, as said above\n");
	}
}

void output_release(Output *out)
{
	arena_release(&out->arena);
	vec_release(&out->files);
	buf_release(&out->complaints);
}

Slice output_differs(const Output *a, const Output *b, const Reach *may, const Made **x, const Made **y)
{
	size_t i = 0;
	size_t k = 0;
	while (i < a->files.n || k < b->files.n) {
		*x = i < a->files.n ? &a->files.items[i] : NULL;
		*y = k < b->files.n ? &b->files.items[k] : NULL;
		int c = !*x ? 1 : !*y ? -1 : slice_cmp((*x)->path, (*y)->path);
		*x = c <= 0 ? *x : NULL;
		*y = c >= 0 ? *y : NULL;
		Slice path = *x ? (*x)->path : (*y)->path;
		bool same = c == 0 && slice_eq((*x)->bytes, (*y)->bytes);
		if (!same && !(may->n && reach_covers(may, path))) {
			return path;
		}
		i += c <= 0;
		k += c >= 0;
	}
	return SL("");
}
