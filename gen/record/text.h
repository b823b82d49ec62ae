/*
 * text.h - what is wrong with a public text by itself (content.md, Markdown bodies).
 */
#ifndef RECORD_TEXT_H
#define RECORD_TEXT_H

#include "record/corpus.h"

/* Diagnoses skipped heading levels, empty and vague links, addresses of other
 * schemes, [[kind:id]] of no kind or no record, and pictures that are not
 * there. Whether a target is published is for the projection to say. */
void text_check(const Corpus *c, const MdNode *tree, Diags *diags);
/* The kind that [[name:…]] names; OWNER_KINDS when such a link has no sense. */
Kind text_link_kind(Slice name);
/* "media/x.jpg" from a destination of a text: a leading '/' or "../" of other tools is not allowed. */
bool text_is_media(Slice url);

#endif
