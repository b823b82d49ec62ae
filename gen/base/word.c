#include "base/word.h"

#include "base/locale.h"

typedef enum Sort { BETWEEN, LETTER, DIGIT, IGNORED, APOSTROPHE } Sort;

typedef struct Sign {
	Sort sort;
	uint32_t plain; /* of a letter or digit */
} Sign;

/* Base letters of U+00C0..U+017F, capital and small alike; '.' is no letter. */
static const char latin[] = "aaaaaaaceeeeiiiidnooooo.ouuuuyts" /* C0 */
                            "aaaaaaaceeeeiiiidnooooo.ouuuuyty" /* E0 */
                            "aaaaaaccccccccddddeeeeeeeeeegggg" /* 100 */
                            "gggghhhhiiiiiiiiiiiijjkkklllllll" /* 120 */
                            "lllnnnnnnnnnoooooooorrrrrrssssss" /* 140 */
                            "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs" /* 160 */;

/* Letters of Cyrillic that are another with a mark, as pairs: Unicode's canonical decompositions. */
static const uint16_t marked[][2] = {
        {0x450, 0x435}, {0x451, 0x435}, {0x453, 0x433}, {0x457, 0x456}, {0x45C, 0x43A}, {0x45D, 0x438}, {0x45E, 0x443},
        {0x439, 0x438}, {0x477, 0x475}, {0x4C2, 0x436}, {0x4D1, 0x430}, {0x4D3, 0x430}, {0x4D7, 0x435}, {0x4DB, 0x4D9},
        {0x4DD, 0x436}, {0x4DF, 0x437}, {0x4E3, 0x438}, {0x4E5, 0x438}, {0x4E7, 0x43E}, {0x4EB, 0x4E9}, {0x4ED, 0x44D},
        {0x4EF, 0x443}, {0x4F1, 0x443}, {0x4F3, 0x443}, {0x4F5, 0x447}, {0x4F9, 0x44B},
};

static Sign letter(uint32_t plain)
{
	return (Sign){LETTER, plain};
}

static Sign ascii_sign(uint32_t c)
{
	uint32_t lower = c | 0x20;
	if (lower >= 'a' && lower <= 'z') {
		return letter(lower);
	}
	if (c >= '0' && c <= '9') {
		return (Sign){DIGIT, c};
	}
	return (Sign){c == '\'' || c == '`' ? APOSTROPHE : BETWEEN, 0};
}

static uint32_t cyrillic_lower(uint32_t c)
{
	if (c < 0x430) {
		return c + (c < 0x410 ? 0x50 : 0x20);
	}
	if (c < 0x460) {
		return c;
	}
	bool odd_capitals = c >= 0x4C1 && c <= 0x4CE;
	return c == 0x4C0 ? 0x4CF : c == 0x4CF ? c : odd_capitals ? c + (c & 1) : c | 1;
}

static Sign cyrillic_sign(uint32_t c)
{
	if (c >= 0x482 && c <= 0x489) {
		return (Sign){c == 0x482 ? BETWEEN : IGNORED, 0};
	}
	uint32_t lower = cyrillic_lower(c);
	bool common = lower >= 0x430 && lower < 0x450 && lower != 0x439;
	for (size_t i = 0; !common && i < sizeof marked / sizeof *marked; i++) {
		if (marked[i][0] == lower) {
			return letter(marked[i][1]);
		}
	}
	return letter(lower);
}

bool word_ignores(uint32_t c)
{
	return c == 0xAD || (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
	       (c >= 0xFE00 && c <= 0xFE0F);
}

bool word_joins(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Those of people, and those that transliterations write for ъ and ь. */
static bool is_apostrophe(uint32_t c)
{
	return c == 0xB4 || (c >= 0x2B9 && c <= 0x2BC) || c == 0x2BA || c == 0x2018 || c == 0x2019 || c == 0x201D ||
	       c == 0x2032 || c == 0x2033;
}

static Sign other_sign(uint32_t c)
{
	if (c >= 0xC0 && c < 0x180) {
		char base = latin[c - 0xC0];
		return base == '.' ? (Sign){BETWEEN, 0} : letter((uint32_t)base);
	}
	if (word_ignores(c) || is_apostrophe(c)) {
		return (Sign){word_ignores(c) ? IGNORED : APOSTROPHE, 0};
	}
	if (c >= 0xFF21 && c <= 0xFF5A) {
		return ascii_sign(c - 0xFEE0); /* full width */
	}
	if (c >= 0x391 && c <= 0x3A9) {
		return letter(c + 0x20);
	}
	return char_is_letter(c) ? letter(c) : (Sign){BETWEEN, 0};
}

static Sign sign_of(uint32_t c)
{
	if (c < 0x80) {
		return ascii_sign(c);
	}
	if (c >= 0x400 && c < 0x530) {
		return cyrillic_sign(c);
	}
	return c == UINT32_MAX ? (Sign){BETWEEN, 0} : other_sign(c);
}

/* The sign at *at, which moves past it. */
static Sign read_sign(Slice s, size_t *at, uint32_t *c)
{
	unsigned char lead = (unsigned char)s.p[*at];
	if (lead < 0x80) {
		*c = lead;
		++*at;
		return ascii_sign(lead);
	}
	*c = utf8_next(s, at);
	return sign_of(*c);
}

static bool is_capital(uint32_t c)
{
	if (c < 0x80) {
		return c <= 'Z';
	}
	return c >= 0x430 && c < 0x460 ? false : c >= 0x400 && c < 0x430 ? true : char_is_upper(c);
}

void word_start(WordReader *r, Slice text)
{
	r->text = text;
	r->at = 0;
}

/* Blanks and punctuation of ASCII: most of what stands between words. */
static size_t skip_between(Slice s, size_t at)
{
	while (at < s.n && (unsigned char)s.p[at] < '0') {
		at++;
	}
	return at;
}

/* Moves to the first letter or digit; false when there is none. */
static bool find_first(WordReader *r, Word *out, Sign *first)
{
	while ((r->at = skip_between(r->text, r->at)) < r->text.n) {
		uint32_t c;
		out->from = r->at;
		*first = read_sign(r->text, &r->at, &c);
		if (first->sort == LETTER || first->sort == DIGIT) {
			out->digits = first->sort == DIGIT;
			out->capital = !out->digits && is_capital(c);
			return true;
		}
	}
	return false;
}

static void keep(WordReader *r, Word *out, uint32_t plain)
{
	if (out->text.n < WORD_MOST) {
		out->text.n += utf8_put(r->room + out->text.n, plain);
		out->length++;
	}
}

/* One of the Russian letters that need no more than their case taken off, in small; 0 for anything else. */
static uint32_t plain_cyrillic(unsigned char lead, unsigned char next)
{
	uint32_t c = (lead & 0x1Fu) << 6 | (next & 0x3Fu);
	bool plain = (lead == 0xD0 || lead == 0xD1) && (next & 0xC0) == 0x80 && c >= 0x410 && c < 0x450 &&
	             (c | 0x20) != 0x439;
	return plain ? c + (c < 0x430 ? 0x20 : 0) : 0;
}

/* Moves past such letters and Latin ones in a row, which nearly all words are made of. */
static void keep_row(WordReader *r, Word *out)
{
	const unsigned char *text = (const unsigned char *)r->text.p;
	size_t at = r->at;
	size_t n = out->text.n;
	uint32_t c;
	for (; at < r->text.n && n < WORD_MOST; out->length++) {
		if ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') {
			r->room[n++] = (char)(text[at++] | 0x20);
		} else if (at + 1 < r->text.n && (c = plain_cyrillic(text[at], text[at + 1])) != 0) {
			r->room[n++] = (char)(0xC0 | c >> 6);
			r->room[n++] = (char)(0x80 | (c & 0x3F));
			at += 2;
		} else {
			break;
		}
	}
	out->text.n = n;
	r->at = out->to = at;
}

/* The letter or digit just read, and the letters after it. */
static void take(WordReader *r, Word *out, Sign sign)
{
	keep(r, out, sign.plain);
	out->to = r->at;
	if (sign.sort == LETTER) {
		keep_row(r, out);
	}
}

bool word_next(WordReader *r, Word *out)
{
	Sign sign;
	*out = (Word){.text = {r->room, 0}};
	if (!find_first(r, out, &sign)) {
		return false;
	}
	Sort sort = sign.sort;
	bool apostrophe = false;
	take(r, out, sign);
	for (size_t at = r->at; at < r->text.n;) {
		uint32_t c;
		sign = read_sign(r->text, &at, &c);
		if (sign.sort == sort) {
			r->at = at;
			take(r, out, sign);
			at = r->at;
			apostrophe = false;
		} else if (sign.sort == APOSTROPHE && sort == LETTER && !apostrophe) {
			apostrophe = true;
		} else if (sign.sort != IGNORED) {
			break;
		}
	}
	return true;
}

void word_phrase(Buf *out, Slice text)
{
	WordReader r;
	Word w;
	size_t start = out->n;
	word_start(&r, text);
	while (word_next(&r, &w)) {
		if (out->n > start) {
			buf_byte(out, ' ');
		}
		buf_add(out, w.text);
	}
}
