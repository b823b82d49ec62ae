#include "render/relation.h"

/* A list that grows while the relations are gathered. */
typedef struct Growing {
	PubList list;
	size_t cap;
} Growing;

static void relate(Relations *r, Relation relation, Slice page, const PubRecord *from)
{
	Growing *g = map_get(&r->of[relation], page);
	if (!g) {
		g = ARENA_NEW(&r->arena, Growing);
		map_put(&r->of[relation], page, g);
	}
	if (g->list.n == g->cap) {
		size_t cap = g->cap ? g->cap * 2 : 4;
		const PubRecord **items = arena_array(&r->arena, cap, sizeof *items);
		if (g->list.n) {
			memcpy(items, g->list.items, g->list.n * sizeof *items);
		}
		g->list.items = items;
		g->cap = cap;
	}
	((const PubRecord **)g->list.items)[g->list.n++] = from;
}

/* The mentor whom a person's map names by `id`, wherever that id may be shown:
 * the relation itself is shown only on that mentor's own page. */
static Slice page_of_person(Arena *a, const Pub *who)
{
	const Pub *map = who->type == PUB_ALT ? who->as.list.items[0] : who;
	for (size_t i = 0; map->type == PUB_MAP && i < map->as.map.n; i++) {
		if (slice_is(map->as.map.entries[i].key, "id")) {
			return arena_join(a, SL("mentors/"), map->as.map.entries[i].value->as.text, SL("/"));
		}
	}
	return SL("");
}

static void relate_people(Relations *r, Relation relation, const PubRecord *from, const char *field)
{
	const Pub *v = pub_get(&from->fields, slice_of(field), from->page);
	bool list = v && v->type == PUB_LIST;
	for (size_t i = 0; v && i < (list ? v->as.list.n : 1); i++) {
		Slice page = page_of_person(&r->arena, list ? v->as.list.items[i] : v);
		if (page.n) {
			relate(r, relation, page, from);
		}
	}
}

static void relate_records(Relations *r, Relation relation, const PubRecord *from, const char *field)
{
	const Pub *v = pub_get(&from->fields, slice_of(field), from->page);
	bool list = v && v->type == PUB_LIST;
	for (size_t i = 0; v && i < (list ? v->as.list.n : 1); i++) {
		const Pub *item = list ? v->as.list.items[i] : v;
		if (item->type == PUB_RECORD) {
			relate(r, relation, item->as.record->page, from);
		}
	}
}

/* --- orders: a record names a number and a date, and so does the act --- */

/* What an order goes by; empty when the map does not say both. */
static Slice order_key(Buf *out, const Pub *map, Slice page)
{
	char iso[11];
	Slice number = pub_text(map, "number", page);
	Date date = pub_date(map, "date", page);
	buf_clear(out);
	if (number.n && date != DATE_NONE) {
		date_iso(iso, date);
		buf_printf(out, "%s %.*s", iso, SLICE_ARG(number));
	}
	return buf_slice(out);
}

/* Of two acts with the same number and date the first in public order counts. */
static void take_orders(Relations *r, const PubSite *site)
{
	Buf key = BUF_INIT;
	PubList list = site->kinds[PUB_DOCUMENTS];
	for (size_t i = 0; i < list.n; i++) {
		Slice k = order_key(&key, &list.items[i]->self, list.items[i]->page);
		if (k.n && !map_get(&r->orders, k)) {
			map_put(&r->orders, arena_dup(&r->arena, k), (void *)list.items[i]);
		}
	}
	buf_release(&key);
}

const PubRecord *relations_order(const Relations *r, const PubRecord *record, Slice page)
{
	Buf key = BUF_INIT;
	const Pub *order = pub_get(&record->fields, SL("order"), page);
	Slice k = order ? order_key(&key, order, page) : SL("");
	const PubRecord *act = k.n ? map_get(&r->orders, k) : NULL;
	buf_release(&key);
	return act;
}

/* An act shows a record only if the record's order may be shown on the act's own page. */
static void relate_orders(Relations *r, Relation relation, PubList list)
{
	for (size_t i = 0; i < list.n; i++) {
		const PubRecord *act = relations_order(r, list.items[i], list.items[i]->page);
		if (act && relations_order(r, list.items[i], act->page) == act) {
			relate(r, relation, act->page, list.items[i]);
		}
	}
}

/* Cases of programmes in which a partner takes part; each once, in the order of cases. */
static void relate_partners(Relations *r, PubList cases)
{
	for (size_t i = 0; i < cases.n; i++) {
		const Pub *programme = pub_get(&cases.items[i]->fields, SL("programme"), cases.items[i]->page);
		const Pub *partners = programme && programme->type == PUB_RECORD
		                              ? pub_get(programme, SL("partners"), programme->as.record->page)
		                              : NULL;
		for (size_t k = 0; partners && k < partners->as.list.n; k++) {
			const Pub *partner = partners->as.list.items[k];
			if (partner->type == PUB_RECORD) {
				relate(r, REL_PARTNER_CASES, partner->as.record->page, cases.items[i]);
			}
		}
	}
}

void relations_init(Relations *r, const PubSite *site)
{
	static const struct {
		PubKind kind;
		Relation relation;
		const char *field;
		bool people;
	} table[] = {
	        {PUB_PROGRAMMES, REL_MENTOR_PROGRAMMES, "mentors", true},
	        {PUB_CASES, REL_MENTOR_CASES, "mentors", true},
	        {PUB_AWARDS, REL_MENTOR_AWARDS, "person", true},
	        {PUB_PROGRAMMES, REL_PARTNER_PROGRAMMES, "partners", false},
	        {PUB_CASES, REL_PROGRAMME_CASES, "programme", false},
	        {PUB_NEWS, REL_PROGRAMME_NEWS, "programme", false},
	        {PUB_DOCUMENTS, REL_DOCUMENT_SUCCESSORS, "replaces", false},
	};
	*r = (Relations){.arena = ARENA_INIT};
	for (size_t t = 0; t < sizeof table / sizeof *table; t++) {
		PubList list = site->kinds[table[t].kind];
		for (size_t i = 0; i < list.n; i++) {
			(table[t].people ? relate_people : relate_records)(r, table[t].relation, list.items[i],
			                                                   table[t].field);
		}
	}
	take_orders(r, site);
	relate_orders(r, REL_DOCUMENT_PROGRAMMES, site->kinds[PUB_PROGRAMMES]);
	relate_orders(r, REL_DOCUMENT_MENTORS, site->kinds[PUB_MENTORS]);
	relate_partners(r, site->kinds[PUB_CASES]);
}

void relations_release(Relations *r)
{
	for (int i = 0; i < RELATIONS; i++) {
		map_release(&r->of[i]);
	}
	map_release(&r->orders);
	arena_release(&r->arena);
}

PubList relations_get(const Relations *r, Relation relation, Slice page)
{
	const Growing *g = map_get(&r->of[relation], page);
	return g ? g->list : (PubList){NULL, 0};
}
