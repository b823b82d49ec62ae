/*
 * session.h - the way from a repository to a planned site, as build and check go it.
 */
#ifndef CMD_SESSION_H
#define CMD_SESSION_H

#include "cmd/command.h"
#include "record/corpus.h"
#include "redact/project.h"
#include "render/page.h"

typedef struct Session {
	const Options *options;
	Diags diags;
	Tree *tree;
	Corpus *corpus;
	History *history; /* NULL: none is read */
	PubSite *site;
	Locale *locale;
	Theme *theme;
	Pages *pages;
	Render render;
	Links links;
} Session;

/* Reads and checks; then projects, loads the theme and plans the pages. Each
 * step needs the one before to be without errors; false, with diagnostics,
 * when the site cannot be rendered. */
bool session_open(Session *s, const Options *o);
void session_close(Session *s);
/* D: --as-of, else SOURCE_DATE_EPOCH, else the clock; a day in the site's zone
 * (cli.md). The corpus may be NULL or lack a site. */
Date session_day(const Options *o, const Corpus *c);

#endif
