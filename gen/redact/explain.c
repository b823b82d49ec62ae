#include "redact/explain.h"

#include "redact/judge.h"
#include "redact/reach.h"
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
	const Turns *turns;
	const Reach *reach;
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

/* The turn of a record that has a say, unless another of the same day has been tried. */
static bool is_to_try(const Question *q, size_t i, Date *tried)
{
	const Turn *t = &q->turns->list.items[i];
	if (t->day == *tried || !reach_has(q->reach, t->record)) {
		return false;
	}
	*tried = t->day;
	return true;
}

static Date first_day(const Question *q, Date today, bool shown)
{
	Date day = DATE_NONE;
	for (size_t i = turns_after(q->turns, today); i > 0; i--) {
		if (is_to_try(q, i - 1, &day) && ask(q, day - 1, NULL) != shown) {
			return day;
		}
	}
	return DATE_NONE;
}

static Date last_day(const Question *q, Date today, bool shown)
{
	Date day = DATE_NONE;
	for (size_t i = turns_after(q->turns, today); i < q->turns->list.n; i++) {
		if (is_to_try(q, i, &day) && ask(q, day, NULL) != shown) {
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

static void answer(Explanation *out, const Question *q, Date today)
{
	out->shown = ask(q, today, out);
	out->since = first_day(q, today, out->shown);
	out->until = last_day(q, today, out->shown);
	if (out->places.n > 1) {
		qsort(out->places.items, out->places.n, sizeof *out->places.items, by_page);
	}
}

void explain(Explanation *out, const Corpus *c, const Subject *s, Date today, Lang lang)
{
	Mentions mentions;
	Turns turns;
	Reach reach;
	*out = (Explanation){.arena = ARENA_INIT};
	mentions_init(&mentions, c);
	turns_init(&turns, c, NULL);
	reach_init(&reach, c, &mentions, s);
	const Question q = {c, s, &mentions, &turns, &reach, lang};
	answer(out, &q, today);
	reach_release(&reach);
	turns_release(&turns);
	mentions_release(&mentions);
}

void explanation_release(Explanation *e)
{
	vec_release(&e->reasons);
	vec_release(&e->places);
	arena_release(&e->arena);
}
