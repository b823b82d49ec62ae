/*
 * address.h - every path of the site has one owner (content.md, Kinds and fields; site.md).
 */
#ifndef RECORD_ADDRESS_H
#define RECORD_ADDRESS_H

#include "record/corpus.h"

/* Diagnoses records whose page would take a path of the site's own, and
 * aliases that are a page already or are given twice. */
void corpus_check_addresses(const Corpus *c, Diags *diags);
/* The folder where an alias is written: "old/x/" for "old/x" and "old/x/"; "old.html" stays. */
Slice address_of_alias(Arena *a, Slice path);

#endif
