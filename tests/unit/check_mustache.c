/*
 * The Mustache specification's own tests, read where the shared folder keeps
 * them ($RUBRIKA_SHARED, or ../shared beside the repository).
 */
#include "unit.h"

#include <fcntl.h>
#include <jansson.h>

#include "base/file.h"
#include "render/template.h"

/* Strings are markup of our own where the template asks for them unescaped, for only such passes through {{{ }}}. */
static const Pub *value_of(Arena *a, json_t *json, PubType strings);

static const Pub *list_of(Arena *a, json_t *json, PubType strings)
{
	size_t n = json_array_size(json);
	const Pub **items = arena_array(a, n, sizeof *items);
	for (size_t i = 0; i < n; i++) {
		items[i] = value_of(a, json_array_get(json, i), strings);
	}
	return pub_new_list(a, items, n);
}

static const Pub *map_of(Arena *a, json_t *json, PubType strings)
{
	Pub *map = pub_new_map(a);
	const char *key;
	json_t *field;
	json_object_foreach(json, key, field)
	{
		pub_set(a, map, key, value_of(a, field, strings));
	}
	return map;
}

static const Pub *value_of(Arena *a, json_t *json, PubType strings)
{
	switch (json_typeof(json)) {
	case JSON_OBJECT:
		return map_of(a, json, strings);
	case JSON_ARRAY:
		return list_of(a, json, strings);
	case JSON_STRING:
		return strings == PUB_HTML ? pub_new_html(a, slice_of(json_string_value(json)))
		                           : pub_new_text(a, slice_of(json_string_value(json)));
	case JSON_INTEGER:
		return pub_new_int(a, json_integer_value(json));
	case JSON_REAL:
		return pub_new_text(a, arena_printf(a, "%.15g", json_real_value(json)));
	case JSON_TRUE:
	case JSON_FALSE:
		return pub_new_flag(a, json_is_true(json));
	case JSON_NULL:
		return NULL;
	}
	return NULL;
}

static const char *text_at(const json_t *test, const char *key)
{
	return json_string_value(json_object_get(test, key));
}

static bool asks_unescaped(const json_t *test)
{
	Buf all = BUF_INIT;
	const char *key;
	json_t *partial;
	buf_str(&all, text_at(test, "template"));
	json_object_foreach(json_object_get(test, "partials"), key, partial)
	{
		buf_str(&all, json_string_value(partial));
	}
	bool asks = strstr(all.p, "{{{") || strstr(all.p, "{{&");
	buf_release(&all);
	return asks;
}

static void render(Buf *out, const json_t *test)
{
	Arena a = ARENA_INIT;
	Diags diags;
	diags_init(&diags);
	TemplateSet *set = templates_new();
	const char *key;
	json_t *partial;
	json_object_foreach(json_object_get(test, "partials"), key, partial)
	{
		templates_add(set, slice_of(key), slice_of(json_string_value(partial)), slice_of(key), &diags);
	}
	templates_add(set, SL("(main)"), slice_of(text_at(test, "template")), SL("main"), &diags);
	templates_link(set, false, &diags);
	RenderContext rc = {.page = SL(""), .base = SL("/")};
	const Pub *root = value_of(&a, json_object_get(test, "data"), asks_unescaped(test) ? PUB_HTML : PUB_TEXT);
	template_render(templates_find(set, SL("(main)")), &rc, root, out);
	ck_assert_uint_eq(diags.n, 0);
	templates_free(set);
	diags_release(&diags);
	arena_release(&a);
}

/* Runs a file of tests; gives their number. */
static size_t run_tests(const char *name, Slice json)
{
	json_error_t error;
	json_t *file = json_loadb(json.p, json.n, 0, &error);
	ck_assert_msg(file != NULL, "%s: %s", name, error.text);
	const json_t *tests = json_object_get(file, "tests");
	size_t n = json_array_size(tests);
	for (size_t i = 0; i < n; i++) {
		const json_t *test = json_array_get(tests, i);
		Buf out = BUF_INIT;
		render(&out, test);
		ck_assert_msg(strcmp(out.p, text_at(test, "expected")) == 0, "%s, «%s»: got \"%s\", want \"%s\"", name,
		              text_at(test, "name"), out.p, text_at(test, "expected"));
		buf_release(&out);
	}
	json_decref(file);
	return n;
}

static void run_file(const char *name, size_t least)
{
	Buf json = BUF_INIT;
	Buf path = BUF_INIT;
	const char *shared = getenv("RUBRIKA_SHARED");
	buf_printf(&path, "%s/vectors/mustache/%s", shared ? shared : "../shared", name);
	if (file_read(&json, AT_FDCWD, path.p, 1 << 20) == 0) {
		ck_assert_uint_ge(run_tests(name, buf_slice(&json)), least);
	} else {
		printf("skipped: no %s\n", path.p);
	}
	buf_release(&path);
	buf_release(&json);
}

START_TEST(comments_are_as_specified)
{
	run_file("comments.json", 12);
}
END_TEST

START_TEST(delimiters_are_as_specified)
{
	run_file("delimiters.json", 14);
}
END_TEST

START_TEST(inheritance_is_as_specified)
{
	run_file("inheritance.json", 27);
}
END_TEST

START_TEST(interpolation_is_as_specified)
{
	run_file("interpolation.json", 42);
}
END_TEST

START_TEST(inverted_sections_are_as_specified)
{
	run_file("inverted.json", 22);
}
END_TEST

START_TEST(partials_are_as_specified)
{
	run_file("partials.json", 12);
}
END_TEST

START_TEST(sections_are_as_specified)
{
	run_file("sections.json", 34);
}
END_TEST

UNIT_MAIN("mustache", comments_are_as_specified, delimiters_are_as_specified, inheritance_is_as_specified,
          interpolation_is_as_specified, inverted_sections_are_as_specified, partials_are_as_specified,
          sections_are_as_specified)
