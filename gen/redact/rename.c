#include "redact/rename.h"

#include "base/vec.h"
#include "record/decode.h"

typedef struct Pair {
	Slice from, to; /* paths */
} Pair;

typedef struct Finder {
	History *history;
	Arena *arena;
	Map last;     /* path → its Change before the step at hand */
	Map by_bytes; /* of the step: id of a blob that came → Change */
	Map by_core;  /* of the step: core of a record that came → Change */
	VEC(Pair) pairs;
} Finder;

static bool is_nameless(Kind kind)
{
	return kind == O_person || kind == O_mentee || kind == O_programme;
}

static Kind kind_of(const Change *c)
{
	Kind kind;
	Slice id;
	return corpus_classify(c->path, &kind, &id) && is_nameless(kind) ? kind : OWNER_KINDS;
}

static Slice bytes_key(const Change *c)
{
	return (Slice){(const char *)c->id, sizeof c->id};
}

/* What a record without a public name is known by, whatever else of it changes. */
static Slice core_of_record(Arena *a, const Record *r)
{
	const Val *person = NULL;
	switch (r->kind) {
	case O_person:
		return arena_join(a, rec_text(&r->rec, F_person_family), SL("\n"),
		                  arena_join(a, rec_text(&r->rec, F_person_given), SL("\n"),
		                             rec_text(&r->rec, F_person_patronymic)));
	case O_mentee:
		person = rec_get(&r->rec, F_mentee_person);
		return person ? person->as.ref.id : SL("");
	default:
		return rec_text(&r->rec, F_programme_number);
	}
}

/* Empty when the version cannot be read. */
static Slice core_of(Finder *f, const Change *change)
{
	Buf bytes = BUF_INIT;
	Diags faults;
	Record record = {.kind = kind_of(change)};
	Slice core = SL("");
	diags_init(&faults);
	Decoder d = {.arena = f->arena, .diags = &faults};
	if (history_bytes(f->history, &bytes, change) &&
	    decode_record(&d, &record, arena_dup(f->arena, buf_slice(&bytes)), change->path)) {
		core = core_of_record(f->arena, &record);
	}
	diags_release(&faults);
	buf_release(&bytes);
	Slice folder = slice_sub(change->path, 0, slice_find_byte(change->path, '/', 0) + 1);
	return core.n ? arena_join(f->arena, folder, core, SL("")) : core;
}

/* Does a step lose a file of whatever kind, or one without a public name? */
static bool loses_any(const Step *s, bool nameless)
{
	for (size_t i = 0; i < s->n; i++) {
		if (s->changes[i].gone && (!nameless || kind_of(&s->changes[i]) != OWNER_KINDS)) {
			return true;
		}
	}
	return false;
}

static bool is_new(const Finder *f, const Change *c)
{
	const Change *before = map_get(&f->last, c->path);
	return !c->gone && (!before || before->gone);
}

/* What a step brought, by what could make it the new name of something lost. */
static void index_step(Finder *f, const Step *s)
{
	bool cores = loses_any(s, true);
	for (size_t i = 0; i < s->n; i++) {
		const Change *c = &s->changes[i];
		if (c->gone) {
			continue;
		}
		map_put(&f->by_bytes, bytes_key(c), (void *)c);
		Slice core = cores && kind_of(c) != OWNER_KINDS && is_new(f, c) ? core_of(f, c) : SL("");
		if (core.n) {
			map_put(&f->by_core, core, (void *)c);
		}
	}
}

static const Change *new_name(Finder *f, const Change *was)
{
	const Change *come = map_get(&f->by_bytes, bytes_key(was));
	if (!come && kind_of(was) != OWNER_KINDS) {
		Slice core = core_of(f, was);
		come = core.n ? map_get(&f->by_core, core) : NULL;
	}
	return come;
}

static bool is_paired(const Finder *f, size_t from, const Change *c)
{
	for (size_t i = from; i < f->pairs.n; i++) {
		if (slice_eq(f->pairs.items[i].from, c->path) || slice_eq(f->pairs.items[i].to, c->path)) {
			return true;
		}
	}
	return false;
}

/* The only one of a kind that a step lost, or brought, and that no pair from `from` on has; NULL: none, or several. */
static const Change *only_one(const Finder *f, const Step *s, Kind kind, bool lost, size_t from)
{
	const Change *found = NULL;
	for (size_t i = 0; i < s->n; i++) {
		const Change *c = &s->changes[i];
		if ((lost ? c->gone : is_new(f, c)) && kind_of(c) == kind && !is_paired(f, from, c)) {
			if (found) {
				return NULL;
			}
			found = c;
		}
	}
	return found;
}

/* Everything in it was written anew at once; but one went and one came. */
static void pair_rest(Finder *f, const Step *s, size_t from)
{
	static const Kind kinds[] = {O_person, O_mentee, O_programme};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const Change *was = only_one(f, s, kinds[i], true, from);
		const Change *come = was ? only_one(f, s, kinds[i], false, from) : NULL;
		if (come) {
			vec_push(&f->pairs, (Pair){was->path, come->path});
		}
	}
}

static void find_in_step(Finder *f, const Step *s)
{
	size_t from = f->pairs.n;
	index_step(f, s);
	for (size_t i = 0; i < s->n; i++) {
		const Change *was = s->changes[i].gone ? map_get(&f->last, s->changes[i].path) : NULL;
		const Change *come = was && !was->gone ? new_name(f, was) : NULL;
		if (come) {
			vec_push(&f->pairs, (Pair){was->path, come->path});
		}
	}
	pair_rest(f, s, from);
	map_release(&f->by_bytes);
	map_release(&f->by_core);
}

/* What the new name stands for today is what the old one stood for. */
static void find_under(Corpus *c, Slice from, Slice to)
{
	Kind was, is;
	Slice old_id, new_id;
	MediaFile *m = map_get(&c->media_by_path, to);
	if (m && !map_get(&c->media_by_path, from)) {
		map_put(&c->media_by_path, from, m);
	}
	if (!corpus_classify(from, &was, &old_id) || !corpus_classify(to, &is, &new_id) || was != is ||
	    !is_nameless(is)) {
		return;
	}
	void *record = map_get(&c->by_id[is], new_id);
	if (record && !map_get(&c->by_id[is], old_id)) {
		map_put(&c->by_id[is], old_id, record);
	}
}

void renames_apply(Corpus *c, History *h, Arena *a)
{
	Finder f = {.history = h, .arena = a};
	size_t n;
	const Step *steps = history_steps(h, &n);
	for (size_t i = 0; i < n; i++) {
		if (loses_any(&steps[i], false)) {
			find_in_step(&f, &steps[i]);
		}
		for (size_t k = 0; k < steps[i].n; k++) {
			map_put(&f.last, steps[i].changes[k].path, (void *)&steps[i].changes[k]);
		}
	}
	/* Newest first, so that a chain of names ends in today's. */
	for (size_t i = f.pairs.n; i > 0; i--) {
		find_under(c, f.pairs.items[i - 1].from, f.pairs.items[i - 1].to);
	}
	vec_release(&f.pairs);
	map_release(&f.last);
}
