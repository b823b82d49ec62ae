/*
 * picture.h - small pictures, and what cameras and editors write into them beside the picture.
 */
#ifndef TESTS_PICTURE_H
#define TESTS_PICTURE_H

#include "chance.h"

/* A small picture unlike any other, in the format that its name says. */
Slice picture_random(Chance *c, Slice path);
/* The same picture with other metadata: EXIF with a place, XMP, a comment. */
Slice picture_dressed(Chance *c, Slice bytes);

#endif
