/* Who is there, though nobody may know it: absent parts (rule 11), hidden minors (rule 4). */
#include "mutate.h"

/* --- lists --- */

static const char *key_of(Kind part)
{
	return part == O_mentor ? "mentors" : "mentees";
}

static void insert_at(Node *list, Node *item, size_t at)
{
	Node **place = &list->first;
	for (; at && *place; at--) {
		place = &(*place)->next;
	}
	item->next = *place;
	*place = item;
	list->count++;
}

/* Somewhere among the others of a programme or a case. */
static void enlist(Round *r, Item *item, const Item *part)
{
	Node *list = get(item->map, key_of(part->kind));
	if (list && !lists(list, part->id)) {
		insert_at(list, node_scalar(r->chance.arena, SL(""), part->id), below(&r->chance, list->count + 1));
	}
}

static void enlist_somewhere(Round *r, const Item *part)
{
	Garden *g = story_now(r->story);
	for (size_t i = 0; i < g->items.n; i++) {
		Item *item = &g->items.items[i];
		bool fits = item->kind == O_programme || item->kind == O_case;
		if (fits && !item->gone && one_in(&r->chance, 2)) {
			enlist(r, item, part);
		}
	}
}

/* --- adding --- */

static void set_presence(Round *r, Node *map, size_t way)
{
	node_put_text(r->chance.arena, map, "draft", way == 0 ? "true" : "false");
	node_put_text(r->chance.arena, map, "publish_from", way == 1 ? "2999-01-01" : "2000-01-01");
	node_put_text(r->chance.arena, map, "publish_until", way == 2 ? "2001-01-01" : "2999-12-31");
}

/* A minor whom the policy hides, whatever was signed for the child; else somebody who has signed nothing. */
static Item *add_person(Round *r, Slice id, bool minor)
{
	Arena *a = r->chance.arena;
	Item *person = add_record_of(r, O_person, id);
	node_remove(person->map, SL("photo"));
	node_put_text(a, person->map, "minor_until", minor ? "2999-01-01" : "2001-01-01");
	set_presence(r, person->map, SIZE_MAX);
	if (!minor) {
		node_remove(person->map, SL("consents"));
		node_put_text(a, person->map, "staff", "false");
	}
	return person;
}

bool add_hidden_part(Round *r)
{
	enum { WAYS = 3 };
	Chance *c = &r->chance;
	Slice id = fresh_id(c);
	size_t way = below(c, minors_are(&r->oracle, "hide") ? 2 * WAYS : WAYS);
	add_person(r, id, way >= WAYS);
	Item *part = add_record_of(r, one_in(c, 2) ? O_mentor : O_mentee, id);
	node_put(part->map, node_scalar(c->arena, SL("person"), id));
	set_presence(r, part->map, way);
	enlist_somewhere(r, part);
	tell(r, way < WAYS ? "absent" : "hidden minor", part->path, SL(""));
	return true;
}

/* --- taking away --- */

static bool is_hidden_part(const Round *r, const Garden *g, const Item *item)
{
	const Oracle *o = &r->oracle;
	const Node *person = item->kind == O_mentor || item->kind == O_mentee ? person_of(o, g, item) : NULL;
	return person && (is_absent(o, item->map) || (is_minor(o, person) && minors_are(o, "hide")));
}

static bool unlist(Node *map, const Item *part)
{
	Node *list = get(map, key_of(part->kind));
	for (Node **n = list && list->count > 1 ? &list->first : NULL; n && *n; n = &(*n)->next) {
		if (slice_eq((*n)->text, part->id)) {
			*n = (*n)->next;
			list->count--;
			return true;
		}
	}
	return false;
}

/* Out of the lists that have others too. */
bool leave_lists(Round *r)
{
	Garden *g = story_now(r->story);
	Item *part = some_item(r, g, one_in(&r->chance, 2) ? O_mentor : O_mentee, is_hidden_part);
	size_t left = 0;
	for (size_t i = 0; part && i < g->items.n; i++) {
		Item *item = &g->items.items[i];
		bool fits = item->kind == O_programme || item->kind == O_case;
		left += fits && !item->gone && unlist(item->map, part);
	}
	if (left) {
		tell(r, "no longer listed:", part->path, SL(""));
	}
	return left > 0;
}
