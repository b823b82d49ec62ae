#include "shrink.h"

enum { MOST_BUILDS = 600, AROUND = 160 };

typedef struct Shrink {
	Recipe *how;
	Workshop *workshop;
	Verdict verdict;
	size_t builds;
} Shrink;

static bool still_fails(Shrink *s)
{
	Pair p;
	if (s->builds++ > MOST_BUILDS) {
		return false;
	}
	pair_make(&p, s->workshop, s->how, NULL, NULL);
	bool fails = p.verdict == s->verdict;
	pair_release(&p);
	return fails;
}

static void drop_changes(Shrink *s)
{
	for (size_t i = 0; i < s->how->change_count; i++) {
		uint64_t seed = s->how->changes[i];
		s->how->changes[i] = 0;
		if (seed && !still_fails(s)) {
			s->how->changes[i] = seed;
		}
	}
}

static void drop_versions(Shrink *s, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++) {
		uint64_t bit = (uint64_t)1 << i;
		s->how->editions |= bit;
		if (!still_fails(s)) {
			s->how->editions &= ~bit;
		}
	}
}

/* As many at once as possible: halves, quarters, and so on. */
static void drop_items(Shrink *s, size_t from, size_t to)
{
	size_t before = s->how->cuts.n;
	for (size_t i = from; i < to; i++) {
		vec_push(&s->how->cuts, (Cut){i, SL("")});
	}
	if (from >= to || still_fails(s)) {
		return;
	}
	s->how->cuts.n = before;
	if (to - from > 1) {
		size_t middle = from + (to - from) / 2;
		drop_items(s, middle, to);
		drop_items(s, from, middle);
	}
}

static void drop_key(Shrink *s, size_t item, Slice key)
{
	vec_push(&s->how->cuts, (Cut){item, key});
	if (!still_fails(s)) {
		s->how->cuts.n--;
	}
}

/* Of what the schema asks for, nothing: that would be another fault. */
static void drop_keys(Shrink *s, size_t i, const Item *item)
{
	size_t n;
	const FieldId *ids = schema_fields(item->kind, &n);
	for (size_t k = 0; k < n; k++) {
		const FieldInfo *f = schema_field(ids[k]);
		bool body = f->type == TYPE_BODYTEXT && item->body.n;
		if (!f->needed && (body || node_get(item->map, f->name))) {
			drop_key(s, i, f->name);
		}
	}
}

static void drop_all_keys(Shrink *s)
{
	Story story;
	if (pair_plant(&story, s->how, NULL)) {
		const Garden *g = story_now(&story);
		for (size_t i = 0; i < g->items.n; i++) {
			if (!g->items.items[i].gone && g->items.items[i].map) {
				drop_keys(s, i, &g->items.items[i]);
			}
		}
	}
	story_release(&story);
}

void shrink(Recipe *how, Workshop *w, Verdict verdict)
{
	Shrink s = {how, w, verdict, 0};
	Story story;
	if (pair_plant(&story, how, NULL)) {
		drop_changes(&s);
		drop_versions(&s, story.editions.n);
		drop_items(&s, 0, story_now(&story)->items.n);
		drop_all_keys(&s);
		drop_changes(&s);
	}
	story_release(&story);
}

/* --- telling --- */

static void tell_lines(Slice text)
{
	Slice line;
	while (text.n && slice_split(&text, '\n', &line)) {
		printf("#   %.*s\n", SLICE_ARG(line));
	}
}

static bool is_same(const Item *a, const Item *b)
{
	Buf x = BUF_INIT;
	Buf y = BUF_INIT;
	bool same = a->gone == b->gone && slice_eq(a->path, b->path);
	if (same && !a->gone) {
		garden_write(&x, a);
		garden_write(&y, b);
		same = slice_eq(buf_slice(&x), buf_slice(&y));
	}
	buf_release(&x);
	buf_release(&y);
	return same;
}

static void tell_item(const Item *item)
{
	Buf text = BUF_INIT;
	if (item->gone) {
		printf("# (no %.*s)\n", SLICE_ARG(item->path));
		return;
	}
	printf("# %.*s\n", SLICE_ARG(item->path));
	if (item->map) {
		garden_write(&text, item);
		tell_lines(buf_slice(&text));
	}
	buf_release(&text);
}

/* What `g` has otherwise than `than`; all of it when there is no such. */
static void tell_garden(const Garden *g, const Garden *than)
{
	for (size_t i = 0; i < g->items.n; i++) {
		const Item *item = &g->items.items[i];
		bool new = !than || i >= than->items.n;
		if (new ? !item->gone : !is_same(item, &than->items.items[i])) {
			tell_item(item);
		}
	}
}

static void tell_story(const Story *s)
{
	size_t n = s->editions.n;
	tell_garden(&s->editions.items[n - 1].garden, NULL);
	for (size_t i = n - 1; i > 0; i--) {
		if (!s->editions.items[i - 1].dropped) {
			printf("# --- before that, commit %zu:\n", i);
			tell_garden(&s->editions.items[i - 1].garden, &s->editions.items[i].garden);
		}
	}
}

static void tell_side(const char *name, const Made *made, size_t at)
{
	if (!made) {
		printf("# %s: no such file\n", name);
		return;
	}
	size_t from = at > AROUND ? at - AROUND : 0;
	printf("# %s: %.*s\n", name,
	       SLICE_ARG(slice_sub(made->bytes, from, at + AROUND < made->bytes.n ? at + AROUND : made->bytes.n)));
}

static void tell_difference(const Pair *p)
{
	size_t at = 0;
	while (p->x && p->y && at < p->x->bytes.n && at < p->y->bytes.n && p->x->bytes.p[at] == p->y->bytes.p[at]) {
		at++;
	}
	printf("# the first that differs: %.*s, from byte %zu on\n", SLICE_ARG(p->where), at);
	tell_side("one", p->x, at);
	tell_side("other", p->y, at);
}

void shrink_tell(const Recipe *how, Workshop *w)
{
	Pair p;
	char iso[11];
	pair_make(&p, w, how, NULL, NULL);
	date_iso(iso, p.base.today);
	printf("%.*s# as of %s, the tree:\n", (int)p.done.n, p.done.p, iso);
	tell_story(&p.base);
	if (p.changed.editions.n) {
		printf("# --- and changed:\n");
		tell_garden(story_now(&p.changed), story_now(&p.base));
	}
	tell_lines(buf_slice(p.verdict == PAIR_BASE_FAULTY ? &p.before.complaints : &p.after.complaints));
	if (p.verdict == PAIR_DIFFERENT) {
		tell_difference(&p);
	}
	pair_release(&p);
}
