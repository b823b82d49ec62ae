/* annual.h: what belongs to a school year, on its first and last day and around them. */
#include "redact/annual.h"

#include "corpora.h"

static Arena arena;
static Annual annual;

static void count_year(int year, const char *today)
{
	Date day;
	ck_assert(date_parse(&day, slice_of(today)));
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	annual_release(&annual);
	arena_release(&arena);
	annual_init(&annual, &arena, world.corpus, year, day);
}

/* A number of the report: of the first row so called in the section, in the column `at`; -1: no such row. */
static int64_t number(const char *section, const char *row, int at)
{
	for (size_t i = 0; i < annual.sections.n; i++) {
		const AnnualSection *s = &annual.sections.items[i];
		for (size_t k = 0; strcmp(s->title, section) == 0 && k < s->tables.n; k++) {
			for (size_t j = 0; j < s->tables.items[k].rows.n; j++) {
				if (slice_is(s->tables.items[k].rows.items[j].title, row)) {
					return s->tables.items[k].rows.items[j].numbers[at];
				}
			}
		}
	}
	return -1;
}

#define ck_number(section, row, at, want) ck_assert_int_eq(number(section, row, at), want)
#define PROGRAMMES "Программы"
#define TERMS "Отчёты и сроки"
#define CONSENTS "Согласия на распространение персональных данных"

static void begin(void)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", "");
	world_part("mentors", "smirnova", "Смирнова", "");
	world_part("mentees", "petrova", "Петрова", "");
	arena_init(&arena);
}

static void end(void)
{
	annual_release(&annual);
	arena_release(&arena);
	world_end();
}

/* content.md: completion; the programme of corpora.h runs from 2026-02-01 to 2026-05-31. */
static void complete(const char *day, const char *ground, const char *more)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "completion: {date: %s, ground: %s}\n%s", day, ground, more);
	world_programme("a", "ivanova", "petrova", text.p);
	buf_release(&text);
}

START_TEST(a_programme_is_completed_in_the_year_of_its_last_day)
{
	begin();
	complete("2026-08-31", "agreement", "");
	count_year(2025, "2027-01-01");
	ck_number(PROGRAMMES, "из них завершены в этом году", 0, 1);
	ck_number(PROGRAMMES, "по инициативе или соглашению сторон", 0, 1);
	ck_number(PROGRAMMES, "план выполнен полностью", 0, 0);
	count_year(2026, "2027-01-01");
	ck_number(PROGRAMMES, "Программ, действовавших в этом году", 0, 0);
	complete("2026-09-01", "plan", "");
	count_year(2025, "2027-01-01");
	ck_number(PROGRAMMES, "из них завершены в этом году", 0, 0);
	ck_number(PROGRAMMES, "из них продолжаются", 0, 1);
	count_year(2026, "2027-01-01");
	ck_number(PROGRAMMES, "из них завершены в этом году", 0, 1);
	ck_number(PROGRAMMES, "из них начаты в этом году", 0, 0);
	end();
}
END_TEST

START_TEST(while_the_year_lasts_only_what_has_happened_counts)
{
	begin();
	complete("2026-05-27", "plan", "results: {summary: Итог}\n");
	count_year(2025, "2026-05-26");
	ck_number(PROGRAMMES, "из них завершены в этом году", 0, 0);
	ck_number(PROGRAMMES, "из них продолжаются", 0, 1);
	count_year(2025, "2026-05-27");
	ck_number(PROGRAMMES, "из них завершены в этом году", 0, 1);
	ck_number(PROGRAMMES, "Завершённых программ с внесёнными результатами", 0, 1);
	end();
}
END_TEST

START_TEST(participants_count_once_and_by_form)
{
	begin();
	world_programme("a", "ivanova", "petrova", "");
	world_programme("b", "ivanova", "petrova", "kinds: [one, group]\n");
	world_programme("c", "smirnova", "petrova", "draft: true\n");
	count_year(2025, "2026-06-30");
	ck_number("Участники", "Наставников, участвовавших в программах года", 0, 1);
	ck_number("Участники", "Наставляемых, участвовавших в программах года", 0, 1);
	ck_number(PROGRAMMES, "педагог – педагог", 0, 2);
	ck_number(PROGRAMMES, "педагог – педагог", 1, 1);
	ck_number(PROGRAMMES, "педагог – ученик", 0, 0);
	ck_number(PROGRAMMES, "групповое", 0, 1);
	end();
}
END_TEST

START_TEST(who_was_replaced_took_part)
{
	begin();
	world_programme("a", "smirnova", "petrova",
	                "replacements: [{date: 2026-03-01, from: ivanova, to: smirnova}]\n");
	count_year(2025, "2026-06-30");
	ck_number("Участники", "Наставников, участвовавших в программах года", 0, 2);
	ck_number(PROGRAMMES, "Замен наставника за год", 0, 1);
	count_year(2025, "2026-02-28");
	ck_number("Участники", "Наставников, участвовавших в программах года", 0, 1);
	end();
}
END_TEST

START_TEST(a_report_is_in_time_up_to_its_last_day_off_days_spared)
{
	begin();
	/* Ten days after 2026-05-27 are Saturday 2026-06-06, so Monday the 8th. */
	world_policy("limits: {mentor_report_days: 10, mentee_report_days: 10}\n");
	complete("2026-05-27", "plan", "reports: {mentor: 2026-06-08, mentee: 2026-06-09}\n");
	count_year(2025, "2026-07-01");
	ck_number(TERMS, "Отчёт наставника", 0, 1);
	ck_number(TERMS, "получить отчёт наставника", 0, 1);
	ck_number(TERMS, "получить отчёт наставника", 1, 0);
	ck_number(TERMS, "получить отчёт наставляемого", 0, 0);
	ck_number(TERMS, "получить отчёт наставляемого", 1, 1);
	complete("2026-05-27", "plan", "reports: {mentor: 2026-06-08}\n");
	count_year(2025, "2026-06-08");
	ck_number(TERMS, "получить отчёт наставляемого", 2, -1); /* today is in time */
	count_year(2025, "2026-06-09");
	ck_number(TERMS, "получить отчёт наставляемого", 2, 1);
	ck_number(TERMS, "Отчёт наставляемого", 1, 1);
	end();
}
END_TEST

START_TEST(a_survey_that_few_answered_has_no_answers)
{
	begin();
	world_put("surveys/s.yaml",
	          "title: Опрос\nperiod: май\ndate: 2026-05-20\naudience: mentors\nrespondents: 4\n"
	          "questions: [{text: Помогло?, answers: [{title: Да, count: 3}, {title: Нет, count: 1}]}]\n");
	count_year(2025, "2026-06-30");
	ck_number("Опросы", "наставники", 0, 4);
	ck_number("Опросы", "Да", 0, -1);
	world_policy("min_group: 4\n");
	count_year(2025, "2026-06-30");
	ck_number("Опросы", "Да", 0, 3);
	ck_number("Опросы", "Да", 1, 75);
	end();
}
END_TEST

START_TEST(consents_are_counted_by_what_became_of_them)
{
	begin();
	world_programme("a", "ivanova, smirnova", "petrova", "");
	world_person("ivanova", "Иванова",
	             "consents:\n" CONSENT("name", ", until: 2026-06-30") CONSENT("role", ", withdrawn: 2026-03-01"));
	world_person("petrova", "Петрова", "consents:\n" CONSENT("name", ", until: 2026-01-31"));
	count_year(2025, "2026-04-01"); /* 90 days on is 2026-06-30 */
	ck_number(CONSENTS, "Действует согласий", 0, 1);
	ck_number(CONSENTS, "Получено за год", 0, 3);
	ck_number(CONSENTS, "Отозвано за год", 0, 1);
	ck_number(CONSENTS, "Кончилось за год по сроку", 0, 1);
	ck_number(CONSENTS, "Кончается в ближайшие 90 дней", 0, 1);
	ck_number(CONSENTS, "Участников программ года без действующего согласия", 0, 2);
	count_year(2025, "2026-03-31");
	ck_number(CONSENTS, "Кончается в ближайшие 90 дней", 0, 0);
	end();
}
END_TEST

UNIT_MAIN("annual", a_programme_is_completed_in_the_year_of_its_last_day,
          while_the_year_lasts_only_what_has_happened_counts, participants_count_once_and_by_form,
          who_was_replaced_took_part, a_report_is_in_time_up_to_its_last_day_off_days_spared,
          a_survey_that_few_answered_has_no_answers, consents_are_counted_by_what_became_of_them)
