/*
 * made.h - what tests of pictures share: image_make() with its output kept.
 */
#ifndef TESTS_MADE_H
#define TESTS_MADE_H

#include <lcms2.h>

#include "render/codec.h"
#include "render/image.h"
#include "samples.h"
#include "unit.h"

static const PictureType types[] = {PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP};
enum { TYPES = sizeof types / sizeof *types };

static const Slice none = {NULL, 0};

/* --- what image_make() gave --- */

typedef struct Output {
	Arena arena;
	Slice paths[16];
	Slice bytes[16];
	size_t n;
	PubMedia media;
	bool ok;
} Output;

static inline void sink(void *ctx, Slice path, Slice bytes)
{
	Output *o = ctx;
	ck_assert_uint_lt(o->n, 16);
	o->paths[o->n] = arena_dup(&o->arena, path);
	o->bytes[o->n++] = arena_dup(&o->arena, bytes);
}

static inline MediaType media_of(PictureType type)
{
	return type == PICTURE_JPEG ? MEDIA_JPEG : type == PICTURE_PNG ? MEDIA_PNG : MEDIA_WEBP;
}

static inline void make(Output *o, MediaType type, Slice bytes)
{
	*o = (Output){.media = {.type = type, .bytes = bytes, .stem = SL("ivanova-secret"), .ext = SL("pdf")}};
	o->ok = image_make(&o->media, &o->arena, sink, o);
}

static inline void make_picture(Output *o, PictureType type, Slice bytes)
{
	make(o, media_of(type), bytes);
	ck_assert(o->ok);
}

static inline Slice bytes_of(const Output *o, Slice path)
{
	for (size_t i = 0; i < o->n; i++) {
		if (slice_eq(o->paths[i], path)) {
			return o->bytes[i];
		}
	}
	ck_abort_msg("no file %.*s", SLICE_ARG(path));
	return none;
}

/* The pixels of a variant, which has the size that it says. */
static inline void decode(Pixels *out, const Output *o, const PubVariant *v)
{
	Picture p;
	Slice bytes = bytes_of(o, v->path);
	ck_assert(picture_probe(&p, bytes));
	ck_assert_uint_eq(p.width, v->width);
	ck_assert_uint_eq(p.height, v->height);
	ck_assert_uint_eq(p.orientation, 1);
	ck_assert(codec_decode(out, &p, bytes, p.width, p.height));
}

static inline bool near(const uint8_t *pixel, unsigned r, unsigned g, unsigned b, int slack)
{
	return abs(pixel[0] - (int)r) <= slack && abs(pixel[1] - (int)g) <= slack && abs(pixel[2] - (int)b) <= slack;
}

static inline const uint8_t *at(const Pixels *p, unsigned x, unsigned y)
{
	return p->rgba + ((size_t)y * p->width + x) * 4;
}

static inline void make_rotating_profile(Buf *out)
{
	/* A device whose first channel is sRGB's green, the second blue, the third red. */
	const cmsCIExyY white = {0.3127, 0.3290, 1};
	const cmsCIExyYTRIPLE primaries = {{0.30, 0.60, 1}, {0.15, 0.06, 1}, {0.64, 0.33, 1}};
	cmsToneCurve *curve = cmsBuildGamma(NULL, 2.2);
	cmsToneCurve *curves[] = {curve, curve, curve};
	cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
	cmsUInt32Number n = 0;
	ck_assert(cmsSaveProfileToMem(profile, NULL, &n));
	buf_reserve(out, n);
	ck_assert(cmsSaveProfileToMem(profile, out->p, &n));
	out->n = n;
	cmsCloseProfile(profile);
	cmsFreeToneCurve(curve);
}

#endif
