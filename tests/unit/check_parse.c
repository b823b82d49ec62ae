#include "unit.h"

#include "render/template.h"

/* Compiles `text` as template "page"; the faults in order, as "PATH:LINE:COL: error: TEXT [ID]" lines. */
static void assert_faults_of(const char *text, bool linked, const char *want)
{
	Diags diags;
	Buf out = BUF_INIT;
	TemplateSet *set = templates_new();
	diags_init(&diags);
	templates_add(set, SL("page"), slice_of(text), SL("page"), &diags);
	if (linked) {
		templates_link(set, true, &diags);
	}
	diags_print(&out, &diags, FORMAT_TEXT, LANG_EN, false);
	assert_slice(buf_slice(&out), want);
	buf_release(&out);
	diags_release(&diags);
	templates_free(set);
}

static void assert_strict_faults(const char *text, const char *want)
{
	assert_faults_of(text, true, want);
}

static void assert_syntax(const char *text, const char *want)
{
	assert_faults_of(text, false, want);
}

START_TEST(an_unknown_partial_is_a_fault_of_a_theme_at_its_place)
{
	assert_strict_faults("один\n два {{>none}}{{<absent}}{{/absent}}",
	                     "page:2:6: error: template: there is no file templates/none.mustache "
	                     "[unknown-partial]\n"
	                     "page:2:15: error: template: there is no file templates/absent.mustache "
	                     "[unknown-partial]\n");
}
END_TEST

#define SYNTAX "error: template: "
#define ID " [template-syntax]\n"

START_TEST(values_may_not_stand_where_they_cannot_be_escaped)
{
	assert_strict_faults("<p class={{x}}>",
	                     "page:1:10: " SYNTAX
	                     "'x' stands inside an HTML tag; a value may stand in text or in a quoted attribute" ID);
	assert_strict_faults("<p {{x}}>",
	                     "page:1:4: " SYNTAX
	                     "'x' stands inside an HTML tag; a value may stand in text or in a quoted attribute" ID);
	assert_strict_faults("<{{>page}}>",
	                     "page:1:2: " SYNTAX
	                     "'page' stands inside an HTML tag; a value may stand in text or in a quoted attribute" ID);
	assert_strict_faults("<!-- {{x}} -->", "page:1:6: " SYNTAX "'x' stands inside an HTML comment" ID);
	assert_strict_faults("<style>{{x}}</style>", "page:1:8: " SYNTAX "'x' stands inside <style>" ID);
	assert_strict_faults("<p onclick=\"{{x}}\">",
	                     "page:1:13: " SYNTAX
	                     "'x' stands in an attribute that is executed (on…, style, srcdoc)" ID);
	assert_strict_faults("<script>{{x}}</script>",
	                     "page:1:9: " SYNTAX "'x' stands inside <script>, where only {{{…}}} may" ID);
}
END_TEST

START_TEST(values_may_stand_in_text_and_quotes_and_sections_anywhere)
{
	assert_strict_faults("<p class=\"{{x}}\" title='{{y}}'>{{{z}}}</p><a href=\"{{u}}\">", "");
	assert_strict_faults("<script type=\"application/ld+json\">{{{x}}}</script>", "");
	assert_strict_faults("<p {{#x}}class=\"{{y}}\"{{/x}} {{^x}}hidden{{/x}}>{{z}}", "");
	assert_strict_faults("<!-- {{#x}}{{! no }}{{/x}} -->{{x}}", "");
	assert_strict_faults("{{#x}}<a href=\"{{y}}\">{{/x}}{{z}}{{#x}}</a>{{/x}}", "");
}
END_TEST

START_TEST(a_section_is_taken_to_leave_the_place_it_began_in)
{
	assert_strict_faults("{{#x}}<p {{/x}}{{y}}", "");
	assert_strict_faults("<p {{#x}}>{{/x}}{{y}}",
	                     "page:1:17: " SYNTAX
	                     "'y' stands inside an HTML tag; a value may stand in text or in a quoted attribute" ID);
}
END_TEST

/* --- faults --- */

START_TEST(a_tag_that_is_not_closed_is_located)
{
	assert_syntax("x\nдва {{name\n", "page:2:5: " SYNTAX "the tag '{{name' is not closed" ID);
	assert_syntax("{{{name}}", "page:1:1: " SYNTAX "the tag '{{{name}}' is not closed" ID);
	assert_syntax("{{=<% %>}}", "page:1:1: " SYNTAX "the tag '{{=<% %>}}' is not closed" ID);
}
END_TEST

START_TEST(sections_that_do_not_match_are_located)
{
	assert_syntax("a {{#x}} b", "page:1:3: " SYNTAX "'x' is opened but not closed" ID);
	assert_syntax("a {{/x}} b", "page:1:3: " SYNTAX "'/x' closes what is not open" ID);
	assert_syntax("{{#x}}{{#y}}{{/x}}{{/y}}", "page:1:7: " SYNTAX "'y' is opened but not closed" ID
	                                          "page:1:19: " SYNTAX "'/y' closes what is not open" ID);
}
END_TEST

START_TEST(names_that_are_none_are_located)
{
	assert_syntax("{{ }}", "page:1:1: " SYNTAX "a tag without a name" ID);
	assert_syntax("{{a b}}",
	              "page:1:1: " SYNTAX "'a b' is not a name: words without spaces, joined by dots, are needed" ID);
	assert_syntax("{{a..b}}",
	              "page:1:1: " SYNTAX "'a..b' is not a name: words without spaces, joined by dots, are needed" ID);
	assert_syntax("{{>parts/a.b}}{{#.}}{{/.}}", "");
}
END_TEST

START_TEST(delimiters_that_are_none_are_located)
{
	assert_syntax("{{=<%=}}", "page:1:1: " SYNTAX "bad set-delimiters tag; write, for instance, {{=<% %>=}}" ID);
	assert_syntax("{{=a b c=}}", "page:1:1: " SYNTAX "bad set-delimiters tag; write, for instance, {{=<% %>=}}" ID);
}
END_TEST

UNIT_MAIN("parse", an_unknown_partial_is_a_fault_of_a_theme_at_its_place,
          values_may_not_stand_where_they_cannot_be_escaped, values_may_stand_in_text_and_quotes_and_sections_anywhere,
          a_section_is_taken_to_leave_the_place_it_began_in, a_tag_that_is_not_closed_is_located,
          sections_that_do_not_match_are_located, names_that_are_none_are_located, delimiters_that_are_none_are_located)
