/*
 * chars.h - which characters a text of ours may hold.
 *
 * Any but control characters (tab and line ends are none here), line and
 * paragraph separators, byte order marks and noncharacters. These do not show
 * in an editor, are errors in HTML, and split a word so that a search for a
 * surname misses it; libyaml refuses some and takes others for line ends.
 */
#ifndef SOURCE_CHARS_H
#define SOURCE_CHARS_H

#include "base/arena.h"
#include "base/diag.h"

/* Offset of the first character at or after `from` that may not stand in a text; s.n if there is none. */
size_t chars_find(Slice s, size_t from);
/* s with each such character, and each byte that is not UTF-8, turned into U+FFFD; s itself if it has none. */
Slice chars_replace(Arena *a, Slice s);
/* A copy of a string that a parser gave for the text at loc: escapes ("\x07",
 * "&#7;") bring in what the text itself may not hold, which is diagnosed
 * (control-character) and replaced. */
Slice chars_keep(Arena *a, Slice s, Loc loc, Diags *diags);
/* Readies the text that starts at line `line` of file `path` for a parser: a
 * byte order mark is passed over; the first bad character of each line is
 * diagnosed (control-character), and all are replaced one for one, so that
 * columns hold. False, with not-utf8 at the first wrong byte, when it is no
 * text at all. */
bool chars_clean(Slice *out, Arena *a, Slice text, Slice path, unsigned line, Diags *diags);

#endif
