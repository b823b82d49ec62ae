#include "record/corpus.h"

#include "base/mem.h"
#include "base/path.h"
#include "base/pool.h"
#include "record/address.h"
#include "record/decode.h"
#include "record/link.h"
#include "record/medium.h"
#include "record/scalar.h"

typedef struct Load {
	Corpus *corpus;
	StoreJob *jobs;
	size_t n;
	Diags *diags; /* one a worker */
} Load;

/* Splits "mentors/ivanova.md" into folder, stem and extension; no folder for a file at the root. */
static void split_path(Slice path, Slice *folder, Slice *stem, Slice *ext)
{
	size_t slash = slice_find_byte(path, '/', 0);
	*folder = slash < path.n ? slice_sub(path, 0, slash) : SL("");
	Slice name = slash < path.n ? slice_sub(path, slash + 1, path.n) : path;
	size_t dot = name.n;
	while (dot > 0 && name.p[dot - 1] != '.') {
		dot--;
	}
	*stem = dot ? slice_sub(name, 0, dot - 1) : name;
	*ext = dot ? slice_sub(name, dot, name.n) : SL("");
}

static bool is_record_ext(Slice ext)
{
	return slice_is(ext, "md") || slice_is(ext, "yaml");
}

/* What kind of record a file outside media/ is; OWNER_KINDS when it has no place in the tree. */
static Kind kind_of(Slice folder, Slice stem, Slice ext)
{
	for (int k = 0; k < OWNER_KINDS; k++) {
		const KindInfo *kind = schema_kind((Kind)k);
		bool single = kind->files == FILES_SINGLE && folder.n == 0 && slice_eq(stem, kind->folder);
		bool item = kind->files == FILES_FOLDER && slice_eq(folder, kind->folder);
		if (single ? slice_is(ext, "yaml") : item && is_record_ext(ext)) {
			return (Kind)k;
		}
	}
	return OWNER_KINDS;
}

bool corpus_classify(Slice path, Kind *kind, Slice *id)
{
	Slice folder, stem, ext;
	split_path(path, &folder, &stem, &ext);
	*kind = kind_of(folder, stem, ext);
	if (*kind == OWNER_KINDS || slice_find_byte(stem, '/', 0) < stem.n) {
		return false;
	}
	*id = schema_kind(*kind)->files == FILES_FOLDER ? stem : SL("");
	return true;
}

static void add_job(Load *load, const TreeFile *file, Diags *diags)
{
	Kind kind;
	Slice id;
	if (!corpus_classify(file->path, &kind, &id)) {
		DIAG_AT(diags, D_UNKNOWN_FILE, loc_at(file->shown, 1, 1));
	} else if (id.n && !scalar_id_valid(id)) {
		DIAG_AT(diags, D_BAD_ID, loc_at(file->shown, 1, 1));
	} else {
		load->jobs[load->n++] = (StoreJob){file, kind, id, NULL};
	}
}

static void add_media(Corpus *c, const TreeFile *file)
{
	MediaFile *m = &c->media[c->media_count];
	*m = (MediaFile){.path = file->path, .file = file, .index = c->media_count};
	c->media_count++;
	m->type = medium_picture(m->path);
	m->picture = m->type != PICTURE_NONE;
	map_put(&c->media_by_path, m->path, m);
}

static bool is_sidecar(const TreeFile *file)
{
	return slice_starts(file->path, SL("media/")) && slice_ends(file->path, SL(".yaml"));
}

static void sort_files(Load *load, Diags *diags)
{
	size_t n;
	const TreeFile *files = tree_files(load->corpus->tree, &n);
	load->jobs = mem_array(n, sizeof *load->jobs);
	load->corpus->media = mem_array(n, sizeof *load->corpus->media);
	for (size_t i = 0; i < n; i++) {
		if (is_sidecar(&files[i])) {
			Slice described = slice_sub(files[i].path, 0, files[i].path.n - 5);
			load->jobs[load->n++] = (StoreJob){&files[i], O_media, described, NULL};
		} else if (slice_starts(files[i].path, SL("media/"))) {
			add_media(load->corpus, &files[i]);
		} else {
			add_job(load, &files[i], diags);
		}
	}
}

static void decode_job(void *ctx, size_t i, unsigned worker)
{
	Load *load = ctx;
	StoreJob *job = &load->jobs[i];
	Arena *arena = &load->corpus->arenas[worker];
	Decoder d = {.arena = arena, .diags = &load->diags[worker]};
	Record *r = ARENA_NEW(arena, Record);
	int err = 0;
	r->kind = job->kind;
	r->id = job->id;
	r->path = job->file->shown;
	Slice bytes = tree_bytes(load->corpus->tree, job->file, &err);
	if (err) {
		DIAG(d.diags, D_CANNOT_READ, loc_at(r->path, 1, 1), slice_of(strerror(-err)));
	} else if (decode_record(&d, r, bytes, r->path)) {
		job->record = r;
	}
}

static void decode_all(Load *load, unsigned threads, Diags *diags)
{
	load->diags = mem_array(threads, sizeof *load->diags);
	for (unsigned i = 0; i < threads; i++) {
		diags_init(&load->diags[i]);
	}
	pool_run(threads, load->n, decode_job, load);
	for (unsigned i = 0; i < threads; i++) {
		diags_merge(diags, &load->diags[i]);
	}
	free(load->diags);
}

/* Files come sorted by path, so each kind's records come sorted by id but for
 * "x.md" beside "x-y.md"; jobs of one kind are therefore sorted once more. */
static int by_kind_and_id(const void *x, const void *y)
{
	const StoreJob *a = x;
	const StoreJob *b = y;
	int c = a->kind < b->kind ? -1 : a->kind > b->kind ? 1 : slice_cmp(a->id, b->id);
	return c ? c : slice_cmp(a->file->path, b->file->path);
}

static void place(Corpus *c, StoreJob *job, Diags *diags)
{
	Kind kind = job->kind;
	size_t n = c->counts[kind];
	if (map_get(&c->by_id[kind], job->id)) {
		DIAG(diags, D_DUPLICATE_ID, loc_at(job->file->shown, 1, 1), job->id);
		return;
	}
	/* Known even when unreadable: a reference to it is then no second fault. */
	static const Record unreadable;
	map_put(&c->by_id[kind], job->id, job->record ? job->record : (Record *)&unreadable);
	if (job->record) {
		job->record->index = n;
		c->records[kind][n] = job->record;
		c->counts[kind]++;
	}
}

static void place_all(Load *load, Diags *diags)
{
	Corpus *c = load->corpus;
	size_t per_kind[OWNER_KINDS] = {0};
	if (load->n > 1) {
		qsort(load->jobs, load->n, sizeof *load->jobs, by_kind_and_id);
	}
	for (size_t i = 0; i < load->n; i++) {
		per_kind[load->jobs[i].kind]++;
	}
	for (int k = 0; k < OWNER_KINDS; k++) {
		c->records[k] = mem_array(per_kind[k], sizeof *c->records[k]);
	}
	for (size_t i = 0; i < load->n; i++) {
		place(c, &load->jobs[i], diags);
	}
}

/* A path below the content folder as the curator knows it. */
static Slice shown(const Corpus *c, Arena *a, Slice path)
{
	return arena_join(a, c->content, c->content.n ? SL("/") : SL(""), path);
}

/* The one record of a kind kept in a single file. */
static const Record *only(const Corpus *c, Kind kind, bool needed, Diags *diags)
{
	if (c->counts[kind]) {
		return c->records[kind][0];
	}
	Arena *a = &c->arenas[0];
	Slice name = arena_join(a, schema_kind(kind)->folder, SL(".yaml"), SL(""));
	if (needed && !map_get(&c->by_id[kind], SL("")) && !corpus_is_faulty(c, name, diags)) {
		DIAG(diags, D_MISSING_FILE, loc_at(shown(c, a, name), 1, 1), name);
	}
	return NULL;
}

Corpus *corpus_load_kept(Tree *tree, Slice content, Store *store, unsigned threads, Diags *diags)
{
	Corpus *c = mem_alloc(sizeof *c);
	c->tree = tree;
	c->content = path_tidy(content);
	c->arena_count = threads;
	c->arenas = mem_array(threads, sizeof *c->arenas);
	Load load = {.corpus = c};
	sort_files(&load, diags);
	if (store) {
		c->held = store_decode(store, tree, load.jobs, load.n, threads, diags);
	} else {
		decode_all(&load, threads, diags);
	}
	place_all(&load, diags);
	free(load.jobs);
	c->site = only(c, O_site, true, diags);
	c->policy_record = only(c, O_policy, true, diags);
	c->roadmap = only(c, O_roadmap, false, diags);
	if (c->policy_record) {
		policy_init(&c->policy, &c->policy_record->rec);
	}
	corpus_link(c, diags);
	corpus_check_addresses(c, diags);
	return c;
}

Corpus *corpus_load(Tree *tree, Slice content, unsigned threads, Diags *diags)
{
	return corpus_load_kept(tree, content, NULL, threads, diags);
}

void corpus_free(Corpus *c)
{
	if (!c) {
		return;
	}
	for (int k = 0; k < OWNER_KINDS; k++) {
		free(c->records[k]);
		map_release(&c->by_id[k]);
	}
	for (unsigned i = 0; i < c->arena_count; i++) {
		arena_release(&c->arenas[i]);
	}
	held_free(c->held);
	free(c->arenas);
	free(c->media);
	map_release(&c->media_by_path);
	map_release(&c->by_number);
	policy_release(&c->policy);
	free(c);
}

const Record *corpus_find(const Corpus *c, Kind kind, Slice id)
{
	return map_get(&c->by_id[kind], id);
}

const MediaFile *corpus_media(const Corpus *c, Slice path)
{
	return map_get(&c->media_by_path, path);
}

/* Is `path`, below the content folder, the place told of, or inside it? */
static bool lies_at(const Corpus *c, Slice path, Slice told)
{
	size_t start = c->content.n ? c->content.n + 1 : 0;
	Slice rest = slice_sub(told, start, told.n);
	return told.n > start && slice_starts(told, c->content) && slice_starts(path, rest) &&
	       (path.n == rest.n || path.p[rest.n] == '/');
}

bool corpus_is_faulty(const Corpus *c, Slice path, const Diags *diags)
{
	for (size_t i = 0; i < diags->n; i++) {
		if (lies_at(c, path, diags->items[i].loc.path)) {
			return true;
		}
	}
	return false;
}

bool corpus_record_is_faulty(const Corpus *c, Kind kind, Slice id, const Diags *diags)
{
	Arena scratch = ARENA_INIT;
	Slice stem = arena_join(&scratch, schema_kind(kind)->folder, SL("/"), id);
	bool faulty = corpus_is_faulty(c, arena_join(&scratch, stem, SL(".md"), SL("")), diags) ||
	              corpus_is_faulty(c, arena_join(&scratch, stem, SL(".yaml"), SL("")), diags);
	arena_release(&scratch);
	return faulty;
}

Slice corpus_media_bytes(const Corpus *c, const MediaFile *m, Diags *diags)
{
	int err = 0;
	Slice bytes = tree_bytes(c->tree, m->file, &err);
	if (err) {
		DIAG(diags, D_CANNOT_READ, loc_at(m->file->shown, 1, 1), slice_of(strerror(-err)));
	}
	return bytes;
}

Slice record_page(Arena *a, const Record *r)
{
	const KindInfo *kind = schema_kind(r->kind);
	Slice name = r->kind == O_programme ? rec_text(&r->rec, F_programme_number) : r->id;
	if (r->kind == O_page) {
		return arena_join(a, name, SL("/"), SL(""));
	}
	return arena_printf(a, "%.*s/%.*s/", SLICE_ARG(kind->folder), SLICE_ARG(name));
}
