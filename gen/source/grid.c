#include "source/grid.h"

#include <csv.h>

#include "base/charset.h"
#include "base/locale.h"

typedef struct Reading {
	Grid *grid;
	Arena *arena;
	VEC(Slice) cells; /* of the row at hand */
	int last;         /* the character that ended the row before */
} Reading;

/* The spaces that a text copied from a page brings with it are spaces too. */
static Slice trim(Slice s)
{
	for (size_t at = 0; at < s.n;) {
		size_t next = at;
		if (!char_is_space(utf8_next(s, &next))) {
			s = slice_sub(s, at, s.n);
			break;
		}
		at = next;
		if (at == s.n) {
			return SL("");
		}
	}
	size_t end = 0;
	for (size_t at = 0; at < s.n;) {
		bool space = char_is_space(utf8_next(s, &at));
		end = space ? end : at;
	}
	return slice_sub(s, 0, end);
}

/* CR LF and CR as LF. */
static Slice with_plain_breaks(Arena *a, Slice s)
{
	Buf out = BUF_INIT;
	for (size_t i = 0; i < s.n; i++) {
		bool pair = s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n';
		if (!pair) {
			buf_byte(&out, s.p[i] == '\r' ? '\n' : s.p[i]);
		}
	}
	Slice kept = arena_dup(a, buf_slice(&out));
	buf_release(&out);
	return kept;
}

static void take_cell(void *bytes, size_t n, void *ctx)
{
	Reading *r = ctx;
	Slice cell = trim(with_plain_breaks(r->arena, (Slice){bytes, n}));
	/* An apostrophe stands before what a spreadsheet would else run as a formula. */
	bool guarded = cell.n > 1 && cell.p[0] == '\'' && strchr("=+-@", cell.p[1]);
	vec_push(&r->cells, guarded ? slice_sub(cell, 1, cell.n) : cell);
}

/* Every line break outside quotes is reported, or empty rows would not count;
 * LF after CR is then no row of its own. */
static void take_row(int end, void *ctx)
{
	Reading *r = ctx;
	bool second = end == '\n' && r->last == '\r' && r->cells.n == 0;
	r->last = end;
	if (second) {
		return;
	}
	GridRow row = {arena_array(r->arena, r->cells.n + 1, sizeof(Slice)), r->cells.n};
	for (size_t i = 0; i < row.n; i++) {
		row.cells[i] = r->cells.items[i];
	}
	vec_push(&r->grid->rows, row);
	r->cells.n = 0;
}

/* What stands most often between the headings; Excel in Russian writes ';'. */
static char delimiter_of(Slice text)
{
	static const char marks[] = ";\t,";
	size_t counts[3] = {0};
	bool quoted = false;
	for (size_t i = 0; i < text.n && (quoted || (text.p[i] != '\n' && text.p[i] != '\r')); i++) {
		const char *mark = quoted || text.p[i] == '\0' ? NULL : strchr(marks, text.p[i]);
		quoted ^= text.p[i] == '"';
		if (mark) {
			counts[mark - marks]++;
		}
	}
	size_t best = 0;
	for (size_t i = 1; i < 3; i++) {
		best = counts[i] > counts[best] ? i : best;
	}
	return marks[best];
}

static bool parse(Reading *r, Slice text)
{
	struct csv_parser parser;
	csv_init(&parser, CSV_REPALL_NL);
	csv_set_delim(&parser, (unsigned char)delimiter_of(text));
	size_t read = csv_parse(&parser, text.p, text.n, take_cell, take_row, r);
	/* Stray quotes inside a cell are letters; one that never ends is a fault. */
	csv_set_opts(&parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
	bool whole = read == text.n && csv_fini(&parser, take_cell, take_row, r) == 0;
	if (!whole && csv_error(&parser) == CSV_ENOMEM) {
		mem_exhausted();
	}
	csv_free(&parser);
	return whole;
}

bool grid_read(Grid *out, Arena *a, Slice bytes, Slice path, Diags *diags)
{
	*out = (Grid){.path = path};
	Reading r = {.grid = out, .arena = a};
	Buf text = BUF_INIT;
	charset_read(&text, bytes);
	bool whole = parse(&r, buf_slice(&text));
	if (!whole) {
		DIAG_AT(diags, D_QUOTE_OPEN, grid_loc(out, out->rows.n, r.cells.n));
	}
	vec_release(&r.cells);
	buf_release(&text);
	return whole;
}

void grid_release(Grid *g)
{
	vec_release(&g->rows);
}

Slice grid_cell(const Grid *g, size_t row, size_t column)
{
	bool there = row < g->rows.n && column < g->rows.items[row].n;
	return there ? g->rows.items[row].cells[column] : SL("");
}

bool grid_is_blank(const Grid *g, size_t row)
{
	bool blank = true;
	for (size_t i = 0; row < g->rows.n && i < g->rows.items[row].n; i++) {
		blank &= g->rows.items[row].cells[i].n == 0;
	}
	return blank;
}

Loc grid_loc(const Grid *g, size_t row, size_t column)
{
	return loc_at(g->path, (unsigned)row + 1, (unsigned)column + 1);
}

static void put_letters(Buf *out, size_t column)
{
	if (column >= 26) {
		put_letters(out, column / 26 - 1);
	}
	buf_byte(out, (char)('A' + column % 26));
}

void grid_name(Buf *out, size_t row, size_t column)
{
	put_letters(out, column);
	buf_uint(out, row + 1);
}

Version grid_csv_version(void)
{
	Version v = {.library = "libcsv"};
	version_join(v.built, CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
	return v;
}
