#include "record/lines.h"

unsigned lines_first(const Node *node)
{
	return node->loc.line + (node->block ? 1 : 0);
}

/* The offset of the character at a column of a line; of its end beyond it. */
static size_t byte_at(Slice line, unsigned col)
{
	size_t at = slice_starts(line, SL("\xEF\xBB\xBF")) ? 3 : 0;
	while (--col && at < line.n) {
		utf8_next(line, &at);
	}
	return at;
}

/* A scalar on one line: the text follows its first column, or a quote there. */
static bool in_line(unsigned *columns, const Body *file, const Node *node)
{
	Slice line = body_line(file, node->loc.line - file->line);
	size_t at = byte_at(line, node->loc.col) + node->quoted;
	*columns = node->loc.col - 1 + node->quoted;
	return slice_starts(slice_sub(line, at, line.n), node->text);
}

static bool is_indent(Slice s)
{
	size_t n = 0;
	while (n < s.n && s.p[n] == ' ') {
		n++;
	}
	return n == s.n;
}

/* A block: all lines have one indent and are otherwise as they read. */
static bool in_block(unsigned *columns, const Body *file, const Node *node)
{
	bool known = false;
	Slice rest = node->text;
	Slice text;
	*columns = 0;
	for (size_t i = lines_first(node) - file->line; slice_split(&rest, '\n', &text); i++) {
		Slice line = body_line(file, i);
		if (text.n == 0) {
			continue;
		}
		size_t indent = line.n >= text.n ? line.n - text.n : 0;
		if (!slice_ends(line, text) || !is_indent(slice_sub(line, 0, indent)) ||
		    (known && indent != *columns)) {
			return false;
		}
		*columns = (unsigned)indent;
		known = true;
	}
	return true;
}

static void move(Loc *loc, const Node *node, unsigned columns, bool exact)
{
	if (!exact) {
		*loc = node->loc;
	} else {
		loc->col += columns;
	}
}

static void move_tree(MdNode *tree, const Node *node, unsigned columns, bool exact)
{
	move(&tree->loc, node, columns, exact);
	for (MdNode *child = tree->first; child; child = child->next) {
		move_tree(child, node, columns, exact);
	}
}

void lines_place(Decoder *d, const Node *node, MdNode *tree, size_t from)
{
	unsigned columns;
	bool exact = (node->block ? in_block : in_line)(&columns, d->file, node);
	move_tree(tree, node, columns, exact);
	for (size_t i = from; i < d->diags->n; i++) {
		Slice path = d->diags->items[i].loc.path; /* the list's own copy */
		move(&d->diags->items[i].loc, node, columns, exact);
		d->diags->items[i].loc.path = path;
	}
}
