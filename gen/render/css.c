#include "render/css.h"

/* CSS Syntax 3, 4.2: tab, line feed, form feed, carriage return, space. */
static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static bool needs_no_space_after(char c)
{
	return c == '{' || c == '}' || c == ';' || c == ',';
}

static bool needs_no_space_before(char c)
{
	return c == '{' || c == '}' || c == ';';
}

/* The end of a string that begins at `from`, its closing quote included. */
static size_t string_end(Slice s, size_t from)
{
	size_t i = from + 1;
	while (i < s.n && s.p[i] != s.p[from]) {
		i += s.p[i] == '\\' ? 2 : 1;
	}
	return i < s.n ? i + 1 : s.n;
}

/* The end of what stands at `at` and is to stay as it is; `at` when nothing does. */
static size_t kept_end(Slice s, size_t at)
{
	if (s.p[at] == '"' || s.p[at] == '\'') {
		return string_end(s, at);
	}
	if (slice_starts(slice_sub(s, at, s.n), SL("url("))) {
		bool quoted = at + 4 < s.n && (s.p[at + 4] == '"' || s.p[at + 4] == '\'');
		size_t close = slice_find_byte(s, ')', quoted ? string_end(s, at + 4) : at);
		return close < s.n ? close + 1 : s.n;
	}
	return at;
}

void css_squeeze(Buf *out, Slice css)
{
	size_t start = out->n;
	bool gap = false;
	for (size_t at = 0; at < css.n;) {
		if (slice_starts(slice_sub(css, at, css.n), SL("/*"))) {
			size_t close = slice_find(css, SL("*/"), at + 2) + 2;
			at = close < css.n ? close : css.n;
			/* Two words with a comment alone between them are not two words with a space: what parts them
			 * stays. */
			if (!gap && out->n > start && at < css.n && !is_blank(css.p[at])) {
				buf_str(out, "/**/");
			}
			continue;
		}
		if (is_blank(css.p[at])) {
			gap = true;
			at++;
			continue;
		}
		bool first = out->n == start;
		if (gap && !first && !needs_no_space_after(out->p[out->n - 1]) && !needs_no_space_before(css.p[at])) {
			buf_byte(out, ' ');
		}
		gap = false;
		size_t end = kept_end(css, at);
		end = end > at ? end : at + 1;
		buf_add(out, slice_sub(css, at, end));
		at = end;
	}
}
