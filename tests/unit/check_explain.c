/* rubrika explain, by the book: is it public, where, since or until when, by which rule, what is missing. */
#include "corpora.h"

#include "redact/explain.h"

#define DAY "2026-03-01"
#define IVANOVA "people/ivanova.yaml"

static Explanation answer;

/* Asks of the world as it is on a day; the explanation is in `answer` until forget(). */
static bool ask(const char *what, const char *day)
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

static void forget(void)
{
	explanation_release(&answer);
}

/* Is the condition named, met or not, at a line of a file? line 0: anywhere in it; no path: anywhere. */
static bool says(ReasonId id, bool met, const char *path, unsigned line)
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

static bool lacks(ReasonId id, const char *path, unsigned line)
{
	return says(id, false, path, line);
}

static bool has(ReasonId id, const char *path, unsigned line)
{
	return says(id, true, path, line);
}

/* The pages with the form of the name, in order: "mentors/ivanova/ full; mentors/ full". */
static Slice places(void)
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

static void assert_days(const char *since, const char *until)
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

static void ivanova(const char *rest)
{
	world_part("mentors", "ivanova", "Иванова", rest);
}

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

static void programme(const char *completion)
{
	Buf rest = BUF_INIT;
	buf_printf(&rest, "plan: [{title: Шаг, done: 2026-02-10}]\nresults: {summary: Итог}\n%s", completion);
	ivanova("");
	world_part("mentees", "petrov", "Петров", "");
	world_programme("p", "ivanova", "petrov", rest.p);
	buf_release(&rest);
}

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

/* --- people --- */

START_TEST(a_person_is_public_where_a_record_names_the_person)
{
	world_begin();
	programme("");
	ivanova("consents:\n" CONSENT("role, name", ", pages: [mentors/]"));
	world_put("awards/a.yaml", "person: ivanova\ntitle: Н\ndate: 2026-01-01\n");
	ck_assert(ask(IVANOVA, DAY));
	assert_slice(places(), "mentors/ivanova/ full; programmes/N-p/ stand-in");
	ck_assert(lacks(REASON_CONSENT_NONE, IVANOVA, 0));
	forget();
	world_end();
}
END_TEST

START_TEST(whom_nobody_mentions_is_public_nowhere)
{
	world_begin();
	world_person("ivanova", "Иванова", ROLE_AND_NAME);
	ck_assert(!ask(IVANOVA, DAY));
	ck_assert(lacks(REASON_UNMENTIONED, "", 0));
	forget();
	world_end();
}
END_TEST

START_TEST(of_initials_only_the_family_name_is_public)
{
	world_begin();
	ivanova("consents:\n" CONSENT("role, short_name", ""));
	ck_assert(ask("people/ivanova.yaml:family", DAY));
	assert_slice(places(), "mentors/ivanova/ brief");
	forget();
	ck_assert(!ask("people/ivanova.yaml:given", DAY));
	ck_assert(lacks(REASON_INITIAL_ONLY, IVANOVA, 0));
	forget();
	world_end();
}
END_TEST

START_TEST(a_detail_needs_its_own_consent_and_stands_beside_the_name)
{
	world_begin();
	ivanova("email: m@mail.example\nposition: учитель\nconsents:\n" CONSENT("role, name", "")
	                CONSENT("contacts", ", pages: [programmes/]"));
	ck_assert(!ask("mentors/ivanova.md:position", DAY));
	ck_assert(lacks(REASON_CONSENT_NONE, IVANOVA, 7));
	forget();
	ck_assert(!ask("people/ivanova.yaml:email", DAY));
	assert_slice(places(), "");
	forget();
	world_programme("p", "ivanova", "", "");
	ck_assert(ask("people/ivanova.yaml:email", DAY));
	assert_slice(places(), "programmes/N-p/");
	forget();
	world_end();
}
END_TEST

START_TEST(what_the_law_has_published_needs_no_consent)
{
	world_begin();
	world_policy("staff_by_law: [position]\n");
	ivanova("staff: true\nposition: учитель\n" ROLE_AND_NAME);
	ck_assert(ask("people/ivanova.yaml:position", DAY));
	ck_assert(has(REASON_CONSENT_BY_LAW, "policy.yaml", 0));
	forget();
	world_end();
}
END_TEST

START_TEST(the_curator_stands_on_every_page)
{
	world_begin();
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("name", ", pages: [roadmap/, news/]"));
	world_put("site.yaml", BASE_SITE "curator: ivanova\n");
	ck_assert(ask(IVANOVA, DAY));
	assert_slice(places(), "news/* full; roadmap/* full");
	forget();
	world_end();
}
END_TEST

START_TEST(conditions_stand_on_the_notice_page_with_the_name)
{
	world_begin();
	ivanova("consents:\n" CONSENT("role, name", ", conditions: Не показывать."));
	ck_assert(ask("people/ivanova.yaml:consents.conditions", DAY));
	assert_slice(places(), "consents/");
	ck_assert(has(REASON_NOTICE, IVANOVA, 5));
	forget();
	ck_assert(!ask("people/ivanova.yaml:consents.signed", DAY));
	ck_assert(lacks(REASON_FIELD_CLOSED, "", 0));
	forget();
	world_end();
}
END_TEST

/* --- pictures and files --- */

static void picture(const char *rest)
{
	world_person("ivanova", "Иванова", rest);
	world_picture("media/k.png");
	world_put("media/k.png.yaml", "alt: У доски\npeople: [ivanova]\n");
}

START_TEST(a_picture_waits_for_everyone_on_it)
{
	world_begin();
	picture("");
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\nimage: media/k.png\n---\nТекст.\n");
	ck_assert(!ask("media/k.png", DAY));
	ck_assert(lacks(REASON_DISAGREES, "media/k.png.yaml", 2) && lacks(REASON_CONSENT_NONE, IVANOVA, 0));
	ck_assert(has(REASON_USED, "news/n.md", 4));
	forget();
	picture("consents:\n" CONSENT("photo", ", withdrawn: 2026-04-01"));
	ck_assert(ask("content/media/k.png", DAY));
	assert_slice(places(), "news/n/");
	assert_days("2025-09-01", "2026-03-31");
	forget();
	ck_assert(ask("media/k.png.yaml:alt", DAY));
	forget();
	ck_assert(!ask("media/k.png:people", DAY));
	ck_assert(lacks(REASON_FIELD_CLOSED, "", 0));
	forget();
	world_end();
}
END_TEST

START_TEST(a_picture_that_nothing_public_refers_to_stays_away)
{
	world_begin();
	picture("consents:\n" CONSENT("photo", ""));
	ck_assert(!ask("media/k.png", DAY));
	ck_assert(lacks(REASON_UNUSED, "media/k.png", 0));
	forget();
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\ndraft: true\n---\n![](media/k.png)\n");
	ck_assert(!ask("media/k.png", DAY));
	ck_assert(lacks(REASON_USED_HIDDEN, "news/n.md", 6));
	forget();
	world_end();
}
END_TEST

START_TEST(a_portrait_stands_where_the_person_is_named)
{
	world_begin();
	world_picture("media/i.png");
	ivanova("photo: media/i.png\nconsents:\n" CONSENT("role, name, photo", ""));
	ck_assert(ask("media/i.png", DAY));
	assert_slice(places(), "mentors/ivanova/");
	forget();
	ck_assert(ask("people/ivanova.yaml:photo", DAY));
	forget();
	ivanova("photo: media/i.png\nconsents:\n" CONSENT("role, name", ""));
	ck_assert(!ask("media/i.png", DAY));
	ck_assert(lacks(REASON_DISAGREES, IVANOVA, 4));
	forget();
	world_end();
}
END_TEST

/* --- what is asked --- */

static SubjectFault find(const char *what, Subject *s, Slice *near)
{
	return subject_find(s, world.corpus, slice_of(what), near);
}

START_TEST(a_path_may_have_the_content_folder_before_it_or_no_extension)
{
	static const char *const same[] = {"content/mentors/ivanova.md", "mentors/ivanova.md", "mentors/ivanova",
	                                   "mentors/ivanova.md:body"};
	Subject s;
	Slice near;
	world_begin();
	ivanova("");
	world_load();
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		ck_assert_int_eq(find(same[i], &s, &near), SUBJECT_FOUND);
		assert_slice(s.path, "content/mentors/ivanova.md");
	}
	ck_assert_int_eq(s.field.id[0], F_mentor_body);
	world_end();
}
END_TEST

START_TEST(a_field_of_the_card_may_be_asked_of_the_mentor)
{
	Subject s;
	Slice near;
	world_begin();
	ivanova("");
	world_load();
	ck_assert_int_eq(find("mentors/ivanova.md:photo", &s, &near), SUBJECT_FOUND);
	assert_slice(s.path, "content/people/ivanova.yaml");
	ck_assert_int_eq(s.field.id[0], F_person_photo);
	world_end();
}
END_TEST

START_TEST(what_is_not_there_is_not_found)
{
	static const char *const nowhere[] = {"mentors/petrova.md", "people",     "", ":photo", "content",
	                                      "policy.yml",         "media/x.jpg"};
	Subject s;
	Slice near;
	world_begin();
	ivanova("");
	world_load();
	for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++) {
		ck_assert_msg(find(nowhere[i], &s, &near) == SUBJECT_NO_FILE, "%s", nowhere[i]);
	}
	ck_assert_int_eq(find("mentors/ivanova.md:experience_year", &s, &near), SUBJECT_NO_FIELD);
	assert_slice(near, "experience_years");
	ck_assert_int_eq(find("mentors/ivanova.md:order.nomer", &s, &near), SUBJECT_NO_FIELD);
	ck_assert_int_eq(find("mentors/ivanova.md:since.year", &s, &near), SUBJECT_NO_FIELD);
	ck_assert_int_eq(find("mentors/ivanova.md:", &s, &near), SUBJECT_NO_FIELD);
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
          a_survey_needs_enough_answers, a_person_is_public_where_a_record_names_the_person,
          whom_nobody_mentions_is_public_nowhere, of_initials_only_the_family_name_is_public,
          a_detail_needs_its_own_consent_and_stands_beside_the_name, what_the_law_has_published_needs_no_consent,
          the_curator_stands_on_every_page, conditions_stand_on_the_notice_page_with_the_name,
          a_picture_waits_for_everyone_on_it, a_picture_that_nothing_public_refers_to_stays_away,
          a_portrait_stands_where_the_person_is_named, a_path_may_have_the_content_folder_before_it_or_no_extension,
          a_field_of_the_card_may_be_asked_of_the_mentor, what_is_not_there_is_not_found, no_sentence_holds_a_value,
          every_rule_and_reason_has_a_sentence_in_both_languages)
