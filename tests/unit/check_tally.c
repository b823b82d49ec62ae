/* tally.h: each withheld record is counted once, under the rule that withholds it. */
#include "redact/tally.h"

#include "corpora.h"

static Tally tally_on(const char *iso)
{
	Date day;
	Tally t;
	ck_assert(date_parse(&day, slice_of(iso)));
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	tally_init(&t, world.corpus, day);
	return t;
}

START_TEST(each_rule_has_its_count)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", ROLE_AND_NAME);
	world_part("mentors", "smirnova", "Смирнова", "");
	world_part("mentees", "petrova", "Петрова", ROLE_AND_NAME "minor_until: 2030-01-01\n");
	world_programme("a", "ivanova", "petrova", "results: {summary: Итог}\n");
	world_programme("b", "ivanova", "petrova", "draft: true\nresults: {summary: Итог}\n");
	world_put("news/n.md", "---\ntitle: Новость\ndate: 2026-01-01\npublish_from: 2026-06-01\n---\n");
	world_put("cases/c.md", "---\ntitle: Кейс\nsummary: Коротко\ndate: 2026-01-01\nprogramme: a\n---\n");
	Tally t = tally_on("2026-03-01");
	ck_assert_uint_eq(t.records, 10); /* three people; site.yaml and policy.yaml are no records of a folder */
	ck_assert_uint_eq(t.withheld[TALLY_DRAFT], 1);
	ck_assert_uint_eq(t.withheld[TALLY_DAYS], 1);
	ck_assert_uint_eq(t.withheld[TALLY_MINOR], 1);
	ck_assert_uint_eq(t.withheld[TALLY_UNNAMED], 1);
	ck_assert_uint_eq(t.withheld[TALLY_UNRELEASED], 2);
	t = tally_on("2030-01-01"); /* of age: her own consent counts */
	ck_assert_uint_eq(t.withheld[TALLY_DAYS], 0);
	ck_assert_uint_eq(t.withheld[TALLY_MINOR], 0);
	ck_assert_uint_eq(t.withheld[TALLY_UNNAMED], 1);
	world_end();
}
END_TEST

START_TEST(results_are_counted_until_they_are_released)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", ROLE_AND_NAME);
	world_part("mentees", "petrova", "Петрова", ROLE_AND_NAME);
	world_programme("a", "ivanova", "petrova",
	                "completion: {date: 2026-05-27, ground: plan}\nresults: {summary: Итог}\n");
	ck_assert_uint_eq(tally_on("2026-05-26").withheld[TALLY_UNRELEASED], 1);
	ck_assert_uint_eq(tally_on("2026-05-27").withheld[TALLY_UNRELEASED], 0);
	world_end();
}
END_TEST

START_TEST(a_minor_is_one_under_every_rule_for_minors)
{
	static const char *const rules[] = {"minors: hide\n", "minors: count\n", "minors: consent\n"};
	world_begin();
	world_part("mentees", "petrova", "Петрова", "minor_until: 2030-01-01\n");
	for (int i = 0; i < 3; i++) {
		world_policy(rules[i]);
		ck_assert_uint_eq(tally_on("2026-03-01").withheld[TALLY_MINOR], 1);
	}
	world_end();
}
END_TEST

UNIT_MAIN("tally", each_rule_has_its_count, results_are_counted_until_they_are_released,
          a_minor_is_one_under_every_rule_for_minors)
