/*
 * automaton.h - many phrases sought in one reading of a text (Aho and Corasick, 1975).
 *
 * Its letters are whole words (word.h), so a phrase is found only as words of
 * the text, whatever stands between them, and the automaton of a thousand
 * phrases stays small. The time of a reading does not depend on the number of
 * phrases.
 *
 *	automaton_add() for each phrase; automaton_close();
 *	state = 0; for each word: state = automaton_step(a, state, word),
 *	then for (at = state; automaton_hit(a, &at, &hit);) ...
 *
 * Once closed it is only read, by any number of threads.
 */
#ifndef BASE_AUTOMATON_H
#define BASE_AUTOMATON_H

#include "base/slice.h"

typedef struct Automaton Automaton;

typedef struct AutomatonHit {
	uint32_t phrase;
	unsigned words; /* how many the phrase has; the last is the one just read */
} AutomatonHit;

Automaton *automaton_new(void);
void automaton_free(Automaton *a);
/* Adds a phrase of plain words with a blank between, at least one. Phrases are
 * numbered from 0 as they come; one that is there already keeps its number. */
uint32_t automaton_add(Automaton *a, Slice phrase);
size_t automaton_count(const Automaton *a); /* of phrases */
/* To be called once, after the last phrase. */
void automaton_close(Automaton *a);
/* The state after one more word; 0 is the state before the first. */
uint32_t automaton_step(const Automaton *a, uint32_t state, Slice word);
/* The phrases that end with the word just read, the longest first: *at begins
 * as the state. False when there are no more. */
bool automaton_hit(const Automaton *a, uint32_t *at, AutomatonHit *out);

#endif
