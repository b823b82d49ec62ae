#include "cmd/gallery.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/vec.h"

/* What came out of one file. */
typedef struct Frame {
	Slice key;
	Arena arena;
	PubMedia *medium;        /* of whoever asked first, while it is made */
	struct PubPicture *made; /* NULL: it cannot be decoded */
	VEC(GalleryFile) files;
	size_t round;
} Frame;

typedef VEC(Frame *) Frames;

struct Gallery {
	Frames frames;
	Map by_key;
	size_t round;
	Frame **of; /* by medium of the last site; NULL: not used there */
	size_t count;
};

Gallery *gallery_new(void)
{
	Gallery *g = mem_alloc(sizeof *g);
	map_init(&g->by_key);
	return g;
}

static void frame_free(Frame *f)
{
	vec_release(&f->files);
	arena_release(&f->arena);
	free(f);
}

void gallery_free(Gallery *g)
{
	if (!g) {
		return;
	}
	for (size_t i = 0; i < g->frames.n; i++) {
		frame_free(g->frames.items[i]);
	}
	vec_release(&g->frames);
	map_release(&g->by_key);
	free(g->of);
	free(g);
}

/* A file that is no picture has its own name in its address. */
static Slice key_of(Arena *a, const PubMedia *m)
{
	char hex[33];
	bool named = m->type == MEDIA_FILE;
	digest_hex(hex, digest_of(m->bytes));
	return arena_printf(a, "%s %d %.*s.%.*s", hex, (int)m->type, SLICE_ARG(named ? m->stem : SL("")),
	                    SLICE_ARG(named ? m->ext : SL("")));
}

static Frame *frame_of(Gallery *g, PubMedia *m, Frames *fresh)
{
	Arena scratch = ARENA_INIT;
	Slice key = key_of(&scratch, m);
	Frame *f = map_get(&g->by_key, key);
	if (!f) {
		f = mem_alloc(sizeof *f);
		f->key = arena_dup(&f->arena, key);
		f->medium = m;
		vec_push(&g->frames, f);
		vec_push(fresh, f);
		map_put(&g->by_key, f->key, f);
	}
	f->round = g->round;
	arena_release(&scratch);
	return f;
}

static void keep_file(void *ctx, Slice path, Slice bytes)
{
	Frame *f = ctx;
	vec_push(&f->files, (GalleryFile){arena_dup(&f->arena, path), arena_dup(&f->arena, bytes)});
}

static void make(void *ctx, size_t i, unsigned worker)
{
	Frame *f = ((Frames *)ctx)->items[i];
	(void)worker;
	if (image_make(f->medium, &f->arena, keep_file, f)) {
		f->made = f->medium->out;
	}
	f->medium = NULL;
}

/* Each site marks for itself what it shows. */
static void hang(PubSite *site, PubMedia *m, const Frame *f)
{
	m->out = NULL;
	if (f->made) {
		m->out = ARENA_NEW(&site->arena, struct PubPicture);
		*m->out = *f->made;
		m->out->shown = m->out->drawn = false;
	}
}

void gallery_make(Gallery *g, PubSite *site, unsigned threads)
{
	Frames fresh = {NULL, 0, 0};
	g->round++;
	g->count = site->media_count;
	free(g->of);
	g->of = mem_array(g->count, sizeof *g->of);
	for (size_t i = 0; i < g->count; i++) {
		g->of[i] = site->media[i]->used ? frame_of(g, site->media[i], &fresh) : NULL;
	}
	pool_run(threads, fresh.n, make, &fresh);
	for (size_t i = 0; i < g->count; i++) {
		if (g->of[i]) {
			hang(site, site->media[i], g->of[i]);
		}
	}
	vec_release(&fresh);
}

const GalleryFile *gallery_files(const Gallery *g, const PubMedia *m, size_t *n)
{
	const Frame *f = m->index < g->count ? g->of[m->index] : NULL;
	*n = f ? f->files.n : 0;
	return f ? f->files.items : NULL;
}

void gallery_forget(Gallery *g)
{
	size_t kept = 0;
	map_release(&g->by_key);
	for (size_t i = 0; i < g->frames.n; i++) {
		Frame *f = g->frames.items[i];
		if (f->round == g->round) {
			map_put(&g->by_key, f->key, f);
			g->frames.items[kept++] = f;
		} else {
			frame_free(f);
		}
	}
	g->frames.n = kept;
}
