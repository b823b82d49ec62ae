#include "render/axis.h"

enum {
	SHORT = 8, /* months: with more, there is less room for the names of them and of years */
	CROWDED = 12,
	LONG = 24,
	SHARE_LEAST = 100, /* a day of a long axis is less than a hair */
};

static Date month_start(Date d)
{
	int y, m, day;
	date_split(d, &y, &m, &day);
	return date_of(y, m, 1);
}

Axis axis_of(Date first, Date last)
{
	int y, m, y2, m2, day;
	date_split(first, &y, &m, &day);
	date_split(last, &y2, &m2, &day);
	Axis a = {.from = month_start(first), .until = date_add_months(month_start(last), 1)};
	a.months = (y2 - y) * 12 + m2 - m + 1;
	return a;
}

Share axis_at(const Axis *a, Date day)
{
	return share_of(day - a->from, a->until - a->from);
}

void axis_span(Buf *out, const Axis *a, Date first, Date last)
{
	Share x = axis_at(a, first);
	Share end = axis_at(a, last + 1);
	Share width = end - x < SHARE_LEAST ? SHARE_LEAST : end - x;
	svg_share(out, "x", x + width > SHARE_WHOLE ? SHARE_WHOLE - width : x);
	svg_share(out, "width", width);
}

/* --- the scale --- */

/* CLDR's own short names have four letters and a point (сент.): too wide for a twelfth of a telephone. */
static Slice short_name(Buf *name, const Locale *l, Date month)
{
	size_t at = 0;
	buf_clear(name);
	locale_month(l, name, month);
	for (int i = 0; i < 3; i++) {
		utf8_next(buf_slice(name), &at);
	}
	return slice_sub(buf_slice(name), 0, at);
}

/* Every how many months there is a line. */
static int month_step(const Axis *a)
{
	return a->months <= LONG ? 1 : 3;
}

/* Which months keep their names when there is little room: the narrower, the fewer, and none too near the end. */
static const char *month_class(const Axis *a, int i)
{
	int major = a->months <= CROWDED ? 3 : a->months <= LONG ? 6 : 12;
	bool kept = i == 0 || (i % major == 0 && i + major <= a->months);
	return kept ? "" : i % month_step(a) == 0 ? " class=\"minor\"" : NULL;
}

static void put_month(Buf *out, const Axis *a, const Locale *l, int i)
{
	const char *class = month_class(a, i);
	Date month = date_add_months(a->from, i);
	Buf name = BUF_INIT;
	if (class) {
		Slice text = short_name(&name, l, month);
		buf_printf(out, "<text%s", class);
		svg_share(out, "x", axis_at(a, month));
		buf_printf(out, " dx=\".25em\" y=\"1em\">%.*s</text>", SLICE_ARG(text));
	}
	buf_release(&name);
}

/* A year is named at its January, the first one where the axis begins, if its January is far enough. */
static void put_year(Buf *out, const Axis *a, int i)
{
	int y, m, day;
	Date month = date_add_months(a->from, i);
	date_split(month, &y, &m, &day);
	int room = a->months <= SHORT ? 2 : 3; /* months that the name of a year takes up */
	bool first = i == 0 && (m == 1 || 13 - m >= room || 13 - m >= a->months);
	if (first || (i > 0 && m == 1)) {
		buf_str(out, "<text class=\"year\"");
		svg_share(out, "x", axis_at(a, month));
		buf_printf(out, " dx=\".25em\" y=\"2.4em\">%d</text>", y);
	}
}

static void put_lines(Buf *out, const Axis *a, Slice id)
{
	buf_printf(out, "<g id=\"%.*s-grid\" class=\"grid-lines\">", SLICE_ARG(id));
	for (int i = 0; i <= a->months; i += month_step(a)) {
		Share x = axis_at(a, date_add_months(a->from, i));
		buf_str(out, "<line");
		svg_share(out, "x1", x);
		svg_share(out, "x2", x);
		buf_str(out, " y2=\"100%\"/>");
	}
	buf_str(out, "</g>");
}

void axis_scale(Buf *out, const Axis *a, const Locale *l, Slice id, Slice words)
{
	buf_str(out, "<svg class=\"months\" aria-hidden=\"true\" width=\"100%\" height=\"40\">");
	buf_add(out, words);
	put_lines(out, a, id);
	for (int i = 0; i < a->months; i++) {
		put_month(out, a, l, i);
		put_year(out, a, i);
	}
	buf_str(out, "</svg>");
}

void axis_grid(Buf *out, Slice id)
{
	buf_printf(out, "<use href=\"#%.*s-grid\"/>", SLICE_ARG(id));
}
