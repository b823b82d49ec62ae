/*
 * guard_files.h - published documents searched for names that are not public (publication.md, rule 6).
 *
 * A picture is made anew without its metadata; a PDF or an Office file goes out
 * as it is, with whatever it says of those who made it (source/metadata.h).
 */
#ifndef REDACT_GUARD_FILES_H
#define REDACT_GUARD_FILES_H

#include "record/corpus.h"

/* Searches the documents that are public at D, and no others: named-metadata,
 * and opaque-file of those that cannot be read. With `tell`, each use of
 * policy.namesakes is a note: namesake-used. The corpus must be without errors. */
void guard_files(const Corpus *c, Date today, unsigned threads, bool tell, Diags *diags);

#endif
