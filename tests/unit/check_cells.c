/* publication.md, rule 12: small cells. */
#include "unit.h"

#include "redact/cells.h"

enum { ROOM = 12 };

/* Merges the counts given (up to a negative one) and tells what is left: "7 6 | 5": the merged cell after the bar. */
static void assert_merge(const char *expected, int64_t min_group, const int *counts)
{
	static const char *const titles[ROOM] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
	PubCell cells[ROOM];
	Buf got = BUF_INIT;
	size_t n = 0;
	bool merged;
	for (; counts[n] >= 0; n++) {
		cells[n] = (PubCell){slice_of(titles[n]), counts[n]};
	}
	size_t kept = cells_merge(cells, n, min_group, &merged);
	for (size_t i = 0; i < kept; i++) {
		buf_str(&got, i ? " " : "");
		buf_str(&got, merged && i + 1 == kept ? "| " : "");
		buf_printf(&got, "%lld", (long long)cells[i].count);
		ck_assert(!cells[i].title.n == (merged && i + 1 == kept));
	}
	ck_assert_str_eq(got.p, expected);
	buf_release(&got);
}

#define MERGE(expected, min_group, ...) assert_merge(expected, min_group, (const int[]){__VA_ARGS__, -1})

START_TEST(rule_12_cells_large_enough_stay_as_they_are)
{
	MERGE("7 6 5", 5, 5, 7, 6);
	MERGE("5", 5, 5);
}
END_TEST

START_TEST(rule_12_small_cells_merge)
{
	MERGE("9 8 | 6", 5, 9, 2, 8, 4);
	MERGE("9 8 | 5", 5, 9, 1, 8, 2, 2);
}
END_TEST

START_TEST(rule_12_a_merged_cell_that_is_too_small_takes_the_next_smallest)
{
	MERGE("9 8 | 9", 5, 9, 6, 8, 1, 2);
	MERGE("9 | 10", 5, 9, 7, 3);
	MERGE("9 | 6", 6, 9, 3, 3);
}
END_TEST

START_TEST(rule_12_a_lone_small_cell_never_stands_alone_under_another_name)
{
	MERGE("9 | 12", 5, 9, 8, 4);
}
END_TEST

START_TEST(rule_12_a_breakdown_that_cannot_be_made_safe_is_not_shown)
{
	MERGE("", 5, 4);
	MERGE("", 5, 2, 2);
	MERGE("", 5, 1, 1, 1, 1);
	MERGE("", 1000, 500, 499);
}
END_TEST

START_TEST(rule_12_a_merged_cell_that_would_be_the_whole_is_not_shown)
{
	MERGE("", 5, 9, 4);
	MERGE("", 5, 3, 3);
	MERGE("", 5, 4, 4, 4);
}
END_TEST

START_TEST(rule_12_that_nobody_is_counted_is_no_small_group)
{
	MERGE("7 6", 5, 7, 0, 6);
	MERGE("", 5, 0, 0);
	MERGE("", 5, 0, 4);
}
END_TEST

START_TEST(nothing_to_count_is_nothing_to_show)
{
	bool merged;
	ck_assert_uint_eq(cells_merge(NULL, 0, 5, &merged), 0);
	ck_assert(!merged);
}
END_TEST

START_TEST(cells_stand_by_size_and_equals_by_title)
{
	PubCell cells[] = {{SL("в"), 5}, {SL("а"), 5}, {SL("б"), 9}};
	bool merged;
	ck_assert_uint_eq(cells_merge(cells, 3, 5, &merged), 3);
	assert_slice(cells[0].title, "б");
	assert_slice(cells[1].title, "а");
	assert_slice(cells[2].title, "в");
}
END_TEST

/* Every breakdown of up to five cells of 0..7, by the letter of the rule. */
START_TEST(rule_12_no_cell_below_min_group_is_ever_shown_and_none_can_be_computed)
{
	for (int code = 0; code < 8 * 8 * 8 * 8 * 8; code++) {
		PubCell cells[5];
		int64_t total = 0;
		int64_t shown = 0;
		size_t small = 0;
		bool merged;
		for (int i = 0, rest = code; i < 5; i++, rest /= 8) {
			cells[i] = (PubCell){SL("x"), rest % 8};
			total += rest % 8;
			small += rest % 8 > 0 && rest % 8 < 4;
		}
		size_t kept = cells_merge(cells, 5, 4, &merged);
		for (size_t i = 0; i < kept; i++) {
			ck_assert_int_ge(cells[i].count, 4);
			shown += cells[i].count;
		}
		/* All or nothing: the total less what is shown leaves no remainder to guess by. */
		ck_assert(kept == 0 || shown == total);
		ck_assert(kept == 0 || merged == (small > 0));
		ck_assert(!merged || kept > 1);
	}
}
END_TEST

UNIT_MAIN("cells", rule_12_cells_large_enough_stay_as_they_are, rule_12_small_cells_merge,
          rule_12_a_merged_cell_that_is_too_small_takes_the_next_smallest,
          rule_12_a_lone_small_cell_never_stands_alone_under_another_name,
          rule_12_a_breakdown_that_cannot_be_made_safe_is_not_shown,
          rule_12_a_merged_cell_that_would_be_the_whole_is_not_shown, rule_12_that_nobody_is_counted_is_no_small_group,
          nothing_to_count_is_nothing_to_show, cells_stand_by_size_and_equals_by_title,
          rule_12_no_cell_below_min_group_is_ever_shown_and_none_can_be_computed)
