/*
 * explain.h - is it public, where, since or until when, by which rule, and what is missing.
 *
 * For the curator (cli.md, `explain`). The same questions are asked of the same
 * functions as in the projection, one record at a time, and every answer is
 * kept as a reason. Law of silence: an explanation names files, lines, fields,
 * pages and days on which something turns, never a value.
 */
#ifndef REDACT_EXPLAIN_H
#define REDACT_EXPLAIN_H

#include "redact/mention.h"
#include "redact/reason.h"

/* A file of the content tree, or one field of it. */
typedef struct Subject {
	const Record *record;    /* NULL: a medium without a sidecar */
	const MediaFile *medium; /* a picture or file, or what a sidecar describes; else NULL */
	FieldPath field;         /* n == 0: the whole record */
	Slice path;              /* as the curator knows it: "content/mentors/ivanova.md" */
	Slice name;              /* of the field as it was asked for; empty for a whole record */
} Subject;

typedef enum SubjectFault { SUBJECT_FOUND, SUBJECT_NO_FILE, SUBJECT_NO_FIELD } SubjectFault;

/*
 * Finds what PATH or PATH:FIELD means: the path of a record or a medium, with
 * the content folder before it or without; a field of a map is written with
 * dots («completion.date»), a text below the front matter is `body`. A field
 * that a mentor, mentee or award does not have is sought in the person's card.
 * SUBJECT_NO_FIELD: *near is the nearest name, or empty. Slices are parts of
 * `asked` or of the corpus.
 */
SubjectFault subject_find(Subject *out, const Corpus *c, Slice asked, Slice *near);

typedef enum NameForm { FORM_NONE, FORM_FULL, FORM_BRIEF, FORM_STAND_IN } NameForm;

typedef struct Place {
	Slice page;    /* "mentors/ivanova/"; "": the front page */
	bool below;    /* every page that begins with it */
	NameForm form; /* of a person: what stands there for the name */
} Place;

typedef struct Explanation {
	Arena arena;
	bool shown;
	Date since, until; /* first and last day of its being so; DATE_NONE: as far as the records tell */
	VEC(Place) places; /* by page; of a person also those where a stand-in is */
	VEC(Reason) reasons;
	bool clauses[FIELD_COUNT]; /* fields of policy.clauses that order or ground it */
} Explanation;

/* `lang` is that of the words which the reasons are filled with. Release when done. */
void explain(Explanation *out, const Corpus *c, const Subject *s, Date today, Lang lang);
void explanation_release(Explanation *e);

/* A record, or one of its fields, that a page would have and has not. */
typedef struct Missing {
	Subject subject;
	Loc loc;             /* of the field; of a record, its file */
	VEC(Reason) reasons; /* what is not met; none: it may stand on other pages only */
} Missing;

typedef struct PageReport {
	Arena arena;
	VEC(Missing) list; /* by kind, id, and the order in which fields are written */
} PageReport;

/*
 * What is withheld on a page, by its path below the site, on a day: of a
 * record's page the fields of the record, and of the person who takes that
 * part; of a page that is not there, why; of a list, the records that it does
 * not show. Empty for other pages. Release when done.
 */
void explain_page(PageReport *out, const Corpus *c, Slice page, Date today, Lang lang);
void page_report_release(PageReport *r);

#endif
