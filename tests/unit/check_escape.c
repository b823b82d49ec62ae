#include "unit.h"

#include "base/escape.h"

#define NBSP "\xC2\xA0"

#define assert_written(call, literal)                   \
	do {                                            \
		Buf out = BUF_INIT;                     \
		call;                                   \
		assert_slice(buf_slice(&out), literal); \
		buf_release(&out);                      \
	} while (0)

#define assert_prose(text, literal) assert_written(escape_prose(&out, SL(text)), literal)

START_TEST(the_five_characters_of_html_are_escaped)
{
	assert_written(escape_html(&out, SL("a<b>&\"c'")), "a&lt;b&gt;&amp;&quot;c&#39;");
	assert_written(escape_xml(&out, SL("<&>")), "&lt;&amp;&gt;");
}
END_TEST

START_TEST(other_text_is_left_alone)
{
	assert_written(escape_html(&out, SL("Иванова, № 12\n\tтекст")), "Иванова, № 12\n\tтекст");
	assert_written(escape_html(&out, SL("")), "");
	assert_written(escape_html(&out, (Slice){NULL, 0}), "");
}
END_TEST

START_TEST(prose_is_escaped_too)
{
	assert_prose("<b> & \"№ 1\"", "&lt;b&gt; &amp; &quot;№" NBSP "1&quot;");
}
END_TEST

START_TEST(a_number_stays_with_its_sign)
{
	assert_prose("приказ № 12 от", "приказ №" NBSP "12 от");
	assert_prose("п. 8.3 и пп. 4", "п." NBSP "8.3 и пп." NBSP "4");
	assert_prose("(ст. 28, разд. VIII)", "(ст." NBSP "28, разд." NBSP "VIII)");
}
END_TEST

START_TEST(a_sign_at_the_end_of_a_text_joins_nothing)
{
	assert_prose("это п.", "это п.");
	assert_prose("№", "№");
	assert_prose("№ ", "№ ");
	assert_prose("суп. Второе", "суп. Второе");
}
END_TEST

START_TEST(a_town_stays_with_its_sign)
{
	assert_prose("в г. Пятигорск", "в г." NBSP "Пятигорск");
	assert_prose("в г. он", "в г. он");
}
END_TEST

START_TEST(a_year_stays_with_its_sign_and_ends_there)
{
	assert_prose("5 сентября 2025 г. Иванова", "5 сентября 2025" NBSP "г. Иванова");
	assert_prose("2024–2025 гг., план", "2024–2025" NBSP "гг., план");
	assert_prose("12 г. Москва", "12 г." NBSP "Москва");
	assert_prose("2025 год", "2025 год");
}
END_TEST

START_TEST(initials_stay_together_with_the_family_name)
{
	assert_prose("Иванова М. П.", "Иванова" NBSP "М." NBSP "П.");
	assert_prose("М. П. Иванова", "М." NBSP "П." NBSP "Иванова");
	assert_prose("Римская-Корсакова А., мастер", "Римская-Корсакова" NBSP "А., мастер");
	assert_prose("М.П. Иванова", "М.П." NBSP "Иванова");
	assert_prose("«М. Горький»", "«М." NBSP "Горький»");
}
END_TEST

START_TEST(initials_do_not_take_the_next_sentence)
{
	assert_prose("Иванова М. П. Петров ведёт", "Иванова" NBSP "М." NBSP "П. Петров ведёт");
	assert_prose("Кабинет А в здании", "Кабинет А в здании");
	assert_prose("ведёт. В доме", "ведёт. В доме");
}
END_TEST

START_TEST(a_dash_does_not_begin_a_line)
{
	assert_prose("наставник — это", "наставник" NBSP "— это");
	assert_prose("— Да", "— Да");
	assert_prose("строка\n— Да", "строка\n— Да");
}
END_TEST

START_TEST(spaces_that_are_there_already_are_kept)
{
	assert_prose("№" NBSP "12 и  № 3", "№" NBSP "12 и  №" NBSP "3");
	assert_prose("  № 1 ", "  №" NBSP "1 ");
}
END_TEST

START_TEST(a_path_is_escaped_byte_by_byte)
{
	assert_written(escape_path(&out, SL("media/план.pdf")), "media/%D0%BF%D0%BB%D0%B0%D0%BD.pdf");
	assert_written(escape_path(&out, SL("a b%c?d#e\"f")), "a%20b%25c%3Fd%23e%22f");
	assert_written(escape_path(&out, SL("A-z._~!$&'()*+,;=:@/9")), "A-z._~!$&'()*+,;=:@/9");
}
END_TEST

START_TEST(four_schemes_paths_and_fragments_are_allowed)
{
	ck_assert(escape_url_allowed(SL("https://школа.рф/путь?a=b#c")));
	ck_assert(escape_url_allowed(SL("http://school.example/")));
	ck_assert(escape_url_allowed(SL("HTTPS://school.example/")));
	ck_assert(escape_url_allowed(SL("mailto:school@school.example")));
	ck_assert(escape_url_allowed(SL("tel:+79780000000")));
	ck_assert(escape_url_allowed(SL("/nastavnichestvo/mentors/")));
	ck_assert(escape_url_allowed(SL("mentors/")));
	ck_assert(escape_url_allowed(SL("#main")));
	ck_assert(escape_url_allowed(SL("pages/a:b")));
}
END_TEST

START_TEST(other_schemes_are_refused_however_they_are_written)
{
	ck_assert(!escape_url_allowed(SL("javascript:alert(1)")));
	ck_assert(!escape_url_allowed(SL("JavaScript:alert(1)")));
	ck_assert(!escape_url_allowed(SL("java\nscript:alert(1)")));
	ck_assert(!escape_url_allowed(SL(" javascript:alert(1)")));
	ck_assert(!escape_url_allowed(SL("\x01javascript:alert(1)")));
	ck_assert(!escape_url_allowed(SL("data:text/html,x")));
	ck_assert(!escape_url_allowed(SL("file:///etc/passwd")));
	ck_assert(!escape_url_allowed(SL("vbscript:x")));
}
END_TEST

START_TEST(an_address_that_only_looks_like_a_path_is_refused)
{
	ck_assert(!escape_url_allowed(SL("//evil.example/")));
	ck_assert(!escape_url_allowed(SL("/\\evil.example/")));
	ck_assert(!escape_url_allowed(SL("https:evil")));
	ck_assert(!escape_url_allowed(SL("https://")));
	ck_assert(!escape_url_allowed(SL("mailto:")));
	ck_assert(!escape_url_allowed(SL("")));
	ck_assert(!escape_url_allowed(SL("a b")));
}
END_TEST

UNIT_MAIN("escape", the_five_characters_of_html_are_escaped, other_text_is_left_alone, prose_is_escaped_too,
          a_number_stays_with_its_sign, a_sign_at_the_end_of_a_text_joins_nothing, a_town_stays_with_its_sign,
          a_year_stays_with_its_sign_and_ends_there, initials_stay_together_with_the_family_name,
          initials_do_not_take_the_next_sentence, a_dash_does_not_begin_a_line, spaces_that_are_there_already_are_kept,
          a_path_is_escaped_byte_by_byte, four_schemes_paths_and_fragments_are_allowed,
          other_schemes_are_refused_however_they_are_written, an_address_that_only_looks_like_a_path_is_refused)
