/*
 * strip.h - programmes and what is planned in them, drawn on an axis of months.
 *
 * A programme is told by shape as well as by colour: hollow while it is only
 * planned, dashed where it was extended, with a ring where it was completed.
 */
#ifndef RENDER_STRIP_H
#define RENDER_STRIP_H

#include "render/axis.h"
#include "render/period.h"

/* The public dates of a programme; the last two may be DATE_NONE. */
typedef struct Course {
	Date start, end;
	Date extended, completed;
	bool planned; /* not begun */
} Course;

/* Its days from the first to the last named, whatever has become of it. */
Span course_span(const Course *c);
/* One row of a drawing, as high as a line of text. `id` is that of the axis's scale. */
void strip_course(Buf *out, const Axis *a, Slice id, const Course *c);
void strip_period(Buf *out, const Axis *a, Slice id, const Period *p);

#endif
