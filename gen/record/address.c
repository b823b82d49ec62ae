#include "record/address.h"

/* First components that belong to the site itself (site.md), whatever sections the policy lists. */
static const char *const reserved[] = {
        "mentors", "mentees", "programmes", "partners",  "cases",  "documents", "methods",  "news",          "events",
        "roadmap", "awards",  "stats",      "forms",     "search", "changes",   "consents", "accessibility", "sitemap",
        "data",    "assets",  "media",      "fragments", "404",    "index",     "robots",
};

typedef struct Addresses {
	Diags *diags;
	Arena arena;
	Map taken; /* path → Record * */
} Addresses;

static bool is_reserved(Slice name)
{
	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
		if (slice_is(name, reserved[i])) {
			return true;
		}
	}
	return false;
}

Slice address_of_alias(Arena *a, Slice path)
{
	if (slice_ends(path, SL("/")) || slice_ends(path, SL(".html"))) {
		return path;
	}
	return arena_join(a, path, SL("/"), SL(""));
}

/* news/page/N/ and news/YEAR/ are lists of the site's own. */
static bool is_news_list(const Record *r)
{
	unsigned year;
	return r->kind == O_news && (slice_is(r->id, "page") || (r->id.n == 4 && slice_uint(r->id, &year)));
}

static void take_page(Addresses *a, Record *r)
{
	Slice page = record_page(&a->arena, r);
	if ((r->kind == O_page && is_reserved(r->id)) || is_news_list(r)) {
		DIAG(a->diags, D_RESERVED_PATH, loc_at(r->path, 1, 1), page);
	}
	map_put(&a->taken, page, r);
}

/* "mentors/" and below it only what the site writes itself; "mentors/old-name/" is free. */
static bool is_own_list(Slice path)
{
	size_t slash = slice_find_byte(path, '/', 0);
	Slice first = slice_sub(path, 0, slash);
	Slice rest = slice_sub(path, slash + 1, path.n);
	unsigned year;
	bool news_list = slice_is(first, "news") &&
	                 (slice_starts(rest, SL("page/")) || (rest.n == 5 && slice_uint(slice_sub(rest, 0, 4), &year)));
	bool files = slice_is(first, "data") || slice_is(first, "assets") || slice_is(first, "media") ||
	             slice_is(first, "fragments");
	return path.n == 0 || slice_is(path, "index.html") || slice_is(path, "404.html") || news_list || files ||
	       (is_reserved(first) && rest.n == 0);
}

static void take_alias(Addresses *a, Record *r, const Val *v)
{
	Slice path = address_of_alias(&a->arena, v->as.text);
	if (is_own_list(path) || map_get(&a->taken, path)) {
		DIAG_AT(a->diags, D_ALIAS_TAKEN, v->loc);
		return;
	}
	map_put(&a->taken, path, r);
}

static void take_aliases(Addresses *a, Record *r)
{
	FieldId f = schema_find(r->kind, SL("aliases"));
	size_t n;
	const Val *items = rec_list(&r->rec, f, &n);
	for (size_t i = 0; i < n; i++) {
		take_alias(a, r, &items[i]);
	}
}

void corpus_check_addresses(const Corpus *c, Diags *diags)
{
	Addresses a = {.diags = diags};
	for (int pass = 0; pass < 2; pass++) {
		for (int k = 0; k < OWNER_KINDS; k++) {
			for (size_t i = 0; schema_kind((Kind)k)->page && i < c->counts[k]; i++) {
				(pass ? take_aliases : take_page)(&a, c->records[k][i]);
			}
		}
	}
	map_release(&a.taken);
	arena_release(&a.arena);
}
