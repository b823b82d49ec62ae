#include "render/chart.h"

#include "base/escape.h"
#include "render/svg.h"

enum {
	STEPS = 4,         /* of a scale at most */
	COLUMN_LEAST = 4,  /* tenths of a line's height: the lowest column, so that none vanishes */
	COLUMN_MOST = 100, /* and the highest */
};

/* A scale from 0 in round steps: up to step * steps. */
typedef struct Scale {
	int64_t step;
	int steps;
	bool percent;
} Scale;

void chart_percent(Buf *out, int64_t count, int64_t whole)
{
	buf_printf(out, "%lld\u00a0%%", (long long)((count * 200 + whole) / (whole * 2)));
}

static int64_t largest(const Chart *c)
{
	int64_t most = 0;
	for (size_t i = 0; i < c->n; i++) {
		most = c->rows[i].count > most ? c->rows[i].count : most;
	}
	return most;
}

/* The least of 1, 2, 5, 10, 20, 50… of which STEPS are enough. */
static int64_t round_step(int64_t most)
{
	int64_t step = 1;
	for (int i = 0; step * STEPS < most; i++) {
		step = i % 3 == 1 ? step / 2 * 5 : step * 2;
	}
	return step;
}

static Scale scale_of(const Chart *c)
{
	if (c->whole > 0) {
		return (Scale){25, STEPS, true};
	}
	int64_t most = largest(c);
	int64_t step = round_step(most);
	int64_t steps = (most + step - 1) / step;
	return (Scale){step, steps ? (int)steps : 1, false};
}

static int64_t scale_end(const Chart *c, const Scale *s)
{
	return s->percent ? c->whole : s->step * s->steps;
}

/* --- bars --- */

static void put_tick(Buf *out, const Locale *l, const Scale *s, int i)
{
	const char *anchor = i == 0 ? "start" : i == s->steps ? "end" : "middle";
	bool minor = i > 0 && i < s->steps && (i % 2 || s->steps % 2); /* what a narrow page does without */
	buf_printf(out, "<text%s text-anchor=\"%s\"", minor ? " class=\"minor\"" : "", anchor);
	svg_share(out, "x", share_of(i, s->steps));
	buf_str(out, " y=\"1em\">");
	locale_number(l, out, s->step * i);
	buf_str(out, s->percent ? "\u00a0%</text>" : "</text>");
}

static void put_scale(Buf *out, const Locale *l, const Chart *c, const Scale *s)
{
	buf_str(out, "<div class=\"bar-row\"><svg class=\"scale\" aria-hidden=\"true\" width=\"100%\" height=\"24\">");
	svg_words(out, "title", c->id, c->title);
	svg_words(out, "desc", c->id, c->about);
	buf_printf(out, "<defs><g id=\"%.*s-grid\" class=\"grid-lines\">", SLICE_ARG(c->id));
	for (int i = 0; i <= s->steps; i++) {
		buf_str(out, "<line");
		svg_share(out, "x1", share_of(i, s->steps));
		svg_share(out, "x2", share_of(i, s->steps));
		buf_str(out, " y2=\"100%\"/>");
	}
	buf_str(out, "</g></defs>");
	for (int i = 0; i <= s->steps; i++) {
		put_tick(out, l, s, i);
	}
	buf_str(out, "</svg></div>");
}

static void put_value(Buf *out, const Locale *l, const Chart *c, const ChartRow *row)
{
	buf_str(out, "<span class=\"bar-value\"><b>");
	locale_number(l, out, row->count);
	buf_str(out, "</b>");
	if (c->whole > 0) {
		buf_byte(out, ' ');
		chart_percent(out, row->count, c->whole);
	}
	buf_str(out, "</span>");
}

static const char *bar_fill(const ChartRow *row)
{
	return row->rest ? "class=\"rest\" fill=\"none\" stroke=\"currentColor\""
	                 : "class=\"bar\" fill=\"currentColor\"";
}

static void put_bar(Buf *out, const Locale *l, const Chart *c, const ChartRow *row, int64_t end)
{
	buf_str(out, "<div class=\"bar-row\"><span class=\"bar-label\">");
	escape_prose(out, row->title);
	buf_printf(out,
	           "</span><svg class=\"strip\" aria-hidden=\"true\" width=\"100%%\" height=\"24\"><use "
	           "href=\"#%.*s-grid\"/><rect %s",
	           SLICE_ARG(c->id), bar_fill(row));
	svg_share(out, "width", share_of(row->count, end));
	buf_str(out, " y=\"15%\" height=\"70%\" rx=\"2\"/></svg>");
	put_value(out, l, c, row);
	buf_str(out, "</div>");
}

void chart_bars(Buf *out, const Locale *l, const Chart *c)
{
	Scale s = scale_of(c);
	svg_picture(out, "div", "bars", c->id);
	for (size_t i = 0; i < c->n; i++) {
		put_bar(out, l, c, &c->rows[i], scale_end(c, &s));
	}
	put_scale(out, l, c, &s);
	buf_str(out, "</div>");
}

/* --- columns --- */

static void put_column(Buf *out, const Locale *l, const Chart *c, size_t i, int64_t most)
{
	const ChartRow *row = &c->rows[i];
	int64_t tenths = most ? (row->count * 2 * COLUMN_MOST + most) / (most * 2) : 0;
	tenths = tenths < COLUMN_LEAST ? COLUMN_LEAST : tenths;
	buf_str(out, "<div class=\"pillar\">");
	put_value(out, l, c, row);
	buf_printf(out, "<svg class=\"rise\" aria-hidden=\"true\" width=\"100%%\" height=\"%d.%dem\">",
	           (int)tenths / 10, (int)tenths % 10);
	if (i == 0) {
		svg_words(out, "title", c->id, c->title);
		svg_words(out, "desc", c->id, c->about);
	}
	buf_printf(out, "<rect %s width=\"100%%\" height=\"100%%\"/></svg><span class=\"bar-label\">", bar_fill(row));
	escape_prose(out, row->title);
	buf_str(out, "</span></div>");
}

void chart_columns(Buf *out, const Locale *l, const Chart *c)
{
	int64_t most = largest(c);
	svg_picture(out, "div", "pillars", c->id);
	for (size_t i = 0; i < c->n; i++) {
		put_column(out, l, c, i, most);
	}
	buf_str(out, "</div>");
}
