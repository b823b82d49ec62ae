#include "cmd/import.h"

enum { ROWS = 3 }; /* headings and two examples */

typedef struct Column {
	Kind kind;
	const char *rows[ROWS];
} Column;

static const Column columns[] = {
#define COLUMN(kind, heading, example, another) {O_##kind, {heading, example, another}},
#include "cmd/import.def"
#undef COLUMN
};

enum { COLUMNS = sizeof columns / sizeof *columns };

static bool has_row(Kind kind, int row)
{
	bool any = false;
	for (size_t i = 0; i < COLUMNS; i++) {
		any |= columns[i].kind == kind && *columns[i].rows[row];
	}
	return any;
}

/* No cell of the table holds a quote, a ';' or a line break. */
static void put_row(Buf *out, Kind kind, int row)
{
	const char *before = "";
	for (size_t i = 0; i < COLUMNS; i++) {
		if (columns[i].kind == kind) {
			buf_str(out, before);
			buf_str(out, columns[i].rows[row]);
			before = ";";
		}
	}
	buf_str(out, "\r\n");
}

bool import_template(Buf *out, Kind kind)
{
	if (!has_row(kind, 0)) {
		return false;
	}
	buf_str(out, "\xEF\xBB\xBF");
	for (int row = 0; row < ROWS; row++) {
		if (has_row(kind, row)) {
			put_row(out, kind, row);
		}
	}
	return true;
}
