/* Atom feeds (RFC 4287), sitemap.xml (sitemaps.org, 0.9), robots.txt (RFC 9309). */
#include "base/escape.h"
#include "render/markup.h"
#include "render/page.h"
#include "render/uri.h"

enum { NEWS = 30, CHANGES = 50 };

/* --- XML --- */

static void put_text(Buf *out, const char *element, Slice text)
{
	buf_printf(out, "<%s>", element);
	escape_xml(out, text);
	buf_printf(out, "</%s>\n", element);
}

static void put_page(Buf *out, const char *element, const PubSite *site, Slice path)
{
	Buf uri = BUF_INIT;
	uri_page(&uri, site, path);
	put_text(out, element, buf_slice(&uri));
	buf_release(&uri);
}

static void put_link(Buf *out, const char *rel, const char *type, const PubSite *site, Slice path)
{
	Buf uri = BUF_INIT;
	uri_page(&uri, site, path);
	buf_printf(out, "<link rel=\"%s\" type=\"%s\" href=\"", rel, type);
	escape_xml(out, buf_slice(&uri));
	buf_str(out, "\"/>\n");
	buf_release(&uri);
}

/* The time of day is not known, and midnight does not depend on the zone a reader is in. */
static void put_day(Buf *out, const char *element, Date d)
{
	char iso[11];
	date_iso(iso, d);
	buf_printf(out, "<%s>%sT00:00:00Z</%s>\n", element, iso, element);
}

/* --- Atom --- */

typedef struct Feed {
	Slice title, page, path; /* of the feed: its page and itself */
	Date updated;            /* of the newest entry; DATE_NONE: there is none */
} Feed;

/* An empty feed has no date of its own; that of the epoch says so without a clock. */
static void open_feed(Buf *out, const Render *r, const Feed *f)
{
	const PubSite *site = r->site;
	const Pub *school = pub_get(&site->site, SL("school"), SL(""));
	Slice name = pub_text(school, "short_name", SL(""));
	buf_str(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
	buf_printf(out, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%.*s\">\n", SLICE_ARG(site->language));
	buf_str(out, "<title>");
	escape_xml(out, f->title);
	buf_str(out, " — ");
	escape_xml(out, name);
	buf_str(out, "</title>\n");
	put_page(out, "id", site, f->page);
	put_day(out, "updated", f->updated == DATE_NONE ? 0 : f->updated);
	put_link(out, "alternate", "text/html", site, f->page);
	put_link(out, "self", "application/atom+xml", site, f->path);
	buf_str(out, "<author>\n");
	put_text(out, "name", name);
	buf_str(out, "</author>\n");
}

static void open_entry(Buf *out, const PubSite *site, Slice title, Slice page, Date updated)
{
	buf_str(out, "<entry>\n");
	put_text(out, "title", title);
	put_page(out, "id", site, page);
	put_link(out, "alternate", "text/html", site, page);
	put_day(out, "updated", updated);
}

static void put_summary(Buf *out, const PubRecord *rec)
{
	Slice summary = pub_text(&rec->fields, "summary", rec->page);
	if (summary.n) {
		put_text(out, "summary", summary);
	}
}

static void put_category(Buf *out, Slice term)
{
	if (term.n) {
		buf_str(out, "<category term=\"");
		escape_xml(out, term);
		buf_str(out, "\"/>\n");
	}
}

/* --- news --- */

static void put_tags(Buf *out, const PubRecord *rec)
{
	const Pub *tags = pub_get(&rec->fields, SL("tags"), rec->page);
	for (size_t i = 0; tags && i < tags->as.list.n; i++) {
		const Pub *tag = pub_on(tags->as.list.items[i], rec->page);
		put_category(out, tag ? tag->as.text : SL(""));
	}
}

/* Markup shown as text: type="html" (RFC 4287, 3.1.1.2). */
static void put_content(Buf *out, const Render *r, const PubRecord *rec)
{
	RenderContext rc = uri_context(r, rec->page);
	const Pub *image = pub_get(&rec->fields, SL("image"), rec->page);
	const Pub *body = pub_get(&rec->fields, SL("body"), rec->page);
	Buf html = BUF_INIT;
	if (image) {
		markup_picture(&html, &rc, image->as.media, false);
	}
	if (body) {
		uri_html(&html, &rc, body->as.text);
	}
	if (html.n) {
		buf_str(out, "<content type=\"html\">");
		escape_xml(out, buf_slice(&html));
		buf_str(out, "</content>\n");
	}
	buf_release(&html);
}

static Date updated_of(const PubRecord *rec)
{
	return rec->updated == DATE_NONE ? pub_date(&rec->fields, "date", rec->page) : rec->updated;
}

static void put_news(Buf *out, const Render *r, const PubRecord *rec)
{
	open_entry(out, r->site, pub_text(&rec->fields, "title", rec->page), rec->page, updated_of(rec));
	put_day(out, "published", pub_date(&rec->fields, "date", rec->page));
	put_tags(out, rec);
	put_summary(out, rec);
	put_content(out, r, rec);
	buf_str(out, "</entry>\n");
}

static bool is_shown(const PubRecord *rec)
{
	return pub_on(&rec->self, rec->page) != NULL;
}

static void make_news(const Render *r, const Product *p, Buf *out)
{
	PubList all = r->site->kinds[PUB_NEWS];
	const PubRecord *latest[NEWS];
	size_t n = 0;
	Feed feed = {r->theme->texts[STR_nav_news], SL("news/"), p->path, DATE_NONE};
	for (size_t i = 0; i < all.n && n < NEWS; i++) {
		if (is_shown(all.items[i])) {
			Date d = updated_of(all.items[i]);
			feed.updated = d > feed.updated ? d : feed.updated;
			latest[n++] = all.items[i];
		}
	}
	open_feed(out, r, &feed);
	for (size_t i = 0; i < n; i++) {
		put_news(out, r, latest[i]);
	}
	buf_str(out, "</feed>\n");
}

/* --- what changed --- */

/* Newest first; of one day, in the order of the site's paths, as changes/ has it. */
static int by_update(const void *x, const void *y)
{
	const Page *a = *(const Page *const *)x;
	const Page *b = *(const Page *const *)y;
	if (a->record->updated != b->record->updated) {
		return a->record->updated < b->record->updated ? 1 : -1;
	}
	return slice_cmp(a->path, b->path);
}

static bool is_dated(const Page *page)
{
	return page->record && page->record->updated != DATE_NONE && is_shown(page->record);
}

static void put_change(Buf *out, const Render *r, const Pages *pages, const Page *page)
{
	open_entry(out, r->site, page->title, page->path, page->record->updated);
	for (size_t i = 0; i < pages->nav_count; i++) {
		put_category(out, slice_eq(pages->nav[i].id, page->section) ? pages->nav[i].title : SL(""));
	}
	put_summary(out, page->record);
	buf_str(out, "</entry>\n");
}

static void make_changes(const Render *r, const Product *p, Buf *out)
{
	const Pages *pages = r->pages;
	const Page **changed = mem_array(pages->list.n, sizeof *changed);
	size_t n = 0;
	for (size_t i = 0; i < pages->list.n; i++) {
		if (is_dated(pages->list.items[i])) {
			changed[n++] = pages->list.items[i];
		}
	}
	qsort(changed, n, sizeof *changed, by_update);
	Feed feed = {r->theme->texts[STR_title_changes], SL("changes/"), p->path,
	             n ? changed[0]->record->updated : DATE_NONE};
	open_feed(out, r, &feed);
	for (size_t i = 0; i < n && i < CHANGES; i++) {
		put_change(out, r, pages, changed[i]);
	}
	buf_str(out, "</feed>\n");
	free(changed);
}

/* --- for search engines --- */

static bool is_indexed(const Page *page)
{
	return page->type != PAGE_not_found && (!page->record || is_shown(page->record));
}

static void put_address(Buf *out, const PubSite *site, const Page *page)
{
	char iso[11];
	buf_str(out, "<url>\n");
	put_page(out, "loc", site, page->path);
	if (page->record && page->record->updated != DATE_NONE) {
		date_iso(iso, page->record->updated);
		put_text(out, "lastmod", slice_of(iso));
	}
	buf_str(out, "</url>\n");
}

static void make_sitemap(const Render *r, const Product *p, Buf *out)
{
	const Pages *pages = r->pages;
	(void)p;
	buf_str(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	             "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	for (size_t i = 0; i < pages->list.n; i++) {
		if (is_indexed(pages->list.items[i])) {
			put_address(out, r->site, pages->list.items[i]);
		}
	}
	buf_str(out, "</urlset>\n");
}

static void make_robots(const Render *r, const Product *p, Buf *out)
{
	(void)p;
	buf_str(out, "User-agent: *\nAllow: /\n\nSitemap: ");
	uri_page(out, r->site, SL("sitemap.xml"));
	buf_byte(out, '\n');
}

void feed_products(Products *ps, const Render *r)
{
	if (pub_section(r->site, SECTION_NEWS)) {
		products_add(ps, SL("news/atom.xml"), make_news, NULL);
	}
	products_add(ps, SL("changes/atom.xml"), make_changes, NULL);
	products_add(ps, SL("sitemap.xml"), make_sitemap, NULL);
	products_add(ps, SL("robots.txt"), make_robots, NULL);
}
