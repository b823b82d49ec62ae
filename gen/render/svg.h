/*
 * svg.h - coordinates of drawings, without floating point and without a view box.
 *
 * Along the line a drawing is measured in shares of its width, so that it
 * stretches with the page while its letters keep the reader's size; a share is
 * a whole number of hundredths of a percent, so that its digits are the same
 * everywhere (law of purity).
 */
#ifndef RENDER_SVG_H
#define RENDER_SVG_H

#include "base/buf.h"

typedef uint32_t Share;
enum { SHARE_WHOLE = 10000 };

/* part of whole, to the nearest; what is outside 0..whole is brought to its edge. whole > 0. */
Share share_of(int64_t part, int64_t whole);
/* An attribute with its leading blank: ` x="12.5%"`. */
void svg_share(Buf *out, const char *attribute, Share s);
/* <title> or <desc> with the id that aria-labelledby looks for: "ID-title". */
void svg_words(Buf *out, const char *element, Slice id, Slice text);
/* The opening of a picture: `element` of this class with role img, named by the <title> and <desc> of `id`. */
void svg_picture(Buf *out, const char *element, const char *class, Slice id);

#endif
