/* Views of the registry, the base of mentees, and what shows people. */
#include "render/filter.h"

static void set_total(View *v, StringId id, int64_t n)
{
	view_set_text(v, "total", theme_count(v->render->theme, v->arena, v->render->locale, id, n));
}

/* Rows in the page's order, and the same people by the day from which they take part. */
static void set_rows(View *v, const char *as, PubList list)
{
	Filter f;
	filter_init(&f, v, list);
	view_set(v, "rows", filter_rows(&f, as, list));
	view_set_list(v, "latest", filter_latest(v, list, "since"));
	filter_release(&f);
}

void view_mentors(View *v)
{
	const PubSite *site = v->render->site;
	set_rows(v, "mentor", site->kinds[PUB_MENTORS]);
	set_total(v, STR_count_mentors, site->mentors);
}

static void set_neighbours(View *v)
{
	const Page *p = v->page;
	if (p->newer) {
		view_set(v, "previous", view_link(v, view_name(v, p->newer), p->newer->page));
	}
	if (p->older) {
		view_set(v, "next", view_link(v, view_name(v, p->older), p->older->page));
	}
}

static void set_related(View *v, const char *name, Relation relation)
{
	view_set_list(v, name, relations_get(&v->pages->relations, relation, v->page->path));
}

/* The published act behind the record's order. */
static void set_order(View *v)
{
	const PubRecord *act = relations_order(&v->pages->relations, v->page->record, v->page->path);
	if (act) {
		view_set(v, "order_url", view_url(v, act->page));
	}
}

void view_mentor(View *v)
{
	view_set(v, "mentor", &v->page->record->self);
	set_related(v, "programmes", REL_MENTOR_PROGRAMMES);
	set_related(v, "cases", REL_MENTOR_CASES);
	set_related(v, "awards", REL_MENTOR_AWARDS);
	set_order(v);
	set_neighbours(v);
}

void view_mentees(View *v)
{
	const PubSite *site = v->render->site;
	set_rows(v, "mentee", site->kinds[PUB_MENTEES]);
	set_total(v, STR_count_mentees, site->mentees);
	view_set(v, "unlisted", pub_new_flag(v->arena, site->mentees > (int64_t)site->kinds[PUB_MENTEES].n));
}

static bool has_file(const Pub *media, Slice page)
{
	for (size_t i = 0; media && i < media->as.list.n; i++) {
		const Pub *m = pub_on(media->as.list.items[i], page);
		if (m && m->as.media->type == MEDIA_FILE) {
			return true;
		}
	}
	return false;
}

void view_case(View *v)
{
	const Pub *media = pub_get(&v->page->record->self, SL("media"), v->page->path);
	view_set(v, "case", &v->page->record->self);
	view_set(v, "has_files", pub_new_flag(v->arena, has_file(media, v->page->path)));
	set_neighbours(v);
}

void view_news_item(View *v)
{
	view_set(v, "news", &v->page->record->self);
	set_neighbours(v);
}

/* --- programmes --- */

static void add_date(View *v, Slice *args, size_t i, Date d)
{
	Buf text = BUF_INIT;
	locale_date(v->render->locale, &text, d);
	args[i] = arena_dup(v->arena, buf_slice(&text));
	buf_release(&text);
}

/* Of a completed programme the day of completion is said, of an extended one the new end. */
static Slice period_text(View *v, const PubRecord *r)
{
	Slice path = v->page->path;
	const Pub *completion = pub_get(&r->fields, SL("completion"), path);
	Date completed = completion ? pub_date(completion, "date", path) : DATE_NONE;
	Date extended = pub_date(&r->fields, "extended_to", path);
	Slice args[3] = {SL(""), SL(""), SL("")};
	add_date(v, args, 0, pub_date(&r->fields, "start", path));
	if (completed != DATE_NONE) {
		add_date(v, args, 1, completed);
		return theme_fill(v->render->theme, v->arena, STR_period_completed, args, 2);
	}
	add_date(v, args, 1, pub_date(&r->fields, "end", path));
	if (extended == DATE_NONE) {
		return theme_fill(v->render->theme, v->arena, STR_period, args, 2);
	}
	add_date(v, args, 2, extended);
	return theme_fill(v->render->theme, v->arena, STR_period_extended, args, 3);
}

static size_t count_list(const PubRecord *r, const char *name, Slice page)
{
	const Pub *list = pub_get(&r->fields, slice_of(name), page);
	return list ? list->as.list.n : 0;
}

void view_programme(View *v)
{
	const PubRecord *r = v->page->record;
	Slice path = v->page->path;
	const Pub *status = pub_get(&r->fields, SL("status"), path);
	bool completed = slice_is(status->as.term.id, "completed");
	view_set(v, "programme", &r->self);
	Slice when = period_text(v, r);
	view_set_text(v, "when", when);
	view_plan(v, when);
	if (!pub_get(&r->fields, SL("results"), path)) {
		view_set_text(v, "results_note",
		              v->render->theme->texts[completed ? STR_results_none : STR_results_after]);
	}
	view_set(v, "results_clause", view_clause(v, "results"));
	view_set(v, "group", pub_new_flag(v->arena, count_list(r, "mentees", path) > 1));
	set_related(v, "cases", REL_PROGRAMME_CASES);
	set_related(v, "news", REL_PROGRAMME_NEWS);
	set_order(v);
	set_neighbours(v);
}

static const Pub *school_year(const Filter *f, Slice year, PubList run, bool drawn)
{
	View *v = f->view;
	Pub *map = pub_new_map(v->arena);
	size_t slash = slice_find_byte(year, '/', 0);
	Slice id = arena_join(v->arena, slice_sub(year, 0, slash), SL("-"), slice_sub(year, slash + 1, year.n));
	Slice anchor = arena_join(v->arena, SL("y"), id, SL(""));
	Slice title = theme_fill(v->render->theme, v->arena, STR_school_year, &year, 1);
	pub_set(v->arena, map, "title", pub_new_text(v->arena, title));
	pub_set(v->arena, map, "id", pub_new_text(v->arena, anchor));
	pub_set(v->arena, map, "rows", filter_rows(f, "programme", run));
	pub_set(v->arena, map, "overview", drawn ? view_overview(v, anchor, title, run) : NULL);
	return map;
}

/* More programmes than these have no strips: beside the table of a large school they would make it too heavy (site.md,
 * Speed). */
enum { STRIPS_MOST = 60 };

/* Programmes come newest first, so each school year is one run; all are listed everywhere (rule 10). */
void view_programmes(View *v)
{
	PubList list = v->render->site->kinds[PUB_PROGRAMMES];
	const Pub **years = arena_array(v->arena, list.n, sizeof *years);
	size_t n = 0;
	Filter f;
	filter_init(&f, v, list);
	for (size_t i = 0; i < list.n;) {
		Slice year = pub_text(&list.items[i]->fields, "school_year", v->page->path);
		size_t from = i;
		while (i < list.n && slice_eq(pub_text(&list.items[i]->fields, "school_year", v->page->path), year)) {
			i++;
		}
		years[n++] = school_year(&f, year, (PubList){list.items + from, i - from}, list.n <= STRIPS_MOST);
	}
	filter_release(&f);
	view_set(v, "years", pub_new_list(v->arena, years, n));
	set_total(v, STR_count_programmes, v->render->site->programmes);
}

/* Awards come newest first; those that may not stand on this page are passed over by the template's section. */
void view_awards(View *v)
{
	PubList list = v->render->site->kinds[PUB_AWARDS];
	const Pub **years = arena_array(v->arena, list.n, sizeof *years);
	size_t n = 0;
	for (size_t i = 0; i < list.n;) {
		int year, other, m, d;
		size_t from = i;
		date_split(pub_date(&list.items[i]->fields, "date", v->page->path), &year, &m, &d);
		do {
			i++;
			if (i < list.n) {
				date_split(pub_date(&list.items[i]->fields, "date", v->page->path), &other, &m, &d);
			}
		} while (i < list.n && other == year);
		Pub *map = pub_new_map(v->arena);
		pub_set(v->arena, map, "title", pub_new_text(v->arena, arena_printf(v->arena, "%d", year)));
		pub_set(v->arena, map, "id", pub_new_text(v->arena, arena_printf(v->arena, "y%d", year)));
		pub_set(v->arena, map, "awards", view_records(v, (PubList){list.items + from, i - from}));
		years[n++] = map;
	}
	view_set(v, "years", pub_new_list(v->arena, years, n));
}
