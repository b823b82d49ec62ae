#include "base/translit.h"

#include "base/arena.h"
#include "base/locale.h"

/* From U+0430; after я those of Ukrainian and Belarusian from U+0450 on. NULL: no letter of theirs. */
typedef const char *const Letters[0x30];

static Letters passport = {
        "a",  "b", "v",  "g",  "d",  "e",  "zh", "z",  "i",  "i",    "k",  "l",  "m",  "n",  "o",  "p",
        "r",  "s", "t",  "u",  "f",  "kh", "ts", "ch", "sh", "shch", "ie", "y",  "",   "e",  "iu", "ia",
        NULL, "e", NULL, NULL, "ie", NULL, "i",  "i",  NULL, NULL,   NULL, NULL, NULL, NULL, "u",  NULL,
};

static Letters yandex = {
        "a",  "b",  "v",  "g",  "d",  "e",  "zh", "z",  "i",  "y",   "k",  "l",  "m",  "n",  "o",  "p",
        "r",  "s",  "t",  "u",  "f",  "kh", "ts", "ch", "sh", "sch", "",   "y",  "",   "e",  "yu", "ya",
        NULL, "yo", NULL, NULL, "ye", NULL, "i",  "yi", NULL, NULL,  NULL, NULL, NULL, NULL, "u",  NULL,
};

static Letters bgn = {
        "a",  "b", "v",  "g",  "d",  "e",  "zh", "z",  "i",  "y",    "k",  "l",  "m",  "n",  "o",  "p",
        "r",  "s", "t",  "u",  "f",  "kh", "ts", "ch", "sh", "shch", "”",  "y",  "’",  "e",  "yu", "ya",
        NULL, "ë", NULL, NULL, "ye", NULL, "i",  "yi", NULL, NULL,   NULL, NULL, NULL, NULL, "w",  NULL,
};

enum { YE = 0x435, IY = 0x439, HARD = 0x44A, YY = 0x44B, SOFT = 0x44C, YO = 0x451, GHE = 0x491 };

static uint32_t lower_of(uint32_t c)
{
	if (c >= 0x400 && c < 0x430) {
		return c + (c < 0x410 ? 0x50 : 0x20);
	}
	return c == 0x490 ? 0x491 : c;
}

static bool is_letter(uint32_t c)
{
	return c >= 0x430 && c < 0x460;
}

static bool is_vowel(uint32_t c)
{
	static const char vowels[] = {1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0,
	                              0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1};
	return c == YO || (c >= 0x430 && c < 0x450 && vowels[c - 0x430]);
}

/* BGN/PCGN: е is ye, and ё is yë, where no consonant is before it. */
static bool stands_free(uint32_t before)
{
	return !is_letter(before) || is_vowel(before) || before == IY || before == HARD || before == SOFT;
}

/* Where what stands around a letter changes it. */
static const char *exception(Translit system, uint32_t before, uint32_t c, uint32_t next, bool last)
{
	if (system == TRANSLIT_BGN && (c == YE || c == YO) && stands_free(before)) {
		return c == YE ? "ye" : "yë";
	}
	if (system == TRANSLIT_YANDEX && c == HARD && next == YE) {
		return "y";
	}
	if (system == TRANSLIT_YANDEX && c == YY && next == IY && last) {
		return "i";
	}
	return NULL;
}

static const char *usual(Translit system, uint32_t lower)
{
	const char *const *letters = system == TRANSLIT_PASSPORT ? passport : system == TRANSLIT_YANDEX ? yandex : bgn;
	return lower == GHE ? "g" : is_letter(lower) ? letters[lower - 0x430] : NULL;
}

static void put(Buf *out, const char *latin, bool capital)
{
	if (capital && *latin >= 'a' && *latin <= 'z') {
		buf_byte(out, (char)(*latin++ - 'a' + 'A'));
	}
	buf_str(out, latin);
}

/* The next letter in lower case, and whether it is the last of its word. */
static uint32_t look_ahead(Slice s, size_t at, bool *last)
{
	uint32_t next = lower_of(utf8_next(s, &at));
	uint32_t after = lower_of(utf8_next(s, &at));
	*last = !is_letter(after);
	return next;
}

static void translit_letters(Buf *out, Slice s, Translit system)
{
	uint32_t before = 0;
	for (size_t at = 0; at < s.n;) {
		bool last;
		uint32_t c = utf8_next(s, &at);
		uint32_t lower = lower_of(c);
		uint32_t next = look_ahead(s, at, &last);
		const char *latin = exception(system, before, lower, next, last);
		latin = latin ? latin : usual(system, lower);
		if (latin) {
			put(out, latin, lower != c);
		} else {
			buf_char(out, c == UINT32_MAX ? 0xFFFD : c);
		}
		before = lower;
	}
}

void translit(Buf *out, Slice s, Translit system)
{
	if (system == TRANSLIT_GOST) {
		text_latin(out, s);
		return;
	}
	Arena scratch = ARENA_INIT;
	translit_letters(out, text_nfc(&scratch, s), system);
	arena_release(&scratch);
}
