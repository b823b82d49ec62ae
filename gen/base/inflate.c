#include "base/inflate.h"

#include <libdeflate.h>

#include "base/mem.h"

enum { LEAST = 64 << 10 };

static enum libdeflate_result inflate_once(struct libdeflate_decompressor *d, InflateFormat format, Slice in, Buf *out,
                                           size_t *taken)
{
	size_t made = 0;
	size_t room = out->cap - 1;
	enum libdeflate_result result =
	        format == INFLATE_GZIP   ? libdeflate_gzip_decompress_ex(d, in.p, in.n, out->p, room, taken, &made)
	        : format == INFLATE_ZLIB ? libdeflate_zlib_decompress_ex(d, in.p, in.n, out->p, room, taken, &made)
	                                 : libdeflate_deflate_decompress_ex(d, in.p, in.n, out->p, room, taken, &made);
	out->n = result == LIBDEFLATE_SUCCESS ? made : 0;
	out->p[out->n] = '\0';
	return result;
}

bool inflate_stream(Buf *out, InflateFormat format, Slice in, size_t guess, size_t *taken)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
	if (!d) {
		mem_exhausted();
	}
	for (size_t room = guess + LEAST; result == LIBDEFLATE_INSUFFICIENT_SPACE && room <= INFLATE_MOST; room *= 2) {
		buf_clear(out);
		buf_reserve(out, room);
		result = inflate_once(d, format, in, out, taken);
	}
	libdeflate_free_decompressor(d);
	return result == LIBDEFLATE_SUCCESS;
}
