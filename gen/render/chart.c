#include "render/chart.h"

#include "base/escape.h"

enum { WIDTH = 640, ROW = 44, BAR = 14, NUMBER = 60 };

static void put_row(Buf *out, const Locale *l, const ChartRow *row, size_t i, int64_t most)
{
	size_t top = i * ROW;
	int64_t width = most ? row->count * (WIDTH - NUMBER) / most : 0;
	buf_printf(out, "<text class=\"chart-label\" x=\"0\" y=\"%zu\">", top + 16);
	escape_html(out, row->title);
	buf_printf(out, "</text><rect class=\"chart-track\" x=\"0\" y=\"%zu\" width=\"%d\" height=\"%d\" rx=\"4\"/>",
	           top + 23, WIDTH - NUMBER, BAR);
	buf_printf(out, "<rect class=\"chart-bar\" x=\"0\" y=\"%zu\" width=\"%lld\" height=\"%d\" rx=\"4\"/>", top + 23,
	           (long long)width, BAR);
	buf_printf(out, "<text class=\"chart-value\" x=\"%d\" y=\"%zu\">", WIDTH - NUMBER + 10, top + 35);
	locale_number(l, out, row->count);
	buf_str(out, "</text>");
}

static int64_t largest(const ChartRow *rows, size_t n)
{
	int64_t most = 0;
	for (size_t i = 0; i < n; i++) {
		most = rows[i].count > most ? rows[i].count : most;
	}
	return most;
}

static void put_words(Buf *out, const char *element, Slice id, Slice text)
{
	buf_printf(out, "<%s id=\"%.*s-%s\">", element, SLICE_ARG(id), element);
	escape_html(out, text);
	buf_printf(out, "</%s>", element);
}

void chart_bars(Buf *out, const Locale *l, Slice id, Slice title, Slice about, const ChartRow *rows, size_t n)
{
	int64_t most = largest(rows, n);
	buf_printf(out,
	           "<svg class=\"chart\" viewBox=\"0 0 %d %zu\" role=\"img\" aria-labelledby=\"%.*s-title %.*s-desc\">",
	           WIDTH, n * ROW, SLICE_ARG(id), SLICE_ARG(id));
	put_words(out, "title", id, title);
	put_words(out, "desc", id, about);
	for (size_t i = 0; i < n; i++) {
		put_row(out, l, &rows[i], i, most);
	}
	buf_str(out, "</svg>");
}
