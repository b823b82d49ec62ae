#include "source/body.h"

#include "base/vec.h"

void body_init(Body *b, Slice text, Slice path, unsigned line)
{
	size_t from = 0;
	*b = (Body){.path = path, .line = line};
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\n' || text.p[i] == '\r') {
			vec_push(b, slice_sub(text, from, i));
			i += text.p[i] == '\r' && i + 1 < text.n && text.p[i + 1] == '\n';
			from = i + 1;
		}
	}
	if (from < text.n) {
		vec_push(b, slice_sub(text, from, text.n));
	}
}

void body_release(Body *b)
{
	vec_release(b);
}

Slice body_line(const Body *b, size_t line)
{
	return line < b->n ? b->items[line] : (Slice){NULL, 0};
}

Slice body_from(const Body *b, Spot s)
{
	return slice_sub(body_line(b, s.line), s.byte, SIZE_MAX);
}

Loc body_loc(Body *b, Spot s)
{
	if (b->col == 0 || s.line != b->counted.line || s.byte < b->counted.byte) {
		b->counted = (Spot){s.line, 0};
		b->col = 1;
	}
	b->col += (unsigned)utf8_length(slice_sub(body_line(b, s.line), b->counted.byte, s.byte));
	b->counted = s;
	return (Loc){b->path, b->line + (unsigned)s.line, b->col};
}

Spot body_text(const Body *b, size_t line)
{
	return (Spot){line, containers_strip(&b->containers, body_line(b, line)).byte};
}

static bool is_underline(Slice s)
{
	size_t i = 0;
	s = slice_trim(s);
	while (i < s.n && s.p[i] == s.p[0]) {
		i++;
	}
	return i && i == s.n && (s.p[0] == '=' || s.p[0] == '-');
}

size_t body_underline(const Body *b, size_t first, size_t last)
{
	size_t line = first + 1;
	while (line < last) {
		Remains left = containers_strip(&b->containers, body_line(b, line));
		if (!left.lazy && left.indent < CODE_INDENT && is_underline(body_from(b, (Spot){line, left.byte}))) {
			break;
		}
		line++;
	}
	return line < last ? line : last;
}
