/*
 * link.h - record links, [[kind:id]], in a run of text.
 *
 * Anything between double brackets that holds a colon counts, so that one
 * which is written wrongly can be told from plain text and diagnosed; what
 * kind and id may be is decided by who resolves it. Brackets written as \[ or
 * &#91; are text.
 */
#ifndef SOURCE_LINK_H
#define SOURCE_LINK_H

#include "source/body.h"
#include "source/markdown.h"

/* The nodes of a text: one MD_TEXT, or several around the MD_RECORDs in it;
 * NULL for no text. The escapes of `text` are resolved; as written it stands
 * on one line of the body, from `begin` to byte `end`. */
MdNode *link_split(Arena *a, Slice text, Body *b, Spot begin, size_t end, Diags *diags);

#endif
