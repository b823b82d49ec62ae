/*
 * filter.h - what a list can be narrowed by: criteria, their options, and the options that each row fits.
 *
 * The same marks serve with and without JavaScript. Every option is a link to
 * itself, `#subjects-Физика`, with a number of its own on the page; every row
 * says its numbers in `data-by`. Without a script, filter_css() hides the rows
 * that lack the number of the link that is the page's target; with one, app.js
 * joins several options. Either way the state is in the address.
 *
 * All is made of what the page may show, so no link tells more than the rows.
 */
#ifndef RENDER_FILTER_H
#define RENDER_FILTER_H

#include "render/page.h"

/* Options beyond this number work with JavaScript only: the style sheet has to name each. */
enum { FILTER_PLAIN = 64 };

typedef struct Filter {
	View *view;
	Map options; /* by id → FilterOption * */
} Filter;

/* Sets the page's `filters`: each criterion that parts the records of the list. */
void filter_init(Filter *f, View *v, PubList list);
void filter_release(Filter *f);
/* A LIST of `row` for the records that the page may show: each under the name `as`, with its numbers. */
const Pub *filter_rows(const Filter *f, const char *as, PubList list);
/* The records that have a day in `field`, latest first; the same day keeps their order. In the page's arena. */
PubList filter_latest(View *v, PubList list, const char *field);
/* Writes the rules for browsers without JavaScript. */
void filter_css(Buf *out);

#endif
