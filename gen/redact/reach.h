/*
 * reach.h - the records that have a say in whether another is public. Private to redact/.
 *
 * A person's consents, a programme's completion, those pictured: whatever a
 * record refers to, and so on; of a person or a medium also what refers to it.
 * Days on which none of them turns need not be tried.
 */
#ifndef REDACT_REACH_H
#define REDACT_REACH_H

#include "redact/explain.h"

typedef struct Reach {
	bool *of[OWNER_KINDS]; /* by record index */
} Reach;

void reach_init(Reach *out, const Corpus *c, const Mentions *m, const Subject *s);
void reach_release(Reach *r);
bool reach_has(const Reach *r, const Record *record);

#endif
