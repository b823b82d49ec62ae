/* publication.md, rules 7 and 12, by the book: notices, totals, breakdowns. */
#include "corpora.h"

#define DAY "2026-03-01"

/* --- rule 7: the consent notice --- */

#define NAMED(more) "consents:\n" CONSENT("name, position", more)
#define CONDITIONS ", conditions: Без передачи третьим лицам."

static size_t notices(void)
{
	world_on(DAY);
	return world.site->notice_count;
}

START_TEST(rule_07_a_condition_is_published_with_name_and_categories)
{
	world_begin();
	world_person("ivanova", "Иванова", NAMED(CONDITIONS));
	ck_assert_uint_eq(notices(), 1);
	const PubNotice *n = &world.site->notices[0];
	assert_slice(pub_on(n->name, SL("consents/"))->as.text, "Иванова Мария Петровна");
	ck_assert_uint_eq(n->cover_count, 2);
	assert_slice(n->covers[0], "фамилия, имя, отчество");
	assert_slice(n->covers[1], "должность, место работы, класс");
	assert_slice(n->conditions->as.text, "<p>Без передачи третьим лицам.</p>\n");
	world_end();
}
END_TEST

START_TEST(rule_07_no_public_name_no_notice)
{
	static const char *const silent[] = {
	        "consents:\n" CONSENT("position", CONDITIONS), NAMED(", withdrawn: 2026-03-01" CONDITIONS),
	        NAMED(", until: 2026-02-28" CONDITIONS),       "draft: true\n" NAMED(CONDITIONS),
	        "minor_until: 2026-03-02\n" NAMED(CONDITIONS),
	};
	world_begin();
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
		world_person("ivanova", "Иванова", silent[i]);
		ck_assert_uint_eq(notices(), 0);
		ck_assert(!told("Иванов") && !told("третьим"));
	}
	world_end();
}
END_TEST

START_TEST(rule_07_the_name_must_be_public_on_the_notice_page_itself)
{
	world_begin();
	world_person("ivanova", "Иванова", NAMED(", pages: [mentors/]" CONDITIONS));
	ck_assert_uint_eq(notices(), 0);
	world_person("ivanova", "Иванова", NAMED(", pages: [mentors/, consents/]" CONDITIONS));
	ck_assert_uint_eq(notices(), 1);
	world_person("ivanova", "Иванова",
	             "consents:\n" CONSENT("name", ", pages: [mentors/]") CONSENT("short_name", CONDITIONS));
	ck_assert_uint_eq(notices(), 1);
	assert_slice(pub_on(world.site->notices[0].name, SL("consents/"))->as.text, "Иванова М. П.");
	world_end();
}
END_TEST

START_TEST(rule_07_a_dead_consents_conditions_go_with_it)
{
	world_begin();
	world_person("ivanova", "Иванова",
	             NAMED("") CONSENT("photo", ", withdrawn: 2026-01-01, conditions: Старое.")
	                     CONSENT("role", CONDITIONS));
	ck_assert_uint_eq(notices(), 1);
	ck_assert(!told("Старое"));
	world_end();
}
END_TEST

START_TEST(rule_07_a_consent_without_conditions_is_no_notice)
{
	world_begin();
	world_person("ivanova", "Иванова", NAMED(""));
	ck_assert_uint_eq(notices(), 0);
	world_end();
}
END_TEST

START_TEST(notices_stand_by_name_whatever_their_files_are_called)
{
	world_begin();
	world_person("b", "Абрамова", NAMED(CONDITIONS));
	world_person("a", "Ёлкина", NAMED(CONDITIONS));
	world_person("c", "Жукова", NAMED(CONDITIONS));
	ck_assert_uint_eq(notices(), 3);
	assert_slice(pub_on(world.site->notices[0].name, SL("consents/"))->as.text, "Абрамова Мария Петровна");
	assert_slice(pub_on(world.site->notices[1].name, SL("consents/"))->as.text, "Ёлкина Мария Петровна");
	assert_slice(pub_on(world.site->notices[2].name, SL("consents/"))->as.text, "Жукова Мария Петровна");
	world_end();
}
END_TEST

START_TEST(how_categories_are_listed_in_a_consent_does_not_show)
{
	world_begin();
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("position, name", CONDITIONS));
	ck_assert_uint_eq(notices(), 1);
	assert_slice(world.site->notices[0].covers[0], "фамилия, имя, отчество");
	assert_slice(world.site->notices[0].covers[1], "должность, место работы, класс");
	world_end();
}
END_TEST

/* --- rule 12: totals --- */

START_TEST(rule_12_totals_count_what_is_shown)
{
	world_begin();
	world_part("mentors", "a", "Абрамова", ROLE_AND_NAME);
	world_part("mentors", "b", "Белова", "");
	world_part("mentors", "c", "Валова", "consents:\n" CONSENT("role, short_name", ""));
	world_part("mentees", "d", "Глебова", ROLE_AND_NAME);
	world_part("mentees", "e", "Дёмина", "");
	world_programme("p", "a", "d", "");
	world_programme("q", "a", "d", "draft: true\n");
	world_put("partners/x.md", "---\nname: Завод\n---\n");
	world_put("partners/y.md", "---\nname: Вуз\npublish_from: 2026-03-02\n---\n");
	world_on(DAY);
	ck_assert_int_eq(world.site->mentors, 2);
	ck_assert_int_eq(world.site->mentees, 1);
	ck_assert_int_eq(world.site->programmes, 1);
	ck_assert_int_eq(world.site->partners, 1);
	world_end();
}
END_TEST

START_TEST(rule_12_minors_are_in_totals_as_the_policy_says)
{
	static const struct {
		const char *policy;
		int64_t total;
	} rows[] = {{"minors: hide\n", 1}, {"minors: count\n", 3}, {"minors: consent\n", 2}};
	world_begin();
	world_part("mentees", "a", "Абрамова", ROLE_AND_NAME);
	world_part("mentees", "b", "Белова",
	           "minor_until: 2030-01-01\nconsents:\n" CONSENT_BY("representative", "role, name", ""));
	world_part("mentees", "c", "Валова", "minor_until: 2030-01-01\n");
	for (int i = 0; i < 3; i++) {
		world_policy(rows[i].policy);
		world_on(DAY);
		ck_assert_msg(world.site->mentees == rows[i].total, "%s", rows[i].policy);
	}
	world_end();
}
END_TEST

START_TEST(rule_12_a_draft_of_a_minor_is_in_no_total)
{
	world_begin();
	world_part("mentees", "a", "Абрамова", "minor_until: 2030-01-01\n");
	world_put("mentees/a.md", "---\nperson: a\ndraft: true\n---\n");
	world_on(DAY);
	ck_assert_int_eq(world.site->mentees, 0);
	world_end();
}
END_TEST

/* --- rule 12: breakdowns --- */

/* «8 | 7»: the cells of a breakdown, the merged one after a bar; "": not shown. */
static Slice cells(const char *id)
{
	buf_clear(&world.text);
	for (size_t i = 0; i < world.site->breakdown_count; i++) {
		const PubBreakdown *b = &world.site->breakdowns[i];
		for (size_t k = 0; slice_is(slice_of(b->id), id) && k < b->n; k++) {
			buf_str(&world.text, k ? " " : "");
			buf_str(&world.text, b->merged && k + 1 == b->n ? "| " : "");
			buf_add(&world.text, b->cells[k].title);
			buf_printf(&world.text, "%s%lld", b->cells[k].title.n ? " " : "", (long long)b->cells[k].count);
		}
	}
	return buf_slice(&world.text);
}

/* `n` programmes of a form. */
static void programmes(const char *form, int n, const char *more)
{
	for (int i = 0; i < n; i++) {
		Buf path = BUF_INIT;
		Buf text = BUF_INIT;
		buf_printf(&path, "programmes/%s%d.md", form, i);
		buf_printf(
		        &text,
		        "---\nnumber: %s%d\ntitle: Т\nform: %s\nmentors: [a]\nmentees: [b]\nend: 2026-12-31\n%s---\n",
		        form, i, form, more);
		world_put(path.p, text.p);
		buf_release(&path);
		buf_release(&text);
	}
}

static void pair(void)
{
	world_part("mentors", "a", "Абрамова", "");
	world_part("mentees", "b", "Белова", "");
}

START_TEST(rule_12_a_breakdown_shows_no_small_cell)
{
	world_begin();
	pair();
	programmes("tt", 7, "start: 2026-02-01\n");
	programmes("tp", 2, "start: 2026-02-01\n");
	programmes("pp", 3, "start: 2026-02-01\n");
	world_on(DAY);
	assert_slice(cells("programmes_by_form"), "педагог – педагог 7 | 5");
	world_policy("min_group: 2\n");
	world_on(DAY);
	assert_slice(cells("programmes_by_form"), "педагог – педагог 7 ученик – ученик 3 педагог – ученик 2");
	world_policy("min_group: 6\n");
	world_on(DAY);
	assert_slice(cells("programmes_by_form"), "");
	world_end();
}
END_TEST

START_TEST(rule_12_school_years_begin_on_the_first_of_september)
{
	world_begin();
	world_policy("min_group: 2\n");
	pair();
	programmes("tt", 2, "start: 2025-08-31\n");
	programmes("tp", 3, "start: 2025-09-01\n");
	world_on(DAY);
	assert_slice(cells("programmes_by_year"), "2025/2026 3 2024/2025 2");
	world_end();
}
END_TEST

START_TEST(rule_12_an_absent_programme_is_in_no_cell)
{
	world_begin();
	world_policy("min_group: 2\n");
	pair();
	programmes("tt", 3, "start: 2026-02-01\n");
	programmes("tp", 3, "start: 2026-02-01\ndraft: true\n");
	world_on(DAY);
	assert_slice(cells("programmes_by_form"), "педагог – педагог 3");
	world_end();
}
END_TEST

START_TEST(rule_12_only_mentors_with_a_row_are_in_a_breakdown_and_each_once)
{
	world_begin();
	world_policy("min_group: 2\n");
	for (char id[] = "a"; *id < 'f'; ++*id) {
		Buf text = BUF_INIT;
		Buf path = BUF_INIT;
		world_person(id, "Иванова",
		             *id < 'c'    ? ROLE_AND_NAME
		             : *id == 'c' ? "consents:\n" CONSENT("name", "")
		                          : "");
		buf_printf(&path, "mentors/%s.md", id);
		buf_printf(&text, "---\nperson: %s\nsubjects: [Физика, Химия, Физика]\n---\n", id);
		world_put(path.p, text.p);
		buf_release(&path);
		buf_release(&text);
	}
	world_on(DAY);
	assert_slice(cells("mentors_by_subject"), "Физика 2 Химия 2");
	world_end();
}
END_TEST

/* A mentor with a row, and subjects. */
static void mentor(const char *id, const char *subjects)
{
	Buf text = BUF_INIT;
	Buf path = BUF_INIT;
	world_person(id, "Иванова", ROLE_AND_NAME);
	buf_printf(&path, "mentors/%s.md", id);
	buf_printf(&text, "---\nperson: %s\nsubjects: [%s]\n---\n", id, subjects);
	world_put(path.p, text.p);
	buf_release(&path);
	buf_release(&text);
}

START_TEST(rule_12_a_mentor_of_two_small_subjects_is_one_of_the_others)
{
	world_begin();
	world_policy("min_group: 3\n");
	mentor("a", "Физика");
	mentor("b", "Физика");
	mentor("c", "Физика");
	mentor("d", "Физика, Химия");
	mentor("e", "Химия, Биология");
	mentor("f", "Астрономия");
	world_on(DAY);
	/* Химия 2, Биология 1, Астрономия 1: four mentions of three mentors. */
	assert_slice(cells("mentors_by_subject"), "Физика 4 | 3");
	world_end();
}
END_TEST

/* --- surveys --- */

#define SURVEY(n)                                                                     \
	"title: Опрос\nperiod: май\ndate: 2026-02-01\naudience: all\nrespondents: " n \
	"\nquestions:\n  - text: Как дела?\n    answers: [{title: Хорошо, count: 3}]\n"

START_TEST(a_survey_is_open_from_min_group_respondents_on)
{
	world_begin();
	world_put("surveys/s.yaml", SURVEY("4"));
	world_on(DAY);
	ck_assert_uint_eq(world.site->kinds[PUB_SURVEYS].n, 0);
	ck_assert(!told("Как дела"));
	world_put("surveys/s.yaml", SURVEY("5"));
	world_on(DAY);
	ck_assert_uint_eq(world.site->kinds[PUB_SURVEYS].n, 1);
	ck_assert(told("Как дела") && told("Хорошо"));
	world_end();
}
END_TEST

UNIT_MAIN("figures", rule_07_a_condition_is_published_with_name_and_categories, rule_07_no_public_name_no_notice,
          rule_07_the_name_must_be_public_on_the_notice_page_itself, rule_07_a_dead_consents_conditions_go_with_it,
          rule_07_a_consent_without_conditions_is_no_notice, notices_stand_by_name_whatever_their_files_are_called,
          how_categories_are_listed_in_a_consent_does_not_show, rule_12_totals_count_what_is_shown,
          rule_12_minors_are_in_totals_as_the_policy_says, rule_12_a_draft_of_a_minor_is_in_no_total,
          rule_12_a_breakdown_shows_no_small_cell, rule_12_school_years_begin_on_the_first_of_september,
          rule_12_an_absent_programme_is_in_no_cell, rule_12_only_mentors_with_a_row_are_in_a_breakdown_and_each_once,
          rule_12_a_mentor_of_two_small_subjects_is_one_of_the_others, a_survey_is_open_from_min_group_respondents_on)
