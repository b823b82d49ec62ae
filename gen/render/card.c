#include "render/card.h"

#include "base/hash.h"
#include "base/locale.h"
#include "render/codec.h"
#include "render/lettering.h"

/* Places of the palette. Ink and name take LETTERING_LEVELS places after their ground. */
enum {
	PAPER,
	INK = PAPER, /* its levels: 1.. */
	GRID = LETTERING_LEVELS + 1,
	MARGIN,
	BAND,
	NAME = BAND,
	COLORS = BAND + LETTERING_LEVELS + 1,
};

enum {
	CELL = 42,       /* of the notebook's grid */
	LEFT = 3 * CELL, /* where writing begins, a cell right of the red margin */
	BAND_TOP = 462,  /* eleven cells down */
	ROOM = CARD_WIDTH - LEFT - 2 * CELL,
	LINES = 3,
};

static const Rgb paper = {0xfb, 0xfc, 0xfe};
static const Rgb ink = {0x1a, 0x22, 0x2b};
static const Rgb grid = {0xdd, 0xe6, 0xf0};
static const Rgb margin = {0xd2, 0x48, 0x3f};

/* --- words into lines --- */

typedef struct Lines {
	Slice line[LINES];
	size_t n; /* more than LINES: it does not fit */
} Lines;

static Lines wrap(Slice text, unsigned unit)
{
	Lines lines = {.n = 0};
	size_t start = 0;
	while (start < text.n) {
		size_t end = start;
		for (size_t next = start; next < text.n;) {
			size_t space = slice_find_byte(text, ' ', next);
			bool fits = lettering_width(slice_sub(text, start, space)) * unit <= ROOM;
			if (end > start && !fits) {
				break;
			}
			end = space;
			next = space + 1;
			if (!fits) {
				lines.n = LINES; /* a word wider than the card */
				break;
			}
		}
		if (lines.n < LINES) {
			lines.line[lines.n] = slice_sub(text, start, end);
		}
		lines.n++;
		start = end + 1;
	}
	return lines;
}

/* As large as fits in so many lines, amid the rows from `top` to `bottom`; the smallest size is cut off at the edge. */
static void write_lines(Canvas *c, Slice text, unsigned unit, size_t most, int top, int bottom, uint8_t base)
{
	Lines lines = wrap(text, unit);
	while (unit > 3 && lines.n > most) {
		lines = wrap(text, --unit);
	}
	int n = (int)(lines.n < most ? lines.n : most);
	int height = (int)unit * LETTERING_HEIGHT;
	int step = height * 13 / 8;
	int y = (top + bottom - height - step * (n - 1)) / 2;
	for (int i = 0; i < n; i++) {
		lettering_draw(c, lines.line[i], unit, LEFT, y + i * step, base);
	}
}

/* --- the notebook --- */

static void draw_ground(Canvas *c)
{
	for (unsigned y = 0; y < c->height; y++) {
		for (unsigned x = 0; x < c->width; x++) {
			bool line = x % CELL == 0 || y % CELL == 0;
			bool red = x >= 2 * CELL - 2 && x < 2 * CELL + 2;
			uint8_t color = red ? MARGIN : line ? GRID : PAPER;
			c->pixels[(size_t)y * c->width + x] = y >= BAND_TOP ? BAND : color;
		}
	}
}

static unsigned char between(unsigned char from, unsigned char to, int level)
{
	return (unsigned char)(from + (to - from) * level / LETTERING_LEVELS);
}

static void set_ramp(Rgb *palette, Rgb from, Rgb to)
{
	for (int i = 0; i <= LETTERING_LEVELS; i++) {
		palette[i] = (Rgb){between(from.r, to.r, i), between(from.g, to.g, i), between(from.b, to.b, i)};
	}
}

static Slice small_letters(Arena *a, Slice text)
{
	Buf low = BUF_INIT;
	text_lower(&low, text);
	Slice kept = arena_dup(a, buf_slice(&low));
	buf_release(&low);
	return kept;
}

typedef struct Words {
	Slice title, school;
} Words;

static Words words_of(Arena *a, const PubSite *site)
{
	const Pub *school = pub_get(&site->site, SL("school"), SL(""));
	return (Words){small_letters(a, pub_text(&site->site, "title", SL(""))),
	               small_letters(a, pub_text(school, "short_name", SL("")))};
}

static void make_card(const Render *r, const Product *p, Buf *out)
{
	Arena a = ARENA_INIT;
	Rgb palette[COLORS];
	Words words = words_of(&a, r->site);
	Canvas c = {CARD_WIDTH, CARD_HEIGHT, arena_alloc(&a, (size_t)CARD_WIDTH * CARD_HEIGHT)};
	(void)p;
	set_ramp(palette + INK, paper, ink);
	palette[GRID] = grid;
	palette[MARGIN] = margin;
	set_ramp(palette + NAME, r->theme->accent, palette_on(r->theme->accent));
	draw_ground(&c);
	write_lines(&c, words.title, 11, LINES, 0, BAND_TOP, INK);
	write_lines(&c, words.school, 5, 2, BAND_TOP, CARD_HEIGHT, NAME);
	codec_encode_indexed(out, c.width, c.height, c.pixels, palette, COLORS);
	arena_release(&a);
}

Slice card_path(Arena *a, const Render *r)
{
	char hex[33];
	Words words = words_of(a, r->site);
	Rgb accent = r->theme->accent;
	digest_hex(hex, digest_of(arena_printf(a, "%.*s\n%.*s\n%d %d %d", SLICE_ARG(words.title),
	                                       SLICE_ARG(words.school), accent.r, accent.g, accent.b)));
	return arena_printf(a, "assets/card.%.8s.png", hex);
}

void card_products(Products *ps, const Render *r)
{
	products_add(ps, card_path(&ps->arena, r), make_card, NULL);
}
