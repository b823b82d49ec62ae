/*
 * slice.h - a borrowed run of bytes.
 *
 * A Slice owns nothing: it lives as long as what it was cut from (a snapshot's
 * file, an arena, a literal). It need not end in NUL. The empty slice may have
 * p == NULL; every function here accepts it.
 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/banned.h"

typedef struct Slice {
	const char *p;
	size_t n; /* bytes */
} Slice;

/* A slice of a string literal; for printf use "%.*s" with SLICE_ARG. */
#define SL(literal) ((Slice){"" literal, sizeof(literal) - 1})
#define SLICE_ARG(s) (int)(s).n, (s).p ? (s).p : ""

Slice slice_of(const char *cstr);                 /* NULL gives the empty slice */
Slice slice_sub(Slice s, size_t from, size_t to); /* [from, to), clamped to s */
bool slice_eq(Slice a, Slice b);
bool slice_is(Slice a, const char *cstr);
int slice_cmp(Slice a, Slice b); /* by bytes, as memcmp, shorter first */
bool slice_starts(Slice s, Slice prefix);
bool slice_ends(Slice s, Slice suffix);
/* Offset of the first occurrence at or after `from`; s.n if there is none. */
size_t slice_find(Slice s, Slice what, size_t from);
size_t slice_find_byte(Slice s, char c, size_t from);
Slice slice_trim(Slice s); /* without ASCII white space at both ends */
/* Cuts the part before the first `sep` off *rest; false when *rest is spent. */
bool slice_split(Slice *rest, char sep, Slice *part);
/* The decimal number that is all of s (no sign, at most 9 digits); false otherwise. */
bool slice_uint(Slice s, unsigned *out);

/* One UTF-8 character at s[*at], *at moved past it; UINT32_MAX at the end or
 * on bytes that are not UTF-8 (then *at moves one byte). */
uint32_t utf8_next(Slice s, size_t *at);
/* Offset of the first byte that is not valid UTF-8, or s.n. */
size_t utf8_check(Slice s);
/* The offset past what texts are mostly made of, which is never amiss: printable
 * ASCII, line feeds and U+0400..U+047F, the Cyrillic letters. */
size_t utf8_skip_common(Slice s, size_t at);
/* Writes c at out (4 bytes of room), gives the number of bytes. */
size_t utf8_put(char *out, uint32_t c);
/* Number of code points, for columns and limits shown to people. */
size_t utf8_length(Slice s);

#endif
