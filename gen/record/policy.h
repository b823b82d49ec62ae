/*
 * policy.h - the regulation as rules: policy.yaml with its defaults applied.
 */
#ifndef RECORD_POLICY_H
#define RECORD_POLICY_H

#include "base/map.h"
#include "base/workday.h"
#include "record/record.h"

typedef enum Minors { MINORS_HIDE, MINORS_COUNT, MINORS_CONSENT } Minors;

typedef struct Policy {
	const Rec *rec;
	Minors minors;
	bool full_programmes;      /* plans are public */
	unsigned results_on;       /* bit per row of the list `ground`, from its first */
	unsigned staff_by_law;     /* bit per row of `category`; never photo, contacts, role */
	unsigned sections;         /* bit per row of `section` */
	EnumRow section_order[16]; /* as listed */
	size_t section_count;
	int64_t min_group;
	int64_t notice_workdays;
	Slice anonymous_mentor, anonymous_mentee, anonymous_person;
	Map forms, kinds; /* id → const Rec * of the word */
	Workdays calendar;
} Policy;

/* Reads the decoded record; what is absent gets the default of content.md. */
void policy_init(Policy *p, const Rec *rec);
void policy_release(Policy *p);
bool policy_section(const Policy *p, EnumRow section);
/* The sections any of which shows a kind, as bits of `section`; none: it is always shown, or shown nowhere by itself.
 */
unsigned policy_sections_of(Kind kind);
/* Bit of a word within its closed list. */
unsigned policy_bit(EnumRow row);

#endif
