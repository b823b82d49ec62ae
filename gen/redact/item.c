#include "redact/item.h"

#include "record/address.h"
#include "redact/names.h"

/* --- is it there? --- */

static bool survey_is_open(const Rules *r, const Record *survey)
{
	return rec_int(&survey->rec, F_survey_respondents, 0) >= r->policy->min_group;
}

const PubScope *item_award_scope(const Rules *r, const Record *award)
{
	const Record *person = rec_ref(&award->rec, F_award_person);
	const PubScope *name = scope_or(r->arena, rule_agreed(r, person, ER_category_name),
	                                rule_agreed(r, person, ER_category_short_name));
	return scope_and(r->arena, name, rule_agreed(r, person, ER_category_awards));
}

bool item_is_public(const Door *d, const Record *r)
{
	if (rule_absent(&d->rules, r) || rule_embargoed(&d->rules, r)) {
		return false;
	}
	switch (r->kind) {
	case O_mentor:
	case O_mentee:
		return door_standing(d, r)->part == PART_NAMED;
	case O_award:
		return pub_scope_covers(item_award_scope(&d->rules, r), SL("awards/"));
	case O_survey:
		return survey_is_open(&d->rules, r);
	default:
		return true;
	}
}

/* --- one record --- */

Slice item_page(Arena *a, const Record *r)
{
	if (schema_kind(r->kind)->page) {
		return record_page(a, r);
	}
	return r->kind == O_survey ? SL("stats/") : arena_join(a, schema_kind(r->kind)->folder, SL("/"), SL(""));
}

static void add_address(Pass *p, PubRecord *out)
{
	const char *key = out->kind == PUB_PROGRAMMES ? "number" : "id";
	if (out->id.n) {
		pub_set(p->arena, &out->fields, key, pub_new_text(p->arena, out->id));
	}
	pub_set(p->arena, &out->fields, "url", door_url(p->arena, p->door, out->page));
}

static void add_part(Pass *p, PubRecord *out, const Record *r)
{
	const Standing *s = door_standing(p->door, r);
	const Record *person = rec_ref(&r->rec, r->kind == O_mentor ? F_mentor_person : F_mentee_person);
	pub_set(p->arena, &out->fields, "name", name_value(p, person, s->full, s->brief));
	name_add_details(p, &out->fields, person, out->self.scope);
}

static void add_award(Pass *p, PubRecord *out, const Record *r)
{
	const Record *person = rec_ref(&r->rec, F_award_person);
	pub_set(p->arena, &out->fields, "name",
	        name_value(p, person, name_scope_full(p, person), name_scope_brief(p, person)));
}

static const Pub *status_term(Pass *p, ProgrammeStatus status)
{
	static const char *const ids[] = {"planned", "under_way", "extended", "completed"};
	static const char *const titles[][2] = {
	        {"запланирована", "planned"},
	        {"реализуется", "under way"},
	        {"реализуется, продлена", "under way, extended"},
	        {"завершена", "completed"},
	};
	return pub_new_term(p->arena, slice_of(ids[status]), door_title(p->door, titles[status]));
}

/* Whether results are released shows only by their being there: a completed
 * programme without them reads the same whatever the cause (rule 8). */
static void add_programme(Pass *p, PubRecord *out, const Record *r)
{
	const Rules *rules = &p->door->rules;
	pub_set(p->arena, &out->fields, "status", status_term(p, rule_status(rules, r)));
	int year = date_school_year(rec_date(&r->rec, F_programme_start));
	pub_set(p->arena, &out->fields, "school_year",
	        pub_new_text(p->arena, arena_printf(p->arena, "%d/%d", year, year + 1)));
}

static void add_document(Pass *p, PubRecord *out, const Record *r)
{
	const EnumWord *word = schema_enum_word(rule_act_status(&p->door->rules, r));
	pub_set(p->arena, &out->fields, "status", pub_new_term(p->arena, word->id, door_title(p->door, word->title)));
}

static void add_event(Pass *p, PubRecord *out, const Record *r)
{
	pub_set(p->arena, &out->fields, "past", pub_new_flag(p->arena, rule_past(&p->door->rules, r)));
}

/* Headings are part of the text and go no further. */
static void add_toc(Pass *p, PubRecord *out, const Prose *body, const PubScope *scope)
{
	if (body->toc) {
		Pub *toc = ARENA_NEW(p->arena, Pub);
		*toc = *body->toc;
		toc->scope = scope;
		pub_set(p->arena, &out->fields, "toc", toc);
	}
}

/* Searched and listed only where it is shown. */
static void add_body(Pass *p, PubRecord *out, const Prose *body)
{
	const Pub *shown = pub_get(&out->fields, SL("body"), out->page);
	if (shown) {
		out->text = body->text;
		out->anchors = body->anchors;
		out->anchor_count = body->anchor_count;
		add_toc(p, out, body, shown->scope);
	}
}

static void add_aliases(Pass *p, PubRecord *out, const Record *r)
{
	FieldId f = schema_find(r->kind, SL("aliases"));
	size_t n = 0;
	const Val *items = f == FIELD_COUNT ? NULL : rec_list(&r->rec, f, &n);
	Slice *paths = arena_array(p->arena, n, sizeof *paths);
	for (size_t i = 0; i < n; i++) {
		paths[i] = arena_dup(p->arena, address_of_alias(p->arena, items[i].as.text));
	}
	out->aliases = paths;
	out->alias_count = n;
}

Gate item_gate(const Door *d, const Record *r, Slice page)
{
	const Rules *rules = &d->rules;
	Gate gate = {.page = page, .act = r->kind == O_document, .plan = rules->policy->full_programmes};
	gate.portfolio = policy_section(rules->policy, ER_section_portfolios);
	if (r->kind == O_programme) {
		gate.completed = rule_completed(rules, r);
		gate.released = rule_released(rules, r);
	} else if (r->kind == O_mentor || r->kind == O_mentee) {
		gate.person = rec_ref(&r->rec, r->kind == O_mentor ? F_mentor_person : F_mentee_person);
	} else if (r->kind == O_award) {
		gate.person = rec_ref(&r->rec, F_award_person);
	} else if (r->kind == O_person) {
		gate.person = r;
	}
	gate.survey = r->kind == O_survey; /* judged when it was announced */
	return gate;
}

static void add_by_kind(Pass *p, PubRecord *out, const Record *r)
{
	switch (r->kind) {
	case O_mentor:
	case O_mentee:
		add_part(p, out, r);
		break;
	case O_award:
		add_award(p, out, r);
		break;
	case O_programme:
		add_programme(p, out, r);
		break;
	case O_document:
		add_document(p, out, r);
		break;
	case O_event:
		add_event(p, out, r);
		break;
	default:
		break;
	}
}

void item_project(Pass *p, PubRecord *out, const Record *r)
{
	Gate gate = item_gate(p->door, r, out->page);
	Prose body = {.toc = NULL};
	gate.body = &body;
	add_address(p, out);
	fields_project(p, &out->fields, &r->rec, &gate);
	add_by_kind(p, out, r);
	add_body(p, out, &body);
	add_aliases(p, out, r);
}
