/* Values that are withheld. */
#include "mutate.h"

/* The last version as a rule, else an older one: what the public never saw there moves no date. */
static Garden *some_edition(Round *r)
{
	size_t n = r->story->editions.n;
	bool old = n > 1 && !r->renamed && one_in(&r->chance, 3);
	return old ? &r->story->editions.items[below(&r->chance, n - 1)].garden : story_now(r->story);
}

/* A word may stand once in a list of words. */
static bool is_word(const FieldInfo *f)
{
	return f->list && (f->type == TYPE_ENUM || f->type == TYPE_VOCAB || f->type == TYPE_REF);
}

static bool change_spot(Round *r, const Garden *g, const Spot *s)
{
	const FieldInfo *f = schema_field(s->id);
	Slice text = is_word(f) ? SL("") : random_text(&r->chance, g, s->id);
	if (text.n == 0) {
		return false;
	}
	s->node->text = text;
	s->node->quoted = f->type != TYPE_BOOL;
	return true;
}

bool change_values(Round *r)
{
	Garden *g = some_edition(r);
	Item *item = some_item(r, g, (Kind)below(&r->chance, OWNER_KINDS), NULL);
	Spots all = {NULL, 0, 0};
	size_t changed = 0;
	if (!item) {
		return false;
	}
	gather_spots(r, g, item, true, &all);
	for (size_t i = 0; i < all.n; i++) {
		if (one_in(&r->chance, 2) && change_spot(r, g, &all.items[i])) {
			tell(r, g == story_now(r->story) ? "value of" : "earlier value of", item->path,
			     schema_field(all.items[i].id)->name);
			changed++;
		}
	}
	vec_release(&all);
	return changed > 0;
}

static bool has_hidden_body(const Round *r, const Garden *g, const Item *item)
{
	const Node *person = item->kind == O_mentor ? person_of(&r->oracle, g, item) : NULL;
	bool portfolio = person && !agrees(&r->oracle, person, "portfolio");
	return is_markdown(item) && item->body.n && (portfolio || is_withheld(&r->oracle, g, item));
}

bool change_body(Round *r)
{
	Garden *g = some_edition(r);
	Item *item = some_item(r, g, OWNER_COUNT, has_hidden_body);
	if (!item) {
		return false;
	}
	item->body = arena_join(g->arena, nonsense(&r->chance, 30), SL("\n\n## "), nonsense(&r->chance, 2));
	tell(r, "body of", item->path, SL(""));
	return true;
}

/* A closed field of a kind that steers nothing. */
static const FieldInfo *some_closed(Round *r, Kind kind, FieldId *id)
{
	size_t n;
	const FieldId *ids = schema_fields(kind, &n);
	*id = ids[below(&r->chance, n)];
	const FieldInfo *f = schema_field(*id);
	return !steers(*id) && f->class == CLASS_CLOSED && f->type != TYPE_BODYTEXT ? f : NULL;
}

bool add_closed_field(Round *r)
{
	Garden *g = some_edition(r);
	Item *item = some_item(r, g, (Kind)below(&r->chance, OWNER_KINDS), NULL);
	FieldId id;
	const FieldInfo *f = item ? some_closed(r, item->kind, &id) : NULL;
	Node *value = f && !node_get(item->map, f->name) ? random_node(&r->chance, g, id) : NULL;
	if (!value) {
		return false;
	}
	node_append(item->map, value);
	tell(r, "new field in", item->path, f->name);
	return true;
}

bool drop_closed_field(Round *r)
{
	Garden *g = some_edition(r);
	Item *item = some_item(r, g, (Kind)below(&r->chance, OWNER_KINDS), NULL);
	FieldId id;
	const FieldInfo *f = item ? some_closed(r, item->kind, &id) : NULL;
	if (!f || f->needed || !node_remove(item->map, f->name)) {
		return false;
	}
	tell(r, "no field in", item->path, f->name);
	return true;
}

/* Of a person called by initials only the first letters are public. */
bool change_given_name(Round *r)
{
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, O_person, NULL);
	Node *name = item ? get(item->map, one_in(&r->chance, 2) ? "given" : "patronymic") : NULL;
	if (!name || agrees(&r->oracle, item->map, "name")) {
		return false;
	}
	size_t at = 0;
	utf8_next(name->text, &at);
	name->text = arena_join(g->arena, slice_sub(name->text, 0, at), nonsense(&r->chance, 1), SL(""));
	tell(r, "given name in", item->path, name->key);
	return true;
}

/* A consent that is not in force: not yet signed, over, withdrawn, or a child's own. */
bool add_dead_consent(Round *r)
{
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, O_person, NULL);
	Chance *c = &r->chance;
	if (!item) {
		return false;
	}
	Node *consent = random_map(c, g, O_consent, SL(""));
	size_t way = below(c, is_minor(&r->oracle, item->map) ? 4 : 3);
	node_put_text(c->arena, consent, "signed", way == 0 ? "2999-01-01" : "2000-01-01");
	node_put_text(c->arena, consent, "until", way == 1 ? "2001-01-01" : "2999-12-31");
	node_put_text(c->arena, consent, "withdrawn", way == 2 ? "2000-06-01" : "2999-12-31");
	node_put_text(c->arena, consent, "by", way == 3 ? "self" : "representative");
	if (!get(item->map, "consents")) {
		node_append(item->map, node_new(c->arena, NODE_LIST, SL("consents")));
	}
	node_append(get(item->map, "consents"), consent);
	tell(r, "dead consent in", item->path, SL(""));
	return true;
}

/* Grounds that release nothing are alike. */
bool change_ground(Round *r)
{
	static const char *const grounds[] = {"plan", "agreement", "curator"};
	Item *item = some_item(r, story_now(r->story), O_programme, NULL);
	Node *completion = item ? get(item->map, "completion") : NULL;
	if (!completion || is_released(&r->oracle, item->map)) {
		return false;
	}
	Node *ground = get(completion, "ground");
	Slice before = ground->text;
	ground->text = slice_of(grounds[below(&r->chance, 3)]);
	if (is_released(&r->oracle, item->map) || slice_eq(before, ground->text)) {
		ground->text = before;
		return false;
	}
	tell(r, "ground of", item->path, SL(""));
	return true;
}

/* Words for the guard, which no text here has as a surname. */
bool change_namesakes(Round *r)
{
	Item *item = garden_find(story_now(r->story), O_policy, SL("policy"));
	Node *words = random_node(&r->chance, story_now(r->story), F_policy_namesakes);
	Node *old = get(item->map, "namesakes");
	if (old) {
		words->first->next = NULL;
		node_append(old, words->first);
	} else {
		node_append(item->map, words);
	}
	tell(r, "namesakes in", item->path, SL(""));
	return true;
}

bool change_limits(Round *r)
{
	static const FieldId ids[] = {F_policy_limits, F_policy_holidays, F_policy_workdays};
	Item *item = garden_find(story_now(r->story), O_policy, SL("policy"));
	FieldId id = ids[below(&r->chance, 3)];
	node_put(item->map, random_node(&r->chance, story_now(r->story), id));
	tell(r, "closed rules in", item->path, schema_field(id)->name);
	return true;
}
