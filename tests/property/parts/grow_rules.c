/* What withholds: consents and the policy. */
#include "grow_parts.h"

static void keep_some(Chance *c, Node *list, EnumId of, size_t chance, size_t in)
{
	size_t n;
	EnumRow first = schema_enum(of, &n);
	for (size_t i = 0; i < n; i++) {
		if (below(c, in) < chance) {
			node_append(list, node_scalar(c->arena, SL(""), schema_enum_word((EnumRow)(first + i))->id));
		}
	}
}

static void add_pages(Grower *g, Node *consent)
{
	static const char *const prefixes[] = {"mentors/", "mentees/", "programmes/", "awards/", "consents/",
	                                       "news/",    "cases/",   "/mentors/",   "stats/",  "data/"};
	Chance *c = &g->chance;
	Node *pages = node_new(c->arena, NODE_LIST, SL("pages"));
	for (size_t i = 1 + below(c, 3); i; i--) {
		Slice page = slice_of(prefixes[below(c, sizeof prefixes / sizeof *prefixes)]);
		if (one_in(c, 4)) {
			page = arena_join(c->arena, SL("mentors/"), some_id(c, g->garden, O_mentor), SL("/"));
		}
		if (!lists(pages, page)) {
			node_append(pages, node_scalar(c->arena, SL(""), page));
		}
	}
	node_put(consent, pages);
}

static void add_consent(Grower *g, Node *list, bool whole)
{
	Chance *c = &g->chance;
	Node *consent = random_map(c, g->garden, O_consent, SL(""));
	Node *covers = node_new(c->arena, NODE_LIST, SL("covers"));
	keep_some(c, covers, ENUM_category, whole ? 7 : 3, 8);
	if (covers->count == 0) {
		node_append(covers, node_scalar(c->arena, SL(""), SL("short_name")));
	}
	node_put(consent, covers);
	node_remove(consent, SL("pages"));
	if (one_in(c, whole ? 5 : 3)) {
		add_pages(g, consent);
	}
	if (whole) {
		node_put_text(c->arena, consent, "signed", "2022-02-02");
		node_put_text(c->arena, consent, "by", "representative");
		node_remove(consent, SL("withdrawn"));
		node_remove(consent, SL("until"));
	} else if (!one_in(c, 3)) {
		node_remove(consent, one_in(c, 2) ? SL("withdrawn") : SL("until"));
	}
	node_append(list, consent);
}

void grow_consents(Grower *g, Item *person)
{
	Chance *c = &g->chance;
	Node *list = node_new(c->arena, NODE_LIST, SL("consents"));
	if (!one_in(c, 3)) {
		node_remove(person->map, SL("minor_until"));
	}
	for (size_t i = below(c, 3); i; i--) {
		add_consent(g, list, false);
	}
	if (one_in(c, 2)) {
		add_consent(g, list, true);
	}
	node_remove(person->map, SL("consents"));
	if (list->count) {
		node_append(person->map, list);
	}
}

static Node *whole_consent(Grower *g, const char *const *categories, size_t n)
{
	Arena *a = g->chance.arena;
	Node *consent = random_map(&g->chance, g->garden, O_consent, SL(""));
	Node *covers = node_new(a, NODE_LIST, SL("covers"));
	for (size_t i = 0; i < n; i++) {
		node_append(covers, node_scalar(a, SL(""), slice_of(categories[i])));
	}
	node_put(consent, covers);
	node_put_text(a, consent, "signed", "2022-02-02");
	node_put_text(a, consent, "by", "representative");
	node_remove(consent, SL("withdrawn"));
	node_remove(consent, SL("until"));
	node_remove(consent, SL("pages"));
	return consent;
}

void grow_own_page(Grower *g, Item *person, Slice mentor)
{
	static const char *const full[] = {"role", "name", "position", "contacts", "portfolio"};
	static const char *const brief[] = {"role", "short_name"};
	Arena *a = g->chance.arena;
	Node *list = node_new(a, NODE_LIST, SL("consents"));
	Node *own = whole_consent(g, full, 2 + below(&g->chance, 4));
	Node *pages = node_new(a, NODE_LIST, SL("pages"));
	Slice page = one_in(&g->chance, 3) ? SL("mentors/") : arena_join(a, SL("mentors/"), mentor, SL("/"));
	node_append(pages, node_scalar(a, SL(""), page));
	node_append(own, pages);
	node_append(list, own);
	if (one_in(&g->chance, 2)) {
		node_append(list, whole_consent(g, brief, 1 + below(&g->chance, 2)));
	}
	node_remove(person->map, SL("consents"));
	node_append(person->map, list);
}

void grow_awarded(Grower *g, Item *person)
{
	static const char *const categories[] = {"awards", "name"};
	if (!get(person->map, "consents")) {
		node_append(person->map, node_new(g->chance.arena, NODE_LIST, SL("consents")));
	}
	node_append(get(person->map, "consents"), whole_consent(g, categories, 2));
}

void grow_policy(Grower *g, Item *policy)
{
	Chance *c = &g->chance;
	Node *sections = node_new(c->arena, NODE_LIST, SL("sections"));
	keep_some(c, sections, ENUM_section, 7, 8);
	if (sections->count == 0) {
		node_append(sections, node_scalar(c->arena, SL(""), SL("mentors")));
	}
	shuffle(c, sections);
	node_put(policy->map, sections);
	if (get(policy->map, "min_group")) {
		char text[] = {(char)('2' + below(c, 4)), '\0'};
		node_put(policy->map, node_scalar(c->arena, SL("min_group"), arena_dup(c->arena, slice_of(text))));
	}
}
