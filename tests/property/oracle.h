/*
 * oracle.h - what publication.md withholds at D, worked out from the files alone.
 *
 * Written from the rules and not from the projection, and on the safe side:
 * what some page may show is not withheld.
 */
#ifndef TESTS_ORACLE_H
#define TESTS_ORACLE_H

#include "garden.h"

typedef struct Oracle {
	Garden *garden;
	Date today;
	const Node *policy;
} Oracle;

static inline Oracle oracle_of(Garden *g, Date today)
{
	return (Oracle){g, today, garden_find(g, O_policy, SL("policy"))->map};
}

/* Rule 11. */
static inline bool is_absent(const Oracle *o, const Node *map)
{
	Date from = date_at(map, "publish_from");
	Date until = date_at(map, "publish_until");
	return is_true(map, "draft") || (from != DATE_NONE && o->today < from) ||
	       (until != DATE_NONE && until < o->today);
}

static inline bool is_minor(const Oracle *o, const Node *person)
{
	Date until = date_at(person, "minor_until");
	return until != DATE_NONE && o->today < until;
}

static inline bool minors_agree(const Oracle *o)
{
	return slice_is(text_at(o->policy, "minors"), "consent");
}

static inline bool is_in_force(const Oracle *o, const Node *person, const Node *consent)
{
	Date until = date_at(consent, "until");
	Date withdrawn = date_at(consent, "withdrawn");
	bool valid = slice_is(text_at(consent, "by"), "representative") || !is_minor(o, person);
	return valid && date_at(consent, "signed") <= o->today && !(until != DATE_NONE && until < o->today) &&
	       !(withdrawn != DATE_NONE && withdrawn <= o->today);
}

/* Rules 1 and 4, on whatever page. */
static inline bool agrees(const Oracle *o, const Node *person, const char *category)
{
	bool by_law = !slice_is(slice_of(category), "photo") && !slice_is(slice_of(category), "contacts") &&
	              !slice_is(slice_of(category), "role");
	if (is_absent(o, person) || (is_minor(o, person) && !minors_agree(o))) {
		return false;
	}
	if (is_true(person, "staff") && by_law && lists(get(o->policy, "staff_by_law"), category)) {
		return true;
	}
	const Node *consents = get(person, "consents");
	for (const Node *c = consents ? consents->first : NULL; c; c = c->next) {
		if (is_in_force(o, person, c) && lists(get(c, "covers"), category)) {
			return true;
		}
	}
	return false;
}

static inline bool is_named(const Oracle *o, const Node *person)
{
	return agrees(o, person, "name") || agrees(o, person, "short_name");
}

static inline const Node *person_of(const Oracle *o, const Item *item)
{
	const Item *person = garden_find(o->garden, O_person, text_at(item->map, "person"));
	return person ? person->map : NULL;
}

/* Rule 8. */
static inline bool is_released(const Oracle *o, const Node *programme)
{
	const Node *completion = get(programme, "completion");
	const Node *grounds = get(o->policy, "results_on");
	Slice ground = text_at(completion, "ground");
	bool right = false;
	for (const Node *n = grounds ? grounds->first : NULL; n; n = n->next) {
		right |= slice_eq(n->text, ground);
	}
	right |= !grounds && slice_is(ground, "plan");
	return completion && date_at(completion, "date") <= o->today && right && !is_absent(o, programme);
}

/* Rule 9. */
static inline bool waits_for_results(const Oracle *o, const Item *item)
{
	bool bound = item->kind == O_case || (item->kind == O_news && is_true(item->map, "results"));
	const Item *p = bound ? garden_find(o->garden, O_programme, text_at(item->map, "programme")) : NULL;
	return p && !is_released(o, p->map);
}

static inline int64_t int_at(const Node *map, const char *key, unsigned otherwise)
{
	unsigned value = otherwise;
	slice_uint(text_at(map, key), &value);
	return value;
}

/* Rule 6: somebody on it, or whose portrait it is, does not agree. */
static inline bool is_medium_withheld(const Oracle *o, Slice path)
{
	const Item *sidecar = garden_find(o->garden, O_media, path);
	const Node *people = sidecar ? get(sidecar->map, "people") : NULL;
	for (const Node *n = people ? people->first : NULL; n; n = n->next) {
		if (!agrees(o, garden_find(o->garden, O_person, n->text)->map, "photo")) {
			return true;
		}
	}
	for (size_t i = 0; i < o->garden->items.n; i++) {
		const Item *item = &o->garden->items.items[i];
		bool portrait = item->kind == O_person && !item->gone && slice_eq(text_at(item->map, "photo"), path);
		if (portrait && !agrees(o, item->map, "photo")) {
			return true;
		}
	}
	return false;
}

/* Is nothing of the record itself published? */
static inline bool is_withheld(const Oracle *o, const Item *item)
{
	const Node *person;
	switch (item->kind) {
	case O_person:
		return is_absent(o, item->map) || !is_named(o, item->map);
	case O_mentor:
	case O_mentee:
		person = person_of(o, item);
		return is_absent(o, item->map) || !agrees(o, person, "role") || !is_named(o, person);
	case O_award:
		person = person_of(o, item);
		return is_absent(o, item->map) || !agrees(o, person, "awards") || !is_named(o, person);
	case O_survey:
		return is_absent(o, item->map) ||
		       int_at(item->map, "respondents", 0) < int_at(o->policy, "min_group", 5);
	case O_site:
	case O_policy:
	case O_roadmap:
		return false;
	case O_media:
		return is_medium_withheld(o, item->id);
	default:
		return is_absent(o, item->map) || waits_for_results(o, item);
	}
}

/* Would the totals of rule 12 count it, though it has no row? */
static inline bool is_counted(const Oracle *o, const Item *item)
{
	const Node *person = item->kind == O_mentor || item->kind == O_mentee ? person_of(o, item) : NULL;
	Slice minors = text_at(o->policy, "minors");
	bool count = minors.n == 0 || slice_is(minors, "count");
	return person && !is_absent(o, item->map) && is_minor(o, person) && count;
}

/* Values that say what is withheld, or what may be written in spite of it, rather than being it. */
static inline bool steers(FieldId f)
{
	static const FieldId all[] = {
	        F_person_minor_until, F_person_staff,        F_person_photo,       F_person_consents,
	        F_consent_signed,     F_consent_by,          F_consent_until,      F_consent_withdrawn,
	        F_consent_covers,     F_consent_pages,       F_consent_conditions, F_policy_results_on,
	        F_policy_minors,      F_policy_staff_by_law, F_completion_date,    F_completion_ground,
	        F_news_results,       F_media_people,        F_case_programme,     F_news_programme,
	        F_survey_respondents, F_programme_number,    F_policy_namesakes,
	};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		if (all[i] == f) {
			return true;
		}
	}
	Slice name = schema_field(f)->name;
	FieldType type = schema_field(f)->type;
	return slice_is(name, "draft") || slice_is(name, "publish_from") || slice_is(name, "publish_until") ||
	       type == TYPE_REF || type == TYPE_TWIN || type == TYPE_MEDIA || type == TYPE_IMAGE || type == TYPE_PATH;
}

/* Is a field of a published record withheld by its class (content.md, Visibility classes)? */
static inline bool class_withholds(const Oracle *o, const Item *item, const FieldInfo *f)
{
	const Node *person = item->kind == O_person ? item->map
	                     : item->kind == O_mentor || item->kind == O_mentee || item->kind == O_award
	                             ? person_of(o, item)
	                             : NULL;
	switch (f->class) {
	case CLASS_CLOSED:
		return true;
	case CLASS_CONSENT:
		if (f->category == ER_category_name) {
			return !is_named(o, person);
		}
		return !agrees(o, person, schema_enum_word(f->category)->id.p);
	case CLASS_RESULT:
		return !is_released(o, item->map);
	case CLASS_PLAN:
		return !slice_is(text_at(o->policy, "programmes"), "full");
	default:
		return false;
	}
}

#endif
