#include "sample.h"
#include "unit.h"

#include <jansson.h>

#include "render/postings.h"
#include "render/words.h"

/* --- words --- */

static void join(void *ctx, Slice term)
{
	Buf *all = ctx;
	buf_str(all, all->n ? " " : "");
	buf_add(all, term);
}

static void assert_words(const char *text, const char *want)
{
	Words *w = words_new();
	Buf all = BUF_INIT;
	words_of(w, slice_of(text), join, &all);
	assert_slice(buf_slice(&all), want);
	buf_release(&all);
	words_free(w);
}

START_TEST(russian_words_are_cut_to_one_stem)
{
	assert_words("наставник наставником Наставники", "наставник наставник наставник");
	assert_words("физика физику ФИЗИКОЙ", "физик физик физик");
	assert_words("обучающимися обучающийся", "обуча обуча");
}
END_TEST

START_TEST(english_words_are_cut_to_one_stem)
{
	assert_words("mentors Mentoring", "mentor mentor");
}
END_TEST

START_TEST(yo_is_ye_and_hidden_marks_count_for_nothing)
{
	assert_words("учёба учеба", "учеб учеб");
	assert_words("на\xC2\xADстав\xC2\xADник за\xCC\x81мок", "наставник замок");
}
END_TEST

START_TEST(numbers_of_acts_are_found_in_parts_and_whole)
{
	assert_words("273-ФЗ", "273 фз 273фз");
	assert_words("№ АЗ-1128/08.", "аз 1128 08 аз112808");
	assert_words("Р-145", "145 р145");
	assert_words("01.09.2025", "01 09 2025");
	assert_words("онлайн-курс", "онлайн курс");
	assert_words("5 - А", "5");
}
END_TEST

START_TEST(single_letters_are_no_words)
{
	assert_words("я и ты, в 9 а", "ты 9");
}
END_TEST

START_TEST(only_words_of_letters_are_guessed)
{
	ck_assert(words_is_guessable(SL("физик")));
	ck_assert(!words_is_guessable(SL("физ")));
	ck_assert(!words_is_guessable(SL("273фз")));
}
END_TEST

/* --- postings --- */

/* The shards of an index, freed together. */
typedef struct Shards {
	Arena arena;
	Postings *postings;
	PostingShard *items;
	size_t n;
} Shards;

static void cut(Shards *s)
{
	s->items = postings_shards(s->postings, &s->arena, &s->n);
}

static void release(Shards *s)
{
	postings_free(s->postings);
	arena_release(&s->arena);
}

START_TEST(a_term_tells_where_it_is_and_how_much_it_weighs)
{
	Shards s = {.arena = ARENA_INIT, .postings = postings_new()};
	postings_add(s.postings, 0, IN_TEXT, SL("физика"));
	postings_add(s.postings, 1, IN_TITLE, SL("физика"));
	postings_add(s.postings, 1, IN_TEXT, SL("физика"));
	postings_add(s.postings, 40, IN_FIELD, SL("физика"));
	postings_add(s.postings, 41, IN_TEXT, SL("физика физика физика физика физика"));
	postings_add(s.postings, 42, IN_TEXT, SL("физика"));
	cut(&s);
	ck_assert_uint_eq(s.n, 1);
	assert_slice(s.items[0].from, "");
	assert_slice(s.items[0].json, "{\"~кизиф\":0,\"физик\":\"1;14 1;0 16\"}");
	release(&s);
}
END_TEST

START_TEST(an_index_of_nothing_is_one_empty_shard)
{
	Shards s = {.arena = ARENA_INIT, .postings = postings_new()};
	cut(&s);
	ck_assert_uint_eq(s.n, 1);
	assert_slice(s.items[0].json, "{}");
	release(&s);
}
END_TEST

START_TEST(a_term_that_is_everywhere_is_cut_and_says_so)
{
	Shards s = {.arena = ARENA_INIT, .postings = postings_new()};
	for (unsigned i = 0; i < 3000; i++) {
		postings_add(s.postings, i, i % 4 ? IN_TEXT : IN_TITLE, SL("год"));
	}
	cut(&s);
	ck_assert_uint_eq(s.n, 1);
	assert_has(s.items[0].json, ";3000\"");
	ck_assert_uint_lt(s.items[0].json.n, 3000);
	/* All 750 titles, and the first 250 of the rest. */
	ck_assert_uint_eq(sample_count(s.items[0].json, " "), 749 + 249);
	release(&s);
}
END_TEST

static void fill(Shards *s)
{
	Arena a = ARENA_INIT;
	for (unsigned i = 0; i < 3000; i++) {
		postings_add(s->postings, i, IN_TEXT, arena_printf(&a, "слово%u раз%u", i, i % 700));
	}
	arena_release(&a);
	cut(s);
}

START_TEST(shards_are_small_and_part_the_terms_in_order)
{
	Shards s = {.arena = ARENA_INIT, .postings = postings_new()};
	fill(&s);
	ck_assert_uint_gt(s.n, 5);
	for (size_t i = 0; i < s.n; i++) {
		json_error_t error;
		json_t *shard = json_loadb(s.items[i].json.p, s.items[i].json.n, JSON_REJECT_DUPLICATES, &error);
		const char *term;
		json_t *value;
		ck_assert_ptr_nonnull(shard);
		ck_assert_uint_le(s.items[i].json.n, POSTINGS_SHARD + 1);
		json_object_foreach(shard, term, value)
		{
			ck_assert_int_ge(slice_cmp(slice_of(term), s.items[i].from), 0);
			ck_assert(i + 1 == s.n || slice_cmp(slice_of(term), s.items[i + 1].from) < 0);
		}
		json_decref(shard);
	}
	release(&s);
}
END_TEST

/* --- the files --- */

static json_t *parsed(Sample *s, const char *path)
{
	Slice text = sample_file(s, path);
	json_error_t error;
	json_t *root = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &error);
	ck_assert_msg(root, "%s: %s", path, error.text);
	return root;
}

static void index_site(Sample *s)
{
	sample_products(s, search_products);
}

/* Shards and entries of the whole index, one after another. */
static void whole_index(Sample *s, Buf *all)
{
	buf_clear(all);
	for (size_t i = 0; i < s->products.list.n; i++) {
		const Product *p = &s->products.list.items[i];
		p->make(&s->render, p, all);
		buf_byte(all, '\n');
	}
}

/* Number of the entry with a title. */
static int entry_titled(Sample *s, const char *title)
{
	json_t *index = parsed(s, "search/index.json");
	int each = (int)json_integer_value(json_object_get(index, "each"));
	int n = (int)json_integer_value(json_object_get(index, "entries"));
	int found = -1;
	for (int i = 0; i < n && found < 0; i++) {
		json_t *file = parsed(s, arena_printf(&s->site.arena, "search/d/%d.json", i / each).p);
		json_t *entry = json_array_get(file, (size_t)(i % each));
		found = strcmp(json_string_value(json_array_get(entry, 1)), title) == 0 ? i : -1;
		json_decref(file);
	}
	json_decref(index);
	return found;
}

static const char *postings_of(json_t *shard, const char *term)
{
	const char *value = json_string_value(json_object_get(shard, term));
	return value ? value : "(none)";
}

START_TEST(a_record_is_found_by_its_title_fields_and_text)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "den", "День наставника", date_of(2026, 3, 2));
	sample_text(&s, "summary", "О празднике");
	s.last->text = SL("Говорили спасибо учителям физики.");
	index_site(&s);
	int n = entry_titled(&s, "День наставника");
	ck_assert_int_ge(n, 0);
	json_t *shard = parsed(&s, "search/t/0.json");
	ck_assert_str_eq(postings_of(shard, "ден"), arena_printf(&s.site.arena, "%d;;", n).p);
	ck_assert_str_eq(postings_of(shard, "праздник"), arena_printf(&s.site.arena, ";%d;", n).p);
	ck_assert_str_eq(postings_of(shard, "физик"), arena_printf(&s.site.arena, ";;%d", n).p);
	json_decref(shard);
	sample_release(&s);
}
END_TEST

START_TEST(an_entry_tells_path_title_kind_and_summary)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "den", "День <наставника>", date_of(2026, 3, 2));
	sample_text(&s, "summary", "О  празднике\nв школе");
	index_site(&s);
	json_t *index = parsed(&s, "search/index.json");
	int n = entry_titled(&s, "День <наставника>");
	int each = (int)json_integer_value(json_object_get(index, "each"));
	json_t *file = parsed(&s, arena_printf(&s.site.arena, "search/d/%d.json", n / each).p);
	json_t *entry = json_array_get(file, (size_t)(n % each));
	size_t kind = (size_t)json_integer_value(json_array_get(entry, 2));
	ck_assert_str_eq(json_string_value(json_array_get(entry, 0)), "news/den/");
	ck_assert_str_eq(json_string_value(json_array_get(json_object_get(index, "kinds"), kind)), "nav_news");
	ck_assert_str_eq(json_string_value(json_array_get(entry, 3)), "О празднике в школе");
	json_decref(file);
	json_decref(index);
	sample_release(&s);
}
END_TEST

START_TEST(summaries_are_of_160_characters_at_most)
{
	Sample s;
	Buf all = BUF_INIT;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "long", "Длинная", date_of(2026, 3, 2));
	Buf text = BUF_INIT;
	for (int i = 0; i < 40; i++) {
		buf_str(&text, "слово ");
	}
	s.last->text = slice_trim(buf_slice(&text));
	index_site(&s);
	whole_index(&s, &all);
	/* 26 words of five letters with a blank between take 155, and a sign to say that it goes on. */
	buf_clear(&text);
	buf_str(&text, "\"слово");
	for (int i = 1; i < 26; i++) {
		buf_str(&text, " слово");
	}
	buf_str(&text, "…\"");
	assert_has(buf_slice(&all), text.p);
	buf_release(&text);
	buf_release(&all);
	sample_release(&s);
}
END_TEST

START_TEST(markup_of_fields_is_not_searched)
{
	Sample s;
	Buf all = BUF_INIT;
	sample_init(&s);
	sample_section(&s, SECTION_PROGRAMMES);
	sample_record(&s, PUB_PROGRAMMES, "2025-03");
	sample_text(&s, "title", "Шаги");
	Pub *results = pub_new_map(&s.site.arena);
	const char html[] = "<p class=\"атрибут\">школы&amp;методы \x02"
	                    "77;уроки\x04"
	                    "88;</p>";
	pub_set(&s.site.arena, results, "summary", pub_new_html(&s.site.arena, slice_of(html)));
	sample_set(&s, "results", results);
	index_site(&s);
	whole_index(&s, &all);
	assert_has(buf_slice(&all), "\"школ\":");
	assert_has(buf_slice(&all), "\"метод\":");
	assert_has(buf_slice(&all), "\"урок\":");
	assert_lacks(buf_slice(&all), "атрибут");
	assert_lacks(buf_slice(&all), "\"class\"");
	assert_lacks(buf_slice(&all), "\"amp\"");
	assert_lacks(buf_slice(&all), "\"77\"");
	assert_lacks(buf_slice(&all), "\"88\"");
	buf_release(&all);
	sample_release(&s);
}
END_TEST

START_TEST(names_are_searched_only_as_the_own_page_has_them)
{
	Sample s;
	Buf all = BUF_INIT;
	sample_init(&s);
	Arena *a = &s.site.arena;
	sample_section(&s, SECTION_MENTORS);
	sample_section(&s, SECTION_PROGRAMMES);
	sample_record(&s, PUB_MENTORS, "m1");
	const Pub *brief = pub_new_text(a, SL("Иванова М. П."));
	sample_set(&s, "name", sample_either(&s, pub_new_text(a, SL("Иванова Марфа")), "programmes/", brief));
	sample_text_on(&s, "position", "СЕКРЕТ", "programmes/");
	sample_record(&s, PUB_PROGRAMMES, "2025-03");
	sample_text(&s, "title", "Шаги");
	sample_set(&s, "mentors",
	           sample_list(&s,
	                       sample_either(&s, sample_person(&s, "Петрова", false), "mentors/",
	                                     sample_person(&s, "Безымянный", true)),
	                       sample_person(&s, "Сидорова", false)));
	sample_record(&s, PUB_MENTORS, "m2");
	sample_text(&s, "name", "Кузнецова");
	s.last->self.scope = sample_scope(&s, "programmes/");
	index_site(&s);
	whole_index(&s, &all);
	assert_has(buf_slice(&all), "\"иванов\":");
	assert_has(buf_slice(&all), "\"сидоров\":");
	assert_lacks(buf_slice(&all), "марф");
	assert_lacks(buf_slice(&all), "секрет");
	assert_lacks(buf_slice(&all), "петров");
	assert_lacks(buf_slice(&all), "безымя");
	assert_lacks(buf_slice(&all), "кузнец");
	assert_lacks(buf_slice(&all), "Кузнецова");
	buf_release(&all);
	sample_release(&s);
}
END_TEST

START_TEST(records_without_a_page_point_at_the_list_that_shows_them)
{
	Sample s;
	Buf all = BUF_INIT;
	sample_init(&s);
	sample_section(&s, SECTION_AWARDS);
	sample_record(&s, PUB_AWARDS, NULL);
	sample_text(&s, "title", "Грамота");
	sample_text_on(&s, "name", "Иванова М. П.", "awards/");
	sample_record(&s, PUB_AWARDS, NULL);
	sample_text(&s, "title", "ДРУГАЯ СТРАНИЦА");
	s.last->self.scope = sample_scope(&s, "mentors/");
	sample_record(&s, PUB_MENTEES, NULL);
	sample_text(&s, "name", "НЕТ РАЗДЕЛА");
	index_site(&s);
	whole_index(&s, &all);
	assert_has(buf_slice(&all), "[\"awards/\",\"Грамота\",1,\"Иванова М. П.\"]");
	assert_has(buf_slice(&all), "\"иванов\":");
	assert_lacks(buf_slice(&all), "ДРУГАЯ СТРАНИЦА");
	assert_lacks(buf_slice(&all), "НЕТ РАЗДЕЛА");
	assert_lacks(buf_slice(&all), "раздел\"");
	buf_release(&all);
	sample_release(&s);
}
END_TEST

START_TEST(what_is_no_text_is_not_searched)
{
	Sample s;
	Buf all = BUF_INIT;
	sample_init(&s);
	sample_section(&s, SECTION_MENTORS);
	sample_record(&s, PUB_MENTORS, "tajnoeimya");
	sample_text(&s, "name", "Иванова");
	sample_text(&s, "phone", "+7 900 123-45-67");
	sample_set(&s, "aliases", sample_list(&s, pub_new_text(&s.site.arena, SL("staryjadres/")), NULL));
	index_site(&s);
	whole_index(&s, &all);
	assert_lacks(buf_slice(&all), "\"tajnoeimya\"");
	assert_lacks(buf_slice(&all), "\"900\"");
	assert_lacks(buf_slice(&all), "staryj");
	buf_release(&all);
	sample_release(&s);
}
END_TEST

START_TEST(lists_and_the_vocabulary_are_found_too)
{
	Sample s;
	Buf all = BUF_INIT;
	sample_init(&s);
	Arena *a = &s.site.arena;
	sample_section(&s, SECTION_FORMS);
	Pub *word = pub_new_map(a);
	pub_set(a, word, "title", pub_new_text(a, SL("реверсивное")));
	pub_set(a, &s.site.policy, "kinds", sample_list(&s, word, NULL));
	index_site(&s);
	whole_index(&s, &all);
	assert_has(buf_slice(&all), "[\"forms/\",\"nav_forms\",0,\"about_forms\"]");
	assert_has(buf_slice(&all), "\"реверсивн\":");
	assert_lacks(buf_slice(&all), "404");
	assert_lacks(buf_slice(&all), "\"search/\"");
	buf_release(&all);
	sample_release(&s);
}
END_TEST

START_TEST(a_changed_index_has_another_id)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "den", "День", date_of(2026, 3, 2));
	index_site(&s);
	json_t *before = parsed(&s, "search/index.json");
	s.site.today = date_of(2031, 3, 3);
	index_site(&s);
	json_t *same = parsed(&s, "search/index.json");
	sample_text(&s, "summary", "Другое");
	index_site(&s);
	json_t *after = parsed(&s, "search/index.json");
	ck_assert(json_equal(before, same));
	ck_assert(!json_equal(json_object_get(before, "id"), json_object_get(after, "id")));
	json_decref(before);
	json_decref(same);
	json_decref(after);
	sample_release(&s);
}
END_TEST

UNIT_MAIN("search", russian_words_are_cut_to_one_stem, english_words_are_cut_to_one_stem,
          yo_is_ye_and_hidden_marks_count_for_nothing, numbers_of_acts_are_found_in_parts_and_whole,
          single_letters_are_no_words, only_words_of_letters_are_guessed,
          a_term_tells_where_it_is_and_how_much_it_weighs, an_index_of_nothing_is_one_empty_shard,
          a_term_that_is_everywhere_is_cut_and_says_so, shards_are_small_and_part_the_terms_in_order,
          a_record_is_found_by_its_title_fields_and_text, an_entry_tells_path_title_kind_and_summary,
          summaries_are_of_160_characters_at_most, markup_of_fields_is_not_searched,
          names_are_searched_only_as_the_own_page_has_them, records_without_a_page_point_at_the_list_that_shows_them,
          what_is_no_text_is_not_searched, lists_and_the_vocabulary_are_found_too, a_changed_index_has_another_id)
