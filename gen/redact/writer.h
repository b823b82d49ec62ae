/*
 * writer.h - what the writers of prose share. Private to redact/prose*.c.
 */
#ifndef REDACT_WRITER_H
#define REDACT_WRITER_H

#include "base/vec.h"
#include "redact/clause.h"
#include "redact/prose.h"

typedef struct Writer {
	Pass *pass;
	Slice page;
	bool act;
	Buf html, text;
	Clauses clauses;
	int shift;      /* added to heading levels: the highest in the text becomes h2 */
	unsigned depth; /* of ordered lists we are in */
	Slice marker;   /* of an item whose first paragraph is still to come */
	Slice marker_id;
	VEC(const Pub *) toc;
} Writer;

/* Markup of our own, as it is. */
void writer_tag(Writer *w, const char *markup);
/* Text of the record, escaped; also what is searched. */
void writer_text(Writer *w, Slice s);
void writer_end_block(Writer *w);
void writer_children(Writer *w, const MdNode *node, bool tight);
/* Pictures and links: prose_link.c. */
void writer_figure(Writer *w, const MdNode *image);
void writer_image(Writer *w, const MdNode *node);
void writer_link(Writer *w, const MdNode *node);
void writer_record(Writer *w, const MdNode *node);

#endif
