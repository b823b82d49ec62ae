/* Rules 1 to 7: whose consent holds where, and where a person is named. */
#include "redact/judge.h"

static bool holds(const PubScope *scope, const Slice *page)
{
	return page ? pub_scope_covers(scope, *page) : !scope_is_nowhere(scope);
}

/* --- one category --- */

typedef struct Ask {
	const Record *person;
	EnumRow category;
	const Slice *page;
} Ask;

static void note(Judge *j, const Ask *a, ReasonId id, bool met, Loc loc, FieldId field)
{
	const EnumWord *word = schema_enum_word(a->category);
	judge_note(j, id, met, loc, field, slice_of(word->title[j->lang]), word->id);
}

/* Why a consent that names the category is none at D; false: it is one. */
static bool note_fault(Judge *j, const Ask *a, const Rec *consent)
{
	const Rules *r = &j->door->rules;
	const Val *signed_on = rec_get(consent, F_consent_signed);
	const Val *until = rec_get(consent, F_consent_until);
	const Val *withdrawn = rec_get(consent, F_consent_withdrawn);
	const Val *pages = rec_get(consent, F_consent_pages);
	if (withdrawn && withdrawn->as.date <= r->today) {
		note(j, a, REASON_CONSENT_WITHDRAWN, false, withdrawn->loc, F_consent_withdrawn);
	} else if (until && until->as.date < r->today) {
		note(j, a, REASON_CONSENT_OVER, false, until->loc, F_consent_until);
	} else if (signed_on->as.date > r->today) {
		note(j, a, REASON_CONSENT_AHEAD, false, signed_on->loc, F_consent_signed);
	} else if (!rule_in_force(r, a->person, consent)) {
		const Val *by = rec_get(consent, F_consent_by);
		note(j, a, REASON_CONSENT_SIGNER, false, by->loc, F_consent_by);
	} else if (pages && a->page && !pub_scope_covers(rule_pages(j->arena, consent), *a->page)) {
		note(j, a, REASON_CONSENT_ELSEWHERE, false, pages->loc, F_consent_pages);
	} else {
		return false;
	}
	return true;
}

/* Notes the consent that is in force, else what each is wanting; false: none names the category. */
static bool note_consents(Judge *j, const Ask *a, bool agreed)
{
	size_t n;
	bool any = false;
	Judge quiet = judge_quiet(j);
	const Val *consents = rec_list(&a->person->rec, F_person_consents, &n);
	for (size_t i = 0; i < n; i++) {
		const Rec *consent = consents[i].as.map;
		if (!rule_covers(consent, a->category)) {
			continue;
		}
		any = true;
		if (!agreed) {
			note_fault(j, a, consent);
		} else if (!note_fault(&quiet, a, consent)) {
			note(j, a, REASON_CONSENT_HELD, true, consents[i].loc, F_person_consents);
			return true;
		}
	}
	return any;
}

static Loc consents_of(const Record *person)
{
	const Val *v = rec_get(&person->rec, F_person_consents);
	return v ? v->loc : loc_at(person->path, 0, 0);
}

/* Rules 4 and 11: nothing of the person is published, whatever was signed. */
static bool is_withheld_whole(Judge *j, const Record *person)
{
	const Rules *r = &j->door->rules;
	if (rule_absent(r, person)) {
		judge_note_file(j, REASON_PERSON_ABSENT, false, person->path);
		return true;
	}
	if (rule_minor(r, person) && r->policy->minors != MINORS_CONSENT) {
		judge_note_at(j, REASON_MINOR, false, rec_get(&person->rec, F_person_minor_until));
		return true;
	}
	return false;
}

static bool is_by_law(const Judge *j, const Ask *a)
{
	bool staff = rec_flag(&a->person->rec, F_person_staff);
	return staff && j->door->rules.policy->staff_by_law & policy_bit(a->category);
}

bool judge_consent(Judge *j, const Record *person, EnumRow category, const Slice *page)
{
	Ask a = {person, category, page};
	bool agreed = holds(rule_agreed(&j->door->rules, person, category), page);
	if (!j->out || is_withheld_whole(j, person)) {
		return agreed;
	}
	if (is_by_law(j, &a)) {
		const Val *law = rec_get(&j->door->corpus->policy_record->rec, F_policy_staff_by_law);
		note(j, &a, REASON_CONSENT_BY_LAW, true, law->loc, F_policy_staff_by_law);
	} else if (!note_consents(j, &a, agreed)) {
		note(j, &a, REASON_CONSENT_NONE, false, consents_of(person), F_person_consents);
	}
	return agreed;
}

bool judge_name(Judge *j, const Record *person, const Slice *page)
{
	Judge quiet = judge_quiet(j);
	if (judge_consent(&quiet, person, ER_category_name, page)) {
		return judge_consent(j, person, ER_category_name, page);
	}
	if (judge_consent(&quiet, person, ER_category_short_name, page)) {
		return judge_consent(j, person, ER_category_short_name, page);
	}
	if (j->out && !is_withheld_whole(j, person)) {
		const Ask full = {person, ER_category_name, page};
		const Ask brief = {person, ER_category_short_name, page};
		judge_note(j, REASON_NAME_NEEDED, false, consents_of(person), F_person_consents, SL(""), SL(""));
		note_consents(j, &full, false);
		note_consents(j, &brief, false);
	}
	return false;
}

/* --- where a person is mentioned --- */

/* Where the full name, and where the initials, may stand of someone mentioned so. */
static void name_scopes(const Judge *j, const Record *who, const PubScope **full, const PubScope **brief)
{
	const Rules *r = &j->door->rules;
	if (who->kind == O_person) {
		*full = rule_agreed(r, who, ER_category_name);
		*brief = rule_agreed(r, who, ER_category_short_name);
	} else {
		const Standing *s = door_standing(j->door, who);
		*full = s->full;
		*brief = s->brief;
	}
}

NameForm judge_form(const Judge *j, const Record *who, Slice page)
{
	const PubScope *full, *brief;
	bool part = who->kind != O_person;
	if (part && door_standing(j->door, who)->part == PART_ABSENT) {
		return FORM_NONE;
	}
	name_scopes(j, who, &full, &brief);
	return pub_scope_covers(full, page) ? FORM_FULL : pub_scope_covers(brief, page) ? FORM_BRIEF : FORM_STAND_IN;
}

bool judge_mention(Judge *j, const Mention *m, Slice *page)
{
	Judge quiet = judge_quiet(j);
	bool apart = m->from->kind == O_person || m->from->kind == O_media;
	*page = apart ? SL("") : judge_page(j, m->from);
	return !apart && judge_record(&quiet, m->from) &&
	       pub_scope_covers(judge_field(&quiet, m->from, &m->field), *page);
}

/* A name of the site's own settings stands on every page that its scope covers. */
static bool place_everywhere(Judge *j, const PubScope *scope, NameForm form)
{
	if (!scope) {
		judge_place(j, SL(""), true, form);
	}
	for (size_t i = 0; scope && i < scope->n; i++) {
		judge_place(j, scope->prefix[i], true, form);
	}
	return !scope || scope->n > 0;
}

static bool is_everywhere(const Mention *m)
{
	return m->from->kind == O_site || m->from->kind == O_policy;
}

static bool place_settings(Judge *j, const Record *who, const Wanted *w)
{
	const PubScope *full, *brief;
	name_scopes(j, who, &full, &brief);
	full = scope_and(j->arena, full, w->also);
	brief = w->full_only ? SCOPE_NOWHERE : scope_and(j->arena, brief, w->also);
	bool any = place_everywhere(j, full, w->name ? FORM_FULL : FORM_NONE);
	return (full && place_everywhere(j, brief, w->name ? FORM_BRIEF : FORM_NONE)) || any;
}

/* True when the person is named there, and what is wanted of the person may stand beside it. */
static bool place_mention(Judge *j, const Mention *m, Slice page, const Wanted *w)
{
	if (is_everywhere(m)) {
		return place_settings(j, m->who, w);
	}
	NameForm form = judge_form(j, m->who, page);
	bool named = form == FORM_FULL || (form == FORM_BRIEF && !w->full_only);
	bool shown = named && pub_scope_covers(w->also, page);
	if (shown || (w->name && form == FORM_STAND_IN)) {
		judge_place(j, page, false, w->name ? form : FORM_NONE);
	}
	return shown;
}

/* What keeps the name off a page where the person is mentioned. */
static void note_unnamed(Judge *j, const Mention *m, Slice page)
{
	const Record *person = mention_person(m);
	if (m->who->kind != O_person) {
		judge_consent(j, person, ER_category_role, &page);
	}
	judge_name(j, person, &page);
}

bool judge_named(Judge *j, const Record *person, const Wanted *w)
{
	bool mentioned = false;
	bool named = false;
	Slice page;
	for (size_t i = 0; i < j->mentions->list.n; i++) {
		const Mention *m = &j->mentions->list.items[i];
		if (mention_person(m) == person && judge_mention(j, m, &page)) {
			mentioned = true;
			named |= place_mention(j, m, page, w);
		}
	}
	if (!mentioned) {
		judge_note(j, REASON_UNMENTIONED, false, loc_at(SL(""), 0, 0), FIELD_COUNT, SL(""), SL(""));
	}
	for (size_t i = 0; j->out && mentioned && !named && i < j->mentions->list.n; i++) {
		const Mention *m = &j->mentions->list.items[i];
		if (mention_person(m) == person && judge_mention(j, m, &page)) {
			note_unnamed(j, m, page);
		}
	}
	return named;
}

/* --- pictures --- */

static void judge_face(Judge *j, const Record *person, const Val *v, const Slice *page)
{
	if (!judge_consent(j, person, ER_category_photo, page)) {
		judge_note(j, REASON_DISAGREES, false, v->loc, v->field, person->path, SL(""));
	}
}

/* Everyone whom the sidecar names, and whoever has it for a photo. */
static bool judge_faces(Judge *j, const MediaFile *m, const Slice *page)
{
	const Corpus *c = j->door->corpus;
	size_t n = 0;
	const Val *people = m->sidecar ? rec_list(&m->sidecar->rec, F_media_people, &n) : NULL;
	bool anyone = n > 0;
	for (size_t i = 0; i < n; i++) {
		judge_face(j, people[i].as.ref.target, &people[i], page);
	}
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		const Record *person = c->records[O_person][i];
		const Val *photo = rec_get(&person->rec, F_person_photo);
		if (photo && photo->as.media.file == m) {
			anyone = true;
			judge_face(j, person, photo, page);
		}
	}
	return anyone;
}

bool judge_pictured(Judge *j, const MediaFile *m, const Slice *page)
{
	if (j->out && !judge_faces(j, m, page)) {
		judge_note(j, REASON_NOBODY_PICTURED, true, loc_at(SL(""), 0, 0), FIELD_COUNT, SL(""), SL(""));
	}
	return holds(j->door->pictured[m->index], page);
}
