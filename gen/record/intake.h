/*
 * intake.h - rows of a table as files of records.
 *
 * Each row becomes the text of a file as a curator would have written it; what
 * is right and wrong with it is then for decode.h to say, as of any other
 * file, and intake_tell() says it of the cell. Only what a table writes in
 * other words than a file is judged here: days, yes and no, names for ids.
 *
 * A record that has a list, such as a person's consents, may have several
 * rows: those below the first name the same record again, or leave its columns
 * empty, and hold one item each.
 */
#ifndef RECORD_INTAKE_H
#define RECORD_INTAKE_H

#include "record/heading.h"
#include "record/namebook.h"

/* Where a line of a file comes from. */
typedef struct IntakeLine {
	size_t row, column;
	FieldId path[HEADING_DEPTH]; /* of the fields around the line's own */
	size_t depth;
} IntakeLine;

typedef struct IntakeFile {
	Slice id;
	Slice path; /* below the content folder: "people/ivanova.yaml" */
	Slice text;
	size_t row, rows; /* of the table, from the first */
	VEC(IntakeLine) lines;
} IntakeFile;

typedef struct Intake {
	const Headings *headings;
	VEC(IntakeFile) files; /* in the order of the rows */
} Intake;

/* What a file writes for a value as people type it: 2026-09-01 for 01.09.2026,
 * the id of a record for its name. DIAG_COUNT, or what is wrong with it
 * (cell-date, cell-flag, cell-word, cell-vocab, cell-ref, cell-ref-many): then
 * out is the text. */
DiagId intake_word(const Namebook *names, Slice *out, FieldId f, Slice text);
/* Cuts the first item off a list as people type it: '|' and line breaks part
 * the items; where there are none, commas do. False when no item is left. */
bool intake_item(Slice *rest, bool commas, Slice *item);
/* Do commas part the items of such a list? */
bool intake_by_commas(Slice text);
/* Everything is in the arena of the namebook. */
void intake_read(Intake *out, const Headings *headings, Namebook *names, Diags *diags);
void intake_release(Intake *in);
/* Says of the cell what `d` says of a file of this intake. */
void intake_tell(const Intake *in, const IntakeFile *file, const Diag *d, Diags *diags);

#endif
