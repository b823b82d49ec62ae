/*
 * door.h - what the parts of the projection share: private to redact/.
 *
 * A Door is made once per build and then only read; a Pass is one worker's
 * way through it, with an arena and diagnostics of its own.
 */
#ifndef REDACT_DOOR_H
#define REDACT_DOOR_H

#include "base/locale.h"
#include "redact/project.h"
#include "redact/rules.h"

/* A mentor's or mentee's standing, worked out before any worker starts. */
typedef struct Standing {
	Part part;
	const PubScope *full, *brief; /* where the full name, or the initials, may stand */
} Standing;

typedef struct Door {
	const Corpus *corpus;
	Rules rules;
	Lang lang;
	const Locale *locale;
	Slice base_url, base_path;
	Standing *mentors, *mentees;      /* by record index */
	const Record **mentor_of_person;  /* by person index: the named mentor, or NULL */
	PubRecord **records[OWNER_KINDS]; /* by record index; NULL: absent */
	PubMedia *media;                  /* by MediaFile index */
	const PubScope **pictured;        /* likewise: where everyone on it agrees (rule 6) */
} Door;

typedef struct Pass {
	const Door *door;
	Arena *arena;
	Diags *diags;
	Links *links;
} Pass;

/* Judges every person, part and medium as of a day; what needs the site's own
 * settings, and the public records, is for the projection to add. The arena must outlive the door. */
void door_open(Door *d, const Corpus *c, Date today, Arena *a);
/* The public record of a record; NULL when it is absent, embargoed or withheld. */
const PubRecord *door_public(const Door *d, const Record *r);
/* Does the record have a page of its own on this site? */
bool door_has_page(const Door *d, const Record *r);
const Standing *door_standing(const Door *d, const Record *part);
/* A title by the site's language. */
Slice door_title(const Door *d, const char *const title[2]);
/* A path of the section as an address with its hole; an address elsewhere as it is. */
const Pub *door_url(Arena *a, const Door *d, Slice url);
/* Splits an address of a text or field: true, with the path below the section, when it leads inside it. */
bool door_inside(const Door *d, Slice url, Slice *path);
/* A medium where everyone on it agrees; `also` narrows it further. NULL when it may stand nowhere. */
const Pub *door_media(Pass *p, const MediaFile *m, const PubScope *also);

#endif
