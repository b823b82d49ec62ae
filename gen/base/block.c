#include "base/block.h"

#include <assert.h>

static void begin_line(Block *b)
{
	for (unsigned i = 0; i < b->depth; i++) {
		buf_str(b->out, b->dash && i + 1 == b->depth ? "- " : "  ");
	}
	b->dash = false;
}

static void put_quoted(Buf *out, Slice text)
{
	buf_byte(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		if (c < ' ' || c == 0x7F) {
			buf_printf(out, "\\x%02X", c);
		} else {
			buf_str(out, c == '"' || c == '\\' ? "\\" : "");
			buf_byte(out, (char)c);
		}
	}
	buf_str(out, "\"\n");
}

void block_text(Block *b, const char *key, Slice text)
{
	begin_line(b);
	buf_printf(b->out, "%s: ", key);
	put_quoted(b->out, text);
}

void block_word(Block *b, const char *key, const char *word)
{
	begin_line(b);
	buf_printf(b->out, "%s: %s\n", key, word);
}

void block_open(Block *b, const char *key)
{
	begin_line(b);
	buf_printf(b->out, "%s:\n", key);
	b->depth++;
}

void block_close(Block *b)
{
	assert(b->depth > 0 && !b->dash);
	b->depth--;
}

void block_item(Block *b)
{
	b->depth++;
	b->dash = true;
}

void block_item_text(Block *b, Slice text)
{
	block_item(b);
	begin_line(b);
	put_quoted(b->out, text);
	block_close(b);
}
