/*
 * shapes.h - vars.def as types: what each page's template may ask for.
 */
#ifndef RENDER_SHAPES_H
#define RENDER_SHAPES_H

#include "render/theme.h"

/* A page's variables without the common ones, for the manual. */
const PubShape *page_shape_own(PageType type);
/* Those that every page has. */
const PubShape *page_shape_every(void);
/* Name of the template and what the page shows, for the manual. */
const char *page_template(PageType type);
const char *page_title(PageType type, bool english);
/* Words that the code needs of a theme, for the manual. */
const char *string_name(StringId id);
const char *string_about(StringId id, bool english);

#endif
