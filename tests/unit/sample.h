/*
 * sample.h - a small public site made by hand, for tests of what is rendered from one.
 *
 * Every string of the theme is its own name ("nav_news"), so that a test sees
 * which of them stands where.
 */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include <check.h>

#include "base/locale.h"
#include "render/page.h"

typedef struct Sample {
	PubSite site;
	Theme theme;
	Locale *locale;
	Render render;
	PubRecord *last; /* the record added last: what the field functions set */
	Products products;
	Pages *pages; /* the plan of the products */
	Buf out;      /* the file made last */
} Sample;

static const char *const sample_strings[STRING_COUNT] = {
#define STRING(name, ru, en) #name,
#define PLURAL(name, ru, en) #name,
#include "render/strings.def"
};

static inline void sample_base(Sample *s, const char *base_url)
{
	s->site.base_url = slice_of(base_url);
	size_t host = slice_find(s->site.base_url, SL("://"), 0) + 3;
	s->site.base_path =
	        slice_sub(s->site.base_url, slice_find_byte(s->site.base_url, '/', host), s->site.base_url.n);
}

static inline void sample_init(Sample *s)
{
	*s = (Sample){.locale = locale_new("ru"), .out = BUF_INIT};
	Arena *a = &s->site.arena;
	products_init(&s->products);
	s->render = (Render){&s->site, &s->theme, s->locale, NULL};
	for (size_t i = 0; i < STRING_COUNT; i++) {
		s->theme.texts[i] = slice_of(sample_strings[i]);
	}
	sample_base(s, "https://school.example/nast/");
	s->site.language = SL("ru");
	s->site.timezone = SL("Europe/Moscow");
	s->site.today = date_of(2026, 1, 15);
	s->site.site.type = PUB_MAP;
	s->site.policy.type = PUB_MAP;
	Pub *school = pub_new_map(a);
	pub_set(a, school, "short_name", pub_new_text(a, SL("Школа № 5")));
	pub_set(a, &s->site.site, "title", pub_new_text(a, SL("Наставничество")));
	pub_set(a, &s->site.site, "school", school);
}

static inline void sample_release(Sample *s)
{
	products_release(&s->products);
	pages_free(s->pages);
	buf_release(&s->out);
	arena_release(&s->theme.arena);
	arena_release(&s->site.arena);
	locale_free(s->locale);
}

static inline void sample_section(Sample *s, PubSection section)
{
	s->site.sections[s->site.section_count++] = section;
}

/* A scope of one prefix. */
static inline const PubScope *sample_scope(Sample *s, const char *prefix)
{
	PubScope *scope = ARENA_NEW(&s->site.arena, PubScope);
	Slice *only = ARENA_NEW(&s->site.arena, Slice);
	*only = slice_of(prefix);
	*scope = (PubScope){1, only};
	return scope;
}

static inline const Pub *sample_only_on(Sample *s, const Pub *value, const char *prefix)
{
	Pub *copy = ARENA_NEW(&s->site.arena, Pub);
	*copy = *value;
	copy->scope = sample_scope(s, prefix);
	return copy;
}

static inline void sample_set(Sample *s, const char *key, const Pub *value)
{
	pub_set(&s->site.arena, &s->last->fields, key, value);
}

static inline void sample_text(Sample *s, const char *key, const char *text)
{
	sample_set(s, key, pub_new_text(&s->site.arena, slice_of(text)));
}

/* A text that may stand only on pages with the prefix. */
static inline void sample_text_on(Sample *s, const char *key, const char *text, const char *prefix)
{
	sample_set(s, key, sample_only_on(s, pub_new_text(&s->site.arena, slice_of(text)), prefix));
}

static inline void sample_html(Sample *s, const char *key, const char *html)
{
	sample_set(s, key, pub_new_html(&s->site.arena, slice_of(html)));
}

static inline void sample_date(Sample *s, const char *key, int year, int month, int day)
{
	sample_set(s, key, pub_new_date(&s->site.arena, date_of(year, month, day)));
}

static inline void sample_moment(Sample *s, const char *key, const char *iso)
{
	Pub *v = pub_new(&s->site.arena, PUB_MOMENT);
	ck_assert(moment_parse(&v->as.moment, slice_of(iso)));
	sample_set(s, key, v);
}

static inline const Pub *sample_list(Sample *s, const Pub *first, const Pub *second)
{
	const Pub *items[] = {first, second};
	return pub_new_list(&s->site.arena, items, second ? 2 : 1);
}

/* A person as names.h makes one. */
static inline const Pub *sample_person(Sample *s, const char *name, bool anonymous)
{
	Pub *map = pub_new_map(&s->site.arena);
	pub_set(&s->site.arena, map, "name", pub_new_text(&s->site.arena, slice_of(name)));
	if (anonymous) {
		pub_set(&s->site.arena, map, "anonymous", pub_new_flag(&s->site.arena, true));
	}
	return map;
}

/* The first on pages with the prefix, the second elsewhere. */
static inline const Pub *sample_either(Sample *s, const Pub *first, const char *prefix, const Pub *second)
{
	const Pub *items[] = {sample_only_on(s, first, prefix), second};
	Pub *alt = pub_new(&s->site.arena, PUB_ALT);
	alt->as.list.items = pub_new_list(&s->site.arena, items, 2)->as.list.items;
	alt->as.list.n = 2;
	return alt;
}

/* Adds a record to the end of its kind's list. `id` NULL: of a kind without pages. */
static inline void sample_record(Sample *s, PubKind kind, const char *id)
{
	Arena *a = &s->site.arena;
	const char hole[] = {PUB_HOLE_BASE, '\0'};
	PubList *list = &s->site.kinds[kind];
	PubRecord *rec = ARENA_NEW(a, PubRecord);
	const PubRecord **items = arena_array(a, list->n + 1, sizeof *items);
	const char *folder = kind == PUB_SURVEYS ? "stats" : pub_kind_name(kind);
	for (size_t i = 0; i < list->n; i++) {
		items[i] = list->items[i];
	}
	items[list->n] = rec;
	*list = (PubList){items, list->n + 1};
	rec->kind = kind;
	rec->id = slice_of(id);
	rec->page = kind == PUB_PAGES ? arena_printf(a, "%s/", id)
	            : id              ? arena_printf(a, "%s/%s/", folder, id)
	                              : arena_printf(a, "%s/", folder);
	rec->updated = DATE_NONE;
	rec->self = (Pub){.type = PUB_RECORD, .as.record = rec};
	rec->fields.type = PUB_MAP;
	s->last = rec;
	if (id) {
		sample_text(s, kind == PUB_PROGRAMMES ? "number" : "id", id);
	}
	sample_set(s, "url", pub_new_url(a, arena_join(a, slice_of(hole), rec->page, SL(""))));
}

static inline void sample_news(Sample *s, const char *id, const char *title, Date date)
{
	sample_record(s, PUB_NEWS, id);
	sample_text(s, "title", title);
	sample_set(s, "date", pub_new_date(&s->site.arena, date));
}

typedef void SampleAdd(Products *ps, const Render *r);

/* Lists what a module makes; may be called again after a change. */
static inline void sample_products(Sample *s, SampleAdd *add)
{
	products_release(&s->products);
	products_init(&s->products);
	pages_free(s->pages);
	s->pages = pages_plan(&s->render);
	s->render.pages = s->pages;
	add(&s->products, &s->render);
	products_sort(&s->products);
}

static inline const Product *sample_product(Sample *s, const char *path)
{
	for (size_t i = 0; i < s->products.list.n; i++) {
		if (slice_is(s->products.list.items[i].path, path)) {
			return &s->products.list.items[i];
		}
	}
	return NULL;
}

/* The bytes of one file, until the next is made. */
static inline Slice sample_file(Sample *s, const char *path)
{
	const Product *p = sample_product(s, path);
	ck_assert_msg(p, "no product %s", path);
	buf_clear(&s->out);
	p->make(&s->render, p, &s->out);
	return buf_slice(&s->out);
}

static inline bool sample_has(Slice bytes, const char *what)
{
	return slice_find(bytes, slice_of(what), 0) < bytes.n;
}

static inline size_t sample_count(Slice bytes, const char *what)
{
	size_t n = 0;
	Slice s = slice_of(what);
	for (size_t at = slice_find(bytes, s, 0); at < bytes.n; at = slice_find(bytes, s, at + s.n)) {
		n++;
	}
	return n;
}

#define assert_has(bytes, what) \
	ck_assert_msg(sample_has((bytes), (what)), "no \"%s\" in:\n%.*s", what, SLICE_ARG(bytes))
#define assert_lacks(bytes, what) \
	ck_assert_msg(!sample_has((bytes), (what)), "\"%s\" in:\n%.*s", what, SLICE_ARG(bytes))

#endif
