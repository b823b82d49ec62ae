/* The context common to all pages, and the table from page type to view. */
#include "render/page.h"

#include "base/hash.h"
#include "render/jsonld.h"
#include "render/media.h"
#include "render/shapes.h"

static ViewFill *const fills[PAGE_TYPES] = {
        [PAGE_home] = view_home,           [PAGE_mentors] = view_mentors,       [PAGE_mentor] = view_mentor,
        [PAGE_mentees] = view_mentees,     [PAGE_programmes] = view_programmes, [PAGE_programme] = view_programme,
        [PAGE_partners] = view_partners,   [PAGE_partner] = view_partner,       [PAGE_cases] = view_items,
        [PAGE_case] = view_case,           [PAGE_documents] = view_documents,   [PAGE_document] = view_document,
        [PAGE_methods] = view_methods,     [PAGE_method] = view_record,         [PAGE_news] = view_news,
        [PAGE_news_item] = view_news_item, [PAGE_events] = view_events,         [PAGE_event] = view_event,
        [PAGE_roadmap] = view_roadmap,     [PAGE_awards] = view_awards,         [PAGE_stats] = view_stats,
        [PAGE_forms] = view_none,          [PAGE_search] = view_search,         [PAGE_changes] = view_changes,
        [PAGE_consents] = view_consents,   [PAGE_accessibility] = view_none,    [PAGE_sitemap] = view_sitemap,
        [PAGE_page] = view_record,         [PAGE_not_found] = view_none,        [PAGE_redirect] = view_none,
};

void view_none(View *v)
{
	(void)v;
}

void view_set(View *v, const char *name, const Pub *value)
{
	pub_set(v->arena, v->root, name, value);
}

void view_set_text(View *v, const char *name, Slice text)
{
	if (text.n) {
		view_set(v, name, pub_new_text(v->arena, text));
	}
}

const Pub *view_records(View *v, PubList list)
{
	const Pub **items = arena_array(v->arena, list.n, sizeof *items);
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++) {
		if (pub_on(&list.items[i]->self, v->page->path)) {
			items[n++] = &list.items[i]->self;
		}
	}
	return pub_new_list(v->arena, items, n);
}

void view_set_list(View *v, const char *name, PubList list)
{
	view_set(v, name, view_records(v, list));
}

const Pub *view_url(View *v, Slice path)
{
	const char hole = PUB_HOLE_BASE;
	return pub_new_url(v->arena, arena_join(v->arena, (Slice){&hole, 1}, path, SL("")));
}

const Pub *view_link(View *v, Slice title, Slice path)
{
	Pub *link = pub_new_map(v->arena);
	pub_set(v->arena, link, "title", pub_new_text(v->arena, title));
	pub_set(v->arena, link, "url", view_url(v, path));
	return link;
}

Slice view_name(View *v, const PubRecord *r)
{
	Slice name = pub_text(&r->fields, "name", v->page->path);
	return name.n ? name : pub_text(&r->fields, "title", v->page->path);
}

/* The anchor that a numbered clause has in the text of its act (redact/clause.h): «п. 8.3» and «8.3» alike. */
static Slice clause_anchor(Slice number)
{
	size_t from = 0;
	while (from < number.n && (number.p[from] < '0' || number.p[from] > '9')) {
		from++;
	}
	size_t end = from;
	while (end < number.n && ((number.p[end] >= '0' && number.p[end] <= '9') || number.p[end] == '.')) {
		end++;
	}
	while (end > from && number.p[end - 1] == '.') {
		end--;
	}
	return end == number.n ? slice_sub(number, from, end) : SL("");
}

static const Pub *clause_url(View *v, Slice number)
{
	const Pub *act = pub_get(&v->render->site->policy, SL("act"), v->page->path);
	const Pub *document = act ? pub_get(act, SL("document"), v->page->path) : NULL;
	if (!document || document->type != PUB_RECORD || !pages_has(v->pages, document->as.record->page)) {
		return NULL;
	}
	Slice anchor = clause_anchor(number);
	Slice page = document->as.record->page;
	bool known = anchor.n && pub_anchor(document->as.record, anchor);
	return view_url(v, known ? arena_join(v->arena, page, SL("#"), anchor) : page);
}

const Pub *view_clause(View *v, const char *name)
{
	const Pub *clauses = pub_get(&v->render->site->policy, SL("clauses"), v->page->path);
	Slice number = clauses ? pub_text(clauses, name, v->page->path) : SL("");
	if (number.n == 0) {
		return NULL;
	}
	Pub *clause = pub_new_map(v->arena);
	pub_set(v->arena, clause, "number", pub_new_text(v->arena, number));
	pub_set(v->arena, clause, "url", clause_url(v, number));
	return clause;
}

/* --- the common context --- */

static void add_nav(View *v)
{
	const Pages *ps = v->pages;
	const Pub **items = arena_array(v->arena, ps->nav_count, sizeof *items);
	for (size_t i = 0; i < ps->nav_count; i++) {
		const NavItem *nav = &ps->nav[i];
		Pub *item = pub_new_map(v->arena);
		bool current = slice_eq(nav->path, v->page->path);
		pub_set(v->arena, item, "id", pub_new_text(v->arena, nav->id));
		pub_set(v->arena, item, "title", pub_new_text(v->arena, nav->title));
		pub_set(v->arena, item, "about", pub_new_text(v->arena, nav->about));
		pub_set(v->arena, item, "url", view_url(v, nav->path));
		pub_set(v->arena, item, "current", pub_new_flag(v->arena, current));
		pub_set(v->arena, item, "inside",
		        pub_new_flag(v->arena, !current && slice_eq(nav->id, v->page->section)));
		items[i] = item;
	}
	view_set(v, "nav", pub_new_list(v->arena, items, ps->nav_count));
}

static const Pub *crumb_here(View *v)
{
	Pub *here = pub_new_map(v->arena);
	pub_set(v->arena, here, "title", pub_new_text(v->arena, v->page->title));
	return here;
}

/* The section, its list if this is a record of it, the page. */
static void add_breadcrumbs(View *v)
{
	const Pub *items[3];
	size_t n = 0;
	const Page *page = v->page;
	if (page->path.n) {
		Slice home = pub_text(&v->render->site->site, "title", SL(""));
		items[n++] = view_link(v, home, SL(""));
	}
	const Page *list = page->section.n
	                           ? map_get(&v->pages->by_path, arena_join(v->arena, page->section, SL("/"), SL("")))
	                           : NULL;
	if (list && list != page) {
		items[n++] = view_link(v, list->title, list->path);
	}
	items[n++] = crumb_here(v);
	view_set(v, "breadcrumbs", pub_new_list(v->arena, items, n));
}

static void add_url(View *v, Pub *urls, const char *name, const char *path)
{
	if (pages_has(v->pages, slice_of(path))) {
		pub_set(v->arena, urls, name, view_url(v, slice_of(path)));
	}
}

static void add_urls(View *v)
{
	static const char *const table[][2] = {
	        {"home", ""},
	        {"search", "search/"},
	        {"changes", "changes/"},
	        {"consents", "consents/"},
	        {"accessibility", "accessibility/"},
	        {"sitemap", "sitemap/"},
	        {"news", "news/"},
	        {"events", "events/"},
	        {"programmes", "programmes/"},
	        {"mentors", "mentors/"},
	        {"changes_feed", "changes/atom.xml"},
	        {"data", "data/rubric.json"},
	};
	Pub *urls = pub_new_map(v->arena);
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		add_url(v, urls, table[i][0], table[i][1]);
	}
	if (pub_section(v->render->site, SECTION_NEWS)) {
		add_url(v, urls, "news_feed", "news/atom.xml");
	}
	if (pub_section(v->render->site, SECTION_EVENTS)) {
		add_url(v, urls, "calendar", "events/calendar.ics");
	}
	view_set(v, "urls", urls);
}

static Slice full_title(View *v)
{
	const Pub *site = &v->render->site->site;
	Slice section = pub_text(site, "title", SL(""));
	const Pub *school = pub_get(site, SL("school"), SL(""));
	Slice where = arena_join(v->arena, section, SL(" — "), pub_text(school, "short_name", SL("")));
	return v->page->path.n ? arena_join(v->arena, v->page->title, SL(" — "), where) : where;
}

/* The first picture of the page's record, for social cards; else the site's own card. */
static const Pub *card_image(View *v)
{
	static const char *const fields[] = {"image", "photo", "logo"};
	const PubRecord *r = v->page->record;
	for (size_t i = 0; r && i < 3; i++) {
		const Pub *m = pub_get(&r->fields, slice_of(fields[i]), v->page->path);
		if (m && m->type == PUB_MEDIA && m->as.media->out) {
			Slice path = media_target(m->as.media);
			return pub_new_url(v->arena, arena_join(v->arena, v->render->site->base_url, path, SL("")));
		}
	}
	return pub_new_url(v->arena, arena_join(v->arena, v->render->site->base_url, v->pages->card, SL("")));
}

static bool is_indexed(PageType type)
{
	return type != PAGE_not_found && type != PAGE_redirect;
}

/* The CSP of the page names its one inline script, which is data, by its hash. */
static void add_jsonld(View *v, Pub *head)
{
	const Pub *jsonld = jsonld_of(v);
	Buf hash = BUF_INIT;
	buf_str(&hash, "sha256-");
	sha256_base64(&hash, jsonld->as.text);
	pub_set(v->arena, head, "jsonld", jsonld);
	pub_set(v->arena, head, "jsonld_hash", pub_new_text(v->arena, buf_slice(&hash)));
	buf_release(&hash);
}

static void add_head(View *v)
{
	Arena *a = v->arena;
	const PubSite *site = v->render->site;
	const Page *page = v->page;
	bool english = slice_is(site->language, "en");
	bool article = page->type == PAGE_news_item || page->type == PAGE_case;
	Pub *head = pub_new_map(a);
	pub_set(a, head, "title", pub_new_text(a, page->title));
	pub_set(a, head, "full_title", pub_new_text(a, full_title(v)));
	pub_set(a, head, "description", page->about.n ? pub_new_text(a, page->about) : NULL);
	pub_set(a, head, "canonical", pub_new_url(a, arena_join(a, site->base_url, page->path, SL(""))));
	pub_set(a, head, "image", card_image(v));
	pub_set(a, head, "type", pub_new_text(a, article ? SL("article") : SL("website")));
	pub_set(a, head, "language", pub_new_text(a, site->language));
	pub_set(a, head, "locale", pub_new_text(a, english ? SL("en_US") : SL("ru_RU")));
	pub_set(a, head, "section", pub_new_text(a, page->section));
	pub_set(a, head, "index", pub_new_flag(a, is_indexed(page->type)));
	pub_set(a, head, "clause", page->section.n ? view_clause(v, arena_cstr(a, page->section)) : NULL);
	add_jsonld(v, head);
	if (page->record && page->record->updated != DATE_NONE) {
		pub_set(a, head, "updated", pub_new_date(a, page->record->updated));
	}
	view_set(v, "page", head);
}

static void add_common(View *v)
{
	const Render *r = v->render;
	view_set(v, "site", &r->site->site);
	view_set(v, "policy", &r->site->policy);
	view_set(v, "s", r->theme->strings);
	view_set(v, "assets", r->theme->asset_map);
	add_nav(v);
	add_breadcrumbs(v);
	add_urls(v);
	add_head(v);
}

/* --- has_x --- */

static bool has_items(const Pub *v, Slice page)
{
	for (size_t i = 0; v && v->type == PUB_LIST && i < v->as.list.n; i++) {
		if (pub_on(v->as.list.items[i], page)) {
			return true;
		}
	}
	return false;
}

/* The list that `has_x` speaks of: the page's own, its record's, or the record's results'. */
static const Pub *list_named(View *v, Slice name)
{
	Slice page = v->page->path;
	const Pub *found = pub_get(v->root, name, page);
	const Pub *fields = v->page->record ? &v->page->record->self : NULL;
	if (!found && fields) {
		found = pub_get(fields, name, page);
	}
	const Pub *results = fields ? pub_get(fields, SL("results"), page) : NULL;
	if (!found && results) {
		found = pub_get(results, name, page);
	}
	return found ? found : pub_get(&v->render->site->site, name, page);
}

/* Mustache cannot ask whether a list is empty without walking it; vars.def has
 * a flag has_x wherever a heading must vanish with its list. */
static void add_flags(View *v, const PubShape *shape)
{
	for (size_t i = 0; i < shape->n; i++) {
		Slice name = shape->fields[i].name;
		if (slice_starts(name, SL("has_")) && !pub_get(v->root, name, v->page->path)) {
			const Pub *list = list_named(v, slice_sub(name, 4, name.n));
			view_set(v, name.p, pub_new_flag(v->arena, has_items(list, v->page->path)));
		}
	}
}

void page_render(const Render *r, const Pages *pages, const Page *page, Slice base, Buf *out)
{
	Arena arena = ARENA_INIT;
	View v = {&arena, r, pages, page, NULL};
	RenderContext rc = {.page = page->path, .base = base, .site = r->site, .locale = r->locale};
	v.root = pub_new_map(&arena);
	add_common(&v);
	if (page->type == PAGE_redirect) {
		view_set(&v, "target", view_url(&v, page->record->page));
	}
	fills[page->type](&v);
	add_flags(&v, page_shape_every());
	add_flags(&v, page_shape_own(page->type));
	template_render(r->theme->pages[page->type], &rc, v.root, out);
	arena_release(&arena);
}
