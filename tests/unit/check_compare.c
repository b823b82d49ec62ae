/* rubrika diff: what the public would see appear, change and vanish between two trees of one day. */
#include "corpora.h"

#include "redact/compare.h"

#define DAY "2026-03-01"

/* The older tree, set aside. */
static struct {
	PubSite *site;
	Corpus *corpus;
	Tree *tree;
} old;

static Differences found;

static void set_aside(void)
{
	world_on(DAY);
	old.site = world.site;
	old.corpus = world.corpus;
	old.tree = world.tree;
	world.site = NULL;
	world.corpus = NULL;
	world.tree = NULL;
}

static void compare(void)
{
	differences_init(&found);
	compare_sites(&found, old.site, world_on(DAY));
}

static void forget(void)
{
	differences_release(&found);
	pubsite_free(old.site);
	corpus_free(old.corpus);
	tree_free(old.tree);
}

/* One line a difference: "0 appears news/n/", "0 changes news/n/ title: a → b", "1 changes 2". */
static Slice lines(void)
{
	static const char *const types[] = {"appears", "changes", "vanishes"};
	buf_clear(&world.text);
	for (size_t i = 0; i < found.list.n; i++) {
		const Difference *d = &found.list.items[i];
		buf_printf(&world.text, "%s%d %s", i ? "\n" : "", (int)d->area, types[d->type]);
		const Slice parts[] = {d->item, d->field};
		for (size_t k = 0; k < 2; k++) {
			buf_str(&world.text, parts[k].n ? " " : "");
			buf_add(&world.text, parts[k]);
		}
		if (d->count) {
			buf_printf(&world.text, " x%zu", d->count);
		}
		if (d->valued) {
			buf_printf(&world.text, ": %.*s → %.*s", SLICE_ARG(d->before), SLICE_ARG(d->after));
		}
	}
	return buf_slice(&world.text);
}

static bool line(const char *area_and_rest)
{
	Slice all = lines();
	size_t at = slice_find(all, slice_of(area_and_rest), 0);
	size_t end = at + strlen(area_and_rest);
	return at < all.n && (at == 0 || all.p[at - 1] == '\n') && (end == all.n || all.p[end] == '\n');
}

#define assert_line(area, rest)                                                              \
	do {                                                                                 \
		char want_[200];                                                             \
		snprintf(want_, sizeof want_, "%d %s", (int)(area), rest);                   \
		ck_assert_msg(line(want_), "\"%s\" is not among:\n%s", want_, world.text.p); \
	} while (0)

static void news(const char *title, const char *rest)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "---\ntitle: %s\ndate: 2026-01-01\n%s---\nТекст.\n", title, rest);
	world_put("news/n.md", text.p);
	buf_release(&text);
}

static void ivanova(const char *covers, const char *rest)
{
	Buf card = BUF_INIT;
	Buf text = BUF_INIT;
	buf_printf(&card, "consents:\n  - {id: r1, signed: 2025-09-01, by: self, covers: [%s]}\n", covers);
	world_part("mentors", "ivanova", "Иванова", card.p);
	buf_printf(&text, "---\nperson: ivanova\n%s---\n", rest);
	world_put("mentors/ivanova.md", text.p);
	buf_release(&card);
	buf_release(&text);
}

START_TEST(a_tree_does_not_differ_from_itself)
{
	world_begin();
	news("Н", "");
	ivanova("role, name", "");
	set_aside();
	compare();
	assert_slice(lines(), "");
	forget();
	world_end();
}
END_TEST

START_TEST(what_is_withheld_is_no_difference)
{
	world_begin();
	ivanova("role, name", "");
	set_aside();
	ivanova("role, name", "payment: много\nexperience_years: 30\nnote: тайна\n");
	world_put("news/draft.md", "---\ntitle: Ч\ndate: 2026-01-01\ndraft: true\n---\nТекст.\n");
	world_picture("media/a.png");
	world_put("media/a.png.yaml", "alt: Не упомянута\n");
	compare();
	assert_slice(lines(), "");
	forget();
	world_end();
}
END_TEST

START_TEST(a_record_appears_and_vanishes_by_its_page)
{
	world_begin();
	news("Н", "");
	world_put("partners/a.md", "---\nname: А\n---\n");
	set_aside();
	news("Н", "publish_until: 2026-02-01\n");
	world_put("partners/b.md", "---\nname: Б\n---\n");
	compare();
	assert_line(PUB_NEWS, "vanishes news/n/");
	assert_line(PUB_PARTNERS, "appears partners/b/");
	assert_line(AREA_TOTALS, "changes partners: 1 → 2");
	ck_assert_uint_eq(found.list.n, 3);
	forget();
	world_end();
}
END_TEST

START_TEST(a_field_that_is_public_in_both_is_shown_with_its_values)
{
	world_begin();
	news("Старый заголовок", "tags: [а, б]\n");
	set_aside();
	news("Новый заголовок", "tags: [а, в]\nsummary: Коротко\n");
	compare();
	assert_line(PUB_NEWS, "changes news/n/ title: Старый заголовок → Новый заголовок");
	assert_line(PUB_NEWS, "changes news/n/ tags: а, б → а, в");
	assert_line(PUB_NEWS, "appears news/n/ summary");
	ck_assert_uint_eq(found.list.n, 3);
	forget();
	world_end();
}
END_TEST

START_TEST(a_text_is_said_to_change_and_a_long_value_is_cut)
{
	Buf title = BUF_INIT;
	world_begin();
	for (int i = 0; i < 50; i++) {
		buf_str(&title, "я ");
	}
	news(title.p, "");
	set_aside();
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\n---\nДругой текст.\n");
	compare();
	assert_line(PUB_NEWS, "changes news/n/ body");
	ck_assert_uint_eq(utf8_length(found.list.items[0].before), 61);
	buf_release(&title);
	forget();
	world_end();
}
END_TEST

START_TEST(what_one_side_withholds_is_named_and_not_shown)
{
	world_begin();
	ivanova("role, short_name", "experience_years: 30\n");
	world_programme("p", "ivanova", "", "");
	set_aside();
	ivanova("role, name, portfolio", "experience_years: 30\n");
	compare();
	assert_line(PUB_MENTORS, "changes mentors/ivanova/ name");
	assert_line(PUB_MENTORS, "appears mentors/ivanova/ experience_years");
	assert_line(PUB_PROGRAMMES, "changes programmes/N-p/ mentors");
	lines();
	ck_assert_ptr_null(strstr(world.text.p, "Иванова"));
	ck_assert_ptr_null(strstr(world.text.p, "30"));
	forget();
	world_end();
}
END_TEST

START_TEST(a_field_inside_a_field_is_named_with_a_dot)
{
	world_begin();
	world_programme(
	        "p", "", "",
	        "results: {summary: Итог}\ncompletion: {date: 2026-02-20, ground: plan}\norder: {number: 1, date: "
	        "2026-01-20}\n");
	set_aside();
	world_programme(
	        "p", "", "",
	        "results: {summary: Иной}\ncompletion: {date: 2026-02-21, ground: plan}\norder: {number: 2, date: "
	        "2026-01-20}\n");
	compare();
	assert_line(PUB_PROGRAMMES, "changes programmes/N-p/ results.summary");
	assert_line(PUB_PROGRAMMES, "changes programmes/N-p/ completion.date: 2026-02-20 → 2026-02-21");
	assert_line(PUB_PROGRAMMES, "changes programmes/N-p/ order.number: 1 → 2");
	ck_assert_uint_eq(found.list.n, 3);
	forget();
	world_end();
}
END_TEST

START_TEST(rows_without_a_page_are_counted)
{
	world_begin();
	world_part("mentees", "petrov", "Петров", ROLE_AND_NAME);
	world_part("mentees", "sidorov", "Сидоров", ROLE_AND_NAME);
	set_aside();
	world_part("mentees", "petrov", "Петров", "");
	world_part("mentees", "sidorov", "Сидоров", "");
	world_part("mentees", "egorov", "Егоров", ROLE_AND_NAME);
	compare();
	assert_line(PUB_MENTEES, "vanishes x2");
	assert_line(PUB_MENTEES, "appears x1");
	assert_line(AREA_TOTALS, "changes mentees: 2 → 1");
	ck_assert_uint_eq(found.list.n, 3);
	forget();
	world_end();
}
END_TEST

START_TEST(the_site_the_policy_and_the_road_map_are_compared)
{
	world_begin();
	set_aside();
	world_put("site.yaml", BASE_SITE "description: Слово\n");
	world_put("roadmap.yaml", "stages: [{title: Э}]\n");
	world_policy("min_group: 7\n");
	compare();
	assert_line(AREA_SITE, "appears description");
	assert_line(AREA_POLICY, "changes min_group: 5 → 7");
	assert_line(AREA_ROADMAP, "appears");
	ck_assert_uint_eq(found.list.n, 3);
	forget();
	world_end();
}
END_TEST

START_TEST(sections_are_compared_in_their_order)
{
	static const char *const orders[] = {"news, events", "events, news"};
	Buf policy = BUF_INIT;
	world_begin();
	for (int i = 0; i < 2; i++) {
		buf_clear(&policy);
		buf_printf(&policy,
		           "act: {title: П}\nmodel: pupils\nsections: [%s]\nforms: [{id: a, title: а}]\n"
		           "kinds: [{id: b, title: б}]\n",
		           orders[i]);
		world_put("policy.yaml", policy.p);
		if (i == 0) {
			set_aside();
		}
	}
	compare();
	assert_line(AREA_SECTIONS, "changes sections: news, events → events, news");
	buf_release(&policy);
	forget();
	world_end();
}
END_TEST

START_TEST(pictures_are_counted_and_files_named)
{
	world_begin();
	news("Н", "");
	set_aside();
	world_picture("media/k.png");
	world_put("media/k.png.yaml", "alt: К\n");
	world_put("media/blank.docx", "PK");
	world_put("methods/m.md", "---\ntitle: М\nfile: media/blank.docx\n---\n");
	news("Н", "image: media/k.png\n");
	compare();
	assert_line(AREA_PICTURES, "appears x1");
	assert_line(AREA_FILES, "appears blank.docx");
	assert_line(PUB_METHODS, "appears methods/m/");
	assert_line(PUB_NEWS, "appears news/n/ image");
	ck_assert_uint_eq(found.list.n, 4);
	forget();
	world_end();
}
END_TEST

START_TEST(what_is_said_of_a_picture_is_compared)
{
	world_begin();
	world_picture("media/a.png");
	world_picture("media/k.png");
	world_put("media/a.png.yaml", "alt: Не упомянута\n");
	world_put("media/k.png.yaml", "alt: Так\n");
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\n---\n![](media/k.png)\n");
	set_aside();
	unlinkat(world.fd, "content/media/a.png", 0);
	unlinkat(world.fd, "content/media/a.png.yaml", 0);
	world_put("media/k.png.yaml", "alt: Иначе\n");
	compare();
	assert_line(AREA_PICTURES, "changes alt: Так → Иначе");
	ck_assert_uint_eq(found.list.n, 1);
	forget();
	world_end();
}
END_TEST

START_TEST(a_notice_is_counted)
{
	world_begin();
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("name", ""));
	set_aside();
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("name", ", conditions: Нельзя."));
	compare();
	assert_line(AREA_NOTICES, "appears x1");
	ck_assert_uint_eq(found.list.n, 1);
	forget();
	world_end();
}
END_TEST

START_TEST(cells_of_a_breakdown_are_compared_where_both_show_them)
{
	static const char *const forms[] = {"tt", "tt", "tt", "tp", "tp", "tp"};
	Buf text = BUF_INIT;
	world_begin();
	world_policy("min_group: 2\n");
	for (int i = 0; i < 9; i++) {
		char path[40];
		snprintf(path, sizeof path, "programmes/p%d.md", i);
		buf_clear(&text);
		buf_printf(&text,
		           "---\nnumber: N-%d\ntitle: П\nform: %s\nstart: 2026-02-01\nend: 2026-05-31\nmentors: "
		           "[]\nmentees: []\n---\n",
		           i,
		           i < 6   ? forms[i]
		           : i < 8 ? "pp"
		                   : "tt");
		if (i == 6) {
			set_aside();
		}
		world_put(path, text.p);
	}
	compare();
	assert_line(AREA_BREAKDOWNS, "changes programmes_by_form педагог – педагог: 3 → 4");
	assert_line(AREA_BREAKDOWNS, "appears programmes_by_form x1");
	assert_line(AREA_TOTALS, "changes programmes: 6 → 9");
	buf_release(&text);
	forget();
	world_end();
}
END_TEST

START_TEST(pages_that_are_no_records_are_compared_by_their_paths)
{
	const Slice before[] = {SL(""), SL("news/"), SL("news/2025/")};
	const Slice after[] = {SL(""), SL("events/"), SL("news/")};
	world_begin();
	differences_init(&found);
	compare_pages(&found, before, 3, after, 3);
	assert_line(AREA_PAGES, "appears events/");
	assert_line(AREA_PAGES, "vanishes news/2025/");
	ck_assert_uint_eq(found.list.n, 2);
	differences_release(&found);
	world_end();
}
END_TEST

UNIT_MAIN("compare", a_tree_does_not_differ_from_itself, what_is_withheld_is_no_difference,
          a_record_appears_and_vanishes_by_its_page, a_field_that_is_public_in_both_is_shown_with_its_values,
          a_text_is_said_to_change_and_a_long_value_is_cut, what_one_side_withholds_is_named_and_not_shown,
          a_field_inside_a_field_is_named_with_a_dot, rows_without_a_page_are_counted,
          the_site_the_policy_and_the_road_map_are_compared, sections_are_compared_in_their_order,
          pictures_are_counted_and_files_named, what_is_said_of_a_picture_is_compared, a_notice_is_counted,
          cells_of_a_breakdown_are_compared_where_both_show_them, pages_that_are_no_records_are_compared_by_their_paths)
