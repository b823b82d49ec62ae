/*
 * samples.h - pictures for tests, made by the libraries and wrapped by hand.
 *
 * A sample is four fields of colour: red and green above, blue and white
 * below, so that every turn and mirroring shows in its corners.
 */
#ifndef TESTS_SAMPLES_H
#define TESTS_SAMPLES_H

#include <check.h>
#include <libdeflate.h>
#include <png.h>
#include <turbojpeg.h>
#include <webp/encode.h>

#include "base/mem.h"
#include "base/picture.h"

static const uint8_t sample_colors[4][4] = {{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}};

/* RGBA, to free(). */
static inline uint8_t *sample_pixels(unsigned width, unsigned height)
{
	uint8_t *rgba = mem_array((size_t)width * height, 4);
	for (unsigned y = 0; y < height; y++) {
		for (unsigned x = 0; x < width; x++) {
			unsigned field = (y >= height / 2 ? 2u : 0u) + (x >= width / 2 ? 1u : 0u);
			memcpy(rgba + ((size_t)y * width + x) * 4, sample_colors[field], 4);
		}
	}
	return rgba;
}

static inline void sample_encode_jpeg(Buf *out, const uint8_t *pixels, unsigned width, unsigned height, int format,
                                      int subsampling)
{
	unsigned char *bytes = NULL;
	unsigned long n = 0;
	tjhandle tj = tjInitCompress();
	ck_assert_int_eq(tjCompress2(tj, pixels, (int)width, 0, (int)height, format, &bytes, &n, subsampling, 95, 0),
	                 0);
	buf_put(out, bytes, n);
	tjFree(bytes);
	tjDestroy(tj);
}

static inline void sample_encode_png(Buf *out, const void *pixels, unsigned width, unsigned height, unsigned format)
{
	png_image image = {.version = PNG_IMAGE_VERSION, .width = width, .height = height, .format = format};
	png_alloc_size_t n = PNG_IMAGE_PNG_SIZE_MAX(image);
	buf_reserve(out, n);
	ck_assert(png_image_write_to_memory(&image, out->p + out->n, &n, 0, pixels, 0, NULL));
	out->n += n;
}

static inline void sample_encode_webp(Buf *out, const uint8_t *rgba, unsigned width, unsigned height)
{
	uint8_t *bytes = NULL;
	size_t n = WebPEncodeLosslessRGBA(rgba, (int)width, (int)height, (int)width * 4, &bytes);
	ck_assert_uint_gt(n, 0);
	buf_put(out, bytes, n);
	WebPFree(bytes);
}

/* The four fields in a format. */
static inline void sample_picture(Buf *out, PictureType type, unsigned width, unsigned height)
{
	uint8_t *rgba = sample_pixels(width, height);
	if (type == PICTURE_JPEG) {
		sample_encode_jpeg(out, rgba, width, height, TJPF_RGBA, TJSAMP_444);
	} else if (type == PICTURE_PNG) {
		sample_encode_png(out, rgba, width, height, PNG_FORMAT_RGBA);
	} else {
		sample_encode_webp(out, rgba, width, height);
	}
	free(rgba);
}

/* --- containers --- */

static inline void sample_be32(Buf *out, size_t n)
{
	buf_byte(out, (char)(n >> 24));
	buf_byte(out, (char)(n >> 16));
	buf_byte(out, (char)(n >> 8));
	buf_byte(out, (char)n);
}

static inline void sample_le32(Buf *out, size_t n)
{
	buf_byte(out, (char)n);
	buf_byte(out, (char)(n >> 8));
	buf_byte(out, (char)(n >> 16));
	buf_byte(out, (char)(n >> 24));
}

static inline void sample_jpeg_segment(Buf *out, unsigned marker, Slice data)
{
	buf_byte(out, '\xFF');
	buf_byte(out, (char)marker);
	buf_byte(out, (char)((data.n + 2) >> 8));
	buf_byte(out, (char)(data.n + 2));
	buf_add(out, data);
}

static inline void sample_png_chunk(Buf *out, const char *tag, Slice data)
{
	sample_be32(out, data.n);
	size_t from = out->n;
	buf_put(out, tag, 4);
	buf_add(out, data);
	sample_be32(out, libdeflate_crc32(0, out->p + from, out->n - from));
}

static inline void sample_webp_chunk(Buf *out, const char *tag, Slice data)
{
	buf_put(out, tag, 4);
	sample_le32(out, data.n);
	buf_add(out, data);
	if (data.n % 2) {
		buf_byte(out, '\0');
	}
}

/* A TIFF block that says how the picture lies, and a word that must not get out. */
static inline void sample_exif(Buf *out, unsigned orientation, bool little)
{
	static const char big_block[] =
	        "MM\0\x2A\0\0\0\x08\0\x02\x01\x0F\0\x02\0\0\0\x04LEAK\x01\x12\0\x03\0\0\0\x01\0";
	static const char little_block[] =
	        "II\x2A\0\x08\0\0\0\x02\0\x0F\x01\x02\0\x04\0\0\0LEAK\x12\x01\x03\0\x01\0\0\0";
	if (little) {
		buf_put(out, little_block, sizeof little_block - 1);
		buf_byte(out, (char)orientation);
		buf_put(out, "\0\0\0\0\0\0\0", 7);
	} else {
		buf_put(out, big_block, sizeof big_block - 1);
		buf_byte(out, (char)orientation);
		buf_put(out, "\0\0\0\0\0\0", 6);
	}
}

static inline void sample_jpeg_with(Buf *out, Slice jpeg, Slice tiff, Slice profile)
{
	Buf data = BUF_INIT;
	buf_add(out, slice_sub(jpeg, 0, 2));
	buf_put(&data, "Exif\0", 6);
	buf_add(&data, tiff);
	sample_jpeg_segment(out, 0xE1, buf_slice(&data));
	sample_jpeg_segment(out, 0xE1, SL("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>LEAK</x:xmpmeta>"));
	sample_jpeg_segment(out, 0xED, SL("Photoshop 3.0\0 8BIM LEAK"));
	sample_jpeg_segment(out, 0xFE, SL("LEAK"));
	/* In two pieces, the second first. */
	for (unsigned piece = 2; piece > 0 && profile.n; piece--) {
		buf_clear(&data);
		buf_put(&data, "ICC_PROFILE", 12);
		buf_byte(&data, (char)piece);
		buf_byte(&data, 2);
		size_t middle = profile.n / 2;
		buf_add(&data, piece == 1 ? slice_sub(profile, 0, middle) : slice_sub(profile, middle, profile.n));
		sample_jpeg_segment(out, 0xE2, buf_slice(&data));
	}
	buf_add(out, slice_sub(jpeg, 2, jpeg.n));
	buf_release(&data);
}

static inline void sample_png_profile(Buf *out, Slice profile)
{
	Buf data = BUF_INIT;
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(6);
	size_t room = libdeflate_zlib_compress_bound(c, profile.n);
	buf_put(&data, "LEAK\0", 6);
	buf_reserve(&data, room);
	data.n += libdeflate_zlib_compress(c, profile.p, profile.n, data.p + data.n, room);
	sample_png_chunk(out, "iCCP", buf_slice(&data));
	libdeflate_free_compressor(c);
	buf_release(&data);
}

enum { SAMPLE_PNG_HEADER = 8 + 25 };

static inline void sample_png_with(Buf *out, Slice png, Slice tiff, Slice profile)
{
	buf_add(out, slice_sub(png, 0, SAMPLE_PNG_HEADER));
	if (profile.n) {
		sample_png_profile(out, profile);
	}
	sample_png_chunk(out, "tEXt", SL("Author\0LEAK"));
	sample_png_chunk(out, "eXIf", tiff);
	buf_add(out, slice_sub(png, SAMPLE_PNG_HEADER, png.n));
}

static inline void sample_webp_with(Buf *out, Slice webp, Slice tiff, Slice profile)
{
	Picture p;
	Buf body = BUF_INIT;
	Buf head = BUF_INIT;
	ck_assert(picture_probe(&p, webp));
	buf_byte(&head, profile.n ? 0x3C : 0x1C); /* RFC 9649, 2.7: profile, alpha, EXIF, XMP */
	buf_put(&head, "\0\0\0", 3);
	sample_le32(&head, p.width - 1);
	head.n--;
	sample_le32(&head, p.height - 1);
	head.n--;
	sample_webp_chunk(&body, "VP8X", buf_slice(&head));
	if (profile.n) {
		sample_webp_chunk(&body, "ICCP", profile);
	}
	buf_add(&body, slice_sub(webp, 12, webp.n));
	sample_webp_chunk(&body, "EXIF", tiff);
	sample_webp_chunk(&body, "XMP ", SL("<x:xmpmeta>LEAK</x:xmpmeta>"));
	buf_str(out, "RIFF");
	sample_le32(out, body.n + 4);
	buf_str(out, "WEBP");
	buf_add(out, buf_slice(&body));
	buf_release(&body);
	buf_release(&head);
}

/* A picture of the four fields with metadata that says "LEAK" in every way the format has. */
static inline void sample_with(Buf *out, PictureType type, unsigned width, unsigned height, unsigned orientation,
                               Slice profile)
{
	Buf bare = BUF_INIT;
	Buf tiff = BUF_INIT;
	sample_picture(&bare, type, width, height);
	sample_exif(&tiff, orientation, orientation % 2);
	if (type == PICTURE_JPEG) {
		sample_jpeg_with(out, buf_slice(&bare), buf_slice(&tiff), profile);
	} else if (type == PICTURE_PNG) {
		sample_png_with(out, buf_slice(&bare), buf_slice(&tiff), profile);
	} else {
		sample_webp_with(out, buf_slice(&bare), buf_slice(&tiff), profile);
	}
	buf_release(&bare);
	buf_release(&tiff);
}

#endif
