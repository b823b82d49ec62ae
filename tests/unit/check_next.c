/* rubrika next: the next day on which the site changes by itself, by the book and over the whole demo. */
#include "corpora.h"

#include "demo.h"
#include "redact/canon.h"
#include "redact/next.h"

static Next next;

/* The next day after one, "" for never; the reasons are in `next` until forget(). */
static const char *after(const char *day)
{
	static char text[11];
	ck_assert_msg(world_load() && world.diags.errors == 0, "%s", world_complaints());
	next_find(&next, world.corpus, NULL, day_of(day), 1);
	text[0] = '\0';
	if (next.day != DATE_NONE) {
		date_iso(text, next.day);
	}
	return text;
}

static void forget(void)
{
	next_release(&next);
}

static void assert_next(const char *day, const char *want)
{
	const char *got = after(day);
	ck_assert_msg(strcmp(got, want) == 0, "after %s: got \"%s\", want \"%s\"", day, got, want);
	forget();
}

/* As assert_next(), for one reason alone, at a line of a file. */
static void assert_reason(const char *day, const char *want, ReasonId id, const char *path, unsigned line)
{
	ck_assert_str_eq(after(day), want);
	ck_assert_uint_eq(next.reasons.n, 1);
	ck_assert_int_eq(next.reasons.items[0].id, id);
	assert_slice(next.reasons.items[0].loc.path, path);
	ck_assert_uint_eq(next.reasons.items[0].loc.line, line);
	forget();
}

static void ivanova(const char *consent)
{
	Buf rest = BUF_INIT;
	buf_printf(&rest, "consents:\n%s", consent);
	world_part("mentors", "ivanova", "Иванова", rest.p);
	buf_release(&rest);
}

#define CARD "content/people/ivanova.yaml"

/* --- each rule in turn --- */

START_TEST(a_site_without_dates_never_changes_by_itself)
{
	world_begin();
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\n---\nТекст.\n");
	assert_next("2025-01-01", "");
	world_end();
}
END_TEST

START_TEST(a_consent_begins_and_ends)
{
	world_begin();
	ivanova(CONSENT("role, name", ", until: 2026-05-31"));
	assert_reason("2025-08-01", "2025-09-01", REASON_TURN_SIGNED, CARD, 5);
	assert_reason("2025-09-01", "2026-06-01", REASON_TURN_CONSENT_OVER, CARD, 5);
	assert_next("2026-06-01", "");
	ivanova(CONSENT("role, name", ", until: 2026-05-31, withdrawn: 2026-03-03"));
	assert_reason("2026-03-02", "2026-03-03", REASON_TURN_WITHDRAWN, CARD, 5);
	assert_next("2026-03-03", "");
	world_end();
}
END_TEST

START_TEST(a_consent_that_another_stands_in_for_changes_nothing)
{
	world_begin();
	ivanova(CONSENT("role, name", ", until: 2026-05-31") CONSENT("role, name", ", until: 2026-07-31"));
	assert_next("2025-09-01", "2026-08-01");
	ivanova(CONSENT("role, name", ", until: 2026-05-31") CONSENT("role, name", ", pages: [mentors/]"));
	assert_next("2025-09-01", "2026-06-01");
	world_end();
}
END_TEST

START_TEST(the_consent_of_someone_who_is_nowhere_changes_nothing)
{
	world_begin();
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("role, name, photo", ", until: 2026-05-31"));
	assert_next("2025-08-01", "");
	ivanova(CONSENT("position", ""));
	assert_next("2025-08-01", "");
	world_end();
}
END_TEST

START_TEST(conditions_are_published_wherever_else_the_person_is)
{
	world_begin();
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("name", ", until: 2026-05-31, conditions: Нельзя."));
	assert_reason("2025-09-01", "2026-06-01", REASON_TURN_CONSENT_OVER, CARD, 5);
	world_end();
}
END_TEST

START_TEST(a_minor_comes_of_age)
{
	world_begin();
	world_part("mentees", "ivanova", "Иванова", "minor_until: 2026-04-10\n" ROLE_AND_NAME);
	assert_reason("2025-08-01", "2026-04-10", REASON_TURN_ADULT, CARD, 4);
	world_end();
}
END_TEST

START_TEST(a_record_appears_and_goes)
{
	world_begin();
	world_put("news/n.md",
	          "---\ntitle: Н\ndate: 2026-01-01\npublish_from: 2026-02-01\npublish_until: 2026-02-28\n---\n");
	assert_reason("2026-01-01", "2026-02-01", REASON_TURN_FROM, "content/news/n.md", 4);
	assert_reason("2026-02-01", "2026-03-01", REASON_TURN_UNTIL, "content/news/n.md", 5);
	assert_next("2026-03-01", "");
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\npublish_from: 2026-02-01\ndraft: true\n---\n");
	assert_next("2026-01-01", "");
	world_end();
}
END_TEST

START_TEST(a_programme_starts_and_is_completed)
{
	world_begin();
	world_programme("p", "", "", "results: {summary: Итог}\ncompletion: {date: 2026-05-20, ground: plan}\n");
	assert_reason("2026-01-01", "2026-02-01", REASON_TURN_STARTS, "content/programmes/p.md", 5);
	assert_reason("2026-02-01", "2026-05-20", REASON_TURN_COMPLETED, "content/programmes/p.md", 10);
	assert_next("2026-05-20", "");
	world_programme("p", "", "", "completion: {date: 2026-01-20, ground: plan}\n");
	assert_next("2026-01-20", "");
	world_end();
}
END_TEST

START_TEST(a_document_comes_into_force_and_ends)
{
	const char *record =
	        "---\ntitle: Д\nlevel: local\ntype: order\nstatus: pending\nfrom: 2026-02-01\nuntil: 2026-12-31\n---\n";
	world_begin();
	world_put("documents/d.md", record);
	assert_reason("2026-01-01", "2026-02-01", REASON_TURN_IN_FORCE, "content/documents/d.md", 6);
	assert_reason("2026-02-01", "2027-01-01", REASON_TURN_REPEALED, "content/documents/d.md", 7);
	world_put("documents/d.md",
	          "---\ntitle: Д\nlevel: local\ntype: order\nstatus: repealed\nuntil: 2026-12-31\n---\n");
	assert_next("2026-01-01", "");
	world_end();
}
END_TEST

START_TEST(an_event_passes_on_the_day_after_its_last)
{
	world_begin();
	world_put("events/e.md", "---\ntitle: В\nstart: 2026-02-01T15:00\nend: 2026-02-03T10:00\n---\n");
	assert_reason("2026-01-01", "2026-02-04", REASON_TURN_PAST, "content/events/e.md", 4);
	world_put("events/e.md", "---\ntitle: В\nstart: 2026-02-01T15:00\n---\n");
	assert_next("2026-01-01", "2026-02-02");
	world_end();
}
END_TEST

START_TEST(only_what_turns_is_a_reason)
{
	world_begin();
	ivanova(CONSENT("role, name", ", until: 2026-05-31"));
	world_person("petrov", "Петров", "consents:\n" CONSENT("name", ", until: 2026-05-31"));
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\npublish_from: 2026-06-01\ndraft: true\n---\n");
	world_put("pages/p.md", "---\ntitle: С\npublish_until: 2026-05-31\n---\n");
	ck_assert_str_eq(after("2025-09-01"), "2026-06-01");
	ck_assert_uint_eq(next.reasons.n, 2);
	assert_slice(next.reasons.items[0].loc.path, "content/pages/p.md");
	assert_slice(next.reasons.items[1].loc.path, CARD);
	forget();
	world_end();
}
END_TEST

START_TEST(a_link_that_will_lead_nowhere_is_told)
{
	world_begin();
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\npublish_until: 2026-02-28\n---\n");
	world_put("pages/p.md", "---\ntitle: С\n---\nСм. [[news:n]].\n");
	ck_assert_str_eq(after("2026-01-01"), "2026-03-01");
	ck_assert_uint_eq(next.faults.errors, 1);
	ck_assert_int_eq(next.faults.items[0].id, D_WITHHELD_LINK);
	forget();
	world_end();
}
END_TEST

/* --- the digest --- */

static Digest digest_at(const char *day)
{
	return pubsite_digest(world_on(day));
}

START_TEST(what_is_withheld_is_not_in_the_digest)
{
	world_begin();
	ivanova(CONSENT("role", ""));
	world_programme("p", "ivanova", "", "");
	Digest before = digest_at("2026-03-01");
	world_put("mentors/ivanova.md", "---\nperson: ivanova\npayment: много\nexperience_years: 5\n---\nПортфолио.\n");
	world_put("news/draft.md", "---\ntitle: Черновик\ndate: 2026-01-01\ndraft: true\n---\n");
	world_picture("media/a.png");
	world_put("media/a.png.yaml", "alt: Никем не упомянута\n");
	ck_assert(digest_eq(before, digest_at("2026-03-01")));
	ck_assert(digest_eq(before, digest_at("2026-03-02")));
	world_end();
}
END_TEST

START_TEST(all_that_is_public_is_in_the_digest)
{
	static const char *const changes[][2] = {
	        {"site.yaml", BASE_SITE "description: Другое\n"},
	        {"roadmap.yaml", "stages: [{title: Этап}]\n"},
	        {"news/n.md", "---\ntitle: Н\ndate: 2026-01-02\nimage: media/k.png\n---\nТекст.\n"},
	        {"news/n.md", "---\ntitle: Н\ndate: 2026-01-02\nimage: media/k.png\n---\nДругой текст.\n"},
	        {"media/k.png.yaml", "alt: Иначе\n"},
	        {"media/k.png.yaml", "alt: Иначе\ncaption: Подпись\n"},
	        {"news/n.md",
	         "---\ntitle: Н\ndate: 2026-01-02\nimage: media/k.png\naliases: [old/]\n---\nДругой текст.\n"},
	        {"people/ivanova.yaml",
	         "family: Иванова\ngiven: М\nconsents:\n" CONSENT("role, name", ", pages: [mentors/]")},
	        {"people/ivanova.yaml",
	         "family: Иванова\ngiven: М\nconsents:\n" CONSENT("role, name, awards", ", conditions: Нельзя")},
	        {"awards/a.yaml", "person: ivanova\ntitle: Н\ndate: 2026-01-01\n"},
	};
	world_begin();
	ivanova(CONSENT("role, name, awards", ""));
	world_picture("media/k.png");
	world_put("media/k.png.yaml", "alt: Так\n");
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\nimage: media/k.png\n---\nТекст.\n");
	Digest before = digest_at("2026-03-01");
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		world_put(changes[i][0], changes[i][1]);
		Digest now = digest_at("2026-03-01");
		ck_assert_msg(!digest_eq(before, now), "%s, change %zu", changes[i][0], i);
		before = now;
	}
	world_policy("min_group: 9\n");
	ck_assert(!digest_eq(before, digest_at("2026-03-01")));
	world_end();
}
END_TEST

/* --- the demo --- */

static Digest demo_digest(Date day)
{
	PubSite *site = demo_on(day);
	Digest d = pubsite_digest(site);
	pubsite_free(site);
	return d;
}

static Date demo_next(Date day)
{
	Next n;
	next_find(&n, demo.corpus, NULL, day, 1);
	Date found = n.day;
	ck_assert(found == DATE_NONE || n.reasons.n > 0);
	for (size_t i = 0; i < n.reasons.n; i++) {
		ck_assert_int_ne(n.reasons.items[i].id, REASON_TURN_UPDATED);
	}
	next_release(&n);
	return found;
}

START_TEST(in_the_demo_nothing_changes_before_the_day_and_something_does_on_it)
{
	if (!demo_open()) {
		return;
	}
	size_t days = 0;
	Date day = day_of("2025-08-01");
	for (Date found = demo_next(day); found != DATE_NONE; found = demo_next(day)) {
		Digest now = demo_digest(day);
		ck_assert(found > day);
		ck_assert(digest_eq(now, demo_digest(found - 1)));
		ck_assert(!digest_eq(now, demo_digest(found)));
		day = found;
		days++;
	}
	ck_assert_uint_gt(days, 40);
	demo_close();
}
END_TEST

START_TEST(in_the_demo_no_day_of_half_a_year_is_missed)
{
	if (!demo_open()) {
		return;
	}
	Date from = day_of("2026-08-20");
	Date found = demo_next(from);
	Digest before = demo_digest(from);
	for (Date day = from + 1; day < day_of("2027-02-20"); day++) {
		Digest now = demo_digest(day);
		ck_assert(digest_eq(now, before) == (day != found));
		found = day == found ? demo_next(day) : found;
		before = now;
	}
	demo_close();
}
END_TEST

UNIT_MAIN("next", a_site_without_dates_never_changes_by_itself, a_consent_begins_and_ends,
          a_consent_that_another_stands_in_for_changes_nothing, the_consent_of_someone_who_is_nowhere_changes_nothing,
          conditions_are_published_wherever_else_the_person_is, a_minor_comes_of_age, a_record_appears_and_goes,
          a_programme_starts_and_is_completed, a_document_comes_into_force_and_ends,
          an_event_passes_on_the_day_after_its_last, only_what_turns_is_a_reason, a_link_that_will_lead_nowhere_is_told,
          what_is_withheld_is_not_in_the_digest, all_that_is_public_is_in_the_digest,
          in_the_demo_nothing_changes_before_the_day_and_something_does_on_it,
          in_the_demo_no_day_of_half_a_year_is_missed)
