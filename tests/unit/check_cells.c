/* publication.md, rule 12: small cells. */
#include "unit.h"

#include "redact/cells.h"

enum { ROOM = 12 };

static void assert_cells(const char *expected, int64_t min_group, Cells *cells)
{
	PubCell shown[ROOM];
	Buf got = BUF_INIT;
	bool merged;
	size_t n = cells_merge(cells, shown, min_group, &merged);
	for (size_t i = 0; i < n; i++) {
		buf_str(&got, i ? " " : "");
		buf_str(&got, merged && i + 1 == n ? "| " : "");
		buf_printf(&got, "%lld", (long long)shown[i].count);
		ck_assert(!shown[i].title.n == (merged && i + 1 == n));
	}
	ck_assert_str_eq(got.p, expected);
	buf_release(&got);
	cells_release(cells);
}

/* Merges cells of so many records, none of which has two values (up to a
 * negative number), and tells what is left: "7 6 | 5": the merged cell after the bar. */
static void assert_merge(const char *expected, int64_t min_group, const int *counts)
{
	static const char *const titles[ROOM] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
	Cells cells = CELLS_INIT;
	size_t record = 0;
	for (size_t i = 0; counts[i] >= 0; i++) {
		for (int k = 0; k < counts[i]; k++) {
			cells_add(&cells, slice_of(titles[i]), record++);
		}
	}
	assert_cells(expected, min_group, &cells);
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
	Cells cells = CELLS_INIT;
	assert_cells("", 5, &cells);
}
END_TEST

START_TEST(cells_stand_by_size_and_equals_by_title)
{
	static const char *const titles[] = {"в", "а", "б", "б", "б", "а", "в"};
	Cells cells = CELLS_INIT;
	PubCell shown[3];
	bool merged;
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		cells_add(&cells, slice_of(titles[i]), i);
	}
	ck_assert_uint_eq(cells_merge(&cells, shown, 2, &merged), 3);
	assert_slice(shown[0].title, "б");
	assert_slice(shown[1].title, "а");
	assert_slice(shown[2].title, "в");
	cells_release(&cells);
}
END_TEST

/* Records as strings of their values, a letter each. */
static void assert_values(const char *expected, int64_t min_group, const char *const *records)
{
	Cells cells = CELLS_INIT;
	for (size_t i = 0; records[i]; i++) {
		for (size_t k = 0; records[i][k]; k++) {
			cells_add(&cells, (Slice){records[i] + k, 1}, i);
		}
	}
	assert_cells(expected, min_group, &cells);
}

#define VALUES(expected, min_group, ...) assert_values(expected, min_group, (const char *const[]){__VA_ARGS__, NULL})

START_TEST(rule_12_a_record_counts_once_in_each_cell_and_once_in_the_merged_one)
{
	VALUES("4 3", 3, "a", "ab", "aab", "aba");
	/* b and c: three records, though five mentions. */
	VALUES("5 | 3", 3, "a", "a", "a", "a", "abc", "bc", "c");
}
END_TEST

START_TEST(rule_12_records_make_a_merged_cell_large_enough_not_mentions)
{
	/* b and c are two records, so a is needed too, and then nothing is left. */
	VALUES("", 3, "a", "a", "a", "bc", "bc");
	VALUES("4 | 5", 3, "a", "a", "a", "bc", "bc", "d", "d", "d", "a");
}
END_TEST

START_TEST(rule_12_cells_as_full_as_small_ones_can_be_take_another)
{
	MERGE("", 2, 7, 1, 1);             /* or «другие: 2» would be one and one */
	MERGE("9 | 9", 2, 9, 7, 1, 1);     /* here which one has 7 cannot be told */
	MERGE("9 | 17", 5, 9, 5, 4, 4, 4); /* or «другие: 12» would be four, four and four */
	MERGE("9 7 | 11", 5, 9, 7, 3, 4, 4);
}
END_TEST

START_TEST(rule_12_a_cell_that_an_equal_one_gives_away_takes_that_too)
{
	/* a and b are equal, and by its title b would be taken: c has the 4 that is left of 9. */
	MERGE("9 | 14", 5, 5, 5, 4, 9);
	MERGE("", 5, 5, 5, 4);
	MERGE("6 | 9", 5, 6, 5, 4);
	/* Of 6, the two merged may be two and four as well. */
	MERGE("5 5 | 6", 5, 5, 5, 5, 1);
}
END_TEST

START_TEST(rule_12_two_records_are_no_breakdown)
{
	MERGE("", 2, 2);
	MERGE("", 2, 1, 1);
	MERGE("3", 2, 3);
	MERGE("2 2", 2, 2, 2);
}
END_TEST

/* Every breakdown of up to five cells of 0..7, by the letter of the rule. */
START_TEST(rule_12_no_cell_below_min_group_is_ever_shown_and_none_can_be_computed)
{
	static const char *const titles[] = {"a", "b", "c", "d", "e"};
	for (int code = 0; code < 8 * 8 * 8 * 8 * 8; code++) {
		Cells cells = CELLS_INIT;
		PubCell out[5];
		size_t total = 0;
		int64_t shown = 0;
		size_t small = 0;
		bool merged;
		for (int i = 0, rest = code; i < 5; i++, rest /= 8) {
			small += rest % 8 > 0 && rest % 8 < 4;
			for (int k = 0; k < rest % 8; k++) {
				cells_add(&cells, slice_of(titles[i]), total++);
			}
		}
		size_t n = cells_merge(&cells, out, 4, &merged);
		for (size_t i = 0; i < n; i++) {
			ck_assert_int_ge(out[i].count, 4);
			shown += out[i].count;
		}
		/* All or nothing: the total less what is shown leaves no remainder to guess by. */
		ck_assert(n == 0 || shown == (int64_t)total);
		ck_assert(n == 0 || merged == (small > 0));
		ck_assert(!merged || n > 1);
		ck_assert(small || n == cells.list.n);
		cells_release(&cells);
	}
}
END_TEST

UNIT_MAIN("cells", rule_12_cells_large_enough_stay_as_they_are, rule_12_small_cells_merge,
          rule_12_a_merged_cell_that_is_too_small_takes_the_next_smallest,
          rule_12_a_lone_small_cell_never_stands_alone_under_another_name,
          rule_12_a_breakdown_that_cannot_be_made_safe_is_not_shown,
          rule_12_a_merged_cell_that_would_be_the_whole_is_not_shown, rule_12_that_nobody_is_counted_is_no_small_group,
          nothing_to_count_is_nothing_to_show, rule_12_a_record_counts_once_in_each_cell_and_once_in_the_merged_one,
          rule_12_records_make_a_merged_cell_large_enough_not_mentions,
          rule_12_cells_as_full_as_small_ones_can_be_take_another,
          rule_12_a_cell_that_an_equal_one_gives_away_takes_that_too, rule_12_two_records_are_no_breakdown,
          cells_stand_by_size_and_equals_by_title,
          rule_12_no_cell_below_min_group_is_ever_shown_and_none_can_be_computed)
