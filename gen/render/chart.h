/*
 * chart.h - figures as SVG, drawn here, with no script and no style of its own.
 *
 * Horizontal bars: they read at any width, label and number beside each bar.
 * Colours come from the theme by class; the table below the chart has the
 * same numbers, so the drawing carries nothing that is not in text.
 */
#ifndef RENDER_CHART_H
#define RENDER_CHART_H

#include "base/locale.h"

typedef struct ChartRow {
	Slice title;
	int64_t count;
} ChartRow;

/* `id` makes the ids of <title> and <desc> unique on the page. */
void chart_bars(Buf *out, const Locale *l, Slice id, Slice title, Slice about, const ChartRow *rows, size_t n);

#endif
