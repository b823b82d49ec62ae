#include "render/lettering.h"

static const struct {
	uint32_t code;
	const char *strokes;
} glyphs[] = {
#define GLYPH(code, strokes) {code, strokes},
#include "render/lettering.def"
};

enum {
	GLYPHS = sizeof glyphs / sizeof *glyphs,
	TOP = 2,   /* y of a capital's top in the table */
	SPACE = 4, /* units */
	GAP = 3,   /* between letters, the stroke's own width included */
	SUB = 16,  /* parts of a pixel in which points are counted */
	CURVE = 8, /* lines that a curve becomes */
};

typedef struct Point {
	int x, y;
} Point;

static const char *strokes_of(uint32_t code)
{
	code = code == 0x2011 ? '-' : code; /* no-break hyphen */
	for (size_t i = 0; i < GLYPHS; i++) {
		if (glyphs[i].code == code) {
			return glyphs[i].strokes;
		}
	}
	return NULL;
}

static int hex(char c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* Points of a stroke come in pairs of digits after its letter; every pair widens the glyph. */
static int width_of(const char *strokes)
{
	int most = 0;
	while (*strokes) {
		size_t points = *strokes == 'Q' ? 2 : 1;
		for (size_t i = 0; i < points; i++) {
			int x = hex(strokes[1 + i * 2]);
			most = x > most ? x : most;
		}
		strokes += 1 + points * 2;
	}
	return most;
}

static int advance_of(uint32_t code)
{
	const char *strokes = strokes_of(code);
	return strokes ? width_of(strokes) + GAP : SPACE;
}

unsigned lettering_width(Slice text)
{
	int width = 0;
	for (size_t at = 0; at < text.n;) {
		width += advance_of(utf8_next(text, &at));
	}
	return width > GAP ? (unsigned)(width - GAP) : 0;
}

/* --- strokes --- */

typedef struct Pen {
	Canvas *canvas;
	int unit;     /* SUB parts of a pixel in a unit */
	Point origin; /* of the glyph, in SUB parts */
	int radius;   /* of the stroke, in SUB parts */
	uint8_t base;
} Pen;

/* The square of the distance from a point to a segment. */
static int64_t distance2(Point a, Point b, Point p)
{
	int64_t dx = b.x - a.x, dy = b.y - a.y;
	int64_t px = p.x - a.x, py = p.y - a.y;
	int64_t along = px * dx + py * dy;
	int64_t whole = dx * dx + dy * dy;
	if (along <= 0) {
		return px * px + py * py;
	}
	if (along >= whole) {
		px -= dx;
		py -= dy;
		return px * px + py * py;
	}
	int64_t across = px * dy - py * dx;
	return across * across / whole;
}

/* How much of the pixel a stroke covers: the edge is one pixel wide, in LETTERING_LEVELS steps. */
static uint8_t coverage(int64_t d2, int radius)
{
	uint8_t level = LETTERING_LEVELS;
	for (int edge = radius - SUB / 2; level > 0; level--, edge += SUB / LETTERING_LEVELS) {
		if (edge > 0 && d2 <= (int64_t)edge * edge) {
			return level;
		}
	}
	return 0;
}

static int lower_of(int a, int b)
{
	return a < b ? a : b;
}

static int clamp(int value, int top)
{
	return value < 0 ? 0 : value > top ? top : value;
}

static void draw_line(const Pen *pen, Point a, Point b)
{
	Canvas *c = pen->canvas;
	int reach = pen->radius + SUB;
	int left = clamp((lower_of(a.x, b.x) - reach) / SUB, (int)c->width);
	int top = clamp((lower_of(a.y, b.y) - reach) / SUB, (int)c->height);
	int right = clamp((a.x + b.x - lower_of(a.x, b.x) + reach) / SUB + 1, (int)c->width);
	int bottom = clamp((a.y + b.y - lower_of(a.y, b.y) + reach) / SUB + 1, (int)c->height);
	for (int y = top; y < bottom; y++) {
		for (int x = left; x < right; x++) {
			uint8_t *pixel = &c->pixels[(size_t)y * c->width + (size_t)x];
			Point middle = {x * SUB + SUB / 2, y * SUB + SUB / 2};
			uint8_t level = coverage(distance2(a, b, middle), pen->radius);
			bool drawn = *pixel > pen->base && *pixel <= pen->base + LETTERING_LEVELS;
			if (level && !(drawn && *pixel >= pen->base + level)) {
				*pixel = (uint8_t)(pen->base + level);
			}
		}
	}
}

static Point point_at(const Pen *pen, const char *digits)
{
	return (Point){pen->origin.x + hex(digits[0]) * pen->unit, pen->origin.y + (hex(digits[1]) - TOP) * pen->unit};
}

/* A quadratic Bézier curve as CURVE lines. */
static void draw_curve(const Pen *pen, Point a, Point control, Point b)
{
	Point from = a;
	for (int t = 1; t <= CURVE; t++) {
		int s = CURVE - t;
		Point to = {(s * s * a.x + 2 * s * t * control.x + t * t * b.x) / (CURVE * CURVE),
		            (s * s * a.y + 2 * s * t * control.y + t * t * b.y) / (CURVE * CURVE)};
		draw_line(pen, from, to);
		from = to;
	}
}

static void draw_glyph(const Pen *pen, const char *strokes)
{
	Point at = {0, 0};
	while (*strokes) {
		Point next = point_at(pen, strokes + 1);
		if (*strokes == 'L') {
			draw_line(pen, at, next);
		} else if (*strokes == 'Q') {
			Point end = point_at(pen, strokes + 3);
			draw_curve(pen, at, next, end);
			next = end;
			strokes += 2;
		}
		at = next;
		strokes += 3;
	}
}

void lettering_draw(Canvas *c, Slice text, unsigned unit, int x, int y, uint8_t base)
{
	Pen pen = {c, (int)unit * SUB, {x * SUB, y * SUB}, (int)unit * SUB * 5 / 9, base};
	for (size_t at = 0; at < text.n;) {
		uint32_t code = utf8_next(text, &at);
		const char *strokes = strokes_of(code);
		if (strokes) {
			draw_glyph(&pen, strokes);
		}
		pen.origin.x += advance_of(code) * pen.unit;
	}
}
