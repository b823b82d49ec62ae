/*
 * manual.h - the manual pages as mdoc(7), written from the tables.
 *
 * The committed docs/rubrika.1, docs/content.5 and docs/theme.7 are what
 * `rubrika help --mdoc` prints: never edited by hand.
 */
#ifndef CMD_MANUAL_H
#define CMD_MANUAL_H

#include "base/buf.h"

/* The date of the release whose version the Makefile names, as .Dd wants it. */
#define RELEASE_DATE "November 20, 2026"

typedef void ManualWriter(Buf *out);

ManualWriter manual_rubrika; /* rubrika(1): commands, options, diagnostics */
ManualWriter manual_content; /* content(5): kinds and fields */
ManualWriter manual_theme;   /* theme(7): templates and their variables */

#endif
