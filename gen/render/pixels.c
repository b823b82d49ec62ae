#include "render/pixels.h"

#include <assert.h>

#include "base/mem.h"

enum { CHANNELS = 4, LIGHT_MAX = 255 * 255, SIDE_MAX = 65535 };

void pixels_init(Pixels *p, unsigned width, unsigned height)
{
	*p = (Pixels){width, height, mem_array((size_t)width * height, CHANNELS)};
}

void pixels_release(Pixels *p)
{
	free(p->rgba);
	*p = (Pixels)PIXELS_INIT;
}

static size_t count(const Pixels *p)
{
	return (size_t)p->width * p->height;
}

/* --- reducing --- */

/*
 * Light is the square of a code value: close to sRGB's curve (gamma 2 for
 * 2.2), exact in integers, and its inverse is a table. Alpha is scaled to the
 * same range and premultiplied, so that transparent pixels add no colour.
 *
 * Along one side, old pixel i covers [i * to, (i + 1) * to) and new pixel j
 * covers [j * from, (j + 1) * from) of the same line; their overlaps are the
 * weights, whole numbers that add up to `from`. With sides below 65536 a sum
 * of LIGHT_MAX by weights fits 32 bits.
 */
typedef struct Reducer {
	const Pixels *from;
	Pixels *to;
	uint32_t *row;   /* one old row, reduced in width: CHANNELS numbers up to LIGHT_MAX a pixel */
	uint32_t *sums;  /* one new row: weighted sums of rows */
	uint8_t *values; /* code value of each light */
} Reducer;

static uint8_t *make_values(void)
{
	uint8_t *values = mem_alloc(LIGHT_MAX + 1);
	for (unsigned v = 1; v <= 255; v++) {
		/* v stands for (v - 1/2)^2 .. (v + 1/2)^2 */
		for (unsigned light = v * v - v + 1; light <= v * v + v && light <= LIGHT_MAX; light++) {
			values[light] = (uint8_t)v;
		}
	}
	return values;
}

static void add_light(uint32_t sum[CHANNELS], const uint8_t *pixel, uint32_t weight)
{
	uint32_t alpha = pixel[3];
	for (unsigned c = 0; c < 3; c++) {
		uint32_t light = (uint32_t)pixel[c] * pixel[c];
		light = alpha == 255 ? light : (light * alpha + 127) / 255;
		sum[c] += light * weight;
	}
	sum[3] += alpha * 255 * weight;
}

static void reduce_row(const Reducer *r, unsigned y)
{
	const uint32_t from = r->from->width;
	const uint32_t to = r->to->width;
	const uint8_t *pixel = r->from->rgba + (size_t)y * from * CHANNELS;
	uint32_t *row = r->row;
	uint32_t left = to; /* of the old pixel: what no new one has taken yet */
	for (uint32_t j = 0; j < to; j++, row += CHANNELS) {
		uint32_t sum[CHANNELS] = {0};
		uint32_t need = from;
		for (; left <= need; need -= left, left = to, pixel += CHANNELS) {
			add_light(sum, pixel, left);
		}
		if (need) {
			add_light(sum, pixel, need);
			left -= need;
		}
		for (unsigned c = 0; c < CHANNELS; c++) {
			row[c] = (sum[c] + from / 2) / from;
		}
	}
}

static void add_row(const Reducer *r, uint32_t weight)
{
	for (size_t i = 0; i < (size_t)r->to->width * CHANNELS; i++) {
		r->sums[i] += r->row[i] * weight;
	}
}

static void put_pixel(const Reducer *r, uint8_t *pixel, const uint32_t *sum)
{
	const uint32_t height = r->from->height;
	uint64_t alpha = (sum[3] + height / 2) / height;
	pixel[3] = (uint8_t)((alpha + 127) / 255);
	for (unsigned c = 0; c < 3 && pixel[3]; c++) {
		uint64_t light = (sum[c] + height / 2) / height;
		light = alpha == LIGHT_MAX ? light : light * LIGHT_MAX / alpha;
		pixel[c] = r->values[light < LIGHT_MAX ? light : LIGHT_MAX];
	}
}

static void put_row(const Reducer *r, unsigned y)
{
	uint8_t *pixels = r->to->rgba + (size_t)y * r->to->width * CHANNELS;
	for (size_t i = 0; i < (size_t)r->to->width * CHANNELS; i += CHANNELS) {
		put_pixel(r, pixels + i, r->sums + i);
	}
	memset(r->sums, 0, (size_t)r->to->width * CHANNELS * sizeof *r->sums);
}

static void reduce_rows(const Reducer *r)
{
	const uint32_t to = r->to->height;
	uint32_t need = r->from->height; /* of the new row: what it has not taken yet */
	unsigned j = 0;
	for (unsigned i = 0; i < r->from->height; i++) {
		/* An old row lies in one new row, or across the edge of two, for neither side grows. */
		reduce_row(r, i);
		uint32_t first = to < need ? to : need;
		add_row(r, first);
		need -= first;
		if (!need) {
			put_row(r, j++);
			add_row(r, to - first);
			need = r->from->height - (to - first);
		}
	}
}

void pixels_reduce(Pixels *out, const Pixels *from, unsigned width, unsigned height)
{
	assert(width && height && width <= from->width && height <= from->height);
	assert(from->width <= SIDE_MAX && from->height <= SIDE_MAX);
	pixels_init(out, width, height);
	if (width == from->width && height == from->height) {
		memcpy(out->rgba, from->rgba, count(from) * CHANNELS);
		return;
	}
	Reducer r = {from, out, mem_array((size_t)width * CHANNELS, sizeof *r.row),
	             mem_array((size_t)width * CHANNELS, sizeof *r.sums), make_values()};
	reduce_rows(&r);
	free(r.row);
	free(r.sums);
	free(r.values);
}

/* --- turning --- */

/* Where the shown pixel (x, y) is stored: EXIF 2.32, 4.6.4 A. */
static size_t stored_at(const Pixels *from, unsigned orientation, unsigned x, unsigned y)
{
	static const bool mirrored[9] = {[2] = true, [3] = true, [7] = true, [8] = true};
	static const bool flipped[9] = {[3] = true, [4] = true, [6] = true, [7] = true};
	unsigned column = orientation > 4 ? y : x;
	unsigned row = orientation > 4 ? x : y;
	column = mirrored[orientation] ? from->width - 1 - column : column;
	row = flipped[orientation] ? from->height - 1 - row : row;
	return (size_t)row * from->width + column;
}

void pixels_turn(Pixels *out, const Pixels *from, unsigned orientation)
{
	assert(orientation >= 1 && orientation <= 8);
	bool lying = orientation > 4;
	pixels_init(out, lying ? from->height : from->width, lying ? from->width : from->height);
	uint8_t *to = out->rgba;
	for (unsigned y = 0; y < out->height; y++) {
		for (unsigned x = 0; x < out->width; x++, to += CHANNELS) {
			memcpy(to, from->rgba + stored_at(from, orientation, x, y) * CHANNELS, CHANNELS);
		}
	}
}

/* --- what it holds --- */

void pixels_clear_hidden(Pixels *p)
{
	for (size_t i = 0; i < count(p); i++) {
		if (!p->rgba[i * CHANNELS + 3]) {
			memset(p->rgba + i * CHANNELS, 0, CHANNELS);
		}
	}
}

bool pixels_opaque(const Pixels *p)
{
	for (size_t i = 0; i < count(p); i++) {
		if (p->rgba[i * CHANNELS + 3] != 255) {
			return false;
		}
	}
	return true;
}

bool pixels_gray(const Pixels *p)
{
	for (size_t i = 0; i < count(p); i++) {
		const uint8_t *pixel = p->rgba + i * CHANNELS;
		if (pixel[0] != pixel[1] || pixel[1] != pixel[2]) {
			return false;
		}
	}
	return true;
}
