#include "render/network.h"

#include "base/escape.h"
#include "base/vec.h"
#include "render/svg.h"

/* Units of the drawing; a letter is 15 of them high. */
enum {
	WIDTH = 760,
	BOX = 230,    /* width of a partner's box */
	CENTRE = 150, /* of the school's */
	LETTERS = 22, /* that a line of a box has room for */
	CENTRE_LETTERS = 14,
	LINE = 19,
	PAD = 11,       /* above the first line and below the last */
	GAP = 14,       /* between boxes */
	HEADING = 26,   /* of a kind */
	BADGE = 12,     /* radius of the number */
	THICK_MOST = 6, /* programmes that still make a line thicker */
	WORD_LINES = 12,
};

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

typedef VEC(Place) Places;

/* --- words --- */

static size_t line_end(Slice text, size_t from, int letters)
{
	size_t at = from;
	size_t cut = from;
	for (int i = 0; i < letters && at < text.n; i++) {
		size_t before = at;
		cut = utf8_next(text, &at) == ' ' ? before : cut;
	}
	bool ends = at == text.n || text.p[at] == ' ';
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

static void put_lines(Buf *out, const Lines *lines, int x, int y)
{
	for (int i = 0; i < lines->n; i++) {
		buf_printf(out, "<tspan x=\"%d\" y=\"%d\">", x, y + i * LINE);
		escape_prose(out, lines->of[i]);
		buf_str(out, i + 1 < lines->n ? " </tspan>" : "</tspan>");
	}
}

/* --- places --- */

static int box_height(const Lines *lines)
{
	return lines->n * LINE + 2 * PAD;
}

static bool begins_kind(const Network *net, size_t i)
{
	return net->nodes[i].kind.n && (i == 0 || !slice_eq(net->nodes[i].kind, net->nodes[i - 1].kind));
}

static int room_of(const Place *p)
{
	return p->height + GAP + (p->heads ? HEADING : 0);
}

/* The first half by height goes to the left, so that both sides end about even. */
static void choose_sides(Places *places, const Network *net)
{
	int whole = 0;
	int used = 0;
	for (size_t i = 0; i < net->n; i++) {
		Place p = {.node = &net->nodes[i], .lines = lines_of(net->nodes[i].name, LETTERS)};
		p.height = box_height(&p.lines);
		p.heads = begins_kind(net, i);
		whole += room_of(&p);
		vec_push(places, p);
	}
	for (size_t i = 0; i < places->n; i++) {
		Place *p = &places->items[i];
		p->left = i == 0 || used + room_of(p) / 2 < whole / 2;
		bool turns = i > 0 && !p->left && places->items[i - 1].left;
		p->heads = p->heads || (turns && p->node->kind.n);
		used += room_of(p);
	}
}

static int side_height(const Places *places, bool left)
{
	int height = 0;
	for (size_t i = 0; i < places->n; i++) {
		height += places->items[i].left == left ? room_of(&places->items[i]) : 0;
	}
	return height ? height - GAP : 0;
}

static void stack_side(Places *places, bool left, int top)
{
	for (size_t i = 0; i < places->n; i++) {
		Place *p = &places->items[i];
		if (p->left == left) {
			p->top = top + (p->heads ? HEADING : 0);
			top = p->top + p->height + GAP;
		}
	}
}

/* --- drawing --- */

static int thickness(int64_t programmes)
{
	return programmes ? 2 + 2 * (int)(programmes < THICK_MOST ? programmes : THICK_MOST) : 1;
}

static void put_tie(Buf *out, const Place *p, int middle)
{
	int y = p->top + p->height / 2;
	int from = (WIDTH + (p->left ? -CENTRE : CENTRE)) / 2;
	int to = p->left ? BOX : WIDTH - BOX;
	int bend = (from + to) / 2;
	buf_printf(out,
	           "<path%s fill=\"none\" stroke=\"currentColor\" stroke-width=\"%d\" d=\"M%d %dC%d %d %d %d %d %d\"/>",
	           p->node->programmes ? "" : " stroke-dasharray=\"4 4\"", thickness(p->node->programmes), from, middle,
	           bend, middle, bend, y, to, y);
}

static void put_box(Buf *out, int x, int y, int width, int height, const char *more)
{
	buf_printf(
	        out,
	        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"none\" stroke=\"currentColor\"%s/>",
	        x, y, width, height, more);
}

static void put_badge(Buf *out, const Place *p)
{
	int x = p->left ? BOX : WIDTH - BOX;
	int y = p->top + p->height / 2;
	if (p->node->programmes) {
		buf_printf(
		        out,
		        "<circle class=\"badge\" cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"none\" stroke=\"currentColor\"/>",
		        x, y, BADGE);
		buf_printf(out, "<text class=\"badge-text\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%lld</text>", x,
		           y + 5, (long long)p->node->programmes);
	}
}

static void put_node(Buf *out, const Place *p)
{
	int x = p->left ? 0 : WIDTH - BOX;
	int text = x + BOX / 2 + (p->left ? -4 : 4); /* away from the number */
	if (p->heads) {
		buf_printf(out, "<text class=\"kind\" x=\"%d\" y=\"%d\">", x + 2, p->top - 8);
		escape_prose(out, p->node->kind);
		buf_str(out, "</text>");
	}
	buf_str(out, "<a href=\"");
	escape_html(out, p->node->url);
	buf_str(out, "\" aria-label=\"");
	escape_html(out, p->node->about);
	buf_str(out, "\">");
	put_box(out, x, p->top, BOX, p->height, p->node->ended ? " stroke-dasharray=\"6 4\"" : "");
	buf_str(out, "<text text-anchor=\"middle\">");
	put_lines(out, &p->lines, text, p->top + PAD + 14);
	buf_str(out, "</text>");
	put_badge(out, p);
	buf_str(out, "</a>");
}

static void put_school(Buf *out, Slice name, int middle)
{
	Lines lines = lines_of(name, CENTRE_LETTERS);
	int height = box_height(&lines) + 2 * PAD;
	buf_str(out, "<g class=\"school-box\">");
	put_box(out, (WIDTH - CENTRE) / 2, middle - height / 2, CENTRE, height, "");
	buf_str(out, "<text text-anchor=\"middle\">");
	put_lines(out, &lines, WIDTH / 2, middle - height / 2 + 2 * PAD + 14);
	buf_str(out, "</text></g>");
}

static int drawing_height(const Places *places, Slice school)
{
	Lines lines = lines_of(school, CENTRE_LETTERS);
	int centre = box_height(&lines) + 2 * PAD;
	int left = side_height(places, true);
	int right = side_height(places, false);
	int most = left > right ? left : right;
	return most > centre ? most : centre;
}

void network_draw(Buf *out, const Network *net)
{
	Places places = {NULL, 0, 0};
	choose_sides(&places, net);
	int height = drawing_height(&places, net->school);
	stack_side(&places, true, (height - side_height(&places, true)) / 2);
	stack_side(&places, false, (height - side_height(&places, false)) / 2);
	if (net->n) {
		buf_printf(
		        out,
		        "<svg class=\"network\" viewBox=\"-2 -2 %d %d\" role=\"group\" aria-labelledby=\"%.*s-title\""
		        " aria-describedby=\"%.*s-desc\">",
		        WIDTH + 4, height + 4, SLICE_ARG(net->id), SLICE_ARG(net->id));
		svg_words(out, "title", net->id, net->title);
		svg_words(out, "desc", net->id, net->about);
		buf_str(out, "<g class=\"ties\">");
		for (size_t i = 0; i < places.n; i++) {
			put_tie(out, &places.items[i], height / 2);
		}
		buf_str(out, "</g>");
		put_school(out, net->school, height / 2);
		for (size_t i = 0; i < places.n; i++) {
			put_node(out, &places.items[i]);
		}
		buf_str(out, "</svg>");
	}
	vec_release(&places);
}
