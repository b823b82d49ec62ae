#include "cmd/mdoc.h"

#include "base/locale.h"
#include "cmd/manual.h"

/* A backslash would begin an escape sequence; a quote inside an argument is doubled. */
static void put_escaped(Buf *out, Slice text, bool quoted)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\\') {
			buf_str(out, "\\e");
		} else {
			buf_str(out, quoted && text.p[i] == '"' ? "\"" : "");
			buf_byte(out, text.p[i]);
		}
	}
}

void mdoc_macro(Buf *out, const char *macros, Slice word)
{
	buf_byte(out, '.');
	buf_str(out, macros);
	buf_str(out, " \"");
	put_escaped(out, word, true);
	buf_str(out, "\"\n");
}

/* Where a sentence ends with more to follow: at the blank before a capital letter; text.n when there is none. */
static size_t sentence_end(Slice text)
{
	for (size_t i = 1; i + 1 < text.n; i++) {
		size_t next = i + 1;
		if (text.p[i] == ' ' && strchr(".!?", text.p[i - 1]) && char_is_upper(utf8_next(text, &next))) {
			return i;
		}
	}
	return text.n;
}

void mdoc_text(Buf *out, Slice text)
{
	bool control = text.n && (text.p[0] == '.' || text.p[0] == '\'');
	buf_str(out, control ? "\\&" : "");
	while (text.n) {
		size_t end = sentence_end(text);
		put_escaped(out, slice_sub(text, 0, end), false);
		buf_byte(out, '\n');
		text = slice_sub(text, end + 1, text.n);
	}
}

void mdoc_title(Buf *out, const char *name, const char *section, const char *about)
{
	buf_str(out, ".\\\" Written by \"rubrika help --mdoc\" from the program's own tables: do not edit.\n"
	             ".Dd " RELEASE_DATE "\n.Dt ");
	for (const char *p = name; *p; p++) {
		buf_byte(out, *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p);
	}
	buf_printf(out, " %s\n.Os\n.Sh NAME\n.Nm %s\n.Nd ", section, name);
	mdoc_text(out, slice_of(about));
}
