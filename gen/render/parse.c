#include "render/ops.h"

/* A tag that is open, and what was so when it opened. */
typedef struct Open {
	Op *op;
	Op **tail;        /* where what follows it is linked */
	PlaceState place; /* restored when it closes: sections are balanced */
	size_t body_at;
	bool own_line; /* BLOCK: nothing else is on the line of its opening tag */
	bool leads;    /* PARENT: only white space is before it on its line */
	Op *lead;      /* PARENT: that white space, or NULL */
} Open;

typedef struct Parser {
	Arena *a;
	Template *t;
	Diags *diags;
	Slice text;
	size_t at;      /* what is before it has been compiled */
	size_t fence;   /* end of the last tag: it keeps what follows on its line from being standalone */
	size_t counted; /* up to where lines are counted */
	size_t line_at; /* where the line counted last begins */
	unsigned line;
	Slice open, close; /* the delimiters */
	PlaceState place;
	Op **tail;
	Open stack[TEMPLATE_NESTING];
	size_t depth;
} Parser;

typedef struct Tag {
	size_t start, end;
	char sigil;        /* one of "#^/<>$&!={", or 0 */
	Slice name;        /* without the white space around it */
	size_t line_from;  /* start of the white space before the tag */
	size_t line_end;   /* start of the next line, if the rest of this one is blank */
	bool blank_before; /* nothing but that white space is before it on its line */
	bool blank_after;
} Tag;

static Open *top(Parser *p)
{
	return p->depth ? &p->stack[p->depth - 1] : NULL;
}

/* Directly inside a parent only blocks mean anything. */
static bool inside_parent(Parser *p)
{
	return p->depth && top(p)->op->type == OP_PARENT;
}

static Loc locate(Parser *p, size_t at)
{
	for (; p->counted < at; p->counted++) {
		if (p->text.p[p->counted] == '\n') {
			p->line++;
			p->line_at = p->counted + 1;
		}
	}
	Slice before = slice_sub(p->text, p->line_at, at);
	return (Loc){p->t->path, p->line, (unsigned)utf8_length(before) + 1};
}

static void fault_at_op(Parser *p, const Op *op, TemplateFault fault)
{
	template_fault(p->diags, (Loc){p->t->path, op->line, op->col}, fault, op->text);
}

static Op *new_op(Parser *p, OpType type, Slice text, Loc loc)
{
	Op *op = ARENA_NEW(p->a, Op);
	op->type = type;
	op->place = place_now(&p->place);
	op->text = text;
	op->line = loc.line;
	op->col = loc.col;
	return op;
}

static void append(Parser *p, Op *op)
{
	if (!inside_parent(p) || op->type == OP_BLOCK) {
		*p->tail = op;
		p->tail = &op->next;
	}
}

/* Compiles the text up to `to`; gives its op, or NULL when there is none. */
static Op *take_text(Parser *p, size_t to)
{
	size_t from = p->at;
	p->at = to;
	if (from >= to || inside_parent(p)) {
		return NULL;
	}
	Op *op = new_op(p, OP_TEXT, slice_sub(p->text, from, to), (Loc){.line = 0});
	op->line_start = from == 0 || p->text.p[from - 1] == '\n';
	append(p, op);
	place_feed(&p->place, op->text);
	return op;
}

/* Compiles the text before a tag and goes past the tag; of a standalone one, past its whole line. */
static void pass(Parser *p, const Tag *tag, bool standalone)
{
	take_text(p, standalone ? tag->line_from : tag->start);
	p->at = standalone && tag->blank_after ? tag->line_end : tag->end;
	p->fence = p->at;
}

/* --- finding tags --- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static void measure_line(Parser *p, Tag *tag)
{
	Slice text = p->text;
	size_t from = tag->start;
	while (from > p->fence && is_blank(text.p[from - 1])) {
		from--;
	}
	tag->line_from = from;
	tag->blank_before = from == 0 || text.p[from - 1] == '\n' || inside_parent(p);
	size_t end = tag->end;
	while (end < text.n && is_blank(text.p[end])) {
		end++;
	}
	if (end + 1 < text.n && text.p[end] == '\r' && text.p[end + 1] == '\n') {
		end++;
	}
	tag->blank_after = end == text.n || text.p[end] == '\n';
	tag->line_end = end < text.n ? end + 1 : end;
}

/* Offset of the closing delimiter of a tag whose content begins at `from`; text.n when it is open. */
static size_t find_close(const Parser *p, size_t from, char sigil)
{
	char want = '\0';
	if (sigil == '{') {
		want = '}';
	} else if (sigil == '=') {
		want = '=';
	}
	size_t at = slice_find(p->text, p->close, from);
	while (want && at < p->text.n && (at == from || p->text.p[at - 1] != want)) {
		at = slice_find(p->text, p->close, at + 1);
	}
	return at;
}

static char sigil_at(Slice text, size_t at)
{
	return at < text.n && text.p[at] && strchr("#^/<>$&!={", text.p[at]) ? text.p[at] : '\0';
}

static bool next_tag(Parser *p, Tag *tag)
{
	tag->start = slice_find(p->text, p->open, p->at);
	if (tag->start >= p->text.n) {
		return false;
	}
	tag->sigil = sigil_at(p->text, tag->start + p->open.n);
	size_t from = tag->start + p->open.n + (tag->sigil ? 1 : 0);
	size_t to = find_close(p, from, tag->sigil);
	if (to >= p->text.n) {
		size_t line_end = slice_find_byte(p->text, '\n', tag->start);
		Slice shown = slice_trim(slice_sub(p->text, tag->start, line_end));
		template_fault(p->diags, locate(p, tag->start), FAULT_OPEN_TAG, shown);
		return false;
	}
	tag->end = to + p->close.n;
	bool doubled = tag->sigil == '{' || tag->sigil == '=';
	tag->name = slice_trim(slice_sub(p->text, from, doubled ? to - 1 : to));
	measure_line(p, tag);
	return true;
}

/* --- names --- */

static bool is_name(Slice name, bool dotted)
{
	for (size_t i = 0; i < name.n; i++) {
		bool dot = dotted && name.p[i] == '.';
		bool empty_part = i == 0 || i + 1 == name.n || name.p[i - 1] == '.';
		if (is_blank(name.p[i]) || name.p[i] == '\n' || name.p[i] == '\r' || (dot && empty_part)) {
			return false;
		}
	}
	return name.n > 0;
}

static void split_name(Parser *p, Op *op)
{
	size_t n = 1;
	for (size_t i = 0; i < op->text.n; i++) {
		n += op->text.p[i] == '.';
	}
	Slice *parts = arena_array(p->a, n, sizeof *parts);
	Slice rest = op->text;
	for (size_t i = 0; i < n; i++) {
		slice_split(&rest, '.', &parts[i]);
	}
	op->parts = parts;
	op->part_count = n;
}

/* The op of a tag, linked, its name checked. */
static Op *take_op(Parser *p, const Tag *tag, OpType type)
{
	Loc loc = locate(p, tag->start);
	Op *op = new_op(p, type, tag->name, loc);
	bool dotted = type == OP_VAR || type == OP_SECTION || type == OP_INVERTED;
	if (tag->name.n == 0) {
		template_fault(p->diags, loc, FAULT_NO_NAME, tag->name);
	} else if (!(dotted && slice_is(tag->name, ".")) && !is_name(tag->name, dotted)) {
		template_fault(p->diags, loc, FAULT_BAD_NAME, tag->name);
	}
	if (dotted && !slice_is(tag->name, ".")) {
		split_name(p, op);
	}
	append(p, op);
	return op;
}

/* --- tags that enclose --- */

/* NULL when tags are nested too deeply: the rest of the template is given up. */
static Open *enter(Parser *p, const Tag *tag, OpType type)
{
	Op *op = take_op(p, tag, type);
	if (p->depth == TEMPLATE_NESTING) {
		fault_at_op(p, op, FAULT_DEEP);
		p->at = p->text.n;
		return NULL;
	}
	p->stack[p->depth] = (Open){.op = op, .tail = p->tail, .place = p->place, .body_at = p->at};
	p->tail = &op->body;
	return &p->stack[p->depth++];
}

static void leave(Parser *p)
{
	const Open *o = top(p);
	p->tail = o->tail;
	p->place = o->place;
	p->depth--;
}

static void take_section(Parser *p, const Tag *tag)
{
	pass(p, tag, tag->blank_before && tag->blank_after);
	enter(p, tag, tag->sigil == '#' ? OP_SECTION : OP_INVERTED);
}

static void take_parent(Parser *p, const Tag *tag)
{
	take_text(p, tag->line_from);
	Op *lead = take_text(p, tag->start);
	p->at = p->fence = tag->end;
	Open *o = enter(p, tag, OP_PARENT);
	if (o) {
		o->leads = tag->blank_before;
		o->lead = lead;
	}
}

static void take_block(Parser *p, const Tag *tag)
{
	bool own_line = tag->blank_before && tag->blank_after;
	bool argument = inside_parent(p);
	pass(p, tag, own_line);
	Open *o = enter(p, tag, OP_BLOCK);
	if (!o) {
		return;
	}
	o->own_line = own_line;
	if (tag->blank_before) {
		o->op->indent = slice_sub(p->text, tag->line_from, tag->start);
	}
	if (argument) {
		/* What surrounds an argument is told by the block that it replaces. */
		p->place = (PlaceState)PLACE_INIT;
	}
}

/* The white space that begins the first line of [from, to) that is not blank; false when all are. */
static bool first_indent(Slice *out, Slice text, size_t from, size_t to)
{
	size_t line = from;
	for (size_t i = from; i < to; i++) {
		if (text.p[i] == '\n') {
			line = i + 1;
		} else if (!is_blank(text.p[i]) && text.p[i] != '\r') {
			*out = slice_sub(text, line, i);
			return true;
		}
	}
	return false;
}

static void leave_block(Parser *p, const Tag *tag)
{
	const Open *o = top(p);
	Op *op = o->op;
	bool argument = p->depth > 1 && p->stack[p->depth - 2].op->type == OP_PARENT;
	size_t body_end = tag->blank_before ? tag->line_from : tag->start;
	if (o->own_line && first_indent(&op->indent, p->text, o->body_at, body_end)) {
		op->strip = op->indent.n;
	}
	pass(p, tag, tag->blank_before && (tag->blank_after || argument));
	leave(p);
}

static void leave_parent(Parser *p, const Tag *tag)
{
	const Open *o = top(p);
	bool standalone = o->leads && tag->blank_after;
	if (standalone && o->lead) {
		o->op->indent = o->lead->text;
		o->lead->text = SL("");
	}
	p->at = p->fence = standalone ? tag->line_end : tag->end;
	leave(p);
}

static bool is_open(const Parser *p, Slice name)
{
	for (size_t i = 0; i < p->depth; i++) {
		if (slice_eq(p->stack[i].op->text, name)) {
			return true;
		}
	}
	return false;
}

static void take_end(Parser *p, const Tag *tag)
{
	if (!is_open(p, tag->name)) {
		template_fault(p->diags, locate(p, tag->start), FAULT_STRAY_END, tag->name);
		pass(p, tag, false);
		return;
	}
	while (!slice_eq(top(p)->op->text, tag->name)) {
		fault_at_op(p, top(p)->op, FAULT_OPEN_SECTION);
		take_text(p, tag->start);
		leave(p);
	}
	switch (top(p)->op->type) {
	case OP_BLOCK:
		leave_block(p, tag);
		break;
	case OP_PARENT:
		leave_parent(p, tag);
		break;
	default:
		pass(p, tag, tag->blank_before && tag->blank_after);
		leave(p);
	}
}

/* --- the others --- */

static void take_delimiters(Parser *p, const Tag *tag)
{
	Slice name = tag->name;
	size_t end = 0;
	while (end < name.n && !strchr(" \t\r\n", name.p[end])) {
		end++;
	}
	Slice open = slice_sub(name, 0, end);
	Slice close = slice_trim(slice_sub(name, end, name.n));
	bool equals = slice_find_byte(name, '=', 0) < name.n;
	if (equals || !is_name(open, false) || !is_name(close, false)) {
		template_fault(p->diags, locate(p, tag->start), FAULT_BAD_DELIMITERS, SL(""));
		return;
	}
	p->open = open;
	p->close = close;
}

static void take_partial(Parser *p, const Tag *tag)
{
	bool standalone = tag->blank_before && tag->blank_after;
	pass(p, tag, standalone);
	Op *op = take_op(p, tag, OP_PARTIAL);
	if (standalone) {
		op->indent = slice_sub(p->text, tag->line_from, tag->start);
	}
}

static void take_tag(Parser *p, const Tag *tag)
{
	switch (tag->sigil) {
	case '!':
		pass(p, tag, tag->blank_before && tag->blank_after);
		break;
	case '=':
		pass(p, tag, tag->blank_before && tag->blank_after);
		take_delimiters(p, tag);
		break;
	case '>':
		take_partial(p, tag);
		break;
	case '#':
	case '^':
		take_section(p, tag);
		break;
	case '<':
		take_parent(p, tag);
		break;
	case '$':
		take_block(p, tag);
		break;
	case '/':
		take_end(p, tag);
		break;
	default:
		pass(p, tag, false);
		take_op(p, tag, OP_VAR)->raw = tag->sigil != '\0';
	}
}

void template_parse(Arena *a, Template *t, Slice text, Diags *diags)
{
	Parser p = {.a = a,
	            .t = t,
	            .diags = diags,
	            .text = text,
	            .line = 1,
	            .open = SL("{{"),
	            .close = SL("}}"),
	            .place = PLACE_INIT,
	            .tail = &t->body};
	t->body = NULL;
	Tag tag;
	while (next_tag(&p, &tag)) {
		take_tag(&p, &tag);
	}
	take_text(&p, text.n);
	while (p.depth) {
		fault_at_op(&p, top(&p)->op, FAULT_OPEN_SECTION);
		leave(&p);
	}
}
