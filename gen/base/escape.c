#include "base/escape.h"

#include "base/locale.h"

#define NO_BREAK_SPACE "\xC2\xA0"

static const char *entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void escape_html(Buf *out, Slice text)
{
	size_t from = 0;
	for (size_t i = 0; i < text.n; i++) {
		/* None of the five stands beyond '>': letters, nearly all of a text, are passed over. */
		const char *e = (unsigned char)text.p[i] <= '>' ? entity(text.p[i]) : NULL;
		if (e) {
			buf_add(out, slice_sub(text, from, i));
			buf_str(out, e);
			from = i + 1;
		}
	}
	buf_add(out, slice_sub(text, from, text.n));
}

void escape_xml(Buf *out, Slice text)
{
	escape_html(out, text);
}

/* --- typography: what a space stands between --- */

typedef struct Before {
	Slice word;      /* the last word; empty at the start and after a double space */
	bool after_year; /* it follows a year, so «г.» in it means «год» */
	bool of_family;  /* it is an initial that follows its family name */
} Before;

static bool is_letter_at(Slice s, size_t at)
{
	uint32_t c = utf8_next(s, &at);
	return c != UINT32_MAX && char_is_letter(c);
}

static bool starts_upper(Slice word)
{
	size_t at = 0;
	uint32_t c = utf8_next(word, &at);
	return c != UINT32_MAX && char_is_upper(c);
}

/* Bytes of «М.» or «М.П.» at the start of a word. */
static size_t initials_length(Slice word)
{
	size_t end = 0;
	for (;;) {
		size_t at = end;
		uint32_t c = utf8_next(word, &at);
		if (at >= word.n || word.p[at] != '.' || c == UINT32_MAX || !char_is_upper(c)) {
			return end;
		}
		end = at + 1;
	}
}

static bool is_initials(Slice word)
{
	return slice_ends(word, SL(".")) && initials_length(word) == word.n;
}

/* Initials, perhaps with a comma or a bracket after them. */
static bool starts_initials(Slice word)
{
	size_t n = initials_length(word);
	return n > 0 && !is_letter_at(word, n);
}

/* «Иванова», «Римская-Корсакова»: more than one letter, and no sign at the end that would end the phrase. */
static bool is_name(Slice word)
{
	size_t last = word.n;
	while (last > 0 && ((unsigned char)word.p[--last] & 0xC0) == 0x80) {
	}
	return last > 0 && starts_upper(word) && is_letter_at(word, last);
}

static bool is_year(Slice word)
{
	unsigned year;
	return word.n >= 4 && slice_uint(slice_sub(word, word.n - 4, word.n), &year);
}

static bool is_year_sign(Slice word)
{
	Slice sign = slice_starts(word, SL("г.")) ? SL("г.") : SL("гг.");
	return slice_starts(word, sign) && !is_letter_at(word, sign.n);
}

static bool holds_what_follows(Slice word)
{
	static const char *const holders[] = {"п.", "пп.", "ст.", "разд."};
	bool found = slice_eq(word, SL("№"));
	for (size_t i = 0; slice_ends(word, SL(".")) && !found && i < sizeof holders / sizeof *holders; i++) {
		found = slice_is(word, holders[i]);
	}
	return found;
}

static bool joins(const Before *before, Slice next)
{
	Slice word = before->word;
	if (word.n == 0 || next.n == 0) {
		return false;
	}
	if (slice_starts(next, SL("—")) || holds_what_follows(word)) {
		return true;
	}
	if (slice_is(word, "г.")) {
		return !before->after_year && starts_upper(next);
	}
	if (is_year_sign(next)) {
		return is_year(word);
	}
	if (starts_initials(next)) {
		return is_initials(word) || is_name(word);
	}
	return is_initials(word) && !before->of_family && starts_upper(next);
}

static void step(Before *before, Slice next)
{
	before->of_family =
	        is_initials(next) && (is_name(before->word) || (before->of_family && is_initials(before->word)));
	before->after_year = is_year(before->word);
	before->word = next;
}

/* The word that begins at `at`, up to a space of any kind. */
static Slice word_at(Slice text, size_t at)
{
	size_t end = at;
	for (; end < text.n; end++) {
		unsigned char c = (unsigned char)text.p[end];
		bool gap = c == ' ' || c == '\t' || c == '\n';
		if (gap || (c == 0xC2 && slice_starts(slice_sub(text, end, text.n), SL(NO_BREAK_SPACE)))) {
			break;
		}
	}
	return slice_sub(text, at, end);
}

/* Without the brackets and quotation marks that open it. */
static Slice bare(Slice word)
{
	for (;;) {
		size_t at = 0;
		uint32_t c = utf8_next(word, &at);
		if (c != '(' && c != '[' && c != '"' && c != 0xAB && c != 0x201E && c != 0x201C) {
			return word;
		}
		word = slice_sub(word, at, word.n);
	}
}

void escape_prose(Buf *out, Slice text)
{
	Before before = {.word = SL("")};
	size_t written = 0;
	for (size_t at = 0; at < text.n;) {
		Slice word = word_at(text, at);
		Slice next = bare(word);
		if (at > 0 && text.p[at - 1] == ' ' && joins(&before, next)) {
			escape_html(out, slice_sub(text, written, at - 1));
			buf_str(out, NO_BREAK_SPACE);
			written = at;
		}
		step(&before, next);
		at += word.n;
		at += at < text.n && text.p[at] == NO_BREAK_SPACE[0] ? 2 : 1;
	}
	escape_html(out, slice_sub(text, written, text.n));
}

/* --- addresses --- */

static bool is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* RFC 3986, 3.3: pchar without pct-encoded, and the slash. */
static bool is_path_char(char c)
{
	return is_ascii_letter(c) || (c >= '0' && c <= '9') || (c && strchr("-._~!$&'()*+,;=:@/", c));
}

void escape_path(Buf *out, Slice path)
{
	for (size_t i = 0; i < path.n; i++) {
		if (is_path_char(path.p[i])) {
			buf_byte(out, path.p[i]);
		} else {
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)path.p[i]);
		}
	}
}

/* The scheme with its colon, or the empty slice for a reference that has none. */
static Slice scheme_of(Slice url)
{
	for (size_t i = 0; i < url.n && !strchr("/?#", url.p[i]); i++) {
		if (url.p[i] == ':') {
			return slice_sub(url, 0, i + 1);
		}
	}
	return SL("");
}

/* Schemes are compared without case (RFC 3986, 3.1). */
static bool same_scheme(Slice scheme, Slice known)
{
	bool same = scheme.n == known.n;
	for (size_t i = 0; same && i < known.n; i++) {
		same = (is_ascii_letter(scheme.p[i]) ? scheme.p[i] | 0x20 : scheme.p[i]) == known.p[i];
	}
	return same;
}

/* Browsers drop white space and read '\' as '/', so either could hide a scheme or a host. */
static bool has_unsafe_byte(Slice url)
{
	for (size_t i = 0; i < url.n; i++) {
		unsigned char c = (unsigned char)url.p[i];
		if (c <= 0x20 || c == 0x7F || c == '\\' || c == '<' || c == '>' || c == '"') {
			return true;
		}
	}
	return false;
}

bool escape_url_allowed(Slice url)
{
	if (url.n == 0 || has_unsafe_byte(url)) {
		return false;
	}
	Slice scheme = scheme_of(url);
	if (scheme.n == 0) {
		/* "//host/" leads to another host without naming how: neither a path nor a fragment. */
		return !slice_starts(url, SL("//"));
	}
	Slice rest = slice_sub(url, scheme.n, url.n);
	if (same_scheme(scheme, SL("https:")) || same_scheme(scheme, SL("http:"))) {
		return slice_starts(rest, SL("//")) && rest.n > 2;
	}
	return rest.n > 0 && (same_scheme(scheme, SL("mailto:")) || same_scheme(scheme, SL("tel:")));
}
