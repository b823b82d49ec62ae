/* due.h: each deadline on the day before, on the day, on the day after, and over days off. */
#include "record/due.h"

#include "corpora.h"

/* The terms of one of the five regulations (30/10/10/10), with a calendar of its own:
 * Thursday 1 and Friday 2 January 2026 are off, Saturday 14 February works. */
#define LIMITS                                                                                             \
	"limits: {appoint_days: 30, programme_days: 10, mentor_report_days: 10, mentee_report_days: 10,"   \
	" review_months: 12, monitoring_months: 6, update_workdays: 10, consent_notice_workdays: 3}\n"     \
	"clauses: {mentors: \"п. 3.7\", consent: \"п. 4.17\"}\n"                                         \
	"holidays: [2026-01-01, 2026-01-02, 2026-01-05, 2026-01-06, 2026-01-07, 2026-01-08, 2026-01-09]\n" \
	"workdays: [2026-02-14]\n"

#define PERSON(id, family, more) \
	world_put("people/" id ".yaml", "family: " family "\ngiven: Мария\npatronymic: Петровна\n" more)

static void begin(const char *policy)
{
	world_begin();
	world_policy(policy);
	PERSON("ivanova", "Иванова", "");
	PERSON("petrov", "Петров", "");
	world_put("mentors/ivanova.yaml", "person: ivanova\n");
}

static Date day_of(const char *iso)
{
	Date d;
	ck_assert(date_parse(&d, slice_of(iso)));
	return d;
}

/* The day on which something falls due, as a date or "-"; seen from the far past, so that nothing counts as gone. */
static const char *due_on(DueId id, const char *today)
{
	static char iso[11];
	Agenda a;
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	agenda_init(&a, world.corpus, day_of(today), 3660);
	memcpy(iso, "-", 2);
	for (size_t i = 0; i < a.list.n; i++) {
		if (a.list.items[i].id == id) {
			date_iso(iso, a.list.items[i].day);
			break;
		}
	}
	agenda_release(&a);
	return iso;
}

/* Is it on the agenda of a day that looks no further ahead than `days`? */
static bool listed(DueId id, const char *today, int days)
{
	Agenda a;
	bool found = false;
	world_load();
	agenda_init(&a, world.corpus, day_of(today), days);
	for (size_t i = 0; i < a.list.n; i++) {
		found |= a.list.items[i].id == id;
	}
	agenda_release(&a);
	return found;
}

#define ck_due(id, today, want) ck_assert_str_eq(due_on(DUE_##id, today), want)

START_TEST(a_mentor_is_appointed_within_thirty_days_of_admission)
{
	begin(LIMITS);
	world_put("mentees/petrov.yaml", "person: petrov\nadmitted: 2025-09-01\n");
	ck_due(appoint, "2025-09-01", "2025-10-01");
	ck_assert(!listed(DUE_appoint, "2025-09-30", 0));
	ck_assert(listed(DUE_appoint, "2025-10-01", 0));
	ck_assert(listed(DUE_appoint, "2025-10-02", 0)); /* overdue: still to be done */
	world_put("mentees/petrov.yaml",
	          "person: petrov\nadmitted: 2025-09-01\norder: {number: 5, date: 2025-09-20}\n");
	ck_due(appoint, "2025-09-01", "-");
	world_end();
}
END_TEST

START_TEST(an_order_of_the_programme_appoints_too)
{
	begin(LIMITS);
	world_put("mentees/petrov.yaml", "person: petrov\nadmitted: 2025-09-01\n");
	world_put("programmes/a.yaml", "number: 1\ntitle: Т\nform: tt\nmentors: [ivanova]\nmentees: [petrov]\n"
	                               "start: 2025-09-20\nend: 2026-05-29\norder: {number: 5, date: 2025-09-20}\n");
	ck_due(appoint, "2025-09-01", "-");
	world_end();
}
END_TEST

START_TEST(a_term_that_ends_on_a_day_off_ends_on_the_next_working_day)
{
	begin(LIMITS);
	/* 30 days after 6 December is Monday 5 January, one of the holidays; work begins on Monday the 12th. */
	world_put("mentees/petrov.yaml", "person: petrov\nadmitted: 2025-12-06\n");
	ck_due(appoint, "2025-12-06", "2026-01-12");
	/* 30 days after 15 January is Saturday 14 February, which works. */
	world_put("mentees/petrov.yaml", "person: petrov\nadmitted: 2026-01-15\n");
	ck_due(appoint, "2026-01-15", "2026-02-14");
	/* 30 days after 22 January is Saturday 21 February, which does not. */
	world_put("mentees/petrov.yaml", "person: petrov\nadmitted: 2026-01-22\n");
	ck_due(appoint, "2026-01-22", "2026-02-23");
	world_end();
}
END_TEST

START_TEST(no_limit_no_deadline)
{
	begin("");
	world_put("mentees/petrov.yaml", "person: petrov\nadmitted: 2025-09-01\n");
	ck_due(appoint, "2025-09-01", "-");
	ck_due(needs, "2025-09-01", "-");
	ck_due(monitoring, "2025-09-01", "-");
	world_end();
}
END_TEST

#define PROGRAMME(more)                                                                              \
	"number: 1\ntitle: Т\nform: tt\nmentors: [ivanova]\nmentees: [petrov]\nstart: 2025-09-08\n" \
	"end: 2026-05-29\norder: {number: 5, date: 2025-09-05}\n" more

START_TEST(a_programme_is_written_within_ten_days_of_the_order)
{
	begin(LIMITS);
	world_put("mentees/petrov.yaml", "person: petrov\n");
	world_put("programmes/a.yaml", PROGRAMME(""));
	ck_due(draft_programme, "2025-09-05", "2025-09-15");
	world_put("programmes/a.yaml", PROGRAMME("drafted: 2025-09-15\n"));
	ck_due(draft_programme, "2025-09-05", "-");
	world_end();
}
END_TEST

START_TEST(a_programme_is_completed_or_extended_by_its_last_day)
{
	begin(LIMITS);
	world_put("mentees/petrov.yaml", "person: petrov\n");
	world_put("programmes/a.yaml", PROGRAMME(""));
	ck_due(finish, "2026-01-01", "2026-05-29");
	world_put("programmes/a.yaml", PROGRAMME("extended_to: 2026-06-20\n"));
	ck_due(finish, "2026-01-01", "2026-06-20"); /* a Saturday: the end is a fact, no term */
	world_put("programmes/a.yaml", PROGRAMME("completion: {date: 2026-05-20, ground: plan}\n"));
	ck_due(finish, "2026-01-01", "-");
	world_end();
}
END_TEST

START_TEST(reports_come_within_ten_days_of_completion)
{
	begin(LIMITS);
	world_put("mentees/petrov.yaml", "person: petrov\n");
	world_put("programmes/a.yaml", PROGRAMME(""));
	ck_due(mentor_report, "2026-01-01", "2026-06-08"); /* expected: ten days after the end */
	world_put("programmes/a.yaml", PROGRAMME("completion: {date: 2026-05-20, ground: plan}\n"));
	/* 30 May is a Saturday. */
	ck_due(mentor_report, "2026-01-01", "2026-06-01");
	ck_due(mentee_report, "2026-01-01", "2026-06-01");
	world_put("programmes/a.yaml",
	          PROGRAMME("completion: {date: 2026-05-20, ground: plan}\nreports: {mentor: 2026-05-25}\n"));
	ck_due(mentor_report, "2026-01-01", "-");
	ck_due(mentee_report, "2026-01-01", "2026-06-01");
	world_end();
}
END_TEST

START_TEST(promised_results_are_entered_in_ten_working_days)
{
	begin(LIMITS);
	world_put("mentees/petrov.yaml", "person: petrov\n");
	world_put("programmes/a.yaml", PROGRAMME("completion: {date: 2025-12-30, ground: plan}\n"));
	/* Wednesday 31 December is the first; 1 to 9 January are off. */
	ck_due(results, "2025-12-30", "2026-01-22");
	world_put("programmes/a.yaml", PROGRAMME("completion: {date: 2025-12-30, ground: curator}\n"));
	ck_due(results, "2025-12-30", "-"); /* never public, so nothing is promised */
	world_put("programmes/a.yaml",
	          PROGRAMME("completion: {date: 2025-12-30, ground: plan}\nresults: {summary: Всё вышло.}\n"));
	ck_due(results, "2025-12-30", "-");
	world_end();
}
END_TEST

START_TEST(needs_are_examined_again_after_a_year)
{
	begin(LIMITS);
	world_put("mentees/petrov.yaml", "person: petrov\nneeds_reviewed: 2025-03-10\nadmitted: 2020-09-01\n");
	ck_due(needs, "2025-03-10", "2026-03-10");
	ck_assert(!listed(DUE_needs, "2026-03-09", 0));
	ck_assert(listed(DUE_needs, "2026-03-10", 0));
	ck_assert(listed(DUE_needs, "2026-03-11", 0));
	world_put("programmes/a.yaml", PROGRAMME("completion: {date: 2026-01-20, ground: plan}\n"));
	ck_due(needs, "2025-03-10", "-"); /* his programme is over */
	world_end();
}
END_TEST

START_TEST(monitoring_goes_by_halves_of_the_school_year)
{
	begin(LIMITS);
	ck_due(monitoring, "2025-09-01", "2026-03-02"); /* 28 February is a Saturday */
	ck_due(monitoring, "2026-02-28", "2026-03-02");
	ck_due(monitoring, "2026-03-01", "2026-08-31");
	world_put("surveys/a.yaml", "title: О\nperiod: зима\ndate: 2026-02-10\naudience: all\nrespondents: 10\n"
	                            "questions: [{text: В, answers: [{title: Да, count: 10}]}]\n");
	ck_due(monitoring, "2025-12-01", "-");
	ck_due(monitoring, "2026-03-01", "2026-08-31");
	world_end();
}
END_TEST

START_TEST(a_consent_is_renewed_before_it_ends)
{
	begin(LIMITS);
	PERSON("sidorova", "Сидорова",
	       "consents:\n  - {id: a, signed: 2025-09-01, until: 2026-08-30, by: self, covers: [name]}\n");
	ck_due(consent_end, "2026-01-01", "2026-08-30");
	ck_assert(!listed(DUE_consent_end, "2026-08-29", 0));
	ck_assert(listed(DUE_consent_end, "2026-08-30", 0));
	ck_assert(!listed(DUE_consent_end, "2026-08-31", 0)); /* it has ended, and the data are gone with it */
	PERSON("sidorova", "Сидорова",
	       "consents:\n  - {id: a, signed: 2025-09-01, until: 2026-08-30, by: self, covers: [name]}\n"
	       "  - {id: b, signed: 2026-08-01, by: self, covers: [name, role]}\n");
	ck_due(consent_end, "2026-01-01", "-");
	PERSON("sidorova", "Сидорова",
	       "consents:\n  - {id: a, signed: 2025-09-01, until: 2026-08-30, by: self, covers: [name, photo]}\n"
	       "  - {id: b, signed: 2026-08-01, by: self, covers: [name, role]}\n");
	ck_due(consent_end, "2026-01-01", "2026-08-30"); /* the photograph is not in the new one */
	PERSON("sidorova", "Сидорова",
	       "consents:\n  - {id: a, signed: 2025-09-01, until: 2026-08-30, withdrawn: 2026-02-01, by: self, covers: "
	       "[name]}\n");
	ck_due(consent_end, "2026-01-01", "-");
	world_end();
}
END_TEST

START_TEST(conditions_are_published_in_three_working_days)
{
	begin(LIMITS);
	PERSON("sidorova", "Сидорова",
	       "consents:\n  - {id: a, signed: 2025-12-30, by: self, covers: [name], conditions: Без копий.}\n");
	/* 31 December, then 12 and 13 January. */
	ck_due(notice, "2025-12-30", "2026-01-13");
	ck_assert(listed(DUE_notice, "2026-01-13", 0));
	ck_assert(!listed(DUE_notice, "2026-01-14", 0)); /* whether it was done is for `check` to say */
	world_end();
}
END_TEST

START_TEST(at_eighteen_a_person_consents_for_himself)
{
	begin(LIMITS);
	PERSON("sidorova", "Сидорова",
	       "minor_until: 2026-04-05\nconsents:\n"
	       "  - {id: a, signed: 2025-09-01, by: representative, covers: [name]}\n");
	ck_due(adult, "2026-01-01", "2026-04-05");
	ck_assert(listed(DUE_adult, "2026-04-06", 0));
	PERSON("sidorova", "Сидорова",
	       "minor_until: 2026-04-05\nconsents:\n"
	       "  - {id: a, signed: 2025-09-01, by: representative, covers: [name]}\n"
	       "  - {id: b, signed: 2026-04-05, by: self, covers: [name]}\n");
	ck_due(adult, "2026-01-01", "-");
	world_end();
}
END_TEST

START_TEST(papers_of_a_mentor_from_outside_age_in_a_year)
{
	begin(LIMITS);
	world_put("mentors/ivanova.yaml", "person: ivanova\nexternal: true\nsince: 2025-09-01\n"
	                                  "agreement: {number: 1, date: 2025-09-02}\n"
	                                  "clearance: {criminal_record: 2025-08-20}\n");
	ck_due(agreement, "2025-09-01", "2026-09-02");
	ck_due(criminal_record, "2025-09-01", "2026-08-20");
	ck_due(medical, "2025-09-01", "2025-09-01"); /* there is none */
	world_put("mentors/ivanova.yaml", "person: ivanova\nexternal: true\nstatus: ended\nsince: 2025-09-01\n"
	                                  "clearance: {criminal_record: 2025-08-20}\n");
	ck_due(criminal_record, "2025-09-01", "-");
	world_put("mentors/ivanova.yaml", "person: ivanova\nclearance: {criminal_record: 2025-08-20}\n");
	ck_due(criminal_record, "2025-09-01", "-"); /* the school's own staff have theirs in the personnel office */
	world_end();
}
END_TEST

START_TEST(what_has_happened_is_published_in_ten_working_days)
{
	begin(LIMITS);
	world_put("news/a.yaml", "title: Новость\ndate: 2026-02-06\ndraft: true\n");
	/* From Monday the 9th; Saturday the 14th works. */
	ck_due(publish, "2026-02-06", "2026-02-19");
	world_put("news/a.yaml", "title: Новость\ndate: 2026-02-06\n");
	ck_due(publish, "2026-02-06", "-");
	world_end();
}
END_TEST

START_TEST(an_act_that_ends_is_looked_at_before)
{
	begin(LIMITS);
	world_put("documents/a.yaml", "title: Приказ\nlevel: local\ntype: order\nuntil: 2026-03-01\n");
	ck_due(act_end, "2026-01-01", "2026-03-01");
	ck_assert(listed(DUE_act_end, "2026-03-01", 0));
	ck_assert(!listed(DUE_act_end, "2026-03-02", 0));
	world_end();
}
END_TEST

START_TEST(the_agenda_is_by_day_and_then_by_place)
{
	Agenda a;
	begin(LIMITS);
	world_put("mentees/petrov.yaml", "person: petrov\nadmitted: 2025-09-01\n");
	world_put("documents/a.yaml", "title: Приказ\nlevel: local\ntype: order\nuntil: 2025-10-01\n");
	world_put("documents/b.yaml", "title: Приказ\nlevel: local\ntype: order\nuntil: 2025-09-20\n");
	world_load();
	agenda_init(&a, world.corpus, day_of("2025-09-10"), 30);
	ck_assert_uint_eq(a.list.n, 3);
	assert_slice(a.list.items[0].loc.path, "content/documents/b.yaml");
	assert_slice(a.list.items[1].loc.path, "content/documents/a.yaml");
	assert_slice(a.list.items[2].loc.path, "content/mentees/petrov.yaml");
	ck_assert_uint_eq(a.list.items[2].loc.line, 2);
	assert_slice(due_clause(&world.corpus->policy, DUE_appoint), "п. 3.7");
	assert_slice(due_clause(&world.corpus->policy, DUE_needs), "");
	agenda_release(&a);
	world_end();
}
END_TEST

UNIT_MAIN("due", a_mentor_is_appointed_within_thirty_days_of_admission, an_order_of_the_programme_appoints_too,
          a_term_that_ends_on_a_day_off_ends_on_the_next_working_day, no_limit_no_deadline,
          a_programme_is_written_within_ten_days_of_the_order, a_programme_is_completed_or_extended_by_its_last_day,
          reports_come_within_ten_days_of_completion, promised_results_are_entered_in_ten_working_days,
          needs_are_examined_again_after_a_year, monitoring_goes_by_halves_of_the_school_year,
          a_consent_is_renewed_before_it_ends, conditions_are_published_in_three_working_days,
          at_eighteen_a_person_consents_for_himself, papers_of_a_mentor_from_outside_age_in_a_year,
          what_has_happened_is_published_in_ten_working_days, an_act_that_ends_is_looked_at_before,
          the_agenda_is_by_day_and_then_by_place)
