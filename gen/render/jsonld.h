/*
 * jsonld.h - schema.org data of a page as JSON-LD (site.md, Machine-readable).
 *
 * Says no more than the page does: a Person only as far as consented there.
 * No itemprop names of «Сведения об образовательной организации» are used.
 */
#ifndef RENDER_JSONLD_H
#define RENDER_JSONLD_H

#include "render/page.h"

/* HTML for <script type="application/ld+json">; never NULL. */
const Pub *jsonld_of(View *v);

#endif
