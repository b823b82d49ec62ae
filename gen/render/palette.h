/*
 * palette.h - one accent colour to a palette with contrast guaranteed.
 *
 * WCAG 2.2, 1.4.3: text needs 4.5:1. The accent is darkened for links on
 * white, lightened for links on the dark ground, and gets black or white text
 * on itself, whichever reads better, until each pair has it.
 */
#ifndef RENDER_PALETTE_H
#define RENDER_PALETTE_H

#include "base/buf.h"

typedef struct Rgb {
	unsigned char r, g, b;
} Rgb;

/* "#1f5f8b", lower or upper case; false for anything else. */
bool palette_parse(Rgb *out, Slice text);
/* Contrast ratio of two colours by WCAG 2.2, 1.0 to 21.0. */
double palette_contrast(Rgb a, Rgb b);
/* Black or white, whichever reads better on a colour. */
Rgb palette_on(Rgb ground);
/* Writes the rule that sets --accent, --accent-strong, --accent-on and --accent-dark. */
void palette_css(Buf *out, Rgb accent);

#endif
