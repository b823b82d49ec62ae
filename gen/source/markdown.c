#include "source/markdown.h"

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/locale.h"
#include "base/mem.h"
#include "source/chars.h"
#include "source/link.h"
#include "source/stretch.h"

/*
 * Tables take two readings. The first finds them among the paragraphs. For the
 * second every line of a table is fed as an empty comment, which ends a
 * paragraph as a table does and leaves lines and containers as they are, and
 * every cell is fed ahead of the body as a paragraph of its own, so that it is
 * read as inlines with the link definitions of the whole body.
 *
 * MAX_READINGS: what follows a table without a blank line is only then seen
 * for what it is, and may hold a table itself.
 * MAX_WIDTH: cmark takes time in proportion to the nesting for each line.
 */
enum { MAX_DEPTH = CONTAINERS_MAX, MAX_READINGS = 8, MAX_WIDTH = 4 * MAX_DEPTH };

#define STAND_IN "<!---->"
/* Leads a cell: no block begins with this character, so none can hide in a cell. */
#define LEAD "\xC2\xA0"
enum { LEAD_BYTES = sizeof LEAD - 1 };

typedef struct Reader {
	Arena *arena;
	Diags *diags;
	cmark_mem mem;
	Body body;
	Tables tables;
	size_t ahead;    /* lines fed before the body */
	Stretch stretch; /* whose inlines are being read */
	bool too_deep;
} Reader;

static void *allocate(size_t n, size_t size)
{
	return mem_array(n, size);
}

static void *reallocate(void *p, size_t n)
{
	return mem_resize(p, n, 1);
}

static size_t line_of(const Reader *r, int cmark_line)
{
	return cmark_line > 0 && (size_t)cmark_line > r->ahead ? (size_t)cmark_line - 1 - r->ahead : 0;
}

static size_t byte_of(int cmark_column)
{
	return cmark_column > 0 ? (size_t)cmark_column - 1 : 0;
}

static Spot begin_of(const Reader *r, cmark_node *block)
{
	return (Spot){line_of(r, cmark_node_get_start_line(block)), byte_of(cmark_node_get_start_column(block))};
}

/* cmark may end a heading at the line after the one that underlines it. */
static size_t last_line(const Reader *r, cmark_node *block)
{
	size_t first = begin_of(r, block).line;
	size_t last = line_of(r, cmark_node_get_end_line(block));
	bool heading = cmark_node_get_type(block) == CMARK_NODE_HEADING;
	return heading && last > first ? body_underline(&r->body, first, last) : last;
}

static void report_depth(Reader *r, Loc loc)
{
	if (!r->too_deep) {
		DIAG_AT(r->diags, D_TEXT_DEPTH, loc);
	}
	r->too_deep = true;
}

static MdNode *node_new(Reader *r, MdType type, Spot s)
{
	MdNode *node = ARENA_NEW(r->arena, MdNode);
	node->type = type;
	node->loc = body_loc(&r->body, s);
	return node;
}

static Slice keep(Reader *r, const char *s, Loc loc)
{
	return chars_keep(r->arena, slice_of(s), loc, r->diags);
}

static Slice keep_text(Reader *r, const char *s, Loc loc)
{
	return text_nfc(r->arena, keep(r, s, loc));
}

/* --- reading, with tables --- */

static void feed(cmark_parser *parser, Slice s)
{
	cmark_parser_feed(parser, s.p ? s.p : "", s.n);
}

static void feed_cells(Reader *r, cmark_parser *parser)
{
	Buf content = BUF_INIT;
	for (size_t i = 0; i < r->tables.n; i++) {
		buf_clear(&content);
		buf_str(&content, LEAD);
		table_cell_content(&content, r->tables.items[i].text);
		buf_str(&content, "\n\n");
		feed(parser, buf_slice(&content));
	}
	r->ahead = 2 * r->tables.n;
	buf_release(&content);
}

static void feed_body(Reader *r, cmark_parser *parser)
{
	for (size_t i = 0; i < r->body.n; i++) {
		const TableMark *mark = tables_mark(&r->tables, i);
		Slice line = body_line(&r->body, i);
		feed(parser, mark ? slice_sub(line, 0, mark->prefix) : line);
		feed(parser, mark ? SL(STAND_IN "\n") : SL("\n"));
	}
}

static cmark_node *read_document(Reader *r)
{
	/* Without this option cmark does not count the lines within code spans. */
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, &r->mem);
	feed_cells(r, parser);
	feed_body(r, parser);
	cmark_node *document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return document;
}

static void enter_container(Reader *r, cmark_node *block)
{
	cmark_node_type type = cmark_node_get_type(block);
	bool quote = type == CMARK_NODE_BLOCK_QUOTE;
	if (quote || type == CMARK_NODE_ITEM) {
		Spot s = begin_of(r, block);
		containers_push(&r->body.containers, quote, s.line, body_line(&r->body, s.line), s.byte);
	}
}

static void find_tables(Reader *r, cmark_node *parent, cmark_node *first, unsigned depth)
{
	if (depth == MAX_DEPTH) {
		return;
	}
	size_t outer = r->body.containers.n;
	enter_container(r, parent);
	for (cmark_node *child = first; child; child = cmark_node_next(child)) {
		cmark_node_type type = cmark_node_get_type(child);
		bool heading = type == CMARK_NODE_HEADING;
		if (heading || type == CMARK_NODE_PARAGRAPH) {
			tables_search(&r->tables, begin_of(r, child), last_line(r, child), heading);
		} else {
			find_tables(r, child, cmark_node_first_child(child), depth + 1);
		}
	}
	r->body.containers.n = outer;
}

/* The first block of the body, after the paragraphs of the cells. */
static cmark_node *first_block(const Reader *r, cmark_node *document)
{
	cmark_node *node = cmark_node_first_child(document);
	for (size_t i = 0; node && i < r->tables.n; i++) {
		node = cmark_node_next(node);
	}
	return node;
}

/* Reads until no reading shows another table. */
static cmark_node *read_with_tables(Reader *r)
{
	cmark_node *document = read_document(r);
	for (unsigned i = 1; i < MAX_READINGS; i++) {
		size_t before = r->tables.found;
		find_tables(r, document, first_block(r, document), 0);
		if (r->tables.found == before) {
			break;
		}
		cmark_node_free(document);
		document = read_document(r);
	}
	return document;
}

/* --- inlines --- */

static MdNode *read_node(Reader *r, cmark_node *node, unsigned depth);

static void read_children(Reader *r, MdNode *parent, cmark_node *first, unsigned depth)
{
	MdNode **tail = &parent->first;
	if (first && depth == MAX_DEPTH) {
		report_depth(r, parent->loc);
		return;
	}
	for (cmark_node *child = first; child; child = cmark_node_next(child)) {
		*tail = read_node(r, child, depth + 1);
		while (*tail) {
			tail = &(*tail)->next;
		}
	}
}

/* `col` is cmark's column, the first that is meant. */
static Spot spot_at(Reader *r, size_t line, int col)
{
	size_t byte = byte_of(col);
	if (r->stretch.cell) {
		byte = byte > LEAD_BYTES ? byte - LEAD_BYTES : 0;
	}
	return stretch_spot(&r->stretch, line, byte);
}

static Spot inline_spot(Reader *r, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	return line > 0 ? spot_at(r, line_of(r, line), cmark_node_get_start_column(node)) : r->stretch.seen;
}

/* cmark gives a link the line on which it ends, and an autolink the column of
 * no line at all; but it knows where their text begins. */
static Spot link_spot(Reader *r, cmark_node *node)
{
	cmark_node *child = cmark_node_first_child(node);
	int line = child ? cmark_node_get_start_line(child) : 0;
	if (line <= 0) {
		return inline_spot(r, node);
	}
	Spot before = spot_at(r, line_of(r, line), cmark_node_get_start_column(child));
	before.byte -= before.byte > 0;
	bool autolink = slice_starts(body_from(&r->body, before), SL("<"));
	return autolink ? before : spot_at(r, line_of(r, line), cmark_node_get_start_column(node));
}

/* Where the backticks begin that cmark has counted as before a place. */
static Spot before_ticks(const Reader *r, Spot s)
{
	Slice line = body_line(&r->body, s.line);
	while (s.byte > 0 && line.p[s.byte - 1] == '`') {
		s.byte--;
	}
	return s;
}

static MdNode *read_text(Reader *r, cmark_node *node)
{
	Slice text = slice_of(cmark_node_get_literal(node));
	int from = cmark_node_get_start_column(node);
	int to = cmark_node_get_end_column(node);
	Spot s = inline_spot(r, node);
	size_t end = s.byte + (size_t)(to >= from ? to - from + 1 : 0);
	if (r->stretch.cell) {
		text = slice_sub(text, from == 1 ? LEAD_BYTES : 0, text.n);
		end = spot_at(r, s.line, to + 1).byte;
	}
	s = text.n && text.p[0] == '`' ? before_ticks(r, s) : s;
	return link_split(r->arena, text, &r->body, s, end, r->diags);
}

static MdNode *read_inline(Reader *r, cmark_node *node, MdType type, unsigned depth)
{
	Spot s = inline_spot(r, node);
	MdNode *out = node_new(r, type, type == MD_CODE ? before_ticks(r, s) : s);
	if (type == MD_CODE) {
		out->text = keep_text(r, cmark_node_get_literal(node), out->loc);
	}
	read_children(r, out, cmark_node_first_child(node), depth);
	return out;
}

static MdNode *read_link(Reader *r, cmark_node *node, MdType type, unsigned depth)
{
	Spot s = link_spot(r, node);
	MdNode *out = node_new(r, type, s);
	out->url = keep(r, cmark_node_get_url(node), out->loc);
	out->title = keep_text(r, cmark_node_get_title(node), out->loc);
	bool rooted = type == MD_IMAGE && slice_starts(out->url, SL("/media/")); /* as forms write it */
	out->url = slice_sub(out->url, rooted, out->url.n);
	read_children(r, out, cmark_node_first_child(node), depth);
	if (!slice_starts(body_from(&r->body, s), SL("<"))) {
		/* Line ends before the closing bracket are noticed there. */
		spot_at(r, line_of(r, cmark_node_get_end_line(node)), cmark_node_get_end_column(node));
	}
	return out;
}

static MdNode *read_html_inline(Reader *r, cmark_node *node)
{
	DIAG_AT(r->diags, D_RAW_HTML, body_loc(&r->body, inline_spot(r, node)));
	return NULL;
}

/* --- blocks --- */

/* The lines that the inlines of a block fill. */
static size_t count_lines(cmark_node *block)
{
	size_t lines = 1;
	cmark_iter *iter = cmark_iter_new(block);
	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		int more = cmark_node_get_end_line(node) - cmark_node_get_start_line(node);
		lines += type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
		lines += (type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE) && more > 0 ? (size_t)more : 0;
	}
	cmark_iter_free(iter);
	return lines;
}

/* cmark takes link definitions off the start of a paragraph, and leaves it and
 * its inlines placed as if the rest began there: by how many lines too early? */
static size_t count_definitions(const Reader *r, cmark_node *block, Spot begin, size_t last)
{
	Slice text = body_from(&r->body, begin);
	if (text.n == 0 || text.p[0] != '[' || slice_find(text, SL("]:"), 0) == text.n) {
		return 0;
	}
	size_t underline = cmark_node_get_type(block) == CMARK_NODE_HEADING && last > begin.line;
	size_t lines = last >= begin.line ? last - begin.line + 1 - underline : 0;
	size_t left = count_lines(block);
	return lines > left ? lines - left : 0;
}

static MdNode *read_paragraph(Reader *r, cmark_node *block, MdType type, unsigned depth)
{
	Spot s = begin_of(r, block);
	size_t last = last_line(r, block);
	size_t shift = count_definitions(r, block, s, last);
	stretch_block(&r->stretch, &r->body, s, last, shift);
	if (shift) {
		s = body_text(&r->body, s.line + shift);
	}
	MdNode *out = node_new(r, type, s);
	out->level = type == MD_HEADING ? (uint8_t)cmark_node_get_heading_level(block) : 0;
	read_children(r, out, cmark_node_first_child(block), depth);
	return out;
}

static MdNode *read_container(Reader *r, cmark_node *block, MdType type, unsigned depth)
{
	Spot s = begin_of(r, block);
	MdNode *out = node_new(r, type, s);
	if (type == MD_LIST) {
		out->ordered = cmark_node_get_list_type(block) == CMARK_ORDERED_LIST;
		out->tight = cmark_node_get_list_tight(block);
		out->start = (unsigned)cmark_node_get_list_start(block);
	}
	if (type == MD_ITEM && cmark_node_get_list_type(cmark_node_parent(block)) == CMARK_ORDERED_LIST) {
		out->text = arena_dup(r->arena, container_marker(body_line(&r->body, s.line), s.byte));
	}
	size_t outer = r->body.containers.n;
	enter_container(r, block);
	read_children(r, out, cmark_node_first_child(block), depth);
	r->body.containers.n = outer;
	return out;
}

static MdNode *read_leaf(Reader *r, cmark_node *block, MdType type)
{
	MdNode *out = node_new(r, type, begin_of(r, block));
	if (type == MD_CODE_BLOCK) {
		out->text = keep_text(r, cmark_node_get_literal(block), out->loc);
		out->url = keep_text(r, cmark_node_get_fence_info(block), out->loc);
	}
	return out;
}

/* The stand-ins for a table give the table, once. */
static MdNode *read_html_block(Reader *r, cmark_node *block)
{
	Spot s = begin_of(r, block);
	const TableMark *mark = tables_mark(&r->tables, s.line);
	if (!mark) {
		DIAG_AT(r->diags, D_RAW_HTML, body_loc(&r->body, s));
	}
	return mark ? mark->table : NULL;
}

/* One node, a list of several for a text, or NULL. */
static MdNode *read_node(Reader *r, cmark_node *node, unsigned depth)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		return read_container(r, node, MD_QUOTE, depth);
	case CMARK_NODE_LIST:
		return read_container(r, node, MD_LIST, depth);
	case CMARK_NODE_ITEM:
		return read_container(r, node, MD_ITEM, depth);
	case CMARK_NODE_PARAGRAPH:
		return read_paragraph(r, node, MD_PARA, depth);
	case CMARK_NODE_HEADING:
		return read_paragraph(r, node, MD_HEADING, depth);
	case CMARK_NODE_CODE_BLOCK:
		return read_leaf(r, node, MD_CODE_BLOCK);
	case CMARK_NODE_THEMATIC_BREAK:
		return read_leaf(r, node, MD_RULE);
	case CMARK_NODE_HTML_BLOCK:
		return read_html_block(r, node);
	case CMARK_NODE_TEXT:
		return read_text(r, node);
	case CMARK_NODE_SOFTBREAK:
		return read_inline(r, node, MD_SOFT_BREAK, depth);
	case CMARK_NODE_LINEBREAK:
		return read_inline(r, node, MD_LINE_BREAK, depth);
	case CMARK_NODE_CODE:
		return read_inline(r, node, MD_CODE, depth);
	case CMARK_NODE_EMPH:
		return read_inline(r, node, MD_EMPH, depth);
	case CMARK_NODE_STRONG:
		return read_inline(r, node, MD_STRONG, depth);
	case CMARK_NODE_LINK:
		return read_link(r, node, MD_LINK, depth);
	case CMARK_NODE_IMAGE:
		return read_link(r, node, MD_IMAGE, depth);
	case CMARK_NODE_HTML_INLINE:
		return read_html_inline(r, node);
	default:
		return NULL;
	}
}

/* --- the whole --- */

static void read_cells(Reader *r, cmark_node *document)
{
	cmark_node *node = cmark_node_first_child(document);
	for (size_t i = 0; node && i < r->tables.n; i++) {
		stretch_cell(&r->stretch, &r->body, &r->tables.items[i]);
		read_children(r, r->tables.items[i].node, cmark_node_first_child(node), 0);
		node = cmark_node_next(node);
	}
}

static void drop_wide_lines(Reader *r)
{
	for (size_t i = 0; i < r->body.n; i++) {
		if (containers_width(r->body.items[i]) > MAX_WIDTH) {
			report_depth(r, body_loc(&r->body, (Spot){i, 0}));
			r->body.items[i] = (Slice){NULL, 0};
		}
	}
}

static void read_body(Reader *r, MdNode *out)
{
	cmark_node *document = read_with_tables(r);
	read_cells(r, document);
	read_children(r, out, first_block(r, document), 0);
	cmark_node_free(document);
}

MdNode *markdown_parse(Arena *a, Slice body, Slice path, unsigned line, Diags *diags)
{
	Reader r = {.arena = a, .diags = diags, .mem = {allocate, reallocate, free}};
	bool is_text = chars_clean(&body, a, body, path, line, diags);
	body_init(&r.body, is_text ? body : (Slice){NULL, 0}, path, line);
	tables_init(&r.tables, a, &r.body, diags);
	MdNode *out = node_new(&r, MD_DOC, (Spot){0, 0});
	drop_wide_lines(&r);
	read_body(&r, out);
	tables_release(&r.tables);
	body_release(&r.body);
	return out;
}

void markdown_text(Buf *out, const MdNode *node)
{
	size_t begin = out->n;
	if (node->type == MD_TEXT || node->type == MD_CODE || node->type == MD_CODE_BLOCK) {
		buf_add(out, node->text);
	} else if (node->type == MD_SOFT_BREAK || node->type == MD_LINE_BREAK) {
		buf_byte(out, ' ');
	}
	for (const MdNode *child = node->first; child; child = child->next) {
		bool block = child->type < MD_TEXT;
		if (block && out->n > begin && out->p[out->n - 1] != '\n') {
			buf_byte(out, '\n');
		}
		markdown_text(out, child);
	}
}

Version markdown_cmark_version(void)
{
	return version_of("cmark", CMARK_VERSION_STRING, cmark_version_string());
}
