/* What a programme keeps to itself: how and when it will end, whether it is late, who was replaced (rule 8). */
#include "mutate.h"

static Slice some_later_day(Round *r)
{
	char iso[11];
	date_iso(iso, r->oracle.today + 1 + (Date)below(&r->chance, 500));
	return arena_dup(r->chance.arena, slice_of(iso));
}

/* Completed one day that has not come yet, or on another such day, or not at all. */
bool foretell_completion(Round *r)
{
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, O_programme, NULL);
	Node *old = item ? get(item->map, "completion") : NULL;
	if (!item || (old && date_at(old, "date") <= r->oracle.today)) {
		return false;
	}
	Node *completion = old && one_in(&r->chance, 3) ? NULL : random_node(&r->chance, g, F_programme_completion);
	node_remove(item->map, SL("completion"));
	if (completion) {
		node_put(completion, node_scalar(g->arena, SL("date"), some_later_day(r)));
		node_append(item->map, completion);
	}
	tell(r, completion ? "completion to come of" : "no completion to come of", item->path, SL(""));
	return true;
}

/* Whether they are there at all must not show. */
bool change_reports(Round *r)
{
	static const FieldId ids[] = {F_programme_reports, F_programme_replacements};
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, O_programme, NULL);
	FieldId id = ids[below(&r->chance, 2)];
	Node *value = item && !one_in(&r->chance, 3) ? random_node(&r->chance, g, id) : NULL;
	if (!item || !(node_remove(item->map, schema_field(id)->name) || value)) {
		return false;
	}
	if (value) {
		node_append(item->map, value);
	}
	tell(r, value ? "another" : "no", schema_field(id)->name, item->path);
	return true;
}
