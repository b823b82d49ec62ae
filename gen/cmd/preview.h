/*
 * preview.h - a site in memory that follows its content.
 *
 * preview_refresh() reads the content anew. Sound, it becomes the site; with
 * errors, the last sound site stays and the faults are told. Each file is made
 * when it is first asked for, and its bytes are those that a clean build of the
 * same content on the same day writes (without compressed twins): nothing of
 * the preview itself is in them. Not for threads.
 *
 * What is kept from one reading to the next are decoded records and encoded
 * pictures (record/store.h, gallery.h); everything between them, from linking
 * to the plan of pages, is worked out anew, because any record may change it.
 */
#ifndef CMD_PREVIEW_H
#define CMD_PREVIEW_H

#include "base/hash.h"
#include "cmd/session.h"

typedef struct Preview Preview;

/* The options are borrowed; their as_of is the first day shown, DATE_NONE: today. */
Preview *preview_new(const Options *o);
void preview_free(Preview *p); /* NULL is fine */
/* True when the site is that of the content as it is now. */
bool preview_refresh(Preview *p);
/* Chooses the day of the next refresh; DATE_NONE: today. */
void preview_choose(Preview *p, Date day);

/* The sound site; NULL until there was one. Its corpus may be asked only when the last refresh gave true. */
const Session *preview_session(const Preview *p);
bool preview_is_sound(const Preview *p);
/* What the last refresh found, sorted. */
const Diags *preview_faults(const Preview *p);
Date preview_chosen(const Preview *p); /* DATE_NONE: today */
Date preview_day(const Preview *p);    /* of the sound site */
/* Is the sound site one of today that is today's no longer? */
bool preview_is_stale(const Preview *p);
/* Counts refreshes; and that of them which made the sound site, 0 when there is none. */
unsigned preview_number(const Preview *p);
unsigned preview_site_number(const Preview *p);
/* How many files of records the last refresh decoded. */
size_t preview_decoded(const Preview *p);

/* The bytes of a file of the site, "mentors/index.html"; false when there is none. They live until the next refresh. */
bool preview_file(Preview *p, Slice path, Slice *bytes);
/* Every file there is, sorted: makes the whole site. Valid until the next refresh. */
size_t preview_files(Preview *p, const Slice **paths);

#endif
