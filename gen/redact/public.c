#include "redact/public.h"

#include <assert.h>

#include "base/mem.h"

static const char *const kind_names[PUB_KINDS] = {
        [PUB_MENTORS] = "mentors",   [PUB_MENTEES] = "mentees", [PUB_PROGRAMMES] = "programmes",
        [PUB_PARTNERS] = "partners", [PUB_CASES] = "cases",     [PUB_DOCUMENTS] = "documents",
        [PUB_METHODS] = "methods",   [PUB_NEWS] = "news",       [PUB_EVENTS] = "events",
        [PUB_AWARDS] = "awards",     [PUB_SURVEYS] = "surveys", [PUB_PAGES] = "pages",
};

static const char *const section_names[PUB_SECTIONS] = {
        [SECTION_MENTORS] = "mentors",       [SECTION_MENTEES] = "mentees",   [SECTION_PROGRAMMES] = "programmes",
        [SECTION_PORTFOLIOS] = "portfolios", [SECTION_PARTNERS] = "partners", [SECTION_CASES] = "cases",
        [SECTION_DOCUMENTS] = "documents",   [SECTION_METHODS] = "methods",   [SECTION_NEWS] = "news",
        [SECTION_EVENTS] = "events",         [SECTION_ROADMAP] = "roadmap",   [SECTION_AWARDS] = "awards",
        [SECTION_STATS] = "stats",           [SECTION_FORMS] = "forms",
};

const char *pub_kind_name(PubKind kind)
{
	assert(kind < PUB_KINDS);
	return kind_names[kind];
}

const char *pub_section_name(PubSection section)
{
	assert(section < PUB_SECTIONS);
	return section_names[section];
}

void pubsite_free(PubSite *s)
{
	if (s) {
		for (unsigned i = 0; i < s->worker_count; i++) {
			arena_release(&s->workers[i]);
		}
		free(s->workers);
		arena_release(&s->arena);
		free(s);
	}
}

bool pub_anchor(const PubRecord *r, Slice id)
{
	for (size_t i = 0; i < r->anchor_count; i++) {
		if (slice_eq(r->anchors[i], id)) {
			return true;
		}
	}
	return false;
}

bool pub_section(const PubSite *s, PubSection section)
{
	for (size_t i = 0; i < s->section_count; i++) {
		if (s->sections[i] == section) {
			return true;
		}
	}
	return false;
}

bool pub_scope_covers(const PubScope *scope, Slice page)
{
	if (!scope) {
		return true;
	}
	for (size_t i = 0; i < scope->n; i++) {
		if (slice_starts(page, scope->prefix[i])) {
			return true;
		}
	}
	return false;
}

static const Pub *first_on(const Pub *alt, Slice page)
{
	for (size_t i = 0; i < alt->as.list.n; i++) {
		const Pub *v = pub_on(alt->as.list.items[i], page);
		if (v) {
			return v;
		}
	}
	return NULL;
}

const Pub *pub_on(const Pub *v, Slice page)
{
	if (!v || !pub_scope_covers(v->scope, page)) {
		return NULL;
	}
	if (v->type == PUB_ALT) {
		return first_on(v, page);
	}
	/* A reference shows no more than the record itself would there. */
	if (v->type == PUB_RECORD && !pub_scope_covers(v->as.record->self.scope, page)) {
		return NULL;
	}
	return v;
}

/* Entries are few (a record has at most some forty fields), so a walk beats a table. */
static PubEntry *entry_of(const Pub *map, Slice key)
{
	for (size_t i = 0; i < map->as.map.n; i++) {
		if (slice_eq(map->as.map.entries[i].key, key)) {
			return &map->as.map.entries[i];
		}
	}
	return NULL;
}

const Pub *pub_get(const Pub *map, Slice key, Slice page)
{
	const Pub *m = pub_on(map, page);
	if (m && m->type == PUB_RECORD) {
		m = pub_on(&m->as.record->fields, page);
	}
	if (!m || m->type != PUB_MAP) {
		return NULL;
	}
	const PubEntry *entry = entry_of(m, key);
	return entry ? pub_on(entry->value, page) : NULL;
}

Slice pub_text(const Pub *map, const char *key, Slice page)
{
	const Pub *v = pub_get(map, slice_of(key), page);
	if (v && (v->type == PUB_TEXT || v->type == PUB_URL)) {
		return v->as.text;
	}
	return v && v->type == PUB_TERM ? v->as.term.title : SL("");
}

Date pub_date(const Pub *map, const char *key, Slice page)
{
	const Pub *v = pub_get(map, slice_of(key), page);
	if (v && v->type == PUB_DATE) {
		return v->as.date;
	}
	return v && v->type == PUB_MOMENT ? moment_date(v->as.moment) : DATE_NONE;
}

bool pub_flag(const Pub *map, const char *key, Slice page)
{
	const Pub *v = pub_get(map, slice_of(key), page);
	return v && v->type == PUB_BOOL && v->as.flag;
}

Pub *pub_new(Arena *a, PubType type)
{
	Pub *v = ARENA_NEW(a, Pub);
	v->type = type;
	return v;
}

/* The bytes are copied: what a value came from may be private, and goes before the site does. */
static const Pub *new_bytes(Arena *a, PubType type, Slice bytes)
{
	Pub *v = pub_new(a, type);
	v->as.text = arena_dup(a, bytes);
	return v;
}

const Pub *pub_new_text(Arena *a, Slice text)
{
	return new_bytes(a, PUB_TEXT, text);
}

const Pub *pub_new_html(Arena *a, Slice html)
{
	return new_bytes(a, PUB_HTML, html);
}

const Pub *pub_new_url(Arena *a, Slice url)
{
	return new_bytes(a, PUB_URL, url);
}

const Pub *pub_new_int(Arena *a, int64_t number)
{
	Pub *v = pub_new(a, PUB_INT);
	v->as.number = number;
	return v;
}

const Pub *pub_new_flag(Arena *a, bool flag)
{
	Pub *v = pub_new(a, PUB_BOOL);
	v->as.flag = flag;
	return v;
}

const Pub *pub_new_date(Arena *a, Date date)
{
	if (date == DATE_NONE) {
		return NULL;
	}
	Pub *v = pub_new(a, PUB_DATE);
	v->as.date = date;
	return v;
}

const Pub *pub_new_term(Arena *a, Slice id, Slice title)
{
	Pub *v = pub_new(a, PUB_TERM);
	v->as.term.id = arena_dup(a, id);
	v->as.term.title = arena_dup(a, title);
	return v;
}

Pub *pub_new_map(Arena *a)
{
	return pub_new(a, PUB_MAP);
}

/* The old array stays in the arena: doubling bounds the waste by the size of the last one. */
static void grow(Arena *a, Pub *map)
{
	size_t cap = map->as.map.cap ? map->as.map.cap * 2 : 8;
	PubEntry *entries = arena_array(a, cap, sizeof *entries);
	if (map->as.map.n) {
		memcpy(entries, map->as.map.entries, map->as.map.n * sizeof *entries);
	}
	map->as.map.entries = entries;
	map->as.map.cap = cap;
}

void pub_set(Arena *a, Pub *map, const char *key, const Pub *value)
{
	assert(map->type == PUB_MAP);
	if (!value) {
		return;
	}
	PubEntry *entry = entry_of(map, slice_of(key));
	if (entry) {
		entry->value = value;
		return;
	}
	if (map->as.map.n == map->as.map.cap) {
		grow(a, map);
	}
	map->as.map.entries[map->as.map.n++] = (PubEntry){slice_of(key), value};
}

const Pub *pub_new_list(Arena *a, const Pub *const *items, size_t n)
{
	Pub *v = pub_new(a, PUB_LIST);
	const Pub **copy = arena_array(a, n, sizeof *copy);
	if (n) {
		memcpy(copy, items, n * sizeof *copy);
	}
	v->as.list.items = copy;
	v->as.list.n = n;
	return v;
}
