/*
 * smallcells.h - records with values, what is published of them, and other
 * records of which the same would be published.
 */
#ifndef TESTS_SMALLCELLS_H
#define TESTS_SMALLCELLS_H

#include "redact/cells.h"

enum { WORDS = 8, ROOM = 512 };

/* Records as sets of words, a bit each; the words are titled "a", "b", … */
typedef struct Case {
	int64_t min_group;
	unsigned words;
	bool single; /* every record has exactly one word */
	size_t n;
	unsigned of[ROOM];
} Case;

typedef struct Shown {
	char text[128]; /* «b 7, a 5, 6»: cells in their order, the merged one without a title */
	unsigned words; /* those with a cell of their own */
	bool merged;
} Shown;

/* splitmix64 (Steele, Lea, Flood, 2014). */
static inline size_t below(uint64_t *chance, size_t n)
{
	uint64_t z = *chance += 0x9E3779B97F4A7C15u;
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return n ? (z ^ (z >> 31)) % n : 0;
}

static inline int64_t count_word(const Case *c, unsigned word)
{
	int64_t n = 0;
	for (size_t i = 0; i < c->n; i++) {
		n += c->of[i] >> word & 1;
	}
	return n;
}

static inline void publish(Shown *out, const Case *c)
{
	static const char letters[] = "abcdefgh";
	Cells cells = CELLS_INIT;
	PubCell shown[WORDS];
	size_t at = 0;
	*out = (Shown){.words = 0};
	for (size_t i = 0; i < c->n; i++) {
		for (unsigned w = 0; w < c->words; w++) {
			if (c->of[i] >> w & 1) {
				cells_add(&cells, (Slice){&letters[w], 1}, i);
			}
		}
	}
	size_t n = cells_merge(&cells, shown, c->min_group, &out->merged);
	for (size_t i = 0; i < n; i++) {
		out->words |= shown[i].title.n ? 1u << (shown[i].title.p[0] - 'a') : 0;
		at += (size_t)snprintf(out->text + at, sizeof out->text - at, "%s%.*s %lld", i ? ", " : "",
		                       SLICE_ARG(shown[i].title), (long long)shown[i].count);
	}
	cells_release(&cells);
}

/* A number that the rule withholds: of records that are few, and not nobody. */
static inline bool is_secret(const Case *c, unsigned word)
{
	int64_t count = count_word(c, word);
	return 0 < count && count < c->min_group;
}

/* --- other records behind the same numbers --- */

typedef enum MoveKind { MOVE_SWAP, MOVE_GIVE, MOVE_ADD, MOVE_DROP, MOVE_GATHER, MOVE_KINDS } MoveKind;

typedef struct Move {
	MoveKind kind;
	unsigned a, b;
} Move;

static inline void swap_words(Case *c, unsigned a, unsigned b)
{
	for (size_t i = 0; i < c->n; i++) {
		unsigned differ = (c->of[i] >> a ^ c->of[i] >> b) & 1;
		c->of[i] ^= differ << a | differ << b;
	}
}

/* All have the one word, and the first the other. */
static inline void gather(Case *c, unsigned a, unsigned b)
{
	for (size_t i = 0; i < c->n; i++) {
		c->of[i] = 1u << (i ? a : b);
	}
}

/* Does the move; false when no record allows it. */
static inline bool move(Case *c, Move m)
{
	unsigned a = 1u << m.a;
	unsigned b = 1u << m.b;
	if (m.kind == MOVE_SWAP) {
		swap_words(c, m.a, m.b);
		return true;
	}
	if (m.kind == MOVE_GATHER) {
		gather(c, m.a, m.b);
		return true;
	}
	for (size_t i = 0; i < c->n; i++) {
		unsigned has = c->of[i] & (a | b);
		if (m.kind == MOVE_GIVE && has == a) {
			c->of[i] ^= a | b;
			return true;
		}
		if (!c->single && ((m.kind == MOVE_ADD && has == b) || (m.kind == MOVE_DROP && has == (a | b)))) {
			c->of[i] ^= a;
			return true;
		}
	}
	return false;
}

/* The move of a number, between two words that are not shown; false: no such move. */
static inline bool move_numbered(Move *out, size_t number, const Case *c, const Shown *s)
{
	*out = (Move){(MoveKind)(number % MOVE_KINDS), (unsigned)(number / MOVE_KINDS % c->words),
	              (unsigned)(number / MOVE_KINDS / c->words)};
	return out->a != out->b && !(s->words >> out->a & 1) && !(s->words >> out->b & 1);
}

/* Other records, by a few moves, of which the same is published though they
 * have another number of the word; false when none is found. */
static inline bool find_other(Case *out, const Case *c, const Shown *s, unsigned word, int moves)
{
	size_t all = (size_t)MOVE_KINDS * c->words * c->words;
	int64_t count = count_word(c, word);
	for (int deep = 0; deep < moves; deep++) {
		for (size_t i = 0; i < all * (deep ? all : 1); i++) {
			Move first, second;
			Shown other;
			*out = *c;
			if (!move_numbered(&first, i % all, c, s) || !move(out, first)) {
				continue;
			}
			if (deep && (!move_numbered(&second, i / all, c, s) || !move(out, second))) {
				continue;
			}
			publish(&other, out);
			if (strcmp(other.text, s->text) == 0 && count_word(out, word) != count) {
				return true;
			}
		}
	}
	return false;
}

/* --- records by chance --- */

static inline int64_t some_count(uint64_t *chance, int64_t min_group)
{
	switch (below(chance, 6)) {
	case 0:
		return 0;
	case 1:
		return min_group - 1;
	case 2:
		return min_group + (int64_t)below(chance, 2);
	case 3:
		return (int64_t)below(chance, 20);
	default:
		return 1 + (int64_t)below(chance, (size_t)min_group);
	}
}

static inline void scatter(Case *c, uint64_t *chance)
{
	for (size_t i = c->n; i > 1; i--) {
		size_t k = below(chance, i);
		unsigned was = c->of[i - 1];
		c->of[i - 1] = c->of[k];
		c->of[k] = was;
	}
}

/* Counts near the threshold, where it matters; of single words, `n` follows from them. */
static inline void some_case(Case *c, uint64_t *chance, bool single, size_t n)
{
	c->single = single;
	c->n = single ? 0 : n;
	memset(c->of, 0, sizeof c->of);
	for (unsigned w = 0; w < c->words; w++) {
		size_t count = (size_t)some_count(chance, c->min_group);
		for (size_t i = 0; i < count && single; i++) {
			c->of[c->n++] = 1u << w;
		}
		for (size_t i = 0; i < count && i < n && !single; i++) {
			c->of[i] |= 1u << w;
		}
		if (!single) {
			scatter(c, chance);
		}
	}
	scatter(c, chance);
}

#endif
