/* grid.h and charset.h: tables as spreadsheet programs save them. */
#include "source/grid.h"

#include "unit.h"

static Arena arena;
static Diags diags;
static Grid grid;

static bool read(Slice bytes)
{
	arena_init(&arena);
	diags_init(&diags);
	return grid_read(&grid, &arena, bytes, SL("t.csv"), &diags);
}

static void done(void)
{
	grid_release(&grid);
	diags_release(&diags);
	arena_release(&arena);
}

#define CELL(row, column, want) assert_slice(grid_cell(&grid, row, column), want)

START_TEST(excel_in_russian_writes_windows_1251_with_semicolons)
{
	ck_assert(read(SL("\xD4\xE0\xEC\xE8\xEB\xE8\xFF;\xC8\xEC\xFF\r\n\xB8\xEB\xEA\xE8\xED;\xB9 5\r\n")));
	ck_assert_uint_eq(grid.rows.n, 2);
	CELL(0, 0, "Фамилия");
	CELL(0, 1, "Имя");
	CELL(1, 0, "ёлкин");
	CELL(1, 1, "№ 5");
	done();
}
END_TEST

START_TEST(utf_8_is_read_with_and_without_its_mark)
{
	ck_assert(read(SL("\xEF\xBB\xBFИмя,Стаж\nАнна,5\n")));
	CELL(0, 0, "Имя");
	CELL(1, 1, "5");
	done();
	ck_assert(read(SL("Имя\tСтаж\nАнна\t5")));
	CELL(0, 0, "Имя");
	CELL(1, 0, "Анна");
	CELL(1, 1, "5");
	done();
}
END_TEST

START_TEST(unicode_text_of_excel_is_utf_16_with_tabs)
{
	ck_assert(read(SL("\xFF\xFE\x18\x04\x4F\x04\t\0B\0\r\0\n\0x\0\t\0y\0\r\0\n\0")));
	CELL(0, 0, "Ия");
	CELL(0, 1, "B");
	CELL(1, 1, "y");
	done();
}
END_TEST

START_TEST(quotes_hold_separators_quotes_and_line_breaks)
{
	ck_assert(read(SL("a;b\r\n\"1;2\";\"он \"\"да\"\"\"\r\n\"один\r\nдва\";x\r\n")));
	ck_assert_uint_eq(grid.rows.n, 3);
	CELL(1, 0, "1;2");
	CELL(1, 1, "он \"да\"");
	CELL(2, 0, "один\nдва");
	CELL(2, 1, "x");
	done();
}
END_TEST

START_TEST(a_comma_inside_a_quoted_heading_is_no_separator)
{
	ck_assert(read(SL("\"a, b, c\";d\n1;2\n")));
	CELL(0, 0, "a, b, c");
	CELL(1, 1, "2");
	done();
}
END_TEST

START_TEST(empty_rows_count_as_the_program_counts_them)
{
	ck_assert(read(SL("a;b\r\n\r\n;\r\nx;y\r\n")));
	ck_assert_uint_eq(grid.rows.n, 4);
	ck_assert(grid_is_blank(&grid, 1));
	ck_assert(grid_is_blank(&grid, 2));
	ck_assert(!grid_is_blank(&grid, 3));
	CELL(3, 0, "x");
	ck_assert_uint_eq(grid_loc(&grid, 3, 1).line, 4);
	ck_assert_uint_eq(grid_loc(&grid, 3, 1).col, 2);
	done();
}
END_TEST

START_TEST(blanks_around_a_cell_do_not_count_unbreakable_ones_too)
{
	ck_assert(read(SL("a;\" \xC2\xA0x y\xC2\xA0\"\n")));
	CELL(0, 1, "x y");
	CELL(0, 2, "");
	CELL(7, 0, "");
	done();
}
END_TEST

START_TEST(the_apostrophe_before_a_formula_is_not_of_the_cell)
{
	ck_assert(read(SL("'+7 900;'x;'\n")));
	CELL(0, 0, "+7 900");
	CELL(0, 1, "'x");
	CELL(0, 2, "'");
	done();
}
END_TEST

START_TEST(an_open_quote_is_told_where_the_cell_begins)
{
	ck_assert(!read(SL("a;b\r\n1;2\r\n3;\"x\r\n4;5\r\n")));
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_int_eq(diags.items[0].id, D_QUOTE_OPEN);
	ck_assert_uint_eq(diags.items[0].loc.line, 3);
	ck_assert_uint_eq(diags.items[0].loc.col, 2);
	done();
}
END_TEST

START_TEST(an_empty_table_has_no_rows)
{
	ck_assert(read(SL("")));
	ck_assert_uint_eq(grid.rows.n, 0);
	done();
}
END_TEST

START_TEST(cells_have_the_names_that_the_program_shows)
{
	static const struct {
		size_t row, column;
		const char *name;
	} cells[] = {{0, 0, "A1"},   {6, 1, "B7"},   {9, 25, "Z10"},  {0, 26, "AA1"},
	             {0, 51, "AZ1"}, {0, 52, "BA1"}, {0, 702, "AAA1"}};
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		Buf name = BUF_INIT;
		grid_name(&name, cells[i].row, cells[i].column);
		ck_assert_str_eq(name.p, cells[i].name);
		buf_release(&name);
	}
}
END_TEST

UNIT_MAIN("grid", excel_in_russian_writes_windows_1251_with_semicolons, utf_8_is_read_with_and_without_its_mark,
          unicode_text_of_excel_is_utf_16_with_tabs, quotes_hold_separators_quotes_and_line_breaks,
          a_comma_inside_a_quoted_heading_is_no_separator, empty_rows_count_as_the_program_counts_them,
          blanks_around_a_cell_do_not_count_unbreakable_ones_too, the_apostrophe_before_a_formula_is_not_of_the_cell,
          an_open_quote_is_told_where_the_cell_begins, an_empty_table_has_no_rows,
          cells_have_the_names_that_the_program_shows)
