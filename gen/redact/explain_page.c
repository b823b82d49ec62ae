/* What is withheld on a page: the same questions as of a field (explain.h), of all that the page might show. */
#include "redact/judge.h"

typedef struct Walk {
	const Door *door;
	const Mentions *mentions;
	Slice page;
	Lang lang;
	PageReport *out;
} Walk;

/* Is the value itself on the page? A stand-in for a name is not. */
static bool is_on_page(const Explanation *e, Slice page)
{
	for (size_t i = 0; i < e->places.n; i++) {
		const Place *p = &e->places.items[i];
		bool there = p->below ? slice_starts(page, p->page) : slice_eq(page, p->page);
		if (there && p->form != FORM_STAND_IN) {
			return true;
		}
	}
	return false;
}

static void keep_reasons(Missing *m, const Explanation *e)
{
	for (size_t i = 0; i < e->reasons.n; i++) {
		if (!e->reasons.items[i].met) {
			vec_push(&m->reasons, e->reasons.items[i]);
		}
	}
}

/* `anywhere`: it is enough that it is shown at all. */
static void ask(Walk *w, const Subject *s, Loc loc, bool anywhere)
{
	Explanation e = {.arena = ARENA_INIT};
	Judge j = {w->door, w->mentions, &w->out->arena, w->lang, &e};
	bool shown = judge_subject(&j, s);
	if (!shown || !(anywhere || is_on_page(&e, w->page))) {
		Missing m = {.subject = *s, .loc = loc};
		keep_reasons(&m, &e);
		vec_push(&w->out->list, m);
	}
	explanation_release(&e);
}

static void ask_record(Walk *w, const Record *r)
{
	ask(w, &(Subject){.record = r, .path = r->path}, loc_at(r->path, 0, 0), true);
}

static void ask_fields(Walk *w, const Record *r)
{
	for (size_t i = 0; i < r->rec.n; i++) {
		const Val *v = &r->rec.vals[i];
		Subject s = {.record = r, .path = r->path, .field = {{v->field}, 1}};
		ask(w, &s, v->loc, r->kind != O_person);
	}
}

static const Record *card_of(const Record *r)
{
	return r->kind == O_mentor ? rec_ref(&r->rec, F_mentor_person) : NULL;
}

/* The record whose page it is. */
static void ask_own(Walk *w, const Record *r)
{
	Judge quiet = {w->door, w->mentions, &w->out->arena, w->lang, NULL};
	if (!judge_record(&quiet, r)) {
		ask_record(w, r);
		return;
	}
	ask_fields(w, r);
	if (card_of(r)) {
		ask_fields(w, card_of(r));
	}
}

/* The page that lists a kind; of a kind without pages that is where its records stand. */
static bool is_listed_on(Walk *w, const Record *r)
{
	const KindInfo *kind = schema_kind(r->kind);
	if (r->kind == O_page || kind->files != FILES_FOLDER || r->kind == O_person) {
		return false;
	}
	Slice list =
	        kind->page ? arena_join(&w->out->arena, kind->folder, SL("/"), SL("")) : item_page(&w->out->arena, r);
	return slice_eq(list, w->page);
}

static void visit(Walk *w, const Record *r)
{
	if (schema_kind(r->kind)->page && slice_eq(record_page(&w->out->arena, r), w->page)) {
		ask_own(w, r);
	} else if (is_listed_on(w, r)) {
		ask_record(w, r);
	}
}

void explain_page(PageReport *out, const Corpus *c, Slice page, Date today, Lang lang)
{
	Door door;
	Mentions mentions;
	*out = (PageReport){.arena = ARENA_INIT};
	Walk w = {&door, &mentions, page, lang, out};
	door_open(&door, c, today, &out->arena);
	mentions_init(&mentions, c);
	for (int k = 0; k < OWNER_KINDS; k++) {
		for (size_t i = 0; i < c->counts[k]; i++) {
			visit(&w, c->records[k][i]);
		}
	}
	mentions_release(&mentions);
}

void page_report_release(PageReport *r)
{
	for (size_t i = 0; i < r->list.n; i++) {
		vec_release(&r->list.items[i].reasons);
	}
	vec_release(&r->list);
	arena_release(&r->arena);
}
