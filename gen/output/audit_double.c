/* A surname that is a part of a longer one: «Дьякова» in «Мельникова-Дьякова». */
#include "output/audit_parts.h"

/* A hyphen, and what counts for nothing. */
static bool is_joint(Slice s)
{
	unsigned hyphens = 0;
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		if (word_joins(c)) {
			hyphens++;
		} else if (!word_ignores(c)) {
			return false;
		}
	}
	return hyphens == 1;
}

/* The surname that is all of the words read so far, in whatever guise. */
static const Needle *surname_at(const Audit *a, uint32_t state, unsigned words)
{
	AutomatonHit hit;
	while (automaton_hit(a->automaton, &state, &hit)) {
		for (const Needle *n = audit_needles_of(a, hit.phrase); n; n = audit_needle_after(a, n)) {
			if (hit.words == words && n->family) {
				return n;
			}
		}
	}
	return NULL;
}

/* The longest surname of several parts that begins at `start` and holds all up to `least`; NULL when there is none. */
static const Needle *surname_from(const Audit *a, Slice text, size_t start, size_t least, size_t *end)
{
	Slice rest = slice_sub(text, start, text.n);
	const Needle *found = NULL;
	WordReader r;
	Word w;
	uint32_t state = 0;
	size_t last = 0;
	word_start(&r, rest);
	for (unsigned words = 1; words <= NAME_PARTS && word_next(&r, &w); words++) {
		if (words > 1 && !is_joint(slice_sub(rest, last, w.from))) {
			break;
		}
		last = w.to;
		state = automaton_step(a->automaton, state, w.text);
		const Needle *n = words > 1 && start + last >= least ? surname_at(a, state, words) : NULL;
		if (n) {
			found = n;
			*end = start + last;
		}
	}
	return found;
}

/* Does the word that begins at `from` go on, by a hyphen, with the one at `to`? */
static bool is_joined(Slice text, size_t from, size_t to)
{
	Slice piece = slice_sub(text, from, to);
	WordReader r;
	Word w;
	word_start(&r, piece);
	return word_next(&r, &w) && is_joint(slice_sub(piece, w.to, piece.n));
}

void audit_find_whole(const Audit *a, Sighting *s)
{
	const Sighting part = *s;
	size_t start = s->from;
	for (unsigned back = 0; back < NAME_PARTS; back++) {
		size_t end;
		const Needle *n = surname_from(a, s->text, start, part.to, &end);
		if (n && (start < part.from || end > part.to)) {
			s->whole = n;
			s->from = start;
			s->to = end;
			s->before[0] = part.before[back];
			s->before[1] = part.before[back + 1];
		}
		size_t previous = part.before[back];
		if (previous == SIZE_MAX || !is_joined(s->text, previous, start)) {
			return;
		}
		start = previous;
	}
}
