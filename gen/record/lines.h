/*
 * lines.h - where a text that stands in YAML lies in its file.
 *
 * A text is Markdown and is read as such, with lines and columns of its own;
 * what is said of it must name those of the file. Most texts stand there as
 * they read, only further to the right; one that YAML has folded or unescaped
 * does not, and everything in it is said of the place where it begins.
 */
#ifndef RECORD_LINES_H
#define RECORD_LINES_H

#include "record/decode.h"

/* The first line of the text of a scalar: a block stands below its indicator. */
unsigned lines_first(const Node *node);
/* Moves what was read from the text of a scalar, the tree and the diagnostics
 * of `d` from number `from` on, from its own columns to those of the file. */
void lines_place(Decoder *d, const Node *node, MdNode *tree, size_t from);

#endif
