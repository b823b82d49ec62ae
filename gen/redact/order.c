#include "redact/order.h"

#include "base/picture.h"
#include "base/vec.h"
#include "redact/scope.h"

Digest order_medium(const PubMedia *m)
{
	Buf look = BUF_INIT;
	if (m->type == MEDIA_FILE) {
		return digest_of(m->bytes);
	}
	picture_look(&look, m->bytes);
	Digest d = digest_of(buf_slice(&look));
	buf_release(&look);
	return d;
}

static void canon_list(Buf *out, const Pub *v, Slice page)
{
	buf_byte(out, '[');
	for (size_t i = 0; i < v->as.list.n; i++) {
		order_canon(out, v->as.list.items[i], page);
	}
	buf_byte(out, ']');
}

static void canon_map(Buf *out, const Pub *v, Slice page)
{
	buf_byte(out, '{');
	for (size_t i = 0; i < v->as.map.n; i++) {
		if (pub_on(v->as.map.entries[i].value, page)) {
			buf_add(out, v->as.map.entries[i].key);
			buf_byte(out, '=');
			order_canon(out, v->as.map.entries[i].value, page);
		}
	}
	buf_byte(out, '}');
}

void order_canon(Buf *out, const Pub *value, Slice page)
{
	const Pub *v = pub_on(value, page);
	if (!v) {
		return;
	}
	switch (v->type) {
	case PUB_BOOL:
		buf_byte(out, v->as.flag ? 't' : 'f');
		break;
	case PUB_INT:
		buf_printf(out, "%lld", (long long)v->as.number);
		break;
	case PUB_TEXT:
	case PUB_HTML:
	case PUB_URL:
		buf_add(out, v->as.text);
		break;
	case PUB_DATE:
		buf_printf(out, "%d", v->as.date);
		break;
	case PUB_MOMENT:
		buf_printf(out, "%lld", (long long)v->as.moment);
		break;
	case PUB_TERM:
		buf_add(out, v->as.term.id);
		break;
	case PUB_LIST:
		canon_list(out, v, page);
		break;
	case PUB_MAP:
		canon_map(out, v, page);
		break;
	case PUB_RECORD:
		buf_add(out, v->as.record->page);
		break;
	case PUB_MEDIA: {
		Digest d = order_medium(v->as.media);
		buf_put(out, &d, sizeof d);
		break;
	}
	case PUB_ALT:
		break; /* pub_on() never gives one */
	}
	buf_byte(out, '\x1f');
}

typedef struct Keyed {
	int64_t number; /* smaller first */
	Slice text;     /* collation key */
	Slice canon;
	size_t at; /* as written: of those that read the same */
	const void *item;
} Keyed;

static int by_key(const void *x, const void *y)
{
	const Keyed *a = x;
	const Keyed *b = y;
	if (a->number != b->number) {
		return a->number < b->number ? -1 : 1;
	}
	int c = slice_cmp(a->text, b->text);
	c = c ? c : slice_cmp(a->canon, b->canon);
	return c ? c : (a->at > b->at) - (a->at < b->at);
}

static int64_t newest_first(const PubRecord *r, const char *key)
{
	Date d = pub_date(&r->fields, key, r->page);
	return d == DATE_NONE ? INT64_MAX : -(int64_t)d;
}

static int64_t act_order(const PubRecord *r)
{
	static const char *const levels[] = {"federal", "regional", "municipal", "local"};
	const Pub *level = pub_get(&r->fields, SL("level"), r->page);
	int64_t rank = 0;
	for (int i = 0; level && i < 4; i++) {
		rank = slice_is(level->as.term.id, levels[i]) ? i : rank;
	}
	Date d = pub_date(&r->fields, "date", r->page);
	return rank * 10000000 - (d == DATE_NONE ? -5000000 : d);
}

static int64_t number_of(const PubRecord *r)
{
	const Pub *order;
	const Pub *start;
	switch (r->kind) {
	case PUB_PROGRAMMES:
		return newest_first(r, "start");
	case PUB_CASES:
	case PUB_NEWS:
	case PUB_AWARDS:
	case PUB_SURVEYS:
		return newest_first(r, "date");
	case PUB_DOCUMENTS:
		return act_order(r);
	case PUB_EVENTS:
		start = pub_get(&r->fields, SL("start"), r->page);
		return start ? start->as.moment : 0;
	case PUB_PAGES:
		order = pub_get(&r->fields, SL("order"), r->page);
		return order ? order->as.number : INT64_MAX;
	default:
		return 0;
	}
}

static Slice text_of(const PubRecord *r)
{
	const char *key = r->kind == PUB_PROGRAMMES                           ? "number"
	                  : r->kind <= PUB_MENTEES || r->kind == PUB_PARTNERS ? "name"
	                                                                      : "title";
	return pub_text(&r->fields, key, r->page);
}

static Slice canon_of(Arena *a, const Pub *v, Slice page)
{
	Buf canon = BUF_INIT;
	order_canon(&canon, v, page);
	Slice kept = arena_dup(a, buf_slice(&canon));
	buf_release(&canon);
	return kept;
}

static void sort_keyed(Keyed *keys, const void **items, size_t n)
{
	qsort(keys, n, sizeof *keys, by_key);
	for (size_t i = 0; i < n; i++) {
		items[i] = keys[i].item;
	}
}

void order_records(const PubRecord **items, size_t n, PubKind kind, const Locale *l)
{
	Arena scratch = ARENA_INIT;
	Keyed *keys = arena_array(&scratch, n, sizeof *keys);
	/* Kinds with a page of their own are told apart by it; others only by all they show. */
	bool paged = kind != PUB_MENTEES && kind != PUB_AWARDS && kind != PUB_SURVEYS;
	for (size_t i = 0; i < n; i++) {
		const PubRecord *r = items[i];
		Slice canon = paged ? r->page : canon_of(&scratch, &r->fields, r->page);
		keys[i] = (Keyed){number_of(r), locale_sort_key(l, &scratch, text_of(r)), canon, i, r};
	}
	if (n > 1) {
		sort_keyed(keys, (const void **)items, n);
	}
	arena_release(&scratch);
}

/* --- people --- */

enum { RANK_NAMED, RANK_STAND_IN, RANK_UNSEEN };

typedef VEC(Slice) Prefixes;

static void add_prefixes(Prefixes *out, const Pub *v)
{
	for (size_t i = 0; v->scope && i < v->scope->n; i++) {
		vec_push(out, v->scope->prefix[i]);
	}
	for (size_t i = 0; v->type == PUB_ALT && i < v->as.list.n; i++) {
		add_prefixes(out, v->as.list.items[i]);
	}
}

/* Longest first: of two that begin a path, the longer decides. */
static int by_length(const void *x, const void *y)
{
	const Slice *a = x;
	const Slice *b = y;
	return a->n != b->n ? (a->n < b->n ? 1 : -1) : slice_cmp(*a, *b);
}

static void sort_prefixes(Prefixes *prefixes)
{
	size_t kept = 0;
	if (prefixes->n > 1) {
		qsort(prefixes->items, prefixes->n, sizeof *prefixes->items, by_length);
	}
	for (size_t i = 0; i < prefixes->n; i++) {
		if (kept == 0 || !slice_eq(prefixes->items[i], prefixes->items[kept - 1])) {
			prefixes->items[kept++] = prefixes->items[i];
		}
	}
	prefixes->n = kept;
}

/* The items in the order in which a page shows them. */
static void sort_on(const Pub **out, const Pub *const *items, size_t n, Slice page, const Locale *l)
{
	Arena scratch = ARENA_INIT;
	Keyed *keys = arena_array(&scratch, n, sizeof *keys);
	for (size_t i = 0; i < n; i++) {
		const Pub *who = pub_on(items[i], page);
		Slice name = pub_text(who, "name", page);
		int64_t rank = !who ? RANK_UNSEEN : pub_flag(who, "anonymous", page) ? RANK_STAND_IN : RANK_NAMED;
		/* Public namesakes are told apart by their addresses, and by all else that is shown of them. */
		Slice canon = canon_of(&scratch, items[i], page);
		keys[i] = (Keyed){rank, locale_sort_key(l, &scratch, name), canon, i, items[i]};
	}
	sort_keyed(keys, (const void **)out, n);
	arena_release(&scratch);
}

/*
 * Which pages a scope covers is the same for all whose longest prefix is the
 * same, and the same as for that prefix taken as a page: so there is one order
 * for each prefix, and one for the pages that none begins.
 */
static const Pub *sorted_by_page(Arena *a, const Pub *const *items, size_t n, const Prefixes *prefixes, const Locale *l)
{
	const Pub **sorted = arena_array(a, n, sizeof *sorted);
	const Pub **lists = arena_array(a, prefixes->n + 1, sizeof *lists);
	for (size_t i = 0; i <= prefixes->n; i++) {
		Slice page = i < prefixes->n ? prefixes->items[i] : SL("");
		sort_on(sorted, items, n, page, l);
		Pub *list = (Pub *)pub_new_list(a, sorted, n);
		list->scope = i < prefixes->n ? scope_of(a, &page, 1) : NULL;
		lists[i] = list;
	}
	if (prefixes->n == 0) {
		return lists[0];
	}
	Pub *alt = pub_new(a, PUB_ALT);
	alt->as.list.items = lists;
	alt->as.list.n = prefixes->n + 1;
	return alt;
}

const Pub *order_people(Arena *a, const Pub *const *items, size_t n, const Locale *l)
{
	Prefixes prefixes = {NULL, 0, 0};
	for (size_t i = 0; n > 1 && i < n; i++) {
		add_prefixes(&prefixes, items[i]);
	}
	sort_prefixes(&prefixes);
	const Pub *list = n > 1 ? sorted_by_page(a, items, n, &prefixes, l) : pub_new_list(a, items, n);
	vec_release(&prefixes);
	return list;
}
