/*
 * buf.h - an owned, growing run of bytes.
 *
 * Always NUL-terminated after `n` bytes, so an empty Buf is never NULL and
 * buf.p can be handed to C libraries. BUF_INIT needs no allocation; release
 * when done. buf_take() gives the bytes away.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/slice.h"

typedef struct Buf {
	char *p;
	size_t n;   /* bytes in use, without the NUL */
	size_t cap; /* 0: p points at a shared empty string */
} Buf;

extern char buf_empty[1];
#define BUF_INIT                \
	{                       \
		buf_empty, 0, 0 \
	}

void buf_init(Buf *b);
void buf_release(Buf *b);
void buf_clear(Buf *b); /* keeps the memory */
void buf_reserve(Buf *b, size_t more);
void buf_byte(Buf *b, char c);
void buf_put(Buf *b, const void *p, size_t n);
void buf_add(Buf *b, Slice s);
void buf_str(Buf *b, const char *cstr);
void buf_char(Buf *b, uint32_t codepoint);
void buf_uint(Buf *b, uint64_t value);
void buf_printf(Buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
Slice buf_slice(const Buf *b); /* valid until the next change of b */
char *buf_take(Buf *b);        /* the bytes, to free(); b is empty again */

#endif
