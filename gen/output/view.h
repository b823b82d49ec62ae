/*
 * view.h - a text made from other bytes, which knows of each of its bytes where that came from.
 */
#ifndef OUTPUT_VIEW_H
#define OUTPUT_VIEW_H

#include "base/buf.h"
#include "base/vec.h"

/* From byte `at` of a view on, up to the next of these, bytes came one by one from `from` on. */
typedef struct Origin {
	size_t at, from;
} Origin;

typedef struct View {
	Buf text;
	VEC(Origin) origins;
	const struct View *source; /* whose bytes it was made from; NULL: the file's own */
} View;

void view_init(View *v);
void view_release(View *v);
void view_clear(View *v, const View *source); /* keeps the memory */
/* Adds bytes that came from `from` on; a single origin when more came of less. */
void view_put(View *v, Slice bytes, size_t from);
/* The offset in the file's own bytes. */
size_t view_origin(const View *v, size_t at);

#endif
