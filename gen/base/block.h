/*
 * block.h - a writer of YAML in block style, one value a line.
 *
 * Every text is written between double quotes, so that no reader takes it for
 * anything else; words that are meant as numbers or as true and false go
 * through block_word(). Two blanks a level, as YAML's own tools indent.
 */
#ifndef BASE_BLOCK_H
#define BASE_BLOCK_H

#include "base/buf.h"

typedef struct Block {
	Buf *out;
	unsigned depth;
	bool dash; /* the next line begins an item of a list */
} Block;

void block_text(Block *b, const char *key, Slice text);
/* As it stands: a number, true, false. */
void block_word(Block *b, const char *key, const char *word);
/* A key whose map or list follows, a level deeper, until block_close(). */
void block_open(Block *b, const char *key);
void block_close(Block *b);
/* An item that is a map: its keys follow until block_close(). */
void block_item(Block *b);
/* An item that is a text. */
void block_item_text(Block *b, Slice text);

#endif
