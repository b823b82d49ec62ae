/* The changes as a comment under a pull request, and as a page to be opened or sent. */
#include "base/escape.h"
#include "cmd/changes.h"

/* --- Markdown (GFM) --- */

static size_t longest_run(Slice text, char c)
{
	size_t longest = 0;
	size_t run = 0;
	for (size_t i = 0; i < text.n; i++) {
		run = text.p[i] == c ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

/* As a code span: nothing inside it is markup, a mention or a link (CommonMark 0.31, 6.1). */
static void put_code(Buf *out, Slice text)
{
	size_t fence = longest_run(text, '`') + 1;
	for (size_t i = 0; i < fence; i++) {
		buf_byte(out, '`');
	}
	buf_str(out, fence > 1 ? " " : "");
	buf_add(out, text.n ? text : SL(" "));
	buf_str(out, fence > 1 ? " " : "");
	for (size_t i = 0; i < fence; i++) {
		buf_byte(out, '`');
	}
}

static void put_item(Buf *out, const Report *r, const Difference *c)
{
	Buf subject = BUF_INIT;
	report_subject(&subject, r, c);
	buf_printf(out, "- **%s**", report_type(r, c->type));
	if (c->item.n) {
		buf_byte(out, ' ');
		put_code(out, c->item);
	}
	if (subject.n) {
		buf_byte(out, ' ');
		put_code(out, buf_slice(&subject));
	}
	if (c->valued) {
		buf_str(out, ": ");
		put_code(out, c->before);
		buf_str(out, " → ");
		put_code(out, c->after);
	}
	buf_byte(out, '\n');
	buf_release(&subject);
}

void report_markdown(Buf *out, const Report *r)
{
	const Differences *all = r->changes;
	buf_str(out, say(r->options, "## Что увидит публика\n\n", "## What the public will see\n\n"));
	if (all->list.n == 0) {
		buf_str(out, say(r->options, "Никаких изменений.\n", "No change.\n"));
		return;
	}
	report_sum(out, r);
	buf_str(out, "\n");
	for (size_t i = 0; i < all->list.n; i++) {
		const Difference *c = &all->list.items[i];
		if (i == 0 || c->area != c[-1].area) {
			buf_printf(out, "\n### %s\n\n", report_area(r, c->area));
		}
		put_item(out, r, c);
	}
}

/* --- HTML --- */

static const char style[] = "<style>\n"
                            "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
                            "1rem;color:#1b1b1b;background:#fff}\n"
                            "table{border-collapse:collapse;width:100%;margin:1.5rem 0}\n"
                            "caption{font-weight:600;text-align:left;padding:.25rem 0}\n"
                            "th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-top:1px solid "
                            "#c8c8c8;overflow-wrap:anywhere}\n"
                            "</style>\n";

static void put_cell(Buf *out, Slice text)
{
	buf_str(out, "<td>");
	escape_html(out, text);
	buf_str(out, "</td>");
}

static void put_row(Buf *out, const Report *r, const Difference *c)
{
	Buf subject = BUF_INIT;
	report_subject(&subject, r, c);
	buf_str(out, "<tr>");
	put_cell(out, slice_of(report_type(r, c->type)));
	put_cell(out, c->item);
	put_cell(out, buf_slice(&subject));
	put_cell(out, c->before);
	put_cell(out, c->after);
	buf_str(out, "</tr>\n");
	buf_release(&subject);
}

static void open_table(Buf *out, const Report *r, ChangeArea area)
{
	static const char *const heads[][2] = {{"Что будет", "What happens"},
	                                       {"Где", "Where"},
	                                       {"Поле", "Field"},
	                                       {"Было", "Before"},
	                                       {"Станет", "After"}};
	buf_str(out, "<table>\n<caption>");
	escape_html(out, slice_of(report_area(r, area)));
	buf_str(out, "</caption>\n<thead>\n<tr>");
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		buf_printf(out, "<th scope=\"col\">%s</th>", heads[i][r->options->lang]);
	}
	buf_str(out, "</tr>\n</thead>\n<tbody>\n");
}

static void put_tables(Buf *out, const Report *r)
{
	const Differences *all = r->changes;
	for (size_t i = 0; i < all->list.n; i++) {
		const Difference *c = &all->list.items[i];
		if (i == 0 || c->area != c[-1].area) {
			open_table(out, r, c->area);
		}
		put_row(out, r, c);
		if (i + 1 == all->list.n || c[1].area != c->area) {
			buf_str(out, "</tbody>\n</table>\n");
		}
	}
}

void report_html(Buf *out, const Report *r)
{
	const char *title = say(r->options, "Что увидит публика", "What the public will see");
	Buf text = BUF_INIT;
	buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
	           say(r->options, "ru", "en"));
	buf_str(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	buf_str(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
	             "'unsafe-inline'\">\n");
	buf_printf(out, "<title>%s</title>\n%s</head>\n<body>\n<main>\n<h1>%s</h1>\n<p>", title, style, title);
	report_title(&text, r);
	escape_html(out, buf_slice(&text));
	buf_clear(&text);
	report_sum(&text, r);
	buf_str(out, "</p>\n<p>");
	escape_html(out, r->changes->list.n ? buf_slice(&text)
	                                    : slice_of(say(r->options, "Никаких изменений.", "No change.")));
	buf_str(out, "</p>\n");
	put_tables(out, r);
	buf_str(out, "</main>\n</body>\n</html>\n");
	buf_release(&text);
}
