/*
 * link.h - what a record says of other files: references, vocabularies, media.
 */
#ifndef RECORD_LINK_H
#define RECORD_LINK_H

#include "record/corpus.h"

/* Resolves every reference, word and medium of every record in place, and
 * diagnoses those that lead nowhere, pictures without a description, sidecars
 * without a file, numbers given twice, and kinds that no section shows. */
void corpus_link(Corpus *c, Diags *diags);
/* Resolves an old version of a record against the present corpus, which is not changed. */
void corpus_link_version(const Corpus *c, Record *r, Diags *diags);

#endif
