#include "redact/compare_value.h"

enum { SHOWN = 60 }; /* code points of a value */

void compare_count(Compare *c, ChangeType type, size_t count)
{
	Difference *last = c->out->list.n ? &c->out->list.items[c->out->list.n - 1] : NULL;
	if (last && last->count && last->area == c->area && last->type == type && slice_eq(last->item, c->item)) {
		last->count += count;
	} else if (count) {
		vec_push(&c->out->list, (Difference){.area = c->area, .type = type, .item = c->item, .count = count});
	}
}

bool compare_equal(Compare *c, const Pub *before, const Pub *after)
{
	Buf x = BUF_INIT;
	Buf y = BUF_INIT;
	canon_value(&x, &c->before, before);
	canon_value(&y, &c->after, after);
	bool equal = slice_eq(buf_slice(&x), buf_slice(&y));
	buf_release(&x);
	buf_release(&y);
	return equal;
}

/* --- values in a word --- */

static bool put_scalar(Buf *out, const Pub *v)
{
	char iso[17];
	switch (v->type) {
	case PUB_BOOL:
		buf_str(out, v->as.flag ? "true" : "false");
		return true;
	case PUB_INT:
		buf_printf(out, "%lld", (long long)v->as.number);
		return true;
	case PUB_TEXT:
		buf_add(out, v->as.text);
		return true;
	case PUB_DATE:
		date_iso(iso, v->as.date);
		buf_str(out, iso);
		return true;
	case PUB_MOMENT:
		moment_iso(iso, v->as.moment);
		buf_str(out, iso);
		return true;
	case PUB_TERM:
		buf_add(out, v->as.term.title);
		return true;
	case PUB_RECORD:
		buf_add(out, v->as.record->page);
		return true;
	default:
		return false;
	}
}

static bool put_list(Buf *out, const Pub *v)
{
	for (size_t i = 0; i < v->as.list.n; i++) {
		const Pub *item = v->as.list.items[i];
		buf_str(out, i ? ", " : "");
		if (item->scope || !put_scalar(out, item)) {
			return false;
		}
	}
	return true;
}

static bool put_value(Buf *out, const Pub *v)
{
	return v->type == PUB_LIST ? put_list(out, v) : put_scalar(out, v);
}

static Slice shorten(Arena *a, Slice text)
{
	size_t at = 0;
	size_t n = 0;
	while (n < SHOWN && at < text.n) {
		utf8_next(text, &at);
		n++;
	}
	return arena_join(a, slice_sub(text, 0, at), at < text.n ? SL("…") : SL(""), SL(""));
}

/* The same pages on both sides: then each reader of the one may read the other. */
static bool same_scope(const Pub *before, const Pub *after)
{
	const PubScope *x = before->scope;
	const PubScope *y = after->scope;
	bool same = !x || !y ? x == y : x->n == y->n;
	for (size_t i = 0; same && x && i < x->n; i++) {
		same = slice_eq(x->prefix[i], y->prefix[i]);
	}
	return same;
}

static void add_values(Difference *change, Arena *a, const Pub *before, const Pub *after)
{
	Buf x = BUF_INIT;
	Buf y = BUF_INIT;
	if (before->type == after->type && same_scope(before, after) && put_value(&x, before) && put_value(&y, after)) {
		change->before = shorten(a, buf_slice(&x));
		change->after = shorten(a, buf_slice(&y));
		/* Of long texts the beginnings may be alike. */
		change->valued = !slice_eq(change->before, change->after);
	}
	buf_release(&x);
	buf_release(&y);
}

void compare_note(Compare *c, ChangeType type, Slice field, const Pub *before, const Pub *after)
{
	Difference change = {.area = c->area, .type = type, .item = c->item};
	change.field = arena_dup(&c->out->arena, field);
	if (before && after) {
		add_values(&change, &c->out->arena, before, after);
	}
	vec_push(&c->out->list, change);
}

/* --- maps --- */

static const Pub *entry(const Pub *map, Slice key)
{
	for (size_t i = 0; i < map->as.map.n; i++) {
		if (slice_eq(map->as.map.entries[i].key, key)) {
			return map->as.map.entries[i].value;
		}
	}
	return NULL;
}

/* A name and a person: what one side shows may be what the other withholds, in full or but for the initials. */
static bool is_person(const Compare *c, Slice name, const PubField *f)
{
	bool named = c->area <= (ChangeArea)PUB_MENTEES && slice_is(name, "name");
	return named || (f && f->shape && slice_is(f->shape->name, "person"));
}

/* Maps of the record's own, standing on the same pages, are compared field by field. */
static bool is_open_map(const Pub *before, const Pub *after)
{
	return before->type == PUB_MAP && after->type == PUB_MAP && same_scope(before, after);
}

static void compare_entry(Compare *c, Slice name, const PubField *f, const Pub *before, const Pub *after)
{
	if (compare_equal(c, before, after)) {
		return;
	}
	if (!before || !after) {
		compare_note(c, after ? CHANGE_APPEARS : CHANGE_VANISHES, name, NULL, NULL);
	} else if (is_person(c, name, f)) {
		compare_note(c, CHANGE_CHANGES, name, NULL, NULL);
	} else if (is_open_map(before, after)) {
		compare_fields(c, name, f ? f->shape : NULL, before, after);
	} else {
		compare_note(c, CHANGE_CHANGES, name, before, after);
	}
}

void compare_fields(Compare *c, Slice prefix, const PubShape *shape, const Pub *before, const Pub *after)
{
	const Pub *sides[2] = {after, before};
	Slice dot = prefix.n ? SL(".") : SL("");
	for (int side = 0; side < 2; side++) {
		for (size_t i = 0; i < sides[side]->as.map.n; i++) {
			Slice key = sides[side]->as.map.entries[i].key;
			bool seen = side == 1 && entry(after, key);
			/* Contents of a text are its headings, which the text itself has. */
			if (!seen && !slice_is(key, "toc")) {
				Slice name = arena_join(&c->out->arena, prefix, dot, key);
				const PubField *f = shape ? pub_shape_field(shape, key) : NULL;
				compare_entry(c, name, f, entry(before, key), entry(after, key));
			}
		}
	}
}
