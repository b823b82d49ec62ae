#include "garden.h"

#include "source/front.h"
#include "source/tree.h"

bool is_markdown(const Item *item)
{
	return item->kind != OWNER_KINDS && slice_ends(item->path, SL(".md"));
}

bool is_picture(const Item *item)
{
	return item->kind == OWNER_KINDS && (slice_ends(item->path, SL(".png")) || slice_ends(item->path, SL(".jpg")) ||
	                                     slice_ends(item->path, SL(".webp")));
}

Slice garden_folder(Slice path)
{
	size_t end = path.n;
	while (end && path.p[end - 1] != '/') {
		end--;
	}
	return slice_sub(path, 0, end);
}

static Slice stem_of(Slice path)
{
	Slice name = slice_sub(path, garden_folder(path).n, path.n);
	return slice_sub(name, 0, slice_find_byte(name, '.', 0));
}

static Kind kind_of_path(Slice path)
{
	size_t slash = slice_find_byte(path, '/', 0);
	if (slice_starts(path, SL("media/"))) {
		return slice_ends(path, SL(".yaml")) ? O_media : OWNER_KINDS;
	}
	return schema_kind_named(slash < path.n ? slice_sub(path, 0, slash) : stem_of(path));
}

Item *garden_add(Garden *g, Slice path)
{
	Item item = {.path = arena_dup(g->arena, path), .kind = kind_of_path(path)};
	item.id = item.kind == O_media ? slice_sub(item.path, 0, item.path.n - 5) : stem_of(item.path);
	vec_push(&g->items, item);
	return &g->items.items[g->items.n - 1];
}

/* --- reading --- */

static void take(Garden *g, Tree *t, const TreeFile *file, Diags *diags)
{
	int err;
	Item *item = garden_add(g, file->path);
	Slice bytes = arena_dup(g->arena, tree_bytes(t, file, &err));
	Front front = {.yaml = bytes};
	if (item->kind == OWNER_KINDS) {
		item->bytes = bytes;
		return;
	}
	if (is_markdown(item)) {
		front_split(&front, bytes, item->path, diags);
		item->body = front.body;
	}
	item->map = yaml_parse(g->arena, front.yaml, item->path, 1, diags);
}

bool garden_open(Garden *g, Arena *a, const char *repo)
{
	const TreeOptions o = {.repo = repo, .content = "content", .worktree = true};
	Diags diags;
	diags_init(&diags);
	*g = (Garden){.arena = a};
	Tree *t = tree_open(&o, &diags);
	size_t n = 0;
	const TreeFile *files = t ? tree_files(t, &n) : NULL;
	for (size_t i = 0; i < n; i++) {
		take(g, t, &files[i], &diags);
	}
	if (t) {
		tree_free(t);
	}
	bool sound = n && diags.errors == 0;
	diags_release(&diags);
	return sound;
}

void garden_release(Garden *g)
{
	vec_release(&g->items);
}

void garden_copy(Garden *out, Arena *a, const Garden *from)
{
	*out = (Garden){.arena = a};
	for (size_t i = 0; i < from->items.n; i++) {
		Item item = from->items.items[i];
		item.map = item.map ? node_copy(a, item.map) : NULL;
		vec_push(&out->items, item);
	}
}

/* --- finding --- */

Item *garden_find(const Garden *g, Kind kind, Slice id)
{
	for (size_t i = 0; i < g->items.n; i++) {
		Item *item = &g->items.items[i];
		if (!item->gone && item->kind == kind && slice_eq(item->id, id)) {
			return item;
		}
	}
	return NULL;
}

Item *garden_medium(const Garden *g, Slice path)
{
	for (size_t i = 0; i < g->items.n; i++) {
		Item *item = &g->items.items[i];
		if (!item->gone && item->kind == OWNER_KINDS && slice_eq(item->path, path)) {
			return item;
		}
	}
	return NULL;
}

bool is_described(const Garden *g, const Item *medium)
{
	bool described = garden_find(g, O_media, medium->path);
	for (size_t i = 0; i < g->items.n && !described; i++) {
		const Item *item = &g->items.items[i];
		bool person = item->kind == O_person && !item->gone;
		described = person && slice_eq(text_at(item->map, "photo"), medium->path);
	}
	return described;
}

/* --- writing --- */

void garden_write(Buf *out, const Item *item)
{
	if (item->kind == OWNER_KINDS) {
		buf_add(out, item->bytes);
		return;
	}
	buf_str(out, is_markdown(item) ? "---\n" : "");
	for (const Node *n = item->map->first; n; n = n->next) {
		if (n->type != NODE_NULL) {
			buf_add(out, n->key);
			buf_str(out, ": ");
			node_write(out, n);
			buf_byte(out, '\n');
		}
	}
	buf_str(out, is_markdown(item) ? "---\n" : "");
	buf_add(out, item->body);
}

/* --- renaming --- */

typedef struct Rename {
	Arena *arena;
	Kind kind;
	Slice from, to;
	size_t found;
} Rename;

static Slice replaced(Rename *w, Slice text, Slice from, Slice to)
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

static Slice replaced_links(Rename *w, Slice text)
{
	bool medium = w->kind == OWNER_KINDS;
	Slice open = medium ? SL("](") : arena_join(w->arena, SL("[["), schema_kind(w->kind)->name, SL(":"));
	Slice close = medium ? SL(")") : SL("]]");
	return replaced(w, text, arena_join(w->arena, open, w->from, close), arena_join(w->arena, open, w->to, close));
}

static bool refers(const Rename *w, const FieldInfo *f)
{
	switch (f->type) {
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		return w->kind == OWNER_KINDS;
	case TYPE_TWIN:
		return w->kind == O_document || w->kind == O_method;
	case TYPE_REF:
		return (Kind)f->of == w->kind;
	default:
		return false;
	}
}

static void rename_node(void *ctx, Node *node, FieldId id)
{
	Rename *w = ctx;
	const FieldInfo *f = schema_field(id);
	if (node->type != NODE_SCALAR) {
		return;
	}
	if (refers(w, f) && slice_eq(node->text, w->from)) {
		w->found++;
		node->text = w->to.n ? w->to : node->text;
	} else if (f->type == TYPE_TEXT) {
		node->text = replaced_links(w, node->text);
	}
}

size_t garden_refer(Garden *g, Kind kind, Slice from, Slice to)
{
	Rename w = {g->arena, kind, from, to, 0};
	for (size_t i = 0; i < g->items.n; i++) {
		Item *item = &g->items.items[i];
		if (!item->gone && item->map) {
			node_walk(item->kind, item->map, rename_node, &w);
			item->body = replaced_links(&w, item->body);
		}
	}
	return w.found;
}

void garden_rename(Garden *g, Kind kind, Slice from, Slice to)
{
	Item *item = kind == OWNER_KINDS ? garden_medium(g, from) : garden_find(g, kind, from);
	Item *sidecar = kind == OWNER_KINDS ? garden_find(g, O_media, from) : NULL;
	garden_refer(g, kind, from, to);
	if (item && kind == OWNER_KINDS) {
		item->path = to;
	} else if (item) {
		Slice ext = is_markdown(item) ? SL(".md") : SL(".yaml");
		item->id = to;
		item->path = arena_join(g->arena, garden_folder(item->path), to, ext);
	}
	if (sidecar) {
		sidecar->id = to;
		sidecar->path = arena_join(g->arena, to, SL(".yaml"), SL(""));
	}
}
