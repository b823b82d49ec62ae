/*
 * guard.h - public texts searched for surnames that are not public (publication.md, «Checked from outside»).
 *
 * A curator may write a surname into a text, where no class of a field can
 * hold it back. Each capitalised word that is a surname in some case, and
 * nobody of that surname may be named on the text's page, is a fault at its
 * line and column. Words of policy.namesakes are passed over.
 */
#ifndef REDACT_GUARD_H
#define REDACT_GUARD_H

#include "record/corpus.h"

/* Searches every text that is public at D: withheld-name. With `tell`, each use
 * of policy.namesakes is a note: namesake-used. The corpus must be without errors. */
void guard_texts(const Corpus *c, Date today, unsigned threads, bool tell, Diags *diags);

#endif
