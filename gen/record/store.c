#include "record/store.h"

#include "base/map.h"
#include "base/pool.h"
#include "base/vec.h"
#include "record/decode.h"

/* The memory of what was decoded at one time, one arena a worker: freed when the last of its files is. */
typedef struct Batch {
	Arena *arenas;
	unsigned threads;
	size_t refs;
} Batch;

/* A file as it was decoded. */
typedef struct Kept {
	Slice path, shown, bytes, id;
	Kind kind;
	Record *record;
	Diags diags;
	Batch *batch;
	size_t refs;
} Kept;

struct Held {
	VEC(Kept *) files;
};

struct Store {
	Map by_path; /* → Kept * */
	Held *held;  /* the same, counted */
	size_t decoded;
};

static void batch_drop(Batch *b)
{
	if (--b->refs) {
		return;
	}
	for (unsigned i = 0; i < b->threads; i++) {
		arena_release(&b->arenas[i]);
	}
	free(b->arenas);
	free(b);
}

static void kept_drop(Kept *k)
{
	if (--k->refs == 0) {
		diags_release(&k->diags);
		batch_drop(k->batch);
		free(k);
	}
}

void held_free(Held *h)
{
	if (!h) {
		return;
	}
	for (size_t i = 0; i < h->files.n; i++) {
		kept_drop(h->files.items[i]);
	}
	vec_release(&h->files);
	free(h);
}

Store *store_new(void)
{
	Store *s = mem_alloc(sizeof *s);
	map_init(&s->by_path);
	return s;
}

void store_free(Store *s)
{
	if (s) {
		map_release(&s->by_path);
		held_free(s->held);
		free(s);
	}
}

size_t store_decoded(const Store *s)
{
	return s->decoded;
}

/* --- decoding what is new --- */

/* A job and the bytes that it takes. */
typedef struct New {
	StoreJob *job;
	Slice bytes;
	Kept *kept;
} New;

typedef struct Work {
	Batch *batch;
	VEC(New) list;
} Work;

/* Nothing of the snapshot is borrowed: the record outlives it. */
static Kept *kept_new(Arena *a, const New *n)
{
	Kept *k = mem_alloc(sizeof *k);
	k->path = arena_dup(a, n->job->file->path);
	k->shown = arena_dup(a, n->job->file->shown);
	k->bytes = arena_dup(a, n->bytes);
	k->id = arena_dup(a, n->job->id);
	k->kind = n->job->kind;
	diags_init(&k->diags);
	return k;
}

static void decode(void *ctx, size_t i, unsigned worker)
{
	Work *w = ctx;
	New *n = &w->list.items[i];
	Arena *a = &w->batch->arenas[worker];
	Kept *k = n->kept = kept_new(a, n);
	Decoder d = {.arena = a, .diags = &k->diags};
	Record *r = ARENA_NEW(a, Record);
	*r = (Record){.kind = k->kind, .id = k->id, .path = k->shown};
	k->record = decode_record(&d, r, k->bytes, r->path) ? r : NULL;
}

static Batch *batch_new(unsigned threads)
{
	Batch *b = mem_alloc(sizeof *b);
	b->arenas = mem_array(threads, sizeof *b->arenas);
	b->threads = threads;
	b->refs = 1; /* whoever fills it */
	return b;
}

/* --- taking what is kept --- */

static bool is_same(const Kept *k, const StoreJob *job, Slice bytes)
{
	return k && k->kind == job->kind && slice_eq(k->shown, job->file->shown) && slice_eq(k->bytes, bytes);
}

static void hold(Held *h, Kept *k, StoreJob *job, Diags *diags)
{
	k->refs++;
	vec_push(&h->files, k);
	job->record = k->record;
	for (size_t i = 0; i < k->diags.n; i++) {
		const Diag *d = &k->diags.items[i];
		diag_add(diags, d->id, d->loc, d->argv, d->argc);
	}
}

/* Splits the jobs into those whose record is kept, which are held, and new ones. */
static void sort_out(Store *s, Tree *tree, StoreJob *jobs, size_t n, Held *h, Work *w, Diags *diags)
{
	for (size_t i = 0; i < n; i++) {
		int err = 0;
		Slice bytes = tree_bytes(tree, jobs[i].file, &err);
		Kept *k = map_get(&s->by_path, jobs[i].file->path);
		if (err) {
			DIAG(diags, D_CANNOT_READ, loc_at(jobs[i].file->shown, 1, 1), slice_of(strerror(-err)));
		} else if (is_same(k, &jobs[i], bytes)) {
			hold(h, k, &jobs[i], diags);
		} else {
			vec_push(&w->list, (New){&jobs[i], bytes, NULL});
		}
	}
}

static void remember(Store *s, const Held *h)
{
	Held *own = mem_alloc(sizeof *own);
	map_release(&s->by_path);
	for (size_t i = 0; i < h->files.n; i++) {
		Kept *k = h->files.items[i];
		k->refs++;
		vec_push(&own->files, k);
		map_put(&s->by_path, k->path, k);
	}
	held_free(s->held);
	s->held = own;
}

Held *store_decode(Store *s, Tree *tree, StoreJob *jobs, size_t n, unsigned threads, Diags *diags)
{
	Held *h = mem_alloc(sizeof *h);
	Work w = {.batch = batch_new(threads)};
	sort_out(s, tree, jobs, n, h, &w, diags);
	pool_run(threads, w.list.n, decode, &w);
	for (size_t i = 0; i < w.list.n; i++) {
		w.list.items[i].kept->batch = w.batch;
		w.batch->refs++;
		hold(h, w.list.items[i].kept, w.list.items[i].job, diags);
	}
	s->decoded = w.list.n;
	batch_drop(w.batch);
	vec_release(&w.list);
	remember(s, h);
	return h;
}
