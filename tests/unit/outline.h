/*
 * outline.h - a Markdown tree as one line of text, for comparison.
 *
 *   (para "text" (strong "x") nl `code` [[mentor|ivanova]])
 *   (ol 3 tight (item "3." (para "x")))
 *   (table (head (cell "a") (cell> "b")) (row (cell "c") (cell>)))
 *
 * With places each node but a break, which has none of its own, is preceded
 * by "line:col ".
 */
#ifndef TESTS_OUTLINE_H
#define TESTS_OUTLINE_H

#include "source/markdown.h"
#include "unit.h"

static void outline_open(Buf *out, const MdNode *n)
{
	static const char *const names[] = {
	        [MD_DOC] = "doc",     [MD_PARA] = "para", [MD_ITEM] = "item",        [MD_QUOTE] = "quote",
	        [MD_RULE] = "rule",   [MD_ROW] = "row",   [MD_TABLE] = "table",      [MD_CELL] = "cell",
	        [MD_EMPH] = "emph",   [MD_LINK] = "link", [MD_STRONG] = "strong",    [MD_HEADING] = "h",
	        [MD_IMAGE] = "image", [MD_LIST] = "ul",   [MD_CODE_BLOCK] = "block",
	};
	static const char *const marks[] = {"", "<", "^", ">"};
	const char *name = n->type == MD_ROW && n->header ? "head" : n->ordered ? "ol" : names[n->type];
	buf_printf(out, "(%s%s", name, marks[n->align]);
	if (n->type == MD_HEADING) {
		buf_printf(out, "%u", n->level);
	}
	if (n->type == MD_LIST) {
		buf_printf(out, n->ordered ? " %u %s" : "%.0u %s", n->start, n->tight ? "tight" : "loose");
	}
	if (n->text.n) {
		buf_printf(out, " \"%.*s\"", SLICE_ARG(n->text));
	}
	if (n->url.n) {
		buf_printf(out, " <%.*s>", SLICE_ARG(n->url));
	}
	if (n->title.n) {
		buf_printf(out, " '%.*s'", SLICE_ARG(n->title));
	}
}

static void outline(Buf *out, const MdNode *n, bool places)
{
	if (places && n->type != MD_SOFT_BREAK && n->type != MD_LINE_BREAK) {
		buf_printf(out, "%u:%u ", n->loc.line, n->loc.col);
	}
	switch (n->type) {
	case MD_TEXT:
		buf_printf(out, "\"%.*s\"", SLICE_ARG(n->text));
		return;
	case MD_CODE:
		buf_printf(out, "`%.*s`", SLICE_ARG(n->text));
		return;
	case MD_SOFT_BREAK:
		buf_str(out, "nl");
		return;
	case MD_LINE_BREAK:
		buf_str(out, "br");
		return;
	case MD_RECORD:
		buf_printf(out, "[[%.*s|%.*s]]", SLICE_ARG(n->text), SLICE_ARG(n->url));
		return;
	default:
		break;
	}
	outline_open(out, n);
	for (const MdNode *child = n->first; child; child = child->next) {
		buf_byte(out, ' ');
		outline(out, child, places);
	}
	buf_byte(out, ')');
}

#endif
