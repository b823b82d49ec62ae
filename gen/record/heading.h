/*
 * heading.h - which field of a record each column of a table holds.
 *
 * A heading is a field's name or title; a field inside a field has both, with
 * '.' or ':' between: "order.number", «Приказ: номер», «Согласие: подписано».
 * The column "id" («Имя файла») holds no field but the record's own id.
 */
#ifndef RECORD_HEADING_H
#define RECORD_HEADING_H

#include "record/schema.h"
#include "source/grid.h"

enum { HEADING_DEPTH = 3 };

typedef struct Heading {
	FieldId path[HEADING_DEPTH];
	size_t depth; /* 0: the column has no field */
} Heading;

typedef struct Headings {
	Kind kind;
	const Grid *grid;
	Heading *columns; /* of the first row */
	size_t n;
	size_t id;     /* the column of the id; n: none */
	bool repeated; /* some field is a list of maps, so that a record may have several rows */
} Headings;

/* What one heading means; false when it names no field that can be written in one place. */
bool heading_find(Heading *out, Kind kind, Slice text);
/* Reads the first row. What is no field, stands twice, or is required and has
 * no column is diagnosed. */
void headings_read(Headings *out, Arena *a, const Grid *grid, Kind kind, Diags *diags);
/* The column of a field, by its whole path; n: none. */
size_t headings_column(const Headings *h, const FieldId *path, size_t depth);
/* Does some column hold a field below this one? */
bool headings_any(const Headings *h, const FieldId *path, size_t depth);
/* Is the field of a column an item of a list of maps? */
bool heading_is_repeated(const Heading *heading);

#endif
