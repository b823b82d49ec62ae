/*
 * chart.h - figures drawn as bars and columns, with no script and no style of its own.
 *
 * Words stand beside the bars as HTML, so that they wrap and grow with the
 * page; only the bars are SVG, measured in shares of the width (svg.h).
 * Together they are one picture to a screen reader; the table below it has the
 * same numbers, so the drawing carries nothing that is not in text.
 */
#ifndef RENDER_CHART_H
#define RENDER_CHART_H

#include "base/locale.h"

typedef struct ChartRow {
	Slice title;
	int64_t count;
	bool rest; /* stands for several that are too small to be shown: drawn hollow */
} ChartRow;

typedef struct Chart {
	Slice id;           /* makes the ids of the drawing unique on the page */
	Slice title, about; /* what it shows; what it says */
	const ChartRow *rows;
	size_t n;
	int64_t whole; /* what the counts are parts of, as answers of respondents; 0: of nothing */
} Chart;

/* Horizontal bars under a scale: of the counts, or of the whole in percent. */
void chart_bars(Buf *out, const Locale *l, const Chart *c);
/* Columns side by side, for what follows in time; as many to a line as there is room for. */
void chart_columns(Buf *out, const Locale *l, const Chart *c);
/* «46 %» of a whole that is not 0, to the nearest. */
void chart_percent(Buf *out, int64_t count, int64_t whole);

#endif
