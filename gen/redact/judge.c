#include "redact/judge.h"

Judge judge_quiet(const Judge *j)
{
	Judge quiet = *j;
	quiet.out = NULL;
	return quiet;
}

static bool is_noted(const Explanation *e, const Reason *r)
{
	for (size_t i = 0; i < e->reasons.n; i++) {
		const Reason *other = &e->reasons.items[i];
		if (other->id == r->id && slice_eq(other->loc.path, r->loc.path) && other->loc.line == r->loc.line &&
		    slice_eq(other->name[0], r->name[0]) && slice_eq(other->name[1], r->name[1])) {
			return true;
		}
	}
	return false;
}

void judge_note(Judge *j, ReasonId id, bool met, Loc loc, FieldId field, Slice first, Slice second)
{
	if (!j->out) {
		return;
	}
	Reason r = {id, met, loc, field, {first, second}};
	FieldId clause = reason_clause(id);
	if (clause != FIELD_COUNT) {
		j->out->clauses[clause] = true;
	}
	if (!is_noted(j->out, &r)) {
		vec_push(&j->out->reasons, r);
	}
}

void judge_note_at(Judge *j, ReasonId id, bool met, const Val *v)
{
	if (v) {
		judge_note(j, id, met, v->loc, v->field, SL(""), SL(""));
	}
}

void judge_note_file(Judge *j, ReasonId id, bool met, Slice path)
{
	judge_note(j, id, met, loc_at(path, 0, 0), FIELD_COUNT, path, SL(""));
}

void judge_place(Judge *j, Slice page, bool below, NameForm form)
{
	if (!j->out) {
		return;
	}
	for (size_t i = 0; i < j->out->places.n; i++) {
		const Place *p = &j->out->places.items[i];
		if (slice_eq(p->page, page) && p->below == below && p->form == form) {
			return;
		}
	}
	vec_push(&j->out->places, (Place){arena_dup(&j->out->arena, page), below, form});
}

Slice judge_page(const Judge *j, const Record *r)
{
	bool everywhere = r->kind == O_site || r->kind == O_policy;
	return everywhere ? SL("") : item_page(j->arena, r);
}

/* --- rule 11 and the sections --- */

/* A single file has no such field. */
static const Val *value_named(const Record *r, const char *name)
{
	FieldId f = schema_find(r->kind, slice_of(name));
	return f == FIELD_COUNT ? NULL : rec_get(&r->rec, f);
}

static bool judge_presence(Judge *j, const Record *r)
{
	Date today = j->door->rules.today;
	const Val *draft = value_named(r, "draft");
	const Val *from = value_named(r, "publish_from");
	const Val *until = value_named(r, "publish_until");
	if (draft && draft->as.flag) {
		judge_note_at(j, REASON_DRAFT, false, draft);
	}
	if (from) {
		bool reached = from->as.date <= today;
		judge_note_at(j, reached ? REASON_FROM_REACHED : REASON_FROM_AHEAD, reached, from);
	}
	if (until) {
		bool over = until->as.date < today;
		judge_note_at(j, over ? REASON_UNTIL_OVER : REASON_UNTIL_AHEAD, !over, until);
	}
	return !rule_absent(&j->door->rules, r);
}

/* The field of policy.clauses of a section's name. */
static void note_clause(Judge *j, Slice section)
{
	FieldId f = schema_find(O_clauses, section);
	if (j->out && f != FIELD_COUNT) {
		j->out->clauses[f] = true;
	}
}

static void note_section(Judge *j, EnumRow section, bool listed)
{
	const EnumWord *word = schema_enum_word(section);
	const Val *sections = rec_get(&j->door->corpus->policy_record->rec, F_policy_sections);
	judge_note(j, listed ? REASON_SECTION_LISTED : REASON_SECTION_UNLISTED, listed, sections->loc,
	           F_policy_sections, slice_of(word->title[j->lang]), SL(""));
	note_clause(j, word->id);
}

/* Of several sections any will do: the first that is listed is named, else the first. */
static bool judge_section(Judge *j, Kind kind)
{
	size_t n;
	const Policy *policy = j->door->rules.policy;
	unsigned sections = policy_sections_of(kind);
	EnumRow first = schema_enum(ENUM_section, &n);
	bool listed = (sections & policy->sections) != 0;
	for (size_t i = 0; i < n; i++) {
		EnumRow row = (EnumRow)(first + i);
		if (policy_bit(row) & (listed ? sections & policy->sections : sections)) {
			note_section(j, row, listed);
			return listed;
		}
	}
	return true;
}

/* --- what a kind asks for --- */

static bool judge_part(Judge *j, const Record *r)
{
	const Record *person = rec_ref(&r->rec, r->kind == O_mentor ? F_mentor_person : F_mentee_person);
	Slice page = item_page(j->arena, r);
	bool role = judge_consent(j, person, ER_category_role, &page);
	bool name = judge_name(j, person, &page);
	judge_note(j, role && name ? REASON_PART_NAMED : REASON_PART_UNNAMED, role && name, loc_at(SL(""), 0, 0),
	           FIELD_COUNT, person->path, SL(""));
	return role && name;
}

static bool judge_award(Judge *j, const Record *r)
{
	const Record *person = rec_ref(&r->rec, F_award_person);
	const Slice page = SL("awards/");
	bool awards = judge_consent(j, person, ER_category_awards, &page);
	bool name = judge_name(j, person, &page);
	return awards && name;
}

static bool judge_survey(Judge *j, const Record *r)
{
	const Val *respondents = rec_get(&r->rec, F_survey_respondents);
	bool enough = item_is_public(j->door, r) || rule_absent(&j->door->rules, r);
	judge_note_at(j, enough ? REASON_SURVEY_ENOUGH : REASON_SURVEY_FEW, enough, respondents);
	return enough;
}

/* The programme without whose results a case or a news item does not appear; NULL: it does. */
static const Record *bound_to(const Record *r)
{
	bool tells = r->kind == O_news && rec_flag(&r->rec, F_news_results);
	return r->kind == O_case ? rec_ref(&r->rec, F_case_programme)
	       : tells           ? rec_ref(&r->rec, F_news_programme)
	                         : NULL;
}

static bool judge_open(Judge *j, const Record *r)
{
	const Record *programme = bound_to(r);
	if (programme) {
		return judge_released(j, programme);
	}
	bool listed = r->kind == O_programme;
	judge_note(j, listed ? REASON_PROGRAMME_LISTED : REASON_RECORD_OPEN, true, loc_at(SL(""), 0, 0), FIELD_COUNT,
	           SL(""), SL(""));
	return true;
}

static bool judge_kind(Judge *j, const Record *r)
{
	switch (r->kind) {
	case O_mentor:
	case O_mentee:
		return judge_part(j, r);
	case O_award:
		return judge_award(j, r);
	case O_survey:
		return judge_survey(j, r);
	default:
		return judge_open(j, r);
	}
}

bool judge_record(Judge *j, const Record *r)
{
	bool present = judge_presence(j, r);
	bool section = judge_section(j, r->kind);
	bool fit = judge_kind(j, r);
	return present && section && fit;
}

/* --- results --- */

static const Val *completion_date(const Record *programme)
{
	const Rec *completion = rec_map(&programme->rec, F_programme_completion);
	return completion ? rec_get(completion, F_completion_date) : NULL;
}

static bool judge_completed(Judge *j, const Record *programme, ReasonId met)
{
	const Val *date = completion_date(programme);
	if (!date) {
		judge_note_file(j, REASON_RUNNING, false, programme->path);
		return false;
	}
	bool completed = rule_completed(&j->door->rules, programme);
	judge_note(j, completed ? met : REASON_COMPLETION_AHEAD, completed, date->loc, F_completion_date,
	           programme->path, SL(""));
	return completed;
}

bool judge_released(Judge *j, const Record *programme)
{
	const Rules *rules = &j->door->rules;
	bool released = rule_released(rules, programme);
	if (rule_absent(rules, programme)) {
		judge_note_file(j, REASON_PROGRAMME_ABSENT, false, programme->path);
	} else if (released || !rule_completed(rules, programme)) {
		judge_completed(j, programme, REASON_RELEASED);
	} else {
		const Val *ground = rec_get(rec_map(&programme->rec, F_programme_completion), F_completion_ground);
		judge_note(j, REASON_OTHER_GROUND, false, ground->loc, ground->field, programme->path, SL(""));
	}
	return released;
}

/* --- fields --- */

static void note_plan(Judge *j)
{
	bool full = j->door->rules.policy->full_programmes;
	const Record *policy = j->door->corpus->policy_record;
	const Val *v = rec_get(&policy->rec, F_policy_programmes);
	judge_note(j, full ? REASON_PLAN_FULL : REASON_PLAN_SUMMARY, full, v ? v->loc : loc_at(policy->path, 0, 0),
	           F_policy_programmes, SL(""), SL(""));
}

static void note_consent(Judge *j, const Gate *gate, const FieldInfo *f)
{
	if (f->category == ER_category_portfolio) {
		note_section(j, ER_section_portfolios, gate->portfolio);
	}
	judge_consent(j, gate->person, f->category, &gate->page);
}

static void note_class(Judge *j, const Record *r, const Gate *gate, const FieldInfo *f)
{
	switch (f->class) {
	case CLASS_OPEN:
		judge_note(j, REASON_FIELD_OPEN, true, loc_at(SL(""), 0, 0), FIELD_COUNT, SL(""), SL(""));
		break;
	case CLASS_CONSENT:
		note_consent(j, gate, f);
		break;
	case CLASS_RESULT:
		judge_released(j, r);
		break;
	case CLASS_PLAN:
		note_plan(j);
		break;
	case CLASS_COMPLETION:
		judge_completed(j, r, REASON_COMPLETED);
		break;
	case CLASS_CLOSED:
		judge_note(j, REASON_FIELD_CLOSED, false, loc_at(SL(""), 0, 0), FIELD_COUNT, SL(""), SL(""));
		break;
	case CLASS_SURVEY:
	case CLASS_HOLDER:
		break; /* as the record, or as what holds it */
	}
}

bool judge_is_closed(const FieldPath *path)
{
	for (size_t i = 0; i < path->n; i++) {
		if (schema_field(path->id[i])->class == CLASS_CLOSED) {
			return true;
		}
	}
	return false;
}

/* That a field is closed is the end of it: then no other condition is said. */
const PubScope *judge_field(Judge *j, const Record *r, const FieldPath *path)
{
	Gate gate = item_gate(j->door, r, judge_page(j, r));
	const PubScope *scope = NULL;
	bool closed = judge_is_closed(path);
	for (size_t i = 0; i < path->n; i++) {
		const FieldInfo *f = schema_field(path->id[i]);
		scope = scope_and(j->arena, scope, fields_scope(&j->door->rules, &gate, f));
		if (!closed || f->class == CLASS_CLOSED) {
			note_class(j, r, &gate, f);
		}
	}
	return scope;
}
