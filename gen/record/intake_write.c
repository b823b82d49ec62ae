/* A record's rows as the text of its file, each line with the cell that it comes from. */
#include "record/intake_parts.h"
#include "source/yaml.h"

enum { STEP = 2 };

/* The fields around the line at hand, and the row that they are read from. */
typedef struct Around {
	FieldId path[HEADING_DEPTH];
	size_t depth;
	size_t row;
} Around;

static void put_fields(Taking *t, Around *around, Owner owner);

/* --- lines --- */

static void begin_line(Taking *t, size_t indent)
{
	for (size_t i = 0; i < indent; i++) {
		buf_byte(&t->text, ' ');
	}
	if (t->dash) {
		t->text.p[t->text.n - STEP] = '-';
		t->dash = false;
	}
}

static void end_line(Taking *t, const Around *around, size_t column)
{
	IntakeLine line = {.row = around->row, .column = column, .depth = around->depth};
	memcpy(line.path, around->path, sizeof line.path);
	buf_byte(&t->text, '\n');
	vec_push(&t->file->lines, line);
}

/* Items of a list stand a step further to the right than its key, and so does what is in them. */
static size_t indent_of(const Around *around)
{
	size_t indent = 0;
	for (size_t i = 0; i < around->depth; i++) {
		indent += schema_field(around->path[i])->list ? 2 * STEP : STEP;
	}
	return indent;
}

static size_t column_of(const Taking *t, const Around *around, FieldId f)
{
	FieldId path[HEADING_DEPTH];
	memcpy(path, around->path, sizeof path);
	path[around->depth] = f;
	return headings_column(t->headings, path, around->depth + 1);
}

static void put_key(Taking *t, size_t indent, FieldId f)
{
	begin_line(t, indent);
	buf_add(&t->text, schema_field(f)->name);
	buf_byte(&t->text, ':');
}

/* A text of several lines stands as it reads. */
static void put_block(Taking *t, const Around *around, Slice text, size_t column)
{
	size_t indent = indent_of(around) + STEP;
	Slice line;
	buf_str(&t->text, " |-");
	end_line(t, around, column);
	while (slice_split(&text, '\n', &line)) {
		if (line.n) {
			begin_line(t, indent);
			buf_add(&t->text, line);
		}
		end_line(t, around, column);
	}
}

/* --- lists --- */

bool intake_by_commas(Slice text)
{
	return slice_find_byte(text, '|', 0) == text.n && slice_find_byte(text, '\n', 0) == text.n;
}

bool intake_item(Slice *rest, bool commas, Slice *item)
{
	while (rest->n) {
		size_t end = 0;
		while (end < rest->n && (commas ? rest->p[end] != ',' : !strchr("|\n", rest->p[end]))) {
			end++;
		}
		*item = slice_trim(slice_sub(*rest, 0, end));
		*rest = slice_sub(*rest, end + 1, rest->n);
		if (item->n) {
			return true;
		}
	}
	return false;
}

static void put_items(Taking *t, const Around *around, FieldId f, Slice text, size_t column)
{
	bool commas = intake_by_commas(text);
	Slice item;
	end_line(t, around, column);
	while (intake_item(&text, commas, &item)) {
		begin_line(t, indent_of(around) + STEP);
		buf_str(&t->text, "- ");
		yaml_put(&t->text, intake_value(t, f, item, around->row, column));
		end_line(t, around, column);
	}
}

static void put_value(Taking *t, const Around *around, FieldId f, Slice text, size_t column)
{
	put_key(t, indent_of(around), f);
	if (schema_field(f)->list) {
		put_items(t, around, f, text, column);
	} else if (schema_field(f)->type == TYPE_TEXT && slice_find_byte(text, '\n', 0) < text.n) {
		put_block(t, around, text, column);
	} else {
		buf_byte(&t->text, ' ');
		yaml_put(&t->text, intake_value(t, f, text, around->row, column));
		end_line(t, around, column);
	}
}

/* --- maps --- */

/* The first column below a field that is filled in in this row; n when none is. */
static size_t filled_below(const Taking *t, const Around *around, FieldId f)
{
	const Headings *h = t->headings;
	for (size_t i = 0; i < h->n; i++) {
		const Heading *c = &h->columns[i];
		bool below = c->depth > around->depth && c->path[around->depth] == f;
		for (size_t k = 0; k < around->depth && below; k++) {
			below = c->path[k] == around->path[k];
		}
		if (below && grid_cell(t->grid, around->row, i).n) {
			return i;
		}
	}
	return h->n;
}

static void put_inner(Taking *t, const Around *around, FieldId f)
{
	Around inner = *around;
	inner.path[inner.depth++] = f;
	put_fields(t, &inner, (Owner)schema_field(f)->of);
}

static void put_map(Taking *t, const Around *around, FieldId f)
{
	size_t column = filled_below(t, around, f);
	if (column < t->headings->n) {
		put_key(t, indent_of(around), f);
		end_line(t, around, column);
		put_inner(t, around, f);
	}
}

/* One item a row. */
static void put_maps(Taking *t, const Around *around, FieldId f)
{
	Around at = *around;
	bool any = false;
	for (size_t i = 0; i < t->file->rows; i++) {
		at.row = t->file->row + i;
		size_t column = filled_below(t, &at, f);
		if (column == t->headings->n) {
			continue;
		}
		if (!any) {
			put_key(t, indent_of(&at), f);
			end_line(t, &at, column);
		}
		any = true;
		t->dash = true;
		put_inner(t, &at, f);
	}
}

static void put_field(Taking *t, const Around *around, FieldId f)
{
	const FieldInfo *info = schema_field(f);
	if (info->type == TYPE_MAP) {
		(info->list ? put_maps : put_map)(t, around, f);
		return;
	}
	size_t column = column_of(t, around, f);
	Slice text = column < t->headings->n ? grid_cell(t->grid, around->row, column) : SL("");
	if (text.n && info->type != TYPE_BODYTEXT) {
		put_value(t, around, f, text, column);
	}
}

static void put_fields(Taking *t, Around *around, Owner owner)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	for (size_t i = 0; i < n && around->depth < HEADING_DEPTH; i++) {
		put_field(t, around, ids[i]);
	}
}

/* --- the file --- */

static void put_line(Taking *t, const Around *around, Slice line, size_t column)
{
	buf_add(&t->text, line);
	end_line(t, around, column);
}

static void put_body(Taking *t, const Around *around)
{
	size_t n;
	const FieldId *ids = schema_fields(t->headings->kind, &n);
	Slice line;
	for (size_t i = 0; i < n; i++) {
		size_t column =
		        schema_field(ids[i])->type == TYPE_BODYTEXT ? column_of(t, around, ids[i]) : t->headings->n;
		Slice text = grid_cell(t->grid, around->row, column);
		while (column < t->headings->n && slice_split(&text, '\n', &line)) {
			put_line(t, around, line, column);
		}
	}
}

void intake_write(Taking *t)
{
	bool body = schema_kind(t->headings->kind)->body;
	Around root = {.row = t->file->row};
	if (body) {
		put_line(t, &root, SL("---"), 0);
	}
	put_fields(t, &root, t->headings->kind);
	if (body) {
		put_line(t, &root, SL("---"), 0);
		put_body(t, &root);
	}
	t->file->text = arena_dup(t->arena, buf_slice(&t->text));
	buf_clear(&t->text);
}
