#include "render/network.h"

#include "base/escape.h"
#include "base/vec.h"
#include "render/svg.h"

/* Units of the drawing; a letter is 15 of them high. */
enum {
	LINE = 19,
	RISE = 14,      /* from the top of a line to its foot */
	PAD = 11,       /* above the first line of a box and below the last */
	GAP = 14,       /* between boxes */
	HEADING = 26,   /* of a kind */
	BADGE = 12,     /* radius of the number */
	SPINE = 24,     /* narrow: where the line from the school goes down */
	EDGE = 2,       /* half of the thickest border */
	THICK_MOST = 6, /* programmes that still make a line thicker */
	WORD_LINES = 12,
};

/* The two ways to draw it: partners on both sides of the school, or below it. */
typedef struct Frame {
	bool wide;
	const char *suffix; /* of the ids */
	int width;
	int box, letters;               /* of a partner: width, and what a line has room for */
	int school_box, school_letters; /* of the school */
} Frame;

static const Frame wide = {true, "", 760, 230, 22, 150, 14};
static const Frame narrow = {false, "-narrow", 340, 280, 25, 340, 28};

/* Text broken between words; a word longer than a line is broken where it must. */
typedef struct Lines {
	Slice of[WORD_LINES];
	int n;
} Lines;

/* A node where it stands. */
typedef struct Place {
	const NetworkNode *node;
	Lines lines;
	int top, height;
	bool left, heads; /* heads: the name of its kind stands above it */
} Place;

typedef struct Drawing {
	Buf *out;
	const Network *net;
	const Frame *frame;
	VEC(Place) places;
	Lines school;
	int middle; /* of the school's box */
	int height;
} Drawing;

/* --- words --- */

/* A blank may end a line, but not the one between «№» and its number. */
static bool may_break(Slice text, size_t at)
{
	return !slice_ends(slice_sub(text, 0, at), SL("№"));
}

static size_t line_end(Slice text, size_t from, int letters)
{
	size_t at = from;
	size_t cut = from;
	for (int i = 0; i < letters && at < text.n; i++) {
		size_t before = at;
		cut = utf8_next(text, &at) == ' ' && may_break(text, before) ? before : cut;
	}
	bool ends = at == text.n || (text.p[at] == ' ' && may_break(text, at));
	return ends || cut == from ? at : cut;
}

/* What no line is left for stays out of the drawing; the link's name is whole. */
static Lines lines_of(Slice text, int letters)
{
	Lines lines = {.n = 0};
	for (size_t at = 0; at < text.n && lines.n < WORD_LINES;) {
		size_t end = line_end(text, at, letters);
		lines.of[lines.n++] = slice_sub(text, at, end);
		at = end + (end < text.n && text.p[end] == ' ');
	}
	return lines;
}

static void put_lines(Buf *out, const Lines *lines, int x, int top)
{
	buf_str(out, "<text text-anchor=\"middle\">");
	for (int i = 0; i < lines->n; i++) {
		buf_printf(out, "<tspan x=\"%d\" y=\"%d\">", x, top + RISE + i * LINE);
		escape_prose(out, lines->of[i]);
		buf_str(out, " </tspan>"); /* the blank parts words where the text is read, and is not drawn */
	}
	buf_str(out, "</text>");
}

/* --- places --- */

static int box_height(const Lines *lines)
{
	return lines->n * LINE + 2 * PAD;
}

static int room_of(const Place *p)
{
	return p->height + GAP + (p->heads ? HEADING : 0);
}

static bool begins_kind(const Network *net, size_t i)
{
	return net->nodes[i].kind.n && (i == 0 || !slice_eq(net->nodes[i].kind, net->nodes[i - 1].kind));
}

static int add_places(Drawing *d)
{
	int whole = 0;
	for (size_t i = 0; i < d->net->n; i++) {
		Place p = {.node = &d->net->nodes[i], .lines = lines_of(d->net->nodes[i].name, d->frame->letters)};
		p.height = box_height(&p.lines);
		p.heads = begins_kind(d->net, i);
		whole += room_of(&p);
		vec_push(&d->places, p);
	}
	return whole;
}

/* The first half by height goes to the left, so that both sides end about even. */
static void choose_sides(Drawing *d, int whole)
{
	int used = 0;
	for (size_t i = 0; i < d->places.n; i++) {
		Place *p = &d->places.items[i];
		p->left = i == 0 || used + room_of(p) / 2 < whole / 2;
		bool turns = i > 0 && !p->left && p[-1].left;
		p->heads = p->heads || (turns && p->node->kind.n);
		used += room_of(p);
	}
}

static int side_height(const Drawing *d, bool left)
{
	int height = 0;
	for (size_t i = 0; i < d->places.n; i++) {
		height += d->places.items[i].left == left ? room_of(&d->places.items[i]) : 0;
	}
	return height ? height - GAP : 0;
}

static void stack_side(Drawing *d, bool left, int top)
{
	for (size_t i = 0; i < d->places.n; i++) {
		Place *p = &d->places.items[i];
		if (p->left == left) {
			p->top = top + (p->heads ? HEADING : 0);
			top = p->top + p->height + GAP;
		}
	}
}

static int largest(int x, int y)
{
	return x > y ? x : y;
}

static void arrange_wide(Drawing *d, int whole)
{
	choose_sides(d, whole);
	int left = side_height(d, true);
	int right = side_height(d, false);
	d->height = largest(largest(left, right), box_height(&d->school) + 2 * PAD);
	d->middle = d->height / 2;
	stack_side(d, true, (d->height - left) / 2);
	stack_side(d, false, (d->height - right) / 2);
}

static void arrange_narrow(Drawing *d)
{
	int school = box_height(&d->school);
	stack_side(d, false, school + GAP);
	d->middle = school / 2;
	d->height = school + GAP + side_height(d, false);
}

/* --- drawing --- */

static int box_left(const Drawing *d, const Place *p)
{
	return p->left ? 0 : d->frame->width - d->frame->box;
}

/* Where a line from the school ends. */
static int tie_end(const Drawing *d, const Place *p)
{
	return p->left ? d->frame->box : d->frame->width - d->frame->box;
}

static void put_curve(const Drawing *d, const Place *p, int y)
{
	const Frame *f = d->frame;
	int from = (f->width + (p->left ? -f->school_box : f->school_box)) / 2;
	int to = tie_end(d, p);
	int bend = (from + to) / 2;
	buf_printf(d->out, "M%d %dC%d %d %d %d %d %d", from, d->middle, bend, d->middle, bend, y, to, y);
}

static void put_tie(const Drawing *d, const Place *p)
{
	int64_t n = p->node->programmes;
	int y = p->top + p->height / 2;
	buf_printf(d->out, "<path%s fill=\"none\" stroke=\"currentColor\" stroke-width=\"%d\" d=\"",
	           n ? "" : " stroke-dasharray=\"4 4\"", n ? 2 + 2 * (int)(n < THICK_MOST ? n : THICK_MOST) : 1);
	if (d->frame->wide) {
		put_curve(d, p, y);
	} else {
		buf_printf(d->out, "M%d %dH%d", SPINE, y, tie_end(d, p));
	}
	buf_str(d->out, "\"/>");
}

static void put_ties(const Drawing *d)
{
	const Place *last = &d->places.items[d->places.n - 1];
	buf_str(d->out, "<g class=\"ties\">");
	if (!d->frame->wide) {
		buf_printf(d->out, "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" d=\"M%d %dV%d\"/>",
		           SPINE, d->middle, last->top + last->height / 2);
	}
	for (size_t i = 0; i < d->places.n; i++) {
		put_tie(d, &d->places.items[i]);
	}
	buf_str(d->out, "</g>");
}

static void put_box(Buf *out, int x, int y, int width, int height, bool dashed)
{
	buf_printf(
	        out,
	        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"none\" stroke=\"currentColor\"%s/>",
	        x, y, width, height, dashed ? " stroke-dasharray=\"6 4\"" : "");
}

static void put_badge(const Drawing *d, const Place *p)
{
	int x = tie_end(d, p);
	int y = p->top + p->height / 2;
	if (p->node->programmes) {
		buf_printf(
		        d->out,
		        "<circle class=\"badge\" cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"none\" stroke=\"currentColor\"/>",
		        x, y, BADGE);
		buf_printf(d->out, "<text class=\"badge-text\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%lld</text>", x,
		           y + 5, (long long)p->node->programmes);
	}
}

static void put_node(const Drawing *d, const Place *p)
{
	Buf *out = d->out;
	int x = box_left(d, p);
	int aside = p->left ? -EDGE * 2 : EDGE * 2; /* of the number */
	if (p->heads) {
		buf_printf(out, "<text class=\"kind\" x=\"%d\" y=\"%d\">", x + EDGE, p->top - PAD + EDGE);
		escape_prose(out, p->node->kind);
		buf_str(out, "</text>");
	}
	buf_str(out, "<a href=\"");
	escape_html(out, p->node->url);
	buf_str(out, "\" aria-label=\"");
	escape_html(out, p->node->about);
	buf_str(out, "\">");
	put_box(out, x, p->top, d->frame->box, p->height, p->node->ended);
	put_lines(out, &p->lines, x + d->frame->box / 2 + aside, p->top + PAD);
	put_badge(d, p);
	buf_str(out, "</a>");
}

static void put_school(const Drawing *d)
{
	int pad = d->frame->wide ? 2 * PAD : PAD;
	int height = d->school.n * LINE + 2 * pad;
	int top = d->middle - height / 2;
	buf_str(d->out, "<g class=\"school-box\">");
	put_box(d->out, (d->frame->width - d->frame->school_box) / 2, top, d->frame->school_box, height, false);
	put_lines(d->out, &d->school, d->frame->width / 2, top + pad);
	buf_str(d->out, "</g>");
}

static void put_opening(const Drawing *d, Slice id)
{
	buf_printf(d->out, "<svg class=\"network\" viewBox=\"%d %d %d %d\" role=\"group\"", -EDGE, -EDGE,
	           d->frame->width + 2 * EDGE, d->height + 2 * EDGE);
	buf_printf(d->out, " aria-labelledby=\"%.*s-title\" aria-describedby=\"%.*s-desc\">", SLICE_ARG(id),
	           SLICE_ARG(id));
	svg_words(d->out, "title", id, d->net->title);
	svg_words(d->out, "desc", id, d->net->about);
}

static void draw(Buf *out, const Network *net, const Frame *frame)
{
	Drawing d = {.out = out, .net = net, .frame = frame, .school = lines_of(net->school, frame->school_letters)};
	Buf id = BUF_INIT;
	int whole = add_places(&d);
	buf_add(&id, net->id);
	buf_str(&id, frame->suffix);
	if (frame->wide) {
		arrange_wide(&d, whole);
	} else {
		arrange_narrow(&d);
	}
	put_opening(&d, buf_slice(&id));
	put_ties(&d);
	put_school(&d);
	for (size_t i = 0; i < d.places.n; i++) {
		put_node(&d, &d.places.items[i]);
	}
	buf_str(out, "</svg>");
	vec_release(&d.places);
	buf_release(&id);
}

void network_draw(Buf *out, const Network *net)
{
	if (net->n) {
		draw(out, net, &wide);
		buf_str(out, "<div class=\"narrow\" hidden>");
		draw(out, net, &narrow);
		buf_str(out, "</div>");
	}
}
