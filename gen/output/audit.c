#include "output/audit.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/inflate.h"
#include "base/pool.h"
#include "output/audit_parts.h"

/* A file, or a folder, of the tree. */
typedef struct File {
	Slice path;  /* below the tree; ends in NUL */
	bool read;   /* it has bytes of its own */
	bool twin;   /* read together with what it is packed of */
	bool opened; /* all of it */
	int err;
	Findings findings;
} File;

typedef struct Listing {
	Arena arena;
	VEC(File *) files; /* in order of their paths, folder by folder */
	Map by_path;
	int fd;
	int err; /* of a folder */
	Slice err_path;
} Listing;

typedef struct Work {
	const Audit *audit;
	Listing *listing;
	Scan **scans; /* one a worker, as are the arenas */
	Arena *arenas;
} Work;

/* --- what is there --- */

static File *add_entry(Listing *l, Slice folder, const DirEntry *e)
{
	File *f = ARENA_NEW(&l->arena, File);
	f->path = folder.n ? arena_join(&l->arena, folder, SL("/"), e->name) : e->name;
	f->read = e->type == ENTRY_FILE;
	f->opened = true;
	vec_push(&l->files, f);
	map_put(&l->by_path, f->path, f);
	return f;
}

static void list_folder(Listing *l, Slice folder)
{
	DirEntry *entries;
	size_t n = 0;
	int err = file_list(&l->arena, &entries, &n, l->fd, folder.n ? folder.p : ".");
	if (err && !l->err) {
		l->err = err;
		l->err_path = folder;
	}
	for (size_t i = 0; i < n; i++) {
		File *f = add_entry(l, folder, &entries[i]);
		if (entries[i].type == ENTRY_DIR) {
			list_folder(l, f->path);
		}
	}
}

static File *packed_twin(const Listing *l, Arena *a, const File *f, const char *suffix)
{
	File *twin = map_get(&l->by_path, arena_join(a, f->path, slice_of(suffix), SL("")));
	return twin && twin->read ? twin : NULL;
}

static void find_twins(Listing *l)
{
	static const char *const suffixes[] = {".gz", ".br"};
	for (size_t i = 0; i < l->files.n; i++) {
		for (int k = 0; l->files.items[i]->read && k < 2; k++) {
			File *twin = packed_twin(l, &l->arena, l->files.items[i], suffixes[k]);
			if (twin) {
				twin->twin = true;
			}
		}
	}
}

static void list(Listing *l, int fd)
{
	*l = (Listing){.fd = fd};
	list_folder(l, SL(""));
	find_twins(l);
}

static void release(Listing *l)
{
	for (size_t i = 0; i < l->files.n; i++) {
		vec_release(&l->files.items[i]->findings);
	}
	vec_release(&l->files);
	map_release(&l->by_path);
	arena_release(&l->arena);
}

/* --- what is in it --- */

static void read_file(const Work *w, File *f, unsigned worker, Slice same, Buf *bytes)
{
	if (f->read) {
		f->err = file_read(bytes, w->listing->fd, f->path.p, INFLATE_MOST);
	}
	f->opened =
	        audit_scan_file(w->scans[worker], &f->findings, &w->arenas[worker], f->path, buf_slice(bytes), same);
}

/* A file and its packed twins, whose text need not be read again when it is the same. */
static void read_with_twins(void *ctx, size_t i, unsigned worker)
{
	static const char *const suffixes[] = {".gz", ".br"};
	const Work *w = ctx;
	File *f = w->listing->files.items[i];
	Buf bytes = BUF_INIT;
	Buf packed = BUF_INIT;
	if (!f->twin) {
		read_file(w, f, worker, SL(""), &bytes);
	}
	for (int k = 0; !f->twin && f->read && k < 2; k++) {
		File *twin = packed_twin(w->listing, &w->arenas[worker], f, suffixes[k]);
		if (twin) {
			buf_clear(&packed);
			read_file(w, twin, worker, buf_slice(&bytes), &packed);
		}
	}
	buf_release(&bytes);
	buf_release(&packed);
}

static void read_all(const Audit *a, Listing *l, unsigned threads, void (*then)(void *, Listing *), void *ctx)
{
	Work w = {.audit = a, .listing = l};
	w.scans = mem_array(threads, sizeof *w.scans);
	w.arenas = mem_array(threads, sizeof *w.arenas);
	for (unsigned i = 0; i < threads; i++) {
		w.scans[i] = audit_scan_new(a);
	}
	pool_run(threads, l->files.n, read_with_twins, &w);
	then(ctx, l); /* while the arenas hold what was found */
	for (unsigned i = 0; i < threads; i++) {
		audit_scan_free(w.scans[i]);
		arena_release(&w.arenas[i]);
	}
	free(w.scans);
	free(w.arenas);
}

/* --- what is said of it --- */

typedef struct Telling {
	Slice shown;
	Diags *diags;
	Map families; /* whose ambiguous name has been told */
	bool leaked, failed;
} Telling;

/* Diagnostics live longer than the audit. */
static Slice shown_path(const Telling *t, Slice path, Slice inner)
{
	Arena *a = &t->diags->arena;
	Slice between = t->shown.n && path.n ? SL("/") : SL("");
	Slice whole = arena_join(a, t->shown, between, path);
	return inner.n ? arena_join(a, whole, SL("!"), inner) : whole;
}

/* Each name once: on a page, if there is one to look at. */
static void tell_ambiguous(Telling *t, const Listing *l, bool pages)
{
	for (size_t i = 0; i < l->files.n; i++) {
		const File *f = l->files.items[i];
		for (size_t k = 0; slice_ends(f->path, SL(".html")) == pages && k < f->findings.n; k++) {
			const Finding *found = &f->findings.items[k];
			bool told =
			        found->judgement != JUDGED_AMBIGUOUS || map_put(&t->families, found->family->name, t);
			if (!told) {
				Loc loc = loc_at(shown_path(t, f->path, found->inner), found->line, found->col);
				DIAG(t->diags, D_AMBIGUOUS_WORD, loc, found->file);
			}
		}
	}
}

static void tell_leak(Telling *t, const File *f, const Finding *found)
{
	Loc loc = loc_at(shown_path(t, f->path, found->inner), found->line, found->col);
	t->leaked = true;
	if (found->field.n) {
		DIAG(t->diags, D_LEAK, loc, found->file, found->field);
	} else {
		DIAG(t->diags, D_LEAK_FILE, loc, found->file);
	}
}

static void tell_failure(Telling *t, Slice path, int err)
{
	t->failed = true;
	DIAG(t->diags, D_CANNOT_READ, loc_at(shown_path(t, path, SL("")), 0, 0), slice_of(strerror(-err)));
}

static void tell(void *ctx, Listing *l)
{
	Telling *t = ctx;
	if (l->err) {
		tell_failure(t, l->err_path, l->err);
	}
	for (size_t i = 0; i < l->files.n; i++) {
		const File *f = l->files.items[i];
		if (f->err) {
			tell_failure(t, f->path, f->err);
		} else if (!f->opened) {
			DIAG_AT(t->diags, D_OPAQUE_FILE, loc_at(shown_path(t, f->path, SL("")), 0, 0));
		}
		for (size_t k = 0; k < f->findings.n; k++) {
			if (f->findings.items[k].judgement == JUDGED_LEAK) {
				tell_leak(t, f, &f->findings.items[k]);
			}
		}
	}
	tell_ambiguous(t, l, true);
	tell_ambiguous(t, l, false);
	map_release(&t->families);
}

bool audit_tree(const Audit *a, int fd, Slice shown, unsigned threads, Diags *diags)
{
	Listing l;
	Telling t = {.shown = shown, .diags = diags};
	list(&l, fd);
	read_all(a, &l, threads, tell, &t);
	release(&l);
	return !t.leaked && !t.failed;
}
