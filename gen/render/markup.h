/*
 * markup.h - what a public value looks like: text, virtual fields, holes.
 *
 * Templates see more of a value than its text: {{start.iso}}, {{photo.src}},
 * {{form.id}}. Those virtual fields are defined here, once, for the
 * evaluator and for the checker.
 *
 *   DATE, MOMENT   iso, text, day (without the year), year, month
 *   TERM           id, title
 *   MEDIA picture  img (HTML: <img> or <picture>), src, width, height, alt, caption, credit
 *   MEDIA file     href, name (title or the file's own name), format («PDF»), size («240 КБ»), accessible, tagged
 */
#ifndef RENDER_MARKUP_H
#define RENDER_MARKUP_H

#include "render/template.h"

/* Writes a value as it stands in element content or a quoted attribute: escaped. Lists and maps write nothing. */
void markup_value(Buf *out, const RenderContext *rc, const Pub *v);
/* Writes PUB_HTML or PUB_URL, its holes filled. */
void markup_html(Buf *out, const RenderContext *rc, Slice html);
/* A virtual field, in arena a; NULL when the type has none of that name. */
const Pub *markup_field(Arena *a, const RenderContext *rc, const Pub *v, Slice name);
/* Its type without a value; false when there is none. */
bool markup_field_type(PubType type, Slice name, PubType *out);
/* The <img> of a picture: srcset in WebP and the original format, sizes given, lazy unless `eager`. */
void markup_picture(Buf *out, const RenderContext *rc, const PubMedia *m, bool eager);
/* «240 КБ», «1,2 МБ» in the locale's way. */
void markup_size(Buf *out, const RenderContext *rc, uint64_t bytes);

#endif
