/*
 * medium.h - what a file in media/ is, by its name; capitals are as good.
 */
#ifndef RECORD_MEDIUM_H
#define RECORD_MEDIUM_H

#include "base/picture.h"

/* The kind of picture that the name promises; PICTURE_NONE for any other file. */
PictureType medium_picture(Slice path);
bool medium_is_pdf(Slice path);
/* True for a picture of a kind that is not made ready for a page: its metadata
 * would go out with it (publication.md, rule 6), so it may not lie in media/. */
bool medium_is_raw_picture(Slice path);

#endif
