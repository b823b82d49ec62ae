/*
 * manual.h - the manual pages as mdoc(7), written from the tables.
 *
 * The committed pages in docs/ are what `rubrika help --mdoc` prints: never
 * edited by hand.
 */
#ifndef CMD_MANUAL_H
#define CMD_MANUAL_H

#include "base/buf.h"
#include "cmd/command.h"

/* The date of the release whose version the Makefile names, as .Dd wants it. */
#define RELEASE_DATE "November 20, 2026"

typedef void ManualWriter(Buf *out);

ManualWriter manual_rubrika; /* rubrika(1): commands, options, diagnostics */
ManualWriter manual_content; /* content(5): kinds and fields */
ManualWriter manual_theme;   /* theme(7): templates and their variables */
/* rubrika-COMMAND(1). */
void manual_command(Buf *out, const Command *c);

/* Arguments for the end of a macro line: "[DIR]" is ` Op Ar DIR`, "KIND ID" is ` Ar KIND ID`. */
void manual_arguments(Buf *out, const char *args);
/* The list of a command's own options, or with NULL of the common ones; nothing when there is none. */
void manual_options(Buf *out, const Command *c);
/* The section EXIT STATUS. */
void manual_exits(Buf *out);

#endif
