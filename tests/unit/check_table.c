#include <jansson.h>

#include "outline.h"

static Arena arena;
static Diags diags;

static MdNode *parse(Slice body)
{
	diags_release(&diags);
	arena_release(&arena);
	MdNode *doc = markdown_parse(&arena, body, SL("f"), 1, &diags);
	diags_sort(&diags);
	ck_assert_ptr_nonnull(doc);
	return doc;
}

static void assert_outline(const char *body, bool places, const char *want)
{
	Buf b = BUF_INIT;
	outline(&b, parse(slice_of(body)), places);
	ck_assert_str_eq(b.p, want);
	buf_release(&b);
}

static void assert_tree(const char *body, const char *want)
{
	assert_outline(body, false, want);
	ck_assert_uint_eq(diags.n, 0);
}

/* --- the examples of the specification, as the HTML that it gives --- */

static void render(Buf *out, const MdNode *node);

static void render_children(Buf *out, const MdNode *node)
{
	for (const MdNode *child = node->first; child; child = child->next) {
		render(out, child);
	}
}

static void render_row(Buf *out, const MdNode *row)
{
	static const char *const align[] = {"", " align=\"left\"", " align=\"center\"", " align=\"right\""};
	buf_str(out, "<tr>\n");
	for (const MdNode *cell = row->first; cell; cell = cell->next) {
		buf_printf(out, "<%s%s>", row->header ? "th" : "td", align[cell->align]);
		render_children(out, cell);
		buf_printf(out, "</%s>\n", row->header ? "th" : "td");
	}
	buf_str(out, "</tr>\n");
}

static void render_table(Buf *out, const MdNode *table)
{
	buf_str(out, "<table>\n<thead>\n");
	render_row(out, table->first);
	buf_str(out, "</thead>\n");
	buf_str(out, table->first->next ? "<tbody>\n" : "");
	for (const MdNode *row = table->first->next; row; row = row->next) {
		render_row(out, row);
	}
	buf_str(out, table->first->next ? "</tbody>\n" : "");
	buf_str(out, "</table>\n");
}

static void wrap(Buf *out, const char *open, const MdNode *node, const char *close)
{
	buf_str(out, open);
	render_children(out, node);
	buf_str(out, close);
}

static void render(Buf *out, const MdNode *node)
{
	switch (node->type) {
	case MD_TABLE:
		render_table(out, node);
		break;
	case MD_PARA:
		wrap(out, "<p>", node, "</p>\n");
		break;
	case MD_QUOTE:
		wrap(out, "<blockquote>\n", node, "</blockquote>\n");
		break;
	case MD_STRONG:
		wrap(out, "<strong>", node, "</strong>");
		break;
	case MD_CODE:
		buf_printf(out, "<code>%.*s</code>", SLICE_ARG(node->text));
		break;
	case MD_SOFT_BREAK:
		buf_byte(out, '\n');
		break;
	default:
		buf_add(out, node->text);
		render_children(out, node);
		break;
	}
}

START_TEST(the_examples_of_the_gfm_specification_hold)
{
	const char *shared = getenv("RUBRIKA_SHARED");
	Buf path = BUF_INIT;
	buf_printf(&path, "%s/vectors/gfm-tables.json", shared ? shared : "../shared");
	json_t *examples = json_load_file(path.p, 0, NULL);
	if (!examples) {
		printf("check_table: skipped the specification's examples: no file %s\n", path.p);
	}
	for (size_t i = 0; i < json_array_size(examples); i++) {
		const json_t *example = json_array_get(examples, i);
		const char *markdown = json_string_value(json_object_get(example, "markdown"));
		Buf html = BUF_INIT;
		render(&html, parse(slice_of(markdown)));
		ck_assert_str_eq(html.p, json_string_value(json_object_get(example, "html")));
		buf_release(&html);
	}
	json_decref(examples);
	buf_release(&path);
}
END_TEST

/* --- what makes a table --- */

START_TEST(a_table_needs_a_row_of_delimiters_as_wide_as_its_head)
{
	assert_tree("| a | b |\n|---|---|\n| c | d |\n",
	            "(doc (table (head (cell \"a\") (cell \"b\")) (row (cell \"c\") (cell \"d\"))))");
	assert_tree("| a | b |\n|---|\n", "(doc (para \"| a | b |\" nl \"|---|\"))");
	assert_tree("| a | b |\n|---|---|---|\n", "(doc (para \"| a | b |\" nl \"|---|---|---|\"))");
	assert_tree("| a | b |\n|---|-x-|\n", "(doc (para \"| a | b |\" nl \"|---|-x-|\"))");
	assert_tree("| a | b |\n|---| |\n", "(doc (para \"| a | b |\" nl \"|---| |\"))");
	assert_tree("|---|---|\n", "(doc (para \"|---|---|\"))");
}
END_TEST

START_TEST(outer_pipes_and_blanks_do_not_matter)
{
	assert_tree("a|b\n:-|-:\nc | d \n  |e|f|\n",
	            "(doc (table (head (cell< \"a\") (cell> \"b\")) (row (cell< \"c\") (cell> \"d\")) "
	            "(row (cell< \"e\") (cell> \"f\"))))");
	assert_tree("|a|\n|:-:|\n", "(doc (table (head (cell^ \"a\"))))");
}
END_TEST

START_TEST(the_lines_before_the_head_stay_a_paragraph)
{
	assert_tree("x *y\nz*\n| a |\n|---|\n| b |\n",
	            "(doc (para \"x \" (emph \"y\" nl \"z\")) (table (head (cell \"a\")) (row (cell \"b\"))))");
}
END_TEST

START_TEST(a_table_ends_where_another_block_begins)
{
	static const struct {
		const char *line, *tree;
	} ends[] = {
	        {"\nx", "(para \"x\")"},
	        {"> x", "(quote (para \"x\"))"},
	        {"# x", "(h1 \"x\")"},
	        {"***", "(rule)"},
	        {"---", "(rule)"},
	        {"- x", "(ul tight (item (para \"x\")))"},
	        {"-", "(ul tight (item))"},
	        {"1. x", "(ol 1 tight (item \"1.\" (para \"x\")))"},
	        {"7. x", "(ol 7 tight (item \"7.\" (para \"x\")))"},
	        {"    x", "(block \"x\n\")"},
	        {"```\nx\n```", "(block \"x\n\")"},
	};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		Buf body = BUF_INIT;
		Buf want = BUF_INIT;
		buf_printf(&body, "| a |\n| - |\n| b |\n%s\n", ends[i].line);
		buf_printf(&want, "(doc (table (head (cell \"a\")) (row (cell \"b\"))) %s)", ends[i].tree);
		assert_tree(body.p, want.p);
		buf_release(&body);
		buf_release(&want);
	}
}
END_TEST

START_TEST(any_other_line_is_a_row)
{
	assert_tree(
	        "| a | b |\n| - | - |\nx\n2.5\n===\n",
	        "(doc (table (head (cell \"a\") (cell \"b\")) (row (cell \"x\") (cell)) (row (cell \"2.5\") (cell)) "
	        "(row (cell \"===\") (cell))))");
	assert_tree("| a |\n| - |\n--\n", "(doc (table (head (cell \"a\")) (row (cell \"--\"))))");
}
END_TEST

START_TEST(an_underlined_line_is_a_heading_and_no_table)
{
	assert_tree("a\n---\n---\n", "(doc (h2 \"a\") (rule))");
	assert_tree("| a |\n---\nb\n", "(doc (h2 \"| a |\") (para \"b\"))");
	assert_tree("a\nb\n===\nc\n", "(doc (h1 \"a\" nl \"b\") (para \"c\"))");
}
END_TEST

START_TEST(code_is_no_table)
{
	assert_tree("    | a |\n    | - |\n", "(doc (block \"| a |\n| - |\n\"))");
	assert_tree("```\n| a |\n| - |\n```\n", "(doc (block \"| a |\n| - |\n\"))");
	assert_tree("x\n     | - |\n", "(doc (para \"x\" nl \"| - |\"))");
}
END_TEST

START_TEST(tables_stand_in_quotes_and_items)
{
	assert_tree("> | a |\n> | - |\n> | b |\n", "(doc (quote (table (head (cell \"a\")) (row (cell \"b\")))))");
	assert_tree("1. x\n   | a |\n   | - |\n\t| b |\n2. y\n",
	            "(doc (ol 1 tight (item \"1.\" (para \"x\") (table (head (cell \"a\")) (row (cell \"b\")))) "
	            "(item \"2.\" (para \"y\"))))");
	assert_tree("- | a |\n  | - |\n\n  - > | b |\n    > | - |\n    > | c |\n",
	            "(doc (ul loose (item (table (head (cell \"a\"))) "
	            "(ul tight (item (quote (table (head (cell \"b\")) (row (cell \"c\")))))))))");
}
END_TEST

START_TEST(a_line_without_its_containers_mark_ends_the_table)
{
	assert_tree("> | a |\n> | - |\n| b |\n", "(doc (quote (table (head (cell \"a\")))) (para \"| b |\"))");
	assert_tree("- | a |\n  | - |\n| b |\n",
	            "(doc (ul tight (item (table (head (cell \"a\"))))) (para \"| b |\"))");
	assert_tree("> | a |\n| - |\n", "(doc (quote (para \"| a |\" nl \"| - |\")))");
}
END_TEST

START_TEST(what_follows_a_table_at_once_may_hold_another)
{
	assert_tree("| a |\n| - |\n2. x\n   | b |\n   | - |\n", "(doc (table (head (cell \"a\"))) (ol 2 tight (item "
	                                                        "\"2.\" (para \"x\") (table (head (cell \"b\"))))))");
}
END_TEST

/* --- cells --- */

START_TEST(cells_hold_inlines)
{
	assert_tree("| *a* | [b](/u) |\n|---|---|\n| `c` ![d](e) | [[mentor:x]] **f** |\n",
	            "(doc (table (head (cell (emph \"a\")) (cell (link </u> \"b\"))) "
	            "(row (cell `c` \" \" (image <e> \"d\")) (cell [[mentor|x]] \" \" (strong \"f\")))))");
}
END_TEST

START_TEST(no_cell_becomes_a_block)
{
	assert_tree(
	        "| 1. Текст | # x |\n|---|---|\n| - a | > b |\n| --- | ``` |\n|     c | [d]: /e |\n| * * * | 2) |\n",
	        "(doc (table (head (cell \"1. Текст\") (cell \"# x\")) (row (cell \"- a\") (cell \"> b\")) "
	        "(row (cell \"---\") (cell \"```\")) (row (cell \"c\") (cell \"[d]: /e\")) "
	        "(row (cell \"* * *\") (cell \"2)\"))))");
}
END_TEST

START_TEST(an_escaped_pipe_is_a_pipe_everywhere)
{
	assert_tree("| a \\| b | `c \\| d` |\n|---|---|\n| [e \\| f](/g\\|h) | \\\\| i |\n",
	            "(doc (table (head (cell \"a | b\") (cell `c | d`)) (row (cell (link </g|h> \"e | f\")) (cell "
	            "\"\\\"))))");
}
END_TEST

START_TEST(a_pipe_within_code_parts_cells)
{
	assert_tree("| a | b |\n|---|---|\n| `c | d` |\n",
	            "(doc (table (head (cell \"a\") (cell \"b\")) (row (cell \"`c\") (cell \"d`\"))))");
}
END_TEST

START_TEST(missing_cells_are_empty_and_excess_is_ignored)
{
	assert_tree("| a | b |\n|:--|--:|\n| c |\n| d | e | f |\n||\n|\n",
	            "(doc (table (head (cell< \"a\") (cell> \"b\")) (row (cell< \"c\") (cell>)) "
	            "(row (cell< \"d\") (cell> \"e\")) (row (cell<) (cell>)) (row (cell<) (cell>))))");
}
END_TEST

START_TEST(link_definitions_of_the_body_hold_in_cells)
{
	assert_tree("| [a] |\n|-----|\n\n[a]: /u\n", "(doc (table (head (cell (link </u> \"a\")))))");
}
END_TEST

START_TEST(a_cell_keeps_a_no_break_space_of_its_own)
{
	assert_tree("| \xC2\xA0 |\n|---|\n| \xC2\xA0*b* |\n",
	            "(doc (table (head (cell \"\xC2\xA0\")) (row (cell \"\xC2\xA0\" (emph \"b\")))))");
}
END_TEST

START_TEST(tables_rows_and_cells_have_their_places)
{
	assert_outline(
	        "> x\n> | я | b |\n> |---|:-:|\n>  |  *c*| d \\| *e* [[f:g]] |\n> | h\n", true,
	        "1:1 (doc 1:1 (quote 1:3 (para 1:3 \"x\") 2:3 (table 2:3 (head 2:5 (cell 2:5 \"я\") "
	        "2:9 (cell^ 2:9 \"b\")) 4:4 (row 4:7 (cell 4:7 (emph 4:8 \"c\")) 4:12 (cell^ 4:12 \"d | \" "
	        "4:17 (emph 4:18 \"e\") 4:20 \" \" 4:21 [[f|g]])) 5:3 (row 5:5 (cell 5:5 \"h\") 5:6 (cell^)))))");
}
END_TEST

START_TEST(raw_html_in_a_cell_is_refused_where_it_stands)
{
	parse(SL("| a |\n|---|\n| я \\| <b> \\| <i> |\n\n<!---->\n"));
	ck_assert_uint_eq(diags.n, 3);
	for (size_t i = 0; i < 3; i++) {
		static const unsigned place[][2] = {{3, 8}, {3, 15}, {5, 1}};
		ck_assert_int_eq(diags.items[i].id, D_RAW_HTML);
		ck_assert_uint_eq(diags.items[i].loc.line, place[i][0]);
		ck_assert_uint_eq(diags.items[i].loc.col, place[i][1]);
	}
}
END_TEST

START_TEST(places_after_a_table_are_those_of_the_body)
{
	assert_outline(
	        "| a | b |\n|---|---|\n| c |\n\n1. *d*\n", true,
	        "1:1 (doc 1:1 (table 1:1 (head 1:3 (cell 1:3 \"a\") 1:7 (cell 1:7 \"b\")) 3:1 (row 3:3 (cell 3:3 "
	        "\"c\") 3:6 (cell))) 5:1 (ol 1 tight 5:1 (item \"1.\" 5:4 (para 5:4 (emph 5:5 \"d\")))))");
}
END_TEST

START_TEST(a_wide_head_does_not_blow_up_short_rows)
{
	Buf b = BUF_INIT;
	for (unsigned i = 0; i < 50000; i++) {
		buf_str(&b, "|a");
	}
	buf_byte(&b, '\n');
	for (unsigned i = 0; i < 50000; i++) {
		buf_str(&b, "|-");
	}
	for (unsigned i = 0; i < 100000; i++) {
		buf_str(&b, "\nb");
	}
	parse(buf_slice(&b));
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_int_eq(diags.items[0].id, D_TABLE_SIZE);
	ck_assert_uint_eq(diags.items[0].loc.line, 5);
	buf_release(&b);
}
END_TEST

START_TEST(hostile_tables_are_read_in_no_time)
{
	static const char *const pieces[] = {"|a|\n|-|\n    x\n", "|a|\n|-|\n\n",   "|a|\n|-|\n2. x\n",
	                                     "> |a|\n> |-|\nx\n", "- |a|\n  |-|\n", "a|b\n-|-\n===\n",
	                                     "|`\\|<b>[[a:b]]"};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		Buf b = BUF_INIT;
		buf_str(&b, "| a |\n| - |\n");
		while (b.n < 1 << 20) {
			buf_str(&b, pieces[i]);
		}
		parse(buf_slice(&b));
		buf_release(&b);
	}
}
END_TEST

UNIT_MAIN("table", the_examples_of_the_gfm_specification_hold, a_table_needs_a_row_of_delimiters_as_wide_as_its_head,
          outer_pipes_and_blanks_do_not_matter, the_lines_before_the_head_stay_a_paragraph,
          a_table_ends_where_another_block_begins, any_other_line_is_a_row,
          an_underlined_line_is_a_heading_and_no_table, code_is_no_table, tables_stand_in_quotes_and_items,
          a_line_without_its_containers_mark_ends_the_table, what_follows_a_table_at_once_may_hold_another,
          cells_hold_inlines, no_cell_becomes_a_block, an_escaped_pipe_is_a_pipe_everywhere,
          a_pipe_within_code_parts_cells, missing_cells_are_empty_and_excess_is_ignored,
          link_definitions_of_the_body_hold_in_cells, a_cell_keeps_a_no_break_space_of_its_own,
          tables_rows_and_cells_have_their_places, raw_html_in_a_cell_is_refused_where_it_stands,
          places_after_a_table_are_those_of_the_body, a_wide_head_does_not_blow_up_short_rows,
          hostile_tables_are_read_in_no_time)
