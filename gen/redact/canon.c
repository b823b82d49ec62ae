#include "redact/canon.h"

#include "base/mem.h"
#include "redact/order.h"

void canon_init(Canon *c, const PubSite *site)
{
	*c = (Canon){.site = site};
	c->seen = mem_array(site->media_count, sizeof *c->seen);
	c->digests = mem_array(site->media_count, sizeof *c->digests);
}

void canon_release(Canon *c)
{
	free(c->seen);
	free(c->digests);
}

/* Lengths stand before bytes, so that no two values run into the same ones. */
static void put_bytes(Buf *out, Slice s)
{
	buf_uint(out, s.n);
	buf_byte(out, ':');
	buf_add(out, s);
}

static void put_number(Buf *out, int64_t n)
{
	buf_printf(out, "%lld;", (long long)n);
}

static void put_digest(Buf *out, Digest d)
{
	char hex[33];
	digest_hex(hex, d);
	buf_str(out, hex);
}

static void put_scope(Buf *out, const PubScope *scope)
{
	if (!scope) {
		buf_byte(out, '*');
		return;
	}
	put_number(out, (int64_t)scope->n);
	for (size_t i = 0; i < scope->n; i++) {
		put_bytes(out, scope->prefix[i]);
	}
}

static void put_medium(Buf *out, Canon *c, size_t index)
{
	if (!c->seen[index]) {
		c->seen[index] = true;
		c->digests[index] = order_medium(c->site->media[index]);
	}
	put_digest(out, c->digests[index]);
}

/* The holes of pictures and files hold their place in the list of media, which withheld ones share. */
static void put_markup(Buf *out, Canon *c, Slice html)
{
	Buf text = BUF_INIT;
	for (size_t i = 0; i < html.n; i++) {
		buf_byte(&text, html.p[i]);
		if (html.p[i] == PUB_HOLE_MEDIA || html.p[i] == PUB_HOLE_FILE || html.p[i] == PUB_HOLE_SIZE) {
			size_t end = slice_find_byte(html, ';', i);
			unsigned index = 0;
			slice_uint(slice_sub(html, i + 1, end), &index);
			put_medium(&text, c, index);
			i = end;
		}
	}
	put_bytes(out, buf_slice(&text));
	buf_release(&text);
}

static void put_list(Buf *out, Canon *c, const Pub *v)
{
	put_number(out, (int64_t)v->as.list.n);
	for (size_t i = 0; i < v->as.list.n; i++) {
		canon_value(out, c, v->as.list.items[i]);
	}
}

static void put_map(Buf *out, Canon *c, const Pub *v)
{
	put_number(out, (int64_t)v->as.map.n);
	for (size_t i = 0; i < v->as.map.n; i++) {
		put_bytes(out, v->as.map.entries[i].key);
		canon_value(out, c, v->as.map.entries[i].value);
	}
}

static void put_payload(Buf *out, Canon *c, const Pub *v)
{
	switch (v->type) {
	case PUB_BOOL:
		buf_byte(out, v->as.flag ? 't' : 'f');
		break;
	case PUB_INT:
		put_number(out, v->as.number);
		break;
	case PUB_TEXT:
		put_bytes(out, v->as.text);
		break;
	case PUB_HTML:
	case PUB_URL:
		put_markup(out, c, v->as.text);
		break;
	case PUB_DATE:
		put_number(out, v->as.date);
		break;
	case PUB_MOMENT:
		put_number(out, v->as.moment);
		break;
	case PUB_TERM:
		put_bytes(out, v->as.term.id);
		put_bytes(out, v->as.term.title);
		break;
	case PUB_LIST:
	case PUB_ALT:
		put_list(out, c, v);
		break;
	case PUB_MAP:
		put_map(out, c, v);
		break;
	case PUB_RECORD:
		put_bytes(out, v->as.record->page);
		break;
	case PUB_MEDIA:
		put_medium(out, c, v->as.media->index);
		break;
	}
}

void canon_value(Buf *out, Canon *c, const Pub *v)
{
	if (!v) {
		buf_byte(out, '-');
		return;
	}
	buf_byte(out, (char)('A' + (int)v->type));
	put_scope(out, v->scope);
	put_payload(out, c, v);
}

void canon_record(Buf *out, Canon *c, const PubRecord *r)
{
	put_number(out, r->kind);
	put_bytes(out, r->id);
	put_bytes(out, r->page);
	put_scope(out, r->self.scope);
	canon_value(out, c, &r->fields);
	put_bytes(out, r->text);
	put_number(out, (int64_t)r->anchor_count);
	for (size_t i = 0; i < r->anchor_count; i++) {
		put_bytes(out, r->anchors[i]);
	}
	put_number(out, r->updated);
	put_number(out, (int64_t)r->alias_count);
	for (size_t i = 0; i < r->alias_count; i++) {
		put_bytes(out, r->aliases[i]);
	}
}

/* The name of a picture's file is not public; of another file's it is. */
void canon_medium(Buf *out, Canon *c, const PubMedia *m)
{
	put_number(out, m->type);
	put_medium(out, c, m->index);
	put_bytes(out, m->type == MEDIA_FILE ? m->stem : SL(""));
	put_bytes(out, m->ext);
	canon_value(out, c, m->alt);
	canon_value(out, c, m->caption);
	canon_value(out, c, m->credit);
	canon_value(out, c, m->title);
	canon_value(out, c, m->accessible);
	buf_byte(out, m->tagged ? 't' : 'f');
}

static int by_value(const void *x, const void *y)
{
	const Digest *a = x;
	const Digest *b = y;
	int c = (a->hi > b->hi) - (a->hi < b->hi);
	return c ? c : (a->lo > b->lo) - (a->lo < b->lo);
}

/* Only those that something refers to, and in no order that the withheld ones have a part in. */
static void put_media(Buf *out, Canon *c)
{
	Digest *all = mem_array(c->site->media_count, sizeof *all);
	size_t n = 0;
	Buf one = BUF_INIT;
	for (size_t i = 0; i < c->site->media_count; i++) {
		if (c->seen[i]) {
			buf_clear(&one);
			canon_medium(&one, c, c->site->media[i]);
			all[n++] = digest_of(buf_slice(&one));
		}
	}
	if (n > 1) {
		qsort(all, n, sizeof *all, by_value);
	}
	for (size_t i = 0; i < n; i++) {
		put_digest(out, all[i]);
	}
	buf_release(&one);
	free(all);
}

static void put_kinds(Buf *out, Canon *c)
{
	for (int k = 0; k < PUB_KINDS; k++) {
		PubList list = c->site->kinds[k];
		put_number(out, (int64_t)list.n);
		for (size_t i = 0; i < list.n; i++) {
			canon_record(out, c, list.items[i]);
		}
	}
}

static void put_figures(Buf *out, const PubSite *s)
{
	put_number(out, s->mentors);
	put_number(out, s->mentees);
	put_number(out, s->programmes);
	put_number(out, s->partners);
	for (size_t i = 0; i < s->breakdown_count; i++) {
		const PubBreakdown *b = &s->breakdowns[i];
		put_bytes(out, slice_of(b->id));
		put_number(out, (int64_t)b->n);
		for (size_t k = 0; k < b->n; k++) {
			put_bytes(out, b->cells[k].title);
			put_number(out, b->cells[k].count);
		}
		buf_byte(out, b->merged ? 't' : 'f');
	}
}

static void put_notices(Buf *out, Canon *c)
{
	const PubSite *s = c->site;
	for (size_t i = 0; i < s->notice_count; i++) {
		canon_value(out, c, s->notices[i].name);
		put_number(out, (int64_t)s->notices[i].cover_count);
		for (size_t k = 0; k < s->notices[i].cover_count; k++) {
			put_bytes(out, s->notices[i].covers[k]);
		}
		canon_value(out, c, s->notices[i].conditions);
	}
}

static void put_settings(Buf *out, Canon *c)
{
	const PubSite *s = c->site;
	const Slice texts[] = {s->base_url, s->base_path, s->language, s->timezone, s->theme};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		put_bytes(out, texts[i]);
	}
	for (size_t i = 0; i < s->section_count; i++) {
		put_number(out, s->sections[i]);
	}
	canon_value(out, c, &s->site);
	canon_value(out, c, &s->policy);
	canon_value(out, c, s->roadmap);
}

void canon_site(Buf *out, Canon *c)
{
	put_settings(out, c);
	put_kinds(out, c);
	put_figures(out, c->site);
	put_notices(out, c);
	put_media(out, c); /* last: by now all that refers to them is written */
}

Digest pubsite_digest(const PubSite *site)
{
	Canon c;
	Buf out = BUF_INIT;
	canon_init(&c, site);
	canon_site(&out, &c);
	Digest d = digest_of(buf_slice(&out));
	buf_release(&out);
	canon_release(&c);
	return d;
}
