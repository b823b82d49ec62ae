/* rubrika explain, by the book: is it public, where, since or until when, by which rule, what is missing. */
#include "explained.h"

/* --- a mentor --- */

START_TEST(a_mentor_who_agrees_is_public_from_signing_to_the_last_day)
{
	world_begin();
	ivanova("consents:\n" CONSENT("role, name", ", until: 2026-05-31"));
	ck_assert(ask("content/mentors/ivanova.md", DAY));
	assert_slice(places(), "mentors/ full; mentors/ivanova/ full");
	assert_days("2025-09-01", "2026-05-31");
	ck_assert(has(REASON_CONSENT_HELD, IVANOVA, 5));
	ck_assert(has(REASON_PART_NAMED, "", 0));
	ck_assert(has(REASON_SECTION_LISTED, "policy.yaml", 3));
	ck_assert(answer.clauses[F_clauses_mentors] && answer.clauses[F_clauses_consent]);
	forget();
	world_end();
}
END_TEST

START_TEST(before_and_after_it_is_told_what_keeps_the_mentor_away)
{
	world_begin();
	ivanova("consents:\n" CONSENT("role, name", ", until: 2026-05-31"));
	ck_assert(!ask("mentors/ivanova.md", "2025-08-31"));
	assert_days(NULL, "2025-08-31");
	ck_assert(lacks(REASON_CONSENT_AHEAD, IVANOVA, 5));
	forget();
	ck_assert(!ask("mentors/ivanova.md", "2026-06-01"));
	assert_days("2026-06-01", NULL);
	ck_assert(lacks(REASON_CONSENT_OVER, IVANOVA, 5) && lacks(REASON_PART_UNNAMED, "", 0));
	ck_assert_uint_eq(answer.places.n, 0);
	forget();
	world_end();
}
END_TEST

START_TEST(who_is_silent_lacks_a_consent)
{
	world_begin();
	ivanova("");
	ck_assert(!ask("mentors/ivanova.md", DAY));
	ck_assert(lacks(REASON_CONSENT_NONE, IVANOVA, 0) && lacks(REASON_NAME_NEEDED, IVANOVA, 0));
	assert_days(NULL, NULL);
	forget();
	world_end();
}
END_TEST

START_TEST(a_withdrawn_consent_is_named_by_its_line)
{
	world_begin();
	ivanova("consents:\n  - id: r1\n    signed: 2025-09-01\n    by: self\n    covers: [role, name]\n    withdrawn: "
	        "2026-02-02\n");
	ck_assert(!ask("mentors/ivanova.md", DAY));
	ck_assert(lacks(REASON_CONSENT_WITHDRAWN, IVANOVA, 9));
	assert_days("2026-02-02", NULL);
	forget();
	world_end();
}
END_TEST

START_TEST(a_consent_to_other_pages_is_told)
{
	world_begin();
	ivanova("consents:\n" CONSENT("role, name", ", pages: [programmes/]"));
	ck_assert(!ask("mentors/ivanova.md", DAY));
	ck_assert(lacks(REASON_CONSENT_ELSEWHERE, IVANOVA, 5));
	forget();
	world_end();
}
END_TEST

START_TEST(a_minor_is_told_of_by_the_policy)
{
	world_begin();
	ivanova("minor_until: 2026-06-01\n" ROLE_AND_NAME);
	ck_assert(!ask("mentors/ivanova.md", DAY));
	ck_assert(lacks(REASON_MINOR, IVANOVA, 4));
	assert_days(NULL, "2026-05-31");
	forget();
	world_policy("minors: consent\n");
	ck_assert(!ask("mentors/ivanova.md", DAY));
	ck_assert(lacks(REASON_CONSENT_SIGNER, IVANOVA, 6));
	forget();
	ivanova("minor_until: 2026-06-01\nconsents:\n" CONSENT_BY("representative", "role, name", ""));
	ck_assert(ask("mentors/ivanova.md", DAY));
	forget();
	world_end();
}
END_TEST

START_TEST(a_draft_and_the_days_of_publication_are_told)
{
	world_begin();
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\ndraft: true\n---\nТекст.\n");
	ck_assert(!ask("news/n.md", DAY));
	ck_assert(lacks(REASON_DRAFT, "news/n.md", 4));
	forget();
	world_put(
	        "news/n.md",
	        "---\ntitle: Н\ndate: 2026-01-01\npublish_from: 2026-04-01\npublish_until: 2026-04-30\n---\nТекст.\n");
	ck_assert(!ask("news/n", DAY));
	ck_assert(lacks(REASON_FROM_AHEAD, "news/n.md", 4) && has(REASON_UNTIL_AHEAD, "news/n.md", 5));
	assert_days(NULL, "2026-03-31");
	forget();
	ck_assert(ask("news/n.md", "2026-04-30"));
	assert_slice(places(), "news/; news/n/");
	assert_days("2026-04-01", "2026-04-30");
	forget();
	ck_assert(!ask("news/n.md", "2026-05-01"));
	ck_assert(lacks(REASON_UNTIL_OVER, "news/n.md", 5));
	forget();
	world_end();
}
END_TEST

START_TEST(a_section_that_is_not_listed_is_told)
{
	world_begin();
	world_put("policy.yaml", "act: {title: П}\nmodel: pupils\nsections: [mentors]\nforms: [{id: a, title: а}]\n"
	                         "kinds: [{id: b, title: б}]\n");
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\n---\nТекст.\n");
	ck_assert(!ask("news/n.md", DAY));
	ck_assert(lacks(REASON_SECTION_UNLISTED, "policy.yaml", 3));
	forget();
	world_end();
}
END_TEST

/* --- programmes and results --- */

START_TEST(a_programme_is_listed_whoever_takes_part)
{
	world_begin();
	programme("");
	ck_assert(ask("programmes/p.md", DAY));
	assert_slice(places(), "programmes/; programmes/N-p/");
	ck_assert(has(REASON_PROGRAMME_LISTED, "", 0));
	forget();
	ck_assert(ask("programmes/p.md:mentors", DAY));
	ck_assert(lacks(REASON_STAND_IN, "programmes/p.md", 7));
	forget();
	world_end();
}
END_TEST

START_TEST(results_wait_for_completion_and_for_its_ground)
{
	world_begin();
	programme("");
	ck_assert(!ask("programmes/p.md:results", DAY));
	ck_assert(lacks(REASON_RUNNING, "programmes/p.md", 0) && answer.clauses[F_clauses_results]);
	forget();
	programme("completion: {date: 2026-05-31, ground: plan}\n");
	ck_assert(!ask("programmes/p.md:results.summary", DAY));
	ck_assert(lacks(REASON_COMPLETION_AHEAD, "programmes/p.md", 11));
	assert_days(NULL, "2026-05-30");
	forget();
	ck_assert(ask("programmes/p.md:results.summary", "2026-05-31"));
	ck_assert(has(REASON_RELEASED, "programmes/p.md", 11));
	assert_slice(places(), "programmes/N-p/");
	forget();
	programme("completion: {date: 2026-02-20, ground: curator}\n");
	ck_assert(!ask("programmes/p.md:results", DAY));
	ck_assert(lacks(REASON_OTHER_GROUND, "programmes/p.md", 11));
	forget();
	world_end();
}
END_TEST

START_TEST(a_case_of_a_programme_waits_with_its_results)
{
	world_begin();
	programme("");
	world_put("cases/c.md", "---\ntitle: К\nsummary: К\ndate: 2026-01-01\nprogramme: p\n---\nТекст.\n");
	ck_assert(!ask("cases/c.md", DAY));
	ck_assert(lacks(REASON_RUNNING, "programmes/p.md", 0));
	forget();
	programme("completion: {date: 2026-02-20, ground: plan}\n");
	ck_assert(ask("cases/c.md", DAY));
	assert_days("2026-02-20", NULL);
	forget();
	world_end();
}
END_TEST

START_TEST(a_plan_is_shown_when_programmes_are_in_full)
{
	world_begin();
	programme("");
	ck_assert(!ask("programmes/p.md:plan", DAY));
	ck_assert(lacks(REASON_PLAN_SUMMARY, "policy.yaml", 0));
	forget();
	world_policy("programmes: full\n");
	ck_assert(ask("programmes/p.md:plan.title", DAY));
	forget();
	ck_assert(!ask("programmes/p.md:plan.done", DAY));
	ck_assert(lacks(REASON_FIELD_CLOSED, "", 0));
	forget();
	world_end();
}
END_TEST

START_TEST(a_closed_field_is_closed_for_ever)
{
	world_begin();
	programme("completion: {date: 2026-02-20, ground: curator}\n");
	ck_assert(!ask("programmes/p.md:completion.ground", DAY));
	ck_assert(lacks(REASON_FIELD_CLOSED, "", 0));
	assert_days(NULL, NULL);
	forget();
	ck_assert(ask("programmes/p.md:completion.date", DAY));
	ck_assert(has(REASON_COMPLETED, "programmes/p.md", 11));
	forget();
	world_end();
}
END_TEST

START_TEST(a_field_that_is_not_filled_in_has_nothing_to_publish)
{
	world_begin();
	programme("");
	ck_assert(!ask("programmes/p.md:extended_to", DAY));
	ck_assert(lacks(REASON_FIELD_EMPTY, "programmes/p.md", 0));
	forget();
	world_end();
}
END_TEST

START_TEST(a_survey_needs_enough_answers)
{
	world_begin();
	world_put("surveys/s.yaml", "title: О\nperiod: май\ndate: 2026-01-01\naudience: mentors\nrespondents: 4\n"
	                            "questions: [{text: В, answers: [{title: да, count: 4}]}]\n");
	ck_assert(!ask("surveys/s.yaml", DAY));
	ck_assert(lacks(REASON_SURVEY_FEW, "surveys/s.yaml", 5));
	forget();
	world_policy("min_group: 4\n");
	ck_assert(ask("surveys/s.yaml", DAY));
	assert_slice(places(), "stats/");
	forget();
	world_end();
}
END_TEST

/* --- silence --- */

START_TEST(no_sentence_holds_a_value)
{
	static const char *const values[] = {"Иванова", "Мария", "Петровна", "m@mail.example",
	                                     "тайная",  "Р-77",  "Условие"};
	static const char *const asked[] = {IVANOVA,
	                                    "people/ivanova.yaml:family",
	                                    "people/ivanova.yaml:email",
	                                    "people/ivanova.yaml:note",
	                                    "people/ivanova.yaml:consents",
	                                    "people/ivanova.yaml:consents.id",
	                                    "mentors/ivanova.md",
	                                    "mentors/ivanova.md:payment"};
	Buf all = BUF_INIT;
	world_begin();
	ivanova("email: m@mail.example\nnote: тайная заметка\nconsents:\n  - {id: Р-77, signed: 2025-09-01, by: self, "
	        "covers: [role, name], conditions: Условие}\n");
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		ask(asked[i], DAY);
		for (size_t k = 0; k < answer.reasons.n; k++) {
			reason_text(&all, &answer.reasons.items[k], LANG_RU);
			buf_add(&all, answer.reasons.items[k].loc.path);
		}
		forget();
	}
	ck_assert_uint_gt(all.n, 0);
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		ck_assert_msg(slice_find(buf_slice(&all), slice_of(values[i]), 0) == all.n, "%s", values[i]);
	}
	buf_release(&all);
	world_end();
}
END_TEST

START_TEST(every_rule_and_reason_has_a_sentence_in_both_languages)
{
	Buf text = BUF_INIT;
	for (int i = 0; i < REASON_COUNT; i++) {
		for (int lang = 0; lang < 2; lang++) {
			const Reason r = {.id = (ReasonId)i, .name = {SL("Х"), SL("У")}};
			buf_clear(&text);
			reason_text(&text, &r, (Lang)lang);
			ck_assert_uint_gt(text.n, 5);
			ck_assert_uint_eq(slice_find_byte(buf_slice(&text), '{', 0), text.n);
		}
		ck_assert_uint_le(reason_rule((ReasonId)i), 12);
		ck_assert_uint_gt(strlen(reason_rule_text(reason_rule((ReasonId)i), LANG_RU)), 20);
	}
	buf_release(&text);
}
END_TEST

UNIT_MAIN("explain", a_mentor_who_agrees_is_public_from_signing_to_the_last_day,
          before_and_after_it_is_told_what_keeps_the_mentor_away, who_is_silent_lacks_a_consent,
          a_withdrawn_consent_is_named_by_its_line, a_consent_to_other_pages_is_told, a_minor_is_told_of_by_the_policy,
          a_draft_and_the_days_of_publication_are_told, a_section_that_is_not_listed_is_told,
          a_programme_is_listed_whoever_takes_part, results_wait_for_completion_and_for_its_ground,
          a_case_of_a_programme_waits_with_its_results, a_plan_is_shown_when_programmes_are_in_full,
          a_closed_field_is_closed_for_ever, a_field_that_is_not_filled_in_has_nothing_to_publish,
          a_survey_needs_enough_answers, no_sentence_holds_a_value,
          every_rule_and_reason_has_a_sentence_in_both_languages)
