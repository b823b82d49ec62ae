/*
 * color.h - from a picture's own colour space to sRGB, by its ICC profile.
 *
 * Published pictures carry no profile, as they carry no metadata, so what the
 * numbers mean has to be brought to what a browser assumes.
 */
#ifndef RENDER_COLOR_H
#define RENDER_COLOR_H

#include "base/version.h"
#include "render/pixels.h"

/* Converts in place; alpha is kept. A profile that is empty, damaged or of
 * another number of colours is passed over. */
void color_to_srgb(Pixels *p, Slice profile);
/* The same for p->rgba holding cyan, magenta, yellow and black, inverted as
 * Adobe writes them into JPEG; without a usable profile by plain
 * multiplication. The result is opaque. */
void color_cmyk_to_srgb(Pixels *p, Slice profile);
/* Of Little CMS, for `rubrika version`. */
Version color_lcms_version(void);

#endif
