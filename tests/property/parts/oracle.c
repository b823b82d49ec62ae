#include "oracle.h"

Oracle oracle_of(const Story *s)
{
	const Garden *now = story_now(s);
	return (Oracle){now, garden_find(now, O_policy, SL("policy"))->map, s->today};
}

/* --- people --- */

bool is_absent(const Oracle *o, const Node *map)
{
	Date from = date_at(map, "publish_from");
	Date until = date_at(map, "publish_until");
	return is_true(map, "draft") || (from != DATE_NONE && o->today < from) ||
	       (until != DATE_NONE && until < o->today);
}

bool is_minor(const Oracle *o, const Node *person)
{
	Date until = date_at(person, "minor_until");
	return until != DATE_NONE && o->today < until;
}

bool minors_are(const Oracle *o, const char *what)
{
	Slice minors = text_at(o->policy, "minors");
	return slice_is(minors.n ? minors : SL("count"), what);
}

bool is_in_force(const Oracle *o, const Node *person, const Node *consent)
{
	Date until = date_at(consent, "until");
	Date withdrawn = date_at(consent, "withdrawn");
	bool valid = slice_is(text_at(consent, "by"), "representative") || !is_minor(o, person);
	return valid && date_at(consent, "signed") <= o->today && !(until != DATE_NONE && until < o->today) &&
	       !(withdrawn != DATE_NONE && withdrawn <= o->today);
}

Slice path_of_node(const Node *page)
{
	return slice_sub(page->text, slice_starts(page->text, SL("/")), page->text.n);
}

/* Does a consent hold on a page? An empty page: on any that shows people, which no page of the data does. */
static bool holds_on(const Node *consent, Slice page)
{
	const Node *pages = get(consent, "pages");
	for (const Node *n = pages ? pages->first : NULL; n; n = n->next) {
		Slice prefix = path_of_node(n);
		if (page.n ? slice_starts(page, prefix) : !slice_starts(prefix, SL("data/"))) {
			return true;
		}
	}
	return !pages;
}

bool agrees_by_law(const Oracle *o, const Node *person, const char *category)
{
	Slice word = slice_of(category);
	bool by_law = !slice_is(word, "photo") && !slice_is(word, "contacts") && !slice_is(word, "role");
	return is_true(person, "staff") && by_law && lists(get(o->policy, "staff_by_law"), word);
}

bool is_silenced(const Oracle *o, const Node *person)
{
	return !person || is_absent(o, person) || (is_minor(o, person) && !minors_are(o, "consent"));
}

/* Rules 1 and 4. */
bool agrees_on(const Oracle *o, const Node *person, const char *category, Slice page)
{
	if (is_silenced(o, person)) {
		return false;
	}
	if (agrees_by_law(o, person, category)) {
		return true;
	}
	const Node *consents = get(person, "consents");
	for (const Node *c = consents ? consents->first : NULL; c; c = c->next) {
		if (is_in_force(o, person, c) && lists(get(c, "covers"), slice_of(category)) && holds_on(c, page)) {
			return true;
		}
	}
	return false;
}

bool agrees(const Oracle *o, const Node *person, const char *category)
{
	return agrees_on(o, person, category, SL(""));
}

static bool is_named_on(const Oracle *o, const Node *person, Slice page)
{
	return agrees_on(o, person, "name", page) || agrees_on(o, person, "short_name", page);
}

bool is_named(const Oracle *o, const Node *person)
{
	return agrees(o, person, "name") || agrees(o, person, "short_name");
}

/* The same record among today's. */
static const Item *today_of(const Oracle *o, const Garden *g, const Item *item)
{
	return &o->now->items.items[item - g->items.items];
}

const Node *person_of(const Oracle *o, const Garden *g, const Item *item)
{
	bool part = item->kind == O_mentor || item->kind == O_mentee || item->kind == O_award;
	const Item *person = part                     ? garden_find(g, O_person, text_at(item->map, "person"))
	                     : item->kind == O_person ? item
	                                              : NULL;
	const Item *today = person ? today_of(o, g, person) : NULL;
	return today && !today->gone ? today->map : NULL;
}

/* --- programmes --- */

bool is_released(const Oracle *o, const Node *programme)
{
	const Node *completion = get(programme, "completion");
	const Node *grounds = get(o->policy, "results_on");
	Slice ground = text_at(completion, "ground");
	bool right = grounds ? lists(grounds, ground) : slice_is(ground, "plan");
	return completion && date_at(completion, "date") <= o->today && right && !is_absent(o, programme);
}

/* Rule 9. */
static bool waits_for_results(const Oracle *o, const Garden *g, const Item *item)
{
	bool bound = item->kind == O_case || (item->kind == O_news && is_true(item->map, "results"));
	const Item *p = bound ? garden_find(g, O_programme, text_at(item->map, "programme")) : NULL;
	const Item *today = p ? today_of(o, g, p) : NULL;
	return today && !is_released(o, today->map);
}

/* --- records --- */

bool is_listed(const Oracle *o, Kind kind)
{
	const Node *sections = get(o->policy, "sections");
	bool portfolios = kind == O_mentor && lists(sections, SL("portfolios"));
	Slice name = kind == O_survey ? SL("stats") : schema_kind(kind)->folder;
	return kind == O_page || portfolios || lists(sections, name);
}

bool is_medium_withheld(const Oracle *o, Slice path)
{
	const Item *sidecar = garden_find(o->now, O_media, path);
	const Node *people = sidecar ? get(sidecar->map, "people") : NULL;
	for (const Node *n = people ? people->first : NULL; n; n = n->next) {
		if (!agrees(o, garden_find(o->now, O_person, n->text)->map, "photo")) {
			return true;
		}
	}
	for (size_t i = 0; i < o->now->items.n; i++) {
		const Item *item = &o->now->items.items[i];
		bool portrait = item->kind == O_person && !item->gone && slice_eq(text_at(item->map, "photo"), path);
		if (portrait && !agrees(o, item->map, "photo")) {
			return true;
		}
	}
	return false;
}

/* Rule 3: the page on which a role and a name are asked for, by today's name of the file. */
static Slice part_page(const Oracle *o, const Garden *g, const Item *item)
{
	Arena *a = o->now->arena;
	return item->kind == O_mentor   ? arena_join(a, SL("mentors/"), today_of(o, g, item)->id, SL("/"))
	       : item->kind == O_mentee ? SL("mentees/")
	                                : SL("");
}

static bool part_is_withheld(const Oracle *o, const Garden *g, const Item *item, const char *category)
{
	const Node *person = person_of(o, g, item);
	Slice page = part_page(o, g, item);
	bool known = person != NULL; /* else it may have another name by now: on the safe side */
	return is_absent(o, item->map) ||
	       (known && (!agrees_on(o, person, category, page) || !is_named_on(o, person, page)));
}

static bool edition_is_withheld(const Oracle *o, const Garden *g, const Item *item)
{
	const Node *person;
	switch (item->kind) {
	case O_person: /* a portrait is described by words of its person's */
		person = person_of(o, g, item);
		return person && !is_named(o, person) && !agrees(o, person, "photo");
	case O_mentor:
	case O_mentee:
		return part_is_withheld(o, g, item, "role");
	case O_award:
		return part_is_withheld(o, g, item, "awards");
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
		return is_absent(o, item->map) || waits_for_results(o, g, item);
	}
}

bool is_withheld(const Oracle *o, const Garden *g, const Item *item)
{
	const Item *today = today_of(o, g, item);
	return edition_is_withheld(o, g, item) ||
	       (today != item && (today->gone || edition_is_withheld(o, o->now, today)));
}

bool is_counted(const Oracle *o, const Garden *g, const Item *item)
{
	const Node *person = item->kind == O_mentor || item->kind == O_mentee ? person_of(o, g, item) : NULL;
	return person && !is_absent(o, item->map) && is_minor(o, person) && minors_are(o, "count");
}

/* --- fields --- */

bool steers(FieldId f)
{
	static const FieldId all[] = {
	        F_person_minor_until,      F_person_staff,        F_person_photo,
	        F_person_consents,         F_consent_signed,      F_consent_by,
	        F_consent_until,           F_consent_withdrawn,   F_consent_covers,
	        F_consent_pages,           F_consent_conditions,  F_policy_results_on,
	        F_policy_minors,           F_policy_staff_by_law, F_completion_date,
	        F_completion_ground,       F_news_results,        F_media_people,
	        F_case_programme,          F_news_programme,      F_survey_respondents,
	        F_programme_number,        F_policy_namesakes,    F_media_accessible,
	        F_media_accessible_tagged,
	};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		if (all[i] == f) {
			return true;
		}
	}
	const FieldInfo *info = schema_field(f);
	bool standing = slice_is(info->name, "draft") || slice_is(info->name, "publish_from") ||
	                slice_is(info->name, "publish_until");
	bool part = info->type == TYPE_REF && info->class != CLASS_CLOSED;
	return standing || part || info->type == TYPE_PATH;
}

bool class_withholds(const Oracle *o, const Garden *g, const Item *item, const FieldInfo *f)
{
	const Node *person = person_of(o, g, item);
	switch (f->class) {
	case CLASS_CLOSED:
		return true;
	case CLASS_CONSENT:
		if (f->category == ER_category_name) {
			return person && !is_named(o, person);
		}
		return person && !agrees(o, person, schema_enum_word(f->category)->id.p);
	case CLASS_RESULT:
		return !is_released(o, item->map);
	case CLASS_PLAN:
		return !slice_is(text_at(o->policy, "programmes"), "full");
	default:
		return false;
	}
}
