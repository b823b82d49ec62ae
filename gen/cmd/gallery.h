/*
 * gallery.h - the files of pictures, each encoded once.
 *
 * Encoding is slow and depends on the bytes alone, so what was made for one
 * site is kept for the next that has the same file. Files of two names and the
 * same bytes are one.
 */
#ifndef CMD_GALLERY_H
#define CMD_GALLERY_H

#include "render/image.h"

typedef struct Gallery Gallery;

typedef struct GalleryFile {
	Slice path, bytes; /* below the site */
} GalleryFile;

Gallery *gallery_new(void);
void gallery_free(Gallery *g); /* NULL is fine */
/* Fills `out` of each medium of the site that is used, NULL where it cannot be decoded. */
void gallery_make(Gallery *g, PubSite *site, unsigned threads);
/* The files of a medium that the last gallery_make() filled; n = 0 for others. */
const GalleryFile *gallery_files(const Gallery *g, const PubMedia *m, size_t *n);
/* Drops what the last gallery_make() did not ask for. */
void gallery_forget(Gallery *g);

#endif
