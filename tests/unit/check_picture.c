#include "base/picture.h"

#include "base/exif.h"
#include "samples.h"
#include "unit.h"

static const PictureType types[] = {PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP};
enum { TYPES = sizeof types / sizeof *types };

static const Slice none = {NULL, 0};

/* A probe of a copy without a byte to spare, so that the sanitizers see an overrun. */
static bool probe(Picture *out, Slice bytes)
{
	char *copy = mem_alloc(bytes.n);
	memcpy(copy, bytes.p, bytes.n);
	bool ok = picture_probe(out, (Slice){copy, bytes.n});
	free(copy);
	return ok;
}

static bool refused(Slice bytes)
{
	Picture p;
	return !probe(&p, bytes);
}

/* --- what it is --- */

START_TEST(type_and_size_are_read_from_the_bytes)
{
	for (size_t i = 0; i < TYPES; i++) {
		Picture p;
		Buf bytes = BUF_INIT;
		sample_picture(&bytes, types[i], 300, 77);
		ck_assert(probe(&p, buf_slice(&bytes)));
		ck_assert_int_eq(p.type, types[i]);
		ck_assert_uint_eq(p.width, 300);
		ck_assert_uint_eq(p.height, 77);
		ck_assert_uint_eq(p.orientation, 1);
		ck_assert(!p.cmyk);
		buf_release(&bytes);
	}
}
END_TEST

START_TEST(a_lossy_webp_is_read_too)
{
	Picture p;
	Buf bytes = BUF_INIT;
	uint8_t *webp = NULL;
	uint8_t *rgba = sample_pixels(301, 78);
	size_t n = WebPEncodeRGBA(rgba, 301, 78, 301 * 4, 80, &webp);
	ck_assert(probe(&p, (Slice){(char *)webp, n}));
	ck_assert_uint_eq(p.width, 301);
	ck_assert_uint_eq(p.height, 78);
	WebPFree(webp);
	free(rgba);
	buf_release(&bytes);
}
END_TEST

START_TEST(a_jpeg_of_four_colours_is_told)
{
	Picture p;
	Buf bytes = BUF_INIT;
	uint8_t *cmyk = sample_pixels(20, 10);
	sample_encode_jpeg(&bytes, cmyk, 20, 10, TJPF_CMYK, TJSAMP_444);
	ck_assert(probe(&p, buf_slice(&bytes)));
	ck_assert(p.cmyk);
	free(cmyk);
	buf_release(&bytes);
}
END_TEST

START_TEST(other_files_are_no_pictures)
{
	static const Slice others[] = {{"", 0},
	                               {"GIF89a\x01\0\x01\0\0\0\0", 13},
	                               {"%PDF-1.7\n", 9},
	                               {"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 41},
	                               {"RIFF\x04\0\0\0WAVE", 12},
	                               {"\xFF\xD8\xFF", 3},
	                               {"\x89PNG\r\n\x1A\n", 8},
	                               {"RIFF\x04\0\0\0WEBP", 12}};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		ck_assert_msg(refused(others[i]), "file %zu", i);
	}
	ck_assert_int_eq(picture_type(SL("GIF89a")), PICTURE_NONE);
}
END_TEST

/* --- orientation --- */

START_TEST(the_turn_is_read_in_every_format)
{
	for (size_t i = 0; i < TYPES; i++) {
		for (unsigned orientation = 1; orientation <= 8; orientation++) {
			Picture p;
			Buf bytes = BUF_INIT;
			sample_with(&bytes, types[i], 40, 20, orientation, none);
			ck_assert(probe(&p, buf_slice(&bytes)));
			ck_assert_uint_eq(p.orientation, orientation);
			ck_assert_uint_eq(p.width, 40);
			buf_release(&bytes);
		}
	}
}
END_TEST

START_TEST(a_lying_picture_is_shown_with_its_sides_changed)
{
	unsigned width;
	unsigned height;
	picture_shown(&width, &height, &(Picture){PICTURE_JPEG, 40, 20, 4, false});
	ck_assert_uint_eq(width, 40);
	ck_assert_uint_eq(height, 20);
	picture_shown(&width, &height, &(Picture){PICTURE_JPEG, 40, 20, 5, false});
	ck_assert_uint_eq(width, 20);
	ck_assert_uint_eq(height, 40);
}
END_TEST

START_TEST(both_orders_of_bytes_are_read)
{
	for (unsigned orientation = 1; orientation <= 8; orientation++) {
		Buf big = BUF_INIT;
		Buf little = BUF_INIT;
		sample_exif(&big, orientation, false);
		sample_exif(&little, orientation, true);
		ck_assert_uint_eq(exif_orientation(buf_slice(&big)), orientation);
		ck_assert_uint_eq(exif_orientation(buf_slice(&little)), orientation);
		buf_release(&big);
		buf_release(&little);
	}
}
END_TEST

START_TEST(an_exif_block_that_does_not_say_leaves_the_picture_upright)
{
	Buf good = BUF_INIT;
	sample_exif(&good, 6, false);
	for (size_t n = 0; n < good.n - 6; n++) {
		char *copy = mem_alloc(n);
		memcpy(copy, good.p, n);
		ck_assert_uint_eq(exif_orientation((Slice){copy, n}), 1);
		free(copy);
	}
	static const unsigned wrong[][2] = {{31, 0}, {31, 9},   {30, 1},  {25, 4},
	                                    {29, 2}, {3, 0x2B}, {0, 'I'}, {4, 0x80}};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		char before = good.p[wrong[i][0]];
		good.p[wrong[i][0]] = (char)wrong[i][1];
		ck_assert_msg(exif_orientation(buf_slice(&good)) == 1, "byte %u", wrong[i][0]);
		good.p[wrong[i][0]] = before;
	}
	ck_assert_uint_eq(exif_orientation(buf_slice(&good)), 6);
	buf_release(&good);
}
END_TEST

/* --- what is refused --- */

START_TEST(a_truncated_picture_is_refused_at_every_length)
{
	for (size_t i = 0; i < TYPES; i++) {
		Buf bytes = BUF_INIT;
		sample_with(&bytes, types[i], 16, 8, 6, none);
		size_t whole = bytes.n;
		if (types[i] == PICTURE_JPEG) {
			ck_assert_mem_eq(bytes.p + whole - 2, "\xFF\xD9", 2);
		}
		for (size_t n = 0; n < whole; n++) {
			ck_assert_msg(refused(slice_sub(buf_slice(&bytes), 0, n)), "type %zu, %zu of %zu bytes", i, n,
			              whole);
		}
		ck_assert(!refused(buf_slice(&bytes)));
		buf_release(&bytes);
	}
}
END_TEST

START_TEST(no_damaged_byte_leads_astray)
{
	for (size_t i = 0; i < TYPES; i++) {
		Buf bytes = BUF_INIT;
		sample_with(&bytes, types[i], 16, 8, 6, SL("no profile"));
		for (size_t at = 0; at < bytes.n; at++) {
			for (unsigned bit = 0; bit < 8; bit++) {
				Picture p;
				Buf profile = BUF_INIT;
				bytes.p[at] = (char)(bytes.p[at] ^ (1 << bit));
				if (probe(&p, buf_slice(&bytes))) {
					ck_assert(p.width && p.height && p.orientation >= 1 && p.orientation <= 8);
					picture_profile(&profile, p.type, buf_slice(&bytes));
				}
				bytes.p[at] = (char)(bytes.p[at] ^ (1 << bit));
				buf_release(&profile);
			}
		}
		buf_release(&bytes);
	}
}
END_TEST

START_TEST(a_png_with_a_wrong_checksum_is_refused)
{
	Buf bytes = BUF_INIT;
	sample_picture(&bytes, PICTURE_PNG, 16, 8);
	size_t data = slice_find(buf_slice(&bytes), SL("IDAT"), 0) + 6;
	bytes.p[data] ^= 1;
	ck_assert(refused(buf_slice(&bytes)));
	bytes.p[data] ^= 1;
	ck_assert(!refused(buf_slice(&bytes)));
	buf_release(&bytes);
}
END_TEST

/* Puts a header of these numbers into a PNG, with its checksum. */
static void set_png_header(Buf *png, unsigned width, unsigned height, unsigned depth, unsigned colour)
{
	Buf header = BUF_INIT;
	Buf chunk = BUF_INIT;
	sample_be32(&header, width);
	sample_be32(&header, height);
	buf_byte(&header, (char)depth);
	buf_byte(&header, (char)colour);
	buf_put(&header, "\0\0\0", 3);
	sample_png_chunk(&chunk, "IHDR", buf_slice(&header));
	memcpy(png->p + 8, chunk.p, chunk.n);
	buf_release(&header);
	buf_release(&chunk);
}

START_TEST(a_hundred_megapixels_pass_and_more_do_not)
{
	Buf png = BUF_INIT;
	Buf jpeg = BUF_INIT;
	sample_picture(&png, PICTURE_PNG, 16, 8);
	set_png_header(&png, 20000, 5000, 8, 6);
	ck_assert(!refused(buf_slice(&png)));
	set_png_header(&png, 20000, 5001, 8, 6);
	ck_assert(refused(buf_slice(&png)));
	set_png_header(&png, 0x7FFFFFFF, 0x7FFFFFFF, 8, 6);
	ck_assert(refused(buf_slice(&png)));
	set_png_header(&png, 65535, 1, 8, 6);
	ck_assert(!refused(buf_slice(&png)));
	set_png_header(&png, 65536, 1, 8, 6);
	ck_assert(refused(buf_slice(&png)));
	set_png_header(&png, 1, 65536, 8, 6);
	ck_assert(refused(buf_slice(&png)));
	sample_picture(&jpeg, PICTURE_JPEG, 16, 8);
	size_t frame = slice_find(buf_slice(&jpeg), SL("\xFF\xC0"), 0);
	memcpy(jpeg.p + frame + 5, "\x27\x10\x27\x10", 4); /* 10000 x 10000 */
	ck_assert(!refused(buf_slice(&jpeg)));
	memcpy(jpeg.p + frame + 5, "\x27\x10\x27\x11", 4);
	ck_assert(refused(buf_slice(&jpeg)));
	buf_release(&png);
	buf_release(&jpeg);
}
END_TEST

START_TEST(a_large_webp_is_refused)
{
	Buf bytes = BUF_INIT;
	sample_picture(&bytes, PICTURE_WEBP, 16, 8);
	memcpy(bytes.p + 21, "\xFF\xFF\xFF\x0F", 4); /* 16384 x 16384, less one each, in 14 bits */
	ck_assert(refused(buf_slice(&bytes)));
	buf_release(&bytes);
}
END_TEST

START_TEST(pictures_without_pixels_are_refused)
{
	Buf png = BUF_INIT;
	Buf jpeg = BUF_INIT;
	sample_picture(&png, PICTURE_PNG, 16, 8);
	set_png_header(&png, 0, 8, 8, 6);
	ck_assert(refused(buf_slice(&png)));
	set_png_header(&png, 16, 0, 8, 6);
	ck_assert(refused(buf_slice(&png)));
	sample_picture(&jpeg, PICTURE_JPEG, 16, 8);
	memset(jpeg.p + slice_find(buf_slice(&jpeg), SL("\xFF\xC0"), 0) + 5, 0, 2);
	ck_assert(refused(buf_slice(&jpeg)));
	buf_release(&png);
	buf_release(&jpeg);
}
END_TEST

START_TEST(only_depths_that_the_standard_knows_pass)
{
	Buf png = BUF_INIT;
	sample_picture(&png, PICTURE_PNG, 16, 8);
	for (unsigned colour = 0; colour < 9; colour++) {
		for (unsigned depth = 0; depth < 40; depth++) {
			bool small = depth == 1 || depth == 2 || depth == 4;
			bool known = (depth == 8 && colour < 7 && colour != 1 && colour != 5) ||
			             (depth == 16 && (colour == 0 || colour == 2 || colour == 4 || colour == 6)) ||
			             (small && (colour == 0 || colour == 3));
			set_png_header(&png, 16, 8, depth, colour);
			ck_assert_msg(refused(buf_slice(&png)) == !known, "colour %u depth %u", colour, depth);
		}
	}
	buf_release(&png);
}
END_TEST

START_TEST(what_browsers_do_not_show_is_refused)
{
	Buf jpeg = BUF_INIT;
	sample_picture(&jpeg, PICTURE_JPEG, 16, 8);
	size_t frame = slice_find(buf_slice(&jpeg), SL("\xFF\xC0"), 0);
	jpeg.p[frame + 4] = 12; /* bits a sample */
	ck_assert(refused(buf_slice(&jpeg)));
	jpeg.p[frame + 4] = 8;
	jpeg.p[frame + 1] = '\xC3'; /* lossless */
	ck_assert(refused(buf_slice(&jpeg)));
	jpeg.p[frame + 1] = '\xC0';
	ck_assert(!refused(buf_slice(&jpeg)));
	Buf twice = BUF_INIT; /* one picture has one frame */
	buf_add(&twice, slice_sub(buf_slice(&jpeg), 0, frame));
	buf_add(&twice, slice_sub(buf_slice(&jpeg), frame, frame + 19));
	buf_add(&twice, slice_sub(buf_slice(&jpeg), frame, jpeg.n));
	ck_assert(refused(buf_slice(&twice)));
	buf_release(&twice);
	buf_release(&jpeg);
}
END_TEST

START_TEST(an_animation_is_refused)
{
	Buf still = BUF_INIT;
	Buf moving = BUF_INIT;
	sample_picture(&still, PICTURE_WEBP, 16, 8);
	buf_put(&moving, still.p, 12);
	sample_webp_chunk(&moving, "ANIM", SL("\0\0\0\0\0\0"));
	buf_add(&moving, slice_sub(buf_slice(&still), 12, still.n));
	Buf size = BUF_INIT;
	sample_le32(&size, moving.n - 8);
	memcpy(moving.p + 4, size.p, 4);
	ck_assert(refused(buf_slice(&moving)));
	buf_release(&size);
	buf_release(&still);
	buf_release(&moving);
}
END_TEST

/* --- profiles --- */

/* Of a size that makes the compressor work. */
static void make_profile(Buf *out, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_byte(out, (char)(i * i >> 3));
	}
}

START_TEST(the_profile_is_read_in_every_format)
{
	Buf profile = BUF_INIT;
	make_profile(&profile, 3001);
	for (size_t i = 0; i < TYPES; i++) {
		Buf bytes = BUF_INIT;
		Buf got = BUF_INIT;
		sample_with(&bytes, types[i], 16, 8, 1, buf_slice(&profile));
		buf_str(&got, "kept ");
		picture_profile(&got, types[i], buf_slice(&bytes));
		ck_assert(slice_starts(buf_slice(&got), SL("kept ")));
		ck_assert(slice_eq(slice_sub(buf_slice(&got), 5, got.n), buf_slice(&profile)));
		buf_release(&bytes);
		buf_release(&got);
	}
	buf_release(&profile);
}
END_TEST

START_TEST(a_picture_without_a_profile_has_none)
{
	for (size_t i = 0; i < TYPES; i++) {
		Buf bytes = BUF_INIT;
		Buf got = BUF_INIT;
		sample_with(&bytes, types[i], 16, 8, 1, none);
		picture_profile(&got, types[i], buf_slice(&bytes));
		ck_assert_uint_eq(got.n, 0);
		buf_release(&bytes);
		buf_release(&got);
	}
}
END_TEST

START_TEST(a_profile_with_a_piece_missing_is_none)
{
	Buf profile = BUF_INIT;
	Buf bytes = BUF_INIT;
	Buf got = BUF_INIT;
	make_profile(&profile, 100);
	sample_with(&bytes, PICTURE_JPEG, 16, 8, 1, buf_slice(&profile));
	size_t piece = slice_find(buf_slice(&bytes), SL("ICC_PROFILE\0\x02\x02"), 0);
	ck_assert_uint_lt(piece, bytes.n);
	bytes.p[piece + 12] = 3;
	picture_profile(&got, PICTURE_JPEG, buf_slice(&bytes));
	ck_assert_uint_eq(got.n, 0);
	buf_release(&profile);
	buf_release(&bytes);
	buf_release(&got);
}
END_TEST

START_TEST(a_profile_that_swells_beyond_reason_is_none)
{
	Buf profile = BUF_INIT;
	Buf bytes = BUF_INIT;
	Buf got = BUF_INIT;
	buf_reserve(&profile, 5 << 20);
	memset(profile.p, 0, 5 << 20);
	profile.n = 5 << 20;
	sample_with(&bytes, PICTURE_PNG, 16, 8, 1, buf_slice(&profile));
	ck_assert_uint_lt(bytes.n, 100000);
	picture_profile(&got, PICTURE_PNG, buf_slice(&bytes));
	ck_assert_uint_eq(got.n, 0);
	buf_release(&profile);
	buf_release(&bytes);
	buf_release(&got);
}
END_TEST

/* --- bare PNG --- */

START_TEST(a_bare_png_is_nothing_but_pixels)
{
	Buf plain = BUF_INIT;
	Buf bytes = BUF_INIT;
	Buf bare = BUF_INIT;
	sample_picture(&plain, PICTURE_PNG, 16, 8);
	buf_put(&bytes, plain.p, SAMPLE_PNG_HEADER);
	sample_png_chunk(&bytes, "gAMA", SL("\0\0\xB1\x8F"));
	sample_png_chunk(&bytes, "tRNS", SL("\0\0\0\0\0\0"));
	sample_png_chunk(&bytes, "tEXt", SL("Author\0LEAK"));
	buf_add(&bytes, slice_sub(buf_slice(&plain), SAMPLE_PNG_HEADER, plain.n));
	buf_str(&bytes, "LEAK after the end");
	picture_bare_png(&bare, buf_slice(&bytes), false);
	ck_assert(!refused(buf_slice(&bare)));
	ck_assert_uint_eq(slice_find(buf_slice(&bare), SL("LEAK"), 0), bare.n);
	ck_assert_uint_eq(slice_find(buf_slice(&bare), SL("gAMA"), 0), bare.n);
	ck_assert_uint_lt(slice_find(buf_slice(&bare), SL("tRNS"), 0), bare.n);
	buf_clear(&bare);
	picture_bare_png(&bare, buf_slice(&bytes), true);
	ck_assert_uint_lt(slice_find(buf_slice(&bare), SL("gAMA"), 0), bare.n);
	buf_release(&plain);
	buf_release(&bytes);
	buf_release(&bare);
}
END_TEST

/* --- the look --- */

/* Of a picture of the four fields. */
static void look_with(Buf *out, PictureType type, unsigned width, unsigned orientation, Slice profile)
{
	Buf bytes = BUF_INIT;
	sample_with(&bytes, type, width, 8, orientation, profile);
	buf_clear(out);
	picture_look(out, buf_slice(&bytes));
	buf_release(&bytes);
}

START_TEST(metadata_is_no_part_of_how_a_picture_looks)
{
	for (size_t i = 0; i < TYPES; i++) {
		Buf plain = BUF_INIT;
		Buf bare = BUF_INIT;
		Buf look = BUF_INIT;
		sample_picture(&plain, types[i], 16, 8);
		picture_look(&bare, buf_slice(&plain));
		look_with(&look, types[i], 16, 1, none);
		ck_assert(slice_eq(buf_slice(&look), buf_slice(&bare)));
		ck_assert_uint_eq(slice_find(buf_slice(&look), SL("LEAK"), 0), look.n);
		buf_release(&plain);
		buf_release(&bare);
		buf_release(&look);
	}
}
END_TEST

START_TEST(pixels_turn_and_colours_are_how_a_picture_looks)
{
	for (size_t i = 0; i < TYPES; i++) {
		Buf look = BUF_INIT;
		Buf other = BUF_INIT;
		look_with(&look, types[i], 16, 1, none);
		look_with(&other, types[i], 17, 1, none);
		ck_assert(!slice_eq(buf_slice(&look), buf_slice(&other)));
		look_with(&other, types[i], 16, 6, none);
		ck_assert(!slice_eq(buf_slice(&look), buf_slice(&other)));
		look_with(&other, types[i], 16, 1, SL("a profile"));
		ck_assert(!slice_eq(buf_slice(&look), buf_slice(&other)));
		buf_release(&look);
		buf_release(&other);
	}
}
END_TEST

START_TEST(a_comment_between_the_scans_of_a_jpeg_is_no_look)
{
	const Slice head = SL("\xFF\xD8\xFF\xC2\0\x0B\x08\0\x08\0\x08\x01\x01\x11\0");
	const Slice scan = SL("\xFF\xDA\0\x08\x01\x01\0\0\0\0\x12\xFF\0\x34\xFF\xD0\x56");
	const Slice told = SL("\xFF\xFE\0\x08LEAK\xFF\xD9");
	const Slice end = SL("\xFF\xD9LEAK");
	Buf jpeg = BUF_INIT;
	Buf look = BUF_INIT;
	Buf expected = BUF_INIT;
	buf_add(&jpeg, head);
	buf_add(&jpeg, scan);
	buf_add(&jpeg, told);
	buf_add(&jpeg, scan);
	buf_add(&jpeg, end);
	picture_look(&look, buf_slice(&jpeg));
	buf_byte(&expected, '1');
	buf_add(&expected, slice_sub(head, 2, head.n));
	buf_add(&expected, scan);
	buf_add(&expected, scan);
	ck_assert(slice_eq(buf_slice(&look), buf_slice(&expected)));
	buf_release(&jpeg);
	buf_release(&look);
	buf_release(&expected);
}
END_TEST

UNIT_MAIN("picture", type_and_size_are_read_from_the_bytes, a_lossy_webp_is_read_too, a_jpeg_of_four_colours_is_told,
          other_files_are_no_pictures, the_turn_is_read_in_every_format,
          a_lying_picture_is_shown_with_its_sides_changed, both_orders_of_bytes_are_read,
          an_exif_block_that_does_not_say_leaves_the_picture_upright, a_truncated_picture_is_refused_at_every_length,
          no_damaged_byte_leads_astray, a_png_with_a_wrong_checksum_is_refused,
          a_hundred_megapixels_pass_and_more_do_not, a_large_webp_is_refused, pictures_without_pixels_are_refused,
          only_depths_that_the_standard_knows_pass, what_browsers_do_not_show_is_refused, an_animation_is_refused,
          the_profile_is_read_in_every_format, a_picture_without_a_profile_has_none,
          a_profile_with_a_piece_missing_is_none, a_profile_that_swells_beyond_reason_is_none,
          a_bare_png_is_nothing_but_pixels, metadata_is_no_part_of_how_a_picture_looks,
          pixels_turn_and_colours_are_how_a_picture_looks, a_comment_between_the_scans_of_a_jpeg_is_no_look)
