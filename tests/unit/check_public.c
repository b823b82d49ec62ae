#include "unit.h"

#include "base/mem.h"
#include "redact/public.h"

static const Slice mentors_only[] = {{"mentors/", 8}};
static const PubScope on_mentors = {1, mentors_only};
static const PubScope nowhere = {0, NULL};

static const Pub *scoped_text(Arena *a, const char *text, const PubScope *scope)
{
	Pub *v = pub_new(a, PUB_TEXT);
	v->as.text = slice_of(text);
	v->scope = scope;
	return v;
}

START_TEST(a_scope_covers_the_pages_under_its_prefixes)
{
	ck_assert(pub_scope_covers(&on_mentors, SL("mentors/")));
	ck_assert(pub_scope_covers(&on_mentors, SL("mentors/ivanova/")));
	ck_assert(!pub_scope_covers(&on_mentors, SL("news/")));
	ck_assert(!pub_scope_covers(&on_mentors, SL("")));
}
END_TEST

START_TEST(no_scope_covers_every_page_and_an_empty_one_none)
{
	ck_assert(pub_scope_covers(NULL, SL("news/")));
	ck_assert(pub_scope_covers(NULL, SL("")));
	ck_assert(!pub_scope_covers(&nowhere, SL("")));
	ck_assert(!pub_scope_covers(&nowhere, SL("mentors/")));
}
END_TEST

START_TEST(a_value_is_absent_where_its_scope_does_not_cover)
{
	Arena a = ARENA_INIT;
	const Pub *v = scoped_text(&a, "Иванова", &on_mentors);
	ck_assert_ptr_eq(pub_on(v, SL("mentors/")), v);
	ck_assert_ptr_null(pub_on(v, SL("news/")));
	ck_assert_ptr_null(pub_on(NULL, SL("news/")));
	arena_release(&a);
}
END_TEST

START_TEST(an_alternative_is_the_first_that_holds_on_the_page)
{
	Arena a = ARENA_INIT;
	const Pub *items[] = {scoped_text(&a, "Иванова Мария", &on_mentors), pub_new_text(&a, SL("Наставник"))};
	Pub *alt = pub_new(&a, PUB_ALT);
	alt->as.list.items = items;
	alt->as.list.n = 2;
	assert_slice(pub_on(alt, SL("mentors/"))->as.text, "Иванова Мария");
	assert_slice(pub_on(alt, SL("news/"))->as.text, "Наставник");
	alt->as.list.n = 1;
	ck_assert_ptr_null(pub_on(alt, SL("news/")));
	arena_release(&a);
}
END_TEST

START_TEST(an_alternative_inside_an_alternative_is_resolved)
{
	Arena a = ARENA_INIT;
	const Pub *inner_items[] = {scoped_text(&a, "inner", &on_mentors)};
	Pub *inner = pub_new(&a, PUB_ALT);
	inner->as.list.items = inner_items;
	inner->as.list.n = 1;
	const Pub *outer_items[] = {inner, pub_new_text(&a, SL("outer"))};
	Pub *outer = pub_new(&a, PUB_ALT);
	outer->as.list.items = outer_items;
	outer->as.list.n = 2;
	assert_slice(pub_on(outer, SL("mentors/x/"))->as.text, "inner");
	assert_slice(pub_on(outer, SL("cases/"))->as.text, "outer");
	arena_release(&a);
}
END_TEST

START_TEST(a_reference_is_absent_where_its_record_is)
{
	PubRecord record = {.self = {.type = PUB_RECORD, .scope = &on_mentors, .as.record = &record}};
	Pub reference = {.type = PUB_RECORD, .as.record = &record};
	ck_assert_ptr_null(pub_on(&reference, SL("news/")));
	ck_assert_ptr_eq(pub_on(&reference, SL("mentors/")), &reference);
	ck_assert_ptr_null(pub_on(&record.self, SL("news/")));
}
END_TEST

START_TEST(a_field_of_a_record_is_a_field_of_its_map)
{
	Arena a = ARENA_INIT;
	PubRecord record = {.self = {.type = PUB_RECORD, .as.record = &record}, .fields = {.type = PUB_MAP}};
	pub_set(&a, &record.fields, "title", pub_new_text(&a, SL("Приказ")));
	pub_set(&a, &record.fields, "phone", scoped_text(&a, "+7", &on_mentors));
	assert_slice(pub_text(&record.self, "title", SL("")), "Приказ");
	assert_slice(pub_text(&record.self, "phone", SL("mentors/")), "+7");
	assert_slice(pub_text(&record.self, "phone", SL("news/")), "");
	ck_assert_ptr_null(pub_get(&record.self, SL("absent"), SL("")));
	ck_assert_ptr_null(pub_get(NULL, SL("title"), SL("")));
	arena_release(&a);
}
END_TEST

START_TEST(only_maps_have_fields)
{
	Arena a = ARENA_INIT;
	ck_assert_ptr_null(pub_get(pub_new_text(&a, SL("x")), SL("x"), SL("")));
	ck_assert_ptr_null(pub_get(pub_new_list(&a, NULL, 0), SL("x"), SL("")));
	arena_release(&a);
}
END_TEST

START_TEST(a_second_value_for_a_key_replaces_the_first_in_its_place)
{
	Arena a = ARENA_INIT;
	Pub *map = pub_new_map(&a);
	pub_set(&a, map, "one", pub_new_int(&a, 1));
	pub_set(&a, map, "two", pub_new_int(&a, 2));
	pub_set(&a, map, "one", pub_new_int(&a, 11));
	pub_set(&a, map, "one", NULL);
	ck_assert_uint_eq(map->as.map.n, 2);
	assert_slice(map->as.map.entries[0].key, "one");
	ck_assert_int_eq(map->as.map.entries[0].value->as.number, 11);
	assert_slice(map->as.map.entries[1].key, "two");
	arena_release(&a);
}
END_TEST

START_TEST(a_map_keeps_many_fields_in_the_order_set)
{
	Arena a = ARENA_INIT;
	Pub *map = pub_new_map(&a);
	for (int i = 0; i < 40; i++) {
		pub_set(&a, map, arena_printf(&a, "field%d", i).p, pub_new_int(&a, i));
	}
	ck_assert_uint_eq(map->as.map.n, 40);
	for (int i = 0; i < 40; i++) {
		ck_assert_int_eq(map->as.map.entries[i].value->as.number, i);
	}
	ck_assert_int_eq(pub_get(map, SL("field39"), SL(""))->as.number, 39);
	arena_release(&a);
}
END_TEST

START_TEST(text_is_read_from_texts_addresses_and_terms)
{
	Arena a = ARENA_INIT;
	Pub *map = pub_new_map(&a);
	pub_set(&a, map, "text", pub_new_text(&a, SL("слово")));
	pub_set(&a, map, "url", pub_new_url(&a, SL("https://school.example/")));
	pub_set(&a, map, "form", pub_new_term(&a, SL("teacher"), SL("педагог – педагог")));
	pub_set(&a, map, "html", pub_new_html(&a, SL("<p>")));
	pub_set(&a, map, "count", pub_new_int(&a, 5));
	assert_slice(pub_text(map, "text", SL("")), "слово");
	assert_slice(pub_text(map, "url", SL("")), "https://school.example/");
	assert_slice(pub_text(map, "form", SL("")), "педагог – педагог");
	assert_slice(pub_text(map, "html", SL("")), "");
	assert_slice(pub_text(map, "count", SL("")), "");
	arena_release(&a);
}
END_TEST

START_TEST(a_day_is_read_from_dates_and_moments)
{
	Arena a = ARENA_INIT;
	Pub *map = pub_new_map(&a);
	Moment at;
	ck_assert(moment_parse(&at, SL("2025-09-01T15:00")));
	Pub *moment = pub_new(&a, PUB_MOMENT);
	moment->as.moment = at;
	pub_set(&a, map, "start", moment);
	pub_set(&a, map, "date", pub_new_date(&a, date_of(2025, 9, 2)));
	pub_set(&a, map, "never", pub_new_date(&a, DATE_NONE));
	ck_assert_int_eq(pub_date(map, "start", SL("")), date_of(2025, 9, 1));
	ck_assert_int_eq(pub_date(map, "date", SL("")), date_of(2025, 9, 2));
	ck_assert_int_eq(pub_date(map, "never", SL("")), DATE_NONE);
	ck_assert_ptr_null(pub_get(map, SL("never"), SL("")));
	arena_release(&a);
}
END_TEST

START_TEST(a_flag_is_true_only_when_it_is_there_and_true)
{
	Arena a = ARENA_INIT;
	Pub *map = pub_new_map(&a);
	pub_set(&a, map, "yes", pub_new_flag(&a, true));
	pub_set(&a, map, "no", pub_new_flag(&a, false));
	pub_set(&a, map, "text", pub_new_text(&a, SL("true")));
	ck_assert(pub_flag(map, "yes", SL("")));
	ck_assert(!pub_flag(map, "no", SL("")));
	ck_assert(!pub_flag(map, "text", SL("")));
	ck_assert(!pub_flag(map, "absent", SL("")));
	arena_release(&a);
}
END_TEST

START_TEST(builders_copy_what_they_are_given)
{
	Arena a = ARENA_INIT;
	char bytes[] = "before";
	const Pub *one = pub_new_flag(&a, true);
	const Pub *items[] = {one, NULL};
	const Pub *text = pub_new_text(&a, slice_of(bytes));
	const Pub *list = pub_new_list(&a, items, 2);
	bytes[0] = 'X';
	items[0] = NULL;
	assert_slice(text->as.text, "before");
	ck_assert_uint_eq(list->as.list.n, 2);
	ck_assert_ptr_eq(list->as.list.items[0], one);
	arena_release(&a);
}
END_TEST

START_TEST(a_site_has_the_sections_that_its_policy_orders)
{
	PubSite *s = mem_alloc(sizeof *s);
	arena_init(&s->arena);
	s->sections[0] = SECTION_NEWS;
	s->sections[1] = SECTION_MENTORS;
	s->section_count = 2;
	ck_assert(pub_section(s, SECTION_MENTORS));
	ck_assert(pub_section(s, SECTION_NEWS));
	ck_assert(!pub_section(s, SECTION_FORMS));
	arena_alloc(&s->arena, 100);
	pubsite_free(s);
	pubsite_free(NULL);
}
END_TEST

START_TEST(kinds_and_sections_have_the_names_of_the_content_contract)
{
	ck_assert_str_eq(pub_kind_name(PUB_MENTORS), "mentors");
	ck_assert_str_eq(pub_kind_name(PUB_PROGRAMMES), "programmes");
	ck_assert_str_eq(pub_kind_name(PUB_PAGES), "pages");
	ck_assert_str_eq(pub_section_name(SECTION_PORTFOLIOS), "portfolios");
	ck_assert_str_eq(pub_section_name(SECTION_ROADMAP), "roadmap");
	for (int i = 0; i < PUB_KINDS; i++) {
		ck_assert_ptr_nonnull(pub_kind_name((PubKind)i));
	}
	for (int i = 0; i < PUB_SECTIONS; i++) {
		ck_assert_ptr_nonnull(pub_section_name((PubSection)i));
	}
}
END_TEST

UNIT_MAIN("public", a_scope_covers_the_pages_under_its_prefixes, no_scope_covers_every_page_and_an_empty_one_none,
          a_value_is_absent_where_its_scope_does_not_cover, an_alternative_is_the_first_that_holds_on_the_page,
          an_alternative_inside_an_alternative_is_resolved, a_reference_is_absent_where_its_record_is,
          a_field_of_a_record_is_a_field_of_its_map, only_maps_have_fields,
          a_second_value_for_a_key_replaces_the_first_in_its_place, a_map_keeps_many_fields_in_the_order_set,
          text_is_read_from_texts_addresses_and_terms, a_day_is_read_from_dates_and_moments,
          a_flag_is_true_only_when_it_is_there_and_true, builders_copy_what_they_are_given,
          a_site_has_the_sections_that_its_policy_orders, kinds_and_sections_have_the_names_of_the_content_contract)
