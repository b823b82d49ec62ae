/*
 * body.h - the lines of a Markdown body, and the places in them.
 *
 * A line ends at LF, CR LF or CR, as CommonMark says. Bytes and lines count
 * from 0 here; what is told to people comes from body_loc().
 */
#ifndef SOURCE_BODY_H
#define SOURCE_BODY_H

#include "base/diag.h"
#include "source/container.h"

typedef struct Spot {
	size_t line, byte;
} Spot;

typedef struct Body {
	Slice path;
	unsigned line; /* of the first line in its file */
	Slice *items;  /* the lines, borrowed from the text, without their ends */
	size_t n, cap;
	Containers containers; /* around the block at hand; kept by who walks the blocks */
	Spot counted;          /* where col was counted last */
	unsigned col;
} Body;

void body_init(Body *b, Slice text, Slice path, unsigned line);
void body_release(Body *b);
/* Empty beyond the last line. */
Slice body_line(const Body *b, size_t line);
/* The line from a byte on. */
Slice body_from(const Body *b, Spot s);
/* Cheap when asked in the order of the text, however long a line is. */
Loc body_loc(Body *b, Spot s);
/* Where the text of a line begins, after the marks of the containers at hand. */
Spot body_text(const Body *b, size_t line);
/* The first line after `first`, up to `last`, that underlines a heading; `last` if there is none. */
size_t body_underline(const Body *b, size_t first, size_t last);

#endif
