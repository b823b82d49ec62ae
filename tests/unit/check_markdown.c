#include <dirent.h>

#include "base/file.h"
#include "outline.h"

static Arena arena;
static Diags diags;

static MdNode *parse(Slice body, unsigned line)
{
	diags_release(&diags);
	arena_release(&arena);
	MdNode *doc = markdown_parse(&arena, body, SL("f"), line, &diags);
	diags_sort(&diags);
	ck_assert_ptr_nonnull(doc);
	return doc;
}

static void assert_outline(const MdNode *doc, bool places, const char *want)
{
	Buf b = BUF_INIT;
	outline(&b, doc, places);
	ck_assert_str_eq(b.p, want);
	buf_release(&b);
}

/* The tree of a body is as wanted, and nothing is diagnosed. */
static void assert_tree(const char *body, const char *want)
{
	assert_outline(parse(slice_of(body), 1), false, want);
	ck_assert_uint_eq(diags.n, 0);
}

static void assert_places(const char *body, const char *want)
{
	assert_outline(parse(slice_of(body), 1), true, want);
}

/* All diagnostics of a body, "line:col id" each, one blank between. */
static void assert_diags(const char *body, const char *want)
{
	Buf b = BUF_INIT;
	parse(slice_of(body), 1);
	for (size_t i = 0; i < diags.n; i++) {
		const Diag *d = &diags.items[i];
		buf_printf(&b, "%s%u:%u %s", i ? " " : "", d->loc.line, d->loc.col, diag_name(d->id));
	}
	ck_assert_str_eq(b.p, want);
	buf_release(&b);
}

static void repeat(Buf *out, const char *piece, size_t bytes)
{
	while (out->n < bytes) {
		buf_str(out, piece);
	}
}

/* --- CommonMark --- */

START_TEST(an_empty_body_is_an_empty_document)
{
	assert_tree("", "(doc)");
	assert_tree("\n \n", "(doc)");
	assert_outline(parse((Slice){NULL, 0}, 7), true, "7:1 (doc)");
}
END_TEST

START_TEST(every_kind_of_block_is_kept)
{
	assert_tree("# A\n\ntext\n\n> q\n\n---\n\n```csv x\na;b\n```\n\n    c\n\nB\n-\n",
	            "(doc (h1 \"A\") (para \"text\") (quote (para \"q\")) (rule) (block \"a;b\n\" <csv x>) "
	            "(block \"c\n\") (h2 \"B\"))");
}
END_TEST

START_TEST(every_kind_of_inline_is_kept)
{
	assert_tree("a *b* **c** `d` [e](/f \"g\") ![h](media/i.jpg)\nj  \nk\\\nl <https://m.example/>\n",
	            "(doc (para \"a \" (emph \"b\") \" \" (strong \"c\") \" \" `d` \" \" (link </f> 'g' \"e\") \" \" "
	            "(image <media/i.jpg> \"h\") nl \"j\" br \"k\" br \"l \" "
	            "(link <https://m.example/> \"https://m.example/\")))");
}
END_TEST

START_TEST(quotes_and_dashes_stay_as_written)
{
	assert_tree("\"a\" -- b...\n", "(doc (para \"\"a\" -- b...\"))");
}
END_TEST

START_TEST(lists_tell_order_start_and_tightness)
{
	assert_tree("- a\n- b\n\n\n3. c\n\n4. d\n",
	            "(doc (ul tight (item (para \"a\")) (item (para \"b\"))) "
	            "(ol 3 loose (item \"3.\" (para \"c\")) (item \"4.\" (para \"d\"))))");
}
END_TEST

START_TEST(markers_are_kept_as_written)
{
	assert_tree("1. a\n3. b\n3. c\n007. d\n",
	            "(doc (ol 1 tight (item \"1.\" (para \"a\")) (item \"3.\" (para \"b\")) (item \"3.\" (para \"c\")) "
	            "(item \"007.\" (para \"d\"))))");
	assert_tree("4) a\n   - x\n   12. b\n",
	            "(doc (ol 4 tight (item \"4)\" (para \"a\") (ul tight (item (para \"x\"))) "
	            "(ol 12 tight (item \"12.\" (para \"b\"))))))");
	assert_tree("> - x\n>   1) a\n> \t7) b\n",
	            "(doc (quote (ul tight (item (para \"x\") (ol 1 tight (item \"1)\" (para \"a\")) "
	            "(item \"7)\" (para \"b\")))))))");
}
END_TEST

START_TEST(texts_are_in_normal_form_c)
{
	assert_tree("\xD0\xB8\xCC\x86 `\xD0\xB8\xCC\x86`\n", "(doc (para \"й \" `й`))");
}
END_TEST

START_TEST(link_definitions_are_resolved_and_not_shown)
{
	assert_tree("[a]: /u 'T'\n\n[a] [b][a]\n", "(doc (para (link </u> 'T' \"a\") \" \" (link </u> 'T' \"b\")))");
}
END_TEST

/* --- places --- */

START_TEST(blocks_have_exact_places)
{
	assert_places("я\n\n  # A\n\n> 1. b\n>\n>    > c\n>    - d\n\n   ---\n```\nx\n```\n",
	              "1:1 (doc 1:1 (para 1:1 \"я\") 3:3 (h1 3:5 \"A\") 5:1 (quote 5:3 (ol 1 loose 5:3 (item \"1.\" "
	              "5:6 (para 5:6 \"b\") 7:6 (quote 7:8 (para 7:8 \"c\")) 8:6 (ul tight 8:6 (item 8:8 (para 8:8 "
	              "\"d\")))))) 10:4 (rule) 11:1 (block \"x\n\"))");
}
END_TEST

START_TEST(lines_count_from_the_one_given)
{
	assert_outline(parse(SL("a\n\nb\r\nc\rd\n"), 10), true,
	               "10:1 (doc 10:1 (para 10:1 \"a\") 12:1 (para 12:1 \"b\" nl 13:1 \"c\" nl 14:1 \"d\"))");
}
END_TEST

START_TEST(columns_count_characters)
{
	assert_places("Приказ *от* **1**\n", "1:1 (doc 1:1 (para 1:1 \"Приказ \" 1:8 (emph 1:9 \"от\") 1:12 \" \" "
	                                     "1:13 (strong 1:15 \"1\")))");
}
END_TEST

START_TEST(further_lines_have_exact_places_within_containers)
{
	assert_places("> 1. я *a*\n>    *b*\n  *c*\n",
	              "1:1 (doc 1:1 (quote 1:3 (ol 1 tight 1:3 (item \"1.\" 1:6 (para 1:6 \"я \" 1:8 (emph 1:9 \"a\") "
	              "nl 2:6 (emph 2:7 \"b\") nl 3:3 (emph 3:4 \"c\"))))))");
	assert_places("-\ta\n\t*b*\n",
	              "1:1 (doc 1:1 (ul tight 1:1 (item 1:3 (para 1:3 \"a\" nl 2:2 (emph 2:3 \"b\")))))");
}
END_TEST

START_TEST(a_paragraph_begins_after_its_link_definitions)
{
	assert_places("[a]: /u\n[b]: /v\n  я *x*\n*y*\n",
	              "1:1 (doc 3:3 (para 3:3 \"я \" 3:5 (emph 3:6 \"x\") nl 4:1 (emph 4:2 \"y\")))");
	assert_places("[a]: /u\nя *x*\n---\nz\n",
	              "1:1 (doc 2:1 (h2 2:1 \"я \" 2:3 (emph 2:4 \"x\")) 4:1 (para 4:1 \"z\"))");
}
END_TEST

START_TEST(line_ends_that_cmark_does_not_count_shift_no_places)
{
	assert_places("a\\\n*b*\n*c*\n", "1:1 (doc 1:1 (para 1:1 \"a\" br 2:1 (emph 2:2 \"b\") nl "
	                                 "3:1 (emph 3:2 \"c\")))");
	assert_places("[a](\n/u) *b*\n*c*\n",
	              "1:1 (doc 1:1 (para 1:1 (link </u> 1:2 \"a\") 2:4 \" \" 2:5 (emph 2:6 \"b\") nl "
	              "3:1 (emph 3:2 \"c\")))");
	assert_places("[a](\n/u)\n*c*\n", "1:1 (doc 1:1 (para 1:1 (link </u> 1:2 \"a\") nl 3:1 (emph 3:2 \"c\")))");
	assert_places("`a\nb` *c*\n", "1:1 (doc 1:1 (para 1:1 `a b` 2:3 \" \" 2:4 (emph 2:5 \"c\")))");
}
END_TEST

START_TEST(links_have_the_place_of_their_first_bracket)
{
	assert_places(
	        "x\n- y [a\n  b](/u) <https://z.example>\n",
	        "1:1 (doc 1:1 (para 1:1 \"x\") 2:1 (ul tight 2:1 (item 2:3 (para 2:3 \"y \" 2:5 (link </u> 2:6 \"a\" "
	        "nl 3:3 \"b\") 3:9 \" \" 3:10 (link <https://z.example> 3:11 \"https://z.example\")))))");
}
END_TEST

/* --- record links --- */

START_TEST(record_links_become_records)
{
	assert_tree("[[mentor:ivanova]]", "(doc (para [[mentor|ivanova]]))");
	assert_tree("Ведёт [[person:petrov-ab]], [[programme:x]].",
	            "(doc (para \"Ведёт \" [[person|petrov-ab]] \", \" [[programme|x]] \".\"))");
	assert_tree("# [[document:a]]\n\n- **[[method:b]]**\n",
	            "(doc (h1 [[document|a]]) (ul tight (item (para (strong [[method|b]])))))");
}
END_TEST

START_TEST(a_bad_shape_with_a_colon_stays_a_record)
{
	assert_tree("[[:]] [[mentor:]] [[:x]] [[Mentor : X_y:z]] [[a:b]c]]",
	            "(doc (para [[|]] \" \" [[mentor|]] \" \" [[|x]] \" \" [[Mentor | X_y:z]] \" \" [[a|b]c]]))");
}
END_TEST

START_TEST(brackets_without_a_colon_are_text)
{
	assert_tree("[[a]] [[ [[]] [x] ]] [[a\n:b]] [a:b]]",
	            "(doc (para \"[[a]] [[ [[]] [x] ]] [[a\" nl \":b]] [a:b]]\"))");
}
END_TEST

START_TEST(the_innermost_brackets_count)
{
	assert_tree("[[[a:b]]] [[x [[c:d]] ]]", "(doc (para \"[\" [[a|b]] \"] [[x \" [[c|d]] \" ]]\"))");
	assert_tree("![[a:b]]", "(doc (para \"!\" [[a|b]]))");
}
END_TEST

START_TEST(code_and_escaped_brackets_hold_no_records)
{
	assert_tree("`[[a:b]]`", "(doc (para `[[a:b]]`))");
	assert_tree("    [[a:b]]\n", "(doc (block \"[[a:b]]\n\"))");
	assert_tree("\\[[a:b]]", "(doc (para \"[[a:b]]\"))");
	assert_tree("[\\[a:b]]", "(doc (para \"[[a:b]]\"))");
	assert_tree("[[a:b\\]]", "(doc (para \"[[a:b]]\"))");
	assert_tree("&#91;[a:b]] [&#x5b;a:b]] &lsqb;[a:b]] [[a:b&rbrack;]",
	            "(doc (para \"[[a:b]] [[a:b]] [[a:b]] [[a:b]]\"))");
	assert_tree("\\\\[[a:b]] \\[&#91;\\] [[c:d]]", "(doc (para \"\\\" [[a|b]] \" [[] \" [[c|d]]))");
}
END_TEST

START_TEST(record_links_have_exact_places)
{
	assert_places("> я \\* &amp; [[a:b]] c [[d:e]]\n> [[f:g]]\n",
	              "1:1 (doc 1:1 (quote 1:3 (para 1:3 \"я * & \" 1:14 [[a|b]] 1:21 \" c \" 1:24 [[d|e]] nl "
	              "2:3 [[f|g]])))");
}
END_TEST

/* --- faults --- */

START_TEST(raw_html_is_refused_where_it_stands)
{
	assert_diags("я <b>x</b>\n\n<div>\ny\n</div>\n\n> - <!-- c -->\n",
	             "1:3 raw-html 1:7 raw-html 3:1 raw-html 7:5 raw-html");
	assert_outline(parse(SL("a <b>x</b>\n\n<hr>\n"), 1), false, "(doc (para \"a \" \"x\"))");
	assert_diags("x <!-- c --> <?p?> <!D e> <![CDATA[f]]>\n",
	             "1:3 raw-html 1:14 raw-html 1:20 raw-html 1:27 raw-html");
}
END_TEST

START_TEST(raw_html_has_its_place_on_any_line_of_a_paragraph)
{
	assert_diags("> 1. *a*\n>    я <b>\n  <i\nx> <u>\n", "2:8 raw-html 3:3 raw-html 4:4 raw-html");
	assert_diags("[b](\n/v) <b>\\\n<i> `c\nd` <u>\n", "2:5 raw-html 3:1 raw-html 4:4 raw-html");
	assert_diags("## я <b>\n\nx\n<i>\n===\n", "1:6 raw-html 4:1 raw-html");
}
END_TEST

START_TEST(what_only_looks_like_html_is_text)
{
	assert_diags("a < b > c, \\<b>, `<b>`, <https://x.example/>, <a@x.example>, &lt;b&gt;\n\n    <b>\n", "");
}
END_TEST

START_TEST(a_body_that_is_not_utf8_is_refused)
{
	assert_outline(parse(SL("a\n\nя \xFF b\n"), 4), false, "(doc)");
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_int_eq(diags.items[0].id, D_NOT_UTF8);
	ck_assert_uint_eq(diags.items[0].loc.line, 6);
	ck_assert_uint_eq(diags.items[0].loc.col, 3);
}
END_TEST

START_TEST(control_characters_are_refused_raw_and_as_entities)
{
	parse((Slice){"a\0b *c*\n", 8}, 1);
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_int_eq(diags.items[0].id, D_CONTROL_CHARACTER);
	ck_assert_uint_eq(diags.items[0].loc.col, 2);
	assert_diags("я\x0C\n\n*x* &#7; [a](/b&#1;c)\n",
	             "1:2 control-character 3:4 control-character 3:10 control-character");
}
END_TEST

START_TEST(a_byte_order_mark_is_passed_over)
{
	assert_tree("\xEF\xBB\xBF# A\n", "(doc (h1 \"A\"))");
}
END_TEST

START_TEST(deep_nesting_is_refused_once)
{
	static const char *const pieces[] = {">", "> ", "+ ", "1. ", "> - ", "* 1) "};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		Buf b = BUF_INIT;
		repeat(&b, pieces[i], 100000);
		buf_str(&b, "a\n\nb\n");
		parse(buf_slice(&b), 1);
		ck_assert_uint_eq(diags.n, 1);
		ck_assert_int_eq(diags.items[0].id, D_TEXT_DEPTH);
		ck_assert_uint_eq(diags.items[0].loc.line, 1);
		buf_release(&b);
	}
}
END_TEST

START_TEST(deep_nesting_of_moderate_width_is_refused_too)
{
	Buf b = BUF_INIT;
	repeat(&b, "> ", 2 * 98);
	buf_str(&b, "a\n");
	parse(buf_slice(&b), 1);
	ck_assert_uint_eq(diags.n, 0);
	buf_clear(&b);
	repeat(&b, ">", 150);
	buf_str(&b, "a\n");
	parse(buf_slice(&b), 1);
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_int_eq(diags.items[0].id, D_TEXT_DEPTH);
	buf_clear(&b);
	repeat(&b, "*a **b ", 7 * 100);
	repeat(&b, "c** d* ", 14 * 100);
	parse(buf_slice(&b), 1);
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_int_eq(diags.items[0].id, D_TEXT_DEPTH);
	buf_release(&b);
}
END_TEST

START_TEST(hostile_bodies_of_a_mebibyte_are_read_in_no_time)
{
	static const char *const pieces[] = {"[",     "![",    "[[",       "[[a:b]]",         "&#91;",    "\\[",
	                                     "<b>",   "<b ",   "`a",       "*a **a ",         "a|",       "|a\n",
	                                     "|-",    "a\\\n", "a\\\n<b>", "[a](\n/u)<b>",    "[a]: b\n", "<x:y>\n<a",
	                                     "- a\n", "\t",    "> \n",     "[a]: b\nc <b>\n", "# a\n"};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		Buf b = BUF_INIT;
		Buf text = BUF_INIT;
		repeat(&b, pieces[i], 1 << 20);
		markdown_text(&text, parse(buf_slice(&b), 1));
		buf_release(&text);
		buf_release(&b);
	}
}
END_TEST

/* --- text --- */

START_TEST(text_leaves_out_markup_and_records)
{
	Buf b = BUF_INIT;
	markdown_text(
	        &b, parse(SL("# A *b*\n\nc `d`\ne [f](/g) ![h](i) [[mentor:x]]\n\n1. j\n2. k\n\n```\nl\n```\nm\n"), 1));
	ck_assert_str_eq(b.p, "A b\nc d e f h \nj\nk\nl\nm");
	buf_release(&b);
}
END_TEST

START_TEST(text_of_an_inline_is_its_own)
{
	Buf b = BUF_INIT;
	MdNode *doc = parse(SL("a [b *c*](/u)"), 1);
	buf_str(&b, ">");
	markdown_text(&b, doc->first->first->next);
	ck_assert_str_eq(b.p, ">b c");
	buf_release(&b);
}
END_TEST

/* --- regulations as schools write them --- */

static bool is_mark(char c)
{
	return (unsigned char)c < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
}

static void add_letters(Buf *out, Slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!is_mark(s.p[i])) {
			buf_byte(out, s.p[i]);
		}
	}
}

static void add_letters_of(Buf *out, const MdNode *node)
{
	add_letters(out, node->text);
	for (const MdNode *child = node->first; child; child = child->next) {
		add_letters_of(out, child);
	}
}

static void check_regulation(Slice text)
{
	Buf body = BUF_INIT;
	Buf want = BUF_INIT;
	Buf got = BUF_INIT;
	for (size_t i = 0; i < text.n; i++) {
		buf_str(&body, text.p[i] == '<' ? "\\" : "");
		buf_byte(&body, text.p[i]);
	}
	add_letters(&want, text);
	add_letters_of(&got, parse(buf_slice(&body), 1));
	ck_assert_uint_eq(diags.n, 0);
	ck_assert_str_eq(got.p, want.p);
	buf_release(&body);
	buf_release(&want);
	buf_release(&got);
}

START_TEST(nothing_of_a_real_regulation_is_lost_nor_its_numbering)
{
	const char *shared = getenv("RUBRIKA_SHARED");
	Buf path = BUF_INIT;
	buf_printf(&path, "%s/seeds", shared ? shared : "../shared");
	DIR *dir = opendir(path.p);
	if (!dir) {
		printf("check_markdown: skipped the regulations: no folder %s\n", path.p);
		buf_release(&path);
		return;
	}
	for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
		Buf text = BUF_INIT;
		if (slice_ends(slice_of(e->d_name), SL(".txt"))) {
			ck_assert_int_eq(file_read(&text, dirfd(dir), e->d_name, 1 << 20), 0);
			check_regulation(buf_slice(&text));
		}
		buf_release(&text);
	}
	closedir(dir);
	buf_release(&path);
}
END_TEST

UNIT_MAIN("markdown", an_empty_body_is_an_empty_document, every_kind_of_block_is_kept, every_kind_of_inline_is_kept,
          quotes_and_dashes_stay_as_written, lists_tell_order_start_and_tightness, markers_are_kept_as_written,
          texts_are_in_normal_form_c, link_definitions_are_resolved_and_not_shown, blocks_have_exact_places,
          lines_count_from_the_one_given, columns_count_characters, further_lines_have_exact_places_within_containers,
          a_paragraph_begins_after_its_link_definitions, line_ends_that_cmark_does_not_count_shift_no_places,
          links_have_the_place_of_their_first_bracket, record_links_become_records,
          a_bad_shape_with_a_colon_stays_a_record, brackets_without_a_colon_are_text, the_innermost_brackets_count,
          code_and_escaped_brackets_hold_no_records, record_links_have_exact_places,
          raw_html_is_refused_where_it_stands, raw_html_has_its_place_on_any_line_of_a_paragraph,
          what_only_looks_like_html_is_text, a_body_that_is_not_utf8_is_refused,
          control_characters_are_refused_raw_and_as_entities, a_byte_order_mark_is_passed_over,
          deep_nesting_is_refused_once, deep_nesting_of_moderate_width_is_refused_too,
          hostile_bodies_of_a_mebibyte_are_read_in_no_time, text_leaves_out_markup_and_records,
          text_of_an_inline_is_its_own, nothing_of_a_real_regulation_is_lost_nor_its_numbering)
