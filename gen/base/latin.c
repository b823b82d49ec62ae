#include "base/locale.h"

/* GOST 7.79-2000, system B, less its grave accents, which no file name wants;
 * from U+0430. NULL: not a letter of Russian, Ukrainian or Belarusian. */
static const char *const letters[] = {
        "a",  "b",  "v",  "g",  "d",  "e",  "zh", "z",  "i",  "j",   "k",  "l",  "m",  "n",  "o",  "p",
        "r",  "s",  "t",  "u",  "f",  "x",  "cz", "ch", "sh", "shh", "",   "y",  "",   "e",  "yu", "ya",
        NULL, "yo", NULL, NULL, "ye", NULL, "i",  "yi", NULL, NULL,  NULL, NULL, NULL, NULL, "u",  NULL,
};

static uint32_t lower_of(uint32_t c)
{
	if (c >= 0x0400 && c < 0x0410) {
		return c + 0x50; /* Ѐ .. Џ */
	}
	if (c >= 0x0410 && c < 0x0430) {
		return c + 0x20; /* А .. Я */
	}
	return c == 0x0490 ? 0x0491 : c; /* Ґ */
}

static const char *latin_of(uint32_t lower)
{
	if (lower == 0x0491) {
		return "g";
	}
	uint32_t i = lower - 0x0430;
	return i < sizeof letters / sizeof *letters ? letters[i] : NULL;
}

/* System B writes ц as c before i, e, y and j. */
static bool softens(uint32_t next)
{
	const char *l = latin_of(lower_of(next));
	return l && *l && strchr("ieyj", *l);
}

static void put_latin(Buf *out, uint32_t c, uint32_t next)
{
	uint32_t lower = lower_of(c);
	const char *l = latin_of(lower);
	if (!l) {
		buf_char(out, c);
		return;
	}
	if (lower == 0x0446 && softens(next)) {
		l = "c";
	}
	if (lower != c && *l) {
		buf_byte(out, (char)(*l++ - 'a' + 'A'));
	}
	buf_str(out, l);
}

void text_latin(Buf *out, Slice s)
{
	Arena scratch = ARENA_INIT;
	Slice text = text_nfc(&scratch, s);
	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		size_t ahead = at;
		put_latin(out, c == UINT32_MAX ? 0xFFFD : c, utf8_next(text, &ahead));
	}
	arena_release(&scratch);
}
