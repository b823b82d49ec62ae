/*
 * axis.h - a run of whole months, on which strips of time are drawn.
 *
 * The axis is measured in days, so a month is as wide as it is long. It knows
 * nothing of today (law of stillness): nothing here marks it.
 */
#ifndef RENDER_AXIS_H
#define RENDER_AXIS_H

#include "base/date.h"
#include "base/locale.h"
#include "render/svg.h"

/* A longer one is not worth a drawing. */
enum { AXIS_MOST = 60 };

typedef struct Axis {
	Date from;  /* first day of the first month */
	Date until; /* first day after the last month */
	int months;
} Axis;

/* The months from that of `first` to that of `last`, which is not before it. */
Axis axis_of(Date first, Date last);
/* Where a day begins. */
Share axis_at(const Axis *a, Date day);
/* The days from `first` to `last`, both whole, as the attributes x and width; never so narrow that it cannot be seen.
 */
void axis_span(Buf *out, const Axis *a, Date first, Date last);
/* The names of months and years, and the lines between months as a group of
 * the id "ID-grid", which every strip of the axis shows by axis_grid(). `words`: <title> and <desc>. */
void axis_scale(Buf *out, const Axis *a, const Locale *l, Slice id, Slice words);
void axis_grid(Buf *out, Slice id);

#endif
