/*
 * picture.h - pictures as containers: what the bytes say before any decoding.
 *
 * Reads the segments of a JPEG (ITU-T T.81), the chunks of a PNG (W3C PNG) and
 * of a WebP (RFC 9649) by hand, every offset checked against the slice, so
 * that a check of the content costs no decoding and a hostile file reaches no
 * library before it has a sane form and size. Knows nothing of pixels: those
 * are render/codec.h's.
 */
#ifndef BASE_PICTURE_H
#define BASE_PICTURE_H

#include "base/buf.h"

typedef enum PictureType { PICTURE_NONE, PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP } PictureType;

typedef struct Picture {
	PictureType type;
	unsigned width, height; /* pixels, as stored */
	unsigned orientation;   /* EXIF, 1..8; over 4: stored lying, width and height change places */
	bool cmyk;              /* a JPEG of four colours */
} Picture;

/* More than this is a decompression bomb, or no picture for a page; a longer
 * side no browser shows, and JPEG cannot have it. */
enum { PICTURE_MAX_PIXELS = 100 * 1000 * 1000, PICTURE_MAX_SIDE = 65535 };

/* The type by the first bytes; PICTURE_NONE for anything else. */
PictureType picture_type(Slice bytes);
/* Reads the headers. False when the bytes are no still JPEG, PNG or WebP that
 * can be shown: another format, an animation, a truncated file, a PNG with a
 * wrong checksum, a coding that no browser shows, no pixels, or too many. */
bool picture_probe(Picture *out, Slice bytes);
/* The picture as it is shown: width and height after the turn. */
void picture_shown(unsigned *width, unsigned *height, const Picture *p);
/* Adds the embedded ICC profile to out; adds nothing when there is none, or
 * only a damaged one, or one over 4 MiB. */
void picture_profile(Buf *out, PictureType type, Slice bytes);
/* The same PNG of nothing but its pixels: the header, the palette and its
 * transparency, the data. The gamma is kept on demand: without an ICC profile
 * it says what the numbers mean. */
void picture_bare_png(Buf *out, Slice png, bool gamma);
/* All that decides how a picture looks, and nothing of what is told beside it:
 * its turn, its colours and its coded pixels. The bytes pass picture_probe(). */
void picture_look(Buf *out, Slice bytes);

#endif
