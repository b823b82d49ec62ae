#include "render/media.h"

#include "base/escape.h"

void media_path(Buf *out, Slice path)
{
	size_t from = 0;
	for (size_t i = 0; i < path.n; i++) {
		/* RFC 3986 allows both in a path, HTML gives them a meaning. */
		if (path.p[i] == '&' || path.p[i] == '\'') {
			escape_path(out, slice_sub(path, from, i));
			buf_str(out, path.p[i] == '&' ? "%26" : "%27");
			from = i + 1;
		}
	}
	escape_path(out, slice_sub(path, from, path.n));
}

void media_shown(const PubMedia *m)
{
	if (m->out) {
		__atomic_store_n(&m->out->shown, true, __ATOMIC_RELAXED);
	}
}

const PubVariant *media_largest(const PubMedia *m)
{
	bool made = m->type != MEDIA_FILE && m->out && m->out->original_count;
	return made ? &m->out->original[m->out->original_count - 1] : NULL;
}

Slice media_target(const PubMedia *m)
{
	const PubVariant *picture = media_largest(m);
	media_shown(m);
	if (picture) {
		return picture->path;
	}
	return m->out ? m->out->path : SL("");
}

Slice media_name(const RenderContext *rc, const PubMedia *m)
{
	const Pub *title = pub_on(m->title, rc->page);
	return title && title->type == PUB_TEXT && title->as.text.n ? title->as.text : m->stem;
}

/* Extensions are in lower case; what is not ASCII in one stays as it is. */
void media_format(Buf *out, const PubMedia *m)
{
	for (size_t i = 0; i < m->ext.n; i++) {
		char c = m->ext.p[i];
		buf_byte(out, c >= 'a' && c <= 'z' ? (char)(c - 0x20) : c);
	}
}

static void put_srcset(Buf *out, const RenderContext *rc, const PubVariant *variants, size_t n, const char *sizes)
{
	buf_str(out, " srcset=\"");
	for (size_t i = 0; i < n; i++) {
		buf_str(out, i ? ", " : "");
		buf_add(out, rc->base);
		media_path(out, variants[i].path);
		buf_byte(out, ' ');
		buf_uint(out, variants[i].width);
		buf_byte(out, 'w');
	}
	buf_str(out, "\" sizes=\"");
	buf_str(out, sizes);
	buf_byte(out, '"');
}

static void put_img(Buf *out, const RenderContext *rc, const PubMedia *m, Shown shown)
{
	const PubVariant *largest = media_largest(m);
	const Pub *alt = pub_on(m->alt, rc->page);
	__atomic_store_n(&m->out->drawn, true, __ATOMIC_RELAXED);
	buf_str(out, "<img src=\"");
	buf_add(out, rc->base);
	media_path(out, largest->path);
	buf_byte(out, '"');
	put_srcset(out, rc, m->out->original, m->out->original_count, shown.sizes);
	buf_printf(out, " width=\"%u\" height=\"%u\" alt=\"", largest->width, largest->height);
	if (alt && alt->type == PUB_TEXT) {
		escape_html(out, alt->as.text);
	}
	buf_str(out, shown.eager ? "\" decoding=\"async\">" : "\" loading=\"lazy\" decoding=\"async\">");
}

void media_picture(Buf *out, const RenderContext *rc, const PubMedia *m, Shown shown)
{
	if (!media_largest(m)) {
		return;
	}
	if (m->out->webp_count == 0) {
		put_img(out, rc, m, shown);
		return;
	}
	buf_str(out, "<picture><source type=\"image/webp\"");
	put_srcset(out, rc, m->out->webp, m->out->webp_count, shown.sizes);
	buf_byte(out, '>');
	put_img(out, rc, m, shown);
	buf_str(out, "</picture>");
}
