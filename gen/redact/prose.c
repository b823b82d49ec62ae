#include "redact/prose.h"

#include "base/escape.h"
#include "base/vec.h"
#include "record/text.h"
#include "redact/clause.h"
#include "redact/names.h"

typedef struct Writer {
	Pass *pass;
	Slice page;
	bool act;
	Buf html, text;
	Clauses clauses;
	int shift;      /* added to heading levels: the highest in the text becomes h2 */
	unsigned depth; /* of ordered lists we are in */
	Slice marker;   /* of an item whose first paragraph is still to come */
	Slice marker_id;
	VEC(const Pub *) toc;
} Writer;

static void write_node(Writer *w, const MdNode *node, bool tight);

static void write_children(Writer *w, const MdNode *node, bool tight)
{
	for (const MdNode *n = node->first; n; n = n->next) {
		write_node(w, n, tight);
	}
}

static void tag(Writer *w, const char *markup)
{
	buf_str(&w->html, markup);
}

static void wrap(Writer *w, const MdNode *node, const char *open, const char *close)
{
	tag(w, open);
	write_children(w, node, false);
	tag(w, close);
}

static void write_text(Writer *w, Slice s)
{
	escape_prose(&w->html, s);
	buf_add(&w->text, s);
}

static void end_block(Writer *w)
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
	tag(w, "<span class=\"clause\" id=\"");
	escape_html(&w->html, id);
	tag(w, "\">");
	write_text(w, printed);
	tag(w, "</span>");
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
		if (section && s.n < 300) {
			add_toc(w, id, s, 2);
		}
	}
	write_text(w, slice_sub(s, n, s.n));
}

static void write_inlines(Writer *w, const MdNode *block);

/* Inlines of one parent; `at_start`: the first of them begins a line. */
static void write_run(Writer *w, const MdNode *parent, bool at_start)
{
	for (const MdNode *n = parent->first; n; n = n->next) {
		bool starts = w->act && at_start;
		at_start = n->type == MD_SOFT_BREAK || n->type == MD_LINE_BREAK;
		if (starts && n->type == MD_TEXT) {
			write_line_start(w, n);
		} else if (starts && (n->type == MD_STRONG || n->type == MD_EMPH)) {
			tag(w, n->type == MD_STRONG ? "<strong>" : "<em>");
			write_run(w, n, true);
			tag(w, n->type == MD_STRONG ? "</strong>" : "</em>");
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
	tag(w, "\">");
	for (const MdNode *n = node->first; n; n = n->next) {
		write_node(w, n, false);
	}
	buf_printf(&w->html, "</h%d>", level);
	end_block(w);
	add_toc(w, id, buf_slice(&title), (unsigned)level);
	buf_release(&title);
}

/* --- pictures and links --- */

static const PubMedia *picture_here(Writer *w, const MdNode *node)
{
	const MediaFile *m = corpus_media(w->pass->door->corpus, node->url);
	const Pub *v = m ? pub_on(door_media(w->pass, m, NULL), w->page) : NULL;
	return v ? v->as.media : NULL;
}

static void write_hole(Writer *w, char hole, const PubMedia *m)
{
	buf_byte(&w->html, hole);
	buf_uint(&w->html, m->index);
	buf_byte(&w->html, ';');
}

static void write_caption(Writer *w, const PubMedia *m)
{
	if (!m->caption && !m->credit) {
		return;
	}
	tag(w, "<figcaption>");
	if (m->caption) {
		write_text(w, m->caption->as.text);
	}
	if (m->credit) {
		tag(w, m->caption ? " <small>" : "<small>");
		write_text(w, m->credit->as.text);
		tag(w, "</small>");
	}
	tag(w, "</figcaption>");
}

static void write_figure(Writer *w, const MdNode *image)
{
	const PubMedia *m = picture_here(w, image);
	if (!m) {
		return; /* rule 6: the figure is left out */
	}
	tag(w, "<figure>");
	write_hole(w, PUB_HOLE_MEDIA, m);
	write_caption(w, m);
	tag(w, "</figure>");
	end_block(w);
}

static void write_image(Writer *w, const MdNode *node)
{
	const PubMedia *m = picture_here(w, node);
	if (m) {
		write_hole(w, PUB_HOLE_MEDIA, m);
	}
}

static void link_to_file(Writer *w, const MdNode *node, const MediaFile *m)
{
	const Pub *v = pub_on(door_media(w->pass, m, NULL), w->page);
	if (!v) {
		write_children(w, node, false);
		return;
	}
	tag(w, "<a href=\"");
	write_hole(w, PUB_HOLE_FILE, v->as.media);
	tag(w, "\">");
	write_children(w, node, false);
	tag(w, " (");
	write_hole(w, PUB_HOLE_SIZE, v->as.media);
	tag(w, ")</a>");
}

static void note_link(Writer *w, const MdNode *node, Slice path)
{
	Slice page = slice_sub(path, 0, slice_find_byte(path, '#', 0));
	page = slice_sub(page, 0, slice_find_byte(page, '?', 0));
	vec_push(w->pass->links, (Link){node->loc, arena_dup(w->pass->arena, page)});
}

static void write_link(Writer *w, const MdNode *node)
{
	const Door *d = w->pass->door;
	const MediaFile *file = text_is_media(node->url) ? corpus_media(d->corpus, node->url) : NULL;
	Slice path;
	if (file) {
		link_to_file(w, node, file);
		return;
	}
	tag(w, "<a href=\"");
	if (slice_starts(node->url, SL("#"))) {
		escape_html(&w->html, node->url);
	} else if (door_inside(d, node->url, &path)) {
		note_link(w, node, path);
		buf_byte(&w->html, PUB_HOLE_BASE);
		escape_html(&w->html, path);
	} else {
		escape_html(&w->html, node->url);
	}
	tag(w, "\">");
	write_children(w, node, false);
	tag(w, "</a>");
}

static void write_anchor_to(Writer *w, Slice url, Slice text)
{
	if (url.n) {
		tag(w, "<a href=\"");
		escape_html(&w->html, url);
		tag(w, "\">");
	}
	write_text(w, text);
	tag(w, url.n ? "</a>" : "");
}

static bool is_part(Kind kind)
{
	return kind == O_mentor || kind == O_mentee;
}

/* Rule 11: a link from a public text to an absent record is an error that names both places. */
static bool is_withheld(Writer *w, const Record *r)
{
	const Door *d = w->pass->door;
	if (r->kind == O_person) {
		return rule_absent(&d->rules, r);
	}
	if (is_part(r->kind)) {
		return door_standing(d, r)->part == PART_ABSENT;
	}
	return !door_has_page(d, r);
}

/* [[kind:id]]: the record's public name, and a link where it has a page. */
static void write_record(Writer *w, const MdNode *node)
{
	Kind kind = text_link_kind(node->text);
	const Record *r = kind == OWNER_KINDS ? NULL : corpus_find(w->pass->door->corpus, kind, node->url);
	Slice url = SL("");
	if (!r || is_withheld(w, r)) {
		if (r) {
			DIAG(w->pass->diags, D_WITHHELD_LINK, node->loc, r->path);
		}
		return;
	}
	if (kind == O_person || is_part(kind)) {
		Slice name = name_on_page(w->pass, r, w->page, &url);
		write_anchor_to(w, url, name);
		return;
	}
	Slice title = rec_text(&r->rec, schema_find(kind, kind == O_partner ? SL("name") : SL("title")));
	Slice page = record_page(w->pass->arena, r);
	write_anchor_to(w, door_url(w->pass->arena, w->pass->door, page)->as.text, title);
}

/* --- lists and tables --- */

static void write_item(Writer *w, const MdNode *list, const MdNode *item)
{
	tag(w, "<li>");
	if (list->ordered && w->act) {
		w->marker = item->text;
		w->marker_id = clauses_item(&w->clauses, item->text, w->depth > 1);
		const MdNode *para = item->first;
		const MdNode *lead = para && para->type == MD_PARA && !para->next ? leading_text(para) : NULL;
		if (w->depth == 1 && lead && !lead->next && lead->text.n < 160 && slice_ends(item->text, SL("."))) {
			add_toc(w, w->marker_id, arena_join(w->pass->arena, item->text, SL(" "), lead->text), 2);
		}
	}
	write_children(w, item, list->tight);
	flush_marker(w);
	tag(w, "</li>\n");
}

static void write_list(Writer *w, const MdNode *node)
{
	flush_marker(w);
	w->depth += node->ordered;
	if (node->ordered && w->act) {
		tag(w, "<ol class=\"clauses\">\n");
	} else if (node->ordered && node->start != 1) {
		buf_printf(&w->html, "<ol start=\"%u\">\n", node->start);
	} else {
		tag(w, node->ordered ? "<ol>\n" : "<ul>\n");
	}
	for (const MdNode *item = node->first; item; item = item->next) {
		write_item(w, node, item);
	}
	tag(w, node->ordered ? "</ol>" : "</ul>");
	end_block(w);
	w->depth -= node->ordered;
}

static void write_cell(Writer *w, const MdNode *cell, bool header)
{
	static const char *const align[] = {"", " class=\"left\"", " class=\"center\"", " class=\"right\""};
	/* A header cell that says nothing is no header (axe: empty-table-header). */
	bool th = header && cell->first;
	buf_printf(&w->html, "<%s%s%s>", th ? "th" : "td", th ? " scope=\"col\"" : "", align[cell->align]);
	write_children(w, cell, false);
	tag(w, th ? "</th>" : "</td>");
	buf_byte(&w->text, ' ');
}

static void write_row(Writer *w, const MdNode *row)
{
	tag(w, row->header ? "<thead>\n<tr>" : "<tr>");
	for (const MdNode *cell = row->first; cell; cell = cell->next) {
		write_cell(w, cell, row->header);
	}
	tag(w, row->header ? "</tr>\n</thead>" : "</tr>");
	end_block(w);
}

static void write_table(Writer *w, const MdNode *node)
{
	bool english = w->pass->door->lang == LANG_EN;
	flush_marker(w);
	/* A wide table scrolls in a box of its own, which the keyboard must reach. */
	buf_printf(&w->html, "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n<table>\n",
		   english ? "Table" : "Таблица");
	bool body = false;
	for (const MdNode *row = node->first; row; row = row->next) {
		if (!row->header && !body) {
			body = true;
			tag(w, "<tbody>\n");
		}
		write_row(w, row);
	}
	tag(w, body ? "</tbody>\n</table>\n</div>" : "</table>\n</div>");
	end_block(w);
}

/* --- the rest --- */

static void write_para(Writer *w, const MdNode *node, bool tight)
{
	bool figure = node->first && node->first->type == MD_IMAGE && !node->first->next;
	if (figure) {
		flush_marker(w);
		write_figure(w, node->first);
		return;
	}
	tag(w, tight ? "" : "<p>");
	write_inlines(w, node);
	tag(w, tight ? "" : "</p>");
	end_block(w);
}

static void write_code_block(Writer *w, const MdNode *node)
{
	flush_marker(w);
	tag(w, "<pre tabindex=\"0\"><code>");
	escape_html(&w->html, node->text);
	buf_add(&w->text, node->text);
	tag(w, "</code></pre>");
	end_block(w);
}

static void write_code(Writer *w, const MdNode *node)
{
	tag(w, "<code>");
	escape_html(&w->html, node->text);
	buf_add(&w->text, node->text);
	tag(w, "</code>");
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
		tag(w, "<hr>\n");
		break;
	case MD_TABLE:
		write_table(w, node);
		break;
	default:
		write_children(w, node, tight);
		break;
	}
}

static void write_node(Writer *w, const MdNode *node, bool tight)
{
	switch (node->type) {
	case MD_TEXT:
		write_text(w, node->text);
		break;
	case MD_SOFT_BREAK:
		write_text(w, SL("\n"));
		break;
	case MD_LINE_BREAK:
		tag(w, "<br>");
		write_text(w, SL("\n"));
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
		write_link(w, node);
		break;
	case MD_IMAGE:
		write_image(w, node);
		break;
	case MD_RECORD:
		write_record(w, node);
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
	write_children(&w, tree, false);
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

const Pub *prose_html(Pass *p, const MdNode *tree, Slice page)
{
	return pub_new_html(p->arena, prose_render(p, tree, page, false).html);
}
