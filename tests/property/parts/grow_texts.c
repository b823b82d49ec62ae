/* Texts: they come last, for what they may link to depends on the day. */
#include "grow_parts.h"

typedef struct Writer {
	Grower *grower;
	Oracle oracle;
} Writer;

/* May a public text link to it (rule 11, content.md on Markdown)? */
static bool may_be_linked(const Oracle *o, const Item *item)
{
	const Node *person = item->map ? person_of(o, o->now, item) : NULL;
	switch (item->kind) {
	case O_person:
	case O_mentor:
	case O_mentee:
		return !is_absent(o, item->map) && !is_absent(o, person) &&
		       !(is_minor(o, person) && minors_are(o, "hide"));
	case O_programme:
	case O_partner:
	case O_case:
	case O_document:
	case O_method:
	case O_news:
	case O_event:
	case O_page:
		return is_listed(o, item->kind) && !is_withheld(o, o->now, item);
	default:
		return false;
	}
}

static const Item *some_item(Writer *w, bool medium)
{
	size_t n = 0;
	const Item *found = NULL;
	const Garden *g = w->oracle.now;
	for (size_t i = 0; i < g->items.n; i++) {
		const Item *item = &g->items.items[i];
		bool fits = medium ? item->kind == OWNER_KINDS && garden_find(g, O_media, item->path)
		                   : may_be_linked(&w->oracle, item);
		found = fits && below(&w->grower->chance, ++n) == 0 ? item : found;
	}
	return found;
}

static Slice with_link(Writer *w, Slice text)
{
	const Item *to = some_item(w, false);
	Arena *a = w->grower->chance.arena;
	if (!to) {
		return text;
	}
	Slice link = arena_printf(a, "[[%.*s:%.*s]]", SLICE_ARG(schema_kind(to->kind)->name), SLICE_ARG(to->id));
	return arena_join(a, text, SL("\n\nСм. "), link);
}

static Slice with_medium(Writer *w, Slice text)
{
	const Item *medium = some_item(w, true);
	Arena *a = w->grower->chance.arena;
	if (!medium) {
		return text;
	}
	Slice open = is_picture(medium) ? SL("\n\n![](") : SL("\n\n[Приложение к тексту](");
	return arena_join(a, text, open, arena_join(a, medium->path, SL(")"), SL("")));
}

static Slice some_body(Writer *w)
{
	Chance *c = &w->grower->chance;
	Slice text = some_prose(c);
	for (size_t i = below(c, 3); i; i--) {
		text = arena_join(c->arena, text, SL("\n\n## "), nonsense(c, 2));
		text = arena_join(c->arena, text, SL("\n\n"), some_prose(c));
		text = one_in(c, 2) ? with_link(w, text) : text;
		text = one_in(c, 2) ? with_medium(w, text) : text;
	}
	return arena_join(c->arena, text, SL("\n"), SL(""));
}

static void see_text(void *ctx, Node *node, FieldId f)
{
	Writer *w = ctx;
	if (schema_field(f)->type == TYPE_TEXT && node->type == NODE_SCALAR && one_in(&w->grower->chance, 3)) {
		node->text = with_link(w, node->text);
	}
}

static void note_body(Chance *c, Kind kind)
{
	size_t n;
	const FieldId *ids = schema_fields(kind, &n);
	for (size_t i = 0; c->grown && i < n; i++) {
		c->grown[ids[i]] += schema_field(ids[i])->type == TYPE_BODYTEXT;
	}
}

void grow_texts(Grower *g)
{
	Writer w = {g, oracle_of(g->story)};
	for (size_t i = 0; i < g->garden->items.n; i++) {
		Item *item = &g->garden->items.items[i];
		if (item->map) {
			node_walk(item->kind, item->map, see_text, &w);
		}
		if (item->map && is_markdown(item) && schema_kind(item->kind)->body && !one_in(&g->chance, 5)) {
			item->body = some_body(&w);
			note_body(&g->chance, item->kind);
		}
	}
}
