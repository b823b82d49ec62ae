/*
 * pixels.h - a decoded picture: reduced, turned upright.
 *
 * Eight bits each of red, green, blue and alpha (not premultiplied), sRGB,
 * rows from the top without gaps. All arithmetic is on integers: the same
 * picture gives the same bytes on every machine.
 */
#ifndef RENDER_PIXELS_H
#define RENDER_PIXELS_H

#include "base/slice.h"

typedef struct Pixels {
	unsigned width, height; /* at least 1 once filled */
	uint8_t *rgba;          /* width * height * 4 bytes */
} Pixels;

#define PIXELS_INIT        \
	{                  \
		0, 0, NULL \
	}

void pixels_init(Pixels *p, unsigned width, unsigned height); /* zeroed: transparent black */
void pixels_release(Pixels *p);
/* The average over the area of each new pixel, in light and not in code
 * values, so that fine patterns keep their brightness. Neither side may grow,
 * nor be over 65535. */
void pixels_reduce(Pixels *out, const Pixels *from, unsigned width, unsigned height);
/* As EXIF's orientation (1..8) says it is to be shown. */
void pixels_turn(Pixels *out, const Pixels *from, unsigned orientation);
/* Colour under full transparency is not seen: takes it away, so that what was
 * erased from a picture is gone from the file too. */
void pixels_clear_hidden(Pixels *p);
bool pixels_opaque(const Pixels *p);
bool pixels_gray(const Pixels *p); /* red, green and blue are equal everywhere */

#endif
