/*
 * surnames.h - whose surname a word may be, and whether it may be read: private to redact/.
 *
 * What the two guards share, of texts (guard.h) and of files (guard_files.h).
 * Once made it is only read, by any number of threads.
 */
#ifndef REDACT_SURNAMES_H
#define REDACT_SURNAMES_H

#include "base/automaton.h"
#include "base/vec.h"
#include "base/word.h"
#include "redact/rules.h"

enum { SURNAME_WORDS = 8 }; /* at most in a surname */

/* All who write their surname alike. */
typedef struct Bearers {
	Slice family;
	VEC(const Record *) people;
} Bearers;

/* A spelling, and whose it may be. */
typedef struct Spelling {
	VEC(const Bearers *) of;
} Spelling;

typedef struct Surnames {
	Rules rules;
	Arena arena;
	Automaton *words;
	VEC(Spelling) spellings; /* by phrase of the automaton */
	VEC(Bearers *) families;
	Map by_family;
	Map namesakes; /* phrases of policy.namesakes: a set */
} Surnames;

/* Of all people of the corpus, in every case; with `latin`, transliterated as well (base/translit.h). */
void surnames_init(Surnames *s, const Corpus *c, Date today, bool latin);
void surnames_release(Surnames *s);
/* May somebody who so spells the surname be named on the page, or, when it is NULL, on any? */
bool surnames_public(const Surnames *s, uint32_t spelling, const Slice *page);
/* Is the phrase listed in policy.namesakes? */
bool surnames_excused(const Surnames *s, Slice phrase);
/* Is what was read for a surname one name: its parts joined by hyphens, or by a
 * blank if it is so written? «Орлова, Белова» is not Орлова-Белова. */
bool surnames_one(const Surnames *s, uint32_t spelling, Slice text);
/* «Петров-Водкин» is nobody's Петров: is what stands at [from, to) joined by a hyphen
 * to another capitalised word? Not to initials, as in a login. */
bool surnames_half(Slice text, size_t from, size_t to);

#endif
