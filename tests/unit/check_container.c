#include "source/container.h"
#include "unit.h"

static void assert_strip(const Containers *c, const char *line, const char *text, size_t indent, bool lazy)
{
	Slice s = slice_of(line);
	Remains left = containers_strip(c, s);
	assert_slice(slice_sub(s, left.byte, s.n), text);
	ck_assert_uint_eq(left.indent, indent);
	ck_assert_int_eq(left.lazy, lazy);
}

START_TEST(without_containers_only_the_indent_goes)
{
	Containers c = {0};
	assert_strip(&c, "  я", "я", 2, false);
	assert_strip(&c, " \tx", "x", 4, false);
	assert_strip(&c, "", "", 0, false);
}
END_TEST

START_TEST(a_quote_takes_its_mark_and_one_blank)
{
	Containers c = {0};
	containers_push(&c, true, 0, SL("> a"), 0);
	assert_strip(&c, "> b", "b", 0, false);
	assert_strip(&c, ">b", "b", 0, false);
	assert_strip(&c, "   >  b", "b", 1, false);
	assert_strip(&c, ">\tb", "b", 2, false);
	assert_strip(&c, "b", "b", 0, true);
	assert_strip(&c, "    > b", "> b", 4, true);
}
END_TEST

START_TEST(an_item_takes_the_indent_of_its_content)
{
	static const struct {
		const char *line;
		size_t need;
	} items[] = {{"- a", 2},   {"-   a", 4}, {"-     a", 2}, {"-", 2},     {"- ", 2},
	             {"12. a", 4}, {" 1) a", 4}, {"-\ta", 4},    {"10)\ta", 4}};
	for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
		Containers c = {0};
		Slice line = slice_of(items[i].line);
		containers_push(&c, false, 0, line, line.p[0] == ' ');
		ck_assert_msg(c.items[0].need == items[i].need, "\"%s\" needs %zu", items[i].line, c.items[0].need);
	}
}
END_TEST

START_TEST(an_item_without_its_indent_is_lazy)
{
	Containers c = {0};
	containers_push(&c, false, 0, SL("- a"), 0);
	assert_strip(&c, "  b", "b", 0, false);
	assert_strip(&c, "\tb", "b", 2, false);
	assert_strip(&c, " b", "b", 1, true);
}
END_TEST

START_TEST(containers_nest_on_one_line_and_over_lines)
{
	Containers c = {0};
	Slice first = SL("> 1. - a");
	containers_push(&c, true, 0, first, 0);
	containers_push(&c, false, 0, first, 2);
	containers_push(&c, false, 0, first, 5);
	assert_strip(&c, ">      b", "b", 0, false);
	assert_strip(&c, ">    b", "b", 0, true);
	c.n = 2;
	containers_push(&c, true, 1, SL(">    > b"), 5);
	assert_strip(&c, ">    > c", "c", 0, false);
	assert_strip(&c, ">    c", "c", 0, true);
}
END_TEST

START_TEST(markers_are_those_of_lists)
{
	assert_slice(container_marker(SL("- a"), 0), "-");
	assert_slice(container_marker(SL("> +"), 2), "+");
	assert_slice(container_marker(SL("12. a"), 0), "12.");
	assert_slice(container_marker(SL("123456789) a"), 0), "123456789)");
	assert_slice(container_marker(SL("1234567890. a"), 0), "");
	assert_slice(container_marker(SL("1 a"), 0), "");
	assert_slice(container_marker(SL("1"), 0), "");
	assert_slice(container_marker(SL(""), 0), "");
}
END_TEST

START_TEST(the_width_counts_marks_and_white_space)
{
	ck_assert_uint_eq(containers_width(SL("a")), 0);
	ck_assert_uint_eq(containers_width(SL("> - 1. a")), 7);
	ck_assert_uint_eq(containers_width(SL("\t>\ta")), 8);
	ck_assert_uint_eq(containers_width(SL("-----")), 0);
	ck_assert_uint_eq(containers_width(SL("1.1. a")), 0);
	ck_assert_uint_eq(containers_width(SL(">>>")), 3);
}
END_TEST

UNIT_MAIN("container", without_containers_only_the_indent_goes, a_quote_takes_its_mark_and_one_blank,
          an_item_takes_the_indent_of_its_content, an_item_without_its_indent_is_lazy,
          containers_nest_on_one_line_and_over_lines, markers_are_those_of_lists,
          the_width_counts_marks_and_white_space)
