/* What people are told of a field. */
#include "record/publicity.h"
#include "unit.h"

static void assert_seen(FieldId f, Lang lang, const char *want)
{
	Buf out = BUF_INIT;
	publicity_put(&out, f, lang);
	assert_slice(buf_slice(&out), want);
	buf_release(&out);
}

static void assert_help(FieldId f, Lang lang, const char *want)
{
	Buf out = BUF_INIT;
	publicity_help(&out, f, lang);
	assert_slice(buf_slice(&out), want);
	buf_release(&out);
}

START_TEST(the_class_of_a_field_is_said_in_words)
{
	assert_seen(F_news_title, LANG_RU, "открыто");
	assert_seen(F_person_photo, LANG_RU, "по согласию: фотография");
	assert_seen(F_results_summary, LANG_RU, "после завершения программы");
	assert_seen(F_mentee_needs, LANG_RU, "не публикуется");
	assert_seen(F_mentee_needs, LANG_EN, "not published");
}
END_TEST

START_TEST(a_field_that_has_the_class_of_its_holder_says_nothing)
{
	assert_seen(F_order_number, LANG_RU, "");
}
END_TEST

/* Publication.md, rule 7: they stand on the notice page though consents are closed. */
START_TEST(the_conditions_of_a_consent_are_shown_with_a_public_name)
{
	assert_seen(F_consent_conditions, LANG_RU, "на странице условий, если имя открыто");
	assert_help(F_consent_conditions, LANG_EN, "shown on the notice page if the name is public");
}
END_TEST

START_TEST(the_help_of_a_closed_field_says_once_that_it_is_not_published)
{
	assert_help(F_mentee_admitted, LANG_RU, "с этого дня идёт срок назначения наставника; не публикуется");
	assert_help(F_mentor_payment, LANG_RU, "не публикуется никогда");
	assert_help(F_mentor_payment, LANG_EN, "never published");
	assert_help(F_mentor_since, LANG_RU, "дата назначения");
}
END_TEST

START_TEST(the_words_of_a_closed_list_are_told_unless_the_help_tells_them)
{
	assert_help(F_site_language, LANG_EN, "ru — Russian, en — English. ru unless given");
	assert_help(F_mentor_status, LANG_RU, "active — наставник сейчас, ended — был раньше");
}
END_TEST

UNIT_MAIN("publicity", the_class_of_a_field_is_said_in_words, a_field_that_has_the_class_of_its_holder_says_nothing,
          the_conditions_of_a_consent_are_shown_with_a_public_name,
          the_help_of_a_closed_field_says_once_that_it_is_not_published,
          the_words_of_a_closed_list_are_told_unless_the_help_tells_them)
