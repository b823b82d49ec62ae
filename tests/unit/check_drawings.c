#include "sample.h"
#include "unit.h"

/* A page's context, filled by its own view alone. */
typedef struct Bench {
	Sample s;
	Arena arena;
	Pages *pages;
	View v;
} Bench;

static void bench_init(Bench *b)
{
	*b = (Bench){.arena = ARENA_INIT};
	sample_init(&b->s);
	sample_section(&b->s, SECTION_PROGRAMMES);
	sample_section(&b->s, SECTION_PARTNERS);
	sample_section(&b->s, SECTION_ROADMAP);
}

static void bench_release(Bench *b)
{
	pages_free(b->pages);
	arena_release(&b->arena);
	sample_release(&b->s);
}

static void look(Bench *b, ViewFill *fill, const char *path)
{
	pages_free(b->pages);
	b->pages = pages_plan(&b->s.render);
	const Page *page = map_get(&b->pages->by_path, slice_of(path));
	ck_assert_msg(page, "no page %s", path);
	b->v = (View){&b->arena, &b->s.render, b->pages, page, pub_new_map(&b->arena)};
	fill(&b->v);
}

static const Pub *get(const Bench *b, const Pub *map, const char *key)
{
	return pub_get(map, slice_of(key), b->v.page->path);
}

/* Markup or text that the view has set, or the empty slice. */
static Slice made(const Bench *b, const Pub *map, const char *key)
{
	const Pub *v = get(b, map, key);
	return v ? v->as.text : SL("");
}

static const Pub *item(const Bench *b, const char *list, size_t i)
{
	const Pub *v = get(b, b->v.root, list);
	ck_assert(v && v->type == PUB_LIST && i < v->as.list.n);
	return v->as.list.items[i];
}

/* --- programmes --- */

static void add_programme(Bench *b, const char *number, const char *status)
{
	Arena *a = &b->s.site.arena;
	sample_record(&b->s, PUB_PROGRAMMES, number);
	sample_text(&b->s, "title", "Урок & опыт");
	sample_text(&b->s, "school_year", "2025/2026");
	sample_set(&b->s, "status", pub_new_term(a, slice_of(status), slice_of(status)));
	sample_date(&b->s, "start", 2025, 9, 8);
	sample_date(&b->s, "end", 2026, 5, 29);
}

static const Pub *activity(Bench *b, const char *title, const char *period)
{
	Arena *a = &b->s.site.arena;
	Pub *map = pub_new_map(a);
	pub_set(a, map, "title", pub_new_text(a, slice_of(title)));
	pub_set(a, map, "period", period ? pub_new_text(a, slice_of(period)) : NULL);
	return map;
}

START_TEST(a_programme_shows_its_months_with_a_name_and_its_period_in_words)
{
	Bench b;
	bench_init(&b);
	add_programme(&b, "2025-01", "under_way");
	look(&b, view_programme, "programmes/2025-01/");
	Slice course = made(&b, b.v.root, "course");
	assert_has(course, "role=\"img\" aria-labelledby=\"course-title\" aria-describedby=\"course-desc\"");
	assert_has(course, "<title id=\"course-title\">course_title</title>");
	assert_has(course, "<desc id=\"course-desc\">period</desc>");
	ck_assert_uint_eq(sample_count(course, "<rect"), 1);
	ck_assert_uint_eq(get(&b, b.v.root, "plan")->as.list.n, 0);
	bench_release(&b);
}
END_TEST

START_TEST(an_activity_has_a_strip_only_when_its_period_is_understood)
{
	Bench b;
	bench_init(&b);
	add_programme(&b, "2025-01", "under_way");
	sample_set(&b.s, "plan",
	           sample_list(&b.s, activity(&b, "Первое", "октябрь"), activity(&b, "Второе", "по погоде")));
	look(&b, view_programme, "programmes/2025-01/");
	assert_slice(made(&b, item(&b, "plan", 0), "title"), "Первое");
	assert_slice(made(&b, item(&b, "plan", 0), "period"), "октябрь");
	assert_has(made(&b, item(&b, "plan", 0), "strip"), "<use href=\"#course-grid\"/>");
	assert_slice(made(&b, item(&b, "plan", 1), "period"), "по погоде");
	ck_assert_ptr_null(get(&b, item(&b, "plan", 1), "strip"));
	bench_release(&b);
}
END_TEST

START_TEST(an_activity_without_a_period_has_no_strip)
{
	Bench b;
	bench_init(&b);
	add_programme(&b, "2025-01", "under_way");
	sample_set(&b.s, "plan", sample_list(&b.s, activity(&b, "Первое", NULL), NULL));
	look(&b, view_programme, "programmes/2025-01/");
	ck_assert_ptr_null(get(&b, item(&b, "plan", 0), "strip"));
	bench_release(&b);
}
END_TEST

START_TEST(a_programme_of_many_years_is_told_in_words_alone)
{
	Bench b;
	bench_init(&b);
	add_programme(&b, "2025-01", "under_way");
	sample_date(&b.s, "end", 2030, 9, 1); /* the 61st month */
	sample_set(&b.s, "plan", sample_list(&b.s, activity(&b, "Первое", "весь срок"), NULL));
	look(&b, view_programme, "programmes/2025-01/");
	ck_assert_ptr_null(get(&b, b.v.root, "course"));
	ck_assert_ptr_null(get(&b, item(&b, "plan", 0), "strip"));
	bench_release(&b);
}
END_TEST

START_TEST(programmes_of_a_year_stand_under_each_other_the_oldest_first)
{
	Bench b;
	bench_init(&b);
	add_programme(&b, "2025-02", "planned");
	add_programme(&b, "2025-01", "completed");
	look(&b, view_programmes, "programmes/");
	Slice overview = made(&b, item(&b, "years", 0), "overview");
	assert_has(overview, "aria-labelledby=\"y2025-2026-title\" aria-describedby=\"y2025-2026-desc\"");
	assert_has(overview, "Урок &amp; опыт");
	ck_assert_uint_lt(slice_find(overview, SL("2025-01"), 0), slice_find(overview, SL("2025-02"), 0));
	ck_assert_uint_eq(sample_count(overview, "class=\"ahead\""), 1);
	ck_assert_uint_eq(sample_count(overview, "class=\"bar\""), 1);
	bench_release(&b);
}
END_TEST

START_TEST(one_programme_and_more_than_forty_are_a_table_alone)
{
	Bench b;
	bench_init(&b);
	add_programme(&b, "1", "under_way");
	look(&b, view_programmes, "programmes/");
	ck_assert_ptr_null(get(&b, item(&b, "years", 0), "overview"));
	for (int i = 2; i <= 41; i++) {
		char number[8];
		snprintf(number, sizeof number, "%d", i);
		add_programme(&b, arena_cstr(&b.arena, slice_of(number)), "under_way");
		if (i == 40) {
			look(&b, view_programmes, "programmes/");
			ck_assert_uint_eq(sample_count(made(&b, item(&b, "years", 0), "overview"), "<rect"), 40);
		}
	}
	look(&b, view_programmes, "programmes/");
	ck_assert_ptr_null(get(&b, item(&b, "years", 0), "overview"));
	bench_release(&b);
}
END_TEST

START_TEST(a_year_with_a_programme_of_many_years_is_a_table_alone)
{
	Bench b;
	bench_init(&b);
	add_programme(&b, "2025-02", "under_way");
	add_programme(&b, "2025-01", "under_way");
	sample_date(&b.s, "extended_to", 2030, 9, 1);
	look(&b, view_programmes, "programmes/");
	ck_assert_ptr_null(get(&b, item(&b, "years", 0), "overview"));
	bench_release(&b);
}
END_TEST

/* --- partners --- */

static const PubRecord *add_partner(Bench *b, const char *id, const char *type)
{
	Arena *a = &b->s.site.arena;
	sample_record(&b->s, PUB_PARTNERS, id);
	sample_text(&b->s, "name", id);
	if (type) {
		sample_set(&b->s, "type", pub_new_term(a, slice_of(type), slice_of(type)));
	}
	return b->s.last;
}

START_TEST(partners_stand_by_kind_and_those_of_none_at_the_end)
{
	Bench b;
	bench_init(&b);
	add_partner(&b, "none", NULL);
	add_partner(&b, "sport", "спорт");
	add_partner(&b, "first", "вуз");
	add_partner(&b, "second", "вуз");
	look(&b, view_partners, "partners/");
	static const char *const want[] = {"first", "second", "sport", "none"};
	for (size_t i = 0; i < 4; i++) {
		const Pub *partner = get(&b, item(&b, "rows", i), "partner");
		assert_slice(pub_text(partner, "name", SL("partners/")), want[i]);
	}
	bench_release(&b);
}
END_TEST

START_TEST(programmes_together_are_counted_and_linked)
{
	Bench b;
	bench_init(&b);
	const PubRecord *partner = add_partner(&b, "zavod", "предприятие");
	for (int i = 0; i < 2; i++) {
		add_programme(&b, i ? "2" : "1", "under_way");
		sample_set(&b.s, "partners", sample_list(&b.s, &partner->self, NULL));
	}
	look(&b, view_partners, "partners/");
	ck_assert_int_eq(get(&b, item(&b, "rows", 0), "joint")->as.number, 2);
	Slice network = made(&b, b.v.root, "network");
	assert_has(network, "href=\"\x01partners/zavod/\"");
	assert_has(network, ">2</text>");
	bench_release(&b);
}
END_TEST

START_TEST(a_partner_who_may_not_stand_on_the_page_is_not_drawn)
{
	Bench b;
	bench_init(&b);
	add_partner(&b, "shown", NULL);
	add_partner(&b, "secret", NULL);
	b.s.last->self.scope = sample_scope(&b.s, "partners/secret/");
	look(&b, view_partners, "partners/");
	ck_assert_uint_eq(get(&b, b.v.root, "rows")->as.list.n, 1);
	assert_lacks(made(&b, b.v.root, "network"), "secret");
	bench_release(&b);
}
END_TEST

START_TEST(a_programme_that_may_not_stand_on_the_page_is_not_counted)
{
	Bench b;
	bench_init(&b);
	const PubRecord *partner = add_partner(&b, "zavod", NULL);
	add_programme(&b, "1", "under_way");
	sample_set(&b.s, "partners", sample_list(&b.s, &partner->self, NULL));
	b.s.last->self.scope = sample_scope(&b.s, "programmes/");
	look(&b, view_partners, "partners/");
	ck_assert_int_eq(get(&b, item(&b, "rows", 0), "joint")->as.number, 0);
	bench_release(&b);
}
END_TEST

START_TEST(no_partners_are_no_network)
{
	Bench b;
	bench_init(&b);
	look(&b, view_partners, "partners/");
	ck_assert_ptr_null(get(&b, b.v.root, "network"));
	bench_release(&b);
}
END_TEST

/* --- the road map --- */

START_TEST(the_present_stage_is_the_first_not_done)
{
	Bench b;
	bench_init(&b);
	Arena *a = &b.s.site.arena;
	Pub *roadmap = pub_new_map(a);
	const Pub *stages[3];
	for (size_t i = 0; i < 3; i++) {
		Pub *stage = pub_new_map(a);
		pub_set(a, stage, "title", pub_new_text(a, SL("Этап")));
		pub_set(a, stage, "done", pub_new_flag(a, i != 1));
		stages[i] = stage;
	}
	pub_set(a, roadmap, "stages", pub_new_list(a, stages, 3));
	b.s.site.roadmap = roadmap;
	b.s.theme.texts[STR_progress] = SL("{0} из {1}");
	look(&b, view_roadmap, "roadmap/");
	for (size_t i = 0; i < 3; i++) {
		ck_assert(get(&b, item(&b, "stages", i), "current")->as.flag == (i == 1));
	}
	assert_slice(made(&b, b.v.root, "progress"), "2 из 3");
	bench_release(&b);
}
END_TEST

UNIT_MAIN("drawings", a_programme_shows_its_months_with_a_name_and_its_period_in_words,
          an_activity_has_a_strip_only_when_its_period_is_understood, an_activity_without_a_period_has_no_strip,
          a_programme_of_many_years_is_told_in_words_alone,
          programmes_of_a_year_stand_under_each_other_the_oldest_first,
          one_programme_and_more_than_forty_are_a_table_alone, a_year_with_a_programme_of_many_years_is_a_table_alone,
          partners_stand_by_kind_and_those_of_none_at_the_end, programmes_together_are_counted_and_linked,
          a_partner_who_may_not_stand_on_the_page_is_not_drawn,
          a_programme_that_may_not_stand_on_the_page_is_not_counted, no_partners_are_no_network,
          the_present_stage_is_the_first_not_done)
