#include "redact/explain.h"

#include "redact/judge.h"
#include "redact/turns.h"

/* --- a record --- */

static void place_record(Judge *j, const Record *r)
{
	Slice page = judge_page(j, r);
	bool part = r->kind == O_mentor || r->kind == O_mentee;
	const KindInfo *kind = schema_kind(r->kind);
	judge_place(j, page, page.n == 0, part ? judge_form(j, r, page) : FORM_NONE);
	if (kind->page && r->kind != O_page) {
		Slice list = arena_join(j->arena, kind->folder, SL("/"), SL(""));
		NameForm form = part ? judge_form(j, r, list) : FORM_NONE;
		if (form != FORM_STAND_IN) {
			judge_place(j, list, false, form);
		}
	}
}

bool explain_record(Judge *j, const Record *r)
{
	bool shown = judge_record(j, r);
	if (shown) {
		place_record(j, r);
	}
	return shown;
}

bool judge_subject(Judge *j, const Subject *s)
{
	if (s->medium) {
		return explain_medium(j, s);
	}
	if (s->record->kind == O_person) {
		return explain_person(j, s);
	}
	return s->field.n ? explain_field(j, s) : explain_record(j, s->record);
}

/* --- days --- */

typedef struct Question {
	const Corpus *corpus;
	const Subject *subject;
	const Mentions *mentions;
	Lang lang;
} Question;

static bool ask(const Question *q, Date day, Explanation *out)
{
	Arena scratch = ARENA_INIT;
	Door door;
	door_open(&door, q->corpus, day, &scratch);
	Judge j = {&door, q->mentions, &scratch, q->lang, out};
	bool shown = judge_subject(&j, q->subject);
	arena_release(&scratch);
	return shown;
}

static Date first_day(const Question *q, const Turns *t, Date today, bool shown)
{
	for (size_t i = turns_after(t, today); i > 0; i--) {
		Date day = t->list.items[i - 1].day;
		bool repeated = i < t->list.n && t->list.items[i].day == day;
		if (!repeated && ask(q, day - 1, NULL) != shown) {
			return day;
		}
	}
	return DATE_NONE;
}

static Date last_day(const Question *q, const Turns *t, Date today, bool shown)
{
	for (size_t i = turns_after(t, today); i < t->list.n; i++) {
		Date day = t->list.items[i].day;
		bool repeated = i && t->list.items[i - 1].day == day;
		if (!repeated && ask(q, day, NULL) != shown) {
			return day - 1;
		}
	}
	return DATE_NONE;
}

static int by_page(const void *x, const void *y)
{
	const Place *a = x;
	const Place *b = y;
	int c = (int)a->form - (int)b->form;
	c = c ? c : slice_cmp(a->page, b->page);
	return c ? c : (int)a->below - (int)b->below;
}

/* What is met stands before what is not; within each as found. */
static void sort_reasons(Explanation *e)
{
	VEC(Reason) sorted = {NULL, 0, 0};
	for (int met = 1; met >= 0; met--) {
		for (size_t i = 0; i < e->reasons.n; i++) {
			if (e->reasons.items[i].met == (met == 1)) {
				vec_push(&sorted, e->reasons.items[i]);
			}
		}
	}
	vec_release(&e->reasons);
	e->reasons.items = sorted.items;
	e->reasons.n = sorted.n;
	e->reasons.cap = sorted.cap;
}

void explain(Explanation *out, const Corpus *c, const Subject *s, Date today, Lang lang)
{
	*out = (Explanation){.arena = ARENA_INIT};
	Mentions mentions;
	Turns turns;
	mentions_init(&mentions, c);
	turns_init(&turns, c, NULL);
	const Question q = {c, s, &mentions, lang};
	out->shown = ask(&q, today, out);
	out->since = first_day(&q, &turns, today, out->shown);
	out->until = last_day(&q, &turns, today, out->shown);
	if (out->places.n > 1) {
		qsort(out->places.items, out->places.n, sizeof *out->places.items, by_page);
	}
	sort_reasons(out);
	turns_release(&turns);
	mentions_release(&mentions);
}

void explanation_release(Explanation *e)
{
	vec_release(&e->reasons);
	vec_release(&e->places);
	arena_release(&e->arena);
}
