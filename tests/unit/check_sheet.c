#include "sample.h"
#include "unit.h"

#include <libdeflate.h>

#include "base/bytes.h"
#include "render/sheet.h"

#define BOM "\xEF\xBB\xBF"
#define BASE "https://school.example/nast/"

static Slice table(Sample *s, const char *path)
{
	sample_products(s, table_products);
	return sample_file(s, path);
}

/* --- which tables --- */

START_TEST(only_built_sections_have_tables)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_PORTFOLIOS);
	sample_section(&s, SECTION_NEWS);
	sample_section(&s, SECTION_DOCUMENTS);
	sample_products(&s, table_products);
	ck_assert_uint_eq(s.products.list.n, 4);
	ck_assert_ptr_nonnull(sample_product(&s, "data/mentors.csv"));
	ck_assert_ptr_nonnull(sample_product(&s, "data/mentors.xlsx"));
	ck_assert_ptr_nonnull(sample_product(&s, "data/documents.csv"));
	ck_assert_ptr_nonnull(sample_product(&s, "data/documents.xlsx"));
	sample_release(&s);
}
END_TEST

START_TEST(mentors_are_a_row_each)
{
	Sample s;
	sample_init(&s);
	Arena *a = &s.site.arena;
	sample_section(&s, SECTION_MENTORS);
	sample_record(&s, PUB_MENTORS, "ivanova");
	sample_text(&s, "name", "Иванова М. П.");
	sample_text(&s, "position", "учитель");
	sample_set(&s, "subjects", sample_list(&s, pub_new_text(a, SL("физика")), pub_new_text(a, SL("химия"))));
	sample_set(&s, "forms", sample_list(&s, pub_new_term(a, SL("tt"), SL("педагог – педагог")), NULL));
	sample_date(&s, "since", 2025, 9, 1);
	sample_set(&s, "status", pub_new_term(a, SL("active"), SL("действует")));
	sample_set(&s, "available", pub_new_flag(a, true));
	assert_slice(
	        table(&s, "data/mentors.csv"), BOM
	        "csv_name;csv_position;csv_subjects;csv_forms;csv_kinds;csv_since;csv_status;csv_available;csv_url\r\n"
	        "Иванова М. П.;учитель;физика, химия;педагог – педагог;;2025-09-01;действует;yes;" BASE
	        "mentors/ivanova/\r\n");
	sample_release(&s);
}
END_TEST

START_TEST(programmes_name_people_as_their_own_page_does)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_PROGRAMMES);
	sample_record(&s, PUB_PROGRAMMES, "2025-03");
	sample_text(&s, "title", "Первые шаги");
	sample_date(&s, "start", 2025, 9, 1);
	sample_date(&s, "end", 2026, 5, 29);
	const Pub *open = sample_person(&s, "Иванова М. П.", false);
	const Pub *elsewhere = sample_person(&s, "ПЕТРОВА", false);
	const Pub *nobody = sample_person(&s, "Наставник", true);
	sample_set(&s, "mentors",
	           sample_list(&s, sample_either(&s, open, "programmes/", nobody),
	                       sample_either(&s, elsewhere, "mentors/", nobody)));
	assert_has(table(&s, "data/programmes.csv"), "\r\n2025-03;Первые шаги;;;;2025-09-01;2026-05-29;"
	                                             "Иванова М. П., Наставник;;" BASE "programmes/2025-03/\r\n");
	sample_date(&s, "extended_to", 2026, 12, 25);
	assert_has(table(&s, "data/programmes.csv"), ";2025-09-01;2026-12-25;");
	sample_release(&s);
}
END_TEST

START_TEST(partners_and_acts_have_their_columns)
{
	Sample s;
	sample_init(&s);
	Arena *a = &s.site.arena;
	sample_section(&s, SECTION_PARTNERS);
	sample_section(&s, SECTION_DOCUMENTS);
	sample_record(&s, PUB_PARTNERS, "zavod");
	sample_text(&s, "name", "Завод");
	sample_set(&s, "site", pub_new_url(a, SL("https://завод.рф/")));
	sample_record(&s, PUB_DOCUMENTS, "fed-273");
	sample_set(&s, "link", pub_new_url(a, SL("https://pravo.example/")));
	sample_set(&s, "level", pub_new_term(a, SL("federal"), SL("Федеральный уровень")));
	sample_text(&s, "number", "273-ФЗ");
	sample_text(&s, "title", "Об образовании");
	assert_has(table(&s, "data/partners.csv"),
	           "\r\nЗавод;;;;https://%D0%B7%D0%B0%D0%B2%D0%BE%D0%B4.%D1%80%D1%84/;" BASE "partners/zavod/\r\n");
	assert_has(table(&s, "data/documents.csv"),
	           "\r\nФедеральный уровень;;273-ФЗ;;Об образовании;;;" BASE "documents/fed-273/\r\n");
	sample_release(&s);
}
END_TEST

START_TEST(a_row_says_only_what_the_page_it_points_to_may)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_MENTORS);
	sample_record(&s, PUB_MENTORS, "ivanova");
	sample_text_on(&s, "name", "Иванова М. П.", "mentors/ivanova/");
	sample_text_on(&s, "position", "СЕКРЕТ", "programmes/");
	sample_record(&s, PUB_MENTORS, "petrova");
	s.last->self.scope = sample_scope(&s, "programmes/");
	Slice csv = table(&s, "data/mentors.csv");
	assert_has(csv, "\r\nИванова М. П.;;");
	assert_lacks(csv, "СЕКРЕТ");
	assert_lacks(csv, "petrova");
	sample_release(&s);
}
END_TEST

/* --- CSV --- */

static void assert_csv(const char *cell, const char *want)
{
	Slice head = SL("h");
	Cell cells[] = {{.text = slice_of(cell), .date = DATE_NONE}};
	Sheet sheet = {"s", &head, 1, 1, cells};
	Buf out = BUF_INIT;
	sheet_csv(&out, &sheet);
	ck_assert(slice_starts(buf_slice(&out), SL(BOM "h\r\n")));
	assert_slice(slice_sub(buf_slice(&out), 6, out.n), want);
	buf_release(&out);
}

START_TEST(fields_are_quoted_where_rfc_4180_asks)
{
	assert_csv("a;b", "\"a;b\"\r\n");
	assert_csv("ООО \"Завод\"", "\"ООО \"\"Завод\"\"\"\r\n");
	assert_csv("a\nb", "\"a\nb\"\r\n");
	assert_csv("a, b", "a, b\r\n");
	assert_csv("", "\r\n");
}
END_TEST

START_TEST(no_field_is_a_formula)
{
	assert_csv("=1+1", "'=1+1\r\n");
	assert_csv("+7 900", "'+7 900\r\n");
	assert_csv("-1", "'-1\r\n");
	assert_csv("@sum", "'@sum\r\n");
	assert_csv("=\"a\"", "\"'=\"\"a\"\"\"\r\n");
	assert_csv("1=1", "1=1\r\n");
}
END_TEST

/* --- workbook --- */

/* The bytes of a member of an archive; the local header says all (APPNOTE 4.3.7). */
static Slice member(Arena *a, Slice zip, const char *name)
{
	for (size_t at = 0; le32(zip, at) == 0x04034B50;) {
		uint32_t packed = le32(zip, at + 18);
		uint32_t size = le32(zip, at + 22);
		uint32_t named = le16(zip, at + 26);
		if (slice_is(slice_sub(zip, at + 30, at + 30 + named), name)) {
			char *bytes = arena_alloc(a, size + 1);
			struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
			ck_assert_int_eq(
			        libdeflate_deflate_decompress(d, zip.p + at + 30 + named, packed, bytes, size, NULL),
			        0);
			libdeflate_free_decompressor(d);
			ck_assert_uint_eq(libdeflate_crc32(0, bytes, size), le32(zip, at + 14));
			return (Slice){bytes, size};
		}
		at += 30 + named + packed;
	}
	ck_abort_msg("no member %s", name);
	return SL("");
}

static const Slice heads[] = {{"Имя", 6}, {"День", 8}};
static const Cell cells[] = {
        {{"Иванова <&>", 18}, DATE_NONE, false},
        {{NULL, 0}, 20332, false}, /* 2025-09-01 */
        {{"=1+1", 4}, DATE_NONE, false},
        {{NULL, 0}, DATE_NONE, false},
};
static const Sheet sheet = {"mentors", heads, 2, 2, cells};

START_TEST(the_workbook_holds_the_table)
{
	Arena a = ARENA_INIT;
	Buf out = BUF_INIT;
	sheet_xlsx(&out, &sheet);
	Slice xml = member(&a, buf_slice(&out), "xl/worksheets/sheet1.xml");
	assert_has(xml, "<dimension ref=\"A1:B3\"/>");
	assert_has(xml, "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Имя</t></is></c>");
	assert_has(
	        xml,
	        "<c r=\"A2\" s=\"0\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Иванова &lt;&amp;&gt;</t></is></c>");
	/* 1 September 2025 is day 45901 of the format: that day less 1899-12-30. */
	assert_has(xml, "<c r=\"B2\" s=\"2\"><v>45901</v></c>");
	assert_has(xml, "<c r=\"A3\" s=\"0\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t></is></c></row>");
	assert_has(xml, "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
	assert_has(xml, "<autoFilter ref=\"A1:B3\"/>");
	assert_has(xml, "<col min=\"2\" max=\"2\" width=\"11\" customWidth=\"1\"/>");
	assert_has(member(&a, buf_slice(&out), "xl/workbook.xml"),
	           "<sheet name=\"mentors\" sheetId=\"1\" r:id=\"rId1\"/>");
	buf_release(&out);
	arena_release(&a);
}
END_TEST

START_TEST(a_number_is_a_number_to_the_spreadsheet)
{
	Arena a = ARENA_INIT;
	Buf out = BUF_INIT;
	const Cell numbers[] = {{SL("mentors"), DATE_NONE, false}, {SL("12"), DATE_NONE, true}};
	const Sheet s = {"report", heads, 2, 1, numbers};
	sheet_xlsx(&out, &s);
	assert_has(member(&a, buf_slice(&out), "xl/worksheets/sheet1.xml"), "<c r=\"B2\"><v>12</v></c>");
	buf_release(&out);
	arena_release(&a);
}
END_TEST

START_TEST(the_workbook_says_nothing_of_its_making)
{
	Buf out = BUF_INIT;
	Buf again = BUF_INIT;
	sheet_xlsx(&out, &sheet);
	buf_str(&again, "bytes before");
	sheet_xlsx(&again, &sheet);
	Slice zip = buf_slice(&out);
	ck_assert(slice_eq(zip, slice_sub(buf_slice(&again), 12, again.n)));
	ck_assert_uint_eq(le16(zip, 10), 0);
	ck_assert_uint_eq(le16(zip, 12), (1980 - 1980) << 9 | 1 << 5 | 1);
	assert_lacks(zip, "docProps");
	buf_release(&out);
	buf_release(&again);
}
END_TEST

START_TEST(the_directory_of_the_archive_finds_every_member)
{
	Buf out = BUF_INIT;
	sheet_xlsx(&out, &sheet);
	Slice zip = buf_slice(&out);
	size_t end = zip.n - 22;
	ck_assert_uint_eq(le32(zip, end), 0x06054B50);
	ck_assert_uint_eq(le16(zip, end + 10), 6);
	size_t at = le32(zip, end + 16);
	ck_assert_uint_eq(at + le32(zip, end + 12), end);
	for (int i = 0; i < 6; i++) {
		ck_assert_uint_eq(le32(zip, at), 0x02014B50);
		size_t local = le32(zip, at + 42);
		ck_assert_uint_eq(le32(zip, local), 0x04034B50);
		ck_assert(slice_eq(slice_sub(zip, local + 14, local + 28), slice_sub(zip, at + 16, at + 30)));
		at += 46 + le16(zip, at + 28);
	}
	ck_assert_uint_eq(at, end);
	buf_release(&out);
}
END_TEST

START_TEST(more_than_26_columns_have_two_letters)
{
	Arena a = ARENA_INIT;
	Buf out = BUF_INIT;
	Slice many[28];
	for (int i = 0; i < 28; i++) {
		many[i] = SL("h");
	}
	Sheet wide = {"wide", many, 28, 0, NULL};
	sheet_xlsx(&out, &wide);
	Slice xml = member(&a, buf_slice(&out), "xl/worksheets/sheet1.xml");
	assert_has(xml, "<c r=\"Z1\"");
	assert_has(xml, "<c r=\"AB1\"");
	assert_has(xml, "<dimension ref=\"A1:AB1\"/>");
	buf_release(&out);
	arena_release(&a);
}
END_TEST

UNIT_MAIN("sheet", only_built_sections_have_tables, mentors_are_a_row_each,
          programmes_name_people_as_their_own_page_does, partners_and_acts_have_their_columns,
          a_row_says_only_what_the_page_it_points_to_may, fields_are_quoted_where_rfc_4180_asks, no_field_is_a_formula,
          the_workbook_holds_the_table, a_number_is_a_number_to_the_spreadsheet,
          the_workbook_says_nothing_of_its_making, the_directory_of_the_archive_finds_every_member,
          more_than_26_columns_have_two_letters)
