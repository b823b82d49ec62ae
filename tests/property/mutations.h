/*
 * mutations.h - ways to change what the public does not see, and one to change what it does.
 *
 * Each tries a random place and says whether it did anything there.
 */
#ifndef TESTS_MUTATIONS_H
#define TESTS_MUTATIONS_H

#include "chance.h"
#include "oracle.h"

/* One round: a garden, what is withheld in it, and what was done to it. */
typedef struct Round {
	Garden garden;
	Oracle oracle;
	Chance chance;
	Buf done;
} Round;

typedef bool Mutation(Round *r);

static void tell(Round *r, const char *what, Slice path, Slice detail)
{
	buf_printf(&r->done, "# %s %.*s %.*s\n", what, SLICE_ARG(path), SLICE_ARG(detail));
}

static Item *some_item(Round *r)
{
	for (;;) {
		Item *item = &r->garden.items.items[below(&r->chance, r->garden.items.n)];
		if (!item->gone) {
			return item;
		}
	}
}

/* NULL when there is none of the kind. */
static Item *some_of(Round *r, Kind kind)
{
	return garden_find(&r->garden, kind, some_id(&r->chance, kind));
}

/* A record of some kind, whichever it is: there are many documents and few surveys. */
static Item *some_record(Round *r)
{
	for (;;) {
		Item *item = some_of(r, (Kind)below(&r->chance, OWNER_KINDS));
		if (item) {
			return item;
		}
	}
}

/* --- values --- */

/* A scalar, and the field that it is of. */
typedef struct Spot {
	Node *node;
	const FieldInfo *field;
} Spot;

typedef VEC(Spot) Spots;

/* Scalars of a map that may take another value unseen; `whole`: all of it is withheld. */
static void gather(Round *r, const Item *item, Owner owner, Node *map, bool whole, Spots *out)
{
	for (Node *n = map->first; n; n = n->next) {
		FieldId id = schema_find(owner, n->key);
		const FieldInfo *f = schema_field(id);
		bool hidden = whole || class_withholds(&r->oracle, item, f);
		for (Node *v = f->list ? n->first : n; v && !steers(id); v = f->list ? v->next : NULL) {
			if (v->type == NODE_MAP && f->type == TYPE_MAP) {
				gather(r, item, (Owner)f->of, v, hidden, out);
			} else if (hidden && v->type == NODE_SCALAR && random_text(&r->chance, f).n) {
				vec_push(out, (Spot){v, f});
			}
		}
	}
}

/* A word may stand once in a list of words. */
static bool is_word(FieldType type)
{
	return type == TYPE_ENUM || type == TYPE_VOCAB;
}

static bool change_values(Round *r)
{
	Item *item = some_record(r);
	Spots all = {NULL, 0, 0};
	size_t changed = 0;
	gather(r, item, item->kind, item->map, is_withheld(&r->oracle, item), &all);
	for (size_t i = 0; i < all.n; i++) {
		const FieldInfo *f = all.items[i].field;
		bool fixed = is_word(f->type) && f->list;
		if (!fixed && one_in(&r->chance, 2)) {
			all.items[i].node->text = random_text(&r->chance, f);
			all.items[i].node->quoted = f->type != TYPE_BOOL;
			tell(r, "value of", item->path, f->name);
			changed++;
		}
	}
	vec_release(&all);
	return changed > 0;
}

static bool change_body(Round *r)
{
	Item *item = some_record(r);
	bool portfolio = item->kind == O_mentor && !agrees(&r->oracle, person_of(&r->oracle, item), "portfolio");
	if (!is_markdown(item) || item->body.n == 0 || !(portfolio || is_withheld(&r->oracle, item))) {
		return false;
	}
	item->body = arena_join(&r->garden.arena, nonsense(&r->chance, 30), SL("\n\n## "), nonsense(&r->chance, 2));
	tell(r, "body of", item->path, SL(""));
	return true;
}

static bool add_closed_field(Round *r)
{
	Item *item = some_record(r);
	size_t n;
	const FieldId *ids = schema_fields(item->kind, &n);
	FieldId id = ids[below(&r->chance, n)];
	const FieldInfo *f = schema_field(id);
	bool free = !steers(id) && f->class == CLASS_CLOSED && f->type != TYPE_BODYTEXT;
	if (!free || node_get(item->map, f->name)) {
		return false;
	}
	Node *value = random_node(&r->chance, id, f->name);
	if (!value) {
		return false;
	}
	append(item->map, value);
	tell(r, "new field in", item->path, f->name);
	return true;
}

/* Of a person called by initials only the first letters are public. */
static bool change_given_name(Round *r)
{
	Item *item = some_of(r, O_person);
	Node *given = item ? get(item->map, "given") : NULL;
	if (!given || agrees(&r->oracle, item->map, "name")) {
		return false;
	}
	size_t at = 0;
	utf8_next(given->text, &at);
	given->text = arena_join(&r->garden.arena, slice_sub(given->text, 0, at), nonsense(&r->chance, 1), SL(""));
	tell(r, "given name in", item->path, SL(""));
	return true;
}

/* A consent that is not in force: not yet signed, over, withdrawn, or a child's own. */
static bool add_dead_consent(Round *r)
{
	Item *item = some_of(r, O_person);
	Chance *c = &r->chance;
	if (!item) {
		return false;
	}
	Node *consent = random_map(c, O_consent, SL(""));
	size_t way = below(c, is_minor(&r->oracle, item->map) ? 4 : 3);
	put_text(c, consent, "signed", way == 0 ? "2999-01-01" : "2000-01-01");
	put_text(c, consent, "until", way == 1 ? "2001-01-01" : "2999-12-31");
	put_text(c, consent, "withdrawn", way == 2 ? "2000-06-01" : "2999-12-31");
	put_text(c, consent, "by", way == 3 ? "self" : "representative");
	if (!get(item->map, "consents")) {
		append(item->map, new_node(c, NODE_LIST, SL("consents")));
	}
	append(get(item->map, "consents"), consent);
	tell(r, "dead consent in", item->path, SL(""));
	return true;
}

/* Grounds that release nothing are alike. */
static bool change_ground(Round *r)
{
	static const char *const grounds[] = {"plan", "agreement", "curator"};
	Item *item = some_of(r, O_programme);
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

/* --- form and order --- */

static void shuffle_map(Round *r, Node *node)
{
	if (node->type == NODE_MAP) {
		shuffle(&r->chance, node);
	}
	for (Node *n = node->first; n; n = n->next) {
		shuffle_map(r, n);
	}
}

static bool reorder_keys(Round *r)
{
	Item *item = some_record(r);
	shuffle_map(r, item->map);
	tell(r, "keys of", item->path, SL(""));
	return true;
}

/* In what order consents, their categories, and the people of a programme are written is no public value. */
static bool reorder_lists(Round *r)
{
	static const char *const keys[] = {"consents", "mentors", "mentees", "people", "reports", "replacements"};
	Item *item = some_record(r);
	size_t found = 0;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		Node *list = get(item->map, keys[i]);
		if (list && list->type == NODE_LIST && list->count > 1) {
			shuffle(&r->chance, list);
			found++;
		}
	}
	Node *consents = get(item->map, "consents");
	for (Node *c = consents ? consents->first : NULL; c; c = c->next) {
		shuffle(&r->chance, get(c, "covers"));
		found++;
	}
	tell(r, "lists of", item->path, SL(""));
	return found > 0;
}

/* --- records --- */

/* Every scalar that names a record, in fields; and links in texts. */
typedef struct Rename {
	Arena *arena;
	Kind kind;
	Slice from, to; /* `to` empty: only look */
	size_t found;
} Rename;

static Slice renamed(Rename *w, Slice text, Slice from, Slice to)
{
	size_t at = slice_find(text, from, 0);
	while (at < text.n) {
		w->found++;
		if (w->to.n == 0) {
			return text;
		}
		Slice head = slice_sub(text, 0, at);
		text = arena_join(w->arena, head, to, slice_sub(text, at + from.n, text.n));
		at = slice_find(text, from, head.n + to.n);
	}
	return text;
}

static Slice renamed_links(Rename *w, Slice text)
{
	Slice open =
	        w->kind == OWNER_KINDS ? SL("](") : arena_join(w->arena, SL("[["), schema_kind(w->kind)->name, SL(":"));
	Slice close = w->kind == OWNER_KINDS ? SL(")") : SL("]]");
	return renamed(w, text, arena_join(w->arena, open, w->from, close), arena_join(w->arena, open, w->to, close));
}

static void rename_node(void *ctx, Node *node, FieldId id)
{
	Rename *w = ctx;
	const FieldInfo *f = schema_field(id);
	bool medium = w->kind == OWNER_KINDS && (f->type == TYPE_MEDIA || f->type == TYPE_IMAGE);
	bool ref = f->type == TYPE_REF && (Kind)f->of == w->kind;
	if (node->type != NODE_SCALAR) {
		return;
	}
	if ((medium || ref) && slice_eq(node->text, w->from)) {
		w->found++;
		node->text = w->to.n ? w->to : node->text;
	} else if (f->type == TYPE_TEXT) {
		node->text = renamed_links(w, node->text);
	}
}

static size_t rename_all(Round *r, Kind kind, Slice from, Slice to)
{
	Rename w = {&r->garden.arena, kind, from, to, 0};
	for (size_t i = 0; i < r->garden.items.n; i++) {
		Item *item = &r->garden.items.items[i];
		if (!item->gone && item->map) {
			walk(item->kind, item->map, rename_node, &w);
			item->body = renamed_links(&w, item->body);
		}
	}
	return w.found;
}

/* Names of files that the public never sees. */
static bool rename_record(Round *r)
{
	Item *item = some_record(r);
	Arena *a = &r->garden.arena;
	bool hidden = item->kind == O_person || item->kind == O_mentee || item->kind == O_award ||
	              item->kind == O_survey || item->kind == O_programme ||
	              (item->kind == O_mentor && is_withheld(&r->oracle, item));
	if (!hidden) {
		return false;
	}
	Slice id = fresh_id(&r->chance);
	Slice folder = slice_sub(item->path, 0, slice_find_byte(item->path, '/', 0) + 1);
	tell(r, "name of", item->path, id);
	rename_all(r, item->kind, item->id, id);
	item->id = id;
	item->path = arena_join(a, folder, id, is_markdown(item) ? SL(".md") : SL(".yaml"));
	return true;
}

static bool rename_picture(Round *r)
{
	Item *item = some_item(r);
	Arena *a = &r->garden.arena;
	size_t dot = slice_find_byte(item->path, '.', 0);
	Slice ext = slice_sub(item->path, dot, item->path.n);
	if (item->kind != OWNER_KINDS || !(slice_is(ext, ".png") || slice_is(ext, ".jpg") || slice_is(ext, ".webp"))) {
		return false;
	}
	Slice path = arena_join(a, SL("media/"), fresh_id(&r->chance), ext);
	Item *sidecar = garden_find(&r->garden, O_media, item->path);
	tell(r, "name of", item->path, path);
	rename_all(r, OWNER_KINDS, item->path, path);
	if (sidecar) {
		sidecar->path = arena_join(a, path, SL(".yaml"), SL(""));
		sidecar->id = path;
	}
	item->path = path;
	return true;
}

static bool remove_record(Round *r)
{
	Item *item = some_record(r);
	if (!is_withheld(&r->oracle, item) || is_counted(&r->oracle, item) ||
	    rename_all(r, item->kind, item->id, SL(""))) {
		return false;
	}
	item->gone = true;
	tell(r, "without", item->path, SL(""));
	return true;
}

/* A record of any kind that D or a draft withholds. */
static bool add_record(Round *r)
{
	static const Kind kinds[] = {O_person, O_mentor, O_mentee, O_programme, O_partner, O_case, O_document,
	                             O_method, O_news,   O_event,  O_award,     O_survey,  O_page};
	Chance *c = &r->chance;
	Kind kind = kinds[below(c, sizeof kinds / sizeof *kinds)];
	Item *item = garden_add(&r->garden, arena_printf(c->arena, "%.*s/%.*s.yaml",
	                                                 SLICE_ARG(schema_kind(kind)->folder), SLICE_ARG(fresh_id(c))));
	item->map = random_map(c, kind, SL(""));
	size_t way = below(c, 3);
	put_text(c, item->map, "draft", way == 0 ? "true" : "false");
	put_text(c, item->map, "publish_from", way == 1 ? "2999-01-01" : "2000-01-01");
	put_text(c, item->map, "publish_until", way == 2 ? "2001-01-01" : "2999-12-31");
	tell(r, "withheld record", item->path, SL(""));
	return true;
}

/* A mentor or an award of somebody who agreed to nothing. */
static bool add_silent(Round *r)
{
	Chance *c = &r->chance;
	Slice id = fresh_id(c);
	Kind kind = one_in(c, 2) ? O_mentor : O_award;
	Item *person = garden_add(&r->garden, arena_printf(c->arena, "people/%.*s.yaml", SLICE_ARG(id)));
	person->map = random_map(c, O_person, SL(""));
	Node *silent = new_node(c, NODE_LIST, SL("consents"));
	put_node(person->map, silent);
	Node *grown = new_node(c, NODE_SCALAR, SL("minor_until"));
	grown->text = SL("2001-01-01");
	put_node(person->map, grown);
	put_text(c, person->map, "draft", "false");
	Item *part = garden_add(&r->garden, arena_printf(c->arena, "%.*s/%.*s.yaml",
	                                                 SLICE_ARG(schema_kind(kind)->folder), SLICE_ARG(id)));
	part->map = random_map(c, kind, SL(""));
	Node *ref = new_node(c, NODE_SCALAR, SL("person"));
	ref->text = id;
	put_node(part->map, ref);
	tell(r, "silent person and", part->path, SL(""));
	return true;
}

/* --- media --- */

static bool add_media(Round *r)
{
	Chance *c = &r->chance;
	bool picture = one_in(c, 2);
	Slice path = arena_join(c->arena, SL("media/"), fresh_id(c), picture ? SL(".png") : SL(".docx"));
	Item *item = garden_add(&r->garden, path);
	item->bytes = picture ? random_picture(c, path) : nonsense(c, 50);
	Item *sidecar = garden_add(&r->garden, arena_join(c->arena, path, SL(".yaml"), SL("")));
	sidecar->map = random_map(c, O_media, SL(""));
	tell(r, "unused", path, SL(""));
	return true;
}

static bool change_picture(Round *r)
{
	Item *item = some_item(r);
	bool picture = slice_ends(item->path, SL(".png")) || slice_ends(item->path, SL(".jpg")) ||
	               slice_ends(item->path, SL(".webp"));
	if (item->kind != OWNER_KINDS || !picture || !is_medium_withheld(&r->oracle, item->path)) {
		return false;
	}
	item->bytes = random_picture(&r->chance, item->path);
	tell(r, "picture", item->path, SL(""));
	return true;
}

/* --- what must show --- */

/* A public text of a record with a page of its own. */
static bool change_public(Round *r)
{
	Item *item = some_record(r);
	bool paged = item->kind != O_media && schema_kind(item->kind)->page && item->kind != O_mentor;
	if (!paged || is_withheld(&r->oracle, item)) {
		return false;
	}
	for (Node *n = item->map->first; n; n = n->next) {
		const FieldInfo *f = schema_field(schema_find(item->kind, n->key));
		bool text = f->type == TYPE_STRING && !f->list && n->type == NODE_SCALAR;
		if (text && f->class == CLASS_OPEN && one_in(&r->chance, 3)) {
			n->text = nonsense(&r->chance, 2);
			tell(r, "public value of", item->path, f->name);
			return true;
		}
	}
	return false;
}

/* --- all of them --- */

static Mutation *const unseen[] = {
        change_values,    change_values,     change_values,  change_body,      add_closed_field,
        add_closed_field, change_given_name, change_ground,  reorder_keys,     reorder_lists,
        rename_record,    rename_record,     rename_picture, remove_record,    add_record,
        add_silent,       change_picture,    add_media,      add_dead_consent,
};

#endif
