/* What single records show beside their fields (content.md; publication.md, rules 3 and 8). */
#include "corpora.h"

#define DAY "2026-03-01"

/* --- awards --- */

START_TEST(an_award_needs_consent_to_it_and_a_name)
{
	static const struct {
		const char *covers;
		const char *name;
	} rows[] = {{"awards, name", "Иванова Мария Петровна"},
	            {"awards, short_name", "Иванова М. П."},
	            {"awards", NULL},
	            {"name, short_name", NULL}};
	world_begin();
	world_put("awards/a.yaml", "person: ivanova\ntitle: Грамота\ndate: 2026-01-01\n");
	for (int i = 0; i < 4; i++) {
		Buf rest = BUF_INIT;
		buf_printf(&rest, "consents:\n  - {id: r1, signed: 2025-09-01, by: self, covers: [%s]}\n",
		           rows[i].covers);
		world_person("ivanova", "Иванова", rest.p);
		buf_release(&rest);
		world_on(DAY);
		ck_assert_uint_eq(world.site->kinds[PUB_AWARDS].n, rows[i].name != NULL);
		ck_assert(told("Грамота") == (rows[i].name != NULL));
		if (rows[i].name) {
			assert_slice(text_on(seen(PUB_AWARDS, ""), "name", "awards/"), rows[i].name);
		}
	}
	world_end();
}
END_TEST

START_TEST(an_award_agreed_for_other_pages_is_not_on_the_honour_board)
{
	world_begin();
	world_put("awards/a.yaml", "person: ivanova\ntitle: Грамота\ndate: 2026-01-01\n");
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("name", "") CONSENT("awards", ", pages: [mentors/]"));
	world_on(DAY);
	ck_assert_uint_eq(world.site->kinds[PUB_AWARDS].n, 0);
	ck_assert(!told("Грамота"));
	world_end();
}
END_TEST

START_TEST(the_file_of_an_award_goes_with_it)
{
	world_begin();
	world_put("media/g.docx", "Скан");
	world_put("awards/a.yaml", "person: ivanova\ntitle: Грамота\ndate: 2026-01-01\nfile: media/g.docx\n");
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("name", ""));
	world_on(DAY);
	ck_assert(!world.site->media[0]->used);
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("name, awards", ""));
	world_on(DAY);
	ck_assert(world.site->media[0]->used);
	world_end();
}
END_TEST

/* --- mentors --- */

START_TEST(a_portfolio_is_shown_only_if_the_policy_orders_portfolios)
{
	world_begin();
	world_put("policy.yaml",
	          "act: {title: П}\nmodel: teachers\nsections: [mentors]\nforms: [{id: tt, title: П}]\nkinds: []\n");
	world_part("mentors", "ivanova", "Иванова", "consents:\n" CONSENT("role, name, portfolio", ""));
	world_put("mentors/ivanova.md", "---\nperson: ivanova\nsubjects: [Физика]\neducation: [Вуз]\n---\nРассказ.\n");
	world_on(DAY);
	ck_assert(told("Физика") && !told("Вуз") && !told("Рассказ"));
	world_end();
}
END_TEST

START_TEST(a_mentor_is_addressed_by_id_and_a_programme_by_number)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", ROLE_AND_NAME);
	world_part("mentees", "petrova", "Петрова", ROLE_AND_NAME);
	world_programme("p", "ivanova", "petrova", "");
	world_on(DAY);
	assert_slice(text_on(seen(PUB_MENTORS, "ivanova"), "id", "mentors/"), "ivanova");
	assert_slice(text_on(seen(PUB_MENTORS, "ivanova"), "url", "mentors/"), "\x01mentors/ivanova/");
	assert_slice(text_on(seen(PUB_PROGRAMMES, "N-p"), "number", "programmes/"), "N-p");
	assert_slice(text_on(seen(PUB_PROGRAMMES, "N-p"), "url", "programmes/"), "\x01programmes/N-p/");
	assert_slice(text_on(seen(PUB_PROGRAMMES, "N-p"), "id", "programmes/"), "");
	assert_slice(text_on(seen(PUB_MENTEES, ""), "id", "mentees/"), "");
	world_end();
}
END_TEST

/* --- programmes --- */

START_TEST(a_programme_is_of_the_school_year_it_starts_in)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", "");
	world_part("mentees", "petrova", "Петрова", "");
	world_programme("p", "ivanova", "petrova", "");
	world_on(DAY);
	assert_slice(text_on(seen(PUB_PROGRAMMES, "N-p"), "school_year", ""), "2025/2026");
	world_end();
}
END_TEST

START_TEST(of_a_completion_only_the_fact_and_the_day_are_open)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", "");
	world_part("mentees", "petrova", "Петрова", "");
	world_programme("p", "ivanova", "petrova",
	                "completion: {date: 2026-02-20, ground: plan, order: {number: 12-к, date: 2026-02-20}}\n");
	world_on(DAY);
	const Pub *completion = pub_get(&seen(PUB_PROGRAMMES, "N-p")->fields, SL("completion"), SL(""));
	ck_assert_uint_eq(completion->as.map.n, 1);
	ck_assert_int_eq(pub_date(completion, "date", SL("")), date_of(2026, 2, 20));
	ck_assert(!told("12-к"));
	world_end();
}
END_TEST

/* --- documents and events --- */

static Slice act_on(const char *day, const char *more)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "---\ntitle: Приказ\nlevel: local\ntype: order\n%s---\n", more);
	world_put("documents/d.md", text.p);
	buf_release(&text);
	world_on(day);
	return pub_get(&seen(PUB_DOCUMENTS, "d")->fields, SL("status"), SL(""))->as.term.id;
}

START_TEST(what_an_act_says_of_its_time_is_its_standing_at_d)
{
	world_begin();
	assert_slice(act_on(DAY, ""), "active");
	assert_slice(act_on(DAY, "status: repealed\n"), "repealed");
	assert_slice(act_on("2026-02-28", "status: pending\nfrom: 2026-03-01\n"), "pending");
	assert_slice(act_on("2026-03-01", "status: pending\nfrom: 2026-03-01\n"), "active");
	assert_slice(act_on("2026-03-01", "until: 2026-03-01\n"), "active");
	assert_slice(act_on("2026-03-02", "until: 2026-03-01\n"), "repealed");
	assert_slice(act_on("2026-03-02", "status: pending\nfrom: 2026-02-01\nuntil: 2026-03-01\n"), "repealed");
	world_end();
}
END_TEST

static bool is_past(const char *day)
{
	world_on(day);
	return pub_flag(&seen(PUB_EVENTS, "e")->fields, "past", SL(""));
}

START_TEST(an_event_is_past_from_the_day_after_its_last)
{
	world_begin();
	world_put("events/e.md", "---\ntitle: Слёт\nstart: 2026-03-01T10:00\n---\n");
	ck_assert(!is_past("2026-03-01"));
	ck_assert(is_past("2026-03-02"));
	world_put("events/e.md", "---\ntitle: Слёт\nstart: 2026-03-01T10:00\nend: 2026-03-03T12:00\n---\n");
	ck_assert(!is_past("2026-03-03"));
	ck_assert(is_past("2026-03-04"));
	world_end();
}
END_TEST

START_TEST(aliases_are_folders_of_the_section)
{
	world_begin();
	world_put("news/n.md", "---\ntitle: Новость\ndate: 2026-01-01\naliases: [/old/one, old/two/, old.html]\n---\n");
	world_on(DAY);
	const PubRecord *n = seen(PUB_NEWS, "n");
	ck_assert_uint_eq(n->alias_count, 3);
	assert_slice(n->aliases[0], "old/one/");
	assert_slice(n->aliases[1], "old/two/");
	assert_slice(n->aliases[2], "old.html");
	world_end();
}
END_TEST

UNIT_MAIN("item", an_award_needs_consent_to_it_and_a_name, an_award_agreed_for_other_pages_is_not_on_the_honour_board,
          the_file_of_an_award_goes_with_it, a_portfolio_is_shown_only_if_the_policy_orders_portfolios,
          a_mentor_is_addressed_by_id_and_a_programme_by_number, a_programme_is_of_the_school_year_it_starts_in,
          of_a_completion_only_the_fact_and_the_day_are_open, what_an_act_says_of_its_time_is_its_standing_at_d,
          an_event_is_past_from_the_day_after_its_last, aliases_are_folders_of_the_section)
