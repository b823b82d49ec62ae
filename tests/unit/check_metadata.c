#include "source/metadata.h"

#include <libdeflate.h>

#include "render/zip.h"
#include "unit.h"

/* What is told, a line each: "P" of a person, "R" in a remark, then the text. */
static Buf told;
static Buf file;

static void begin(void)
{
	buf_init(&told);
	buf_init(&file);
}

static void end(void)
{
	buf_release(&told);
	buf_release(&file);
}

static void note(void *ctx, const MetadataText *t)
{
	buf_printf(ctx, "%s%s %.*s\n", t->person ? "P" : "", t->remark ? "R" : "", SLICE_ARG(t->text));
}

static const char *tell(bool whole)
{
	buf_clear(&told);
	ck_assert(metadata_read(buf_slice(&file), note, &told) == whole);
	return told.p;
}

#define assert_told(want) ck_assert_str_eq(tell(true), want)

/* --- PDF --- */

/* A file of one page, and the objects given; its information is object 5. */
static void put_pdf(const char *objects)
{
	buf_clear(&file);
	buf_str(&file, "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
	buf_str(&file, objects);
	buf_str(&file, "trailer\n<< /Root 1 0 R /Info 5 0 R >>\nstartxref\n0\n%%EOF\n");
}

static void put_stream(const char *dictionary, Slice text)
{
	char packed[1024];
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(6);
	size_t n = libdeflate_zlib_compress(c, text.p, text.n, packed, sizeof packed);
	libdeflate_free_compressor(c);
	buf_printf(&file, "9 0 obj\n<< %s /Filter /FlateDecode /Length %zu >>\nstream\n", dictionary, n);
	buf_put(&file, packed, n);
	buf_str(&file, "\nendstream\nendobj\n");
}

START_TEST(the_information_of_a_pdf_is_told_however_it_is_encoded)
{
	begin();
	put_pdf("5 0 obj << /Author (\\376\\377\\004\\037\\0045\\004B\\004@\\004>\\0042\\0040) "
	        "/Title <FEFF041F 0435> /Subject(\xEF\xBB\xBF\xD0\x9F) /Keywords (\xCF\xE5\xF2\xF0\xEE\xE2\xE0) "
	        "/Creator (a \\(b\\) (c) \\\\ d\\\n e) /Trapped /False /School#20Office (Ivanova) >> endobj\n");
	assert_told("P Петрова\n Пе\n П\n Петрова\n a (b) (c) \\ d e\n Ivanova\n");
	end();
}
END_TEST

START_TEST(values_kept_apart_and_nested_ones_are_no_riddle)
{
	begin();
	put_pdf("5 0 obj\n<</Author 6 0 R/Made<</Author(inner)>>/List[(one)(two)]% /Title (no)\n/Title(T)>>\nendobj\n"
	        "6 0 obj (Petrova) endobj\n");
	assert_told(" T\nP Petrova\n");
	end();
}
END_TEST

START_TEST(every_revision_is_told)
{
	begin();
	put_pdf("5 0 obj <</Author (first)>> endobj\n");
	buf_str(&file, "5 0 obj <</Author (second)>> endobj\ntrailer <</Info 5 0 R/Prev 9>>\n"
	               "8 0 obj <</Author (third)>> endobj\ntrailer <</Info 8 0 R/Prev 99>>\n");
	assert_told("P first\nP second\nP third\n");
	end();
}
END_TEST

START_TEST(the_information_may_lie_in_a_stream_of_objects)
{
	begin();
	put_pdf("");
	put_stream("/Type /ObjStm /N 2 /First 9", SL("4 0 5 11 << /A (x)>> <</Author(Petrova)/Title(T)>>"));
	assert_told("P Petrova\n T\n");
	end();
}
END_TEST

#define XMP                                                                                                 \
	"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF>"   \
	"<rdf:Description pdf:Producer='Writer' xmlns:pdf='http://ns.adobe.com/pdf/1.3/'>"                  \
	"<dc:creator><rdf:Seq><rdf:li>Petrova &amp; K&#xF6;</rdf:li></rdf:Seq></dc:creator>"                \
	"<dc:title><rdf:Alt><rdf:li xml:lang='ru'>План</rdf:li></rdf:Alt></dc:title></rdf:Description>" \
	"</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"

START_TEST(xmp_is_told_packed_and_plain_and_in_utf16)
{
	begin();
	put_pdf("");
	put_stream("/Type /Metadata /Subtype /XML", SL(XMP));
	assert_told(" Writer\nP Petrova & Kö\n ru\n План\n");
	put_pdf("3 0 obj <</Type/Metadata/Subtype/XML>> stream\n" XMP "\nendstream endobj\n");
	assert_told(" Writer\nP Petrova & Kö\n ru\n План\n");
	buf_clear(&file);
	buf_str(&file, "%PDF-1.4\n3 0 obj <</Subtype/XML>> stream\n");
	buf_put(&file, "\xFF\xFE<\0c\0r\0e\0a\0t\0o\0r\0>\0\x1F\x04<\0/\0c\0r\0e\0a\0t\0o\0r\0>\0", 42);
	buf_str(&file, "endstream");
	assert_told("P П\n");
	end();
}
END_TEST

START_TEST(authors_of_remarks_and_signatures_are_told_and_names_of_fields_are_not)
{
	begin();
	put_pdf("3 0 obj <</Type/Annot/Subtype/Highlight/T(Petrova)/Contents(see)>> endobj\n"
	        "4 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/T(field)>> endobj\n"
	        "6 0 obj <</Type/Sig/Filter/Adobe.PPKLite/Name(Ivanova)/ByteRange[0 1 2 3]>> endobj\n");
	assert_told("PR Petrova\nPR Ivanova\n");
	end();
}
END_TEST

START_TEST(an_encrypted_pdf_cannot_be_read)
{
	begin();
	put_pdf("5 0 obj <</Author (\x80\x12)>> endobj\n");
	buf_str(&file, "trailer <</Encrypt 6 0 R>>");
	ck_assert_str_eq(tell(false), "");
	end();
}
END_TEST

/* --- zip --- */

typedef struct Member {
	const char *name, *text;
} Member;

static void put_zip(const Member *members, size_t n)
{
	Zip z;
	buf_clear(&file);
	zip_open(&z, &file);
	for (size_t i = 0; i < n; i++) {
		zip_add(&z, members[i].name, slice_of(members[i].text));
	}
	zip_close(&z);
}

#define PUT_ZIP(...) put_zip((const Member[]){__VA_ARGS__}, sizeof((const Member[]){__VA_ARGS__}) / sizeof(Member))

START_TEST(the_properties_of_office_open_xml_are_told)
{
	begin();
	PUT_ZIP({"docProps/core.xml",
	         "<?xml version=\"1.0\"?><cp:coreProperties xmlns:dc=\"http://purl.org/dc/\"><dc:title>План "
	         "&lt;1&gt;</dc:title>"
	         "<dc:creator>Петрова</dc:creator><cp:keywords/><cp:lastModifiedBy>Ivanova</cp:lastModifiedBy>"
	         "</cp:coreProperties>"},
	        {"docProps/app.xml",
	         "<Properties><Manager>Белова</Manager><Company><![CDATA[Школа]]></Company></Properties>"},
	        {"docProps/custom.xml",
	         "<Properties><property name=\"Отдел\"><vt:lpwstr>Орлова</vt:lpwstr></property></Properties>"});
	assert_told(" План <1>\nP Петрова\nP Ivanova\nP Белова\n Школа\n Отдел\n Орлова\n");
	end();
}
END_TEST

START_TEST(authors_in_the_parts_of_a_document_are_told_and_its_text_is_not)
{
	begin();
	PUT_ZIP({"word/document.xml",
	         "<w:p><w:ins w:id=\"1\" w:author=\"Петрова\"><w:t>Текст о Белове</w:t></w:ins></w:p>"},
	        {"word/comments.xml", "<w:comments><w:comment w:author='Орлова > К' w:initials='ОК'/></w:comments>"},
	        {"xl/comments1.xml", "<comments><authors><author>Сомова</author></authors><text>да</text></comments>"},
	        {"xl/persons/person.xml", "<personList><person displayName=\"Лисина\" userId=\"s\"/></personList>"},
	        {"xl/workbook.xml", "<workbook><fileSharing userName=\"Зуева\"/></workbook>"},
	        {"ppt/commentAuthors.xml", "<p:cmAuthorLst><p:cmAuthor id=\"0\" name=\"Котова\"/></p:cmAuthorLst>"},
	        {"word/media/author.png", "<author>none</author>"});
	assert_told("PR Петрова\nPR Орлова > К\nPR Сомова\nPR Лисина\nPR Зуева\nPR Котова\n");
	end();
}
END_TEST

START_TEST(open_document_is_told_packed_and_in_one_file)
{
	begin();
	PUT_ZIP({"meta.xml", "<office:document-meta><office:meta><meta:initial-creator>Петрова</meta:initial-creator>"
	                     "<dc:subject>План</dc:subject><meta:user-defined meta:name=\"Класс\">7</meta:user-defined>"
	                     "</office:meta></office:document-meta>"},
	        {"content.xml", "<text:p>Белова<office:annotation><dc:creator>Орлова</dc:creator><text:p>нет</text:p>"
	                        "</office:annotation></text:p>"});
	assert_told("P Петрова\n План\n Класс\n 7\nPR Орлова\n");
	buf_clear(&file);
	buf_str(&file,
	        "<?xml version=\"1.0\"?><office:document><office:meta><dc:creator>Петрова</dc:creator><dc:title>План"
	        "</dc:title></office:meta><office:body><text:p>Белова</text:p></office:body></office:document>");
	assert_told("P Петрова\n План\n");
	end();
}
END_TEST

START_TEST(a_damaged_zip_cannot_be_read)
{
	begin();
	buf_str(&file, "PK\3\4 and no more");
	ck_assert_str_eq(tell(false), "");
	end();
}
END_TEST

/* --- compound files --- */

static void put32(size_t at, uint32_t value)
{
	for (int i = 0; i < 4; i++) {
		file.p[at + (size_t)i] = (char)(value >> (8 * i));
	}
}

static void put_entry(size_t at, const char *name, uint32_t first, uint32_t size)
{
	size_t n = strlen(name);
	for (size_t i = 0; i < n; i++) {
		file.p[at + 2 * i] = name[i];
	}
	file.p[at + 64] = (char)(2 * n + 2);
	put32(at + 116, first);
	put32(at + 120, size);
}

/* [MS-OLEPS]: one section at 48 with an author in windows-1251 and a title in UTF-16. */
static void put_set(size_t at)
{
	put32(at + 24, 1);
	put32(at + 44, 48);
	put32(at + 48 + 4, 2);
	put32(at + 48 + 8, 4); /* author */
	put32(at + 48 + 12, 24);
	put32(at + 48 + 16, 2); /* title */
	put32(at + 48 + 20, 40);
	put32(at + 48 + 24, 0x1E);
	put32(at + 48 + 28, 8);
	memcpy(file.p + at + 48 + 32, "\xCF\xE5\xF2\xF0\xEE\xE2\xE0", 7);
	put32(at + 48 + 40, 0x1F);
	put32(at + 48 + 44, 2);
	memcpy(file.p + at + 48 + 48, "\x1F\x04\0\0", 4);
}

enum { SECTOR = 512, FREE = -1, END = -2 };

/* [MS-CFB]: the header, then sectors: 0 the table, 1 the directory, 2 the mini table, 3 the mini stream. */
static void put_compound(void)
{
	buf_clear(&file);
	for (int i = 0; i < 5 * SECTOR; i++) {
		buf_byte(&file, '\0');
	}
	memcpy(file.p, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
	file.p[30] = 9;
	file.p[32] = 6;
	put32(48, 1);
	put32(56, 4096);
	put32(60, 2);
	put32(68, (uint32_t)END);
	for (size_t i = 0; i < 109; i++) {
		put32(76 + 4 * i, i ? (uint32_t)FREE : 0);
	}
	for (size_t i = 0; i < 4; i++) {
		put32(SECTOR + 4 * i, (uint32_t)END);
	}
	put_entry(2 * SECTOR, "Root Entry", 3, 256);
	put_entry(2 * SECTOR + 128, "\005SummaryInformation", 0, 128);
	put32(3 * SECTOR, 2); /* the set in mini sectors 0 and 2: they need not be side by side */
	put32(3 * SECTOR + 8, (uint32_t)END);
	put_set(4 * SECTOR);
	memmove(file.p + 4 * SECTOR + 128, file.p + 4 * SECTOR + 64, 64);
	memset(file.p + 4 * SECTOR + 64, 'x', 64);
}

START_TEST(the_property_sets_of_a_compound_file_are_told)
{
	begin();
	put_compound();
	assert_told("P Петрова\n П\n");
	end();
}
END_TEST

/* --- all --- */

START_TEST(other_files_say_nothing)
{
	begin();
	assert_told("");
	buf_str(&file, "<author>Петрова</author>");
	assert_told("");
	end();
}
END_TEST

/* A bad file may say anything of itself; it may not make the reader leave it. */
static void assert_survives(void)
{
	Buf whole = BUF_INIT;
	buf_add(&whole, buf_slice(&file));
	for (size_t i = 0; i < whole.n; i++) {
		metadata_read(slice_sub(buf_slice(&whole), 0, i), note, &told);
		char before = whole.p[i];
		whole.p[i] = (char)0xFF;
		metadata_read(buf_slice(&whole), note, &told);
		whole.p[i] = '<';
		metadata_read(buf_slice(&whole), note, &told);
		whole.p[i] = before;
	}
	buf_release(&whole);
}

START_TEST(damaged_files_are_read_within_their_bytes)
{
	begin();
	put_pdf("5 0 obj<</Author(\\376\\377\\004\\037)/Title<FEFF04>/S[<</A(\\(x)>>]/X 6 0 R>>endobj 6 0 "
	        "obj(x)endobj\n");
	put_stream("/Type /ObjStm /N 2 /First 9", SL("4 0 5 11 << /A (x)>> <</Author(Petrova)/Title(T)>>"));
	assert_survives();
	PUT_ZIP({"meta.xml", "<a b=\"c\"><!-- d --><![CDATA[e]]>&amp;&#1;</a>"});
	assert_survives();
	put_compound();
	assert_survives();
	end();
}
END_TEST

UNIT_MAIN("metadata", the_information_of_a_pdf_is_told_however_it_is_encoded,
          values_kept_apart_and_nested_ones_are_no_riddle, every_revision_is_told,
          the_information_may_lie_in_a_stream_of_objects, xmp_is_told_packed_and_plain_and_in_utf16,
          authors_of_remarks_and_signatures_are_told_and_names_of_fields_are_not, an_encrypted_pdf_cannot_be_read,
          the_properties_of_office_open_xml_are_told, authors_in_the_parts_of_a_document_are_told_and_its_text_is_not,
          open_document_is_told_packed_and_in_one_file, a_damaged_zip_cannot_be_read,
          the_property_sets_of_a_compound_file_are_told, other_files_say_nothing,
          damaged_files_are_read_within_their_bytes)
