/* Form and order, which say nothing to the public; and names of files. */
#include "mutate.h"

static void shuffle_map(Round *r, Node *node)
{
	if (node->type == NODE_MAP) {
		shuffle(&r->chance, node);
	}
	for (Node *n = node->first; n; n = n->next) {
		shuffle_map(r, n);
	}
}

bool reorder_keys(Round *r)
{
	size_t i = r->renamed ? r->story->editions.n - 1 : below(&r->chance, r->story->editions.n);
	Item *item = some_item(r, &r->story->editions.items[i].garden, OWNER_COUNT, NULL);
	if (!item) {
		return false;
	}
	shuffle_map(r, item->map);
	tell(r, "keys of", item->path, SL(""));
	return true;
}

/* In what order consents, their categories, people, and the closed lists of the policy are written is no public value.
 */
static const char *const unordered[] = {"consents",   "mentors",      "mentees",  "people",  "replacements",
                                        "results_on", "staff_by_law", "holidays", "workdays"};
enum { UNORDERED = sizeof unordered / sizeof *unordered };

static bool has_order(const Node *map, const char *key)
{
	const Node *list = get(map, key);
	return list && list->type == NODE_LIST && list->count > 1;
}

static bool has_unordered(const Round *r, const Garden *g, const Item *item)
{
	(void)r;
	(void)g;
	for (size_t i = 0; i < UNORDERED; i++) {
		if (has_order(item->map, unordered[i])) {
			return true;
		}
	}
	return get(item->map, "consents") != NULL;
}

static bool shuffle_list(Round *r, Node *map, const char *key)
{
	if (!has_order(map, key)) {
		return false;
	}
	shuffle(&r->chance, get(map, key));
	return true;
}

bool reorder_lists(Round *r)
{
	Item *item = some_item(r, story_now(r->story), (Kind)below(&r->chance, OWNER_KINDS), has_unordered);
	if (!item) {
		return false;
	}
	size_t found = 0;
	for (size_t i = 0; i < UNORDERED; i++) {
		found += shuffle_list(r, item->map, unordered[i]);
	}
	Node *consents = get(item->map, "consents");
	for (Node *c = consents ? consents->first : NULL; c; c = c->next) {
		found += shuffle_list(r, c, "covers");
		found += shuffle_list(r, c, "pages");
	}
	if (found) {
		tell(r, "lists of", item->path, SL(""));
	}
	return found > 0;
}

/* A record without a text may lie in either kind of file. */
bool reorder_files(Round *r)
{
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, OWNER_COUNT, NULL);
	bool foldered = item && schema_kind(item->kind)->files == FILES_FOLDER && item->body.n == 0;
	if (!foldered) {
		return false;
	}
	Slice ext = is_markdown(item) ? SL(".yaml") : SL(".md");
	bool paged = schema_kind(item->kind)->page;
	for (size_t i = 0; i < r->story->editions.n; i++) {
		Garden *v = &r->story->editions.items[i].garden;
		Item *same = &v->items.items[item - g->items.items];
		if (paged && same->body.n) {
			return false;
		}
	}
	for (size_t i = 0; i < r->story->editions.n; i++) {
		Item *same = &r->story->editions.items[i].garden.items.items[item - g->items.items];
		same->path = arena_join(g->arena, garden_folder(same->path), same->id, ext);
	}
	tell(r, "form of", item->path, SL(""));
	return true;
}

/* --- names --- */

/* Of what has no page, or none that is public. */
static bool is_nameless(const Round *r, const Garden *g, const Item *item)
{
	switch (item->kind) {
	case O_person:
	case O_mentee:
	case O_award:
	case O_survey:
	case O_programme:
		return true;
	case O_site:
	case O_policy:
	case O_roadmap:
	case O_media:
		return false;
	default:
		return is_withheld(&r->oracle, g, item);
	}
}

/* Since ever: it never had another. */
bool rename_record(Round *r)
{
	Item *item = some_item(r, story_now(r->story), OWNER_COUNT, is_nameless);
	if (!item) {
		return false;
	}
	Slice from = item->id;
	Slice to = fresh_id(&r->chance);
	tell(r, "name of", item->path, to);
	for (size_t i = 0; i < r->story->editions.n; i++) {
		garden_rename(&r->story->editions.items[i].garden, item->kind, from, to);
	}
	return true;
}

static bool is_a_picture(const Round *r, const Garden *g, const Item *item)
{
	(void)r;
	(void)g;
	return is_picture(item);
}

bool rename_picture(Round *r)
{
	Item *item = some_item(r, story_now(r->story), OWNER_KINDS, is_a_picture);
	if (!item) {
		return false;
	}
	Arena *a = &r->story->arena;
	Slice from = item->path;
	Slice ext = slice_sub(from, from.n - (slice_ends(from, SL(".webp")) ? 5 : 4), from.n);
	Slice to = arena_join(a, SL("media/"), fresh_id(&r->chance), ext);
	tell(r, "name of", from, to);
	for (size_t i = 0; i < r->story->editions.n; i++) {
		garden_rename(&r->story->editions.items[i].garden, OWNER_KINDS, from, to);
	}
	return true;
}
