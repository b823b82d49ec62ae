#include "base/mem.h"
#include "render/card.h"
#include "render/page.h"

enum { NEWS_A_PAGE = 20 };

/* Sections as they stand in the menu: the string that names each and the page that shows it. */
static const struct {
	PubSection section;
	PageType type;
	StringId title, about;
} section_pages[] = {
        {SECTION_MENTORS, PAGE_mentors, STR_nav_mentors, STR_about_mentors},
        {SECTION_MENTEES, PAGE_mentees, STR_nav_mentees, STR_about_mentees},
        {SECTION_PROGRAMMES, PAGE_programmes, STR_nav_programmes, STR_about_programmes},
        {SECTION_PARTNERS, PAGE_partners, STR_nav_partners, STR_about_partners},
        {SECTION_CASES, PAGE_cases, STR_nav_cases, STR_about_cases},
        {SECTION_DOCUMENTS, PAGE_documents, STR_nav_documents, STR_about_documents},
        {SECTION_METHODS, PAGE_methods, STR_nav_methods, STR_about_methods},
        {SECTION_NEWS, PAGE_news, STR_nav_news, STR_about_news},
        {SECTION_EVENTS, PAGE_events, STR_nav_events, STR_about_events},
        {SECTION_ROADMAP, PAGE_roadmap, STR_nav_roadmap, STR_about_roadmap},
        {SECTION_AWARDS, PAGE_awards, STR_nav_awards, STR_about_awards},
        {SECTION_STATS, PAGE_stats, STR_nav_stats, STR_about_stats},
        {SECTION_FORMS, PAGE_forms, STR_nav_forms, STR_about_forms},
};
enum { SECTION_PAGES = sizeof section_pages / sizeof *section_pages };

static const struct {
	PageType type;
	const char *path;
	StringId title, about;
} service_pages[] = {
        {PAGE_search, "search/", STR_title_search, STR_about_search},
        {PAGE_changes, "changes/", STR_title_changes, STR_about_changes},
        {PAGE_consents, "consents/", STR_title_consents, STR_about_consents},
        {PAGE_accessibility, "accessibility/", STR_title_accessibility, STR_about_accessibility},
        {PAGE_sitemap, "sitemap/", STR_title_sitemap, STR_about_sitemap},
        {PAGE_not_found, "404.html", STR_title_not_found, STR_title_not_found},
};

static const struct {
	PubKind kind;
	PubSection section;
	PageType type;
} record_pages[] = {
        {PUB_MENTORS, SECTION_MENTORS, PAGE_mentor},       {PUB_PROGRAMMES, SECTION_PROGRAMMES, PAGE_programme},
        {PUB_PARTNERS, SECTION_PARTNERS, PAGE_partner},    {PUB_CASES, SECTION_CASES, PAGE_case},
        {PUB_DOCUMENTS, SECTION_DOCUMENTS, PAGE_document}, {PUB_METHODS, SECTION_METHODS, PAGE_method},
        {PUB_NEWS, SECTION_NEWS, PAGE_news_item},          {PUB_EVENTS, SECTION_EVENTS, PAGE_event},
};

/* Portfolios are pages of the registry: an act that orders either has the registry built. */
static PubSection shown_as(PubSection s)
{
	return s == SECTION_PORTFOLIOS ? SECTION_MENTORS : s;
}

static bool is_built(const PubSite *site, PubSection section)
{
	return pub_section(site, section) || (section == SECTION_MENTORS && pub_section(site, SECTION_PORTFOLIOS));
}

static Page *add_page(Pages *ps, PageType type, Slice path, Slice title, Slice about)
{
	Page *page = ARENA_NEW(&ps->arena, Page);
	*page = (Page){.type = type, .path = path, .title = title, .about = about};
	vec_push(&ps->list, page);
	map_put(&ps->by_path, page->path, page);
	return page;
}

/* --- the menu --- */

static void add_nav(Pages *ps, Slice id, Slice title, Slice about, Slice path)
{
	ps->nav[ps->nav_count++] = (NavItem){id, title, about, path};
}

static void add_section(Pages *ps, const Render *r, PubSection section)
{
	for (size_t i = 0; i < SECTION_PAGES; i++) {
		if (section_pages[i].section != section) {
			continue;
		}
		Slice id = slice_of(pub_section_name(section));
		Slice path = arena_join(&ps->arena, id, SL("/"), SL(""));
		Slice title = r->theme->texts[section_pages[i].title];
		Slice about = r->theme->texts[section_pages[i].about];
		if (map_get(&ps->by_path, path)) {
			return; /* both mentors and portfolios are listed */
		}
		add_nav(ps, id, title, about, path);
		add_page(ps, section_pages[i].type, path, title, about)->section = id;
	}
}

static void add_menu_pages(Pages *ps, const Render *r)
{
	PubList list = r->site->kinds[PUB_PAGES];
	for (size_t i = 0; i < list.n; i++) {
		const PubRecord *rec = list.items[i];
		if (pub_flag(&rec->fields, "menu", rec->page)) {
			add_nav(ps, rec->id, pub_text(&rec->fields, "title", rec->page), SL(""), rec->page);
		}
	}
}

/* --- records --- */

static Slice record_title(const PubRecord *rec)
{
	Slice name = pub_text(&rec->fields, "name", rec->page);
	return name.n ? name : pub_text(&rec->fields, "title", rec->page);
}

enum { DESCRIPTION = 160 };

/* Offset behind the last whole word of the first DESCRIPTION characters. */
static size_t opening_end(Slice text)
{
	size_t at = 0;
	size_t cut = 0;
	for (size_t i = 0; i < DESCRIPTION && at < text.n; i++) {
		size_t from = at;
		uint32_t c = utf8_next(text, &at);
		cut = c == ' ' || c == '\n' ? from : cut;
	}
	return at == text.n || !cut ? at : cut;
}

/* The first sentences of a text, on one line, cut between words. */
static Slice opening(Arena *a, Slice text)
{
	size_t end = opening_end(text);
	Slice kept = arena_join(a, slice_sub(text, 0, end), end < text.n ? SL("…") : SL(""), SL(""));
	for (size_t i = 0; i < kept.n; i++) {
		char *p = (char *)kept.p + i;
		*p = *p == '\n' ? ' ' : *p;
	}
	return kept;
}

static Slice record_about(Pages *ps, const PubRecord *rec)
{
	Slice summary = pub_text(&rec->fields, "summary", rec->page);
	return summary.n ? summary : opening(&ps->arena, rec->text);
}

/* Records that a page may not name are passed over, as if they were not there: so
 * many at most, for a search that finds none must not cost the whole list. */
enum { PASSED_OVER = 64 };

/* The nearest record before (step -1) or after (1) the ith that the ith's own page may name; NULL when there is none.
 */
static const PubRecord *neighbour(PubList list, size_t i, int step)
{
	Slice page = list.items[i]->page;
	for (int passed = 0; passed < PASSED_OVER; passed++) {
		if (step < 0 ? i == 0 : i + 1 == list.n) {
			return NULL;
		}
		i = step < 0 ? i - 1 : i + 1;
		if (pub_on(&list.items[i]->self, page)) {
			return list.items[i];
		}
	}
	return NULL;
}

static void add_records(Pages *ps, PageType type, PubList list, Slice section)
{
	for (size_t i = 0; i < list.n; i++) {
		const PubRecord *rec = list.items[i];
		Page *page = add_page(ps, type, rec->page, record_title(rec), record_about(ps, rec));
		page->section = section;
		page->record = rec;
		page->newer = neighbour(list, i, -1);
		page->older = neighbour(list, i, 1);
	}
}

static void add_all_records(Pages *ps, const Render *r)
{
	for (size_t i = 0; i < sizeof record_pages / sizeof *record_pages; i++) {
		PubSection section = record_pages[i].section;
		if (is_built(r->site, section)) {
			add_records(ps, record_pages[i].type, r->site->kinds[record_pages[i].kind],
			            slice_of(pub_section_name(section)));
		}
	}
	add_records(ps, PAGE_page, r->site->kinds[PUB_PAGES], SL(""));
}

/* --- news by pages and years --- */

static int year_of(const PubRecord *rec)
{
	int y, m, d;
	date_split(pub_date(&rec->fields, "date", rec->page), &y, &m, &d);
	return y;
}

static void add_news_pages(Pages *ps, const Render *r, PubList all)
{
	size_t pages = all.n ? (all.n + NEWS_A_PAGE - 1) / NEWS_A_PAGE : 1;
	for (size_t i = 0; i < pages; i++) {
		char digits[24];
		Page *page = map_get(&ps->by_path, SL("news/"));
		if (i) {
			snprintf(digits, sizeof digits, "%zu", i + 1);
			Slice number = slice_of(digits);
			page = add_page(ps, PAGE_news, arena_printf(&ps->arena, "news/page/%s/", digits),
			                theme_fill(r->theme, &ps->arena, STR_news_page, &number, 1),
			                r->theme->texts[STR_about_news]);
			page->section = SL("news");
		}
		size_t from = i * NEWS_A_PAGE;
		size_t n = all.n - from < NEWS_A_PAGE ? all.n - from : NEWS_A_PAGE;
		page->items = (PubList){all.items ? all.items + from : NULL, n};
		page->number = i + 1;
		page->of = pages;
	}
}

/* News come newest first, so each year is one run. */
static void add_news_years(Pages *ps, const Render *r, PubList all)
{
	ps->news_years = arena_array(&ps->arena, all.n, sizeof *ps->news_years);
	for (size_t i = 0; i < all.n;) {
		size_t end = i;
		int year = year_of(all.items[i]);
		while (end < all.n && year_of(all.items[end]) == year) {
			end++;
		}
		char digits[16];
		snprintf(digits, sizeof digits, "%d", year);
		Slice text = slice_of(digits);
		Page *page = add_page(ps, PAGE_news, arena_printf(&ps->arena, "news/%s/", digits),
		                      theme_fill(r->theme, &ps->arena, STR_news_year, &text, 1),
		                      r->theme->texts[STR_about_news]);
		page->section = SL("news");
		page->items = (PubList){all.items + i, end - i};
		page->year = year;
		ps->news_years[ps->news_year_count++] = year;
		i = end;
	}
}

Pages *pages_plan(const Render *r)
{
	Pages *ps = mem_alloc(sizeof *ps);
	const PubSite *site = r->site;
	ps->nav = arena_array(&ps->arena, PUB_SECTIONS + site->kinds[PUB_PAGES].n, sizeof *ps->nav);
	add_page(ps, PAGE_home, SL(""), pub_text(&site->site, "title", SL("")),
	         pub_text(&site->site, "description", SL("")));
	for (size_t i = 0; i < site->section_count; i++) {
		add_section(ps, r, shown_as(site->sections[i]));
	}
	add_menu_pages(ps, r);
	add_all_records(ps, r);
	if (pub_section(site, SECTION_NEWS)) {
		add_news_pages(ps, r, site->kinds[PUB_NEWS]);
		add_news_years(ps, r, site->kinds[PUB_NEWS]);
	}
	for (size_t i = 0; i < sizeof service_pages / sizeof *service_pages; i++) {
		add_page(ps, service_pages[i].type, slice_of(service_pages[i].path),
		         r->theme->texts[service_pages[i].title], r->theme->texts[service_pages[i].about]);
	}
	relations_init(&ps->relations, site);
	ps->card = card_path(&ps->arena, r);
	return ps;
}

void pages_free(Pages *ps)
{
	if (ps) {
		relations_release(&ps->relations);
		map_release(&ps->by_path);
		vec_release(&ps->list);
		arena_release(&ps->arena);
		free(ps);
	}
}

/* Files beside the pages that a text may link to. */
static bool is_own_file(Slice path)
{
	return slice_starts(path, SL("data/")) || slice_is(path, "news/atom.xml") ||
	       slice_is(path, "changes/atom.xml") || slice_is(path, "events/calendar.ics") ||
	       slice_is(path, "sitemap.xml") || slice_is(path, "robots.txt");
}

bool pages_has(const Pages *ps, Slice path)
{
	if (slice_ends(path, SL("index.html"))) {
		path = slice_sub(path, 0, path.n - 10);
	}
	return map_get(&ps->by_path, path) || is_own_file(path);
}

/* --- products --- */

typedef struct PageArg {
	const Pages *pages;
	const Page *page;
} PageArg;

static void make_page(const Render *r, const Product *p, Buf *out)
{
	const PageArg *arg = p->arg;
	page_render(r, arg->pages, arg->page, r->site->base_path, out);
}

/* What stands between <main …> and </main>, links absolute: for a CMS that takes no static folder (site.md). */
static void make_fragment(const Render *r, const Product *p, Buf *out)
{
	const PageArg *arg = p->arg;
	Buf whole = BUF_INIT;
	page_render(r, arg->pages, arg->page, r->site->base_url, &whole);
	Slice html = buf_slice(&whole);
	size_t open = slice_find(html, SL("<main"), 0);
	size_t from = slice_find_byte(html, '>', open) + 1;
	size_t to = slice_find(html, SL("</main>"), from);
	buf_add(out, slice_trim(slice_sub(html, from, to)));
	buf_byte(out, '\n');
	buf_release(&whole);
}

static void add_product(Pages *pages, Products *ps, const Page *page, Slice path, ProductMake *make)
{
	PageArg *arg = ARENA_NEW(&pages->arena, PageArg);
	*arg = (PageArg){.pages = pages, .page = page};
	products_add(ps, path, make, arg);
}

static Slice file_of(Arena *a, Slice path)
{
	return slice_ends(path, SL(".html")) ? path : arena_join(a, path, SL("index.html"), SL(""));
}

static Slice fragment_of(Arena *a, Slice path)
{
	Slice stem = path.n ? slice_sub(path, 0, path.n - 1) : SL("index");
	return arena_join(a, SL("fragments/"), stem, SL(".html"));
}

static void add_redirects(Pages *pages, Products *ps, const Render *r, const PubRecord *rec)
{
	for (size_t i = 0; i < rec->alias_count; i++) {
		Page *page = ARENA_NEW(&pages->arena, Page);
		*page = (Page){.type = PAGE_redirect, .path = rec->aliases[i], .record = rec};
		page->title = r->theme->texts[STR_title_redirect];
		add_product(pages, ps, page, file_of(&pages->arena, rec->aliases[i]), make_page);
	}
}

void pages_add_products(Pages *pages, Products *ps, const Render *r, bool fragments)
{
	for (size_t i = 0; i < pages->list.n; i++) {
		const Page *page = pages->list.items[i];
		add_product(pages, ps, page, file_of(&pages->arena, page->path), make_page);
		if (fragments && page->type != PAGE_not_found && page->type != PAGE_search) {
			add_product(pages, ps, page, fragment_of(&pages->arena, page->path), make_fragment);
		}
		if (page->record) {
			add_redirects(pages, ps, r, page->record);
		}
	}
}

void site_products_but_index(Products *ps, Pages *pages, const Render *r, bool fragments)
{
	pages_add_products(pages, ps, r, fragments);
	feed_products(ps, r);
	calendar_products(ps, r);
	export_products(ps, r);
	table_products(ps, r);
	asset_products(ps, r);
	card_products(ps, r);
	products_sort(ps);
}

void site_products(Products *ps, Pages *pages, const Render *r, bool fragments)
{
	search_products(ps, r);
	site_products_but_index(ps, pages, r, fragments);
}
