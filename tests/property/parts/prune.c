#include "prune.h"

typedef struct Pruner {
	Garden *garden;
	bool again; /* a record went: others may have spoken of it */
} Pruner;

static bool is_there(const Garden *g, const FieldInfo *f, Slice text)
{
	switch (f->type) {
	case TYPE_REF:
		return garden_find(g, (Kind)f->of, text) != NULL;
	case TYPE_TWIN:
		return garden_find(g, O_document, text) || garden_find(g, O_method, text);
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		return garden_medium(g, text) != NULL;
	default:
		return true;
	}
}

static Slice without(Arena *a, Slice text, size_t from, size_t to)
{
	return arena_join(a, slice_sub(text, 0, from), SL("нет"), slice_sub(text, to, text.n));
}

/* "[[kind:id]]" and "(media/...)" of a text; the word that stood around a file stays. */
static Slice prune_text(const Garden *g, Slice text)
{
	for (size_t at = slice_find(text, SL("[["), 0); at < text.n; at = slice_find(text, SL("[["), at + 1)) {
		size_t colon = slice_find_byte(text, ':', at);
		size_t end = slice_find(text, SL("]]"), at);
		Kind kind = schema_kind_named(slice_sub(text, at + 2, colon));
		if (kind != OWNER_KINDS && !garden_find(g, kind, slice_sub(text, colon + 1, end))) {
			text = without(g->arena, text, at, end + 2);
		}
	}
	for (size_t at = slice_find(text, SL("](media/"), 0); at < text.n;
	     at = slice_find(text, SL("](media/"), at + 1)) {
		size_t end = slice_find_byte(text, ')', at);
		size_t open = at;
		while (open && text.p[open] != '[') {
			open--;
		}
		open -= open && text.p[open - 1] == '!';
		Slice path = slice_sub(text, at + 2, end);
		if (!garden_medium(g, path) || !garden_find(g, O_media, path)) {
			text = without(g->arena, text, open, end + 1);
			at = open;
		}
	}
	return text;
}

static bool prune_map(Pruner *p, Owner owner, Node *map);

/* False when the value cannot stay. */
static bool prune_value(Pruner *p, const FieldInfo *f, Node *v)
{
	if (f->type == TYPE_MAP) {
		return prune_map(p, (Owner)f->of, v);
	}
	if (f->type == TYPE_TEXT) {
		v->text = prune_text(p->garden, v->text);
	}
	return v->type != NODE_SCALAR || is_there(p->garden, f, v->text);
}

static bool prune_list(Pruner *p, const FieldInfo *f, Node *list)
{
	bool was_empty = list->count == 0;
	for (Node **n = &list->first; *n;) {
		if (prune_value(p, f, *n)) {
			n = &(*n)->next;
		} else {
			*n = (*n)->next;
			list->count--;
		}
	}
	return list->count > 0 || was_empty;
}

static bool prune_map(Pruner *p, Owner owner, Node *map)
{
	bool whole = true;
	for (Node **n = &map->first; *n;) {
		const FieldInfo *f = schema_field(schema_find(owner, (*n)->key));
		if (f->list ? prune_list(p, f, *n) : prune_value(p, f, *n)) {
			n = &(*n)->next;
		} else {
			*n = (*n)->next;
			map->count--;
			whole = whole && !f->needed;
		}
	}
	return whole;
}

static bool prune_item(Pruner *p, Item *item)
{
	if (item->kind == O_media && !garden_medium(p->garden, item->id)) {
		return false;
	}
	item->body = prune_text(p->garden, item->body);
	if (is_picture(item)) {
		return is_described(p->garden, item);
	}
	return !item->map || prune_map(p, item->kind, item->map);
}

void prune(Garden *g)
{
	Pruner p = {g, true};
	while (p.again) {
		p.again = false;
		for (size_t i = 0; i < g->items.n; i++) {
			Item *item = &g->items.items[i];
			if (!item->gone && !prune_item(&p, item)) {
				item->gone = p.again = true;
			}
		}
	}
}
