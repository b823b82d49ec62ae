#include "source/stretch.h"

void stretch_block(Stretch *s, const Body *body, Spot begin, size_t last, size_t shift)
{
	*s = (Stretch){.body = body, .begin = begin, .last = last, .counted = begin.line, .shift = shift};
	s->line = begin.line + shift;
	s->seen = begin;
}

void stretch_cell(Stretch *s, const Body *body, const TableCell *cell)
{
	*s = (Stretch){.body = body, .cell = cell, .begin = cell->begin, .last = cell->begin.line, .seen = cell->begin};
}

/* Counted on from the last place: a cell may be very long. */
static Spot cell_spot(Stretch *s, size_t byte)
{
	Slice text = s->cell->text;
	if (byte < s->plain) {
		s->plain = s->written = 0;
	}
	while (s->plain < byte && s->written < text.n) {
		bool pipe = text.p[s->written] == '\\' && s->written + 1 < text.n && text.p[s->written + 1] == '|';
		s->written += pipe ? 2 : 1;
		s->plain++;
	}
	return (Spot){s->begin.line, s->begin.byte + s->written};
}

/* Where cmark begins to count on a line: a lazy continuation keeps its white space. */
static Spot text_of(const Stretch *s, size_t line)
{
	if (line == s->begin.line) {
		return s->begin;
	}
	Remains left = containers_strip(&s->body->containers, body_line(s->body, line));
	return (Spot){line, left.lazy ? left.marks : left.byte};
}

/* Turns to a line as cmark counts it; by how far it was behind at the end of
 * the one before, it is behind from here on. */
static void turn_to(Stretch *s, size_t line)
{
	if (line > s->counted) {
		s->shift = s->line - s->counted;
		s->counted = line;
		s->line = line + s->shift < s->last ? line + s->shift : s->last;
		s->passed = 0;
	}
}

static Spot block_spot(Stretch *s, size_t line, size_t byte)
{
	size_t columns = byte > s->begin.byte ? byte - s->begin.byte : 0;
	turn_to(s, line);
	if (columns < s->passed) {
		s->line = s->counted + s->shift;
		s->passed = 0;
	}
	Spot spot = text_of(s, s->line);
	size_t end = body_line(s->body, s->line).n;
	while (columns - s->passed > end - spot.byte && s->line < s->last) {
		s->passed += end - spot.byte + 1;
		s->line++;
		spot = text_of(s, s->line);
		end = body_line(s->body, s->line).n;
	}
	spot.byte += columns - s->passed;
	spot.byte = spot.byte < end ? spot.byte : end;
	return spot;
}

Spot stretch_spot(Stretch *s, size_t line, size_t byte)
{
	s->seen = s->cell ? cell_spot(s, byte) : block_spot(s, line, byte);
	return s->seen;
}
