/*
 * container.h - the quotes and list items around a block, and what they take
 * off the start of each of its lines.
 *
 * Markdown marks a container on its lines: a quote by '>', an item by the
 * indent of its text. Tables are cut from a paragraph's own lines, and cmark
 * counts the columns of a paragraph without these marks, so both need to know
 * where the text of a line begins (CommonMark 0.30, 5 Container blocks).
 * Columns here count from 0 with tab stops of 4, as CommonMark counts them.
 */
#ifndef SOURCE_CONTAINER_H
#define SOURCE_CONTAINER_H

#include "base/slice.h"

/* CODE_INDENT: what is indented so far is no block of any other kind. */
enum { CONTAINERS_MAX = 100, CODE_INDENT = 4 };

typedef struct Container {
	bool quote;    /* else an item of a list */
	size_t line;   /* the line that opens it */
	size_t column; /* where its content begins there */
	size_t need;   /* item: columns of white space that its other lines begin with */
} Container;

typedef struct Containers {
	Container items[CONTAINERS_MAX];
	size_t n; /* outermost first; set back to leave some */
} Containers;

/* What is left of a line. */
typedef struct Remains {
	size_t marks;  /* bytes of the marks */
	size_t byte;   /* where the text begins, after marks and white space */
	size_t indent; /* columns of that white space that belong to no container */
	bool lazy;     /* not all containers are marked: a lazy continuation */
} Remains;

/* Adds the quote, or the item, whose mark stands at `byte` of line number
 * `line`, which reads `text`. At most CONTAINERS_MAX. */
void containers_push(Containers *c, bool quote, size_t line, Slice text, size_t byte);
/* What all containers leave of a line after those that open them. */
Remains containers_strip(const Containers *c, Slice text);
/* The list marker at `byte`, such as "-", "12." or "4)"; empty if there is none. */
Slice container_marker(Slice text, size_t byte);
/* Columns of the container marks and white space that a line begins with: no
 * line can be nested deeper than that. */
size_t containers_width(Slice text);

#endif
