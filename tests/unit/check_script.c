#include "record/script.h"

#include "unit.h"

START_TEST(a_word_in_two_alphabets_is_mixed)
{
	ck_assert(script_is_mixed(SL("Cазонова")));             /* a Latin C */
	ck_assert(script_is_mixed(SL("в нашей шкoле")));        /* a Latin o */
	ck_assert(script_is_mixed(SL("Первое слово, втоpoe"))); /* the last word alone */
}
END_TEST

START_TEST(words_of_either_beside_each_other_are_not)
{
	static const char *const sound[] = {
	        "",
	        "школа",
	        "school",
	        "3D-модель",
	        "it-класс",
	        "МР-42/02",
	        "Excel и Word",
	        "«Skype» – для связи",
	        "Zoom. Запись",
	        "e-mail: почта",
	        "СОШ №5",
	        "ТГ@school",
	        "naïve",
	        "Ёлка",
	};
	for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
		ck_assert_msg(!script_is_mixed(slice_of(sound[i])), "%s", sound[i]);
	}
}
END_TEST

UNIT_MAIN("script", a_word_in_two_alphabets_is_mixed, words_of_either_beside_each_other_are_not)
