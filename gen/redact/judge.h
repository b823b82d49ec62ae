/*
 * judge.h - a verdict on one record, field, person or medium, with its reasons. Private to redact/explain*.c.
 *
 * Every function gives the verdict and notes, when an explanation is being
 * made, the conditions it found met or not. Without one only the verdict is
 * worked out: that is how days are tried.
 */
#ifndef REDACT_JUDGE_H
#define REDACT_JUDGE_H

#include "redact/explain.h"
#include "redact/item.h"

typedef struct Judge {
	const Door *door;
	const Mentions *mentions;
	Arena *arena;
	Lang lang;
	Explanation *out; /* NULL: only the verdict is wanted */
} Judge;

/* Notes a condition once; loc may have no path. */
void judge_note(Judge *j, ReasonId id, bool met, Loc loc, FieldId field, Slice first, Slice second);
/* The same without words to fill in: of a value, and of a whole file. */
void judge_note_at(Judge *j, ReasonId id, bool met, const Val *v);
void judge_note_file(Judge *j, ReasonId id, bool met, Slice path);
/* Notes where something stands; the same place once. */
void judge_place(Judge *j, Slice page, bool below, NameForm form);
/* A judge of the same day who notes nothing. */
Judge judge_quiet(const Judge *j);

/* Has the record a page, or a row on a page, at D? Not for people and media. */
bool judge_record(Judge *j, const Record *r);
/* The page on which its fields stand; site and policy: "", for they stand on all. */
Slice judge_page(const Judge *j, const Record *r);
/* The pages on which a field may stand by its class, if its record is shown. */
const PubScope *judge_field(Judge *j, const Record *r, const FieldPath *path);
/* Rules 8 and 9. */
bool judge_released(Judge *j, const Record *programme);

/* --- people: judge_people.c. `page` NULL: on any --- */

bool judge_consent(Judge *j, const Record *person, EnumRow category, const Slice *page);
/* By `name` or by `short_name`. */
bool judge_name(Judge *j, const Record *person, const Slice *page);
/* What a mention calls the person where it stands; *page is set. False: it is not to be seen. */
bool judge_mention(Judge *j, const Mention *m, Slice *page);
NameForm judge_form(const Judge *j, const Record *who, Slice page);
/* Rule 6: may the medium stand on the page? */
bool judge_pictured(Judge *j, const MediaFile *m, const Slice *page);

/* What is asked of the places where a person is named. */
typedef struct Wanted {
	const PubScope *also; /* what of the person stands beside the name; NULL: wherever the name does */
	bool full_only;       /* initials are not enough */
	bool name;            /* the name itself: say in which form, and where a stand-in is */
} Wanted;

/* Places all that are wanted, or notes why there is none. True if any. */
bool judge_named(Judge *j, const Record *person, const Wanted *w);

/* --- fields: explain_field.c --- */

/* Is anything of a field to be seen on a page where it may stand: is it filled in, is what it refers to there? */
bool judge_filled(Judge *j, const Record *r, const FieldPath *path, Slice page);
/* Is it a closed field, or inside one? */
bool judge_is_closed(const FieldPath *path);

/* Whatever was asked of, by one of those below; each with the places it found. */
bool judge_subject(Judge *j, const Subject *s);
bool explain_record(Judge *j, const Record *r);
bool explain_field(Judge *j, const Subject *s);
bool explain_person(Judge *j, const Subject *s);
bool explain_medium(Judge *j, const Subject *s);

#endif
