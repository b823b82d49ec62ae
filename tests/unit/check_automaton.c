#include "base/automaton.h"
#include "base/vec.h"
#include "base/word.h"
#include "unit.h"

static Automaton *made(const char *const *phrases)
{
	Automaton *a = automaton_new();
	for (uint32_t i = 0; phrases[i]; i++) {
		ck_assert_uint_eq(automaton_add(a, slice_of(phrases[i])), i);
	}
	automaton_close(a);
	return a;
}

/* Each hit as "number@words": what was read so far, in words. */
static void assert_hits(const Automaton *a, const char *text, const char *want)
{
	Buf got = BUF_INIT;
	WordReader r;
	Word w;
	AutomatonHit hit;
	uint32_t state = 0;
	unsigned read = 0;
	word_start(&r, slice_of(text));
	while (word_next(&r, &w)) {
		read++;
		state = automaton_step(a, state, w.text);
		for (uint32_t at = state; automaton_hit(a, &at, &hit);) {
			buf_printf(&got, "%s%u@%u", got.n ? " " : "", hit.phrase, read);
		}
	}
	ck_assert_msg(strcmp(got.p, want) == 0, "got \"%s\", want \"%s\"", got.p, want);
	buf_release(&got);
}

START_TEST(whole_words_are_found_and_parts_of_words_are_not)
{
	Automaton *a = made((const char *const[]){"иванов", NULL});
	assert_hits(a, "Иванов, Ивановский и (иванов)", "0@1 0@4");
	assert_hits(a, "Петров", "");
	automaton_free(a);
}
END_TEST

START_TEST(phrases_that_overlap_are_all_found)
{
	Automaton *a = made((const char *const[]){"a b c", "b c d", "c", "b c", NULL});
	assert_hits(a, "a b c d", "0@3 3@3 2@3 1@4");
	assert_hits(a, "a a b c", "0@4 3@4 2@4");
	automaton_free(a);
}
END_TEST

START_TEST(a_failed_beginning_does_not_hide_another)
{
	Automaton *a = made((const char *const[]){"a a b", "a c", NULL});
	assert_hits(a, "a a a b", "0@4");
	assert_hits(a, "a a c", "1@3");
	assert_hits(a, "a x a c", "1@4");
	automaton_free(a);
}
END_TEST

START_TEST(the_same_phrase_keeps_its_number)
{
	Automaton *a = automaton_new();
	ck_assert_uint_eq(automaton_add(a, SL("x y")), 0);
	ck_assert_uint_eq(automaton_add(a, SL("x")), 1);
	ck_assert_uint_eq(automaton_add(a, SL("x y")), 0);
	ck_assert_uint_eq(automaton_count(a), 2);
	automaton_close(a);
	automaton_free(a);
}
END_TEST

START_TEST(an_empty_automaton_finds_nothing)
{
	Automaton *a = made((const char *const[]){NULL});
	assert_hits(a, "что угодно", "");
	automaton_free(a);
}
END_TEST

/* Against the plain way, on words of a small alphabet, where everything overlaps. */
START_TEST(it_finds_what_a_search_one_by_one_finds)
{
	enum { PHRASES = 60, WORDS = 4000 };
	static char phrases[PHRASES][16];
	static char text[2 * WORDS + 1];
	uint32_t seed = 7;
	Automaton *a = automaton_new();
	for (int i = 0; i < PHRASES; i++) {
		int n = 1 + i % 6;
		for (int k = 0; k < n; k++) {
			seed = seed * 1664525 + 1013904223;
			phrases[i][2 * k] = (char)('a' + (seed >> 24) % 3);
			phrases[i][2 * k + 1] = k + 1 < n ? ' ' : '\0';
		}
		automaton_add(a, slice_of(phrases[i]));
	}
	automaton_close(a);
	for (int i = 0; i < WORDS; i++) {
		seed = seed * 1664525 + 1013904223;
		text[2 * i] = (char)('a' + (seed >> 24) % 3);
		text[2 * i + 1] = ' ';
	}
	uint32_t state = 0;
	size_t found = 0;
	size_t plain = 0;
	for (int i = 0; i < WORDS; i++) {
		AutomatonHit hit;
		state = automaton_step(a, state, (Slice){text + 2 * i, 1});
		for (uint32_t at = state; automaton_hit(a, &at, &hit);) {
			found++;
		}
	}
	for (int i = 0; i < PHRASES; i++) {
		Slice phrase = slice_of(phrases[i]);
		bool earlier = false;
		for (int k = 0; k < i; k++) {
			earlier |= strcmp(phrases[k], phrases[i]) == 0;
		}
		for (size_t at = 0; !earlier && at + phrase.n < sizeof text; at += 2) {
			plain += memcmp(text + at, phrase.p, phrase.n) == 0;
		}
	}
	ck_assert_uint_gt(plain, 0);
	ck_assert_uint_eq(found, plain);
	automaton_free(a);
}
END_TEST

START_TEST(a_hundred_thousand_phrases_are_no_matter)
{
	Automaton *a = automaton_new();
	Buf phrase = BUF_INIT;
	for (unsigned i = 0; i < 100000; i++) {
		buf_clear(&phrase);
		buf_printf(&phrase, "w%u x w%u", i % 997, i);
		automaton_add(a, buf_slice(&phrase));
	}
	automaton_close(a);
	uint32_t state = automaton_step(a, 0, SL("w5"));
	state = automaton_step(a, state, SL("x"));
	state = automaton_step(a, state, SL("w997"));
	AutomatonHit hit;
	uint32_t at = state;
	ck_assert(!automaton_hit(a, &at, &hit)); /* 997 % 997 is 0, and not 5 */
	at = automaton_step(a, automaton_step(a, automaton_step(a, 0, SL("w5")), SL("x")), SL("w1002"));
	ck_assert(automaton_hit(a, &at, &hit));
	ck_assert_uint_eq(hit.phrase, 1002);
	ck_assert_uint_eq(hit.words, 3);
	buf_release(&phrase);
	automaton_free(a);
}
END_TEST

UNIT_MAIN("automaton", whole_words_are_found_and_parts_of_words_are_not, phrases_that_overlap_are_all_found,
          a_failed_beginning_does_not_hide_another, the_same_phrase_keeps_its_number, an_empty_automaton_finds_nothing,
          it_finds_what_a_search_one_by_one_finds, a_hundred_thousand_phrases_are_no_matter)
