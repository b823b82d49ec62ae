#include "nodes.h"

Node *get(const Node *map, const char *key)
{
	return map && map->type == NODE_MAP ? (Node *)node_get(map, slice_of(key)) : NULL;
}

Slice text_at(const Node *map, const char *key)
{
	const Node *n = get(map, key);
	return n && n->type == NODE_SCALAR ? n->text : SL("");
}

bool is_true(const Node *map, const char *key)
{
	return slice_is(text_at(map, key), "true");
}

Date date_at(const Node *map, const char *key)
{
	Date d;
	return date_parse(&d, text_at(map, key)) ? d : DATE_NONE;
}

int64_t int_at(const Node *map, const char *key, unsigned otherwise)
{
	unsigned value = otherwise;
	slice_uint(text_at(map, key), &value);
	return value;
}

bool lists(const Node *list, Slice word)
{
	for (const Node *n = list ? list->first : NULL; n; n = n->next) {
		if (slice_eq(n->text, word)) {
			return true;
		}
	}
	return false;
}

Node *node_new(Arena *a, NodeType type, Slice key)
{
	Node *n = ARENA_NEW(a, Node);
	n->type = type;
	n->key = key;
	return n;
}

Node *node_scalar(Arena *a, Slice key, Slice text)
{
	Node *n = node_new(a, NODE_SCALAR, key);
	n->text = text;
	n->quoted = !slice_is(text, "true") && !slice_is(text, "false");
	return n;
}

Node *node_copy(Arena *a, const Node *node)
{
	Node *copy = ARENA_NEW(a, Node);
	*copy = *node;
	copy->first = copy->next = NULL;
	Node **end = &copy->first;
	for (const Node *n = node->first; n; n = n->next) {
		*end = node_copy(a, n);
		end = &(*end)->next;
	}
	return copy;
}

void node_append(Node *parent, Node *child)
{
	Node **end = &parent->first;
	while (*end) {
		end = &(*end)->next;
	}
	*end = child;
	parent->count++;
}

void node_put(Node *map, Node *value)
{
	Node *old = (Node *)node_get(map, value->key);
	if (old) {
		value->next = old->next;
		*old = *value;
	} else {
		node_append(map, value);
	}
}

void node_put_text(Arena *a, Node *map, const char *key, const char *text)
{
	node_put(map, node_scalar(a, slice_of(key), slice_of(text)));
}

bool node_remove(Node *map, Slice key)
{
	for (Node **n = &map->first; *n; n = &(*n)->next) {
		if (slice_eq((*n)->key, key)) {
			*n = (*n)->next;
			map->count--;
			return true;
		}
	}
	return false;
}

void node_walk(Owner owner, Node *map, SeeNode *see, void *ctx)
{
	for (Node *n = map->first; n; n = n->next) {
		FieldId f = schema_find(owner, n->key);
		bool list = f != FIELD_COUNT && schema_field(f)->list;
		for (Node *v = list ? n->first : n; f != FIELD_COUNT && v; v = list ? v->next : NULL) {
			see(ctx, v, f);
			if (v->type == NODE_MAP && schema_field(f)->type == TYPE_MAP) {
				node_walk((Owner)schema_field(f)->of, v, see, ctx);
			}
		}
	}
}

static void write_quoted(Buf *out, Slice s)
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

static void write_children(Buf *out, const Node *node)
{
	for (const Node *n = node->first; n; n = n->next) {
		if (node->type == NODE_MAP) {
			write_quoted(out, n->key);
			buf_str(out, ": ");
		}
		node_write(out, n);
		buf_str(out, n->next ? ", " : "");
	}
}

void node_write(Buf *out, const Node *node)
{
	bool plain = !node->quoted && (slice_is(node->text, "true") || slice_is(node->text, "false"));
	if (node->type == NODE_SCALAR && plain) {
		buf_add(out, node->text);
	} else if (node->type == NODE_SCALAR) {
		write_quoted(out, node->text);
	} else if (node->type != NODE_NULL) {
		buf_byte(out, node->type == NODE_MAP ? '{' : '[');
		write_children(out, node);
		buf_byte(out, node->type == NODE_MAP ? '}' : ']');
	}
}
