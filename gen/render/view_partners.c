/* Views of the partners: the network of them all, and one's page. */
#include "render/network.h"
#include "render/page.h"

/* A partner with what orders it: partners of a kind stand together, those of none at the end. */
typedef struct Partner {
	const PubRecord *record;
	Slice key; /* of its kind in the language's order */
	size_t place;
} Partner;

static int by_kind(const void *x, const void *y)
{
	const Partner *a = x;
	const Partner *b = y;
	if (!a->key.n != !b->key.n) {
		return a->key.n ? -1 : 1;
	}
	int c = slice_cmp(a->key, b->key);
	return c ? c : (a->place > b->place) - (a->place < b->place);
}

static PubList programmes_with(View *v, const PubRecord *partner)
{
	return relations_get(&v->pages->relations, REL_PARTNER_PROGRAMMES, partner->page);
}

/* Those that may stand on this page, by kind and then in public order. */
static size_t sort_partners(View *v, Partner *out)
{
	PubList list = v->render->site->kinds[PUB_PARTNERS];
	size_t n = 0;
	for (size_t i = 0; i < list.n; i++) {
		const PubRecord *r = list.items[i];
		if (pub_on(&r->self, v->page->path)) {
			Slice kind = pub_text(&r->fields, "type", v->page->path);
			Slice key = kind.n ? locale_sort_key(v->render->locale, v->arena, kind) : SL("");
			out[n++] = (Partner){r, key, i};
		}
	}
	if (n > 1) {
		qsort(out, n, sizeof *out, by_kind);
	}
	return n;
}

static NetworkNode node_of(View *v, const PubRecord *r)
{
	const Pub *status = pub_get(&r->fields, SL("status"), v->page->path);
	NetworkNode node = {.name = view_name(v, r), .kind = pub_text(&r->fields, "type", v->page->path)};
	node.url = view_url(v, r->page)->as.text;
	node.programmes = (int64_t)view_records(v, programmes_with(v, r))->as.list.n;
	node.ended = status && slice_is(status->as.term.id, "ended");
	Slice args[2] = {node.name, theme_count(v->render->theme, v->arena, v->render->locale, STR_count_programmes,
	                                        node.programmes)};
	node.about = theme_fill(v->render->theme, v->arena, STR_network_node, args, 2);
	return node;
}

static const Pub *row_of(View *v, const PubRecord *r, const NetworkNode *node)
{
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "partner", &r->self);
	pub_set(v->arena, map, "joint", pub_new_int(v->arena, node->programmes));
	return map;
}

static void set_network(View *v, const NetworkNode *nodes, size_t n)
{
	const Theme *t = v->render->theme;
	const Pub *school = pub_get(&v->render->site->site, SL("school"), v->page->path);
	Network net = {.id = SL("network"), .title = t->texts[STR_network_title], .about = t->texts[STR_network_about]};
	Buf drawn = BUF_INIT;
	net.school = pub_text(school, "short_name", v->page->path);
	net.nodes = nodes;
	net.n = n;
	network_draw(&drawn, &net);
	if (drawn.n) {
		view_set(v, "network", pub_new_html(v->arena, buf_slice(&drawn)));
	}
	buf_release(&drawn);
}

void view_partners(View *v)
{
	const PubSite *site = v->render->site;
	PubList list = site->kinds[PUB_PARTNERS];
	Partner *partners = arena_array(v->arena, list.n, sizeof *partners);
	size_t n = sort_partners(v, partners);
	NetworkNode *nodes = arena_array(v->arena, n, sizeof *nodes);
	const Pub **rows = arena_array(v->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++) {
		nodes[i] = node_of(v, partners[i].record);
		rows[i] = row_of(v, partners[i].record, &nodes[i]);
	}
	set_network(v, nodes, n);
	view_set(v, "rows", pub_new_list(v->arena, rows, n));
	view_set_list(v, "items", list);
	view_set_text(v, "total",
	              theme_count(v->render->theme, v->arena, v->render->locale, STR_count_partners, site->partners));
}

void view_partner(View *v)
{
	view_set(v, "partner", &v->page->record->self);
	view_set(v, "programmes", view_records(v, programmes_with(v, v->page->record)));
	view_set_list(v, "cases", relations_get(&v->pages->relations, REL_PARTNER_CASES, v->page->path));
}
