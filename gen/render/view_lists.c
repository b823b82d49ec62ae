/* Views of the front page and of lists without people of their own. */
#include "render/page.h"

static const Pub *figure(View *v, StringId label, int64_t n, const char *path)
{
	Pub *map = pub_new_map(v->arena);
	const Theme *t = v->render->theme;
	pub_set(v->arena, map, "value", pub_new_int(v->arena, n));
	pub_set(v->arena, map, "label", pub_new_text(v->arena, theme_count(t, v->arena, v->render->locale, label, n)));
	pub_set(v->arena, map, "url", view_url(v, slice_of(path)));
	return map;
}

/* Totals of the sections that the act orders (rule 12). */
const Pub *view_figures(View *v)
{
	const PubSite *s = v->render->site;
	const struct {
		StringId label;
		int64_t n;
		const char *path;
	} table[] = {
	        {STR_label_mentors, s->mentors, "mentors/"},
	        {STR_label_mentees, s->mentees, "mentees/"},
	        {STR_label_programmes, s->programmes, "programmes/"},
	        {STR_label_partners, s->partners, "partners/"},
	};
	const Pub *items[4];
	size_t n = 0;
	for (size_t i = 0; i < 4; i++) {
		if (pages_has(v->pages, slice_of(table[i].path))) {
			items[n++] = figure(v, table[i].label, table[i].n, table[i].path);
		}
	}
	return pub_new_list(v->arena, items, n);
}

static PubList first_of(PubList list, size_t n)
{
	return (PubList){list.items, list.n < n ? list.n : n};
}

static bool is_under_way(const PubRecord *r)
{
	const Pub *status = pub_get(&r->fields, SL("status"), r->page);
	return slice_is(status->as.term.id, "under_way") || slice_is(status->as.term.id, "extended");
}

static bool is_coming(const PubRecord *r)
{
	return !pub_flag(&r->fields, "past", r->page);
}

static bool is_past(const PubRecord *r)
{
	return !is_coming(r);
}

static PubList chosen(View *v, PubList list, bool (*choose)(const PubRecord *))
{
	const PubRecord **items = arena_array(v->arena, list.n, sizeof *items);
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++) {
		if (choose(list.items[i])) {
			items[n++] = list.items[i];
		}
	}
	return (PubList){items, n};
}

static PubList reversed(View *v, PubList list)
{
	const PubRecord **items = arena_array(v->arena, list.n, sizeof *items);
	for (size_t i = 0; i < list.n; i++) {
		items[i] = list.items[list.n - 1 - i];
	}
	return (PubList){items, list.n};
}

static PubList of_section(View *v, PubSection section, PubKind kind)
{
	return pub_section(v->render->site, section) ? v->render->site->kinds[kind] : (PubList){NULL, 0};
}

void view_home(View *v)
{
	PubList programmes = of_section(v, SECTION_PROGRAMMES, PUB_PROGRAMMES);
	PubList events = of_section(v, SECTION_EVENTS, PUB_EVENTS);
	view_set(v, "figures", view_figures(v));
	view_set_list(v, "programmes", first_of(chosen(v, programmes, is_under_way), 6));
	view_set_list(v, "events", first_of(chosen(v, events, is_coming), 3));
	view_set_list(v, "news", first_of(of_section(v, SECTION_NEWS, PUB_NEWS), 3));
	view_set_list(v, "cases", first_of(of_section(v, SECTION_CASES, PUB_CASES), 3));
}

void view_items(View *v)
{
	view_set_list(v, "items", v->render->site->kinds[PUB_CASES]);
}

void view_record(View *v)
{
	view_set(v, v->page->type == PAGE_method ? "method" : "content", &v->page->record->self);
}

/* --- acts and methods --- */

/* One group for each run of records with the same term in `field`; records come sorted by it. */
static const Pub *level_map(View *v, const Pub *level, PubList run)
{
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "id", pub_new_text(v->arena, level->as.term.id));
	pub_set(v->arena, map, "title", pub_new_text(v->arena, level->as.term.title));
	pub_set(v->arena, map, "items", view_records(v, run));
	return map;
}

void view_documents(View *v)
{
	PubList list = v->render->site->kinds[PUB_DOCUMENTS];
	const Pub *levels[4];
	size_t n = 0;
	for (size_t i = 0; i < list.n && n < 4;) {
		const Pub *level = pub_get(&list.items[i]->fields, SL("level"), v->page->path);
		size_t from = i;
		while (i < list.n && slice_eq(pub_get(&list.items[i]->fields, SL("level"), v->page->path)->as.term.id,
		                              level->as.term.id)) {
			i++;
		}
		levels[n++] = level_map(v, level, (PubList){list.items + from, i - from});
	}
	view_set(v, "levels", pub_new_list(v->arena, levels, n));
}

void view_document(View *v)
{
	const PubRecord *r = v->page->record;
	const Pub *act = pub_get(&v->render->site->policy, SL("act"), v->page->path);
	const Pub *document = act ? pub_get(act, SL("document"), v->page->path) : NULL;
	view_set(v, "document", &r->self);
	view_set_list(v, "replaced_by", relations_get(&v->pages->relations, REL_DOCUMENT_SUCCESSORS, r->page));
	view_set_list(v, "programmes", relations_get(&v->pages->relations, REL_DOCUMENT_PROGRAMMES, r->page));
	view_set_list(v, "mentors", relations_get(&v->pages->relations, REL_DOCUMENT_MENTORS, r->page));
	view_set(v, "is_policy", pub_new_flag(v->arena, document && document->as.record == r));
}

static bool has_reader(const PubRecord *r, const char *reader)
{
	const Pub *audience = pub_get(&r->fields, SL("audience"), r->page);
	return reader ? audience && slice_is(audience->as.term.id, reader) : !audience;
}

static const Pub *method_group(View *v, const char *reader)
{
	PubList all = v->render->site->kinds[PUB_METHODS];
	const PubRecord **items = arena_array(v->arena, all.n, sizeof *items);
	size_t n = 0;
	for (size_t i = 0; i < all.n; i++) {
		if (has_reader(all.items[i], reader)) {
			items[n++] = all.items[i];
		}
	}
	if (n == 0) {
		return NULL;
	}
	const Theme *t = v->render->theme;
	Slice who = reader ? pub_text(&items[0]->fields, "audience", v->page->path) : SL("");
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "id", pub_new_text(v->arena, reader ? slice_of(reader) : SL("other")));
	pub_set(v->arena, map, "title",
	        pub_new_text(v->arena,
	                     reader ? theme_fill(t, v->arena, STR_methods_for, &who, 1) : t->texts[STR_methods_other]));
	pub_set(v->arena, map, "items", view_records(v, (PubList){items, n}));
	return map;
}

void view_methods(View *v)
{
	static const char *const readers[] = {"mentor", "mentee", "curator", "all", NULL};
	const Pub *groups[5];
	size_t n = 0;
	for (size_t i = 0; i < 5; i++) {
		const Pub *group = method_group(v, readers[i]);
		if (group) {
			groups[n++] = group;
		}
	}
	view_set(v, "groups", pub_new_list(v->arena, groups, n));
}

/* --- news and events --- */

static void set_years(View *v)
{
	const Pages *ps = v->pages;
	const Pub **years = arena_array(v->arena, ps->news_year_count, sizeof *years);
	for (size_t i = 0; i < ps->news_year_count; i++) {
		Pub *map = pub_new_map(v->arena);
		Slice year = arena_printf(v->arena, "%d", ps->news_years[i]);
		pub_set(v->arena, map, "title", pub_new_text(v->arena, year));
		pub_set(v->arena, map, "id", pub_new_text(v->arena, arena_join(v->arena, SL("y"), year, SL(""))));
		pub_set(v->arena, map, "url", view_url(v, arena_join(v->arena, SL("news/"), year, SL("/"))));
		pub_set(v->arena, map, "current", pub_new_flag(v->arena, ps->news_years[i] == v->page->year));
		years[i] = map;
	}
	view_set(v, "years", pub_new_list(v->arena, years, ps->news_year_count));
}

static Slice news_path(View *v, size_t number)
{
	return number == 1 ? SL("news/") : arena_printf(v->arena, "news/page/%zu/", number);
}

static void set_pager(View *v)
{
	const Page *p = v->page;
	Slice args[2] = {arena_printf(v->arena, "%zu", p->number), arena_printf(v->arena, "%zu", p->of)};
	Pub *pager = pub_new_map(v->arena);
	pub_set(v->arena, pager, "label",
	        pub_new_text(v->arena, theme_fill(v->render->theme, v->arena, STR_pager, args, 2)));
	if (p->number > 1) {
		pub_set(v->arena, pager, "previous", view_url(v, news_path(v, p->number - 1)));
	}
	if (p->number < p->of) {
		pub_set(v->arena, pager, "next", view_url(v, news_path(v, p->number + 1)));
	}
	view_set(v, "pager", pager);
}

void view_news(View *v)
{
	view_set_list(v, "items", v->page->items);
	set_years(v);
	if (v->page->of > 1) {
		set_pager(v);
	}
}

void view_events(View *v)
{
	PubList list = v->render->site->kinds[PUB_EVENTS];
	view_set_list(v, "upcoming", chosen(v, list, is_coming));
	view_set_list(v, "past", reversed(v, chosen(v, list, is_past)));
}

static Slice moment_text(View *v, Moment m)
{
	Buf text = BUF_INIT;
	locale_moment(v->render->locale, &text, m);
	Slice kept = arena_dup(v->arena, buf_slice(&text));
	buf_release(&text);
	return kept;
}

static Slice time_text(View *v, Moment m)
{
	char iso[17];
	moment_iso(iso, m);
	return arena_dup(v->arena, slice_of(iso + 11));
}

/* An end on the same day needs only its hour. */
static Slice when_text(View *v, const PubRecord *r)
{
	const Pub *start = pub_get(&r->fields, SL("start"), v->page->path);
	const Pub *end = pub_get(&r->fields, SL("end"), v->page->path);
	Slice from = moment_text(v, start->as.moment);
	if (!end) {
		return from;
	}
	bool same_day = moment_date(start->as.moment) == moment_date(end->as.moment);
	Slice args[2] = {from, same_day ? time_text(v, end->as.moment) : moment_text(v, end->as.moment)};
	return theme_fill(v->render->theme, v->arena, STR_event_when, args, 2);
}

void view_event(View *v)
{
	const PubRecord *r = v->page->record;
	view_set(v, "event", &r->self);
	view_set_text(v, "when", when_text(v, r));
	view_set(v, "calendar", view_url(v, arena_join(v->arena, r->page, SL("event.ics"), SL(""))));
}
