#include "redact/reach.h"

typedef struct Walk {
	Reach *out;
	const Corpus *corpus;
	VEC(const Record *) waiting;
} Walk;

static void add(Walk *w, const Record *r)
{
	if (r && !w->out->of[r->kind][r->index]) {
		w->out->of[r->kind][r->index] = true;
		vec_push(&w->waiting, r);
	}
}

/* Those whom the sidecar names, and whoever has it for a photo. */
static void add_medium(Walk *w, const MediaFile *m)
{
	const Corpus *c = w->corpus;
	add(w, m->sidecar);
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		const Val *photo = rec_get(&c->records[O_person][i]->rec, F_person_photo);
		if (photo && photo->as.media.file == m) {
			add(w, c->records[O_person][i]);
		}
	}
}

static void add_rec(Walk *w, const Rec *rec);

static void add_value(Walk *w, const Val *v)
{
	switch (schema_field(v->field)->type) {
	case TYPE_REF:
	case TYPE_TWIN:
		add(w, v->as.ref.target);
		break;
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		add_medium(w, v->as.media.file);
		break;
	case TYPE_MAP:
		add_rec(w, v->as.map);
		break;
	default:
		break;
	}
}

static void add_rec(Walk *w, const Rec *rec)
{
	for (size_t i = 0; i < rec->n; i++) {
		const Val *v = &rec->vals[i];
		bool list = schema_field(v->field)->list;
		for (size_t k = 0; k < (list ? v->as.list.n : 1); k++) {
			add_value(w, list ? &v->as.list.items[k] : v);
		}
	}
}

static void add_referring(Walk *w, const Mentions *m, const Record *person, const MediaFile *medium)
{
	for (size_t i = 0; i < m->list.n; i++) {
		const Mention *mention = &m->list.items[i];
		if ((person && mention_person(mention) == person) || (medium && mention->medium == medium)) {
			add(w, mention->from);
		}
	}
}

/* A portrait stands wherever its person is named. */
static void add_portrayed(Walk *w, const Mentions *m)
{
	for (size_t i = 0; i < w->corpus->counts[O_person]; i++) {
		if (w->out->of[O_person][i]) {
			add_referring(w, m, w->corpus->records[O_person][i], NULL);
		}
	}
}

static void begin(Walk *w, const Mentions *m, const Subject *s)
{
	add(w, s->record);
	if (s->medium) {
		add_medium(w, s->medium);
		add_referring(w, m, NULL, s->medium);
		add_portrayed(w, m);
	} else if (s->record->kind == O_person) {
		add_referring(w, m, s->record, NULL);
	}
}

void reach_init(Reach *out, const Corpus *c, const Mentions *m, const Subject *s)
{
	Walk w = {.out = out, .corpus = c};
	for (int k = 0; k < OWNER_KINDS; k++) {
		out->of[k] = mem_array(c->counts[k], sizeof *out->of[k]);
	}
	begin(&w, m, s);
	while (w.waiting.n) {
		const Record *r = w.waiting.items[--w.waiting.n];
		add_rec(&w, &r->rec);
	}
	vec_release(&w.waiting);
}

void reach_release(Reach *r)
{
	for (int k = 0; k < OWNER_KINDS; k++) {
		free(r->of[k]);
	}
}

bool reach_has(const Reach *r, const Record *record)
{
	return r->of[record->kind][record->index];
}
