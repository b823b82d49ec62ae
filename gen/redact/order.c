#include "redact/order.h"

#include "base/hash.h"

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
		Digest d = digest_of(v->as.media->bytes);
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
	return c ? c : slice_cmp(a->canon, b->canon);
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
	const char *key = r->kind == PUB_PROGRAMMES			       ? "number"
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
		keys[i] = (Keyed){number_of(r), locale_sort_key(l, &scratch, text_of(r)), canon, r};
	}
	if (n > 1) {
		sort_keyed(keys, (const void **)items, n);
	}
	arena_release(&scratch);
}

static bool is_stand_in(const Pub *map)
{
	return pub_flag(map, "anonymous", SL(""));
}

/* What a person is called where most is shown: the first alternative's name. */
static const Pub *first_of(const Pub *v)
{
	return v->type == PUB_ALT ? v->as.list.items[0] : v;
}

void order_people(const Pub **items, size_t n, const Locale *l)
{
	Arena scratch = ARENA_INIT;
	Keyed *keys = arena_array(&scratch, n, sizeof *keys);
	for (size_t i = 0; i < n; i++) {
		const Pub *map = first_of(items[i]);
		int64_t rank = map->scope ? 1 : is_stand_in(map) ? 2 : 0;
		const Pub unscoped = {.type = PUB_MAP, .as.map = map->as.map};
		Slice name = pub_text(&unscoped, "name", SL(""));
		keys[i] = (Keyed){rank, locale_sort_key(l, &scratch, name), name, items[i]};
	}
	if (n > 1) {
		sort_keyed(keys, (const void **)items, n);
	}
	arena_release(&scratch);
}

