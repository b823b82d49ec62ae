/*
 * product.h - a file of the site that can be made by itself.
 *
 * Rendering is a list of products, each independent of the others, so that
 * threads may make them in any order; the list itself, and every byte, is a
 * function of the public site, the theme and the generator's version.
 */
#ifndef RENDER_PRODUCT_H
#define RENDER_PRODUCT_H

#include "base/vec.h"
#include "base/version.h"
#include "render/theme.h"

/* What every product is made from; read-only once the list is complete. */
typedef struct Render {
	const PubSite *site;
	const Theme *theme;
	const Locale *locale;
	const struct Pages *pages; /* the plan (page.h), made from the three above */
} Render;

typedef struct Product Product;
typedef void ProductMake(const Render *r, const Product *p, Buf *out);

struct Product {
	Slice path; /* below the site: "mentors/index.html" */
	ProductMake *make;
	const void *arg; /* what `make` needs, in the list's arena */
};

typedef struct Products {
	Arena arena;
	VEC(Product) list;
} Products;

void products_init(Products *ps);
void products_release(Products *ps);
/* Adds one; the path is copied. */
void products_add(Products *ps, Slice path, ProductMake *make, const void *arg);
/* Sorts by path. Two products of one path are a bug and assert. */
void products_sort(Products *ps);

/* Each module of rendering adds what it makes. */
void feed_products(Products *ps, const Render *r);     /* feed.c: Atom, sitemap.xml, robots.txt */
void calendar_products(Products *ps, const Render *r); /* calendar.c: .ics */
void export_products(Products *ps, const Render *r);   /* export.c: rubric.json and its schema */
void table_products(Products *ps, const Render *r);    /* table.c: CSV and XLSX */
void search_products(Products *ps, const Render *r);   /* search.c: the sharded index */
void card_products(Products *ps, const Render *r);     /* card.c: the picture of links to the site */
void asset_products(Products *ps, const Render *r);    /* asset.c: the theme's assets */
/* calendar.c: of libical, for `rubrika version`. */
Version calendar_ical_version(void);

#endif
