#include "sample.h"
#include "unit.h"

#include <jansson.h>

#define BASE "https://school.example/nast/"

static json_t *parsed(Sample *s, const char *path)
{
	sample_products(s, export_products);
	Slice text = sample_file(s, path);
	json_error_t error;
	json_t *root = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &error);
	ck_assert_msg(root, "%s:%d: %s", path, error.line, error.text);
	return root;
}

static json_t *data(Sample *s)
{
	return parsed(s, "data/rubric.json");
}

/* First item of a list. */
static json_t *first(json_t *root, const char *kind)
{
	json_t *item = json_array_get(json_object_get(root, kind), 0);
	ck_assert_ptr_nonnull(item);
	return item;
}

static const char *text(const json_t *object, const char *key)
{
	const char *value = json_string_value(json_object_get(object, key));
	return value ? value : "(no text)";
}

/* --- form of the file --- */

START_TEST(the_file_begins_with_its_version_and_has_a_list_for_each_kind_in_order)
{
	Sample s;
	sample_init(&s);
	json_t *root = data(&s);
	Slice bytes = buf_slice(&s.out);
	size_t at = 0;
	ck_assert_str_eq(text(root, "version"), "1");
	ck_assert_str_eq(text(json_object_get(root, "site"), "title"), "Наставничество");
	for (int kind = 0; kind < PUB_KINDS; kind++) {
		Slice key = arena_printf(&s.site.arena, "\n  \"%s\": [", pub_kind_name((PubKind)kind));
		size_t next = slice_find(bytes, key, at);
		ck_assert_uint_lt(next, bytes.n);
		at = next;
	}
	ck_assert_ptr_null(json_object_get(root, "roadmap"));
	json_decref(root);
	sample_release(&s);
}
END_TEST

START_TEST(kinds_that_no_section_shows_are_empty_and_pages_are_always_there)
{
	Sample s;
	sample_init(&s);
	sample_news(&s, "first", "Первая", date_of(2025, 9, 1));
	sample_record(&s, PUB_PAGES, "about");
	sample_text(&s, "title", "О разделе");
	json_t *root = data(&s);
	ck_assert_uint_eq(json_array_size(json_object_get(root, "news")), 0);
	ck_assert_uint_eq(json_array_size(json_object_get(root, "pages")), 1);
	json_decref(root);
	sample_section(&s, SECTION_NEWS);
	root = data(&s);
	ck_assert_uint_eq(json_array_size(json_object_get(root, "news")), 1);
	json_decref(root);
	sample_release(&s);
}
END_TEST

START_TEST(portfolios_alone_have_the_registry_built)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_PORTFOLIOS);
	sample_record(&s, PUB_MENTORS, "ivanova");
	sample_text(&s, "name", "Иванова М. П.");
	json_t *root = data(&s);
	ck_assert_str_eq(text(first(root, "mentors"), "name"), "Иванова М. П.");
	json_decref(root);
	sample_release(&s);
}
END_TEST

START_TEST(totals_and_breakdowns_are_those_that_the_site_shows)
{
	static const PubCell cells[] = {{{"педагог", 14}, 7}, {{NULL, 0}, 6}};
	static const PubBreakdown breakdown = {"programmes_by_form", cells, 2, true};
	Sample s;
	sample_init(&s);
	s.site.mentors = 3;
	s.site.mentees = 4;
	s.site.breakdowns = &breakdown;
	s.site.breakdown_count = 1;
	sample_section(&s, SECTION_MENTORS);
	json_t *root = data(&s);
	ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(root, "totals"), "mentors")), 3);
	ck_assert_ptr_null(json_object_get(json_object_get(root, "totals"), "mentees"));
	ck_assert_uint_eq(json_array_size(json_object_get(root, "breakdowns")), 0);
	json_decref(root);
	sample_section(&s, SECTION_STATS);
	root = data(&s);
	ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(root, "totals"), "mentees")), 4);
	json_t *cell = json_array_get(json_object_get(first(root, "breakdowns"), "cells"), 1);
	ck_assert_str_eq(text(cell, "title"), "others");
	ck_assert_int_eq(json_integer_value(json_object_get(cell, "count")), 6);
	json_decref(root);
	sample_release(&s);
}
END_TEST

/* --- values --- */

START_TEST(values_are_plain)
{
	Sample s;
	sample_init(&s);
	Arena *a = &s.site.arena;
	sample_section(&s, SECTION_EVENTS);
	sample_record(&s, PUB_EVENTS, "vstrecha");
	sample_text(&s, "title", "Встреча № 5");
	sample_moment(&s, "start", "2025-09-01T15:00");
	sample_set(&s, "form", pub_new_term(a, SL("onsite"), SL("очно")));
	sample_set(&s, "cancelled", pub_new_flag(a, true));
	sample_set(&s, "registration", pub_new_url(a, SL("/zapis/")));
	sample_html(&s, "body", "<p><a href=\"\x01news/\">новости</a>, <a href=\"/sveden/\">сведения</a></p>");
	sample_set(&s, "toc", pub_new_list(a, NULL, 0));
	json_t *root = data(&s);
	json_t *item = first(root, "events");
	ck_assert_str_eq(text(item, "id"), "vstrecha");
	ck_assert_str_eq(text(item, "url"), BASE "events/vstrecha/");
	ck_assert_str_eq(text(item, "title"), "Встреча № 5");
	ck_assert_str_eq(text(item, "start"), "2025-09-01T15:00");
	ck_assert_str_eq(text(item, "form"), "onsite");
	ck_assert(json_is_true(json_object_get(item, "cancelled")));
	ck_assert_str_eq(text(item, "registration"), "https://school.example/zapis/");
	ck_assert_str_eq(text(item, "body"), "<p><a href=\"" BASE "news/\">новости</a>, "
	                                     "<a href=\"https://school.example/sveden/\">сведения</a></p>");
	ck_assert_ptr_null(json_object_get(item, "toc"));
	json_decref(root);
	sample_release(&s);
}
END_TEST

START_TEST(another_record_is_referred_to_by_what_finds_it)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_record(&s, PUB_PROGRAMMES, "2025-03");
	sample_text(&s, "title", "Первые шаги");
	const Pub *programme = &s.last->self;
	sample_news(&s, "first", "Первая", date_of(2025, 9, 1));
	sample_set(&s, "programme", programme);
	json_t *root = data(&s);
	json_t *reference = json_object_get(first(root, "news"), "programme");
	ck_assert_str_eq(text(reference, "number"), "2025-03");
	ck_assert_str_eq(text(reference, "title"), "Первые шаги");
	ck_assert_ptr_null(json_object_get(reference, "url"));
	json_decref(root);
	sample_section(&s, SECTION_PROGRAMMES);
	root = data(&s);
	ck_assert_str_eq(text(json_object_get(first(root, "news"), "programme"), "url"), BASE "programmes/2025-03/");
	json_decref(root);
	sample_release(&s);
}
END_TEST

START_TEST(an_act_has_the_address_of_its_page_and_that_of_its_text)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_DOCUMENTS);
	sample_record(&s, PUB_DOCUMENTS, "fed-273");
	sample_set(&s, "link", pub_new_url(&s.site.arena, SL("https://pravo.example/273")));
	sample_record(&s, PUB_DOCUMENTS, "prikaz");
	json_t *root = data(&s);
	ck_assert_str_eq(text(first(root, "documents"), "url"), BASE "documents/fed-273/");
	ck_assert_str_eq(text(first(root, "documents"), "link"), "https://pravo.example/273");
	ck_assert_ptr_null(json_object_get(json_array_get(json_object_get(root, "documents"), 1), "link"));
	json_decref(root);
	sample_release(&s);
}
END_TEST

static void add_media(Sample *s, const PubMedia *picture, const PubMedia *file)
{
	Pub *image = pub_new(&s->site.arena, PUB_MEDIA);
	Pub *paper = pub_new(&s->site.arena, PUB_MEDIA);
	image->as.media = picture;
	paper->as.media = file;
	sample_record(s, PUB_CASES, "opyt");
	sample_set(s, "media", sample_list(s, image, paper));
}

START_TEST(media_say_where_they_are_and_what)
{
	PubVariant made = {SL("media/3f2a.webp"), 800, 600};
	struct PubPicture picture_out = {.original = &made, .original_count = 1};
	struct PubPicture file_out = {.path = SL("media/план.1f3c.pdf"), .size = 245760};
	Sample s;
	sample_init(&s);
	PubMedia picture = {.type = MEDIA_WEBP,
	                    .ext = SL("webp"),
	                    .out = &picture_out,
	                    .alt = sample_only_on(&s, pub_new_text(&s.site.arena, SL("ИВАНОВА")), "mentors/")};
	PubMedia file = {.type = MEDIA_FILE, .stem = SL("план"), .ext = SL("pdf"), .out = &file_out};
	sample_section(&s, SECTION_CASES);
	add_media(&s, &picture, &file);
	json_t *root = data(&s);
	json_t *media = json_object_get(first(root, "cases"), "media");
	json_t *image = json_array_get(media, 0);
	json_t *paper = json_array_get(media, 1);
	ck_assert_str_eq(text(image, "url"), BASE "media/3f2a.webp");
	ck_assert_str_eq(text(image, "type"), "image/webp");
	ck_assert_str_eq(text(image, "alt"), "");
	ck_assert_int_eq(json_integer_value(json_object_get(image, "width")), 800);
	ck_assert_str_eq(text(paper, "url"), BASE "media/%D0%BF%D0%BB%D0%B0%D0%BD.1f3c.pdf");
	ck_assert_str_eq(text(paper, "title"), "план");
	ck_assert_str_eq(text(paper, "format"), "PDF");
	ck_assert_int_eq(json_integer_value(json_object_get(paper, "bytes")), 245760);
	json_decref(root);
	sample_release(&s);
}
END_TEST

/* --- rule 1: the page that the entry points to --- */

START_TEST(a_name_is_that_of_the_page_the_entry_points_to)
{
	Sample s;
	sample_init(&s);
	Arena *a = &s.site.arena;
	sample_section(&s, SECTION_MENTORS);
	sample_section(&s, SECTION_PROGRAMMES);
	const Pub *full = sample_person(&s, "Иванова Мария Петровна", false);
	const Pub *who = sample_either(&s, full, "mentors/", sample_person(&s, "Наставник", true));
	sample_record(&s, PUB_MENTORS, "ivanova");
	sample_set(&s, "name",
	           sample_either(&s, pub_new_text(a, SL("Иванова Мария Петровна")), "mentors/",
	                         pub_new_text(a, SL("Наставник"))));
	sample_record(&s, PUB_PROGRAMMES, "2025-03");
	sample_set(&s, "mentors", sample_list(&s, who, NULL));
	json_t *root = data(&s);
	ck_assert_str_eq(text(first(root, "mentors"), "name"), "Иванова Мария Петровна");
	json_t *mentor = json_array_get(json_object_get(first(root, "programmes"), "mentors"), 0);
	ck_assert_str_eq(text(mentor, "name"), "Наставник");
	ck_assert(json_is_true(json_object_get(mentor, "anonymous")));
	json_decref(root);
	sample_release(&s);
}
END_TEST

START_TEST(what_may_not_stand_on_its_page_leaves_no_trace)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_MENTORS);
	sample_record(&s, PUB_MENTORS, "ivanova");
	Pub *order = pub_new_map(&s.site.arena);
	pub_set(&s.site.arena, order, "number", sample_only_on(&s, pub_new_text(&s.site.arena, SL("СЕКРЕТ")), "news/"));
	sample_text_on(&s, "phone", "СЕКРЕТ", "programmes/");
	sample_set(&s, "order", order);
	sample_set(&s, "subjects",
	           sample_list(&s, sample_only_on(&s, pub_new_text(&s.site.arena, SL("СЕКРЕТ")), "news/"), NULL));
	sample_record(&s, PUB_MENTORS, "petrova");
	s.last->self.scope = sample_scope(&s, "programmes/");
	json_t *root = data(&s);
	assert_lacks(buf_slice(&s.out), "СЕКРЕТ");
	assert_lacks(buf_slice(&s.out), "petrova");
	ck_assert_uint_eq(json_object_size(first(root, "mentors")), 2);
	json_decref(root);
	sample_release(&s);
}
END_TEST

START_TEST(rows_without_a_page_are_judged_by_the_list_that_shows_them)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_MENTEES);
	sample_record(&s, PUB_MENTEES, NULL);
	sample_text_on(&s, "name", "Сидоров П.", "mentees/");
	sample_text_on(&s, "class", "СЕКРЕТ", "programmes/");
	json_t *root = data(&s);
	ck_assert_str_eq(text(first(root, "mentees"), "name"), "Сидоров П.");
	ck_assert_str_eq(text(first(root, "mentees"), "url"), BASE "mentees/");
	assert_lacks(buf_slice(&s.out), "СЕКРЕТ");
	json_decref(root);
	sample_release(&s);
}
END_TEST

/* --- the schema, and a validator of the part of it that we use --- */

static bool valid(const json_t *schema, const json_t *value, const json_t *root);

static bool is_of_type(const char *type, const json_t *value)
{
	return strcmp(type, "object") == 0    ? json_is_object(value)
	       : strcmp(type, "array") == 0   ? json_is_array(value)
	       : strcmp(type, "string") == 0  ? json_is_string(value)
	       : strcmp(type, "integer") == 0 ? json_is_integer(value)
	       : strcmp(type, "boolean") == 0 ? json_is_boolean(value)
	                                      : false;
}

static bool properties_valid(const json_t *schema, const json_t *value, const json_t *root)
{
	const json_t *properties = json_object_get(schema, "properties");
	const json_t *others = json_object_get(schema, "additionalProperties");
	const char *key;
	json_t *item;
	json_object_foreach((json_t *)value, key, item)
	{
		const json_t *own = json_object_get(properties, key);
		if (own ? !valid(own, item, root) : json_is_false(others) || !valid(others, item, root)) {
			return false;
		}
	}
	return true;
}

static bool required_present(const json_t *schema, const json_t *value)
{
	size_t i;
	json_t *name;
	json_array_foreach(json_object_get(schema, "required"), i, name)
	{
		if (!json_object_get(value, json_string_value(name))) {
			return false;
		}
	}
	return true;
}

static bool items_valid(const json_t *schema, const json_t *value, const json_t *root)
{
	size_t i;
	json_t *item;
	json_array_foreach(value, i, item)
	{
		if (!valid(json_object_get(schema, "items"), item, root)) {
			return false;
		}
	}
	return true;
}

static bool any_valid(const json_t *options, const json_t *value, const json_t *root)
{
	size_t i;
	json_t *option;
	json_array_foreach(options, i, option)
	{
		if (valid(option, value, root)) {
			return true;
		}
	}
	return false;
}

static bool format_valid(const char *format, const char *value)
{
	Date date;
	return strcmp(format, "date") != 0 || date_parse(&date, slice_of(value));
}

static bool valid(const json_t *schema, const json_t *value, const json_t *root)
{
	const char *ref = json_string_value(json_object_get(schema, "$ref"));
	const char *type = json_string_value(json_object_get(schema, "type"));
	const char *format = json_string_value(json_object_get(schema, "format"));
	const json_t *only = json_object_get(schema, "const");
	const json_t *options = json_object_get(schema, "anyOf");
	if (ref) {
		return valid(json_object_get(json_object_get(root, "$defs"), ref + strlen("#/$defs/")), value, root);
	}
	return (!only || json_equal(only, value)) && (!options || any_valid(options, value, root)) &&
	       (!type || is_of_type(type, value)) && (!format || format_valid(format, json_string_value(value))) &&
	       (!json_is_object(value) || (properties_valid(schema, value, root) && required_present(schema, value))) &&
	       (!json_is_array(value) || items_valid(schema, value, root));
}

static void fill(Sample *s)
{
	Arena *a = &s->site.arena;
	for (int section = 0; section < PUB_SECTIONS; section++) {
		sample_section(s, (PubSection)section);
	}
	sample_record(s, PUB_MENTORS, "ivanova");
	sample_text(s, "name", "Иванова М. П.");
	sample_date(s, "since", 2025, 9, 1);
	sample_set(s, "subjects", sample_list(s, pub_new_text(a, SL("физика")), NULL));
	sample_record(s, PUB_PROGRAMMES, "2025-03");
	sample_set(s, "mentors", sample_list(s, sample_person(s, "Наставник", true), NULL));
	sample_set(s, "status", pub_new_term(a, SL("under_way"), SL("реализуется")));
	const Pub *programme = &s->last->self;
	sample_news(s, "first", "Первая", date_of(2025, 9, 1));
	sample_set(s, "programme", programme);
	sample_record(s, PUB_DOCUMENTS, "fed-273");
	sample_set(s, "link", pub_new_url(a, SL("https://pravo.example/273")));
	sample_record(s, PUB_AWARDS, NULL);
	sample_text(s, "name", "Иванова М. П.");
}

START_TEST(the_data_are_valid_by_their_schema)
{
	Sample s;
	sample_init(&s);
	fill(&s);
	json_t *schema = parsed(&s, "data/rubric.schema.json");
	json_t *root = data(&s);
	ck_assert_str_eq(text(schema, "$schema"), "https://json-schema.org/draft/2020-12/schema");
	ck_assert_str_eq(text(schema, "$id"), BASE "data/rubric.schema.json");
	ck_assert(valid(schema, root, schema));
	json_decref(root);
	json_decref(schema);
	sample_release(&s);
}
END_TEST

/* Sets a value in the first item of a list and asks whether all is still valid. */
static bool still_valid(json_t *schema, json_t *root, const char *kind, const char *key, json_t *value)
{
	json_t *item = first(root, kind);
	json_t *before = json_incref(json_object_get(item, key));
	json_object_set_new(item, key, value);
	bool result = valid(schema, root, schema);
	if (before) {
		json_object_set_new(item, key, before);
	} else {
		json_object_del(item, key);
	}
	return result;
}

START_TEST(the_schema_is_strict)
{
	Sample s;
	sample_init(&s);
	fill(&s);
	json_t *schema = parsed(&s, "data/rubric.schema.json");
	json_t *root = data(&s);
	ck_assert(still_valid(schema, root, "mentors", "name", json_string("Другая")));
	ck_assert(!still_valid(schema, root, "mentors", "surname", json_string("Другая")));
	ck_assert(!still_valid(schema, root, "mentors", "payment", json_string("да")));
	ck_assert(!still_valid(schema, root, "mentors", "name", json_integer(1)));
	ck_assert(!still_valid(schema, root, "mentors", "since", json_string("вчера")));
	ck_assert(!still_valid(schema, root, "mentors", "subjects", json_string("физика")));
	ck_assert(!still_valid(schema, root, "mentors", "toc", json_array()));
	ck_assert(!still_valid(schema, root, "news", "link", json_string("https://other.example/")));
	json_object_del(first(root, "programmes"), "number");
	ck_assert(!valid(schema, root, schema));
	json_decref(root);
	json_decref(schema);
	sample_release(&s);
}
END_TEST

START_TEST(closed_fields_are_not_in_the_schema)
{
	Sample s;
	sample_init(&s);
	sample_products(&s, export_products);
	Slice schema = sample_file(&s, "data/rubric.schema.json");
	assert_has(schema, "\"experience_years\"");
	assert_lacks(schema, "\"difficulties\"");
	assert_lacks(schema, "\"payment\"");
	assert_lacks(schema, "\"ground\"");
	sample_release(&s);
}
END_TEST

START_TEST(the_day_of_the_build_is_not_in_the_data)
{
	Sample s;
	Buf before = BUF_INIT;
	sample_init(&s);
	fill(&s);
	json_decref(data(&s));
	buf_add(&before, buf_slice(&s.out));
	s.site.today = date_of(2031, 3, 3);
	json_decref(data(&s));
	ck_assert(slice_eq(buf_slice(&s.out), buf_slice(&before)));
	buf_release(&before);
	sample_release(&s);
}
END_TEST

UNIT_MAIN("export", the_file_begins_with_its_version_and_has_a_list_for_each_kind_in_order,
          kinds_that_no_section_shows_are_empty_and_pages_are_always_there, portfolios_alone_have_the_registry_built,
          totals_and_breakdowns_are_those_that_the_site_shows, values_are_plain,
          another_record_is_referred_to_by_what_finds_it, an_act_has_the_address_of_its_page_and_that_of_its_text,
          media_say_where_they_are_and_what, a_name_is_that_of_the_page_the_entry_points_to,
          what_may_not_stand_on_its_page_leaves_no_trace, rows_without_a_page_are_judged_by_the_list_that_shows_them,
          the_data_are_valid_by_their_schema, the_schema_is_strict, closed_fields_are_not_in_the_schema,
          the_day_of_the_build_is_not_in_the_data)
