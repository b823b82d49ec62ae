/*
 * table.h - GFM pipe tables: which lines of a body make them, and their cells.
 *
 * https://github.github.com/gfm/#tables-extension-: a head, a row of
 * delimiters with as many cells, and rows up to the first line that begins
 * another block. What a cell holds is Markdown, read by markdown.c.
 */
#ifndef SOURCE_TABLE_H
#define SOURCE_TABLE_H

#include "source/body.h"
#include "source/markdown.h"

/* A cell that holds something. */
typedef struct TableCell {
	MdNode *node; /* MD_CELL, without its children */
	Slice text;   /* as written between the pipes, white space at both ends taken off */
	Spot begin;   /* of text */
} TableCell;

/* What a line of a table was. */
typedef struct TableMark {
	bool in_table;
	size_t prefix; /* bytes before its text: marks of containers and white space */
	MdNode *table; /* the whole table, on its first line only */
} TableMark;

/* The tables of one body. */
typedef struct Tables {
	Arena *arena;
	Diags *diags;
	Body *body;
	TableMark *marks; /* of each line of the body */
	TableCell *items; /* the cells of all tables, in the order found */
	size_t n, cap;
	size_t found;  /* tables so far */
	size_t padded; /* cells that rows lacked; over a limit, table-size */
} Tables;

void tables_init(Tables *t, Arena *a, Body *body, Diags *diags);
void tables_release(Tables *t);
/* Looks for a table in a paragraph, or in a heading underlined by what may be
 * a row, that begins at a spot and ends with line `last`, within the body's
 * containers at hand; the first one found is made and its lines are marked. */
void tables_search(Tables *t, Spot begin, size_t last, bool heading);
/* NULL for a line of no table. */
const TableMark *tables_mark(const Tables *t, size_t line);
/* The content of a cell: '\|' stands for '|', in code too. */
void table_cell_content(Buf *out, Slice text);

#endif
