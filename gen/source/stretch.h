/*
 * stretch.h - the text of a paragraph, a heading or a cell, and the places in it.
 *
 * cmark counts the columns of every line of such a text as if it began below
 * the first: it does not see the marks of containers on the others. A line end
 * after a backslash or inside the brackets of a link it takes for a column.
 */
#ifndef SOURCE_STRETCH_H
#define SOURCE_STRETCH_H

#include "source/table.h"

typedef struct Stretch {
	const Body *body;
	const TableCell *cell; /* NULL: a block */
	Spot begin;
	size_t last;           /* line */
	size_t counted;        /* the line asked for last, as cmark counts */
	size_t shift;          /* lines that it was behind there */
	size_t line;           /* where the last place was found, and */
	size_t passed;         /* the columns of the line asked for that lie before that line */
	size_t written, plain; /* cell: one place as written, and in its content */
	Spot seen;             /* the last spot given */
} Stretch;

/* A block that begins, as cmark says, at `begin`, ends with the line `last`,
 * and has lost `shift` lines of link definitions from its start. */
void stretch_block(Stretch *s, const Body *body, Spot begin, size_t last, size_t shift);
void stretch_cell(Stretch *s, const Body *body, const TableCell *cell);
/* What cmark places at `byte` of a line of the body, or, with the line unused,
 * of the content of a cell. To be asked for in the order of the text. */
Spot stretch_spot(Stretch *s, size_t line, size_t byte);

#endif
