#include "render/markup.h"

#include <assert.h>

#include "base/escape.h"
#include "render/media.h"

#define NO_BREAK_SPACE "\xC2\xA0"

void markup_picture(Buf *out, const RenderContext *rc, const PubMedia *m, bool eager)
{
	Shown shown = SHOWN_IN_TEXT;
	shown.eager = eager;
	media_picture(out, rc, m, shown);
}

/* --- sizes --- */

static void put_amount(Buf *out, const RenderContext *rc, uint64_t tenths, const char *ru, const char *en)
{
	bool russian = rc->locale && strcmp(locale_lang(rc->locale), "ru") == 0;
	buf_uint(out, tenths / 10);
	if (tenths % 10) {
		buf_byte(out, russian ? ',' : '.');
		buf_uint(out, tenths % 10);
	}
	buf_str(out, NO_BREAK_SPACE);
	buf_str(out, russian ? ru : en);
}

/* Units of 1024, as file managers count; megabytes below ten with one digit after the point. */
void markup_size(Buf *out, const RenderContext *rc, uint64_t bytes)
{
	uint64_t kib = bytes / 1024 + (bytes % 1024 >= 512);
	uint64_t tenths = (kib * 10 + 512) / 1024;
	if (bytes < 1024) {
		put_amount(out, rc, bytes * 10, "Б", "B");
	} else if (kib < 1024) {
		put_amount(out, rc, kib * 10, "КБ", "KB");
	} else {
		put_amount(out, rc, tenths < 100 ? tenths : (tenths + 5) / 10 * 10, "МБ", "MB");
	}
}

/* «PDF, 240 КБ». */
static void put_format_and_size(Buf *out, const RenderContext *rc, const PubMedia *m)
{
	Buf format = BUF_INIT;
	media_format(&format, m);
	escape_html(out, buf_slice(&format));
	buf_release(&format);
	if (m->out) {
		buf_str(out, ", ");
		markup_size(out, rc, m->out->size);
	}
}

/* --- holes --- */

static bool is_hole(char c)
{
	return c >= PUB_HOLE_BASE && c <= PUB_HOLE_SIZE;
}

/* What stands at html[*at] after the hole itself: "n;", or "nX;" where X says how; *at is moved past it. */
static const PubMedia *hole_media(const RenderContext *rc, Slice html, size_t *at, char *how)
{
	unsigned index = 0;
	size_t end = slice_find_byte(html, ';', *at);
	Slice number = slice_sub(html, *at, end);
	char last = number.n ? number.p[number.n - 1] : '\0';
	*how = last == HOLE_EAGER[0] || last == HOLE_THUMB[0] ? last : '\0';
	number.n -= *how != '\0';
	bool is_index = slice_uint(number, &index);
	assert(is_index && rc->site && index < rc->site->media_count);
	(void)is_index;
	*at = end + 1;
	return rc->site->media[index];
}

static void fill_hole(Buf *out, const RenderContext *rc, Slice html, size_t *at)
{
	char how;
	char hole = html.p[(*at)++];
	if (hole == PUB_HOLE_BASE) {
		buf_add(out, rc->base);
		return;
	}
	const PubMedia *m = hole_media(rc, html, at, &how);
	if (hole == PUB_HOLE_MEDIA && how == HOLE_THUMB[0]) {
		media_picture(out, rc, m, SHOWN_AS_THUMB);
	} else if (hole == PUB_HOLE_MEDIA) {
		markup_picture(out, rc, m, how == HOLE_EAGER[0]);
	} else if (hole == PUB_HOLE_SIZE) {
		put_format_and_size(out, rc, m);
	} else {
		buf_add(out, rc->base);
		media_path(out, media_target(m));
	}
}

void markup_html(Buf *out, const RenderContext *rc, Slice html)
{
	size_t from = 0;
	for (size_t i = 0; i < html.n;) {
		if (!is_hole(html.p[i])) {
			i++;
			continue;
		}
		buf_add(out, slice_sub(html, from, i));
		fill_hole(out, rc, html, &i);
		from = i;
	}
	buf_add(out, slice_sub(html, from, html.n));
}

/* As markup_html(), then escaped: an address in an attribute, or markup shown as text. */
static void put_filled(Buf *out, const RenderContext *rc, Slice html)
{
	Buf filled = BUF_INIT;
	markup_html(&filled, rc, html);
	escape_html(out, buf_slice(&filled));
	buf_release(&filled);
}

/* Nearly every address is a page's: its hole first, and no other. */
static void put_address(Buf *out, const RenderContext *rc, Slice url)
{
	bool ours = url.n > 0 && url.p[0] == PUB_HOLE_BASE;
	Slice rest = slice_sub(url, ours, url.n);
	for (size_t i = 0; i < rest.n; i++) {
		if (is_hole(rest.p[i])) {
			put_filled(out, rc, url);
			return;
		}
	}
	if (ours) {
		escape_html(out, rc->base);
	}
	escape_html(out, rest);
}

/* --- values --- */

/* Without a locale nothing is known of the text's typography. */
static void put_text(Buf *out, const RenderContext *rc, Slice text)
{
	if (rc->locale && !rc->plain) {
		escape_prose(out, text);
	} else {
		escape_html(out, text);
	}
}

static void put_number(Buf *out, const RenderContext *rc, int64_t n)
{
	if (rc->locale) {
		locale_number(rc->locale, out, n);
	} else {
		buf_printf(out, "%lld", (long long)n);
	}
}

static void put_date(Buf *out, const RenderContext *rc, Date d)
{
	char iso[11];
	if (rc->locale) {
		locale_date(rc->locale, out, d);
	} else {
		date_iso(iso, d);
		buf_str(out, iso);
	}
}

static void put_moment(Buf *out, const RenderContext *rc, Moment m)
{
	char iso[17];
	if (rc->locale) {
		locale_moment(rc->locale, out, m);
	} else {
		moment_iso(iso, m);
		buf_str(out, iso);
	}
}

/* A record in a text is its name, or the title of what has none. */
static void put_record(Buf *out, const RenderContext *rc, const Pub *record)
{
	const Pub *name = pub_get(record, SL("name"), rc->page);
	if (!name) {
		name = pub_get(record, SL("title"), rc->page);
	}
	if (name && name->type == PUB_TEXT) {
		put_text(out, rc, name->as.text);
	}
}

void markup_value(Buf *out, const RenderContext *rc, const Pub *value)
{
	const Pub *v = pub_on(value, rc->page);
	if (!v) {
		return;
	}
	switch (v->type) {
	case PUB_TEXT:
		put_text(out, rc, v->as.text);
		break;
	case PUB_HTML:
		put_filled(out, rc, v->as.text);
		break;
	case PUB_URL:
		put_address(out, rc, v->as.text);
		break;
	case PUB_INT:
		put_number(out, rc, v->as.number);
		break;
	case PUB_DATE:
		put_date(out, rc, v->as.date);
		break;
	case PUB_MOMENT:
		put_moment(out, rc, v->as.moment);
		break;
	case PUB_TERM:
		put_text(out, rc, v->as.term.title);
		break;
	case PUB_RECORD:
		put_record(out, rc, v);
		break;
	case PUB_MEDIA:
		if (v->as.media->type == MEDIA_FILE) {
			put_text(out, rc, media_name(rc, v->as.media));
		}
		break;
	case PUB_BOOL:
	case PUB_LIST:
	case PUB_MAP:
	case PUB_ALT:
		break;
	}
}
