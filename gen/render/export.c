#include "render/export.h"

#include "base/json.h"
#include "render/media.h"
#include "render/page.h"
#include "render/uri.h"

typedef struct Writer {
	Json json;
	const Render *render;
	const Pages *pages;
	RenderContext rc; /* of the page that the entry points to */
} Writer;

static void put_value(Writer *w, const Pub *value);

static bool is_shown(const Pub *value, Slice page);

static bool any_item_shown(const Pub *list, Slice page)
{
	for (size_t i = 0; i < list->as.list.n; i++) {
		if (is_shown(list->as.list.items[i], page)) {
			return true;
		}
	}
	return false;
}

static bool any_entry_shown(const Pub *map, Slice page)
{
	for (size_t i = 0; i < map->as.map.n; i++) {
		if (is_shown(map->as.map.entries[i].value, page)) {
			return true;
		}
	}
	return false;
}

/* Is there anything of it to see on the page? */
static bool is_shown(const Pub *value, Slice page)
{
	const Pub *v = pub_on(value, page);
	if (!v) {
		return false;
	}
	switch (v->type) {
	case PUB_LIST:
		return any_item_shown(v, page);
	case PUB_MAP:
		return any_entry_shown(v, page);
	case PUB_MEDIA:
		return media_target(v->as.media).n > 0;
	default:
		return true;
	}
}

/* What a buffer holds, as a string; the buffer is spent. */
static void put_buf(Writer *w, Buf *text)
{
	json_text(&w->json, buf_slice(text));
	buf_release(text);
}

static void put_html(Writer *w, Slice html)
{
	Buf text = BUF_INIT;
	uri_html(&text, &w->rc, html);
	put_buf(w, &text);
}

static void put_url(Writer *w, Slice url)
{
	Buf text = BUF_INIT;
	uri_value(&text, &w->rc, url);
	put_buf(w, &text);
}

static void put_date(Writer *w, Date d)
{
	char iso[11];
	date_iso(iso, d);
	json_text(&w->json, slice_of(iso));
}

static void put_moment(Writer *w, Moment m)
{
	char iso[17];
	moment_iso(iso, m);
	json_text(&w->json, slice_of(iso));
}

static void put_list(Writer *w, const Pub *list)
{
	json_open(&w->json, '[');
	for (size_t i = 0; i < list->as.list.n; i++) {
		if (is_shown(list->as.list.items[i], w->rc.page)) {
			put_value(w, list->as.list.items[i]);
		}
	}
	json_close(&w->json, ']');
}

static void put_map(Writer *w, const Pub *map)
{
	json_open(&w->json, '{');
	for (size_t i = 0; i < map->as.map.n; i++) {
		const PubEntry *e = &map->as.map.entries[i];
		/* Contents of a text are its headings, which the text itself has. */
		if (!slice_is(e->key, "toc") && is_shown(e->value, w->rc.page)) {
			json_key(&w->json, e->key);
			put_value(w, e->value);
		}
	}
	json_close(&w->json, '}');
}

static void pair_if(Writer *w, const char *key, Slice text)
{
	if (text.n) {
		json_pair(&w->json, key, text);
	}
}

static void put_page_url(Writer *w, Slice path)
{
	Buf text = BUF_INIT;
	uri_page(&text, w->rc.site, path);
	json_key(&w->json, SL("url"));
	put_buf(w, &text);
}

/* Another record: enough to find it in its own list. */
static void put_reference(Writer *w, const PubRecord *rec)
{
	json_open(&w->json, '{');
	pair_if(w, rec->kind == PUB_PROGRAMMES ? "number" : "id", rec->id);
	if (pages_has(w->pages, rec->page)) {
		put_page_url(w, rec->page);
	}
	pair_if(w, "name", pub_text(&rec->fields, "name", w->rc.page));
	pair_if(w, "title", pub_text(&rec->fields, "title", w->rc.page));
	json_close(&w->json, '}');
}

static void put_file_url(Writer *w, const PubMedia *m)
{
	Buf path = BUF_INIT;
	media_path(&path, media_target(m));
	put_page_url(w, buf_slice(&path));
	buf_release(&path);
}

static void put_int(Writer *w, const char *key, int64_t value)
{
	json_key(&w->json, slice_of(key));
	json_int(&w->json, value);
}

static void put_picture(Writer *w, const PubMedia *m)
{
	static const char *const types[] = {
	        [MEDIA_JPEG] = "image/jpeg", [MEDIA_PNG] = "image/png", [MEDIA_WEBP] = "image/webp"};
	const PubVariant *largest = media_largest(m);
	const Pub *alt = pub_on(m->alt, w->rc.page);
	json_pair(&w->json, "type", slice_of(types[m->type]));
	json_pair(&w->json, "alt", alt ? alt->as.text : SL(""));
	put_int(w, "width", largest->width);
	put_int(w, "height", largest->height);
}

static void put_file(Writer *w, const PubMedia *m)
{
	Buf format = BUF_INIT;
	media_format(&format, m);
	json_pair(&w->json, "title", media_name(&w->rc, m));
	json_key(&w->json, SL("format"));
	put_buf(w, &format);
	put_int(w, "bytes", (int64_t)m->out->size);
}

static void put_media(Writer *w, const PubMedia *m)
{
	json_open(&w->json, '{');
	put_file_url(w, m);
	(m->type == MEDIA_FILE ? put_file : put_picture)(w, m);
	json_close(&w->json, '}');
}

static void put_value(Writer *w, const Pub *value)
{
	const Pub *v = pub_on(value, w->rc.page);
	switch (v->type) {
	case PUB_BOOL:
		json_bool(&w->json, v->as.flag);
		break;
	case PUB_INT:
		json_int(&w->json, v->as.number);
		break;
	case PUB_TEXT:
		json_text(&w->json, v->as.text);
		break;
	case PUB_HTML:
		put_html(w, v->as.text);
		break;
	case PUB_URL:
		put_url(w, v->as.text);
		break;
	case PUB_DATE:
		put_date(w, v->as.date);
		break;
	case PUB_MOMENT:
		put_moment(w, v->as.moment);
		break;
	case PUB_TERM:
		json_text(&w->json, v->as.term.id);
		break;
	case PUB_LIST:
		put_list(w, v);
		break;
	case PUB_MAP:
		put_map(w, v);
		break;
	case PUB_RECORD:
		put_reference(w, v->as.record);
		break;
	case PUB_MEDIA:
		put_media(w, v->as.media);
		break;
	case PUB_ALT:
		break; /* pub_on() never gives one */
	}
}

/* --- the file --- */

static void put_on_page(Writer *w, const char *key, const Pub *map, Slice page)
{
	w->rc.page = page;
	json_key(&w->json, slice_of(key));
	put_map(w, map);
}

static bool is_built(const Pages *pages, PubKind kind)
{
	Arena scratch = ARENA_INIT;
	Slice name = kind == PUB_SURVEYS ? SL("stats") : slice_of(pub_kind_name(kind));
	bool built = kind == PUB_PAGES || pages_has(pages, arena_join(&scratch, name, SL("/"), SL("")));
	arena_release(&scratch);
	return built;
}

static void put_kind(Writer *w, PubKind kind)
{
	PubList list = w->render->site->kinds[kind];
	bool built = is_built(w->pages, kind);
	json_key(&w->json, slice_of(pub_kind_name(kind)));
	json_open(&w->json, '[');
	for (size_t i = 0; built && i < list.n; i++) {
		w->rc.page = list.items[i]->page;
		if (pub_on(&list.items[i]->self, w->rc.page)) {
			put_map(w, &list.items[i]->fields);
		}
	}
	json_close(&w->json, ']');
}

static void put_totals(Writer *w)
{
	const PubSite *site = w->render->site;
	const struct {
		PubKind kind;
		int64_t total;
	} totals[] = {
	        {PUB_MENTORS, site->mentors},
	        {PUB_MENTEES, site->mentees},
	        {PUB_PROGRAMMES, site->programmes},
	        {PUB_PARTNERS, site->partners},
	};
	json_key(&w->json, SL("totals"));
	json_open(&w->json, '{');
	for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
		if (pub_section(site, SECTION_STATS) || is_built(w->pages, totals[i].kind)) {
			put_int(w, pub_kind_name(totals[i].kind), totals[i].total);
		}
	}
	json_close(&w->json, '}');
}

static void put_breakdown(Writer *w, const PubBreakdown *b)
{
	json_open(&w->json, '{');
	json_pair(&w->json, "id", slice_of(b->id));
	json_key(&w->json, SL("cells"));
	json_open(&w->json, '[');
	for (size_t i = 0; i < b->n; i++) {
		const PubCell *cell = &b->cells[i];
		json_open(&w->json, '{');
		json_pair(&w->json, "title", cell->title.n ? cell->title : w->render->theme->texts[STR_others]);
		put_int(w, "count", cell->count);
		json_close(&w->json, '}');
	}
	json_close(&w->json, ']');
	json_key(&w->json, SL("merged"));
	json_bool(&w->json, b->merged);
	json_close(&w->json, '}');
}

static void put_breakdowns(Writer *w)
{
	const PubSite *site = w->render->site;
	json_key(&w->json, SL("breakdowns"));
	json_open(&w->json, '[');
	for (size_t i = 0; pub_section(site, SECTION_STATS) && i < site->breakdown_count; i++) {
		put_breakdown(w, &site->breakdowns[i]);
	}
	json_close(&w->json, ']');
}

static void put_all(Writer *w)
{
	const PubSite *site = w->render->site;
	json_open(&w->json, '{');
	json_pair(&w->json, "version", SL("1"));
	put_on_page(w, "site", &site->site, SL(""));
	put_on_page(w, "policy", &site->policy, SL("forms/"));
	for (int kind = 0; kind < PUB_KINDS; kind++) {
		put_kind(w, (PubKind)kind);
	}
	if (site->roadmap) {
		put_on_page(w, "roadmap", site->roadmap, SL("roadmap/"));
	}
	put_totals(w);
	put_breakdowns(w);
	json_close(&w->json, '}');
}

static void make_data(const Render *r, const Product *p, Buf *out)
{
	const Pages *pages = r->pages;
	Writer w = {.render = r, .pages = pages, .rc = uri_context(r, SL(""))};
	(void)p;
	json_init(&w.json, out, true);
	put_all(&w);
	buf_byte(out, '\n');
}

static void make_schema(const Render *r, const Product *p, Buf *out)
{
	(void)p;
	export_schema(out, r->site);
}

void export_products(Products *ps, const Render *r)
{
	(void)r;
	products_add(ps, SL("data/rubric.json"), make_data, NULL);
	products_add(ps, SL("data/rubric.schema.json"), make_schema, NULL);
}
