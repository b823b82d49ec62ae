/* What is in the pictures that are made: upright, in their own colours, and nothing but pixels. */
#include "render/codec.h"

#include "made.h"

/* --- what is in the pictures --- */

START_TEST(a_turned_picture_stands_upright_in_every_format)
{
	/* Corners as shown, left to right and down; A..D are those stored, for EXIF 2.32, 4.6.4 A. */
	static const char *const corners[] = {"ABCD", "BADC", "DCBA", "CDAB", "ACBD", "CADB", "DBCA", "BDAC"};
	for (size_t i = 0; i < TYPES; i++) {
		for (unsigned orientation = 1; orientation <= 8; orientation++) {
			Output o;
			Pixels p;
			Buf bytes = BUF_INIT;
			sample_with(&bytes, types[i], 64, 32, orientation, none);
			make_picture(&o, types[i], buf_slice(&bytes));
			decode(&p, &o, &o.media.out->original[0]);
			ck_assert_uint_eq(p.width, orientation > 4 ? 32 : 64);
			for (unsigned k = 0; k < 4; k++) {
				const uint8_t *want = sample_colors[corners[orientation - 1][k] - 'A'];
				const uint8_t *got = at(&p, k % 2 ? p.width - 4 : 3, k / 2 ? p.height - 4 : 3);
				ck_assert_msg(near(got, want[0], want[1], want[2], 12),
				              "type %zu orientation %u corner %u: %u %u %u", i, orientation, k, got[0],
				              got[1], got[2]);
			}
			pixels_release(&p);
			arena_release(&o.arena);
			buf_release(&bytes);
		}
	}
}
END_TEST

static unsigned byte_at(Slice s, size_t i)
{
	return i < s.n ? (unsigned char)s.p[i] : 0;
}

static void assert_listed(Slice name, Slice list)
{
	ck_assert_msg(slice_find(list, name, 0) < list.n, "%.*s is there", SLICE_ARG(name));
}

/* Quantisation, frame, Huffman tables and the JFIF header without which some readers guess at the colours. */
static void assert_bare_jpeg(Slice jpeg)
{
	size_t i = 2;
	for (; byte_at(jpeg, i + 1) != 0xDA; i += 2 + (byte_at(jpeg, i + 2) << 8) + byte_at(jpeg, i + 3)) {
		ck_assert_uint_eq(byte_at(jpeg, i), 0xFF);
		assert_listed(slice_sub(jpeg, i + 1, i + 2), SL("\xE0\xDB\xC0\xC4"));
	}
	/* One scan and the end: nothing is hung on behind. */
	ck_assert_uint_eq(slice_find(jpeg, SL("\xFF\xD9"), i), jpeg.n - 2);
}

static void assert_bare_png(Slice png)
{
	for (size_t i = 8; i < png.n;) {
		size_t n = byte_at(png, i) << 24 | byte_at(png, i + 1) << 16 | byte_at(png, i + 2) << 8 |
		           byte_at(png, i + 3);
		assert_listed(slice_sub(png, i + 4, i + 8), SL("IHDR IDAT IEND"));
		i += n + 12;
	}
}

static void assert_bare_webp(Slice webp)
{
	for (size_t i = 12; i < webp.n;) {
		size_t n = byte_at(webp, i + 4) | byte_at(webp, i + 5) << 8 | byte_at(webp, i + 6) << 16;
		assert_listed(slice_sub(webp, i, i + 4), SL("VP8  VP8X ALPH"));
		i += 8 + n + n % 2;
	}
}

static void assert_bare(Slice file)
{
	static const char *const traces[] = {"LEAK", "Exif", "xmp", "ICC_PROFILE", "8BIM"};
	for (size_t i = 0; i < sizeof traces / sizeof *traces; i++) {
		ck_assert_uint_eq(slice_find(file, slice_of(traces[i]), 0), file.n);
	}
	switch (picture_type(file)) {
	case PICTURE_JPEG:
		assert_bare_jpeg(file);
		break;
	case PICTURE_PNG:
		assert_bare_png(file);
		break;
	case PICTURE_WEBP:
		assert_bare_webp(file);
		break;
	case PICTURE_NONE:
		ck_abort_msg("no picture");
	}
}

START_TEST(nothing_but_pixels_gets_out)
{
	Buf profile = BUF_INIT;
	make_rotating_profile(&profile);
	for (size_t i = 0; i < TYPES; i++) {
		Output o;
		Buf bytes = BUF_INIT;
		sample_with(&bytes, types[i], 600, 200, 3, buf_slice(&profile));
		ck_assert_uint_lt(slice_find(buf_slice(&bytes), SL("LEAK"), 0), bytes.n);
		make_picture(&o, types[i], buf_slice(&bytes));
		for (size_t k = 0; k < o.n; k++) {
			assert_bare(o.bytes[k]);
		}
		arena_release(&o.arena);
		buf_release(&bytes);
	}
	buf_release(&profile);
}
END_TEST

START_TEST(colours_are_kept_when_the_profile_goes)
{
	Buf profile = BUF_INIT;
	make_rotating_profile(&profile);
	for (size_t i = 0; i < TYPES; i++) {
		Output o;
		Pixels p;
		Buf bytes = BUF_INIT;
		sample_with(&bytes, types[i], 64, 32, 1, buf_slice(&profile));
		make_picture(&o, types[i], buf_slice(&bytes));
		decode(&p, &o, &o.media.out->original[0]);
		ck_assert(near(at(&p, 4, 4), 0, 255, 0, 16));      /* its "red" is green */
		ck_assert(near(at(&p, 60, 4), 0, 0, 255, 16));     /* its "green" is blue */
		ck_assert(near(at(&p, 4, 28), 255, 0, 0, 16));     /* its "blue" is red */
		ck_assert(near(at(&p, 60, 28), 255, 255, 255, 4)); /* white is white */
		pixels_release(&p);
		arena_release(&o.arena);
		buf_release(&bytes);
	}
	buf_release(&profile);
}
END_TEST

static void make_linear_gray_profile(Buf *out)
{
	cmsUInt32Number n = 0;
	cmsToneCurve *linear = cmsBuildGamma(NULL, 1.0);
	cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), linear);
	ck_assert(cmsSaveProfileToMem(profile, NULL, &n));
	buf_reserve(out, n);
	ck_assert(cmsSaveProfileToMem(profile, out->p, &n));
	out->n = n;
	cmsCloseProfile(profile);
	cmsFreeToneCurve(linear);
}

/* A grey PNG of code value 128 everywhere, with a gamma of 1 and a profile as asked for; gives its shade. */
static unsigned shade_of_128(bool gamma, Slice profile)
{
	uint8_t gray[64];
	Output o;
	Pixels p;
	Buf plain = BUF_INIT;
	Buf bytes = BUF_INIT;
	memset(gray, 128, sizeof gray);
	sample_encode_png(&plain, gray, 8, 8, PNG_FORMAT_GRAY);
	picture_bare_png(&bytes, buf_slice(&plain), false);
	buf_clear(&plain);
	buf_put(&plain, bytes.p, SAMPLE_PNG_HEADER);
	if (profile.n) {
		sample_png_profile(&plain, profile);
	}
	if (gamma) {
		sample_png_chunk(&plain, "gAMA", SL("\0\x01\x86\xA0")); /* 100000 */
	}
	buf_add(&plain, slice_sub(buf_slice(&bytes), SAMPLE_PNG_HEADER, bytes.n));
	make_picture(&o, PICTURE_PNG, buf_slice(&plain));
	decode(&p, &o, &o.media.out->original[0]);
	ck_assert(pixels_gray(&p));
	unsigned shade = at(&p, 4, 4)[0];
	pixels_release(&p);
	arena_release(&o.arena);
	buf_release(&plain);
	buf_release(&bytes);
	return shade;
}

/* Half of the light is code value 188 by sRGB's curve (IEC 61966-2-1), 186 by an exponent of 2.2 (PNG, 13.13). */
START_TEST(a_grey_profile_or_a_gamma_is_minded_once)
{
	Buf linear = BUF_INIT;
	make_linear_gray_profile(&linear);
	ck_assert_uint_eq(shade_of_128(false, none), 128);
	ck_assert_uint_eq(shade_of_128(true, none), 186);
	ck_assert_uint_eq(shade_of_128(false, buf_slice(&linear)), 188);
	ck_assert_uint_eq(shade_of_128(true, buf_slice(&linear)), 188);
	buf_release(&linear);
}
END_TEST

START_TEST(a_jpeg_of_four_colours_becomes_one_of_three)
{
	/* Inverse ink: red is no cyan, all magenta and yellow. */
	uint8_t cmyk[16 * 16 * 4];
	Output o;
	Pixels p;
	Picture picture;
	Buf bytes = BUF_INIT;
	for (size_t i = 0; i < sizeof cmyk; i++) {
		cmyk[i] = i % 4 == 0 || i % 4 == 3 ? 255 : 0;
	}
	sample_encode_jpeg(&bytes, cmyk, 16, 16, TJPF_CMYK, TJSAMP_444);
	make_picture(&o, PICTURE_JPEG, buf_slice(&bytes));
	ck_assert(picture_probe(&picture, bytes_of(&o, o.media.out->path)));
	ck_assert(!picture.cmyk);
	decode(&p, &o, &o.media.out->original[0]);
	ck_assert(near(at(&p, 8, 8), 255, 0, 0, 4));
	pixels_release(&p);
	arena_release(&o.arena);
	buf_release(&bytes);
}
END_TEST

/* Half red is seen; full green under no alpha is not, and is taken away. */
START_TEST(alpha_is_kept_and_what_it_hides_is_not)
{
	static const PictureType with_alpha[] = {PICTURE_PNG, PICTURE_WEBP};
	for (size_t i = 0; i < 2; i++) {
		uint8_t rgba[32 * 32 * 4];
		Output o;
		Pixels p;
		Buf bytes = BUF_INIT;
		for (size_t k = 0; k < sizeof rgba / 4; k++) {
			memcpy(rgba + k * 4, k < 512 ? "\xFF\x00\x00\x80" : "\x00\xFF\x00\x00", 4);
		}
		if (i == 0) {
			sample_encode_png(&bytes, rgba, 32, 32, PNG_FORMAT_RGBA);
		} else {
			sample_encode_webp(&bytes, rgba, 32, 32);
		}
		make_picture(&o, with_alpha[i], buf_slice(&bytes));
		decode(&p, &o, &o.media.out->original[0]);
		ck_assert_uint_eq(at(&p, 5, 5)[3], 128);
		ck_assert(near(at(&p, 5, 5), 255, 0, 0, 8));
		ck_assert_uint_eq(at(&p, 5, 28)[3], 0);
		ck_assert_msg(at(&p, 5, 28)[1] < 16, "type %zu: green %u", i, at(&p, 5, 28)[1]);
		pixels_release(&p);
		arena_release(&o.arena);
		buf_release(&bytes);
	}
}
END_TEST

START_TEST(grey_pictures_are_stored_as_grey)
{
	uint8_t gray[64 * 64];
	Output o;
	Buf bytes = BUF_INIT;
	for (size_t i = 0; i < sizeof gray; i++) {
		gray[i] = (uint8_t)(i * 4);
	}
	sample_encode_png(&bytes, gray, 64, 64, PNG_FORMAT_GRAY);
	make_picture(&o, PICTURE_PNG, buf_slice(&bytes));
	ck_assert_int_eq(bytes_of(&o, o.media.out->path).p[25], 0); /* IHDR: colour type 0 */
	arena_release(&o.arena);
	buf_clear(&bytes);
	sample_encode_jpeg(&bytes, gray, 64, 64, TJPF_GRAY, TJSAMP_GRAY);
	make_picture(&o, PICTURE_JPEG, buf_slice(&bytes));
	Slice jpeg = bytes_of(&o, o.media.out->path);
	ck_assert_int_eq(jpeg.p[slice_find(jpeg, SL("\xFF\xC0"), 0) + 9], 1); /* one component */
	arena_release(&o.arena);
	buf_release(&bytes);
}
END_TEST

START_TEST(a_camera_picture_is_reduced_faithfully)
{
	Output o;
	Buf bytes = BUF_INIT;
	sample_picture(&bytes, PICTURE_JPEG, 5000, 3000);
	make_picture(&o, PICTURE_JPEG, buf_slice(&bytes));
	for (size_t i = 0; i < 3; i++) {
		Pixels p;
		const PubVariant *v = &o.media.out->webp[i];
		decode(&p, &o, v);
		for (unsigned k = 0; k < 4; k++) {
			const uint8_t *want = sample_colors[k];
			unsigned x = k % 2 ? v->width / 2 + 3 : v->width / 2 - 4;
			unsigned y = k / 2 ? v->height / 2 + 3 : v->height / 2 - 4;
			ck_assert(near(at(&p, x, y), want[0], want[1], want[2], 40));
		}
		pixels_release(&p);
	}
	arena_release(&o.arena);
	buf_release(&bytes);
}
END_TEST

UNIT_MAIN("codec", a_turned_picture_stands_upright_in_every_format, nothing_but_pixels_gets_out,
          colours_are_kept_when_the_profile_goes, a_grey_profile_or_a_gamma_is_minded_once,
          a_jpeg_of_four_colours_becomes_one_of_three, alpha_is_kept_and_what_it_hides_is_not,
          grey_pictures_are_stored_as_grey, a_camera_picture_is_reduced_faithfully)
