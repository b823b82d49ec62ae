#include "render/ops.h"

#include <assert.h>

#include "base/escape.h"
#include "render/markup.h"

/* What holds inside one expansion; saved and restored as a value. */
typedef struct Scope {
	size_t indent; /* bytes of Render.indent that go before each line */
	size_t strip;  /* blanks that each line of the template loses */
	Place place;   /* where the expansion stands, for what stands in its TEXT */
	const TemplateArgs *args;
} Scope;

typedef struct Render {
	const RenderContext *rc;
	RenderContext value; /* as rc, for attribute values: no typography */
	Buf *out;
	Arena scratch; /* virtual fields */
	Buf indent;
	Scope scope;
	bool line_start; /* the template has begun a line, and its indentation is not written yet */
	unsigned depth;  /* of render_ops() */
	bool runaway;    /* a template includes itself without end: nothing more is written */
	size_t n;        /* contexts */
	const Pub *context[TEMPLATE_DEPTH + 1];
} Render;

static void render_ops(Render *r, const Op *op);

/* --- names --- */

static const Pub *field(Render *r, const Pub *v, Slice name)
{
	if (v->type == PUB_MAP || v->type == PUB_RECORD) {
		return pub_get(v, name, r->rc->page);
	}
	return pub_on(markup_field(&r->scratch, r->rc, v, name), r->rc->page);
}

/* A field that may not be seen here reads like one that is not there: the search goes on to outer contexts. */
static const Pub *look_up(Render *r, Slice name)
{
	for (size_t i = r->n; i > 0; i--) {
		const Pub *v = field(r, r->context[i - 1], name);
		if (v) {
			return v;
		}
	}
	return NULL;
}

static const Pub *resolve(Render *r, const Op *op)
{
	if (op->part_count == 0) {
		return r->n ? r->context[r->n - 1] : NULL;
	}
	const Pub *v = look_up(r, op->parts[0]);
	for (size_t i = 1; v && i < op->part_count; i++) {
		v = field(r, v, op->parts[i]);
	}
	return v;
}

static bool any_visible(const Render *r, const Pub *list)
{
	for (size_t i = 0; i < list->as.list.n; i++) {
		if (pub_on(list->as.list.items[i], r->rc->page)) {
			return true;
		}
	}
	return false;
}

static bool is_true(const Render *r, const Pub *v)
{
	if (!v) {
		return false;
	}
	switch (v->type) {
	case PUB_BOOL:
		return v->as.flag;
	case PUB_LIST:
		return any_visible(r, v);
	case PUB_TEXT:
	case PUB_HTML:
	case PUB_URL:
		return v->as.text.n > 0;
	default:
		return true;
	}
}

/* --- writing --- */

static void put_indent(Render *r)
{
	if (r->line_start) {
		buf_put(r->out, r->indent.p, r->scope.indent);
		r->line_start = false;
	}
}

/* Without the blanks that begin a line, at most n. */
static Slice strip_blanks(Slice line, size_t n)
{
	size_t i = 0;
	while (i < n && i < line.n && (line.p[i] == ' ' || line.p[i] == '\t')) {
		i++;
	}
	return slice_sub(line, i, line.n);
}

static void put_line(Render *r, Slice line)
{
	if (line.n) {
		put_indent(r);
		buf_add(r->out, line);
		r->line_start = line.p[line.n - 1] == '\n';
	}
}

static void put_text(Render *r, const Op *op)
{
	if (r->scope.indent == 0 && r->scope.strip == 0) {
		put_line(r, op->text);
		return;
	}
	size_t from = 0;
	while (from < op->text.n) {
		size_t end = slice_find_byte(op->text, '\n', from);
		Slice line = slice_sub(op->text, from, end + 1);
		bool whole = from > 0 || op->line_start;
		put_line(r, whole ? strip_blanks(line, r->scope.strip) : line);
		from = end + 1;
	}
}

static Place place_of(const Render *r, const Op *op)
{
	return op->place == PLACE_TEXT ? r->scope.place : op->place;
}

/* The site's own address, which a hole stands for, needs no proof. */
static bool is_safe_address(const Pub *v)
{
	bool address = v->type == PUB_TEXT || v->type == PUB_URL;
	bool hole = v->type == PUB_URL && v->as.text.n && (unsigned char)v->as.text.p[0] <= PUB_HOLE_SIZE;
	return v->type != PUB_HTML && (!address || hole || escape_url_allowed(v->as.text));
}

/* In an attribute numbers are read by programs, so they are not grouped. */
static void put_attribute(Render *r, const Pub *v)
{
	if (v->type == PUB_INT) {
		buf_printf(r->out, "%lld", (long long)v->as.number);
	} else {
		markup_value(r->out, &r->value, v);
	}
}

static void put_value(Render *r, const Op *op, const Pub *v)
{
	bool markup = op->raw && v->type == PUB_HTML;
	switch (place_of(r, op)) {
	case PLACE_TEXT:
		if (markup) {
			markup_html(r->out, r->rc, v->as.text);
		} else {
			markup_value(r->out, r->rc, v);
		}
		break;
	case PLACE_SCRIPT:
		if (markup) {
			markup_html(r->out, r->rc, v->as.text);
		}
		break;
	case PLACE_URL:
		if (is_safe_address(v)) {
			put_attribute(r, v);
		}
		break;
	default:
		put_attribute(r, v);
	}
}

static void render_var(Render *r, const Op *op)
{
	const Pub *v = resolve(r, op);
	put_indent(r);
	if (v) {
		put_value(r, op, v);
	}
}

/* --- sections --- */

static void render_with(Render *r, const Op *op, const Pub *v)
{
	/* Each context was pushed by a render_ops() of its own, and those are bounded. */
	assert(r->n < sizeof r->context / sizeof *r->context);
	r->context[r->n++] = v;
	render_ops(r, op->body);
	r->n--;
}

static void render_section(Render *r, const Op *op)
{
	const Pub *v = resolve(r, op);
	if (v && v->type == PUB_LIST) {
		for (size_t i = 0; i < v->as.list.n; i++) {
			const Pub *item = pub_on(v->as.list.items[i], r->rc->page);
			if (item) {
				render_with(r, op, item);
			}
		}
	} else if (is_true(r, v)) {
		render_with(r, op, v);
	}
}

/* --- expansions --- */

/* What is written inside the expansion of op is indented by it, less what the line of op has lost itself. */
static void indent_by(Render *r, const Op *op)
{
	r->indent.n = r->scope.indent;
	buf_add(&r->indent, strip_blanks(op->indent, r->scope.strip));
	r->scope.indent = r->indent.n;
}

static void expand(Render *r, const Op *op, const Op *body, size_t strip, const TemplateArgs *args)
{
	Scope saved = r->scope;
	indent_by(r, op);
	r->scope.strip = strip;
	r->scope.place = place_of(r, op);
	r->scope.args = args;
	render_ops(r, body);
	r->scope = saved;
}

static void render_expansion(Render *r, const Op *op)
{
	TemplateArgs own;
	if (op->target) {
		expand(r, op, op->target->body, 0, template_give(&own, op, NULL, r->scope.args));
	}
}

static void render_block(Render *r, const Op *op)
{
	const TemplateArgs *giver = NULL;
	const Op *argument = template_argument(r->scope.args, op->text, &giver);
	if (argument) {
		expand(r, op, argument->body, argument->strip, giver->outer);
	} else {
		render_ops(r, op->body);
	}
}

static void render_ops(Render *r, const Op *op)
{
	/* To go on elsewhere would take a time that doubles with each level. */
	r->runaway = r->runaway || r->depth == TEMPLATE_DEPTH;
	r->depth++;
	for (; op && !r->runaway; op = op->next) {
		switch (op->type) {
		case OP_TEXT:
			put_text(r, op);
			break;
		case OP_VAR:
			render_var(r, op);
			break;
		case OP_SECTION:
			render_section(r, op);
			break;
		case OP_INVERTED:
			if (!is_true(r, resolve(r, op))) {
				render_ops(r, op->body);
			}
			break;
		case OP_PARTIAL:
		case OP_PARENT:
			render_expansion(r, op);
			break;
		case OP_BLOCK:
			render_block(r, op);
			break;
		}
	}
	r->depth--;
}

void template_render(const Template *t, const RenderContext *rc, const Pub *root, Buf *out)
{
	Render r = {.rc = rc, .value = *rc, .out = out, .scratch = ARENA_INIT, .indent = BUF_INIT, .line_start = true};
	r.value.plain = true;
	const Pub *seen = pub_on(root, rc->page);
	if (seen) {
		r.context[r.n++] = seen;
	}
	render_ops(&r, t->body);
	buf_release(&r.indent);
	arena_release(&r.scratch);
}
