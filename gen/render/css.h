/*
 * css.h - a style sheet without what only its author reads.
 */
#ifndef RENDER_CSS_H
#define RENDER_CSS_H

#include "base/buf.h"

/* Adds the sheet without comments, with one space where there was white space
 * and none where CSS needs none: behind `{ } ; ,` and before `{ } ;`. Strings
 * and unquoted addresses stay as they are, so what it means does too. */
void css_squeeze(Buf *out, Slice css);

#endif
