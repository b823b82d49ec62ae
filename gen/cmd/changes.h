/*
 * changes.h - what `rubrika diff` prints, in each of its forms.
 */
#ifndef CMD_CHANGES_H
#define CMD_CHANGES_H

#include "cmd/command.h"
#include "redact/compare.h"

typedef struct Report {
	const Options *options;
	const Differences *changes;
	Slice before, after; /* how the two trees are called: a revision, or the work tree */
	Date day;
} Report;

typedef void ReportWriter(Buf *out, const Report *r);
/* Lines; a Markdown comment; one object of JSON; a page of HTML that needs no other file. */
ReportWriter report_text, report_markdown, report_json, report_html;

/* What the forms share: the words of a change. */
const char *report_area(const Report *r, ChangeArea area);
const char *report_type(const Report *r, ChangeType type);
/* "experience_years", "3 шт.", or nothing of a whole record. */
void report_subject(Buf *out, const Report *r, const Difference *c);
/* "появится: 2, изменится: 1, исчезнет: 0" */
void report_sum(Buf *out, const Report *r);
/* What was compared, on which day. */
void report_title(Buf *out, const Report *r);

#endif
