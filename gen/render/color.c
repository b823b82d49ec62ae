#include "render/color.h"

#include <lcms2.h>

/* Grey in the first of four bytes: a grey picture as Pixels hold it. */
#define TYPE_GRAY_IN_RGBA_8 (COLORSPACE_SH(PT_GRAY) | CHANNELS_SH(1) | EXTRA_SH(3) | BYTES_SH(1))

static bool apply(Pixels *p, cmsHPROFILE from, cmsUInt32Number layout)
{
	cmsHPROFILE srgb = cmsCreate_sRGBProfile();
	cmsHTRANSFORM t = NULL;
	if (srgb) {
		t = cmsCreateTransform(from, layout, srgb, TYPE_RGBA_8, INTENT_PERCEPTUAL, 0);
		cmsCloseProfile(srgb);
	}
	if (!t) {
		return false;
	}
	/* In place: both layouts have four bytes a pixel, and the fourth of RGBA is left alone. */
	cmsDoTransform(t, p->rgba, p->rgba, p->width * p->height);
	cmsDeleteTransform(t);
	return true;
}

static cmsHPROFILE open_profile(Slice profile)
{
	return profile.n ? cmsOpenProfileFromMem(profile.p, (cmsUInt32Number)profile.n) : NULL;
}

void color_to_srgb(Pixels *p, Slice profile)
{
	cmsHPROFILE from = open_profile(profile);
	if (!from) {
		return;
	}
	cmsColorSpaceSignature space = cmsGetColorSpace(from);
	if (space == cmsSigRgbData) {
		apply(p, from, TYPE_RGBA_8);
	} else if (space == cmsSigGrayData && pixels_gray(p)) {
		apply(p, from, TYPE_GRAY_IN_RGBA_8);
	}
	cmsCloseProfile(from);
}

static void multiply(Pixels *p)
{
	for (size_t i = 0; i < (size_t)p->width * p->height; i++) {
		uint8_t *pixel = p->rgba + i * 4;
		for (unsigned c = 0; c < 3; c++) {
			pixel[c] = (uint8_t)((pixel[c] * pixel[3] + 127) / 255);
		}
	}
}

static void make_opaque(Pixels *p)
{
	for (size_t i = 0; i < (size_t)p->width * p->height; i++) {
		p->rgba[i * 4 + 3] = 255;
	}
}

void color_cmyk_to_srgb(Pixels *p, Slice profile)
{
	cmsHPROFILE from = open_profile(profile);
	bool fits = from && cmsGetColorSpace(from) == cmsSigCmykData;
	if (!fits || !apply(p, from, TYPE_CMYK_8_REV)) {
		multiply(p);
	}
	make_opaque(p);
	if (from) {
		cmsCloseProfile(from);
	}
}

/* 2140: 2.14 */
static void join(char out[VERSION_MAX], unsigned number)
{
	version_join(out, number / 1000, number / 10 % 100, number % 10);
}

Version color_lcms_version(void)
{
	Version v = {.library = "lcms2"};
	join(v.built, LCMS_VERSION);
	join(v.loaded, (unsigned)cmsGetEncodedCMMversion());
	return v;
}
