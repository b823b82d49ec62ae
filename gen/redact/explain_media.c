/* Rule 6: a picture or another file, and what its sidecar says of it. */
#include "redact/judge.h"

/* A portrait stands wherever the person is named. */
static bool judge_portrait(Judge *j, const Mention *m)
{
	const PubScope *photo = rule_agreed(&j->door->rules, m->from, ER_category_photo);
	const Wanted wanted = {.also = scope_and(j->arena, j->door->pictured[m->medium->index], photo)};
	return !scope_is_nowhere(wanted.also) && judge_named(j, m->from, &wanted);
}

static bool judge_reference(Judge *j, const Mention *m)
{
	Slice page;
	bool seen = judge_mention(j, m, &page);
	judge_note(j, seen ? REASON_USED : REASON_USED_HIDDEN, seen, m->loc, m->field.id[m->field.n - 1], m->from->path,
	           SL(""));
	bool shown = seen && judge_pictured(j, m->medium, &page);
	if (shown) {
		judge_place(j, page, page.n == 0, FORM_NONE);
	}
	return shown;
}

static bool judge_use(Judge *j, const Mention *m)
{
	return m->field.id[m->field.n - 1] == F_person_photo ? judge_portrait(j, m) : judge_reference(j, m);
}

static bool judge_medium(Judge *j, const MediaFile *medium)
{
	bool mentioned = false;
	bool shown = false;
	judge_pictured(j, medium, NULL);
	for (size_t i = 0; i < j->mentions->list.n; i++) {
		const Mention *m = &j->mentions->list.items[i];
		if (m->medium == medium) {
			mentioned = true;
			shown |= judge_use(j, m);
		}
	}
	if (!mentioned) {
		judge_note_file(j, REASON_UNUSED, false, medium->file->shown);
	}
	return shown;
}

/* What the sidecar says stands beside the picture or file, wherever that does. */
static bool explain_sidecar(Judge *j, const Subject *s)
{
	if (!s->record) {
		judge_note_file(j, REASON_FIELD_EMPTY, false, s->path);
		return false;
	}
	if (judge_is_closed(&s->field)) {
		judge_field(j, s->record, &s->field);
		return false;
	}
	bool shown = judge_medium(j, s->medium);
	judge_field(j, s->record, &s->field);
	bool filled = judge_filled(j, s->record, &s->field, SL(""));
	if (j->out && !filled) {
		j->out->places.n = 0;
	}
	return shown && filled;
}

bool explain_medium(Judge *j, const Subject *s)
{
	return s->field.n ? explain_sidecar(j, s) : judge_medium(j, s->medium);
}
