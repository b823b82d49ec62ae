/*
 * media.h - what pictures and files look like in a page: tags, addresses, names.
 *
 * The files themselves are made by image.c; until then, and of a picture that
 * cannot be read, nothing is written. Whoever writes a picture or asks for the
 * path of a medium is taken to lead to it, and only what is led to is
 * published (publication.md, rule 6): PubPicture.shown, and drawn for all sizes of a picture.
 *
 * A virtual field that is asked for is not yet one that is printed, so those
 * of field.c hold the holes of public.h, and one of PUB_HOLE_MEDIA says by a
 * letter after its number how the picture is shown.
 */
#ifndef RENDER_MEDIA_H
#define RENDER_MEDIA_H

#include "render/template.h"

/* How a picture is shown. */
typedef struct Shown {
	const char *sizes; /* the attribute of <img> */
	bool eager;        /* loaded at once: it is above the fold */
} Shown;

/* Wide as the text at most, and small beside a name. */
#define SHOWN_IN_TEXT ((Shown){"(min-width: 60rem) 50rem, 100vw", false})
#define SHOWN_AS_THUMB ((Shown){"12rem", false})
#define HOLE_EAGER "e"
#define HOLE_THUMB "t"

/* A path of the site, escaped so that nothing in it means anything to HTML either. */
void media_path(Buf *out, Slice path);
/* <picture>, or <img> alone where there is no second format. Nothing for a file. */
void media_picture(Buf *out, const RenderContext *rc, const PubMedia *m, Shown shown);
/* Notes that something published leads to the medium (publication.md, rule 6); safe from any thread. */
void media_shown(const PubMedia *m);
/* The widest form in the original format, the one that src leads to; NULL for a file. */
const PubVariant *media_largest(const PubMedia *m);
/* Path of what a link to the medium leads to, noted as shown; empty when there is none. */
Slice media_target(const PubMedia *m);
/* The title, or the file's own name. */
Slice media_name(const RenderContext *rc, const PubMedia *m);
/* «PDF». */
void media_format(Buf *out, const PubMedia *m);

#endif
