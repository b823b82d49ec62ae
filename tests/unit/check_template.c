#include "unit.h"

#include "render/template.h"

/* A set under test, with what it complains about and a map to render. */
typedef struct Bench {
	TemplateSet *set;
	Diags diags;
	Arena arena;
	Pub *root;
	RenderContext rc;
} Bench;

static void bench_init(Bench *b)
{
	*b = (Bench){.set = templates_new(), .arena = ARENA_INIT, .rc = {.page = SL("news/"), .base = SL("/base/")}};
	diags_init(&b->diags);
	b->root = pub_new_map(&b->arena);
}

static void bench_release(Bench *b)
{
	templates_free(b->set);
	diags_release(&b->diags);
	arena_release(&b->arena);
}

static void add(Bench *b, const char *name, const char *text)
{
	Buf path = BUF_INIT;
	buf_printf(&path, "templates/%s.mustache", name);
	templates_add(b->set, slice_of(name), slice_of(text), buf_slice(&path), &b->diags);
	buf_release(&path);
}

static void set_text(Bench *b, const char *key, const char *text)
{
	pub_set(&b->arena, b->root, key, pub_new_text(&b->arena, slice_of(text)));
}

static void set_html(Bench *b, const char *key, const char *html)
{
	pub_set(&b->arena, b->root, key, pub_new_html(&b->arena, slice_of(html)));
}

/* Renders template "page", linked without the rules of themes. */
static void assert_renders(Bench *b, const char *want)
{
	Buf out = BUF_INIT;
	templates_link(b->set, false, &b->diags);
	template_render(templates_find(b->set, SL("page")), &b->rc, b->root, &out);
	assert_slice(buf_slice(&out), want);
	buf_release(&out);
}

/* --- values --- */

START_TEST(an_empty_text_is_false)
{
	Bench b;
	bench_init(&b);
	set_text(&b, "empty", "");
	set_text(&b, "full", "x");
	add(&b, "page", "{{#empty}}1{{/empty}}{{^empty}}2{{/empty}}{{#full}}3{{/full}}{{^full}}4{{/full}}");
	assert_renders(&b, "23");
	bench_release(&b);
}
END_TEST

START_TEST(zero_is_true)
{
	Bench b;
	bench_init(&b);
	pub_set(&b.arena, b.root, "n", pub_new_int(&b.arena, 0));
	add(&b, "page", "{{#n}}{{.}} {{n}}{{/n}}");
	assert_renders(&b, "0 0");
	bench_release(&b);
}
END_TEST

START_TEST(a_flag_writes_nothing)
{
	Bench b;
	bench_init(&b);
	pub_set(&b.arena, b.root, "flag", pub_new_flag(&b.arena, true));
	add(&b, "page", "[{{flag}}{{#flag}}{{.}}{{/flag}}]");
	assert_renders(&b, "[]");
	bench_release(&b);
}
END_TEST

START_TEST(virtual_fields_are_fields)
{
	Bench b;
	bench_init(&b);
	pub_set(&b.arena, b.root, "start", pub_new_date(&b.arena, date_of(2025, 9, 5)));
	set_text(&b, "name", "x");
	add(&b, "page", "{{start}} {{start.year}} {{#start}}{{iso}}{{name}}{{/start}}{{start.nothing}}");
	assert_renders(&b, "2025-09-05 2025 2025-09-05x");
	bench_release(&b);
}
END_TEST

/* --- what is visible --- */

static const Slice mentors_only[] = {{"mentors/", 8}};
static const PubScope on_mentors = {1, mentors_only};

static const Pub *scoped(Bench *b, const char *text)
{
	Pub *v = pub_new(&b->arena, PUB_TEXT);
	v->as.text = slice_of(text);
	v->scope = &on_mentors;
	return v;
}

START_TEST(a_value_is_seen_only_on_its_pages)
{
	Bench b;
	bench_init(&b);
	pub_set(&b.arena, b.root, "phone", scoped(&b, "+7"));
	add(&b, "page", "[{{phone}}{{#phone}}#{{/phone}}{{^phone}}^{{/phone}}]");
	assert_renders(&b, "[^]");
	b.rc.page = SL("mentors/ivanova/");
	assert_renders(&b, "[+7#]");
	bench_release(&b);
}
END_TEST

START_TEST(a_list_holds_what_is_visible_in_it)
{
	Bench b;
	bench_init(&b);
	const Pub *some[] = {scoped(&b, "a"), pub_new_text(&b.arena, SL("b")), NULL};
	const Pub *none[] = {scoped(&b, "a")};
	pub_set(&b.arena, b.root, "some", pub_new_list(&b.arena, some, 3));
	pub_set(&b.arena, b.root, "none", pub_new_list(&b.arena, none, 1));
	add(&b, "page", "{{#some}}{{.}}{{/some}}|{{#none}}{{.}}{{/none}}{{^none}}empty{{/none}}");
	assert_renders(&b, "b|empty");
	b.rc.page = SL("mentors/");
	assert_renders(&b, "ab|a");
	bench_release(&b);
}
END_TEST

START_TEST(a_withheld_field_reads_like_an_absent_one)
{
	Bench b;
	bench_init(&b);
	Pub *with = pub_new_map(&b.arena);
	pub_set(&b.arena, with, "title", scoped(&b, "inner"));
	pub_set(&b.arena, b.root, "with", with);
	pub_set(&b.arena, b.root, "without", pub_new_map(&b.arena));
	set_text(&b, "title", "outer");
	add(&b, "page",
	    "{{#with}}{{title}}{{/with}} {{#without}}{{title}}{{/without}} [{{with.title}}{{without.title}}]");
	assert_renders(&b, "outer outer []");
	bench_release(&b);
}
END_TEST

START_TEST(a_root_that_is_not_visible_is_empty)
{
	Bench b;
	bench_init(&b);
	set_text(&b, "x", "y");
	b.root->scope = &on_mentors;
	add(&b, "page", "[{{x}}{{.}}{{#.}}{{x}}{{/.}}]");
	assert_renders(&b, "[]");
	bench_release(&b);
}
END_TEST

/* --- escaping --- */

START_TEST(only_markup_of_our_own_passes_unescaped)
{
	Bench b;
	bench_init(&b);
	set_text(&b, "text", "<b>");
	set_html(&b, "html", "<i>");
	add(&b, "page", "{{text}}{{{text}}}{{&text}} {{html}}{{{html}}}{{&html}}");
	assert_renders(&b, "&lt;b&gt;&lt;b&gt;&lt;b&gt; &lt;i&gt;<i><i>");
	bench_release(&b);
}
END_TEST

START_TEST(markup_does_not_pass_into_an_attribute)
{
	Bench b;
	bench_init(&b);
	set_html(&b, "html", "\"><i>");
	add(&b, "page", "<p title=\"{{{html}}}\">{{{html}}}");
	assert_renders(&b, "<p title=\"&quot;&gt;&lt;i&gt;\">\"><i>");
	bench_release(&b);
}
END_TEST

START_TEST(an_address_with_another_scheme_is_not_written)
{
	Bench b;
	bench_init(&b);
	set_text(&b, "bad", "javascript:alert(1)");
	set_text(&b, "good", "https://school.example/?a&b");
	add(&b, "page", "<a href=\"{{bad}}\"><a href=\"{{good}}\"><a title=\"{{bad}}\"><a href=\"#{{bad}}\">");
	assert_renders(&b, "<a href=\"\"><a href=\"https://school.example/?a&amp;b\">"
	                   "<a title=\"javascript:alert(1)\"><a href=\"#javascript:alert(1)\">");
	bench_release(&b);
}
END_TEST

START_TEST(an_address_of_the_site_gets_its_base)
{
	Bench b;
	bench_init(&b);
	pub_set(&b.arena, b.root, "url", pub_new_url(&b.arena, SL("\x01mentors/ivanova/")));
	pub_set(&b.arena, b.root, "bad", pub_new_url(&b.arena, SL("data:x")));
	add(&b, "page", "<a href=\"{{url}}\" title='{{url}}'>{{{url}}}<a href=\"{{bad}}\">");
	assert_renders(&b, "<a href=\"/base/mentors/ivanova/\" title='/base/mentors/ivanova/'>/base/mentors/ivanova/"
	                   "<a href=\"\">");
	bench_release(&b);
}
END_TEST

START_TEST(a_script_takes_markup_of_our_own_alone)
{
	Bench b;
	bench_init(&b);
	set_html(&b, "json", "{\"a\": 1}");
	set_text(&b, "text", "alert(1)");
	add(&b, "page", "<script type=\"application/ld+json\">{{{json}}}{{json}}{{{text}}}{{text}}</script>{{text}}");
	assert_renders(&b, "<script type=\"application/ld+json\">{\"a\": 1}</script>alert(1)");
	bench_release(&b);
}
END_TEST

START_TEST(the_place_of_a_block_is_that_of_its_argument)
{
	Bench b;
	bench_init(&b);
	set_text(&b, "bad", "javascript:x");
	set_html(&b, "html", "<i>");
	add(&b, "layout", "<a href=\"{{$link}}/{{/link}}\" title=\"{{>part}}\">{{$body}}{{/body}}");
	add(&b, "part", "{{{html}}}");
	add(&b, "page", "{{<layout}}{{$link}}{{bad}}{{/link}}{{$body}}{{{html}}}{{bad}}{{/body}}{{/layout}}");
	assert_renders(&b, "<a href=\"\" title=\"&lt;i&gt;\"><i>javascript:x");
	bench_release(&b);
}
END_TEST

START_TEST(text_has_russian_typography_and_attributes_have_not)
{
	Bench b;
	bench_init(&b);
	Locale *locale = locale_new("ru");
	b.rc.locale = locale;
	set_text(&b, "x", "№ 1");
	pub_set(&b.arena, b.root, "n", pub_new_int(&b.arena, 12500));
	add(&b, "page", "<p title=\"{{x}} {{n}}\">{{x}}");
	assert_renders(&b, "<p title=\"№ 1 12500\">№\xC2\xA0"
	                   "1");
	b.rc.plain = true;
	assert_renders(&b, "<p title=\"№ 1 12500\">№ 1");
	locale_free(locale);
	bench_release(&b);
}
END_TEST

/* --- bounds --- */

START_TEST(a_template_that_includes_itself_comes_to_an_end)
{
	Bench b;
	bench_init(&b);
	add(&b, "page", "{{>page}}");
	assert_renders(&b, "");
	add(&b, "page", "{{#.}}{{>page}}{{/.}}");
	assert_renders(&b, "");
	bench_release(&b);
}
END_TEST

START_TEST(a_template_that_includes_itself_twice_comes_to_an_end)
{
	Bench b;
	bench_init(&b);
	add(&b, "page", "{{>page}}{{>page}}");
	assert_renders(&b, "");
	bench_release(&b);
}
END_TEST

START_TEST(a_block_inside_its_own_argument_comes_to_an_end)
{
	Bench b;
	bench_init(&b);
	add(&b, "layout", "({{$a}}default{{/a}})");
	add(&b, "page", "{{<layout}}{{$a}}x{{$a}}y{{/a}}{{/a}}{{/layout}}");
	assert_renders(&b, "(xy)");
	bench_release(&b);
}
END_TEST

START_TEST(a_tree_of_some_depth_is_rendered_whole)
{
	Bench b;
	bench_init(&b);
	Pub *leaf = pub_new_map(&b.arena);
	pub_set(&b.arena, leaf, "child", pub_new_flag(&b.arena, false));
	const Pub *child = leaf;
	for (int i = 0; i < 100; i++) {
		Pub *node = pub_new_map(&b.arena);
		pub_set(&b.arena, node, "child", child);
		child = node;
	}
	pub_set(&b.arena, b.root, "child", child);
	Buf want = BUF_INIT;
	for (int i = 0; i < 101; i++) {
		buf_byte(&want, 'x');
	}
	add(&b, "page", "{{#child}}x{{>page}}{{/child}}");
	assert_renders(&b, want.p);
	buf_release(&want);
	bench_release(&b);
}
END_TEST

START_TEST(tags_nested_too_deeply_are_a_fault)
{
	Bench b;
	Buf text = BUF_INIT;
	bench_init(&b);
	for (int i = 0; i < 65; i++) {
		buf_str(&text, "{{#.}}");
	}
	add(&b, "page", text.p);
	ck_assert_uint_ge(b.diags.n, 1);
	ck_assert_uint_eq(b.diags.items[0].loc.col, 64 * 6 + 1);
	assert_renders(&b, "");
	buf_release(&text);
	bench_release(&b);
}
END_TEST

/* --- sets --- */

START_TEST(a_second_template_of_a_name_replaces_the_first_everywhere)
{
	Bench b;
	bench_init(&b);
	add(&b, "part", "old");
	add(&b, "page", "[{{>part}}]");
	assert_renders(&b, "[old]");
	add(&b, "part", "new");
	assert_renders(&b, "[new]");
	bench_release(&b);
}
END_TEST

START_TEST(the_bytes_of_a_template_are_copied)
{
	Bench b;
	char text[] = "text {{x}}";
	bench_init(&b);
	set_text(&b, "x", "1");
	add(&b, "page", text);
	memset(text, '?', sizeof text - 1);
	assert_renders(&b, "text 1");
	ck_assert_ptr_null(templates_find(b.set, SL("other")));
	bench_release(&b);
}
END_TEST

START_TEST(a_faulty_template_still_renders)
{
	Bench b;
	bench_init(&b);
	set_text(&b, "x", "1");
	add(&b, "page", "{{#x}}{{x}}{{/y}}{{a b}}{{x");
	assert_renders(&b, "1{{x");
	bench_release(&b);
}
END_TEST

/* --- indentation beyond the specification's examples --- */

START_TEST(indentation_adds_up_through_partials_and_blocks)
{
	Bench b;
	bench_init(&b);
	set_text(&b, "x", "1\n2");
	add(&b, "inner", "<i>\n{{x}}\n</i>\n");
	add(&b, "layout", "<main>\n  {{$body}}\n  {{/body}}\n</main>\n");
	add(&b, "part", "{{<layout}}\n{{$body}}\n      <b>\n        {{>inner}}\n      </b>\n{{/body}}\n{{/layout}}\n");
	add(&b, "page", "<body>\n  {{>part}}\n</body>\n");
	assert_renders(&b, "<body>\n"
	                   "  <main>\n"
	                   "    <b>\n"
	                   "      <i>\n"
	                   "      1\n2\n"
	                   "      </i>\n"
	                   "    </b>\n"
	                   "  </main>\n"
	                   "</body>\n");
	bench_release(&b);
}
END_TEST

START_TEST(a_default_keeps_its_own_indentation)
{
	Bench b;
	bench_init(&b);
	add(&b, "page", "a\n  {{$x}}\n      b\n    c\n\n  {{/x}}\n{{$y}}d{{/y}}\n");
	assert_renders(&b, "a\n      b\n    c\n\nd\n");
	bench_release(&b);
}
END_TEST

START_TEST(an_argument_inside_a_line_is_not_indented)
{
	Bench b;
	bench_init(&b);
	add(&b, "layout", "  <title>{{$t}}x{{/t}}</title>\n");
	add(&b, "page", "  {{<layout}}\n    {{$t}}\n    one\n    two{{/t}}\n  {{/layout}}\nend");
	assert_renders(&b, "    <title>one\n  two</title>\nend");
	bench_release(&b);
}
END_TEST

START_TEST(arguments_reach_through_ordinary_partials)
{
	Bench b;
	bench_init(&b);
	add(&b, "part", "{{$x}}default{{/x}}");
	add(&b, "layout", "({{>part}})");
	add(&b, "page", "{{<layout}}{{$x}}given{{/x}}{{/layout}}{{>part}}");
	assert_renders(&b, "(given)default");
	bench_release(&b);
}
END_TEST

UNIT_MAIN("template", a_faulty_template_still_renders, an_empty_text_is_false, zero_is_true, a_flag_writes_nothing,
          virtual_fields_are_fields, a_value_is_seen_only_on_its_pages, a_list_holds_what_is_visible_in_it,
          a_withheld_field_reads_like_an_absent_one, a_root_that_is_not_visible_is_empty,
          only_markup_of_our_own_passes_unescaped, markup_does_not_pass_into_an_attribute,
          an_address_with_another_scheme_is_not_written, an_address_of_the_site_gets_its_base,
          a_script_takes_markup_of_our_own_alone, the_place_of_a_block_is_that_of_its_argument,
          text_has_russian_typography_and_attributes_have_not, a_template_that_includes_itself_comes_to_an_end,
          a_template_that_includes_itself_twice_comes_to_an_end, a_block_inside_its_own_argument_comes_to_an_end,
          a_tree_of_some_depth_is_rendered_whole, tags_nested_too_deeply_are_a_fault,
          a_second_template_of_a_name_replaces_the_first_everywhere, the_bytes_of_a_template_are_copied,
          indentation_adds_up_through_partials_and_blocks, a_default_keeps_its_own_indentation,
          an_argument_inside_a_line_is_not_indented, arguments_reach_through_ordinary_partials)
