#include "redact/prose.h"

#include "base/escape.h"
#include "base/slug.h"
#include "redact/writer.h"

static void write_node(Writer *w, const MdNode *node, bool tight);

void writer_children(Writer *w, const MdNode *node, bool tight)
{
	for (const MdNode *n = node->first; n; n = n->next) {
		write_node(w, n, tight);
	}
}

void writer_tag(Writer *w, const char *markup)
{
	buf_str(&w->html, markup);
}

static void wrap(Writer *w, const MdNode *node, const char *open, const char *close)
{
	writer_tag(w, open);
	writer_children(w, node, false);
	writer_tag(w, close);
}

void writer_text(Writer *w, Slice s)
{
	escape_prose(&w->html, s);
	buf_add(&w->text, s);
}

void writer_end_block(Writer *w)
{
	buf_byte(&w->html, '\n');
	buf_byte(&w->text, '\n');
}

/* --- clauses of an act --- */

static void add_toc(Writer *w, Slice id, Slice title, unsigned level)
{
	Arena *a = w->pass->arena;
	Pub *entry = pub_new_map(a);
	pub_set(a, entry, "id", pub_new_text(a, id));
	pub_set(a, entry, "title", pub_new_text(a, arena_dup(a, slice_trim(title))));
	pub_set(a, entry, "level", pub_new_int(a, level));
	vec_push(&w->toc, entry);
}

static void write_anchor(Writer *w, Slice id, Slice printed)
{
	writer_tag(w, "<span class=\"clause\" id=\"");
	escape_html(&w->html, id);
	writer_tag(w, "\">");
	writer_text(w, printed);
	writer_tag(w, "</span>");
}

static void flush_marker(Writer *w)
{
	if (w->marker.n) {
		write_anchor(w, w->marker_id, w->marker);
		buf_byte(&w->html, ' ');
		buf_byte(&w->text, ' ');
		w->marker = SL("");
	}
}

/* Characters: what is longer is a clause, not a title. */
enum { TITLE_LIMIT = 200 };

/* First text of a block, through emphasis: where a clause's number stands. */
static const MdNode *leading_text(const MdNode *node)
{
	const MdNode *n = node->first;
	while (n && (n->type == MD_STRONG || n->type == MD_EMPH)) {
		n = n->first;
	}
	return n && n->type == MD_TEXT ? n : NULL;
}

/* A text node at the start of a line: its number, if any, becomes an anchor. */
static void write_line_start(Writer *w, const MdNode *node)
{
	Slice s = node->text;
	size_t section = clause_section_length(s);
	size_t n = section ? section : clause_length(s, false);
	if (n) {
		Slice printed = slice_sub(s, 0, n);
		Slice id = section ? clauses_section(&w->clauses, printed) : clauses_number(&w->clauses, printed);
		write_anchor(w, id, printed);
		if (section && utf8_length(s) <= TITLE_LIMIT) {
			add_toc(w, id, s, 2);
		}
	}
	writer_text(w, slice_sub(s, n, s.n));
}

/* Inlines of one parent; `at_start`: the first of them begins a line. */
static void write_run(Writer *w, const MdNode *parent, bool at_start)
{
	for (const MdNode *n = parent->first; n; n = n->next) {
		bool starts = w->act && at_start;
		at_start = n->type == MD_SOFT_BREAK || n->type == MD_LINE_BREAK;
		if (starts && n->type == MD_TEXT) {
			write_line_start(w, n);
		} else if (starts && (n->type == MD_STRONG || n->type == MD_EMPH)) {
			writer_tag(w, n->type == MD_STRONG ? "<strong>" : "<em>");
			write_run(w, n, true);
			writer_tag(w, n->type == MD_STRONG ? "</strong>" : "</em>");
		} else {
			write_node(w, n, false);
		}
	}
}

static void write_inlines(Writer *w, const MdNode *block)
{
	flush_marker(w);
	write_run(w, block, true);
}

/* --- headings --- */

static int highest_level(const MdNode *node)
{
	int least = node->type == MD_HEADING ? node->level : 7;
	for (const MdNode *n = node->first; n; n = n->next) {
		int below = highest_level(n);
		least = below < least ? below : least;
	}
	return least;
}

static Slice heading_id(Writer *w, const MdNode *node, Slice title)
{
	const MdNode *lead = leading_text(node);
	size_t section = w->act && lead ? clause_section_length(lead->text) : 0;
	size_t number = w->act && lead && !section ? clause_length(lead->text, true) : 0;
	if (section) {
		return clauses_section(&w->clauses, lead->text);
	}
	if (number) {
		return clauses_number(&w->clauses, slice_sub(lead->text, 0, number));
	}
	Buf slug = BUF_INIT;
	text_slug(&slug, title);
	Slice id = clauses_unique(&w->clauses, arena_dup(w->pass->arena, buf_slice(&slug)));
	buf_release(&slug);
	return id;
}

static void write_heading(Writer *w, const MdNode *node)
{
	Buf title = BUF_INIT;
	int level = node->level + w->shift;
	level = level > 6 ? 6 : level;
	markdown_text(&title, node);
	Slice id = heading_id(w, node, buf_slice(&title));
	flush_marker(w);
	buf_printf(&w->html, "<h%d id=\"", level);
	escape_html(&w->html, id);
	writer_tag(w, "\">");
	for (const MdNode *n = node->first; n; n = n->next) {
		write_node(w, n, false);
	}
	buf_printf(&w->html, "</h%d>", level);
	writer_end_block(w);
	add_toc(w, id, buf_slice(&title), (unsigned)level);
	buf_release(&title);
}

/* --- lists and tables --- */

/* «8. Условия публикации результатов» titles a section; «8. Контроль оставляю за собой.» is a clause. */
static bool is_title(Slice text)
{
	static const char *const ends[] = {".", ",", ";", ":"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		if (slice_ends(text, slice_of(ends[i]))) {
			return false;
		}
	}
	return text.n && utf8_length(text) <= TITLE_LIMIT;
}

static void list_item_title(Writer *w, const MdNode *item)
{
	const MdNode *para = item->first;
	if (w->depth != 1 || !slice_ends(item->text, SL(".")) || !para || para->type != MD_PARA || para->next) {
		return;
	}
	Buf title = BUF_INIT;
	markdown_text(&title, para);
	if (is_title(slice_trim(buf_slice(&title)))) {
		add_toc(w, w->marker_id, arena_join(w->pass->arena, item->text, SL(" "), buf_slice(&title)), 2);
	}
	buf_release(&title);
}

static void write_item(Writer *w, const MdNode *list, const MdNode *item)
{
	writer_tag(w, "<li>");
	if (list->ordered && w->act) {
		w->marker = item->text;
		w->marker_id = clauses_item(&w->clauses, item->text, w->depth > 1);
		list_item_title(w, item);
	}
	writer_children(w, item, list->tight);
	flush_marker(w);
	writer_tag(w, "</li>\n");
}

static void write_list(Writer *w, const MdNode *node)
{
	flush_marker(w);
	w->depth += node->ordered;
	if (node->ordered && w->act) {
		writer_tag(w, "<ol class=\"clauses\">\n");
	} else if (node->ordered && node->start != 1) {
		buf_printf(&w->html, "<ol start=\"%u\">\n", node->start);
	} else {
		writer_tag(w, node->ordered ? "<ol>\n" : "<ul>\n");
	}
	for (const MdNode *item = node->first; item; item = item->next) {
		write_item(w, node, item);
	}
	writer_tag(w, node->ordered ? "</ol>" : "</ul>");
	writer_end_block(w);
	w->depth -= node->ordered;
}

static void write_cell(Writer *w, const MdNode *cell, bool header)
{
	static const char *const align[] = {"", " class=\"left\"", " class=\"center\"", " class=\"right\""};
	/* A header cell that says nothing is no header (axe: empty-table-header). */
	bool th = header && cell->first;
	buf_printf(&w->html, "<%s%s%s>", th ? "th" : "td", th ? " scope=\"col\"" : "", align[cell->align]);
	writer_children(w, cell, false);
	writer_tag(w, th ? "</th>" : "</td>");
	buf_byte(&w->text, ' ');
}

static void write_row(Writer *w, const MdNode *row)
{
	writer_tag(w, row->header ? "<thead>\n<tr>" : "<tr>");
	for (const MdNode *cell = row->first; cell; cell = cell->next) {
		write_cell(w, cell, row->header);
	}
	writer_tag(w, row->header ? "</tr>\n</thead>" : "</tr>");
	writer_end_block(w);
}

static void write_table(Writer *w, const MdNode *node)
{
	bool english = w->pass->door->lang == LANG_EN;
	flush_marker(w);
	/* A wide table scrolls in a box of its own, which the keyboard must reach. */
	buf_printf(&w->html, "<section class=\"table\" tabindex=\"0\" aria-label=\"%s\">\n<table>\n",
	           english ? "Table" : "Таблица");
	bool body = false;
	for (const MdNode *row = node->first; row; row = row->next) {
		if (!row->header && !body) {
			body = true;
			writer_tag(w, "<tbody>\n");
		}
		write_row(w, row);
	}
	writer_tag(w, body ? "</tbody>\n</table>\n</section>" : "</table>\n</div>");
	writer_end_block(w);
}

/* --- the rest --- */

static void write_para(Writer *w, const MdNode *node, bool tight)
{
	bool figure = node->first && node->first->type == MD_IMAGE && !node->first->next;
	if (figure) {
		flush_marker(w);
		writer_figure(w, node->first);
		return;
	}
	writer_tag(w, tight ? "" : "<p>");
	write_inlines(w, node);
	writer_tag(w, tight ? "" : "</p>");
	writer_end_block(w);
}

static void write_code_block(Writer *w, const MdNode *node)
{
	flush_marker(w);
	writer_tag(w, "<pre tabindex=\"0\"><code>");
	escape_html(&w->html, node->text);
	buf_add(&w->text, node->text);
	writer_tag(w, "</code></pre>");
	writer_end_block(w);
}

static void write_code(Writer *w, const MdNode *node)
{
	writer_tag(w, "<code>");
	escape_html(&w->html, node->text);
	buf_add(&w->text, node->text);
	writer_tag(w, "</code>");
}

static void write_block(Writer *w, const MdNode *node, bool tight)
{
	switch (node->type) {
	case MD_PARA:
		write_para(w, node, tight);
		break;
	case MD_HEADING:
		write_heading(w, node);
		break;
	case MD_LIST:
		write_list(w, node);
		break;
	case MD_QUOTE:
		flush_marker(w);
		wrap(w, node, "<blockquote>\n", "</blockquote>\n");
		break;
	case MD_CODE_BLOCK:
		write_code_block(w, node);
		break;
	case MD_RULE:
		writer_tag(w, "<hr>\n");
		break;
	case MD_TABLE:
		write_table(w, node);
		break;
	default:
		writer_children(w, node, tight);
		break;
	}
}

static void write_node(Writer *w, const MdNode *node, bool tight)
{
	switch (node->type) {
	case MD_TEXT:
		writer_text(w, node->text);
		break;
	case MD_SOFT_BREAK:
		writer_text(w, SL("\n"));
		break;
	case MD_LINE_BREAK:
		writer_tag(w, "<br>");
		writer_text(w, SL("\n"));
		break;
	case MD_CODE:
		write_code(w, node);
		break;
	case MD_EMPH:
		wrap(w, node, "<em>", "</em>");
		break;
	case MD_STRONG:
		wrap(w, node, "<strong>", "</strong>");
		break;
	case MD_LINK:
		writer_link(w, node);
		break;
	case MD_IMAGE:
		writer_image(w, node);
		break;
	case MD_RECORD:
		writer_record(w, node);
		break;
	default:
		write_block(w, node, tight);
		break;
	}
}

Prose prose_render(Pass *p, const MdNode *tree, Slice page, bool act)
{
	Writer w = {.pass = p, .page = page, .act = act, .html = BUF_INIT, .text = BUF_INIT};
	clauses_init(&w.clauses, p->arena);
	w.shift = 2 - highest_level(tree);
	writer_children(&w, tree, false);
	Prose out = {
	        .html = arena_dup(p->arena, buf_slice(&w.html)),
	        .text = arena_dup(p->arena, slice_trim(buf_slice(&w.text))),
	        .toc = w.toc.n ? pub_new_list(p->arena, w.toc.items, w.toc.n) : NULL,
	};
	Slice *anchors = arena_array(p->arena, w.clauses.ids.n, sizeof *anchors);
	for (size_t i = 0; i < w.clauses.ids.n; i++) {
		anchors[i] = w.clauses.ids.items[i];
	}
	out.anchors = anchors;
	out.anchor_count = w.clauses.ids.n;
	vec_release(&w.toc);
	clauses_release(&w.clauses);
	buf_release(&w.html);
	buf_release(&w.text);
	return out;
}

const Pub *prose_value(Arena *a, const Prose *prose)
{
	Pub *v = pub_new(a, PUB_HTML);
	v->as.text = prose->html; /* in the arena already, and long: not copied again */
	return v;
}

const Pub *prose_html(Pass *p, const MdNode *tree, Slice page)
{
	Prose prose = prose_render(p, tree, page, false);
	return prose_value(p->arena, &prose);
}
