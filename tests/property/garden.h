/*
 * garden.h - a content tree that can be changed: records as nodes of YAML, and written out again.
 *
 * Every record keeps its place in the schema, so that a mutation can walk it
 * field by field. Whatever is written out anew is written in another form
 * (one line a key, everything quoted): the form of a file is no content.
 */
#ifndef TESTS_GARDEN_H
#define TESTS_GARDEN_H

#include <fcntl.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/vec.h"
#include "record/schema.h"
#include "source/front.h"
#include "source/tree.h"
#include "source/yaml.h"

typedef struct Item {
	Slice path;  /* "people/ivanova.yaml" */
	Kind kind;   /* OWNER_KINDS: a medium */
	Slice id;    /* of a sidecar: "media/x.jpg" */
	Node *map;   /* NULL for a medium */
	Slice body;  /* of a record in a .md file */
	Slice bytes; /* of a medium */
	bool gone;
} Item;

typedef struct Garden {
	Arena arena;
	VEC(Item) items;
} Garden;

static inline bool is_markdown(const Item *item)
{
	return slice_ends(item->path, SL(".md"));
}

static inline Slice stem_of(Slice path)
{
	size_t slash = slice_find_byte(path, '/', 0);
	Slice name = slash < path.n ? slice_sub(path, slash + 1, path.n) : path;
	return slice_sub(name, 0, slice_find_byte(name, '.', 0));
}

static inline Kind kind_of_path(Slice path)
{
	size_t slash = slice_find_byte(path, '/', 0);
	if (slice_starts(path, SL("media/"))) {
		return slice_ends(path, SL(".yaml")) ? O_media : OWNER_KINDS;
	}
	return schema_kind_named(slash < path.n ? slice_sub(path, 0, slash) : stem_of(path));
}

static inline Item *garden_add(Garden *g, Slice path)
{
	Item item = {.path = arena_dup(&g->arena, path), .kind = kind_of_path(path)};
	item.id = item.kind == O_media ? slice_sub(item.path, 0, item.path.n - 5) : stem_of(item.path);
	vec_push(&g->items, item);
	return &g->items.items[g->items.n - 1];
}

static inline void garden_take(Garden *g, Tree *t, const TreeFile *file, Diags *diags)
{
	int err;
	Item *item = garden_add(g, file->path);
	Slice bytes = arena_dup(&g->arena, tree_bytes(t, file, &err));
	Front front = {.yaml = bytes};
	if (item->kind == OWNER_KINDS) {
		item->bytes = bytes;
		return;
	}
	if (is_markdown(item)) {
		front_split(&front, bytes, item->path, diags);
		item->body = front.body;
	}
	item->map = yaml_parse(&g->arena, front.yaml, item->path, 1, diags);
}

/* Reads the content folder of a repository; false when it has faults of form. */
static inline bool garden_open(Garden *g, const char *repo)
{
	const TreeOptions o = {.repo = repo, .content = "content", .worktree = true};
	Diags diags;
	diags_init(&diags);
	*g = (Garden){.arena = ARENA_INIT};
	Tree *t = tree_open(&o, &diags);
	size_t n = 0;
	const TreeFile *files = t ? tree_files(t, &n) : NULL;
	for (size_t i = 0; i < n; i++) {
		garden_take(g, t, &files[i], &diags);
	}
	if (t) {
		tree_free(t);
	}
	bool sound = n && diags.errors == 0;
	diags_release(&diags);
	return sound;
}

static inline void garden_close(Garden *g)
{
	arena_release(&g->arena);
	vec_release(&g->items);
}

static inline Item *garden_find(Garden *g, Kind kind, Slice id)
{
	for (size_t i = 0; i < g->items.n; i++) {
		Item *item = &g->items.items[i];
		if (!item->gone && item->kind == kind && slice_eq(item->id, id)) {
			return item;
		}
	}
	return NULL;
}

/* --- writing --- */

static inline void write_quoted(Buf *out, Slice s)
{
	buf_byte(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n') {
			buf_str(out, "\\n");
			continue;
		}
		if (s.p[i] == '"' || s.p[i] == '\\') {
			buf_byte(out, '\\');
		}
		buf_byte(out, s.p[i]);
	}
	buf_byte(out, '"');
}

static inline void write_node(Buf *out, const Node *node)
{
	bool plain = !node->quoted && (slice_is(node->text, "true") || slice_is(node->text, "false"));
	if (node->type == NODE_SCALAR && plain) {
		buf_add(out, node->text);
	} else if (node->type == NODE_SCALAR) {
		write_quoted(out, node->text);
	} else {
		buf_byte(out, node->type == NODE_MAP ? '{' : '[');
		for (const Node *n = node->first; n; n = n->next) {
			if (node->type == NODE_MAP) {
				write_quoted(out, n->key);
				buf_str(out, ": ");
			}
			write_node(out, n);
			buf_str(out, n->next ? ", " : "");
		}
		buf_byte(out, node->type == NODE_MAP ? '}' : ']');
	}
}

static inline void write_item(Buf *out, const Item *item)
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
			write_node(out, n);
			buf_byte(out, '\n');
		}
	}
	buf_str(out, is_markdown(item) ? "---\n" : "");
	buf_add(out, item->body);
}

/* Writes the tree below DIR/content, which must not be there yet. */
static inline bool garden_save(const Garden *g, const char *dir)
{
	Buf path = BUF_INIT;
	Buf bytes = BUF_INIT;
	bool done = true;
	for (size_t i = 0; i < g->items.n; i++) {
		if (!g->items.items[i].gone) {
			buf_clear(&path);
			buf_clear(&bytes);
			buf_printf(&path, "%s/content/%.*s", dir, SLICE_ARG(g->items.items[i].path));
			write_item(&bytes, &g->items.items[i]);
			done = done && file_parents(AT_FDCWD, path.p) == 0 &&
			       file_write(AT_FDCWD, path.p, buf_slice(&bytes)) == 0;
		}
	}
	buf_release(&path);
	buf_release(&bytes);
	return done;
}

/* --- nodes --- */

static inline Node *get(const Node *map, const char *key)
{
	return map && map->type == NODE_MAP ? (Node *)node_get(map, slice_of(key)) : NULL;
}

static inline Slice text_at(const Node *map, const char *key)
{
	const Node *n = get(map, key);
	return n && n->type == NODE_SCALAR ? n->text : SL("");
}

static inline bool is_true(const Node *map, const char *key)
{
	return slice_is(text_at(map, key), "true");
}

static inline Date date_at(const Node *map, const char *key)
{
	Date d;
	return date_parse(&d, text_at(map, key)) ? d : DATE_NONE;
}

/* Is a scalar one of a list's items? */
static inline bool lists(const Node *list, const char *word)
{
	for (const Node *n = list ? list->first : NULL; n; n = n->next) {
		if (slice_is(n->text, word)) {
			return true;
		}
	}
	return false;
}

static inline void append(Node *parent, Node *child)
{
	Node **end = &parent->first;
	while (*end) {
		end = &(*end)->next;
	}
	*end = child;
	parent->count++;
}

/* Calls `see` for every node under a map that the schema knows a field for; items of lists too. */
typedef void SeeNode(void *ctx, Node *node, FieldId f);

static inline void walk(Owner owner, Node *map, SeeNode *see, void *ctx)
{
	for (Node *n = map->first; n; n = n->next) {
		FieldId f = schema_find(owner, n->key);
		bool list = f != FIELD_COUNT && schema_field(f)->list;
		for (Node *v = list ? n->first : n; f != FIELD_COUNT && v; v = list ? v->next : NULL) {
			see(ctx, v, f);
			if (v->type == NODE_MAP && schema_field(f)->type == TYPE_MAP) {
				walk((Owner)schema_field(f)->of, v, see, ctx);
			}
		}
	}
}

#endif
