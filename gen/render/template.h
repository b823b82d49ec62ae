/*
 * template.h - Mustache with inheritance, compiled once to located ops.
 *
 * The language is the Mustache specification (interpolation, sections,
 * inverted sections, comments, delimiters, partials) with its optional
 * inheritance module. It can place values and test them, nothing else. A set
 * holds every template of a theme under its name; partials and parents are
 * looked up there and linked when the set is closed, so rendering does no
 * look-up by name of a file and cannot fail.
 *
 * {{x}} and {{{x}}} differ in one thing only: {{{x}}} passes PUB_HTML through
 * as markup. Any other value is escaped either way; {{x}} of PUB_HTML is
 * escaped too.
 */
#ifndef RENDER_TEMPLATE_H
#define RENDER_TEMPLATE_H

#include "base/diag.h"
#include "base/locale.h"
#include "redact/public.h"

typedef struct TemplateSet TemplateSet;
typedef struct Template Template;

TemplateSet *templates_new(void);
void templates_free(TemplateSet *set);
/* Compiles `text` as template `name` ("page", "parts/card"). The bytes are
 * copied. Faults go to diags at `path`:line:col (template-syntax). A second
 * template of one name replaces the first. */
void templates_add(TemplateSet *set, Slice name, Slice text, Slice path, Diags *diags);
/* Links partials and parents. `strict`: an unknown one is a fault
 * (unknown-partial); else it renders as nothing, as the specification says. */
void templates_link(TemplateSet *set, bool strict, Diags *diags);
const Template *templates_find(const TemplateSet *set, Slice name); /* NULL when absent */

/* Proves that every variable a template can reach, through partials, parents
 * and sections, exists in `shape` (the page's context) or in what a section
 * enters; unknown-variable at its place otherwise. */
void template_check(const Template *t, const PubShape *shape, Diags *diags);

/* What a rendering needs besides the context. */
typedef struct RenderContext {
	Slice page;           /* path of the page: decides what is visible (pub_on) */
	Slice base;           /* what PUB_HOLE_BASE becomes */
	const PubSite *site;  /* for media; NULL in tests */
	const Locale *locale; /* for dates and numbers; NULL: ISO dates, plain numbers */
	bool plain;           /* escape as XML without typography (feeds) */
} RenderContext;

/* Renders with `root` (MAP) as the outermost context. Cannot fail. */
void template_render(const Template *t, const RenderContext *rc, const Pub *root, Buf *out);

#endif
