/*
 * prose.h - a Markdown tree as public markup on one page. Private to redact/.
 *
 * Every [[record]] link becomes the record's public name there, every picture
 * a hole or, where someone on it does not agree, nothing.
 */
#ifndef REDACT_PROSE_H
#define REDACT_PROSE_H

#include "redact/door.h"

typedef struct Prose {
	Slice html;           /* PUB_HTML: with holes */
	Slice text;           /* what is read, without markup, blanks between blocks */
	const Slice *anchors; /* ids of headings and clauses, in order */
	size_t anchor_count;
	const Pub *toc; /* LIST of MAP {id, title, level}, or NULL when nothing is headed */
} Prose;

/* Renders a text that stands on `page`. `act`: the numbers of clauses become
 * anchors and the markers of ordered lists are printed as written. */
Prose prose_render(Pass *p, const MdNode *tree, Slice page, bool act);
/* Its HTML as a value; the arena is the pass's. */
const Pub *prose_value(Arena *a, const Prose *prose);
/* The HTML alone. */
const Pub *prose_html(Pass *p, const MdNode *tree, Slice page);

#endif
