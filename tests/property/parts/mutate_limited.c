/*
 * What is shown on some pages alone, because nobody agreed to more (rule 1).
 *
 * It is no secret there, so these are no changes of what is withheld: the
 * pages that may show it are told, and all others must stay as they are.
 */
#include "mutate.h"

/* Surnames that nobody has, one at either end of the alphabet. */
static const char *const families[] = {"Абросимова", "Ястребов", "Мельникова"};

struct Limited {
	FieldId field;
	const char *categories[2];
};

static const Limited limited[] = {
        {F_person_family, {"name", "short_name"}},
        {F_person_family, {"name", "short_name"}},
        {F_person_position, {"position"}},
        {F_person_workplace, {"position"}},
        {F_person_email, {"contacts"}},
        {F_person_phone, {"contacts"}},
};
enum { LIMITED = sizeof limited / sizeof *limited };

static bool reach_of(Reach *out, const Round *r, const Node *person, const Limited *what)
{
	out->n = 0;
	for (size_t i = 0; i < 2 && what->categories[i]; i++) {
		if (!reach_add(out, &r->oracle, person, what->categories[i])) {
			return false;
		}
	}
	return out->n > 0;
}

static bool is_limited(const Round *r, const Garden *g, const Item *item)
{
	Reach reach;
	(void)g;
	return get(item->map, schema_field(r->limited->field)->name.p) && reach_of(&reach, r, item->map, r->limited);
}

/* In every version in which it was the same: as if it had always been another. */
static void change_always(Round *r, size_t at, Slice key, Slice from, Slice to)
{
	for (size_t i = 0; i < r->story->editions.n; i++) {
		const Item *item = &r->story->editions.items[i].garden.items.items[at];
		Node *value = item->gone ? NULL : get(item->map, key.p);
		if (value && slice_eq(value->text, from)) {
			value->text = to;
			value->quoted = true;
		}
	}
}

static bool change_limited(Round *r, Reach *out)
{
	Garden *g = story_now(r->story);
	r->limited = &limited[below(&r->chance, LIMITED)];
	const FieldInfo *f = schema_field(r->limited->field);
	Item *item = some_item(r, g, O_person, is_limited);
	if (!item || !reach_of(out, r, item->map, r->limited)) {
		return false;
	}
	Slice from = text_at(item->map, f->name.p);
	bool family = r->limited->field == F_person_family;
	Slice to = family ? slice_of(families[below(&r->chance, 3)]) : random_text(&r->chance, g, r->limited->field);
	if (slice_eq(from, to)) {
		return false;
	}
	change_always(r, (size_t)(item - g->items.items), f->name, from, to);
	tell(r, "on some pages:", item->path, f->name);
	return true;
}

/* --- addresses --- */

/* A mentor whose part, and page, is known on some pages alone. */
static bool has_limited_part(const Round *r, const Garden *g, const Item *item)
{
	Reach reach = {.n = 0};
	const Node *person = person_of(&r->oracle, g, item);
	return person && !is_withheld(&r->oracle, g, item) && reach_add(&reach, &r->oracle, person, "role");
}

typedef struct Move {
	Slice from, to;
} Move;

static void move_page(void *ctx, Node *node, FieldId f)
{
	Move *move = ctx;
	if (f == F_consent_pages && node->type == NODE_SCALAR && slice_eq(path_of_node(node), move->from)) {
		node->text = move->to;
	}
}

static void move_pages(Garden *g, Move *move)
{
	for (size_t i = 0; i < g->items.n; i++) {
		const Item *item = &g->items.items[i];
		if (item->kind == O_person && !item->gone) {
			node_walk(O_person, item->map, move_page, move);
		}
	}
}

/* Where the part may not be known nothing leads to the page. */
static bool move_limited(Round *r, Reach *out)
{
	Item *mentor = some_item(r, story_now(r->story), O_mentor, has_limited_part);
	Arena *a = r->chance.arena;
	if (!mentor) {
		return false;
	}
	Slice from = mentor->id;
	Slice to = fresh_id(&r->chance);
	Move move = {arena_join(a, SL("mentors/"), from, SL("/")), arena_join(a, SL("mentors/"), to, SL("/"))};
	out->n = 0;
	reach_add(out, &r->oracle, person_of(&r->oracle, story_now(r->story), mentor), "role");
	reach_put(out, move.from);
	reach_put(out, move.to);
	const Node *aliases = get(mentor->map, "aliases");
	for (const Node *n = aliases ? aliases->first : NULL; n; n = n->next) {
		reach_put(out, path_of_node(n)); /* leads there, as it should */
	}
	tell(r, "address, on some pages, of", mentor->path, to);
	for (size_t i = 0; i < r->story->editions.n; i++) {
		garden_rename(&r->story->editions.items[i].garden, O_mentor, from, to);
		move_pages(&r->story->editions.items[i].garden, &move);
	}
	return true;
}

bool mutate_limited(Round *r, Reach *out)
{
	for (int tries = 0; tries < 20; tries++) {
		if (one_in(&r->chance, 3) ? move_limited(r, out) : change_limited(r, out)) {
			return true;
		}
	}
	out->n = 0;
	return false;
}
