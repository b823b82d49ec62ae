/*
 * exif.h - the one thing in an EXIF block that a picture cannot do without.
 *
 * Cameras store the picture as the sensor lay and note how it was held. All
 * other metadata is thrown away (publication.md, rule 6), so the turn has to
 * be read first.
 */
#ifndef BASE_EXIF_H
#define BASE_EXIF_H

#include "base/slice.h"

/* Tag 0x0112 of the first directory of a TIFF block (EXIF 2.32, 4.6.4 A): 1
 * upright, 2 mirrored, 3 upside down, 4 that mirrored, 5..8 the same lying on
 * their side. A block that is damaged or does not say gives 1. A leading
 * "Exif\0\0", as JPEG has it, is passed over. */
unsigned exif_orientation(Slice block);

#endif
