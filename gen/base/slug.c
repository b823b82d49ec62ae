#include "base/slug.h"

#include "base/locale.h"

void text_slug(Buf *out, Slice s)
{
	Arena scratch = ARENA_INIT;
	Buf lower = BUF_INIT;
	text_lower(&lower, s);
	Slice text = text_nfc(&scratch, buf_slice(&lower));
	bool gap = false;
	size_t start = out->n;
	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		if (!char_is_letter(c) && !char_is_digit(c)) {
			gap = true;
			continue;
		}
		if (gap && out->n > start) {
			buf_byte(out, '-');
		}
		gap = false;
		buf_char(out, c);
	}
	buf_release(&lower);
	arena_release(&scratch);
}
