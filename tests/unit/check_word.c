#include "base/word.h"
#include "unit.h"

static void assert_phrase(const char *text, const char *want)
{
	Buf out = BUF_INIT;
	word_phrase(&out, slice_of(text));
	ck_assert_msg(strcmp(out.p, want) == 0, "got \"%s\", want \"%s\"", out.p, want);
	buf_release(&out);
}

START_TEST(words_are_letters_or_digits_and_nothing_else)
{
	assert_phrase("Слово, дело; 25-й год…", "слово дело 25 и год");
	assert_phrase("muhortov2026_x", "muhortov 2026 x");
	assert_phrase(" \n«—»\t", "");
	assert_phrase("", "");
}
END_TEST

START_TEST(case_and_marks_do_not_count)
{
	assert_phrase("ЁЛКА Ёлка елка", "елка елка елка");
	assert_phrase("Чайка Ча\xD0\xB8\xCC\x86ка", "чаика чаика");
	assert_phrase("Му\xCC\x81хортов", "мухортов");
	assert_phrase("Müller MU\xCC\x88LLER Łódź", "muller muller lodz");
	assert_phrase("Ӑшра Ґанок Їжак", "ашра ґанок іжак");
	assert_phrase("ＡＢＣ", "abc");
}
END_TEST

START_TEST(soft_hyphens_and_joiners_are_not_there)
{
	assert_phrase("Му\xC2\xADхор\xE2\x80\x8Bтов", "мухортов");
	assert_phrase("Иванова\xC2\xA0Мария", "иванова мария");
}
END_TEST

START_TEST(an_apostrophe_is_part_of_a_word_and_a_quote_is_not)
{
	assert_phrase("Kas’yanov d'Artagnan Pod”yachev", "kasyanov dartagnan podyachev");
	assert_phrase("'Мухортов' и 'Иванов'", "мухортов и иванов");
}
END_TEST

START_TEST(bytes_that_are_no_text_stand_between)
{
	assert_phrase("кот\xFF\xFEпёс\xD0", "кот пес");
}
END_TEST

START_TEST(a_word_knows_where_it_stood)
{
	WordReader r;
	Word w;
	word_start(&r, SL("  Ива\xC2\xADнов-2"));
	ck_assert(word_next(&r, &w));
	ck_assert_uint_eq(w.from, 2);
	ck_assert_uint_eq(w.to, 16);
	ck_assert_uint_eq(w.length, 6);
	ck_assert(w.capital && !w.digits);
	ck_assert(word_next(&r, &w));
	ck_assert(w.digits && !w.capital);
	ck_assert_uint_eq(w.from, 17);
	ck_assert(!word_next(&r, &w));
}
END_TEST

START_TEST(an_endless_word_is_cut_and_read_to_its_end)
{
	Buf text = BUF_INIT;
	WordReader r;
	Word w;
	for (int i = 0; i < 100000; i++) {
		buf_str(&text, "ж");
	}
	buf_str(&text, " конец");
	word_start(&r, buf_slice(&text));
	ck_assert(word_next(&r, &w));
	ck_assert_uint_le(w.text.n, WORD_MOST + 4);
	ck_assert_uint_eq(w.to, 200000);
	ck_assert(word_next(&r, &w));
	assert_slice(w.text, "конец");
	buf_release(&text);
}
END_TEST

UNIT_MAIN("word", words_are_letters_or_digits_and_nothing_else, case_and_marks_do_not_count,
          soft_hyphens_and_joiners_are_not_there, an_apostrophe_is_part_of_a_word_and_a_quote_is_not,
          bytes_that_are_no_text_stand_between, a_word_knows_where_it_stood, an_endless_word_is_cut_and_read_to_its_end)
