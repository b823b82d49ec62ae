#include "unit.h"

#include "render/period.h"

/* A programme that began on 8 September 2025 and ends on 29 May 2026. */
static Span school_year(void)
{
	return (Span){date_of(2025, 9, 8), date_of(2026, 5, 29)};
}

/* The spans as ISO dates: "2025-10-01..2025-11-30", with ", " between; "" when the text is not read. */
static void assert_read_in(const char *text, Span whole, const char *want)
{
	Period p;
	Buf got = BUF_INIT;
	bool read = period_read(&p, slice_of(text), whole);
	for (size_t i = 0; read && i < p.n; i++) {
		char from[11], to[11];
		date_iso(from, p.spans[i].from);
		date_iso(to, p.spans[i].to);
		buf_printf(&got, "%s%s..%s", i ? ", " : "", from, to);
	}
	ck_assert_msg(slice_is(buf_slice(&got), want), "\"%s\": got \"%s\", want \"%s\"", text, got.p, want);
	buf_release(&got);
}

static void assert_read(const char *text, const char *want)
{
	assert_read_in(text, school_year(), want);
}

START_TEST(a_month_with_its_year_is_that_month)
{
	assert_read("октябрь 2025 года", "2025-10-01..2025-10-31");
	assert_read("октябрь 2025 г.", "2025-10-01..2025-10-31");
	assert_read("в феврале 2026", "2026-02-01..2026-02-28");
	assert_read("  Октябрь\u00a02025  года ", "2025-10-01..2025-10-31");
	assert_read("October 2025", "2025-10-01..2025-10-31");
}
END_TEST

START_TEST(a_month_without_a_year_is_the_only_one_of_the_programme)
{
	Span long_one = {date_of(2025, 9, 8), date_of(2026, 12, 25)};
	assert_read("октябрь", "2025-10-01..2025-10-31");
	assert_read("март", "2026-03-01..2026-03-31");
	assert_read_in("март", long_one, "2026-03-01..2026-03-31");
	assert_read_in("октябрь", long_one, "");
	assert_read("июль", "");
}
END_TEST

START_TEST(a_range_runs_from_one_month_to_the_other)
{
	const char *autumn = "2025-10-01..2025-11-30";
	assert_read("октябрь – ноябрь 2025 года", autumn);
	assert_read("октябрь-ноябрь", autumn);
	assert_read("октябрь — ноябрь", autumn);
	assert_read("с октября по ноябрь 2025 года", autumn);
	assert_read("ноябрь 2025 года – март 2026 года", "2025-11-01..2026-03-31");
}
END_TEST

START_TEST(one_year_of_a_range_tells_the_other)
{
	Span two_years = {date_of(2025, 9, 1), date_of(2027, 5, 31)};
	assert_read_in("ноябрь – март 2027 года", two_years, "2026-11-01..2027-03-31");
	assert_read_in("ноябрь 2025 года – март", two_years, "2025-11-01..2026-03-31");
	assert_read_in("октябрь – декабрь 2026 года", two_years, "2026-10-01..2026-12-31");
	assert_read_in("октябрь 2025 года – ноябрь 2026 года", two_years, "2025-10-01..2026-11-30");
	assert_read_in("ноябрь – март", two_years, "");
}
END_TEST

START_TEST(a_list_is_each_of_its_spans)
{
	const char *both = "2025-11-01..2025-11-30, 2026-04-01..2026-04-30";
	assert_read("ноябрь 2025 года и апрель 2026 года", both);
	assert_read("ноябрь, апрель", both);
	assert_read("ноябрь 2025 года; апрель 2026 года", both);
	assert_read("сентябрь – октябрь, январь", "2025-09-08..2025-10-31, 2026-01-01..2026-01-31");
}
END_TEST

START_TEST(a_day_is_that_day)
{
	assert_read("15 октября 2025 года", "2025-10-15..2025-10-15");
	assert_read("с 15 октября по 20 ноября", "2025-10-15..2025-11-20");
	assert_read("9 – 20 ноября 2025 г.", "2025-11-09..2025-11-20");
	assert_read("с 9 по 20 ноября", "2025-11-09..2025-11-20");
	assert_read("28 февраля", "2026-02-28..2026-02-28");
	assert_read("29 февраля", "");
	assert_read("31 ноября 2025 года", "");
	assert_read("9 – ноябрь", "");
}
END_TEST

START_TEST(a_quarter_is_three_months_of_the_calendar)
{
	assert_read("IV квартал 2025 года", "2025-10-01..2025-12-31");
	assert_read("1 квартал 2026 г.", "2026-01-01..2026-03-31");
	assert_read("1-й квартал", "2026-01-01..2026-03-31");
	assert_read("первый квартал 2026 года", "2026-01-01..2026-03-31");
	assert_read("5 квартал", "");
	assert_read("I четверть", ""); /* a school's quarters have days of their own */
}
END_TEST

START_TEST(a_span_ends_with_its_programme)
{
	assert_read("сентябрь 2025 года", "2025-09-08..2025-09-30");
	assert_read("май 2026 года", "2026-05-01..2026-05-29");
	assert_read("II квартал 2026 года", "2026-04-01..2026-05-29");
	assert_read("июнь 2026 года", "");
	assert_read("октябрь 2024 года", "");
	assert_read("март 2026 года – ноябрь 2025 года", "");
}
END_TEST

START_TEST(phrases_for_the_whole_are_the_whole)
{
	const char *whole = "2025-09-08..2026-05-29";
	Period p;
	assert_read("весь срок программы", whole);
	assert_read("В течение учебного года", whole);
	assert_read_in("в течение года", (Span){date_of(2026, 2, 2), date_of(2026, 12, 25)}, "");
	ck_assert(period_read(&p, SL("весь срок программы"), school_year()) && !p.monthly);
}
END_TEST

START_TEST(what_happens_monthly_says_so)
{
	Period p;
	assert_read("ежемесячно", "2025-09-08..2026-05-29");
	ck_assert(period_read(&p, SL("Ежемесячно"), school_year()) && p.monthly);
	ck_assert(period_read(&p, SL("октябрь"), school_year()) && !p.monthly);
}
END_TEST

START_TEST(what_may_mean_something_else_is_not_read)
{
	static const char *const texts[] = {
	        "",
	        "по согласованию",
	        "начало октября",
	        "с октября",
	        "до мая",
	        "октябрь –",
	        "октябрь ноябрь",
	        "октябрь, ",
	        "2025/26 учебный год",
	        "15.10.2025",
	        "1 полугодие",
	        "октябрь и далее",
	        "каждый вторник октября",
	        "0 октября",
	        "40 октября",
	        "октябрь 25",
	        "октябрь, ноябрь, октябрь, ноябрь, октябрь, ноябрь, октябрь, ноябрь, октябрь",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_read(texts[i], "");
	}
}
END_TEST

UNIT_MAIN("period", a_month_with_its_year_is_that_month, a_month_without_a_year_is_the_only_one_of_the_programme,
          a_range_runs_from_one_month_to_the_other, one_year_of_a_range_tells_the_other, a_list_is_each_of_its_spans,
          a_day_is_that_day, a_quarter_is_three_months_of_the_calendar, a_span_ends_with_its_programme,
          phrases_for_the_whole_are_the_whole, what_happens_monthly_says_so, what_may_mean_something_else_is_not_read)
