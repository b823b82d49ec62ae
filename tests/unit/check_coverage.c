/*
 * publication.md, rule 1: a consent that names pages, against the whole site.
 *
 * One mentor is spoken of wherever a person can be: in the registry, in a
 * programme, a case, news, awards, the road map, the notices, the text of a
 * page of every kind, and as the curator in the footer of each page. Her
 * consent covers everything, on the pages that begin with one prefix. Her name
 * is then to stand on those pages, in what indexes point to them by, and in no
 * other file.
 */
#include "corpora.h"

#include <jansson.h>

#include "cmd/session.h"

#define NAME "Ковригина"
#define STEM "ковригин" /* as the search index and any case of letters have it */
#define TEXT "Об этом рассказала [[person:kovrigina]].\n"

static void speak_of_her(void)
{
	world_put("site.yaml", BASE_SITE "curator: kovrigina\n");
	world_part("mentees", "mladshaya", "Младшая", "");
	world_put("mentors/kovrigina.md", "---\nperson: kovrigina\nsubjects: [Физика]\n---\nО себе.\n");
	world_programme("p", "kovrigina", "mladshaya", "");
	world_put("roadmap.yaml", "stages: [{title: Начало, responsible: [{role: Куратор, person: kovrigina}]}]\n");
	world_put("awards/a.yaml", "person: kovrigina\ntitle: Грамота\ndate: 2026-01-01\n");
	world_put("cases/c.md",
	          "---\ntitle: Опыт\nsummary: Кратко.\ndate: 2026-01-01\nmentors: [kovrigina]\n---\n" TEXT);
	world_put("news/n.md", "---\ntitle: Встреча\ndate: 2026-01-01\n---\n" TEXT);
	world_put("methods/m.md", "---\ntitle: Памятка\n---\n" TEXT);
	world_put("events/e.md", "---\ntitle: Семинар\nstart: 2026-01-01T15:00\n---\n" TEXT);
	world_put("documents/d.md", "---\ntitle: Приказ\nlevel: local\ntype: order\n---\n" TEXT);
	world_put("partners/x.md", "---\nname: Завод\n---\n" TEXT);
	world_put("pages/about.md", "---\ntitle: О нас\n---\n" TEXT);
}

static void agree(const char *prefix)
{
	Buf consents = BUF_INIT;
	buf_printf(&consents,
	           "consents:\n  - {id: r1, signed: 2025-09-01, by: self, covers: [role, name, portfolio, awards], "
	           "pages: [%s], conditions: Не передавать.}\n",
	           prefix);
	world_person("kovrigina", NAME, consents.p);
	buf_release(&consents);
}

/* --- which files of the site may have her name --- */

/* A page that speaks of her in its own content, by the kind that has it in the data. */
static const struct {
	const char *kind, *page;
} entries[] = {
        {"site", ""},
        {"mentors", "mentors/kovrigina/"},
        {"programmes", "programmes/N-p/"},
        {"partners", "partners/x/"},
        {"cases", "cases/c/"},
        {"documents", "documents/d/"},
        {"methods", "methods/m/"},
        {"news", "news/n/"},
        {"events", "events/e/"},
        {"awards", "awards/"},
        {"pages", "about/"},
        {"roadmap", "roadmap/"},
};
enum { ENTRIES = sizeof entries / sizeof *entries };

/* Files that index one kind. */
static const struct {
	const char *file, *page;
} indexes[] = {
        {"data/mentors.csv", "mentors/kovrigina/"},
        {"data/programmes.csv", "programmes/N-p/"},
        {"news/atom.xml", "news/n/"},
};
enum { INDEXES = sizeof indexes / sizeof *indexes };

static Slice prefix;

static bool covers(const char *page)
{
	return slice_starts(slice_of(page), prefix);
}

static bool covers_any(void)
{
	bool any = false;
	for (int i = 0; i < ENTRIES; i++) {
		any |= covers(entries[i].page);
	}
	return any;
}

static bool names_her(Slice bytes)
{
	return slice_find(bytes, SL(NAME), 0) < bytes.n || slice_find(bytes, SL(STEM), 0) < bytes.n;
}

/* The page of a file; false: it is none. */
static bool page_of(Slice *page, Slice file)
{
	bool fragment = slice_starts(file, SL("fragments/"));
	*page = slice_ends(file, SL("index.html")) ? slice_sub(file, 0, file.n - 10) : file;
	return slice_ends(file, SL(".html")) && !fragment;
}

/* "fragments/news/n.html" is what stands on news/n/, "fragments/index.html" what stands on the front page. */
static bool fragment_allowed(Slice file)
{
	Slice page = slice_sub(file, 10, file.n - 5);
	Buf path = BUF_INIT;
	buf_add(&path, slice_is(page, "index") ? SL("") : page);
	buf_str(&path, path.n ? "/" : "");
	bool allowed = slice_starts(buf_slice(&path), prefix);
	buf_release(&path);
	return allowed;
}

static void assert_data(Slice bytes)
{
	json_t *root = json_loadb(bytes.p, bytes.n, 0, NULL);
	for (int i = 0; i < ENTRIES; i++) {
		char *text = json_dumps(json_object_get(root, entries[i].kind), JSON_ENCODE_ANY);
		bool has = text && names_her(slice_of(text));
		ck_assert_msg(has == covers(entries[i].page), "%s in rubric.json, of %.*s", entries[i].kind,
		              SLICE_ARG(prefix));
		free(text);
	}
	json_decref(root);
}

static void assert_file(Slice file, Slice bytes)
{
	bool has = names_her(bytes);
	Slice page;
	if (page_of(&page, file)) {
		bool allowed = slice_starts(page, prefix);
		ck_assert_msg(has == allowed, "%.*s, of %.*s: %d", SLICE_ARG(file), SLICE_ARG(prefix), has);
		return;
	}
	for (int i = 0; i < INDEXES; i++) {
		ck_assert_msg(!slice_is(file, indexes[i].file) || has == covers(indexes[i].page), "%.*s, of %.*s",
		              SLICE_ARG(file), SLICE_ARG(prefix));
	}
	if (slice_is(file, "data/rubric.json")) {
		assert_data(bytes);
	}
	bool fragment = slice_starts(file, SL("fragments/"));
	ck_assert_msg(!has || (fragment ? fragment_allowed(file) : covers_any()), "%.*s, of %.*s", SLICE_ARG(file),
	              SLICE_ARG(prefix));
}

/* Her id is the address of her page, and is nowhere when she has none. */
static void assert_id(Slice file, Slice bytes)
{
	bool has = slice_find(bytes, SL("kovrigina"), 0) < bytes.n || slice_find(file, SL("kovrigina"), 0) < file.n;
	bool paged = covers("mentors/kovrigina/");
	ck_assert_msg(!has || paged, "%.*s, of %.*s", SLICE_ARG(file), SLICE_ARG(prefix));
	ck_assert_msg(has || !paged || !slice_is(file, "sitemap.xml"), "sitemap.xml, of %.*s", SLICE_ARG(prefix));
}

/* Builds the site of a consent that names a prefix, and reads every file. */
static void assert_coverage(const char *written, const char *meant)
{
	Session s;
	Products ps;
	const Options o = {.repo = world.dir,
	                   .content = "content",
	                   .worktree = true,
	                   .no_history = true,
	                   .as_of = date_of(2026, 3, 1),
	                   .jobs = 2};
	prefix = slice_of(meant);
	agree(written);
	ck_assert_msg(session_open(&s, &o), "%s: the content has faults", written);
	products_init(&ps);
	site_products(&ps, s.pages, &s.render, true);
	for (size_t i = 0; i < ps.list.n; i++) {
		Buf bytes = BUF_INIT;
		ps.list.items[i].make(&s.render, &ps.list.items[i], &bytes);
		assert_file(ps.list.items[i].path, buf_slice(&bytes));
		assert_id(ps.list.items[i].path, buf_slice(&bytes));
		buf_release(&bytes);
	}
	products_release(&ps);
	session_close(&s);
}

START_TEST(rule_01_a_consent_to_a_section_names_its_pages_and_nothing_else)
{
	static const char *const sections[] = {"mentors/", "mentees/",   "programmes/", "partners/", "cases/",
	                                       "methods/", "documents/", "news/",       "events/",   "roadmap/",
	                                       "awards/",  "stats/",     "forms/",      "about/",    "consents/"};
	world_begin();
	speak_of_her();
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		assert_coverage(sections[i], sections[i]);
	}
	world_end();
}
END_TEST

START_TEST(rule_01_a_consent_to_one_page_does_not_reach_the_list_above_it)
{
	static const char *const pages[] = {"mentors/kovrigina/", "programmes/N-p/", "news/n/", "cases/c/"};
	world_begin();
	speak_of_her();
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		assert_coverage(pages[i], pages[i]);
	}
	world_end();
}
END_TEST

START_TEST(rule_01_a_prefix_may_end_within_a_name)
{
	world_begin();
	speak_of_her();
	assert_coverage("mentors/kov", "mentors/kov");
	assert_coverage("m", "m");
	world_end();
}
END_TEST

START_TEST(rule_01_the_root_is_the_whole_section)
{
	world_begin();
	speak_of_her();
	assert_coverage("/", "");
	world_end();
}
END_TEST

/* Paths count from the section's root; one that begins no page of it gives nothing away. */
START_TEST(rule_01_a_path_that_begins_no_page_covers_nothing)
{
	static const char *const strange[] = {"mentoring/mentors/", "mentors/kovrigina-two/", "Mentors/"};
	world_begin();
	speak_of_her();
	for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
		assert_coverage(strange[i], strange[i]);
	}
	world_end();
}
END_TEST

/* An index is judged by the pages that it points to, never by its own path. */
START_TEST(rule_01_a_consent_to_an_index_is_no_consent_to_what_it_lists)
{
	static const char *const own[] = {"data/", "search/", "news/atom.xml", "fragments/", "sitemap.xml"};
	world_begin();
	speak_of_her();
	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		assert_coverage(own[i], own[i]);
	}
	world_end();
}
END_TEST

UNIT_MAIN("coverage", rule_01_a_consent_to_a_section_names_its_pages_and_nothing_else,
          rule_01_a_consent_to_one_page_does_not_reach_the_list_above_it, rule_01_a_prefix_may_end_within_a_name,
          rule_01_the_root_is_the_whole_section, rule_01_a_path_that_begins_no_page_covers_nothing,
          rule_01_a_consent_to_an_index_is_no_consent_to_what_it_lists)
