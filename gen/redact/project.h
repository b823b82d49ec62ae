/*
 * project.h - the one door: records in, public records out.
 *
 * project(records, D) is an allow-list over the schema table: a field passes
 * only by its visibility class and the rules of publication.md; a new field is
 * invisible until its class says otherwise. Nothing else makes public values.
 *
 * Public order of the lists: mentors and mentees by name; programmes by start,
 * newest first, then number; partners, methods by title; cases, news, awards,
 * surveys by date, newest first; documents by level, then date, newest first;
 * events by start; pages by their order. Ties are broken by the public values
 * themselves, never by a file name (law of order).
 */
#ifndef REDACT_PROJECT_H
#define REDACT_PROJECT_H

#include "record/corpus.h"
#include "redact/public.h"
#include "source/history.h"

/* A link of a public text to a path of the section: whether that page exists
 * is known only when all pages are. */
typedef struct Link {
	Loc loc;
	Slice path; /* below the section, without fragment */
} Link;

typedef struct Links {
	Link *items;
	size_t n, cap;
} Links;

/*
 * Projects a corpus without errors as it is to be seen on day D. Diagnoses
 * links of public texts to records that are not published (withheld-link).
 * `base_url` overrides site.yaml's when it is not empty. `links` is filled for
 * the caller to check and to free. Records get their dates from `history`; NULL: none. The result is independent of
 * `threads`.
 */
PubSite *project(const Corpus *c, History *history, Date today, Slice base_url, unsigned threads, Links *links,
                 Diags *diags);

#endif
