#include "render/codec.h"

#include <assert.h>
#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>
#include <webp/encode.h>

#include "base/mem.h"
#include "render/color.h"

enum { JPEG_QUALITY = 82, WEBP_QUALITY = 80 };

/* --- decoding --- */

/* The largest divisor that the format offers and the wanted size allows. */
static unsigned jpeg_divisor(const Picture *p, unsigned width, unsigned height)
{
	unsigned d = 8;
	while (d > 1 && ((p->width + d - 1) / d < width || (p->height + d - 1) / d < height)) {
		d /= 2;
	}
	return d;
}

/*
 * A warning, such as stray bytes between segments, is no reason to refuse what
 * every browser shows; a file cut short was refused by picture_probe().
 */
static bool decode_jpeg(Pixels *out, const Picture *p, Slice bytes, unsigned width, unsigned height)
{
	const int flags = TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS;
	unsigned d = jpeg_divisor(p, width, height);
	tjhandle tj = tjInitDecompress();
	if (!tj) {
		mem_exhausted();
	}
	pixels_init(out, (p->width + d - 1) / d, (p->height + d - 1) / d);
	int err = tjDecompress2(tj, (const unsigned char *)bytes.p, bytes.n, out->rgba, (int)out->width, 0,
	                        (int)out->height, p->cmyk ? TJPF_CMYK : TJPF_RGBA, flags);
	bool ok = !err || tjGetErrorCode(tj) == TJERR_WARNING;
	tjDestroy(tj);
	return ok;
}

static bool decode_png(Pixels *out, const Picture *p, Slice bytes, bool profiled)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	Buf bare = BUF_INIT;
	bool ok = false;
	picture_bare_png(&bare, bytes, !profiled);
	if (png_image_begin_read_from_memory(&image, bare.p, bare.n)) {
		image.format = PNG_FORMAT_RGBA;
		image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
		pixels_init(out, p->width, p->height);
		ok = png_image_finish_read(&image, NULL, out->rgba, 0, NULL);
	}
	png_image_free(&image);
	buf_release(&bare);
	return ok;
}

static bool decode_webp(Pixels *out, const Picture *p, Slice bytes)
{
	pixels_init(out, p->width, p->height);
	size_t stride = (size_t)p->width * 4;
	return WebPDecodeRGBAInto((const uint8_t *)bytes.p, bytes.n, out->rgba, stride * p->height, (int)stride) !=
	       NULL;
}

static bool decode(Pixels *out, const Picture *p, Slice bytes, unsigned width, unsigned height, bool profiled)
{
	switch (p->type) {
	case PICTURE_JPEG:
		return decode_jpeg(out, p, bytes, width, height);
	case PICTURE_PNG:
		return decode_png(out, p, bytes, profiled);
	case PICTURE_WEBP:
		return decode_webp(out, p, bytes);
	case PICTURE_NONE:
		break;
	}
	assert(!"a picture that was probed");
	return false;
}

bool codec_decode(Pixels *out, const Picture *p, Slice bytes, unsigned width, unsigned height)
{
	Buf profile = BUF_INIT;
	*out = (Pixels)PIXELS_INIT;
	picture_profile(&profile, p->type, bytes);
	bool ok = decode(out, p, bytes, width, height, profile.n > 0);
	if (!ok) {
		pixels_release(out);
	} else if (p->cmyk) {
		color_cmyk_to_srgb(out, buf_slice(&profile));
	} else {
		color_to_srgb(out, buf_slice(&profile));
	}
	buf_release(&profile);
	return ok;
}

/* --- encoding --- */

/* The size is within the formats' limits, so only memory can be wanting. */
static void need(bool ok)
{
	if (!ok) {
		mem_exhausted();
	}
}

static void encode_jpeg(Buf *out, const Pixels *p)
{
	unsigned char *bytes = NULL;
	unsigned long n = 0;
	tjhandle tj = tjInitCompress();
	need(tj != NULL);
	int err = tjCompress2(tj, p->rgba, (int)p->width, 0, (int)p->height, TJPF_RGBA, &bytes, &n,
	                      pixels_gray(p) ? TJSAMP_GRAY : TJSAMP_420, JPEG_QUALITY, TJFLAG_ACCURATEDCT);
	need(!err);
	buf_put(out, bytes, n);
	tjFree(bytes);
	tjDestroy(tj);
}

/* The samples that the picture needs: grey or red, green, blue, then alpha. */
static uint8_t *pack(const Pixels *p, bool gray, bool opaque)
{
	unsigned colors = gray ? 1 : 3;
	unsigned samples = colors + !opaque;
	size_t n = (size_t)p->width * p->height;
	uint8_t *packed = mem_array(n, samples);
	for (size_t i = 0; i < n; i++) {
		memcpy(packed + i * samples, p->rgba + i * 4, colors);
		if (!opaque) {
			packed[i * samples + colors] = p->rgba[i * 4 + 3];
		}
	}
	return packed;
}

static void encode_png(Buf *out, const Pixels *p)
{
	bool gray = pixels_gray(p);
	bool opaque = pixels_opaque(p);
	png_image image = {.version = PNG_IMAGE_VERSION, .width = p->width, .height = p->height};
	image.format = (gray ? 0 : PNG_FORMAT_FLAG_COLOR) | (opaque ? 0 : PNG_FORMAT_FLAG_ALPHA);
	png_alloc_size_t n = PNG_IMAGE_PNG_SIZE_MAX(image);
	uint8_t *packed = pack(p, gray, opaque);
	uint8_t *bytes = mem_alloc(n);
	need(png_image_write_to_memory(&image, bytes, &n, 0, packed, 0, NULL));
	picture_bare_png(out, (Slice){(const char *)bytes, n}, false);
	free(bytes);
	free(packed);
}

void codec_encode_indexed(Buf *out, unsigned width, unsigned height, const uint8_t *pixels, const Rgb *palette,
                          unsigned colors)
{
	png_image image = {.version = PNG_IMAGE_VERSION, .width = width, .height = height};
	image.format = PNG_FORMAT_RGB_COLORMAP;
	image.colormap_entries = colors;
	png_alloc_size_t n = PNG_IMAGE_PNG_SIZE_MAX(image);
	uint8_t *bytes = mem_alloc(n);
	need(png_image_write_to_memory(&image, bytes, &n, 0, pixels, 0, palette));
	picture_bare_png(out, (Slice){(const char *)bytes, n}, false);
	free(bytes);
}

static void encode_webp(Buf *out, const Pixels *p)
{
	uint8_t *bytes = NULL;
	size_t n = WebPEncodeRGBA(p->rgba, (int)p->width, (int)p->height, (int)(p->width * 4), WEBP_QUALITY, &bytes);
	need(n > 0);
	buf_put(out, bytes, n);
	WebPFree(bytes);
}

void codec_encode(Buf *out, PictureType type, const Pixels *p)
{
	assert(p->width <= CODEC_SIDE_MAX && p->height <= CODEC_SIDE_MAX);
	switch (type) {
	case PICTURE_JPEG:
		encode_jpeg(out, p);
		return;
	case PICTURE_PNG:
		encode_png(out, p);
		return;
	case PICTURE_WEBP:
		encode_webp(out, p);
		return;
	case PICTURE_NONE:
		break;
	}
	assert(!"a picture's type");
}

Version codec_jpeg_version(void)
{
	/* turbojpeg.h of Debian 12 names no version, nor does the library. */
	return version_of("libjpeg-turbo", NULL, NULL);
}

Version codec_png_version(void)
{
	return version_of("libpng", PNG_LIBPNG_VER_STRING, png_get_libpng_ver(NULL));
}

/* 0xMMNNPP */
Version codec_webp_version(void)
{
	Version v = {.library = "libwebp"};
	unsigned number = (unsigned)WebPGetEncoderVersion();
	version_join(v.loaded, number >> 16, number >> 8 & 0xFF, number & 0xFF);
	return v;
}
