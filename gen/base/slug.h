/*
 * slug.h - an id from a text.
 */
#ifndef BASE_SLUG_H
#define BASE_SLUG_H

#include "base/buf.h"

/* Letters and digits in lower case and form C, runs of the rest one '-', none at the ends. */
void text_slug(Buf *out, Slice s);

#endif
