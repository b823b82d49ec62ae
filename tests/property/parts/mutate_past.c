/* Commits, and what earlier editions withheld. */
#include "mutate.h"

static bool has_no_past(const Round *r)
{
	return r->story->worktree;
}

static Edition *some_commit(Round *r)
{
	return &r->story->editions.items[below(&r->chance, r->story->editions.n)];
}

/* Who made it, when he says so, and what he wrote about it. */
bool change_commit(Round *r)
{
	Edition *v = some_commit(r);
	if (has_no_past(r)) {
		return false;
	}
	v->who = nonsense(&r->chance, 1);
	v->message = nonsense(&r->chance, 1 + below(&r->chance, 9));
	v->authored -= (int64_t)below(&r->chance, 9000000);
	v->offset = (int)below(&r->chance, 24) * 60 - 660;
	tell(r, "author and message of a commit", SL(""), SL(""));
	return true;
}

/* Only the day is public (law of dates), in the zone of the site. */
bool move_time(Round *r)
{
	const Item *site = garden_find(story_now(r->story), O_site, SL("site"));
	Slice zone = text_at(site->map, "timezone");
	int64_t east = slice_is(zone, "Europe/Kaliningrad") ? 2
	               : slice_is(zone, "Asia/Vladivostok") ? 10
	               : slice_is(zone, "Asia/Kamchatka")   ? 12
	                                                    : 3;
	Edition *v = some_commit(r);
	if (has_no_past(r)) {
		return false;
	}
	int64_t local = v->time + east * 3600;
	v->time = local - local % 86400 + (int64_t)below(&r->chance, 86400) - east * 3600;
	tell(r, "hour of a commit", SL(""), SL(""));
	return true;
}

/* A commit in which nothing changes yet: what follows may change there what is withheld. */
bool repeat_commit(Round *r)
{
	size_t i = below(&r->chance, r->story->editions.n);
	if (has_no_past(r) || r->story->editions.n > 6) {
		return false;
	}
	Edition *v = story_repeat(r->story, i);
	v->time += 86400 * (int64_t)(1 + below(&r->chance, 40));
	v->message = nonsense(&r->chance, 3);
	r->oracle = oracle_of(r->story);
	tell(r, "one more commit", SL(""), SL(""));
	return true;
}

static bool is_renamable(const Round *r, const Garden *g, const Item *item)
{
	(void)r;
	(void)g;
	return item->kind == O_person || item->kind == O_mentee || item->kind == O_award || item->kind == O_survey ||
	       item->kind == O_programme;
}

/* A commit that only renames a file that has no public name; whatever else changes, changes after it. */
bool rename_lately(Round *r)
{
	Item *item = some_item(r, story_now(r->story), OWNER_COUNT, is_renamable);
	if (has_no_past(r) || r->renamed || !item || r->story->editions.n > 6) {
		return false;
	}
	Kind kind = item->kind;
	Slice from = item->id;
	Slice to = fresh_id(&r->chance);
	tell(r, "later name of", item->path, to);
	Edition *v = story_repeat(r->story, r->story->editions.n - 1);
	v->time += 86400 * 3;
	garden_rename(&v->garden, kind, from, to);
	story_repeat(r->story, r->story->editions.n - 1)->time += 86400;
	r->oracle = oracle_of(r->story);
	r->renamed = true;
	return true;
}

/* Earlier editions are read with today's consents. */
bool change_past_consents(Round *r)
{
	size_t n = r->story->editions.n;
	Garden *g = &r->story->editions.items[below(&r->chance, n)].garden;
	Item *item = some_item(r, g, O_person, NULL);
	if (g == story_now(r->story) || !item || r->renamed) {
		return false;
	}
	Node *consents = random_node(&r->chance, g, F_person_consents);
	node_remove(item->map, SL("consents"));
	if (consents) {
		node_append(item->map, consents);
	}
	tell(r, "earlier consents in", item->path, SL(""));
	return true;
}

/* And with today's policy. */
bool change_past_rules(Round *r)
{
	static const FieldId ids[] = {F_policy_minors, F_policy_results_on, F_policy_staff_by_law, F_policy_programmes};
	size_t n = r->story->editions.n;
	Garden *g = &r->story->editions.items[below(&r->chance, n)].garden;
	Item *item = garden_find(g, O_policy, SL("policy"));
	FieldId id = ids[below(&r->chance, 4)];
	if (g == story_now(r->story) || !item) {
		return false;
	}
	node_put(item->map, random_node(&r->chance, g, id));
	tell(r, "earlier rules in", item->path, schema_field(id)->name);
	return true;
}

/* What lies beside the content folder is none. */
bool change_beside(Round *r)
{
	some_commit(r)->beside = nonsense(&r->chance, 5);
	tell(r, "a file beside the content", SL(""), SL(""));
	return true;
}
