/*
 * rules.h - the rules of publication.md about one record at a time: private.
 *
 * Everything is a function of the records, the policy and the day D.
 */
#ifndef REDACT_RULES_H
#define REDACT_RULES_H

#include "record/corpus.h"
#include "redact/scope.h"

typedef struct Rules {
	const Corpus *corpus;
	const Policy *policy;
	Date today;
	Arena *arena;
	const PubScope **agreed; /* [person][category]: filled by rules_init() */
	size_t categories;
} Rules;

/* Evaluates every person's consents once. The arena must outlive the rules. */
void rules_init(Rules *r, const Corpus *c, Date today, Arena *a);

/* Rule 11: a draft, before publish_from, after publish_until. Single files are always present. */
bool rule_absent(const Rules *r, const Record *record);
/* Rule 4: D < minor_until. */
bool rule_minor(const Rules *r, const Record *person);
/* Is the person as if the record did not exist: rule 11, or a minor under `hide`? */
bool rule_person_absent(const Rules *r, const Record *person);
/* Rules 1 and 4: the pages on which a category of the person may stand. */
const PubScope *rule_agreed(const Rules *r, const Record *person, EnumRow category);
/* Rule 1: is this consent in force at D, for this person's age? */
bool rule_in_force(const Rules *r, const Record *person, const Rec *consent);
/* Rule 7: is there a notice of this consent? It has conditions, is in force, and the person's name may stand on
 * consents/. */
bool rule_noticed(const Rules *r, const Record *person, const Rec *consent);
/* Does a consent name the category, and on which pages, whether or not it is in force? */
bool rule_covers(const Rec *consent, EnumRow category);
const PubScope *rule_pages(Arena *a, const Rec *consent);

/* Rule 8. */
bool rule_completed(const Rules *r, const Record *programme);
bool rule_released(const Rules *r, const Record *programme);
/* Rule 9: a case or a news item that is a result of a programme and not yet released. */
bool rule_embargoed(const Rules *r, const Record *record);

typedef enum ProgrammeStatus { STATUS_PLANNED, STATUS_UNDER_WAY, STATUS_EXTENDED, STATUS_COMPLETED } ProgrammeStatus;
ProgrammeStatus rule_status(const Rules *r, const Record *programme);

/* A document's `from` and `until` are facts of the act; this is what they say of it at D. */
EnumRow rule_act_status(const Rules *r, const Record *document);
/* Is the last day of an event over? */
bool rule_past(const Rules *r, const Record *event);

/* What the public sees of a mentor or a mentee (rules 3 and 4). */
typedef enum Part {
	PART_ABSENT,  /* as if it did not exist: rule 11, or a minor under `hide` */
	PART_COUNTED, /* a minor under `count`: in totals; elsewhere a stand-in */
	PART_UNNAMED, /* no row, no page, not in totals; elsewhere a stand-in */
	PART_NAMED,   /* a row, and for a mentor a page */
} Part;
Part rule_part(const Rules *r, const Record *record);
/* Pages on which the person may be named in that part: role and full name, or role and initials. */
const PubScope *rule_part_full(const Rules *r, const Record *record);
const PubScope *rule_part_short(const Rules *r, const Record *record);

#endif
