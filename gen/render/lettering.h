/*
 * lettering.h - text in strokes, for the one picture that the generator draws itself.
 *
 * A font of the host would make the output a function of the host (law of
 * purity), and a font in the program would outweigh it. All arithmetic is on
 * integers: the same text gives the same bytes on every machine.
 */
#ifndef RENDER_LETTERING_H
#define RENDER_LETTERING_H

#include "base/slice.h"

/* A canvas of one byte a pixel. Strokes raise a pixel to `base` + coverage, 1..LETTERING_LEVELS, and never lower one.
 */
typedef struct Canvas {
	unsigned width, height;
	uint8_t *pixels;
} Canvas;

enum { LETTERING_LEVELS = 8, LETTERING_HEIGHT = 8 /* of a capital, in units */ };

/* Width in units of a text in small letters (text_lower()); what has no shape is a space. */
unsigned lettering_width(Slice text);
/* Draws it in capitals, `unit` pixels a unit, the top left corner of the first
 * capital at x, y. What falls outside the canvas is not drawn. */
void lettering_draw(Canvas *c, Slice text, unsigned unit, int x, int y, uint8_t base);

#endif
