#include "render/sheet.h"

#include "base/escape.h"
#include "render/zip.h"

/* --- CSV --- */

static bool is_quoted(Slice text)
{
	bool special = false;
	for (size_t i = 0; i < text.n && !special; i++) {
		special = strchr(";\"\r\n", text.p[i]) != NULL;
	}
	return special;
}

static void put_field(Buf *out, Slice text)
{
	bool formula = text.n && strchr("=+-@", text.p[0]);
	bool quoted = is_quoted(text);
	buf_str(out, quoted ? "\"" : "");
	buf_str(out, formula ? "'" : "");
	for (size_t i = 0; i < text.n; i++) {
		buf_str(out, text.p[i] == '"' ? "\"" : "");
		buf_byte(out, text.p[i]);
	}
	buf_str(out, quoted ? "\"" : "");
}

static void put_cell(Buf *out, Cell cell)
{
	char iso[11];
	if (cell.date == DATE_NONE) {
		put_field(out, cell.text);
	} else {
		date_iso(iso, cell.date);
		buf_str(out, iso);
	}
}

void sheet_csv(Buf *out, const Sheet *s)
{
	buf_str(out, "\xEF\xBB\xBF");
	for (size_t row = 0; row <= s->rows; row++) {
		for (size_t column = 0; column < s->columns; column++) {
			buf_str(out, column ? ";" : "");
			if (row == 0) {
				put_field(out, s->heads[column]);
			} else {
				put_cell(out, s->cells[(row - 1) * s->columns + column]);
			}
		}
		buf_str(out, "\r\n");
	}
}

/* --- workbook --- */

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define SPREADSHEET "application/vnd.openxmlformats-officedocument.spreadsheetml."

/* Rows of cellXfs in styles.xml. */
enum { STYLE_TEXT, STYLE_HEAD, STYLE_DAY };
enum { WIDTH_MIN = 8, WIDTH_MAX = 60, WIDTH_DAY = 10 };
/* Days of the format are counted from 1899-12-30; it has a 29 February 1900 (ISO/IEC 29500-1, 18.17.4.1). */
enum { DAY_ZERO = 25569, DAY_FIRST = 61 };

static const char types[] =
        XML "<Types xmlns=\"" PACKAGE "content-types\">"
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SPREADSHEET "sheet.main+xml\"/>"
            "<Override PartName=\"/xl/styles.xml\" ContentType=\"" SPREADSHEET "styles+xml\"/>"
            "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" SPREADSHEET "worksheet+xml\"/></Types>";

static const char root_relations[] = XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
                                         "<Relationship Id=\"rId1\" Type=\"" RELATIONS
                                         "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

static const char book_relations[] =
        XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
            "<Relationship Id=\"rId1\" Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            "<Relationship Id=\"rId2\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/></Relationships>";

/* Number format 14 is the short date in the reader's own way. */
static const char styles[] =
        XML "<styleSheet xmlns=\"" MAIN "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
            "applyAlignment=\"1\">"
            "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
            "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
            "applyAlignment=\"1\"><alignment vertical=\"top\"/></xf></cellXfs></styleSheet>";

/* "A", "B", … "Z", "AA". */
static void put_column(Buf *out, size_t column)
{
	if (column >= 26) {
		put_column(out, column / 26 - 1);
	}
	buf_byte(out, (char)('A' + column % 26));
}

static void put_place(Buf *out, size_t row, size_t column)
{
	put_column(out, column);
	buf_uint(out, row + 1);
}

/* All cells of the sheet: "A1:C9", or "$A$1:$C$9". */
static void put_range(Buf *out, const Sheet *s, const char *fixed)
{
	buf_printf(out, "%sA%s1:%s", fixed, fixed, fixed);
	put_column(out, s->columns - 1);
	buf_str(out, fixed);
	buf_uint(out, s->rows + 1);
}

static void put_book(Buf *out, const Sheet *s)
{
	buf_str(out, XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\">");
	buf_printf(out, "<sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets>", s->name);
	buf_str(out, "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">");
	buf_printf(out, "%s!", s->name);
	put_range(out, s, "$");
	buf_str(out, "</definedName></definedNames></workbook>");
}

static size_t width_of(const Sheet *s, size_t column)
{
	size_t width = utf8_length(s->heads[column]) + 4; /* and the filter's arrow */
	for (size_t row = 0; row < s->rows; row++) {
		const Cell *cell = &s->cells[row * s->columns + column];
		size_t n = cell->date == DATE_NONE ? utf8_length(cell->text) : WIDTH_DAY;
		width = n > width ? n : width;
	}
	return width < WIDTH_MIN ? WIDTH_MIN : width > WIDTH_MAX ? WIDTH_MAX : width;
}

static void put_widths(Buf *out, const Sheet *s)
{
	buf_str(out, "<cols>");
	for (size_t i = 0; i < s->columns; i++) {
		buf_printf(out, "<col min=\"%zu\" max=\"%zu\" width=\"%zu\" customWidth=\"1\"/>", i + 1, i + 1,
		           width_of(s, i) + 1);
	}
	buf_str(out, "</cols>");
}

static void put_string_cell(Buf *out, size_t row, size_t column, Slice text, int style)
{
	if (text.n == 0) {
		return;
	}
	buf_str(out, "<c r=\"");
	put_place(out, row, column);
	buf_printf(out, "\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", style);
	escape_xml(out, text);
	buf_str(out, "</t></is></c>");
}

static void put_day_cell(Buf *out, size_t row, size_t column, Date day)
{
	char iso[11];
	if (day + DAY_ZERO < DAY_FIRST) {
		date_iso(iso, day);
		put_string_cell(out, row, column, slice_of(iso), STYLE_TEXT);
		return;
	}
	buf_str(out, "<c r=\"");
	put_place(out, row, column);
	buf_printf(out, "\" s=\"%d\"><v>%d</v></c>", STYLE_DAY, day + DAY_ZERO);
}

static void put_number_cell(Buf *out, size_t row, size_t column, Slice number)
{
	buf_str(out, "<c r=\"");
	put_place(out, row, column);
	buf_printf(out, "\"><v>%.*s</v></c>", SLICE_ARG(number));
}

static void put_row(Buf *out, const Sheet *s, size_t row)
{
	buf_printf(out, "<row r=\"%zu\">", row + 1);
	for (size_t column = 0; column < s->columns; column++) {
		const Cell *cell = row ? &s->cells[(row - 1) * s->columns + column] : NULL;
		if (!cell) {
			put_string_cell(out, row, column, s->heads[column], STYLE_HEAD);
		} else if (cell->number) {
			put_number_cell(out, row, column, cell->text);
		} else if (cell->date == DATE_NONE) {
			put_string_cell(out, row, column, cell->text, STYLE_TEXT);
		} else {
			put_day_cell(out, row, column, cell->date);
		}
	}
	buf_str(out, "</row>");
}

static void put_sheet(Buf *out, const Sheet *s)
{
	buf_str(out, XML "<worksheet xmlns=\"" MAIN "\"><dimension ref=\"");
	put_range(out, s, "");
	buf_str(out, "\"/><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">"
	             "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
	             "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
	put_widths(out, s);
	buf_str(out, "<sheetData>");
	for (size_t row = 0; row <= s->rows; row++) {
		put_row(out, s, row);
	}
	buf_str(out, "</sheetData><autoFilter ref=\"");
	put_range(out, s, "");
	buf_str(out, "\"/></worksheet>");
}

void sheet_xlsx(Buf *out, const Sheet *s)
{
	Zip zip;
	Buf part = BUF_INIT;
	zip_open(&zip, out);
	zip_add(&zip, "[Content_Types].xml", slice_of(types));
	zip_add(&zip, "_rels/.rels", slice_of(root_relations));
	put_book(&part, s);
	zip_add(&zip, "xl/workbook.xml", buf_slice(&part));
	zip_add(&zip, "xl/_rels/workbook.xml.rels", slice_of(book_relations));
	zip_add(&zip, "xl/styles.xml", slice_of(styles));
	buf_clear(&part);
	put_sheet(&part, s);
	zip_add(&zip, "xl/worksheets/sheet1.xml", buf_slice(&part));
	zip_close(&zip);
	buf_release(&part);
}
