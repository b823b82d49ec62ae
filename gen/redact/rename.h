/*
 * rename.h - file names that are not public, through the history. Private to redact/.
 *
 * The file name of a person, a mentee or a programme is not published, nor is
 * a picture's: to rename one changes nothing that the public sees, so no date
 * may move (law of dates). Old versions still speak of the old names. What a
 * commit renamed it may have changed as well.
 */
#ifndef REDACT_RENAME_H
#define REDACT_RENAME_H

#include "record/corpus.h"
#include "source/history.h"

/* Adds to the corpus's maps the names that such records and media had before.
 * A commit has renamed a file when it removes it and brings, under another
 * name, the same bytes; or a person of the same name, a mentee that is the same
 * person, a programme of the same number; or when of a kind it removes just one
 * and brings just one. */
void renames_apply(Corpus *c, History *h, Arena *a);

#endif
