#include "record/heading.h"

#include "record/wording.h"

static bool begins(const Heading *h, const FieldId *path, size_t depth)
{
	bool same = h->depth >= depth;
	for (size_t i = 0; same && i < depth; i++) {
		same = h->path[i] == path[i];
	}
	return same;
}

size_t headings_column(const Headings *h, const FieldId *path, size_t depth)
{
	size_t at = 0;
	while (at < h->n && !(h->columns[at].depth == depth && begins(&h->columns[at], path, depth))) {
		at++;
	}
	return at;
}

bool headings_any(const Headings *h, const FieldId *path, size_t depth)
{
	bool any = false;
	for (size_t i = 0; i < h->n; i++) {
		any |= begins(&h->columns[i], path, depth);
	}
	return any;
}

bool heading_is_repeated(const Heading *heading)
{
	return heading->depth > 1 && schema_field(heading->path[0])->list;
}

/* Cuts the part before the first '.' or ':' off. */
static bool cut(Slice *rest, Slice *part)
{
	size_t dot = slice_find_byte(*rest, '.', 0);
	size_t colon = slice_find_byte(*rest, ':', 0);
	size_t end = dot < colon ? dot : colon;
	bool any = rest->n > 0;
	*part = slice_sub(*rest, 0, end);
	*rest = slice_sub(*rest, end + 1, rest->n);
	return any;
}

/* A list of maps can be told from the first field only: a row is one item of it. */
static bool may_follow(const FieldInfo *f, size_t depth)
{
	return f->type == TYPE_MAP && (!f->list || depth == 1);
}

bool heading_find(Heading *out, Kind kind, Slice text)
{
	Owner owner = kind;
	Slice part;
	bool open = true;
	*out = (Heading){.depth = 0};
	while (cut(&text, &part)) {
		FieldId f = open && out->depth < HEADING_DEPTH ? wording_field(owner, part) : FIELD_COUNT;
		if (f == FIELD_COUNT) {
			return false;
		}
		out->path[out->depth++] = f;
		open = may_follow(schema_field(f), out->depth);
		owner = open ? (Owner)schema_field(f)->of : owner;
	}
	const FieldInfo *last = out->depth ? schema_field(out->path[out->depth - 1]) : NULL;
	return last && last->type != TYPE_MAP && last->type != TYPE_FREE;
}

static bool is_id(Arena *a, Slice text)
{
	Slice key = wording_key(a, text);
	return slice_is(key, "id") || slice_is(key, "имя файла") || slice_is(key, "файл записи");
}

static Slice cell_name(Arena *a, size_t column)
{
	Buf name = BUF_INIT;
	grid_name(&name, 0, column);
	Slice kept = arena_dup(a, buf_slice(&name));
	buf_release(&name);
	return kept;
}

static void read_column(Headings *h, Arena *a, size_t i, Diags *diags)
{
	Slice text = grid_cell(h->grid, 0, i);
	Loc loc = grid_loc(h->grid, 0, i);
	if (text.n == 0) {
		return;
	}
	if (is_id(a, text)) {
		h->id = i;
		return;
	}
	Heading found;
	if (!heading_find(&found, h->kind, text)) {
		DIAG(diags, D_COLUMN_UNKNOWN, loc, cell_name(a, i), schema_kind(h->kind)->folder);
		return;
	}
	size_t other = headings_column(h, found.path, found.depth);
	if (other < i) {
		DIAG(diags, D_COLUMN_TWICE, loc, cell_name(a, i), cell_name(a, other));
		return;
	}
	h->columns[i] = found;
	h->repeated |= heading_is_repeated(&found);
}

/* «Приказ: Номер», "order.number". */
static Slice path_words(Arena *a, const FieldId *path, size_t depth, bool titles)
{
	Buf text = BUF_INIT;
	for (size_t i = 0; i < depth; i++) {
		buf_str(&text, i == 0 ? "" : titles ? ": " : ".");
		const FieldInfo *f = schema_field(path[i]);
		buf_add(&text, titles ? slice_of(f->title[LANG_RU]) : f->name);
	}
	Slice kept = arena_dup(a, buf_slice(&text));
	buf_release(&text);
	return kept;
}

/* A map that has a column needs those of its required fields. */
static void check_needed(const Headings *h, Arena *a, Owner owner, FieldId *path, size_t depth, Diags *diags)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	for (size_t i = 0; i < n; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		path[depth] = ids[i];
		bool there = headings_any(h, path, depth + 1);
		if (f->needed && !there) {
			DIAG(diags, D_COLUMN_MISSING, grid_loc(h->grid, 0, 0), path_words(a, path, depth + 1, true),
			     path_words(a, path, depth + 1, false));
		} else if (there && may_follow(f, depth + 1) && depth + 1 < HEADING_DEPTH) {
			check_needed(h, a, (Owner)f->of, path, depth + 1, diags);
		}
	}
}

void headings_read(Headings *out, Arena *a, const Grid *grid, Kind kind, Diags *diags)
{
	size_t n = grid->rows.n ? grid->rows.items[0].n : 0;
	FieldId path[HEADING_DEPTH];
	*out = (Headings){.kind = kind, .grid = grid, .n = n, .id = n};
	out->columns = arena_array(a, n, sizeof *out->columns);
	for (size_t i = 0; i < n; i++) {
		read_column(out, a, i, diags);
	}
	check_needed(out, a, kind, path, 0, diags);
}
