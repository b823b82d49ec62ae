#include "base/translit.h"
#include "unit.h"

/* Spellings by the tables: ГОСТ 7.79-2000 B; ICAO Doc 9303-3, section 6; Yandex's maps; BGN/PCGN 1947. */

static void assert_spelt(const char *cyrillic, const char *gost, const char *passport, const char *yandex,
                         const char *bgn)
{
	const char *const want[TRANSLITS] = {gost, passport, yandex, bgn};
	for (int i = 0; i < TRANSLITS; i++) {
		Buf out = BUF_INIT;
		translit(&out, slice_of(cyrillic), (Translit)i);
		ck_assert_msg(strcmp(out.p, want[i]) == 0, "%s by %d: got \"%s\", want \"%s\"", cyrillic, i, out.p,
		              want[i]);
		buf_release(&out);
	}
}

START_TEST(every_letter_has_its_spelling)
{
	assert_spelt("абвгдеёжзий", "abvgdeyozhzij", "abvgdeezhzii", "abvgdeyozhziy", "abvgdeyëzhziy");
	assert_spelt("клмнопрстуф", "klmnoprstuf", "klmnoprstuf", "klmnoprstuf", "klmnoprstuf");
	assert_spelt("хчшщ", "xchshshh", "khchshshch", "khchshsch", "khchshshch");
	assert_spelt("эюя", "eyuya", "eiuia", "eyuya", "eyuya");
}
END_TEST

START_TEST(surnames_are_spelt_as_in_documents)
{
	assert_spelt("Щукина", "Shhukina", "Shchukina", "Schukina", "Shchukina");
	assert_spelt("Хохлов", "Xoxlov", "Khokhlov", "Khokhlov", "Khokhlov");
	assert_spelt("Юрьев", "Yurev", "Iurev", "Yurev", "Yur’yev");
	assert_spelt("Соловьёв", "Solovyov", "Solovev", "Solovyov", "Solov’yëv");
	assert_spelt("Ёлкин", "Yolkin", "Elkin", "Yolkin", "Yëlkin");
	assert_spelt("Подъячев", "Podyachev", "Podieiachev", "Podyachev", "Pod”yachev");
	assert_spelt("Объедков", "Obedkov", "Obieedkov", "Obyedkov", "Ob”yedkov");
	assert_spelt("Белый", "Belyj", "Belyi", "Beliy", "Belyy");
	assert_spelt("Полянский", "Polyanskij", "Polianskii", "Polyanskiy", "Polyanskiy");
}
END_TEST

START_TEST(ye_stands_by_itself_where_no_consonant_is_before_it)
{
	assert_spelt("Елена Андреева", "Elena Andreeva", "Elena Andreeva", "Elena Andreeva", "Yelena Andreyeva");
	assert_spelt("Цветаева", "Czvetaeva", "Tsvetaeva", "Tsvetaeva", "Tsvetayeva");
	assert_spelt("Цирков", "Cirkov", "Tsirkov", "Tsirkov", "Tsirkov");
}
END_TEST

START_TEST(capitals_and_all_else_stay)
{
	assert_spelt("Щ, № 5 – Ok", "Shh, № 5 – Ok", "Shch, № 5 – Ok", "Sch, № 5 – Ok", "Shch, № 5 – Ok");
	assert_spelt("", "", "", "", "");
}
END_TEST

START_TEST(letters_in_two_characters_are_one)
{
	assert_spelt("И\xCC\x86од", "Jod", "Iod", "Yod", "Yod");
}
END_TEST

UNIT_MAIN("translit", every_letter_has_its_spelling, surnames_are_spelt_as_in_documents,
          ye_stands_by_itself_where_no_consonant_is_before_it, capitals_and_all_else_stay,
          letters_in_two_characters_are_one)
