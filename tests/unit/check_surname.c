#include "base/surname.h"
#include "base/vec.h"
#include "unit.h"

/*
 * Paradigms as grammars and dictionaries give them (Русская грамматика, 1980, §§ 1194-1200; Зализняк): every form
 * named must be given; those after '!' must not, for they are another name, or another word.
 */

static bool has(NameForms forms, Slice form)
{
	for (size_t i = 0; i < forms.n; i++) {
		if (slice_eq(forms.items[i], form)) {
			return true;
		}
	}
	return false;
}

static void assert_forms(const char *family, const char *table)
{
	Arena a = ARENA_INIT;
	NameForms forms = surname_forms(&a, slice_of(family));
	Slice rest = slice_of(table);
	Slice form;
	bool wanted = true;
	while (slice_split(&rest, ' ', &form)) {
		if (slice_is(form, "!")) {
			wanted = false;
			continue;
		}
		ck_assert_msg(has(forms, form) == wanted, "%s: %.*s is %s", family, SLICE_ARG(form),
		              wanted ? "missing" : "there");
	}
	for (size_t i = 0; i < forms.n; i++) {
		for (size_t k = 0; k < i; k++) {
			ck_assert_msg(!slice_eq(forms.items[i], forms.items[k]), "%s: %.*s twice", family,
			              SLICE_ARG(forms.items[i]));
		}
	}
	arena_release(&a);
}

/* All its forms, and no other. */
static void assert_exactly(const char *family, const char *table)
{
	Arena a = ARENA_INIT;
	size_t n = 1;
	for (const char *p = table; *p; p++) {
		n += *p == ' ';
	}
	assert_forms(family, table);
	ck_assert_uint_eq(surname_forms(&a, slice_of(family)).n, n);
	arena_release(&a);
}

START_TEST(possessive_names_have_their_mixed_declension)
{
	const char *const ivanov =
	        "иванов иванова иванову ивановым ивановом иванове ивановой ивановою ивановы ивановых ивановыми";
	assert_exactly("Иванов", ivanov);
	assert_exactly("Иванова", ivanov);
	assert_forms("Пушкин",
	             "пушкин пушкина пушкину пушкиным пушкине пушкиной пушкины пушкиных пушкиными ! пушкинами");
	assert_forms("Синицын", "синицына синицыну синицыным синицыне синицыной синицыных");
	assert_forms("Журавлёва", "журавлёв журавлёва журавлёву журавлёвым журавлёве журавлёвой журавлёвы журавлёвых");
	assert_forms("Чаплин", "чаплином чаплиным"); /* foreign names take -ом */
}
END_TEST

START_TEST(yo_is_also_written_as_ye)
{
	assert_forms("Соловьёв", "соловьёв соловьев соловьёва соловьева соловьёвым соловьевым соловьёвой соловьевой");
	assert_forms("Ковалев", "ковалева ковалевым ! ковалёва");
	assert_forms("Веретёнкина", "веретёнкиной веретенкиной веретёнкину веретенкину");
}
END_TEST

START_TEST(names_in_skij_are_adjectives)
{
	const char *const table = "полянского полянскому полянским полянском полянская полянской полянскую полянскою "
	                          "полянские полянских полянскими ! полянския";
	assert_forms("Полянский", table);
	assert_forms("Полянская", table);
	assert_forms("Полянская", "полянский");
	assert_forms("Троцкий", "троцкого троцкому троцким троцком троцкая троцкой троцкую");
	assert_forms("Луговской",
	             "луговской луговского луговскому луговским луговском луговская луговскую ! луговский");
	assert_forms("Ковальски", "ковальски ковальского ковальскому");
}
END_TEST

START_TEST(other_adjectives_go_by_their_last_consonant)
{
	assert_forms("Белый", "белый белого белому белым белом белая белой белую белые белых белыми ! белий");
	assert_forms("Белая", "белый белого белому белым белая белой белую белые белых");
	assert_forms("Толстой", "толстой толстого толстому толстым толстом толстая толстую толстых ! толстый");
	assert_forms("Синий", "синего синему синим синем синяя синей синюю синие синих синими");
	assert_forms("Зимняя", "зимний зимнего зимнему зимняя зимней зимнюю зимних");
	assert_forms("Хороший", "хорошего хорошему хорошим хорошем хорошая хорошей хорошую хороших");
	assert_forms("Чужая", "чужой чужого чужому чужим чужом чужую чужих");
	assert_forms("Тихий", "тихого тихому тихим тихом тихая тихой тихую тихих");
	assert_forms("Лихой", "лихого лихому лихим лихом лихая лихую лихих");
}
END_TEST

START_TEST(some_names_never_change)
{
	static const char *const fixed[] = {"черных", "долгих", "куликовских", "шевченко", "живаго",   "дурново",
	                                    "гарсиа", "моруа",  "гёте",        "верди",    "нехлюдоу", "джугашвили"};
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
		Arena a = ARENA_INIT;
		NameForms forms = surname_forms(&a, slice_of(fixed[i]));
		ck_assert_uint_le(forms.n, 2); /* with ё and without */
		assert_slice(forms.items[0], fixed[i]);
		arena_release(&a);
	}
	assert_forms("Дитрих", "дитриха дитриху дитрихом дитрихе"); /* ends in -их, and is no adjective */
}
END_TEST

START_TEST(nouns_in_a_decline_for_both_genders)
{
	assert_exactly("Сорока",
	               "сорока сороки сороке сороку сорокой сорокою сорокам сороками сороках"); /* «сорок»: 40 */
	assert_forms("Окуджава", "окуджавы окуджаве окуджаву окуджавой");
	assert_forms("Груша", "груши груше грушу грушей");
	assert_forms("Заяца", "заяцы заяце заяцу заяцей");
	assert_forms("Заря", "зари заре зарю зарёй зарей");
	assert_forms("Берия", "берии берию берией ! бериа");
	assert_forms("Калина", "калины калине калину калиной калин калиным калиных"); /* or the wife of Калин */
}
END_TEST

START_TEST(a_mans_name_in_a_consonant_declines)
{
	assert_forms("Мельник", "мельник мельника мельнику мельником мельнике мельники мельникам мельниками");
	assert_forms("Коваль", "коваль коваля ковалю ковалем ковале ковали ковалей");
	assert_forms("Гусь", "гуся гусю гусем гусе гусями");
	assert_forms("Гайдай", "гайдая гайдаю гайдаем гайдае гайдаев");
	assert_forms("Палий", "палия палию палием палии ! палого");
	assert_forms("Цой", "цоя цою цоем цое");
	assert_forms("Ткач", "ткача ткачу ткачом ткаче ткачей");
	assert_forms("Шмидт", "шмидта шмидту шмидтом шмидте");
	assert_forms("Ким", "кима киму кимом киме");
}
END_TEST

START_TEST(a_fleeting_vowel_goes_and_stays)
{
	assert_forms("Жеребец", "жеребца жеребцу жеребцом жеребеца");
	assert_forms("Стрелец", "стрельца стрельцу");
	assert_forms("Заяц", "зайца зайцу заяца");
	assert_forms("Конёк", "конька коньку коньком");
	assert_forms("Дубок", "дубка дубку дубока");
	assert_forms("Соловей", "соловья соловью соловьём");
	assert_forms("Кремень", "кремня кремню кременя");
	assert_forms("Козёл", "козла козлу козлом");
	assert_forms("Лев", "льва льву львом лева");
}
END_TEST

START_TEST(double_names_decline_in_both_parts_at_once)
{
	assert_forms("Римская-Корсакова",
	             "римская-корсакова римской-корсаковой римскую-корсакову римского-корсакова римским-корсаковым "
	             "римская-корсаковой римских-корсаковых ! римского-корсаковой");
	assert_forms("Тер-Петросян", "тер-петросян тер-петросяна тер-петросяну");
	assert_forms("Бонч-Бруевич", "бонч-бруевича бонч-бруевичу");
	assert_forms("Римская\u2011Корсакова", "римской-корсаковой римскую-корсакову");
}
END_TEST

START_TEST(other_alphabets_are_left_alone)
{
	assert_exactly("Schmidt", "schmidt");
	assert_exactly("O'Neill", "o'neill");
}
END_TEST

START_TEST(a_given_name_and_a_patronymic_go_together)
{
	Arena a = ARENA_INIT;
	Slice woman[] = {SL("Марина"), SL("Эдуардовна")};
	Slice man[] = {SL("Пётр"), SL("Ильич")};
	NameForms forms = surname_with(&a, woman, 2);
	ck_assert(has(forms, SL("марина эдуардовна")));
	ck_assert(has(forms, SL("марины эдуардовны")));
	ck_assert(has(forms, SL("марине эдуардовне")));
	ck_assert(has(forms, SL("марину эдуардовну")));
	ck_assert(has(forms, SL("мариной эдуардовной")));
	ck_assert(!has(forms, SL("марины эдуардовной")));
	forms = surname_with(&a, man, 2);
	ck_assert(has(forms, SL("петра ильича")));
	ck_assert(has(forms, SL("петру ильичу")));
	ck_assert(has(forms, SL("петром ильичом")));
	arena_release(&a);
}
END_TEST

UNIT_MAIN("surname", possessive_names_have_their_mixed_declension, yo_is_also_written_as_ye,
          names_in_skij_are_adjectives, other_adjectives_go_by_their_last_consonant, some_names_never_change,
          nouns_in_a_decline_for_both_genders, a_mans_name_in_a_consonant_declines, a_fleeting_vowel_goes_and_stays,
          double_names_decline_in_both_parts_at_once, other_alphabets_are_left_alone,
          a_given_name_and_a_patronymic_go_together)
