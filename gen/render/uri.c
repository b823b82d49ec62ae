#include "render/uri.h"

#include "render/markup.h"

RenderContext uri_context(const Render *r, Slice page)
{
	return (RenderContext){
	        .page = page, .base = r->site->base_url, .site = r->site, .locale = r->locale, .plain = true};
}

/* A '%' is taken for an escape already made. */
static bool is_allowed(char c)
{
	return c > 0x20 && c < 0x7F && !strchr("\"<>\\^`{|}", c);
}

static void put_escaped(Buf *out, Slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_allowed(s.p[i])) {
			buf_byte(out, s.p[i]);
		} else {
			buf_printf(out, "%%%02X", (unsigned char)s.p[i]);
		}
	}
}

void uri_page(Buf *out, const PubSite *site, Slice path)
{
	put_escaped(out, site->base_url);
	put_escaped(out, path);
}

/* What makes a link absolute: "https:" before "//host/", the host before "/path", the page before "#anchor". */
static void put_before(Buf *out, const RenderContext *rc, Slice url)
{
	const PubSite *site = rc->site;
	if (slice_starts(url, SL("//"))) {
		put_escaped(out, slice_sub(site->base_url, 0, slice_find_byte(site->base_url, '/', 0)));
	} else if (slice_starts(url, SL("/"))) {
		put_escaped(out, slice_sub(site->base_url, 0, site->base_url.n - site->base_path.n));
	} else if (slice_starts(url, SL("#"))) {
		uri_page(out, site, rc->page);
	}
}

void uri_value(Buf *out, const RenderContext *rc, Slice url)
{
	Buf filled = BUF_INIT;
	markup_html(&filled, rc, url);
	put_before(out, rc, buf_slice(&filled));
	put_escaped(out, buf_slice(&filled));
	buf_release(&filled);
}

/* In markup of ours a quote inside a text or a value is escaped, so these
 * bytes begin an attribute wherever they are met. */
void uri_html(Buf *out, const RenderContext *rc, Slice html)
{
	const Slice attribute = SL(" href=\"");
	Buf filled = BUF_INIT;
	markup_html(&filled, rc, html);
	Slice rest = buf_slice(&filled);
	for (size_t at; (at = slice_find(rest, attribute, 0)) < rest.n;) {
		at += attribute.n;
		buf_add(out, slice_sub(rest, 0, at));
		rest = slice_sub(rest, at, rest.n);
		put_before(out, rc, rest);
	}
	buf_add(out, rest);
	buf_release(&filled);
}
