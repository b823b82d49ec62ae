#include "render/strip.h"

static Date later(Date x, Date y)
{
	return x > y ? x : y; /* DATE_NONE is before every day */
}

Span course_span(const Course *c)
{
	return (Span){c->start, later(c->start, later(c->end, later(c->extended, c->completed)))};
}

static void open_strip(Buf *out, Slice id)
{
	buf_str(out, "<svg class=\"strip\" aria-hidden=\"true\" width=\"100%\" height=\"24\">");
	axis_grid(out, id);
}

/* Colours come from the theme by class; where there is no theme, the text's own does. */
static void put_bar(Buf *out, const Axis *a, const char *class, Date first, Date last)
{
	bool hollow = strcmp(class, "bar") != 0;
	buf_printf(out, "<rect class=\"%s\" fill=\"%s\" stroke=\"currentColor\"%s", class,
	           hollow ? "none" : "currentColor", strcmp(class, "longer") == 0 ? " stroke-dasharray=\"5 3\"" : "");
	axis_span(out, a, first, last);
	buf_str(out, " y=\"25%\" height=\"50%\" rx=\"3\"/>");
}

static void put_dot(Buf *out, const char *class, Share x)
{
	buf_printf(out, "<circle class=\"%s\" fill=\"%s\" stroke=\"currentColor\"", class,
	           strcmp(class, "end") == 0 ? "none" : "currentColor");
	svg_share(out, "cx", x);
	buf_str(out, " cy=\"50%\" r=\"5\"/>");
}

void strip_course(Buf *out, const Axis *a, Slice id, const Course *c)
{
	bool over = c->completed != DATE_NONE;
	Date last = over ? later(c->start, c->completed) : later(c->start, later(c->end, c->extended));
	Date end = c->extended > c->end && c->end < last ? later(c->start, c->end) : last;
	open_strip(out, id);
	put_bar(out, a, c->planned ? "ahead" : "bar", c->start, end);
	if (end < last) {
		put_bar(out, a, "longer", end + 1, last);
	}
	if (over) {
		put_dot(out, "end", axis_at(a, last + 1));
	}
	buf_str(out, "</svg>");
}

/* What takes place every month, on a day that the plan does not say, is a dot in the middle of each. */
static void put_months(Buf *out, const Axis *a, Span s)
{
	for (int i = 0; i < a->months; i++) {
		Date month = date_add_months(a->from, i);
		Date next = date_add_months(month, 1);
		Date first = later(month, s.from);
		Date until = next - 1 < s.to ? next : s.to + 1;
		if (first < until) {
			put_dot(out, "dot", (axis_at(a, first) + axis_at(a, until)) / 2);
		}
	}
}

void strip_period(Buf *out, const Axis *a, Slice id, const Period *p)
{
	open_strip(out, id);
	for (size_t i = 0; i < p->n; i++) {
		if (p->monthly) {
			put_months(out, a, p->spans[i]);
		} else {
			put_bar(out, a, "bar", p->spans[i].from, p->spans[i].to);
		}
	}
	buf_str(out, "</svg>");
}
