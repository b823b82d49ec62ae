#include "source/table.h"

#include "base/vec.h"

enum { RULE_DASHES = 3, MAX_PADDED = 100000 };

/* A line of a block. */
typedef struct TableLine {
	Slice text; /* without marks of containers, and white space at both ends */
	Spot begin;
	size_t indent; /* columns of white space before it that belong to no container */
	bool lazy;     /* a container's mark is missing */
} TableLine;

/* Lines [head, end) of those searched. */
typedef struct TableSpan {
	size_t head, end;
	size_t columns;
} TableSpan;

static Slice without_leading_pipe(Slice row)
{
	return row.n && row.p[0] == '|' ? slice_sub(row, 1, row.n) : row;
}

/* Cuts the next cell off a row that has lost its leading pipe and the white
 * space at its end, so that a closing pipe leaves nothing. */
static bool next_cell(Slice *row, Slice *cell)
{
	size_t i = 0;
	if (row->n == 0) {
		return false;
	}
	while (i < row->n && row->p[i] != '|') {
		i += row->p[i] == '\\' && i + 1 < row->n ? 2 : 1;
	}
	*cell = slice_trim(slice_sub(*row, 0, i));
	*row = slice_sub(*row, i + 1, row->n);
	return true;
}

static size_t count_cells(Slice row)
{
	size_t n = 0;
	Slice cell;
	row = without_leading_pipe(row);
	while (next_cell(&row, &cell)) {
		n++;
	}
	return n;
}

static bool is_delimiter(Slice cell)
{
	size_t from = cell.n && cell.p[0] == ':';
	size_t to = cell.n > from && cell.p[cell.n - 1] == ':' ? cell.n - 1 : cell.n;
	for (size_t i = from; i < to; i++) {
		if (cell.p[i] != '-') {
			return false;
		}
	}
	return from < to;
}

/* The number of columns that a row of delimiters announces; 0 for any other line. */
static size_t count_delimiters(Slice row)
{
	size_t n = 0;
	Slice cell;
	row = without_leading_pipe(row);
	while (next_cell(&row, &cell)) {
		if (!is_delimiter(cell)) {
			return 0;
		}
		n++;
	}
	return n;
}

/* Within the block at hand, and not indented as code. */
static bool is_inside(const TableLine *l)
{
	return !l->lazy && l->indent < CODE_INDENT;
}

/* A paragraph goes on over the markers of lists that do not start with 1 or
 * are empty; a table does not. */
static bool begins_item(Slice text)
{
	Slice marker = container_marker(text, 0);
	return marker.n && (marker.n == text.n || text.p[marker.n] == ' ' || text.p[marker.n] == '\t');
}

static bool is_rule(Slice text)
{
	size_t i = 0;
	while (i < text.n && text.p[i] == '-') {
		i++;
	}
	return i == text.n && text.n >= RULE_DASHES;
}

static bool is_row(const TableLine *l)
{
	return is_inside(l) && !begins_item(l->text) && !is_rule(l->text);
}

static bool find(TableSpan *out, const TableLine *lines, size_t n, bool heading)
{
	/* What underlines a heading is no row of delimiters. */
	size_t last = heading ? n - 1 : n;
	for (size_t i = 1; i < last; i++) {
		size_t columns = is_inside(&lines[i]) ? count_delimiters(lines[i].text) : 0;
		if (columns && is_inside(&lines[i - 1]) && count_cells(lines[i - 1].text) == columns) {
			size_t end = i + 1;
			while (end < n && is_row(&lines[end])) {
				end++;
			}
			*out = (TableSpan){i - 1, end, columns};
			return true;
		}
	}
	return false;
}

static MdNode *node_new(Tables *t, MdType type, Loc loc)
{
	MdNode *node = ARENA_NEW(t->arena, MdNode);
	node->type = type;
	node->loc = loc;
	return node;
}

static uint8_t alignment(Slice delimiter)
{
	bool left = delimiter.p[0] == ':';
	bool right = delimiter.p[delimiter.n - 1] == ':';
	return left && right ? ALIGN_CENTER : left ? ALIGN_LEFT : right ? ALIGN_RIGHT : ALIGN_NONE;
}

static uint8_t *alignments(Arena *a, Slice row, size_t columns)
{
	uint8_t *align = arena_array(a, columns, sizeof *align);
	Slice cell;
	row = without_leading_pipe(row);
	for (size_t i = 0; i < columns && next_cell(&row, &cell); i++) {
		align[i] = alignment(cell);
	}
	return align;
}

static MdNode *cell_new(Tables *t, const TableLine *line, Slice text)
{
	Spot begin = {line->begin.line, line->begin.byte + (size_t)(text.p - line->text.p)};
	MdNode *node = node_new(t, MD_CELL, body_loc(t->body, begin));
	if (text.n) {
		vec_push(t, (TableCell){node, text, begin});
	}
	return node;
}

/* A cell that the row lacks, at the end of its line. One long row of
 * delimiters must not turn each short line below it into a row as long. */
static MdNode *padding_new(Tables *t, const TableLine *line)
{
	Loc loc = body_loc(t->body, (Spot){line->begin.line, line->begin.byte + line->text.n});
	if (t->padded == MAX_PADDED) {
		DIAG_AT(t->diags, D_TABLE_SIZE, loc);
	}
	return t->padded++ < MAX_PADDED ? node_new(t, MD_CELL, loc) : NULL;
}

static MdNode *row_new(Tables *t, const TableLine *line, const uint8_t *align, size_t columns)
{
	MdNode *row = node_new(t, MD_ROW, body_loc(t->body, line->begin));
	MdNode **tail = &row->first;
	Slice rest = without_leading_pipe(line->text);
	Slice text;
	for (size_t i = 0; i < columns; i++) {
		MdNode *cell = next_cell(&rest, &text) ? cell_new(t, line, text) : padding_new(t, line);
		if (!cell) {
			break;
		}
		cell->align = align[i];
		*tail = cell;
		tail = &cell->next;
	}
	return row;
}

static MdNode *table_new(Tables *t, const TableLine *lines, const TableSpan *span)
{
	const TableLine *head = &lines[span->head];
	uint8_t *align = alignments(t->arena, head[1].text, span->columns);
	MdNode *table = node_new(t, MD_TABLE, body_loc(t->body, head->begin));
	table->first = row_new(t, head, align, span->columns);
	table->first->header = true;
	MdNode **tail = &table->first->next;
	for (size_t i = span->head + 2; i < span->end; i++) {
		*tail = row_new(t, &lines[i], align, span->columns);
		tail = &(*tail)->next;
	}
	return table;
}

static TableLine line_of(const Body *b, Spot begin, size_t number)
{
	TableLine line = {.begin = begin};
	if (number != begin.line) {
		Remains left = containers_strip(&b->containers, body_line(b, number));
		line = (TableLine){.begin = {number, left.byte}, .indent = left.indent, .lazy = left.lazy};
	}
	line.text = slice_trim(body_from(b, line.begin));
	return line;
}

void tables_search(Tables *t, Spot begin, size_t last, bool heading)
{
	TableSpan span;
	if (last <= begin.line || last >= t->body->n) {
		return;
	}
	size_t n = last - begin.line + 1;
	TableLine *lines = mem_array(n, sizeof *lines);
	for (size_t i = 0; i < n; i++) {
		lines[i] = line_of(t->body, begin, begin.line + i);
	}
	if (find(&span, lines, n, heading)) {
		for (size_t i = span.head; i < span.end; i++) {
			t->marks[lines[i].begin.line] = (TableMark){.in_table = true, .prefix = lines[i].begin.byte};
		}
		t->marks[lines[span.head].begin.line].table = table_new(t, lines, &span);
		t->found++;
	}
	free(lines);
}

const TableMark *tables_mark(const Tables *t, size_t line)
{
	return line < t->body->n && t->marks[line].in_table ? &t->marks[line] : NULL;
}

void tables_init(Tables *t, Arena *a, Body *body, Diags *diags)
{
	*t = (Tables){.arena = a, .diags = diags, .body = body};
	t->marks = mem_array(body->n, sizeof *t->marks);
}

void tables_release(Tables *t)
{
	free(t->marks);
	vec_release(t);
}

/* No other pipe can stand in a cell, so each has its backslash before it. */
void table_cell_content(Buf *out, Slice text)
{
	size_t from = 0;
	for (size_t pipe = slice_find_byte(text, '|', 1); pipe < text.n; pipe = slice_find_byte(text, '|', pipe + 1)) {
		buf_add(out, slice_sub(text, from, pipe - 1));
		from = pipe;
	}
	buf_add(out, slice_sub(text, from, text.n));
}
