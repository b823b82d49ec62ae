/*
 * demo.h - the demo content of the repository as the tests of whole trees read it.
 *
 * The tests run in the repository's folder; where there is no content/ they
 * say nothing (demo_open() gives false).
 */
#ifndef TESTS_DEMO_H
#define TESTS_DEMO_H

#include <unistd.h>

#include "redact/project.h"
#include "redact/turns.h"
#include "unit.h"

static struct {
	Diags diags;
	Tree *tree;
	Corpus *corpus;
	Turns turns;
} demo;

static inline bool demo_open(void)
{
	const TreeOptions o = {.repo = ".", .content = "content", .worktree = true};
	if (access("content/site.yaml", R_OK) != 0) {
		return false;
	}
	diags_init(&demo.diags);
	demo.tree = tree_open(&o, &demo.diags);
	ck_assert_ptr_nonnull(demo.tree);
	demo.corpus = corpus_load(demo.tree, SL("content"), 1, &demo.diags);
	ck_assert_uint_eq(demo.diags.errors, 0);
	turns_init(&demo.turns, demo.corpus, NULL);
	return true;
}

static inline void demo_close(void)
{
	turns_release(&demo.turns);
	corpus_free(demo.corpus);
	tree_free(demo.tree);
	diags_release(&demo.diags);
}

/* The demo as the public sees it on a day; free with pubsite_free(). */
static inline PubSite *demo_on(Date day)
{
	Links links = {NULL, 0, 0};
	Diags ignored;
	diags_init(&ignored);
	PubSite *site = project(demo.corpus, NULL, day, SL(""), 1, &links, &ignored);
	diags_release(&ignored);
	free(links.items);
	return site;
}

static inline Date day_of(const char *iso)
{
	Date d;
	ck_assert(date_parse(&d, slice_of(iso)));
	return d;
}

#endif
