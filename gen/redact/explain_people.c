/* A person's card: not public by itself, only where other records name the person. */
#include "redact/judge.h"

/* Every category, each by itself: what has been agreed to at all. */
static void note_categories(Judge *j, const Record *person)
{
	size_t n;
	EnumRow first = schema_enum(ENUM_category, &n);
	for (size_t i = 0; j->out && i < n; i++) {
		judge_consent(j, person, (EnumRow)(first + i), NULL);
	}
}

/* Rule 7: of a consent only the conditions and what they are set to are shown, beside the name. */
static bool explain_consents(Judge *j, const Subject *s)
{
	const Slice page = SL("consents/");
	size_t n;
	bool shown = false;
	bool conditions =
	        s->field.n < 2 || s->field.id[1] == F_consent_conditions || s->field.id[1] == F_consent_covers;
	if (!conditions) {
		judge_field(j, s->record, &s->field);
		return false;
	}
	bool named = judge_name(j, s->record, &page);
	const Val *consents = rec_list(&s->record->rec, F_person_consents, &n);
	for (size_t i = 0; i < n; i++) {
		const Val *text = rec_get(consents[i].as.map, F_consent_conditions);
		if (!text) {
			judge_note_at(j, REASON_NO_CONDITIONS, false, &consents[i]);
		} else if (named && rule_in_force(&j->door->rules, s->record, consents[i].as.map)) {
			judge_note_at(j, REASON_NOTICE, true, text);
			shown = true;
		}
	}
	if (n == 0) {
		judge_note_file(j, REASON_FIELD_EMPTY, false, s->record->path);
	}
	if (shown) {
		judge_place(j, page, false, FORM_NONE);
	}
	return shown;
}

static bool is_name(FieldId f)
{
	return f == F_person_family || f == F_person_given || f == F_person_patronymic;
}

/* Of a given name and a patronymic the initials show no more than a letter. */
static bool explain_name(Judge *j, const Record *person, FieldId f)
{
	const Wanted brief = {.name = true};
	const Wanted wanted = {.name = true, .full_only = f != F_person_family};
	Judge quiet = judge_quiet(j);
	if (judge_named(&quiet, person, &wanted) || !judge_named(&quiet, person, &brief)) {
		judge_name(j, person, NULL);
		return judge_named(j, person, &wanted);
	}
	judge_consent(j, person, ER_category_name, NULL);
	judge_note_file(j, REASON_INITIAL_ONLY, false, person->path);
	return false;
}

/* Where everyone on the photo agrees; of photo_alt nowhere, when the photo is described by a sidecar. */
static const PubScope *photo_scope(Judge *j, const Record *person, FieldId f)
{
	const Val *photo = rec_get(&person->rec, F_person_photo);
	const MediaFile *m = photo ? photo->as.media.file : NULL;
	if (m && f == F_person_photo) {
		judge_pictured(j, m, NULL);
	}
	if (!m || (f == F_person_photo_alt && m->sidecar)) {
		judge_note_file(j, REASON_ALT_UNUSED, false, person->path);
		return SCOPE_NOWHERE;
	}
	return j->door->pictured[m->index];
}

static bool explain_detail(Judge *j, const Record *person, FieldId f)
{
	const FieldInfo *info = schema_field(f);
	Wanted wanted = {.also = rule_agreed(&j->door->rules, person, info->category)};
	judge_consent(j, person, info->category, NULL);
	judge_name(j, person, NULL);
	if (!rec_get(&person->rec, f)) {
		judge_note_file(j, REASON_FIELD_EMPTY, false, person->path);
		return false;
	}
	if (info->category == ER_category_photo) {
		wanted.also = scope_and(j->arena, wanted.also, photo_scope(j, person, f));
	}
	return !scope_is_nowhere(wanted.also) && judge_named(j, person, &wanted);
}

bool explain_person(Judge *j, const Subject *s)
{
	const Wanted wanted = {.name = true};
	FieldId f = s->field.id[0];
	if (s->field.n == 0) {
		bool named = judge_named(j, s->record, &wanted);
		note_categories(j, s->record);
		return named;
	}
	if (f == F_person_consents) {
		return explain_consents(j, s);
	}
	if (schema_field(f)->class == CLASS_CLOSED) {
		judge_field(j, s->record, &s->field);
		return false;
	}
	return is_name(f) ? explain_name(j, s->record, f) : explain_detail(j, s->record, f);
}
