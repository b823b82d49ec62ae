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

/* Everything is in the arena of the namebook. */
void intake_read(Intake *out, const Headings *headings, Namebook *names, Diags *diags);
void intake_release(Intake *in);
/* Says of the cell what `d` says of a file of this intake. */
void intake_tell(const Intake *in, const IntakeFile *file, const Diag *d, Diags *diags);

#endif
