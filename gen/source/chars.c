#include "source/chars.h"

static bool is_allowed(uint32_t c)
{
	if (c < 0x20) {
		return c == '\t' || c == '\n' || c == '\r';
	}
	bool control = c >= 0x7F && c <= 0x9F;
	bool unseen = c == 0x2028 || c == 0x2029 || c == 0xFEFF;
	bool none = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
	return !control && !unseen && !none;
}

size_t chars_find(Slice s, size_t from)
{
	size_t at = from;
	while ((at = utf8_skip_common(s, at)) < s.n) {
		size_t before = at;
		if (!is_allowed(utf8_next(s, &at))) {
			return before;
		}
	}
	return s.n;
}

Slice chars_replace(Arena *a, Slice s)
{
	size_t from = 0;
	size_t bad = chars_find(s, 0);
	if (bad == s.n) {
		return s;
	}
	Buf out = BUF_INIT;
	for (; bad < s.n; bad = chars_find(s, from)) {
		buf_add(&out, slice_sub(s, from, bad));
		buf_char(&out, 0xFFFD);
		utf8_next(s, &bad);
		from = bad;
	}
	buf_add(&out, slice_sub(s, from, s.n));
	Slice clean = arena_dup(a, buf_slice(&out));
	buf_release(&out);
	return clean;
}

Slice chars_keep(Arena *a, Slice s, Loc loc, Diags *diags)
{
	Slice clean = chars_replace(a, s);
	if (clean.p != s.p) {
		DIAG_AT(diags, D_CONTROL_CHARACTER, loc);
		return clean;
	}
	return arena_dup(a, s);
}

/* The place of the character at offset `to`, reached from an earlier one: offset *at, place *loc. */
static void move(Loc *loc, size_t *at, Slice text, size_t to)
{
	while (*at < to) {
		size_t here = *at;
		utf8_next(text, at);
		bool crlf = text.p[here] == '\r' && *at < text.n && text.p[*at] == '\n';
		if ((text.p[here] == '\n' || text.p[here] == '\r') && !crlf) {
			loc->line++;
			loc->col = 1;
		} else {
			loc->col++;
		}
	}
}

static void report_controls(Slice text, Loc loc, Diags *diags)
{
	size_t at = 0;
	unsigned reported = 0;
	for (size_t bad = chars_find(text, 0); bad < text.n; bad = chars_find(text, at)) {
		move(&loc, &at, text, bad);
		if (loc.line != reported) {
			reported = loc.line;
			DIAG_AT(diags, D_CONTROL_CHARACTER, loc);
		}
		utf8_next(text, &at);
		loc.col++;
	}
}

bool chars_clean(Slice *out, Arena *a, Slice text, Slice path, unsigned line, Diags *diags)
{
	Loc loc = {path, line, 1};
	if (slice_starts(text, SL("\xEF\xBB\xBF"))) {
		text = slice_sub(text, 3, text.n);
	}
	size_t wrong = utf8_check(text);
	if (wrong < text.n) {
		size_t at = 0;
		move(&loc, &at, text, wrong);
		DIAG_AT(diags, D_NOT_UTF8, loc);
		return false;
	}
	report_controls(text, loc, diags);
	*out = chars_replace(a, text);
	return true;
}
