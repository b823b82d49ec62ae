/*
 * shown.h - which texts of the records the public reads at D. Private to redact/.
 *
 * The projection makes public values; this finds the places in the files that
 * they come from, for whoever has something to say about them.
 */
#ifndef REDACT_SHOWN_H
#define REDACT_SHOWN_H

#include "redact/rules.h"

typedef struct ShownText {
	const Val *val;  /* STRING, ALT, TEXT or BODYTEXT */
	Slice page;      /* of the record */
	bool everywhere; /* it stands wherever its picture or person does, and not on that page alone */
} ShownText;

typedef void ShownVisit(void *ctx, const ShownText *t);

/* Visits the public texts of a record, in the order written; those of a medium
 * if a published text or field refers to it. */
void shown_visit(const Rules *r, const bool *media, const Record *record, ShownVisit *visit, void *ctx);
/* Does everyone whom its sidecar names agree to be shown (rule 6)? */
bool shown_agreed(const Rules *r, const MediaFile *m);
/* Which media published texts and fields refer to, by index; to be freed. */
bool *shown_media(const Rules *r);

#endif
