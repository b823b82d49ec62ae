/*
 * codec.h - JPEG, PNG and WebP to pixels and back.
 *
 * The only place that calls the picture libraries. What comes in has passed
 * picture_probe(); what goes out holds pixels and nothing else: no EXIF, XMP,
 * IPTC, comment, thumbnail or profile.
 */
#ifndef RENDER_CODEC_H
#define RENDER_CODEC_H

#include "base/picture.h"
#include "base/version.h"
#include "render/palette.h"
#include "render/pixels.h"

/* Decodes to sRGB, not turned. A JPEG may come out at a half, a quarter or an
 * eighth of its size while neither side falls below width and height, which
 * saves most of the work on a camera's picture. False, with out empty, when
 * the coded data is damaged. */
bool codec_decode(Pixels *out, const Picture *p, Slice bytes, unsigned width, unsigned height);
/* The longest side that all three formats can hold (WebP's). */
enum { CODEC_SIDE_MAX = 16383 };
/* Adds the file to out: JPEG at quality 82 with 4:2:0 colour (alpha is lost),
 * PNG, WebP at quality 80. Grey and opaque pictures are stored as such. */
void codec_encode(Buf *out, PictureType type, const Pixels *p);
/* Adds a PNG of one byte a pixel, each a place in the palette of `colors` colours. */
void codec_encode_indexed(Buf *out, unsigned width, unsigned height, const uint8_t *pixels, const Rgb *palette,
                          unsigned colors);
/* Of the three libraries, for `rubrika version`. */
Version codec_jpeg_version(void);
Version codec_png_version(void);
Version codec_webp_version(void);

#endif
