/*
 * words.h - a text as the terms that search finds it by.
 *
 * A term is a word in lower case, ё as е, cut to its Snowball stem: Russian
 * for Cyrillic letters, English for Latin ones. What has a digit stays whole,
 * and a compound of letters and digits («273-ФЗ», «АЗ-1128/08») gives its
 * parts and then itself without the marks between («273фз»). Single letters
 * are passed over; soft hyphens and stress marks count for nothing. The script
 * of the search page (themes/school/assets/search.js) cuts queries alike.
 */
#ifndef RENDER_WORDS_H
#define RENDER_WORDS_H

#include "base/buf.h"

typedef struct Words Words;

Words *words_new(void);
void words_free(Words *w);

/* The term lives as long as the Words; equal terms need not be the same bytes. */
typedef void WordsSink(void *ctx, Slice term);
void words_of(Words *w, Slice text, WordsSink *sink, void *ctx);
/* May a mistyped form of it be looked for? A word of letters, long enough to be told from others. */
bool words_is_guessable(Slice term);

#endif
