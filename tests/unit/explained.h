/*
 * explained.h - what the tests of explain share: a question, and readers of the answer.
 */
#ifndef TESTS_EXPLAINED_H
#define TESTS_EXPLAINED_H

#include "corpora.h"

#include "redact/explain.h"

#define DAY "2026-03-01"
#define IVANOVA "people/ivanova.yaml"

static Explanation answer;

/* Asks of the world as it is on a day; the explanation is in `answer` until forget(). */
static inline bool ask(const char *what, const char *day)
{
	Subject subject;
	Slice near;
	Date today;
	ck_assert(date_parse(&today, slice_of(day)));
	ck_assert_msg(world_load() && world.diags.errors == 0, "%s", world_complaints());
	ck_assert_int_eq(subject_find(&subject, world.corpus, slice_of(what), &near), SUBJECT_FOUND);
	explain(&answer, world.corpus, &subject, today, LANG_EN);
	return answer.shown;
}

static inline void forget(void)
{
	explanation_release(&answer);
}

/* Is the condition named, met or not, at a line of a file? line 0: anywhere in it; no path: anywhere. */
static inline bool says(ReasonId id, bool met, const char *path, unsigned line)
{
	Buf shown = BUF_INIT;
	bool found = false;
	buf_printf(&shown, "content/%s", path);
	for (size_t i = 0; i < answer.reasons.n; i++) {
		const Reason *r = &answer.reasons.items[i];
		bool there = !*path || (slice_eq(r->loc.path, buf_slice(&shown)) && (line == 0 || r->loc.line == line));
		found |= r->id == id && r->met == met && there;
	}
	buf_release(&shown);
	return found;
}

static inline bool lacks(ReasonId id, const char *path, unsigned line)
{
	return says(id, false, path, line);
}

static inline bool has(ReasonId id, const char *path, unsigned line)
{
	return says(id, true, path, line);
}

/* The pages with the form of the name, in order: "mentors/ivanova/ full; mentors/ full". */
static inline Slice places(void)
{
	static const char *const forms[] = {"", " full", " brief", " stand-in"};
	buf_clear(&world.text);
	for (size_t i = 0; i < answer.places.n; i++) {
		const Place *p = &answer.places.items[i];
		buf_printf(&world.text, "%s%.*s%s%s", i ? "; " : "", SLICE_ARG(p->page), p->below ? "*" : "",
		           forms[p->form]);
	}
	return buf_slice(&world.text);
}

static inline void assert_days(const char *since, const char *until)
{
	char text[11];
	if (since) {
		ck_assert(answer.since != DATE_NONE);
		date_iso(text, answer.since);
		ck_assert_str_eq(text, since);
	}
	ck_assert(since || answer.since == DATE_NONE);
	if (until) {
		ck_assert(answer.until != DATE_NONE);
		date_iso(text, answer.until);
		ck_assert_str_eq(text, until);
	}
	ck_assert(until || answer.until == DATE_NONE);
}

static inline void ivanova(const char *rest)
{
	world_part("mentors", "ivanova", "Иванова", rest);
}

/* The programme of mentor Иванова and mentee Петров, who both are silent. */
static inline void programme(const char *completion)
{
	Buf rest = BUF_INIT;
	buf_printf(&rest, "plan: [{title: Шаг, done: 2026-02-10}]\nresults: {summary: Итог}\n%s", completion);
	ivanova("");
	world_part("mentees", "petrov", "Петров", "");
	world_programme("p", "ivanova", "petrov", rest.p);
	buf_release(&rest);
}

#endif
