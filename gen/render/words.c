#include "render/words.h"

#include <libstemmer.h>

#include "base/arena.h"
#include "base/locale.h"
#include "base/map.h"
#include "base/mem.h"

enum { LONGEST = 120 }; /* bytes: what is longer is no word */

struct Words {
	Arena arena;
	Map terms; /* word as written, in lower case → its term */
	struct sb_stemmer *russian, *english;
};

/* What a word is made of so far. */
typedef enum Alphabet { NOTHING = 0, CYRILLIC = 1, LATIN = 2, OTHER = 4, DIGITS = 8 } Alphabet;

typedef struct Scan {
	Words *words;
	WordsSink *sink;
	void *ctx;
	Buf word, compound;
	unsigned alphabet, all; /* Alphabets of the word, of the compound */
	unsigned parts;
	size_t length; /* of the word, in characters */
} Scan;

static struct sb_stemmer *stemmer(const char *language)
{
	struct sb_stemmer *s = sb_stemmer_new(language, "UTF_8");
	if (!s) {
		mem_exhausted();
	}
	return s;
}

Words *words_new(void)
{
	Words *w = mem_alloc(sizeof *w);
	w->russian = stemmer("russian");
	w->english = stemmer("english");
	return w;
}

void words_free(Words *w)
{
	if (w) {
		sb_stemmer_delete(w->russian);
		sb_stemmer_delete(w->english);
		map_release(&w->terms);
		arena_release(&w->arena);
		free(w);
	}
}

static Slice stem(struct sb_stemmer *s, Slice word)
{
	const sb_symbol *p = sb_stemmer_stem(s, (const sb_symbol *)word.p, (int)word.n);
	if (!p) {
		mem_exhausted();
	}
	return (Slice){(const char *)p, (size_t)sb_stemmer_length(s)};
}

static Slice term_of(Words *w, Slice word, unsigned alphabet)
{
	const Slice *known = map_get(&w->terms, word);
	if (known) {
		return *known;
	}
	Slice cut = alphabet == CYRILLIC ? stem(w->russian, word) : alphabet == LATIN ? stem(w->english, word) : word;
	Slice *term = ARENA_NEW(&w->arena, Slice);
	*term = arena_dup(&w->arena, cut);
	map_put(&w->terms, arena_dup(&w->arena, word), term);
	return *term;
}

static void end_word(Scan *s)
{
	Slice word = buf_slice(&s->word);
	bool counts = (s->length > 1 || s->alphabet == DIGITS) && word.n <= LONGEST;
	if (s->length == 0) {
		return;
	}
	if (counts) {
		s->sink(s->ctx, term_of(s->words, word, s->alphabet));
	}
	buf_add(&s->compound, word);
	buf_clear(&s->word);
	s->all |= s->alphabet;
	s->parts++;
	s->alphabet = NOTHING;
	s->length = 0;
}

static void end_compound(Scan *s)
{
	Slice whole = buf_slice(&s->compound);
	bool mixed = (s->all & DIGITS) && s->all != DIGITS;
	if (s->parts > 1 && mixed && whole.n <= LONGEST) {
		s->sink(s->ctx, term_of(s->words, whole, OTHER));
	}
	buf_clear(&s->compound);
	s->all = NOTHING;
	s->parts = 0;
}

static Alphabet alphabet_of(uint32_t c)
{
	if (char_is_digit(c)) {
		return DIGITS;
	}
	if (!char_is_letter(c)) {
		return NOTHING;
	}
	return c >= 0x430 && c <= 0x44F ? CYRILLIC : c >= 'a' && c <= 'z' ? LATIN : OTHER;
}

static bool is_ignored(uint32_t c)
{
	return c == 0xAD || c == 0x301;
}

static bool is_joint(uint32_t c)
{
	return c == '-' || c == '/' || c == '.' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

static void scan(Scan *s, Slice lower)
{
	bool joint = false;
	for (size_t at = 0; at < lower.n;) {
		uint32_t c = utf8_next(lower, &at);
		c = c == 0x451 ? 0x435 : c;
		Alphabet alphabet = alphabet_of(c);
		if (alphabet) {
			s->alphabet |= alphabet;
			s->length++;
			buf_char(&s->word, c);
			joint = false;
		} else if (!is_ignored(c)) {
			end_word(s);
			if (joint || !is_joint(c)) {
				end_compound(s);
			}
			joint = is_joint(c);
		}
	}
	end_word(s);
	end_compound(s);
}

void words_of(Words *w, Slice text, WordsSink *sink, void *ctx)
{
	Scan s = {.words = w, .sink = sink, .ctx = ctx, .word = BUF_INIT, .compound = BUF_INIT};
	Buf lower = BUF_INIT;
	text_lower(&lower, text);
	scan(&s, buf_slice(&lower));
	buf_release(&lower);
	buf_release(&s.word);
	buf_release(&s.compound);
}

bool words_is_guessable(Slice term)
{
	bool letters = true;
	size_t n = 0;
	for (size_t at = 0; at < term.n; n++) {
		letters &= alphabet_of(utf8_next(term, &at)) != DIGITS;
	}
	return letters && n >= 4;
}
