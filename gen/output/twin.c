#include "output/twin.h"

#include <brotli/encode.h>
#include <libdeflate.h>

#include "base/mem.h"

/* Where packing harder costs more time than it saves bytes: a page of 15 KB
 * takes 0.3 ms in all; the next level of either doubles its part for 1 %. */
enum { GZIP_LEVEL = 7, BROTLI_QUALITY = 5, BROTLI_LEAST_WINDOW = 16, BROTLI_MOST_WINDOW = 22 };

struct Twin {
	struct libdeflate_compressor *gzip;
};

Twin *twin_new(void)
{
	Twin *t = mem_alloc(sizeof *t);
	t->gzip = libdeflate_alloc_compressor(GZIP_LEVEL);
	if (!t->gzip) {
		mem_exhausted();
	}
	return t;
}

void twin_free(Twin *t)
{
	if (t) {
		libdeflate_free_compressor(t->gzip);
		free(t);
	}
}

bool twin_wanted(Slice path)
{
	static const char *const texts[] = {".html", ".css", ".js",  ".mjs", ".json", ".xml",
	                                    ".svg",  ".txt", ".csv", ".ics", ".atom", ".webmanifest"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (slice_ends(path, slice_of(texts[i]))) {
			return true;
		}
	}
	return false;
}

void twin_gzip(Buf *out, Twin *t, Slice bytes)
{
	size_t room = libdeflate_gzip_compress_bound(t->gzip, bytes.n);
	buf_reserve(out, room);
	out->n += libdeflate_gzip_compress(t->gzip, bytes.p, bytes.n, out->p + out->n, room);
	out->p[out->n] = '\0';
}

/* As many bits as the text needs: what is sized by the window is set up for every page anew. */
static int window_of(size_t n)
{
	int bits = BROTLI_LEAST_WINDOW;
	while (bits < BROTLI_MOST_WINDOW && n > (size_t)1 << bits) {
		bits++;
	}
	return bits;
}

void twin_brotli(Buf *out, Slice bytes)
{
	size_t n = BrotliEncoderMaxCompressedSize(bytes.n);
	buf_reserve(out, n);
	if (!BrotliEncoderCompress(BROTLI_QUALITY, window_of(bytes.n), BROTLI_MODE_TEXT, bytes.n,
	                           (const uint8_t *)bytes.p, &n, (uint8_t *)out->p + out->n)) {
		mem_exhausted();
	}
	out->n += n;
	out->p[out->n] = '\0';
}

Version twin_deflate_version(void)
{
	return version_of("libdeflate", LIBDEFLATE_VERSION_STRING, NULL);
}

/* 0xMMMNNNPPP */
Version twin_brotli_version(void)
{
	Version v = {.library = "brotli"};
	uint32_t number = BrotliEncoderVersion();
	version_join(v.loaded, number >> 24, number >> 12 & 0xFFF, number & 0xFFF);
	return v;
}
