#include "source/yaml.h"

#include <yaml.h>

#include "base/locale.h"
#include "base/map.h"
#include "base/mem.h"
#include "source/chars.h"

/* MAX_SKIPPED: libyaml takes time in proportion to the depth for each token,
 * so what is too deep is not followed down to any depth. */
enum { MAX_DEPTH = 16, MAX_SKIPPED = 100, MAX_NODES = 100000 };

typedef struct Reader {
	yaml_parser_t parser;
	yaml_event_t event; /* the one being looked at */
	Arena *arena;
	Diags *diags;
	Slice text;
	Slice path;
	unsigned line;
	size_t index, offset; /* a character of text, and its byte: see char_at() */
	size_t nodes;
	bool ended;   /* the document was closed by "..." */
	bool stopped; /* after a fault beyond which nothing can be read */
} Reader;

static Loc loc_of(const Reader *r, yaml_mark_t mark)
{
	return (Loc){r->path, r->line + (unsigned)mark.line, (unsigned)mark.column + 1};
}

static Loc here(const Reader *r)
{
	return loc_of(r, r->event.start_mark);
}

static bool says(const char *message, const char *word)
{
	return message && strstr(message, word);
}

/* A '&', '*' or '!' that begins a text is the usual cause of these faults, so
 * the message should speak of that and not of indents; and a quote that is
 * never closed is to be mended where it opens, not at the end of the file. */
static void report_syntax(Reader *r)
{
	const yaml_parser_t *p = &r->parser;
	if (says(p->context, "anchor") || says(p->context, "alias")) {
		DIAG_AT(r->diags, D_YAML_ANCHOR, loc_of(r, p->context_mark));
	} else if (says(p->context, " tag") || says(p->problem, "tag handle")) {
		DIAG_AT(r->diags, D_YAML_TAG, loc_of(r, p->context_mark));
	} else if (says(p->context, "quoted scalar") && says(p->problem, "end of stream")) {
		DIAG_AT(r->diags, D_YAML_SYNTAX, loc_of(r, p->context_mark));
	} else if (r->ended) {
		DIAG_AT(r->diags, D_YAML_DOCUMENTS, loc_of(r, p->problem_mark));
	} else {
		DIAG_AT(r->diags, D_YAML_SYNTAX, loc_of(r, p->problem_mark));
	}
}

static bool advance(Reader *r)
{
	yaml_event_delete(&r->event);
	if (r->stopped) {
		return false;
	}
	if (yaml_parser_parse(&r->parser, &r->event)) {
		return true;
	}
	if (r->parser.error == YAML_MEMORY_ERROR) {
		mem_exhausted();
	}
	report_syntax(r);
	r->stopped = true;
	return false;
}

/* The byte that begins the index-th character; cheap when asked in the order of the text. */
static char char_at(Reader *r, size_t index)
{
	if (index < r->index) {
		r->index = r->offset = 0;
	}
	while (r->index < index && r->offset < r->text.n) {
		utf8_next(r->text, &r->offset);
		r->index++;
	}
	return r->offset < r->text.n ? r->text.p[r->offset] : '\0';
}

static bool has_anchor(const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_ALIAS_EVENT:
		return true;
	case YAML_SCALAR_EVENT:
		return e->data.scalar.anchor != NULL;
	case YAML_SEQUENCE_START_EVENT:
		return e->data.sequence_start.anchor != NULL;
	case YAML_MAPPING_START_EVENT:
		return e->data.mapping_start.anchor != NULL;
	default:
		return false;
	}
}

static bool has_tag(Reader *r)
{
	const yaml_event_t *e = &r->event;
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		/* libyaml forgets the tag "!" of a scalar, but the scalar begins with it. */
		return e->data.scalar.tag || char_at(r, e->start_mark.index) == '!';
	case YAML_SEQUENCE_START_EVENT:
		return e->data.sequence_start.tag != NULL;
	case YAML_MAPPING_START_EVENT:
		return e->data.mapping_start.tag != NULL;
	default:
		return false;
	}
}

static void inspect(Reader *r)
{
	if (has_anchor(&r->event)) {
		DIAG_AT(r->diags, D_YAML_ANCHOR, here(r));
	}
	if (has_tag(r)) {
		DIAG_AT(r->diags, D_YAML_TAG, here(r));
	}
}

static bool opens(const yaml_event_t *e)
{
	return e->type == YAML_SEQUENCE_START_EVENT || e->type == YAML_MAPPING_START_EVENT;
}

static bool closes(const yaml_event_t *e)
{
	return e->type == YAML_SEQUENCE_END_EVENT || e->type == YAML_MAPPING_END_EVENT;
}

/* Passes over a list or a map that cannot be kept; faults inside are still told. */
static void skip(Reader *r)
{
	size_t depth = 1;
	while (depth && advance(r)) {
		inspect(r);
		depth += opens(&r->event);
		depth -= closes(&r->event);
		r->stopped = depth > MAX_SKIPPED;
	}
}

static Slice scalar_text(Reader *r)
{
	Slice raw = {(const char *)r->event.data.scalar.value, r->event.data.scalar.length};
	return text_nfc(r->arena, chars_keep(r->arena, raw, here(r), r->diags));
}

static void read_scalar(Reader *r, Node *node)
{
	yaml_scalar_style_t style = r->event.data.scalar.style;
	node->quoted = style != YAML_PLAIN_SCALAR_STYLE;
	node->block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
	node->text = scalar_text(r);
	/* "null" and "~" are text: no type is guessed from looks (content.md, YAML). */
	node->type = node->text.n == 0 && !node->quoted ? NODE_NULL : NODE_SCALAR;
}

static Node *read_node(Reader *r, unsigned depth);

static void read_list(Reader *r, Node *list, unsigned depth)
{
	Node **tail = &list->first;
	while (advance(r) && !closes(&r->event)) {
		Node *child = read_node(r, depth);
		if (child) {
			*tail = child;
			tail = &child->next;
			list->count++;
		}
	}
}

/* The key at hand; false when its value cannot be kept. */
static bool read_key(Reader *r, Slice *out)
{
	inspect(r);
	if (r->event.type != YAML_SCALAR_EVENT) {
		bool alias = r->event.type == YAML_ALIAS_EVENT;
		if (!alias) {
			DIAG_AT(r->diags, D_YAML_KEY, here(r));
			skip(r);
		}
		return false;
	}
	*out = scalar_text(r);
	bool plain = r->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	if (plain && slice_is(*out, "<<")) {
		DIAG_AT(r->diags, D_YAML_MERGE, here(r));
		return false;
	}
	if (out->n == 0 || slice_find_byte(*out, '\n', 0) < out->n) {
		DIAG_AT(r->diags, D_YAML_KEY, here(r));
		return false;
	}
	return true;
}

static void read_map(Reader *r, Node *map, unsigned depth)
{
	Map seen = MAP_INIT;
	Node **tail = &map->first;
	while (advance(r) && !closes(&r->event)) {
		Slice key = {NULL, 0};
		Loc key_loc = here(r);
		bool keep = read_key(r, &key);
		if (keep && map_get(&seen, key)) {
			DIAG(r->diags, D_YAML_DUPLICATE, key_loc, key);
			keep = false;
		}
		Node *child = advance(r) ? read_node(r, depth) : NULL;
		if (keep && child) {
			child->key = key;
			child->key_loc = key_loc;
			map_put(&seen, key, child);
			*tail = child;
			tail = &child->next;
			map->count++;
		}
	}
	map_release(&seen);
}

static Node *read_collection(Reader *r, Node *node, unsigned depth)
{
	if (depth >= MAX_DEPTH) {
		DIAG_AT(r->diags, D_YAML_DEPTH, node->loc);
		skip(r);
		return NULL;
	}
	if (r->event.type == YAML_SEQUENCE_START_EVENT) {
		node->type = NODE_LIST;
		read_list(r, node, depth + 1);
	} else {
		node->type = NODE_MAP;
		read_map(r, node, depth + 1);
	}
	return node;
}

/* The value that begins with the event at hand, inside `depth` lists and maps;
 * its last event is at hand after. NULL when it cannot be kept. */
static Node *read_node(Reader *r, unsigned depth)
{
	inspect(r);
	if (r->event.type == YAML_ALIAS_EVENT) {
		return NULL;
	}
	if (++r->nodes > MAX_NODES) {
		DIAG_AT(r->diags, D_YAML_NODES, here(r));
		r->stopped = true;
		return NULL;
	}
	Node *node = ARENA_NEW(r->arena, Node);
	node->loc = here(r);
	if (opens(&r->event)) {
		return read_collection(r, node, depth);
	}
	read_scalar(r, node);
	return node;
}

static Node *empty_map(Reader *r)
{
	Node *map = ARENA_NEW(r->arena, Node);
	map->type = NODE_MAP;
	map->loc = (Loc){r->path, r->line, 1};
	return map;
}

static void inspect_document(Reader *r)
{
	if (r->event.data.document_start.version_directive) {
		DIAG_AT(r->diags, D_YAML_DOCUMENTS, here(r));
	}
	if (r->event.data.document_start.tag_directives.start != r->event.data.document_start.tag_directives.end) {
		DIAG_AT(r->diags, D_YAML_TAG, here(r));
	}
}

static Node *read_root(Reader *r)
{
	Node *root = read_node(r, 0);
	if (r->stopped) {
		return NULL;
	}
	if (root && root->type == NODE_NULL) {
		return empty_map(r);
	}
	if (root && root->type != NODE_MAP) {
		DIAG_AT(r->diags, D_YAML_ROOT, root->loc);
		return NULL;
	}
	return root;
}

static Node *read_stream(Reader *r)
{
	if (!advance(r) || !advance(r)) {
		return NULL;
	}
	if (r->event.type == YAML_STREAM_END_EVENT) {
		return empty_map(r);
	}
	inspect_document(r);
	Node *root = advance(r) ? read_root(r) : NULL;
	r->ended = advance(r) && !r->event.data.document_end.implicit;
	if (advance(r) && r->event.type != YAML_STREAM_END_EVENT) {
		DIAG_AT(r->diags, D_YAML_DOCUMENTS, here(r));
	}
	return r->stopped ? NULL : root;
}

Node *yaml_parse(Arena *a, Slice text, Slice path, unsigned line, Diags *diags)
{
	Reader r = {.arena = a, .diags = diags, .path = path, .line = line};
	if (!chars_clean(&r.text, a, text, path, line, diags)) {
		return NULL;
	}
	if (!yaml_parser_initialize(&r.parser)) {
		mem_exhausted();
	}
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)(r.text.p ? r.text.p : ""), r.text.n);
	Node *root = read_stream(&r);
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
	return root;
}

const Node *node_get(const Node *map, Slice key)
{
	for (const Node *n = map->first; n; n = n->next) {
		if (slice_eq(n->key, key)) {
			return n;
		}
	}
	return NULL;
}

/* --- writing --- */

/* May a text stand as it is? What looks like a number or a word of YAML may:
 * the schema says what it is. */
static bool is_plain(Slice s)
{
	unsigned char first = (unsigned char)s.p[0];
	bool plain = first >= 0x80 || (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z') ||
	             (first >= 'A' && first <= 'Z');
	for (size_t i = 0; i < s.n && plain; i++) {
		unsigned char c = (unsigned char)s.p[i];
		plain = c >= ' ' && c != 0x7F && !strchr("#:[]{},\"\\", c);
	}
	return plain && s.p[s.n - 1] != ' ';
}

static void put_quoted(Buf *out, Slice s)
{
	buf_byte(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		switch (s.p[i]) {
		case '\n':
			buf_str(out, "\\n");
			break;
		case '\t':
			buf_str(out, "\\t");
			break;
		case '"':
		case '\\':
			buf_byte(out, '\\');
			buf_byte(out, s.p[i]);
			break;
		default:
			buf_byte(out, s.p[i]);
		}
	}
	buf_byte(out, '"');
}

void yaml_put(Buf *out, Slice s)
{
	if (s.n && is_plain(s)) {
		buf_add(out, s);
	} else {
		put_quoted(out, s);
	}
}

Version yaml_library_version(void)
{
	return version_of("libyaml", NULL, yaml_get_version_string());
}
