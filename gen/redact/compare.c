#include "redact/compare.h"

#include "base/mem.h"
#include "redact/compare_value.h"

void differences_init(Differences *c)
{
	*c = (Differences){.arena = ARENA_INIT};
}

void differences_release(Differences *c)
{
	vec_release(&c->list);
	arena_release(&c->arena);
}

/* --- two sorted lists side by side --- */

typedef struct Side {
	Slice key;
	const void *item;
} Side;

typedef VEC(Side) Sides;

static int by_key(const void *x, const void *y)
{
	const Side *a = x;
	const Side *b = y;
	return slice_cmp(a->key, b->key);
}

static void sort_sides(Sides *s)
{
	if (s->n > 1) {
		qsort(s->items, s->n, sizeof *s->items, by_key);
	}
}

/* Called for each key in order; an item that the other side lacks is NULL there. */
typedef void Meet(Compare *c, Slice key, const void *before, const void *after);

static void merge(Compare *c, Sides *before, Sides *after, Meet *meet)
{
	size_t i = 0;
	size_t k = 0;
	sort_sides(before);
	sort_sides(after);
	while (i < before->n || k < after->n) {
		int order = i == before->n ? 1 : k == after->n ? -1 : by_key(&before->items[i], &after->items[k]);
		Slice key = order <= 0 ? before->items[i].key : after->items[k].key;
		const void *x = order <= 0 ? before->items[i++].item : NULL;
		const void *y = order >= 0 ? after->items[k++].item : NULL;
		meet(c, key, x, y);
	}
	vec_release(before);
	vec_release(after);
}

static bool one_side(Compare *c, const void *before, const void *after)
{
	if (before && after) {
		return false;
	}
	compare_note(c, after ? CHANGE_APPEARS : CHANGE_VANISHES, SL(""), NULL, NULL);
	return true;
}

/* --- records --- */

static void meet_records(Compare *c, Slice page, const void *before, const void *after)
{
	const PubRecord *x = before;
	const PubRecord *y = after;
	c->item = arena_dup(&c->out->arena, page);
	if (one_side(c, before, after)) {
		return;
	}
	/* Where the record may stand is a field of its own, so to say. */
	Pub was = {.type = PUB_BOOL, .scope = x->self.scope};
	Pub is = {.type = PUB_BOOL, .scope = y->self.scope};
	if (!compare_equal(c, &was, &is)) {
		compare_note(c, CHANGE_CHANGES, SL("pages"), NULL, NULL);
	}
	compare_fields(c, SL(""), pub_shape_kind(y->kind), &x->fields, &y->fields);
}

static Sides by_page(PubList list)
{
	Sides out = {NULL, 0, 0};
	for (size_t i = 0; i < list.n; i++) {
		vec_push(&out, (Side){list.items[i]->page, list.items[i]});
	}
	return out;
}

/* Things without a public name are told apart by all they show. */
typedef struct Alike {
	size_t appear, vanish;
} Alike;

static Alike count_alike(Sides *before, Sides *after)
{
	Alike n = {0, 0};
	size_t i = 0;
	size_t k = 0;
	sort_sides(before);
	sort_sides(after);
	while (i < before->n || k < after->n) {
		int order = i == before->n ? 1 : k == after->n ? -1 : by_key(&before->items[i], &after->items[k]);
		n.vanish += order < 0;
		n.appear += order > 0;
		i += order <= 0;
		k += order >= 0;
	}
	vec_release(before);
	vec_release(after);
	return n;
}

static void note_alike(Compare *c, Sides *before, Sides *after)
{
	Alike n = count_alike(before, after);
	compare_count(c, CHANGE_APPEARS, n.appear);
	compare_count(c, CHANGE_VANISHES, n.vanish);
}

static Sides by_canon(Compare *c, Canon *canon, PubList list)
{
	Sides out = {NULL, 0, 0};
	Buf bytes = BUF_INIT;
	for (size_t i = 0; i < list.n; i++) {
		buf_clear(&bytes);
		canon_record(&bytes, canon, list.items[i]);
		vec_push(&out, (Side){arena_dup(&c->out->arena, buf_slice(&bytes)), list.items[i]});
	}
	buf_release(&bytes);
	return out;
}

static void compare_kinds(Compare *c)
{
	for (int k = 0; k < PUB_KINDS; k++) {
		PubList before = c->before.site->kinds[k];
		PubList after = c->after.site->kinds[k];
		bool paged = k != PUB_MENTEES && k != PUB_AWARDS && k != PUB_SURVEYS;
		c->area = (ChangeArea)k;
		c->item = SL("");
		Sides x = paged ? by_page(before) : by_canon(c, &c->before, before);
		Sides y = paged ? by_page(after) : by_canon(c, &c->after, after);
		if (paged) {
			merge(c, &x, &y, meet_records);
		} else {
			note_alike(c, &x, &y);
		}
	}
}

/* --- single files, sections, figures --- */

static void compare_single(Compare *c, ChangeArea area, const PubShape *shape, const Pub *before, const Pub *after)
{
	c->area = area;
	c->item = SL("");
	if (before && after) {
		compare_fields(c, SL(""), shape, before, after);
	} else if (before || after) {
		one_side(c, before, after);
	}
}

static Pub section_list(Arena *a, const PubSite *s)
{
	const Pub **items = arena_array(a, s->section_count, sizeof *items);
	for (size_t i = 0; i < s->section_count; i++) {
		items[i] = pub_new_text(a, slice_of(pub_section_name(s->sections[i])));
	}
	return *pub_new_list(a, items, s->section_count);
}

static void compare_sections(Compare *c)
{
	Arena *a = &c->out->arena;
	Pub before = section_list(a, c->before.site);
	Pub after = section_list(a, c->after.site);
	c->area = AREA_SECTIONS;
	c->item = SL("");
	if (!compare_equal(c, &before, &after)) {
		compare_note(c, CHANGE_CHANGES, SL("sections"), &before, &after);
	}
}

static void compare_number(Compare *c, Slice field, int64_t before, int64_t after)
{
	Pub was = {.type = PUB_INT, .as.number = before};
	Pub is = {.type = PUB_INT, .as.number = after};
	if (before != after) {
		compare_note(c, CHANGE_CHANGES, field, &was, &is);
	}
}

static void compare_totals(Compare *c)
{
	const PubSite *x = c->before.site;
	const PubSite *y = c->after.site;
	c->area = AREA_TOTALS;
	c->item = SL("");
	compare_number(c, SL("mentors"), x->mentors, y->mentors);
	compare_number(c, SL("mentees"), x->mentees, y->mentees);
	compare_number(c, SL("programmes"), x->programmes, y->programmes);
	compare_number(c, SL("partners"), x->partners, y->partners);
}

/* A cell that only one side shows is not named: on the other it may be too small to be. */
static void meet_cells(Compare *c, Slice title, const void *before, const void *after)
{
	const PubCell *x = before;
	const PubCell *y = after;
	if (x && y) {
		compare_number(c, title, x->count, y->count);
	} else {
		compare_count(c, y ? CHANGE_APPEARS : CHANGE_VANISHES, 1);
	}
}

static Sides by_title(const PubBreakdown *b)
{
	Sides out = {NULL, 0, 0};
	for (size_t i = 0; i < b->n; i++) {
		vec_push(&out, (Side){b->cells[i].title, &b->cells[i]});
	}
	return out;
}

static void meet_breakdowns(Compare *c, Slice id, const void *before, const void *after)
{
	c->item = id;
	if (!one_side(c, before, after)) {
		Sides x = by_title(before);
		Sides y = by_title(after);
		merge(c, &x, &y, meet_cells);
	}
}

static Sides by_id(const PubSite *s)
{
	Sides out = {NULL, 0, 0};
	for (size_t i = 0; i < s->breakdown_count; i++) {
		vec_push(&out, (Side){slice_of(s->breakdowns[i].id), &s->breakdowns[i]});
	}
	return out;
}

static Sides notices_of(Compare *c, Canon *canon)
{
	const PubSite *s = canon->site;
	Sides out = {NULL, 0, 0};
	Buf bytes = BUF_INIT;
	for (size_t i = 0; i < s->notice_count; i++) {
		const PubNotice *n = &s->notices[i];
		buf_clear(&bytes);
		canon_value(&bytes, canon, n->name);
		for (size_t k = 0; k < n->cover_count; k++) {
			buf_add(&bytes, n->covers[k]);
			buf_byte(&bytes, '\n');
		}
		canon_value(&bytes, canon, n->conditions);
		vec_push(&out, (Side){arena_dup(&c->out->arena, buf_slice(&bytes)), n});
	}
	buf_release(&bytes);
	return out;
}

static void compare_figures(Compare *c)
{
	Sides x = by_id(c->before.site);
	Sides y = by_id(c->after.site);
	compare_totals(c);
	c->area = AREA_BREAKDOWNS;
	merge(c, &x, &y, meet_breakdowns);
	c->area = AREA_NOTICES;
	c->item = SL("");
	x = notices_of(c, &c->before);
	y = notices_of(c, &c->after);
	note_alike(c, &x, &y);
}

/* --- pictures and files --- */

/* A file has a public name; of a picture only the bytes are public. */
static Sides media_of(Compare *c, Canon *canon, bool files)
{
	const PubSite *s = canon->site;
	Sides out = {NULL, 0, 0};
	for (size_t i = 0; i < s->media_count; i++) {
		const PubMedia *m = s->media[i];
		char hex[33];
		if (canon->seen[i] && (m->type == MEDIA_FILE) == files) {
			digest_hex(hex, canon->digests[i]);
			Slice key = files ? arena_join(&c->out->arena, m->stem, SL("."), m->ext)
			                  : arena_dup(&c->out->arena, slice_of(hex));
			vec_push(&out, (Side){key, m});
		}
	}
	return out;
}

static const Pub *texts_of(Compare *c, const PubMedia *m)
{
	Arena *a = &c->out->arena;
	Pub *map = pub_new_map(a);
	pub_set(a, map, "alt", m->alt);
	pub_set(a, map, "caption", m->caption);
	pub_set(a, map, "credit", m->credit);
	pub_set(a, map, "title", m->title);
	pub_set(a, map, "accessible", m->accessible);
	pub_set(a, map, "accessible_tagged", pub_new_flag(a, m->tagged));
	return map;
}

static void meet_files(Compare *c, Slice name, const void *before, const void *after)
{
	const PubMedia *x = before;
	const PubMedia *y = after;
	c->item = name;
	if (one_side(c, before, after)) {
		return;
	}
	if (!slice_eq(x->bytes, y->bytes)) {
		compare_note(c, CHANGE_CHANGES, SL(""), NULL, NULL);
	}
	compare_fields(c, SL(""), NULL, texts_of(c, x), texts_of(c, y));
}

static void meet_pictures(Compare *c, Slice digest, const void *before, const void *after)
{
	(void)digest;
	c->item = SL("");
	if (!before || !after) {
		compare_count(c, after ? CHANGE_APPEARS : CHANGE_VANISHES, 1);
	} else {
		compare_fields(c, SL(""), NULL, texts_of(c, before), texts_of(c, after));
	}
}

/* Once everything that refers to them is written, it is known which of them the public sees. */
static void compare_media(Compare *c)
{
	Sides x = media_of(c, &c->before, true);
	Sides y = media_of(c, &c->after, true);
	c->area = AREA_FILES;
	merge(c, &x, &y, meet_files);
	x = media_of(c, &c->before, false);
	y = media_of(c, &c->after, false);
	c->area = AREA_PICTURES;
	merge(c, &x, &y, meet_pictures);
}

static void see_all(Canon *canon)
{
	Buf bytes = BUF_INIT;
	canon_site(&bytes, canon);
	buf_release(&bytes);
}

void compare_sites(Differences *out, const PubSite *before, const PubSite *after)
{
	Compare c = {.out = out};
	canon_init(&c.before, before);
	canon_init(&c.after, after);
	see_all(&c.before);
	see_all(&c.after);
	compare_kinds(&c);
	compare_single(&c, AREA_SITE, pub_shape_site(), &before->site, &after->site);
	compare_single(&c, AREA_POLICY, pub_shape_policy(), &before->policy, &after->policy);
	compare_single(&c, AREA_ROADMAP, pub_shape_roadmap(), before->roadmap, after->roadmap);
	compare_sections(&c);
	compare_figures(&c);
	compare_media(&c);
	canon_release(&c.before);
	canon_release(&c.after);
}

/* --- pages --- */

static Sides paths_of(const Slice *paths, size_t n)
{
	Sides out = {NULL, 0, 0};
	for (size_t i = 0; i < n; i++) {
		vec_push(&out, (Side){paths[i], &paths[i]});
	}
	return out;
}

static void meet_pages(Compare *c, Slice path, const void *before, const void *after)
{
	c->item = arena_dup(&c->out->arena, path);
	if (!before || !after) {
		one_side(c, before, after);
	}
}

void compare_pages(Differences *out, const Slice *before, size_t before_count, const Slice *after, size_t after_count)
{
	Compare c = {.out = out, .area = AREA_PAGES};
	Sides x = paths_of(before, before_count);
	Sides y = paths_of(after, after_count);
	merge(&c, &x, &y, meet_pages);
}
