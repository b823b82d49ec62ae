/*
 * image.h - the files of the site: pictures made anew, the rest copied.
 *
 * A picture is decoded, turned upright, reduced and encoded again, so what is
 * published holds pixels and no metadata (publication.md, rule 6). Every
 * output is named by its own bytes: the original's name, which may tell whom
 * it shows, appears nowhere, and a changed picture has a new address.
 */
#ifndef RENDER_IMAGE_H
#define RENDER_IMAGE_H

#include "redact/public.h"

/* Takes one file of the output. Two pictures of the same bytes give the same
 * path twice, with the same bytes. Called on the thread of image_make(). */
typedef void ImageSink(void *ctx, Slice path, Slice bytes);

/* A wider picture is reduced to the last, for no page shows it wider. */
enum { IMAGE_WIDTH_SMALL = 480, IMAGE_WIDTH_MEDIUM = 960, IMAGE_WIDTH_MAX = 1600 };

/*
 * Makes the files of m and fills m->out, in the arena:
 * - a picture at its own width, at most 1600, and at each of 480 and 960
 *   below that, in its own format (`original`) and WebP (`webp`; empty when
 *   that is its own format), as "media/<16 hex digits>.<ext>", by width. It
 *   is reduced further if its height would pass 16383, the most that WebP has.
 *   `path` and `size` are those of the largest in the original format;
 * - any other file as it is, as "media/<stem>.<16 hex digits>.<ext>".
 * False, with nothing given to the sink and m->out NULL, when a picture cannot
 * be decoded or is not what m->type says: bad-image, at the place the caller
 * knows. Different m may be made by different threads.
 */
bool image_make(PubMedia *m, Arena *a, ImageSink *sink, void *ctx);
/* Is a file that was made of m part of the site? Known once every product is
 * made (publication.md, rule 6): all sizes of what a page draws, else the one
 * that is linked to. */
bool image_published(const PubMedia *m, Slice path);

#endif
