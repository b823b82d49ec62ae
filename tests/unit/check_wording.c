/* wording.h and heading.h: what people write into tables. */
#include "record/wording.h"

#include "record/heading.h"
#include "unit.h"

static bool same(const char *a, const char *b)
{
	Arena arena = ARENA_INIT;
	bool equal = slice_eq(wording_key(&arena, slice_of(a)), wording_key(&arena, slice_of(b)));
	arena_release(&arena);
	return equal;
}

START_TEST(case_yo_dashes_blanks_and_stars_do_not_count)
{
	ck_assert(same("Отчёт", "ОТЧЕТ"));
	ck_assert(same("педагог – педагог", "Педагог-педагог"));
	ck_assert(same("  Наставник \n с *", "наставник с"));
	ck_assert(!same("Петрова", "Петров"));
	ck_assert(!same("наставник с", "наставникс"));
}
END_TEST

static const char *date(const char *text)
{
	static char iso[11];
	Date d;
	if (!wording_date(&d, slice_of(text))) {
		return "-";
	}
	date_iso(iso, d);
	return iso;
}

START_TEST(days_are_written_with_dots_or_as_iso_has_them)
{
	ck_assert_str_eq(date("01.09.2025"), "2025-09-01");
	ck_assert_str_eq(date("1.9.2025"), "2025-09-01");
	ck_assert_str_eq(date("29.02.2024"), "2024-02-29");
	ck_assert_str_eq(date("2025-09-01"), "2025-09-01");
	ck_assert_str_eq(date("29.02.2025"), "-");
	ck_assert_str_eq(date("01.09.25"), "-");
	ck_assert_str_eq(date("01.09.2025."), "-");
	ck_assert_str_eq(date("01.09.2025 г."), "-");
	ck_assert_str_eq(date("09/01/2025"), "-");
	ck_assert_str_eq(date(""), "-");
}
END_TEST

START_TEST(yes_and_no_have_the_words_of_people_and_of_excel)
{
	bool flag = false;
	ck_assert(wording_flag(&flag, SL("Да")) && flag);
	ck_assert(wording_flag(&flag, SL("нет")) && !flag);
	ck_assert(wording_flag(&flag, SL("ИСТИНА")) && flag);
	ck_assert(wording_flag(&flag, SL("ЛОЖЬ")) && !flag);
	ck_assert(wording_flag(&flag, SL("true")) && flag);
	ck_assert(!wording_flag(&flag, SL("возможно")));
	ck_assert(!wording_flag(&flag, SL("1")));
}
END_TEST

START_TEST(words_of_closed_lists_go_by_id_title_or_short_name)
{
	ck_assert_int_eq(wording_enum(ENUM_category, SL("photo")), ER_category_photo);
	ck_assert_int_eq(wording_enum(ENUM_category, SL("Фотография")), ER_category_photo);
	ck_assert_int_eq(wording_enum(ENUM_category, SL("фото")), ER_category_photo);
	ck_assert_int_eq(wording_enum(ENUM_category, SL("фамилия и инициалы")), ER_category_short_name);
	ck_assert_int_eq(wording_enum(ENUM_signer, SL("сам человек")), ER_signer_self);
	ck_assert_int_eq(wording_enum(ENUM_signer, SL("фото")), ENUM_ROWS);
	ck_assert_int_eq(wording_enum(ENUM_category, SL("всё")), ENUM_ROWS);
}
END_TEST

/* --- headings --- */

static Arena arena;
static Diags diags;
static Grid grid;
static Headings headings;

static void read(Kind kind, const char *table)
{
	arena_init(&arena);
	diags_init(&diags);
	ck_assert(grid_read(&grid, &arena, slice_of(table), SL("t.csv"), &diags));
	headings_read(&headings, &arena, &grid, kind, &diags);
}

static void done(void)
{
	grid_release(&grid);
	diags_release(&diags);
	arena_release(&arena);
}

static size_t column(FieldId a, FieldId b)
{
	const FieldId path[2] = {a, b};
	return headings_column(&headings, path, b == FIELD_COUNT ? 1 : 2);
}

START_TEST(a_heading_is_a_name_or_a_title)
{
	read(O_person, "family;ИМЯ;Отчество;День 18-летия;id\n");
	ck_assert_uint_eq(diags.n, 0);
	ck_assert_uint_eq(column(F_person_family, FIELD_COUNT), 0);
	ck_assert_uint_eq(column(F_person_given, FIELD_COUNT), 1);
	ck_assert_uint_eq(column(F_person_minor_until, FIELD_COUNT), 3);
	ck_assert_uint_eq(headings.id, 4);
	ck_assert(!headings.repeated);
	done();
}
END_TEST

START_TEST(a_field_inside_a_field_has_both_names)
{
	read(O_mentor, "Человек;order.number;Приказ: дата;Справки: медицинская\n");
	ck_assert_uint_eq(diags.n, 0);
	ck_assert_uint_eq(column(F_mentor_order, F_order_number), 1);
	ck_assert_uint_eq(column(F_mentor_order, F_order_date), 2);
	ck_assert_uint_eq(column(F_mentor_clearance, F_clearance_medical), 3);
	done();
}
END_TEST

START_TEST(consents_have_the_short_headings_of_tables)
{
	read(O_person,
	     "Фамилия;Имя;согласие: номер;согласие: подписано;согласие: кто;согласие: категории;согласие: до\n");
	ck_assert_uint_eq(diags.n, 0);
	ck_assert_uint_eq(column(F_person_consents, F_consent_id), 2);
	ck_assert_uint_eq(column(F_person_consents, F_consent_by), 4);
	ck_assert_uint_eq(column(F_person_consents, F_consent_until), 6);
	ck_assert(headings.repeated);
	done();
}
END_TEST

static bool faulted(DiagId id, unsigned col)
{
	bool found = false;
	for (size_t i = 0; i < diags.n; i++) {
		found |= diags.items[i].id == id && diags.items[i].loc.line == 1 && diags.items[i].loc.col == col;
	}
	return found;
}

START_TEST(what_is_no_field_or_stands_twice_is_told_by_its_column)
{
	read(O_person, "Фамилия;Имя;Цвет глаз;family;Согласия;имя.дата\n");
	ck_assert(faulted(D_COLUMN_UNKNOWN, 3));
	ck_assert(faulted(D_COLUMN_TWICE, 4));
	ck_assert(faulted(D_COLUMN_UNKNOWN, 5)); /* a list of maps is no cell */
	ck_assert(faulted(D_COLUMN_UNKNOWN, 6));
	ck_assert_uint_eq(diags.n, 4);
	done();
}
END_TEST

START_TEST(required_columns_are_asked_for_inside_fields_too)
{
	read(O_person, "Имя;согласие: номер\n");
	/* family; signed, by and covers of a consent */
	ck_assert_uint_eq(diags.n, 4);
	for (size_t i = 0; i < diags.n; i++) {
		ck_assert_int_eq(diags.items[i].id, D_COLUMN_MISSING);
	}
	assert_slice(diags.items[0].argv[1], "family");
	assert_slice(diags.items[1].argv[1], "consents.signed");
	done();
}
END_TEST

UNIT_MAIN("wording", case_yo_dashes_blanks_and_stars_do_not_count, days_are_written_with_dots_or_as_iso_has_them,
          yes_and_no_have_the_words_of_people_and_of_excel, words_of_closed_lists_go_by_id_title_or_short_name,
          a_heading_is_a_name_or_a_title, a_field_inside_a_field_has_both_names,
          consents_have_the_short_headings_of_tables, what_is_no_field_or_stands_twice_is_told_by_its_column,
          required_columns_are_asked_for_inside_fields_too)
