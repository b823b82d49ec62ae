/*
 * mdoc.h - the escaping gate of the manual pages.
 *
 * Source of mdoc(7) is written as it stands with buf_str(); whatever comes
 * from a table goes through here, so no word of it is taken for a macro or a
 * roff request.
 */
#ifndef CMD_MDOC_H
#define CMD_MDOC_H

#include "base/buf.h"

/* .Dd, .Dt, .Os and NAME. */
void mdoc_title(Buf *out, const char *name, const char *section, const char *about);
/* A line ".MACROS "word"": the macros as they stand, the word as one argument. */
void mdoc_macro(Buf *out, const char *macros, Slice word);
/* A paragraph's text, each sentence on a line of its own. */
void mdoc_text(Buf *out, Slice text);

#endif
