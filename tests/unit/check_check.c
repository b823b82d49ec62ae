#include "unit.h"

#include "render/template.h"

#define FIELD(field_name, field_type, is_list, of)                                                            \
	{                                                                                                     \
		.name = {field_name, sizeof field_name - 1}, .type = field_type, .list = is_list, .shape = of \
	}
#define SHAPE(shape_name, fields_of)                                              \
	{                                                                         \
		.name = {shape_name, sizeof shape_name - 1}, .fields = fields_of, \
		.n = sizeof fields_of / sizeof *fields_of                         \
	}

static const PubShape settings_shape = {.name = {"settings", 8}, .open = true};

static const PubField order_fields[] = {
        FIELD("number", PUB_TEXT, false, NULL),
        FIELD("date", PUB_DATE, false, NULL),
};
static const PubShape order_shape = SHAPE("order", order_fields);

static const PubShape mentor_shape;
static const PubField mentor_fields[] = {
        FIELD("name", PUB_TEXT, false, NULL),
        FIELD("photo", PUB_MEDIA, false, NULL),
        FIELD("order", PUB_MAP, false, &order_shape),
        FIELD("subjects", PUB_TEXT, true, NULL),
        FIELD("friends", PUB_RECORD, true, &mentor_shape),
};
static const PubShape mentor_shape = SHAPE("mentor", mentor_fields);

static const PubField page_fields[] = {
        FIELD("title", PUB_TEXT, false, NULL),
        FIELD("mentor", PUB_RECORD, false, &mentor_shape),
        FIELD("mentors", PUB_RECORD, true, &mentor_shape),
        FIELD("updated", PUB_DATE, false, NULL),
        FIELD("settings", PUB_MAP, false, &settings_shape),
        FIELD("flag", PUB_BOOL, false, NULL),
};
static const PubShape page_shape = SHAPE("page", page_fields);

typedef struct Bench {
	TemplateSet *set;
	Diags diags;
} Bench;

static void bench_init(Bench *b)
{
	b->set = templates_new();
	diags_init(&b->diags);
}

static void bench_release(Bench *b)
{
	templates_free(b->set);
	diags_release(&b->diags);
}

static void add(Bench *b, const char *name, const char *text)
{
	templates_add(b->set, slice_of(name), slice_of(text), slice_of(name), &b->diags);
}

/* Checks template "page"; the unknown variables, in order, as "TEMPLATE:LINE:COL NAME" words. */
static void assert_unknown(Bench *b, const char *want)
{
	Buf got = BUF_INIT;
	templates_link(b->set, false, &b->diags);
	template_check(templates_find(b->set, SL("page")), &page_shape, &b->diags);
	for (size_t i = 0; i < b->diags.n; i++) {
		const Diag *d = &b->diags.items[i];
		ck_assert_int_eq(d->id, D_UNKNOWN_VARIABLE);
		buf_printf(&got, "%s%.*s:%u:%u %.*s", i ? " " : "", SLICE_ARG(d->loc.path), d->loc.line, d->loc.col,
		           SLICE_ARG(d->argv[0]));
	}
	assert_slice(buf_slice(&got), want);
	buf_release(&got);
}

static void assert_page(const char *text, const char *want)
{
	Bench b;
	bench_init(&b);
	add(&b, "page", text);
	assert_unknown(&b, want);
	bench_release(&b);
}

START_TEST(what_the_shape_has_is_known)
{
	assert_page("{{title}}{{{title}}}{{updated}}{{#flag}}x{{/flag}}{{^flag}}y{{/flag}}{{.}}", "");
}
END_TEST

START_TEST(what_the_shape_has_not_is_reported_at_its_place)
{
	assert_page("{{title}}\n  {{titel}}", "page:2:3 titel");
	assert_page("{{#flga}}{{titel}}{{/flga}}", "page:1:1 flga page:1:10 titel");
	assert_page("{{^flga}}{{titel}}{{/flga}}", "page:1:1 flga page:1:10 titel");
}
END_TEST

START_TEST(a_section_over_a_record_or_map_enters_it)
{
	assert_page("{{#mentor}}{{name}} {{title}}{{#order}}{{number}}{{name}}{{/order}}{{/mentor}}", "");
	assert_page("{{#mentor}}{{number}}{{/mentor}}{{name}}", "page:1:12 number page:1:33 name");
}
END_TEST

START_TEST(a_section_over_a_list_enters_its_items)
{
	assert_page("{{#mentors}}{{name}}{{#subjects}}{{.}}{{name}}{{/subjects}}{{/mentors}}", "");
	assert_page("{{#mentors}}{{#subjects}}{{title}}{{id}}{{/subjects}}{{/mentors}}", "page:1:35 id");
}
END_TEST

START_TEST(an_inverted_section_enters_nothing)
{
	assert_page("{{^mentor}}{{name}}{{/mentor}}", "page:1:12 name");
}
END_TEST

START_TEST(each_part_of_a_dotted_name_is_proved)
{
	assert_page("{{mentor.name}}{{mentor.order.date.iso}}{{#mentor.order}}{{date}}{{/mentor.order}}", "");
	assert_page("{{mentor.nmae}}", "page:1:1 mentor.nmae");
	assert_page("{{mentor.order.nmae}}", "page:1:1 mentor.order.nmae");
	assert_page("{{mentors.name}}", "page:1:1 mentors.name");
	assert_page("{{title.name}}", "page:1:1 title.name");
}
END_TEST

START_TEST(virtual_fields_are_known_where_their_value_is)
{
	assert_page("{{updated.iso}}{{#updated}}{{day}}{{title}}{{/updated}}", "");
	assert_page("{{#mentor}}{{#photo}}{{{img}}}{{href}}{{/photo}}{{photo.width}}{{/mentor}}", "");
	assert_page("{{updated.hour}}{{#updated}}{{img}}{{/updated}}", "page:1:1 updated.hour page:1:29 img");
}
END_TEST

START_TEST(a_map_with_free_keys_has_any)
{
	assert_page("{{settings.accent}}{{#settings}}{{anything}}{{title}}{{mentor.name}}{{/settings}}", "");
	assert_page("{{settings.accent.deep}}", "page:1:1 settings.accent.deep");
	assert_page("{{#settings}}{{mentor.nmae}}{{/settings}}", "page:1:14 mentor.nmae");
}
END_TEST

START_TEST(a_partial_is_checked_where_it_is_included)
{
	Bench b;
	bench_init(&b);
	add(&b, "card", "{{name}}");
	add(&b, "page", "{{#mentor}}{{>card}}{{/mentor}}");
	assert_unknown(&b, "");
	add(&b, "page", "{{#mentor}}{{>card}}{{/mentor}}{{>card}}{{>card}}{{>none}}");
	assert_unknown(&b, "card:1:1 name");
	bench_release(&b);
}
END_TEST

START_TEST(an_unused_template_is_not_checked)
{
	Bench b;
	bench_init(&b);
	add(&b, "other", "{{nothing}}");
	add(&b, "page", "{{title}}");
	assert_unknown(&b, "");
	bench_release(&b);
}
END_TEST

START_TEST(defaults_and_arguments_are_both_checked)
{
	Bench b;
	bench_init(&b);
	add(&b, "layout", "{{#mentor}}{{$body}}{{name}}{{one}}{{/body}}{{/mentor}}");
	add(&b, "page", "{{<layout}}\n{{$body}}{{name}}{{two}}{{/body}}{{/layout}}");
	assert_unknown(&b, "page:2:18 two layout:1:29 one");
	bench_release(&b);
}
END_TEST

START_TEST(an_argument_of_an_outer_parent_is_checked_too)
{
	Bench b;
	bench_init(&b);
	add(&b, "base", "{{$a}}{{/a}}{{$b}}{{/b}}");
	add(&b, "layout", "{{<base}}{{$a}}[{{$c}}{{/c}}]{{/a}}{{/base}}");
	add(&b, "page", "{{<layout}}{{$c}}{{one}}{{/c}}{{$b}}{{two}}{{/b}}{{/layout}}");
	assert_unknown(&b, "page:1:18 one page:1:37 two");
	bench_release(&b);
}
END_TEST

START_TEST(recursion_over_data_comes_to_an_end)
{
	Bench b;
	bench_init(&b);
	add(&b, "node", "{{name}}{{nmae}}{{#friends}}{{>node}}{{/friends}}");
	add(&b, "page", "{{#mentors}}{{>node}}{{/mentors}}{{>page}}");
	assert_unknown(&b, "node:1:9 nmae");
	bench_release(&b);
}
END_TEST

START_TEST(recursion_by_two_ways_comes_to_an_end)
{
	Bench b;
	bench_init(&b);
	add(&b, "node", "{{nmae}}{{#friends}}{{>node}}{{/friends}}{{#order}}{{>node}}{{/order}}");
	add(&b, "page", "{{#mentors}}{{>node}}{{/mentors}}");
	assert_unknown(&b, "node:1:1 nmae");
	bench_release(&b);
}
END_TEST

START_TEST(parents_that_expand_each_other_come_to_an_end)
{
	Bench b;
	bench_init(&b);
	add(&b, "one", "{{$x}}{{a}}{{/x}}{{<two}}{{$y}}{{b}}{{/y}}{{/two}}");
	add(&b, "two", "{{$y}}{{c}}{{/y}}{{<one}}{{$x}}{{d}}{{/x}}{{/one}}");
	add(&b, "page", "{{>one}}");
	assert_unknown(&b, "one:1:7 a one:1:32 b two:1:7 c two:1:32 d");
	bench_release(&b);
}
END_TEST

START_TEST(many_inclusions_of_one_partial_are_walked_once)
{
	Bench b;
	bench_init(&b);
	add(&b, "p0", "{{x}}");
	for (int i = 1; i <= 60; i++) {
		Buf name = BUF_INIT;
		Buf text = BUF_INIT;
		buf_printf(&name, "p%d", i);
		buf_printf(&text, "{{>p%d}}{{>p%d}}", i - 1, i - 1);
		add(&b, name.p, text.p);
		buf_release(&name);
		buf_release(&text);
	}
	add(&b, "page", "{{>p60}}");
	assert_unknown(&b, "p0:1:1 x");
	bench_release(&b);
}
END_TEST

UNIT_MAIN("check", what_the_shape_has_is_known, what_the_shape_has_not_is_reported_at_its_place,
          a_section_over_a_record_or_map_enters_it, a_section_over_a_list_enters_its_items,
          an_inverted_section_enters_nothing, each_part_of_a_dotted_name_is_proved,
          virtual_fields_are_known_where_their_value_is, a_map_with_free_keys_has_any,
          a_partial_is_checked_where_it_is_included, an_unused_template_is_not_checked,
          defaults_and_arguments_are_both_checked, an_argument_of_an_outer_parent_is_checked_too,
          recursion_over_data_comes_to_an_end, recursion_by_two_ways_comes_to_an_end,
          parents_that_expand_each_other_come_to_an_end, many_inclusions_of_one_partial_are_walked_once)
