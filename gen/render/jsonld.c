#include "render/jsonld.h"

#include "base/json.h"
#include "render/media.h"

typedef struct Writer {
	Json json;
	View *view;
} Writer;

static Slice site_text(const View *v, const char *key)
{
	return pub_text(&v->render->site->site, key, SL(""));
}

static const Pub *school(const View *v)
{
	return pub_get(&v->render->site->site, SL("school"), SL(""));
}

static Slice absolute(View *v, Slice path)
{
	return arena_join(v->arena, v->render->site->base_url, path, SL(""));
}

static void text_if(Writer *w, const char *key, Slice text)
{
	if (text.n) {
		json_pair(&w->json, key, text);
	}
}

static void begin(Writer *w, const char *type)
{
	json_open(&w->json, '{');
	json_pair(&w->json, "@type", slice_of(type));
}

static void put_organization(Writer *w)
{
	const Pub *s = school(w->view);
	begin(w, "EducationalOrganization");
	text_if(w, "name", pub_text(s, "name", SL("")));
	text_if(w, "alternateName", pub_text(s, "short_name", SL("")));
	text_if(w, "url", pub_text(s, "site", SL("")));
	text_if(w, "address", pub_text(s, "address", SL("")));
	text_if(w, "telephone", pub_text(s, "phone", SL("")));
	text_if(w, "email", pub_text(s, "email", SL("")));
	json_close(&w->json, '}');
}

static void put_crumb(Writer *w, const Pub *crumb, int64_t position)
{
	Slice url = pub_text(crumb, "url", w->view->page->path);
	begin(w, "ListItem");
	json_key(&w->json, SL("position"));
	json_int(&w->json, position);
	json_pair(&w->json, "name", pub_text(crumb, "title", w->view->page->path));
	json_pair(&w->json, "item", absolute(w->view, url.n ? slice_sub(url, 1, url.n) : w->view->page->path));
	json_close(&w->json, '}');
}

static void put_breadcrumbs(Writer *w)
{
	const Pub *list = pub_get(w->view->root, SL("breadcrumbs"), w->view->page->path);
	begin(w, "BreadcrumbList");
	json_key(&w->json, SL("itemListElement"));
	json_open(&w->json, '[');
	for (size_t i = 0; i < list->as.list.n; i++) {
		put_crumb(w, list->as.list.items[i], (int64_t)i + 1);
	}
	json_close(&w->json, ']');
	json_close(&w->json, '}');
}

static void put_date(Writer *w, const char *key, Date d)
{
	char iso[11];
	if (d != DATE_NONE) {
		date_iso(iso, d);
		json_pair(&w->json, key, slice_of(iso));
	}
}

/* A moment with the site's offset from UTC at that moment (RFC 3339). */
static void put_moment(Writer *w, const char *key, const Pub *v)
{
	char iso[17];
	Moment wall = v->as.moment;
	int64_t offset = wall - zone_to_utc(w->view->render->site->timezone, wall);
	int64_t size = offset < 0 ? -offset : offset;
	moment_iso(iso, wall);
	json_pair(&w->json, key,
	          arena_printf(w->view->arena, "%s:00%c%02d:%02d", iso, offset < 0 ? '-' : '+', (int)(size / 60),
	                       (int)(size % 60)));
}

static void put_image(Writer *w, const char *field)
{
	const Pub *m = pub_get(&w->view->page->record->fields, slice_of(field), w->view->page->path);
	if (m && m->type == PUB_MEDIA && media_target(m->as.media).n) {
		json_pair(&w->json, "image", absolute(w->view, media_target(m->as.media)));
	}
}

static void put_person(Writer *w)
{
	const PubRecord *r = w->view->page->record;
	Slice page = w->view->page->path;
	begin(w, "Person");
	json_pair(&w->json, "name", pub_text(&r->fields, "name", page));
	json_pair(&w->json, "url", absolute(w->view, page));
	text_if(w, "jobTitle", pub_text(&r->fields, "position", page));
	put_image(w, "photo");
	json_close(&w->json, '}');
}

static void put_place(Writer *w, bool online)
{
	const PubRecord *r = w->view->page->record;
	Slice place = pub_text(&r->fields, "place", w->view->page->path);
	json_key(&w->json, SL("location"));
	begin(w, online ? "VirtualLocation" : "Place");
	if (online) {
		Slice url = pub_text(&r->fields, "registration", w->view->page->path);
		json_pair(&w->json, "url", slice_starts(url, SL("http")) ? url : absolute(w->view, r->page));
	} else {
		json_pair(&w->json, "name", place.n ? place : pub_text(school(w->view), "short_name", SL("")));
		text_if(w, "address", pub_text(school(w->view), "address", SL("")));
	}
	json_close(&w->json, '}');
}

static void put_event(Writer *w)
{
	const PubRecord *r = w->view->page->record;
	Slice page = w->view->page->path;
	const Pub *end = pub_get(&r->fields, SL("end"), page);
	const Pub *form = pub_get(&r->fields, SL("form"), page);
	bool online = form && slice_is(form->as.term.id, "online");
	bool mixed = form && slice_is(form->as.term.id, "mixed");
	begin(w, "Event");
	json_pair(&w->json, "name", pub_text(&r->fields, "title", page));
	put_moment(w, "startDate", pub_get(&r->fields, SL("start"), page));
	if (end) {
		put_moment(w, "endDate", end);
	}
	json_pair(&w->json, "eventStatus",
	          pub_flag(&r->fields, "cancelled", page) ? SL("https://schema.org/EventCancelled")
	                                                  : SL("https://schema.org/EventScheduled"));
	json_pair(&w->json, "eventAttendanceMode",
	          online  ? SL("https://schema.org/OnlineEventAttendanceMode")
	          : mixed ? SL("https://schema.org/MixedEventAttendanceMode")
	                  : SL("https://schema.org/OfflineEventAttendanceMode"));
	put_place(w, online);
	text_if(w, "description", w->view->page->about);
	json_key(&w->json, SL("organizer"));
	put_organization(w);
	json_close(&w->json, '}');
}

static void put_article(Writer *w, const char *type)
{
	const PubRecord *r = w->view->page->record;
	begin(w, type);
	json_pair(&w->json, "headline", w->view->page->title);
	text_if(w, "description", w->view->page->about);
	put_date(w, "datePublished", pub_date(&r->fields, "date", r->page));
	put_date(w, "dateModified", r->updated);
	put_image(w, "image");
	json_pair(&w->json, "mainEntityOfPage", absolute(w->view, r->page));
	json_key(&w->json, SL("publisher"));
	put_organization(w);
	json_close(&w->json, '}');
}

static void put_dataset(Writer *w)
{
	begin(w, "Dataset");
	json_pair(&w->json, "name", w->view->page->title);
	json_pair(&w->json, "description", w->view->page->about);
	json_pair(&w->json, "url", absolute(w->view, w->view->page->path));
	json_key(&w->json, SL("creator"));
	put_organization(w);
	json_key(&w->json, SL("distribution"));
	begin(w, "DataDownload");
	json_pair(&w->json, "encodingFormat", SL("application/json"));
	json_pair(&w->json, "contentUrl", absolute(w->view, SL("data/rubric.json")));
	json_close(&w->json, '}');
	json_close(&w->json, '}');
}

static void put_website(Writer *w)
{
	begin(w, "WebSite");
	json_pair(&w->json, "name", site_text(w->view, "title"));
	json_pair(&w->json, "url", w->view->render->site->base_url);
	json_pair(&w->json, "inLanguage", w->view->render->site->language);
	json_key(&w->json, SL("publisher"));
	put_organization(w);
	json_close(&w->json, '}');
}

static void put_main(Writer *w)
{
	switch (w->view->page->type) {
	case PAGE_home:
		put_website(w);
		break;
	case PAGE_mentor:
		put_person(w);
		break;
	case PAGE_event:
		put_event(w);
		break;
	case PAGE_news_item:
		put_article(w, "NewsArticle");
		break;
	case PAGE_case:
		put_article(w, "Article");
		break;
	case PAGE_stats:
		put_dataset(w);
		break;
	default:
		break;
	}
}

const Pub *jsonld_of(View *v)
{
	Buf out = BUF_INIT;
	Writer w = {.view = v};
	json_init(&w.json, &out, false);
	json_open(&w.json, '{');
	json_pair(&w.json, "@context", SL("https://schema.org"));
	json_key(&w.json, SL("@graph"));
	json_open(&w.json, '[');
	put_breadcrumbs(&w);
	put_main(&w);
	json_close(&w.json, ']');
	json_close(&w.json, '}');
	const Pub *html = pub_new_html(v->arena, buf_slice(&out));
	buf_release(&out);
	return html;
}
