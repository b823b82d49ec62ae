#include "record/decode.h"

#include "base/locale.h"
#include "base/map.h"
#include "record/lines.h"
#include "record/scalar.h"
#include "source/front.h"

enum { BODY_LIMIT = 1024 * 1024, YAML_LIMIT = 1024 * 1024 };

static bool decode_value(Decoder *d, Val *out, FieldId f, const Node *node);

static void decode_text(Decoder *d, Val *out, const Node *node)
{
	size_t before = d->diags->n;
	MdNode *tree = markdown_parse(d->arena, node->text, node->loc.path, lines_first(node), d->diags);
	lines_place(d, node, tree, before);
	out->as.prose = tree;
}

static bool wrong(Decoder *d, DiagId id, FieldId f, const Node *node)
{
	DIAG(d->diags, id, node->loc, schema_field(f)->name);
	return false;
}

static bool decode_submap(Decoder *d, Val *out, FieldId f, const Node *node)
{
	if (node->type != NODE_MAP) {
		return wrong(d, D_WANT_MAP, f, node);
	}
	if (schema_field(f)->type == TYPE_FREE) {
		out->as.free = node;
		return true;
	}
	Rec *map = ARENA_NEW(d->arena, Rec);
	decode_map(d, map, (Owner)schema_field(f)->of, node);
	out->as.map = map;
	return true;
}

/* One value of a field's type: the field itself, or an item of its list. */
static bool decode_one(Decoder *d, Val *out, FieldId f, const Node *node)
{
	FieldType type = schema_field(f)->type;
	*out = (Val){.field = f, .loc = node->loc};
	if (type == TYPE_MAP || type == TYPE_FREE) {
		return decode_submap(d, out, f, node);
	}
	if (node->type != NODE_SCALAR) {
		bool empty = node->type == NODE_NULL;
		return wrong(d, empty ? D_EMPTY_FIELD : type == TYPE_TEXT ? D_WANT_TEXT : D_WANT_STRING, f, node);
	}
	if (type == TYPE_TEXT) {
		decode_text(d, out, node);
		return true;
	}
	return scalar_decode(d, out, f, node);
}

/* Words and references of a list must differ; texts may repeat. */
static bool must_differ(FieldType type)
{
	return type == TYPE_REF || type == TYPE_VOCAB || type == TYPE_ENUM || type == TYPE_PATH;
}

static bool decode_list(Decoder *d, Val *out, FieldId f, const Node *node)
{
	if (node->type != NODE_LIST) {
		return wrong(d, D_WANT_LIST, f, node);
	}
	*out = (Val){.field = f, .loc = node->loc};
	out->as.list.items = arena_array(d->arena, node->count, sizeof(Val));
	Map seen = MAP_INIT;
	for (const Node *item = node->first; item; item = item->next) {
		Val one;
		if (!decode_one(d, &one, f, item)) {
			continue;
		}
		if (must_differ(schema_field(f)->type) && map_put(&seen, item->text, (void *)item)) {
			wrong(d, D_DUPLICATE_ITEM, f, item);
			continue;
		}
		out->as.list.items[out->as.list.n++] = one;
	}
	map_release(&seen);
	return true;
}

static bool decode_value(Decoder *d, Val *out, FieldId f, const Node *node)
{
	return schema_field(f)->list ? decode_list(d, out, f, node) : decode_one(d, out, f, node);
}

static void unknown_field(Decoder *d, Owner owner, const Node *node)
{
	FieldId near = schema_nearest(owner, node->key);
	if (near == FIELD_COUNT) {
		DIAG(d->diags, D_UNKNOWN_FIELD, node->key_loc, node->key);
	} else {
		DIAG(d->diags, D_UNKNOWN_FIELD_NEAR, node->key_loc, node->key, schema_field(near)->name);
	}
}

static bool written(const Node *map, Slice name)
{
	const Node *node = node_get(map, name);
	return node && node->type != NODE_NULL;
}

static void check_needed(Decoder *d, Owner owner, const Node *map)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	for (size_t i = 0; i < n; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		if (f->needed && !written(map, f->name)) {
			const Node *key = node_get(map, f->name);
			DIAG(d->diags, D_MISSING_FIELD, key ? key->key_loc : map->loc, f->name);
		}
	}
}

/* A key with nothing after it, or with empty quotes, as forms write them, is a
 * field not filled in; only an alt says something by being empty. */
static bool is_blank(const Node *node, const FieldInfo *f)
{
	bool empty = node->type == NODE_SCALAR && slice_trim(node->text).n == 0;
	return node->type == NODE_NULL || (empty && !f->needed && f->type != TYPE_ALT);
}

void decode_map(Decoder *d, Rec *out, Owner owner, const Node *map)
{
	*out = (Rec){.owner = owner, .loc = map->loc};
	out->vals = arena_array(d->arena, map->count + 1, sizeof(Val));
	for (const Node *node = map->first; node; node = node->next) {
		FieldId f = schema_find(owner, node->key);
		if (f == FIELD_COUNT) {
			unknown_field(d, owner, node);
			continue;
		}
		if (!is_blank(node, schema_field(f)) && decode_value(d, &out->vals[out->n], f, node)) {
			out->n++;
		}
	}
	check_needed(d, owner, map);
}

static FieldId body_field(Kind kind)
{
	size_t n;
	const FieldId *ids = schema_fields(kind, &n);
	for (size_t i = 0; i < n; i++) {
		if (schema_field(ids[i])->type == TYPE_BODYTEXT) {
			return ids[i];
		}
	}
	return FIELD_COUNT;
}

static Loc body_place(const Front *front, Slice path, size_t offset)
{
	Loc loc = {path, front->body_line, 1};
	size_t start = 0;
	for (size_t i = 0; i < offset; i++) {
		if (front->body.p[i] == '\n') {
			loc.line++;
			start = i + 1;
		}
	}
	loc.col += (unsigned)utf8_length(slice_sub(front->body, start, offset));
	return loc;
}

static bool body_is_readable(Decoder *d, const Front *front, Slice path)
{
	if (front->body.n > BODY_LIMIT) {
		DIAG(d->diags, D_TOO_LARGE, body_place(front, path, 0), SL("1 MiB"));
		return false;
	}
	size_t bad = utf8_check(front->body);
	if (bad < front->body.n) {
		DIAG_AT(d->diags, D_NOT_UTF8, body_place(front, path, bad));
		return false;
	}
	return true;
}

/* rec has room for one value more than the map has keys: the body. */
static void decode_body(Decoder *d, Record *out, const Front *front, Slice path)
{
	Slice text = slice_trim(front->body);
	if (text.n == 0) {
		return;
	}
	FieldId f = body_field(out->kind);
	if (f == FIELD_COUNT) {
		Loc loc = body_place(front, path, (size_t)(text.p - front->body.p));
		DIAG(d->diags, D_BODY_NOT_ALLOWED, loc, schema_kind(out->kind)->name);
		return;
	}
	if (!body_is_readable(d, front, path)) {
		return;
	}
	Slice body = text_nfc(d->arena, front->body);
	Val *v = &out->rec.vals[out->rec.n++];
	*v = (Val){.field = f, .loc = {path, front->body_line, 1}};
	v->as.prose = markdown_parse(d->arena, body, path, front->body_line, d->diags);
}

bool decode_record(Decoder *d, Record *out, Slice bytes, Slice path)
{
	Front front = {.yaml = bytes, .yaml_line = 1};
	bool markdown = slice_ends(path, SL(".md"));
	if (markdown && !front_split(&front, bytes, path, d->diags)) {
		return false;
	}
	if (front.yaml.n > YAML_LIMIT) {
		DIAG(d->diags, D_TOO_LARGE, loc_at(path, 1, 1), SL("1 MiB"));
		return false;
	}
	const Node *map = yaml_parse(d->arena, front.yaml, path, front.yaml_line, d->diags);
	if (!map) {
		return false;
	}
	Body file;
	body_init(&file, front.yaml, path, front.yaml_line);
	d->file = &file;
	decode_map(d, &out->rec, out->kind, map);
	d->file = NULL;
	body_release(&file);
	if (markdown) {
		decode_body(d, out, &front, path);
	}
	return true;
}
