#include "base/charset.h"

#include "base/bytes.h"

void charset_utf16(Buf *out, Slice bytes, bool big)
{
	for (size_t at = 0; at + 1 < bytes.n; at += 2) {
		uint32_t c = big ? be16(bytes, at) : le16(bytes, at);
		uint32_t low = big ? be16(bytes, at + 2) : le16(bytes, at + 2);
		if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
			buf_char(out, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
			at += 2;
		} else {
			buf_char(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
		}
	}
}

/* From 0x80 to 0xBF; the rest are the letters from А to я. */
static const uint16_t windows[0x40] = {
        0x402, 0x403,  0x201A, 0x453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x409,  0x2039, 0x40A,
        0x40C, 0x40B,  0x40F,  0x452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122,
        0x459, 0x203A, 0x45A,  0x45C, 0x45B,  0x45F,  0xA0,   0x40E,  0x45E,  0x408,  0xA4,   0x490,  0xA6,
        0xA7,  0x401,  0xA9,   0x404, 0xAB,   0xAC,   0xAD,   0xAE,   0x407,  0xB0,   0xB1,   0x406,  0x456,
        0x491, 0xB5,   0xB6,   0xB7,  0x451,  0x2116, 0x454,  0xBB,   0x458,  0x405,  0x455,  0x457,
};

uint32_t charset_windows(char byte)
{
	unsigned char c = (unsigned char)byte;
	return c < 0x80 ? c : c < 0xC0 ? windows[c - 0x80] : 0x410u + c - 0xC0;
}

static void read_windows(Buf *out, Slice bytes)
{
	for (size_t at = 0; at < bytes.n; at++) {
		buf_char(out, charset_windows(bytes.p[at]));
	}
}

void charset_read(Buf *out, Slice bytes)
{
	bool marked_big = slice_starts(bytes, SL("\xFE\xFF"));
	if (marked_big || slice_starts(bytes, SL("\xFF\xFE"))) {
		charset_utf16(out, slice_sub(bytes, 2, bytes.n), marked_big);
	} else if (slice_starts(bytes, SL("\0<")) || slice_starts(bytes, SL("<\0"))) {
		charset_utf16(out, bytes, bytes.p[0] == '\0');
	} else if (utf8_check(bytes) == bytes.n) {
		buf_add(out, slice_sub(bytes, slice_starts(bytes, SL("\xEF\xBB\xBF")) ? 3 : 0, bytes.n));
	} else {
		read_windows(out, bytes);
	}
}
