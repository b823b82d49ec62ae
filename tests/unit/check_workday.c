/* Working days, by the production calendar of Russia. */
#include "unit.h"

#include "base/workday.h"

static Date day(const char *text)
{
	Date d = DATE_NONE;
	ck_assert_msg(date_parse(&d, slice_of(text)), "%s is a day", text);
	return d;
}

static void assert_after(const Workdays *w, const char *from, int64_t n, const char *want)
{
	char iso[11];
	date_iso(iso, workday_after(w, day(from), n));
	ck_assert_str_eq(iso, want);
}

/* Of the calendar of 2024: the New Year's holidays, and Saturday 27 April that was worked for Monday 29 April;
 * Saturday 28 December that was worked for Monday 30 December. */
static void calendar(Workdays *out)
{
	const Date off[] = {day("2024-12-31"), day("2024-01-08"), day("2024-01-01"), day("2024-01-02"),
	                    day("2024-01-03"), day("2024-01-04"), day("2024-01-05"), day("2024-04-29"),
	                    day("2024-04-30"), day("2024-05-01"), day("2024-05-09"), day("2024-05-10"),
	                    day("2024-12-30"), day("2024-01-06"), day("2024-05-01")};
	const Date on[] = {day("2024-12-28"), day("2024-04-27"), day("2024-11-02"), day("2024-04-27")};
	workdays_init(out, off, sizeof off / sizeof *off, on, sizeof on / sizeof *on);
}

static const Workdays week = {NULL, 0, NULL, 0};

START_TEST(without_a_calendar_the_week_has_five_working_days)
{
	static const bool works[] = {true, true, true, true, true, false, false};
	for (int i = 0; i < 21; i++) {
		ck_assert(workday_is(&week, day("2026-11-16") + i) == works[i % 7]); /* a Monday */
		ck_assert(workday_is(&week, day("1959-11-16") + i) == works[i % 7]); /* so was that */
	}
}
END_TEST

START_TEST(a_holiday_is_off_and_a_transferred_day_is_on)
{
	Workdays w;
	calendar(&w);
	ck_assert(!workday_is(&w, day("2024-01-08")));
	ck_assert(workday_is(&w, day("2024-01-09")));
	ck_assert(workday_is(&w, day("2024-04-27")));
	ck_assert(!workday_is(&w, day("2024-04-28")));
	ck_assert(!workday_is(&w, day("2024-04-29")));
	ck_assert(!workday_is(&w, day("2024-01-06")));
	ck_assert(workday_is(&w, day("2025-04-29")));
	workdays_release(&w);
}
END_TEST

START_TEST(a_day_in_both_lists_is_off)
{
	const Date both[] = {day("2024-04-27"), day("2024-04-29")};
	Workdays w;
	workdays_init(&w, both, 2, both, 2);
	ck_assert(!workday_is(&w, day("2024-04-27")));
	ck_assert(!workday_is(&w, day("2024-04-29")));
	workdays_release(&w);
}
END_TEST

START_TEST(a_term_begins_on_the_day_after)
{
	assert_after(&week, "2026-11-16", 3, "2026-11-19");
	assert_after(&week, "2026-11-19", 3, "2026-11-24");
	assert_after(&week, "2026-11-21", 1, "2026-11-23");
	assert_after(&week, "2026-11-21", 0, "2026-11-21");
	assert_after(&week, "2026-11-20", 10, "2026-12-04");
}
END_TEST

START_TEST(a_term_passes_over_holidays_and_counts_transferred_days)
{
	Workdays w;
	calendar(&w);
	assert_after(&w, "2023-12-29", 3, "2024-01-11"); /* 9, 10 and 11 January */
	assert_after(&w, "2024-04-26", 3, "2024-05-03"); /* Saturday 27 April, 2 and 3 May */
	assert_after(&w, "2024-12-27", 1, "2024-12-28");
	workdays_release(&w);
}
END_TEST

START_TEST(working_days_between_leave_out_the_first_day_and_hold_the_last)
{
	Workdays w;
	calendar(&w);
	ck_assert_int_eq(workdays_between(&week, day("2026-11-16"), day("2026-11-20")), 4);
	ck_assert_int_eq(workdays_between(&week, day("2026-11-16"), day("2026-11-22")), 4);
	ck_assert_int_eq(workdays_between(&week, day("2026-11-16"), day("2026-11-16")), 0);
	ck_assert_int_eq(workdays_between(&week, day("2026-11-20"), day("2026-11-16")), 0);
	ck_assert_int_eq(workdays_between(&w, day("2023-12-31"), day("2024-01-31")), 17); /* January 2024 had 17 */
	ck_assert_int_eq(workdays_between(&w, day("2024-03-31"), day("2024-04-30")), 21); /* and April 21 */
	workdays_release(&w);
}
END_TEST

/* Day by day, over three years and before the epoch. */
START_TEST(counting_agrees_with_the_days_themselves)
{
	static const char *const starts[] = {"2023-06-01", "1968-02-25"};
	Workdays w;
	calendar(&w);
	for (int s = 0; s < 2; s++) {
		Date from = day(starts[s]);
		int64_t n = 0;
		for (Date d = from + 1; d < from + 1100; d++) {
			bool works = workday_is(&w, d);
			n += works;
			ck_assert_int_eq(workdays_between(&w, from, d), n);
			ck_assert(!works || workday_after(&w, from, n) == d);
		}
	}
	workdays_release(&w);
}
END_TEST

START_TEST(no_term_is_too_long)
{
	assert_after(&week, "2026-11-20", INT64_MAX, "9999-12-31");
	assert_after(&week, "9999-12-31", 5, "9999-12-31");
}
END_TEST

UNIT_MAIN("workday", without_a_calendar_the_week_has_five_working_days, a_holiday_is_off_and_a_transferred_day_is_on,
          a_day_in_both_lists_is_off, a_term_begins_on_the_day_after,
          a_term_passes_over_holidays_and_counts_transferred_days,
          working_days_between_leave_out_the_first_day_and_hold_the_last, counting_agrees_with_the_days_themselves,
          no_term_is_too_long)
