/*
 * inflate.h - one stream packed by Deflate (RFC 1951), in the wrapping of gzip, of zlib, or in none.
 *
 * The function has a name of two words: libpng would take one called as zlib's
 * own for that.
 */
#ifndef BASE_INFLATE_H
#define BASE_INFLATE_H

#include "base/buf.h"

enum { INFLATE_MOST = 512 << 20 }; /* bytes: more is taken for an attack */

typedef enum InflateFormat { INFLATE_GZIP, INFLATE_ZLIB, INFLATE_RAW } InflateFormat;

/* Unpacks the stream at the start of `in` in place of what is in *out; *taken is
 * what it takes of `in`, `guess` a first idea of its length. False, and nothing,
 * when it is damaged or longer than INFLATE_MOST. */
bool inflate_stream(Buf *out, InflateFormat format, Slice in, size_t guess, size_t *taken);

#endif
