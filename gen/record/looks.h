/*
 * looks.h - what a text of a type looks like, for editors that check as one types.
 *
 * Weaker than the decoder, never stricter: a date that is no day of the
 * calendar has the looks of one.
 */
#ifndef RECORD_LOOKS_H
#define RECORD_LOOKS_H

#include "record/schema.h"

/* A regular expression of ECMAScript, anchored where it must be; NULL: any text will do. */
const char *looks_pattern(FieldType type);
/* A value as one may write it; NULL when the type says it all. */
const char *looks_example(FieldType type);
/* The id of a record. */
extern const char looks_id[];

#endif
