/* What the tree was before: drafts of it, and records that came later. */
#include "grow.h"

#include "oracle.h"
#include "grow_parts.h"

/* Minutes east of Greenwich; none of these zones keeps summer time. */
static int offset_of(Slice zone)
{
	return slice_is(zone, "Europe/Kaliningrad") ? 120
	       : slice_is(zone, "Asia/Vladivostok") ? 600
	       : slice_is(zone, "Asia/Kamchatka")   ? 720
	                                            : 180;
}

static int64_t moment_on(Chance *c, Date day, int offset)
{
	return (int64_t)day * 86400 - offset * 60 + (int64_t)below(c, 86400);
}

static void sign(Edition *v, Chance *c)
{
	v->who = nonsense(c, 1);
	v->message = nonsense(c, 1 + below(c, 6));
	v->offset = (int)below(c, 24) * 60 - 660;
	v->authored = v->time - (int64_t)below(c, 100000);
}

/* Another value under a key, or none where none is needed. */
static void change_key(Chance *c, const Garden *g, Item *item)
{
	size_t n;
	const FieldId *ids = schema_fields(item->kind, &n);
	FieldId id = ids[below(c, n)];
	const FieldInfo *f = schema_field(id);
	bool fixed = f->type == TYPE_BODYTEXT || f->type == TYPE_REF || id == F_programme_number;
	Node *value = fixed ? NULL : random_node(c, g, id);
	if (value) {
		node_put(item->map, value);
	} else if (!fixed && !f->needed) {
		node_remove(item->map, f->name);
	}
}

static void age(Chance *c, Garden *g, Item *item)
{
	size_t way = below(c, 8);
	bool single = item->kind == O_site || item->kind == O_policy;
	if (way == 0 && !single) {
		item->gone = true;
		return;
	}
	if (item->kind == OWNER_KINDS || way > 3) {
		return;
	}
	for (size_t i = below(c, 4); i; i--) {
		change_key(c, g, item);
	}
	if (item->body.n && one_in(c, 2)) {
		item->body = some_prose(c);
	}
}

/* A programme has another file name, but the same number: it is the same. */
static void age_name(Chance *c, Garden *g)
{
	Slice id = some_id(c, g, O_programme);
	if (id.n && one_in(c, 4)) {
		garden_rename(g, O_programme, id, fresh_id(c));
	}
}

static void age_all(Chance *c, Garden *g)
{
	for (size_t i = 0; i < g->items.n; i++) {
		age(c, g, &g->items.items[i]);
	}
	age_name(c, g);
}

void grow_past(Story *s, Chance *c)
{
	size_t *grown = c->grown;
	const Item *site = garden_find(story_now(s), O_site, SL("site"));
	int offset = offset_of(text_at(site->map, "timezone"));
	c->grown = NULL;
	for (size_t i = below(c, 4); i && !s->worktree; i--) {
		story_repeat(s, 0);
		age_all(c, &s->editions.items[0].garden);
	}
	Date day = s->today - 1 - (Date)below(c, 200);
	for (size_t i = s->editions.n; i; i--) {
		s->editions.items[i - 1].time = moment_on(c, day, offset);
		sign(&s->editions.items[i - 1], c);
		day -= 1 + (Date)below(c, 50);
	}
	c->grown = grown;
}
