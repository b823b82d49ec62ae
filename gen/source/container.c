#include "source/container.h"

#include <assert.h>

enum { TAB_STOP = 4, MAX_DIGITS = 9 };

/* Where one stands in a line; a tab may be passed in part. */
typedef struct Cursor {
	Slice text;
	size_t byte, column;
} Cursor;

static bool at_blank(const Cursor *c)
{
	return c->byte < c->text.n && (c->text.p[c->byte] == ' ' || c->text.p[c->byte] == '\t');
}

static size_t width(const Cursor *c)
{
	return c->text.p[c->byte] == '\t' ? TAB_STOP - c->column % TAB_STOP : 1;
}

/* Over a whole character. */
static void step(Cursor *c)
{
	c->column += width(c);
	c->byte++;
}

/* Over at most n columns of white space; gives how many there were. */
static size_t pass_blanks(Cursor *c, size_t n)
{
	size_t passed = 0;
	while (passed < n && at_blank(c)) {
		size_t part = width(c);
		bool whole = part <= n - passed;
		part = whole ? part : n - passed;
		c->column += part;
		c->byte += whole;
		passed += part;
	}
	return passed;
}

/* The columns of white space ahead, with nothing passed. */
static size_t indent_ahead(Cursor c)
{
	return pass_blanks(&c, SIZE_MAX);
}

static Cursor cursor_at(Slice text, size_t byte)
{
	Cursor c = {text, 0, 0};
	while (c.byte < byte && c.byte < text.n) {
		step(&c);
	}
	return c;
}

static bool enter_quote(Cursor *c)
{
	Cursor ahead = *c;
	if (pass_blanks(&ahead, SIZE_MAX) >= CODE_INDENT || ahead.byte >= c->text.n || c->text.p[ahead.byte] != '>') {
		return false;
	}
	step(&ahead);
	pass_blanks(&ahead, 1);
	*c = ahead;
	return true;
}

static bool enter_item(Cursor *c, size_t need)
{
	if (indent_ahead(*c) < need) {
		return false;
	}
	pass_blanks(c, need);
	return true;
}

/* Over the containers' marks; false at the first that is missing. */
static bool enter(const Containers *c, Cursor *at)
{
	for (size_t i = 0; i < c->n; i++) {
		const Container *box = &c->items[i];
		if (box->quote ? !enter_quote(at) : !enter_item(at, box->need)) {
			return false;
		}
	}
	return true;
}

Slice container_marker(Slice text, size_t byte)
{
	size_t end = byte;
	while (end < text.n && end - byte < MAX_DIGITS && text.p[end] >= '0' && text.p[end] <= '9') {
		end++;
	}
	const char *marks = end > byte ? ".)" : "-+*";
	bool found = end < text.n && text.p[end] && strchr(marks, text.p[end]);
	return slice_sub(text, byte, found ? end + 1 : byte);
}

/* Where the content of an item begins: after its marker and the white space
 * there, unless that is so wide that it makes the content indented code. */
static size_t item_column(Cursor marker)
{
	Slice mark = container_marker(marker.text, marker.byte);
	Cursor after = cursor_at(marker.text, marker.byte + mark.n);
	size_t blanks = indent_ahead(after);
	bool empty = slice_trim(slice_sub(marker.text, after.byte, marker.text.n)).n == 0;
	return after.column + (empty || blanks == 0 || blanks > CODE_INDENT ? 1 : blanks);
}

static size_t quote_column(Cursor mark)
{
	step(&mark);
	pass_blanks(&mark, 1);
	return mark.column;
}

/* Where, on a line, the content of the innermost container so far begins. */
static size_t outer_column(const Containers *c, size_t line, Slice text)
{
	if (c->n && c->items[c->n - 1].line == line) {
		return c->items[c->n - 1].column;
	}
	Cursor at = {text, 0, 0};
	enter(c, &at);
	return at.column;
}

void containers_push(Containers *c, bool quote, size_t line, Slice text, size_t byte)
{
	assert(c->n < CONTAINERS_MAX);
	Cursor mark = cursor_at(text, byte);
	Container box = {.quote = quote, .line = line};
	box.column = quote ? quote_column(mark) : item_column(mark);
	size_t outer = outer_column(c, line, text);
	box.need = box.column > outer ? box.column - outer : 0;
	c->items[c->n++] = box;
}

Remains containers_strip(const Containers *c, Slice text)
{
	Cursor at = {text, 0, 0};
	Remains left = {0};
	left.lazy = !enter(c, &at);
	left.marks = at.byte;
	left.indent = pass_blanks(&at, SIZE_MAX);
	left.byte = at.byte;
	return left;
}

size_t containers_width(Slice text)
{
	Cursor at = {text, 0, 0};
	while (at.byte < text.n) {
		Slice marker = container_marker(text, at.byte);
		Cursor after = {text, at.byte + marker.n, at.column + marker.n};
		if (at_blank(&at) || text.p[at.byte] == '>') {
			step(&at);
		} else if (marker.n && (after.byte == text.n || at_blank(&after))) {
			at = after;
		} else {
			break;
		}
	}
	return at.column;
}
