/*
 * decode.h - bytes as the texts that somebody might read in them.
 *
 * Each function makes views (view.h) of bytes; nothing here knows what is
 * sought in them.
 */
#ifndef OUTPUT_DECODE_H
#define OUTPUT_DECODE_H

#include "output/view.h"

/*
 * Undoes what markup and data formats put for characters: entities of HTML
 * (named and numeric), percent-escapes, escapes of JSON and of iCalendar.
 * What stands between tags goes to `text`, the insides of tags to `tags`, so a
 * word is whole in spite of a <b> in it; a tag that ends a word leaves a line
 * feed. Every byte goes to one of the two. `source` is where `bytes` come from.
 * True when what came out looks as if it were escaped once more.
 */
bool decode_text(View *text, View *tags, Slice bytes, const View *source);
/* Joins lines folded by RFC 5545; a text that is no calendar is left alone, and false. */
bool decode_calendar(View *out, Slice bytes);
/* UTF-16 with a byte order mark; false when there is none. */
bool decode_utf16(View *out, Slice bytes);
/* Text in windows-1251, as old programs save it; false for what is UTF-8, and
 * for data, in which any byte is a letter of that. */
bool decode_windows(View *out, Slice bytes);
/* Runs of four characters and more in UTF-16 of either order, at even and odd
 * offsets, each on a line: how programs keep texts among other data. */
void decode_utf16_runs(View *out, Slice bytes, const View *source);
/* The strings of a PDF without their escapes: \( \) \\ \ooo and <hexadecimal>. */
void decode_pdf(View *out, Slice bytes);
/* Are these bytes text in UTF-8 and nothing else? */
bool decode_is_text(Slice bytes);

#endif
