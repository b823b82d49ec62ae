#include "cmd/preview.h"

#include "base/pool.h"
#include "source/shelf.h"

/* A file of the site. Two pictures of the same bytes are one file of two entries. */
typedef struct Entry {
	Slice path;
	const Product *product; /* NULL: a file of `medium` */
	const PubMedia *medium;
	struct Entry *same;
	Slice bytes; /* when made */
	Buf own;
	bool made;
} Entry;

/* One state of the content, as a site. */
typedef struct Site {
	Session session;
	Options options;
	Products products, index;
	bool indexed; /* the search index is listed */
	VEC(Entry *) entries;
	Map by_path;
	VEC(Slice) paths;
} Site;

struct Preview {
	const Options *options;
	Date chosen;
	Kept kept;
	Gallery *gallery;
	Site *site; /* NULL: none was sound yet */
	Diags faults;
	bool sound;
	unsigned number, site_number;
};

Preview *preview_new(const Options *o)
{
	Preview *p = mem_alloc(sizeof *p);
	p->options = o;
	p->chosen = o->as_of;
	p->kept = (Kept){shelf_new(), store_new()};
	p->gallery = gallery_new();
	diags_init(&p->faults);
	return p;
}

static void site_free(Site *s)
{
	if (!s) {
		return;
	}
	for (size_t i = 0; i < s->entries.n; i++) {
		buf_release(&s->entries.items[i]->own);
		free(s->entries.items[i]);
	}
	vec_release(&s->entries);
	vec_release(&s->paths);
	map_release(&s->by_path);
	products_release(&s->products);
	products_release(&s->index);
	session_close(&s->session);
	free(s);
}

void preview_free(Preview *p)
{
	if (p) {
		site_free(p->site);
		gallery_free(p->gallery);
		store_free(p->kept.store);
		shelf_free(p->kept.shelf);
		diags_release(&p->faults);
		free(p);
	}
}

/* --- a site --- */

static Entry *add_entry(Site *s, Slice path)
{
	Entry *e = mem_alloc(sizeof *e);
	*e = (Entry){.path = path, .own = BUF_INIT};
	vec_push(&s->entries, e);
	e->same = map_put(&s->by_path, path, e);
	return e;
}

static void add_products(Site *s, Products *ps)
{
	for (size_t i = 0; i < ps->list.n; i++) {
		add_entry(s, ps->list.items[i].path)->product = &ps->list.items[i];
	}
}

static void add_pictures(Site *s, const Gallery *g)
{
	const PubSite *site = s->session.site;
	for (size_t i = 0; i < site->media_count; i++) {
		size_t n;
		const GalleryFile *files = gallery_files(g, site->media[i], &n);
		for (size_t k = 0; k < n; k++) {
			Entry *e = add_entry(s, files[k].path);
			e->medium = site->media[i];
			e->bytes = files[k].bytes;
		}
	}
}

/* Gives a site whose session tells whether it is one. */
static Site *site_open(Preview *p)
{
	Site *s = mem_alloc(sizeof *s);
	s->options = *p->options;
	s->options.as_of = p->chosen;
	s->options.worktree = !s->options.rev;
	products_init(&s->products);
	products_init(&s->index);
	if (session_open_kept(&s->session, &s->options, p->kept) && session_pictures(&s->session, p->gallery)) {
		site_products_but_index(&s->products, s->session.pages, &s->session.render, false);
		add_products(s, &s->products);
		add_pictures(s, p->gallery);
	}
	return s;
}

/* The index takes as long as all the rest: it waits until somebody searches. */
static void add_index(Site *s)
{
	if (!s->indexed) {
		search_products(&s->index, &s->session.render);
		products_sort(&s->index);
		add_products(s, &s->index);
		s->indexed = true;
	}
}

static void take(Preview *p, Site *s)
{
	site_free(p->site);
	p->site = s;
	p->site_number = p->number;
	gallery_forget(p->gallery);
}

bool preview_refresh(Preview *p)
{
	Site *s = site_open(p);
	const Diags *diags = &s->session.diags;
	p->number++;
	p->sound = diags->errors == 0 && !(p->options->strict && diags->warnings);
	diags_release(&p->faults);
	p->faults = s->session.diags;
	diags_init(&s->session.diags);
	diags_sort(&p->faults);
	if (p->sound) {
		take(p, s);
	} else {
		site_free(s);
	}
	return p->sound;
}

void preview_choose(Preview *p, Date day)
{
	p->chosen = day;
}

/* --- what it is --- */

const Session *preview_session(const Preview *p)
{
	return p->site ? &p->site->session : NULL;
}

bool preview_is_sound(const Preview *p)
{
	return p->sound;
}

const Diags *preview_faults(const Preview *p)
{
	return &p->faults;
}

Date preview_chosen(const Preview *p)
{
	return p->chosen;
}

Date preview_day(const Preview *p)
{
	return p->site ? p->site->session.site->today : DATE_NONE;
}

bool preview_is_stale(const Preview *p)
{
	return p->site && session_day(&p->site->options, p->site->session.corpus) != preview_day(p);
}

unsigned preview_number(const Preview *p)
{
	return p->number;
}

unsigned preview_site_number(const Preview *p)
{
	return p->site_number;
}

size_t preview_decoded(const Preview *p)
{
	return store_decoded(p->kept.store);
}

/* --- its files --- */

static void make(Site *s, Entry *e)
{
	if (e->product && !e->made) {
		e->product->make(&s->session.render, e->product, &e->own);
		e->bytes = buf_slice(&e->own);
		e->made = true;
	}
}

static void make_one(void *ctx, size_t i, unsigned worker)
{
	Site *s = ctx;
	(void)worker;
	make(s, s->entries.items[i]);
}

static void make_all(Site *s)
{
	pool_run(s->options.jobs, s->entries.n, make_one, s);
}

/* Rule 6: a picture is there once a page or file shows it. */
static bool is_shown(const Entry *e)
{
	bool shown = e->product != NULL;
	for (; e && !shown; e = e->same) {
		shown = image_published(e->medium, e->path);
	}
	return shown;
}

/* Asked for before any page that shows it is made, a picture is sought on all. */
static bool is_there(Site *s, const Entry *e)
{
	if (!is_shown(e)) {
		make_all(s);
	}
	return is_shown(e);
}

bool preview_file(Preview *p, Slice path, Slice *bytes)
{
	Entry *e = p->site ? map_get(&p->site->by_path, path) : NULL;
	if (!e && p->site && slice_starts(path, SL("search/"))) {
		add_index(p->site);
		e = map_get(&p->site->by_path, path);
	}
	if (!e || !is_there(p->site, e)) {
		return false;
	}
	make(p->site, e);
	*bytes = e->bytes;
	return true;
}

static int by_bytes(const void *x, const void *y)
{
	return slice_cmp(*(const Slice *)x, *(const Slice *)y);
}

size_t preview_files(Preview *p, const Slice **paths)
{
	Site *s = p->site;
	*paths = NULL;
	if (!s) {
		return 0;
	}
	add_index(s);
	make_all(s);
	s->paths.n = 0;
	for (size_t i = 0; i < s->entries.n; i++) {
		Entry *e = s->entries.items[i];
		if (map_get(&s->by_path, e->path) == e && is_shown(e)) {
			vec_push(&s->paths, e->path);
		}
	}
	if (s->paths.n > 1) {
		qsort(s->paths.items, s->paths.n, sizeof *s->paths.items, by_bytes);
	}
	*paths = s->paths.items;
	return s->paths.n;
}
