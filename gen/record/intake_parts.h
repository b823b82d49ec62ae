/*
 * intake_parts.h - what the files of the intake share: private to record/intake*.
 */
#ifndef RECORD_INTAKE_PARTS_H
#define RECORD_INTAKE_PARTS_H

#include "record/intake.h"

typedef struct Taking {
	Intake *intake;
	const Headings *headings;
	const Grid *grid;
	Namebook *names;
	Arena *arena;
	Diags *diags;
	IntakeFile *file; /* at hand */
	Buf text;         /* of it */
	bool dash;        /* the next line begins an item */
} Taking;

/* Diagnoses a cell: {0} its name, {1} its heading, {2} more. */
void intake_fault(Taking *t, DiagId id, size_t row, size_t column, Slice more);
/* What a file writes for one value of a cell; the text itself, diagnosed, when that cannot be said. */
Slice intake_value(Taking *t, FieldId f, Slice text, size_t row, size_t column);
/* Writes the file at hand. */
void intake_write(Taking *t);

#endif
