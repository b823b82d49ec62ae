#include "render/pixels.h"

#include "render/color.h"
#include "unit.h"

static void fill(Pixels *p, unsigned width, unsigned height, const uint8_t color[4])
{
	pixels_init(p, width, height);
	for (size_t i = 0; i < (size_t)width * height; i++) {
		memcpy(p->rgba + i * 4, color, 4);
	}
}

static const uint8_t *pixel(const Pixels *p, unsigned x, unsigned y)
{
	return p->rgba + ((size_t)y * p->width + x) * 4;
}

static void assert_pixel(const Pixels *p, unsigned x, unsigned y, unsigned r, unsigned g, unsigned b, unsigned a)
{
	const uint8_t *c = pixel(p, x, y);
	ck_assert_msg(c[0] == r && c[1] == g && c[2] == b && c[3] == a, "(%u,%u) is %u %u %u %u", x, y, c[0], c[1],
	              c[2], c[3]);
}

START_TEST(one_colour_stays_itself_at_every_size)
{
	static const unsigned sizes[][4] = {{7, 5, 3, 2},    {100, 1, 33, 1}, {1, 100, 1, 7},
	                                    {64, 64, 64, 1}, {9, 9, 8, 8},    {5, 5, 5, 5}};
	for (unsigned v = 0; v < 256; v++) {
		const unsigned *s = sizes[v % 6];
		const uint8_t color[4] = {(uint8_t)v, (uint8_t)(255 - v), (uint8_t)(v ^ 0x55), 255};
		Pixels from;
		Pixels to;
		fill(&from, s[0], s[1], color);
		pixels_reduce(&to, &from, s[2], s[3]);
		ck_assert_uint_eq(to.width, s[2]);
		ck_assert_uint_eq(to.height, s[3]);
		for (unsigned y = 0; y < to.height; y++) {
			for (unsigned x = 0; x < to.width; x++) {
				assert_pixel(&to, x, y, v, 255 - v, v ^ 0x55, 255);
			}
		}
		pixels_release(&from);
		pixels_release(&to);
	}
}
END_TEST

/* Sums of light then come nearest to 32 bits. */
START_TEST(the_longest_sides_do_not_overflow)
{
	const uint8_t white[4] = {255, 255, 255, 255};
	Pixels from;
	Pixels to;
	fill(&from, 65535, 1, white);
	pixels_reduce(&to, &from, 1, 1);
	assert_pixel(&to, 0, 0, 255, 255, 255, 255);
	pixels_release(&to);
	pixels_reduce(&to, &from, 65534, 1);
	assert_pixel(&to, 40000, 0, 255, 255, 255, 255);
	pixels_release(&to);
	pixels_release(&from);
	fill(&from, 1, 65535, white);
	pixels_reduce(&to, &from, 1, 2);
	assert_pixel(&to, 0, 0, 255, 255, 255, 255);
	assert_pixel(&to, 0, 1, 255, 255, 255, 255);
	pixels_release(&to);
	pixels_release(&from);
}
END_TEST

/* Half of the light of white is code value 255 / sqrt(2) = 180, not 128. */
START_TEST(a_fine_pattern_keeps_its_brightness)
{
	Pixels from;
	Pixels to;
	pixels_init(&from, 64, 64);
	for (unsigned y = 0; y < 64; y++) {
		for (unsigned x = 0; x < 64; x++) {
			memset(from.rgba + (y * 64 + x) * 4, (x + y) % 2 ? 255 : 0, 3);
			from.rgba[(y * 64 + x) * 4 + 3] = 255;
		}
	}
	pixels_reduce(&to, &from, 32, 16);
	for (unsigned y = 0; y < 16; y++) {
		for (unsigned x = 0; x < 32; x++) {
			assert_pixel(&to, x, y, 180, 180, 180, 255);
		}
	}
	pixels_release(&from);
	pixels_release(&to);
}
END_TEST

/* Three pixels into two: the middle one is shared by halves. Two thirds of the light is 255 * sqrt(2/3) = 208. */
START_TEST(a_pixel_across_an_edge_is_shared)
{
	Pixels from;
	Pixels to;
	const uint8_t white[4] = {255, 255, 255, 255};
	const uint8_t black[4] = {0, 0, 0, 255};
	fill(&from, 3, 3, white);
	memcpy(from.rgba + 4, black, 4); /* the middle of the first row */
	pixels_reduce(&to, &from, 2, 3);
	assert_pixel(&to, 0, 0, 208, 208, 208, 255);
	assert_pixel(&to, 1, 0, 208, 208, 208, 255);
	assert_pixel(&to, 0, 1, 255, 255, 255, 255);
	pixels_release(&to);
	pixels_reduce(&to, &from, 3, 2);
	/* Downwards the black one lies wholly in the first: (0 + 1/2) / (3/2) of the light. */
	assert_pixel(&to, 0, 0, 255, 255, 255, 255);
	assert_pixel(&to, 1, 0, 147, 147, 147, 255);
	assert_pixel(&to, 1, 1, 255, 255, 255, 255);
	pixels_release(&from);
	pixels_release(&to);
}
END_TEST

START_TEST(transparent_pixels_add_no_colour)
{
	Pixels from;
	Pixels to;
	const uint8_t red[4] = {255, 0, 0, 255};
	const uint8_t hidden_green[4] = {0, 255, 0, 0};
	fill(&from, 2, 2, red);
	memcpy(from.rgba, hidden_green, 4);
	memcpy(from.rgba + 4, hidden_green, 4);
	pixels_reduce(&to, &from, 1, 1);
	assert_pixel(&to, 0, 0, 255, 0, 0, 128);
	pixels_release(&to);
	pixels_reduce(&to, &from, 1, 2);
	assert_pixel(&to, 0, 0, 0, 0, 0, 0);
	assert_pixel(&to, 0, 1, 255, 0, 0, 255);
	pixels_release(&from);
	pixels_release(&to);
}
END_TEST

/* A picture of 2 x 3 whose pixels are numbered by rows: 1 2 / 3 4 / 5 6. */
START_TEST(a_picture_is_turned_as_exif_says)
{
	static const char *const shown[] = {"12/34/56", "21/43/65", "65/43/21", "56/34/12",
	                                    "135/246",  "531/642",  "642/531",  "246/135"};
	Pixels from;
	pixels_init(&from, 2, 3);
	for (unsigned i = 0; i < 6; i++) {
		memset(from.rgba + (size_t)i * 4, '1' + (int)i, 4);
	}
	for (unsigned orientation = 1; orientation <= 8; orientation++) {
		Pixels to;
		char got[16];
		size_t n = 0;
		pixels_turn(&to, &from, orientation);
		for (unsigned y = 0; y < to.height; y++) {
			for (unsigned x = 0; x < to.width; x++) {
				got[n++] = (char)*pixel(&to, x, y);
			}
			got[n++] = '/';
		}
		got[n - 1] = '\0';
		ck_assert_str_eq(got, shown[orientation - 1]);
		pixels_release(&to);
	}
	pixels_release(&from);
}
END_TEST

START_TEST(colour_that_is_not_seen_is_taken_away)
{
	Pixels p;
	const uint8_t faint[4] = {10, 20, 30, 1};
	fill(&p, 2, 1, faint);
	p.rgba[3] = 0;
	pixels_clear_hidden(&p);
	assert_pixel(&p, 0, 0, 0, 0, 0, 0);
	assert_pixel(&p, 1, 0, 10, 20, 30, 1);
	pixels_release(&p);
}
END_TEST

START_TEST(grey_and_opaque_are_told_by_the_last_pixel_too)
{
	Pixels p;
	const uint8_t gray[4] = {7, 7, 7, 255};
	fill(&p, 3, 3, gray);
	ck_assert(pixels_gray(&p) && pixels_opaque(&p));
	p.rgba[35] = 254;
	ck_assert(pixels_gray(&p) && !pixels_opaque(&p));
	p.rgba[34] = 8;
	ck_assert(!pixels_gray(&p));
	pixels_release(&p);
}
END_TEST

START_TEST(a_bad_profile_changes_nothing)
{
	Pixels p;
	const uint8_t color[4] = {10, 200, 30, 99};
	fill(&p, 2, 2, color);
	color_to_srgb(&p, (Slice){NULL, 0});
	color_to_srgb(&p, SL("this is no profile"));
	assert_pixel(&p, 1, 1, 10, 200, 30, 99);
	pixels_release(&p);
}
END_TEST

/* Adobe's JPEG holds the inverse of ink: 255 is none. */
START_TEST(ink_without_a_profile_is_multiplied)
{
	Pixels p;
	const uint8_t half_black_red[4] = {255, 0, 0, 128};
	fill(&p, 1, 1, half_black_red);
	color_cmyk_to_srgb(&p, (Slice){NULL, 0});
	assert_pixel(&p, 0, 0, 128, 0, 0, 255);
	pixels_release(&p);
}
END_TEST

UNIT_MAIN("pixels", one_colour_stays_itself_at_every_size, the_longest_sides_do_not_overflow,
          a_fine_pattern_keeps_its_brightness, a_pixel_across_an_edge_is_shared, transparent_pixels_add_no_colour,
          a_picture_is_turned_as_exif_says, colour_that_is_not_seen_is_taken_away,
          grey_and_opaque_are_told_by_the_last_pixel_too, a_bad_profile_changes_nothing,
          ink_without_a_profile_is_multiplied)
