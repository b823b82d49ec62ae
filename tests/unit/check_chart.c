#include "unit.h"

#include "render/chart.h"

static size_t count(Slice s, const char *what)
{
	size_t n = 0;
	for (size_t at = slice_find(s, slice_of(what), 0); at < s.n; at = slice_find(s, slice_of(what), at + 1)) {
		n++;
	}
	return n;
}

typedef void Draw(Buf *out, const Locale *l, const Chart *c);

static Buf drawn(Draw *draw, const ChartRow *rows, size_t n, int64_t whole)
{
	Locale *l = locale_new("ru");
	Buf b = BUF_INIT;
	draw(&b, l, &(Chart){SL("k"), SL("Что <выбрали>"), SL("«да»: 3"), rows, n, whole});
	locale_free(l);
	return b;
}

static Buf answers(void)
{
	ChartRow rows[] = {
	        {SL("Помогла полностью"), 21, false}, {SL("Скорее помогла"), 17, false}, {SL("А & Б"), 8, false}};
	return drawn(chart_bars, rows, 3, 46);
}

START_TEST(a_chart_is_one_picture_with_a_name_and_a_description)
{
	Buf b = answers();
	Slice s = buf_slice(&b);
	ck_assert(slice_starts(
	        s, SL("<div class=\"bars\" role=\"img\" aria-labelledby=\"k-title\" aria-describedby=\"k-desc\">")));
	ck_assert_uint_eq(count(s, "<title id=\"k-title\">Что &lt;выбрали&gt;</title>"), 1);
	ck_assert_uint_eq(count(s, "<desc id=\"k-desc\">«да»: 3</desc>"), 1);
	ck_assert_uint_eq(count(s, "id=\""), 3); /* the third is the grid's */
	buf_release(&b);
}
END_TEST

START_TEST(answers_stand_on_a_scale_of_all_who_answered)
{
	Buf b = answers();
	Slice s = buf_slice(&b);
	ck_assert_uint_eq(count(s, "width=\"45.65%\""), 1); /* 21 of 46 */
	ck_assert_uint_eq(count(s, "width=\"36.96%\""), 1); /* 17 of 46 */
	ck_assert_uint_eq(count(s, "<b>21</b> 46\u00a0%"), 1);
	ck_assert_uint_eq(count(s, "<b>8</b> 17\u00a0%"), 1);
	ck_assert_uint_eq(count(s, ">0\u00a0%<") + count(s, ">25\u00a0%<") + count(s, ">50\u00a0%<") +
	                          count(s, ">75\u00a0%<") + count(s, ">100\u00a0%<"),
	                  5);
	ck_assert_uint_eq(count(s, "А &amp; Б"), 1);
	buf_release(&b);
}
END_TEST

static void assert_scale(int64_t most, const char *step, const char *end)
{
	ChartRow row = {SL("x"), most, false};
	Buf b = drawn(chart_bars, &row, 1, 0);
	Buf tick = BUF_INIT;
	buf_printf(&tick, "y=\"1em\">%s</text>", step);
	ck_assert_msg(count(buf_slice(&b), tick.p) == 1, "%lld: no step %s", (long long)most, step);
	buf_clear(&tick);
	buf_printf(&tick, "text-anchor=\"end\" x=\"100%%\" y=\"1em\">%s</text>", end);
	ck_assert_msg(count(buf_slice(&b), tick.p) == 1, "%lld: the scale does not end at %s", (long long)most, end);
	buf_release(&tick);
	buf_release(&b);
}

START_TEST(counts_stand_on_a_scale_of_round_numbers)
{
	assert_scale(1, "1", "1");
	assert_scale(4, "1", "4");
	assert_scale(5, "2", "6");
	assert_scale(9, "5", "10");
	assert_scale(21, "10", "30");
	assert_scale(100, "50", "100");
	assert_scale(12500, "5000", "15\u00a0000"); /* Russian groups five digits and more */
}
END_TEST

START_TEST(nothing_counted_is_no_fault)
{
	ChartRow rows[] = {{SL("a"), 0, false}, {SL("b"), 0, false}};
	Buf b = drawn(chart_bars, rows, 2, 0);
	ck_assert_uint_eq(count(buf_slice(&b), " width=\"0%\""), 2);
	buf_release(&b);
	b = drawn(chart_columns, rows, 2, 0);
	ck_assert_uint_eq(count(buf_slice(&b), "height=\"0.4em\""), 2);
	buf_release(&b);
	b = drawn(chart_bars, NULL, 0, 0);
	ck_assert_uint_eq(count(buf_slice(&b), "<rect"), 0);
	buf_release(&b);
}
END_TEST

START_TEST(a_merged_row_differs_by_shape)
{
	ChartRow rows[] = {{SL("пара"), 6, false}, {SL("другие"), 9, true}};
	Buf b = drawn(chart_bars, rows, 2, 0);
	ck_assert_uint_eq(count(buf_slice(&b), "<rect class=\"bar\" fill=\"currentColor\" width=\"60%\""), 1);
	ck_assert_uint_eq(
	        count(buf_slice(&b), "<rect class=\"rest\" fill=\"none\" stroke=\"currentColor\" width=\"90%\""), 1);
	buf_release(&b);
}
END_TEST

START_TEST(columns_are_as_high_as_their_share_of_the_highest)
{
	ChartRow rows[] = {{SL("2024/2025"), 8, false}, {SL("2025/2026"), 5, false}, {SL("2026/2027"), 16, false}};
	Buf b = drawn(chart_columns, rows, 3, 0);
	Slice s = buf_slice(&b);
	ck_assert_uint_eq(count(s, "height=\"5.0em\""), 1);
	ck_assert_uint_eq(count(s, "height=\"3.1em\""), 1);
	ck_assert_uint_eq(count(s, "height=\"10.0em\""), 1);
	ck_assert_uint_lt(slice_find(s, SL("2024/2025"), 0), slice_find(s, SL("2025/2026"), 0));
	ck_assert_uint_eq(count(s, "<title") + count(s, "<desc"), 2);
	buf_release(&b);
}
END_TEST

START_TEST(a_percent_is_to_the_nearest)
{
	Buf b = BUF_INIT;
	chart_percent(&b, 1, 3);
	buf_byte(&b, '|');
	chart_percent(&b, 1, 200);
	buf_byte(&b, '|');
	chart_percent(&b, 1, 201);
	assert_slice(buf_slice(&b), "33\u00a0%|1\u00a0%|0\u00a0%");
	buf_release(&b);
}
END_TEST

UNIT_MAIN("chart", a_chart_is_one_picture_with_a_name_and_a_description, answers_stand_on_a_scale_of_all_who_answered,
          counts_stand_on_a_scale_of_round_numbers, nothing_counted_is_no_fault, a_merged_row_differs_by_shape,
          columns_are_as_high_as_their_share_of_the_highest, a_percent_is_to_the_nearest)
