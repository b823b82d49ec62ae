#include "redact/dates.h"

#include "base/hash.h"
#include "base/pool.h"
#include "base/vec.h"
#include "record/decode.h"
#include "record/link.h"
#include "redact/item.h"
#include "redact/order.h"
#include "redact/rename.h"

/* A file as the commit being replayed has it. */
typedef struct Past {
	Record *record; /* NULL: gone or unreadable */
} Past;

/* A public page and what it showed last. */
typedef struct Shown {
	PubRecord *record;
	const Past *version; /* of the record's file; NULL: not there yet */
	Digest digest, now;  /* as of the commit before, and of this one */
	bool dirty;
} Shown;

typedef struct Replay {
	Pass pass;
	Door door;     /* today's, over the corpus below */
	Corpus corpus; /* today's, where records and media are also found under the names they had */
	History *history;
	Arena arena;
	Map versions;          /* path → Past * */
	Map last;              /* path → the Change that made it what it is today */
	Map pages;             /* page → Shown *: those public today */
	const Past **people;   /* by today's index: whatever their files were called; NULL: not there */
	const Record **mentor; /* by a person's index: a mentor that person is */
	const Record **other;  /* by a mentor's index: one more of the same person */
	VEC(Shown *) dirty;
	Slice zone;
	unsigned threads;
} Replay;

static const Digest absent = {0, 0};

/* --- versions --- */

static Record *present_record(const Replay *r, Kind kind, Slice id)
{
	return (Record *)corpus_find(r->pass.door->corpus, kind, id);
}

/* Most versions are today's: those are there, decoded and linked. A copy, for its references may be turned back. */
static Record *copy_present(Replay *r, const Change *change, Kind kind, Slice id)
{
	const Change *last = map_get(&r->last, change->path);
	const Record *today = present_record(r, kind, id);
	Slice content = r->pass.door->corpus->content;
	bool same = today && !last->gone && memcmp(last->id, change->id, sizeof last->id) == 0 &&
	            slice_eq(slice_sub(today->path, content.n + 1, today->path.n), change->path);
	if (!same) {
		return NULL;
	}
	Record *copy = ARENA_NEW(&r->arena, Record);
	*copy = *today;
	copy->rec.vals = arena_array(&r->arena, today->rec.n, sizeof *copy->rec.vals);
	if (today->rec.n) {
		memcpy(copy->rec.vals, today->rec.vals, today->rec.n * sizeof *copy->rec.vals);
	}
	return copy;
}

/* Decodes a version. One that would be a fault today showed nothing: only what
 * it refers to may be missing, for that can have gone since. */
static Record *decode_version(Replay *r, const Change *change, Kind kind, Slice id)
{
	Buf bytes = BUF_INIT;
	Diags faults;
	Record *record = NULL;
	diags_init(&faults);
	if (history_bytes(r->history, &bytes, change)) {
		Decoder d = {.arena = &r->arena, .diags = &faults};
		record = ARENA_NEW(&r->arena, Record);
		*record = (Record){.kind = kind, .id = arena_dup(&r->arena, id)};
		record->path = arena_join(&r->arena, r->pass.door->corpus->content, SL("/"), change->path);
		bool sound = decode_record(&d, record, arena_dup(&r->arena, buf_slice(&bytes)), record->path);
		record = sound && faults.errors == 0 ? record : NULL;
	}
	diags_release(&faults);
	diags_init(&faults);
	if (record) {
		corpus_link_version(r->pass.door->corpus, record, &faults);
	}
	diags_release(&faults);
	buf_release(&bytes);
	return record;
}

/* The place of a version among today's records: consents and standing are found by it. */
static bool take_place(const Replay *r, Record *record)
{
	const Record *today = record->kind == O_programme ? map_get(&r->pass.door->corpus->by_number,
	                                                            rec_text(&record->rec, F_programme_number))
	                                                  : present_record(r, record->kind, record->id);
	if (today) {
		record->index = today->index;
	}
	return today != NULL;
}

static Past *past_of(Replay *r, Slice path)
{
	Past *v = map_get(&r->versions, path);
	if (!v) {
		v = ARENA_NEW(&r->arena, Past);
		map_put(&r->versions, path, v);
	}
	return v;
}

/* --- what a version shows --- */

/* Today's answer to whether the person may be named, with the name as it was. */
static void use_past_person(Replay *r, Record *mentor)
{
	for (size_t i = 0; i < mentor->rec.n; i++) {
		Val *v = &mentor->rec.vals[i];
		if (v->field != F_mentor_person || !v->as.ref.target) {
			continue;
		}
		const Past *past = r->people[v->as.ref.target->index];
		if (past && past->record) {
			past->record->index = v->as.ref.target->index;
			v->as.ref.target = past->record;
		}
	}
}

/* The fields without which a record has no public form. */
static bool is_whole(const Record *r)
{
	return r->kind != O_mentor || rec_ref(&r->rec, F_mentor_person);
}

static Digest digest_shown(const Replay *r, const Shown *s)
{
	const Past *v = s->version;
	Arena scratch = ARENA_INIT;
	Diags faults;
	Links links = {NULL, 0, 0};
	diags_init(&faults);
	Pass pass = {r->pass.door, &scratch, &faults, &links};
	Digest digest = absent;
	if (v && v->record && is_whole(v->record) && item_is_public(r->pass.door, v->record)) {
		PubRecord out = {.kind = s->record->kind, .id = s->record->id, .page = s->record->page};
		Buf canon = BUF_INIT;
		out.self = s->record->self;
		out.fields.type = PUB_MAP;
		item_project(&pass, &out, v->record);
		order_canon(&canon, &out.fields, out.page);
		digest = digest_of(buf_slice(&canon));
		buf_release(&canon);
	}
	free(links.items);
	diags_release(&faults);
	arena_release(&scratch);
	return digest;
}

/* --- replay --- */

static void soil(Replay *r, Shown *s)
{
	if (s && !s->dirty) {
		s->dirty = true;
		vec_push(&r->dirty, s);
	}
}

static Shown *page_of(Replay *r, const Record *record)
{
	return map_get(&r->pages, record_page(&r->arena, record));
}

/* A change of a person may change the page of every mentor that person is. */
static void change_person(Replay *r, Slice id, const Past *v)
{
	const Record *person = present_record(r, O_person, id);
	if (!person) {
		return;
	}
	r->people[person->index] = v;
	for (const Record *m = r->mentor[person->index]; m; m = r->other[m->index]) {
		soil(r, page_of(r, m));
	}
}

static void forget(Replay *r, Past *v)
{
	Shown *s = v->record && schema_kind(v->record->kind)->page ? page_of(r, v->record) : NULL;
	if (s && s->version == v) {
		s->version = NULL;
		soil(r, s);
	}
	v->record = NULL;
}

static void apply(Replay *r, const Change *change)
{
	Kind kind;
	Slice id;
	if (change->gone || !corpus_classify(change->path, &kind, &id)) {
		return;
	}
	Past *v = past_of(r, change->path);
	v->record = copy_present(r, change, kind, id);
	if (!v->record) {
		v->record = decode_version(r, change, kind, id);
	}
	if (kind == O_person) {
		change_person(r, id, v);
	} else if (v->record && schema_kind(kind)->page && take_place(r, v->record)) {
		Shown *s = page_of(r, v->record);
		if (s) {
			s->version = v;
			soil(r, s);
		}
	}
}

static void digest_page(void *ctx, size_t i, unsigned worker)
{
	Replay *r = ctx;
	(void)worker;
	r->dirty.items[i]->now = digest_shown(r, r->dirty.items[i]);
}

static void settle(Replay *r, Date day)
{
	for (size_t i = 0; i < r->dirty.n; i++) {
		const Past *version = r->dirty.items[i]->version;
		if (version && version->record && version->record->kind == O_mentor) {
			use_past_person(r, version->record);
		}
	}
	pool_run(r->threads, r->dirty.n, digest_page, r);
	for (size_t i = 0; i < r->dirty.n; i++) {
		Shown *s = r->dirty.items[i];
		if (!digest_eq(s->now, s->digest)) {
			s->digest = s->now;
			s->record->updated = day;
		}
		s->dirty = false;
	}
	r->dirty.n = 0;
}

/* What a commit removed goes first: a file that was only renamed is then found again in the same step. */
static void replay_step(Replay *r, const Step *step)
{
	for (size_t i = 0; i < step->n; i++) {
		Past *v = map_get(&r->versions, step->changes[i].path);
		if (v) {
			forget(r, v);
		}
	}
	for (size_t i = 0; i < step->n; i++) {
		apply(r, &step->changes[i]);
	}
	settle(r, zone_day(r->zone, step->time));
}

static void index_pages(Replay *r, const PubSite *site)
{
	for (int k = 0; k < PUB_KINDS; k++) {
		for (size_t i = 0; i < site->kinds[k].n; i++) {
			PubRecord *record = (PubRecord *)site->kinds[k].items[i];
			if (record->id.n) {
				Shown *s = ARENA_NEW(&r->arena, Shown);
				*s = (Shown){.record = record, .digest = absent};
				map_put(&r->pages, record->page, s);
			}
		}
	}
}

static void index_people(Replay *r)
{
	const Corpus *c = &r->corpus;
	r->people = arena_array(&r->arena, c->counts[O_person], sizeof *r->people);
	r->mentor = arena_array(&r->arena, c->counts[O_person], sizeof *r->mentor);
	r->other = arena_array(&r->arena, c->counts[O_mentor], sizeof *r->other);
	for (size_t i = 0; i < c->counts[O_mentor]; i++) {
		const Record *mentor = c->records[O_mentor][i];
		const Record *person = rec_ref(&mentor->rec, F_mentor_person);
		r->other[i] = r->mentor[person->index];
		r->mentor[person->index] = mentor;
	}
}

/* Today's maps, to be added to; the records stay today's own. */
static void copy_maps(Corpus *copy, const Corpus *c)
{
	*copy = *c;
	for (int k = 0; k < OWNER_KINDS; k++) {
		map_init(&copy->by_id[k]);
		for (size_t i = 0; i < c->counts[k]; i++) {
			map_put(&copy->by_id[k], c->records[k][i]->id, c->records[k][i]);
		}
	}
	map_init(&copy->media_by_path);
	for (size_t i = 0; i < c->media_count; i++) {
		map_put(&copy->media_by_path, c->media[i].path, &c->media[i]);
	}
}

static void release_maps(Corpus *copy)
{
	for (int k = 0; k < OWNER_KINDS; k++) {
		map_release(&copy->by_id[k]);
	}
	map_release(&copy->media_by_path);
}

static void index_last(Replay *r, const Step *steps, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < steps[i].n; k++) {
			map_put(&r->last, steps[i].changes[k].path, (void *)&steps[i].changes[k]);
		}
	}
}

void dates_project(Pass *p, PubSite *site, History *h, unsigned threads)
{
	Replay r = {.door = *p->door, .history = h, .zone = site->timezone, .threads = threads};
	size_t n;
	const Step *steps = history_steps(h, &n);
	index_last(&r, steps, n);
	copy_maps(&r.corpus, p->door->corpus);
	renames_apply(&r.corpus, h, &r.arena);
	r.door.corpus = &r.corpus;
	r.pass = (Pass){&r.door, p->arena, p->diags, p->links};
	index_people(&r);
	index_pages(&r, site);
	for (size_t i = 0; i < n; i++) {
		replay_step(&r, &steps[i]);
	}
	vec_release(&r.dirty);
	map_release(&r.versions);
	map_release(&r.last);
	map_release(&r.pages);
	release_maps(&r.corpus);
	arena_release(&r.arena);
}
