/*
 * grid.h - the cells of a table saved by a spreadsheet program as CSV.
 *
 * The only caller of libcsv. RFC 4180, as Excel and LibreOffice write it: in
 * UTF-8, UTF-16 or windows-1251, with ';', ',' or a tab between cells, all
 * three told by the text itself. Rows and columns count from 0 here and are
 * told to people as the program shows them: the cell of row 6, column 1 is B7.
 * A line break inside a cell does not begin a row.
 */
#ifndef SOURCE_GRID_H
#define SOURCE_GRID_H

#include "base/diag.h"
#include "base/vec.h"
#include "base/version.h"

typedef struct GridRow {
	Slice *cells; /* UTF-8, trimmed, line breaks as LF */
	size_t n;
} GridRow;

typedef struct Grid {
	Slice path; /* as shown */
	VEC(GridRow) rows;
} Grid;

/* Reads a table into the arena; false, with a diagnostic, when a quote is not closed. */
bool grid_read(Grid *out, Arena *a, Slice bytes, Slice path, Diags *diags);
void grid_release(Grid *g);
/* Empty beyond the last row or column. */
Slice grid_cell(const Grid *g, size_t row, size_t column);
/* Is there nothing in any cell of the row? */
bool grid_is_blank(const Grid *g, size_t row);
/* The line is the row's number, the column the cell's. */
Loc grid_loc(const Grid *g, size_t row, size_t column);
/* "B7" */
void grid_name(Buf *out, size_t row, size_t column);
/* Of libcsv, for `rubrika version`. */
Version grid_csv_version(void);

#endif
