#include "render/ics.h"

#include "base/mem.h"

enum { LINE_MAX_OCTETS = 75 };

/* Whole letters only: octets that continue one go with it. */
static size_t fold_at(Slice line, size_t room)
{
	size_t end = line.n < room ? line.n : room;
	while (end < line.n && (line.p[end] & 0xc0) == 0x80) {
		end--;
	}
	return end;
}

static void put_line(Buf *out, Slice line)
{
	size_t end = fold_at(line, LINE_MAX_OCTETS);
	buf_add(out, slice_sub(line, 0, end));
	while (end < line.n) {
		line = slice_sub(line, end, line.n);
		end = fold_at(line, LINE_MAX_OCTETS - 1);
		buf_str(out, "\r\n ");
		buf_add(out, slice_sub(line, 0, end));
	}
	buf_str(out, "\r\n");
}

/* libical 3.0 parts the CR from the LF of a line that is just as long as it may
 * be, so its folds are taken back and made anew. */
static void put_lines(Buf *out, Slice folded)
{
	Buf text = BUF_INIT;
	for (size_t from = 0; from < folded.n;) {
		size_t fold = slice_find(folded, SL("\r\n "), from);
		buf_add(&text, slice_sub(folded, from, fold));
		from = fold < folded.n ? fold + 3 : fold;
	}
	Slice rest = buf_slice(&text);
	for (size_t from = 0; from < rest.n;) {
		size_t end = slice_find(rest, SL("\r\n"), from);
		put_line(out, slice_sub(rest, from, end));
		from = end + 2;
	}
	buf_release(&text);
}

void ics_put(Buf *out, icalcomponent *calendar)
{
	char *text = icalcomponent_as_ical_string_r(calendar);
	if (!text) {
		mem_exhausted();
	}
	put_lines(out, slice_of(text));
	icalmemory_free_buffer(text);
	icalcomponent_free(calendar);
}
