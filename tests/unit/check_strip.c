#include "unit.h"

#include "render/strip.h"

/* The text between the first `from` and the `to` behind it. */
static Slice between(Slice s, const char *from, const char *to)
{
	size_t a = slice_find(s, slice_of(from), 0);
	ck_assert_msg(a < s.n, "no \"%s\" in \"%.*s\"", from, SLICE_ARG(s));
	a += strlen(from);
	return slice_sub(s, a, slice_find(s, slice_of(to), a));
}

static size_t count(Slice s, const char *what)
{
	size_t n = 0;
	for (size_t at = slice_find(s, slice_of(what), 0); at < s.n; at = slice_find(s, slice_of(what), at + 1)) {
		n++;
	}
	return n;
}

/* --- shares --- */

static void assert_share(int64_t part, int64_t whole, const char *want)
{
	Buf b = BUF_INIT;
	svg_share(&b, "x", share_of(part, whole));
	assert_slice(buf_slice(&b), want);
	buf_release(&b);
}

START_TEST(a_share_is_written_without_idle_digits)
{
	assert_share(0, 7, " x=\"0%\"");
	assert_share(7, 7, " x=\"100%\"");
	assert_share(1, 8, " x=\"12.5%\"");
	assert_share(1, 3, " x=\"33.33%\"");
	assert_share(2, 3, " x=\"66.67%\"");
	assert_share(1, 2000, " x=\"0.05%\"");
	assert_share(-1, 5, " x=\"0%\"");
	assert_share(9, 5, " x=\"100%\"");
}
END_TEST

/* --- the axis --- */

START_TEST(an_axis_has_whole_months)
{
	Axis a = axis_of(date_of(2025, 9, 8), date_of(2026, 5, 29));
	ck_assert_int_eq(a.from, date_of(2025, 9, 1));
	ck_assert_int_eq(a.until, date_of(2026, 6, 1));
	ck_assert_int_eq(a.months, 9);
	ck_assert_int_eq(axis_of(date_of(2026, 2, 1), date_of(2026, 2, 28)).months, 1);
}
END_TEST

START_TEST(a_month_is_as_wide_as_it_is_long)
{
	Axis a = axis_of(date_of(2026, 1, 1), date_of(2026, 3, 31)); /* 31 + 28 + 31 days */
	ck_assert_uint_eq(axis_at(&a, date_of(2026, 1, 1)), 0);
	ck_assert_uint_eq(axis_at(&a, date_of(2026, 2, 1)), 3444);
	ck_assert_uint_eq(axis_at(&a, date_of(2026, 3, 1)), 6556);
	ck_assert_uint_eq(axis_at(&a, date_of(2026, 4, 1)), SHARE_WHOLE);
}
END_TEST

START_TEST(a_day_can_be_seen_on_any_axis)
{
	Axis a = axis_of(date_of(2026, 1, 1), date_of(2026, 12, 31));
	Buf b = BUF_INIT;
	axis_span(&b, &a, date_of(2026, 12, 31), date_of(2026, 12, 31));
	assert_slice(buf_slice(&b), " x=\"99%\" width=\"1%\"");
	buf_release(&b);
}
END_TEST

static Buf scale(Date first, Date last)
{
	Locale *l = locale_new("ru");
	Axis a = axis_of(first, last);
	Buf b = BUF_INIT;
	axis_scale(&b, &a, l, SL("k"), SL("<title>T</title>"));
	locale_free(l);
	return b;
}

START_TEST(a_scale_names_months_and_years)
{
	Buf b = scale(date_of(2025, 9, 8), date_of(2026, 5, 29));
	Slice s = buf_slice(&b);
	assert_slice(between(s, "y=\"1em\">", "<"), "сен");
	ck_assert_uint_eq(count(s, "y=\"1em\""), 9);
	ck_assert_uint_eq(count(s, ">май<"), 1);
	ck_assert_uint_eq(count(s, "class=\"year\""), 2);
	ck_assert_uint_eq(count(s, ">2025<") + count(s, ">2026<"), 2);
	ck_assert_uint_eq(count(s, "<line"), 10);
	ck_assert_uint_eq(count(s, "<g id=\"k-grid\""), 1);
	ck_assert_uint_eq(count(s, "<title>T</title>"), 1);
	buf_release(&b);
}
END_TEST

START_TEST(on_a_narrow_page_a_quarter_of_the_names_stays)
{
	Buf b = scale(date_of(2025, 9, 1), date_of(2026, 8, 31));
	ck_assert_uint_eq(count(buf_slice(&b), "class=\"minor\""), 8); /* сен, дек, мар and июн stay */
	buf_release(&b);
	b = scale(date_of(2025, 11, 1), date_of(2026, 5, 31));
	ck_assert_uint_eq(count(buf_slice(&b), "class=\"minor\""),
	                  5); /* май, the last of seven, would run over the edge */
	buf_release(&b);
	b = scale(date_of(2025, 9, 1), date_of(2030, 8, 31));
	ck_assert_uint_eq(count(buf_slice(&b), "y=\"1em\""), 20); /* every third month of 60 */
	ck_assert_uint_eq(count(buf_slice(&b), "class=\"minor\""), 15);
	ck_assert_uint_eq(count(buf_slice(&b), "class=\"year\""), 6);
	buf_release(&b);
}
END_TEST

START_TEST(a_year_that_has_no_room_is_not_named)
{
	Buf b = scale(date_of(2025, 12, 1), date_of(2026, 11, 30));
	ck_assert_uint_eq(count(buf_slice(&b), ">2025<"), 0);
	ck_assert_uint_eq(count(buf_slice(&b), ">2026<"), 1);
	buf_release(&b);
	b = scale(date_of(2025, 12, 1), date_of(2025, 12, 31));
	ck_assert_uint_eq(count(buf_slice(&b), ">2025<"), 1);
	buf_release(&b);
}
END_TEST

/* --- programmes --- */

static Buf course(const Course *c)
{
	Axis a = axis_of(date_of(2026, 1, 1), date_of(2026, 12, 31)); /* 365 days */
	Buf b = BUF_INIT;
	strip_course(&b, &a, SL("k"), c);
	return b;
}

static const Course whole_year = {.extended = DATE_NONE, .completed = DATE_NONE};

static Course half_year(void)
{
	Course c = whole_year;
	c.start = date_of(2026, 1, 1);
	c.end = date_of(2026, 6, 30); /* 181 days */
	return c;
}

START_TEST(a_programme_is_a_bar_from_start_to_end)
{
	Course c = half_year();
	Buf b = course(&c);
	assert_slice(between(buf_slice(&b), "<rect class=\"", "\""), "bar");
	assert_slice(between(buf_slice(&b), " x=\"", "\""), "0%");
	assert_slice(between(buf_slice(&b), "Color\" x=\"0%\" width=\"", "\""), "49.59%");
	ck_assert_uint_eq(count(buf_slice(&b), "<rect") + count(buf_slice(&b), "<circle"), 1);
	ck_assert_uint_eq(count(buf_slice(&b), "<use href=\"#k-grid\"/>"), 1);
	buf_release(&b);
}
END_TEST

START_TEST(a_planned_programme_is_hollow)
{
	Course c = half_year();
	c.planned = true;
	Buf b = course(&c);
	assert_slice(between(buf_slice(&b), "<rect class=\"", "\""), "ahead");
	assert_slice(between(buf_slice(&b), "fill=\"", "\""), "none");
	buf_release(&b);
}
END_TEST

START_TEST(an_extension_is_a_bar_of_its_own)
{
	Course c = half_year();
	c.extended = date_of(2026, 9, 30); /* 92 days more */
	Buf b = course(&c);
	assert_slice(
	        between(buf_slice(&b), "<rect class=\"longer\"", ">"),
	        " fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"5 3\" x=\"49.59%\" width=\"25.2%\" y=\"25%\""
	        " height=\"50%\" rx=\"3\"/");
	ck_assert_int_eq(course_span(&c).to, c.extended);
	buf_release(&b);
}
END_TEST

START_TEST(a_completed_programme_ends_with_its_ring)
{
	Course c = half_year();
	c.completed = date_of(2026, 5, 31); /* 151 days */
	Buf b = course(&c);
	assert_slice(between(buf_slice(&b), "width=\"41", "\""), ".37%");
	assert_slice(between(buf_slice(&b), "<circle class=\"end\"", "/"),
	             " fill=\"none\" stroke=\"currentColor\" cx=\"41.37%\" cy=\"50%\" r=\"5\"");
	ck_assert_int_eq(course_span(&c).to, c.end); /* what was planned has its place on the axis */
	buf_release(&b);
}
END_TEST

START_TEST(completed_within_its_extension_both_are_drawn)
{
	Course c = half_year();
	c.extended = date_of(2026, 12, 31);
	c.completed = date_of(2026, 7, 31);
	Buf b = course(&c);
	ck_assert_uint_eq(count(buf_slice(&b), "class=\"bar\""), 1);
	ck_assert_uint_eq(count(buf_slice(&b), "class=\"longer\""), 1);
	ck_assert_uint_eq(count(buf_slice(&b), "class=\"end\""), 1);
	buf_release(&b);
	c.completed = date_of(2026, 6, 1);
	b = course(&c);
	ck_assert_uint_eq(count(buf_slice(&b), "class=\"longer\""), 0);
	buf_release(&b);
}
END_TEST

START_TEST(dates_in_disorder_are_drawn_all_the_same)
{
	Course c = half_year();
	c.end = date_of(2025, 1, 1);
	c.completed = date_of(2025, 2, 1);
	Buf b = course(&c);
	ck_assert_int_eq(course_span(&c).from, course_span(&c).to);
	ck_assert_uint_eq(count(buf_slice(&b), "width=\"1%\""), 1);
	buf_release(&b);
}
END_TEST

START_TEST(what_happens_monthly_is_a_dot_in_each_month)
{
	Axis a = axis_of(date_of(2026, 1, 1), date_of(2026, 3, 31));
	Period p = {.spans = {{date_of(2026, 1, 1), date_of(2026, 3, 10)}}, .n = 1, .monthly = true};
	Buf b = BUF_INIT;
	strip_period(&b, &a, SL("k"), &p);
	ck_assert_uint_eq(count(buf_slice(&b), "<circle class=\"dot\""), 3);
	ck_assert_uint_eq(count(buf_slice(&b), "cx=\"17.22%\""), 1); /* half of January's 34.44 */
	ck_assert_uint_eq(count(buf_slice(&b), "<rect"), 0);
	buf_release(&b);
}
END_TEST

START_TEST(each_span_of_a_period_is_a_bar)
{
	Axis a = axis_of(date_of(2026, 1, 1), date_of(2026, 12, 31));
	Period p = {.spans = {{date_of(2026, 1, 1), date_of(2026, 1, 31)}, {date_of(2026, 3, 1), date_of(2026, 3, 31)}},
	            .n = 2};
	Buf b = BUF_INIT;
	strip_period(&b, &a, SL("k"), &p);
	ck_assert_uint_eq(count(buf_slice(&b), "<rect class=\"bar\""), 2);
	ck_assert_uint_eq(count(buf_slice(&b), "aria-hidden=\"true\""), 1);
	buf_release(&b);
}
END_TEST

UNIT_MAIN("strip", a_share_is_written_without_idle_digits, an_axis_has_whole_months, a_month_is_as_wide_as_it_is_long,
          a_day_can_be_seen_on_any_axis, a_scale_names_months_and_years, on_a_narrow_page_a_quarter_of_the_names_stays,
          a_year_that_has_no_room_is_not_named, a_programme_is_a_bar_from_start_to_end, a_planned_programme_is_hollow,
          an_extension_is_a_bar_of_its_own, a_completed_programme_ends_with_its_ring,
          completed_within_its_extension_both_are_drawn, dates_in_disorder_are_drawn_all_the_same,
          what_happens_monthly_is_a_dot_in_each_month, each_span_of_a_period_is_a_bar)
