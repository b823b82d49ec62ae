/*
 * sheet.h - one table as CSV and as an Office Open XML workbook.
 *
 * Both are functions of the table alone: the workbook has no properties part,
 * so no author, no program and no day of making.
 */
#ifndef RENDER_SHEET_H
#define RENDER_SHEET_H

#include "base/buf.h"
#include "base/date.h"

/* A day, or a text when there is no day; an empty text is an empty cell. */
typedef struct Cell {
	Slice text;
	Date date;
	bool number; /* the text is a whole number, and may be reckoned with */
} Cell;

typedef struct Sheet {
	const char *name; /* of the workbook's only sheet: ASCII letters */
	const Slice *heads;
	size_t columns, rows;
	const Cell *cells; /* row by row */
} Sheet;

/*
 * RFC 4180 with ';' between fields, as the Russian Excel expects, CRLF, UTF-8
 * with a byte order mark; days in ISO form. A text that begins with = + - @
 * gets an apostrophe before it: a spreadsheet would else run it as a formula.
 */
void sheet_csv(Buf *out, const Sheet *s);
/* ISO/IEC 29500: the first row bold and frozen, a filter on it, days as days, widths by content. */
void sheet_xlsx(Buf *out, const Sheet *s);

#endif
