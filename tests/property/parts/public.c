/*
 * What the public sees, by a statement of its own: to change it must change the site.
 *
 * Every open value of a published record stands at least in data/rubric.json
 * (site.md); what steers, and what several values decide together, is changed
 * by a step of its own below.
 */
#include "mutate.h"

/* --- who may be seen on every page --- */

static bool agrees_everywhere(const Round *r, const Node *person, const char *category)
{
	const Oracle *o = &r->oracle;
	const Node *consents = get(person, "consents");
	if (!agrees(o, person, category)) {
		return false;
	}
	for (const Node *c = consents ? consents->first : NULL; c; c = c->next) {
		bool covers = lists(get(c, "covers"), slice_of(category)) && is_in_force(o, person, c);
		if (covers && !get(c, "pages")) {
			return true;
		}
	}
	return false;
}

static bool is_part_shown(const Round *r, const Node *person, const char *category)
{
	bool named = agrees_everywhere(r, person, "name") || agrees_everywhere(r, person, "short_name");
	return person && named && agrees_everywhere(r, person, category);
}

/* A record that has a row or a page of its own for everybody. */
static bool is_shown(const Round *r, const Garden *g, const Item *item)
{
	const Oracle *o = &r->oracle;
	const Node *person = person_of(o, g, item);
	switch (item->kind) {
	case O_site:
		return true;
	case O_policy:
	case O_media:
	case O_person:
		return false;
	case O_mentor:
		return lists(get(o->policy, "sections"), SL("mentors")) && !is_absent(o, item->map) &&
		       is_part_shown(r, person, "role");
	case O_mentee:
		return is_listed(o, O_mentee) && !is_absent(o, item->map) && is_part_shown(r, person, "role");
	case O_award:
		return is_listed(o, O_award) && !is_absent(o, item->map) && is_part_shown(r, person, "awards");
	default:
		return is_listed(o, item->kind) && !is_withheld(o, g, item);
	}
}

/* --- values --- */

/* Shown only beside something else, or decided by more than itself. */
static bool is_dependent(FieldId f)
{
	static const FieldId all[] = {F_site_theme, F_site_timezone, F_site_language, F_site_curator_role,
	                              F_document_status};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		if (all[i] == f) {
			return true;
		}
	}
	FieldType type = schema_field(f)->type;
	return steers(f) || type == TYPE_MEDIA || type == TYPE_IMAGE || type == TYPE_REF || type == TYPE_TWIN;
}

/* Of a consented record only what is consented to on every page; a portfolio needs its section too. */
static bool is_category_shown(const Round *r, const Garden *g, const Item *item, const Spot *s)
{
	const Node *person = person_of(&r->oracle, g, item);
	bool portfolios = lists(get(r->oracle.policy, "sections"), SL("portfolios"));
	bool in_map = schema_field(s->id)->owner >= OWNER_KINDS;
	const FieldInfo *f = schema_field(s->id);
	bool portfolio = f->class == CLASS_CONSENT && f->category == ER_category_portfolio;
	return !person || ((!portfolio && !in_map) || (portfolios && agrees_everywhere(r, person, "portfolio") &&
	                                               agrees_everywhere(r, person, "role")));
}

static bool change_shown_value(Round *r)
{
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, (Kind)below(&r->chance, OWNER_KINDS), is_shown);
	Spots all = {NULL, 0, 0};
	bool changed = false;
	if (item) {
		gather_spots(r, g, item, false, &all);
	}
	for (size_t tries = 0; all.n && !changed && tries < 4; tries++) {
		const Spot *s = &all.items[below(&r->chance, all.n)];
		const FieldInfo *f = schema_field(s->id);
		bool word = f->list && (f->type == TYPE_ENUM || f->type == TYPE_VOCAB);
		Slice text = random_text(&r->chance, g, s->id);
		if (!word && text.n && !is_dependent(s->id) && is_category_shown(r, g, item, s) &&
		    !slice_eq(text, s->node->text)) {
			tell(r, "public value of", item->path, f->name);
			s->node->text = text;
			s->node->quoted = f->type != TYPE_BOOL;
			changed = true;
		}
	}
	vec_release(&all);
	return changed;
}

static bool change_shown_body(Round *r)
{
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, OWNER_COUNT, is_shown);
	if (!item || item->body.n == 0 || item->kind == O_mentor) {
		return false;
	}
	item->body = arena_join(g->arena, item->body, SL("\n\n"), nonsense(&r->chance, 3));
	tell(r, "public text of", item->path, SL(""));
	return true;
}

/* --- states --- */

static bool is_unnamed_mentor(const Round *r, const Garden *g, const Item *item)
{
	const Oracle *o = &r->oracle;
	const Node *person = person_of(o, g, item);
	return lists(get(o->policy, "sections"), SL("mentors")) && !is_absent(o, item->map) && person &&
	       !is_absent(o, person) && !is_minor(o, person) && is_withheld(o, g, item);
}

/* Rule 3: with the consent there is a page. */
static bool give_consent(Round *r)
{
	static const char *const covers[] = {"name", "role"};
	Garden *g = story_now(r->story);
	Item *mentor = some_item(r, g, O_mentor, is_unnamed_mentor);
	Item *person = mentor ? garden_find(g, O_person, text_at(mentor->map, "person")) : NULL;
	if (!person) {
		return false;
	}
	Arena *a = g->arena;
	Node *consent = node_new(a, NODE_MAP, SL(""));
	Node *list = node_new(a, NODE_LIST, SL("covers"));
	node_put_text(a, consent, "id", "7");
	node_put_text(a, consent, "signed", "2001-01-01");
	node_put_text(a, consent, "by", "self");
	for (size_t i = 0; i < 2; i++) {
		node_append(list, node_scalar(a, SL(""), slice_of(covers[i])));
	}
	node_append(consent, list);
	if (!get(person->map, "consents")) {
		node_append(person->map, node_new(a, NODE_LIST, SL("consents")));
	}
	node_append(get(person->map, "consents"), consent);
	tell(r, "consent of", person->path, SL(""));
	return true;
}

/* And without it there is none. */
static bool withdraw_consents(Round *r)
{
	Garden *g = story_now(r->story);
	Item *mentor = some_item(r, g, O_mentor, is_shown);
	Item *person = mentor ? garden_find(g, O_person, text_at(mentor->map, "person")) : NULL;
	const Node *consents = person ? get(person->map, "consents") : NULL;
	for (const Node *c = consents ? consents->first : NULL; c; c = c->next) {
		node_put_text(g->arena, (Node *)c, "withdrawn", "2001-01-01");
	}
	if (consents) {
		tell(r, "withdrawal of", person->path, SL(""));
	}
	return consents != NULL;
}

static bool is_only_a_draft(const Round *r, const Garden *g, const Item *item)
{
	const Oracle *o = &r->oracle;
	Date from = date_at(item->map, "publish_from");
	Date until = date_at(item->map, "publish_until");
	bool free = item->kind == O_partner || item->kind == O_document || item->kind == O_method ||
	            item->kind == O_event || item->kind == O_page;
	(void)g;
	return free && is_listed(o, item->kind) && is_true(item->map, "draft") &&
	       (from == DATE_NONE || from <= o->today) && (until == DATE_NONE || until >= o->today);
}

/* Rule 11. */
static bool finish_draft(Round *r)
{
	Item *item = some_item(r, story_now(r->story), OWNER_COUNT, is_only_a_draft);
	if (!item) {
		return false;
	}
	node_remove(item->map, SL("draft"));
	tell(r, "no longer a draft", item->path, SL(""));
	return true;
}

static bool is_running(const Round *r, const Garden *g, const Item *item)
{
	return is_shown(r, g, item) && !get(item->map, "completion");
}

/* Rule 8. */
static bool complete(Round *r)
{
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, O_programme, is_running);
	if (!item) {
		return false;
	}
	Node *completion = node_new(g->arena, NODE_MAP, SL("completion"));
	node_put_text(g->arena, completion, "date", "2020-01-01");
	node_put_text(g->arena, completion, "ground", "curator");
	node_append(item->map, completion);
	tell(r, "completed", item->path, SL(""));
	return true;
}

static bool has_results_waiting(const Round *r, const Garden *g, const Item *item)
{
	const Node *results = get(item->map, "results");
	return is_shown(r, g, item) && (get(results, "summary") || get(results, "indicators")) &&
	       !is_released(&r->oracle, item->map);
}

static bool release_results(Round *r)
{
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, O_programme, has_results_waiting);
	const Node *grounds = get(r->oracle.policy, "results_on");
	if (!item) {
		return false;
	}
	Node *completion = node_new(g->arena, NODE_MAP, SL("completion"));
	node_put_text(g->arena, completion, "date", "2020-01-01");
	node_append(completion, node_scalar(g->arena, SL("ground"), grounds ? grounds->first->text : SL("plan")));
	node_put(item->map, completion);
	tell(r, "results of", item->path, SL(""));
	return true;
}

bool mutate_public(Round *r)
{
	static Mutation *const shown[] = {
	        change_shown_value, change_shown_value, change_shown_value, change_shown_value, change_shown_body,
	        give_consent,       withdraw_consents,  finish_draft,       complete,           release_results};
	for (int tries = 0; tries < 100; tries++) {
		if (shown[below(&r->chance, sizeof shown / sizeof *shown)](r)) {
			return true;
		}
	}
	return false;
}
