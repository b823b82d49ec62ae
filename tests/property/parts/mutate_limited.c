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

bool mutate_limited(Round *r, Reach *out)
{
	for (int tries = 0; tries < 20; tries++) {
		if (change_limited(r, out)) {
			return true;
		}
	}
	out->n = 0;
	return false;
}
