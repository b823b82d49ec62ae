/*
 * card.h - the picture that a link to the section shows in messengers and social networks.
 *
 * A page of a school notebook with the section's title on it and the school's
 * name in the school's colour, 1200 × 630 (Open Graph's 1.91 : 1). Pages with
 * a picture of their own show that instead.
 */
#ifndef RENDER_CARD_H
#define RENDER_CARD_H

#include "render/product.h"

enum { CARD_WIDTH = 1200, CARD_HEIGHT = 630 };

/* Where the card lies: "assets/card.1f3a9c0b.png", named by all that it shows. In arena a. */
Slice card_path(Arena *a, const Render *r);

#endif
