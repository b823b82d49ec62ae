#include "render/ops.h"

#include "base/map.h"
#include "render/markup.h"

/*
 * The walk goes where rendering may go, over shapes instead of values: into
 * every section, every partial, every default and every argument. What can be
 * reached again in the same circumstances is walked once, and circumstances
 * are finite: a context that is also further out is dropped there, for the
 * inner one hides it wholly, and so are arguments given a second time.
 */

/* Of check_ops(): more than rendering goes, for what is walked once is not walked again by a shorter way. */
enum { MAX_DEPTH = 4 * TEMPLATE_DEPTH };

/* What a section has entered: a map of known fields, or a value with virtual ones. */
typedef struct Context {
	PubType type;
	const PubShape *shape; /* of MAP and RECORD */
	const struct Context *outer;
} Context;

typedef struct Check {
	Diags *diags;
	Arena arena;
	Map visited;  /* circumstances, as bytes */
	Map reported; /* addresses of ops */
	const Template *home;
	const Context *context;
	const TemplateArgs *args;
	unsigned depth;
} Check;

static void check_ops(Check *c, const Op *op);

/* --- names --- */

static bool field_type(PubType type, const PubShape *shape, Slice name, PubField *out)
{
	const PubField *field = shape ? pub_shape_field(shape, name) : NULL;
	if (field) {
		*out = *field;
		return true;
	}
	*out = (PubField){.type = PUB_TEXT};
	return !shape && markup_field_type(type, name, &out->type);
}

/* A map with free keys answers to a name that nothing else has. */
static bool look_up(const Check *c, Slice name, PubField *out)
{
	bool open = false;
	for (const Context *x = c->context; x; x = x->outer) {
		if (field_type(x->type, x->shape, name, out)) {
			return true;
		}
		open = open || (x->shape && x->shape->open);
	}
	*out = (PubField){.type = PUB_TEXT};
	return open;
}

static bool step_into(const PubField *from, Slice name, PubField *out)
{
	if (from->list) {
		return false;
	}
	return field_type(from->type, from->shape, name, out) || (from->shape && from->shape->open);
}

static bool resolve(const Check *c, const Op *op, PubField *out)
{
	if (op->part_count == 0) {
		*out = (PubField){.type = c->context->type, .shape = c->context->shape};
		return true;
	}
	bool found = look_up(c, op->parts[0], out);
	for (size_t i = 1; found && i < op->part_count; i++) {
		PubField from = *out;
		found = step_into(&from, op->parts[i], out);
	}
	return found;
}

static void report(Check *c, const Op *op)
{
	Slice key = arena_dup(&c->arena, (Slice){(const char *)&op, sizeof op});
	if (!map_put(&c->reported, key, c)) {
		DIAG(c->diags, D_UNKNOWN_VARIABLE, ((Loc){c->home->path, op->line, op->col}), op->text);
	}
}

static bool prove(Check *c, const Op *op, PubField *out)
{
	bool found = resolve(c, op, out);
	if (!found) {
		report(c, op);
	}
	return found;
}

/* --- sections --- */

static const Context *new_context(Check *c, Context x)
{
	Context *copy = ARENA_NEW(&c->arena, Context);
	*copy = x;
	return copy;
}

/* The contexts of `list` but the one that is like x. */
static const Context *without(Check *c, const Context *list, const Context *x)
{
	if (!list) {
		return NULL;
	}
	if (list->type == x->type && list->shape == x->shape) {
		return list->outer;
	}
	return new_context(c, (Context){list->type, list->shape, without(c, list->outer, x)});
}

static void check_section(Check *c, const Op *op)
{
	const Context *saved = c->context;
	PubField entered;
	if (prove(c, op, &entered)) {
		Context inner = {entered.type, entered.shape, NULL};
		inner.outer = without(c, saved, &inner);
		c->context = new_context(c, inner);
	}
	check_ops(c, op->body);
	c->context = saved;
}

/* --- expansions --- */

static void put_pointer(Buf *key, const void *p)
{
	buf_put(key, &p, sizeof p);
}

/* True when the ops were walked before with the same contexts and arguments. */
static bool is_visited(Check *c, const Op *body)
{
	Buf key = BUF_INIT;
	put_pointer(&key, body);
	for (const TemplateArgs *a = c->args; a; a = a->outer) {
		put_pointer(&key, a->parent);
	}
	put_pointer(&key, NULL);
	for (const Context *x = c->context; x; x = x->outer) {
		put_pointer(&key, x->shape);
		buf_put(&key, &x->type, sizeof x->type);
	}
	bool before = map_put(&c->visited, arena_dup(&c->arena, buf_slice(&key)), c) != NULL;
	buf_release(&key);
	return before;
}

/* Walks ops of another template, or of this one in another's name. */
static void check_apart(Check *c, const Op *body, const Template *home, const TemplateArgs *args)
{
	const Template *saved_home = c->home;
	const TemplateArgs *saved_args = c->args;
	c->home = home;
	c->args = args;
	if (body && !is_visited(c, body)) {
		check_ops(c, body);
	}
	c->home = saved_home;
	c->args = saved_args;
}

static void check_expansion(Check *c, const Op *op)
{
	TemplateArgs own;
	if (op->target) {
		check_apart(c, op->target->body, op->target, template_give(&own, op, c->home, c->args));
	}
}

static void check_block(Check *c, const Op *op)
{
	const TemplateArgs *giver = NULL;
	const Op *argument = template_argument(c->args, op->text, &giver);
	if (argument) {
		check_apart(c, argument->body, giver->home, giver->outer);
	}
	check_ops(c, op->body);
}

static void check_ops(Check *c, const Op *op)
{
	PubField ignored;
	if (c->depth == MAX_DEPTH) {
		return;
	}
	c->depth++;
	for (; op; op = op->next) {
		switch (op->type) {
		case OP_TEXT:
			break;
		case OP_VAR:
			prove(c, op, &ignored);
			break;
		case OP_SECTION:
			check_section(c, op);
			break;
		case OP_INVERTED:
			prove(c, op, &ignored);
			check_ops(c, op->body);
			break;
		case OP_PARTIAL:
		case OP_PARENT:
			check_expansion(c, op);
			break;
		case OP_BLOCK:
			check_block(c, op);
			break;
		}
	}
	c->depth--;
}

void template_check(const Template *t, const PubShape *shape, Diags *diags)
{
	Context root = {PUB_MAP, shape, NULL};
	Check c = {.diags = diags, .arena = ARENA_INIT, .visited = MAP_INIT, .reported = MAP_INIT, .context = &root};
	check_apart(&c, t->body, t, NULL);
	map_release(&c.visited);
	map_release(&c.reported);
	arena_release(&c.arena);
}
