#include "render/filter.h"

typedef struct Criterion {
	const char *id; /* of the criterion, and the beginning of its options' ids */
	StringId title;
	const char *field; /* of the record */
} Criterion;

typedef struct FilterOption {
	Slice id, title, key; /* key: of collation */
	size_t number;        /* on the page, from 1; 0 while its criterion is not offered */
	size_t rows;          /* that fit */
} FilterOption;

enum { CRITERIA = 6 };

static const Criterion mentors[CRITERIA] = {
        {"subjects", STR_filter_subject, "subjects"}, {"forms", STR_filter_form, "forms"},
        {"kinds", STR_filter_kind, "kinds"},          {"available", STR_filter_available, "available"},
        {"years", STR_filter_year, "since"},          {"states", STR_filter_state, "status"},
};
static const Criterion mentees[CRITERIA] = {
        {"forms", STR_filter_form, "form"},
        {"years", STR_filter_year, "since"},
};
static const Criterion programmes[CRITERIA] = {
        {"states", STR_filter_state, "status"},
        {"forms", STR_filter_form, "form"},
        {"kinds", STR_filter_kind, "kinds"},
        {"years", STR_filter_year, "school_year"},
};

static const Criterion *criteria_of(const Page *page)
{
	return page->type == PAGE_mentors ? mentors : page->type == PAGE_mentees ? mentees : programmes;
}

/* --- options --- */

/* An id may hold any letters, but no white space (HTML, 3.2.6). */
static Slice option_id(Arena *a, const Criterion *c, Slice value)
{
	Slice id = arena_join(a, slice_of(c->id), SL("-"), value);
	char *bytes = arena_cstr(a, id);
	for (size_t i = 0; i < id.n; i++) {
		bytes[i] = bytes[i] == ' ' ? '_' : bytes[i];
	}
	return (Slice){bytes, id.n};
}

static Slice year_of(Arena *a, Date d)
{
	int year = date_school_year(d);
	return arena_printf(a, "%d/%d", year, year + 1);
}

/* The id and title that a value stands for; false for a value that is no option. */
static bool option_of(FilterOption *out, View *v, const Criterion *c, const Pub *value)
{
	switch (value->type) {
	case PUB_TERM:
		*out = (FilterOption){.id = value->as.term.id, .title = value->as.term.title};
		break;
	case PUB_TEXT:
		*out = (FilterOption){.id = value->as.text, .title = value->as.text};
		break;
	case PUB_DATE:
		out->title = year_of(v->arena, value->as.date);
		*out = (FilterOption){.id = out->title, .title = out->title};
		break;
	case PUB_BOOL:
		*out = (FilterOption){.id = SL("yes"), .title = v->render->theme->texts[STR_filter_yes]};
		return value->as.flag && (out->id = option_id(v->arena, c, out->id)).n;
	default:
		return false;
	}
	out->id = option_id(v->arena, c, out->id);
	return true;
}

typedef void SeeOption(void *ctx, const FilterOption *option);

/* Every option of a criterion that a record fits; a value that is a list gives one an item. */
static void each_option(View *v, const Criterion *c, const PubRecord *r, SeeOption *see, void *ctx)
{
	const Pub *value = pub_get(&r->fields, slice_of(c->field), v->page->path);
	bool list = value && value->type == PUB_LIST;
	size_t n = !value ? 0 : list ? value->as.list.n : 1;
	for (size_t i = 0; i < n; i++) {
		FilterOption option;
		const Pub *one = list ? pub_on(value->as.list.items[i], v->page->path) : value;
		if (one && option_of(&option, v, c, one)) {
			see(ctx, &option);
		}
	}
}

/* --- criteria --- */

typedef struct Gathering {
	Filter *filter;
	VEC(FilterOption *) found;
} Gathering;

static void gather(void *ctx, const FilterOption *option)
{
	Gathering *g = ctx;
	View *v = g->filter->view;
	FilterOption *known = map_get(&g->filter->options, option->id);
	if (!known) {
		known = ARENA_NEW(v->arena, FilterOption);
		*known = *option;
		known->key = locale_sort_key(v->render->locale, v->arena, option->title);
		map_put(&g->filter->options, known->id, known);
		vec_push(&g->found, known);
	}
	known->rows++;
}

static int by_key(const void *x, const void *y)
{
	const FilterOption *a = *(FilterOption *const *)x;
	const FilterOption *b = *(FilterOption *const *)y;
	int c = slice_cmp(a->key, b->key);
	return c ? c : slice_cmp(a->id, b->id);
}

static const Pub *option_map(Arena *a, const FilterOption *option)
{
	Pub *map = pub_new_map(a);
	pub_set(a, map, "id", pub_new_text(a, option->id));
	pub_set(a, map, "title", pub_new_text(a, option->title));
	pub_set(a, map, "number", pub_new_text(a, arena_printf(a, "%zu", option->number)));
	return map;
}

static const Pub *criterion_map(View *v, const Criterion *c, FilterOption *const *options, size_t n)
{
	const Pub **items = arena_array(v->arena, n, sizeof *items);
	for (size_t i = 0; i < n; i++) {
		items[i] = option_map(v->arena, options[i]);
	}
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "title", pub_new_text(v->arena, v->render->theme->texts[c->title]));
	pub_set(v->arena, map, "options", pub_new_list(v->arena, items, n));
	return map;
}

/* One option that every row fits parts nothing. */
static bool parts(FilterOption *const *options, size_t n, size_t rows)
{
	return n > 1 || (n == 1 && options[0]->rows < rows);
}

void filter_init(Filter *f, View *v, PubList list)
{
	const Criterion *criteria = criteria_of(v->page);
	const Pub *maps[CRITERIA];
	size_t n = 0;
	size_t number = 0;
	*f = (Filter){.view = v, .options = MAP_INIT};
	for (size_t i = 0; i < CRITERIA && criteria[i].id; i++) {
		Gathering g = {.filter = f};
		for (size_t k = 0; k < list.n; k++) {
			each_option(v, &criteria[i], list.items[k], gather, &g);
		}
		if (parts(g.found.items, g.found.n, list.n)) {
			qsort(g.found.items, g.found.n, sizeof *g.found.items, by_key);
			for (size_t k = 0; k < g.found.n; k++) {
				g.found.items[k]->number = ++number;
			}
			maps[n++] = criterion_map(v, &criteria[i], g.found.items, g.found.n);
		}
		vec_release(&g.found);
	}
	view_set(v, "filters", pub_new_list(v->arena, maps, n));
}

void filter_release(Filter *f)
{
	map_release(&f->options);
}

/* --- rows --- */

typedef struct Numbering {
	const Filter *filter;
	Buf text;
} Numbering;

static void add_number(void *ctx, const FilterOption *option)
{
	Numbering *to = ctx;
	const FilterOption *known = map_get(&to->filter->options, option->id);
	if (known && known->number) {
		buf_printf(&to->text, to->text.n ? " %zu" : "%zu", known->number);
	}
}

static const Pub *row_of(const Filter *f, const char *as, const PubRecord *r)
{
	View *v = f->view;
	const Criterion *criteria = criteria_of(v->page);
	Numbering numbers = {f, BUF_INIT};
	Pub *row = pub_new_map(v->arena);
	for (size_t i = 0; i < CRITERIA && criteria[i].id; i++) {
		each_option(v, &criteria[i], r, add_number, &numbers);
	}
	pub_set(v->arena, row, "by", pub_new_text(v->arena, arena_dup(v->arena, buf_slice(&numbers.text))));
	pub_set(v->arena, row, as, &r->self);
	buf_release(&numbers.text);
	return row;
}

const Pub *filter_rows(const Filter *f, const char *as, PubList list)
{
	View *v = f->view;
	const Pub **items = arena_array(v->arena, list.n, sizeof *items);
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++) {
		if (pub_on(&list.items[i]->self, v->page->path)) {
			items[n++] = row_of(f, as, list.items[i]);
		}
	}
	return pub_new_list(v->arena, items, n);
}

typedef struct Dated {
	const PubRecord *record;
	Date date;
	size_t at;
} Dated;

static int latest_first(const void *x, const void *y)
{
	const Dated *a = x;
	const Dated *b = y;
	if (a->date != b->date) {
		return a->date < b->date ? 1 : -1;
	}
	return a->at < b->at ? -1 : 1;
}

PubList filter_latest(View *v, PubList list, const char *field)
{
	Dated *dated = arena_array(v->arena, list.n, sizeof *dated);
	const PubRecord **items = arena_array(v->arena, list.n, sizeof *items);
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++) {
		Date date = pub_date(&list.items[i]->fields, field, v->page->path);
		if (date != DATE_NONE) {
			dated[n] = (Dated){list.items[i], date, n};
			n++;
		}
	}
	if (n > 1) {
		qsort(dated, n, sizeof *dated, latest_first);
	}
	for (size_t i = 0; i < n; i++) {
		items[i] = dated[i].record;
	}
	return (PubList){items, n};
}

/* Of a list in sections, a section without a row goes with its heading. */
void filter_css(Buf *out)
{
	for (int i = 1; i <= FILTER_PLAIN; i++) {
		buf_printf(out,
		           ":root:has(.by:not(.live) .o%d:target) :is([data-by]:not([data-by~=\"%d\"]),"
		           "section:has([data-by]):not(:has([data-by~=\"%d\"]))){display:none}\n",
		           i, i, i);
	}
}
