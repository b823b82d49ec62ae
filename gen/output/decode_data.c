/* Texts among data: calendars, UTF-16, the strings of a PDF. */
#include "base/bytes.h"
#include "base/charset.h"
#include "output/decode.h"

static unsigned char byte_at(Slice s, size_t at)
{
	return at < s.n ? (unsigned char)s.p[at] : 0;
}

static bool is_control(unsigned char c)
{
	return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
}

/* Eight bytes of printed ASCII: none has its high bit, none is below a blank. */
static bool are_printed(const char *p)
{
	const uint64_t high = UINT64_C(0x8080808080808080);
	uint64_t eight;
	memcpy(&eight, p, sizeof eight);
	return !((eight | (eight - UINT64_C(0x2020202020202020))) & high);
}

bool decode_is_text(Slice bytes)
{
	for (size_t at = 0; at < bytes.n;) {
		unsigned char c = (unsigned char)bytes.p[at];
		bool cyrillic = (c == 0xD0 || c == 0xD1) && (byte_at(bytes, at + 1) & 0xC0) == 0x80;
		if (c < 0x80) {
			at += at + 8 <= bytes.n && are_printed(bytes.p + at) ? 8 : 1;
		} else if (cyrillic) {
			at += 2;
		} else if (utf8_next(bytes, &at) == UINT32_MAX) {
			return false;
		}
		if (is_control(c)) {
			return false;
		}
	}
	return true;
}

/* --- RFC 5545, 3.1 --- */

bool decode_calendar(View *out, Slice bytes)
{
	view_clear(out, NULL);
	if (!slice_starts(bytes, SL("BEGIN:VCALENDAR"))) {
		return false;
	}
	size_t from = 0;
	for (size_t at = slice_find(bytes, SL("\r\n"), 0); at < bytes.n; at = slice_find(bytes, SL("\r\n"), at + 2)) {
		unsigned char next = byte_at(bytes, at + 2);
		if (next == ' ' || next == '\t') {
			view_put(out, slice_sub(bytes, from, at), from);
			from = at + 3;
		}
	}
	view_put(out, slice_sub(bytes, from, bytes.n), from);
	return true;
}

/* --- UTF-16 --- */

static uint32_t unit_at(Slice s, size_t at, bool big)
{
	return big ? be16(s, at) : le16(s, at);
}

/* A character at *at, which moves past it. */
static uint32_t next_wide(Slice s, size_t *at, bool big)
{
	uint32_t c = unit_at(s, *at, big);
	*at += 2;
	uint32_t low = c >= 0xD800 && c < 0xDC00 ? unit_at(s, *at, big) : 0;
	if (low >= 0xDC00 && low < 0xE000) {
		*at += 2;
		return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
	}
	return c >= 0xD800 && c < 0xE000 ? 0xFFFD : c;
}

static void put_wide(View *out, Slice bytes, size_t from, size_t to, bool big)
{
	for (size_t at = from; at + 1 < to;) {
		char utf8[4];
		size_t here = at;
		uint32_t c = next_wide(bytes, &at, big);
		view_put(out, (Slice){utf8, utf8_put(utf8, c)}, here);
	}
}

bool decode_utf16(View *out, Slice bytes)
{
	bool big = slice_starts(bytes, SL("\xFE\xFF"));
	view_clear(out, NULL);
	if (!big && !slice_starts(bytes, SL("\xFF\xFE"))) {
		return false;
	}
	put_wide(out, bytes, 2, bytes.n, big);
	return true;
}

/* --- windows-1251 --- */

bool decode_windows(View *out, Slice bytes)
{
	view_clear(out, NULL);
	for (size_t at = 0; at < bytes.n; at++) {
		if (is_control((unsigned char)bytes.p[at])) {
			return false;
		}
	}
	if (utf8_check(bytes) == bytes.n) {
		return false;
	}
	for (size_t at = 0; at < bytes.n; at++) {
		char utf8[4];
		view_put(out, (Slice){utf8, utf8_put(utf8, charset_windows(bytes.p[at]))}, at);
	}
	return true;
}

/* --- runs among data --- */

/* Of the alphabets and the punctuation that we write; of chance bytes one pair in a hundred. */
static bool is_likely(uint32_t unit)
{
	return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit < 0x7F) ||
	       (unit >= 0xA0 && unit < 0x180) || (unit >= 0x400 && unit < 0x530) || (unit >= 0x2010 && unit < 0x203B) ||
	       unit == 0x2116;
}

enum { RUN = 4 };

static void put_runs(View *out, Slice bytes, size_t start, bool big)
{
	size_t from = start;
	for (size_t at = start;; at += 2) {
		bool more = at + 1 < bytes.n;
		if (more && is_likely(unit_at(bytes, at, big))) {
			continue;
		}
		if (at - from >= 2 * RUN) {
			put_wide(out, bytes, from, at, big);
			view_put(out, SL("\n"), at);
		}
		if (!more) {
			return;
		}
		from = at + 2;
	}
}

void decode_utf16_runs(View *out, Slice bytes, const View *source)
{
	view_clear(out, source);
	for (size_t start = 0; start < 2; start++) {
		put_runs(out, bytes, start, true);
		put_runs(out, bytes, start, false);
	}
}

/* --- PDF: ISO 32000-1, 7.3.4 --- */

static size_t put_octal(View *out, Slice s, size_t at)
{
	unsigned value = 0;
	size_t i = at + 1;
	for (; i < at + 4 && byte_at(s, i) >= '0' && byte_at(s, i) <= '7'; i++) {
		value = value * 8 + (unsigned)(byte_at(s, i) - '0');
	}
	char byte = (char)(value & 0xFF);
	view_put(out, (Slice){&byte, 1}, at);
	return i;
}

static size_t put_escaped(View *out, Slice s, size_t at)
{
	static const char from[] = "nrtbf()\\";
	static const char to[] = "\n\r\t\b\f()\\";
	unsigned char next = byte_at(s, at + 1);
	const char *known = next ? strchr(from, next) : NULL;
	if (next >= '0' && next <= '7') {
		return put_octal(out, s, at);
	}
	view_put(out, known ? (Slice){to + (known - from), 1} : slice_sub(s, at, at + 1), at);
	return at + 1 + (known != NULL);
}

static int digit_of(unsigned char c)
{
	if (c >= '0' && c <= '9') {
		return c - '0';
	}
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* <FEFF0418>: past the end of it, or `at` when it is none. */
static size_t put_hexadecimal(View *out, Slice s, size_t at)
{
	size_t end = at + 1;
	while (digit_of(byte_at(s, end)) >= 0 || byte_at(s, end) == '\n' || byte_at(s, end) == '\r') {
		end++;
	}
	if (byte_at(s, end) != '>' || end - at < 5) {
		return at;
	}
	int high = -1;
	for (size_t i = at + 1; i < end; i++) {
		int digit = digit_of(byte_at(s, i));
		if (digit >= 0 && high >= 0) {
			char byte = (char)(high << 4 | digit);
			view_put(out, (Slice){&byte, 1}, i);
			high = -1;
		} else if (digit >= 0) {
			high = digit;
		}
	}
	return end + 1;
}

void decode_pdf(View *out, Slice bytes)
{
	view_clear(out, NULL);
	for (size_t at = 0; at < bytes.n;) {
		size_t from = at;
		while (at < bytes.n && bytes.p[at] != '\\' && bytes.p[at] != '<') {
			at++;
		}
		view_put(out, slice_sub(bytes, from, at), from);
		if (at == bytes.n) {
			return;
		}
		size_t past = bytes.p[at] == '\\' ? put_escaped(out, bytes, at) : put_hexadecimal(out, bytes, at);
		if (past == at) {
			view_put(out, slice_sub(bytes, at, at + 1), at);
			past++;
		}
		at = past;
	}
}
