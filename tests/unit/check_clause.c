/* Numbers of clauses as regulations print them. */
#include "unit.h"

#include "redact/clause.h"

static Arena arena = ARENA_INIT;
static Clauses clauses;

static void begin(void)
{
	clauses_init(&clauses, &arena);
}

static void end(void)
{
	clauses_release(&clauses);
	arena_release(&arena);
}

/* The part of a line that is its number. */
static Slice number_of(const char *line)
{
	Slice s = slice_of(line);
	return slice_sub(s, 0, clause_length(s, false));
}

static Slice heading_number(const char *line)
{
	Slice s = slice_of(line);
	return slice_sub(s, 0, clause_length(s, true));
}

static Slice section_of(const char *line)
{
	Slice s = slice_of(line);
	return slice_sub(s, 0, clause_section_length(s));
}

START_TEST(a_number_ends_with_its_full_stop)
{
	assert_slice(number_of("8.3. Результаты программ"), "8.3.");
	assert_slice(number_of("4.1.1. Организация"), "4.1.1.");
	assert_slice(number_of("4.8.Наставляемым могут быть"), "4.8.");
	assert_slice(number_of("10.12. Порядок"), "10.12.");
}
END_TEST

START_TEST(a_number_without_a_full_stop_stands_before_a_capital)
{
	assert_slice(number_of("8.1 Для размещения сведений"), "8.1");
	assert_slice(number_of("8.1"), "8.1");
	assert_slice(number_of("2.5 балла из пяти"), "");
	assert_slice(number_of("1.5 млн рублей"), "");
}
END_TEST

START_TEST(a_blank_printed_for_a_full_stop_is_one)
{
	assert_slice(number_of("4.1 4. Куратор программ"), "4.1 4.");
	assert_slice(number_of("4.1 4 куратора"), "");
}
END_TEST

START_TEST(a_year_or_an_amount_is_no_number)
{
	assert_slice(number_of("2025 год"), "");
	assert_slice(number_of("27.05.2022 г."), "");
	assert_slice(number_of("1000.50 рублей"), "");
	assert_slice(number_of("Приказ 8.3."), "");
	assert_slice(number_of(""), "");
	assert_slice(number_of("."), "");
}
END_TEST

START_TEST(a_single_number_counts_in_a_heading_only)
{
	assert_slice(number_of("12. Наставник"), "");
	assert_slice(heading_number("12. Наставник"), "12.");
	assert_slice(heading_number("3 Права наставника"), "3");
	assert_slice(heading_number("3 права наставника"), "");
	assert_slice(heading_number("2025 год"), "");
}
END_TEST

START_TEST(a_roman_section_needs_its_full_stop_or_its_word)
{
	assert_slice(section_of("IV. Порядок"), "IV.");
	assert_slice(section_of("Раздел III. Организация"), "Раздел III.");
	assert_slice(section_of("ГЛАВА II"), "ГЛАВА II");
	assert_slice(section_of("IV квартал"), "");
	assert_slice(section_of("Порядок"), "");
	assert_slice(section_of(""), "");
}
END_TEST

START_TEST(cyrillic_letters_that_look_roman_are_read_as_roman)
{
	begin();
	assert_slice(section_of("ІХ. Мотивация"), "ІХ.");
	assert_slice(clauses_section(&clauses, SL("ІХ.")), "IX");
	end();
}
END_TEST

START_TEST(a_dotted_number_is_its_own_address)
{
	begin();
	assert_slice(clauses_number(&clauses, SL("8.3.")), "8.3");
	assert_slice(clauses_number(&clauses, SL("4.1 4.")), "4.1.4");
	clauses_section(&clauses, SL("IV."));
	assert_slice(clauses_number(&clauses, SL("4.13.")), "4.13");
	end();
}
END_TEST

START_TEST(a_single_number_belongs_to_its_section)
{
	begin();
	assert_slice(clauses_item(&clauses, SL("1."), false), "1");
	clauses_section(&clauses, SL("IV."));
	assert_slice(clauses_item(&clauses, SL("12."), false), "IV.12");
	assert_slice(clauses_number(&clauses, SL("13.")), "IV.13");
	end();
}
END_TEST

START_TEST(a_bracketed_number_belongs_to_its_clause)
{
	begin();
	clauses_section(&clauses, SL("Раздел III."));
	clauses_item(&clauses, SL("12."), false);
	assert_slice(clauses_item(&clauses, SL("4)"), false), "III.12.4");
	assert_slice(clauses_item(&clauses, SL("5)"), true), "III.12.5");
	clauses_item(&clauses, SL("13."), false);
	assert_slice(clauses_item(&clauses, SL("1)"), false), "III.13.1");
	end();
}
END_TEST

START_TEST(a_bracketed_number_before_any_clause_belongs_to_the_section)
{
	begin();
	clauses_section(&clauses, SL("VI."));
	assert_slice(clauses_item(&clauses, SL("1)"), false), "VI.1");
	clauses_section(&clauses, SL("VII."));
	assert_slice(clauses_item(&clauses, SL("1)"), false), "VII.1");
	end();
}
END_TEST

START_TEST(a_number_inside_an_item_belongs_to_the_clause_above)
{
	begin();
	clauses_number(&clauses, SL("1.3."));
	assert_slice(clauses_item(&clauses, SL("1."), true), "1.3.1");
	end();
}
END_TEST

START_TEST(a_number_met_again_gets_an_address_of_its_own)
{
	begin();
	assert_slice(clauses_item(&clauses, SL("1."), false), "1");
	assert_slice(clauses_item(&clauses, SL("1."), false), "1-2");
	assert_slice(clauses_item(&clauses, SL("1."), false), "1-3");
	assert_slice(clauses_number(&clauses, SL("8.3.")), "8.3");
	assert_slice(clauses_number(&clauses, SL("8.3.")), "8.3-2");
	ck_assert_uint_eq(clauses.ids.n, 5);
	end();
}
END_TEST

START_TEST(a_heading_and_a_clause_never_share_an_address)
{
	begin();
	assert_slice(clauses_unique(&clauses, SL("prava")), "prava");
	assert_slice(clauses_unique(&clauses, SL("prava")), "prava-2");
	assert_slice(clauses_unique(&clauses, SL("")), "section");
	assert_slice(clauses_unique(&clauses, SL("")), "section-2");
	end();
}
END_TEST

UNIT_MAIN("clause", a_number_ends_with_its_full_stop, a_number_without_a_full_stop_stands_before_a_capital,
          a_blank_printed_for_a_full_stop_is_one, a_year_or_an_amount_is_no_number,
          a_single_number_counts_in_a_heading_only, a_roman_section_needs_its_full_stop_or_its_word,
          cyrillic_letters_that_look_roman_are_read_as_roman, a_dotted_number_is_its_own_address,
          a_single_number_belongs_to_its_section, a_bracketed_number_belongs_to_its_clause,
          a_bracketed_number_before_any_clause_belongs_to_the_section,
          a_number_inside_an_item_belongs_to_the_clause_above, a_number_met_again_gets_an_address_of_its_own,
          a_heading_and_a_clause_never_share_an_address)
