/*
 * uri.h - addresses as files read outside the site need them: absolute, RFC 3986.
 *
 * Feeds, calendars and data files travel without the page they came from, so
 * every address in them begins with a scheme. Letters beyond ASCII, in a host
 * too, are percent-escaped UTF-8, which is what RFC 3986 (3.2.2) has for them.
 */
#ifndef RENDER_URI_H
#define RENDER_URI_H

#include "render/product.h"

/* How values read on a page, for a file that points at it: addresses absolute, no typography. */
RenderContext uri_context(const Render *r, Slice page);
/* A page or a file of the site by its path ("mentors/", "news/atom.xml"). */
void uri_page(Buf *out, const PubSite *site, Slice path);
/* A PUB_URL. What begins with '/' is a page of the school's own site; mailto: and tel: stay. */
void uri_value(Buf *out, const RenderContext *rc, Slice url);
/* PUB_HTML with its holes filled and every link in it absolute. `rc` as uri_context() makes it. */
void uri_html(Buf *out, const RenderContext *rc, Slice html);

#endif
