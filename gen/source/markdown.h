/*
 * markdown.h - a Markdown body as a tree of our own.
 *
 * The only caller of cmark: its AST is turned, once, into these nodes, with
 * what the product adds to CommonMark: GFM pipe tables and record links
 * [[kind:id]]. Raw HTML is diagnosed (raw-html), never passed on. Nothing is
 * resolved here: what a link or picture may show is decided behind the door.
 * Texts are NFC; addresses are as written.
 */
#ifndef SOURCE_MARKDOWN_H
#define SOURCE_MARKDOWN_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/version.h"

typedef enum MdType {
	/* blocks */
	MD_DOC,
	MD_PARA,
	MD_HEADING,
	MD_LIST,
	MD_ITEM,
	MD_QUOTE,
	MD_CODE_BLOCK,
	MD_RULE,
	MD_TABLE,
	MD_ROW,
	MD_CELL,
	/* inlines */
	MD_TEXT,
	MD_SOFT_BREAK,
	MD_LINE_BREAK,
	MD_CODE,
	MD_EMPH,
	MD_STRONG,
	MD_LINK,
	MD_IMAGE,
	MD_RECORD, /* [[kind:id]]: text = kind, url = id */
} MdType;

typedef struct MdNode {
	MdType type;
	Loc loc;
	Slice text;    /* TEXT, CODE, CODE_BLOCK: literal; RECORD: kind; ITEM of an ordered
	                * list: the marker as written ("12.", "4)") */
	Slice url;     /* LINK, IMAGE: destination; RECORD: id; CODE_BLOCK: info string */
	Slice title;   /* LINK, IMAGE */
	uint8_t level; /* HEADING: 1..6 */
	bool ordered;  /* LIST */
	bool tight;    /* LIST */
	bool header;   /* ROW: the head of its table */
	enum { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT } align; /* CELL */
	unsigned start;                                                   /* LIST: first number */
	struct MdNode *first, *next;
} MdNode;

/* Parses a body whose first line is `line` of file `path`. Never NULL. Adds
 * raw-html, text-depth (the tree is never deeper than some 200 levels),
 * table-size, control-character; a body that is not-utf8 gives an empty tree.
 * Locations are exact for blocks; an inline that cmark does not locate has
 * the location of its line. */
MdNode *markdown_parse(Arena *a, Slice body, Slice path, unsigned line, Diags *diags);
/* The text of a node and its children, without markup; RECORD gives nothing. */
void markdown_text(Buf *out, const MdNode *node);
/* Of cmark, for `rubrika version`. */
Version markdown_cmark_version(void);

#endif
