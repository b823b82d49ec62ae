#include "unit.h"

#include "source/front.h"

static Front front;
static Diags diags;

static bool split(Slice file)
{
	diags_release(&diags);
	front = (Front){.yaml_line = 77};
	return front_split(&front, file, SL("content/news/n.md"), &diags);
}

static void assert_parts(Slice file, const char *yaml, const char *body, unsigned body_line)
{
	ck_assert_msg(split(file), "\"%.*s\" has two parts", SLICE_ARG(file));
	ck_assert_uint_eq(diags.n, 0);
	assert_slice(front.yaml, yaml);
	ck_assert_uint_eq(front.yaml_line, 2);
	assert_slice(front.body, body);
	ck_assert_uint_eq(front.body_line, body_line);
}

static void assert_refused(Slice file, DiagId id)
{
	ck_assert_msg(!split(file), "\"%.*s\" is refused", SLICE_ARG(file));
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_str_eq(diag_name(diags.items[0].id), diag_name(id));
	assert_slice(diags.items[0].loc.path, "content/news/n.md");
	ck_assert_uint_eq(diags.items[0].loc.line, 1);
	diags_release(&diags);
}

START_TEST(two_lines_of_dashes_hold_the_fields)
{
	assert_parts(SL("---\ntitle: A\n---\nBody\n"), "title: A\n", "Body\n", 4);
	assert_parts(SL("---\na: 1\nb: 2\n---\n\n# Head\n"), "a: 1\nb: 2\n", "\n# Head\n", 5);
}
END_TEST

START_TEST(either_part_may_be_empty)
{
	assert_parts(SL("---\n---\n"), "", "", 3);
	assert_parts(SL("---\n---\nBody"), "", "Body", 3);
	assert_parts(SL("---\na: 1\n---\n"), "a: 1\n", "", 4);
	assert_parts(SL("---\na: 1\n---"), "a: 1\n", "", 4);
}
END_TEST

START_TEST(a_byte_order_mark_is_passed_over)
{
	assert_parts(SL("\xEF\xBB\xBF---\na: 1\n---\nBody\n"), "a: 1\n", "Body\n", 4);
}
END_TEST

START_TEST(lines_may_end_as_on_windows)
{
	assert_parts(SL("---\r\na: 1\r\n---\r\nBody\r\n"), "a: 1\r\n", "Body\r\n", 4);
}
END_TEST

START_TEST(blanks_after_the_dashes_are_no_fault)
{
	assert_parts(SL("--- \na: 1\n---\t\r\nBody\n"), "a: 1\n", "Body\n", 4);
}
END_TEST

START_TEST(dashes_below_the_second_line_belong_to_the_body)
{
	assert_parts(SL("---\na: 1\n---\nOne\n\n---\n\nTwo\n"), "a: 1\n", "One\n\n---\n\nTwo\n", 4);
}
END_TEST

START_TEST(other_lines_of_dashes_do_not_close_the_fields)
{
	assert_parts(SL("---\n----\n ---\n--- x\n--\n---\nB"), "----\n ---\n--- x\n--\n", "B", 7);
}
END_TEST

START_TEST(a_file_that_does_not_begin_with_dashes_has_no_front_matter)
{
	assert_refused(SL(""), D_NO_FRONT_MATTER);
	assert_refused((Slice){NULL, 0}, D_NO_FRONT_MATTER);
	assert_refused(SL("title: A\n"), D_NO_FRONT_MATTER);
	assert_refused(SL("\n---\na: 1\n---\n"), D_NO_FRONT_MATTER);
	assert_refused(SL(" ---\na: 1\n---\n"), D_NO_FRONT_MATTER);
	assert_refused(SL("----\na: 1\n----\n"), D_NO_FRONT_MATTER);
	assert_refused(SL("—\na: 1\n---\n"), D_NO_FRONT_MATTER);
}
END_TEST

START_TEST(fields_that_never_end_are_an_error)
{
	assert_refused(SL("---"), D_FRONT_MATTER_OPEN);
	assert_refused(SL("---\n"), D_FRONT_MATTER_OPEN);
	assert_refused(SL("---\na: 1\n"), D_FRONT_MATTER_OPEN);
	assert_refused(SL("---\na: 1\n--"), D_FRONT_MATTER_OPEN);
}
END_TEST

START_TEST(a_file_in_utf_16_is_told_its_real_fault)
{
	assert_refused((Slice){"\xFF\xFE-\0-\0-\0\n\0", 10}, D_NOT_UTF8);
}
END_TEST

UNIT_MAIN("front", two_lines_of_dashes_hold_the_fields, either_part_may_be_empty, a_byte_order_mark_is_passed_over,
          lines_may_end_as_on_windows, blanks_after_the_dashes_are_no_fault,
          dashes_below_the_second_line_belong_to_the_body, other_lines_of_dashes_do_not_close_the_fields,
          a_file_that_does_not_begin_with_dashes_has_no_front_matter, fields_that_never_end_are_an_error,
          a_file_in_utf_16_is_told_its_real_fault)
