/* The JSON Schema of each kind, read back with a parser that is not ours. */
#include <jansson.h>

#include "record/jsonschema.h"
#include "unit.h"

static json_t *schema(Kind kind, Lang lang)
{
	Buf out = BUF_INIT;
	Json j;
	json_error_t fault;
	json_init(&j, &out, true);
	jsonschema_kind(&j, kind, lang);
	json_t *root = json_loads(out.p, JSON_REJECT_DUPLICATES, &fault);
	ck_assert_msg(root, "%s at line %d", fault.text, fault.line);
	buf_release(&out);
	return root;
}

static json_t *property(json_t *map, const char *name)
{
	json_t *p = json_object_get(json_object_get(map, "properties"), name);
	ck_assert_msg(p, "no property %s", name);
	return p;
}

static const char *word(json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));
	ck_assert_msg(text, "no text under %s", key);
	return text;
}

/* A list of texts as "a b c ". */
static void assert_words(json_t *list, const char *want)
{
	Buf words = BUF_INIT;
	size_t i;
	json_t *item;
	json_array_foreach(list, i, item)
	{
		buf_str(&words, json_string_value(item));
		buf_byte(&words, ' ');
	}
	assert_slice(buf_slice(&words), want);
	buf_release(&words);
}

static bool ends(const char *text, const char *end)
{
	return slice_ends(slice_of(text), slice_of(end));
}

START_TEST(every_kind_is_an_object_of_draft_2020_12)
{
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		json_t *root = schema((Kind)kind, LANG_RU);
		ck_assert_str_eq(word(root, "$schema"), "https://json-schema.org/draft/2020-12/schema");
		ck_assert_str_eq(word(root, "type"), "object");
		ck_assert_str_eq(word(root, "title"), schema_kind((Kind)kind)->title[LANG_RU]);
		json_decref(root);
	}
}
END_TEST

START_TEST(no_object_allows_unknown_keys)
{
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		json_t *root = schema((Kind)kind, LANG_RU);
		const char *name;
		json_t *map;
		ck_assert(json_is_false(json_object_get(root, "additionalProperties")));
		json_object_foreach(json_object_get(root, "$defs"), name, map)
		{
			ck_assert_msg(json_is_false(json_object_get(map, "additionalProperties")), "%s", name);
		}
		json_decref(root);
	}
}
END_TEST

static void assert_resolves(json_t *root, json_t *node)
{
	const char *key;
	size_t i;
	json_t *child;
	if (json_is_object(node)) {
		const char *ref = json_string_value(json_object_get(node, "$ref"));
		if (ref) {
			ck_assert_int_eq(strncmp(ref, "#/$defs/", 8), 0);
			ck_assert_msg(json_object_get(json_object_get(root, "$defs"), ref + 8), "%s", ref);
		}
		json_object_foreach(node, key, child)
		{
			assert_resolves(root, child);
		}
	}
	json_array_foreach(node, i, child)
	{
		assert_resolves(root, child);
	}
}

START_TEST(every_reference_leads_to_a_definition)
{
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		json_t *root = schema((Kind)kind, LANG_EN);
		assert_resolves(root, root);
		json_decref(root);
	}
}
END_TEST

START_TEST(required_fields_are_required)
{
	json_t *programme = schema(O_programme, LANG_RU);
	json_t *media = schema(O_media, LANG_RU);
	assert_words(json_object_get(programme, "required"), "number title form mentors mentees start end ");
	assert_words(json_object_get(media, "required"), "alt ");
	json_t *order = json_object_get(json_object_get(programme, "$defs"), "order");
	assert_words(json_object_get(order, "required"), "number date ");
	json_decref(programme);
	json_decref(media);
}
END_TEST

START_TEST(a_text_may_look_like_a_number_or_a_bool)
{
	json_t *root = schema(O_document, LANG_RU);
	assert_words(json_object_get(property(root, "title"), "type"), "string number boolean ");
	json_decref(root);
}
END_TEST

START_TEST(an_id_may_look_like_a_whole_number_alone)
{
	json_t *root = schema(O_programme, LANG_RU);
	assert_words(json_object_get(property(root, "number"), "type"), "string integer boolean ");
	json_decref(root);
}
END_TEST

START_TEST(what_is_not_required_may_stand_empty)
{
	json_t *root = schema(O_document, LANG_RU);
	assert_words(json_object_get(property(root, "number"), "type"), "string number boolean null ");
	assert_words(json_object_get(property(root, "draft"), "type"), "boolean null ");
	assert_words(json_object_get(property(root, "aliases"), "type"), "array null ");
	ck_assert(json_is_null(json_array_get(json_object_get(property(root, "status"), "enum"), 3)));
	json_decref(root);
}
END_TEST

START_TEST(dates_and_moments_are_strings_of_their_form)
{
	json_t *root = schema(O_event, LANG_RU);
	json_t *news = schema(O_news, LANG_RU);
	ck_assert_str_eq(word(property(root, "start"), "type"), "string");
	ck_assert(ends(word(property(root, "start"), "pattern"), "T(?:[01]\\d|2[0-3]):[0-5]\\d$"));
	ck_assert_str_eq(word(property(news, "date"), "type"), "string");
	ck_assert_str_eq(word(property(news, "date"), "format"), "date");
	/* The format knows no empty text, which is a field not filled in. */
	ck_assert_ptr_null(json_object_get(property(news, "publish_from"), "format"));
	json_decref(root);
	json_decref(news);
}
END_TEST

START_TEST(a_closed_list_gives_its_words_and_what_they_mean)
{
	json_t *root = schema(O_document, LANG_RU);
	json_t *level = property(root, "level");
	assert_words(json_object_get(level, "enum"), "federal regional municipal local ");
	ck_assert_str_eq(json_string_value(json_array_get(json_object_get(level, "enumDescriptions"), 2)),
	                 "Муниципальный уровень");
	ck_assert_ptr_nonnull(strstr(word(level, "description"), "municipal — Муниципальный уровень"));
	json_decref(root);
}
END_TEST

START_TEST(a_number_is_held_to_its_range)
{
	json_t *root = schema(O_policy, LANG_RU);
	json_t *group = property(root, "min_group");
	assert_words(json_object_get(group, "type"), "integer null ");
	ck_assert_int_eq(json_integer_value(json_object_get(group, "minimum")), 2);
	ck_assert(json_is_integer(json_object_get(group, "maximum")));
	json_decref(root);
}
END_TEST

START_TEST(a_list_of_references_has_items_that_differ)
{
	json_t *root = schema(O_programme, LANG_RU);
	json_t *mentors = property(root, "mentors");
	ck_assert_str_eq(word(mentors, "type"), "array");
	ck_assert(json_is_true(json_object_get(mentors, "uniqueItems")));
	ck_assert_str_eq(word(json_object_get(mentors, "items"), "pattern"), "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$");
	json_decref(root);
}
END_TEST

START_TEST(the_body_is_no_property)
{
	json_t *root = schema(O_mentor, LANG_RU);
	ck_assert_ptr_null(json_object_get(json_object_get(root, "properties"), "body"));
	json_decref(root);
}
END_TEST

START_TEST(a_closed_field_says_that_it_is_not_published)
{
	json_t *russian = schema(O_mentee, LANG_RU);
	json_t *english = schema(O_mentee, LANG_EN);
	ck_assert(ends(word(property(russian, "admitted"), "description"), "не публикуется"));
	ck_assert(ends(word(property(russian, "needs"), "description"), "не публикуется никогда"));
	ck_assert(ends(word(property(english, "admitted"), "description"), "; not published"));
	ck_assert_str_eq(word(property(russian, "since"), "description"),
	                 "дата приказа или начала · по согласию: участие наставником или наставляемым");
	json_decref(russian);
	json_decref(english);
}
END_TEST

START_TEST(titles_are_in_the_language_asked_for)
{
	json_t *russian = schema(O_mentor, LANG_RU);
	json_t *english = schema(O_mentor, LANG_EN);
	ck_assert_str_eq(word(property(russian, "experience_years"), "title"), "Стаж");
	ck_assert_str_eq(word(property(english, "experience_years"), "title"), "Experience");
	json_decref(russian);
	json_decref(english);
}
END_TEST

UNIT_MAIN("jsonschema", every_kind_is_an_object_of_draft_2020_12, no_object_allows_unknown_keys,
          every_reference_leads_to_a_definition, required_fields_are_required, a_text_may_look_like_a_number_or_a_bool,
          an_id_may_look_like_a_whole_number_alone, what_is_not_required_may_stand_empty,
          dates_and_moments_are_strings_of_their_form, a_closed_list_gives_its_words_and_what_they_mean,
          a_number_is_held_to_its_range, a_list_of_references_has_items_that_differ, the_body_is_no_property,
          a_closed_field_says_that_it_is_not_published, titles_are_in_the_language_asked_for)
