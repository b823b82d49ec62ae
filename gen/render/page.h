/*
 * page.h - one HTML page: its address, its record, its context.
 *
 * Pages are planned once (pages.c); a page's context is built, rendered and
 * thrown away by whichever thread takes it (view.c and the view_*.c files).
 */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "render/product.h"
#include "render/relation.h"

typedef struct Page {
	PageType type;
	Slice path;                     /* "", "mentors/", "404.html"; what consents name */
	Slice title;                    /* its h1 */
	Slice about;                    /* its description; may be empty */
	Slice section;                  /* "mentors", "news"…; empty for service pages */
	const PubRecord *record;        /* of a record's page */
	const PubRecord *newer, *older; /* neighbours that it may name, in public order; or NULL */
	PubList items;                  /* news: those of this page */
	size_t number, of;              /* news: page number of how many; 0: a year's */
	int year;                       /* news: of a year's page; 0 otherwise */
} Page;

/* A line of the section's menu. */
typedef struct NavItem {
	Slice id, title, about, path;
} NavItem;

typedef struct Pages {
	Arena arena;
	VEC(Page *) list;
	NavItem *nav;
	size_t nav_count;
	Relations relations;
	Slice card;  /* path of the picture that stands for pages without one */
	Map by_path; /* path → Page * */
	int *news_years;
	size_t news_year_count;
} Pages;

/* Plans every page of a site (site.md), in the order of the menu. In arena memory; free with pages_free(). */
Pages *pages_plan(const Render *r);
void pages_free(Pages *ps);
/* Adds a product for each page, for each alias, and, if asked, for each fragment. `ps` must outlive the products. */
void pages_add_products(Pages *pages, Products *ps, const Render *r, bool fragments);
/* All that the site is made of but pictures, sorted by path: the pages, and what each other module of rendering adds.
 */
void site_products(Products *ps, Pages *pages, const Render *r, bool fragments);
/* The same without search_products(), which takes as long as it takes to make all the rest. */
void site_products_but_index(Products *ps, Pages *pages, const Render *r, bool fragments);
/* Is there a page, or a file that pages_plan() knows of, at this path? */
bool pages_has(const Pages *ps, Slice path);

/* What the views need to build a page's context. */
typedef struct View {
	Arena *arena; /* the page's */
	const Render *render;
	const Pages *pages;
	const Page *page;
	Pub *root;
} View;

/* Fills what a page type adds to the common context: view_home.c and so on. */
typedef void ViewFill(View *v);
ViewFill view_home, view_mentors, view_mentor, view_mentees, view_programmes, view_programme, view_partners,
        view_partner, view_items, view_case, view_documents, view_document, view_methods, view_record, view_news,
        view_news_item, view_events, view_event, view_roadmap, view_awards, view_stats, view_search, view_changes,
        view_consents, view_sitemap, view_none;

/* Shorthands for views: set a variable of the page. */
void view_set(View *v, const char *name, const Pub *value);
void view_set_text(View *v, const char *name, Slice text);
void view_set_list(View *v, const char *name, PubList list);
/* A list of the records that a page may show there: in items, visible on it. */
const Pub *view_records(View *v, PubList list);
/* A map of title and address. */
const Pub *view_link(View *v, Slice title, Slice path);
/* Totals of the sections that are built, with their words: LIST of `figure`. */
const Pub *view_figures(View *v);
/* The address of a path of the site, with its hole. */
const Pub *view_url(View *v, Slice path);
/* The clause of the act that orders `name` («mentors», «results»…); NULL when the policy names none. */
const Pub *view_clause(View *v, const char *name);
/* What a record is called on this page. */
Slice view_name(View *v, const PubRecord *r);

/* view_plan.c: `course` and `plan` of a programme's page, whose period reads `when` in words. */
void view_plan(View *v, Slice when);
/* The programmes of a school year as strips under each other; NULL for too few or too many. */
const Pub *view_overview(View *v, Slice id, Slice title, PubList list);

/* Its whole context, and its HTML. */
void page_render(const Render *r, const Pages *pages, const Page *page, Slice base, Buf *out);

#endif
