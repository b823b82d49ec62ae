#include "redact/rename.h"

#include "base/vec.h"
#include "record/decode.h"

typedef struct Pair {
	Slice from, to; /* paths */
} Pair;

typedef struct Finder {
	History *history;
	Arena *arena;
	Map last;      /* path → its Change before the step at hand */
	Map by_bytes;  /* of the step: id of a blob that came → Change */
	Map by_number; /* of the step: number of a programme that came → Change */
	VEC(Pair) pairs;
} Finder;

static bool is_nameless(Kind kind)
{
	return kind == O_person || kind == O_mentee || kind == O_programme;
}

static bool is_programme(const Change *c)
{
	return slice_starts(c->path, SL("programmes/"));
}

static Slice bytes_key(const Change *c)
{
	return (Slice){(const char *)c->id, sizeof c->id};
}

static Slice number_of(Finder *f, const Change *change)
{
	Buf bytes = BUF_INIT;
	Diags faults;
	Record record = {.kind = O_programme};
	Slice number = SL("");
	diags_init(&faults);
	Decoder d = {.arena = f->arena, .diags = &faults};
	if (history_bytes(f->history, &bytes, change) &&
	    decode_record(&d, &record, arena_dup(f->arena, buf_slice(&bytes)), change->path)) {
		number = rec_text(&record.rec, F_programme_number);
	}
	diags_release(&faults);
	buf_release(&bytes);
	return number;
}

static bool loses_any(const Step *s, bool programmes)
{
	for (size_t i = 0; i < s->n; i++) {
		if (s->changes[i].gone && (!programmes || is_programme(&s->changes[i]))) {
			return true;
		}
	}
	return false;
}

/* What a step brought, by what could make it the new name of something lost. */
static void index_step(Finder *f, const Step *s)
{
	bool numbers = loses_any(s, true);
	for (size_t i = 0; i < s->n; i++) {
		const Change *c = &s->changes[i];
		if (c->gone) {
			continue;
		}
		map_put(&f->by_bytes, bytes_key(c), (void *)c);
		Slice number = numbers && is_programme(c) ? number_of(f, c) : SL("");
		if (number.n) {
			map_put(&f->by_number, number, (void *)c);
		}
	}
}

static const Change *new_name(Finder *f, const Change *was)
{
	const Change *come = map_get(&f->by_bytes, bytes_key(was));
	if (!come && is_programme(was)) {
		Slice number = number_of(f, was);
		come = number.n ? map_get(&f->by_number, number) : NULL;
	}
	return come;
}

static void find_in_step(Finder *f, const Step *s)
{
	index_step(f, s);
	for (size_t i = 0; i < s->n; i++) {
		const Change *was = s->changes[i].gone ? map_get(&f->last, s->changes[i].path) : NULL;
		const Change *come = was && !was->gone ? new_name(f, was) : NULL;
		if (come) {
			vec_push(&f->pairs, (Pair){was->path, come->path});
		}
	}
	map_release(&f->by_bytes);
	map_release(&f->by_number);
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
