/*
 * export.h - data/rubric.json and data/rubric.schema.json.
 *
 *   {"version": "1", "site": {…}, "policy": {…}, "mentors": […], …, "roadmap": {…}, "totals": {…}, "breakdowns": […]}
 *
 * One list per kind, in the order of PubKind; that of a kind which no section
 * shows is empty, so the form of the file does not hang on the policy. A total
 * is there if the site shows it, breakdowns if it has the page of figures.
 *
 * Fields have the names of content.md. A value is what it is on the page that
 * its entry points to (publication.md, rule 1): a record's own page or the
 * list that shows it; site's on the front page, policy's on forms/,
 * roadmap's on roadmap/. A list or map with nothing to show there is left out.
 * An item's `url` is its page, or the list that shows it; the `url` that
 * content.md gives to acts and methods is called `link` (redact/fields.h).
 *
 *   date "2025-09-01", moment "2025-09-01T15:00" (wall time in the site's zone), term: its id,
 *   text as written, HTML and addresses absolute, another record {id or number, url, name or title},
 *   picture {url, type, alt, width, height}, file {url, title, format, bytes}
 */
#ifndef RENDER_EXPORT_H
#define RENDER_EXPORT_H

#include "render/product.h"

/* The JSON Schema (draft 2020-12), from the shapes of public.h; strict: what no shape has does not validate. */
void export_schema(Buf *out, const PubSite *site);

#endif
