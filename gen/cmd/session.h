/*
 * session.h - the way from a repository to a planned site, as build and check go it.
 */
#ifndef CMD_SESSION_H
#define CMD_SESSION_H

#include "cmd/command.h"
#include "cmd/gallery.h"
#include "output/audit.h"
#include "record/corpus.h"
#include "redact/project.h"
#include "render/page.h"
#include "source/shelf.h"

/* What is kept from one session to the next, borrowed; NULL: everything is read and decoded. */
typedef struct Kept {
	Shelf *shelf;
	Store *store;
} Kept;

typedef struct Session {
	const Options *options;
	Diags diags;
	Kept kept;
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

/* Reads the content and nothing else, for commands that make no site; false, with diagnostics, when it is at fault. */
bool session_read(Session *s, const Options *o);
/* Reads the history beside it, where there is one and it is wanted. */
bool session_history(Session *s);
/* Reads and checks; then projects, loads the theme and plans the pages. Each
 * step needs the one before to be without errors; false, with diagnostics,
 * when the site cannot be rendered. */
bool session_open(Session *s, const Options *o);
/* The same, with what is kept as it is now; for whoever does it again and again. */
bool session_open_kept(Session *s, const Options *o, Kept kept);
/* Makes the site's pictures, before any page: pages say their sizes. False,
 * with a diagnostic, for one whose headers are sound and that still cannot be decoded. */
bool session_pictures(Session *s, Gallery *g);
/* What the audit is to look for. Of the records and the theme's files alone, so
 * it may be collected while another thread uses what pages are made of. */
Audit *session_audit(Session *s);
/* Frees what pages are made of, when they are made; the records stay. */
void session_forget_site(Session *s);
void session_close(Session *s);
/* D: --as-of, else SOURCE_DATE_EPOCH, else the clock; a day in the site's zone
 * (cli.md). The corpus may be NULL or lack a site. */
Date session_day(const Options *o, const Corpus *c);

#endif
