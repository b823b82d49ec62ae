/*
 * rename.h - file names that are not public, through the history. Private to redact/.
 *
 * The file name of a person, a mentee or a programme is not published, nor is
 * a picture's: to rename one changes nothing that the public sees, so no date
 * may move (law of dates). Old versions still speak of the old names.
 */
#ifndef REDACT_RENAME_H
#define REDACT_RENAME_H

#include "record/corpus.h"
#include "source/history.h"

/* Adds to the corpus's maps the names that such records and media had before:
 * a commit that removes a file and brings the same bytes, or a programme of the
 * same number, under another name has renamed it. */
void renames_apply(Corpus *c, History *h, Arena *a);

#endif
