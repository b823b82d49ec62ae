/*
 * charset.h - texts of files that do not say, or not well, how they are encoded.
 */
#ifndef BASE_CHARSET_H
#define BASE_CHARSET_H

#include "base/buf.h"

/* Adds a text as UTF-8. UTF-16 and UTF-8 are told by their byte order mark or,
 * of markup, by its first '<'; what is valid UTF-8 is that, and all else is
 * windows-1251, which Russian programs wrote wherever a standard wanted Latin-1. */
void charset_read(Buf *out, Slice bytes);
/* Adds UTF-16; a half of a pair becomes U+FFFD. */
void charset_utf16(Buf *out, Slice bytes, bool big);

/* The character that a byte is in windows-1251. */
uint32_t charset_windows(char byte);

#endif
