/*
 * canon.h - all that is public as one run of bytes, on whichever page it stands.
 *
 * order_canon() writes what one page shows; this writes what every page may:
 * each value with its scope. Equal bytes, equal to the public everywhere. A
 * picture or file stands there as the digest of its bytes, so that two content
 * trees can be compared.
 */
#ifndef REDACT_CANON_H
#define REDACT_CANON_H

#include "base/hash.h"
#include "redact/public.h"

typedef struct Canon {
	const PubSite *site;
	bool *seen;      /* media that something written refers to, by index */
	Digest *digests; /* of their bytes, likewise */
} Canon;

void canon_init(Canon *c, const PubSite *site);
void canon_release(Canon *c);
/* A value of the site; NULL is written too, as nothing. */
void canon_value(Buf *out, Canon *c, const Pub *v);
void canon_record(Buf *out, Canon *c, const PubRecord *r);
/* What is said of a picture or file, and its bytes. */
void canon_medium(Buf *out, Canon *c, const PubMedia *m);
/* The whole site: every record and value with its scopes, totals, breakdowns,
 * notices, the pictures and files that something refers to, the settings. Not
 * `today`: what does not change by a day passing stays the same. */
void canon_site(Buf *out, Canon *c);

/* Of the whole site as above: equal digests, equal to the public, whatever the theme. */
Digest pubsite_digest(const PubSite *site);

#endif
