#include "render/palette.h"

#include <math.h>

static const Rgb white = {255, 255, 255};
static const Rgb black = {0, 0, 0};
/* The ground of the theme's dark scheme, and its tinted panels. */
static const Rgb dark_ground = {0x1f, 0x26, 0x2e};
static const Rgb light_ground = {0xee, 0xf1, 0xf5};
static const double wanted = 4.5;

static bool hex_digit(char c, unsigned *out)
{
	if (c >= '0' && c <= '9') {
		*out = (unsigned)(c - '0');
	} else if ((c | 32) >= 'a' && (c | 32) <= 'f') {
		*out = (unsigned)((c | 32) - 'a') + 10;
	} else {
		return false;
	}
	return true;
}

bool palette_parse(Rgb *out, Slice text)
{
	unsigned d[6];
	if (text.n != 7 || text.p[0] != '#') {
		return false;
	}
	for (size_t i = 0; i < 6; i++) {
		if (!hex_digit(text.p[i + 1], &d[i])) {
			return false;
		}
	}
	*out = (Rgb){(unsigned char)(d[0] * 16 + d[1]), (unsigned char)(d[2] * 16 + d[3]),
	             (unsigned char)(d[4] * 16 + d[5])};
	return true;
}

static double linear(unsigned char channel)
{
	double c = channel / 255.0;
	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(Rgb c)
{
	return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double palette_contrast(Rgb a, Rgb b)
{
	double x = luminance(a);
	double y = luminance(b);
	return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

static unsigned char toward(unsigned char from, unsigned char to, int step)
{
	return (unsigned char)(from + (to - from) * step / 32);
}

/* The accent moved toward black or white in 32 steps, as few as give contrast on the ground. */
static Rgb readable(Rgb accent, Rgb ground, Rgb end)
{
	Rgb c = accent;
	for (int step = 0; step <= 32 && palette_contrast(c, ground) < wanted; step++) {
		c = (Rgb){toward(accent.r, end.r, step), toward(accent.g, end.g, step), toward(accent.b, end.b, step)};
	}
	return c;
}

static void put(Buf *out, const char *name, Rgb c)
{
	buf_printf(out, "%s:#%02x%02x%02x;", name, c.r, c.g, c.b);
}

Rgb palette_on(Rgb ground)
{
	return palette_contrast(ground, white) >= palette_contrast(ground, black) ? white : black;
}

void palette_css(Buf *out, Rgb accent)
{
	buf_str(out, ":root{");
	put(out, "--accent", accent);
	put(out, "--accent-strong", readable(accent, light_ground, black));
	put(out, "--accent-on", palette_on(accent));
	put(out, "--accent-dark", readable(accent, dark_ground, white));
	buf_str(out, "}\n");
}
