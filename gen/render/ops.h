/*
 * ops.h - a compiled template: the tree that parse.c makes and eval.c and
 * check.c walk. Private to them and to template.c.
 *
 * Indentation. A standalone partial or parent is indented by the white space
 * before it, as the specification says. A block is indented where it is
 * expanded and loses its own indentation where it is defined:
 * - a block that opens on a line of its own has the indentation of its first
 *   line of content, and without content that of its tag;
 * - a block that opens first on its line has the indentation of its tag;
 * - any other stands inside a line and has none.
 * A parent is standalone when nothing but white space precedes its opening
 * tag and follows its closing tag, on their lines. Text directly inside a
 * parent is ignored, so it keeps no tag from being standalone.
 */
#ifndef RENDER_OPS_H
#define RENDER_OPS_H

#include "render/place.h"
#include "render/template.h"

typedef enum OpType { OP_TEXT, OP_VAR, OP_SECTION, OP_INVERTED, OP_PARTIAL, OP_BLOCK, OP_PARENT } OpType;

typedef struct Op Op;

struct Op {
	OpType type;
	Place place;        /* where it stands, seen from its own template alone */
	unsigned line, col; /* of the tag */
	bool raw;           /* VAR: {{{x}}} or {{&x}} */
	bool line_start;    /* TEXT: its first byte begins a line of the template */
	Slice text;         /* TEXT: the bytes; else the name as written */
	const Slice *parts; /* VAR, SECTION, INVERTED: the name at its dots; none for "." */
	size_t part_count;
	Slice indent;           /* PARTIAL, PARENT, BLOCK: goes before each line of what is expanded; see above */
	size_t strip;           /* BLOCK: bytes of indentation that its lines lose as an argument */
	const Template *target; /* PARTIAL, PARENT: NULL renders nothing */
	Op *body;               /* first of what it encloses; of a PARENT only blocks are kept */
	Op *next;
};

struct Template {
	Slice name, path;
	Op *body;
};

/* Both recursions over a tree are bounded: tags nested in one template, and expansions while rendering. */
enum { TEMPLATE_NESTING = 64, TEMPLATE_DEPTH = 256 };

/* Compiles text (which must outlive the arena's ops) into t->body; faults go to diags. */
void template_parse(Arena *a, Template *t, Slice text, Diags *diags);

/* What is wrong with a template, said in both languages around a name. */
typedef enum TemplateFault {
	FAULT_OPEN_TAG,
	FAULT_NO_NAME,
	FAULT_BAD_NAME,
	FAULT_BAD_DELIMITERS,
	FAULT_OPEN_SECTION,
	FAULT_STRAY_END,
	FAULT_DEEP,
	FAULT_IN_TAG,
	FAULT_IN_CODE,
	FAULT_IN_STYLE,
	FAULT_IN_COMMENT,
	FAULT_IN_SCRIPT
} TemplateFault;
void template_fault(Diags *diags, Loc loc, TemplateFault fault, Slice name);

/* Arguments of the parents being expanded, innermost first. An argument given
 * further out takes precedence, and is itself expanded with what is given
 * further out than it. */
typedef struct TemplateArgs {
	const Op *parent;
	const Template *home; /* the template that `parent` stands in */
	const struct TemplateArgs *outer;
} TemplateArgs;
/* The arguments inside the expansion of op, which stands in `home`: its own, kept in *own, and those given to it. */
const TemplateArgs *template_give(TemplateArgs *own, const Op *op, const Template *home, const TemplateArgs *outer);
/* The block that replaces the one of that name, and by whom; NULL: its default stands. */
const Op *template_argument(const TemplateArgs *args, Slice name, const TemplateArgs **giver);

#endif
