#include "unit.h"

#include "base/date.h"

static Date day(const char *text)
{
	Date d = DATE_NONE;
	ck_assert_msg(date_parse(&d, slice_of(text)), "%s is a day", text);
	return d;
}

static Moment moment(const char *text)
{
	Moment m = MOMENT_NONE;
	ck_assert_msg(moment_parse(&m, slice_of(text)), "%s is a moment", text);
	return m;
}

static void assert_day(Date d, const char *want)
{
	char iso[11];
	date_iso(iso, d);
	ck_assert_str_eq(iso, want);
}

START_TEST(days_count_from_the_first_of_1970)
{
	ck_assert_int_eq(day("1970-01-01"), 0);
	ck_assert_int_eq(day("1970-01-02"), 1);
	ck_assert_int_eq(day("1969-12-31"), -1);
	ck_assert_int_eq(day("2000-01-01"), 10957);
	ck_assert_int_eq(date_of(2025, 9, 1), 20332);
}
END_TEST

START_TEST(a_day_that_is_not_in_the_calendar_is_refused)
{
	static const char *const bad[] = {
	        "2025-02-29", "2100-02-29", "1900-02-29", "2025-04-31", "2025-13-01",
	        "2025-00-10", "2025-01-00", "2025-01-32", "1899-12-31", "0000-01-01",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		Date d = 7;
		ck_assert_msg(!date_parse(&d, slice_of(bad[i])), "%s is no day", bad[i]);
		ck_assert_int_eq(d, 7);
	}
}
END_TEST

START_TEST(only_the_one_form_of_a_day_is_read)
{
	static const char *const bad[] = {
	        "",
	        "2025-9-01",
	        "2025-09-1",
	        "25-09-01",
	        "2025/09/01",
	        "2025-09-01 ",
	        " 2025-09-01",
	        "01.09.2025",
	        "2025-09-01T00:00",
	        "-025-09-01",
	        "2025-+9-01",
	        "2025-09-0x",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		Date d;
		ck_assert_msg(!date_parse(&d, slice_of(bad[i])), "\"%s\" is no day", bad[i]);
	}
}
END_TEST

START_TEST(leap_years_follow_the_gregorian_rule)
{
	assert_day(day("2024-02-29"), "2024-02-29");
	assert_day(day("2000-02-29"), "2000-02-29");
	assert_day(day("2024-02-29") + 1, "2024-03-01");
	assert_day(day("2025-02-28") + 1, "2025-03-01");
}
END_TEST

START_TEST(every_day_from_1900_to_2200_splits_into_what_it_was_made_of)
{
	int y = 1900, m = 1, d = 1;
	for (Date at = date_of(1900, 1, 1); at <= date_of(2200, 12, 31); at++) {
		int year, month, dom;
		date_split(at, &year, &month, &dom);
		bool is_next = (year == y && month == m && dom == d + 1) ||
		               (year == y && month == m + 1 && dom == 1 && d >= 28) ||
		               (year == y + 1 && month == 1 && dom == 1 && m == 12 && d == 31);
		ck_assert(is_next || at == date_of(1900, 1, 1));
		ck_assert_int_eq(date_of(year, month, dom), at);
		y = year;
		m = month;
		d = dom;
	}
	assert_day(day("9999-12-31"), "9999-12-31");
}
END_TEST

START_TEST(the_week_begins_on_monday)
{
	ck_assert_int_eq(date_weekday(day("1970-01-01")), 4);
	ck_assert_int_eq(date_weekday(day("2025-09-01")), 1);
	ck_assert_int_eq(date_weekday(day("2025-09-07")), 7);
	ck_assert_int_eq(date_weekday(day("1969-12-29")), 1);
	ck_assert_int_eq(date_weekday(day("1900-01-01")), 1);
}
END_TEST

START_TEST(adding_months_stays_within_the_month)
{
	assert_day(date_add_months(day("2025-01-31"), 1), "2025-02-28");
	assert_day(date_add_months(day("2024-01-31"), 1), "2024-02-29");
	assert_day(date_add_months(day("2025-08-31"), 6), "2026-02-28");
	assert_day(date_add_months(day("2025-03-31"), -1), "2025-02-28");
	assert_day(date_add_months(day("2025-01-15"), -1), "2024-12-15");
	assert_day(date_add_months(day("2025-09-01"), 12), "2026-09-01");
	assert_day(date_add_months(day("2025-09-01"), 0), "2025-09-01");
}
END_TEST

START_TEST(a_moment_counts_minutes_of_the_wall_clock)
{
	char iso[17];
	ck_assert_int_eq(moment("1970-01-01T00:01"), 1);
	ck_assert_int_eq(moment("2025-09-01T15:00"), INT64_C(20332) * 1440 + 900);
	moment_iso(iso, moment("2025-09-01T15:07"));
	ck_assert_str_eq(iso, "2025-09-01T15:07");
	moment_iso(iso, moment("1969-12-31T23:59"));
	ck_assert_str_eq(iso, "1969-12-31T23:59");
}
END_TEST

START_TEST(only_the_one_form_of_a_moment_is_read)
{
	static const char *const bad[] = {
	        "2025-09-01",          "2025-09-01T24:00",  "2025-09-01T15:60", "2025-09-01 15:00", "2025-09-01t15:00",
	        "2025-09-01T15:00:00", "2025-09-01T15:00Z", "2025-02-30T15:00", "2025-09-01T1:000",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		Moment m;
		ck_assert_msg(!moment_parse(&m, slice_of(bad[i])), "\"%s\" is no moment", bad[i]);
	}
}
END_TEST

START_TEST(the_day_of_a_moment_is_right_before_1970_too)
{
	assert_day(moment_date(moment("2025-09-01T23:59")), "2025-09-01");
	assert_day(moment_date(moment("2025-09-02T00:00")), "2025-09-02");
	assert_day(moment_date(moment("1969-12-31T00:00")), "1969-12-31");
	assert_day(moment_date(moment("1969-12-31T23:59")), "1969-12-31");
	assert_day(moment_date(moment("1969-12-30T23:59")), "1969-12-30");
}
END_TEST

START_TEST(the_school_year_begins_on_the_first_of_september)
{
	ck_assert_int_eq(date_school_year(day("2025-08-31")), 2024);
	ck_assert_int_eq(date_school_year(day("2025-09-01")), 2025);
	ck_assert_int_eq(date_school_year(day("2026-01-15")), 2025);
}
END_TEST

UNIT_MAIN("date", days_count_from_the_first_of_1970, a_day_that_is_not_in_the_calendar_is_refused,
          only_the_one_form_of_a_day_is_read, leap_years_follow_the_gregorian_rule,
          every_day_from_1900_to_2200_splits_into_what_it_was_made_of, the_week_begins_on_monday,
          adding_months_stays_within_the_month, a_moment_counts_minutes_of_the_wall_clock,
          only_the_one_form_of_a_moment_is_read, the_day_of_a_moment_is_right_before_1970_too,
          the_school_year_begins_on_the_first_of_september)
