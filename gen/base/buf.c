#include "base/buf.h"

#include <stdarg.h>

#include "base/mem.h"

char buf_empty[1];

void buf_init(Buf *b)
{
	*b = (Buf)BUF_INIT;
}

void buf_release(Buf *b)
{
	if (b->cap) {
		free(b->p);
	}
	buf_init(b);
}

void buf_clear(Buf *b)
{
	b->n = 0;
	if (b->cap) {
		b->p[0] = '\0';
	}
}

void buf_reserve(Buf *b, size_t more)
{
	size_t need = b->n + more + 1;
	if (need <= b->cap) {
		return;
	}
	size_t cap = b->cap < 64 ? 64 : b->cap + b->cap / 2;
	if (cap < need) {
		cap = need;
	}
	b->p = mem_resize(b->cap ? b->p : NULL, cap, 1);
	b->cap = cap;
	b->p[b->n] = '\0';
}

void buf_put(Buf *b, const void *p, size_t n)
{
	if (n == 0) {
		return;
	}
	buf_reserve(b, n);
	memcpy(b->p + b->n, p, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void buf_byte(Buf *b, char c)
{
	buf_put(b, &c, 1);
}

void buf_add(Buf *b, Slice s)
{
	buf_put(b, s.p, s.n);
}

void buf_str(Buf *b, const char *cstr)
{
	buf_add(b, slice_of(cstr));
}

void buf_char(Buf *b, uint32_t codepoint)
{
	char bytes[4];
	buf_put(b, bytes, utf8_put(bytes, codepoint));
}

void buf_uint(Buf *b, uint64_t value)
{
	char digits[20];
	size_t at = sizeof digits;
	do {
		digits[--at] = (char)('0' + value % 10);
		value /= 10;
	} while (value);
	buf_put(b, digits + at, sizeof digits - at);
}

void buf_printf(Buf *b, const char *format, ...)
{
	va_list args;
	va_list again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n > 0) {
		buf_reserve(b, (size_t)n);
		vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
		b->n += (size_t)n;
	}
	va_end(again);
}

Slice buf_slice(const Buf *b)
{
	return (Slice){b->p, b->n};
}

char *buf_take(Buf *b)
{
	buf_reserve(b, 0);
	char *p = b->p;
	buf_init(b);
	return p;
}
