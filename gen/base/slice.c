#include "base/slice.h"

Slice slice_of(const char *cstr)
{
	return (Slice){cstr, cstr ? strlen(cstr) : 0};
}

Slice slice_sub(Slice s, size_t from, size_t to)
{
	if (to > s.n) {
		to = s.n;
	}
	if (from >= to) {
		return (Slice){s.p ? s.p + (from > s.n ? s.n : from) : NULL, 0};
	}
	return (Slice){s.p + from, to - from};
}

bool slice_eq(Slice a, Slice b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool slice_is(Slice a, const char *cstr)
{
	return slice_eq(a, slice_of(cstr));
}

int slice_cmp(Slice a, Slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;
	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool slice_starts(Slice s, Slice prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool slice_ends(Slice s, Slice suffix)
{
	return s.n >= suffix.n && (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

size_t slice_find(Slice s, Slice what, size_t from)
{
	if (from >= s.n || what.n > s.n - from) {
		return what.n == 0 && from <= s.n ? from : s.n;
	}
	const char *hit = memmem(s.p + from, s.n - from, what.p, what.n);
	return hit ? (size_t)(hit - s.p) : s.n;
}

size_t slice_find_byte(Slice s, char c, size_t from)
{
	const char *hit = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;
	return hit ? (size_t)(hit - s.p) : s.n;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Slice slice_trim(Slice s)
{
	while (s.n && is_blank(s.p[0])) {
		s = (Slice){s.p + 1, s.n - 1};
	}
	while (s.n && is_blank(s.p[s.n - 1])) {
		s.n--;
	}
	return s;
}

bool slice_split(Slice *rest, char sep, Slice *part)
{
	if (!rest->p) {
		return false;
	}
	size_t at = slice_find_byte(*rest, sep, 0);
	*part = slice_sub(*rest, 0, at);
	*rest = at < rest->n ? (Slice){rest->p + at + 1, rest->n - at - 1} : (Slice){NULL, 0};
	return true;
}

bool slice_uint(Slice s, unsigned *out)
{
	unsigned value = 0;
	if (s.n == 0 || s.n > 9) {
		return false;
	}
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9') {
			return false;
		}
		value = value * 10 + (unsigned)(s.p[i] - '0');
	}
	*out = value;
	return true;
}

/* Length of the sequence that a lead byte starts, 0 for a byte that cannot lead. */
static unsigned lead_length(unsigned char c)
{
	if (c < 0x80) {
		return 1;
	}
	if (c >= 0xC2 && c <= 0xDF) {
		return 2;
	}
	if (c >= 0xE0 && c <= 0xEF) {
		return 3;
	}
	return c >= 0xF0 && c <= 0xF4 ? 4 : 0;
}

uint32_t utf8_next(Slice s, size_t *at)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t i = *at;
	if (i >= s.n) {
		return UINT32_MAX;
	}
	unsigned char lead = (unsigned char)s.p[i];
	unsigned len = lead_length(lead);
	*at = i + 1;
	if (len == 1) {
		return lead;
	}
	if (len == 0 || i + len > s.n) {
		return UINT32_MAX;
	}
	uint32_t c = lead & (0x7Fu >> len);
	for (unsigned k = 1; k < len; k++) {
		unsigned char next = (unsigned char)s.p[i + k];
		if ((next & 0xC0) != 0x80) {
			return UINT32_MAX;
		}
		c = c << 6 | (next & 0x3F);
	}
	if (c < least[len] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
		return UINT32_MAX;
	}
	*at = i + len;
	return c;
}

size_t utf8_skip_common(Slice s, size_t at)
{
	while (at < s.n) {
		unsigned char c = (unsigned char)s.p[at];
		if (c >= 0x20 ? c < 0x7F : c == '\n') {
			at++;
		} else if ((c == 0xD0 || c == 0xD1) && at + 1 < s.n && ((unsigned char)s.p[at + 1] & 0xC0) == 0x80) {
			at += 2;
		} else {
			break;
		}
	}
	return at;
}

size_t utf8_check(Slice s)
{
	size_t at = 0;
	while ((at = utf8_skip_common(s, at)) < s.n) {
		size_t from = at;
		if (utf8_next(s, &at) == UINT32_MAX) {
			return from;
		}
	}
	return s.n;
}

size_t utf8_put(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t utf8_length(Slice s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	}
	return n;
}
