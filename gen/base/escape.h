/*
 * escape.h - the one gate by which text becomes markup.
 *
 * Escaping is by context and cannot be turned off (site.md, Themes). The
 * characters of XML that our inputs forbid (controls but TAB and LF) never
 * get here.
 */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/buf.h"

/* In element content and quoted attribute values: & < > " '. */
void escape_html(Buf *out, Slice text);
/* As escape_html, with the typography of Russian text: a no-break space after
 * «№», «п.», «пп.», «ст.», «разд.», «г.» before a capital, between initials and
 * a family name, before «г.» after a year, and before an em dash (ГОСТ Р 7.0.97; site.md,
 * Russian done right). */
void escape_prose(Buf *out, Slice text);
/* XML text: as escape_html. */
void escape_xml(Buf *out, Slice text);
/* Percent-escapes what RFC 3986 does not allow in a path, UTF-8 byte by byte; '/' stays. */
void escape_path(Buf *out, Slice path);
/* True for an address that may stand in href or src: https:, http:, mailto:, tel:, a path or a fragment. */
bool escape_url_allowed(Slice url);

#endif
