#include "base/diag.h"
#include "unit.h"

static Loc at(const char *path, unsigned line, unsigned col)
{
	return (Loc){slice_of(path), line, col};
}

START_TEST(the_line_reads_as_the_contract_shows)
{
	Diags list;
	Buf b = BUF_INIT;
	diags_init(&list);
	DIAG(&list, D_UNKNOWN_FIELD_NEAR, at("content/mentors/ivanova.md", 7, 3), SL("experience"),
	     SL("experience_years"));
	diag_text(&b, &list.items[0], LANG_RU, false);
	ck_assert_str_eq(b.p, "content/mentors/ivanova.md:7:3: error: поле «experience»: нет такого поля; "
	                      "есть «experience_years» [unknown-field]");
	buf_clear(&b);
	diag_text(&b, &list.items[0], LANG_EN, false);
	ck_assert_str_eq(b.p, "content/mentors/ivanova.md:7:3: error: field 'experience': there is no such field; "
	                      "did you mean 'experience_years'? [unknown-field]");
	buf_release(&b);
	diags_release(&list);
}
END_TEST

START_TEST(a_fault_of_a_whole_file_is_shown_at_its_start_and_one_of_the_program_without_a_path)
{
	Diags list;
	Buf b = BUF_INIT;
	diags_init(&list);
	DIAG_AT(&list, D_NOT_UTF8, at("content/site.yaml", 0, 0));
	DIAG_AT(&list, D_EMPTY_REPOSITORY, at("", 0, 0));
	diag_text(&b, &list.items[0], LANG_EN, false);
	ck_assert_str_eq(b.p, "content/site.yaml:1:1: error: the text is not UTF-8 [not-utf8]");
	buf_clear(&b);
	diag_text(&b, &list.items[1], LANG_EN, false);
	ck_assert_str_eq(b.p, "rubrika: error: the repository has no commit yet [empty-repository]");
	buf_release(&b);
	diags_release(&list);
}
END_TEST

START_TEST(color_is_put_around_the_severity_only)
{
	Diags list;
	Buf b = BUF_INIT;
	diags_init(&list);
	DIAG_AT(&list, D_NOT_UTF8, at("a", 1, 2));
	diag_text(&b, &list.items[0], LANG_EN, true);
	ck_assert_str_eq(b.p, "a:1:2: \033[1;31merror:\033[0m the text is not UTF-8 [not-utf8]");
	buf_release(&b);
	diags_release(&list);
}
END_TEST

START_TEST(the_list_is_ordered_by_path_line_column_and_arrival)
{
	Diags list;
	diags_init(&list);
	DIAG_AT(&list, D_YAML_TAG, at("b", 1, 1));
	DIAG_AT(&list, D_YAML_TAG, at("a", 10, 1));
	DIAG_AT(&list, D_YAML_TAG, at("a", 2, 9));
	DIAG_AT(&list, D_YAML_TAG, at("a", 2, 1));
	DIAG_AT(&list, D_YAML_ANCHOR, at("a", 2, 1));
	diags_sort(&list);
	ck_assert_uint_eq(list.n, 5);
	ck_assert_uint_eq(list.items[0].loc.col, 1);
	ck_assert_int_eq(list.items[0].id, D_YAML_TAG);
	ck_assert_int_eq(list.items[1].id, D_YAML_ANCHOR);
	ck_assert_uint_eq(list.items[2].loc.col, 9);
	ck_assert_uint_eq(list.items[3].loc.line, 10);
	assert_slice(list.items[4].loc.path, "b");
	diags_release(&list);
}
END_TEST

START_TEST(exact_repeats_are_dropped_and_no_others)
{
	Diags list;
	diags_init(&list);
	DIAG(&list, D_EMPTY_FIELD, at("a", 1, 1), SL("x"));
	DIAG(&list, D_EMPTY_FIELD, at("a", 1, 1), SL("y"));
	DIAG(&list, D_EMPTY_FIELD, at("a", 1, 2), SL("x"));
	DIAG_AT(&list, D_NOT_UTF8, at("b", 1, 1));
	DIAG_AT(&list, D_NOT_UTF8, at("b", 1, 1));
	diags_sort(&list);
	ck_assert_uint_eq(list.n, 4);
	ck_assert_uint_eq(list.errors, 4);
	diags_release(&list);
}
END_TEST

START_TEST(arguments_and_paths_are_copied)
{
	char path[] = "a";
	char field[] = "title";
	Diags list;
	Buf b = BUF_INIT;
	diags_init(&list);
	DIAG(&list, D_EMPTY_FIELD, at(path, 1, 1), slice_of(field));
	memset(path, '?', 1);
	memset(field, '?', 5);
	diag_text(&b, &list.items[0], LANG_EN, false);
	ck_assert_str_eq(b.p, "a:1:1: error: field 'title' is empty [empty-field]");
	buf_release(&b);
	diags_release(&list);
}
END_TEST

START_TEST(the_worst_class_of_the_errors_decides)
{
	Diags list;
	diags_init(&list);
	ck_assert_int_eq(diags_class(&list, true), CLASS_NONE);
	DIAG_AT(&list, D_UNLISTED_KIND, at("a", 1, 1));
	ck_assert_uint_eq(list.warnings, 1);
	ck_assert_int_eq(diags_class(&list, false), CLASS_NONE);
	ck_assert_int_eq(diags_class(&list, true), CLASS_CONTENT);
	DIAG_AT(&list, D_NOT_UTF8, at("a", 1, 1));
	ck_assert_int_eq(diags_class(&list, false), CLASS_CONTENT);
	DIAG_AT(&list, D_EMPTY_REPOSITORY, at("", 0, 0));
	DIAG_AT(&list, D_NOT_UTF8, at("z", 1, 1));
	ck_assert_int_eq(diags_class(&list, false), CLASS_WORLD);
	diags_release(&list);
}
END_TEST

START_TEST(merging_moves_everything_to_the_end)
{
	Diags to, from;
	diags_init(&to);
	diags_init(&from);
	DIAG_AT(&to, D_YAML_TAG, at("a", 1, 1));
	DIAG(&from, D_EMPTY_FIELD, at("a", 1, 1), SL("x"));
	diags_merge(&to, &from);
	ck_assert_uint_eq(from.n, 0);
	ck_assert_uint_eq(to.n, 2);
	ck_assert_uint_eq(to.errors, 2);
	diags_sort(&to);
	ck_assert_int_eq(to.items[1].id, D_EMPTY_FIELD);
	assert_slice(to.items[1].argv[0], "x");
	diags_release(&to);
}
END_TEST

START_TEST(text_is_one_line_for_each)
{
	Diags list;
	Buf b = BUF_INIT;
	diags_init(&list);
	DIAG_AT(&list, D_NOT_UTF8, at("a", 1, 1));
	DIAG_AT(&list, D_NOT_UTF8, at("b", 1, 1));
	diags_print(&b, &list, FORMAT_TEXT, LANG_EN, false);
	ck_assert_str_eq(b.p, "a:1:1: error: the text is not UTF-8 [not-utf8]\n"
	                      "b:1:1: error: the text is not UTF-8 [not-utf8]\n");
	buf_release(&b);
	diags_release(&list);
}
END_TEST

/* GitHub, workflow commands: data escape %, CR, LF; properties also : and , */
START_TEST(github_commands_are_escaped)
{
	Diags list;
	Buf b = BUF_INIT;
	diags_init(&list);
	DIAG(&list, D_EMPTY_FIELD, at("a,b:c%.md", 3, 4), SL("100%\n"));
	diags_print(&b, &list, FORMAT_GITHUB, LANG_EN, false);
	ck_assert_str_eq(b.p, "::error file=a%2Cb%3Ac%25.md,line=3,col=4::field '100%25%0A' is empty [empty-field]\n");
	buf_release(&b);
	diags_release(&list);
}
END_TEST

START_TEST(json_is_one_list_of_objects)
{
	Diags list;
	Buf b = BUF_INIT;
	diags_init(&list);
	diags_print(&b, &list, FORMAT_JSON, LANG_EN, false);
	ck_assert_str_eq(b.p, "[]\n");
	buf_clear(&b);
	DIAG_AT(&list, D_NOT_UTF8, at("a", 1, 2));
	diags_print(&b, &list, FORMAT_JSON, LANG_EN, false);
	ck_assert_str_eq(
	        b.p,
	        "[\n  {\n    \"path\": \"a\",\n    \"line\": 1,\n    \"column\": 2,\n    \"severity\": \"error\",\n"
	        "    \"id\": \"not-utf8\",\n    \"message\": \"the text is not UTF-8\",\n"
	        "    \"cure\": \"Save the file again as UTF-8.\"\n  }\n]\n");
	buf_release(&b);
	diags_release(&list);
}
END_TEST

static unsigned placeholders(const char *message)
{
	unsigned seen = 0;
	for (const char *p = message; *p; p++) {
		if (p[0] == '{') {
			ck_assert_msg(p[1] >= '0' && p[1] <= '3' && p[2] == '}', "%s", message);
			seen |= 1u << (p[1] - '0');
		}
	}
	return seen;
}

START_TEST(every_row_of_the_table_is_complete)
{
	for (int i = 0; i < DIAG_COUNT; i++) {
		DiagId id = (DiagId)i;
		const char *name = diag_name(id);
		size_t plain = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
		ck_assert_msg(*name && plain == strlen(name), "id \"%s\"", name);
		for (int lang = LANG_RU; lang <= LANG_EN; lang++) {
			ck_assert_msg(*diag_message(id, (Lang)lang), "%s has no message", name);
			ck_assert_msg(*diag_cure(id, (Lang)lang), "%s has no cure", name);
			placeholders(diag_message(id, (Lang)lang));
		}
	}
}
END_TEST

/* Messages whose text is an argument in its own language are the exception. */
START_TEST(both_languages_name_the_same_things)
{
	for (int i = 0; i < DIAG_COUNT; i++) {
		DiagId id = (DiagId)i;
		unsigned ru = placeholders(diag_message(id, LANG_RU));
		unsigned en = placeholders(diag_message(id, LANG_EN));
		bool told = id == D_USAGE || id == D_TEMPLATE_SYNTAX || id == D_CELL_FAULT || id == D_CELL_WARNING;
		ck_assert_msg(ru == en || told, "%s", diag_name(id));
	}
}
END_TEST

UNIT_MAIN("diag", the_line_reads_as_the_contract_shows,
          a_fault_of_a_whole_file_is_shown_at_its_start_and_one_of_the_program_without_a_path,
          color_is_put_around_the_severity_only, the_list_is_ordered_by_path_line_column_and_arrival,
          exact_repeats_are_dropped_and_no_others, arguments_and_paths_are_copied,
          the_worst_class_of_the_errors_decides, merging_moves_everything_to_the_end, text_is_one_line_for_each,
          github_commands_are_escaped, json_is_one_list_of_objects, every_row_of_the_table_is_complete,
          both_languages_name_the_same_things)
