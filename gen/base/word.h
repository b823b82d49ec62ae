/*
 * word.h - a text as plain words, for comparing texts and never for showing them.
 *
 * A word is a run of letters, or a run of digits. It is given in lower case
 * and without what people leave out or machines put in: diacritics (ё is е,
 * й is и, composed or not), stress marks, soft hyphens, joiners of no width,
 * and apostrophes between letters («Kas’yanov»). All else, and bytes that are
 * not UTF-8, stand between words.
 */
#ifndef BASE_WORD_H
#define BASE_WORD_H

#include "base/buf.h"

enum { WORD_MOST = 120 }; /* bytes of a word that are kept */

typedef struct Word {
	Slice text;      /* plain; in the reader until the next word */
	size_t from, to; /* the bytes of the text that it was made of */
	unsigned length; /* letters or digits, as many as are kept */
	bool digits;
	bool capital; /* the first letter was one */
} Word;

typedef struct WordReader {
	Slice text;
	size_t at;
	char room[WORD_MOST + 4];
} WordReader;

void word_start(WordReader *r, Slice text);
bool word_next(WordReader *r, Word *out); /* false at the end */
/* Does it count for nothing inside a word: a soft hyphen, a stress mark? */
bool word_ignores(uint32_t c);
/* Does it make one name of two words: a hyphen, whether or not a line may end at it? */
bool word_joins(uint32_t c);
/* Adds the plain words of a text, a blank between: a phrase of automaton.h. */
void word_phrase(Buf *out, Slice text);

#endif
